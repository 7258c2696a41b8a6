"""The chat door of a terminal: a line is a message, the reply is printed, buttons are tapped by number.

    12.50 fun tacos         a message
    3                       taps button 3, right after the bot asked something or showed a menu
    [3]                     taps button 3 of the latest reply, at any time
    /import file.csv        brings the entries of a file in
    edit: 13.50 fun tacos   edits the latest message; `edit 7: …` the one at the prompt `7>`
    help, quit              as the words say

A bare number after a receipt may be money or a button: it is asked which, and nothing is recorded before. So it is asked of one
that is no button of a question or a menu. Where it is the amount on one (`200` under `[3] $200`), it is that one.
"""

import asyncio
import itertools
import os
import re
import shlex
import shutil
import threading
import unicodedata
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TextIO

from bot.buttons import AskFor, decode, encode, file_of
from bot.commands import LISTED
from bot.conversation import Conversation
from bot.events import Tapped
from bot.reply import Button, Document, Reply, escape
from budget.bookkeeper import Message
from budget.characters import undirected, visible
from budget.currencies import CURRENCIES
from budget.errors import BeingForgotten, LedgerUnavailable
from budget.grammar.commands import means
from budget.imports.bounds import LARGEST_TABLE
from budget.states import Version
from languages import ENGLISH, SPOKEN
from words import file_labels
from words import terminal as say
from words.markup import plain
from words.voice import Voice

OWNER = 0
"""The budget of the terminal; no Telegram chat has this number."""

_TAP = re.compile(r"\[(\d{1,12})\]|(\d{1,12})")
_PRICE = re.compile(r"\d{1,12}[.,]\d{1,3}")
_EDIT = re.compile(r"(\w+)(?:\s+(\d{1,12}))?\s*[:：]\s*(.*)", re.DOTALL)
_IMPORT = re.compile(r"/import\s+(\S.*)")
_NUMBERS = re.compile(r"\d+(?:[.,'’\u00a0\u202f]\d+)*")
_BOLD = re.compile(r"</?b>")
_STRONG, _GREEN, _USUAL = "\x1b[1m", "\x1b[32m", "\x1b[0m"


class _Doubt(NamedTuple):
    """What a bare number may mean: the data of a button, or without it money first, and nothing second."""

    number: str
    first: str | None
    second: str | None


