"""A group's member who may not use the bot: told once, with a button by which anybody who may lets that member in."""

import re
from collections.abc import Awaitable, Callable

from bot import replies
from bot.access import Access
from bot.commands import LISTED
from bot.telegram.delivery import Call, to_send, without_receipt
from bot.telegram.incoming import Incoming
from budget.bookkeeper import Message
from budget.grammar import looks_meant
from words.voice import Voice

_COMMAND = re.compile(r"\s*/(\w+)(?:@(\w+))?")
_COMMON_COMMANDS = frozenset({"start", "help", "settings"})  # of other bots in the group, too

LearnName = Callable[[], Awaitable[str]]
"""Returns the bot's own name, an empty text where Telegram does not tell it in time."""


class GroupAsks:
    """Asks groups about their members. Nothing of a stranger's is stored."""

    def __init__(self, access: Access, learn_name: LearnName) -> None:
        self._access = access
        self._learn_name = learn_name

    async def ask(self, voice: Voice, found: Incoming, message: Message) -> list[Call]:
        """Return the calls that tell a member, and ask the others; none if that was done, or if the message is not for the bot."""
        if message.edited or not await self._is_meant(message):
            return []
        asked = await self._access.to_ask_about(found.chat, found.user, found.name, message.number)
        if asked is None:
            return []
        said = to_send(replies.let_in_question(voice, found.user, found.name, asked), found.chat, found.reply_to)
        return without_receipt(said)

    async def _is_meant(self, message: Message) -> bool:
        """Whether a message is for this bot: an entry, or one of its commands."""
        command = _COMMAND.match(message.text)
        if command is None:
            return any(map(looks_meant, message.text.split("\n")))
        if command[2]:
            return command[2].lower() == (await self._learn_name()).lower()
        return command[1].lower() in set(LISTED) - _COMMON_COMMANDS
