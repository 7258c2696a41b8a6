"""The catalogues of sentences: `python -m tests.languages.catalogues` brings them up to date with words/, and compiles them.

A new sentence stands in each catalogue without a translation, one that is no longer said goes. The tests say what is missing.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from languages import ENGLISH, FOLDERS, messages_of

ROOM = Path(__file__).parent.parent.parent
KEYWORDS = {"say": None, "typed": None, "count": (1, 2), "marked": None}
"""Functions of `words.voice` that take a sentence."""
_TAG = re.compile(r"</?[a-z]+>")
_TYPED = re.compile(r"<code>(.*?)</code>|(?<![\w{/])(/[a-z]+)", re.DOTALL)

Text = str | tuple[str, ...]


def said() -> dict[Text, None]:
    """Return all sentences of words/, in order; those of a number of things as pairs."""
    return {
        message: None for _, _, message, _, _ in sorted(extract_from_dir(ROOM / "words", keywords=KEYWORDS), key=str)
    }


def po_of(tag: str) -> Path:
    """Return the file of a language's catalogue."""
    return messages_of(tag).with_suffix(".po")


def read(tag: str) -> Catalog:
    """Return a language's catalogue."""
    with po_of(tag).open("rb") as file:
        return read_po(file, locale=tag.replace("-", "_"))


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it; its head tells no time, so that the same sentences are the same file."""
    catalogue.creation_date = datetime(2026, 1, 1, tzinfo=UTC)
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def update(tag: str) -> None:
    """Bring one language's catalogue up to date."""
    known = read(tag) if po_of(tag).exists() else Catalog()
    fresh = Catalog(locale=tag.replace("-", "_"), fuzzy=False)
    for sentence in said():
        one = known.get(sentence[0] if isinstance(sentence, tuple) else sentence)
        fresh.add(sentence, one.string if one is not None and one.id == sentence else None)
    header = f'msgid ""\nmsgstr ""\n"Language: {tag}\\n"\n"Plural-Forms: {fresh.plural_forms}\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    file = BytesIO()
    write_po(file, fresh, width=120, omit_header=True, sort_output=True)
    po_of(tag).write_text(header + file.getvalue().decode(), encoding="utf-8")
    messages_of(tag).write_bytes(compiled(read(tag)))


def problems(message: Message) -> Iterator[str]:
    """Yield what is wrong with a translation: nothing there, other fields, other tags, other commands than in English."""
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))
    if not all(strings):
        yield "not translated"
        return
    for n, text in enumerate(strings):
        if len(ids) == 1 or n == len(strings) - 1:
            if _fields(text) != _fields(ids[-1]):
                yield f"fields {sorted(_fields(text))}"
        elif not _fields(ids[0]) - _said_by(n, len(strings)) <= _fields(text) <= _fields(ids[-1]):
            yield f"fields {sorted(_fields(text))}"
        if sorted(_TAG.findall(text)) != sorted(_TAG.findall(ids[-1])):
            yield f"tags of {text!r}"
        if len(ids) == 1 and sorted(_commands(text)) != sorted(_commands(ids[0])):
            yield f"commands of {text!r}"
        if text[:1].isspace() != ids[-1][:1].isspace() or text[-1:].isspace() != ids[-1][-1:].isspace():
            yield f"blanks around {text!r}"


def _said_by(form: int, forms: int) -> set[str]:
    """Return the fields that a plural form says by itself: of Arabic's six the second is of one alone, the third of two."""
    return {"n"} if forms == 6 and form in {1, 2} else set()


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _commands(text: str) -> list[str]:
    """Return the commands that a sentence names: they are English in every language."""
    return [word for found in _TYPED.findall(text) for word in re.findall(r"/[a-z]+", found[0] or found[1])]


if __name__ == "__main__":
    for language in FOLDERS:
        if language != ENGLISH:
            update(language)
