"""The function on AWS Lambda: its real handler, a real PostgreSQL, and stand-ins for Telegram and AWS at the network's edge."""

import asyncio
import base64
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
import uvloop
from sqlalchemy import make_url, text
from telegram.request import BaseRequest, RequestData

import main
from app import aws_lambda
from app.aws_hook import try_out
from app.aws_lambda import Function
from app.aws_tasks import TaskFailed
from app.embedded_metrics import NAMESPACE, UNITS
from rehearsal import stand_ins
from settings import SettingsError
from storage.engine import make_engine
from storage.schema import EXPECTED, upgrade
from tests.chat import SUNDAY
from tests.telegram.simulated import SECRET, TOKEN
from words.markup import plain

pytest_plugins = ["tests.databases"]


Json = dict[str, Any]

ANN = 7_000_000_001
HEADER = "x-telegram-bot-api-secret-token"
ROOT = Path(__file__).parent.parent.parent
PUBLIC_URL = "https://abc.execute-api.eu-central-1.amazonaws.com"


@pytest.fixture
def telegram() -> Iterator[stand_ins.Telegram]:
    """A Bot API server that knows no chat."""
    telegram = stand_ins.Telegram()
    with telegram.server.serving():
        yield telegram


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[stand_ins.Aws]:
    """AWS, where botocore looks for it."""
    aws = stand_ins.Aws()
    for service in ("SSM", "SECRETS_MANAGER", "LAMBDA", "CODEDEPLOY"):
        monkeypatch.setenv(f"AWS_ENDPOINT_URL_{service}", aws.server.url)
    for name, value in {
        "AWS_REGION": stand_ins.REGION,
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_CONFIG_FILE": "/nonexistent",
        "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("AWS_DEFAULT_REGION", raising=False)
    with aws.server.serving():
        yield aws


@pytest.fixture
def environ(
    postgresql_url: str, telegram: stand_ins.Telegram, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """The variables of a function that lacks nothing; what it notes in the folder for such things goes with the test."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
        "TELEGRAM_API_URL": telegram.server.url,
        "PUBLIC_URL": PUBLIC_URL,
        "ALLOWED_USERS": str(ANN),
        "DATABASE_URL": postgresql_url,
    }


@dataclass(frozen=True, slots=True)
class Context:
    """What Lambda's runtime hands over beside an event, as far as the program reads it."""

    seconds: float

    def get_remaining_time_in_millis(self) -> int:
        return int(1000 * self.seconds)


Made = Callable[[dict[str, str]], Function]


@pytest.fixture
def made() -> Iterator[Made]:
    """Make functions; they are closed in the end."""
    functions: list[Function] = []

    def make(environ: dict[str, str]) -> Function:
        functions.append(aws_lambda.function(environ, now=lambda: SUNDAY))
        return functions[-1]

    yield make
    for each in functions:
        each.close()


@pytest.fixture
def function(made: Made, environ: dict[str, str]) -> Function:
    """A function on a migrated database."""
    return made(environ)


# --- events, as AWS writes them -------------------------------------------------------------------------------------------


def v2(
    method: str,
    path: str,
    *,
    body: str | None = None,
    address: str = "203.0.113.9",
    stage: str = "$default",
    **headers: str,
) -> Json:
    """An event of an HTTP API."""
    path, _, query = path.partition("?")
    host = "abc.execute-api.eu-central-1.amazonaws.com"
    path = path if stage == "$default" else f"/{stage}{path}"
    event: Json = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": query,
        "headers": {
            "host": host,
            "x-forwarded-for": address,
            "x-forwarded-port": "443",
            "x-forwarded-proto": "https",
            **{name.replace("_", "-"): value for name, value in headers.items()},
        },
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "abc",
            "domainName": host,
            "domainPrefix": "abc",
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": address, "userAgent": "test"},
            "requestId": "r1",
            "routeKey": "$default",
            "stage": stage,
            "time": "22/Nov/2026:10:00:00 +0000",
            "timeEpoch": 1795341600000,
        },
        "isBase64Encoded": False,
    }
    return event if body is None else event | {"body": body}


def furl(method: str, path: str, *, body: str | None = None, **headers: str) -> Json:
    """An event of a function's own URL: it encodes every body that it does not know as text."""
    event = v2(method, path, body=None if body is None else base64.b64encode(body.encode()).decode(), **headers)
    host = "abc.lambda-url.eu-central-1.on.aws"
    event["headers"]["host"] = event["requestContext"]["domainName"] = host
    return event | {"isBase64Encoded": body is not None}


def v1(method: str, path: str, *, body: str | None = None, **headers: str) -> Json:
    """An event of a REST API: it names every header twice, and the stage in the context alone."""
    path, _, query = path.partition("?")
    sent = {
        "Host": "abc.execute-api.eu-central-1.amazonaws.com",
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "https",
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    asked = dict(pair.split("=") for pair in query.split("&") if pair) or None
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "queryStringParameters": asked,
        "multiValueQueryStringParameters": asked and {name: [value] for name, value in asked.items()},
        "pathParameters": {"proxy": path.lstrip("/")},
        "stageVariables": None,
        "requestContext": {
            "resourcePath": "/{proxy+}",
            "httpMethod": method,
            "path": f"/prod{path}",
            "stage": "prod",
            "requestId": "r",
            "identity": {"sourceIp": "203.0.113.9"},
            "accountId": "123456789012",
            "apiId": "abc",
            "protocol": "HTTP/1.1",
        },
        "body": body,
        "isBase64Encoded": False,
    }


def named_stage(method: str, path: str, *, body: str | None = None, **headers: str) -> Json:
    """An event of an HTTP API on a stage with a name."""
    return v2(method, path, body=body, stage="qa", **headers)


Event = Callable[..., Json]
EVENTS = pytest.mark.parametrize("event", [v2, furl, v1, named_stage])


def update(text: str, number: int = 1, **message: Any) -> str:
    """A message to the bot, as Telegram writes it."""
    sender = {"id": ANN, "is_bot": False, "first_name": "Ann"}
    chat = {"id": ANN, "type": "private", "first_name": "Ann"}
    said = {"message_id": number, "date": int(SUNDAY.timestamp()), "chat": chat, "from": sender, "text": text}
    return json.dumps({"update_id": number, "message": said | message})


