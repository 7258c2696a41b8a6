"""What is offered because of what was recorded, once: bills, paydays by a rule, what was left, and better estimates."""

from datetime import datetime

import pytest

from tests.chat import Say, breaking
from words.markup import plain

SETTLED = "That is settled already. “Change…” under a receipt changes an entry."


DUE = "That says when something is due, not that it was paid, so nothing is recorded."


def on(say: Say, day: str) -> None:
    say.wait(days=(datetime.fromisoformat(f"{day}T10:00:00+00:00") - say.now).days)


def sent_before(say: Say) -> str:
    """What a tap has sent as a message of its own."""
    assert say.answer.before is not None
    return breaking(plain(say.answer.before.text))


def test_an_entry_that_comes_again_becomes_a_bill(say: Say) -> None:
    say("netflix 15.49 monthly")
    assert "Make it a bill…" in say.buttons
    asked = say.tap("Make it a bill…")
    assert asked == "Netflix, $15.49, on the 22nd. Where do its payments count?"
    assert say.buttons == ["Outside the weekly limits", "In Fun", "‹ Back"]
    receipt = say.tap("In Fun")

    assert sent_before(say) == "✓ Bill: Netflix · $15.49 · on the 22nd, in Fun\nNext: Tue 22 Dec"  # this one is paid
    assert "$15.49" in receipt
    assert "Make it a bill…" not in say.buttons
    say("netflix 15.49")
    assert "Make it a bill…" not in say.buttons


def test_a_bill_outside_the_limits_takes_its_entry_out_of_them(say: Say) -> None:
    say("rent 900 on the 1st")
    say.tap("Make it a bill…")
    say.tap("Outside the weekly limits")
    assert sent_before(say) == "✓ Bill: Rent · $900.00 · on the 1st, outside the weekly limits\nNext: Tue 1 Dec"

    say("gym 30 on the 22nd")
    say.tap("Make it a bill…")
    shown = say.reply
    for _ in range(2):
        say.reply = shown
        said = say.tap("Outside the weekly limits")
        assert sent_before(say).startswith(
            "✓ Bill: Gym · $30.00 · on the 22nd, outside the weekly limits\nNext: Tue 22 Dec"
        )
    assert "Bill $30.00" in said
    assert say("/bills all").count("Gym") == 1


def test_an_entry_of_the_bills_last_day_pays_it(say: Say) -> None:
    """It counts in no week then, where the bill stands outside the limits."""
    say("rent 900 on the 1st")
    assert "900.00" in say.sums(weeks_back=3)
    say.tap("Make it a bill…")

    receipt = say.tap("Outside the weekly limits")

    assert receipt.startswith("✓ Bill $900.00 rent · Sun 1 Nov")
    assert sent_before(say) == "✓ Bill: Rent · $900.00 · on the 1st, outside the weekly limits\nNext: Tue 1 Dec"
    assert say.sums(weeks_back=3).endswith("Total: $0.00")
    say("/undo")
    assert "Rent, $900.00, was due Sun 1 Nov." in say("rent")


@pytest.mark.parametrize("text", ["rent 900 at the end of the month", "rent 900 on the last"])
@pytest.mark.parametrize(("day", "is_paid"), [("2026-11-22", True), ("2026-11-14", False)])
def test_an_entry_near_the_bills_first_day_pays_it(say: Say, text: str, day: str, is_paid: bool) -> None:
    """Else the rent that is paid already would be due once more at the end of the month."""
    on(say, day)
    say(text)
    say.tap("Make it a bill…")

    receipt = say.tap("Outside the weekly limits")

    assert receipt.startswith("✓ Bill $900.00 rent" if is_paid else "✓ $900.00 rent")
    assert sent_before(say).endswith(f"\nNext: {'Thu 31 Dec' if is_paid else 'Mon 30 Nov'}")
    assert ("was paid" in say("is rent paid?")) is is_paid


def test_an_entry_of_an_earlier_day_than_the_bills_last_pays_none(say: Say) -> None:
    say("rent 900 on the 1st")
    on(say, "2026-12-02")
    say.tap("Make it a bill…")

    assert say.tap("Outside the weekly limits").startswith("✓ $900.00 rent · Sun 1 Nov")
    assert sent_before(say).endswith("\nNext: Fri 1 Jan 2027")


