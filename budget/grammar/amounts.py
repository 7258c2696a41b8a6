"""The numbers of a line: each a candidate with its evidence, and with the role that the words around it give it.

Nothing is decided here but what a number surely is: a price, or a label, a count, a measure, a clock time.
"""

import re

from budget.currencies import changes_number, indian_scale, is_own_minor_unit
from budget.errors import Refused, Why
from budget.grammar.addresses import begins_name, is_before_day, is_house_number, is_in_one, is_installment, is_one_of
from budget.grammar.foreign import of_another_currency
from budget.grammar.indian import indian_number, lakhs_alone, litres_or_lakhs
from budget.grammar.joined import PERIOD, grouped, is_mark, is_measure, said, with_marks, with_operators
from budget.grammar.measures import (
    beside_size,
    billed_together,
    is_distance,
    is_on_clock,
    is_ranked,
    may_be_ordinal,
    measure_end,
    opens_hour,
    tells_period,
)
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.scale_words import is_said_in_thousands, number_word_before, scaled_number
from budget.grammar.signs import TIMES
from budget.grammar.spaced_numbers import fills_pack
from budget.grammar.words import Kind, Words
from budget.money import RAISED
from languages.vocabulary import Vocabulary

_MOST = 8  # prices in one line: more buttons than that help nobody


_ROLES = {
    Kind.MEASURE: Role.MEASURE, Kind.CLOCK: Role.CLOCK, Kind.PERCENT: Role.PERCENT, Kind.COUNT: Role.COUNT,
    Kind.GLUED: Role.GLUED, Kind.CODE: Role.CODE, Kind.ORDINAL: Role.CODE, Kind.DATE: Role.CODE,
    Kind.FRACTION: Role.FRACTION,
}  # fmt: skip
_STARTS_NUMBER = re.compile(r"[.,]?[0-9]")
_MINUSES = frozenset("-–—")
_DECIMALS = re.compile(r"(?:[0-9]|^|\D)[.,\u066b][0-9]{1,3}(?![0-9])")
_PLAIN_CHARACTERS = frozenset(f"0123456789.,'’ \u066b\u066c+-{TIMES}kKкК@÷/{RAISED}")
_TIME = re.compile(r"(?:[01]?[0-9]|2[0-4])(?:[.,][0-5][0-9])?")
_NUMERAL = re.compile(r"[0-9][0-9.,:]*")
_MILLIONS = re.compile(r"[$€£¥₹]?[0-9.,]+M|[$€£¥₹][0-9.,]+m")  # `$1.2M`; `5m` are metres
_HARMLESS = frozenset({Why.PERCENT, Why.SUBTRACTION, Why.DIVISION, Why.LEADING_ZERO, Why.ZERO})
_POWERS = frozenset("23")  # of an area, and of what a room holds
_SHORTEST_PHONE = 5  # digits
_LONGEST_ABOUT = 3  # digits
_LONGEST_PRICE = 8  # digits of a whole number without a mark, unless the currency has large ones


def candidates(words: Words, reader: Reader, *, join: bool = True) -> tuple[list[Candidate], bool]:
    """Return all numbers of the line in their order, and whether one was put together from words that may be two."""
    found: list[Candidate] = []
    doubtful, at = False, 0
    while at < len(words):
        if words[at].kind <= Kind.WORD:
            at += 1
            continue
        first = found[-1].end if found else 0
        candidate, doubt = _candidate(words, at, first, reader, join=join)
        if candidate is not None:
            found.append(candidate)
            doubtful |= doubt
        at = candidate.end if candidate is not None else at + 1
    if sum(one.role is Role.PRICE for one in found) > _MOST:
        raise Refused(Why.TOO_MANY_NUMBERS)
    found = billed_together(words, found, reader)
    if len(found) == 1:
        found = [lakhs_alone(words, found[0], reader)]
    if all(one.role is not Role.PRICE for one in found):
        found = [one._replace(role=Role.PRICE) if _is_included(words, one, reader) else one for one in found]
    return found, doubtful


