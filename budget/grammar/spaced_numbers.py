"""What stands before a number with a space in it, and tells whether it is one number or two: `czynsz 1 850`, `кофе 2 500`."""

from budget.currencies import mark_of
from budget.grammar.roles import Candidate, Reader
from budget.grammar.vocabulary import came_in_words
from budget.grammar.words import NO_BREAK, Kind, Words
from languages.vocabulary import Vocabulary

_HOUR = 2  # digits


def says_how_many(words: Words, first: int, reader: Reader) -> bool:
    """Whether a number is for whom something was: `dinner for 4 120`, but neither `Fahrrad für 2 499` nor `pour 2 499`."""
    if words[first - 1].folded not in reader.vocabulary.for_words or reader.money.locale.group in NO_BREAK:
        return False
    return first > 1 and reader.names.knows(words[first - 2].folded)


def counts_nothing(words: Words, reader: Reader) -> bool:
    """Whether nothing before a number is counted: `коммуналка 6 780`, `потратил 3 500`, `возврат Озон 1 299`, not `кофе 2 500`."""
    vocabulary = reader.vocabulary
    said = [word.folded for word in words]
    if not said or any(word.kind is not Kind.WORD for word in words):
        return False
    if not vocabulary.uncounted.isdisjoint((said[0], said[-1])) or said[-1] in came_in_words(vocabulary):
        return True  # `замена масла 2 500`
    if not vocabulary.refunds.isdisjoint(said) and not reader.names.knows(said[-1]):
        return True
    return said[-1] in vocabulary.tells and vocabulary.tells.union(vocabulary.self_words).issuperset(said)


def names_price(words: Words, text: str, reader: Reader) -> bool:
    """Whether words and nothing else name what is bought, before thousands: `ремонт машины 12 500`, but not `кофе 2 500`.

    Of one thing nobody writes how many: `canapé 1 299`.
    """
    if any(word.kind is not Kind.WORD for word in words):
        return False  # `автобус 42 1 500`
    if len(text) <= _HOUR and words[-1].folded in reader.vocabulary.hours_first | reader.vocabulary.clock_openers:
        return False  # `кино в 21 450`
    if text == "1":
        vocabulary = reader.vocabulary
        return words[-1].folded not in vocabulary.units | vocabulary.unclear_periods | vocabulary.talk_verbs
    return len(text) > 1 and any(reader.names.knows(word.folded) for word in words)


def weighs(words: Words, at: int, reader: Reader) -> bool:
    """Whether a unit stands at a place, and no mark of the currency: `350 500 g de farine`."""
    if at >= len(words) or words[at].folded not in reader.vocabulary.units:
        return False
    return mark_of(words[at].plain, reader.money.currency) is None  # `999 999,99 CUP`


def fills_pack(words: Words, candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number says how many things are in a pack whose price follows: `caja de 12 donuts 9,90`, `Kiste 20 Bier 14,99`."""
    before = [word.folded for word in words[max(0, candidate.first - 2) : candidate.first]]
    of = vocabulary.of_words | vocabulary.with_words | vocabulary.at_words | vocabulary.each_openers
    if before and before[-1] in of:
        before.pop()
    if not before or before[-1] not in vocabulary.pack_words or candidate.end >= len(words):
        return False
    thing = words[candidate.end].kind is Kind.WORD and not words[candidate.end - 1].stop
    return thing and any(word.kind is Kind.NUMBER for word in words[candidate.end + 1 :])
