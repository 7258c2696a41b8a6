"""From a line to its words: each with its kind, its place in the line, and how it is compared.

What was written together is taken apart where one part is a number: `lunch-12.50` are two words, `8.25fun` too. A word keeps
its place, so a note is always a verbatim piece of the line.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from budget.categories import folded
from budget.currencies import glued_mark, indian_scale, is_minor_unit, is_own_minor_unit, mark_of
from budget.grammar.compounds import compounded, proclitic_before_number, unglued
from budget.grammar.elisions import elided, suffix_of, suffixed_word, without_elision
from budget.grammar.endings import (
    CLOSING,
    DOTTED,
    NO_CENTS_END,
    closed,
    ends_sentence,
    is_tag,
    may_be_day,
    with_glued_cents,
    with_no_cents,
)
from budget.grammar.japanese import has_kanji_number, japanese_parts
from budget.grammar.kinds import Kind, Word, Words
from budget.grammar.pieces import (
    PRICE,
    Part,
    behind_sign,
    counted_parts,
    joint_behind_price,
    several_words,
    word_kind,
)
from budget.grammar.unspaced import cut
from budget.grammar.vocabulary import digit_names
from budget.money import Money, clean
from languages.vocabulary import Vocabulary, spelled

__all__ = ["NO_BREAK", "Kind", "Word", "Words", "split_words"]


_WORD = re.compile(r"\S+")
_UNSPACED_WORD = re.compile(r"(?:[^\s、。]|(?<=\d)[ \u3000](?=[億万千](?:円|\d|\s|$)))+[、。]*|[、。]+")  # `1 万円` too
_DIGIT = re.compile(r"[0-9\ue000]")
NO_BREAK = frozenset("\xa0\u202f\u2007\u2009")
_STOPS = frozenset(",;:，、;،؛")
_OPENING = "([{<¿¡«“”„\"'‘’~≈|_"
_EDGES = ".\"'+-"
_NUMERAL = r"[0-9](?:[.,'’\u066b\u066c]?[0-9])*[.,]?|(?<![^\W\d_])(?<![.,])[.,][0-9]+"
_SHAPES = re.compile(
    rf"""
    (?P<NUMBER>[+\-]?(?:{_NUMERAL}))
  | (?P<CLOCK>[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?:[ap]\.?m\.?)?|[0-9]{{1,2}}h[0-9]{{2}}
      |[0-9]{{1,2}}(?:\.[0-9]{{2}})?[ap]\.?m\.?|[0-9]{{1,2}}o['’]clock)
  | (?P<DATE>[0-9]{{1,2}}/[0-9]{{1,2}}(?:/(?:[0-9]{{4}}|[0-9]{{2}}))?\.?|[0-9]{{4}}([-/.])[0-9]{{1,2}}\4[0-9]{{1,2}}\.?
      |[0-9]{{1,2}}/[0-9]{{1,2}}-(?:[0-9]{{1,2}}/)?[0-9]{{1,2}}|[0-9]{{1,2}}-[0-9]{{1,2}}-(?:[0-9]{{4}}|[0-9]{{2}})|[0-9]{{1,2}}\.[0-9]{{1,2}}\.(?:[0-9]{{4}}|[0-9]{{2}}))
  | (?P<PERCENT>[+\-]?[0-9][0-9.,]*[%‰٪]|[%‰٪][0-9.,]+)
  | (?P<ORDINAL>[0-9]{{1,2}}(?:st|nd|rd|th|ten|-?go|-?го)\.?|1(?:er|o|°)\.?)
  | (?P<COUNT>[xX×][1-9][0-9]?|[1-9][0-9]?[xX×])
  | (?P<CODE>[*•][0-9]{{3,}}|\.{{2,}}[0-9]{{4}}|[0-9]*[*xX•]{{2,}}[-*xX•]*[0-9]{{3,}}|[0-9]+[*xX•]{{2,}}[0-9]+|[0-9]{{3}}-[0-9]{{4}}
      |[xX][0-9]{{4}}|[0-9-]{{2,}}[*]{{2,}}[-0-9*]*|[0-9]{{2,4}}-[0-9]{{3,4}}-[0-9]{{4}}|1-[0-9]{{3}}-[0-9]{{3}}-[0-9]{{4}}|[+][0-9]{{8,}}|50-50|24-7)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_DATE = re.compile(r"([0-9]{1,2})-?([^\W\d_]{3,9})(?:-?([0-9]{4}|[0-9]{2}))?")
_DIVISION = re.compile(r"[^\W\d_.]{0,3}[^\w\s]?[0-9][0-9.,]*[/÷⁄][0-9][0-9.,]*")
_SCALED_DIVISION = re.compile(r"[0-9][0-9.,]*([^\W\d_]{1,4})[/÷⁄][1-9][0-9]?")  # `90rb/3`
_REASONED = re.compile(
    r"[+\-]*[$€£¥₹]?[0-9.,'’+\-*×xX/÷⁄%eE@$€£¥₹\ue000]+[kK]?\+?"
)  # `Money.read` says what is wrong, or adds up
_AROUND = re.compile(rf"(?P<before>[^0-9]*?)(?P<number>[+\-]?(?:{_NUMERAL}))(?P<after>.*)", re.DOTALL)
_EMBEDDED = re.compile(r"([0-9]+)([^\w\s.,'’+\-*×/%:]|[Rr]\$)([0-9]{2})")  # `2€50`
_DIMENSIONS = re.compile(r"[0-9]+(?:[xX×][0-9]+){2,}")  # 20x25x1
_MONTH_OF_YEAR = re.compile(r"(?:0?[1-9]|1[0-2])\.20[0-9]{2}")  # `свет 09.2026 890`
_LONGEST_YEAR = 4  # digits
_INCHES = re.compile(
    r"[0-9]{1,3}(?:[.,][0-9]|-?[0-9]?/[0-9]{1,2})?[\"″”]|[1-9]['’](?:1[01]|[0-9])[\"″”]?"
)  # 65", 1/2", 6'2
_BEFORE_NUMBER = re.compile(r"…(?=[$€£¥₹]?[0-9])")
_LEADERS = re.compile(  # `gas.......38`, `gas ...38`, but not an account's `...4412`
    r"(?<=[^\W\d_])\.{4,}(?=[$€£¥₹]?[0-9])|(?<=\s)\.{3,}(?=[$€£¥₹]?[0-9]{1,3}(?![0-9]))"
)
_PIECES = re.compile(r"(?:[^,،|]|(?<=[0-9]),(?=[0-9]))+")  # parted by bars, and by commas that part no digits
_DASHES = "-–—"
_SHOP = "7-11"
_TAKEN_FOR_DIGITS = frozenset("oOlI")
_KEYCAP = "\u20e3"  # 5️⃣ is a picture of a key
_MARKS_TWICE = re.compile(r"([$€£¥₹])(?:(?<=\w.)|(?<=\w\s.))(?=\1[.]?[0-9])")  # `gas $$40`
_COMMA_BEHIND_DAY = re.compile(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2}),(?=\S)")  # `2026-11-24,14.25,lunch`
_PER_SOME = re.compile(r"/([0-9]{1,2})([^\W\d_]+)")
_APOSTROPHES = "'’"
_JOINTS = "=:|"


def split_words(line: str, money: Money, vocabulary: Vocabulary) -> Words:
    """Return the words of a line."""
    words: list[Word] = []
    end = 0
    if "…" in line:
        line = _BEFORE_NUMBER.sub(" ", line)  # of the same length: `pizza…20`
    if ".." in line:
        line = _LEADERS.sub(lambda found: " " * len(found[0]), line)
    line = _MARKS_TWICE.sub(" ", line)
    if "-" in line:
        line = _COMMA_BEHIND_DAY.sub(" ", line)
    japanese, names = _is_japanese(money, vocabulary), digit_names(vocabulary)
    for found in _finder(vocabulary, japanese=japanese).finditer(line):
        raw, start = found.group(), found.start()
        joined = line[end:start] in NO_BREAK
        end = found.end()
        plain = clean(raw)
        if not plain:
            continue  # invisible: it stays in a note between its neighbours
        stop = raw[-1] in _STOPS
        if vocabulary.suffixes and (suffix := suffix_of(raw, vocabulary, behind=line[:start][-1:].isdecimal())):
            words.append(Word(len(words), raw, start, plain, suffix, Kind.WORD, False, False, stop))
            continue
        if plain.isalpha() and not (japanese and has_kanji_number(plain)):
            compared = folded(plain) if plain.isascii() else spelled(folded(plain))
            words.append(Word(len(words), raw, start, plain, compared, Kind.WORD, False, joined, stop))
        elif (names and folded(plain).rstrip(CLOSING) in names) or (
            _DIGIT.search(plain) is None and not (japanese and has_kanji_number(plain))
        ):
            words.append(_word(len(words), raw, start, plain, (joined, stop), vocabulary))
        else:
            _append_parts(words, raw, start, plain, (joined, stop), list(_parts(plain, money, vocabulary)))
    if vocabulary.particles:
        return cut(words, vocabulary)
    if vocabulary.proclitics:
        words = unglued(words, vocabulary)
    return compounded(line, tuple(words), vocabulary) if vocabulary.compounds else tuple(words)


def _finder(vocabulary: Vocabulary, *, japanese: bool) -> "re.Pattern[str]":
    if vocabulary.suffixes:
        return suffixed_word(vocabulary)
    return _UNSPACED_WORD if japanese else _WORD


def _is_japanese(money: Money, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.particles) or money.locale.name.startswith("ja")


def _word(index: int, raw: str, start: int, plain: str, around: tuple[bool, bool], vocabulary: Vocabulary) -> Word:
    bare = plain.lstrip(_OPENING).rstrip(CLOSING + "=") if len(plain) > 1 else plain
    if bare[:1] == "*" == bare[-1:]:
        bare = bare.strip("*") or bare  # `*lunch*`, which chats show in bold
    if not any(letter.isalpha() for letter in bare):
        return Word(index, raw, start, plain, folded(plain).strip(_EDGES), Kind.SYMBOL, False, *around)
    compared = spelled(without_elision(folded(bare).strip(_EDGES), vocabulary))
    return Word(index, raw, start, bare, compared, Kind.WORD, False, *around)


def _places(raw: str, plain: str) -> Sequence[int]:
    """Return where each character of a cleaned word, and its end, stands in the word; nothing where more than left out was done."""
    if len(plain) == len(raw):
        return range(len(raw) + 1)
    places, at = [], 0
    for character in plain:
        at = raw.find(character, at) + 1
        if not at:
            return ()
        places.append(at - 1)
    return (*places, len(raw))


def _append_parts(
    words: list[Word], raw: str, start: int, plain: str, around: tuple[bool, bool], parts: list[Part]
) -> None:
    joined, stop = around
    places = _places(raw, plain)
    if len(parts) == 1 or not places:
        # A word that was changed by cleaning stays whole: its parts have no place in the line.
        part = parts[0] if len(parts) == 1 else Part(0, len(raw), plain, Kind.GLUED)
        compared = spelled(folded(part.plain).strip(_EDGES))
        words.append(Word(len(words), raw, start, part.plain, compared, part.kind, part.loose, joined, stop))
        return
    for n, part in enumerate(parts):
        compared = spelled(folded(part.plain).strip(_EDGES))
        begin = places[part.start]
        piece = raw[begin : places[part.end]]
        last = n == len(parts) - 1
        words.append(
            Word(
                len(words), piece, start + begin, part.plain, compared, part.kind, part.loose,
                joined and n == 0, part.stop or (stop and last),
            )
        )  # fmt: skip


def _parts(plain: str, money: Money, vocabulary: Vocabulary) -> Iterator[Part]:
    """Take apart what has digits: one part, or a number with the words around it."""
    whole = len(plain)
    bare = with_no_cents(plain, money) if not NO_CENTS_END.isdisjoint(plain[-2:]) else plain
    if bare[0] in "*•x" and (found := _SHAPES.fullmatch(bare.rstrip(".,;:!?)"))) is not None:
        yield Part(0, whole, found[0], _kind(found))
        return
    if _INCHES.fullmatch(bare):
        yield Part(0, whole, bare, Kind.MEASURE)
        return
    offset = len(bare) - len(bare.lstrip(_OPENING + "*"))
    bare = closed(bare[offset:])
    if bare[0] == "#" and is_tag(bare[1:]):  # `#trip2`
        yield Part(0, whole, bare, Kind.WORD)
        return
    if (counted := counted_parts(bare, offset, whole, money, vocabulary)) is not None:
        yield from counted
        return
    if (joint := joint_behind_price(bare, money, vocabulary)) is not None:
        yield from _joined(bare, joint, offset, whole, money, vocabulary)
        return
    if (glued := _glued_word(bare, vocabulary)) is not None:
        word, at = glued
        yield from _apart(word, bare[at:], (offset + at, whole), money, vocabulary)
        return
    kind = Kind.GLUED if _KEYCAP in bare else _kind_of(bare, money, vocabulary)
    if kind is not None:
        yield Part(0, whole, _number_of(bare, kind, money), kind)
        return
    pieces = list(_PIECES.finditer(bare))
    if len(pieces) > 1:
        for piece in pieces:
            yield from _piece(bare, piece, offset, whole, money, vocabulary)
        return
    japanese = _is_japanese(money, vocabulary)
    if japanese and (parts := japanese_parts(bare, month_first=money.locale.month_first)) is not None:
        for first, end, text, name in parts:
            yield Part(offset + first, whole if end == len(bare) else offset + end, text, Kind[name])
        return
    yield from _around(bare, offset, whole, money, vocabulary)


def _glued_word(bare: str, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """Return a short word that is glued to a number, and where the number begins: `l'8 novembre`, `ب50`."""
    glued, rest = elided(bare, vocabulary)
    if rest[:1].isdecimal():
        return glued, len(glued) + 1
    length = proclitic_before_number(bare, vocabulary)
    return (bare[:length].rstrip(_DASHES + "ـ"), length) if length else None


def _joined(
    bare: str, joint: tuple[int, int], offset: int, whole: int, money: Money, vocabulary: Vocabulary
) -> Iterator[Part]:
    """The parts of a price and of what a sign joins to it: a plus adds, others part as a comma does."""
    first, behind = joint
    adds = bare[first] == "+"
    *parts, final = _parts(bare[:first], money, vocabulary)
    yield from (part._replace(start=offset + part.start, end=offset + part.end) for part in parts)
    yield final._replace(start=offset + final.start, end=offset + first, stop=not adds)
    if adds:
        yield Part(offset + first, offset + behind, "+", Kind.SYMBOL)
    *parts, final = _parts(bare[behind:], money, vocabulary)
    start = offset + behind
    yield from (part._replace(start=start + part.start, end=start + part.end) for part in parts)
    yield final._replace(start=start + final.start, end=whole)


def _apart(glued: str, rest: str, place: tuple[int, int], money: Money, vocabulary: Vocabulary) -> Iterator[Part]:
    """The parts of a number that a short word is glued to."""
    start, whole = place
    yield Part(0, start, glued, Kind.WORD)
    *parts, final = _parts(rest, money, vocabulary)
    yield from (part._replace(start=start + part.start, end=start + part.end) for part in parts)
    yield final._replace(start=start + final.start, end=whole)


def _piece(
    bare: str, piece: "re.Match[str]", offset: int, whole: int, money: Money, vocabulary: Vocabulary
) -> Iterator[Part]:
    """The parts of one piece of what commas or bars join: `fun,20,lunch`."""
    last = piece.end() == len(bare)
    start, end = offset + piece.start(), whole if last else offset + piece.end()
    if _DIGIT.search(piece[0]) is None:
        yield Part(start, end, piece[0].strip(_DASHES + CLOSING) or piece[0], word_kind(piece[0]), stop=not last)
        return
    *parts, final = _parts(piece[0], money, vocabulary)
    yield from (part._replace(start=start + part.start, end=start + part.end) for part in parts)
    yield final._replace(start=start + final.start, end=end, stop=not last)


def _kind(found: "re.Match[str]") -> Kind:
    return Kind[found.lastgroup or "NUMBER"]


def _kind_of(bare: str, money: Money, vocabulary: Vocabulary) -> Kind | None:
    """Return the kind of a word that is one number, of whatever sort; None where it has to be taken apart."""
    if bare == _SHOP and money.locale.month_first:
        return Kind.CODE
    dotted = DOTTED.fullmatch(bare)
    if dotted is not None:
        return Kind.NUMBER if not may_be_day(bare) or ends_sentence(dotted, money) else Kind.DATE
    if _MONTH_OF_YEAR.fullmatch(bare) and money.currency.exponent < _LONGEST_YEAR:
        return Kind.CODE
    found = _SHAPES.fullmatch(bare)
    if found is not None:
        return _kind(found)
    named = _NAMED_DATE.fullmatch(bare)
    if named is not None and named[2].lower() in vocabulary.months:
        return Kind.DATE
    if _DIMENSIONS.fullmatch(bare):
        return Kind.CODE
    scaled = _SCALED_DIVISION.fullmatch(bare)
    if scaled is not None and (scaled[1] in "kK" or scaled[1].lower() in vocabulary.multipliers):
        return Kind.FRACTION
    if _DIVISION.fullmatch(bare):
        return Kind.FRACTION
    if _REASONED.fullmatch(bare) or _EMBEDDED.fullmatch(bare):
        return Kind.NUMBER
    return None


def _number_of(bare: str, kind: Kind, money: Money) -> str:
    """Return what `Money.read` takes for a number: `2@3.20` multiplies, `2€50` has decimals."""
    if kind is not Kind.NUMBER:
        return bare
    if bare[-2:-1].isdecimal() and (mark := glued_mark(bare[-1], money.currency)):
        bare = bare[:-1] + mark
    return bare.rstrip(".").replace("@", "×")


def _around(bare: str, offset: int, whole: int, money: Money, vocabulary: Vocabulary) -> Iterator[Part]:
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
    if misread or _DIGIT.search(after) or after in {"o", "O"}:  # `12.5o`
        yield Part(0, whole, bare, Kind.CODE)  # no amount is taken from part of a number
        return
    if not after and (glued := behind_sign(before, number, money)):  # `🍺x2`, `lunch@12.50`
        yield from several_words(before[:-1], offset)
        yield Part(offset + len(before) - 1, whole, *glued)
        return
    front, number = _front(before, number, money)
    head = before[: len(before) - len(front)].rstrip(_DASHES + _JOINTS + _OPENING + "/,")
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
    yield Part(start, stop, front + number + said, kind, loose, bool(tail) and tail[0] in _STOPS)
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
    plain = tail.lstrip(_DASHES + _JOINTS + ".,/&").rstrip(CLOSING)
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
    if scaled or (word_kind(after[0]) is Kind.SYMBOL and after[0] not in _DASHES):
        return after, "", Kind.NUMBER  # 35тыс, 5☕, fun|20|lunch
    priced = PRICE.fullmatch(number) is not None or not number[-1:].isdecimal() or not number[:1].isdecimal()
    return after, "", Kind.NUMBER if priced else Kind.GLUED


def _glued_kind(kind: Kind, before: str, number: str) -> Kind:
    """Return what a number is by the letters before it: `coffee=3` and `lunch-12.50` are plain, `PS5` is glued."""
    if kind is not Kind.NUMBER:
        return kind
    clear = before[-1] in _JOINTS + "," or (not before[-1].isalnum() and before[-1] not in _DASHES + "&.#'’/%")
    return kind if clear or PRICE.fullmatch(number) or not number[0].isdecimal() else Kind.GLUED