@pytest.mark.parametrize(
    ("day", "text", "paid", "bill", "following"),
    [
        ("2026-11-26", "gym 30 every friday", "Fri 20 Nov", "every Friday", "Fri 27 Nov"),
        ("2026-11-26", "gym 30 every other friday", "Fri 20 Nov", "every 2 weeks from Fri 20 Nov", "Fri 4 Dec"),
        ("2026-11-26", "gym 30 every 2nd friday", "Fri 20 Nov", "every 2 weeks from Fri 20 Nov", "Fri 4 Dec"),
        ("2026-11-26", "gym 30 every 4th friday", "Fri 20 Nov", "every 4 weeks from Fri 20 Nov", "Fri 18 Dec"),
        (
            "2026-11-28",
            "gym 30 every other friday from nov 13",
            "Fri 27 Nov",
            "every 2 weeks from Fri 13 Nov",
            "Fri 11 Dec",
        ),
        (
            "2026-11-26",
            "gym 30 every saturday before weekends",
            "Fri 20 Nov",
            "every Saturday, before weekends",
            "Fri 27 Nov",
        ),
        (
            "2026-11-29",
            "gym 30 every saturday before weekends",
            "Fri 27 Nov",
            "every Saturday, before weekends",
            "Fri 4 Dec",
        ),
        (
            "2026-11-28",
            "gym 30 every sunday after weekends",
            "Mon 23 Nov",
            "every Sunday, after weekends",
            "Mon 30 Nov",
        ),
        (
            "2026-11-28",
            "gym 30 every other saturday after weekends",
            "Mon 23 Nov",
            "every 2 weeks from Sat 21 Nov, after weekends",
            "Mon 7 Dec",
        ),
        (
            "2026-11-29",
            "gym 30 on the 29th before weekends",
            "Fri 27 Nov",
            "on the 29th, before weekends",
            "Tue 29 Dec",
        ),
    ],
)
def test_a_bill_counts_from_its_entry_which_pays_it(
    say: Say, day: str, text: str, paid: str, bill: str, following: str
) -> None:
    on(say, day)
    assert say(text).startswith(f"✓ $30.00 gym · {paid}\n")
    say.tap("Make it a bill…")
    assert say.tap("Outside the weekly limits") == f"✓ Bill $30.00 gym · {paid}"
    assert sent_before(say) == f"✓ Bill: Gym · $30.00 · {bill}, outside the weekly limits\nNext: {following}"


@pytest.mark.parametrize(("day", "said"), [("2026-11-27", ""), ("2026-11-28", " · Fri 27 Nov")])
def test_a_day_that_a_weekend_moves_is_of_the_day_before_it(say: Say, day: str, said: str) -> None:
    on(say, day)
    assert say("gym 30 every saturday before weekends").startswith(f"✓ $30.00 gym{said}\n")


def test_what_begins_in_some_days_was_not_paid_this_week(say: Say) -> None:
    on(say, "2026-11-28")
    assert say("gym 30 every friday from dec 4").startswith(DUE)


COMES_AGAIN = "“netflix” has come three times now, about a month apart."


def test_a_note_that_comes_again_is_suggested_once(say: Say) -> None:
    for day, text in (("2026-11-22", "netflix 15.49"), ("2026-12-21", "netflix 15.99"), ("2027-01-10", "hulu 15.49")):
        on(say, day)
        assert "three times" not in say(text)
    on(say, "2027-01-22")
    assert say("netflix 15.49").endswith(f"\n{COMES_AGAIN}")
    assert say.buttons[-2:] == ["Make it a bill…", "No"]
    shown = say.reply
    assert COMES_AGAIN not in say.tap("No")
    on(say, "2027-02-22")
    assert COMES_AGAIN not in say("netflix 15.49")
    say.reply = shown
    assert say.tap("Make it a bill…") == "Netflix, $15.49, on the 22nd. Where do its payments count?"
    say.tap("In Fun")
    assert sent_before(say).startswith("✓ Bill: Netflix · $15.49 · on the 22nd, in Fun")
    assert say("/bills all").count("Netflix") == 1


