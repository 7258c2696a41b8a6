"""Who may use the bot: invitations, members, and those who are turned away."""

from budget.people import MOST_INVITATIONS, Admission
from words.voice import Voice, marked


def stranger(voice: Voice, user: int) -> str:
    """Refuse somebody who may not use the bot, and say what its owner would need to know."""
    return voice.say(
        "This bot is private. Ask the person who runs it for an invitation (/invite makes one), "
        "or to allow your number: <code>{user}</code>",
        user=user,
    )


def unclaimed(voice: Voice) -> str:
    """Say how the bot becomes somebody's: who runs it may be the one who writes."""
    return voice.say("Nobody may use this bot yet. If you run it, open the link that it shows where it runs.")


def may_not_use(voice: Voice, name: str) -> str:
    """Tell a group's member who may not use the bot why nothing is recorded; the name is empty where it is not known."""
    if name:
        return voice.say(
            "{name}, you may not use me yet, so I record nothing of what you write. Whoever may use me can let you in, "
            "here and in private.",
            name=name,
        )
    return voice.say(
        "You may not use me yet, so I record nothing of what you write. Whoever may use me can let you in, "
        "here and in private."
    )


def was_let_in(voice: Voice, person: str, by: str) -> str:
    """Say who may use the bot now, and at whose word; ``by`` is empty where it is not known."""
    if by:
        return voice.say(
            "{person} may use me now, let in by {by}. What was written before is not recorded: write it again. "
            "/members, in private, shows who may, and takes it back.",
            person=person,
            by=by,
        )
    return voice.say(
        "{person} may use me now. What was written before is not recorded: write it again. "
        "/members, in private, shows who may, and takes it back.",
        person=person,
    )


def asked_before_removal(voice: Voice) -> str:
    """Say why an old question lets nobody in."""
    return voice.say("That person was taken out after this question. A new message in the group asks again.")


_ADMISSIONS = {
    Admission.CLAIMED: marked(
        "Somebody else was faster: this bot has been claimed. Ask that person for an invitation."
    ),
    Admission.UNKNOWN: marked(
        "I don't know this code, or it has run out. A claim code lives ten minutes, and is shown where the "
        "bot runs; an invitation lives seven days."
    ),
    Admission.TAKEN: marked("This invitation was used already; each lets one person in, once. Ask for a new one."),
    Admission.WITHDRAWN: marked("This invitation was withdrawn. Ask for a new one."),
    Admission.EXPIRED: marked("This invitation is more than seven days old, and has run out. Ask for a new one."),
    Admission.MAKER_IS_OUT: marked(
        "This invitation comes from somebody who may not use this bot any more. Ask for another one."
    ),
    Admission.MADE_BEFORE_REMOVAL: marked("You were taken out after this invitation was made. Ask for a new one."),
    Admission.WAIT: marked("Those were too many wrong codes. Wait a minute, then try again."),
}


def not_admitted(voice: Voice, admission: Admission) -> str:
    """Say what is wrong with a code."""
    return voice.say(_ADMISSIONS[admission])


def invitation(voice: Voice, way: str) -> str:
    """Give an invitation out; ``way`` is the link or what to send, and is shown once."""
    return voice.say(
        "Send this to your partner. It lets one person use this bot, once, within seven days:\n{way}\n"
        "That person gets a budget of their own. To share one, write to me in a group that both of you are in. "
        "/members shows open invitations, and withdraws them.",
        way=way,
    )


def too_many_invitations(voice: Voice) -> str:
    """Say that no more can be open."""
    return voice.count(
        "You have {n} open invitation, and no more can be open at once. /members shows them; withdraw one.",
        "You have {n} open invitations, and no more can be open at once. /members shows them; withdraw one.",
        MOST_INVITATIONS,
    )


def everyone_may(voice: Voice, address: str) -> str:
    """Say that nobody needs an invitation; the address is empty until it is known."""
    if address:
        return voice.say(
            "Everybody may use this bot, so nobody needs an invitation. Send its address: {address}", address=address
        )
    return voice.say("Everybody may use this bot, so nobody needs an invitation. Send its address.")


def invite_in_private(voice: Voice) -> str:
    """Say why an invitation is not made in a group."""
    return voice.say("Write /invite to me in private: here, anybody could take the invitation.")


def members_in_private(voice: Voice) -> str:
    """Say why members are not shown in a group."""
    return voice.say("Write /members to me in private: here, everybody would see who may use me.")


