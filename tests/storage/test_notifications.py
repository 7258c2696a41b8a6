"""Notifications in both databases: what a tick finds, decides and stores, and what changes let it look again."""

import asyncio
import random
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from budget.bills import Bill, Rate
from budget.errors import NotFound
from budget.forgetting import Step
from budget.notifications import DigestTime, Notifications, Topic
from budget.notifier import Notifier, Told
from budget.schedules import monthly
from storage.database import Database
from storage.forgetting import SqlForgetting
from storage.notifications import SqlNotifications
from tests.ledgers import BEGINNINGS, MONDAY, Book, expense, slip

pytest_plugins = ["tests.databases"]

BOT, OTHER = 7, 8
ANN, SUPERGROUP = 5, -1_001_000_000_005
NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)
SUNDAY = 6


@pytest.fixture
async def told_book(url: str) -> AsyncIterator[Book]:
    async with Book(url, bot=BOT) as book:
        yield book


@pytest.fixture
def notifier(told_book: Book) -> Notifier:
    return notifier_of(told_book.database)


def notifier_of(database: Database, bot: int = BOT) -> Notifier:
    return Notifier(SqlNotifications(database, bot), BEGINNINGS)


async def tick(notifier: Notifier, now: datetime) -> list[Told]:
    found = [await notifier.decide(owner, now) for owner in await notifier.due(now)]
    return [one for one in found if one is not None]


async def rent(book: Book, owner: int = ANN) -> int:
    bill = Bill(0, "Rent", monthly(1), MONDAY, (Rate(MONDAY, 90_000),))
    return await book.change(owner, lambda tx: tx.add_bill(bill), BEGINNINGS)


async def test_a_bill_is_told_on_its_day_once(told_book: Book, notifier: Notifier) -> None:
    await rent(told_book)
    assert await tick(notifier, NINE - 3 * DAY) == []
    assert await notifier.due(NINE - timedelta(seconds=1)) == []
    (told,) = await tick(notifier, NINE)
    assert (told.owner, told.chat, told.today, told.notification.topic) == (ANN, ANN, NINE.date(), Topic.BILLS)
    assert [(due.bill.name, due.amount) for due in told.notification.due] == [("Rent", 90_000)]
    assert await tick(notifier, NINE) == await tick(notifier, NINE - DAY) == await tick(notifier, NINE + DAY) == []
    (again,) = await tick(notifier, datetime(2027, 1, 1, 12, tzinfo=UTC))
    assert [due.planned for due in again.notification.due] == [date(2027, 1, 1)]
    assert [due.planned for due in again.notification.let_go] == [date(2026, 12, 1)]


async def test_a_paid_skipped_or_moved_bill_is_not_told(told_book: Book, notifier: Notifier) -> None:
    number = await rent(told_book)
    await told_book.change(ANN, lambda tx: tx.decide(number, NINE.date(), moved_to=NINE.date() + DAY))
    assert await tick(notifier, NINE) == []
    (told,) = await tick(notifier, NINE + DAY)
    assert [due.planned for due in told.notification.due] == [NINE.date()]
    await told_book.change(ANN, lambda tx: tx.decide(number, date(2027, 1, 1), skipped=True))
    assert await tick(notifier, datetime(2027, 1, 1, 9, tzinfo=UTC)) == []


async def test_a_bill_that_is_off_and_let_go_occurrences(told_book: Book, notifier: Notifier) -> None:
    number = await rent(told_book)
    await tick(notifier, NINE)
    day = NINE
    said = []
    while day < NINE + 32 * DAY:
        said += [one for one in await tick(notifier, day) if one.notification.let_go]
        day += DAY
    assert [one.today for one in said] == [date(2027, 1, 1)]
    off = Bill(number, "Rent", monthly(1), MONDAY, (Rate(MONDAY, 90_000),), removed=True)
    await told_book.change(ANN, lambda tx: tx.set_bill(off))
    assert await tick(notifier, datetime(2027, 2, 1, 9, tzinfo=UTC)) == []


