"""The card as a chat shows it that can't keep a message true: the terminal."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.chat import Say, chat

EMPTY, FULL = "▱", "▰"


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path) as chat_:
        yield chat_


def test_a_card_says_what_is_left_and_which_bill_is_next(say: Say) -> None:
    for text in (
        "paid 1500",
        "/bill rent 900 on the 1st",
        "/bill netflix ~15.49 monthly on the 10th",
        "12.50 fun tacos",
    ):
        say(text)

    assert say("/card").split("\n") == [
        "Left $587.50 · $41.96 a day to 6 Dec",
        "",
        f"{FULL}{EMPTY * 5} $137.50 left · Fun",
        f"{EMPTY * 6} $100.00 left · Predictable…",
        f"{EMPTY * 6} $50.00 left · Unpredictable…",
        f"{EMPTY * 6} $100.00 left · Other",
        "",
        "Next bill: Rent · $900.00 · Tue 1 Dec",
        "After payday: Netflix · about $15.49 · Thu 10 Dec",
        "",
        "Sun 22 Nov, 10:00",
    ]


def test_with_bars_alone_it_shows_no_amount(say: Say) -> None:
    for text in ("paid 1500", "/bill rent 900 on the 1st", "/limits other none", "5 other gum", "60 repair"):
        say(text)

    assert say("/card bars").split("\n") == [
        "35 % left · 14 days to 6 Dec",
        "",
        f"{EMPTY * 6} Fun",
        f"{EMPTY * 6} Predictable Necessities",
        f"{FULL * 6} over · Unpredictable Necessities",
        "",
        "Next bill: Rent · Tue 1 Dec",
        "After payday: Rent · Fri 1 Jan 2027",
        "",
        "Sun 22 Nov, 10:00",
    ]
    assert "$5.00 spent · Other" in say("/card")


def first(say: Say, command: str = "/card") -> str:
    line = say(command).partition("\n")[0]
    assert len(line) <= 40
    return line


def test_before_the_first_paycheck_the_week_counts(say: Say) -> None:
    say("/bill rent 900 on the 1st")
    assert (first(say), first(say, "/card bars")) == ("Left $400.00 this week · 1 day", "100 % left this week · 1 day")
    assert "Next bill: Rent · $900.00 · Tue 1 Dec" in say("/card")
    say.wait(days=12)
    assert "Overdue: Rent · $900.00 · Tue 1 Dec" in say("/card")
    assert "Overdue: Rent · Tue 1 Dec" in say("/card bars")
    say("501 fun sofa")
    assert (first(say), first(say, "/card bars")) == ("$101.00 over this week", "Over this week's limits")
    for name in ("fun", "predictable", "unpredictable", "other"):
        say(f"/limits {name} none")
    assert (first(say), first(say, "/card bars")) == ("Spent $501.00 this week", "No limits this week")


def test_what_is_more_than_there_is_stands_in_the_first_line(say: Say) -> None:
    for text in ("paid 1000", "/bill rent 900 on the 1st", "12.50 fun tacos", "115 fun shoes"):
        say(text)
    assert (first(say), first(say, "/card bars")) == ("Nothing left · bills take $27.50 more", "Nothing left")
    say("900 other sofa")
    assert (first(say), first(say, "/card bars")) == ("Nothing left · bills take $927.50 more", "Nothing left")


def test_a_payday_that_has_passed_stands_in_the_first_line(say: Say) -> None:
    say("paid 1000")
    say.wait(days=14)
    assert (first(say), first(say, "/card bars")) == ("Left $1,000.00", "100 % left · payday today")
    say.wait(days=6)
    assert (first(say), first(say, "/card bars")) == (
        "Left $1,000.00 · payday was 6 Dec",
        "100 % left · payday was 6 Dec",
    )


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (["paid 5000"], "Left KWD 5,000.000 · KWD 357.142 a day"),
        (["paid 999999.999"], "Left KWD 999,999.999"),
        (["paid 0.001", "\n".join(["999999.999 fun sofa"] * 19)], "Nothing left · KWD 18,999,999.980 over"),
        (
            ["paid 99999", "/bill rent 999999.999 on the 1st", "/bill loan 999999.999 on the 2nd"],
            "Nothing left",
        ),
        (["/limits other 999999.999", "/limits fun 999999.999"], "Left KWD 2,000,149.998 this week · 1 day"),
        (
            [f"/limits {name} 999999.999" for name in ("other", "fun", "predictable", "unpredictable")]
            + [f"/categories add Big{n} 999999.999" for n in range(12)],
            "Left KWD 15,999,999.984 this week",
        ),
    ],
)
def test_a_first_line_that_would_be_too_long_leaves_the_least_out(tmp_path: Path, texts: list[str], line: str) -> None:
    with chat(tmp_path, CURRENCY="KWD") as say:
        for text in texts:
            say(text)
        assert first(say) == line


def test_names_are_escaped_and_many_categories_fit_into_one_message(say: Say) -> None:
    say("/categories add A&B 40")
    assert "$40.00 left · A&B" in say("/card")
    assert say.reply is not None
    assert "A&amp;B" in say.reply.text
    for n in range(22):
        name = f"{chr(ord('a') + n)}{'x' * 39}"
        say(f"/categories add {name} 40")
        say(f"3 #{name} x")
        say(f"/categories remove {name}")
        say(f"4 other {n}")
    shown = say("/card")
    assert "… and 2 more categories" in shown
    assert len(shown.encode("utf-16-le")) // 2 < 4096


def test_other_words_are_answered_by_what_may_be_said(say: Say) -> None:
    assert "/card bars without amounts" in say("/card on")


def test_the_day_is_that_of_the_budget(tmp_path: Path) -> None:
    with chat(tmp_path, datetime(2026, 11, 22, 20, tzinfo=UTC), TIMEZONE="Asia/Kolkata") as say:
        assert say("/card").endswith("Mon 23 Nov, 01:30")


def test_where_no_message_can_be_kept_true_there_is_no_card_to_take_down(say: Say) -> None:
    say("5 fun")

    assert say("/card off").startswith("There is no card here.")
