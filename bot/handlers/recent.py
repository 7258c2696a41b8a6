"""The latest entries, page by page, and what the buttons under them do: the list stays, whatever becomes of its entries."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot import buttons, replies
from bot.buttons import RecentEntry, RecentList, WithEntry
from bot.events import Answer
from bot.handlers.context import NUMBER, Call, Dependencies, Tap, TapHandlers
from bot.handlers.receipts import done_by_tap, is_undone
from bot.reply import Reply
from budget import acts, undoing
from budget.asked_spending import EntriesAsked, entries_asked
from budget.bookkeeper import Receipt
from budget.budgets import Budget
from budget.categories import Category, category_called
from budget.entries import RecordedEntry
from budget.entry_changes import EntryChange, Shown
from budget.errors import NotFound
from budget.grammar.listing import Listed, listed_of
from budget.ledger import BudgetView
from budget.prompts import Part

RECENT = 10
"""Entries that /recent shows."""
LISTED = 30
"""Entries that it shows of some days, or over an amount."""
LARGEST = 5
"""Entries that it shows of the largest."""


async def recent(deps: Dependencies, call: Call) -> Reply:
    """Show the latest entries: as many as asked for, of one category where one is named, or those that are asked for in words.

    Raises `NotFound` for what is neither.
    """
    words, most = call.words, RECENT
    place = next((at for at in (len(words) - 1, 0) if words and NUMBER.fullmatch(words[at])), None)
    if place is not None:
        most = int(words.pop(place))
    if not 1 <= most <= buttons.MOST_SHOWN:  # `over 5000`
        return await _asked_for(deps, call) or replies.usage_recent(call.voice, buttons.MOST_SHOWN)
    called = " ".join(words)

    def look(view: BudgetView) -> tuple[Budget, Category | None, Sequence[RecordedEntry], Sequence[EntryChange]]:
        category = category_called(called, view.budget.categories) if called else None
        held = view.recent(most + 1, category.number if category is not None else None)
        return view.budget, category, held, view.entry_changes(buttons.MOST_BEFORE)

    try:
        budget, category, held, changes = await deps.bookkeeper.seen(call.owner, look)
    except NotFound:
        asked_for = await _asked_for(deps, call)
        if asked_for is None:
            raise
        return asked_for
    if not held:
        return replies.nothing_recent(call.voice, budget, category)
    # The clocks of the platform and of this machine may differ; entries bear the platform's.
    now = max(deps.now(), call.now)
    at = int(now.timestamp())
    before = sum(int(one.by.at.timestamp()) >= at for one in changes)
    shown = RecentList(at, 0, most, category.number if category is not None else None, before)
    return replies.recent(call.voice, budget, held, budget.day_of(call.now), shown)


async def _asked_for(deps: Dependencies, call: Call) -> Reply | None:
    """List what is asked for in words: `last week`, `anything over 20`; None where they ask for no entries."""
    now = call.message.sent_at

    def look(view: BudgetView) -> tuple[Budget, Listed, EntriesAsked] | None:
        listed = listed_of(call.rest, view.budget.scope(view.budget.day_of(now), lambda _note: None), behind=True)
        if listed is None:
            return None
        return view.budget, listed, entries_asked(view, now, listed, LARGEST if listed.largest else LISTED)

    seen = await deps.bookkeeper.seen(call.owner, look)
    return None if seen is None else replies.entries_over(call.voice, seen[1], seen[2], seen[0])


async def _list(deps: Dependencies, tap: Tap, shown: RecentList) -> Reply:
    """Return a list as it is now. Raises `NotFound` for a category that is none."""
    of = Shown(datetime.fromtimestamp(shown.at, UTC), shown.before, shown.skip)
    budget, held = await deps.bookkeeper.seen(
        tap.owner, lambda view: (view.budget, view.listed(of, shown.most + 1, shown.category))
    )
    if shown.category is not None and all(one.number != shown.category for one in budget.categories):
        raise NotFound(f"category {shown.category}")
    return replies.recent(tap.voice, budget, held, budget.day_of(tap.now), shown)


async def _show(deps: Dependencies, button: buttons.ShowRecent, tap: Tap) -> Answer:
    return Answer(await _list(deps, tap, button.shown))


async def _with_entry(deps: Dependencies, button: RecentEntry, tap: Tap) -> Answer:
    message, line = button.entry.message, button.entry.line
    if button.does in {WithEntry.UNDO, WithEntry.RESTORE}:
        undone = button.does is WithEntry.UNDO
        done = await done_by_tap(deps, tap, message, lambda tx: undoing.set_undone(tx, line, tap.act, undone=undone))
        return await _changed(deps, tap, button.shown, done)
    receipt = await deps.bookkeeper.receipt(tap.owner, message, tap.now)
    if is_undone(receipt, line):
        return Answer(await _list(deps, tap, button.shown))
    match button.does:
        case WithEntry.CHANGE:
            return Answer(replies.behind_recent(button.shown, replies.pick_part(tap.voice, receipt, line)))
        case WithEntry.CATEGORY:
            return Answer(replies.behind_recent(button.shown, replies.pick_category(tap.voice, receipt, line)))
        case _:
            asked = buttons.AskFor(message, line, Part(button.does.value))
            prompt = replies.prompt(tap.voice, receipt, asked)
            return Answer(await _list(deps, tap, button.shown), before=prompt)


async def _move(deps: Dependencies, button: buttons.MoveRecent, tap: Tap) -> Answer:
    entry, to = button.entry, button.to.number
    done = await done_by_tap(deps, tap, entry.message, lambda tx: acts.recategorise(tx, entry.line, to, tap.act))
    return await _changed(deps, tap, button.shown, done)


async def _changed(deps: Dependencies, tap: Tap, shown: RecentList, done: Receipt) -> Answer:
    """Show the list again. The receipt of the entry, wherever it stands, says the same from then on."""
    receipt = replies.receipt(tap.voice, done)._replace(corrects=done.message)
    return Answer(await _list(deps, tap, shown), also=receipt)


TAPS: TapHandlers = {buttons.ShowRecent: _show, RecentEntry: _with_entry, buttons.MoveRecent: _move}
