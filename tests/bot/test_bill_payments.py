"""Which entry pays a bill when another one does so no longer, in the chat."""

from datetime import date

import pytest

from bot.buttons import MoveToTomorrow, PayAnother, PayDue, SkipBill, UndoLines, encode
from bot.reply import Reply
from tests.chat import Say

DUE = "Tue 1 Dec · Rent · $900.00"


@pytest.fixture
def rent(say: Say) -> Say:
    say("paid 1500")
    say("/bill rent 900 on the 1st")
    return say


def undo(say: Say, number: int) -> str:
    return say.tap_data(encode(UndoLines(number, 0)), f"undo {number} {say.now}")


@pytest.mark.parametrize(
    ("first", "second", "pays"),
    [
        ("rent 900", "rent 905", "$905.00"),
        ("rent 450", "rent 460", "$460.00"),
        ("rent 900 yesterday", "rent 1000 today", "$1,000.00"),
    ],
)
def test_an_undone_payment_is_handed_on(rent: Say, first: str, second: str, pays: str) -> None:
    """The book is as if the undone entry never was: it counts in no week, and the bill is paid."""
    rent(first)
    assert rent(second).startswith(f"✓ {pays} rent")
    assert rent.sums().endswith(f"Total: {pays}")

    said = undo(rent, 3)

    assert said.endswith(f"\nRent was paid Sun 22 Nov: {pays}.")
    assert DUE not in rent("/bills")
    assert rent.sums().endswith("Total: $0.00")
    assert f"Bill {pays} rent" in rent("/recent")
    rent("/undo")
    assert DUE in rent("/bills")


@pytest.mark.parametrize("text", ["paid rent", "@budgetbot paid rent"])
def test_a_bill_that_somebody_says_is_paid_is_paid_in_a_group_that_moved(say: Say, text: str) -> None:
    """Its messages are stored under other numbers than the chat's: the button bore one, and was taken for the other."""
    old, new = -77, -1_000_000_000_077
    say.group, say.app.bot.name = True, "budgetbot"
    say.owner = old
    say("5 fun tacos")
    say("/bill rent 900 on the 1st")
    say.runner.run(say.app.bot.moved(old, new))
    say.owner = new

    assert say(text, number=1) == "Rent, $900.00, is due Tue 1 Dec.", "an entry of the old chat has that number"
    data = say.data_of("Paid $900.00")
    assert [say.tap_data(data, tap) for tap in ("tap1", "tap2")] == ["✓ Bill $900.00 Rent"] * 2
    assert say("/recent").split("\n")[1:] == ["1 Bill $900.00 Rent", "2 $5.00 tacos · Fun"]


@pytest.mark.parametrize(
    ("before", "days", "text", "is_told"),
    [
        ("rent 900", 0, "rent 900", True),
        ("rent 900", 0, "rent 905", True),
        ("rent 900", 9, "paid 900 rent", True),
        ("rent 900", 0, "rent 90", False),  # rather something else of that name
        ("rent 900", 39, "rent 900", False),  # January's
        ("rent 900", 0, "refund 900 rent", False),
        ("tacos 900", 0, "rent 900", False),
    ],
)
def test_what_looks_like_a_bill_that_is_paid_is_recorded_and_told_so(
    rent: Say, before: str, days: int, text: str, is_told: bool
) -> None:
    """Paid early by a tap and written again on its day, a rent would count twice without a word."""
    rent(before)
    rent.wait(days=days)
    told = "\nRent was paid Sun 22 Nov: $900.00."
    assert (told in rent(text)) is is_told
    assert told not in rent("/undo")
    assert (told in rent.tap("Restore")) is is_told


ENDS = {
    "undo": lambda say: say("/undo 2"),
    "another note": lambda say: say.edit("tacos 900", 3),
    "another kind": lambda say: say.edit("refund 900 rent", 3),
    "another amount": lambda say: say.edit("rent 90", 3),
    "another day": lambda say: say.edit("rent 900 11/1", 3),
    "without its line": lambda say: say.edit("hello", 3) and say.edit("3 gum", 3),
    "a reply": lambda say: say.reply_to("delete", 3),
}


@pytest.mark.parametrize("how", ENDS)
def test_whatever_ends_a_payment_hands_it_on(rent: Say, how: str) -> None:
    rent("rent 900")
    rent("rent 905")
    assert "was paid" in ENDS[how](rent)
    assert DUE not in rent("/bills")
    assert "Bill $905.00 rent" in rent("/recent")
    assert "Bill $900.00 rent" not in rent("/recent")


