"""Which words belong to a number: `1 234`, `12 . 50`, `5 + 3`."""

import re
import unicodedata

from budget.currencies import MONEY_WORDS, is_own_minor_unit, mark_of
from budget.grammar.addresses import ends_name, is_ride
from budget.grammar.measures import follows_size, names_period
from budget.grammar.roles import Reader
from budget.grammar.signs import OPERATORS, TIMES
from budget.grammar.spaced_numbers import counts_nothing, names_price, says_how_many, weighs
from budget.grammar.vocabulary import only_income
from budget.grammar.words import NO_BREAK, Kind, Word, Words
from budget.money import Money
from languages.vocabulary import Vocabulary

_HEAD = re.compile(r"[^0-9.,'’]{0,4}[1-9][0-9]{0,2}")
_GROUP = re.compile(r"[0-9]{3}")
_LAST_GROUP = re.compile(r"([0-9]{3})([.,][0-9]{1,3})?([^0-9.,\s]{0,9})")
_OPERATOR_FIRST = re.compile(rf"[{TIMES}+][$€£¥₹]?[.,]?[0-9]")
_TIMES_BEHIND = re.compile(r"\*[1-9][0-9]?[.,;]?")  # `35 *2`: the star is no part of the word's number
_STARTS_PRICE = re.compile(r"[$€£¥₹]?[.,]?[0-9]")
PERIOD = 2  # digits
_FEW_WORDS = 3  # before a price that spaces group: `ремонт машины 12 500`


