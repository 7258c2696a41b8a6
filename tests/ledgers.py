"""What tests of a ledger say shortly: messages, entries, and a budget for them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from budget.currencies import currency_named
from budget.entries import Entry, Kind
from budget.ledger import Asked, Beginnings, Ledger, Pay, Slip, Version
from budget.locales import locale_named
from budget.money import Money
from budget.periods import Week, week_of

OWNER = -1_001_234_567_890  # a supergroup: negative, and beyond 32 bits
MONDAY = date(2026, 11, 16)
WEEK = Week(MONDAY)
NOON = datetime(2026, 11, 16, 12, tzinfo=UTC)
BEGINNINGS = Beginnings(Money(currency_named("USD"), locale_named("en_US")), "UTC", 0)


def weeks(day: date) -> Week:
    """Return the budget week of a day, where weeks start on Monday."""
    return week_of(day, 0)


def slip(
    message: int, *lines: Entry | Asked | None, edited_at: int = 0, update: int | None = None, owner: int = OWNER
) -> Slip:
    """Return a message, or its edit where ``edited_at`` is given; greater messages are sent later."""
    version = Version(edited_at, message if update is None else update)
    sent_at = NOON + timedelta(microseconds=message % 10**10)  # calendars end long before 64 bits do
    return Slip(owner, message, 7, version, sent_at, lines, edited_at > 0)


def expense(amount: int, category: int, note: str = "", day: date = MONDAY) -> Entry:
    return Entry(Kind.EXPENSE, amount, day, category, note)


def refund(amount: int, category: int, day: date = MONDAY) -> Entry:
    return Entry(Kind.REFUND, amount, day, category)


def paycheck(amount: int, day: date = MONDAY) -> Entry:
    return Entry(Kind.PAYCHECK, amount, day)


def extra(amount: int, day: date = MONDAY) -> Entry:
    return Entry(Kind.EXTRA, amount, day)


async def number_of(ledger: Ledger, key: str, owner: int = OWNER) -> int:
    """Return the number of the category with a key."""
    budget = await ledger.budget(owner)
    assert budget is not None
    return next(category.number for category in budget.categories if category.key == key)


async def spent(ledger: Ledger, owner: int, week: Week) -> Mapping[int, int] | None:
    """Return what each category of a chat spent in a week; None where the chat has no budget."""
    return await ledger.look(owner, lambda view: view.spent(week))


async def pay(ledger: Ledger, owner: int, today: date) -> Pay | None:
    """Return a chat's pay period of a day."""
    return await ledger.look(owner, lambda view: view.pay(today))


async def taught(ledger: Ledger, owner: int, notes: Iterable[str]) -> Mapping[str, int]:
    """Return the categories that taps taught a chat for some notes."""
    return await ledger.write_down(owner, 1, BEGINNINGS, lambda sheet: sheet.taught(notes))
