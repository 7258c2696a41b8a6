"""A book as JSON: what is written comes back the same, and what a stranger wrote is refused without harm."""

import io
import json
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from budget.bills import MOST_BILLS, MOST_BILLS_EVER, Bill, Decision, Freed, Payment, Rate
from budget.budgets import Budget
from budget.categories import LAST_RESORT, MOST_CATEGORIES, MOST_EVER, MOST_KEYWORDS, STARTERS, Category, starters_in
from budget.currencies import currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.entry_changes import MOST_KEPT, Actor, EntryChange, Stand
from budget.errors import Refused, Why
from budget.exporting import LARGEST_EXPORT
from budget.exports import own_json
from budget.exports.books import Book, FileRow, Lesson, Memory, OpenLink, Plan, RecordedFile, Told, WholeEntry
from budget.imports.bounds import LARGEST_TABLE
from budget.imports.own_json import RestoredBook, book_in, read
from budget.imports.own_large import read_large
from budget.imports.proposals import ImportedFile
from budget.limits import Carry, DatedCarry, DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.notifications import DigestTime
from budget.schedules import LAST_DAY, Weekends, every_months, monthly
from languages import SPOKEN
from tests.whole_books import OWNER, whole_books

DAY = date(2026, 11, 22)


def budget_in(code: str, zone: str = "Europe/Berlin") -> Budget:
    categories = tuple(Category(n, new.key, new.name, new.keywords, new.limit) for n, new in enumerate(STARTERS, 1))
    gone = Category(5, "食費", "食費", (), 0, removed=True)
    return Budget(-100, Money(currency_named(code), locale_named("de_DE")), zone, 6, (*categories, gone))


def written(book: Book, *held: RecordedEntry) -> bytes:
    return "".join(own_json.lines(book, held)).encode()


PLAN = Plan(
    {1: (DatedLimit(date(2026, 1, 1), 15_000), DatedLimit(DAY, None)), 3: (DatedLimit(DAY, 0),)},
    {2: (DatedCarry(date(2026, 1, 1), Carry.BOTH), DatedCarry(DAY, Carry.OFF))},
    {(12, 0): 6},
    monthly(15, LAST_DAY, weekends=Weekends.BEFORE),
    (
        Bill(1, "Rent", monthly(1), DAY, (Rate(DAY, 90_000),), 2, DAY),
        Bill(
            7,
            "食費",
            every_months(3, DAY),
            DAY,
            (Rate(DAY, 100, about=True), Rate(date(2027, 1, 1), 200)),
            removed=True,
        ),
    ),
    (
        Decision(1, date(2026, 12, 1), Payment(12, 0, 1250, DAY)),
        Decision(1, date(2027, 1, 1), moved_to=date(2027, 1, 3)),
        Decision(7, DAY, skipped=True),
    ),
)
AT = datetime(2026, 11, 22, 10, 30, 0, 5, tzinfo=UTC)
MEMORY = Memory(
    (DAY,),
    DigestTime(0, time(8)),
    time(20, 15),
    (Told(1, date(2026, 11, 16), 12),),
    (RecordedFile(ImportedFile(12, "OFX", 1, DAY, DAY), AT),),
    {"ab": {"sign": "spent"}},
    (
        EntryChange(
            12,
            0,
            Stand(Entry(Kind.EXPENSE, 1250, DAY, 1, "tacos"), undone=False),
            Stand(Entry(Kind.PAYCHECK, 1250, DAY), undone=True),
            Actor(7, "Ana", AT),
        ),
    ),
    (OpenLink("full", AT),),
)
BOOK = Book(budget_in("USD"), (Lesson("tacos", 1, 1),), PLAN, MEMORY)
HELD = WholeEntry(
    12,
    0,
    Entry(Kind.EXPENSE, 1250, DAY, 1, "tacos", "2 × $6.25"),
    7,
    undone=True,
    removed_by=3,
    author_name="Ana",
    currency="JPY",
    sent_at=AT,
    row=FileRow(Kind.EXPENSE, 1250, DAY, "TACOS", "FIT 1"),
)


@pytest.mark.slow
@settings(max_examples=50)
@given(whole=whole_books())
def test_what_is_written_comes_back(whole: RestoredBook) -> None:
    content = written(whole.book, *whole.entries)

    assert book_in(content) == content
    assert read(content, OWNER) == whole
    json.loads(content)


