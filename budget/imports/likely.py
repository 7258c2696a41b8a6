"""Which columns of a table may be the day, the amount and the note, by what stands in their cells and what headings call them.

Sources: Raiffeisen and UBS (the same day in several columns), Commonwealth Bank (a balance behind the amount), Money Manager (the
same amount in two columns), Venmo and Rakuten (a tax or a fee of 0 in every row), MoneyForward (`計算対象`, 1 or 0), and what banks
call their columns.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import pairwise

from budget.categories import folded
from budget.imports.days import day_of
from budget.imports.numbers import hundredths_of, is_some
from budget.money import clean

_ANY_DAY = date(2000, 1, 1)  # two columns of years of two digits have the same century
_LEAST_CHANGES = 2
"""As many changes of a balance are no chance."""
_FILLED = 0.9
"""The part of the rows in which a note says something."""
_NOTES: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split("|"))
    for names in (
        (
            "payee|payee name|item or payee|merchant|merchant name|name|counter party|counterparty|counterparty name|beneficiary|"
            "recipient|receiver|partner name|partnername|naam / omschrijving|naam tegenpartij|naam tegenpartij bevat|tegenpartij|"
            "ontvanger|empfänger|begünstigter|beguenstigter|zahlungsempfänger|zahlungsempfänger*in|name zahlungsbeteiligter|"
            "bénéficiaire|tiers|beneficiario|favorecido|beneficjent|odbiorca|kontrahent|nazwa kontrahenta|dane kontrahenta|"
            "контрагент|получатель|отримувач|mottagare|modtager|mottaker|saaja|název protiúčtu|alici|penerima|利用店名・商品名|"
            "利用店名|利用先|店名|お店|支払先|取引先|摘要内容|المستفيد"
        ),
        (
            "description|transaction description|narration|narrative|transaction remarks|omschrijving|omschrijving-1|"
            "verwendungszweck|vorgang/verwendungszweck|beschreibung|beschreibung1|libellé|libelle|label|libelle operation|"
            "libellé de l'opération|concepto|descripción|descripcion|descrição|descricao|histórico|historico|lançamento|"
            "title|titulo|descrizione|operazione|beskrivning|beskrivelse|forklaring|opis|opis operacji|opis transakcji|"
            "описание|описание операции|опис|опис операції|деталі операції|açiklama|keterangan|内容|摘要|الوصف|البيان"
        ),
        (
            "memo|note|notes|notiz|bemerkung|text|tekst|details|particulars|what|item|comment|mededelingen|"
            "otsikko|комментарий|メモ|ملاحظات"
        ),
    )
)
"""What headings call the column that says what was paid, the best first: who got it, what it was, whatever else."""

PAYERS = frozenset(
    "zahlungspflichtige*r|auftraggeber|auftraggeber name|payer|payer name|donneur d'ordre|ordenante|ordinante|pagador|"
    "zleceniodawca|плательщик|платник|betalare|zahlungspflichtiger|sender|absender|nadawca|avsändare|maksaja".split("|")
)
"""What headings call the column of who paid, beside that of who was paid (DKB)."""


def without_idle(
    columns: Sequence[int], cells: Callable[[int], Sequence[str]], ways: Callable[[int], bool]
) -> list[int]:
    """Return columns of money without those that are no amounts beside others.

    Those hold zeros, or nothing but 0 and 1, in every row, the values of a column before them, or the balance after another
    column's amount. Columns of a ``way`` of the money stay, for they may be empty.
    """
    known = [column for column in columns if ways(column) or not _is_idle(cells(column))] or list(columns)
    values = {column: [hundredths_of(cell) for cell in cells(column)] for column in known}
    kept = [
        column
        for n, column in enumerate(known)
        if ways(column) or values[column] not in [values[one] for one in known[:n]]
    ]
    running = {one for one in kept if any(_runs(values[one], values[other]) for other in kept if other != one)}
    return [column for column in kept if column not in running] or kept


def different_days(columns: Sequence[int], cells: Callable[[int], Sequence[str]]) -> list[int]:
    """Return columns of days without those that name the day of a column before them in every row."""
    days = {column: [day_of(cell, datetime.date, _ANY_DAY) for cell in cells(column)] for column in columns}
    return [column for n, column in enumerate(columns) if days[column] not in [days[one] for one in columns[:n]]]


def running_balance(columns: Sequence[int], cells: Callable[[int], Sequence[str]]) -> int | None:
    """Return the column that holds the balance after another one's amount; None where none does."""
    values = {column: [hundredths_of(cell) for cell in cells(column)] for column in columns}
    found = (one for one in columns if any(_runs(values[one], values[other]) for other in columns if other != one))
    return next(found, None)


def _is_idle(cells: Sequence[str]) -> bool:
    return not any(map(is_some, cells)) or (len(cells) > 1 and {*map(clean, cells)} <= {"0", "1"})


def _runs(balances: Sequence[int | None], amounts: Sequence[int | None]) -> bool:
    """Whether each balance is the one beside it and an amount, in either order of the rows."""
    steps = [(one, two) for one, two in zip(balances, amounts, strict=True) if one is not None and two]
    if len(steps) <= _LEAST_CHANGES:
        return False
    latest_last = all(abs(later[0] - before[0]) == abs(later[1]) for before, later in pairwise(steps))
    return latest_last or all(abs(later[0] - before[0]) == abs(later[1]) for later, before in pairwise(steps))


def note_named(heading: Sequence[str], columns: Sequence[int], cells: Callable[[int], Sequence[str]]) -> int | None:
    """Return the column of some that says by its heading what was paid, one that does in nearly every row first.

    None where two are as good, or none is called so.
    """
    filled = [column for column in columns if _is_filled(cells(column))]
    for some in (filled, columns):
        for names in _NOTES:
            found = [column for column in some if _is_called(folded(heading[column]).strip("# "), names)]
            if found:
                return found[0] if len(found) == 1 else None
    return None


def _is_called(name: str, names: frozenset[str]) -> bool:
    """Whether a heading is one of some names; of two with a slash between them one may be who paid (`Sender / Empfänger`)."""
    parts = {part.strip() for part in name.split("/")}
    return name in names or (not names.isdisjoint(parts) and parts <= names | PAYERS)


def _is_filled(cells: Sequence[str]) -> bool:
    return sum(map(bool, cells)) >= _FILLED * len(cells)