def belongs_to_amount(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word may be part of an amount: a number, the money's name or a word for thousands."""
    return word.kind is Kind.NUMBER or word.folded in MONEY_WORDS or word.folded in vocabulary.multipliers


def grouped(words: Words, span: tuple[int, int], text: str, reader: Reader, *, join: bool) -> tuple[str, int, bool]:
    """Put ``1 234,50`` together; tell whether it may as well be two numbers.

    Plain where the spaces do not break, where the locale groups so, and at the line's start for a number with decimals.
    """
    first, end = span
    if end >= len(words) or words[end].kind is not Kind.NUMBER or not _HEAD.fullmatch(text):
        return text, end, False
    if words[end - 1].stop or words[end - 1].raw.endswith("."):  # `dentysta 12. 110`
        return text, end, False
    last, decimals = end, False
    while last < len(words) and _GROUP.fullmatch(words[last].plain):
        last += 1
    if last < len(words) and (tail := _LAST_GROUP.fullmatch(words[last].plain)) is not None:
        decimals = tail[2] is not None
        last += 1
    if last == end:
        return text, end, False
    weighed = len(text) > 1 and words[end].plain[0] != "0" and weighs(words, last, reader)
    if weighed and not names_period(words, last + 1, reader.vocabulary):
        return text, end, False  # `350 500 g de farine`
    by_spaces = reader.money.locale.group in NO_BREAK
    plain = all(word.joined for word in words[end:last])
    short = len(text) == 1 or first == 0  # `ordi 1 250,50`, but `ligne 42 230,40` may be two
    plain = (
        plain
        or (by_spaces and ((decimals and short) or first == 0 or words[end].plain[0] == "0"))
        or (by_spaces and short and is_mark(said(words, last), reader.money))  # `loyer 1 150 €`
        or (by_spaces and len(text) == 1 and (said(words, first - 1),) in reader.vocabulary.income)  # `salaire 1 850`
        or (first == 0 and decimals)
        or (by_spaces and said(words, first - 1) in reader.vocabulary.price_openers)  # `кроссовки за 7 990`
    )
    before, vocabulary = said(words, first - 1), reader.vocabulary
    labelled = before in vocabulary.labels | vocabulary.size_words or is_ride(words, first, text, vocabulary)
    labelled = labelled or says_how_many(words, first, reader) or ends_name(words, first, text, vocabulary)
    period = len(text) <= PERIOD and names_period(words, first, vocabulary)
    labelled = labelled or (period and not by_spaces)  # `Miete Monat 11 850`; `loyer du mois 1 245` is asked about
    labelled = labelled or ((before,) in vocabulary.number_openers and len(text) <= 2)  # `dentiste le 12 110`
    if by_spaces and follows_size(words, first, vocabulary):
        plain, labelled = True, False
    if (
        by_spaces and not plain and not labelled and not period
    ):  # `пришла зарплата 85 500`, `czynsz 1 850`, but `кофе 2 500`
        plain = 0 < first <= _FEW_WORDS and names_price(words[:first], text, reader)
        plain = plain or only_income([word.folded for word in words[:first]], vocabulary)
        plain = plain or counts_nothing(words[:first], reader)
    labelled = labelled and not (by_spaces and len(text) == 1 and before in vocabulary.bought_labels)  # `bus 2 340`
    doubt = not plain or (labelled and not all(word.joined for word in words[end:last]))  # `стол 7 120 руб`
    if doubt and ((labelled and not plain) or not join):
        return text, end, False
    return " ".join([text, *(word.plain for word in words[end:last])]), last, doubt


def with_marks(words: Words, text: str, end: int, reader: Reader) -> tuple[str, int]:
    """Return a number with the ``k``, the mark, the minor unit or the cents that follow it."""
    money = reader.money
    if end < len(words) and words[end].plain in {"k", "K"}:
        text, end = text + "k", end + 1
    if end >= len(words) or words[end].kind > Kind.WORD:
        return text, end
    plain = words[end].plain
    following = words[end + 1].kind if end + 1 < len(words) else Kind.WORD
    cents_said = is_own_minor_unit(said(words, end + 2), money.currency)  # `5 € 50 cent`
    if money.locale.symbol_first and plain == money.currency.symbol and following is Kind.NUMBER and not cents_said:
        return text, end  # `quarto 12 R$ 185`
    weighs = words[end].folded in reader.vocabulary.units and len(text) > 2  # `200 gr sera`, but `50 gr` in Poland
    if is_own_minor_unit(words[end].folded, money.currency) and text.isdecimal() and not weighs:
        return f"{text} {words[end].folded}", end + 1
    mark, slash, unit = plain.partition("/")
    if slash and unit.lower() in reader.vocabulary.per_words | reader.vocabulary.units and is_mark(mark, money):
        return f"{text} {mark}", end + 1  # `3 zł/szt`
    if not is_mark(plain, money):
        plain = words[end].folded  # without the full stop of a sentence
        if not plain or not is_mark(plain, money):
            return text, end
    cents = words[end + 1].plain if end + 1 < len(words) else ""
    apart = len(plain) == 1 and not plain.isalpha() and (cents_said or not money.locale.symbol_first)
    if apart and text.isdecimal() and len(cents) == 2 and cents.isdecimal():
        return f"{text}{plain}{cents}", end + 2 + cents_said  # `2 € 50`, `2 € 50 cent`
    if mark_of(text[:1], money.currency) and mark_of(plain, money.currency):
        return text, end + 1  # $20 USD
    return f"{text} {plain}", end + 1


def with_operators(words: Words, text: str, end: int, reader: Reader) -> tuple[str, int]:
    """Return a number with the sum that spaces keep apart from it: ``2 x 3.50``, ``4 dollars x 3``, ``3.50+ 4.20``, ``3.50 x2``."""
    while end < len(words):
        word = words[end].plain
        after = (
            words[end + 1].plain if end + 1 < len(words) and words[end + 1].kind in {Kind.NUMBER, Kind.COUNT} else ""
        )
        if word in OPERATORS and _STARTS_PRICE.match(after):
            after, last = with_marks(words, after, end + 2, reader)
            text, end = text + OPERATORS[word] + after, last
        elif words[end].kind in {Kind.NUMBER, Kind.COUNT} and text[-1] in OPERATORS and _STARTS_PRICE.match(word):
            text, end = text + word, end + 1
        elif words[end].kind is Kind.NUMBER and _TIMES_BEHIND.fullmatch(words[end].raw):
            text, end = f"{text}×{word}", end + 1
        elif words[end].kind in {Kind.NUMBER, Kind.COUNT} and _OPERATOR_FIRST.match(word) and words[end].raw[0] != "@":
            text, end = text + OPERATORS[word[0]] + word[1:], end + 1
        else:
            break
    return text, end


def is_measure(word: str, reader: Reader) -> bool:
    """Whether a number before a word measures, so that a dash before it parts: `gas 40 - 12 gal`."""
    return word in reader.vocabulary.units or word in reader.vocabulary.containers


def is_mark(word: str, money: Money) -> bool:
    return mark_of(word, money.currency) is not None or (len(word) == 1 and unicodedata.category(word) == "Sc")


def said(words: Words, at: int) -> str:
    return words[at].folded if 0 <= at < len(words) else ""
