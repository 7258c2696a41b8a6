"""The shared page and the error page, as HTML."""

from datetime import date

from budget.daily import days_of
from budget.examples import spent_in
from budget.pace import pace_on, per_day
from budget.periods import Week, zone_named
from budget.sharing import MOST_ENTRIES, SharedView
from budget.summary import Summary
from web.bars import category_bars, even_share, total_bar
from web.guard import CSP
from web.line import Spending, line
from web.listing import Listing, listed
from web.markup import document, style_hash, text
from web.negotiation import Format
from web.sections import bar_list, bills, chips, numbers, pay_numbers, weeks
from words import days
from words import page as say
from words.errors import request
from words.voice import Voice

MOST_ROWS = 200
"""Rows of the table of categories. Of more categories, the smallest are added up in the last row."""
MOST_BARS = 20
"""Bars of the page. Of more categories, the smallest are added up in the last one."""


def page_html(voice: Voice, view: SharedView) -> str:
    """Return the shared page of one week."""
    summary = view.summary
    week, today, is_current = summary.week, summary.today, summary.today in summary.week
    rows = category_bars(voice, summary, MOST_ROWS)
    bars = rows if len(rows) <= MOST_BARS else category_bars(voice, summary, MOST_BARS)
    label = days.long_week(voice, week, today)
    fixed = say.fixed(voice)
    body = [
        f'<a class="skip" href="#entries">{text(fixed["to_the_entries"])}</a>\n',
        _header(voice, view, label),
        "<main>\n",
        _headline(voice, summary),
        _line(voice, view),
        chips(voice, summary, _usual(view)) if is_current or view.usual is not None else "",
        bar_list(voice, bars, even_share(summary)),
        bills(voice, summary) if is_current and view.entries is not None else "",
        _entries(voice, view),
        weeks(voice, view.weeks, week, summary.money),
        numbers(voice, rows, total_bar(voice, summary), pay_numbers(voice, summary) if is_current else ""),
        "</main>\n",
        _footer(voice, view),
    ]
    return document(voice.language, say.title(voice, label), "".join(body))


def error_html(voice: Voice, title: str, sentence: str, request_id: str) -> str:
    """Return the page of an error."""
    body = (
        f'<main class="error">\n<h1>{text(title)}</h1>\n<p>{text(sentence)}</p>\n'
        f'<p class="quiet">{text(request(voice, request_id))}</p>\n</main>\n'
    )
    return document(voice.language, title, body)


def csp(form: Format) -> str:
    """Return the Content-Security-Policy of a representation. A page may use its own style sheet and icon, nothing else."""
    return f"{CSP}; style-src 'sha256-{style_hash()}'; img-src data:" if form is Format.HTML else CSP


def _header(voice: Voice, view: SharedView, label: str) -> str:
    fixed, week, today = say.fixed(voice), view.summary.week, view.summary.today
    back = view.first_day is not None and view.first_day < week.start
    earlier = _arrow(week.previous, fixed["earlier_week"], "‹", "prev") if back else _no_arrow("‹")
    later = _arrow(Week(week.end), fixed["later_week"], "›", "next") if week.end <= today else _no_arrow("›")
    now = "" if today in week else f'<p><a href="?week={today}">{text(fixed["this_week"])}</a></p>'
    return (
        f'<header><nav aria-label="{text(fixed["weeks"])}">{earlier}'
        f'<h1><time datetime="{week.start}/{week.last}">{text(label)}</time></h1>{later}</nav>{now}</header>\n'
    )


def _arrow(week: Week, said: str, sign: str, rel: str) -> str:
    return f'<a class="arrow" href="?week={week.start}" rel="{rel}" aria-label="{text(said)}">{sign}</a>'


def _no_arrow(sign: str) -> str:
    return f'<span class="arrow" aria-hidden="true">{sign}</span>'


def _headline(voice: Voice, summary: Summary) -> str:
    money, is_current = summary.money, summary.today in summary.week
    has_limit = summary.available > 0
    hero = say.headline(voice, summary.left, money) if has_limit else money.brief(max(0, summary.spent))
    parts = [text(say.this_week(voice) if is_current else say.that_week(voice))]
    rate = per_day(summary.left, summary.days_left) if is_current else None
    if rate is not None and has_limit:
        parts.append(f"<b>{text(say.days_and_rate(voice, summary.days_left, money.brief(rate)))}</b>")
    elif is_current:
        parts.append(text(say.days_left(voice, summary.days_left)))
    spent = money.written(summary.spent)
    limit = money.written(summary.available, short=True)
    parts.append(text(say.spent_of(voice, spent, limit) if has_limit else say.spent_alone(voice, spent)))
    over = " over" if has_limit and summary.left < 0 else ""
    long = " long" if len(hero) > _LONG else ""
    return f'<p class="hero{over}{long}">{text(hero)}</p>\n<p class="quiet sub">{" · ".join(parts)}</p>\n'


_LONG = 12  # characters of a headline that fit a narrow phone in large letters


def _line(voice: Voice, view: SharedView) -> str:
    summary, week = view.summary, view.summary.week
    if view.sums is None:
        return ""
    limited = [each.category.number for each in summary.lines if not each.is_watched]
    spent = view.sums.each_day(days_of(week), limited)
    pace = pace_on(summary.today, week.start, week.end, summary.available, summary.left)
    return line(voice, Spending(week.start, spent, summary.available), summary.today, summary.money, pace)


def _usual(view: SharedView) -> tuple[int, int, date] | None:
    return (
        None
        if view.usual is None
        else (view.usual, view.summary.spent, min(view.summary.today, view.summary.week.last))
    )


def _entries(voice: Voice, view: SharedView) -> str:
    if view.entries is None or view.sums is None:
        return ""
    if view.first_day is None:
        return f'<section id="entries"><p>{text(say.first_entry(voice, spent_in(view.budget)))}</p></section>\n'
    return listed(voice, Listing(view.budget, view.entries, view.sums, view.summary.today, {}), MOST_ENTRIES)


def _footer(voice: Voice, view: SharedView) -> str:
    summary, fixed = view.summary, say.fixed(voice)
    now = summary.as_of.astimezone(zone_named(view.budget.time_zone))
    said = [say.updated(voice, days.short_moment(voice, now))]
    if view.entries is None:
        said.append(fixed["sums_only"])
    said.append(say.works_until(voice, days.long_date(voice, view.budget.day_of(view.link.expires))))
    return f'<footer class="quiet"><p>{text(" ".join(said))}</p></footer>\n'
