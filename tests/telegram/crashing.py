"""A program that ends at points of acts, and then does them again: `python -m tests.telegram.crashing WAY FOLDER`.

A point is before or after a statement (COMMIT among them) or a call to Telegram; they are counted in a first run that is let be.
For each one that is tried, a process handles the update and ends at the point; this one, which knows nothing of that, handles it
again; what the book then holds is printed as a line of JSON. Which are tried, `tried` says: every point with `CHAOS=1`. Processes
are forked, so no thread may be left running before.
"""

import asyncio
import gc
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from telegram.request import BaseRequest, RequestData

from app.build import App, build_app, http_app
from settings import Settings, load
from tests.chat import open_book
from tests.scale import LONG

ANN = 7_000_000_001
BEN = 7_000_000_009
BOT = 1
HOME = -1_001_234_567_890
SECRET = "a-secret"
TABLE = b"day,amount,category,note\n2026-11-20,12.50,fun,tacos\n2026-11-21,3,fun,tea\n"
ENDED = 77
"""The exit status of a process that ended at its point."""

Json = dict[str, Any]


def message(number: int, text: str, **more: object) -> Json:
    """Return a message of Ann's."""
    chat, sender = {"id": ANN, "type": "private"}, {"id": ANN, "is_bot": False, "first_name": "Ann"}
    return {"message_id": number, "date": 1_795_341_600, "chat": chat, "from": sender, "text": text, **more}


def in_group(number: int, text: str, user: int) -> Json:
    """Return a message of a user's in the group."""
    sender = {"id": user, "is_bot": False, "first_name": "Ben"}
    return message(number, text, chat={"id": HOME, "type": "supergroup", "title": "Home"}) | {"from": sender}


def tap(data: str, *, update: int = 99, group: bool = False) -> Json:
    """Return a tap of Ann's on the bot's message 50, in her chat or in the group."""
    shown = in_group(50, "a receipt", BOT) if group else message(50, "a receipt")
    query = {"id": str(4612 + update), "from": message(1, "")["from"], "message": shown, "chat_instance": "1"}
    return {"update_id": update, "callback_query": query | {"data": data}}


def without_text(document: Json) -> Json:
    """Return a message of Ann's with a file and no word."""
    said = message(1, "", document=document)
    del said["text"]
    return said


FILE = {"file_id": "bank", "file_unique_id": "bank", "file_name": "bank.csv"}
SAID = {"update_id": 98, "message": message(1, "5 fun\n6 gas")}
ACTS: dict[str, tuple[list[Json], Json]] = {
    # what was there before, and the update during which the process ends
    "new": ([], {"update_id": 99, "message": message(1, "12.50 fun tacos")}),
    "several lines": ([], {"update_id": 99, "message": message(1, "5 fun\n6 gas\nwhat\n3 beers 18")}),
    "nothing": ([SAID], {"update_id": 99, "message": message(3, "nice weather")}),
    "edit": ([SAID], {"update_id": 99, "edited_message": message(1, "7 fun", edit_date=1_795_341_660)}),
    "edit that moves lines": (
        [SAID],
        {"update_id": 99, "edited_message": message(1, "7 fun a\n6 gas\n5 fun", edit_date=1_795_341_660)},
    ),
    "reply": ([SAID], {"update_id": 99, "message": message(3, "2: 15", reply_to_message=SAID["message"])}),
    "reply that asks": ([SAID], {"update_id": 99, "message": message(3, "15", reply_to_message=SAID["message"])}),
    "undo": ([SAID], tap("u:1:0")),
    "answer": ([{"update_id": 98, "message": message(1, "3 beers 18")}], tap("a:1:0:0")),
    "several prices": ([{"update_id": 98, "message": message(1, "coffee 5, lunch 12.50, gas 40")}], tap("a:1:0:0")),
    "quiet question": ([], {"update_id": 99, "message": in_group(1, "luigi 58", ANN)}),
    "new category": ([{"update_id": 98, "message": message(1, "lunch 20 #office")}], tap("h:1:0")),
    # the digest of the rows of TABLE
    "import": ([{"update_id": 98, "message": without_text(FILE)}], tap("j:r:1:USD:478f3b45dc0f")),
    "let in": ([{"update_id": 98, "message": in_group(1, "5 fun", BEN)}], tap(f"m:i:{BEN}:0", group=True)),
    "forget a rule": (
        [{"update_id": 97, "message": message(1, "gizmo 14")}, tap("c:1:0:1", update=98)],
        tap("k:0:1"),
    ),
}


