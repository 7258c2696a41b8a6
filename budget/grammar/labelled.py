"""Which numbers behind a label are prices all the same: `room 12` is none, `table 40` may be one."""

from budget.grammar.addresses import is_only_address, is_sold, may_be_year, names_card, says_how_paid
from budget.grammar.counts import MOST_PACKED, begins_another, buys_more, opens
from budget.grammar.measures import begins_goods
from budget.grammar.naming import Names
from budget.grammar.parts import minor_of
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.several import counts_next
from budget.grammar.shares import is_own_part
from budget.grammar.vocabulary import is_plural
from budget.grammar.words import Kind, Words
from languages.vocabulary import Vocabulary

_LONGEST_PRICE = 3  # digits
_FAR_MORE = 100  # times another price of the line
_PACK = frozenset({"pack", "packs", "set"})
_NEAR, _LONG_WORD = 3, 4  # words behind a label, letters of what tells of it


def is_packed(words: Words, measure: Candidate, reader: Reader) -> bool:
    return words[measure.end - 1].folded in reader.vocabulary.packs | _PACK


def with_labels(
    words: Words, prices: list[Candidate], found: list[Candidate], reader: Reader, names: Names
) -> list[Candidate]:
    """A label's number and `for 14` are the amount where no other is; `for 10` after a bare count may be."""
    labels = [one for one in found if one.role in {Role.LABEL, Role.FOR} and one.number is not None]
    if not prices:
        timed = any(_is_time(words, one, reader) for one in found)  # `train 17:45 platform 3`
        if any(_is_talk(words, one, reader, timed=timed) for one in labels):
            return []
        bought = [one for one in labels if words[one.first - 1].folded in reader.vocabulary.bought_labels]
        if not bought and any(_names_place(words, one, reader) for one in labels):
            return []
        rates = [one for one in found if any(_may_be_rate(words, one, label, reader) for label in labels)]
        rates += [one for one in found if one not in rates and _may_be_paid(words, one, labels, reader)]
        if rates:
            return sorted([*rates, *labels], key=lambda one: one.first)
        return bought if len(bought) == 1 else labels
    if len(prices) == 1 and labels and (_may_be_year(words, prices[0]) or _may_be_size(prices[0])):
        return sorted([*prices, *labels], key=lambda one: one.first)
    sold = [one for one in labels if one.role is Role.LABEL and is_sold(words, one, prices, reader.vocabulary)]
    doubtful = [one for one in labels if one in sold or _may_be_price(words, one, prices, reader, names)]
    if len(prices) == 1:
        goods = [one for one in found if one.role is Role.MEASURE and begins_goods(words, one, prices[0], reader)]
        doubtful += [one._replace(role=Role.PRICE, end=one.end - 1) for one in goods]
    doubtful += [one for one in found if one.role is Role.GLUED and _names_goods(words, one, reader, names)]
    return sorted([*prices, *doubtful], key=lambda one: one.first) if doubtful else prices


def _may_be_size(price: Candidate) -> bool:
    """Whether a product may say how large a thing is, beside a label's number: `storage 10x10 unit 119`."""
    return not price.strong and price.number is not None and bool(price.number.amounts[0].working)


def _may_be_year(words: Words, price: Candidate) -> bool:
    """Whether a number may say of which year something is, beside a label's number: `smog check 60 2011 civic`."""
    return price.bare and price.end < len(words) and may_be_year(words[price.first].plain)


def _may_be_rate(words: Words, measure: Candidate, label: Candidate, reader: Reader) -> bool:
    """Whether a measure may be the price of one of it beside how many pay: `hotel 120 night for 4`, but not `3 nights for 400`."""
    unit = words[measure.end - 1].folded
    return measure.role is Role.MEASURE and unit in reader.vocabulary.per_words and minor_of(measure) > minor_of(label)


