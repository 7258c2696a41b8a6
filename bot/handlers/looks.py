"""What only shows something: weeks, their picture, the pay period, the history. Each argument is done or refused."""

import secrets
from datetime import date, datetime

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import MOST_BACK, NUMBER, Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.addresses import opens_here_alone
from budget.bookkeeper import MOST_AUDITED
from budget.errors import NotFound
from budget.grammar import day_alone
from budget.looks import WeekLook
from budget.summary import Summary
from words.voice import Voice

CHANGES = 20
"""Changes that /history shows."""
_LAST = "last"


async def week(deps: Dependencies, call: Call) -> Reply:
    """Show this week, the one before, or the week of a day."""
    look = await _week_asked(deps, call)
    if look is None:
        return replies.unknown_week(call.voice, call.name, call.rest)
    return await shown_week(deps, call.voice, look, call.owner, call.now, group=call.message.group)


async def shown_week(
    deps: Dependencies, voice: Voice, look: WeekLook, owner: int, now: datetime, *, group: bool
) -> Reply:
    """Show a week, with what leads to its page where others can open one: in private at once, where a link is open already."""
    shown, summary = replies.week(voice, *look), look.summary
    begun = all(line.category.is_kept for line in summary.lines)
    if opens_here_alone(deps.public_url) or not begun:
        return shown
    token = None if group else await deps.sharing.open_page(owner, now)
    address = _address(deps, token, summary) if token is not None else ""
    return replies.with_page(voice, shown, summary.week.start, address)


def _address(deps: Dependencies, token: str, summary: Summary) -> str:
    """Return the address of a week's page."""
    week = "" if summary.today in summary.week else f"?week={summary.week.start}"
    return f"{deps.public_url}/s/{token}{week}"


async def chart(deps: Dependencies, call: Call) -> Reply:
    """Show a week as a picture."""
    look = await _week_asked(deps, call)
    if look is None:
        return replies.unknown_week(call.voice, call.name, call.rest)
    return await _picture_of(deps, call.voice, call.owner, look.summary)


async def _picture_of(deps: Dependencies, voice: Voice, owner: int, summary: Summary) -> Reply:
    return replies.chart(voice, summary, await deps.draw(voice, owner, summary) if deps.draw else None)


async def _week_asked(deps: Dependencies, call: Call) -> WeekLook | None:
    """Return the week that a command asks for; None where what follows it is no week."""
    owner, now, desk = call.owner, call.message.sent_at, deps.bookkeeper
    if not call.rest:
        return await desk.week(owner, now)
    if call.rest == _LAST:
        return await desk.week(owner, now, weeks_back=1)
    day = _day_of(call.rest)
    if day is None:
        budget = await desk.shown_budget(owner)
        day = day_alone(call.rest, budget.scope(budget.day_of(now), lambda _note: None))
    return await desk.week(owner, now, day=day) if day is not None else None


def _day_of(text: str) -> date | None:
    """Read the day of `/week 2026-03-14`; None for anything else, and for days at the calendar's edges that have no week."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1970 <= day.year < 9999 else None


async def period(deps: Dependencies, call: Call) -> Reply:
    """Show the pay period, or the one before it."""
    now = call.message.sent_at
    if not call.rest:
        return replies.period(call.voice, await deps.bookkeeper.summary(call.owner, now))
    if call.rest == _LAST:
        budget, before = await deps.bookkeeper.earlier_pay_period(call.owner, now)
        return replies.earlier_period(call.voice, before, budget.money, budget.day_of(now))
    return replies.unknown_period(call.voice, call.rest)


async def history(deps: Dependencies, call: Call) -> Reply:
    """Show the latest changes of entries, those of one of the latest entries, or those of a note, deleted entries with it."""
    rest = call.rest.lower().removeprefix("#")
    of = int(rest) if NUMBER.fullmatch(rest) else (call.rest or None)
    if isinstance(of, int) and not 1 <= of <= MOST_BACK:
        return replies.counts_back(call.voice, call.name, MOST_BACK)
    try:
        budget, changes, held = await deps.bookkeeper.history(call.owner, CHANGES, of)
    except NotFound:
        return replies.no_history(call.voice, of)
    today = budget.day_of(call.now)
    if held is None:
        return replies.history(call.voice, budget, changes, today)
    return replies.history_of(call.voice, budget, changes, held, today)


async def audit(deps: Dependencies, call: Call) -> Reply:
    """Add everything up again, and say whether it is what is shown."""
    return replies.audit(call.voice, await deps.bookkeeper.audit(call.owner), MOST_AUDITED)


async def _tapped_week(deps: Dependencies, button: buttons.Week, tap: Tap) -> Answer:
    look = await deps.bookkeeper.week(tap.owner, tap.now, day=button.start)
    return Answer(await shown_week(deps, tap.voice, look, tap.owner, tap.now, group=tap.group))


async def _tapped_picture(deps: Dependencies, button: buttons.WeekPicture, tap: Tap) -> Answer:
    """Send a picture below the week, which stays: a text can't become a picture."""
    summary = await deps.bookkeeper.summary(tap.owner, tap.now, day=button.start)
    return Answer(await _picture_of(deps, tap.voice, tap.owner, summary))


async def _tapped_page(deps: Dependencies, button: buttons.WeekPage, tap: Tap) -> Answer:
    """Put the page's address under the week: that of a link which is open, or of a new one. Raises `NotFound`, `Refused`."""
    message = tap.tapped.message
    if message is None or opens_here_alone(deps.public_url):
        raise NotFound("a page")
    await deps.bookkeeper.budget_of_tap(tap.owner)
    token = await deps.sharing.page(tap.owner, message, tap.now, secrets.token_bytes(32))
    look = await deps.bookkeeper.week(tap.owner, tap.now, day=button.start)
    shown = replies.week(tap.voice, *look)
    return Answer(replies.with_page_opened(tap.voice, shown, _address(deps, token, look.summary)))


TAPS: TapHandlers = {
    buttons.Week: _tapped_week,
    buttons.WeekPicture: _tapped_picture,
    buttons.WeekPage: _tapped_page,
}