def test_what_is_a_bill_or_comes_with_other_lines_is_not_suggested(say: Say) -> None:
    say("/bill netflix 15.49 on the 22nd")
    say("/bill netflix off")
    for day in ("2026-11-22", "2026-12-22", "2027-01-22"):
        on(say, day)
        assert "three times" not in say("netflix 15.49")
        assert "three times" not in say("hulu 8\n3 gum")
    on(say, "2027-02-22")
    assert "“hulu” has come three times now" in say("hulu 8")


@pytest.mark.parametrize(
    "text",
    ["12.50 fun tacos", "30 fun every friday", "rent ~900", "hbo 12 on friday", "-30 gym monthly", "5k"],
)
def test_other_lines_are_offered_as_no_bill(say: Say, text: str) -> None:
    say(text)
    assert "Make it a bill…" not in say.buttons


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("gym 30 once a month on the 5th", "on the 5th"),
        ("gym 30/mo", "on the 22nd"),
        ("gym $30/month on the 3rd", "on the 3rd"),
        ("gym 30/week", "every Sunday"),
        ("vet 50 yearly on 24 oct", "every year from Sat 24 Oct"),
    ],
)
def test_a_rate_is_offered_as_a_bill(say: Say, text: str, when: str) -> None:
    say(text)
    say.tap("Make it a bill…")
    assert say.tap("Outside the weekly limits").startswith("✓ Bill $")
    assert f" · {when}, outside the weekly limits\n" in sent_before(say)
    assert say(f"/bill {text.replace('gym', 'gum').replace('vet', 'dog')}").startswith("✓ Bill: ")


def test_what_is_counted_by_the_day_is_offered_as_no_bill(say: Say) -> None:
    for text in ("parking 12/day", "tutor 30/hr", "cake 30/2"):
        say(text)
        assert "Make it a bill…" not in say.buttons


def test_a_first_day_to_come_is_offered_as_a_bill(say: Say) -> None:
    assert say("rent 900 from dec 1") == (
        f"{DUE} If it was paid, write it without “from dec 1”; if it comes again, /bill makes it a bill."
    )
    assert say.buttons == ["rent: on the 1st", "rent: once on Tue 1 Dec"]
    assert say.tap("rent: on the 1st").startswith("✓ Bill: Rent · $900.00 · on the 1st, outside the weekly limits")


@pytest.mark.parametrize("text", ["30 fun gym every friday", "gym 30 fun every friday", "fun gym 30 a week on fridays"])
def test_a_line_with_its_category_is_offered_as_a_bill(say: Say, text: str) -> None:
    say(text)
    say.tap("Make it a bill…")
    say.tap("In Fun")
    assert sent_before(say).startswith("✓ Bill: Gym · $30.00 · every Friday, in Fun\n")


@pytest.mark.parametrize(
    ("text", "bill"),
    [
        ("gym 30 every friday #fun", "Gym · $30.00 · every Friday"),
        ("#fun gym 30 every friday", "Gym · $30.00 · every Friday"),
        ("gym 30 #fun every friday", "Gym · $30.00 · every Friday"),
        ("gym 30 every friday #bigclub", "Gym · $30.00 · every Friday"),
        ("monthly rent 900", "Rent · $900.00 · on the 22nd"),
        ("every month rent 900", "Rent · $900.00 · on the 22nd"),
        ("I pay 900 rent on the 1st", "Rent · $900.00 · on the 1st"),
        ("we pay 900 for rent on the 1st", "Rent · $900.00 · on the 1st"),
        ("i pay rent 900 on the 1st", "Rent · $900.00 · on the 1st"),
    ],
)
def test_a_bill_is_called_as_it_is_within_the_line(say: Say, text: str, bill: str) -> None:
    say(text)
    assert say.tap("Make it a bill…").startswith(f"{bill.split(maxsplit=1)[0]}, $")
    say.tap("‹ Back")
    say.tap("Undo")
    say.tap("Restore")
    say.tap("Make it a bill…")
    assert say.tap("Outside the weekly limits").startswith("✓ Bill $")
    assert sent_before(say).startswith(f"✓ Bill: {bill}, outside the weekly limits\n")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("my rent is 900 on the 1st", "rent: on the 1st"),
        ("my gym costs 30 every friday", "gym: every Friday"),
        ("car payment is 300 on the 5th of every month", "car payment: on the 5th"),
        ("i need 30 for gym every friday", "gym: every Friday"),
    ],
)
def test_who_tells_of_a_bill_is_offered_one(say: Say, text: str, label: str) -> None:
    assert "if not, nothing is recorded" in say(text)
    assert say.buttons[-1] == label
    say.tap(label)
    assert sent_before(say).startswith("✓ Bill: ")
    assert "✓" not in say("/recent")


