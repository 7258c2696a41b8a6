"""What holds for every text, not only for the examples that somebody thought of."""

import sys
import unicodedata
from dataclasses import astuple
from datetime import date
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budget.categories import STARTERS, Category
from budget.currencies import CURRENCIES, currency_named, usual_scale
from budget.entries import LONGEST_NOTE, Entry
from budget.errors import Why
from budget.grammar import About, Question, Reading, Scope, Understood, Unreadable, read
from budget.locales import LOCALES, Locale, locale_named
from budget.money import Money
from tests.scale import LONG

pytestmark = pytest.mark.slow  # see tests/storage/test_ledger_machine.py

SUNDAY = date(2026, 11, 22)
settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")


def scope(locale: str = "en_US", currency: str = "USD") -> Scope:
    money = Money(currency_named(currency), locale_named(locale))
    categories = tuple(Category(n, new.key, new.name, new.keywords, new.limit) for n, new in enumerate(STARTERS, 1))
    return Scope(money, categories, SUNDAY)


BUDGETS = [
    scope(*pair.split())
    for pair in (
        "en_US USD", "de_DE EUR", "fr_FR EUR", "de_CH CHF", "en_GB GBP", "ja_JP JPY", "ar_KW KWD", "en_US KWD",
        "sv_SE SEK",
    )
]  # fmt: skip
VALID = [
    "12.50 fun tacos", "paid 1500", "1,234.50 fun", "1.234,50 fun", "1 234,50 fun", "5'000 fun", "1.5k fun", "$5 fun",
    "5 USD fun", "2x3.50 fun", "3.50+4.20 fun", "bus 42 3.00", "3 beers 18", "see you at 7", "12.50 groceries milk",
    "12.50 fun 3/14", "14.3. 12,50 fun", "12.50 fun 2026-03-14", "12.50 fun 3 days ago", "yesterday 12.50 fun",
    "+40", "-12.50 fun", "refund 12.50 fun", "paid 900 rent", "12.50 #fun tacos", "12 march 20", "1.250 fun",
    "12.50 predictable necessities milk", "fun", "lunch was 14", "dinner 40 + 20% tip", "soda 2/$5", "hotel 300 11/22-11/24",
    "hotel 300 nov 22-24", "plumber (212) 555-0177 95", "2.99 ice cream x2", "hotel 150 x 2 nights", "bought 3 books",
    "gas 12.3 gal @ 3.459", "rent 900 12 Oak Ave", "bus 45 auto 60", "camp 3 days 45 each", "the 20th 5 fun",
    "3 cups coffee @ 4", "coffee...4", "last saturday night 5 fun", "dinner 25pp x 4", "house $1.2M", "soda 99c",
]  # fmt: skip
WORDS = [
    *{word for text in VALID for word in text.split()}, "x", "*", "+", "-", "/", "%", "×", "1e3", "nan", "inf", "0", "$",
    "€", "EUR", "k", "5k", "½", "5²", "١٢٫٥٠", "🌮", "#", "#fun", "on", "last", "ago", "today", "march", "may", "29", "234",
    "000", "2026", "9999999999999999", "1/1/0001", "31.12.9999", "salary", "got", "un", "p", "!", "(", "\ue000", "'",
    "\u200b", "\u200e", "\u2060", "\xad", "11/22-24", "22-24", "11月23日", "(212)", "07700", "900123", "3.459", "each", "x2",
]  # fmt: skip
HOSTILE = st.text("0123456789 .,'’+-*x×/%$€kK#()e\n;\xa0\u202f\u066b\u066c٣３½²\u200b\ue000funday", max_size=80)
LINES = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.sampled_from([" ", " ", "\xa0", "  ", "\t", "", ", "]).map(lambda space: space.join(words))
)
TEXTS = st.one_of(st.text(max_size=300), HOSTILE, LINES, st.lists(LINES, max_size=25).map("\n".join))


def entries_of(reading: Reading) -> tuple[Entry, ...]:
    match reading:
        case Understood(entry, _):
            return (entry,)
        case Question(_, choices):
            assert choices
            assert len(set(choices)) == len(choices)
            return tuple(entry for choice in choices for entry in choice.entries)
        case _:
            return ()


def every_entry_could_be(text: str, against: Scope) -> None:
    for line, reading in read(text, against):
        for entry in entries_of(reading):
            assert 0 < entry.amount <= against.money.cap
            assert len(entry.note) <= LONGEST_NOTE
            assert entry.day <= against.today
            assert entry.category in {None, 1, 2, 3, 4}
            assert all(word in line for word in entry.note.split())


@given(TEXTS, st.sampled_from(BUDGETS))
def test_any_text_is_read_without_an_error_and_into_entries_that_can_be(text: str, against: Scope) -> None:
    every_entry_could_be(text, against)


