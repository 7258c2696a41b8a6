"""Write doors, and what comes in through them."""

from words.voice import Voice


def may_record(voice: Voice) -> str:
    """Say what a token means."""
    return voice.say(
        "Whoever has this token can record entries here from a phone or a program, and can't see anything."
    )


def copy_it_now(voice: Voice) -> str:
    """Say that a token is shown once, and where it is told what comes in."""
    return voice.say(
        "Copy it now: I keep only its fingerprint, so /doors can't show it again. What comes in is told in this chat."
    )


def shown_before(voice: Voice) -> str:
    """Say that the token of a repeated message can't be shown again."""
    return voice.say(
        "That door was made already, and its token can't be shown again. /door makes another, /doors shows what is open."
    )


def none(voice: Voice) -> str:
    """Say that no door is open."""
    return voice.say("There are no open doors. /door makes one.")


def open_doors(voice: Voice) -> str:
    """Head the open doors."""
    return voice.say("<b>Open doors</b>")


def door(voice: Voice, n: int, label: str, made: str, use: str) -> str:
    """Say which door it is, and how it is used."""
    return voice.say("{n}. {label}, made {made}: {use}", n=n, label=label, made=made, use=use)


def never_used(voice: Voice) -> str:
    """Say that nothing came in through a door."""
    return voice.say("never used")


def used(voice: Voice, n: int, day: str, time: str) -> str:
    """Say how often something came in, and when last."""
    return voice.count(
        "used {n} time, last {day} at {time}", "used {n} times, last {day} at {time}", n, day=day, time=time
    )


def ask_to_close(voice: Voice, label: str) -> str:
    """Ask whether a door is to be closed."""
    return voice.say(
        "Close “{label}”? Whoever has its token can't record anything through it any more then.", label=label
    )


def closed(voice: Voice) -> str:
    """Say that a door is closed for good."""
    return voice.say("This door is closed: nothing comes in through it any more. /door makes another.")


def not_here(voice: Voice) -> str:
    """Say what a door needs."""
    return voice.say(
        "A door needs the bot on Telegram, and an address that is reached from outside: whoever runs the bot sets "
        "<code>PUBLIC_URL</code>."
    )


def same_by_hand(voice: Voice, entry: str) -> str:
    """Say that somebody wrote the same amount shortly before: it may be the same entry."""
    return voice.say(
        "The same amount was written here shortly before: {entry}. If it is the same, undo one of them.", entry=entry
    )


def unknown_category(voice: Voice, word: str) -> str:
    """Say that a program gave a category that there is not, and what it may give."""
    return voice.say(
        "No category is called “{word}”. A program gives a category's name, its key, one of its keywords, or none.",
        word=word,
    )


def unlabelled(voice: Voice) -> str:
    """Name a door without a label."""
    return voice.say("Door")


def close(voice: Voice, n: int | None = None) -> str:
    """Close a door, or the door of a number."""
    return voice.say("Close") if n is None else voice.say("Close {n}", n=n)


def door_blurb(voice: Voice) -> str:
    """Say what /door is for."""
    return voice.say("a token by which a phone or a program records")


def doors_blurb(voice: Voice) -> str:
    """Say what /doors is for."""
    return voice.say("the open doors; close them")
