"""A whole budget out of one chat and into another, through the whole bot."""

import asyncio
import io
import json
import string
import tracemalloc
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from time import process_time
from typing import TYPE_CHECKING, Any, cast

import pytest

from bot.events import Answer, Tapped
from budget.entries import Entry, Kind
from budget.errors import Refused, Why
from budget.exports import own_json, packing
from budget.exports.books import Book, Lesson, WholeEntry
from budget.exports.packing import packed_book
from budget.imports.bounds import LARGEST_TABLE
from budget.imports.own_json import read
from budget.ledger_values import Staged
from budget.looks import budget_begun
from budget.restoring import Restorer
from budget.turns import Turns
from tests.chat import OWNER, Say, chat
from tests.ledgers import BEGINNINGS
from words.markup import plain

if TYPE_CHECKING:
    from budget.ledger import Ledger

SHOWN = (
    "/week",
    "/period",
    "/recent",
    "/bills",
    "/categories",
    "/limits",
    "/rules",
    "/history",
    "/payday",
    "/settings",
    "/imports",
)
COFFEES = "day,kind,amount,currency,category,note\n2026-11-20,expense,3.50,USD,fun,coffee\n2026-11-20,expense,3.50,USD,fun,coffee\n"


def exported(say: Say) -> bytes:
    """Return the file of a whole budget."""
    say("/export json")
    assert say.reply is not None
    assert say.reply.document is not None
    return say.reply.document.content


@pytest.fixture
def lived_in(say: Say) -> Say:
    """A chat that has used nearly everything."""
    for text in (
        "paid 1500 11/20",
        "+40 from mum",
        "12.50 fun tacos",
        "-5 fun",
        "paid 900 rent",
        "/limits fun 175",
        "/categories add Pets 30",
        "/categories keywords pets +cat",
        "8 cat food",
        "/bill rent 900 monthly 1",
        "/bill gym 30 weekly fun",
        "/payday 15 and last",
        "/settings name Home",
        "3 churro",
    ):
        say(text)
    say.tap("Fun")
    say("6 tram")
    say.tap("Undo")
    say.import_(COFFEES)
    return say


def test_a_whole_budget_is_the_same_in_another_chat(lived_in: Say, tmp_path: Path) -> None:
    said = [lived_in(command) for command in SHOWN]
    book = exported(lived_in)
    (tmp_path / "new").mkdir()

    with chat(tmp_path / "new") as new:
        asked = new.file(book)
        assert asked.split("\n")[0] == (
            "This is a whole budget: 10 entries in USD, with their settings, categories, limits and bills."
        )
        assert new.buttons == ["Put it here", "No"]
        assert new("/recent") == "Nothing is recorded yet. Write your first one: 12.50 fun tacos"
        new.file(book, number=1)
        assert new.tap("Put it here").startswith("✓ The budget is here: 10 entries")

        assert [new(command) for command in SHOWN] == said
        assert "2 are in the book already." in new.file(COFFEES)
        assert new("5 cat") == lived_in("5 cat"), "words and what was taught mean the same"


def test_what_forget_hands_out_brings_the_budget_back(lived_in: Say) -> None:
    said = [lived_in(command) for command in SHOWN]
    lived_in("/forget")
    lived_in.tap("Delete everything")
    table, whole = lived_in.answer.before, lived_in.answer.second
    assert table is not None
    assert table.document is not None
    assert table.document.content.startswith(b"day,kind")
    assert whole is not None
    assert whole.document is not None
    assert whole.document.name == "budget-2026-11-22.json"
    assert lived_in.tap("Delete now") == "Everything of this chat is deleted."

    lived_in.file(whole.document.content)
    assert lived_in.tap("Put it here").startswith("✓ The budget is here: 10 entries")
    assert [lived_in(command) for command in SHOWN] == said


def test_a_second_tap_and_a_second_file_restore_nothing_again(lived_in: Say, tmp_path: Path) -> None:
    book = exported(lived_in)
    (tmp_path / "new").mkdir()

    with chat(tmp_path / "new") as new:
        new.file(book)
        button = "j:b:1"
        done = new.tap_data(button, "once")
        assert done.startswith("✓ The budget is here")
        new("4 fun tea")
        recent = new("/recent")
        assert new.tap_data(button, "twice") == done
        assert new("/recent") == recent
        assert "two budgets can't be mixed" in new.file(book)
        assert new.buttons == []
        assert "two budgets can't be mixed" in new.tap_data("j:b:5", "by its data")
        assert new("/recent") == recent


