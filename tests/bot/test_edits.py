"""What an edit does to lines that taps have settled; product page reading, section 5.2."""

from tests.chat import Say


def edit(say: Say, text: str, number: int | None = None) -> str:
    say.wait(minutes=1)
    return say.edit(text, number)


def test_the_receipt_numbers_the_lines_as_the_text_does(say: Say) -> None:
    say("gizmo 5\nwidget 7")
    said = edit(say, "9 fun new\ngizmo 5\nwidget 7")

    assert said.startswith("Corrected:\n✓ $9.00 · Fun · new\n✓ $5.00 · Other · gizmo\n✓ $7.00 · Other · widget")
    assert say.buttons[0].startswith("2: ")
    assert say.buttons[-4:] == ["Undo 1", "Undo 2", "Undo 3", "Undo all"]

    said = say.tap("Undo 2")
    assert said.startswith("✓ $9.00 · Fun · new\n$5.00 · Other · gizmo undone\n✓ $7.00 · Other · widget")
    assert "Restore 2" in say.buttons


def test_a_button_from_before_an_edit_touches_its_own_line(say: Say) -> None:
    say("gizmo 5")
    edit(say, "widget 9\ngizmo 5")

    assert "$5.00 · Other · gizmo undone" in say.tap_data("u:1:0", "an old button")
    assert "✓ $9.00 · Other · widget" in say.tap_data("c:1:0:2", "another")


def test_a_category_chosen_by_a_tap_stays_with_its_note(say: Say) -> None:
    say("gizmo 5")
    say.tap("Fun")
    say("gizmo 9")
    say.tap_data("c:2:0:2", "the note is taught another category")

    assert "✓ $6.00 · Fun · gizmo" in edit(say, "gizmo 6", number=1)


def test_what_a_line_says_itself_goes_before_an_old_tap(say: Say) -> None:
    say("gizmo 5")
    say.tap("Fun")
    assert "✓ $5.00 · Predictable Necessities · rent" in edit(say, "rent 5")
    assert "✓ $5.00 · Fun · lunch" in edit(say, "lunch 5"), "a built-in word"
    assert "✓ $5.00 · Other · frobnicate" in edit(say, "frobnicate 5"), "no tap chose Fun for lunch"

    say("5.50")
    say.tap("Fun")
    assert "✓ $5.50 · Fun · frob" in edit(say, "5.50 frob")


def test_an_entry_that_was_never_answered_is_asked_about(say: Say) -> None:
    say("paid 40")
    assert "paycheck, or was it spent" in edit(say, "paid 40 acme")

    say("paid 900 rent")
    say.tap("It was income")
    assert "✓ $60.00 · Predictable Necessities · gas" in edit(say, "paid 60 gas")

    say("18 fun beers")
    assert "✓ $18.00 · Fun · 3 fun beers" in edit(say, "3 fun beers 18"), "the amount is the one of before"


def test_several_prices_of_a_line_stay_several(say: Say) -> None:
    say("coffee 5, gizmo 12.50, gas 40")
    say.tap("3 entries, $57.50")
    say.tap("1: Predictable Necessities")
    said = edit(say, "coffee 5, gizmo 13.50, gas 40")

    assert "✓ $5.00 · Fun · coffee" in said
    assert "✓ $13.50 · Predictable Necessities · gizmo" in said
    assert "Total: $58.50" in say("/week")

    say.edit("coffee 5, gizmo 13.50, gas 40", number=1)
    assert say.tap("Undo").count("undone") == 3
    assert edit(say, "coffee 6, gizmo 13.50, gas 40", number=1).count("undone") == 0
    assert "Total: $59.50" in say("/week")
    assert "Which is the amount" in edit(say, "3 beers 18", number=1)


def test_a_line_that_becomes_a_total_or_a_day_is_no_entry_any_more(say: Say) -> None:
    say("5 fun a\n6 fun b\n11 fun c")
    said = edit(say, "5 fun a\n6 fun b\ntotal 11")
    assert "✓ Together $11.00." in said
    assert "Fun: $11.00" in say("/week")

    edit(say, "monday\n6 fun b\ntotal 11", number=1)
    assert "Mon" in say("/recent")
    edit(say, "tuesday\n6 fun b\ntotal 11", number=1)
    assert "Tue 17 Nov" in say("/recent"), "the day over a line belongs to what it says"


