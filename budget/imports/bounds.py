"""How large a file may be, and the refusal of one of its rows: for every format."""

from budget.errors import Refused, Why

LARGEST_TABLE = 5 * 1024 * 1024
"""Bytes of a table."""
MOST_ROWS = 5_000
"""Rows that one import takes; as many empty ones may stand between them."""
MOST_COLUMNS = 50
LONGEST_CELL = 500
"""Characters of a cell."""
LONGEST_ROW = 64 * 1024
"""Characters of a row as it stands in the file: enough for every row of the longest cells, quoted."""


class RowRefused(Refused):
    """A row that cannot be imported; ``line`` is the one of the file where it begins, counted from 1."""

    def __init__(self, line: int, why: Why, word: str = "") -> None:
        super().__init__(why, word)
        self.line = line
