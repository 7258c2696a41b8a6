"""Which number of a line is the amount: one, several with words of their own, or a choice between them (docs/grammar.md, 2)."""

import re

from budget.errors import Refused, Why
from budget.grammar.addresses import ends_with_course, is_ride, names_course
from budget.grammar.amounts import candidates
from budget.grammar.counts import (
    MOST_BOUGHT,
    MOST_PACKED,
    counts_described,
    counts_other_things,
    counts_packs,
    is_aside,
    is_count,
    opens,
    without_listed,
    without_offer,
)
from budget.grammar.labelled import is_packed, with_labels
from budget.grammar.naming import Names
from budget.grammar.no_prices import tells_measure
from budget.grammar.parts import (
    MOST_CHOICES,
    Part,
    Pick,
    Picks,
    evidence_of,
    in_cents,
    is_part_of,
    minor_of,
    parts_of,
    with_cents,
    without,
    without_specks,
)
from budget.grammar.readings import Evidence, Label
from budget.grammar.reckoning import Reckoned
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.scale_words import all_in_thousands, in_thousands
from budget.grammar.several import several
from budget.grammar.spans import are_month_and_day
from budget.grammar.sums import reckoned
from budget.grammar.talk import has_arrived, is_of_hour, is_paid_later, sounds_like_talk
from budget.grammar.telling import speaks
from budget.grammar.vocabulary import is_plural, spending_verbs
from budget.grammar.words import Kind, Word, Words

_RANGE = re.compile(r"([0-9]{1,4})-([0-9]{1,4})")
_CODE = re.compile(r"00[0-9]")
_MOST_DESCRIBED = 3  # words for what is counted
_ONE_DECIMAL = re.compile(r"[0-9]{1,2}[.,][0-9]")


def picks_of(words: Words, reader: Reader, names: Names) -> Picks:
    """Return the ways to read the amounts of a line. Raises `Refused`."""
    found, unsure = candidates(words, reader)
    if not unsure:
        return _picks(words, found, reader, names)
    # `iphone 15 999` in a locale that does not group by spaces: one number, or two.
    for one in found:
        if one.number is not None and len(one.number.amounts) == 1:
            reader.money.checked(one.number.amounts[0])
    apart, _ = candidates(words, reader, join=False)
    ways = [way for way in (_tried(words, some, reader, names) for some in (found, apart)) if way is not None]
    if not ways:
        return _picks(words, found, reader, names)
    picks = tuple(dict.fromkeys(pick for way in ways for pick in way.picks))
    evidence = ways[0].evidence if len(picks) == 1 else ways[0].evidence & ~Evidence.TALK  # `кино в 21 450`
    return Picks(picks[:MOST_CHOICES], evidence, doubtful=True)


def _tried(words: Words, found: list[Candidate], reader: Reader, names: Names) -> Picks | None:
    try:
        return _picks(words, found, reader, names)
    except Refused:
        return None


def _picks(words: Words, found: list[Candidate], reader: Reader, names: Names) -> Picks:
    found = with_cents(words, found, reader)
    figured = reckoned(words, found, reader)
    if figured is not None:
        return _figured(words, figured, found, reader)
    prices = [one for one in found if one.role is Role.PRICE and one.number is not None]
    _refuse_bad(words, found, prices)
    prices = without_listed(words, without_offer(words, prices, found, reader), reader)
    prices = _with_pack(words, prices, found, reader)
    prices = with_labels(words, prices, found, reader, names)
    if not prices:
        return _without_price(words, found, reader)
    prices, balance = _without_balances(words, _without_rates(words, prices, found, reader), reader)
    prices = _prices_left(words, without_specks(prices, reader), reader, names)
    if len(prices) == 1:
        return _one(words, prices[0], reader, names, balance=balance)
    return several(words, all_in_thousands(prices, reader.money), reader, names)


def _figured(words: Words, figured: Reckoned, found: list[Candidate], reader: Reader) -> Picks:
    price = next(one for one in found if one.first <= figured.at < one.end)
    evidence = evidence_of(price) | (Evidence.NAMED if figured.sure else Evidence.NOTHING)
    if tells_measure(words, price, reader) or (not figured.sure and _may_be_hour(words, price, found, reader)):
        evidence |= Evidence.TALK  # `bp 128/76`, `drank 4 oz at 2`
    part = Part(without(words, figured.taken), words[figured.at].place, figured.amount, price.sign)
    label = Label.SHARE if figured.share else Label.AMOUNT
    told = Evidence.TALK in evidence  # then whether anything was spent is the question
    others = () if told else (Pick(Label.AMOUNT, (part._replace(amount=other),)) for other in figured.others)
    return Picks((Pick(label, (part,)), *others), evidence, doubtful=not figured.sure)


