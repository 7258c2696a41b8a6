"""A week and its pay period as gauges in Prometheus' text format, in units of the currency."""

from collections.abc import Iterable, Iterator

from budget.summary import Summary
from web.labels import printable
from web.metrics import Labels, family, sample

_Sample = tuple[Labels, str]


def summary_prom(summary: Summary) -> str:
    """Return the gauges. Amounts are written to the last decimal, never as a rounded float."""
    return "".join(f"{line}\n" for line in _lines(summary))


def _lines(summary: Summary) -> Iterator[str]:
    plain, currency = summary.money.plain, ("currency", summary.money.currency.code)
    by_category = [(line, (currency, ("category", line.category.key))) for line in summary.lines]
    limited = [(line, labels) for line, labels in by_category if not line.is_watched]
    yield from _gauge(
        "budget_week_spent", "Spent this week.", ((labels, plain(line.spent)) for line, labels in by_category)
    )
    yield from _gauge(
        "budget_week_available",
        "What may be spent this week: the limit with what is carried.",
        ((labels, plain(line.available)) for line, labels in limited),
    )
    yield from _gauge(
        "budget_week_left", "Left of that this week.", ((labels, plain(line.left)) for line, labels in limited)
    )
    for name, meaning, amount in (
        ("budget_total_spent", "Spent this week in all categories.", summary.spent),
        ("budget_total_available", "What may be spent this week in all categories.", summary.available),
        ("budget_total_left", "Left of that this week.", summary.left),
        ("budget_bills_paid", "Bills paid this week, outside the limits.", summary.bills_paid),
    ):
        yield from _gauge(name, meaning, [((currency,), plain(amount))])
    yield from _gauge("budget_week_days_left", "Days left of the week, today included.", [((), str(summary.days_left))])
    yield from _of_pay(summary, currency)


def _of_pay(summary: Summary, currency: tuple[str, str]) -> Iterator[str]:
    """Yield the gauges of the pay period; none before the first paycheck, and nothing a day once the payday is past."""
    period = summary.pay_period
    if period is None:
        return
    for name, meaning, amount in (
        ("budget_pay_paycheck", "Paychecks of the pay period.", period.paycheck),
        ("budget_pay_extra", "Extra cash of the pay period.", period.extra),
        ("budget_pay_spent", "Spent in the pay period, bills included.", period.spent),
        ("budget_pay_left", "Left to spend until the next payday.", period.remaining),
        (
            "budget_pay_bills_due",
            "Bills that are still to be paid before it, and what is set aside for later ones.",
            period.bills_due,
        ),
        ("budget_pay_set_aside_before", "Set aside before it, and spent or free in it.", period.set_aside_before),
        ("budget_pay_left_after_bills", "Left to spend once they are paid.", period.remaining_after_bills),
    ):
        yield from _gauge(name, meaning, [((currency,), summary.money.plain(amount))])
    overdue = period.is_overdue(summary.today)
    meaning = "Whether the expected payday is past and no paycheck came: then nobody knows for how many days it is."
    yield from _gauge("budget_pay_overdue", meaning, [((), str(int(overdue)))])
    if overdue:
        return
    daily, days = summary.money.plain(period.per_day_after_bills(summary.today)), str(period.days_left(summary.today))
    yield from _gauge("budget_pay_left_per_day", "That for each day until then.", [((currency,), daily)])
    yield from _gauge("budget_pay_days_left", "Days until the next payday.", [((), days)])


def _gauge(name: str, meaning: str, samples: Iterable[_Sample]) -> Iterator[str]:
    yield from family(name, "gauge", meaning)
    for labels, value in samples:
        yield sample(name, tuple((label, _escaped(text)) for label, text in labels), value)


def _escaped(text: str) -> str:
    return printable(text).replace("\\", "\\\\").replace('"', '\\"')
