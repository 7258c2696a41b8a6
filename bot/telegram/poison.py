"""The guard against an update that ends the process. Telegram repeats it, and each time the process would end again.

Every update is noted in a file while it is handled (`Begun`). An update that the file still holds at the next start did not end, so
it is counted in the database: it is a suspect. A suspect is counted before each try, and handled alone, so that no other update
is suspected with it. After five tries it is let go. (What can't be read never comes here: `Dispatcher.read` drops it.)

A process may also be killed from outside while an update happens to be open, even several times within seconds. Poison kills at
every try. So the tries lie apart (`PAUSES`): a burst of kills does not meet all of them.

Where the file may be lost with the process (the disk of a container or a function), an update that is heavy, or that comes late as
a repeat does, is counted in the database before its first try too.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from weakref import WeakValueDictionary

from budget.errors import LedgerUnavailable

log = logging.getLogger(__name__)

TRIES = 5

PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0, 2, 10, 30))
"""How long an update waits after its first try that did not end, after its second, and so on."""


class TriedTooSoon(LedgerUnavailable):
    """An update that may have ended the process: it is tried again after ``seconds``, not now."""

    def __init__(self, wait: timedelta) -> None:
        self.seconds = wait.total_seconds()
        super().__init__(f"it may have ended the process, and is tried again in {self.seconds:.1f} s")


class Begun(Protocol):
    """Notes the updates that are being handled, in a file that outlives the process."""

    def left(self) -> Collection[int]:
        """Return the updates that earlier processes began and did not end."""

    def forget_left(self) -> None:
        """Forget the updates that `left` returned."""

    def begin(self, number: int) -> int | None:
        """Note that an update is begun; return its slot in the file, None if it can't be noted."""

    def end(self, slot: int | None) -> None:
        """Note that the update in a slot has ended."""

    def close(self) -> None:
        """Close the file and leave its content."""


class Suspects(Protocol):
    """Counts in the database the updates that were begun and did not end. Every method raises `LedgerUnavailable`."""

    async def count_begun(self, numbers: Collection[int], at: datetime) -> Collection[int]:
        """Add those of some updates that are not suspects yet: they were begun and did not end. Return all suspects."""

    async def begin_suspect(self, number: int, at: datetime, pauses: Sequence[timedelta]) -> tuple[int, timedelta]:
        """Count a try of an update; return how often it was tried without an end, and how long to wait.

        ``pauses[n]`` is the least time between its tries n + 1 and n + 2. Before that has passed nothing is counted, and the rest
        of it is returned, above zero.
        """

    async def clear_suspect(self, number: int) -> None:
        """Delete a suspect: it has ended."""


@dataclass(slots=True, eq=False)
class Turn:
    """An update that is being handled. ``slot`` is its place in the file, None if it is counted in the database instead."""

    number: int
    since: float
    slot: int | None = None
    counted: bool = False
    alone: bool = False
    lock: asyncio.Lock | None = None


