"""The category and the note of an entry, and under which keys a note is taught."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from budget.categories import Category
from budget.entries import LONGEST_NOTE, Entry, Kind
from budget.errors import Refused, Why
from budget.grammar import words as lexer
from budget.grammar.category_words import (
    Named,
    bare_tags,
    everyday,
    farther_places,
    heads_in,
    nameless_off,
    naming_of,
    only_known,
    own_head,
    pictures_in,
    places_of,
    shortened,
    tagged,
    with_symbols,
)
from budget.grammar.elisions import without_endings
from budget.grammar.endings import is_tag
from budget.grammar.flow_values import Flow
from budget.grammar.lessons import lesson_keys
from budget.grammar.parts import Part
from budget.grammar.readings import Choice, Label, Offer, Scope
from budget.grammar.words import Word
from languages.vocabulary import Vocabulary

_QUOTES = frozenset("'\"‘“")
_TRIMMED = frozenset("-–—+=:|,;&/*•·@>→")


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
        words = words or pictures_in(part.words, scope)
        words = nameless_off(words, scope.vocabulary)
        tags, tag = tagged(words, scope)
        if tags:
            return Naming(tuple(tags), scope.last_resort, Offer.NOTHING)
        places = places_of(words, part.at, scope)
        heads, farther = heads_in(words, part.at, scope), farther_places(words, part.at, scope)
        for n, (words_there, backwards) in enumerate((*places, *heads, *farther)):
            match = names.own([word.folded for word in words_there], backwards=backwards)
            if match is not None and (n < len(places) or not match.by_name):  # `12.50 my fun day` names none
                match = match if match.by_name else own_head(words, words_there[-1 if backwards else 0], scope) or match
                some = words_there[len(words_there) - match.words :] if backwards else words_there[: match.words]
                some = with_symbols(some, part.words, match.category) if match.by_name else ()
                return Naming((naming_of(match.category, some),), scope.last_resort, Offer.NOTHING, tag)
        short = shortened(words, part.at, scope) if self.prefixes else None
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
        found = everyday(heads, names) or everyday(places, names) or everyday(farther, names)
        if found is None and (pictures := pictures_in(part.words, scope)):  # `🍺 with Ann`
            found = everyday([(pictures, False)], names)
        found = found or everyday(bare_tags(words), names) or only_known(words, scope)
        return _by_everyday_word(found, scope, tag)


def _without_particles(words: Sequence[Word], vocabulary: Vocabulary) -> Sequence[Word]:
    """Return words without the particles at their ends: `コンビニ` of `コンビニで540円`."""
    first, end = 0, len(words)
    while end > first and words[end - 1].folded in vocabulary.particles:
        end -= 1
    while first < end and words[first].folded in vocabulary.particles:
        first += 1
    return words[first:end]


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


def _taught(note: str, scope: Scope) -> int | None:
    for key in lesson_keys(note, scope.vocabulary):
        # Lessons were once kept with the apostrophe that telephones write.
        for kept in (key, key.replace("'", "’"), key.replace("'", "ʼ")) if "'" in key else (key,):
            number = scope.taught(kept)
            if number is not None:
                return number
    return None


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
