"""An update that kills or hangs the process is tried five times, alone, and then let go with an honest sentence.

One that only was open while the process was killed from outside is recorded.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.build import build_app
from app.watchdog import Watchdog
from bot.telegram.poison import PAUSES, TRIES, PoisonGuard, TriedTooSoon
from budget.errors import LedgerUnavailable
from storage.begun import BegunUpdates
from storage.waiting import SqlUpdates
from tests.chat import SUNDAY, open_book
from tests.ledgers import Book
from tests.telegram.crashing import ANN, WAYS, NotAcknowledged, Points, Telegram, held, message, settings_of, tap

pytest_plugins = ["tests.databases"]

ROOT = Path(__file__).parent.parent.parent
POISON: dict[str, Any] = {"update_id": 77, "message": message(1, "5 fun poison")}
GOOD = {"update_id": 78, "message": message(2, "6 fun")}


# --- the file ---


def test_what_was_begun_and_not_ended_is_found_by_the_next_process(tmp_path: Path) -> None:
    path = tmp_path / "begun"
    first = BegunUpdates(path)
    assert first.left() == set()
    slots = {number: first.begin(number) for number in (5, -(2**63), 2**63 - 1)}
    first.end(slots[5])
    first.close()

    second = BegunUpdates(path)
    assert second.left() == {-(2**63), 2**63 - 1}
    second.forget_left()
    assert BegunUpdates(path).left() == set(), "another process beside it has a file of its own"
    second.close()
    assert BegunUpdates(path).left() == set()


def test_the_file_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    living, other = BegunUpdates(tmp_path / "begun"), BegunUpdates(tmp_path / "begun")
    living.left()
    living.begin(5)
    assert other.left() == set()
    other.begin(6)
    living.close()
    other.close()

    third = BegunUpdates(tmp_path / "begun")
    assert third.left() == {5, 6}
    third.close()


@pytest.mark.parametrize("kind", ["link", "folder", "missing"])
def test_where_no_file_can_be_made_nothing_is_noted(tmp_path: Path, kind: str) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    if kind == "link":
        (tmp_path / "begun-0").symlink_to(victim)
    elif kind == "folder":
        (tmp_path / "begun-0").mkdir()
    begun = BegunUpdates(tmp_path / ("begun" if kind != "missing" else "not/there"))

    assert begun.left() == set()
    assert begun.begin(5) is None
    begun.end(None)
    assert victim.read_text() == "precious"


# --- the guard ---


LATE = timedelta(minutes=1)
"""A time after which whatever is suspected may be tried again."""


@contextmanager
def guard_on(
    path: Path, ledger: Book, *, durable: bool = True, after: timedelta = timedelta()
) -> Iterator[PoisonGuard]:
    """Be the guard of a new process, some time after the first."""
    guard = PoisonGuard(BegunUpdates(path / "begun"), SqlUpdates(ledger.database, 1), lambda: SUNDAY + after, durable)
    yield guard
    guard.close()


async def test_an_update_that_ended_process_after_process_is_let_go(tmp_path: Path, ledger: Book) -> None:
    for life in range(TRIES):
        with guard_on(tmp_path, ledger, after=life * LATE) as guard:
            assert await guard.begin(77) is not None  # and then the process is gone
    for _ in range(2):
        with guard_on(tmp_path, ledger, after=TRIES * LATE) as guard:
            assert await guard.begin(77) is None
            turn = await guard.begin(78)
            assert turn is not None
            await guard.end(turn)


async def test_its_tries_lie_apart(tmp_path: Path, ledger: Book) -> None:
    with guard_on(tmp_path, ledger) as guard:
        assert await guard.begin(77) is not None
    after, instant = timedelta(), timedelta(milliseconds=1)
    for pause in PAUSES:
        if pause:
            with guard_on(tmp_path, ledger, after=after + pause - instant) as guard:
                for _ in range(TRIES):
                    with pytest.raises(TriedTooSoon) as told:
                        await guard.begin(77)
                    assert told.value.seconds == instant.total_seconds()
                turn = await guard.begin(78)
                assert turn is not None, "others are let in meanwhile"
                await guard.end(turn)
        after += pause
        with guard_on(tmp_path, ledger, after=after) as guard:
            assert await guard.begin(77) is not None
    with guard_on(tmp_path, ledger, after=after) as guard:
        assert await guard.begin(77) is None


async def test_a_clock_that_is_set_back_delays_no_try_by_more_than_its_pause(tmp_path: Path, ledger: Book) -> None:
    for after in (timedelta(days=1), timedelta(days=1)):
        with guard_on(tmp_path, ledger, after=after) as guard:
            assert await guard.begin(77) is not None
    with guard_on(tmp_path, ledger) as guard:
        with pytest.raises(TriedTooSoon) as told:
            await guard.begin(77)
        assert told.value.seconds == PAUSES[1].total_seconds()


async def test_who_only_stood_beside_is_counted_once_however_often_the_process_is_killed(
    tmp_path: Path, ledger: Book
) -> None:
    with guard_on(tmp_path, ledger) as guard:
        assert await guard.begin(77) is not None
    for life in range(2 * TRIES):
        begun = BegunUpdates(tmp_path / "begun")
        begun.left()
        begun.begin(77)  # what is left where the process ends before it has forgotten what it counted
        begun.close()
        with guard_on(tmp_path, ledger, after=life * LATE) as guard:
            turn = await guard.begin(78)
            assert turn is not None
            await guard.end(turn)
    with guard_on(tmp_path, ledger) as guard:
        assert await guard.begin(77) is not None


async def test_what_came_to_an_end_is_suspected_no_more(tmp_path: Path, ledger: Book) -> None:
    for _ in range(2 * TRIES):
        with guard_on(tmp_path, ledger) as guard:
            assert await guard.begin(77) is not None
        with guard_on(tmp_path, ledger) as guard:
            turn = await guard.begin(77)
            assert turn is not None
            await guard.end(turn)


async def test_a_suspect_is_handled_alone(tmp_path: Path, ledger: Book) -> None:
    with guard_on(tmp_path, ledger) as guard:
        await guard.begin(77)
    with guard_on(tmp_path, ledger) as guard:
        before = await guard.begin(1)
        assert before is not None
        suspect = asyncio.ensure_future(guard.begin(77))
        async with asyncio.timeout(60):
            while guard._closed is None:  # noqa: ASYNC110 - the guard tells nobody
                await asyncio.sleep(0)
        after = asyncio.ensure_future(guard.begin(2))
        for _ in range(10):
            await asyncio.sleep(0)
        assert not suspect.done()
        assert not after.done()

        await guard.end(before)
        turn = await suspect
        assert turn is not None
        assert not after.done()
        await guard.end(turn)
        last = await after
        assert last is not None
        await guard.end(last)


async def test_the_same_update_twice_at_once_is_no_sign_of_an_end(tmp_path: Path, ledger: Book) -> None:
    with guard_on(tmp_path, ledger, durable=False) as guard:
        for _ in range(2 * TRIES):
            both = [asyncio.ensure_future(guard.begin(77, risky=True)) for _ in range(2)]
            for one in both:
                turn = await one
                assert turn is not None
                await guard.end(turn)


class Breaking:
    """The store's count, over a connection that breaks: after what is begun was counted, or before an end is noted."""

    def __init__(self, suspects: SqlUpdates, breaks: str) -> None:
        self._suspects, self._breaks = suspects, breaks
        self.broken = False

    async def count_begun(self, numbers: Collection[int], at: datetime) -> Collection[int]:
        return await self._suspects.count_begun(numbers, at)

    async def begin_suspect(self, number: int, at: datetime, pauses: Sequence[timedelta]) -> tuple[int, timedelta]:
        begun = await self._suspects.begin_suspect(number, at, pauses)
        self._break_at("begin")
        return begun

    async def clear_suspect(self, number: int) -> None:
        self._break_at("clear")
        await self._suspects.clear_suspect(number)

    def _break_at(self, step: str) -> None:
        if self.broken and self._breaks == step:
            raise LedgerUnavailable("the connection broke")


