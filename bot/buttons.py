"""What each button does, as values, and how they travel: Telegram gives 64 bytes, and they come back years later or forged.

`encode` and `decode` are the only places that know the wire form. `decode` takes nothing but what `encode` writes. A button holds
numbers and codes, never a text for the reader of what people write. Forms that earlier versions sent stay readable: a chat keeps
its buttons for ever.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bot import filing, plan_buttons, telling
from bot.checked import Checked
from bot.filing import FilingButton
from bot.plan_buttons import OfferButton
from bot.telling import TellingButton
from budget.prompts import Part

LONGEST = 64
"""Bytes of a button's data that Telegram takes."""

_WORD = re.compile(r"[A-Za-z0-9_-]{1,48}")
_SETTING_VALUE = re.compile(r"[A-Za-z0-9_+/-]{1,40}")


class Setting(StrEnum):
    """A setting of a budget that buttons change."""

    WEEK = "week"
    ZONE = "zone"
    NUMBERS = "numbers"
    CURRENCY = "currency"
    LANGUAGE = "language"


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
class RestoreBill(Checked):
    """Switch a bill on again."""

    bill: int


@dataclass(frozen=True, slots=True)
class BillFrom(Checked):
    """Let a bill begin on a day."""

    bill: int
    day: date


@dataclass(frozen=True, slots=True)
class PayBill(Checked):
    """Record the payment of a bill's occurrence, known by its planned day, under a message."""

    message: int
    bill: int
    planned: date


@dataclass(frozen=True, slots=True)
class LeaveBill(Checked):
    """Record no payment of a bill."""

    bill: int


@dataclass(frozen=True, slots=True)
class ItWasBill(Checked):
    """Let an expense pay the bill that its note names, whatever its amount is."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class PaydayFrom(Checked):
    """Expect paychecks every so many days from a day on."""

    day: date
    every: int


@dataclass(frozen=True, slots=True)
class FreshStart(Checked):
    """Let a category carry nothing of the weeks before."""

    category: int


@dataclass(frozen=True, slots=True)
class PickWeeks(Checked):
    """Show over how many weeks an expense could be spread."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class SpreadOver(Checked):
    """Let an expense count over several weeks."""

    message: int
    line: int
    weeks: int


class _Named:
    """A button with a word that the program made: raises ValueError for any other."""

    def __post_init__(self) -> None:
        for field in fields(self):  # type: ignore[arg-type]
            if not _WORD.fullmatch(getattr(self, field.name)):
                raise ValueError(field.name)


@dataclass(frozen=True, slots=True)
class ConfirmForget(_Named):
    """Confirm that everything of the chat is deleted."""

    nonce: str


@dataclass(frozen=True, slots=True)
class KeepAll(_Named):
    """Keep everything of the chat."""

    nonce: str


@dataclass(frozen=True, slots=True)
class DeleteNow(_Named):
    """Delete what was closed, without waiting for its day."""

    nonce: str


@dataclass(frozen=True, slots=True)
class RestoreBudget:
    """Open a budget again that is being forgotten."""


@dataclass(frozen=True, slots=True)
class OldForget:
    """Delete or keep everything, as versions before `ConfirmForget` asked. Never made any more, and never obeyed."""

    word: str

    def __post_init__(self) -> None:
        """Raise ValueError for what no version wrote."""
        if self.word not in {"yes", "no"}:
            raise ValueError(self.word)


@dataclass(frozen=True, slots=True)
class ShowMembers:
    """Show who may use the bot."""


@dataclass(frozen=True, slots=True)
class AskToRemove(Checked):
    """Ask whether a guest is to be removed."""

    user: int


@dataclass(frozen=True, slots=True)
class RemoveMember(Checked):
    """Remove a guest."""

    user: int


@dataclass(frozen=True, slots=True)
class LetIn(Checked):
    """Let somebody use the bot who wrote in a group; ``asked`` orders the question among invitations and removals."""

    user: int
    asked: int


@dataclass(frozen=True, slots=True)
class WithdrawInvitation(_Named):
    """Withdraw an open invitation."""

    invitation: str


@dataclass(frozen=True, slots=True)
class Week:
    """Show the week that begins on a day."""

    start: date

    def __post_init__(self) -> None:
        """Raise ValueError for the calendar's edges: their weeks do not exist."""
        if not 1970 <= self.start.year < 9999:
            raise ValueError(self.start)


