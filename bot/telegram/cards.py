"""Keeps cards true: after an act is answered its card is drawn, and once a minute those that are due anyway.

The reply comes first, the card second. A card is edited at most once in a few seconds; what changes meanwhile is drawn together.
Edits can be repeated, so one whose outcome is not known is made again. A card that was sent twice, because its process ended or
Telegram's answer was lost, says of when each is.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from bot import replies
from bot.marks import Marks
from bot.reply import Reply
from bot.telegram.delivery import Call, to_replace, to_send, without_sound
from bot.telegram.sender import Sender
from bot.telegram.side_by_side import Looks, SideBySide, every_so_often
from budget.card import PACE
from budget.cards import Cards, Claim
from budget.errors import LedgerUnavailable
from words.voice import VoiceFor

log = logging.getLogger(__name__)

EVERY = 60.0
"""Seconds between two looks for cards that are due."""
_AGAIN = timedelta(seconds=10)  # after a call whose outcome is not known
_LONGEST_WAIT = timedelta(hours=1)
_TRIES = 2  # of a card that can't be drawn yet; then the next look finds it


class CardKeeper:
    """Draws cards for one bot."""

    def __init__(
        self,
        cards: Cards,
        marks: Marks,
        sender: Sender,
        bot: Bot,
        voice_for: VoiceFor,
        now: Callable[[], datetime],
    ) -> None:
        self._cards = cards
        self._marks = marks
        self._sender = sender
        self._bot = bot
        self._voice_for = voice_for
        self._now = now
        self._side_by_side = SideBySide()
        self._waiting: dict[int, asyncio.TimerHandle] = {}  # owners whose cards were edited a moment ago

    # --- when ---

    async def run(self, every: float = EVERY) -> None:
        """Draw cards until it is cancelled; what is being drawn is finished first."""
        looking = asyncio.create_task(every_so_often(self.tick, every, at_once=True))
        drawing = Looks()
        try:
            while True:
                await self._marks.news.wait()
                drawing.begin(self._draw_taken(self._marks.take()))
        finally:
            looking.cancel()
            await asyncio.wait([looking])
            await drawing.ended()
            for handle in self._waiting.values():
                handle.cancel()

    async def draw_marked(self) -> None:
        """Draw the cards that were marked here; those that may not be edited yet are tried once more, as long as this runs on."""
        await self._draw_taken(self._marks.take())

    async def _draw_taken(self, taken: Mapping[int, int]) -> None:
        for owner in await self._draw_all(taken):
            if taken[owner] + 1 < _TRIES and owner not in self._waiting:
                put = partial(self._put_again, owner, taken[owner] + 1)
                self._waiting[owner] = asyncio.get_running_loop().call_later(PACE.total_seconds(), put)

    def _put_again(self, owner: int, tries: int) -> None:
        self._waiting.pop(owner, None)
        self._marks.put(owner, tries)

    async def tick(self) -> None:
        """Draw all cards that are due, each once."""
        seen: set[int] = set()
        try:
            while fresh := [owner for owner in await self._cards.due(self._now()) if owner not in seen]:
                seen.update(fresh)
                await self._draw_all(fresh)
        except LedgerUnavailable as problem:
            log.warning("Cards that are due wait: %s", problem)
        except Exception:
            log.exception("Cards that are due can't be drawn")

    async def _draw_all(self, owners: Iterable[int]) -> list[int]:
        """Draw cards, and return the owners of those that were not due, or not free."""

        async def one(owner: int) -> bool:
            try:
                return await self._draw(owner)
            except LedgerUnavailable as problem:
                log.warning("A card waits: %s", problem)
            except Exception:
                log.exception("A card can't be drawn")
            return True

        listed = list(owners)
        done = await asyncio.gather(*(self._side_by_side.do(partial(one, owner)) for owner in listed))
        return [owner for owner, drawn in zip(listed, done, strict=True) if not drawn]

    # --- what ---

    async def _draw(self, owner: int) -> bool:
        """Draw a card; False where it is not due, or another process has it."""
        claim = await self._cards.claim(owner, self._now())
        if claim is None:
            return False
        try:
            await (self._take_off(claim) if claim.card.off else self._keep(claim))
        except RetryAfter as wait:
            await self._cards.retry(claim, self._now() + min(_pause(wait), _LONGEST_WAIT))
        except ChatMigrated as moved:
            await self._sender.move_and_tell(claim.card.chat, moved.new_chat_id, self._bot)
            await self._cards.retry(claim, self._now() + _AGAIN)  # nothing, where the card has moved along
            self._marks.put(owner, 0)
        except Forbidden:
            log.info("A chat has shut the bot out: its card is drawn no more until something is recorded there")
            await self._cards.stop(claim, self._now())
        except BadRequest as problem:
            await self._forget(claim, problem)
        except TelegramError as problem:
            log.warning("A card is drawn again in a moment (%s)", type(problem).__name__)
            await self._cards.retry(claim, self._now() + _AGAIN)
        return True

    async def _keep(self, claim: Claim) -> None:
        """Let the card show what is true now. Raises `TelegramError`."""
        shown = await self._cards.look(claim, self._now())
        if shown is None:
            await self._cards.rest(claim, self._now())
            return
        chat, message = claim.card.chat, claim.card.message
        face = replies.card(await self._voice_for(chat), shown, bars=claim.card.bars)
        edited = message is None or face.digest != claim.card.drawn
        if message is None:
            await self._send(claim, face.text)
        elif edited:
            await self._sender.made(to_replace(Reply(face.text), chat, message)[0], self._bot)
        if claim.card.before is not None:
            await self._take_down(claim, claim.card.before)
            await self._cards.taken_down(claim)
        await self._cards.drawn(claim, self._now(), shown, face.digest, edited=edited)

    async def _send(self, claim: Claim, text: str) -> None:
        chat = claim.card.chat
        sent = await self._sender.made(without_sound(to_send(Reply(text), chat, None)[0]), self._bot)
        number = sent.get("message_id") if isinstance(sent, dict) else None
        if not isinstance(number, int) or not await self._cards.sent(claim, number):
            return
        pin = {"chat_id": chat, "message_id": number, "disable_notification": True}
        await self._try(Call("pin_chat_message", pin))  # groups grant it, or not

    async def _take_off(self, claim: Claim) -> None:
        """Take down a card that is switched off. Raises `TelegramError`."""
        for message in (claim.card.before, claim.card.message):
            if message is not None:
                await self._take_down(claim, message)
        await self._cards.drop(claim)

    async def _take_down(self, claim: Claim, message: int) -> None:
        """Let a message that was the card say so. One that is gone, or too old, stays as it is."""
        chat = claim.card.chat
        said = replies.card_taken_down(await self._voice_for(chat), off=claim.card.off)
        with suppress(BadRequest):
            await self._sender.made(to_replace(said, chat, message)[0], self._bot)
        await self._try(Call("unpin_chat_message", {"chat_id": chat, "message_id": message}))

    async def _forget(self, claim: Claim, problem: BadRequest) -> None:
        """Forget a card that is gone or can't be edited, and say so once."""
        log.warning("A card is forgotten: %s", problem)
        if not await self._cards.drop(claim) or claim.card.message is None:
            return
        said = replies.card_gone(await self._voice_for(claim.card.chat))
        await self._try(without_sound(to_send(said, claim.card.chat, None)[0]))

    async def _try(self, call: Call) -> None:
        with suppress(TelegramError):
            await self._sender.made(call, self._bot)


def _pause(wait: RetryAfter) -> timedelta:
    after = wait.retry_after
    return timedelta(seconds=after) if isinstance(after, int | float) else after