def _may_be_paid(words: Words, measure: Candidate, labels: list[Candidate], reader: Reader) -> bool:
    """Whether a measure may be a price beside a number that is likelier none: `1 234,50 пара парковка стол 7`, `350 pack de 6`."""
    if measure.role is not Role.MEASURE or measure.number is None or not labels:
        return False
    larger = all(minor_of(measure) > minor_of(label) for label in labels)
    return larger and (
        is_packed(words, measure, reader)
        or measure.decimals
        or all(label.role is Role.LABEL and not _is_sold_name(words, label, reader) for label in labels)
    )


def _is_time(words: Words, one: Candidate, reader: Reader) -> bool:
    """Whether a number is a time of the day: `17:45`, `à 20h`."""
    opened = (
        one.first > 0 and words[one.first - 1].folded in reader.vocabulary.talk_places | reader.vocabulary.clock_openers
    )
    lasts = words[one.end - 1].folded in reader.vocabulary.ago_minutes  # `bus 12 en 5 min`
    return one.role is Role.CLOCK or (one.role is Role.MEASURE and (opened or lasts))


def _is_talk(words: Words, label: Candidate, reader: Reader, *, timed: bool) -> bool:
    """Whether a label's number is likelier to be told than paid: `bus 14 is late`, `via Roma 12`, `table for 4 at 8:30`."""
    if label.role is Role.FOR:
        booked = reader.vocabulary.booked_words.intersection(
            word.folded for word in words
        )  # `restaurant für 6 reserviert`
        timed = (timed or bool(booked) or _is_seated(words, label, reader.vocabulary)) and minor_of(
            label
        ) <= MOST_PACKED * reader.unit
    elif words[label.first - 1].folded in reader.vocabulary.unpaid_labels or is_only_address(words, label, reader):
        return True
    if words[0].folded in reader.vocabulary.secrets:
        return True
    return timed or _tells_of(words, label, reader) or names_card(words, label, reader.vocabulary)


