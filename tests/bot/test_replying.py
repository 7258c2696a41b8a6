"""What a reply to a receipt, a question or one's own message does; product page reading, section 5.3."""

import pytest

from languages import SPOKEN
from tests.chat import Say, as_listed, is_recorded


@pytest.mark.parametrize(
    ("reply", "held"),
    [
        ("15", "$15.00 tacos · Fun"),
        ("no, 15", "$15.00 tacos · Fun"),
        ("15.50", "$15.50 tacos · Fun"),
        ("it was 15", "$15.00 tacos · Fun"),
        ("should be $15, please", "$15.00 tacos · Fun"),
        ("2x7", "2 × 7 = $14.00 tacos · Fun"),
        ("15 actually", "$15.00 tacos · Fun"),
        ("15 not 12.50", "$15.00 tacos · Fun"),
        ("should be groceries not fun", "$12.50 tacos · Predictable Necessities"),
        ("move it to groceries", "$12.50 tacos · Predictable Necessities"),
        ("category: groceries", "$12.50 tacos · Predictable Necessities"),
        ("amount 15", "$15.00 tacos · Fun"),
        ("wrong day, yesterday", "$12.50 tacos · Fun · Sat 21 Nov"),
        ("sorry, it was 15, thanks", "$15.00 tacos · Fun"),
        ("15 tacos", "$15.00 tacos · Fun"),
        ("groceries", "$12.50 tacos · Predictable Necessities"),
        ("it was groceries", "$12.50 tacos · Predictable Necessities"),
        ("#groceries", "$12.50 tacos · Predictable Necessities"),
        ("Predictable Necessities", "$12.50 tacos · Predictable Necessities"),
        ("yesterday", "$12.50 tacos · Fun · Sat 21 Nov"),
        ("monday", "$12.50 tacos · Fun · Mon 16 Nov"),
        ("on the 20th", "$12.50 tacos · Fun · Fri 20 Nov"),
        ("15 other yesterday", "$15.00 tacos · Other · Sat 21 Nov"),
    ],
)
def test_a_reply_changes_the_entry(say: Say, reply: str, held: str) -> None:
    say("12.50 fun tacos")

    said = say.reply_to(reply, 1)
    assert said.startswith("Corrected:\n")
    assert is_recorded(said, held)
    assert say("/recent").split("\n") == as_listed(held)


@pytest.mark.parametrize(
    "reply",
    [
        "delete",
        "Delete it, please",
        "undo",
        "remove",
        "/undo",
        "delete all",
        "delete 1",
        "wrong, delete",
        "No, delete that",
        "delete tacos",
        "Delete the tacos.",
    ],
)
def test_a_reply_takes_the_entry_back_and_another_restores_it(say: Say, reply: str) -> None:
    say("12.50 fun tacos")

    assert say.reply_to(reply, 1).startswith("$12.50 tacos undone")
    assert say.reply_to("restore", 1).startswith("✓ $12.50 tacos")
    say.reply_to("delete", 1)
    assert say.reply_to("13", 1).startswith("Corrected:\n✓ $13.00 tacos"), "who corrects it wants it"


def test_a_reply_deletes_the_entry_that_it_names(say: Say) -> None:
    say("5 coffee\n6 lunch\n7 lunch")

    assert "1 $5.00 coffee · Fun undone" in say.reply_to("delete coffee", 1)
    for named in ("lunch", "beer"):
        said = say.reply_to(f"delete {named}", 1)
        assert said.startswith("I can't tell what that changes."), "two are called so, or none"
        assert said.count("undone") == 1


@pytest.mark.parametrize(
    ("reply", "entry"),
    [
        ("lunch was 13", "2 $13.00 lunch · Fun"),
        ("no, the lunch was 13", "2 $13.00 lunch · Fun"),
        ("lunch should be groceries", "2 $12.50 lunch · Predictable…"),
        ("the coffee was 6", "1 $6.00 coffee · Fun"),
        ("change coffee to 6", "1 $6.00 coffee · Fun"),
        ("coffee yesterday", "1 $5.00 coffee · Fun · Sat 21 Nov"),
    ],
)
def test_a_reply_corrects_the_entry_that_it_names(say: Say, reply: str, entry: str) -> None:
    say("coffee 5, lunch 12.50")
    say.tap("2 entries, $17.50")

    said = say.reply_to(reply, 1)
    assert said.startswith("Corrected:\n")
    assert entry in said


@pytest.mark.parametrize("reply", ["lunch was great", "lunch was", "lunch was 12.50", "beer was 4"])
def test_what_a_reply_says_of_no_entry_or_nothing_new_of_it_corrects_none(say: Say, reply: str) -> None:
    say("coffee 5, lunch 12.50")
    say.tap("2 entries, $17.50")
    assert not say.reply_to(reply, 1).startswith("Corrected:")
    assert "Fun: $17.50" in say.sums()


@pytest.mark.parametrize(
    ("reply", "change"),
    [
        ("2x", "To $5.00 × 2 = $10.00 coffee · Fun"),
        ("20% tip", "To $5.00 + 20 % = $6.00 coffee · Fun"),
        ("with 18% tip", "To $5.00 + 18 % = $5.90 coffee · Fun"),
        ("same but 6", "To $6.00 coffee · Fun"),
        ("with 1 tip", "To $5.00 + $1.00 = $6.00 coffee · Fun"),
        ("minus 2", "To $5.00 - $2.00 = $3.00 coffee · Fun"),
        ("2 off", "To $5.00 - $2.00 = $3.00 coffee · Fun"),
        ("with tip 6", "To $6.00 with tip · Fun"),
        ("minus 6", "To $6.00 minus · Fun"),
    ],
)
def test_what_a_reply_reckons_is_asked_about(say: Say, reply: str, change: str) -> None:
    say("coffee 5")
    assert say.reply_to(reply, 1).startswith("Shall I change this?")
    assert say.buttons[0] == change


def test_what_one_tap_recorded_is_not_deleted_by_a_name(say: Say) -> None:
    say("coffee 5, lunch 12.50")
    say.tap("2 entries, $17.50")
    say.reply_to("delete lunch", 1)

    assert "Fun: $17.50" in say.sums()


@pytest.mark.parametrize(("came_in", "reply"), [("paid 40", "spent"), ("paid 40", "it was spent"), ("+40", "spent")])
def test_a_reply_says_that_what_came_in_was_spent(say: Say, came_in: str, reply: str) -> None:
    say(came_in)

    said = say.reply_to(reply, 1)
    assert said.startswith("Shall I change this?")
    assert say.buttons == ["To $40.00 · Other", "No, leave it"]


