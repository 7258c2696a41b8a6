"""The buttons under what the bot says by itself, and those that set when it does."""

from dataclasses import dataclass
from datetime import date

from bot.buttons.forms import Checked, Form


@dataclass(frozen=True, slots=True)
class _OfOccurrence(Checked):
    """A button under a due bill, for the occurrence of a planned day."""

    bill: int
    planned: date


@dataclass(frozen=True, slots=True)
class PayDue(_OfOccurrence):
    """Record the payment of an occurrence, with the bill's amount, minor units."""

    amount: int


@dataclass(frozen=True, slots=True)
class OldPayDue(_OfOccurrence):
    """`PayDue` without the amount, as earlier versions wrote it. Never made any more."""


@dataclass(frozen=True, slots=True)
class PayAnother(_OfOccurrence):
    """Say how another amount is paid."""


@dataclass(frozen=True, slots=True)
class MoveToTomorrow(_OfOccurrence):
    """Let an occurrence fall due on the day after the tap."""


@dataclass(frozen=True, slots=True)
class SkipBill(_OfOccurrence):
    """Skip an occurrence."""


@dataclass(frozen=True, slots=True)
class ReopenBill(_OfOccurrence):
    """Let an occurrence that was skipped or moved fall due on a day, as it did before."""

    day: date


@dataclass(frozen=True, slots=True)
class SetDigest:
    """Let the digest come on a weekday, 0 for Monday, at a time in minutes after midnight."""

    weekday: int
    minutes: int

    def __post_init__(self) -> None:
        """Raise ValueError for what is no weekday or a time at night."""
        if not 0 <= self.weekday <= 6 or not 5 * 60 <= self.minutes < 23 * 60:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class TakeDigest(Checked):
    """Let the digest come on a weekday, 0 for Monday, at the usual time; ``message`` offered it."""

    message: int
    weekday: int

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is too large, and for what is no weekday."""
        Checked.__post_init__(self)
        if self.weekday > 6:
            raise ValueError(self.weekday)


@dataclass(frozen=True, slots=True)
class NoDigest:
    """Let no digest come."""


@dataclass(frozen=True, slots=True)
class SetReminder:
    """Let the reminder come at a time in minutes after midnight."""

    minutes: int

    def __post_init__(self) -> None:
        """Raise ValueError for a time at night."""
        if not 5 * 60 <= self.minutes < 23 * 60:
            raise ValueError(self)


@dataclass(frozen=True, slots=True)
class NoReminder:
    """Let no reminder come."""


@dataclass(frozen=True, slots=True)
class NothingSpent(Checked):
    """Note that nothing was spent on a day."""

    day: date


@dataclass(frozen=True, slots=True)
class RemindLater:
    """Answer a reminder without anything to record."""


NotificationButton = (
    PayDue
    | OldPayDue
    | PayAnother
    | MoveToTomorrow
    | SkipBill
    | ReopenBill
    | SetDigest
    | TakeDigest
    | NoDigest
    | SetReminder
    | NoReminder
    | NothingSpent
    | RemindLater
)

FORMS: tuple[Form[NotificationButton], ...] = (
    Form(PayDue, ("b", "d"), (int, date.fromisoformat, int)),
    Form(OldPayDue, ("b", "p"), (int, date.fromisoformat)),
    Form(PayAnother, ("b", "a"), (int, date.fromisoformat)),
    Form(MoveToTomorrow, ("b", "t"), (int, date.fromisoformat)),
    Form(SkipBill, ("b", "s"), (int, date.fromisoformat)),
    Form(ReopenBill, ("b", "u"), (int, date.fromisoformat, date.fromisoformat)),
    Form(SetDigest, ("g",), (int, int)),
    Form(TakeDigest, ("g", "o"), (int, int)),
    Form(NoDigest, ("g",), ()),
    Form(RemindLater, ("e", "l"), ()),
    Form(SetReminder, ("e",), (int,)),
    Form(NoReminder, ("e",), ()),
    Form(NothingSpent, ("e", "n"), (date.fromisoformat,)),
)
