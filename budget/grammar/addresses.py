"""Numbers that belong to a name: of a house (`12 Oak Ave`, `via Roma 12`), an installment, a card, or a thing (`forever 21`)."""

import re
from collections.abc import Sequence

from budget.grammar.roles import Candidate, Reader
from budget.grammar.words import Kind, Words
from languages.vocabulary import LONGEST, Vocabulary

_SHORT = 2  # digits
_LONGEST_PRICE = 3  # digits; more are likelier those of a card, an order or the like
_COURSE = 3
_CARRIER = 2  # letters
_DIGITS_OF_YEAR, _FIRST_YEAR, _LAST_YEAR = 4, 1950, 2050
_CARD_END = re.compile("[0-9]{4}")
_NEAR = 4  # words between a street's kind and its number: `rua das flores 120`


def is_house_number(words: Words, first: int, end: int, reader: Reader) -> bool:
    """Whether the words from ``first`` up to ``end`` are the number of a house."""
    streets = reader.vocabulary.streets
    if any(word.folded in streets for word in words[end : end + 2]):
        return True
    before = words[max(0, first - _NEAR) : first]
    if not before:
        return False
    if before[-1].folded.endswith(reader.vocabulary.street_endings):
        return before[-1].kind is Kind.WORD and not reader.names.knows(before[-1].folded)  # `Waschstraße 12`
    openers = reader.vocabulary.street_openers
    at = next((n for n, word in enumerate(before) if word.folded in openers), -1)
    numbered = at > 0 and before[at - 1].kind is Kind.NUMBER and before[at].folded in streets  # `12 rue de la paix 40`
    return (
        at >= 0
        and not numbered
        and not any(word.kind > Kind.WORD or word.stop or reader.names.knows(word.folded) for word in before[at + 1 :])
    )


def is_only_address(words: Words, one: Candidate, reader: Reader) -> bool:
    """Whether a line is an address, and names nothing that is bought: `12 Main Street`, but not `12 street food`."""
    said = [word.folded for word in words]
    if any(map(reader.names.knows, said)) or reader.names.everyday(said[one.end :]) is not None:
        return False
    return is_house_number(words, one.first, one.end, reader)


