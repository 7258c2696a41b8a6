"""Which words of a line may name its category: tags, its first and last words, a built-in word, a picture."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from budget.categories import Category
from budget.grammar import words as lexer
from budget.grammar.endings import is_tag
from budget.grammar.naming import Match, Names
from budget.grammar.readings import Scope
from budget.grammar.vocabulary import verbs_last, words_ahead, words_between
from budget.grammar.words import Word
from languages.vocabulary import LONGEST, Vocabulary

Place = tuple[Sequence[Word], bool]
"""Words that may begin with a category's word, or, where it is true, end with one."""
_VARIANT = "\ufe0f"  # behind an emoji: shown as a picture
_SHORTEST = 4  # letters of a built-in word within a line


class Named(NamedTuple):
    """A category that the line names, and the words of it that the note leaves out."""

    number: int
    left_out: frozenset[int] = frozenset()
    own: bool = True


def own_head(words: Sequence[Word], keyword: Word, scope: Scope) -> Match | None:
    """Return the category of what stands before a link that a keyword stands behind: `gas in the car 44`, `gas 40 for the car`.

    Not where the keyword says what it is filed under: `coffee 5 in groceries`.
    """
    vocabulary = scope.vocabulary
    between = vocabulary.articles | vocabulary.owners
    n = words.index(keyword)
    led = n
    while led and words[led - 1].folded in between:
        led -= 1
    link = words[led - 1].folded if led else ""
    if link not in vocabulary.behind_things or (link in vocabulary.filed_words and led == n):
        return None
    head = scope.names.own([word.folded for word in words[: led - 1]], backwards=True)
    return None if head is None or head.by_name else head


def only_known(words: Sequence[Word], scope: Scope) -> tuple[str, Category] | None:
    """Return a built-in word anywhere in a line, where all that is named in it is one category.

    As in `po pracy piwo z chłopakami 48`. What stands behind `with` is only added to something else; banks abbreviate,
    so a short word is none.
    """
    said, company = [word.folded for word in words], scope.vocabulary.with_words
    found = []
    for n, word in enumerate(said):
        if (named := scope.names.own(said[n:])) is not None and named.category.number != scope.last_resort:
            return None
        if (n and said[n - 1] in company) or (word.isascii() and len(word) < _SHORTEST):
            continue
        if (one := scope.names.everyday_word(said[n : n + LONGEST])) is not None:
            found.append(one)
    return found[0] if len({category.number for _, category in found}) == 1 else None


