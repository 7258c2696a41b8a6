"""Runs the program as `main.py run` does, and writes, once it was told to stop, for how long its event loop was held at most.

python tests/app/awake_program.py FILE

The measure is the CPU time of the process between two beats of the loop, which come each few milliseconds: what other programs
take meanwhile is not in it. What another thread does counts where it holds the interpreter's lock.
"""

import asyncio
import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from app import loops, serve
from app.environment import CHECKS
from settings import load

_T = TypeVar("_T")

_BEAT = 0.002  # seconds
_LOOK = 0.02  # seconds
_SEEN = 0.2
"""Seconds of CPU time after which it is noted what the threads are at."""


class Held:
    """For how long the running loop was held at most, in seconds of CPU time, and what the threads were at."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.at: list[str] = []
        self._last = time.process_time()
        self._ended = threading.Event()

    async def beaten(self, job: Coroutine[Any, Any, _T]) -> _T:
        """Return what a job returns, and measure meanwhile."""
        watching = threading.Thread(target=self._watch, daemon=True)
        watching.start()
        self._last = time.process_time()
        beating = asyncio.create_task(self._beat())
        try:
            return await job
        finally:
            self._beaten()
            beating.cancel()
            self._ended.set()

    async def _beat(self) -> None:
        while True:
            self._beaten()
            await asyncio.sleep(_BEAT)

    def _beaten(self) -> None:
        now = time.process_time()
        self.longest, self._last = max(self.longest, now - self._last), now

    def _watch(self) -> None:
        while not self._ended.wait(_LOOK):
            if time.process_time() - self._last > _SEEN:
                stacks = ("".join(traceback.format_stack(frame)[-5:]) for frame in sys._current_frames().values())
                self.at = [*self.at[-5:], "\n".join(stacks)]


def main(path: str) -> int:
    """Run the program; write what was measured into a file."""
    held, run = Held(), loops.run
    loops.run = lambda job: run(held.beaten(job))
    try:
        return serve.run(load(os.environ, env_file=None, checks=CHECKS))
    finally:
        Path(path).write_text(json.dumps({"longest": held.longest, "at": held.at}), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
