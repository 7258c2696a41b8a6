"""The command that a message is about, though it asks for none: `share with my wife`, `rename it to misc`, `carry over fun`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from budget.categories import folded
from budget.grammar.command_tables import bare, compared, phrases_of, said_in, tables_of
from budget.grammar.commands import LONGEST_COMMAND
from budget.grammar.lines import ends_in_question
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import vocabulary_for
from languages.vocabulary import LONGEST, Phrase, Vocabulary

_UNNAMED = frozenset({"add", "spent", "paid", "refund", "undo", "forget", "afford", "card", "door", "doors", "help"})
"""Commands that record or take back, and those whose names people use of other things."""
_CHANGES = {
    "zone": "settings", "numbers": "settings", "currency": "settings", "language": "settings",
    "rename": "categories", "add": "categories", "remove": "categories",
    "carry": "limits", "skip": "bill",
}  # fmt: skip
"""Words behind a command that tell it by themselves: of each the first that a language has, for others say other things, too."""


class Pointed(NamedTuple):
    """A command, and the English word that what it means begins with: `currency` of `/settings`; empty for none."""

    command: str
    change: str = ""


_ORDERS = frozenset({Pointed("categories", "add"), Pointed("categories", "remove")})
"""What is said of many things, and of categories only beside their name."""


def pointed(text: str, language: str) -> Pointed | None:
    """Return the command that a message is about, by its first word that tells one; None for none."""
    if len(text) > LONGEST_COMMAND or text.startswith("/"):
        return None
    signs, paid = _signs_in(language), vocabulary_for(language).paid  # `loyer payé` is about no `paye`
    said = ((word, compared(word)) for word in text.split())
    words = tuple(plain for word, plain in said if plain and not (folded(word) in paid and plain != folded(word)))
    told = [*_found(words, signs, unspaced=bool(vocabulary_for(language).particles))]
    found = next((one for one in told if one not in _ORDERS or Pointed(one.command) in told), None)
    weekdays = vocabulary_for(language).weekdays
    if found == Pointed("week") and any(word in weekdays for word in words):
        return Pointed("settings", "week")  # `start the week on monday`
    return found


def asks_of_bills(text: str, language: str) -> bool:
    """Whether a question is about the bills in general, and not about what was spent: `what bills are left`, `what is due`."""
    vocabulary = vocabulary_for(language)
    words = [compared(word) for word in spaced(text, vocabulary).split()]
    spent = vocabulary.tells | vocabulary.participles | vocabulary.paid
    if not words or len(text) > LONGEST_COMMAND or not spent.isdisjoint(words):
        return False
    said, rest = said_in(language), _without_days(words, vocabulary)
    if rest != words and said.messages.get(bare(rest, said.fillers, language)) == "bills":
        return True  # `what do I have to pay this week`
    names = said.names
    asks = words[0] in vocabulary.question_words or ends_in_question(text)
    return any(names.get(word) == "bills" for word in words) or (asks and not vocabulary.due_words.isdisjoint(words))


def _without_days(words: Sequence[str], vocabulary: Vocabulary) -> Sequence[str]:
    """Return words without the first phrase that names days, and what stands before it: `на этой неделе`."""
    openers = vocabulary.day_openers | vocabulary.in_words | vocabulary.spent_on
    for length in range(LONGEST, 0, -1):
        for at in range(len(words) - length + 1):
            if tuple(words[at : at + length]) in vocabulary.asked_spans:
                first = at - 1 if at and words[at - 1] in openers else at
                return [*words[:first], *words[at + length :]]
    return words


def changes_named(words: Iterable[str], language: str) -> Mapping[int, str]:
    """Return the places of words that name a command which changes categories or limits, and the command of each."""
    names, weekdays = _names_in(language), vocabulary_for(language).weekdays  # `الحد` is Sunday, too
    found = ((at, word.casefold()) for at, word in enumerate(words))
    return {at: names[word] for at, word in found if word in names and word not in weekdays}


def _found(words: Phrase, signs: Mapping[Phrase, Pointed], *, unspaced: bool) -> Iterator[Pointed]:
    for at in range(len(words)):
        for length in (3, 2, 1):
            if words[at : at + length] in signs:
                yield signs[words[at : at + length]]
    if unspaced:
        text = "".join(words)
        yield from (found for phrase, found in signs.items() if len("".join(phrase)) > 1 and "".join(phrase) in text)


@lru_cache(maxsize=64)
def _signs_in(language: str) -> Mapping[Phrase, Pointed]:
    signs: dict[Phrase, Pointed] = {}
    for said in tables_of(language):
        for word, command in _CHANGES.items():
            signs[next(phrases_of(said.words[word]))] = Pointed(command, word)
        for name, some in said.names.items():
            if name not in _UNNAMED:
                signs |= dict.fromkeys(phrases_of(some), Pointed(name))
    return signs


@lru_cache(maxsize=64)
def _names_in(language: str) -> Mapping[str, str]:
    return {
        form: name
        for said in tables_of(language)
        for name in ("categories", "limits")
        for word in said.names[name].split(",")
        for form in (word.strip(), compared(word.strip()))  # with its diacritics, and without
    }
