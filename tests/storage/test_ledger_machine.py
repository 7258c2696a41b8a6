"""Whatever people and Telegram do, the book holds what a few plain dicts say: a model beside a ledger in a real SQLite file."""

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from budget.corrections import Correction
from budget.entries import Entry, Kind
from budget.ledger_values import Pay
from budget.removals import Removal
from budget.replying import reply
from budget.states import Line as RecordedLine
from budget.states import MessageState, Status
from tests.ledgers import BEGINNINGS, MONDAY, OWNER, WEEK, Book, Sent, pay, slip, spent
from tests.scale import LONG

pytest_plugins = ["tests.databases"]

MEMORY = Path("/dev/shm")  # noqa: S108 - files of its own in a folder of its own; where there is one, no disk has to keep up
TODAY = MONDAY + timedelta(days=6)
REPLIES, UNDOS = 1_000_000, 2_000_000  # replies and `/undo` are messages of their own


@st.composite
def lines(draw: st.DrawFn) -> tuple[Entry | None, ...]:
    """Draw the lines of a message; categories are numbered from 0 to 3 here."""
    kinds = st.sampled_from([None, Kind.EXPENSE, Kind.EXPENSE, Kind.REFUND, Kind.PAYCHECK, Kind.EXTRA])
    drawn = [
        (
            kind,
            draw(st.integers(1, 4) | st.integers(1, 10**9)),  # often the same, so that edits meet lines alike
            MONDAY + timedelta(days=draw(st.integers(-2, 6))),
            draw(st.integers(0, 3)),
            draw(st.sampled_from(["", "a", "b", "c"])),
        )
        for kind in draw(st.lists(kinds, min_size=1, max_size=3))
    ]
    return tuple(
        None if kind is None else Entry(kind, amount, day, category if kind.is_spending else None, note)
        for kind, amount, day, category, note in drawn
    )


@st.composite
def edits(draw: st.DrawFn) -> "Edit":
    """Draw what an edit does to the lines: other lines, or one put in, taken out, twice, moved, or with another amount."""
    new, what = draw(lines()), draw(st.sampled_from(["other", "in", "out", "twice", "moved", "amount"]))
    at, to = draw(st.integers(0, 9)), draw(st.integers(0, 9))

    def edited(old: tuple[Entry | None, ...]) -> tuple[Entry | None, ...]:
        at_, to_ = at % len(old), to % len(old)
        line = old[at_]
        match what:
            case "in":
                return (*old[:at_], new[0], *old[at_:])
            case "out" if len(old) > 1:
                return (*old[:at_], *old[at_ + 1 :])
            case "twice":
                return (*old[:to_], line, *old[to_:])
            case "moved":
                rest = [*old[:at_], *old[at_ + 1 :]]
                return (*rest[:to_], line, *rest[to_:])
            case "amount" if line is not None:
                return (*old[:at_], replace(line, amount=line.amount + 1), *old[at_ + 1 :])
            case _:
                return new

    return edited


Edit = Callable[[tuple[Entry | None, ...]], tuple[Entry | None, ...]]


@dataclass
class Line:
    """A line as the model holds it."""

    entry: Entry
    undone: bool = False
    taken_out: bool = False


@dataclass
class Message:
    """A message as the model holds it, with all its states that were ever sent, the latest last."""

    slips: list[Sent]
    lines: dict[int, Line] = field(default_factory=dict)
    order: tuple[int, ...] = ()

    def read(self, now: Sent, order: tuple[int, ...] = ()) -> None:
        """Hold what the latest state says, whose lines are kept under these addresses."""
        order = order or tuple(range(len(now.lines)))
        assert len(set(order)) == len(now.lines)
        self.same_content_same_address(now, order)
        for address, entry in zip(order, now.lines, strict=True):
            if isinstance(entry, Entry):
                before = self.lines.get(address)
                stays = before is not None and before.undone and not before.taken_out and before.entry == entry
                self.lines[address] = Line(entry, undone=stays)
        for address, line in self.lines.items():
            if address not in order and not line.undone:
                line.undone = line.taken_out = True
        self.order = order

    def same_content_same_address(self, now: Sent, order: tuple[int, ...]) -> None:
        """An entry that stood once before and stands once now, with a note and an amount that no other has, kept its address."""
        before = {address: self.lines[address].entry for address in self.order if address in self.lines}
        told = {address: one for address, one in zip(order, now.lines, strict=True) if isinstance(one, Entry)}
        for address, entry in told.items():
            alike = [at for at, one in before.items() if (one.note, one.amount) == (entry.note, entry.amount)]
            twins = [at for at, one in told.items() if (one.note, one.amount) == (entry.note, entry.amount)]
            if len(alike) == len(twins) == 1:
                assert alike == [address]
            if address in before:
                continue
            gone = self.lines.get(address)
            assert gone is None or gone.undone or gone.entry.note == entry.note, (
                "a new line never has the address of another, but of one that a reply brought back with the same note"
            )

    @property
    def is_held(self) -> bool:
        return bool(self.lines)


