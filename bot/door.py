"""From one update to the calls that answer it: who may, what it does, what is said. Both Telegram doors go through here.

Whatever reaches the ledger is committed when `handle` returns; the calls are only the answer.
"""

import asyncio
import logging
import re
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Protocol

import telegram
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError

from bot import replies
from bot.access import Access
from bot.budget_bot import Answer, BudgetBot, Tapped
from bot.delivery import Call, to_answer, to_replace, to_send
from bot.files import Downloads, Fetch, FileNotFetched, FileTooLarge
from bot.updates import Faceless, Incoming, Joined, Moved, read
from budget.bookkeeper import Message
from budget.errors import LedgerUnavailable
from budget.ledger import Apart
from budget.people import Admission

log = logging.getLogger(__name__)

_MOST_FACELESS = 1_000  # groups remembered, so that each is told once


class Notebook(Protocol):
    """What the door asks of storage. Every method raises `LedgerUnavailable`."""

    async def remember_receipt(self, owner: int, message: int, receipt: int) -> None:
        """Keep which message of the bot's answered a person's."""

    async def receipt_of(self, owner: int, message: int) -> int | None:
        """Return the message of the bot's that answered a person's, None where it is not known."""

    async def move(self, owner: int, to: int) -> Apart | None:
        """Let two chats have one budget, for a group that became a supergroup; a repeat changes nothing.

        Returns what could not be brought together: entries in another currency.
        """


class Watch(Protocol):
    """Is told what becomes of updates and replies."""

    def handled(self, outcome: str, seconds: float) -> None: ...
    def replied(self, method: str, outcome: str) -> None: ...
    def contacted(self) -> None: ...


OwnName = Callable[[], Awaitable[str]]
"""Asks Telegram for the bot's own name."""

IsAdministrator = Callable[[int, int], Awaitable[bool]]
"""Asks Telegram whether, in a chat, a user is an administrator."""

_ADDRESSED = re.compile(r"\s*/\w+@")  # a command for the bot of a name: this one, or another

_IMPORT = re.compile(r"\s*/import(?:@(\w+))?(?:\s.*)?", re.IGNORECASE | re.DOTALL)

_PATIENCE = 3.0  # seconds to wait for it: the update is answered without, if need be


