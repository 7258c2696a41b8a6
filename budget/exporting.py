"""Writes a budget into a file: all of it as one moment has it, and few entries in memory at a time."""

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO, TypeVar, cast

from budget.errors import Refused, Why
from budget.exports.books import Book
from budget.exports.forms import FORMS, Form
from budget.ledger import Ledger, WholeView
from budget.turns import Turns

_T = TypeVar("_T")

MOST_EXPORTS = 2
"""Files that are written at the same time; others wait."""
LARGEST_EXPORT = 50_000_000
"""Bytes of a file: what Telegram takes from a bot."""
IN_MEMORY = 256 * 1024
"""Bytes of a file; beyond that it is on the disk."""


class Spooled(tempfile.SpooledTemporaryFile[bytes]):
    """A file that is closed when nobody holds it any more: it goes from a reply to a call that may be tried several times."""

    def __del__(self) -> None:
        self.close()


class Exports:
    """Writes files of budgets, few at the same time and one of each budget."""

    def __init__(self, ledger: Ledger, longest_turn: float) -> None:
        self._ledger = ledger
        self._room = Turns(MOST_EXPORTS, longest_turn)
        self._exporting: set[int] = set()

    async def export(self, owner: int, largest: int, *, form: str, closed: bool) -> tuple[BinaryIO, int]:
        """Return a budget as a file in one of `FORMS`, and how many entries are in it: without any only a ``whole`` form writes.

        ``closed`` exports a budget that is being forgotten, and nothing where it is gone.
        Raises `Refused` where the file would be larger than ``largest`` bytes, where there is no room for it, and while another
        one of the same chat is written; `Busy`.
        """
        if owner in self._exporting:
            raise Refused(Why.EXPORTING)
        self._exporting.add(owner)
        try:
            async with self._room.turn():
                return await self._export(owner, largest, FORMS[form], closed=closed)
        except OSError:
            raise Refused(Why.NO_ROOM) from None
        finally:
            self._exporting.remove(owner)

    async def _export(self, owner: int, largest: int, form: Form, *, closed: bool) -> tuple[BinaryIO, int]:
        file = cast("BinaryIO", Spooled(IN_MEMORY))

        def look(view: WholeView) -> int:
            first, count = view.first_day(), _Counted()
            if form.whole:
                _write(file, form.lines(view.book(), count.all(view.whole_entries()), first or date.min), largest)
            elif first is not None:
                _write(file, form.lines(Book(view.budget), count.all(view.entries()), first), largest)
            return count.number

        try:
            return file, await self._ledger.snapshot(owner, look, closed=closed) or 0
        except BaseException:
            file.close()
            raise


class _Counted:
    """Counts what passes by."""

    number = 0

    def all(self, held: Iterable[_T]) -> Iterator[_T]:
        for one in held:
            self.number += 1
            yield one


def _write(file: BinaryIO, lines: Iterable[str], largest: int) -> None:
    """Write lines into a file. Raises `Refused` for more than ``largest`` bytes."""
    size = 0
    for line in lines:
        content = line.encode()
        size += len(content)
        if size > largest:
            raise Refused(Why.LARGE_EXPORT)
        file.write(content)
    file.flush()  # else a full disk would be told only when the file is closed