async def test_another_zone_is_looked_at_again(told_book: Book, notifier: Notifier) -> None:
    await rent(told_book)
    await tick(notifier, NINE - DAY)
    east = replace(BEGINNINGS, time_zone="Asia/Tokyo")
    await told_book.change(ANN, lambda tx: tx.set_settings(BEGINNINGS))
    assert await notifier.due(NINE - DAY) == []
    await told_book.change(ANN, lambda tx: tx.set_settings(east))
    assert len(await tick(notifier, NINE - timedelta(hours=10))) == 0
    assert len(await tick(notifier, NINE - timedelta(hours=8))) == 1  # 10:00 in Tokyo


async def test_another_bot_and_the_terminal_say_nothing(url: str, told_book: Book) -> None:
    await rent(told_book)
    assert await tick(notifier_of(told_book.database, OTHER), NINE) == []
    async with Book(url) as terminal:
        await rent(terminal, ANN + 1)
    assert await notifier_of(told_book.database).due(NINE) == [ANN]
    async with Book(url, bot=OTHER) as other:  # a new token: it tells what its chats change from then on
        await other.change(ANN, lambda tx: tx.decide(tx.budget.bills[0].number, MONDAY, skipped=True))
        assert await notifier_of(other.database, OTHER).due(NINE) == [ANN]


async def test_what_is_wanted_is_kept(notifier: Notifier) -> None:
    assert await notifier.wanted(ANN) == Notifications()
    await notifier.set_digest(ANN, "monday 8:00")
    assert await notifier.set_reminder(ANN, "20:30") == await notifier.wanted(ANN)
    assert await notifier.wanted(ANN) == Notifications(DigestTime(0, time(8)), time(20, 30))
    assert await notifier.set_digest(ANN, "off") == Notifications(reminder=time(20, 30))


async def test_a_digest_tells_of_the_week_before(told_book: Book, notifier: Notifier) -> None:
    await notifier.set_digest(ANN, "monday 8:00")
    budget = await told_book.open_budget(ANN, BEGINNINGS)
    await told_book.record(slip(1, expense(1250, budget.categories[0].number), owner=ANN))
    monday = datetime(2026, 11, 23, 8, tzinfo=UTC)
    for quiet in (1, 2, 2, 3, 9):
        await notifier.answer_reminder(ANN, MONDAY + quiet * DAY)
    await told_book.record(slip(2, expense(50, budget.categories[0].number, day=MONDAY + DAY), owner=ANN))
    await told_book.set_undone(ANN, await told_book.number_of(ANN, 2), None, "undo", undone=True)
    await told_book.record(slip(3, expense(50, budget.categories[0].number, day=MONDAY + 3 * DAY), owner=ANN))
    (told,) = await tick(notifier, monday)
    assert told.digest is not None
    assert told.digest.summary.nothing_spent_on == (MONDAY + DAY, MONDAY + 2 * DAY)
    assert (told.digest.summary.week.start, told.digest.summary.spent, told.digest.before) == (MONDAY, 1300, 0)
    for week in range(1, 4):
        said = await tick(notifier, monday + week * 7 * DAY)
        assert [one.digest.before for one in said if one.digest] == ([])
    (last,) = await tick(notifier, monday + 28 * DAY)
    assert last.notification.farewell
    assert (await notifier.wanted(ANN)).digest is None


async def test_a_reminder_comes_where_nothing_was_recorded(told_book: Book, notifier: Notifier) -> None:
    await notifier.set_reminder(ANN, "20:00")
    budget = await told_book.open_budget(ANN, BEGINNINGS)
    evening = datetime(2026, 11, 16, 20, tzinfo=UTC)
    await told_book.record(slip(1, expense(1250, budget.categories[0].number), owner=ANN))
    assert await tick(notifier, evening) == []
    assert [one.notification.topic for one in await tick(notifier, evening + DAY)] == [Topic.REMINDER]
    day = MONDAY + 2 * DAY
    await notifier.answer_reminder(ANN, day)
    assert (await notifier.answer_reminder(ANN, day - DAY)).nothing_spent == day  # a tap on an older one
    assert await tick(notifier, evening + 2 * DAY) == []
    assert (await notifier.answer_reminder(ANN)).unanswered == 0
    with pytest.raises(NotFound):
        await notifier.answer_reminder(ANN + 1)


