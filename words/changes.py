"""What is asked behind [Change…]."""

from words.voice import Voice


def which_one(voice: Voice) -> str:
    """Ask which entry is to be changed."""
    return voice.say("Which one?")


def numbered(voice: Voice, n: int, entry: str) -> str:
    """Say the entry of a number."""
    return voice.say("{n} {entry}", n=n, entry=entry)


def what_to_change(voice: Voice, entry: str) -> str:
    """Ask what of an entry is to be changed."""
    return voice.say("{entry}\nWhat shall I change?", entry=entry)


def ask_amount(voice: Voice, entry: str) -> str:
    """Ask for an entry's amount."""
    return voice.say("{entry}\nWhat is the amount?", entry=entry)


def ask_day(voice: Voice, entry: str) -> str:
    """Ask for an entry's day."""
    return voice.say("{entry}\nOn which day was it?", entry=entry)


def ask_note(voice: Voice, entry: str) -> str:
    """Ask for an entry's note."""
    return voice.say("{entry}\nWhat was it for?", entry=entry)


def like_yesterday(voice: Voice) -> str:
    """Show how a day is written, in an empty field."""
    return voice.say("yesterday, friday, 14 mar")


def no_day_there(voice: Voice) -> str:
    """Say that no day was said, and how one is."""
    return voice.say("I see no day there. Write it like this: <code>{example}</code>", example=like_yesterday(voice))


def prompt_is_over(voice: Voice) -> str:
    """Say that what was asked about is not there any more."""
    return voice.say("What that was about is not recorded any more, so nothing is changed.")


def nothing_changes(voice: Voice) -> str:
    """Say that a No changes nothing, and how the latest entry is taken back."""
    return voice.say("Fine, nothing changes. /undo takes the latest entry back.")


def which_entry(voice: Voice, change: str) -> str:
    """Say how it is said what is wrong with an entry: ``change`` is the label of the button that changes it."""
    return voice.say(
        "Which entry is that about? Reply with it to the entry's receipt, or tap <b>{change}</b> there.", change=change
    )
