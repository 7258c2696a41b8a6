"""One purchase over several weeks, through the whole bot."""

import pytest

from bot.buttons import SpreadOver, encode
from tests.chat import Say


def test_an_expense_larger_than_its_limit_is_spread(say: Say) -> None:
    say("paid 1500")
    say("200 fun boots")
    assert "Spread over weeks…" in say.buttons

    assert say.tap("Spread over weeks…") == "✓ $200.00 boots · Fun\nOver how many weeks?"
    assert say.buttons == ["2 weeks", "4 weeks", "6 weeks", "‹ Back"]
    receipt = say.tap("4 weeks")

    assert "$100.00 left of $150 · Fun" in receipt
    spread = "Spread over 4 weeks; the pay period sees all of it on its day."
    assert receipt.startswith(f"✓ $200.00 boots\n{spread}\n")
    assert "Spread over weeks…" in say.buttons
    say.tap("Spread over weeks…")
    assert say.buttons == ["2 weeks", "6 weeks", "In its own week", "‹ Back"]
    assert "$50.00 over $150 · Fun" in say.tap("In its own week")
    say.tap("Spread over weeks…")
    say.tap("4 weeks")
    assert "Spent since: $200.00" in say("/period")
    corrected = say.edit("240 fun boots", number=2)
    assert corrected.startswith(f"Corrected:\n✓ $240.00 boots\n{spread}\n")
    assert "Fun: $60.00 of $150" in say.sums()
    say.edit("200 fun boots", number=2)
    say.wait(days=7)
    assert "Fun: $50.00 of $150" in say.sums()
    assert "Spread" not in say("/undo")
    assert "Fun: $0.00 of $150" in say.sums()
    assert spread in say.tap("Restore")


@pytest.mark.parametrize(("weeks", "spreads"), [(1, False), (2, True), (52, True), (53, False)])
def test_it_counts_over_two_to_fifty_two_weeks(say: Say, weeks: int, spreads: bool) -> None:
    say("200 fun boots")

    said = say.tap_data(encode(SpreadOver(1, 0, weeks)), "tap1")

    assert (f"Spread over {weeks} weeks" in said) is spreads


def test_as_many_weeks_as_fit_are_offered_whatever_it_is_spread_over_now(say: Say) -> None:
    say("60 fun tacos")
    say("400 fun boots")
    for now, others in (("4 weeks", ["5 weeks", "6 weeks"]), ("6 weeks", ["4 weeks", "5 weeks"])):
        say.tap("Spread over weeks…")
        say.tap(now)
        say.tap("Spread over weeks…")
        assert say.buttons == [*others, "In its own week", "‹ Back"]
        say.tap("‹ Back")


@pytest.mark.parametrize(
    "fits", ["60 fun boots", "/limits fun 900", "/limits fun none", "/bill boots 601 in fun once on 11/22"]
)
def test_what_is_spread_goes_back_into_its_week_though_its_limit_holds_it(say: Say, fits: str) -> None:
    say("600 fun boots")
    say.tap("Spread over weeks…")
    receipt = say.tap("4 weeks")
    if fits.startswith("/"):
        say(fits)
        receipt = say.edit("601 fun boots", number=1)
    else:
        receipt = say.edit(fits, number=1)
    assert "Spread over 4 weeks" in receipt

    say.tap("Spread over weeks…")
    assert say.buttons == ["In its own week", "‹ Back"]
    assert "Spread" not in say.tap("In its own week")
    assert "Spread over weeks…" not in say.buttons
    assert f"Fun: ${'60' if '60 ' in fits else '601'}.00" in say.sums()


def test_each_line_says_its_own_spread(say: Say) -> None:
    say("200 fun boots\n3 gum")
    say.tap("1: Spread over weeks…")
    assert say.tap("4 weeks").split("\n")[1:4] == [
        "1 $200.00 boots · Fun",
        "Spread over 4 weeks; the pay period sees all of it on its day.",
        "2 $3.00 gum · Other",
    ]