@pytest.mark.parametrize(
    ("refused", "reply", "held"),
    [
        ("£5 coffee", "5.50", "$5.50 coffee · Fun"),
        ("tacos", "12.50", "$12.50 tacos · Other"),
        ("coffee", "4 yesterday", "$4.00 coffee · Fun · Sat 21 Nov"),
        ("tenner for gas", "10", "$10.00 for gas · Predictable Necessities"),
        ("tacos", "12.50 fun", "$12.50 tacos · Fun"),
        ("tacos", "9 beer", "$9.00 beer · Fun"),
        ("week", "5", "$5.00 · Other"),
        ("/recent", "5", "$5.00 · Other"),
        ("electric 80 due 12/1", "80", "$80.00 electric · Predictable Necessities"),
        ("electric 80 due 12/1", "75", "$75.00 electric · Predictable Necessities"),
    ],
)
def test_an_amount_in_reply_to_a_refused_text_has_its_words(say: Say, refused: str, reply: str, held: str) -> None:
    say("+1")
    say(refused)

    assert is_recorded(say.reply_to(reply, 2), held)


def test_an_edit_of_such_a_reply_keeps_the_words(say: Say) -> None:
    say("+1")
    say("tacos")
    say.reply_to("12", 2)

    assert "✓ $13.00 tacos" in say.reply_to("13", 2, edits=3)


def test_a_reply_to_a_correction_corrects_on(say: Say) -> None:
    say("12.50 fun tacos")
    say.reply_to("15", 1)
    say.reply_to("16", 2)

    assert "1 $16.00 tacos · Fun" in say("/recent")


def test_an_edit_of_another_line_leaves_what_a_reply_has_corrected(say: Say) -> None:
    say("5 fun a\n6 fun b")
    assert say.reply_to("2: 15", 1).startswith("Corrected:\n✓ $20.00 in 2 entries\n1 $5.00 a · Fun\n2 $15.00 b · Fun")
    say.wait(minutes=1)
    assert "2 $15.00 b · Fun" in say.edit("5.50 fun a\n6 fun b", 1)
    assert "Fun: $20.50" in say.sums()


def test_a_reply_that_comes_again_changes_nothing_more(say: Say) -> None:
    say("12.50 fun tacos")
    first = say.reply_to("15", 1)
    say.edit("13 fun tacos", 1)

    message = say.reply_again("15", 1, number=2)
    assert first.startswith("Corrected:\n✓ $15.00")
    assert "✓ $13.00" in message


def test_an_edited_reply_counts_as_it_stands(say: Say) -> None:
    say("12.50 fun tacos")
    say.reply_to("15", 1)
    say.wait(minutes=1)
    assert "✓ $16.00 tacos" in say.reply_to("16", 1, edits=2)
    assert say.reply_to("what", 1, edits=2) == "Shall I change this?\n$16.00 tacos · Fun"
    say.wait(minutes=1)
    assert "✓ $17.00 tacos" in say.reply_to("17", 1, edits=2), "and the question is closed"
    assert say.tap_data("a:2:0:0", "an old button").startswith("That is settled already")
    say.wait(minutes=1)
    assert "✓ $17.00 tacos" in say.reply_to(" ", 1, edits=2), "it says nothing any more"
    assert "1 $17.00 tacos · Fun" in say("/recent")


def test_words_are_asked_about(say: Say) -> None:
    say("12.50 fun tacos")
    said = say.reply_to("15 pizza", 1)
    assert said == "Shall I change this?\n$12.50 tacos · Fun"
    assert say.buttons == ["To $15.00 pizza · Fun", "New entry: $15.00 pizza · Fun", "No, leave it"]
    say.wait(minutes=1)
    say.edit("12.50 other tacos", 1)
    assert say.reply_again("15 pizza", 1, number=2) == said, "as it was when it was asked"
    say.tap("To $15.00 pizza · Fun")
    assert "1 $15.00 pizza · Other" in say("/recent"), "what an edit changed meanwhile stays"


def test_a_question_about_a_reply_is_declined_or_a_new_entry(say: Say) -> None:
    say("12.50 fun tacos")
    say.reply_to("pizza", 1)
    assert say.buttons == ["To $12.50 pizza · Fun", "No, leave it"]
    data = say.data_of("No, leave it")
    said = say.tap_data(data, "no")
    assert said.startswith("✓ $12.50 tacos\n"), "it stands as it was"
    assert say.tap_data(data, "no") == said, "a repeat"
    say.reply_to("burritos", 1)
    assert say("/undo").startswith("Fine, nothing changes. "), "what the reply asked is closed"
    assert say("/undo").startswith("$12.50 tacos undone\n")
    say.tap("Restore")

    say.reply_to("15 pizza", 1)
    assert say.tap("New entry: $15.00 pizza · Fun").startswith("✓ $15.00 pizza")
    assert say("/recent").split("\n")[1:] == ["1 $15.00 pizza · Fun", "2 $12.50 tacos · Fun"]


def test_a_tap_on_a_change_that_comes_again_shows_the_entry(say: Say) -> None:
    say("12.50 fun tacos")
    say.reply_to("pizza", 1)
    first = say.tap_data("a:2:0:0", "one")

    assert first.startswith("✓ $12.50 pizza")
    assert say.tap_data("a:2:0:0", "one") == first


def test_an_unclear_amount_and_another_kind_are_asked_about(say: Say) -> None:
    say("12.50 fun tacos")
    say.reply_to("1.250", 1)
    assert say.buttons == ["To $1.25 tacos · Fun", "To $1,250.00 tacos · Fun", "No, leave it"]
    say.reply_to("paid 40", 1)
    assert say.buttons[0] == "To Paycheck $40.00"
    assert say.tap("To Paycheck $40.00").startswith("✓ Paycheck $40.00")
    say.reply_to("fun", 1)
    assert say.tap("To $40.00 · Fun").startswith("✓ $40.00")


def test_what_can_not_be_read_leaves_the_entry(say: Say) -> None:
    say("12.50 fun tacos")
    said = say.reply_to("15%", 1)

    assert said.startswith(
        "“15%” is a percentage, not an amount. Write the amount like 12.50.\nSo this stays as it was:\n✓ $12.50 tacos"
    )
    assert "not come yet" in say.reply_to("tomorrow", 1)


