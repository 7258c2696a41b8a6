"""Rate limits: token buckets for each client, a bounded memory of recent tokens, and how fast a secret can be guessed."""

import math
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from budget.share_links import hashed

if TYPE_CHECKING:
    from starlette.requests import Request

    from web.visitors import Visitors


class Rate(NamedTuple):
    """How many requests are allowed at once, and after how many seconds one more is."""

    burst: int
    seconds: float


GUESSES = Rate(10, 60.0)
"""Wrong secrets of one address."""
OPENINGS = Rate(300, 0.1)
"""Links opened from one address."""
POSTS = Rate(30, 2.0)
"""What comes in through one write door."""
PICTURES = Rate(10, 3.0)
"""Pictures drawn for one address, one link or one chat."""


class RateLimit:
    """Token buckets, one for each key: ``burst`` at once, then one each ``seconds``. The key unseen for longest is forgotten."""

    def __init__(self, burst: int, seconds: float, now: Callable[[], datetime], most: int = 10_000) -> None:
        self._burst = burst
        self._seconds = seconds
        self._now = now
        self._most = most
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what is left, and when that was counted

    def take(self, key: str) -> int:
        """Take one from a key's bucket. Return 0, or the seconds to wait if the bucket is empty."""
        now = self._now().timestamp()
        left, counted = self._buckets.get(key, (float(self._burst), now))
        left = min(self._burst, left + max(0.0, now - counted) / self._seconds)
        granted = left >= 1
        self._buckets[key] = (left - 1 if granted else left, now)
        self._buckets.move_to_end(key)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return 0 if granted else max(1, int((1 - left) * self._seconds + 0.999))

    def give_back(self, key: str) -> None:
        """Return one to a key's bucket: it was taken before it was known whether it had to be."""
        if key in self._buckets:
            left, counted = self._buckets[key]
            self._buckets[key] = (min(self._burst, left + 1), counted)


class RecentTokens:
    """The most recently added tokens, stored as hashes, each for ``seconds`` or without an end."""

    def __init__(self, most: int = 1000, seconds: float = math.inf, clock: Callable[[], float] = lambda: 0.0) -> None:
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._hashes: OrderedDict[str, float] = OrderedDict()  # when each was added

    def has(self, token: str) -> bool:
        """Return whether a token was added less than ``seconds`` ago, and was not displaced by newer ones."""
        added = self._hashes.get(hashed(token))
        return added is not None and self._clock() - added < self._seconds

    def add(self, token: str) -> None:
        """Store a token. Above the bound, the token that was added first is removed."""
        self._hashes.pop(hashed(token), None)
        self._hashes[hashed(token)] = self._clock()
        if len(self._hashes) > self._most:
            self._hashes.popitem(last=False)

    def remove(self, token: str) -> None:
        """Remove a token."""
        self._hashes.pop(hashed(token), None)


class GuessLimit:
    """Limits how fast one address can try to guess a secret.

    A correct secret is always accepted, unless it ``is_weak``, that is, short enough to be found by trying. A weak secret
    is not accepted from an address without a guess left, except from one that has sent it correctly before.
    """

    def __init__(self, visitors: "Visitors", limit: RateLimit, *, is_weak: bool = False) -> None:
        self._visitors = visitors
        self._limit = limit
        self._is_weak = is_weak
        self._trusted = RecentTokens()

    def wait(self, request: "Request", *, right: bool) -> int | None:
        """Count a secret that is ``right`` or wrong.

        Return None to accept it. Otherwise return the seconds to wait until the next guess; 0 if a guess is left.
        """
        if right and not self._is_weak:
            return None
        visitor = self._visitors.of(request)
        wait = self._limit.take(visitor)
        if not right or (wait and not self._trusted.has(visitor)):
            return wait
        if not wait:
            self._limit.give_back(visitor)
        self._trusted.add(visitor)
        return None
