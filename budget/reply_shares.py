"""A share of an entry that a reply says: `half`, `split 3 ways`, `/2`."""

from budget.categories import folded
from budget.grammar import Choice, Label, Question, Scope, Understood, read_line
from budget.money import Amount

_DIVIDES = frozenset("/÷")
_EDGES = ",.!"


def share_said(text: str, amount: int, scope: Scope) -> Amount | None:
    """Return the share of an amount that a reply says, with its working; None where it says none."""
    divides = text[:1] in _DIVIDES
    if _says_half(text, scope):
        return Amount((amount + 1) // 2, f"{scope.money.written(amount)} ÷ 2")
    reading = read_line(f"{scope.money.plain(amount)}{'' if divides else ' '}{text}", scope)
    match reading:
        case Understood(entry) if divides and entry.working:
            return Amount(entry.amount, entry.working)
        case Question(choices=(Choice(Label.SHARE, (entry,)), *_)):
            return Amount(entry.amount, entry.working)
        case _:
            return None


def _says_half(text: str, scope: Scope) -> bool:
    """Whether a reply says `half`, and beside it at most whose: `my half`, but not `half marathon`."""
    vocabulary = scope.vocabulary
    said = {word.strip(_EDGES) for word in folded(text).split()}
    return (
        bool(said & vocabulary.half_words)
        and said <= vocabulary.half_words | vocabulary.little_words | vocabulary.owners
    )
