"""AWS Lambda: one function for HTTP events and for tasks.

An HTTP event (of API Gateway's HTTP APIs and REST APIs, and of a function's own URL) goes to the HTTP side. `{"task": "migrate"}`
and the like are done and answered in JSON; a task that fails raises, so that the invocation is an error. A schedule's event is the
task `keep`. Other events are refused in a sentence.

Everything is opened while the process starts, and stays open while it lives. Between two events the process is frozen: nothing may
run on, and no connection to the database stays open. If the settings are wrong, each mistake is logged, HTTP events are answered
503 (so Telegram repeats its updates), and after half a minute the next event tries again. An error at start-up would tell a person
nothing, and Lambda would repeat it at once.
"""

import asyncio
import json
import logging
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from app import loops
from app.build import Now, build_app, http_app, keep, tell, utc_now
from app.embedded_metrics import EmbeddedMetrics
from app.environment import CHECKS, read_secrets
from app.logs import log_handler, log_to
from app.serve import write_openings
from budget.errors import LedgerUnavailable
from settings import Fetch, Settings, SettingsError, load
from storage.database import Database
from storage.schema import SchemaError

if TYPE_CHECKING:
    from mangum import Mangum
    from starlette.applications import Starlette
    from telegram.request import BaseRequest

    from app.doctor import Finding
    from bot.telegram.api import Telegram

log = logging.getLogger(__name__)

Json = dict[str, Any]

DEFAULTS = {"LOG_FORMAT": "json", "TELEGRAM_MODE": "webhook"}
"""The defaults of settings on Lambda."""
_TRY_AGAIN = 30  # seconds until wrong settings are read again
_TIMEOUT = 25  # seconds for calls to Telegram: less than the function may take
_AFTER = 2  # seconds that an answer waits for the work due after it
_SLICE = 25  # seconds of one verification; the next one continues it. The last chat may take as long again
_MOST_SAID = 20  # things that are wrong with a book: a notification is no report
_SCHEDULES = frozenset({"aws.events", "aws.scheduler"})


class TaskFailed(Exception):
    """A task that failed or does not exist. The text holds no secret."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a function works with. ``app`` is the HTTP side; the database is not open yet.

    ``after`` is done after each HTTP event.
    """

    settings: Settings
    database: Database
    app: "Starlette"
    telegram: "Telegram"
    after: Callable[[], Awaitable[None]]
    keep: Callable[[], Awaitable[int]]
    """Does what is due by the clock, and returns how many closed budgets were deleted."""
    tick: Callable[[], Awaitable[int]]
    """Says what is due in chats, and returns how many were told something."""
    count: Callable[[], None]
    """Writes what an event counted into the log, for CloudWatch's metrics."""


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
    """Answers events one after another; ``open_`` builds what it needs, and raises SettingsError."""

    def __init__(self, open_: Callable[[], Opened], clock: Callable[[], float] = time.monotonic) -> None:
        self._open = open_
        self._clock = clock
        self._loop = loops.new_event_loop()
        self._opened: Opened | None = None
        self._gateway: Mangum | None = None
        self._failed: tuple[float, Sequence[str]] | None = None
        """Until when wrong settings are not read again, and what is wrong with them."""

    def answer(self, event: Any, context: Any = None) -> Json:
        """Answer an event. Raises `TaskFailed`."""
        asyncio.set_event_loop(self._loop)  # Mangum asks for the current one
        if isinstance(event, dict) and isinstance(event.get("requestContext"), dict):
            return self._http(event, context)
        return self._task(_task_of(event), event)

    def get_ready(self) -> None:
        """Open everything before the first event. Wrong settings are logged, and events are answered accordingly."""
        asyncio.set_event_loop(self._loop)
        with suppress(SettingsError):
            self._ready()

    def close(self) -> None:
        """Close everything. (Lambda never calls it: a process just does not wake up again.)"""
        if self._opened is not None:
            self._loop.run_until_complete(self._opened.telegram.close())
            self._loop.run_until_complete(self._opened.database.__aexit__(None, None, None))
        self._loop.run_until_complete(self._loop.shutdown_default_executor())
        asyncio.set_event_loop(None)
        self._loop.close()

    def _http(self, event: Json, context: Any) -> Json:
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
            self._ready()
            opened = self._opened
            assert opened is not None  # noqa: S101 - it is ready
            said = self._loop.run_until_complete(TASKS[task](opened, event))
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
        for line in said:
            log.info("%s: %s", task, line)
        return {"task": task, "well": True, "said": list(said)}

    def _ready(self) -> "Mangum":
        """Open everything once, and return the adapter to the HTTP side. Raises SettingsError."""
        if self._gateway is not None:
            return self._gateway
        if self._failed is not None and self._clock() < self._failed[0]:
            raise SettingsError(tuple(self._failed[1]))
        try:
            opened = self._open()
        except SettingsError as mistakes:
            for line in mistakes.lines:
                log.error("%s", line)  # noqa: TRY400 - likewise
            self._failed = (self._clock() + _TRY_AGAIN, mistakes.lines)
            raise
        from mangum import Mangum

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


