"""A link shows the pay period, a month and a category, in each form, with the same figures."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.chat import Say, chat
from tests.web.test_summary import PAGE, page, words
from tests.web.visitors import BROWSER, share, visitor
from web.openapi import description

THURSDAY = datetime(2026, 11, 26, 20, 10, tzinfo=UTC)


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path, THURSDAY) as found:
        found(
            "paid 1500 2026-11-20\n12.50 fun tacos\n20 fun movie 2026-11-03\n5 other soap 2026-11-21\n7 fun 2026-10-30"
        )
        yield found


def json_of(say: Say, path: str, query: str, name: str) -> Any:
    answer = visitor(say).get(f"{path}.json{query}").json()
    schemas = description("http://budget.test", metrics=False)["components"]["schemas"]
    jsonschema_rs.validator_for(schemas[name]).validate(answer)
    return answer


def test_the_pay_period_says_what_is_left_until_the_payday(say: Say) -> None:
    path = share(say)

    shown = words(page(say, f"{path}?period=pay"))

    assert (
        "20 Nov – 3 Dec Week Pay period Month $1,482 left until payday · 8 days, $185 a day · spent $17.50 of $1,500"
        in shown
    )
    assert "$732 under pace" in shown
    assert "Fun $287 left $12.50 of $300 Other $195 left $5.00 of $200" in shown
    assert "Limits are weekly: here each counts a seventh a day." in shown
    assert "Yesterday" not in shown
    assert "Sat 21 Nov $5.00 soap · Other $5.00 Fri 20 Nov Paycheck +$1,500.00" in shown
    assert "Left to spend $1,482.50 Per day $185.31" in shown


def test_the_pay_periods_json_has_its_days(say: Say) -> None:
    answer = json_of(say, share(say), "?period=pay", "Overview")

    assert answer["period"] == {"kind": "pay", "start": "2026-11-20", "end": "2026-12-03", "days_left": 8}
    assert answer["total"] == {"spent": "17.50", "limit": "800.00", "remaining": "782.50"}
    assert answer["pay_period"]["remaining"] == "1482.50"
    assert answer["days"][:2] == [{"day": "2026-11-20", "spent": "0.00"}, {"day": "2026-11-21", "spent": "5.00"}]
    assert len(answer["days"]) == 14


def test_a_late_pay_period_has_no_days_left(say: Say) -> None:
    path = share(say)
    say.wait(days=10)

    shown = words(page(say, f"{path}?period=pay"))

    assert "$1,482 left payday is late · spent $17.50 of $1,500" in shown


def test_on_the_payday_nothing_is_a_days(say: Say) -> None:
    path = share(say)
    say.wait(days=8)

    shown = words(page(say, f"{path}?period=pay"))

    assert "$1,482 left until payday · spent $17.50 of $1,500" in shown


def test_a_month_counts_a_seventh_of_its_limits_a_day(say: Say) -> None:
    path = share(say)

    shown = words(page(say, f"{path}?month=2026-11"))

    assert "‹ November 2026 › Week Pay period Month $1,676 left this month · 5 days, $335 a day" in shown
    assert "spent $37.50 of $1,714.27" in shown
    assert "Payday in 8 days $1,482 left $185 a day" in shown
    assert "Fun $610 left $32.50 of $642.85" in shown
    assert re.findall(r'href="\?(month=[^"]*)"', page(say, f"{path}?month=2026-11")) == [
        "month=2026-10",
        "month=2026-11",
    ]


def test_a_past_month_leads_on_and_not_back_beyond_the_book(say: Say) -> None:
    path = share(say)

    shown = page(say, f"{path}?month=2026-10")

    assert "October 2026 › Week Pay period Month $1,764 left that month · spent $7.00 of $1,771.40" in words(shown)
    assert re.findall(r'href="\?(month=[^"]*)"', shown) == ["month=2026-11", "month=2026-11"]
    assert "Payday" not in words(shown)


def test_a_months_json_and_text(say: Say) -> None:
    path = share(say)

    answer = json_of(say, path, "?month=2026-11", "Overview")

    assert answer["period"] == {"kind": "month", "start": "2026-11-01", "end": "2026-11-30", "days_left": 5}
    assert [answer["days"][n]["spent"] for n in (2, 20, 25, 29)] == ["20.00", "5.00", "12.50", "0.00"]
    text = visitor(say).get(f"{path}.txt?month=2026-11").text.splitlines()
    assert text[:3] == ["Amounts spent in November 2026", "total: $37.50 / $1,714.27", "fun: $32.50 / $642.85"]
    text = visitor(say).get(f"{path}.txt?period=pay").text.splitlines()
    assert text[:2] == ["Amounts spent since the paycheck of Friday, 20 November 2026", "total: $17.50 / $800"]


def test_without_any_limit_a_months_days_add_up_to_what_was_spent(say: Say) -> None:
    for name in ("fun", "predictable", "unpredictable", "other"):
        say(f"/limits {name} none")
    say.wait(days=10)
    say("5 fun")
    say("7 other")

    answer = json_of(say, share(say), "?month=2026-12", "Overview")

    assert answer["total"]["spent"] == "12.00"
    assert [day["spent"] for day in answer["days"] if day["spent"] != "0.00"] == ["12.00"]


def test_a_category_leads_to_its_weeks_and_entries(say: Say) -> None:
    path = share(say)
    assert '<a href="?category=fun&amp;week=2026-11-23"><bdi>Fun</bdi></a>' in page(say, path)

    shown = page(say, f"{path}?category=fun&week=2026-11-23")

    assert "<title>Budget, Fun</title>" in shown
    assert (
        "Fun Week Pay period Month $137 left this week · 4 days, $34 a day · spent $12.50 of $150 Week by week "
        "23 – 29 Nov $137 left $12.50 of $150 16 – 22 Nov $150 left $0.00 of $150 9 – 15 Nov $150 left $0.00 of $150 "
        "2 – 8 Nov $130 left $20.00 of $150 26 Oct – 1 Nov $143 left $7.00 of $150 Entries" in words(shown)
    )
    assert "Today, Thu 26 $12.50 tacos $12.50 Tue 3 Nov $20.00 movie $20.00 Fri 30 Oct $7.00 Fun $7.00" in words(shown)
    assert "soap" not in shown


@pytest.mark.parametrize(
    "query", ["", "?month=2026-11", "?period=pay", "?category=fun", "?category=fun&week=2026-11-09"]
)
def test_every_view_leads_to_the_week_the_pay_period_and_the_month(say: Say, query: str) -> None:
    shown = page(say, f"{share(say)}{query}")
    for way in ("week=2026-11-26", "period=pay", "month=2026-11"):
        assert f'<li><a href="?{way}"' in shown


def test_no_view_leads_to_a_pay_period_that_is_not_there(tmp_path: Path) -> None:
    with chat(tmp_path, THURSDAY) as unpaid:
        unpaid("12.50 fun tacos")
        path = share(unpaid)
        for query in ("", "?month=2026-11", "?category=fun"):
            assert "period=pay" not in page(unpaid, f"{path}{query}")


def test_a_categorys_json_and_text(say: Say) -> None:
    path = share(say)

    answer = json_of(say, path, "?category=fun", "History")

    assert answer["category"] == {"key": "fun", "name": "Fun"}
    assert [(week["start"], week["spent"], week["limit"]) for week in answer["weeks"][-2:]] == [
        ("2026-11-16", "0.00", "150.00"),
        ("2026-11-23", "12.50", "150.00"),
    ]
    assert visitor(say).get(f"{path}.txt?category=fun").text.splitlines() == [
        "Amounts spent on fun by week",
        "2026-10-26: $7.00 / $150",
        "2026-11-02: $20.00 / $150",
        "2026-11-09: $0.00 / $150",
        "2026-11-16: $0.00 / $150",
        "2026-11-23: $12.50 / $150",
    ]


def test_a_watched_category_shows_what_is_spent(say: Say) -> None:
    say("/limits fun none")

    shown = words(page(say, f"{share(say)}?category=fun"))

    assert "$12 this week · 4 days · spent $12.50 Week by week 23 – 29 Nov $12.50" in shown


@pytest.mark.parametrize("query", ["?period=pay", "?month=2026-11", "?category=fun", "?category=fun&week=2026-11-03"])
def test_each_view_has_a_picture_and_a_link_for_totals_shows_no_entry(say: Say, query: str) -> None:
    path = share(say, "totals")

    shown = page(say, path + query)

    assert visitor(say).get(f"{path}.png{query}").content.startswith(b"\x89PNG")
    assert "tacos" not in shown
    assert "Entries" not in shown
    assert "This link shows sums, not single entries." in words(shown)


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("?period=pay", 404, "Noch kein Gehaltszeitraum"),
        ("?category=zzz", 404, "gibt es nicht"),
        ("?week=soon", 400, "gibt es nicht"),
        ("?month=2026-13", 400, "gibt es nicht"),
        ("?period=x", 400, "gibt es nicht"),
        ("?category=a&category=b", 400, "gibt es nicht"),
    ],
)
def test_what_can_not_be_shown_is_said_in_the_budgets_language_and_leads_back_to_the_week(
    tmp_path: Path, query: str, status: int, said: str
) -> None:
    with chat(tmp_path, THURSDAY) as say:
        say("/settings language german")
        path, somebody = share(say), visitor(say)
        shown = somebody.get(f"{path}{query}", headers={"Accept": BROWSER})
        text = somebody.get(f"{path}.txt{query}").text
        nowhere = somebody.get(f"/s/{'x' * 43}{query}", headers={"Accept": BROWSER})

    assert (shown.status_code, '<html lang="de"' in shown.text, said in text) == (status, True, True)
    assert '<a href="?">Woche</a>' in shown.text
    assert (nowhere.status_code, "<a " in nowhere.text) == (404, False), "a link that opens nothing leads nowhere"


def test_what_is_not_there_says_so_in_the_form_that_was_asked_for(say: Say, tmp_path: Path) -> None:
    path = share(say)
    unknown = visitor(say).get(f"{path}?category=zzz", headers={"Accept": BROWSER})
    assert (unknown.status_code, "No such category" in unknown.text) == (404, True)
    (tmp_path / "new").mkdir()
    with chat(tmp_path / "new", THURSDAY) as fresh:
        early = visitor(fresh).get(f"{share(fresh)}.txt?period=pay")
    assert (early.status_code, "A pay period begins with the first paycheck." in early.text) == (404, True)
    assert visitor(say).get(f"{path}.png?category=zzz").status_code == 404


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?month=2030-01", "$1,771 left not begun yet · spent $0.00 of $1,771.40"),
        ("?month=2026-12", "$1,771 left not begun yet · spent $0.00"),
        ("?week=2026-12-01", "$400 left not begun yet · 7 days, $57 a day"),
        ("?month=2026-09", "$1,714 left before the first entry · spent $0.00"),
        ("?week=2026-10-20", "$400 left before the first entry · spent $0.00"),
        ("?month=2026-10", "$1,764 left that month · spent $7.00"),
        ("?week=2026-11-10", "$400 left that week · spent $0.00"),
    ],
)
def test_days_to_come_and_days_before_the_book_are_not_that_week_or_month(say: Say, query: str, said: str) -> None:
    assert said in words(page(say, f"{share(say)}{query}"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("?month=2026-13", "?month=2026-11"),
        ("?month=2026-1", "?month=2026-11"),
        ("?month=", "?month=2026-11"),
        ("?month=1969-12", "?month=2026-11"),
        ("?month=2026-11&month=2026-12", "?month=2026-11"),
        ("?period=week", "There is ?period=pay"),
        ("?period=pay&period=pay", "There is ?period=pay"),
        ("?category=fun&category=other", "This budget has no category of that key"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_way_to_write_it(say: Say, query: str, said: str) -> None:
    answer = visitor(say).get(f"{share(say)}.txt{query}")

    assert answer.status_code == 400
    assert said in answer.text


def test_pages_of_much_stay_small_and_cut_the_list(say: Say) -> None:
    for n in range(6):
        say("\n".join(f"1234.56 fun n{n}k{k} " + "&" * 100 for k in range(20)))
    path = share(say)

    for query in ("?month=2026-11", "?category=fun", "?period=pay"):
        shown = page(say, path + query)
        assert len(shown.encode()) < PAGE
        assert "are listed; the sums count all." in shown


@pytest.mark.parametrize("more", [0, 1])
def test_of_more_than_a_hundred_entries_the_latest_are_listed(say: Say, more: int) -> None:
    say.wait(days=7)
    path = share(say)
    for _ in range(5):
        say("\n".join("1 fun x" for _ in range(20)))
    say("\n".join("2 fun x" for _ in range(more)))

    assert ("The latest 100 are listed; the sums count all." in page(say, path)) == bool(more)


def test_the_last_day_of_a_hundred_entries_has_its_sum(say: Say) -> None:
    say.wait(days=7)
    for _ in range(5):
        say("\n".join("1 fun x" for _ in range(20)))

    assert "Today, Thu 3 $100.00 x $1.00" in words(page(say, f"{share(say)}?category=fun"))


def test_a_category_whose_last_day_is_cut_says_no_sum_for_it(say: Say) -> None:
    say.wait(days=7)
    for _ in range(6):
        say("\n".join("1 fun x" for _ in range(20)))

    shown = words(page(say, f"{share(say)}?category=fun"))

    assert "Today, Thu 3 x $1.00" in shown, "the sum of the hundred that are listed would be wrong"
