"""The one desk that every door leads to: it reads what people write, records it, and draws up summaries.

It knows the rules and the ledger, and no sentence: a door says what came of it. Moments come in as arguments (aware UTC instants).
Every method may raise `LedgerUnavailable`; the others that one raises are named with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial

from budget import exchange
from budget.categories import (
    LAST_RESORT,
    MOST_CATEGORIES,
    MOST_KEYWORDS,
    Category,
    category_called,
    checked_keyword,
    checked_name,
    folded,
    key_for,
)
from budget.currencies import currency_named
from budget.entries import Entry, Held, Kind
from budget.errors import InvalidChoice, LedgerUnavailable, NotFound, Why
from budget.grammar import (
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
from budget.ledger import Asked, Beginnings, Budget, Ledger, Sheet, Slip, Status, Version, View, Written
from budget.locales import locale_named
from budget.money import Money
from budget.periods import expected_payday, weekday_named, zone_named
from budget.summary import Line, PayPeriod, Summary

FIRST_STATE = Version(0, 0)
_PAGE = 1000  # entries read at a time for a file


@dataclass(frozen=True, slots=True)
class Message:
    """A text as it reached a door; ``sent_at`` is when the person first sent it, whatever edits came later."""

    owner: int
    number: int
    author: int
    text: str
    sent_at: datetime
    version: Version = FIRST_STATE
    table: str | None = None
    """The text of a file that came with it, to be imported."""
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
    """What came of a message or of a tap: its lines as they were read, and all that the ledger now holds of the message."""

    budget: Budget
    message: int
    today: date
    written: Written
    readings: tuple[tuple[str, Reading], ...] = ()
    treatments: tuple[Treatment, ...] = ()
    """What becomes of each line in a group."""
    edited: bool = False
    pay_period: PayPeriod | None = None
    """The pay period now, where the message holds money in."""


class Bookkeeper:
    """Records entries and draws up summaries, for any chat; ``beginnings`` are what a new budget starts with."""

    def __init__(self, ledger: Ledger, beginnings: Beginnings) -> None:
        self._ledger = ledger
        self._beginnings = beginnings

    async def budget(self, owner: int) -> Budget:
        """Return a chat's budget, opened with the starting categories where it is new."""
        held = await self._ledger.budget(owner)
        return held if held is not None else await self._ledger.open_budget(owner, self._beginnings)

    # --- what people write ---

    async def record(self, message: Message) -> Receipt:
        """Hold what a message says, each good line of it. A repeat changes nothing and gives the same receipt.

        An edit corrects the entries line by line; where none of its lines reads, they stay as they were.
        """
        return await self._ledger.write_down(
            message.owner, message.number, self._beginnings, partial(_recorded, message)
        )

    # --- what people tap ---

    async def answer(self, owner: int, message: int, line: int, choice: int, act: str, now: datetime) -> Receipt:
        """Record the choice that was tapped under a question. Raises `NotFound` where it is no longer open."""
        budget = await self.budget(owner)
        written = await self._ledger.answer(owner, message, line, choice, act, budget.week_of)
        return await self._drawn_up(budget, message, budget.day_of(now), written)

    async def decline(self, owner: int, message: int, line: int, act: str, now: datetime) -> Receipt:
        """Close a question without recording anything. Raises `NotFound` where it is no longer open."""
        budget = await self.budget(owner)
        written = await self._ledger.decline(owner, message, line, act, budget.week_of)
        return await self._drawn_up(budget, message, budget.day_of(now), written)

    async def set_undone(
        self, owner: int, message: int, line: int | None, act: str, now: datetime, *, undone: bool
    ) -> Receipt:
        """Undo or restore one line of a message, or all of it. Raises `NotFound`."""
        budget = await self.budget(owner)
        written = await self._ledger.set_undone(owner, message, line, act, budget.week_of, undone=undone)
        return await self._drawn_up(budget, message, budget.day_of(now), written)

    async def undo_latest(self, owner: int, act: str, now: datetime) -> Receipt:
        """Undo the entries of the latest message that has any. Raises `NotFound` where nothing is left to undo."""
        budget = await self.budget(owner)
        written = await self._ledger.undo_latest(owner, act, budget.week_of)
        return await self._drawn_up(budget, written.held[0].message, budget.day_of(now), written)

    async def recategorise(
        self, owner: int, message: int, line: int, category: int, act: str, now: datetime
    ) -> Receipt:
        """Move an entry to another category, and remember it for its note. Raises `NotFound`."""
        budget = await self.budget(owner)
        if category not in {one.number for one in budget.current}:
            raise NotFound(str(category))
        written = await self._ledger.recategorise(owner, message, line, category, act, budget.week_of)
        return await self._drawn_up(budget, message, budget.day_of(now), written)

    async def make_income(self, owner: int, message: int, line: int, act: str, now: datetime) -> Receipt:
        """Turn an expense that began with `paid` into a paycheck. Raises `NotFound`."""
        budget = await self.budget(owner)
        written = await self._ledger.make_income(owner, message, line, act, budget.week_of)
        return await self._drawn_up(budget, message, budget.day_of(now), written)

    async def receipt(self, owner: int, message: int, now: datetime) -> Receipt:
        """Return what a message holds now; nothing changes."""
        budget = await self.budget(owner)
        written = await self._ledger.message(owner, message, budget.week_of)
        return await self._drawn_up(budget, message, budget.day_of(now), written)

    async def _drawn_up(self, budget: Budget, message: int, today: date, written: Written) -> Receipt:
        pay_period = None
        if _holds_money_in(written):
            pay_period = await self._ledger.look(budget.owner, lambda view: _pay_period(view, today))
        return Receipt(budget, message, today, written, pay_period=pay_period)

    # --- what people look at ---

    async def summary(self, owner: int, now: datetime, *, day: date | None = None, weeks_back: int = 0) -> Summary:
        """Draw up the week of a day (of today, without one), or one some weeks before it, with the pay period of now."""
        draw = partial(drawn_up, now=now, day=day, weeks_back=weeks_back)
        summary = await self._ledger.look(owner, draw)
        if summary is None:
            await self._ledger.open_budget(owner, self._beginnings)
            summary = await self._ledger.look(owner, draw)
        if summary is None:
            raise LedgerUnavailable("database: the budget was forgotten meanwhile")
        return summary

    async def recent(self, owner: int, most: int) -> tuple[Budget, Sequence[Held]]:
        """Return the latest entries, the newest first, with the budget they stand in."""
        return await self.budget(owner), await self._ledger.recent(owner, most)

    # --- what goes out and comes in as a whole ---

    async def export(self, owner: int) -> tuple[bytes, int]:
        """Return all entries as a CSV file, and how many they are. Read in pages, so that few are held at a time."""
        budget = await self.budget(owner)
        out, count, after = bytearray(), 0, (-(2**63), 0)
        while held := await self._ledger.entries(owner, after, _PAGE):
            out += "".join(exchange.written(budget, held, heading=not count)).encode()
            count += len(held)
            after = (held[-1].message, held[-1].line)
        return bytes(out), count

    async def bring_in(self, message: Message, table: str) -> Receipt:
        """Record a table of entries (CSV) as one message: all of it or nothing, and once. Raises `Refused`."""
        budget = await self.budget(message.owner)
        today = budget.day_of(message.sent_at)
        entries = exchange.read(_storable(table), budget, today)
        slip = Slip(message.owner, message.number, message.author, message.version, message.sent_at, entries)
        written = await self._ledger.record(slip, budget.week_of)
        this_week = tuple(one for one in written.standings if one.week == budget.week_of(today))
        return Receipt(budget, message.number, today, replace(written, standings=this_week))

    async def forget(self, owner: int) -> None:
        """Delete all that is kept of a chat."""
        await self._ledger.forget(owner)

    # --- what people choose ---

    async def set_limit(self, owner: int, words: Sequence[str]) -> tuple[Budget, Category]:
        """Set the weekly limit of a category: its name, then the amount, each of one word or more (`fun 1 500 USD`).

        Raises `NotFound` for the name, `Refused` for the amount.
        """
        budget = await self.budget(owner)
        limit, category = "", budget.categories[0]
        for end in range(len(words) - 1, 0, -1):  # the longest name that is one
            try:
                category = category_called(" ".join(words[:end]), budget.categories)
            except NotFound:
                continue
            limit = " ".join(words[end:])
            break
        else:
            raise NotFound(" ".join(words[:-1]))
        await self._ledger.set_limit(owner, category.number, budget.money.read_limit(limit))
        return await self._changed(owner, category.number)

    async def add_category(self, owner: int, name: str, limit: str) -> tuple[Budget, Category]:
        """Add a category, or take one of that name into use again.

        Raises `InvalidChoice` for a name that cannot be, `Refused` for the limit.
        """
        budget = await self.budget(owner)
        if len(budget.current) >= MOST_CATEGORIES:
            raise InvalidChoice(Why.TOO_MANY, name)
        name = checked_name(_storable(name), budget.categories)
        removed = [one.key for one in budget.categories if one.removed and folded(one.name) == folded(name)]
        key = removed[0] if removed else key_for(name, budget.categories)
        await self._ledger.add_category(owner, key, name, budget.money.read_limit(limit))
        budget = await self.budget(owner)
        return budget, next(one for one in budget.categories if one.key == key)

    async def rename_category(self, owner: int, category: str, name: str) -> tuple[Budget, Category]:
        """Rename a category; programs still know it by its key. Raises `NotFound`, `InvalidChoice`."""
        budget = await self.budget(owner)
        one = category_called(category, budget.categories)
        await self._ledger.rename_category(owner, one.number, checked_name(_storable(name), budget.categories, of=one))
        return await self._changed(owner, one.number)

    async def remove_category(self, owner: int, category: str) -> tuple[Budget, Category]:
        """Take a category out of use; what was spent there stays. Raises `NotFound`, and `InvalidChoice` for the last resort."""
        budget = await self.budget(owner)
        one = category_called(category, budget.categories)
        if one.key == LAST_RESORT:
            raise InvalidChoice(Why.LAST_RESORT, one.name)
        await self._ledger.remove_category(owner, one.number)
        return await self._changed(owner, one.number)

    async def set_keywords(self, owner: int, category: str, changes: Sequence[str]) -> tuple[Budget, Category]:
        """Let words mean a category (``+cinema``) or no longer (``-bar``): all of them, or none where one cannot be.

        Raises `NotFound` for the category, `InvalidChoice` for a word.
        """
        budget = await self.budget(owner)
        one = category_called(category, budget.categories)
        words: dict[str, bool] = {}
        for change in changes:
            word = change[1:].casefold()
            if change[0] == "+":
                words[checked_keyword(_storable(change[1:]), budget.categories, of=one)] = True
            elif word in one.keywords:
                words[word] = False
            else:
                raise InvalidChoice(Why.UNKNOWN_KEYWORD, change[1:])
        if len(set(one.keywords) | {word for word, means in words.items() if means}) > MOST_KEYWORDS:
            raise InvalidChoice(Why.TOO_MANY, changes[0])
        await self._ledger.set_keywords(owner, one.number, words)
        return await self._changed(owner, one.number)

    async def change_settings(
        self,
        owner: int,
        *,
        currency: str | None = None,
        locale: str | None = None,
        time_zone: str | None = None,
        week_starts_on: str | None = None,
    ) -> Budget:
        """Change what is given. Days of entries stay, and so does the currency once anything was written down in it.

        Raises `InvalidChoice` for what there is not.
        """
        budget = await self.budget(owner)
        money = Money(
            currency_named(currency) if currency is not None else budget.money.currency,
            locale_named(locale) if locale is not None else budget.money.locale,
        )
        if money.currency != budget.money.currency and not await self._ledger.is_empty(owner):
            raise InvalidChoice(Why.CURRENCY_IN_USE, budget.money.currency.code)
        chosen = Beginnings(
            money,
            zone_named(time_zone).key if time_zone is not None else budget.time_zone,
            weekday_named(week_starts_on) if week_starts_on is not None else budget.week_starts_on,
        )
        await self._ledger.change_settings(owner, chosen)
        return await self.budget(owner)

    async def _changed(self, owner: int, category: int) -> tuple[Budget, Category]:
        budget = await self.budget(owner)
        return budget, budget.category(category)


