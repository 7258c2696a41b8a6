"""A table that somebody wrote by hand, with some of our own columns: who names categories means what was spent."""

import pytest

from tests.budget.imports.reading import lines_of, preview


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (
            "day,amount,category\n2026-11-24,12.50,fun\n2026-11-23,-2,fun\n",
            ["2: expense -12.50 2026-11-24 [fun]", "3: refund 2.00 2026-11-23 [fun]"],
        ),
        (
            "day,kind,amount,category\n2026-11-24,paycheck,1500,\n2026-11-24,,5,fun\n",
            ["2: paycheck 1500.00 2026-11-24", "3: expense -5.00 2026-11-24 [fun]"],
        ),
    ],
)
def test_a_table_by_hand_is_what_was_spent(content: str, lines: list[str]) -> None:
    read = preview(content)

    assert read.questions == ()
    assert lines_of(read) == lines


def test_a_kind_that_there_is_not_is_refused() -> None:
    (refused,) = preview("day,kind,amount,category\n2026-11-24,gift,15,fun\n").refused

    assert refused.line == 2
