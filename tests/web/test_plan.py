"""What is really left, on the page and in the JSON: the same figures as in the chat."""

import json
import re
from datetime import UTC, datetime

import pytest

from bot.replies.looks import chart
from bot.reply import Drawn
from budget.categories import Category
from budget.currencies import currency_named
from budget.limits import DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.periods import week_of
from budget.summary import Line, Summary
from languages import ENGLISH
from tests.bot.test_plan import bill
from tests.budget.bill_values import SUNDAY
from tests.chat import Say, breaking
from tests.web.test_summary import page, words
from tests.web.visitors import share, visitor
from web.chart import week_svg
from web.frames import Frame, framed_svg
from words.voice import voice_of


def test_every_door_says_what_is_left_after_the_bills(say: Say) -> None:
    say("12.50 fun tacos")
    say("paid 1500")
    bill(say, "rent", 90000, 1)
    path = share(say)

    answer = visitor(say).get(path).json()
    assert answer["bills"] == [
        {
            "name": "Rent",
            "amount": "900.00",
            "takes": "900.00",
            "about": False,
            "ahead": False,
            "due_on": "2026-12-01",
            "state": "open",
            "category": None,
        }
    ]
    assert answer["bills_paid"] == "0.00"
    period = answer["pay_period"]
    assert (period["remaining"], period["per_day"]) == ("1487.50", "106.25")  # these know no bills
    assert (period["bills_due"], period["remaining_after_bills"], period["per_day_after_bills"]) == (
        "900.00",
        "587.50",
        "41.96",
    )
    assert period["next_payday_from"] == "two_weeks"
    shown = words(page(say, path))
    assert "Left to spend $587.50 Per day $41.96" in shown
    assert "Payday in 14 days $587 left $41 a day · after $900 of bills" in shown
    assert "Bills until payday $900.00 Rent · Tue 1 Dec $900.00" in shown
    assert "$587.50 after $900.00 of bills, $41.96 a day" in say("/period")


def test_a_bill_of_a_removed_category_is_outside_the_limits(say: Say) -> None:
    say("/categories add Home 300")
    say("paid 1500")
    say("5 home lamp")  # the week shows the category still
    for bill_ in ("rent 900 on the 23rd in home", "gym 20 on the 24th in home"):
        assert "in Home" in say(f"/bill {bill_}")
    path = share(say)
    assert [one["category"] for one in visitor(say).get(path).json()["bills"]] == ["home", "home"]

    say("/categories remove home")
    assert [one["category"] for one in visitor(say).get(path).json()["bills"]] == [None, None]
    assert "outside the weekly limits" in say("/bill rent 910")
    assert say("rent 910").startswith("✓ Bill $910.00 rent")
    say("gym paid")
    say.tap("Paid $20.00")
    assert "Nothing is due until then." in say("/bills")
    assert visitor(say).get(path).json()["bills_paid"] == "930.00"
    say("/categories add Home 300")
    assert "in Home" in say("/bill rent 920")


def test_what_is_set_aside_is_told_apart(say: Say) -> None:
    say("paid 1500")
    bill(say, "rent", 90000, 1)
    bill(say, "water", 6000, 5)
    say("/bill water ahead")
    path = share(say)

    def told() -> tuple[list[tuple[bool, str]], str, str, str]:
        answer = visitor(say).get(path).json()
        period = answer["pay_period"]
        amounts = period["bills_due"], period["set_aside"], period["set_aside_before"]
        return [(one["ahead"], one["takes"]) for one in answer["bills"]], *amounts

    assert told() == ([(False, "900.00"), (True, "60.00")], "960.00", "60.00", "0.00")
    assert "Bills until payday $960.00 Rent · Tue 1 Dec $900.00 Water · Sat 5 Dec · set aside $60.00" in words(
        page(say, path)
    )
    say.wait(days=14)
    say("paid 1500")
    assert told() == ([(False, "900.00"), (True, "0.00")], "927.09", "27.09", "0.00")
    after = "Water · Tue 5 Jan 2027 · set aside · of $60.00 $27.09"
    assert f"Water · Sat 5 Dec · overdue · set aside before · $60.00 {after}" in words(page(say, path))
    say("water 60")
    say("rent 900")
    assert told() == ([], "27.09", "27.09", "60.00")
    shown = words(page(say, path))
    assert f"Bills until payday $27.09 {after} Water · set aside before · $60.00" in shown
    assert "Spent since $960.00 Bills until payday $27.09 set aside before $60.00" in shown
    assert "Bills until Sun 20 Dec: $27.09\n" in say("/bills")
    gauges = visitor(say).get(f"{path}.prom").text
    for name, amount in (("bills_due", "27.09"), ("set_aside_before", "60.00"), ("left_after_bills", "572.91")):
        assert f'budget_pay_{name}{{currency="USD"}} {amount}\n' in gauges
    assert "Left to spend: $572.91 after $27.09 of bills" in say("/period")


