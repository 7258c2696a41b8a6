"""A voice that puts every piece of a sentence into brackets and makes it 40 % longer: what stands outside no voice has said."""

import re
from collections.abc import Iterable
from dataclasses import replace
from gettext import NullTranslations
from string import Formatter

from languages import ENGLISH
from languages.en.calendar import CALENDAR as ENGLISH_CALENDAR
from words.voice import Voice, voice_of

_TYPED = re.compile(r"<code>.*?</code>", re.DOTALL)
_TAGS = re.compile(r"</?(?:b|i|s|pre)>")
_SAID = re.compile(r"⟦[^⟦⟧]*⟧")
_COMMANDS = re.compile(r"(?<!\w)/[a-z]+")
_ADDRESS = re.compile(r"https?://[^\s⟦⟧]+")
_WORD = re.compile(r"[^\W\d_]+")


class PseudoCatalogue(NullTranslations):
    """A catalogue that has every sentence. Fields stay outside of the brackets, so what fills them has to be said too."""

    def gettext(self, message: str) -> str:
        said = ""
        for text, field, _, _ in Formatter().parse(message):
            said += (f"⟦{text}⟧" if text else "") + (f"{{{field}}}" if field is not None else "")
        return f"{said}⟦{'~' * (len(message) * 2 // 5)}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _bracketed(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"⟦{name}~⟧" for name in names)


PSEUDO = Voice(
    "en-XA",
    PseudoCatalogue(),
    replace(
        ENGLISH_CALENDAR,
        weekdays=_bracketed(ENGLISH_CALENDAR.weekdays),
        short_weekdays=_bracketed(ENGLISH_CALENDAR.short_weekdays),
        months=_bracketed(ENGLISH_CALENDAR.months),
        short_months=_bracketed(ENGLISH_CALENDAR.short_months),
    ),
)


FROM_THE_RIGHT = replace(voice_of(ENGLISH), language="ar")
"""Sentences in English, and all that follows the direction as in Arabic."""


def pseudo(_language: str) -> Voice:
    """Return the pseudo-voice for every language."""
    return PSEUDO


def unsaid(text: str, allowed: Iterable[str]) -> list[str]:
    """Return the words of a text that no voice said, but what people type (``<code>``, commands, addresses) and what is allowed."""
    rest = _SAID.sub(" ", _TAGS.sub("", _TYPED.sub(" ", _ADDRESS.sub(" ", text))))
    for name in sorted(allowed, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest)
    return _WORD.findall(_COMMANDS.sub(" ", rest))
