"""The chat door of a terminal: a line is a message, the reply is printed, buttons are tapped by number.

    12.50 fun tacos         a message
    3                       taps button 3, right after the bot asked something
    [3]                     taps button 3 of the latest reply, at any time
    edit: 13.50 fun tacos   edits the latest message; `edit 7: …` the one with number 7

A bare number is money unless a question is open, so `5` after a receipt is never taken for a button.
"""

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import datetime
from typing import TextIO

from bot.budget_bot import BudgetBot, Tapped
from bot.replies import Reply, plain
from budget.bookkeeper import Message
from budget.errors import LedgerUnavailable
from budget.ledger import Version

OWNER = 0
"""The budget of the terminal; no Telegram chat has this number."""

_TAP = re.compile(r"\[(\d{1,3})\]|(\d{1,3})")
_EDIT = re.compile(r"edit(?:\s+(\d{1,12}))?\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # a note must not steer the terminal


class Terminal:
    """One chat in a terminal; ``message`` is the number of the latest message already held."""

    def __init__(self, bot: BudgetBot, now: Callable[[], datetime], out: TextIO, message: int = 0) -> None:
        self._bot = bot
        self._now = now
        self._out = out
        self._message = message
        self._sent: dict[int, datetime] = {}
        self._edits = 0
        self._taps = 0
        self._shown: Reply | None = None

    async def run(self, lines: AsyncIterator[str], *, prompt: bool) -> None:
        """Answer each line until there are no more; ``prompt`` where a person sits there."""
        if prompt:
            self._print("Write what you spent, like: 12.50 fun tacos    (/help tells more, Ctrl-D ends)")
            self._prompt()
        async for line in lines:
            if line.strip():
                try:
                    await self.line(line.strip())
                except LedgerUnavailable as problem:
                    self._print(f"The ledger can't be reached: {problem}. Nothing is recorded; write it again.")
            if prompt:
                self._prompt()
        if prompt:
            self._print("")

    async def line(self, line: str) -> None:
        """Answer one line."""
        if (tap := _TAP.fullmatch(line)) and (button := self._button(tap)) is not None:
            await self._tap(button)
        elif edit := _EDIT.fullmatch(line):
            await self._edit(int(edit[1]) if edit[1] else self._message, edit[2])
        else:
            self._message += 1
            self._sent[self._message] = self._now()
            await self._say(line, self._message, Version(0, 0))

    def _button(self, tap: re.Match[str]) -> str | None:
        """Return the data of the button that a number stands for; None where the number is an amount."""
        if self._shown is None or (tap[2] and not self._shown.question):
            return None
        buttons = [button for row in self._shown.buttons for button in row]
        number = int(tap[1] or tap[2])
        return buttons[number - 1].data if 1 <= number <= len(buttons) else None

    async def _edit(self, message: int, text: str) -> None:
        if message not in self._sent:
            self._print("There is no such message in this session. `edit: 13.50 fun tacos` edits the latest one.")
            return
        self._edits += 1
        at = int(self._now().timestamp())
        await self._say(text, message, Version(at, self._edits))

    async def _say(self, text: str, number: int, version: Version) -> None:
        message = Message(OWNER, number, OWNER, text, self._sent[number], version)
        self._show(await self._bot.said(message))

    async def _tap(self, data: str) -> None:
        self._taps += 1
        answer = await self._bot.tapped(Tapped(OWNER, OWNER, data, f"{self._now().isoformat()} {self._taps}"))
        if answer.notice:
            self._print(answer.notice)
        if answer.reply is not None:
            self._show(answer.reply)

    def _show(self, reply: Reply | None) -> None:
        if reply is None:
            return
        self._shown = reply
        self._print(plain(reply.text))
        labels = [button.label for row in reply.buttons for button in row]
        if labels:
            hint = "  (type the number)" if reply.question else ""
            self._print("  ".join(f"[{n}] {label}" for n, label in enumerate(labels, 1)) + hint)

    def _prompt(self) -> None:
        self._out.write("> ")
        self._out.flush()

    def _print(self, text: str) -> None:
        self._out.write(_CONTROL.sub("\ufffd", text) + "\n")
        self._out.flush()


async def lines_of(stream: TextIO) -> AsyncIterator[str]:
    """Yield the lines of a stream without blocking what runs beside it.

    A daemon thread reads, because no thread that waits for a person can be told to stop: it must not hold up the end.
    """
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str] = asyncio.Queue()

    def read() -> None:
        line = None
        while line != "":
            line = stream.readline()
            with suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(lines.put_nowait, line)

    threading.Thread(target=read, name="terminal", daemon=True).start()
    while line := await lines.get():
        yield line
