"""The parts of a page between its headline and its entries: chips, bars, bills, weeks and the table of all numbers."""

from collections.abc import Iterable, Sequence
from datetime import date

from budget.bills import Bill, Due, State
from budget.money import Money
from budget.pace import per_day
from budget.pay_period import PayPeriod
from budget.periods import Week
from budget.summary import Line
from web.bars import Bar, Shown
from web.labels import printable
from web.markup import figure, name, text
from words import days as say_days
from words import page as say
from words.markup import BETWEEN, NO_BREAK
from words.plan import about
from words.voice import Voice

_MOST_DUES = 12  # bills that the page lists

_STRIPES = (
    '<svg width="0" height="0" aria-hidden="true" class="label"><defs><pattern id="over" width="7" height="7" '
    'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="stripe" d="M0 0V7"/></pattern></defs></svg>'
)


def chips(voice: Voice, paid: Shown | None, usual: tuple[int, int, date | None] | None, money: Money) -> str:
    """Return what stands beside the headline: the payday of what is ``paid``, and the usual week.

    That one is what is usual, what was spent this time, and the day up to which they are compared, None for a whole week.
    """
    found = [] if paid is None or paid.pay_period is None else [_payday(voice, paid.pay_period, paid)]
    if usual is not None:
        amount, spent, until = usual
        weekday = say_days.short_weekday(voice, until) if until is not None else ""
        against = say.against_usual(voice, amount, spent, money)
        found.append(_chip(say.usual_week(voice, weekday), money.brief(max(0, amount)), against))
    return f'<div class="chips">{"".join(found)}</div>\n' if found else ""


def _payday(voice: Voice, period: PayPeriod, summary: Shown) -> str:
    money, today, left = summary.money, summary.today, period.remaining_after_bills
    late = period.is_overdue(today)
    head = (
        say.payday_was_expected(voice, say_days.day(voice, period.next_payday, today))
        if late
        else say.payday_in(voice, (period.next_payday - today).days)
    )
    rate = per_day(left, period.days_left(today)) if period.next_payday > today else None
    more = [] if rate is None else [say.rate(voice, money.brief(rate))]
    if period.bills_due > 0:
        more.append(say.after_bills(voice, money.brief(period.bills_due)))
    return _chip(head, say.headline(voice, left, money), BETWEEN.join(more))


def _chip(head: str, amount: str, more: str) -> str:
    end = f'<span class="quiet">{text(more)}</span>' if more else ""
    return f'<p class="chip"><span class="quiet">{text(head)}</span> <b>{text(amount)}</b> {end}</p>'


def bar_list(voice: Voice, bars: Iterable[Bar], tick: float | None, more: str = "") -> str:
    """Return the HTML of the categories: a bar for each with spending, the others in one line; each leads to its weeks.

    ``tick`` is where an even spending would be today, in percent of a bar. ``more`` is added to the query of each address; it is
    escaped here.
    """
    touched, untouched, any_over = [], [], False
    for bar in bars:
        label = f'<a href="?category={text(bar.key)}{more}">{name(bar.name)}</a>' if bar.key else name(bar.name)
        if bar.is_untouched:
            untouched.append(f"{label} <span>{figure(voice, bar.limit)}</span>")
            continue
        any_over = any_over or bar.over
        touched.append(_bar(bar, label, tick))
    rest = (
        f'<p class="quiet untouched">{text(say.fixed(voice)["untouched"])} {BETWEEN.join(untouched)}</p>'
        if untouched
        else ""
    )
    listed = f'<ul class="bars">\n{"".join(touched)}</ul>' if touched else ""
    label = text(say.fixed(voice)["by_category"])
    return f'<section aria-label="{label}">\n{_STRIPES if any_over else ""}{listed}{rest}\n</section>\n'


