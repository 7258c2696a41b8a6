"""Whether a verb tells of something else than what was spent: `ran 5`, `saw 2 films`; `went to the cinema 9` does not."""

import re

from budget.grammar.naming import Names
from budget.grammar.roles import Candidate, Reader
from budget.grammar.vocabulary import spending_verbs
from budget.grammar.words import Kind, Word, Words
from languages.vocabulary import LONGEST, Vocabulary

_CENTS = re.compile(r"[.,][0-9]{2}$")


def tells_cost(words: Words, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a verb right behind an amount says that something cost it: `das hat 14 gekostet`."""
    return price.end < len(words) and words[price.end].folded in vocabulary.cost_verbs


def _is_possessive(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word of talk says whose something is: `van passed its MOT 54.85`, but not `its 40`."""
    if at == 0 or words[at].folded not in vocabulary.possessives or words[at + 1].kind is not Kind.WORD:
        return False
    before = words[at - 1].folded
    return before.endswith(vocabulary.past_endings) or before in vocabulary.verbs_first | vocabulary.behind_things


def has_talk_verb(words: Words, price: Candidate, reader: Reader, names: Names) -> bool:
    vocabulary, known = reader.vocabulary, price.mark  # `the couch was $300`
    talk = vocabulary.marked_talk if price.mark else vocabulary.talk_verbs
    beside = vocabulary.auxiliaries | vocabulary.was_words if tells_cost(words, price, vocabulary) else frozenset()
    verbs = spending_verbs(vocabulary)
    spent = any(word.folded in verbs and word.folded not in vocabulary.self_words for word in words)
    began = _clause_of_spending(words, price, verbs)
    for at, word in enumerate(words[began : price.first], began):
        denies = word.folded in vocabulary.not_openings and word.folded in talk
        if not denies and _tells_of_spending(words, at + 1, vocabulary):
            continue
        if (
            word.folded in beside
            or _begins_name(words, at, names, vocabulary)
            or _has_gone(words, at, price, names, vocabulary)
        ):
            continue  # `im Kino gewesen, hat 14 gekostet`
        if (spent and word.folded in vocabulary.self_words) or _is_possessive(words, at, vocabulary):
            continue  # `ich habe 20 für Pizza ausgegeben`
        if at and _is_beside(word.folded, words[at - 1], vocabulary):
            continue  # `dinner with Will 30`, `service call 90`
        if word.folded in vocabulary.was_words:
            known = known or names.everyday([one.folded for one in words[:at]], backwards=True) is not None
            known = known or (at < 2 and _tells_where(words, at, price, names, vocabulary))
            known = known or _was_cost(words, at, price, vocabulary)
        if word.folded in talk or (word.folded in vocabulary.was_words and not known):
            return True
        known = known or names.knows(word.folded)
    return False


def _clause_of_spending(words: Words, price: Candidate, verbs: frozenset[str]) -> int:
    """Return where the clause begins that says what was spent, behind another one: `the van is a 2009, paid $89 for brakes`."""
    last = next((n for n in range(price.first - 1, 0, -1) if words[n - 1].stop), 0)
    return last if words[last].folded in verbs else 0


def _begins_name(words: Words, at: int, names: Names, vocabulary: Vocabulary) -> bool:
    """Whether a word begins what is bought, of several words, or a name: `ho mobile` is an Italian provider, `São Paulo` a city."""
    if tuple(word.folded for word in words[at : at + 2]) in vocabulary.named_talk:
        return True
    found = names.everyday_word([word.folded for word in words[at : at + LONGEST]])
    return found is not None and " " in found[0]


def _tells_of_spending(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what follows a verb of talk says what was spent: `j'ai dépensé 20`, `i have just spent 55`."""
    while words[at].folded in vocabulary.little_words and words[at].folded not in vocabulary.paid:
        at += 1
    return words[at].folded in vocabulary.paid or words[at].folded in vocabulary.participles


def _is_beside(word: str, before: Word, vocabulary: Vocabulary) -> bool:
    """Whether the word before one of talk makes it none: `7 am coffee 4`, `dinner with Will 30`, `cena con Sara 25`."""
    if word in vocabulary.clock_words and before.plain.isdecimal():
        return True
    named = (before.folded, word) in vocabulary.named_talk
    return named or before.folded in vocabulary.with_words | vocabulary.for_words


def _tells_where(words: Words, at: int, price: Candidate, names: Names, vocabulary: Vocabulary) -> bool:
    """Whether where somebody was is known: `war im Kino 19,80`, `wir waren im Kino 12`, but not `war das Kino 12`."""
    if price.decimals:
        return _any_known(words[at + 1 : price.first], names)
    if at + 2 < price.first and words[price.first - 1].folded in vocabulary.amount_verbs:
        return True  # `был в леруа ушло 4120`
    asks = at == 0 and words[1].folded in vocabulary.articles
    return not asks and price.end == len(words) and at + 2 < price.first and names.knows(words[price.first - 1].folded)


def _has_gone(words: Words, at: int, price: Candidate, names: Names, vocabulary: Vocabulary) -> bool:
    """Whether a verb of talk says where somebody was, right before the amount: `sono stato al bar 12`."""
    if price.end != len(words) or vocabulary.gone_words.isdisjoint(word.folded for word in words[at + 1 : price.first]):
        return False
    if any(word.folded in vocabulary.not_openings | vocabulary.no_words for word in words[: price.first]):
        return False  # `non sono andato al cinema 9`
    last = price.first - 1 - (words[price.first - 1].folded in vocabulary.gone_words)
    return last > at and names.knows(words[last].folded)


def _was_cost(words: Words, at: int, price: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether a past verb that ends at the amount tells what something cost: `nails were 55`, `got dry cleaning it was 27.50`.

    Of what is not known to be bought, the amount has cents, and cannot be an hour: `picked up Tom it was 9.30`.
    """
    if price.end != len(words) or not at:
        return False
    if words[at - 1].folded in vocabulary.bought_things:
        return True
    plain = words[price.first].plain
    bought = any(word.folded in spending_verbs(vocabulary) for word in words[: at - 1])
    thing = bought or words[at - 1].folded not in vocabulary.little_words | vocabulary.they | vocabulary.money_names
    return thing and _CENTS.search(plain) is not None and not is_time(plain)


def _any_known(words: Words, names: Names) -> bool:
    return any(names.knows(word.folded) for word in words)


def speaks(words: Words) -> bool:
    return any(word.kind is not Kind.SYMBOL for word in words)


def is_time(plain: str) -> bool:
    hours, _, minutes = plain.replace(",", ".").partition(".")
    return hours.isdecimal() and len(minutes) == 2 and minutes.isdecimal() and int(hours[:3]) < 24 and int(minutes) < 60
