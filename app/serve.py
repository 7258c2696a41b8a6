"""The main job: the bot on Telegram or the chat in the terminal, with the HTTP side beside it, until it is told to stop."""

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, AsyncExitStack, asynccontextmanager, contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from budget.errors import LedgerUnavailable
from budget.sharing import Sharing
from languages import ENGLISH
from settings import Settings
from storage.duties import VERIFIED
from storage.places import other_bots
from words.voice import voice_of

if TYPE_CHECKING:
    from starlette.applications import Starlette

    from bot.telegram.dispatch import Dispatcher

from app import loops
from app.build import ONE_OF_THEM, App, build_app, http_app, keep
from app.console import complain
from app.process import open_files_limit, share_one_heap

log = logging.getLogger("main")


def run(settings: Settings, *, chat: bool = False) -> int:
    """Start the main job: the bot on Telegram, or without a token (or with ``chat``) the chat in the terminal."""
    chat = chat or settings.telegram_bot_token is None
    if chat and sys.stdout is not None and sys.stdout.isatty():
        log.setLevel(max(log.getEffectiveLevel(), logging.WARNING))  # a person reads it
    share_one_heap()
    migrate(settings)
    listener = open_listener(settings)
    if listener is not None:
        settings = settings.model_copy(update={"port": listener.getsockname()[1]})
    elif chat:
        log.warning("Port %s is taken, so there is no HTTP side; PORT sets another", settings.port)
    else:
        return complain(
            f"Port {settings.port} is taken: end what uses it, or set another, e.g. PORT={settings.port + 1}"
        )
    return loops.run(run_until_stopped(build_app(settings), listener, chat=chat, restart=start_again))


def start_again() -> None:
    """Replace this process by a new run of the same command, without help from its parent process. It does not return."""
    logging.shutdown()
    try:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - the program's own command line
    finally:
        os._exit(70)


def migrate(settings: Settings, parts: int = 0) -> int:
    """Bring the database's schema up to date, and divide its large tables into ``parts`` (0: as they are)."""
    from storage.schema import upgrade

    upgrade(settings.database_url.get_secret_value(), parts=parts)
    return 0


async def run_until_stopped(
    app: App, listener: socket.socket | None, *, chat: bool, restart: Callable[[], None] | None = None
) -> int:
    """Do the main job until it is told to stop; the watchdog calls ``restart`` if the process hangs."""
    async with AsyncExitStack() as stack:
        if app.settings.otel_exporter_otlp_endpoint is not None:
            from app.tracing import traced  # imported where traces are wanted, to keep start-up short

            stack.enter_context(traced(app.settings.otel_exporter_otlp_endpoint))
        await stack.enter_async_context(app.database)
        # From here on something may be in flight. asyncio first lets each signal's number be written to the loop's socket and then
        # changes the handler, so a signal in between meets the old handler or the loop, never nothing.
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await stack.enter_async_context(openings_written(app.sharing))
        if app.wire is not None:
            stack.callback(app.wire.dispatcher.close)
            if restart is not None and not chat:
                stack.enter_context(_watchdog(app, app.wire.dispatcher, restart))
            # Closed after the last request is answered, which may need a call.
            stack.push_async_callback(app.wire.telegram.close)
        if listener is not None:
            await stack.enter_async_context(served(http_app(app), listener, app.stopping))
        keeping = asyncio.ensure_future(keep_on_time(app))
        stack.push_async_callback(_cancelled, keeping)
        job = asyncio.ensure_future(_chat(app, listener) if chat else _telegram(app))
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
async def openings_written(sharing: Sharing, every: float = _OPENINGS_EVERY) -> AsyncIterator[None]:
    """Write every few seconds, and on leaving, how often links were opened, so that no look waits for a write."""

    async def again_and_again() -> None:
        while True:
            await asyncio.sleep(every)
            await write_openings(sharing)

    writing = asyncio.ensure_future(again_and_again())
    try:
        yield
    finally:
        writing.cancel()
        await asyncio.wait([writing])
        await write_openings(sharing)


