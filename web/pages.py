"""The shared summary as a page, JSON and text, and what an error looks like. Jinja2 is imported with the first page."""

import json
import re
import unicodedata
from base64 import b64encode
from datetime import UTC, date
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.money import Money
from budget.periods import WEEKDAYS, Week
from budget.sharing import MOST_ENTRIES, SharedView
from budget.summary import Line, PayPeriod, Summary
from web.guard import CSP
from web.negotiation import Form

if TYPE_CHECKING:
    from jinja2 import Environment, Template

_TEMPLATES = Path(__file__).parent / "templates"
_MONTHS = "January February March April May June July August September October November December".split()
_ENTRIES_BYTES = 18_000  # of a page's 40 KB
MOST_BARS = 20
"""Bars of a picture: beyond that the rest are added up in the last one."""
MOST_ROWS = 200
"""Categories of a page's table, likewise."""

# --- for programs ---------------------------------------------------------------------------------------------------------


def as_json(summary: Summary) -> str:
    """Write a summary for programs: money as decimal strings, days in ISO 8601."""
    week = summary.week
    said = {
        "currency": summary.money.currency.code,
        "as_of": summary.as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "week": {"start": week.start.isoformat(), "end": week.last.isoformat(), "days_left": summary.days_left},
        "categories": [
            {"key": line.category.key, "name": line.category.name, **_standing(line, summary.money)}
            for line in summary.lines
        ],
        "total": _standing(summary, summary.money),
        "pay_period": _pay_period_json(summary.pay_period, summary),
    }
    return json.dumps(said, ensure_ascii=False)


def _standing(of: Line | Summary, money: Money) -> dict[str, str]:
    return {"spent": money.plain(of.spent), "limit": money.plain(of.limit), "remaining": money.plain(of.remaining)}


def _pay_period_json(period: PayPeriod | None, summary: Summary) -> dict[str, str] | None:
    if period is None:
        return None
    money = summary.money.plain
    return {
        "paid_on": period.paid_on.isoformat(),
        "paycheck": money(period.paycheck),
        "extra": money(period.extra),
        "spent": money(period.spent),
        "remaining": money(period.remaining),
        "next_payday": period.next_payday.isoformat(),
        "per_day": money(period.per_day(summary.today)),
    }


# --- for terminals --------------------------------------------------------------------------------------------------------


def as_text(summary: Summary) -> str:
    """Write a summary line for line."""
    money = summary.money
    lines = [("total", summary.spent, summary.limit)]
    lines += [(line.category.key, line.spent, line.limit) for line in summary.lines]
    said = [f"Amounts spent {_since(summary)}"]
    said += [f"{name}: {money.written(spent)} / {money.written(limit, short=True)}" for name, spent, limit in lines]
    return "\n".join(said) + "\n"


def _since(summary: Summary) -> str:
    week, today = summary.week, summary.today
    weekday = _weekday(week.start)
    if today == week.start:
        return f"since today, {weekday}"
    if today in week:
        return f"since last {weekday}"
    return f"from {weekday}, {_day(week.start)} {week.start.year}, to {_weekday(week.last)}, {_day(week.last)} {week.last.year}"


# --- for people -----------------------------------------------------------------------------------------------------------


def as_html(glance: SharedView) -> str:
    """Write the page."""
    summary = glance.summary
    week, today, money = summary.week, summary.today, summary.money
    total = _bar(summary, "Total", summary)
    listed = _that_fit([_row(one, glance.budget, today) for one in (glance.entries or ())[:MOST_ENTRIES]])
    return _render(
        "summary.html",
        style=style(),
        heading=_heading(summary),
        week=week,
        week_said=week_said(week, today),
        days_left=_days_left(summary),
        total=total,
        lines=(lines := _bars(summary, MOST_ROWS)),
        picture=_week_svg(
            summary, total, lines if len(lines) <= MOST_BARS else _bars(summary, MOST_BARS), standalone=False
        ),
        weeks=week_rows(glance),
        pay=_pay(summary) if summary.today in week else None,
        no_pay=summary.pay_period is None and summary.today in week,
        entries=listed,
        shows_entries=glance.entries is not None,
        more=len(listed) < len(glance.entries or ()),
        earlier=week.previous if week.previous.start.year >= 1970 else None,
        later=week.end if week.end <= today else None,
        current=None if today in week else today,
        as_of=summary.as_of.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        expires=_day(expires := glance.budget.day_of(glance.link.expires)) + f" {expires.year}",
        money=money,
    )


def style() -> str:
    """Return the pages' style sheet."""
    return _style()[0]


