"""Bills in the chat: the dialogues, through the whole bot."""

from datetime import date
from pathlib import Path

import pytest

from bot.buttons import MoveToTomorrow, ReopenBill, SkipBill, encode
from tests.chat import Say, chat
from tests.web.visitors import share, visitor


@pytest.fixture
def paid(say: Say) -> Say:
    say("12.50 fun tacos")
    say("paid 1500")
    return say


LEFT = "Left to spend: $587.50 after $900.00 of bills, $41.96 a day until the payday expected Sun 6 Dec"


def test_a_bill_is_made_and_counts_at_once(paid: Say) -> None:
    assert paid("/bill rent 900 on the 1st") == (
        f"✓ Bill: Rent · $900.00 · on the 1st, outside the weekly limits\nNext: Tue 1 Dec\n{LEFT}"
    )
    assert paid("/bills") == (
        "Bills until Sun 6 Dec: $900.00\nTue 1 Dec · Rent · $900.00\n"
        "The first one after that: Rent, $900.00, Fri 1 Jan 2027"
    )


def test_a_bill_is_changed_switched_off_and_restored(paid: Say) -> None:
    paid("/bill rent 900 on the 1st")

    assert "Rent · $950.00 · on the 1st" in paid("/bill rent 950")
    assert "Rent · about $85.00 · on the 3rd" in paid("/bill rent ~85 on the 3rd")
    assert "Each pay period bears its share of it." in paid("/bill rent ahead")
    assert paid("/bill rent off").startswith(
        "Rent is off. What was paid stays.\n$90.48 that was set aside for it is left"
    )
    assert paid("/bills") == "There are no bills. /bill rent 900 on the 1st makes one."
    assert "Rent · $950.00 · on the 1st, off" not in paid("/bills")
    assert "Rent · about $85.00 · on the 3rd, off" in paid("/bills all")
    assert paid.buttons == ["Restore Rent"]
    assert paid.tap("Restore Rent").startswith("✓ Bill: Rent · about $85.00 · on the 3rd")
    assert "Rent · about $85.00 · on the 3rd\n" in paid("/bills all") + "\n"


@pytest.mark.parametrize("text", ["gym", "GYM 40", "gym on the 3rd", "gym ahead", "gym off", "gym skip", "gym in fun"])
def test_a_bill_that_is_off_is_said_to_be_off(paid: Say, text: str) -> None:
    paid("/bill gum 30 on the 1st")
    paid("/bill gym 30 every friday")
    paid("/bill gym off")
    assert paid(f"/bill {text}") == "Gym is off. What was paid stays."
    assert paid.tap("Restore").startswith("✓ Bill: Gym · $30.00 · every Friday, ")
    assert paid("/bill pool 40") == "When is it due? Like on the 1st, every friday or once on 12/24."
    assert paid("/bill pool off") == "There is no bill “pool”. /bills shows them."


def test_a_new_bill_may_be_called_as_one_that_is_off(paid: Say) -> None:
    paid("/bill gym 30 every friday")
    paid("/bill gym off")
    assert paid("/bill gym 40 on the 1st").startswith("✓ Bill: Gym · $40.00 · on the 1st, ")
    assert "Gym · $45.00 · on the 1st" in paid("/bill gym 45")


@pytest.mark.parametrize(
    ("made", "changes", "due", "amount"),
    [
        ("rent 900 on the 1st", ["rent 500 on the 25th"], "Wed 25 Nov", "$500.00"),
        ("rent 900 on the 1st", ["rent 500", "rent on the 25th"], "Wed 25 Nov", "$500.00"),
        ("rent 900 on the 1st", ["rent on the 25th", "rent 500"], "Wed 25 Nov", "$500.00"),
        ("rent 900 on the 25th", ["rent 500 on the 1st"], "Tue 1 Dec", "$500.00"),
        ("gym 20 every friday", ["gym 40 every monday"], "Mon 23 Nov", "$40.00"),
    ],
)
def test_an_amount_holds_from_the_next_day_of_a_schedule_that_is_said_with_it(
    paid: Say, made: str, changes: list[str], due: str, amount: str
) -> None:
    paid(f"/bill {made}")
    for change in changes:
        said = paid(f"/bill {change}")

    name = made.split(" ", maxsplit=1)[0]
    assert f"· {amount} ·" in said
    assert f"\n{due} · {name.capitalize()} · {amount}\n" in paid("/bills")
    paid(f"{name} paid")
    assert f"Paid {amount}" in paid.buttons


def test_what_is_set_aside_is_a_line_of_its_own_and_ends(paid: Say) -> None:
    paid("/bill rent 900 on the 1st")
    paid("/bill insurance 1200 yearly on 3/14")
    aside = "Sun 14 Mar 2027 · Insurance · $148.67 set aside of $1,200.00"
    ahead = paid("/bill insurance ahead")
    assert f"Each pay period bears its share of it.\n{aside}\n/bill Insurance ahead off ends that.\n" in ahead
    assert paid("/bills") == (
        f"Bills until Sun 6 Dec: $1,048.67\nTue 1 Dec · Rent · $900.00\n{aside}\n"
        "The first one after that: Rent, $900.00, Fri 1 Jan 2027"
    )
    assert paid("/bill insurance ahead off").endswith(
        "\nIt counts whole when it is due: nothing is set aside for it before.\n"
        f"$148.67 that was set aside for it is left to spend again.\n{LEFT}"
    )
    assert LEFT in paid("/period")
    assert "aside" not in paid("/bills")