def test_who_tells_of_no_bill_is_offered_none(say: Say) -> None:
    for text in ("i need 30 every friday", "my rent is 900 on friday", "my fun is 90 on the 1st"):
        say(text)
        assert not any(":" in label for label in say.buttons), text


@pytest.mark.parametrize("text", ["rent 900 from dec 1", "rent 900 from 1 dec", "rent from 12/1 900"])
def test_from_a_day_says_of_nobody_that_they_paid(say: Say, text: str) -> None:
    assert say(text).startswith(DUE)
    assert say.buttons == ["rent: on the 1st", "rent: once on Tue 1 Dec"]


def test_of_a_day_and_of_what_came_in_each_button_says_both(say: Say) -> None:
    assert say("gift 20 from mom dec 1").startswith("Which is the day")
    kinds = ("Extra cash", "Refund", "Paycheck", "Spent")
    days = ("Mon 1 Dec 2025", "Sun 22 Nov")
    assert say.buttons == [f"{kind} $20.00 on {day}" for day in days for kind in kinds]
    assert say.tap("Refund $20.00 on Mon 1 Dec 2025").startswith("✓ Refund $20.00")


def test_a_bill_that_there_is_is_not_offered(say: Say) -> None:
    say("/bill rent 900 on the 1st")
    say("rent 20 monthly")
    assert "Make it a bill…" not in say.buttons


def test_what_a_forged_button_names_is_not_there(say: Say) -> None:
    say("paid 1500")
    for data in ("b:m:1:0:4:monthly 1", "b:o:9:0:4:monthly 1", "b:e:1:7:900", "y:c:1:2026-11-22"):
        assert say.tap_data(data, data) == SETTLED
    for data in ("b:m:1:0:4:monthly 99", "y:r:1:whenever", "y:c:1:0001-01-01"):
        assert say.tap_data(data, data) == SETTLED


def test_what_was_left_is_carried_over_by_a_tap(say: Say) -> None:
    say("paid 1500")
    say("1287.60 fun")
    on(say, "2026-12-06")
    assert "$212.40 were left of the last period." in say("paid 1500")
    assert "$212.40 were left of the last period." in say("paid 1500", number=3)
    shown = say.reply
    for _ in range(2):
        say.reply = shown
        say.tap("Carry it over")
        assert "Extra cash $212.40" in sent_before(say)
    assert "Left to spend: $1,712.40" in say("/period")
    assert "were left" not in say("paid 20")


def test_a_rule_of_paydays_is_offered_once(say: Say) -> None:
    for day in ("2026-11-22", "2026-12-06"):
        on(say, day)
        assert "Shall I expect" not in say("paid 1500")
        say("1500 fun")
    on(say, "2026-12-20")
    offered = say("paid 1500")
    assert "The last three paychecks came every 2 weeks from Sun 22 Nov. Shall I expect the next ones so?" in offered
    assert "were left" not in offered
    no = say.reply
    assert "Shall I expect" not in say.tap("No")
    for day in ("2027-01-03", "2027-01-17"):
        on(say, day)
        assert "Shall I expect" not in say("paid 1500"), "No is remembered"
    say.reply = no
    say.tap("Expect them every 2 weeks from Sun 22 Nov")
    assert sent_before(say) == "Paydays: every 2 weeks from Sun 22 Nov 2026."
    assert "until the payday expected Sun 31 Jan" in say("/period")
    on(say, "2027-01-31")
    assert "Shall I expect" not in say("paid 1500")


def test_an_estimate_in_another_currency_is_not_taken(say: Say) -> None:
    """The button held 95 yen as a number alone, of which it made 0.095 dinars."""
    say("/settings currency JPY")
    say("/bill power ~85 on the 25th")
    for day in ("2026-11-25", "2026-12-25", "2027-01-25"):
        on(say, day)
        say("power 95")
    offered = say.reply
    say("/settings currency KWD")
    say.tap("Yes, they were KWD")
    say.reply = offered

    assert "settled" in say.tap("Power: about ¥95")
    assert "settled" in say.tap_data("b:e:1:1:95", "a button of an earlier version")
    assert "about KWD 85.000" in say("/bills all")