@given(st.sampled_from(VALID), st.integers(0, 40), st.integers(0, 3), TEXTS, st.sampled_from(BUDGETS))
def test_a_mutated_entry_is_read_without_an_error_too(text: str, at: int, gone: int, new: str, against: Scope) -> None:
    every_entry_could_be(text[:at] + new[:5] + text[at + gone :], against)


def amount_of(text: str, against: Scope) -> int:
    ((_, reading),) = read(text, against)
    assert isinstance(reading, Understood), f"{text!r} was read as {reading}"
    assert reading.entry.category == 1
    assert reading.entry.note == ""
    return reading.entry.amount


NUMERALS = st.from_regex(
    r"[1-9][0-9]{0,5}([.,'/x-][0-9]{1,4}){0,3}[ok%+]{0,1}", fullmatch=True, alphabet=st.characters(codec="ascii")
)


def digits_of(number: str) -> str:
    """Return the digits of a number that count: without zeros around them."""
    return "".join(filter(str.isdecimal, number)).strip("0")


@given(NUMERALS, st.sampled_from(BUDGETS))
def test_no_amount_is_taken_from_part_of_a_number(numeral: str, against: Scope) -> None:
    for text in (f"curry {numeral}", f"{numeral} curry", f"{numeral} fun"):
        ((_, reading),) = read(text, against)

        for entry in entries_of(reading):
            assert entry.working or digits_of(str(entry.amount)) == digits_of(numeral), text


PRICED = st.lists(
    st.tuples(st.sampled_from(["curry", "candle", "scarf", "lamp", "vase", "book"]), st.integers(101, 9999)),
    min_size=2,
    max_size=6,
)


@given(PRICED, st.sampled_from([", ", " and ", " & ", " + ", " "]), st.booleans())
def test_the_sum_that_is_confirmed_is_the_sum_of_the_entries(
    priced: list[tuple[str, int]], joint: str, mark: bool
) -> None:
    priced = [(word, cents + (cents % 100 == 0)) for word, cents in priced]  # decimals, so that none is a count
    text = joint.join(f"{word} {'$' * mark}{cents // 100}.{cents % 100:02}" for word, cents in priced)

    ((_, reading),) = read(text, BUDGETS[0])

    assert isinstance(reading, Question), text
    first = reading.choices[0]
    assert first.total == sum(cents for _, cents in priced)
    if len(first.entries) > 1:
        assert [(entry.note, entry.amount) for entry in first.entries] == priced


AMOUNTS_IN = {
    exponent: st.one_of(
        st.integers(1, 1_000_000 * 10**exponent),
        st.integers(1, 1_000_000).map((10**exponent).__mul__),
        st.integers(1, 10 ** (exponent + 4)),
    )
    for exponent in (0, 2, 3)
}


@given(st.data(), st.sampled_from(sorted(LOCALES)), st.sampled_from(sorted(CURRENCIES)))
@settings(max_examples=1000 if LONG else 300)
def test_a_written_amount_reads_back_the_same(data: st.DataObject, locale: str, currency: str) -> None:
    against = scope(locale, currency)
    money = against.money
    amount = data.draw(AMOUNTS_IN[money.currency.exponent])
    if usual_scale(money.currency) >= 1000:  # `kopi 25` are 25,000 rupiah: below a thousand it is asked
        amount += 1000 * 10**money.currency.exponent
    for written in (
        money.written(amount),
        money.written(amount, short=True),
        money.written(amount, bare=True),
        money.written(amount, bare=True, short=True),
    ):
        assert amount_of(f"{written} fun", against) == amount, written
        assert amount_of(f"fun {written}", against) == amount, written


def kind_of(locale: Locale) -> tuple[object, ...]:
    """What a reading of an amount knows of a locale: its marks, and whether it is one of those that the grammar names."""
    language, _, territory = locale.name.partition("_")
    return (*astuple(locale)[1:], language in {"en", "ja"}, territory in {"CH", "IN"})


def currencies_for(locale: str) -> list[str]:
    """All of them with CHAOS; else those of one kind share them, so that each kind is tried with each currency."""
    if LONG:
        return list(CURRENCIES)
    alike = [name for name in sorted(LOCALES) if kind_of(LOCALES[name]) == kind_of(LOCALES[locale])]
    return list(CURRENCIES)[alike.index(locale) :: len(alike)]


