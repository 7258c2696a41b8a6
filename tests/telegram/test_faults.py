"""Storage fails at every operation, the disk is full, bodies are mad: all or nothing, and no 2xx for a failed write.

Every day each operation fails in one of three ways, by turns, and 200 bodies are tried; `make chaos` lets each fail in all three,
and tries 10,000 bodies.
"""

import asyncio
import json
import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from app.build import App, build_app
from tests.chat import open_book
from tests.scale import LONG
from tests.telegram.crashing import ACTS, ANN, Points, Telegram, by_webhook, held, message, settings_of, status_of, tap
from tests.telegram.running import BotProcess, held_in
from tests.telegram.simulated import SimulatedTelegram

pytestmark = pytest.mark.slow  # see tests/storage/test_ledger_machine.py


def app_in(folder: Path) -> App:
    """Return a bot by webhook whose Telegram takes everything."""
    return build_app(settings_of(folder), request=Telegram(Points(None)))


# --- the nth operation fails ---


class Failing:
    """Lets the nth operation of an engine fail."""

    def __init__(self, engine: Engine, nth: int, code: int) -> None:
        self.left = nth
        self._code = code
        event.listen(engine, "do_execute", self._count)
        event.listen(engine, "do_executemany", self._count)
        real_commit = engine.dialect.do_commit

        def commit(connection: Any) -> None:
            self._count()
            real_commit(connection)

        vars(engine.dialect)["do_commit"] = commit

    def _count(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            problem = sqlite3.OperationalError("as asked for")
            problem.sqlite_errorcode = self._code
            raise problem


CODES = sqlite3.SQLITE_IOERR, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL


@pytest.mark.parametrize("first", range(len(CODES)) if LONG else [0])
@pytest.mark.parametrize("act", ACTS)
async def test_whichever_operation_fails_it_is_all_or_nothing(tmp_path: Path, act: str, first: int) -> None:
    """The operations of an act fail with the three codes by turns, each with one; ``first`` shifts the turns."""
    before, update = ACTS[act]
    turn = first + list(ACTS).index(act)
    open_book(settings_of(tmp_path))
    app = app_in(tmp_path)
    async with app.database:
        for each in before:
            await by_webhook(app, each)
    shutil.copy(tmp_path / "budget.db", tmp_path / "before.db")
    nothing = held(tmp_path)
    async with app.database:
        await by_webhook(app, update)
    everything = held(tmp_path)
    body = json.dumps(update).encode()

    nth, statuses = 0, [503]
    while statuses[0] == 503:
        nth += 1
        shutil.copy(tmp_path / "before.db", tmp_path / "budget.db")
        async with app.database:
            failing = Failing(app.database.engine, nth, CODES[(turn + nth) % len(CODES)])
            statuses = [await status_of(app, body)]
            # What fails behind the answer is tried again by itself: then all is held.
            assert statuses[0] in ({503, 200} if failing.left <= 0 else {200}), nth
            assert held(tmp_path) in ([nothing, everything] if statuses[0] == 503 else [everything]), nth
            failing.left = 0
            statuses.append(await status_of(app, body))
        assert statuses[1] == 200
        assert held(tmp_path) == everything, nth
    assert nth > 5


# --- the disk is full ---


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one MiB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("a file system can't be made here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


async def fills_up(telegram: SimulatedTelegram) -> None:
    """Write until nothing is acknowledged any more."""
    while telegram.answers.count(503) < 5:
        answered = len(telegram.answers)
        telegram.say(ANN, "\n".join(["5 fun " + "x" * 190] * 20))
        await telegram.until(lambda answered=answered: len(telegram.answers) > answered)  # type: ignore[misc]


async def test_on_a_full_disk_every_acknowledged_entry_is_there(small_disk: Path) -> None:
    async with SimulatedTelegram() as telegram:
        bot = BotProcess(telegram, small_disk, "webhook", LOG_LEVEL="critical")
        await bot.start()
        await telegram.until(lambda: telegram.webhook["url"])
        free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
        (small_disk / "filler").write_bytes(b"x" * (free - 100 * 1024))
        await fills_up(telegram)
        await every_acknowledged_entry_is_there(telegram, small_disk)
        (small_disk / "filler").unlink()
        await telegram.settled()
        assert await bot.stop() == 0
        assert held_in(small_disk).keys() == said_to(telegram)


async def test_where_the_file_may_not_grow_every_acknowledged_entry_is_there(tmp_path: Path) -> None:
    async with SimulatedTelegram() as telegram:
        bot = BotProcess(telegram, tmp_path, "webhook", LOG_LEVEL="critical")
        await bot.start()
        await telegram.until(lambda: telegram.webhook["url"])
        _, hard = resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE)
        most = (tmp_path / "budget.db").stat().st_size + 20 * 1024
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (most, hard))
        await fills_up(telegram)
        await every_acknowledged_entry_is_there(telegram, tmp_path)
        resource.prlimit(bot.process.pid, resource.RLIMIT_FSIZE, (hard, hard))
        await telegram.settled()
        assert await bot.stop() == 0
        assert held_in(tmp_path).keys() == said_to(telegram)


