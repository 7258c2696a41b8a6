"""Commands in a budget's language, brought into English: `letzte Woche`, `/limits Spaß keine`, `/digest Montag 8 Uhr`.

What handles a command knows the English words alone. English is understood in every budget. A message that asks for a command
without a slash has no digit, but for those of `budget.grammar.numbered`.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from budget.categories import folded
from budget.errors import InvalidChoice, Why
from budget.grammar.elisions import without_elision
from budget.grammar.every import every_weekday, recurs
from budget.grammar.vocabulary import vocabulary_for
from budget.locales import locale_named
from budget.money import clean
from budget.periods import WEEKDAYS
from budget.said import currency_said, language_said, zone_said
from languages import ENGLISH, SPOKEN, command_words_of
from languages.vocabulary import Phrase, Vocabulary, without_marks

IsName = Callable[[str], bool]
"""Whether a text is the name of a category or of a bill of the budget: then it is no other word."""

LONGEST_COMMAND = 80  # characters of a message that may ask for a command
_EDGES = '.,:;!?¿¡…。、！？؟،؛"“”„«»()'
_APOSTROPHES = dict.fromkeys(map(ord, "’ʼ`´"), "'")
_LENGTH = re.compile(r"([0-9]{1,4})([^\W\d_]*)")
_TIME = re.compile(r"([0-9]{1,2})(?:[:.h時]([0-9]{2})分?)?([^\W\d_][^\W\d_.]*)?")
_WITH_ARGUMENTS = "week chart period bills card undo limits settings digest remind payday bill".split()
"""Commands that may be followed by words also where they have no slash."""
_ALONE = "week period bills recent undo limits settings help categories chart history audit rules members export import".split()
"""Commands whose name alone asks for them: those that only show something, and /undo."""
_IN_ENGLISH = "start audit export share links rules members invite".split()
"""Commands that have no name in other languages, and are asked for by the English one."""
_OF_NAMES = "limits recent categories bill".split()
"""Commands behind which the name of a category, or of a bill, may stand alone."""


NEXT_WEEK = "next week"
_SWITCHED_OFF = "switched off"
"""`off` behind a bill's name, which `no` and `stop` may be a part of."""
LEFT_OUT: Mapping[str, str] = MappingProxyType({"skip": "skip", _SWITCHED_OFF: "off"})
"""Words beside a bill's name that say that it is not paid, this once or any more, and what is typed behind `/bill` for them."""


class Slots(NamedTuple):
    """Which English words may stand behind a command, and where."""

    whole: tuple[str, ...] = ()
    """All that follows it."""
    first: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    """Words that stand first in English: in other languages last, too."""
    last: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    moment: bool = False
    """Whether a weekday and a time may follow."""
    lengths: bool = False
    """Whether days and weeks may follow: `7d`."""


SLOTS: Mapping[str, Slots] = MappingProxyType(
    {
        "week": Slots(whole=("last",)),
        "chart": Slots(whole=("last",)),
        "period": Slots(whole=("last",)),
        "bills": Slots(whole=("all",)),
        "bill": Slots(last=(_SWITCHED_OFF, "ahead", "outside", "skip")),
        "payday": Slots(whole=("auto",)),
        "card": Slots(whole=("bars", "off")),
        "undo": Slots(whole=("all", "last")),
        "limits": Slots(last=(NEXT_WEEK, "none", "carry up", "carry down", "carry off", "carry", "fresh")),
        "categories": Slots(verbs=("add", "rename", "remove")),
        "settings": Slots(first=("week", "zone", "numbers", "currency", "language", "name")),
        "digest": Slots(whole=("off",), moment=True),
        "remind": Slots(whole=("off",), moment=True),
        "share": Slots(anywhere=("totals",), lengths=True),
    }
)
"""The words behind each command."""


_SET: Mapping[str, Callable[[str, str], object]] = MappingProxyType(
    {
        "zone": zone_said,
        "currency": lambda value, _: currency_said(value, locale_named("en_US")),
        "language": lambda value, _: language_said(value),
    }
)
"""Settings that are set by their name alone, and what knows their values."""
_SET_ALONE = Slots(first=tuple(_SET))
_LONGEST_VALUE = 3  # words
_UNKNOWN = frozenset({Why.UNKNOWN_ZONE, Why.UNKNOWN_CURRENCY, Why.UNKNOWN_LANGUAGE})


