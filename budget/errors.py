"""Everything that can go wrong inside the rules, and for whom.

    BudgetError
    ├── Refused             a text holds something that cannot be read as money: why, and which word
    ├── InvalidChoice       a category, limit or setting that cannot be: why, and which word
    ├── NotFound            the person points at something that is not there (any more)
    ├── NotEmpty            something stands in the budget that a whole book would take the place of
    ├── LongMessage         a message holds more than an act was meant for
    ├── BeingForgotten      the budget is closed, and will be deleted
    ├── KeptByAnother       another bot of the same database keeps the message, and answers it
    └── LedgerUnavailable   the ledger cannot be reached now; a repeat can cure it
        └── Busy            others are at work that few may do at the same time

No sentence stands here: the doors put the reason into words (``bot/replies.py``).
"""

from datetime import datetime
from enum import StrEnum


class BudgetError(Exception):
    """The root of the tree above."""


class Why(StrEnum):
    """The reason of a refusal; every one has its sentence in ``words/refusals.py``."""

    # an amount
    MORE_DECIMALS = "more decimals than the currency has"
    GROUPING = "digits not grouped by three"
    EXPONENT = "an exponent"
    NOT_A_NUMBER = "nan or inf"
    PERCENT = "a percentage"
    SUBTRACTION = "a minus between numbers"
    DIVISION = "a slash between numbers"
    UNFINISHED_SUM = "a sum with a part missing"
    LEADING_ZERO = "a whole number that starts with zero"
    RAISED_DIGITS = "digits that are raised, lowered, circled or part of a fraction"
    ZERO = "zero"
    OVER_CAP = "more than a million"
    OTHER_CURRENCY = "a currency that is not the budget's"
    TWO_SIGNS = "two signs"
    GIVEN_SIGN = "a sign where a program gives the kind of an entry apart"
    TOO_LONG = "a number too long to be money"
    UNIT = "a unit or a word that changes the number before it"
    TWO_WAYS = "a number that can be read in two ways"
    TWO_ENTRIES = "two entries in one line"
    NO_MONEY = "a number that is a time, a reference or a part of a name"
    NUMBER_WORD = "a number in words"
    PLAN = "a question or a plan"
    COMMAND = "a command that is no message of its own"
    TO_COME = "the day on which a bill is due"
    TOO_MANY_NUMBERS = "more numbers than anybody could choose from"
    # a day
    FUTURE_DAY = "a day that has not come"
    IMPOSSIBLE_DAY = "a day that no calendar has"
    LONG_AGO = "a day before the year 1970"
    TWO_DAYS = "two days in one entry"
    UNCLEAR_DAY = "words that may be a day"
    GIVEN_DAY = "no date where a program gives the day apart"
    TWO_ORDERS = "a day that is another one by another order, in a file that has both"
    ONLY_A_DAY = "a day without an amount"
    # a line or a message
    NO_AMOUNT = "no amount"
    NO_LIMIT = "no weekly limit"
    NO_CELL = "no amount in a cell of a table"
    TALK = "words about something else, with a number in them"
    LONG_NOTE = "a note of more than 200 characters"
    INCOME_SIGNED = "a paycheck with a sign"
    TOO_MANY_LINES = "more than 20 lines"
    # a table to import
    NO_BOOK = "a whole budget that cannot be read"
    BOOK_PLACE = "a whole budget with a value that cannot be"
    NO_TABLE = "no table with a day and an amount"
    OTHER_FORM = "a file that is no text, or no table"
    SEVERAL_FILES = "a ZIP of several files"
    PLAN_FILE = "a plan without payments"
    BOTH_WAYS = "money out and money in in one row"
    LARGE_TABLE = "more than 5 MiB"
    TOO_MANY_ROWS = "more than 5,000 rows"
    TOO_MANY_COLUMNS = "more than 50 columns"
    COLUMN_TWICE = "a column that the heading names twice"
    MORE_CELLS = "more cells than the heading has"
    LONG_CELL = "a cell of more than 500 characters"
    LONG_ROW = "a row of more than 65,536 characters"
    QUOTES = "quotes that do not match"
    NO_TEXT = "bytes that are no text"
    NO_DAY = "no day"
    NO_WHOLE_DAY = "a day without its year"
    NO_SHARE = "parts of a shared expense that do not tell one person's"
    UNKNOWN_KIND = "no kind of entry"
    UNKNOWN_CATEGORY = "no such category"
    # a file to hand out
    EXPORTING = "another export of the chat under way"
    LARGE_EXPORT = "more than 50 MB"
    NO_ROOM = "no room for a file"
    # categories, limits and settings
    BAD_NAME = "a name that cannot be a category's"
    BAD_BUDGET_NAME = "a name that cannot be a budget's"
    NAME_TAKEN = "a word that already means a category"
    LAST_RESORT = "the category that catches the rest"
    TOO_MANY = "more categories or keywords than a budget holds"
    TOO_MANY_EVER = "more categories than a budget ever holds, removed ones too"
    UNKNOWN_KEYWORD = "no such keyword"
    UNKNOWN_CURRENCY = "no such currency"
    UNKNOWN_LOCALE = "no such locale"
    UNKNOWN_LANGUAGE = "no such language"
    UNKNOWN_ZONE = "no such time zone"
    SEVERAL_ZONES = "a country with several time zones"
    SEVERAL_CURRENCIES = "a word for several currencies"
    UNKNOWN_WEEKDAY = "no such weekday"
    LOSES_DECIMALS = "an amount with more decimals than another currency has"
    LARGE_IN_OTHER = "an amount that is more than an entry of another currency can be"
    UNDONE_IN_OTHER = "an amount that was undone before its budget got another currency"
    CURRENCY_IN_USE = "the currency of amounts already written down"
    # bills and paydays
    NO_BILL_NAME = "a bill without a name"
    BAD_BILL_NAME = "a name that could not be told from an amount"
    BILL_TAKEN = "a name that another bill has"
    UNKNOWN_BILL = "no such bill"
    TOO_MANY_BILLS = "more bills than a budget holds"
    TOO_MANY_BILLS_EVER = "more bills than a budget ever holds, those that are off too"
    NO_WHEN = "nothing that says when a bill is due"
    UNKNOWN_WHEN = "words that say no day of a bill"
    TOO_MANY_DAYS = "more than four days of a month"
    EVERY = "an interval that no bill has"
    TWICE_A_MONTH = "two days of the month that are not named"
    TWO_WEEKDAYS = "two weekdays in one schedule"
    WEEKDAY_OF_MONTH = "a weekday of the month, or several days of the week"
    PAST_DAY = "a day that is past"
    FAR_PAYDAY = "a payday that is more than a year ahead"
    NIGHT = "a time at night"
    UNKNOWN_TIME = "no time of a day"
    UNKNOWN_CARRY = "words that say nothing of what is carried"
    # share links
    UNKNOWN_SHARE = "neither a lifetime nor what a link shows"
    LINK_LIFE = "a lifetime that no link has"
    TOO_MANY_LINKS = "more open links than a budget has"
    # write doors
    TOO_MANY_DOORS = "more open doors than a budget has"
    NO_AMOUNT_CAME = "an entry of a program without its amount"
    NOTHING_CAME = "an entry of a program without anything"
    UNREAD_CAME = "a post of a program that is no entry"
    KEY_CAME_BEFORE = "a post of a program whose idempotency key was another post's"


