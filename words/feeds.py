"""What calendars are told of a budget."""

from words.voice import Voice


def bills_and_paydays(voice: Voice) -> str:
    """Name the calendar of a budget without a name."""
    return voice.say("Bills and paydays")


def payday(voice: Voice) -> str:
    """Name a payday that was said."""
    return voice.say("Payday")


def expected_payday(voice: Voice) -> str:
    """Name a payday that follows from the paychecks so far."""
    return voice.say("Payday, expected")


def missed_payday(voice: Voice) -> str:
    """Name a payday that is past and on which no paycheck came."""
    return voice.say("Payday was expected")