def test_of_several_entries_the_line_is_asked_about(say: Say) -> None:
    say("5 fun a\n6 fun b")

    assert say.reply_to("15", 1) == "Which of these do you mean?\n1. $5.00 a · Fun\n2. $6.00 b · Fun"
    assert say.buttons == ["1: To $15.00 a · Fun", "2: To $15.00 b · Fun", "No, leave it"]
    assert "2 $15.00 b · Fun" in say.tap("2: To $15.00 b · Fun")
    assert "Fun: $20.00" in say.sums()

    assert say.reply_to("how much is left?", 1).startswith("$380.00 left this week")
    assert say.reply_to("week", 1).startswith("$380.00 left this week")
    for text in ("delete", "all yesterday", "thanks", "👍", "wrong category", "wrong", "not food"):
        assert say.reply_to(text, 1).startswith("I can't tell what that changes."), text
    assert say.buttons == ["Undo 1", "Undo 2", "Undo all", "Change…"]
    assert "2 $15.00 b · Fun undone" in say.reply_to("delete 2", 1)
    assert "I can't tell" in say.reply_to("7: 15", 1)
    assert say.reply_to("delete all", 1).count("undone") == 2
    assert say.reply_to("nice", 1) == "👍"


def test_restore_alone_restores_what_is_undone(say: Say) -> None:
    say("5 fun a\n6 fun b\n7 fun c")
    say.reply_to("delete all", 1)
    assert say.reply_to("restore", 1).startswith("✓ $18.00 in 3 entries")
    say.reply_to("delete 2", 1)
    assert say.reply_to("restore", 1).startswith("✓ $18.00 in 3 entries")
    say.reply_to("delete 2", 1)
    say.reply_to("delete 3", 1)
    assert say.reply_to("restore", 1).startswith("I can't tell what that changes.")
    assert "undone" in say.reply_to("delete", 1).split("\n")[0], "one stands"


@pytest.mark.parametrize(
    ("asked", "reply", "held"),
    [
        ("3 beers 18", "18", "$18.00 3 beers · Fun"),
        ("3 beers 18", "18 groceries", "$18.00 3 beers · Predictable Necessities"),
        ("3 beers 18", "18 yesterday", "$18.00 3 beers · Fun · Sat 21 Nov"),
        ("see you at Gizmo 7", "fun", "$7.00 see you at Gizmo · Fun"),
        ("see you at Gizmo 7", "yes", "$7.00 see you at Gizmo · Other"),
        ("paid 1500 acme", "paycheck", "Paycheck $1,500.00 acme"),
        ("paid 1500 acme", "spent", "$1,500.00 acme · Other"),
        ("TGI Friday 34.50", "today", "$34.50 TGI Friday · Other"),
        ("coffee5", "yes", "$5.00 coffee · Fun"),
    ],
)
def test_a_reply_answers_a_question(say: Say, asked: str, reply: str, held: str) -> None:
    say(asked)

    assert is_recorded(say.reply_to(reply, 1), held)
    assert say("/recent").split("\n") == as_listed(held)


@pytest.mark.parametrize("reply", ["no", "nothing", "delete"])
def test_a_reply_declines_a_question(say: Say, reply: str) -> None:
    say("see you at Gizmo 7")
    assert say.reply_to(reply, 1) == "Fine, nothing is recorded."
    assert say("/recent").startswith("Nothing is recorded yet")


def test_an_answer_that_could_be_several_is_asked_again(say: Say) -> None:
    say("3 beers 18")
    for reply in ("yes", "fun", "both", "15%"):
        assert say.reply_to(reply, 1) == "Which is the amount?", "there is one line, so no number of one is asked for"
        assert sorted(say.buttons) == ["$18.00", "$3.00"]
    assert say("/recent").startswith("Nothing is recorded yet")

    say("5 fun\npaid 1500 acme")
    number = 7
    assert "2 $1,500.00 acme · Other" in say.reply_to("2: spent", number)


def test_who_is_asked_for_an_amount_may_say_another_or_none(say: Say) -> None:
    say("3 beers 18")
    assert say.reply_to("20", 1).startswith("✓ $20.00 3 beers\n")
    say("4 beers 19")
    assert say.reply_to("no", 3) == "Fine, nothing is recorded."


def test_an_amount_that_is_known_does_not_say_where_it_went(say: Say) -> None:
    say("see you at Gizmo 7")

    assert say.reply_to("7", 1).endswith("nothing is recorded.")
    assert say.buttons[-1] == "No, nothing"
    assert say.reply_to("pizza place again", 1).startswith("I see no amount there."), "a message of its own"


def test_a_second_paycheck_is_answered_by_yes_or_no(say: Say) -> None:
    say("paid 1500 thursday")
    say("paid 1200")
    assert "✓ Extra cash $1,200.00" in say.reply_to("no", 2)
    say("paid 1100")
    assert "✓ Paycheck $1,100.00" in say.reply_to("yes", 4)


def test_several_prices_are_answered_at_once_and_deleted_together(say: Say) -> None:
    say("coffee 5, gizmo 12.50, gas 40")
    assert say.reply_to("all", 1).startswith("✓ $57.50 in 3 entries\n")
    assert "Which of these" in say.reply_to("13", 1)
    assert say.reply_to("delete", 1).count("undone") == 3


def test_a_reply_to_anything_else_is_an_ordinary_message(say: Say) -> None:
    say("/week")
    assert say.reply_to("15", 1).startswith("✓ $15.00")
    assert say.reply_to("fun 15", 99).startswith("✓ $15.00")
    assert say.reply_to("/week", 2).startswith("$370.00 left this week")
    say.owner += 1
    assert say.reply_to("5 fun", 1).startswith("✓ $5.00"), "no budget yet"


def test_in_a_group_words_are_talk_and_numbers_are_corrections(say: Say) -> None:
    say.group = True
    say("12.50 fun tacos")

    assert say.reply_to("expensive", 1) == ""
    assert say.reply_to("15", 1).startswith("Corrected:\n✓ $15.00 tacos")
    assert say.reply_to("12 fun beers", 1).startswith("Shall I change this?")
    say("3 beers 18 fun")
    assert say.reply_to("ha ha", 5) == ""


def test_a_correction_teaches_the_category(say: Say) -> None:
    say("frob 5")
    say.reply_to("fun", 1)

    assert say("frob 6").endswith(" · Fun, as last time")


