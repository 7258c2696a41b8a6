"""What banks write around their rows: rules, totals, balances, disclaimers, what is reserved; and which columns are clear."""

import pytest

from budget.budgets import Budget
from budget.imports.footers import is_balance, is_rule, is_summary, is_total
from budget.imports.rows import Answers, Topic
from tests.budget.imports.reading import EUR, USD, budget_in, lines_of, preview

CHF, INR, JPY = budget_in("CHF", "de_CH"), budget_in("INR", "en_IN"), budget_in("JPY", "ja_JP")
SEK, UAH = budget_in("SEK", "sv_SE"), budget_in("UAH", "uk_UA")
NOTE = Topic.NOTE_COLUMN

HDFC = """HDFC BANK Ltd.,,,,,,
Statement From : 01/11/2026 To : 20/11/2026,,,,,,
********,***************,********,********,************,************,************
Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance
********,***************,********,********,************,************,************
03/11/26,UPI-SWIGGY,0000456789,03/11/26,485.00,,"1,49,515.00"
13/11/26,NEFT CR-ACME,N310261234,13/11/26,,"1,50,000.00","2,99,515.00"
STATEMENT SUMMARY :-,,,,,,
Opening Balance,,,,Debits,Credits,Closing Bal
"1,50,000.00",,,,"12,825.50","1,50,000.00","2,87,174.50"
Dr Count,,,,2,,
"""
MUFG = """"日付","摘要","摘要内容","支払い金額","預かり金額","差引残高","メモ"
"2026/11/3","カード","セブンイレブン","1,280","","98,720",""
"2026/11/20","給料","カ）サンプル","","280,000","370,270",""
"""
NORDEA = """Bokföringsdag;Belopp;Avsändare;Mottagare;Rubrik;Saldo;Valuta
Reserverat;-129,00;1234 56 78901;;SYSTEMBOLAGET;;SEK
2026/11/19;-1 245,80;1234 56 78901;;ICA MAXI;12 345,67;SEK
"""
MONOBANK = """"Дата i час операції","Деталі",MCC,"Сума в валюті картки (UAH)","Сума в валюті операції",Валюта,Курс,"Комісія"
"19.11.2026 18:33:10","Сільпо",5411,-845.3,-845.3,UAH,—,—
"17.11.2026 09:02:44","Netflix.com",4899,-418.5,-9.99,USD,41.8919,—
"15.11.2026 10:00:00","Зарплата",4829,32000.0,32000.0,UAH,—,—
"""
ZKB = """"Datum";"Buchungstext";"Whg";"Betrag Detail";"ZKB-Referenz";"Belastung CHF";"Gutschrift CHF";"Valuta";"Saldo CHF"
"19.11.2026";"Migros";"";"";"Z263230000001";"67.35";"";"19.11.2026";"3'456.70"
"10.11.2026";"Belastungen (1)";"";"";"Z263140000002";"1'850.00";"";"10.11.2026";"3'524.05"
"";"Immo AG";"CHF";"1'850.00";"";"";"";"";""
"05.11.2026";"Muster AG";"";"";"Z263090000003";"";"6'100.00";"05.11.2026";"5'374.05"
"""
POSTFINANCE = """Datum;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label
20.11.2026;COOP ZUERICH;;-45.80;
15.11.2026;MUSTERFIRMA AG;5230.55;;

Disclaimer:
Der Dokumentinhalt wurde durch Filtereinstellungen generiert.
"""
ALFA = """Тип счёта;Валюта;Дата операции;Референс проводки;Описание операции;Приход;Расход
Текущий счёт;RUR;19.11.26;CRD_1AB123;Пятёрочка;0;845,30
Текущий счёт;RUR;15.11.26;B0412345678;Заработная плата;95000;0
"""
DANSKE = """"Dato";"Kategori";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"
"19.11.2026";"Dagligvarer";"NETTO";"-129,50";"1.245,80";"Udført";"Nej"
"20.11.2026";"Andet";"REMA 1000";"-50,00";"";"Venter";"Nej"
"""
ITAU = """data;lançamento;ag./origem;valor (R$);saldos (R$)
03/11/2026;SALDO ANTERIOR;;;1.500,00
05/11/2026;PIX MARIA;1234;-250,00;1.250,00
"""
AUSTRIAN = """Buchungsdatum;Buchungstext;Betrag;Währung
03.11.2026;BILLA;45,80-;EUR
15.11.2026;Gehalt;2.480,00+;EUR
;Summe;2.434,20;EUR
"""
CAPITAL_ONE = """Transaction Date,Posted Date,Description,Category,Debit,Credit
2026-11-19,2026-11-20,TRADER JOE S,Merchandise,54.20,
2026-11-15,2026-11-15,CAPITAL ONE PYMT,Payment/Credit,,500.00
Total,,,,54.20,500.00
"""


