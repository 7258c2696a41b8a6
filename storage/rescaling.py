"""Brings the amounts of a budget into the minor units of another currency: 1250 cents are 12500 fils, and no whole yen."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import BigInteger, BindParameter, ColumnElement, Connection, and_, bindparam, case, func, select, update

from budget.grammar import About
from storage.tables import bill_rates, bills, categories, entries, entry_changes, import_rows, limits, questions

_OWNER: BindParameter[int] = bindparam("owner_")
_TIMES: BindParameter[int] = bindparam("times_", type_=BigInteger)
_BY: BindParameter[int] = bindparam("by_", type_=BigInteger)
_CAP: BindParameter[int] = bindparam("cap_", type_=BigInteger)

MOST_REWRITTEN = 20_000
"""Entries, undone ones too, that one transaction rewrites: a fifth of a second on SQLite, whose other chats wait meanwhile."""

ANY_STANDING = select(entries.c.message).where(entries.c.owner == _OWNER, ~entries.c.undone).limit(1)
ONE_TOO_MANY = select(entries.c.undone).where(entries.c.owner == _OWNER).limit(1).offset(MOST_REWRITTEN)
ANY_QUESTION = (
    select(questions.c.message).where(questions.c.owner == _OWNER, questions.c.about != About.CURRENCY.value).limit(1)
)
ANY_BILL = select(bills.c.number).where(bills.c.owner == _OWNER, ~bills.c.removed).limit(1)

ODD_ENTRY = (
    select(entries.c.amount)
    .where(entries.c.owner == _OWNER, ~entries.c.undone, entries.c.amount % _BY != 0)
    .order_by(entries.c.amount)
    .limit(1)
)
ODD_RATE = (
    select(bill_rates.c.amount)
    .join_from(bills, bill_rates, and_(bill_rates.c.owner == _OWNER, bill_rates.c.bill == bills.c.number))
    .where(bills.c.owner == _OWNER, ~bills.c.removed, bill_rates.c.amount % _BY != 0)
    .order_by(bill_rates.c.amount)
    .limit(1)
)
LARGEST = select(func.max(entries.c.amount)).where(entries.c.owner == _OWNER, ~entries.c.undone)
QUESTIONS = select(*questions.c["message", "line", "choices"]).where(
    questions.c.owner == _OWNER, questions.c.about != About.CURRENCY.value
)
SET_CHOICES = update(questions).where(
    questions.c.owner == _OWNER,
    questions.c.message == bindparam("message_"),
    questions.c.line == bindparam("line_"),
)


def _rounded(amount: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return an amount in the new minor units; what is no whole number of them is rounded, and one at least."""
    new = (amount * _TIMES + _BY // 2) // _BY
    return case((new < 1, 1), else_=new)


def _floored(limit: ColumnElement[Any]) -> ColumnElement[Any]:
    """Return a limit in the new minor units, no more than the cap."""
    new = (limit * _TIMES) // _BY
    return case((new > _CAP, _CAP), else_=new)


_CURRENCY: BindParameter[str] = bindparam("currency_")
LEAVE_UNDONE = (
    update(entries)
    .where(entries.c.owner == _OWNER, entries.c.undone, entries.c.currency.is_(None))
    .values(currency=_CURRENCY),
    update(entry_changes)
    .where(entry_changes.c.owner == _OWNER, entry_changes.c.currency.is_(None))
    .values(currency=_CURRENCY),
)
TAKE_BACK = tuple(
    update(table).where(table.c.owner == _OWNER, table.c.currency == _CURRENCY).values(currency=None)
    for table in (entries, entry_changes)
)


def leave_undone(db: Connection, owner: int, currency: str) -> None:
    """Let what is undone, and the history, stay in the currency that their budget has had."""
    for statement in LEAVE_UNDONE:
        db.execute(statement, {"owner_": owner, "currency_": currency})


def take_back(db: Connection, owner: int, currency: str) -> None:
    """Let what is in the currency that its budget gets be in the budget's own again."""
    for statement in TAKE_BACK:
        db.execute(statement, {"owner_": owner, "currency_": currency})


RESCALE_ENTRIES = (
    update(entries)
    .where(entries.c.owner == _OWNER, entries.c.currency.is_(None))
    .values(amount=_rounded(entries.c.amount)),
    update(entry_changes)
    .where(entry_changes.c.owner == _OWNER, entry_changes.c.currency.is_(None))
    .values(amount=_rounded(entry_changes.c.amount), was_amount=_rounded(entry_changes.c.was_amount)),
    update(bill_rates).where(bill_rates.c.owner == _OWNER).values(amount=_rounded(bill_rates.c.amount)),
    update(bills)
    .where(bills.c.owner == _OWNER, bills.c.freed_on.is_not(None))
    .values(freed_used=bills.c.freed_used * _TIMES // _BY, freed=bills.c.freed * _TIMES // _BY),
    # By these the rows of a file are known again.
    update(import_rows).where(import_rows.c.owner == _OWNER).values(amount=_rounded(import_rows.c.amount)),
)
RESCALE_LIMITS = (
    update(limits)
    .where(limits.c.owner == _OWNER, limits.c.amount.is_not(None))
    .values(amount=_floored(limits.c.amount)),
    update(categories).where(categories.c.owner == _OWNER).values(weekly_limit=_floored(categories.c.weekly_limit)),
)


def amounts_in(choices: str) -> Iterator[int]:
    """Yield the amounts of a question's choices, as they are stored."""
    for choice in json.loads(choices):
        for entry in choice.get("entries", [choice]):  # older programs stored one entry for each choice
            yield entry["amount"]


def with_amounts(choices: str, changed: Callable[[int], int]) -> str:
    """Return the choices of a question with other amounts."""
    found = json.loads(choices)
    for choice in found:
        for entry in choice.get("entries", [choice]):
            entry["amount"] = changed(entry["amount"])
    return json.dumps(found)
