"""Entries that are asked for one by one: `what did i buy yesterday?`, `anything over 20 this week`, `biggest expenses in may`."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from budget.categories import Category
from budget.grammar.asked_days import Stretch, When, when_of
from budget.grammar.asking import Asked, asked_of
from budget.grammar.command_tables import bare, compared, said_in
from budget.grammar.joined import belongs_to_amount
from budget.grammar.lines import read_line
from budget.grammar.readings import Scope, Understood
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import spending_verbs, vocabulary_for
from budget.grammar.words import Kind, Words, split_words
from languages.vocabulary import Phrase

_MOST = 12  # words of what is asked
_MOST_BESIDE = 2  # words that say no more beside what says the largest
_LONGEST = 100  # characters
_RECENT = "recent"


class Listed(NamedTuple):
    """Which entries are asked for: of which days and category, the largest alone, or those of an amount (minor units) and more."""

    asked: Asked
    largest: bool = False
    over: int | None = None
    of_all_days: bool = False
    """Whether neither days nor amounts are named: the latest of a category."""


def listing_said(text: str, language: str, scope: Callable[[], Scope]) -> str | None:
    """Return the command, with its slash, that lists the entries for which a message asks; None for any other message."""
    if not 0 < len(text) <= _LONGEST or not text.isprintable():
        return None
    if not _may_ask(text, language):  # most messages: to read their days takes longer
        return None
    listed = listed_of(text, scope())
    if listed is None:
        return None
    category = listed.asked.category
    return f"/{_RECENT} {category.name if category is not None and listed.of_all_days else text}"


def listed_of(text: str, scope: Scope, *, behind: bool = False) -> Listed | None:
    """Return which entries a text asks for; None for any other one, and for a question of which a sum is the answer.

    A number in it is the amount that they are to exceed, or one of the days. Without days the largest are those of this month.
    ``behind`` a command that shows entries, days or a category are enough.
    """
    category, words = _without_category(_words_of(text, scope), scope)
    if not 0 < len(words) <= _MOST:
        return None
    over, amount = _over(words, scope)
    largest = frozenset[int]() if over else next(_places(words, scope.vocabulary.largest_words), frozenset())
    rest = tuple(word for n, word in enumerate(words) if n not in over | largest)
    when = when_of(rest, scope, spent=True)
    if when is None or when.stretch is Stretch.UNCLEAR:
        return None
    said = [word.folded for n, word in enumerate(rest) if n not in when.taken]
    if over or largest:
        if not _asks(said, scope, of_amount=bool(over) and not behind):
            return None
        when = when if when.taken else When(Stretch.MONTH, scope.today.replace(day=1))
    elif not (when.taken or category is not None) or not ((behind and not said) or _lists(text, said, scope)):
        return None
    return Listed(Asked("", category, False, *when[:3]), bool(largest), amount, not (when.taken or over or largest))


def _may_ask(text: str, language: str) -> bool:
    """Whether a text has a word that is in all those that ask for entries."""
    known = _telling_words(language)
    if vocabulary_for(language).particles:
        return any(word in text for word in known)
    return not known.isdisjoint(map(compared, text.split()))


def _words_of(text: str, scope: Scope) -> Words:
    words = split_words(spaced(text, scope.vocabulary), scope.money, scope.vocabulary)
    return tuple(word for word in words if word.kind is not Kind.SYMBOL)


def _over(words: Words, scope: Scope) -> tuple[frozenset[int], int | None]:
    """Return the places of an amount that is to be exceeded, and the amount: `over 20 dollars`, `1000円以上`; none for no such."""
    for places in _places(words, scope.vocabulary.over_words):
        for first in (max(places) + 1, _begins_before(words, min(places), scope)):
            run = _amount_at(words, first, scope)
            if run and min(places) in {max(run) + 1, min(run) - len(places)}:
                match read_line(" ".join(words[n].plain for n in sorted(run)), scope):
                    case Understood(entry):
                        return places | run, entry.amount
                    case _:
                        pass
    return frozenset(), None


def _begins_before(words: Words, end: int, scope: Scope) -> int:
    while end and belongs_to_amount(words[end - 1], scope.vocabulary):
        end -= 1
    return end


def _amount_at(words: Words, first: int, scope: Scope) -> frozenset[int]:
    end = first
    while end < len(words) and belongs_to_amount(words[end], scope.vocabulary):
        end += 1
    return frozenset(range(first, end))


def _places(words: Words, phrases: frozenset[Phrase]) -> Iterator[frozenset[int]]:
    """Yield the places of phrases among words, the longest first."""
    said = [word.folded for word in words]
    longest = max(map(len, phrases), default=0)
    for length in range(longest, 0, -1):
        for first in range(len(said) - length + 1):
            if tuple(said[first : first + length]) in phrases:
                yield frozenset(range(first, first + length))


def _without_category(words: Words, scope: Scope) -> tuple[Category | None, Words]:
    """Return the category that words name by its own name, and the other words."""
    said = [word.folded for word in words]
    for n in range(len(said)):
        match = scope.names.own(said[n:])
        if match is not None and match.by_name:
            return match.category, (*words[:n], *words[n + match.words :])
    return None, words


def _asks(said: Sequence[str], scope: Scope, *, of_amount: bool) -> bool:
    """Whether words beside an amount ask for entries and say nothing more, and beside what says the largest hardly more."""
    language = scope.vocabulary.spoken
    more = sum(word not in _beside(language) for word in said)
    if not of_amount:
        return more <= _MOST_BESIDE  # `the most expensive thing`
    return not more and any(word in _asking(language) for word in said)


def _lists(text: str, said: Sequence[str], scope: Scope) -> bool:
    """Whether words beside days or a category ask for entries: `what did I buy`, `list expenses`; `expenses` ask for a sum."""
    vocabulary, language = scope.vocabulary, scope.vocabulary.spoken
    if not vocabulary.list_words.isdisjoint(said):
        return all(word in _beside(language) for word in said)
    openers = (
        vocabulary.day_openers
        | vocabulary.in_words
        | vocabulary.of_words
        | vocabulary.for_words
        | vocabulary.from_words
    )
    commands = said_in(language)
    kept = (said, [word for word in said if word not in openers])
    phrases = (bare(tuple(map(compared, some)), commands.fillers, language) for some in kept)
    return any(commands.messages.get(one) == _RECENT for one in phrases) and asked_of(text, scope, ()) is None


@lru_cache(maxsize=64)
def _telling_words(language: str) -> frozenset[str]:
    """Return the words of which one is in every text that asks for entries."""
    vocabulary, said = vocabulary_for(language), said_in(language)
    phrases = vocabulary.largest_words | vocabulary.over_words
    recent = (phrase for phrase, command in said.messages.items() if command == _RECENT)
    words = {phrase[-1] for phrase in (*phrases, *recent)} | vocabulary.list_words
    return frozenset(map(compared, words))


@lru_cache(maxsize=64)
def _asking(language: str) -> frozenset[str]:
    """Return the words that ask for entries, or name them."""
    vocabulary, said = vocabulary_for(language), said_in(language)
    recent = {word for phrase, command in said.messages.items() if command == _RECENT for word in phrase}
    openers = vocabulary.list_words | vocabulary.everything_words | vocabulary.look_words | vocabulary.question_words
    verbs = vocabulary.verbs_first | vocabulary.participles  # `spent over 20`
    return (openers | recent | vocabulary.spending_words) - verbs - said.fillers


@lru_cache(maxsize=64)
def _beside(language: str) -> frozenset[str]:
    """Return the words that beside those say nothing more."""
    vocabulary, said = vocabulary_for(language), said_in(language)
    small = (
        vocabulary.articles
        | vocabulary.little_words
        | vocabulary.day_openers
        | vocabulary.in_words
        | vocabulary.of_words
    )
    small |= vocabulary.for_words | vocabulary.from_words | vocabulary.owners | vocabulary.self_words | vocabulary.me
    small |= vocabulary.please_words | vocabulary.was_words | vocabulary.particles | vocabulary.recurring_days.keys()
    return _asking(language) | small | said.fillers | spending_verbs(vocabulary)
