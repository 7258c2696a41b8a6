"""`make scale`: a book on PostgreSQL whole and in parts, behind pgbouncer, with three replicas of which one is killed.

It prints what docs/scale.md says of it. `CHATS` is how many chats have a budget with 17 keywords and 100 entries each. The load
comes from 1,000 of them at once, a connection each, and each sends its next update when its last one is answered. An update that is
not answered by 200 is sent again to another replica, as Telegram repeats it. Server, replicas and clients share this machine, so
rates depend on what else it does; milliseconds of a core hardly do.
"""

import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from bench.sizes import Book, chats_of, fill_server, servers_book
from bench.subjects import SECRET, update

CHATS = int(os.environ.get("CHATS", "5000"))
EACH, PARTS, REPLICAS, AT_ONCE, UPDATES = 100, 64, 3, 1_000, 2_000
AGAIN_AFTER = 0.2  # seconds
HERE = Path(__file__).parent
_NUMBERS = count(EACH + 1)


@dataclass(slots=True)
class Load:
    """Updates of many chats to some replicas."""

    ports: list[int]
    sent: int = 0
    again: int = 0
    taken: list[float] = field(default_factory=list)
    """Seconds from when each was sent first until its 200."""

    async def run(self, chats: range, text: str | None, killed: "subprocess.Popen[str] | None" = None) -> float:
        """Send the updates, and return how many were answered in a second; ``killed`` is killed at half of them."""
        left = iter(range(UPDATES))
        begun = time.perf_counter()

        async def one_after_another(chat: int) -> None:
            for n in left:
                if n == UPDATES // 2 and killed is not None:
                    killed.kill()
                await self._send(update(next(_NUMBERS), chat, text), chat)

        await asyncio.gather(*(one_after_another(chat) for chat in chats[:AT_ONCE]))
        return UPDATES / (time.perf_counter() - begun)

    async def _send(self, body: bytes, replica: int) -> None:
        begun = time.perf_counter()
        self.sent += 1
        while not await _is_taken(self.ports[replica % len(self.ports)], body):
            self.again += 1
            replica += 1
            await asyncio.sleep(AGAIN_AFTER)
        self.taken.append(time.perf_counter() - begun)

    def __str__(self) -> str:
        slowest = statistics.quantiles(self.taken, n=100)[-1]
        return f"median {1000 * statistics.median(self.taken):,.0f} ms, 99 % {1000 * slowest:,.0f} ms, sent again {self.again}"


async def _is_taken(port: int, body: bytes) -> bool:
    """Send an update on a connection of its own; return whether it was answered by 200."""
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            b"POST /telegram HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
            b"X-Telegram-Bot-Api-Secret-Token: %b\r\nContent-Length: %d\r\n\r\n%b" % (SECRET.encode(), len(body), body)
        )
        answer = await reader.read()
        writer.close()
    except OSError:
        return False
    return answer.startswith(b"HTTP/1.1 200")