class _Said(NamedTuple):
    """How a language says commands, English beside it; phrases are compared words."""

    messages: Mapping[Phrase, str]
    names: Mapping[str, str]
    words: Mapping[str, frozenset[Phrase]]
    languages: Mapping[Phrase, str]
    fillers: frozenset[str]
    weekdays: Mapping[str, int]


def compared(word: str) -> str:
    """Return a word as it is compared: small letters, without diacritics and the punctuation around it."""
    return without_marks(folded(clean(word)).translate(_APOSTROPHES).strip(_EDGES))


def phrases_of(text: str) -> Iterator[Phrase]:
    """Yield the phrases that commas part, their words as they are compared."""
    for phrase in text.split(","):
        yield tuple(map(compared, phrase.split()))


@lru_cache(maxsize=64)
def _said_in(language: str) -> _Said:
    english, own = command_words_of(ENGLISH), command_words_of(language)
    fillers = frozenset(map(compared, english.fillers | own.fillers))
    names: dict[str, str] = {}
    messages: dict[Phrase, str] = {}
    words: dict[str, frozenset[Phrase]] = {}
    for said in dict.fromkeys((english, own)):
        names |= {"".join(phrase): name for name, some in said.names.items() for phrase in phrases_of(some)}
        for command, some in said.messages.items():
            messages |= {_bare(phrase, fillers, language): command for phrase in phrases_of(some)}
        for word, some in said.words.items():
            words[word] = words.get(word, frozenset()) | frozenset(phrases_of(some))
    messages |= {(said,): name for said, name in names.items() if name in _ALONE}
    messages = {(name,): name for name in _IN_ENGLISH} | messages
    called = (
        zip(SPOKEN, phrases_of(own.languages), strict=True),
        zip(SPOKEN, phrases_of(english.languages), strict=True),
    )
    in_english = dict(zip(SPOKEN, english.languages.split(","), strict=True))
    languages = {phrase: in_english[tag].strip() for pairs in called for tag, phrase in pairs}
    vocabulary = vocabulary_for(language)
    tables = vocabulary.weekday_shorts, vocabulary.weekdays
    weekdays = {compared(word): n for table in tables for word, n in table.items()}
    return _Said(messages, names, words, languages, fillers, weekdays)


def _bare(words: Sequence[str], fillers: frozenset[str], language: str) -> Phrase:
    """Return a phrase without words that add nothing; of a language without blanks as one word."""
    kept = tuple(word for word in words if word and word not in fillers) or tuple(filter(None, words))
    return ("".join(kept),) if vocabulary_for(language).particles else kept


def command_named(word: str, language: str) -> str | None:
    """Return the command that a word is the name of, in English or the ``language``; None for none."""
    return _said_in(language).names.get(compared(word))


def means(text: str, word: str, language: str) -> bool:
    """Whether a text says an English word of the tables, in English or the ``language``."""
    return tuple(map(compared, text.split())) in _said_in(language).words[word]


def names_in(language: str) -> Mapping[str, str]:
    """Return the names of commands in a language, English ones beside them, and the command of each."""
    return _said_in(language).names


def message_said(text: str, language: str, is_name: IsName) -> str | None:
    """Return the command, with its slash, that a message without a slash asks for in a language; None for any other message.

    It has no digit, and is not the name of a category or a bill.
    """
    if not may_be_message(text) or is_name(text):
        return None
    said, words = _said_in(language), text.split()
    whole = said.messages.get(_bare(tuple(map(compared, words)), said.fillers, language))
    if whole is not None:
        return f"/{whole}"
    name, rest = said.names.get(compared(words[0])), " ".join(words[1:])
    if name in _OF_NAMES and is_name(rest):
        return f"/{name} {rest}"
    if name == "payday" and recurs(rest, vocabulary_for(language)):
        return f"/{name} {rest}" if tuple(folded(text).split()) not in vocabulary_for(language).income else None
    english = _translated(name, rest, language) if name in _WITH_ARGUMENTS and rest else None
    return _setting_said(words, language) if english is None else f"/{name} {english}"


