"""The pictures and files that the bot sends."""

import struct
from dataclasses import dataclass
from typing import Any

from tests.telegram.simulated import Refusal


@dataclass(frozen=True, slots=True)
class Document:
    """A file in the chat."""

    name: str
    size: int


def _content(file: Any) -> bytes:
    """Return a file that was sent: python-telegram-bot gives its name, its bytes and its type."""
    content = file[1]
    return bytes(content if isinstance(content, bytes) else content.read())


def picture_in(file: Any) -> bytes:
    content = _content(file)
    size_of(content)
    return content


def document_in(file: Any) -> Document:
    return Document(file[0], len(_content(file)))


def size_of(png: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG; refuse another picture, as `sendPhoto` refuses what is none."""
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", png[16:24])
    return width, height