def test_what_was_set_aside_before_is_said_when_it_is_paid(say: Say) -> None:
    say("/bill water 60 on the 5th")
    say("/bill water ahead")
    say("paid 1500")
    assert "Sat 5 Dec · Water · $60.00 set aside of $60.00" in say("/bills")
    say.wait(days=14)
    assert "$1,440.00 were left of the last period." in say("paid 1500"), "without what is set aside"
    assert say("/bills").split("\n")[:3] == [
        "Bills until Sun 20 Dec: $27.09",
        "Sat 5 Dec · Water · $60.00, overdue, set aside before",
        "Tue 5 Jan 2027 · Water · $27.09 set aside of $60.00",
    ]
    say("water 60")
    assert say("/bills").split("\n")[:3] == [
        "Bills until Sun 20 Dec: $27.09",
        "Tue 5 Jan 2027 · Water · $27.09 set aside of $60.00",
        "Water is paid: $60.00 of it was set aside before",
    ]
    assert "\nSpent since: $60.00\nSet aside before: $60.00\nLeft to spend: $1,472.91 after $27.09 of bills" in say(
        "/period"
    )
    assert "$1,472.91 left" in say("/week")
    say.wait(days=62)
    assert say("/bills").split("\n")[1:3] == [
        "Fri 5 Feb · Water · $60.00 set aside of $60.00, overdue",
        "Fri 5 Mar · Water · $2.14 set aside of $60.00",
    ]


FREED = "Fine: $28.00 that was set aside before is free again"


@pytest.fixture
def aside(say: Say) -> Say:
    """A chat in its second pay period, whose first one has set $28.00 of a fine aside; so does the second."""
    say("paid 1500")
    say("/bill fine 66 once on 12/24")
    say("/bill fine ahead")
    say.wait(days=14)
    say("paid 1500")
    return say


@pytest.mark.parametrize("change", ["off", "ahead off"])
def test_what_was_set_aside_for_a_bill_comes_back_when_that_ends(aside: Say, change: str) -> None:
    assert "\nLeft to spend: $1,472.00 after $28.00 of bills" in aside("/period")

    said = aside(f"/bill fine {change}")

    left = "Left to spend: $1,528.00, $109.14 a day until the payday expected Sun 20 Dec"
    assert said.endswith(f"\n$56.00 that was set aside for it is left to spend again.\n{left}")
    assert FREED in aside("/bills")
    assert left in aside("/period")
    assert "$1,472.00 were left" not in aside("paid 1")  # the first period keeps what it set aside
    aside.wait(days=14)
    assert "$1,529.00 were left of the last period." in aside("paid 1500")
    assert FREED not in aside("/bills")
    assert "Left to spend: $1,500.00" in aside("/period") or change == "ahead off"


def test_a_bill_that_is_restored_in_the_same_pay_period_is_as_it_was(aside: Say) -> None:
    before = aside("/bills"), aside("/period")
    aside("/bill fine off")
    aside.tap("Restore")
    assert (aside("/bills"), aside("/period")) == before
    aside("/bill fine off")
    aside("/bill fine off")
    aside.wait(days=14)
    aside("paid 1500")
    assert "There are no bills." in aside("/bills")
    aside("/bills all")
    aside.tap("Restore Fine")
    assert "Thu 24 Dec · Fine · $66.00 set aside of $66.00" in aside("/bills"), "from today on"


def test_another_amount_of_a_bill_frees_or_makes_up_what_was_set_aside(aside: Say) -> None:
    said = aside("/bill fine 33")
    assert "$28.00 that was set aside for it is left to spend again.\n" in said
    assert "Fine: $14.00 that was set aside before is free again" in aside("/bills")
    assert "Left to spend: $1,500.00 after $14.00 of bills" in aside("/period")
    aside("/bill fine 132")
    assert "Thu 24 Dec · Fine · $84.00 set aside of $132.00" in aside("/bills"), "112 - 28"
    assert "Left to spend: $1,416.00 after $84.00 of bills" in aside("/period")
    aside("/bill fine 66")
    assert "Left to spend: $1,472.00 after $28.00 of bills" in aside("/period")


def test_what_was_set_aside_for_a_bill_that_is_skipped_comes_back(aside: Say) -> None:
    skip = encode(SkipBill(1, date(2026, 12, 24)))
    assert aside.tap_data(skip, "tap1") == (
        "Fine of Thu 24 Dec is skipped.\n$56.00 that was set aside for it is left to spend again."
    )
    aside.tap_data(skip, "tap2")
    assert "Left to spend: $1,528.00" in aside("/period")
    assert FREED in aside("/bills")
    aside.tap_data(encode(ReopenBill(1, date(2026, 12, 24), date(2026, 12, 24))), "tap3")
    assert "Left to spend: $1,472.00 after $28.00 of bills" in aside("/period")


def test_each_day_of_a_bill_that_is_borne_ahead_is_named(paid: Say) -> None:
    paid("/bill gym 20 every friday from 4 dec")
    paid("/bill gym ahead")

    # Eight days of Fri 4 Dec, two of Fri 11 Dec.
    assert paid("/bills").split("\n")[:3] == [
        "Bills until Sun 6 Dec: $22.85",
        "Fri 4 Dec · Gym · $20.00 set aside of $20.00",
        "Fri 11 Dec · Gym · $2.85 set aside of $20.00",
    ]


