"""What a reply reckons from an entry's amount: `half`, `split 3 ways`, `÷2`, `x2`, `+2 tip`."""

import re

from budget.categories import folded
from budget.currencies import MONEY_WORDS
from budget.grammar import Choice, Label, Question, Scope, Understood, read_line
from budget.money import Amount
from languages.vocabulary import Vocabulary

_SIGNS = frozenset("/÷+x×*")
_EDGES = ",.!"
_TIMES = re.compile(r"([2-9]|[1-9][0-9]) ?[xX×]")
_CORRECTED = re.compile(r"\*[0-9.,]+")  # `*13`
_NUMBER = re.compile(r"[0-9][0-9.,]*[0-9]|[0-9]")
_PERCENT = re.compile(r"[0-9]{1,3} ?%")


def reckoned_said(text: str, amount: int, scope: Scope) -> Amount | None:
    """Return what a reply makes of an amount, with its working; None where it reckons nothing."""
    if _says(scope.vocabulary.half_words, text, scope):
        return Amount((amount + 1) // 2, f"{scope.money.written(amount)} ÷ 2")
    if _says(scope.vocabulary.double_words, text, scope):
        return Amount(2 * amount, f"2 × {scope.money.written(amount)}")
    if _CORRECTED.fullmatch(text.strip()):
        return None  # people correct so what they wrote
    if (times := _TIMES.fullmatch(text.strip())) is not None:
        text = f"x{times[1]}"
    text = added_said(text, scope.vocabulary) or text
    if (share := _PERCENT.search(text)) is not None and _says_tip(text, scope):
        text = f"+ {share[0]}"
    signed = text[:1].lower() in _SIGNS and text[1:].lstrip()[:1].isdecimal()
    added = folded(text).partition(" ")[0] in scope.vocabulary.plus_words or _tips(text, scope.vocabulary)
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
        case Question(choices=choices) if _takes_off(text, scope.vocabulary):
            less = (one for choice in choices for one in choice.entries if one.working and one.amount < amount)
            return next((Amount(one.amount, one.working) for one in less), None)
        case _:
            return None


def added_said(text: str, vocabulary: Vocabulary) -> str:
    """Return what is to be added to an entry, with a sign: `add 3 to that`, `add a 3 dollar tip`; empty for anything else."""
    words = text.split()
    first = folded(words[0]).strip(_EDGES) if words else ""
    if not any(first == phrase[-1] for phrase in vocabulary.record_openers):
        return ""
    said = [folded(word).strip(_EDGES) for word in words]
    numbers = [found[0] for word in words if (found := _NUMBER.search(word)) is not None]
    if len(numbers) != 1:
        return ""
    beside = {word for word in said[1:] if word.isalpha()}
    pointing = vocabulary.closings - vocabulary.please_words
    known = pointing | vocabulary.tip_words | vocabulary.little_words | vocabulary.articles | vocabulary.please_words
    adds = not beside.isdisjoint(pointing | vocabulary.tip_words) and beside <= known | MONEY_WORDS
    return f"+ {numbers[0]}" if adds else ""


def _tips(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a reply says that a tip comes to the amount: `with 7 tip`, but not `with tip 40`."""
    words = folded(text).split()
    return len(words) > 2 and words[0] in vocabulary.with_words and words[-1].strip(_EDGES) in vocabulary.tip_words


def _takes_off(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a reply says what is taken off the amount: `minus 5`, `5 off`."""
    words = folded(text).split()
    return len(words) > 1 and (words[0] in vocabulary.minus_words or words[-1].strip(_EDGES) in vocabulary.off_words)


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
