"""Tables of an unknown heading: what is shown, what is asked, and what the answers make of it."""

import pytest

from budget.budgets import Budget
from budget.errors import Refused, Why
from budget.imports.files import open_file
from budget.imports.rows import Answers, Left, Option, Topic
from tests.budget.imports.reading import EUR, TODAY, USD, budget_in, lines_of, preview

SPARKASSE = (
    '"Auftragskonto";"Buchungstag";"Valutadatum";"Buchungstext";"Zweck";"Name";"Betrag";"Waehrung"\n'
    '"DE1";"22.11.26";"23.11.26";"KARTENZAHLUNG";"Tacos";"Imbiss";"-1.080,50";"EUR"\n'
    '"DE1";"20.11.26";"20.11.26";"GUTSCHRIFT";"Gehalt";"Firma";"2500,00";"EUR"\n'
    '"DE1";"19.11.26";"19.11.26";"KARTENZAHLUNG";"Burger";"Diner";"-7,00";"USD"\n'
)
BARCLAYS = (
    "Number,Date,Account,Description,Paid out,Paid in,Balance\n"
    ",22/11/2026,20-00-00 1,TESCO,12.50,,1087.50\n"
    ",20/11/2026,20-00-00 1,ACME,,1500.00,1100.00\n"
    ",19/11/2026,20-00-00 1,BOTH,1.00,2.00,1100.00\n"
    ",19/11/2026,20-00-00 1,NONE,,,1100.00\n"
)
UNNAMED = BARCLAYS.replace("Paid out,Paid in,Balance", "A,B,C")
VOLKSBANK = (
    "Datum;Empfänger;Zweck;Umsatz;S/H\n"
    "22.11.2026;Imbiss;Tacos;1.080,50;S\n20.11.2026;Firma;Gehalt;2.500,00;H\n19.11.2026;x;y;3,00;\n"
)
DEBIT_BELOW_ZERO = "Day,What,X,Y\n2026-11-22,tacos,-12.50,\n2026-11-20,pay,,1500.00\n2026-11-19,bus,-2.00,\n"
REFUSED = (
    "day,amount\n2027-11-22,-12\n1969-11-22,-12\n2026-11-22,-1000000.01\n2026-11-22,-5.005\n1/2/2026,-1\n"
    "13/2/2026,-1\n1/13/2026,-1\n"
)
PAIRED = "Day,What,{0},{1},Balance\n2026-11-22,tacos,12.50,,3.00\n2026-11-20,pay,,1500.00,4.00\n"
NAMED = ["2: expense -12.50 2026-11-22 tacos", "3: extra 1500.00 2026-11-20 pay"]
NAMED_PAIRS = [
    (PAIRED.format(*names.split("|")), budget)
    for names, budget in (
        ("Debit|Credit", USD), ("DEBITS|CREDITS", USD), ("Debit Amount|Credit Amount", USD), ("Money Out|Money In", USD),
        ("Withdrawal|Deposit", USD), ("Outflow|Inflow", USD), ("Debit (USD)|Credit (USD)", USD), ("Débit|Crédit", USD),
        ("Cargo|Abono", USD), ("Dare|Avere", USD), ("Uscite|Entrate", USD), ("Расход|Приход", USD), ("Saída|Entrada", USD),
        ("出金|入金", USD),
    )
]  # fmt: skip
TWO = {Topic.AMOUNT_COLUMN: "two"}


