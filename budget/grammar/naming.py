"""Which category a word names: by a category's name, one of its keywords, a prefix, or a built-in word."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from budget.categories import Category, folded
from budget.currencies import currency_named
from budget.grammar.compounds import without_article
from budget.grammar.words import Kind, split_words
from budget.locales import locale_named
from budget.money import Money
from languages.vocabulary import LONGEST, Vocabulary, spelled

_ANY_MONEY = Money(currency_named("USD"), locale_named("en_US"))
_JOINT = re.compile(r"[/&+,]")
_SHORTEST_PREFIX = 3  # of a keyword: `do` is no doctor, `me` no medicine; a name may be abbreviated to one letter


class Match(NamedTuple):
    """A category that words name; ``by_name`` where they are its name or short for it, and so need no place in the note."""

    category: Category
    by_name: bool
    words: int


class Names(NamedTuple):
    """What names the categories of a budget: whole names (of several words), keywords and built-in words, in every form."""

    names: dict[str, Category]
    keywords: dict[str, Category]
    forms: dict[str, Category]  # singular or plural of a keyword
    builtin: Mapping[str, str]  # ... and the key of the category
    keyed: dict[str, Category]
    longest: int

    def own(self, words: Sequence[str], *, backwards: bool = False) -> Match | None:
        """Return the category whose name, key or keyword stands whole at the start of folded words, or at their end."""
        for length in range(min(self.longest, len(words)), 0, -1):
            some = words[len(words) - length :] if backwards else words[:length]
            category = self.names.get(" ".join(some))
            if category is not None:
                return Match(category, True, length)
        if words:
            word = words[-1] if backwards else words[0]
            category = self.keywords.get(word) or self.forms.get(word)
            if category is not None:
                return Match(category, False, 1)
        return None

    def everyday(self, words: Sequence[str], *, backwards: bool = False) -> Category | None:
        """Return the category whose built-in word or phrase stands at the start of folded words, or at their end."""
        found = self.everyday_word(words, backwards=backwards)
        return found[1] if found is not None else None

    def everyday_word(self, words: Sequence[str], *, backwards: bool = False) -> tuple[str, Category] | None:
        """Return the longest built-in word or phrase at the start of folded words, or at their end, with its category."""
        for length in range(min(LONGEST, len(words)), 0, -1):
            some = words[-length:] if backwards else words[:length]
            phrase = " ".join(some)
            if (key := self.builtin.get(phrase)) is not None:
                return phrase, self.keyed[key]
        word = words[-1 if backwards else 0] if words else ""
        return None if not word or word.isalpha() else self._joined(word)

    def _joined(self, word: str) -> tuple[str, Category] | None:
        """Return the category of words that a sign joins, where all name the same one: `gas/groceries`, but not `coffee/gas`."""
        parts = _JOINT.split(word)
        if len(parts) < 2 or not all(self.knows(part) for part in parts):
            return None
        found = {match.category if (match := self.own([part])) else self.keyed[self.builtin[part]] for part in parts}
        return (parts[-1], found.pop()) if len(found) == 1 else None

    def short(self, word: str) -> Match | None:
        """Return the only category of which the folded word is a prefix: of its name, or with three letters of a keyword."""
        if not word or not word[0].isalpha():
            return None
        by_name = {category for name, category in self.names.items() if name.startswith(word)}
        by_keyword = {category for keyword, category in self.keywords.items() if keyword.startswith(word)}
        if len(by_name | by_keyword) != 1:
            return None
        if by_name:
            return Match(next(iter(by_name)), True, 1)
        return Match(next(iter(by_keyword)), False, 1) if len(word) >= _SHORTEST_PREFIX else None

    def tagged(self, word: str) -> Match | None:
        """Return the category of what follows ``#`` or ``@``."""
        return self.own([word]) or self.short(word)

    def knows(self, word: str) -> bool:
        """Whether a folded word alone names a category."""
        return word in self.keywords or word in self.names or word in self.builtin or word in self.forms


@lru_cache(maxsize=16)  # a budget keeps its own; of large ones, with each of their states, a thousand filled the memory
def names_of(categories: tuple[Category, ...], vocabulary: Vocabulary) -> Names:
    """Return what names these categories. Removed ones are not named; the built-in words follow a category's key."""
    names: dict[str, Category] = {}
    keywords: dict[str, Category] = {}
    keyed = {category.key: category for category in categories if not category.removed}
    for category in categories:
        if category.removed:
            continue
        names[name_key(category.name, vocabulary)] = category
        names.setdefault(category.key, category)
        # One may have been kept with its curly apostrophe.
        keywords.update(dict.fromkeys((spelled(folded(keyword)) for keyword in category.keywords), category))
    forms: dict[str, Category] = {}
    for keyword, category in (*keywords.items(), *((name, one) for name, one in names.items() if " " not in name)):
        for form in other_forms(keyword, vocabulary):
            forms.setdefault(form, category)
    builtin = _everyday(vocabulary)
    if not keyed.keys() >= vocabulary.builtin.keys():
        builtin = {word: key for word, key in builtin.items() if key in keyed}
    return Names(names, keywords, forms, builtin, keyed, max((len(name.split()) for name in names), default=1))


@lru_cache(maxsize=64)
def _everyday(vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the built-in words in every form, with their category's key: one table for all budgets of a language."""
    words = {word: key for key, some in vocabulary.builtin.items() for word in sorted(some)}
    forms: dict[str, str] = {}
    for word, key in words.items():
        for form in other_forms(word, vocabulary):
            forms.setdefault(form, key)
    return MappingProxyType({**forms, **words})


def name_key(name: str, vocabulary: Vocabulary) -> str:
    """Return a name as its words are compared with those of a line: without symbols, `PS5` in two pieces."""
    words = split_words(name, _ANY_MONEY, vocabulary)
    return " ".join(word.folded for word in words if word.kind is not Kind.SYMBOL) or folded(name)


def other_forms(word: str, vocabulary: Vocabulary) -> list[str]:
    """Return a word's plurals, or its singulars where it is one."""
    forms = []
    for singular, plural in vocabulary.plurals:
        stem = word.removesuffix(plural)
        if word.endswith(plural) and len(stem) >= 3:
            forms.append(stem + singular)
        if word.endswith(singular) and len(word) >= 3:
            forms.append(word[: len(word) - len(singular)] + plural)
    forms += [word.removesuffix(bare) + ended for bare, ended in vocabulary.inflections if word.endswith(bare)]
    for article in vocabulary.glued_articles:
        bare = without_article(word, vocabulary)
        forms += [bare] if bare != word else [article + form for form in (word, *forms)]
    return [form for form in forms if form != word]
