"""Plays conversations from a file through the simulated Telegram, and compares what came of each step with what is wanted.

A step is something that a person does (`say`, `edit`, `tap`, `press`, `forward`, `media`, `file`, `anonymous`), or Telegram
(`again`: an update comes once more); its ``expect`` names what has to be seen right after it. See `_DEMANDS` for each demand.
An edit may be some seconds old (``ago``), a tapped button ``old``; a message on ``hold`` is not delivered before it comes again;
without ``wait`` the next step follows at once.
"""

import asyncio
import re
import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.telegram.running import ANN, BOB, HOME
from tests.telegram.simulated import Json, Shown, SimulatedTelegram, with_plain_spaces

BUDGETS: Mapping[str, Mapping[str, str]] = {
    "us": {"LOCALE": "en_US", "CURRENCY": "USD", "TIMEZONE": "America/Los_Angeles"},
    "gb": {"LOCALE": "en_GB", "CURRENCY": "GBP", "TIMEZONE": "Europe/London"},
    "in": {"LOCALE": "en_IN", "CURRENCY": "INR", "TIMEZONE": "Asia/Kolkata"},
    "jp": {"LOCALE": "ja_JP", "CURRENCY": "JPY", "TIMEZONE": "Asia/Tokyo"},
}
WEDNESDAY = date(2026, 11, 25)
_DECIMALS = {"USD": 2, "GBP": 2, "INR": 2, "JPY": 0, "IDR": 2}
_SETTLED = re.compile(r"^(Undo|Restore|Change)\b")
_MEDIA: Mapping[str, Json] = {
    "voice": {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
    "sticker": {
        "sticker": {
            "file_id": "s", "file_unique_id": "s", "type": "regular", "width": 512, "height": 512,
            "is_animated": False, "is_video": False,
        }
    },
    "location": {"location": {"longitude": 13.4, "latitude": 52.5}},
    "contact": {"contact": {"phone_number": "+1555", "first_name": "Mo"}},
    "photo": {"photo": [{"file_id": "p", "file_unique_id": "p", "width": 90, "height": 90}]},
}  # fmt: skip
_ELSEWHERE: Mapping[str, Json] = {
    "foreign": {"chat": {"id": 4711, "type": "private", "first_name": "Ann"}},
    "other-bot": {"from": {"id": 4711, "is_bot": True, "first_name": "Quiz", "username": "quiz_bot"}},
}
"""Messages with the number and the buttons of the bot's latest that are another bot's, or of another chat."""


def clock(budget: str) -> Callable[[], datetime]:
    """Return a clock that stands at noon of the conversations' day, where the budget is."""
    zone = ZoneInfo(BUDGETS[budget]["TIMEZONE"])
    return lambda: datetime.combine(WEDNESDAY, time(12), zone).astimezone(UTC)


@dataclass
class Player:
    """Plays the steps of one conversation in one chat."""

    telegram: SimulatedTelegram
    path: Path
    budget: str
    group: bool
    named: dict[str, int] = field(default_factory=dict)
    updates: dict[str, Json] = field(default_factory=dict)
    buttons: dict[tuple[int, str], str] = field(default_factory=dict)
    """Every button that was ever shown: its message and label -> its data."""

    @property
    def chat(self) -> int:
        return HOME if self.group else ANN

    async def play(self, step: Json) -> None:
        """Do one step, and hold what came of it against what is wanted."""
        standing = asyncio.all_tasks()
        before = dict(self.telegram.chats.get(self.chat, {}))
        calls, reactions = len(self.telegram.calls), len(self.telegram.reactions)
        number = self._do(step)
        if "as" in step:
            self.named[step["as"]] = number
            self.updates[step["as"]] = self.telegram.latest
        if step.get("hold"):
            self.telegram.pending.pop(self.telegram.latest["update_id"])
        if not step.get("wait", True):
            return
        await self.telegram.settled()
        await self._quiet(standing)
        after = self.telegram.said(self.chat)
        self.buttons = {
            (one.number, label): data for one in after for label, data in one.buttons.items()
        } | self.buttons
        seen = Seen(
            new=[one for one in after if one.number not in before],
            changed=[one for one in after if one.number in before and one != before[one.number]],
            notices=[params.get("text", "") for name, params in self.telegram.calls[calls:] if name == "answerCallbackQuery"],
            loud=[
                params for name, params in self.telegram.calls[calls:]
                if name == "sendMessage" and not params.get("disable_notification")
            ],
            reacted=len(self.telegram.reactions) > reactions,
            all_said=after,
            entries=entries_in(self.path),
        )  # fmt: skip
        if "expect" in step:
            problems = seen.problems(step["expect"])
            assert not problems, f"{step}: {problems}; seen: {[one.text for one in seen.answers]} {seen.entries}"

    async def _quiet(self, standing: Collection[asyncio.Task[Any]]) -> None:
        """Wait until nothing more comes: a call may follow the acknowledgement. What the step began has ended then.

        ``standing`` are the tasks from before the step: the program's own, which never end. Nor does a connection to Telegram.
        """
        async with asyncio.timeout(60):
            while begun := asyncio.all_tasks().difference(standing, self.telegram.connections):
                await asyncio.wait(begun)

    def _do(self, step: Json) -> int:
        telegram, chat = self.telegram, self.chat
        user = {"ann": ANN, "ben": BOB}[step.get("user", "ann")]
        more: Json = {}
        if "day" in step:
            moment = datetime.combine(
                date.fromisoformat(step["day"]), time(12), ZoneInfo(BUDGETS[self.budget]["TIMEZONE"])
            )
            more["date"] = int(moment.timestamp())
        if "reply" in step:
            more["reply_to_message"] = self._replied(step["reply"])
        match step:
            case {"say": text}:
                return telegram.say(chat, text, user=user, more=more)
            case {"forward": text}:
                origin = {"type": "hidden_user", "sender_user_name": "Bank", "date": int(telegram.now().timestamp())}
                return telegram.say(chat, text, user=user, more=more | {"forward_origin": origin})
            case {"anonymous": text}:
                return telegram.say(chat, text, user=1087968824, more=more | {"sender_chat": telegram.group(chat)})
            case {"edit": name, "text": text}:
                telegram.edit(chat, self.named[name], text, user=user, ago=step.get("ago", 0), more=more)
                return self.named[name]
            case {"tap": label}:
                return self._tap(label, user, old=step.get("old", False))
            case {"press": data}:
                number = telegram.said(chat)[-1].number
                telegram.tap_data(chat, number, data, user=user)
                return number
            case {"again": name}:
                telegram.push_again(chat, self.updates[name], tap="callback_query" in self.updates[name])
                return self.named[name]
            case {"media": kind, **rest}:
                return telegram.send_media(chat, dict(_MEDIA[kind]), album=rest.get("album"), user=user)
            case {"file": name, "content": content}:
                return telegram.send_file(chat, content.encode(), "", name=name)
            case _:
                raise ValueError(step)

    def _tap(self, label: str, user: int, *, old: bool) -> int:
        if old:
            number, data = next(
                (number, data) for (number, text), data in self.buttons.items() if re.search(label, text, re.IGNORECASE)
            )
            self.telegram.tap_data(self.chat, number, data, user=user)
            return number
        for shown in reversed(self.telegram.said(self.chat)):
            for text, data in shown.buttons.items():
                if re.search(label, text, re.IGNORECASE):
                    self.telegram.tap_data(self.chat, shown.number, data, user=user)
                    return shown.number
        raise AssertionError(f"no button {label}: {[one.buttons for one in self.telegram.said(self.chat)]}")

    def _replied(self, what: str) -> Json:
        """Return the message that is replied to, as Telegram shows it."""
        if what in _ELSEWHERE:
            return self.telegram.shown_message(self.chat, self.telegram.said(self.chat)[-1].number) | _ELSEWHERE[what]
        of_bot = what.startswith("bot")
        if not of_bot:
            number = self.named[what]
        elif ":" in what:
            to = self.named[what.partition(":")[2]]
            answers = self.telegram.answers_to(self.chat, to) or [
                one for one in self.telegram.said(self.chat) if one.number > to
            ]
            number = answers[0].number
        else:
            number = self.telegram.said(self.chat)[-1].number
        return self.telegram.shown_message(self.chat, number)


@dataclass
class Seen:
    """What a step brought about."""

    new: Sequence[Shown]
    changed: Sequence[Shown]
    notices: Sequence[str]
    loud: Sequence[Json]
    reacted: bool
    all_said: Sequence[Shown]
    entries: Sequence[Json]

    @property
    def answers(self) -> list[Shown]:
        return [*self.new, *self.changed]

    @property
    def labels(self) -> list[str]:
        return [label for one in self.answers for label in one.buttons]

    def problems(self, expect: Json) -> list[str]:
        """Return what is not as it is wanted."""
        return [f"{name}: {wanted}" for name, wanted in expect.items() if not self._holds(name, wanted)]

    @property
    def text(self) -> str:
        return "\n".join([*(one.text for one in self.answers), *map(with_plain_spaces, self.notices)])

    def _holds(self, name: str, wanted: Any) -> bool:
        return bool(_DEMANDS[name](self, wanted))


def _shows(seen: Seen, wanted: Sequence[str]) -> bool:
    return all(any(re.search(one, label, re.IGNORECASE) for label in seen.labels) for one in wanted)


def _is_visible(seen: Seen, wanted: Mapping[str, int]) -> bool:
    return all(sum(bool(re.search(one, shown.text)) for shown in seen.all_said) == n for one, n in wanted.items())


_DEMANDS: Mapping[str, Callable[[Seen, Any], object]] = {
    "any": lambda seen, wanted: any(not seen.problems(one) for one in wanted),
    "entries": lambda seen, wanted: _same_entries(seen.entries, wanted),
    "says": lambda seen, wanted: all(re.search(one, seen.text, re.IGNORECASE) for one in wanted),
    "says_not": lambda seen, wanted: not any(re.search(one, seen.text, re.IGNORECASE) for one in wanted),
    "buttons": _shows,
    "first": lambda seen, wanted: seen.labels and wanted in seen.labels[0].replace(",", ""),
    "asks": lambda seen, wanted: any(not _SETTLED.match(label) for label in seen.labels) is wanted,
    "answered": lambda seen, wanted: bool(seen.answers) is wanted,
    "answers": lambda seen, wanted: len(seen.new) == wanted,
    "silent": lambda seen, wanted: (not seen.answers) is wanted,
    "reacts": lambda seen, wanted: seen.reacted is wanted,
    "quiet": lambda seen, wanted: bool(seen.answers) and (not seen.loud) is wanted,
    "in_place": lambda seen, wanted: (bool(seen.changed) and not seen.new) is wanted,
    "visible": _is_visible,
}


def entries_in(path: Path) -> list[Json]:
    """Return all entries that stand recorded, as the conversations write them down."""
    with closing(sqlite3.connect(path / "budget.db")) as db:
        rows = db.execute(
            "SELECT kind, amount, categories.key, day, note, budgets.currency FROM entries "
            "JOIN budgets ON budgets.owner = entries.owner "
            "LEFT JOIN categories ON categories.owner = entries.owner AND categories.number = entries.category WHERE NOT undone"
        ).fetchall()
    return [
        {"kind": kind, "amount": _plain(amount, currency), "category": key, "day": day, "note": note}
        for kind, amount, key, day, note, currency in rows
    ]


def _plain(amount: int, currency: str) -> str:
    digits = _DECIMALS[currency]
    return f"{amount / 10**digits:.{digits}f}"


def _same_entries(found: Sequence[Json], wanted: Sequence[Json]) -> bool:
    rest = list(found)
    for one in wanted:
        match = next((entry for entry in rest if _is_wanted(entry, one)), None)
        if match is None:
            return False
        rest.remove(match)
    return not rest


def _is_wanted(entry: Json, wanted: Json) -> bool:
    days = wanted["day"] if isinstance(wanted["day"], list) else [wanted["day"]]
    note = entry["note"].lower()
    return (
        entry["kind"] == wanted["kind"]
        and float(entry["amount"]) == float(wanted["amount"])
        and wanted.get("category", entry["category"]) in {"*", entry["category"]}
        and entry["day"] in days
        and all(word.lower() in note for word in wanted.get("note_has", ()))
        and not any(word.lower() in note for word in wanted.get("note_lacks", ()))
    )
