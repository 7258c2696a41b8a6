"""Which number of a line is the amount: one, several with words of their own, or a choice between them (§1)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from budget.errors import Refused, Why
from budget.grammar.amounts import Candidate, Reader, Role, candidates
from budget.grammar.naming import Names
from budget.grammar.readings import Evidence, Label
from budget.grammar.sums import Reckoned, is_plural, reckoned
from budget.grammar.words import Kind, Word, Words
from budget.money import Amount

_FEW = 24  # things that are counted at the start of a line: `5 Below 21.30`
_DOZEN = 12
_MANY_WORDS = 8
_MOST_CHOICES = 12


class Part(NamedTuple):
    """One amount with the words of its entry; ``at`` is the `Word.index` where it stands."""

    words: Words
    at: int
    amount: Amount
    sign: str = ""
    loose_sign: bool = False


class Pick(NamedTuple):
    """One way to read the amounts of a line."""

    label: Label
    parts: tuple[Part, ...]


class Picks(NamedTuple):
    """The ways to read the amounts of a line, the likeliest first; one alone is certain unless ``doubtful``."""

    picks: tuple[Pick, ...]
    evidence: Evidence = Evidence.NOTHING
    doubtful: bool = False  # to be asked about even where one way is left


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
    return Picks(picks[:_MOST_CHOICES], ways[0].evidence, doubtful=True)


def _tried(words: Words, found: list[Candidate], reader: Reader, names: Names) -> Picks | None:
    try:
        return _picks(words, found, reader, names)
    except Refused:
        return None


def _picks(words: Words, found: list[Candidate], reader: Reader, names: Names) -> Picks:
    figured = reckoned(words, found, reader)
    if figured is not None:
        return _figured(words, figured, found)
    prices = [one for one in found if one.role is Role.PRICE and one.number is not None]
    _refuse_bad(found, prices)
    prices = _with_labels(words, prices, found, reader, names)
    if not prices:
        return _without_price(words, found)
    prices, balance = _without_balances(words, prices, reader)
    prices = _prices_left(words, prices, found, reader, names)
    if len(prices) == 1:
        return _one(words, prices[0], reader, names, balance=balance)
    return _several(words, prices, reader)


def _figured(words: Words, figured: Reckoned, found: list[Candidate]) -> Picks:
    price = next(one for one in found if one.first <= figured.at < one.end)
    evidence = _evidence(price) | (Evidence.NAMED if figured.sure else Evidence.NOTHING)
    part = Part(_rest(words, figured.taken), words[figured.at].index, figured.amount, price.sign)
    label = Label.SHARE if figured.share else Label.AMOUNT
    others = (Pick(Label.AMOUNT, (part._replace(amount=other),)) for other in figured.others)
    return Picks((Pick(label, (part,)), *others), evidence, doubtful=not figured.sure)


def _rest(words: Words, taken: Iterable[int]) -> Words:
    gone = frozenset(taken)
    return tuple(word for n, word in enumerate(words) if n not in gone)


def _evidence(price: Candidate) -> Evidence:
    evidence = Evidence.NOTHING
    if price.mark:
        evidence |= Evidence.MARK
    if price.decimals:
        evidence |= Evidence.DECIMALS
    return evidence


def _refuse_bad(found: list[Candidate], prices: list[Candidate]) -> None:
    """Refuse a line whose number cannot be read, unless another one is plainly its amount. Raises `Refused`."""
    bad = [one for one in found if one.role is Role.PRICE and one.refused is not None]
    if not bad or (prices and prices[0].first == 0 and prices[0].strong and prices[0] is found[0]):
        return
    strong = any(price.strong for price in prices)
    for one in bad:
        if one.refused is not None and (one.blocks or not prices or (one.first == 0 and not strong)):
            raise one.refused


def _with_labels(
    words: Words, prices: list[Candidate], found: list[Candidate], reader: Reader, names: Names
) -> list[Candidate]:
    """A label's number and `for 14` are the amount where no other is; `for 10` after a bare count may be."""
    labels = [one for one in found if one.role in {Role.LABEL, Role.FOR} and one.number is not None]
    if not prices:
        bought = [one for one in labels if words[one.first - 1].folded in reader.vocabulary.bought_labels]
        return bought if len(bought) == 1 else labels
    doubtful = [one for one in labels if _may_be_price(words, one, prices, reader, names)]
    return sorted([*prices, *doubtful], key=lambda one: one.first) if doubtful else prices


