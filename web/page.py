"""The shared page and the error page, as HTML."""

from datetime import date

from budget.daily import days_of
from budget.overview import counted_in
from budget.pace import pace_on
from budget.shared import SharedHistory, SharedOverview, SharedView
from web.bars import MOST_BARS, all_bars, category_bars, even_share, total_bar
from web.guard import CSP, CSP_OF_PAGES
from web.header import Step, footer, header, skip, views
from web.headline import Headline, headline, other_days
from web.home_screen import head
from web.line import Spending, line
from web.listing import Listing, entries, no_entries
from web.markup import Document, document, policy, text
from web.negotiation import Format
from web.other_pages import history_page, overview_page
from web.previews import cards
from web.sections import bar_list, bills, chips, numbers, pay_numbers, weeks
from words import days
from words import page as say
from words.errors import request
from words.voice import Voice


def page_html(voice: Voice, view: SharedView | SharedOverview | SharedHistory, token: str) -> Document:
    """Return the page of a week, of a pay period or a month, or of a category, behind a link's token."""
    match view:
        case SharedView():
            title, body, moment = *_week_page(voice, view), view.summary.as_of
        case SharedOverview():
            title, body, moment = *overview_page(voice, view), view.overview.as_of
        case SharedHistory():
            title, body, moment = *history_page(voice, view), view.history.as_of
    called = view.budget.name
    above = f"{head(voice, token, called)}{cards(voice)}"
    return document(
        voice,
        f"{called} · {title}" if called else title,
        body,
        above,
        footer(voice, view.budget, view.link, moment),
        refreshes=True,
    )


def error_html(voice: Voice, title: str, sentence: str, request_id: str, *, leads_back: bool = False) -> str:
    """Return the page of an error, with the way to the week where its link ``leads_back``."""
    back = f'<p><a href="?">{text(say.fixed(voice)["week"])}</a></p>\n' if leads_back else ""
    body = (
        f'<main class="error">\n<h1>{text(title)}</h1>\n<p>{text(sentence)}</p>\n{back}'
        f'<p class="quiet">{text(request(voice, request_id))}</p>\n</main>\n'
    )
    return document(voice, title, body).content.decode()


def csp(form: Format) -> str:
    """Return the Content-Security-Policy of a representation."""
    return f"{CSP_OF_PAGES}; {policy()}" if form is Format.HTML else CSP


def _week_page(voice: Voice, view: SharedView) -> tuple[str, str]:
    summary = view.summary
    week, today, is_current = summary.week, summary.today, summary.today in summary.week
    label = days.long_week(voice, week, today)
    when = (
        say.this_week(voice)
        if is_current
        else other_days(voice, say.that_week(voice), days_of(week), today, view.first_day)
    )
    pay = pay_numbers(voice, summary) if is_current else ""
    bars = category_bars(voice, summary, MOST_BARS)
    body = [
        skip(voice, view.link),
        _header(voice, view, label),
        "<main>\n",
        headline(
            voice,
            Headline(when, summary.left, summary.available, summary.spent, summary.days_left, summary.unlimited),
            summary.money,
        ),
        _line(voice, view),
        chips(voice, summary if is_current else None, _usual(view), summary.money),
        bar_list(voice, bars, even_share(summary), f"&amp;week={week.start}"),
        bills(voice, summary) if is_current and view.entries is not None else "",
        _entries(voice, view),
        weeks(voice, view.weeks, week, summary.money),
        numbers(voice, all_bars(voice, summary, bars), total_bar(voice, summary), pay),
        "</main>\n",
    ]
    return say.title(voice, label), "".join(body)


def _header(voice: Voice, view: SharedView, label: str) -> str:
    fixed, week, today = say.fixed(voice), view.summary.week, view.summary.today
    is_back = view.first_day is not None and view.first_day < week.start
    earlier = Step(f"week={week.previous.start}", fixed["earlier_week"]) if is_back else None
    later = Step(f"week={week.end}", fixed["later_week"]) if week.end <= today else None
    top = header(voice, view.budget, text(label), f"{week.start}/{week.last}", earlier, later)
    current = f"week={today}" if today in week else ""
    return top + views(voice, current, today, pays=view.summary.pay_period is not None)


def _line(voice: Voice, view: SharedView) -> str:
    summary, week = view.summary, view.summary.week
    if view.sums is None:
        return ""
    spent = view.sums.each_day(days_of(week), counted_in(summary.lines, summary.available))
    pace = pace_on(summary.today, week.start, week.end, summary.available, summary.left)
    return line(voice, Spending(week.start, spent, summary.available), summary.today, summary.money, pace)


def _entries(voice: Voice, view: SharedView) -> str:
    if view.sums is None:
        return ""
    if view.first_day is None and view.entries is not None:
        return no_entries(voice, view.budget)
    return entries(
        voice,
        Listing(view.budget, view.entries, view.sums.out_on, view.summary.today, quiet=view.summary.nothing_spent_on),
    )


def _usual(view: SharedView) -> tuple[int, int, date | None] | None:
    """Return the usual week, this one, and the last day that is compared; None for that of a whole week."""
    if view.usual is None:
        return None
    week, today = view.summary.week, view.summary.today
    return view.usual, view.summary.spent, today if today < week.last else None
