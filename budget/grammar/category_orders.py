"""What a message without a slash changes of the categories: `add category pets 40`, `rename other to misc`."""

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from budget.grammar.command_tables import Said, compared, said_in
from budget.grammar.slots import SLOTS, SlotReader
from budget.grammar.vocabulary import vocabulary_for
from languages.vocabulary import Phrase

_SIGNS = frozenset({"=", "->", "→", "=>"})
"""What stands between a category's old name and its new one, beside the words of `to`."""

_AMOUNT_BEHIND = re.compile(r"(?<=[^0-9.,\s])([0-9][0-9.,]*)$")
_QUOTES = dict.fromkeys(map(ord, "「」『』"))
_FEWEST = 3  # words of a renaming: the old name, what parts them, the new one


def category_order(words: list[str], language: str, is_name: Callable[[str], bool]) -> str | None:
    """Return the command, with its slash, that a message changes the categories with; None for any other message.

    What is added or removed has to be called a category; what is renamed has to be one.
    """
    said = said_in(language)
    ended = _with_limit_behind(words, language, is_name) or _with_verb_first(words, language, is_name)
    if ended:
        words = ended
    elif compared(words[0]) not in _first_words(language) or any(is_name(" ".join(words[:n])) for n in (1, 2)):
        return None
    called = _is_called(words[0], said)  # `category add pets 40`
    verb, *rest = (SlotReader(words[called:], language).read(SLOTS["categories"]) or "").split() or [""]
    if verb == "rename":
        named = renamed(rest[bool(rest) and _is_called(rest[0], said) :], language, is_name)
        return None if named is None else f"/categories rename {named}"
    while rest and not called:
        called = _is_called(rest[0], said)
        if (
            not called
            and not _adds_nothing(rest[0], said)
            and compared(rest[0]) not in vocabulary_for(language).articles
        ):
            break
        del rest[0]
    if verb == "remove" and not called and _is_called(rest[-1] if rest else "", said):
        called = is_name(" ".join(rest[:-1]))  # `delete the pets category`
        del rest[-1]
    if verb == "add":
        rest = _with_limit(rest, said, vocabulary_for(language).with_words)
    return f"/categories {verb} {' '.join(rest)}" if called and rest and verb else None


def renamed(words: list[str], language: str, is_name: Callable[[str], bool]) -> str | None:
    """Return the old and the new name of a category as they are typed behind `rename`: `other = misc`; None without them."""
    said = said_in(language)
    parts = _SIGNS | {phrase[0] for phrase in said.words["to"] if len(phrase) == 1}
    plain = [*map(compared, words), ""]
    ended = [n for n, word in enumerate(plain[:-1]) if word in said.verb_endings and plain[n + 1] in parts | {""}]
    if len(words) - len(ended) >= _FEWEST:
        words = [word for n, word in enumerate(words) if n not in ended]
    for at in range(1, len(words) - 1):
        old = " ".join(words[:at])
        if is_name(old) and (words[at] in _SIGNS or compared(words[at]) in parts):
            return f"{old} = {' '.join(words[at + 1 :])}"
    return None


def _with_limit(words: list[str], said: Said, with_words: frozenset[str]) -> list[str]:
    """Return a new category's name and its limit, without what stands around the limit: `kids with 60 a week`."""
    at = next((n for n, word in enumerate(words) if any(map(str.isdecimal, word))), None)
    if at is None or not all(_adds_nothing(word, said) for word in words[at + 1 :]):
        return words
    first = at
    while first > 1 and (
        _adds_nothing(words[first - 1], said)
        or said.names.get(compared(words[first - 1])) == "limits"
        or compared(words[first - 1]) in with_words
    ):
        first -= 1
    return [*words[:first], words[at]]


def _with_limit_behind(words: list[str], language: str, is_name: Callable[[str], bool]) -> list[str]:
    """Return words as `_with_verb_first` does where a limit stands behind the verb: `köpek kategorisi ekle 100`."""
    if len(words) < 2 or not words[-1].isdecimal():
        return []
    ended = _with_verb_first(words[:-1], language, is_name)
    return [*ended, words[-1]] if len(ended) > 1 and _is_called(ended[1], said_in(language)) else []