def no_invitations(voice: Voice) -> str:
    """Say that there is nobody to invite into a terminal."""
    return voice.say("Invitations are for the bot on Telegram.")


def everyone(voice: Voice) -> str:
    """Say that there are no members where everybody may use the bot."""
    return voice.say("Everybody may use this bot: ALLOWED_USERS is *. There is nobody to remove.")


def who_may(voice: Voice) -> str:
    """Head the members."""
    return voice.say("<b>Who may use this bot</b>")


def who_may_is_shown_to(voice: Voice) -> str:
    """Say who sees the members."""
    return voice.say("Who may use this bot is shown to the person who runs it.")


def you(voice: Voice, person: str) -> str:
    """Name the reader among others."""
    return voice.say("{person} (you)", person=person)


def by_settings(voice: Voice, person: str) -> str:
    """Say that the settings let somebody in."""
    return voice.say("• {person}, by ALLOWED_USERS", person=person)


def more_by_settings(voice: Voice, n: int) -> str:
    """Say how many more the settings let in."""
    return voice.say("… and {n} more, by ALLOWED_USERS", n=voice.number(n))


def claimed(voice: Voice, person: str, day: str) -> str:
    """Say who came first."""
    return voice.say("• {person}, claimed the bot, since {day}", person=person, day=day)


def invited(voice: Voice, person: str, inviter: str | None, day: str) -> str:
    """Say who invited somebody; without an ``inviter`` it was the reader."""
    if inviter is None:
        return voice.say("• {person}, invited by you, since {day}", person=person, day=day)
    return voice.say("• {person}, invited by {inviter}, since {day}", person=person, inviter=inviter, day=day)


def open_invitations(voice: Voice, *, own: bool) -> str:
    """Head the open invitations: everybody's, or the reader's own."""
    return voice.say("<b>Your open invitations</b>") if own else voice.say("<b>Open invitations</b>")


def no_open_invitations(voice: Voice) -> str:
    """Say that no invitation is open."""
    return voice.say("There are no open invitations. /invite makes one.")


def your_invitation(voice: Voice, place: int, days: int) -> str:
    """Say how long an invitation is open. ``place`` is its number in the list."""
    return voice.count("{place}. {n} day left", "{place}. {n} days left", days, place=place)


def made_by_you(voice: Voice, place: int, days: int) -> str:
    """Say how long an invitation is open, among those of others."""
    return voice.count("{place}. {n} day left, made by you", "{place}. {n} days left, made by you", days, place=place)


def made_by(voice: Voice, place: int, days: int, maker: str) -> str:
    """Say how long an invitation of somebody else is open."""
    return voice.count(
        "{place}. {n} day left, made by {maker}",
        "{place}. {n} days left, made by {maker}",
        days,
        place=place,
        maker=maker,
    )


def ask_to_remove(voice: Voice, person: str) -> str:
    """Ask before somebody is taken out."""
    return voice.say(
        "Remove {person}? From then on I neither record nor answer what that person writes or taps, in any chat. "
        "Open invitations of that person are withdrawn, and no invitation made so far lets that person in again.",
        person=person,
    )


def removed(voice: Voice, person: str) -> str:
    """Say who is out and what stays."""
    return voice.say(
        "{person} is out. What that person recorded stays. So do share links, for they belong to a budget and not to a "
        "person: /links in its chat closes them.",
        person=person,
    )


def still_in(voice: Voice, people: str) -> str:
    """Say whom the one who is out has let in."""
    return voice.say("Still in, and invited by that person: {people}.", people=people)


def faceless_channel(voice: Voice) -> str:
    """Say why nothing is recorded of what is written in the name of a channel."""
    return voice.say(
        "You write in the name of a channel, so I can't tell who you are, and record nothing of it. "
        "Write as yourself: choose your own name beside the line you type in, or stop being anonymous in this group."
    )


def faceless_administrator(voice: Voice) -> str:
    """Say why nothing is recorded of what is written in the name of the group."""
    return voice.say(
        "You write in the name of the group, as an anonymous administrator, so I can't tell who you are, and record nothing of "
        "it. Write as yourself: choose your own name beside the line you type in, or stop being anonymous in this group."
    )


def invite_blurb(voice: Voice) -> str:
    """Say what /invite is for."""
    return voice.say("let a partner use this bot")


def members_blurb(voice: Voice) -> str:
    """Say what /members is for."""
    return voice.say("who may use this bot; remove somebody")
