"""What a reply says about an entry: another amount, category, day or note, or that it goes.

Correction(entry)       the entry as it should be; ``sure`` where nothing but amount, category and day was said
Removal(undone)         delete it, or restore it
Unreadable(why, word)   it can't be read
None                    it says nothing of the kind
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from budget.categories import folded
from budget.denials import (
    AMOUNT,
    CATEGORY,
    DAY,
    compared,
    compared_words,
    denial,
    denied_category,
    denied_kind,
    in_others,
    kinds_said,
    opened_words,
    orders_of,
    without_tail,
    wrong_part,
)
from budget.entries import Entry, Kind
from budget.errors import Why
from budget.grammar import (
    About,
    Evidence,
    Label,
    NameAlone,
    Offer,
    Question,
    Reading,
    Scope,
    Understood,
    Unreadable,
    read_line,
    spaced,
    split_lines,
)
from budget.grammar.elisions import without_suffix
from budget.grammar.naming import other_forms
from budget.grammar.vocabulary import leading
from budget.reply_shares import reckoned_said
from languages.vocabulary import Vocabulary, spelled

_OWNED = "'s"
_LINE = re.compile(r"#?([0-9]{1,2})(?::\s+|\)\s*)(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry as it should be; where it is not ``sure``, a tap has to confirm it."""

    entry: Entry
    sure: bool = True
    others: tuple[Entry, ...] = ()
    """What else it could mean."""
    fresh: tuple[tuple[Entry, ...], ...] = ()
    """What it says as a message of its own, where it has an amount and a note: the entries of each way to read it."""
    priced: bool = True
    """Whether it names an amount."""


@dataclass(frozen=True, slots=True)
class Removal:
    """An entry is to be undone, or restored; ``everything`` where all of them are."""

    undone: bool
    everything: bool = False


class Addressed(NamedTuple):
    """What a reply says, and the number of the line that it says it of."""

    line: int | None
    text: str


def addressed(text: str, vocabulary: Vocabulary) -> Addressed:
    """Return a reply's line number (`2: 15`, `delete 2`) and the rest of it."""
    text = text.strip()
    if (found := _LINE.fullmatch(text)) is not None:
        return Addressed(int(found[1]), found[2])
    words = text.split()
    if len(words) == 2 and folded(words[0]) in orders_of(vocabulary) and words[1].isdecimal() and len(words[1]) <= 2:
        return Addressed(int(words[1]), words[0])
    return Addressed(None, text)


def removed_by_name(text: str, notes: Sequence[str], vocabulary: Vocabulary) -> int | None:
    """Return the place of the one note that `delete coffee` names, begins or is in; None where it names none, or several."""
    _, *said = _with_order_first(opened_words(text, vocabulary, orders_of(vocabulary)), vocabulary) or [""]
    return named_note(said, notes, vocabulary)


