"""Answers who may not use the bot, or has no name of one's own. Nothing of theirs is stored."""

from collections.abc import Awaitable, Callable

from bot import replies
from bot.access import Access
from bot.events import Answer, Tapped
from bot.reply import Reply
from bot.telegram.asking import GroupAsks
from bot.telegram.delivery import Call, to_answer, without_receipt
from bot.telegram.incoming import Faceless, Incoming, Media
from bot.telegram.memory import Memory
from budget.bookkeeper import Message
from budget.people import Admission
from words.markup import plain
from words.voice import Voice

Send = Callable[[Reply, Incoming], list[Call]]
"""Returns the calls that send a reply to an update's chat."""
Welcome = Callable[[Incoming, Message], Awaitable[list[Call]]]
"""Answers a message of somebody who has just been let in."""
VoiceOf = Callable[[Incoming], Awaitable[Voice]]
"""Returns the voice of an update's chat."""


class Outsiders:
    """Strangers, and messages in the name of a group or channel: memory alone knows which of their updates are answered."""

    def __init__(
        self, access: Access, memory: Memory, asks: GroupAsks, voice_of: VoiceOf, send: Send, welcome: Welcome
    ) -> None:
        self._access = access
        self._memory = memory
        self._asks = asks
        self._voice_of = voice_of
        self._send = send
        self._welcome = welcome

    async def answer(self, found: Incoming) -> list[Call]:
        """Return the calls that answer an update; none for one that is answered already."""
        if self._memory.is_made(found.update):
            return []
        if isinstance(found.event, Faceless):
            calls = await self._to_faceless(found, channel=found.event.channel)
        else:
            calls = await self._to_stranger(found)
        return [call._replace(once=found.update) for call in calls]

    async def _to_faceless(self, found: Incoming, *, channel: bool) -> list[Call]:
        """Say once in a group why messages in the name of a group or channel are not recorded."""
        if not self._memory.is_first_faceless(found.chat, found.update):
            return []
        said = replies.faceless(await self._voice_of(found), channel=channel)
        return without_receipt(self._send(said, found))

    async def _to_stranger(self, found: Incoming) -> list[Call]:
        """Let a stranger in who brings a code; answer other strangers a few times a day."""
        voice = await self._voice_of(found)
        match found.event:
            case Tapped() as tapped:
                refused = await self._refused(voice, found)
                return [to_answer(tapped.tap, Answer(notice=plain(refused.text)))]
            case Media() if not self._access.answers(found.user, found.update, code=False):
                return []
            case Media():
                return without_receipt(self._send(await self._refused(voice, found), found))
            case Message() as message if found.private:
                return await self._to_message(voice, found, message)
            case Message() as message:
                return await self._asks.ask(voice, found, message)
            case _:
                return []

    async def _to_message(self, voice: Voice, found: Incoming, message: Message) -> list[Call]:
        admission = await self._access.admit(found.user, found.name, message.text)
        if admission is Admission.WELCOME:
            return await self._welcome(found, message._replace(text="/start"))
        if not self._access.answers(found.user, found.update, code=admission is not None):
            return []
        if admission is not None:
            return without_receipt(self._send(replies.not_admitted(voice, admission), found))
        return without_receipt(self._send(await self._refused(voice, found), found))

    async def _refused(self, voice: Voice, found: Incoming) -> Reply:
        return replies.stranger(voice, found.user, unclaimed=await self._access.is_unclaimed())
