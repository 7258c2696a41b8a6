"""One line: its day, its amounts, which way the money went, its category and its note."""

import re
from collections.abc import Sequence
from itertools import pairwise

from budget.entries import Entry, Kind
from budget.errors import Refused, Why
from budget.grammar import words as lexer
from budget.grammar.affording import afford_of, opens_plan
from budget.grammar.asked_days import refuse_past_days
from budget.grammar.dated_lines import as_question, picked_way, read_way
from budget.grammar.days import day_ways
from budget.grammar.days_apart import parted_by_days
from budget.grammar.every import month_end
from budget.grammar.flow_values import SPENT
from budget.grammar.parts import MOST_CHOICES
from budget.grammar.plain import plain_picks
from budget.grammar.readings import (
    About,
    Choice,
    Evidence,
    Label,
    NameAlone,
    Question,
    Reading,
    Scope,
    Understood,
    Unreadable,
)
from budget.grammar.recurring_days import again_in, first_day_in
from budget.grammar.spans import Calendar, Way, are_month_and_day, begins_range
from budget.grammar.spelt import refuse_spelt, refuse_spelt_beside
from budget.grammar.telephones import without_telephones
from budget.grammar.vocabulary import names_day, openers_of
from budget.grammar.words import Words, split_words
from languages.vocabulary import LONGEST, Vocabulary

_LONGEST_LINE = 600  # characters: a note, its amount and its day, generously
_MOST_NUMBERS = 24  # of any sort: a bank's notice has a dozen
_NOON, _MIDNIGHT = 12, 24
_LONGEST_MONTH = 31
_ASKS = re.compile(r"[?\uff1f\u061f][^\w]*$")  # a question mark ends the line
_TWO_NUMBERS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
_RECKONED = re.compile(r"[0-9][+*×÷][0-9].*=")
_NAMES_COMMAND = re.compile(r"[^\W\d_]\w*")
_MARK_ASKED = re.compile(r"[^\W\d_]?[$€£¥₹][0-9]|[0-9][.,][0-9]{2}\s*[?\u061f]|[0-9]\s?[$€£¥₹円]")


def ends_in_question(line: str) -> bool:
    """Whether a question mark ends a line."""
    return _ASKS.search(line) is not None


def read_line(line: str, scope: Scope, words: Words | None = None) -> Reading:
    """Read one line; ``words`` are its own where they are split already. Never raises: a refusal is a reading."""
    plain = plain_picks(line, scope)
    if plain is None:
        return read_in_steps(line, scope, words)
    reading = picked_way(line, Way((), scope.today), plain, scope, SPENT)
    return as_question(reading, scope) if scope.forwarded and isinstance(reading, Understood) else reading


def read_in_steps(line: str, scope: Scope, words: Words | None = None) -> Reading:
    """Read any line as `read_line` does, a plain one too."""
    try:
        if len(line) > _LONGEST_LINE and len(" ".join(line.split())) > _LONGEST_LINE:
            # No note may be so long. Said before any work is done: reading is linear in what may be an entry.
            raise Refused(Why.LONG_NOTE if any(letter.isdecimal() for letter in line) else Why.NO_AMOUNT)
        words = split_words(line, scope.money, scope.vocabulary) if words is None else words
        reading = _read(line, without_telephones(_without_opener(_without_command(words), scope)), scope)
    except Refused as refused:
        return Unreadable(_reason(refused, words or ()), refused.word)
    return as_question(reading, scope) if scope.forwarded and isinstance(reading, Understood) else reading


def _reason(refused: Refused, words: Words) -> Why:
    """Return why a line is refused: `11-24` beside a number is no subtraction, and `12+12=24` no time or reference."""
    said = _TWO_NUMBERS.fullmatch(refused.word) if refused.why is Why.SUBTRACTION else None
    if said is not None and sum(word.kind is lexer.Kind.NUMBER for word in words) > 1:
        is_day = are_month_and_day(*sorted(map(int, said.groups())))
        return Why.UNCLEAR_DAY if is_day else Why.SUBTRACTION
    if refused.why is Why.NO_MONEY and _RECKONED.search(refused.word):
        return Why.UNIT
    return refused.why


def _without_command(words: Words) -> Words:
    """Return the words without `/add` and `/spent`; `/paid 1500` says `paid`, `/refund 5` `refund`. Raises `Refused` for others.

    A command is a message of its own: one in a line among others, or from a program, is not done, and so no number of it is money.
    """
    at = next((n for n, word in enumerate(words) if word.kind is not lexer.Kind.SYMBOL), 0)
    if not words or words[at].plain[:1] != "/":
        return words
    command = words[at].folded.removeprefix("/").partition("@")[0]
    if command in {"add", "spent", "expense"}:
        return words[:at] + words[at + 1 :]
    if command not in {"paid", "refund"}:
        if _NAMES_COMMAND.fullmatch(command):
            raise Refused(Why.COMMAND, words[at].raw)
        return words
    said = words[at]._replace(folded=command, plain=command)
    return (*words[:at], said, *words[at + 1 :])


