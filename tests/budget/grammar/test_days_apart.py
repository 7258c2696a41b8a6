"""Entries of one line that have days of their own; product page reading, sections 1.4 and 3."""

from datetime import date

import pytest

from budget.grammar import About, Question, Understood, read_line
from tests.budget.grammar.judge import scope_of

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)


@pytest.mark.parametrize(
    ("line", "entries"),
    [
        ("lunch 12 yesterday, dinner 30 today", [(1200, TUESDAY, "lunch"), (3000, WEDNESDAY, "dinner")]),
        ("lunch 12 yesterday and dinner 30 tonight", [(1200, TUESDAY, "lunch"), (3000, WEDNESDAY, "dinner")]),
        ("spent 20 on lunch yesterday and 15 today", [(2000, TUESDAY, "lunch"), (1500, WEDNESDAY, "")]),
        ("coffee 4 monday, lunch 12 tuesday", [(400, MONDAY, "coffee"), (1200, TUESDAY, "lunch")]),
        ("gas 40 monday milk 3 tuesday", [(4000, MONDAY, "gas"), (300, TUESDAY, "milk")]),
        ("on monday gas 40, on tuesday milk 3", [(4000, MONDAY, "gas"), (300, TUESDAY, "milk")]),
        ("yesterday lunch 12, today dinner 30", [(1200, TUESDAY, "lunch"), (3000, WEDNESDAY, "dinner")]),
    ],
)
def test_each_entry_is_offered_on_its_day(line: str, entries: list[tuple[int, date, str]]) -> None:
    reading = read_line(line, scope_of("us"))
    assert isinstance(reading, Question)
    assert reading.about is About.ENTRIES
    assert [(one.amount, one.day, one.note) for one in reading.choices[0].entries] == entries
    assert [choice.entries for choice in reading.choices[1:]] == [(one,) for one in reading.choices[0].entries]


@pytest.mark.parametrize(
    "line",
    [
        "12 today lunch yesterday",
        "monday gas 40 tuesday",
        "gas 40 monday, milk 3 and eggs 4 tuesday",
        "lunch 12 yesterday, dinner 012 today",
    ],
)
def test_other_lines_are_on_one_day(line: str) -> None:
    reading = read_line(line, scope_of("us"))
    entries = reading.choices[0].entries if isinstance(reading, Question) else ()
    assert len({one.day for one in entries}) < 2
    assert not isinstance(reading, Understood)
