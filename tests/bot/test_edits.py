"""What an edit does to lines that taps have settled; product page reading, section 5.2."""

import pytest

from tests.chat import Say, is_recorded


def edit(say: Say, text: str, number: int | None = None) -> str:
    say.wait(minutes=1)
    return say.edit(text, number)


def test_the_receipt_numbers_the_lines_as_the_text_does(say: Say) -> None:
    say("gizmo 5\nwidget 7")
    said = edit(say, "9 fun new\ngizmo 5\nwidget 7")

    assert said.startswith(
        "Corrected:\n✓ $21.00 in 3 entries\n1 $9.00 new · Fun\n2 $5.00 gizmo · Other\n3 $7.00 widget · Other"
    )
    assert say.buttons == ["Undo 1", "Undo 2", "Undo 3", "Undo all", "Change…"]

    said = say.tap("Undo 2")
    assert said.startswith(
        "✓ $16.00 in 2 entries\n1 $9.00 new · Fun\n2 $5.00 gizmo · Other undone\n3 $7.00 widget · Other"
    )
    assert "Restore 2" in say.buttons


@pytest.mark.parametrize("text", ["hello", "fun", "3 beers 18", "12.50.1 fun"])
def test_an_edit_of_what_recorded_nothing_corrects_nothing(say: Say, text: str) -> None:
    say("5 fun")
    say(text)

    assert edit(say, "18 fun").startswith("✓ $18.00\n"), "it said that it was corrected"
    assert edit(say, "18 fun beers").startswith("Corrected:\n✓ $18.00 beers\n")


def test_an_edit_that_comes_twice_says_the_same(say: Say) -> None:
    say("hello")

    said = edit(say, "18 fun")
    assert say.edit_again("18 fun") == said, "an entry that an edit made is none that it corrected"
    say.tap("Undo")
    say.tap("Restore")
    assert say.edit_again("18 fun") == said, "what was undone and restored says what it said"
    said = edit(say, "18 fun beers")
    assert said.startswith("Corrected:\n")
    assert say.edit_again("18 fun beers") == said


def test_a_button_from_before_an_edit_touches_its_own_line(say: Say) -> None:
    say("gizmo 5")
    edit(say, "widget 9\ngizmo 5")

    assert "2 $5.00 gizmo · Other undone" in say.tap_data("u:1:0", "an old button")
    assert "1 $9.00 widget · Other" in say.tap_data("c:1:0:2", "another")


def test_a_category_chosen_by_a_tap_stays_with_its_note(say: Say) -> None:
    say("gizmo 5")
    say.tap("Fun")
    say("gizmo 9")
    say.tap_data("c:2:0:2", "the note is taught another category")

    assert is_recorded(edit(say, "gizmo 6", number=1), "$6.00 gizmo · Fun")


def test_what_a_line_says_itself_goes_before_an_old_tap(say: Say) -> None:
    say("gizmo 5")
    say.tap("Fun")
    assert is_recorded(edit(say, "rent 5"), "$5.00 rent · Predictable Necessities")
    assert is_recorded(edit(say, "lunch 5"), "$5.00 lunch · Fun"), "a built-in word"
    assert is_recorded(edit(say, "frobnicate 5"), "$5.00 frobnicate · Other"), "no tap chose Fun for lunch"

    say("5.50")
    say.tap("Fun")
    assert is_recorded(edit(say, "5.50 frob"), "$5.50 frob · Fun")


def test_an_entry_that_was_never_answered_is_asked_about(say: Say) -> None:
    say("paid 40")
    assert "paycheck, or was it spent" in edit(say, "paid 40 acme")

    say("paid 900 rent")
    say.tap("It was income")
    assert is_recorded(edit(say, "paid 60 gas"), "$60.00 gas · Predictable Necessities")


COUNTS = "Until then this counts: ✓ "


