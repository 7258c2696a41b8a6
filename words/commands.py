"""What each command is for, in a few words: help and Telegram's menu list them. A blurb has 256 characters at most."""

from words.voice import Voice, marked

LAST = marked("last")
ALL = marked("all")
AUTO = marked("auto")
BARS = marked("bars")
OFF = marked("off")
AFFORD = marked("80 fun")
FUN = marked("fun")
LIMIT = marked("fun 150")
DIGEST = marked("monday 8:00")
SUMS = marked("2w totals")
"""What is shown to stand behind commands; every budget reads the English one."""


def example(voice: Voice, words: str) -> str:
    """Say in a language what is shown to stand behind a command; digits and names of programs stay."""
    return voice.typed(words)


def week(voice: Voice) -> str:
    return voice.say("this week against its limits")


def chart(voice: Voice) -> str:
    return voice.say("this week as a picture")


def period(voice: Voice) -> str:
    return voice.say("what is left since the last paycheck")


def afford(voice: Voice) -> str:
    return voice.say("whether money is there for something")


def bill(voice: Voice) -> str:
    return voice.say("what is due again and again: make or change it")


def bills(voice: Voice) -> str:
    return voice.say("the bills until payday")


def payday(voice: Voice) -> str:
    return voice.say("when paychecks come")


def card(voice: Voice) -> str:
    return voice.say("one pinned message that says what is left")


def recent(voice: Voice) -> str:
    return voice.say("the latest entries")


def undo(voice: Voice) -> str:
    return voice.say("take the latest entry back")


def history(voice: Voice) -> str:
    return voice.say("who changed what")


def audit(voice: Voice) -> str:
    return voice.say("add everything up again")


def limits(voice: Voice) -> str:
    return voice.say("see and change weekly limits")


def categories(voice: Voice) -> str:
    return voice.say("see and change categories")


def rules(voice: Voice) -> str:
    return voice.say("what your taps taught me; forget one")


def settings(voice: Voice) -> str:
    return voice.say("week start, time zone, numbers, currency")


def digest(voice: Voice) -> str:
    return voice.say("a look back at the week, by itself")


def remind(voice: Voice) -> str:
    return voice.say("a reminder on days without an entry")


def share(voice: Voice) -> str:
    return voice.say("a link to look at this budget")


def links(voice: Voice) -> str:
    return voice.say("the open links; revoke them")


def door(voice: Voice) -> str:
    return voice.say("a token by which a phone or a program records")


def doors(voice: Voice) -> str:
    return voice.say("the open doors; close them")


def export(voice: Voice) -> str:
    return voice.say("all entries as a CSV file")


def import_(voice: Voice) -> str:
    return voice.say("entries from a file of a bank or another program")


def imports(voice: Voice) -> str:
    return voice.say("files that were recorded, to be undone")


def forget(voice: Voice) -> str:
    return voice.say("delete everything of this chat")


def invite(voice: Voice) -> str:
    return voice.say("let a partner use this bot")


def members(voice: Voice) -> str:
    return voice.say("who may use this bot; remove somebody")


def help_(voice: Voice) -> str:
    return voice.say("how to write to me")