def test_of_a_bill_that_costs_less_than_was_set_aside_the_rest_is_free_again(say: Say) -> None:
    say("/bill water ~60 on the 5th")
    say("/bill water ahead")
    say("paid 1500")
    say.wait(days=14)
    say("paid 1500")
    say("water 45")
    assert say("/bills").split("\n")[2:4] == [
        "Water is paid: $45.00 of it was set aside before",
        "Water: $15.00 that was set aside before is free again",
    ]
    assert "Left to spend: $1,487.91 after $27.09 of bills" in say("/period")


def test_a_bill_that_is_moved_behind_a_payday_was_set_aside_before(say: Say) -> None:
    say("/bill water 60 on the 5th")
    say("/bill water ahead")
    say("paid 1500")
    say.wait(days=13)
    say.tap_data(encode(MoveToTomorrow(1, date(2026, 12, 5))), "tap1")
    say.wait(days=1)
    say("paid 1500")
    assert "\nSun 6 Dec · Water · $60.00, set aside before\n" in say("/bills")


def test_a_bill_that_is_paid_before_its_day_gives_back_what_was_set_aside_and_no_more(say: Say) -> None:
    say("paid 1500")
    say("/bill fine 66 once on 12/24")
    say("/bill fine ahead")
    assert "Left to spend: $1,472.00 after $28.00 of bills" in say("/period")
    say.wait(days=14)
    assert "$1,472.00 were left of the last period." in say("paid 1500")
    assert "Left to spend: $1,472.00 after $28.00 of bills" in say("/period")
    say.wait(days=9)
    say("fine 66")
    assert "Left to spend: $1,462.00, $292.40 a day" in say("/period"), "1500 - 66 + 28"
    say.wait(days=5)
    assert "$1,462.00 were left of the last period." in say("paid 1500")
    assert "Left to spend: $1,500.00, $107.14 a day" in say("/period"), "nothing is set aside for what is paid"


def test_a_bill_that_is_paid_before_anything_is_set_aside_gives_nothing_back(say: Say) -> None:
    say("paid 1500")
    say("/bill fine 66 once on 12/7")
    say("/bill fine ahead")
    say("fine 66")
    assert "Left to spend: $1,434.00, $102.42 a day" in say("/period")
    say.wait(days=14)
    assert "$1,434.00 were left of the last period." in say("paid 1500")
    assert "Left to spend: $1,500.00" in say("/period")


def test_nothing_is_set_aside_before_the_first_paycheck(say: Say) -> None:
    say("/bill fine 66 once on 12/24")
    say("/bill fine ahead")
    say.wait(days=9)
    say("paid 1500")
    assert "Thu 24 Dec · Fine · $38.50 set aside of $66.00" in say("/bills"), "14 of 24 days"
    say.wait(days=14)
    say("paid 1500")
    say("fine 66")
    assert "Left to spend: $1,472.50, $105.17 a day" in say("/period"), "1500 - 66 + 38.50"


def test_what_was_set_aside_for_a_bill_that_is_let_go_comes_back(say: Say) -> None:
    say("/bill water 60 once on 12/5")
    say("/bill water ahead")
    say("paid 1500")
    say.wait(days=14)
    say("paid 1500")
    say.wait(days=29)
    assert "Left to spend: $1,500.00" in say("/period")
    say.wait(days=1)
    assert "Left to spend: $1,560.00" in say("/period")
    assert "Water: $60.00 that was set aside before is free again" in say("/bills")


def test_what_was_set_aside_covers_more_than_came_in(say: Say) -> None:
    say("paid 1500")
    say("/bill ins 300 on the 1st")
    say("/bill ins ahead")
    say.wait(days=14)
    say("paid 1500")
    say.tap("Carry it over")
    assert "Left to spend: $2,525.81" in say("ins 300")
    say("2461.31 other all")  # $100.01 more than came in

    left = "\nLeft to spend: $64.50 after $135.49 of bills, $4.60 a day until the payday expected Sun 20 Dec"
    assert say("/period").endswith(left)
    assert "\n$64.50 left after $135.49 of bills\n14 days to payday, Sun 20 Dec · $4.60 a day" in say("/week")
    assert say("/card").startswith("Left $64.50 · $4.60 a day to 20 Dec\n")
    assert say("/afford 10").startswith("Yes. $54.50 would be left")
    say("64.51 other more")
    nothing = "Left to spend: nothing; the bills until Sun 20 Dec take $0.01 more than there is."
    assert say("/period").endswith(nothing)
    assert nothing in say("/week")
    assert say("/card").startswith("Nothing left · bills take $0.01 more\n")


def test_more_is_spent_than_came_in_and_bills_are_due_besides(paid: Say) -> None:
    """The chat, the card and `/afford` say one number, which the page and the JSON have."""
    paid("/bill rent 900 on the 1st")
    paid("1487.50 fun tv")
    paid("1 fun gum")

    nothing = "Left to spend: nothing; the bills until Sun 6 Dec take $901.00 more than there is."
    assert paid("/period").endswith(nothing)
    assert nothing in paid("/week")
    assert paid("/card").startswith("Nothing left · bills take $901.00 more\n")
    assert paid("/afford 1").startswith("No: that is $902.00 more than the bills leave")
    assert visitor(paid).get(share(paid)).json()["pay_period"]["remaining_after_bills"] == "-901.00"

    paid("rent 900")
    nothing = "Left to spend: nothing, $901.00 more is spent than came in"
    assert paid("/period").endswith(nothing)
    assert paid("/card").startswith("Nothing left · $901.00 over\n")