def test_what_is_restored_after_that_is_an_expense(rent: Say) -> None:
    rent("rent 905")
    shown = rent.reply
    assert rent("rent 900").startswith("✓ $900.00 rent")
    rent.reply = shown
    rent.tap("Undo")
    assert rent.sums().endswith("Total: $0.00")
    assert rent.tap("Restore").startswith("✓ $905.00 rent")
    assert rent.sums().endswith("Total: $905.00")
    assert rent("/recent").count("Bill ") == 1


def test_another_line_of_the_same_message_pays_then(rent: Say) -> None:
    said = rent("rent 900\nrent 905\n3 gum")
    assert "2 $905.00 rent" in said

    said = rent.edit("rent 905\n3 gum")

    assert "1 Bill $905.00 rent" in said
    assert DUE not in rent("/bills")
    assert rent.sums().endswith("Total: $3.00")


def test_of_several_the_first_that_would_have_paid_pays(rent: Say) -> None:
    for text in ("rent 900", "rent 100", "lease 900", "rent 910", "rent 920", "rent 900 11/1", "refund 900 rent"):
        rent(text)

    assert undo(rent, 3).endswith("Rent was paid Sun 22 Nov: $910.00.")
    assert undo(rent, 6).endswith("Rent was paid Sun 22 Nov: $920.00.")
    assert "was paid" not in undo(rent, 7)
    assert DUE in rent("/bills")


def test_nothing_is_handed_on_of_a_bill_that_is_off_or_paid(rent: Say) -> None:
    rent("rent 900")
    rent("rent 905")
    rent("/bill rent off")
    assert "was paid" not in undo(rent, 3)
    rent("/bill gym 30 in fun on the 1st")
    rent("gym 30")
    assert "was paid" not in rent("/undo")
    rent("gym 31")
    assert "was paid" not in rent("/undo"), "the one that was undone before pays nothing by that"


def test_a_payment_of_a_category_is_handed_on_within_it(rent: Say) -> None:
    rent("/bill blorbo 30 in fun on the 1st")
    rent("blorbo 30")
    rent("blorbo 31")
    assert "Other: $31.00" in rent.sums()

    assert undo(rent, 4).endswith("Blorbo was paid Sun 22 Nov: $31.00.")

    assert "Fun: $31.00" in rent.sums()
    assert "Tue 1 Dec · Blorbo" not in rent("/bills")


# --- what is late ---------------------------------------------------------------------------------------------------------


def test_a_weekly_bill_that_is_noted_late_is_paid_by_a_tap(rent: Say) -> None:
    """Written on Tuesday it pays the Friday that comes, which is nearer; so the next one finds nothing near."""
    rent("/bill gym 30 every friday")
    rent.wait(days=9)  # Tuesday 1 December: that of Friday 27 November is late
    assert rent("gym 30").startswith("✓ Bill $30.00 gym")
    rent.wait(days=3)
    assert "Fri 27 Nov · Gym · $30.00, overdue" in rent("/bills")

    assert rent("gym 30").startswith("✓ $30.00 gym\n")
    assert "It was Gym" in rent.buttons
    assert rent.tap("It was Gym").startswith("✓ Bill $30.00 gym")

    assert "Gym · $30.00, overdue" not in rent("/bills")
    assert "Bill $30.00" in rent.edit("Gym 30", 6), "what was tapped holds"
    rent.edit("yoga 30", 6)
    rent("gym 30")
    assert "It was Gym" in rent.buttons, "the one that is open again"


def test_nothing_to_come_is_offered_that_is_not_near(rent: Say) -> None:
    rent("/bill gym 30 every friday")
    rent("gym 30 today")  # half a step before
    rent.wait(days=5)
    assert rent("gym 30").startswith("✓ Bill")
    rent("gym 30")
    assert "It was Gym" not in rent.buttons


# --- what a tap said, and where a payment counts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("rent 310", True),
        ("rent 900", True),
        ("rent 300 11/1", True),
        ("rent for the garage 300", True),
        ("garage 300", False),
        ("refund 300 rent", False),
        ("gym 300", False),
    ],
)
def test_what_was_said_to_be_the_rent_stays_it_through_an_edit(rent: Say, text: str, stays: bool) -> None:
    rent("/bill gym 30 on the 1st")
    rent("rent 300")
    rent.tap("It was Rent")

    said = rent.edit(text, 4)

    assert ("Bill $" in said) == stays
    assert (DUE not in rent("/bills")) == stays
    if stays:
        assert "Bill $20.00" in rent.edit("rent 20", 4)
        rent("/undo")
        assert DUE in rent("/bills")