def drawn_up(view: View, now: datetime, day: date | None = None, weeks_back: int = 0) -> Summary:
    """Draw up the week of a day (of today, without one), or one some weeks before it, with the pay period of now."""
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


def _pay_period(view: View, today: date) -> PayPeriod | None:
    pay = view.pay(today)
    if pay is None:
        return None
    return PayPeriod(pay.paydays[-1], pay.paycheck, pay.extra, pay.spent, expected_payday(pay.paydays))


def _recorded(message: Message, sheet: Sheet) -> Receipt:
    """Read a message against its budget, and hold what it says: `Bookkeeper.record`."""
    budget = sheet.budget
    today = budget.day_of(message.sent_at)
    readings, treatments = _read(message, sheet, today)
    written = Written(Status.DONE)
    if message.edited:
        written = sheet.held()
        held = {one.line: one.entry for one in written.held}
        readings = tuple((line, _as_before(reading, held.get(n))) for n, (line, reading) in enumerate(readings))
    lines = tuple(_to_hold(n, reading) for n, (_, reading) in enumerate(readings))
    if any(lines):
        written = sheet.hold(
            Slip(message.owner, message.number, message.author, message.version, message.sent_at, lines, message.edited)
        )
    pay_period = _pay_period(sheet, today) if _holds_money_in(written) else None
    return Receipt(budget, message.number, today, written, readings, treatments, message.edited, pay_period)


