"""What is glued to a number, on either side: `coffee5`, `5€`, `12.50eur`."""

import re
import unicodedata
from collections.abc import Iterator

from budget.currencies import glued_mark, indian_scale, is_minor_unit, is_own_minor_unit, mark_of
from budget.grammar.endings import CLOSING, with_glued_cents
from budget.grammar.kinds import Kind
from budget.grammar.pieces import PRICE, Part, behind_sign, several_words, word_kind
from budget.money import Money
from languages.vocabulary import Vocabulary

DIGIT = re.compile(r"[0-9\ue000]")
STOPS = frozenset(",;:，、;،؛")
OPENING = "([{<¿¡«“”„\"'‘’~≈|_"
NUMERAL = r"[0-9](?:[.,'’\u066b\u066c]?[0-9])*[.,]?|(?<![^\W\d_])(?<![.,])[.,][0-9]+"
_AROUND = re.compile(rf"(?P<before>[^0-9]*?)(?P<number>[+\-]?(?:{NUMERAL}))(?P<after>.*)", re.DOTALL)
DASHES = "-–—"
_TAKEN_FOR_DIGITS = frozenset("oOlI")
_PER_SOME = re.compile(r"/([0-9]{1,2})([^\W\d_]+)")
_APOSTROPHES = "'’"
_JOINTS = "=:|"


def around(bare: str, offset: int, whole: int, money: Money, vocabulary: Vocabulary) -> Iterator[Part]:
    """Take a number out of the letters around it."""
    found = _AROUND.fullmatch(bare)
    if found is None or "://" in bare:
        yield Part(0, whole, bare, Kind.WORD)
        return
    before, number, after = found["before"], found["number"], found["after"]
    if after and number[-1] in ".,":
        number, after = number[:-1], number[-1] + after
    addressed = "@" in before and before != "@" and not (before[:-1].isalpha() and PRICE.fullmatch(number))
    if addressed or "/" in before[:-1]:
        yield Part(0, whole, bare, Kind.WORD)  # an address
        return
    if whole_price := _with_ending((before, number, after), offset, whole, money, vocabulary):
        yield from whole_price
        return
    misread = before in _TAKEN_FOR_DIGITS and not after and PRICE.fullmatch(number) is not None  # `l2.50`
    if misread or DIGIT.search(after) or after in {"o", "O"}:  # `12.5o`
        yield Part(0, whole, bare, Kind.CODE)  # no amount is taken from part of a number
        return
    if not after and (glued := behind_sign(before, number, money)):  # `🍺x2`, `lunch@12.50`
        yield from several_words(before[:-1], offset)
        yield Part(offset + len(before) - 1, whole, *glued)
        return
    front, number = _front(before, number, money)
    head = before[: len(before) - len(front)].rstrip(DASHES + _JOINTS + OPENING + "/,")
    tail, back, kind = _back(after, front + number, money, vocabulary)
    if head and tail.lower().partition("/")[0] not in vocabulary.multipliers:  # `kopi25rb`
        kind = _glued_kind(kind, before, front + number)
    if not head.strip(_JOINTS + "/,"):
        head = ""
    start = 0 if not head else offset + len(before) - len(front)
    stop = whole if not tail else offset + len(bare) - len(after) + len(back)
    if head:
        yield from several_words(head, offset)
    loose = kind is Kind.NUMBER and bool(head) and before[-1:].isalpha() and not front
    said = back if kind is Kind.MEASURE else _mark_in(back, money) if kind is Kind.NUMBER else ""
    if front and is_own_minor_unit(said.lower(), money.currency) and PRICE.fullmatch(number):
        said = ""  # `£3.50p`
    yield Part(start, stop, front + number + said, kind, loose, bool(tail) and tail[0] in STOPS)
    if tail:
        yield from _tail(tail, offset + len(bare) - len(tail), whole)


def _with_ending(
    around: tuple[str, str, str], offset: int, whole: int, money: Money, vocabulary: Vocabulary
) -> list[Part]:
    """Return the parts of a price with glued cents, or with for how long it is paid: `$120/6mo`, but not `1/2hr`."""
    before, number, after = around
    if not before and (priced := with_glued_cents(number, after, money)):
        return [Part(offset, whole, priced, Kind.NUMBER)]
    found = _PER_SOME.fullmatch(after)
    if found is None or found[2].lower() not in vocabulary.per_words | vocabulary.ago_units.keys():
        return []
    if (before and mark_of(before, money.currency) is None) or len(number) <= len(found[1]):
        return []
    split = offset + len(before) + len(number)
    return [Part(offset, split, before + number, Kind.NUMBER), Part(split, whole, after, Kind.WORD)]


