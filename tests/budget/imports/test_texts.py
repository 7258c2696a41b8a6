"""The text of a file: encodings, and a ZIP with one file in it."""

import io
import struct
import zipfile

import pytest

from budget.errors import Refused, Why
from budget.imports.bounds import LARGEST_TABLE
from budget.imports.texts import Text, text_of


def packed(*files: tuple[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, packing)  # the same bytes whenever it is made
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        ("day,ä".encode(), "day,ä", "utf-8"),
        ("\ufeffday,ä".encode(), "day,ä", "utf-8"),
        ("day,ä".encode("utf-16"), "day,ä", "utf-16"),
        ("day,ä".encode("utf-16-le"), "day,ä", "utf-16-le"),
        ("day,ä".encode("utf-16-be"), "day,ä", "utf-16-be"),
        ("day,ä €".encode("cp1252"), "day,ä €", "cp1252"),
        (b"", "", "utf-8"),
    ],
)
def test_a_file_is_decoded(content: bytes, text: str, encoding: str) -> None:
    assert text_of(content) == Text(text, encoding)


@pytest.mark.parametrize(
    ("text", "language", "written", "encoding"),
    [
        ("Żabka, płatność", "pl", "cp1250", "cp1250"),
        ("Пятёрочка 12,50", "ru", "cp1251", "cp1251"),
        ("Сільпо", "uk", "cp1251", "cp1251"),
        ("Müller, café", "ru", "cp1252", "cp1252"),  # letters that stand alone are no Cyrillic ones
        ("Şişli çarşı", "tr", "cp1254", "cp1254"),
        ("Müller", "de", "cp1252", "cp1252"),
        ("Żabka", "pl", "utf-8", "utf-8"),
        ("年月日", "pl", "cp932", "cp1250"),
        ("日付,金額,内容\n2026/11/20,-1080,パン\n", "ja", "cp932", "cp932"),  # cp1252 has each of its bytes, too
        ("Libellé;Café crème;Épicerie", "ja", "cp1252", "cp1252"),
    ],
)
def test_a_code_page_is_that_of_the_language(text: str, language: str, written: str, encoding: str) -> None:
    found = text_of(text.encode(written), language)
    assert found.encoding == encoding
    assert found.text == text or written == "cp932" != encoding


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"a\x81", Why.NO_TEXT),  # cp1252 has no such character
        (b"abc\0", Why.NO_TEXT),
        ("x".encode("utf-16") + b"x", Why.NO_TEXT),
        (b" " * (LARGEST_TABLE + 1), Why.LARGE_TABLE),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, why: Why) -> None:
    with pytest.raises(Refused) as refused:
        text_of(content)

    assert refused.value.why is why


@pytest.mark.parametrize(
    "content",
    [
        packed(("expenses.csv", b"day")),
        packed(("expenses.csv", b"day"), packing=zipfile.ZIP_STORED),
        packed(("expenses.csv", b"day"), ("__MACOSX/._expenses.csv", b"x"), ("folder/", b"")),
        packed(("My Plan - Register.csv", b"day"), ("My Plan - Plan.csv", b"x")),
    ],
)
def test_a_zip_holds_one_file(content: bytes) -> None:
    assert text_of(content).text == "day"


def _encrypted() -> bytes:
    content = bytearray(packed(("a.csv", b"day")))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(sign) + place] |= 1
    return bytes(content)


def _lying() -> bytes:
    """A ZIP whose list of files seems long."""
    content = bytearray(packed(("a.csv", b"day")))
    struct.pack_into("<I", content, content.rindex(b"PK\x05\x06") + 12, 1_000_000)
    return bytes(content)


@pytest.mark.parametrize(
    "content",
    [
        packed(),
        packed(("a.csv", b"day"), packing=zipfile.ZIP_BZIP2),
        packed(("a.csv", b"day"), packing=zipfile.ZIP_LZMA),
        packed(*((f"{n}.csv", b"") for n in range(2_000))),
        _encrypted(),
        _lying(),
        packed(("a.csv", b"day"))[:-10],
        packed(("a.csv", b"day" * 100))[:40],
        b"PK\x03\x04",
        b"PK\x03\x04PK\x05\x06",
        packed(("a.csv", b"day" * 1000)).replace(b"PK\x01\x02", b"PK\x01\x03"),
    ],
)
def test_any_other_zip_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        text_of(content)

    assert refused.value.why is Why.NO_TABLE