def csp(form: Form) -> str:
    """Return the content security policy of a form: a page may use its own style sheet and icon, and nothing else."""
    return f"{CSP}; style-src 'sha256-{_style()[1]}'; img-src data:" if form is Form.HTML else CSP


@cache
def _style() -> tuple[str, str]:
    css = (_TEMPLATES / "style.css").read_text(encoding="utf-8").strip()
    return css, b64encode(sha256(css.encode()).digest()).decode()


class Bar(NamedTuple):
    """One bar as it is drawn and said. ``filled`` is the width that is spent, in percent of the limit, at most 100.

    (The templates take apart what they go through, here and below: by its name each part would cost a look-up.)
    """

    name: str
    spent: str
    limit: str
    left: str
    percent: str
    filled: float
    over: bool


class _Rest(NamedTuple):
    """What some lines come to."""

    spent: int
    limit: int

    @property
    def remaining(self) -> int:
        return self.limit - self.spent


def _bars(summary: Summary, most: int) -> list[Bar]:
    """Return each line's bar; of more than ``most`` those of little weight, and removed ones first, are the last bar's sum."""
    lines = summary.lines
    if len(lines) <= most:
        return [_bar(line, _name(line), summary) for line in lines]
    by_weight = sorted(range(len(lines)), key=lambda n: (lines[n].category.removed, -abs(lines[n].spent)))
    kept = [lines[n] for n in sorted(by_weight[: most - 1])]
    others = [lines[n] for n in by_weight[most - 1 :]]
    rest = _Rest(sum(line.spent for line in others), sum(line.limit for line in others))
    return [
        *(_bar(line, _name(line), summary) for line in kept),
        _bar(rest, f"{len(others)} more categories", summary),
    ]


