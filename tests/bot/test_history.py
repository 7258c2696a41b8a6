"""`/history`: what was changed of entries, by whom."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.events import Tapped
from bot.replies.history import audit
from budget.bookkeeper import MOST_AUDITED
from budget.entry_changes import MOST_KEPT
from budget.ledger_values import Audit
from storage.ledger import SqlLedger
from tests.chat import OWNER, Say, chat, is_recorded
from words.voice import voice_of


def tapped(say: Say, label: str, name: str) -> None:
    """Let somebody tap a button of the latest reply."""
    tap = Tapped(OWNER, 8, say.data_of(label), f"{name} {label}", group=True, name=name)
    say.reply = say.runner.run(say.app.bot.tapped(tap)).reply


def test_recording_writes_no_history(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        assert say("/history") == "Nothing was changed yet. Change… under a receipt changes an entry."
        assert say("/history 1") == "This entry is as it was recorded: $12.50 tacos · Fun"


def test_an_edit_a_tap_an_undo_and_a_reply_are_noted_with_who_did_them(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos", number=1)
        say.edit("13.50 fun tacos", number=1)
        say("/recent")
        tapped(say, "1", "Ana <b>")
        tapped(say, "Delete", "Ana <b>")
        tapped(say, "Restore 1", "Ben")
        say.wait(days=1)
        say.reply_to("14", to=1)
        say("/undo")
        assert say("/history").split("\n") == [
            "Latest changes",
            "Today, Mon 23",
            "$14.00 tacos · Fun · Sun 22 Nov undone",
            "$13.50 → $14.00, tacos",
            "Yesterday, Sun 22",
            "Ben: $13.50 tacos · Fun · Sun 22 Nov restored",
            "Ana <b>: $13.50 tacos · Fun · Sun 22 Nov undone",
            "$12.50 → $13.50, tacos",
        ]
        assert say.reply is not None
        assert "Ana &lt;b&gt;: <s>$13.50" in say.reply.text


def test_what_changes_of_an_entry_is_said_part_by_part(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos yesterday")
        say.edit("12.50 fun lunch")
        say.edit("10 fun lunch monday")
        say.edit("20 other lunch monday")
        say.edit("20 other monday")
        say.edit("paid 20 monday")
        assert say("/history").split("\n")[2:] == [
            "$20.00 → Paycheck $20.00",
            "lunch → –, $20.00",
            "$10.00 → $20.00 · Fun → Other, lunch",
            "$12.50 → $10.00 · Sun 22 Nov → Mon 16 Nov, lunch",
            "Sat 21 Nov → Sun 22 Nov · tacos → lunch, $12.50",
        ]


def test_an_entry_without_a_note_is_known_by_its_amount_or_its_category(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50", number=1)
        say.tap("Fun")
        say.edit("12.50 fun yesterday", number=1)
        say.edit("13 fun yesterday", number=1)
        say.edit("14 other", number=1)
        assert say("/history").split("\n")[2:] == [
            "$13.00 → $14.00 · Fun → Other · Sat 21 Nov → Sun 22 Nov",
            "$12.50 → $13.00, Fun",
            "Sun 22 Nov → Sat 21 Nov, $12.50",
            "Other → Fun, $12.50",
        ]


def test_an_edit_that_changes_nothing_of_an_entry_is_not_noted(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        say.edit("12.50 tacos #fun")
        say.edit("2x6.25 fun tacos")
        assert say("/history").startswith("Nothing was changed yet.")


def test_the_history_of_one_of_the_latest_entries(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos", number=1)
        say("5 fun coffee", number=2)
        say.edit("13 fun tacos", number=1)
        say.edit("6 fun coffee", number=2)
        assert say("/history 2").split("\n") == [
            "Changes of one entry: $13.00 tacos · Fun",
            "Today, Sun 22",
            "$12.50 → $13.00, tacos",
        ]
        assert say("/history 3") == "There is no entry 3: /recent shows what there is."
        say("4 fun <b>nachos")
        for note in ("nachos", "popcorn", "<b>"):
            assert say(f"/history {note}") == f"Nothing with “{note}” was changed. /recent shows what there is."


@pytest.mark.parametrize("command", ["/history", "/undo"])
def test_a_number_that_no_entry_can_have_is_told_which_can(tmp_path: Path, command: str) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        for number in ("0", "#0", "1001", "999999999"):
            said = say(f"{command} {number}")
            assert said == f"I count back from 1 to 1,000, as /recent numbers the entries: {command} 1 is the latest."
        assert say(f"{command} 1000").startswith("There is no entry 1000")
        assert "tacos" in say(f"{command} ١")


def test_a_deleted_entry_is_found_by_its_note(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun Street Tacos", number=1)
        say("5 fun coffee", number=2)
        say.edit("13 fun Street Tacos", number=1)
        say.edit("6 fun coffee", number=2)
        say("/undo 2")
        assert say("/history tacos").split("\n")[1:] == [
            "Today, Sun 22",
            "$13.00 Street Tacos · Fun undone",
            "$12.50 → $13.00, Street Tacos",
        ]
        assert say("/history street  TACOS") == say("/history tacos")
        assert "tacos" not in say("/history 1").lower()


def test_a_repeat_is_noted_once(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        assert say.reply is not None
        undo = say.reply.buttons[0][0].data
        say.tap_data(undo, "same")
        say.tap_data(undo, "same")
        assert len(say("/history").split("\n")) == 3


def test_a_payment_of_a_bill_by_a_tap_is_noted(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("/bill rent 900 on the 1st")
        say("rent 100")
        say.tap("It was Rent")
        assert say("/history").split("\n")[2:] == ["$100.00 → Bill $100.00, rent"]


@pytest.mark.slow
def test_the_newest_changes_are_kept(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("1 fun tacos", number=1)
        lines = [f"{n} fun" for n in range(1, 21)]
        say("\n".join(lines), number=2)
        for round_ in range(MOST_KEPT // 20 + 1):
            say.edit("\n".join(f"{n}.{round_:02} fun" for n in range(101, 121)), number=2)
        budget, changes, _ = say.runner.run(say.app.bookkeeper.history(OWNER, 2 * MOST_KEPT))
        assert len(changes) == MOST_KEPT
        assert changes[0].now.entry.amount == 12050
        assert changes[-1].was.entry.amount == 10100
        assert budget.owner == OWNER


def test_the_history_is_of_the_present_currency(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12 fun tacos")
        say.edit("13 fun tacos")
        say("/settings currency JPY")
        label = next(one for one in say.buttons if "JPY" in one)
        say.tap(label)
        assert say("/history").split("\n")[2:] == ["¥12 → ¥13, tacos"]


def test_before_anything_is_written_nothing_was_changed(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        assert say("/history").startswith("Nothing was changed yet.")
        assert say("/history 1") == "There is no entry 1: /recent shows what there is."


def test_everything_is_added_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with chat(tmp_path) as say:
        assert say("/audit") == "Nothing is recorded yet, so there is nothing to add up."
        say("12.50 fun tacos\npaid 1500\nrefund 2 fun\n5 other last friday")
        assert say("/audit") == "✓ Added up again: 4 entries come to what every week and the pay period show."
        assert say("/audit now").startswith("I don't know what “now” means behind /audit")

        wrong = text("SELECT 1 AS category, 2 AS spent WHERE :owner_ <> 0")
        monkeypatch.setattr("storage.statements.SPENT", wrong)
        assert say("/audit").startswith("✗ 1 sum is not what the entries come to.")


@pytest.mark.parametrize("more", [0, 1])
def test_twenty_thousand_entries_are_added_up_and_no_more(tmp_path: Path, more: int) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        with sqlite3.connect(tmp_path / "budget.db") as db:
            columns = [name for _, name, *_ in db.execute("PRAGMA table_info(entries)")]
            same = ", ".join("n" if name == "line" else name for name in columns)
            db.execute(
                "WITH RECURSIVE lines(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM lines WHERE n < ?) "
                f"INSERT INTO entries ({', '.join(columns)}) SELECT {same} FROM entries, lines",
                (MOST_AUDITED - 1 + more,),
            )
        db.close()

        assert say("/audit").startswith(
            "I add up 20,000 entries at most." if more else "✓ Added up again: 20,000 entries come to"
        )


def test_what_is_added_up_is_bounded(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos\n5 other")
        ledger = SqlLedger(say.app.database)
        assert say.runner.run(ledger.audit(OWNER, 2)) == Audit(2, 0)
        assert say.runner.run(ledger.audit(OWNER, 1)) is None
        assert audit(voice_of("en"), None, 20_000).text.startswith("I add up 20,000 entries at most.")


def test_what_was_undone_never_gets_another_currency(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        say.edit("13.50 fun tacos")
        say("7.25 fun soda")
        say("/undo")
        say("/undo")
        undone = say.data_of("Restore")
        say("/settings currency JPY")

        assert (
            say.tap_data(undone, "tap900")
            == "$13.50 is not in this budget's currency, so it stays undone. Write it anew."
        )
        assert "¥" not in say("/history")
        assert "$12.50 → $13.50, tacos" in say("/history")


@pytest.mark.parametrize("between", ["EUR", "JPY", "KWD"])
def test_what_was_undone_can_be_restored_once_its_currency_is_back(tmp_path: Path, between: str) -> None:
    with chat(tmp_path) as say:
        say("12.55 fun tacos")
        say("/undo")
        undone = say.data_of("Restore")
        say(f"/settings currency {between}")
        say("/settings currency USD")

        assert is_recorded(say.tap_data(undone, "tap900"), "$12.55 tacos")
        assert "Fun: $12.55" in say.sums()


def test_restoring_by_a_word_and_all_at_once_know_the_currency_too(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos\n3 fun soda")
        say("/undo all")
        everything = say.data_of("Restore all")
        say("/settings currency EUR")

        assert "stays undone" in say.tap_data(everything, "tap900")
        assert "stays undone" in say.reply_to("restore 1", 1)
        say.edit("12.50 fun tacos\n4 fun soda", number=1)  # told anew, in the currency of now
        assert say.sums().endswith("Total: 4,00 €") or say.sums().endswith("Total: €4.00")