def _without_opener(words: Words, scope: Scope) -> Words:
    """Return the words without those that ask to record what follows: `can you add 12 for lunch`."""
    openers = scope.vocabulary.record_openers
    if len(words) > LONGEST and words[-1].folded in scope.vocabulary.record_closers:  # `kun je 30 voor tanken noteren`
        asked = next((n for n in (2, 1) if tuple(word.folded for word in words[:n]) in scope.vocabulary.record_asks), 0)
        return words[asked:-1] if asked else words
    if not words or words[0].folded not in openers_of(openers) or words[-1].raw.endswith(("?", "؟")):
        return words
    for length in range(LONGEST, 0, -1):
        if len(words) > length and tuple(word.folded for word in words[:length]) in openers:
            return words[length:]
    return words


def _read(line: str, words: Words, scope: Scope) -> Reading:
    afford = afford_of(line, words, scope)
    if afford is not None:
        return afford
    asked = _refuse_plan(line, words, scope)
    numbers = sum(word.kind > lexer.Kind.WORD for word in words)
    if numbers > _MOST_NUMBERS:
        raise Refused(Why.TOO_MANY_NUMBERS)
    if not numbers:
        return _without_number(words, scope)
    refuse_past_days(words, scope)
    _refuse_due(words, scope)
    refuse_spelt_beside(words, scope)
    calendar = Calendar(scope.today, scope.money.locale, scope.vocabulary, scope.names)
    again = _spent_again(line, words, calendar, scope)
    if again is not None:
        return as_question(again, scope) if asked and isinstance(again, Understood) else again
    if (entries := _on_days_apart(line, words, calendar, scope)) is not None:
        return entries
    ways = day_ways(words, calendar)
    asked = asked or (bool(ways[0].said) and _names_hour(words, scope))
    if len(ways) == 1:
        reading = read_way(line, ways[0], scope)
        return (
            as_question(reading, scope) if (asked or ways[0].doubtful) and isinstance(reading, Understood) else reading
        )
    return _either_day(line, ways, scope)


def _spent_again(line: str, words: Words, calendar: Calendar, scope: Scope) -> Understood | Question | None:
    """Read a line that says when what was spent comes again: `gym 30 every friday`; None for any other line.

    Money that came in is asked about: a guess starts no pay period. Raises `Refused` where a first day is still to come.
    """
    again = again_in(words, calendar) or first_day_in(words, calendar)
    if again is None:
        return None
    reading = read_way(line, Way(again.words, again.day or scope.today, again.said), scope)
    if isinstance(reading, Understood) and not reading.entry.kind.is_spending and again.day is not None:
        return as_question(reading, scope)
    if any(entry.kind is not Kind.EXPENSE for entries in _entries_of(reading) for entry in entries):
        return None
    if again.day is None:
        raise Refused(Why.TO_COME, again.said)
    return reading


def _on_days_apart(line: str, words: Words, calendar: Calendar, scope: Scope) -> Question | None:
    """Ask about entries that have days of their own; None where a line has no such parts, or one of them is unclear."""
    found: list[Entry] = []
    for part in parted_by_days(words, calendar):
        try:
            ways = day_ways(part, calendar)
            reading = read_way(line, ways[0], scope)
        except Refused:
            return None
        if len(ways) > 1 or not ways[0].said or not isinstance(reading, Understood):
            return None
        found.append(reading.entry)
    if not found:
        return None
    only = (Choice(Label.ONLY, (entry,)) for entry in found)
    return Question(About.ENTRIES, (Choice(Label.ENTRIES, tuple(found)), *only), Evidence.NAMED)


def _either_day(line: str, ways: Sequence[Way], scope: Scope) -> Reading:
    """Make one question of the days that a line may have. Raises `Refused` where none of them reads.

    Of more choices than a question has, each day keeps its likeliest ones.
    """
    found: list[list[tuple[Entry, ...]]] = []
    refusals: list[Refused] = []
    evidence = Evidence.NOTHING
    for way in ways:
        try:
            reading = read_way(line, way, scope)
        except Refused as refused:
            refusals.append(refused)
            continue
        evidence |= reading.evidence
        found.append(_entries_of(reading))
    if not found:
        raise refusals[0]
    share = MOST_CHOICES if sum(map(len, found)) <= MOST_CHOICES else MOST_CHOICES // len(found)
    choices = dict.fromkeys(entries for of_day in found for entries in of_day[:share])
    evidence &= ~Evidence.UNDATED  # the answer says the day, also where it is that of the message
    return Question(About.DAY, tuple(Choice(Label.DAY, entries) for entries in choices), evidence)