@pytest.mark.parametrize(
    ("content", "why", "word"),
    [
        (packed(("a.csv", b"day"), ("b.csv", b"day")), Why.SEVERAL_FILES, "a.csv, b.csv"),
        (
            packed(("a Register.csv", b"day"), ("b Register.csv", b"day")),
            Why.SEVERAL_FILES,
            "a Register.csv, b Register.csv",
        ),
        (packed(*((f"{n}.csv", b"day") for n in range(9))), Why.SEVERAL_FILES, "0.csv, 1.csv, 2.csv"),
        (packed(("[Content_Types].xml", b""), ("xl/workbook.xml", b"")), Why.OTHER_FORM, "Excel (XLSX)"),
        (packed(("mimetype", b""), ("content.xml", b"")), Why.OTHER_FORM, "OpenDocument (ODS)"),
        (packed(("Index/Document.iwa", b""), ("preview.jpg", b"")), Why.OTHER_FORM, "Numbers"),
        (packed(("[Content_Types].xml", b""), ("word/document.xml", b"")), Why.OTHER_FORM, "Word (DOCX)"),
        (packed(("list.pdf", b"%PDF-1.4")), Why.OTHER_FORM, "PDF"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", Why.OTHER_FORM, "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, Why.OTHER_FORM, "Excel (XLS)"),
        (b"\x89PNG\r\n\x1a\n\0\0\x81", Why.OTHER_FORM, "PNG"),
        (b"\xff\xd8\xff\xe0", Why.OTHER_FORM, "JPEG"),
    ],
)
def test_what_is_no_text_is_named(content: bytes, why: Why, word: str) -> None:
    with pytest.raises(Refused) as refused:
        text_of(content)

    assert (refused.value.why, refused.value.word) == (why, word)


@pytest.mark.parametrize("in_zip", [False, True])
def test_a_file_of_the_largest_size_is_read(*, in_zip: bool) -> None:
    content = b" " * LARGEST_TABLE
    assert len(text_of(packed(("a.csv", content)) if in_zip else content).text) == LARGEST_TABLE


@pytest.mark.parametrize("more", [0, 1])
def test_the_list_of_files_of_a_zip_has_64_kib_at_most(more: int) -> None:
    entry = zipfile.ZipInfo("a.csv")
    # The entry has 46 bytes and its name. A comment has no more than 65,535 bytes, so a field of four or more has the rest.
    entry.comment = b"c" * (64 * 1024 - 46 - len("a.csv") - 8 + more)
    entry.extra = struct.pack("<HH4s", 0xCAFE, 4, b"more")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(entry, "day,amount\n")
    (size,) = struct.unpack_from("<I", out.getvalue(), len(out.getvalue()) - 10)
    assert size == 64 * 1024 + more

    if more:
        with pytest.raises(Refused) as refused:
            text_of(out.getvalue())
        assert refused.value.why is Why.NO_TABLE
    else:
        assert text_of(out.getvalue()).text == "day,amount\n"


def test_a_zip_that_unpacks_to_gigabytes_is_stopped() -> None:
    with pytest.raises(Refused) as refused:
        text_of(packed(("a.csv", b"0" * (LARGEST_TABLE + 1))))

    assert refused.value.why is Why.LARGE_TABLE


def test_every_broken_byte_of_a_zip_ends_in_a_sentence() -> None:
    content = packed(("a.csv", b"day,amount\n2026-03-14,1\n"))
    for place in range(4, len(content)):
        for value in (0, 255, content[place] ^ 1):
            broken = content[:place] + bytes([value]) + content[place + 1 :]
            try:
                assert isinstance(text_of(broken), Text)
            except Refused:
                continue
