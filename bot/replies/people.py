"""Who may use the bot: invitations, members, and those who are turned away."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot import buttons
from bot.access import Members
from bot.reply import Button, Reply, Row, Style, escape
from budget.characters import bounded_name
from budget.people import LONGEST_PERSON, Admission, Guest, Invitation, may_remove
from words import days, setting_labels
from words import people as say
from words.voice import Voice


def stranger(voice: Voice, user: int, *, unclaimed: bool) -> Reply:
    """Refuse somebody who may not use the bot, and say what its owner would need to know, or how to become that one."""
    return Reply(say.unclaimed(voice) if unclaimed else say.stranger(voice, user))


def let_in_question(voice: Voice, user: int, name: str, asked: int) -> Reply:
    """Tell a group's member who may not use the bot why nothing is recorded, and ask those who may to let that one in."""
    name = bounded_name(name, LONGEST_PERSON)
    button = Button(setting_labels.let_in(voice, name or str(user)), buttons.LetIn(user, asked))
    return Reply(say.may_not_use(voice, escape(name)), ((button,),))


def was_let_in(voice: Voice, user: int, name: str, by: str) -> Reply:
    """Say who may use the bot now, and at whose word."""
    name, by = (escape(bounded_name(one, LONGEST_PERSON)) for one in (name, by))
    return Reply(say.was_let_in(voice, name or f"<code>{user}</code>", by))


def asked_before_removal(voice: Voice) -> str:
    """Say why an old question lets nobody in."""
    return say.asked_before_removal(voice)


def not_admitted(voice: Voice, admission: Admission) -> Reply:
    """Say what is wrong with a code."""
    return Reply(say.not_admitted(voice, admission))


def faceless(voice: Voice, *, channel: bool) -> Reply:
    """Say why nothing is recorded of what is written in the name of a chat."""
    return Reply(say.faceless_channel(voice) if channel else say.faceless_administrator(voice))


def invitation(voice: Voice, code: str, bot: str) -> Reply:
    """Give an invitation out; the link is shown once."""
    way = f"https://t.me/{bot}?start={code}" if bot else f"<code>/start {code}</code>"
    return Reply(say.invitation(voice, way))


def too_many_invitations(voice: Voice) -> Reply:
    """Say that no more can be open."""
    return Reply(say.too_many_invitations(voice))


def everyone_may(voice: Voice, bot: str) -> Reply:
    """Say that nobody needs an invitation."""
    return Reply(say.everyone_may(voice, f"https://t.me/{bot}" if bot else ""))


def in_private(voice: Voice, command: str) -> Reply:
    """Say where people are let in and out: in a group everybody could take an invitation, or read who is in."""
    return Reply(say.invite_in_private(voice) if command == "invite" else say.members_in_private(voice))


def no_invitations(voice: Voice) -> Reply:
    """Say that there is nobody to invite into a terminal."""
    return Reply(say.no_invitations(voice))


def members(voice: Voice, found: Members, me: int, now: datetime) -> Reply:
    """Show who may use the bot, and open invitations, with a button to take each back."""
    if found.everyone:
        return Reply(say.everyone(voice))
    said = _who_may(voice, found, me) if found.owner else [say.who_may_is_shown_to(voice)]
    if found.invitations:
        said.append(say.open_invitations(voice, own=not found.owner))
    else:
        said.append(say.no_open_invitations(voice))
    names = {guest.user: guest.name for guest in found.guests}
    said += [
        _invitation(voice, (n, one), names, me, now, owner=found.owner) for n, one in enumerate(found.invitations, 1)
    ]
    removable = [
        guest for guest in found.guests if found.owner and may_remove(guest, me, named=me in found.named, first=True)
    ]
    withdraw = [
        (Button(setting_labels.withdraw(voice, n), buttons.WithdrawInvitation(one.id)),)
        for n, one in enumerate(found.invitations, 1)
    ]
    return Reply(
        "\n".join(said), (*(_remove_row(voice, guest, found.guests) for guest in removable), *withdraw), menu=True
    )


_MOST_NAMED = 50  # users of the settings that are listed


def _who_may(voice: Voice, found: Members, me: int) -> list[str]:
    """List the users of the settings and the guests, each with who let them in."""
    said = [say.who_may(voice)]
    said += [
        say.by_settings(voice, _or_you(voice, f"<code>{user}</code>", user, me)) for user in found.named[:_MOST_NAMED]
    ]
    if len(found.named) > _MOST_NAMED:
        said.append(say.more_by_settings(voice, len(found.named) - _MOST_NAMED))
    names = {guest.user: guest.name for guest in found.guests}
    return said + [_guest_line(voice, guest, names, me) for guest in found.guests]


def _guest_line(voice: Voice, guest: Guest, names: Mapping[int, str], me: int) -> str:
    person = _or_you(voice, _guest(guest), guest.user, me)
    since = days.short_date(voice, guest.since.date())
    if guest.first:
        return say.claimed(voice, person, since)
    inviter = guest.invited_by or 0
    return say.invited(voice, person, None if inviter == me else _person(inviter, names), since)


def _invitation(
    voice: Voice, listed: tuple[int, Invitation], names: Mapping[int, str], me: int, now: datetime, *, owner: bool
) -> str:
    """Say how long an invitation is open, and to an owner who made it."""
    place, one = listed
    left = max(1, -((now - one.expires).days))
    if not owner:
        return say.your_invitation(voice, place, left)
    if one.made_by == me:
        return say.made_by_you(voice, place, left)
    return say.made_by(voice, place, left, _person(one.made_by, names))


def _or_you(voice: Voice, person: str, user: int, me: int) -> str:
    return say.you(voice, person) if user == me else person


def _guest(guest: Guest) -> str:
    return f"{escape(guest.name)} (<code>{guest.user}</code>)" if guest.name else f"<code>{guest.user}</code>"


def _person(user: int, names: Mapping[int, str]) -> str:
    return escape(names[user]) if names.get(user) else f"<code>{user}</code>"


def _remove_row(voice: Voice, guest: Guest, listed: Sequence[Guest]) -> Row:
    """Return the button that removes a guest; it bears the user id where the name does not tell whom among those listed."""
    alike = sum(other.name.casefold() == guest.name.casefold() for other in listed) > 1
    called = f"{guest.name} ({guest.user})" if guest.name and alike else guest.name or str(guest.user)
    return (Button(setting_labels.remove(voice, called), buttons.AskToRemove(guest.user)),)


def ask_to_remove(voice: Voice, guest: Guest) -> Reply:
    """Ask before somebody is taken out."""
    remove = Button(setting_labels.remove(voice), buttons.RemoveMember(guest.user), style=Style.DANGER)
    keep = Button(setting_labels.keep(voice), buttons.ShowMembers())
    return Reply(say.ask_to_remove(voice, _guest(guest)), ((remove, keep),), question=True)


def removed(voice: Voice, guest: Guest, invited: Sequence[Guest]) -> Reply:
    """Say who is out and what stays, and offer to take out the people whom that one has let in."""
    said = say.removed(voice, _guest(guest))
    if invited:
        said += f"\n{say.still_in(voice, ', '.join(map(_guest, invited)))}"
    rows = [_remove_row(voice, each, invited) for each in invited]
    return Reply(said, (*rows, (Button(setting_labels.members(voice), buttons.ShowMembers()),)))
