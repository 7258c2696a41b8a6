from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from budget import currencies
from budget.budgets import Budget
from budget.categories import (
    STARTERS,
    Category,
    category_called,
    checked_keyword,
    checked_name,
    folded,
    key_for,
    named_at,
    short_for,
    short_name,
)
from budget.entries import Kind
from budget.errors import InvalidChoice, NotFound, Why
from budget.grammar import Question, Scope, Understood, read
from budget.grammar.taken import reserved_words
from budget.locales import locale_named
from budget.money import Money

CATEGORIES = tuple(Category(n, new.key, new.name, new.keywords, new.limit) for n, new in enumerate(STARTERS, 1))
RESERVED = reserved_words()
FUN, PREDICTABLE, UNPREDICTABLE, OTHER = CATEGORIES
GONE = Category(5, "travel", "Travel", ("flight",), 0, removed=True)


@pytest.mark.parametrize(
    ("text", "plain"),
    [("Fun", "fun"), ("  Two \t Words ", "two words"), ("ＦＵＮ", "fun"), ("Straße", "strasse"), ("É", "é"), ("", "")],
)
def test_texts_are_compared_without_case_width_and_spaces(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("fun", FUN),
        ("#fun", FUN),
        ("FUN", FUN),
        ("f", FUN),
        ("coffee", FUN),
        ("cof", FUN),
        ("predictable", PREDICTABLE),
        ("predictable necessities", PREDICTABLE),
        ("Predictable_Necessities", PREDICTABLE),
        ("predictable nec", PREDICTABLE),
        ("unpredictable", UNPREDICTABLE),
        ("unpredictable necessities", UNPREDICTABLE),
        ("u", UNPREDICTABLE),
        ("un", UNPREDICTABLE),
        ("other", OTHER),
    ],
)
def test_a_category_is_called_by_name_key_keyword_or_prefix(text: str, category: Category) -> None:
    assert category_called(text, CATEGORIES) == category


@pytest.mark.parametrize(
    "text", ["", "#", "funn", "r", "co", "necessities", "fun tacos", "travel", "flight", "1", "predictible"]
)
def test_what_calls_no_category_is_not_found(text: str) -> None:
    with pytest.raises(NotFound):
        category_called(text, (*CATEGORIES, GONE))


def test_a_budget_without_categories_names_none() -> None:
    assert named_at(["fun"], ()) is None
    assert named_at([], CATEGORIES) is None
    assert short_for("", CATEGORIES) is None
    assert short_for("1", CATEGORIES) is None


def test_the_longest_name_is_taken_from_either_end() -> None:
    words = ["predictable", "necessities", "milk", "unpredictable", "necessities"]

    start, end = named_at(words, CATEGORIES), named_at(words, CATEGORIES, backwards=True)

    assert start == (PREDICTABLE, True, 2)
    assert end == (UNPREDICTABLE, True, 2)


def test_a_renamed_category_is_still_called_by_its_key() -> None:
    renamed = Category(1, "fun", "Joy of Life", (), 0)

    assert category_called("fun", (renamed, OTHER)) == renamed
    assert category_called("joy of life", (renamed, OTHER)) == renamed
    assert category_called("joy", (renamed, OTHER)) == renamed


@pytest.mark.parametrize(
    ("name", "called"), [("🎉 Parties", "parties"), ("🎉 Parties", "🎉 parties"), ("Rent & Co", "rent co")]
)
def test_pictures_in_a_name_need_not_be_written(name: str, called: str) -> None:
    category = Category(9, "new", name, (), 0)

    assert category_called(called, (*CATEGORIES, category)) == category


def test_a_picture_alone_tells_no_name_from_another() -> None:
    with pytest.raises(InvalidChoice) as refused:
        checked_name("🎉 Fun", CATEGORIES)

    assert refused.value.why is Why.NAME_TAKEN


def test_a_name_goes_before_another_categorys_key() -> None:
    renamed, new = Category(1, "fun", "Joy", (), 0), Category(6, "fun_2", "Fun", (), 0)

    assert category_called("fun", (renamed, new)) == new
    assert category_called("fun", (new, renamed)) == new


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Travel", "Travel"),
        ("  Pets  & Plants ", "Pets & Plants"),
        ("Éclairs", "Éclairs"),
        ("x" * 40, "x" * 40),
        ("旅行", "旅行"),
        ("e\u0301clair", "e\u0301clair"),
        ("Tiếng Việt", "Tiếng Việt"),
        ("שָׁלוֹם", "שָׁלוֹם"),
        ("Pets ❤\ufe0f", "Pets ❤\ufe0f"),
        ("🎉 Parties", "🎉 Parties"),
        ("7up", "7up"),
        ("2nd car", "2nd car"),
        ("24h shop", "24h shop"),
    ],
)
def test_a_name_is_kept_as_written(text: str, name: str) -> None:
    assert checked_name(text, (*CATEGORIES, GONE)) == name


