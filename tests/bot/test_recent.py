"""`/recent`: a list by day that stays whatever is done with its entries, page by page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.buttons import EntryAt, RecentEntry, RecentList, ShowRecent, WithEntry, encode
from tests.chat import OWNER, Say, chat


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Say]:
    with chat(tmp_path) as say:
        say("11.80 lunch other yesterday")
        say("2.75 gas")
        say("4.50 fun coffee")
        yield say


LISTED = [
    "Today, Sun 22",
    "1 $4.50 coffee · Fun",
    "2 $2.75 gas · Predictable…",
    "Yesterday, Sat 21",
    "3 $11.80 lunch · Other",
]


def struck(n: int) -> list[str]:
    return [f"{line} undone" if line.startswith(f"{n} ") else line for line in LISTED]


def test_entries_stand_by_day_behind_their_numbers(three: Say) -> None:
    assert three("/recent").split("\n") == LISTED
    assert three.buttons == ["1", "2", "3"]


def test_the_list_stays_when_an_entry_is_deleted_and_restored(three: Say) -> None:
    three("/recent")
    assert three.tap("2").startswith("$2.75 gas · Predictable Necessities")
    assert three.buttons == ["Category", "Amount", "Day", "Note", "Delete", "‹ Back"]

    assert three.tap("Delete").split("\n") == struck(2)
    assert three.buttons == ["1", "3", "Restore 2"]
    assert three.answer.also is not None
    assert three.answer.also.corrects is not None
    assert "undone" in three.answer.also.text
    assert three("/undo 2").startswith("$11.80 lunch · Sat 21 Nov undone"), "a new list has it no longer"
    three.tap("Restore")

    three("/recent")
    three.tap("1")
    three.tap("Delete")
    assert three.tap("Restore 1").split("\n")[1] == "1 $4.50 coffee · Fun"


def test_a_deleted_entry_is_not_in_a_later_list(three: Say) -> None:
    three("/recent")
    three.tap("1")
    three.tap("Delete")
    three.wait(seconds=1)

    assert three("/recent").split("\n")[1] == "1 $2.75 gas · Predictable…"


def test_the_numbers_stay_what_they_were_when_the_list_was_shown(three: Say) -> None:
    undone = three("/undo")
    restore = three.data_of("Restore")
    assert undone.startswith("$4.50 coffee undone")
    listed = three("/recent").split("\n")
    assert listed == ["Today, Sun 22", "1 $2.75 gas · Predictable…", "Yesterday, Sat 21", "2 $11.80 lunch · Other"]

    three.tap("2")
    assert three.tap("‹ Back").split("\n") == listed, "what was undone in the same second, but before, is not there"
    shown = three.reply
    three.tap_data(restore, "restores")
    three.reply = shown
    three.tap("2")
    assert three.tap("‹ Back").split("\n") == listed, "what was restored since moves no number"
    three.tap("2")
    assert three.tap("Delete").split("\n") == [*listed[:-1], f"{listed[-1]} undone"]


@pytest.mark.parametrize(("number", "note"), [(1, "gas"), (2, "lunch")])
def test_the_numbers_of_a_list_are_those_of_undo_and_history(three: Say, number: int, note: str) -> None:
    three("/undo")
    listed = three("/recent")
    three.tap(str(number))
    assert three.tap("‹ Back") == listed
    assert f" {note}" in three(f"/history {number}")
    assert f" {note}" in three(f"/undo {number}").split(" undone")[0]


def test_a_day_stands_once_whenever_its_entries_were_sent(three: Say) -> None:
    three("6 fun tea yesterday")
    three("7 fun cake")
    listed = three("/recent").split("\n")
    assert listed == [
        "Today, Sun 22",
        "1 $7.00 cake · Fun",
        "3 $4.50 coffee · Fun",
        "4 $2.75 gas · Predictable…",
        "Yesterday, Sat 21",
        "2 $6.00 tea · Fun",
        "5 $11.80 lunch · Other",
    ]
    assert three.buttons == ["1", "2", "3", "4", "5"]

    three.tap("2")
    assert three.tap("‹ Back").split("\n") == listed
    assert " tea" in three("/undo 2").split(" undone")[0]


def test_a_later_page_says_that_pages_follow_when_entries_were_written(tmp_path: Path) -> None:
    """Its days begin anew, where an entry of an earlier day was written after its own."""
    with chat(tmp_path) as say:
        for text in ("1 fun", "2 fun", "3 fun 2026-11-10"):
            say(text)
        assert say("/recent 2").split("\n") == ["Today, Sun 22", "2 $2.00 · Fun", "Tue 10 Nov", "1 $3.00 · Fun"]
        assert say.tap("Older ›").split("\n") == ["3, written earlier", "Today, Sun 22", "3 $1.00 · Fun"]
        assert say.tap("‹ Newer").split("\n")[0] == "Today, Sun 22"


def test_the_way_back_leads_to_the_list(three: Say) -> None:
    three("/recent")
    three.tap("3")
    assert three.tap("‹ Back").split("\n") == LISTED


def test_a_category_is_chosen_and_the_list_stays(three: Say) -> None:
    three("/recent")
    three.tap("3")
    three.tap("Category")
    assert "‹ Back" in three.buttons

    assert three.tap("Fun").split("\n")[-1] == "3 $11.80 lunch · Fun"
    assert three.answer.also is not None
    assert "Fun" in three.answer.also.text


@pytest.mark.parametrize(
    ("part", "answer", "line"), [("Amount", "12", "3 $12.00 lunch · Other"), ("Note", "soup", "3 $11.80 soup · Other")]
)
def test_a_part_is_asked_for_below_the_list(three: Say, part: str, answer: str, line: str) -> None:
    three("/recent")
    three.tap("3")
    assert three.tap(part).split("\n") == LISTED
    three.answers(answer)

    assert three("/recent").split("\n")[-1] == line


def test_older_entries_are_paged_through(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        for n in range(1, 25):
            say(f"{n} fun")
            say.wait(minutes=1)
        assert say("/recent").split("\n")[-1] == "10 $15.00 · Fun"
        assert say.buttons[-1] == "Older ›"
        say.wait(minutes=1)
        listed = say.reply
        say("99 fun")  # shifts no page
        say.reply = listed

        older = say.tap("Older ›").split("\n")
        assert older[:3] == ["11 – 20, written earlier", "Today, Sun 22", "11 $14.00 · Fun"]
        assert say.buttons == [*map(str, range(11, 21)), "‹ Newer", "Older ›"]
        say.tap("11")
        say.tap("Delete")
        assert say.tap("Older ›").split("\n")[2:] == [f"{n} ${25 - n}.00 · Fun" for n in range(21, 25)]
        assert say.buttons == ["21", "22", "23", "24", "‹ Newer"]
        say.tap("‹ Newer")
        assert "11 $14.00 · Fun undone" in say.tap("‹ Newer") + say.tap("Older ›")


def test_the_pages_of_a_category_hold_it_alone(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        for n in range(1, 5):
            say(f"{n} fun")
            say(f"{n} gas")
        assert say("/recent fun 2").split("\n") == ["Recent in Fun", "Today, Sun 22", "1 $4.00", "2 $3.00"]
        assert say.tap("Older ›").split("\n") == [
            *["Recent in Fun", "3 – 4, written earlier", "Today, Sun 22", "3 $2.00", "4 $1.00"]
        ]
        assert say.buttons == ["3", "4", "‹ Newer"]


def test_a_list_fits_into_one_message(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        for _ in range(30):
            say(f"5 fun {'word ' * 39}")
        shown = say("/recent 20")
        assert len(shown.encode("utf-16-le")) // 2 < 4096
        last = int(shown.split("\n")[-1].split(" ")[0])
        assert say.tap("Older ›").split("\n")[2].startswith(f"{last + 1} $5.00 ")


def test_what_a_list_does_not_hold_is_settled(three: Say) -> None:
    three("/recent")
    shown = RecentList(int(three.now.timestamp()), 0, 10, None)
    assert "settled" in three.tap_data(encode(RecentEntry(shown, EntryAt(99, 0), WithEntry.CHANGE)), "tap1")
    gone = RecentList(int(three.now.timestamp()), 500, 10, None)
    assert three.tap_data(encode(ShowRecent(gone)), "tap2").startswith("Nothing is recorded yet.")
    unknown = RecentList(int(three.now.timestamp()), 0, 10, 2**60)
    assert "settled" in three.tap_data(encode(ShowRecent(unknown)), "tap3")


def test_a_repeated_tap_changes_nothing_more(three: Say) -> None:
    three("/recent")
    three.tap("1")
    delete = three.data_of("Delete")
    assert three.tap_data(delete, "tap50").split("\n") == struck(1)
    three.tap("Restore 1")
    assert three.tap_data(delete, "tap50").split("\n") == LISTED, "a repeat shows what is so now"


def test_who_spent_is_said_in_a_group(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say.group, say.title, say.name = True, "Home", "Ann"
        say("5 fun coffee")
        assert say("/recent").split("\n")[1] == "1 $5.00 coffee, Ann · Fun"
        say.name = "Ben"
        say.tap("1")
        say.tap("Delete")
        assert "Ben: $5.00 coffee · Fun undone" in say("/history")
        assert say.runner.run(say.app.bookkeeper.recent(OWNER, 1))[1] == []
