"""What is asked of Telegram while an update is handled."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.telegram.files import Fetch


@dataclass(frozen=True, slots=True)
class Questions:
    """What is asked of Telegram while an update is handled; each raises `TelegramError`."""

    fetch: Fetch
    """Fetches a file that a person sent."""
    own_name: Callable[[], Awaitable[str]]
    """Returns the bot's own name."""
    is_administrator: Callable[[int, int], Awaitable[bool]]
    """Returns whether, in a chat, a user is an administrator."""
