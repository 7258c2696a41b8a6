"""What the sign of an amount means where the format does not say it: what the words of the rows tell.

A row that says what it is tells it for the whole file, for a file has one way to write signs: a purchase, a salary with a plus, the
payment of a card that its bank received. Rows that contradict each other tell nothing, and the person is asked.

Sources: statements of American Express, Discover (`Payments and Credits`), Nubank and Rabobank (`+50,00`), and what banks write
for the same in the other languages. The words for kinds of payments: `budget.imports.ways`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from budget.categories import folded
from budget.imports.ways import CAME_IN, SPENT

_RECEIVED = re.compile(
    r"payment received|^payments? (?:and |/ ?)?credits?$|^payment/credit$|payment.{1,4}thank you|thank you for your payment|"
    r"zahlung(?:/überweisung)? erhalten|paiement reçu|paiement recu|pago recibido|pagamento (?:recebido|ricevuto)|"
    r"betaling ontvangen|płatność otrzymana|плат[её]ж получен|платіж отримано|betalning mottagen|ödemeniz için teşekkür"
)
"""What statements of cards call the payment of the card."""
_EARNED = re.compile(
    r"\b(?:payroll|paycheck|salary|salaries|wages?|direct dep(?:osit)?|gehalt|lohn|besoldung|salaires?|nómina|nomina|sueldo|"
    r"stipendio|salário|salario|proventos|salaris|loon|wynagrodzenie|pensja|зарплата|заработная плата|заробітна плата|lön|"
    r"løn|lønn|maaş|gaji)\b|給与|給料|راتب"
)
"""What a row with money that was earned says somewhere."""
_DOUBTFUL = re.compile(r"auto-?pay|automatic payment")
"""What the payment of a card may be called, and a bill that an account pays by itself."""
_TYPES = frozenset(
    "type|transaction type|trans type|transaction code|subcategory|details|buchungstext|buchungsart|"
    "umsatzart|umsatztyp|vorgang|art|type opération|type d'opération|type de transaction|tipo|tipo de movimiento|tipo movimento|"
    "movimento|tipo de transação|causale|code|mutatiesoort|transactietype|typ|typ transakcji|rodzaj transakcji|тип|тип операции|"
    "тип операції|transaktionstyp|typ av transaktion|işlem tipi|işlem türü|jenis transaksi|取引区分|نوع".split("|")
)
"""What headings call a column that says what kind of payment a row is. A card or a method says nothing of that."""


class Signed(NamedTuple):
    """The sign of an amount, what its row says of its kind, and all that it says."""

    negative: bool
    positive: bool
    """Whether a plus stands before it."""
    types: tuple[str, ...]
    texts: tuple[str, ...]


class Evidence(NamedTuple):
    """What rows tell: whether amounts without a minus are ``spent``, None where they do not.

    ``doubtful`` where they may be a card's, or contradict each other: then nothing else tells.
    """

    spent: bool | None
    doubtful: bool


def type_columns(heading: Sequence[str]) -> list[int]:
    """Return the columns that say what kind of payment a row is."""
    return [column for column, name in enumerate(heading) if folded(name) in _TYPES]


def told_by_words(rows: Sequence[Signed], *, card: bool) -> Evidence:
    """Return what words and pluses of the rows of a file tell. ``card``: its heading says that it is a card's.

    Where no amount has a minus, they tell nothing but that all was spent: who lists wages may be who pays them.
    """
    below = sum(row.negative for row in rows)
    kinds = {vote for row in rows if (vote := _said_by_kind(row)) is not None}
    votes = kinds | {vote for row in rows if (vote := _said_by_text(row)) is not None}
    if below and any(row.positive for row in rows):
        votes.add(False)  # nobody writes a plus before what is spent
    doubtful = card or len(votes) > 1 or any(row.negative and any(map(_is_of_card, row.texts)) for row in rows)
    if not votes and card and len(rows) - below > max(1, below * 2):
        return Evidence(True, doubtful)
    spent = next(iter(votes)) if len(votes) == 1 else None
    pluses = not spent and any(row.positive for row in rows)
    # Words of texts alone are believed where money goes out more often than it comes in, as it does.
    is_known = bool(kinds) or card or pluses or (below * 2 <= len(rows) if spent else below * 2 >= len(rows))
    return Evidence(
        spent if is_known and (below or spent) else None, doubtful or (below > 0 and bool(votes) and not is_known)
    )


def _is_of_card(text: str) -> bool:
    return _RECEIVED.search(folded(text)) is not None or _DOUBTFUL.search(folded(text)) is not None


def _said_by_kind(row: Signed) -> bool | None:
    """Return whether the kind of a payment tells that amounts without a minus are spent."""
    kinds = tuple(map(folded, row.types))
    if not CAME_IN.isdisjoint(kinds):
        return row.negative
    return None if SPENT.isdisjoint(kinds) else not row.negative


def _said_by_text(row: Signed) -> bool | None:
    texts = tuple(map(folded, row.texts))
    if any(map(_RECEIVED.search, texts)):
        return row.negative
    return False if not row.negative and any(map(_EARNED.search, texts)) else None