@pytest.mark.parametrize(
    ("content", "budget", "answers", "lines"),
    [
        (
            SPARKASSE.replace("Name", "Wer"),
            EUR,
            {},
            ["2: asked, NOTE_COLUMN DE1 | 22.11.26 | 23.11.26 | KARTENZAHLUNG | Tacos | Imbiss | -1.080,50 | EUR"],
        ),
        (
            SPARKASSE,
            EUR,
            {Topic.NOTE_COLUMN: "5", Topic.SIGN: "came in"},
            ["2: expense -1080.50 2026-11-22 Imbiss", "3: extra 2500.00 2026-11-20 Firma", "4: left out, OTHER_CURRENCY USD"],
        ),
        (
            SPARKASSE,
            EUR,
            {Topic.DAY_COLUMN: "2", Topic.NOTE_COLUMN: "none", Topic.SIGN: "came in"},
            ["2: expense -1080.50 2026-11-23", "3: extra 2500.00 2026-11-20", "4: left out, OTHER_CURRENCY USD"],
        ),
        (UNNAMED, USD, {}, ["2: asked, AMOUNT_COLUMN | 22/11/2026 | 20-00-00 1 | TESCO | 12.50 | | 1087.50"]),
        (UNNAMED, USD, TWO, ["2: asked, OUT_COLUMN | 22/11/2026 | 20-00-00 1 | TESCO | 12.50 | | 1087.50"]),
        (
            UNNAMED,
            USD,
            {**TWO, Topic.OUT_COLUMN: "4"},
            ["2: asked, IN_COLUMN | 22/11/2026 | 20-00-00 1 | TESCO | 12.50 | | 1087.50"],
        ),
        (
            UNNAMED,
            USD,
            {**TWO, Topic.OUT_COLUMN: "4", Topic.IN_COLUMN: "5", Topic.NOTE_COLUMN: "3"},
            [
                "2: expense -12.50 2026-11-22 TESCO",
                "3: extra 1500.00 2026-11-20 ACME",
                "4: refused, BOTH_WAYS 1.00 | 2.00",
                "5: refused, NO_AMOUNT",
            ],
        ),
        (
            BARCLAYS,
            USD,
            {Topic.NOTE_COLUMN: "3"},
            [
                "2: expense -12.50 2026-11-22 TESCO",
                "3: extra 1500.00 2026-11-20 ACME",
                "4: refused, BOTH_WAYS 1.00 | 2.00",
                "5: refused, NO_AMOUNT",
            ],
        ),
        *((heading, budget, {}, NAMED) for heading, budget in NAMED_PAIRS),
        ("Day,What,Debit,Credit\n2026-11-22,tacos,12.50,\n", USD, {}, ["2: expense -12.50 2026-11-22 tacos"]),
        ("Day,Which,Debit,Credit\n2026-11-22,tacos,12.50,x\n", USD, {}, ["2: asked, NOTE_COLUMN 2026-11-22 | tacos | 12.50 | x"]),
        (
            "Day,What,Debit,Credit,Out,In\n2026-11-22,tacos,12.50,,12.50,\n",
            USD,
            {},
            ["2: asked, AMOUNT_COLUMN 2026-11-22 | tacos | 12.50 | | 12.50 |"],
        ),
        (
            VOLKSBANK,
            EUR,
            {Topic.NOTE_COLUMN: "1"},
            ["4: asked, SIGN 3,00 x"],
        ),
        (
            DEBIT_BELOW_ZERO,
            USD,
            {**TWO, Topic.OUT_COLUMN: "2"},
            ["2: expense -12.50 2026-11-22 tacos", "3: extra 1500.00 2026-11-20 pay", "4: expense -2.00 2026-11-19 bus"],
        ),
        (
            DEBIT_BELOW_ZERO.replace("-2.00", "2.00"),  # now the minus is a refund
            USD,
            {**TWO, Topic.OUT_COLUMN: "2"},
            ["2: refund 12.50 2026-11-22 tacos", "3: extra 1500.00 2026-11-20 pay", "4: expense -2.00 2026-11-19 bus"],
        ),
        (
            "Datum,Betrag,Kategorie\n2026-11-22,-12.50,Essen\n",
            EUR,
            {},
            ["2: expense -12.50 2026-11-22 [Essen]"],
        ),
        ("day,amount\n2026-11-22,12.50\n", USD, {}, ["2: asked, SIGN 12.50"]),
        ("day,amount\n2026-11-22,12 %\n2026-11-22,-12\n", USD, {}, ["3: expense -12.00 2026-11-22", "2: refused, NO_AMOUNT 12 %"]),
        (
            "day,amount\n2026-11-22,-12 €\n2026-11-22,-12\n",
            USD,
            {},
            ["3: expense -12.00 2026-11-22", "2: left out, OTHER_CURRENCY €"],
        ),
        (
            REFUSED,
            USD,
            {Topic.DAY_ORDER: "day month year"},
            [
                "6: expense -1.00 2026-02-01",
                "7: expense -1.00 2026-02-13",
                "2: refused, FUTURE_DAY 2027-11-22",
                "3: refused, LONG_AGO 1969-11-22",
                "4: refused, OVER_CAP $1,000,000.00",
                "5: refused, MORE_DECIMALS 5.005",
                "8: refused, IMPOSSIBLE_DAY 1/13/2026",
            ],
        ),
        (
            "day;amount\n13/2/2026;-1,50\n14/2/2026;-2,50\n2/15/2026;-3.50\n3/4/2026;-1.080\n4/4/2026;-1.080\n",
            USD,
            {},
            [
                "2: expense -1.50 2026-02-13",
                "3: expense -2.50 2026-02-14",
                "4: refused, GROUPING 3.50",
                "5: refused, TWO_WAYS 1.080",
                "6: refused, TWO_WAYS 1.080",
            ],
        ),
        (
            "day;amount\n13/2/2026;-1,50\n14/2/2026;-2,50\n2/15/2026;-3,50\n3/4/2026;-1\n4/4/2026;-1\n",
            USD,
            {},
            [
                "2: expense -1.50 2026-02-13",
                "3: expense -2.50 2026-02-14",
                "6: expense -1.00 2026-04-04",
                "4: refused, IMPOSSIBLE_DAY 2/15/2026",
                "5: refused, TWO_ORDERS 3/4/2026",
            ],
        ),
        ("day,amount\n2026-11-22,-1,\n", USD, {}, ["2: expense -1.00 2026-11-22"]),
        ("day,amount\n26-11-22,-1\n26-11-23,-1\n", USD, {}, ["2: asked, DAY_ORDER 26-11-22"]),
        (
            "day,amount\n26-11-22,-1\n26-11-23,-1\n",
            USD,
            {Topic.DAY_ORDER: "year month day"},
            ["2: expense -1.00 2026-11-22", "3: expense -1.00 2026-11-23"],
        ),
        ("day,amount\n1/2/2026,-1\n", USD, {Topic.DAY_ORDER: "nonsense"}, ["2: asked, DAY_ORDER 1/2/2026"]),
    ],
)  # fmt: skip
def test_an_unknown_table(content: str, budget: Budget, answers: Answers, lines: list[str]) -> None:
    read = preview(content, budget, answers)

    assert read.format == ""
    assert lines_of(read, budget) == lines


