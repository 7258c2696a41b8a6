"""What stands on the buttons of settings, the first minute, members, and of forgetting everything.

Labels are plain text, not HTML.
"""

from words.voice import Voice


def week_start(voice: Voice) -> str:
    """Change the week's first day."""
    return voice.say("Week start")


def time_zone(voice: Voice) -> str:
    """Change the time zone."""
    return voice.say("Time zone")


def numbers(voice: Voice) -> str:
    """Change how numbers are written."""
    return voice.say("Numbers")


def currency(voice: Voice) -> str:
    """Change the currency."""
    return voice.say("Currency")


def language(voice: Voice) -> str:
    """Change the language."""
    return voice.say("Language")


def from_next_week(voice: Voice) -> str:
    """Let a limit that was set hold from the next week on."""
    return voice.say("From next week")


def settings(voice: Voice) -> str:
    """Go back to the settings."""
    return voice.say("‹ Settings")


def place_and_time(voice: Voice, time: str, place: str) -> str:
    """Choose the time zone of a place by its clock."""
    return voice.say("{time} {place}", time=time, place=place)


def numbers_like(voice: Voice, sample: str, style: str) -> str:
    """Choose how numbers are written by a sample."""
    return voice.say("{sample} · {style}", sample=sample, style=style)


def currency_called(voice: Voice, name: str, code: str) -> str:
    """Choose a currency by its name and code."""
    return voice.say("{name}, {code}", name=name, code=code)


def yes_start(voice: Voice) -> str:
    """Begin with the settings as they are."""
    return voice.say("Yes, start")


def time(voice: Voice) -> str:
    """Set the time right."""
    return voice.say("Time")


def week(voice: Voice) -> str:
    """Set the first day of the week."""
    return voice.say("Week")


def make_a_group(voice: Voice) -> str:
    """Add the bot to a group, whose budget both share."""
    return voice.say("Make a group with me")


def they_were(voice: Voice, code: str) -> str:
    """Let all amounts have been in a currency all along."""
    return voice.say("Yes, they were {currency}", currency=code)


def begin_in(voice: Voice, code: str) -> str:
    """Let a budget be in the currency of its first amount."""
    return voice.say("Yes, {currency}", currency=code)


def keep_currency(voice: Voice, code: str) -> str:
    """Leave the currency as it is."""
    return voice.say("No, keep {currency}", currency=code)


def delete_everything(voice: Voice) -> str:
    """Delete a chat's budget."""
    return voice.say("Delete everything")


def confirm_deletion(voice: Voice) -> str:
    """Be the second person who has a group's budget deleted."""
    return voice.say("Confirm: delete everything")


def keep_it(voice: Voice) -> str:
    """Keep a budget."""
    return voice.say("Keep it")


def restore_budget(voice: Voice) -> str:
    """Bring a closed budget back."""
    return voice.say("Restore")


def delete_now(voice: Voice) -> str:
    """Delete a closed budget at once."""
    return voice.say("Delete now")


def remove(voice: Voice, name: str | None = None) -> str:
    """Take somebody out, or the person of a name."""
    return voice.say("Remove") if name is None else voice.say("Remove {name}", name=name)


def let_in(voice: Voice, person: str) -> str:
    """Let somebody use the bot."""
    return voice.say("Let {person} in", person=person)


def keep(voice: Voice) -> str:
    """Leave somebody in."""
    return voice.say("Keep")


def withdraw(voice: Voice, n: int) -> str:
    """Withdraw the invitation of a number."""
    return voice.say("Withdraw {n}", n=n)


def members(voice: Voice) -> str:
    """Go back to who may use the bot."""
    return voice.say("‹ Members")