class Terminal:
    """One chat in a terminal. Several may share a book: their messages never have the same number."""

    def __init__(
        self, bot: Conversation, now: Callable[[], datetime], out: TextIO, voice: Voice, *, colour: bool = False
    ) -> None:
        """``colour`` is whether what is bold elsewhere, and the mark of what is recorded, stand out by escape sequences."""
        self._colour = colour
        self.words: tuple[str, ...] = tuple(f"/{name}" for name in LISTED)
        self._bot = bot
        self._voice = voice
        self._now = now
        self._out = out
        self._latest = 0
        self._sent: list[tuple[int, datetime]] = []  # what can be edited: the number and the moment of each, in order
        self._edits = 0
        self._taps = 0
        self._file: tuple[int, bytes] | None = None  # the latest file, and the number of the message that brought it
        self._shown: Reply | None = None
        self._asked: AskFor | None = None
        self._doubt: _Doubt | None = None  # what a bare number may mean

    async def run(self, lines: AsyncIterator[str], *, prompt: bool, edited: bool = False, address: str = "") -> None:
        """Answer each line until there are no more, or until `quit`; ``prompt`` where a person sits there.

        ``edited`` is whether the lines bring their prompt with them. The person is told the page's ``address``.
        """
        if prompt:
            self._print(say.welcome(self._voice, address))
            await self._learn_words()
        if prompt and not edited:
            self._prompt()
        async for line in lines:
            if self._means(line.strip().removeprefix("/"), "quit"):
                break
            if line.strip():
                try:
                    await self.line(line.strip())
                except LedgerUnavailable as problem:
                    self._print(say.ledger_unavailable(self._voice, str(problem)))
            if prompt and edited:
                await self._learn_words()
            elif prompt:
                self._prompt()
        if prompt:
            self._print("")

    async def _learn_words(self) -> None:
        """Note what can be completed: the commands, and the names of the categories."""
        with suppress(LedgerUnavailable, BeingForgotten):
            names = await self._bot.category_names(OWNER)
            self.words = (*(f"/{name}" for name in LISTED), *names)

    async def line(self, line: str) -> None:
        """Answer one line, in the budget's language."""
        await self._learn_language()
        if self._asked is not None:
            await self._write(line)
            return
        doubt, self._doubt = self._doubt, None
        tap = _TAP.fullmatch(line)
        if doubt is not None and line in {"1", "2", "[1]", "[2]"}:
            await self._settle(doubt, first="1" in line)
        elif tap is not None and line.startswith("["):
            await self._tap_number(tap)
        elif tap is not None and self._is_menu():
            await self._answer_menu(line, tap)
        elif tap is not None and doubt is not None:
            self._ask_whether_money(line)
        elif tap is not None and (button := self._button(tap)) is not None:
            self._ask_which(line, button)
        elif _PRICE.fullmatch(line) and self._is_menu() and (button := self._labelled(line)) is not None:
            await self._tap(button.data)
        elif import_ := _IMPORT.fullmatch(line):
            await self._import(import_[1])
        elif (edit := _EDIT.fullmatch(line)) is not None and self._means(edit[1], "edit"):
            await self._edit(int(edit[2]) if edit[2] else len(self._sent), edit[3])
        else:
            await self._write(line)

    async def _learn_language(self) -> None:
        """Speak as the budget does: before a line, and after one that may have changed its language."""
        with suppress(LedgerUnavailable):
            self._voice = await self._bot.voice_for(OWNER)

    def _means(self, text: str, word: str) -> bool:
        """Whether a text says an English word, in English or the budget's language."""
        language = self._voice.language
        return means(text, word, language if language in SPOKEN else ENGLISH)

    async def _write(self, line: str) -> None:
        sent = self._new_number(), self._now()
        if not line.startswith("/"):
            self._sent.append(sent)
        await self._say(line, sent, Version(0, 0))

    def _is_menu(self) -> bool:
        """Whether a bare number can only mean a button of what was just shown."""
        return self._shown is not None and (self._shown.question or self._shown.menu)

    async def _tap_number(self, tap: re.Match[str]) -> None:
        """Tap the button of a number in brackets: never money."""
        button = self._button(tap)
        if button is None:
            self._print(say.no_button(self._voice, tap[1]))
        else:
            await self._tap(button.data)

    async def _answer_menu(self, number: str, tap: re.Match[str]) -> None:
        """Tap the button of a bare number or, where there is none, that with its amount; ask where two may be meant, or none."""
        button, labelled = self._button(tap), self._labelled(number)
        if button is not None and labelled not in {None, button}:
            self._ask_which(number, button, labelled)
            return
        meant = button or labelled
        if meant is None:
            self._ask_whether_money(number)
        else:
            await self._tap(meant.data)

    def _labelled(self, amount: str) -> Button | None:
        """Return the only button of what was just shown on which an amount stands."""
        shown = _tappable(self._shown) if self._shown is not None else []
        amounts = _amounts_of(amount)
        found = [one for one in shown if not amounts.isdisjoint(_amounts_on(one.label))]
        return found[0] if len(found) == 1 else None

    def _ask_which(self, number: str, button: Button, labelled: Button | None = None) -> None:
        """Ask whether a bare number is money (an amount on the ``labelled`` button), or the button that bears it."""
        self._doubt = _Doubt(number, labelled.data if labelled is not None else None, button.data)
        self._print(say.amount_or_button(self._voice, number, button.label))
        first = say.the_amount(self._voice, number) if labelled is None else labelled.label
        self._print(say.type_the_number(self._voice, f"[1] {first}  [2] {button.label}"))

    def _ask_whether_money(self, number: str) -> None:
        """Ask whether a bare number under a question or a menu is money: it may be meant for what was asked, and is no button."""
        self._doubt = _Doubt(number, None, None)
        self._print(say.no_button(self._voice, number))
        choices = f"[1] {say.the_amount(self._voice, number)}  [2] {file_labels.no(self._voice)}"
        self._print(say.type_the_number(self._voice, choices))

    async def _settle(self, doubt: _Doubt, *, first: bool) -> None:
        data = doubt.first if first else doubt.second
        if data is not None:
            await self._tap(data)
        elif first:
            await self._write(doubt.number)
        else:
            self._show(self._shown)

    def _new_number(self) -> int:
        """Return a number that no message of this book has: nanoseconds since 1970, the last three digits by the process."""
        moment = int(self._now().timestamp() * 1_000_000) * 1000 + os.getpid() % 1000
        self._latest = max(self._latest + 1000, moment)
        return self._latest

    def _button(self, tap: re.Match[str]) -> Button | None:
        """Return the button that a number stands for; None where there is none of that number."""
        buttons = _tappable(self._shown) if self._shown is not None else []
        return _numbered(buttons).get(int(tap[1] or tap[2]))

    async def _edit(self, place: int, text: str) -> None:
        if not 1 <= place <= len(self._sent):
            self._print(say.no_such_message(self._voice))
            return
        self._edits += 1
        await self._say(text, self._sent[place - 1], Version(int(self._now().timestamp()), self._edits))

    async def _import(self, path: str) -> None:
        try:
            table = await asyncio.to_thread(_bytes_of, path)
        except (OSError, RuntimeError, ValueError) as problem:
            reason = getattr(problem, "strerror", None)
            said = say.cannot_read(self._voice, path, reason) if reason else say.no_such_path(self._voice, path)
            self._print(said)
            return
        self._file = self._new_number(), table
        message = Message(OWNER, self._file[0], OWNER, "/import", self._now(), table=table)
        self._show(await self._bot.said(message))

    async def _say(self, text: str, sent: tuple[int, datetime], version: Version) -> None:
        asked = self._asked if version == Version(0, 0) else None
        self._asked = None
        place = self._sent.index(sent) if sent in self._sent else 0
        message = Message(
            OWNER, sent[0], OWNER, text, sent[1], version, before=self._sent[place - 1][0] if place else None
        )
        if asked is not None:  # the line answers what was asked for last
            message = message._replace(reply_to=asked.message, reply_buttons=(encode(asked),))
        reply = await self._bot.said(message)
        await self._learn_language()
        self._show(reply)
        self._asked = reply.prompt if reply is not None else None

    async def _tap(self, data: str) -> None:
        self._taps += 1
        act, shown, table = f"{self._now().isoformat()} {self._taps}", self._new_number(), self._file_of(data)
        beside = tuple(one.data for one in _tappable(self._shown)) if self._shown is not None else ()
        answer = await self._bot.tapped(Tapped(OWNER, OWNER, data, act, table=table, message=shown, buttons=beside))
        await self._learn_language()
        if answer.notice:
            self._print(answer.notice)
        if answer.before is not None:
            self._show(answer.before)
            self._asked = answer.before.prompt
        if answer.second is not None:
            self._show(answer.second)
        if answer.reply is not None and self._asked is None:
            self._show(answer.reply)

    def _file_of(self, data: str) -> bytes | None:
        """Return the file that a button is about, if it was the latest."""
        number = file_of(decode(data))
        return self._file[1] if self._file is not None and self._file[0] == number else None

    def _show(self, reply: Reply | None) -> None:
        if reply is None:
            return
        self._shown = reply
        self._print_html(reply.text if reply.picture is None else escape(reply.picture.words))
        if reply.document is not None:
            self._save(reply.document)
        numbered = _numbered(_tappable(reply))
        if numbered:
            shown = "  ".join(
                f"[{n}]" if button.label == str(n) else f"[{n}] {button.label}" for n, button in numbered.items()
            )
            self._print(say.type_the_number(self._voice, shown) if reply.question or reply.menu else shown)

    def _save(self, document: Document) -> None:
        """Keep a file in the working folder, under a name that is not taken."""
        name = Path(document.name)
        for n in range(1, 1000):
            path = name if n == 1 else name.with_stem(f"{name.stem}-{n}")
            try:
                with path.open("xb") as file:
                    document.file.seek(0)
                    shutil.copyfileobj(document.file, file)
            except FileExistsError:
                continue
            except OSError as problem:
                self._print(say.cannot_write(self._voice, str(path), problem.strerror or ""))
                return
            self._print(say.written(self._voice, str(path)))
            return

    @property
    def prompt(self) -> str:
        """The number by which `edit 7: …` names the next message."""
        return f"{len(self._sent) + 1}> "

    def _prompt(self) -> None:
        self._out.write(self.prompt)
        self._out.flush()

    def _print_html(self, html: str) -> None:
        """Print a reply; in colour what is bold, and the mark of what is recorded."""
        if not self._colour:
            self._print(plain(html))
            return
        for line in html.split("\n"):
            # Escape sequences come after what may not steer the terminal is taken out.
            parts = [visible(undirected(plain(part)), joiners=True) for part in _BOLD.split(line)]
            painted = "".join(f"{_STRONG}{part}{_USUAL}" if n % 2 and part else part for n, part in enumerate(parts))
            self._out.write(painted.replace("✓", f"{_GREEN}✓{_USUAL}", 1 if painted.startswith("✓") else 0) + "\n")
        self._out.flush()

    def _print(self, text: str) -> None:
        # A note must not steer the terminal, nor turn round what stands beside it.
        self._out.write("\n".join(visible(line, joiners=True) for line in undirected(text).split("\n")) + "\n")
        self._out.flush()