def test_a_file_is_not_corrected_but_taken_back(say: Say) -> None:
    rows = "".join(f"2026-11-{n:02},{n}.00\n" for n in range(1, 22)) + "2026-11-21,5\n" * 3
    say.import_("day,amount\n" + rows)
    assert say.reply_to("15", 1).startswith("✓ $15.00"), "an entry of its own"
    assert "are undone" in say.reply_to("delete all", 1)


@pytest.mark.parametrize("edited", ["hello", "5% milk", "thanks a lot"])
def test_what_a_reply_asked_goes_with_its_words(say: Say, edited: str) -> None:
    say("milk 3.20")
    say.reply_to("bread 4", 1)
    data = [say.data_of(label) for label in say.buttons]
    number = say._number
    say.wait(minutes=1)
    say.reply_to(edited, 1, edits=number)
    assert "To $4.00 bread · Predictable Necessities" not in say.buttons
    for n, one in enumerate(data):
        say.tap_data(one, f"late {n}")
    assert "Total: $3.20" in say.sums()


@pytest.mark.parametrize(
    ("receipt", "reply", "offers"),
    [
        (
            "milk 3.20",
            "gas 40",
            ["To $40.00 gas · Predictable Necessities", "New entry: $40.00 gas · Predictable Necessities"],
        ),
        (
            "milk 3.20",
            "rent 900 yesterday",
            [
                "To $900.00 rent · Predictable Necessities · Sat 21 Nov",
                "New entry: $900.00 rent · Predictable Necessities · Sat 21 Nov",
            ],
        ),
        ("19 fun tacos", "coffee 4", ["To $4.00 coffee · Fun", "New entry: $4.00 coffee · Fun"]),
        (
            "milk 3.20",
            "3 beers 18",
            [
                "To $18.00 3 beers · Predictable Necessities",
                "To $3.00 beers 18 · Predictable Necessities",
                "New entry: $18.00 3 beers · Fun",
                "New entry: $3.00 beers 18 · Fun",
            ],
        ),
        (
            "milk 3.20",
            "bread 4, eggs 5",
            [
                "To $4.00 bread · Predictable Necessities",
                "To $5.00 eggs · Predictable Necessities",
                "2 entries, $9.00",
                "New entry: $4.00 bread · Predictable Necessities",
                "New entry: $5.00 eggs · Predictable Necessities",
            ],
        ),
        ("40 acme", "salary", ["To Paycheck $40.00 acme", "To Extra cash $40.00 acme"]),
        (
            "5 fun a\n6 fun b",
            "snack 3",
            ["1: To $3.00 snack · Fun", "2: To $3.00 snack · Fun", "New entry: $3.00 snack · Other"],
        ),
    ],
)
def test_a_reply_with_words_of_its_own_is_asked_about(say: Say, receipt: str, reply: str, offers: list[str]) -> None:
    """A keyword beside an amount says what was bought: it is no word of the entry's."""
    say(receipt)
    total = say.sums()
    assert say.reply_to(reply, 1).startswith(("Shall I change this?", "Which of these do you mean?"))
    assert say.buttons == [*offers, "No, leave it"]
    assert say.sums() == total


def test_several_prices_of_a_reply_are_entries_of_their_own(say: Say) -> None:
    say("milk 3.20")
    say.reply_to("bread 4, eggs 5", 1)
    assert say.tap("2 entries, $9.00").startswith("✓ $9.00 in 2 entries\n1 $4.00 bread")
    assert "Total: $12.20" in say.sums()


@pytest.mark.parametrize(
    ("receipt", "reply", "held"),
    [
        ("rent 900", "rent 900 yesterday", "1 $900.00 rent · Predictable… · Sat 21 Nov"),
        ("milk 3.20", "4 groceries", "1 $4.00 milk · Predictable…"),
        ("tacos 12.50", "15 groceries yesterday", "1 $15.00 tacos · Predictable… · Sat 21 Nov"),
        ("milk 3.20", "groceries 4", None),
        ("15 milk", "15 milk fun", "1 $15.00 milk · Fun"),
        ("coffee 5\nlunch 12\ngas 40", "lunch 15", "2 $15.00 lunch · Fun"),
    ],
)
def test_a_reply_with_the_words_of_the_entry_changes_it(say: Say, receipt: str, reply: str, held: str | None) -> None:
    say(receipt)
    said = say.reply_to(reply, 1)
    assert said.startswith("Corrected:" if held is not None else "Shall I change this?")
    assert held is None or held.removeprefix("1 ").removesuffix(" · Sat 21 Nov").split(" · ")[0] in said


@pytest.mark.parametrize(("receipt", "reply"), [("milk 3.20", "?"), ("milk 3.20", "3.20"), ("paid 1500", "paycheck")])
def test_a_reply_that_says_what_stands_changes_nothing(say: Say, receipt: str, reply: str) -> None:
    said = say(receipt)
    assert say.reply_to(reply, 1) == said
    assert say.buttons == ["Undo", "Change…"]


def test_several_lines_with_words_are_a_message_of_its_own(say: Say) -> None:
    say("milk 3.20")
    assert say.reply_to("bread 4\n3 eggs 5", 1).startswith("✓ $4.00 in 1 entry\n1 $4.00 bread")
    assert "2: $5.00" in say.buttons
    assert say.reply_to("no, 15\nyesterday", 1).startswith("Corrected:\n✓ $15.00 milk · Sat 21 Nov")


@pytest.mark.parametrize(
    ("asked", "reply", "held"),
    [
        ("see you at 9", "it came in", "Extra cash $9.00 see you"),
        ("sold bike 120", "extra cash", "Extra cash $120.00 sold bike"),
        ("sold bike 120", "Extra cash $120.00", "Extra cash $120.00 sold bike"),
        ("dinner 45 + tip 9", "in all", "$45.00 + $9.00 = $54.00 dinner tip · Fun"),
        ("dinner 80 split 4 ways", "My share", "$80.00 ÷ 4 = $20.00 dinner split 4 ways · Fun"),
        ("lunch 14, gas 5", "only $14.00", "$14.00 lunch · Fun"),
        ("rent 900 12/1", "yesterday", "$900.00 rent · Predictable Necessities · Sat 21 Nov"),
        ("rent 900 12/1", "11/20", "$900.00 rent · Predictable Necessities · Fri 20 Nov"),
        ("rent 900 12/1", "today", "$900.00 rent 12/1 · Predictable Necessities"),
    ],
)
def test_the_words_of_a_button_answer(say: Say, asked: str, reply: str, held: str) -> None:
    say(asked)
    assert is_recorded(say.reply_to(reply, 1), held)


