"""Bare numbers beside a price that count what was bought: `12 eggs 4.99`, `bakery 2 baguettes 5.30`, `milk 2 packets 66`."""

from itertools import pairwise

from budget.grammar.addresses import ends_name, may_be_year, names_year
from budget.grammar.naming import Names
from budget.grammar.parts import may_be_cents, minor_of
from budget.grammar.reckoning import is_dimension
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.several import is_picture
from budget.grammar.vocabulary import is_plural, words_between
from budget.grammar.words import Kind, Words
from languages.vocabulary import Vocabulary

MOST_PACKED = 24  # things of one pack, a whole number: `12 tins 9.80`
_DESCRIBED = 2  # words for what is counted, at most
_OFFERED = 3  # numbers of `buy 2 get 1 soda 13.98`
MOST_BOUGHT = 4  # things bought one by one: `2 coffees 7`
_OFFERS = frozenset({(2, 1), (3, 1), (3, 2), (4, 2), (4, 3), (5, 4)})
_HOURS = 12  # on a clock
_SHORTEST_SHOP = 3  # digits of a shop's number
_PRICE_LIKE = 100  # whole units of the currency: a bare number below it may be a price


def counts_packs(words: Words, prices: list[Candidate], reader: Reader) -> bool:
    """Whether the first of two bare numbers says how many packs of a thing were bought: `milk 2 packets 66`."""
    if len(prices) != 2 or not all(price.bare and not price.sign for price in prices) or not prices[0].first:
        return False
    many, price = prices
    before, packs = words[many.first - 1], reader.vocabulary.packs
    pack = words[many.end].folded
    packed = pack in packs or pack.removesuffix("s") in packs or pack.removesuffix("es") in packs
    named = before.kind in {Kind.WORD, Kind.MEASURE} and not before.stop and not words[many.end - 1].stop
    most = MOST_PACKED if is_plural(pack, reader.vocabulary) else MOST_BOUGHT
    few = minor_of(many) <= min(most * reader.unit, minor_of(price) - 1)
    return packed and named and few and price.first == many.end + 1


