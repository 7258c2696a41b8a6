"""Polling, whatever ends first: requests and updates end in the order that a test says, and nothing depends on time."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from telegram import Bot
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

from bot.telegram.delivery import Call
from bot.telegram.dispatch import Dispatcher
from bot.telegram.incoming import Incoming, Joined
from bot.telegram.pace import Pace
from bot.telegram.polling import Polling
from budget.errors import LedgerUnavailable
from storage.database import Database
from storage.waiting import SqlUpdates, Waiting
from tests.chat import SUNDAY
from tests.ledgers import Book
from tests.telegram.running import store_down

pytest_plugins = ["tests.databases"]

NEVER = 3600.0
QUICK = Pace(between=0.001, calm=0, crowded=0.001, keep_after=NEVER, full_after=NEVER, again=0.001, hanging_after=NEVER)
STILL = Pace(between=NEVER, calm=0, crowded=NEVER, keep_after=NEVER, full_after=NEVER, again=NEVER)
HANGS = replace(QUICK, hanging_after=0.02)
KEEPS = Pace(between=0.001, calm=0, crowded=0.001, keep_after=0.02, full_after=NEVER, again=0.001)


def update(number: int, chat: int) -> dict[str, int]:
    return {"update_id": number, "chat": chat}


class Requests(BaseRequest):
    """Telegram's network edge: each request for updates waits until the test answers it."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self._answers: list[asyncio.Future[list[dict[str, int]]]] = []
        self._new = asyncio.Event()

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: Any, **__: Any
    ) -> tuple[int, bytes]:
        assert (url.rpartition("/")[2], method) == ("getUpdates", "POST")
        assert request_data is not None
        self.asked.append(dict(request_data.parameters))
        self._answers.append(asyncio.get_running_loop().create_future())
        self._new.set()
        return 200, json.dumps({"ok": True, "result": await self._answers[-1]}).encode()

    async def next(self, number: int) -> dict[str, Any]:
        """Wait for a request, the first is 0; return what it asks for."""
        while len(self.asked) <= number:
            self._new.clear()
            await self._new.wait()
        return self.asked[number]

    def answer(self, *updates: dict[str, int]) -> None:
        """Answer the latest request."""
        self._answers[-1].set_result(list(updates))

    async def answer_until(self, true: Callable[[], bool], *updates: dict[str, int]) -> None:
        """Answer each request with those of some updates that it asks for, as Telegram does, until something is true."""
        while not true():
            while self._answers and not self._answers[-1].done():
                found = [one for one in updates if one["update_id"] >= self.asked[-1].get("offset", 0)][:100]
                if not found and self.asked[-1]["timeout"]:
                    break
                self.answer(*found)
            await asyncio.sleep(0.001)


