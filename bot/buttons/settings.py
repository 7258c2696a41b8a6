"""The buttons of limits, settings and the first minute."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.buttons.forms import CURRENCY_CODE, Checked, Form, line_of

_VALUE = re.compile(r"[A-Za-z0-9_+/-]{1,40}")


class Setting(StrEnum):
    """A setting of a budget that buttons change."""

    WEEK = "week"
    ZONE = "zone"
    NUMBERS = "numbers"
    CURRENCY = "currency"
    LANGUAGE = "language"


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


@dataclass(frozen=True, slots=True)
class RestoreCategory(Checked):
    """Take a removed category into use again, with the limit that it had: minor units of the currency, None for no limit."""

    category: int
    limit: int | None
    currency: str


@dataclass(frozen=True, slots=True)
class LaterLimit(Checked):
    """Let a weekly limit that holds from this week on hold from the next one, ``since``; until then that of ``before``.

    Limits are minor units of the currency, None for no limit.
    """

    category: int
    limit: int | None
    before: int | None
    since: date
    currency: str


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
        if not _VALUE.fullmatch(self.value):
            raise ValueError(self.value)


@dataclass(frozen=True, slots=True)
class Relabel:
    """Let all amounts have been in another currency all along."""

    was: str
    to: str

    def __post_init__(self) -> None:
        """Raise ValueError for what is no currency's code."""
        if not all(CURRENCY_CODE.fullmatch(code) for code in (self.was, self.to)):
            raise ValueError(self.was, self.to)


@dataclass(frozen=True, slots=True)
class ShowSetUp:
    """Show the card of the first minute."""


@dataclass(frozen=True, slots=True)
class SetUpChoices(SettingChoices):
    """Show the usual values of a setting, from the message that shows what was guessed."""


@dataclass(frozen=True, slots=True)
class SetUpChoice(SettingChoice):
    """Change a setting, and show again the message that shows what was guessed."""


@dataclass(frozen=True, slots=True)
class SetUpDone:
    """Keep what was guessed, as that message shows it."""


SettingButton = (
    LimitOf
    | SetLimit
    | RestoreCategory
    | LaterLimit
    | WrittenLimit
    | ShowSettings
    | SettingChoices
    | SettingChoice
    | Relabel
    | ShowSetUp
    | SetUpChoices
    | SetUpChoice
    | SetUpDone
)


FORMS: tuple[Form[SettingButton], ...] = (
    Form(LimitOf, ("l",), (int,)),
    Form(SetLimit, ("l",), (int, int, str)),
    Form(RestoreCategory, ("l", "r"), (int, line_of, str)),
    Form(LaterLimit, ("l", "n"), (int, line_of, line_of, date.fromisoformat, str)),
    Form(WrittenLimit, ("l",), (int, str)),
    Form(Relabel, ("s", "r"), (str, str)),
    Form(ShowSetUp, ("o",)),
    Form(SetUpDone, ("o", "y")),
    Form(SetUpChoices, ("o",), (Setting,)),
    Form(SetUpChoice, ("o",), (Setting, str)),
    Form(ShowSettings, ("s",)),
    Form(SettingChoices, ("s",), (Setting,)),
    Form(SettingChoice, ("s",), (Setting, str)),
)
