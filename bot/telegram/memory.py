"""What a process remembers between updates, so that it says things once. All of it is bounded, and may be lost."""

from collections import OrderedDict
from collections.abc import Hashable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.events import Tapped
from bot.telegram.delivery import Call
from bot.telegram.incoming import Incoming, Media
from budget.bookkeeper import Message
from budget.errors import LedgerUnavailable

if TYPE_CHECKING:
    from budget.states import Version

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")

_DOUBLE = timedelta(seconds=3)
_MOST = 1000
"""Things of each kind; the oldest are forgotten first."""


_Button = tuple[int, int, int | None, str]
"""A chat, a person, and the message and the data of a button."""


def _button(tapped: Tapped) -> _Button:
    return tapped.owner, tapped.author, tapped.message, tapped.data


class Taps(Protocol):
    """The taps that several replicas get."""

    async def is_first(self, button: str, tap: str, at: datetime, within: timedelta) -> bool:
        """Note a tap on a person's button; False where another replica noted another one in the time before.

        Raises `LedgerUnavailable`.
        """


class Memory:
    """What one dispatcher remembers."""

    def __init__(self, taps: Taps | None = None) -> None:
        """``taps`` are noted for other replicas, too; None where there are none."""
        self._noted = taps
        self._faceless: OrderedDict[int, int] = OrderedDict()  # groups, and the update because of which each is told
        self._made: OrderedDict[int, None] = OrderedDict()  # updates whose answers left no row
        self._albums: OrderedDict[tuple[int, int], int] = OrderedDict()  # albums, and which message of each is answered
        self._silent: OrderedDict[tuple[int, int], Version] = OrderedDict()  # edits that had nothing new to say
        self._unsent: OrderedDict[int, list[Call]] = OrderedDict()  # answers to commands that were carried out
        self._taps: OrderedDict[_Button, tuple[str, datetime]] = OrderedDict()  # those that send something

    def is_first_faceless(self, chat: int, update: int) -> bool:
        """Note that a group is told why messages without an author are not recorded; False where another one told it.

        A repeat of the same update tells it again: the first may not have arrived.
        """
        if chat not in self._faceless:
            _keep(self._faceless, chat, update)
        return self._faceless[chat] == update

    def note_made(self, update: int) -> None:
        """Note that a call was made which answers an update, and leaves no row."""
        _keep(self._made, update, None)

    def is_made(self, update: int) -> bool:
        """Whether such a call was made for an update: a repeat does not make it again."""
        return update in self._made

    def is_first_of_album(self, found: Incoming) -> bool:
        """Note that a message is answered for its album; False where another one is."""
        album = found.event.album if isinstance(found.event, Media) else found.album
        if album is None or found.reply_to is None:
            return True
        key = found.chat, album
        if key not in self._albums:
            _keep(self._albums, key, found.reply_to)
        return self._albums[key] == found.reply_to

    def is_silent(self, message: Message, *, nothing_new: bool) -> bool:
        """Whether an edit has nothing new to say, or is a repeat of one that had not."""
        key = message.owner, message.number
        if nothing_new:
            _keep(self._silent, key, message.version)
        return self._silent.get(key) == message.version

    def is_double(self, tapped: Tapped, now: datetime) -> bool:
        """Whether a person's tap follows another one on its button so fast that they are meant as one; no repeat of a tap is."""
        tap, at = self._taps.get(_button(tapped), (tapped.tap, now))
        if tap != tapped.tap and abs(now - at) < _DOUBLE:
            return True
        _keep(self._taps, _button(tapped), (tapped.tap, now))
        return False

    async def sent_once(self, tapped: Tapped, calls: list[Call], now: datetime, *, is_double: bool) -> list[Call]:
        """Return the calls that answer a tap, without new messages where it ``is_double``, here or in another replica.

        Of a tap that sends none no other one is a double, whatever that does. Where the store does not answer it is sent.
        """
        sent = [call for call in calls if call.method.startswith("send_")]
        if not sent:
            self._taps.pop(_button(tapped), None)
        elif self._noted is not None and not is_double:
            with suppress(LedgerUnavailable):
                is_double = not await self._noted.is_first(repr(_button(tapped)), tapped.tap, now, _DOUBLE)
        return [call for call in calls if call not in sent] if is_double else calls

    def keep_unsent(self, update: int, calls: list[Call]) -> None:
        """Keep the calls that answer an update and could not be made, where they can be made later."""
        if all(call.fits_json for call in calls):
            _keep(self._unsent, update, calls)

    def unsent(self, update: int) -> list[Call] | None:
        """Return the calls that were kept for an update, None for none. They stay until `forget_unsent`: they may fail again."""
        return self._unsent.get(update)

    def forget_unsent(self, update: int) -> None:
        """Forget the calls that were kept for an update: it is answered."""
        self._unsent.pop(update, None)


def _keep(held: OrderedDict[_K, _V], key: _K, value: _V) -> None:
    held[key] = value
    held.move_to_end(key)  # a key that is renewed is not among the oldest
    if len(held) > _MOST:
        held.popitem(last=False)