def _is_seated(words: Words, label: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a line begins with seats for some people: `table for 6`, `a room for 4`, but not `parking spot for 12`."""
    at = label.first - 2
    return (
        0 <= at < 2
        and words[at].folded in vocabulary.seatings
        and (not at or words[0].folded in vocabulary.little_words)
    )


def _names_place(words: Words, label: Candidate, reader: Reader) -> bool:
    """Whether words follow a label's number: `row 9 at the movies`, but neither `metro card 500` nor `12 street food`."""
    labelled = label.role is Role.LABEL and words[label.first - 1].folded in reader.vocabulary.labels
    labelled = labelled and not says_how_paid(words, label, reader.vocabulary)
    labelled = labelled and not _is_sold_name(words, label, reader)
    return labelled and any(word.kind is Kind.WORD for word in words[label.end :])


def _is_sold_name(words: Words, label: Candidate, reader: Reader) -> bool:
    """Whether a label is part of what is bought: `gift card 25 for starbucks`, `64gb sd card 15`."""
    named = tuple(word.folded for word in words[max(0, label.first - 2) : label.first])
    return named in reader.vocabulary.sold_names


def _tells_of(words: Words, label: Candidate, reader: Reader) -> bool:
    """Whether what follows a label's number tells of the labelled thing: `bus 14 is late`, `train 9 cancelled`."""
    following = [word.folded for word in words[label.end : label.end + _NEAR]]
    if following and following[0] in reader.vocabulary.group_verbs:
        return True
    told = reader.vocabulary.told_of.intersection(following)  # `bus 64 è in ritardo`, but not `bus 2 pane 3 no`
    return any(word == following[0] or len(word) >= _LONG_WORD for word in told)


def _may_be_price(words: Words, one: Candidate, prices: list[Candidate], reader: Reader, names: Names) -> bool:
    """Whether `3 for 10` may cost ten, and `bus 3 coffee 4.50` three."""
    if one.role is Role.FOR:
        if buys_more(words, one, prices, reader):
            return True
        before = next((price for price in prices if price.end < one.first and not price.strong), None)
        if before is None or len(prices) > 1:
            return False
        if before.end < one.first - 1:
            if begins_another(words, before, one, reader):
                return True
            few = minor_of(before) <= MOST_PACKED * reader.unit
            many = opens(words, before, reader) and counts_next(words, before, reader)
            if many and minor_of(one) > MOST_PACKED * reader.unit:
                return True  # `100 stamps for 73`
            return few and minor_of(before) < minor_of(one)  # `2 large pizzas for 20`
        thing = words[before.first - 1].folded if before.first else ""
        many = is_plural(thing, reader.vocabulary) and thing not in names.keywords  # `raffle tickets 6 for 5`
        few = many and (minor_of(before) <= MOST_PACKED * reader.unit or minor_of(one) > MOST_PACKED * reader.unit)
        return few or minor_of(before) < minor_of(one)  # `3 for 10`, but not `120 for 4`
    if _is_paid(words, one, prices, reader) or _is_let(words, one, prices, reader.vocabulary):
        return True
    ride = words[one.first - 1].folded in reader.vocabulary.bought_labels
    ride = ride and minor_of(one) < _FAR_MORE * max(map(minor_of, prices))  # `заказ 123456 пицца 890`
    return ride and _is_ride_bought(words, one, prices, reader, names)


def _is_ride_bought(words: Words, one: Candidate, prices: list[Candidate], reader: Reader, names: Names) -> bool:
    """Whether a ride's number is what it cost, beside other prices: `bus 3 coffee 4.50`, but not `bus 42 ticket 3`."""
    following = words[one.end] if one.end < len(words) else None
    if prices[-1].first < one.first:
        return True
    if prices[-1].first <= one.end or following is None or following.folded in reader.vocabulary.ride_goods:
        return False
    if names.knows(following.folded) or following.folded in reader.vocabulary.bought_things:
        return True
    content = following.kind is Kind.WORD and following.folded not in reader.vocabulary.little_words
    return content and not prices[-1].strong  # `bus 45 auto 60`


def _is_let(words: Words, one: Candidate, prices: list[Candidate], vocabulary: Vocabulary) -> bool:
    """Whether a sign sets a label's number apart from a thing with its price: `room 120, parking 30`, `flight 240 + bag 35`."""
    label = words[one.first - 1].folded
    let = label in vocabulary.let_labels and not prices[-1].strong  # `room 12, breakfast 9.50`
    if not (let or label in vocabulary.bought_labels):
        return False
    if prices[-1].first <= one.end or len(words[one.first].plain) > _LONGEST_PRICE:
        return False
    following = words[one.end]
    comma = words[one.end - 1].raw[-1] == ","
    return comma or following.folded in vocabulary.and_words or following.plain in vocabulary.plus_words


def _is_paid(words: Words, label: Candidate, prices: list[Candidate], reader: Reader) -> bool:
    """Whether words say that a label's number was paid: `parking on visa 100`, `order 30 tip 5`, `check 148 mine 52`."""
    shared = any(one.first > label.end and is_own_part(words, one, reader.vocabulary) for one in prices)
    if shared or says_how_paid(words, label, reader.vocabulary):
        return True
    tipped = words[label.end].folded in reader.vocabulary.tip_words if label.end < len(words) else False
    return (
        tipped and len(prices) == 1 and prices[0].first > label.end and len(words[label.first].plain) <= _LONGEST_PRICE
    )


def _names_goods(words: Words, one: Candidate, reader: Reader, names: Names) -> bool:
    """Whether a number is glued to a category's word, or to one of what is bought: `gas40`, `12coffee`, `uber15`.

    Beside a category's name and nothing else it is part of what the other amount bought: `11.25 fun game11`.
    """
    if one.number is None or one.first == 0:
        return False
    before, after = words[one.first - 1], words[one.end] if one.end < len(words) else None
    behind = after is not None and after.start == words[one.end - 1].end
    glued = before.end == words[one.first].start and before.folded not in reader.vocabulary.labels
    if glued == behind:
        return False  # `food4less`
    word = before.folded if glued else after.folded if after is not None else ""
    named = reader.vocabulary.models | reader.vocabulary.sellers | reader.vocabulary.counted_at  # `xbox360`
    bought = word in reader.vocabulary.trip_words or (names.knows(word) and word not in named)
    beside = [other.folded for other in words if other.kind is Kind.WORD and other.folded != word]
    return bought and not (beside and all(other in names.names for other in beside))
