"""The log follows an update, and a request, through every task and thread, and names no chat."""

import io
import json
import logging
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, event

from app.logs import log_to
from tests.chat import SUNDAY, settings_for
from tests.telegram.running import ANN, bot_on
from tests.telegram.simulated import SECRET, TOKEN, SimulatedTelegram
from trail import of_request, of_update

Line = dict[str, Any]


@pytest.fixture
def statements_logged() -> Iterator[None]:
    """Log each statement in the thread that makes it."""

    def tell(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        logging.getLogger("sql").info("%s: %s", threading.current_thread().name, statement.split(maxsplit=1)[0])

    event.listen(Engine, "before_cursor_execute", tell)
    yield
    event.remove(Engine, "before_cursor_execute", tell)


def listening(path: Path, format_: str) -> io.StringIO:
    out = io.StringIO()
    log_to(out, settings_for(path, TELEGRAM_BOT_TOKEN=TOKEN, LOG_FORMAT=format_))
    return out


def lines_of(out: io.StringIO) -> list[Line]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.usefixtures("statements_logged")
@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_each_line_of_an_update_names_it_and_its_chat_by_a_hash(tmp_path: Path, mode: str) -> None:
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram, bot_on(telegram, tmp_path, mode) as app:
        out = listening(tmp_path, "json")
        telegram.next_faults.append(("sendMessage", 500))
        telegram.say(ANN, "5 fun")
        await telegram.settled()
        assert telegram.latest is not None
        number = telegram.latest["update_id"]
        counts = app.metrics.exposition(ready=True)
    assert 'budgetbot_updates_total{outcome="done"} 1\n' in counts, "when it is answered"
    assert 'budgetbot_updates_total{outcome="to be repeated"} 1\n' in counts, "as the log says"
    lines = lines_of(out)

    ours = [line for line in lines if line.get("update") == number]
    assert [line["logger"] for line in ours if line["message"].startswith("Update done in ")] == [
        "bot.telegram.outcomes"
    ], "it is told once, when it is answered"
    assert any("repeated" in line["message"] for line in ours), "the door's own task"
    threads = {line["message"].partition(":")[0] for line in ours if line["logger"] == "sql"}
    assert threads == {"ledger", "looks"}
    (chat,) = {line["chat"] for line in ours}
    assert re.fullmatch(r"[0-9a-f]{10}", chat)
    assert {"request" in line for line in ours} == {mode == "webhook"}
    assert not [secret for secret in (str(ANN), TOKEN, SECRET) if secret in out.getvalue()]


@pytest.mark.usefixtures("statements_logged")
async def test_each_line_of_a_request_names_it(tmp_path: Path) -> None:
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram, bot_on(telegram, tmp_path, "webhook"):
        await telegram.until(lambda: telegram.webhook["url"])
        out = listening(tmp_path, "json")
        async with httpx.AsyncClient(trust_env=False) as client:
            assert (await client.get(f"http://127.0.0.1:{telegram.ports[0]}/s/{'A' * 43}")).status_code == 404
    lines = lines_of(out)

    (access,) = (line for line in lines if line["logger"] == "web.access")
    assert re.fullmatch(r"[0-9a-f]{16}", access["request"])
    (looked,) = (line for line in lines if line["message"].startswith("looks") and line.get("request"))
    assert looked["request"] == access["request"]
    assert "A" * 43 not in out.getvalue()
    assert not [line for line in lines if "update" in line or "chat" in line]


def test_a_chat_has_one_hash_in_every_run_of_a_bot_and_another_at_another_bot(tmp_path: Path) -> None:
    def hash_with(token: str) -> str:
        out = io.StringIO()
        log_to(out, settings_for(tmp_path, TELEGRAM_BOT_TOKEN=token, LOG_FORMAT="json"))
        with of_update(1, ANN):
            logging.getLogger("x").warning("x")
        return str(lines_of(out)[0]["chat"])

    another = TOKEN[:-1] + ("a" if TOKEN[-1] != "a" else "b")
    assert hash_with(TOKEN) == hash_with(TOKEN) != hash_with(another)


def test_a_persons_line_is_as_before_but_for_a_suffix(tmp_path: Path) -> None:
    out = listening(tmp_path, "console")
    log = logging.getLogger("x")
    log.warning("Nothing is being done")
    with of_request("00ff00ff00ff00ff"), of_update(77, -ANN):
        try:
            raise RuntimeError(f"it was {-ANN}, not {ANN}1")
        except RuntimeError:
            log.exception("It failed")
        log.warning("Request %s failed", "00ff00ff00ff00ff")
    log.warning("Nothing is being done")
    lines = [re.sub(r"^[0-9-]+ [0-9:,]+ ", "", line) for line in out.getvalue().splitlines()]

    assert lines[0] == lines[-1] == "WARNING x: Nothing is being done"
    assert re.fullmatch(r"ERROR x: It failed \[update 77 chat [0-9a-f]{10} request 00ff00ff00ff00ff\]", lines[1])
    assert f"RuntimeError: it was -[chat], not {ANN}1" in lines
    assert re.fullmatch(r"WARNING x: Request 00ff00ff00ff00ff failed \[update 77 chat [0-9a-f]{10}\]", lines[-2])