def said_to(telegram: SimulatedTelegram, *, pending: bool = True) -> set[tuple[int, int, int]]:
    """Return the address of each line that was said, without what is still pending where that is asked."""
    waits = {update["message"]["message_id"] for update in telegram.pending.values()}
    numbers = [shown.number for shown in telegram.chats[ANN].values() if not shown.of_bot]
    return {(ANN, number, line) for number in numbers if pending or number not in waits for line in range(20)}


async def every_acknowledged_entry_is_there(telegram: SimulatedTelegram, folder: Path) -> None:
    acknowledged = said_to(telegram, pending=False)
    assert acknowledged <= held_in(folder).keys()
    assert telegram.pending


# --- mad bodies ---

NUMBERS = st.sampled_from(
    [0, -1, 1, 2**31, 2**63 - 1, 2**63, -(2**63) - 1, 10**20, 10**4000, 1.5, 1e308, float("inf"), float("nan")]
)
WORDS = st.text(st.characters(exclude_categories=["Nd", "Nl", "No"]), max_size=30)
"""Texts of any script without a digit: none of them is an entry."""
KEYS = st.sampled_from(["id", "type", "text", "date"]) | WORDS
JUNK = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
MEMBER = {"user": {"id": 1, "is_bot": True, "first_name": "B"}, "status": "member"}
UPDATES: list[dict[str, Any]] = [
    {"update_id": 1, "message": message(1, "5 fun")},
    {"update_id": 2, "message": message(2, "5 fun", reply_to_message=message(1, "hello"), entities=[])},
    {"update_id": 3, "edited_message": message(1, "5 fun", edit_date=1_795_341_660)},
    tap("u:1:0"),
    {"update_id": 4, "my_chat_member": {"chat": message(1, "")["chat"], "from": message(1, "")["from"], "date": 1,
                                        "old_chat_member": MEMBER, "new_chat_member": MEMBER}},
    {"update_id": 5, "message": message(3, "", migrate_to_chat_id=-1)},
    {"update_id": 6, "message": message(4, "", caption="5 fun")},
]  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> bytes:
    """An update with some of its parts exchanged for junk, taken out, or cut off in the middle."""
    update: Any = json.loads(json.dumps(draw(st.sampled_from(UPDATES))))
    for _ in range(draw(st.integers(0, 3))):
        place, key = update, draw(st.sampled_from(sorted(update)))
        while isinstance(place[key], dict) and place[key] and draw(st.integers(0, 3)):
            place = place[key]
            key = draw(st.sampled_from(sorted(place)))
        if draw(st.booleans()):
            place[key] = draw(JUNK)
        elif place is not update or len(update) > 1:
            del place[key]
    body = json.dumps(update).encode()
    return body[: draw(st.integers(0, len(body)))] if draw(st.integers(0, 19)) == 0 else body


def test_no_body_is_answered_with_a_failure_or_leaves_a_wrong_row(tmp_path: Path) -> None:
    open_book(settings_of(tmp_path))
    app = app_in(tmp_path)
    with asyncio.Runner() as runner, closing(sqlite3.connect(tmp_path / "budget.db")) as db:
        runner.run(app.database.__aenter__())

        @settings(max_examples=10_000 if LONG else 200, deadline=None, database=None)
        @given(bodies())
        def check(body: bytes) -> None:
            (last,) = db.execute("SELECT coalesce(max(rowid), 0) FROM entries").fetchone()
            assert runner.run(status_of(app, body)) < 500
            new = db.execute("SELECT owner, message, line, amount FROM entries WHERE rowid > ?", [last]).fetchall()
            for owner, number, line, amount in new:
                said = next(part for key, part in json.loads(body).items() if key.endswith("message"))
                assert (said["chat"]["id"], said["message_id"], 0, 500) == (owner, number, line, amount)
                assert said["from"]["id"] == ANN

        try:
            check()
        finally:
            runner.run(app.database.__aexit__(None, None, None))
    with closing(sqlite3.connect(tmp_path / "budget.db")) as db:
        assert db.execute("SELECT count(*) FROM entries").fetchone()[0] > 0, "the good ones are recorded"