def _is_included(words: Words, one: Candidate, reader: Reader) -> bool:
    """Whether a number only seems to be part of a price: `2 kg pane iva inclusa 84,20`."""
    included = one.first > 0 and words[one.first - 1].folded in reader.vocabulary.included_words
    return one.role is Role.COUNT and included


def _candidate(words: Words, at: int, free: int, reader: Reader, *, join: bool) -> tuple[Candidate | None, bool]:
    """Return the number that has a word as its digits; the words before ``free`` belong to the number before it."""
    word = words[at]
    role = Role.CLOCK if is_on_clock(words, at) else _ROLES.get(word.kind)
    if (
        word.kind is Kind.COUNT
        and word.plain[-1] in "xX×"
        and at + 1 < len(words)
        and words[at + 1].kind is Kind.NUMBER
    ):
        role = None  # `3x 99.90` multiplies
    if not word.plain.isdecimal() and (word.plain,) in reader.vocabulary.came_in:
        return Candidate(at, at + 1, "", None, None, Role.CODE), False  # `800+ 800`: a benefit's name
    if role is not None:
        lakhs = litres_or_lakhs(words, at, reader) if role is Role.MEASURE else None
        return lakhs or _aside(words, at, role, reader), False
    sign, text, first, loose_sign = _signed(words, at, free)
    if text[0] in TIMES and at and len(text) > 1:
        text = text[1:]  # `2 kg @30`, `2 coffees @4`, `3 bags x9.50`
    marked = first > free and is_mark(words[first - 1].plain, reader.money) and _STARTS_NUMBER.match(text)
    if marked and said(words, first - 2) not in reader.vocabulary.street_openers:  # `вул. Франка 22`
        first -= 1
        text = f"{words[first].plain} {text}"
    if (spoken := number_word_before(words, first, reader.vocabulary)) is not None:
        refused = Refused(Why.NUMBER_WORD, str(spoken))
        return Candidate(first, at + 1, sign, None, refused, Role.PRICE, blocks=True), False
    text, end, doubt = grouped(words, (first, at + 1), text, reader, join=join)
    text, end = with_marks(words, text, end, reader)
    text, end = with_operators(words, text, end, reader)
    changed = _changed(words, first, text, end, reader)
    if changed is not None:
        signed = changed.number is not None
        return (changed._replace(sign=sign, loose_sign=loose_sign), doubt) if signed else (changed, False)
    candidate = _read(text, sign, Candidate(first, end, sign, None, None, Role.PRICE), reader)
    if candidate is None:
        return None, False
    decimals = _DECIMALS.search(text) is not None and not (candidate.number is not None and not candidate.number.marked)
    mark = not _PLAIN_CHARACTERS.issuperset(text) or text[-1] in reader.vocabulary.multipliers  # `2 kopi 36k`
    candidate = candidate._replace(mark=mark, decimals=decimals, loose=word.loose, loose_sign=loose_sign)
    sized = beside_size(words, candidate, reader.vocabulary)
    return sized or _in_context(words, candidate, text, reader), doubt


def _signed(words: Words, at: int, free: int) -> tuple[str, str, int, bool]:
    """Return a number's sign, its text, where it begins, and whether its sign stands apart."""
    text = words[at].plain
    if text[0] in "+-":
        return text[0], text[1:], at, text[0] == "-" and text[1:2] in {".", ","}
    before = words[at - 1].plain if at - 1 == free == 0 and at else ""
    if before in {"+", "-"} or (before in _MINUSES and before):
        return "+" if before == "+" else "-", text, at - 1, True
    return "", text, at, False


def _read(text: str, sign: str, candidate: Candidate, reader: Reader) -> Candidate | None:
    try:
        if sign and (not text or text[0] in "+-" or (sign == "-" and "+" in text)):
            raise Refused(Why.TWO_SIGNS, sign + text)
        number = reader.money.read(text)
        if number is None:
            return None
        if not any(amount.minor for amount in number.amounts):
            raise Refused(Why.ZERO, text)
    except Refused as refused:
        return candidate._replace(refused=refused, blocks=refused.why not in _HARMLESS)
    return candidate._replace(number=number)


