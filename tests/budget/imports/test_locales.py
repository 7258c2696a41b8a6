"""Files as programs of any country write them: with true answers to what is asked, every amount and every day is right."""

import csv
import io
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budget.budgets import Budget
from budget.imports.days import Order
from budget.imports.rows import CAME_IN, SPENT, Topic
from tests.budget.imports.reading import TODAY, budget_in, preview


class Shape(NamedTuple):
    """How a program writes its file; ``bare`` amounts have no sign of a currency."""

    locale: str
    currency: str
    delimiter: str
    encoding: str
    bare: bool
    minus_is_spent: bool

    @property
    def budget(self) -> Budget:
        return budget_in(self.currency, self.locale)

    def file(self, rows: list[tuple[int, date, str]]) -> bytes:
        """Write rows: an amount below zero is spent."""
        budget, out = self.budget, io.StringIO()
        writer = csv.writer(out, delimiter=self.delimiter)
        writer.writerow(["Date", "What", "Sum"])
        for minor, day, note in rows:
            amount = budget.money.written(minor if self.minus_is_spent else -minor, bare=self.bare)
            month_first = budget.money.locale.month_first
            written = (
                f"{day.month}/{day.day}/{day.year}" if month_first else f"{day.day:02d}.{day.month:02d}.{day.year}"
            )
            writer.writerow([written, note, amount])
        text = out.getvalue()
        return (
            text.replace("\u202f", "\xa0").encode("cp1252") if self.encoding == "cp1252" else text.encode(self.encoding)
        )


_SHAPES = st.builds(
    Shape,
    st.sampled_from(["en_US", "en_GB", "de_DE", "de_CH", "fr_FR", "en_IN", "ja_JP", "pt_BR", "sv_SE", "hu_HU"]),
    st.sampled_from(["USD", "EUR", "JPY", "KWD"]),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.booleans(),
    st.booleans(),
)
_ROWS = st.lists(
    st.tuples(
        st.integers(-(10**8), 10**8).filter(bool),
        st.integers(0, 9_000).map(lambda ago: TODAY - timedelta(ago)),
        st.sampled_from(["tacos", "Müller & Söhne", "a;b", "x,y"]),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.slow
@given(_SHAPES, _ROWS)
def test_every_amount_and_day_is_right(shape: Shape, rows: list[tuple[int, date, str]]) -> None:
    budget = shape.budget
    locale, cap = budget.money.locale, budget.money.cap
    rows = [(max(-cap, min(cap, minor)), day, note) for minor, day, note in rows]
    truth = {
        Topic.DECIMAL_MARK: locale.decimal,
        Topic.DAY_ORDER: Order.MONTH_FIRST if locale.month_first else Order.DAY_FIRST,
        Topic.SIGN: CAME_IN if shape.minus_is_spent else SPENT,
    }
    content = shape.file(rows)

    asked = [question.topic for question in preview(content, budget).questions]
    read = preview(content, budget, {topic: truth[topic] for topic in asked})

    if not shape.minus_is_spent and Topic.SIGN not in asked:
        read = read.turned()  # the preview says what is spent, and the person turns it round
    assert [(row.amount, row.day, row.note) for row in read.rows] == rows