@pytest.mark.parametrize(
    ("column", "lines"),
    [
        ("3", ["2: expense -9.00 2026-11-20 Diner", "3: expense -1.00 2026-11-19 Pub"]),
        ("5", ["3: expense -2.00 2026-11-19 Pub", "2: left out, OTHER_CURRENCY USD"]),
        ("1", ["2: expense -5.00 2026-11-20 Diner", "3: expense -5.00 2026-11-19 Pub"]),
    ],
)
def test_an_amount_has_the_currency_beside_it(column: str, lines: list[str]) -> None:
    content = (
        "Day,Share,Name,Amount,Currency,Local amount,Local currency\n"
        "2026-11-20,-5.00,Diner,-9.00,GBP,-12.00,USD\n2026-11-19,-5.00,Pub,-1.00,GBP,-2.00,GBP\n"
    )

    assert lines_of(preview(content, budget_in("GBP", "en_GB"), {Topic.AMOUNT_COLUMN: column})) == lines


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        ("Amount (USD)", "2: expense -9.00 2026-11-20"),
        ("Amount [$]", "2: expense -9.00 2026-11-20"),
        ("Amount (all)", "2: expense -9.00 2026-11-20"),
        ("Amount (SUM)", "2: expense -9.00 2026-11-20"),
        ("Betrag (EUR)", "2: left out, OTHER_CURRENCY EUR"),
        ("Betrag ( € )", "2: left out, OTHER_CURRENCY €"),
    ],
)
def test_a_heading_may_name_the_currency(heading: str, line: str) -> None:
    assert lines_of(preview(f"Day,{heading}\n2026-11-20,-9.00\n")) == [line]