def _setting_said(words: list[str], language: str) -> str | None:
    """Return the command that sets what a message names with its new value: `time zone Vienna`, `Währung Dollar`.

    The value has to be known: `time` and `money` begin other messages, too. Behind the usual word for a currency it may be a name
    that only the sentences have: `Währung Schweizer Franken`.
    """
    setting, _, value = (_Reader(list(words), language).read(_SET_ALONE) or "").partition(" ")
    if not value or len(value.split()) > _LONGEST_VALUE:
        return None
    try:
        _SET[setting](value, language)
    except InvalidChoice as problem:
        usual = command_words_of(language).words["currency"].partition(",")[0]
        if problem.why in _UNKNOWN and not (setting == "currency" and compared(words[0]) == compared(usual)):
            return None
    return f"/settings {setting} {value}"


def says_no(text: str, vocabulary: Vocabulary, others: frozenset[str] = frozenset()) -> bool:
    """Whether a text says no more than no: `no`, `never mind`, or one of some ``others``."""
    words = tuple(filter(None, map(compared, text.split())))
    return words in vocabulary.never_mind or (len(words) == 1 and words[0] in vocabulary.no_words | others)


@lru_cache(maxsize=64)
def first_words(language: str) -> frozenset[str]:
    """Return the words with which what asks for a command begins, as they are compared."""
    said = _said_in(language)
    return frozenset((*said.names, *(word for phrase in said.messages for word in phrase[:1])))


def may_be_message(text: str) -> bool:
    """Whether a message may ask for a command without a slash: it is short, and has words of letters alone."""
    return (
        0 < len(text) <= LONGEST_COMMAND
        and text[0] != "/"
        and text.isprintable()
        and not any(letter.isdecimal() for letter in text)
        and not text.isspace()
    )


def in_english(command: str, rest: str, language: str, is_name: IsName) -> str:
    """Return what follows a command with the words of a ``language`` in English; what is none of them stays as it is written."""
    if not rest or (command in _OF_NAMES and is_name(rest)):
        return rest
    english = _translated(command, rest, language)
    return rest if english is None else english


def without_word(text: str, word: str, language: str) -> Iterator[str]:
    """Yield what stands beside the words that say an English word of the tables: of `rent is paid` and `paid rent` the name."""
    vocabulary = vocabulary_for(language)
    words = [without_elision(one, vocabulary) for one in text.split()]
    said = tuple(map(compared, words))
    for phrase in sorted(_said_in(language).words[word], key=len, reverse=True):
        if vocabulary.particles and (end := "".join(phrase)) and "".join(words).endswith(end):
            yield "".join(words)[: -len(end)]
        if 0 < len(phrase) < len(words):
            if said[-len(phrase) :] == phrase:
                yield " ".join(words[: -len(phrase)])
            if said[: len(phrase)] == phrase:
                yield " ".join(words[len(phrase) :])


def _translated(command: str, rest: str, language: str) -> str | None:
    """Return what follows a command in English; None where no word of it is one of the command's."""
    slots = SLOTS.get(command)
    if slots is None:
        return None
    return _Reader(rest.split(), language).read(slots)