@pytest.mark.parametrize(
    "text",
    [
        "", "  ", "x" * 41, "1st", "#fun", "a;b", "a#b", "a/b", "😀", "+plus", "$", "66", "7 11", "🎉 1", "\U0001f389 Fun\u202e",
        "paid", "Refund", "yesterday", "usd", "nan",
        "a\x1b[2Jb", "a\x7f", "a\x85b\x90", "a\x00", "a\u202eb", "a\u202ab", "a\u2066b", "a\u2069b", "a\u200eb", "a\u200fb",
        "a\u061cb", "a\u200bb", "a\u200db", "a\u200cb", "a\u2060b", "a\ufeffb", "a\u00adb", "a\U000e0041b", "a\ufff9b", "a\ue000b",
        "a\ud800b", "a\u0378b", "a\u3164b", "\u3164", "\u115f", "a\u034fb", "a\u2800b", "a\U000e0100b",
        "a" + "\u0301" * 5, "Z" + "\u0363\u0364\u0365\u0366\u0367a",
        "sunday", "Sun", "march", "may", "tomorrow", "eur", "dollars",
    ],
)  # fmt: skip
def test_a_name_that_says_something_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        checked_name(text, CATEGORIES)

    assert refused.value.why is Why.BAD_NAME


@pytest.mark.parametrize(
    "text", ["Fun", "FUN", "coffee", "predictable", "predictable_necessities", "Predictable  Necessities"]
)
def test_a_word_that_means_another_category_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        checked_name(text, CATEGORIES, of=OTHER)

    assert refused.value.why is Why.NAME_TAKEN


def test_a_category_keeps_its_own_words_and_takes_those_of_a_removed_one() -> None:
    assert checked_name("FUN", CATEGORIES, of=FUN) == "FUN"
    assert checked_name("Coffee", CATEGORIES, of=FUN) == "Coffee"
    assert checked_name("Travel", (*CATEGORIES, GONE)) == "Travel"
    assert checked_keyword("Flight", (*CATEGORIES, GONE), of=FUN) == "flight"


def test_a_category_takes_no_name_of_a_bill() -> None:
    for name in ("Netflix", "NETFLIX", "🎬 Netflix"):
        with pytest.raises(InvalidChoice) as refused:
            checked_name(name, CATEGORIES, of=FUN, bills={"netflix"})
        assert refused.value.why is Why.BILL_TAKEN
    assert checked_name("🎉 Fun", CATEGORIES, of=FUN, bills={"fun"}) == "🎉 Fun"  # its own, from before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("two words", Why.BAD_NAME),
        ("", Why.BAD_NAME),
        ("7up", Why.BAD_NAME),
        ("paid", Why.BAD_NAME),
        ("rent", Why.NAME_TAKEN),
        ("other", Why.NAME_TAKEN),
        ("zoo\u202e", Why.BAD_NAME),
    ],
)
def test_a_keyword_is_one_word_of_one_category(text: str, why: Why) -> None:
    with pytest.raises(InvalidChoice) as refused:
        checked_keyword(text, CATEGORIES, of=FUN)

    assert refused.value.why is why


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Travel", "travel_2"),  # removed, but its key is for ever
        ("Fun", "fun_2"),
        ("Pets & Plants", "pets_plants"),
        ("旅行", "旅行"),
        ("Éclair!", "éclair"),
        ("!", "category"),
    ],
)
def test_a_key_is_made_once_and_for_ever(name: str, key: str) -> None:
    assert key_for(name, (*CATEGORIES, GONE)) == key


def test_keys_never_collide() -> None:
    categories = list(CATEGORIES)
    for number in range(6, 12):
        categories.append(Category(number, key_for("Fun", categories), f"Fun {number}", (), 0))

    assert [category.key for category in categories[4:]] == ["fun_2", "fun_3", "fun_4", "fun_5", "fun_6", "fun_7"]


def test_every_word_of_the_grammars_tables_is_reserved_and_can_name_nothing() -> None:
    for word in sorted(RESERVED):
        punctuated = (f"{word}.", f"{word}!") if word[-1].isalpha() else ()
        for written in (word, word.title(), word.upper(), *punctuated):
            with pytest.raises(InvalidChoice) as refused:
                checked_name(written, CATEGORIES)
            assert refused.value.why is Why.BAD_NAME
            with pytest.raises(InvalidChoice):
                checked_keyword(written, CATEGORIES, of=FUN)


