"""The buttons of what is offered because of what was recorded; `bot.buttons` writes and reads them."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date

from bot.checked import Checked
from budget.schedules import schedule_from


class _Offered(Checked):
    """A button whose numbers fit 64 bits and whose schedule can be: raises ValueError for any other."""

    __slots__ = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, date) and not 1970 <= value.year < 9999:
                raise ValueError(field.name)
            if field.name == "when":
                schedule_from(value)


@dataclass(frozen=True, slots=True)
class _OfEntry(_Offered):
    """A button under an entry whose note begins with the name of a bill: its length, and when it is due."""

    message: int
    line: int
    length: int
    when: str


@dataclass(frozen=True, slots=True)
class MakeBill(_OfEntry):
    """Show where an entry's bill could stand."""


@dataclass(frozen=True, slots=True)
class BillOutside(_OfEntry):
    """Make an entry's bill, outside the weekly limits."""


@dataclass(frozen=True, slots=True)
class BillInside(_OfEntry):
    """Make an entry's bill, in the entry's category."""


@dataclass(frozen=True, slots=True)
class EstimateBill(_Offered):
    """Let a bill cost about an amount, minor units; ``message`` offered it."""

    message: int
    bill: int
    amount: int


@dataclass(frozen=True, slots=True)
class PaydayBy(_Offered):
    """Expect paychecks by a rule; ``message`` offered it."""

    message: int
    when: str


@dataclass(frozen=True, slots=True)
class CarryOver(_Offered):
    """Record what was left before the paycheck of a day as extra cash; ``message`` offered it."""

    message: int
    paid_on: date


OfferButton = MakeBill | BillOutside | BillInside | EstimateBill | PaydayBy | CarryOver

FORMS: tuple[tuple[Callable[..., OfferButton], tuple[str, ...], tuple[Callable[[str], object], ...]], ...] = (
    (MakeBill, ("b", "m"), (int, int, int, str)),
    (BillOutside, ("b", "o"), (int, int, int, str)),
    (BillInside, ("b", "i"), (int, int, int, str)),
    (EstimateBill, ("b", "e"), (int, int, int)),
    (PaydayBy, ("y", "r"), (int, str)),
    (CarryOver, ("y", "c"), (int, date.fromisoformat)),
)
"""How each is written: fixed words, then its fields, each with what reads it."""
