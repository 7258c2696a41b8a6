"""Bills for tests, from a few words."""

from datetime import date

from budget.bills import Bill, Bills, Decision, Payment, Rate
from budget.schedules import Schedule, monthly

SUNDAY = date(2026, 11, 22)
PAYDAY = date(2026, 12, 6)


def day(text: str) -> date:
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def bill(  # noqa: PLR0913 - one builder, each part with its usual value
    name: str = "Rent",
    amount: int = 90000,
    schedule: Schedule | None = None,
    *,
    number: int = 1,
    since: date = SUNDAY,
    about: bool = False,
    category: int | None = None,
    ahead: date | None = None,
    removed: bool = False,
) -> Bill:
    rates = (Rate(since, amount, about),)
    return Bill(number, name, schedule or monthly(1), since, rates, category, ahead, removed)


def paid(number: int, planned: str, amount: int = 90000, on: str = "") -> Decision:
    return Decision(number, day(planned), Payment(7, 0, amount, day(on or planned)))


def skipped(number: int, planned: str) -> Decision:
    return Decision(number, day(planned), skipped=True)


def moved(number: int, planned: str, to: str) -> Decision:
    return Decision(number, day(planned), moved_to=day(to))


def book(*bills: Bill, decisions: tuple[Decision, ...] = ()) -> Bills:
    return Bills(bills, {(one.bill, one.planned): one for one in decisions})
