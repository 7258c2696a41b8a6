"""The names of currencies that people know by name; others are known by their codes."""

from budget.currencies import codes_called
from budget.settings_said import USUAL
from languages.vocabulary import without_marks
from words.voice import Voice, marked

_NAMES = {
    "AED": marked("UAE dirham"),
    "ARS": marked("Argentine peso"),
    "AUD": marked("Australian dollar"),
    "BRL": marked("Brazilian real"),
    "BYN": marked("Belarusian ruble"),
    "CAD": marked("Canadian dollar"),
    "CHF": marked("Swiss franc"),
    "CLP": marked("Chilean peso"),
    "CNY": marked("Chinese yuan"),
    "COP": marked("Colombian peso"),
    "CZK": marked("Czech koruna"),
    "DKK": marked("Danish krone"),
    "DOP": marked("Dominican peso"),
    "EGP": marked("Egyptian pound"),
    "EUR": marked("euro"),
    "GBP": marked("British pound"),
    "HUF": marked("Hungarian forint"),
    "IDR": marked("Indonesian rupiah"),
    "ILS": marked("Israeli shekel"),
    "INR": marked("Indian rupee"),
    "JPY": marked("Japanese yen"),
    "KES": marked("Kenyan shilling"),
    "KRW": marked("Korean won"),
    "KWD": marked("Kuwaiti dinar"),
    "MAD": marked("Moroccan dirham"),
    "MXN": marked("Mexican peso"),
    "MYR": marked("Malaysian ringgit"),
    "NGN": marked("Nigerian naira"),
    "NOK": marked("Norwegian krone"),
    "NZD": marked("New Zealand dollar"),
    "PHP": marked("Philippine peso"),
    "PKR": marked("Pakistani rupee"),
    "PLN": marked("Polish zloty"),
    "RON": marked("Romanian leu"),
    "RUB": marked("Russian ruble"),
    "SAR": marked("Saudi riyal"),
    "SEK": marked("Swedish krona"),
    "SGD": marked("Singapore dollar"),
    "THB": marked("Thai baht"),
    "TRY": marked("Turkish lira"),
    "UAH": marked("Ukrainian hryvnia"),
    "USD": marked("US dollar"),
    "UYU": marked("Uruguayan peso"),
    "VND": marked("Vietnamese dong"),
    "ZAR": marked("South African rand"),
}


def name(voice: Voice, code: str) -> str:
    """Return what people call a currency: its name, else its code."""
    return voice.say(_NAMES[code]) if code in _NAMES else code


def code_called(voice: Voice, text: str) -> str | None:
    """Return the code of the currency that a language calls so, as `name` does; None for a text that is no such name."""
    said = without_marks(" ".join(text.split()).casefold())
    return next((code for code in _NAMES if without_marks(name(voice, code).casefold()) == said), None)


def code_by_word(voice: Voice, word: str, own: str) -> str | None:
    """Return the code of the currency in whose name a word stands: `Pfund`, `couronne`, `иена`; None where that is not clear.

    Of several it is one's ``own``, else the usual one, as of the English word.
    """
    said = without_marks(word.casefold())
    codes = [code for code in _NAMES if said in without_marks(name(voice, code).casefold()).split()]
    usual = [code for code in codes if code == own] or [code for code in codes if code in USUAL]
    if usual:
        return usual[0] if len(usual) == 1 else None
    return next((code for code in codes if len(codes) == 1 and len(codes_called(_NAMES[code].split()[-1])) <= 1), None)


NAMED = frozenset(_NAMES)
"""The codes of the currencies that have a name here."""
