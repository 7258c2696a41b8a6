"""The languages: a folder each, and nothing but data.

vocabulary.py   the words that the grammar reads with
builtin.py      the everyday words of the starting categories
calendar.py     how days and whole numbers are written
messages.po     the sentences, and `messages.mo`, which `make messages` makes of them; English has none
readings.jsonl  messages as people text them, and what is wanted of each
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from languages.calendar import Calendar
from languages.vocabulary import Vocabulary

ENGLISH = "en"

FOLDERS: Mapping[str, str] = MappingProxyType(
    {ENGLISH: "en", "de": "de", "es": "es", "fr": "fr", "nl": "nl", "pl": "pl", "ru": "ru", "uk": "uk"}
)
"""Each language's tag (BCP 47), and its folder."""

RIGHT_TO_LEFT = frozenset({"ar"})


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """Return a language's words, loaded when they are needed. Raises `KeyError` for a language that there is not."""
    vocabulary: Vocabulary = import_module(f"languages.{FOLDERS[language]}.vocabulary").VOCABULARY
    return vocabulary


@cache
def calendar_of(language: str) -> Calendar:
    """Return how a language writes days. Raises `KeyError` for a language that there is not."""
    calendar: Calendar = import_module(f"languages.{FOLDERS[language]}.calendar").CALENDAR
    return calendar


def messages_of(language: str) -> Path:
    """Return the file of a language's sentences. Raises `KeyError` for a language that there is not."""
    return Path(__file__).parent / FOLDERS[language] / "messages.mo"
