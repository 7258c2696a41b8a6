"""Lines that a person types in a terminal, with line editing, history and completion.

It needs the `readline` module, which not every Python has, and is imported where a person sits at a terminal alone.
"""

import asyncio
import queue
import readline
import termios
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress


class Completion:
    """Completes the word before the cursor: commands that begin with a slash, and names of categories."""

    def __init__(self, words: Callable[[], Sequence[str]]) -> None:
        self._words = words
        self._found: list[str] = []

    def __call__(self, typed: str, place: int) -> str | None:
        """Return the completion of a place, None behind the last: `readline` asks for one after another."""
        if place == 0:
            self._found = [f"{word} " for word in self._words() if word.lower().startswith(typed.lower())]
        return self._found[place] if place < len(self._found) else None


async def edited_lines(prompt: Callable[[], str], words: Callable[[], Sequence[str]]) -> AsyncIterator[str]:
    """Yield what a person types behind a prompt, until the end of file.

    A daemon thread reads, one line after another is answered: a prompt stands behind all that was said. The terminal is as it was
    afterwards, though the thread may still read.
    """
    readline.set_completer(Completion(words))
    readline.set_completer_delims(" \t")
    readline.parse_and_bind("tab: complete")
    loop = asyncio.get_running_loop()
    prompts: queue.SimpleQueue[str] = queue.SimpleQueue()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        line: str | None = ""
        while line is not None:
            try:
                line = input(prompts.get())
            except EOFError:
                line = None
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(lines.put_nowait, line)

    before = termios.tcgetattr(0)
    threading.Thread(target=read, name="terminal", daemon=True).start()
    try:
        prompts.put(prompt())
        while (line := await lines.get()) is not None:
            yield line
            prompts.put(prompt())
    finally:
        termios.tcsetattr(0, termios.TCSADRAIN, before)
