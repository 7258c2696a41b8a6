"""A text's layout as a row keeps it, and as an older program reads it."""

import pytest

from budget.entries import PARTS
from budget.grammar import About
from budget.states import Layout, TextLine, Version
from storage.rows import layout_from, layout_row

LINES = (TextLine(0, 31), TextLine(2, None), TextLine(1, 160), TextLine(3, 2**32 + 5))
ENTRIES = (TextLine(1 + PARTS, 7), TextLine(1, 8), TextLine(1 + 2 * PARTS, 9))


ASKED = tuple(TextLine(n, n, about) for n, about in enumerate(one for one in About if one is not About.CORRECTION))


@pytest.mark.parametrize(
    "layout", [Layout(3, LINES), Layout(3, LINES, ENTRIES), Layout(0, ()), Layout(len(ASKED), ASKED)]
)
def test_a_layout_is_read_as_it_was_written(layout: Layout) -> None:
    row = layout_row(layout, Version(5, 98))
    assert layout_from(row, Version(5, 98)) == layout
    assert layout_from(row, Version(5, 99)) is None, "an older program has edited since"


def test_entries_stand_behind_the_lines_under_addresses_that_no_line_has() -> None:
    """So a program that knows no entries takes them for lines without entries, which match nothing."""
    assert (
        layout_row(Layout(3, LINES, ENTRIES), Version(5, 98)) == "98 3 0.1f 2 1.a0 3.100000005 20001.7 10001.8 30001.9"
    )


def test_what_a_line_was_asked_stands_before_its_digest() -> None:
    """So a program that does not know it reads the digest as it is."""
    lines = (TextLine(0, 31, About.AMOUNT), TextLine(1, 0, About.ENTRIES))
    row = layout_row(Layout(2, lines), Version(5, 98))
    assert row == "98 2 0.01f 1.000"
    assert [int(one.partition(".")[2], 16) for one in row.split(" ")[2:]] == [31, 0]
    assert layout_from("98 1 0." + "0" * 99 + "1f", Version(5, 98)) == Layout(1, (TextLine(0, 31),)), (
        "a newer program's"
    )
