"""The one desk that every door leads to: it reads what people write, records it, and draws up summaries.

It knows the rules and the ledger, and no sentence: a door says what came of it. Moments come in as arguments (aware UTC instants).
Every method may raise `LedgerUnavailable`; the others that one raises are named with it.
"""

import asyncio
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import BinaryIO, TypeVar, cast

from budget import acts, exchange
from budget.budgets import Beginnings, Budget
from budget.categories import (
    LAST_RESORT,
    MOST_CATEGORIES,
    MOST_EVER,
    MOST_KEYWORDS,
    STARTERS,
    Category,
    as_compared,
    category_called,
    checked_keyword,
    checked_name,
    folded,
    key_for,
)
from budget.currencies import currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.errors import InvalidChoice, NotFound, Refused, Why
from budget.grammar import (
    MOST_LINES,
    Choice,
    Offer,
    Question,
    Reading,
    Scope,
    Treatment,
    Understood,
    Unreadable,
    as_question,
    read,
    text_in_group,
)
from budget.ledger import BudgetTransaction, BudgetView, Ledger, MessageTransaction
from budget.locales import locale_named
from budget.money import Money
from budget.periods import Week, expected_payday, weekday_named, zone_named
from budget.states import Line as RecordedLine
from budget.states import MessageState, OpenQuestion, SetApart, Status, StoredMessage, Submission, Version
from budget.summary import Line, PayPeriod, Summary

_T = TypeVar("_T")

FIRST_STATE = Version(0, 0)
MOST_IMPORTS = 2
"""Tables that are read at the same time; others wait. Each holds some tens of MiB."""
MOST_EXPORTS = 2
"""Files that are written at the same time; others wait."""
LARGEST_EXPORT = 50_000_000
"""Bytes of a file: what Telegram takes from a bot."""
_PAGE = 1000  # entries read at a time for a file
_IN_MEMORY = 256 * 1024  # bytes of a file; beyond that it is on the disk


@dataclass(frozen=True, slots=True)
class Message:
    """A text as it reached a door; ``sent_at`` is when the person first sent it, whatever edits came later."""

    owner: int
    number: int
    author: int
    text: str
    sent_at: datetime
    version: Version = FIRST_STATE
    table: str | bytes | None = None
    """A file that came with it, to be imported."""
    group: bool = False
    """Whether others talk in the chat too: there, a number among words is no reason to ask."""
    forwarded: bool = False
    """Whether somebody else wrote it: then nothing is recorded without a tap."""

    @property
    def edited(self) -> bool:
        """Whether this is a later state of the message."""
        return self.version.edited_at > 0


@dataclass(frozen=True, slots=True)
class Receipt:
    """The result of a message or of a tap: its lines as they were read, and the state of the message in the ledger."""

    budget: Budget
    message: int
    today: date
    state: MessageState
    readings: tuple[tuple[str, Reading], ...] = ()
    treatments: tuple[Treatment, ...] = ()
    """What becomes of each line in a group."""
    edited: bool = False
    pay_period: PayPeriod | None = None
    """The pay period now, where the message holds money in."""
    unchanged: bool = False
    """Whether an edit left every entry and question of the message as it was."""


class _Spooled(tempfile.SpooledTemporaryFile[bytes]):
    """A file that is closed when nobody holds it any more: it goes from a reply to a call that may be tried several times."""

    def __del__(self) -> None:
        self.close()


