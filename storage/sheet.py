"""Reads and writes the rows of a budget, and of one message of it, inside a transaction. It decides nothing: `budget.acts` does.

What is run often goes through `storage.prepared`, which keeps it compiled; the rest through SQLAlchemy.
A parameter of WHERE ends in `_`, so that it is no column's name.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime, timedelta
from typing import Any, Self, TypeVar

from sqlalchemy import Connection

from budget.bills import Decision
from budget.budgets import Budget
from budget.entries import Entry, Kind, RecordedEntry
from budget.entry_changes import Actor, EntryChange, Shown
from budget.errors import LongMessage
from budget.exports.books import Book, WholeEntry
from budget.grammar import About
from budget.imports.duplicates import Address, HeldEntry
from budget.imports.proposals import ImportedFile
from budget.imports.rows import ImportedRow
from budget.ledger import BudgetTransaction
from budget.ledger_values import DaySum, Pay, Rule, Spending, Spent, Staged, WeekSums
from budget.periods import Days, Week
from budget.spreads import Spread
from budget.states import Layout, OpenQuestion, StoredMessage, Submission, Version
from storage import imports as files
from storage import plan_statements as plan
from storage import several_bots
from storage import statements as sql
from storage.budgets import read_budget, renew
from storage.decisions import decisions_of
from storage.pay import pay_of
from storage.places import OF_A_BOT, SPAN, Chat
from storage.prepared import execute_each, fetch, fetch_first
from storage.rows import change_of, change_row, choices_from, entry_in, entry_of, entry_row, layout_from, layout_row
from storage.settings_sheet import Changes, SettingsSheet

_T = TypeVar("_T")

_PAGE = 1000
"""Rows that are in memory at a time where all entries of some days are looked through."""


class BudgetSheet:
    """The `BudgetView` of one transaction."""

    def __init__(self, db: Connection, budget: Budget) -> None:
        self.budget = budget
        self._db = db
        self._owner = {"owner_": budget.owner}

    def spent(self, week: Week) -> WeekSums:
        sums: dict[int | None, int] = {}
        quiet = []
        for category, spent, day in fetch(self._db, plan.WEEK_SUMS, self._owner | days_of(week)):
            if day is None:
                sums[category] = spent
            else:
                quiet.append(day)
        bills = sums.pop(None, 0)
        return WeekSums({key: spent for key, spent in sums.items() if key is not None}, bills, tuple(sorted(quiet)))

    def quiet_days(self, days: Week | Days) -> tuple[date, ...]:
        where = self._owner | {"start_": days.start, "end_": days.end}
        return tuple(day for (day,) in fetch(self._db, plan.QUIET_DAYS, where))

    def pay(self, today: date) -> Pay | None:
        return pay_of(self._db, self.budget.owner, today)

    def spent_in(self, weeks: Sequence[Week]) -> Mapping[int, Mapping[date, int]]:
        spent: dict[int, dict[date, int]] = {}
        for row in fetch(self._db, plan.spent_in(len(weeks)), self._owner | _ends_of(weeks)):
            spent.setdefault(row.category, {})[weeks[row.week].start] = row.spent
        return spent

    def day_sums(self, start: date, end: date) -> Sequence[DaySum]:
        found = fetch(self._db, sql.DAY_SUMS, self._owner | {"start_": start, "end_": end})
        return [DaySum(day, Kind(kind), category, amount) for kind, day, category, amount in found]

    def came_in(self, days: Days) -> int:
        found: int = fetch(self._db, plan.CAME_IN, self._owner | days_of(days))[0].total
        return found

    def spendings(self, days: Days) -> Iterator[Spending]:
        found = self._db.execute(plan.SPENDINGS, self._owner | days_of(days), execution_options={"yield_per": _PAGE})
        for page in found.partitions():
            yield from map(Spending._make, page)

    def spreads(self) -> Sequence[Spread]:
        return [Spread(*row) for row in fetch(self._db, plan.SPREADS, self._owner)]

    def decisions(self, since: date) -> Sequence[Decision]:
        return decisions_of(self._db, self.budget.owner, since)

    def entries_in(self, days: Week | Days, most: int, category: int | None = None) -> Sequence[RecordedEntry]:
        where = {"start_": days.start, "end_": days.end, "most_": most}
        return self._entries(sql.ENTRIES_IN, where, sql.ENTRIES_OF, category)

    def expenses_in(self, days: Days, most: int, over: int, category: int | None = None) -> Sequence[RecordedEntry]:
        where = {"start_": days.start, "end_": days.end, "most_": most, "over_": over}
        return self._entries(sql.EXPENSES_IN, where, sql.EXPENSES_OF, category)

    def expenses_of(self, category: int, days: Days, amounts: range, most: int) -> Sequence[RecordedEntry]:
        where = {"least_": amounts.start, "largest_": amounts.stop, "most_": most, "category_": category}
        return self._entries(sql.LATEST_EXPENSES, days_of(days) | where)

    def recent(self, most: int, category: int | None = None) -> Sequence[RecordedEntry]:
        return self._entries(sql.RECENT, {"most_": most}, sql.RECENT_IN, category)

    def listed(self, of: Shown, most: int, category: int | None = None) -> Sequence[RecordedEntry]:
        until = of.at + timedelta(seconds=1)  # the platform's moments are whole seconds
        where = {"at_": of.at, "until_": until, "before_": of.before, "skip_": of.skip, "most_": most}
        return self._entries(sql.LISTED, where, sql.LISTED_IN, category)

    def entry_changes(self, most: int, of: tuple[int, int] | None = None) -> Sequence[EntryChange]:
        where: dict[str, Any] = self._owner | {"most_": most}
        if of is None:
            return [change_of(row) for row in fetch(self._db, sql.CHANGES, where)]
        where |= {"message_": of[0], "line_": of[1]}
        return [change_of(row) for row in fetch(self._db, sql.CHANGES_OF, where)]

    def first_day(self) -> date | None:
        day: date | None = fetch(self._db, sql.FIRST_DAY, self._owner)[0].first
        return day

    def entries_after(self, message: int, line: int, most: int) -> Sequence[RecordedEntry]:
        return self._entries(sql.ENTRIES_AFTER, {"message_": message, "line_": line, "most_": most})

    def imported_in(self, days: Days, bank_ids: Collection[str]) -> Sequence[HeldEntry]:
        return files.imported_in(self._db, self.budget, days, bank_ids)

    def typed_in(self, days: Days, most: int) -> Sequence[Entry]:
        where = {"start_": days.start, "end_": days.end, "most_": most}
        return [entry_in(row) for row in self._db.execute(files.TYPED_IN, self._owner | where)]

    def taught(self, notes: Iterable[str]) -> Mapping[str, int]:
        return {row.note: row.category for row in self._db.execute(sql.LESSONS, self._owner | {"notes_": list(notes)})}

    def heading_answers(self, heading: str) -> Mapping[str, str]:
        return files.heading_answers(self._db, self.budget.owner, heading)

    def imports(self, most: int) -> Sequence[ImportedFile]:
        return [ImportedFile._make(row) for row in self._db.execute(files.LATEST, self._owner | {"most_": most})]

    def rules(self, most: int) -> Sequence[Rule]:
        rows = self._db.execute(sql.ALL_LESSONS, self._owner | {"most_": most})
        found: dict[int, Rule] = {}
        for row in rows:  # the longest note of one tap comes first: it is the whole one
            found.setdefault(row.taught, Rule(row.taught, row.note, row.category))
        return list(found.values())

    def _entries(
        self, statement: Any, where: dict[str, Any], in_one: Any = None, category: int | None = None
    ) -> Sequence[RecordedEntry]:
        if category is not None:
            statement, where = in_one, where | {"category_": category}
        return [entry_of(row.message, row) for row in fetch(self._db, statement, self._owner | where)]


class MessageSheet(BudgetSheet):
    """The `MessageTransaction` of one message."""

    def __init__(
        self, db: Connection, budget: Budget, message: int, *, base: int = 0, chat: Chat = Chat.OF_ONE_BOT
    ) -> None:
        """``base`` is what was added to the chat's own number of the message; ``chat`` tells who else may get it."""
        super().__init__(db, budget)
        self.message = message
        self._chat = chat
        self.changes = Changes()
        self._base = base
        self.most: int | None = None
        self.actor: Actor | None = None
        self._at = self._owner | {"message_": message}
        self._key = {"owner": budget.owner, "message": message}  # of a row to be written

    def stored(self) -> StoredMessage:
        rows = fetch(self._db, sql.MESSAGE, self._at, None if self.most is None else self.most + 1)
        if self.most is not None and len(rows) > self.most:
            raise LongMessage(f"{self.message}")
        if not rows:
            return StoredMessage()
        first = rows[0]
        entries = tuple(entry_of(self.message, row) for row in rows if row.kind is not None)
        questions = tuple(
            OpenQuestion(row.line, About(row.about), choices_from(row.choices, About(row.about)))
            for row in rows
            if row.about is not None
        )
        version = Version(first.edited_at, first.update_number)
        layout = layout_from(first.layout, version)
        return StoredMessage(version, first.author, entries, questions, layout, first.author_name or "")

    def add(self, submission: Submission) -> bool:
        edited_at, update = submission.version
        row = {
            "author": submission.author,
            "author_name": submission.author_name or None,
            "sent_at": submission.sent_at,
            "edited_at": edited_at,
            "update_number": update,
            "layout": layout_row(submission.layout, submission.version),
        }
        if self._chat is Chat.OF_ONE_BOT:
            return bool(fetch(self._db, sql.NEW_MESSAGE, self._key | row))
        return several_bots.add_message(self._db, self._key | row)

    def kept_by_another(self, author: int, sent_at: datetime) -> int | None:
        if self._chat is Chat.OF_ONE_BOT:
            return None
        found = several_bots.kept_by_others(self._db, self.budget.owner, self.message, author, sent_at)
        if self._chat is Chat.SUPERGROUP:
            found = [number for number in found if number % OF_A_BOT == self.message % OF_A_BOT]
        return found[0] if len(found) == 1 else None

    def carry_out_once(self) -> None:
        if self._chat is not Chat.OF_ONE_BOT and self.actor is not None:
            several_bots.carry_out_once(self._db, self.budget.owner, self.message, self.actor)

    def set_version(self, version: Version, layout: Layout) -> None:
        edited_at, update = version
        row = {"edited_at": edited_at, "update_number": update, "layout": layout_row(layout, version)}
        fetch(self._db, sql.NEW_VERSION, self._at | row)

    def put_entries(self, entries: Mapping[int, RecordedEntry]) -> None:
        self.changes.numbers = True
        execute_each(self._db, sql.PUT_ENTRY, [self._key | entry_row(line, one) for line, one in entries.items()])

    def note_changes(self, changes: Sequence[EntryChange]) -> None:
        execute_each(self._db, sql.NEW_CHANGE, [self._owner | change_row(self.budget.owner, one) for one in changes])

    def put_questions(self, questions: Iterable[OpenQuestion]) -> None:
        execute_each(self._db, sql.PUT_QUESTION, [self._question_row(question) for question in questions])

    def remove_questions(self, lines: Collection[int]) -> None:
        self._db.execute(sql.REMOVE_QUESTIONS, self._at | {"lines_": list(lines)})

    def note_act(self, act: str) -> bool:
        return bool(fetch(self._db, sql.NEW_ACT, self._key | {"act": act}))

    def spent_and_told(self, week: Week, category: int | None = None) -> Mapping[int, Spent]:
        where = self._owner | days_of(week)
        if category is None:
            found = fetch(self._db, sql.SPENT_AND_TOLD, where)
        else:
            found = fetch(self._db, sql.SPENT_AND_TOLD_OF, where | {"category_": category})
        return {category: Spent(spent, told_by) for category, spent, told_by in found}

    def tell_limit(self, category: int, week: Week) -> bool:
        notice = self._key | {"category": category, "week_start": week.start}
        return bool(fetch(self._db, sql.CLAIM_NOTICE, notice))

    def teach(self, notes: Iterable[str], category: int) -> None:
        taught = 1 + (self._db.scalar(sql.LATEST_LESSON, self._owner) or 0)
        row = {"owner": self.budget.owner, "category": category, "taught": taught}
        self._db.execute(sql.NEW_LESSON, [row | {"note": note} for note in notes])

    def add_category(self, key: str, name: str, limit: int, since: date) -> None:
        self.change(lambda tx: tx.add_category(key, name, limit, since))

    def change(self, act: Callable[[BudgetTransaction], _T]) -> _T:
        sheet = SettingsSheet(self._db, self.budget)
        done = act(sheet)
        self.budget = sheet.budget
        self.changes.numbers |= sheet.changes.numbers
        return done

    def at(self, message: int) -> Self:
        other = type(self)(self._db, self.budget, message, base=self._base, chat=self._chat)
        other.most = self.most
        other.actor = self.actor
        other.changes = self.changes
        return other

    def latest_categories(self, most: int) -> Sequence[int | None]:
        return [category for (category,) in fetch(self._db, sql.LATEST_CATEGORIES, self._owner | {"most_": most})]

    def message_of(self, act: str) -> int | None:
        found = fetch_first(self._db, sql.MESSAGE_OF_ACT, self._owner | {"act_": act})
        return None if found is None else int(found.message)

    def replied(self, number: int, about: int | None = None) -> Sequence[int]:
        bases = [self._base]
        if self._chat is not Chat.OF_ONE_BOT:
            bases += several_bots.other_bases(self._db, self._base)
        numbered = (
            bases if self._chat is Chat.SUPERGROUP else bases[:1]
        )  # those whose bots number messages as this one does
        answered = [
            row.message
            for base in numbered
            for row in fetch(
                self._db, sql.ANSWERED, self._owner | {"answer_": number, "from_": base, "to_": base + SPAN}
            )
        ]
        named = [about] if about is not None and any(base <= about < base + SPAN for base in bases) else []
        return [*answered, *(base + number for base in numbered), *named]

    def pay_bill(self, line: int, bill: int, planned: date) -> None:
        self.pay_nothing([line])
        row = {"bill": bill, "planned": planned, "line": line, "moved_to": None, "skipped": False}
        fetch(self._db, plan.PAY_BILL, self._key | row)

    def pay_nothing(self, lines: Collection[int]) -> None:
        self.changes.numbers = True
        self._db.execute(plan.PAY_NOTHING, self._at | {"lines_": list(lines)})

    def set_spread(self, line: int, weeks: int | None) -> None:
        self.changes.numbers = True
        if weeks is None:
            self._db.execute(plan.NO_SPREAD, self._at | {"line_": line})
        else:
            self._db.execute(plan.SET_SPREAD, self._key | {"line": line, "weeks": weeks})
        if (weeks is not None) != self.budget.has_spreads:
            renew(self._db, self.budget.owner)
            self.budget = read_budget(self._db, self.budget.owner)

    def put_import(self, file: ImportedFile, at: datetime, rows: Sequence[ImportedRow]) -> None:
        files.put_import(self._db, self.budget.owner, file, at, rows)

    def identify(self, identities: Mapping[Address, str]) -> None:
        files.identify(self._db, self.budget.owner, identities)

    def remember_heading(self, heading: str, answers: Mapping[str, str], at: datetime) -> None:
        files.remember_heading(self._db, self.budget.owner, heading, answers, at)

    def adopt(self, book: Book, staged: Staged) -> None:
        from storage.staging import adopt  # imported when it is needed: hardly ever

        self.budget = adopt(self._db, self.budget, book, staged.owner, staged.last)
        self.changes.numbers, self.changes.restored = True, book.memory

    def restore(self, book: Book, entries: Iterable[WholeEntry], at: datetime) -> None:
        from storage.restoring import restore  # imported when it is needed: hardly ever

        self.budget = restore(self._db, self.budget, book, entries, at)
        self.changes.numbers, self.changes.restored = True, book.memory

    def latest(self, act: str) -> Self | None:
        message = self.message_of(act)
        if message is None:
            found = fetch_first(self._db, sql.LATEST_MESSAGE, self._owner)
            message = None if found is None else found.message
        return self.at(message) if message is not None else None

    def _question_row(self, question: OpenQuestion) -> dict[str, Any]:
        return self._key | {
            "line": question.line,
            "about": question.about.value,
            "choices": json.dumps([asdict(choice) for choice in question.choices], default=date.isoformat),
        }


def _ends_of(weeks: Sequence[Week]) -> dict[str, date]:
    """Return consecutive weeks as the parameters of a sum."""
    ends = {f"end{n}_": week.end for n, week in enumerate(weeks)}
    return {"start_": weeks[0].start, "end_": weeks[-1].end} | ends


def days_of(week: Week | Days) -> dict[str, date]:
    """Return a week, or some days, as the parameters of a sum."""
    return {"start_": week.start, "end_": week.end}
