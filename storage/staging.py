"""Writes a large book where nobody sees it, some entries in each transaction, and puts it in place of an empty budget at once.

A file of SQLite has one writer: a book of 330,000 entries in one transaction let every other chat wait for a quarter of a minute.
The staged budget has an owner that no chat has, and is closed as one that is being forgotten: nothing shows it, and where the
process ends before it is adopted it is deleted on its day. Adopting it is a move: the chat's messages belong to it from then on, as
those of a group that became a supergroup do.
"""

import secrets
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, Connection, Table, bindparam, insert, select, update

from budget.budgets import Budget
from budget.categories import LAST_RESORT
from budget.errors import LedgerUnavailable
from budget.exports.books import Book, WholeEntry
from storage.budgets import lock_owners, read_budget
from storage.merges import merge
from storage.moves import forget_some
from storage.places import NO_CHAT
from storage.restoring import (
    AT_ONCE,
    KEEP_UNDONE,
    OLD_CATEGORIES,
    Places,
    Row,
    batches,
    bills_made,
    categories_made,
    last_restored,
    make_room,
    put_history,
    rows_beside,
    rows_of_entries,
    settings_of,
)
from storage.tables import budgets, moves

_STAGED = NO_CHAT // 2
"""Owners from here down to `NO_CHAT` are no chats either: books that were staged."""
_LIVES = timedelta(days=1)
"""After that a staged book that was not adopted is deleted."""

_OWNER: BindParameter[int] = bindparam("owner_")
NEW_STAGED = insert(budgets)
KEPT_OF_THE_CHAT = select(*budgets.c["created_at", "title"]).where(budgets.c.owner == _OWNER)
IS_STAGED = select(budgets.c.forget_at).where(budgets.c.owner == _OWNER).with_for_update(key_share=True)
OPENED = update(budgets).where(budgets.c.owner == _OWNER)
REPOINTED = update(moves).where(moves.c.owner == _OWNER).values(owner=bindparam("to_"))
POINTED = insert(moves)


class Staging:
    """A book that is being staged. Each method that takes a connection may be called again after a rollback."""

    def __init__(self, book: Book, entries: Iterable[WholeEntry], at: datetime, last: int) -> None:
        """``last`` is the number of the last message that was restored in the budget of the chat."""
        self.owner = _STAGED - 1 - secrets.randbits(60)
        self.last = last
        self._book = book
        self._entries = entries
        self._at = at
        self._places = Places(last, book)
        self._numbers: dict[int, int] = {}

    def begin(self, db: Connection) -> tuple[dict[int, int], dict[int, int]]:
        """Write settings, categories and bills; return the numbers of the latter two, for `go_on`."""
        row: Row = {"owner": self.owner, "revision": 0, "forget_at": self._at + _LIVES, "name": None}
        db.execute(NEW_STAGED, row | settings_of(self._book))
        numbers = categories_made(db, self.owner, self._book)
        return numbers, bills_made(db, self.owner, self._book, numbers)

    def go_on(self, numbers: dict[int, int], of_bills: dict[int, int]) -> Iterator[list[tuple[Table, list[Row]]]]:
        """Give the rows of the entries and of what is beside them, some at a time, once what is begun is committed."""
        self._numbers = numbers
        for some in batches(self._entries):
            yield list(rows_of_entries(self.owner, some, numbers, self._places, self._at))
        for table, rows in rows_beside(self.owner, self._book, (numbers, of_bills, self._places)):
            for start in range(0, len(rows), AT_ONCE):
                yield [(table, rows[start : start + AT_ONCE])]

    def finish(self, db: Connection) -> None:
        """Write the history, once all else is there."""
        put_history(db, self.owner, self._book, (self._numbers, self._places), self._at)


def adopt(db: Connection, held: Budget, book: Book, staged: int, last: int) -> Budget:
    """Put a staged book in place of an empty budget, whose owner is locked, and return it.

    What is undone and which messages were handled comes along. Raises `LedgerUnavailable` where the book is deleted, or another one
    was restored since it was staged: a repeat stages it anew.
    """
    owner = held.owner
    lock_owners(db, {staged})
    if db.scalar(IS_STAGED, {"owner_": staged}) is None or last_restored(db, owner) != last:
        raise LedgerUnavailable("database: a staged book is out of date")
    make_room(db, held, book)
    _categories_left(db, held, book)
    kept = db.execute(KEPT_OF_THE_CHAT, {"owner_": owner}).one()
    db.execute(OPENED, {"owner_": staged, "forget_at": None} | kept._asdict())
    db.execute(REPOINTED, {"owner_": owner, "to_": staged})
    if owner > _STAGED:
        db.execute(POINTED, {"chat": owner, "owner": staged, "shift": 0, "merged": 0, "delta": 0})
    merge(db, owner, staged, 0)
    return read_budget(db, staged)


def _categories_left(db: Connection, held: Budget, book: Book) -> None:
    """Leave of an empty budget the categories that the book has, too; undone entries of others go to Other."""
    keys = {one.key for one in book.budget.categories}
    gone = [one.number for one in held.categories if one.key not in keys]
    other = next(one.number for one in held.categories if one.key == LAST_RESORT)
    for number in gone:
        db.execute(KEEP_UNDONE, {"owner_": held.owner, "was_": number, "category_": other})
    db.execute(OLD_CATEGORIES, {"owner_": held.owner, "numbers_": gone})


def drop(db: Connection, staged: int) -> bool:
    """Delete some messages of a staged book with all that belongs to them, or the rest of it; return whether something is left.

    One that was adopted stays.
    """
    lock_owners(db, {staged})
    if db.scalar(IS_STAGED, {"owner_": staged}) is None:
        return False
    return forget_some(db, staged)