@dataclass(frozen=True, slots=True)
class WeekPicture(Week):
    """Send the picture of the week that begins on a day."""


@dataclass(frozen=True, slots=True)
class RevokeLink(Checked):
    """Close a share link; ``listed`` where the button stands under the list of links, which is then shown again."""

    link: int
    listed: bool = False


@dataclass(frozen=True, slots=True)
class LimitOf(Checked):
    """Show the limits that a category could have."""

    category: int


@dataclass(frozen=True, slots=True)
class SetLimit(Checked):
    """Set a category's weekly limit, in minor units of the currency that the budget had when the button was made."""

    category: int
    limit: int
    currency: str

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is too large, and for what is no currency's code."""
        Checked.__post_init__(self)
        if not re.fullmatch("[A-Z]{3}", self.currency):
            raise ValueError(self.currency)


@dataclass(frozen=True, slots=True)
class WrittenLimit(Checked):
    """Set a category's weekly limit, as versions before `SetLimit` wrote it: with a point and all decimals. Never made any more."""

    category: int
    limit: str

    def __post_init__(self) -> None:
        """Raise ValueError for no text, and for one that would be another button's data."""
        Checked.__post_init__(self)
        if not self.limit or ":" in self.limit:
            raise ValueError(self.limit)


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """Show the settings."""


@dataclass(frozen=True, slots=True)
class SettingChoices:
    """Show the usual values of a setting."""

    setting: Setting


@dataclass(frozen=True, slots=True)
class SettingChoice:
    """Change a setting."""

    setting: Setting
    value: str

    def __post_init__(self) -> None:
        """Raise ValueError for what is no weekday, zone, locale or code."""
        if not _SETTING_VALUE.fullmatch(self.value):
            raise ValueError(self.value)


@dataclass(frozen=True, slots=True)
class Relabel:
    """Let all amounts have been in another currency all along."""

    was: str
    to: str

    def __post_init__(self) -> None:
        """Raise ValueError for what is no currency's code."""
        if not all(re.fullmatch("[A-Z]{3}", code) for code in (self.was, self.to)):
            raise ValueError(self.was, self.to)


@dataclass(frozen=True, slots=True)
class ShowSetUp:
    """Show the card of the first minute."""


@dataclass(frozen=True, slots=True)
class SetUpChoices(SettingChoices):
    """Show the usual values of a setting, from the card of the first minute."""


@dataclass(frozen=True, slots=True)
class SetUpChoice(SettingChoice):
    """Change a setting, and show the card of the first minute again."""


@dataclass(frozen=True, slots=True)
class SetUpDone:
    """Keep what the card of the first minute shows."""


@dataclass(frozen=True, slots=True)
class MakeCard(Checked):
    """Make a card, which the receipt of a message offers."""

    message: int


Button = (
    UndoLines
    | RestoreLines
    | Answer
    | Decline
    | SetCategory
    | PickCategory
    | ChangeLine
    | AskFor
    | MoveToTag
    | FilingButton
    | ShowRules
    | ForgetRule
    | MakeIncome
    | ShowLine
    | TryAgain
    | ConfirmForget
    | KeepAll
    | DeleteNow
    | RestoreBudget
    | OldForget
    | ShowMembers
    | AskToRemove
    | RemoveMember
    | LetIn
    | WithdrawInvitation
    | RestoreBill
    | BillFrom
    | PayBill
    | LeaveBill
    | ItWasBill
    | PaydayFrom
    | FreshStart
    | PickWeeks
    | SpreadOver
    | Week
    | WeekPicture
    | RevokeLink
    | LimitOf
    | SetLimit
    | WrittenLimit
    | Relabel
    | ShowSetUp
    | SetUpChoices
    | SetUpChoice
    | SetUpDone
    | ShowSettings
    | SettingChoices
    | SettingChoice
    | TellingButton
    | MakeCard
    | OfferButton
)

_ALL = "*"
_LISTED = "list"


def _line(text: str) -> int | None:
    """Read the line of a message, None for all of them."""
    return None if text == _ALL else int(text)


def _listed(text: str) -> bool:
    """Read that a link was revoked in the list of links."""
    if text != _LISTED:
        raise ValueError(text)
    return True


class _Form(NamedTuple):
    """How a kind of button is written: fixed words, then its fields, each with what reads it."""

    kind: Callable[..., Button]
    words: tuple[str, ...]
    fields: tuple[Callable[[str], object], ...] = ()