@pytest.mark.parametrize(
    ("before", "edited", "asks", "counts", "first"),
    [
        ("18 fun beers", "3 fun beers 18", "Which is the amount", "$18.00 beers", "$18.00"),
        ("lunch 12", "lunch 12 50", "Which is the amount", "$12.00 lunch", "$12.50"),
        ("5 coffee", "5 dollars 50 coffee", "Which is the amount", "$5.00 coffee", "$5.50"),
        ("dinner 80", "dinner 80 split 4 ways", "Which is the amount", "$80.00 dinner", "$20.00, my share"),
        ("dinner 25", "dinner 25 each for 4", "Which is the amount", "$25.00 dinner", "$100.00"),
        ("40 gas", "40 gas 50", "Which is the amount", "$40.00 gas", "$50.00"),
        ("50 gas", "60 gas 50", "Which is the amount", "$50.00 gas", "$50.00"),
        ("bike 120", "sold bike 120", "Which way", "$120.00 bike", "Extra cash $120.00"),
        ("shoes 40", "returned shoes 40", "Which way", "$40.00 shoes", "Refund $40.00"),
        ("40 mom", "got 40 from mom", "Which way", "$40.00 mom", "Extra cash $40.00"),
        ("groceries 84.32", "groceries monday 84.32", "Which is the day", "$84.32 groceries", "$84.32 on Mon 16 Nov"),
        ("rent 900", "rent 900 12/1", "Which is the day", "$900.00 rent", "$900.00 on Mon 1 Dec 2025"),
        ("coffee 5", "coffee -5", "come back to you, or was it spent", "$5.00 coffee", "Spent $5.00"),
        ("gizmo 9", "see gizmo 9", "Did you spend $9.00", "$9.00 gizmo", "Fun"),
    ],
)
def test_an_edit_that_asks_as_a_new_message_would_guesses_nothing(
    say: Say, before: str, edited: str, asks: str, counts: str, first: str
) -> None:
    """What was recorded without a question is no answer to the one that the new words raise."""
    say(before)
    total = say.sums()

    said = edit(say, edited)
    assert asks in said
    assert f"{COUNTS}{counts}" in said
    assert say.buttons[0] == first
    assert say.sums() == total
    assert "Until then" in edit(say, f"{edited}\n7 fun new"), "another line answers it no more"
    say.tap(f"1: {first}")
    assert f"{COUNTS}" not in edit(say, f"{edited}\n8 fun new"), "what was answered is not asked again"


def test_an_answer_settles_its_own_question_alone(say: Say) -> None:
    say("3 beers 18")
    say.tap("$18.00")
    assert is_recorded(edit(say, "4 fun beers 18"), "$18.00 4 fun beers · Fun")
    assert is_recorded(edit(say, "3 fun beers 18"), "$18.00 3 fun beers · Fun"), "as often as it is edited"
    for another in ("3 fun beers 18 50", "3 fun beers 18 12/1", "sold 3 fun beers 18"):
        assert f"{COUNTS}$18.00 3 fun beers" in edit(say, another), another


def test_an_answer_about_income_holds_for_its_own_words(say: Say) -> None:
    say("paid 40 acme")
    say.tap("Paycheck $40.00")
    assert "✓ Paycheck $45.00 acme" in edit(say, "paid 45 acme")
    assert f"{COUNTS}Paycheck $45.00 acme" in edit(say, "paid 45 bob"), "other words may say another way"


def test_an_answer_is_all_that_is_recorded_of_its_line(say: Say) -> None:
    say("coffee 5, gas 40")
    say.tap("2 entries, $45.00")
    assert f"{COUNTS}$5.00 coffee" in edit(say, "3 beers 18")
    assert "Total: $45.00" in say.sums()

    say.tap("1: $18.00")
    assert "Total: $18.00" in say.sums()
    edit(say, "coffee 5, gas 40")
    say.tap("2 entries, $45.00")
    assert "Total: $45.00" in say.sums()
    assert "There are several amounts" in edit(say, "lunch 40, dinner 9"), "none of them is one of before"
    say.tap("1: 2 entries, $49.00")
    assert "1 $40.00 lunch · Fun\n2 $10.00 dinner" in edit(say, "lunch 40, dinner 10")
    assert "Total: $50.00" in say.sums()


def test_a_number_that_an_edit_makes_unclear_is_asked_about(say: Say) -> None:
    say("/settings currency EUR")
    say("/settings numbers de_DE")
    say("1.250 Sofa")
    assert f"{COUNTS}1.250,00 € Sofa" in edit(say, "1,250 Sofa")
    assert say.buttons[:2] == ["1,25 €", "1.250,00 €"]


