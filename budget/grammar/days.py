"""The day of a line: at its start, at its end, or beside the amount.

`day_ways` returns every way to take a day off the line. One way is certain; several make a question.
"""

from itertools import pairwise

from budget.currencies import MONEY_WORDS
from budget.errors import Refused, Why
from budget.grammar.calendar import spans_of
from budget.grammar.dotted_days import dotted_ways, refuse_nearly_day
from budget.grammar.naming import Names
from budget.grammar.relative import may_be_another_day
from budget.grammar.spans import (
    DAY_KINDS,
    SLASHED,
    Calendar,
    Sort,
    Span,
    Way,
    holds_until,
    is_of_range,
    opener_before,
    said_in,
    trails,
    without_days,
    without_header,
)
from budget.grammar.spelt_days import OF_DAYS
from budget.grammar.vocabulary import day_words, is_plural, only_income
from budget.grammar.words import Kind, Word, Words
from languages.vocabulary import Vocabulary

_OWNED = "'s"  # `friday's lunch` may be left over, and `friday's` a restaurant
_PARTING = ".)]"
_LOW = 5  # `2nd hand`, `1st class`, `5th avenue` are likelier no days
_FINEST = 16  # parts of an inch: `3/16 inch`, but `11/20 本`
_INCH_PARTS = frozenset({2, 4, 8, 16})  # `3/4 in pipe 12`
_LARGEST_PART = 8  # people cut things into eight pieces at most
_RANGE_SIGNS = frozenset("-–—~〜～")
_MONTHS = 12
_NO_DAYS = frozenset({(7, 11), (24, 7)})


def day_ways(words: Words, calendar: Calendar) -> list[Way]:
    """Return the ways to take a day off a line; the first is the likeliest. Raises `Refused`."""
    words = without_header(words, calendar)
    triggers = day_words(calendar.vocabulary)
    hot = [word for word in words if word.kind in DAY_KINDS or word.folded in triggers]
    if not hot:
        return dotted_ways(words, calendar)
    words, spans = spans_of(_fractions(words, calendar), calendar)
    spans = [span for span in spans if not is_of_range(words, span, calendar.vocabulary)]
    if not spans:
        ways = dotted_ways(words, calendar)  # `am 24.11`
        return [way._replace(doubtful=way.doubtful or may_be_another_day(words, calendar)) for way in ways]
    if any(_contradicts(words, one, other, calendar) for one, other in pairwise(spans)):
        raise Refused(Why.TWO_DAYS)
    days = [
        span for span in spans if span.day <= calendar.today and not holds_until(words, span.first, calendar.vocabulary)
    ]
    counted = [(span, verdict) for span in days if (verdict := _verdict(words, span, calendar)) != _NOTE]
    masked = _masked(words, spans)
    _refuse_joined(words, spans, calendar)
    for pair in pairwise(days):
        if _spans_days(words, *pair):
            ways = [_taken(masked, span, calendar, doubtful=True) for span in reversed(pair)]
            return [*ways, Way(masked, calendar.today, "", doubtful=True)]
    if not counted:
        refuse_nearly_day(words, calendar)
        return [Way(masked, calendar.today, doubtful=may_be_another_day(words, calendar))]
    return _ways(masked, counted, calendar)


def _ways(words: Words, counted: "list[tuple[Span, int]]", calendar: Calendar) -> list[Way]:
    ends = [span for span, _ in counted]
    if len(ends) == 2 and ends[0].end > ends[1].first:  # `12 march 20`: $20 on the 12th, or $12 on the 20th
        likeliest_first = ends[::-1] if calendar.locale.month_first and ends[0].first else ends  # `coffee 4 nov 24`
        return [_taken(_unmasked(words, span), span, calendar, doubtful=True) for span in likeliest_first]
    sure = [span for span, verdict in counted if verdict == _DAY]
    values = calendar.vocabulary.value_words
    if len(sure) > 1 and values:  # `Buchung 02.11.2026 Valuta 03.11.2026`
        sure = [span for span in sure if not span.first or words[span.first - 1].folded not in values] or sure
    if len({span.day for span in sure}) > 1:
        raise Refused(Why.TWO_DAYS)
    if sure:
        taken = without_days(words, sure, calendar)
        said = said_in(words, sure[0])
        days = [sure[0].day, *([sure[0].other] if sure[0].other else [])]
        ways = [Way(taken, day, said, doubtful=sure[0].doubt) for day in days]
        return [*ways, Way(words, calendar.today, "", doubtful=True)] if sure[0].doubt else ways
    span = ends[0]
    return [_taken(words, span, calendar, doubtful=True), Way(words, calendar.today, "", doubtful=True)]