def test_a_bill_of_a_category_says_so(paid: Say) -> None:
    assert paid("/bill gym 30 in fun every friday").startswith("✓ Bill: Gym · $30.00 · every Friday, in Fun\n")


def test_a_bill_of_a_category_is_put_outside_and_back(paid: Say) -> None:
    paid("/bill gym 30 in fun on the 1st")
    outside, inside = "outside the weekly limits", "in Fun"
    for _ in range(2):
        assert paid.tap("Outside the weekly limits").startswith(f"✓ Bill: Gym · $30.00 · on the 1st, {outside}\n")
        assert paid.buttons == ["In Fun"]
        assert paid.tap("In Fun").startswith(f"✓ Bill: Gym · $30.00 · on the 1st, {inside}\n")
    for text, stands in (
        ("gym outside", outside),
        ("gym in fun", inside),
        ("gym 30 outside", outside),
        ("gym 30 in fun", inside),
        ("gym outside the weekly limits", outside),
    ):
        assert f", {stands}\n" in paid(f"/bill {text}"), text
    assert paid("gym 30").startswith("✓ Bill $30.00 gym\n")
    assert "Fun: $12.50" in paid.sums()
    for text in ("spa outside", "spa in fun"):
        assert paid(f"/bill {text}").startswith("There is no bill “spa”.")
    assert paid("/bill spa on the 1st").startswith("There is no bill “spa”.")
    assert paid("/bill spa 24 off").startswith("There is no bill “spa 24”.")
    assert paid("/bill spa 30 whatever on the 1st").startswith("Write a name, an amount and when it is due:")
    paid("/bill in fun")
    assert "Fun: $12.50" in paid.sums()
    paid("/settings language german")
    assert ", in Spaß\n" in paid("/bill gym in spaß")
    assert ", außerhalb der Wochenlimits\n" in paid("/bill gym außerhalb der limits")


def test_a_button_of_a_bill_or_a_category_that_is_off_changes_nothing(paid: Say) -> None:
    paid("/bill gym 30 in fun on the 1st")
    outside = paid.data_of("Outside the weekly limits")
    paid.tap("Outside the weekly limits")
    inside = paid.data_of("In Fun")
    paid("/categories remove fun")
    assert "settled" in paid.tap_data(inside, "inside")
    paid("/bill gym off")
    assert "settled" in paid.tap_data(outside, "outside")


def test_where_the_first_day_is_open_it_is_asked_for(paid: Say) -> None:
    first = paid("/bill cleaner 40 every 2 weeks")
    asked = paid.reply
    assert first.endswith("\nFrom which day on?")
    assert len(paid.buttons) == 2

    for label in reversed(paid.buttons):
        day = label.removeprefix("From ")
        paid.reply = asked
        chosen = paid.tap(label)
        assert f"Next: {day}" in chosen
        assert f"every 2 weeks from {day}" in chosen
        assert "From which day on?" not in chosen
        assert paid.buttons == []
    assert paid("/bills all").count("Cleaner") == 1


def test_a_forged_button_names_no_bill(paid: Say) -> None:
    paid("/bill rent 900 on the 1st")

    for data in ("b:r:99", "b:f:99:2026-12-04", "b:f:1:2026-12-04"):
        assert "Rent" not in paid.tap_data(data, data)
    assert "Rent · $900.00 · on the 1st" in paid("/bills all")


def test_all_bills_say_in_which_category_one_counts(paid: Say) -> None:
    paid("/bill rent 900 on the 1st")
    paid("/bill gym 30 fridays in fun")
    paid("/bill hulu 8 monthly in fun")
    paid("/bill hulu off")
    assert paid("/bills all").split("\n")[1:] == [
        "Rent · $900.00 · on the 1st",
        "Gym · $30.00 · every Friday · Fun",
        "Hulu · $8.00 · on the 22nd, off · Fun",
    ]
    paid("/categories remove fun")
    assert "Gym · $30.00 · every Friday\n" in paid("/bills all")


def test_of_very_many_occurrences_the_first_are_listed(say: Say) -> None:
    say("paid 1500")
    say("/payday 2027-02-28")
    say("/bill milk 2 every 1 days")
    say("/bill rent 900 on the 1st")

    said = say("/bills").split("\n")

    assert said[0] == "Bills until Sun 28 Feb 2027: $2,896.00", "98 days, three months"
    assert said[101] == "and 1 more bill"
    assert (len([line for line in said if " · " in line]), len(said)) == (100, 103)


def test_a_hundred_occurrences_are_listed(say: Say) -> None:
    say("paid 1500")
    say("/payday 2027-03-02")
    say("/bill milk 2 every 1 days")

    said = say("/bills").split("\n")

    assert (len([line for line in said if line.endswith(" · Milk · $2.00")]), len(said)) == (100, 102)


