"""A whole text: its lines, the days that head them, list marks, and a total at the end (§5.1)."""

import re
from dataclasses import replace
from datetime import date

from budget.entries import Kind
from budget.errors import Why
from budget.grammar import words as lexer
from budget.grammar.days import day_ways
from budget.grammar.lines import read_line
from budget.grammar.readings import CheckedTotal, DayHeading, Reading, Scope, Understood, Unreadable
from budget.grammar.spans import Calendar
from budget.grammar.words import split_words

MOST_LINES = 20

_SEMICOLON = re.compile("[;\uff1b\u037e\ufe54]")
_BULLET = re.compile(r"[•·・▪‣◦●○►✓✔☑✅]\ufe0f?\s*")
_DASH = re.compile(r"[-–—*+]\s+")
_NUMBERED = re.compile(r"\(?[0-9]{1,2}[.)]\s+")


def split_lines(text: str) -> list[str]:
    """Return the entries of a text: its lines, parted by ``;`` too, without the empty ones (rule 9)."""
    return [part.strip() for line in text.splitlines() for part in _SEMICOLON.split(line) if part.strip()]


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
        day = _heading(line, scope) if n + 1 < len(plain) else None
        if day is not None:
            scope = replace(scope, heading=day)
            readings.append((lines[n], DayHeading(day)))
            continue
        reading = read_line(line, scope)
        reading = _checked(line, reading, [one for _, one in readings], scope, last=n == len(plain) - 1)
        scope = _after(reading, scope)
        readings.append((lines[n], reading))
    return readings


def _without_marks(lines: list[str]) -> list[str]:
    """Return the lines without bullets, and without the dashes or numbers that head two or more of them."""
    lines = [_BULLET.sub("", line, count=1) if _BULLET.match(line) else line for line in lines]
    for mark in (_DASH, _NUMBERED):
        if sum(mark.match(line) is not None for line in lines) >= 2:
            lines = [line[found.end() :] if (found := mark.match(line)) is not None else line for line in lines]
    return lines


def _heading(line: str, scope: Scope) -> date | None:
    """Return the day of a line that is nothing else."""
    if len(line) > 40:
        return None
    words = split_words(line, scope.money, scope.vocabulary)
    reading = read_line(line, scope)
    if not isinstance(reading, Unreadable) or reading.why is not Why.ONLY_A_DAY or not words:
        return None
    ways = day_ways(words, Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names))
    rest = [word for word in ways[0].words if word.kind is not lexer.Kind.SYMBOL]
    return ways[0].day if ways[0].said and not rest else None


def _checked(line: str, reading: Reading, above: list[Reading], scope: Scope, *, last: bool) -> Reading:
    """Return a line that begins with `total` as the check of the lines above: it is not counted.

    A subtotal within the text is one where it is their sum; the last line is one in any case.
    """
    entries = [one.entry for one in above if isinstance(one, Understood)]
    if not entries or not isinstance(reading, Understood):
        return reading
    first = split_words(line, scope.money, scope.vocabulary)[0].folded.strip(":=.")
    if first not in scope.vocabulary.total_words:
        return reading
    summed = sum(entry.amount if entry.kind is not Kind.REFUND else -entry.amount for entry in entries)
    said = reading.entry.amount
    return CheckedTotal(said, summed) if last or said == summed else reading


def _after(reading: Reading, scope: Scope) -> Scope:
    """Return the scope of the next line: a paycheck just read is the last one."""
    if isinstance(reading, Understood) and reading.entry.kind is Kind.PAYCHECK:
        return replace(scope, last_paycheck=reading.entry.day)
    return scope