# --- the tasks ------------------------------------------------------------------------------------------------------------


async def _keep(opened: Opened, _event: Json) -> Sequence[str]:
    """Do what is due by the clock: delete closed budgets whose day is over, and say what is due in chats."""
    await opened.database.ready()
    deleted = await opened.keep()
    told = await opened.tick()
    if told:
        log.info("Chats that were told what is due: %s", told)
    if deleted:
        return [f"Closed budgets whose day is over, and which are deleted: {deleted}."]
    return ["Nothing is due; the database answers, and its schema is the program's."]


async def _migrate(opened: Opened, _event: Json) -> Sequence[str]:
    from storage.schema import upgrade

    version = await asyncio.to_thread(upgrade, opened.settings.database_url.get_secret_value())
    return [f"The database has schema {version}."]


async def _register(opened: Opened, _event: Json) -> Sequence[str]:
    """Set the bot's commands, descriptions and webhook at Telegram. A repeat changes nothing."""
    from telegram.error import InvalidToken, TelegramError

    from bot.telegram import registration, webhook
    from web.home_screen import photo

    settings, bot, names = opened.settings, opened.telegram.bot, []
    secret = settings.telegram_webhook_secret
    assert secret is not None  # noqa: S101 - webhook mode has one

    async def name_known(name: str) -> None:
        names.append(name)

    try:
        async with asyncio.timeout(_TIMEOUT):
            await registration.introduce(bot, name_known, registration.spoken(), photo)
            await registration.set_webhook(bot, settings.public_url, secret.get_secret_value())
    except InvalidToken:
        raise TaskFailed("Telegram does not know TELEGRAM_BOT_TOKEN: copy it again from @BotFather") from None
    except TimeoutError:
        raise TaskFailed(f"Telegram did not answer within {_TIMEOUT} seconds") from None
    except TelegramError as problem:
        raise TaskFailed(f"Telegram refuses it, or can't be reached ({problem})") from None
    return [f"The bot is @{names[0]}.", f"Updates come to {settings.public_url}{webhook.PATH}."]


async def _doctor(opened: Opened, event: Json) -> Sequence[str]:
    """Check everything; the findings that the event's ``but`` names may be wrong."""
    from app import doctor

    found = [finding async for finding in doctor.examine(opened.settings)]
    wrong = [each for each in found if not each.well and each.what not in event.get("but", ())]
    if wrong:
        raise TaskFailed("; ".join(f"{each.what}: {each.seen} (next: {_next(each)})" for each in wrong))
    return [f"{each.what}: {each.seen}" for each in found]


def _next(finding: "Finding") -> str:
    """Return what to do next. On Lambda that is a task, not a command line."""
    if finding.what == "database" and finding.seen.startswith("schema"):
        return 'the task "migrate"'
    return 'the task "register"' if finding.what == "updates" else finding.next