def _bar(bar: Bar, label: str, tick: float | None) -> str:
    warn = " warn" if bar.over else ""
    head = f'<li><div class="row"><b class="what">{label}</b><span class="sum{warn}">{text(bar.brief)}</span></div>'
    if bar.is_watched:
        return f"{head}</li>\n"
    filled = bar.filled
    width = f' width="{filled:g}%"' if filled else ' width="0"'
    fill = f'<rect class="bar{" over" if bar.over else ""}" y="4"{width} height="10" rx="5"/>'
    stripes = f'<rect fill="url(#over)" y="4"{width} height="10" rx="5"/>' if bar.over else ""
    track = '<rect class="track" y="4" width="100%" height="10" rx="5"/>'
    svg = f'<svg class="b" aria-hidden="true">{track}{fill}{stripes}{_tick(tick)}</svg>'
    return f'{head}{svg}<p class="quiet">{text(bar.against)}</p></li>\n'


def _tick(at: float | None) -> str:
    """Return the mark where today should be."""
    if at is None:
        return ""
    x = f'x1="{at:g}%" x2="{at:g}%"'
    return f'<line class="halo" {x} y1="1" y2="17"/><line class="tick" {x} y2="18"/>'


def week_list(voice: Voice, rows: Iterable[tuple[Line, Bar]]) -> str:
    """Return a category's weeks as bars, each of which leads to its week."""
    found = list(rows)
    items = [
        _bar(bar, f'<a href="?week={line.week.start}">{text(bar.name)}</a>', None)
        for line, bar in found
        if line.week is not None
    ]
    stripes = _STRIPES if any(bar.over for _, bar in found) else ""
    head = f"<h2>{text(say.fixed(voice)['week_by_week'])}</h2>"
    return f'<section>{head}\n{stripes}<ul class="bars">\n{"".join(items)}</ul></section>\n'


def bills(voice: Voice, summary: Shown) -> str:
    """Return the bills until the payday, or by now where that is late; nothing where there are none."""
    if summary.bills is None:
        return ""
    written, today, fixed = summary.money.written, summary.today, say.fixed(voice)
    before = text(fixed["set_aside_before"])
    shown = []
    for due, amount in summary.bills.taken:
        late = [text(fixed["overdue"])] if due.state is State.OVERDUE else []
        when, costs = [text(say_days.day(voice, due.day, today)), *late], _costs(voice, due, summary.money)
        if not due.is_borne:
            shown.append(_bill(due.bill, when, figure(voice, costs)))
        elif amount:
            whole = [] if amount == due.amount else [figure(voice, say.of_limit(voice, costs))]
            shown.append(_bill(due.bill, [*when, text(fixed["set_aside"]), *whole], figure(voice, written(amount))))
        else:  # it takes nothing any more, and is no part of the sum
            shown.append(_bill(due.bill, [*when, before, figure(voice, costs)]))
    for bill, used, free in summary.bills.back:
        shown.append(_bill(bill, [before, figure(voice, written(used + free))]))
    if not shown:
        return ""
    rows = shown[:_MOST_DUES]
    if len(shown) > _MOST_DUES:
        rows.append(f'<li class="quiet">{text(say.more_bills(voice, len(shown) - _MOST_DUES))}</li>')
    total = f'<span class="sum">{figure(voice, written(summary.bills.amount))}</span>'
    is_late = summary.pay_period is not None and summary.pay_period.is_overdue(today)
    title = fixed["bills_due_so_far" if is_late else "bills_until_payday"]
    head = f'<h2 class="row"><span class="what">{text(title)}</span>{total}</h2>'
    return f'<section>{head}<ul class="rows">{"".join(rows)}</ul></section>\n'


def _costs(voice: Voice, due: Due, money: Money) -> str:
    amount = money.written(due.amount)
    return about(voice, amount) if due.about else amount


def _bill(bill: Bill, parts: Sequence[str], amount: str = "") -> str:
    """Return a bill's row: its name, what is said of it, and the ``amount`` that is part of the sum; parts and amount as HTML."""
    total = f'<span class="sum">{amount}</span>' if amount else ""
    quiet = f'<span class="quiet">· {BETWEEN.join(parts)}</span>'
    return f'<li><span class="what">{name(printable(bill.name))}{NO_BREAK}{quiet}</span>{total}</li>'


