"""A chat with the bot through the front door: everything is real, but Telegram and the clock."""

import asyncio
import atexit
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from app.build import App, build_app
from app.serve import migrate
from bot.buttons import decode, encode, file_of
from bot.events import Answer, Tapped
from budget.bookkeeper import Message
from budget.states import Version
from settings import Settings, load
from words.markup import plain
from words.voice import Voices, voice_of

if TYPE_CHECKING:
    from bot.reply import Reply

OWNER = 7_000_000_001  # needs 64 bits
SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)


def is_recorded(said: str, entry: str) -> bool:
    """Whether a receipt says that one entry is recorded: ``entry`` is written as in a list, `$5.00 tacos · Fun · Sat 21 Nov`."""
    what, *where = entry.split(" · ")
    lines = said.split("\n")
    if " · ".join([f"✓ {what}", *where[1:]]) not in lines:
        return False
    if where and len(where[0]) > 18:  # a receipt says the name's first words
        where[0] = f"{where[0].split(' ')[0]}…"
    return not where or any(
        f" · {where[0]}" in f"{line}," for line in lines if re.match(r"\S+ (left|over|spent)", line)
    )


def as_listed(entry: str) -> list[str]:
    """Return what `/recent` says on the day of `SUNDAY` where the book holds one entry, written as in `is_recorded`."""
    *parts, last = entry.split(" · ")
    dated = bool(re.fullmatch(r"\w{3} \d+ \w{3}", last))
    heading = {"Sat 21 Nov": "Yesterday, Sat 21"}.get(last, last) if dated else "Today, Sun 22"
    what, *category = parts if dated else [*parts, last]
    short = [one if len(one) <= 18 else f"{one.split(' ')[0]}…" for one in category]
    return [heading, f"1 {' · '.join([what, *short])}"]


def settings_for(path: Path, **environ: str) -> Settings:
    """Settings of an app with its book in a file of this folder."""
    return load({"DATABASE_URL": f"sqlite:///{path / 'budget.db'}", "PORT": "0", **environ}, env_file=None, checks={})


def breaking(text: str) -> str:
    """Return a text with the spaces that are typed, in place of those at which no line breaks."""
    return text.replace("\xa0", " ")