def said(answer: Json) -> str:
    """What the bot says in the webhook's answer."""
    assert answer["statusCode"] == 200
    call = json.loads(answer["body"])
    assert call["method"] == "sendMessage"
    return plain(call["text"]).replace("\xa0", " ")


def say(function: Function, text: str, number: int, event: Event = v2) -> str:
    """Text the bot by its webhook; return what it says."""
    return said(
        function.answer(event("POST", "/telegram", body=update(text, number), x_telegram_bot_api_secret_token=SECRET))
    )


# --- HTTP -----------------------------------------------------------------------------------------------------------------


@EVENTS
def test_every_kind_of_event_reaches_the_bot_and_the_shared_summary(function: Function, event: Event) -> None:
    assert say(function, "12.50 fun tacos", 1, event).startswith("✓ $12.50 tacos\n$137.50 left of $150 · Fun")
    path = "/s/" + say(function, "/share", 2, event).partition("/s/")[2].split()[0]

    shown = function.answer(event("GET", path, accept="application/json"))
    other_week = function.answer(event("GET", f"{path}?week=2026-03-14", accept="application/json"))
    picture = function.answer(event("GET", f"{path}.png"))

    assert shown["statusCode"] == 200
    assert json.loads(shown["body"])["total"] == {"spent": "12.50", "limit": "400.00", "remaining": "387.50"}
    assert shown["headers"]["content-type"] == "application/json"
    assert shown["headers"]["cache-control"] == "no-store"
    assert json.loads(other_week["body"])["total"]["spent"] == "0.00"
    assert picture["isBase64Encoded"] is True
    assert base64.b64decode(picture["body"])[:8] == b"\x89PNG\r\n\x1a\n"


