"""The latest entries by day, each behind its number, and the way back to them from what those numbers lead to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from bot import buttons
from bot.buttons import EntryAt, RecentEntry, RecentList, WithEntry
from bot.replies.wording import entry_listed
from bot.reply import Button, Reply, Row, escape, in_fitting_rows, in_rows, units
from budget.budgets import Budget
from budget.categories import Category
from budget.entries import RecordedEntry
from budget.examples import spent_in
from words import days, labels
from words import looks as say
from words.entries import undone
from words.receipts import numbered
from words.voice import Voice

_ROOM = 3_600
"""UTF-16 units of a list: one message of 4,096, with room for what its lines say once they are undone."""
_MOST_WHOLE = 20
"""Entries that are shown with the whole of their notes."""
_IN_A_ROW = 5


def usage_recent(voice: Voice, most: int) -> Reply:
    """Say how many entries can be shown."""
    return Reply(say.usage_recent(voice, most))


def counts_back(voice: Voice, command: str, most: int) -> Reply:
    """Say which numbers of entries may stand behind a command."""
    return Reply(say.counts_back(voice, command, most))


def nothing_recent(voice: Voice, budget: Budget, category: Category | None = None) -> Reply:
    """Say that there are no entries yet, or none of a category."""
    if category is not None:
        return Reply(say.nothing_recorded_in(voice, escape(category.name)))
    return Reply(say.nothing_recorded(voice, escape(spent_in(budget))))


def recent(voice: Voice, budget: Budget, held: Sequence[RecordedEntry], today: date, shown: RecentList) -> Reply:
    """Show the latest entries, as many as fit into one message; ``held`` is one more than asked for where there are more."""
    category = budget.category(shown.category) if shown.category is not None else None
    if not held:
        return nothing_recent(voice, budget, category)
    numbers = enumerate(held[: shown.most], 1 + shown.skip)
    fitting = _fitting([(one, _line(voice, n, one, budget, shown)) for n, one in numbers])
    said = [say.recent_in(voice, escape(category.name))] if category is not None else []
    if shown.skip:  # its days may be later than those of the page before
        said.append(say.written_earlier(voice, 1 + shown.skip, shown.skip + len(fitting)))
    # Numbers count messages back, as `/undo 2` does; each day stands once, whenever its entries were sent.
    by_day = sorted(fitting, key=_day, reverse=True)
    for day, of_day in groupby(by_day, key=_day):
        said.append(f"<b>{days.near_day(voice, day, today)}</b>")
        said += [line for _, line in of_day]
    return Reply(
        "\n".join(said), _buttons(voice, [one for one, _ in fitting], len(held) > len(fitting), shown), menu=True
    )


def _day(each: tuple[RecordedEntry, str]) -> date:
    return each[0].entry.day


def _line(voice: Voice, n: int, held: RecordedEntry, budget: Budget, shown: RecentList) -> str:
    entry = entry_listed(voice, held, budget, short=shown.most > _MOST_WHOLE, named=shown.category is None)
    return numbered(voice, n, undone(voice, entry) if held.undone else entry)


def _fitting(lines: list[tuple[RecordedEntry, str]]) -> list[tuple[RecordedEntry, str]]:
    """Return the lines that one message has room for: the first one in any case."""
    room = _ROOM
    for n, (_, line) in enumerate(lines):
        room -= units([line])
        if room < 0 and n:
            return lines[:n]
    return lines


def _buttons(voice: Voice, held: Sequence[RecordedEntry], more: bool, shown: RecentList) -> tuple[Row, ...]:
    """Return the numbers of the entries, what restores those that are undone, and the pages before and behind."""
    numbers, restore = [], []
    for n, one in enumerate(held, 1 + shown.skip):
        at = EntryAt(one.message, one.line)
        if one.undone:
            restore.append(Button(labels.restore(voice, n), RecentEntry(shown, at, WithEntry.RESTORE)))
        else:
            numbers.append(Button(labels.number(voice, n), RecentEntry(shown, at, WithEntry.CHANGE)))
    pages = []
    if shown.skip:
        before = replace(shown, skip=max(0, shown.skip - shown.most))
        pages.append(Button(labels.newer(voice), buttons.ShowRecent(before)))
    behind = shown.skip + len(held)
    if more and behind <= buttons.MOST_SKIPPED:
        pages.append(Button(labels.older(voice), buttons.ShowRecent(replace(shown, skip=behind))))
    wide = _IN_A_ROW if len(held) <= 2 * _IN_A_ROW else 8
    return (*in_rows(numbers, wide), *in_fitting_rows(restore, 3), *in_rows(pages, 2))


def behind_recent(shown: RecentList, reply: Reply) -> Reply:
    """Return what is offered for an entry, with buttons that lead back to a list instead of to the entry's receipt."""
    rows = tuple(tuple(one._replace(does=_behind(shown, one.does)) for one in row) for row in reply.buttons)
    return reply._replace(buttons=rows)


def _behind(shown: RecentList, does: buttons.Button | None) -> buttons.Button | None:
    match does:
        case buttons.PickCategory(message, line):
            return RecentEntry(shown, EntryAt(message, line), WithEntry.CATEGORY)
        case buttons.AskFor(message, line, part):
            return RecentEntry(shown, EntryAt(message, line), WithEntry(part.value))
        case buttons.UndoLines(message, int(line)):
            return RecentEntry(shown, EntryAt(message, line), WithEntry.UNDO)
        case buttons.SetCategory(message, line, category):
            return buttons.MoveRecent(shown, EntryAt(message, line), buttons.CategoryAt(category))
        case buttons.ShowLine():
            return buttons.ShowRecent(shown)
        case _:
            return does