@pytest.mark.parametrize(("into", "bill"), [("", "Bill "), (" in fun", "")])
@pytest.mark.parametrize("reply", ["20", "yesterday", "11/1"])
def test_a_reply_leaves_what_a_payment_pays(rent: Say, into: str, bill: str, reply: str) -> None:
    rent(f"/bill gym 30 on the 1st{into}")
    rent("gym 30")

    assert f"✓ {bill}$" in rent.reply_to(reply, 4)

    assert "Gym" not in rent("/bills").split("\n")[2]


def test_a_payment_counts_where_its_bill_does(rent: Say) -> None:
    """No category is offered below it. Who names one moves this payment, and it is the bill's still."""
    rent("/bill zoo 30 in other on the 1st")
    assert rent("zoo 30") == "✓ $30.00 zoo\n$70.00 left of $100 · Other"
    assert rent.buttons == ["Undo", "Change…"]

    rent.tap("Change…")
    rent.tap("Category")
    rent.tap("Fun")
    assert rent.buttons == ["Undo", "Change…"]
    assert "Fun: $30.00" in rent.sums()
    assert "Zoo" not in rent("/bills").split("\n")[2]
    rent.reply_to("31", 4)
    assert "Fun: $31.00" in rent.sums()
    rent.edit("zoo 32", 4)
    assert "Fun: $32.00" in rent.sums()
    assert "Zoo" not in rent("/bills").split("\n")[2]


def test_a_payment_stays_outside_the_limits_though_its_bill_is_in_a_category_by_now(rent: Say) -> None:
    rent("rent 900")
    rent("/bill rent in fun")

    assert "✓ Bill $910.00 rent" in rent.reply_to("910", 3)
    assert "✓ Bill $920.00 rent" in rent.edit("rent 920", 3)
    assert rent.sums().endswith("Total: $0.00")


def test_a_payment_outside_the_limits_is_moved_by_a_reply(rent: Say) -> None:
    rent("rent 900")
    rent.reply_to("fun", 3)
    rent.tap("To $900.00 rent · Fun")
    assert "Fun: $900.00" in rent.sums()
    assert DUE not in rent("/bills")


def test_what_was_written_before_its_bill_is_offered_to_it(rent: Say) -> None:
    rent("gym 28")
    shown = rent.reply
    rent("/bill gym 30 in fun on the 1st")
    rent.reply = shown
    rent.tap("Change…")
    rent.tap("‹ Back")
    rent.tap("It was Gym")
    assert "Gym" not in rent("/bills").split("\n")[2]


# --- taps that say that it is paid ----------------------------------------------------------------------------------------


def test_a_price_that_is_another_one_by_now_is_asked_about_again(rent: Say) -> None:
    rent("paid rent")
    shown, old = rent.reply, rent.data_of("Paid $900.00").replace(":q:", ":p:").removesuffix(":90000")
    rent("/bill rent 950")

    for data in (PAYS, old):
        assert rent.tap_data(data, f"tap{len(data)}") == "Rent, $950.00, is due Tue 1 Dec."
    rent.reply = shown
    assert rent.tap("Paid $900.00") == "Rent, $950.00, is due Tue 1 Dec."
    assert rent.buttons == ["Paid $950.00", "No"]
    assert rent.tap("Paid $950.00").startswith("✓ Bill $950.00 Rent\n")
    assert rent("/recent").count("Rent") == 1


def test_a_button_of_before_pays_what_never_cost_anything_else(rent: Say) -> None:
    rent("paid rent")
    old = rent.data_of("Paid $900.00").replace(":q:", ":p:").removesuffix(":90000")
    assert rent.tap_data(old, "tap9").startswith("✓ Bill $900.00 Rent\n")


PAYS = encode(PayDue(1, date(2026, 12, 1), 90000))


@pytest.mark.parametrize(
    ("said", "is_so"),
    [
        ("/bill rent skip", "Rent of Tue 1 Dec is skipped."),
        ("/bill rent off", "Rent is off. What was paid stays."),
        ("/bill rent on the 3rd", "Rent, $900.00, is due Thu 3 Dec."),
        ("rent 900", "Rent was paid Sun 22 Nov: $900.00."),
    ],
)
def test_what_cannot_be_paid_any_more_is_said_as_it_is(rent: Say, said: str, is_so: str) -> None:
    rent(said)
    recorded = rent("/recent")
    assert rent.tap_data(PAYS, "tap9") == is_so
    assert rent("/recent") == recorded


