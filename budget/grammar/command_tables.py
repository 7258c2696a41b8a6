"""How commands are said in a language: the tables of `languages.commands`, English beside them, as they are compared."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from budget.categories import folded
from budget.grammar.vocabulary import vocabulary_for
from budget.money import clean
from languages import ENGLISH, SPOKEN, command_words_of
from languages.commands import CommandWords
from languages.vocabulary import Phrase, without_marks

_EDGES = '.,:;!?¿¡…。、！？؟،؛"“”„«»()'
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ`´"), "'")
_ALONE = "week period bills recent undo limits settings help categories chart history audit rules members export import".split()
"""Commands whose name alone asks for them: those that only show something, and /undo."""
_IN_ENGLISH = "start audit export share links rules members invite".split()
"""Commands that have no name in other languages, and are asked for by the English one."""


class Said(NamedTuple):
    """How a language says commands, English beside it; phrases are compared words."""

    messages: Mapping[Phrase, str]
    names: Mapping[str, str]
    slashed: Mapping[str, str]
    """The names that are known behind a slash."""
    words: Mapping[str, frozenset[Phrase]]
    languages: Mapping[Phrase, str]
    fillers: frozenset[str]
    weekdays: Mapping[str, int]
    verb_endings: frozenset[str]


@lru_cache(maxsize=1024)  # the first word of a message is compared with several tables
def compared(word: str) -> str:
    """Return a word as it is compared: small letters, without diacritics and the punctuation around it."""
    return without_marks(folded(clean(word)).translate(_APOSTROPHES).strip(_EDGES))


def words_of(text: str) -> Phrase:
    """Return the words of a text as they are compared."""
    return tuple(filter(None, map(compared, text.split())))


def phrases_of(text: str) -> Iterator[Phrase]:
    """Yield the phrases that commas part, their words as they are compared."""
    for phrase in text.split(","):
        yield tuple(map(compared, phrase.split()))


def tables_of(language: str) -> tuple[CommandWords, ...]:
    """Return how commands are said in English and in the language. Raises `KeyError` for a language that there is not."""
    return tuple(dict.fromkeys((command_words_of(ENGLISH), command_words_of(language))))


@lru_cache(maxsize=64)
def said_in(language: str) -> Said:
    """Return how a language says commands. Raises `KeyError` for a language that there is not."""
    english, own = command_words_of(ENGLISH), command_words_of(language)
    fillers = frozenset(map(compared, english.fillers | own.fillers))
    names: dict[str, str] = {}
    slashed: dict[str, str] = {}
    messages: dict[Phrase, str] = {}
    words: dict[str, frozenset[Phrase]] = {}
    for said in tables_of(language):
        called = {"".join(phrase): name for name, some in said.names.items() for phrase in phrases_of(some)}
        names |= called
        slashed |= {name: command for name, command in called.items() if name not in said.unslashed}
        for command, some in said.messages.items():
            messages |= {bare(phrase, fillers, language): command for phrase in phrases_of(some)}
        for word, some in said.words.items():
            words[word] = words.get(word, frozenset()) | frozenset(phrases_of(some))
    messages |= {(said,): name for said, name in names.items() if name in _ALONE}
    messages = {(name,): name for name in _IN_ENGLISH} | messages
    tongues = (
        zip(SPOKEN, phrases_of(own.languages), strict=True),
        zip(SPOKEN, phrases_of(english.languages), strict=True),
    )
    in_english = dict(zip(SPOKEN, english.languages.split(","), strict=True))
    languages = {phrase: in_english[tag].strip() for pairs in tongues for tag, phrase in pairs}
    vocabulary = vocabulary_for(language)
    tables = vocabulary.weekday_shorts, vocabulary.weekdays
    weekdays = {compared(word): n for table in tables for word, n in table.items()}
    return Said(messages, names, slashed, words, languages, fillers, weekdays, own.verb_endings)


def bare(words: Sequence[str], fillers: frozenset[str], language: str) -> Phrase:
    """Return a phrase without words that add nothing; of a language without blanks as one word."""
    kept = tuple(word for word in words if word and word not in fillers) or tuple(filter(None, words))
    return ("".join(kept),) if vocabulary_for(language).particles else kept


@lru_cache(maxsize=64)
def words_of_days(days: int, language: str) -> frozenset[str]:
    """Return the words that say so many days, as they are compared: for 7 `week`, `weeks` and `weekly`."""
    vocabulary = vocabulary_for(language)
    units = {unit for unit, length in vocabulary.recurring_days.items() if length == days}
    adverbs = {word for word, unit in vocabulary.adverbs.items() if unit in units}
    return frozenset(map(compared, units | adverbs))