class Door:
    """Handles updates of Telegram for one bot."""

    def __init__(
        self,
        bot: BudgetBot,
        access: Access,
        notebook: Notebook,
        watch: Watch,
        fetch: Fetch,
        own_name: OwnName,
        is_administrator: IsAdministrator,
    ) -> None:
        self._bot = bot
        self._downloads = Downloads(fetch)
        self._own_name = own_name
        self._is_administrator = is_administrator
        self._access = access
        self._notebook = notebook
        self._watch = watch
        self._faceless: OrderedDict[int, None] = OrderedDict()

    def read(self, raw: object) -> Incoming | None:
        """Return what an update's JSON value holds, None for nothing; what can't be read is logged and let go."""
        self._watch.contacted()
        try:
            found = read(raw)
        except (ValueError, RecursionError) as problem:
            log.warning("An update can't be read (%s); it is let go", problem)
            self._watch.handled("unreadable", 0)
            return None
        if found is None:
            self._watch.handled("ignored", 0)
        return found

    async def handle(self, found: Incoming) -> list[Call]:
        """Do what an update asks for, and return the calls that answer it.

        Raises `LedgerUnavailable` (for a file `NetworkError` and `RetryAfter` too) where a repeat can cure it, and nothing else:
        an update that can never be handled is logged and answered in one honest sentence, so that it does not block its chat.
        """
        outcome, begun = "to be repeated", time.perf_counter()
        try:
            outcome, calls = await self._handle(found)
            return calls
        finally:
            self._watch.handled(outcome, time.perf_counter() - begun)

    async def _handle(self, found: Incoming) -> tuple[str, list[Call]]:
        try:
            return "done", await self._answer(found)
        except (LedgerUnavailable, RetryAfter):
            raise
        except Exception as problem:
            if isinstance(problem, NetworkError) and not isinstance(problem, BadRequest):
                raise  # a file can't be fetched now
            log.exception("An update failed and is let go")
            if isinstance(found.event, Tapped):
                return "failed", [to_answer(found.event.tap, Answer(notice=replies.plain(replies.broken().text)))]
            return "failed", to_send(replies.broken(), found.chat, None)

    async def deliver(self, call: Call, bot: Bot) -> None:
        """Make a call, and keep what its result tells. Raises what telegram raises where a repeat can cure it."""
        outcome = "failed"
        try:
            try:
                sent = await call.make(bot)
            except ChatMigrated as moved:
                await self._notebook.move(call.params["chat_id"], moved.new_chat_id)
                # The new chat numbers its messages anew: none of them is the one that this receipt is for.
                call = replace(call, params={**call.params, "chat_id": moved.new_chat_id}, receipt_for=None)
                sent = await call.make(bot)
            outcome = "refused" if sent is None else "sent"
        except (TelegramError, LedgerUnavailable):
            raise
        except Exception:
            log.exception("An answer can't be delivered")
            return
        finally:
            self._watch.replied(call.method, outcome)
        if call.receipt_for is not None and isinstance(sent, telegram.Message):
            await self._notebook.remember_receipt(call.params["chat_id"], call.receipt_for, sent.message_id)

    def handed_over(self, call: Call) -> None:
        """Say that a webhook's answer makes a call."""
        self._watch.replied(call.method, "handed over")

    async def _answer(self, found: Incoming) -> list[Call]:
        match found.event:
            case Moved(owner, to):
                apart = await self._notebook.move(owner, to)
                return to_send(replies.set_apart(apart), to, None) if apart is not None else []
            case Faceless(channel):
                return self._to_faceless(found, channel=channel)
            case _ if not await self._access.may_use(found.user):
                return await self._to_stranger(found)
            case Joined():
                await self._learn_name()
                return to_send(replies.group_greeting(self._bot.name), found.chat, None)
            case Message() as message if found.file is not None:
                return await self._to_file(found, message, found.file.file_id)
            case Message() as message:
                return await self._to_message(found, message)
            case Tapped() as tapped:
                answer = await self._bot.tapped(tapped, partial(self._administrates, found))
                calls = [to_answer(tapped.tap, answer)]
                if answer.before is not None:
                    calls += to_send(answer.before, found.chat, None)
                if answer.reply is not None and found.reply_to is not None:
                    calls += to_replace(answer.reply, found.chat, found.reply_to)
                return calls

    async def _learn_name(self) -> None:
        """Learn the bot's own name, where nobody has told it yet: for an update that can't be answered well without."""
        if not self._bot.name:
            with suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(_PATIENCE):
                    self._bot.name = await self._own_name()

    async def _to_file(self, found: Incoming, message: Message, file: str) -> list[Call]:
        """Answer a message with a file, which is fetched where it is to be imported, and by this bot."""
        if _ADDRESSED.match(message.text):
            await self._learn_name()
        asked = _IMPORT.fullmatch(message.text)
        name = self._bot.name or ""
        if asked is None or (asked[1] and name and asked[1].lower() != name.lower()):
            return await self._to_message(found, message)
        try:
            async with self._downloads.fetched(file) as content:
                return await self._to_message(found, replace(message, table=content))
        except FileTooLarge:
            return to_send(replies.file_too_large(), found.chat, found.reply_to)
        except FileNotFetched:
            return to_send(replies.file_not_fetched(), found.chat, found.reply_to)

    async def _administrates(self, found: Incoming) -> bool:
        """Whether Telegram says that a user administrates the chat; no answer is a No."""
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                return await self._is_administrator(found.chat, found.user)
        return False

    def _to_faceless(self, found: Incoming, *, channel: bool) -> list[Call]:
        """Say once in a group why nothing is recorded of what nobody has written."""
        if found.chat in self._faceless:
            return []
        self._faceless[found.chat] = None
        if len(self._faceless) > _MOST_FACELESS:
            self._faceless.popitem(last=False)
        return _without_receipt(to_send(replies.faceless(channel=channel), found.chat, found.reply_to))

    async def _to_message(self, found: Incoming, message: Message) -> list[Call]:
        if _ADDRESSED.match(message.text):
            await self._learn_name()
        reply = await self._bot.said(message)
        if reply is None:
            return []
        if message.edited:
            receipt = await self._notebook.receipt_of(message.owner, message.number)
            if receipt is not None:
                first, *others = to_replace(reply, found.chat, receipt)
                # The person may have deleted it meanwhile: then the reply comes as a new message.
                return [replace(first, otherwise=to_send(reply, found.chat, found.reply_to)[0]), *others]
        return to_send(reply, found.chat, found.reply_to)

    async def _to_stranger(self, found: Incoming) -> list[Call]:
        """Let a stranger in who brings a code; answer others politely, a few times a day. Nothing of theirs is stored."""
        match found.event:
            case Tapped() as tapped:
                return [to_answer(tapped.tap, Answer(notice=replies.plain(replies.stranger(found.user).text)))]
            case Message() as message if found.private:
                admission = await self._access.admit(found.user, found.name, message.text)
                if admission is Admission.WELCOME:
                    return await self._to_message(found, replace(message, text="/start"))
                if not self._access.answers(found.user, code=admission is not None):
                    return []
                said = replies.stranger(found.user) if admission is None else replies.not_admitted(admission)
                return _without_receipt(to_send(said, found.chat, found.reply_to))
        return []


def _without_receipt(calls: list[Call]) -> list[Call]:
    """Return calls whose results nobody keeps: an answer to a stranger leaves no row."""
    return [replace(call, receipt_for=None) for call in calls]
