"""Files that people send, through the whole program against a simulated Telegram: whatever they are, it stays light and awake."""

import asyncio
import json
import os
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest

from bot.telegram.api import Telegram
from bot.telegram.files import LONGEST_WAIT, MOST_DOWNLOADS, Downloads, FileNotFetched, FileTooLarge
from budget.imports.bounds import LARGEST_TABLE
from tests.chat import SUNDAY
from tests.loops import SetLoop, crowded, on
from tests.telegram.running import ANN, BOB, BotProcess, held_in, nothing_waits, record_file
from tests.telegram.simulated import NAME, TOKEN, SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

MIB = 1024 * 1024
DAY = "2026-11-22"
HEADING = b"day,kind,amount,currency,category,note\n"
ROWS = HEADING + f"{DAY},expense,12.50,USD,fun,\n".encode()
TOO_LARGE = (
    "That file is larger than 5 MiB, the most that I take. Nothing of it is recorded: send it in parts, or a whole budget "
    "in a ZIP."
)
NO_TABLE = "I need a table as CSV, with a heading, or OFX, QFX, QIF, CAMT.053 or MT940"


async def endless() -> AsyncIterator[bytes]:
    """Rows for ever; the bot has to hang up."""
    while True:
        yield f"{DAY},1\n".encode() * 8000


async def answer_to(telegram: SimulatedTelegram, number: int, chat: int = ANN) -> str:
    # By polling an update is also settled that a slow machine could not do in time, and tries again.
    await telegram.until(lambda: telegram.answers_to(chat, number))
    await telegram.settled(60)
    (shown,) = telegram.answers_to(chat, number)
    return shown.text