class Bookkeeper:
    """Records entries and draws up summaries, for any chat; ``beginnings`` are what a new budget starts with."""

    def __init__(self, ledger: Ledger, beginnings: Beginnings) -> None:
        self._ledger = ledger
        self._beginnings = beginnings
        self._imports = asyncio.Semaphore(MOST_IMPORTS)
        self._exports = asyncio.Semaphore(MOST_EXPORTS)
        self._exporting: set[int] = set()

    async def budget(self, owner: int) -> Budget:
        """Return a chat's budget, opened with the starting categories where it is new."""
        held = await self._ledger.budget(owner)
        return held if held is not None else await self._ledger.open_budget(owner, self._beginnings)

    async def money(self, owner: int) -> Money:
        """Return how a chat writes money; none is opened, and one that is being forgotten counts too."""
        held = await self._ledger.budget(owner, closed=True)
        return held.money if held is not None else self._beginnings.money

    async def budget_of_tap(self, owner: int) -> Budget:
        """Return the budget that a button belongs to. A tap never opens one: its chat may have moved. Raises `NotFound`."""
        budget = await self._ledger.budget(owner)
        if budget is None:
            raise NotFound(f"a budget of {owner}")
        return budget

    # --- what people write ---

    async def record(self, message: Message) -> Receipt:
        """Record what a message says, each good line of it. A repeat changes nothing and gives the same receipt.

        An edit corrects the entries line by line; where none of its lines reads, they stay as they were.
        """
        return await self._ledger.write(message.owner, message.number, partial(_recorded, message), self._beginnings)

    async def undo_latest(self, owner: int, message: int, now: datetime) -> Receipt:
        """Undo the entries of the latest message that has any, because ``message`` asks for it.

        Raises `NotFound` where nothing is left to undo.
        """
        return await self._ledger.write(owner, message, lambda tx: _receipt(tx, acts.undo_latest(tx), now))

    async def holds_something(self, message: Message) -> bool:
        """Whether a message, in an earlier state, was recorded or asked about."""

        def act(tx: MessageTransaction) -> bool:
            stored = tx.stored()
            return bool(stored.entries or stored.questions)

        try:
            return await self._ledger.write(message.owner, message.number, act)
        except NotFound:  # the chat has no budget
            return False

    # --- what people tap ---

    async def answer(self, owner: int, message: int, line: int, choice: int, act: str, now: datetime) -> Receipt:
        """Record the choice that was tapped under a question. Raises `NotFound` where it is no longer open."""
        return await self._tapped(owner, message, now, lambda tx: acts.answer(tx, line, choice, act))

    async def decline(self, owner: int, message: int, line: int, act: str, now: datetime) -> Receipt:
        """Close a question without recording anything. Raises `NotFound` where it is no longer open."""
        return await self._tapped(owner, message, now, lambda tx: acts.decline(tx, line, act))

    async def set_undone(
        self, owner: int, message: int, line: int | None, act: str, now: datetime, *, undone: bool
    ) -> Receipt:
        """Undo or restore one line of a message, or all of it. Raises `NotFound`."""
        return await self._tapped(owner, message, now, lambda tx: acts.set_undone(tx, line, act, undone=undone))

    async def recategorise(
        self, owner: int, message: int, line: int, category: int, act: str, now: datetime
    ) -> Receipt:
        """Move an entry to another category, and remember it for its note. Raises `NotFound`."""
        return await self._tapped(owner, message, now, lambda tx: acts.recategorise(tx, line, category, act))

    async def make_income(self, owner: int, message: int, line: int, act: str, now: datetime) -> Receipt:
        """Turn an expense that began with `paid` into a paycheck. Raises `NotFound`."""
        return await self._tapped(owner, message, now, lambda tx: acts.make_income(tx, line, act))

    async def receipt(self, owner: int, message: int, now: datetime) -> Receipt:
        """Return the state of a message; nothing changes. Raises `NotFound` where the chat has no budget."""
        return await self._tapped(owner, message, now, acts.state_of)

    async def _tapped(
        self, owner: int, message: int, now: datetime, act: Callable[[MessageTransaction], MessageState]
    ) -> Receipt:
        return await self._ledger.tap(owner, message, lambda tx: _receipt(tx, act(tx), now))

    async def move(self, owner: int, to: int) -> SetApart | None:
        """Let two chats have one budget, because a group became a supergroup. Returns what could not become part of it."""
        return await self._ledger.move(owner, to)

    # --- what people look at ---

    async def summary(self, owner: int, now: datetime, *, day: date | None = None, weeks_back: int = 0) -> Summary:
        """Return the week of a day (of today, without one), or one some weeks before it, with the pay period of now."""
        look = partial(summary_of, now=now, day=day, weeks_back=weeks_back)
        summary = await self._ledger.read(owner, look)
        return summary if summary is not None else look(_NothingYet(self._unopened(owner)))

    def _unopened(self, owner: int) -> Budget:
        """Return the budget that a chat would have: who only looks opens none."""
        unit = 10**self._beginnings.money.currency.exponent
        categories = tuple(
            Category(-number, new.key, new.name, new.keywords, new.limit * unit)
            for number, new in enumerate(STARTERS, 1)
        )
        begin = self._beginnings
        return Budget(owner, begin.money, begin.time_zone, begin.week_starts_on, categories)

    async def recent(self, owner: int, most: int) -> tuple[Budget, Sequence[RecordedEntry]]:
        """Return the latest entries, the newest first, with the budget they stand in."""
        found = await self._ledger.read(owner, lambda view: (view.budget, view.recent(most)))
        return found if found is not None else (self._unopened(owner), ())

    # --- what goes out and comes in as a whole ---

    async def export(self, owner: int, largest: int = LARGEST_EXPORT, *, closed: bool = False) -> tuple[BinaryIO, int]:
        """Return all entries as a CSV file, and how many they are. Few of them are held at a time.

        ``closed`` exports a budget that is being forgotten, and nothing where it is gone.
        Raises `Refused` where the file would be larger than ``largest`` bytes, where there is no room for it, and while another
        one of the same chat is written.
        """
        if owner in self._exporting:
            raise Refused(Why.EXPORTING)
        self._exporting.add(owner)
        try:
            async with self._exports:
                return await self._export(owner, largest, closed=closed)
        except OSError:
            raise Refused(Why.NO_ROOM) from None
        finally:
            self._exporting.remove(owner)

    async def _export(self, owner: int, largest: int, *, closed: bool) -> tuple[BinaryIO, int]:
        budget = await self._ledger.budget(owner, closed=True) if closed else await self.budget(owner)
        file = cast("BinaryIO", _Spooled(_IN_MEMORY))
        if budget is None:
            return file, 0
        count, after = 0, (-(2**63), 0)
        try:
            while entries := await self._ledger.read(owner, partial(_entries_after, *after), closed=closed):
                size = await asyncio.to_thread(_append, file, budget, entries, heading=not count)
                if size > largest:
                    raise Refused(Why.LARGE_EXPORT)
                count += len(entries)
                after = (entries[-1].message, entries[-1].line)
        except BaseException:
            file.close()
            raise
        return file, count

    async def bring_in(self, message: Message, table: str | bytes) -> Receipt:
        """Record a table of entries (CSV) as one message: all of it or nothing, and once. Raises `Refused`."""
        async with self._imports:  # until it is recorded: what waits for its turn is not in memory
            while True:
                budget = await self.budget(message.owner)
                today = budget.day_of(message.sent_at)
                entries = await asyncio.to_thread(exchange.read, table, budget, today)
                act = partial(_imported, message, entries, budget)
                state = await self._ledger.write(message.owner, message.number, act, self._beginnings)
                if state is not None:
                    break
        this_week = tuple(one for one in state.standings if one.week == budget.week_of(today))
        return Receipt(budget, state.entries[0].message, today, replace(state, standings=this_week))

    # --- what people choose ---

    async def set_limit(self, owner: int, words: Sequence[str]) -> tuple[Budget, Category]:
        """Set the weekly limit of a category: its name, then the amount, each of one word or more (`fun 1 500 USD`).

        Raises `NotFound` for the name, `Refused` for the amount.
        """

        def act(tx: BudgetTransaction) -> tuple[Budget, Category]:
            category, limit = _limit_said(words, tx.budget)
            tx.set_limit(category.number, tx.budget.money.read_limit(limit))
            return tx.budget, tx.budget.category(category.number)

        return await self._change(owner, act)

    async def set_limit_of(
        self, owner: int, category: int, limit: int, currency: str
    ) -> tuple[Budget, Category] | None:
        """Set the weekly limit of a category by its number, in minor units; None where the budget has another ``currency`` by now.

        It is for taps. Raises `NotFound` for a category that is not in use, `Refused` for more than the cap.
        """

        def act(tx: BudgetTransaction) -> tuple[Budget, Category] | None:
            if tx.budget.money.currency.code != currency:
                return None
            if category not in {one.number for one in tx.budget.current}:
                raise NotFound(str(category))
            tx.set_limit(category, tx.budget.money.checked_limit(limit))
            return tx.budget, tx.budget.category(category)

        return await self._change(owner, act, tapped=True)

    async def add_category(self, owner: int, name: str, limit: str) -> tuple[Budget, Category]:
        """Add a category, or take one of that name into use again.

        Raises `InvalidChoice` for a name that cannot be, `Refused` for the limit.
        """

        def act(tx: BudgetTransaction) -> tuple[Budget, Category]:
            budget = tx.budget
            if len(budget.current) >= MOST_CATEGORIES:
                raise InvalidChoice(Why.TOO_MANY, name)
            called = checked_name(_storable(name), budget.categories, money=budget.money)
            removed = [one.key for one in budget.categories if one.removed and folded(one.name) == folded(called)]
            if not removed and len(budget.categories) >= MOST_EVER:
                raise InvalidChoice(Why.TOO_MANY_EVER, called)
            key = removed[0] if removed else key_for(called, budget.categories)
            tx.add_category(key, called, budget.money.read_limit(limit))
            return tx.budget, next(one for one in tx.budget.categories if one.key == key)

        return await self._change(owner, act)

    async def rename_category(self, owner: int, category: str, name: str) -> tuple[Budget, Category]:
        """Rename a category; programs still know it by its key. Raises `NotFound`, `InvalidChoice`."""

        def act(tx: BudgetTransaction) -> tuple[Budget, Category]:
            one = category_called(category, tx.budget.categories)
            tx.rename_category(
                one.number, checked_name(_storable(name), tx.budget.categories, of=one, money=tx.budget.money)
            )
            return tx.budget, tx.budget.category(one.number)

        return await self._change(owner, act)

    async def remove_category(self, owner: int, category: str) -> tuple[Budget, Category]:
        """Take a category out of use; what was spent there stays. Raises `NotFound`, and `InvalidChoice` for the last resort."""

        def act(tx: BudgetTransaction) -> tuple[Budget, Category]:
            one = category_called(category, tx.budget.categories)
            if one.key == LAST_RESORT:
                raise InvalidChoice(Why.LAST_RESORT, one.name)
            tx.remove_category(one.number)
            return tx.budget, tx.budget.category(one.number)

        return await self._change(owner, act)

    async def set_keywords(self, owner: int, category: str, changes: Sequence[str]) -> tuple[Budget, Category]:
        """Let words mean a category (``+cinema``) or no longer (``-bar``): all of them, or none where one cannot be.

        Raises `NotFound` for the category, `InvalidChoice` for a word.
        """

        def act(tx: BudgetTransaction) -> tuple[Budget, Category]:
            one = category_called(category, tx.budget.categories)
            words = _words_changed(one, changes, tx.budget)
            tx.set_keywords(one.number, words)
            return tx.budget, tx.budget.category(one.number)

        return await self._change(owner, act)

    async def change_settings(
        self,
        owner: int,
        *,
        currency: str | None = None,
        locale: str | None = None,
        time_zone: str | None = None,
        week_starts_on: str | None = None,
        tapped: bool = False,
    ) -> Budget:
        """Change what is given. Days of entries stay, and so does the currency once anything was written down in it.

        Raises `InvalidChoice` for what there is not, and `NotFound` where a button was ``tapped`` in a chat without a budget.
        """

        def act(tx: BudgetTransaction) -> Budget:
            budget = tx.budget
            money = Money(
                currency_named(currency) if currency is not None else budget.money.currency,
                locale_named(locale) if locale is not None else budget.money.locale,
            )
            # In the same transaction: an entry that is written down at this moment comes before or after, in one currency.
            if money.currency != budget.money.currency and not tx.is_empty():
                raise InvalidChoice(Why.CURRENCY_IN_USE, budget.money.currency.code)
            chosen = Beginnings(
                money,
                zone_named(time_zone).key if time_zone is not None else budget.time_zone,
                weekday_named(week_starts_on) if week_starts_on is not None else budget.week_starts_on,
            )
            tx.set_settings(chosen)
            for category, limit in _limits_in(money, budget).items():
                tx.set_limit(category, limit)
            return tx.budget

        return await self._change(owner, act, tapped=tapped)

    async def _change(self, owner: int, act: Callable[[BudgetTransaction], _T], *, tapped: bool = False) -> _T:
        return await self._ledger.change(owner, act, None if tapped else self._beginnings)


