"""The question that a look answers: `how much is left?`, `is rent paid?`, `what did I spend on fun?`. It records nothing."""

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from budget.categories import Category
from budget.grammar import words as lexer
from budget.grammar.lines import ends_in_question
from budget.grammar.readings import Scope
from budget.grammar.unspaced import spaced
from budget.grammar.words import split_words

_LONGEST = 4  # words of a bill's name that are looked for
_MOST = 12  # words of a question


class Asked(NamedTuple):
    """What a question is about: a bill (its name, as it is compared), a category, the paycheck, or none of them: the week."""

    bill: str = ""
    category: Category | None = None
    paycheck: bool = False


def asked_of(text: str, scope: Scope, bills: Collection[str]) -> Asked | None:
    """Return what a question without a number is about; None for any other text. ``bills`` are names, as they are compared."""
    text = spaced(text, scope.vocabulary)
    spoken = [word for word in split_words(text, scope.money, scope.vocabulary) if word.kind is not lexer.Kind.SYMBOL]
    said = [word.folded for word in spoken]
    if not 0 < len(said) <= _MOST or any(word.kind > lexer.Kind.WORD for word in spoken):
        return None
    if not _is_question(text, said, scope):
        return None
    bill = _bill_in(said, bills)
    if bill:
        return Asked(bill)
    vocabulary = scope.vocabulary
    category = _category_in(said, scope)
    asks = any(word in vocabulary.money_asked for word in said)
    if category is not None:
        return Asked(category=category)
    paycheck = any((word,) in vocabulary.income for word in said) or any(
        pair in vocabulary.income for pair in pairwise(said)
    )
    if paycheck:
        return Asked(paycheck=True) if asks else None
    return Asked() if asks else None


def _is_question(text: str, said: Sequence[str], scope: Scope) -> bool:
    vocabulary = scope.vocabulary
    opens = said[0] in vocabulary.question_words or {tuple(said[:1]), tuple(said[:2])} & vocabulary.plans
    return bool(opens) or ends_in_question(text) or said[-1] in vocabulary.closing_questions


def _bill_in(said: Sequence[str], bills: Collection[str]) -> str:
    """Return the longest bill's name among words, an empty text where none is there."""
    for length in range(min(_LONGEST, len(said)), 0, -1):
        for first in range(len(said) - length + 1):
            name = " ".join(said[first : first + length])
            if name in bills:
                return name
    return ""


def _category_in(said: Sequence[str], scope: Scope) -> Category | None:
    """Return the one category that words name by its name, key or a keyword; None for none, and for several."""
    found = {match.category.number: match.category for n in range(len(said)) if (match := scope.names.own(said[n:]))}
    return next(iter(found.values())) if len(found) == 1 else None
