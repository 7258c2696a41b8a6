"""What a message without a slash changes of a bill: `change rent to 960`, `rent is 950 now`, `move rent to the 3rd`."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple

from budget.errors import Refused
from budget.grammar.command_tables import compared, said_in
from budget.grammar.commands import LONGEST_COMMAND, bill_words
from budget.grammar.orders import bill_said
from budget.grammar.readings import Scope
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import vocabulary_for
from languages.vocabulary import Phrase

_LONGEST_NAME = 4  # words of a bill's name that are looked for


class BillChange(NamedTuple):
    """A bill's name, as names of bills are compared, and the command, with its slash, that changes it."""

    bill: str
    command: str


def bill_change_said(text: str, scope: Scope, bills: Collection[str]) -> BillChange | None:
    """Return what a message changes of the amount or the days of a bill; None for any other message.

    ``bills`` are names, as they are compared. The order is a verb that sets, and what stands before the new value; or it says that
    something is so from now on.
    """
    if not bills or len(text) > LONGEST_COMMAND or not text.isprintable():
        return None
    words = [word for word in spaced(text, scope.vocabulary).split() if compared(word)]
    plain = tuple(map(compared, words))
    telling = _telling(scope.vocabulary.spoken)
    if telling.needed.isdisjoint(plain):
        return None  # most messages: to compare the names takes longer
    names = {" ".join(map(compared, name.split())): name for name in bills}
    first, end = next(_places_of_names(plain, names), (0, 0))
    at = end + (plain[end : end + 1] != () and plain[end] in telling.called)
    value = _value_set(plain[:first], plain[at:], telling) or _value_now(plain[:first], plain[at:], telling)
    if first == end or not value:
        return None
    name, rest = names[" ".join(plain[first:end])], " ".join(words[at + n] for n in value)
    with suppress(Refused):
        said = bill_said(f"{name} {rest}", scope)
        if said.name.casefold() == name.casefold() and (said.amount is None) != (not said.schedules) and not said.word:
            return BillChange(name, f"/bill {name} {rest}")
    return None


class _Telling(NamedTuple):
    """The words that tell of a change, as they are compared."""

    orders: frozenset[str]
    to: frozenset[str]
    verbs: frozenset[str]
    rises: frozenset[Phrase]
    from_now: frozenset[Phrase]
    beside: frozenset[str]
    """Before a bill's name."""
    gone: frozenset[str]
    """Words of a value that say no more: `due on the 2nd`."""
    called: frozenset[str]
    needed: frozenset[str]
    """Words of which one is in each text that changes a bill."""


@lru_cache(maxsize=64)
def _telling(language: str) -> _Telling:
    vocabulary, said = vocabulary_for(language), said_in(language)
    orders = _plain({phrase[0] for phrase in said.words["set limit"]} | vocabulary.part_openings)
    return _Telling(
        orders,
        _plain({phrase[0] for phrase in said.words["to"] if len(phrase) == 1} | vocabulary.filed_words),
        _plain(vocabulary.talk_verbs | vocabulary.price_verbs | vocabulary.was_words),
        frozenset(tuple(map(compared, phrase)) for phrase in vocabulary.rises),
        frozenset(tuple(map(compared, phrase)) for phrase in vocabulary.from_now),
        _plain(vocabulary.articles | vocabulary.owners | vocabulary.little_words | said.fillers),
        _plain(vocabulary.due_words | vocabulary.please_words),
        bill_words(language),
        orders | _plain(phrase[0] for phrase in vocabulary.rises | vocabulary.from_now),
    )


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(compared, words))


def _places_of_names(plain: Phrase, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where names of bills begin and end among words, the longest first."""
    for length in range(min(_LONGEST_NAME, len(plain)), 0, -1):
        for first in range(len(plain) - length + 1):
            if " ".join(plain[first : first + length]) in names:
                yield first, first + length


def _value_set(before: Phrase, behind: Phrase, telling: _Telling) -> Sequence[int]:
    """Return the places behind a bill's name of the value to which an order sets it: `change the rent to 960`; none for others."""
    if not before or before[0] not in telling.orders or not telling.beside.issuperset(before[1:]):
        return ()
    return _without_beside(behind, 1, telling) if behind[:1] and behind[0] in telling.to else ()


def _value_now(before: Phrase, behind: Phrase, telling: _Telling) -> Sequence[int]:
    """Return the places behind a bill's name of what it is from now on: `rent is 950 now`, `rent rises to 950`; none for others."""
    if not telling.beside.issuperset(before):
        return ()
    rises = next((phrase for phrase in telling.rises if behind[: len(phrase)] == phrase), ())
    if rises:
        return _without_beside(behind, len(rises), telling)
    is_now = any(True for phrase in telling.from_now for _ in _places(behind, phrase))
    return _without_beside(behind, 1, telling) if is_now and behind[0] in telling.verbs else ()


def _places(words: Phrase, phrase: Phrase) -> Iterator[int]:
    return (n for n in range(len(words)) if words[n : n + len(phrase)] == phrase)


def _without_beside(words: Phrase, first: int, telling: _Telling) -> Sequence[int]:
    """Return the places of a value's words, without those that say no more: of `due on the 2nd from now on` three."""
    gone = {n for phrase in telling.from_now for at in _places(words, phrase) for n in range(at, at + len(phrase))}
    return [n for n in range(first, len(words)) if n not in gone and words[n] not in telling.gone]
