"""Which way a line says that its money went, and the words that tell it: those before and after the amount."""

from collections.abc import Sequence
from typing import NamedTuple

from budget.grammar.naming import Names
from budget.grammar.parts import Part
from budget.grammar.readings import About, Label
from budget.grammar.vocabulary import first_of
from budget.grammar.words import Kind, Word
from languages.vocabulary import Phrase, Vocabulary


class Flow(NamedTuple):
    """The ways that the money may have gone, the likeliest first; one is certain."""

    labels: tuple[Label, ...]
    about: About = About.EXTRA
    gone: frozenset[int] = frozenset()  # `Word.place` of words that the note leaves out
    offers_income: bool = False
    income_word: bool = False  # a word of income was written


class Line(NamedTuple):
    """The words of an entry as they are compared, before and after its amount."""

    part: Part
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    vocabulary: Vocabulary
    named: bool  # by one of the budget's own words
    names: Names
    shared: bool  # several people write

    @property
    def spoken(self) -> tuple[Word, ...]:
        return self.before + self.after

    def first_of(self, phrases: frozenset[Phrase]) -> tuple[int, Phrase] | None:
        """Return the phrase that stands first among the words, the longest of those that begin there, with its place."""
        return first_of([word.folded for word in self.spoken], phrases)


SPENT = Flow((Label.SPENT,))
MAYBE_SPENT = Flow((Label.SPENT, Label.NOT_SPENDING, Label.CAME_IN), About.REFUND)
"""What may have been paid by others, or for what is recorded already."""


def is_minus(line: Line) -> bool:
    """Whether a word of taking away stands between what was bought and its price: `Pfand minus 2,75`, but not `al menos 20`."""
    vocabulary = line.vocabulary
    if len(line.before) < 2 or line.before[-1].folded not in vocabulary.minus_words:
        return False
    thing = line.before[-2]
    return thing.kind is Kind.WORD and thing.folded not in vocabulary.little_words | vocabulary.for_words


def is_way_back(part: Part, parts: Sequence[Part], vocabulary: Vocabulary) -> bool:
    """Whether a price behind that of a trip is that of the way back: `trein heen 12,40 terug 12,40`."""
    if part is parts[0] or part.words[0].folded not in vocabulary.back_words:
        return False
    return any(word.folded in vocabulary.trip_words for one in parts for word in one.words if one is not part)
