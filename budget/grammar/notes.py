"""The category and the note of an entry, and under which keys a note is taught."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from budget.categories import STARTERS, Category, folded
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.errors import Refused, Why
from budget.grammar import words as lexer
from budget.grammar.elisions import without_endings
from budget.grammar.endings import is_tag
from budget.grammar.naming import Match, Names, other_forms
from budget.grammar.parts import Part
from budget.grammar.readings import Choice, Label, Offer, Scope
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import verbs_last, words_ahead, words_between
from budget.grammar.ways import Flow
from budget.grammar.words import Word
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import LONGEST, Vocabulary

Place = tuple[Sequence[Word], bool]
"""Words that may begin with a category's word, or, where it is true, end with one."""

_VARIANT = "\ufe0f"  # behind an emoji: shown as a picture
_QUOTES = frozenset("'\"‘“")
_SHORTEST = 4  # letters of a built-in word within a line
_TRIMMED = frozenset("-–—+=:|,;&/*•·@>→")


class Named(NamedTuple):
    """A category that the line names, and the words of it that the note leaves out."""

    number: int
    left_out: frozenset[int] = frozenset()
    own: bool = True


class Naming(NamedTuple):
    """What the words say about the category: several only where two tags name two."""

    categories: tuple[Named, ...]
    otherwise: int
    offer: Offer
    tag: str = ""

    @property
    def likeliest(self) -> Named:
        return self.categories[0] if self.categories else Named(self.otherwise, own=False)

    @property
    def sure(self) -> bool:
        return bool(self.categories)


class Writer(NamedTuple):
    """Makes the entries of one line."""

    line: str
    day: date
    scope: Scope
    prefixes: bool = True
    """Whether the beginning of a category's name names it."""

    def entry(self, part: Part, label: Label, flow: Flow, named: Named) -> Entry:
        """Return the entry of a part, as one way of the money. Raises `Refused` for a note that is too long."""
        amount = part.amount
        kind = _KINDS[label]
        category = named.number if kind.is_spending else None
        left_out = flow.gone | (named.left_out if kind.is_spending else frozenset())
        if label is Label.SPENT:
            left_out |= _told(part, self.scope)
        left_out |= _openers(part, self.scope.vocabulary)
        said = without_endings([word for word in part.words if word.place not in left_out], self.scope.vocabulary)
        note = note_of(self.line, _without_particles(said, self.scope.vocabulary), self.scope.vocabulary.particles)
        return Entry(kind, amount.minor, self.day, category, note, amount.working)

    def choice(self, part: Part, label: Label, flow: Flow, named: Naming) -> Choice:
        """Return the choice that a label stands for."""
        entries = () if label is Label.NOT_SPENDING else (self.entry(part, label, flow, named.likeliest),)
        return Choice(label, entries)

    def named(self, part: Part) -> Naming:
        """Return the category of a part: by its own words, by what was taught, by a built-in word."""
        scope, names = self.scope, self.scope.names
        words = [word for word in part.words if word.kind is not lexer.Kind.SYMBOL]
        words = words or _pictures(part.words, scope)
        words = _nameless_off(words, scope.vocabulary)
        tags, tag = _tagged(words, scope)
        if tags:
            return Naming(tuple(tags), scope.last_resort, Offer.NOTHING)
        places = _places(words, part.at, scope)
        heads, farther = _heads(words, part.at, scope), _farther_places(words, part.at, scope)
        for n, (words_there, backwards) in enumerate((*places, *heads, *farther)):
            match = names.own([word.folded for word in words_there], backwards=backwards)
            if match is not None and (n < len(places) or not match.by_name):  # `12.50 my fun day` names none
                match = (
                    match if match.by_name else _own_head(words, words_there[-1 if backwards else 0], scope) or match
                )
                some = words_there[len(words_there) - match.words :] if backwards else words_there[: match.words]
                some = _with_symbols(some, part.words, match.category) if match.by_name else ()
                return Naming((_naming(match.category, some),), scope.last_resort, Offer.NOTHING, tag)
        short = _short(words, part.at, scope) if self.prefixes else None
        if short is not None:
            return Naming((short,), scope.last_resort, Offer.NOTHING, tag)
        silent = scope.vocabulary.paid | scope.vocabulary.refunds
        told = _told(part, scope)
        heard = [word for word in part.words if word.folded not in silent]
        taught = _taught(note_of(self.line, [word for word in heard if word.place not in told]), scope)
        if taught is None and told:  # taught while these words were still part of a note
            taught = _taught(note_of(self.line, heard), scope)
        if taught is not None:
            return Naming((Named(taught, own=False),), scope.last_resort, Offer.TAUGHT, tag)
        found = _everyday(heads, names) or _everyday(places, names) or _everyday(farther, names)
        if found is None and (pictures := _pictures(part.words, scope)):  # `🍺 with Ann`
            found = _everyday([(pictures, False)], names)
        found = found or _everyday(_bare_tags(words), names) or _only_known(words, scope)
        return _by_everyday_word(found, scope, tag)


