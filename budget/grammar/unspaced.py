"""Texts without blanks between words: known words are cut out of them, the rest stays together.

The cheapest cut is taken (a shortest path over the letters). A known word costs one, an unknown one grows with its letters, and an
end within a run of one script beside an unknown word costs more: `バス` is not cut out of `バスタオル`.
"""

import re
from functools import lru_cache
from math import inf
from typing import NamedTuple

from budget.categories import folded
from budget.grammar.kinds import Kind, Word, Words
from budget.money import clean
from languages.vocabulary import Vocabulary

_SCRIPTS = {
    "hiragana": (("\u3041", "\u309f"),),
    "katakana": (("\u30a1", "\u30fa"), ("\u30fc", "\u30ff")),
    "han": (("\u3005", "\u3007"), ("\u3400", "\u9fff")),
}
"""The first and the last letter of each range of a script. To compile patterns of such ranges takes a two hundredth of a start."""
_OPENED = {"hiragana": 0.8, "katakana": 3.0, "han": 0.6, "letter": 6.0}
"""What it costs to end an unknown word within a run of one script."""
_KNOWN, _KNOWN_LETTER, _PARTICLE, _PARTICLE_FIRST, _UNKNOWN = 1.0, 1.3, 0.5, 3.0, 1.2
_STOPS = frozenset(",、")
_EDGES = ".\"'+-"
_PARTED = re.compile(r"[\s、。]+")
_LONG = 3  # letters of a known word that is seldom part of another one
_LONGEST = 120  # letters: a note's longest is 200, and no sentence has so many without a mark


@lru_cache(maxsize=64)
def _lexicon(vocabulary: Vocabulary) -> tuple[frozenset[str], int]:
    """Return all words of a vocabulary that are written without blanks, and the length of the longest."""
    found: set[str] = set()
    for name in vocabulary.__slots__:
        table = getattr(vocabulary, name)
        if isinstance(table, str) or name in {"weekday_shorts", "named_shorts"}:
            continue
        some = [one for many in table.values() for one in many] if name in {"builtin", "starters"} else table
        found.update(word for one in some for word in ([one] if isinstance(one, str) else one))
    words = frozenset(word for word in found if _is_unspaced(word))
    return words, max(map(len, words), default=0)


def spaced(text: str, vocabulary: Vocabulary) -> str:
    """Return a text with blanks between its words, where its language writes none."""
    if not vocabulary.particles:
        return text
    apart = []
    for word in _PARTED.split(text):
        start = 0
        for end in pieces(word, vocabulary) if word else ():
            apart.append(word[start:end])
            start = end
    return " ".join(apart)


def cut(words: list[Word], vocabulary: Vocabulary) -> Words:
    """Return the words of a language that writes no blanks between them."""
    apart: list[Word] = []
    for word in words:
        behind = bool(apart) and apart[-1].kind > Kind.WORD and apart[-1].end == word.start
        ends = pieces(word.plain, vocabulary, behind=behind) if word.kind is Kind.WORD else ()
        cleaned = clean(word.raw) if len(ends) > 1 else ""
        before = cleaned.find(word.plain) if len(cleaned) == len(word.raw) else -1
        if before < 0:
            apart.append(word._replace(place=len(apart)))
            continue
        start = 0
        for end in ends:
            first, last = start == 0, end == len(word.plain)
            # The first piece has what stands before the word, the last one what closes it.
            raw = word.raw[0 if first else before + start : len(word.raw) if last else before + end]
            plain = word.plain[start:end]
            kind = Kind.WORD if any(letter.isalnum() for letter in plain) else Kind.SYMBOL
            at = word.start + (0 if first else before + start)
            compared = folded(plain).strip(_EDGES)
            joined, stop = word.joined and first, (word.stop if last else plain[-1] in _STOPS)
            apart.append(Word(len(apart), raw, at, plain, compared, kind, False, joined, stop))
            start = end
    return tuple(apart)


class _Way(NamedTuple):
    """The cheapest way to a place of a text: where its last word begins, and whether the word before that is known."""

    cost: float
    start: int
    after_known: bool


_Ways = tuple[_Way, _Way]
"""The cheapest way whose last word is unknown, and the one whose last word is known."""
_NOWHERE = _Way(inf, 0, after_known=True)


def pieces(text: str, vocabulary: Vocabulary, *, behind: bool = False) -> tuple[int, ...]:
    """Return where the words of a text end, the last of them at its own end; ``behind`` a number a particle may begin it."""
    if len(text) < 2 or len(text) > _LONGEST or not _is_unspaced(text):
        return (len(text),)
    known, longest = _lexicon(vocabulary)
    scripts = [_script(letter) for letter in text]
    first = _PARTICLE if behind else _PARTICLE_FIRST
    best: list[_Ways] = [(_NOWHERE, _Way(0.0, 0, after_known=True))]
    for end in range(1, len(text) + 1):
        starts = [n for n in range(max(0, end - longest), end) if text[n:end] in known]
        cheapest = min(
            (_known_way(best, text[n:end], n, scripts, (vocabulary.particles, first)) for n in starts), default=_NOWHERE
        )
        best.append((_unknown_way(best, scripts, end), cheapest))
    ends = [0]
    for end in _ends(best):
        if text[ends[-1] : end] in vocabulary.weekday_shorts and len(ends) > 1:
            ends[-1] = end  # `金` at the end of an unknown word is no Friday
        else:
            ends.append(end)
    return tuple(ends[1:])


def _is_unspaced(text: str) -> bool:
    """Whether a letter of a text is of a script that is written without blanks."""
    return any(_script(letter) in _SCRIPTS for letter in text)


def _script(letter: str) -> str:
    for name, ranges in _SCRIPTS.items():
        if any(first <= letter <= last for first, last in ranges):
            return name
    return "letter" if letter.isalnum() else "mark"


def _known_way(
    best: list[_Ways], word: str, start: int, scripts: list[str], particles: tuple[frozenset[str], float]
) -> _Way:
    """Return the way on which a known word begins at a place; a particle costs by what stands before it."""
    cost = _KNOWN_LETTER if len(word) == 1 else _KNOWN
    if word in particles[0]:
        cost = particles[1] if not start else cost if scripts[start - 1] == "hiragana" else _PARTICLE  # `ドンキで`
    unknown, known = best[start]
    behind_unknown = unknown.cost + _seam(scripts, start, len(word))
    return _Way(min(behind_unknown, known.cost) + cost, start, known.cost <= behind_unknown)


def _unknown_way(best: list[_Ways], scripts: list[str], end: int) -> _Way:
    """Return the cheapest way whose last word is unknown: it grows by a letter, or begins with it behind a known one."""
    grown, known = best[end - 1]
    seam = _seam(scripts, end - 1, end - 1 - known.start)
    begun = _Way(known.cost + 2 * _UNKNOWN + seam, end - 1, after_known=True)
    return min(grown._replace(cost=grown.cost + _UNKNOWN), begun)


def _seam(scripts: list[str], at: int, known: int) -> float:
    """Return what a cut costs between an unknown word and a known one of so many letters: less where that is long."""
    if not at or scripts[at - 1] != scripts[at]:
        return 0.0
    return _OPENED.get(scripts[at], 0.0) / (2 if known >= _LONG else 1)


def _ends(best: list[_Ways]) -> list[int]:
    ends, at = [], len(best) - 1
    known = best[at][1].cost <= best[at][0].cost
    while at:
        ends.append(at)
        way = best[at][known]
        at, known = way.start, way.after_known
    return ends[::-1]