def test_a_currency_may_stand_before_its_amount() -> None:
    content = "Day,Currency,Amount\n2026-11-20,USD,-9.00\n2026-11-20,EUR,-9.00\n"

    assert lines_of(preview(content)) == ["2: expense -9.00 2026-11-20", "3: left out, OTHER_CURRENCY EUR"]


@pytest.mark.parametrize(
    ("heading", "own", "other"),
    [
        ("Currency", "USD", "eur"), ("Currency", "usd", "EUR"), ("Currency", "$", "€"), ("Currency code", "USD", "BTC"),
        ("Ccy", "USD", "XXQ"), ("Transaction currency", "usd", "try"), ("Währung", "$", "Euro"), ("Валюта операции", "USD", "руб."),
        ("Valuta", "usd", "eur"), ("Para Birimi", "USD", "₺"), ("通貨", "USD", "円"),
    ],
)  # fmt: skip
def test_no_cell_hides_a_column_of_currencies(heading: str, own: str, other: str) -> None:
    content = f"Day,What,Amount,{heading}\n2026-11-20,tea,-5.00,{own}\n2026-11-21,bus,-6.00,{other}\n"

    assert lines_of(preview(content)) == [
        "2: expense -5.00 2026-11-20 tea",
        f"3: left out, OTHER_CURRENCY {other}",
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("Date,What,Amount\n1-Nov,tea,-1.00\n", "2: refused, NO_WHOLE_DAY 1-Nov"),
        ("My account\n\nDate,What,Amount\n11/20,tea,-1.00\n", "4: refused, NO_WHOLE_DAY 11/20"),
        ("Posting date;What;Amount\n46346;tea;-1,00\n", "2: refused, NO_WHOLE_DAY 46346"),
        ("Buchungstag;Text;Betrag\n20.11.;Tee;-1,00\n", "2: refused, NO_WHOLE_DAY 20.11."),
        ("Date,What,Amount\n31 Foo 2026,tea,-1.00\n", "2: refused, IMPOSSIBLE_DAY 31 Foo 2026"),
    ],
)
def test_days_without_a_year_are_told(content: str, line: str) -> None:
    assert lines_of(preview(content)) == [line]


@pytest.mark.parametrize(
    "content",
    [
        "Date,What\n1-Nov,tea\n",
        "Date,What,Amount\n,tea,-1.00\n",
        "Month,What,Amount\nNov 2026,tea,-1.00\n",
        "Date,Amount\n",
    ],
)
def test_what_has_no_day_beside_an_amount_is_no_table(content: str) -> None:
    with pytest.raises(Refused) as refused:
        preview(content)

    assert refused.value.why is Why.NO_TABLE


def test_names_of_currencies_in_words_hide_no_rows() -> None:
    content = "Day,What,Amount,Currency\n2026-11-20,tea,-5.00,US Dollar\n2026-11-21,bus,-6.00,US Dollar\n"

    assert len(preview(content).rows) == 2


def test_a_code_in_small_letters_is_the_budgets_own() -> None:
    content = "Day,What,Amount,Currency\n2026-11-20,tea,-5.00,try\n2026-11-21,bus,-6.00,TRY\n"

    assert len(preview(content, budget_in("TRY", "tr_TR")).rows) == 2


