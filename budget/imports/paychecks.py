"""Which rows of money in are offered as paychecks. A paycheck is never guessed: it takes a tap.

What is called a salary comes first; then what comes again and again, as one amount or from one sender; then a single row that is at
least half of all that came in, and of what was spent.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from budget.categories import folded
from budget.entries import Kind
from budget.imports.rows import ImportedRow

_SALARY = re.compile(
    # English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Russian, Ukrainian, Turkish, Indonesian
    r"(?<!\w)(?:salary|payroll|wages?|paychecks?|paycheques?|dir(?:ect)?[ -]?dep\w*|gehalt\w*|lohn|lohnzahlung|besoldung|bezüge|"
    r"salaires?|paie|nomina|nómina|sueldo|salario|salário|ordenado|vencimento|stipendio|emolumenti|salaris|loon|wynagrodzenie|"
    r"pensja|lön|зарплата|заробітна|заработная|maaş|gaji)(?!\w)"
    r"|給与|給料|キユウヨ|キュウヨ|راتب"
)
_PAYMENT = re.compile(
    r"payment|pymt|zahlung erhalten|paiement reçu|pago recibido|pagamento (?:recebido|ricevuto)|top-?up|refund"
)
"""What is no income: a card that was paid, money from another account of one's own, money that came back."""
_NO_WORD = re.compile(r"[\W\d_]+")


def paychecks_in(rows: Sequence[ImportedRow]) -> tuple[ImportedRow, ...]:
    """Return the rows that may be paychecks, none where nothing tells."""
    came = [row for row in rows if row.kind is Kind.EXTRA and not _PAYMENT.search(folded(row.note))]
    called = [row for row in came if _SALARY.search(folded(f"{row.note} {row.category or ''}"))]
    return tuple(called or _again(came) or _single(came, -sum(row.amount for row in rows if not row.kind.is_money_in)))


def _again(rows: Sequence[ImportedRow]) -> Sequence[ImportedRow]:
    """Return the rows of the amount, or of the sender, that comes in more than once and to the most in all."""
    groups: dict[int | str, list[ImportedRow]] = defaultdict(list)
    for row in rows:
        groups[row.amount].append(row)
        if sender := _NO_WORD.sub(" ", folded(row.note)).strip():
            groups[sender].append(row)
    several = [group for group in groups.values() if len({row.day for row in group}) > 1]
    return max(several, key=lambda group: sum(row.amount for row in group), default=[])


def _single(rows: Sequence[ImportedRow], spent: int) -> Sequence[ImportedRow]:
    """Return the largest row where it is at least half of what came in, and half of what was spent."""
    largest = max(rows, key=lambda row: row.amount, default=None)
    if largest is None or largest.amount * 2 < max(spent, sum(row.amount for row in rows)):
        return []
    return [largest]