class Refused(BudgetError, ValueError):
    """A text that cannot be read: ``why``, and the ``word`` it stumbled over."""

    def __init__(self, why: Why, word: str = "") -> None:
        """Keep the reason and the word apart, so that a door can phrase them."""
        super().__init__(f"{why.value}: {word}" if word else why.value)
        self.why = why
        self.word = word


class InvalidChoice(Refused):
    """A category, limit or setting that cannot be."""


class NotFound(BudgetError):
    """The entry, question or category that was pointed at is not there."""


class NotEmpty(BudgetError):
    """A whole book cannot be restored into a chat in whose budget something stands."""


class LongMessage(BudgetError):
    """A stored message has more entries than `MessageTransaction.most`: an import."""


class BeingForgotten(BudgetError):
    """The budget is closed: its chat wants it forgotten, and ``until`` a moment it can be restored."""

    def __init__(self, until: datetime) -> None:
        """Keep the moment, so that a door can say how long there is."""
        super().__init__(f"until {until:%Y-%m-%d %H:%M}")
        self.until = until


class KeptByAnother(BudgetError):
    """Another bot of the same database has kept the message, or carried it out: that one answers it."""


class LedgerUnavailable(BudgetError):
    """The ledger cannot be reached or written now; the same act repeated later may succeed."""


class Busy(LedgerUnavailable):
    """Others are at work that few may do at the same time, and waiting for a turn took too long."""
