"""Words that are written as one, and phrases that are read as one: `ب50`, `وقهوة`, `تشرين الثاني`."""

from functools import lru_cache

from budget.grammar.kinds import Word, Words
from languages.vocabulary import LONGEST, Vocabulary

_SHORTEST = 3  # letters of a known word that something is glued to
_GLUE = "ـ-–—."  # between a short word and its number: `بـ50`
_MARKS = frozenset("$€£¥₹")


@lru_cache(maxsize=64)
def _known(vocabulary: Vocabulary) -> frozenset[str]:
    """Return all words that the tables of a vocabulary hold, of phrases too."""
    known: set[str] = set()
    for name in vocabulary.__slots__:
        table = getattr(vocabulary, name)
        if name == "builtin":
            table = [one for some in table.values() for one in some]
        if isinstance(table, str):
            continue
        for one in table:
            known.update(one.split() if isinstance(one, str) else map(str, one))
    return frozenset(known)


def _proclitic(word: str, vocabulary: Vocabulary) -> int:
    """Return how many letters are glued before a known word; 0 where the word is known itself."""
    known = _known(vocabulary)
    if word in known or without_article(word, vocabulary) in known:
        return 0
    for glue in sorted(vocabulary.proclitics, key=len, reverse=True):
        rest = word[len(glue) :]
        if (
            word.startswith(glue)
            and len(rest) + (len(glue) > 1) >= _SHORTEST  # `للنت`
            and (rest in known or without_article(rest, vocabulary) in known)
        ):
            return len(glue)
    return 0


def unglued(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return the words with what is glued to known ones as words of their own: `وقهوة` as `و` and `قهوة`."""
    apart: list[Word] = []
    for word in words:
        length = _proclitic(word.folded, vocabulary) if word.plain.isalpha() and word.raw == word.plain else 0
        if length:
            glue, rest = word.raw[:length], word.raw[length:]
            apart.append(word._replace(place=len(apart), raw=glue, plain=glue, folded=glue, stop=False))
            word = word._replace(raw=rest, start=word.start + length, plain=rest, folded=word.folded[length:])  # noqa: PLW2901
        apart.append(word._replace(place=len(apart)))
    return apart


def proclitic_before_number(word: str, vocabulary: Vocabulary) -> int:
    """Return how many characters stand before a number that is glued to a short word: two in `بـ50`, 0 where none is."""
    for glue in vocabulary.proclitics:
        if word.startswith(glue):
            rest = word[len(glue) :].lstrip(_GLUE)
            if rest[:1].isdecimal() or rest[:1] in _MARKS:
                return len(word) - len(rest)
    return 0


def without_article(word: str, vocabulary: Vocabulary) -> str:
    """Return a word without the article that is part of it; the word itself where it has none, or little beside it."""
    for article in vocabulary.glued_articles:
        if word.startswith(article) and len(word) - len(article) >= _SHORTEST:
            return word.removeprefix(article)
    return word


def compounded(line: str, words: Words, vocabulary: Vocabulary) -> Words:
    """Return the words of a line with the phrases of `Vocabulary.compounds` as one word each."""
    joined: list[Word] = []
    at = 0
    while at < len(words):
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            some = words[at : at + length]
            said = vocabulary.compounds.get(tuple(word.folded for word in some))
            if said is not None:
                first, last = some[0], some[-1]
                raw = line[first.start : last.end]
                joined.append(
                    first._replace(place=len(joined), raw=raw, plain=said, folded=said.lower(), stop=last.stop)
                )
                break
        else:
            length = 1
            joined.append(words[at]._replace(place=len(joined)))
        at += length
    return tuple(joined)