def test_what_is_no_book_and_what_waits_no_longer_restore_nothing(say: Say) -> None:
    said = say.file(b'{"budgetbot": 1, "settings": []}')
    assert (
        said
        == "This is one of my whole budgets, but it was changed or cut, or a newer program wrote it. Nothing is restored."
    )
    assert "Nothing is recorded: send the file again." in say.tap_data("j:b:99", "unknown")
    say.file(b"day,amount\n2026-11-20,3\n")
    assert "Nothing is recorded: send the file again." in say.tap_data("j:b:2", "no book")


def test_links_stay_behind(lived_in: Say, tmp_path: Path) -> None:
    lived_in("/share")
    book = exported(lived_in)
    (tmp_path / "new").mkdir()

    with chat(tmp_path / "new") as new:
        assert "Its share links don't come along: make new ones with /share." in new.file(book)
        new.tap("Put it here")
        assert "no" in new("/links").lower()


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("settings", "currency"), ["USD"]),
        (("settings", "locale"), {}),
        (("entries", 0, "day"), "9999-12-31"),
        (("entries", 0, "day"), "0001-01-01"),
        (("plan", "bills", 0, "ahead"), "0001-01-01"),
        (("plan", "bills", 0, "rates", 0, "since"), "9999-12-31"),
        (("memory", "quiet_days"), ["0001-01-01"]),
    ],
)
def test_what_cannot_be_in_a_book_restores_nothing(lived_in: Say, where: tuple[str | int, ...], value: object) -> None:
    book = json.loads(exported(lived_in))
    *path, last = where
    held = book
    for name in path:
        held = held[name]
    held[last] = value
    assert "it was changed or cut" in lived_in.file(json.dumps(book))


@pytest.mark.parametrize(
    ("name", "value"), [("day", "2026-11-24"), ("amount", "1000000.01"), ("amount", "0.00"), ("amount", "-12.50")]
)
def test_an_entry_that_nobody_could_have_recorded_is_named(lived_in: Say, name: str, value: str) -> None:
    book = json.loads(exported(lived_in))
    book["entries"][2][name] = value
    lived_in.owner += 1
    assert lived_in.file(json.dumps(book)) == (
        f"In this whole budget “entries[2].{name} = {value}” can't be: it was changed or cut, or a newer program wrote it. "
        "Nothing is restored."
    )
    assert lived_in.buttons == []
    book["entries"][2] |= {"day": "2026-11-23", "amount": "12.50"}
    lived_in.file(json.dumps(book))
    assert lived_in.buttons == ["Put it here", "No"], "it is the 23rd already in the east"


def test_keys_like_those_of_the_budget_that_was_there_are_taken(lived_in: Say, tmp_path: Path) -> None:
    book = json.loads(exported(lived_in))
    book["categories"].append({"key": "_fun", "name": "Odd", "keywords": [], "limit": "5.00", "removed": False})
    (tmp_path / "other").mkdir()
    with chat(tmp_path / "other") as other:
        other.file(json.dumps(book))
        assert "The budget is here" in other.tap(other.buttons[0])
        assert "Odd" in other("/categories")


@pytest.mark.parametrize("key", ["=HYPERLINK(1)", "\uff1dcmd", "fun  9 USD", "a;b", "-fun"])
def test_a_key_that_no_program_made_gets_into_no_export(lived_in: Say, key: str) -> None:
    """Exports hold keys as they are: one was a formula of a spreadsheet, and another an amount of a journal."""
    book = json.loads(exported(lived_in))
    book["categories"].append({"key": key, "name": "Odd", "keywords": [], "limit": "5.00", "removed": False})
    lived_in.owner += 1
    assert "it was changed or cut" in lived_in.file(json.dumps(book))


def test_what_a_budget_has_no_room_for_is_named(lived_in: Say) -> None:
    book = json.loads(exported(lived_in))
    more = [f"Kind {letter}" for letter in "abcdefghijklmnopq"]
    book["categories"] += [
        {"key": f"kind_{n}", "name": name, "keywords": [], "limit": "5.00", "removed": False}
        for n, name in enumerate(more)
    ]
    lived_in.owner += 1
    said = "A budget has 20 categories and 50 bills in use at most. These keep their entries and are out of use: Kind p, Kind q"
    assert lived_in.file(json.dumps(book)).split("\n")[1] == said
    assert lived_in.tap("Put it here").split("\n")[1] == said
    assert "Kind p" not in lived_in("/categories")


