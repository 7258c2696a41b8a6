"""The question that a look answers: `how much is left?`, `is rent paid?`, `what did I spend on fun?`. It records nothing."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from budget.categories import Category
from budget.grammar import words as lexer
from budget.grammar.asked_days import Stretch, When, when_of
from budget.grammar.command_tables import bare, compared, said_in
from budget.grammar.commands import bill_words
from budget.grammar.lines import ends_in_question
from budget.grammar.naming import Match
from budget.grammar.readings import Scope
from budget.grammar.unspaced import spaced
from budget.grammar.vocabulary import day_words, spending_verbs
from budget.grammar.words import Words, split_words
from languages.vocabulary import LONGEST, Vocabulary

_LONGEST = 4  # words of a bill's name that are looked for
_MOST = 12  # words of a question
_SHORTEST = 3  # letters of a thing without its ending
_SUMS = frozenset({Stretch.DAY, Stretch.LAST_WEEK, Stretch.MONTH, Stretch.DAYS})


class Asked(NamedTuple):
    """What a question is about: a bill (its name, as it is compared), a category, the paycheck, or none of them.

    Without a ``stretch`` it is about this week, or of a bill about when it is paid. ``day`` is the day that is asked about, of
    several days the first, and ``last`` the last of them.
    """

    bill: str = ""
    category: Category | None = None
    paycheck: bool = False
    stretch: Stretch | None = None
    day: date | None = None
    last: date | None = None
    thing: str = ""
    """What names no bill, and is asked about all the same. With a ``category`` it is a keyword of that one."""
    earned: bool = False
    """Whether it asks what came in. Of this and of a ``thing`` no ``stretch`` is this week."""
    who: bool = False
    """Whether the ``thing`` may be somebody who spent."""


def asked_of(text: str, scope: Scope, bills: Collection[str]) -> Asked | None:
    """Return what a question is about that records nothing; None for any other text. ``bills`` are names, as they are compared.

    A number in it is one of the days that it asks about.
    """
    text = spaced(text, scope.vocabulary)
    spoken = tuple(
        word for word in split_words(text, scope.money, scope.vocabulary) if word.kind is not lexer.Kind.SYMBOL
    )
    said = [word.folded for word in spoken]
    if not 0 < len(said) <= _MOST:
        return None
    asks = _Asks(spoken, said, scope)
    when = when_of(spoken, scope, spent=asks.spent)
    if when is None or asks.of_money(when):
        return None
    if asks.money and asks.after_bills():
        return Asked(paycheck=True)  # `left after bills`
    if not _is_question(text, said, scope) and not asks.asks_within(when) and not asks.asks_if_paid(bills):
        return asks.shown(when)
    at = asks.bill(bills)
    if at is not None and asks.is_left_after(at[1]):
        return Asked(paycheck=True)
    if at is not None:
        return asks.of_bill(*at, when)
    category, by_name = _category_in(said, scope)
    if category is None:
        return asks.of_sum(when)
    if asks.reminds and not (asks.spent or asks.money):
        return None  # `remind me about the rent`
    if not by_name and (thing := asks.thing(when)):
        return asks.of_thing(when, thing)._replace(category=category)
    return _over(when, category)


class _Asks:
    """What the words of a question ask for."""

    def __init__(self, words: Words, said: Sequence[str], scope: Scope) -> None:
        vocabulary = self._vocabulary = scope.vocabulary
        self._words, self._said, self._scope, self._today = words, said, scope, scope.today
        self._how_much = _places(said, vocabulary)
        self._tells = not spending_verbs(vocabulary).isdisjoint(said)
        self.reminds = bool(said) and said_in(vocabulary.spoken).names.get(compared(said[0])) == "remind"
        """Whether they ask to be reminded."""
        self.money = not vocabulary.money_asked.isdisjoint(said)
        """Whether they ask about money, whatever stands beside them."""
        self._spending = not vocabulary.spending_words.isdisjoint(said)
        looks = not vocabulary.look_words.isdisjoint(said) and not self.money
        self.spent = self._tells or self._spending or ((bool(self._how_much) or looks) and not self.money)
        """Whether they ask what was spent."""

    def asks_within(self, when: When) -> bool:
        """Whether they ask for a sum though nothing of that opens or ends them: `bu ay ne kadar harcadım`."""
        return bool(self._how_much) and (
            self.money or self._tells or self._spending or self.only(when) or bool(self.thing(when))
        )

    def shown(self, when: When) -> Asked | None:
        """Return what is asked to be seen without a question: `spending in october`, `fun last month`; None for another text.

        A day alone may lack its amount.
        """
        match, at = next(_matches(self._said, self._scope), (None, 0))
        category, named = (None, range(0)) if match is None else (match.category, range(at, at + match.words))
        asked = self._spending or self.money or not self._vocabulary.total_words.isdisjoint(self._said)
        asked = asked or not self._vocabulary.look_words.isdisjoint(self._said)
        days = when.stretch not in {None, Stretch.UNCLEAR, *(() if asked else (Stretch.DAY,))}
        if not days and not self._spending and not (asked and category is not None):
            return None
        beside = _beside(self._vocabulary) | self._vocabulary.money_asked
        beside |= self._vocabulary.most_words | self._vocabulary.total_words
        if any(word not in beside for n, word in enumerate(self._said) if n not in when.taken and n not in named):
            return None
        if category is None and when.stretch is Stretch.PERIOD:
            return Asked(paycheck=True)
        return _over(when, category)

    def of_sum(self, when: When) -> Asked | None:
        """Return the sum that a question asks for which names no category: of what came in, of a thing, or of days."""
        summed = _over(when) if when.taken else _over(self._month)
        if self._earned(when):
            return summed._replace(earned=True)
        most = not self._vocabulary.most_words.isdisjoint(self._said) and (self._tells or self.money)
        if most and not self._how_much:
            return summed
        if thing := self.thing(when):
            return self.of_thing(when, thing)
        if who := self.who(when):
            return self.of_thing(when, who)._replace(who=True)
        if not self.money and not self.only(when) and not self._as_of_week(when):
            return None
        if when.stretch is Stretch.PERIOD or self.paycheck:
            return Asked(paycheck=True)
        return _over(when)

    def of_thing(self, when: When, thing: str) -> Asked:
        """Return the sum of a thing: without days, of this month."""
        return _over(when if when.taken else self._month)._replace(thing=thing)

    @property
    def _month(self) -> When:
        return When(Stretch.MONTH, self._today.replace(day=1))

    def _earned(self, when: When) -> bool:
        """Whether they ask what came in. A paycheck with days is that, too, but not what is left of it or spent."""
        vocabulary, said = self._vocabulary, [word for n, word in enumerate(self._said) if n not in when.taken]
        told = bool(self._how_much) or tuple(self._said[:2]) not in vocabulary.plans  # not `will I make it to friday`
        if told and not vocabulary.earned_words.isdisjoint(said):
            return True
        if self._how_much and not self._tells and any(pair in vocabulary.came_in for pair in pairwise(said)):
            return True  # `how much came in`
        if any(tuple(said[n : n + length]) in vocabulary.got_paid for length in (2, 3) for n in range(len(said))):
            return True
        return self.paycheck and when.stretch in _SUMS and not self.money and not self._tells

    def of_money(self, when: When) -> bool:
        """Whether a number among the words is no day's and they ask for no sum: `who spent 5 yesterday?`."""
        numbers = (word.kind > lexer.Kind.WORD and n not in when.taken for n, word in enumerate(self._words))
        return not self._how_much and any(numbers)

    @property
    def paycheck(self) -> bool:
        income, said = self._vocabulary.income, self._said
        if any((word,) in income for word in said) or any(pair in income for pair in pairwise(said)):
            return True
        return self.money and self.after_bills()

    def after_bills(self) -> bool:
        """Whether they ask what the bills leave: `how much is left after all the bills`."""
        vocabulary, called = self._vocabulary, frozenset(bill_words(self._vocabulary.spoken))
        beside = vocabulary.articles | vocabulary.owners | vocabulary.everything_words
        said = [word for word in self._said if word not in beside]
        return any(before in vocabulary.after_words and word in called for before, word in pairwise(said))

    def only(self, when: When) -> bool:
        """Whether they ask for a sum of days, and say nothing else: `how much this month?`, but not `how much is lunch today?`."""
        if when.stretch is None:
            return False
        beside, rest = _beside(self._vocabulary), frozenset(range(len(self._said))) - when.taken - self._how_much
        if when.stretch is Stretch.UNCLEAR:  # its numbers are of days: `how much between 1 and 5 november?`
            rest = frozenset(n for n in rest if self._words[n].kind is lexer.Kind.WORD)
        return all(self._said[n] in beside for n in rest)

    def _as_of_week(self, when: When) -> bool:
        """Whether they ask of days what without days asks for the week: `where did my money go this month`."""
        if when.stretch in {None, Stretch.UNCLEAR}:
            return False
        said = said_in(self._vocabulary.spoken)
        rest = tuple(compared(word) for n, word in enumerate(self._said) if n not in when.taken)
        return said.messages.get(bare(rest, said.fillers, self._vocabulary.spoken)) == "week"

    def bill(self, bills: Collection[str]) -> tuple[str, int] | None:
        """Return the longest bill's name among the words, and where it begins; None where none is there."""
        for length in range(min(_LONGEST, len(self._said)), 0, -1):
            for first in range(len(self._said) - length + 1):
                name = " ".join(self._said[first : first + length])
                if name in bills:
                    return name, first
        return None

    def asks_if_paid(self, bills: Collection[str]) -> bool:
        """Whether they ask without a question mark whether a bill is paid: `is the rent paid`, `is rent due`."""
        vocabulary = self._vocabulary
        verb = bool(self._said) and self._said[0] in vocabulary.talk_verbs | vocabulary.was_words
        return verb and self._said[-1] in vocabulary.paid | vocabulary.due_words and self.bill(bills) is not None

    def of_bill(self, name: str, at: int, when: When) -> Asked:
        """Return whether a bill is asked about, or what was spent on it: without other days in this month."""
        before = self._before(at)
        on = before >= 0 and self._said[before] in self._vocabulary.spent_on
        if not ((on and self.spent) or (self._how_much and self._tells)):
            return Asked(name)
        return _over(when if when.stretch is not None else self._month)._replace(bill=name)

    def is_left_after(self, at: int) -> bool:
        """Whether they ask what a bill leaves: `what is left after the rent`."""
        before = self._before(at)
        return self.money and before >= 0 and self._said[before] in self._vocabulary.after_words

    def _before(self, at: int) -> int:
        """Return the place before a word and its articles."""
        while at > 0 and self._said[at - 1] in self._vocabulary.articles | self._vocabulary.owners:
            at -= 1
        return at - 1

    def thing(self, when: When) -> str:
        """Return what the words name behind one of `Vocabulary.spent_on` where they ask what was spent; empty for nothing."""
        if not self.spent:
            return ""
        taken = when.taken | self._how_much
        openers = (n for n, word in enumerate(self._said) if word in self._vocabulary.spent_on and n not in when.taken)
        behind = (self._thing_behind(n, taken) for n in openers)
        before = (self._thing_before(n, taken) for n in range(len(self._said)) if n not in taken)
        return next(filter(None, chain(behind, before)), "")

    def who(self, when: When) -> str:
        """Return who is asked about: `what did Ann spend`; empty for nobody."""
        vocabulary = self._vocabulary
        beside = vocabulary.self_words | vocabulary.others | vocabulary.little_words | vocabulary.closings
        for at, word in enumerate(self._said[:-2]):
            who, verb = self._words[at + 1], self._said[at + 2]
            spends = verb in vocabulary.money_asked | vocabulary.pay_verbs or verb in spending_verbs(vocabulary)
            if (
                word in vocabulary.telling_questions
                and spends
                and who.folded not in beside
                and at + 1 not in when.taken
            ):
                return who.plain if who.kind is lexer.Kind.WORD else ""
        return ""

    def _thing_before(self, last: int, taken: frozenset[int]) -> str:
        """Return what a word says was bought by what stands behind it, or by its ending: `タコスに`, `tacoya`, `Migros'a`."""
        vocabulary = self._vocabulary
        no_thing = _no_things(vocabulary) | vocabulary.little_words | vocabulary.articles
        word = self._words[last]
        if word.kind is not lexer.Kind.WORD or word.folded in no_thing:
            return ""
        behind = self._said[last + 1] if last + 1 < len(self._said) and last + 1 not in taken else ""
        if behind in vocabulary.spent_on_after or behind.removeprefix("'") in vocabulary.spent_on_endings:
            return word.plain
        for ending in vocabulary.spent_on_endings:
            if word.folded.endswith(ending) and len(word.folded) - len(ending) >= _SHORTEST:
                return word.plain[: -len(ending)]
        return ""

    def _thing_behind(self, opener: int, taken: frozenset[int]) -> str:
        vocabulary, at = self._vocabulary, opener + 1
        while at < len(self._said) and self._said[at] in vocabulary.little_words | vocabulary.articles:
            at += 1
        end = at
        while end < len(self._said) and end not in taken and self._said[end] not in _no_things(vocabulary):
            end += 1
        return " ".join(word.plain for word in self._words[at:end])


