"""Paydays that are said, and limits that remember, through the whole bot."""

import pytest

from tests.chat import Say


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1st and 15th", "Paydays: on the 1st and 15th."),
        ("last", "Paydays: on the last day."),
        ("25 before weekends", "Paydays: on the 25th, before weekends."),
        ("fridays", "Paydays: every Friday."),
        ("last working day", "Paydays: on the last day, before weekends."),
        ("auto", "Paydays follow from your paychecks: the usual gap between them, else two weeks."),
    ],
)
def test_paydays_are_said_back(say: Say, written: str, said: str) -> None:
    assert say(f"/payday {written}") == said


@pytest.mark.parametrize(
    "said",
    ["2027-11-24", "2036-01-01", "9999-12-30", "every 2 weeks from 2030-01-01", "every 400 days", "every 24 months"],
)
def test_a_payday_is_at_most_a_year_ahead(say: Say, said: str) -> None:
    say("paid 1500")
    far = f"“{said}” is too far away: a payday is at most a year ahead."
    assert say(f"/payday {said}") == far
    assert "until the payday expected Sun 6 Dec" in say("/period")
    assert say("/payday 2027-11-22") == "Paydays: once on Mon 22 Nov 2027."
    assert say("/payday yearly on 3/14") == "Paydays: every year from Sun 14 Mar 2027."


def test_a_payday_that_was_said_counts(say: Say) -> None:
    say("paid 1500")
    say("/payday every 3 weeks")

    assert "until the payday expected Sun 13 Dec" in say("/period")
    assert "every 2 weeks" in say("/payday")
    say("/payday auto")
    assert "until the payday expected Sun 6 Dec" in say("/period")


def test_payday_alone_says_what_holds_and_what_can_be_typed(say: Say) -> None:
    usage = "Write when paychecks come: /payday every 2 weeks, /payday 1st and 15th, /payday last before weekends."
    auto = "Paydays follow from your paychecks: the usual gap between them, else two weeks."
    assert say("/payday").startswith(f"{auto}\n{usage}")
    say("/payday 1st and 15th")
    known = f"Paydays: on the 1st and 15th.\nNext paydays: Tue 1 Dec, Tue 15 Dec, Fri 1 Jan 2027\n{usage}"
    assert say("/payday").startswith(known)
    say("paid 1500")
    assert say("/payday").startswith(known)
    say("/payday auto")
    assert say("/payday").startswith(f"{auto}\nNext payday: Sun 6 Dec\n{usage}")
    say.wait(days=15)
    assert say("/payday").startswith(f"{auto}\nPayday was expected Sun 6 Dec\n{usage}")
    say("/payday 27 before weekends")
    assert say("/payday").startswith(
        "Paydays: on the 27th, before weekends.\nPayday was expected Fri 27 Nov\n"
        "Next paydays: Fri 25 Dec, Wed 27 Jan 2027, Fri 26 Feb 2027\n"
    )
    say("/payday 2026-12-08")
    assert say("/payday").startswith("Paydays: once on Tue 8 Dec.\nNext payday: Tue 8 Dec\n")
    say.wait(days=3)
    say("paid 1500 8 dec")
    assert say("/payday").startswith("Paydays: once on Tue 8 Dec.\nNext payday: Thu 24 Dec\n"), (
        "by the gap once it is used up"
    )


def test_without_a_paycheck_the_first_day_is_asked(say: Say) -> None:
    assert say("/payday every 2 weeks") == "From which day on?"
    first, second = say.buttons
    assert first != second
    data = [button.data for row in say.reply.buttons for button in row] if say.reply is not None else []

    assert say.tap(second) == f"Paydays: every 2 weeks {second.replace('From', 'from')}."
    assert len(data) == 2
    assert "Paydays" not in say.tap_data("y:2026-12-04:0", "none")
    assert "Paydays" not in say.tap_data("y:2026-12-04:5000", "more")
    say("paid 1500")
    assert "until the payday expected" in say("/period")


def test_a_limit_that_remembers_is_made_up_and_begun_again(say: Say) -> None:
    say.wait(days=-7)
    assert say("/limits fun carry") == (
        "Fun carries from this week on: what is left is added to the next weeks, what is over is made up."
    )
    say("190 fun")
    say.wait(days=7)
    assert "$0.00 of $110 ($150 − $40 made up)" in say("/week")
    assert "Fresh start: Fun" in say.buttons

    assert "$150 Fun" in say.tap("Fresh start: Fun")
    assert "Fresh start: Fun" not in say.buttons
    assert "Fun" not in say.tap_data("z:999", "none")


def test_a_late_entry_says_what_it_leaves_of_this_week(say: Say) -> None:
    say.wait(days=-7)
    say("/limits fun carry")
    say.wait(days=7)
    assert say("10 other") == "✓ $10.00\n$90.00 left of $100 · Other"
    late = say("190 fun boots friday 13 nov")
    assert "$40.00 over $150 · Fun, 9 – 15 Nov\n$110.00 left of $110 ($150 − $40 made up) · Fun\n" in late
    assert say("/undo").endswith("left of $300 ($150 + $150 carried) · Fun")
    say("/limits fun carry off")
    assert say("190 fun boots friday 13 nov").count("left") == 0


def test_what_a_limit_carries_is_said(say: Say) -> None:
    assert say("/limits fun carry up").endswith("what is left is added to the next weeks.")
    assert say("/limits fun carry down").endswith("what is over is made up in the next weeks.")
    assert say("/limits fun carry off") == "Fun carries nothing: each week stands alone."
    assert say("/limits fun fresh") == "Fun carries nothing: each week stands alone."
    assert "carry up" in say("/limits fun carry sideways")
    for text in ("fun carry off next week", "fun carry next week", "fun fresh next week"):
        assert say(f"/limits {text}").startswith(f"I can't read “{text}”. Write /limits fun carry, carry up,")
    assert "no category" in say("/limits zzz carry")
