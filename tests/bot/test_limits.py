"""Limits with a date: a limit holds from this week on, or from the next one by a button and by words."""

import pytest

from tests.chat import Say


def fun_in(say: Say, weeks_on: int = 0) -> str:
    """What Fun has spent and may spend, in a week to come."""
    say.wait(days=7 * weeks_on)
    line = next(line for line in say.sums().split("\n") if line.startswith("Fun"))
    say.wait(days=-7 * weeks_on)
    return line


def test_a_new_limit_is_put_off_to_the_next_week_by_a_tap(say: Say) -> None:
    say("12.50 fun tacos")
    assert say("/limits fun 200") == "Fun: $200 a week from now on."
    assert fun_in(say) == "Fun: $12.50 of $200"
    assert say.buttons == ["From next week"]
    shown = say.reply

    for _ in range(2):
        say.reply = shown
        assert say.tap("From next week") == "Fun: $200 a week from Mon 23 Nov on, $150 until then."
        assert say.buttons == []
        assert fun_in(say) == "Fun: $12.50 of $150"
        assert fun_in(say, 1) == fun_in(say, 2) == "Fun: $0.00 of $200"
        assert fun_in(say, -1) == "Fun: $0.00 of $150"
    assert "Fun: $150, from Mon 23 Nov on $200\n" in say("/limits")
    assert say("/limits fun").startswith("Fun: $150 a week. Tap a new limit")
    assert say("/categories fun").startswith("Fun: $150 a week;")
    say.wait(days=1)
    assert "Fun: $200 · since Mon 23 Nov\n" in say("/limits")


def test_what_a_tap_in_the_list_sets_is_put_off_too(say: Say) -> None:
    say("/start")
    say("/limits")
    say.tap("Fun")
    assert say.tap("$200") == "Fun: $200 a week from now on."
    assert say.tap("From next week") == "Fun: $200 a week from Mon 23 Nov on, $150 until then."


@pytest.mark.parametrize("words", ["from next week", "next week", "Next WEEK"])
def test_words_say_from_when_on(say: Say, words: str) -> None:
    assert say(f"/limits fun 80 {words}") == "Fun: $80 a week from Mon 23 Nov on, $150 until then."
    assert say.buttons == []
    assert say(f"/limits other none {words}") == "Other has no limit from Mon 23 Nov on, $100 until then."
    assert "Other: $100, from Mon 23 Nov on no limit" in say("/limits")
    assert (fun_in(say), fun_in(say, 1)) == ("Fun: $0.00 of $150", "Fun: $0.00 of $80")


def test_no_limit_and_one_again_are_put_off(say: Say) -> None:
    say("/limits fun none")
    assert say.tap("From next week") == "Fun has no limit from Mon 23 Nov on, $150 until then."
    assert (fun_in(say), fun_in(say, 1)) == ("Fun: $0.00 of $150", "Fun: $0.00")
    say("/limits fun none")
    assert say("/limits fun 90") == "Fun: $90 a week from now on."
    assert say.tap("From next week") == "Fun: $90 a week from Mon 23 Nov on, no limit until then."
    assert (fun_in(say), fun_in(say, 1)) == ("Fun: $0.00", "Fun: $0.00 of $90")


def test_a_limit_that_holds_already_is_not_put_off(say: Say) -> None:
    say("/limits fun 80 next week")
    assert say("/limits fun 150") == "Fun: $150 a week from now on."
    assert say.buttons == []
    assert fun_in(say, 1) == "Fun: $0.00 of $150"


def test_of_two_limits_for_the_next_week_the_second_says_what_holds_until_then(say: Say) -> None:
    say("/limits fun 200 next week")
    assert say("/limits fun none next week") == "Fun has no limit from Mon 23 Nov on, $150 until then."
    assert say("/limits fun 90 from next week") == "Fun: $90 a week from Mon 23 Nov on, $150 until then."
    assert say("/limits").split("\n")[1] == "Fun: $150, from Mon 23 Nov on $90"


def test_a_limit_that_stays_what_it_is_names_no_day(say: Say) -> None:
    assert say("/limits fun 150 next week") == "Fun: $150 a week from now on."
    assert "\nFun: $150\n" in say("/limits")


def test_a_button_of_a_week_that_is_over_changes_nothing(say: Say) -> None:
    say("/limits fun 200")
    say.wait(days=7)
    assert say.tap("From next week").startswith("Fun: $200 a week. Tap a new limit")
    assert (fun_in(say), fun_in(say, -1)) == ("Fun: $0.00 of $200", "Fun: $0.00 of $200")


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        ("l:n:1:20000:15000:2026-11-23:EUR", "Fun: $150 a week."),
        ("l:n:1:999999999:15000:2026-11-23:USD", "That is more than $1,000,000"),
        ("l:n:99:1:1:2026-11-23:USD", "That is settled already."),
    ],
)
def test_a_forged_button_sets_no_limit(say: Say, data: str, answer: str) -> None:
    say("paid 1500")
    assert say.tap_data(data, "tap1").startswith(answer)
    assert fun_in(say) == fun_in(say, 1) == "Fun: $0.00 of $150"


def test_the_limits_say_since_when_they_hold_and_what_they_carry(say: Say) -> None:
    for text in ("fun 200", "fun carry", "other none", "unpredictable carry up", "predictable carry down"):
        say(f"/limits {text}")
    *said, also = say("/limits").split("\n")
    assert also.startswith(
        "Also /limits fun none, /limits fun 150 next week, and /limits fun carry: what is left or over"
    )
    assert said == [
        "Weekly limits",
        "Fun: $200 · since Mon 16 Nov · carries what is left and what is over",
        "Predictable Necessities: $100 · carries what is over",
        "Unpredictable Necessities: $50 · carries what is left",
        "Other: no limit · since Mon 16 Nov",
        "Tap one to change it, or write /limits fun 150",
    ]
    say.wait(days=7)
    assert "Fun: $400 ($200 + $200 carried) · since Mon 16 Nov · carries" in say("/limits")
    say("/limits fun 150")
    assert "Fun: $350 ($150 + $200 carried) · since Mon 23 Nov · carries" in say("/limits")
    say("/limits fun carry off")
    assert "Fun: $150 · since Mon 23 Nov\n" in say("/limits")