async def test_an_entry_after_the_reminder_of_its_day_answers_it(told_book: Book, notifier: Notifier) -> None:
    await notifier.set_reminder(ANN, "20:00")
    fun = (await told_book.open_budget(ANN, BEGINNINGS)).categories[0].number
    evening, days = datetime(2026, 11, 16, 20, tzinfo=UTC), 9  # over a Sunday, after which another week begins
    for n in range(days):
        (told,) = await tick(notifier, evening + n * DAY)
        assert not told.notification.farewell
        await told_book.record(slip(n + 1, expense(300, fun, day=MONDAY + n * DAY), owner=ANN))
    await told_book.set_undone(ANN, await told_book.number_of(ANN, days), None, "undo", undone=True)
    ends = [(await tick(notifier, evening + n * DAY))[0].notification.farewell for n in range(days, days + 2)]
    assert ends == [False, True], "of the three reminders since the one that was answered last"


async def test_a_chat_that_blocked_the_bot_is_told_nothing_until_it_starts(told_book: Book, notifier: Notifier) -> None:
    await rent(told_book)
    await notifier.stop(ANN)
    assert await tick(notifier, NINE) == []
    await notifier.start(ANN)
    assert len(await tick(notifier, NINE)) == 1
    await notifier.start(ANN)
    assert await notifier.due(NINE) == []


async def test_a_chat_that_is_put_off_is_looked_at_in_an_hour(told_book: Book, notifier: Notifier) -> None:
    await rent(told_book)
    await notifier.put_off(ANN, NINE)
    assert await notifier.due(NINE + timedelta(minutes=59)) == []
    assert len(await tick(notifier, NINE + timedelta(hours=1))) == 1
    await notifier.put_off(ANN + 1, NINE)  # a budget that is gone meanwhile
    assert await notifier.due(NINE + DAY) == []


async def test_a_closed_budget_is_told_nothing(told_book: Book, notifier: Notifier) -> None:
    requests = SqlForgetting(told_book.database)
    await rent(told_book)
    await requests.ask(ANN, "nonce", ANN, NINE)
    await requests.answer(ANN, "nonce", NINE, lambda _request: Step.CLOSE)
    assert await notifier.due(NINE) == []
    assert await notifier.decide(ANN, NINE) is None
    await requests.restore(ANN, NINE)
    assert len(await tick(notifier, NINE)) == 1
    await told_book.forget(ANN)
    assert await notifier.decide(ANN, NINE) is None
    assert await notifier.due(NINE + 400 * DAY) == []


async def test_a_group_that_moves_is_told_in_its_new_chat(told_book: Book, notifier: Notifier) -> None:
    await rent(told_book)
    await told_book.open_budget(SUPERGROUP, BEGINNINGS)
    await told_book.move(ANN, SUPERGROUP)
    assert [(one.owner, one.chat) for one in await tick(notifier, NINE)] == [(ANN, SUPERGROUP)]


async def test_what_a_merged_budget_wants_is_not_lost(told_book: Book, notifier: Notifier) -> None:
    await told_book.open_budget(ANN, BEGINNINGS)
    await rent(told_book, SUPERGROUP)
    await told_book.move(ANN, SUPERGROUP)
    (told,) = await tick(notifier, NINE)
    assert (told.chat, [due.bill.name for due in told.notification.due]) == (SUPERGROUP, ["Rent"])


async def test_of_replicas_that_tick_at_once_one_says_it(url: str, told_book: Book) -> None:
    owners = range(1, 9)
    for owner in owners:
        await rent(told_book, owner)
    async with Database(url, bot=BOT) as second, Database(url, bot=BOT) as third:
        notifiers = [notifier_of(each) for each in (told_book.database, second, third)]
        said: list[Told] = []
        for day in range(62):
            now = NINE + day * DAY
            for ticked in await asyncio.gather(*(tick(each, now) for each in notifiers)):
                said += ticked
    assert sorted((one.owner, one.today) for one in said) == sorted(
        (owner, date(year, month, 1)) for owner in owners for year, month in ((2026, 12), (2027, 1))
    )


YEAR = range(365)
BERLIN = ZoneInfo("Europe/Berlin")


