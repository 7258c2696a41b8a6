"""Counts in Prometheus' text format. A registry of our own: forty lines, where the usual library costs a start-up and a lock."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Labels = tuple[tuple[str, str], ...]


class _Latency:
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
    """What happened since the program started. All is told in the event loop, so nothing needs a lock."""

    def __init__(self, now: Callable[[], datetime], schema: str) -> None:
        self._now = now
        self._schema = schema
        self._updates: dict[str, _Latency] = defaultdict(_Latency)
        self._replies: dict[tuple[str, str], int] = defaultdict(int)
        self._requests: dict[tuple[str, str, int], int] = defaultdict(int)
        self._latencies: dict[str, _Latency] = defaultdict(_Latency)
        self._contact: datetime | None = None
        self._started = now()
        self.oldest_open: Callable[[], float] = lambda: 0.0
        """Tells for how many seconds the oldest update is not done, 0 without any."""
        self.is_stuck: Callable[[], bool] = lambda: False
        """Tells whether nobody's updates come any more because of one."""

    def handled(self, outcome: str, seconds: float) -> None:
        """An update was handled: done, ignored, unreadable, failed, or to be repeated."""
        self._updates[outcome].add(seconds)

    def replied(self, method: str, outcome: str) -> None:
        """A call of the Bot API was made, or handed over in a webhook's answer."""
        self._replies[method, outcome] += 1

    def contacted(self) -> None:
        """Telegram was heard of; while updates are stuck, that says nothing good."""
        if not self.is_stuck():
            self._contact = self._now()

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request to the HTTP side was answered."""
        self._requests[method, route, status] += 1
        self._latencies[route].add(seconds)

    def exposition(self, *, ready: bool) -> str:
        """Return all metrics in Prometheus' text format."""
        lines = [
            *_family("budgetbot_info", "gauge", "The database schema that this program needs."),
            _sample("budgetbot_info", (("schema", self._schema),), 1),
            *_family("budgetbot_ready", "gauge", "Whether the database answers and has that schema."),
            _sample("budgetbot_ready", (), int(ready)),
            *_family("budgetbot_start_time_seconds", "gauge", "When the program started."),
            _sample("budgetbot_start_time_seconds", (), self._started.timestamp()),
            *_family(
                "budgetbot_telegram_last_contact_seconds", "gauge", "When Telegram was last heard of; 0 for never."
            ),
            _sample("budgetbot_telegram_last_contact_seconds", (), self._contact.timestamp() if self._contact else 0),
            *_family(
                "budgetbot_oldest_open_update_seconds",
                "gauge",
                "How long the oldest update waits to be done; 0 for none.",
            ),
            _sample("budgetbot_oldest_open_update_seconds", (), round(self.oldest_open(), 3)),
            *_family("budgetbot_updates_total", "counter", "Updates of Telegram by outcome."),
            *(
                _sample("budgetbot_updates_total", (("outcome", outcome),), latency.count)
                for outcome, latency in sorted(self._updates.items())
            ),
            *_family("budgetbot_update_seconds", "histogram", "How long updates took, by outcome."),
            *_histograms("budgetbot_update_seconds", "outcome", self._updates),
            *_family("budgetbot_replies_total", "counter", "Calls of the Bot API by method and outcome."),
            *(
                _sample("budgetbot_replies_total", (("method", method), ("outcome", outcome)), count)
                for (method, outcome), count in sorted(self._replies.items())
            ),
            *_family("budgetbot_http_requests_total", "counter", "Requests by method, route and status."),
            *(
                _sample(
                    "budgetbot_http_requests_total",
                    (("method", method), ("route", route), ("status", str(status))),
                    count,
                )
                for (method, route, status), count in sorted(self._requests.items())
            ),
            *_family("budgetbot_http_request_seconds", "histogram", "How long requests took, by route."),
            *_histograms("budgetbot_http_request_seconds", "route", self._latencies),
        ]
        return "\n".join(lines) + "\n"


def _family(name: str, kind: str, meaning: str) -> list[str]:
    return [f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"]


def _sample(name: str, labels: Labels, value: float) -> str:
    # The labels' values are our own words: nothing in them needs escaping.
    inside = ",".join(f'{label}="{text}"' for label, text in labels)
    return f"{name}{{{inside}}} {value}" if inside else f"{name} {value}"


def _histograms(name: str, label: str, latencies: dict[str, _Latency]) -> list[str]:
    lines = []
    for text, latency in sorted(latencies.items()):
        for bound, count in zip(_BUCKETS, latency.counts, strict=True):
            lines.append(_sample(f"{name}_bucket", ((label, text), ("le", str(bound))), count))
        lines.append(_sample(f"{name}_bucket", ((label, text), ("le", "+Inf")), latency.count))
        lines.append(_sample(f"{name}_sum", ((label, text),), round(latency.sum, 6)))
        lines.append(_sample(f"{name}_count", ((label, text),), latency.count))
    return lines