@pytest.mark.parametrize("code", sorted(currencies.CURRENCIES))
def test_no_currencys_code_in_capitals_names_a_category(code: str) -> None:
    with pytest.raises(InvalidChoice):
        checked_name(code, CATEGORIES)


ODD = [
    "one", "two", "days", "week", "cents", "dozen", "thousand", "mexican", "pesos", "us", "dollars", "all", "ALL", "Ft5", "R5",
    "p5", "kr5", "PS5", "5", "42", "3.50", "1.250", "50%", "14.3.", "2026-03-14", "sunday", "brunch", "march", "next", "last",
    "ago", "in", "on", "paid", "refund", "tax", "got", "x", "k", "-", "+", "&", "St.", "Kids'", "fun", "Fun!", "(a", "a,5", "a+5",
    "k5", "friday", "yesterday", "other", "room", "salary", "with", "of", "\u200bq", "#q", "ﬁ", "Straße", "İ", "²", "👨‍👩‍👧",
]  # fmt: skip
NAMES = st.one_of(
    st.text(min_size=1, max_size=45),
    st.text("abcpkx 5.,-+'!():%$€\u200b²", min_size=1, max_size=12),
    st.lists(st.sampled_from(["Pets", "a", *ODD, *sorted(RESERVED)]), min_size=1, max_size=6).map(" ".join),
)
LOCALES_TRIED = ("en_US", "de_DE", "fr_FR", "de_CH")


def recorded_or_asked(name: str, number: int, categories: tuple[Category, ...], currency: str, locale: str) -> bool:
    money = Money(currencies.currency_named(currency), locale_named(locale))
    scope = Scope(money, categories, date(2026, 11, 22))
    ((_, reading),) = read(f"5 {name}", scope)
    match reading:
        case Understood(entry):
            entries = [entry]
        case Question(_, choices):
            entries = [entry for choice in choices for entry in choice.entries]
        case _:
            return False
    wanted = (Kind.EXPENSE, 5 * 10**money.currency.exponent, number)
    return any((entry.kind, entry.amount, entry.category) == wanted for entry in entries)


def recorded_elsewhere(name: str, number: int, categories: tuple[Category, ...], currency: str, locale: str) -> bool:
    """Whether `5 NAME` is recorded to a category of another name."""
    scope = Scope(Money(currencies.currency_named(currency), locale_named(locale)), categories, date(2026, 11, 22))
    ((_, reading),) = read(f"5 {name}", scope)
    named = {category.number for category in categories} - {number, scope.last_resort}
    return isinstance(reading, Understood) and reading.entry.category in named


@pytest.mark.slow
@example("A1SAT", "AED", "en_US")
@example("A SAT", "AED", "en_US")
@given(NAMES, st.sampled_from(sorted(currencies.CURRENCIES)), st.sampled_from(LOCALES_TRIED))
@settings(max_examples=600)
def test_what_is_written_with_a_name_that_was_taken_is_recorded_there(name: str, currency: str, locale: str) -> None:
    money = Money(currencies.currency_named(currency), locale_named(locale))
    try:
        name = checked_name(name, CATEGORIES, money=money)
    except InvalidChoice:
        return
    new = Category(5, key_for(name, CATEGORIES), name, (), 0)
    later = Category(6, "later", f"{name}s and others", (), 0)  # must take nothing from it

    categories = (*CATEGORIES, new, later)
    assert recorded_or_asked(name, 5, categories, currency, locale)
    assert not recorded_elsewhere(name, 5, categories, currency, locale)


@pytest.mark.parametrize(
    "name", ["Pets", "St. Mary", "Kids' stuff", "Dr. Bob", "Yay!", "Mom & Dad", "Kids 👨‍👩‍👧", "PS5", "All done", "Us"]
)
def test_everyday_names_are_taken_with_their_punctuation(name: str) -> None:
    assert checked_name(name, CATEGORIES) == name
    for currency in currencies.CURRENCIES:
        assert recorded_or_asked(name, 5, (*CATEGORIES, Category(5, "new", name, (), 0)), currency, "en_US")


