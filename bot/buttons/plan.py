"""The buttons of bills, paydays and what is carried over, and of what is offered because of what was recorded."""

from dataclasses import dataclass
from datetime import date

from bot.buttons.forms import Checked, Form, OfEstimate, line_of, schedule_of
from budget.offering import Answerable
from budget.schedules import schedule_from


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
class BillCounts(Checked):
    """Let a bill's payments count in a category, or with None outside the weekly limits."""

    bill: int
    category: int | None


@dataclass(frozen=True, slots=True)
class PayBill(Checked):
    """Record the payment of a bill's occurrence, known by its planned day, under a message; its amount in minor units."""

    message: int
    bill: int
    planned: date
    amount: int


@dataclass(frozen=True, slots=True)
class OldPayBill(Checked):
    """`PayBill` without the amount, as earlier versions wrote it. Never made any more."""

    message: int
    bill: int
    planned: date


@dataclass(frozen=True, slots=True)
class LeaveBill(Checked):
    """Answer No under `Paid $900.00`. Changes nothing."""

    bill: int


@dataclass(frozen=True, slots=True)
class ItWasBill(Checked):
    """Let an expense pay the bill that its note names, whatever its amount is."""

    message: int
    line: int


@dataclass(frozen=True, slots=True)
class CountWithBill(Checked):
    """Let the payment in a line of a message count where its bill does."""

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


class _Offered(Checked):
    """A button whose numbers fit 64 bits and whose schedule can be: raises ValueError for any other."""

    __slots__ = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if hasattr(self, "when"):
            schedule_from(self.when)


@dataclass(frozen=True, slots=True)
class _OfEntry(OfEstimate, Checked):
    """A button under an entry whose note holds the name of a bill: its place (`budget.offering.name_at`), and when it is due."""

    message: int
    line: int
    name_place: int
    when: str

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is too large, and for what is no schedule."""
        Checked.__post_init__(self)
        schedule_of(self.when)


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
class AddBill(OfEstimate, Checked):
    """Make a bill that is due, of an amount in minor units of a currency: nothing is recorded of it."""

    amount: int
    currency: str
    when: str
    name: str

    def __post_init__(self) -> None:
        """Raise ValueError for a number that is too large, and for what is no schedule."""
        Checked.__post_init__(self)
        schedule_of(self.when)


@dataclass(frozen=True, slots=True)
class AskWhenDue(_Offered):
    """Ask when a bill is due, of an amount in minor units of a currency."""

    amount: int
    currency: str
    name: str


@dataclass(frozen=True, slots=True)
class EstimateBill(_Offered):
    """Let a bill cost about an amount, minor units of the currency that the budget had when ``message`` offered it."""

    message: int
    bill: int
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class OldEstimate(_Offered):
    """`EstimateBill` without a currency, as earlier versions wrote it. Never made any more, and never obeyed."""

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


@dataclass(frozen=True, slots=True)
class DeclineOffer(Checked):
    """Answer with No what ``message`` offers; ``bill`` is 0 where it is about none."""

    message: int
    offer: Answerable
    bill: int = 0


PlanButton = (
    RestoreBill
    | BillFrom
    | BillCounts
    | PayBill
    | OldPayBill
    | LeaveBill
    | ItWasBill
    | CountWithBill
    | PaydayFrom
    | FreshStart
    | MakeBill
    | BillOutside
    | BillInside
    | AddBill
    | AskWhenDue
    | EstimateBill
    | OldEstimate
    | PaydayBy
    | CarryOver
    | DeclineOffer
)


FORMS: tuple[Form[PlanButton], ...] = (
    Form(RestoreBill, ("b", "r"), (int,)),
    Form(BillFrom, ("b", "f"), (int, date.fromisoformat)),
    Form(BillCounts, ("b", "c"), (int, line_of)),
    Form(PayBill, ("b", "q"), (int, int, date.fromisoformat, int)),
    Form(OldPayBill, ("b", "p"), (int, int, date.fromisoformat)),
    Form(LeaveBill, ("b", "n"), (int,)),
    Form(ItWasBill, ("b", "w"), (int, int)),
    Form(CountWithBill, ("b", "k"), (int, int)),
    Form(PaydayFrom, ("y",), (date.fromisoformat, int)),
    Form(FreshStart, ("z",), (int,)),
    Form(MakeBill, ("b", "m"), (int, int, int, str)),
    Form(BillOutside, ("b", "o"), (int, int, int, str)),
    Form(BillInside, ("b", "i"), (int, int, int, str)),
    Form(AddBill, ("b", "a"), (int, str, str, str)),
    Form(AskWhenDue, ("b", "h"), (int, str, str)),
    Form(EstimateBill, ("b", "e"), (int, int, int, str)),
    Form(OldEstimate, ("b", "e"), (int, int, int)),
    Form(PaydayBy, ("y", "r"), (int, str)),
    Form(DeclineOffer, ("y", "n"), (int, Answerable, int)),
    Form(CarryOver, ("y", "c"), (int, date.fromisoformat)),
)
