"""AWS Lambda: one function for HTTP events and for tasks. Lambda calls `main.handler`, which opens what is here.

An HTTP event (of API Gateway's HTTP APIs and REST APIs, and of a function's own URL) goes to the HTTP side. `{"task": "migrate"}`
and the like are done and answered in JSON; a task that fails raises, so that the invocation is an error. A schedule's event is the
task `keep`. Other events are refused in a sentence.

One function answers both. It may run for a quarter of an hour, the most that there is, for a migration's sake; the process ends by
itself where anything else takes longer than a minute, as it would by a time-out of the function.

Everything is opened while the process starts, and stays open while it lives. Between two events the process is frozen: nothing may
run on, and one connection to the database stays open, without a transaction. If the settings are wrong, each mistake is logged,
HTTP events are answered 503 (so Telegram repeats its updates), and after half a minute the next event tries again. An error at
start-up would tell a person nothing, and Lambda would repeat it at once.

Settings are read again every few minutes, before tasks, and where an event is refused as it is by a secret that has changed. Where
they differ, everything is opened anew, and that event is answered once more.
"""

import asyncio
import json
import logging
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from app import loops
from app.aws_tasks import TASKS, Opened, TaskFailed
from app.build import Now, build_app, http_app, keep, tell, utc_now
from app.embedded_metrics import EmbeddedMetrics
from app.environment import CHECKS, read_secrets
from app.logs import log_handler, log_to
from app.serve import write_openings
from budget.errors import LedgerUnavailable
from settings import Fetch, Settings, SettingsError, load
from storage.schema import SchemaError

if TYPE_CHECKING:
    from mangum import Mangum
    from telegram.request import BaseRequest


log = logging.getLogger(__name__)

Json = dict[str, Any]

DEFAULTS = {"LOG_FORMAT": "json", "TELEGRAM_MODE": "webhook"}
"""The defaults of settings on Lambda."""
_TRY_AGAIN = 30  # seconds until wrong settings are read again
_AFTER = 2  # seconds that an answer waits for the work due after it
_OLD = 300  # seconds after which settings are read again: a secret may have been rotated
_SOON = 30  # seconds between two readings at most
_REFUSED = frozenset({403, 429, 503})
"""What is answered to a new secret of the webhook, as to one who guesses, and where the database refuses a former password."""
_LONGEST = 60  # seconds for an event that is no migration
_MARGIN = 20  # seconds that a migration leaves of the function's time, in which it is rolled back and told
_SCHEDULES = frozenset({"aws.events", "aws.scheduler"})


