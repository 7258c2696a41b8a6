"""`[Page]` through the front door: a Web App in private, which Telegram takes there alone, and a link in a group."""

import pytest

from tests.telegram.running import ANN, HOME
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

pytestmark = pytest.mark.usefixtures("bot")


async def page_under(telegram: SimulatedTelegram, chat: int, number: int) -> str:
    """Tap [Page] under a message, and return the address that stands there then."""
    telegram.tap(chat, number, "Page", user=ANN)
    await telegram.settled()
    return telegram.chats[chat][number].buttons["Open the page"]


async def shown_week(telegram: SimulatedTelegram, chat: int) -> int:
    telegram.say(chat, "/week", user=ANN)
    await telegram.settled()
    return telegram.said(chat)[-1].number


@pytest.mark.parametrize(("chat", "kind"), [(ANN, "web_app"), (HOME, "url")])
async def test_the_page_opens_as_telegram_allows_it(telegram: SimulatedTelegram, chat: int, kind: str) -> None:
    telegram.say(chat, "12.50 fun tacos", user=ANN)
    await telegram.settled()
    address = await page_under(telegram, chat, await shown_week(telegram, chat))

    assert address.startswith("https://bot.example.org/s/")
    (opens,) = telegram.made("editMessageText")[-1]["reply_markup"]["inline_keyboard"][-1]
    assert opens == {"text": "Open the page", kind: {"url": address} if kind == "web_app" else address}


async def test_once_a_link_is_open_one_tap_is_enough_in_private(telegram: SimulatedTelegram) -> None:
    telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    address = await page_under(telegram, ANN, await shown_week(telegram, ANN))

    assert telegram.chats[ANN][await shown_week(telegram, ANN)].buttons["Page"] == address
