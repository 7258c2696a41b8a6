"""A voice says sentences in one language. gettext finds the sentence, `str.format` fills its fields in."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations

from languages import ENGLISH, calendar_of
from languages.calendar import Calendar


@dataclass(frozen=True, slots=True)
class Voice:
    """A language: its tag (BCP 47), its catalogue, and how it writes days. The sentence in English is the catalogue's key."""

    language: str
    translations: NullTranslations
    calendar: Calendar

    def say(self, sentence: str, /, **fields: object) -> str:
        """Return a sentence with its fields filled in. Babel extracts ``sentence``, so it is a literal where this is called."""
        return self.translations.gettext(sentence).format_map(fields)

    def count(self, one: str, many: str, n: int, /, **fields: object) -> str:
        """Return the sentence for a number of things, whose field ``n`` is that number. Languages have one to six forms."""
        return self.translations.ngettext(one, many, n).format_map({**fields, "n": number(n)})


VoiceFor = Callable[[int], Awaitable[Voice]]
"""Gives the voice of an owner's budget. It is where the budget's language comes in."""


@cache
def voice_of(language: str) -> Voice:
    """Return the voice of a language. Raises `KeyError` for a language that has no catalogue."""
    return Voice(language, NullTranslations(), calendar_of(language))


async def english(_owner: int) -> Voice:
    """Return the voice of every budget while English is the only language."""
    return voice_of(ENGLISH)


def marked(sentence: str) -> str:
    """Mark a sentence of a table for Babel, and return it as it is; `Voice.say` says it later."""
    return sentence


def number(n: int) -> str:
    """Return a number of things, grouped by three digits."""
    return f"{n:,}"
