"""Long tables of examples, a hundred rows a test: a test of its own for each row costs more than what it tests."""

from collections.abc import Sequence
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

_AT_ONCE = 100

Row = TypeVar("Row")


def at_once(table: str, rows: Sequence[Row]) -> list[ParameterSet]:
    """Return a table's rows in parts, each a parameter of a test that is named by the numbers of its rows, from 1.

    Such a test collects what is wrong of every row and asserts that there is nothing, so that one run tells of all of them.
    """
    return [
        pytest.param(rows[at : at + _AT_ONCE], id=f"{table} {at + 1}-{min(at + _AT_ONCE, len(rows))}")
        for at in range(0, len(rows), _AT_ONCE)
    ]
