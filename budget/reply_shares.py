"""What a reply reckons from an entry's amount: `half`, `split 3 ways`, `÷2`, `x2`, `+2 tip`."""

import re

from budget.categories import folded
from budget.grammar import Choice, Label, Question, Scope, Understood, read_line
from budget.money import Amount

_SIGNS = frozenset("/÷+x×*")
_EDGES = ",.!"
_TIMES = re.compile(r"([2-9]|[1-9][0-9]) ?[xX×]")
_PERCENT = re.compile(r"[0-9]{1,3} ?%")


def reckoned_said(text: str, amount: int, scope: Scope) -> Amount | None:
    """Return what a reply makes of an amount, with its working; None where it reckons nothing."""
    if _says(scope.vocabulary.half_words, text, scope):
        return Amount((amount + 1) // 2, f"{scope.money.written(amount)} ÷ 2")
    if _says(scope.vocabulary.double_words, text, scope):
        return Amount(2 * amount, f"2 × {scope.money.written(amount)}")
    if (times := _TIMES.fullmatch(text.strip())) is not None:
        text = f"x{times[1]}"
    if (share := _PERCENT.search(text)) is not None and _says_tip(text, scope):
        text = f"+ {share[0]}"
    signed = text[:1].lower() in _SIGNS and text[1:].lstrip()[:1].isdecimal()
    added = folded(text).partition(" ")[0] in scope.vocabulary.plus_words
    joint = "" if text[:1] in "/÷" else " "
    match read_line(f"{scope.money.plain(amount)}{joint}{text}", scope):
        case Understood(entry) if signed and entry.working:
            return Amount(entry.amount, entry.working)
        case Question(choices=(Choice(Label.SHARE, (entry,)), *_)):
            return Amount(entry.amount, entry.working)
        case Question(choices=(Choice(Label.IN_ALL | Label.AMOUNT, (entry,)), *_)) if (
            signed or added
        ) and entry.working:
            return Amount(entry.amount, entry.working)
        case _:
            return None


def _says_tip(text: str, scope: Scope) -> bool:
    """Whether a reply says of how much the tip was: `20% tip`, `with 18% tip`."""
    vocabulary = scope.vocabulary
    said = {word.strip(_EDGES) for word in folded(text).split() if word[:1].isalpha()}
    beside = vocabulary.tip_words | vocabulary.plus_words | vocabulary.little_words
    return not said.isdisjoint(vocabulary.tip_words) and said <= beside


def _says(many: frozenset[str], text: str, scope: Scope) -> bool:
    """Whether a reply says `half` or `double`, and beside it at most what of: `my half`, `double it`, but not `half marathon`."""
    vocabulary = scope.vocabulary
    said = {word.strip(_EDGES) for word in folded(text).split()}
    return bool(said & many) and said <= many | vocabulary.little_words | vocabulary.owners