def test_a_year_answers_which_day(say: Say) -> None:
    say("rent 900 12/1")
    assert say.reply_to("2024", 1) == "Which is the day?", "no button has it"
    assert say.reply_to("2025", 1).startswith("✓ $900.00 rent · Mon 1 Dec 2025")


def test_the_words_of_a_button_record_several(say: Say) -> None:
    say("lunch 14, gas 5")
    assert say.reply_to("2 entries", 1).startswith("✓ $19.00 in 2 entries")


@pytest.mark.parametrize("reply", ["no", "No, nothing", "nothing", "not spending", "No, nothing."])
@pytest.mark.parametrize(
    "asked", ["mike owes me 15", "rent 900 12/1", "paid 1500 acme", "transfer to savings 100", "lunch 14, gas 5"]
)
def test_every_question_takes_no_for_an_answer(say: Say, asked: str, reply: str) -> None:
    say(asked)
    assert say.reply_to(reply, 1) == "Fine, nothing is recorded."
    assert say.buttons == []


def test_which_way_money_went_has_a_way_out(say: Say) -> None:
    say("mike owes me 15")
    assert say.buttons[-1] == "No, nothing"
    assert say.tap("No, nothing") == "Fine, nothing is recorded."


@pytest.mark.parametrize(
    ("reply", "said", "total"),
    [
        ("no", "✓ $3.20 milk", "$3.20"),
        ("No, leave it", "✓ $3.20 milk", "$3.20"),
        ("yes", "Corrected:\n✓ $40.00 gas", "$40.00"),
        ("To $40.00 gas · Predictable Necessities", "Corrected:\n✓ $40.00 gas", "$40.00"),
        ("new entry", "✓ $40.00 gas", "$43.20"),
        ("new", "✓ $40.00 gas", "$43.20"),
        ("New entry: $40.00 gas · Predictable Necessities", "✓ $40.00 gas", "$43.20"),
        ("18", "Corrected:\n✓ $18.00 milk", "$18.00"),
        ("delete", "$3.20 milk undone", "$0.00"),
        ("yesterday", "Corrected:\n✓ $3.20 milk · Sat 21 Nov", "$3.20"),
    ],
)
def test_a_reply_answers_what_a_reply_asked(say: Say, reply: str, said: str, total: str) -> None:
    say("milk 3.20")
    say.reply_to("gas 40", 1)
    assert say.reply_to(reply, 2).startswith(said)
    assert f"Total: {total}" in say.sums()
    say.reply_again(reply, 2, number=3)
    assert f"Total: {total}" in say.sums(), "a repeat does it no second time"


def test_a_reply_declines_what_a_reply_asked_of_several(say: Say) -> None:
    say("5 fun a\n6 fun b")
    say.reply_to("snack 3", 1)
    assert say.reply_to("no", 2).startswith("✓ $11.00 in 2 entries")
    say.reply_to("snack 3", 1)
    say.reply_to("yes", 4)
    assert "Total: $11.00" in say.sums(), "which of them is not said"


@pytest.mark.parametrize("text", ["no", "No.", "never mind", "Nevermind!", "forget it", "nope"])
def test_a_message_that_says_no_closes_the_question_of_the_latest_one(say: Say, text: str) -> None:
    say("5 fun")
    say("3 beers 18", number=2)
    assert say(text, number=3) == "Fine, nothing is recorded."
    assert say(text, number=3) == "Fine, nothing is recorded.", "a repeat closes no other question"
    assert say.reply_to("18", 2) != "", "it is a message of its own now"
    assert "Total: $5.00" in say.sums()


@pytest.mark.parametrize(
    ("asked", "answer", "receipt"),
    [
        ("dinner 30 or 40", "40", "✓ $40.00 dinner"),
        ("dinner 30 or 40", "$30", "✓ $30.00 dinner"),
        ("3 beers 18", "18", "✓ $18.00 3 beers"),
        ("money from mum 50", "extra", "✓ Extra cash $50.00 money from mum"),
        ("raise the fun limit by 20", "other", "✓ $20.00 raise the fun limit by"),
    ],
)
def test_a_question_is_answered_right_behind_it_by_what_a_button_says(
    say: Say, asked: str, answer: str, receipt: str
) -> None:
    say("paid 1500 yesterday")
    say(asked, number=2)
    assert say(answer, number=3).startswith(receipt)
    assert say(answer, number=3).startswith(receipt), "a repeat says the same"
    assert len(say("/recent").split("\n")) == 4


def test_a_change_that_is_asked_about_is_made_by_a_yes_right_behind(say: Say) -> None:
    say("23.40 lidl")
    assert say("move lidl to other").startswith("Shall I change this?")
    assert "✓ $23.40 lidl" in say("yes")
    assert say("/recent").split("\n") == as_listed("$23.40 lidl · Other")


@pytest.mark.parametrize(
    ("texts", "total"),
    [
        (["dinner 30 or 40", "45"], "$45.00"),  # an amount that is not offered
        (["dinner 30 or 40", "40 coffee"], "$40.00"),
        (["dinner 30 or 40", "what is left", "/week", "40"], "$40.00"),
        (["dinner 30 or 40", "other"], "$0.00"),  # it names where a category stands
        (["dinner 30 or 40", "ok"], "$0.00"),  # which of them?
        (["3 beers 18\n4 cokes 20", "18"], "$18.00"),
    ],
)
def test_what_no_button_says_is_a_message_of_its_own(say: Say, texts: list[str], total: str) -> None:
    for text in texts:
        said = say(text)
    assert "dinner" not in said
    assert say.sums().endswith(f"Total: {total}")


@pytest.mark.parametrize("text", ["thanks", "Thank you so much!", "ok", "great, thanks", "lol", "👍", "👍👍"])
def test_thanks_are_answered_kindly(say: Say, text: str) -> None:
    say("12.50 fun tacos")
    assert say(text) == "👍"
    assert say.sums().endswith("Total: $12.50")


def test_thanks_before_there_is_a_budget_begin_none(say: Say) -> None:
    assert say("thanks") == "👍"
    assert say.runner.run(say.app.bookkeeper.known(say.owner)) is None