def test_a_plan_comes_back() -> None:
    assert read(written(BOOK, HELD), -100) == RestoredBook(BOOK, (HELD,))


def test_a_currency_keeps_the_decimals_it_began_with() -> None:
    money = Money(replace(currency_named("IQD"), exponent=0), locale_named("en_US"))
    book = Book(replace(budget_in("USD"), money=money))

    assert read(written(book), -100).book.budget.money.currency.exponent == 0


def test_a_file_of_an_older_program_is_read() -> None:
    whole = json.loads(written(BOOK, HELD))
    del whole["memory"], whole["settings"]["name"]
    for lesson in whole["lessons"]:
        del lesson["taught"]
    for entry in whole["entries"]:
        del entry["sent_at"], entry["row"], entry["name"]

    assert read(json.dumps(whole).encode(), -100) == RestoredBook(
        Book(BOOK.budget, BOOK.lessons, PLAN), (replace(HELD, sent_at=None, row=None, author_name=""),)
    )


def test_a_book_may_be_packed(tmp_path: Path) -> None:
    content = written(BOOK, HELD)
    with zipfile.ZipFile(tmp_path / "budget.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("budget.json", content)

    file = (tmp_path / "budget.zip").read_bytes()
    assert book_in(file) == file
    assert read(file, OWNER) == read(content, OWNER)


def test_a_table_is_no_book() -> None:
    assert book_in(b"day,amount\n") is None
    assert book_in(b"PK\x03\x04 and nothing more") is None


def changed(path: str, value: object) -> bytes:
    """A good book with one value changed; ``path`` leads to it."""
    whole: Any = json.loads(written(BOOK, HELD, replace(HELD, line=1)))
    *steps, last = (int(step) if step.isdecimal() else step for step in path.split("/"))
    place = whole
    for step in steps:
        place = place[step]
    place[last] = value
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("budgetbot", 2),
        ("bills", []),
        ("plan", None),
        ("plan/limits/0/category", "pets"),
        ("plan/limits/0/amount", "1000000.01"),
        ("plan/limits/1/since", "2026-01-01"),
        ("plan/limits/1/since", 5),
        ("plan/carries/0/carry", "sideways"),
        ("plan/carries/1/since", "2025-12-31"),
        ("plan/spreads/0/weeks", 1),
        ("memory/changes/0/was/weeks", 1),
        ("memory/changes/0/now/weeks", 53),
        ("plan/spreads/0/weeks", 53),
        ("plan/spreads/0/line", 9),
        ("plan/payday", "monthly 99"),
        ("plan/payday", "often"),
        ("plan/bills/0/name", ""),
        ("plan/bills/0/name", "a\u202eb"),
        ("plan/bills/0/number", 7),
        ("plan/bills/0/schedule", "monthly 0"),
        ("plan/bills/0/rates", []),
        ("plan/bills/0/rates/0/amount", "0.00"),
        ("plan/bills/1/rates/1/since", "2026-11-22"),
        ("plan/bills/0/category", "pets"),
        ("plan/bills/0/ahead", "soon"),
        ("plan/decisions/0/bill", 3),
        ("plan/decisions/1/planned", "2026-12-01"),
        ("plan/decisions/0/paid_by/message", 99),
        ("plan/decisions/0/skipped", None),
        ("settings", []),
        ("settings/currency", "XXX"),
        ("settings/exponent", 7),
        ("settings/exponent", True),
        ("settings/locale", "xx_XX"),
        ("settings/time_zone", "Mars/Olympus"),
        ("settings/time_zone", "../../etc/passwd"),
        ("settings/time_zone", "Europe"),
        ("settings/time_zone", 5),
        ("settings/week_starts_on", 7),
        ("settings/more", 1),
        ("categories", {}),
        ("categories", []),
        ("categories/0/key", "other"),
        ("categories/0/key", ""),
        ("categories/0/key", "=1+1"),
        ("categories/0/key", "fun  12 USD"),
        ("categories/0/key", "fun\n"),
        ("categories/0/name", "other"),
        ("categories/0/name", "x" * 41),
        ("categories/0/name", "a\u202eb"),
        ("categories/0/keywords", "bar"),
        ("categories/0/keywords", ["rent"]),
        ("categories/0/keywords", [f"k{n}" for n in range(51)]),
        ("categories/0/limit", "1.5"),
        ("categories/0/limit", "1000000.01"),
        ("categories/0/removed", 0),
        ("settings/name", "a\u202eb"),
        ("settings/name", "x" * 41),
        ("lessons/0/category", "pets"),
        ("lessons/0/note", "x" * 3601),
        ("lessons/0/taught", "1"),
        ("memory", []),
        ("memory/more", 1),
        ("memory/quiet_days", ["2026-11-22", "2026-11-22"]),
        ("memory/quiet_days/0", "soon"),
        ("memory/digest/weekday", 7),
        ("memory/digest/at", "8:00"),
        ("memory/reminder", 20),
        ("memory/reminder", "25:00"),
        ("memory/reminder", "23:00"),
        ("memory/digest/at", "04:59"),
        ("memory/told/0/category", "pets"),
        ("memory/told/0/message", 13),
        ("memory/files/0/rows", 0),
        ("memory/files/0/format", "a\u202eb"),
        ("memory/files/0/message", 13),
        ("memory/files/0/at", "2026-11-22T10:30:00"),
        ("memory/files/0/at", "9999-12-31T23:59:59+00:00"),
        ("memory/files/0/at", 5),
        ("memory/headings", []),
        ("memory/headings/ab", "spent"),
        ("memory/headings/ab/sign", 1),
        ("memory/changes/0/line", -1),
        ("memory/changes/0/was/category", None),
        ("memory/changes/0/now/amount", "0.00"),
        ("memory/changes/0/name", "x" * 65),
        ("memory/links/0/extent", "all"),
        ("entries/0/kind", "gift"),
        ("entries/0/amount", "0.00"),
        ("entries/0/amount", "1,250.00"),
        ("entries/0/amount", "1000000.01"),
        ("entries/0/amount", 12.5),
        ("entries/0/day", "2026-02-30"),
        ("entries/0/day", 20260301),
        ("entries/0/category", None),
        ("entries/0/category", "pets"),
        ("entries/0/category", []),
        ("entries/0/note", "\0"),
        ("entries/0/note", "\ud800"),
        ("entries/0/message", 2**63),
        ("entries/0/message", "1"),
        ("entries/0/line", 1),
        ("entries/1/line", 0),
        ("entries/0/line", 2**31),
        ("entries/0/undone", "no"),
        ("entries/0/sent_at", "yesterday"),
        ("entries/0/name", "x" * 65),
        ("entries/0/row", 5),
        ("entries/0/row/amount", "-1.00"),
        ("entries/0/row/bank_id", 7),
        ("entries/0/removed_by", 1.5),
        ("entries/0/currency", "XXX"),
        ("entries/0/currency", 5),
        ("entries/0/undone", False),  # what is in another currency can't count
        ("entries/0", 5),
    ],
)
def test_what_is_no_book_is_refused(path: str, value: object) -> None:
    with pytest.raises(Refused):
        read(changed(path, value), 1)


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("entries/1/day", "2031-01-01", "entries[1].day = 2031-01-01"),
        ("entries/1/day", 5, "entries[1].day = 5"),
        ("entries/1/amount", "1000000.01", "entries[1].amount = 1000000.01"),
        ("entries/1/amount", "0.00", "entries[1].amount = 0.00"),
        ("entries/1/amount", "-5.00", "entries[1].amount = -5.00"),
        ("entries/1/amount", "9" * 99, f"entries[1].amount = {'9' * 24}"),
        ("entries/0/note", 7, "entries[0]"),
        ("settings/exponent", 4, "settings"),
        ("settings/week_starts_on", 7, "settings"),
        ("categories/1/limit", "1000000.01", "categories[1].limit = 1000000.01"),
        ("categories/1/keywords", "x", "categories[1]"),
        ("lessons/0/note", 7, "lessons[0]"),
        ("plan/limits/0/amount", "-1.00", "plan.limits[0].amount = -1.00"),
        ("plan/limits/0/since", "yesterday", "plan.limits[0].since = yesterday"),
        ("plan/carries/0/carry", "x", "plan.carries[0]"),
        ("plan/bills/0/rates/0/amount", "2000000.00", "plan.bills[0].rates[0].amount = 2000000.00"),
        ("plan/payday", 5, "plan"),
        ("memory/quiet_days", ["x"], "memory.quiet_days[0]"),
        ("memory/changes/0/now/amount", "0.00", "memory.changes[0].amount = 0.00"),
    ],
)
def test_the_place_of_what_cannot_be_is_told(path: str, value: object, place: str) -> None:
    with pytest.raises(Refused) as refused:
        read(changed(path, value), 1, date(2026, 12, 31))
    assert (refused.value.why, refused.value.word) == (Why.BOOK_PLACE, place)