async def _verify(opened: Opened, _event: Json) -> Sequence[str]:
    """Verify as much of the book as there is time for; the next run continues there."""
    from storage import care

    begun = time.monotonic()
    url = opened.settings.database_url.get_secret_value()
    try:
        found = await asyncio.to_thread(care.verify_a_slice, url, lambda: time.monotonic() - begun > _SLICE)
    except care.CareError as problem:
        raise TaskFailed(str(problem)) from None
    if found.wrong:
        raise TaskFailed("; ".join(found.wrong[:_MOST_SAID]))
    since = "" if found.since is None else f", from chat {found.since} on"
    last = "" if found.is_last else " The next run goes on from there."
    return [f"{found.held.entries} entries in {found.held.chats} chats{since}: everything adds up.{last}"]


TASKS: Mapping[str, Callable[[Opened, Json], Awaitable[Sequence[str]]]] = {
    "keep": _keep,
    "migrate": _migrate,
    "register": _register,
    "doctor": _doctor,
    "verify": _verify,
}


# --- before a new version gets traffic ------------------------------------------------------------------------------------

_READYZ: Json = {
    "version": "2.0",
    "routeKey": "$default",
    "rawPath": "/readyz",
    "rawQueryString": "",
    "headers": {"host": "pre-traffic"},
    "requestContext": {
        "stage": "$default",
        "http": {"method": "GET", "path": "/readyz", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": ""},
    },
    "isBase64Encoded": False,
}


def try_out(event: Json, version: str) -> Json:
    """Try a new version of the function, and report to CodeDeploy whether it may have traffic.

    The new version migrates the database itself (the old version still runs beside it: expand first, contract later), then must be
    ready, then must find nothing wrong. The webhook is not checked: the first deployment registers it after the traffic has moved.
    Raises what botocore raises if the report itself fails; CodeDeploy takes no report for a failure.
    """
    import botocore.session
    from botocore.config import Config

    from app.aws import region

    session = botocore.session.get_session()
    patient = Config(read_timeout=60, retries={"total_max_attempts": 1})
    # Its methods come from data, so it has no type.
    functions: Any = session.create_client("lambda", region(), config=patient)
    status, said = "Failed", ""
    try:
        for payload in ({"task": "migrate"}, _READYZ, {"task": "doctor", "but": ["updates"]}):
            answered = functions.invoke(FunctionName=version, Payload=json.dumps(payload).encode())
            answer = json.loads(answered["Payload"].read())
            if "FunctionError" in answered or answer.get("statusCode", 200) != 200:
                raise TaskFailed(str(answer.get("errorMessage") or answer.get("body")))
        status, said = "Succeeded", "It is migrated and ready, and nothing is wrong."
    except Exception as problem:
        said = str(problem)
        log.exception("The new version gets no traffic")
    deployments: Any = session.create_client("codedeploy", region())
    deployments.put_lifecycle_event_hook_execution_status(
        deploymentId=event["DeploymentId"],
        lifecycleEventHookExecutionId=event["LifecycleEventHookExecutionId"],
        status=status,
    )
    log.info("%s: %s", status, said)
    return {"status": status, "said": said}


def function(
    environ: Mapping[str, str], *, request: "BaseRequest | None" = None, now: Now = utc_now, fetch: Fetch = read_secrets
) -> Function:
    """Return a function with these environment variables; nothing is read or opened before `get_ready` or the first event."""
    logging.basicConfig(level=logging.INFO, handlers=[log_handler(sys.stdout, "json", ())], force=True)

    def open_() -> Opened:
        settings = load(
            environ,
            env_file=None,
            checks=CHECKS,
            fetch=fetch,
            defaults=DEFAULTS,
            demands=demands,
        )
        log_to(sys.stdout, settings)
        app = build_app(settings, request=request, now=now, pooled=False)
        wire = app.wire
        if wire is None:
            raise ValueError("there is no token")

        async def after() -> None:
            await write_openings(app.sharing)
            await wire.card_keeper.draw_marked()

        due, counted = partial(keep, app), EmbeddedMetrics(app.metrics, sys.stdout, now)
        return Opened(
            settings, app.database, http_app(app), wire.telegram, after, due, partial(tell, app), counted.write
        )

    return Function(open_)