def test_an_edit_that_names_a_category_makes_income_spent(say: Say) -> None:
    say("paid Bob 20")
    assert say.tap("It was income").startswith("✓ Paycheck $20.00 Bob")
    assert "$20.00 Bob" in edit(say, "paid Bob 20 fun")
    assert "Fun: $20.00" in say.sums()

    say("paid Ann 30")
    say.tap("It was income")
    assert "✓ Paycheck $30.00 Ann" in edit(say, "paid Ann 30 yesterday"), "it says nothing else of the way"
    assert "$30.00 Ann groceries" in edit(say, "paid Ann 30 groceries", number=3)
    assert "Predictable Necessities: $30.00" in say.sums()


def test_several_prices_of_a_line_stay_several(say: Say) -> None:
    say("coffee 5, gizmo 12.50, gas 40")
    say.tap("3 entries, $57.50")
    say.tap("2: Predictable")
    said = edit(say, "coffee 5, gizmo 13.50, gas 40")

    assert "1 $5.00 coffee · Fun\n2 $13.50 gizmo · Predictable…" in said
    assert "Total: $58.50" in say.sums()

    say.edit("coffee 5, gizmo 13.50, gas 40", number=1)
    assert say.tap("Undo").count("undone") == 3
    assert edit(say, "coffee 6, gizmo 13.50, gas 40", number=1).count("undone") == 0
    assert "Total: $59.50" in say.sums()
    assert "Which is the amount" in edit(say, "3 beers 18", number=1)


def test_one_price_that_was_chosen_stays_so_and_a_price_that_comes_to_one_is_asked_about(say: Say) -> None:
    say("coffee 5, lunch 12.50, gas 40")
    say.tap("Only $12.50")
    assert "$12.50 lunch" in edit(say, "coffee 5, lunch 12.50, gas 41")
    assert "Total: $12.50" in say.sums()

    say("gas 40")
    assert "There are several amounts" in edit(say, "gas 40, coffee 5")
    assert say.buttons[0] == "2 entries, $45.00"


def test_an_edit_of_one_of_several_prices_leaves_what_was_corrected_of_the_others(say: Say) -> None:
    say("coffee 5, lunch 12.50, gas 40")
    say.tap("3 entries, $57.50")
    say.reply_to("2: 20", 1)
    say.reply_to("2: yesterday", 1)
    said = edit(say, "coffee 5, lunch 12.50, gas 41", number=1)
    assert "2 $20.00 lunch · Fun · Sat 21 Nov\n3 $41.00 gas · Predictable…" in said

    said = edit(say, "lunch 12.50, snack 3, gas 41", number=1)
    assert said.split("\n")[1:5] == [
        "1 $20.00 lunch · Fun · Sat 21 Nov",
        "2 $41.00 gas · Predictable…",
        "3 $3.00 snack · Other",
        "4 $5.00 coffee · Fun undone",
    ]
    said = edit(say, "monday\ngas 41, coffee 5, snack 3, lunch 12.50", number=1)
    assert "$20.00 lunch · Fun · Sat 21 Nov" in said, "a day that was corrected stays, too"
    assert "$5.00 coffee · Fun · Mon 16 Nov" in said
    assert "$13.00 lunch · Fun · Mon 16 Nov" in edit(say, "monday\ngas 41, coffee 5, snack 3, lunch 13", number=1)
    say.tap("Undo")
    assert "Total: $0.00" in say.sums()


def test_a_line_that_becomes_a_total_or_a_day_is_no_entry_any_more(say: Say) -> None:
    say("5 fun a\n6 fun b\n11 fun c")
    said = edit(say, "5 fun a\n6 fun b\ntotal 11")
    assert "✓ Together $11.00." in said
    assert "Fun: $11.00" in say.sums()

    edit(say, "monday\n6 fun b\ntotal 11", number=1)
    assert "Mon" in say("/recent")
    edit(say, "tuesday\n6 fun b\ntotal 11", number=1)
    assert "Tue 17 Nov" in say("/recent"), "the day over a line belongs to what it says"


def test_a_question_that_was_declined_is_not_asked_again(say: Say) -> None:
    say("5 fun\nsee you at 7")
    say.tap("2: No, nothing")
    said = edit(say, "6 fun\nsee you at 7")

    assert "✓ $6.00" in said
    assert "Did you spend" not in said
    assert "Did you spend" in edit(say, "6 fun\nsee you at 8")


