"""Token buckets: who asks too much waits, and nobody else does."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime


class RateLimit:
    """Token buckets, one for each address: ``burst`` at once, then one each ``every`` seconds. The longest unseen is forgotten."""

    def __init__(self, burst: int, every: float, now: Callable[[], datetime], most: int = 10_000) -> None:
        self._burst = burst
        self._every = every
        self._now = now
        self._most = most
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str) -> int:
        """Take one; return 0, or the seconds to wait where none is left."""
        now = self._now().timestamp()
        left, seen = self._buckets.get(who, (float(self._burst), now))
        left = min(self._burst, left + max(0.0, now - seen) / self._every)
        granted = left >= 1
        self._buckets[who] = (left - 1 if granted else left, now)
        self._buckets.move_to_end(who)
        if len(self._buckets) > self._most:
            self._buckets.popitem(last=False)
        return 0 if granted else max(1, int((1 - left) * self._every + 0.999))

    def give_back(self, who: str) -> None:
        """Give one back that was taken before it was known whether it must be."""
        if who in self._buckets:
            left, seen = self._buckets[who]
            self._buckets[who] = (min(self._burst, left + 1), seen)
