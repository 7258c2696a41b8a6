"""What taps behind [Change…] do to an entry; product page chat, section 2."""

from pathlib import Path

import pytest

from bot.buttons import AskFor
from bot.reply import Reply
from budget.entries import LONGEST_NOTE
from budget.prompts import Part
from tests.chat import Say, as_listed, breaking, chat, is_recorded
from words.markup import plain


@pytest.fixture
def tacos(say: Say) -> Say:
    say("12.50 fun tacos")
    return say


def ask(say: Say, part: str) -> None:
    """Tap the way from a receipt to the question for a part of its entry."""
    say.tap("Change…")
    say.tap(part)


@pytest.mark.parametrize(
    ("part", "answer", "held"),
    [
        ("Amount", "15", "$15.00 tacos · Fun"),
        ("Amount", "it was 15.50", "$15.50 tacos · Fun"),
        ("Amount", "2x7", "2 × 7 = $14.00 tacos · Fun"),
        ("Amount", "12.50", "$12.50 tacos · Fun"),
        ("Amount", "15 yesterday", "$15.00 tacos · Fun · Sat 21 Nov"),
        ("Amount", "15 other", "$15.00 tacos · Other"),
        ("Amount", "12.50 other", "$12.50 tacos · Other"),
        ("Amount", "15 I think", "$15.00 tacos · Fun"),
        ("Day", "fri 20", "$12.50 tacos · Fun · Fri 20 Nov"),
        ("Day", "yesterday", "$12.50 tacos · Fun · Sat 21 Nov"),
        ("Day", "on the 20th", "$12.50 tacos · Fun · Fri 20 Nov"),
        ("Day", "today", "$12.50 tacos · Fun"),
        ("Day", "15", "$12.50 tacos · Fun · Sun 15 Nov"),
        ("Day", "22.", "$12.50 tacos · Fun"),
        ("Day", "٢١", "$12.50 tacos · Fun · Sat 21 Nov"),
        ("Note", "burritos  and beer", "$12.50 burritos and beer · Fun"),
        ("Note", "15 yesterday", "$12.50 15 yesterday · Fun"),
    ],
)
def test_a_part_is_asked_for_and_the_reply_is_it(tacos: Say, part: str, answer: str, held: str) -> None:
    ask(tacos, part)
    said = tacos.answers(answer)

    assert said.startswith("Corrected:\n")
    assert is_recorded(said, held)
    assert tacos("/recent").split("\n") == as_listed(held)


@pytest.mark.parametrize(
    ("part", "answer", "why"),
    [
        ("Amount", "yesterday", "I see no amount there."),
        ("Amount", "plenty", "I see no amount there. Write it like this: 12.50\n"),
        ("Amount", "15%", "“15%” is a percentage"),
        ("Day", "plenty", "I see no day there. Write it like this: yesterday, friday, 14 mar\n"),
        ("Day", "15.50", "I see no day there."),
        ("Day", "32", "I see no day there."),
        ("Day", "tomorrow", "“tomorrow” has not come yet."),
        ("Note", "n" * (LONGEST_NOTE + 1), "The note is longer than 200 characters."),
    ],
)
def test_an_answer_that_cannot_be_read_changes_nothing_and_is_asked_for_again(
    tacos: Say, part: str, answer: str, why: str
) -> None:
    ask(tacos, part)
    assert tacos.asked is not None
    question = breaking(plain(tacos.asked.text))
    said = tacos.answers(answer)

    assert said.startswith(why)
    assert said.endswith(question)
    assert tacos.reply is not None
    assert tacos.reply.prompt == tacos.asked.prompt, "else the next try would be an entry of its own"
    assert tacos.reply.placeholder == tacos.asked.placeholder
    assert tacos("/recent").split("\n") == as_listed("$12.50 tacos · Fun")
    better, changed = {
        "Amount": ("15", "$15.00 tacos · Fun"),
        "Day": ("yesterday", "$12.50 tacos · Fun · Sat 21 Nov"),
        "Note": ("nachos", "$12.50 nachos · Fun"),
    }[part]
    assert is_recorded(tacos.answers(better), changed)
    assert tacos("/recent").split("\n") == as_listed(changed)


@pytest.mark.parametrize(
    ("said", "day"), [("23", "$12.50 tacos · Fun · Fri 23 Oct"), ("31", "$12.50 tacos · Fun · Sat 31 Oct")]
)
def test_a_day_of_the_month_is_the_latest_there_was(tacos: Say, said: str, day: str) -> None:
    ask(tacos, "Day")

    assert is_recorded(tacos.answers(said), day)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en_US", "on the 20"),
        ("de_DE", "am 20."),
        ("de_DE", "der 20"),
        ("fr_FR", "le 20"),
        ("es_ES", "el día 20"),
        ("it_IT", "il 20"),
        ("nl_NL", "op de 20e"),
        ("pt_BR", "no dia 20"),
        ("ru_RU", "20 числа"),
        ("tr_TR", "20'sinde"),
        ("id_ID", "tgl 20"),
    ],
)
def test_a_day_of_the_month_may_be_led_to_by_words(tmp_path: Path, locale: str, said: str) -> None:
    with chat(tmp_path, LOCALE=locale) as say:
        say("12 fun tacos")
        say(f"/settings language {locale[:2]}")
        say("/recent")
        say.tap("1")
        say.tap(say.buttons[2])
        say.answers(said)
        day = "20 de nov." if locale == "pt_BR" else "20"
        assert day in say("/recent").split("\n")[0]


