"""The front door: builds every part and joins them, and the command line. Only here the clock is read.

Importing this module has no effect but on the garbage collector, and on Lambda, where it opens everything. What a verb alone needs
is imported by that verb.
"""

import os
import sys


def _end_at_once(_signal: int, _frame: object) -> None:
    """End the process: nothing is in flight before the loop takes over, and a migration that is killed is undone by the database.

    An exception would not do. Python ignores what is raised inside a weak reference's callback or a finalizer, and imports are full
    of them: one start in a hundred went on for ever.
    """
    os._exit(0)


if __name__ == "__main__":  # before any import that takes time; `_signal` is there from the start, `signal` is not
    _early = sys.modules["_signal"]
    if sys.argv[1:2] in (["run"], ["chat"]):
        for _number in (_early.SIGTERM, _early.SIGINT):
            _early.signal(_number, _end_at_once)
    else:
        _early.signal(_early.SIGINT, _early.SIG_DFL)  # no traceback; what has something to clean up sets it back

import gc

# What imports make stays. To look through it for garbage, again and again, takes a twelfth of a start (`make bench`, G7), so the
# collector rests until they are done, and never looks there after.
_COLLECTS = gc.isenabled()
gc.disable()

import argparse
import asyncio
import hmac
import json
import logging
import re
import secrets
import signal
import socket
import tempfile
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager, contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache, partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from sqlalchemy import make_url

from bot.access import Access
from bot.budget_bot import BudgetBot
from budget.bookkeeper import Bookkeeper
from budget.budgets import Beginnings
from budget.currencies import currency_named
from budget.errors import InvalidChoice, LedgerUnavailable
from budget.forgetting import Forgetting
from budget.locales import locale_named
from budget.money import Money
from budget.sharing import Sharing
from budget.summary import Summary
from settings import Fetch, LogFormat, Settings, SettingsError, load
from storage.answers import SqlAnswers
from storage.database import Database
from storage.duties import SqlDuties
from storage.engine import Journal
from storage.forgetting import SqlForgetting
from storage.guests import SqlGuests
from storage.ledger import SqlLedger
from storage.schema import EXPECTED, SchemaError
from storage.shares import SqlShares
from storage.updates import SqlUpdates
from web.metrics import Metrics
from web.renderer import Busy, Renderer

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from telegram.request import BaseRequest

    from bot.door import Door
    from bot.telegram_api import Telegram
    from serverless import Function, Opened
    from storage.care import Admitted, Sums

gc.freeze()
if _COLLECTS:
    gc.enable()

log = logging.getLogger("main")

