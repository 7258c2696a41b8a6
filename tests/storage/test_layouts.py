"""A text's layout as a row keeps it, and as an older program reads it."""

import pytest

from budget.entries import PARTS
from budget.states import Layout, TextLine, Version
from storage.rows import layout_from, layout_row

LINES = (TextLine(0, 31), TextLine(2, None), TextLine(1, 160))
ENTRIES = (TextLine(1 + PARTS, 7), TextLine(1, 8), TextLine(1 + 2 * PARTS, 9))


@pytest.mark.parametrize("layout", [Layout(3, LINES), Layout(3, LINES, ENTRIES), Layout(0, ())])
def test_a_layout_is_read_as_it_was_written(layout: Layout) -> None:
    row = layout_row(layout, Version(5, 98))
    assert layout_from(row, Version(5, 98)) == layout
    assert layout_from(row, Version(5, 99)) is None, "an older program has edited since"


def test_entries_stand_behind_the_lines_under_addresses_that_no_line_has() -> None:
    """So a program that knows no entries takes them for lines without entries, which match nothing."""
    assert layout_row(Layout(3, LINES, ENTRIES), Version(5, 98)) == "98 3 0.1f 2 1.a0 20001.7 10001.8 30001.9"
