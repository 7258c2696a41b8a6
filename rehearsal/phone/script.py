"""Reads the script of a chat: who takes part, and what they write, edit, tap and delete. A script expects nothing.

A script is TOML. Its keys, all but ``steps`` with a default:

- ``group``: a group's title; without it the chat is the first person's private one
- ``people``: a table of keys and names; the first one holds the phone. ``allowed``: the keys of those that may use the bot, by
  default everybody
- ``language``: what the people's apps are set to. ``settings``: the program's own variables (``CURRENCY``, ``TIMEZONE``, …)
- ``start``: the local date and time of the first step. Each step takes a minute
- ``steps``: one table each

A step does one thing, in the name of ``user`` (the first person, if not said):

- ``say``: a text. ``as`` names the message; ``reply`` is the name of the message that it replies to, ``"bot"`` the bot's latest
- ``edit``: the name of a message, with its new ``text``
- ``tap``: an expression for a button's label; the newest button that matches is tapped
- ``delete``: the name of a message
- ``join = true``: the bot is added to the group

``day`` and ``at`` move the clock first, and the bot says by itself what is due by then; a step may do only that.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent / "scripts"
BOT = "bot"
"""The key of the bot, beside those of the people."""

_START = datetime(2026, 11, 26, 18, 30)  # noqa: DTZ001 - local time: the settings say where

Json = dict[str, Any]


class ScriptError(ValueError):
    """What is wrong with a script, in words for its writer."""


@dataclass(frozen=True, slots=True)
class Say:
    """A person sends a text."""

    text: str
    name: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Edit:
    """A person edits a message that a script named."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Tap:
    """A person taps the newest button whose label matches."""

    label: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Delete:
    """A person deletes a message that a script named."""

    name: str


@dataclass(frozen=True, slots=True)
class Join:
    """A person adds the bot to the group."""


Act = Say | Edit | Tap | Delete | Join


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does, and when."""

    user: str
    act: Act | None
    day: date | None = None
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Script:
    """A chat that can be played."""

    name: str
    people: Mapping[str, str]
    steps: tuple[Step, ...]
    start: datetime = _START
    group: str = ""
    allowed: tuple[str, ...] = ()
    language: str = "en"
    settings: Mapping[str, str] = field(default_factory=dict)


def read(path: Path) -> Script:
    """Read a script's file. Raises `ScriptError`."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ScriptError(f"{path} can't be read: {problem}") from None
    return parse(path.stem, text)


def parse(name: str, text: str) -> Script:
    """Read a script's text. Raises `ScriptError`."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise ScriptError(f"{name} is no TOML: {problem}") from None
    people = _taken(raw, "people", dict, {"ann": "Ann"})
    if not people or BOT in people or not all(isinstance(each, str) for each in people.values()):
        raise ScriptError(f"{name}: `people` is a table of keys and names, and no key is {BOT!r}")
    steps = _taken(raw, "steps", list, [])
    script = Script(
        name,
        people,
        tuple(_step(n, step, people) for n, step in enumerate(steps, 1)),
        _taken(raw, "start", datetime, _START),
        _taken(raw, "group", str, ""),
        tuple(_taken(raw, "allowed", list, list(people))),
        _taken(raw, "language", str, "en"),
        {key: str(value) for key, value in _taken(raw, "settings", dict, {}).items()},
    )
    if raw:
        raise ScriptError(f"{name}: not known: {', '.join(sorted(raw))}")
    if script.start.tzinfo is not None:
        raise ScriptError(f"{name}: `start` is local time, without a zone")
    if unknown := set(script.allowed) - people.keys():
        raise ScriptError(f"{name}: `allowed` names nobody: {', '.join(sorted(unknown))}")
    return script


def _step(n: int, raw: object, people: Json) -> Step:
    if not isinstance(raw, dict):
        raise ScriptError(f"step {n} is no table")
    raw = dict(raw)
    try:
        user = _taken(raw, "user", str, next(iter(people)))
        day, at = _taken(raw, "day", date, None), _taken(raw, "at", time, None)
        act = _act(raw)
    except (ScriptError, re.error) as problem:
        raise ScriptError(f"step {n}: {problem}") from None
    if user not in people:
        raise ScriptError(f"step {n}: nobody is {user!r}")
    if raw:
        raise ScriptError(f"step {n}: not known here: {', '.join(sorted(raw))}")
    if act is None and day is None and at is None:
        raise ScriptError(f"step {n} does nothing")
    return Step(user, act, day, at)


def _act(raw: Json) -> Act | None:
    if "say" in raw:
        return Say(_taken(raw, "say", str, ""), _taken(raw, "as", str, ""), _taken(raw, "reply", str, ""))
    if "edit" in raw:
        return Edit(_taken(raw, "edit", str, ""), _taken(raw, "text", str, ""))
    if "tap" in raw:
        return Tap(re.compile(_taken(raw, "tap", str, ""), re.IGNORECASE))
    if "delete" in raw:
        return Delete(_taken(raw, "delete", str, ""))
    if _taken(raw, "join", bool, False):
        return Join()
    return None


def _taken(raw: Json, key: str, kind: type, default: Any) -> Any:
    """Take a key's value out of a table, the default where it is missing."""
    value = raw.pop(key, default)
    if value is not default and not isinstance(value, kind):
        raise ScriptError(f"`{key}` is no {kind.__name__}")
    return value
