"""Marks by which a spreadsheet takes a cell for text."""

import pytest

from budget.imports.apostrophes import plain, without_marks


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("'123", "123"),
        (" '-12.50 ", "-12.50"),
        ("'$5", "$5"),
        ("'=A1", "=A1"),
        ("'@home", "@home"),
        ('="0123"', "0123"),
        ('=""', ""),
        ("'t Hoekje", "'t Hoekje"),
        ("'", "'"),
        ("tea", "tea"),
    ],
)
def test_a_mark_before_a_number_is_no_part_of_it(cell: str, text: str) -> None:
    assert plain(cell) == text


@pytest.mark.parametrize(
    ("rows", "without"),
    [
        ([["'TESCO", "1"], ["'ACME", "2"]], [["TESCO", "1"], ["ACME", "2"]]),
        ([["'TESCO", "'SMITH J", "1"]], [["TESCO", "SMITH J", "1"]]),  # one payment
        ([["'TESCO", "1"]], [["'TESCO", "1"]]),
        ([["'TESCO", "1"], ["ACME", "2"]], [["'TESCO", "1"], ["ACME", "2"]]),
        ([["'t Hoekje", "1"], ["'s Morgens", "2"]], [["'t Hoekje", "1"], ["'s Morgens", "2"]]),
        ([["'TESCO", "1"], ["", "2"], ["'ACME"]], [["TESCO", "1"], ["", "2"], ["ACME"]]),
        ([["1", "'x"], ["2"], []], [["1", "'x"], ["2"], []]),
        ([], []),
    ],
)
def test_before_letters_every_cell_of_the_column_has_it(rows: list[list[str]], without: list[list[str]]) -> None:
    assert without_marks(rows) == without
