"""The programs that are measured, and their floors: `python -m bench.subjects NAME TIMES FOLDER`.

Everything runs in process: no socket and no client of a test is part of a figure.
"""

import asyncio
import json
import logging
import os
import re
import sqlite3
import sys
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.build import App
    from budget.summary import Summary

TOKEN = "123456:AAHbenchmarkBenchmark-benchmarkBenchm"  # noqa: S105 - no bot has it
SECRET = "a-secret_of-the-bench"  # noqa: S105 - no webhook has it
ANN = 7_000_000_001
SENT = datetime(2026, 11, 22, 10, tzinfo=UTC)
TEXTS = ("12.50 fun tacos", "4.20 groceries milk", "7-eleven 4.20 other", "9,90 medicine", "1,250.00 rent")

HOSTILE = (
    "1" * 4096,
    "1+" * 2048,
    "1,234." * 682,
    "1 2 " * 1024,
    "; ".join(["3 beers 18"] * 20),
    "9-" * 2048,
    "a " * 2048,
)
"""Messages as long as Telegram lets them be, made to be read slowly."""

_FIRST_BEFORE = 100_000
"""The number of the first message that comes before those that are measured."""

Asgi = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


def update(number: int, who: int = ANN, text: str | None = None) -> bytes:
    """Return an update of Telegram: a person's message with all fields of a real one."""
    sender = {"id": who, "is_bot": False, "first_name": "Ann", "username": "ann", "language_code": "en"}
    chat = {"id": who, "first_name": "Ann", "username": "ann", "type": "private"}
    message = {"message_id": number, "from": sender, "chat": chat, "date": int(SENT.timestamp())}
    message |= {"text": text or TEXTS[number % len(TEXTS)]}
    return json.dumps({"update_id": 1000 + number, "message": message}).encode()


async def request(app: Asgi, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
    """Send a request to an ASGI application, and return the status and the body of its answer."""
    fields = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http", "http_version": "1.1", "method": method, "scheme": "http", "path": path, "raw_path": path.encode(),
        "root_path": "", "query_string": b"", "headers": [(b"host", b"localhost"), *fields], "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }  # fmt: skip
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    async def send(event: dict[str, Any]) -> None:
        sent.append(event)

    await app(scope, receive, send)
    return sent[0]["status"], b"".join(event.get("body", b"") for event in sent)


def accepting() -> Any:
    """Return a network edge to Telegram that accepts every message at once."""
    from telegram.request import BaseRequest

    class Accepting(BaseRequest):
        read_timeout = None
        sent = 0
        said = ""

        async def initialize(self) -> None: ...

        async def shutdown(self) -> None: ...

        async def do_request(
            self, url: str, method: str, request_data: Any = None, *_: Any, **__: Any
        ) -> tuple[int, bytes]:
            del method
            self.sent += url.endswith("/sendMessage")
            self.said = str(request_data.parameters.get("text", "")) if request_data is not None else ""
            chat = {"id": ANN, "type": "private"}
            return 200, json.dumps({"ok": True, "result": {"message_id": self.sent, "date": 1, "chat": chat}}).encode()

    return Accepting()


def app_in(folder: Path, edge: Any = None, **more: str) -> "App":
    """Build the whole program as a webhook's bot with its book in a folder, or in the database that ``more`` names."""
    from app.build import build_app
    from app.serve import migrate
    from settings import load

    environ = {
        "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_MODE": "webhook", "TELEGRAM_WEBHOOK_SECRET": SECRET, "ALLOWED_USERS": "*",
        "PUBLIC_URL": "https://bot.example.org", "DATABASE_URL": f"sqlite:///{folder / 'budget.db'}",
        **more,
    }  # fmt: skip
    settings = load(environ, env_file=None, checks={})
    if not more and not (folder / "budget.db").exists():
        migrate(settings)
    request = None if "TELEGRAM_API_URL" in more else edge or accepting()
    return build_app(settings, now=lambda: SENT, request=request)


async def record(times: int, folder: Path) -> None:
    """Record expenses through the webhook's route; the answer carries the receipt."""
    await _recorded(times, folder, ())


async def record_planned(times: int, folder: Path) -> None:
    """Record the same where a paycheck, 50 bills, 20 categories that carry and a card stand in the budget."""
    letters = [f"{chr(ord('a') + n // 26)}{chr(ord('a') + n % 26)}" for n in range(50)]
    names = ("fun", "predictable", "unpredictable", "other", *(f"Envelope {name}" for name in letters[:16]))
    added = (f"/categories add {name} 40" for name in names[4:])
    carries = (f"/limits {name} carry" for name in names)
    bills = (f"/bill Loan {name}z 9.50 on the {n % 28 + 1}" for n, name in enumerate(letters))
    await _recorded(times, folder, ("paid 1500", *added, *carries, *bills, "/card"))


async def _recorded(times: int, folder: Path, before: Sequence[str]) -> None:
    from app.build import http_app

    built = app_in(folder)
    async with built.database:
        app = http_app(built)
        said = [update(_FIRST_BEFORE + n, text=text) for n, text in enumerate(before)]
        for body in [*said, *map(update, range(1, times + 1))]:
            status, _ = await request(app, "POST", "/telegram", body, **{"x-telegram-bot-api-secret-token": SECRET})
            assert status == 200  # noqa: S101 - otherwise a failure would be measured


async def record_floor(times: int, _folder: Path) -> None:
    """Let python-telegram-bot's own dispatch answer the same updates, without any database."""
    from telegram import Update
    from telegram.ext import Application, MessageHandler, filters
    from telegram.request import BaseRequest

    class Answering(BaseRequest):
        read_timeout = None

        async def initialize(self) -> None: ...

        async def shutdown(self) -> None: ...

        async def do_request(self, url: str, *_: Any, **__: Any) -> tuple[int, bytes]:
            bot = {"id": 123456, "is_bot": True, "first_name": "bench", "username": "bench_bot"}
            chat = {"id": ANN, "type": "private"}
            result = (
                bot if url.endswith("getMe") else {"message_id": 1, "date": 1, "chat": chat, "from": bot, "text": "ok"}
            )
            return 200, json.dumps({"ok": True, "result": result}).encode()

    async def answer(update: Update, _: Any) -> None:
        if update.message is not None:
            await update.message.reply_text("ok")

    application = (
        Application.builder().token(TOKEN).request(Answering()).get_updates_request(Answering()).updater(None).build()
    )
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, answer))
    async with application:
        for number in range(1, times + 1):
            await application.process_update(Update.de_json(json.loads(update(number)), application.bot))