def _may_be_price(words: Words, one: Candidate, prices: list[Candidate], reader: Reader, names: Names) -> bool:
    """Whether `3 for 10` may cost ten, and `bus 3 coffee 4.50` three."""
    following = words[one.end] if one.end < len(words) else None
    if one.role is Role.FOR:
        before = next((price for price in prices if price.end == one.first - 1 and not price.strong), None)
        if before is None:
            return False
        return following is None or not is_plural(following.folded, reader) or _minor(before) < _minor(one)
    if words[one.first - 1].folded not in reader.vocabulary.bought_labels:
        return False
    if prices[-1].first < one.first:
        return True
    return prices[-1].first > one.end and following is not None and names.knows(following.folded)


def _without_price(words: Words, found: list[Candidate]) -> Picks:
    """A number that is surely no money is asked about where it stands alone. Raises `Refused`."""
    refused = [one.refused for one in found if one.refused is not None]
    asked = [one for one in found if one.number is not None and one.role is not Role.CODE]
    if not asked:
        if refused:
            raise refused[0]
        if found:
            raise Refused(Why.NO_MONEY, words[found[0].first].raw)
        raise Refused(Why.NO_AMOUNT)
    picks = tuple(Pick(Label.AMOUNT, (part,)) for one in asked for part in _parts_of(words, one))
    return Picks(picks, Evidence.NOTHING if asked[0].loose else Evidence.TALK, doubtful=True)


def _parts_of(words: Words, price: Candidate) -> list[Part]:
    """Return a number's part of the line, one for each value that it may have."""
    number = price.number
    amounts = number.amounts if number is not None else ()
    rest = _rest(words, range(price.first, price.end))
    return [Part(rest, words[price.first].index, amount, price.sign, price.loose_sign) for amount in amounts]


# --- numbers that are no price beside a price ---


def _without_balances(words: Words, prices: list[Candidate], reader: Reader) -> tuple[list[Candidate], bool]:
    """Set the number beside `balance` aside; whether there is one, because then the line is asked about."""
    vocabulary = reader.vocabulary

    def is_balance(price: Candidate) -> bool:
        near = words[max(0, price.first - 2) : price.first] + words[price.end : price.end + 1]
        return any(word.folded in vocabulary.balance_words for word in near)

    left = [price for price in prices if not is_balance(price)]
    return (left or prices), len(left) < len(prices)


def _prices_left(
    words: Words, prices: list[Candidate], found: list[Candidate], reader: Reader, names: Names
) -> list[Candidate]:
    """A mark or decimals win over a count; between two bare numbers nothing wins."""
    strong = [price for price in prices if price.strong]
    if not strong and _leads_its_name(words, prices[0], names):
        counts = [price for price in prices[1:] if _counts_other_things(words, price, reader, names)]
        return prices[:1] if len(counts) == len(prices) - 1 else prices
    if strong and len(strong) < len(prices):
        prices = [price for price in prices if price.strong or not _counts(words, price, prices, reader, names)]
    return prices


def _leads_its_name(words: Words, price: Candidate, names: Names) -> bool:
    """Whether a number begins the line and a category's name follows: `12 fun 3 beers`."""
    named = names.own([word.folded for word in words[price.end :]]) if price.first == 0 else None
    return named is not None and named.by_name


