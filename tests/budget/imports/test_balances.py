"""A column of balances tells which way the money went."""

import pytest

from budget.imports.rows import CAME_IN, Topic
from tests.budget.imports.reading import lines_of, preview

HEAD = "Date,Text,Amount,Balance\n"
SPENT_WITHOUT_A_MINUS = (
    HEAD + "2026-11-19,pay,-1500.00,1600.00\n2026-11-20,rent,900.00,700.00\n2026-11-20,tea,3.50,696.50\n"
    "2026-11-22,tacos,12.50,684.00\n"
)
NO_MINUS = (
    HEAD + "2026-11-22,tacos,12.50,684.00\n2026-11-21,tea,3.50,696.50\n2026-11-20,gift,40.00,700.00\n"
    "2026-11-19,rent,900.00,660.00\n2026-11-18,pay,1500.00,1560.00\n"
)


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            SPENT_WITHOUT_A_MINUS,
            ["2: extra 1500.00 2026-11-19 pay", "3: expense -900.00 2026-11-20 rent", "4: expense -3.50 2026-11-20 tea",
             "5: expense -12.50 2026-11-22 tacos"],
        ),
        (
            HEAD + "2026-11-19,pay,1500.00,1600.00\n2026-11-20,gift,40.00,1640.00\n2026-11-20,rent,-900.00,740.00\n"
            "2026-11-21,tea,-3.50,736.50\n2026-11-22,tacos,-12.50,724.00\n2026-11-22,sale,20.00,744.00\n",
            ["2: extra 1500.00 2026-11-19 pay", "3: extra 40.00 2026-11-20 gift", "4: expense -900.00 2026-11-20 rent",
             "5: expense -3.50 2026-11-21 tea", "6: expense -12.50 2026-11-22 tacos", "7: extra 20.00 2026-11-22 sale"],
        ),
        (NO_MINUS, ["6: asked, SIGN 1500.00 pay"]),  # the balance before it is in no row
        (  # all of one day: only one order of the rows adds up
            SPENT_WITHOUT_A_MINUS.replace("2026-11-19", "2026-11-20").replace("2026-11-22", "2026-11-20"),
            ["2: extra 1500.00 2026-11-20 pay", "3: expense -900.00 2026-11-20 rent", "4: expense -3.50 2026-11-20 tea",
             "5: expense -12.50 2026-11-20 tacos"],
        ),
        # Of equal amounts on one day either order adds up.
        (HEAD + "2026-11-20,a,3,97\n2026-11-20,b,3,94\n2026-11-20,c,3,91\n", ["2: asked, SIGN 3 a"]),
        # What a card owes grows by what is spent.
        (HEAD + "2026-11-19,tv,500,500\n2026-11-20,rent,900,1400\n2026-11-21,tea,3.50,1403.50\n", ["2: asked, SIGN 500 tv"]),
        (  # its heading says that it is a card's
            SPENT_WITHOUT_A_MINUS.replace("Text", "Card Member").replace("2026-11-20,tea,3.50", "2026-11-20,tea,-3.50"),
            ["3: asked, SIGN 900.00 rent"],
        ),
        (SPENT_WITHOUT_A_MINUS.replace("696.50", "696.51"), ["3: asked, SIGN 900.00 rent"]),
        (
            SPENT_WITHOUT_A_MINUS.replace("Balance", "Balance,Available balance").replace("0\n", "0,1\n"),
            ["3: asked, SIGN 900.00 rent"],
        ),
        (  # a row that can't be read, and one whose balance is none, tell nothing
            SPENT_WITHOUT_A_MINUS.replace("3.50,696.50", "3.505,696.50") + "2026-11-22,gum,1.00,683.00\n2026-11-22,ice,2.00,?\n",
            ["2: extra 1500.00 2026-11-19 pay", "3: expense -900.00 2026-11-20 rent", "5: expense -12.50 2026-11-22 tacos",
             "6: expense -1.00 2026-11-22 gum", "7: expense -2.00 2026-11-22 ice", "4: refused, MORE_DECIMALS 3.505"],
        ),
        (  # one contradicts the others
            HEAD + "2026-11-18,a,-5,95\n2026-11-19,b,7,88\n2026-11-20,c,8,96\n2026-11-21,d,9,87\n2026-11-22,e,6,81\n",
            ["3: asked, SIGN 7 b"],
        ),
    ],
)  # fmt: skip
def test_a_balance_tells_the_sign(content: str, lines: list[str]) -> None:
    assert lines_of(preview(content)) == lines


def test_what_is_said_of_the_first_row_is_of_no_other() -> None:
    read = preview(NO_MINUS, answers={Topic.SIGN: CAME_IN})

    assert lines_of(read) == [
        "2: expense -12.50 2026-11-22 tacos", "3: expense -3.50 2026-11-21 tea", "4: extra 40.00 2026-11-20 gift",
        "5: expense -900.00 2026-11-19 rent", "6: extra 1500.00 2026-11-18 pay",
    ]  # fmt: skip
    assert read.sign == "", "so that it is not kept for the heading"
