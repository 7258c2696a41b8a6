"""What `/metrics` tells, as a program that scrapes it reads it."""

import asyncio
import threading
import time
from datetime import datetime
from pathlib import Path

import pytest
from prometheus_client import PROCESS_COLLECTOR
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Connection

from app.build import App
from app.serve import keep_on_time
from app.version import VERSION
from main import main
from storage.schema import EXPECTED
from tests.chat import SUNDAY, Say, chat
from tests.ledgers import Book
from tests.telegram.running import ANN, bot_on
from tests.telegram.simulated import SimulatedTelegram
from tests.web.visitors import visitor

pytest_plugins = ["tests.databases"]

TOKEN = "metrics-token-16+"

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def samples_of(exposition: str) -> Samples:
    """Return each sample by its name and labels; no name and labels may come twice."""
    found = [
        ((sample.name, tuple(sorted(sample.labels.items()))), sample.value)
        for family in text_string_to_metric_families(exposition)
        for sample in family.samples
    ]
    assert len(dict(found)) == len(found)
    return dict(found)


def scraped(say: Say) -> Samples:
    answer = visitor(say).get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 200
    return samples_of(answer.text)


def value(app: App, name: str, **labels: str) -> float:
    return samples_of(app.metrics.exposition(ready=True))[name, tuple(sorted(labels.items()))]


def test_each_family_says_what_it_is(say: Say) -> None:
    families = list(text_string_to_metric_families(say.app.metrics.exposition(ready=True)))

    assert all(family.documentation.endswith(".") and family.type != "unknown" for family in families)
    assert len({family.name for family in families}) == len(families)


def test_the_process_is_measured_as_the_system_does(tmp_path: Path) -> None:
    with chat(tmp_path, METRICS_TOKEN=TOKEN) as say:
        before = scraped(say)
        until = time.process_time() + 0.05
        while time.process_time() < until:  # a tick of the system's clock is 0.01 s
            pass
        files = [(tmp_path / "some").open("a") for _ in range(50)]
        after = scraped(say)
        for file in files:
            file.close()

    def measured(name: str) -> tuple[float, float]:
        return before[name, ()], after[name, ()]

    spent = [each - time.process_time() for each in measured("process_cpu_seconds_total")]
    assert -60 < spent[0] < spent[1] < 1
    files_open = measured("process_open_fds")
    assert files_open[1] - files_open[0] >= 45
    assert files_open[1] < measured("process_max_fds")[1]
    (resident, _), (virtual, _) = measured("process_resident_memory_bytes"), measured("process_virtual_memory_bytes")
    assert 20 * 2**20 < resident < virtual
    collected = {sample.name: sample.value for family in PROCESS_COLLECTOR.collect() for sample in family.samples}
    assert {name for name, _ in before if name.startswith("process_")} == collected.keys()
    for name in ("process_start_time_seconds", "process_max_fds"):
        assert measured(name) == (collected[name], collected[name])


def test_the_version_and_the_schema_are_told(tmp_path: Path) -> None:
    with chat(tmp_path, METRICS_TOKEN=TOKEN) as say:
        assert scraped(say)["budgetbot_info", (("schema", EXPECTED), ("version", VERSION))] == 1


def test_transactions_are_counted_by_what_they_do(say: Say) -> None:
    name = "budgetbot_database_transaction_seconds_count"
    before = {kind: value(say.app, name, kind=kind) for kind in ("read", "write")}
    say("/week")
    looked = {kind: value(say.app, name, kind=kind) for kind in before}
    say("5 fun")
    recorded = {kind: value(say.app, name, kind=kind) for kind in before}

    assert looked["read"] > before["read"]
    assert recorded["write"] > looked["write"]
    assert value(say.app, "budgetbot_database_transaction_seconds_bucket", kind="write", le="+Inf") == recorded["write"]