class _NothingYet:
    """The `BudgetView` of a budget that was not opened."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget

    def spent(self, _week: Week) -> Mapping[int, int]:
        return {}

    def pay(self, _today: date) -> None:
        return None

    def spent_by_week(self, weeks: Sequence[Week]) -> Sequence[int]:
        return [0] * len(weeks)

    def entries_in(self, _week: Week, _most: int) -> Sequence[RecordedEntry]:
        return ()

    def recent(self, _most: int) -> Sequence[RecordedEntry]:
        return ()

    def entries_after(self, _message: int, _line: int, _most: int) -> Sequence[RecordedEntry]:
        return ()


def _limits_in(money: Money, budget: Budget) -> dict[int, int]:
    """Return the limits that must change so that $150.00 become ¥150 and KD150.000, by category, in the new minor units."""
    old, new = budget.money.currency.exponent, money.currency.exponent
    if old == new:
        return {}
    return {one.number: min(one.limit * 10**new // 10**old, money.cap) for one in budget.categories}


def _limit_said(words: Sequence[str], budget: Budget) -> tuple[Category, str]:
    """Return the category that some words name, and the rest; of several names the longest. Raises `NotFound`."""
    for end in range(len(words) - 1, 0, -1):
        try:
            return category_called(" ".join(words[:end]), budget.categories), " ".join(words[end:])
        except NotFound:
            continue
    raise NotFound(" ".join(words[:-1]))


def _words_changed(category: Category, changes: Sequence[str], budget: Budget) -> dict[str, bool]:
    """Return the keywords that ``+word`` adds (True) and ``-word`` takes away (False). Raises `InvalidChoice`."""
    words: dict[str, bool] = {}
    if len(changes) > 2 * MOST_KEYWORDS:  # all out and as many in
        raise InvalidChoice(Why.TOO_MANY, changes[0])
    for change in changes:
        word = change[1:].casefold()
        word = word if word in category.keywords else as_compared(word)
        if change[0] == "+":
            words[checked_keyword(_storable(change[1:]), budget.categories, of=category, money=budget.money)] = True
        elif word in category.keywords:
            words[word] = False
        else:
            raise InvalidChoice(Why.UNKNOWN_KEYWORD, change[1:])
    if len(set(category.keywords) | {word for word, means in words.items() if means}) > MOST_KEYWORDS:
        raise InvalidChoice(Why.TOO_MANY, changes[0])
    return words


def summary_of(view: BudgetView, now: datetime, day: date | None = None, weeks_back: int = 0) -> Summary:
    """Return the week of a day (of today, without one), or one some weeks before it, with the pay period of now."""
    budget = view.budget
    today = budget.day_of(now)
    week = budget.week_of(day or today)
    for _ in range(weeks_back):
        week = week.previous
    spent = view.spent(week)
    lines = tuple(
        Line(category, spent.get(category.number, 0))
        for category in budget.categories
        if not category.removed or spent.get(category.number)
    )
    return Summary(now, today, budget.money, week, lines, _pay_period(view, today))


def _pay_period(view: BudgetView, today: date) -> PayPeriod | None:
    pay = view.pay(today)
    if pay is None:
        return None
    return PayPeriod(pay.paydays[-1], pay.paycheck, pay.extra, pay.spent, expected_payday(pay.paydays))


def _entries_after(message: int, line: int, view: BudgetView) -> Sequence[RecordedEntry]:
    return view.entries_after(message, line, _PAGE)


def _append(file: BinaryIO, budget: Budget, entries: Sequence[RecordedEntry], *, heading: bool) -> int:
    """Write entries at the end of a file; return its size."""
    file.writelines(line.encode() for line in exchange.written(budget, entries, heading=heading))
    file.flush()  # else a full disk would be told only when the file is closed
    return file.tell()


def _imported(
    message: Message, entries: tuple[Entry, ...], budget: Budget, tx: MessageTransaction
) -> MessageState | None:
    """Record a table's entries. None where the budget changed since they were read: a number is money by its currency."""
    if tx.budget.money.currency != budget.money.currency:
        return None
    numbers = {category.number for category in tx.budget.categories}
    if not numbers.issuperset(entry.category for entry in entries if entry.category):
        return None
    return acts.record(tx, Submission(message.author, message.version, message.sent_at, entries))


