"""Which line of an edited text is which line of before; docs/grammar.md has the rule."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.edits import (
    content_of,
    days_between,
    digest_of,
    first_layout,
    is_same,
    is_undated,
    layout_of,
    moved,
    part_digest,
    parts_told,
    unchanged,
)
from budget.entries import PARTS, Entry, Kind, RecordedEntry
from budget.grammar import About, Choice, Label
from budget.states import Layout, OpenQuestion, StoredMessage, TextLine, Version

DAY = date(2026, 11, 25)
Text = Sequence[tuple[str, int]]


def entry(note: str, amount: int) -> Entry:
    return Entry(Kind.EXPENSE, amount, DAY, 1, note)


def digests(text: Text) -> list[int]:
    return [digest_of(f"{note} {amount}", DAY.toordinal()) for note, amount in text]


def stored(text: Text, layout: Layout | None = None) -> StoredMessage:
    layout = layout or first_layout(digests(text))
    entries = tuple(
        RecordedEntry(1, address, entry(*line), 7) for address, line in zip(layout.addresses, text, strict=True)
    )
    return StoredMessage(Version(0, 1), 7, entries, (), layout)


def edited(text: Text, before: StoredMessage) -> tuple[int, ...]:
    contents = [content_of(entry(*line), digest=digest) for line, digest in zip(text, digests(text), strict=True)]
    return layout_of(contents, before).addresses


A, B, C = ("a", 1), ("b", 2), ("c", 3)


def test_a_line_put_in_taken_out_or_moved_moves_no_other() -> None:
    before = stored([A, B, C])

    assert edited([("new", 9), A, B, C], before) == (3, 0, 1, 2)
    assert edited([A, ("new", 9), B, C], before) == (0, 3, 1, 2)
    assert edited([B, C], before) == (1, 2)
    assert edited([C, A, B], before) == (2, 0, 1)
    assert edited([A, A, B], before) == (0, 3, 1)


def test_content_goes_before_place_and_the_note_before_the_amount() -> None:
    before = stored([A, B, C])

    assert edited([("c", 1), ("x", 2), ("y", 8)], before) == (2, 1, 3), "a is gone: its place has another line now"
    assert edited([("A", 5), B, C], before) == (0, 1, 2)
    assert edited([("x", 9), B, C], before) == (0, 1, 2), "by place"
    assert edited([("new", 9), A, B, ("x", 8)], before) == (3, 0, 1, 2), "by its neighbour"
    assert edited([C, ("x", 8), B], before) == (2, 0, 1), "by the neighbour after it"


def test_of_lines_alike_each_keeps_its_place() -> None:
    coffee = ("coffee", 3)
    before = stored([coffee, coffee, A])

    assert edited([coffee, coffee, A], before) == (0, 1, 2)
    assert edited([A, coffee, coffee], before) == (2, 1, 0)
    assert edited([coffee, A], before) == (0, 2)


def test_a_line_that_was_gone_comes_back_by_its_content_alone() -> None:
    b_gone = StoredMessage(
        Version(9, 2),
        7,
        (RecordedEntry(1, 0, entry(*A), 7), RecordedEntry(1, 1, entry(*B), 7, undone=True, removed_by=2)),
        (),
        Layout(2, (TextLine(0, None),)),
    )

    assert edited([A, B], b_gone) == (0, 1)
    assert edited([A, ("x", 2)], b_gone) == (0, 2)
    before_layouts = StoredMessage(b_gone.version, 7, b_gone.entries)
    assert edited([A, B], before_layouts) == (0, 1)
    assert edited([A, ("x", 9)], before_layouts) == (0, 2)


def test_a_question_is_known_by_its_choices() -> None:
    asked = OpenQuestion(0, About.AMOUNT, tuple(Choice(Label.AMOUNT, (entry("beers", n),)) for n in (3, 18)))
    before = StoredMessage(Version(0, 1), 7, (), (asked,))

    assert edited([("new", 9), ("beers", 18)], before) == (1, 0)
    layout = layout_of([content_of(asked, digest=5)], StoredMessage(Version(0, 1), 7))
    again = StoredMessage(Version(0, 1), 7, (), (asked,), layout)
    assert unchanged(layout, [asked], again) == {0}
    assert unchanged(layout, [entry("beers", 18)], again) == set(), "it asks no longer"
    assert unchanged(Layout(1, (TextLine(0, 6),)), [asked], again) == set()


def test_a_line_that_does_not_read_is_known_by_its_words_and_an_aside_by_its_text_alone() -> None:
    before = stored([A, B])

    assert layout_of([content_of(None, "?"), content_of(None, "b")], before).addresses == (0, 1)
    assert layout_of([content_of(None, "b"), content_of(())], before).addresses == (1, 2)


def test_a_line_is_known_by_each_of_its_entries() -> None:
    before = stored([A, ("coffee", 5)])
    before = before._replace(entries=(*before.entries, RecordedEntry(1, 1 + PARTS, entry("lunch", 20), 7)))

    assert edited([("lunch", 9), A], before) == (1, 0)
    assert edited([("x", 20), A], before) == (1, 0)


@pytest.mark.slow
def test_addresses_are_used_again_only_when_there_are_no_others() -> None:
    before = stored([A], Layout(PARTS, (TextLine(PARTS - 1, None),)))
    assert edited([A, B, C], before) == (PARTS - 1, 0, 1)

    full = StoredMessage(
        Version(0, 1),
        7,
        tuple(RecordedEntry(1, n, entry(f"note {n}", n + 10), 7, undone=True, removed_by=1) for n in range(PARTS)),
        (),
        Layout(PARTS, ()),
    )
    assert edited([("new", 1)], full) == (0,)


LINES = st.tuples(st.sampled_from(["a", "b", "c", ""]), st.integers(1, 3))


@pytest.mark.slow
@given(texts=st.lists(st.lists(LINES, min_size=1, max_size=6), min_size=2, max_size=5))
def test_whatever_is_edited_no_two_lines_share_an_address(texts: list[list[tuple[str, int]]]) -> None:
    message = stored(texts[0])
    for text in texts[1:]:
        contents = [content_of(entry(*line), digest=digest) for line, digest in zip(text, digests(text), strict=True)]
        layout = layout_of(contents, message)
        assert len(set(layout.addresses)) == len(text)
        assert layout.next > max(layout.addresses)
        assert layout.next >= (message.layout.next if message.layout is not None else 0)
        old = {one.line: one for one in message.entries}
        new = {address: entry(*line) for address, line in zip(layout.addresses, text, strict=True)}
        gone = tuple(
            RecordedEntry(1, line, one.entry, 7, True, 1) for line, one in old.items() if line not in layout.addresses
        )
        message = StoredMessage(
            Version(1, 1), 7, (*(RecordedEntry(1, at, one, 7) for at, one in new.items()), *gone), (), layout
        )
        assert layout_of(contents, message) == layout, "a repeat changes nothing"


def test_a_text_that_is_read_on_another_day_is_the_same_text_moved() -> None:
    monday, tuesday = (digest_of("5 fun a", day) for day in (739_945, 739_946))

    assert days_between(monday, tuesday) == 1
    assert days_between(tuesday, monday) == -1
    assert days_between(monday, digest_of("5 fun b", 739_945)) is None
    assert days_between(monday, digest_of("5 fun a", 739_945 + 401)) is None
    assert days_between(None, monday) is days_between(monday, None) is None

    before = StoredMessage(Version(0, 1), 7, (), (), Layout(2, (TextLine(0, monday), TextLine(1, 5))))
    assert moved(Layout(3, (TextLine(0, tuesday), TextLine(1, 5), TextLine(2, 6))), before) == {0: 1}
    assert moved(Layout(1, (TextLine(0, tuesday),)), StoredMessage(Version(0, 1))) == {}


def several(*held: tuple[str, int], told: Text = (), digests: bool = True) -> StoredMessage:
    """Return a message of one line with an entry for each price; ``told`` is what its text says of them."""
    parts = tuple(TextLine(PARTS * n, part_digest(entry(*one))) for n, one in enumerate(told or held))
    entries = tuple(RecordedEntry(1, PARTS * n, entry(*one), 7) for n, one in enumerate(held))
    return StoredMessage(Version(0, 1), 7, entries, (), first_layout([1])._replace(parts=parts if digests else ()))


def told_again(text: Text, before: StoredMessage) -> list[tuple[int, int | None]]:
    found = parts_told([entry(*one) for one in text], 0, before)
    return [(one.slot, one.held.amount if one.held is not None else None) for one in found]


def test_entries_of_a_line_are_matched_as_lines_are_and_keep_what_was_corrected() -> None:
    before = several(A, ("b", 20), C, told=[A, B, C])

    assert told_again([A, B, C], before) == [(0, 1), (1, 20), (2, 3)]
    assert told_again([C, B], before) == [(2, 3), (1, 20)], "it stays where it is kept"
    assert told_again([A, ("b", 7), C], before) == [(0, 1), (1, None), (2, 3)], "what the text says anew holds"
    assert told_again([A, B, C, ("d", 4)], before) == [(0, 1), (1, 20), (2, 3), (3, None)]


def test_entries_of_a_line_without_digests_are_matched_by_their_notes_and_places() -> None:
    """So older programs stored them, and so an older program stores them again."""
    before = several(A, ("b", 20), C, digests=False)

    assert told_again([C, B, ("x", 9)], before) == [(2, None), (1, None), (3, None)]


def test_an_entry_of_a_line_that_was_taken_out_comes_back_as_it_is_told() -> None:
    before = several(A, ("b", 20), told=[A, B])
    gone = replace(before.entries[1], undone=True, removed_by=5)
    before = before._replace(entries=(before.entries[0], gone))

    assert told_again([A, B], before) == [(0, 1), (1, None)]


@pytest.mark.slow
@given(st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 3)), min_size=2, max_size=6), min_size=2))
def test_whatever_is_edited_no_two_entries_of_a_line_share_a_slot(texts: list[list[tuple[str, int]]]) -> None:
    before = several(*texts[0])
    for text in texts[1:]:
        slots = [slot for slot, _ in told_again(text, before)]
        assert len(set(slots)) == len(text)
        assert told_again(list(texts[0]), several(*texts[0])) == [(n, one[1]) for n, one in enumerate(texts[0])]


def test_a_digest_tells_whether_its_text_said_a_day() -> None:
    dated, undated = (digest_of("5 fun a", 739_945, undated=undated) for undated in (False, True))

    assert (is_undated(dated), is_undated(undated), is_undated(None)) == (False, True, False)
    assert is_same(dated, undated), "a program that knows no difference may have stored it"
    assert not is_same(undated, digest_of("5 fun a", 739_946, undated=True))
    assert not is_same(None, undated)
    assert days_between(dated, digest_of("5 fun a", 739_946, undated=True)) == 1