Now = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the present moment, an aware UTC instant."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """All parts, built and joined; nothing is open yet. ``telegram`` and ``door`` are there where the settings have a token."""

    settings: Settings
    now: Now
    database: Database
    bookkeeper: Bookkeeper
    bot: BudgetBot
    access: Access
    guests: SqlGuests
    duties: SqlDuties
    updates: SqlUpdates | None
    sharing: Sharing
    forgetting: Forgetting
    metrics: Metrics
    telegram: "Telegram | None"
    door: "Door | None"
    renderer: Renderer


def build(
    settings: Settings,
    *,
    request: "BaseRequest | None" = None,
    now: Now = utc_now,
    pooled: bool = True,
    journal: Journal = "auto",
) -> House:
    """Build every part from the settings; ``request`` (Telegram's network edge) and ``now`` are the seams for tests.

    ``pooled`` is whether connections to a database server are kept: not by what is frozen between two requests. ``journal`` is
    how a SQLite file keeps its own.
    """
    database = Database(
        settings.database_url.get_secret_value(), bot=_bot_number(settings), pooled=pooled, journal=journal
    )
    guests, duties = SqlGuests(database), SqlDuties(database)
    access = Access(settings.allowed_users, guests, now)
    forgetting = Forgetting(SqlForgetting(database))
    beginnings = Beginnings(
        Money(currency_named(settings.currency), locale_named(settings.locale)),
        settings.timezone,
        settings.week_starts_on,
    )
    bookkeeper = Bookkeeper(SqlLedger(database), beginnings)
    sharing = Sharing(bookkeeper, SqlShares(database), _sharing_key(settings))
    metrics, renderer = Metrics(now, EXPECTED), Renderer(now)
    if settings.telegram_bot_token is None:
        bot = BudgetBot(bookkeeper, now, forgetting=forgetting, sharing=sharing, public_url=settings.public_url)
        return House(
            settings,
            now,
            database,
            bookkeeper,
            bot,
            access,
            guests,
            duties,
            None,
            sharing,
            forgetting,
            metrics,
            None,
            None,
            renderer,
        )
    from bot.door import Door
    from bot.poison import PoisonGuard
    from bot.telegram_api import Telegram
    from storage.begun import BegunUpdates

    draw = partial(_draw, renderer)
    bot = BudgetBot(
        bookkeeper, now, access, forgetting=forgetting, sharing=sharing, public_url=settings.public_url, draw=draw
    )
    telegram = Telegram(
        settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url, request, metrics.contacted
    )
    number = _bot_number(settings) or 0
    updates = SqlUpdates(database, number)
    path, durable = _begun_path(settings, number)
    guard = PoisonGuard(BegunUpdates(path), updates, now, durable)
    door = Door(
        bot, access, SqlAnswers(database), metrics, telegram.fetch, telegram.own_name, telegram.is_administrator, guard
    )
    metrics.oldest_open = door.handled_for
    return House(
        settings,
        now,
        database,
        bookkeeper,
        bot,
        access,
        guests,
        duties,
        updates,
        sharing,
        forgetting,
        metrics,
        telegram,
        door,
        renderer,
    )


async def keep(house: House) -> int:
    """Do what is due by the clock, and return how many closed budgets were deleted. A repeat changes nothing."""
    await house.access.note_named()
    return await house.forgetting.sweep(house.now())


def _bot_number(settings: Settings) -> int | None:
    """Return the number of the settings' bot, which its token begins with; None for the terminal."""
    if settings.telegram_bot_token is None:
        return None
    return int(settings.telegram_bot_token.get_secret_value().partition(":")[0])


def _begun_path(settings: Settings, bot: int) -> tuple[Path, bool]:
    """Return where updates are noted that are being handled, and whether that outlives the process for certain.

    It is beside the book where that is a file; else the folder may be a container's own, or a function's.
    """
    url = make_url(settings.database_url.get_secret_value())
    if url.get_backend_name() == "sqlite" and url.database:
        return Path(f"{url.database}-begun-{bot}"), True
    return Path(settings.state_dir or tempfile.gettempdir()) / f"budget-begun-{bot}", settings.state_dir is not None


def _sharing_key(settings: Settings) -> bytes:
    """Return the key of share links' tokens: the same in every replica, and in no database. A terminal repeats nothing."""
    if settings.telegram_bot_token is None:
        return secrets.token_bytes(32)
    return hmac.digest(settings.telegram_bot_token.get_secret_value().encode(), b"share links", "sha256")


async def _draw(renderer: Renderer, owner: int, summary: Summary) -> bytes | None:
    """Draw the week's picture for a chat; None where too many are asked for."""
    who = f"chat {owner}"
    try:
        renderer.admit(who)
        return await renderer.png(summary, who)
    except Busy:
        return None


def create_app(house: House) -> "Starlette":
    """Return the HTTP side of a house; whoever serves it opens the ledger first."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from web.guard import Guard, Guesses, Visitors
    from web.patience import Patience
    from web.routes import Window, broken, exception_handlers, routes, too_long

    settings, token = house.settings, house.settings.metrics_token

    async def ready() -> None:
        await house.database.ready()
        if house.metrics.is_stuck():
            raise LedgerUnavailable("updates: one can neither be done nor kept, and those after it wait")

    window = Window(
        ready,
        house.sharing,
        house.now,
        settings.public_url,
        house.metrics,
        house.renderer,
        token.get_secret_value() if token is not None else None,
        settings.trusted_proxies,
    )
    doors = routes(window)
    secret = house.settings.telegram_webhook_secret
    if house.settings.telegram_mode == "webhook" and house.telegram and house.door and secret:
        from bot import webhook

        known = secret.get_secret_value()
        is_weak = len(known) < webhook.STRONG
        if is_weak:
            log.warning(
                "TELEGRAM_WEBHOOK_SECRET is short enough to be guessed: set another, e.g. from: openssl rand -hex 32"
            )
        guesses = Guesses(Visitors(settings.trusted_proxies), Patience(*window.guesses, house.now), is_weak=is_weak)
        failing, door = webhook.Failing(), house.door
        house.metrics.oldest_open = lambda: max(failing.oldest(), door.handled_for())
        doors.append(webhook.route(door, house.telegram.bot, known, failing, guesses))
    https = settings.public_url.startswith("https:")
    guard = Middleware(Guard, https=https, broken=broken, too_long=too_long, watch=house.metrics)
    app = Starlette(routes=doors, middleware=[guard], exception_handlers=exception_handlers)
    app.router.redirect_slashes = False  # a redirect would say a token again
    return app


# --- the verbs ------------------------------------------------------------------------------------------------------------


def run(settings: Settings, *, chat: bool = False) -> int:
    """Start the main job: the bot on Telegram, or without a token (or with ``chat``) the chat in the terminal."""
    chat = chat or settings.telegram_bot_token is None
    if chat and sys.stdout is not None and sys.stdout.isatty():
        log.setLevel(max(log.getEffectiveLevel(), logging.WARNING))  # a person reads what a person wrote
    migrate(settings)
    listener = _listener(settings)
    if listener is not None:
        settings = settings.model_copy(update={"port": listener.getsockname()[1]})
    elif chat:
        log.warning("Port %s is taken, so there is no HTTP side; PORT sets another", settings.port)
    else:
        return _complain(
            f"Port {settings.port} is taken: end what uses it, or set another, e.g. PORT={settings.port + 1}"
        )
    try:
        return asyncio.run(_run(build(settings), listener, chat=chat, restart=_start_again))
    finally:
        if __name__ == "__main__":
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # all is done: the loop has set it back to the traceback's


def _start_again() -> None:
    """Run this very command anew in the place of this process: whoever started it need not know how. It does not return."""
    logging.shutdown()
    try:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - the program's own command line
    finally:
        os._exit(70)


def migrate(settings: Settings) -> int:
    """Bring the database's schema up to date."""
    from storage.schema import upgrade

    upgrade(settings.database_url.get_secret_value())
    return 0


def _doctor(settings: Settings, *, as_json: bool) -> int:
    """Say of everything the bot stands on whether it is well; 1 where something is not."""
    import doctor

    findings = doctor.run(settings)
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{'ok    ' if finding.well else 'WRONG '} {finding.what}: {finding.seen}")
            if not finding.well:
                print(f"       type next: {finding.next}")
    return 0 if all(finding.well for finding in findings) else 1


def _care(settings: Settings, asked: argparse.Namespace) -> int:
    """Look after the book: back up, restore, verify or copy it."""
    from storage import care

    url = settings.database_url.get_secret_value()
    try:
        match asked.verb:
            case "backup":
                _show_sums(care.backup(url, asked.file))
                print(f"It is in {asked.file}, whole and checked.")
            case "restore":
                held, former = care.restore(asked.file, url)
                _show_sums(held)
                print("Restored." + (f" The former book is in {former}." if former else ""))
                _show_admitted(care.admitted(url, utc_now()))
            case "verify":
                return _verify(url, asked.since)
            case _:
                from storage.schema import upgrade

                to = load({"DATABASE_URL": asked.to}, env_file=None, checks={}).database_url.get_secret_value()
                upgrade(to)
                _show_sums(care.copy(url, to, _show_progress))
                print("Copied: the sums are equal.")
    except care.CareError as problem:
        return _complain(str(problem), status=1)
    except SettingsError as mistakes:
        return _complain(*(line.replace("DATABASE_URL", "--to", 1) for line in mistakes.lines))
    return 0


def _verify(url: str, since: int | None) -> int:
    """Add everything up, and say what differs as soon as it is found."""
    from storage import care

    looked_at: deque[int] = deque(maxlen=1)
    try:
        held, wrong = care.verify(url, since, looked_at.append, print)
    except (KeyboardInterrupt, LedgerUnavailable) as problem:
        if looked_at:
            _complain(f"Broken off. To go on: python main.py verify --from {looked_at[0]}")
        if isinstance(problem, KeyboardInterrupt):
            return 130
        raise
    _show_sums(held)
    if not wrong:
        print("Everything adds up.")
    return 1 if wrong else 0


def _show_admitted(admitted: "Admitted") -> None:
    """Tell who else may use a book: who restores it may not know what its backup holds."""
    if admitted.guests:
        users = ", ".join(map(str, admitted.users))
        more = f" and {admitted.guests - len(admitted.users)} more" if admitted.guests > len(admitted.users) else ""
        print(f"Guests whom it lets in, by Telegram user id ({admitted.guests}): {users}{more}")
    if admitted.links:
        extents = ", ".join(f"{number} {extent}" for extent, number in admitted.links)
        print(f"Share links that are open: {extents}")


def _show_sums(sums: "Sums") -> None:
    print(f"{sums.entries} entries in {sums.chats} {'chat' if sums.chats == 1 else 'chats'}")
    for code, kind, minor in sums.totals:
        amount = Money(currency_named(code), locale_named("en_US")).plain(minor)
        print(f"  {kind:<10} {amount:>16} {code}")


def _show_progress(table: str, done: int, number: int) -> None:
    """Draw a bar where a person looks; say each finished table elsewhere."""
    if sys.stderr.isatty():
        cells = 30 * done // max(1, number)
        bar = f"{'#' * cells}{'.' * (30 - cells)}"
        print(f"\r{table:<12} {bar} {done}/{number} ", end="\n" if done == number else "", file=sys.stderr, flush=True)
    elif done == number:
        print(f"{table}: {done}", file=sys.stderr)


async def _run(
    house: House, listener: socket.socket | None, *, chat: bool, restart: Callable[[], None] | None = None
) -> int:
    """Do the main job until it is told to stop; ``restart`` is what ends the process where it hangs."""
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(house.database)
        # From here on something may be in flight. asyncio first lets each signal's number be written to the loop's socket and then
        # changes the handler, so one that arrives in between is met by the old handler or by the loop, never by neither.
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await stack.enter_async_context(_openings_written(house.sharing))
        if house.door is not None:
            stack.callback(house.door.close)
            if restart is not None and not chat:
                stack.enter_context(_watchdog(house, house.door, restart))
        if house.telegram is not None:  # closed once the last request is answered: its answer may need a call
            stack.push_async_callback(house.telegram.close)
        if listener is not None:
            await stack.enter_async_context(_served(create_app(house), listener))
        keeping = asyncio.ensure_future(_keep(house))
        stack.push_async_callback(_cancelled, keeping)
        job = asyncio.ensure_future(_chat(house) if chat else _telegram(house))
        stopped = asyncio.ensure_future(stop.wait())
        await asyncio.wait([job, stopped], return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not job.done():
            log.info("Stopping")
            job.cancel()
            await asyncio.wait([job])
            return 0
        return job.result()


_OPENINGS_EVERY = 3.0  # seconds


@asynccontextmanager
async def _openings_written(sharing: Sharing, every: float = _OPENINGS_EVERY) -> AsyncIterator[None]:
    """Write down every few seconds how often links were opened, and once more on leaving: no look waits for that."""

    async def again_and_again() -> None:
        while True:
            await asyncio.sleep(every)
            await _write_openings(sharing)

    writing = asyncio.ensure_future(again_and_again())
    try:
        yield
    finally:
        writing.cancel()
        await asyncio.wait([writing])
        await _write_openings(sharing)


async def _write_openings(sharing: Sharing) -> None:
    try:
        await sharing.write_openings()
    except Exception:  # a count is no reason to end anything
        log.exception("Openings can't be written down")


_OFTEN, _SOON = 3600, 60  # seconds until what is due by the clock is done again: usually, and after a failure


async def _keep(house: House) -> None:
    """Do what is due by the clock, at start and then every hour."""
    while True:
        pause = _OFTEN
        try:
            if deleted := await keep(house):
                log.info("Closed budgets whose day is over, and which are deleted: %s", deleted)
        except LedgerUnavailable as problem:
            log.warning("What is due by the clock waits: %s", problem)
            pause = _SOON
        except Exception:
            log.exception("What is due by the clock failed")
        await asyncio.sleep(pause)


async def _cancelled(task: "asyncio.Future[None]") -> None:
    """Cancel a task, and wait for its end."""
    task.cancel()
    await asyncio.wait([task])


def _watchdog(house: House, door: "Door", restart: Callable[[], None]) -> AbstractContextManager[object]:
    from bot.watchdog import Watchdog

    return Watchdog(lambda: max(door.handled_for(), house.database.busy()), restart)


async def _chat(house: House) -> int:
    """Chat in the terminal until its end of file."""
    from bot.terminal import Terminal, lines_of

    if sys.stdin is None or sys.stdout is None:
        return _complain("The chat needs a standard input and output; neither may be closed", status=1)
    terminal = Terminal(house.bot, house.now, sys.stdout)
    await terminal.run(lines_of(sys.stdin), prompt=sys.stdin.isatty())
    return 0


async def _telegram(house: House) -> int:
    """Be the bot on Telegram, by webhook or by polling, until it is told to stop."""
    from telegram.error import InvalidToken

    from bot import registration
    from bot.polling import Polling

    settings, telegram, door = house.settings, house.telegram, house.door
    if telegram is None or door is None:
        raise ValueError("there is no token")
    await house.access.open_claim()

    async def name_known(name: str) -> None:
        house.bot.name = name
        if house.access.claim is not None:
            _show_claim(house.access.claim.code, name)

    async def receive() -> None:
        if settings.telegram_mode == "polling":
            await registration.until_done(partial(registration.remove_webhook, telegram.bot))
            polling = Polling(telegram.bot, door, house.updates, house.now)
            house.metrics.oldest_open = lambda: max(polling.oldest_open(), door.handled_for())
            house.metrics.is_stuck = polling.is_stuck
            await polling.run()
        elif settings.telegram_webhook_secret is not None:
            url, secret = settings.public_url, settings.telegram_webhook_secret.get_secret_value()
            await registration.once(
                house.duties,
                "webhook",
                registration.what_of(telegram.bot, url, secret),
                house.now,
                partial(registration.set_webhook, telegram.bot, url, secret),
                partial(registration.webhook_is_set, telegram.bot, url),
            )
            await asyncio.Event().wait()  # updates come by the HTTP side

    status = 0
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(registration.until_done(partial(registration.introduce, telegram.bot, name_known)))
            tasks.create_task(_renew_claims(house))
            tasks.create_task(receive())
    except* InvalidToken:
        status = _complain("Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather")
    return status


_LOOK = 10  # seconds between looks whether a claim code has run out


async def _renew_claims(house: House, look: float = _LOOK) -> None:
    """Show a fresh claim code whenever one has run out, until somebody has claimed the bot."""
    while house.access.claim is not None:
        await asyncio.sleep(look)
        with suppress(LedgerUnavailable):  # a later look finds it
            code = await house.access.renew_claim()
            if code is not None:
                _show_claim(code, house.bot.name)


def _show_claim(code: str, name: str) -> None:
    """Show how the first person comes in: ALLOWED_USERS names nobody."""
    import segno

    if not name:  # Telegram has not told it yet
        print(
            f"Nobody may use the bot yet. Send it this within ten minutes to make it yours: /start {code}", flush=True
        )
        return
    link = f"https://t.me/{name}?start={code}"
    print(f"Nobody may use the bot yet. Open this link within ten minutes to make it yours:\n{link}")
    segno.make(link, error="l").terminal(sys.stdout, compact=True, border=1)
    print("Or set ALLOWED_USERS to your Telegram user id and start again.", flush=True)


def _listener(settings: Settings) -> socket.socket | None:
    """Open the HTTP port; None where it is taken."""
    try:
        listener = socket.create_server((settings.host, settings.port), family=_family(settings.host))
    except OSError:
        return None
    # Connections inherit it. asyncio would set it only for a socket that names its protocol, and without it the body of each answer
    # on a connection that is kept waits for the other end to confirm the head: 40 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # What has come and is not read yet is memory, too: the system's own measure is megabytes for each connection.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
    return listener


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


_QUEUE = 1024  # connections that the system holds until they are accepted
_ACCEPTED_AT_ONCE = 32
"""Connections that asyncio accepts before anything else is done, so also before one too many is closed."""


def _open_files() -> int | None:
    """Return how many files this process may open; None where no system says it."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return None if soft == resource.RLIM_INFINITY else soft


@asynccontextmanager
async def _served(app: "Starlette", listener: socket.socket) -> AsyncIterator[None]:
    """Serve the HTTP side beside whatever else runs; on leaving, requests in flight get three seconds to end."""
    import uvicorn

    from web.server import BoundedHttp, look_at_the_clock, most_connections

    class Server(uvicorn.Server):
        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield  # signals are ours

        async def on_tick(self, counter: int) -> bool:
            if counter % 10 == 0:  # each second
                look_at_the_clock(self.server_state.connections, asyncio.get_running_loop().time())
            return await super().on_tick(counter)

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            listener.listen(_QUEUE)

    most = most_connections(_open_files())

    class Http(BoundedHttp):
        most_connections = most

    config = uvicorn.Config(
        app,
        http=Http,
        ws="none",
        backlog=_ACCEPTED_AT_ONCE,
        log_config=None,
        access_log=False,
        lifespan="off",
        timeout_graceful_shutdown=3,
        server_header=False,
        proxy_headers=False,  # TRUSTED_PROXIES says who is believed; uvicorn would believe everybody on this machine
    )
    server = Server(config)
    serving = asyncio.ensure_future(server.serve(sockets=[listener]))
    host, port = listener.getsockname()[:2]
    log.info("The HTTP side is at http://%s:%s", f"[{host}]" if ":" in host else host, port)
    try:
        yield
    finally:
        server.should_exit = True
        await serving


# --- the command line -----------------------------------------------------------------------------------------------------

_VERBS = {
    "run": "start the bot; without TELEGRAM_BOT_TOKEN, a chat in the terminal",
    "chat": "start a chat in the terminal, whatever the settings",
    "migrate": "bring the database up to date",
    "doctor": "look at everything the bot stands on, and say what to type next",
    "backup": "copy the book, in use or not, into a new file that is checked",
    "restore": "give the book, in use or not, the content of a backup; what it held is kept beside it",
    "verify": "add everything up, entry by entry, and compare it with every summary",
    "copy": "copy the whole book into another database",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return the exit status: 0, 1 for a failure, 2 for wrong settings."""
    parser = argparse.ArgumentParser(prog="main.py", description="Budget Tracker: text an expense, see the week.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    parsers = {name: verbs.add_parser(name, help=what, description=what) for name, what in _VERBS.items()}
    for name in ("backup", "restore"):
        parsers[name].add_argument("file", type=Path, help="the backup's file")
    parsers["verify"].add_argument(
        "--from", dest="since", type=int, metavar="CHAT", help="begin with this chat's number"
    )
    parsers["copy"].add_argument("--to", required=True, metavar="URL", help="its database, like DATABASE_URL")
    parsers["doctor"].add_argument("--json", action="store_true", help="for programs")
    asked = parser.parse_args(arguments)
    try:
        settings = load(os.environ, env_file=Path(".env"), checks=_CHECKS, fetch=_secrets)
    except SettingsError as mistakes:
        return _complain(*mistakes.lines)
    log_to(sys.stderr, settings)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # what was recorded must be told, on any terminal
    os.umask(0o077)  # a book, its backups and exports are its owner's alone
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        match asked.verb:
            case "run" | "chat":
                return run(settings, chat=asked.verb == "chat")
            case "migrate":
                return migrate(settings)
            case "doctor":
                return _doctor(settings, as_json=asked.json)
            case _:
                return _care(settings, asked)
    except LedgerUnavailable as problem:
        return _complain(f"The ledger can't be opened: {problem}", status=1)
    except SchemaError as problem:
        return _complain(str(problem), status=1)
    except KeyboardInterrupt:
        return _complain("Broken off.", status=130)
    except BrokenPipeError:  # whoever read the replies has gone; what was recorded stays
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _secrets(source: str) -> Mapping[str, str]:
    import vault

    return vault.read(source)


def _complain(*lines: str, status: int = 2) -> int:
    for line in lines:
        print(line, file=sys.stderr)
    return status


def _currency(text: str) -> None:
    try:
        currency_named(text)
    except InvalidChoice:
        raise ValueError("it must be a currency's code of three letters") from None


def _locale(text: str) -> None:
    try:
        locale_named(text)
    except InvalidChoice:
        raise ValueError("it must be a language and a country that I know") from None


_CHECKS = {"CURRENCY": _currency, "LOCALE": _locale}


# --- AWS Lambda -----------------------------------------------------------------------------------------------------------


def handler(event: Any, context: Any) -> Any:
    """Answer an event of AWS Lambda: an HTTP request, a task or a schedule (`serverless.py`)."""
    return _function().answer(event, context)


def pre_traffic(event: Any, _context: Any) -> Any:
    """Try the version of the function that NEW_VERSION names, and tell CodeDeploy whether it may have traffic."""
    from serverless import try_out

    logging.basicConfig(level=logging.INFO, handlers=[_log_handler(sys.stdout, "json", ())], force=True)
    return try_out(event, os.environ["NEW_VERSION"])


@cache
def _function() -> "Function":
    """Return this process's function."""
    return function(os.environ)


def function(
    environ: Mapping[str, str], *, request: "BaseRequest | None" = None, now: Now = utc_now, fetch: Fetch = _secrets
) -> "Function":
    """Return a function with these variables; nothing is read or opened before its first event."""
    import serverless

    logging.basicConfig(level=logging.INFO, handlers=[_log_handler(sys.stdout, "json", ())], force=True)

    def open_() -> "Opened":
        settings = load(
            environ,
            env_file=None,
            checks=_CHECKS,
            fetch=fetch,
            defaults=serverless.DEFAULTS,
            demands=serverless.demands,
        )
        log_to(sys.stdout, settings)
        house = build(settings, request=request, now=now, pooled=False)
        if house.telegram is None:
            raise ValueError("there is no token")
        after = partial(_write_openings, house.sharing)
        due = partial(keep, house)
        return serverless.Opened(settings, house.database, create_app(house), house.telegram, after, due)

    return serverless.Function(open_)


# --- the log --------------------------------------------------------------------------------------------------------------


class Redacted(logging.Formatter):
    """Formats a line of the log, and takes every secret out of it: tracebacks and other libraries' lines too."""

    def __init__(self, format_: str | None, secrets: Sequence[str]) -> None:
        super().__init__(format_)
        known = "|".join(re.escape(secret) for secret in secrets if secret)
        self._secret = re.compile(
            rf"{known}{'|' if known else ''}\d{{6,}}:[A-Za-z0-9_-]{{30,}}|(?<=/s/)[A-Za-z0-9_-]{{20,}}"
        )

    def format(self, record: logging.LogRecord) -> str:
        return self._secret.sub("[secret]", super().format(record))


class _Json(Redacted):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": super().format(record),
        }
        return json.dumps(line, ensure_ascii=False)


def log_to(stream: TextIO, settings: Settings) -> None:
    """Send the log to a stream in the format that the settings ask for."""
    secrets = [
        secret.get_secret_value()
        for secret in (
            settings.telegram_bot_token,
            settings.telegram_webhook_secret,
            settings.metrics_token,
            settings.database_url,
        )
        if secret is not None
    ]
    handlers = [_log_handler(stream, settings.log_format, secrets)]
    logging.basicConfig(level=settings.log_level.upper(), handlers=handlers, force=True)
    for chatty in ("httpx", "httpcore", "alembic", "uvicorn", "telegram", "mangum", "botocore", "urllib3"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, logging.root.level))
    # It warns of each request that can't be read: whoever finds the port could fill the disk.
    logging.getLogger("uvicorn.error").setLevel(max(logging.ERROR, logging.root.level))


def _log_handler(stream: TextIO, format_: LogFormat, secrets: Sequence[str]) -> logging.Handler:
    handler = logging.StreamHandler(stream)
    if format_ == "json":
        handler.setFormatter(_Json(None, secrets))
    else:
        handler.setFormatter(Redacted("%(asctime)s %(levelname)s %(name)s: %(message)s", secrets))
    return handler


if __name__ == "__main__":
    sys.exit(main())
elif "AWS_LAMBDA_RUNTIME_API" in os.environ and sys.argv[1:] == ["main.handler"]:
    # While Lambda starts a process it gives it a whole core, and for an event only the share that is paid for.
    _function().get_ready()