@pytest.mark.parametrize(
    ("content", "budget", "answers", "lines"),
    [
        (
            HDFC,
            INR,
            {},
            [
                "6: expense -485.00 2026-11-03 UPI-SWIGGY",
                "7: extra 150000.00 2026-11-13 NEFT CR-ACME",
                "10: refused, BOTH_WAYS 12,825.50 | 1,50,000.00",
                "11: refused, NO_WHOLE_DAY Dr Count",
                "8: left out, BALANCE",
                "9: left out, BALANCE",
            ],
        ),
        (
            MUFG,
            JPY,
            {NOTE: "2"},
            ["2: expense -1280 2026-11-03 セブンイレブン", "3: extra 280000 2026-11-20 カ）サンプル"],
        ),
        (NORDEA, SEK, {}, ["3: expense -1245.80 2026-11-19 ICA MAXI", "2: left out, PENDING"]),
        (
            MONOBANK,
            UAH,
            {},
            [
                "2: expense -845.30 2026-11-19 Сільпо",
                "3: expense -418.50 2026-11-17 Netflix.com",
                "4: extra 32000.00 2026-11-15 Зарплата",
            ],
        ),
        (
            ZKB,
            CHF,
            {},
            [
                "2: expense -67.35 2026-11-19 Migros",
                "3: expense -1850.00 2026-11-10 Belastungen (1)",
                "5: extra 6100.00 2026-11-05 Muster AG",
                "4: left out, BALANCE",
            ],
        ),
        (
            POSTFINANCE,
            CHF,
            {},
            [
                "2: expense -45.80 2026-11-20 COOP ZUERICH",
                "3: extra 5230.55 2026-11-15 MUSTERFIRMA AG",
                "5: left out, BALANCE",
                "6: left out, BALANCE",
            ],
        ),
        (
            ALFA,
            budget_in("RUB", "ru_RU"),
            {},
            ["2: expense -845.30 2026-11-19 Пятёрочка", "3: extra 95000.00 2026-11-15 Заработная плата"],
        ),
        (
            DANSKE,
            budget_in("DKK", "da_DK"),
            {},
            ["2: expense -129.50 2026-11-19 NETTO [Dagligvarer]", "3: left out, PENDING"],
        ),
        (
            ITAU,
            budget_in("BRL", "pt_BR"),
            {},
            ["3: expense -250.00 2026-11-05 PIX MARIA", "2: left out, BALANCE"],
        ),
        (
            AUSTRIAN,
            EUR,
            {Topic.SIGN: "came in"},
            ["2: expense -45.80 2026-11-03 BILLA", "3: extra 2480.00 2026-11-15 Gehalt", "4: left out, BALANCE"],
        ),
        (
            CAPITAL_ONE,
            USD,
            {},
            [
                "2: expense -54.20 2026-11-19 TRADER JOE S [Merchandise]",
                "3: extra 500.00 2026-11-15 CAPITAL ONE PYMT [Payment/Credit]",
                "4: left out, BALANCE",
            ],
        ),
    ],
    ids=[
        "HDFC",
        "MUFG",
        "Nordea",
        "monobank",
        "ZKB",
        "PostFinance",
        "Alfa",
        "Danske",
        "Itaú",
        "Austrian",
        "Capital One",
    ],
)
def test_what_is_no_payment_is_left_out_and_nothing_is_asked_that_is_clear(
    content: str, budget: Budget, answers: Answers, lines: list[str]
) -> None:
    assert lines_of(preview(content, budget, answers), budget) == lines