def test_a_bill_that_was_paid_is_in_the_period_and_in_no_weeks_limit(say: Say) -> None:
    say("paid 1500")
    bill(say, "rent", 90000, 1)

    say("rent 900")

    answer = visitor(say).get(share(say)).json()
    assert (answer["bills"], answer["bills_paid"], answer["total"]["spent"]) == ([], "900.00", "0.00")
    assert (answer["pay_period"]["spent"], answer["pay_period"]["bills_due"]) == ("900.00", "0.00")
    assert "rent · Bill $900.00" in words(page(say, share(say)))


def test_a_link_for_totals_names_no_bill(say: Say) -> None:
    say("paid 1500")
    bill(say, "rent", 90000, 1)
    path = share(say, "totals")

    answer = visitor(say).get(path).json()

    assert answer["bills"] is None
    assert answer["pay_period"]["bills_due"] == "900.00"
    shown = words(page(say, path))
    assert "Bills until payday $900.00" in shown
    assert "Rent" not in shown
    # $600 of $1,500 with nothing spent: what is taken off is said beside it.
    assert "$600 left until payday · after $900 of bills · 14 days, $42 a day · spent $0.00 of $1,500" in words(
        page(say, f"{path}?period=pay")
    )


def test_of_many_bills_the_page_lists_a_dozen(say: Say) -> None:
    say("paid 1500")
    for n in range(14):
        bill(say, f"Den vv{'w' * n}", 100, 1)

    shown = words(page(say, share(say)))

    assert "Bills until payday $14.00" in shown
    assert "and 2 more" in shown


def test_a_watched_category_has_no_limit_in_any_form(say: Say) -> None:
    say("/limits fun none")
    say("5 fun")
    path = share(say)

    fun = visitor(say).get(path).json()["categories"][0]
    assert fun == {
        "key": "fun", "name": "Fun", "spent": "5.00", "limit": None, "remaining": None, "carried": None, "available": None,
    }  # fmt: skip
    text = visitor(say).get(f"{path}.txt").text.splitlines()
    assert text[1:3] == ["total: $5.00 / $250", "fun: $5.00"]
    assert "no limit" in page(say, path)


@pytest.mark.parametrize(
    "later",
    ["/categories add Pets 40", "/categories remove fun", "/limits fun none", "/limits fun 1", "/limits fun carry"],
)
def test_what_is_set_today_changes_no_figure_of_a_week_that_is_over(say: Say, later: str) -> None:
    say("12.50 fun tacos\n160 fun shoes\n20 groceries")
    path = share(say)
    say.wait(days=20)

    def closed() -> list[object]:
        asked = f"{path}.json?week=2026-11-22", f"{path}.txt?week=2026-11-22", f"{path}.json?month=2026-11"
        shown = [visitor(say).get(one).text for one in asked]
        return [
            *(json.loads(text) | {"as_of": ""} if text[0] == "{" else text for text in shown),
            say("/week 2026-11-22").replace(" (removed)", ""),
        ]

    before = closed()
    assert "$172.50" in str(before)
    say(later)
    assert closed() == before
    say("5 fun today")
    say("/limits other 3 next week")
    assert closed() == before


def test_a_category_that_was_added_has_no_limit_in_the_weeks_before(say: Say) -> None:
    say("paid 1500 2026-11-10")
    say("20 groceries")
    say("/categories add Pets 40")
    path = share(say)
    said = say("15 pets food 2026-11-12")

    assert "$15.00 spent · Pets, 9 – 15 Nov" in said
    before = visitor(say).get(f"{path}.json?week=2026-11-12").json()
    assert before["categories"][-1] == {
        "key": "pets", "name": "Pets", "spent": "15.00", "limit": None, "remaining": None, "carried": None, "available": None,
    }  # fmt: skip
    assert before["total"] == {"spent": "15.00", "limit": "400.00", "remaining": "400.00"}
    now = visitor(say).get(f"{path}.json").json()
    assert (now["categories"][-1]["limit"], now["total"]["limit"]) == ("40.00", "440.00")
    month = visitor(say).get(f"{path}.json?month=2026-11").json()
    assert month["categories"][-1]["limit"] == "85.71", "16 Nov to 30 Nov are 15 of 30 days"