def test_what_a_limit_holds_is_not_spread(say: Say) -> None:
    say("100 fun boots")
    assert "Spread over weeks…" not in say.buttons
    say("/limits fun none")
    say("900 fun boat")
    assert "Spread over weeks…" not in say.buttons
    say("paid 1500")
    assert "Spread over weeks…" not in say.buttons


def test_a_forged_tap_spreads_nothing(say: Say) -> None:
    say("100 fun boots")
    before = say("/week")

    for data in ("d:1:0", "d:1:7", "d:1:0:1", "d:1:0:99", "d:1:7:4", "d:99:0:4"):
        assert "Spread" not in say.tap_data(data, data)
    assert say("/week") == before


def test_the_history_says_that_an_expense_was_spread(say: Say) -> None:
    say.name = "Ana"
    say("200 fun boots")
    say.tap("Spread over weeks…")
    shown = say.reply
    for _ in range(2):
        say.reply = shown
        say.tap("4 weeks")
    assert say("/history") == "Latest changes\nToday, Sun 22\nAna: $200.00 boots · Fun spread over 4 weeks"
    say.reply = shown
    say.tap("6 weeks")
    assert say("/history 1").split("\n")[2:] == [
        "Ana: $200.00 boots · Fun spread over 6 weeks",
        "Ana: $200.00 boots · Fun spread over 4 weeks",
    ]


@pytest.mark.parametrize(
    "said",
    ["spread it over 6 weeks", "spread the tires over six weeks", "spread new tires across 6 weeks please"],
)
def test_an_expense_is_spread_in_words(say: Say, said: str) -> None:
    say("480 unpredictable new tires")
    assert "Spread over 6 weeks" in say(said)
    assert "Unpredictable Necessities: $80.00 of $50" in say.sums()
    assert "Spread over 6 weeks" in say(said, number=2), "a repeat changes nothing"
    say("4 coffee")
    assert "Spread over 8 weeks" in say("spread the tires over 8 weeks")
    assert "Spread over 4 weeks" in say.reply_to("spread it over 4 weeks", 1)
    assert "Unpredictable Necessities: $120.00 of $50" in say.sums()
    assert say("/recent").count("tires") == 1


@pytest.mark.parametrize(
    "said",
    [
        "spread the sofa over 4 weeks",
        "spread it over 100 weeks",
        "spread it over 1 week",
        "spread it over 4 weeks",
    ],
)
def test_what_is_no_expense_to_spread_is_asked_about(say: Say, said: str) -> None:
    say("480 unpredictable new tires")
    say("refund 30 fun")
    assert say(said).startswith("Did you spend")
    assert "Unpredictable Necessities: $480.00 of $50" in say.sums()


def test_of_several_expenses_it_is_asked_which_one_is_spread(say: Say) -> None:
    say("480 unpredictable new tires\n90 fun boots")
    before = say.sums()
    assert say("spread it over 4 weeks").startswith("I can't tell what that changes.")
    assert say.sums() == before
    assert "Spread over 4 weeks" in say("spread the boots over 4 weeks")


@pytest.mark.parametrize("said", ["spread it over some weeks", "spread that over a while"])
def test_without_a_number_of_weeks_nothing_is_spread(say: Say, said: str) -> None:
    say("480 unpredictable new tires")
    say(said)
    assert "Unpredictable Necessities: $480.00 of $50" in say.sums()


def test_an_entry_called_spread_is_none(say: Say) -> None:
    say("12.50 fun tacos")
    assert say("spread 6").startswith("✓ $6.00 spread")
    assert say("bread spread 6").startswith("✓ $6.00 bread spread")


def test_behind_other_messages_the_latest_expense_is_spread(say: Say) -> None:
    say("480 unpredictable new tires")
    say("/week")
    say("/period")
    assert "Spread over 6 weeks" in say("spread it over 6 weeks")