@pytest.mark.parametrize("text", ["hello", "ok computer", "the", "...", "a", "forget"])
def test_other_words_are_no_thanks(say: Say, text: str) -> None:
    assert "👍" not in say(text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Danke schön!"), ("es", "muchas gracias"), ("fr", "merci beaucoup"), ("it", "grazie mille"), ("nl", "dank je wel"),
        ("pl", "dzięki wielkie"), ("pt-BR", "valeu"), ("ru", "большое спасибо"), ("uk", "дуже дякую"), ("tr", "teşekkür ederim"),
        ("ja", "ありがとうございます"), ("id", "terima kasih"), ("ar", "شكرا جزيلا"),
    ],
)  # fmt: skip
def test_thanks_are_known_in_every_language(say: Say, language: str, text: str) -> None:
    say(f"/settings language {language}")
    assert say(text) == "👍"


def test_an_ok_that_chooses_nothing_is_not_taken_for_a_yes(say: Say) -> None:
    say("dinner 30 or 40")
    assert "👍" not in say("ok")


def test_a_reply_that_closed_a_question_is_answered_so_again(say: Say) -> None:
    say("3 beers 18")
    assert say.reply_to("no", 1) == "Fine, nothing is recorded."
    assert say.reply_again("no", 1, number=2) == "Fine, nothing is recorded."


def test_a_no_to_what_a_reply_asked_leaves_the_entry(say: Say) -> None:
    say("milk 3.20")
    say.reply_to("gas 40", 1)
    assert say("never mind").startswith("✓ $3.20 milk")
    assert "Total: $3.20" in say.sums()


@pytest.mark.parametrize("before", [["5 fun"], ["3 beers 18", "5 fun"], ["3 beers 18\n4 cokes 20"]])
def test_a_message_that_says_no_changes_nothing_where_not_exactly_one_question_was_the_latest(
    say: Say, before: list[str]
) -> None:
    for text in before:
        say(text)
    assert say("never mind") == "Fine, nothing changes. /undo takes the latest entry back."


def test_a_reply_to_a_question_that_is_closed_is_a_message_of_its_own(say: Say) -> None:
    say("3 beers 18")
    say("no")

    assert say.reply_to("18", 1).startswith("✓ $18.00\n")


def test_never_mind_records_no_money_that_came_in(say: Say) -> None:
    say("paid 1500 yesterday")
    say("paid 1500")
    assert say("never mind") == "Fine, nothing is recorded."
    assert "Extra" not in say("/period")


def test_a_no_closes_no_question_that_was_asked_before_something_else(say: Say) -> None:
    say("3 beers 18")
    data = say.data_of("$18.00")
    say("/week")
    say("/bills")
    say("no")
    assert say.tap_data(data, "late").startswith("✓ $18.00")


def test_a_category_of_that_name_is_no_no(say: Say) -> None:
    say("/categories add Nope 5")
    say("3 beers 18")
    assert say("nope") == "$5.00 left · Nope\n▱▱▱▱▱▱▱▱▱▱ $0.00 of $5"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "nein"), ("de", "vergiss es"), ("es", "da igual"), ("fr", "laisse tomber"), ("it", "lascia stare"),
        ("nl", "laat maar"), ("pl", "nieważne"), ("pt-BR", "deixa pra lá"), ("ru", "неважно"), ("uk", "неважливо"),
        ("ja", "やっぱりいい"), ("tr", "vazgeçtim"), ("id", "tidak jadi"), ("ar", "لا يهم"),
    ],
)  # fmt: skip
def test_no_closes_a_question_in_every_language(say: Say, language: str, text: str) -> None:
    say(f"/settings language {language}")
    say("3 beers 18")
    assert say.buttons, "it is asked about"
    say(text)
    assert say.buttons == []
    say("/undo")
    assert "Total: $0.00" in say.sums()


def test_a_day_that_could_be_two_is_asked_about_where_one_was_asked_for(say: Say) -> None:
    say("rent 900")
    say.tap("Change…")
    say.tap("Day")
    assert say.answers("12/1").startswith("Shall I change this?")
    assert say.buttons[0].startswith("To $900.00 rent · Predictable Necessities · Mon 1 Dec 2025")


@pytest.mark.parametrize("language", SPOKEN)
def test_the_words_of_a_button_answer_in_every_language(say: Say, language: str) -> None:
    say(f"/settings language {language}")
    say("sold bike 120")
    labels = say.buttons
    for label in labels:
        words = " ".join(word for word in label.split() if not any(map(str.isdecimal, word)))
        for text in {label, words.lower()} - {""}:
            say("sold bike 120")
            say.reply_to(text, say._number)
            assert say.buttons != labels, text


@pytest.mark.parametrize(
    ("reply", "first"),
    [
        ("half", "To $12.50 ÷ 2 = $6.25 tacos · Fun"),
        ("my half", "To $12.50 ÷ 2 = $6.25 tacos · Fun"),
        ("it was half, sorry", "To $12.50 ÷ 2 = $6.25 tacos · Fun"),
        ("split it with Bob", "To $12.50 ÷ 2 = $6.25 tacos · Fun"),
        ("split 4 ways", "To $12.50 ÷ 4 = $3.13 tacos · Fun"),
        ("÷2", "To $12.50 ÷ 2 = $6.25 tacos · Fun"),
        ("half marathon", "To $12.50 half marathon · Fun"),
        ("x2", "To $12.50 × 2 = $25.00 tacos · Fun"),
        ("double it", "To 2 × $12.50 = $25.00 tacos · Fun"),
        ("doubled", "To 2 × $12.50 = $25.00 tacos · Fun"),
        ("+2 tip", "To $12.50 + $2.00 = $14.50 tacos · Fun"),
        ("plus 2", "To $12.50 + $2.00 = $14.50 tacos · Fun"),
        ("note: burritos", "To $12.50 burritos · Fun"),
        ("rename to burritos", "To $12.50 burritos · Fun"),
        ("it was a refund", "To Refund $12.50 tacos · Fun"),
        ("refund groceries", "To Refund $12.50 tacos · Predictable Necessities"),
        ("refund for socks", "To Refund $12.50 for socks · Other"),
    ],
)
def test_a_reply_shares_an_entry_or_makes_it_a_refund(say: Say, reply: str, first: str) -> None:
    say("12.50 fun tacos")

    assert say.reply_to(reply, 1) == "Shall I change this?\n$12.50 tacos · Fun"
    assert say.buttons[0] == first
    assert say("/recent").split("\n") == as_listed("$12.50 tacos · Fun")


def test_a_plus_may_be_extra_cash(say: Say) -> None:
    say("12.50 fun tacos")

    say.reply_to("+40", 1)
    assert say.buttons == [
        "To $12.50 + $40.00 = $52.50 tacos · Fun",
        "New entry: Extra cash $40.00",
        "No, leave it",
    ]