def nameless_off(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return words without those that name no category together: `the other day`."""
    gone = {
        n + more
        for n, pair in enumerate(pairwise(words))
        if (pair[0].folded, pair[1].folded) in vocabulary.no_names
        for more in (0, 1)
    }
    return [word for n, word in enumerate(words) if n not in gone] if gone else words


def everyday(places: Iterable[Place], names: Names) -> tuple[str, Category] | None:
    """Return a built-in word or phrase that stands in one of the places, with its category."""
    for words, backwards in places:
        some = words[-LONGEST:] if backwards else words[:LONGEST]
        found = names.everyday_word([word.folded for word in some], backwards=backwards) if some else None
        if found is not None:
            return found
    return None


def naming_of(category: Category, words: Sequence[Word]) -> Named:
    return Named(category.number, frozenset(word.place for word in words))


def with_symbols(some: Sequence[Word], words: Sequence[Word], category: Category) -> Sequence[Word]:
    """Return the words of a name with the symbols that belong to it: `Pets & Plants`."""
    first, last = some[0].place, some[-1].place
    symbols = (word for word in words if word.kind is lexer.Kind.SYMBOL and word.raw in category.name)
    return (*some, *(word for word in symbols if first - 1 <= word.place <= last + 1))


def pictures_in(words: Sequence[Word], scope: Scope) -> list[Word]:
    """Return the emoji that name a category: `🍕 12`, `🍺🍺 12`, with their variant or without; of several categories none."""
    found = [
        word._replace(folded=name)
        for word in words
        if word.kind is lexer.Kind.SYMBOL and (name := _pictured(word.folded.replace(_VARIANT, ""), scope.names))
    ]
    named = {scope.names.everyday([word.folded]) for word in found}
    return found if len(named) < 2 else []


def _pictured(word: str, names: Names) -> str:
    """Return the emoji that names a category, of those that stand together; an empty text where none or several do."""
    if names.knows(word):
        return word
    one = dict.fromkeys(letter for letter in word if names.knows(letter))
    return next(iter(one), "") if len({names.everyday([name]) for name in one}) < 2 else ""


def tagged(words: Sequence[Word], scope: Scope) -> tuple[list[Named], str]:
    """Return the categories of the ``#words`` and ``@words``, and a tag that names none."""
    found: dict[int, Named] = {}
    unknown = ""
    for word in words:
        if word.plain[:1] not in {"#", "@"} or len(word.plain) < 2:
            continue
        match = scope.names.tagged(word.folded[1:])
        if match is None:
            unknown = unknown or (word.plain[1:] if word.plain[0] == "#" and is_tag(word.plain[1:]) else "")
            continue
        known = found.get(match.category.number, Named(match.category.number))
        left_out = known.left_out | {word.place} if match.by_name else known.left_out
        found[match.category.number] = Named(match.category.number, left_out)
    return list(found.values()), unknown


def bare_tags(words: Sequence[Word]) -> tuple[Place, ...]:
    """Return the words of tags, which may be built-in ones: `45 #lunch`."""
    return tuple(([word._replace(folded=word.folded[1:])], False) for word in words if word.plain[:1] in {"#", "@"})


def places_of(words: Sequence[Word], at: int, scope: Scope) -> tuple[Place, ...]:
    """Return where a category may be named, and from which side to look: after the amount, before it, last, first."""
    before = [word for word in words if word.place < at]
    after = words[len(before) :]
    vocabulary = scope.vocabulary
    skipped = words_ahead(vocabulary)
    first = before
    while first and (first[0].folded in skipped or first[0].folded in vocabulary.small_numbers):
        first = first[1:]
    verbs = verbs_last(vocabulary)
    beside, last = [(before, True)], [(after, True)]
    while before and before[-1].folded in verbs:
        before = before[:-1]  # `rent paid 900`, `gas was 40`; but `dining out 15` where Dining Out is a category
        beside.append((before, True))
    while after and after[-1].folded in verbs:
        after = after[:-1]  # `25 Euro fürs Tanken ausgegeben`
        last.append((after, True))
    filed = after[1:] if len(after) > 1 and after[0].folded in vocabulary.filed_words else []
    labelled = first[2:] if first and first[0].folded in vocabulary.labels else []  # `flat 2 gas bill 61.50`
    return (last[0][0], False), (filed, False), *beside, *last, (first, False), (labelled, False)


def farther_places(words: Sequence[Word], at: int, scope: Scope) -> tuple[Place, ...]:
    """Return where a built-in word may stand besides: `64 on dinner at the thai place`, `curry for 9`."""
    vocabulary = scope.vocabulary
    before = [word for word in words if word.place < at]
    after = _without_little(words[len(before) :], vocabulary)
    return (after, False), (_without_little(before[::-1], vocabulary)[::-1], True)  # `gas was 40` too


def heads_in(words: Sequence[Word], at: int, scope: Scope) -> tuple[Place, ...]:
    """Return the words before what is added to them: `café` of `café con leche 1,60`, `dinner` of `birthday dinner for mom 80`."""
    vocabulary = scope.vocabulary
    before = [word for word in words if word.place < at]
    after = _without_little(words[len(before) :], vocabulary)
    heads = [_head(some, vocabulary.behind_things, scope) for some in (before, after)]
    if len(before) == len(words):
        heads.insert(0, _head(before, vocabulary.linking_words, scope))
    return tuple((head, True) for head in heads if head)


def _head(words: Sequence[Word], linking: frozenset[str], scope: Scope) -> Sequence[Word]:
    """Return the words before the first one that links; none where there is none, or where `pão de queijo` is a phrase."""
    link = next((n for n, word in enumerate(words) if word.folded in linking), 0) if linking else 0
    said = [word.folded for word in words]
    if not link or any(" ".join(said[-n:]) in scope.names.builtin for n in range(2, LONGEST + 1)):
        return ()
    return words[:link]


def _without_little(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return words without the little ones and the measures that begin them."""
    little = words_between(vocabulary)
    measures = lexer.Kind.MEASURE
    kept = next(
        (n for n, word in enumerate(words) if word.folded not in little and word.kind is not measures), len(words)
    )
    return words[kept:]


def shortened(words: Sequence[Word], at: int, scope: Scope) -> Named | None:
    """Return the category of which a word is a prefix: after the amount, before it, or last."""
    before = [word for word in words if word.place < at]
    after = words[len(before) :]
    for some, shortest in ((after[:1], 1), (before[-1:], 2), (after[-1:], 2)):
        if not some or len(some[0].folded) < shortest or some[0].folded in scope.names.builtin:
            continue
        if len(words) == 1 or some[0].folded not in scope.vocabulary.little_words:
            match = scope.names.short(some[0].folded)
            if match is not None:
                return naming_of(match.category, some if match.by_name else ())
    return None