def test_a_row_without_a_day_that_names_no_total_is_told() -> None:
    content = "Day,What,Amount\n2026-11-19,tea,-5.00\n,bus,-2.00\nsoon,Total Wine,-9.00\n2026-11-20,Total Wine,-8.00\n"

    assert lines_of(preview(content)) == [
        "2: expense -5.00 2026-11-19 tea",
        "5: expense -8.00 2026-11-20 Total Wine",
        "3: refused, NO_DAY",
        "4: refused, NO_WHOLE_DAY soon",
    ]


def test_references_are_the_note_where_there_is_no_other() -> None:
    content = "Day,Reference,Amount\n2026-11-19,Z2632301,-5.00\n2026-11-20,Z2632302,-5.00\n"

    assert [row.note for row in preview(content).rows] == ["Z2632301", "Z2632302"]


def test_a_heading_with_a_sign_says_less_than_a_column_of_currencies() -> None:
    content = "Day,What,Amount ($),Currency\n2026-11-19,tea,-5.00,USD\n2026-11-20,bus,-2.00,CAD\n"

    assert lines_of(preview(content)) == ["2: expense -5.00 2026-11-19 tea", "3: left out, OTHER_CURRENCY CAD"]


@pytest.mark.parametrize(
    ("cell", "total"),
    [
        ("Total", True), ("Grand total", True), ("TOTAL DEBITS", True), ("Summe", True), ("Gesamtbetrag", True),
        ("Opening Balance", True), ("Итого", True), ("合計", True), ("Totally Thai", False), ("New Balance", False),
        ("Sumo Sushi", False), ("", False),
    ],
)  # fmt: skip
def test_words_name_a_total(cell: str, total: bool) -> None:
    assert is_total(["", cell]) is total


@pytest.mark.parametrize(
    ("cells", "rule"), [(["****", "----"], True), (["====", ""], True), (["**", "x"], False), (["-", "1"], False)]
)
def test_a_row_of_lines_is_a_rule(cells: list[str], rule: bool) -> None:
    assert is_rule(cells) is rule


BRASIL = (
    '"Data","Dependencia Origem","Histórico","Data do Balancete","Número do documento","Valor",\n'
    '"10/31/2026","","Saldo Anterior","","0","1250.10",\n"11/13/2026","0-0","PADARIA","","123456","-25.50",\n'
    '"11/16/2026","","Proventos","","0","3200.00",\n"11/20/2026","","S A L D O","","0","3624.60",\n'
)
VOLKSBANK = (
    "Buchungstag;Valuta;Vorgang/Verwendungszweck;Währung;Umsatz; \n18.11.2026;18.11.2026;REWE;EUR;45,20;S\n"
    "13.11.2026;13.11.2026;Gehalt;EUR;2.100,00;H\n\n01.11.2026;;Anfangssaldo;EUR;500,00;H\n22.11.2026;;Endsaldo;EUR;2.554,80;H\n"
)
SWEDBANK = (
    '"Account No","","Date","Beneficiary","Details","Amount","Currency","D/K","Code"\n'
    '"LV35","10","2026-11-01","","Opening balance","10374.04","EUR","K","AS"\n'
    '"LV35","20","2026-11-18","MAXIMA","PIRKUMS","15.31","EUR","D","K"\n"LV35","20","2026-11-13","ACME","ALGA","1200.00","EUR","K","K"\n'
    '"LV35","82","2026-11-22","","Turnover","15.31","EUR","D","K2"\n'
    '"LV35","86","2026-11-22","","closing balance","11558.73","EUR","K","LS"\n'
)


@pytest.mark.parametrize(
    ("content", "note", "lines"),
    [
        (BRASIL, "2", ["3: expense -25.50 2026-11-13 PADARIA", "4: extra 3200.00 2026-11-16 Proventos", "2: left out, BALANCE",
                       "5: left out, BALANCE"]),
        (VOLKSBANK, "2", ["2: expense -45.20 2026-11-18 REWE", "3: extra 2100.00 2026-11-13 Gehalt", "5: left out, BALANCE",
                          "6: left out, BALANCE"]),
        (SWEDBANK, "4", ["3: expense -15.31 2026-11-18 PIRKUMS", "4: extra 1200.00 2026-11-13 ALGA", "2: left out, BALANCE",
                         "5: left out, BALANCE", "6: left out, BALANCE"]),
    ],
)  # fmt: skip
def test_a_balance_is_no_payment_where_it_has_a_day_too(content: str, note: str, lines: list[str]) -> None:
    assert lines_of(preview(content, EUR, {NOTE: note, Topic.SIGN: "came in"}), EUR) == lines


