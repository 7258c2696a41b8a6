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
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

import telegram
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, NetworkError, RetryAfter, TelegramError, TimedOut

from bot import replies
from bot.access import Access
from bot.conversation import Conversation
from bot.events import Answer, Tapped
from bot.reply import Reply, plain
from bot.telegram.delivery import (
    Call,
    in_place,
    to_answer,
    to_other_chat,
    to_react,
    to_replace,
    to_send,
    without_sound,
)
from bot.telegram.files import Downloads, Fetch, FileNotFetched, FileTooLarge
from bot.telegram.poison import PoisonGuard
from bot.telegram.updates import Faceless, Incoming, Joined, Media, Moved, read
from budget.bookkeeper import Message
from budget.errors import LedgerUnavailable
from budget.people import Admission
from words.voice import Voice

if TYPE_CHECKING:
    from budget.states import Version

log = logging.getLogger(__name__)

_MOST_FACELESS = 1_000  # groups remembered, so that each is told once


class Answers(Protocol):
    """The bot's answer to each message of a person. Every method raises `LedgerUnavailable`."""

    async def remember(self, owner: int, message: int, answer: int) -> None:
        """Store the message by which the bot answered a person's message."""

    async def answer_to(self, owner: int, message: int) -> int | None:
        """Return the message by which the bot answered a person's message, None if it is not known."""


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

_COMMAND = re.compile(r"\s*/\w")

_IMPORT = re.compile(r"\s*/import(?:@(\w+))?(?:\s.*)?", re.IGNORECASE | re.DOTALL)

_PATIENCE = 3.0  # seconds to wait for it: the update is answered without, if need be
_LONGEST_CALL = 20.0  # seconds; Telegram waits a minute for a webhook's answer
_FOR_A_FILE = 2  # times as long
_MOST_UNKEPT = 10_000
_MOST_SILENT = 1000
_MOST_UNSENT = 1000
_MOST_ALBUMS = 1000

_LATE = timedelta(minutes=1)
"""How old an update is that was most likely delivered before."""
_HEAVY = re.compile(r"\s*/(?:chart|export|import)\b", re.IGNORECASE)


