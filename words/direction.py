"""Sentences of a language that is written from the right: what may be written from the left stands in isolates.

Without them an amount, a name or a command would change places with its neighbours, and a line that begins with one would be
drawn from the left (Unicode UAX #9, rules P2, N1 and N2).
"""

import re
import unicodedata
from functools import cache
from gettext import GNUTranslations

from budget.characters import END, FROM_THE_RIGHT, ISOLATE

# What is typed stays whole, and a bar is drawn from the right. A bare number of things has no direction of its own.
_APART = re.compile(
    r"<code>.*?</code>|(?P<tag></?[a-z]+>)|\{(?!(?:n|bar)\})[a-z_]+\}|(?<![\w/])/[a-z]+(?: [a-z]+)?|@[A-Za-z]+",
    re.DOTALL,
)
_TAGS = re.compile(r"^(?:</?[a-z]+>)+")


@cache
def from_the_right(sentence: str) -> str:
    """Return a sentence with fields, commands and what is to be typed in isolates; each line begins from the right."""
    apart = _APART.sub(lambda found: found[0] if found["tag"] else f"{ISOLATE}{found[0]}{END}", sentence)
    return "\n".join(f"{FROM_THE_RIGHT if _is_weak(line) else ''}{line}" for line in apart.split("\n"))


def _is_weak(line: str) -> bool:
    """Whether a line does not begin with a letter of a right-to-left script."""
    said = _TAGS.sub("", line)
    return said != "" and unicodedata.bidirectional(said[0]) not in {"R", "AL"}


class FromTheRight(GNUTranslations):
    """A catalogue of a language that is written from the right."""

    def gettext(self, message: str) -> str:
        return from_the_right(super().gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return from_the_right(super().ngettext(msgid1, msgid2, n))