@contextmanager
def replicas(url: str) -> Iterator[tuple[list["subprocess.Popen[str]"], list[int]]]:
    """Run some replicas on one database."""
    with ExitStack() as stack:
        running = []
        for _ in range(REPLICAS):
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            command = [sys.executable, "-m", "bench.servers", "program", folder]
            environ = os.environ | {"BENCH_DATABASE_URL": url}
            one = subprocess.Popen(  # noqa: S603 - it is this program
                command, cwd=HERE.parent, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            stack.callback(one.wait)
            stack.callback(one.kill)
            running.append(one)
        yield running, [int(one.stdout.readline()) for one in running if one.stdout is not None]


@contextmanager
def pooler(url: str) -> Iterator[str]:
    """Run pgbouncer in transaction mode in front of a server's socket; return the address of the database behind it."""
    found: Any = psycopg.conninfo.conninfo_to_dict(url)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        settings = Path(folder) / "pgbouncer.ini"
        settings.write_text(
            f"[databases]\n* = host={found['host']} user={found['user']}\n[pgbouncer]\nlisten_addr = 127.0.0.1\n"
            f"listen_port = {port}\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\ndefault_pool_size = 12\n"
            "max_client_conn = 1000\n"
        )
        settings.chmod(0o644)
        user = ["-u", "pgserver"] if os.getuid() == 0 else []  # it refuses to run as root
        with subprocess.Popen(["pgbouncer", "-q", *user, settings], stderr=subprocess.DEVNULL) as process:  # noqa: S603, S607
            try:
                time.sleep(1)
                yield f"postgresql://{found['user']}@127.0.0.1:{port}{urlsplit(url).path}?pgbouncer=true"
            finally:
                process.terminate()


def asked(url: str, statement: str) -> Any:
    """Return the one value that a statement of this module gives."""
    with psycopg.connect(url, autocommit=True) as db:
        cursor = db.execute(statement.encode())
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row is not None else None


def backends(url: str) -> tuple[float, float]:
    """Return what the server's processes of this database have taken: seconds of a core in all, and the median of their MiB.

    That is proc(5): utime and stime of stat, and what each has for itself of smaps_rollup.
    """
    seconds, held = 0.0, []
    for pid in asked(url, "SELECT array_agg(pid) FROM pg_stat_activity WHERE datname = current_database()"):
        if (said := Path(f"/proc/{pid}")).exists():
            fields = (said / "stat").read_text().rpartition(")")[2].split()
            seconds += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            lines = dict(line.split(":") for line in (said / "smaps_rollup").read_text().splitlines()[1:])
            held.append(int(lines["Private_Dirty"].split()[0]) / 1024)
    return seconds, statistics.median(held)


def loaded(what: str, url: str, book: Book, *, direct: str, kills: bool = False) -> int:
    """Load some replicas with expenses and looks, and print what came of it; return how many messages were sent.

    The first round is not counted: each connection learns then where the tables are.
    """
    with replicas(url) as (running, ports):
        warming = Load(ports)
        asyncio.run(warming.run(chats_of(book), None))
        sent = warming.sent
        for name, text in (("expenses", None),) if kills else (("expenses", None), ("looks", "/week")):
            load, before = Load(ports), backends(direct)[0]
            rate = asyncio.run(load.run(chats_of(book), text, running[0] if kills else None))
            seconds, held = backends(direct)
            took = (
                f"{1000 * (seconds - before) / UPDATES:.1f} ms of the server's core each, {held:.0f} MiB a connection"
            )
            print(f"{what}, {name}: {rate:,.0f} a second; {load}; {took}", flush=True)
            sent += load.sent if text is None else 0
    return sent


def main() -> None:
    """Measure everything."""
    from storage.schema import upgrade

    book = Book(CHATS, EACH)
    with servers_book() as url:
        begun = time.perf_counter()
        fill_server(url, book)
        size = asked(url, "SELECT pg_size_pretty(pg_database_size(current_database()))")
        print(
            f"{book.chats:,} chats with {book.entries:,} entries: {size}, filled in {time.perf_counter() - begun:.0f} s",
            flush=True,
        )
        sent = loaded("whole", url, book, direct=url)
        begun = time.perf_counter()
        upgrade(url, parts=PARTS)
        size = asked(url, "SELECT pg_size_pretty(pg_database_size(current_database()))")
        print(f"divided into {PARTS} parts in {time.perf_counter() - begun:.0f} s: {size}", flush=True)
        sent += loaded("divided", url, book, direct=url)
        with tempfile.TemporaryDirectory(dir="/var/tmp") as disk:
            moved_to_another_disk(url, Path(disk))
            for timeout in ("lock_timeout = '5s'", "statement_timeout = '10s'"):
                asked(url, f"ALTER ROLE CURRENT_USER SET {timeout}")
            with pooler(url) as pooled:
                sent += loaded("divided, pgbouncer, one of three replicas killed", pooled, book, direct=url, kills=True)
            new = f"FROM entries WHERE message > {EACH}"
            messages, lines = (
                asked(url, f"SELECT count(DISTINCT (owner, message)) {new}"),
                asked(url, f"SELECT count(*) {new}"),
            )
            print(f"{sent:,} expenses were sent: {messages:,} messages with {lines:,} entries are recorded", flush=True)
            if not sent == messages == lines:
                raise SystemExit("An expense is lost, or recorded twice.")
            for n in (0, 1):
                asked(url, f"ALTER TABLE parts.entries_{n} SET TABLESPACE pg_default")
            asked(url, "DROP TABLESPACE another")


def moved_to_another_disk(url: str, disk: Path) -> None:
    """Move two parts of the entries to another folder, and print how long it takes."""
    from shutil import chown

    disk.chmod(0o755)
    (space := disk / "parts").mkdir()
    if os.getuid() == 0:
        chown(space, "pgserver")
    asked(url, f"CREATE TABLESPACE another LOCATION '{space}'")
    begun = time.perf_counter()
    for n in (0, 1):
        asked(url, f"ALTER TABLE parts.entries_{n} SET TABLESPACE another")
    print(f"two parts of the entries moved to another disk in {time.perf_counter() - begun:.1f} s", flush=True)


if __name__ == "__main__":
    main()
