"""Who spent: a group's receipts and lists say it, and a private chat keeps no name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from budget.bookkeeper import Message
from budget.entry_changes import LONGEST_NAME
from tests.chat import OWNER, Say, chat


@pytest.fixture
def group(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path) as say:
        say.group, say.title, say.name = True, "Home", "Ann"
        yield say


def test_a_receipt_in_a_group_says_who_spent(group: Say) -> None:
    assert group("82.15 groceries milk").split("\n")[0] == "✓ $82.15 groceries milk, Ann"
    assert group("12.50 fun").split("\n")[0] == "✓ $12.50, Ann"
    group.name = "Ben"
    assert group("12.80 fun lunch\n3 fun coffee").split("\n")[:3] == [
        "✓ $15.80 in 2 entries, Ben",
        "1 $12.80 lunch · Fun",
        "2 $3.00 coffee · Fun",
    ]
    assert group("paid 1500\n3 fun coffee").split("\n")[0] == "✓ 2 entries, Ben"


def test_recent_and_history_say_who_spent(group: Say) -> None:
    group("82.15 groceries")
    group.name = "Ben"
    group("9 fun coffee yesterday")
    assert group("/recent").split("\n") == [
        "Today, Sun 22",
        "2 $82.15 groceries, Ann · Predictable…",
        "Yesterday, Sat 21",
        "1 $9.00 coffee, Ben · Fun",
    ]
    assert group("/history 2") == ("This entry is as it was recorded: $82.15 groceries, Ann · Predictable Necessities")


def test_an_entry_stays_its_authors_whoever_changes_it(group: Say) -> None:
    group("82.15 groceries")
    group.name = "Ben"
    assert "$82.15 groceries, Ann undone" in group.tap("Undo")
    assert "✓ $82.15 groceries, Ann" in group.tap("Restore")
    assert group.edit("80 groceries").split("\n")[1] == "✓ $80.00 groceries, Ann"
    assert group.tap("Change…").startswith("$80.00 groceries, Ann · Predictable Necessities")
    group.tap("Amount")
    assert "✓ $79.00 groceries, Ann" in group.answers("79")


def test_a_tap_that_answers_a_question_records_for_who_wrote(group: Say) -> None:
    group("12.50 fun 8.20")
    group.name = "Ben"
    assert "✓ $12.50 8.20, Ann" in group.tap(group.buttons[0])


def test_a_bill_is_paid_by_who_taps(group: Say) -> None:
    group("/bill rent 900 on the 22nd")
    group("paid rent")
    group.name = "Ben"
    assert "✓ Bill $900.00 Rent, Ben" in group.tap("Paid $900.00")


def test_a_private_chat_keeps_no_name(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say.name = "Ann"
        assert say("82.15 groceries").split("\n")[0] == "✓ $82.15 groceries"
        assert "Ann" not in say("/recent")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Ann", "✓ $5.00 coffee, <b>Ann"),
        ("A\u202en\u200bn", "✓ $5.00 coffee, Ann"),
        ("María del Carmen Josefina", "✓ $5.00 coffee, María del Carmen…"),
        ("X" * 500, f"✓ $5.00 coffee, {'X' * 19}…"),
        ("\u200b", "✓ $5.00 coffee"),
        ("דנה", "✓ $5.00 coffee, \u2068דנה\u2069"),
    ],
)
def test_a_name_is_cleaned_and_short(group: Say, name: str, shown: str) -> None:
    group.name = name
    assert group("5 fun coffee").split("\n")[0] == shown
    budget = group.runner.run(group.app.bookkeeper.budget(OWNER))
    assert len(budget.author_name(name)) <= LONGEST_NAME


def test_a_member_who_may_not_edit_anothers_message_changes_nothing_of_the_name(group: Say) -> None:
    group("5 fun coffee", number=1)
    again = Message(OWNER, 1, 8, "5 fun coffee", group.now, group=True, title="Home", name="Ben")
    reply = group.runner.run(group.app.bot.said(again))
    assert reply is not None
    assert "Ann" in reply.text


def test_a_group_that_becomes_a_supergroup_has_its_budget_there(group: Say) -> None:
    group("12.50 fun tacos")
    before, supergroup = group.sums(), group.owner - 1_000_000_000_000

    said = group.runner.run(group.app.bot.moved(group.owner, supergroup))

    assert said is None, "nothing is left out"
    group.owner = supergroup
    assert group.sums() == before
    assert "tacos" in group("/recent")


def test_what_one_member_spent_is_listed_with_who_spent(group: Say) -> None:
    group("39.99 wifi")
    group.name = "Ben"
    group("44 groceries")
    group.app.bot.name = "budgetbot"
    said = group("@budgetbot what did ann spend this month?")
    assert "$39.99 wifi, Ann" in said
    assert "$44.00 groceries, Ben" in said
    assert "what is left" not in said
    assert "$83.99 spent" in group("@budgetbot what did we spend this month?")
