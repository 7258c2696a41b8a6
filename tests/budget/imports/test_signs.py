"""What the words of the rows tell of the signs of amounts: as statements of cards and of accounts write them."""

import pytest

from budget.imports.rows import CAME_IN, SPENT, Answers, Topic
from tests.budget.imports.reading import EUR, budget_in, lines_of, preview

CHASE = (
    "Transaction Date,Post Date,Description,Category,Type,Amount,Memo\n11/17/2026,11/18/2026,STARBUCKS,Food & Drink,Sale,{}6.45,\n"
    "11/10/2026,11/10/2026,Payment,,Payment,{}350.00,\n11/08/2026,11/09/2026,AMAZON,Shopping,Return,{}18.99,\n"
)
AMEX = "Date,Description,Amount\n11/19/2026,WHOLE FOODS,87.12\n11/12/2026,AUTOPAY PAYMENT - THANK YOU,-412.33\n"
DISCOVER = (
    "Trans. Date,Post Date,Description,Amount,Category\n11/18/2026,11/18/2026,COSTCO,132.40,Warehouse Clubs\n"
    "11/14/2026,11/14/2026,INTERNET PAYMENT,-200.00,Payments and Credits\n"
)
APPLE = (
    "Transaction Date,Clearing Date,Description,Merchant,Category,Type,Amount (USD),Purchased By\n"
    "11/20/2026,11/21/2026,UBER,Uber,Restaurants,Purchase,31.90,Ann\n11/16/2026,11/16/2026,ACH,ACH,Payment,Payment,-250.00,Ann\n"
)
NUBANK = "date,title,amount\n2026-11-18,Ifd*Restaurante,45.90\n2026-11-12,Pagamento recebido,-812.33\n"
AMEX_DE = (
    'Datum,Beschreibung,Karteninhaber,Konto #,Betrag\n19/11/2026,REWE,ANNA,-12345,"45,10"\n'
    '14/11/2026,ZAHLUNG/ÜBERWEISUNG ERHALTEN BESTEN DANK,ANNA,-12345,"-300,00"\n'
)
ONE_CARD = "Day,What,Card Member,Amount\n2026-11-04,tea,Ann,5.00\n2026-11-05,bus,Ann,6.00\n2026-11-06,gum,Ann,7.00\n"
RABOBANK = '"Datum","Bedrag","Omschrijving"\n"2026-11-14","+50,00","Loterij"\n"2026-11-01","-337,49","RENTE"\n'
ANZ = (
    "Type,Details,Amount,Date\nVisa Purchase,Countdown,-45.20,18/11/2026\nDirect Credit,ACME,1500.00,13/11/2026\n"
    "Direct Credit,BOB,50.00,12/11/2026\n"
)
SALARY = "Datum;Text;Betrag\n18.11.2026;HOFER;-33,87\n13.11.2026;Gehalt ACME;2.100,00\n"
NOTE = {Topic.NOTE_COLUMN: "2"}


@pytest.mark.parametrize(
    ("content", "answers", "sign"),
    [
        (CHASE.format("-", "", ""), NOTE, CAME_IN),
        (CHASE.format("", "-", "-"), NOTE, SPENT),
        (AMEX, {}, SPENT),
        (DISCOVER, {}, SPENT),
        (APPLE, NOTE, SPENT),
        (NUBANK, {}, SPENT),
        (AMEX_DE, {}, SPENT),
        (ONE_CARD, {Topic.NOTE_COLUMN: "1"}, SPENT),
        (RABOBANK, {}, CAME_IN),
        (ANZ, {Topic.NOTE_COLUMN: "1", Topic.DAY_ORDER: "day month year"}, CAME_IN),
        (SALARY, {}, CAME_IN),
        ("Day,What,Type,Amount\n2026-11-04,tea,Sale,5.00\n2026-11-05,bus,Sale,6.00\n", {Topic.NOTE_COLUMN: "1"}, SPENT),
    ],
)
def test_rows_tell_which_way_the_money_went(content: str, answers: Answers, sign: str) -> None:
    read = preview(content, EUR if "Betrag" in content or "Bedrag" in content else budget_in(), answers)

    assert read.questions == ()
    assert read.sign == sign


