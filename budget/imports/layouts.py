"""What a table of a known program looks like, and the answer to a heading: whose is it?"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from budget.categories import folded
from budget.errors import Refused, Why
from budget.imports.days import Order
from budget.imports.rows import RawRow


class Cells:
    """A row's cells by the folded names of their columns; what is not there is empty."""

    def __init__(self, line: int, names: Sequence[str], values: Sequence[str]) -> None:
        self.line = line
        self.names = names
        self._values: Mapping[str, str] = dict(zip(names, values, strict=False))

    def __getitem__(self, name: str) -> str:
        """Return the cell of a column, without white space around it."""
        return self._values.get(name, "").strip()

    def as_written(self, name: str) -> str:
        """Return the cell of a column with the white space around it."""
        return self._values.get(name, "")

    def first(self, *names: str) -> str:
        """Return the first cell of these columns that is not empty."""
        return next((cell for name in names if (cell := self[name])), "")


People = Callable[[Sequence[str]], tuple[str, ...]]
Share = Callable[[RawRow, Cells, str], Iterable[RawRow]]


@dataclass(frozen=True, slots=True)
class Layout:
    """A program's table: the columns that tell it, and how a row of it is read.

    ``needs`` are sets of folded names, one for each shape or language of the heading. ``decimal`` and ``order`` are what the
    program writes as a rule, for files in which no row tells. ``bare`` tables have no quotes: cells too many belong to the
    column ``absorbs``. The names of an ``exact`` one are too common to tell a heading that has others, too. Where expenses are
    shared, ``people`` finds the columns of those who share, and ``share`` makes one's part of a row.
    """

    name: str
    needs: tuple[frozenset[str], ...]
    read: Callable[[Cells], Iterable[RawRow]]
    decimal: str = ""
    order: Order | None = None
    bare: bool = False
    absorbs: str = ""
    exact: bool = False
    people: People | None = None
    share: Share | None = None

    def fits(self, names: Sequence[str]) -> int:
        """Return how many columns of a heading tell this program; 0 where it is not one of its."""
        return len(self.needed(names))

    def needed(self, names: Sequence[str]) -> frozenset[str]:
        """Return the columns of a heading that tell this program; none where it is not one of its."""
        fitting = [one for one in self.needs if one == set(names) or (one < set(names) and not self.exact)]
        return max(fitting, key=len, default=frozenset())


def columns(text: str) -> frozenset[str]:
    """Return the folded names in a list that is separated by commas."""
    return frozenset(folded(name) for name in text.split(","))


def heading_of(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the folded names of a heading's cells."""
    return tuple(folded(cell) for cell in cells)


def layout_of(names: Sequence[str], layouts: Iterable[Layout]) -> Layout | None:
    """Return the layout of which a heading has the most columns. Raises `Refused` where one of them stands there twice."""
    best = max(layouts, key=lambda layout: layout.fits(names), default=None)
    if best is None or not best.fits(names):
        return None
    for name in sorted(best.needed(names)):
        if list(names).count(name) > 1:
            raise Refused(Why.COLUMN_TWICE, name)
    return best
