"""The memory of the whole program: one heap for all threads, and little of it whatever comes at the same time."""

import platform
import re
from itertools import pairwise
from pathlib import Path

import pytest

from budget.imports.bounds import LARGEST_TABLE
from tests.budget.imports.attacks import ATTACKS
from tests.chat import SUNDAY
from tests.scale import LONG
from tests.telegram.running import ANN, BotProcess, nothing_waits
from tests.telegram.simulated import SimulatedTelegram
from tests.telegram.test_files import peak

_LONGEST = 1200.0
"""Seconds that only keep a broken test from waiting for ever."""
_HEAP = 64 * 2**20
"""Bytes of addresses that glibc sets apart for the heap of a thread, at a multiple of them."""
_DAYS = [f"{month:02}-{day:02}" for month in range(1, 11) for day in range(1, 29)]
NOTE = "shop {} " * 12


def rows(row: str, start: str = "", end: str = "") -> bytes:
    """Return a file of 5,000 rows, or of as many as the largest one has room for."""
    note = [NOTE.format(*[n] * 12) for n in range(5000)]
    text = (row.format(n=n, price=f"{n % 900 + 1}", day=_DAYS[n % 280], note=note[n]) for n in range(5000))
    return (start + "".join(text)).encode()[: LARGEST_TABLE - len(end)] + end.encode()


FULL = {
    "own": lambda: rows("2026-{day},expense,{price}.50,USD,fun,{note}\n", "day,kind,amount,currency,category,note\n"),
    "bank": lambda: rows("2026-{day};{note}{note};-{price}.50;1\n", "Date;Description;Amount;Balance\n"),
    "ofx": lambda: rows(
        "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>2026-{day}<TRNAMT>-{price}.50<FITID>{n}<NAME>{note}<MEMO>{note}{note}</STMTTRN>",
        "OFXHEADER:100\n<OFX><CURDEF>USD<BANKTRANLIST>",
    ).replace(b"-", b""),
    "qif": lambda: rows("D2026-{day}\nT-{price}.50\nP{note}{note}{note}\nM{note}{note}\n^\n", "!Type:Bank\n"),
    "mt940": lambda: rows(":61:26{day}D{price},50NMSC{n}\n:86:166?20{note}\n", ":20:x\n").replace(b"-", b""),
    "json": ATTACKS["json entries"],
    "json zip": ATTACKS["json zip"],
}
"""Files of each format with as much as may be in one."""


def heaps(process: int) -> int:
    """Return how many heaps of threads a process has, beside the one of all."""
    maps = re.findall(
        r"^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ 00:00 0 *\n", Path(f"/proc/{process}/maps").read_text(), re.MULTILINE
    )
    spans = [(int(begin, 16), int(end, 16), rights) for begin, end, rights in maps]
    return sum(
        first[1] == rest[0] and first[0] % _HEAP == 0 and rest[1] - first[0] == _HEAP and rest[2].startswith("---")
        for first, rest in pairwise(spans)
    )


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library has other heaps")
async def test_all_threads_take_memory_from_one_heap(tmp_path: Path) -> None:
    """Each thread had its own, and what one of them had given back was no room for the others: nine files took 263 MiB."""
    async with SimulatedTelegram(now=lambda: SUNDAY) as telegram:
        process = BotProcess(telegram, tmp_path, "webhook")
        await process.start()
        await process.up()
        telegram.say(ANN, "5 fun")
        telegram.send_file(ANN, FULL["mt940"]())
        telegram.say(ANN, "/export")
        await telegram.settled(_LONGEST)
        found = heaps(process.process.pid)
        assert await process.stop() == 0

    assert found == 0


@pytest.mark.skipif(not LONG, reason="some minutes; make chaos sends all of them")
@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_full_files_of_all_formats_at_once_stay_under_256_mib(tmp_path: Path, mode: str) -> None:
    async with SimulatedTelegram() as telegram:
        process = BotProcess(telegram, tmp_path, mode)
        await process.start()
        await process.up()
        sent = [
            (ANN + n, telegram.send_file(ANN + n, made())) for n, made in enumerate([*FULL.values(), *FULL.values()])
        ]
        for _ in range(3):
            await telegram.settled(_LONGEST)
            await nothing_waits(tmp_path, _LONGEST)
            for chat, number in sent:
                for shown in telegram.answers_to(chat, number):
                    wanted = next(
                        (label for label in shown.buttons if label.startswith(("Record ", "Restore", "Undo"))), ""
                    )
                    if wanted:
                        telegram.tap(chat, shown.number, wanted)
        most = peak(process.process.pid)
        assert await process.stop() == 0

    assert most < 256