_FORMS = (
    _Form(UndoLines, ("u",), (int, _line)),
    _Form(RestoreLines, ("r",), (int, _line)),
    _Form(Answer, ("a",), (int, int, int)),
    _Form(Decline, ("n",), (int, int)),
    _Form(SetCategory, ("c",), (int, int, int)),
    _Form(PickCategory, ("p",), (int, int)),
    _Form(ChangeLine, ("v",), (int, _line)),
    _Form(AskFor, ("v",), (int, int, Part)),
    _Form(MoveToTag, ("h",), (int, int)),
    *(_Form(*form) for form in filing.FORMS),
    _Form(ShowRules, ("k",), (int,)),
    _Form(ForgetRule, ("k",), (int, int)),
    _Form(MakeIncome, ("i",), (int, int)),
    _Form(ShowLine, ("q",), (int, _line)),
    _Form(TryAgain, ("t",)),
    _Form(ConfirmForget, ("f", "y"), (str,)),
    _Form(KeepAll, ("f", "n"), (str,)),
    _Form(DeleteNow, ("f", "d"), (str,)),
    _Form(RestoreBudget, ("f", "r")),
    _Form(OldForget, ("f",), (str,)),
    _Form(ShowMembers, ("m", "l")),
    _Form(AskToRemove, ("m", "a"), (int,)),
    _Form(RemoveMember, ("m", "r"), (int,)),
    _Form(LetIn, ("m", "i"), (int, int)),
    _Form(WithdrawInvitation, ("m", "w"), (str,)),
    _Form(RestoreBill, ("b", "r"), (int,)),
    _Form(BillFrom, ("b", "f"), (int, date.fromisoformat)),
    _Form(PayBill, ("b", "p"), (int, int, date.fromisoformat)),
    _Form(LeaveBill, ("b", "n"), (int,)),
    _Form(ItWasBill, ("b", "w"), (int, int)),
    _Form(PaydayFrom, ("y",), (date.fromisoformat, int)),
    _Form(FreshStart, ("z",), (int,)),
    _Form(PickWeeks, ("d",), (int, int)),
    _Form(SpreadOver, ("d",), (int, int, int)),
    _Form(Week, ("w",), (date.fromisoformat,)),
    _Form(WeekPicture, ("w", "p"), (date.fromisoformat,)),
    _Form(RevokeLink, ("x",), (int,)),
    _Form(RevokeLink, ("x",), (int, _listed)),
    _Form(LimitOf, ("l",), (int,)),
    _Form(SetLimit, ("l",), (int, int, str)),
    _Form(WrittenLimit, ("l",), (int, str)),
    _Form(Relabel, ("s", "r"), (str, str)),
    _Form(ShowSetUp, ("o",)),
    _Form(SetUpDone, ("o", "y")),
    _Form(SetUpChoices, ("o",), (Setting,)),
    _Form(SetUpChoice, ("o",), (Setting, str)),
    _Form(ShowSettings, ("s",)),
    _Form(SettingChoices, ("s",), (Setting,)),
    _Form(SettingChoice, ("s",), (Setting, str)),
    *(_Form(*form) for form in telling.FORMS),
    _Form(MakeCard, ("g",), (int,)),
    *(_Form(*form) for form in plan_buttons.FORMS),
)
"""Every kind of button. Of two forms that fit the same data the first is read."""

_WORDS = {form.kind: form.words for form in _FORMS}


def encode(button: Button) -> str:
    """Return a button's data; raise ValueError for more than Telegram takes."""
    values = (getattr(button, field.name) for field in fields(button))
    data = ":".join([*_WORDS[type(button)], *(_written(value) for value in values if value is not False)])
    if len(data.encode()) > LONGEST:
        raise ValueError(data)
    return data


def _written(value: object) -> str:
    if value is None:
        return _ALL
    return _LISTED if value is True else str(value)


def decode(data: str) -> Button:
    """Return the button that a text is the data of; raise ValueError for any that `encode` does not write."""
    if len(data) > LONGEST:
        raise ValueError(data[:LONGEST])
    button = _read(data.split(":"))
    if encode(button) != data:  # 05, +5, ٥: read by int, and no form of ours
        raise ValueError(data)
    return button


def _read(parts: list[str]) -> Button:
    for kind, words, readers in _FORMS:
        values = parts[len(words) :]
        if tuple(parts[: len(words)]) == words and len(values) == len(readers):
            return kind(*(read(value) for read, value in zip(readers, values, strict=True)))
    raise ValueError(":".join(parts))