def is_installment(words: Words, first: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a small number says which installment was paid, or which class or the like it is: `2. Rate`, `2. Klasse`."""
    following = words[end].folded if end < len(words) else ""
    dotted = following in vocabulary.ordinal_names and words[first].raw.endswith(vocabulary.day_marks)
    opened = first > 0 and words[first - 1].folded in vocabulary.little_words
    if opened and following in vocabulary.ordinal_names and any(word.kind is Kind.NUMBER for word in words[end:]):
        return len(words[first].plain) <= _SHORT  # `prezent na 40 urodziny 200`
    return (dotted or following in vocabulary.installments) and len(words[first].plain) <= _SHORT


def is_one_of(words: Words, first: int, text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Whether two numbers say which of several was paid, right before its price: `installment 3 of 24 149`."""
    following = words[end : end + 3]
    if (
        len(following) == 2
        and first
        and words[first - 1].folded in vocabulary.recurring_months.keys() | vocabulary.installments
    ):
        following = (*following, words[end])  # it ends the line: `phone 33.34 month 5 of 24`
    if first == 0 or words[first - 1].kind is not Kind.WORD or len(following) < 3 or len(text) > _COURSE:
        return False
    of, many, behind = following
    counted = text.isdecimal() and many.plain.isdecimal() and len(many.plain) <= _COURSE
    named = behind is of or words[first - 1].folded in vocabulary.installments
    counted = counted and (behind.kind is Kind.NUMBER or named)
    return counted and of.folded in vocabulary.of_words and 0 < int(text) <= int(many.plain)


def is_in_one(words: Words, text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a number says how many things one is: `2 in 1 shampoo 6.99`, but not `spent 9 in 1 day`."""
    said = len(text) == 1 and text.isdecimal() and words[end].folded in vocabulary.in_words
    named = said and end + 2 < len(words) and words[end + 1].plain == "1" and words[end + 2].kind is Kind.WORD
    return (
        named
        and words[end + 2].folded not in vocabulary.units
        and any(word.kind is Kind.NUMBER for word in words[end + 2 :])
    )


def ends_name(words: Words, first: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a number ends a name: `forever 21`, `iphone 15`, `bio 101`, `flight UA 482`."""
    before = words[first - 1].folded if first else ""
    model = before in vocabulary.models and len(text) <= _SHORT
    course = is_course(words, first, text, vocabulary)
    return course or model or (before, text) in vocabulary.numbered_names or is_ride(words, first, text, vocabulary)


def is_sold(words: Words, label: Candidate, prices: Sequence[Candidate], vocabulary: Vocabulary) -> bool:
    """Whether what a label's number stands behind may be bought beside something else: `takeout order 30 beer 12`.

    Not where the price stands right behind it, as in `lunch order 66 12`, or has a mark or decimals, as in `pub table 9 24.50`.
    """
    named, at = words[label.first - 1].folded, label.first - 2
    before = words[at] if at >= 0 else None
    if len(words[label.first].plain) > _LONGEST_PRICE:
        return False
    beside = [
        words[price.end : label.first - 1] if price.end < label.first else words[label.end : price.first]
        for price in prices
    ]
    bare = all(price.bare for price in prices)
    if before is None or before.kind is not Kind.WORD or before.stop or before.folded in vocabulary.and_words:
        named_too = all(
            price.first > 0 if price.end < label.first else between
            for price, between in zip(prices, beside, strict=True)
        )
        joined = before is not None and before.folded in vocabulary.and_words  # `lamp 30 and table 45`
        sold = named in vocabulary.sold_alone or (joined and named in vocabulary.let_labels)
        return sold and bare and named_too  # `flowers 20, card 5`, but not `20 card 5`
    little = vocabulary.little_words | vocabulary.verbs_first | vocabulary.owners | vocabulary.tender_words
    compound = named in vocabulary.sold_labels and before.folded not in little - vocabulary.and_words
    known = (before.folded, named) in vocabulary.sold_names
    apart = all(any(word.kind is Kind.WORD for word in between) for between in beside)
    return apart and (known or (compound and bare))


def is_course(words: Words, first: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a number is that of a course: `bio 101`."""
    return first > 0 and words[first - 1].folded in vocabulary.courses and len(text) == _COURSE and text.isdecimal()


def names_course(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a number ends a course's name, behind which stands what was bought: `math 201 book`."""
    named = is_course(words, price.first, words[price.first].plain, reader.vocabulary)
    return named and words[price.end].kind is Kind.WORD and not words[price.end - 1].stop


def ends_with_course(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a course's number ends the line: `lab fee 60 chem 101`."""
    return price.end == len(words) and is_course(words, price.first, words[price.first].plain, reader.vocabulary)


def begins_name(words: Words, text: str, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a number begins a name: `1099 income`, `407 etr`."""
    return end < len(words) and (text, words[end].folded) in vocabulary.numbered_names


def is_ride(words: Words, first: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a number is that of a carrier's ride: `flight UA 482`, `flight to rome 220 aa 1182`."""
    if first < 2 or not text.isdecimal():
        return False
    before = words[first - 1]
    if before.raw.isupper() and len(before.raw) == _CARRIER and words[first - 2].folded in vocabulary.bought_labels:
        return True
    return before.folded in vocabulary.carriers and any(word.folded in vocabulary.rides for word in words[: first - 1])


def names_year(words: Words, first: int, text: str, vocabulary: Vocabulary) -> bool:
    """Whether a number says of which year something is: `my 2015 honda`, `it is a 2009`, but not `my 2000 deposit`."""
    before = words[first - 1].folded if first else ""
    led = before in vocabulary.articles | vocabulary.owners or vocabulary.small_numbers.get(before) == 1
    return led and may_be_year(text)


def may_be_year(text: str) -> bool:
    """Whether digits may be a year, and are no round sum."""
    year = int(text) if len(text) == _DIGITS_OF_YEAR and text.isdecimal() else 0
    return _FIRST_YEAR < year < _LAST_YEAR and year % 50 != 0


def says_how_paid(words: Words, label: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a label's words say how something was paid: `par carte 50 pharmacie`, but not with which card, `par carte 4417`."""
    said = tuple(word.folded for word in words[: label.first] if word.folded not in vocabulary.articles)
    paid = any(said[-length:] in vocabulary.paid_with for length in range(1, LONGEST + 1))
    return paid and not _CARD_END.fullmatch(words[label.first].plain)


def is_before_day(words: Words, at: int, text: str) -> bool:
    """Whether `am` at a place opens a day behind an amount and is no time's: `miete 900 am 1.`.

    Only a budget in German reads the day; in others both numbers are asked about.
    """
    day = words[at + 1].raw.rstrip(".") if at + 1 < len(words) else ""
    return len(text) > 2 and day.isascii() and day.isdecimal() and len(day) <= 2


def names_card(words: Words, label: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a label's number says which card it was: `card 4421`, `debit card ending 4421`, but not `gift card 1000`."""
    if _CARD_END.fullmatch(words[label.first].plain) is None:
        return False
    before = words[label.first - 2].folded if label.first > 1 else ""
    named = words[label.first - 1].folded
    whose = not before or before in vocabulary.owners | vocabulary.articles | vocabulary.tender_words
    return named in vocabulary.ending_words or (named in vocabulary.sold_alone and whose)
