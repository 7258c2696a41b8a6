"""`make bench`: prints each figure with its floor and their ratio, and writes all to `bench/latest.json`.

Instructions are counted by valgrind: (a run of 140 - a run of 40) / 100, which leaves out start-up; runs differ by 0.3 %. Memory is
that of the process at the end. Compare the ratios: machines differ.
"""

import asyncio
import compileall
import json
import os
import platform
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import sizes
from bench.load import Server, serving, slow_disk
from bench.subjects import app_in, record

FEW, MANY = 40, 140
HERE = Path(__file__).parent
MATPLOTLIB = str(HERE.parent / ".venv-bench" / "bin" / "python")
"""The Python of an environment of its own for matplotlib, which neither the program nor its tests need."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: what was measured, its floor (None: no floor), and the ratio of the two that is aimed at."""

    name: str
    what: str
    value: float
    floor: float | None
    unit: str
    aim: float | None
    at_least: bool = False

    @property
    def ratio(self) -> float:
        """The figure over its floor, which hardly differs between machines; the aim is for it."""
        return round(self.value / self.floor if self.floor is not None else self.value, 3)

    @property
    def is_met(self) -> bool:
        return self.aim is None or (self.ratio >= self.aim if self.at_least else self.ratio <= self.aim)

    def __str__(self) -> str:
        floor = "" if self.floor is None else f" / {self.floor:,.1f} = {self.ratio:.2f}"
        aim = (
            ""
            if self.aim is None
            else f" (aim {'≥' if self.at_least else '≤'} {self.aim}{'' if self.is_met else ', MISSED'})"
        )
        return f"{self.name:<4} {self.what:<52} {self.value:>11,.1f}{floor} {self.unit}{aim}"


def run(program: str, times: int, folder: Path, *before: str) -> subprocess.CompletedProcess[str]:
    """Run a program of `bench.subjects`, under another program such as valgrind."""
    command = [*before, sys.executable, "-m", "bench.subjects", program, str(times), str(folder)]
    environ = os.environ | {"PYTHONHASHSEED": "0"}
    return subprocess.run(command, cwd=HERE.parent, env=environ, check=True, capture_output=True, text=True)  # noqa: S603


def instructions(program: str, times: int, book: Path | None) -> int:
    """Count the instructions of a run, on a copy of a book."""
    with tempfile.TemporaryDirectory() as folder:
        if book is not None:
            shutil.copy(book, Path(folder) / "budget.db")
        ran = run(
            program,
            times,
            Path(folder),
            "valgrind",
            "--tool=cachegrind",
            "--cache-sim=no",
            "--cachegrind-out-file=/dev/null",
        )
    found = re.search(r"I\s+refs:\s+([\d,]+)", ran.stderr)
    if found is None:
        raise RuntimeError(f"valgrind says nothing of instructions:\n{ran.stderr[-500:]}")
    return int(found[1].replace(",", ""))


def each(program: str, book: Path | None) -> float:
    """Return the thousands of instructions that one repetition takes."""
    return (instructions(program, MANY, book) - instructions(program, FEW, book)) / (MANY - FEW) / 1000


def memory(program: str, book: Path | None) -> float:
    """Return the MiB that a process holds after a hundred repetitions."""
    with tempfile.TemporaryDirectory() as folder:
        if book is not None:
            shutil.copy(book, Path(folder) / "budget.db")
        return int(run(program, 100, Path(folder)).stdout) / 2**20


def read_times() -> tuple[float, float]:
    """Return the microseconds of reading a message of the usual kind, and one of 4,096 hostile characters: medians."""
    from bench.subjects import HOSTILE, TEXTS, reader

    read = reader()

    def median(text: str, rounds: int) -> float:
        taken = []
        for _ in range(rounds):
            begun = time.perf_counter_ns()
            read(text)
            taken.append(time.perf_counter_ns() - begun)
        return statistics.median(taken) / 1000

    for text in TEXTS:
        read(text)  # warms up what is compiled or looked up once
    return statistics.median(median(text, 200) for text in TEXTS), max(median(text, 5) for text in HOSTILE)


def books(folder: Path) -> tuple[Path, Path]:
    """Return a new book, and one with 200 entries."""
    new, filled = folder / "new.db", folder / "filled.db"
    for book, expenses in ((new, 0), (filled, 200)):
        place = folder / book.stem
        place.mkdir()
        app_in(place)
        asyncio.run(record(expenses, place))
        shutil.move(place / "budget.db", book)
    return new, filled


