"""Whole books as Hypothesis draws them, with every kind of thing that belongs to a budget; and what tells two of them apart."""

import string
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from budget.bills import Bill, Decision, Freed, Payment, Rate
from budget.budgets import Budget
from budget.categories import Category
from budget.currencies import currency_named
from budget.entries import Entry, Kind
from budget.entry_changes import Actor, EntryChange, Stand
from budget.exports.books import (
    Book,
    FileRow,
    Lesson,
    Memory,
    OpenLink,
    Plan,
    RecordedFile,
    Told,
    WholeEntry,
)
from budget.imports.own_json import RestoredBook
from budget.imports.proposals import ImportedFile
from budget.limits import Carry, DatedCarry, DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.notifications import DigestTime
from budget.schedules import LAST_DAY, Schedule, Weekends, every_months, monthly
from languages import SPOKEN

OWNER = -100
CATEGORIES = 5
BIG = 2**62

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
_letters = st.text(string.ascii_lowercase, min_size=1, max_size=12)
_days = st.dates(date(2001, 1, 1), date(2098, 12, 31))
_instants = st.datetimes(datetime(2001, 1, 1), datetime(2098, 12, 31), timezones=st.just(UTC))
_times = st.builds(time, st.integers(5, 22), st.integers(0, 59))
_amounts = st.integers(1, 10**8)
_formats = st.sampled_from(["", "OFX", "our own CSV"])
_categories = st.integers(1, CATEGORIES)
_kinds = st.sampled_from(Kind)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    kind = draw(_kinds)
    category = draw(_categories) if kind.is_spending else None
    return Entry(kind, draw(_amounts), draw(_days), category, draw(texts), draw(texts))


def _ascending(days: st.SearchStrategy[list[date]]) -> st.SearchStrategy[list[date]]:
    return days.map(sorted)


_some_days = _ascending(st.lists(_days, min_size=1, max_size=3, unique=True))


@st.composite
def _budgets(draw: st.DrawFn) -> Budget:
    money = Money(
        currency_named(draw(st.sampled_from(["USD", "JPY", "KWD"]))),
        locale_named(draw(st.sampled_from(["de_DE", "en_US"]))),
    )
    names = draw(st.lists(_letters, min_size=CATEGORIES - 1, max_size=CATEGORIES - 1, unique=True))
    words = draw(st.lists(_letters, max_size=12, unique=True))
    categories = tuple(
        Category(n, key, key.title(), tuple(sorted(words[n::CATEGORIES])), draw(st.integers(0, 10**7)), n == CATEGORIES)
        for n, key in enumerate(["other", *(f"zq{name}" for name in names)], 1)
    )
    zone = draw(st.sampled_from(["UTC", "Asia/Kolkata", "America/New_York"]))
    return Budget(
        OWNER,
        money,
        zone,
        draw(st.integers(0, 6)),
        categories,
        language=draw(st.sampled_from(SPOKEN)),
        called=draw(st.sampled_from(["", "Home", "食費"])),
    )


@st.composite
def _recorded(draw: st.DrawFn) -> tuple[WholeEntry, ...]:
    found = []
    for message in sorted(draw(st.sets(st.integers(-5, 2**40) | st.just(BIG), max_size=5))):
        author, sent_at, is_file = draw(st.integers(1, BIG)), draw(_instants), draw(st.booleans())
        name = draw(texts)
        for line in sorted(draw(st.sets(st.integers(0, 20_000), min_size=1, max_size=3))):
            row = (
                FileRow(draw(_kinds), draw(_amounts), draw(_days), draw(texts), draw(st.none() | texts))
                if is_file
                else None
            )
            undone = draw(st.booleans())
            removed_by = draw(st.none() | st.integers(0, BIG)) if undone else None
            currency = draw(_others) if undone else None
            found.append(
                WholeEntry(message, line, draw(entries()), author, undone, removed_by, name, currency, sent_at, row)
            )
    return tuple(found)


_schedules: st.SearchStrategy[Schedule] = st.one_of(
    st.builds(monthly, st.integers(1, 28)),
    st.just(monthly(15, LAST_DAY, weekends=Weekends.BEFORE)),
    st.builds(every_months, st.integers(1, 12), _days),
)


@st.composite
def _bills(draw: st.DrawFn, number: int) -> Bill:
    rates = tuple(Rate(day, draw(_amounts), draw(st.booleans())) for day in draw(_some_days))
    category = draw(st.none() | _categories)
    schedule, since, ahead = draw(_schedules), draw(_days), draw(st.none() | _days)
    freed = draw(st.none() | st.builds(Freed, _days, st.integers(0, 10**15), st.integers(-(10**15), 10**15)))
    return Bill(number, draw(_letters).title(), schedule, since, rates, category, ahead, draw(st.booleans()), freed)


