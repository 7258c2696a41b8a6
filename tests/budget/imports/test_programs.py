"""Tables as other programs write them: every amount and every day right, and nothing recorded that is no payment."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.budgets import Budget
from budget.categories import Category
from budget.entries import Entry, Kind, RecordedEntry
from budget.exports import own_csv, tables
from budget.imports.recording import entries_of
from budget.imports.rows import WHOLE_COST, Topic
from tests.budget.imports.reading import EUR, TODAY, USD, budget_in, lines_of, preview

RUB = budget_in("RUB", "ru_RU", "Europe/Moscow")
INR = budget_in("INR", "en_IN", "Asia/Kolkata")
LOS_ANGELES = budget_in("USD", "en_US", "America/Los_Angeles")
FILES = Path(__file__).parent / "files"

TABLES: list[tuple[str, Budget, str, list[str]]] = [
    (
        "mint.csv",
        USD,
        "Mint",
        [
            "2: expense -42.50 2026-09-26 Whole Foods [Groceries]",
            "3: extra 1875.00 2026-09-05 Northwind · Bonus [Paycheck]",
            "4: expense -1080.10 2026-09-04 AMZN [Shopping]",
        ],
    ),
    (
        "mint-saved-by-a-german-spreadsheet.csv",
        EUR,
        "Mint",
        [
            "2: expense -1080.00 2026-09-05 Café [Food]",
            "3: expense -2.50 2026-09-06 Bäcker [Food]",
        ],
    ),
    (
        "mint-without-a-type.csv",
        USD,
        "Mint",
        [
            "2: expense -3.00 2026-09-06 x",
        ],
    ),
    (
        "ynab-en_us.csv",
        USD,
        "YNAB",
        [
            "2: expense -12.50 2026-11-22 Taqueria · al pastor [Eating Out]",
            "3: extra 1500.00 2026-11-02 Acme",
            "7: refused, BOTH_WAYS $1.00 | $2.00",
            "4: left out, TRANSFER",
            "5: left out, BALANCE",
            "6: left out, ZERO",
        ],
    ),
    (
        "ynab-de_de.csv",
        EUR,
        "YNAB",
        [
            "2: expense -12.50 2026-11-22 Imbiss [Essen]",
            "3: extra 1500.00 2026-11-02 Firma",
        ],
    ),
    (
        "ynab-its-import.csv",
        USD,
        "YNAB",
        [
            "2: expense -100.00 2026-01-25 Sample Payee · Sample Memo",
            "3: extra 500.00 2026-01-26 Other",
        ],
    ),
    (
        "monarch.csv",
        USD,
        "Monarch",
        [
            "2: expense -4.25 2026-11-22 Starbucks [Coffee Shops] #monarch:2011",
            "3: extra 1500.00 2026-11-20 Acme · June, late [Paychecks] #monarch:2012",
        ],
    ),
    (
        "monarch-before-2025.csv",
        USD,
        "Monarch",
        [
            "2: expense -1080.50 2026-11-22 Kroger [Groceries]",
        ],
    ),
    (
        "actual.csv",
        EUR,
        "Actual",
        [
            "2: expense -12.50 2026-11-22 Rewe [Food]",
            "4: expense -10.00 2026-11-21 Markt · (SPLIT 1 OF 2) [Food]",
            "5: expense -20.00 2026-11-21 Markt · (SPLIT 2 OF 2) [Usual Expenses: Home]",
            "6: extra 1500.00 2026-11-20 Firma [Income]",
            "3: left out, ZERO",
            "7: left out, BALANCE",
        ],
    ),
    (
        "firefly.csv",
        EUR,
        "Firefly III",
        [
            "2: expense -12.50 2026-11-22 Imbiss [Essen] #firefly:7",
            "3: extra 1500.00 2026-11-20 Gehalt · November #firefly:8",
            "4: left out, TRANSFER",
            "5: left out, BALANCE",
            "6: left out, OTHER_CURRENCY USD",
        ],
    ),
    (
        "lunch-money-expenses-below-zero.csv",
        USD,
        "Lunch Money",
        [
            "2: expense -9.30 2026-02-23 Chicken Rice [Dining] #lunchmoney:5",
            "3: extra 200.00 2026-02-21 Ng · PayNow [Income] #lunchmoney:6",
            "5: expense -2.00 2026-02-19 Bus [Travel] #lunchmoney:8",
            "4: left out, OTHER_CURRENCY sgd",
        ],
    ),
    (
        "lunch-money-which-sign.csv",
        USD,
        "Lunch Money",
        [
            "2: asked, SIGN 9.30 Rice",
        ],
    ),
    (
        "cashew.csv",
        INR,
        "Cashew",
        [
            "2: expense -240.00 2026-06-30 Chai [Others]",
            "3: extra 140000.00 2026-06-30 Salary · June [Income]",
            "4: expense -150.00 2026-06-01 Coffee [Cafe]",
            "5: left out, TRANSFER",
            "6: left out, OTHER_CURRENCY USD",
        ],
    ),
    (
        "revolut.csv",
        EUR,
        "Revolut",
        [
            "2: expense -3.46 2026-11-21 Mercadona",
            "3: expense -100.00 2026-11-20 Cash at Bank",
            "3: expense -1.50 2026-11-20 Cash at Bank · fee",
            "4: extra 200.00 2026-11-19 Payment from Ann",
            "5: left out, PENDING",
            "6: left out, PENDING",
            "7: left out, TRANSFER",
            "8: left out, OTHER_CURRENCY USD",
        ],
    ),
    (
        "n26.csv",
        EUR,
        "N26",
        [
            "2: expense -2.68 2026-11-22 Coop Ring",
            "3: extra 2500.00 2026-11-20 Firma · Gehalt 11",
        ],
    ),
    (
        "n26-before-2024.csv",
        EUR,
        "N26",
        [
            "2: expense -12.50 2026-11-22 REWE [Food & Groceries]",
        ],
    ),
    (
        "n26-german.csv",
        EUR,
        "N26",
        [
            "2: expense -1080.50 2026-11-22 REWE [Lebensmittel]",
        ],
    ),
    (
        "n26-in-a-budget-of-dollars.csv",
        USD,
        "N26",
        [
            "2: left out, OTHER_CURRENCY EUR",
        ],
    ),
    (
        "wise.csv",
        EUR,
        "Wise",
        [
            "2: expense -5.20 2026-01-08 Bar #wise:CARD-1",
            "3: expense -50.00 2026-01-07 Bob · rent #wise:TRANSFER-2",
            "4: extra 1500.00 2026-01-06 Received money from Acme · INV-1 #wise:TRANSFER-3",
            "5: left out, TRANSFER",
        ],
    ),
    (
        "paypal.csv",
        USD,
        "PayPal",
        [
            "2: expense -1054.99 2026-09-21 Adobe · Creative #paypal:T1",
            "3: extra 485.20 2026-09-02 Jane #paypal:T2",
            "4: left out, TRANSFER",
            "5: left out, PENDING",
            "6: left out, PENDING",
            "7: left out, OTHER_CURRENCY EUR",
        ],
    ),
    (
        "paypal-german.csv",
        EUR,
        "PayPal",
        [
            "2: expense -1054.99 2026-09-22 Laden #paypal:T1",
            "3: left out, TRANSFER",
        ],
    ),
    (
        "expenseowl.csv",
        LOS_ANGELES,
        "ExpenseOwl",
        [
            "2: expense -12.50 2026-11-21 Tacos [Food] #expenseowl:a-1",
            "3: extra 1500.00 2026-11-20 Acme [Income] #expenseowl:a-2",
        ],
    ),
    (
        "expenseowl-before-version-4.csv",
        USD,
        "ExpenseOwl",
        [
            "2: asked, SIGN 12.50 Tacos",
        ],
    ),
    (
        "zenmoney.csv",
        RUB,
        "Zenmoney",
        [
            "5: expense -350.50 2026-11-22 Шоколадница [Кафе]",
            "6: extra 90000.00 2026-11-20 ноябрь [Зарплата]",
            "7: left out, TRANSFER",
            "8: left out, OTHER_CURRENCY USD",
        ],
    ),
    (
        "buckwheat-en_us.csv",
        USD,
        "Buckwheat",
        [
            "2: expense -12.50 2026-03-14 tacos",
            "3: expense -3.00 2026-03-02",
        ],
    ),
    (
        "buckwheat-de_de.csv",
        EUR,
        "Buckwheat",
        [
            "2: expense -1080.50 2026-03-14 Döner",
            "3: expense -3.00 2026-03-02",
        ],
    ),
    (
        "buckwheat-version-1.csv",
        USD,
        "Buckwheat",
        [
            "2: expense -12.50 2026-03-14 tacos",
        ],
    ),
    (
        "expense-bot.csv",
        USD,
        "expense-bot",
        [
            "2: expense -12.50 2026-11-22 =tacos · Taqueria [Food]",
            "3: expense -3.00 2026-11-21 'n' Roll",
            "4: left out, OTHER_CURRENCY SGD",
        ],
    ),
    (
        "muetys-bot.csv",
        EUR,
        "telegram-expense-bot",
        [
            "2: expense -12.50 2026-03-15 tacos [fun]",
            '3: expense -1080.00 2026-03-15 sofa, "big", 3 seats',
            "4: refund 5.00 2026-03-15 back [fun]",
            "5: expense -5.00 2026-03-15 bus [fun]",
        ],
    ),
    (
        "gnucash.csv",
        USD,
        "GnuCash",
        [
            "2: expense -45.10 2026-11-02 Safeway [Groceries]",
            "5: extra 1500.00 2026-11-13 Acme",
            "8: refund 5.00 2026-11-21 Safeway [Groceries]",
            "9: expense -10.00 2026-11-22 Acme",
            *(f"{line}: left out, TRANSFER" for line in (3, 4, 6, 7)),
        ],
    ),
    (
        "moneywiz.csv",
        USD,
        "MoneyWiz",
        [
            "4: expense -11.35 2026-11-16 Chipotle [Restaurants]",
            "5: extra 200.00 2026-11-10 Cash [Income]",
            "6: expense -31.00 2026-11-03 AMC · two tickets [Fun]",
            "3: left out, BALANCE",
            "7: left out, TRANSFER",
        ],
    ),
    (
        "wise-transactions.csv",
        USD,
        "Wise",
        [
            "2: expense -14.20 2026-11-16 Blue Bottle [Eating out] #wise:CARD_TRANSACTION-1",
            "3: extra 800.00 2026-11-10 Client Inc · inv7 [Money added] #wise:TRANSFER-2",
            "4: expense -98.75 2026-11-03 Bob [Transfers] #wise:TRANSFER-3",
            "4: expense -1.25 2026-11-03 Bob · fee #wise:TRANSFER-3:fee",
            "5: left out, PENDING",
            "6: left out, TRANSFER",
        ],
    ),
]


@pytest.mark.parametrize(("file", "budget", "name", "lines"), TABLES)
def test_a_table_comes_in_right(file: str, budget: Budget, name: str, lines: list[str]) -> None:
    read = preview((FILES / file).read_bytes(), budget)

    assert lines_of(read, budget) == lines
    assert read.format == name


def test_every_file_is_tried() -> None:
    assert {path.name for path in FILES.glob("*.csv")} == {row[0] for row in TABLES}


@pytest.mark.parametrize(("answer", "line"), [("spent", "expense -9.30"), ("came in", "extra 9.30")])
def test_the_sign_can_be_said(answer: str, line: str) -> None:
    content = "date,payee,amount,category,notes\n2026-02-23,Rice,9.30,Dining,\n2026-02-22,Ng,-1,,\n2026-02-22,Ng,1,,\n"

    assert line in lines_of(preview(content, answers={Topic.SIGN: answer}))[0]


SPLITWISE = (
    "Date,Description,Category,Cost,Currency,Ann,Ben,Cleo Q\n\n"
    "2026-11-20,Dinner,Dining out,30.01,USD,20.01,-10.00,-10.01\n"
    "2026-11-21,Taxi,Taxi,12.00,USD,-6.00,6.00,0.00\n"
    "2026-11-21,Ann paid Ben,Payment,6.00,USD,6.00,-6.00,0.00\n"
    "2026-11-22,Rent,Rent,900.00,USD,400.00,-600.00,200.00\n"
    "2026-11-22,Hotel,Travel,90.00,EUR,60.00,-30.00,-30.00\n"
    "2026-11-22,Bad,Other,12.00,USD,x,0.00,0.00\n"
    "\n2026-11-22,Total balance, , ,USD,14.01,-10.00,-10.01\n"
)


@pytest.mark.parametrize(
    ("whose", "lines"),
    [
        (
            WHOLE_COST,
            [
                "3: expense -30.01 2026-11-20 Dinner [Dining out]",
                "4: expense -12.00 2026-11-21 Taxi [Taxi]",
                "6: expense -900.00 2026-11-22 Rent [Rent]",
                "8: expense -12.00 2026-11-22 Bad [Other]",
                "5: left out, TRANSFER",
                "7: left out, OTHER_CURRENCY EUR",
                "10: left out, BALANCE",
            ],
        ),
        (
            "ann",
            [
                "3: expense -10.00 2026-11-20 Dinner [Dining out]",
                "4: expense -6.00 2026-11-21 Taxi [Taxi]",
                "6: refused, NO_SHARE 900.00",
                "8: refused, NO_AMOUNT x",
                "5: left out, TRANSFER",
                "7: left out, OTHER_CURRENCY EUR",
                "10: left out, BALANCE",
            ],
        ),
        (
            "cleo q",
            [
                "3: expense -10.01 2026-11-20 Dinner [Dining out]",
                "6: refused, NO_SHARE 900.00",
                "8: refused, NO_AMOUNT x",
                "4: left out, OTHERS_SHARE",
                "5: left out, TRANSFER",
                "7: left out, OTHER_CURRENCY EUR",
                "10: left out, BALANCE",
            ],
        ),
    ],
)
def test_splitwise_counts_one_persons_part_or_all(whose: str, lines: list[str]) -> None:
    read = preview(SPLITWISE, answers={Topic.SHARE: whose})

    assert (read.format, lines_of(read)) == ("Splitwise", lines)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("Dinner,Food,30.00,USD,20.00,-20.00,", "expense -10.00 2026-11-20 Dinner [Food]"),  # an empty part is none
        ("Dinner,Food,30.00,USD,-10.00,20.00,-10.00", "expense -10.00 2026-11-20 Dinner [Food]"),
        ("Dinner,Food,30.00,USD,-10.00,20.00", "refused, NO_SHARE 30.00"),  # a part is missing
        ("Dinner,Food,30.00,USD,,,", "refused, NO_SHARE 30.00"),  # nobody paid
        ("Dinner,Food,30.00,USD,0.00,0.00,0.00", "refused, NO_SHARE 30.00"),
        ("Dinner,Food,30.00,USD,5.00,5.00,-10.00", "refused, NO_SHARE 30.00"),  # two paid
        ("Dinner,Food,30.00,USD,20.00,-5.00,-5.00", "refused, NO_SHARE 30.00"),  # the parts do not add up
        ("Dinner,Food,10.00,USD,6.67,-3.33,-3.33", "expense -3.33 2026-11-20 Dinner [Food]"),
        ("Voucher,Food,-30.00,USD,-20.00,10.00,10.00", "refund 10.00 2026-11-20 Voucher [Food]"),
        ("Voucher,Food,-30.00,USD,10.00,-20.00,10.00", "refund 10.00 2026-11-20 Voucher [Food]"),
        ("Dinner,Food,30.00,USD,0.00,15.00,-15.00", "left out, OTHERS_SHARE"),
        ("Dinner,Food,1.234,KWD,,,", "left out, OTHER_CURRENCY KWD"),
        ("Dinner,Food,x,EUR,1,2,3", "left out, OTHER_CURRENCY EUR"),
        ("Total balance, ,,USD,12.00,-12.00,", "left out, BALANCE"),
        ("Total balance, ,,EUR,12.00,-12.00,", "left out, BALANCE"),
        ("Ben paid Ann,Payment,6.00,USD,-6.00,6.00,", "left out, TRANSFER"),
    ],
)
def test_splitwises_odd_cells_are_no_share(row: str, line: str) -> None:
    content = f"Date,Description,Category,Cost,Currency,Ann,Ben,Cleo\n\n2026-11-20,{row}\n"

    assert lines_of(preview(content, answers={Topic.SHARE: "ann"})) == [f"3: {line}"]


def test_of_a_currency_with_three_decimals_no_share_is_cut() -> None:
    content = "Date,Description,Category,Cost,Currency,Ann,Ben\n2026-11-20,Dinner,Food,1.235,KWD,0.617,-0.617\n"
    kuwait = budget_in("KWD", "en_US")

    assert lines_of(preview(content, kuwait, {Topic.SHARE: "ann"}), kuwait) == [
        "2: expense -0.618 2026-11-20 Dinner [Food]"
    ]


def test_who_is_alone_in_a_group_bears_all_of_it() -> None:
    content = "Date,Description,Category,Cost,Currency,Ann\n2026-11-20,Dinner,Food,30.00,USD,0.00\n"

    assert lines_of(preview(content, answers={Topic.SHARE: "ann"})) == ["2: expense -30.00 2026-11-20 Dinner [Food]"]


def test_what_came_back_to_a_group_of_spliit_is_a_refund() -> None:
    heading = "Date,Description,Category,Currency,Cost,Is Reimbursement,Split mode,Ann,Ben\n"
    content = f"{heading}2026-11-20,Voucher,Food,$,-30.00,No,Evenly,-20,10\n"

    for person, amount in (("ann", "20.00"), ("ben", "10.00")):
        (line,) = lines_of(preview(content, answers={Topic.SHARE: person}))
        assert line == f"2: refund {amount} 2026-11-20 Voucher [Food]"


def test_splitwise_asks_whose_part_it_is() -> None:
    (question,) = preview(SPLITWISE).questions

    assert question.topic is Topic.SHARE
    assert [option.means for option in question.options] == [WHOLE_COST, "Ann", "Ben", "Cleo Q"]
    assert (question.line, question.example[:25]) == (3, "2026-11-20 | Dinner | Din")


@pytest.mark.parametrize(
    ("heading", "completed", "moved"),
    [
        ("Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance", "COMPLETED", "EXCHANGE"),
        (
            "Art,Produkt,Datum des Beginns,Datum des Abschlusses,Beschreibung,Betrag,Gebühr,Währung,Status,Kontostand",
            "ABGESCHLOSSEN", "Umtausch",
        ),
        ("Type,Produit,Date de début,Date de fin,Description,Montant,Frais,Devise,État,Solde", "TERMINÉ", "Change"),
        (
            "Tipo,Producto,Fecha de inicio,Fecha de finalización,Descripción,Importe,Comisión,Divisa,State,Saldo",
            "COMPLETADO", "Cambio",
        ),
        ("Tipo,Prodotto,Data di inizio,Data di completamento,Descrizione,Importo,Costo,Valuta,State,Saldo", "COMPLETATO",
         "Cambia valuta"),
        ("Tipo,Produto,Data de início,Data de Conclusão,Descrição,Montante,Comissão,Moeda,Estado,Saldo", "CONCLUÍDA", "Câmbio"),
        ("Type,Product,Startdatum,Datum voltooid,Beschrijving,Bedrag,Kosten,Valuta,Status,Saldo", "VOLTOOID", "Wisselen"),
        ("Rodzaj,Produkt,Data rozpoczęcia,Data zrealizowania,Opis,Kwota,Opłata,Waluta,State,Saldo", "ZAKOŃCZONO", "Wymiana"),
    ],
)  # fmt: skip
def test_revolut_is_read_in_the_language_of_its_app(heading: str, completed: str, moved: str) -> None:
    content = (
        f"{heading}\nATM,Current,2026-11-20 10:00:00,2026-11-21 10:00:00,Bank,-100.00,1.50,EUR,{completed},10.00\n"
        f"Card,Current,2026-11-19 10:00:00,,Hotel,-80.00,0.00,EUR,?,\n"
        f"{moved},Current,2026-11-18 10:00:00,2026-11-18 10:00:00,To USD,-10.00,0.00,EUR,{completed},1\n"
    )

    assert preview(content, EUR).format == "Revolut"
    assert lines_of(preview(content, EUR), EUR) == [
        "2: expense -100.00 2026-11-20 Bank", "2: expense -1.50 2026-11-20 Bank · fee", "3: left out, PENDING",
        "4: left out, TRANSFER",
    ]  # fmt: skip


def test_nobody_is_asked_where_nobody_can_be_told() -> None:
    heading = "Date,Description,Category,Cost,Currency"

    for columns, cells in (("", ""), (",Ann,Ann", ",5.00,-5.00")):
        read = preview(f"{heading}{columns}\n2026-11-20,Dinner,Food,10.00,USD{cells}\n")
        assert lines_of(read) == ["2: expense -10.00 2026-11-20 Dinner [Food]"]


def test_a_group_without_expenses_is_asked_about_all_the_same() -> None:
    (question,) = preview("Date,Description,Category,Cost,Currency,Ann,Ben\n").questions

    assert (question.line, question.example) == (0, "")


@pytest.mark.parametrize(
    ("whose", "lines"),
    [
        (
            WHOLE_COST,
            [
                "2: expense -30.00 2026-11-20 Dinner [Food]",
                "3: expense -12.00 2026-11-21 Taxi [Taxi]",
                "4: left out, TRANSFER",
            ],
        ),
        (
            "ben",
            ["2: expense -10.00 2026-11-20 Dinner [Food]", "3: left out, OTHERS_SHARE", "4: left out, TRANSFER"],
        ),
    ],
)
def test_spliit_counts_one_persons_part_or_all(whose: str, lines: list[str]) -> None:
    content = (
        '\ufeff"Date","Description","Category","Currency","Cost","Is Reimbursement","Split mode","Ann","Ben"\n'
        '"2026-11-20","Dinner","Food","$","30.00","No","Evenly",20,-10\n'
        '"2026-11-21","Taxi","Taxi","$","12.00","No","Evenly",12,0\n'
        '"2026-11-21","Back","Payment","$","6.00","Yes","Evenly",0,-6\n'
    )
    read = preview(content, answers={Topic.SHARE: whose})

    assert (read.format, lines_of(read)) == ("Spliit", lines)


def test_a_bots_zip_is_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("expenses.csv", "amount,description,category,date,timestamp\n12.5,tacos,fun,x,1773576000000\n")

    assert lines_of(preview(out.getvalue())) == ["2: expense -12.50 2026-03-15 tacos [fun]"]


def test_common_names_alone_tell_no_program() -> None:
    read = preview("Date,Amount,Comment,Balance\n2026-11-22,-12.50,tacos,100.00\n")

    assert read.format == ""


@given(
    kind=st.sampled_from(Kind),
    amount=st.integers(1, 10**8),
    note=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200),
    category=st.integers(1, 5),
    currency=st.sampled_from(["USD", "JPY", "KWD"]),
)
def test_our_own_table_comes_back_as_it_was(kind: Kind, amount: int, note: str, category: int, currency: str) -> None:
    budget = budget_in(currency)
    budget = replace(budget, categories=(*budget.categories, Category(5, "gone", "Gone", (), 0, removed=True)))
    entry = Entry(kind, min(amount, budget.money.cap), TODAY, category if kind.is_spending else None, note)

    read = preview("".join(own_csv.written(budget, [RecordedEntry(1, 0, entry, 7)])), budget)

    assert read.format == "our own CSV"
    assert entries_of(read.rows, budget, removed=True) == (entry,)


def test_our_own_table_is_read_row_by_row() -> None:
    content = (
        "day,kind,amount,currency,category,note\n2026-11-22,gift,1.00,USD,,\n2026-11-22,expense,-1.00,USD,,\n"
        f"2026-11-22,paycheck,1500.00,USD,,pay\n2026-11-22,expense,1.00,USD,fun,{'x' * 201}\n2026-11-22,refund,2.00,EUR,fun,\n"
    )

    assert lines_of(preview(content)) == [
        "4: paycheck 1500.00 2026-11-22 pay",
        "2: refused, UNKNOWN_KIND gift 1.00",
        "3: refused, UNKNOWN_KIND expense -1.00",
        "5: refused, LONG_NOTE",
        "6: left out, OTHER_CURRENCY EUR",
    ]


def test_own_tables_for_others_come_back() -> None:
    """What is exported for YNAB, Actual, Firefly III and Lunch Money is read as theirs."""
    held = [
        RecordedEntry(1, 0, Entry(Kind.EXPENSE, 1250, TODAY, 1, "tacos"), 7),
        RecordedEntry(2, 0, Entry(Kind.PAYCHECK, 150_000, TODAY, None, "pay"), 7),
    ]
    for table in (tables.ynab, tables.actual, tables.firefly, tables.lunchmoney):
        read = preview("".join(table(USD, held)), answers={Topic.SIGN: "came in"})
        assert [(row.amount, row.day, row.note) for row in read.rows] == [
            (-1250, TODAY, "tacos"),
            (150_000, TODAY, "pay"),
        ]


MINT = '"Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"\n'
MONARCH = "Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags\n"
PAYPAL = '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","Transaction ID"\n'
REVOLUT = "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\n"
WISE = (
    "ID,Status,Direction,Created on,Source fee amount,Source fee currency,Source name,Source amount (after fees),Source currency,"
    "Target name,Target amount (after fees),Target currency\n"
)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        pytest.param(
            f"{MINT}11/12/2026,To savings,X,200.00,debit,Transfer,A,,\n11/12/2026,Visa,X,90.00,debit,Credit Card Payment,A,,\n",
            ["2: left out, TRANSFER", "3: left out, TRANSFER"],
            id="Mint",
        ),
        pytest.param(
            (
                f"{MONARCH}2026-11-12,Savings,Transfer,A,X,,-200.00,\n2026-11-12,Visa,Credit Card Payment,A,X,,-90.00,\n"
                "2026-11-12,Checking,Balance Adjustments,A,X,,5.00,\n"
            ),
            ["2: left out, TRANSFER", "3: left out, TRANSFER", "4: left out, BALANCE"],
            id="Monarch",
        ),
        pytest.param(  # the card pays what PayPal pays: it came in to be spent
            (
                f"{PAYPAL}11/20/2026,10:00:00,PST,Shop,Express Checkout Payment,Completed,USD,-9.99,0.00,-9.99,A\n"
                "11/20/2026,10:00:00,PST,,General Credit Card Deposit,Completed,USD,9.99,0.00,9.99,B\n"
            ),
            ["2: expense -9.99 2026-11-20 Shop #paypal:A", "3: left out, TRANSFER"],
            id="PayPal",
        ),
        pytest.param(
            (
                f"{REVOLUT}EXCHANGE,Current,2026-11-12 08:00:00,2026-11-12 08:00:01,To EUR,-50.00,0.50,USD,COMPLETED,1\n"
                "EXCHANGE,Current,2026-11-12 08:00:00,,To EUR,-50.00,0.50,USD,REVERTED,1\n"
            ),
            ["2: expense -0.50 2026-11-12 To EUR · fee", "2: left out, TRANSFER", "3: left out, PENDING"],
            id="Revolut: an exchange costs something",
        ),
        pytest.param(
            (
                f"{WISE}B-1,COMPLETED,NEUTRAL,2026-11-12 09:00:00,0.50,USD,Ann,100.00,USD,Ann,90.00,EUR\n"
                "B-2,CANCELLED,NEUTRAL,2026-11-12 09:00:00,0.50,USD,Ann,100.00,USD,Ann,90.00,EUR\n"
            ),
            ["2: expense -0.50 2026-11-12 Ann · fee #wise:B-1:fee", "2: left out, TRANSFER", "3: left out, PENDING"],
            id="Wise: so does what is moved between own balances",
        ),
    ],
)
def test_what_is_moved_between_own_accounts_is_left_out_and_what_that_costs_is_spent(
    content: str, lines: list[str]
) -> None:
    assert lines_of(preview(content)) == lines