@dataclass(slots=True)
class PoisonGuard:
    """Gives each update its turn. ``durable`` is whether the file surely outlives the process."""

    begun: Begun
    suspects: Suspects
    now: Callable[[], datetime]
    durable: bool
    clock: Callable[[], float] = time.monotonic
    _looked_back: bool = False
    _known: set[int] = field(default_factory=set)
    _uncleared: set[int] = field(default_factory=set)  # counted, though this process ended them or began none
    _turns: set[Turn] = field(default_factory=set)
    _sharing: int = 0
    _counted: WeakValueDictionary[int, asyncio.Lock] = field(default_factory=WeakValueDictionary)
    _looking: asyncio.Lock = field(default_factory=asyncio.Lock)
    _one: asyncio.Lock = field(default_factory=asyncio.Lock)
    _closed: asyncio.Event | None = None
    _empty: asyncio.Event = field(default_factory=asyncio.Event)

    async def begin(self, number: int, *, risky: bool = False) -> Turn | None:
        """Begin an update; None for one that is to be let go. ``risky`` ones are counted in the store if need be.

        Raises `LedgerUnavailable`, for a suspect `TriedTooSoon`; then nothing has begun.
        """
        if not self._looked_back:
            await self._look_back()
        if number in self._known or number in self._counted or (risky and not self.durable):
            return await self._begin_counted(number)
        while self._closed is not None:
            await self._closed.wait()
        self._sharing += 1
        turn = Turn(number, self.clock(), self.begun.begin(number))
        self._turns.add(turn)
        return turn

    async def end(self, turn: Turn) -> None:
        """End an update's turn, whether it succeeded or failed."""
        self._turns.discard(turn)
        if not turn.counted:
            self.begun.end(turn.slot)
            self._leave()
            return
        try:
            await self.suspects.clear_suspect(turn.number)
            self._known.discard(turn.number)
        except Exception as problem:  # noqa: BLE001 - it was handled: that it is still suspected must not undo that
            log.warning("An update that came to an end is still suspected (%s)", type(problem).__name__)
            self._uncleared.add(turn.number)
        finally:
            self._leave_counted(turn)

    def longest(self) -> float:
        """Return for how many seconds the oldest turn has lasted, 0 without any. Any thread may call it."""
        return max((self.clock() - turn.since for turn in list(self._turns)), default=0.0)

    def close(self) -> None:
        """Close the file of updates; the next `begin` looks back again."""
        self.begun.close()
        self._looked_back = False

    async def _look_back(self) -> None:
        async with self._looking:
            if self._looked_back:
                return
            left = self.begun.left()
            self._known.update(await self.suspects.count_begun(left, self.now()))
            self.begun.forget_left()
            self._looked_back = True
            if left:
                log.warning("The process ended while it handled %s updates; each is tried again alone", len(left))

    async def _begin_counted(self, number: int) -> Turn | None:
        """Begin an update that is counted before its try; a suspect is handled alone."""
        lock = self._counted.setdefault(number, asyncio.Lock())
        await lock.acquire()  # the same update twice at once is no sign of an end
        turn = Turn(number, 0.0, counted=True, lock=lock)
        try:
            alone = number in self._known
            if alone:
                await self._close(turn)
            begun = await self._counted_as_begun(number)
            if begun > TRIES:
                log.error("An update is let go: it was begun %s times and never came to an end", TRIES)
                self._known.add(number)
                self._leave_counted(turn)
                return None
            if begun > 1 and not alone:  # another process was ended by it
                self._known.add(number)
                await self._close(turn)
        except BaseException:
            self._leave_counted(turn)
            raise
        if not turn.alone:
            while self._closed is not None:
                await self._closed.wait()
            self._sharing += 1
        turn.since = self.clock()
        self._turns.add(turn)
        return turn

    async def _counted_as_begun(self, number: int) -> int:
        """Count that an update is begun. Raises `TriedTooSoon`.

        What an earlier try of this process left is cleared first: a store that fails kills nobody.
        """
        if number in self._uncleared:
            await self.suspects.clear_suspect(number)
        self._uncleared.add(number)  # the store may have counted even where it fails to say so
        begun, wait = await self.suspects.begin_suspect(number, self.now(), PAUSES)
        self._uncleared.discard(number)
        if wait:
            self._known.add(number)
            raise TriedTooSoon(wait)
        return begun

    async def _close(self, turn: Turn) -> None:
        """Wait until no other update is being handled, and let no other begin."""
        await self._one.acquire()
        turn.alone = True
        self._closed = asyncio.Event()
        while self._sharing:
            self._empty.clear()
            await self._empty.wait()

    def _leave(self) -> None:
        self._sharing -= 1
        self._empty.set()

    def _leave_counted(self, turn: Turn) -> None:
        if turn.alone:
            if self._closed is not None:
                self._closed.set()
            self._closed = None
            self._one.release()
        elif turn.since:
            self._leave()
        if turn.lock is not None:
            turn.lock.release()