def test_undo_is_no_answer_but_takes_back(tacos: Say) -> None:
    ask(tacos, "Note")

    assert tacos.answers("/undo").startswith("$12.50 tacos undone")


def test_an_amount_that_could_be_two_is_asked_about(tacos: Say) -> None:
    ask(tacos, "Amount")

    assert tacos.answers("1.250") == "Shall I change this?\n$12.50 tacos · Fun"
    assert tacos.tap("To $1.25 tacos · Fun").startswith("✓ $1.25 tacos\n")


@pytest.mark.parametrize("answer", ["yesterday 15", "nov 21 15.00"])
def test_an_amount_beside_the_day_that_was_asked_for_is_asked_about(tacos: Say, answer: str) -> None:
    ask(tacos, "Day")

    assert tacos.answers(answer) == "Shall I change this?\n$12.50 tacos · Fun"
    assert tacos.buttons[:2] == ["To $12.50 tacos · Fun · Sat 21 Nov", "To $15.00 tacos · Fun · Sat 21 Nov"]


@pytest.mark.parametrize("answer", ["-5", "- 5", "refund 5", "it was -5"])
def test_an_amount_below_zero_asks_whether_it_came_back(tacos: Say, answer: str) -> None:
    ask(tacos, "Amount")

    assert tacos.answers(answer) == "Shall I change this?\n$12.50 tacos · Fun"
    assert tacos.buttons[:2] == ["To Refund $5.00 tacos · Fun", "To $5.00 tacos · Fun"]
    assert tacos.tap("To Refund $5.00 tacos · Fun").startswith("✓ Refund $5.00 tacos\n")


@pytest.mark.parametrize(
    ("part", "answer", "way"),
    [
        ("Day", "3/14", "To $12.50 tacos · Fun · Sat 14 Mar"),
        ("Amount", "-12.50", "To Refund $12.50 tacos · Fun"),
    ],
)
def test_what_changes_nothing_is_no_choice_of_its_own(tacos: Say, part: str, answer: str, way: str) -> None:
    ask(tacos, part)

    assert tacos.answers(answer) == "Shall I change this?\n$12.50 tacos · Fun"
    assert tacos.buttons == [way, "No, leave it"]


def test_a_paycheck_below_zero_is_asked_about(say: Say) -> None:
    say("paid 1500")
    ask(say, "Amount")

    assert say.answers("-5") == "Shall I change this?\nPaycheck $1,500.00"
    assert say.buttons == ["To Paycheck $5.00", "No, leave it"]


@pytest.mark.parametrize("no", ["no", "No!", "never mind", "“no”"])
def test_one_way_to_give_up_an_answer_and_a_question(tacos: Say, no: str) -> None:
    ask(tacos, "Amount")
    assert is_recorded(tacos.answers(no), "$12.50 tacos · Fun")
    tacos("/bill rent 900 monthly on 1st")
    assert tacos("paid rent") == "Rent, $900.00, is due Tue 1 Dec."
    assert tacos(no) == "Fine, nothing changes. /undo takes the latest entry back."
    tacos("/forget")
    assert tacos(no) == "Fine, nothing changes. /undo takes the latest entry back."


def test_a_reply_that_comes_again_or_is_edited_counts_once(tacos: Say) -> None:
    ask(tacos, "Amount")
    tacos.answers("15")
    say_again = tacos.answers("15", number=2)
    assert is_recorded(say_again, "$15.00 tacos · Fun")
    tacos.wait(minutes=1)
    assert is_recorded(tacos.answers("16", number=2, edits=True), "$16.00 tacos · Fun")

    assert tacos("/recent").split("\n")[1:] == ["1 $16.00 tacos · Fun"]


def test_the_category_is_chosen_and_the_way_leads_back(tacos: Say) -> None:
    receipt = tacos.tap("Change…")
    assert receipt == "$12.50 tacos · Fun\nWhat shall I change?"
    assert tacos.buttons == ["Category", "Amount", "Day", "Note", "Delete", "‹ Back"]
    tacos.tap("Category")
    assert tacos.buttons == ["Predictable", "Unpredictable", "Other", "‹ Back"]
    assert tacos.tap("‹ Back").startswith("✓ $12.50 tacos\n")
    ask(tacos, "Category")

    assert is_recorded(tacos.tap("Other"), "$12.50 tacos · Other")


def test_delete_takes_back_and_can_be_taken_back(tacos: Say) -> None:
    tacos.tap("Change…")

    assert tacos.tap("Delete").startswith("$12.50 tacos undone")
    assert tacos.buttons == ["Restore"]
    assert is_recorded(tacos.tap("Restore"), "$12.50 tacos · Fun")


