"""Settings as people say them: `euro`, `new york`, `GMT+2`, `german`, `mondays`. Each is one value, or refused with its reason.

What is exact goes first: a currency's code, a locale, a time zone of the IANA database.
"""

import re

from budget.currencies import CURRENCIES, Currency, codes_called, currency_named
from budget.errors import InvalidChoice, Why
from budget.locales import LOCALES, Locale, locale_named
from budget.money import clean
from budget.periods import weekday_named
from budget.territories import CALLED, TERRITORIES, Territory, locale_of_language
from languages import ENGLISH, NAMES, SPOKEN, spoken

_ARTICLES = re.compile(r"^(?:in|the|on|to|my|=|:)\s+")


def plain(text: str) -> str:
    """Return a text as it is looked up: NFKC, small letters, single spaces, without a little word before it."""
    return _ARTICLES.sub("", " ".join(clean(text).casefold().split()))


# --- which setting ---

_SETTINGS = {
    "week": ("week starts on", "week starts", "week start", "first day", "weekday", "week"),
    "zone": ("time zone", "timezone", "zone", "clock", "time"),
    "numbers": ("number format", "number style", "numbers", "number", "locale", "format"),
    "currency": ("currency", "money"),
    "language": ("language", "speak"),
}
"""What a setting is called; of several names that begin alike the longest stands first."""


def setting_named(text: str) -> tuple[str, str]:
    """Return which setting a text names first (a key of `_SETTINGS`), and what follows; empty texts for none."""
    words = " ".join(text.split())
    for setting, names in _SETTINGS.items():
        for name in names:
            if f"{words.lower()} ".startswith(f"{name} "):
                value = words[len(name) :].strip()
                # `language de_DE` was how numbers were set before there were languages.
                return ("numbers" if setting == "language" and "_" in value else setting), value
    return "", ""


# --- the currency ---

_MAIN = {
    "$": "USD", "dollar": "USD", "buck": "USD", "£": "GBP", "pound": "GBP", "¥": "JPY", "franc": "CHF", "rupee": "INR",
    "ruble": "RUB", "krona": "SEK", "shilling": "KES",
}  # fmt: skip
"""Words of several currencies, and which of them is meant where neither a country nor the budget's numbers say another."""
USUAL = frozenset(_MAIN.values())

_ONLY_HERE = {
    "won": "KRW", "real": "BRL", "leu": "RON", "renminbi": "CNY", "sol": "PEN", "soles": "PEN", "lari": "GEL", "złoty": "PLN",
    "gulden": "XCG", "hryvnias": "UAH", "pound sterling": "GBP", "pounds sterling": "GBP",
}  # fmt: skip
"""Words of one currency that are no sign of money beside a number: they mean something else there, too."""


def currency_said(text: str, own: Locale) -> Currency:
    """Return the currency that a person names: `EUR`, `€`, `euros`, `us dollar`, `swiss francs`, `japan`.

    Of several that are called so it is the one of the territory of ``own``, else the usual one. Raises `InvalidChoice`: of words
    that several currencies have, where none is usual, with `SEVERAL_CURRENCIES`.
    """
    said = plain(text)
    if said.upper() in CURRENCIES:
        return currency_named(said)
    if said in _ONLY_HERE:
        return CURRENCIES[_ONLY_HERE[said]]
    codes = codes_called(said)
    if not codes:
        where, _, word = said.rpartition(" ")
        territory = CALLED.get(where) or CALLED.get(said)
        if territory is None or (word and territory is not CALLED.get(said) and not _is_of(territory, word)):
            raise InvalidChoice(Why.UNKNOWN_CURRENCY, text)
        return CURRENCIES[territory.currency]
    here = currency_of(own)
    if here in codes:
        return CURRENCIES[here]
    usual = _MAIN.get(said) or _MAIN.get(said.removesuffix("s")) or ("USD" if codes == codes_called("dollar") else None)
    if len(codes) > 1 and usual is None:
        raise InvalidChoice(Why.SEVERAL_CURRENCIES, text)
    return CURRENCIES[usual or next(iter(codes))]


