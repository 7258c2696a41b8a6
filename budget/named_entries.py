"""Which of some entries words name, by a note or a part of it: `coffee`, `tires` of `new tires for the car`."""

from collections.abc import Sequence

from budget.denials import compared, compared_words, without_closings
from budget.grammar import spaced
from budget.grammar.elisions import without_suffix
from budget.grammar.naming import other_forms
from languages.vocabulary import Vocabulary, spelled


def named_note(said: Sequence[str], notes: Sequence[str], vocabulary: Vocabulary) -> int | None:
    """Return the place of the one note that compared words name."""
    said = [word for word in said if word not in vocabulary.articles]
    if not said:
        return None
    told = [words_of_note(note, vocabulary) for note in notes]
    for named in (said, without_closings(said, vocabulary)):
        for length in (None, len(named)):
            found = [n for n, note in enumerate(told) if are_named(note[:length], named, vocabulary)]
            if found:
                return found[0] if len(found) == 1 else None
        found = [n for n, note in enumerate(told) if is_part(named, note, vocabulary)]
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


def words_of_note(note: str, vocabulary: Vocabulary) -> list[str]:
    """Return the words of a note as they are compared, without little ones at its beginning: `for the beer`."""
    words = list(compared_words(note, vocabulary))
    while len(words) > 1 and words[0] in vocabulary.little_words:
        words.pop(0)
    return words


def are_named(note: Sequence[str], words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether compared words are those of a note, or other forms of them: `пиццу`, `القهوة`, `netflix'i`."""
    return len(note) == len(words) and all(
        said == own or said in map(spelled, other_forms(own, vocabulary)) or without_suffix(said, vocabulary) == own
        for own, said in zip(note, words, strict=True)
    )


def is_part(words: Sequence[str], note: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether compared words stand in a row in those of a note that say what it is: `tires` in `new tires for the car`."""
    beside = vocabulary.behind_things | vocabulary.little_words
    head = next((n for n, word in enumerate(note) if n > 0 and word in beside), len(note))
    starts = range(min(head, len(note) - len(words) + 1))
    return any(are_named(note[at : at + len(words)], words, vocabulary) for at in starts)