def _may_be_hour(words: Words, price: Candidate, found: list[Candidate], reader: Reader) -> bool:
    """Whether a number behind `at` may be when a measure was taken: `drank 4 oz at 2`, but not `apples 3 lb at 2`."""
    measured = any(one.role is Role.MEASURE and one.end < price.end for one in found)
    opened = price.first > 0 and words[price.first - 1].folded in reader.vocabulary.at_words
    spelt = opened and words[price.first - 1].plain != "@"
    bought = any(reader.names.knows(word.folded) for word in words[: price.first])
    return measured and spelt and price.bare and not bought


def _refuse_bad(words: Words, found: list[Candidate], prices: list[Candidate]) -> None:
    """Refuse a line whose number cannot be read, unless another one is plainly its amount. Raises `Refused`."""
    bad = [one for one in found if one.role is Role.PRICE and one.refused is not None]
    leads = bool(prices) and prices[0].first == 0 and prices[0].strong and prices[0] is found[0]
    if not bad or (leads and not (bad[0].blocks and bad[0].first == prices[0].end)):  # but not `$5 2 hundred`
        return
    strong = any(price.strong for price in prices)
    if sum(price.mark for price in prices) == 1:  # `20 euros ($22) museum`
        bad = [one for one in bad if one.refused is not None and one.refused.why is not Why.OTHER_CURRENCY]
    for one in bad:
        if prices and _is_range(words, one):
            continue
        if prices and _is_code(words, one):
            continue
        part = any(is_part_of(words, one, price) for price in prices)
        if one.refused is not None and (part or one.blocks or not prices or (one.first == 0 and not strong)):
            raise one.refused


def _with_pack(words: Words, prices: list[Candidate], found: list[Candidate], reader: Reader) -> list[Candidate]:
    """Return the prices with what may be one before the number of a pack: `350 pack de 6 batteries`."""
    at = found.index(prices[0]) - 1 if len(prices) == 1 and prices[0].bare else -1
    if at < 0 or found[at].role is not Role.MEASURE or found[at].number is None:
        return prices
    packed = is_packed(words, found[at], reader)
    beside = prices[0].first == found[at].end + 1 and words[found[at].end].folded in reader.vocabulary.little_words
    return [found[at], *prices] if packed and beside else prices


def _is_code(words: Words, bad: Candidate) -> bool:
    """Whether a number with zeros before it names what follows: `007 movie 14`."""
    named = bad.end < len(words) and words[bad.end].kind is Kind.WORD and not words[bad.end - 1].stop
    return named and _CODE.fullmatch(words[bad.first].plain) is not None


def _is_range(words: Words, bad: Candidate) -> bool:
    """Whether two numbers that a dash joins name a thing and are no day: `16-25 railcard 35`, `1-800 contacts 88`."""
    found = _RANGE.fullmatch(words[bad.first].plain)
    if found is None or bad.end != bad.first + 1:
        return False
    first, second = map(int, found.groups())
    return first < second and not are_month_and_day(first, second)  # `45-31` subtracts


def _without_price(words: Words, found: list[Candidate], reader: Reader) -> Picks:
    """A number that is surely no money is asked about where it stands alone. Raises `Refused`."""
    refused = [one.refused for one in found if one.refused is not None]
    asked = [one for one in found if one.number is not None and one.role is not Role.CODE]
    if not asked:
        if refused:
            raise refused[0]
        for number in [one.number for one in found if one.number is not None]:
            reader.money.checked(number.amounts[0])
        if found:
            raise Refused(Why.NO_MONEY, words[found[0].first].raw)
        unread = next((word for word in words if any(letter.isdecimal() for letter in word.plain)), words[0])
        raise Refused(Why.NOT_A_NUMBER, unread.raw)
    cents = in_cents(words, asked[0], reader) if len(asked) == 1 else ()
    parts = (*cents, *(part for one in asked for part in parts_of(words, one)))
    picks = tuple(Pick(Label.AMOUNT, (part,)) for part in parts)
    return Picks(picks, Evidence.NOTHING if asked[0].loose else Evidence.TALK, doubtful=True)


