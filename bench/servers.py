"""The program and its floor as servers of their own: `python -m bench.servers NAME FOLDER`. A server prints its port first.

Both servers take the same updates on the same route from the same uvicorn, and answer once the entry is committed for good
(``synchronous=FULL``).
"""

import asyncio
import json
import logging
import os
import re
import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.loops import run
from bench.subjects import SECRET, app_in

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response


async def program(folder: Path) -> None:
    """Serve the whole program, on the database that BENCH_DATABASE_URL names, if any."""
    from app.build import http_app

    url = os.environ.get("BENCH_DATABASE_URL")
    built = app_in(folder, **({"DATABASE_URL": url} if url else {}))
    async with built.database:
        await _serve(http_app(built))


async def floor(folder: Path) -> None:
    """Serve the least that does the same: each update parsed by hand, one row and one commit, by raw sqlite3."""
    from starlette.applications import Starlette
    from starlette.responses import JSONResponse
    from starlette.responses import Response as Plain
    from starlette.routing import Route

    with closing(_floor_book(folder)) as db:

        async def telegram(request: "Request") -> "Response":
            if request.headers.get("x-telegram-bot-api-secret-token") != SECRET:
                return Plain(status_code=403)
            chat, _, said = _recorded(db, json.loads(await request.body())["message"])
            return JSONResponse({"method": "sendMessage", "chat_id": chat, "text": said})

        await _serve(Starlette(routes=[Route("/telegram", telegram, methods=["POST"])]))


def _floor_book(folder: Path) -> sqlite3.Connection:
    from storage.engine import wal_is_safe

    db = sqlite3.connect(folder / "floor.db", isolation_level=None)
    db.execute(f"PRAGMA journal_mode = {'WAL' if wal_is_safe(sqlite3.sqlite_version_info) else 'DELETE'}")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE entries (chat, message, amount, note, PRIMARY KEY (chat, message)) WITHOUT ROWID")
    return db


def _recorded(db: sqlite3.Connection, message: dict[str, Any]) -> tuple[int, int, str]:
    """Record a message by one row and one commit; return its chat, its number, and what is answered."""
    chat, number, text = message["chat"]["id"], message["message_id"], message["text"]
    amount = re.search(r"(\d+)[.,](\d\d)", text)
    minor = int(amount[1] + amount[2]) if amount else 0
    db.execute("INSERT INTO entries VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", (chat, number, minor, text))
    return chat, number, f"{minor / 100} · {text}"


async def polling(folder: Path) -> None:
    """Poll the Bot API server that BENCH_API_URL names, with the whole program."""
    from app.serve import migrate, run_until_stopped

    built = app_in(folder, TELEGRAM_MODE="polling", TELEGRAM_API_URL=os.environ["BENCH_API_URL"])
    migrate(built.settings)
    await run_until_stopped(built, None, chat=False)


async def polling_floor(folder: Path) -> None:
    """Poll with the least that does the same: parsed by hand, one row and one commit each, answered on kept connections."""
    from bench.bare import Calls

    calls = Calls(os.environ["BENCH_API_URL"], 16)
    with closing(_floor_book(folder)) as db:
        offset = 0
        while True:
            polled = await calls.make("getUpdates", {"offset": offset, "timeout": 30, "limit": 100})
            answering = []
            for one in polled["result"]:
                chat, number, said = _recorded(db, one["message"])
                reply = {"chat_id": chat, "text": said, "reply_parameters": {"message_id": number}}
                answering.append(calls.make("sendMessage", reply))
                offset = one["update_id"] + 1
            await asyncio.gather(*answering)


async def _serve(app: "Starlette") -> None:
    import uvicorn

    listener = socket.create_server(("127.0.0.1", 0))
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # else each answer would wait 40 ms, as in `main`
    print(listener.getsockname()[1], flush=True)
    await uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")).serve(
        sockets=[listener]
    )


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    programs = {"program": program, "floor": floor, "polling": polling, "polling-floor": polling_floor}
    run(programs[sys.argv[1]](Path(sys.argv[2])))
