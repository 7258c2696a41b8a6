"""What a message without a slash changes of the categories: `add category pets 40`, `rename other to misc`."""

from collections.abc import Callable
from functools import lru_cache

from budget.grammar.command_tables import Said, compared, said_in
from budget.grammar.slots import SLOTS, SlotReader
from budget.grammar.vocabulary import vocabulary_for

_SIGNS = frozenset({"=", "->", "→", "=>"})
"""What stands between a category's old name and its new one, beside the words of `to`."""

_FEWEST = 3  # words of a renaming: the old name, what parts them, the new one


def category_order(words: list[str], language: str, is_name: Callable[[str], bool]) -> str | None:
    """Return the command, with its slash, that a message changes the categories with; None for any other message.

    What is added or removed has to be called a category; what is renamed has to be one.
    """
    said = said_in(language)
    if compared(words[0]) not in _first_words(language) or any(is_name(" ".join(words[:n])) for n in (1, 2)):
        return None
    called = _is_called(words[0], said)  # `category add pets 40`
    verb, *rest = (SlotReader(words[called:], language).read(SLOTS["categories"]) or "").split() or [""]
    if verb == "rename":
        named = renamed(rest, language, is_name)
        return None if named is None else f"/categories rename {named}"
    while rest and not called:
        called = _is_called(rest[0], said)
        if not called and not _adds_nothing(rest[0], said):
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