def test_a_category_is_removed_with_its_limit_and_restored_with_it(say: Say) -> None:
    say("12.50 fun tacos")
    say("/limits fun 200")
    assert say("/categories remove fun") == (
        "Fun is removed, and its $200 a week from this week on. What was spent there still counts in its weeks."
    )
    assert say.buttons == ["Restore"]
    shown = say.reply
    assert "$237.50 left this week\nThe last day\n\n$12.50 over · Fun (removed)\n" in say("/week")
    for _ in range(2):
        say.reply = shown
        assert say.tap("Restore").startswith("Fun: $200 a week; bar, coffee")
    assert fun_in(say) == "Fun: $12.50 of $200"
    say("/limits fun none")
    assert say("/categories remove fun") == "Fun is removed. What was spent there still counts in its weeks."
    assert say.tap("Restore").startswith("Fun: no limit a week;")
    assert fun_in(say) == "Fun: $12.50"


def test_what_a_removed_category_had_in_earlier_weeks_stays(say: Say) -> None:
    say("5 other")
    say.wait(days=7)
    before = say("/week last")
    say("/categories remove fun")
    shown = say.reply
    assert say("/week last") == before
    assert fun_in(say, -1) == "Fun: $0.00 of $150"
    say.wait(days=7)
    say.reply = shown
    assert say.tap("Restore").startswith("Fun: $150 a week;")
    assert fun_in(say) == "Fun: $0.00 of $150"
    assert "Fun" not in say.sums(weeks_back=1), "it was removed then"
    assert fun_in(say, -2) == "Fun: $0.00 of $150"


@pytest.mark.parametrize("again", ["Restore", "/categories add Fun 30"])
@pytest.mark.parametrize("limit", ["none", "0", "150"])
def test_a_category_that_is_taken_into_use_again_was_not_there_between(say: Say, limit: str, again: str) -> None:
    """No week that is over says anything else because of that: before, between and after."""
    say(f"/limits fun {limit}")
    say("/limits other carry")
    say.wait(days=7)
    before = say.sums(weeks_back=1)
    assert "Fun: $0.00" in before

    say("/categories remove fun")
    shown = say.reply
    assert say.sums(weeks_back=1) == before
    say.wait(days=7)
    between = say.sums(weeks_back=1)
    assert "Fun" not in between
    if again == "Restore":
        say.reply = shown
        say.tap(again)
    else:
        say(again)

    assert "Fun: $0.00" in say.sums()
    assert say.sums(weeks_back=1) == between
    assert sorted(say.sums(weeks_back=2).split("\n")) == sorted(before.split("\n"))
    say("5 fun 11/25")
    assert "Fun: $5.00 of $0" in say.sums(weeks_back=1), "what was spent is always there"


def test_a_category_whose_name_is_taken_is_not_restored(say: Say) -> None:
    say("paid 1500")
    say("/categories remove fun")
    shown = say.reply
    say("/categories rename predictable = Fun")
    say.reply = shown
    assert "already means a category" in say.tap("Restore")
    say("/categories rename Fun = Needs")
    for data in ("l:r:99:1:USD", "l:r:1:999999999:USD"):
        assert "Fun:" not in say.tap_data(data, data)
    assert say.tap_data("l:r:1:15000:EUR", "tap9").startswith("Fun: no limit a week;")


@pytest.mark.parametrize("words", ["from next week", "next week"])
def test_next_week_without_an_amount_offers_limits(say: Say, words: str) -> None:
    say("12.50 fun tacos")
    chosen, listed = say("/limits fun"), say("/limits")

    assert say(f"/limits fun {words}") == chosen
    assert say(f"/limits {words}") == listed
    assert say(f"/limits xx {words}").startswith("There is no category “xx”.")
    assert fun_in(say) == "Fun: $12.50 of $150"


@pytest.mark.parametrize(
    "words",
    ["/limits fun 9999999999", "/categories add Gym 9999999999", "/bill rent 9999999999 on the 1st", "/afford 9999999999",
     "9999999999 fun"],
)  # fmt: skip
def test_what_is_too_much_is_told_as_an_amount_whatever_it_is_of(say: Say, words: str) -> None:
    assert say(words) == "That is more than $1,000,000, the most that one amount may be."


@pytest.mark.parametrize(
    "said",
    ["set groceries to 150 a week", "raise groceries to 200", "at most 60 for groceries", "my grocery budget is 150"],
)
def test_a_keyword_shows_the_limit_that_it_is_part_of(say: Say, said: str) -> None:
    assert say(said).startswith("Predictable Necessities: $100 a week. Tap a new limit")
    assert "$150" in say.buttons
    assert say("/recent").startswith("Nothing is recorded")


def test_a_keyword_names_what_was_bought_first(say: Say) -> None:
    say("gas 40")
    assert say("change gas to 44").startswith("Shall I change this?\n$40.00 gas")
    assert say("groceries 80 a week").startswith("✓ $80.00 groceries")


@pytest.mark.parametrize(
    "said", ["set fun to 100 next week", "raise fun to 100 from next week", "fun limit 100 next week"]
)
def test_a_limit_of_next_week_is_set_in_words(say: Say, said: str) -> None:
    assert say(said) == "Fun: $100 a week from Mon 23 Nov on, $150 until then."