def _receipt(tx: MessageTransaction, state: MessageState, now: datetime) -> Receipt:
    """Return the receipt of an act."""
    message = state.entries[0].message if state.entries else tx.message
    return Receipt(tx.budget, message, tx.budget.day_of(now), state, pay_period=_pay_period_of(tx, state, now))


def _pay_period_of(tx: MessageTransaction, state: MessageState, now: datetime) -> PayPeriod | None:
    """Return the pay period of now, where the message holds money in."""
    if all(one.entry.kind.is_spending for one in state.entries):
        return None
    return _pay_period(tx, tx.budget.day_of(now))


def _recorded(message: Message, tx: MessageTransaction) -> Receipt:
    """Read a message against its budget, and record what it says: `Bookkeeper.record`."""
    budget = tx.budget
    today = budget.day_of(message.sent_at)
    readings, treatments = _read(message, tx, today)
    stored = tx.stored() if message.edited else None
    if stored is not None:
        before = {one.line: one.entry for one in stored.entries}
        readings = tuple((line, _as_before(reading, before.get(n))) for n, (line, reading) in enumerate(readings))
    lines = tuple(_to_record(n, reading) for n, (_, reading) in enumerate(readings))
    # More entries than lines came from a file: its caption corrects none of them.
    if any(lines) and (stored is None or len(stored.entries) <= MOST_LINES):
        submission = Submission(message.author, message.version, message.sent_at, lines, message.edited)
        state = acts.record(tx, submission, stored)
    else:
        state = acts.state_of(tx) if message.edited else MessageState(Status.DONE)
    # Of a repeat nobody can tell whether it changed something when it came first.
    unchanged = stored is not None and state.status is Status.DONE and _is_same(stored, state)
    pay_period = _pay_period_of(tx, state, message.sent_at)
    return Receipt(budget, tx.message, today, state, readings, treatments, message.edited, pay_period, unchanged)


