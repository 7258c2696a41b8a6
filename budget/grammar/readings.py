"""What a text is read against, and what a line can mean.

Understood(entry, offer)     record it; the receipt may offer a tap
Question(about, choices)     record nothing until one of the choices is tapped
Unreadable(why, word)        record nothing, say why
NameAlone(category)          a category's name alone: show where it stands
Afford(amount, category)     a question whether money is there: answer it, record nothing
DayHeading(day)              the day of the lines after it
CheckedTotal(said, summed)   a last line that repeats the sum of the lines above
"""

from collections.abc import Callable
from dataclasses import InitVar, dataclass, field
from datetime import date
from enum import IntFlag, StrEnum, auto

from budget.categories import LAST_RESORT, Category
from budget.entries import Entry
from budget.errors import Why
from budget.grammar.naming import Names, names_of
from budget.money import Money
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import Vocabulary

Taught = Callable[[str], int | None]
"""What this budget's own corrections taught: a key of `lesson_keys` -> the category's number, or None."""


class Offer(StrEnum):
    """What a receipt offers beside Undo, because the reading was the best of several."""

    NOTHING = auto()
    CATEGORIES = auto()  # no word named a category: one button for each
    TAUGHT = auto()  # the category comes from an earlier tap
    BUILT_IN = auto()  # the category comes from a built-in word
    INCOME = auto()  # it began with `paid`: one tap makes it income


class About(StrEnum):
    """What a question is about."""

    AMOUNT = auto()  # which number, or which value of it
    ENTRIES = auto()  # several prices: one entry each, or one of them
    INCOME = auto()  # a paycheck, or spent
    REFUND = auto()  # a refund, or spent
    EXTRA = auto()  # money that came in, or spent
    PERIOD = auto()  # a second paycheck: a new pay period, or more of this one
    CATEGORY = auto()  # two categories were named
    DAY = auto()  # which day
    SPENDING = auto()  # whether it is an expense at all, and then in which category
    CORRECTION = auto()  # what a reply means: which entry it changes, and whether it does
    CURRENCY = auto()  # whether an empty budget shall be in the currency of its first amount


class Label(StrEnum):
    """What the button of a choice says; its amounts, days and categories come from its entries."""

    AMOUNT = auto()  # $18.00
    ENTRIES = auto()  # 3 entries, $57.50
    IN_ALL = auto()  # $54.00 in all
    ONLY = auto()  # Only $12.50
    SHARE = auto()  # $25.00, my share
    CATEGORY = auto()
    DAY = auto()
    SPENT = auto()
    NOT_SPENDING = auto()  # records nothing
    CAME_IN = auto()  # It came in
    EXTRA = auto()
    REFUND = auto()
    PAYCHECK = auto()
    NEW_PERIOD = auto()
    ADDS = auto()  # Adds to this one
    CHANGE = auto()  # changes another message's entry: as it would be, then as it was
    NEW_ENTRY = auto()  # is an entry of its own
    CURRENCY = auto()  # Yes, EUR


class Evidence(IntFlag):
    """What in a line shows that money is meant; a group asks for more of it than a private chat."""

    NOTHING = 0
    NAMED = auto()  # a category, a taught word or a word of income
    MARK = auto()  # a currency
    DECIMALS = auto()
    TALK = auto()  # it sounds like talk
    CATEGORY = auto()  # a category, by a word of the budget's own
    UNDATED = auto()  # neither the line nor one above it says a day


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: the entries that it records (none: nothing is recorded), and what its button says.

    Its amounts are in ``currency`` (a code), which the budget gets with it; in the budget's own where there is none.
    """

    label: Label
    entries: tuple[Entry, ...]
    currency: str | None = None

    @property
    def total(self) -> int:
        """The sum of its entries, in minor units; of a change, what the entry would be.

        Of several that went different ways it is what is left between them.
        """
        entries = self.entries[:1] if self.label is Label.CHANGE else self.entries
        if not self.is_mixed:
            return sum(entry.amount for entry in entries)
        return abs(sum(entry.amount if entry.kind.is_money_out else -entry.amount for entry in entries))

    @property
    def is_mixed(self) -> bool:
        """Whether some of its entries went out, and others came in or came back."""
        return self.label is Label.ENTRIES and len({entry.kind.is_money_out for entry in self.entries}) > 1


@dataclass(frozen=True, slots=True)
class Understood:
    """A line that is one entry; ``tag`` is a ``#word`` of it that could become a category."""

    entry: Entry
    offer: Offer = Offer.NOTHING
    tag: str = ""
    evidence: Evidence = Evidence.NOTHING


@dataclass(frozen=True, slots=True)
class Question:
    """A line with several readings, the likeliest first; nothing is recorded until one is tapped."""

    about: About
    choices: tuple[Choice, ...]
    evidence: Evidence = Evidence.NOTHING


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no entry, with the reason and the word that it stumbled over."""

    why: Why
    word: str = ""


@dataclass(frozen=True, slots=True)
class NameAlone:
    """A category's name alone."""

    category: Category


@dataclass(frozen=True, slots=True)
class Afford:
    """A question whether an amount (minor units) can be afforded, for a category's number or None."""

    amount: int
    category: int | None = None


@dataclass(frozen=True, slots=True)
class DayHeading:
    """A line that is only a day: it holds for the lines after it."""

    day: date


@dataclass(frozen=True, slots=True)
class CheckedTotal:
    """A line that says the total of the lines above: what it says and what they are, in minor units. It is not counted."""

    said: int
    summed: int


Reading = Understood | Question | Unreadable | NameAlone | Afford | DayHeading | CheckedTotal


def _nothing_taught(_key: str) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class Scope:
    """What a text is read against: the budget's money and categories, the local day of the message, and what was taught.

    ``last_paycheck`` and ``usual_gap`` (days between paydays, None before it is known) tell a second paycheck from a new one.
    """

    money: Money
    categories: tuple[Category, ...]
    today: date
    taught: Taught = _nothing_taught
    vocabulary: Vocabulary = ENGLISH
    last_paycheck: date | None = None
    usual_gap: int | None = None
    forwarded: bool = False
    """Whether somebody else wrote it: then nothing is recorded without a tap."""
    shared: bool = False
    """Whether several people write in the chat: what one of them paid is spent."""
    heading: date | None = None
    """The day that a line above set; a line without a day of its own belongs to it."""
    names: Names = field(init=False, repr=False, compare=False)
    """What names the categories, looked up where it is not ``known``: each look-up compares all categories."""
    known: InitVar[Names | None] = None

    def __post_init__(self, known: Names | None) -> None:
        object.__setattr__(self, "names", known or names_of(self.categories, self.vocabulary))

    @property
    def last_resort(self) -> int:
        """The number of the category for what names none."""
        return next(category.number for category in self.categories if category.key == LAST_RESORT)