def currency_of(own: Locale) -> str:
    """Return the code of the currency of a locale's territory; an empty text where that is not known."""
    here = TERRITORIES.get(own.name.rpartition("_")[2])
    return here.currency if here is not None else ""


def _is_of(territory: Territory, word: str) -> bool:
    return territory.currency in {*codes_called(word), _ONLY_HERE.get(word)} or word in {"currency", "money"}


# --- the language ---

AUTO = "auto"
"""The language of the app of whoever writes it."""

_ENGLISH_NAMES = {
    "english": "en", "german": "de", "spanish": "es", "french": "fr", "italian": "it", "dutch": "nl", "polish": "pl",
    "portuguese": "pt-BR", "brazilian": "pt-BR", "russian": "ru", "ukrainian": "uk", "japanese": "ja", "turkish": "tr",
    "indonesian": "id", "arabic": "ar",
}  # fmt: skip


def language_said(text: str) -> str:
    """Return the tag of the language that a person names: `de`, `german`, `Deutsch`; raise `InvalidChoice` for any other."""
    said = plain(text)
    own = {name.casefold(): tag for tag, name in NAMES.items()}
    tag = own.get(said) or _ENGLISH_NAMES.get(said) or spoken(said)
    if tag not in SPOKEN or (tag == ENGLISH and said.partition("-")[0] not in {"en", "english"}):
        raise InvalidChoice(Why.UNKNOWN_LANGUAGE, text)
    return tag


# --- how numbers are written ---

_STYLES = {"point": ".", "dot": ".", "period": ".", "comma": ","}


def locale_said(text: str, own: Locale, language: str = ENGLISH) -> Locale:
    """Return the locale that a person names: `de_DE`, `german`, `de`, `swiss`, `1.234,50`, `comma`; raise `InvalidChoice`.

    A sample of the budget's ``own`` marks leaves it as it is; of others the first locale in the table is taken.
    """
    said = plain(text)
    try:
        return locale_named(said)
    except InvalidChoice:
        pass
    called = said.removesuffix(" numbers").removesuffix(" style")
    if called in CALLED:
        return LOCALES[CALLED[called].locale]
    name = locale_of_language(called)
    if name is not None:
        return LOCALES[name]
    sample = _marks_in(said)
    if sample is None:
        from budget.place_names import territory_called  # reads all languages: only for what no table has

        territory = territory_called(said, language)
        if territory is None:
            raise InvalidChoice(Why.UNKNOWN_LOCALE, text)
        return LOCALES[territory.locale]
    fitting = [
        one for one in (own, *LOCALES.values()) if (one.decimal, sample[1] or one.group) == (sample[0], one.group)
    ]
    if not fitting:
        raise InvalidChoice(Why.UNKNOWN_LOCALE, text)
    return fitting[0]


_SAMPLE = re.compile(r"[0-9]{1,3}([.,' ’])?[0-9]{3}([.,])[0-9]{2}|[0-9]{1,3}([.,])[0-9]{2}")


def _marks_in(said: str) -> tuple[str, str] | None:
    """Return the decimal mark and the grouping mark of a sample (empty without one), None for a text that is no sample."""
    if said in _STYLES:
        return _STYLES[said], ""
    sample = _SAMPLE.fullmatch(said)
    if sample is None or sample[1] == sample[2] is not None:
        return None
    group = {"'": "’", " ": "\xa0"}.get(sample[1], sample[1]) or ""
    return sample[2] or sample[3], group


# --- the first day of the week ---

_DAYS = re.compile(r"(?:starts?\s+)?(?:on\s+)?([a-z]+?)s?")


def weekday_said(text: str) -> int:
    """Return 0 for `monday`, `Mon` or `on mondays` to 6 for `sunday`; raise `InvalidChoice`."""
    said = _DAYS.fullmatch(plain(text))
    try:
        return weekday_named(said[1] if said is not None else text)
    except InvalidChoice:
        raise InvalidChoice(Why.UNKNOWN_WEEKDAY, text) from None
