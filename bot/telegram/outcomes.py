"""What becomes of updates: told to the metrics and the log once the calls that answer an update are made, not before."""

import logging

from bot.telegram.sender import UpdateObserver

log = logging.getLogger(__name__)

AGAIN = "to be repeated"
_MOST_OPEN = 10_000
"""Updates that are handled and not answered. Some never are: another replica has done the repeat."""


class Outcomes:
    """The outcomes of updates that are handled and not answered yet."""

    def __init__(self, observer: UpdateObserver) -> None:
        self._observer = observer
        self._open: dict[int, tuple[str, float]] = {}  # by an update's number: outcome, and seconds that it took

    def handled(self, update: int, outcome: str, seconds: float) -> None:
        """Note what became of an update, `AGAIN` where a repeat is to cure it."""
        if outcome == AGAIN:
            self._observer.handled(outcome, seconds)
            return
        self._open[update] = outcome, seconds
        if len(self._open) > _MOST_OPEN:
            del self._open[next(iter(self._open))]

    def answered(self, update: int) -> None:
        """Tell the outcome of an update whose calls are made, or are given up."""
        if update in self._open:
            outcome, seconds = self._open.pop(update)
            self._observer.handled(outcome, seconds)
            log.info("Update %s in %.1f ms", outcome, seconds * 1000)

    def not_answered(self, update: int) -> None:
        """Tell that a call which answers an update has failed, so that the update, or the call, is to be repeated."""
        if update in self._open:
            self._observer.handled(AGAIN, self._open[update][1])
