"""A voice says sentences in one language. gettext finds the sentence, `str.format` fills its fields in."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from string import Formatter

from budget.characters import undirected
from languages import ENGLISH, RIGHT_TO_LEFT, calendar_of, messages_of
from languages.calendar import Calendar
from words.direction import FromTheRight
from words.markup import NO_BREAK, unbroken


@dataclass(frozen=True, slots=True)
class Voice:
    """A language: its tag (BCP 47), its catalogue, and how it writes days. The sentence in English is the catalogue's key."""

    language: str
    translations: NullTranslations
    calendar: Calendar

    def __hash__(self) -> int:
        return hash(self.language)  # what is said once is kept by voice, and asked for often

    def say(self, sentence: str, /, **fields: object) -> str:
        """Return a sentence with its fields filled in. Babel extracts ``sentence``, so it is a literal where this is called."""
        return _filled(self.translations.gettext(sentence), fields)

    def typed(self, sentence: str, /, **fields: object) -> str:
        """Return a sentence that a person is to type, or to copy: nothing unseen is in it."""
        return undirected(self.say(sentence, **fields)).replace(NO_BREAK, " ")

    def count(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """Return the sentence for a number of things, whose field ``n`` is that number. Languages have one to six forms."""
        return _filled(self.translations.ngettext(one, many, n), {**fields, "n": self.number(n)})

    def number(self, n: int) -> str:
        """Return a number of things, grouped by three digits."""
        return f"{n:,}".replace(",", self.calendar.group)

    def listed(self, some: Iterable[str]) -> str:
        """Return a list of things, with the language's comma between them."""
        return self.calendar.comma.join(some)

    def sentences(self, *said: str) -> str:
        """Return sentences one behind the other, as the language parts them."""
        return self.calendar.gap.join(said)

    @property
    def direction(self) -> str:
        """How the language is written: ``ltr`` or ``rtl``."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


def _filled(sentence: str, fields: Mapping[str, object]) -> str:
    """Return a sentence with its fields filled in. A field that ends with a full stop ends the sentence, too: `bis 10. Dez.`"""
    sentence = _unbroken(sentence)
    said = sentence.format_map(fields)
    if ".." not in said:
        return said
    parts: list[str] = []
    for text, field, _, _ in Formatter().parse(sentence):
        ends = bool(parts) and parts[-1].endswith(".") and text.startswith(".")
        parts.append(text[1:] if ends else text)
        if field is not None:
            parts.append(str(fields[field]))
    return "".join(parts)


_unbroken = cache(unbroken)  # there are as many as catalogues have sentences
VoiceFor = Callable[[int], Awaitable[Voice]]
"""Gives the voice of an owner's budget."""

Voices = Callable[[str], Voice]
"""Gives the voice of a language: `voice_of`, but in tests."""


@cache
def voice_of(language: str) -> Voice:
    """Return the voice of a language. Raises `KeyError` for a language that has no catalogue."""
    return Voice(language, _catalogue(language), calendar_of(language))


def _catalogue(language: str) -> NullTranslations:
    if language == ENGLISH:
        return NullTranslations()
    with messages_of(language).open("rb") as file:
        return FromTheRight(file) if language in RIGHT_TO_LEFT else GNUTranslations(file)


def marked(sentence: str) -> str:
    """Mark a sentence of a table for Babel, and return it as it is; `Voice.say` says it later."""
    return sentence
