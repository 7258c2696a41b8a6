"""Shares of an amount: `half of 60`, `dinner 84 split 4 ways`. They are asked about."""

from functools import lru_cache
from itertools import pairwise

from budget.grammar.reckoning import Reckoned, count_of, one_value, places_of
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.words import Kind, Word, Words
from budget.money import Amount, divided
from languages.en.vocabulary import VOCABULARY as ENGLISH
from languages.vocabulary import LONGEST, Vocabulary

_HALVES = frozenset({"50/50", "50-50", "50:50"})
_DIGITS = 2  # of a percentage
_MOST_SHARING = 24  # people
_NEAR = 4  # words around a verb of sharing


def part_of(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``half of 60``, ``50% of 100``, ``1/3 of dinner 90``, ``half the rent 450``: a share, asked about."""
    prices = [one for one in found if one.role in {Role.PRICE, Role.COUNT, Role.LABEL} and one.number is not None]
    if len(prices) != 1:
        return None
    (price,) = prices
    vocabulary, amount = reader.vocabulary, one_value(price)
    behind = _half_behind(words, price, vocabulary)
    first = behind or _part_place(words, price, reader)
    part = _spaced_percent(words, first, vocabulary) or _part(words[first], reader) if first >= 0 else None
    if part is None or amount is None:
        return None
    numerator, denominator = part
    written = reader.money.written(amount.minor)
    working = f"{written} ÷ {denominator // numerator}"
    if denominator % numerator:
        working = f"{numerator} % × {written}" if denominator == 100 else f"{written} × {numerator} ÷ {denominator}"
    share = Amount(divided(amount.minor * numerator, denominator), working)
    said = {first} if behind else {first, first + 1}
    taken = frozenset({*said, *range(price.first, price.end)})
    own = first > 0 and words[first - 1].folded in vocabulary.owners
    if own and (first == price.first - 1 or first + 2 < price.first):  # `my half 14`, `my half of rent 600`
        return Reckoned(places_of(price), price.first, amount, False, (share,))
    return Reckoned(taken, price.first, share, False, (amount,), share=True)


def _half_behind(words: Words, price: Candidate, vocabulary: Vocabulary) -> int:
    """Return where a word behind a price says that half of it is meant: `600'ün yarısı`, `12000円の半分`; 0 for nowhere."""
    at, last = price.end, len(words) - 1
    if vocabulary.verbs_last and last >= at and words[last].folded in vocabulary.half_behind:
        return last  # `480 pizzanın yarısı`
    if at < len(words) and words[at].folded.lstrip("'") in vocabulary.suffixes | vocabulary.particles:
        at += 1
    if at >= len(words):
        return 0
    if at > price.end and words[at].kind is Kind.PERCENT:
        less = words[at + 1].folded if at + 1 < len(words) else ""
        return 0 if less in vocabulary.off_words | vocabulary.less_words else at  # `2000円の15%`
    company = at + 1 < len(words) and words[at + 1].folded in vocabulary.with_words - vocabulary.of_words
    shared = company and words[at].folded in vocabulary.half_words  # `60 moitié avec Anna`
    return at if shared or words[at].folded in vocabulary.half_behind else 0


def _part_place(words: Words, price: Candidate, reader: Reader) -> int:
    """Return where the words stand that say which part of a price it is; -1 where there are none."""
    vocabulary = reader.vocabulary
    before = price.first - 1 + (words[price.first].folded in vocabulary.of_words)  # `10 % de propina sobre 45`
    for n in range(price.first - 1):
        if n and words[n - 1].folded in vocabulary.half_openers:
            continue  # `first half of deposit 700`
        following = words[n + 1].folded
        whole = words[n].folded in vocabulary.half_words and _is_the_whole(words, n, vocabulary)
        part = following in vocabulary.of_words and _part(words[n], reader) is not None
        if part and not _is_measure(words, n, vocabulary):
            before = n  # `half of dinner 50`
        elif whole:
            before = n  # `half the rent 450`
    opens = words[before].folded if before >= 0 else None
    percent = before > 0 and opens in vocabulary.from_words and _ends_percent(words[before - 1], vocabulary)
    if percent or opens in vocabulary.of_words or opens in vocabulary.day_openers:
        before -= 1  # `50% of 100`, `18% tip on 45`
        if before > 0 and words[before].folded in vocabulary.tip_words:
            percent_at = before - 1 - (before > 1 and words[before - 1].folded in vocabulary.of_words)
            before = (
                percent_at if _ends_percent(words[percent_at], vocabulary) else before
            )  # `10 % de pourboire sur 45`
        before -= before > 0 and _is_percent_sign(words[before], vocabulary)
    last = len(words) - 1
    said = words[last - 1].folded in vocabulary.owners or (last == price.end and price.first > 0)
    if last >= price.end and words[last].folded in vocabulary.half_words and said:
        return last  # `dinner 60, my half`, `dinner 60 half`
    if before >= 0 and words[before].folded in vocabulary.half_words:
        return -1 if before and words[before - 1].folded in vocabulary.half_openers else before  # `my other half`
    return before if before < price.first - 1 else -1


def _is_measure(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a part measures what is bought, or is taken off: `quart de vin 8`, `30% de remise`, not `un tiers de la facture`."""
    word, after = words[at].folded, words[at + 2].folded
    if after in vocabulary.off_words | vocabulary.less_words:
        return True
    if word not in vocabulary.part_names or word in ENGLISH.part_names:
        return False
    return after not in vocabulary.articles | vocabulary.owners


def _is_the_whole(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows a half is the whole thing: `half the rent 450`, `połowa czynszu 925`, `نص الايجار 2250`."""
    following = words[at + 1]
    if words[at].folded in vocabulary.half_of:
        return following.kind is Kind.WORD and following.folded not in vocabulary.units
    known = following.folded in vocabulary.articles | vocabulary.owners
    return known or following.folded.startswith(vocabulary.glued_articles)


def _ends_percent(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word is a percentage, or the sign of one: `10%`, `10 %`."""
    return word.kind is Kind.PERCENT or _is_percent_sign(word, vocabulary)


def _is_percent_sign(word: Word, vocabulary: Vocabulary) -> bool:
    return word.kind < Kind.NUMBER and not vocabulary.percent_words.isdisjoint((word.plain, word.folded))


def _spaced_percent(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Return numerator and denominator of `10 %`; None where no such percentage stands there."""
    if at + 1 == len(words) or not _is_percent_sign(words[at + 1], vocabulary):
        return None
    written = words[at].plain
    return (int(written), 100) if written.isdecimal() and len(written) <= _DIGITS and int(written) else None


def _part(word: Word, reader: Reader) -> tuple[int, int] | None:
    """Return a part's numerator and denominator: of `half`, `25%`, `1/3`, `third`."""
    vocabulary = reader.vocabulary
    if word.folded in vocabulary.half_words:
        return 1, 2
    if word.folded in vocabulary.part_names:
        return 1, vocabulary.part_names[word.folded]
    above, _, below = word.plain.rstrip("%‰٪.").partition("/")
    if word.kind is Kind.PERCENT and above.isdecimal() and 1 <= int(above[:4]) < 100:
        return int(above), 100
    if word.kind is Kind.FRACTION and above.isdecimal() and below.isdecimal() and 0 < int(above[:4]) < int(below[:4]):
        return int(above[:4]), int(below[:4])
    return None


def is_own_part(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a price is what one paid of another: `dinner 60 split with Sam, my part 12`."""
    said = [
        word.folded for word in words[max(0, price.first - 3) : price.first] if word.folded not in vocabulary.was_words
    ]
    if price.end == len(words) and said and said[-1] in vocabulary.mine | vocabulary.owners:
        return True  # `check 148 of which mine 52`
    return len(said) > 1 and said[-1] in vocabulary.share_names and said[-2] in vocabulary.owners


def split_of(words: Words, found: list[Candidate], reader: Reader) -> Reckoned | None:
    """Read ``$100 split 4 ways``: the share first, asked about."""
    vocabulary = reader.vocabulary
    openers = _openers(vocabulary)
    split = next((n for n, word in enumerate(words) if word.folded in openers), None)
    others = [one for one in found if one.role is not Role.FRACTION and not _is_even(words, one)]
    if len(others) == 1 and others == found and others[0].role is Role.LABEL:
        others = [others[0]._replace(role=Role.PRICE)]  # `split the check 80`
    if len(others) == 1 and _is_even_with(words, vocabulary):
        return _share(others[0], 2, reader)
    if split is not None and vocabulary.halved:
        if len(others) == 1 and _is_halved(words, split, vocabulary):
            return _share(others[0], 2, reader)
        split = next((n for n, word in enumerate(words) if word.folded in vocabulary.split_words), None)
    if len(others) == 1:
        count = _sharers_said(words, others[0], split, reader)
        return _share(others[0], count, reader) if count else None
    if len(found) != 2:
        return None
    for by, labelled in (found, found[::-1]):
        is_label = split is not None and labelled.role is Role.LABEL  # `check 154 split 4 ways`
        price = labelled._replace(role=Role.PRICE) if is_label else labelled
        count, following = count_of(by, reader.money), words[by.end].folded if by.end < len(words) else ""
        measured = words[by.end - 1].folded if by.role is Role.MEASURE else following
        if by.role is Role.MEASURE:
            measured = measured.lstrip("0123456789") or measured  # `3人`
        named = measured in (vocabulary.way_words if split is not None else vocabulary.sharing_ways)
        named = named or (
            split is not None
            and (by.first > price.first or by.role is Role.GLUED)  # `met z'n 3en gedeeld 60`
            and _is_beside_split(words, by, vocabulary.split_words)
        )
        named = named or (split is not None and by.role is Role.FOR)  # `dinner for 4 112 split`
        between = words[by.first - 1].folded if by.first > price.first else ""
        named = named or between in vocabulary.between_words
        among = by.first == price.end + 1 and between in vocabulary.shared_among
        named = named or (among and measured in vocabulary.way_words)
        if named and count is not None and 2 <= count <= _MOST_SHARING:
            beside = by.first > 0 and words[by.first - 1].folded in vocabulary.with_words - vocabulary.of_words
            return _share(price, count + beside, reader)  # `with 2 friends` are three
    return None


def _is_beside_split(words: Words, count: Candidate, verbs: frozenset[str]) -> bool:
    """Whether a count stands behind words of sharing, or right before them: `divididos entre 3`, `3'e böldük`."""
    beside = (*words[max(0, count.first - 3) : count.first], *words[count.end : count.end + 2])
    return any(word.folded in verbs for word in beside)


@lru_cache(maxsize=64)
def _openers(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words of which every line has one that says with others how a price is split."""
    return vocabulary.split_words | {phrase[0] for phrase in vocabulary.halved}


def _is_halved(words: Words, start: int, vocabulary: Vocabulary) -> bool:
    """Whether words say that two share: `cena a medias 48`, `dinner 48 went halves`."""
    said = [word.folded for word in words]
    return any(
        tuple(said[at : at + length]) in vocabulary.halved
        for at in range(start, len(said))
        for length in range(1, LONGEST + 1)
    )


def _is_even(words: Words, one: Candidate) -> bool:
    return one.role in {Role.CODE, Role.CLOCK} and words[one.first].plain in _HALVES


def _is_even_with(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether somebody stands beside what says that two share: `50/50 mit Tim`, but not `50/50 raffle`."""
    return any(
        word.plain in _HALVES
        and any(near.folded in vocabulary.with_words for near in (*words[max(0, n - 2) : n], *words[n + 1 : n + 2]))
        for n, word in enumerate(words)
    )


def _share(price: Candidate, count: int, reader: Reader) -> Reckoned | None:
    amount = one_value(price)
    if amount is None or amount.working or price.sign or price.role is not Role.PRICE:
        return None
    minor = divided(amount.minor, count)
    share = Amount(minor, f"{reader.money.written(amount.minor)} ÷ {count}")
    return Reckoned(places_of(price), price.first, share, False, (amount,), share=True)


def _sharers_said(words: Words, price: Candidate, split: int | None, reader: Reader) -> int | None:
    """Return among how many people words say that a price is shared; None where they do not."""
    vocabulary = reader.vocabulary
    ways = vocabulary.sharing_ways if split is None else vocabulary.way_words
    for n, (word, following) in enumerate(pairwise(words)):
        if following.folded in ways and (count := vocabulary.small_numbers.get(word.folded, 0)) >= 2:
            beside = n > 0 and words[n - 1].folded in vocabulary.with_words - vocabulary.of_words
            return count + beside  # `three ways`, `with two friends`
    if words[-1].folded in vocabulary.half_words and words[-2].folded in vocabulary.halves_paid:
        return 2
    sharers = vocabulary.small_numbers.get(words[-1].folded, 0) if price.end < len(words) - 1 else 0
    if sharers > 1 and words[-2].folded in vocabulary.between_words:
        return sharers  # `dinner 300 between three`
    if split is None:
        return None
    count = _counted(words, split, price, vocabulary) or _company(words, split, vocabulary)
    if count:
        return count
    rest = words[split + 1 :]
    said = [
        word.folded
        for word in rest
        if word.place != words[price.first].place and word.folded not in vocabulary.self_words  # `eten 46 delen we`
    ]
    even = not said or said[0] in vocabulary.even_words or any(word.plain in _HALVES for word in rest)
    even = even or _begins_sharing(words, split, reader)
    thing = bool(split) and words[split - 1].kind is Kind.WORD and words[split - 1].folded not in vocabulary.self_words
    shared = said or not thing or _is_shared_thing(words[split - 1], words[split], reader)
    return 2 if even and shared else None  # but not `banana split 6`


def _is_shared_thing(thing: Word, verb: Word, reader: Reader) -> bool:
    """Whether a known thing stands before a verb of sharing, and is none with it: `rent split 900`, not `banana split 6`."""
    return reader.names.knows(thing.folded) and f"{thing.folded} {verb.folded}" not in reader.names.builtin


def _begins_sharing(words: Words, split: int, reader: Reader) -> bool:
    """Whether a verb of sharing begins a line, before what was shared: `split the check 80`, not `split pea soup 4`."""
    vocabulary = reader.vocabulary
    thing = words[split + 1].folded
    known = thing in vocabulary.articles | vocabulary.owners or vocabulary.small_numbers.get(thing) == 1
    who = [word.folded for word in words[:split]]
    led = vocabulary.self_words.issuperset(who)
    led = led or not (
        vocabulary.and_words.isdisjoint(who) or any(map(reader.names.knows, who))
    )  # `Joe and I split gas`
    return led and (known or reader.names.knows(thing))


def _counted(words: Words, split: int, price: Candidate, vocabulary: Vocabulary) -> int:
    """Return the number word beside a verb of sharing: `geteilt durch drei`, `поделили на троих`; 0 where there is none."""
    end = price.first if price.end == split else split  # `met z'n vieren 80 gedeeld`
    for some in (words[split + 1 : split + _NEAR], words[max(0, end - 2) : end][::-1]):
        for word in some:
            glued = word.kind is Kind.GLUED and word.plain.isdecimal() and len(word.plain) == 1  # `met z'n 4en gedeeld`
            if word.kind > Kind.WORD and not glued:
                break
            if (count := int(word.plain) if glued else vocabulary.small_numbers.get(word.folded, 0)) >= 2:
                return count
    return 0


def _company(words: Words, split: int, vocabulary: Vocabulary) -> int:
    """Return among how many a price is split by those who are named: `split with Ann and Bob`, `mit Ann geteilt`."""
    company = vocabulary.with_words - vocabulary.of_words
    for some in (words[split + 1 :], words[max(0, split - _NEAR) : split]):
        at = next((n for n, word in enumerate(some) if word.folded in company), None)
        if at is not None and (at + 1 < len(some) or at > 0):  # behind who it is in Turkish: `Ayşe ile bölüştük`
            return 2 + sum(word.folded in vocabulary.and_words or word.stop for word in some[at + 1 : -1])
    return 0