class Chats(BaseRequest):
    """Telegram's network edge with chats: it numbers the bot's messages and notes all calls."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.is_down = False
        self._number = 1000

    @property
    def read_timeout(self) -> float:
        return 1

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(self, url: str, *_args: Any, request_data: RequestData | None = None, **_timeouts: Any) -> Any:
        if self.is_down:
            return 502, json.dumps({"ok": False, "error_code": 502, "description": "Bad Gateway"}).encode()
        params = request_data.parameters if request_data is not None else {}
        self.calls.append((url.rpartition("/")[2], params))
        self._number += 1
        chat = {"id": params.get("chat_id"), "type": "private", "first_name": "Ann"}
        message = {"message_id": self._number, "date": int(SUNDAY.timestamp()), "chat": chat, "text": "x"}
        result = message if "text" in params else True
        return 200, json.dumps({"ok": True, "result": result}).encode()

    def cards(self) -> list[str]:
        """Return the first line of what each call showed that was the card."""
        shown = [params["text"].partition("\n")[0].replace("\xa0", " ") for _, params in self.calls if "text" in params]
        return [line for line in shown if line.startswith("Left ")]


def test_a_card_is_drawn_before_the_process_is_frozen_and_by_the_schedule(environ: dict[str, str]) -> None:
    chats, clock = Chats(), [SUNDAY]
    function = aws_lambda.function(environ, request=chats, now=lambda: clock[0])

    def post(text: str, number: int) -> None:
        event = v2("POST", "/telegram", body=update(text, number), x_telegram_bot_api_secret_token=SECRET)
        assert function.answer(event)["statusCode"] == 200

    post("paid 1500", 1)
    post("/card", 2)
    assert chats.cards() == ["Left $1,500.00 · $107.14 a day to 6 Dec"]
    assert chats.calls[-1][0] == "pinChatMessage"
    post("12.50 fun tacos", 3)  # within three seconds
    assert len(chats.cards()) == 1
    clock[0] += timedelta(minutes=5)
    assert function.answer({"task": "keep"})["well"] is True
    assert chats.cards()[1:] == ["Left $1,487.50 · $106.25 a day to 6 Dec"]
    clock[0] += timedelta(seconds=3)
    post("12.50 fun tacos", 4)
    assert chats.cards()[2:] == ["Left $1,475.00 · $105.35 a day to 6 Dec"]
    assert chats.calls[-2][0] == "sendMessage"  # the reply first
    function.answer({"task": "keep"})
    assert len(chats.cards()) == 3
    function.close()


def test_the_schedule_of_the_template_says_what_is_due_once_a_day_and_never_at_night(environ: dict[str, str]) -> None:
    template = (ROOT / "deploy" / "sam_template.yaml").read_text()
    rate = re.search(r"Schedule: rate\((\d+) minutes\)\n +Input: '(.+)'", template)
    assert rate is not None
    every, keep = timedelta(minutes=int(rate[1])), json.loads(rate[2])
    assert every <= timedelta(minutes=5)
    chats, clock = Chats(), [SUNDAY]
    function = aws_lambda.function(environ, request=chats, now=lambda: clock[0])
    for number, written in enumerate(("/bill rent 900 on the 23rd", "/remind 22:59"), 1):
        event = v2("POST", "/telegram", body=update(written, number), x_telegram_bot_api_secret_token=SECRET)
        assert function.answer(event)["statusCode"] == 200
    said, before = [], len(chats.calls)

    clock[0] = datetime(2026, 11, 23, 0, 3, 30, tzinfo=UTC)
    while clock[0].day < 25:
        if 10 <= clock[0].hour < 22 or 2 <= clock[0].hour < 8:  # nothing is said then, and it takes its time
            clock[0] += every
            continue
        assert function.answer(keep)["well"] is True
        new = [params["text"] for method, params in chats.calls[before:] if method == "sendMessage"]
        said += [(clock[0].strftime("%a %H:%M"), one) for one in new]
        before, clock[0] = len(chats.calls), clock[0] + every

    assert said == [("Mon 09:03", "Rent, $900.00, is due today."), ("Tue 22:58", "Nothing is recorded for today yet.")]
    function.close()


@EVENTS
def test_an_entry_comes_in_through_a_write_door_and_is_told_before_the_process_is_frozen(
    environ: dict[str, str], event: Event
) -> None:
    chats, clock = Chats(), [SUNDAY]
    function = aws_lambda.function(environ, request=chats, now=lambda: clock[0])
    door = v2("POST", "/telegram", body=update("/door Phone", 1), x_telegram_bot_api_secret_token=SECRET)
    assert function.answer(door)["statusCode"] == 200
    token = chats.calls[-1][1]["text"].partition("<code>")[2].partition("</code>")[0]

    def post() -> Json:
        named = {"authorization": f"Bearer {token}", "content_type": "text/plain", "idempotency_key": "k"}
        return function.answer(event("POST", "/entries", body="12.50 fun tacos", **named))

    first, again = post(), post()

    assert (first["statusCode"], again["statusCode"]) == (201, 200)
    assert first["body"] == again["body"]
    assert [params["text"].partition("\n")[0] for _, params in chats.calls[1:]] == ["<b>Phone</b>"]
    refused = function.answer(
        event("POST", "/entries", body="5 x", authorization="Bearer x", content_type="text/plain")
    )
    assert refused["statusCode"] == 401
    assert {name.lower() for name in (refused.get("headers") or refused["multiValueHeaders"])} >= {"www-authenticate"}
    function.close()


def test_what_could_not_be_told_is_told_by_the_schedule(environ: dict[str, str]) -> None:
    chats, clock = Chats(), [SUNDAY]
    function = aws_lambda.function(environ, request=chats, now=lambda: clock[0])
    door = v2("POST", "/telegram", body=update("/door Phone", 1), x_telegram_bot_api_secret_token=SECRET)
    assert function.answer(door)["statusCode"] == 200
    token = chats.calls[-1][1]["text"].partition("<code>")[2].partition("</code>")[0]
    chats.is_down = True
    posted = v2("POST", "/entries", body="5 x", authorization=f"Bearer {token}", content_type="text/plain")
    assert function.answer(posted)["statusCode"] == 201
    chats.is_down = False
    told = len(chats.calls)

    clock[0] += timedelta(minutes=5)
    assert function.answer({"task": "keep"})["well"] is True

    texts = [params["text"] for _, params in chats.calls[told:] if "text" in params]
    assert [text.partition("\n")[0] for text in texts] == ["<b>Phone</b>"]
    function.close()


def test_openings_are_written_down_before_the_process_is_frozen(function: Function, postgresql_url: str) -> None:
    path = "/s/" + say(function, "/share", 1).partition("/s/")[2].split()[0]
    engine = make_engine(postgresql_url)

    def held() -> int:
        with engine.connect() as db:
            return int(db.scalar(text("SELECT opened FROM share_links")) or 0)

    assert function.answer(v2("GET", path))["statusCode"] == 200
    assert function.answer(v2("HEAD", path))["statusCode"] == 200
    assert held() == 1
    with engine.begin() as db:
        db.execute(text("LOCK TABLE share_links IN SHARE MODE"))
        assert function.answer(v2("GET", path))["statusCode"] == 200, "a look does not fail for its count"
    engine.dispose()


@EVENTS
def test_what_is_refused_stays_refused(function: Function, event: Event) -> None:
    body = update("5 fun")

    def status(body: str, secret: str) -> int:
        answer = function.answer(event("POST", "/telegram", body=body, x_telegram_bot_api_secret_token=secret))
        code: int = answer["statusCode"]
        return code

    assert status(body, "wrong") == 403
    assert function.answer(event("POST", "/telegram", body=body))["statusCode"] == 403
    assert status(body + " " * 256 * 1024, SECRET) == 413
    assert status("no JSON", SECRET) == 200, "what can never be read must not block its chat"
    assert function.answer(event("GET", f"/s/{'x' * 43}"))["statusCode"] == 404
    assert function.answer(event("GET", "/no/such/place"))["statusCode"] == 404
    assert function.answer(event("GET", "/livez"))["statusCode"] == 200
    assert function.answer(event("GET", "/readyz"))["statusCode"] == 200


def test_who_guesses_links_is_slowed_by_address_whatever_is_said_in_a_header(function: Function) -> None:
    def look(n: int, address: str, said: str) -> int:
        event = v2("GET", f"/s/{n:043}", address=address, x_forwarded_for=f"{said}, {address}")
        code: int = function.answer(event)["statusCode"]
        return code

    statuses = [look(n, "203.0.113.9", f"198.51.100.{n}") for n in range(11)]

    assert statuses == [404] * 10 + [429]
    assert look(20, "203.0.113.10", "203.0.113.9") == 404, "somebody else is not slowed"


def test_behind_a_trusted_proxy_its_visitors_are_told_apart(made: Made, environ: dict[str, str]) -> None:
    function = made(environ | {"TRUSTED_PROXIES": "130.176.0.0/16"})

    def look(n: int, visitor: str) -> int:
        event = v2("GET", f"/s/{n:043}", address="130.176.1.1", x_forwarded_for=f"{visitor}, 130.176.1.1")
        code: int = function.answer(event)["statusCode"]
        return code

    assert [look(n, "203.0.113.9") for n in range(11)] == [404] * 10 + [429]
    assert look(20, "203.0.113.10") == 404


def test_a_database_that_is_away_asks_telegram_for_a_repeat(made: Made, environ: dict[str, str]) -> None:
    function = made(environ | {"DATABASE_URL": "postgresql://nobody:hunter2@127.0.0.1:1/none"})

    answer = function.answer(v2("POST", "/telegram", body=update("5 fun"), x_telegram_bot_api_secret_token=SECRET))
    ready = function.answer(v2("GET", "/readyz"))

    assert (answer["statusCode"], answer["headers"]["retry-after"]) == (503, "5")
    assert ready["statusCode"] == 503
    assert json.loads(ready["body"])["not_ready"].startswith("database: the server can't be reached")


def test_one_connection_to_the_database_is_kept_between_two_events(function: Function, postgresql_url: str) -> None:
    """It is the same one for each event, and holds no transaction; one that was cut meanwhile is made anew."""
    others = "datname = current_database() AND pid <> pg_backend_pid()"
    with psycopg.connect(postgresql_url, autocommit=True) as db:

        def kept() -> list[tuple[int, str]]:
            asked = f"SELECT pid, state FROM pg_stat_activity WHERE {others}"
            until = time.monotonic() + 30
            while len(found := db.execute(asked).fetchall()) > 1 and time.monotonic() < until:
                time.sleep(0.05)  # the server ends a connection's process after the connection
            return found

        say(function, "5 fun", 1)
        [(first, state)] = kept()
        say(function, "6 fun", 2)
        assert [(first, "idle")] == [(first, state)] == kept()

        db.execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}")
        say(function, "7 fun", 3)
        [(second, state)] = kept()
        assert (second != first, state) == (True, "idle")


def test_headers_that_come_twice_are_read_as_one(made: Made, environ: dict[str, str]) -> None:
    function = made(environ | {"TRUSTED_PROXIES": "203.0.113.9, 130.176.0.0/16"})

    def look(n: int, visitor: str) -> int:
        event = v1("GET", f"/s/{n:043}")
        event["multiValueHeaders"]["X-Forwarded-For"] = [visitor, "130.176.1.1, 203.0.113.9"]
        code: int = function.answer(event)["statusCode"]
        return code

    assert [look(n, "198.51.100.1") for n in range(11)] == [404] * 10 + [429]
    assert look(20, "198.51.100.2") == 404


@pytest.mark.parametrize(
    "change",
    [
        {"body": "abcde", "isBase64Encoded": True},
        {"requestContext": {}},
        {"requestContext": {"http": {}}},
        {"version": "3.0"},
        {"headers": {"host": "[::1]:80:80"}},
    ],
)
def test_an_event_that_is_not_whole_is_answered_400(function: Function, change: Json) -> None:
    assert function.answer(v2("POST", "/telegram") | change)["statusCode"] == 400


# --- Telegram ---------------------------------------------------------------------------------------------------------------


def test_telegram_is_not_called_before_an_update_is_about_the_bots_name(
    function: Function, telegram: stand_ins.Telegram
) -> None:
    say(function, "/week", 2)
    assert telegram.bots == {}

    assert say(function, f"/week@{stand_ins.BOT_NAME}", 3).startswith("$")
    assert list(telegram.bots) == [TOKEN]
    other = v2("POST", "/telegram", body=update("/week@other_bot", 4), x_telegram_bot_api_secret_token=SECRET)
    answer = function.answer(other)
    assert (answer["statusCode"], answer["body"]) == (200, "")


def test_calls_that_telegram_refuses_do_not_hold_up_an_update(function: Function) -> None:
    tap = {
        "update_id": 9,
        "callback_query": {
            "id": "1",
            "from": {"id": ANN, "is_bot": False, "first_name": "Ann"},
            "chat_instance": "1",
            "message": json.loads(update("receipt", 5))["message"],
            "data": "u:1:0",
        },
    }
    say(function, "5 fun", 1)

    answer = function.answer(v2("POST", "/telegram", body=json.dumps(tap), x_telegram_bot_api_secret_token=SECRET))

    assert answer["statusCode"] == 200
    assert say(function, "/week", 2).startswith("$400.00 left this week"), (
        "undone, though Telegram knew neither tap nor chat"
    )


# --- tasks ------------------------------------------------------------------------------------------------------------------


def test_a_new_database_is_not_ready_until_it_is_migrated(
    made: Made, environ: dict[str, str], new_postgresql: Callable[[], str]
) -> None:
    function = made(environ | {"DATABASE_URL": new_postgresql()})

    ready = function.answer(v2("GET", "/readyz"))
    assert ready["statusCode"] == 503
    assert json.loads(ready["body"])["not_ready"].startswith("schema: it is missing, and this program needs")
    with pytest.raises(TaskFailed, match="keep: schema: it is missing"):
        function.answer({"task": "keep"})

    migrated = function.answer({"task": "migrate"})
    assert migrated == function.answer({"task": "migrate"}), "a repeat changes nothing"
    assert migrated["well"] is True
    assert migrated["said"][0].startswith("The database has schema ")
    assert function.answer(v2("GET", "/readyz"))["statusCode"] == 200


def test_migrations_go_on_where_the_time_of_a_function_ended(
    made: Made, environ: dict[str, str], new_postgresql: Callable[[], str]
) -> None:
    """Each is a transaction. One that takes longer than a function may run is told, and nothing of it is kept."""
    url = new_postgresql()
    upgrade(url, "0020")
    function = made(environ | {"DATABASE_URL": url})
    wait_in_migrations(url, "0022")
    first = function.answer({"task": "migrate", "seconds": 10}, Context(900))
    assert first["said"] == [f"The database has schema 0021 of {EXPECTED}; the next migration goes on there."]
    assert first["more"] is True
    with pytest.raises(
        TaskFailed, match="The next migration takes longer than the 1 seconds that it may: nothing of it"
    ):
        function.answer({"task": "migrate", "seconds": 20}, Context(21))
    wait_in_migrations(url, "")
    assert function.answer({"task": "migrate"}) == {
        "task": "migrate",
        "well": True,
        "said": [f"The database has schema {EXPECTED}."],
    }


def wait_in_migrations(url: str, revision: str) -> None:
    """Let the database wait for ever in the migration to a revision, when that notes itself."""
    with psycopg.connect(url, autocommit=True) as db:
        db.execute(
            "CREATE OR REPLACE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN IF NEW.version_num = '{revision}' THEN PERFORM pg_sleep(3600); END IF; RETURN NEW; END $$"
        )
        db.execute("DROP TRIGGER IF EXISTS wait ON alembic_version")
        db.execute("CREATE TRIGGER wait BEFORE UPDATE ON alembic_version FOR EACH ROW EXECUTE FUNCTION wait()")


@pytest.mark.parametrize("event", [{"task": "keep"}, v2("GET", "/livez")])
def test_what_takes_longer_than_a_minute_ends_the_process(event: Json) -> None:
    """The function may run for a quarter of an hour, for migrations. Here the minute is a tenth of a second."""
    code = (
        "import json, sys, time; from app.aws_lambda import Function\n"
        "class Context:\n    def get_remaining_time_in_millis(self): return 900_000\n"
        "Function(lambda: time.sleep(60), print, longest=0.1).answer(json.load(sys.stdin), Context())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, input=json.dumps(event), capture_output=True, text=True, check=False
    )
    assert done.returncode == -signal.SIGALRM


def test_an_event_that_is_answered_in_time_ends_nothing(function: Function) -> None:
    assert function.answer(v2("GET", "/livez"), Context(900))["statusCode"] == 200
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_a_schema_of_a_newer_program_is_left_alone(function: Function, postgresql_url: str) -> None:
    with psycopg.connect(postgresql_url, autocommit=True) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
        try:
            ready = function.answer(v2("GET", "/readyz"))
            with pytest.raises(
                TaskFailed, match=r"migrate: The database has schema 9999; this program knows .* Run a newer one"
            ):
                function.answer({"task": "migrate"})
        finally:
            db.execute("UPDATE alembic_version SET version_num = %s", [EXPECTED])

    assert json.loads(ready["body"])["not_ready"] == f"schema: it is 9999, and this program needs {EXPECTED}"


def test_registering_tells_telegram_where_updates_go(function: Function, telegram: stand_ins.Telegram) -> None:
    answer = function.answer({"task": "register"})

    assert answer["said"] == [f"The bot is @{stand_ins.BOT_NAME}.", f"Updates come to {PUBLIC_URL}/telegram."]
    assert telegram.bots[TOKEN]["webhook"] == f"{PUBLIC_URL}/telegram"
    assert "week" in telegram.bots[TOKEN]["commands"]
    assert function.answer({"task": "register"}) == answer, "a repeat changes nothing"


def test_an_address_whose_domain_does_not_exist_yet_is_told_what_to_do(
    made: Made, environ: dict[str, str], telegram: stand_ins.Telegram
) -> None:
    with pytest.raises(TaskFailed) as failed:
        made(environ | {"PUBLIC_URL": "https://budget.invalid"}).answer({"task": "register"})

    assert "failed to resolve host" in str(failed.value)
    assert "https://budget.invalid must lead to the API first: without the parameter PublicUrl" in str(failed.value)
    made(environ).answer({"task": "register"})
    assert telegram.bots[TOKEN]["webhook"] == f"{PUBLIC_URL}/telegram", "the API's own address needs no domain"


def test_the_doctor_fails_until_updates_come_here(function: Function) -> None:
    with pytest.raises(TaskFailed, match=r"doctor: updates: .* elsewhere or nowhere \(next: the task .register.\)"):
        function.answer({"task": "doctor"})
    assert function.answer({"task": "doctor", "but": ["updates"]})["well"] is True

    function.answer({"task": "register"})

    assert "database: it answers, and its schema is the program's" in function.answer({"task": "doctor"})["said"]


def test_the_book_is_verified(function: Function) -> None:
    say(function, "12.50 fun tacos", 1)

    assert function.answer({"task": "verify"})["said"] == ["1 entries in 1 chats: everything adds up."]


def test_a_large_book_is_verified_slice_by_slice(function: Function, monkeypatch: pytest.MonkeyPatch) -> None:
    say(function, "12.50 fun tacos", 1)
    other = json.loads(update("4.20 groceries milk", 2))
    other["message"]["chat"] |= {"id": ANN + 1}
    function.answer(v2("POST", "/telegram", body=json.dumps(other), x_telegram_bot_api_secret_token=SECRET))
    monkeypatch.setattr("app.aws_tasks._SLICE", -1)  # the time is over at once

    first, second, third = (function.answer({"task": "verify"})["said"] for _ in range(3))

    assert first == third == ["1 entries in 1 chats: everything adds up. The next run goes on from there."]
    assert second == [f"1 entries in 1 chats, from chat {ANN + 1} on: everything adds up."]


@pytest.mark.parametrize("source", ["aws.events", "aws.scheduler"])
def test_a_schedule_keeps_the_database_company(function: Function, source: str) -> None:
    event = {"source": source, "detail-type": "Scheduled Event", "resources": [], "detail": {}}

    answer = function.answer(event)

    assert answer == {
        "task": "keep",
        "well": True,
        "said": ["Nothing is due; the database answers, and its schema is the program's."],
    }


def test_a_schedule_deletes_what_was_to_be_forgotten(function: Function, environ: dict[str, str]) -> None:
    say(function, "12.50 fun tacos", 1)
    with psycopg.connect(environ["DATABASE_URL"], autocommit=True) as db:
        db.execute("UPDATE budgets SET forget_at = '2020-01-01 00:00+00'")

    assert function.answer({"task": "keep"})["said"] == ["Closed budgets whose day is over, and which are deleted: 1."]
    assert function.answer({"task": "keep"})["said"][0].startswith("Nothing is due")


@pytest.mark.parametrize("event", [{}, {"task": "dance"}, {"source": "aws.s3"}, [], None, "migrate", {"Records": [{}]}])
def test_anything_else_is_refused_in_a_sentence(function: Function, event: Any) -> None:
    with pytest.raises(TaskFailed, match=r"^This is no event that I know: send an HTTP event, or .* migrate"):
        function.answer(event)


def test_what_goes_wrong_unforeseen_is_told_without_its_words(
    made: Made, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    function = made(environ | {"DATABASE_URL": "postgresql://postgres@127.0.0.1/none?no_such_option=hunter2"})

    with pytest.raises(TaskFailed) as failed:
        function.answer({"task": "migrate"})

    assert "hunter2" not in str(failed.value)
    assert "hunter2" not in capsys.readouterr().out


# --- settings ---------------------------------------------------------------------------------------------------------------


def test_every_wrong_setting_is_logged_and_events_are_answered_503(
    made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    function = made({"TELEGRAM_MODE": "polling", "PORT": "oops"})

    answer = function.answer(v2("POST", "/telegram", body=update("5 fun"), x_telegram_bot_api_secret_token=SECRET))
    with pytest.raises(TaskFailed, match="migrate: PORT is 'oops'"):
        function.answer({"task": "migrate"})

    assert (answer["statusCode"], answer["headers"]["retry-after"]) == (503, "30")
    assert [json.loads(line)["message"].partition(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        "PORT is 'oops'",
        "TELEGRAM_BOT_TOKEN is missing",
        "DATABASE_URL is a file, and a function's files are lost",
        "ALLOWED_USERS is missing, and a function shows no claim link",
        "TELEGRAM_MODE is polling, and a function runs only while it answers",
    ], "once, not for every event"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"DATABASE_URL": "sqlite:////tmp/budget.db"}, "DATABASE_URL is a file, and a function's files are lost"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is a file"),
        ({"TELEGRAM_MODE": "polling"}, "TELEGRAM_MODE is polling"),
        ({"TELEGRAM_MODE": "auto", "PUBLIC_URL": "http://abc"}, "PUBLIC_URL is not https"),
        ({"PUBLIC_URL": "http://abc"}, "PUBLIC_URL is not https"),
        ({"TELEGRAM_WEBHOOK_SECRET": ""}, "TELEGRAM_WEBHOOK_SECRET is missing"),
        ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN is missing"),
        ({"ALLOWED_USERS": ""}, "ALLOWED_USERS is missing"),
    ],
)
def test_what_a_function_can_not_do_without(
    made: Made, environ: dict[str, str], change: dict[str, str], complaint: str
) -> None:
    with pytest.raises(TaskFailed, match=f"^keep: {complaint}"):
        made(environ | change).answer({"task": "keep"})


def test_settings_that_were_mended_are_read_after_half_a_minute() -> None:
    clock = [0.0]
    opened = [0]

    def read() -> Any:
        opened[0] += 1
        raise SettingsError(("TELEGRAM_BOT_TOKEN is missing",))

    function = Function(read, lambda _: pytest.fail("nothing can be opened"), lambda: clock[0])
    for clock[0] in (0, 1, 29, 30, 31, 61):
        assert function.answer(v2("GET", "/livez"))["statusCode"] == 503
    function.close()

    assert opened == [3]


def test_the_log_is_json_and_holds_no_secret(
    made: Made, environ: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    function = made(environ | {"LOG_LEVEL": "debug"})
    say(function, "12.50 fun tacos", 1)
    path = "/s/" + say(function, "/share", 2).partition("/s/")[2].split()[0]
    function.answer(v2("GET", path))
    function.answer({"task": "register"})

    out = capsys.readouterr().out
    lines = [json.loads(line) for line in out.splitlines()]
    always = {"at", "level", "logger", "message"}
    assert {frozenset(line.keys() - always) for line in lines if always <= line.keys()} == {
        frozenset(),
        frozenset({"request"}),
        frozenset({"request", "update", "chat"}),
    }
    assert str(ANN) not in out
    assert "Updates come to" in out
    assert not [secret for secret in (TOKEN, SECRET, path) if secret in out]


def counted(out: str) -> list[Json]:
    """The lines of a log from which CloudWatch makes metrics, without what is the same in each."""
    lines = [json.loads(line) for line in out.splitlines()]
    found = [line for line in lines if "_aws" in line]
    for line in found:
        (directive,) = line.pop("_aws")["CloudWatchMetrics"]
        assert directive["Dimensions"] == [["FunctionName"]]
        assert {one["Name"]: one["Unit"] for one in directive["Metrics"]}.items() <= UNITS.items()
        assert [one["Name"] for one in directive["Metrics"]] == [name for name in line if name != "FunctionName"]
    return found


def test_each_event_leaves_a_line_of_what_it_counted(
    made: Made, environ: dict[str, str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "budgetbot-qa")
    function = made(environ)
    say(function, "12.50 fun tacos", 1)
    say(function, "3 fun tea", 2)
    first, second = counted(capsys.readouterr().out)

    assert (first["FunctionName"], first["UpdatesDone"], second["UpdatesDone"]) == ("budgetbot-qa", 1, 1)
    assert first.keys() == {"FunctionName", "UpdatesDone", "UpdateMilliseconds", "TransactionMilliseconds"}
    assert first["UpdateMilliseconds"] >= first["TransactionMilliseconds"] > 0

    function.answer({"task": "keep"})
    (kept,) = counted(capsys.readouterr().out)
    assert kept.keys() == {"FunctionName", "TransactionMilliseconds"}


def test_what_fails_is_counted(made: Made, environ: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    function = made(environ | {"DATABASE_URL": "postgresql://nobody:hunter2@127.0.0.1:1/none"})
    failed = function.answer(v2("POST", "/telegram", body=update("6 fun"), x_telegram_bot_api_secret_token=SECRET))
    assert failed["statusCode"] == 503

    (line,) = counted(capsys.readouterr().out)
    assert (line["RequestsFailed"], line["UpdatesToBeRepeated"]) == (1, 1)


def test_alarms_watch_metrics_that_are_written() -> None:
    template = (ROOT / "deploy" / "sam_template.yaml").read_text()
    watched = re.findall(rf"Namespace: {NAMESPACE}\b.*\n\s+MetricName: (\w+)", template)
    assert watched
    assert set(watched) <= set(UNITS)


# --- secrets ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def rotating(environ: dict[str, str], aws: stand_ins.Aws) -> Iterator[Function]:
    """A function that keeps its settings with SSM, and that is ready; half a minute passes with each look at the clock."""
    ticks = itertools.count(0, 30)
    with psycopg.connect(environ["DATABASE_URL"], autocommit=True) as db:
        for role in ("former", "later"):
            db.execute(f"DO $$ BEGIN CREATE ROLE {role} SUPERUSER; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
            db.execute(f"ALTER ROLE {role} LOGIN")
    aws.parameters = {f"/budgetbot/qa/{name}": value for name, value in environ.items()}
    aws.parameters["/budgetbot/qa/DATABASE_URL"] = as_role(environ, "former")
    function = aws_lambda.function(
        {"SECRETS_FROM": "ssm:/budgetbot/qa/"}, now=lambda: SUNDAY, clock=lambda: float(next(ticks))
    )
    assert function.answer({"task": "keep"})["well"] is True
    yield function
    function.close()


def as_role(environ: dict[str, str], role: str) -> str:
    return make_url(environ["DATABASE_URL"]).set(username=role).render_as_string(hide_password=False)


def test_a_rotated_secret_of_the_webhook_is_taken_and_told_telegram(
    rotating: Function, aws: stand_ins.Aws, telegram: stand_ins.Telegram
) -> None:
    rotated = "b" * 64
    event = v2("POST", "/telegram", body=update("5 fun"), x_telegram_bot_api_secret_token=rotated)
    assert {rotating.answer(event)["statusCode"] for _ in range(20)} == {403, 429}, "as one who guesses"
    aws.parameters["/budgetbot/qa/TELEGRAM_WEBHOOK_SECRET"] = rotated
    assert telegram.bots[TOKEN]["secret"] == SECRET
    assert rotating.answer(event)["statusCode"] == 200
    assert rotating.answer({"task": "keep"})["well"] is True
    assert telegram.bots[TOKEN]["secret"] == rotated
    telegram.bots[TOKEN]["secret"] = "set once"
    assert rotating.answer({"task": "keep"})["well"] is True
    assert telegram.bots[TOKEN]["secret"] == "set once"


def test_a_rotated_password_of_the_database_is_taken_when_the_former_is_refused(
    rotating: Function, aws: stand_ins.Aws, environ: dict[str, str]
) -> None:
    with psycopg.connect(environ["DATABASE_URL"], autocommit=True) as db:
        db.execute("ALTER ROLE former NOLOGIN")
        # A connection that is kept works on.
        db.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'former'")
    event = v2("POST", "/telegram", body=update("5 fun"), x_telegram_bot_api_secret_token=SECRET)
    assert rotating.answer(event)["statusCode"] == 503
    aws.parameters["/budgetbot/qa/DATABASE_URL"] = as_role(environ, "later")
    assert rotating.answer(event)["statusCode"] == 200
    assert plain(str(say(rotating, "/week", 2))).startswith("$395.00 left this week")


def test_settings_that_became_wrong_leave_those_of_before(
    rotating: Function, aws: stand_ins.Aws, caplog: pytest.LogCaptureFixture
) -> None:
    aws.parameters["/budgetbot/qa/DATABASE_URL"] = "oops://hunter2"
    assert rotating.answer({"task": "keep"})["well"] is True
    aws.forbidden = {"GetParametersByPath"}
    assert rotating.answer({"task": "keep"})["well"] is True
    assert caplog.text.count("The settings can't be read again, so those of before stay") == 2
    assert "hunter2" not in caplog.text


def test_secrets_come_from_parameters_and_the_environment_wins(
    made: Made, environ: dict[str, str], aws: stand_ins.Aws
) -> None:
    aws.parameters = {f"/budgetbot/qa/{name}": value for name, value in environ.items()} | {
        "/budgetbot/qa/deeper/PORT": "oops",
        "/budgetbot/prod/PORT": "oops",
        "/budgetbot/qa/NOT_OURS": "x",
    }

    function = made({"SECRETS_FROM": "ssm:/budgetbot/qa/", "PUBLIC_URL": "https://other.example"})

    assert function.answer({"task": "register"})["said"][1] == "Updates come to https://other.example/telegram."


def test_secrets_come_from_secrets_manager(made: Made, environ: dict[str, str], aws: stand_ins.Aws) -> None:
    aws.secrets["budgetbot/qa"] = json.dumps(environ | {"ALLOWED_USERS": ANN})  # a number is one that JSON knows

    assert made({"SECRETS_FROM": "secretsmanager:budgetbot/qa"}).answer({"task": "keep"})["well"] is True


@pytest.mark.parametrize(
    ("source", "secret", "complaint"),
    [
        ("ssm:/budgetbot/none/", None, "nothing is there"),
        ("secretsmanager:none", None, "there is no such secret in this region"),
        ("secretsmanager:mine", "hunter2", "it must be a JSON object of variables"),
        ("secretsmanager:mine", '["hunter2"]', "it must be a JSON object of variables"),
        ("secretsmanager:mine", '{"PORT": {"a": "hunter2"}}', "it must be a JSON object of variables"),
        ("secretsmanager:mine", "{}", "nothing is there"),
    ],
)
def test_secrets_that_are_not_there(
    made: Made, aws: stand_ins.Aws, source: str, secret: str | None, complaint: str
) -> None:
    if secret is not None:
        aws.secrets["mine"] = secret

    with pytest.raises(TaskFailed) as failed:
        made({"SECRETS_FROM": source}).answer({"task": "keep"})

    assert str(failed.value).startswith(f"keep: SECRETS_FROM={source}: {complaint}")
    assert "hunter2" not in str(failed.value)


@pytest.mark.parametrize(
    ("source", "allow"),
    [("ssm:/budgetbot/qa/", "ssm:GetParametersByPath"), ("secretsmanager:x", "secretsmanager:GetSecretValue")],
)
def test_a_role_that_may_not_read_secrets_is_told_what_to_allow(
    made: Made, aws: stand_ins.Aws, source: str, allow: str
) -> None:
    aws.forbidden = {"GetParametersByPath", "GetSecretValue"}

    with pytest.raises(TaskFailed, match=f"the role may not read it: allow {allow}"):
        made({"SECRETS_FROM": source}).answer({"task": "keep"})


@pytest.mark.parametrize(
    ("variables", "complaint"),
    [
        ({"AWS_REGION": ""}, "no AWS region is set, e.g. AWS_REGION="),
        ({"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, "there are no AWS credentials"),
        ({"AWS_ENDPOINT_URL_SSM": "http://127.0.0.1:1"}, "AWS can't be reached"),
    ],
)
def test_aws_out_of_reach_is_said_plainly(
    made: Made, aws: stand_ins.Aws, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], complaint: str
) -> None:
    assert aws.parameters == {}
    for name, value in variables.items():
        if value:
            monkeypatch.setenv(name, value)
        else:
            monkeypatch.delenv(name)

    with pytest.raises(TaskFailed, match=f"keep: SECRETS_FROM=ssm:/budgetbot/qa/: {complaint}"):
        made({"SECRETS_FROM": "ssm:/budgetbot/qa/"}).answer({"task": "keep"})


def test_the_command_line_reads_secrets_too(
    aws: stand_ins.Aws, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mask = os.umask(0o077)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SECRETS_FROM", "ssm:/budgetbot/qa")
    try:
        assert main.main(["migrate"]) == 2
        assert capsys.readouterr().err.startswith("SECRETS_FROM=ssm:/budgetbot/qa: nothing is there")
        aws.parameters["/budgetbot/qa/DATABASE_URL"] = "sqlite:///from-the-parameters.db"
        assert main.main(["migrate"]) == 0
    finally:
        os.umask(mask)

    assert (tmp_path / "from-the-parameters.db").exists()


# --- before a new version gets traffic --------------------------------------------------------------------------------------


def invoked(function: Function, seen: list[Any]) -> stand_ins.Invoke:
    """Invoke a function as Lambda does."""

    def invoke(name: str, payload: bytes) -> tuple[bytes, str | None]:
        seen.append((name, json.loads(payload)))
        try:
            return json.dumps(function.answer(json.loads(payload))).encode(), None
        except TaskFailed as failure:
            return json.dumps({"errorType": "TaskFailed", "errorMessage": str(failure)}).encode(), "Unhandled"

    return invoke


VERSION = "arn:aws:lambda:eu-central-1:123456789012:function:budgetbot:7"
HOOK = {"DeploymentId": "d-1", "LifecycleEventHookExecutionId": "e-1"}


@pytest.mark.parametrize("telegram_is_up", [True, False])
def test_a_new_version_gets_traffic_only_when_it_is_migrated_ready_and_well(
    made: Made,
    environ: dict[str, str],
    new_postgresql: Callable[[], str],
    aws: stand_ins.Aws,
    monkeypatch: pytest.MonkeyPatch,
    *,
    telegram_is_up: bool,
) -> None:
    seen: list[Any] = []
    down = {} if telegram_is_up else {"TELEGRAM_API_URL": "http://127.0.0.1:1"}
    aws.invoke = invoked(made(environ | {"DATABASE_URL": new_postgresql()} | down), seen)
    monkeypatch.setenv("NEW_VERSION", VERSION)

    answer = main.pre_traffic(HOOK, Context(900))

    assert [name for name, _ in seen] == [VERSION] * 3
    status = "Succeeded" if telegram_is_up else "Failed"
    assert answer["status"] == status
    assert ("Telegram: it can't be reached" in answer["said"]) is not telegram_is_up
    assert aws.reported == [{"deploymentId": "d-1", "lifecycleEventHookExecutionId": "e-1", "status": status}]


def test_a_version_that_can_not_be_invoked_gets_no_traffic(aws: stand_ins.Aws, monkeypatch: pytest.MonkeyPatch) -> None:
    aws.forbidden = {"Invoke"}
    monkeypatch.setenv("NEW_VERSION", VERSION)

    assert main.pre_traffic(HOOK, Context(900))["status"] == "Failed"
    assert [each["status"] for each in aws.reported] == ["Failed"]


def test_the_hook_asks_for_migrations_until_they_are_done_or_its_time_is_over(aws: stand_ins.Aws) -> None:
    seen: list[Json] = []
    said = ["The database has schema 0007 of 0009; the next migration goes on there."]

    def invoke(_name: str, payload: bytes) -> tuple[bytes, str | None]:
        seen.append(json.loads(payload))
        return json.dumps({"statusCode": 200, "said": said, "more": len(seen) < 3}).encode(), None

    aws.invoke = invoke
    assert try_out(HOOK, VERSION, 900)["status"] == "Succeeded"
    assert [each.get("task") for each in seen] == ["migrate", "migrate", "migrate", None, "doctor"]
    assert 700 < seen[0]["seconds"] <= 750, "time is left for the checks"

    seen.clear()
    assert try_out(HOOK, VERSION, 150) == {"status": "Failed", "said": "There is no time for migrations. Deploy again."}
    assert seen == []
    assert [each["status"] for each in aws.reported] == ["Succeeded", "Failed"]


# --- start-up -----------------------------------------------------------------------------------------------------------------


def test_importing_the_handler_brings_no_library_of_another_door() -> None:
    code = "import main, sys; main.handler; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert not {"botocore", "mangum", "uvicorn", "telegram", "alembic"} & set(done.stdout.split())


def test_the_first_update_is_answered_without_alembic_botocore_or_a_tls_context(environ: dict[str, str]) -> None:
    body = v2("POST", "/telegram", body=update("/week"), x_telegram_bot_api_secret_token=SECRET)
    code = (
        "import json, os, ssl, sys; made = []; new = ssl.SSLContext.__new__\n"
        "ssl.SSLContext.__new__ = lambda *a, **k: (made.append(1), new(*a, **k))[1]\n"
        "import main; answer = main.handler(json.loads(sys.stdin.read()), None)\n"
        "print(answer['statusCode'], len(made), *(each in sys.modules for each in ('alembic', 'botocore', 'uvicorn')))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environ,
        input=json.dumps(body),
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "200 0 False False False"


@pytest.mark.parametrize(("command", "opens"), [("main.handler", True), ("main.pre_traffic", False)])
def test_the_function_opens_while_lambda_starts_it_and_the_hook_opens_nothing(
    environ: dict[str, str], command: str, opens: bool
) -> None:
    code = "import sys; sys.argv = ['awslambdaric', sys.argv[1]]; import main; print('mangum' in sys.modules)"
    given = environ | {"AWS_LAMBDA_RUNTIME_API": "127.0.0.1:1", "PATH": os.environ["PATH"]}

    done = subprocess.run(
        [sys.executable, "-c", code, command], cwd=ROOT, env=given, capture_output=True, text=True, check=True
    )

    assert done.stdout == f"{opens}\n"


def test_with_wrong_settings_it_starts_all_the_same_and_says_what_is_wrong(environ: dict[str, str]) -> None:
    code = (
        "import json, sys; sys.argv = ['awslambdaric', 'main.handler']; import main\n"
        "print(main.handler({'requestContext': {}}, None)['statusCode'])"
    )
    given = environ | {"AWS_LAMBDA_RUNTIME_API": "127.0.0.1:1", "PATH": os.environ["PATH"], "DATABASE_URL": ""}

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=given, capture_output=True, text=True, check=True)

    logged, answered = done.stdout.splitlines()
    assert "DATABASE_URL is a file" in json.loads(logged)["message"]
    assert answered == "503"


def test_no_loop_is_left_behind(function: Function) -> None:
    function.answer(v2("GET", "/livez"))
    function.answer({"task": "doctor", "but": ["updates"]})

    assert asyncio.get_event_loop() is function._loop, "the doctor runs in it, too"
    assert isinstance(function._loop, uvloop.Loop)