@pytest.mark.parametrize(
    "reply", ["thanks", "ok", "thank you!", "lol", "for me", "great", "Perfect!", "never mind", "not groceries"]
)
def test_a_courtesy_changes_nothing(say: Say, reply: str) -> None:
    said = say("12.50 fun tacos")

    assert say.reply_to(reply, 1) == said
    assert say("/recent").split("\n") == as_listed("$12.50 tacos · Fun")


@pytest.mark.parametrize("reply", ["not fun", "no, it's not fun", "Not Fun!"])
def test_who_denies_a_category_is_asked_for_another(say: Say, reply: str) -> None:
    say("12.50 fun tacos")

    assert say.reply_to(reply, 1) == "Shall I change this?\n$12.50 tacos · Fun"
    assert say.buttons == [
        "To $12.50 tacos · Predictable Necessities",
        "To $12.50 tacos · Unpredictable Necessities",
        "To $12.50 tacos · Other",
        "No, leave it",
    ]
    say.tap("To $12.50 tacos · Other")
    assert say("/recent").split("\n") == as_listed("$12.50 tacos · Other")


def test_of_several_entries_those_are_asked_about_that_are_in_the_category_which_is_denied(say: Say) -> None:
    say("12.50 fun tacos\n3 other gum")

    assert say.reply_to("not fun", 1) == "Shall I change this?\n$12.50 tacos · Fun"
    say.tap("To $12.50 tacos · Other")
    assert "tacos · Other" in say("/recent")


@pytest.mark.parametrize("reply", ["not yesterday", "no, not on friday"])
def test_who_denies_a_day_moves_the_entry_to_no_day(say: Say, reply: str) -> None:
    said = say("12.50 fun tacos")

    assert say.reply_to(reply, 1) == said


@pytest.mark.parametrize(
    ("language", "entry", "reply", "offered"),
    [
        ("es", "café 3", "no fue ayer", "mar, 24 nov"),
        ("pl", "kawa 13", "nie to było wczoraj", "wt., 24 lis"),
        ("pt-BR", "café 3", "não foi ontem", "ter., 24 de nov."),
    ],
)
def test_a_no_that_is_a_not_as_well_asks_about_the_day(
    say: Say, language: str, entry: str, reply: str, offered: str
) -> None:
    say.wait(days=3)
    say(f"/settings language {language}")
    say(entry)

    say.reply_to(reply, 2)
    assert say.buttons[0].endswith(offered)


@pytest.mark.parametrize("reply", ["hayır, dündü", "dündü"])
def test_a_day_is_said_with_the_ending_of_was(say: Say, reply: str) -> None:
    say("/settings language tr")
    say("kahve 75")

    assert "21 Kas Cmt" in say.reply_to(reply, 2)


def test_who_denies_the_only_category_changes_nothing(say: Say) -> None:
    said = say("12.50 other tacos")
    for name in ("Fun", "Predictable Necessities", "Unpredictable Necessities"):
        say(f"/categories remove {name}")

    assert say.reply_to("not other", 1).startswith(said.split("\n")[0])
    assert "12.50" in say("/recent")


def test_a_number_before_a_category_may_be_a_lines(say: Say) -> None:
    say("4 coffee\n30 gas")

    assert say.reply_to("2 fun", 1).startswith("Which of these do you mean?")
    assert say.buttons[:3] == ["1: To $2.00 coffee · Fun", "2: To $30.00 gas · Fun", "2: To $2.00 gas · Fun"]
    say.reply_to("1 fun", 1)
    assert say.buttons[:2] == ["1: To $1.00 coffee · Fun", "2: To $1.00 gas · Fun"], "the first is there already"
    say.reply_to("2 tacos", 1)
    assert say.buttons[0] == "1: To $2.00 tacos · Fun", "no line's new note"


OTHERS = [
    "To $12.50 tacos · Predictable Necessities",
    "To $12.50 tacos · Unpredictable Necessities",
    "To $12.50 tacos · Other",
]


@pytest.mark.parametrize(
    "reply",
    [
        "no it isn't fun",
        "It isn’t fun",
        "isnt fun",
        "that ain't fun",
        "it was not fun please",
        "wrong category",
        "the category is wrong",
    ],
)
def test_a_reply_that_denies_the_category_asks_for_another(say: Say, reply: str) -> None:
    say("12.50 fun tacos")
    assert say.reply_to(reply, 1) == "Shall I change this?\n$12.50 tacos · Fun"
    assert say.buttons == [*OTHERS, "No, leave it"]


@pytest.mark.parametrize(
    ("language", "first", "denials"),
    [
        ("de", "12,50 spaß tacos", "kein spaß | das ist kein spaß | falsche kategorie"),
        ("es", "12,50 ocio tacos", "no es ocio | no, no es ocio | categoría equivocada | la categoría está mal"),
        ("fr", "12,50 loisirs tacos", "ce n'est pas loisirs | c'est pas loisirs | mauvaise catégorie"),
        ("it", "12,50 svago tacos", "non è svago | no, non è svago | categoria sbagliata"),
        ("nl", "12,50 leuk tacos", "niet leuk | geen leuk | verkeerde categorie"),
        ("pl", "12,50 przyjemności tacos", "to nie przyjemności | zła kategoria"),
        ("pt-BR", "12,50 lazer tacos", "não é lazer | não, não é lazer | isso não é lazer | categoria errada"),
        ("ru", "12,50 развлечения tacos", "это не развлечения | неверная категория"),
        ("uk", "12,50 розваги tacos", "це не розваги | неправильна категорія"),
        ("ja", "1250 楽しみ tacos", "楽しみじゃない | いや、楽しみではないです | カテゴリが違う"),
        ("tr", "12,50 keyif tacos", "keyif değil | hayır, keyif değil | bu keyif değil | yanlış kategori"),
        ("id", "12500 hiburan tacos", "bukan hiburan | ini bukan hiburan | salah kategori"),
        ("ar", "12.50 ترفيه tacos", "مش ترفيه | هذا ليس ترفيه | لا، هذا مش ترفيه | الفئة غلط"),
    ],
)
def test_each_language_denies_in_its_way(say: Say, language: str, first: str, denials: str) -> None:
    say(f"/settings language {language}")
    for denial in denials.split(" | "):
        say(first)
        say.reply_to(denial, say._number)
        assert len(say.buttons) == 4, denial
        assert all("tacos" in label for label in say.buttons[:3]), denial


