"""Where in a line a day counts as its day, is asked about, or is part of the note."""

from functools import lru_cache
from itertools import pairwise

from budget.currencies import MONEY_WORDS
from budget.grammar.naming import Names
from budget.grammar.spans import Calendar, Sort, Span, opener_before, trails
from budget.grammar.spelt_days import OF_DAYS
from budget.grammar.vocabulary import is_plural, only_income
from budget.grammar.words import Kind, Word, Words
from languages.vocabulary import Vocabulary

_OWNED = "'s"  # `friday's lunch` may be left over, and `friday's` a restaurant
_PARTING = ".)]"
_LOW = 5  # `2nd hand`, `1st class`, `5th avenue` are likelier no days
NOTE, DAY, ASK = 0, 1, 2
RANGE_SIGNS = frozenset("-–—~〜～")


def verdict_on(words: Words, span: Span, calendar: Calendar) -> int:
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
        return ASK if first and span.sort is not Sort.ORDINAL else NOTE
    match span.sort:
        case _ if _is_meant_for(words, span, calendar.vocabulary):
            return ASK
        case Sort.ORDINAL if _may_be_street(words, span, calendar):
            return ASK
        case Sort.RELATIVE:
            sure = at_end or beside or span.day == calendar.today
            return DAY if sure or _is_behind_income(words, span, calendar.vocabulary) else ASK
        case Sort.WEEKDAY:
            found = _weekday_verdict(words, span, calendar, (lead, trail, opened, beside))
            return ASK if found == DAY and _is_beside_another(words, span, calendar.vocabulary) else found
        case Sort.NUMERIC if any(word.folded in calendar.vocabulary.installments for word in words[: span.first]):
            return ASK  # `parcela 3/10`, `rata lavatrice 3/10 45`
        case Sort.NUMERIC if span.doubt and not at_end and _is_size(words, span.first, calendar.names):
            return NOTE
        case Sort.NUMERIC | Sort.NAMED:
            said = words[span.first].raw[-1] == "日" and not span.doubt  # `11月24日` can be nothing else
            said = said or (after is not None and after.kind is Kind.CLOCK)  # `CARD 11/24 12:43 CVS 18.77`
            return DAY if at_end or beside or said else NOTE if span.doubt else ASK
        case Sort.SHORT:
            return _abbreviated_verdict(words, span, calendar, (lead, trail, opened))
        case _:
            return _short_verdict(words, span, calendar, (lead, trail, opened, _is_set_apart(words[span.end - 1])))


def _abbreviated_verdict(words: Words, span: Span, calendar: Calendar, at: tuple[bool, bool, bool]) -> int:
    lead, trail, _ = at
    name, vocabulary = words[span.first].folded, calendar.vocabulary
    if (lead or trail) and _is_beside_another(words, span, vocabulary):
        return ASK  # `fri sat bar 60`
    if name in vocabulary.doubtful_days:
        return _doubtful_verdict(words, span, calendar, lead=lead, trail=trail)
    if lead and name in vocabulary.sure_shorts:
        return DAY  # `pon biedra 154`
    if lead and _may_be_named(words, span, calendar):
        return ASK  # `sam brico 45,90`
    return _short_verdict(words, span, calendar, (*at, _is_set_apart(words[span.end - 1])))


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
        return DAY
    if before is not None and not ordinal and before.folded in calendar.vocabulary.day_openers:
        return DAY  # `am Fr Kneipe 30`
    ideograph = calendar.locale.name.startswith("ja")  # `売上金 3,450円`: Friday's sign is gold's
    if not lead and after is not None and after.kind is Kind.NUMBER and not ordinal and not ideograph:
        return ASK  # `piano lesson tue 45`
    if not lead or after is None:
        return NOTE
    if after.kind is not Kind.WORD or apart or (not ordinal and _tells(words[span.first], after, calendar.vocabulary)):
        return DAY  # `sat 40 bowling`, `sat i spent 40`
    if is_name(words, span, calendar.vocabulary):
        return NOTE  # `sun glasses 18.99`
    high = span.day.day > _LOW
    if not calendar.names.knows(after.folded):
        return ASK if ordinal and high and after.folded not in calendar.vocabulary.ordinal_names else NOTE
    return ASK if ordinal and not high else DAY  # `24th lunch 12`, but `5th coffee 4` may be the fifth