# --- numbers that are no price beside a price ---


def _without_rates(words: Words, prices: list[Candidate], found: list[Candidate], reader: Reader) -> list[Candidate]:
    """Set the price of a unit aside where the whole price follows: `12.3 gal @ 3.459 42.55`."""
    ends = {one.end for one in found if one.role is Role.MEASURE}

    def is_rate(price: Candidate) -> bool:
        at = price.first - 1
        return at in ends and (words[at].plain == "@" or words[at].folded in reader.vocabulary.at_words)

    left = [price for price in prices if not is_rate(price)]
    return left if any(price.strong for price in left) else prices


def _without_balances(words: Words, prices: list[Candidate], reader: Reader) -> tuple[list[Candidate], bool]:
    """Set the number beside `balance` aside; whether there is one, because then the line is asked about."""
    vocabulary = reader.vocabulary

    def is_between(word: Word) -> bool:
        between = vocabulary.talk_verbs | vocabulary.of_words | vocabulary.particles  # `食費の上限を30000円に`
        between |= vocabulary.threshold_words  # `balance below £50`
        return word.kind is Kind.SYMBOL or word.folded in between

    def is_balance(price: Candidate) -> bool:
        at = price.first - 1
        while at > 0 and is_between(words[at]):
            at -= 1
        behind = (
            words[price.end : price.end + 1] if words[price.end - 1].raw[-1] not in ".;," else ()
        )  # `$40.00. Bal $960.00`
        if behind and behind[0].folded in vocabulary.and_words:
            behind = ()  # `コーヒー300円 あとパン150円`
        return any(word.folded in vocabulary.balance_words for word in (*words[max(0, at) : price.first], *behind))

    left = [price for price in prices if not is_balance(price)]
    return (left or prices), len(left) < len(prices)


def _prices_left(words: Words, prices: list[Candidate], reader: Reader, names: Names) -> list[Candidate]:
    """A mark or decimals win over a count. Of bare numbers the first wins, where all others plainly count things."""
    strong = [price for price in prices if price.strong]
    if counts_packs(words, prices, reader):
        return prices[1:]
    if not strong and _leads_its_name(words, prices[0], names):
        counts = [price for price in prices[1:] if counts_other_things(words, price, reader, names)]
        return prices[:1] if len(counts) == len(prices) - 1 else prices
    if len(prices) == 2 and not strong and is_aside(words, prices[1], reader):
        return prices[:1] if counts_other_things(words, prices[1], reader, names) else prices  # `repair 380 (2 visits)`
    ons = [price for price in prices[1:] if words[price.first - 1].folded in reader.vocabulary.day_openers]
    if not strong and ons and len(ons) == len(prices) - 1:  # `spent 8 on 2 coffees`
        return prices[:1] if all(counts_other_things(words, price, reader, names) for price in ons) else prices
    if len(prices) == 2 and not strong and names_course(words, prices[0], reader):
        return prices[1:]  # `math 201 book 88`
    if len(prices) == 2 and not strong and ends_with_course(words, prices[1], reader):
        return prices[:1]  # `lab fee 60 chem 101`
    if not strong and len(apart := [price for price in prices if not _numbers_ride(words, price, reader)]) == 1:
        return apart  # `flight to rome 220 aa 1182`
    if len(prices) == 2 and _is_size_before(words, *prices):
        return prices[1:]  # `kids shoes 2.5 $44`
    if strong and len(strong) < len(prices):
        prices = [price for price in prices if price.strong or not is_count(words, price, prices, reader, names)]
    return prices


