"""Makes the calls that answer an update, and stores what their results tell: which message answered which."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError, TimedOut

from bot.conversation import Conversation
from bot.telegram.delivery import Call, to_other_chat, to_send
from bot.telegram.incoming import Media
from budget.bookkeeper import Message
from budget.errors import LedgerUnavailable

log = logging.getLogger(__name__)

LONGEST_CALL = 20.0
"""Seconds that a call may take; Telegram waits a minute for a webhook's answer."""
_FOR_A_FILE = 2  # times as long
_MOST_UNKEPT = 10_000
_MOST_UNTOLD = 1000  # chats
_SET_APART = 2**46
"""Added to the number of a chat that has moved: the answer to that number tells what was set apart. No message has it."""


class Answers(Protocol):
    """The bot's answer to each message of a person. Every method raises `LedgerUnavailable`."""

    async def remember(self, owner: int, message: int, answer: int) -> None:
        """Store the message by which the bot answered a person's message."""

    async def answer_to(self, owner: int, message: int) -> int | None:
        """Return the message by which the bot answered a person's message, None if it is not known."""

    async def answers_to_stored(self, owner: int, message: int) -> Sequence[int]:
        """Return the messages by which the bot answered one of a stored number, and the latest replies to it.

        None of another chat.
        """


class UpdateObserver(Protocol):
    """Is told what becomes of updates and replies."""

    def handled(self, outcome: str, seconds: float) -> None: ...
    def replied(self, method: str, outcome: str) -> None: ...
    def contacted(self) -> None: ...


class Sender:
    """Makes calls for one bot."""

    def __init__(
        self,
        conversation: Conversation,
        answers: Answers,
        observer: UpdateObserver,
        longest_call: float,
        made_once: Callable[[int], None],
    ) -> None:
        self._conversation = conversation
        self._answers = answers
        self._observer = observer
        self.longest_call = longest_call
        self._made_once = made_once
        self._unkept: OrderedDict[tuple[int, int], int] = OrderedDict()  # answers that were sent and are not stored
        self._untold: OrderedDict[int, list[Call]] = (
            OrderedDict()
        )  # chats, and what was set apart when budgets came together

    async def deliver(self, call: Call, bot: Bot) -> bool:
        """Make a call, and store what its result tells; return whether it was made, not refused.

        Raises `TelegramError` and `LedgerUnavailable` where a repeat can cure it. An answer that was sent and could not be
        stored is not sent again by a repeat: it is stored.
        """
        if call.optional:
            return await self._call_if_possible(call, bot)
        if call.receipt_for is not None and (call.params["chat_id"], call.receipt_for) in self._unkept:
            await self._keep_answers_of(call, call.receipt_for)
            return True
        outcome = "failed"
        try:
            try:
                sent = await self._called(call, bot)
            except ChatMigrated as moved:
                await self.move_and_tell(call.params["chat_id"], moved.new_chat_id, bot)
                call = to_other_chat(call, moved.new_chat_id)
                sent = await self._called(call, bot)
            self._forget_untold(call)
            outcome = "refused" if sent is None else "sent"
        except (TelegramError, LedgerUnavailable):
            raise
        except Exception:
            log.exception("An answer can't be delivered")
            return True
        finally:
            self._observer.replied(call.method, outcome)
        receipt_for, number = call.receipt_for, sent.get("message_id") if isinstance(sent, dict) else None
        if number is not None and call.otherwise is not None and number != call.params.get("message_id"):
            receipt_for = call.otherwise.receipt_for  # it was sent in place of the edit
        if receipt_for is not None and isinstance(number, int):
            for answered in filter(None, (receipt_for, call.also_for)):
                self._unkept[call.params["chat_id"], answered] = number
            while len(self._unkept) > _MOST_UNKEPT:
                self._unkept.popitem(last=False)
            await self._keep_answers_of(call, receipt_for)
        if call.once is not None:
            self._made_once(call.once)
        return sent is not None

    async def made(self, call: Call, bot: Bot) -> object:
        """Make a call that answers no update, and return what Telegram answers; None for an edit that changes nothing.

        Raises `TelegramError`, also where Telegram refuses the call: who makes it decides by that.
        """
        outcome = "failed"
        try:
            result = await self._called(call._replace(strict=True), bot)
            outcome = "sent"
        except (BadRequest, Forbidden):
            outcome = "refused"
            raise
        finally:
            self._observer.replied(call.method, outcome)
        return result

    async def _call_if_possible(self, call: Call, bot: Bot) -> bool:
        """Make a call that may fail, such as a reaction; a failure is only counted."""
        outcome = "refused"
        with suppress(TelegramError):
            outcome = "refused" if await self._called(call, bot) is None else "sent"
        self._observer.replied(call.method, outcome)
        return True

    async def moved(self, chat: int, to: int) -> list[Call]:
        """Let two chats have one budget; return the calls, not made yet, that tell what was set apart.

        It is told once, and the answer's row says so: the process that made the move may have ended before it told it.
        """
        reply, number = await self._conversation.moved(chat, to), _SET_APART + abs(chat)
        if reply is not None and await self.answer_to(to, number) is None:
            first, *others = to_send(reply, to, None)
            self._untold[to] = [first._replace(receipt_for=number), *others]
            while len(self._untold) > _MOST_UNTOLD:  # the row of the answer says that it is still to be told
                self._untold.popitem(last=False)
        return list(self._untold.get(to, ()))

    async def move_and_tell(self, chat: int, to: int, bot: Bot) -> None:
        """Let two chats have one budget, and tell what was set apart. Raises as `deliver` does."""
        for said in await self.moved(chat, to):
            await self.deliver(said, bot)

    def _forget_untold(self, call: Call) -> None:
        untold = self._untold.get(call.params.get("chat_id", 0), [])
        if call in untold:
            untold.remove(call)
            if not untold:
                del self._untold[call.params["chat_id"]]

    async def _called(self, call: Call, bot: Bot) -> object:
        """Make a call. Raises `TimedOut` when its time is over."""
        try:
            async with asyncio.timeout(self.longest_call * (1 if call.fits_json else _FOR_A_FILE)):
                return await call.make(bot)
        except TimeoutError:
            raise TimedOut from None

    async def _keep_answers_of(self, call: Call, receipt_for: int) -> None:
        if not call.shows:
            await self._keep_answers(call.params["chat_id"], receipt_for, call.also_for)

    async def _keep_answers(self, chat: int, *messages: int | None) -> None:
        for message in messages:
            if message is not None and (chat, message) in self._unkept:
                await self._answers.remember(chat, message, self._unkept[chat, message])
                self._unkept.pop((chat, message), None)

    async def answer_to(self, chat: int, number: int) -> int | None:
        """Return the message that answered a person's message, None if it is not known. Raises `LedgerUnavailable`."""
        await self._keep_answers(chat, number)
        return await self._answers.answer_to(chat, number)

    async def answers_to_stored(self, chat: int, message: int) -> Sequence[int]:
        """Return the messages that say what became of one of a stored number: `Answers`. Raises `LedgerUnavailable`."""
        return await self._answers.answers_to_stored(chat, message)

    async def unless_answered(self, chat: int, message: Message | Media, calls: list[Call]) -> list[Call]:
        """Return the calls that are still to be made: without the first, the answer, if the message was answered before."""
        number = message.answered_as if isinstance(message, Media) else message.number
        return await self.unless_told(chat, number, calls)

    async def unless_told(self, chat: int, number: int, calls: list[Call]) -> list[Call]:
        """Return the calls without the first, which answers a ``number``, where that answer is known to have arrived."""
        return calls if await self.answer_to(chat, number) is None else calls[1:]
