"""Which rows of a table say in a column of their own that they were not carried out, or not yet.

Sources: exports of Tinkoff (`Статус`: OK, FAILED), DKB (`Status`: Gebucht, Vorgemerkt), Sparkassen (`Info`: Umsatz vorgemerkt),
Intesa (`Contabilizzazione`: NON CONTABILIZZATO), Revolut, PayPal and Wise, and what banks call the same in the other languages.
"""

import re
from collections.abc import Sequence

from budget.categories import folded

_NAMES = (
    r"\bstatus|status\b|\bcontabilizzazione$|\bstate$|\bstatut\b|\bétat\b|\bestado\b|\bstato\b|\bsituaç|\bsituación\b|\bstan\b|\bстатус|\bсостояние|\bстан\b|"
    r"\bdurum|\bحالة|الحالة|状態|ステータス|状況"
)
"""What headings call the column."""
_BEGINNINGS = (
    "declin|fail|rever[st]|reject|refused|denied|cancel|void|pending|processing|in progress|on hold|held|expired|abort|"
    "unsuccessful|not completed|not posted|incomplete|scheduled|awaiting|returned|error|"
    "vorgemerkt|abgelehnt|fehlgeschlagen|storn|ausstehend|in bearbeitung|zurückgewiesen|zurückgebucht|abgebrochen|offen|geplant|"
    "nicht gebucht|nicht ausgeführt|schwebend|"
    "refusé|rejeté|annulé|échou|échec|en attente|en cours|à venir|"
    "rechazad|cancelad|anulad|fallid|pendiente|denegad|revertid|retenid|devuelt|en proceso|"
    "recusad|rejeitad|falh|pendente|negad|estornad|agendad|devolvid|em processamento|em andamento|não autorizad|"
    "autorizzat|rifiutat|annullat|respint|fallit|negat|stornat|in sospeso|in attesa|in corso|in elaborazione|"
    "non riuscit|non contabilizzat|"
    "geweigerd|mislukt|geannuleerd|afgewezen|teruggedraaid|gereserveerd|openstaand|afgebroken|in behandeling|in afwachting|"
    "odrzuc|anulow|nieudan|oczekuj|niezrealizowan|zablokowan|w toku|w trakcie|"
    "отклон|отказ|отмен|неуспе|неудач|ошибк|ожида|заблок|в обработке|в ожидании|не выполн|не исполн|не проведен|"
    "відхил|відмов|скасов|невдал|помилк|очіку|неуспі|в обробці|не виконан|"
    "reservera|reserveret|reservert|venter|väntar|väntande|avvist|avbrut|avvisa|afvist|annuller|avventer|afventer|"
    "ikke bokført|ej bokförd|"
    "redded|iptal|başarisiz|bekle|bekliyor|işleniyor|"
    "ditolak|gagal|dibatal|batal|tertunda|menunggu|diproses|"
    "مرفوض|ملغ|فاشل|فشل|معلق|قيد"
)
"""How words begin that say so, without letter case and with one letter for `ı` and `i`; Nordea's `Reserverat` stands for a day."""
_WITHIN = "失敗|取消|キャンセル|保留|処理中|未確定|未処理|否認|却下|拒否|承認待ち|エラー"
"""What says so in a language that writes no spaces."""
_NOT_YET = frozenset({"umsatz vorgemerkt", "vorgemerkter umsatz"})
_IS_STATUS = re.compile(_NAMES)
_SAYS_SO = re.compile(rf"\b(?:{_BEGINNINGS})|{_WITHIN}")


def status_columns(heading: Sequence[str]) -> list[int]:
    """Return the columns that say what became of a payment."""
    return [column for column, name in enumerate(heading) if _IS_STATUS.search(folded(name))]


def is_pending(cells: Sequence[str]) -> bool:
    """Whether a whole cell says of its row, in whatever column, that it is not booked yet."""
    return any(folded(cell) in _NOT_YET for cell in cells)


def is_not_carried_out(status: str) -> bool:
    """Whether a cell of such a column says that a payment was declined, failed, taken back, or is still to come."""
    return _SAYS_SO.search(folded(status)) is not None