def test_bills_without_a_paycheck_or_a_bill_or_a_budget(say: Say) -> None:
    assert say("/bills") == say("/bills all") == "There are no bills. /bill rent 900 on the 1st makes one."
    assert "rent 900 on the 1st" in say("/bill")
    assert say("/bill rent 900 on the 1st").endswith("Next: Tue 1 Dec")
    say("/bill gym ~30 fridays in fun")
    say("/bill party 50 once on 11/24")
    assert say("/bills") == (
        "Bills\nTue 24 Nov · Party · $50.00\nFri 27 Nov · Gym · about $30.00\nTue 1 Dec · Rent · $900.00\n"
        "No paycheck yet. paid 1500 starts a pay period, and shows what is left of it."
    )
    for name in ("gym", "party"):
        say(f"/bill {name} off")
    assert say("/bill rent off").startswith("Rent is off.")
    assert say("/bills") == "There are no bills. /bill rent 900 on the 1st makes one."
    assert "no bill “zzz”" in say("/bill zzz off")


@pytest.mark.parametrize("name", ["rent2", "netflix 4k", "o2", "<b>gym</b>", "*gym*", '"gym"'])
def test_a_name_that_could_not_be_told_from_an_amount_is_refused_with_the_reason(say: Say, name: str) -> None:
    said = f"“{name}” can't name a bill: a name begins with a letter, and has no number in it that could be the amount."
    assert say(f"/bill {name} 10 on the 1st") == said
    assert say("/bills") == "There are no bills. /bill rent 900 on the 1st makes one."


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("route 66 120", "Route 66", "$120.00"),
        ("visa 1 250", "Visa 1", "$250.00"),
        ("rent apt 4 900", "Rent apt 4", "$900.00"),
        ("channel 4 ~12", "Channel 4", "about $12.00"),
        ("unit 4 rent 1,250", "Unit 4 rent", "$1,250.00"),
    ],
)
def test_a_name_keeps_its_number(say: Say, text: str, name: str, amount: str) -> None:
    assert say(f"/bill {text} on the 1st").startswith(f"✓ Bill: {name} · {amount} · on the 1st, ")
    assert f"{name} is off." in say(f"/bill {name} off")
    assert f"✓ {amount.removeprefix('about ')} {name.lower()}" in say(f"{text.replace('~', '')} on the 1st")
    assert "Make it a bill…" in say.buttons


@pytest.mark.parametrize("text", ["studio 2 900", "car 2 300", "rent 1 250", "rent about 1 250"])
def test_of_two_numbers_that_may_be_the_amount_none_is_taken(say: Say, text: str) -> None:
    words = text.removeprefix("rent about ").removeprefix("studio ").removeprefix("car ").removeprefix("rent ")
    said = f"“{words}” can be read in two ways. Write it plainly, like 1250 or 1.25."
    assert say(f"/bill {text} on the 1st") == said
    say("/bill rent 900 on the 1st")
    assert say(f"/bill {text}") == said
    assert say("/bills all") == "Bills\nRent · $900.00 · on the 1st"


def test_where_spaces_group_a_number_is_one(tmp_path: Path) -> None:
    with chat(tmp_path, LOCALE="pl_PL", CURRENCY="PLN") as say:
        assert say("/bill rent 1 250 on the 1st").startswith("✓ Bill: Rent · 1 250,00 zł · on the 1st, ")


def test_markup_in_a_name_is_shown_as_it_is_written(paid: Say) -> None:
    assert paid("/bill at&t <b> 10 on the 1st").startswith("✓ Bill: At&t <b> · $10.00 · on the 1st")
    assert "/bill At&t <b> ahead off ends that." in paid("/bill at&t <b> ahead")
    assert paid("at&t <b> 10").startswith("✓ Bill $10.00 at&t <b>\n")
    paid.tap("Undo")
    assert "At&t <b> · $10.00" in paid("/bills all")
    assert paid("/bill at&t <b> skip").startswith("At&t <b> of Tue 1 Dec is skipped.\n")
    assert paid("/bill at&t <b> off").startswith("At&t <b> is off. What was paid stays.")


def test_a_bill_without_an_amount_or_a_day_is_answered_as_a_bill(say: Say) -> None:
    usage = say("/bill")
    for text in ("rent", "rent tomorrow", "rent nine hundred"):
        assert say(f"/bill {text}") == usage
    assert say("/bill gym 30 friday").startswith("When is it due? Like on the 1st")
    say("/bill rent 900 on the 1st")
    assert say("/bill Rent") == "Rent, $900.00, is due Tue 1 Dec."
    assert say("/bill rent tomorrow").startswith("When is it due? Like on the 1st")
    say("/bill party 50 once on 11/24")
    say.wait(days=60)
    assert "Party · $50.00" in say("/bill party")


@pytest.mark.parametrize(
    ("day", "when", "following"),
    [
        (28, "on the 28th before weekends", "Mon 28 Dec"),
        (28, "every saturday before weekends", "Fri 4 Dec"),
        (29, "on the 28th after weekends", "Mon 30 Nov"),
        (30, "every sunday after weekends", "Mon 30 Nov"),
    ],
)
def test_a_bill_that_a_weekend_moves_begins_with_what_is_due_from_today_on(
    say: Say, day: int, when: str, following: str
) -> None:
    say.wait(days=day - 22)
    assert say(f"/bill gym 30 {when}").endswith(f"\nNext: {following}")
    say("/bill gum 30 on the 1st")
    assert say(f"/bill gum {when}").endswith(f"\nNext: {following}")