def _ordinal_verdict(words: Words, span: Span, calendar: Calendar, at: tuple[bool, bool, bool]) -> int | None:
    """Whether a day's number with an ending is one by where it stands; None where what follows decides."""
    lead, trail, opened = at
    before = words[span.first - 1] if span.first else None
    after = words[span.end] if span.end < len(words) else None
    if trail and not opened and span.day.day <= _LOW and after is not None and after.kind is Kind.WORD:
        return ASK  # `12 2nd coffee`
    if trail or (lead and words[span.first].folded.rstrip(".").endswith(OF_DAYS)):  # `15го стрижка 800`
        return DAY
    named = words[span.first].folded in calendar.vocabulary.weekdays
    if named and after is not None and after.kind is Kind.NUMBER:
        return DAY  # `lunch tuesday the 24th 12`
    if not opened:
        return None
    article = before is not None and before.folded in calendar.vocabulary.articles
    named = _is_numbered(after, calendar) and not _is_set_apart(words[span.end - 1])  # but `the 16th: water 41.20`
    return DAY if article and not named else ASK  # `on 5th` is a street


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
            return DAY
        return NOTE if before.folded in calendar.vocabulary.little_words else ASK
    known = after is not None and (after.kind is not Kind.WORD or calendar.names.knows(after.folded))
    return ASK if lead and known else NOTE


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
        return ASK
    if is_name(words, span, calendar.vocabulary):
        return ASK if span.first <= 1 or trail or opened or beside else NOTE  # `5 fun sunday roast`
    from_day = span.first == 1 and words[0].folded in calendar.vocabulary.from_words
    if from_day and not lead:
        return DAY if _is_set_apart(words[span.end - 1]) else ASK  # `from sunday: groceries 66`
    if lead or opened or _is_behind_income(words, span, calendar.vocabulary):
        return DAY  # `payday friday 1820`
    if _is_behind_verbs(words, span, calendar.vocabulary):
        apart = _is_set_apart(words[span.first - 1]) or words[span.first - 1].kind is Kind.SYMBOL
        return DAY if apart else ASK  # `forgot: saturday market 18.20`
    if trail:
        before = words[span.first - 1]
        if (
            before.folded in calendar.vocabulary.from_words
            and span.first > 1
            and words[span.first - 2].kind > Kind.WORD
        ):
            return DAY  # `gas 38 from tuesday`
        named = words[span.first].folded in calendar.vocabulary.name_days
        known = not named or before.kind is not Kind.WORD or before.stop or calendar.names.knows(before.folded)
        known = known or _ends_before(words, span, calendar.vocabulary)
        return DAY if known or span.end - span.first > 1 else ASK
    return ASK if beside else NOTE


def _is_behind_verbs(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether only verbs and little words stand before a day that may begin what was bought: `forgot saturday market 18.20`."""
    opens = _before_day(vocabulary)
    return span.first > 0 and all(word.kind is Kind.SYMBOL or word.folded in opens for word in words[: span.first])


@lru_cache(maxsize=64)
def _before_day(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that may stand before the day of a line: `war gestern beim Lidl`, `ach, vergessen: gestern Brötchen`."""
    return vocabulary.verbs_first | vocabulary.little_words | vocabulary.was_words | vocabulary.openings


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
    names = vocabulary.weekday_shorts if span.sort is Sort.SHORT else vocabulary.weekdays

    def weekday(at: int) -> int | None:
        return names.get(words[at].folded) if 0 <= at < len(words) else None

    ends = ((span.first - 1, -1), (span.end, 1))
    for at, step in ends:
        joined = 0 <= at < len(words) and (words[at].raw in RANGE_SIGNS or words[at].folded in vocabulary.and_words)
        if weekday(at + step * joined) not in {None, span.day.weekday()}:
            return True
    return False


def _ends_before(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether what was bought ends before a weekday: `fun tacos friday`, `dinner with mom saturday`, but not `ruby tuesday`."""
    opener = words[span.first - 2].folded if span.first > 1 else ""
    return opener in vocabulary.with_words or is_plural(words[span.first - 1].folded, vocabulary)


def is_name(words: Words, span: Span, vocabulary: Vocabulary) -> bool:
    """Whether a weekday is part of a known name: `black friday`, `sunday roast`."""
    some = [word.folded for word in words[max(0, span.first - 1) : span.end + 1]]
    return any(pair in vocabulary.weekday_names for pair in pairwise(some))


def _leads(words: Words, span: Span, calendar: Calendar) -> bool:
    """Whether a day begins the line; before a whole one a verb may stand: `forgot yesterday gas 40`."""
    vocabulary = calendar.vocabulary
    skipped = _before_day(vocabulary)
    if span.sort is not Sort.RELATIVE and (span.sort not in {Sort.NUMERIC, Sort.NAMED} or span.doubt):
        skipped = frozenset[str]()
    return all(word.kind in {Kind.SYMBOL, Kind.CLOCK} or word.folded in skipped for word in words[: span.first])