def _contradicts(words: Words, one: Span, other: Span, calendar: Calendar) -> bool:
    """Whether a weekday stands beside a day counted from today that is another: `friday two weeks ago`, `yesterday friday`."""
    vocabulary = calendar.vocabulary
    weekday, counted = (one, other) if one.sort is Sort.WEEKDAY else (other, one)
    if (weekday.sort, counted.sort) != (Sort.WEEKDAY, Sort.RELATIVE) or one.end > other.first:
        return False
    little = vocabulary.day_openers | vocabulary.articles | vocabulary.of_words
    beside = all(word.folded in little for word in words[one.end : other.first]) and not words[one.end - 1].stop
    return beside and weekday.day != counted.day and not _is_name(words, weekday, vocabulary)


def _refuse_joined(words: Words, spans: list[Span], calendar: Calendar) -> None:
    """Refuse two dates that are joined: `11/22 & 11/23`. Raises `Refused`."""
    joints = calendar.vocabulary.and_words
    for one, other in pairwise(spans):
        if {one.sort, other.sort} <= {Sort.NUMERIC, Sort.NAMED} and one.day != other.day and one.end < other.first:
            between = words[one.end : other.first]
            if not _spans_days(words, one, other) and all(
                word.kind is Kind.SYMBOL or word.folded in joints for word in between
            ):
                raise Refused(Why.TWO_DAYS)


def _spans_days(words: Words, one: Span, other: Span) -> bool:
    """Whether a dash alone joins two dates, as the first and the last of some: `ホテル11/20〜11/22`."""
    between = words[one.end : other.first]
    return one.sort is other.sort is Sort.NUMERIC and len(between) == 1 and between[0].raw in _RANGE_SIGNS


def _taken(words: Words, span: Span, calendar: Calendar, *, doubtful: bool) -> Way:
    return Way(without_days(words, [span], calendar), span.day, said_in(words, span), doubtful)


def _masked(words: Words, spans: list[Span]) -> Words:
    """Return the words with those of days that cannot be amounts: `Nov 24, 2026` within a sentence."""
    inside = {n for span in spans if span.sort in {Sort.NUMERIC, Sort.NAMED} for n in range(span.first, span.end)}
    if not inside:
        return words
    return tuple(
        word._replace(kind=Kind.CODE) if n in inside and word.kind > Kind.WORD else word for n, word in enumerate(words)
    )


def _unmasked(words: Words, span: Span) -> Words:
    """Return the words with the numbers outside a day as numbers again."""
    return tuple(
        word._replace(kind=Kind.NUMBER) if word.kind is Kind.CODE and not span.first <= n < span.end else word
        for n, word in enumerate(words)
    )


# --- where a day counts ---

_NOTE, _DAY, _ASK = 0, 1, 2


