"""Columns that say which way the money went, or that it was a transfer; with signs of the amounts beside them."""

import pytest

from budget.categories import folded
from budget.imports.directions import direction_of, says_way
from budget.imports.rows import Answers, Topic
from tests.budget.imports.reading import EUR, USD, budget_in, lines_of, preview

HEAD = "Date,What,Type,Amount\n"
PAIR = "2026-11-18,tea,{0},5.00\n2026-11-20,pay,{1},1500.00\n"
READ = ["2: expense -5.00 2026-11-18 tea", "3: extra 1500.00 2026-11-20 pay"]


@pytest.mark.parametrize(
    ("out", "into"),
    [
        ("-", "+"), ("−", "+"),
        ("S", "H"), ("Soll", "Haben"), ("D", "K"), ("D", "C"), ("DR", "CR"), ("DB", "CR"), ("D", "H"), ("Debe", "Haber"),
        ("Expense", "Income"), ("Exp.", "Income"), ("Withdrawal", "Deposit"), ("outflow", "inflow"), ("Ausgang", "Eingang"),
        ("Ausgabe", "Einnahme"), ("Af", "Bij"), ("Dépense", "Revenu"), ("Gasto", "Ingreso"), ("Uscita", "Entrata"),
        ("Despesa", "Receita"), ("Wydatek", "Przychód"), ("Расход", "Доход"), ("Витрата", "Дохід"), ("Utgift", "Inkomst"),
        ("Gider", "Gelir"), ("Pengeluaran", "Pemasukan"), ("支出", "収入"), ("مصروف", "دخل"),
    ],
)  # fmt: skip
def test_a_word_beside_an_amount_says_which_way_it_went(out: str, into: str) -> None:
    assert lines_of(preview(HEAD + PAIR.format(out, into))) == READ


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (  # a card's: what came in has a minus
            "2026-11-18,tea,Debit,5.00\n2026-11-20,pay,Credit,-1500.00\n",
            READ,
        ),
        (  # an account's: what went out has one, and one payment was taken back
            "2026-11-18,tea,Debit,-5.00\n2026-11-19,bus,Debit,-2.00\n2026-11-20,bus,Debit,2.00\n2026-11-20,pay,Credit,9.00\n",
            ["2: expense -5.00 2026-11-18 tea", "3: expense -2.00 2026-11-19 bus", "4: refund 2.00 2026-11-20 bus",
             "5: extra 9.00 2026-11-20 pay"],
        ),
        (  # what came in was taken back
            "2026-11-18,pay,Credit,-9.00\n2026-11-19,pay,Credit,-8.00\n2026-11-20,pay,Credit,8.00\n",
            ["2: extra 9.00 2026-11-18 pay", "3: extra 8.00 2026-11-19 pay", "4: expense -8.00 2026-11-20 pay"],
        ),
        (
            "2026-11-18,tea,Debit,5.00\n2026-11-20,pay,Credit,9.00\n2026-11-20,pay,Credit,8.00\n2026-11-20,pay,Credit,-8.00\n",
            ["2: expense -5.00 2026-11-18 tea", "3: extra 9.00 2026-11-20 pay", "4: extra 8.00 2026-11-20 pay",
             "5: expense -8.00 2026-11-20 pay"],
        ),
        (
            "2026-11-18,tea,Exp.,5.00\n2026-11-19,savings,Transfer-Out,50.00\n2026-11-20,pay,Income,1500.00\n",
            ["2: expense -5.00 2026-11-18 tea", "4: extra 1500.00 2026-11-20 pay", "3: left out, TRANSFER"],
        ),
        (
            "2026-11-18,tea,Expense,-5.00\n2026-11-19,savings,Transfer,-50.00\n2026-11-20,pay,Income,1500.00\n",
            ["2: expense -5.00 2026-11-18 tea", "4: extra 1500.00 2026-11-20 pay", "3: left out, TRANSFER"],
        ),
    ],
)  # fmt: skip
def test_a_sign_beside_such_a_word_belongs_to_it_or_takes_back(rows: str, lines: list[str]) -> None:
    assert lines_of(preview(HEAD + rows)) == lines


NAMELESS = HEAD + "2026-11-18,tea,Zug,5.00\n2026-11-20,pay,Abg,1500.00\n"


def test_two_words_that_nobody_knows_are_asked_about() -> None:
    (asked,) = preview(NAMELESS).questions

    assert (asked.topic, asked.example) == (Topic.WAY, "Type")
    assert [one.means for one in asked.options] == ["Zug", "Abg", "-"]
    assert lines_of(preview(NAMELESS, USD, {Topic.WAY: "zug"})) == READ
    assert [row.amount for row in preview(NAMELESS, USD, {Topic.WAY: "abg"}).rows] == [500, -150_000]


