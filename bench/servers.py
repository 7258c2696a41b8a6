"""The program and its floor as servers of their own: `python -m bench.servers NAME FOLDER`. The port is printed first.

Both take the same updates on the same route from the same uvicorn, and answer once the entry is committed for good
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
from typing import TYPE_CHECKING

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

    from storage.engine import wal_is_safe

    with closing(sqlite3.connect(folder / "floor.db", isolation_level=None)) as db:
        db.execute(f"PRAGMA journal_mode = {'WAL' if wal_is_safe(sqlite3.sqlite_version_info) else 'DELETE'}")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("CREATE TABLE entries (chat, message, amount, note, PRIMARY KEY (chat, message)) WITHOUT ROWID")

        async def telegram(request: "Request") -> "Response":
            if request.headers.get("x-telegram-bot-api-secret-token") != SECRET:
                return Plain(status_code=403)
            message = json.loads(await request.body())["message"]
            chat, text = message["chat"]["id"], message["text"]
            amount = re.search(r"(\d+)[.,](\d\d)", text)
            minor = int(amount[1] + amount[2]) if amount else 0
            db.execute(
                "INSERT INTO entries VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (chat, message["message_id"], minor, text),
            )
            return JSONResponse({"method": "sendMessage", "chat_id": chat, "text": f"{minor / 100} · {text}"})

        await _serve(Starlette(routes=[Route("/telegram", telegram, methods=["POST"])]))


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
    asyncio.run({"program": program, "floor": floor}[sys.argv[1]](Path(sys.argv[2])))
