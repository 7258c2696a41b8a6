"""Where the scenarios run: against BASE_URL, or without it against the program in this process.

`BASE_URL=https://… WEBHOOK_SECRET=… ACCEPTANCE_USER=… pytest tests/acceptance`, where ACCEPTANCE_USER is among ALLOWED_USERS there.
"""

import asyncio
import os
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from app.build import build_app, http_app
from app.serve import migrate, open_listener, served
from rehearsal import stand_ins
from tests.acceptance.chats import Chat, Place
from tests.chat import settings_for
from tests.telegram.simulated import SECRET, TOKEN

_SCENARIO = timedelta(seconds=30)  # at most: none may run over midnight, for "today" would be another day


@contextmanager
def _in_this_process(folder: Path) -> Iterator[str]:
    """Serve the program with a book of its own, in a thread; give its address."""
    telegram = stand_ins.Telegram()
    settings = settings_for(
        folder,
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL=telegram.server.url,
        TELEGRAM_WEBHOOK_SECRET=SECRET,
        PUBLIC_URL="https://bot.example.org",
        ALLOWED_USERS=str(stand_ins.ACCEPTANCE_USER),
    )
    migrate(settings)
    listener = open_listener(settings)
    assert listener is not None
    port = listener.getsockname()[1]
    app = build_app(settings)
    loop = asyncio.new_event_loop()
    stop = asyncio.Event()

    async def serve() -> None:
        async with app.database, served(http_app(app), listener, app.stopping):
            await stop.wait()
        if app.wire is not None:
            await app.wire.telegram.close()

    def run() -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(serve())

    with telegram.server.serving():
        thread = threading.Thread(target=run)
        thread.start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            loop.call_soon_threadsafe(stop.set)
            thread.join()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """The bot that is tried."""
    with ExitStack() as stack:
        client = stack.enter_context(httpx.Client(timeout=30))
        if url := os.environ.get("BASE_URL"):
            secret, user = os.environ["WEBHOOK_SECRET"], int(os.environ["ACCEPTANCE_USER"])
        else:
            url = stack.enter_context(_in_this_process(tmp_path_factory.mktemp("acceptance")))
            secret, user = SECRET, stand_ins.ACCEPTANCE_USER
        yield Place(url.rstrip("/"), secret, user, client)


@pytest.fixture
def chat(place: Place) -> Iterator[Chat]:
    """A new budget in dollars whose week begins today; whatever happens, nothing of it stays."""
    now = datetime.now(UTC)
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    if midnight - now < _SCENARIO:
        time.sleep((midnight - now).total_seconds() + 1)
    chat = Chat(place)
    try:
        for setting in ("currency USD", "numbers en_US", "zone UTC", f"week {chat.now:%A}"):
            assert chat(f"/settings {setting}").startswith("Settings")
        yield chat
    finally:
        assert "Delete everything" in (chat("/forget"), *chat.buttons)
        # Its file can't be sent to a chat that Telegram does not know: that is logged, and the rest goes on.
        assert chat.tap("Delete everything").startswith("This budget is closed")
        assert chat.tap("Delete now") == "Everything of this chat is deleted."