def _verdict(words: Words, span: Span, calendar: Calendar) -> int:
    """Whether words that may be a day are the day of the line, are to be asked about, or belong to the note."""
    lead, trail = _leads(words, span, calendar), trails(words, span, calendar)
    before = words[span.first - 1] if span.first else None
    after = words[span.end] if span.end < len(words) else None
    opened = before is not None and before.folded in calendar.vocabulary.day_openers | calendar.vocabulary.articles
    beside = _is_beside_number(words, span) or _totals(words[span.end : span.end + 2], calendar.vocabulary)
    at_end = lead or trail or opened
    if _belongs_behind(words, span, after, calendar.vocabulary):
        told = calendar.vocabulary.verbs_first | calendar.vocabulary.little_words
        first = lead or all(word.folded in told for word in words[: span.first])  # `forgot to log monday's lunch 12`
        return _ASK if first and span.sort is not Sort.ORDINAL else _NOTE
    match span.sort:
        case _ if _is_meant_for(words, span, calendar.vocabulary):
            return _ASK
        case Sort.ORDINAL if _may_be_street(words, span, calendar):
            return _ASK
        case Sort.RELATIVE:
            sure = at_end or beside or span.day == calendar.today
            return _DAY if sure or _is_behind_income(words, span, calendar.vocabulary) else _ASK
        case Sort.WEEKDAY:
            found = _weekday_verdict(words, span, calendar, (lead, trail, opened, beside))
            return _ASK if found == _DAY and _is_beside_another(words, span, calendar.vocabulary) else found
        case Sort.NUMERIC if before is not None and before.folded in calendar.vocabulary.installments:
            return _ASK  # `parcela 3/10`
        case Sort.NUMERIC if span.doubt and not at_end and _is_size(words, span.first, calendar.names):
            return _NOTE
        case Sort.NUMERIC | Sort.NAMED:
            said = words[span.first].raw[-1] == "日" and not span.doubt  # `11月24日` can be nothing else
            said = said or (after is not None and after.kind is Kind.CLOCK)  # `CARD 11/24 12:43 CVS 18.77`
            return _DAY if at_end or beside or said else _NOTE if span.doubt else _ASK
        case Sort.SHORT if words[span.first].folded in calendar.vocabulary.doubtful_days:
            return _doubtful_verdict(words, span, calendar, lead=lead, trail=trail)
        case Sort.SHORT if lead and words[span.first].folded in calendar.vocabulary.sure_shorts:
            return _DAY  # `pon biedra 154`
        case Sort.SHORT if lead and _may_be_named(words, span, calendar):
            return _ASK  # `sam brico 45,90`
        case _:
            return _short_verdict(words, span, calendar, (lead, trail, opened, _is_set_apart(words[span.end - 1])))


def _is_beside_number(words: Words, span: Span) -> bool:
    """Whether a number stands right before or behind words that may be a day, its currency between: `13 dollars yesterday`."""
    at = span.first - (span.first > 1 and words[span.first - 1].folded in MONEY_WORDS)
    around = (*words[max(0, at - 1) : at], *words[span.end : span.end + 1])
    clock = any(word.kind is Kind.CLOCK for word in words[span.end : span.end + 1])  # `haircut friday 3pm 30`
    return clock or any(word.kind in {Kind.NUMBER, Kind.FRACTION} for word in around)


