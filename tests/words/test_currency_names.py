"""The names of currencies."""

import pytest

from budget.currencies import CURRENCIES
from budget.locales import locale_named
from budget.settings_said import currency_said
from languages import ENGLISH
from words.currency_names import NAMED, name
from words.voice import voice_of


@pytest.mark.parametrize("code", sorted(CURRENCIES))
def test_what_a_currency_is_called_is_read_as_that_currency(code: str) -> None:
    called = name(voice_of(ENGLISH), code)

    assert currency_said(called, locale_named("en_US")).code == code
    assert (called != code) == (code in NAMED)
