"""What stands behind a command, brought into English: `keine`, `ab nächster Woche`, `Montag 8 Uhr`."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from budget.grammar.command_tables import compared, said_in
from budget.grammar.every import every_weekday
from budget.grammar.vocabulary import vocabulary_for
from budget.money import clean
from budget.periods import WEEKDAYS
from languages.vocabulary import Phrase

_LENGTH = re.compile(r"([0-9]{1,4})([^\W\d_]*)")
_TIME = re.compile(r"([^\W\d_]*)([0-9]{1,2})(?:[:.h時]([0-9]{2})分?)?'?([^\W\d_][^\W\d_.]*)?")
"""A time with the half of the day that is glued to it before (`夜9時`), and what stands behind: `8pm`, `8'de`."""
_NOON = 12
NEXT_WEEK = "next week"
AHEAD = "ahead"
SWITCHED_OFF = "switched off"
"""`off` behind a bill's name, which `no` and `stop` may be a part of."""


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
        "bill": Slots(last=(SWITCHED_OFF, AHEAD, "outside", "skip")),
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


class SlotReader:
    """Reads what follows a command, from its ends."""

    def __init__(self, words: list[str], language: str) -> None:
        self._words = words
        self._compared = [compared(word) for word in words]
        self._said = said_in(language)
        self._vocabulary = vocabulary_for(language)

    def read(self, slots: Slots) -> str | None:
        """Return the words in English; None where none of them is one of the command's."""
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
        if AHEAD in words and self._denies_ahead():
            return [AHEAD, "off"]
        while (word := self._last(words)) is not None:
            tail.insert(0, "off" if word == SWITCHED_OFF else word)
            if word not in {NEXT_WEEK, SWITCHED_OFF}:  # `keine ab nächster Woche`, `voraus aus`
                break
        return tail

    def _denies_ahead(self) -> bool:
        """Whether `no` stands behind `ahead`, and take both off: `adelantado no`; alone it may end a bill's name."""
        if not self._compared or self._compared[-1] not in map(compared, self._vocabulary.no_words):
            return False
        word, plain = self._words.pop(), self._compared.pop()
        if self._last((AHEAD,)) is not None:
            return True
        self._words.append(word)
        self._compared.append(plain)
        return False

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
        while opened < len(self._words) and self._opens_time(opened):
            opened += 1
        rest = [clean(word).casefold().replace("’", "'") for word in self._words[opened:]]
        read = _TIME.fullmatch(rest[0]) if rest else None
        if read is None:
            return self._words[at:]
        beside = [*self._compared[at:opened], read[1], *rest[1:], read[4] or ""]
        told = ("am", "pm") if int(read[2]) <= _NOON else ()  # `21 Uhr abends`
        halves = {half for half in told for word in beside if (compared(word),) in said[half]}
        others = [word for word in (read[1], *rest[1:], read[4] or "") if word and not self._is_of_time(word)]
        if others or len(halves) > 1:
            return self._words[at:]
        return [f"{read[2]}:{read[3]}" if read[3] else read[2], *halves]

    def _opens_time(self, at: int) -> bool:
        """Whether a word stands before a time: `at`, or the half of the day where that stands first, `akşam 9`."""
        return any((self._compared[at],) in self._said.words[one] for one in ("at", "am", "pm"))

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
