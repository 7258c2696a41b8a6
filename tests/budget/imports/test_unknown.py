"""Tables of an unknown heading: what is shown, what is asked, and what the answers make of it."""

import pytest

from budget.budgets import Budget
from budget.imports.rows import Answers, Option, Topic
from tests.budget.imports.reading import EUR, USD, budget_in, lines_of, preview

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
        (SPARKASSE, EUR, {}, ["2: asked, DAY_COLUMN DE1 | 22.11.26 | 23.11.26 | KARTENZAHLUNG | Tacos | Imbiss | -1.080,50 | EUR"]),
        (
            SPARKASSE,
            EUR,
            {Topic.DAY_COLUMN: "1"},
            ["2: asked, NOTE_COLUMN DE1 | 22.11.26 | 23.11.26 | KARTENZAHLUNG | Tacos | Imbiss | -1.080,50 | EUR"],
        ),
        (
            SPARKASSE,
            EUR,
            {Topic.DAY_COLUMN: "1", Topic.NOTE_COLUMN: "5"},
            ["2: expense -1080.50 2026-11-22 Imbiss", "3: extra 2500.00 2026-11-20 Firma", "4: left out, OTHER_CURRENCY USD"],
        ),
        (
            SPARKASSE,
            EUR,
            {Topic.DAY_COLUMN: "2", Topic.NOTE_COLUMN: "none"},
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
                "4: refused, TWO_ENTRIES",
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
                "4: refused, TWO_ENTRIES",
                "5: refused, NO_AMOUNT",
            ],
        ),
        *((heading, budget, {}, NAMED) for heading, budget in NAMED_PAIRS),
        ("Day,What,Debit,Credit\n2026-11-22,tacos,12.50,\n", USD, {}, ["2: expense -12.50 2026-11-22 tacos"]),
        ("Day,What,Debit,Credit\n2026-11-22,tacos,12.50,x\n", USD, {}, ["2: asked, NOTE_COLUMN 2026-11-22 | tacos | 12.50 | x"]),
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
                "5: refused, UNCLEAR_DAY 3/4/2026",
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