def _bytes_of(path: str) -> bytes:
    """Return a file's bytes, of one that is too large just one too many."""
    with _path_of(path).open("rb") as file:
        return file.read(LARGEST_TABLE + 1)


def _path_of(typed: str) -> Path:
    """Return a path as it is typed, or without the quotes and backslashes that a terminal writes where a file is dropped."""
    path = Path(typed).expanduser()
    try:
        words = [] if path.exists() else shlex.split(typed)
    except ValueError:  # a quote that is not closed
        words = []
    return Path(words[0]).expanduser() if len(words) == 1 else path


def _amounts_on(label: str) -> set[str]:
    """Return the amounts of money on a button, each as `_amounts_of` does."""
    return {
        amount
        for found in _NUMBERS.finditer(label)
        if not found[0].isdecimal() or _is_money(label[: found.start()], label[found.end() :])
        for amount in _amounts_of(found[0])
    }


def _is_money(before: str, after: str) -> bool:
    """Whether a currency stands beside a number: glued to it, or behind a space that does not break (as those of a day are)."""
    if any(unicodedata.category(one) == "Sc" for one in before[-1:] + after[:1]):
        return True
    beside = re.search(r"(\S+)\xa0$", before), re.match(r"\xa0(\S+)", after)
    return any(found is not None and found[1] in _SYMBOLS for found in beside)


