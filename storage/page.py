"""A page of the book: what one message holds, and every act that changes it. Synchronous, inside a transaction of the caller."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection

from budget.entries import PARTS, Entry, Held, Kind
from budget.errors import NotFound
from budget.grammar import About, Choice, Label, lesson_keys
from budget.ledger import Asked, Slip, Standing, Status, Version, Weeks, Written
from budget.periods import Week
from storage import statements as sql


class _Line(NamedTuple):
    held: Held
    taken_out_by: int | None = None


class Page:
    """One message of a budget. Whoever inserts its row in ``messages`` records it; all others find it there, with its version."""

    def __init__(self, db: Connection, owner: int, message: int, weeks: Weeks) -> None:
        self._db = db
        self._owner = owner
        self._message = message
        self._weeks = weeks
        self._at = {"owner_": owner, "message_": message}

    def record(self, slip: Slip) -> Written:
        """Hold what the message says: `Ledger.record`."""
        if any(slip.lines) and self._is_new(slip):
            self._hold(slip)
            lines = [
                _Line(Held(self._message, n, said, slip.author))
                for n, said in enumerate(slip.lines)
                if isinstance(said, Entry)
            ]
            asked = tuple(said for said in slip.lines if isinstance(said, Asked))
            return self._written(Status.DONE, lines, asked, claims=True)  # known already: most messages end here
        found = self._db.execute(sql.VERSION, self._at).one_or_none()
        if found is None:  # nothing was held, and nothing is there to be held
            return Written(Status.DONE)
        version = Version(*found)
        if slip.version < version:
            return self.written(Status.STALE)
        update = slip.version.update if slip.edited else None
        if slip.version == version or not slip.edited:
            return self.written(Status.REPEATED, update=update)
        before = self._spending()
        self._correct(slip)
        return self.written(Status.DONE, also=before, claims=True, update=update)

    def answer(self, line: int, choice: int, act: str) -> Written:
        """Record the choice that was tapped: `Ledger.answer`."""
        before = self._spending()
        status = self._status_of(act)
        if status is Status.DONE:
            choices = next((asked.choices for asked in self._asked() if asked.line == line), ())
            if not 0 <= choice < len(choices):
                raise NotFound(f"question {line}, choice {choice}")
            self._db.execute(sql.CLOSE_QUESTION, self._at | {"line_": line})
            entries = choices[choice].entries
            if entries:
                rows = [self._entry_row(line + PARTS * part, entry) for part, entry in enumerate(entries)]
                self._db.execute(sql.HOLD_ENTRY, rows)
            if choices[choice].label is Label.CATEGORY:
                self._teach(entries[0])
        return self.written(status, also=before, claims=status is Status.DONE)

    def decline(self, line: int, act: str) -> Written:
        """Close a question without an answer: `Ledger.decline`."""
        status = self._status_of(act)
        if status is Status.DONE:
            if line not in {asked.line for asked in self._asked()}:
                raise NotFound(f"question {line}")
            self._db.execute(sql.CLOSE_QUESTION, self._at | {"line_": line})
        return self.written(status)

    def set_undone(self, line: int | None, act: str, *, undone: bool) -> Written:
        """Undo or restore: `Ledger.set_undone`. Restoring all leaves lines alone that are no longer in the message."""
        chosen = [one for one in self._lines() if line is None or line in {one.held.line, one.held.line % PARTS}]
        if not chosen:
            raise NotFound(f"line {line}")
        status = self._status_of(act)
        if status is Status.DONE:
            if undone:
                changed = [one.held.line for one in chosen if not one.held.undone]
            else:
                changed = [one.held.line for one in chosen if line is not None or one.taken_out_by is None]
            self._db.execute(sql.SET_UNDONE, self._at | {"lines_": changed, "undone": undone})
        return self.written(status, also=self._where(one.held.entry for one in chosen))

    def recategorise(self, line: int, category: int, act: str) -> Written:
        """Move an entry to another category and learn its note: `Ledger.recategorise`."""
        before = self._spending()
        status = self._status_of(act)
        if status is Status.DONE:
            entry = self._entry(line)
            of_budget = {"owner_": self._owner, "category_": category}
            if not entry.kind.is_spending or self._db.scalar(sql.CURRENT_CATEGORY, of_budget) is None:
                raise NotFound(f"spending in line {line}, category {category}")
            self._db.execute(sql.CHANGE_ENTRY, self._at | {"line_": line, "category": category})
            self._teach(replace(entry, category=category))
        return self.written(status, also=before, claims=status is Status.DONE)

    def make_income(self, line: int, act: str) -> Written:
        """Turn an expense into a paycheck: `Ledger.make_income`."""
        before = self._spending()
        status = self._status_of(act)
        if status is Status.DONE:
            if self._entry(line).kind is not Kind.EXPENSE:
                raise NotFound(f"expense in line {line}")
            paycheck = {"kind": Kind.PAYCHECK.value, "category": None}
            self._db.execute(sql.CHANGE_ENTRY, self._at | {"line_": line} | paycheck)
        return self.written(status, also=before)

    def written(
        self, status: Status, *, also: Iterable[tuple[int, Week]] = (), claims: bool = False, update: int | None = None
    ) -> Written:
        """Return what the message holds now.

        Its standings are those of the categories and weeks where it spends, and of those that the act moved money out of
        (``also``, and the lines that the ``update`` took out). Only an act that records something ``claims`` to tell of a limit.
        """
        return self._written(status, self._lines(), self._asked(), also, claims=claims, update=update)

    def _written(
        self,
        status: Status,
        lines: list[_Line],
        asked: tuple[Asked, ...],
        also: Iterable[tuple[int, Week]] = (),
        *,
        claims: bool,
        update: int | None = None,
    ) -> Written:
        held = tuple(one.held for one in lines)
        removed = [one.held for one in lines if update is not None and one.taken_out_by == update]
        here = self._where(one.entry for one in held if not one.undone)
        gone = [*also, *self._where(one.entry for one in removed)]
        standings = self._standings(here, gone, claims)
        return Written(status, held, asked, standings, frozenset(one.line for one in removed))

    # --- what it holds ---

    def _lines(self) -> list[_Line]:
        return [_Line(held_of(self._message, row), row.taken_out_by) for row in self._db.execute(sql.ENTRIES, self._at)]

    def _entry(self, line: int) -> Entry:
        found = next((one.held.entry for one in self._lines() if one.held.line == line), None)
        if found is None:
            raise NotFound(f"line {line}")
        return found

    def _asked(self) -> tuple[Asked, ...]:
        rows = self._db.execute(sql.QUESTIONS, self._at)
        return tuple(Asked(line, About(about), _choices_from(text, About(about))) for line, about, text in rows)

    def _spending(self) -> list[tuple[int, Week]]:
        return self._where(one.held.entry for one in self._lines() if not one.held.undone)

    def _where(self, entries: Iterable[Entry]) -> list[tuple[int, Week]]:
        return [(entry.category, self._weeks(entry.day)) for entry in entries if entry.category is not None]

    def _standings(
        self, here: list[tuple[int, Week]], gone: list[tuple[int, Week]], claims: bool
    ) -> tuple[Standing, ...]:
        standings = []
        sums: dict[Week, dict[int, Any]] = {}
        for category, week in dict.fromkeys(here + gone):
            if week not in sums:
                rows = self._db.execute(sql.SPENT_OF_LIMITS, {"owner_": self._owner} | days_of(week))
                sums[week] = {row.category: row for row in rows}
            row = sums[week].get(category)
            if row is None:
                standings.append(Standing(category, week, 0, tell_over=False))
                continue
            over = row.spent > row.weekly_limit and not row.removed and (category, week) in here
            tell = over and self._tells(category, week, row.told_by, claims)
            standings.append(Standing(category, week, row.spent, tell))
        return tuple(standings)

    def _tells(self, category: int, week: Week, told_by: int | None, claims: bool) -> bool:
        """Whether this message is the one that tells of a passed limit: the first that claimed to, and whenever it is repeated."""
        if told_by is not None or not claims:
            return told_by == self._message
        notice = {"owner": self._owner, "category": category, "week_start": week.start, "message": self._message}
        return self._db.scalar(sql.CLAIM_NOTICE, notice) is not None

    # --- how it changes ---

    def _teach(self, entry: Entry) -> None:
        """Learn the category of a note, and of notes alike."""
        lessons = [{"owner": self._owner, "note": key, "category": entry.category} for key in lesson_keys(entry.note)]
        if lessons:
            self._db.execute(sql.NEW_LESSON, lessons)

    def _is_new(self, slip: Slip) -> bool:
        edited_at, update = slip.version
        row = {
            "owner": self._owner,
            "message": self._message,
            "author": slip.author,
            "sent_at": slip.sent_at,
            "edited_at": edited_at,
            "update_number": update,
        }
        return self._db.scalar(sql.NEW_MESSAGE, row) is not None

    def _status_of(self, act: str) -> Status:
        """Note an act as carried out: done now, or repeated."""
        row = {"owner": self._owner, "act": act, "message": self._message}
        return Status.REPEATED if self._db.scalar(sql.NEW_ACT, row) is None else Status.DONE

    def _hold(self, slip: Slip) -> None:
        entries = [self._entry_row(n, said) for n, said in enumerate(slip.lines) if isinstance(said, Entry)]
        questions = [self._question_row(n, said) for n, said in enumerate(slip.lines) if isinstance(said, Asked)]
        if entries:
            self._db.execute(sql.HOLD_ENTRY, entries)
        if questions:
            self._db.execute(sql.ASK, questions)

    def _correct(self, slip: Slip) -> None:
        """Bring the message to the state that an edit tells; a line that does not read leaves what was there."""
        unread = [n for n, said in enumerate(slip.lines) if not isinstance(said, Entry)]
        self._db.execute(sql.CLOSE_ALL_BUT, self._at | {"lines_": unread})
        self._hold(slip)
        edited_at, update = slip.version
        kept = [*(n for n in range(len(slip.lines))), *self._parts_of(unread)]
        self._db.execute(sql.TAKE_OUT_BUT, self._at | {"lines_": kept, "taken_out_by": update})
        self._db.execute(sql.NEW_VERSION, self._at | {"edited_at": edited_at, "update_number": update})

    def _parts_of(self, lines: Iterable[int]) -> list[int]:
        """Return the further entries of lines: what an edit does not read stays as it was, all of it."""
        chosen = set(lines)
        return [one.held.line for one in self._lines() if one.held.line >= PARTS and one.held.line % PARTS in chosen]

    def _entry_row(self, line: int, entry: Entry) -> dict[str, Any]:
        return {
            "owner": self._owner,
            "message": self._message,
            "line": line,
            "kind": entry.kind.value,
            "amount": entry.amount,
            "day": entry.day,
            "category": entry.category,
            "note": entry.note,
            "working": entry.working,
            "undone": False,
            "taken_out_by": None,
        }

    def _question_row(self, line: int, asked: Asked) -> dict[str, Any]:
        return {
            "owner": self._owner,
            "message": self._message,
            "line": line,
            "about": asked.about.value,
            "choices": json.dumps([asdict(choice) for choice in asked.choices], default=date.isoformat),
        }


def undo_latest(db: Connection, owner: int, act: str, weeks: Weeks) -> Written:
    """Undo the latest message that still has an entry, or say again which one this act undid: `Ledger.undo_latest`."""
    message = db.scalar(sql.MESSAGE_OF_ACT, {"owner_": owner, "act_": act})
    if message is None:
        message = db.scalar(sql.LATEST_MESSAGE, {"owner_": owner})
    if message is None:
        raise NotFound("any entry")
    return Page(db, owner, message, weeks).set_undone(None, act, undone=True)


def held_of(message: int, row: Any) -> Held:
    """Return the entry of a row."""
    entry = Entry(Kind(row.kind), row.amount, row.day, row.category, row.note, row.working)
    return Held(message, row.line, entry, row.author, row.undone)


def days_of(week: Week) -> dict[str, date]:
    """Return a week as the parameters of a sum."""
    return {"start_": week.start, "end_": week.end}


def _choices_from(text: str, about: About) -> tuple[Choice, ...]:
    """Return the choices of a row; those of older rows are one entry each, without a label."""
    return tuple(
        Choice(Label(choice["label"]), tuple(map(_entry_from, choice["entries"])))
        if "label" in choice
        else Choice(_OLD_LABELS.get(about) or _KIND_LABELS[Kind(choice["kind"])], (_entry_from(choice),))
        for choice in json.loads(text)
    )


def _entry_from(row: dict[str, Any]) -> Entry:
    return Entry(**row | {"kind": Kind(row["kind"]), "day": date.fromisoformat(row["day"])})


_OLD_LABELS = {
    About.AMOUNT: Label.AMOUNT,
    About.DAY: Label.DAY,
    About.CATEGORY: Label.CATEGORY,
    About.SPENDING: Label.CATEGORY,
}
_KIND_LABELS = {
    Kind.EXPENSE: Label.SPENT,
    Kind.REFUND: Label.REFUND,
    Kind.PAYCHECK: Label.PAYCHECK,
    Kind.EXTRA: Label.EXTRA,
}
