"""A reply as a value: text in Telegram's HTML, with buttons, a picture or a file. Each chat platform delivers it as it can.

Whatever came from a person goes through `escape` or `quoted`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape as _escape
from typing import BinaryIO, NamedTuple
from unicodedata import category, east_asian_width

from bot import buttons
from bot.buttons import AskFor
from budget.characters import isolated, visible
from words.markup import plain


class Style(StrEnum):
    """How a button stands out where the platform can show that."""

    DANGER = "danger"
    """It takes something away."""
    PRIMARY = "primary"
    """It is the likely choice."""


class Button(NamedTuple):
    """A button: what stands on it, and what a tap does, or what it copies, or the address that it opens."""

    label: str
    does: buttons.Button | None = None
    copy: str = ""
    url: str = ""
    inside: bool = False
    """Whether the address opens inside the platform's own app, where that can be."""
    style: Style | None = None

    @property
    def data(self) -> str:
        """What comes back when it is tapped."""
        return "" if self.does is None else buttons.encode(self.does)


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, and the words that stand for it where none can be shown."""

    png: bytes
    words: str


class Drawn(NamedTuple):
    """A week as PNG, and whether each category's name could be drawn."""

    png: bytes
    has_all_names: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand out: open, for it may be larger than what fits into memory."""

    name: str
    file: BinaryIO
    refused: str
    """What is said where the platform takes no file."""

    @property
    def content(self) -> bytes:
        """All of it."""
        self.file.seek(0)
        return self.file.read()


class Reply(NamedTuple):
    """What the bot says: HTML text and rows of buttons. ``question`` where it waits for a tap.

    Under a picture the text is the caption.
    """

    text: str
    buttons: tuple[Row, ...] = ()
    question: bool = False
    picture: Picture | None = None
    document: Document | None = None
    look: bool = False
    """It only shows something that can be asked for again: nothing is lost where it does not arrive."""
    fresh: bool = False
    """It tells of what was recorded just now, for the first time: no earlier answer can be there."""
    corrects: int | None = None
    """The message (as the ledger numbers it) whose receipt this one replaces, too, and the answers to replies to it."""
    nothing_new: bool = False
    """An edit changed nothing, and all of it was understood: an earlier answer says the same."""
    reaction: str = ""
    """An emoji under the person's message, in place of a text. Where none can be set, nothing is said."""
    menu: bool = False
    """Its buttons are what it is about, as those of `/settings`: who types a number after it means one of them."""
    celebrates: bool = False
    """It tells of a payday: where the platform has effects, it comes with one."""
    rings: bool = False
    """It must be noticed: every other reply comes without a sound."""
    prompt: AskFor | None = None
    """What it asks for: a reply to it is the answer. An app opens its field for one at once, with the ``placeholder`` in it."""
    placeholder: str = ""
    opens: bool = False
    """An app opens its field for a reply to it, as for a ``prompt``: what is written then is a message of its own."""
    refused: str = ""
    """The text of which nothing was recorded: an amount in reply to this answer completes it."""
    more_choices: str = "…"
    """Stands over the buttons that one message of the platform can't hold."""


def escape(text: str) -> str:
    """Return a text safe inside Telegram's HTML, which needs `& < >` replaced, and inside a sentence, which it does not turn."""
    return _escape(isolated(text), quote=False)


_QUOTED = 60


def quoted(text: str) -> str:
    """Return somebody's words for quoting them back: safe, and not longer than it takes to know them again."""
    return escape(_shortened(visible(text, joiners=True), _QUOTED))


_NAMED = 20


def named(name: str) -> str:
    """Return a person's first name for a line of its own length: safe and short."""
    return escape(_shortened(visible(name), _NAMED))


def _shortened(text: str, most: int) -> str:
    """Return a text cut after a word, so that it holds ``most`` characters."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    words = start if text[most - 1].isspace() else start.rpartition(" ")[0]
    return f"{(words if len(words) > most // 2 else start).rstrip()}…"


def units(said: Sequence[str]) -> int:
    return sum(len(plain(text).encode("utf-16-le", "surrogatepass")) // 2 + 1 for text in said)


def are_longer(said: Sequence[str], most: int) -> bool:
    """Whether lines have more than some units. A character has two at most, so that short ones need not be counted."""
    return 2 * (sum(map(len, said)) + len(said)) > most and units(said) > most


def in_rows(shown: Sequence[Button], width: int) -> list[Row]:
    return [tuple(shown[at : at + width]) for at in range(0, len(shown), width)]


_FITS = {8: 2, 5: 4, 4: 8, 3: 13, 2: 18, 1: 64}
"""Characters that a label may have, by the buttons of its row: what the narrowest phones show whole."""


def in_fitting_rows(shown: Sequence[Button], width: int) -> list[Row]:
    """Return rows of buttons, ``width`` at most in each, as few and as even as they can be with no label cut."""
    rows = _filled(shown, width)
    if len(rows) <= 1:
        return rows
    even = _filled(shown, -(-len(shown) // len(rows)))
    return even if len(even) == len(rows) else rows


def _filled(shown: Sequence[Button], width: int) -> list[Row]:
    """Return rows of buttons, each with as many of the next ones as it can hold."""
    rows: list[Row] = []
    left = tuple(shown)
    while left:
        fits = (n for n in range(min(width, len(left)), 1, -1) if all(fits_among(one.label, n) for one in left[:n]))
        n = next(fits, 1)
        rows.append(left[:n])
        left = left[n:]
    return rows


def fits_among(label: str, n: int) -> bool:
    """Whether a label is shown whole in a row of ``n`` buttons."""
    return _columns(label) <= _FITS[min(one for one in _FITS if one >= n)]


def _columns(label: str) -> int:
    """Count a label's characters: those of Chinese, Japanese and Korean as two, marks on letters and what is not seen as none."""
    seen = (character for character in label if category(character) not in {"Mn", "Me", "Cf"})
    return sum(1 + (east_asian_width(character) in "WF") for character in seen)
