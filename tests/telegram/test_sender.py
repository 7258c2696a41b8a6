"""How long a call to Telegram may take."""

import asyncio
import io
from pathlib import Path
from typing import Any

import pytest
from telegram.error import TimedOut
from telegram.request import BaseRequest

from app.build import build_app
from bot.telegram.api import Telegram
from bot.telegram.delivery import Call
from bot.telegram.sender import LONGEST_CALL, Sender
from tests.chat import settings_for
from tests.loops import SetLoop, on
from tests.telegram.simulated import TOKEN

CHAT = 7_000_000_001
CALLS: dict[str, tuple[dict[str, Any], float]] = {
    "text": ({"text": "Hello"}, LONGEST_CALL),
    "picture": ({"photo": b"\x89PNG"}, 2 * LONGEST_CALL),
    "document": ({"document": io.BytesIO(b"day"), "filename": "a.csv"}, 2 * LONGEST_CALL),
}


class Hanging(BaseRequest):
    """Answers nothing."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        await asyncio.Event().wait()
        return 200, b""


@pytest.mark.parametrize("kind", CALLS)
def test_a_call_has_twenty_seconds_and_one_with_a_file_forty(tmp_path: Path, kind: str) -> None:
    params, longest = CALLS[kind]
    call = Call(f"send_{kind}", {"chat_id": CHAT, **params})
    telegram = Telegram(TOKEN, "http://127.0.0.1", request=Hanging())
    app = build_app(settings_for(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, ALLOWED_USERS=f"{CHAT}"), request=Hanging())
    assert app.wire is not None
    sender: Sender = app.wire.dispatcher.sender

    async def hang(loop: SetLoop) -> None:
        made = asyncio.create_task(sender.deliver(call, telegram.bot))
        await loop.quiet()
        await loop.go_on(longest - 5)
        assert not made.done(), "it may take as long as that"
        await loop.go_on(6)
        with pytest.raises(TimedOut):
            await made

    on(hang)
    assert longest == (40 if params.keys() & {"photo", "document"} else 20)