@pytest.mark.parametrize(
    ("language", "reply", "amount"),
    [
        ("en", "not 12.50 but 15", "$15.00"),
        ("de", "nicht 12,50 sondern 15", "$15.00"),
        ("es", "no 12,50 sino 15", "$15.00"),
        ("es", "15, no 12,50", "$15.00"),
        ("fr", "pas 12,50 mais 15", "$15.00"),
        ("it", "non 12,50 ma 15", "$15.00"),
        ("nl", "niet 12,50 maar 15", "$15.00"),
        ("pl", "nie 12,50 tylko 15", "$15.00"),
        ("pt-BR", "não 12,50 mas 15", "$15.00"),
        ("ru", "не 12,50, а 15", "$15.00"),
        ("uk", "не 12,50, а 15", "$15.00"),
        ("ja", "12.50じゃなくて15", "$15.00"),
        ("tr", "12,50 değil 15", "$15.00"),
        ("tr", "15, 12,50 değil", "$15.00"),
        ("id", "bukan 12,50 tapi 15", "$15.00"),
        ("ar", "مش 12.50 بل 15", "$15.00"),
    ],
)
def test_what_holds_instead_is_read_beside_what_is_denied(say: Say, language: str, reply: str, amount: str) -> None:
    say("12.50 tacos")
    say(f"/settings language {language}")
    said = say.reply_to(reply, 1)
    assert amount in said
    assert "$12.50" not in said


@pytest.mark.parametrize(
    ("reply", "held"),
    [
        ("not fun but groceries", "$12.50 tacos · Predictable Necessities"),
        ("not yesterday but friday", "$12.50 tacos · Fun · Fri 20 Nov"),
    ],
)
def test_a_category_and_a_day_hold_instead_of_what_is_denied(say: Say, reply: str, held: str) -> None:
    say("12.50 fun tacos")
    assert is_recorded(say.reply_to(reply, 1), held)


@pytest.mark.parametrize(
    "reply", ["not groceries", "not mine", "that's wrong", "wrong note", "not a paycheck", "isn't right"]
)
def test_a_denial_that_says_no_more_changes_nothing(say: Say, reply: str) -> None:
    say("12.50 fun tacos")
    assert is_recorded(say.reply_to(reply, 1), "$12.50 tacos · Fun")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("wrong amount", "I see no amount there. Write it like this: 12.50"),
        ("the day is wrong", "I see no day there. Write it like"),
    ],
)
def test_a_part_that_is_wrong_is_asked_for(say: Say, reply: str, said: str) -> None:
    say("12.50 fun tacos")
    assert say.reply_to(reply, 1).startswith(said)


@pytest.mark.parametrize(
    ("line", "reply", "kinds"),
    [
        (
            "paid 1500",
            "not a paycheck",
            ["To $1,500.00 · Other", "To Refund $1,500.00 · Other", "To Extra cash $1,500.00"],
        ),
        (
            "paid 1500",
            "it wasn't my salary",
            ["To $1,500.00 · Other", "To Refund $1,500.00 · Other", "To Extra cash $1,500.00"],
        ),
        ("paid 1500", "not income", ["To $1,500.00 · Other", "To Refund $1,500.00 · Other"]),
        ("-5 fun", "not a refund", ["To $5.00 · Fun", "To Extra cash $5.00", "To Paycheck $5.00"]),
        ("5 fun", "not spent", ["To Refund $5.00 · Fun", "To Extra cash $5.00", "To Paycheck $5.00"]),
    ],
)
def test_a_reply_that_denies_which_way_the_money_went_asks_which(
    say: Say, line: str, reply: str, kinds: list[str]
) -> None:
    say(line)
    say.reply_to(reply, 1)
    assert say.buttons == [*kinds, "No, leave it"]


def test_the_one_category_is_denied_in_vain(say: Say) -> None:
    for name in ("fun", "predictable necessities", "unpredictable necessities"):
        say(f"/categories remove {name}")
    say("12.50 tacos")
    assert is_recorded(say.reply_to("wrong category", 4), "$12.50 tacos · Other")


@pytest.mark.parametrize(
    "line",
    [
        *["not fun", "wrong category", "no it isn't fun", "not a paycheck", "should be groceries"],
        *["delete lunch", "no, delete the lunch", "redo", "restore", "remove that one"],
    ],
)
def test_a_correction_that_is_no_reply_is_told_how_it_counts(say: Say, line: str) -> None:
    say("12.50 fun tacos")
    say("week")
    say("limits")
    assert say(line) == "Which entry is that about? Reply with it to the entry's receipt, or tap Change… there."


@pytest.mark.parametrize("reply", ["it was other", "other", "that's wrong"])
def test_in_a_group_a_reply_that_names_what_stands_is_answered(say: Say, reply: str) -> None:
    say.group = True
    say("12.50 tacos other")
    assert is_recorded(say.reply_to(reply, 1), "$12.50 tacos · Other")
    assert say.reply_to("great", 1) == ""


def test_in_a_group_a_category_that_is_wrong_is_asked_about(say: Say) -> None:
    say.group = True
    say("12.50 fun tacos")
    assert say.reply_to("wrong category", 1) == "Shall I change this?\n$12.50 tacos · Fun"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("how much is left?", "$387.50 left this week"),
        ("what did I spend on tacos?", "$12.50 spent · tacos, November 2026"),
        ("what did I spend on 14 nov?", "$0.00 spent · Sat 14 Nov"),
        ("is rent paid?", "Rent, $900.00, is due Tue 1 Dec."),
        ("why?", "That sounds like a question or a plan, so nothing is recorded. /help shows what I do."),
    ],
)
def test_a_question_in_reply_is_answered(say: Say, question: str, answer: str) -> None:
    say("/bill rent 900 on the 1st")
    say("12.50 fun tacos")
    assert say.reply_to(question, 2).split("\n")[0] == answer
    assert "So this stays" not in say.reply_to(question, 2)


def test_a_question_with_an_amount_in_reply_changes_nothing(say: Say) -> None:
    say("12.50 fun tacos")
    assert "So this stays as it was:\n✓ $12.50 tacos" in say.reply_to("should be 15?", 1)


def test_in_a_group_a_question_in_reply_is_said_to_change_nothing(say: Say) -> None:
    say.group = True
    say("12.50 fun tacos")
    assert "So this stays as it was:\n✓ $12.50 tacos" in say.reply_to("how much is left?", 1)