@pytest.mark.slow
def test_many_dated_limits_are_read_in_a_moment(lived_in: Say) -> None:
    book = json.loads(exported(lived_in))
    days = [(date(1900, 1, 1) + timedelta(days=n)).isoformat() for n in range(4_900)]
    book["plan"]["limits"] = [{"category": "fun", "since": day, "amount": "5.00"} for day in days]
    book["plan"]["carries"] = [{"category": "fun", "since": day, "carry": "off"} for day in days]
    lived_in.owner += 1
    lived_in.file(json.dumps(book))
    lived_in.tap(lived_in.buttons[0])
    begun = process_time()
    lived_in("/limits fun 30")
    assert process_time() - begun < 2  # 0.1 s; of 60,000 it was 3 s, in which nobody else could write


@pytest.mark.parametrize("kind", ["limits", "carries", "rates", "decisions", "spreads"])
@pytest.mark.parametrize(("most", "is_taken"), [pytest.param(10_000, True, marks=pytest.mark.slow), (10_001, False)])
def test_a_plan_has_ten_thousand_dated_rows_at_most(lived_in: Say, kind: str, most: int, is_taken: bool) -> None:
    """With 80,000 of them each message of that chat let all others wait for half a second, and twelve chats took 140 MiB."""
    book = json.loads(exported(lived_in))
    plan, entry = book["plan"], next(one for one in book["entries"] if one["kind"] == "expense")
    plan.update(limits=[], carries=[], decisions=[], spreads=[], bills=plan["bills"][:1])
    days = [(date(1900, 1, 1) + timedelta(days=n)).isoformat() for n in range(most - 1)]
    if kind == "rates":
        plan["bills"][0]["rates"] = [{"since": day, "amount": "5.00", "about": False} for day in (*days, "2026-11-01")]
    elif kind == "spreads":
        book["entries"] += [entry | {"message": 10**6 + n} for n in range(most - 1)]
        plan["spreads"] = [{"message": 10**6 + n, "line": entry["line"], "weeks": 2} for n in range(most - 1)]
    else:
        number = plan["bills"][0]["number"]
        one = {
            "limits": {"category": "fun", "amount": "5.00"},
            "carries": {"category": "fun", "carry": "off"},
            "decisions": {"bill": number, "paid_by": None, "moved_to": None, "skipped": True},
        }[kind]
        plan[kind] = [one | {"planned" if kind == "decisions" else "since": day} for day in days]
    lived_in.owner += 1

    assert ("This is a whole budget" in lived_in.file(json.dumps(book))) == is_taken


def test_a_file_of_names_alone_costs_little_memory() -> None:
    content = ('{"budgetbot": 1, ' + ", ".join(f'"{n:x}": 1' for n in range(400_000)) + "}").encode()
    tracemalloc.start()
    try:
        with pytest.raises(Refused):
            read(content, OWNER)
        assert (
            tracemalloc.get_traced_memory()[1] < 10 * 2**20
        )  # it was 80 MiB, and two such files ended a small container
    finally:
        tracemalloc.stop()


def test_what_is_refused_holds_nothing_of_the_file() -> None:
    content = ('{"budgetbot": 1, "x": [' + ", ".join(f'"{n:x}"' for n in range(100_000)) + "]}").encode()
    with pytest.raises(Refused) as refused:
        read(content, OWNER)
    assert refused.value.__context__ is None


def a_large_book(say: Say, entries: int) -> bytes:
    """Return the file of a budget with so many more entries, each with a long note."""
    start, end = exported(say).decode().rsplit("\n]}", 1)
    day = date(2026, 1, 1)
    more = (
        f'{{"message": {1000 + n}, "line": 0, "author": 7, "kind": "expense", "amount": "{n % 90 + 1}.25", '
        f'"day": "{day + timedelta(days=n % 300)}", "note": "{f"{n} tacos and more ":x<190}", "category": "fun"}}'
        for n in range(entries)
    )
    return (start + ",\n" + ",\n".join(more) + "\n]}" + end).encode()


@pytest.mark.slow
def test_a_budget_that_is_larger_than_a_file_may_be_comes_back_out_of_a_zip(say: Say, tmp_path: Path) -> None:
    say("12.50 fun tacos")
    (tmp_path / "first").mkdir()
    (tmp_path / "second").mkdir()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("budget.json", a_large_book(say, 15_000))

    with chat(tmp_path / "first") as first, chat(tmp_path / "second") as second:
        assert first.file(file.getvalue()).startswith("This is a whole budget: 15,001 entries in USD")
        assert first.tap("Put it here").startswith("✓ The budget is here: 15,001 entries")

        first("/export json")
        assert first.reply is not None
        assert first.reply.document is not None
        assert first.reply.document.name == "budget-json-2026-11-22.json.zip"
        book = first.reply.document.content
        assert len(book) < 5 * 2**20
        first("/forget")
        first.tap("Delete everything")
        assert first.answer.second is not None
        assert first.answer.second.document is not None
        assert first.answer.second.document.name == "budget-2026-11-22.json.zip"
        first.tap("Restore")
        second.file(book)
        second.tap("Put it here")
        assert second("/period month") == first("/period month")
        assert second("/history fun") == first("/history fun")
        assert second("/recent") == first("/recent")