class Told(RuleBasedStateMachine):
    """People send, edit, reply, undo and restore; Telegram delivers again, late, or after a restart."""

    migrated: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else self.migrated.parent)
        shutil.copy(self.migrated, Path(self.folder.name) / "budget.db")
        self.url = f"sqlite:///{self.folder.name}/budget.db"
        self.runner = asyncio.Runner()
        self.messages: list[Message] = []
        self.acts = 0
        self.last_tap: Any = None
        self.replies = 0
        self.last_reply: Any = None

    @initialize()
    def open(self) -> None:
        self.ledger = Book(self.url)
        self.runner.run(self.ledger.__aenter__())
        budget = self.runner.run(self.ledger.open_budget(OWNER, BEGINNINGS))
        self.first = budget.categories[0].number

    def teardown(self) -> None:
        self.runner.run(self.ledger.__aexit__(None, None, None))
        self.runner.close()
        self.folder.cleanup()

    # --- what happens ---

    @rule(said=lines())
    def send(self, said: tuple[Entry | None, ...]) -> None:
        number = len(self.messages) + 1
        message = Message([slip(number, *self.numbered(said))])
        self.messages.append(message)
        self.record(message.slips[-1], Status.DONE)
        message.read(message.slips[-1])

    @precondition(lambda self: self.messages)
    @rule(pick=st.integers(0, 99), change=edits(), same_second=st.booleans())
    def edit(self, pick: int, change: Edit, *, same_second: bool) -> None:
        message = self.messages[pick % len(self.messages)]
        latest = message.slips[-1]
        seconds, update = latest.version
        # Within a second the update's number grows; after a quiet week it may be anything.
        version = (seconds, update + 1) if same_second and latest.edited else (seconds + 60, pick)
        said = self.numbered(change(self.unnumbered(latest.lines)))
        edit = slip(latest.message, *said, edited_at=version[0], update=version[1])
        message.slips.append(edit)
        message.read(edit, self.record(edit, Status.DONE).order)

    @precondition(lambda self: self.messages)
    @rule(pick=st.integers(0, 99), state=st.integers(0, 9))
    def deliver_again(self, pick: int, state: int) -> None:
        message = self.messages[pick % len(self.messages)]
        again = message.slips[state % len(message.slips)]
        if message.is_held:  # a state that held nothing left no trace to be older than
            self.record(again, Status.REPEATED if again is message.slips[-1] else Status.STALE)

    @precondition(lambda self: any(message.is_held for message in self.messages))
    @rule(pick=st.integers(0, 99), line=st.none() | st.integers(0, 2), undone=st.booleans())
    def undo_or_restore(self, pick: int, line: int | None, *, undone: bool) -> None:
        held = [message for message in self.messages if message.is_held]
        message = held[pick % len(held)]
        chosen = line if line in message.lines else None
        self.acts += 1
        self.last_tap = (message.slips[0].message, chosen, str(self.acts), undone)
        self.tap(Status.DONE)
        for n, one in message.lines.items():
            if chosen == n or (chosen is None and (undone or not one.taken_out)):
                one.taken_out = one.taken_out and undone
                one.undone = undone

    @precondition(lambda self: self.last_tap)
    @rule()
    def tap_again(self) -> None:
        self.tap(Status.REPEATED)

    @precondition(lambda self: any(not line.undone for message in self.messages for line in message.lines.values()))
    @rule()
    def undo_latest(self) -> None:
        self.acts += 1
        latest = max(
            (message for message in self.messages if any(not line.undone for line in message.lines.values())),
            key=lambda message: message.slips[0].message,
        )
        written = self.runner.run(self.ledger.undo_latest(OWNER, UNDOS + self.acts))
        assert {held.message for held in written.entries} == {latest.slips[0].message}
        for line in latest.lines.values():
            line.undone = True

    @precondition(lambda self: any(message.lines for message in self.messages))
    @rule(pick=st.integers(0, 99), line=st.integers(0, 9), said=lines(), undone=st.booleans())
    def reply(self, pick: int, line: int, said: tuple[Entry | None, ...], *, undone: bool) -> None:
        """A reply puts another entry in the place of one, or, where it holds none, takes it away or brings it back."""
        held = [message for message in self.messages if message.lines]
        message = held[pick % len(held)]
        address = sorted(message.lines)[line % len(message.lines)]
        (entry, *_) = self.numbered(said)
        self.replies += 1
        does = Removal(undone=undone) if entry is None else Correction(entry)
        self.last_reply = (REPLIES + self.replies, message.slips[0].message, address, does)
        assert self.replied() is Status.DONE
        now = message.lines[address]
        if entry is not None:
            now.entry, now.undone, now.taken_out = entry, False, False
        else:
            now.undone, now.taken_out = undone, now.taken_out and undone

    @precondition(lambda self: self.last_reply)
    @rule()
    def reply_again(self) -> None:
        assert self.replied() is Status.REPEATED

    @rule(really=st.sampled_from([False, False, False, True]))  # SQLAlchemy compiles every statement anew after each
    def restart(self, *, really: bool) -> None:
        if not really:
            return
        self.runner.run(self.ledger.__aexit__(None, None, None))
        self.open()

    # --- what must be true ---

    @invariant()
    def the_book_holds_what_the_model_holds(self) -> None:
        counts = [
            line.entry for message in self.messages for _, line in sorted(message.lines.items()) if not line.undone
        ]
        recent, spent, pay = self.runner.run(self.read())

        assert [held.entry for held in recent] == [
            line.entry
            for message in reversed(self.messages)
            for _, line in sorted(message.lines.items(), reverse=True)
            if not line.undone
        ]
        assert spent == sums_by_category(counts)
        assert pay == pay_of(counts)

    async def read(self) -> tuple[Any, Any, Any]:
        return (
            await self.ledger.recent(OWNER, 1000),
            await spent(self.ledger, OWNER, WEEK),
            await pay(self.ledger, OWNER, TODAY),
        )

    # --- how it is done ---

    def numbered(self, said: tuple[Entry | None, ...]) -> tuple[Entry | None, ...]:
        """Put the budget's own category numbers in."""
        return tuple(
            entry if entry is None or entry.category is None else replace(entry, category=self.first + entry.category)
            for entry in said
        )

    def unnumbered(self, said: tuple[RecordedLine, ...]) -> tuple[Entry | None, ...]:
        """Take the budget's own category numbers out again."""
        return tuple(
            replace(line, category=None if line.category is None else line.category - self.first)
            if isinstance(line, Entry)
            else None
            for line in said
        )

    def record(self, said: Sent, status: Status) -> MessageState:
        state = self.runner.run(self.ledger.record(said))
        assert state.status is status
        return state

    def replied(self) -> Status:
        """Deliver the latest reply; return what became of it."""
        number, to, address, does = self.last_reply
        submission = slip(number).submission
        outcome = self.runner.run(
            self.ledger.write(OWNER, number, lambda tx: reply(tx, submission, [to], lambda _stored: [(address, does)]))
        )
        assert outcome is not None
        return outcome.state.status

    def tap(self, status: Status) -> None:
        message, line, act, undone = self.last_tap
        written = self.runner.run(self.ledger.set_undone(OWNER, message, line, act, undone=undone))
        assert written.status is status