def _totals(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether words say what something comes to: `Uber receipt Nov 23 total $24.80`, `jacket yesterday for 60`."""
    opens = vocabulary.total_words | vocabulary.for_words
    return len(words) > 1 and words[0].folded in opens and words[1].kind is Kind.NUMBER


def _belongs_behind(words: Words, span: Span, after: Word | None, vocabulary: Vocabulary) -> bool:
    """Whether what may be a day belongs to the next word: `friday's lunch`, `lunch on 5th ave`, `pizza for 4th period`."""
    named = vocabulary.streets | vocabulary.ordinal_names
    numbered = span.sort is Sort.ORDINAL and after is not None and after.folded in named
    return numbered or words[span.end - 1].folded.endswith(_OWNED)


def _short_verdict(words: Words, span: Span, calendar: Calendar, at: tuple[bool, bool, bool, bool]) -> int:
    """`sat` and `24th` count last, and first before the amount; `2nd coffee` may be the second one."""
    lead, trail, _, apart = at
    before = words[span.first - 1] if span.first else None
    after = words[span.end] if span.end < len(words) else None
    ordinal = span.sort is Sort.ORDINAL
    if ordinal and (verdict := _ordinal_verdict(words, span, calendar, at[:3])) is not None:
        return verdict
    if trail or (lead and span.end - span.first > 1):
        return _DAY
    if before is not None and not ordinal and before.folded in calendar.vocabulary.day_openers:
        return _DAY  # `am Fr Kneipe 30`
    ideograph = calendar.locale.name.startswith("ja")  # `売上金 3,450円`: Friday's sign is gold's
    if not lead and after is not None and after.kind is Kind.NUMBER and not ordinal and not ideograph:
        return _ASK  # `piano lesson tue 45`
    if not lead or after is None:
        return _NOTE
    if after.kind is not Kind.WORD or apart or (not ordinal and _tells(words[span.first], after, calendar.vocabulary)):
        return _DAY  # `sat 40 bowling`, `sat i spent 40`
    high = span.day.day > _LOW
    if not calendar.names.knows(after.folded):
        return _ASK if ordinal and high and after.folded not in calendar.vocabulary.ordinal_names else _NOTE
    return _ASK if ordinal and not high else _DAY  # `24th lunch 12`, but `5th coffee 4` may be the fifth


def _ordinal_verdict(words: Words, span: Span, calendar: Calendar, at: tuple[bool, bool, bool]) -> int | None:
    """Whether a day's number with an ending is one by where it stands; None where what follows decides."""
    lead, trail, opened = at
    before = words[span.first - 1] if span.first else None
    after = words[span.end] if span.end < len(words) else None
    if trail and not opened and span.day.day <= _LOW and after is not None and after.kind is Kind.WORD:
        return _ASK  # `12 2nd coffee`
    if trail or (lead and words[span.first].folded.rstrip(".").endswith(OF_DAYS)):  # `15го стрижка 800`
        return _DAY
    named = words[span.first].folded in calendar.vocabulary.weekdays
    if named and after is not None and after.kind is Kind.NUMBER:
        return _DAY  # `lunch tuesday the 24th 12`
    if not opened:
        return None
    article = before is not None and before.folded in calendar.vocabulary.articles
    named = _is_numbered(after, calendar) and not _is_set_apart(words[span.end - 1])  # but `the 16th: water 41.20`
    return _DAY if article and not named else _ASK  # `on 5th` is a street


def _may_be_named(words: Words, span: Span, calendar: Calendar) -> bool:
    """Whether a short weekday that is a name, too, begins a line with words that name no category: Sam's, or on Saturday."""
    after = words[span.end] if span.end < len(words) else None
    vocabulary = calendar.vocabulary
    if words[span.first].folded not in vocabulary.named_shorts or after is None or after.kind is not Kind.WORD:
        return False
    told = vocabulary.others_paid | vocabulary.auxiliaries | vocabulary.self_words  # `Sam a payé`
    title = words[span.first].raw.endswith(".") and after.folded in vocabulary.surnames  # `Fr. Müller 40`
    return title or (after.folded not in told and not calendar.names.knows(after.folded))


def _tells(day: Word, word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word behind a short weekday says who spent something, or that it was spent; a weekday may be a name, too."""
    tells = word.folded in vocabulary.self_words or word.folded in vocabulary.verbs_first
    return tells and day.folded not in vocabulary.named_shorts


def _is_set_apart(word: Word) -> bool:
    """Whether a short weekday can be no word of what follows: `sat: tacos`, `(sat) tacos`, `Sat. tacos`."""
    return word.stop or word.raw[-1] in _PARTING


def _is_size(words: Words, at: int, names: Names) -> bool:
    """Whether a fraction is likelier a thing's size than a day long ago: `drill bit 1/4 4.99`, but not `rent 1/4 900`."""
    above, _, below = words[at].plain.partition("/")
    whole = below in {"2", "4", "8"} and above.isdecimal() and int(above) % 2 == 1 and int(above) < int(below)
    return whole and words[at - 1].kind is Kind.WORD and not names.knows(words[at - 1].folded)


def _is_meant_for(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether something may be meant for a weekday, or due before a day and paid on another, or is compared with one.

    As in `regalo 40 para el sábado`, `pagar 50 antes del viernes`, `daycare 420 by the 10th`, `same as yesterday 4.50`.
    """
    if span.sort is Sort.RELATIVE:
        return span.first > 0 and words[span.first - 1].folded in vocabulary.compared_with
    if vocabulary.verbs_last and not vocabulary.meant_for.isdisjoint(word.folded for word in words[span.first :][:2]):
        return True  # `cumartesiye pasta 650`, `cumartesi için pasta 650`
    before = opener_before(words, span.first, vocabulary.articles | vocabulary.of_words - vocabulary.meant_for)
    ahead = vocabulary.before_words | vocabulary.deadline_words - vocabulary.of_words
    if span.sort in {Sort.WEEKDAY, Sort.SHORT, Sort.ORDINAL}:
        ahead |= vocabulary.meant_for | vocabulary.awaited_words
        if tuple(word.folded for word in words[max(0, before - 1) : before + 1]) in vocabulary.awaited_phrases:
            return True  # `dress 95 pick up sat`
    return before >= 0 and words[before].folded in ahead


def _may_be_street(words: Words, span: Span, calendar: Calendar) -> bool:
    """Whether an ordinal may name the street of a place: `the shell on 5th`, but neither `40 on 5th` nor `gas on the 5th`."""
    at = span.first - 2
    if span.end - span.first > 1 or at < 0 or words[at + 1].folded not in calendar.vocabulary.day_openers:
        return False
    return words[at].kind is Kind.WORD and calendar.names.own([words[at].folded]) is None


def _doubtful_verdict(words: Words, span: Span, calendar: Calendar, *, lead: bool, trail: bool) -> int:
    """`jeu` is Thursday and a game: the day behind an amount that has words of its own; `mar` may be March as well."""
    before = words[span.first - 1] if span.first else None
    after = words[span.end] if span.end < len(words) else None
    if trail and before is not None:
        alone = words[span.first].folded not in calendar.vocabulary.months
        if alone and before.kind is Kind.NUMBER and _speaks(words[: span.first - 1], calendar.vocabulary):
            return _DAY
        return _NOTE if before.folded in calendar.vocabulary.little_words else _ASK
    known = after is not None and (after.kind is not Kind.WORD or calendar.names.knows(after.folded))
    return _ASK if lead and known else _NOTE


def _speaks(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether words say what was bought: not `nakit` (cash)."""
    return any(word.kind is Kind.WORD and word.folded not in vocabulary.money_names for word in words)


def _is_numbered(after: Word | None, calendar: Calendar) -> bool:
    """Whether a thing follows that has a number: `the 5th element`, but not `the 20th with Bob`, `the 20th groceries`."""
    if after is None or after.kind is not Kind.WORD or after.folded in calendar.vocabulary.little_words:
        return False
    return not calendar.names.knows(after.folded)


def _weekday_verdict(words: Words, span: Span, calendar: Calendar, at: tuple[bool, bool, bool, bool]) -> int:
    lead, trail, opened, beside = at
    if _is_beside_feast(words, span, calendar.vocabulary):
        return _ASK
    if _is_name(words, span, calendar.vocabulary):
        return _ASK if span.first <= 1 or trail or opened or beside else _NOTE  # `5 fun sunday roast`
    from_day = span.first == 1 and words[0].folded in calendar.vocabulary.from_words
    if from_day and not lead:
        return _DAY if _is_set_apart(words[span.end - 1]) else _ASK  # `from sunday: groceries 66`
    if lead or opened or _is_behind_income(words, span, calendar.vocabulary):
        return _DAY  # `payday friday 1820`
    if trail:
        before = words[span.first - 1]
        if (
            before.folded in calendar.vocabulary.from_words
            and span.first > 1
            and words[span.first - 2].kind > Kind.WORD
        ):
            return _DAY  # `gas 38 from tuesday`
        named = words[span.first].folded in calendar.vocabulary.name_days
        known = not named or before.kind is not Kind.WORD or before.stop or calendar.names.knows(before.folded)
        known = known or _ends_before(words, span, calendar.vocabulary)
        return _DAY if known or span.end - span.first > 1 else _ASK
    return _ASK if beside else _NOTE


def _is_behind_income(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether only words of income stand before a day: `payday friday 1820`, `maaş dün yattı 41000`."""
    return only_income([word.folded for word in words[: span.first]], vocabulary)


def _is_beside_feast(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether a weekday is the one after a feast, or before it: `friday after thanksgiving 60`, not `friday after work 20`."""
    said = [word.folded for word in words[span.end : span.end + 2]]
    behind = vocabulary.after_words | vocabulary.before_words
    return len(said) > 1 and said[0] in behind and (said[1],) in vocabulary.asked_spans


def _is_beside_another(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether another weekday stands beside one: `monday and tuesday lunch 30`, `monday - friday`, `pazartesi salı`."""

    def weekday(at: int) -> int | None:
        return vocabulary.weekdays.get(words[at].folded) if 0 <= at < len(words) else None

    ends = ((span.first - 1, -1), (span.end, 1))
    for at, step in ends:
        joined = 0 <= at < len(words) and (words[at].raw in _RANGE_SIGNS or words[at].folded in vocabulary.and_words)
        if weekday(at + step * joined) not in {None, span.day.weekday()}:
            return True
    return False


def _ends_before(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether what was bought ends before a weekday: `fun tacos friday`, `dinner with mom saturday`, but not `ruby tuesday`."""
    opener = words[span.first - 2].folded if span.first > 1 else ""
    return opener in vocabulary.with_words or is_plural(words[span.first - 1].folded, vocabulary)


def _is_name(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether a weekday is part of a known name: `black friday`, `sunday roast`."""
    some = [word.folded for word in words[max(0, span.first - 1) : span.end + 1]]
    return any(pair in vocabulary.weekday_names for pair in pairwise(some))


def _leads(words: Words, span: Span, calendar: Calendar) -> bool:
    """Whether a day begins the line; before a whole one a verb may stand: `forgot yesterday gas 40`."""
    vocabulary = calendar.vocabulary
    skipped = vocabulary.verbs_first | vocabulary.little_words | vocabulary.was_words  # `war gestern beim Lidl 23,80`
    skipped |= vocabulary.openings  # `ach, vergessen: gestern Brötchen 1,20`
    if span.sort is not Sort.RELATIVE and (span.sort not in {Sort.NUMERIC, Sort.NAMED} or span.doubt):
        skipped = frozenset[str]()
    return all(word.kind in {Kind.SYMBOL, Kind.CLOCK} or word.folded in skipped for word in words[: span.first])


# --- what only looks like a day ---


def _fractions(words: Words, calendar: Calendar) -> Words:
    """Return the words with `60/3`, `24/7`, `1/2 gal` as fractions: they are no days."""
    return tuple(
        word._replace(kind=Kind.FRACTION) if word.kind is Kind.DATE and _is_fraction(words, n, calendar) else word
        for n, word in enumerate(words)
    )


def _names_thing(word: Word, vocabulary: Vocabulary) -> bool:
    return word.kind is Kind.WORD and word.folded not in vocabulary.little_words | vocabulary.articles


def _is_one_of(words: Words, at: int, numbers: tuple[int, int], calendar: Calendar) -> bool:
    """Whether two numbers say which of several installments was paid, and cannot be a day: `rata 12/24 420`."""
    month = numbers[0 if calendar.locale.month_first else 1]
    paid = at > 0 and words[at - 1].folded in calendar.vocabulary.installments
    return paid and month > _MONTHS and numbers[0] <= numbers[1]


def _is_fraction(words: Words, at: int, calendar: Calendar) -> bool:
    found = SLASHED.fullmatch(words[at].plain.removesuffix("."))
    if found is None or found[3] or "/" not in words[at].plain:
        return False
    first, second = int(found[1]), int(found[2])
    if (first > 31 or second > 31) or (first > 12 and second > 12) or 0 in {first, second}:
        return 0 not in {first, second}
    following = words[at + 1].folded if at + 1 < len(words) else ""
    vocabulary = calendar.vocabulary
    if _is_one_of(words, at, (first, second), calendar):
        return True
    of = following in vocabulary.of_words and at + 2 < len(words) and words[at + 2].folded not in vocabulary.months
    part = first < second <= _LARGEST_PART and (
        of or following in vocabulary.fraction_words
    )  # `1/2 pizza`, `1/3 de 36 pizza`, not `11/24 pizza`
    measured = following in vocabulary.units and max(first, second) <= _FINEST
    inches = first < second in _INCH_PARTS and following in vocabulary.in_words
    inches = inches and at + 2 < len(words) and _names_thing(words[at + 2], vocabulary)
    if part or measured or inches:
        return True
    # 7/11 is a shop where it begins the line, or where it would be a day of July; `07/11` is a day.
    return (
        words[at].plain[0] != "0"
        and (first, second) in _NO_DAYS
        and (first == 24 or at == 0 or calendar.locale.month_first)
    )
