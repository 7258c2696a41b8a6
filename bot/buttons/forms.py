"""How a kind of button is written, and what every button with numbers or words holds to: they come from outside."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from budget.schedules import Schedule, schedule_from

ALL = "*"
"""All lines of a message, where one could stand."""

LISTED = "list"
"""The button stands under a list, which is then shown again."""

CURRENCY_CODE = re.compile("[A-Z]{3}")
_ABOUT = "~"
_WORD = re.compile(r"[A-Za-z0-9_-]{1,48}")

_B_co = TypeVar("_B_co", covariant=True)


class Form(NamedTuple, Generic[_B_co]):
    """How a kind of button is written: fixed words, then its fields, each with what reads it."""

    kind: Callable[..., _B_co]
    words: tuple[str, ...]
    fields: tuple[Callable[[str], object], ...] = ()


def names_of(button: object) -> tuple[str, ...]:
    """Return the names of a button's fields, as its class has them: `dataclasses.fields` puts them together at each call."""
    names: tuple[str, ...] = getattr(type(button), "__match_args__")  # noqa: B009 - every dataclass has it
    return names


@dataclass(frozen=True, slots=True)
class Checked:
    """A button whose numbers are at least zero and fit 64 bits, as a database stores them, and whose days are of the years
    1970 to 9998, whose weeks are all whole; its ``currency`` is the code of one. Raises ValueError for any other.
    """

    def __post_init__(self) -> None:
        for name in names_of(self):
            value = getattr(self, name)
            if isinstance(value, int) and not 0 <= value < 2**63:
                raise ValueError(name)
            if isinstance(value, date) and not 1970 <= value.year < 9999:
                raise ValueError(name)
            if name == "currency" and not CURRENCY_CODE.fullmatch(value):
                raise ValueError(name)


class Named:
    """A button with a word that the program made: raises ValueError for any other."""

    def __post_init__(self) -> None:
        for name in names_of(self):
            if not _WORD.fullmatch(getattr(self, name)):
                raise ValueError(name)


class OfEstimate:
    """A button about a bill whose ``when`` is the code of its schedule, behind `~` where its amount is an estimate."""

    __slots__ = ()
    when: str

    @property
    def about(self) -> bool:
        """Whether the amount is an estimate."""
        return self.when.startswith(_ABOUT)

    @property
    def schedule(self) -> Schedule:
        """When the bill is due."""
        return schedule_of(self.when)


def schedule_of(when: str) -> Schedule:
    """Return the schedule of `OfEstimate.when`. Raises ValueError for what is none."""
    return schedule_from(when.removeprefix(_ABOUT))


def when_of(schedule: Schedule, *, about: bool) -> str:
    """Return what `OfEstimate.when` says."""
    return f"{_ABOUT}{schedule.code}" if about else schedule.code


def line_of(text: str) -> int | None:
    """Read the line of a message, None for all of them."""
    return None if text == ALL else int(text)


def listed_of(text: str) -> bool:
    """Read that a button stands under a list; one that does not has no such part."""
    if text != LISTED:
        raise ValueError(text)
    return True
