"""The categories of a budget, and which words mean them (rule 5 of the grammar).

A category has a ``name`` (people may change it), a ``key`` (programs rely on it, it never changes), keywords, and a soft weekly
limit in minor units. There is no typo rule: ``predictable`` and ``unpredictable`` differ by two letters.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from budget.characters import is_clean
from budget.currencies import Currency, usual_scale
from budget.errors import InvalidChoice, NotFound, Why
from budget.limits import DatedCarry, DatedLimit, dated_limit, limit_in
from budget.money import Money, clean
from budget.periods import Week
from languages import vocabulary_of
from languages.vocabulary import without_dots

LAST_RESORT = "other"
"""The key of the category for what names none; it can be renamed, never removed."""

MOST_CATEGORIES = 20
"""Categories in use."""
MOST_EVER = 100
"""Categories in use and removed ones: every message is read against a budget's categories."""
MOST_KEYWORDS = 50
LONGEST_NAME = 40
_LONGEST_ICON = 11  # characters: a family of four with its joiners and skins
SHORT_NAME = 18  # characters: what a button in two columns shows on a phone
_SAID = re.compile(r"\w")
_SHORTEST_PREFIX = 3  # of a keyword: `do` is no doctor, `me` no medicine; a name may be abbreviated to one letter


@dataclass(frozen=True, slots=True)
class Category:
    """One category; ``number`` identifies it within its ledger, ``limit`` is its latest weekly limit in minor units (0 for none).

    ``limits`` and ``carries`` say what holds from which day on; without any, ``limit`` holds in every week. The first limit of one
    that was added later is None, so that the weeks before have none.
    """

    number: int
    key: str
    name: str
    keywords: tuple[str, ...]
    limit: int
    removed: bool = False
    limits: tuple[DatedLimit, ...] = ()
    carries: tuple[DatedCarry, ...] = ()

    def limit_in(self, week: Week) -> int | None:
        """Return the limit that holds in a week; None where the category is only watched.

        A removed one has 0 from the week of its removal on; what was removed before removals had a date has 0 in all weeks.
        """
        if self.removed and not (self.limits and self.limits[-1].amount == 0):
            return 0
        return limit_in(self.limits, week) if self.limits else self.limit

    @property
    def is_kept(self) -> bool:
        """Whether it is stored: in a budget that is not begun numbers are negative (`budget.looks.budget_begun`)."""
        return self.number > 0

    def is_there(self, end: date) -> bool:
        """Whether it is in use on days that end with one: it is not removed then, and was not added in a later week.

        What was removed before removals had a date is in use on no day.
        """
        if not self.limits or (self.removed and not self.limits[-1].removed):
            return not self.removed
        is_added = len(self.limits) > 1 and self.limits[0].amount is None
        return not dated_limit(self.limits, end).removed and (not is_added or self.limits[1].since < end)

    @property
    def is_watched(self) -> bool:
        """Whether it has no limit from now on."""
        return bool(self.limits) and self.limits[-1].amount is None


class NewCategory(NamedTuple):
    """A category that a new budget starts with; ``limit`` in US dollars."""

    key: str
    name: str
    keywords: tuple[str, ...]
    limit: int

    def limit_in(self, currency: Currency) -> int:
        """Return its limit in minor units of a currency, of the size that is usual in it: 150 dollars, 15,000 yen."""
        return int(self.limit * usual_scale(currency) * 10**currency.exponent)


STARTERS = (
    NewCategory("fun", "Fun", ("dining", "restaurant", "entertainment", "movie", "bar", "coffee"), 150),
    NewCategory(
        "predictable_necessities",
        "Predictable Necessities",
        ("predictable", "groceries", "gas", "rent", "transit"),
        100,
    ),
    NewCategory(
        "unpredictable_necessities",
        "Unpredictable Necessities",
        ("unpredictable", "car", "repair", "medicine", "doctor"),
        50,
    ),
    NewCategory(LAST_RESORT, "Other", ("other",), 100),
)


def starters_in(language: str) -> tuple[NewCategory, ...]:
    """Return the categories that a new budget starts with, named in its language. Raises `KeyError` for an unknown one."""
    named = vocabulary_of(language).starters
    return tuple(
        one._replace(name=named[one.key][0], keywords=named[one.key][1:]) if one.key in named else one
        for one in STARTERS
    )


class Match(NamedTuple):
    """A category that words name; ``by_name`` where they are its name or short for it, and so need no place in the note."""

    category: Category
    by_name: bool
    words: int


def folded(text: str) -> str:
    """Return a text as it is compared: NFKC, no letter case, one space between words, straight apostrophes; `İ`, `ı` are `i`."""
    if text.isascii():
        return " ".join(text.lower().split())
    plain = without_dots(unicodedata.normalize("NFKC", text).casefold())
    return " ".join(plain.replace("’", "'").replace("ʼ", "'").split())