def weeks(voice: Voice, rows: Sequence[tuple[Week, int]], selected: Week, money: Money) -> str:
    """Return what was spent week by week; nothing for a single week."""
    if len(rows) < 2:
        return ""
    longest = max((spent for _, spent in rows), default=0) or 1
    items = []
    for week, spent in rows:
        is_shown = week == selected
        width = max(0, spent * 1000 // longest) / 10
        current = " aria-current=page" if is_shown else ""
        label = f'<a href="?week={week.start}"{current}>{text(say_days.short_week(voice, week))}</a>'
        svg = (
            '<svg class="w" aria-hidden="true"><rect class="track" width="100%" y="7" height="2"/>'
            f'<rect class="bar{"" if is_shown else " past"}" width="{width:g}%" y="2" height="12" rx="2"/></svg>'
        )
        items.append(f'<li>{label}{svg}<span class="sum">{figure(voice, money.written(spent))}</span></li>\n')
    return f'<section><h2>{text(say.fixed(voice)["week_by_week"])}</h2>\n<ul class="weeks">\n{"".join(items)}</ul></section>\n'


def numbers(voice: Voice, bars: Iterable[Bar], total: Bar, pay: str) -> str:
    """Return the table of all categories, folded, with the pay period's numbers below."""
    fixed = say.fixed(voice)
    heads = "".join(f'<th scope="col">{text(fixed[each])}</th>' for each in ("category", "spent", "limit", "left"))
    rows = "\n".join(f'<tr><th scope="row">{name(bar.name)}</th>{_cells(voice, bar)}</tr>' for bar in bars)
    foot = f'<tr><th scope="row">{text(total.name)}</th>{_cells(voice, total)}</tr>'
    if total.unlimited:
        beside = f"<td>{figure(voice, total.unlimited)}</td><td></td><td></td>"
        foot += f'<tr><th scope="row">{text(say.no_limit(voice))}</th>{beside}</tr>'
    return (
        f'<details class="all"><summary>{text(fixed["numbers"])}</summary>\n<div class="wide" tabindex="0" role="region" '
        f'aria-label="{text(fixed["numbers"])}"><table>\n<caption>{text(fixed["by_category"])}</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n<tfoot>{foot}</tfoot>\n</table></div>\n{pay}</details>\n"
    )


def _cells(voice: Voice, bar: Bar) -> str:
    warn = ' class="warn"' if bar.over else ""
    spent, limit, rest = (figure(voice, of) for of in (bar.spent, bar.limit, bar.rest))
    return f"<td>{spent}</td><td>{limit}</td><td{warn}>{rest}</td>"


def pay_numbers(voice: Voice, summary: Shown) -> str:
    """Return all numbers of the pay period."""
    fixed, period = say.fixed(voice), summary.pay_period
    if period is None:
        return f'<p class="quiet">{text(fixed["no_paycheck"])}</p>'
    written, today = summary.money.written, summary.today
    late, left = period.is_overdue(today), period.remaining_after_bills
    rows = [(fixed["left_to_spend"], written(left) if left >= 0 else say.nothing_and_over(voice, written(-left)))]
    if left >= 0 and period.next_payday > today:
        rows.append((fixed["per_day"], written(period.per_day_after_bills(today))))
    rows.append((say.paycheck(voice, say_days.day(voice, period.paid_on, today)), written(period.paycheck)))
    if period.extra:
        rows.append((fixed["extra_cash"], written(period.extra)))
    rows.append((fixed["spent_since"], written(period.spent)))
    if period.bills_due:
        rows.append((fixed["bills_due_so_far" if late else "bills_until_payday"], written(period.bills_due)))
    if period.set_aside_before:
        rows.append((fixed["set_aside_before"], written(period.set_aside_before)))
    payday = fixed["payday_was_expected" if late else "next_payday"]
    rows.append((payday, say_days.day(voice, period.next_payday, today)))
    items = "".join(f"<div><dt>{text(what)}</dt><dd>{figure(voice, value)}</dd></div>\n" for what, value in rows)
    return f"<h2>{text(fixed['pay_period'])}</h2>\n<dl>\n{items}</dl>\n"
