"""The words for the way that money went: in cells, in headings, and as kinds of payments. One table for all that read them.

Sources: statements of Volksbanken (`S`, `H`), ING (`Af`, `Bij`), Baltic banks (`D`, `K`), BCA (`DB`, `CR`), exports of Spendee,
Wallet, Money Manager (`Exp.`, `Income`) and MoneyForward; for kinds those of Chase (`Sale`, `Payment`, `Return`), Apple Card,
Barclays, ANZ (`Visa Purchase`, `Direct Credit`), Raiffeisen and Swedbank; and what programs write in the other languages.
"""

from typing import NamedTuple


class Way(NamedTuple):
    """What goes together in one file for money ``out`` and ``into`` the account: cells of one column, or names of two.

    ``spent`` and ``came`` are kinds of payments of the one and the other: beside other kinds they tell what a sign means.
    """

    out: frozenset[str]
    into: frozenset[str]
    spent: frozenset[str]
    came: frozenset[str]


def _way(out: str, into: str, spent: str = "", came: str = "") -> Way:
    return Way(*(frozenset(filter(None, words.split("|"))) for words in (out, into, spent, came)))


WAYS = (
    _way("-|–|−", "+"),
    _way("s|soll", "h|haben"),
    _way(
        "d|dr|db|dbit|debit|debits|debit amount|amount debit",
        "c|cr|k|crdt|credit|credits|credit amount|amount credit",
        "debit card|debit_card|pos debit|direct debit|standing order|dd|deb",
        "direct credit|ach credit|ach_credit|bgc",
    ),
    _way(
        "d|debe|cargo|cargos|gasto|gastos|egreso|egresos",
        "h|haber|abono|abonos|ingreso|ingresos",
        "compra|pago con tarjeta|pago en comercio|recibo",
        "abono de nómina|devolución|reembolso",
    ),
    _way(
        "out|outgoing|money out|outflow|paid out",
        "in|incoming|money in|inflow|paid in",
        "sale|purchase|visa purchase|card purchase|debit card purchase|pos purchase|online purchase|eftpos purchase|"
        "card payment|pos payment|contactless payment|debit card payment|contactless",
        "return|refund",
    ),
    _way("expense|expenses|exp|exp.|expense amount|spent|spending|sent", "income|inc|inc.|income amount|received"),
    _way(
        "withdrawal|withdrawals|withdrawal amt.|withdrawal amount",
        "deposit|deposits|deposit amt.|deposit amount",
        "atm|atm withdrawal|cash withdrawal",
        "direct deposit",
    ),
    _way(
        "soll|ausgabe|ausgaben|ausgang|belastung|lastschrift",
        "haben|einnahme|einnahmen|eingang|gutschrift",
        "kartenzahlung|kartenumsatz|basislastschrift|folgelastschrift|erstlastschrift|einzellastschrift|bargeldauszahlung",
        "gutschr. überweisung|gutschr. überw.|gutschr. überw|gutschrift. überweisung|gutschrift überweisung|erstattung|"
        "lohn/gehalt|gehalt/rente|lohn, gehalt, rente|lohn/gehalt/rente|rückzahlung",
    ),
    _way("af|uit|uitgave|uitgaven|debet", "bij|inkomst|inkomsten|credit", "betaalautomaat|geldautomaat|incasso"),
    _way(
        "débit|débits|débit euros|dépense|dépenses",
        "crédit|crédits|crédit euros|revenu|revenus|recette",
        "achat|paiement carte|paiement cb|paiement par carte|paiement par cb|prélèvement|retrait",
        "virement reçu|remboursement",
    ),
    _way(
        "dare|uscita|uscite|addebito|addebiti|spesa",
        "avere|entrata|entrate|accredito|accrediti",
        "acquisto|prelievo|pagamento pos",
        "rimborso",
    ),
    _way(
        "débito|débitos|saída|saídas|despesa|despesas",
        "crédito|créditos|entrada|entradas|receita|receitas",
        "compra no débito|compra no cartão|saque",
    ),
    _way(
        "wydatek|wydatki|obciążenie|obciążenia|wn",
        "przychód|przychody|wpływ|wpływy|uznanie|uznania|ma",
        "zakup|płatność kartą|zakup przy użyciu karty",
    ),
    _way(
        "расход|расходы|списание|дебет",
        "доход|доходы|приход|поступление|зачисление|пополнение|кредит",
        "покупка|оплата товаров и услуг",
        "стипендия|зарплата|возврат",
    ),
    _way("витрата|витрати|видаток|списання", "дохід|доходи|надходження|зарахування", "купівля"),
    _way(
        "utgift|utgifter|ut|uttag|ut fra konto",
        "inkomst|inkomster|in|insättning|inn|inn på konto",
        "kortköp|varekjøp",
    ),
    _way("udgift|utgift|ud|hævet", "indtægt|inntekt|ind|indsat", "kortkøb"),
    _way("gider|borç", "gelir|alacak", "alişveriş"),
    _way("pengeluaran|keluar|db|debet", "pemasukan|masuk|cr|kredit", "pembelian"),
    _way(
        "支出|出金|出金額|払出金額|出金金額|お支払金額|支払い金額|お引出し",
        "収入|入金|入金額|受入金額|入金金額|お預り金額|預かり金額|お預入れ",
        "お買い物",
    ),
    _way("مصروف|مدين|سحب", "دخل|دائن|إيداع"),
)
"""The words of one file by language: of several that fit, the first is taken."""

COSTS = frozenset(
    "cost|costs|amount spent|total cost|kosten|coût|coûts|dépense|dépenses|costo|costos|coste|costes|importe gastado|spesa|spese|"
    "custo|custos|despesa|despesas|koszt|wydatek|стоимость|трата|траты|вартість|kostnad|maliyet|biaya|利用金額|ご利用金額|"
    "支払総額|支払金額|التكلفة".split("|")
)
"""What the only column of money is called where all of it was spent."""

_LONGEST_LETTERS = 2
"""Letters that alone say no kind of payment: `C` is a cleared row, too."""


def is_word(name: str) -> bool:
    """Whether a word is more than letters, which say something only beside their counterpart."""
    return len(name) > _LONGEST_LETTERS


NAMES = frozenset(name for way in WAYS for name in way.out | way.into)
OUTS = frozenset(name for way in WAYS for name in way.out)
SPENT = frozenset(filter(is_word, OUTS)).union(*(way.spent for way in WAYS))
"""What a whole cell says of a row that was spent."""
CAME_IN = frozenset(filter(is_word, NAMES - OUTS)).union(*(way.came for way in WAYS))
"""What a whole cell says of a row by which money came in. `Payment` may be either."""
