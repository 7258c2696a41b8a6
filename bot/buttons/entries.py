"""The buttons under a message's receipt, its questions and its entries, and under the rules that taps taught."""

from dataclasses import dataclass

from bot.buttons.forms import Checked, Form, OfEstimate, line_of, schedule_of
from budget.prompts import Part
from budget.schedules import monthly


@dataclass(frozen=True, slots=True)
class UndoLines(Checked):
    """Undo one line of a message, or without ``line`` all of them."""

    message: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RestoreLines(Checked):
    """Restore one line of a message, or without ``line`` all of them."""

    message: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class RestoreOffering(OfEstimate, Checked):
    """Restore one line of a message, whose entry can be made a bill then: the place of its name in the note, and when it is due."""

    message: int
    line: int
    name_place: int
    when: str

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is too large, and for what is no schedule."""
        Checked.__post_init__(self)
        schedule_of(self.when)


@dataclass(frozen=True, slots=True)
class RestoreSuggesting(Checked):
    """Restore the entry of a line that was suggested as a bill: the place of its name in the note, and its day of each month."""

    message: int
    line: int
    name_place: int
    day: int

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is too large, and for a day that no month has."""
        Checked.__post_init__(self)
        monthly(self.day)


@dataclass(frozen=True, slots=True)
class RestoreSaying(Checked):
    """Restore the entry of a line that offered more: that it was income (1), a category of its tag (2), or both (3)."""

    message: int
    line: int
    said: int

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is too large, and for an offer that there is not."""
        Checked.__post_init__(self)
        if not 1 <= self.said <= 3:
            raise ValueError(self.said)

    @property
    def income(self) -> bool:
        """Whether it may have been income."""
        return bool(self.said & 1)

    @property
    def tag(self) -> bool:
        """Whether its tag may become a category."""
        return bool(self.said & 2)


@dataclass(frozen=True, slots=True)
class Answer(Checked):
    """Record one of the choices under a question."""

    message: int
    line: int
    choice: int


@dataclass(frozen=True, slots=True)
class Decline(Checked):
    """Close a question without recording anything."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class SetCategory(Checked):
    """Move an entry to a category."""

    message: int
    line: int
    category: int


@dataclass(frozen=True, slots=True)
class PickCategory(Checked):
    """Show the categories that an entry could move to."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class ChangeLine(Checked):
    """Show what can be changed of an entry, or without ``line`` which entries of a message can be."""

    message: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class AskFor(Checked):
    """Ask for one part of an entry. The question bears it, too, so that a reply to it says what it answers."""

    message: int
    line: int
    part: Part


@dataclass(frozen=True, slots=True)
class MoveToTag(Checked):
    """Move an entry to the category that its `#tag` names, which is added where there is none."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class ShowRules(Checked):
    """Show a page of what taps taught."""

    page: int


@dataclass(frozen=True, slots=True)
class ForgetRule:
    """Forget what one tap taught, and show the page again on which it stood."""

    page: int
    taught: int

    def __post_init__(self) -> None:
        """Raise ValueError for numbers that do not fit 64 bits, and for no page."""
        if not -(2**63) <= self.taught < 2**63 or not 0 <= self.page < 2**63:
            raise ValueError(self.taught)


@dataclass(frozen=True, slots=True)
class MakeIncome(Checked):
    """Turn an expense that began with `paid` into a paycheck."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class ShowLine(Checked):
    """Show the question or the categories of one line of a long message, or without ``line`` all its lines again."""

    message: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class TryAgain:
    """Try a message again that was let go: the one that the button's own message answers."""


@dataclass(frozen=True, slots=True)
class PickWeeks(Checked):
    """Show over how many weeks an expense could be spread."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class SpreadOver(Checked):
    """Let an expense count over several weeks, with None in its own alone."""

    message: int
    line: int
    weeks: int | None


EntryButton = (
    UndoLines
    | RestoreLines
    | RestoreOffering
    | RestoreSuggesting
    | RestoreSaying
    | Answer
    | Decline
    | SetCategory
    | PickCategory
    | ChangeLine
    | AskFor
    | MoveToTag
    | ShowRules
    | ForgetRule
    | MakeIncome
    | ShowLine
    | TryAgain
    | PickWeeks
    | SpreadOver
)


FORMS: tuple[Form[EntryButton], ...] = (
    Form(UndoLines, ("u",), (int, line_of)),
    Form(RestoreLines, ("r",), (int, line_of)),
    Form(RestoreOffering, ("r",), (int, int, int, str)),
    Form(RestoreSuggesting, ("r", "s"), (int, int, int, int)),
    Form(RestoreSaying, ("r",), (int, int, int)),
    Form(Answer, ("a",), (int, int, int)),
    Form(Decline, ("n",), (int, int)),
    Form(SetCategory, ("c",), (int, int, int)),
    Form(PickCategory, ("p",), (int, int)),
    Form(ChangeLine, ("v",), (int, line_of)),
    Form(AskFor, ("v",), (int, int, Part)),
    Form(MoveToTag, ("h",), (int, int)),
    Form(ShowRules, ("k",), (int,)),
    Form(ForgetRule, ("k",), (int, int)),
    Form(MakeIncome, ("i",), (int, int)),
    Form(ShowLine, ("q",), (int, line_of)),
    Form(TryAgain, ("t",)),
    Form(PickWeeks, ("d",), (int, int)),
    Form(SpreadOver, ("d",), (int, int, line_of)),
)
