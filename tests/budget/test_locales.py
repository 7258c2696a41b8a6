import pytest
from babel import Locale as Cldr

from budget.errors import InvalidChoice, Why
from budget.locales import LOCALES, Locale, locale_named

DIRECTION_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_every_row_is_what_cldr_says_for_latin_digits(locale: Locale) -> None:
    cldr = Cldr.parse(locale.name)
    symbols = cldr.number_symbols["latn"]
    pattern = cldr.currency_formats["standard"].pattern.translate(DIRECTION_MARKS)
    month_and_day = cldr.datetime_skeletons["Md"].pattern

    assert (locale.decimal, locale.group) == (symbols["decimal"], symbols["group"])
    assert locale.symbol_first == (pattern.index("¤") < pattern.index("#"))
    assert locale.symbol_spaced == ("¤\xa0" in pattern or "\xa0¤" in pattern)
    assert locale.month_first == (month_and_day.index("M") < month_and_day.index("d"))


@pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES)
def test_decimal_and_group_are_never_the_same_mark(locale: Locale) -> None:
    assert locale.decimal in {".", ","}
    assert locale.group in {".", ",", "’", "\xa0", "\u202f"} - {locale.decimal}


@pytest.mark.parametrize("text", ["en_US", "en-us", "EN_us.UTF-8", " en_US ", "en_us"])
def test_a_locale_is_found_however_it_is_written(text: str) -> None:
    assert locale_named(text).name == "en_US"


@pytest.mark.parametrize("text", ["", "en", "xx_XX", "english", "en_US_POSIX", "_", "."])
def test_an_unknown_locale_is_refused_by_its_name(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        locale_named(text)

    assert (refused.value.why, refused.value.word) == (Why.UNKNOWN_LOCALE, text)
