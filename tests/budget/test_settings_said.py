"""Settings in people's words."""

from zoneinfo import available_timezones

import pytest

from budget.currencies import CURRENCIES, currency_named
from budget.errors import InvalidChoice, Why
from budget.locales import LOCALES, locale_named
from budget.settings_said import currency_said, locale_said, setting_named, weekday_said
from budget.territories import CALLED, TERRITORIES, locale_of_language
from budget.zones import USUAL_ZONES

WITHOUT_SUMMER = {"EST", "MST", "HST", "CET", "MET", "EET", "WET", "Factory"}
"""Zones of the database with names that people give to clocks which are put forward in summer, or that are no zone."""

US, DE, MX, AU = (locale_named(name) for name in ("en_US", "de_DE", "es_MX", "en_AU"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EUR", "EUR"),
        ("eur", "EUR"),
        ("€", "EUR"),
        ("euro", "EUR"),
        ("Euros", "EUR"),
        ("the euro", "EUR"),
        ("german", "EUR"),
        ("$", "USD"),
        ("dollars", "USD"),
        ("dólar", "USD"),
        ("доллар", "USD"),
        ("دولار", "USD"),
        ("frank", "CHF"),
        ("US dollar", "USD"),
        ("us$", "USD"),
        ("american dollars", "USD"),
        ("bucks", "USD"),
        ("canadian dollar", "CAD"),
        ("C$", "CAD"),
        ("australia", "AUD"),
        ("new zealand dollars", "NZD"),
        ("ca$", "CAD"),
        ("£", "GBP"),
        ("pound", "GBP"),
        ("british pounds", "GBP"),
        ("quid", "GBP"),
        ("egyptian pound", "EGP"),
        ("yen", "JPY"),
        ("¥", "JPY"),
        ("japanese yen", "JPY"),
        ("yuan", "CNY"),
        ("Chinese yuan", "CNY"),
        ("renminbi", "CNY"),
        ("franc", "CHF"),
        ("swiss francs", "CHF"),
        ("pound sterling", "GBP"),
        ("Swiss money", "CHF"),
        ("rupees", "INR"),
        ("₹", "INR"),
        ("sri lankan rupee", "LKR"),
        ("mexican pesos", "MXN"),
        ("zł", "PLN"),
        ("zloty", "PLN"),
        ("złoty", "PLN"),
        ("hryvnia", "UAH"),
        ("₴", "UAH"),
        ("won", "KRW"),
        ("korean won", "KRW"),
        ("real", "BRL"),
        ("brazilian real", "BRL"),
        ("rand", "ZAR"),
        ("krona", "SEK"),
        ("norwegian kroner", "NOK"),
        ("czech koruna", "CZK"),
        ("ＥＵＲ", "EUR"),
        ("try", "TRY"),
    ],
)
def test_a_currency_is_what_people_call_it(text: str, code: str) -> None:
    assert currency_said(text, US).code == code


@pytest.mark.parametrize(
    ("text", "own", "code"),
    [("$", MX, "MXN"), ("peso", MX, "MXN"), ("dollar", AU, "AUD"), ("dollar", DE, "USD"), ("kr", US, "")],
)
def test_of_several_currencies_the_one_of_the_budgets_country_is_meant(text: str, own: object, code: str) -> None:
    assert isinstance(own, type(US))
    if code:
        assert currency_said(text, own).code == code
    else:
        with pytest.raises(InvalidChoice) as refused:
            currency_said(text, own)
        assert refused.value.why is Why.SEVERAL_CURRENCIES


@pytest.mark.parametrize("text", ["gold", "", "us gold", "bitcoin", "swiss pounds", "dollar us", "12"])
def test_what_is_no_currency_is_refused_by_its_word(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        currency_said(text, US)
    assert (refused.value.why, refused.value.word) == (Why.UNKNOWN_CURRENCY, text)


@pytest.mark.parametrize("text", ["peso", "pesos", "krone", "dinar", "dirham", "riyal", "lei"])
def test_a_word_of_several_currencies_is_not_guessed(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        currency_said(text, US)
    assert refused.value.why is Why.SEVERAL_CURRENCIES


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("de_DE", "de_DE"),
        ("DE-de", "de_DE"),
        ("german", "de_DE"),
        ("German numbers", "de_DE"),
        ("germany", "de_DE"),
        ("de", "de_DE"),
        ("deutsch", "de_DE"),
        ("swiss", "de_CH"),
        ("french", "fr_FR"),
        ("us", "en_US"),
        ("american style", "en_US"),
        ("uk", "en_GB"),
        ("british", "en_GB"),
        ("pt-br", "pt_BR"),
        ("brazilian", "pt_BR"),
        ("ukrainian", "uk_UA"),
        ("1.234,50", "de_DE"),
        ("1,234.50", "en_US"),
        ("1'234.50", "de_CH"),
        ("1 234,50", "be_BY"),
        ("1234,50", "de_DE"),
        ("comma", "de_DE"),
        ("point", "en_US"),
        ("12,50", "de_DE"),
    ],
)
def test_a_number_style_is_a_language_a_country_or_a_sample(text: str, name: str) -> None:
    assert locale_said(text, US).name == name


