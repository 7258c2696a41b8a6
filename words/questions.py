"""Questions about a line, each with the line's text and without it."""

from collections.abc import Sequence

from budget.entries import Kind
from budget.grammar import About
from budget.money import Money
from words.voice import Voice, marked

_SURE = (
    marked("Is the amount in “{text}” {amount}? Tap, or write it with its decimals."),
    marked("Is the amount {amount}? Tap, or write it with its decimals."),
)
_SURE_AND_WHOLE = (
    marked("Is the amount in “{text}” {amount}? Tap, or write its digits alone."),
    marked("Is the amount {amount}? Tap, or write its digits alone."),
)
_CAME_BACK = (
    marked("Did {amount} come back to you in “{text}”? Tap where it belongs; if not, nothing is recorded."),
    marked("Did {amount} come back to you? Tap where it belongs; if not, nothing is recorded."),
)
_SPENT = (
    marked("Did you spend {amount} in “{text}”? Tap where it went; if not, nothing is recorded."),
    marked("Did you spend {amount}? Tap where it went; if not, nothing is recorded."),
)
_QUESTIONS = {
    About.AMOUNT: (marked("Which is the amount in “{text}”?"), marked("Which is the amount?")),
    About.ENTRIES: (
        marked("There are several amounts in “{text}”. What shall I record?"),
        marked("There are several amounts. What shall I record?"),
    ),
    About.INCOME: (
        marked("Is the {amount} in “{text}” a paycheck, or was it spent?"),
        marked("Is the {amount} a paycheck, or was it spent?"),
    ),
    About.PERIOD: (
        marked("There was a paycheck not long ago. Does the {amount} in “{text}” begin a new pay period?"),
        marked("There was a paycheck not long ago. Does the {amount} begin a new pay period?"),
    ),
    About.REFUND: (
        marked("Did the {amount} in “{text}” come back to you, or was it spent?"),
        marked("Did the {amount} come back to you, or was it spent?"),
    ),
    About.EXTRA: (
        marked("Which way did the {amount} in “{text}” go?"),
        marked("Which way did the {amount} go?"),
    ),
    About.CATEGORY: (
        marked("Which category is the {amount} in “{text}” for?"),
        marked("Which category is the {amount} for?"),
    ),
    About.DAY: (marked("Which is the day in “{text}”?"), marked("Which is the day?")),
}


def question(voice: Voice, about: About, kind: Kind, text: str, amount: str) -> str:
    """Ask what is open in a line; an empty ``text`` is not quoted."""
    usual = _CAME_BACK if kind is Kind.REFUND else _SPENT
    with_text, without = _QUESTIONS.get(about, usual)
    return voice.say(with_text if text else without, text=text, amount=amount)


def is_it_the_amount(voice: Voice, text: str, amount: str, money: Money) -> str:
    """Ask whether the only way to read an amount is right; an empty ``text`` is not quoted."""
    with_text, without = _SURE if money.currency.exponent else _SURE_AND_WHOLE
    return voice.say(with_text if text else without, text=text, amount=amount)


def shall_it_be_in(voice: Voice, text: str, currency: str, own: str) -> str:
    """Ask whether an empty budget shall be in the currency of its first amount; an empty ``text`` is not quoted."""
    if not text:
        return voice.say("Shall this budget be in {currency}? It is in {own} now.", currency=currency, own=own)
    asked = marked("“{text}”: shall this budget be in {currency}? It is in {own} now.")
    return voice.say(asked, text=text, currency=currency, own=own)


def shall_i_change(voice: Voice, entry: str) -> str:
    """Ask whether a reply changes an entry."""
    return voice.say("Shall I change this?\n{entry}", entry=entry)


def which_entry(voice: Voice, entries: Sequence[str]) -> str:
    """Ask which of several entries a reply changes."""
    listed = (voice.say("{n}. {entry}", n=n, entry=entry) for n, entry in enumerate(entries, 1))
    return "\n".join([voice.say("Which of these do you mean?"), *listed])


def declined(voice: Voice) -> str:
    """Say that a question was answered with No."""
    return voice.say("Fine, nothing is recorded.")


def settled(voice: Voice) -> str:
    """Say that a button has nothing left to do."""
    return voice.say("That is settled already. “Change…” under a receipt changes an entry.")


def more_choices(voice: Voice) -> str:
    """Stand over the buttons that one message could not hold."""
    return voice.say("More choices:")
