"""What says that an entry goes, or comes back, and which one: `delete coffee`, `undo the 25`, `bring the toll back`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from budget.corrections import read_reply
from budget.denials import kinds_said, lone_word, opened_words, orders_of, without_closings
from budget.entries import Entry
from budget.grammar import Evidence, Scope, Understood, read_line
from budget.named_entries import are_named, named_note, words_of_note
from languages.vocabulary import Vocabulary

_OWNED = "'s"


@dataclass(frozen=True, slots=True)
class Removal:
    """An entry is to be undone, or restored; ``everything`` where all of them are."""

    undone: bool
    everything: bool = False


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


def removed_by_name(text: str, notes: Sequence[str], vocabulary: Vocabulary) -> int | None:
    """Return the place of the one note that `delete coffee` names, begins or is in; None where it names none, or several."""
    _, *said = _with_order_first(opened_words(text, vocabulary, orders_of(vocabulary)), vocabulary) or [""]
    return named_note(said, notes, vocabulary)


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


def _removed_by_amount(text: str, entries: Sequence[Entry], scope: Scope) -> int | None:
    """Return the place of the one entry whose amount `delete the 25` names; None where it names none, or several."""
    named = amount_to_remove(text, scope.vocabulary)
    match read_line(named, scope) if named else None:  # `el 25` may be a day
        case Understood(Entry(amount=amount)):
            found = [n for n, one in enumerate(entries) if one.amount == amount]
            return found[0] if len(found) == 1 else None
        case _:
            return None


def _removed_by_words(text: str, entries: Sequence[Entry], scope: Scope) -> int | None:
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
    told, dated = words_of_note(reading.entry.note, vocabulary), Evidence.UNDATED not in reading.evidence
    if not (told or priced or dated):
        return None  # `delete the refund` names no entry without a note
    found = [
        n
        for n, one in enumerate(entries)
        if (not priced or one.amount == reading.entry.amount)
        and (not dated or one.day == reading.entry.day)
        and are_named(words_of_note(one.note, vocabulary), told, vocabulary)
    ]
    return found[0] if found and len({entries[n] for n in found}) == 1 else None


def _removed_by_kind(text: str, entries: Sequence[Entry], scope: Scope) -> int | None:
    """Return the place of the one entry of the kind that `delete the refund` names; None where it names none, or several."""
    vocabulary = scope.vocabulary
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


def removed_of(text: str, entries: Sequence[Entry], scope: Scope) -> int | None:
    """Return the place of the one entry that a text says to delete: by its note, else its amount, its kind or its words."""
    place = removed_by_name(text, [one.note for one in entries], scope.vocabulary)
    for way in (_removed_by_amount, _removed_by_kind, _removed_by_words):
        place = way(text, entries, scope) if place is None else place
    return place
