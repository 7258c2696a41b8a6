"""What was changed of entries, and who changed it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from bot.replies.wording import entry_written
from bot.reply import Reply, escape, quoted
from budget.budgets import Budget
from budget.characters import visible
from budget.entries import Entry, RecordedEntry, money_in
from budget.entry_changes import EntryChange
from budget.ledger_values import Audit
from words import days
from words import entries as of_entries
from words import history as say
from words.markup import BETWEEN
from words.voice import Voice


def history(voice: Voice, budget: Budget, changes: Sequence[EntryChange], today: date) -> Reply:
    """Show the latest changes, the newest first, by the day on which they were made."""
    if not changes:
        return Reply(say.nothing_changed(voice))
    return Reply("\n".join([say.changes(voice), *_by_day(voice, budget, changes, today)]))


def history_of(voice: Voice, budget: Budget, changes: Sequence[EntryChange], held: RecordedEntry, today: date) -> Reply:
    """Show the changes of one entry."""
    own = replace(budget, money=held.money_in(budget.money))
    entry = entry_written(voice, held.entry, own, today, short=True, author_name=held.author_name)
    if not changes:
        return Reply(say.never_changed(voice, entry))
    return Reply("\n".join([say.changes_of(voice, entry), *_by_day(voice, budget, changes, today)]))


def no_history(voice: Voice, of: int | str | None) -> Reply:
    """Say that there is no such entry, or that none with such a note was changed."""
    return Reply(say.no_entry(voice, of) if isinstance(of, int) else say.note_never_changed(voice, quoted(of or "")))


def audit(voice: Voice, found: Audit | None, most: int) -> Reply:
    """Say whether everything adds up."""
    if found is None:
        return Reply(say.too_many_to_add_up(voice, most))
    if not found.entries:
        return Reply(say.nothing_to_add_up(voice))
    return Reply(say.does_not_add_up(voice, found.wrong) if found.wrong else say.adds_up(voice, found.entries))


def _by_day(voice: Voice, budget: Budget, changes: Iterable[EntryChange], today: date) -> list[str]:
    said = []
    for day, of_day in groupby(changes, key=lambda one: budget.day_of(one.by.at)):
        said.append(f"<b>{days.near_day(voice, day, today)}</b>")
        said += [_change(voice, budget, one, today) for one in of_day]
    return said


def _change(voice: Voice, budget: Budget, one: EntryChange, today: date) -> str:
    was, now = one.was.entry, one.now.entry
    budget = replace(budget, money=money_in(one.currency, budget.money))
    parts = _parts(voice, budget, (was, now), today)
    said = [say.change(voice, parts, _known_by(voice, budget, was, now))] if parts else []
    if one.was.undone != one.now.undone:
        entry = entry_written(voice, now, budget, today, short=True)
        said.append(of_entries.undone(voice, entry) if one.now.undone else say.restored(voice, entry))
    if one.was.weeks != one.now.weeks:
        entry = entry_written(voice, now, budget, today, short=True)
        said.append(say.spread(voice, entry, one.now.weeks) if one.now.weeks else say.spread_no_more(voice, entry))
    change = BETWEEN.join(said)
    name = escape(visible(one.by.name))
    return say.by(voice, name, change) if name else change


def _parts(voice: Voice, budget: Budget, both: tuple[Entry, Entry], today: date) -> list[str]:
    """Say each part of an entry that is another one now."""
    written = [_amount(voice, budget, one) for one in both]
    category = [escape(budget.category(one.category).name) for one in both if one.category is not None]
    day = [days.day(voice, one.day, today) for one in both]
    note = [quoted(one.note) or "–" for one in both]
    pairs = [pair for pair in (written, category, day, note) if len(pair) > 1 and pair[0] != pair[1]]
    return [say.from_to(voice, *pair) for pair in pairs]


def _known_by(voice: Voice, budget: Budget, was: Entry, now: Entry) -> str:
    """Return what an entry is known by beside what was changed of it: its note, its amount or its category."""
    if now.note and was.note == now.note:
        return quoted(now.note)
    amount = _amount(voice, budget, now)
    if _amount(voice, budget, was) == amount:
        return amount
    is_known = was.note == now.note and now.category is not None and was.category == now.category
    return escape(budget.category(now.category).name) if is_known and now.category is not None else ""


def _amount(voice: Voice, budget: Budget, entry: Entry) -> str:
    return of_entries.amount(voice, entry.kind, budget.money.written(entry.amount))