def test_after_three_payments_a_better_estimate_is_offered(say: Say) -> None:
    say("/bill power ~85 on the 25th")
    for month, day in enumerate(("2026-11-25", "2026-12-25", "2027-01-25")):
        on(say, day)
        said = say("power 95")
        assert ("Power came to $95.00 lately." in said) == (month == 2)
    say.tap("Power: about $95.00")
    assert sent_before(say).startswith("✓ Bill: Power · about $95.00 · on the 25th")
    on(say, "2027-02-25")
    assert "lately" not in say("power 96")


# --- several offers -------------------------------------------------------------------------------------------------------

CARRY, EXPECT, BILL = "Carry it over", "Expect them on the 22nd", "3: Make it a bill…"
LEFT = "$1,405.00 were left of the last period."
RULE = "The last three paychecks came on the 22nd. Shall I expect the next ones so?"


@pytest.fixture
def offered(say: Say) -> Say:
    """A paycheck that offers to carry over what was left, a rule, and a bill."""
    for day in ("2026-11-22", "2026-12-22"):
        on(say, day)
        say("paid 1500")
        say("95 fun")
    on(say, "2027-01-22")
    assert say("paid 1500\n20 fun\nnetflix 15.49 monthly").endswith(f"{LEFT}\n{RULE}")
    return say


def offers_under(say: Say) -> set[str]:
    return {CARRY, EXPECT, BILL} & set(say.buttons)


@pytest.mark.parametrize("order", [(CARRY, EXPECT, BILL), (BILL, CARRY, EXPECT), (EXPECT, BILL, CARRY)])
def test_an_offer_stands_until_it_is_answered_itself(offered: Say, order: tuple[str, ...]) -> None:
    left = {CARRY, EXPECT, BILL}
    for offer in order:
        offered.tap(offer)
        if offer == BILL:
            offered.tap("In Fun")
        left = left - {offer}
        assert offers_under(offered) == left
    assert offered("/payday").startswith("Paydays: on the 22nd.")
    assert "Netflix · $15.49 · on the 22nd" in offered("/bills all")
    assert "$1,500.00 + $1,405.00 extra" in offered("/period")


def test_no_leaves_the_other_offers_and_is_remembered(offered: Say) -> None:
    said = offered.tap("No")

    assert (LEFT in said, RULE in said) == (True, False)
    assert offers_under(offered) == {CARRY, BILL}
    assert RULE not in offered("paid 1500\n20 fun\nnetflix 15.49 monthly", number=5), "nor is it when it comes again"
    assert RULE not in offered.edit("paid 1500\n21 fun\nnetflix 15.49 monthly", number=5)
    assert offers_under(offered) == {CARRY, BILL}


def test_what_is_tapped_beside_offers_leaves_them(offered: Say) -> None:
    shown = offered.reply
    for taps in (("Change…", "‹ Back"), (BILL, "‹ All lines"), ("Undo 2", "Restore 2"), ("Undo all", "Restore all")):
        offered.reply = shown
        for label in taps:
            said = offered.tap(label)
        assert offers_under(offered) >= {CARRY, EXPECT}, taps
        assert said.endswith(f"{LEFT}\n{RULE}")
    offered.reply = shown
    assert LEFT not in offered.tap("Undo 1"), "no paycheck, no offer of it"
    assert offers_under(offered) == {BILL}
    offered.tap("Undo 3")
    assert offers_under(offered) == set()


def test_a_look_at_a_bill_that_is_offered_leaves_it(say: Say) -> None:
    say("blorbo 15.49 monthly")
    say.tap("Make it a bill…")
    say.tap("‹ Back")
    assert "Make it a bill…" in say.buttons
    say.tap("Fun")
    assert "Make it a bill…" in say.buttons, "and another category leaves it"
    shown = say.reply
    say.tap("Make it a bill…")
    assert "In Fun" in say.buttons
    say("/bill blorbo 15.49 on the 22nd")
    say.reply = shown
    say.tap("Undo")
    say.tap("Restore")
    assert "Make it a bill…" not in say.buttons