def test_three_rows_are_shown_and_columns_offered_by_name() -> None:
    read = preview(UNNAMED)
    (question,) = read.questions

    assert read.heading == ("Number", "Date", "Account", "Description", "A", "B", "C")
    assert len(read.samples) == 3
    assert read.samples[0] == ("", "22/11/2026", "20-00-00 1", "TESCO", "12.50", "", "1087.50")
    assert question.options == (
        Option("4", "A"),
        Option("5", "B"),
        Option("6", "C"),
        Option("two", "two"),
    )


def test_india_groups_its_own_way() -> None:
    content = 'Date,Narration,Amount\n13/11/2026,UPI,"-1,50,000.00"\n'

    assert lines_of(preview(content, budget_in("INR", "en_IN"))) == ["2: expense -150000.00 2026-11-13 UPI"]
    assert lines_of(preview(content)) == ["2: refused, GROUPING 1,50,000.00"]


@pytest.mark.parametrize(
    ("heading", "day"),
    [
        ("Buchungstag;Betrag", "2026-11-02"), ("Fecha;Importe", "2026-11-02"), ("Libellé;Montant", "2026-11-02"),
        ("Dato;Beløb", "2026-11-02"), ("Дата;Сумма", "2026-11-02"), ("Day;Amount", None),
    ],
)  # fmt: skip
def test_the_language_of_a_heading_tells_the_order_of_days(heading: str, day: str | None) -> None:
    read = preview(f"{heading}\n02/11/2026;-5,00\n", EUR)
    assert [row.day.isoformat() for row in read.rows] == ([day] if day is not None else [])
    assert [one.topic for one in read.questions] == ([] if day is not None else [Topic.DAY_ORDER])
    months_first = preview(f"{heading}\n02/11/2026;-5,00\n02/13/2026;-6,00\n", EUR)
    assert [row.day.isoformat() for row in months_first.rows] == ["2026-02-11", "2026-02-13"], "rows tell more"


def test_when_something_was_paid_goes_before_when_it_was_booked() -> None:
    content = "Value date,Transaction date,Amount\n2026-11-04,2026-11-03,-5.00\n"
    assert lines_of(preview(content)) == ["2: expense -5.00 2026-11-03"]
    assert lines_of(preview(content, USD, {Topic.DAY_COLUMN: "0"})) == ["2: expense -5.00 2026-11-04"], "as it was said"
    assert lines_of(preview(content.replace("Transaction", "Posted"))) == [
        "2: asked, DAY_COLUMN 2026-11-04 | 2026-11-03 | -5.00"
    ]


ACCOUNT = "Day,Konto #,Amount,Saldo after\n2026-11-04,12345,-5.00,10.00\n2026-11-05,12345,-6,4.00\n"


def test_numbers_of_accounts_and_balances_are_no_amounts() -> None:
    assert lines_of(preview(ACCOUNT)) == ["2: expense -5.00 2026-11-04", "3: expense -6.00 2026-11-05"]
    two = preview("Day,A,B\n2026-11-04,5.00,\n2026-11-05,,1500\n")
    assert [option.answer for option in two.questions[0].options] == ["1", "2", "two"], "money in may have no decimals"


def test_who_wants_to_choose_is_asked_about_every_column() -> None:
    def asked(answers: Answers) -> tuple[Topic, list[str]] | list[str]:
        read = open_file(ACCOUNT.encode(), USD).preview(USD, TODAY, answers, anew=True)
        return (
            (read.questions[0].topic, [one.answer for one in read.questions[0].options])
            if read.questions
            else lines_of(read)
        )

    assert asked({}) == (Topic.DAY_COLUMN, ["0"])
    said: Answers = {Topic.DAY_COLUMN: "0"}
    assert asked(said) == (Topic.AMOUNT_COLUMN, ["1", "2", "3", "two"])
    said = {**said, Topic.AMOUNT_COLUMN: "3", Topic.SIGN: "came in"}
    assert asked(said) == ["2: extra 10.00 2026-11-04", "3: extra 4.00 2026-11-05"]
    assert lines_of(preview(ACCOUNT, USD, said)) == asked(said), "and so is the next file of this heading read"
    paired = open_file(PAIRED.format("Debit", "Credit").encode(), USD).preview(
        USD, TODAY, {Topic.DAY_COLUMN: "0"}, anew=True
    )
    assert paired.questions[0].topic is Topic.AMOUNT_COLUMN