def test_what_is_late_is_said_so(paid: Say) -> None:
    paid("/bill water ~60 on the 24th")
    paid.wait(days=4)
    assert "Tue 24 Nov · Water · about $60.00, overdue" in paid("/bills")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("on the 1st and 15th", "on the 1st and 15th"),
        ("on the 2nd, 3rd and 22nd", "on the 2nd, 3rd and 22nd"),
        ("on the last", "on the last day"),
        ("monthly 31 before weekends", "on the last day, before weekends"),
        ("on the 5th after weekends", "on the 5th, after weekends"),
        ("every 2 weeks from 4 dec", "every 2 weeks from Fri 4 Dec"),
        ("every 10 days from 4 dec", "every 10 days from Fri 4 Dec"),
        ("every 3 months from 31 jan", "every 3 months from Sun 31 Jan 2027"),
        ("yearly on 3/14", "every year from Sun 14 Mar 2027"),
        ("once on 12/24", "once on Thu 24 Dec"),
        ("daily from 4 dec", "every day from Fri 4 Dec"),
    ],
)
def test_when_a_bill_is_due_is_said_back(say: Say, when: str, said: str) -> None:
    assert f" · {said}, outside" in say(f"/bill thing 5 {when}")


# --- paying ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def rent(paid: Say) -> Say:
    paid.wait(days=8)
    paid("/bill rent 900 on the 1st")
    return paid


def test_an_expense_of_its_name_and_amount_pays_it(rent: Say) -> None:
    receipt = rent("rent 900")

    assert receipt.startswith("✓ Bill $900.00 rent\nLeft to spend: $587.50, ")
    assert "The first" not in rent("rent 900"), "a second one is an expense"
    rent("/undo")
    rent("/undo")
    assert "Tue 1 Dec · Rent · $900.00" in rent("/bills")


@pytest.mark.parametrize(
    ("language", "name", "texts"),
    [
        ("english", "water", ["water 45 paid", "water bill 45", "paid water 45", "water 45 bill paid"]),
        ("german", "Strom", ["Strom 45 bezahlt", "Strom Rechnung 45", "Rechnung Strom 45"]),
        ("french", "eau", ["facture eau 45", "eau 45 payé"]),
        ("portuguese", "luz", ["conta de luz 45"]),
        ("turkish", "su", ["su faturası 45"]),
        ("polish", "prąd", ["rachunek za prąd 45"]),
        ("russian", "вода", ["вода 45 оплачено"]),
        ("indonesian", "air", ["tagihan air 45"]),
        ("arabic", "ماء", ["فاتورة ماء 45"]),
        ("japanese", "水道", ["水道 45 支払い"]),
    ],
)
def test_a_word_of_paying_beside_its_name_pays_it(say: Say, language: str, name: str, texts: list[str]) -> None:
    say(f"/settings language {language}")
    say(f"/bill {name} 45 once on 11/24")
    held = name[1:]  # it is shown with a capital letter
    for text in texts:
        assert held in say("/bills"), text
        say(text)
        assert held not in say("/bills"), text
        say("/undo")


def test_a_category_takes_no_name_of_a_bill(paid: Say) -> None:
    paid("/categories add Video 30")
    paid("/categories remove video")
    for bill in ("netflix 15.49 on the 30th", "video 9 on the 3rd"):
        paid(f"/bill {bill}")

    taken = "There is a bill “Netflix” already. /bills shows it."
    for command in ("add Netflix 30", "rename fun = Netflix"):
        assert paid(f"/categories {command}").startswith(taken)
    assert paid("/categories add Video 30").startswith("There is a bill “Video” already.")
    paid("3 gum #hobby")
    assert "#hobby as a category" in paid.buttons
    paid("3 gum #netflix")
    assert "#netflix as a category" not in paid.buttons
    assert paid("netflix 15.49").startswith("✓ Bill $15.49 netflix")

    paid("/bill netflix off")
    assert paid("/categories add Netflix 30").startswith("Netflix: $30 a week")


@pytest.mark.parametrize(
    ("name", "into", "bill", "category"),
    [("rent", "", "Bill ", "Predictable"), ("zoo", "", "Bill ", "Other"), ("gym", " in fun", "", "Fun")],
)
def test_what_is_restored_pays_no_bill_that_was_paid_meanwhile(
    paid: Say, name: str, into: str, bill: str, category: str
) -> None:
    paid(f"/bill {name} 900 on the 1st{into}")
    paid(f"{name} 900")
    paid.tap("Undo")
    restore = paid.data_of("Restore")
    assert paid(f"{name} 900").startswith(f"✓ {bill}$900.00 {name}\n")
    undo = paid.data_of("Undo")

    again = paid.tap_data(restore, "restore")
    assert again.startswith(f"✓ $900.00 {name}\n")
    assert f"· {category}" in again
    assert paid.tap_data(restore, "restore") == again  # a repeat
    assert paid.sums().endswith(f"Total: ${'1,812.50' if into else '912.50'}")
    assert f"{name.capitalize()} was paid Sun 22 Nov: $900.00." in paid.tap_data(undo, "undo")
    assert f"Tue 1 Dec · {name.capitalize()} · $900.00" not in paid("/bills"), "what was restored pays it now"
    assert paid.sums().endswith(f"Total: ${'912.50' if into else '12.50'}")