def sums_by_category(entries: list[Entry]) -> dict[int, int]:
    sums: dict[int, int] = {}
    for entry in entries:
        if entry.category is not None and entry.day in WEEK:
            signed = entry.amount if entry.kind is Kind.EXPENSE else -entry.amount
            sums[entry.category] = sums.get(entry.category, 0) + signed
    return sums


def pay_of(entries: list[Entry]) -> Pay | None:
    paydays: list[date] = sorted({entry.day for entry in entries if entry.kind is Kind.PAYCHECK})
    if not paydays:
        return None
    since = {kind: sum(e.amount for e in entries if e.kind is kind and e.day >= paydays[-1]) for kind in Kind}
    return Pay(tuple(paydays), since[Kind.PAYCHECK], since[Kind.EXTRA], since[Kind.EXPENSE] - since[Kind.REFUND])


@pytest.fixture
def book(migrated_file: Path) -> type[Told]:
    """The machine, on copies of a migrated file."""
    return type("BookOnFile", (Told,), {"migrated": migrated_file})


@pytest.mark.slow  # what it passes through is covered by others, and watching it takes as long again
@pytest.mark.parametrize("half", [1, 2])  # two, so that two workers share the minutes
def test_the_book_holds_what_was_said_whatever_happens(book: type[Told], half: int) -> None:  # noqa: ARG001 - see above
    run_state_machine_as_test(
        book,
        settings=settings(
            max_examples=250 if LONG else 40,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],  # real files
        ),
    )