def test_two_taps_on_a_large_budget_restore_it_once_and_one_that_somebody_wrote_in_stays(say: Say) -> None:
    say("12.50 fun tacos")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("budget.json", a_large_book(say, 6_000))
    say.owner += 1
    say.file(file.getvalue(), number=5)

    def tapped(name: str) -> Tapped:
        return Tapped(say.owner, say.owner, "j:b:5", name, table=file.getvalue())

    async def taps() -> list[Answer]:
        return await asyncio.gather(*(say.app.bot.tapped(tapped(f"tap {n}")) for n in range(3)))

    said = {plain(one.reply.text) for one in say.runner.run(taps()) if one.reply is not None}
    assert said == {"✓ The budget is here: 6,001 entries, with settings, categories, limits and bills."}
    say("13.50 fun tacos")
    week = say("/week")
    say.runner.run(taps())
    assert say("/week") == week
    assert "$26.00 of $150" in week


@pytest.mark.slow
def test_a_budget_that_no_zip_makes_small_is_not_handed_out() -> None:
    """What is handed out can be read back: notes of chance get no smaller."""
    chance = Random(5)  # noqa: S311 - no secret
    letters = "".join(chance.choices(string.ascii_letters + string.digits, k=8 * 2**20))
    file = io.BytesIO(letters.encode())
    with pytest.raises(Refused) as refused:
        packed_book(file, "budget.json")
    assert refused.value.why is Why.LARGE_EXPORT


@pytest.mark.parametrize("more", [0, 1])
def test_a_budget_that_a_file_holds_is_not_packed(more: int) -> None:
    packed = packed_book(io.BytesIO(b" " * (LARGEST_TABLE + more)), "budget.json")

    assert (packed is not None) == bool(more)


@pytest.mark.parametrize("less", [0, 1])
def test_a_zip_of_the_largest_size_is_handed_out(monkeypatch: pytest.MonkeyPatch, less: int) -> None:
    content = b" " * (LARGEST_TABLE + 1)
    packed = packed_book(io.BytesIO(content), "budget.json")
    assert packed is not None
    monkeypatch.setattr(packing, "LARGEST_TABLE", packed.seek(0, io.SEEK_END) - less)

    if less:
        with pytest.raises(Refused):
            packed_book(io.BytesIO(content), "budget.json")
    else:
        assert packed_book(io.BytesIO(content), "budget.json") is not None


class _Full(io.BytesIO):
    """A file that cannot be read to its end."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(28, f"{size}")


def test_no_room_for_the_zip_is_said() -> None:
    with pytest.raises(Refused) as refused:
        packed_book(_Full(b"x" * (6 * 2**20)), "budget.json")
    assert refused.value.why is Why.NO_ROOM


class Noting:
    """A ledger that notes which of its methods are called, and holds nothing."""

    def __init__(self) -> None:
        self.called: list[str] = []

    async def write(self, *_: object) -> None:
        self.called.append("write")

    async def change(self, *_: object) -> bool:
        self.called.append("change")
        return True

    async def stage(self, *_: object) -> Staged:
        self.called.append("stage")
        return Staged(1, 0)

    async def drop(self, _staged: Staged) -> None:
        self.called.append("drop")


@pytest.mark.parametrize(("more", "called"), [(0, ["write"]), (1, ["change", "stage", "write", "drop"])])
async def test_a_book_of_more_than_five_thousand_rows_is_staged(more: int, called: list[str]) -> None:
    """Its lessons count as its entries do: all of them would be in one transaction, for which everybody waits."""
    budget, day = budget_begun(OWNER, BEGINNINGS), date(2026, 11, 20)
    numbered = replace(budget, categories=tuple(replace(one, number=-one.number) for one in budget.categories))
    entries = (WholeEntry(n, 0, Entry(Kind.EXPENSE, 100, day, 1), OWNER) for n in range(4_990 + more))
    book = Book(numbered, tuple(Lesson(f"note {n}", 1, n) for n in range(10)))
    content = "".join(own_json.lines(book, entries)).encode()
    ledger = Noting()

    restorer = Restorer(cast("Any", None), cast("Ledger", ledger), cast("Any", None), Turns(1, 1))
    await restorer.restore(OWNER, 1, content, datetime(2026, 11, 22, tzinfo=UTC))

    assert ledger.called == called
