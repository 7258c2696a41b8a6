"""A whole text: its lines, the days that head them, list marks, and a total at the end (docs/grammar.md, 8)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from budget.entries import Kind
from budget.errors import Refused, Why
from budget.grammar import words as lexer
from budget.grammar.days import day_ways
from budget.grammar.dotted_days import short_date
from budget.grammar.lines import read_line
from budget.grammar.readings import DayHeading, Question, Reading, Scope, Understood, Unreadable
from budget.grammar.spans import Calendar, Way
from budget.grammar.totals import checked, checked_first
from budget.grammar.words import Word, Words, split_words

MOST_LINES = 20
_LONGEST_HEADING = 40  # characters

_SEMICOLON = re.compile("[;\uff1b\u037e\ufe54\u061b]")
_BULLET = re.compile(r"[•·・▪‣◦●○►✓✔☑✅]\ufe0f?\s*")
_DASH = re.compile(r"[-–—*+]\s+|[-–—*](?=[^\W\d_])")  # `- gas 38`, `-gas 38`
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+")
_COUNTED = re.compile(r"(\d{1,2})(?::| [-–—])\s+(?=.*\d)")  # `1: coffee 5`, `1 - coffee 5`


def split_lines(text: str) -> list[str]:
    """Return the entries of a text: its lines, parted by ``;`` too, without the empty ones (rule 9)."""
    return [part for line in text.splitlines() for part in _parted(line)]


def _parted(line: str) -> list[str]:
    """Return what semicolons part of a line; where one part alone has a number they part no entries: `gas;40.12`."""
    parts = [part.strip() for part in _SEMICOLON.split(line) if part.strip()]
    if len(parts) > 1 and sum(any(map(str.isdecimal, part)) for part in parts) == 1:
        return [line.strip()]
    return parts


def read(text: str, scope: Scope) -> list[tuple[str, Reading]]:
    """Read a whole text: each line with its reading. Never raises.

    More than 20 lines are refused together, so that no one has to find out where the reader stopped.
    """
    lines = split_lines(text)
    if len(lines) > MOST_LINES:
        return [("", Unreadable(Why.TOO_MANY_LINES, str(len(lines))))]
    if len(lines) == 1:
        return [
            (lines[0], read_line(_BULLET.sub("", lines[0], count=1) if _BULLET.match(lines[0]) else lines[0], scope))
        ]
    plain = _without_marks(lines)
    readings: list[tuple[str, Reading]] = []
    for n, line in enumerate(plain):
        last = n == len(plain) - 1
        words = split_words(line, scope.money, scope.vocabulary) if len(line) <= _LONGEST_HEADING else None
        reading = read_line(line, scope, words)
        day = _heading(words, reading, scope) if words is not None and not last else None
        if day is None and words is not None and not last and any(map(str.isalpha, plain[n + 1])):
            day = short_date(words, Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names))
        if day is None and words is not None and n == 0:
            day = _receipt_day(words, scope)
        if day is not None:
            scope = replace(scope, heading=day)
            readings.append((lines[n], DayHeading(day)))
            continue
        reading = checked(line, words, reading, [one for _, one in readings], scope, last=last)
        scope = _after(reading, scope)
        readings.append((lines[n], reading))
    return _with_total_first(readings, scope)


def _with_total_first(readings: list[tuple[str, Reading]], scope: Scope) -> list[tuple[str, Reading]]:
    """Return the readings with a total that stands above all entries as the check of those."""
    first = next((n for n, (_, one) in enumerate(readings) if isinstance(one, Understood | Question)), None)
    if first is not None:
        line, reading = readings[first]
        below = [one for _, one in readings[first + 1 :]]
        readings[first] = line, checked_first(line, reading, below, scope)
    return readings


def _without_marks(lines: list[str]) -> list[str]:
    """Return the lines without bullets, and without the dashes or numbers that head two or more of them."""
    lines = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines]
    for mark in (_DASH, _NUMBERED):
        if sum(mark.match(line) is not None for line in lines) >= 2:
            lines = [line[found.end() :] if (found := mark.match(line)) is not None else line for line in lines]
    counts = [found for line in lines if (found := _COUNTED.match(line)) is not None]
    if len(counts) == len(lines) and [int(found[1]) for found in counts] == [*range(1, len(lines) + 1)]:
        return [found.string[found.end() :] for found in counts]
    return lines


def day_alone(text: str, scope: Scope) -> date | None:
    """Return the day that a text says and nothing beside it; None for any other text, and where it may be one of two.

    Here nothing else can be meant, as in a line of a text: `3/14` and `march 14` are the latest such day, however long ago.
    """
    if len(text) > _LONGEST_HEADING:
        return None
    words = tuple(
        word for word in split_words(text, scope.money, scope.vocabulary) if word.kind is not lexer.Kind.CLOCK
    )
    days = {way.day for way in _ways(words, scope) if way.said and not _without_symbols(way.words)}
    return days.pop() if len(days) == 1 else None


def _heading(words: Words, reading: Reading, scope: Scope) -> date | None:
    """Return the day of a line that is nothing else; ``reading`` is what it says by itself."""
    untimed = tuple(word for word in words if word.kind is not lexer.Kind.CLOCK)
    if not untimed or (len(untimed) == len(words) and not _is_only_a_day(reading)):
        return None
    ways = _ways(untimed, scope)
    return ways[0].day if len(ways) == 1 and ways[0].said and not _without_symbols(ways[0].words) else None


def _receipt_day(words: Words, scope: Scope) -> date | None:
    """Return the day of the head of a receipt, which says when it was printed: `TARGET 11/24/26 06:12 PM`."""
    kinds = {word.kind for word in words}
    if not {lexer.Kind.CLOCK, lexer.Kind.DATE} <= kinds:
        return None
    clock = scope.vocabulary.clock_words
    untimed = tuple(word for word in words if word.kind is not lexer.Kind.CLOCK and word.folded not in clock)
    ways = _ways(untimed, scope)
    if len(ways) != 1 or not ways[0].said or any(word.kind > lexer.Kind.WORD for word in ways[0].words):
        return None
    return ways[0].day


def _ways(words: Words, scope: Scope) -> Sequence[Way]:
    """Return the ways to read the day of some words; none where that is refused."""
    try:
        return day_ways(words, Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names))
    except Refused:
        return ()


def _without_symbols(words: Words) -> list[Word]:
    return [word for word in words if word.kind is not lexer.Kind.SYMBOL]


def _is_only_a_day(reading: Reading) -> bool:
    return isinstance(reading, Unreadable) and reading.why is Why.ONLY_A_DAY


def _after(reading: Reading, scope: Scope) -> Scope:
    """Return the scope of the next line: a paycheck just read is the last one."""
    if isinstance(reading, Understood) and reading.entry.kind is Kind.PAYCHECK:
        return replace(scope, last_paycheck=reading.entry.day)
    return scope
