"""The words that the grammar reads as something of their own: data only. What may not name a category follows from them.

`RESERVED` is derived, so a word that is added to a table here or in `currencies` is reserved with it.
"""

from budget.currencies import MONEY_WORDS
from budget.periods import WEEKDAYS

INCOME = frozenset({"paid", "payday", "paycheck", "paycheque", "salary"})
GOT = "got"
"""Of `got paid`."""
REFUND = frozenset({"refund", "refunded"})
NO_NUMBER = frozenset({"nan", "inf", "infinity"})
PERCENTS = frozenset({"%", "‰", "٪", "percent", "pct"})
THOUSAND = "k"
OPERATORS = frozenset({"x", "X", "*", "×", "+"})

MONTHS = tuple("january february march april may june july august september october november december".split())
MONTH_NAMED = {name: n for n, whole in enumerate(MONTHS, 1) for name in (whole, whole[:3])} | {"sept": 9}
WEEKDAY_NAMED = {name: n for n, whole in enumerate(WEEKDAYS) for name in (whole, whole[:3])} | {
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
SMALL_NUMBERS = {
    name: number for number, name in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
ONE = frozenset({"a", "an"})
"""Of `a week ago`."""
DAYS_IN = {"day": 1, "days": 1, "week": 7, "weeks": 7}
UNCLEAR_SPANS = frozenset({"week", "month", "year"})
"""`last month` is no day."""
ON = "on"
DAY_WORDS = frozenset({"today", "yesterday", "tomorrow", "next", "last", "in", "ago", *MONTH_NAMED, *WEEKDAY_NAMED})
"""Of these every day that is written in words has one: most words of most lines are told apart from days by that."""

RESERVED = frozenset[str]().union(
    INCOME,
    {GOT, THOUSAND, ON},
    REFUND,
    NO_NUMBER,
    PERCENTS,
    {operator.lower() for operator in OPERATORS},
    DAY_WORDS,
    SMALL_NUMBERS,
    ONE,
    DAYS_IN,
    UNCLEAR_SPANS,
    MONEY_WORDS,
)
"""The folded words that can name no category, because the grammar reads them as something else."""
