"""A line that says what the lines above it are together: it checks them, and is not counted (docs/grammar.md, 8)."""

from collections.abc import Iterable, Sequence

from budget.entries import Entry, Kind
from budget.errors import Why
from budget.grammar import words as lexer
from budget.grammar.dated_lines import as_question
from budget.grammar.readings import About, CheckedTotal, Question, Reading, Scope, Understood, Unreadable
from budget.grammar.words import Words, split_words

_MOST_SUMS = 4096  # of what the questions above may come to: more say nothing about a total


def checked(
    line: str, words: Words | None, reading: Reading, above: Sequence[Reading], scope: Scope, *, last: bool
) -> Reading:
    """Return a line that says `total` as the check of the lines above: it is not counted.

    ``words`` are the line's own, where they are split already.
    Below a question it agrees where one of the answers makes it the sum; where none does it is held against the likeliest ones.
    It is asked about where no line above could be read, and within a text. A last line that is nothing but the sum is, too, and
    what says below a total how that was paid.
    """
    amounts = _said(reading)
    entries = [one.entry for one in above if isinstance(one, Understood)]
    asked = [one for one in above if isinstance(one, Question)]
    unsure = bool(asked) or any(isinstance(one, Unreadable) and one.why is not Why.NO_AMOUNT for one in above)
    if not amounts or not (entries or unsure):
        return reading
    words = split_words(line, scope.money, scope.vocabulary) if words is None else words
    totals = {one.said for one in above if isinstance(one, CheckedTotal)}
    spent = isinstance(reading, Understood) and reading.entry.kind.is_spending  # but `paid 1500` below is a paycheck
    if totals and (spent or amounts[0] in totals) and _says_payment(words, scope):
        return _asked(reading, scope)
    is_total = _is_total(words, scope)
    if not (is_total or last):  # as most lines: what the questions above may come to is not asked for
        return reading
    sums = _sums_of(entries, asked)
    agreed = next((amount for amount in amounts if amount in sums), None)
    if not is_total:
        bare = len(entries) + 2 * len(asked) > 1 and all(word.kind is not lexer.Kind.WORD for word in words)
        return _asked(reading, scope) if agreed is not None and bare else reading
    if agreed is not None:
        return CheckedTotal(agreed, agreed)
    if last and (entries or asked) and len({*amounts}) == 1:  # not where nothing above could be read
        likeliest = (choice.entries for choice in (question.choices[0] for question in asked))
        return CheckedTotal(amounts[0], _sum_of(entries) + sum(map(_sum_of, likeliest)))
    return _asked(reading, scope)


def _says_payment(words: Words, scope: Scope) -> bool:
    """Whether a line below a total says how that was paid: `VISA 5.40`, `CASH 10.00`, `CHANGE 4.60`."""
    vocabulary = scope.vocabulary
    paid = vocabulary.money_names | vocabulary.paid | vocabulary.labels | vocabulary.ending_words | vocabulary.in_words
    paid |= vocabulary.tender_words
    said = {word.folded.strip(":=.") for word in words if word.kind is lexer.Kind.WORD}
    return bool(said) and said <= paid | {word for phrase in vocabulary.card_debts for word in phrase}


def checked_first(line: str, reading: Reading, below: Sequence[Reading], scope: Scope) -> Reading:
    """Return a line that says nothing but a total as the check of the lines below it: it is counted with none of them."""
    amounts = _said(reading)
    entries = [one.entry for one in below if isinstance(one, Understood)]
    asked = [one for one in below if isinstance(one, Question)]
    if not amounts or not (entries or asked):
        return reading
    if any(isinstance(one, CheckedTotal) and one.said == one.summed for one in below):
        return reading  # `subtotal 18`, `tax 1.49`, `total 19.49`
    words = split_words(line, scope.money, scope.vocabulary)
    summed = words[0].plain == "=" and all(word.kind is not lexer.Kind.WORD for word in words)
    if not (summed or _is_only_total(words, scope)):
        return reading
    sums = _sums_of(entries, asked)
    agreed = next((amount for amount in amounts if amount in sums), None)
    return CheckedTotal(agreed, agreed) if agreed is not None else _asked(reading, scope)


def _said(reading: Reading) -> tuple[int, ...]:
    """Return the amounts that a line may say; none where it says several, or is no entry."""
    match reading:
        case Understood(entry):
            return (entry.amount,)
        case Question(About.SPENDING | About.AMOUNT, choices):  # of a forwarded message; `total 1.250`
            return tuple(choice.total for choice in choices if choice.entries)
        case _:
            return ()


def _asked(reading: Reading, scope: Scope) -> Reading:
    return as_question(reading, scope) if isinstance(reading, Understood) else reading


def _sum_of(entries: Iterable[Entry]) -> int:
    return sum(entry.amount if entry.kind is not Kind.REFUND else -entry.amount for entry in entries)


def _sums_of(entries: Sequence[Entry], asked: Sequence[Question]) -> set[int]:
    """Return what the lines may come to together, whatever is answered; nothing where that is too much to tell."""
    sums = {_sum_of(entries)}
    for question in asked:
        ways = {_sum_of(choice.entries) for choice in question.choices}
        sums = {one + other for one in sums for other in ways}
        if len(sums) > _MOST_SUMS:
            return set()
    return sums


def _is_total(words: Words, scope: Scope) -> bool:
    """Whether a line begins with `total` or `=`, or says nothing else: `16.50 total`, `grand total 16.50`."""
    if words[0].plain == "=" or words[0].folded.strip(":=.") in scope.vocabulary.total_words:
        return True
    return _is_only_total(words, scope)


def _is_only_total(words: Words, scope: Scope) -> bool:
    total, beside = scope.vocabulary.total_words, scope.vocabulary.total_beside
    said = {word.folded.strip(":=.") for word in words if word.kind is lexer.Kind.WORD}
    return bool(said & total) and said <= total | beside
