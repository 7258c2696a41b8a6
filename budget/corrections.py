"""What a reply says about an entry: another amount, category, day or note, or that it goes.

Correction(entry)       the entry as it should be; ``sure`` where nothing but amount, category and day was said
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
    denial,
    denied_category,
    denied_kind,
    in_others,
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
from budget.grammar.vocabulary import leading
from budget.named_entries import are_named, is_part, words_of_note
from budget.reply_shares import reckoned_said
from languages.vocabulary import Vocabulary

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
    end = end or _end_of_name(said, words_of_note(old.note, vocabulary), vocabulary, points=points)  # of `for a muffin`
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
    if note and are_named(note, said[: len(note)], vocabulary):
        return len(note)
    head = next((n for n, word in enumerate(note) if word in vocabulary.behind_things), 0)  # `lunch with Sara`
    named_head = head > 0 and are_named(note[:head], said[:head], vocabulary)
    return head if named_head and said[head : head + 1] and said[head] in vocabulary.was_words else 0


def _end_of_beginning(said: Sequence[str], note: Sequence[str], vocabulary: Vocabulary) -> int:
    """Return where the words before `was` end that begin a note: `the electricity was 62` of `electricity bill`; 0 for none."""
    was = next((n for n, word in enumerate(said) if word in vocabulary.was_words), 0)
    return was if was and are_named(note[:was], said[:was], vocabulary) else 0


def _end_of_moved(said: Sequence[str], note: Sequence[str], scope: Scope) -> int:
    """Return where the words end that are part of a note, and are moved into the category behind them; 0 where none are.

    `field trip to fun` says it of `field trip money`.
    """
    match = scope.names.own(said, backwards=True)
    end = len(said) - match.words - 1 if match is not None else 0
    filed = end > 0 and said[end] in scope.vocabulary.filed_words
    return end if filed and is_part(said[:end], note, scope.vocabulary) else 0


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