async def test_a_transaction_that_lasts_and_those_that_wait_are_seen(url: str) -> None:
    """On both databases; none is left over at the end, also where who asked has gone."""
    begun, end = threading.Semaphore(0), threading.Event()

    def hold(_: Connection) -> None:
        begun.release()
        assert end.wait(60)

    async with Book(url) as book:
        database = book.database
        first = asyncio.ensure_future(database.write(hold))
        assert await asyncio.to_thread(begun.acquire, timeout=60)
        later = [asyncio.ensure_future(database.write(hold)) for _ in range(40)]
        async with asyncio.timeout(60):
            while database.load().oldest < 0.2:  # noqa: ASYNC110 - the clock tells nobody
                await asyncio.sleep(0.01)
        assert 20 < database.load().waiting <= 40
        later.pop().cancel()
        end.set()
        await asyncio.gather(first, *later)
        async with asyncio.timeout(60):
            while database.load().oldest or database.load().waiting:  # noqa: ASYNC110 - likewise
                await asyncio.sleep(0.01)


async def test_what_waits_at_telegram_is_asked_by_webhook_alone(tmp_path: Path) -> None:
    name = "budgetbot_webhook_pending_updates"
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram:
        async with bot_on(telegram, tmp_path, "webhook", 0.05) as app:
            await telegram.until(lambda: (name, ()) in samples_of(app.metrics.exposition(ready=True)))
            assert value(app, name) == 0
            telegram.next_faults += [("getWebhookInfo", 500), ("getWebhookInfo", 0)]
            await telegram.until(lambda: not telegram.next_faults)
            telegram.next_faults += [("sendMessage", 500)] * 1000  # until it was seen: a slow machine asks late
            telegram.say(ANN, "5 fun")
            await telegram.until(lambda: value(app, name) == 1)
            telegram.next_faults.clear()
            await telegram.settled()
            await telegram.until(lambda: value(app, name) == 0)
        asked = len(telegram.made("getWebhookInfo"))
        async with bot_on(telegram, tmp_path, "polling", 0.05) as app:
            telegram.say(ANN, "6 fun")
            await telegram.settled()
            assert (name, ()) not in samples_of(app.metrics.exposition(ready=True))
        assert len(telegram.made("getWebhookInfo")) == asked


def test_when_the_book_was_verified_is_known_to_the_bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with chat(tmp_path, BACKUP_TO=str(tmp_path), BACKUP_EVERY="12") as say:
        say("5 fun")

        async def looked() -> None:
            keeping = asyncio.ensure_future(keep_on_time(say.app))
            async with asyncio.timeout(60):
                while say.app.metrics.last_verify is None:  # noqa: ASYNC110 - the job tells nobody
                    await asyncio.sleep(0.01)
            keeping.cancel()

        assert value(say.app, "budgetbot_last_verify_seconds") == 0
        assert value(say.app, "budgetbot_last_backup_seconds") == 0
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("DATABASE_URL", "sqlite:///budget.db")
        begun = datetime.now(SUNDAY.tzinfo).timestamp()
        assert main(["verify"]) == 0
        say.runner.run(looked())

        assert begun - 1 <= value(say.app, "budgetbot_last_verify_seconds") <= time.time() + 1
        assert value(say.app, "budgetbot_last_backup_seconds") == SUNDAY.timestamp()
        assert value(say.app, "budgetbot_backup_every_seconds") == 12 * 3600


def test_failures_are_counted_from_nothing_on(say: Say) -> None:
    """Prometheus sees no increase of a counter that comes into being at 1."""
    samples = samples_of(say.app.metrics.exposition(ready=True))
    assert samples["budgetbot_http_failures_total", ()] == 0
    assert {labels[0][1] for (name, labels) in samples if name == "budgetbot_updates_total"} >= {"failed", "let go"}

    for status, route in ((500, "/s/{token}"), (0, "/entries"), (503, "/readyz"), (404, "-"), (200, "-")):
        say.app.metrics.answered("GET", route, status, 0.01)

    assert value(say.app, "budgetbot_http_failures_total") == 2