def test_one_estimate_that_is_answered_leaves_the_others(say: Say) -> None:
    for name in ("power", "water", "phone"):
        say(f"/bill {name} ~85 on the 25th")
    for day in ("2026-11-25", "2026-12-25", "2027-01-25"):
        on(say, day)
        said = say("power 95\nwater 105\nphone 115")
    assert "Power came to $95.00 lately.\nWater came to $105.00 lately.\nPhone came to $115.00 lately." in said

    shown = say.reply
    assert shown is not None
    no_of_power = next(row[1].data for row in shown.buttons if row[0].label == "Power: about $95.00")
    said = say.tap_data(no_of_power, "no")
    assert "Water came to $105.00 lately.\nPhone came to $115.00 lately." in said
    assert "Power came" not in said
    said = say.tap("Phone: about $115.00")
    assert "Water came to $105.00 lately." in said
    assert "Phone came" not in said
    say.tap("Water: about $105.00")
    assert "lately" not in say.tap("Undo 1")
    assert "about $85.00" in say("/bills all")


def test_what_a_forged_no_names_is_not_there(say: Say) -> None:
    say("paid 1500")
    assert say.tap_data("y:n:99:payday:0", "y:n:99:payday:0") == SETTLED
    assert say.tap_data("y:n:1:nothing:0", "y:n:1:nothing:0") == SETTLED


@pytest.mark.parametrize(
    ("line", "label", "bill"),
    [
        ("electric 94.12 due 12/1", "electric: on the 1st", "Electric · $94.12 · on the 1st"),
        ("electric 94.12 due 12/1", "electric: once on Tue 1 Dec", "Electric · $94.12 · once on Tue 1 Dec"),
        ("gym is due friday 30", "gym: every Friday", "Gym · $30.00 · every Friday"),
        (
            "hoa 100 every 2 weeks from 4 dec",
            "hoa: every 2 weeks from Fri 4 Dec",
            "Hoa · $100.00 · every 2 weeks from Fri 4 Dec",
        ),
        ("tuition 500 once on 12/24", "tuition: once on Thu 24 Dec", "Tuition · $500.00 · once on Thu 24 Dec"),
        ("trash ~33 on the 5th and 20th", "trash: on the 5th and 20th", "Trash · about $33.00 · on the 5th and 20th"),
        ("trash 33 on the 5th and 20th", "trash: on the 5th and 20th", "Trash · $33.00 · on the 5th and 20th"),
    ],
)
def test_what_says_that_something_is_due_becomes_a_bill(say: Say, line: str, label: str, bill: str) -> None:
    refused = "There are two days in it. Write one entry for each." if " and " in line else DUE
    assert say(line).startswith(refused)
    shown = say.reply
    for n in range(2):
        say.reply = shown
        said = say.tap(label)
        assert said.startswith(f"✓ Bill: {bill}, outside the weekly limits\nNext: "), n
    assert say("/bills all").count(bill.split(" ·", maxsplit=1)[0]) == 1
    assert "Other: $0.00 of $100" in say.sums()
    say(line)
    assert say.buttons == []  # there is one of that name


@pytest.mark.parametrize(
    ("line", "bill"),
    [
        ("900 rent on the 1st", "Rent · $900.00 · on the 1st"),
        ("30 gym every friday", "Gym · $30.00 · every Friday"),
        ("every friday gym 30", "Gym · $30.00 · every Friday"),
        ("gym ~30 every friday", "Gym · about $30.00 · every Friday"),
        ("gym about 30 monthly", "Gym · about $30.00 · on the 22nd"),
    ],
)
def test_an_entry_that_says_when_it_comes_again_becomes_a_bill_in_any_order(say: Say, line: str, bill: str) -> None:
    assert say(line).startswith("✓ ")
    for tap in ("Undo", "Restore", "Make it a bill…", "Outside the weekly limits"):
        say.tap(tap)
    assert sent_before(say).startswith(f"✓ Bill: {bill}, outside the weekly limits\n")


def test_what_is_due_without_a_day_is_asked_about_and_may_become_a_bill(say: Say) -> None:
    assert say("water due 40").startswith("Did you spend $40.00 in “water due 40”?")
    assert say.buttons[-1] == "Make it a bill…"
    say.tap("Make it a bill…")
    assert sent_before(say).startswith("When is it due?")
    assert say.answer.before is not None
    say.reply = say.answer.before
    assert say.buttons == ["water: on the 1st", "water: on the 15th", "water: on the last day", "water: on the 22nd"]
    assert say.tap("water: on the 15th").startswith("✓ Bill: Water · $40.00 · on the 15th, outside the weekly limits")


