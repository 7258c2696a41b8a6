"""The HTTP client of calls, on real sockets: kept connections, time limits, proxies, and errors that tell no token."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.telegram.api import Telegram
from bot.telegram.client import Client, proxy_to, verifying
from bot.telegram.delivery import Call, called
from tests.telegram import wire

TOKEN = "7:AAHclientClientClientClientClientClient"
ME = {"ok": True, "result": {"id": 7, "is_bot": True, "first_name": "b"}}
Answer = Callable[[wire.Wire], Awaitable[bytes | None]]


class Server:
    """Answers requests as it is told; None hangs up."""

    def __init__(self, answer: Answer) -> None:
        self.asked: list[wire.Wire] = []
        self.connections = 0
        self.port = 0
        self._answer = answer

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while (request := await wire.read(reader)) is not None:
                self.asked.append(request)
                answer = await self._answer(request)
                if answer is None:
                    break
                writer.write(answer)
        finally:
            writer.close()


@asynccontextmanager
async def serving(answer: Answer) -> AsyncIterator[Server]:
    server = Server(answer)
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    server.port = listening.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listening.close()


@asynccontextmanager
async def telegram_at(url: str) -> AsyncIterator[Telegram]:
    telegram = Telegram(TOKEN, url)
    try:
        yield telegram
    finally:
        await telegram.close()


async def well(_: wire.Wire) -> bytes:
    return wire.answer(200, json.dumps(ME).encode())


async def hung_up(_: wire.Wire) -> None:
    return None


async def test_calls_share_a_connection_and_are_json() -> None:
    async with serving(well) as server, telegram_at(f"http://127.0.0.1:{server.port}") as telegram:
        for _ in range(3):
            await called(
                telegram.bot, "send_message", {"chat_id": 1, "text": "é", "reply_parameters": {"message_id": 2}}
            )

    assert server.connections == 1
    assert server.asked[0].first[:2] == ("POST", f"/bot{TOKEN}/sendMessage")
    assert server.asked[0].headers["content-type"] == "application/json"
    assert json.loads(server.asked[0].body) == {"chat_id": 1, "text": "é", "reply_parameters": {"message_id": 2}}


async def test_a_picture_goes_as_a_form() -> None:
    async with serving(well) as server, telegram_at(f"http://127.0.0.1:{server.port}") as telegram:
        await Call("send_photo", {"chat_id": 1, "photo": b"\x89PNG"}).make(telegram.bot)

    assert server.asked[0].headers["content-type"].startswith("multipart/form-data")
    assert b"\x89PNG" in server.asked[0].body


async def test_a_document_is_sent_whole_again_after_a_failure(tmp_path: Path) -> None:
    (tmp_path / "entries.csv").write_bytes(b"day,amount")
    answers = iter([502, 200])

    async def once(_: wire.Wire) -> bytes:
        return wire.answer(next(answers), json.dumps(ME).encode())

    with (tmp_path / "entries.csv").open("rb") as file:
        call = Call("send_document", {"chat_id": 1, "document": file, "filename": "entries.csv"})
        async with serving(once) as server, telegram_at(f"http://127.0.0.1:{server.port}") as telegram:
            with pytest.raises(NetworkError):
                await call.make(telegram.bot)
            await call.make(telegram.bot)

    assert all(b"day,amount" in asked.body and b'filename="entries.csv"' in asked.body for asked in server.asked)


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (429, {"parameters": {"retry_after": 3}}, RetryAfter),
        (400, {"description": "Bad Request: chat not found"}, BadRequest),
        (500, {}, NetworkError),
    ],
)
async def test_an_answer_that_refuses_is_an_error(
    status: int, answer: dict[str, object], error: type[Exception]
) -> None:
    async def refused(_: wire.Wire) -> bytes:
        return wire.answer(status, json.dumps({"ok": False} | answer).encode())

    async with serving(refused) as server, telegram_at(f"http://127.0.0.1:{server.port}") as telegram:
        with pytest.raises(error):
            await called(telegram.bot, "send_message", {"chat_id": 1, "text": "x"})


async def test_a_connection_that_breaks_is_an_error_that_tells_no_token(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(hung_up) as server, telegram_at(f"http://127.0.0.1:{server.port}") as telegram:
        with pytest.raises(NetworkError) as broken:
            await called(telegram.bot, "send_message", {"chat_id": 1, "text": "x"})
    with pytest.raises(NetworkError) as refused:
        async with telegram_at("http://127.0.0.1:1") as telegram:
            await called(telegram.bot, "send_message", {"chat_id": 1, "text": "x"})

    for problem in (broken, refused):
        assert TOKEN not in f"{problem.value!r} {problem.value.__cause__!r}"
    assert not [record for record in caplog.records if record.name.startswith("aiohttp")]


async def test_an_answer_that_does_not_come_in_time_is_an_error() -> None:
    over = asyncio.Event()

    async def late(_: wire.Wire) -> None:
        await over.wait()

    async with serving(late) as server:
        client = Client(1, 0.05)
        await client.initialize()
        bot = Bot(TOKEN, base_url=f"http://127.0.0.1:{server.port}/bot", request=client)
        with pytest.raises(TimedOut):
            await called(bot, "get_me", {})
        over.set()
        await client.shutdown()
        with pytest.raises(NetworkError):
            await called(bot, "get_me", {})


async def test_a_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(well) as proxy:
        monkeypatch.setenv("http_proxy", f"http://ann:secret@127.0.0.1:{proxy.port}")
        async with telegram_at("http://api.example.invalid") as telegram:
            await called(telegram.bot, "get_me", {})

    assert proxy.asked[0].path == f"http://api.example.invalid/bot{TOKEN}/getMe"
    assert proxy.asked[0].headers["proxy-authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    ("environ", "proxy"),
    [
        ({}, None),
        ({"https_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"https_proxy": "proxy:3128"}, "http://proxy:3128"),
        ({"all_proxy": "http://proxy:3128"}, "http://proxy:3128"),
        ({"http_proxy": "http://proxy:3128"}, None),
        ({"https_proxy": "http://proxy:3128", "no_proxy": "example.org,telegram.org"}, None),
    ],
)
def test_which_proxy_is_asked(monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], proxy: str | None) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)

    assert proxy_to("https://api.telegram.org") == proxy


def test_certificates_are_verified() -> None:
    context = verifying()

    assert context.check_hostname
    assert context.get_ca_certs()