def _entries_of(reading: Understood | Question) -> list[tuple[Entry, ...]]:
    if isinstance(reading, Understood):
        return [(reading.entry,)]
    if reading.about is About.SPENDING:
        return [reading.choices[0].entries]
    return [choice.entries for choice in reading.choices if choice.entries]


# --- lines without an amount, questions and plans ---


def _refuse_plan(line: str, words: Words, scope: Scope) -> bool:
    """Refuse a plan or a question; return whether a question mark asks about a price. Raises `Refused`."""
    spoken = [word for word in words if word.kind is not lexer.Kind.SYMBOL]
    if opens_plan([word.folded for word in spoken[:3]], scope.vocabulary):
        raise Refused(Why.PLAN)
    closing = scope.vocabulary.closing_questions
    if spoken and spoken[-1].folded in closing:
        raise Refused(Why.PLAN)
    verbs = scope.vocabulary.afford_ends  # `8000 yeter mi tatile`
    if verbs and any(one.folded in verbs and other.folded in closing for one, other in pairwise(spoken)):
        raise Refused(Why.PLAN)
    if not ends_in_question(line) or not spoken:
        return False
    if spoken[-1].kind is lexer.Kind.NUMBER and _MARK_ASKED.search(line):
        return True
    named = scope.names.own([word.folded for word in spoken])
    if named is None or named.words != len(spoken):
        raise Refused(Why.PLAN)
    return False


def _refuse_due(words: Words, scope: Scope) -> None:
    """Refuse a day after `due`: whether it was paid is not said. Raises `Refused`."""
    vocabulary = scope.vocabulary
    for n, word in enumerate(words[:-1]):
        if word.folded in vocabulary.due_words and not (n and begins_range(words, n - 1, vocabulary)):
            openers = vocabulary.day_openers | vocabulary.articles
            after = [one for one in words[n + 1 : n + 5] if one.folded not in openers][:2]  # `due on the 1st`
            dated = bool(after) and after[0] is not words[n + 1] and _is_day_number(after[0])  # `vence dia 10`
            dated = dated or any(
                one.kind in {lexer.Kind.DATE, lexer.Kind.ORDINAL} or names_day(one.folded, vocabulary) for one in after
            )
            dated = dated or _is_last_day(tuple(after), vocabulary)
            if dated or any(month_end(words, at, vocabulary) for at in (n + 1, n + 2)):
                raise Refused(Why.TO_COME, word.raw)


def _is_day_number(word: lexer.Word) -> bool:
    return word.kind is lexer.Kind.NUMBER and word.plain.isdecimal() and 0 < int(word.plain[:3]) <= _LONGEST_MONTH


def _is_last_day(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether words mean the last day of a month: `rent due on the last 900`, but not `due last week`."""
    last = bool(words) and words[0].folded in vocabulary.last_day_words
    return last and (len(words) == 1 or words[1].kind is not lexer.Kind.WORD)


def _names_hour(words: Words, scope: Scope) -> bool:
    """Whether a number between `around` and a time of this day may be an hour: `dinner around 7 tonight`."""
    vocabulary = scope.vocabulary
    most = _NOON if scope.money.locale.name.startswith("en") else _MIDNIGHT
    for about, number, part in zip(words, words[1:], words[2:], strict=False):
        if about.folded in vocabulary.about_words and number.plain.isdecimal() and int(number.plain[:3]) <= most:
            day = vocabulary.relative_days.get((part.folded,))
            return day == 0 or any(phrase[0] == part.folded for phrase in vocabulary.relative_days if len(phrase) > 1)
    return False


def _without_number(words: Words, scope: Scope) -> Reading:
    """Return what a line without a digit means. Raises `Refused`."""
    if not words:
        raise Refused(Why.NO_AMOUNT)
    said = [word.folded.removeprefix("#").removeprefix("@") for word in words]
    named = scope.names.own(said)
    if named is not None and named.words == len(words) and not (named.words == 1 and _is_builtin_form(said[0], scope)):
        return NameAlone(named.category)
    vocabulary = scope.vocabulary
    if said[0].lstrip("+-") in vocabulary.not_numbers:
        raise Refused(Why.NOT_A_NUMBER, words[0].raw)
    refuse_spelt(words, scope)
    ways = day_ways(words, Calendar(scope.today, scope.money.locale, vocabulary, scope.names))
    if ways[0].said and not any(word.kind is not lexer.Kind.SYMBOL for word in ways[0].words):
        raise Refused(Why.ONLY_A_DAY, ways[0].said)
    digits = next((word for word in words if any(letter.isdecimal() for letter in word.plain)), None)
    raise Refused(Why.NO_AMOUNT) if digits is None else Refused(Why.NO_MONEY, digits.raw)


def _is_builtin_form(said: str, scope: Scope) -> bool:
    names = scope.names
    return said in names.builtin and said not in names.keywords and said not in names.names and said not in names.forms
