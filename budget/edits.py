"""Which line of an edited message is which line of the message before: by content first, then by place.

A line has an address, under which its entries and its question are kept and which its buttons bear. It keeps the address wherever
it goes in the text; a new line gets one that no line had before. So no button, however old, touches the entry of another line.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, count
from typing import NamedTuple
from zlib import crc32

from budget.categories import folded
from budget.entries import PARTS, Entry, RecordedEntry
from budget.states import Layout, Line, OpenQuestion, Part, StoredMessage, TextLine


class Content(NamedTuple):
    """What a line is known by: its digest, folded notes and amounts."""

    digest: int | None
    notes: frozenset[str]
    amounts: frozenset[int]
    takes_place: bool = True
    """Whether it may stand for a line that is not alike, because of its place."""


class _Before(NamedTuple):
    """A line of the message before; ``place`` is None for one that an edit took out."""

    address: int
    place: int | None
    content: Content


_Alike = Callable[[Content, _Before], bool]


_DIGESTS = 2**32
_LONGEST_MOVE = 400  # days: from one heading without a year to another


def digest_of(text: str, day: int | None, *, undated: bool = False) -> int:
    """Return what tells whether a line is the same as before: its text, and the day (ordinal) on which it was read.

    Digests of one text differ by the days between the readings. One of a text that says no day, ``undated``, is larger than any
    other: programs before 28 November 2026 knew none, so that of their lines it is not known.
    """
    return (crc32(text.encode("utf-8", "replace")) + (day or 0)) % _DIGESTS + (_DIGESTS if undated else 0)


def is_undated(digest: int | None) -> bool:
    """Whether a line is known to have said no day."""
    return digest is not None and digest >= _DIGESTS


def is_same(before: int | None, now: int | None) -> bool:
    """Whether two digests are of one text on one day."""
    return before is not None and now is not None and (before - now) % _DIGESTS == 0


def days_between(before: int | None, now: int | None) -> int | None:
    """Return how many days later the text of two digests is read now, None where it is another text.

    Of two texts one in five million pairs passes for the same, moved.
    """
    if before is None or now is None:
        return None
    days = (now - before + _LONGEST_MOVE) % _DIGESTS - _LONGEST_MOVE
    return days if days <= _LONGEST_MOVE else None


def content_of(line: Line, text: str = "", digest: int | None = None) -> Content:
    """Return what a line of a new text is known by. One that does not read is known by its words."""
    match line:
        case None:
            return Content(digest, _notes([text]), frozenset())
        case OpenQuestion(choices=choices):
            entries = [entry for choice in choices for entry in choice.entries]
        case Entry():
            entries = [line]
        case _:
            entries = [part.entry for part in line]
    return Content(digest, _notes(one.note for one in entries), frozenset(one.amount for one in entries), bool(entries))


def layout_of(lines: Sequence[Content], stored: StoredMessage) -> Layout:
    """Return the addresses of an edited message's lines."""
    before = _lines_before(stored)
    found = _matched(lines, before)
    used = {one.address for one in before}
    after = stored.layout.next if stored.layout is not None else max(used, default=-1) + 1
    # After 10,000 lines in all edits together, addresses are used a second time: those of lines without entries first.
    kept = {before[n].address for n in found if n is not None}
    held = {one.line % PARTS for one in stored.entries}
    taken = held | kept
    fresh = chain(range(after, PARTS), (n for n in range(PARTS) if n not in taken), sorted(held - kept))
    addresses = [before[n].address if n is not None else next(fresh) for n in found]
    texts = tuple(TextLine(address, line.digest) for address, line in zip(addresses, lines, strict=True))
    return Layout(max(after, *(address + 1 for address in addresses), 0), texts)


class PartTold(NamedTuple):
    """One of several entries that a line tells: its slot, its digest, and what stands there as the text had it told before.

    ``held`` is None where the text says something else now, or did not have it.
    """

    slot: int
    digest: int
    told: Entry
    held: Entry | None = None