class ScriptedDispatcher(Dispatcher):
    """Lets an update be done once the test says so, or fail; one call answers each."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.done: list[int] = []
        self.given_up: list[int] = []
        self.held: dict[int, asyncio.Event] = {}
        """Updates that wait."""
        self.failing: set[int] = set()
        """Chats whose updates fail."""
        self.changed = asyncio.Event()

    def read(self, raw: Any) -> Incoming:
        return Incoming(raw["chat"], 7, Joined(), private=True, reply_to=None, update=raw["update_id"])

    async def handle(self, found: Incoming) -> list[Call]:
        self.begun.append(found.update)
        self.changed.set()
        if found.update in self.held:
            await self.held[found.update].wait()
        return [Call("send_message", {"chat_id": found.chat, "update": found.update})]

    async def give_up(self, found: Incoming) -> list[Call]:
        self.given_up.append(found.update)
        self.failing.discard(found.chat)
        return []

    async def deliver(self, call: Call, bot: Bot) -> bool:
        del bot
        if call.params["chat_id"] in self.failing:
            raise NetworkError("as asked for")
        self.done.append(call.params["update"])
        self.changed.set()
        return True

    def answered(self, found: Incoming) -> None:
        """No chat here has a card."""

    def not_answered(self, found: Incoming) -> None:
        """Nobody counts here."""

    async def until(self, true: Callable[[], bool]) -> None:
        while not true():
            self.changed.clear()
            await self.changed.wait()


class SlowUpdates(SqlUpdates):
    """A store of which a test says when it has stored something, and when, and whether, a row is deleted."""

    def __init__(self, database: Database, bot: int) -> None:
        super().__init__(database, bot)
        self.stored, self.go_on = asyncio.Event(), asyncio.Event()
        self.deleting, self.may_delete = asyncio.Event(), asyncio.Event()
        self.failures = 0
        """How many deletions are still to fail."""

    async def keep(self, updates: Sequence[tuple[int, int, str, int]], at: datetime) -> None:
        await super().keep(updates, at)
        self.stored.set()
        await self.go_on.wait()

    async def done(self, chat: int, number: int) -> None:
        self.deleting.set()
        await self.may_delete.wait()
        if self.failures:
            self.failures -= 1
            raise LedgerUnavailable("as asked for")
        await super().done(chat, number)


class UnsureUpdates(SqlUpdates):
    """A store whose connection breaks right after it has stored something: nobody is told that it did."""

    def __init__(self, database: Database, bot: int) -> None:
        super().__init__(database, bot)
        self.stored, self.again, self.go_on = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.go_on.set()
        self.breaks = True
        """Whether it breaks when it stores once more, too."""

    async def keep(self, updates: Sequence[tuple[int, int, str, int]], at: datetime) -> None:
        if self.stored.is_set():
            self.again.set()
            await self.go_on.wait()
        await super().keep(updates, at)
        if self.breaks or not self.stored.is_set():
            self.stored.set()
            raise LedgerUnavailable("as asked for")


class LateUpdates(UnsureUpdates):
    """The same store, where a look that finds nothing is told so only when something has been stored once more."""

    def __init__(self, database: Database, bot: int) -> None:
        super().__init__(database, bot)
        self.looked, self.raised = asyncio.Event(), asyncio.Event()

    async def keep(self, updates: Sequence[tuple[int, int, str, int]], at: datetime) -> None:
        try:
            await super().keep(updates, at)
        finally:
            if self.again.is_set():
                self.raised.set()

    async def first(self, chat: int) -> Waiting | None:
        found = await super().first(chat)
        if found is None and self.again.is_set() and not self.raised.is_set():
            self.looked.set()
            await self.raised.wait()
        return found


@asynccontextmanager
async def polling_of(
    dispatcher: Dispatcher,
    requests: Requests,
    store: SqlUpdates | None = None,
    pace: Pace = QUICK,
    now: datetime = SUNDAY,
) -> AsyncIterator[Polling]:
    polling = Polling(Bot("7:x", get_updates_request=requests), dispatcher, store, lambda: now, pace)
    task = asyncio.create_task(polling.run())
    try:
        async with asyncio.timeout(60):  # only so that a broken test ends
            yield polling
    finally:
        task.cancel()
        await asyncio.wait([task])


async def nothing_waits(store: SqlUpdates) -> None:
    while await store.chats():  # noqa: ASYNC110 - the store tells nobody
        await asyncio.sleep(0.01)


@pytest.mark.parametrize("first", ["the update", "the request"])
async def test_whichever_ends_first_nothing_open_means_a_long_poll_at_once(first: str) -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    dispatcher.held[7] = asyncio.Event()
    async with polling_of(dispatcher, requests) as polling:
        await requests.next(0)
        requests.answer(update(7, 1))
        assert (await requests.next(1))["timeout"] == 0
        polling._pace = STILL  # from now on only news can wake it
        if first == "the update":
            dispatcher.held[7].set()
            await dispatcher.until(lambda: dispatcher.done == [7])
            requests.answer(update(7, 1))
        else:
            requests.answer(update(7, 1))
            for _ in range(20):
                await asyncio.sleep(0)
            dispatcher.held[7].set()

        asked = await requests.next(2)
        assert (asked["offset"], asked["timeout"]) == (8, 30)


async def test_what_is_left_unanswered_holds_nothing_up() -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    async with polling_of(dispatcher, requests) as polling:
        await requests.next(0)
        polling._pace = STILL
        for n in range(1, 5):
            requests.answer(update(n, 1))
            asked = await requests.next(n)
            assert (asked["offset"], asked["timeout"]) == (n + 1, 30)


async def test_while_fifty_are_not_done_it_does_not_ask() -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    dispatcher.held = {n: asyncio.Event() for n in range(1, 61)}
    async with polling_of(dispatcher, requests, pace=replace(QUICK, crowded=NEVER)):
        await requests.next(0)
        requests.answer(*(update(n, n) for n in range(1, 61)))
        for n in range(1, 11):
            dispatcher.held[n].set()
        await dispatcher.until(lambda: len(dispatcher.done) == 10)
        await asyncio.sleep(0.05)
        assert len(requests.asked) == 1, "it would be given the same fifty"

        dispatcher.held[11].set()
        assert (await requests.next(1))["offset"] == 12


async def test_where_more_wait_it_asks_as_soon_as_less_than_fifty_are_left() -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    dispatcher.held = {n: asyncio.Event() for n in range(1, 101)}
    async with polling_of(dispatcher, requests, pace=STILL):
        await requests.next(0)
        requests.answer(*(update(n, n) for n in range(1, 101)))
        for n in range(1, 52):
            dispatcher.held[n].set()
        assert (await requests.next(1))["offset"] == 52


async def test_soon_after_a_request_it_does_not_ask_again_though_nothing_is_open() -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    async with polling_of(dispatcher, requests, pace=replace(QUICK, calm=NEVER)) as polling:
        await requests.next(0)
        requests.answer(update(1, 1))
        await dispatcher.until(lambda: dispatcher.done == [1])
        await asyncio.sleep(0.05)
        assert len(requests.asked) == 1
        assert polling.oldest_open() == 0


async def test_while_one_chat_hangs_another_is_answered_and_its_own_order_is_kept() -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    dispatcher.held[1] = asyncio.Event()
    async with polling_of(dispatcher, requests):
        await requests.next(0)
        requests.answer(update(1, 1), update(2, 1))
        await requests.next(1)
        requests.answer(update(1, 1), update(2, 1), update(3, 2))
        await dispatcher.until(lambda: dispatcher.done == [3])
        assert dispatcher.begun == [1, 3]
        dispatcher.held[1].set()
        await dispatcher.until(lambda: dispatcher.done == [3, 1, 2])
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 4)


async def test_with_a_hundred_open_it_asks_again_only_once_the_first_is_done() -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    dispatcher.held = {n: asyncio.Event() for n in range(1, 101)}
    async with polling_of(dispatcher, requests):
        await requests.next(0)
        requests.answer(*(update(n, n) for n in range(1, 101)))
        await dispatcher.until(lambda: len(dispatcher.begun) == 100)
        for n in range(50, 101):
            dispatcher.held[n].set()
        await dispatcher.until(lambda: len(dispatcher.done) == 51)
        await asyncio.sleep(0.05)
        assert len(requests.asked) == 1, "it would be given the same hundred"

        dispatcher.held[1].set()
        assert (await requests.next(1))["offset"] == 2


@pytest.mark.parametrize("hanging", [1, 100])
async def test_what_hangs_among_a_hundred_holds_up_nobody_else_for_long(ledger: Book, hanging: int) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SqlUpdates(ledger.database, 7)
    dispatcher.held = {n: asyncio.Event() for n in range(1, hanging + 1)}
    updates = [update(n, n) for n in range(1, 102)]
    async with polling_of(dispatcher, requests, store, HANGS):
        await requests.answer_until(lambda: 101 in dispatcher.done, *updates)
        assert len(dispatcher.done) == 101 - hanging
        for event in dispatcher.held.values():
            event.set()
        await requests.answer_until(lambda: len(dispatcher.done) == 101, *updates)
        await nothing_waits(store)
    assert sorted(dispatcher.done) == list(range(1, 102)), "each is done once"


async def test_what_is_done_while_it_is_stored_is_not_done_again(ledger: Book) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SlowUpdates(ledger.database, 7)
    dispatcher.held[1] = asyncio.Event()
    async with polling_of(dispatcher, requests, store, KEEPS):
        await requests.answer_until(store.stored.is_set, update(1, 1))
        dispatcher.held[1].set()
        await dispatcher.until(lambda: dispatcher.done == [1])
        store.go_on.set()
        await store.deleting.wait()
        await asyncio.sleep(0.05)  # it is still stored, and its chat is free
        store.may_delete.set()
        await nothing_waits(store)
    assert dispatcher.begun == [1]


async def test_what_is_done_and_could_not_be_deleted_is_not_done_again(ledger: Book) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SlowUpdates(ledger.database, 7)
    dispatcher.held[1] = asyncio.Event()
    store.go_on.set()
    store.may_delete.set()
    store.failures = 1
    async with polling_of(dispatcher, requests, store, KEEPS) as polling:
        await requests.answer_until(lambda: 1 in polling._waiting, update(1, 1))
        dispatcher.held[1].set()
        await nothing_waits(store)
    assert store.failures == 0
    assert dispatcher.begun == [1]


async def test_a_hundred_that_can_not_be_done_hold_up_nobody_else(ledger: Book) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SqlUpdates(ledger.database, 7)
    dispatcher.failing = set(range(1, 101))
    updates = [update(n, n) for n in range(1, 101)] + [update(101, 1), update(102, 500), update(103, 100)]
    async with polling_of(dispatcher, requests, store, KEEPS):
        await requests.answer_until(lambda: 102 in dispatcher.done, *updates)
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 104, *updates)
        assert dispatcher.done == [102]
    async with polling_of(dispatcher, requests, store, KEEPS):  # after a restart all the same
        await requests.next(len(requests.asked))
        dispatcher.failing = set()
        await nothing_waits(store)
    assert len(dispatcher.done) == 103
    assert set(dispatcher.done) == set(range(1, 104))
    assert dispatcher.done.index(1) < dispatcher.done.index(101)
    assert dispatcher.done.index(100) < dispatcher.done.index(103)


async def test_where_a_hundred_are_open_those_that_failed_make_room_at_once(ledger: Book) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SqlUpdates(ledger.database, 7)
    dispatcher.failing = set(range(2, 301))
    updates = [update(n, n) for n in range(2, 301)] + [update(301, 2), update(302, 500)]
    async with polling_of(dispatcher, requests, store):  # by time alone none would ever be kept
        await requests.answer_until(lambda: 302 in dispatcher.done, *updates)
        dispatcher.failing = set()
        await requests.answer_until(lambda: len(dispatcher.done) == 301, *updates)
    assert set(dispatcher.done) == set(range(2, 303))
    assert dispatcher.done.index(2) < dispatcher.done.index(301)


async def test_what_was_kept_when_the_process_ended_is_not_done_twice(ledger: Book) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SqlUpdates(ledger.database, 7)
    await store.keep([(1, 5, json.dumps(update(5, 1)), 3)], SUNDAY)
    async with polling_of(dispatcher, requests, store):
        await requests.next(0)
        await requests.answer_until(
            lambda: requests.asked[-1].get("offset") == 7 and dispatcher.done == [5, 6], update(5, 1), update(6, 1)
        )
        await nothing_waits(store)


async def test_what_was_kept_confirms_nothing_before_it_that_is_open(ledger: Book) -> None:
    """An earlier process stored a later update, and ended before it moved the offset."""
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SqlUpdates(ledger.database, 7)
    await store.keep([(2, 5, json.dumps(update(5, 2)), 3)], SUNDAY)
    dispatcher.held = {3: asyncio.Event(), 4: asyncio.Event()}
    pending = [update(3, 1), update(4, 3), update(5, 2)]
    async with polling_of(dispatcher, requests, store):
        await requests.answer_until(lambda: set(dispatcher.begun) == {3, 4, 5} and len(requests.asked) >= 5, *pending)
        assert {asked.get("offset") for asked in requests.asked} == {None}
        dispatcher.held[3].set()
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 4, *pending)
        dispatcher.held[4].set()
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 6, *pending)
    assert sorted(dispatcher.done) == [3, 4, 5]


async def test_what_was_kept_and_is_done_is_not_done_again_where_telegram_gives_it_once_more(ledger: Book) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SqlUpdates(ledger.database, 7)
    await store.keep([(1, 5, json.dumps(update(5, 1)), 3)], SUNDAY)
    async with polling_of(dispatcher, requests, store):
        await dispatcher.until(lambda: dispatcher.done == [5])
        await nothing_waits(store)
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 7, update(5, 1), update(6, 1))
    assert dispatcher.done == [5, 6]


async def test_what_is_stored_while_a_chat_finds_nothing_there_is_looked_for_again(ledger: Book) -> None:
    """It stayed in the store, and was done once more after a restart."""
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), LateUpdates(ledger.database, 7)
    dispatcher.held[5] = asyncio.Event()
    updates = [update(5, 1), update(6, 1)]
    store.go_on.clear()  # what is stored once more waits
    async with polling_of(dispatcher, requests, store, KEEPS):
        await requests.answer_until(store.again.is_set, *updates)
        dispatcher.held[5].set()
        await store.looked.wait()
        store.go_on.set()
        await store.raised.wait()
        await nothing_waits(store)
    assert dispatcher.done == [5, 6]


async def test_what_was_kept_though_the_store_seemed_to_fail_is_not_done_again_after_a_restart(ledger: Book) -> None:
    """What a chat said long ago was done once more then, over what it has said since: `/limits fun 150`."""
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), UnsureUpdates(ledger.database, 7)
    dispatcher.held[5] = asyncio.Event()
    updates = [update(n, 1) for n in (5, 6, 7)] + [update(8, 2)]
    async with polling_of(dispatcher, requests, store, KEEPS):
        await requests.answer_until(store.stored.is_set, *updates)
        dispatcher.held[5].set()
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 9, *updates)
        await nothing_waits(store)
    assert [number for number in dispatcher.done if number != 8] == [5, 6, 7]
    async with polling_of(dispatcher, requests, SqlUpdates(ledger.database, 7), KEEPS):
        await requests.answer_until(lambda: 9 in dispatcher.done, update(9, 1))
    assert sorted(dispatcher.done) == [5, 6, 7, 8, 9]


@pytest.mark.parametrize("breaks", [True, False])
async def test_what_is_done_while_it_is_stored_once_more_is_done_once(ledger: Book, breaks: bool) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), UnsureUpdates(ledger.database, 7)
    dispatcher.held[5] = asyncio.Event()
    store.breaks = breaks
    store.go_on.clear()
    updates = [update(n, 1) for n in (5, 6, 7)]
    async with polling_of(dispatcher, requests, store, KEEPS):
        await requests.answer_until(store.again.is_set, *updates)
        dispatcher.held[5].set()
        await dispatcher.until(lambda: dispatcher.done == [5, 6, 7])
        await nothing_waits(store)
        store.go_on.set()
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 8, *updates)
        await nothing_waits(store)
    assert dispatcher.done == [5, 6, 7]


async def test_after_a_day_an_update_is_given_up_and_what_follows_is_done(ledger: Book) -> None:
    dispatcher, requests, store = ScriptedDispatcher(), Requests(), SqlUpdates(ledger.database, 7)
    dispatcher.failing = {1}
    await store.keep([(1, n, json.dumps(update(n, 1)), 9) for n in (5, 6)], SUNDAY)
    almost = timedelta(hours=23, minutes=59)
    async with polling_of(dispatcher, requests, store, now=SUNDAY + almost) as polling:
        await dispatcher.until(lambda: dispatcher.begun == [5])
        assert polling.oldest_open() == almost.total_seconds()
    assert dispatcher.given_up == []
    async with polling_of(dispatcher, requests, store, now=SUNDAY + timedelta(days=1)):
        await dispatcher.until(lambda: dispatcher.done == [6])
    assert dispatcher.given_up == [5]


async def test_where_the_store_is_away_the_offset_stays(sqlite_url: str) -> None:
    dispatcher, requests, ledger = ScriptedDispatcher(), Requests(), Book(sqlite_url)
    store = SqlUpdates(ledger.database, 7)
    dispatcher.failing = {1}
    async with ledger, polling_of(dispatcher, requests, store, KEEPS) as polling:
        await requests.next(0)
        await polling._looked_back.wait()
        with store_down():
            requests.answer(update(1, 1))
            await dispatcher.until(lambda: dispatcher.begun == [1])
            await requests.answer_until(lambda: len(requests.asked) > 5, update(1, 1))
            assert all("offset" not in asked for asked in requests.asked)
            assert not polling.is_stuck()
            polling._pace = replace(KEEPS, stuck_after=0)
            assert polling.is_stuck()
            assert polling.oldest_open() > 0
        await requests.answer_until(lambda: requests.asked[-1].get("offset") == 2, update(1, 1))
        assert not polling.is_stuck()
        assert [chat for chat, *_ in await store.chats()] == [1]


class SlowlyAway(SqlUpdates):
    """A store that can't be written, and takes longer to say so than until it is tried again."""

    async def keep(self, _updates: Sequence[tuple[int, int, str, int]], _at: datetime) -> None:
        await asyncio.sleep(5 * KEEPS.again)
        raise LedgerUnavailable("as asked for")