def test_of_several_entries_one_is_chosen_first(say: Say) -> None:
    say("3 coffee\n5 gas\n7 other")
    say.tap("Undo 1")

    assert say.tap("Change…") == "Which one?\n2 $5.00 gas · Predictable Necessities\n3 $7.00 · Other"
    assert say.buttons == ["2", "3", "‹ Back"], "the numbers of the receipt"
    assert say.tap("3") == "$7.00 · Other\nWhat shall I change?"
    say.tap("Note")
    assert "3 $7.00 stamps · Other" in say.answers("stamps")


def test_money_that_came_in_has_no_category(say: Say) -> None:
    say("paid 1500")
    say.tap("Change…")

    assert say.buttons == ["Amount", "Day", "Note", "Delete", "‹ Back"]
    say.tap("Amount")
    assert say.answers("1600").startswith("Corrected:\n✓ Paycheck $1,600.00\n")


@pytest.mark.parametrize(
    ("part", "answer"),
    [
        ("Amount", "no"),
        ("Amount", "Cancel!"),
        ("Amount", "nothing"),
        ("Amount", "never mind"),
        ("Day", "forget it"),
        ("Note", "Never mind."),
    ],
)
def test_who_gives_up_is_not_asked_again(tacos: Say, part: str, answer: str) -> None:
    ask(tacos, part)

    assert tacos.answers(answer).startswith("✓ $12.50 tacos\n"), "nothing is corrected"
    assert tacos.reply is not None
    assert tacos.reply.prompt is None


def test_what_is_undone_meanwhile_is_not_asked_for_again(tacos: Say) -> None:
    ask(tacos, "Amount")
    tacos.tap("Undo")

    assert tacos.answers("abc").startswith("I see no amount there.")
    assert tacos.reply is not None
    assert tacos.reply.prompt is None
    assert tacos.buttons == ["Restore"]


def test_a_question_about_what_is_gone_says_so(tacos: Say) -> None:
    assert tacos.tap_data("v:1:7", "other line").startswith("That is settled already.")
    assert tacos.tap_data("v:9:*", "no message").startswith("That is settled already.")
    assert tacos.tap_data("v:1:7:a", "asked").startswith("That is settled already.")
    tacos.asked = Reply("", prompt=AskFor(9, 0, Part.AMOUNT))
    assert tacos.answers("15").endswith("so nothing is changed.")
    tacos.asked = Reply("", prompt=AskFor(1, 7, Part.AMOUNT))
    assert tacos.answers("15").endswith("so nothing is changed.")
    assert tacos("/recent").split("\n")[1:] == ["1 $12.50 tacos · Fun"]


def test_a_name_of_a_right_to_left_script_does_not_turn_the_line(say: Say) -> None:
    say("/categories add קפה 80")
    assert "\u2068קפה\u2069" in say("12.50 קפה שחור")
    assert "\u2068שחור\u2069" in say("/recent")
    assert "\u2068קפה\u2069: $80" in say("/limits")


def test_a_category_may_begin_with_a_picture_or_a_digit(say: Say) -> None:
    say("/categories add 🎉 Parties 80")
    say("/categories add 2nd car 90")

    assert "🎉 Parties" in say("12.50 parties balloons")
    assert "🎉 Parties" in say("🎉 parties 3")
    assert "2nd car" in say("2nd car 30")
    assert "✓ $30.00" in say("30 2nd car")
    assert "2nd car: $60.00 of $90" in say.sums()


@pytest.mark.parametrize("old", ["v:1:0", "v:1:0:a", "v:1:0:d", "v:1:0:n"])
def test_an_old_button_of_an_undone_entry_shows_that_it_is_undone(tacos: Say, old: str) -> None:
    """Its own words would send people to the button that they have just tapped."""
    tacos("/undo")
    assert tacos.tap_data(old, "old") == "$12.50 tacos · Fun undone"
    assert tacos.buttons == ["Restore"]


def test_an_old_button_of_several_undone_entries_shows_them(say: Say) -> None:
    say("12.50 fun tacos\n5 fun gum")
    change = say.data_of("Change…")
    say("/undo")
    assert say.tap_data(change, "old").split("\n") == ["1 $12.50 tacos · Fun undone", "2 $5.00 gum · Fun undone"]
    assert say.buttons == ["Restore 1", "Restore 2", "Restore all"]


def test_an_old_number_of_an_undone_entry_shows_the_list_with_it_undone(tacos: Say) -> None:
    tacos("/recent")
    number = tacos.data_of("1")
    tacos.wait(minutes=1)
    tacos("/undo")
    assert tacos.tap_data(number, "old").split("\n") == ["Today, Sun 22", "1 $12.50 tacos · Fun undone"]
    assert tacos.buttons == ["Restore 1"]


def test_a_note_may_have_two_hundred_characters(tacos: Say) -> None:
    ask(tacos, "Note")

    assert tacos.answers("n" * LONGEST_NOTE).startswith("Corrected:\n")