async def page_json(times: int, folder: Path) -> None:
    """Open a shared summary as JSON."""
    await _look(times, folder, "application/json")


async def page_html(times: int, folder: Path) -> None:
    """Open a shared summary as a page."""
    await _look(times, folder, "text/html", "/share totals")


async def page_entries(times: int, folder: Path) -> None:
    """Open a shared summary as a page that lists a hundred entries too."""
    await _look(times, folder, "text/html", "/share")


async def _look(times: int, folder: Path, accept: str, share: str = "/share") -> None:
    from app.build import http_app

    edge = accepting()
    built = app_in(folder, edge)
    async with built.database:
        app = http_app(built)
        asked = json.loads(update(1_000_000))
        asked["message"] |= {"text": share}
        await request(
            app, "POST", "/telegram", json.dumps(asked).encode(), **{"x-telegram-bot-api-secret-token": SECRET}
        )
        link = re.search(r"https://bot\.example\.org(/s/[\w-]+)", edge.said)
        assert link is not None  # noqa: S101 - otherwise a failure would be measured
        for _ in range(times):
            status, _ = await request(app, "GET", link[1], accept=accept)
            assert status == 200  # noqa: S101 - likewise


async def page_floor(times: int, folder: Path) -> None:
    """Answer the same by raw sqlite3: find the link by its hash and count it; categories, sums and pay period as JSON."""
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    week, days = ("2026-11-16", "2026-11-23"), "day >= ? AND day < ?"
    with closing(sqlite3.connect(folder / "budget.db", isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = FULL")
        db.execute(
            "INSERT INTO share_links (owner, message, sent_at, token_hash, salt, extent, expires_at, opened) "
            "VALUES (?, 1, '2026-11-22', 'ab', x'00', 'full', '2027-01-01', 0)",
            (ANN,),
        )

        def money(minor: int) -> str:
            return f"{minor // 100}.{minor % 100:02}"

        async def answer(asked: Request) -> JSONResponse:
            db.execute("BEGIN IMMEDIATE")
            now = datetime.now(UTC)
            (owner,) = db.execute(
                "UPDATE share_links SET opened = opened + 1, last_opened_at = ? WHERE token_hash = ? AND expires_at > ? "
                "RETURNING owner",
                (str(now), asked.path_params["token"], str(now)),
            ).fetchone()
            categories = db.execute(
                "SELECT number, key, name, weekly_limit FROM categories WHERE owner = ? ORDER BY position", (owner,)
            ).fetchall()
            sums = "SELECT category, sum(amount) FROM entries WHERE owner = ? AND NOT undone AND kind IN ('expense', 'refund')"
            spent = dict(db.execute(f"{sums} AND {days} GROUP BY category", (owner, *week)).fetchall())
            paid = db.execute(
                "SELECT max(day) FROM entries WHERE owner = ? AND NOT undone AND kind = 'paycheck'", (owner,)
            ).fetchone()[0]
            db.execute("COMMIT")
            said = [
                {
                    "key": key,
                    "name": name,
                    "spent": money(spent.get(number, 0)),
                    "limit": money(limit),
                    "remaining": money(limit - spent.get(number, 0)),
                }
                for number, key, name, limit in categories
            ]
            total = {"spent": money(sum(spent.values()))}
            return JSONResponse(
                {
                    "currency": "USD",
                    "as_of": now.isoformat(),
                    "week": week,
                    "categories": said,
                    "total": total,
                    "pay_period": paid,
                }
            )

        app = Starlette(routes=[Route("/s/{token}", answer)])
        for _ in range(times):
            status, _ = await request(app, "GET", "/s/ab", accept="application/json")
            assert status == 200  # noqa: S101 - likewise


def a_summary() -> "Summary":
    """Return a week with its four categories, one of them over its limit."""
    from budget.categories import STARTERS, Category
    from budget.currencies import currency_named
    from budget.locales import locale_named
    from budget.money import Money
    from budget.periods import week_of
    from budget.summary import Line, Summary

    spent = (35895, 7934, 0, 1250)
    lines = tuple(
        Line(Category(n, new.key, new.name, new.keywords, new.limit * 100), minor)
        for n, (new, minor) in enumerate(zip(STARTERS, spent, strict=True), 1)
    )
    money = Money(currency_named("USD"), locale_named("en_US"))
    return Summary(SENT, SENT.date(), money, week_of(SENT.date(), 0), lines, None)


async def start_watched(_times: int, folder: Path) -> None:
    """Start, answer the first update, and print how many connections were made and TLS contexts built until then."""
    import ssl

    connected: list[object] = []
    contexts: list[object] = []
    sys.addaudithook(
        lambda event, _: connected.append(event) if event in {"socket.connect", "socket.getaddrinfo"} else None
    )
    real = ssl.SSLContext.__new__

    def watched(*given: Any, **named: Any) -> Any:
        contexts.append(given)
        return real(*given, **named)

    vars(ssl)["SSLContext"].__new__ = watched
    await record(1, folder)
    print(len(connected), len(contexts))


async def start(_times: int, folder: Path) -> None:
    """Start on an existing book as `main.py` does, which rests the garbage collector; answer the first update, and end at once."""
    import main  # noqa: F401 - what it imports, and how

    await record(1, folder)
    os._exit(0)


async def start_floor(_times: int, _folder: Path) -> None:
    """Import what every bot on python-telegram-bot imports."""
    import telegram.ext  # noqa: F401 - only the import is measured


PROGRAMS: dict[str, Callable[[int, Path], Awaitable[None]]] = {
    "record": record,
    "record-planned": record_planned,
    "record-floor": record_floor,
    "page-json": page_json,
    "page-html": page_html,
    "page-entries": page_entries,
    "page-floor": page_floor,
    "start": start,
    "start-watched": start_watched,
    "start-floor": start_floor,
}


def reader() -> Callable[[str], object]:
    """Return a function that reads a message of a new budget."""
    from budget.budgets import Budget
    from budget.categories import STARTERS, Category
    from budget.currencies import currency_named
    from budget.grammar import read
    from budget.locales import locale_named
    from budget.money import Money

    money = Money(currency_named("USD"), locale_named("en_US"))
    categories = tuple(
        Category(n, new.key, new.name, new.keywords, new.limit * 100) for n, new in enumerate(STARTERS, 1)
    )
    scope = Budget(ANN, money, "UTC", 0, categories).scope(SENT.date(), lambda _: None)
    return lambda text: read(text, scope)


def resident() -> int:
    """Return how many bytes of memory this process holds (Linux: proc(5), statm)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    name, times, folder = sys.argv[1:]
    logging.basicConfig(level=logging.WARNING)
    asyncio.run(PROGRAMS[name](int(times), Path(folder)))  # type: ignore[arg-type]
    print(resident())


if __name__ == "__main__":
    main()