def test_a_due_line_among_others_keeps_its_buttons(say: Say) -> None:
    say("12.50 fun tacos\nelectric 94.12 due 12/1")
    assert "2: electric: on the 1st" in say.buttons
    say.tap("Undo")
    assert say.buttons == ["Restore", "electric: on the 1st", "electric: once on Tue 1 Dec"]
    assert say.tap("electric: on the 1st") == ""  # the receipt stays
    assert sent_before(say).startswith("✓ Bill: Electric · $94.12 · on the 1st")
    say.tap("Restore")
    assert not [one for one in say.buttons if one.startswith("electric")]


@pytest.mark.parametrize("name", ["x" * 60, "fun", "rent2"])
def test_what_could_be_no_bill_or_fits_no_button_offers_none(say: Say, name: str) -> None:
    say(f"{name} 94.12 due 12/1")
    assert say.buttons == []


def test_a_due_bill_of_another_currency_is_not_made(say: Say) -> None:
    say("electric 94.12 due 12/1")
    shown = say.reply
    say("/settings currency EUR")
    say.reply = shown
    say.tap("electric: on the 1st")
    assert say.answer.notice == SETTLED
    assert "Electric" not in say("/bills all")


# --- what only the text said ----------------------------------------------------------------------------------------------


WAYS = {
    "to what is changed": ["Change…", "‹ Back"],
    "to the categories": ["Change…", "Category", "‹ Back"],
    "to its bill": ["Make it a bill…", "‹ Back"],
    "through the category to its bill": ["Change…", "Make it a bill…", "‹ Back"],
    "undone": ["Undo", "Restore"],
    "twice undone": ["Undo", "Restore", "Undo", "Restore"],
    "deleted and restored": ["Change…", "Delete", "Restore"],
}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_line_said_of_a_bill_is_offered_however_one_comes_back(say: Say, way: str) -> None:
    say("rent 900 on the 1st")
    offered = say.buttons
    assert "Make it a bill…" in offered
    for label in WAYS[way]:
        say.tap(label)

    assert say.buttons[:1] == ["Make it a bill…"]
    say.tap("Make it a bill…")
    say.tap("Outside the weekly limits")
    assert sent_before(say).startswith("✓ Bill: Rent · $900.00 · on the 1st, outside the weekly limits\n")
    assert "Make it a bill…" not in say.buttons


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("paid 900 rent", "It was income"),
        ("5 tacos #trip", "#trip as a category"),
        ("paid 20 lunch #trip", "It was income"),
        ("paid 20 lunch #trip", "#trip as a category"),
    ],
)
def test_what_else_a_line_said_is_offered_when_one_comes_back(say: Say, text: str, offered: str) -> None:
    say(text)
    label = next(one for one in say.buttons if offered in one)
    for tap in ("Change…", "Category", "‹ Back", "Undo", "Restore", "Change…", "Delete", "Restore"):
        say.tap(tap)
    assert label in say.buttons
    assert "✓" in say.tap(label)
    assert label not in say.buttons


def test_each_line_keeps_its_own_offer(say: Say) -> None:
    say("rent 900 on the 1st\nhulu 8 on the 5th\n3 gum")
    for label in (
        "1: Make it a bill…",
        "‹ All lines",
        "Change…",
        "3",
        "‹ Back",
        "Undo 2",
        "Restore 2",
        "Change…",
        "1",
        "‹ Back",
    ):
        assert "1: Make it a bill…" in say.buttons or label == "‹ All lines"
        say.tap(label)
    assert {"1: Make it a bill…", "2: Make it a bill…"} <= set(say.buttons)


def test_a_suggestion_and_the_card_stand_when_one_comes_back(say: Say) -> None:
    for day in ("2026-11-22", "2026-12-22", "2027-01-22"):
        on(say, day)
        said = say("netflix 15.49")
    assert said.endswith(COMES_AGAIN)
    for away, back in (("Change…", "‹ Back"), ("Make it a bill…", "‹ Back"), ("Undo", "Restore")):
        say.tap(away)
        assert say.tap(back) == said
        assert say.buttons[-2:] == ["Make it a bill…", "No"]