def _own_head(words: Sequence[Word], keyword: Word, scope: Scope) -> Match | None:
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


def _only_known(words: Sequence[Word], scope: Scope) -> tuple[str, Category] | None:
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


def _nameless_off(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return words without those that name no category together: `the other day`."""
    gone = {
        n + more
        for n, pair in enumerate(pairwise(words))
        if (pair[0].folded, pair[1].folded) in vocabulary.no_names
        for more in (0, 1)
    }
    return [word for n, word in enumerate(words) if n not in gone] if gone else words


def _without_particles(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return words without the particles at their ends: `コンビニ` of `コンビニで540円`."""
    first, end = 0, len(words)
    while end > first and words[end - 1].folded in vocabulary.particles:
        end -= 1
    while first < end and words[first].folded in vocabulary.particles:
        first += 1
    return words[first:end]


def _everyday(places: Iterable[Place], names: Names) -> tuple[str, Category] | None:
    """Return a built-in word or phrase that stands in one of the places, with its category."""
    for words, backwards in places:
        some = words[-LONGEST:] if backwards else words[:LONGEST]
        found = names.everyday_word([word.folded for word in some], backwards=backwards) if some else None
        if found is not None:
            return found
    return None


def _by_everyday_word(found: tuple[str, Category] | None, scope: Scope, tag: str) -> Naming:
    """Return what a built-in word names: what was taught for that word alone, else its own category."""
    if found is None:
        return Naming((), scope.last_resort, Offer.CATEGORIES, tag)
    word, category = found
    taught = scope.taught(word)  # `lunch` taught, `lunch with Ann` written
    number, offer = (category.number, Offer.BUILT_IN) if taught is None else (taught, Offer.TAUGHT)
    return Naming((Named(number, own=False),), scope.last_resort, offer, tag)


@lru_cache(maxsize=64)
def _before_tells(vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words that may stand before what only says that something was spent."""
    before = vocabulary.self_words | vocabulary.openings | vocabulary.was_words  # `ach, vergessen`, `ik was vergeten`
    return before | (vocabulary.little_words - vocabulary.articles - vocabulary.owners)  # `se me olvidó`


def _told(part: Part, scope: Scope) -> frozenset[int]:
    """Return the places of what only says that something was spent: `I just spent 20 on`, `bought a … for 12`."""
    vocabulary = scope.vocabulary
    words = [word for word in part.words if word.kind is not lexer.Kind.SYMBOL]
    at = 0
    before = _before_tells(vocabulary)
    while at < len(words) and words[at].folded in before:
        at += 1
    if at == len(words) or words[at].place >= part.at or words[at].folded not in vocabulary.tells:
        return frozenset()
    if scope.names.own([words[at].folded]) is not None:  # a category's own word
        return frozenset()
    at += 1
    counted = vocabulary.little_words.intersection(vocabulary.small_numbers)  # `a`, `an`
    little = vocabulary.articles | vocabulary.day_openers | vocabulary.for_words | counted
    while at < len(words) and words[at].folded in little:  # and no other: `bought El Pollo 12`
        at += 1
    gone = words[:at]
    behind = [word for word in words[at:] if word.place < part.at]
    if behind and behind[-1].folded in vocabulary.for_words:  # right before the amount
        gone.append(behind[-1])
    return frozenset(word.place for word in gone)


def _openers(part: Part, vocabulary: Vocabulary) -> frozenset[int]:
    """Return the places of what only opens the amount, right before it, or hangs on it: `بقالة ب50`, `lunch for 12`, `1200円で`.

    Little words alone before an amount that has its note behind it open the line: `oh and 12 for beer`.
    """
    before = [word for word in part.words if word.place < part.at]
    little, selves = vocabulary.little_words, vocabulary.self_words
    opening = (word.folded in little and word.folded not in selves for word in before)
    if 0 < len(before) < len(part.words) and all(opening):
        return frozenset(word.place for word in before)
    if vocabulary.particles:
        behind = part.words[len(before) : len(before) + 1]
        return frozenset(word.place for word in behind if word.folded in vocabulary.particles)
    if not vocabulary.proclitics:
        counts = len(before) > 1 and before[-2].kind > lexer.Kind.WORD  # `3 for $10`
        opens = vocabulary.at_words | (frozenset() if counts else vocabulary.for_words)
        if len(before) > 1:
            opens |= vocabulary.was_words  # `lunch was 12`
        return frozenset(one.place for one in before[-1:] if one.place == part.at - 1 and one.folded in opens)
    opens = vocabulary.proclitics | (vocabulary.amount_words & vocabulary.little_words)
    kept = len(before)
    while kept and before[kept - 1].folded in opens:
        kept -= 1
    return frozenset(word.place for word in before[kept:])


_KINDS = {
    Label.SPENT: Kind.EXPENSE, Label.REFUND: Kind.REFUND, Label.PAYCHECK: Kind.PAYCHECK, Label.EXTRA: Kind.EXTRA,
    Label.CAME_IN: Kind.EXTRA,
}  # fmt: skip


def _naming(category: Category, words: Sequence[Word]) -> Named:
    return Named(category.number, frozenset(word.place for word in words))


def _with_symbols(some: Sequence[Word], words: Sequence[Word], category: Category) -> Sequence[Word]:
    """Return the words of a name with the symbols that belong to it: `Pets & Plants`."""
    first, last = some[0].place, some[-1].place
    symbols = (word for word in words if word.kind is lexer.Kind.SYMBOL and word.raw in category.name)
    return (*some, *(word for word in symbols if first - 1 <= word.place <= last + 1))


def _pictures(words: Sequence[Word], scope: Scope) -> list[Word]:
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


def _tagged(words: Sequence[Word], scope: Scope) -> tuple[list[Named], str]:
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


def _bare_tags(words: Sequence[Word]) -> tuple[Place, ...]:
    """Return the words of tags, which may be built-in ones: `45 #lunch`."""
    return tuple(([word._replace(folded=word.folded[1:])], False) for word in words if word.plain[:1] in {"#", "@"})


def _places(words: Sequence[Word], at: int, scope: Scope) -> tuple[Place, ...]:
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
    return (last[0][0], False), (filed, False), *beside, *last, (first, False)


def _farther_places(words: Sequence[Word], at: int, scope: Scope) -> tuple[Place, ...]:
    """Return where a built-in word may stand besides: `64 on dinner at the thai place`, `curry for 9`."""
    vocabulary = scope.vocabulary
    before = [word for word in words if word.place < at]
    after = _without_little(words[len(before) :], vocabulary)
    return (after, False), (_without_little(before[::-1], vocabulary)[::-1], True)  # `gas was 40` too


def _heads(words: Sequence[Word], at: int, scope: Scope) -> tuple[Place, ...]:
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


def _short(words: Sequence[Word], at: int, scope: Scope) -> Named | None:
    """Return the category of which a word is a prefix: after the amount, before it, or last."""
    before = [word for word in words if word.place < at]
    after = words[len(before) :]
    for some, shortest in ((after[:1], 1), (before[-1:], 2), (after[-1:], 2)):
        if not some or len(some[0].folded) < shortest or some[0].folded in scope.names.builtin:
            continue
        if len(words) == 1 or some[0].folded not in scope.vocabulary.little_words:
            match = scope.names.short(some[0].folded)
            if match is not None:
                return _naming(match.category, some if match.by_name else ())
    return None


def _taught(note: str, scope: Scope) -> int | None:
    for key in lesson_keys(note, scope.vocabulary):
        # Lessons were once kept with the apostrophe that telephones write.
        for kept in (key, key.replace("'", "’"), key.replace("'", "ʼ")) if "'" in key else (key,):
            number = scope.taught(kept)
            if number is not None:
                return number
    return None


def lesson_keys(note: str, vocabulary: Vocabulary = ENGLISH) -> tuple[str, ...]:
    """Return under which keys a note is taught and looked up, the most exact first.

    The whole folded note; without little words, punctuation, `#`, and digits at its end; its one content word, where words of
    the starting categories are left out and one is left. A budget's own words play no part: keys outlive them.
    """
    whole = folded(note)
    if not whole:
        return ()
    little, known = vocabulary.little_words, _category_words(vocabulary)
    stripped = [word.strip("#@.,;:!?()[]{}\"'*-–—“”«»،؛؟") for word in spaced(whole, vocabulary).split()]
    content = [word for word in stripped if word and word not in little]
    while len(content) > 1 and content[-1].isdecimal():
        content.pop()
    unknown = [word for word in content if word not in known and not any(letter.isdecimal() for letter in word)]
    keys = [whole, " ".join(content), *(unknown if len(unknown) == 1 else ())]
    return tuple(dict.fromkeys(key for key in keys if key))


@lru_cache(maxsize=64)
def _category_words(vocabulary: Vocabulary) -> frozenset[str]:
    words = {
        word for new in STARTERS for word in (folded(new.name), *new.keywords, *vocabulary.builtin.get(new.key, ()))
    }
    return frozenset(words | {form for word in words for form in other_forms(word, vocabulary)})


def tag_in(note: str) -> str:
    """Return the first `#tag` of a note, without its mark; an empty text where there is none."""
    return next((word[1:] for word in note.split() if word[0] == "#" and is_tag(word[1:])), "")


def without_tag(note: str, tag: str) -> str:
    """Return a note without one `#tag`."""
    return " ".join(re.sub(rf"(?<!\S)#{re.escape(tag)}(?!\S)", "", note, count=1).split())


def note_of(line: str, words: Sequence[Word], particles: frozenset[str] = frozenset()) -> str:
    """Return words verbatim: what stood between neighbours stays, one space stands for what was taken out.

    Behind one of some ``particles`` none stands where no blank stood: `本を買った` of `本を1200円で買った`.
    """
    kept = list(words)
    while kept and kept[-1].plain in _TRIMMED:
        kept.pop()
    while kept and kept[0].plain in _TRIMMED:
        kept.pop(0)
    if not kept:
        return ""
    pieces = [kept[0].raw]
    for before, word in pairwise(kept):
        between = line[before.end : word.start]
        if word.place > before.place + 1:
            between = "" if before.folded in particles and not any(map(str.isspace, between)) else " "
        pieces += between, word.raw
    note = _trimmed("".join(pieces))
    if len(note) > LONGEST_NOTE:
        raise Refused(Why.LONG_NOTE, str(len(note)))
    return note


def _trimmed(note: str) -> str:
    """Return a note without the comma at its end, and without a quotation mark that is alone: of `gas, 40`, `'bread 4`."""
    note = note.rstrip(",;")
    return note[1:] if note[:1] in _QUOTES and note.count(note[0]) == 1 else note
