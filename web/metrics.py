"""Metrics in Prometheus' text format, without the usual client library: that would cost start-up time and a lock."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Labels = tuple[tuple[str, str], ...]


class _Histogram:
    def __init__(self) -> None:
        self.counts = [0] * len(_BUCKETS)
        self.count = 0
        self.sum = 0.0

    def add(self, seconds: float) -> None:
        self.count += 1
        self.sum += seconds
        for n, bound in enumerate(_BUCKETS):
            if seconds <= bound:
                self.counts[n] += 1


class Metrics:
    """Counters since the program started. All methods are called in the event loop's thread, so there is no lock."""

    def __init__(self, now: Callable[[], datetime], schema: str) -> None:
        self._now = now
        self._schema = schema
        self._updates: dict[str, _Histogram] = defaultdict(_Histogram)
        self._replies: dict[tuple[str, str], int] = defaultdict(int)
        self._requests: dict[tuple[str, str, int], int] = defaultdict(int)
        self._request_seconds: dict[str, _Histogram] = defaultdict(_Histogram)
        self._contact: datetime | None = None
        self._started = now()
        self.last_backup: datetime | None = None
        """The moment of the latest backup that the program has made by itself, as far as it knows."""
        self.oldest_open: Callable[[], float] = lambda: 0.0
        """Returns the seconds since the oldest open update came; 0 if none is open."""
        self.is_stuck: Callable[[], bool] = lambda: False
        """Returns whether one update blocks all later ones."""

    def handled(self, outcome: str, seconds: float) -> None:
        """Count a handled update. Outcomes: done, ignored, unreadable, failed, or to be repeated."""
        self._updates[outcome].add(seconds)

    def replied(self, method: str, outcome: str) -> None:
        """Count a call of the Bot API, whether made or handed over in a webhook's answer."""
        self._replies[method, outcome] += 1

    def contacted(self) -> None:
        """Note that Telegram was reached. Not noted while an update blocks the others: the bot is not healthy then."""
        if not self.is_stuck():
            self._contact = self._now()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answered HTTP request."""
        self._requests[method, route, status] += 1
        self._request_seconds[route].add(seconds)

    def exposition(self, *, ready: bool) -> str:
        """Return all metrics in Prometheus' text format."""
        return "\n".join([*self._program(ready=ready), *self._telegram(), *self._http()]) + "\n"

    def _program(self, *, ready: bool) -> list[str]:
        contact = self._contact.timestamp() if self._contact else 0
        return [
            *_family("budgetbot_info", "gauge", "The database schema that this program needs."),
            _sample("budgetbot_info", (("schema", self._schema),), 1),
            *_gauge("budgetbot_ready", "Whether the database answers and has that schema.", int(ready)),
            *_gauge("budgetbot_start_time_seconds", "When the program started.", self._started.timestamp()),
            *_gauge(
                "budgetbot_telegram_last_contact_seconds", "When Telegram was last heard of; 0 for never.", contact
            ),
            *_gauge(
                "budgetbot_last_backup_seconds",
                "When the program last backed the book up by itself; 0 for never.",
                self.last_backup.timestamp() if self.last_backup else 0,
            ),
            *_gauge(
                "budgetbot_oldest_open_update_seconds",
                "How long the oldest update waits to be done; 0 for none.",
                round(self.oldest_open(), 3),
            ),
        ]

    def _telegram(self) -> list[str]:
        return [
            *_family("budgetbot_updates_total", "counter", "Updates of Telegram by outcome."),
            *(
                _sample("budgetbot_updates_total", (("outcome", outcome),), histogram.count)
                for outcome, histogram in sorted(self._updates.items())
            ),
            *_family("budgetbot_update_seconds", "histogram", "How long updates took, by outcome."),
            *_histograms("budgetbot_update_seconds", "outcome", self._updates),
            *_family("budgetbot_replies_total", "counter", "Calls of the Bot API by method and outcome."),
            *(
                _sample("budgetbot_replies_total", (("method", method), ("outcome", outcome)), count)
                for (method, outcome), count in sorted(self._replies.items())
            ),
        ]

    def _http(self) -> list[str]:
        name = "budgetbot_http_requests_total"
        return [
            *_family(name, "counter", "Requests by method, route and status."),
            *(
                _sample(name, (("method", method), ("route", route), ("status", str(status))), count)
                for (method, route, status), count in sorted(self._requests.items())
            ),
            *_family("budgetbot_http_request_seconds", "histogram", "How long requests took, by route."),
            *_histograms("budgetbot_http_request_seconds", "route", self._request_seconds),
        ]


def _family(name: str, kind: str, meaning: str) -> list[str]:
    return [f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"]


def _gauge(name: str, meaning: str, value: float) -> list[str]:
    return [*_family(name, "gauge", meaning), _sample(name, (), value)]


def _sample(name: str, labels: Labels, value: float) -> str:
    # Label values come from this program alone, so none needs escaping.
    inside = ",".join(f'{label}="{text}"' for label, text in labels)
    return f"{name}{{{inside}}} {value}" if inside else f"{name} {value}"


def _histograms(name: str, label: str, histograms: dict[str, _Histogram]) -> list[str]:
    lines = []
    for text, histogram in sorted(histograms.items()):
        for bound, count in zip(_BUCKETS, histogram.counts, strict=True):
            lines.append(_sample(f"{name}_bucket", ((label, text), ("le", str(bound))), count))
        lines.append(_sample(f"{name}_bucket", ((label, text), ("le", "+Inf")), histogram.count))
        lines.append(_sample(f"{name}_sum", ((label, text),), round(histogram.sum, 6)))
        lines.append(_sample(f"{name}_count", ((label, text),), histogram.count))
    return lines