@pytest.mark.parametrize(
    ("content", "options"),
    [
        # more without a minus: asked, with what both come to
        ("Day,What,Amount\n2026-11-04,tea,5.00\n2026-11-05,bus,6.00\n2026-11-06,paid,-9.00\n", [1100, 900]),
        # a card's statement is asked about where as many or more have a minus
        (
            "Day,What,Card Member,Amount\n2026-11-04,tea,Ann,5.00\n2026-11-05,x,Ann,-6.00\n2026-11-06,y,Ann,-9.00\n",
            [500, 1500],
        ),
        ("Day,What,Amount\n2026-11-04,tea,5.00\n2026-11-05,loan,-6.00\n", [500, 600]),  # as many of one as of the other
        ("Day,What,Amount\n2026-11-04,tea,5.00\n2026-11-05,AUTOPAY,-6.00\n2026-11-06,x,-7.00\n", [500, 1300]),
        ("Day,What,Card Member,Amount\n2026-11-04,tea,Ann,-5.00\n", None),  # nothing is without a minus
    ],
)
def test_a_card_may_write_what_is_spent_without_a_minus(content: str, options: list[int] | None) -> None:
    answers: Answers = {Topic.NOTE_COLUMN: "1"}
    read = preview(content, USD, answers)
    assert [one.topic for one in read.questions] == ([] if options is None else [Topic.SIGN])
    if options is not None:
        assert [one.means for one in read.questions[0].options] == options
        assert preview(content, USD, {**answers, Topic.SIGN: "spent"}).spent == options[0]
        assert preview(content, USD, {**answers, Topic.SIGN: "came in"}).spent == options[1]


def test_where_the_decimal_mark_is_asked_about_first_there_are_no_totals_yet() -> None:
    read = preview("Day,What,Amount\n2026-11-04,tea,1.080\n", EUR)
    assert [(one.topic, one.options[-1].means) for one in read.questions][1] == (Topic.SIGN, 0)


def test_a_column_without_a_name_is_one_where_something_stands_in_it() -> None:
    content = "Datum;Zweck;Umsatz;\n22.11.2026;Tacos;10,50;S\n20.11.2026;Gehalt;2500,00;H\n"
    assert lines_of(preview(content, EUR), EUR) == [
        "2: expense -10.50 2026-11-22 Tacos",
        "3: extra 2500.00 2026-11-20 Gehalt",
    ]


def test_balances_of_accounts_may_stand_below_the_heading() -> None:
    content = "Name,Balance now,Day,What,Amount\nWallet,120.00,,,\n,,2026-11-22,tacos,-5.00\n"
    read = preview(content, USD, {Topic.NOTE_COLUMN: "3"})
    assert lines_of(read) == ["3: expense -5.00 2026-11-22 tacos", "2: left out, BALANCE"]