@pytest.mark.parametrize(
    ("day", "read_"), [("1899-12-31", False), ("1900-01-01", True), ("9900-12-31", True), ("9901-01-01", False)]
)
def test_days_have_room_for_the_weeks_around_them(day: str, read_: bool) -> None:
    if read_:
        one = next(iter(read(changed("entries/0/day", day), 1).entries))
        assert one.entry.day == date.fromisoformat(day)
    else:
        with pytest.raises(Refused):
            read(changed("entries/0/day", day), 1)


@pytest.mark.parametrize(
    ("path", "longest"),
    [
        ("lessons/0/note", 18 * 200),  # as long as folding makes one
        ("settings/name", 40),
        ("categories/4/name", 40),
        ("categories/4/key", 48),
        ("entries/0/note", 200),
        ("entries/0/name", 64),
        ("entries/0/working", 2_000),
        ("entries/0/row/bank_id", 500),
        ("memory/headings/ab/sign", 500),
        ("memory/changes/0/name", 64),
    ],
)
def test_each_text_has_its_length(path: str, longest: int) -> None:
    assert read(changed(path, "x" * longest), -100)
    with pytest.raises(Refused):
        read(changed(path, "x" * (longest + 1)), -100)


@pytest.mark.parametrize(
    ("path", "most", "too_much"),
    [
        ("entries/1/line", 2**31 - 1, 2**31),
        ("memory/files/0/rows", 2**31 - 1, 2**31),
        ("memory/changes/0/line", 2**31 - 1, 2**31),
        ("memory/changes/0/now/weeks", 52, 53),
        ("plan/spreads/0/weeks", 52, 53),
        ("entries/0/author", 2**63 - 1, 2**63),
        ("entries/0/author", -(2**63), -(2**63) - 1),
    ],
)
def test_each_number_has_its_bound(path: str, most: int, too_much: int) -> None:
    assert read(changed(path, most), -100)
    with pytest.raises(Refused):
        read(changed(path, too_much), -100)