def _numbers_ride(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a number is that of a ride, and no other one stands right behind it, as in `flight UA 1234 189`."""
    behind = words[price.end].kind if price.end < len(words) else Kind.WORD
    return behind <= Kind.WORD and is_ride(words, price.first, words[price.first].plain, reader.vocabulary)


def _is_size_before(words: Words, size: Candidate, price: Candidate) -> bool:
    """Whether a number without a mark has too few decimals for a price, right before a marked one."""
    beside = price.mark and not size.mark and not size.sign and price.first == size.end and size.first > 0
    return beside and not words[size.end - 1].stop and _ONE_DECIMAL.fullmatch(words[size.first].plain) is not None


def _leads_its_name(words: Words, price: Candidate, names: Names) -> bool:
    """Whether a number begins the line and a category's name follows: `12 fun 3 beers`."""
    named = names.own([word.folded for word in words[price.end :]]) if price.first == 0 else None
    return named is not None and named.by_name


# --- one price ---


def _one(words: Words, price: Candidate, reader: Reader, names: Names, *, balance: bool) -> Picks:
    evidence = evidence_of(price)
    told = sounds_like_talk(words, price, reader, names) and not has_arrived(words, price, reader.vocabulary)
    rated = price.first > 1 and words[price.first - 1].folded in reader.vocabulary.day_openers
    rated = rated and any(word.kind is Kind.PERCENT for word in words[: price.first - 1])  # `fee 2.6% + 10c on 40`
    rated = rated or is_of_hour(words, price, reader.vocabulary)
    counted = _only_counts(words, price, reader, names) or _tells_of_doing(words, price, reader, names)
    talk = balance or told or rated or counted
    if talk:
        evidence |= Evidence.TALK
    price = in_thousands(price, reader.money)
    parts = parts_of(words, price)
    unsure = price.number is not None and (price.number.unsure or is_paid_later(words, price, reader))
    return Picks(tuple(Pick(Label.AMOUNT, (part,)) for part in parts), evidence, doubtful=unsure or talk)


def _only_counts(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether the line's one number is likelier a count than a price: `2 coffees`, `bought 12 eggs`, `took 2 extra shifts`."""
    following = [word.folded for word in words[price.end : price.end + 2]]
    if price.bare and len(following) > 1 and following[0] in reader.vocabulary.more_words:
        return is_plural(following[1], reader.vocabulary)  # `only 3 more payments on the car`
    led = [word.folded for word in words[max(0, price.first - 2) : price.first]]
    if len(led) > 1 and led[-1] in reader.vocabulary.self_words:
        led.pop()  # `bestellen wir 3 Pizzen`
    before = led[-1] if led else ""
    opened = opens(words, price, reader)
    verb = before in reader.vocabulary.count_verbs and opened
    last = opened and price.first > 0 and words[-1].folded in reader.vocabulary.count_verbs  # `hab 3 Pizzen bestellt`
    most = (MOST_PACKED if verb else MOST_BOUGHT) * reader.unit
    if price.bare and minor_of(price) <= MOST_BOUGHT * reader.unit and _counts_what_ran_out(words, price, reader):
        return True
    bare = price.bare or price.role is Role.LABEL  # `order 2 pizzas`
    whom = reader.vocabulary.me | reader.vocabulary.for_words  # `мне 2 пиццы`
    told = speaks(tuple(word for word in words[: price.first] if word.folded not in whom))
    if not bare or price.sign or minor_of(price) > most or (told and not (verb or last)):
        return False
    if price.end < len(words) and words[-1].folded in reader.vocabulary.please_words:
        return True  # `3 Kaffee bitte`
    return counts_other_things(words, price, reader, names) or counts_described(words, price, reader, names)


def _counts_what_ran_out(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a few things were bought that nothing or another clause names: `milk ran out, bought 2`, not `buns bought 3`."""
    vocabulary = reader.vocabulary
    verbs, helpers = vocabulary.count_verbs | vocabulary.participles, vocabulary.self_words | vocabulary.auxiliaries
    at, end = price.first, price.end
    if end + 1 == len(words) and words[end].folded in verbs:
        end += 1
    elif at and words[at - 1].folded in verbs:
        at -= 1
    else:
        return False
    while at and words[at - 1].folded in helpers:
        at -= 1
    return end == len(words) and (at == 0 or words[at - 1].stop or words[at - 1].folded in vocabulary.ran_out)


def _tells_of_doing(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether a line only says how many things somebody did something to: `graded 96 essays`, but not `walked dogs 20`."""
    vocabulary = reader.vocabulary
    before = [word.folded for word in words[: price.first] if word.folded not in vocabulary.self_words]
    if not price.bare or price.sign or len(before) != 1 or before[0] in spending_verbs(vocabulary):
        return False
    did = before[0].endswith(vocabulary.past_endings) or before[0] in vocabulary.past_verbs
    things = words[price.end :]
    alone = 0 < len(things) <= _MOST_DESCRIBED and is_plural(things[-1].folded, vocabulary)
    if not did or not alone:
        return False
    own = names.keywords.keys() | names.names.keys()
    if things[0].folded in vocabulary.behind_things | vocabulary.day_openers | vocabulary.filed_words:
        return False  # `dropped 60 on jeans`
    return all(word.kind is Kind.WORD and word.folded not in own for word in things)
