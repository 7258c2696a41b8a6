"""Fixtures with a simulated Telegram, as a plugin (``pytest_plugins = ["tests.telegram.fixtures"]``)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.build import App
from tests.chat import SUNDAY
from tests.telegram.running import bot_on
from tests.telegram.simulated import SimulatedTelegram


@pytest.fixture
async def telegram() -> AsyncIterator[SimulatedTelegram]:
    """Telegram, where it is Sunday 22 November 2026."""
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram:
        yield telegram


@pytest.fixture
async def webhook(telegram: SimulatedTelegram, tmp_path: Path) -> AsyncIterator[App]:
    """The bot by webhook, registered."""
    async with bot_on(telegram, tmp_path, "webhook") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        yield app


@pytest.fixture
async def polling(telegram: SimulatedTelegram, tmp_path: Path) -> AsyncIterator[App]:
    """The bot by polling."""
    async with bot_on(telegram, tmp_path, "polling") as app:
        yield app


@pytest.fixture(params=["webhook", "polling"])
async def bot(request: pytest.FixtureRequest, telegram: SimulatedTelegram, tmp_path: Path) -> AsyncIterator[App]:
    """The bot, once in each way."""
    async with bot_on(telegram, tmp_path, request.param) as app:
        yield app