@pytest.mark.parametrize(
    ("language", "text", "name"), [("ja", "ドイツ", "de_DE"), ("ru", "Франция", "fr_FR"), ("de", "Türkei", "tr_TR")]
)
def test_a_country_is_called_as_in_any_language(language: str, text: str, name: str) -> None:
    assert locale_said(text, US, language).name == name


def test_a_sample_of_the_budgets_own_marks_changes_nothing() -> None:
    assert locale_said("1.234,50", locale_named("es_ES")).name == "es_ES"
    assert locale_said("comma", locale_named("fr_FR")).name == "fr_FR"


@pytest.mark.parametrize("text", ["xx", "", "1,234,50", "1.234.50", "12", "arabic", "1.234"])
def test_what_is_no_number_style_is_refused(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        locale_said(text, US)
    assert refused.value.why is Why.UNKNOWN_LOCALE


def test_marks_that_no_locale_has_are_refused() -> None:
    with pytest.raises(InvalidChoice):
        locale_said("1'234,50", US)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("monday", 0),
        ("Mon", 0),
        ("mondays", 0),
        ("on sunday", 6),
        ("starts on Thursday", 3),
        ("tues", 1),
        ("WED", 2),
        ("thurs", 3),
    ],
)
def test_a_weekday_is_said_as_people_say_it(text: str, day: int) -> None:
    assert weekday_said(text) == day


@pytest.mark.parametrize("text", ["someday", "", "s", "t", "7", "monday tuesday"])
def test_what_is_no_weekday_is_refused_by_its_word(text: str) -> None:
    with pytest.raises(InvalidChoice) as refused:
        weekday_said(text)
    assert (refused.value.why, refused.value.word) == (Why.UNKNOWN_WEEKDAY, text)


def test_the_tables_name_what_there_is() -> None:
    for one in TERRITORIES.values():
        assert one.locale in LOCALES
        assert one.currency in CURRENCIES
        assert one.zone in available_timezones()
        assert one.locale.endswith(f"_{one.code}")
    assert {name.rpartition("_")[2] for name in LOCALES} == set(TERRITORIES)
    assert sum(len(one.names) for one in TERRITORIES.values()) == len(CALLED), "one name, one territory"
    assert all(name == name.casefold() for name in CALLED)
    assert set(USUAL_ZONES) <= available_timezones()


def test_every_currency_is_said_by_its_code() -> None:
    assert all(currency_said(code.lower(), US) == currency_named(code) for code in CURRENCIES)


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("de", "de_DE"),
        ("de-AT", "de_AT"),
        ("pt-br", "pt_BR"),
        ("pt", "pt_PT"),
        ("zh-hans", "zh_CN"),
        ("zh-Hant-TW", "zh_TW"),
        ("zh", "zh_CN"),
        ("uk", "uk_UA"),
        ("en-GB", "en_GB"),
        ("en", None),
        ("ar", None),
        ("no", "nb_NO"),
        ("es-419", "es_ES"),
        ("he", "he_IL"),
        ("fil", "fil_PH"),
        ("", None),
        ("tlh", None),
        ("pl_PL", "pl_PL"),
        ("de-x-private", "de_DE"),
    ],
)
def test_a_language_speaks_for_a_locale_where_it_can(tag: str, locale: str | None) -> None:
    assert locale_of_language(tag) == locale


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("week starts on  Sunday", ("week", "Sunday")),
        ("Time zone New York", ("zone", "New York")),
        ("time", ("zone", "")),
        ("language german", ("language", "german")),
        ("language de_DE", ("numbers", "de_DE")),
        ("currency €", ("currency", "€")),
        ("timely", ("", "")),
        ("", ("", "")),
    ],
)
def test_a_setting_is_named_first(text: str, named: tuple[str, str]) -> None:
    assert setting_named(text) == named
