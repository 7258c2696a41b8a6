"""What a word of a line is. `words` makes them."""

from enum import IntEnum
from typing import NamedTuple


class Kind(IntEnum):
    """What a word is; everything above `WORD` has digits."""

    SYMBOL = 0  # a dash, a bullet, an emoji
    WORD = 1
    NUMBER = 2  # may be money
    FRACTION = 3  # 84.60/2
    DATE = 4  # has the shape of a day: 3/14
    ORDINAL = 5  # 24th
    CLOCK = 6  # 12:30, 7am
    MEASURE = 7  # 20oz
    PERCENT = 8
    COUNT = 9  # 2x
    GLUED = 10  # PS5: a whole number glued to letters
    CODE = 11  # a masked card, a telephone number


class Word(NamedTuple):
    """A word as written (``raw``, at ``start``), as plain characters, and as it is compared."""

    place: int  # among the words of the line
    raw: str
    start: int
    plain: str  # cleaned, without the punctuation around it; for a number, what `Money.read` takes
    folded: str
    kind: Kind
    loose: bool  # a number with decimals glued to letters: `coffee5.25`
    joined: bool  # a no-break space stands before it
    stop: bool  # a comma or the like ends it

    @property
    def end(self) -> int:
        """Where the next character of the line stands."""
        return self.start + len(self.raw)


Words = tuple[Word, ...]