def test_a_list_dash_answers_the_question_about_a_lone_one(say: Say) -> None:
    said = say("- 5 coffee")
    assert "?" in said
    said = edit(say, "- 5 coffee\n- 6 fun tea")
    assert "1 $5.00 coffee · Fun\n2 $6.00 tea · Fun" in said


def test_lines_that_went_long_ago_are_not_shown_again(say: Say) -> None:
    say("5 fun a\n6 fun b")
    assert "2 $6.00 b · Fun undone" in edit(say, "5 fun a")
    assert "undone" not in edit(say, "7 fun a")
    assert "undone" not in say.tap("Undo").replace("$7.00 a undone", "")


def test_an_edit_of_many_lines_into_others_is_still_a_message(say: Say) -> None:
    say("\n".join(f"{n} fun a{n}" for n in range(1, 21)))
    edit(say, "\n".join(f"{n}.50 fun b{n}x" for n in range(31, 51)))
    said = edit(say, "\n".join(f"{n}.50 fun b{n}x" for n in range(31, 51)).replace("31.50", "32.75"))

    assert "1 $32.75 b31x · Fun" in said


def test_a_repeat_of_the_first_text_after_an_edit_shows_what_stands(say: Say) -> None:
    say("5 fun a\n6 fun b")
    edit(say, "9 fun new\n5 fun a\n6 fun b")
    said = say("5 fun a\n6 fun b", number=1)

    assert said.startswith("✓ $20.00 in 3 entries\n1 $9.00 new · Fun\n2 $5.00 a · Fun\n3 $6.00 b · Fun")


def test_an_edit_teaches_the_category_that_it_names(say: Say) -> None:
    say("gizmo 9.50\nwidget 3 beers 18")
    edit(say, "9.50 fun gizmo\nwidget 18 fun")

    assert say("gizmo 4.20").endswith(" · Fun, as last time")
    assert say("widget 4").endswith(" · Fun, as last time")
    say("frob 3")
    edit(say, "frob 3\nthing 4 rent")
    assert is_recorded(say("thing 4"), "$4.00 thing · Other"), "a new line is no correction"


def test_lines_that_stand_in_another_order_have_other_numbers_in_the_receipt(say: Say) -> None:
    say("5 fun a\n6 fun b\n7 fun c")
    say.tap("Undo 1")

    said = edit(say, "7 fun c\n6 fun b\n5 fun a")

    assert "1 $7.00 c · Fun\n2 $6.00 b · Fun\n3 $5.00 a · Fun undone" in said
    assert say.buttons == ["Undo 1", "Undo 2", "Restore 3", "Undo all", "Change…"]


def test_a_total_that_an_edit_changes_is_checked_again(say: Say) -> None:
    say("5 fun a\n6 fun b\ntotal 11")

    assert "$11.00" in edit(say, "5 fun a\n6 fun b\ntotal 12")


def test_what_taps_made_of_lines_follows_them_to_another_day(say: Say) -> None:
    say("Monday\n5 fun a\n6 fun b\ngizmo 7")
    say.tap("Undo 2")
    say.tap("4: Fun")

    said = edit(say, "Tuesday\n5 fun a\n6 fun b\ngizmo 7")

    assert "2 $5.00 a · Fun · Tue 17 Nov undone" in said, said
    assert "4 $7.00 gizmo · Fun" in said


def test_a_day_that_was_answered_is_not_asked_again(say: Say) -> None:
    say("900 groceries 12/1")
    say.tap(next(label for label in say.buttons if "2025" in label))

    assert "✓ $950.00" in edit(say, "950 groceries 12/1")