@pytest.mark.parametrize("kind", [PayAnother, MoveToTomorrow, SkipBill])
@pytest.mark.parametrize(
    ("said", "is_so"),
    [
        ("rent 900", "Rent was paid Sun 22 Nov: $900.00."),
        ("/bill rent off", "Rent is off. What was paid stays."),
        ("/bill rent on the 3rd", "Rent, $900.00, is due Thu 3 Dec."),
    ],
)
def test_what_cannot_be_put_off_any_more_is_said_as_it_is(
    rent: Say, kind: type[PayAnother | MoveToTomorrow | SkipBill], said: str, is_so: str
) -> None:
    rent(said)
    shown = rent("/bills")
    assert rent.tap_data(encode(kind(1, date(2026, 12, 1))), "tap9") == is_so
    assert rent("/bills") == shown


def test_what_was_let_go_can_be_paid(rent: Say) -> None:
    rent("/bill rent 900 once on 12/1")
    rent.wait(days=44)
    assert rent("rent") != "Rent, $900.00, was due Tue 1 Dec."
    assert rent.tap_data(PAYS, "tap9").startswith("✓ Bill $900.00 Rent\n")
    rent("/undo")
    rent("/bill rent 950")
    assert rent.tap_data(PAYS, "tap10").startswith("✓ Bill $900.00 Rent\n"), "what it cost then"


def test_who_says_paid_twice_is_told_which_one_the_button_pays(rent: Say) -> None:
    rent("paid rent")
    rent.tap("Paid $900.00")
    assert rent("paid rent") == "Rent was paid Sun 22 Nov: $900.00.\nRent, $900.00, is due Fri 1 Jan 2027."
    assert rent.buttons == ["Fri 1 Jan 2027: Paid $900.00", "No"]
    rent.wait(days=42)
    assert rent("paid rent") == "Rent, $900.00, was due Fri 1 Jan."
    assert rent.buttons == ["Paid $900.00", "No"]


# --- skipping -------------------------------------------------------------------------------------------------------------


def test_the_next_occurrence_is_skipped_by_words(rent: Say) -> None:
    said = "Rent of Tue 1 Dec is skipped.\nNext: Fri 1 Jan 2027"
    assert rent("/bill rent skip", number=50) == said
    assert DUE not in rent("/bills")
    assert rent("/bill rent skip", number=50) == said, "a repeat skips no further one"
    skipped = rent.reply

    assert rent.tap("Undo") == "Rent, $900.00, is due Tue 1 Dec."
    assert rent.buttons == ["Paid $900.00", "Another amount", "Tomorrow", "Skip this one"]
    assert DUE in rent("/bills")
    assert rent("/bill rent skip", number=50) == "Rent, $900.00, is due Tue 1 Dec.", "a repeat after that skips nothing"
    assert DUE in rent("/bills")

    assert rent("/bill rent skip") == said
    assert rent("/bill rent skip") == "Rent of Fri 1 Jan 2027 is skipped.\nNext: Mon 1 Feb 2027"
    rent.reply = skipped
    rent.tap("Undo")
    rent.tap("Paid $900.00")
    assert rent.tap_data(button(skipped), "late") == "Rent was paid Sun 22 Nov: $900.00."


def button(reply: Reply | None) -> str:
    assert reply is not None
    return reply.buttons[0][0].data


def test_what_cannot_be_skipped_is_said_so(rent: Say) -> None:
    assert rent("/bill gym skip").startswith("There is no bill “gym”.")
    rent("/bill camp 50 once on 12/2")
    assert rent("/bill camp skip") == "Camp of Wed 2 Dec is skipped."
    assert rent("/bill camp skip") == "Nothing of it is due any more."
    rent("/settings language german")
    assert rent("/bill rent diesmal nicht").startswith("Rent vom ")


def test_what_was_written_while_a_bill_was_skipped_pays_it_once_that_is_taken_back(rent: Say) -> None:
    rent("/bill rent skip")
    shown = rent.reply
    assert rent("rent 900").startswith("✓ $900.00 rent")
    rent.reply = shown
    assert rent.tap("Undo") == "Rent was paid Sun 22 Nov: $900.00.\nRent, $900.00, is due Fri 1 Jan 2027."
    assert rent.sums().endswith("Total: $0.00")
    rent("/undo")
    assert DUE in rent("/bills")


@pytest.mark.parametrize("into", ["", " in fun"])
def test_a_payment_says_nothing_of_what_was_taught(rent: Say, into: str) -> None:
    rent("power 90")
    rent.tap("Fun")
    assert "as last time" in rent("power 91")
    rent(f"/bill power 99 on the 25th{into}")
    assert "as last time" not in rent("power 99")
