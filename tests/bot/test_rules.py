"""`/rules`: what taps taught, forgotten by a tap; and a new tag that becomes a category."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from budget.categories import MOST_CATEGORIES
from tests.chat import Say, chat


@pytest.fixture
def say(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path) as said:
        yield said


def test_what_a_tap_taught_is_listed_and_forgotten_with_all_its_forms(say: Say) -> None:
    assert say("/rules").startswith("You have taught me nothing yet.")
    say("at gizmo <b> #1234 14")
    say.tap("Fun")
    say("doohickey 5")
    say.tap("Unpredictable")

    said = say("/rules")
    assert said == (
        "What your taps taught me\n1. “doohickey” → Unpredictable Necessities\n2. “at gizmo <b> #1234” → Fun"
    )
    assert say.buttons == ["Forget 1", "Forget 2"]
    data = say.data_of("Forget 2")
    assert say.tap("Forget 2") == "What your taps taught me\n1. “doohickey” → Unpredictable Necessities"
    assert say.tap_data(data, "again") == "What your taps taught me\n1. “doohickey” → Unpredictable Necessities"

    assert "Other" in say("gizmo 5")
    assert "as last time" in say("doohickey 5")
    assert say("/rules x").startswith("I don't know what “x” means behind /rules")


@pytest.mark.parametrize("note", ["gizmo", "blue gizmo", "gizmo for ann", "at gizmo #12"])
def test_a_rule_that_a_word_of_the_budgets_own_overrides_is_not_listed(say: Say, note: str) -> None:
    say(f"{note} 14")
    say.tap("Fun")
    listed = say("/rules")
    assert note in listed
    say("/categories predictable +gizmo")

    assert "left of $100 · Predictable" in say("gizmo 5")
    assert say("/rules").startswith("You have taught me nothing yet.")
    say("/categories predictable -gizmo")
    assert say("/rules") == listed


def test_a_rule_that_a_new_categorys_name_overrides_is_not_listed(say: Say) -> None:
    say("doohickey 5")
    say.tap("Fun")
    say("gizmo 5")
    say.tap("Fun")
    say("/categories add Gizmo 40")
    assert say("/rules") == "What your taps taught me\n1. “doohickey” → Fun"
    assert say.buttons == ["Forget 1"]


def test_rules_are_paged_and_those_of_a_removed_category_are_not_shown(say: Say) -> None:
    for n in range(23):
        say(f"thing{chr(97 + n)} 5")
        say.tap("Fun")

    assert say("/rules").count("thing") == 10
    assert say.buttons[-1] == "Older ›"
    assert "11. “thingm”" in say.tap("Older ›")
    assert say.tap("Older ›").count("thing") == 3
    assert say.buttons[-1] == "‹ Newer"
    assert say.tap("‹ Newer").startswith("What your taps taught me\n11.")
    say("/categories remove fun")
    assert say("/rules").startswith("You have taught me nothing yet.")


def test_a_new_tag_becomes_a_category_by_a_tap_once(say: Say) -> None:
    said = say("lunch 20 #office")
    assert "lunch #office" in said
    assert say.buttons[0] == "#office as a category"

    said = say.tap("#office as a category")
    assert said == "✓ $20.00 lunch\n$80.00 left of $100 · office\n$150.00 left of $150 · Fun"
    number = 1
    assert said.startswith(say.tap_data(f"h:{number}:0", "tap1"))
    assert say.tap_data(f"h:{number}:0", "tap9").startswith("That is settled already."), "no tag is left"
    assert say("5 office pens").startswith("✓ $5.00 pens\n$75.00 left of $100 · office")
    assert say("lunch 5").startswith("✓ $5.00 lunch\n$70.00 left of $100 · office"), "every tap teaches"
    assert "lunch" in say("/rules")


def test_a_tag_that_names_a_category_meanwhile_moves_the_entry_there(say: Say) -> None:
    say("lunch 20 #office")
    reply = say.reply
    say("/categories add Office 40")
    say.reply = reply

    assert say.tap("#office as a category").startswith("✓ $20.00 lunch")
    assert say("/categories").count("ffice") == 1


def test_a_tag_takes_a_removed_category_of_its_name_into_use_again(say: Say) -> None:
    say("/categories add Office 40")
    say("5 office")
    say("/categories remove office")
    say("lunch 20 #Office")

    assert say.tap("#Office as a category").startswith("✓ $20.00 lunch\n$75.00 left of $100 · Office")


@pytest.mark.parametrize("tag", ["#paid", "#monday", "#2024", "#a1"])
def test_what_can_be_no_category_is_not_offered(say: Say, tag: str) -> None:
    say(f"lunch 20 {tag}")
    assert not any("as a category" in label for label in say.buttons)


def test_where_no_room_is_a_tag_is_not_offered_and_an_old_button_says_so(say: Say) -> None:
    say("lunch 20 #office")
    reply = say.reply
    names = [f"C{chr(97 + n)}x" for n in range(MOST_CATEGORIES - 4)]
    for name in names:
        say(f"/categories add {name} 40")

    say("lunch 21 #garden")
    assert not any("as a category" in label for label in say.buttons)
    say.reply = reply
    assert say.tap("#office as a category").startswith("That would be more than a budget holds")


def test_in_several_lines_each_tag_has_its_own_button(say: Say) -> None:
    say("lunch 20 #office\npens 5 #office\nrope 7 #garden")
    assert say.tap("2: #office as a category").startswith(
        "✓ $32.00 in 3 entries\n1 $20.00 lunch #office · Fun\n2 $5.00 pens · office"
    )


def test_what_was_taught_of_a_built_in_word_holds_beside_other_words(say: Say) -> None:
    assert "left of $150 · Fun" in say("lunch 12")
    say.reply_to("unpredictable", 1)

    assert "· Unpredictable…, as last time" in say("lunch with Ann 13")
    assert "· Unpredictable…, as last time" in say("big lunch 5")
    assert "· Fun" in say("dinner with Ann 14")
    assert "· Predictable…" in say("lunch groceries 6")
    say("/rules")
    say.tap("Forget 1")
    assert "· Fun" in say("lunch with Ann 13")
