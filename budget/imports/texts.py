"""The text of a file: out of a ZIP where it is in one, and decoded.

A ZIP may hold one file. YNAB packs two, the plan and the register: the register is taken. What is no text, or a program's own ZIP,
is refused by its name.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple, cast

from budget.errors import Refused, Why
from budget.imports.bounds import LARGEST_TABLE
from budget.imports.foreign import form_of, packed_form

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # with a file, and empty
_LARGEST_DIRECTORY = 64 * 1024  # bytes of a ZIP's list of files, each of which costs memory
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # those whose unpacking can be bounded
_NAMED = 3
"""Files of a ZIP that are named where it has several."""
_CODE_PAGES = {
    "pl": "cp1250", "cs": "cp1250", "sk": "cp1250", "hu": "cp1250", "ro": "cp1250", "hr": "cp1250", "sl": "cp1250", "ru": "cp1251",
    "uk": "cp1251", "bg": "cp1251", "el": "cp1253", "tr": "cp1254", "he": "cp1255", "ar": "cp1256", "ja": "cp932",
}  # fmt: skip
_OTHER_SCRIPTS = frozenset({"cp1251", "cp1253", "cp1255", "cp1256", "cp932"})
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError, OSError, NotImplementedError)


class Text(NamedTuple):
    """A decoded file, and which encoding it was in."""

    text: str
    encoding: str


def text_of(content: bytes, language: str = "") -> Text:
    """Decode a file. Raises `Refused` for one that is too large, for several in one ZIP, and for bytes that are no text.

    UTF-16 is told by its mark or its zero bytes. What is no UTF-8 is taken for the code page that Windows has in the ``language``
    (of the budget's numbers), else for cp1252, and the preview says so; what can't be that either is taken for Japanese cp932.
    Digits and signs are the same in all.
    """
    if len(content) > LARGEST_TABLE:
        raise Refused(Why.LARGE_TABLE)
    plain = unpacked(content)
    if form := form_of(plain):
        raise Refused(Why.OTHER_FORM, form)
    encoding = _encoding(plain, language)
    try:
        text = plain.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(Why.NO_TEXT) from None
    if "\0" in text:
        raise Refused(Why.NO_TEXT)
    return Text(text.removeprefix("\ufeff"), encoding)


def _encoding(content: bytes, language: str) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = content[:64]
    if start[1:2] == b"\0" and start[:1] != b"\0":
        return "utf-16-le"
    if start[:1] == b"\0" and start[1:2] != b"\0":
        return "utf-16-be"
    try:
        content.decode()
    except UnicodeDecodeError:
        page = _CODE_PAGES.get(language, "cp1252")
        if page in _OTHER_SCRIPTS and not _is_of_another_script(content, page):
            page = "cp1252"
        return next((one for one in (page, "cp1252") if _is(content, one)), "cp932")
    return "utf-8"


def _is_of_another_script(content: bytes, page: str) -> bool:
    """Whether letters beyond ASCII stand beside each other, as in Cyrillic words: in Western ones they stand alone.

    Letters of cp932 have two bytes, of which the second may be ASCII; Western words are taken for such letters, too.
    """
    runs = [len(run) for run in _BEYOND_ASCII.findall(content.decode(page, "ignore"))]
    return sum(run for run in runs if run > 1) * 2 > sum(runs)


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def unpacked(content: bytes) -> bytes:
    """Return the only file of a ZIP, or the content where it is none. Raises `Refused`.

    No more is unpacked than a file may have.
    """
    if not content.startswith(_ZIP):
        return content
    with opened(content) as file:
        plain = file.read(LARGEST_TABLE + 1)
    if len(plain) > LARGEST_TABLE:
        raise Refused(Why.LARGE_TABLE)
    return plain


_UNPACKED = 1 << 20
"""Bytes that are unpacked at once. Unpacking gives the interpreter's lock away: where each line does so, CPython 3.11 lets no other
thread have it, and the event loop waited for seconds."""


@contextmanager
def opened(content: bytes, most: int | None = None) -> Iterator[IO[bytes]]:
    """Open the only file of a ZIP, or the content where it is none. Raises `Refused`, while it is read, too.

    A packed file of more than ``most`` bytes is refused by the size that the ZIP says; no more than that is ever unpacked.
    """
    if not content.startswith(_ZIP):
        yield io.BytesIO(content)
        return
    end = content.rfind(b"PK\x05\x06")
    try:
        (size,) = struct.unpack_from("<I", content, end + 12)
        if end < 0 or size > _LARGEST_DIRECTORY:
            raise Refused(Why.NO_TABLE)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            member = _only_member(archive.infolist())
            if most is not None and member.file_size > most:
                raise Refused(Why.LARGE_TABLE)
            with archive.open(member) as file:
                yield io.BufferedReader(cast("io.RawIOBase", file), _UNPACKED)
    except _BROKEN as problem:
        if isinstance(problem, Refused):
            raise
        raise Refused(Why.NO_TABLE) from None


def _only_member(members: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
    files = [one for one in members if not one.filename.endswith("/") and not one.filename.startswith("__MACOSX/")]
    registers = [one for one in files if one.filename.casefold().endswith("register.csv")]
    chosen = files if len(files) == 1 else registers
    if form := packed_form([one.filename for one in members]):
        raise Refused(Why.OTHER_FORM, form)
    if len(chosen) > 1 or (files and not chosen):
        raise Refused(Why.SEVERAL_FILES, ", ".join(one.filename for one in files[:_NAMED]))
    if not chosen or chosen[0].flag_bits & 1 or chosen[0].compress_type not in _PACKINGS:
        raise Refused(Why.NO_TABLE)
    return chosen[0]