def _tail(tail: str, start: int, whole: int) -> Iterator[Part]:
    """The word after a number, without what joins them."""
    plain = tail.lstrip(DASHES + _JOINTS + ".,/&").rstrip(CLOSING)
    if not plain:
        yield Part(start, whole, tail, Kind.SYMBOL)
        return
    *_, last = parts = list(several_words(plain, start + tail.index(plain)))
    yield from parts[:-1]
    yield last._replace(end=whole)


def _front(before: str, number: str, money: Money) -> tuple[str, str]:
    """Return the mark that belongs to the number before it, and the number."""
    sign = before[:1] if before[:1] in {"+", "-"} else ""
    if mark_of(before[len(sign) :], money.currency) is not None:
        return before, number
    if before and unicodedata.category(before[-1]) == "Sc":
        return before[-1], number  # coffee$5
    if before and number[0] in "+-":
        return "", number[1:]  # lunch-12.50
    return ("", number) if before != sign else (sign, number)


def _is_money(back: str, money: Money) -> bool:
    own, lower = money.currency, back.lower()
    if lower in {"k", "к"} or glued_mark(lower, own) or is_minor_unit(lower, own) or mark_of(back, own) is not None:
        return True
    return lower[:1] in {"k", "к"} and mark_of(back[1:], own) is not None


def _mark_in(back: str, money: Money) -> str:
    """Return the mark that ends a number, without the full stop of a sentence: `1.2k.`; without its unit: `3zł/szt`."""
    back = back.partition("/")[0]
    if _is_money(back, money):
        return glued_mark(back, money.currency) or back
    return back[:-1] if back[-1:] == "." and _is_money(back[:-1], money) else ""


def _back(after: str, number: str, money: Money, vocabulary: Vocabulary) -> tuple[str, str, Kind]:
    """Return the rest of the word, what of it belongs to the number, and what the number is by that."""
    if not after:
        return "", "", Kind.NUMBER
    word = after.lower().lstrip("-–—/.").rstrip(".")
    measured = word in vocabulary.units and after[0] != "/"
    if measured and mark_of(word, money.currency) is None and not is_own_minor_unit(word, money.currency):
        return "", after, Kind.MEASURE
    if _is_money(after, money) or (len(after) > 1 and after[-1] == "." and _is_money(after[:-1], money)):
        return "", after, Kind.NUMBER
    mark, slash, unit = after.partition("/")
    if slash and unit.lower() in vocabulary.per_words | vocabulary.units and _is_money(mark, money):
        return "", after, Kind.NUMBER  # `3zł/szt`
    if unicodedata.category(after[0]) == "Sc" and mark_of(after[0], money.currency) and after[1:].isalpha():
        return after[1:], after[0], Kind.NUMBER  # `5$coffee`
    if word == "ish" or (after[0] == "/" and word in vocabulary.per_words):
        return "", after, Kind.NUMBER
    if word in vocabulary.units or after == "#":  # `50# bag of feed`
        return "", after, Kind.MEASURE
    if word == "pp" and word in vocabulary.per_words:
        return after, "", Kind.NUMBER  # `25pp`
    if after[0] in _APOSTROPHES and after[1:2].isalpha():
        return after, "", Kind.GLUED  # `90's records`
    scaled = word in vocabulary.scales or word.partition("/")[0] in vocabulary.multipliers  # `54rb/bulan`
    scaled = scaled or (indian_scale(word) is not None and money.is_indian)  # `1cr`
    if scaled or (word_kind(after[0]) is Kind.SYMBOL and after[0] not in DASHES):
        return after, "", Kind.NUMBER  # 35тыс, 5☕, fun|20|lunch
    priced = PRICE.fullmatch(number) is not None or not number[-1:].isdecimal() or not number[:1].isdecimal()
    return after, "", Kind.NUMBER if priced else Kind.GLUED


def _glued_kind(kind: Kind, before: str, number: str) -> Kind:
    """Return what a number is by the letters before it: `coffee=3` and `lunch-12.50` are plain, `PS5` is glued."""
    if kind is not Kind.NUMBER:
        return kind
    clear = before[-1] in _JOINTS + "," or (not before[-1].isalnum() and before[-1] not in DASHES + "&.#'’/%")
    return kind if clear or PRICE.fullmatch(number) or not number[0].isdecimal() else Kind.GLUED
