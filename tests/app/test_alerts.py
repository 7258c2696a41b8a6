"""The alerts see what they are for: each thing is broken in the running program, and the alert's condition looked at."""

import asyncio
import json
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from sqlalchemy import Engine, event

from app.build import App
from tests.chat import SUNDAY
from tests.promql import Scrape, fires, names_in
from tests.telegram.running import ANN, ROOT, bot_on, store_down
from tests.telegram.simulated import SimulatedTelegram

TOKEN = "metrics-token-16+"
ALERTS = {
    rule["alert"]: rule
    for group in yaml.safe_load((ROOT / "deploy/alerts.yaml").read_text())["groups"]
    for rule in group["rules"]
}
DASHBOARD = json.loads((ROOT / "deploy/dashboard.json").read_text())
PANELS = {panel["title"]: [target["expr"] for target in panel.get("targets", ())] for panel in DASHBOARD["panels"]}


@dataclass
class Running:
    """A bot that is scraped, and what may be broken of it."""

    telegram: SimulatedTelegram
    app: App
    clock: list[datetime]

    async def scrape(self) -> Scrape:
        address, allowed = f"http://127.0.0.1:{self.telegram.ports[0]}/metrics", {"Authorization": f"Bearer {TOKEN}"}
        text = None
        try:
            async with httpx.AsyncClient(trust_env=False) as client:
                text = (await client.get(address, headers=allowed)).text
        except httpx.ConnectError:
            pass
        return Scrape(self.clock[0].timestamp(), text)

    async def get(self, path: str) -> int:
        async with httpx.AsyncClient(trust_env=False) as client:
            return (await client.get(f"http://127.0.0.1:{self.telegram.ports[0]}{path}")).status_code

    def later(self, **by: float) -> None:
        self.clock[0] += timedelta(**by)


@asynccontextmanager
async def running(path: Path, mode: str) -> AsyncIterator[Running]:
    clock = [SUNDAY]
    async with SimulatedTelegram(now=lambda: clock[0]) as telegram:
        (path / "backups").mkdir()
        with_all = {"METRICS_TOKEN": TOKEN, "BACKUP_TO": str(path / "backups")}
        async with bot_on(telegram, path, mode, 0.05, **with_all) as app:
            bot = Running(telegram, app, clock)
            telegram.say(ANN, "5 fun")
            await telegram.settled()
            await telegram.until(lambda: app.metrics.last_backup is not None)
            yield bot


