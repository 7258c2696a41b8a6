"""The shared page and the error page, as HTML."""

from base64 import b64encode
from datetime import UTC, date
from functools import cache
from hashlib import sha256
from html import escape
from typing import Any, NamedTuple

from budget.budgets import Budget
from budget.entries import Kind, RecordedEntry
from budget.sharing import MOST_ENTRIES, SharedView
from budget.summary import Summary
from web.bars import category_bars, total_bar
from web.chart import MOST_BARS, inline_week_svg
from web.guard import CSP
from web.jinja import TEMPLATES, render
from web.labels import printable
from web.negotiation import Format
from words import days
from words import page as say
from words.errors import request
from words.voice import Voice

MOST_ROWS = 200
"""Rows of the table of categories. Of more categories, the smallest are added up in the last row."""

_ENTRIES_BYTES = 18_000  # bytes of the list of entries, of the page's 40 KB
_ENTRY_MARKUP_BYTES = 130  # bytes of the HTML around one entry
_FIRST_YEAR = 1970
_MOST_DUES = 12  # bills that the page lists


class WeekRow(NamedTuple):
    """One of the last weeks: its label, the amount spent, and its bar in percent of the longest bar."""

    days: str
    spent: str
    filled: float
    is_selected: bool


class EntryRow(NamedTuple):
    """One entry in the page's list."""

    iso: str
    day: str
    kind: str
    what: str
    note: str
    working: str
    amount: str


def page_html(voice: Voice, view: SharedView) -> str:
    """Return the shared page of one week."""
    summary = view.summary
    week, today = summary.week, summary.today
    is_current = today in week
    lines, total = category_bars(voice, summary, MOST_ROWS), total_bar(voice, summary)
    chart_bars = lines if len(lines) <= MOST_BARS else category_bars(voice, summary, MOST_BARS)
    entries = _entries_that_fit(
        [_entry_row(voice, each, view.budget, today) for each in (view.entries or ())[:MOST_ENTRIES]]
    )
    week_label, weeks = days.long_week(voice, week, today), _week_rows(voice, view)
    return render(
        "summary.html",
        style=style(),
        language=voice.language,
        text=say.fixed(voice),
        title=say.title(voice, week_label),
        heading=say.current_week(voice, summary.days_left) if is_current else say.week(voice),
        week=week,
        week_label=week_label,
        total=total,
        of_limit=say.of_limit_and(voice, total.limit),
        lines=lines,
        chart=inline_week_svg(voice, summary, total, chart_bars),
        weeks=weeks,
        weeks_title=say.weeks_title(voice, ", ".join(f"{each.days} {each.spent}" for each in weeks)),
        pay=_pay_period(voice, summary, names_bills=view.entries is not None) if is_current else None,
        no_pay=summary.pay_period is None and is_current,
        entries=entries,
        shows_entries=view.entries is not None,
        more=say.latest_listed(voice, len(entries)) if len(entries) < len(view.entries or ()) else "",
        earlier=week.previous if week.previous.start.year >= _FIRST_YEAR else None,
        later=week.end if week.end <= today else None,
        current=None if is_current else today,
        as_of=say.as_of(voice, summary.as_of.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")),
        works_until=say.works_until(voice, days.long_date(voice, view.budget.day_of(view.link.expires))),
    )


def error_html(voice: Voice, title: str, sentence: str, request_id: str) -> str:
    """Return the page of an error."""
    values = {"title": title, "sentence": sentence, "request": request(voice, request_id)}
    return render("error.html", style=style(), language=voice.language, **values)


def style() -> str:
    """Return the pages' style sheet."""
    return _style()[0]


def csp(form: Format) -> str:
    """Return the Content-Security-Policy of a representation. A page may use its own style sheet and icon, nothing else."""
    return f"{CSP}; style-src 'sha256-{_style()[1]}'; img-src data:" if form is Format.HTML else CSP


@cache
def _style() -> tuple[str, str]:
    """Return the style sheet and its SHA-256 in base64."""
    css = (TEMPLATES / "style.css").read_text(encoding="utf-8").strip()
    return css, b64encode(sha256(css.encode()).digest()).decode()


def _week_rows(voice: Voice, view: SharedView) -> list[WeekRow]:
    longest = max((spent for _, spent in view.weeks), default=0) or 1
    written, selected = view.summary.money.written, view.summary.week
    return [
        WeekRow(days.short_week(voice, week), written(spent), max(0, spent * 1000 // longest) / 10, week == selected)
        for week, spent in view.weeks
    ]


def _pay_period(voice: Voice, summary: Summary, *, names_bills: bool) -> dict[str, Any] | None:
    period, written, today = summary.pay_period, summary.money.written, summary.today
    if period is None:
        return None
    late, left = period.is_overdue(today), period.remaining_after_bills
    dues = summary.bills.dues if names_bills and summary.bills is not None else ()
    return {
        "since": say.paycheck(voice, days.day(voice, period.paid_on, today)),
        "paycheck": written(period.paycheck),
        "extra": written(period.extra) if period.extra else "",
        "spent": written(period.spent),
        "left": written(left) if left >= 0 else say.nothing_and_over(voice, written(-left)),
        "per_day": written(period.per_day_after_bills(today)) if left >= 0 and not late else "",
        "bills_due": written(period.bills_due) if period.bills_due else "",
        "dues": [
            (say.bill_on(voice, printable(one.bill.name), days.day(voice, one.day, today)), written(one.amount))
            for one in dues[:_MOST_DUES]
        ],
        "more_dues": say.more_bills(voice, len(dues) - _MOST_DUES) if len(dues) > _MOST_DUES else "",
        "payday": days.day(voice, period.next_payday, today),
        "late": late,
    }


def _entry_row(voice: Voice, recorded: RecordedEntry, budget: Budget, today: date) -> EntryRow:
    entry = recorded.entry
    kind, category = say.kind(voice, entry.kind), entry.category
    amount = budget.money.written(-entry.amount if entry.kind is Kind.REFUND else entry.amount)
    return EntryRow(
        entry.day.isoformat(),
        days.day(voice, entry.day, today),
        kind if category is not None else "",
        printable(budget.category(category).name) if category is not None else kind,
        printable(entry.note),
        entry.working,
        f"+{amount}" if entry.kind.is_money_in else amount,
    )


def _entries_that_fit(entries: list[EntryRow]) -> list[EntryRow]:
    """Return the latest entries, as many as the page has room for."""
    room = _ENTRIES_BYTES
    for n, entry in enumerate(entries):
        room -= _ENTRY_MARKUP_BYTES + len(escape("".join(entry)).encode())
        if room < 0:
            return entries[:n]
    return entries