@pytest.mark.parametrize(
    ("heading", "done", "not_done"),
    [
        (
            "Status",
            "Completed",
            "Declined|FAILED|Reversed|Pending|Cancelled|Canceled|Rejected|Expired|In progress|On hold",
        ),
        ("State", "COMPLETED", "REVERTED|DECLINED|FAILED|PENDING"),
        ("Transaction Status", "Posted", "Voided|Scheduled|Returned"),
        ("Status", "Gebucht", "Vorgemerkt|Abgelehnt|fehlgeschlagen|Storniert|In Bearbeitung"),
        ("Info", "Umsatz gebucht", "Umsatz vorgemerkt|umsatz vorgemerkt"),
        ("Buchungsstatus", "Gebucht", "Ausstehend|Zurückgewiesen"),
        ("Statut", "Exécuté", "Refusé|Rejetée|Annulé|Échec|En attente"),
        ("Estado", "Completado", "Rechazado|Cancelada|Pendiente|Fallido|Denegada"),
        ("Estado", "Concluída", "Recusada|Cancelado|Pendente|Falhou|Estornado"),
        ("Stato", "Contabilizzato", "Rifiutato|Annullata|In attesa|Fallito|Stornato"),
        ("Status", "Voltooid", "Geweigerd|Mislukt|Geannuleerd|In behandeling"),
        ("Stan", "Zaksięgowana", "Odrzucona|Anulowana|Oczekująca|W toku"),
        ("Статус", "OK", "FAILED|Отклонён|Отменена|В обработке|Ошибка"),
        ("Статус", "Виконано", "Відхилено|Скасовано|Очікує"),
        ("Durum", "Tamamlandı", "Reddedildi|İptal edildi|Başarısız|Beklemede"),
        ("Status", "Berhasil", "Ditolak|Gagal|Dibatalkan|Menunggu"),
        ("الحالة", "مكتمل", "مرفوض|ملغاة|معلق|قيد المعالجة"),
        ("ステータス", "完了", "失敗|取消済み|処理中|キャンセル"),
        ("Stature", "Declined", ""),
    ],
)
def test_what_was_not_carried_out_is_left_out(heading: str, done: str, not_done: str) -> None:
    rows = [done, "", *filter(None, not_done.split("|"))]
    content = f"Day,What,{heading},Amount\n" + "".join(f"2026-11-04,tea,{status},-5.00\n" for status in rows)

    read = preview(content, USD, {Topic.NOTE_COLUMN: "1"})
    assert [row.line for row in read.rows] == [2, 3]
    assert [(one.line, one.why) for one in read.left_out] == [(n, Left.PENDING) for n in range(4, len(rows) + 2)]


def test_what_was_not_carried_out_is_left_out_of_two_columns_and_of_the_question_of_signs() -> None:
    pair = "Day,What,Status,Debit,Credit\n2026-11-04,tea,Declined,5.00,\n2026-11-05,bus,Cleared,6.00,\n"
    assert lines_of(preview(pair, USD, {Topic.NOTE_COLUMN: "1"})) == [
        "3: expense -6.00 2026-11-05 bus",
        "2: left out, PENDING",
    ]
    card = "Day,What,Status,Amount\n2026-11-04,tea,Declined,5.00\n2026-11-05,bus,Posted,-6.00\n"
    assert lines_of(preview(card, USD, {Topic.NOTE_COLUMN: "1"})) == [
        "3: expense -6.00 2026-11-05 bus",
        "2: left out, PENDING",
    ]


def test_a_heading_may_name_its_currency_in_words() -> None:
    content = "Datum;Text;Gutschrift in CHF;Lastschrift in CHF\n18.11.2026;Migros;;-42.15\n11.11.2026;Lohn;5'321.40;\n"
    chf = budget_in("CHF", "de_CH")
    assert lines_of(preview(content, chf), chf) == [
        "2: expense -42.15 2026-11-18 Migros",
        "3: extra 5321.40 2026-11-11 Lohn",
    ]
    assert {one.why for one in preview(content, EUR).left_out} == {Left.OTHER_CURRENCY}


def test_money_out_and_in_behind_what_was_paid_abroad_are_in_the_accounts_currency() -> None:
    heading = "Day,What,Amount,Currency,Local amount,Local currency,Money Out,Money In"
    content = f"{heading}\n2026-11-15,Bistro,-21.76,GBP,-25.00,EUR,-21.76,\n"
    gbp = budget_in("GBP", "en_GB")
    assert lines_of(preview(content, gbp), gbp) == ["2: expense -21.76 2026-11-15 Bistro"]