def test_a_payment_with_no_day_of_its_bill_near_is_restored_as_it_was(rent: Say) -> None:
    rent("rent 900")
    rent.tap("Undo")
    restore = rent.data_of("Restore")
    rent("rent 900")
    rent("/bill rent on the 20th")

    assert rent.tap_data(restore, "restore").startswith("✓ Bill $900.00 rent\n")


def test_what_is_restored_pays_the_bill_that_is_open(rent: Say) -> None:
    rent("rent 900")
    rent.tap("Undo")
    first = rent.data_of("Restore")
    rent("rent 900")
    rent.tap("Undo")
    second = rent.data_of("Restore")

    for tap, restore in (("first", first), ("second", second)):
        said = rent.tap_data(restore, tap)
        assert said.startswith("✓ Bill $900.00 rent\n" if tap == "first" else "✓ $900.00 rent\n")
    assert "Nothing is due until then." in rent("/bills")


def test_an_entry_that_was_there_before_its_bill_pays_it(paid: Say) -> None:
    paid.wait(days=8)
    paid("rent 900")
    for _ in range(2):
        made = paid("/bill rent 900 on the 1st", number=20)
        assert made.startswith("✓ Bill: Rent · $900.00 · on the 1st, outside the weekly limits\n")
        assert "\nNext: Fri 1 Jan 2027\nLeft to spend: $587.50, " in made
    assert paid("/recent").count("900.00") == 1
    paid("/undo")
    assert "Tue 1 Dec · Rent · $900.00" in paid("/bills")


def test_a_bill_says_which_entry_pays_it(paid: Say) -> None:
    paid("rent 900 on the 1st")
    paid("gas 88\npower 92")
    assert "\n✓ Bill $92.00 power\n" in paid("/bill power ~85 on the 25th")


@pytest.mark.parametrize(
    ("bill", "counts", "with_bill"),
    [
        ("rent 900 on the 1st", "outside the weekly limits", "Bill $900.00 rent"),
        ("rent 900 in fun on the 1st", "in Fun", "$900.00 rent · Fun"),
    ],
)
def test_a_bill_that_is_made_changes_no_week_that_is_over(paid: Say, bill: str, counts: str, with_bill: str) -> None:
    paid("rent 900 on the 1st")
    week = paid.sums(weeks_back=3)
    assert "Predictable Necessities: $900.00" in week

    assert paid(f"/bill {bill}").startswith(
        f"✓ Bill: Rent · $900.00 · on the 1st, {counts}\n✓ $900.00 rent · Predictable Necessities · Sun 1 Nov\n"
        "It pays this bill, and counts where it did: its week is over.\nNext: Tue 1 Dec\n"
    )
    assert paid.sums(weeks_back=3) == week

    shown, data = paid.reply, paid.data_of("Count it with the bill")
    for _ in range(2):
        paid.reply = shown
        assert f"\n✓ {with_bill} · Sun 1 Nov\nNext: Tue 1 Dec\n" in paid.tap("Count it with the bill")
    assert "Count it with the bill" not in paid.buttons
    for _ in range(2):  # the same tap, repeated
        assert f"\n✓ {with_bill} · Sun 1 Nov\n" in paid.tap_data(data, "again")
    assert "Predictable Necessities: $0.00" in paid.sums(weeks_back=3)
    assert paid("/history").count(" → ") == 1
    paid("/undo")
    paid.reply = shown
    assert paid.tap("Count it with the bill") == "That is settled already. “Change…” under a receipt changes an entry."


def test_a_payment_of_a_week_that_is_over_stays_there_when_it_is_corrected(paid: Say) -> None:
    paid("rent 900 on the 1st")
    paid("/bill rent 900 on the 1st")

    assert "$910.00 rent · Sun 1 Nov" in paid.reply_to("910", 3)
    paid.edit("rent 920 on the 1st", 3)
    assert "Predictable Necessities: $920.00" in paid.sums(weeks_back=3)
    paid("/bill rent off")
    paid("/bills all")
    assert "Next: Tue 1 Dec" in paid.tap("Restore Rent")


@pytest.mark.parametrize(
    ("before", "bill", "following"),
    [
        ("rent 850", "rent 900 on the 1st", "Tue 1 Dec"),  # another amount
        ("rent 900 on 11/10", "rent 900 on the 1st", "Tue 1 Dec"),  # too far from the first of December
        ("+900 rent", "rent 900 on the 1st", "Tue 1 Dec"),
        ("gym 30 on 11/19", "gym 30 every friday", "Fri 27 Nov"),  # it was of the week before
        ("power 20", "power ~85 on the 25th", "Wed 25 Nov"),
    ],
)
def test_an_earlier_entry_of_something_else_pays_nothing(paid: Say, before: str, bill: str, following: str) -> None:
    paid(before)
    assert f"\nNext: {following}\n" in paid(f"/bill {bill}")


def test_a_bill_that_was_paid_is_paid_by_no_earlier_entry(rent: Say) -> None:
    rent("rent 900")
    rent("rent 900")
    assert "\nNext: Fri 1 Jan 2027\n" in rent("/bill rent 900 on the 1st")
    rent.wait(days=15)
    assert "\nNext: Fri 1 Jan 2027\n" in rent("/bill rent 900 on the 1st")