def parts_told(entries: Sequence[Entry], address: int, stored: StoredMessage) -> list[PartTold]:
    """Match the entries that a line tells with those that it told before, as the lines of a text are matched.

    One that says what it said is what stands there, whatever was corrected of it; under another day, on that day.
    """
    new = [(entry, part_digest(entry)) for entry in entries]
    if len(entries_at(stored, address)) <= 1:  # what is not answered yet: its entries will be kept in this order
        return [PartTold(slot, digest, entry) for slot, (entry, digest) in enumerate(new)]
    held = {one.line // PARTS: one for one in entries_at(stored, address)}
    told = [one for one in stored.layout.parts if one.address % PARTS == address] if stored.layout is not None else []
    digests = {one.address // PARTS: one.digest for one in told if one.address // PARTS in held}
    in_text = [*digests, *sorted(slot for slot in held if slot not in digests and held[slot].removed_by is None)]
    places = {slot: place for place, slot in enumerate(in_text) if held[slot].removed_by is None}
    before = [
        _Before(slot, places.get(slot), content_of(held[slot].entry, "", digests.get(slot)))
        for slot in sorted(held, key=lambda slot: (places.get(slot, PARTS), slot))
    ]
    found = _matched([content_of(entry, "", digest) for entry, digest in new], before)
    fresh = count(max(held, default=-1) + 1)
    slots = [before[n].address if n is not None else next(fresh) for n in found]
    return [
        PartTold(slot, digest, entry, _as_it_stands(entry, held.get(slot), days_between(digests.get(slot), digest)))
        for slot, (entry, digest) in zip(slots, new, strict=True)
    ]


def part_digest(entry: Entry) -> int:
    """Return what tells whether one of several entries of a line is told as before."""
    return digest_of(f"{entry.kind} {entry.amount} {entry.note}", entry.day.toordinal())


def _as_it_stands(told: Entry, held: RecordedEntry | None, later: int | None) -> Entry | None:
    """Return what stands of an entry that is told as before, ``later`` days; None where it is told otherwise, or was gone."""
    if held is None or later is None or held.removed_by is not None:
        return None
    return on_new_day(held.entry, told.day, later)


def on_new_day(entry: Entry, day: date, later: int) -> Entry:
    """Return what stands of an entry whose text says a ``day`` that is so many days later than before: what was corrected stays."""
    return replace(entry, day=day) if entry.day == day - timedelta(days=later) else entry


def first_layout(digests: Iterable[int]) -> Layout:
    """Return the addresses of a new message's lines: their places."""
    lines = tuple(TextLine(n, digest) for n, digest in enumerate(digests))
    return Layout(len(lines), lines)


def unchanged(layout: Layout, lines: Sequence[Line], stored: StoredMessage) -> frozenset[int]:
    """Return the places of the lines that stand as they stood: whatever taps and replies made of them holds.

    One whose question is open is read anew where it asks no longer.
    """
    before = _digests(stored)
    asked = {one.line for one in stored.questions}
    return frozenset(
        n
        for n, (line, one) in enumerate(zip(lines, layout.lines, strict=True))
        if is_same(before.get(one.address), one.digest) and (one.address not in asked or isinstance(line, OpenQuestion))
    )


def moved(layout: Layout, stored: StoredMessage) -> dict[int, int]:
    """Return the places of the lines that say the same as before, but under another day, and how many days later that is."""
    before = _digests(stored)
    days = {n: days_between(before.get(one.address), one.digest) for n, one in enumerate(layout.lines)}
    return {n: later for n, later in days.items() if later}


def undated_before(layout: Layout, stored: StoredMessage) -> frozenset[int]:
    """Return the places of the lines that said no day before."""
    before = _digests(stored)
    return frozenset(n for n, one in enumerate(layout.lines) if is_undated(before.get(one.address)))


def entries_at(stored: StoredMessage, address: int) -> list[RecordedEntry]:
    """Return the entries of a line, those that an edit took out among them."""
    return [one for one in stored.entries if one.line % PARTS == address]


def numbers_of(order: Sequence[int], lines: Iterable[int], gone: Iterable[int] = ()) -> dict[int, int]:
    """Return the numbers by which people name the lines of a message, from 1: each entry of a line that has several has its own.

    ``order`` has the addresses of the text's lines; it is empty where an address is a place. ``lines`` are those of the entries and
    questions of the text. What is ``gone`` from it comes last.
    """
    at: dict[int, list[int]] = {address: [] for address in order}
    found = sorted(lines)
    if not order:
        at = {address: [] for address in range(max((line % PARTS for line in found), default=-1) + 1)}
    for line in found:
        at.setdefault(line % PARTS, []).append(line)
    numbered = chain.from_iterable(parts or [address] for address, parts in at.items())
    return {line: n for n, line in enumerate(dict.fromkeys(chain(numbered, sorted(gone))), 1)}


def _digests(stored: StoredMessage) -> dict[int, int | None]:
    """Return the digests of the lines by address, in the order of the text; none before texts had a layout."""
    return {one.address: one.digest for one in stored.layout.lines} if stored.layout is not None else {}


def _notes(notes: Iterable[str]) -> frozenset[str]:
    return frozenset(note for note in map(folded, notes) if note)


def _lines_before(stored: StoredMessage) -> list[_Before]:
    """Return the lines of the message before, in the order of its text, and then those that are gone."""
    addresses = sorted({one.line % PARTS for one in stored.entries} | {one.line for one in stored.questions})
    asked = {one.line: one for one in stored.questions}
    digests = _digests(stored)
    if stored.layout is not None:
        places = {address: place for place, address in enumerate(digests)}
    else:  # recorded before texts had a layout: a line's address is its place
        gone = {one.line % PARTS for one in stored.entries if one.removed_by is not None}
        places = {address: address for address in addresses if address in asked or address not in gone}
    held: dict[int, list[Part]] = {}
    for one in stored.entries:
        held.setdefault(one.line % PARTS, []).append(Part(one.line // PARTS, one.entry))
    before = []
    for address in sorted({*addresses, *places}, key=lambda one: (places.get(one, PARTS), one)):
        known = content_of(tuple(held.get(address, ())))
        if address in asked:
            question = content_of(asked[address])
            known = Content(None, known.notes | question.notes, known.amounts | question.amounts)
        before.append(_Before(address, places.get(address), known._replace(digest=digests.get(address))))
    return before


def _matched(lines: Sequence[Content], before: Sequence[_Before]) -> list[int | None]:
    """Return for each line the index of the line that it was before, None for a new one."""
    found: list[int | None] = [None] * len(lines)
    for alike in _WAYS:
        for where in (_in_place, _elsewhere, _gone):
            _pair(found, lines, before, alike, where)
    _pair_by_neighbours(found, lines, before)
    _pair(found, lines, before, lambda line, _: line.takes_place, _in_place)
    return found


def _same_text(line: Content, one: _Before) -> bool:
    return is_same(one.content.digest, line.digest)


def _same_text_moved(line: Content, one: _Before) -> bool:
    return days_between(one.content.digest, line.digest) is not None


def _same_note_and_amount(line: Content, one: _Before) -> bool:
    notes = line.notes & one.content.notes or not (line.notes or one.content.notes)
    return bool(notes and line.amounts & one.content.amounts)


def _same_note(line: Content, one: _Before) -> bool:
    return line.takes_place and bool(line.notes & one.content.notes)


def _same_amount(line: Content, one: _Before) -> bool:
    return one.place is not None and bool(line.amounts & one.content.amounts)


_WAYS: tuple[_Alike, ...] = (_same_text, _same_text_moved, _same_note_and_amount, _same_note, _same_amount)


def _in_place(place: int, one: _Before) -> bool:
    return one.place == place


def _elsewhere(_place: int, one: _Before) -> bool:
    return one.place is not None


def _gone(_place: int, one: _Before) -> bool:
    return one.place is None


def _pair(
    found: list[int | None],
    lines: Sequence[Content],
    before: Sequence[_Before],
    alike: _Alike,
    where: Callable[[int, _Before], bool],
) -> None:
    """Match lines that have no match yet, the first with the first."""
    taken = set(found)
    for place, line in enumerate(lines):
        if found[place] is None:
            fits = (n for n, one in enumerate(before) if n not in taken and where(place, one) and alike(line, one))
            found[place] = next(fits, None)
            taken.add(found[place])


def _pair_by_neighbours(found: list[int | None], lines: Sequence[Content], before: Sequence[_Before]) -> None:
    """Match a line with the one that stood before behind the same neighbour, or else in front of it."""
    at = {one.place: n for n, one in enumerate(before) if one.place is not None}
    for step in (1, -1):
        order = range(len(lines)) if step == 1 else range(len(lines) - 1, -1, -1)
        for place in order:
            if found[place] is not None or not lines[place].takes_place:
                continue
            beside = place - step
            if 0 <= beside < len(lines):
                neighbour = found[beside]
                start = before[neighbour].place if neighbour is not None else None
            else:
                start = -1 if step == 1 else max(at, default=-1) + 1
            n = at.get(start + step) if start is not None else None
            found[place] = n if n not in found else None