def test_what_is_doubled_is_refused() -> None:
    for section in ("memory/told", "memory/files", "lessons"):
        whole: Any = json.loads(written(BOOK, HELD))
        held = whole
        for step in section.split("/"):
            held = held[step]
        held.append(held[0])
        with pytest.raises(Refused):
            read(json.dumps(whole).encode(), 1)


@pytest.mark.parametrize("place", [0, 5, MOST_EVER - 1])
def test_of_categories_no_more_are_in_use_than_a_budget_has(place: int) -> None:
    """A file with 100 in use was taken in. The last resort is in use wherever it stands, and whatever the file says."""
    others = [
        Category(0, f"k{n}", f"Things {chr(65 + n // 26)}{chr(65 + n % 26)}", (), 0, removed=n == 3)
        for n in range(MOST_EVER - 1)
    ]
    others.insert(place, Category(0, LAST_RESORT, "Other", (), 0, removed=True))
    held = tuple(replace(one, number=n) for n, one in enumerate(others, 1))

    budget = read(written(Book(replace(budget_in("USD"), categories=held))), 1).book.budget

    in_use = {one.key for one in budget.current}
    assert in_use == {LAST_RESORT, *(f"k{n}" for n in range(MOST_CATEGORIES) if n != 3)}
    assert len(in_use) == MOST_CATEGORIES
    assert len(budget.categories) == MOST_EVER