async def test_where_the_store_is_slow_to_say_that_it_is_away_requests_go_on(sqlite_url: str) -> None:
    dispatcher, requests, ledger = ScriptedDispatcher(), Requests(), Book(sqlite_url)
    dispatcher.failing = {1}
    async with ledger, polling_of(dispatcher, requests, SlowlyAway(ledger.database, 7), KEEPS):
        await requests.next(0)
        requests.answer(update(1, 1))
        await dispatcher.until(lambda: dispatcher.begun == [1])
        begun = asyncio.get_running_loop().time()
        await requests.answer_until(lambda: asyncio.get_running_loop().time() > begun + 2 * KEEPS.keep_after)
        asked = len(requests.asked)
        await requests.answer_until(lambda: len(requests.asked) > asked + 5, update(1, 1))
        assert all("offset" not in asked for asked in requests.asked)
        dispatcher.failing.clear()
        await dispatcher.until(lambda: 1 in dispatcher.done)


@pytest.mark.parametrize("steps", range(8))
async def test_told_to_stop_in_the_moment_that_an_update_is_done_it_stops(steps: int) -> None:
    dispatcher, requests = ScriptedDispatcher(), Requests()
    dispatcher.held[7] = asyncio.Event()
    polling = asyncio.create_task(Polling(Bot("7:x", get_updates_request=requests), dispatcher).run())
    await requests.next(0)
    requests.answer(update(7, 1))
    await asyncio.wait_for(dispatcher.until(lambda: dispatcher.begun == [7]), 60)
    for _ in range(20):
        await asyncio.sleep(0)  # so that it waits for the update to be done
    dispatcher.held[7].set()
    for _ in range(steps):
        await asyncio.sleep(0)
    polling.cancel()
    done, _ = await asyncio.wait([polling], timeout=60)
    polling.cancel()
    assert done