@pytest.mark.slow  # that each line of the code is reached, others show in a tenth of the time
@pytest.mark.parametrize("locale", sorted(LOCALES))
def test_the_corners_read_back_in_every_locale_and_currency(locale: str) -> None:
    for currency in currencies_for(locale):
        against = scope(locale, currency)
        money, unit = against.money, 10 ** CURRENCIES[currency].exponent
        for amount in {1, unit, 999 * unit, 1000 * unit, 1234 * unit + unit // 2, money.cap - 1, money.cap}:
            assert amount_of(f"{money.written(amount)} fun", against) == amount
            assert amount_of(f"{money.written(amount, short=True)} fun", against) == amount


@given(st.integers(1, 100_000_000))
def test_a_plain_amount_is_read_by_every_locale(amount: int) -> None:
    for against in BUDGETS:
        money = against.money
        amount = min(amount, money.cap)
        if money.currency.exponent != 3:  # 1.250 is asked about where the point is no decimal mark
            assert amount_of(f"{money.plain(amount)} fun", against) == amount


ZEROS = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.decimal(chr(code), None) == 0]


@pytest.mark.parametrize(
    "text", ["1234567890", "12.50 fun", "1,234.50 fun", "12.50 fun 3/14", "3 beers 18", "2x3.50 fun"]
)
def test_digits_of_every_script_read_like_ascii(text: str) -> None:
    def meant(text: str) -> list[tuple[int, date, int | None]]:
        ((_, reading),) = read(text, BUDGETS[0])
        return [(entry.amount, entry.day, entry.category) for entry in entries_of(reading)]

    for zero in ZEROS:
        there = text.translate({ord("0") + digit: ord(zero) + digit for digit in range(10)})
        assert meant(there) == meant(text), there


HOSTILE_LINES = [
    "1 ", "1,", "+", "#fun ", "(", "1.1 ", "1.250 ", "$1 ", "€1 ", "1 USD ", "1 fun ", "1.1 fun ", "fun 1 ", "1 234 ",
    "234 ", "１ ", "+1 ", "1 x ", "1+", "1x", "1-", "1/", "1e", "0", "9", "½", "%", "1 % ", "a ", "on ", "monday ", "paid ",
    "refund ", "predictable ", ".", "'", "$", "🌮", "\xa01", "1 march ", "e\u0301",
    "(212) ", "0770 ", "11/22-11/24 ", "22-24 nov ", "x2 ", "was 1 ", "predictable necessities ", "1 + 2% ", "2/$5 ",
]  # fmt: skip


def work(text: str) -> int:
    """How many steps of Python the reader takes; the same on every machine."""
    steps = 0

    def count(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        read(text, BUDGETS[0])
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("piece", HOSTILE_LINES)
def test_twice_the_text_is_at_most_about_twice_the_work(piece: str) -> None:
    once, twice = ((piece * size)[:size] for size in (600, 1200))

    assert work(twice) < 3 * work(once)


@pytest.mark.parametrize("piece", HOSTILE_LINES)
def test_the_longest_message_is_read(piece: str) -> None:
    every_entry_could_be((piece * 4096)[:4096], BUDGETS[0])


@pytest.mark.parametrize(
    ("text", "locale", "choices"),
    [
        (" ".join(f"{n}.10" for n in range(1, 9)), "en_US USD", 8),
        ("1 234 2 345 3 456 4 567", "en_US USD", 12),
        ("7.375 1.250 2,500 1.250 1 234 4 567", "en_US USD", 12),
        ("2 345 5.125 3.10 2,500 and 2,500 3.10 2,500", "de_DE EUR", 12),  # two days with a dozen amounts each
        ("x 8.500 2 345 1.250 8.500 2,500 and 3.10 8.500", "de_CH CHF", 12),
    ],
)
def test_a_question_has_a_dozen_choices_at_most(text: str, locale: str, choices: int) -> None:
    ((_, reading),) = read(text, scope(*locale.split()))

    assert isinstance(reading, Question)
    assert len(reading.choices) == choices
    if reading.about is About.DAY:
        assert [sum(one.entries[0].day == SUNDAY for one in reading.choices), len(reading.choices)] == [6, 12]


@pytest.mark.parametrize(
    ("text", "more", "why"),
    [
        ("12.50 fun" + " 9%" * 23, " 9%", Why.TOO_MANY_NUMBERS),
        ("12.50 fun" + " 9kg" * 23, " 9kg", Why.TOO_MANY_NUMBERS),
        (" ".join(f"{n}.10 thing" for n in range(1, 9)), " 9.10 thing", Why.TOO_MANY_NUMBERS),
        ("12.50 fun " + "1 " * 295, "1", Why.LONG_NOTE),  # a line that is longer is not gone through
    ],
)
def test_a_line_has_its_bounds(text: str, more: str, why: Why) -> None:
    ((_, within),) = read(text, BUDGETS[0])
    ((_, beyond),) = read(text + more, BUDGETS[0])

    assert not isinstance(within, Unreadable) or within.why is not why
    assert isinstance(beyond, Unreadable)
    assert beyond.why is why


def test_blanks_do_not_make_a_line_too_long() -> None:
    ((_, reading),) = read("12.50 fun" + " " * 4000 + "tacos", BUDGETS[0])

    assert isinstance(reading, Understood)