class Replica:
    """A process that ticks; killed between commit and sending, it knows of nothing that it has decided, and begins again."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = Database(url, bot=BOT)

    async def tick(self, now: datetime, *, killed: bool) -> tuple[list[Told], list[Told]]:
        """Return what was said, and what was decided and lost."""
        told = await tick(notifier_of(self.database), now)
        if not killed:
            return told, []
        await self.database.__aexit__(None, None, None)
        self.database = Database(self.url, bot=BOT)
        await self.database.__aenter__()
        return [], told


def due_in_a_year(first: date) -> dict[date, Topic]:
    """What a chat with a rent on the 1st, a digest on Mondays, a reminder and an entry each Sunday is told: a word a day."""
    days = [first + n * DAY for n in YEAR]
    rents = {day for day in days if day.day == 1}
    found = {}
    for day in days:
        if day in rents or day - 31 * DAY in rents:  # due, or let go
            found[day] = Topic.BILLS
        elif day.weekday() != SUNDAY:
            found[day] = Topic.DIGEST if day.weekday() == 0 else Topic.REMINDER
    return found


async def test_in_a_year_of_three_replicas_each_word_is_said_once(url: str, told_book: Book) -> None:
    """They are killed and started, their clocks differ and jump, and ticks are missed."""
    dice = random.Random(7)  # noqa: S311 - not for secrets
    notifier, first = notifier_of(told_book.database), date(2026, 11, 30)
    budget = await told_book.open_budget(ANN, replace(BEGINNINGS, time_zone="Europe/Berlin"))
    await rent(told_book)
    await notifier.set_digest(ANN, "monday 8:00")
    await notifier.set_reminder(ANN, "20:00")
    await told_book.record(slip(500, expense(500, budget.categories[0].number, day=first - DAY), owner=ANN))
    replicas = [Replica(url) for _ in range(3)]
    for one in replicas:
        await one.database.__aenter__()
    said: list[Told] = []
    lost: list[Told] = []
    for n in YEAR:
        day = first + n * DAY
        if day.weekday() == SUNDAY:
            await told_book.record(slip(n, expense(500, budget.categories[0].number, day=day), owner=ANN))
        for hour in (dice.choice([2, 9.5, 12]), dice.uniform(20.5, 22.5)):
            now = datetime.combine(day, time(), BERLIN) + timedelta(hours=hour)
            clocks = [now + timedelta(minutes=dice.uniform(-25, 25)) for _ in replicas]
            ticks = [
                one.tick(clock.astimezone(UTC), killed=dice.random() < 0.03)
                for one, clock in zip(replicas, clocks, strict=True)
            ]
            # At once, or one after another: both happen, and waiting for SQLite's lock takes long.
            done = await asyncio.gather(*ticks) if dice.random() < 0.1 else [await each for each in ticks]
            for told, gone in done:
                said, lost = said + told, lost + gone
                if any(one.notification.topic is Topic.REMINDER for one in told + gone):
                    await notifier.answer_reminder(ANN)
    for one in replicas:
        await one.database.__aexit__(None, None, None)
    assert lost
    assert sorted((one.today, one.notification.topic) for one in said + lost) == sorted(due_in_a_year(first).items())


async def test_the_digest_is_offered_once_by_all_replicas(told_book: Book, notifier: Notifier) -> None:
    await rent(told_book)
    other = notifier_of(told_book.database)
    offered = await asyncio.gather(*(one.offer_digest(ANN) for one in (notifier, other) for _ in range(3)))
    assert sorted(offered) == [False] * 5 + [True]
    budget = await told_book.budget(ANN)
    assert budget is not None
    assert budget.digest_offered
    await notifier.set_digest(OTHER, "off")
    assert not await notifier.offer_digest(OTHER)


async def test_a_budget_is_looked_at_once_a_week(told_book: Book, notifier: Notifier) -> None:
    budget = await told_book.open_budget(ANN, BEGINNINGS)
    week = [MONDAY, MONDAY + 6 * DAY, MONDAY + 7 * DAY, MONDAY + 8 * DAY]
    assert [notifier.may_offer_digest(budget, day) for day in week] == [True, False, True, False]
    assert not notifier.may_offer_digest(replace(budget, digest_offered=True), MONDAY + 14 * DAY)
    for owner in range(10_000):  # what is remembered is bounded
        notifier.may_offer_digest(replace(budget, owner=1_000_000 + owner), MONDAY)
    assert notifier.may_offer_digest(budget, MONDAY + 8 * DAY)
