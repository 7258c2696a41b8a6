"""Commands with a number and without a slash: `undo 2`, `last 5`, `limits fun 80`; any other is asked about: `week 2`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from budget.grammar.category_orders import category_order
from budget.grammar.command_tables import compared, said_in
from budget.grammar.commands import LONGEST_COMMAND, IsName, first_words, means, message_said
from budget.grammar.dated_lines import as_question
from budget.grammar.elisions import without_suffix
from budget.grammar.pointing import changes_named
from budget.grammar.readings import Evidence, Reading, Scope, Understood
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import vocabulary_for
from budget.money import clean

_LONGEST_NAME = 4  # words of a category's name that are looked for
_COUNTED = {"undo": re.compile(r"[0-9]{1,2}"), "recent": re.compile(r"[0-9]{1,3}")}
"""Commands that take the number of an entry, or how many of them, and which numbers may be meant."""
_COUNT = re.compile(r"([^0-9]*?)の?([0-9]{1,3})(?:[件個つ][のを]?)?([^0-9]*)")
"""How many entries, in Japanese: what stands before, the number, and what stands behind."""


def numbered_message(text: str, language: str, is_name: IsName) -> str | None:
    """Return the command, with its slash, that a word and a number ask for in a language; None for any other message."""
    words = text.split() if len(text) <= LONGEST_COMMAND and text.isprintable() else []
    order = category_order(words, language, is_name) if words else None
    if order is not None or not words:
        return order
    recent = _recent(_with_number_apart(words, language), language, is_name)
    if recent is not None or len(words) < 2 or not any(map(str.isdecimal, words[-1])):
        return recent
    first, number, between = compared(words[0]), clean(words[-1]), " ".join(words[1:-1])
    name = said_in(language).names.get(first)
    if name == "limits" and between and is_name(between) and not is_name(words[0]):
        return f"/{name} {between} {number}"
    if name is None and first in vocabulary_for(language).delete_words:
        name = "undo"
    counted = _COUNTED.get(name or "")
    if counted is None or between or is_name(words[0]) or not counted.fullmatch(number):
        return None
    return f"/{name} {int(number)}"


def _with_number_apart(words: list[str], language: str) -> list[str]:
    """Return the words with the one number bare of what is glued to it: `5'i`, `最新の5件を`."""
    vocabulary, text = vocabulary_for(language), " ".join(words)
    if vocabulary.particles:
        found = _COUNT.fullmatch(clean(text))
        return words if found is None else [found[1], found[2], found[3]]
    if not vocabulary.suffixes:
        return words
    bare = [without_suffix(word, vocabulary) for word in words]
    return [one if one.isdecimal() else word for word, one in zip(words, bare, strict=True)]


def _recent(words: Sequence[str], language: str, is_name: IsName) -> str | None:
    """Return the command for so many of the latest entries: `show me the last 5`, `my 3 latest purchases`.

    One word beside the number is none, but for `last`: `expenses 45` may have been spent.
    """
    numbers = [word for word in words if any(map(str.isdecimal, word))]
    number = clean(numbers[0]) if len(numbers) == 1 else ""
    if not _COUNTED["recent"].fullmatch(number):
        return None
    rest = [word for word in words if word != numbers[0]]
    if len(rest) == 1 and not means(rest[0], "last", language):
        return None
    return f"/recent {int(number)}" if message_said(" ".join(rest), language, is_name) == "/recent" else None


def names_command(line: str, language: str, is_name: IsName) -> bool:
    """Whether a line asks for a command but for its numbers: `week 2`, `undo last 2`. Bills are what was paid."""
    if len(line) > LONGEST_COMMAND or not line.isprintable():
        return False
    words = spaced(line, vocabulary_for(language)).split()
    if _changes_categories(words, language, is_name) or _sets_limit(words, language):
        return True
    said = [word for word in words if not any(map(str.isdecimal, word))]
    if not said or compared(words[0]) not in first_words(language):
        return False
    return message_said(" ".join(said), language, is_name) not in {None, "/bills"}


def _changes_categories(words: Sequence[str], language: str, is_name: IsName) -> bool:
    """Whether a line names categories, or limits and a category: `add category pets 30`, `fun budget this week 120`.

    Where a category has such a word in its name, it is that name.
    """
    named = changes_named(words, language)
    if not named or any(_is_in_name(words, at, is_name) for at in named):
        return False
    return "categories" in named.values() or any(
        is_name(" ".join(words[at : at + length])) for length in range(1, _LONGEST_NAME + 1) for at in range(len(words))
    )


def _sets_limit(words: Sequence[str], language: str) -> bool:
    """Whether a line begins as one that sets a limit, and names one: `set a limit for movies 80`."""
    first, articles = compared(words[0]) if words else "", vocabulary_for(language).articles
    sets = (first,) in said_in(language).words["set"] and first not in articles  # not `the budget hotel 80`
    return sets and "limits" in changes_named(words, language).values()


def sets_to(line: str, language: str) -> bool:
    """Whether a line says to which amount something is set, or what it may cost: `put beer at 60`, `at most 60 for beer`.

    It may as well correct an entry: `change gas to 44`.
    """
    vocabulary = vocabulary_for(language)
    words = spaced(line, vocabulary).split() if len(line) <= LONGEST_COMMAND else []
    plain = (*map(compared, words),)
    if not vocabulary.particles and _setting_words(language).isdisjoint(plain):  # most lines
        return False
    numbers = [n for n, word in enumerate(words) if any(map(str.isdecimal, word))]
    if len(numbers) != 1:
        return False
    said, at = said_in(language).words, numbers[0]
    if at == len(plain) - 1:
        if (plain[0],) in said["correct"]:
            return at > 0
        if (plain[0],) in said["set limit"]:
            return at > 1 and plain[at - 1] in _before_limit(language)
    if vocabulary.verbs_last:
        behind = plain[at + 1 :]
        rest = tuple(word for word in behind if word not in vocabulary.particles and (word,) not in said["to"])
        if not (said["set limit"] | said["correct"]).isdisjoint({behind, rest, ("".join(behind),)}):
            return True  # `birayı 2000 yap`
    most = (
        phrase for phrase in said["at most"] if phrase in {plain[at - len(phrase) : at], plain[at + 1 :][: len(phrase)]}
    )
    needed = vocabulary.for_words | vocabulary.spent_on | vocabulary.meant_for | vocabulary.particles
    return any(len(phrase) > 1 or not needed.isdisjoint(plain) for phrase in most)  # not `max 60`


@lru_cache(maxsize=64)
def _setting_words(language: str) -> frozenset[str]:
    """Return the words of which one is in every line that sets an amount."""
    said = said_in(language).words
    return frozenset(phrase[0] for phrase in said["set limit"] | said["correct"] | said["at most"])


@lru_cache(maxsize=64)
def _before_limit(language: str) -> frozenset[str]:
    """Return the words that stand before the amount to which something is set: no price, as in `change pneu pour 60`."""
    said, vocabulary = said_in(language).words, vocabulary_for(language)
    little = vocabulary.little_words - vocabulary.articles
    openers = said["to"] | {(word,) for word in little} & said["set"]
    return frozenset(phrase[0] for phrase in openers if len(phrase) == 1) - (
        vocabulary.price_openers or vocabulary.for_words
    )


def _is_in_name(words: Sequence[str], at: int, is_name: IsName) -> bool:
    """Whether a word is part of a category's own name: `Category A` of `1.25 Category A bread`."""
    return any(
        is_name(" ".join(words[first:end]))
        for first in range(max(0, at - _LONGEST_NAME + 1), at + 1)
        for end in range(at + 1, min(len(words), first + _LONGEST_NAME) + 1)
    )


def asked_of_command(line: str, reading: Reading, scope: Scope, language: str) -> Reading:
    """Ask about a command's words with a number. What names a category by itself, or was taught, was spent."""
    if not isinstance(reading, Understood):
        return reading
    words = line.split()
    known = Evidence.NAMED in reading.evidence and len(words) == len(reading.entry.note.split()) + 1
    known = known and not _sets_limit(spaced(line, scope.vocabulary).split(), language) and not sets_to(line, language)
    return reading if known else as_question(reading, scope)