def counts_other_things(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether a later number counts what follows it, and does not begin an entry of its own: `and 6 groceries`."""
    before = words[price.first - 1] if price.first else None
    after = words[price.end] if price.end < len(words) else None
    if before is not None and (before.stop or before.folded in reader.vocabulary.and_words):
        return False
    if after is None or words[price.end - 1].stop or after.folded in reader.vocabulary.paid_by:
        return False  # `Pizza 12,50, hab 15 gegeben`
    return (
        (is_plural(after.folded, reader.vocabulary) or after.folded in reader.vocabulary.containers)
        and after.folded not in names.keywords
        and after.folded not in names.names
    )


def counts_described(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether a number counts things that one more word describes: `2 extra shifts`, but not `4 lunch specials`."""
    if price.end + 1 >= len(words) or words[price.end - 1].stop:
        return False
    described, things = words[price.end : price.end + 2]
    little = reader.vocabulary.little_words | reader.vocabulary.behind_things
    if described.kind is not Kind.WORD or described.stop or described.folded in little or names.knows(described.folded):
        return False
    return is_plural(things.folded, reader.vocabulary) and not names.knows(things.folded)


def _is_hour(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether a small number is when something was, and the other one what it cost: `lunch at 12 with Dee 18.40`."""
    vocabulary, at = reader.vocabulary, bare.first - 1
    if (
        at < 1
        or words[at].folded not in vocabulary.at_words
        or words[at].plain == "@"
        or words[at - 1].kind > Kind.WORD
    ):
        return False
    joins = vocabulary.little_words - vocabulary.and_words
    behind = words[bare.end].folded if bare.end < len(words) else ""
    return minor_of(bare) <= _HOURS * reader.unit and behind in joins


def is_count(words: Words, bare: Candidate, prices: list[Candidate], reader: Reader, names: Names) -> bool:
    """Whether a bare number beside a marked one or one with decimals is a count, or belongs to the words before it."""
    if bare.sign or bare.number is None or len(bare.number.amounts) != 1 or bare.number.amounts[0].working:
        position = prices.index(bare)
        return is_dimension(words, bare, prices[position + 1 : position + 2], names)
    position = prices.index(bare)
    following = prices[position + 1] if position + 1 < len(prices) else None
    before = words[bare.first - 1] if bare.first else None
    if following is not None and following.first == bare.end:
        # `Starbucks 1234 5.45`: 1234 belongs to the name. `lunch 12 $5`: both may be prices.
        low = minor_of(bare) < _PRICE_LIKE * reader.unit
        named = (
            before is not None
            and before.kind is Kind.WORD
            and not before.stop
            and not (low and names.knows(before.folded))
        )
        apart = words[following.first].raw[0] in "(["  # `lunch 12 ($5 off)`
        apart = apart or (words[bare.end - 1].stop and not _may_be_time(words, bare, reader))
        return named and not _is_cents(words, following) and not apart
    if position and may_be_cents(words, prices[position - 1], bare, reader):
        return False
    if (
        ends_name(words, bare.first, words[bare.first].plain, reader.vocabulary)
        or names_year(words, bare.first, words[bare.first].plain, reader.vocabulary)
        or _is_told(words, bare, reader)
        or (following is not None and _counts_more(words, bare, following, reader))
        or _is_year_of_thing(words, bare, prices, reader)
        or _is_bought_at(words, bare, following, reader)
        or _numbers_a_shop(words, bare, prices[position - 1], reader)
        or (following is not None and _numbers_a_branch(words, bare, following, reader.vocabulary))
        or (following is not None and len(prices) == 2 and _is_hour(words, bare, reader))
        or (following is not None and following.strong and is_aside(words, bare, reader))
    ):
        return True
    after = words[bare.end] if bare.end < len(words) else None
    if after is not None and is_picture(after):
        return bare.first == 0 and following is not None and minor_of(bare) <= MOST_PACKED * reader.unit  # `2🍺 $12`
    if after is None or after.kind is not Kind.WORD or words[bare.end - 1].stop:
        return False
    if before is not None and (before.stop or before.folded in reader.vocabulary.and_words):
        return following is None and _adds_count(words, prices, reader, names)
    plural = is_plural(after.folded, reader.vocabulary) or minor_of(bare) == reader.unit
    if following is None:
        return counts_other_things(words, bare, reader, names)
    if after.folded in reader.vocabulary.for_words and following.first == bare.end + 1:
        return True  # `2 for £3`
    if after.folded in reader.vocabulary.containers and minor_of(bare) <= MOST_PACKED * reader.unit:
        return True  # `cat food 12 tins 9.80`
    if not opens(words, bare, reader) or _goods_follow(words, prices[-1], reader, names):
        return False
    return plural or (position == 0 and len(prices) == 2 and _counts_first(words, bare, following, reader, names))


def _counts_first(words: Words, bare: Candidate, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether a number that begins a line counts what stands before its price: `2 sausage rolls 2.60`, `2 koffie 7,00`."""
    after, last = words[bare.end].folded, price.end == len(words)
    if last and price.first == bare.end + _DESCRIBED and counts_described(words, bare, reader, names):
        return True  # `28 glue sticks 9.80`
    several_words = not names.knows(after) or is_plural(words[price.first - 1].folded, reader.vocabulary)
    own = names.own([after]) is not None  # `4 fun 4.00` is asked about
    alone = minor_of(bare) <= MOST_BOUGHT * reader.unit and not own and last
    return minor_of(bare) <= MOST_PACKED * reader.unit and (several_words or alone)


def _adds_count(words: Words, prices: list[Candidate], reader: Reader, names: Names) -> bool:
    """Whether a comma parts a shop's price from a count: `asda 7.36, 3 yellow stickers`, but not `asda 7.36, 3 bagels`."""
    price, bare = prices[0], prices[-1]
    things = words[bare.end :]
    named_first = any(word.kind is Kind.WORD for word in words[: price.first])
    if len(prices) != 2 or not named_first or bare.first != price.end or minor_of(bare) > MOST_PACKED * reader.unit:
        return False
    counted = 0 < len(things) <= _DESCRIBED and is_plural(things[-1].folded, reader.vocabulary)
    return counted and all(word.kind is Kind.WORD and not names.knows(word.folded) for word in things)


def _is_year_of_thing(words: Words, bare: Candidate, prices: list[Candidate], reader: Reader) -> bool:
    """Whether a number right behind the price says of which year something is: `smog check 59.95 2011 civic`."""
    behind = len(prices) == 2 and prices[0].strong and prices[0].end == bare.first and bare.end < len(words)
    thing = words[bare.end] if behind else None
    unknown = thing is not None and thing.kind is Kind.WORD and not reader.names.knows(thing.folded)
    return unknown and may_be_year(words[bare.first].plain)


def _counts_more(words: Words, bare: Candidate, price: Candidate, reader: Reader) -> bool:
    """Whether a number counts right behind a measure, as in `gondola 2 adults 1 child 57.00`: the price at the end is of all."""
    if bare.first < 2 or words[bare.first - 2].kind is not Kind.NUMBER or price.end < len(words):
        return False
    few = minor_of(bare) <= MOST_PACKED * reader.unit and len(words[bare.first - 2].plain) <= _DESCRIBED
    counted = words[bare.first - 1].folded in reader.vocabulary.units and not words[bare.first - 1].stop
    return few and counted and price.strong and price.first <= bare.end + _DESCRIBED


def _is_told(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether a number is an hour or a road's: `open till 8, subway 10.49`, `tire on 90 west 488.00`."""
    vocabulary, before = reader.vocabulary, words[bare.first - 1].folded if bare.first else ""
    if before in vocabulary.through_words | vocabulary.before_words | vocabulary.since_words:
        return bare.bare and minor_of(bare) <= MOST_PACKED * reader.unit
    if _is_hour_of_clause(words, bare, reader):
        return True
    heading = words[bare.end].folded if bare.end < len(words) else ""
    return before in vocabulary.day_openers and heading in vocabulary.headings


def _is_hour_of_clause(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether a comma closes what was at an hour, and nothing of it is bought: `lecture at 9, costa 3.95`."""
    thing = words[bare.first - 2] if bare.first > 1 else None
    known = thing is None or thing.kind is not Kind.WORD or reader.names.knows(thing.folded)
    return not known and words[bare.end - 1].stop and _may_be_time(words, bare, reader)


def _may_be_time(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether a number is likelier a time than a price: `sandwich at 11, £3.40`, but not `books at 5, 3.40`."""
    at, thing = words[bare.first - 1], words[bare.first - 2] if bare.first > 1 else None
    priced = thing is None or is_plural(thing.folded, reader.vocabulary)
    return at.folded in reader.vocabulary.at_words and not priced and minor_of(bare) <= MOST_PACKED * reader.unit


def is_aside(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether a number stands in parentheses with a word of its own: `pizza night (2 lg) 31.50`."""
    inside = words[bare.first : bare.end + 2]
    closed = len(inside) > 1 and inside[0].raw[0] in "([" and any(word.raw.endswith((")", "]")) for word in inside[1:])
    return closed and bare.bare and bare.first > 0 and minor_of(bare) <= MOST_PACKED * reader.unit


def _numbers_a_shop(words: Words, bare: Candidate, before: Candidate, reader: Reader) -> bool:
    """Whether a number ends the name of where a marked price was paid: `$6.45 at STARBUCKS 1123`."""
    between = words[before.end : bare.first] if before.mark else ()
    if between and between[0].folded in reader.vocabulary.debits:
        between = between[1:]  # `£31.20 spent at TESCO STORES 2281`
    digits = words[bare.first].plain
    named = len(between) > 1 and between[0].folded in reader.vocabulary.at_words
    shop = len(digits) > _SHORTEST_SHOP and bool(between) and between[-1].raw.isupper()
    named = named or (before.decimals and shop)  # `$7.25 debit card 4417 SUBWAY 22913`
    ends = bare.end == len(words) or words[bare.end - 1].stop or words[bare.end - 1].raw[-1] == "."
    return named and ends and digits.isdecimal() and len(digits) >= _SHORTEST_SHOP


def _numbers_a_branch(words: Words, bare: Candidate, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a number stands between a shop and its town in a bank's capitals: `CARREFOUR 1234 LYON 23,45`."""
    digits = words[bare.first].plain
    if not price.strong or not bare.first or bare.end >= len(words) or not digits.isdecimal():
        return False
    beside = words[bare.first - 1], words[bare.end]
    named = all(word.kind is Kind.WORD and word.raw.isupper() and len(word.raw) > 1 for word in beside)
    named = named or (
        beside[0].folded in vocabulary.branches and beside[1].kind is Kind.WORD
    )  # `store 2214 kroger 54.80`
    return named and len(digits) > _SHORTEST_SHOP


def _is_bought_at(words: Words, bare: Candidate, following: Candidate | None, reader: Reader) -> bool:
    """Whether a number counts what was bought at who sells it: `bakery 2 baguettes 5.30`, but not `coffee 3 muffins 4.50`."""
    if following is None or not following.strong or not bare.first or bare.end >= len(words):
        return False
    vocabulary, after = reader.vocabulary, words[bare.end]
    shops = vocabulary.sellers | vocabulary.counted_at
    shop = words[bare.first - 1].folded in shops or _is_named_before(words, bare, reader)
    shop = shop and not words[bare.first - 1].stop
    most = MOST_BOUGHT if reader.names.knows(after.folded) else MOST_PACKED
    things = words[bare.end : following.first]
    described = len(things) <= _DESCRIBED and all(word.kind is Kind.WORD for word in things)  # `2 sausage rolls`
    many = after if not described else things[-1]
    counted = is_plural(many.folded, reader.vocabulary) and not any(
        word.stop for word in (words[bare.end - 1], *things[:-1])
    )
    return shop and counted and minor_of(bare) <= most * reader.unit


def _is_named_before(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether what a number counts was named before it: `class pizza party 4 pizzas 52.80`."""
    said, things = {word.folded for word in words[: bare.first]}, words[bare.end].folded
    return any(
        things.endswith(many) and things.removesuffix(many) + one in said for one, many in reader.vocabulary.plurals
    )


def without_offer(words: Words, prices: list[Candidate], found: list[Candidate], reader: Reader) -> list[Candidate]:
    """Return the prices without what counts what was sold, or is an offer: `2 for 1 movie 15`, not `2 for 10 socks`."""
    if _counts_what_all_cost(words, found, reader):
        return found[1:]
    prices = _without_free(words, prices, reader)
    if len(prices) != 2 or found[0] is not prices[0]:
        return prices
    if _counts_sold(words, prices, reader):
        return prices[1:]
    if found[1].role is not Role.FOR:
        return prices
    many, fewer = found[:2]
    behind = prices[1].strong and prices[1].first == fewer.end  # `boots 3 for 2 9.98`
    beside = many.bare and fewer.first == many.end + 1 and (behind or opens(words, many, reader))
    offered = (minor_of(many) / reader.unit, minor_of(fewer) / reader.unit) in _OFFERS
    return prices[1:] if beside and offered else prices


def _without_free(words: Words, prices: list[Candidate], reader: Reader) -> list[Candidate]:
    """Return the prices without those of an offer: `buy 2 get 1 soda 13.98`."""
    if len(prices) != _OFFERED or not prices[2].strong or not all(one.bare and one.first for one in prices[:2]):
        return prices
    many, free = prices[:2]
    verbs = words[many.first - 1].folded, words[free.first - 1].folded
    offered = free.first == many.end + 1 and reader.vocabulary.count_verbs.issuperset(verbs)
    return prices[2:] if offered and minor_of(many) <= MOST_BOUGHT * reader.unit >= minor_of(free) else prices


def without_listed(words: Words, prices: list[Candidate], reader: Reader) -> list[Candidate]:
    """Return the last price alone where all before it count what `and` joins: `2 coffees and 1 croissant 9.40`.

    Before a price with a mark or decimals that has no words of its own `and` may be left out: `3 fish 2 chips 27.40`.
    """
    counts, price = prices[:-1], prices[-1] if prices else None
    if price is None or len(counts) < 2 or price.end < len(words) or not opens(words, counts[0], reader):
        return prices
    listed = all(
        many.bare
        and minor_of(many) <= MOST_BOUGHT * reader.unit
        and minor_of(many) < minor_of(price)
        and words[many.end].kind is Kind.WORD
        and (n == 0 or price.strong or words[many.first - 1].folded in reader.vocabulary.and_words)
        for n, many in enumerate(counts)
    )
    return [price] if listed else prices


def _counts_what_all_cost(words: Words, found: list[Candidate], reader: Reader) -> bool:
    """Whether a number opens the line and counts what a whole price was paid for: `3 shirts for 45`, `3 shirts total 45`.

    A small one may say for how many people: `2 pizzas for 20` is asked about.
    """
    if len(found) != 2 or found[0].role is not Role.PRICE or found[1].number is None or found[1].sign:
        return False
    many, price = found
    totalled = price.role is Role.PRICE and words[price.first - 1].folded in reader.vocabulary.total_words
    if not many.bare or many.end >= len(words) or not (price.role is Role.FOR or totalled):
        return False
    few = reader.unit < minor_of(many) <= MOST_PACKED * reader.unit < minor_of(price)
    things = words[many.end : price.first - 1]
    counted = bool(things) and is_plural(things[-1].folded, reader.vocabulary) and not any(word.stop for word in things)
    return few and counted and price.end == len(words) and opens(words, many, reader)


def _counts_sold(words: Words, prices: list[Candidate], reader: Reader) -> bool:
    """Whether a number says for how many things money came in: `sold 3 shirts 45`."""
    many, price = prices
    if not many.bare or not many.first or (words[many.first - 1].folded,) not in reader.vocabulary.came_in:
        return False
    few = minor_of(many) <= MOST_PACKED * reader.unit and minor_of(many) < minor_of(price)
    return few and is_plural(words[many.end].folded, reader.vocabulary) and not words[many.end - 1].stop


def opens(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether nothing but little words stands before a number."""
    vocabulary = reader.vocabulary
    little = vocabulary.verbs_first | vocabulary.count_verbs | vocabulary.little_words
    return all(
        word.kind is Kind.SYMBOL or word.folded in little or (word.folded,) in vocabulary.came_in
        for word in words[: bare.first]
    )


def _goods_follow(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether what follows the last price could be what it bought: then each number may have words of its own."""
    for word in words[price.end :]:
        if word.kind is Kind.WORD:
            named = names.own([word.folded])
            if named is not None and named.by_name:
                return False
            return names.knows(word.folded) or is_plural(word.folded, reader.vocabulary)
    return False


def _is_cents(words: Words, price: Candidate) -> bool:
    return words[price.first].plain[0] in ".," or (price.mark and words[price.end - 1].folded == "c")  # `.50`, `50c`


def begins_another(words: Words, before: Candidate, one: Candidate, reader: Reader) -> bool:
    """Whether a thing behind a price may have one of its own behind `for`: `trucks 149 setup for 54`, not `90 on lunch for 30`."""
    many = one.end == len(words) and minor_of(one) > MOST_PACKED * reader.unit
    between = words_between(reader.vocabulary) | reader.vocabulary.behind_things
    return many and before.first > 0 and words[before.end].folded not in between


def buys_more(words: Words, one: Candidate, prices: list[Candidate], reader: Reader) -> bool:
    """Whether `for 3` is the price of one more thing: `25 on gas and got tea for 3`."""
    vocabulary = reader.vocabulary
    between = [word.folded for word in words[prices[0].end : one.first]]
    verbs = (vocabulary.count_verbs | vocabulary.verbs_first) - vocabulary.and_words
    return any(joint in vocabulary.and_words and verb in verbs for joint, verb in pairwise(between))