def _aside(words: Words, at: int, role: Role, reader: Reader) -> Candidate:
    """Return a number that its own word shows to be no price; its value is offered only where it stands alone."""
    plain, number, refused = words[at].plain, None, None
    numeral = _NUMERAL.search(plain)
    try:
        if role is Role.PERCENT:
            raise Refused(Why.PERCENT, plain)
        if role is Role.FRACTION:
            raise Refused(Why.DIVISION, plain)
        if _MILLIONS.fullmatch(plain):
            raise Refused(Why.UNIT, plain)
        text = numeral[0].replace(":", ".").rstrip(".,") if numeral is not None else ""
        if RAISED in plain:
            raise Refused(Why.RAISED_DIGITS)
        number = reader.money.read(text)
        if number is not None and not any(amount.minor for amount in number.amounts):
            number = None
    except Refused as found:
        measured = role in {Role.MEASURE, Role.CLOCK} and found.why is not Why.UNIT
        refused = None if measured else found  # `21.5度` and `20:45` in yen
    if number is None and refused is None:
        refused = Refused(Why.NO_MONEY, words[at].raw)
    end = at + 1
    if role in {Role.CLOCK, Role.FRACTION} and end < len(words):
        end += words[end].folded in (reader.vocabulary.clock_words if role is Role.CLOCK else reader.vocabulary.units)
    return Candidate(at, end, "", number, refused, role, loose=role is Role.GLUED)


# --- what the words around a number make of it ---


def _changed(words: Words, first: int, text: str, end: int, reader: Reader) -> Candidate | None:
    """Return what follows makes of a number: ``12.50 - 3``, ``5 %``, ``5 thousand``, ``2 lakh``, ``100 mexican pesos``."""
    if end == len(words):
        return None
    word, next_is_number = words[end], end + 1 < len(words) and words[end + 1].kind is Kind.NUMBER
    written = f"{text} {word.raw}"

    def refused(why: Why, role: Role = Role.PRICE, *, blocks: bool = True) -> Candidate:
        return Candidate(first, end + 1, "", None, Refused(why, written), role, blocks=blocks)

    if (word.kind is Kind.NUMBER and word.plain[0] == "-") or (
        word.plain in _MINUSES and next_is_number and not is_measure(said(words, end + 2), reader)
    ):
        return refused(Why.SUBTRACTION)
    if (word.folded, said(words, end + 1)) in reader.vocabulary.rating_words and said(words, end + 2).isdecimal():
        return Candidate(first, end + 3, "", None, None, Role.CODE)  # `10 out of 10`
    if is_one_of(words, first, text, end, reader.vocabulary) or is_in_one(words, text, end, reader.vocabulary):
        return Candidate(first, end + 2, "", None, None, Role.CODE)
    if word.plain in {"/", "÷"} and next_is_number:
        return refused(Why.DIVISION, Role.FRACTION)._replace(end=end + 2)
    if word.plain[0] in "/÷" and word.plain[1:].isdecimal():
        return refused(Why.DIVISION, Role.FRACTION)
    percent = word.plain in reader.vocabulary.percent_words or word.folded in reader.vocabulary.percent_words
    if percent and (word.folded not in reader.vocabulary.off_words or words[end - 1].plain[-1:].isdecimal()):
        return refused(Why.PERCENT, Role.PERCENT, blocks=False)
    if (multiple := scaled_number(words, first, text, end, reader)) is not None:
        return multiple
    if indian_scale(word.folded) is not None and reader.money.is_indian:
        return indian_number(words, first, text, end, reader)
    if _is_scale(words, end, reader):
        return refused(Why.UNIT)._replace(mark=True)
    return of_another_currency(words, first, end, written, reader)