class NotAcknowledged(Exception):
    """The webhook asks for a repeat, or refuses."""


class Points:
    """Counts the points that are passed, and ends the process at one of them."""

    def __init__(self, end_at: int | None) -> None:
        self.passed: list[str] = []
        self._end_at = end_at

    def pass_(self, name: str) -> None:
        if len(self.passed) == self._end_at:
            os._exit(ENDED)
        self.passed.append(name)

    def watch(self, engine: Engine) -> None:
        """Pass a point before and after every statement of an engine."""

        def before(_db: object, _cursor: object, statement: str, *_: object) -> None:
            self.pass_(f"before {statement[:60]}")

        def after(_db: object, _cursor: object, statement: str, *_: object) -> None:
            self.pass_(f"after {statement[:60]}")

        def commit(connection: Any) -> None:
            self.pass_("before COMMIT")
            real_commit(connection)
            self.pass_("after COMMIT")

        real_commit: Callable[[Any], None] = engine.dialect.do_commit
        event.listen(engine, "before_cursor_execute", before)
        event.listen(engine, "after_cursor_execute", after)
        vars(engine.dialect)["do_commit"] = commit  # SQLAlchemy tells of a commit only before it


class Telegram(BaseRequest):
    """Telegram's network edge: it takes every call, and passes a point before and after it."""

    def __init__(self, points: Points) -> None:
        self._points = points

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_: object, **__: object
    ) -> tuple[int, bytes]:
        del method, request_data
        name = url.rpartition("/")[2]
        self._points.pass_(f"before {name}")
        if "/file/" in url:
            return 200, TABLE
        result: Json | bool = message(50, "a receipt")
        if name == "answerCallbackQuery":
            result = True
        elif name == "getFile":
            result = {"file_id": "bank", "file_unique_id": "bank", "file_path": "bank.csv"}
        self._points.pass_(f"after {name}")
        return 200, json.dumps({"ok": True, "result": result}).encode()


def settings_of(folder: Path) -> Settings:
    """Return the settings of a bot by webhook whose book is in a folder."""
    environ = {
        "TELEGRAM_BOT_TOKEN": "1:x",
        "TELEGRAM_MODE": "webhook",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "PUBLIC_URL": "https://bot.example.org",
        "ALLOWED_USERS": str(ANN),
        "DATABASE_URL": f"sqlite:///{folder / 'budget.db'}",
    }
    return load(environ, env_file=None, checks={})


async def status_of(app: App, body: bytes) -> int:
    """Post a body to an app's webhook; return the answer's status."""
    sent: list[Json] = []
    headers = [(b"x-telegram-bot-api-secret-token", SECRET.encode()), (b"content-length", str(len(body)).encode())]
    scope = {"type": "http", "method": "POST", "path": "/telegram", "headers": headers, "query_string": b""}
    scope |= {"http_version": "1.1", "scheme": "http", "server": ("x", 80), "client": ("x", 1), "root_path": ""}

    async def receive() -> Json:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(event: Any) -> None:
        sent.append(event)

    await http_app(app)(scope, receive, send)
    status: int = sent[0]["status"]
    return status


async def by_webhook(app: App, update: Json) -> None:
    """Handle an update as the webhook does; its status must be 200."""
    if (status := await status_of(app, json.dumps(update).encode())) != 200:
        raise NotAcknowledged(status)


async def by_call(app: App, update: Json) -> None:
    """Handle an update and make all its calls, as polling does."""
    if app.wire is None:
        raise TypeError
    dispatcher = app.wire.dispatcher
    found = dispatcher.read(update)
    for call in await dispatcher.handle(found) if found is not None else ():
        await dispatcher.deliver(call, app.wire.telegram.bot)


WAYS = {"webhook": by_webhook, "polling": by_call}


async def handle(folder: Path, way: str, updates: Sequence[Json], points: Points) -> None:
    """Be the bot for some updates."""
    app = build_app(settings_of(folder), request=Telegram(points), now=lambda: datetime.now(UTC))
    async with app.database:
        points.watch(app.database.engine)
        for update in updates:
            await WAYS[way](app, update)