@pytest.mark.parametrize("name", ["Days ago", "US dollars", "Red p", "Tax refund", "Last night", "Ft5", "R5"])
def test_a_name_that_would_read_as_something_else_is_refused(name: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        checked_name(name, CATEGORIES)

    assert refused.value.why is Why.BAD_NAME


@pytest.mark.parametrize(
    "name", ["Friday drinks", "Kids today", "May trip", "Sunday brunch", "Last week", "Kids next Monday"]
)
def test_a_name_with_a_day_in_it_is_the_category_and_no_day(name: str) -> None:
    assert checked_name(name, CATEGORIES) == name
    categories = (*CATEGORIES, Category(5, "new", name, (), 0))
    against = Scope(Money(currencies.currency_named("USD"), locale_named("en_US")), categories, date(2026, 11, 25))

    for text in (f"5 {name}", f"{name} 5", f"{name.upper()} 5 beer", f"5 beer {name}"):
        ((_, reading),) = read(text, against)

        assert isinstance(reading, Understood), text
        assert (reading.entry.category, reading.entry.day, reading.entry.amount) == (5, date(2026, 11, 25), 500), text


def test_a_day_beside_a_name_with_a_day_in_it_is_read() -> None:
    categories = (*CATEGORIES, Category(5, "new", "Friday drinks", (), 0))
    against = Scope(Money(currencies.currency_named("USD"), locale_named("en_US")), categories, date(2026, 11, 25))

    ((_, reading),) = read("5 Friday drinks yesterday", against)

    assert isinstance(reading, Understood)
    assert (reading.entry.category, reading.entry.day) == (5, date(2026, 11, 24))


def test_a_keyword_is_kept_as_it_is_compared() -> None:
    assert checked_keyword("Kids'", CATEGORIES, of=FUN) == "kids"
    assert category_called("kids’", (Category(1, "fun", "Fun", ("kids’",), 0), OTHER)).key == "fun"


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("Fun", "Predictable Necessities", "Unpredictable Necessities"), ("Fun", "Predictable…", "Unpredictable…")),
        (("Eating out at lunch", "Eating out at home"), ("…lunch", "Eating out at home")),
        (("Wydatki stałe", "Wydatki nieplanowane"), ("Wydatki stałe", "…nieplanowane")),
        (("Eating out at lunches", "Eating out at dinners"), ("…lunches", "…dinners")),
        (
            ("Haushaltsgeräte klein neu", "Haushaltsgeräte alt neu"),
            ("Haushaltsgeräte klein neu", "Haushaltsgeräte alt neu"),
        ),
        (("Haushaltsgegenstände", "Food & Drinks, abroad"), ("Haushaltsgegenstände", "Food & Drinks…")),
        (("Travels & Adventures",), ("Travels…",)),
        (("Lebensmitteleinkäufe etc",), ("Lebensmitteleinkäufe…",)),
    ],
)
def test_a_short_name_is_cut_after_a_word_and_stays_one_categorys_own(
    names: tuple[str, ...], short: tuple[str, ...]
) -> None:
    categories = [Category(n, str(n), name, (), 0) for n, name in enumerate(names)]

    assert tuple(short_name(one, categories) for one in categories) == short


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        (("Fun", "Predictable Necessities", "Unpredictable Necessities"), ["Fun", "Predictable", "Unpredictable"]),
        (("Travels and adventures", "Travels"), ["Travels and…", "Travels"]),
        (("Eating out at home or so", "eating out"), ["Eating out at…", "eating out"]),
        (("Predictable Necessities", "predictable"), ["Predictable…", "predictable"]),  # they would be one
        (("Eating out at lunches", "Eating out at dinners"), ["…lunches", "…dinners"]),
        (("Wydatki stałe", "Wydatki nieplanowane"), ["Wydatki stałe", "…nieplanowane"]),  # it was "Wydatki"
    ],
)
def test_a_button_names_a_category_without_what_says_that_it_asks_more(
    names: tuple[str, ...], labels: list[str]
) -> None:
    categories = tuple(Category(n, str(n), name, (), 0) for n, name in enumerate(names))
    budget = Budget(7, Money(currencies.currency_named("USD"), locale_named("en_US")), "UTC", 0, categories)

    assert [budget.button_name(one.number) for one in categories] == labels


def test_where_room_is_narrower_a_name_of_several_words_is_cut_sooner() -> None:
    names = "Fixe Ausgaben", "Ungeplante Ausgaben", "Lebensmittel", "مصاريف ثابتة", "مصاريف طارئة"
    categories = [Category(n, str(n), name, (), 0) for n, name in enumerate(names)]

    assert [short_name(one, categories, 8) for one in categories] == [
        "Fixe…",
        "Ungeplante…",
        "Lebensmittel",
        "…ثابتة",
        "…طارئة",
    ]