_SYMBOLS = frozenset(currency.symbol for currency in CURRENCIES.values())


def _amounts_of(number: str) -> set[str]:
    """Return what a number may be in any language: 1500 of `1,500.00`, 1500 and 1.5 of `1.500`, but 12.5 alone of `12.50`."""
    whole, _, decimals = re.sub(r"[.,](?=\d{1,3}$)", "|", number).partition("|")
    amounts = set[str]()
    if len(decimals) in {0, 3}:
        amounts.add(_digits_in(number))
    if decimals:
        amounts.add(f"{_digits_in(whole)}.{decimals.rstrip('0')}".rstrip("."))
    return amounts


def _digits_in(number: str) -> str:
    return "".join(re.findall(r"\d", number)).lstrip("0")


def _tappable(reply: Reply) -> list[Button]:
    """Return the buttons that a terminal has: what there is to copy is printed anyway, and addresses are Telegram's."""
    return [button for row in reply.buttons for button in row if button.does is not None]


def _numbered(buttons: Sequence[Button]) -> dict[int, Button]:
    """Return the number by which each button is tapped: a label that is one, and for the others those behind the largest."""
    labels = [int(one.label) if one.label.isdecimal() else 0 for one in buttons]
    others = itertools.count(max(labels, default=0) + 1)
    return {label or next(others): button for label, button in zip(labels, buttons, strict=True)}


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
