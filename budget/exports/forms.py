"""The forms that a budget is exported in, by the name that a person asks for."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from budget.entries import RecordedEntry
from budget.exports import beancount, hledger, own_csv, own_json, tables
from budget.exports.books import Book


class Form(NamedTuple):
    """A form of export. ``lines`` needs the day of the first entry, too: some programs open their accounts before it.

    ``ending`` is that of the file's name. A ``whole`` one restores a book: it is given undone entries, too.
    """

    name: str
    ending: str
    lines: Callable[[Book, Iterable[RecordedEntry], date], Iterator[str]]
    whole: bool = False


FORMS = {
    form.name: form
    for form in (
        Form("csv", "csv", lambda book, held, _first: own_csv.written(book.budget, held)),
        Form("json", "json", lambda book, held, _first: own_json.lines(book, held), whole=True),
        Form("hledger", "journal", lambda book, held, _first: hledger.lines(book.budget, held)),
        Form("ledger", "ledger", lambda book, held, _first: hledger.lines(book.budget, held)),
        Form("beancount", "beancount", lambda book, held, first: beancount.lines(book.budget, held, first)),
        Form("ynab", "csv", lambda book, held, _first: tables.ynab(book.budget, held)),
        Form("actual", "csv", lambda book, held, _first: tables.actual(book.budget, held)),
        Form("firefly", "csv", lambda book, held, _first: tables.firefly(book.budget, held)),
        Form("lunchmoney", "csv", lambda book, held, _first: tables.lunchmoney(book.budget, held)),
    )
}
