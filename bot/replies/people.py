"""Who may use the bot: invitations, members, and those who are turned away."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot import buttons
from bot.access import Members
from bot.replies.wording import count, date_written
from bot.reply import Button, Reply, Row, escape
from budget.people import MOST_INVITATIONS, Admission, Guest, may_remove


def stranger(user: int) -> Reply:
    """Refuse somebody who may not use the bot, and say what its owner would need to know."""
    return Reply(
        "This bot is private. Ask the person who runs it for an invitation (/invite makes one), "
        f"or to allow your number: <code>{user}</code>"
    )


_ADMISSIONS = {
    Admission.CLAIMED: "Somebody else was faster: this bot has been claimed. Ask that person for an invitation.",
    Admission.UNKNOWN: "I don't know this code, or it has run out. A claim code lives ten minutes, and is shown where the "
    "bot runs; an invitation lives seven days.",
    Admission.TAKEN: "This invitation was used already; each lets one person in, once. Ask for a new one.",
    Admission.WITHDRAWN: "This invitation was withdrawn. Ask for a new one.",
    Admission.EXPIRED: "This invitation is more than seven days old, and has run out. Ask for a new one.",
    Admission.MAKER_IS_OUT: "This invitation comes from somebody who may not use this bot any more. Ask for another one.",
    Admission.MADE_BEFORE_REMOVAL: "You were taken out after this invitation was made. Ask for a new one.",
    Admission.WAIT: "Those were too many wrong codes. Wait a minute, then try again.",
}


def not_admitted(admission: Admission) -> Reply:
    """Say what is wrong with a code."""
    return Reply(_ADMISSIONS[admission])


def invitation(code: str, bot: str) -> Reply:
    """Give an invitation out; the link is shown once."""
    way = f"https://t.me/{bot}?start={code}" if bot else f"<code>/start {code}</code>"
    return Reply(
        f"Send this to your partner. It lets one person use this bot, once, within seven days:\n{way}\n"
        "That person gets a budget of their own. To share one, write to me in a group that both of you are in. "
        "/members shows open invitations, and withdraws them."
    )


def too_many_invitations() -> Reply:
    """Say that no more can be open."""
    return Reply(
        f"You have {MOST_INVITATIONS} open invitations, and no more can be open at once. /members shows them; withdraw one."
    )


def everyone_may(bot: str) -> Reply:
    """Say that nobody needs an invitation."""
    way = f": https://t.me/{bot}" if bot else "."
    return Reply(f"Everybody may use this bot, so nobody needs an invitation. Send its address{way}")


def in_private(command: str) -> Reply:
    """Say where people are let in and out: in a group everybody could take an invitation, or read who is in."""
    why = "anybody could take the invitation" if command == "invite" else "everybody would see who may use me"
    return Reply(f"Write /{command} to me in private: here, {why}.")


def no_invitations() -> Reply:
    """Say that there is nobody to invite into a terminal."""
    return Reply("Invitations are for the bot on Telegram.")


def members(found: Members, me: int, now: datetime) -> Reply:
    """Show who may use the bot, and open invitations, with a button to take each back."""
    if found.everyone:
        return Reply("Everybody may use this bot: ALLOWED_USERS is *. There is nobody to remove.")
    names = {guest.user: guest.name for guest in found.guests}
    said: list[str] = []
    rows: list[Row] = []
    if found.owner:
        said.append("<b>Who may use this bot</b>")
        said += [f"• <code>{user}</code>{_you(user, me)}, by ALLOWED_USERS" for user in found.named[:_MOST_NAMED]]
        if len(found.named) > _MOST_NAMED:
            said.append(f"… and {len(found.named) - _MOST_NAMED} more, by ALLOWED_USERS")
        for guest in found.guests:
            how = "claimed the bot" if guest.first else f"invited by {_person(guest.invited_by or 0, names, me)}"
            said.append(f"• {_guest(guest)}{_you(guest.user, me)}, {how}, since {date_written(guest.since)}")
            if may_remove(guest, me, named=me in found.named, first=True):
                rows.append(_remove_row(guest))
    else:
        said.append("Who may use this bot is shown to the person who runs it.")
    if found.invitations:
        said.append("<b>Open invitations</b>" if found.owner else "<b>Your open invitations</b>")
    else:
        said.append("There are no open invitations. /invite makes one.")
    for n, one in enumerate(found.invitations, 1):
        by = f", made by {_person(one.made_by, names, me)}" if found.owner else ""
        said.append(f"{n}. {count(max(1, -((now - one.expires).days)), 'day')} left{by}")
        rows.append((Button(f"Withdraw {n}", buttons.WithdrawInvitation(one.id)),))
    return Reply("\n".join(said), tuple(rows))


_MOST_NAMED = 50  # users of the settings that are listed


def _you(user: int, me: int) -> str:
    return " (you)" if user == me else ""


def _guest(guest: Guest) -> str:
    return f"{escape(guest.name)} (<code>{guest.user}</code>)" if guest.name else f"<code>{guest.user}</code>"


def _person(user: int, names: Mapping[int, str], me: int) -> str:
    if user == me:
        return "you"
    return escape(names[user]) if names.get(user) else f"<code>{user}</code>"


def _remove_row(guest: Guest) -> Row:
    return (Button(f"Remove {guest.name or guest.user}", buttons.AskToRemove(guest.user)),)


def ask_to_remove(guest: Guest) -> Reply:
    """Ask before somebody is taken out."""
    return Reply(
        f"Remove {_guest(guest)}? From then on I neither record nor answer what that person writes or taps, in any chat. "
        "Open invitations of that person are withdrawn, and no invitation made so far lets that person in again.",
        ((Button("Remove", buttons.RemoveMember(guest.user)), Button("Keep", buttons.ShowMembers())),),
        question=True,
    )


def removed(guest: Guest, invited: Sequence[Guest]) -> Reply:
    """Say who is out and what stays, and offer to take out the people whom that one has let in."""
    said = (
        f"{_guest(guest)} is out. What that person recorded stays. So do share links, for they belong to a budget and not to a "
        "person: /links in its chat closes them."
    )
    if invited:
        said += f"\nStill in, and invited by that person: {', '.join(map(_guest, invited))}."
    return Reply(said, (*map(_remove_row, invited), (Button("‹ Members", buttons.ShowMembers()),)))