@pytest.mark.parametrize(
    ("content", "answers", "asked"),
    [
        (NAMELESS, {Topic.WAY: "-"}, [Topic.SIGN]),
        (NAMELESS, {Topic.WAY: "belastung"}, [Topic.WAY]),  # what was said of a file with other words
        (NAMELESS.replace("5.00", "-5.00"), {}, [Topic.SIGN]),  # the sign tells more
        (HEAD + PAIR.format("Sale", "Return"), {}, [Topic.WAY]),
        (HEAD + PAIR.format("Sale", "Purchase"), {}, []),
        (HEAD + PAIR.format("Zug", "Zug"), {}, [Topic.SIGN]),
        (HEAD + PAIR.format("Zug", "z" * 41), {}, [Topic.SIGN]),
        (HEAD + PAIR.format("Zug", "Abg") + "2026-11-20,tax,,3.00\n", {}, [Topic.SIGN]),
        (HEAD + PAIR.format("-", "-"), {}, [Topic.SIGN]),  # a dash alone says nothing
        (NAMELESS.replace("Type", "City"), {Topic.NOTE_COLUMN: "1"}, [Topic.SIGN]),
        (NAMELESS.replace("Amount", "Cost"), {}, []),
    ],
)
def test_what_is_asked_about_amounts_without_a_sign(content: str, answers: Answers, asked: list[Topic]) -> None:
    assert [one.topic for one in preview(content, USD, answers).questions] == asked


def test_a_column_of_money_out_may_have_a_minus_and_one_payment_that_came_back() -> None:
    content = "Day,What,Debit,Credit\n2026-11-18,tea,-5.00,\n2026-11-19,bus,-2.00,\n2026-11-20,bus,2.00,\n2026-11-20,pay,,9.00\n"

    assert lines_of(preview(content)) == [
        "2: expense -5.00 2026-11-18 tea", "3: expense -2.00 2026-11-19 bus", "4: refund 2.00 2026-11-20 bus",
        "5: extra 9.00 2026-11-20 pay",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "lines", "currency", "locale"),
    [
        (  # https://moneyforward.com: 振替 is 1 for transfers, 計算対象 0 where a row does not count
            ('"計算対象","日付","内容","金額（円）","保有金融機関","振替","ID"\n"1","2026/11/19","セブン","-548","カード","0","abc1"\n'
            '"1","2026/11/13","給与","285000","銀行","0","abc2"\n"0","2026/11/10","カード","-30000","銀行","1","abc3"\n'),
            ["2: expense -548 2026-11-19 セブン", "3: extra 285000 2026-11-13 給与", "4: left out, TRANSFER"],
            "JPY", "ja_JP",
        ),
        (  # Wallet by BudgetBakers
            ("account;category;currency;amount;type;note;date;transfer\nCash;Food;EUR;-23.45;Expenses;milk;2026-11-18T17:21:00Z;false\n"
            "Cash;Wage;EUR;2100.00;Income;pay;2026-11-13T09:00:00Z;false\nCash;Transfer;EUR;-50.00;Expenses;;2026-11-12T09:00:00Z;true\n"),
            ["2: expense -23.45 2026-11-18 milk [Food]", "3: extra 2100.00 2026-11-13 pay [Wage]", "4: left out, TRANSFER"],
            "EUR", "de_DE",
        ),
    ],
)  # fmt: skip
def test_a_column_of_its_own_says_what_was_a_transfer(
    content: str, lines: list[str], currency: str, locale: str
) -> None:
    budget = budget_in(currency, locale)

    assert lines_of(preview(content, budget), budget) == lines


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Cost", ["expense", "expense", "refund"]), ("Kosten", ["expense", "expense", "refund"]),
        ("利用金額", ["expense", "expense", "refund"]), ("In USD", []),
        ("Debit", ["expense", "expense", "refund"]), ("Ausgaben", ["expense", "expense", "refund"]),
        ("Income", ["extra", "extra", "expense"]), ("Price", []), ("Sum", []),
    ],
)  # fmt: skip
def test_the_only_column_of_money_may_be_called_what_it_was(name: str, kinds: list[str]) -> None:
    table = f"Day,What,{name}\n2026-11-18,tea,5.00\n2026-11-19,lamp,20.00\n2026-11-20,lamp,-20.00\n"

    assert [str(row.kind) for row in preview(table).rows] == kinds
    turned = table.replace(",-20", ",*20").replace(",5", ",-5").replace(",20", ",-20").replace("*", "")
    assert [str(row.kind) for row in preview(turned).rows] == (kinds or ["expense", "expense", "extra"]), (
        "the minus is the column's"
    )


