"""From the rows of a preview to the entries of a budget: which category is meant, and what is recorded."""

from collections.abc import Iterable, Mapping, Sequence

from budget.budgets import Budget
from budget.categories import LAST_RESORT, Category, as_compared, folded, named_at
from budget.entries import Entry
from budget.imports.rows import ImportedRow


def categories_in(rows: Iterable[ImportedRow], budget: Budget, *, removed: bool = False) -> dict[str, Category | None]:
    """Return what the categories that a file names for spending are in the budget; None for those that it does not know.

    They are known by key, name or keyword, whole: a prefix or a likeness would be a guess. Of a category within a group
    (``Food: Groceries``) its own name counts where the whole is unknown. With ``removed``, as in our own files, the key of one
    that was removed is known, too.
    """
    names = dict.fromkeys(row.category for row in rows if row.category is not None and row.kind.is_spending)
    categories = budget.categories if removed else budget.current
    return {name: _known(name, categories) for name in names}


def _known(name: str, categories: tuple[Category, ...]) -> Category | None:
    for text in (name, name.rpartition(":")[2], name.rpartition("/")[2]):
        found = _called(text, categories)
        if found is not None:
            return found
    return None


def _called(text: str, categories: tuple[Category, ...]) -> Category | None:
    plain = folded(text)
    by_key = next((category for category in categories if category.key == plain), None)
    if by_key is not None:
        return by_key
    words = as_compared(text).split()
    match = named_at(words, categories)
    return match.category if match is not None and match.words == len(words) else None


def entries_of(
    rows: Sequence[ImportedRow],
    budget: Budget,
    chosen: Mapping[str, int] | None = None,
    by_note: Mapping[str, int] | None = None,
    *,
    removed: bool = False,
) -> tuple[Entry, ...]:
    """Return the entries of rows, in their order. ``chosen`` maps a file's category to a category's number.

    ``by_note`` maps the note of a row for which the file names none (`budget.imports.naming`). What neither the person nor the
    budget maps goes to Other.
    """
    numbers = {
        name: category.number
        for name, category in categories_in(rows, budget, removed=removed).items()
        if category is not None
    }
    numbers |= chosen or {}
    other = next(category.number for category in budget.categories if category.key == LAST_RESORT)
    return tuple(_entry(row, numbers, by_note or {}, other) for row in rows)


def _entry(row: ImportedRow, numbers: Mapping[str, int], by_note: Mapping[str, int], other: int) -> Entry:
    if not row.kind.is_spending:
        return Entry(row.kind, abs(row.amount), row.day, None, row.note)
    number = by_note.get(row.note, other) if row.category is None else numbers.get(row.category, other)
    return Entry(row.kind, abs(row.amount), row.day, number, row.note)