class _Reader:
    """Reads what follows a command, from its ends."""

    def __init__(self, words: list[str], language: str) -> None:
        self._words = words
        self._compared = [compared(word) for word in words]
        self._said = _said_in(language)
        self._vocabulary = vocabulary_for(language)

    def read(self, slots: Slots) -> str | None:
        whole = self._whole(slots.whole)
        if whole is not None:
            return whole
        if slots.moment:
            return self._moment()
        head = self._first((*slots.first, *slots.verbs))
        if not head and (verb := self._last(slots.verbs)) is not None:
            head = [verb]  # `Tiere entfernen`
        tail = self._tail(slots.last)
        changed = self._anywhere(slots)
        if not head and not tail and not changed:
            return None
        return " ".join([*head, *self._value(head), *tail])

    def _whole(self, words: tuple[str, ...]) -> str | None:
        said = tuple(filter(None, self._compared))
        return next((word for word in words if said in self._said.words[word]), None)

    def _first(self, words: tuple[str, ...]) -> list[str]:
        found = [(len(phrase), word) for word in words for phrase in self._said.words[word] if self._begins(phrase)]
        if not found:
            return []
        length, word = max(found)
        del self._words[:length], self._compared[:length]
        return [word]

    def _begins(self, phrase: Phrase) -> bool:
        return tuple(self._compared[: len(phrase)]) == phrase

    def _last(self, words: tuple[str, ...]) -> str | None:
        """Return the word that ends what follows the command, and take it off; something has to stand before it."""
        found = [(len(phrase), word) for word in words for phrase in self._said.words[word] if self._ends(phrase)]
        if not found:
            return None
        length, word = max(found)
        del self._words[-length:], self._compared[-length:]
        return word

    def _tail(self, words: tuple[str, ...]) -> list[str]:
        """Return the word that ends what follows the command; before `next week` and `off` there may be another one."""
        tail: list[str] = []
        while (word := self._last(words)) is not None:
            tail.insert(0, "off" if word == _SWITCHED_OFF else word)
            if word not in {NEXT_WEEK, _SWITCHED_OFF}:  # `keine ab nächster Woche`, `voraus aus`
                break
        return tail

    def _ends(self, phrase: Phrase) -> bool:
        return len(phrase) < len(self._words) and tuple(self._compared[-len(phrase) :]) == phrase

    def _value(self, head: list[str]) -> list[str]:
        """Return what follows the name of a setting: a weekday or a language in English, anything else as it is written."""
        match head:
            case ["week"] if (found := self._weekday()) is not None and found[1] == len(self._words):
                return [WEEKDAYS[found[0]]]
            case ["language"] if tuple(self._compared) in self._said.words["auto"]:
                return ["auto"]
            case ["language" | "numbers"]:
                language = self._said.languages.get(tuple(self._compared))
                return self._words if language is None else [language]
            case _:
                return self._words

    # --- a weekday and a time ---

    def _moment(self) -> str | None:
        found = self._weekday()
        day, at = ([], 0) if found is None else ([WEEKDAYS[found[0]]], found[1])
        time = self._time(at)
        if not day and time == self._words:
            return None
        return " ".join([*day, *time])

    def _weekday(self) -> tuple[int, int] | None:
        """Return the weekday with which the words begin, little words before it, and where it ends."""
        every, one, at = every_weekday(self._compared, self._vocabulary), self._vocabulary, 0
        if every is not None:
            return every
        little = frozenset(map(compared, one.every_words | one.day_openers | one.articles))
        while at < len(self._compared):
            weekday = self._said.weekdays.get(self._compared[at])
            if weekday is not None:
                return weekday, at + 1
            if self._compared[at] not in little:
                return None
            at += 1
        return None

    def _time(self, at: int) -> list[str]:
        """Return the time from a word on as English writes it: `8:30`, `8 pm`; what is no time as it is written."""
        said, opened = self._said.words, at
        while opened < len(self._words) and (self._compared[opened],) in said["at"]:
            opened += 1
        rest = [clean(word).casefold() for word in self._words[opened:]]
        read = _TIME.fullmatch(rest[0]) if rest else None
        if read is None:
            return self._words[at:]
        halves = {
            half for half in ("am", "pm") for word in (*rest[1:], read[3] or "") if (compared(word),) in said[half]
        }
        others = [word for word in (*rest[1:], read[3] or "") if word and not self._is_of_time(word)]
        if others or len(halves) > 1:
            return self._words[at:]
        return [f"{read[1]}:{read[2]}" if read[2] else read[1], *halves]

    def _is_of_time(self, word: str) -> bool:
        said = self._said.words
        return any((compared(word),) in said[one] for one in ("o'clock", "am", "pm"))

    # --- lengths ---

    def _anywhere(self, slots: Slots) -> bool:
        """Bring words and lengths into English wherever they stand; return whether there were any."""
        before = list(self._words)
        for word in slots.anywhere:
            for phrase in sorted(self._said.words[word], key=len, reverse=True):
                self._replace(phrase, word)
        if slots.lengths:
            self._lengths()
        return before != self._words or any(one in slots.anywhere for one in before)

    def _replace(self, phrase: Phrase, word: str) -> None:
        for at in range(len(self._words) - len(phrase) + 1):
            if tuple(self._compared[at : at + len(phrase)]) == phrase:
                self._words[at : at + len(phrase)] = self._compared[at : at + len(phrase)] = [word]
                return

    def _lengths(self) -> None:
        """Write `7 Tage` and `2 Wochen` as days."""
        days = {compared(unit): n for unit, n in self._vocabulary.recurring_days.items()}
        for at in range(len(self._words) - 1, -1, -1):
            read = _LENGTH.fullmatch(self._compared[at])
            following = self._compared[at + 1] if at + 1 < len(self._compared) else ""
            if read is None or (read[2] or following) not in days:
                continue
            end = at + 1 if read[2] else at + 2
            self._words[at:end] = self._compared[at:end] = [f"{int(read[1]) * days[read[2] or following]}d"]