@st.composite
def _plans(draw: st.DrawFn, held: tuple[WholeEntry, ...]) -> Plan:
    bills = tuple(draw(_bills(n)) for n in range(1, 1 + draw(st.integers(0, 3))))
    decisions = []
    unpaid = list(held)
    for bill in bills:
        for planned in draw(_some_days):
            is_paid = draw(st.booleans())
            paying = unpaid.pop() if unpaid and is_paid else None
            payment = None
            if paying is not None:
                payment = Payment(paying.message, paying.line, paying.entry.amount, paying.entry.day)
            moved = draw(st.none() | _days)
            decisions.append(Decision(bill.number, planned, payment, moved, draw(st.booleans())))
    nothing: st.SearchStrategy[list[WholeEntry]] = st.just([])
    spread = draw(st.lists(st.sampled_from(held), max_size=2, unique=True) if held else nothing)
    chosen = draw(st.sets(_categories, max_size=3))
    amounts = st.none() | st.integers(0, 10**7)
    return Plan(
        {
            n: tuple(DatedLimit(day, draw(amounts), draw(st.booleans())) for day in draw(_some_days))
            for n in sorted(chosen)
        },
        {n: tuple(DatedCarry(day, draw(st.sampled_from(Carry))) for day in draw(_some_days)) for n in sorted(chosen)},
        {(one.message, one.line): draw(st.integers(2, 52)) for one in spread},
        draw(st.none() | _schedules),
        bills,
        tuple(decisions),
    )


_others = st.sampled_from([None, "EUR", "KRW", "BHD"])
"""Currencies of amounts that were undone: no book has them for its own."""


@st.composite
def _changes(draw: st.DrawFn, n: int) -> EntryChange:
    was, now = (
        Stand(replace(draw(entries()), working=""), draw(st.booleans()), draw(st.none() | st.integers(2, 52)))
        for _ in range(2)
    )
    by = Actor(draw(st.integers(1, BIG)), draw(texts), draw(_instants))
    return EntryChange(draw(st.integers(1, 2**40)), n, was, now, by, draw(_others))


@st.composite
def _memories(draw: st.DrawFn, held: tuple[WholeEntry, ...]) -> Memory:
    messages = sorted({one.message for one in held})
    keys = sorted(draw(st.sets(st.tuples(_days, _categories), max_size=3))) if messages else []
    files = sorted({one.message for one in held if one.row is not None})
    at = draw(_instants)
    return Memory(
        tuple(sorted(draw(st.sets(_days, max_size=3)))),
        draw(st.none() | st.builds(DigestTime, st.integers(0, 6), _times)),
        draw(st.none() | _times),
        tuple(Told(category, week, draw(st.sampled_from(messages))) for week, category in keys),
        tuple(
            RecordedFile(
                ImportedFile(
                    message,
                    draw(_formats),
                    draw(st.integers(1, 5000)),
                    draw(_days),
                    draw(_days),
                ),
                at + timedelta(n),
            )
            for n, message in enumerate(files)
        ),
        draw(st.dictionaries(_letters, st.dictionaries(_letters, texts, max_size=2), max_size=3)),
        tuple(draw(_changes(n)) for n in range(draw(st.integers(0, 3)))),
        tuple(draw(st.lists(st.builds(OpenLink, st.sampled_from(["full", "totals"]), _instants), max_size=2))),
    )


@st.composite
def whole_books(draw: st.DrawFn) -> RestoredBook:
    """A book of the owner `OWNER`, with its entries in the order of their addresses."""
    held = draw(_recorded())
    notes = draw(st.lists(texts, max_size=4, unique=True))
    taught = sorted(draw(st.lists(st.integers(1, 4), min_size=len(notes), max_size=len(notes))))
    places = {one: n for n, one in enumerate(sorted(set(taught)), 1)}
    lessons = sorted(
        (Lesson(note, draw(_categories), places[tap]) for note, tap in zip(notes, taught, strict=True)),
        key=lambda one: (one.taught, one.note),
    )
    return RestoredBook(Book(draw(_budgets()), tuple(lessons), draw(_plans(held)), draw(_memories(held))), held)


def renumbered(whole: RestoredBook) -> RestoredBook:
    """The same book with its messages numbered from 1 in their order: those are their chat's."""
    book, held, _ = whole
    named = {one.message for one in held} | {one.message for one in book.memory.changes}
    places = {message: n for n, message in enumerate(sorted(named), 1)}
    decisions = tuple(
        one if one.payment is None else one._replace(payment=one.payment._replace(message=places[one.payment.message]))
        for one in book.plan.decisions
    )
    spreads = {(places[message], line): weeks for (message, line), weeks in book.plan.spreads.items()}
    memory = replace(
        book.memory,
        told=tuple(one._replace(message=places[one.message]) for one in book.memory.told),
        files=tuple(RecordedFile(file._replace(message=places[file.message]), at) for file, at in book.memory.files),
        changes=tuple(replace(one, message=places[one.message]) for one in book.memory.changes),
    )
    plan = replace(book.plan, spreads=spreads, decisions=decisions)
    entries = tuple(replace(one, message=places[one.message]) for one in held)
    return RestoredBook(replace(book, plan=plan, memory=memory), entries)