def in_a_process(folder: Path, work: Callable[[Points], None], end_at: int | None = None) -> list[str] | None:
    """Do something in a process of its own; return the points that it passed, None where it ended at one."""
    passed = folder / "points.json"
    child = os.fork()
    if child == 0:
        status = 1
        try:
            points = Points(end_at)
            work(points)
            passed.write_text(json.dumps(points.passed))
            status = 0
        finally:
            sys.stderr.flush()
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if os.waitstatus_to_exitcode(status) == ENDED:
        return None
    if status != 0:
        raise RuntimeError(end_at, status)
    names: list[str] = json.loads(passed.read_text())
    return names


def in_this_process(work: Callable[[Points], None]) -> list[str]:
    """Do something here; return the points that it passed. A fork would take twice as long, for the memory that it copies."""
    points = Points(None)
    work(points)
    return points.passed


def handling(folder: Path, way: str, updates: Sequence[Json]) -> Callable[[Points], None]:
    """Return what handles updates."""
    return lambda points: asyncio.run(handle(folder, way, updates, points))


def held(folder: Path) -> list[list[Any]]:
    """Return what the book holds: entries, open questions, new categories, guests, taught notes."""
    with closing(sqlite3.connect(folder / "budget.db")) as db:
        entries = db.execute(
            "SELECT message, line, kind, amount, undone FROM entries ORDER BY message, line"
        ).fetchall()
        asked = db.execute("SELECT message, line, 'asked', 0, 0 FROM questions").fetchall()
        made = db.execute("SELECT 'category', key FROM categories WHERE number > 4").fetchall()
        guests = db.execute("SELECT 'guest', user, invited_by, name FROM guests").fetchall()
        taught = db.execute("SELECT 'taught', note FROM lessons").fetchall()
    return [list(row) for row in entries + asked + made + guests + taught]


_WRITES = "INSERT", "UPDATE", "DELETE"


def tried(names: Sequence[str], met: set[str]) -> list[int]:
    """Return which of an act's points are tried, and add their names to those that are ``met``.

    Every day these are: before and after each call, and each COMMIT of a transaction that writes; in such a transaction the point
    after its first write; and the points whose names no act before has met. So every kind of statement is met over all acts. With
    `CHAOS=1` it is every point.
    """
    if LONG:
        return list(range(len(names)))
    chosen, writes = set[int](), False
    for number, name in enumerate(names):
        when, what = name.split(" ", 1)
        if what.startswith("BEGIN"):
            writes = False
        elif what.startswith(_WRITES) and when == "after" and not writes:
            writes = True
            chosen.add(number)
        elif (what == "COMMIT" and writes) or not what.split()[0].isupper():
            chosen.add(number)
    met |= {names[number] for number in chosen}
    for number, name in enumerate(names):
        if name not in met:
            met.add(name)
            chosen.add(number)
    return sorted(chosen)


def end_everywhere(act: str, way: str, folder: Path, met: set[str]) -> None:
    """Print, for each point of an act that is tried: the point, and what is held after it was done again; then all its points."""
    before, update = ACTS[act]
    book = folder / "budget.db"
    open_book(settings_of(folder))
    in_a_process(folder, handling(folder, way, before))
    shutil.copy(book, folder / "before.db")
    again = handling(folder, way, [update])
    names = in_a_process(folder, again) or []
    for number in tried(names, met):
        shutil.copy(folder / "before.db", book)
        if in_a_process(folder, again, number) is not None:
            raise RuntimeError(f"point {number} of {act} was not met again")
        passed = in_this_process(again)
        said = {"held": held(folder), "sent": passed.count("before sendMessage")}
        print(json.dumps({"act": act, "point": names[number], "number": number} | said))  # noqa: T201 - this is its output
    print(json.dumps({"act": act, "all": names}))  # noqa: T201 - this is its output


def main(way: str, folder: Path) -> None:
    """Try each act in one way."""
    for place, (before, update) in enumerate(ACTS.values()):
        # What is imported and compiled here, no process does again; its threads have ended.
        warm = folder / f"warm {place}"
        warm.mkdir()
        open_book(settings_of(warm))
        asyncio.run(handle(warm, way, [*before, update], Points(None)))
    gc.freeze()  # else each process copies what its collector touches
    met = set[str]()
    for place, act in enumerate(ACTS):
        own = folder / str(place)
        own.mkdir()
        end_everywhere(act, way, own, met)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
