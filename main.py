"""The front door: builds every part and joins them, and the command line. Only here the clock is read.

Importing this module has no effect but on the garbage collector, and on Lambda, where it opens everything. What a verb alone needs
is imported by that verb.
"""

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
import os
import re
import secrets
import signal
import socket
import sys
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache, partial
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from bot.access import Access
from bot.budget_bot import BudgetBot
from budget.bookkeeper import Bookkeeper
from budget.currencies import currency_named
from budget.errors import InvalidChoice, LedgerUnavailable
from budget.ledger import Beginnings
from budget.locales import locale_named
from budget.money import Money
from budget.sharing import Sharing
from budget.summary import Summary
from settings import Fetch, LogFormat, Settings, SettingsError, load
from storage.engine import Journal
from storage.schema import EXPECTED, SchemaError
from storage.sql_ledger import SqlLedger
from storage.sql_notebook import SqlNotebook
from storage.sql_shares import SqlShares
from web.metrics import Metrics

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
    ledger: SqlLedger
    bookkeeper: Bookkeeper
    bot: BudgetBot
    access: Access
    notebook: SqlNotebook
    sharing: Sharing
    metrics: Metrics
    telegram: "Telegram | None"
    door: "Door | None"


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
    ledger = SqlLedger(settings.database_url.get_secret_value(), pooled=pooled, journal=journal)
    notebook = SqlNotebook(ledger)
    access = Access(settings.allowed_users, notebook, now)
    beginnings = Beginnings(
        Money(currency_named(settings.currency), locale_named(settings.locale)),
        settings.timezone,
        settings.week_starts_on,
    )
    bookkeeper = Bookkeeper(ledger, beginnings)
    sharing = Sharing(bookkeeper, SqlShares(ledger), _sharing_key(settings))
    metrics = Metrics(now, EXPECTED)
    if settings.telegram_bot_token is None:
        bot = BudgetBot(bookkeeper, now, sharing=sharing, public_url=settings.public_url)
        return House(settings, now, ledger, bookkeeper, bot, access, notebook, sharing, metrics, None, None)
    from bot.door import Door
    from bot.telegram_api import Telegram

    bot = BudgetBot(bookkeeper, now, access.invite, sharing=sharing, public_url=settings.public_url, draw=_draw)
    telegram = Telegram(
        settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url, request, metrics.contacted
    )
    door = Door(bot, access, notebook, metrics, telegram.fetch, telegram.own_name)
    return House(settings, now, ledger, bookkeeper, bot, access, notebook, sharing, metrics, telegram, door)


def _sharing_key(settings: Settings) -> bytes:
    """Return the key of share links' tokens: the same in every replica, and in no database. A terminal repeats nothing."""
    if settings.telegram_bot_token is None:
        return secrets.token_bytes(32)
    return hmac.digest(settings.telegram_bot_token.get_secret_value().encode(), b"share links", "sha256")


async def _draw(summary: Summary) -> bytes:
    """Draw the week's picture, beside whatever else runs; what draws it is imported by the first."""
    from web.chart import png

    return await asyncio.to_thread(png, summary)


def create_app(house: House) -> "Starlette":
    """Return the HTTP side of a house; whoever serves it opens the ledger first."""
    from starlette.applications import Starlette
    from starlette.middleware import Middleware

    from web.guard import Guard
    from web.routes import Window, broken, exception_handlers, routes

    settings, token = house.settings, house.settings.metrics_token
    window = Window(
        house.ledger.ready,
        house.sharing,
        house.now,
        settings.public_url,
        house.metrics,
        token.get_secret_value() if token is not None else None,
        settings.trusted_proxies,
    )
    doors = routes(window)
    secret = house.settings.telegram_webhook_secret
    if house.settings.telegram_mode == "webhook" and house.telegram and house.door and secret:
        from bot import webhook

        doors.append(webhook.route(house.door, house.telegram.bot, secret.get_secret_value()))
    guard = Middleware(Guard, https=settings.public_url.startswith("https:"), broken=broken, watch=house.metrics)
    app = Starlette(routes=doors, middleware=[guard], exception_handlers=exception_handlers)
    app.router.redirect_slashes = False  # a redirect would say a token again
    return app


# --- the verbs ------------------------------------------------------------------------------------------------------------


def run(settings: Settings, *, chat: bool = False) -> int:
    """Start the main job: the bot on Telegram, or without a token (or with ``chat``) the chat in the terminal."""
    chat = chat or settings.telegram_bot_token is None
    if chat and sys.stdout is not None and sys.stdout.isatty():
        log.setLevel(max(log.getEffectiveLevel(), logging.WARNING))  # a person reads what a person wrote
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # until the loop takes over: nothing is in flight yet
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
    return asyncio.run(_run(build(settings), listener, chat=chat))


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


async def _run(house: House, listener: socket.socket | None, *, chat: bool) -> int:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(house.ledger)
        if house.telegram is not None:  # closed once the last request is answered: its answer may need a call
            stack.push_async_callback(house.telegram.close)
        if listener is not None:
            await stack.enter_async_context(_served(create_app(house), listener))
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
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
    from bot.access import Claim
    from bot.polling import Polling

    settings, telegram, door = house.settings, house.telegram, house.door
    if telegram is None or door is None:
        raise ValueError("there is no token")
    if not settings.allowed_users and not await house.notebook.any_guest():
        house.access.claim = Claim(house.now())

    async def name_known(name: str) -> None:
        house.bot.name = name
        if house.access.claim is not None:
            _show_claim(house.access.claim.code, name)

    async def receive() -> None:
        if settings.telegram_mode == "polling":
            await registration.until_done(partial(registration.remove_webhook, telegram.bot))
            await Polling(telegram.bot, door).run()
        elif settings.telegram_webhook_secret is not None:
            url, secret = settings.public_url, settings.telegram_webhook_secret.get_secret_value()
            await registration.once(
                house.notebook,
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
            tasks.create_task(receive())
    except* InvalidToken:
        status = _complain("Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather")
    return status


def _show_claim(code: str, name: str) -> None:
    """Show how the first person comes in: ALLOWED_USERS names nobody."""
    import segno

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
    return listener


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


@asynccontextmanager
async def _served(app: "Starlette", listener: socket.socket) -> AsyncIterator[None]:
    """Serve the HTTP side beside whatever else runs; on leaving, requests in flight get three seconds to end."""
    import uvicorn

    class Server(uvicorn.Server):
        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield  # signals are ours

    config = uvicorn.Config(
        app,
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
        return serverless.Opened(settings, house.ledger, create_app(house), house.telegram)

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
