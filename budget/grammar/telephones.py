"""Telephone numbers: digits in groups that no amount is made of, `(212) 555-0177`, `07700 900123`, `+49 171 2345678`."""

from budget.grammar.words import Kind, Word, Words

_FEWEST, _MOST = 8, 13  # digits, with the code of the country
_ENOUGH = 10  # then no further group belongs to it
_NATIONAL = {(3, 3, 4): "23456789", (3, 7): "23456789", (5, 5): "6789", (2, 9): "123456789"}
"""The lengths of the groups in the United States, in India and in Brazil, and the digits that the first may begin with."""


def without_telephones(words: Words) -> Words:
    """Return the words with the groups of telephone numbers as codes."""
    if sum([word.kind > Kind.WORD for word in words]) < 2:
        return words
    groups = [_digits(word) for word in words]
    if sum(map(len, groups)) < _FEWEST:
        return words
    marked, at = set[int](), 0
    while at < len(words):
        apart = words[at].raw[0] in "+(" or not (at and groups[at - 1])
        free = groups[at] and apart and words[at].raw[:2] != "00"
        length = _length(words, groups, at) if free else 0
        marked.update(range(at, at + length))
        at += max(length, 1)
    return tuple(word._replace(kind=Kind.CODE) if n in marked else word for n, word in enumerate(words))


def _digits(word: Word) -> str:
    """Return the digits of a word that may be a group; nothing where it is something else."""
    if word.kind <= Kind.WORD or word.joined:
        return ""
    bare = word.raw.strip("()+").replace("-", "").replace(")", "")
    return bare if bare.isdecimal() and bare.isascii() else ""


def _length(words: Words, groups: list[str], at: int) -> int:
    """Return how many words from here on are a telephone number."""
    raw = words[at].raw
    if not (raw[0] in "+0(" and len(groups[at]) > (raw[0] != "+")):
        return _national(groups, at)
    total, end = 0, at
    while end < len(words) and groups[end] and total < _ENOUGH and total + len(groups[end]) <= _MOST:
        total += len(groups[end])
        end += 1
    return end - at if end - at > 1 and total >= _FEWEST else 0


def _national(groups: list[str], at: int) -> int:
    """Read `415 555 2671`, `98765 43210` and `11 98765-4321`."""
    for shape, opening in _NATIONAL.items():
        some = groups[at : at + len(shape)]
        if tuple(map(len, some)) == shape and some[0][0] in opening:
            return len(shape)
    return 0
