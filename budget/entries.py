"""What a ledger holds: entries, each of one of five kinds, in whole minor units on a local day."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from budget.currencies import currency_named
from budget.money import Money

LONGEST_NOTE = 200
PARTS = 10_000
"""The entries of one line: the first has the line's number, each further one has that plus a multiple of this.

No message and no imported file has so many lines, so rows that were written before lines had parts stay what they were.
"""


class Kind(StrEnum):
    """The five kinds of entry. A bill is money out that stands outside the weekly limits: it has no category."""

    EXPENSE = "expense"
    REFUND = "refund"
    PAYCHECK = "paycheck"
    EXTRA = "extra"
    BILL = "bill"

    @property
    def is_spending(self) -> bool:
        """Whether it belongs to a category: an expense adds to what is spent there, a refund lowers it."""
        return self in {Kind.EXPENSE, Kind.REFUND}

    @property
    def is_money_in(self) -> bool:
        """Whether it came in: a paycheck, or extra cash in the same pay period."""
        return self in {Kind.PAYCHECK, Kind.EXTRA}

    @property
    def is_money_out(self) -> bool:
        """Whether it went out: an expense or a bill. A refund is neither out nor in: it came back."""
        return self in {Kind.EXPENSE, Kind.BILL}


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: ``amount`` in minor units (always positive), ``day`` local to the budget, ``note`` as the person wrote it.

    ``category`` is a category's number for spending, None for money in and for bills. ``working`` shows how a sum came about.
    """

    kind: Kind
    amount: int
    day: date
    category: int | None = None
    note: str = ""
    working: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for an entry that cannot be: a wrong value is never held."""
        if self.amount <= 0 or len(self.note) > LONGEST_NOTE or (self.category is not None) != self.kind.is_spending:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """An entry in the ledger, with its address (message, line), its author and, in a group, the author's first name.

    ``removed_by`` is the update that undid it by taking its line out of the message; None where a person undid it. Only the former
    comes back with its line. ``currency`` is the code of the currency that the amount is in, where it was undone before the budget
    got another one: such an entry is not restored. None for the budget's own. Amounts are minor units of it.
    """

    message: int
    line: int
    entry: Entry
    author: int
    undone: bool = False
    removed_by: int | None = None
    author_name: str = ""
    currency: str | None = None

    def money_in(self, budget: Money) -> Money:
        """Return the money that the amount is in, given the budget's."""
        return money_in(self.currency, budget)


def money_in(currency: str | None, budget: Money) -> Money:
    """Return the money of a currency's code, written as a budget writes its own; that for None."""
    return budget if currency is None else replace(budget, currency=currency_named(currency))
