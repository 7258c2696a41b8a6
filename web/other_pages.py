"""The pages of a pay period, of a month and of a category."""

from collections.abc import Sequence
from datetime import date, timedelta

from budget.entries import Kind, RecordedEntry
from budget.overview import FIRST_MONTH, LAST_MONTH, Overview, Span, next_month, previous_month
from budget.pace import pace_on
from budget.shared import MOST_ENTRIES, SharedHistory, SharedOverview
from budget.summary import Line
from web.bars import MOST_BARS, all_bars, category_bars, even_share, total_bar, week_bars
from web.header import Step, header, skip, views
from web.headline import Headline, headline, other_days
from web.labels import printable
from web.line import Spending, line
from web.listing import Listing, entries
from web.markup import name, text
from web.sections import bar_list, bills, chips, numbers, pay_numbers, week_list
from words import days
from words import page as say
from words.voice import Voice

_DAY = timedelta(days=1)


def overview_page(voice: Voice, view: SharedOverview) -> tuple[str, str]:
    """Return the title and the body of the page of a pay period or a month."""
    overview = view.overview
    money, today = overview.money, overview.today
    is_current = overview.days.start <= today < overview.days.end
    title = (
        say.title_of_pay(voice)
        if overview.span is Span.PAY
        else say.title_of_month(voice, days.month(voice, overview.days.start))
    )
    bars = category_bars(voice, overview, MOST_BARS)
    body = [
        skip(voice, view.link),
        _header(voice, view),
        "<main>\n",
        headline(voice, _headline(voice, view), money),
        _line(voice, overview),
        chips(voice, overview if is_current and overview.span is Span.MONTH else None, None, money),
        bar_list(voice, bars, even_share(overview)),
        f'<p class="quiet">{text(say.share_of_limits(voice))}</p>\n',
        bills(voice, overview) if is_current and view.entries is not None else "",
        entries(voice, Listing(view.budget, view.entries, view.sums.out_on, today, quiet=view.nothing_spent_on)),
        numbers(
            voice,
            all_bars(voice, overview, bars),
            total_bar(voice, overview),
            pay_numbers(voice, overview) if is_current else "",
        ),
        "</main>\n",
    ]
    return title, "".join(body)


def _header(voice: Voice, view: SharedOverview) -> str:
    overview, fixed = view.overview, say.fixed(voice)
    start, end = overview.days
    pays = overview.pay_period is not None
    if overview.span is Span.PAY:
        label = days.span(voice, start, end - _DAY)
        top = header(voice, view.budget, text(label), f"{start}/{end - _DAY}", None, None)
        return top + views(voice, "period=pay", overview.today, pays=pays)
    is_back = view.first_day is not None and view.first_day < start and start > FIRST_MONTH
    earlier = Step(f"month={previous_month(start):%Y-%m}", fixed["earlier_month"]) if is_back else None
    is_past = end <= overview.today and start < LAST_MONTH
    later = Step(f"month={next_month(start):%Y-%m}", fixed["later_month"]) if is_past else None
    top = header(voice, view.budget, text(days.month(voice, start)), f"{start:%Y-%m}", earlier, later)
    return top + views(voice, f"month={start:%Y-%m}", overview.today, pays=pays)


def _headline(voice: Voice, view: SharedOverview) -> Headline:
    overview = view.overview
    period = overview.pay_period
    if overview.span is Span.PAY and period is not None:
        late = period.is_overdue(overview.today)
        when = say.after_payday(voice) if late else say.until_payday(voice)
        left = max(0, (period.next_payday - overview.today).days)  # on the payday itself nothing is a day's
        came_in = period.paycheck + period.extra
        return Headline(when, overview.funds_left, came_in, period.spent, left, bills=period.bills_due)
    is_current = overview.days.start <= overview.today < overview.days.end
    that = say.that_month(voice)
    when = (
        say.this_month(voice) if is_current else other_days(voice, that, overview.days, overview.today, view.first_day)
    )
    days_left, unlimited = overview.days_left if is_current else 0, overview.unlimited
    return Headline(when, overview.left, overview.available, overview.spent, days_left, unlimited)


def _line(voice: Voice, overview: Overview) -> str:
    start, end = overview.days
    pace = pace_on(overview.today, start, end, overview.funds, overview.funds_left)
    spending = Spending(start, overview.each_day, max(0, overview.funds))
    return line(voice, spending, overview.today, overview.money, pace)


def history_page(voice: Voice, view: SharedHistory) -> tuple[str, str]:
    """Return the title and the body of the page of a category: its latest week, its weeks and its entries."""
    history = view.history
    latest, money, today = history.latest, history.money, history.today
    title, number = printable(latest.category.name), latest.category.number
    head = header(voice, view.budget, name(title), "", None, None)
    body = [
        skip(voice, view.link),
        head + views(voice, "", today, pays=view.pays),
        "<main>\n",
        headline(voice, _latest(voice, latest, today), money),
        week_list(voice, zip(reversed(history.lines), reversed(week_bars(voice, history)), strict=True)),
        entries(voice, Listing(view.budget, view.entries, _sums_by_day(view.entries or ()).get, today, number)),
        "</main>\n",
    ]
    return say.title_of_category(voice, title), "".join(body)


def _latest(voice: Voice, line: Line, today: date) -> Headline:
    is_current = line.week is not None and today in line.week
    when = say.this_week(voice) if is_current else say.that_week(voice)
    left = line.week.days_left(today) if line.week is not None and is_current else 0
    return Headline(when, line.left, 0 if line.is_watched else line.available, line.spent, left)


def _sums_by_day(recorded: Sequence[RecordedEntry]) -> dict[date, int]:
    """Return what entries come to on each day. The last day of a list that is cut has no sum."""
    sums: dict[date, int] = {}
    for each in recorded:
        sums[each.entry.day] = sums.get(each.entry.day, 0) + each.entry.amount * (
            -1 if each.entry.kind is Kind.REFUND else 1
        )
    if len(recorded) > MOST_ENTRIES:
        del sums[recorded[-1].entry.day]
    return sums
