"""What only shows something: weeks, their picture, the pay period, the latest entries."""

from datetime import date

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply

RECENT = 10
"""Entries that /recent shows."""


async def week(deps: Dependencies, call: Call) -> Reply:
    """Show this week, the one before, or the week of a day."""
    owner, now, desk = call.owner, call.message.sent_at, deps.bookkeeper
    if not call.rest:
        return replies.week(call.voice, await desk.summary(owner, now))
    if call.rest.lower() == "last":
        return replies.week(call.voice, await desk.summary(owner, now, weeks_back=1))
    day = _day_of(call.rest)
    if day is None:
        return replies.unknown_week(call.voice, call.rest)
    return replies.week(call.voice, await desk.summary(owner, now, day=day))


def _day_of(text: str) -> date | None:
    """Read the day of `/week 2026-03-14`; None for anything else, and for days at the calendar's edges that have no week."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1970 <= day.year < 9999 else None


async def chart(deps: Dependencies, call: Call) -> Reply:
    """Show this week as a picture."""
    summary = await deps.bookkeeper.summary(call.owner, call.message.sent_at)
    return replies.chart(call.voice, summary, await deps.draw(call.voice, call.owner, summary) if deps.draw else None)


async def period(deps: Dependencies, call: Call) -> Reply:
    """Show the pay period."""
    return replies.period(call.voice, await deps.bookkeeper.summary(call.owner, call.message.sent_at))


async def recent(deps: Dependencies, call: Call) -> Reply:
    """Show the latest entries."""
    budget, held = await deps.bookkeeper.recent(call.owner, RECENT)
    return replies.recent(call.voice, budget, held, budget.day_of(call.message.sent_at))


async def _tapped_week(deps: Dependencies, button: buttons.Week, tap: Tap) -> Answer:
    return Answer(replies.week(tap.voice, await deps.bookkeeper.summary(tap.owner, tap.now, day=button.start)))


TAPS: TapHandlers = {buttons.Week: _tapped_week}