@pytest.mark.parametrize(
    ("content", "answers"),
    [
        # a purchase and a return with the same sign
        (CHASE.format("", "", ""), NOTE),
        # a list of what was paid, wages among it
        ("Day,What,Amount\n2026-11-04,tea,5.00\n2026-11-05,wages of the gardener,60.00\n", {}),
        # who pays wages, and gets money from others
        ("Day,What,Amount\n2026-11-04,wages,-50.00\n2026-11-05,client,600.00\n2026-11-06,client,600.00\n", {}),
        # the words of a card among more rows with a minus: who thanks may be the shop
        ("Day,What,Amount\n2026-11-04,x,5.00\n2026-11-05,Payment, thank you,-6.00\n2026-11-06,y,-7.00\n", {}),
        # words and balances say two things
        (
            (
                "Date,Text,Amount,Balance\n2026-11-19,payroll,1500.00,100.00\n2026-11-20,rent,900.00,-800.00\n2026-11-20,tea,3.50,-803.50\n"
                "2026-11-22,back,-12.50,-791.00\n"
            ),
            {},
        ),
        # what is only called a payment may be either
        ("Day,What,Type,Amount\n2026-11-04,tea,Payment,-5.00\n2026-11-05,bus,Payment,6.00\n", {Topic.NOTE_COLUMN: "1"}),
    ],
)
def test_rows_that_contradict_each_other_or_tell_nothing_are_asked_about(content: str, answers: Answers) -> None:
    read = preview(content.replace("Payment, thank", "Payment - thank"), answers=answers)

    assert [one.topic for one in read.questions] == [Topic.SIGN]


@pytest.mark.parametrize("heading", ["Card Type", "Payment Type"])
def test_with_which_card_something_was_paid_says_no_way(heading: str) -> None:
    content = f"Day,What,{heading},Amount\n2026-11-04,tea,Debit Card,-5.00\n2026-11-05,bus,Credit,-6.00\n2026-11-06,pay,,90.00\n"
    read = preview(content, answers={Topic.NOTE_COLUMN: "1"})

    assert read.questions == ()
    assert [row.amount for row in read.rows] == [-500, -600, 9000]


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        (  # a British card: what is owed less has CR
            "2026-11-18,tea,5.00\n2026-11-19,paid,300.00CR\n",
            ["2: expense -5.00 2026-11-18 tea", "3: extra 300.00 2026-11-19 paid"],
        ),
        (  # an Indian account: what went out has Dr
            "2026-11-18,tea,5.00 Dr\n2026-11-19,pay,300.00\n",
            ["2: expense -5.00 2026-11-18 tea", "3: extra 300.00 2026-11-19 pay"],
        ),
        (  # an Indonesian one
            '2026-11-18,tea,"45,200.00 DB"\n2026-11-19,gaji,"8,500.00 CR"\n',
            ["2: expense -45200.00 2026-11-18 tea", "3: extra 8500.00 2026-11-19 gaji"],
        ),
        (
            "2026-11-18,tea,5.00 Dr.\n2026-11-19,pay,300.00 Cr.\n",
            ["2: expense -5.00 2026-11-18 tea", "3: extra 300.00 2026-11-19 pay"],
        ),
        (  # Sberbank: what came in has a plus
            "2026-11-18,tea,5.00\n2026-11-19,Ann,+300.00\n2026-11-20,hold,0.00\n",
            ["2: expense -5.00 2026-11-18 tea", "3: extra 300.00 2026-11-19 Ann", "4: left out, ZERO"],
        ),
        ("2026-11-18,tea,+5.00\n2026-11-19,hold,0.00\n", ["2: asked, SIGN +5.00 tea"]),
        (
            "2026-11-18,tea,5.00 Dr\n2026-11-19,pay,300.00 Cr\n2026-11-20,x,7.00\n",
            ["4: asked, SIGN 7.00 x"],
        ),
    ],
)
def test_letters_behind_an_amount_say_which_way_it_went(rows: str, lines: list[str]) -> None:
    assert lines_of(preview("Day,What,Amount\n" + rows)) == lines