def restored_name(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the compared words by which a text names what is to be restored: `restore coffee`, `bring the coffee back`."""
    order, *said = opened_words(text, vocabulary, orders_of(vocabulary) | vocabulary.part_openings) or [""]
    if order in vocabulary.restore_words:
        return said
    said = without_closings(said, vocabulary)
    if order not in vocabulary.part_openings | vocabulary.count_verbs or len(said) < 2:
        return []
    if said[0] in vocabulary.back_words:
        return said[1:]
    return said[:-1] if said[-1] in vocabulary.back_words else []


def named_note(said: Sequence[str], notes: Sequence[str], vocabulary: Vocabulary) -> int | None:
    """Return the place of the one note that compared words name."""
    said = [word for word in said if word not in vocabulary.articles]
    if not said:
        return None
    told = [_told(note, vocabulary) for note in notes]
    for named in (said, without_closings(said, vocabulary)):
        for length in (None, len(named)):
            found = [n for n, note in enumerate(told) if _are_named(note[:length], named, vocabulary)]
            if found:
                return found[0] if len(found) == 1 else None
        found = [n for n, note in enumerate(told) if _is_part(named, note, vocabulary)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def words_split(words: Sequence[str], vocabulary: Vocabulary) -> list[int]:
    """Return the places of compared words that name what is split, behind an article: `split the hostel 3 ways` has one."""
    at = next((n for n, word in enumerate(words) if word in vocabulary.split_words), len(words)) + 1
    if at >= len(words) or words[at] not in vocabulary.articles:
        return []
    beside = vocabulary.way_words | vocabulary.between_words | vocabulary.even_words | vocabulary.little_words
    end = first = at + 1
    while end < len(words) and words[end].isalpha() and words[end] not in beside:
        end += 1
    return list(range(first, end))


def split_named(text: str, notes: Sequence[str], vocabulary: Vocabulary) -> tuple[int, str] | None:
    """Return the place of the one note that `split the hostel 3 ways` names, and the text without its words; None for no such."""
    words = spaced(text, vocabulary).split()
    said = list(map(compared, words))
    named = words_split(said, vocabulary)
    place = named_note([said[n] for n in named], notes, vocabulary)
    return None if place is None else (place, " ".join(word for n, word in enumerate(words) if n not in named))


def amount_to_remove(text: str, vocabulary: Vocabulary) -> str:
    """Return the amount by which a text names the entry that is to be deleted, its article before a whole one.

    Empty for none. `delete 25` has no article: it is the number of an entry in a list, but `delete 3.50` is none.
    """
    said = opened_words(text, vocabulary, orders_of(vocabulary))
    if len(said) < 2 or said[0] not in vocabulary.delete_words:
        return ""
    led = said[1] in vocabulary.articles
    named = without_closings(said[1 + led :], vocabulary)
    if len(named) != 1 or not any(map(str.isdecimal, named[0])):
        return ""
    if not named[0].isdecimal():
        return named[0]
    return f"{said[1]} {named[0]}" if led else ""


def removed_by_amount(text: str, entries: Sequence[Entry], scope: Scope) -> int | None:
    """Return the place of the one entry whose amount `delete the 25` names; None where it names none, or several."""
    named = amount_to_remove(text, scope.vocabulary)
    match read_line(named, scope) if named else None:  # `el 25` may be a day
        case Understood(Entry(amount=amount)):
            found = [n for n, one in enumerate(entries) if one.amount == amount]
            return found[0] if len(found) == 1 else None
        case _:
            return None


def removed_by_words(text: str, entries: Sequence[Entry], scope: Scope) -> int | None:
    """Return the place of the one entry that its note and its amount or day name: `delete haircut 35`, `delete monday's coffee`.

    Of entries that are alike it is the first; None where words name none, or several.
    """
    vocabulary = scope.vocabulary
    _, *said = _with_order_first(opened_words(text, vocabulary, orders_of(vocabulary)), vocabulary) or [""]
    named = _with_day_last(
        [word for word in without_closings(said, vocabulary) if word not in vocabulary.articles], vocabulary
    )
    reading, priced = read_reply(named, 1, replace(scope, heading=None)) if named else (None, False)
    if not isinstance(reading, Understood):
        return None
    told, dated = _told(reading.entry.note, vocabulary), Evidence.UNDATED not in reading.evidence
    if not (told or priced or dated):
        return None  # `delete the refund` names no entry without a note
    found = [
        n
        for n, one in enumerate(entries)
        if (not priced or one.amount == reading.entry.amount)
        and (not dated or one.day == reading.entry.day)
        and _are_named(_told(one.note, vocabulary), told, vocabulary)
    ]
    return found[0] if found and len({entries[n] for n in found}) == 1 else None


def removed_by_kind(text: str, entries: Sequence[Entry], vocabulary: Vocabulary) -> int | None:
    """Return the place of the one entry of the kind that `delete the refund` names; None where it names none, or several."""
    _, *said = _with_order_first(opened_words(text, vocabulary, orders_of(vocabulary)), vocabulary) or [""]
    beside = vocabulary.articles | vocabulary.owners
    kinds = kinds_said(tuple(word for word in without_closings(said, vocabulary) if word not in beside), vocabulary)
    found = [n for n, one in enumerate(entries) if one.kind in kinds]
    return found[0] if len(found) == 1 else None


def _with_day_last(words: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return compared words with the one that is a day last, where days are read: of `monday's coffee` `coffee monday`."""
    plain = [word.removesuffix(_OWNED) for word in words]
    at = next(
        (n for n, day in enumerate(plain) if day in vocabulary.weekdays or (day,) in vocabulary.relative_days), None
    )
    if at is None:
        return " ".join(words)
    opened = at > 0 and words[at - 1] in vocabulary.day_openers | vocabulary.from_words
    return " ".join([*words[: at - opened], *words[at + 1 :], plain[at]])


def order_in(text: str, vocabulary: Vocabulary) -> str:
    """Return the word of a text that orders to delete what it names; empty where none does."""
    words = opened_words(text, vocabulary, orders_of(vocabulary))
    return next(iter(_with_order_first(words, vocabulary)), "")


def _with_order_first(words: list[str], vocabulary: Vocabulary) -> list[str]:
    """Return compared words that delete something, the order first; none for others. It may end them: `Netflix löschen`."""
    if words and words[0] in vocabulary.delete_words:
        return words
    said = without_closings(words, vocabulary)
    if len(said) < 2 or said[-1] not in vocabulary.delete_words:
        return []
    end = len(said) - 1
    while end > 1 and said[end - 1] in vocabulary.particles:
        end -= 1
    return [said[-1], *said[:end]]


def _told(note: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words of a note as they are compared, without little ones at its beginning: `for the beer`."""
    words = list(compared_words(note, vocabulary))
    while len(words) > 1 and words[0] in vocabulary.little_words:
        words.pop(0)
    return words


def _are_named(note: Sequence[str], words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether compared words are those of a note, or other forms of them: `пиццу`, `القهوة`, `netflix'i`."""
    return len(note) == len(words) and all(
        said == own or said in map(spelled, other_forms(own, vocabulary)) or without_suffix(said, vocabulary) == own
        for own, said in zip(note, words, strict=True)
    )


def _is_part(words: Sequence[str], note: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether compared words stand in a row in those of a note that say what it is: `tires` in `new tires for the car`."""
    beside = vocabulary.behind_things | vocabulary.little_words
    head = next((n for n, word in enumerate(note) if n > 0 and word in beside), len(note))
    starts = range(min(head, len(note) - len(words) + 1))
    return any(_are_named(note[at : at + len(words)], words, vocabulary) for at in starts)


def removal(text: str, vocabulary: Vocabulary) -> Removal | None:
    """Return what `delete`, `wrong, delete` and `restore` say, None for anything else."""
    words = opened_words(text, vocabulary, orders_of(vocabulary))
    everything = len(words) > 1 and words[-1] in vocabulary.everything_words
    word = lone_word(words[:-1] if everything else words, vocabulary)
    if word in vocabulary.delete_words:
        return Removal(undone=True, everything=everything)
    if _brings_back(words, vocabulary):
        return Removal(undone=False)
    return Removal(undone=False, everything=everything) if word in vocabulary.restore_words else None


def _brings_back(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words say that what was deleted comes back: `bring it back`, `put that back please`, `undo the undo`."""
    said = [word for word in words if word and word not in vocabulary.articles | vocabulary.please_words]
    if len(said) == 2 and vocabulary.delete_words.issuperset(said):
        return True
    if len(said) < 2 or not (vocabulary.closings | vocabulary.little_words).issuperset(said[1:-1]):
        return False
    verbs = vocabulary.part_openings | vocabulary.count_verbs | vocabulary.restore_words
    if said[0] in verbs and said[-1] in vocabulary.back_words:
        return True
    return said[0] in vocabulary.back_words and said[-1] in vocabulary.restore_words  # `geri getir`


def correction(text: str, old: Entry, scope: Scope) -> Correction | Unreadable | None:
    """Return an entry as a reply corrects it. One that says nothing else than what stands is sure."""
    if (again := _again(text, old, scope)) is not None:
        return again
    denied, instead = _denied(text, old, scope)
    if denied is not None:
        return denied
    found = _corrected(instead, old, scope)
    if (
        isinstance(found, Correction)
        and not found.sure
        and not found.priced
        and denial(instead, scope.vocabulary).words
    ):
        return Correction(old)  # `not mine` is no note
    if isinstance(found, Correction) and found.sure and found.priced and _denies_other_amount(text, old, scope):
        return replace(found, sure=False)
    return found


def _denies_other_amount(text: str, old: Entry, scope: Scope) -> bool:
    """Whether a reply denies an amount that an entry does not have: of one of 3.00 `not 21 but 22`."""
    denied = denial(text, scope.vocabulary).words
    match read_line(denied[0], scope) if len(denied) == 1 else None:
        case Understood(Entry(amount=amount)):
            return amount != old.amount
        case _:
            return False


def _again(text: str, old: Entry, scope: Scope) -> Correction | None:
    """Return what `same but 6` may mean: the entry with another amount, or one more of it; None for anything else."""
    words, vocabulary = text.split(), scope.vocabulary
    said = list(map(compared, words))
    length = leading(said[: min(3, len(said) - 1)], vocabulary.again)
    if not length:
        return None
    length += length + 1 < len(said) and said[length] in vocabulary.but_words
    found = _corrected(" ".join(words[length:]), old, scope)
    if not isinstance(found, Correction) or not found.sure or not found.priced:
        return None
    more = replace(found.entry, day=scope.today)
    return Correction(found.entry, sure=False, fresh=((more,),) if old.kind is Kind.EXPENSE else ())


def said_of_note(text: str, old: Entry, scope: Scope) -> Correction | None:
    """Return what a reply says of the entry whose note it begins with: `the eggs were 6.50`, `make gas 44`."""
    words, vocabulary = spaced(text, scope.vocabulary).split(), scope.vocabulary
    led = compared(words[0]) in vocabulary.part_openings if words else False
    openings = vocabulary.openings | vocabulary.part_openings | vocabulary.articles | vocabulary.no_words
    openings |= vocabulary.and_words
    points = named = False
    while len(words) > 1 and compared(words[0]) in openings:
        first = compared(words.pop(0))
        points = points or first in vocabulary.openings - vocabulary.articles
        named = named or first in vocabulary.articles
    if len(words) > 1 and vocabulary.verbs_last and compared(words[-1]) in vocabulary.part_openings:
        words.pop()  # `映画をその他に移動`
    said, note = list(map(compared, words)), list(map(compared, old.note.split()))
    end = _end_of_name(said, note, vocabulary, points=points)
    end = end or _end_of_name(said, _told(old.note, vocabulary), vocabulary, points=points)  # of `for a muffin`
    end = end or (_end_of_moved(said, note, scope) if led else 0)
    end = end or (_end_of_beginning(said, note, vocabulary) if named else 0)
    if not end:
        return None
    while end < len(said) and said[end] in vocabulary.openings | vocabulary.was_words | vocabulary.particles:
        end += 1
    if end == len(said):
        return None
    found = _corrected(" ".join(words[end:]), old, scope)
    if not isinstance(found, Correction) or not found.sure or found.entry == old:
        return None
    return replace(found, fresh=() if led else _fresh(read_line(text, scope)))


def _end_of_name(said: Sequence[str], note: Sequence[str], vocabulary: Vocabulary, *, points: bool) -> int:
    """Return where the words end that name a note; 0 where none begin so.

    What ``points`` at an entry may say more than its note, or less: `that tesco shop was 42.10`.
    """
    was = next((n for n, word in enumerate(said) if word in vocabulary.was_words), 0) if points else 0
    named = {*said[:was]} - vocabulary.little_words
    if note and named and (named.issuperset(note) or named.issubset(note)):
        return was
    if note and _are_named(note, said[: len(note)], vocabulary):
        return len(note)
    head = next((n for n, word in enumerate(note) if word in vocabulary.behind_things), 0)  # `lunch with Sara`
    named_head = head > 0 and _are_named(note[:head], said[:head], vocabulary)
    return head if named_head and said[head : head + 1] and said[head] in vocabulary.was_words else 0


def _end_of_beginning(said: Sequence[str], note: Sequence[str], vocabulary: Vocabulary) -> int:
    """Return where the words before `was` end that begin a note: `the electricity was 62` of `electricity bill`; 0 for none."""
    was = next((n for n, word in enumerate(said) if word in vocabulary.was_words), 0)
    return was if was and _are_named(note[:was], said[:was], vocabulary) else 0


def _end_of_moved(said: Sequence[str], note: Sequence[str], scope: Scope) -> int:
    """Return where the words end that are part of a note, and are moved into the category behind them; 0 where none are.

    `field trip to fun` says it of `field trip money`.
    """
    match = scope.names.own(said, backwards=True)
    end = len(said) - match.words - 1 if match is not None else 0
    filed = end > 0 and said[end] in scope.vocabulary.filed_words
    return end if filed and _is_part(said[:end], note, scope.vocabulary) else 0


def _corrected(text: str, old: Entry, scope: Scope) -> Correction | Unreadable | None:
    told = _behind_old_amount(without_openings(text, scope.vocabulary), old, scope)
    reckoned = reckoned_said(told, old.amount, scope)
    if reckoned is not None:
        came_in = _fresh(read_line(text, scope)) if told[0] == "+" else ()  # `+40` may be extra cash
        new = replace(old, amount=reckoned.minor, working=reckoned.working)
        return Correction(new, sure=False, fresh=came_in)
    reading, priced = read_reply(told, old.amount, replace(scope, heading=old.day))
    if isinstance(reading, Unreadable) and reading.why is not Why.NO_AMOUNT:
        return reading
    fresh = _fresh(read_line(text, scope)) if priced else ()
    if isinstance(reading, Question):
        return _unclear(reading, old, scope.vocabulary, fresh, priced=priced)
    if not isinstance(reading, Understood):
        return None
    said = reading.entry
    category, note = category_said(reading, scope, with_keyword=priced and not _begins_with_amount(told))
    says = _says_something(note, scope.vocabulary)
    if said.kind not in {Kind.EXPENSE, old.kind}:
        if said.kind.is_spending and not says:  # `it was a refund`
            said = replace(said, note=old.note, category=category or old.category or said.category)
        return Correction(said, sure=False, fresh=fresh, priced=priced)
    new = replace(old, day=said.day)
    if priced:
        new = replace(new, amount=said.amount, working=said.working)
    sure = not says or folded(note) == folded(old.note)
    if not sure:
        new = replace(new, note=note)
    if category is not None:
        kind = old.kind if old.kind.is_spending else Kind.EXPENSE
        sure, new = sure and old.kind.is_spending, replace(new, kind=kind, category=category)
    if new != old and replace(new, day=old.day) == old and denial(text, scope.vocabulary).words:
        # `not yesterday` says no day; but `no fue ayer` may say that it was yesterday, for `no` is both.
        return Correction(new, sure=False) if _opens_with_no(text, scope.vocabulary) else Correction(old)
    return Correction(new, sure, fresh=() if sure else fresh, priced=priced)


def _behind_old_amount(text: str, old: Entry, scope: Scope) -> str:
    """Return what stands behind the amount of an entry as it is, and words that part the two: `the 25 should be 52`, `25 to 52`."""
    words, vocabulary = text.split(), scope.vocabulary
    at = 1 if len(words) > 1 and compared(words[0]) in vocabulary.articles else 0
    end = at + 1
    while end < len(words) and compared(words[end]) in vocabulary.openings | vocabulary.was_words:
        end += 1
    if not at + 1 < end < len(words) or not _begins_with_amount(words[at]):
        return text
    match read_line(words[at], scope):
        case Understood(Entry(amount=old.amount)):
            return " ".join(words[end:])
        case _:
            return text


def _opens_with_no(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a reply begins with a word that is both a `no` and a `not`."""
    first = next(iter(spaced(text, vocabulary).split()), "")
    return compared(first) in vocabulary.not_openings & vocabulary.no_words


def _denied(text: str, old: Entry, scope: Scope) -> tuple[Correction | Unreadable | None, str]:
    """Return what comes of a reply that denies something of an entry, None where it denies nothing; and what it says instead."""
    part = wrong_part(text, scope.vocabulary)
    if part in {AMOUNT, DAY}:
        return Unreadable(Why.NO_AMOUNT if part == AMOUNT else Why.NO_DAY), text
    category = denied_category(text, scope)
    others: list[Entry] | None = None
    if part is not None or category is not None:
        others = in_others(old, scope) if part == CATEGORY or (part is None and category == old.category) else []
    elif (kinds := denied_kind(text, old, scope)) is not None:
        others = kinds
    if others is None:
        return None, denial(text, scope.vocabulary).instead or text
    if not others:
        return Correction(old), text
    return Correction(others[0], sure=False, others=tuple(others[1:]), priced=False), text


def _unclear(
    reading: Question, old: Entry, vocabulary: Vocabulary, fresh: tuple[tuple[Entry, ...], ...], *, priced: bool
) -> Correction:
    """Return the entry in each of the ways that a reply may mean it, with the words beside the amount.

    Where the likeliest is what stands, and no amount was said, the reply says that it stands.
    """
    ways = [one for way in reading.choices for one in way.entries]
    if reading.about is About.SPENDING:
        ways = ways[:1]  # the others are in another category alone
    if not priced and reading.about in {About.INCOME, About.REFUND, About.EXTRA}:
        ways = [replace(one, note="") for one in ways]  # `paycheck` alone is no note
    category = reading.about is About.CATEGORY
    said = [*dict.fromkeys(_as_said(one, old, vocabulary, with_category=category) for one in ways)]
    found = [one for one in said if one != old]
    if not found or (said[0] == old and not priced):
        return Correction(old, priced=priced)
    return Correction(found[0], sure=False, others=tuple(found[1:]), fresh=fresh, priced=priced)


def _as_said(said: Entry, old: Entry, vocabulary: Vocabulary, *, with_category: bool) -> Entry:
    note = said.note if _says_something(said.note, vocabulary) else old.note
    if said.kind not in {Kind.EXPENSE, old.kind}:
        return replace(said, note=note)
    new = replace(old, amount=said.amount, working=said.working, day=said.day, note=note)
    return replace(new, category=said.category) if with_category and old.kind.is_spending else new


def _says_something(note: str, vocabulary: Vocabulary) -> bool:
    """Whether a note says anything of what was bought: `?`, `!`, `ok` and `thanks` do not."""
    courtesies = vocabulary.little_words | vocabulary.yes_words | vocabulary.please_words | vocabulary.courtesies
    return any(word and word not in courtesies for word in map(compared, note.split()) if any(map(str.isalnum, word)))


def _fresh(reading: Reading) -> tuple[tuple[Entry, ...], ...]:
    """Return what a reply says as a message of its own; of ways that differ in more than amounts and days the likeliest."""
    match reading:
        case Understood(entry):
            return ((entry,),)
        case Question(About.SPENDING, choices, evidence) if (
            Evidence.NAMED not in evidence and choices[0].entries[0].note
        ):
            return tuple(one.entries for one in choices if one.label is Label.CATEGORY)[-1:]  # the last resort
        case Question(about, choices, evidence) if choices[0].entries and (
            Evidence.NAMED in evidence or any(one.note for one in choices[0].entries)
        ):
            ways = tuple(one.entries for one in choices if one.entries)
            return ways if about in {About.AMOUNT, About.ENTRIES, About.DAY} else ways[:1]
        case _:
            return ()


def is_of_its_own(text: str, scope: Scope) -> bool:
    """Whether a reply has several lines that are entries with words of their own: no correction says so much."""
    lines = split_lines(text)
    return len(lines) > 1 and all(_has_words(read_line(line, scope)) for line in lines)


def _has_words(reading: Reading) -> bool:
    match reading:
        case Understood(entry):
            return entry.note != ""
        case Question(choices=choices):
            return any(one.note for one in choices[0].entries)
        case _:
            return False


def read_reply(text: str, amount: int, scope: Scope) -> tuple[Reading, bool]:
    """Read what a reply says, with the amount that is known where it names none; return whether it names one."""
    reading = read_line(text, scope)
    if isinstance(reading, NameAlone) or (
        isinstance(reading, Unreadable) and reading.why in {Why.NO_AMOUNT, Why.ONLY_A_DAY}
    ):
        return read_line(f"{scope.money.plain(amount)} {text}", scope) if text.strip() else reading, False
    return reading, True


def _begins_with_amount(text: str) -> bool:
    return any(map(str.isdecimal, text.partition(" ")[0]))


def category_said(reading: Understood, scope: Scope, *, with_keyword: bool = False) -> tuple[int | None, str]:
    """Return the category that a reading names, and what is left of its note then.

    A keyword alone is no note, but where it is to stay ``with_keyword``: `gas 40` says what was bought, `40 groceries` where it
    counts.
    """
    entry = reading.entry
    words = [word.removeprefix("#") for word in folded(entry.note).split()]
    match = scope.names.own(words) if words else None
    if match is not None and match.words == len(words):
        return match.category.number, entry.note if with_keyword and not match.by_name else ""
    named = reading.offer is Offer.NOTHING and Evidence.NAMED in reading.evidence and entry.kind.is_spending
    return (entry.category if named else None), entry.note


def without_openings(text: str, vocabulary: Vocabulary) -> str:
    """Return what a reply says without the words that only begin or end it: `sorry`, `it was`, `please`, `not 12.50`."""
    text = without_tail(text, vocabulary)
    words = spaced(text, vocabulary).split()
    openings = vocabulary.openings | vocabulary.part_openings | {""}
    while len(words) > 1 and (compared(words[0]) in openings or _names_part(words, vocabulary)):
        text = text.partition(words.pop(0))[2]
    while len(words) > 1 and compared(words[-1]) in vocabulary.please_words:
        text = text.rpartition(words.pop())[0]
    if len(words) > 2 and (compared(words[-2]), compared(words[-1])) in vocabulary.corrections:
        text = text.rpartition(words[-2])[0]  # `48.20 i mean`
    if len(words) > 2 and compared(words[-2]) in vocabulary.not_openings:  # `15 not 12.50`, `groceries not fun`
        text = text.rpartition(words[-2])[0]
    return text.strip("、。 ")


def _names_part(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether an article stands before the name of a part of an entry: `change the amount to 15`."""
    return compared(words[0]) in vocabulary.articles and compared(words[1]) in vocabulary.part_openings


def lone_word(words: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the one word that a reply is, without what may follow it: `delete it, please`."""
    said = without_closings([word for word in words if word], vocabulary)
    return said[0] if len(said) == 1 else ""


def without_closings(words: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Return words without those that may follow what is meant: of `netflix one please` the first."""
    said = list(words)
    while len(said) > 1 and said[-1] in vocabulary.closings:
        said.pop()
    return said