def _bar(of: Line | Summary | _Rest, name: str, summary: Summary) -> Bar:
    money = summary.money
    over = of.spent > of.limit
    filled = min(1000, max(0, of.spent * 1000 // of.limit)) / 10 if of.limit > 0 else 100.0 * (of.spent > 0)
    return Bar(
        name,
        money.written(of.spent),
        money.written(of.limit, short=True),
        f"{money.written(-of.remaining)} over"
        if over
        else f"{money.written(of.remaining)} left"
        if of.remaining
        else "nothing left",
        f"{max(0, of.spent * 100 // of.limit)} %" if of.limit > 0 else "",
        filled,
        over,
    )


def _name(line: Line) -> str:
    return shown(line.category.name) + (" (removed)" if line.category.removed else "")


class Pace(NamedTuple):
    """Where today should be: its place in percent of each limit, and what that is of all limits."""

    place: float
    amount: str


def _pace(summary: Summary) -> Pace | None:
    """Return the pace of the current week: the share of its days that have come, today included."""
    if summary.today not in summary.week or summary.limit <= 0:
        return None
    days = (summary.today - summary.week.start).days + 1
    return Pace(days * 1000 // 7 / 10, summary.money.written(summary.limit * days // 7))


def week_svg(summary: Summary) -> str:
    """Draw the week's bars against their limits, as an SVG with its own words and colours."""
    return _week_svg(summary, _bar(summary, "Total", summary), _bars(summary, MOST_BARS), standalone=True)


def _week_svg(summary: Summary, total: Bar, bars: list[Bar], *, standalone: bool) -> str:
    return _render(
        "week.svg",
        standalone=standalone,
        heading=f"{_heading(summary)} · {week_said(summary.week, summary.today)}",
        total=total,
        days_left=_days_left(summary),
        bars=bars,
        pace=_pace(summary),
    )


class WeekRow(NamedTuple):
    """One of the last weeks as it is drawn: its days, its amount, and its bar's share of the longest, in percent."""

    days: str
    spent: str
    filled: float
    is_shown: bool


def week_rows(glance: SharedView) -> list[WeekRow]:
    """Return the last weeks as they are drawn."""
    longest = max((spent for _, spent in glance.weeks), default=0) or 1
    written = glance.summary.money.written
    return [
        WeekRow(_days_short(week), written(spent), max(0, spent * 1000 // longest) / 10, week == glance.summary.week)
        for week, spent in glance.weeks
    ]


def _heading(summary: Summary) -> str:
    return "This week" if summary.today in summary.week else "Week"


def _days_left(summary: Summary) -> str:
    if summary.today not in summary.week:
        return ""
    return "last day" if summary.days_left == 1 else f"{summary.days_left} days left"


def _pay(summary: Summary) -> dict[str, Any] | None:
    period, money, today = summary.pay_period, summary.money, summary.today
    if period is None:
        return None
    late = period.is_overdue(today)
    return {
        "since": _day_short(period.paid_on, today),
        "paycheck": money.written(period.paycheck),
        "extra": money.written(period.extra) if period.extra else "",
        "spent": money.written(period.spent),
        "left": money.written(period.remaining)
        if period.remaining >= 0
        else f"nothing, {money.written(-period.remaining)} over",
        "per_day": money.written(period.per_day(today)) if period.remaining >= 0 and not late else "",
        "payday": _day_short(period.next_payday, today),
        "late": late,
    }


class Row(NamedTuple):
    """An entry as it is listed."""

    iso: str
    day: str
    kind: str
    what: str
    note: str
    working: str
    amount: str


def _that_fit(entries: list[Row]) -> list[Row]:
    """Return as many entries, the latest, as a page has room for."""
    room = _ENTRIES_BYTES
    for n, one in enumerate(entries):
        room -= 130 + len(escape("".join(one)).encode())
        if room < 0:
            return entries[:n]
    return entries


_KINDS = {Kind.EXPENSE: "", Kind.REFUND: "Refund", Kind.PAYCHECK: "Paycheck", Kind.EXTRA: "Extra cash"}


def _row(held: RecordedEntry, budget: Budget, today: date) -> Row:
    entry = held.entry
    amount = budget.money.written(-entry.amount if entry.kind is Kind.REFUND else entry.amount)
    return Row(
        entry.day.isoformat(),
        _day_short(entry.day, today),
        _KINDS[entry.kind] if entry.category is not None else "",
        shown(budget.category(entry.category).name) if entry.category is not None else _KINDS[entry.kind],
        shown(entry.note),
        entry.working,
        amount if entry.kind.is_spending else f"+{amount}",
    )


def shown(text: str) -> str:
    """Return somebody's words with what is no text in them (control characters, halves of letters) made visible."""
    return _NO_TEXT.sub("\ufffd", text)


_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # Unicode's categories Cc and Cs


def drawn(text: str) -> str:
    """Return somebody's words for a picture: what turns the writing direction is left out, long names are cut."""
    plain = "".join(letter for letter in shown(text) if unicodedata.category(letter) != "Cf" or letter == "\u200d")
    plain = "".join(letter for letter in plain if letter not in "\ufffe\uffff")  # XML has no such letters
    width = 0.0
    for n, letter in enumerate(plain):
        width += (
            2
            if unicodedata.east_asian_width(letter) in "WF"
            else 1.8
            if letter in "mwMW@%"
            else 1.2
            if letter.isupper()
            else 1
        )
        if width > _WIDEST_NAME:
            return f"{plain[:n]}…"
    return plain


_WIDEST_NAME = 30  # letters of usual width, so that a percentage has room beside them on a narrow phone


# --- days -----------------------------------------------------------------------------------------------------------------


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _day_short(day: date, today: date) -> str:
    year = f" {day.year}" if day.year != today.year else ""
    return f"{_weekday(day)[:3]} {day.day} {_MONTHS[day.month - 1][:3]}{year}"


def _days_short(week: Week) -> str:
    """Write ``16 – 22 Nov``."""
    first, last = (f"{day.day} {_MONTHS[day.month - 1][:3]}" for day in (week.start, week.last))
    return f"{week.start.day} – {last}" if week.start.month == week.last.month else f"{first} – {last}"


def week_said(week: Week, today: date) -> str:
    """Write ``16 – 22 November``, with the year where it is not today's."""
    year = f" {week.last.year}" if week.last.year != today.year else ""
    first, last = _day(week.start), _day(week.last)
    return (f"{week.start.day} – {last}" if week.start.month == week.last.month else f"{first} – {last}") + year


# --- errors ---------------------------------------------------------------------------------------------------------------


def error(form: Form, status: int, title: str, sentence: str, request_id: str) -> str:
    """Write an error in one of its forms: what happened, what to do, and the number under which the log knows it."""
    if form is Form.JSON:
        return json.dumps({"error": title, "detail": sentence, "status": status, "request_id": request_id})
    if form is Form.HTML:
        return _render("error.html", style=style(), title=title, sentence=sentence, request_id=request_id)
    return f"{title}\n{sentence}\nRequest {request_id}\n"


# --- templates ------------------------------------------------------------------------------------------------------------


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # else each page looks whether the file of its base has changed
    )
    environment.filters["drawn"] = drawn
    return environment


@cache
def _template(name: str) -> "Template":
    return _environment().get_template(name)


def _render(name: str, **values: object) -> str:
    return _template(name).render(values)