def without_brackets(word: str) -> str:
    """Return a word without a bracket before it, the punctuation after it and marks around it; punctuation alone stays."""
    return word.lstrip("(*").rstrip(",:!?)*") or word


def without_punctuation(word: str) -> str:
    """Return a folded word as it is compared: `dr.` is `dr`."""
    return word.strip(".\"'+-")


def as_compared(text: str) -> str:
    """Return a name as the grammar compares it with the words of a line: `St. Mary (kids)` is `st mary kids`, `🎉 Fun` is `fun`."""
    words = [without_punctuation(folded(without_brackets(clean(word)))) for word in text.split()]
    return " ".join([word for word in words if _SAID.search(word)] or words)


compared = lru_cache(maxsize=4096)(as_compared)  # of names that are compared again and again


class _Index(NamedTuple):
    names: MappingProxyType[str, Category]
    keywords: MappingProxyType[str, Category]
    longest: int


@lru_cache(maxsize=16)  # few: each holds categories with all their limits, and every change makes others
def _index(categories: tuple[Category, ...]) -> _Index:
    names: dict[str, Category] = {}
    keywords: dict[str, Category] = {}
    for category in categories:
        if category.removed:
            continue
        names[as_compared(category.name)] = category
        names.setdefault(category.key, category)
        for keyword in category.keywords:
            keywords[folded(keyword)] = category  # it may have been kept with its curly apostrophe
    longest = max((len(name.split()) for name in names), default=1)
    return _Index(MappingProxyType(names), MappingProxyType(keywords), longest)


def named_at(words: Sequence[str], categories: tuple[Category, ...], *, backwards: bool = False) -> Match | None:
    """Return the category whose name, key or keyword stands whole at the start of folded words, or at their end."""
    names, keywords, longest = _index(categories)
    for length in range(min(longest, len(words)), 0, -1):
        some = words[len(words) - length :] if backwards else words[:length]
        category = names.get(" ".join(some))
        if category is not None:
            return Match(category, True, length)
    if words:
        category = keywords.get(words[-1] if backwards else words[0])
        if category is not None:
            return Match(category, False, 1)
    return None


def short_for(word: str, categories: tuple[Category, ...]) -> Match | None:
    """Return the only category of which the folded word is a prefix: of its name, or with three letters of a keyword."""
    if not word or not word[0].isalpha():
        return None
    names, keywords, _ = _index(categories)
    by_name = {category for name, category in names.items() if name.startswith(word)}
    by_keyword = {category for keyword, category in keywords.items() if keyword.startswith(word)}
    if len(by_name | by_keyword) != 1:
        return None
    if by_name:
        return Match(next(iter(by_name)), True, 1)
    return Match(next(iter(by_keyword)), False, 1) if len(word) >= _SHORTEST_PREFIX else None


def category_called(text: str, categories: tuple[Category, ...]) -> Category:
    """Return the category that a person calls by name, key, keyword or unique prefix; raise `NotFound` for none."""
    words = as_compared(text.removeprefix("#")).split(" ")
    match = named_at(words, categories)
    if match is not None and match.words == len(words):
        return match.category
    match = short_for(" ".join(words), categories)
    if match is None:
        raise NotFound(text)
    return match.category


def checked_name(
    text: str,
    categories: Iterable[Category],
    *,
    of: Category | None = None,
    money: Money | None = None,
    bills: Collection[str] = (),
) -> str:
    """Return a category's new name; raise `InvalidChoice` for one that is empty, long, no word, or means another already.

    Every character must be seen where it stands: nothing that steers a terminal, turns the direction of text, or is invisible.
    ``money`` is the budget's: with it, too, the name must be read as itself. ``bills`` are the names of its current bills, as they
    are compared: an expense that names one pays it, unless the name is a category's. One keeps the name that it has.
    """
    from budget.grammar.taken import means_only  # the grammar knows categories

    name = checked_shape(text)
    plain, compared = folded(name), as_compared(name)
    if not means_only(name, money):
        raise InvalidChoice(Why.BAD_NAME, name)
    for category in categories:
        taken = {as_compared(category.name), category.key, *category.keywords}
        if not category.removed and (of is None or category.number != of.number) and {plain, compared} & taken:
            raise InvalidChoice(Why.NAME_TAKEN, name)
    if compared in bills and (of is None or compared != as_compared(of.name)):
        raise InvalidChoice(Why.BILL_TAKEN, name)
    return name


