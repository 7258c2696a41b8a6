"""Told to stop at any moment of its start or of its work, the program ends. `make chaos` tries 2,000 moments.

The moments are spread over the time that a start takes on this machine; what is waited for has a deadline that no machine needs.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from asyncio.subprocess import Process
from pathlib import Path

import pytest

from storage.schema import upgrade
from tests.chat import _empty_book
from tests.scale import LONG

ROOT = Path(__file__).parent.parent.parent
STARTS = 2000 if LONG else 12
AT_ONCE = 3
DEADLINE = 60  # seconds
CLEAN = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}} | {"PORT": "0"}


async def started(folder: Path, *program: str, **environ: str) -> Process:
    """Start a program in a folder; its standard input stays open, so that it never ends by itself."""
    return await asyncio.create_subprocess_exec(
        sys.executable, *program, cwd=folder, env=CLEAN | environ, stdin=-1, stdout=-1, stderr=-1
    )


async def ended(process: Process) -> tuple[int | None, str, str]:
    """Wait for the end of a process: its status, and what it said."""
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        async with asyncio.timeout(DEADLINE):
            said, complained = await asyncio.gather(process.stdout.read(), process.stderr.read())
            return await process.wait(), said.decode(), complained.decode()
    finally:
        if process.returncode is None:
            process.kill()


async def time_of_a_start(folder: Path) -> float:
    """Measure how long a start takes, until all of it is up."""
    begun, process = time.monotonic(), await started(folder, str(ROOT / "main.py"), "run")
    assert process.stderr is not None
    async with asyncio.timeout(DEADLINE):
        while b"The HTTP side is at" not in await process.stderr.readline():
            pass
    took = time.monotonic() - begun
    process.terminate()
    assert (await ended(process))[0] == 0
    return took


def caught_by(pid: int) -> int:
    """The signals that a process has handlers for, a bit for each."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1], 16) for line in lines if line.startswith("SigCgt:"))


LINUX = Path("/proc/self/status").exists()


async def until_it_has_begun(process: Process) -> None:
    """Wait until main.py has taken SIGTERM over, its very first act: before, Python itself shows a traceback for a SIGINT."""
    async with asyncio.timeout(DEADLINE):
        while True:
            if caught_by(process.pid) >> (signal.SIGTERM - 1) & 1:
                return
            await asyncio.sleep(0)


async def test_a_start_that_is_told_to_stop_ends_whatever_it_is_at(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    took = await time_of_a_start(tmp_path / "first")
    few, one_after_another = asyncio.Semaphore(AT_ONCE), asyncio.Lock()
    statuses: list[int | None] = []

    async def start(n: int) -> None:
        number = signal.SIGINT if LINUX and n % 2 else signal.SIGTERM
        folder = tmp_path / str(n)
        folder.mkdir()
        book = folder / "budget.db"
        if n % 4 < 2:
            shutil.copy(_empty_book(), book)
        process = await started(folder, str(ROOT / "main.py"), "run")
        if number == signal.SIGINT:
            await until_it_has_begun(process)
        await asyncio.sleep(took * 1.3 * n / STARTS)
        process.send_signal(number)
        status, _, complained = await ended(process)
        assert status in {0, -number}, (n, complained)
        assert "Traceback" not in complained, (n, complained)
        assert "ignored" not in complained, (n, complained)
        statuses.append(status)
        async with one_after_another:  # Alembic keeps its context in a module
            await asyncio.to_thread(
                upgrade, f"sqlite:///{book}"
            )  # whatever it was at, the next start goes on from there
        shutil.rmtree(folder)

    async def one(n: int) -> None:
        async with few:
            await start(n)

    async with asyncio.TaskGroup() as tasks:
        for n in range(STARTS):
            tasks.create_task(one(n))
    assert len(statuses) == STARTS
    assert 0 in statuses


AT_AN_IMPORT = """
import os, runpy, signal, sys, weakref

class Thing:
    pass

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == os.environ["MODULE"]:
            sys.meta_path.remove(self)
            thing = Thing()
            watched = weakref.ref(thing, lambda _: signal.raise_signal(int(os.environ["SIGNAL"])))
            del thing  # what the callback raises is ignored by Python
        return None

sys.meta_path.insert(0, Finder())
sys.argv[:] = [os.environ["MAIN"], os.environ["VERB"]]
sys.path[0] = os.path.dirname(sys.argv[0])
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize(
    "module", ["argparse", "bot.replies", "storage.tables", "alembic", "uvicorn", "web.routes", "bot.terminal"]
)
async def test_a_signal_inside_a_callback_of_an_import_is_not_lost(
    tmp_path: Path, module: str, number: signal.Signals
) -> None:
    environ = {"MODULE": module, "SIGNAL": str(int(number)), "MAIN": str(ROOT / "main.py"), "VERB": "run"}
    if module == "alembic":  # a migrated book needs none
        environ["DATABASE_URL"] = "sqlite:///new.db"
    else:
        shutil.copy(_empty_book(), tmp_path / "budget.db")

    status, _, complained = await ended(await started(tmp_path, "-c", AT_AN_IMPORT, **environ))

    assert status == 0, complained
    assert "Traceback" not in complained
    assert "ignored" not in complained


async def test_a_verb_that_is_broken_off_while_it_starts_says_no_traceback_and_no_success(tmp_path: Path) -> None:
    environ = {
        "MODULE": "bot.replies",
        "SIGNAL": str(int(signal.SIGINT)),
        "MAIN": str(ROOT / "main.py"),
        "VERB": "migrate",
    }

    status, _, complained = await ended(await started(tmp_path, "-c", AT_AN_IMPORT, **environ))

    assert (status, complained) == (-signal.SIGINT, "")


BLOCKED = """
import asyncio, os, sys, time
from datetime import UTC, datetime
from pathlib import Path
from app.build import build_app
from app.serve import run_until_stopped
from tests.chat import settings_for

def now():
    if built:
        os.write(1, b"blocked\\n")
        time.sleep(1)
    return datetime.now(UTC)

built = []
built.append(build_app(settings_for(Path.cwd()), now=now))
sys.exit(asyncio.run(run_until_stopped(built[0], None, chat=True)))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_that_comes_while_the_loop_is_blocked_stops_it_afterwards(
    tmp_path: Path, number: signal.Signals
) -> None:
    shutil.copy(_empty_book(), tmp_path / "budget.db")
    process = await started(tmp_path, "-c", BLOCKED, PYTHONPATH=str(ROOT))
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"5 fun\n")
    async with asyncio.timeout(DEADLINE):
        assert await process.stdout.readline() == b"blocked\n"

    process.send_signal(number)

    status, _, complained = await ended(process)
    assert status == 0, complained
    assert "Traceback" not in complained


def test_what_ends_a_start_is_installed_before_any_import_that_takes_time() -> None:
    code = (
        "import runpy, sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        sys.meta_path.remove(self)\n"
        "        import _signal, os\n"
        "        print(name, _signal.getsignal(_signal.SIGTERM).__name__, _signal.getsignal(_signal.SIGINT).__name__)\n"
        "        sys.stdout.flush(); os._exit(0)\n"
        "sys.argv[:] = ['main.py', 'run']\n"
        "sys.meta_path.insert(0, Finder())\n"
        "exec(compile(open('main.py').read(), 'main.py', 'exec'), {'__name__': '__main__'})\n"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split()[1:] == ["_end_at_once", "_end_at_once"], done.stdout + done.stderr
