"""The buttons under what a file holds."""

from dataclasses import dataclass
from enum import StrEnum

from bot.buttons.forms import Checked, Form
from budget.imports.proposals import DIGEST, Wish
from budget.imports.rows import Topic


class Rows(StrEnum):
    """Some rows of a file that are shown one by one."""

    REFUSED = "r"
    TYPED = "t"


@dataclass(frozen=True, slots=True)
class _OfFile(Checked):
    """A button under what the file of a message holds."""

    message: int


@dataclass(frozen=True, slots=True)
class ImportFile(_OfFile):
    """Show what a file holds."""


@dataclass(frozen=True, slots=True)
class RecordFile(_OfFile):
    """Record what is new of a file that was shown in a ``currency``; ``rows`` is the digest of the rows as they were read."""

    currency: str
    rows: str

    def __post_init__(self) -> None:
        """Raise ValueError for what is no currency's code and for no digest, too."""
        _OfFile.__post_init__(self)
        if not DIGEST.fullmatch(self.rows):
            raise ValueError(self.rows)


@dataclass(frozen=True, slots=True)
class OldRecordFile(_OfFile):
    """Record what is new of a file: as it was written before it said in which currency that was shown."""


@dataclass(frozen=True, slots=True)
class DropFile(_OfFile):
    """Leave a file alone."""


@dataclass(frozen=True, slots=True)
class RestoreBook(_OfFile):
    """Put a whole book into its chat."""


@dataclass(frozen=True, slots=True)
class ShowRows(_OfFile):
    """Show some rows of a file."""

    rows: Rows


@dataclass(frozen=True, slots=True)
class Want(_OfFile):
    """Want something of a file."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class NoLongerWant(_OfFile):
    """Want something of a file no longer."""

    wish: Wish


@dataclass(frozen=True, slots=True)
class AnswerFile(_OfFile):
    """Answer a question about a file by the number of the answer."""

    topic: Topic
    option: int


@dataclass(frozen=True, slots=True)
class AskCategory(_OfFile):
    """Ask where a category of a file goes, by its place among those that the budget does not know."""

    place: int


@dataclass(frozen=True, slots=True)
class MapCategory(_OfFile):
    """Let a category of a file go to one of the budget's."""

    place: int
    category: int


NEEDS_FILE = (
    ImportFile
    | RecordFile
    | OldRecordFile
    | RestoreBook
    | ShowRows
    | Want
    | NoLongerWant
    | AnswerFile
    | AskCategory
    | MapCategory
)
"""Those for which the file is fetched again."""

FileButton = NEEDS_FILE | DropFile


def file_of(button: object) -> int | None:
    """Return the message whose file a button is about and needs; None for any other button."""
    return button.message if isinstance(button, NEEDS_FILE) else None


FORMS: tuple[Form[FileButton], ...] = (
    Form(ImportFile, ("j", "y"), (int,)),
    Form(RecordFile, ("j", "r"), (int, str, str)),
    Form(OldRecordFile, ("j", "r"), (int,)),
    Form(DropFile, ("j", "n"), (int,)),
    Form(RestoreBook, ("j", "b"), (int,)),
    Form(ShowRows, ("j", "s"), (int, Rows)),
    Form(Want, ("j", "w"), (int, Wish)),
    Form(NoLongerWant, ("j", "x"), (int, Wish)),
    Form(AnswerFile, ("j", "a"), (int, Topic, int)),
    Form(AskCategory, ("j", "q"), (int, int)),
    Form(MapCategory, ("j", "m"), (int, int, int)),
)