async def write_openings(sharing: Sharing) -> None:
    try:
        await sharing.write_openings()
    except Exception:  # a lost count must not end the program
        log.exception("Openings can't be written down")


_OFTEN, _SOON = 3600, 60  # seconds until the next run of `keep`: usually, and after a failure


async def keep_on_time(app: App) -> None:
    """Do what is due by the clock, at start and then every hour; each for itself, so that a failure of one holds up no other."""
    while True:
        well = [await _done_in_time(act, app) for act in (_delete_closed, _back_up, _note_last_verify)]
        await asyncio.sleep(_OFTEN if all(well) else _SOON)


async def _done_in_time(act: Callable[[App], Awaitable[None]], app: App) -> bool:
    """Do what is due; return whether it need not be tried again soon. No failure is raised."""
    try:
        await act(app)
    except LedgerUnavailable as problem:
        log.warning("What is due by the clock waits: %s", problem)
        return False
    except Exception:
        log.exception("What is due by the clock failed")
    return True


async def _delete_closed(app: App) -> None:
    if deleted := await keep(app):
        log.info("Closed budgets whose day is over, and which are deleted: %s", deleted)


async def _back_up(app: App) -> None:
    if app.settings.backup_to is not None:
        from app.backups import back_up_when_due  # imported where backups are made, to keep start-up short

        app.metrics.last_backup = await back_up_when_due(app.settings, app.duties, app.now)


async def _note_last_verify(app: App) -> None:
    app.metrics.last_verify = await app.duties.last_done(VERIFIED)


async def _cancelled(task: "asyncio.Future[None]") -> None:
    """Cancel a task, and wait for its end."""
    task.cancel()
    await asyncio.wait([task])


def _watchdog(app: App, dispatcher: "Dispatcher", restart: Callable[[], None]) -> AbstractContextManager[object]:
    from app.watchdog import Watchdog

    return Watchdog(lambda: max(dispatcher.handled_for(), app.database.busy()), restart)


async def _chat(app: App, listener: socket.socket | None) -> int:
    """Chat in the terminal until its end of file; a person is told where the page is, if a ``listener`` serves it."""
    from bot.terminal import Terminal, lines_of

    if sys.stdin is None or sys.stdout is None:
        return complain("The chat needs a standard input and output; neither may be closed", status=1)
    person = sys.stdin.isatty()
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    terminal = Terminal(app.bot, app.now, sys.stdout, voice_of(ENGLISH), colour=colour)
    address = app.settings.public_url if person and listener is not None else ""
    if person and sys.stdout.isatty():
        with suppress(ImportError):  # a Python without readline: lines are read as they come
            from bot.line_editing import edited_lines

            lines = edited_lines(lambda: terminal.prompt, lambda: terminal.words)
            await terminal.run(lines, prompt=True, edited=True, address=address)
            return 0
    await terminal.run(lines_of(sys.stdin), prompt=person, address=address)
    return 0