def test_a_category_has_fifty_keywords_at_most() -> None:
    def book(number: int) -> bytes:
        words = tuple(f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(number))
        budget = budget_in("USD")
        first, *others = budget.categories
        return written(Book(replace(budget, categories=(replace(first, keywords=words), *others))))

    assert len(read(book(MOST_KEYWORDS), 1).book.budget.categories[0].keywords) == MOST_KEYWORDS
    with pytest.raises(Refused):
        read(book(MOST_KEYWORDS + 1), 1)


@pytest.mark.parametrize(("kept", "most"), [("changes", MOST_KEPT), ("headings", 50), ("answers", 50)])
def test_what_is_remembered_is_bounded(kept: str, most: int) -> None:
    def book(number: int) -> bytes:
        headings, answers = (number if kept == one else 1 for one in ("headings", "answers"))
        said = {f"topic {n}": "x" for n in range(answers)}
        memory = Memory(
            headings={f"heading {n}": said for n in range(headings)},
            changes=MEMORY.changes[:1] * (number if kept == "changes" else 1),
        )
        return written(replace(BOOK, memory=memory), HELD)

    assert read(book(most), 1)
    with pytest.raises(Refused):
        read(book(most + 1), 1)


def test_bills_are_counted() -> None:
    bills = tuple(Bill(n, f"Bill {n}", monthly(1), DAY, (Rate(DAY, 1),)) for n in range(MOST_BILLS_EVER + 1))

    held = read(written(replace(BOOK, plan=Plan(bills=bills[1:])), HELD), 1).book.plan.bills
    assert [bill.number for bill in held if not bill.removed] == [*range(1, MOST_BILLS + 1)]
    assert len(held) == MOST_BILLS_EVER
    with pytest.raises(Refused):
        read(written(replace(BOOK, plan=Plan(bills=bills)), HELD), 1)


@pytest.mark.parametrize("freed", [Freed(DAY, 10**15, -(10**15)), Freed(DAY, 0, 10**15)])
def test_what_a_change_of_a_bill_has_freed_is_bounded(freed: Freed) -> None:
    def plan(freed: Freed) -> bytes:
        bill = Bill(1, "Rent", monthly(1), DAY, (Rate(DAY, 1),), freed=freed)
        return written(replace(BOOK, plan=Plan(bills=(bill,))), HELD)

    assert read(plan(freed), 1).book.plan.bills[0].freed == freed
    with pytest.raises(Refused):
        read(plan(freed._replace(used=10**15 + 1)), 1)
    with pytest.raises(Refused):
        read(plan(freed._replace(free=-(10**15) - 1)), 1)


