"""Writes all entries of a budget into a file, a page of them at a time."""

import asyncio
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import BinaryIO, cast

from budget.budgets import Budget
from budget.entries import RecordedEntry
from budget.errors import Refused, Why
from budget.exports.books import Book
from budget.exports.forms import FORMS, Form
from budget.ledger import BudgetView, Ledger

MOST_EXPORTS = 2
"""Files that are written at the same time; others wait."""
LARGEST_EXPORT = 50_000_000
"""Bytes of a file: what Telegram takes from a bot."""
_PAGE = 1000  # entries read at a time for a file
_IN_MEMORY = 256 * 1024  # bytes of a file; beyond that it is on the disk


class _Spooled(tempfile.SpooledTemporaryFile[bytes]):
    """A file that is closed when nobody holds it any more: it goes from a reply to a call that may be tried several times."""

    def __del__(self) -> None:
        self.close()


class Exports:
    """Writes files of budgets, few at the same time and one of each budget."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._room = asyncio.Semaphore(MOST_EXPORTS)
        self._exporting: set[int] = set()

    async def export(self, owner: int, largest: int, *, form: str, closed: bool) -> tuple[BinaryIO, int]:
        """Return all entries as a file in one of `FORMS`, and how many they are. Few of them are held at a time.

        ``closed`` exports a budget that is being forgotten, and nothing where it is gone.
        Raises `Refused` where the file would be larger than ``largest`` bytes, where there is no room for it, and while another
        one of the same chat is written.
        """
        if owner in self._exporting:
            raise Refused(Why.EXPORTING)
        self._exporting.add(owner)
        try:
            async with self._room:
                while True:
                    with suppress(_BudgetChanged):
                        return await self._export(owner, largest, FORMS[form], closed=closed)
        except OSError:
            raise Refused(Why.NO_ROOM) from None
        finally:
            self._exporting.remove(owner)

    async def _export(self, owner: int, largest: int, form: Form, *, closed: bool) -> tuple[BinaryIO, int]:
        budget = await self._ledger.budget(owner, closed=closed)
        file = cast("BinaryIO", _Spooled(_IN_MEMORY))
        if budget is None:
            return file, 0
        first = await self._ledger.read(owner, lambda view: view.first_day(), closed=closed)
        if first is None:
            return file, 0
        loop = asyncio.get_running_loop()
        count = 0

        def page_after(message: int, line: int) -> Sequence[RecordedEntry]:
            look = partial(_page_of, budget, message, line)
            page = asyncio.run_coroutine_threadsafe(self._ledger.read(owner, look, closed=closed), loop).result()
            return page or ()

        def entries() -> Iterator[RecordedEntry]:
            nonlocal count
            after = (-(2**63), 0)
            while page := page_after(*after):
                count += len(page)
                yield from page
                after = (page[-1].message, page[-1].line)

        try:
            await asyncio.to_thread(_write, file, form.lines(Book(budget), entries(), first), largest)
        except BaseException:
            file.close()
            raise
        return file, count


class _BudgetChanged(Exception):
    """The categories or settings changed while an export was written."""


def _page_of(budget: Budget, message: int, line: int, view: BudgetView) -> Sequence[RecordedEntry]:
    """Return the entries behind an address. Raises `_BudgetChanged` where the budget is not that of the pages before."""
    if view.budget != budget:
        raise _BudgetChanged
    return view.entries_after(message, line, _PAGE)


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