def _is_scale(words: Words, at: int, reader: Reader) -> bool:
    """Whether the word behind a number makes it another amount: `5 thousand`, `5 penny`; not where it is a shop's name."""
    word, own = words[at], reader.money.currency
    if word.folded in reader.names.builtin and not is_own_minor_unit(word.folded, own):
        return False
    scaled = word.folded in reader.vocabulary.scales or changes_number(word.folded, own)
    scaled = scaled or (word.raw == "B" and word.start == words[at - 1].end)  # `1.5B`
    return scaled and word.folded not in reader.vocabulary.units


def _in_context(words: Words, candidate: Candidate, text: str, reader: Reader) -> Candidate:
    """Return a number in the role that the words beside it give it."""
    vocabulary = reader.vocabulary
    after, before = said(words, candidate.end), said(words, candidate.first - 1)
    if before in vocabulary.included_words and candidate.first > 1:
        return candidate._replace(role=Role.COUNT)
    if candidate.mark:
        ordinal = words[candidate.first].raw[-1] in "eE" and after in vocabulary.installments | vocabulary.ordinal_names
        ordinal = ordinal or is_ranked(words, candidate, vocabulary)
        if ordinal or not may_be_ordinal(words, candidate, text, vocabulary):
            return candidate._replace(role=Role.LABEL, mark=False) if ordinal else candidate  # `2e versement`
        candidate = candidate._replace(mark=False)  # `12 2e lampe`
    apart = words[candidate.end - 1].stop or "," in text  # `kawa 12, wieczorem piwo 16`
    if after in vocabulary.clock_words and not apart and not is_before_day(words, candidate.end, text):
        return candidate._replace(role=Role.CLOCK, end=candidate.end + 1)
    cents = candidate.decimals and is_said_in_thousands(reader.money.currency)  # `kereta 16.42`
    if _TIME.fullmatch(text) and (cents or opens_hour(words, candidate, vocabulary)):
        return candidate._replace(role=Role.CLOCK)
    fraction = candidate.end < len(words) and words[candidate.end].kind is Kind.FRACTION and text.isdecimal()
    fraction = fraction and len(text) == 1  # `40 1/2 lb cheese` may cost 40
    if fraction and said(words, candidate.end + 1) in vocabulary.units:  # `1 1/2 hours`
        return candidate._replace(role=Role.MEASURE, end=candidate.end + 2)
    number = candidate.number
    if number is not None and number.amounts[0].working:
        return _packed(words, candidate, vocabulary)  # `150 x 2 nights`
    if (end := measure_end(words, candidate, text, reader)) is not None:
        return candidate._replace(role=Role.MEASURE, end=_unit_end(words, end - 1))
    if before in vocabulary.size_words or is_distance(words, candidate, text, vocabulary):
        return candidate._replace(role=Role.MEASURE)
    led = before in vocabulary.articles and len(text) <= _LONGEST_ABOUT  # `rond de 30`, but not `about the 2019 trip`
    about = candidate.first - 1 - led
    if said(words, about) in vocabulary.about_words:
        return candidate._replace(first=about)
    if candidate.decimals or candidate.sign:
        return candidate
    return candidate._replace(role=_role_of_whole(words, candidate, text, reader))


def _unit_end(words: Words, at: int) -> int:
    """Return where a unit ends; `m2` has its power glued to it."""
    powered = at + 1 < len(words) and words[at + 1].kind is Kind.GLUED and words[at + 1].start == words[at].end
    return at + 1 + (powered and words[at + 1].plain in _POWERS)


def _packed(words: Words, product: Candidate, vocabulary: Vocabulary) -> Candidate:
    """Return a product as a measure where a unit follows a part of one, and a price: `su 6x1,5 lt 90`."""
    units = vocabulary.units - vocabulary.ago_units.keys()
    measured = product.decimals and said(words, product.end) in units
    priced = any(word.kind is Kind.NUMBER for word in words[product.end :])
    return product._replace(role=Role.MEASURE, end=product.end + 1) if measured and priced else product


