"""What is due in one chat does not wait for another, whose call to Telegram hangs: bills, cards, what came in through doors."""

import asyncio
import json
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.build import App, build_app
from bot.telegram.unasked import tick_on_time
from budget.bookkeeper import Message
from budget.cards import Cards
from budget.planning import Planner
from budget.write_doors import TELL_WITHIN, Post
from storage.cards import SqlCards
from storage.ledger import SqlLedger
from storage.schema import upgrade
from tests.chat import settings_for
from tests.ledgers import BEGINNINGS
from tests.loops import SetLoop, on
from tests.telegram.running import ANN, BOB
from tests.telegram.simulated import SECRET, TOKEN
from tests.telegram.test_sender import Hanging

NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
EVERY = 1.0
NUMBER = int(TOKEN.partition(":")[0])


class HangingForAnn(Hanging):
    """Answers no call to Ann's chat, and any other at once."""

    def __init__(self) -> None:
        self.open, self.said = 0, list[tuple[int, str]]()

    async def do_request(self, *given: Any, **named: Any) -> tuple[int, bytes]:
        data = named.get("request_data", given[2] if len(given) > 2 else None)
        params = data.parameters if data is not None else {}
        if params.get("chat_id") == ANN:
            self.open += 1
            await asyncio.Event().wait()
        self.said.append((params.get("chat_id", 0), params.get("text", "")))
        return 200, json.dumps({"ok": True, "result": {"message_id": len(self.said)}}).encode()


Make = Callable[[App, int], Coroutine[Any, Any, None]]
Run = Callable[[App], Coroutine[Any, Any, None]]


async def make_bill(app: App, chat: int) -> None:
    planner = Planner(SqlLedger(app.database), BEGINNINGS)
    await planner.set_bill(chat, await planner.bill_said(chat, "rent 900 on the 1st", NINE), NINE - timedelta(days=1))


async def make_card(app: App, chat: int) -> None:
    await Cards(SqlCards(app.database, NUMBER), SqlLedger(app.database), BEGINNINGS).ask(chat, 1, bars=False)


async def make_post(app: App, chat: int) -> None:
    assert app.wire is not None
    assert app.wire.doorkeeper is not None
    _, token = await app.wire.doorkeeper.make(Message(chat, 1, chat, "/door", NINE), "phone", f"{chat}".encode())
    at = NINE - (3 if chat == ANN else 2) * TELL_WITHIN  # hers come first
    for n in range(120 if chat == ANN else 1):  # more of hers than one look takes
        await app.wire.doorkeeper.post(token, Post("12.50 fun tacos", f"{chat} {n}", "b", at), lambda _: "ok")


async def tell_bills(app: App) -> None:
    assert app.wire is not None
    await tick_on_time(app.bot, app.wire.dispatcher.sender, app.wire.telegram.bot, app.now, EVERY)


async def draw_cards(app: App) -> None:
    assert app.wire is not None
    await app.wire.card_keeper.run(EVERY)


async def tell_posts(app: App) -> None:
    assert app.wire is not None
    assert app.wire.posts is not None
    await app.wire.posts.run(EVERY)


@pytest.mark.parametrize(
    ("make", "run", "said"),
    [
        (make_bill, tell_bills, "is due today"),
        (make_card, draw_cards, "Left "),
        (make_post, tell_posts, "tacos"),
    ],
)
def test_what_is_due_later_does_not_wait_for_a_chat_whose_call_hangs(
    tmp_path: Path, make: Make, run: Run, said: str
) -> None:
    """Each look waited for its slowest chat, and the next look for it: up to 80 seconds."""
    telegram = HangingForAnn()
    settings = settings_for(
        tmp_path,
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_WEBHOOK_SECRET=SECRET,
        ALLOWED_USERS="*",
        PUBLIC_URL="https://bot.example.org",
    )
    upgrade(settings.database_url.get_secret_value())

    async def test(loop: SetLoop) -> None:
        app = build_app(settings, request=telegram, now=lambda: NINE)
        async with app.database:
            await make(app, ANN)
            running = asyncio.create_task(run(app))
            await loop.go_on(EVERY)
            await until(lambda: telegram.open)
            await make(app, BOB)
            await loop.go_on(EVERY)
            await until(lambda: any(chat == BOB and said in text for chat, text in telegram.said))
            assert telegram.open == 1, "Ann's is under way, and no other was begun"
            assert not any(chat == ANN for chat, _ in telegram.said)
            running.cancel()
            await loop.go_on(60)  # what is under way is given up by then
            await asyncio.wait([running])

    on(test)


async def until(so: Callable[[], object]) -> None:
    """Wait until something is so; a minute of the machine's keeps a broken test from waiting for ever."""
    end = time.monotonic() + 60
    while not so():
        assert time.monotonic() < end
        await asyncio.sleep(0)