def _is_same(stored: StoredMessage, state: MessageState) -> bool:
    return (stored.entries, stored.questions) == (state.entries, state.questions)


def _read(
    message: Message, tx: MessageTransaction, today: date
) -> tuple[tuple[tuple[str, Reading], ...], tuple[Treatment, ...]]:
    """Read a message, first without what was taught; its notes are looked up where that could tell more.

    In a group each line is treated by what shows that money is meant; what only gets a reaction is read as nothing.
    """
    text = _storable(message.text)
    notes: set[str] = set()
    readings = read(text, tx.budget.scope(today, notes.add, forwarded=message.forwarded))
    lessons = tx.taught(notes) if notes else {}
    paid = any(isinstance(one, Understood) and one.entry.kind is Kind.PAYCHECK for _, one in readings)
    scope = tx.budget.scope(today, lessons.get, forwarded=message.forwarded)
    if lessons or paid:
        scope = _with_paydays(scope, tx, today) if paid else scope
        readings = read(text, scope)
    if not message.group:
        return tuple(readings), ()
    treatments = tuple(text_in_group(readings, scope))
    treated = (
        (line, _treated(reading, treatment, scope))
        for (line, reading), treatment in zip(readings, treatments, strict=True)
    )
    return tuple(treated), treatments


def _with_paydays(scope: Scope, view: BudgetView, today: date) -> Scope:
    """Return the scope with what tells a second paycheck from a new one."""
    pay = view.pay(today)
    if pay is None:
        return scope
    last = pay.paydays[-1]
    gap = (expected_payday(pay.paydays) - last).days if len(pay.paydays) > 1 else None
    return replace(scope, last_paycheck=last, usual_gap=gap)