@pytest.mark.parametrize("edit", ["coffee", "can I afford 80 shoes"])
def test_an_edit_to_what_records_nothing_says_what_stays(say: Say, edit: str) -> None:
    say("coffee 4")

    assert "So this stays as it was: ✓ $4.00 coffee · Fun" in say.edit(edit)


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        ("hello", "I see no amount there. Write it like this: 12.50 fun tacos\n"),
        ("hello\nhow\nare you", "I see no amount there. Write it like this: 12.50 fun tacos\n"),
        ("5% tip", "“5%” is a percentage"),
        ("fun", "I see no amount there. Write it like this: 12.50 fun tacos\n"),
    ],
)
def test_an_edit_of_other_lines_that_does_not_read_says_so_and_changes_nothing(say: Say, edit: str, why: str) -> None:
    before = say("5 fun\n6 groceries")

    said = say.edit(edit)

    assert said.startswith(why)
    assert said.endswith(f"So this stays as it was:\n{before}")
    assert say.sums().startswith("Fun: $5.00 of $150\nPredictable Necessities: $6.00 of $100")


def test_an_edit_that_does_not_read_and_comes_late_is_over(say: Say) -> None:
    say("5 fun\n6 groceries")
    number = say._number
    say.wait(seconds=5)
    newest = say.edit("7 fun\n6 groceries").removeprefix("Corrected:\n")
    say.wait(seconds=-3)

    assert say.edit("hello", number) == newest


@pytest.mark.parametrize(
    ("before", "edits"),
    [
        ("see you at 9", ["lunch 9?"]),
        ("3 beers 18", ["hello"]),
        ("3 beers 18", ["hello\nhow are you"]),
        ("3 beers 18", ["fun"]),
        ("3 beers 18", ["can i afford 9"]),
        ("3 beers 18", ["5% tip"]),
        ("coffee 8", ["see you at 9", "hello"]),
        ("coffee 8", ["see you at 9", "hello\nhow are you"]),
        ("8 fun coffee\nsee you at 9", ["8 fun coffee\nhello"]),
        ("8 fun coffee\nsee you at 9", ["hello"]),
    ],
)
def test_a_question_goes_with_its_words(say: Say, before: str, edits: list[str]) -> None:
    """What the message does not say any more can't be recorded by a button that was under it."""
    say(before)
    counts = say.sums()
    for text in edits:
        asked = [label for label in say.buttons if label not in {"Undo", "Undo 1", "Change…"}]
        data = [say.data_of(label) for label in asked]
        said = edit(say, text)
    assert asked
    assert set(say.buttons) <= {"Undo", "Undo 1", "Change…"}
    assert ("$8.00 coffee" in said) == ("coffee" in before)
    assert "Until then" not in said
    for n, one in enumerate(data):
        say.tap_data(one, f"late {n}")
    assert say.sums() == counts
    assert edit(say, text) == said.removeprefix("Corrected:\n"), "a second time it says the same"
    edit(say, [before, *edits][-2])
    assert say.buttons[:1] == asked[:1], "the same words ask again"


def test_an_older_edit_opens_no_question_again(say: Say) -> None:
    say("3 beers 18")
    say.wait(minutes=1)
    say.edit("hello")
    say.wait(seconds=-30)
    say.edit("4 beers 20")

    assert say.buttons == []
    assert say.sums().endswith("Total: $0.00")


def test_in_a_group_a_question_goes_with_its_words_too(say: Say) -> None:
    say.group = True
    say("3 beers 18")
    assert "I see no amount" in edit(say, "hello there")
    assert say.buttons == []
    assert edit(say, "hello there you") == "", "talk is no reason to speak twice"


@pytest.mark.parametrize(
    ("text", "edited", "held"),
    [
        ("30 groceries", "31 groceries", "✓ $31.00 groceries · Fri 20 Nov"),
        ("30 groceries", "30 groceries lidl", "✓ $30.00 groceries lidl · Fri 20 Nov"),
        ("30 groceries", "31 groceries yesterday", "✓ $31.00 groceries · Sat 21 Nov"),
        ("30 groceries", "31 groceries today", "✓ $31.00 groceries\n"),
        ("30 groceries yesterday", "31 groceries", "✓ $31.00 groceries\n"),
        ("30 groceries", "groceries 30 + 2", "= $32.00 groceries · Fri 20 Nov"),
    ],
)
def test_a_day_that_a_reply_has_set_stays_where_no_text_says_one(say: Say, text: str, edited: str, held: str) -> None:
    say(text)
    say.reply_to("friday", 1)

    assert held in f"{edit(say, edited, 1)}\n"
    assert held in f"{edit(say, edited, 1)}\n", "and so it does when the text is sent again"


