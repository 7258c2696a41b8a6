"""The question whether money is there: `can I afford 600?`, `can we buy shoes for 80 fun?`. It records nothing."""

from collections.abc import Sequence
from itertools import pairwise

from budget.errors import Refused
from budget.grammar import words as lexer
from budget.grammar.notes import Writer
from budget.grammar.prices import picks_of
from budget.grammar.readings import Afford, Scope
from budget.grammar.roles import Reader
from budget.grammar.words import Word, Words
from languages.vocabulary import Vocabulary


def afford_of(line: str, words: Words, scope: Scope) -> Afford | None:
    """Return what a question asks to afford; None for any other line, and for a question whose amount is not clear."""
    rest = _asked_for(words, scope)
    if not any(word.kind > lexer.Kind.WORD for word in rest):
        return None
    try:
        picks = picks_of(rest, Reader(scope.money, scope.vocabulary, scope.names), scope.names)
        if (
            (picks.doubtful and not _is_at_price(rest, scope.vocabulary))
            or len(picks.picks) != 1
            or len(picks.picks[0].parts) != 1
        ):
            return None
        (part,) = picks.picks[0].parts
        amount = scope.money.checked(part.amount).minor
        named = Writer(line, scope.today, scope).named(part).categories
    except Refused:
        return None
    return Afford(amount, named[0].number if len(named) == 1 else None)


def _is_at_price(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether the one number of what is to be bought is its price, and no hour: `acheter des chaussures à 80`."""
    numbers = [n for n, word in enumerate(words) if word.kind > lexer.Kind.WORD]
    return len(numbers) == 1 and numbers[0] > 1 and words[numbers[0] - 1].folded in vocabulary.talk_places


def opens_plan(said: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words begin as a question or a plan does."""
    return any(tuple(said[:length]) in vocabulary.plans for length in (1, 2, 3))


def _asked_for(words: Words, scope: Scope) -> Words:
    """Return the words behind `can I afford`; none where the line does not ask so."""
    spoken = [word for word in words if word.kind is not lexer.Kind.SYMBOL]
    said = [word.folded for word in spoken]
    vocabulary = scope.vocabulary
    if said[:1] == ["afford"]:
        return tuple(spoken[1:])
    if vocabulary.afford_ends and (asked := _asked_last(spoken, vocabulary)):
        return asked
    opened = next((n for n in (3, 2, 1) if tuple(said[:n]) in vocabulary.afford_openings), 0)
    if not opened or (opened == 1 and not opens_plan(said, vocabulary)):
        return ()
    if spoken[-1].folded in vocabulary.afford_last:
        return tuple(spoken[opened:-1])  # `kann ich mir Schuhe für 80 leisten`
    supposed = tuple(said[:opened]) not in vocabulary.plans  # `if I get 50` may be money that comes in
    if supposed and scope.shared:
        return ()
    verbs = vocabulary.afford_verbs - (vocabulary.got if supposed else frozenset())
    verb = next((n for n, word in enumerate(said[:6]) if n >= opened and word in verbs), None)
    if verb is None or _comes_again(said, vocabulary):
        return ()
    return _up_to_question(spoken[verb + 1 :], vocabulary)


def _comes_again(said: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether words say that it is spent again and again: `20 a day`."""
    again = vocabulary.rate_words | vocabulary.every_words
    return any(before in again and unit in vocabulary.recurring_days for before, unit in pairwise(said))


def _up_to_question(spoken: list[Word], vocabulary: Vocabulary) -> Words:
    """Return the words before what asks more behind the amount: of `300 can I still make it to payday` the first."""
    priced = next((n for n, word in enumerate(spoken, 1) if word.kind > lexer.Kind.WORD), len(spoken))
    said = [word.folded for word in spoken]
    asks = (
        n for n in range(priced, len(said)) if said[n] in vocabulary.question_words or opens_plan(said[n:], vocabulary)
    )
    return tuple(spoken[: next(asks, len(said))])


def _asked_last(spoken: list[Word], vocabulary: Vocabulary) -> Words:
    """Return the words before `使えるかな` and `harcayabilir miyim`, in a language whose verbs end a sentence."""
    end = len(spoken)
    while end and spoken[end - 1].folded in vocabulary.closing_questions - vocabulary.afford_ends:
        end -= 1
    verbs = end
    while verbs and spoken[verbs - 1].folded in vocabulary.afford_ends:  # `500 harcasam olur mu`
        verbs -= 1
    return tuple(spoken[:verbs]) if verbs < end else ()