def _counts_other_things(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether a later number counts what follows it, and does not begin an entry of its own: `and 6 groceries`."""
    before = words[price.first - 1] if price.first else None
    after = words[price.end] if price.end < len(words) else None
    if before is not None and (before.stop or before.folded in reader.vocabulary.and_words):
        return False
    if after is None or words[price.end - 1].stop:
        return False
    return is_plural(after.folded, reader) and after.folded not in names.keywords and after.folded not in names.names


def _counts(words: Words, bare: Candidate, prices: list[Candidate], reader: Reader, names: Names) -> bool:
    """Whether a bare number beside a marked one or one with decimals is a count, or belongs to the words before it."""
    if bare.sign or bare.number is None or len(bare.number.amounts) != 1 or bare.number.amounts[0].working:
        return False
    position = prices.index(bare)
    following = prices[position + 1] if position + 1 < len(prices) else None
    before = words[bare.first - 1] if bare.first else None
    if following is not None and following.first == bare.end:
        return before is not None and before.kind is Kind.WORD and not _is_cents(words, following) and not before.stop
    after = words[bare.end] if bare.end < len(words) else None
    if after is None or after.kind is not Kind.WORD or words[bare.end - 1].stop:
        return False
    if before is not None and (before.stop or before.folded in reader.vocabulary.and_words):
        return False
    plural = is_plural(after.folded, reader)
    if following is None:
        return _counts_other_things(words, bare, reader, names)
    if after.folded in reader.vocabulary.for_words and following.first == bare.end + 1:
        return True  # `2 for £3`
    if not _opens(words, bare, reader) or _goods_follow(words, prices[-1], reader, names):
        return False
    few = bare.number.amounts[0].minor <= _FEW * 10**reader.money.currency.exponent
    return plural or (few and not names.knows(after.folded) and position == 0 and len(prices) == 2)


def _opens(words: Words, bare: Candidate, reader: Reader) -> bool:
    """Whether nothing but little words stands before a number."""
    vocabulary = reader.vocabulary
    little = vocabulary.verbs_first | vocabulary.little_words
    return all(word.kind is Kind.SYMBOL or word.folded in little for word in words[: bare.first])


def _goods_follow(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether what follows the last price could be what it bought: then each number may have words of its own."""
    for word in words[price.end :]:
        if word.kind is Kind.WORD:
            named = names.own([word.folded])
            if named is not None and named.by_name:
                return False
            return names.knows(word.folded) or is_plural(word.folded, reader)
    return False


def _is_cents(words: Words, price: Candidate) -> bool:
    return words[price.first].plain[0] in ".,"


# --- one price ---


def _one(words: Words, price: Candidate, reader: Reader, names: Names, *, balance: bool) -> Picks:
    evidence = _evidence(price)
    talk = balance or _sounds_like_talk(words, price, reader) or _only_counts(words, price, reader, names)
    if talk:
        evidence |= Evidence.TALK
    parts = _parts_of(words, price)
    unsure = price.number is not None and price.number.unsure
    return Picks(tuple(Pick(Label.AMOUNT, (part,)) for part in parts), evidence, doubtful=unsure or talk)


def _sounds_like_talk(words: Words, price: Candidate, reader: Reader) -> bool:
    """Whether a number among words is likelier to be talk: `see you at 7`, `I have 2 meetings today`."""
    vocabulary = reader.vocabulary
    if price.mark or price.sign:
        return False
    before = words[price.first - 1].folded if price.first else ""
    if words[price.first].folded in vocabulary.about_words:
        before = ""
    if before in vocabulary.talk_places and (not price.decimals or _is_time(words[price.first].plain)):
        return True
    for n, word in enumerate(words[: price.first]):
        if word.folded in vocabulary.talk_verbs and words[n + 1].folded not in vocabulary.paid:
            return True
    spoken = sum(word.kind is Kind.WORD for word in words)
    ends = price.first == 0 or price.end >= len(words)
    return not price.decimals and spoken > _MANY_WORDS and not ends


def _only_counts(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    """Whether the line's one number is likelier a count than a price: `2 coffees`."""
    if not price.bare or price.first or price.sign or _minor(price) > _DOZEN * 10**reader.money.currency.exponent:
        return False
    after = words[price.end] if price.end < len(words) else None
    return after is not None and _counts_other_things(words, price, reader, names) and after.folded not in names.keywords


def _is_time(plain: str) -> bool:
    hours, _, minutes = plain.replace(",", ".").partition(".")
    return hours.isdecimal() and len(minutes) == 2 and minutes.isdecimal() and int(hours[:3]) < 24 and int(minutes) < 60


# --- several prices ---


def _several(words: Words, prices: list[Candidate], reader: Reader) -> Picks:
    evidence = _evidence(prices[0]) | _evidence(prices[-1])
    totalled = _totalled(words, prices, reader)
    if totalled is not None:
        return Picks(tuple(Pick(Label.AMOUNT, (part,)) for part in _parts_of(words, totalled)), evidence)
    singles = [part for price in _likeliest_first(words, prices, reader) for part in _parts_of(words, price)]
    together: list[Pick] = []
    whole = _with_cents(words, prices, reader)
    if whole is not None:
        together.append(Pick(Label.AMOUNT, (whole,)))
    in_all = _in_all(words, prices, reader)
    if in_all is not None:
        together.append(Pick(Label.IN_ALL, (in_all,)))
    segments = _segments(words, prices, reader)
    if segments is not None and not _tips(words, prices, reader):
        together.append(Pick(Label.ENTRIES, segments))
    only = Label.ONLY if any(pick.label is not Label.AMOUNT for pick in together) else Label.AMOUNT
    apart = [Pick(only, (part,)) for part in singles]
    counted = len(prices) == 2 and prices[0].bare and in_all is None and _counts_next(words, prices[0], reader)
    picks = [*apart, *together] if counted and whole is None else [*together, *apart]
    return Picks(tuple(picks[:_MOST_CHOICES]), evidence, doubtful=True)


def _counts_next(words: Words, price: Candidate, reader: Reader) -> bool:
    return price.end < len(words) and is_plural(words[price.end].folded, reader) and not words[price.end - 1].stop


def _likeliest_first(words: Words, prices: list[Candidate], reader: Reader) -> list[Candidate]:
    """In their order, but the later one first where the earlier one counts or is bare beside a marked one."""
    first, *others = prices
    if len(others) == 1 and first.bare and first.first == 0:
        return [*others, first]
    return prices


def _minor(price: Candidate) -> int:
    return price.number.amounts[0].minor if price.number is not None else 0


def _certain(prices: Sequence[Candidate]) -> bool:
    return all(price.number is not None and len(price.number.amounts) == 1 and not price.sign for price in prices)


def _totalled(words: Words, prices: list[Candidate], reader: Reader) -> Candidate | None:
    """Return the number after `total` that is the sum of the others."""
    for price in prices:
        named = price.first and words[price.first - 1].folded in reader.vocabulary.total_words
        if named and len(prices) > 2 and _certain(prices):
            others = sum(_minor(other) for other in prices if other is not price)
            return price if others == _minor(price) else None
    return None


def _with_cents(words: Words, prices: list[Candidate], reader: Reader) -> Part | None:
    """Read ``5 dollars 50``, ``12 50``, ``5 .50`` as one amount, to be asked about."""
    if len(prices) != 2 or prices[0].end != prices[1].first or not _certain(prices) or reader.money.currency.exponent != 2:
        return None
    whole, cents = prices
    text = words[cents.first].plain.lstrip(".,")
    if whole.decimals or len(text) != 2 or not text.isdecimal() or cents.end - cents.first > 2:
        return None
    amount = Amount(_minor(whole) + int(text))
    return Part(_rest(words, range(whole.first, cents.end)), words[whole.first].index, amount)


def _tips(words: Words, prices: list[Candidate], reader: Reader) -> bool:
    return any(word.folded in reader.vocabulary.tip_words for word in words[prices[0].end :])


def _in_all(words: Words, prices: list[Candidate], reader: Reader) -> Part | None:
    """Add up what `+`, `plus` or a tip joins: ``Dinner 45 + tip 9``."""
    if not _certain(prices):
        return None
    vocabulary, taken = reader.vocabulary, set[int]()
    for left, right in zip(prices, prices[1:], strict=False):
        between = range(left.end, right.first)
        plus = [n for n in between if words[n].folded in vocabulary.plus_words or words[n].plain in vocabulary.plus_words]
        near = words[left.end : right.first] + words[right.end : right.end + 1]
        if not plus and not any(word.folded in vocabulary.tip_words for word in near):
            return None
        taken.update(plus)
    for price in prices:
        taken.update(range(price.first, price.end))
    working = " + ".join(reader.money.written(_minor(price)) for price in prices)
    amount = Amount(sum(_minor(price) for price in prices), working)
    return Part(_rest(words, taken), words[prices[0].first].index, amount)


def _segments(words: Words, prices: list[Candidate], reader: Reader) -> tuple[Part, ...] | None:
    """Give each price the words of its own; None where one has none."""
    if not _certain(prices):
        return None
    for cuts in (_cuts_at_commas(words, prices, reader), _cuts_by_order(words, prices)):
        if cuts is None:
            continue
        parts = tuple(_segment(words, cut, price, reader) for cut, price in zip(cuts, prices, strict=True))
        if all(any(word.kind is Kind.WORD for word in part.words) for part in parts):
            return parts
    return None


def _cuts_at_commas(words: Words, prices: list[Candidate], reader: Reader) -> list[tuple[int, int]] | None:
    vocabulary = reader.vocabulary
    joints = vocabulary.and_words | vocabulary.plus_words
    cuts, start = [], 0
    for left, right in zip(prices, prices[1:], strict=False):
        joint = next(
            (
                n + 1
                for n in range(left.end - 1, right.first)
                if words[n].stop or words[n].folded in joints or words[n].plain in joints
            ),
            None,
        )
        if joint is None:
            return None
        cuts.append((start, joint))
        start = joint
    return [*cuts, (start, len(words))]


def _cuts_by_order(words: Words, prices: list[Candidate]) -> list[tuple[int, int]]:
    """Each price ends its words, or begins them where one begins the line."""
    named_first = any(word.kind is Kind.WORD for word in words[: prices[0].first])
    if named_first:
        ends = [*(price.end for price in prices[:-1]), len(words)]
        return list(zip([0, *ends[:-1]], ends, strict=True))
    starts = [0, *(price.first for price in prices[1:])]
    return list(zip(starts, [*starts[1:], len(words)], strict=True))


def _segment(words: Words, cut: tuple[int, int], price: Candidate, reader: Reader) -> Part:
    vocabulary = reader.vocabulary
    joints = vocabulary.and_words | vocabulary.plus_words
    gone = range(price.first, price.end)
    own: list[Word] = [words[n] for n in range(*cut) if n not in gone]
    while own and (own[-1].folded in joints or own[-1].plain in joints):
        own.pop()
    while own and (own[0].folded in joints or own[0].plain in joints):
        own.pop(0)
    return Part(tuple(own), words[price.first].index, price.number.amounts[0] if price.number else Amount(0))