async def _telegram(app: App) -> int:
    """Run the bot on Telegram, by webhook or by polling, until it is cancelled."""
    from telegram.error import InvalidToken

    from bot.telegram import registration
    from bot.telegram.polling import Polling
    from bot.telegram.unasked import tick_on_time
    from web.home_screen import photo

    settings, wire = app.settings, app.wire
    if wire is None:
        raise ValueError("there is no token")
    telegram, dispatcher = wire.telegram, wire.dispatcher
    await app.access.open_claim()

    async def name_known(name: str) -> None:
        app.bot.name = name
        if app.access.claim is not None:
            _show_claim(app.access.claim.code, name)

    async def receive() -> None:
        if settings.telegram_mode == "polling":  # `auto` was settled by the settings
            await registration.until_done(partial(registration.remove_webhook, telegram.bot))
            polling = Polling(telegram.bot, dispatcher, wire.updates, app.now)
            app.metrics.oldest_open = lambda: max(polling.oldest_open(), dispatcher.handled_for())
            app.metrics.is_stuck = polling.is_stuck
            await polling.run()
        elif settings.telegram_webhook_secret is not None:
            url, secret = settings.public_url, settings.telegram_webhook_secret.get_secret_value()
            await registration.once(
                app.duties,
                *registration.webhook_duty(telegram.bot, url, secret),
                app.now,
                partial(registration.set_webhook, telegram.bot, url, secret),
                partial(registration.webhook_is_set, telegram.bot, url),
            )
            # Updates come by the HTTP side; how many wait there, Telegram alone knows.
            await registration.watch_pending(telegram.bot, app.metrics.pending_at_telegram, app.tick_every)

    status = 0
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(
                registration.until_done(
                    partial(
                        registration.introduce, telegram.bot, name_known, registration.spoken(app.introduced_in), photo
                    )
                )
            )
            tasks.create_task(_tell_of_other_bots(app))
            tasks.create_task(renew_claims(app))
            tasks.create_task(tick_on_time(app.bot, dispatcher.sender, telegram.bot, app.now, app.tick_every))
            tasks.create_task(wire.card_keeper.run(app.tick_every))
            if wire.posts is not None:
                tasks.create_task(wire.posts.run(app.tick_every))
            tasks.create_task(receive())
    except* InvalidToken:
        status = complain("Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather")
    return status


async def _tell_of_other_bots(app: App) -> None:
    """Say in the log that other bots write to the database."""
    with suppress(LedgerUnavailable):
        if others := await app.database.read(partial(other_bots, bot=app.database.bot)):
            log.warning("Bots beside this one (%s) %s", others, ONE_OF_THEM)


_LOOK = 10  # seconds between checks whether a claim code has expired


async def renew_claims(app: App, look: float = _LOOK) -> None:
    """Show a new claim code each time one has expired, until a person has claimed the bot."""
    while app.access.claim is not None:
        await asyncio.sleep(look)
        with suppress(LedgerUnavailable):  # a later look finds it
            code = await app.access.renew_claim()
            if code is not None:
                _show_claim(code, app.bot.name)


def _show_claim(code: str, name: str) -> None:
    """Show how the first person gets in, because ALLOWED_USERS names nobody."""
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


def open_listener(settings: Settings) -> socket.socket | None:
    """Open the HTTP port; None where it is taken."""
    try:
        listener = socket.create_server((settings.host, settings.port), family=_family(settings.host))
    except OSError:
        return None
    # Connections inherit it. asyncio would set it only for a socket that names its protocol. Without it the body of each answer on
    # a kept connection waits 40 ms for the other end to confirm the head.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # Received bytes that are not read yet take memory: by default the system takes megabytes for each connection.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 * 1024)
    return listener


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


_QUEUE = 1024  # connections that the system holds until they are accepted
_ACCEPTED_AT_ONCE = 32
"""Connections that asyncio accepts in one step, before any of them can be closed as one too many."""


@asynccontextmanager
async def served(app: "Starlette", listener: socket.socket, stopping: int) -> AsyncIterator[None]:
    """Serve the HTTP side in the running loop; on leaving, requests in flight get ``stopping`` seconds to end."""
    import uvicorn

    from web.server import BoundedHttp, connection_limit, enforce_timeouts

    class Server(uvicorn.Server):
        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            yield  # signals are ours

        async def on_tick(self, counter: int) -> bool:
            if counter % 10 == 0:  # each second
                enforce_timeouts(self.server_state.connections, asyncio.get_running_loop().time())
            return await super().on_tick(counter)

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            listener.listen(_QUEUE)

    most = connection_limit(open_files_limit())

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
        timeout_graceful_shutdown=stopping,
        server_header=False,
        proxy_headers=False,  # TRUSTED_PROXIES says which proxies are trusted; uvicorn would trust every process of this machine
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