# --- the figures ----------------------------------------------------------------------------------------------------------

_COUNTED = "thousand instructions"
_ROOMS = ("app", "bench", "bot", "budget", "languages", "storage", "web", "words")


def compile_files() -> None:
    """Compile all files of the program, as its image has them. Otherwise a start would take twice as many instructions."""
    for room in _ROOMS:
        compileall.compile_dir(HERE.parent / room, quiet=1)
    for file in HERE.parent.glob("*.py"):
        compileall.compile_file(file, quiet=1)


def recording(new: Path, _filled: Path) -> Iterator[Figure]:
    floor = each("record-floor", None)
    alone = each("record", new)
    yield Figure("G1", "record an expense / dispatch without a database", alone, floor, _COUNTED, 1.6)
    planned = each("record-planned", new)
    yield Figure("G1", "... with 50 bills, 20 that carry, a card / without", planned, alone, _COUNTED, 1.25)


def rates(_new: Path, _filled: Path) -> Iterator[Figure]:
    with serving("program") as program, serving("floor") as floor:
        yield _rate("G3", "updates/s, 16 at once / one commit each", program, floor, 0.40)
    with sizes.servers_book() as url, serving("program", {"BENCH_DATABASE_URL": url}) as program:
        program.rate(400)
        rate = statistics.median(program.rate(400) for _ in range(7))
        yield Figure("G3", "... on PostgreSQL, which runs beside it", rate, None, "updates/s", None)


def rates_on_a_slow_disk(_new: Path, _filled: Path) -> Iterator[Figure]:
    with slow_disk(3000) as slow, serving("program", slow) as program, serving("floor", slow) as floor:
        yield _rate("G5", "... with a disk 3 ms slower to sync", program, floor, 1.5)


def _rate(name: str, what: str, program: Server, floor: Server, aim: float) -> Figure:
    both: dict[Server, list[float]] = {program: [], floor: []}
    for round_ in range(8):
        for server, found in both.items():
            found.append(server.rate(400))
            if round_ == 0:
                found.clear()  # warms up what is imported and compiled once
    return Figure(
        name, what, statistics.median(both[program]), statistics.median(both[floor]), "updates/s", aim, at_least=True
    )


def starting(new: Path, _filled: Path) -> Iterator[Figure]:
    floor = instructions("start-floor", 1, None) / 1000
    yield Figure(
        "G7",
        "start to the first answer / import telegram.ext",
        instructions("start", 1, new) / 1000,
        floor,
        _COUNTED,
        2.9,
    )
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(new, Path(folder) / "budget.db")
        calls, contexts = map(int, run("start-watched", 1, Path(folder)).stdout.split()[:2])
    yield Figure("G7", "network calls until then", calls, None, "", 0)
    yield Figure("G7", "TLS contexts until then", contexts, None, "", 0)


def resident(new: Path, _filled: Path) -> Iterator[Figure]:
    yield Figure(
        "G8", "memory after load / the floor's", memory("record", new), memory("record-floor", None), "MiB", 2.5
    )


def large_books(_new: Path, _filled: Path) -> Iterator[Figure]:
    for small, large in sizes.PAIRS:
        for database, (found, held) in sizes.took((small, large)).items():
            least, most = found[small], found[large]
            yield Figure(
                "G9",
                f"bytes for an entry, its message and indexes, {large.chats:,} chats, {database}",
                held / large.entries,
                None,
                "bytes",
                None,
            )
            among = f"{large.each:,} entries among {large.chats:,} / {small.chats:,}, {database}"
            yield from _grown(among, most, least, 1.2)
    light, heavy = sizes.LIGHT, sizes.HEAVY
    for database, (found, _) in sizes.took((light, heavy)).items():
        year = f"{heavy.each:,} entries in a year / {light.each:,}, {database}"
        yield from _grown(year, found[heavy], found[light], 1.1)


def _grown(chats: str, most: sizes.Took, least: sizes.Took, aim: float) -> Iterator[Figure]:
    for what, took in most.items():
        yield Figure("G9", f"{what} of an unremembered chat of {chats}", took * 1000, least[what] * 1000, "ms", aim)


def pages(_new: Path, filled: Path) -> Iterator[Figure]:
    floor = each("page-floor", filled)
    yield Figure("G10", "the summary as JSON / by hand", each("page-json", filled), floor, _COUNTED, 2.0)
    yield Figure("G10", "the summary as a page / JSON by hand", each("page-html", filled), floor, _COUNTED, 2.6)
    yield Figure("G10", "... and a hundred entries", each("page-entries", filled), floor, _COUNTED, None)


