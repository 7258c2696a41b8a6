"""Makes a chat into one HTML file that loads nothing: 390 CSS pixels wide, light or dark as the browser is set."""

from base64 import b64encode
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jinja2

from rehearsal.phone.files import size_of
from rehearsal.phone.markup import shown
from rehearsal.phone.play import Played
from rehearsal.phone.script import BOT
from rehearsal.phone.telegram import Chat, Message

_HERE = Path(__file__).parent
# Inter stands in where Roboto is not installed: it comes with the program, and is a little wider.
_FONTS = _HERE.parents[1] / "web" / "fonts"

WIDEST = 330
"""CSS pixels of the widest bubble, of a screen of 390."""
_HIGHEST_PHOTO = 430
_COLOURS = 7  # of the names in a group


def page(played: Played) -> str:
    """Return the chat's page."""
    chat = played.chat
    return _template().render(
        title=chat.title,
        under=f"{len(chat.people) + 1} members" if chat.group else "bot",
        group=chat.group,
        items=[_item(chat, message, played.zone, before) for message, before in _with_the_one_before(chat)],
        pinned=_first_line(chat.messages[chat.pinned[-1]]) if chat.pinned else "",
        asks=chat.asks and {"of": _first_line(chat.messages[chat.asks[0]]), "placeholder": chat.asks[1]},
        notice=chat.notice,
        alert=chat.alert,
        fonts={weight: b64encode((_FONTS / f"Inter-{weight}.ttf").read_bytes()).decode() for weight in _WEIGHTS},
    )


_WEIGHTS = ("Regular", "SemiBold")


def _item(chat: Chat, message: Message, zone: ZoneInfo, before: Message | None) -> dict[str, Any]:
    """Return what the template shows of a message."""
    at = message.at.astimezone(zone)
    mine = message.sender == next(iter(chat.people))
    quoted = chat.messages.get(message.reply_to) if message.reply_to is not None else None
    return {
        "number": message.number,
        "date": _date(at) if before is None or before.at.astimezone(zone).date() != at.date() else "",
        "service": not message.sender,
        "mine": mine,
        "name": chat.name_of(message.sender) if chat.group and not mine else "",
        "colour": _colour(chat, message.sender),
        "quote": quoted and {"name": chat.name_of(quoted.sender), "text": _first_line(quoted)},
        "quote_colour": _colour(chat, quoted.sender) if quoted else 0,
        "photo": _photo(message.photo) if message.photo is not None else None,
        "document": message.document and {"name": message.document.name, "size": _size(message.document.size)},
        "html": shown(message.html),
        "time": f"{'edited ' if message.edited else ''}{at:%H:%M}",
        "reactions": message.reactions,
        "rows": message.rows,
    }


def _with_the_one_before(chat: Chat) -> list[tuple[Message, Message | None]]:
    messages = chat.in_order
    return list(zip(messages, [None, *messages], strict=False))


def _colour(chat: Chat, sender: str) -> int:
    return [BOT, *chat.people].index(sender) % _COLOURS if sender else 0


def _first_line(message: Message) -> str:
    """Return what a quote shows of a message."""
    words = message.text.strip().partition("\n")[0]
    return words or (message.document.name if message.document is not None else "Photo")


def _date(at: datetime) -> str:
    return f"{at:%B} {at.day}"


def _size(size: int) -> str:
    return f"{size} B" if size < 1024 else f"{size / 1024:.1f} KB"


def _photo(png: bytes) -> dict[str, Any]:
    """Return a picture as large as the apps show it: whole, in a box."""
    width, height = size_of(png)
    scale = min(WIDEST / width, _HIGHEST_PHOTO / height)
    return {"data": b64encode(png).decode(), "width": round(width * scale), "height": round(height * scale)}


@cache
def _template() -> jinja2.Template:
    loader = jinja2.FileSystemLoader(_HERE)
    return jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template(
        "chat.html"
    )
