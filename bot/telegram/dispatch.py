"""Handles an update and returns the calls that answer it. Webhook and polling both use it.

When `handle` returns, everything is committed; the calls are only the answer.
"""

import asyncio
import logging
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot import replies
from bot.events import Answer, Tapped
from bot.reply import Reply
from bot.telegram import albums
from bot.telegram.asking import GroupAsks
from bot.telegram.delivery import (
    Call,
    in_place,
    to_answer,
    to_prompt,
    to_react,
    to_replace,
    to_send,
    without_receipt,
    without_sound,
)
from bot.telegram.files import Downloads, FileNotFetched, FileTooLarge
from bot.telegram.incoming import Faceless, Incoming, Joined, Media, Moved
from bot.telegram.memory import Memory
from bot.telegram.offers import file_asked, offered_file
from bot.telegram.outcomes import AGAIN, Outcomes
from bot.telegram.outsiders import Outsiders
from bot.telegram.parts import Parts
from bot.telegram.sender import Sender
from bot.telegram.updates import read
from budget.bookkeeper import Message
from budget.errors import LedgerUnavailable
from trail import span
from words.markup import plain
from words.voice import Voice

log = logging.getLogger(__name__)

_ADDRESSED = re.compile(r"\s*/\w+@")  # a command for the bot of a name: this one, or another
_COMMAND = re.compile(r"\s*/\w")
_IMPORT = re.compile(r"\s*/import(?:@(\w+))?(?:\s.*)?", re.IGNORECASE | re.DOTALL)
_TIMEOUT = 3.0  # seconds to wait for an answer of Telegram; without one the update is answered all the same
_LATE = timedelta(minutes=1)
"""Age from which an update was most likely delivered before."""
_ABOVE = timedelta(seconds=20)
"""Age up to which a message most likely stands right above its answer."""
_HEAVY = re.compile(r"\s*/(?:chart|export|import)\b", re.IGNORECASE)