def _treated(reading: Reading, treatment: Treatment, scope: Scope) -> Reading:
    match reading, treatment:
        case _, (Treatment.REACT | Treatment.SILENT):
            return Unreadable(Why.NO_AMOUNT)
        case Understood(), Treatment.ASK:
            return as_question(reading, scope)
        case _:
            return reading


def _to_record(line: int, reading: Reading) -> RecordedLine:
    match reading:
        case Understood(entry):
            return entry
        case Question(about, choices):
            return OpenQuestion(line, about, choices)
        case _:
            return None


def _as_before(reading: Reading, entry: Entry | None) -> Reading:
    """Read an edited line as its entry was settled by taps before: the same answer, category or kind is not asked twice."""
    match reading, entry:
        case (_, None):
            return reading
        case Understood(read_anew, Offer.INCOME), Entry(kind=Kind.PAYCHECK):
            return Understood(replace(read_anew, kind=Kind.PAYCHECK, category=None))
        case Understood(read_anew, (Offer.CATEGORIES | Offer.TAUGHT | Offer.BUILT_IN)), Entry(
            category=int()
        ) as settled:
            return Understood(replace(read_anew, category=settled.category), Offer.TAUGHT)
        case Question(_, choices), Entry() as settled:
            return _settled(choices, settled) or reading
        case _:
            return reading


def _settled(choices: Sequence[Choice], settled: Entry) -> Understood | None:
    """Return the one choice that a tap settled before; None where none or several are alike."""
    single = [choice.entries[0] for choice in choices if len(choice.entries) == 1]
    alike = [one for one in single if (one.kind, one.category) == (settled.kind, settled.category)]
    if len(alike) > 1:
        alike = [one for one in alike if one.amount == settled.amount]
    return Understood(alike[0]) if len(alike) == 1 else None


def _storable(text: str) -> str:
    """Return a text that every database takes: no NUL, and a question mark for half a surrogate pair."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