def test_of_several_lines_each_keeps_the_day_that_was_set(say: Say) -> None:
    say("30 groceries\n5 fun\nyesterday 7 tacos")
    say.reply_to("1: friday", 1)
    say.reply_to("3: friday", 1)

    said = edit(say, "9 zoo\n31 groceries\n6 fun\n8 tacos", 1)

    assert "2 $31.00 groceries · Predictable… · Fri 20 Nov" in said
    assert said.count("20 Nov") == 1, "the other line said a day, so that its text settles it"


def test_under_a_heading_the_text_says_the_day(say: Say) -> None:
    say("yesterday\n30 groceries")
    say.reply_to("friday", 1)

    assert "Sat 21 Nov" in edit(say, "yesterday\n31 groceries", 1)


@pytest.mark.parametrize(
    ("before", "text", "answered", "edited", "held"),
    [
        ("", "paid 1500", None, "paid 1600", "✓ Paycheck $1,600.00 · Fri 20 Nov"),
        ("", "paid 1500", None, "paid 1600 acme", "Is the $1,600.00 in “paid 1600 acme” a paycheck"),
        ("", "paid 1500", None, "paid 1600 today", "✓ Paycheck $1,600.00\n"),
        ("", "paid 1500", None, "paid 1600 thursday", "✓ Paycheck $1,600.00 · Thu 19 Nov"),
        ("paid 900 2026-11-18", "paid 1500", "New pay period", "paid 1600", "✓ Paycheck $1,600.00 · Fri 20 Nov"),
        (
            "paid 900 2026-11-18",
            "paid 1500",
            "New pay period",
            "paid 1600 saturday",
            "✓ Paycheck $1,600.00 · Sat 21 Nov",
        ),
        ("paid 900 2026-11-18", "paid 1500", "Adds to this one", "paid 1600", "✓ Extra cash $1,600.00 · Fri 20 Nov"),
        ("paid 900", "paid 1500", None, "paid 1600", "✓ Paycheck $1,600.00 · Fri 20 Nov"),
        ("", "paid 1500 acme", "Spent $1,500.00", "paid 1600 acme", "✓ $1,600.00 acme · Fri 20 Nov"),
        ("", "paid 1500 acme", "Paycheck $1,500.00", "paid 1600 acme", "✓ Paycheck $1,600.00 acme · Fri 20 Nov"),
        ("", "3 beers 18", "$18.00", "3 beers 18.50", "✓ $18.50 3 beers · Fri 20 Nov"),
        ("", "ruby tuesday 18", "$18.00 on Sun 22 Nov", "ruby tuesday 19", "Which is the day in"),
    ],
)
def test_a_day_that_was_set_stays_where_a_line_asked_or_would_ask(
    say: Say, before: str, text: str, answered: str | None, edited: str, held: str
) -> None:
    say(before or "hello")
    say(text)
    if answered is not None:
        say.tap(answered)
    say.reply_to("friday", 2)

    assert held in f"{edit(say, edited, 2)}\n"


def test_a_question_of_an_edit_keeps_the_day_that_was_set(say: Say) -> None:
    say("12 coffee")
    say.reply_to("friday", 1)
    edit(say, "3 coffee 12", 1)

    assert "✓ $12.00 3 coffee · Fri 20 Nov" in say.tap("$12.00")


def test_of_several_prices_each_keeps_the_day_that_was_set(say: Say) -> None:
    say("coffee 3 bagel 4")
    say.tap("2 entries, $7.00")
    say.reply_to("1: friday", 1)

    said = edit(say, "coffee 3.50 bagel 4", 1)

    assert "1 $3.50 coffee · Fun · Fri 20 Nov" in said
    assert said.count("20 Nov") == 1


def test_a_paycheck_is_no_second_one_beside_itself(say: Say) -> None:
    say("paid 1500")
    assert "✓ Paycheck $1,500.00 · Fri 20 Nov" in edit(say, "paid 1500 friday", 1)
    assert "✓ Paycheck $1,500.00 · Wed 18 Nov" in edit(say, "paid 1500 wednesday", 1)

    say("5 fun")
    say("paid 300 2026-11-18")
    assert "begin a new pay period?" in edit(say, "paid 300 2026-11-14", 3), "the other one of that day stays"