def test_another_amount_is_recorded_with_a_button(rent: Say) -> None:
    receipt = rent("rent 100")

    assert receipt.startswith("✓ $100.00 rent\n")
    assert "It was Rent" in rent.buttons
    assert rent.tap("It was Rent").startswith("✓ Bill $100.00 rent\n")
    assert "It was Rent" not in rent.buttons
    assert "Tue 1 Dec" not in rent("/bills")


def test_paid_rent_is_one_question(rent: Say) -> None:
    for text in ("paid rent", "rent paid"):
        assert rent(text) == "Rent, $900.00, is due Tue 1 Dec."
        assert rent.buttons == ["Paid $900.00", "No"]
    yes = next(button.data for row in rent.reply.buttons for button in row) if rent.reply is not None else ""

    assert rent.tap("No") == "Fine, nothing is recorded."
    assert rent.tap_data(yes, "one").startswith("✓ Bill $900.00 Rent\n")
    assert rent.tap_data(yes, "two").startswith("✓ Bill $900.00 Rent\n")
    assert rent("/recent").count("Rent") == 1
    assert "Fri 1 Jan" in rent("paid rent"), "the next one"


def test_its_name_alone_says_when_it_is_due(rent: Say) -> None:
    assert rent("rent").endswith("Rent, $900.00, is due Tue 1 Dec.")
    assert rent.buttons == []
    rent.wait(days=1)
    assert rent("rent").endswith("Rent, $900.00, is due today.")
    assert rent("paid rent") == "Rent, $900.00, is due today."
    rent.wait(days=2)
    assert rent("rent").endswith("Rent, $900.00, was due Tue 1 Dec.")
    rent("/bill spa ~15 on the 3rd")
    assert rent("spa") == "Spa, about $15.00, is due today."
    rent("/bill netflix 15 on the 20th")
    assert rent("netflix") == "Netflix, $15.00, is due Sun 20 Dec."
    assert "due" not in rent("hello")
    rent.group = True
    assert "due" not in rent("netflix")
    assert rent("paid netflix") == "Netflix, $15.00, is due Sun 20 Dec."


def test_a_bill_that_is_past_for_ever_is_not_asked_about(rent: Say) -> None:
    rent("/bill deposit 50 once on 12/2")
    rent.wait(days=60)
    assert "due" not in rent("paid deposit")


def test_an_edit_to_what_is_no_bill_opens_the_occurrence_again(paid: Say) -> None:
    paid("/bill rent 900 on the 1st")
    assert "Bill $900.00" in paid("rent 900")
    assert "Tue 1 Dec" not in paid("/bills")

    paid.edit("900 other sofa", 4)

    assert "Tue 1 Dec · Rent · $900.00" in paid("/bills")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "whats due this week"),
        ("pl", "co muszę zapłacić w tym tygodniu?"),
        ("ru", "что надо оплатить на этой неделе?"),
        ("en", "what is due friday?"),
        ("en", "what bills do i have left this month"),
        ("en", "how much are my bills"),
        ("en", "show me my bills for december"),
        ("de", "welche Rechnungen habe ich noch diesen Monat"),
        ("es", "qué facturas me quedan este mes"),
    ],
)
def test_a_question_about_bills_in_general_shows_them(say: Say, language: str, text: str) -> None:
    say("/bill rent 900 on the 1st")
    say(f"/settings language {language}")
    assert "rent" in say(text).lower()
    assert "900" in say(text)


@pytest.mark.parametrize("text", ["what is left this month", "how much did i spend on rent", "bill me later"])
def test_other_questions_show_no_bills(say: Say, text: str) -> None:
    say("/bill gym 30 every friday")
    assert "Gym" not in say(text)


def test_what_was_spent_on_bills_is_told(say: Say) -> None:
    say("/bill rent 900 on the 1st")
    say("rent paid 950 yesterday")
    say("12.50 fun tacos")
    assert say("how much did i spend on bills this month") == "$950.00 spent · bills, November 2026"


def test_a_bill_is_changed_in_words(say: Say) -> None:
    say("/bill rent 900 on the 1st")
    assert "Rent · $960.00 · on the 1st" in say("change the rent to 960")
    assert "Rent · $950.00 · on the 1st" in say("rent is 950 now")
    assert "Rent · $950.00 · on the 3rd" in say("move rent to the 3rd")
    assert say("rent is 950").startswith("Did you spend")


def test_an_entry_of_a_bills_name_is_corrected_before_the_bill(say: Say) -> None:
    say("/bill rent 900 on the 1st")
    say("rent 300")
    assert say("change rent to 310").startswith("Shall I change this?\n$300.00 rent")
    say("no")
    assert "Rent, $900.00" in say("when is rent due?")


def test_a_bills_days_are_changed_without_a_number(say: Say) -> None:
    say("/bill gym 30 fridays")
    assert "Gym · $30.00 · every Monday" in say("gym is on mondays now")
    assert "Gym · $30.00 · every Friday" in say("move the gym to fridays")


def test_what_bills_do_not_take_is_refused(paid: Say) -> None:
    assert paid("/bills foo").startswith("I don't know what “foo” means behind /bills, so I did nothing.")
    assert paid("/bills all") == "There are no bills. /bill rent 900 on the 1st makes one."
