"""Why something can't be done."""

from bot.reply import Reply, escape, quoted
from budget.budgets import Budget
from budget.errors import Refused, Why
from budget.examples import spent_in
from budget.money import Money
from words import refusals as say
from words.voice import Voice


def refusal(voice: Voice, why: Why, word: str, money: Money, budget: Budget | None = None, example: str = "") -> str:
    """Put the reason of a refusal into a sentence that says what to write instead: an ``example``, or one of a known ``budget``."""
    if budget is not None and not example:
        example = escape(spent_in(budget))
    return say.refusal(voice, why, quoted(word), escape(word), money, example)


def advice(voice: Voice, why: Why, word: str, budget: Budget, example: str = "") -> str:
    """Say why a line of a message is not recorded, and what to write; for a reason that has no example any ``example`` will do."""
    said = refusal(voice, why, word, budget.money, budget, escape(example))
    return say.advised(voice, why, said, budget.money)


def refused(voice: Voice, problem: Refused, money: Money) -> Reply:
    """Say why something can't be done."""
    return Reply(refusal(voice, problem.why, problem.word, money))


def not_found(voice: Voice, word: str, budget: Budget) -> Reply:
    """Say that nothing is found by a word that was asked about."""
    return Reply(say.not_found(voice, quoted(word), voice.listed(escape(category.name) for category in budget.current)))


def unknown_category(voice: Voice, word: str, budget: Budget) -> Reply:
    """Say that a word names no category, and which there are."""
    names = voice.listed(escape(category.name) for category in budget.current)
    return Reply(say.unknown_category(voice, quoted(word), names))