@pytest.mark.parametrize("breaks", ["begin", "clear"])
async def test_what_a_failing_store_broke_off_is_no_sign_of_an_end(tmp_path: Path, ledger: Book, breaks: str) -> None:
    with guard_on(tmp_path, ledger, durable=False) as guard:
        guard.suspects = suspects = Breaking(SqlUpdates(ledger.database, 1), breaks)
        for _ in range(2 * TRIES):
            suspects.broken = breaks == "begin"
            with suppress(LedgerUnavailable):
                turn = await guard.begin(77, risky=True)
                assert turn is not None
                suspects.broken = True
                await guard.end(turn)
            suspects.broken = False
        assert await guard.begin(77, risky=True) is not None


@pytest.mark.parametrize("number", range(2))
async def test_where_the_file_is_lost_with_the_process_what_is_risky_is_counted_in_the_store(
    tmp_path: Path, ledger: Book, number: int
) -> None:
    for life in range(TRIES):
        with guard_on(tmp_path / f"container{life}", ledger, durable=False, after=life * LATE) as guard:
            assert await guard.begin(number, risky=True) is not None
    with guard_on(tmp_path / "another", ledger, durable=False) as guard:
        assert await guard.begin(number, risky=True) is None


async def test_while_the_store_is_away_nothing_begins_and_no_count_is_lost(tmp_path: Path, ledger: Book) -> None:
    with guard_on(tmp_path, ledger) as guard:
        await guard.begin(77)
    away = Book("postgresql://budget@127.0.0.1:1/budget", timeout=0.1)
    async with away:
        with guard_on(tmp_path, away) as guard:
            with pytest.raises(LedgerUnavailable):
                await guard.begin(78)
            guard.suspects = SqlUpdates(ledger.database, 1)
            turn = await guard.begin(77)
            assert turn is not None
            assert turn.alone