@pytest.mark.usefixtures("bot")
class TestThroughTheDoor:
    """By webhook and by polling."""

    async def test_a_file_is_imported(self, telegram: SimulatedTelegram, tmp_path: Path) -> None:
        number = telegram.send_file(ANN, ROWS, announced=len(ROWS))

        assert (await answer_to(telegram, number)).startswith("This is my own CSV, 1 row,")
        assert held_in(tmp_path) == {}
        assert (await record_file(telegram, ANN, number)).startswith("✓ $12.50")
        assert held_in(tmp_path) == {(ANN, number, 0): 1250}

    @pytest.mark.parametrize("announced", [None, 0, 5, 10**12])
    async def test_the_bytes_that_arrive_count_and_no_announced_size(
        self, telegram: SimulatedTelegram, tmp_path: Path, announced: int | None
    ) -> None:
        good = telegram.send_file(ANN, ROWS, announced=announced)
        large = telegram.send_file(ANN, b"a" * (LARGEST_TABLE + 1), announced=announced)
        whole = telegram.send_file(ANN, ROWS + b"\n" * (LARGEST_TABLE - len(ROWS)), announced=announced)
        unending = telegram.send_file(ANN, endless(), announced=announced)
        beyond_telegram = telegram.send_file(ANN, b"a" * 20_000_001, announced=announced)

        assert await answer_to(telegram, large) == TOO_LARGE
        assert await answer_to(telegram, unending) == TOO_LARGE
        assert await answer_to(telegram, beyond_telegram) == TOO_LARGE
        assert (await answer_to(telegram, whole)).startswith("There are more than 5,000 rows")
        assert (await answer_to(telegram, good)).startswith("This is my own CSV, 1 row,")
        assert held_in(tmp_path) == {}

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "This file is PDF, which I can't read."),
            (b"PK\x03\x04" + b"\0" * 42_000, NO_TABLE),
            (b"\x89PNG\r\n\x1a\n\0\0\x81" + os.urandom(100), "This file is PNG, which I can't read."),
            (b"", NO_TABLE),
        ],
        ids=["pdf", "zip", "png", "empty"],
    )
    async def test_other_documents_are_refused_in_a_sentence(
        self, telegram: SimulatedTelegram, tmp_path: Path, content: bytes, said: str
    ) -> None:
        number = telegram.send_file(ANN, content)

        assert (await answer_to(telegram, number)).startswith(said)
        assert held_in(tmp_path) == {}

    async def test_a_file_that_telegram_has_no_more_is_told(self, telegram: SimulatedTelegram) -> None:
        number = telegram.send_file(ANN, ROWS)
        telegram.files.clear()

        assert (await answer_to(telegram, number)).startswith("I could not get that file from Telegram.")

    async def test_a_caption_for_another_bot_or_command_fetches_nothing(self, telegram: SimulatedTelegram) -> None:
        await telegram.until(lambda: telegram.profile.get("commands"))
        telegram.send_file(ANN, endless(), "/import@another_bot")
        telegram.send_file(ANN, endless(), "/important")
        telegram.send_file(ANN, ROWS, f"/Import@{NAME} please")
        await telegram.settled(60)

        unknown, ours = telegram.said(ANN)
        assert unknown.text.startswith("I don't know /important")
        assert ours.text.startswith("This is my own CSV, 1 row,")
        assert [params["file_id"] for params in telegram.made("getFile")] == ["file-2"]

    async def test_several_at_once_are_all_answered(self, telegram: SimulatedTelegram, tmp_path: Path) -> None:
        numbers = [(chat, telegram.send_file(chat, ROWS)) for chat in (ANN, BOB) for _ in range(12)]
        await telegram.settled(60)
        for chat, number in numbers:
            assert (await answer_to(telegram, number, chat)).startswith("This is my own CSV, 1 row,")
            (shown,) = telegram.answers_to(chat, number)
            telegram.tap(chat, shown.number, "Record 1")
        await telegram.settled(60)

        # Each file holds the same row: what one of a chat has recorded is not new in the others.
        assert sorted(chat for chat, _, _ in held_in(tmp_path)) == sorted([ANN, BOB])

    async def test_an_export_comes_as_a_file_that_can_be_imported(self, telegram: SimulatedTelegram) -> None:
        telegram.next_faults.append(("sendDocument", 500))
        rows = HEADING + f"{DAY},expense,1.00,USD,,{'n' * 190}\n".encode() * 2500  # beyond what is kept in memory
        await record_file(telegram, ANN, telegram.send_file(ANN, rows))
        telegram.say(ANN, "/export")
        await telegram.settled(60)

        (sent,) = telegram.made("sendDocument")
        assert sent["caption"] == "All your entries: 2,500 rows."
        assert sent["document"].count(b"\r\n") == 2501
        number = telegram.send_file(BOB, sent["document"])
        assert (await answer_to(telegram, number, BOB)).startswith("This is my own CSV, 2,500 rows,")


class LocalTelegram(Telegram):
    """A Telegram whose Bot API server tells where on the disk a file is."""

    def __init__(self, path: Path) -> None:
        super().__init__(TOKEN, "http://127.0.0.1", request=Answering({"file_path": str(path)}))


class Answering(BaseRequest):
    """Answers every call alike."""

    def __init__(self, result: dict[str, str]) -> None:
        self._answer = json.dumps({"ok": True, "result": {"file_id": "x", "file_unique_id": "x"} | result}).encode()

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return 200, self._answer


# --- fetching -------------------------------------------------------------------------------------------------------------


@pytest.fixture
async def api(telegram: SimulatedTelegram) -> AsyncIterator[Telegram]:
    api = Telegram(TOKEN, telegram.url, longest_download=1)
    await api.own_name()  # so that no download waits for an import
    yield api
    await api.close()


async def test_a_file_that_trickles_is_given_up(telegram: SimulatedTelegram, api: Telegram) -> None:
    hung = asyncio.Event()

    async def trickle() -> AsyncIterator[bytes]:
        yield b"day"
        await hung.wait()

    telegram.files["slow"] = trickle()
    with pytest.raises(FileNotFetched):
        await api.fetch("slow")
    hung.set()