class Dispatcher:
    """Handles updates of Telegram for one bot."""

    def __init__(
        self,
        bot: Conversation,
        access: Access,
        answers: Answers,
        watch: Watch,
        fetch: Fetch,
        own_name: OwnName,
        is_administrator: IsAdministrator,
        guard: PoisonGuard,
        longest_call: float = _LONGEST_CALL,
    ) -> None:
        self._bot = bot
        self._downloads = Downloads(fetch)
        self._own_name = own_name
        self._is_administrator = is_administrator
        self._access = access
        self._answers = answers
        self._watch = watch
        self._faceless: OrderedDict[int, None] = OrderedDict()
        self._albums: OrderedDict[tuple[int, int], int] = OrderedDict()  # albums, and which message of each is answered
        self._silent: OrderedDict[tuple[int, int], Version] = OrderedDict()  # edits that had nothing new to say
        self._guard = guard
        self._longest_call = longest_call
        self._unkept: OrderedDict[tuple[int, int], int] = OrderedDict()  # answers that were sent and are not stored yet
        self._untold: dict[int, list[Call]] = {}  # chats, and what was set apart when their budgets came together
        self._unsent: OrderedDict[int, list[Call]] = OrderedDict()  # answers to commands that were carried out

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
            turn = await self._guard.begin(found.update, risky=not self._guard.durable and self._is_risky(found))
            if turn is None:
                outcome, calls = "let go", await self._sorry(found, replies.let_go)
                return calls
            try:
                outcome, calls = await self._handle(found)
            finally:
                await self._guard.end(turn)
            return calls
        finally:
            self._watch.handled(outcome, time.perf_counter() - begun)

    def not_sent(self, found: Incoming, calls: list[Call]) -> None:
        """Note calls that could not be made: a repeat of the update makes them.

        It is for commands. Carried out again, `/categories add Gym 40` would say that there is a Gym already.
        """
        message = found.event
        if isinstance(message, Message) and not message.edited and _COMMAND.match(message.text):
            if all(call.fits_json for call in calls):
                self._unsent[found.update] = calls
            if len(self._unsent) > _MOST_UNSENT:
                self._unsent.popitem(last=False)

    async def give_up(self, found: Incoming) -> list[Call]:
        """Return the calls that say that an update could not be done for a day. Raises `LedgerUnavailable`."""
        self._watch.handled("given up", 0)
        return await self._sorry(found, replies.given_up)

    def age(self, found: Incoming) -> timedelta:
        """Return how long ago a message was sent or edited; nothing for what tells no time."""
        if isinstance(found.event, Media):
            return self._guard.now() - found.event.sent_at
        if not isinstance(found.event, Message):
            return timedelta()
        edited = found.event.version.edited_at
        return self._guard.now() - (datetime.fromtimestamp(edited, UTC) if edited else found.event.sent_at)

    def handled_for(self) -> float:
        """Return for how many seconds the oldest update is being handled; any thread may ask."""
        return self._guard.longest()

    def close(self) -> None:
        """Let go of what is open: the file of updates that are being handled."""
        self._guard.close()

    def _is_risky(self, found: Incoming) -> bool:
        heavy = isinstance(found.event, Message) and (found.file or _HEAVY.match(found.event.text))
        return bool(heavy) or self.age(found) > _LATE

    async def _sorry(self, found: Incoming, say: Callable[..., Reply]) -> list[Call]:
        """Return the calls that say honestly what became of an update that is let go, to who may use the bot."""
        if isinstance(found.event, Moved | Joined | Faceless) or not await self._access.may_use(found.user):
            return []
        voice = await self._bot.voice_for(found.chat)
        if isinstance(found.event, Tapped) or found.retry is not None:
            return [_broken_off(voice, found.tap)]
        try:
            recorded = isinstance(found.event, Message) and await self._bot.holds(found.event)
            reply = say(voice, recorded=recorded)
        except LedgerUnavailable:
            raise
        except Exception:
            log.exception("What became of an update that is let go can't be found out")
            return []
        calls = to_send(reply, found.chat, found.reply_to)
        if (
            isinstance(found.event, Message) and found.event.edited
        ):  # its message has its receipt; this is said beside it
            return self._heard(found, _without_receipt(calls))
        return self._heard(found, await self._unless_answered(found.chat, found.event, calls))

    async def _handle(self, found: Incoming) -> tuple[str, list[Call]]:
        try:
            return "done", self._heard(found, await self._answer(found))
        except (LedgerUnavailable, RetryAfter):
            raise
        except Exception as problem:
            if isinstance(problem, NetworkError) and not isinstance(problem, BadRequest):
                raise  # a file can't be fetched now
            log.exception("An update failed and is let go")
            voice = await self._bot.voice_for(found.chat)
            if isinstance(found.event, Tapped) or found.retry is not None:
                return "failed", [_broken_off(voice, found.tap)]
            return "failed", to_send(replies.broken(voice), found.chat, None)

    def _heard(self, found: Incoming, calls: list[Call]) -> list[Call]:
        """Return calls as a chat hears them: in a group without a sound."""
        return calls if found.private else list(map(without_sound, calls))

    async def deliver(self, call: Call, bot: Bot) -> bool:
        """Make a call, and keep what its result tells; return whether it was made, not refused.

        Raises what telegram raises where a repeat can cure it.

        A receipt that was sent and could not be noted is not sent again by a repeat: it is noted.
        """
        if call.optional:
            return await self._tried(call, bot)
        if call.receipt_for is not None and (call.params["chat_id"], call.receipt_for) in self._unkept:
            await self._keep_answer(call.params["chat_id"], call.receipt_for)
            return True
        outcome = "failed"
        try:
            try:
                sent = await self._made(call, bot)
            except ChatMigrated as moved:
                for said in await self._moved(call.params["chat_id"], moved.new_chat_id):
                    await self._made(said, bot)
                    self._told(said)
                call = to_other_chat(call, moved.new_chat_id)
                sent = await self._made(call, bot)
            self._told(call)
            outcome = "refused" if sent is None else "sent"
        except (TelegramError, LedgerUnavailable):
            raise
        except Exception:
            log.exception("An answer can't be delivered")
            return True
        finally:
            self._watch.replied(call.method, outcome)
        receipt_for = call.receipt_for
        if isinstance(sent, telegram.Message) and call.otherwise is not None:  # an edit, or what was sent in its place
            receipt_for = call.otherwise.receipt_for if sent.message_id != call.params.get("message_id") else None
        if receipt_for is not None and isinstance(sent, telegram.Message):
            self._unkept[call.params["chat_id"], receipt_for] = sent.message_id
            if len(self._unkept) > _MOST_UNKEPT:
                self._unkept.popitem(last=False)
            await self._keep_answer(call.params["chat_id"], receipt_for)
        return sent is not None

    async def _tried(self, call: Call, bot: Bot) -> bool:
        """Make a call that nobody misses where it fails."""
        outcome = "refused"
        with suppress(TelegramError):
            outcome = "refused" if await self._made(call, bot) is None else "sent"
        self._watch.replied(call.method, outcome)
        return True

    async def _moved(self, chat: int, to: int) -> list[Call]:
        """Let two chats have one budget; return the calls that tell what was set apart, until they are made: a move tells once."""
        reply = await self._bot.moved(chat, to)
        if reply is not None:
            self._untold[to] = to_send(reply, to, None)
        return list(self._untold.get(to, ()))

    def _told(self, call: Call) -> None:
        untold = self._untold.get(call.params.get("chat_id", 0), [])
        if call in untold:
            untold.remove(call)
            if not untold:
                del self._untold[call.params["chat_id"]]

    async def _made(self, call: Call, bot: Bot) -> object:
        """Make a call within its time, whatever the other end does."""
        try:
            async with asyncio.timeout(self._longest_call * (1 if call.fits_json else _FOR_A_FILE)):
                return await call.make(bot)
        except TimeoutError:
            raise TimedOut from None

    async def _keep_answer(self, chat: int, message: int) -> None:
        await self._answers.remember(chat, message, self._unkept[chat, message])
        self._unkept.pop((chat, message), None)

    async def _answer_to(self, chat: int, number: int) -> int | None:
        if (chat, number) in self._unkept:
            await self._keep_answer(chat, number)
        return await self._answers.answer_to(chat, number)

    def _is_known(self, message: Message, *, nothing_new: bool) -> bool:
        """Whether an edit has nothing new to say, or is a repeat of one that had not."""
        key = message.owner, message.number
        if nothing_new:
            self._silent[key] = message.version
            if len(self._silent) > _MOST_SILENT:
                self._silent.popitem(last=False)
        return self._silent.get(key) == message.version

    async def _unless_answered(self, chat: int, message: Message | Media, calls: list[Call]) -> list[Call]:
        """Return the calls that are still to be made: not the first where a message was answered before, as a repeat is."""
        number = message.answered_as if isinstance(message, Media) else message.number
        return calls if await self._answer_to(chat, number) is None else calls[1:]

    def handed_over(self, call: Call) -> None:
        """Say that a webhook's answer makes a call."""
        self._watch.replied(call.method, "handed over")

    async def _answer(self, found: Incoming) -> list[Call]:
        if found.retry is None:
            return await self._answer_event(found)
        calls = await self._answer_event(found)
        return [to_answer(found.retry.tap, Answer()), *in_place(calls, found.retry.message)]

    async def _answer_event(self, found: Incoming) -> list[Call]:
        match found.event:
            case Moved(owner, to):
                return await self._moved(owner, to)
            case Faceless(channel):
                return await self._to_faceless(found, channel=channel)
            case _ if not await self._access.may_use(found.user):
                return await self._to_stranger(found)
            case Joined():
                await self._learn_name()
                voice = await self._bot.voice_for(found.chat)
                return to_send(replies.group_greeting(voice, self._bot.name), found.chat, None)
            case Message() as message if found.file:
                return await self._to_file(found, message, found.file)
            case Message() as message:
                self._is_first_of_album(found)
                return await self._to_message(found, message)
            case Media() as media:
                return await self._to_media(found, media)
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
            return to_send(replies.file_too_large(await self._bot.voice_for(found.chat)), found.chat, found.reply_to)
        except FileNotFetched:
            return to_send(replies.file_not_fetched(await self._bot.voice_for(found.chat)), found.chat, found.reply_to)

    async def _to_media(self, found: Incoming, media: Media) -> list[Call]:
        """Say once what can't be read: of an album one message is answered, whichever comes first."""
        if not self._is_first_of_album(found):
            return []
        calls = to_send(replies.unread(await self._bot.voice_for(found.chat), media.kind), found.chat, found.reply_to)
        calls = [replace(calls[0], receipt_for=media.answered_as), *calls[1:]]
        return await self._unless_answered(found.chat, media, calls)

    def _is_first_of_album(self, found: Incoming) -> bool:
        """Note that a message is answered for its album; False where another one is."""
        album = found.event.album if isinstance(found.event, Media) else found.album
        if album is None or found.reply_to is None:
            return True
        first = self._albums.setdefault((found.chat, album), found.reply_to)
        if len(self._albums) > _MOST_ALBUMS:
            self._albums.popitem(last=False)
        return first == found.reply_to

    async def _administrates(self, found: Incoming) -> bool:
        """Whether Telegram says that a user administrates the chat; no answer is a No."""
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                return await self._is_administrator(found.chat, found.user)
        return False

    async def _to_faceless(self, found: Incoming, *, channel: bool) -> list[Call]:
        """Say once in a group why nothing is recorded of what nobody has written."""
        if found.chat in self._faceless:
            return []
        self._faceless[found.chat] = None
        if len(self._faceless) > _MOST_FACELESS:
            self._faceless.popitem(last=False)
        said = replies.faceless(await self._bot.voice_for(found.chat), channel=channel)
        return _without_receipt(to_send(said, found.chat, found.reply_to))

    async def _to_message(self, found: Incoming, message: Message) -> list[Call]:
        unsent = self._unsent.pop(found.update, None)
        if unsent is not None:  # another process may have answered meanwhile
            answers = unsent[0].receipt_for is not None
            return await self._unless_answered(found.chat, message, unsent) if answers else unsent
        if _ADDRESSED.match(message.text):
            await self._learn_name()
        reply = await self._bot.said(message)
        if reply is None:
            return []
        if reply.reaction:
            return [to_react(reply.reaction, found.chat, message.number)]
        calls = to_send(reply, found.chat, found.reply_to)
        if message.edited:
            if self._is_known(message, nothing_new=reply.nothing_new):
                return []
            answer = await self._answer_to(found.chat, message.number)
            if answer is None:
                return calls
            first, *others = to_replace(reply, found.chat, answer)
            # The person may have deleted it meanwhile: then the reply comes as a new message.
            return [replace(first, otherwise=calls[0]), *others]
        if reply.look:
            return [*calls[:-1], replace(calls[-1], rides=True)]
        return calls if reply.fresh else await self._unless_answered(found.chat, message, calls)

    async def _to_stranger(self, found: Incoming) -> list[Call]:
        """Let a stranger in who brings a code; answer others politely, a few times a day. Nothing of theirs is stored."""
        voice = await self._bot.voice_for(found.chat)
        match found.event:
            case Tapped() as tapped:
                return [to_answer(tapped.tap, Answer(notice=plain(replies.stranger(voice, found.user).text)))]
            case Media() if not self._access.answers(found.user, code=False):
                return []
            case Media():
                return _without_receipt(to_send(replies.stranger(voice, found.user), found.chat, found.reply_to))
            case Message() as message if found.private:
                admission = await self._access.admit(found.user, found.name, message.text)
                if admission is Admission.WELCOME:
                    return await self._to_message(found, replace(message, text="/start"))
                if not self._access.answers(found.user, code=admission is not None):
                    return []
                said = (
                    replies.stranger(voice, found.user) if admission is None else replies.not_admitted(voice, admission)
                )
                return _without_receipt(to_send(said, found.chat, found.reply_to))
        return []


def _broken_off(voice: Voice, tap: str) -> Call:
    """Return the call that answers a tap which can't be done."""
    return to_answer(tap, Answer(notice=plain(replies.broken(voice).text)))


def _without_receipt(calls: list[Call]) -> list[Call]:
    """Return calls whose results nobody keeps: an answer to a stranger leaves no row."""
    return [replace(call, receipt_for=None) for call in calls]
