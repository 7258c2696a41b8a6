"""A chat's budget: its settings and its categories."""

from dataclasses import dataclass, field
from datetime import date, datetime

from budget.bills import Bill
from budget.categories import SHORT_NAME, Category, compared, folded, short_name
from budget.characters import bounded_name
from budget.entry_changes import LONGEST_NAME
from budget.grammar import Scope, Taught, in_digits, vocabulary_for
from budget.grammar.naming import Match, Names, name_key, names_of, other_forms
from budget.money import Money
from budget.periods import Week, local_day, week_of
from budget.schedules import Schedule
from languages import ENGLISH
from languages.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What a new budget starts with: ``week_starts_on`` is 0 for Monday to 6 for Sunday, ``language`` a tag of `languages`."""

    money: Money
    time_zone: str
    week_starts_on: int
    language: str = ENGLISH
    said: frozenset[str] = frozenset()
    """What of it was set on purpose, as the settings call it: `currency`, `locale`, `timezone`. It is never guessed over."""


@dataclass(frozen=True, slots=True)
class Budget:
    """A chat's budget: its settings and all its categories and bills, removed ones too, in the budget's order.

    ``payday`` is what was said of paydays, None where the gaps between them tell. ``has_spreads``: some expense counts over several
    weeks. ``card``: its chat has a card that is kept true; None: no card was offered yet. ``called`` is the name that
    was said, ``title`` that of its group. ``digest_offered``: the weekly digest was offered, or somebody set when it comes.
    """

    owner: int
    money: Money
    time_zone: str
    week_starts_on: int
    categories: tuple[Category, ...]
    bills: tuple[Bill, ...] = ()
    payday: Schedule | None = None
    has_spreads: bool = False
    card: bool | None = None
    language: str = ENGLISH
    called: str = ""
    title: str = ""
    digest_offered: bool = False
    bill_names: frozenset[str] = field(init=False, repr=False, compare=False)
    """The names of its current bills, as they are compared: every entry's note is looked up among them."""
    _names: Names | None = field(init=False, repr=False, compare=False, default=None)

    def __post_init__(self) -> None:
        names = (compared(one.name) for one in self.bills if not one.removed)
        object.__setattr__(self, "bill_names", frozenset(names))

    @property
    def name(self) -> str:
        """What the budget is called: as somebody said, else as its group is; empty where neither is known."""
        return self.called or self.title

    def author_name(self, name: str) -> str:
        """What a message keeps of its author's first name: nothing where one person writes alone."""
        return bounded_name(name, LONGEST_NAME) if self.title else ""

    @property
    def is_begun(self) -> bool:
        """Whether it is stored, and not only what a budget would begin with."""
        return all(category.is_kept for category in self.categories)

    @property
    def current(self) -> tuple[Category, ...]:
        """The categories that are not removed."""
        return tuple(category for category in self.categories if not category.removed)

    def category(self, number: int) -> Category:
        """The category of a number."""
        return next(category for category in self.categories if category.number == number)

    def category_of(self, bill: Bill) -> int | None:
        """The number of the category that a bill is paid in; None outside the weekly limits, as where that one is removed."""
        return next((one.number for one in self.current if one.number == bill.category), None)

    def has_name(self, text: str) -> bool:
        """Whether a text is the name or a keyword of a category that is not removed, or the name of a bill."""
        return compared(text) in self.bill_names or self._named_whole(name_key(text, self.words)) is not None

    def category_called(self, text: str) -> str:
        """The name of the category that a text names whole, also as it stands in a sentence: `развлечений`; empty for none.

        A keyword that is a word of the name is what buttons call it: `unpredictable`.
        """
        key = name_key(text, self.words)
        match = self._named_whole(key)
        if match is None:
            return ""
        name = name_key(match.category.name, self.words)
        is_name = match.by_name or key in name.split() or key in other_forms(name, self.words)
        return match.category.name if is_name else ""

    def category_meant(self, text: str) -> str:
        """The name of the category that a text means whole, by a keyword too; empty for none."""
        match = self._named_whole(name_key(text, self.words))
        return match.category.name if match is not None else ""

    def _named_whole(self, key: str) -> Match | None:
        """Return the category that a text's key names whole: it is as names are kept, `food drink` of `Food & Drink`."""
        words = key.split()
        match = self.names.own(words) if words else None
        return match if match is not None and match.words == len(words) else None

    def short_name(self, number: int, most: int = SHORT_NAME) -> str:
        """What the category of a number is called where room is narrow: where a receipt says what is left."""
        return short_name(self.category(number), self.categories, most)

    def button_name(self, number: int) -> str:
        """What stands on a category's button: its short name, where that is one word without the `…` of buttons that ask more."""
        short = self.short_name(number)
        word = short.removesuffix("…")
        names = {folded(one.name) for one in self.current if one.number != number}
        return short if " " in word or folded(word) in names else word

    def day_of(self, moment: datetime) -> date:
        """The day of an aware instant in the budget's time zone."""
        return local_day(moment, self.time_zone)

    def week_of(self, day: date) -> Week:
        """The budget week of a day."""
        return week_of(day, self.week_starts_on)

    def limit_said(self, text: str) -> int:
        """Return a weekly limit in minor units, as it is said in the budget's language: `150`, `500rb`. Raises `Refused`."""
        return self.money.read_limit(in_digits(text, self.money, self.words))

    @property
    def words(self) -> Vocabulary:
        """The words that its messages are read with."""
        return vocabulary_for(self.language)

    @property
    def names(self) -> Names:
        """What names its categories. It is looked up once for a budget: each look-up compares all categories."""
        held = self._names
        if held is None:
            held = names_of(self.categories, self.words)
            object.__setattr__(self, "_names", held)
        return held

    def scope(self, today: date, taught: Taught, *, forwarded: bool = False, shared: bool = False) -> Scope:
        """What a message of that day is read against."""
        of_budget = self.money, self.categories, today, taught
        return Scope(*of_budget, forwarded=forwarded, shared=shared, vocabulary=self.words, known=self.names)
