"""The languages: a folder each, and nothing but data.

vocabulary.py   the words that the grammar reads with
builtin.py      the everyday words of the starting categories
calendar.py     how days and whole numbers are written
commands.py     how commands are said, and the words behind them
messages.po     the sentences, and `messages.mo`, which `make messages` makes of them; English has none
places.json     what countries and cities are called, which `make messages` writes from Unicode CLDR
readings.jsonl  messages as people text them, and what is wanted of each

Beside them `cities.py`: large cities that name no time zone, as all of them call these.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from languages.calendar import Calendar
from languages.commands import CommandWords
from languages.vocabulary import Vocabulary

ENGLISH = "en"

FOLDERS: Mapping[str, str] = MappingProxyType(
    {
        ENGLISH: "en",
        "de": "de",
        "es": "es",
        "fr": "fr",
        "it": "it",
        "nl": "nl",
        "pl": "pl",
        "pt-BR": "pt_br",
        "ru": "ru",
        "uk": "uk",
        "ja": "ja",
        "tr": "tr",
        "id": "id",
        "ar": "ar",
    }
)
"""Each language's tag (BCP 47), and its folder."""

NAMES: Mapping[str, str] = MappingProxyType(
    {
        ENGLISH: "English",
        "de": "Deutsch",
        "es": "Español",
        "fr": "Français",
        "it": "Italiano",
        "nl": "Nederlands",
        "pl": "Polski",
        "pt-BR": "Português",
        "ru": "Русский",
        "uk": "Українська",
        "ja": "日本語",
        "tr": "Türkçe",
        "id": "Bahasa Indonesia",
        "ar": "العربية",
    }
)
"""What each language calls itself."""

TREATS: Mapping[str, str] = MappingProxyType(
    {
        "en": "tacos", "de": "Tacos", "es": "tacos", "fr": "tacos", "it": "tacos", "nl": "bioscoop", "pl": "kino",
        "pt-BR": "cinema", "ru": "кино", "uk": "кіно", "ja": "ランチ", "tr": "döner", "id": "bakso", "ar": "شاورما",
    }
)  # fmt: skip
"""What somebody buys for fun in a language's examples."""

SPOKEN: tuple[str, ...] = (ENGLISH, "de", "es", "fr", "it", "nl", "pl", "pt-BR", "ru", "uk", "ja", "tr", "id", "ar")
"""Languages that have everything: those that a budget can have."""

RIGHT_TO_LEFT = frozenset({"ar"})


def spoken(tag: str) -> str:
    """Return the language that is nearest to a tag of a person's app (`pt-br`, `de-AT`): English where there is none."""
    wanted = tag.replace("_", "-").lower()
    by_tag = {one.lower(): one for one in SPOKEN}
    primary = wanted.partition("-")[0]
    alike = (one for one in SPOKEN if one.partition("-")[0] == primary)
    return by_tag.get(wanted) or by_tag.get(primary) or next(alike, ENGLISH)


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


@cache
def command_words_of(language: str) -> CommandWords:
    """Return how a language says commands. Raises `KeyError` for a language that there is not."""
    said: CommandWords = import_module(f"languages.{FOLDERS[language]}.commands").COMMANDS
    return said


def messages_of(language: str) -> Path:
    """Return the file of a language's sentences. Raises `KeyError` for a language that there is not."""
    return Path(__file__).parent / FOLDERS[language] / "messages.mo"


def places_file(language: str) -> Path:
    """Return the file of what a language calls places. Raises `KeyError` for a language that there is not."""
    return Path(__file__).parent / FOLDERS[language] / "places.json"


class Places(NamedTuple):
    """What a language calls places: ``territories`` by their code (ISO 3166), ``cities`` by the time zone that each names.

    Of cities only those are there that are not called as in the zone's own name.
    """

    territories: Mapping[str, str]
    cities: Mapping[str, str]


@cache
def places_of(language: str) -> Places:
    """Return what a language calls places, loaded when it is needed. Raises `KeyError` for a language that there is not."""
    return Places(**json.loads(places_file(language).read_text(encoding="utf-8")))