def test_words_of_other_things_say_no_way() -> None:
    assert [one.topic for one in preview(HEAD + PAIR.format("D", "x"), EUR).questions] == [Topic.WAY]
    assert [one.topic for one in preview(HEAD + PAIR.format("transfer", "transfer"), USD).questions] == [Topic.SIGN]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Payment Method", ("Debit", "Credit", "Credit")),
        ("State", ("MA", "MA", "MA")),
        ("Clr", ("c", "c", "c")),
        ("Wer", ("D", "K", "K")),
    ],
)
def test_a_column_of_another_thing_says_no_way(heading: str, cells: tuple[str, str, str]) -> None:
    """A payment method, a state, a mark for cleared rows and members' letters turned what was spent into money in."""
    rows = zip(("milk,-5.00", "tea,-8.00", "pay,90.00"), cells, strict=True)
    content = f"Date,What,Amount,{heading}\n" + "".join(f"2026-11-20,{row},{cell}\n" for row, cell in rows)
    read = preview(content, answers={Topic.NOTE_COLUMN: "1"})

    assert [row.amount for row in read.rows] == [-500, -800, 9000]


def test_a_word_of_pay_turns_no_list_of_purchases_round() -> None:
    rows = "LOON MOUNTAIN RESORT,189.00|TRADER JOES,45.20|DUNKIN,4.50|SHELL,30.00|AMAZON MKTPLACE,-12.00"
    content = "Date,Description,Amount\n" + "".join(f"2026-11-20,{row}\n" for row in rows.split("|"))

    assert [one.topic for one in preview(content).questions] == [Topic.SIGN]


@pytest.mark.parametrize("note", ["Saldo 50.000", "Balance 24/7"])
def test_what_names_a_balance_without_a_day_is_a_payment(note: str) -> None:
    assert [row.note for row in preview(f"Date,Description,Amount\n2026-11-20,{note},-5.00\n").rows] == [note]


SAYING = """
|7|Type|Transaction Type|Trans. Type|Typ|Umsatztyp|Buchungsart|Art|Tipo|Tipo de movimiento|Direction|Cash flow|Kind|Sign|+/-|DC|CrDr
|Dr/Cr|Cr / Dr|D/C|D-C|D/K|S/H|Soll/Haben|Soll/Haben-Kennzeichen|Af Bij|Af/Bij|Debit/Credit|Debit Credit Indicator|In/Out
|Income/Expense|Income or expense|Credit|I/O|Sens|Nature|Movimento|Mutatiesoort|Rodzaj transakcji|Strona|Kierunek|Тип|Вид операции
|Направление|Напрям|Jenis|Mutasi|İşlem türü|収支|収支区分|種別|نوع|نوع الحركة|Transaction|Vorzeichen
"""
SILENT = """
Payment Method|State|Clr|Wer|Card Type|Credit Card|Account type|City/County|City|Description|Transaction ID|Category|Note
|Zahlungsart|Kontotyp|Payee|Currency|Memo|Paid by|C|D|In
"""


@pytest.mark.parametrize(("names", "says"), [(SAYING, True), (SILENT, False)])
def test_headings_that_may_say_the_way_of_the_money(names: str, says: bool) -> None:
    assert [name for name in names.replace("\n", "").split("|") if says_way(folded(name)) is not says] == []


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ("Debit", "Credit", "Debit", "Fee"),
            [*READ, "4: expense -2.00 2026-11-21 bus", "5: expense -3.00 2026-11-22 card"],
        ),
        (("DR", "CR", "DR", "X"), [*READ, "4: expense -2.00 2026-11-21 bus", "5: expense -3.00 2026-11-22 card"]),
        (
            ("debit", "credit", "debit", "standing order"),
            [*READ, "4: expense -2.00 2026-11-21 bus", "5: expense -3.00 2026-11-22 card"],
        ),
        (
            ("Expense", "Income", "Expense", "Transfer"),
            [*READ, "4: expense -2.00 2026-11-21 bus", "5: left out, TRANSFER"],
        ),
    ],
)
def test_a_row_of_another_word_leaves_the_others_their_way(words: tuple[str, ...], lines: list[str]) -> None:
    rows = "2026-11-18,tea,{},5.00\n2026-11-20,pay,{},1500.00\n2026-11-21,bus,{},2.00\n2026-11-22,card,{},3.00\n"
    content = HEAD + rows.format(*words)

    assert lines_of(preview(content, answers={Topic.SIGN: "spent"})) == lines


def test_a_row_of_another_word_alone_is_asked_about() -> None:
    content = HEAD + PAIR.format("Debit", "Credit") + "2026-11-21,bus,Debit,2.00\n2026-11-22,card,Fee,3.00\n"

    assert lines_of(preview(content)) == ["5: asked, SIGN 3.00 card"]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Type", ["Debit", "Fee", "Debit", "Gift"]),  # one way alone
        ("Type", ["Debit", "Credit", "Fee", "Gift"]),  # half of them
        ("Card", ["Debit", "Debit", "Credit", "Fee"]),  # the heading says something else
    ],
)
def test_a_column_of_other_words_says_no_way(name: str, cells: list[str]) -> None:
    assert direction_of([name], [(0, cells)], signed=False) is None


def test_beside_signs_each_cell_has_to_say_it() -> None:
    assert direction_of(["Type"], [(0, ["Debit", "Debit", "Credit", "Check"])]) is None
