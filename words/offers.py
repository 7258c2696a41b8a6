"""What is offered because of what was recorded."""

from words.voice import Voice


def left_over(voice: Voice, amount: str) -> str:
    """Say what was left when a pay period ended."""
    return voice.say("{amount} were left of the last period.", amount=amount)


def paychecks_come(voice: Voice, when: str) -> str:
    """Say which rule the last paychecks follow, and that it may hold."""
    return voice.say("The last three paychecks came {when}. Shall I expect the next ones so?", when=when)


def came_to(voice: Voice, name: str, amount: str) -> str:
    """Say what a bill came to lately whose amount is an estimate."""
    return voice.say("{name} came to {amount} lately.", name=name, amount=amount)


def has_come_again(voice: Voice, note: str) -> str:
    """Say that a note has come again about once a month, with about one amount."""
    return voice.say("“{note}” has come three times now, about a month apart.", note=note)


def where_bill_stands(voice: Voice, name: str, amount: str, when: str) -> str:
    """Ask whether a bill's payments count in the weekly limits."""
    return voice.say("{name}, {amount}, {when}. Where do its payments count?", name=name, amount=amount, when=when)