def with_categories(number: int, **changes: Any) -> bytes:
    """A book with some more categories, the last of them changed."""
    budget = BOOK.budget
    more = [Category(n, f"key_{n}", f"Things {chr(64 + n) * 2}", (), 0) for n in range(6, 6 + number)]
    more[-1] = replace(more[-1], **changes)
    return written(replace(BOOK, budget=replace(budget, categories=(*budget.categories, *more))), HELD)


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "12.50"}, {"name": "/week"}, {"name": "#pets"}, {"name": "a;b"}, {"name": "a  b"}, {"name": " pets"},
        {"name": "🎉"}, {"name": "FUN"}, {"name": "(fun)"}, {"key": "a b"}, {"key": "a;b"}, {"keywords": ("two words",)},
        {"keywords": ("/bar",)}, {"keywords": ("5",)}, {"keywords": ("",)},
    ],
)  # fmt: skip
def test_what_is_typed_as_no_name_names_nothing_here(changes: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        read(with_categories(1, **changes), 1)


def test_a_name_that_lines_are_read_otherwise_by_gets_a_mark() -> None:
    for name, marked in (("Yesterday", "Yesterday~"), ("paid", "paid~")):
        assert read(with_categories(1, name=name), 1).book.budget.categories[-1].name == marked


@pytest.mark.parametrize("language", SPOKEN)
def test_the_starting_categories_of_a_language_come_back(language: str) -> None:
    starters = enumerate(starters_in(language), 1)
    categories = tuple(Category(n, new.key, new.name, tuple(sorted(new.keywords)), 0) for n, new in starters)
    budget = replace(BOOK.budget, categories=categories)

    assert read(written(Book(budget)), budget.owner).book.budget == budget


def packed(content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("budget.json", content)
    return file.getvalue()


FIRST, SECOND = (b'{"message": %d, "line": 0, "author"' % n for n in (12, 13))


LONG = replace(HELD, entry=replace(HELD.entry, note="~" * 190, working="~" * 2_000))


def long_written(*held: RecordedEntry) -> bytes:
    """Write a book whose entries are long in the file, so that a large one has few of them: JSON may write any character so."""
    return written(BOOK, *held).replace(b"~", rb"\u007e")


def many(entry: WholeEntry, number: int) -> list[WholeEntry]:
    """Return entries like one, each with a message and a note of its own."""
    return [
        replace(entry, message=12 + n, entry=replace(entry.entry, note=f"{n} {entry.entry.note}"))
        for n in range(number)
    ]


@pytest.fixture(scope="module")
def large() -> tuple[Book, list[WholeEntry], bytes]:
    """A book that is larger than a table may be."""
    held = many(LONG, 400)
    content = long_written(*held)
    assert len(content) > LARGEST_TABLE
    return BOOK, held, content


def test_a_large_book_comes_back_out_of_a_zip(large: tuple[Book, list[WholeEntry], bytes]) -> None:
    book, held, content = large
    whole = read(packed(content), -100)

    assert (whole.book, len(whole.entries)) == (book, len(held))
    assert list(whole.entries) == held
    assert next(iter(whole.entries)) == held[0], "they may be gone through again"
    with pytest.raises(Refused) as refused:
        read(content, -100)
    assert refused.value.why is Why.LARGE_TABLE


@pytest.mark.parametrize(
    ("was", "becomes", "why", "place"),
    [
        (SECOND, FIRST, Why.NO_BOOK, ""),  # twice
        (FIRST, b'{"message": 14, "line": 0, "author"', Why.NO_BOOK, ""),  # behind the next one
        (SECOND, b'{"message": 12, "line": -1, "author"', Why.BOOK_PLACE, "entries[1]"),
        (SECOND, b'{"message": "13", "line": 0, "author"', Why.BOOK_PLACE, "entries[1]"),
        (FIRST, b'{"message": 11, "line": 0, "author"', Why.BOOK_PLACE, "plan.decisions[0]"),  # which names it
        (SECOND, b"{,", Why.BOOK_PLACE, "entries[1]"),
        (b"\n]}\n", b"\n", Why.NO_BOOK, ""),
        (b'"entries": [\n', b'"entries": [ \n', Why.LARGE_TABLE, ""),
        (b'"settings"', b'"setting"', Why.NO_BOOK, ""),
        (SECOND, SECOND + b" " * 70_000, Why.LARGE_TABLE, ""),
    ],
)
def test_a_large_book_that_was_changed_is_refused(
    large: tuple[Book, list[WholeEntry], bytes], was: bytes, becomes: bytes, why: Why, place: str
) -> None:
    _, _, content = large
    assert was in content
    with pytest.raises(Refused) as refused:
        read(packed(content.replace(was, becomes, 1)), -100)
    assert (refused.value.why, refused.value.word) == (why, place)


def test_entries_of_a_large_book_stand_in_the_order_of_their_addresses() -> None:
    """In whichever place it stands, one that is not behind the one before it is found, the last one too."""
    held = many(LONG, 400)
    for wrong in (replace(held[-1], message=held[-2].message), replace(held[-1], message=held[-2].message - 1)):
        with pytest.raises(Refused) as refused:
            read(packed(long_written(*held[:-1], wrong)), -100)
        assert refused.value.why is Why.NO_BOOK
    last = replace(held[-1], message=held[-2].message, line=1)
    assert list(read(packed(long_written(*held[:-1], last)), -100).entries)[-1] == last


@pytest.mark.parametrize("more", [0, 1])
def test_a_large_book_has_a_head_of_five_megabytes_at_most(
    large: tuple[Book, list[WholeEntry], bytes], more: int
) -> None:
    head, begin, entries = large[2].partition(b'"entries": [\n')
    room = LARGEST_TABLE - len(head) + more
    content = head.replace(b'"settings"', b" " * (room - 1) + b'\n"settings"', 1) + begin + entries

    if more:
        with pytest.raises(Refused):
            read(packed(content), -100)
    else:
        assert len(read(packed(content), -100).entries) == len(large[1])


@pytest.mark.parametrize("more", [0, 1])
def test_a_large_book_has_fifty_megabytes_at_most(more: int) -> None:
    """One of more is refused by what the ZIP says of it: to read its entries took ten seconds before that was noticed."""
    head, begin, entries = written(BOOK, *many(HELD, 800)).partition(b'"entries": [\n')
    lines = entries.split(b"\n")
    room = LARGEST_EXPORT + more - len(head) - len(begin) - len(entries)
    each = room // 800
    blanks = [each] * 799 + [room - 799 * each]
    padded = b"\n".join([*(line + b" " * n for line, n in zip(lines, blanks, strict=False)), *lines[800:]])
    content = head + begin + padded
    assert len(content) == LARGEST_EXPORT + more

    if more:
        with pytest.raises(Refused) as refused:
            read(packed(content.replace(b'"settings"', b'"Settings"', 1)), -100)
        assert refused.value.why is Why.LARGE_TABLE, "before anything of it is looked at"
    else:
        assert len(read(packed(content), -100).entries) == 800


def test_no_more_of_a_large_book_is_read_than_its_zip_says(large: tuple[Book, list[WholeEntry], bytes]) -> None:
    size = len(large[2])
    told, told_less = (number.to_bytes(4, "little") for number in (size, size - 4))
    file = packed(large[2])
    assert file.count(told) == 2, "before the content, and in the list of files"

    with pytest.raises(Refused):
        read(file.replace(told, told_less), -100)


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
def test_a_large_book_is_read_in_memory_that_does_not_grow_with_its_entries() -> None:
    def peak(work: Callable[[], object]) -> int:
        tracemalloc.start()
        try:
            work()
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, more = (packed(long_written(*many(LONG, number))) for number in (400, 1_200))
    entries = read_large(more, -100, date.max).entries

    growth = peak(lambda: read_large(more, -100, date.max)) - peak(lambda: read_large(few, -100, date.max))
    assert growth < 2**20, "of what 800 more take, that is less than half"
    one_by_one = peak(lambda: sum(1 for _ in entries))
    assert peak(lambda: list(entries)) - one_by_one > 2 * 2**20, "so much all of them take"
    assert one_by_one < 4 * 2**20


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b" " * LARGEST_TABLE, Why.NO_BOOK),
        (b" " * (LARGEST_TABLE + 1), Why.LARGE_TABLE),
        (b'{"budgetbot":' + b"[" * 50_000, Why.NO_BOOK),
        (b"[" * 50_000 + b"{" * 50_000, Why.NO_BOOK),
        (b"[" * 50_000 + b"{" * 50_001, Why.TOO_MANY_ROWS),
        (b"[" + b"1," * 1_000_000, Why.NO_BOOK),
        (b"[" + b"1," * 1_000_001, Why.TOO_MANY_ROWS),
        (b'{"budgetbot": NaN}', Why.NO_BOOK),
        (b'{"budgetbot": ' + b"9" * 5_000 + b"}", Why.NO_BOOK),
        (b"\xff", Why.NO_BOOK),
        (b"", Why.NO_BOOK),
    ],
)
def test_hostile_bytes_are_refused(content: bytes, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        read(content, 1)

    assert refused.value.why is why


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_has_five_thousand_names_at_most(more: int) -> None:
    """A note that ends in a quote and a colon looks like a name; no other good book has so many."""
    whole: Any = json.loads(written(BOOK, HELD))
    names = set(re.findall(r'"([^"]*)"\s*:', json.dumps(whole)))
    lesson = whole["lessons"][0]
    whole["lessons"] += [lesson | {"note": f'x{n}":'} for n in range(5_000 - len(names) + more)]
    content = json.dumps(whole).encode()

    if more:
        with pytest.raises(Refused):
            read(content, 1)
    else:
        assert len(read(content, 1).book.lessons) == len(whole["lessons"])


def test_a_currency_that_is_not_known_is_named() -> None:
    with pytest.raises(Refused) as refused:
        read(re.sub(rb'"currency": "[A-Z]{3}"', b'"currency": "XQX"', written(BOOK)), 1)

    assert (refused.value.why, refused.value.word) == (Why.UNKNOWN_CURRENCY, "XQX")
