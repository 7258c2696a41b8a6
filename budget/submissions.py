"""What the readings of a text ask to be recorded: of an edited one, as taps, answers and replies have settled it before."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from budget.categories import folded
from budget.edits import (
    PartTold,
    content_of,
    digest_of,
    entries_at,
    first_layout,
    layout_of,
    moved,
    on_new_day,
    parts_told,
    unchanged,
    undated_before,
)
from budget.entries import PARTS, Entry, Kind
from budget.grammar import (
    About,
    CheckedTotal,
    Choice,
    DayHeading,
    Evidence,
    Label,
    Offer,
    Question,
    Reading,
    Understood,
    lesson_keys,
)
from budget.states import Layout, Line, OpenQuestion, Part, StoredMessage, TextLine

Taught = Callable[[Iterable[str]], Mapping[str, int]]
"""Looks up what was taught for some keys of notes (`MessageTransaction.taught`)."""


_NUMBER = re.compile(r"\d+")

Readings = tuple[tuple[str, Reading], ...]


class Told(NamedTuple):
    """What a text tells: its readings as they were settled, what is to be recorded of each line, and where."""

    readings: Readings
    lines: tuple[Line, ...]
    layout: Layout
    named: frozenset[int]
    moved: frozenset[int] = frozenset()


def tell(readings: Readings, stored: StoredMessage | None, taught: Taught) -> Told:
    """Return what a text asks to be recorded; ``stored`` is there for an edit."""
    lines = tuple(_line_of(n, reading) for n, (_, reading) in enumerate(readings))
    digests = [
        digest_of(text, _day_of(line), undated=_is_undated(reading))
        for (text, reading), line in zip(readings, lines, strict=True)
    ]
    named = frozenset(n for n, (_, reading) in enumerate(readings) if _names_category(reading))
    if stored is None or stored.version is None:
        layout = first_layout(digests)
        parts = _parts_of(readings, layout, StoredMessage())
        return Told(readings, lines, _with_asked(_with_parts(layout, parts), lines), named)
    texts = (text for text, _ in readings)
    layout = layout_of([content_of(*one) for one in zip(lines, texts, digests, strict=True)], stored)
    parts = _parts_of(readings, layout, stored)
    same = unchanged(layout, lines, stored)
    undated = undated_before(layout, stored) - same
    on_days = [
        _on_kept_day(reading, stored, one.address) if n in undated else reading
        for n, ((_, reading), one) in enumerate(zip(readings, layout.lines, strict=True))
    ]
    parts = [
        _parts_on_kept_days(of_line, stored, one.address) if n in undated and _is_undated(readings[n][1]) else of_line
        for n, (of_line, one) in enumerate(zip(parts, layout.lines, strict=True))
    ]
    settled = [
        settle(reading, stored, one.address, of_line, taught, same=n in same)
        for n, (reading, one, of_line) in enumerate(zip(on_days, layout.lines, parts, strict=True))
    ]
    settled_lines = [
        _line_of(n, reading) if several is None else several for n, (reading, several) in enumerate(settled)
    ]
    readings = tuple((text, reading) for (text, _), (reading, _) in zip(readings, settled, strict=True))
    later = _moved_lines(layout, lines, stored)
    told = tuple(later.get(n, line) for n, line in enumerate(settled_lines))
    stands = same | {n for n, line in enumerate(told) if not isinstance(line, OpenQuestion)}
    parts = [of_line if n in stands else _in_order(of_line) for n, of_line in enumerate(parts)]
    layout = _with_asked(_with_parts(layout, parts), lines, stored, stands)
    return Told(readings, told, layout, named, frozenset(later))


def _line_of(line: int, reading: Reading) -> Line:
    match reading:
        case Understood(entry):
            return entry
        case Question(about, choices):
            return OpenQuestion(line, about, choices)
        case DayHeading() | CheckedTotal():
            return ()
        case _:
            return None


def _day_of(line: Line) -> int | None:
    """Return the day (ordinal) that a line is read on, None for one that says none: it may change with the lines above."""
    match line:
        case Entry(day=day):
            return day.toordinal()
        case OpenQuestion(choices=choices):
            return next(choice for choice in choices if choice.entries).entries[0].day.toordinal()
        case _:
            return None


def _names_category(reading: Reading) -> bool:
    """Whether a line names its category by a word of the budget's own."""
    return isinstance(reading, Understood) and Evidence.CATEGORY in reading.evidence and reading.entry.kind.is_spending


def _is_undated(reading: Reading) -> bool:
    return isinstance(reading, Understood | Question) and Evidence.UNDATED in reading.evidence