def _is_rated(words: Words, end: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands behind a number makes it a rate: `karaoke room 20 an hour 2 hrs`, `bay 55/hr 2 hrs`."""
    units = vocabulary.ago_minutes.keys() | vocabulary.per_words
    said = [word.folded for word in words[end : end + 2]]
    glued = any(word.raw.rpartition("/")[2] in units for word in words[end - 1 : end + 1] if "/" in word.raw)
    return glued or (len(said) > 1 and said[0] in vocabulary.rate_words and said[1] in units)


def tells_of_buying(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb of buying ends here, with what was named before: `boots were 120 got them for 79`."""
    verbs = vocabulary.verbs_first | vocabulary.participles | vocabulary.count_verbs
    return at > 0 and words[at].folded in vocabulary.them_words and words[at - 1].folded in verbs


def _role_of_whole(words: Words, candidate: Candidate, text: str, reader: Reader) -> Role:
    """Return the role that the word before a bare whole number gives it."""
    vocabulary, first = reader.vocabulary, candidate.first
    before = said(words, first - 1)
    if words[first - 1].plain in vocabulary.not_words and first > 1 and words[first - 2].plain.isdecimal():
        return Role.PRICE  # `lunch 12 no 15`
    ending = before in vocabulary.in_words and said(words, first - 2) in vocabulary.ending_words
    numbered = before.endswith("#") and len(before) > 1  # `conf# 88231`
    period = before in vocabulary.unclear_periods and first == 1 and len(text) <= PERIOD
    period = period and any(word.kind is Kind.NUMBER for word in words[2:])  # `year 2 tuition 4,200`
    some = vocabulary.small_numbers.get(said(words, first - 2)) == 1 and first > 1  # `mailed a check 85`
    counted = before in vocabulary.units and first > 1 and words[first - 2].plain.isdecimal()
    counted = counted and said(words, first - 3) not in vocabulary.labels  # `3 guests 248`, but not `table 12 guests 3`
    labelled = (numbered or period or before in vocabulary.labels) and not some and not counted
    rated = first > 1 and words[first - 2].folded in vocabulary.rate_words - vocabulary.little_words
    rated = rated or _is_rated(words, candidate.end, vocabulary)
    labelled = labelled and text.isdecimal() and not rated  # but neither `invoice 1,500` nor `pro Karte 12`
    if labelled or ending or (first and words[first - 1].plain == "#"):
        return Role.LABEL
    if is_house_number(words, first, candidate.end, reader) or is_installment(words, first, candidate.end, vocabulary):
        return Role.LABEL
    if begins_name(words, text, candidate.end, vocabulary) or tells_period(words, first, candidate.end, reader):
        return Role.LABEL
    if before in vocabulary.for_words:
        return Role.PRICE if tells_of_buying(words, first - 2, vocabulary) else Role.FOR
    of_us = said(words, candidate.end) in vocabulary.of_words and said(words, candidate.end + 1) in vocabulary.me
    if of_us or fills_pack(words, candidate, vocabulary):  # `4 of us for dinner`
        return Role.COUNT
    if before in vocabulary.with_words and before not in vocabulary.with_after:
        whole = words[first - 2] if first > 1 else None
        bare = whole is not None and whole.kind is Kind.NUMBER and candidate.end == len(words)
        if len(text) == 2 and whole is not None and (bare or is_mark(whole.folded, reader.money)):
            return Role.PRICE  # `6 euros con 80`, `tabaco 5 con 50`
        return Role.FOR if said(words, first - 2) in vocabulary.amount_words else Role.COUNT
    if before in vocabulary.phone_words and len(text) >= _SHORTEST_PHONE:
        return Role.CODE
    units = reader.unit
    if len(text) >= _LONGEST_PRICE and text.isdecimal() and int(text) * units > reader.money.cap:
        return Role.CODE
    return Role.PRICE