def checked_shape(text: str) -> str:
    """Return a name with single spaces; raise `InvalidChoice` for one that is empty, long, no word, unclean or reserved."""
    from budget.grammar.taken import reserved_words  # the grammar knows categories

    name = " ".join(text.split())
    if not is_shaped(name):
        raise InvalidChoice(Why.BAD_NAME, name[: 2 * LONGEST_NAME])  # so that it is seen to be too long
    if {folded(name), as_compared(name)} & reserved_words():
        raise InvalidChoice(Why.BAD_NAME, name)
    return name


def is_shaped(name: str) -> bool:
    """Whether a name has the shape of one: single spaces, its length, a good beginning, and nothing unseen."""
    plain = folded(name)
    shaped = 1 <= len(name) <= LONGEST_NAME and _begins_well(name) and not set(plain) & set(";#/")
    return shaped and name == " ".join(name.split()) and is_clean(name) and is_clean(plain)


def _begins_well(name: str) -> bool:
    """Whether a name begins with a letter, a digit or a picture, and has a letter: it is written in a line, beside an amount."""
    first = name[0]
    return any(map(str.isalpha, name)) and (first.isalpha() or first.isdecimal() or unicodedata.category(first) == "So")


def is_icon(text: str) -> bool:
    """Whether a text is one picture, as emoji are: with its variants and joined parts."""
    return 0 < len(text) <= _LONGEST_ICON and unicodedata.category(text[0]) == "So" and not any(map(str.isalnum, text))


def with_icon(name: str, icon: str) -> str:
    """Return a category's name behind a picture, which goes in place of one that stands there."""
    return f"{icon} {without_icon(name)}"


def without_icon(name: str) -> str:
    """Return a category's name without the picture before it."""
    first, _, rest = name.partition(" ")
    return rest if rest and is_icon(first) else name


def new_category(
    name: str, categories: Sequence[Category], money: Money | None = None, bills: Collection[str] = ()
) -> tuple[str, str]:
    """Return the name and the key of a category to be added: those of a removed one where it was called so.

    ``bills`` are the names of the current bills, as `checked_name` takes them. Raises `InvalidChoice` for a name that cannot be,
    and where no room is.
    """
    if sum(not one.removed for one in categories) >= MOST_CATEGORIES:
        raise InvalidChoice(Why.TOO_MANY, name)
    called = checked_name(name, categories, money=money, bills=bills)
    removed = [one.key for one in categories if one.removed and folded(one.name) == folded(called)]
    if not removed and len(categories) >= MOST_EVER:
        raise InvalidChoice(Why.TOO_MANY_EVER, called)
    return called, removed[0] if removed else key_for(called, categories)


def short_name(category: Category, categories: Iterable[Category], most: int = SHORT_NAME) -> str:
    """Return what a category is called where room is narrow: its first words, where no other one in use begins so, too.

    Else its last word, where that is of it alone. They have ``most`` characters where a name has words to leave out.
    """
    name = category.name
    cut = _first_words(name, most)
    if cut == name:
        return cut
    others = [one.name for one in categories if not one.removed and one.number != category.number]
    begun = f"{folded(cut.removesuffix('…'))} "
    if not any(cut == _first_words(other, most) or folded(other).startswith(begun) for other in others):
        return cut
    last = name.rpartition(" ")[2]
    is_its_own = _SAID.search(last) is not None and all(last != other.rpartition(" ")[2] for other in others)
    return f"…{last}" if is_its_own and len(last) < most else name


def _first_words(name: str, most: int) -> str:
    """Return a name cut after a word; never inside of one, and not after what only joins (`&`)."""
    words = name.split(" ")
    if len(name) <= most:
        return name
    while len(words) > 1 and (len(" ".join(words)) >= most or not _SAID.search(words[-1])):
        words.pop()
    cut = " ".join(words).rstrip(",;:")
    return name if len(cut) + 1 >= len(name) else f"{cut}…"


def last_resort(categories: Iterable[Category]) -> Category:
    """Return the category for what names none."""
    return next(one for one in categories if one.key == LAST_RESORT)


def checked_keyword(text: str, categories: Iterable[Category], *, of: Category, money: Money | None = None) -> str:
    """Return a keyword as it is kept (as it is compared, one word); raise `InvalidChoice` where it cannot be one."""
    word = as_compared(text)
    if " " in word or not word[:1].isalpha():
        raise InvalidChoice(Why.BAD_NAME, text[: 2 * LONGEST_NAME])
    checked_name(text, categories, of=of, money=money)
    return word


def key_for(name: str, categories: Iterable[Category]) -> str:
    """Make the key of a new category from its name: lower case, underscores, not used before in this budget."""
    stem = re.sub(r"\W+", "_", folded(name)).strip("_") or "category"
    taken = {category.key for category in categories}
    return next(key for n in range(len(taken) + 1) if (key := stem if n == 0 else f"{stem}_{n + 1}") not in taken)