@pytest.mark.parametrize(
    ("cell", "balance"),
    [
        ("Opening balance", True), ("Beginning balance as of 11/01/2026", True), ("BALANCE BROUGHT FORWARD", True),
        ("Balance b/f", True), ("Kontostand am 01.11.2026", True), ("Alter Kontostand", True), ("Solde au 22/11/2026", True),
        ("Saldo final:", True), ("saldo del 22.11.2026", True), ("Açılış Bakiyesi", True), ("Входящий остаток", True),
        ("前月繰越", True),
        ("Saldo", False), ("TOTAL", False), ("New Balance", False), ("Balance Yoga 11/01/2026", False), ("", False),
        (f"Opening{' ' * 60}balance", False),  # what is long is not looked at
    ],
)  # fmt: skip
def test_a_whole_cell_names_a_balance(cell: str, balance: bool) -> None:
    assert is_balance(["", cell]) is balance


def test_what_is_not_booked_yet_is_left_out_by_the_banks_own_word() -> None:
    content = "Data,Dettagli,Contabilizzazione,Importo\n2026-11-18,Bar,NON CONTABILIZZATO,-3\n2026-11-17,Coop,CONTABILIZZATO,-4\n"

    assert lines_of(preview(content)) == ["3: expense -4.00 2026-11-17 Coop", "2: left out, PENDING"]


SANTANDER = """\
2026-11-25,01-11-2026,'12 1090 0000 0000 0001 2345 6789,JAN KOWALSKI,PLN,"2300,00","2274,50",3,
24-11-2026,24-11-2026,Zakup BIEDRONKA,BIEDRONKA,,"-25,50","2274,50",3,
23-11-2026,22-11-2026,Zakup ORLEN,ORLEN,,"-100,00","2300,00",2,
20-11-2026,20-11-2026,Wynagrodzenie,FIRMA,'11 1090 1111,"4000,00","2400,00",1,
"""
CHOSEN: Answers = {Topic.DAY_COLUMN: "0", Topic.AMOUNT_COLUMN: "5", Topic.NOTE_COLUMN: "2"}


def test_a_summary_at_the_top_of_a_table_without_a_heading_is_left_out() -> None:
    """Its two balances stood where payments have their amount: 2,300.00 came in that nobody paid."""
    zloty = budget_in("PLN", "pl_PL", "Europe/Warsaw")

    assert lines_of(preview(SANTANDER, zloty, CHOSEN), zloty) == [
        "2: expense -25.50 2026-11-24 Zakup BIEDRONKA",
        "3: expense -100.00 2026-11-23 Zakup ORLEN",
        "4: extra 4000.00 2026-11-20 Wynagrodzenie",
        "1: left out, BALANCE",
    ]


@pytest.mark.parametrize(
    ("first", "rows", "is_one"),
    [
        (["12 1090", "2026-11-01", "5.00"], [["24-11-2026", "x", "5.00"], ["2-1-2026", "y", "6.00"]], True),
        (["x"], [["y", "24-11-2026"], ["z", "23-11-2026"]], True),
        (["1-1-2026", "x", "5.00"], [["24-11-2026", "x", "5.00"], ["23-11-2026", "y", "6.00"]], False),
        (["2026-11-01", "x", "5.00"], [["24-11-2026", "x", "5.00"]], False),
        (["2026-11-01", "x", "5.00"], [["24-11-2026", "x", "5.00"], ["2026-11-23", "y", "6.00"]], False),
        (["a", "x", "5.00"], [["b", "x", "5.00"], ["c", "y", "6.00"]], False),
    ],
)
def test_a_first_row_is_a_summary_where_its_days_are_written_otherwise(
    first: list[str], rows: list[list[str]], is_one: bool
) -> None:
    assert is_summary(first, rows) is is_one


def test_a_first_payment_like_all_others_stays() -> None:
    content = SANTANDER.partition("\n")[2]
    zloty = budget_in("PLN", "pl_PL", "Europe/Warsaw")

    assert len(lines_of(preview(content, zloty, CHOSEN), zloty)) == 3
