"""Amounts in other currencies than the budget's: `50 US cents`, `100 mexican pesos`."""

from budget.currencies import is_currency_name, is_minor_unit, is_only_own
from budget.errors import Refused, Why
from budget.grammar.roles import Candidate, Reader, Role
from budget.grammar.words import Kind, Words


def of_another_currency(words: Words, first: int, end: int, written: str, reader: Reader) -> Candidate | None:
    """Return a refusal for ``50 US cents`` and ``100 mexican pesos``."""
    own, word, after = reader.money.currency, words[end], words[end + 1].folded if end + 1 < len(words) else ""
    if _says_whose(words, end, reader):
        return Candidate(first, end + 1, "", None, Refused(Why.OTHER_CURRENCY, written), Role.PRICE, blocks=True)
    if not after or word.kind is not Kind.WORD:
        return None
    if len(word.folded) <= 3 and is_minor_unit(after, own):
        return Candidate(first, end + 1, "", None, Refused(Why.UNIT, written), Role.PRICE, blocks=True)
    american = word.folded in {"us", "american"} and own.code == "USD"
    if not word.plain.isalpha() or not is_currency_name(after) or american or is_only_own(after, own):
        return None
    refused = Refused(Why.OTHER_CURRENCY, f"{written} {words[end + 1].raw}")
    return Candidate(first, end + 1, "", None, refused, Role.PRICE, blocks=True)


def _says_whose(words: Words, at: int, reader: Reader) -> bool:
    """Whether a word says of which country the dollars before it are: `40 canadian on gas`, but not `40 canadian bacon`."""
    vocabulary = reader.vocabulary
    if vocabulary.money_of.get(words[at].folded, reader.money.currency.code) == reader.money.currency.code:
        return False
    return at + 1 == len(words) or words[at + 1].folded in vocabulary.little_words | vocabulary.for_words