def test_a_question_that_was_declined_is_not_asked_again(say: Say) -> None:
    say("5 fun\nsee you at 7")
    say.tap("2: No, nothing")
    said = edit(say, "6 fun\nsee you at 7")

    assert "✓ $6.00 · Fun" in said
    assert "Did you spend" not in said
    assert "Did you spend" in edit(say, "6 fun\nsee you at 8")


def test_a_list_dash_answers_the_question_about_a_lone_one(say: Say) -> None:
    said = say("- 5 coffee")
    assert "?" in said
    said = edit(say, "- 5 coffee\n- 6 fun tea")
    assert "✓ $5.00 · Fun · coffee" in said
    assert "✓ $6.00 · Fun · tea" in said


def test_lines_that_went_long_ago_are_not_shown_again(say: Say) -> None:
    say("5 fun a\n6 fun b")
    assert "$6.00 · Fun · b undone" in edit(say, "5 fun a")
    assert "undone" not in edit(say, "7 fun a")
    assert "undone" not in say.tap("Undo").replace("$7.00 · Fun · a undone", "")


def test_an_edit_of_many_lines_into_others_is_still_a_message(say: Say) -> None:
    say("\n".join(f"{n} fun a{n}" for n in range(1, 21)))
    edit(say, "\n".join(f"{n}.50 fun b{n}x" for n in range(31, 51)))
    said = edit(say, "\n".join(f"{n}.50 fun b{n}x" for n in range(31, 51)).replace("31.50", "32.75"))

    assert "✓ $32.75 · Fun · b31x" in said


def test_a_repeat_of_the_first_text_after_an_edit_shows_what_stands(say: Say) -> None:
    say("5 fun a\n6 fun b")
    edit(say, "9 fun new\n5 fun a\n6 fun b")
    said = say("5 fun a\n6 fun b", number=1)

    assert said.startswith("✓ $9.00 · Fun · new\n✓ $5.00 · Fun · a\n✓ $6.00 · Fun · b")


def test_an_edit_teaches_the_category_that_it_names(say: Say) -> None:
    say("gizmo 9.50\nwidget 3 beers 18")
    edit(say, "9.50 fun gizmo\nwidget 18 fun")

    assert "✓ $4.20 · Fun · gizmo, as last time" in say("gizmo 4.20")
    assert "✓ $4.00 · Fun · widget, as last time" in say("widget 4")
    say("frob 3")
    edit(say, "frob 3\nthing 4 rent")
    assert "✓ $4.00 · Other · thing" in say("thing 4"), "a new line is no correction"


def test_lines_that_stand_in_another_order_have_other_numbers_in_the_receipt(say: Say) -> None:
    say("5 fun a\n6 fun b\n7 fun c")
    say.tap("Undo 1")

    said = edit(say, "7 fun c\n6 fun b\n5 fun a")

    assert "✓ $7.00 · Fun · c\n✓ $6.00 · Fun · b\n$5.00 · Fun · a undone" in said
    assert say.buttons == ["Undo 1", "Undo 2", "Restore 3", "Undo all"]


def test_a_total_that_an_edit_changes_is_checked_again(say: Say) -> None:
    say("5 fun a\n6 fun b\ntotal 11")

    assert "$11.00" in edit(say, "5 fun a\n6 fun b\ntotal 12")


def test_what_taps_made_of_lines_follows_them_to_another_day(say: Say) -> None:
    say("Monday\n5 fun a\n6 fun b\ngizmo 7")
    say.tap("Undo 2")
    say.tap("4: Fun")

    said = edit(say, "Tuesday\n5 fun a\n6 fun b\ngizmo 7")

    assert "$5.00 · Fun · a · Tue 17 Nov undone" in said, said
    assert "✓ $7.00 · Fun · gizmo" in said


def test_a_day_that_was_answered_is_not_asked_again(say: Say) -> None:
    say("900 groceries 12/1")
    say.tap(next(label for label in say.buttons if "2025" in label))

    assert "✓ $950.00" in edit(say, "950 groceries 12/1")
