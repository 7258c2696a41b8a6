"""Metrics in Prometheus' text format, without the usual client library: that would cost start-up time and a lock."""

import threading
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Labels = tuple[tuple[str, str], ...]

_OUTCOMES = ("done", "failed", "given up", "let go", "to be repeated")
"""What may become of an update. Each is counted from 0 on: of a counter that comes into being at 1 Prometheus sees no increase."""
_PROBE = "/readyz"
_PROCESS = {
    "process_cpu_seconds_total": "Seconds of processor time that the process has used.",
    "process_resident_memory_bytes": "Memory that the process holds.",
    "process_virtual_memory_bytes": "Addresses that the process holds.",
    "process_start_time_seconds": "When the process started, by the system.",
    "process_open_fds": "Files and sockets that are open.",
    "process_max_fds": "How many may be.",
}


class Load(Protocol):
    """How busy the database is."""

    @property
    def oldest(self) -> float: ...
    @property
    def waiting(self) -> int: ...


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
    """Counters since the program started. All methods but `transacted` are called in the event loop's thread."""

    def __init__(self, now: Callable[[], datetime], schema: str, version: str) -> None:
        self._now = now
        self._schema = schema
        self._version = version
        self._updates: dict[str, _Histogram] = defaultdict(_Histogram, {name: _Histogram() for name in _OUTCOMES})
        self._transactions = {kind: _Histogram() for kind in ("read", "write")}
        self._transacted = threading.Lock()
        self._pending: int | None = None
        self._replies: dict[tuple[str, str], int] = defaultdict(int)
        self._requests: dict[tuple[str, str, int], int] = defaultdict(int)
        self._request_seconds: dict[str, _Histogram] = defaultdict(_Histogram)
        self._contact: datetime | None = None
        self._started = now()
        self.last_backup: datetime | None = None
        """The moment of the latest backup that the program has made by itself, as far as it knows."""
        self.backup_every = 0
        """Seconds between two backups that the program makes by itself; 0 where it makes none."""
        self.last_verify: datetime | None = None
        """When the whole book was last added up, and agreed, as far as the program knows."""
        self.load: Callable[[], Load] | None = None
        """Returns how busy the database is."""
        self.process: Callable[[], Mapping[str, float]] = dict
        """Returns what the system says of the process, by the names of Prometheus' process collector."""
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

    def transacted(self, reads: bool, seconds: float) -> None:
        """Count a transaction of the database. Any thread may call it."""
        with self._transacted:
            self._transactions["read" if reads else "write"].add(seconds)

    def pending_at_telegram(self, number: int) -> None:
        """Note how many updates wait at Telegram for the webhook."""
        self._pending = number

    def exposition(self, *, ready: bool) -> str:
        """Return all metrics in Prometheus' text format."""
        return (
            "\n".join(
                [*self._program(ready=ready), *self._system(), *self._database(), *self._telegram(), *self._http()]
            )
            + "\n"
        )

    def _program(self, *, ready: bool) -> list[str]:
        contact = self._contact.timestamp() if self._contact else 0
        return [
            *family("budgetbot_info", "gauge", "The program's version, and the database schema that it needs."),
            sample("budgetbot_info", (("version", self._version), ("schema", self._schema)), 1),
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
                "budgetbot_backup_every_seconds",
                "Seconds between two backups that the program makes by itself; 0 where it makes none.",
                self.backup_every,
            ),
            *_gauge(
                "budgetbot_last_verify_seconds",
                "When the whole book was last added up, and agreed; 0 for never.",
                self.last_verify.timestamp() if self.last_verify else 0,
            ),
            *_gauge(
                "budgetbot_oldest_open_update_seconds",
                "How long the oldest update waits to be done; 0 for none.",
                round(self.oldest_open(), 3),
            ),
        ]

    def totals(self) -> dict[str, float]:
        """Return what was counted since the start, by the names of `app.embedded_metrics`, which writes what came since."""
        updates = {name: histogram.count for name, histogram in self._updates.items()}
        with self._transacted:
            seconds = sum(histogram.sum for histogram in self._transactions.values())
        return {
            "UpdatesDone": updates["done"],
            "UpdatesFailed": updates["failed"],
            "UpdatesLetGo": updates["given up"] + updates["let go"],
            "UpdatesToBeRepeated": updates["to be repeated"],
            "UpdateMilliseconds": 1000 * sum(histogram.sum for histogram in self._updates.values()),
            "TransactionMilliseconds": 1000 * seconds,
            "CallsFailed": sum(count for (_, outcome), count in self._replies.items() if outcome == "failed"),
            "RequestsFailed": self._failed_requests(),
        }

    def _failed_requests(self) -> int:
        """How many requests were answered by 5xx or not at all; no probes."""
        return sum(
            count
            for (_, route, status), count in self._requests.items()
            if (status >= 500 or not status) and route != _PROBE
        )

    def _system(self) -> list[str]:
        lines = []
        for name, value in self.process().items():
            kind = "counter" if name.endswith("_total") else "gauge"
            lines += [*family(name, kind, _PROCESS[name]), sample(name, (), value)]
        return lines

    def _database(self) -> list[str]:
        load = self.load() if self.load is not None else None
        with self._transacted:
            seconds = _histograms("budgetbot_database_transaction_seconds", "kind", self._transactions)
        return [
            *_gauge(
                "budgetbot_database_oldest_transaction_seconds",
                "How long the oldest transaction has run; 0 for none.",
                round(load.oldest, 3) if load is not None else 0,
            ),
            *_gauge(
                "budgetbot_database_waiting_jobs",
                "How many jobs wait for a thread of the database.",
                load.waiting if load is not None else 0,
            ),
            *family(
                "budgetbot_database_transaction_seconds", "histogram", "How long transactions took that read or write."
            ),
            *seconds,
        ]

    def _telegram(self) -> list[str]:
        return [
            *family("budgetbot_updates_total", "counter", "Updates of Telegram by outcome."),
            *(
                sample("budgetbot_updates_total", (("outcome", outcome),), histogram.count)
                for outcome, histogram in sorted(self._updates.items())
            ),
            *family("budgetbot_update_seconds", "histogram", "How long updates took, by outcome."),
            *_histograms("budgetbot_update_seconds", "outcome", self._updates),
            *family(
                "budgetbot_webhook_pending_updates", "gauge", "How many updates wait at Telegram, by webhook alone."
            ),
            *([sample("budgetbot_webhook_pending_updates", (), self._pending)] if self._pending is not None else []),
            *family("budgetbot_replies_total", "counter", "Calls of the Bot API by method and outcome."),
            *(
                sample("budgetbot_replies_total", (("method", method), ("outcome", outcome)), count)
                for (method, outcome), count in sorted(self._replies.items())
            ),
        ]

    def _http(self) -> list[str]:
        name = "budgetbot_http_requests_total"
        return [
            *family(name, "counter", "Requests by method, route and status."),
            *(
                sample(name, (("method", method), ("route", route), ("status", str(status))), count)
                for (method, route, status), count in sorted(self._requests.items())
            ),
            *family(
                "budgetbot_http_failures_total",
                "counter",
                "Requests that were answered by 5xx, or not at all; no probes.",
            ),
            sample("budgetbot_http_failures_total", (), self._failed_requests()),
            *family("budgetbot_http_request_seconds", "histogram", "How long requests took, by route."),
            *_histograms("budgetbot_http_request_seconds", "route", self._request_seconds),
        ]


def family(name: str, kind: str, meaning: str) -> list[str]:
    """Return the head of a family of samples in Prometheus' text format."""
    return [f"# HELP {name} {meaning}", f"# TYPE {name} {kind}"]


def _gauge(name: str, meaning: str, value: float) -> list[str]:
    return [*family(name, "gauge", meaning), sample(name, (), value)]


def sample(name: str, labels: Labels, value: float | str) -> str:
    """Return a sample's line; its labels' values are escaped already, where they need it."""
    inside = ",".join(f'{label}="{text}"' for label, text in labels)
    return f"{name}{{{inside}}} {value}" if inside else f"{name} {value}"


def _histograms(name: str, label: str, histograms: dict[str, _Histogram]) -> list[str]:
    lines = []
    for text, histogram in sorted(histograms.items()):
        for bound, count in zip(_BUCKETS, histogram.counts, strict=True):
            lines.append(sample(f"{name}_bucket", ((label, text), ("le", str(bound))), count))
        lines.append(sample(f"{name}_bucket", ((label, text), ("le", "+Inf")), histogram.count))
        lines.append(sample(f"{name}_sum", ((label, text),), round(histogram.sum, 6)))
        lines.append(sample(f"{name}_count", ((label, text),), histogram.count))
    return lines
