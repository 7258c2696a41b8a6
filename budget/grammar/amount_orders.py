"""Whether a line that names an amount orders something: to see entries, to change one, or to set a limit (docs/grammar.md, 7).

The act itself is read elsewhere, where the order is whole; here it is kept from being recorded.
"""

from budget.grammar.parts import minor_of
from budget.grammar.roles import Candidate, Reader
from budget.grammar.words import Words
from languages.vocabulary import Vocabulary

_LONGEST_MONTH = 31


def orders(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a line with a price orders: `top 5 expenses`, `change netflix to 17.99`, `sposta affitto al 3`."""
    vocabulary = reader.vocabulary
    changes = _sets_to(words, price, vocabulary) or _moves(words, price, vocabulary)
    return (
        changes
        or _asks_to_see(words, price, reader)
        or _sets_limit(words, price, vocabulary)
        or _moves_to_day(words, price, reader)
    )


def _asks_to_see(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a line asks to see entries: `top 5 expenses`, `list all over 50`, but neither `top 25` nor `show tickets 45`."""
    vocabulary = reader.vocabulary
    first, behind = words[0].folded, [word.folded for word in words[1:]]
    spending = not vocabulary.spending_words.isdisjoint(behind)
    if first in vocabulary.most_words:
        return spending
    if first in vocabulary.any_words and words[price.first - 1].folded in vocabulary.threshold_words:
        return True  # `anything over 20 this week`
    if first not in vocabulary.look_words:
        return False
    no_order = vocabulary.labels | vocabulary.me | vocabulary.please_words | vocabulary.little_words | vocabulary.owners
    thing = first in no_order or first in reader.names.builtin  # `show 120`: a concert in Portuguese
    alone = price.first == 1 and price.end == len(words) and not thing  # `find 12.50`
    all_of_it = alone or not (vocabulary.me | vocabulary.everything_words | vocabulary.latest_words).isdisjoint(
        behind[:1]
    )
    return spending or all_of_it


def _sets_to(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line changes what it names to an amount, or where that is filed.

    As in `change netflix to 17.99`, `the 15 was for parking` and `move the 40 to groceries`, but not `put the 40 deposit down`.
    """
    more = price.end < len(words) and words[price.end].folded in vocabulary.more_words
    if more and words[-1].folded in vocabulary.closings:
        return True  # `12 more on that`
    end = len(words)
    while end > price.end and words[end - 1].folded in vocabulary.closings:
        end -= 1
    if price.end < end < len(words) and words[end - 1].folded in vocabulary.filed_words:
        return True  # `add 2.50 tip to that`
    if price.first == 1 and words[0].folded in vocabulary.openings | vocabulary.articles:
        return price.end < len(words) and words[price.end].folded in vocabulary.was_words  # `that 15 was for parking`
    led = price.first == 2 and words[1].folded in vocabulary.articles | vocabulary.owners | vocabulary.closings
    becomes = vocabulary.filed_words | vocabulary.changed_to
    if led and words[0].folded in vocabulary.part_openings and price.end < len(words):
        return words[price.end].folded in becomes
    if (
        price.first < 2
        or price.end < len(words)
        or words[0].folded not in vocabulary.part_openings | vocabulary.openings
    ):
        return False
    changes = words[0].folded in vocabulary.part_openings - vocabulary.entry_parts.keys()  # not `día en la playa`
    filed = changes and words[price.first - 1].folded in becomes
    return filed or words[price.first - 1].folded in vocabulary.talk_places & vocabulary.openings


def _sets_limit(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line orders a limit of an amount: `pon 50 de límite a caprichos`."""
    if price.first != 1 or words[0].folded not in vocabulary.part_openings:
        return False
    return any(word.folded in vocabulary.balance_words for word in words[price.end : price.end + 2])


def _moves_to_day(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a line orders to move what it names to a day: `sposta affitto al 3`, `Miete auf den 3. verschieben`."""
    vocabulary = reader.vocabulary
    verbs = vocabulary.part_openings - vocabulary.entry_parts.keys()
    last = price.end == len(words) - 1 and words[-1].folded in verbs
    if not price.bare or minor_of(price) > _LONGEST_MONTH * reader.unit:
        return False
    if price.first < 2 or not (last or (price.end == len(words) and words[0].folded in verbs)):
        return False
    before = price.first - 1
    while before > 1 and words[before].folded in vocabulary.articles:
        before -= 1
    opens = vocabulary.changed_to | vocabulary.filed_words | vocabulary.day_openers | vocabulary.little_words
    return words[before].folded in opens - vocabulary.for_words - vocabulary.with_words


def _moves(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether an order to file an amount elsewhere begins a line, or ends it: `перенеси 450 в другое`, `450円をその他に移して`."""
    orders = vocabulary.part_openings - vocabulary.entry_parts.keys() - vocabulary.put_words
    following = words[price.end : price.end + 2]
    if not vocabulary.verbs_last:
        files = price.first == 1 and len(following) > 1 and words[0].folded in orders
        return files and following[0].folded in vocabulary.changed_to  # but `put 40 in gas` was spent
    ends = len(following) > 1 and words[-1].folded in orders
    return ends and (not vocabulary.particles or words[-2].folded in vocabulary.particles)
