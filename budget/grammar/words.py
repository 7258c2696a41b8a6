"""From a line to its words: each with its kind, its place in the line, and how it is compared.

What was written together is taken apart where one part is a number: `lunch-12.50` are two words, `8.25fun` too. A word keeps
its place, so a note is always a verbatim piece of the line.
"""

import re
from collections.abc import Iterator, Sequence

from budget.categories import folded
from budget.currencies import glued_mark
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
    with_no_cents,
)
from budget.grammar.glued import DASHES, DIGIT, NUMERAL, OPENING, STOPS, around
from budget.grammar.japanese import has_kanji_number, japanese_parts
from budget.grammar.kinds import Kind, Word, Words
from budget.grammar.pieces import Part, counted_parts, joint_behind_price, word_kind
from budget.grammar.unspaced import cut
from budget.grammar.vocabulary import digit_names
from budget.money import Money, clean
from languages.vocabulary import Vocabulary, spelled

__all__ = ["NO_BREAK", "Kind", "Word", "Words", "split_words"]


_WORD = re.compile(r"\S+")
_UNSPACED_WORD = re.compile(r"(?:[^\s、。]|(?<=\d)[ \u3000](?=[億万千](?:円|\d|\s|$)))+[、。]*|[、。]+")  # `1 万円` too
NO_BREAK = frozenset("\xa0\u202f\u2007\u2009")
_EDGES = ".\"'+-"
_SHAPES = re.compile(
    rf"""
    (?P<NUMBER>[+\-]?(?:{NUMERAL}))
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
_SHOP = "7-11"
_KEYCAP = "\u20e3"  # 5️⃣ is a picture of a key
_MARKS_TWICE = re.compile(r"([$€£¥₹])(?:(?<=\w.)|(?<=\w\s.))(?=\1[.]?[0-9])")  # `gas $$40`
_COMMA_BEHIND_DAY = re.compile(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2}),(?=\S)")  # `2026-11-24,14.25,lunch`


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
        stop = raw[-1] in STOPS
        if vocabulary.suffixes and (suffix := suffix_of(raw, vocabulary, behind=line[:start][-1:].isdecimal())):
            words.append(Word(len(words), raw, start, plain, suffix, Kind.WORD, False, False, stop))
            continue
        if plain.isalpha() and not (japanese and has_kanji_number(plain)):
            compared = folded(plain) if plain.isascii() else spelled(folded(plain))
            words.append(Word(len(words), raw, start, plain, compared, Kind.WORD, False, joined, stop))
        elif (names and folded(plain).rstrip(CLOSING) in names) or (
            DIGIT.search(plain) is None and not (japanese and has_kanji_number(plain))
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
    bare = plain.lstrip(OPENING).rstrip(CLOSING + "=") if len(plain) > 1 else plain
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
    offset = len(bare) - len(bare.lstrip(OPENING + "*"))
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
    yield from around(bare, offset, whole, money, vocabulary)


def _glued_word(bare: str, vocabulary: Vocabulary) -> tuple[str, int] | None:
    """Return a short word that is glued to a number, and where the number begins: `l'8 novembre`, `ب50`."""
    glued, rest = elided(bare, vocabulary)
    if rest[:1].isdecimal():
        return glued, len(glued) + 1
    length = proclitic_before_number(bare, vocabulary)
    return (bare[:length].rstrip(DASHES + "ـ"), length) if length else None


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
    if DIGIT.search(piece[0]) is None:
        yield Part(start, end, piece[0].strip(DASHES + CLOSING) or piece[0], word_kind(piece[0]), stop=not last)
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