def _on_kept_day(reading: Reading, stored: StoredMessage, address: int) -> Reading:
    """Return the reading of a line that said no day before, on the day where its entry stands if it says none now.

    The entry stands on another day than the message's only where a tap or a reply has put it there. A paycheck that stands has
    begun its pay period, whatever its amount is.
    """
    if not _is_undated(reading):
        return reading
    held = [one.entry for one in entries_at(stored, address) if one.removed_by is None]
    match reading, held:
        case Understood(entry), [old]:
            return replace(reading, entry=replace(entry, day=old.day))
        case Question(About.PERIOD, [Choice(entries=(entry,)), *_], evidence), [Entry(kind=Kind.PAYCHECK) as old]:
            return Understood(replace(entry, day=old.day), evidence=evidence)
        case Question(choices=choices), [old]:
            return replace(reading, choices=tuple(_on_day(choice, old.day) for choice in choices))
        case _:
            return reading


def _on_day(choice: Choice, day: date) -> Choice:
    return replace(choice, entries=tuple(replace(one, day=day) for one in choice.entries))


def _parts_on_kept_days(parts: Sequence[PartTold], stored: StoredMessage, address: int) -> list[PartTold]:
    """Return what a line tells of several, which says no day and said none, on the days where they stand."""
    days = {one.line // PARTS: one.entry.day for one in entries_at(stored, address) if one.removed_by is None}
    return [one._replace(told=replace(one.told, day=days.get(one.slot, one.told.day))) for one in parts]


def _moved_lines(layout: Layout, lines: Sequence[Line], stored: StoredMessage) -> dict[int, tuple[Part, ...]]:
    """Return the entries of the lines that say what they said under another day, by place: on it, and otherwise as they are."""
    days = {n: (day, later) for n, later in moved(layout, stored).items() if (day := _day_of(lines[n])) is not None}
    found = {}
    for n, (day, later) in days.items():
        held = [one for one in entries_at(stored, layout.lines[n].address) if one.removed_by is None]
        found[n] = tuple(Part(one.line // PARTS, on_new_day(one.entry, date.fromordinal(day), later)) for one in held)
    return {n: entries for n, entries in found.items() if entries}


def _with_asked(
    layout: Layout, lines: Sequence[Line], stored: StoredMessage | None = None, stands: Collection[int] = ()
) -> Layout:
    """Note what each line is asked about, where its answer will be all that is recorded of it, or already is.

    ``lines`` are as they are read by themselves, ``stands`` the places of those that ask nothing new. Of a line that asks while an
    entry of an earlier text counts, nobody can tell later whether the entry is an answer.
    """
    before = _asked_before(stored)
    held = frozenset(one.line % PARTS for one in stored.entries) if stored is not None else frozenset()
    asked = {
        one.address: before.get(one.address) if one.address in held else line.about
        for n, (line, one) in enumerate(zip(lines, layout.lines, strict=True))
        if isinstance(line, OpenQuestion) and (one.address not in held or n in stands)
    }
    return layout._replace(lines=tuple(one._replace(asked=asked.get(one.address)) for one in layout.lines))


def _asked_before(stored: StoredMessage | None) -> dict[int, About | None]:
    """Return what the lines of the text before were asked about, by address."""
    layout = stored.layout if stored is not None else None
    return {one.address: one.asked for one in layout.lines} if layout is not None else {}


# --- as it was settled before ---


def settle(
    reading: Reading,
    stored: StoredMessage,
    address: int,
    parts: Sequence[PartTold],
    taught: Taught,
    *,
    same: bool = False,
) -> tuple[Reading, tuple[Part, ...] | None]:
    """Return the reading of the line of an address as it was settled before, and the entries where it is several.

    ``parts`` are what it tells of several, ``same`` is whether the line says what it said then. The same answer, category or kind
    is not asked twice; what the new words say themselves goes before. What was recorded without a question settles none.
    """
    before = entries_at(stored, address)
    held = [one.entry for one in before if one.removed_by is None] or [one.entry for one in before]
    match reading, held:
        case Understood(offer=Offer.INCOME), [Entry(kind=Kind.PAYCHECK) as old] if _is_kept_income(
            reading, old, same=same
        ):
            return Understood(replace(reading.entry, kind=Kind.PAYCHECK, category=None)), None
        case Understood(offer=(Offer.CATEGORIES | Offer.TAUGHT | Offer.BUILT_IN)), [Entry(category=int()) as old]:
            if same or _keeps_category(reading, old, taught):
                return replace(reading, entry=replace(reading.entry, category=old.category), offer=Offer.TAUGHT), None
            return reading, None
        case Question(about, choices), [old] if _asked_before(stored).get(address) is about:
            if not _had_several(stored, address):  # prices came to one alone: which of them count was never said
                choices = tuple(choice for choice in choices if choice.label is not Label.ONLY)
            return _one_settled(choices, old) or reading, None
        case Question(about=About.ENTRIES), [_, _, *_]:
            return reading, _several_settled(held, parts)
        case _:
            return reading, None


def _is_kept_income(reading: Understood, old: Entry, *, same: bool) -> bool:
    """Whether a tap made the entry income, and it is still the same: `paid 40` says so itself, and has no note.

    A category that the new text names, and the old one did not, says that it was spent.
    """
    read = reading.entry
    is_named = Evidence.CATEGORY in reading.evidence and not same
    if old.note and folded(read.note) == folded(old.note):
        return not (is_named and (read.amount, read.day) == (old.amount, old.day))  # what else is new is the category
    return old.note != "" and read.amount == old.amount and not is_named


def _keeps_category(reading: Understood, old: Entry, taught: Taught) -> bool:
    """Whether an entry stays in its category: its note is the same, or nothing is known of the new one and a tap chose it."""
    if folded(reading.entry.note) == folded(old.note):
        return True
    if reading.offer is not Offer.CATEGORIES:
        return False
    keys = lesson_keys(old.note)
    return not keys or old.category in taught(keys).values()


def _one_settled(choices: Sequence[Choice], old: Entry) -> Understood | None:
    """Return the one choice that was settled before; None where none or several are alike."""
    single = [choice.entries[0] for choice in choices if len(choice.entries) == 1]
    alike = [one for one in single if (one.kind, one.category) == (old.kind, old.category)]
    same_note = any(folded(one.note) == folded(old.note) for one in single)
    if same_note and len(alike) > 1 and len({one.amount for one in alike}) == 1:
        alike = [one for one in alike if one.day == old.day]  # the day was answered
    elif len(alike) > 1 or not same_note:
        alike = [one for one in alike if one.amount == old.amount]
    if not same_note and not old.kind.is_spending:
        return None  # other words may say another way
    alike = [one for one in alike if _numbers(one.note) == _numbers(old.note)]  # a number more is another question
    return Understood(alike[0]) if len(alike) == 1 else None


def _numbers(note: str) -> int:
    return len(_NUMBER.findall(note))


def _several_settled(held: Sequence[Entry], parts: Sequence[PartTold]) -> tuple[Part, ...] | None:
    """Return an entry for each price: what stands of one that says what it said, and one with a note of before in its category.

    None where the line tells no several entries, or none of them with a note of before: that is another line.
    """
    if not {folded(one.told.note) for one in parts} & {folded(one.note) for one in held}:
        return None
    categories = {folded(one.note): one.category for one in held if one.category is not None}

    def settled(told: Entry) -> Entry:
        known = categories.get(folded(told.note)) if told.kind.is_spending else None
        return told if known is None else replace(told, category=known)

    return tuple(Part(one.slot, one.held or settled(one.told)) for one in parts)


def _had_several(stored: StoredMessage, address: int) -> bool:
    """Whether a line had several prices before."""
    return stored.layout is not None and any(one.address % PARTS == address for one in stored.layout.parts)


def _all_entries(choices: Sequence[Choice]) -> tuple[Entry, ...]:
    """Return the entries of the choice that records one for each price; none where there is no such choice."""
    return next((choice.entries for choice in choices if choice.label is Label.ENTRIES), ())


def _parts_of(readings: Readings, layout: Layout, stored: StoredMessage) -> list[list[PartTold]]:
    """Return, for each line, what it tells of several prices and where that is kept, or will be once it is answered for."""
    return [
        parts_told(_all_entries(reading.choices) if isinstance(reading, Question) else (), line.address, stored)
        for (_, reading), line in zip(readings, layout.lines, strict=True)
    ]


def _in_order(parts: Sequence[PartTold]) -> list[PartTold]:
    """Return what a line asks about: its answer keeps the entries in the order of the text, whatever stood there."""
    return [one._replace(slot=slot) for slot, one in enumerate(parts)]


def _with_parts(layout: Layout, parts: Sequence[Sequence[PartTold]]) -> Layout:
    found = (
        TextLine(line.address + PARTS * one.slot, one.digest)
        for line, of_line in zip(layout.lines, parts, strict=True)
        for one in of_line
    )
    return layout._replace(parts=tuple(found))