class Say:
    """`say("12.50 fun tacos")` gives the reply as plain text; the clock stands still unless it is told to go on."""

    def __init__(self, app: App, runner: asyncio.Runner, clock: list[datetime]) -> None:
        self.app = app
        self.runner = runner
        self._clock = clock
        self._number = 0
        self._updates = 1000
        self._taps = 0
        self._files: dict[int, bytes] = {}
        self._texts: dict[int, str] = {}
        self.reply: Reply | None = None
        self.asked: Reply | None = None
        self.answer = Answer()
        self.owner = OWNER
        self.group = False
        self.title = ""
        """The title of the group."""
        self.name = ""
        """The first name of who writes and taps."""

    @property
    def now(self) -> datetime:
        return self._clock[0]

    def wait(self, **time: float) -> None:
        """Let time pass."""
        self._clock[0] += timedelta(**time)

    def __call__(self, text: str, *, number: int | None = None) -> str:
        """Send a message (or, with its ``number``, the same one again)."""
        if number is None:
            self._number += 1
        return self._said(text, number or self._number, Version(0, 1000 + (number or self._number)))

    def reply_to(self, text: str, to: int, *, edits: int | None = None) -> str:
        """Reply to a message of one's own, or edit a reply by its number."""
        if edits is None:
            self._number += 1
            return self._said(text, self._number, Version(0, 1000 + self._number), to)
        self._updates += 1
        return self._said(text, edits, Version(int(self.now.timestamp()), self._updates), to)

    def reply_again(self, text: str, to: int, *, number: int) -> str:
        """Let a reply come a second time."""
        return self._said(text, number, Version(0, 1000 + number), to)

    def file(self, table: str | bytes, *, number: int | None = None) -> str:
        """Send a file, as it is kept until the next one comes; with its ``number`` the same message again."""
        if number is None:
            self._number += 1
            number = self._number
        content = table if isinstance(table, bytes) else table.encode()
        self._files[number] = content
        message = Message(self.owner, number, self.owner, "/import", self.now, table=content)
        self.reply = self.runner.run(self.app.bot.said(message))
        return "" if self.reply is None else breaking(plain(self.reply.text))

    def import_(self, table: str | bytes, *, number: int | None = None) -> str:
        """Send a file, and record all that is new of it."""
        said = self.file(table, number=number)
        if "Spent" in self.buttons:
            said = self.tap("Spent")
        record = next((label for label in self.buttons if label.startswith("Record ")), None)
        return said if record is None else self.tap(record)

    def edit(self, text: str, number: int | None = None) -> str:
        """Edit a message, the latest one without its number."""
        self._updates += 1
        return self._said(text, number or self._number, Version(int(self.now.timestamp()), self._updates))

    def edit_again(self, text: str, number: int | None = None) -> str:
        """Let the latest edit come a second time."""
        return self._said(text, number or self._number, Version(int(self.now.timestamp()), self._updates))

    def tap(self, label: str) -> str:
        """Tap a button of the latest reply; its text is replaced by what is returned."""
        data = self.data_of(label)
        self._taps += 1
        return self.tap_data(data, f"tap{self._taps}")

    def data_of(self, label: str) -> str:
        """Return the data of a button under the latest reply."""
        assert self.reply is not None
        shown = [button for row in self.reply.buttons for button in row]
        return next(button.data for button in shown if label in {button.label, breaking(button.label)})

    def tap_data(self, data: str, tap: str) -> str:
        """Tap a button by its data; a tap with the same name is a repeat."""
        shown = 1_000_000 + int(tap.removeprefix("tap")) if tap.startswith("tap") else None  # a message of the bot's
        number = None
        with suppress(ValueError):
            number = file_of(decode(data))
        table = None if number is None else self._files.get(number)
        rows = self.reply.buttons if self.reply is not None else ()
        under = tuple(button.data for row in rows for button in row if button.does is not None)
        beside = under if data in under else ()  # else the button stood under another message
        at = (self.owner, self.owner, data, tap, self.group, self.name)
        tapped = Tapped(*at, table=table, message=shown, buttons=beside)
        self.answer = self.runner.run(self.app.bot.tapped(tapped))
        answer = self.answer
        if answer.before is not None:
            self.asked = answer.before
        if answer.reply is None:
            return breaking(answer.notice)
        self.reply = answer.reply
        return breaking(plain(answer.reply.text))

    def answers(self, text: str, *, number: int | None = None, edits: bool = False) -> str:
        """Reply to what was asked for last; with its ``number`` the same reply again, or an edit of it."""
        assert self.asked is not None
        assert self.asked.prompt is not None
        self._number += number is None
        self._updates += edits
        at = number or self._number
        version = Version(int(self.now.timestamp()), self._updates) if edits else Version(0, 1000 + at)
        message = Message(
            self.owner, at, self.owner, text, self.now, version, reply_to=0, reply_buttons=(encode(self.asked.prompt),)
        )
        self.reply = self.runner.run(self.app.bot.said(message))
        return "" if self.reply is None else breaking(plain(self.reply.text))

    def sums(self, weeks_back: int = 0) -> str:
        """Return what a week's categories have spent and may spend, a line each, and its total: what the ledger says."""
        summary = self.runner.run(self.app.bookkeeper.summary(self.owner, self.now, weeks_back=weeks_back))
        money = summary.money
        limits = [None if line.is_watched else money.written(line.available, short=True) for line in summary.lines]
        said = [
            f"{line.category.name}: {money.written(line.spent)}" + (f" of {limit}" if limit is not None else "")
            for line, limit in zip(summary.lines, limits, strict=True)
        ]
        return "\n".join([*said, f"Total: {money.written(summary.spent)}"])

    @property
    def buttons(self) -> list[str]:
        """The labels under the latest reply."""
        return [] if self.reply is None else [breaking(button.label) for row in self.reply.buttons for button in row]

    def _said(self, text: str, number: int, version: Version, to: int | None = None) -> str:
        self._texts[number] = text
        message = Message(
            self.owner,
            number,
            self.owner,
            text,
            self.now,
            version,
            group=self.group,
            reply_to=to,
            reply_text="" if to is None else self._texts.get(to, ""),
            title=self.title,
            name=self.name,
        )
        self.reply = self.runner.run(self.app.bot.said(message))
        return "" if self.reply is None else breaking(plain(self.reply.text))


@cache
def _empty_book() -> Path:
    """Return a migrated file to copy: migrating takes longer than most tests."""
    folder = Path(tempfile.mkdtemp(prefix="book-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    migrate(settings_for(folder))
    return folder / "budget.db"


def open_book(settings: Settings) -> None:
    """Migrate the database of some settings; where it is a file that is not there yet, copy a migrated one."""
    url = make_url(settings.database_url.get_secret_value())
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        shutil.copy(_empty_book(), url.database or "")
    else:
        migrate(settings)


@contextmanager
def chat(path: Path, at: datetime = SUNDAY, **environ: str) -> Iterator[Say]:
    """A chat on a real SQLite file; the same folder again is the same book after a restart."""
    with chat_in(voice_of, path, at, **environ) as say:
        yield say


@contextmanager
def chat_in(voices: Voices, path: Path, at: datetime = SUNDAY, /, **environ: str) -> Iterator[Say]:
    """A chat whose budgets have other voices."""
    clock = [at]
    settings = settings_for(path, **environ)
    open_book(settings)
    app = build_app(settings, now=lambda: clock[0], voices=voices)
    with asyncio.Runner() as runner:
        runner.run(app.database.__aenter__())
        try:
            yield Say(app, runner, clock)
        finally:
            runner.run(app.database.__aexit__(None, None, None))