async def test_a_file_is_fetched_up_to_the_bound(telegram: SimulatedTelegram, api: Telegram) -> None:
    telegram.files |= {"at": b"x" * 1000, "over": b"x" * 1001, "endless": endless()}

    assert await api.fetch("at", 1000) == b"x" * 1000
    for file in ("over", "endless"):
        with pytest.raises(FileTooLarge):
            await api.fetch(file, 1000)


async def test_a_file_on_the_disk_of_a_local_server_is_read_up_to_the_bound(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(b"x" * 1000)
    api = LocalTelegram(tmp_path / "table.csv")

    assert await api.fetch("any", 1000) == b"x" * 1000
    with pytest.raises(FileTooLarge):
        await api.fetch("any", 999)
    await api.close()


async def test_where_files_cannot_be_had_now_the_update_is_repeated_and_no_address_is_told(
    telegram: SimulatedTelegram, api: Telegram
) -> None:
    telegram.files["x"] = ROWS
    telegram.reachable = False
    with pytest.raises(NetworkError) as problem:
        await api.fetch("x")
    assert TOKEN not in str(problem.value)


def test_four_files_are_held_at_a_time_and_one_that_waits_too_long_is_repeated() -> None:
    found: list[object] = []

    async def fetch(_: str) -> bytes:
        await asyncio.sleep(0)
        return b"x"

    async def test(loop: SetLoop) -> None:
        downloads = Downloads(fetch)
        found.extend(await crowded(loop, lambda: downloads.fetched("file"), 20, LONGEST_WAIT))

    on(test)
    assert found == [[TimedOut] * 16, MOST_DOWNLOADS]
    assert MOST_DOWNLOADS == 4


async def test_a_fetch_that_brings_too_much_is_refused_and_gives_its_place_back() -> None:
    async def fetch(file: str) -> bytes:
        return b"x" * (LARGEST_TABLE + (file == "over"))

    downloads = Downloads(fetch)
    for _ in range(3 * MOST_DOWNLOADS):
        with pytest.raises(FileTooLarge):
            async with downloads.fetched("over"):
                pass
    async with downloads.fetched("at") as content:
        assert len(content) == LARGEST_TABLE


# --- the whole process ----------------------------------------------------------------------------------------------------


def peak(process: int) -> int:
    """Return the most memory that a process has held, in MiB."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    assert found is not None
    return int(found[1]) // 1024


async def ask_livez(port: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the kernel tells no peak here")
@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_the_process_stays_under_256_mib_and_awake_with_any_files(tmp_path: Path, mode: str) -> None:
    bomb = (",".join(f"c{n}" for n in range(3600)) + "\n" + "1\n" * 22_930).encode()
    wide = ("day,amount,note" + ",x" * 47 + "\n").encode()
    wide += (f"{DAY},1,{'n' * 200}" + ",yyyyyyyyyyyyyyy" * 47 + "\n").encode() * 5000
    many_lines = b"day,amount,note\n" + f'{DAY},1,"'.encode() + b"\n" * 490 + b'"\n'
    many_lines = (many_lines + (f'{DAY},1,"'.encode() + b"\n" * 490 + b'"\n') * 5000)[:LARGEST_TABLE]
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram:
        process = BotProcess(telegram, tmp_path, mode)
        await process.start()
        await process.up()
        telegram.say(ANN, "5 fun")
        await telegram.settled(60)

        files = [bomb, wide, many_lines, b"\n" * LARGEST_TABLE, b'"' * LARGEST_TABLE, b"," * LARGEST_TABLE]
        sent = [(ANN + n, telegram.send_file(ANN + n, files[n % len(files)], announced=0)) for n in range(12)]
        sent.append((BOB, telegram.send_file(BOB, endless())))
        awake = 0
        while telegram.pending:
            async with asyncio.timeout(60):
                assert b"200 OK" in await ask_livez(process.port)
            awake += 1
        await telegram.settled(60)
        await nothing_waits(tmp_path, 60)
        most = peak(process.process.pid)
        status = await process.stop()

    assert status == 0
    assert all(telegram.answers_to(chat, number) for chat, number in sent)
    assert awake > 5, "the loop answers while tables are read"
    assert most < 256