def _read(message: Message, sheet: Sheet, today: date) -> tuple[tuple[tuple[str, Reading], ...], tuple[Treatment, ...]]:
    """Read a message, first without what was taught; its notes are looked up where that could tell more.

    In a group each line is treated by what shows that money is meant; what only gets a reaction is read as nothing.
    """
    text = _storable(message.text)
    notes: set[str] = set()
    readings = read(text, sheet.budget.scope(today, notes.add, forwarded=message.forwarded))
    lessons = sheet.taught(notes) if notes else {}
    paid = any(isinstance(one, Understood) and one.entry.kind is Kind.PAYCHECK for _, one in readings)
    scope = sheet.budget.scope(today, lessons.get, forwarded=message.forwarded)
    if lessons or paid:
        scope = _with_paydays(scope, sheet, today) if paid else scope
        readings = read(text, scope)
    if not message.group:
        return tuple(readings), ()
    treatments = tuple(text_in_group(readings, scope))
    return (
        tuple(
            (line, _treated(reading, treatment, scope))
            for (line, reading), treatment in zip(readings, treatments, strict=True)
        ),
        treatments,
    )


def _with_paydays(scope: Scope, sheet: Sheet, today: date) -> Scope:
    """Return the scope with what tells a second paycheck from a new one."""
    pay = sheet.pay(today)
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


def _holds_money_in(written: Written) -> bool:
    return any(not one.entry.kind.is_spending for one in written.held)


def _to_hold(line: int, reading: Reading) -> Entry | Asked | None:
    match reading:
        case Understood(entry):
            return entry
        case Question(about, choices):
            return Asked(line, about, choices)
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