@contextmanager
def each_statement(do: Callable[[str], None]) -> Iterator[None]:
    """Do something before each statement, in its thread."""

    def before(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        do(statement)

    event.listen(Engine, "before_cursor_execute", before)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", before)


# --- each thing, broken ---------------------------------------------------------------------------------------------------


async def not_ready(bot: Running) -> Scrape:
    with store_down():
        return await bot.scrape()


async def update_waits(bot: Running) -> Scrape:
    bot.telegram.failing[ANN] = 500
    bot.telegram.say(ANN, "6 fun")
    assert bot.app.wire is not None
    async with asyncio.timeout(60):
        while not await bot.app.wire.updates.chats():  # noqa: ASYNC110 - the database tells nobody
            await asyncio.sleep(0.05)
    bot.later(seconds=301)
    return await bot.scrape()


async def updates_fail(bot: Running) -> Scrape:
    def fail(statement: str) -> None:
        if statement.startswith("INSERT INTO entries"):
            raise RuntimeError("as asked for")

    with each_statement(fail):
        bot.telegram.say(ANN, "6 fun")
        await bot.telegram.settled()
    return await bot.scrape()


async def database_busy(bot: Running) -> Scrape:
    begun, end = threading.Event(), threading.Event()

    def hold(_: object) -> None:
        begun.set()
        assert end.wait(60)

    first = asyncio.ensure_future(bot.app.database.write(hold))
    assert await asyncio.to_thread(begun.wait, 60)
    later = [asyncio.ensure_future(bot.app.database.write(lambda _: None)) for _ in range(101)]
    await asyncio.sleep(0)
    found = await bot.scrape()
    end.set()
    await asyncio.gather(first, *later)
    return found


async def database_slow(bot: Running) -> Scrape:
    with each_statement(lambda _: time.sleep(0.3)):
        bot.telegram.say(ANN, "6 fun")
        await bot.telegram.settled()
    return await bot.scrape()  # not before: a tick every 0.05 s keeps such a database busy


async def webhook_behind(bot: Running) -> Scrape:
    bot.telegram.failing[ANN] = 500
    for n in range(21):
        bot.telegram.say(ANN, f"{n + 6} fun")
    async with asyncio.timeout(60):
        while "budgetbot_webhook_pending_updates 21\n" not in ((found := await bot.scrape()).text or ""):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
    bot.telegram.failing.clear()
    await bot.telegram.settled()
    return found


async def backup_old(bot: Running) -> Scrape:
    bot.later(hours=49)
    return await bot.scrape()


async def requests_fail(bot: Running) -> Scrape:
    with store_down():
        assert {await bot.get(f"/s/{'A' * 42}{n}") for n in range(6)} == {503}
    return await bot.scrape()


async def telegram_silent(bot: Running) -> Scrape:
    bot.telegram.reachable = False
    cut = bot.telegram.cut
    await bot.telegram.until(lambda: bot.telegram.cut > cut + 2)  # what was under way has ended
    bot.later(seconds=301)
    found = await bot.scrape()
    bot.telegram.reachable = True
    return found


BROKEN: dict[str, tuple[str, Callable[[Running], Awaitable[Scrape]]]] = {
    "BudgetbotNotReady": ("webhook", not_ready),
    "BudgetbotUpdateWaits": ("polling", update_waits),
    "BudgetbotUpdatesFail": ("webhook", updates_fail),
    "BudgetbotDatabaseBusy": ("polling", database_busy),
    "BudgetbotDatabaseSlow": ("webhook", database_slow),
    "BudgetbotWebhookBehind": ("webhook", webhook_behind),
    "BudgetbotBackupOld": ("polling", backup_old),
    "BudgetbotRequestsFail": ("webhook", requests_fail),
    "BudgetbotTelegramSilent": ("webhook", telegram_silent),
}


def firing(before: Scrape, now: Scrape) -> set[str]:
    return {name for name, rule in ALERTS.items() if fires(rule["expr"], before, now)}


@pytest.mark.parametrize("alert", BROKEN)
async def test_an_alert_sees_what_it_is_for_and_nothing_before(tmp_path: Path, alert: str) -> None:
    mode, break_it = BROKEN[alert]
    async with running(tmp_path, mode) as bot:
        before = await bot.scrape()
        # The memory of a process that runs tests is its own.
        assert firing(before, await bot.scrape()) <= {"BudgetbotMemoryHigh"}
        assert alert in firing(before, await break_it(bot))
        bot.telegram.failing.clear()


async def test_a_bot_that_has_stopped_is_down(tmp_path: Path) -> None:
    async with running(tmp_path, "polling") as bot:
        before = await bot.scrape()
    assert firing(before, await bot.scrape()) == {"BudgetbotDown"}


GROWING = """
import sys
from pathlib import Path
from app.build import build_app
from settings import load

app = build_app(load({"DATABASE_URL": "sqlite:///" + sys.argv[1]}, env_file=None, checks={}))
for mebibytes in (0, 200):
    held = bytearray(b"x") * (mebibytes << 20)
    Path(sys.argv[1] + f"-{mebibytes}").write_text(app.metrics.exposition(ready=True))
"""


def test_a_process_that_grows_is_seen(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", GROWING, str(tmp_path / "budget.db")], check=True, cwd=ROOT, timeout=120)
    small, large = (Scrape(0, (tmp_path / f"budget.db-{size}").read_text()) for size in (0, 200))

    assert not fires(ALERTS["BudgetbotMemoryHigh"]["expr"], small, small)
    assert fires(ALERTS["BudgetbotMemoryHigh"]["expr"], small, large)


# --- nothing is named that is not there -----------------------------------------------------------------------------------


def test_each_alert_is_broken_here() -> None:
    assert {*BROKEN, "BudgetbotDown", "BudgetbotMemoryHigh"} == ALERTS.keys()


async def test_each_metric_of_an_alert_or_a_panel_is_told(tmp_path: Path) -> None:
    async with running(tmp_path, "webhook") as bot:
        await bot.get("/livez")
        scrape = await bot.scrape()
    expressions = {name: [rule["expr"]] for name, rule in ALERTS.items()} | PANELS

    assert all(expressions.values())
    named = {name: metric for name, those in expressions.items() for each in those for metric in names_in(each)}
    assert {name: metric for name, metric in named.items() if not scrape.series(metric)} == {}
    of_each = {metric for those in expressions.values() for each in those for metric in names_in(each)}
    assert not [metric for metric in of_each if not scrape.series(metric)]


@pytest.mark.parametrize("alert", ALERTS)
def test_each_alert_has_its_entry_in_the_runbook(alert: str) -> None:
    runbook = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
    _, found, entry = runbook.partition(f"\n### {alert}\n")

    assert found
    assert ALERTS[alert]["annotations"]["runbook"] == f"docs/operating.md#{alert.lower()}"
    words = entry.partition("\n### ")[0].partition("\n## ")[0]
    assert re.search(r"\*Means\*.*\*Look at\*.*\*Type\*", words, re.DOTALL)


def test_the_panels_have_places_of_their_own() -> None:
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        at: dict[str, Any] = panel["gridPos"]
        place = {(at["x"] + x, at["y"] + y) for x in range(at["w"]) for y in range(at["h"])}
        assert not place & taken, panel["title"]
        assert all(x < 24 for x, _ in place)
        taken |= place
    assert len({panel["id"] for panel in DASHBOARD["panels"]}) == len(DASHBOARD["panels"])


def test_prometheus_itself_can_read_the_rules_and_the_panels(tmp_path: Path) -> None:
    promtool = shutil.which("promtool")
    if promtool is None:
        pytest.skip("promtool is not here (Debian's package prometheus has it)")
    shown = [{"record": "panel", "expr": each, "labels": {"n": each}} for those in PANELS.values() for each in those]
    panels = tmp_path / "panels.yaml"
    panels.write_text(yaml.safe_dump({"groups": [{"name": "panels", "rules": shown}]}))
    subprocess.run([promtool, "check", "rules", "deploy/alerts.yaml", panels], check=True, cwd=ROOT, timeout=60)


@pytest.mark.parametrize("expression", ["up == ", "irate(up[5m]) > 1", "up ^ 2", "1 > 0", "1 and up", "sum(1) > 0"])
def test_what_the_tests_can_not_evaluate_is_refused(expression: str) -> None:
    with pytest.raises((ValueError, IndexError, KeyError)):
        fires(expression, Scrape(0, ""), Scrape(1, ""))