def pictures(_new: Path, _filled: Path) -> Iterator[Figure]:
    took: dict[str, list[tuple[float, ...]]] = {"ours": [], "matplotlib": []}
    for _ in range(5):
        for name, python, how in (
            ("ours", sys.executable, ["-m", "bench.picture"]),
            ("matplotlib", MATPLOTLIB, ["bench/picture.py"]),
        ):
            ran = subprocess.run([python, *how, name], cwd=HERE.parent, check=True, capture_output=True, text=True)  # noqa: S603
            took[name].append(tuple(map(float, ran.stdout.split())))
    first, again = (statistics.median(each) for each in zip(*took["ours"], strict=True))
    floor, _ = (statistics.median(each) for each in zip(*took["matplotlib"], strict=True))
    yield Figure("G12", "import what draws, and draw / by matplotlib", first, floor, "ms", 0.15)
    yield Figure("G12", "the same picture again", again, None, "ms", 1)


def reading(_new: Path, _filled: Path) -> Iterator[Figure]:
    usual, hostile = read_times()
    yield Figure("G14", "read a message, median", usual, None, "µs", 100)
    yield Figure("G14", "read 4,096 hostile characters", hostile, None, "µs", 5000)


def acknowledging(_new: Path, _filled: Path) -> Iterator[Figure]:
    with serving("program") as program:
        program.rate(100)
        latencies = program.latencies(30, 60)
        p99 = statistics.quantiles(latencies, n=100)[98] * 1000
        yield Figure("G15", "acknowledged, 30 updates/s for a minute, p99", p99, None, "ms", 150)
    with serving("program") as program:
        program.rate(1000)
        before = program.resident() / 2**20
        program.rate(99_000)
        yield Figure(
            "G15", "memory after 100,000 updates / after 1,000", program.resident() / 2**20, before, "MiB", 1.05
        )


def polling(_new: Path, _filled: Path) -> Iterator[Figure]:
    from bench.polling import MEASURES, rounds

    took = rounds(("polling", "polling-floor"), 5)
    for what, unit, measured, aim, at_least in MEASURES:
        value, floor = (statistics.median(map(measured, each)) for each in took)
        yield Figure("G16", what, value, floor, unit, aim, at_least)
    for what, measured, aim in (
        ("requests for updates an update, many at once", lambda each: each.many.polls, 0.2),
        ("requests for updates an update, one chat alone", lambda each: each.alone.polls, 0.2),
    ):
        yield Figure("G16", what, statistics.median(map(measured, took[0])), None, "", aim)


FIGURES: dict[str, Callable[[Path, Path], Iterator[Figure]]] = {
    "G1": recording, "G3": rates, "G5": rates_on_a_slow_disk, "G7": starting, "G8": resident, "G9": large_books, "G10": pages,
    "G12": pictures, "G14": reading, "G15": acknowledging, "G16": polling,
}  # fmt: skip


def main() -> None:
    """Measure the figures that are named, all by default; print and write them."""
    asked = sys.argv[1:] or list(FIGURES)
    if strangers := set(asked) - FIGURES.keys():
        sys.exit(f"{', '.join(sorted(strangers))}: there is {', '.join(FIGURES)}.")
    compile_files()
    measured: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        new, filled = books(Path(folder))
        for name in asked:
            for one in FIGURES[name](new, filled):
                print(one, flush=True)
                measured.append(one)
    write(measured)


def write(measured: list[Figure]) -> None:
    """Write figures into `bench/latest.json`, in place of those of the same name, each beside the floor of its run."""
    latest = HERE / "latest.json"
    known = json.loads(latest.read_text(encoding="utf-8"))["figures"] if latest.exists() else []
    by_name = {(each["name"], each["what"]): each for each in known}
    for one in measured:
        by_name[one.name, one.what] = asdict(one) | {"ratio": one.ratio, "met": one.is_met}
    written = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "figures": sorted(by_name.values(), key=lambda each: list(FIGURES).index(each["name"])),
    }
    latest.write_text(json.dumps(written, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for program, package in (("valgrind", "valgrind"), ("cc", "gcc")):
        if shutil.which(program) is None:
            sys.exit(f"{program} is missing: install it (on Debian and Ubuntu: apt install {package}).")
    main()