def _places(said: Sequence[str], vocabulary: Vocabulary) -> frozenset[int]:
    """Return the places of the words that ask for a sum."""
    return frozenset(
        n
        for length in range(1, LONGEST)
        for first in range(len(said) - length + 1)
        if tuple(said[first : first + length]) in vocabulary.how_much
        for n in range(first, first + length)
    )


@lru_cache(maxsize=64)
def _beside(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that beside days say nothing more."""
    openers = vocabulary.day_openers | vocabulary.for_words | vocabulary.in_words | vocabulary.of_words
    openers |= vocabulary.look_words | vocabulary.spending_words | vocabulary.please_words
    beside = vocabulary.between_words | vocabulary.and_words | vocabulary.from_words | vocabulary.recurring_days.keys()
    return openers | beside | vocabulary.little_words | vocabulary.articles | vocabulary.spent_on | vocabulary.particles


@lru_cache(maxsize=64)
def _no_things(vocabulary: Vocabulary) -> frozenset[str]:
    """Return words that name nothing that is bought: `on everything`, `in total`, `at the weekend`."""
    return frozenset(
        {
            *vocabulary.everything_words,
            *vocabulary.total_words,
            *vocabulary.total_beside,
            *vocabulary.money_asked,
            *vocabulary.spent_on,
            *vocabulary.question_words,
            *vocabulary.closing_questions,
            *vocabulary.recurring_days,
            *vocabulary.recurring_months,
            *vocabulary.weekend_words,
            *spending_verbs(vocabulary),
            *day_words(vocabulary),
        }
    )


def _is_question(text: str, said: Sequence[str], scope: Scope) -> bool:
    vocabulary = scope.vocabulary
    opens = said[0] in vocabulary.question_words or {tuple(said[:1]), tuple(said[:2])} & vocabulary.plans
    return bool(opens) or ends_in_question(text) or said[-1] in vocabulary.closing_questions


def _over(when: When, category: Category | None = None) -> Asked:
    """Return what asks about some days."""
    return Asked("", category, False, *when[:3])


def _matches(said: Sequence[str], scope: Scope) -> Iterator[tuple[Match, int]]:
    """Yield where words name a category by its name, key or a keyword."""
    for n in range(len(said)):
        if (match := scope.names.own(said[n:])) is not None:
            yield match, n


def _category_in(said: Sequence[str], scope: Scope) -> tuple[Category | None, bool]:
    """Return the one category that words name, and whether by its own name and no keyword; None for none, and for several."""
    found = [match for match, _ in _matches(said, scope)]
    one = len({match.category.number for match in found}) == 1
    return (found[0].category, any(match.by_name for match in found)) if one else (None, False)