def demands(given: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with settings for a function, whose disk is lost and which runs only while it answers."""
    if "TELEGRAM_BOT_TOKEN" not in given:
        yield "TELEGRAM_BOT_TOKEN is missing: copy it from @BotFather"
    if given.get("DATABASE_URL", "sqlite:").lower().startswith("sqlite:"):
        yield (
            "DATABASE_URL is a file, and a function's files are lost: it must be a server, "
            "e.g. DATABASE_URL=postgresql://user:password@host/name"
        )
    if given.get("ALLOWED_USERS") is None:
        yield "ALLOWED_USERS is missing, and a function shows no claim link: set it to your Telegram user id"
    mode = given.get("TELEGRAM_MODE", "webhook").lower()
    if mode == "polling":
        yield "TELEGRAM_MODE is polling, and a function runs only while it answers: leave it out, or set it to webhook"
    elif mode == "auto" and not given.get("PUBLIC_URL", "").lower().startswith("https:"):
        yield "PUBLIC_URL is not https: a function is reached by webhook, e.g. PUBLIC_URL=https://budget.example.org"


class Function:
    """Answers events one after another. ``read`` gives its settings, or raises SettingsError; ``open_`` builds what it needs."""

    def __init__(
        self,
        read: Callable[[], Settings],
        open_: Callable[[Settings], Opened],
        clock: Callable[[], float] = time.monotonic,
        longest: float = _LONGEST,
    ) -> None:
        self._read = read
        self._open = open_
        self._longest = longest
        self._clock = clock
        self._read_at = 0.0
        self._loop = loops.new_event_loop()
        self._opened: Opened | None = None
        self._gateway: Mangum | None = None
        self._failed: tuple[float, Sequence[str]] | None = None
        """Until when wrong settings are not read again, and what is wrong with them."""

    def answer(self, event: Any, context: Any = None) -> Json:
        """Answer an event. Raises `TaskFailed`."""
        asyncio.set_event_loop(self._loop)  # Mangum asks for the current one
        if isinstance(event, dict) and isinstance(event.get("requestContext"), dict):
            with _ended_after(self._longest, context):
                return self._http(event, context)
        task = _task_of(event)
        if task == "migrate":
            return self._task(task, event | {"seconds": _seconds_for(event, context)})
        with _ended_after(self._longest, context):
            return self._task(task, event)

    def get_ready(self) -> None:
        """Open everything before the first event. Wrong settings are logged, and events are answered accordingly."""
        asyncio.set_event_loop(self._loop)
        with suppress(SettingsError):
            self._ready()

    def close(self) -> None:
        """Close everything. (Lambda never calls it: a process just does not wake up again.)"""
        self._close_opened()
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        asyncio.set_event_loop(None)
        self._loop.close()

    def _close_opened(self) -> None:
        if self._opened is not None:
            self._loop.run_until_complete(self._opened.telegram.close())
            self._loop.run_until_complete(self._opened.database.__aexit__(None, None, None))
        self._opened = self._gateway = None

    def _http(self, event: Json, context: Any) -> Json:
        answer = self._answered(event, context)
        if answer["statusCode"] in _REFUSED and self._renewed(_SOON):
            return self._answered(event, context)
        return answer

    def _answered(self, event: Json, context: Any) -> Json:
        try:
            gateway = self._ready()
        except SettingsError:
            return _plain(503, {"status": "not ready", "not_ready": "settings; the log says which"}, _TRY_AGAIN)
        try:
            answer: Json = gateway(_without_stage(event), context)
        except Exception:  # the HTTP side answers its own failures, so this is not an event that Lambda would send
            log.exception("An event can't be read")
            return _plain(400, {"status": "this request can't be read"})
        self._finish()
        return answer

    def _finish(self) -> None:
        """Do the work due after an answer, before it is given: then the process is frozen."""
        if self._opened is None:
            return
        try:
            self._loop.run_until_complete(asyncio.wait_for(self._opened.after(), _AFTER))
        except TimeoutError:
            log.warning("What is due after an answer took too long, and is let go")
        self._opened.count()

    def _task(self, task: str, event: Json) -> Json:
        try:
            self._ready(_SOON)
            opened = self._opened
            assert opened is not None  # noqa: S101 - it is ready
            done = self._loop.run_until_complete(TASKS[task](opened, event))
        except SettingsError as mistakes:
            raise TaskFailed(f"{task}: {'; '.join(mistakes.lines)}") from None
        except TaskFailed as failure:
            log.error("%s: %s", task, failure)  # noqa: TRY400 - its words are the whole story
            raise TaskFailed(f"{task}: {failure}") from None
        except (LedgerUnavailable, SchemaError) as problem:
            log.error("%s: %s", task, problem)  # noqa: TRY400 - likewise
            raise TaskFailed(f"{task}: {problem}") from None
        except Exception as problem:
            log.exception("%s failed", task)  # here without secrets, which Lambda's own traceback might say
            raise TaskFailed(f"{task}: it failed ({type(problem).__name__}); the log says why") from None
        finally:
            if self._opened is not None:
                self._opened.count()
        for line in done.said:
            log.info("%s: %s", task, line)
        return {"task": task, "well": True, "said": list(done.said)} | ({"more": True} if done.more else {})

    def _renewed(self, age: float) -> bool:
        """Read the settings again where they are older than an ``age`` in seconds; open everything anew where they have changed.

        Settings that can't be read, or are wrong, change nothing: those of before stay.
        """
        if self._opened is None or self._clock() - self._read_at < age:
            return False
        self._read_at = self._clock()
        try:
            settings = self._read()
        except SettingsError as mistakes:
            log.warning("The settings can't be read again, so those of before stay: %s", "; ".join(mistakes.lines))
            return False
        if settings == self._opened.settings:
            return False
        log.info("The settings have changed: everything is opened anew")
        self._close_opened()
        self._begin(settings)
        return True

    def _ready(self, age: float = _OLD) -> "Mangum":
        """Open everything once, with settings no older than an ``age``, and return the adapter to the HTTP side.

        Raises SettingsError.
        """
        self._renewed(age)
        if self._gateway is not None:
            return self._gateway
        if self._failed is not None and self._clock() < self._failed[0]:
            raise SettingsError(tuple(self._failed[1]))
        try:
            settings = self._read()
        except SettingsError as mistakes:
            for line in mistakes.lines:
                log.error("%s", line)  # noqa: TRY400 - likewise
            self._failed = (self._clock() + _TRY_AGAIN, mistakes.lines)
            raise
        self._read_at = self._clock()
        return self._begin(settings)

    def _begin(self, settings: Settings) -> "Mangum":
        from mangum import Mangum

        opened = self._open(settings)
        self._loop.run_until_complete(opened.database.__aenter__())
        self._opened = opened
        self._gateway = Mangum(opened.app, lifespan="off")
        return self._gateway


def _task_of(event: Any) -> str:
    """Return the task that an event asks for. Raises `TaskFailed` for an unknown event."""
    if isinstance(event, dict):
        if event.get("source") in _SCHEDULES:
            return "keep"
        if event.get("task") in TASKS:
            return str(event["task"])
    refusal = f'This is no event that I know: send an HTTP event, or {{"task": "…"}} with one of {", ".join(TASKS)}'
    log.error(refusal)
    raise TaskFailed(refusal)


@contextmanager
def _ended_after(seconds: float, context: Any) -> Iterator[None]:
    """Let the system end this process where an event takes longer: a thread that hangs can be ended by nothing else.

    Lambda reports that as an error of the function, and starts another process. Without a ``context`` this is no Lambda.
    """
    if context is None:
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)  # nothing handles SIGALRM
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _seconds_for(event: Json, context: Any) -> float:
    """Return the seconds that a migration may take: what is left to the function, or less where the event says so."""
    left = 10 * _LONGEST if context is None else context.get_remaining_time_in_millis() / 1000 - _MARGIN
    asked = event.get("seconds")
    return min(left, asked) if isinstance(asked, int) else left


def _without_stage(event: Json) -> Json:
    """Remove the name of a stage from a path: an HTTP API puts it there, unless it is the default stage."""
    context = event["requestContext"]
    stage = f"/{context.get('stage', '$default')}"
    http = context.get("http")
    if not isinstance(http, dict) or not f"{http.get('path', '')}/".startswith(f"{stage}/"):
        return event
    return event | {"requestContext": context | {"http": http | {"path": http["path"][len(stage) :] or "/"}}}


def _plain(status: int, said: Json, retry_after: int | None = None) -> Json:
    """Return an answer in the form that every kind of HTTP event accepts."""
    headers = {"content-type": "application/json", "cache-control": "no-store"}
    if retry_after is not None:
        headers["retry-after"] = str(retry_after)
    return {"statusCode": status, "headers": headers, "body": json.dumps(said), "isBase64Encoded": False}


def function(
    environ: Mapping[str, str],
    *,
    request: "BaseRequest | None" = None,
    now: Now = utc_now,
    fetch: Fetch = read_secrets,
    clock: Callable[[], float] = time.monotonic,
) -> Function:
    """Return a function with these environment variables; nothing is read or opened before `get_ready` or the first event."""
    logging.basicConfig(level=logging.INFO, handlers=[log_handler(sys.stdout, "json", ())], force=True)

    def read() -> Settings:
        return load(environ, env_file=None, checks=CHECKS, fetch=fetch, defaults=DEFAULTS, demands=demands)

    def open_(settings: Settings) -> Opened:
        log_to(sys.stdout, settings)
        app = build_app(settings, request=request, now=now, frozen=True)
        wire = app.wire
        if wire is None:
            raise ValueError("there is no token")

        async def after() -> None:
            await write_openings(app.sharing)
            await wire.card_keeper.draw_marked()

        due, counted = partial(keep, app), EmbeddedMetrics(app.metrics, sys.stdout, now)
        return Opened(
            settings,
            app.database,
            http_app(app),
            wire.telegram,
            after,
            due,
            partial(tell, app),
            counted.write,
            app.duties,
            now,
        )

    return Function(read, open_, clock)
