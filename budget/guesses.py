"""What a new budget begins with where nobody has said anything yet but the language of their app."""

from dataclasses import replace

from budget.budgets import Beginnings
from budget.currencies import CURRENCIES
from budget.locales import LOCALES
from budget.money import Money
from budget.territories import TERRITORIES, Territory, locale_of_language
from languages import spoken

_CURRENCY, _LOCALE, _ZONE = "USD", "en_US", "UTC"
"""What a bot has whose settings say nothing of them."""


def guessed(language: str, beginnings: Beginnings) -> Beginnings:
    """Return what a budget begins with for a person whose app speaks a language (`de`, `pt-br`; empty where it is not known).

    What whoever runs the bot has set is never overruled: it is a guess only where nothing was set, or the same.
    """
    beginnings = replace(beginnings, language=spoken(language))
    money = beginnings.money
    name, territory = locale_of_language(language), usual_in(language)
    if name is None or territory is None:
        return beginnings
    held = {
        "currency": (money.currency.code, _CURRENCY, territory.currency),
        "locale": (money.locale.name, _LOCALE, name),
        "timezone": (beginnings.time_zone, _ZONE, territory.zone),
    }
    for setting, (value, default, guess) in held.items():
        if value != guess and (value != default or setting in beginnings.said):
            return beginnings
    own = Money(CURRENCIES[territory.currency], LOCALES[name])
    return replace(beginnings, money=own, time_zone=territory.zone)


def usual_in(language: str) -> Territory | None:
    """Return the territory that a language speaks for; None where it is spoken in many (`ar`, `en`) or unknown."""
    name = locale_of_language(language)
    return None if name is None else TERRITORIES[name.rpartition("_")[2]]