# --- the whole bot, killed and hung ---


def poisoned(engine: Engine, do: Callable[[], None]) -> None:
    """Do something, such as to end the process, in the moment that the poison's entry is to be written."""

    def before(_db: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith(("INSERT INTO entries", "UPDATE entries")) and "poison" in str(parameters):
            do()

    event.listen(engine, "before_cursor_execute", before)


class Recording(Telegram):
    """Telegram's network edge: it takes every call, and keeps what was said."""

    def __init__(self) -> None:
        super().__init__(Points(None))
        self.said: list[str] = []

    async def do_request(
        self, url: str, method: str, request_data: Any = None, *rest: object, **more: object
    ) -> tuple[int, bytes]:
        if request_data is not None:
            self.said.append(str(request_data.parameters.get("text", "")))
        return await super().do_request(url, method, request_data, *rest, **more)


POSTPONED = 75


async def life(folder: Path, way: str, body: dict[str, Any], do: Callable[[], None], after: timedelta) -> list[str]:
    """Handle one update as a process does that was just started, some time after the first; return what is said."""
    telegram = Recording()
    app = build_app(settings_of(folder), request=telegram, now=lambda: SUNDAY + after)
    async with app.database:
        poisoned(app.database.engine, do)
        await WAYS[way](app, body)
    return telegram.said


def in_a_process_of_its_own(
    folder: Path, way: str, body: dict[str, Any], do: Callable[[], None], after: timedelta = timedelta()
) -> tuple[int, list[str]]:
    """Do the same in another process; return its exit status, `POSTPONED` where it asks for a repeat, and what it said."""
    child = os.fork()
    if child == 0:
        try:
            (folder / "said.json").write_text(json.dumps(asyncio.run(life(folder, way, body, do, after))))
            os._exit(0)
        except (TriedTooSoon, NotAcknowledged):
            os._exit(POSTPONED)
        finally:
            os._exit(2)
    _, status = os.waitpid(child, 0)
    written = folder / "said.json"
    words: list[str] = json.loads(written.read_text()) if written.exists() else []
    written.unlink(missing_ok=True)
    return os.waitstatus_to_exitcode(status), words


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("way", WAYS)
def test_an_update_that_kills_the_process_is_let_go_and_the_others_are_recorded(tmp_path: Path, way: str) -> None:
    open_book(settings_of(tmp_path))
    for n in range(TRIES):
        assert in_a_process_of_its_own(tmp_path, way, POISON, kill, n * LATE) == (-signal.SIGKILL, [])
        status, _ = in_a_process_of_its_own(tmp_path, way, GOOD, kill, n * LATE)
        assert status == 0
    status, (sentence,) = in_a_process_of_its_own(tmp_path, way, POISON, kill)

    assert status == 0
    assert "Something went wrong with this message" in sentence
    assert "it was not recorded" in sentence
    assert in_a_process_of_its_own(tmp_path, way, POISON, kill) == (0, []), "and it is said once"


def let_go(folder: Path, way: str, body: dict[str, Any]) -> None:
    """Let an update end process after process until it is let go."""
    for n in range(TRIES):
        assert in_a_process_of_its_own(folder, way, body, kill, n * LATE) == (-signal.SIGKILL, [])
    status, (sentence,) = in_a_process_of_its_own(folder, way, body, kill)
    assert (status, "so I let it go" in sentence) == (0, True)


def again(original: dict[str, Any], user: int = ANN) -> dict[str, Any]:
    """Return the tap on the button under the sentence that says that a message was let go."""
    update = tap("t")
    update["callback_query"]["message"] |= {
        "reply_to_message": original,
        "from": {"id": 1, "is_bot": True, "first_name": "B"},
    }
    update["callback_query"]["from"] |= {"id": user}
    return update


@pytest.mark.parametrize("way", WAYS)
def test_what_was_let_go_is_tried_again_by_a_tap_of_its_author_and_counts_once(tmp_path: Path, way: str) -> None:
    open_book(settings_of(tmp_path))
    let_go(tmp_path, way, POISON)
    assert in_a_process_of_its_own(tmp_path, way, again(POISON["message"], user=5), kill)[0] == 0
    assert held(tmp_path) == []

    for _ in range(2):
        status, said = in_a_process_of_its_own(tmp_path, way, again(POISON["message"]), lambda: None)
        assert status == 0
        assert held(tmp_path) == [[1, 0, "expense", 500, 0]]
    assert "".join(said) == "", "the tap is answered, and nothing else is said"


@pytest.mark.parametrize("way", WAYS)
def test_a_tap_that_tries_poison_again_is_let_go_as_well(tmp_path: Path, way: str) -> None:
    open_book(settings_of(tmp_path))
    let_go(tmp_path, way, POISON)
    for n in range(TRIES):
        assert in_a_process_of_its_own(tmp_path, way, again(POISON["message"]), kill, n * LATE) == (-signal.SIGKILL, [])
    status, (notice,) = in_a_process_of_its_own(tmp_path, way, again(POISON["message"]), kill)
    assert (status, "Something went wrong" in notice) == (0, True)
    assert held(tmp_path) == []


@pytest.mark.parametrize("way", WAYS)
def test_an_edit_that_is_let_go_is_told_too(tmp_path: Path, way: str) -> None:
    open_book(settings_of(tmp_path))
    assert in_a_process_of_its_own(tmp_path, way, {"update_id": 76, "message": message(1, "4 fun")}, kill)[0] == 0
    edited = message(1, "5 fun poison", edit_date=1_795_341_660)
    let_go(tmp_path, way, {"update_id": 77, "edited_message": edited})
    assert held(tmp_path) == [[1, 0, "expense", 400, 0]]

    assert in_a_process_of_its_own(tmp_path, way, again(edited), lambda: None)[0] == 0
    assert held(tmp_path) == [[1, 0, "expense", 500, 0]]


@pytest.mark.parametrize("way", WAYS)
def test_an_update_that_was_open_in_a_burst_of_kills_is_recorded(tmp_path: Path, way: str) -> None:
    open_book(settings_of(tmp_path))
    # One each half second, always in the very moment that it is recorded.
    moments = [n * timedelta(seconds=0.5) for n in range(20)]
    ends = {in_a_process_of_its_own(tmp_path, way, POISON, kill, moment)[0] for moment in moments}
    assert ends == {-signal.SIGKILL, POSTPONED}
    status, (receipt,) = in_a_process_of_its_own(tmp_path, way, POISON, lambda: None, LATE)

    assert status == 0
    assert "$5.00" in receipt
    assert held(tmp_path) == [[1, 0, "expense", 500, 0]]


async def test_a_hang_ends_the_process() -> None:
    ended, hangs = asyncio.Event(), [0.0]
    loop = asyncio.get_running_loop()

    def end() -> None:
        loop.call_soon_threadsafe(ended.set)

    with Watchdog(
        lambda: hangs[0], end, limit=0.09, clock=lambda: 0.0
    ):  # the loop may stand still for as long as it likes
        await asyncio.sleep(0.3)
        assert not ended.is_set()
        hangs[0] = 1.0
        await asyncio.wait_for(ended.wait(), 60)


HANGING = """
import asyncio, sys, threading, time
from app.serve import start_again
from app.watchdog import Watchdog

async def hang():
    if len(sys.argv) > 2:
        with open(sys.argv[2]) as file:
            if len(file.read()) >= 2:
                return
        with open(sys.argv[2], "a") as file:
            file.write("x")
    with Watchdog(lambda: 0.0, start_again, limit=2.0):  # a busy machine must not get to three times that, which ends all
        {hang}
        await asyncio.sleep(60)

asyncio.run(hang())
"""


@pytest.mark.parametrize("hang", ["time.sleep(60)", "while True: pass"])
async def test_a_loop_that_hangs_is_run_anew(tmp_path: Path, hang: str) -> None:
    program, lives = tmp_path / "program.py", tmp_path / "lives"
    program.write_text(HANGING.replace("{hang}", hang))
    lives.write_text("")
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(program), "argument", str(lives), env=os.environ | {"PYTHONPATH": str(ROOT)}, stderr=-1
    )
    _, log = await process.communicate()

    assert process.returncode == 0
    assert lives.read_text() == "xx"
    assert b"The event loop hangs" in log