def test_every_door_counts_what_is_only_watched_by_one_rule(say: Say) -> None:
    say("5 fun\n20 groceries")
    say("/limits fun none")
    path = share(say)

    def drawn(frame: Frame | None = None) -> list[str]:
        summary = say.runner.run(say.app.bookkeeper.summary(say.owner, say.now))
        svg = framed_svg(voice_of(ENGLISH), summary, frame) if frame else week_svg(voice_of(ENGLISH), summary)
        return re.findall(r">([^<>]+)</text>", breaking(svg))

    assert "$230.00 left this week\nThe last day · $5.00 without a limit" in say("/week")
    shown = words(page(say, path))
    assert "$230 left this week · the last day · spent $20.00 of $250 · $5.00 without a limit" in shown
    assert "Total $20.00 $250 $230.00 no limit $5.00" in shown
    assert drawn()[1:3] == ["$230.00 left", "$20.00 of $250 · $5.00 without a limit"]
    assert drawn(Frame(800, 480, ink=False))[1:4] == ["$230.00 left", "$20.00 of $250", "$5.00 without a limit"]
    assert drawn(Frame(480, 800, ink=False))[1:3] == ["$230.00 left", "$20.00 of $250 · $5.00 without a limit"]
    assert visitor(say).get(f"{path}.json").json()["total"] == {
        "spent": "25.00",
        "limit": "250.00",
        "remaining": "230.00",
    }
    for one in ("groceries", "unpredictable", "other"):
        say(f"/limits {one} none")
    assert "Spent $25.00 this week\nThe last day\n" in say("/week")
    assert drawn()[1:3] == ["$25.00", "Fun"]
    assert "$25 this week · the last day · spent $25.00" in words(page(say, path))
    assert "Total $25.00 no limit" in words(page(say, path))
    assert visitor(say).get(f"{path}.txt").text.split("\n")[1] == "total: $25.00"
    say.wait(days=7)
    assert say("/week last").startswith("$25.00 spent · 16 – 22 Nov\n")


def test_a_pictures_caption_tells_what_is_only_watched_apart() -> None:
    watched = Category(1, "fun", "Fun", (), 0, limits=(DatedLimit(SUNDAY, None),))
    limited = Category(2, "food", "Food", (), 10000)
    money = Money(currency_named("USD"), locale_named("en_US"))
    week = week_of(SUNDAY, 0)

    def caption(*lines: Line) -> str:
        now = datetime(2026, 11, 22, 10, tzinfo=UTC)
        return breaking(
            chart(voice_of(ENGLISH), Summary(now, SUNDAY, money, week, lines, None), Drawn(b"png", True)).text
        )

    both = Line(watched, 500, week), Line(limited, 2000, week)
    assert caption(*both) == "<b>$80.00 left</b> · $20.00 of $100 · $5.00 without a limit"
    assert caption(both[0]) == "<b>$5.00 spent</b>"


def test_a_picture_marks_where_today_should_be_on_limits_alone(say: Say) -> None:
    say("/limits fun none")
    say("5 fun")
    summary = say.runner.run(say.app.bookkeeper.summary(say.owner, say.now))

    for svg in (week_svg(voice_of(ENGLISH), summary), framed_svg(voice_of(ENGLISH), summary, Frame(480, 800, False))):
        assert svg.count('<line class="halo"') == 3, "of four categories"


def test_a_bar_says_what_is_carried_and_the_picture_too(say: Say) -> None:
    say("/limits fun carry")
    say("190 fun dinner")
    say.wait(days=1)
    say("5 fun")

    assert "$105 left $5.00 of $110 ($150 − $40 made up)" in words(page(say, share(say)))
    summary = say.runner.run(say.app.bookkeeper.summary(say.owner, say.now))
    assert ">$5.00 of $110 ($150 − $40 made up)<" in week_svg(voice_of(ENGLISH), summary)