def _with_verb_first(words: list[str], language: str, is_name: Callable[[str], bool]) -> list[str]:
    """Return words that a verb, or the second part of one, ends, as if it began them: `keyif kategorisini sil`.

    What such a category is called stands behind the verb then. None for any other words.
    """
    said, end = said_in(language), len(words)
    if vocabulary_for(language).particles:
        words = _cut(" ".join(words), language)
        end = len(words)
    elif end and compared(words[-1]) in said.verb_endings and compared(words[0]) in _first_words(language):
        return words[:-1]  # `voeg categorie huisdieren 40 toe`
    if not end or compared(words[-1]) not in _last_words(language):
        return []
    plain = (*map(compared, words),)
    verb = next(
        (phrase for phrase in _verbs(language) if len(phrase) < end and plain[end - len(phrase) :] == phrase), ()
    )
    if not verb:
        return []
    order, rest = words[end - len(verb) :], words[: end - len(verb)]
    at = next((n for n, word in enumerate(rest) if _is_called(word, said)), None)
    if at is not None:
        return [] if is_name(" ".join(rest)) else [*order, rest[at], *rest[:at], *rest[at + 1 :]]
    return [*order, *rest] if renamed(rest, language, is_name) else []


def _cut(text: str, language: str) -> list[str]:
    """Return the words of an order without blanks: `カテゴリ楽しみを削除して` in four parts; none for any other text."""
    vocabulary, said = vocabulary_for(language), said_in(language)
    verbs = ["".join(phrase) for phrase in _verbs(language)]
    ended = (text, _without_ends(text, vocabulary.closings | vocabulary.please_words))  # `に変更` is of both
    rest, verb = next(((some, verb) for some in ended for verb in verbs if some.endswith(verb)), ("", ""))
    rest = _without_ends(rest.removesuffix(verb), vocabulary.particles).translate(_QUOTES)
    if not rest:
        return []
    called = max(
        (name for name, one in said.names.items() if one == "categories" and name in rest), key=len, default=""
    )
    before, _, behind = rest.partition(called) if called else (rest, "", "")
    if not called:
        to = max((phrase[0] for phrase in said.words["to"] if phrase[0] in rest), key=len, default=" ")
        before, _, behind = rest.partition(to)
        return [before, to, behind, verb] if behind and not behind.isdecimal() else []
    before = _without_ends(before, vocabulary.particles)
    while behind[:1] in vocabulary.particles:
        behind = behind[1:]
    amount = _AMOUNT_BEHIND.sub(r" \1", f"{before} {behind}").split()
    return [*amount, called, verb]


def _without_ends(text: str, ends: Collection[str]) -> str:
    """Return a text without any of some endings."""
    while (end := next((one for one in ends if one and text.endswith(one) and text != one), "")) != "":
        text = text.removesuffix(end).rstrip()
    return text


@lru_cache(maxsize=64)
def _last_words(language: str) -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in _verbs(language))


@lru_cache(maxsize=64)
def _verbs(language: str) -> tuple[Phrase, ...]:
    """Return the phrases that change a category, the longest first."""
    said = said_in(language)
    found = {phrase for verb in SLOTS["categories"].verbs for phrase in said.words[verb]}
    return tuple(sorted(found, key=lambda phrase: (len(phrase), len("".join(phrase))), reverse=True))


@lru_cache(maxsize=64)
def _first_words(language: str) -> frozenset[str]:
    said = said_in(language)
    verbs = (phrase[0] for verb in SLOTS["categories"].verbs for phrase in said.words[verb])
    return frozenset((*verbs, *(name for name, command in said.names.items() if command == "categories")))


def _is_called(word: str, said: Said) -> bool:
    return said.names.get(compared(word)) == "categories"


def _adds_nothing(word: str, said: Said) -> bool:
    plain = compared(word)
    return plain in said.fillers or (plain,) in said.words["set"] or not plain