class Dispatcher:
    """Handles updates of Telegram for one bot."""

    def __init__(self, parts: Parts) -> None:
        self._bot = parts.bot
        self._access = parts.access
        self._observer = parts.observer
        self._guard = parts.guard
        self._offers = parts.offers
        self._questions = parts.questions
        self._marks = parts.marks
        self._is_ours = parts.is_ours
        self._downloads = Downloads(parts.questions.fetch)
        self._memory = Memory(parts.taps)
        asks = GroupAsks(parts.access, self._learn_name)
        self._outsiders = Outsiders(parts.access, self._memory, asks, self._voice, self._to_send, self._to_message)
        self.sender = Sender(parts.bot, parts.answers, parts.observer, parts.longest_call, self._memory.note_made)
        self._outcomes = Outcomes(parts.observer)

    def read(self, raw: object) -> Incoming | None:
        """Return what an update's JSON value holds, None for nothing. An update that can't be read is logged and dropped."""
        self._observer.contacted()
        try:
            found = read(raw)
        except (ValueError, RecursionError) as problem:
            log.warning("An update can't be read (%s); it is let go", problem)
            self._observer.handled("unreadable", 0)
            return None
        if found is None:
            self._observer.handled("ignored", 0)
        return found

    async def handle(self, found: Incoming) -> list[Call]:
        """Do what an update asks for, and return the calls that answer it.

        Raises `LedgerUnavailable` (for a file `NetworkError` and `RetryAfter` too) where a repeat can cure it, and nothing else.
        An update that can never be handled is logged and answered by a sentence that says so, so that it does not block its chat.
        """
        with span("dispatch"):
            return await self._handle_once(found)

    async def _handle_once(self, found: Incoming) -> list[Call]:
        outcome, begun = AGAIN, time.perf_counter()
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
            self._outcomes.handled(found.update, outcome, time.perf_counter() - begun)

    def not_sent(self, found: Incoming, calls: list[Call]) -> None:
        """Store in memory calls that could not be made, so that a repeat of the update makes them.

        It is for commands. Applied again, `/categories add Gym 40` would say that there is a Gym already.
        """
        message = found.event
        if isinstance(message, Message) and not message.edited and _COMMAND.match(message.text):
            self._memory.keep_unsent(found.update, calls)

    def answered(self, found: Incoming) -> None:
        """Note that all calls which answer an update are made, or are given up: now the chat's card may be drawn."""
        self._memory.forget_unsent(found.update)
        self._marks.answered(found.chat)
        self._outcomes.answered(found.update)

    def not_answered(self, found: Incoming) -> None:
        """Note that a call which answers an update has failed in a way that a repeat can cure."""
        self._outcomes.not_answered(found.update)

    async def give_up(self, found: Incoming) -> list[Call]:
        """Return the calls that say that an update could not be done for a day. Raises `LedgerUnavailable`."""
        self._observer.handled("given up", 0)
        return await self._sorry(found, replies.given_up)

    def age(self, found: Incoming) -> timedelta:
        """Return how long ago a message was sent or edited; 0 for events that have no time."""
        if isinstance(found.event, Media):
            return self._guard.now() - found.event.sent_at
        if not isinstance(found.event, Message):
            return timedelta()
        edited = found.event.version.edited_at
        return self._guard.now() - (datetime.fromtimestamp(edited, UTC) if edited else found.event.sent_at)

    def handled_for(self) -> float:
        """Return for how many seconds the oldest update has been handled. Any thread may call it."""
        return self._guard.longest()

    def close(self) -> None:
        """Close the file of updates that are being handled."""
        self._guard.close()

    def _is_risky(self, found: Incoming) -> bool:
        match found.event:
            case Message(text=text):
                heavy = bool(found.file or _HEAVY.match(text))
            case Tapped(data=data):
                heavy = file_asked(data) is not None
            case _:
                heavy = bool(found.file)
        return heavy or self.age(found) > _LATE

    async def _sorry(self, found: Incoming, say: Callable[..., Reply]) -> list[Call]:
        """Return the calls that say honestly what became of an update that is let go, to who may use the bot."""
        if isinstance(found.event, Moved | Joined | Faceless) or not await self._access.may_use(found.user):
            return []
        voice = await self._voice_in_trouble(found)
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
        # An edited message has its answer; this is said beside it.
        if isinstance(found.event, Message) and found.event.edited:
            return list(map(without_sound, without_receipt(calls)))
        return list(map(without_sound, await self.sender.unless_answered(found.chat, found.event, calls)))

    async def _handle(self, found: Incoming) -> tuple[str, list[Call]]:
        try:
            return "done", list(map(without_sound, await self._answer(found)))
        except (LedgerUnavailable, RetryAfter):
            raise
        except Exception as problem:
            if isinstance(problem, NetworkError) and not isinstance(problem, BadRequest):
                raise  # a file can't be fetched now
            log.exception("An update failed and is let go")
            voice = await self._voice_in_trouble(found)
            if isinstance(found.event, Tapped) or found.retry is not None:
                return "failed", [_broken_off(voice, found.tap)]
            return "failed", to_send(replies.broken(voice), found.chat, None)

    def _to_send(self, reply: Reply, found: Incoming) -> list[Call]:
        """Return the calls that send a reply. In private it does not quote the message that stands right above it."""
        edited = isinstance(found.event, Message) and found.event.edited
        is_above = found.private and not edited and self.age(found) < _ABOVE
        return to_send(reply, found.chat, found.reply_to, threads=not is_above)

    async def deliver(self, call: Call, bot: Bot) -> bool:
        """Make a call: `Sender.deliver`."""
        return await self.sender.deliver(call, bot)

    def handed_over(self, call: Call) -> None:
        """Count a call that a webhook's answer makes."""
        self._observer.replied(call.method, "handed over")

    async def _answer(self, found: Incoming) -> list[Call]:
        calls = await self._answer_event(found)
        if found.retry is None:
            return calls
        return [to_answer(found.retry.tap, Answer()), *in_place(calls, found.retry.message)]

    async def _answer_event(self, found: Incoming) -> list[Call]:
        match found.event:
            case Moved(owner, to):
                return await self.sender.moved(owner, to)
            case event if isinstance(event, Faceless) or not await self._access.may_use(found.user):
                return await self._outsiders.answer(found)
            case Joined():
                await self._learn_name()
                voice = await self._voice(found)
                greeting = replies.group_greeting(
                    voice, self._bot.name, await self._bot.example(found.chat, found.language)
                )
                return to_send(greeting, found.chat, None)
            case Message() as message if found.file:
                return await self._to_file(found, message, found.file)
            case Message() as message:
                self._memory.is_first_of_album(found)  # noted, so that the others of its album are not answered
                return await albums.as_answer(found, message, await self._to_message(found, message), self.sender)
            case Media() as media:
                return await self._to_media(found, media)
            case Tapped() as tapped:
                return await self._to_tap(found, tapped)

    async def _to_tap(self, found: Incoming, tapped: Tapped) -> list[Call]:
        """Do what a button says; a file that it asks to import is fetched for it. Of a double tap nothing is sent twice."""
        is_double = self._memory.is_double(tapped, self._guard.now())
        try:
            async with offered_file(tapped, self._guard.now(), self._offers, self._downloads) as content:
                answer = await self._bot.tapped(replace(tapped, table=content), partial(self._administrates, found))
        except FileTooLarge:
            answer = Answer(replies.file_too_large(await self._voice(found)))
        except FileNotFetched:
            answer = Answer(replies.file_not_fetched(await self._voice(found)))
        calls = [to_answer(tapped.tap, answer)]
        for ahead in filter(None, (answer.before, answer.second)):
            calls += to_prompt(ahead, found.chat, None if found.private else (tapped.author, tapped.name))
        if answer.reply is not None and found.reply_to is not None:
            calls += to_replace(answer.reply, found.chat, found.reply_to)
        if answer.also is not None:
            calls += await self._to_corrected(found, answer.also, found.reply_to)
        return await self._memory.sent_once(tapped, calls, self._guard.now(), is_double=is_double)

    async def _learn_name(self) -> str:
        """Return the bot's own name, asked for if it is not known yet; an empty text where Telegram does not tell it."""
        if not self._bot.name:
            with suppress(TelegramError, TimeoutError):
                async with asyncio.timeout(_TIMEOUT):
                    self._bot.name = await self._questions.own_name()
        return self._bot.name

    async def _to_file(self, found: Incoming, message: Message, file: str) -> list[Call]:
        """Answer a message with a file: say what it holds. The file is fetched only if this bot is to import it."""
        if _ADDRESSED.match(message.text):
            await self._learn_name()
        asked = _IMPORT.fullmatch(message.text)
        name = self._bot.name or ""
        if asked is None or (asked[1] and name and asked[1].lower() != name.lower()):
            return await self._to_message(found, message)
        # Who forwards a file means it, whoever wrote its caption: nothing of it is recorded without a tap.
        message = message._replace(file=file, forwarded=False)
        try:
            async with self._downloads.fetched(file) as content:
                return await self._to_message(found, message._replace(table=content))
        except FileTooLarge:
            return self._to_send(replies.file_too_large(await self._voice(found)), found)
        except FileNotFetched:
            return self._to_send(replies.file_not_fetched(await self._voice(found)), found)

    async def _to_media(self, found: Incoming, media: Media) -> list[Call]:
        """Say once what can't be read: of an album one message is answered, whichever comes first."""
        if found.file:  # each of an album
            message = Message(found.chat, media.number, found.user, "/import", media.sent_at, language=media.language)
            return await self._to_file(found, message, found.file)
        if not self._memory.is_first_of_album(found) or await albums.is_captioned(found, media, self.sender):
            return []
        voice, example = (
            await self._voice(found),
            await self._bot.example(found.chat, found.language),
        )
        first, *others = self._to_send(replies.unread(voice, media.kind, example), found)
        calls = [first._replace(receipt_for=media.answered_as), *others]
        return await self.sender.unless_answered(found.chat, media, calls)

    async def _voice(self, found: Incoming) -> Voice:
        """Return the voice of a chat, before it has a budget that of the person's app."""
        return await self._bot.voice_for(found.chat, found.language)

    async def _voice_in_trouble(self, found: Incoming) -> Voice:
        """Return the voice that says that something went wrong: it is there also where the budget itself can't be read."""
        try:
            return await self._voice(found)
        except LedgerUnavailable:
            raise
        except Exception:
            log.exception("The language of a chat can't be found out")
            return self._bot.voice_without_budget(found.language)

    async def _administrates(self, found: Incoming) -> bool:
        """Whether Telegram says that a user is an administrator of the chat; False if it does not answer."""
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(_TIMEOUT):
                return await self._questions.is_administrator(found.chat, found.user)
        return False

    async def _to_message(self, found: Incoming, message: Message) -> list[Call]:
        unsent = self._memory.unsent(found.update)
        if unsent is not None:  # another process may have answered meanwhile
            answers = unsent[0].receipt_for is not None
            return await self.sender.unless_answered(found.chat, message, unsent) if answers else unsent
        if "@" in message.text or found.replied_bot:
            name = await self._learn_name()
            is_other = bool(name) and found.replied_bot.lower() not in {"", name.lower()}
            if is_other and not await self._is_ours(found.replied_bot_number):
                # What another bot says is not about this book.
                message = message._replace(reply_to=None, reply_buttons=(), reply_text="")
        reply = await self._bot.said(message)
        if reply is None:
            return []
        if reply.reaction:
            return [to_react(reply.reaction, found.chat, message.number)]
        if message.edited and self._memory.is_silent(message, nothing_new=reply.nothing_new):
            return []
        answer = await self.sender.answer_to(found.chat, message.number) if message.edited else None
        corrected = await self._to_corrected(found, reply, answer)
        calls = self._to_send(reply, found) + corrected
        if message.edited:
            if answer is None:
                return calls
            first, *others = to_replace(reply, found.chat, answer)
            # The person may have deleted it meanwhile: then the reply comes as a new message.
            return [first._replace(otherwise=calls[0]), *others, *corrected]
        if reply.look:
            looks = [call._replace(shows=True) for call in calls]
            return [*looks[:-1], looks[-1]._replace(rides=True)]
        return calls if reply.fresh else await self.sender.unless_answered(found.chat, message, calls)

    async def _to_corrected(self, found: Incoming, reply: Reply, replaced: int | None = None) -> list[Call]:
        """Return the calls that rewrite receipts of a message that this reply changed: all but the one that is ``replaced``."""
        if reply.corrects is None:
            return []
        answers = await self.sender.answers_to_stored(found.chat, reply.corrects)
        each = [to_replace(reply, found.chat, one) for one in answers if one != replaced]
        return [calls[0] for calls in each if len(calls) == 1]


def _broken_off(voice: Voice, tap: str) -> Call:
    """Return the call that answers a tap which can't be done."""
    return to_answer(tap, Answer(notice=plain(replies.broken(voice).text)))
