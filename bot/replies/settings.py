"""Settings: what they are, and their usual values as buttons."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot import buttons
from bot.reply import Button, Reply, escape, in_fitting_rows, in_rows, quoted
from budget.budgets import Budget
from budget.currencies import Currency
from budget.guesses import usual_in
from budget.locales import locale_named
from budget.money import Money
from budget.periods import WEEKDAYS, zone_named
from budget.zones import USUAL_ZONES
from languages import NAMES, SPOKEN
from words import currency_names, days, places, setting_labels
from words import settings as say
from words.setup import not_begun
from words.voice import Voice

SETTINGS = tuple(buttons.Setting)


def settings(voice: Voice, budget: Budget, now: datetime) -> Reply:
    """Show the budget's settings, a button for each; of one that is not begun nothing can be tapped."""
    money = budget.money
    values = say.Values(
        days.weekday(voice, budget.week_starts_on),
        say.with_clock(voice, escape(places.city(voice, budget.time_zone)), clock(budget.time_zone, now)),
        say.like_in(voice, sample(money), escape(places.country(voice, money.locale.name))),
        _currency(voice, money),
        NAMES[budget.language],
        escape(budget.name),
    )
    said = say.settings(voice, values)
    if not budget.is_begun:
        return Reply(f"{said}\n{not_begun(voice)}")
    named = (
        setting_labels.week_start,
        setting_labels.time_zone,
        setting_labels.numbers,
        setting_labels.currency,
        setting_labels.language,
    )
    shown = [
        Button(name(voice), buttons.SettingChoices(setting)) for name, setting in zip(named, SETTINGS, strict=True)
    ]
    return Reply(f"{said}\n{say.tap_one(voice)}", tuple(in_rows(shown, 2)), menu=True)


def sample(money: Money) -> str:
    """Return an amount as it is written, with its marks: `$1,234.50`."""
    return money.written(123450 * 10**money.currency.exponent // 100)


def _currency(voice: Voice, money: Money) -> str:
    code = money.currency.code
    return say.currency(voice, code, currency_names.name(voice, code))


def clock(zone: str, now: datetime) -> str:
    """Return what a zone's clocks show."""
    return f"{now.astimezone(zone_named(zone)):%H:%M}"


_LOCALES = (
    "en_US", "en_GB", "de_DE", "de_CH", "fr_FR", "es_ES", "pt_BR", "sv_SE", "pl_PL", "en_IN", "ja_JP", "uk_UA",
)  # fmt: skip
_CURRENCIES = ("USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "INR", "BRL", "SEK", "PLN", "UAH")


def setting_choices(voice: Voice, budget: Budget, name: buttons.Setting, now: datetime) -> Reply:
    """Say what a setting is, offer its usual values, and say how to write any other; all settings before it is begun."""
    if not budget.is_begun:
        return settings(voice, budget, now)
    back = Button(setting_labels.settings(voice), buttons.ShowSettings())
    return picker(voice, budget, name, now, buttons.SettingChoice, back)


Choose = Callable[[buttons.Setting, str], buttons.Button]


def picker(voice: Voice, budget: Budget, name: buttons.Setting, now: datetime, choose: Choose, back: Button) -> Reply:
    """Say what a setting is, and offer its usual values; ``choose`` makes what a tap on one does, ``back`` leaves it as it is."""
    head, values = _offered(voice, budget, name, now)
    shown = [Button(label, choose(name, value)) for label, value in values]
    said = [head, say.how_to_set(voice, say.change(voice, name))]
    if name is buttons.Setting.ZONE:
        said.append(say.days_stay(voice))
    return Reply("\n".join(said), (*in_fitting_rows(shown, 2), (back,)), question=True)


def _offered(
    voice: Voice, budget: Budget, name: buttons.Setting, now: datetime
) -> tuple[str, Sequence[tuple[str, str]]]:
    """Return what a setting is, and its usual values, each with its label before it."""
    money, usual = budget.money, usual_in(budget.language)
    locales, codes = ((usual.locale,), (usual.currency,)) if usual is not None else ((), ())
    match name:
        case buttons.Setting.WEEK:
            values: Sequence[str] = [name.capitalize() for name in WEEKDAYS]
            shown = [days.weekday(voice, n) for n in range(7)]
            head = say.week_now(voice, days.weekday(voice, budget.week_starts_on))
        case buttons.Setting.ZONE:
            values = _with_own(USUAL_ZONES, budget.time_zone)
            shown = [_place(voice, zone, now) for zone in values]
            head = say.zone_now(voice, escape(places.city(voice, budget.time_zone)), clock(budget.time_zone, now))
        case buttons.Setting.NUMBERS:
            values = _with_own(_LOCALES, money.locale.name, *locales)
            shown = [
                setting_labels.numbers_like(
                    voice, sample(Money(money.currency, locale_named(one))), places.country(voice, one)
                )
                for one in values
            ]
            head = say.numbers_now(voice, escape(places.country(voice, money.locale.name)), sample(money))
        case buttons.Setting.CURRENCY:
            values = _with_own(_CURRENCIES, money.currency.code, *codes)
            shown = [setting_labels.currency_called(voice, currency_names.name(voice, code), code) for code in values]
            head = say.currency_now(voice, _currency(voice, money))
        case buttons.Setting.LANGUAGE:
            values = SPOKEN
            shown = [NAMES[tag] for tag in values]
            head = say.language_now(voice, NAMES[budget.language])
    return head, list(zip(shown, values, strict=True))


def _with_own(values: Sequence[str], *own: str) -> tuple[str, ...]:
    """Return values with those that a budget has, or that are usual in its language, first where they are not among them."""
    return (*(one for one in dict.fromkeys(own) if one not in values), *values)


def _place(voice: Voice, zone: str, now: datetime) -> str:
    return setting_labels.place_and_time(voice, clock(zone, now), places.city(voice, zone))


def which_place(voice: Voice, zones: Sequence[str], now: datetime, time: str) -> Reply:
    """Ask which of several places with the same clock is meant; without any, say what to write."""
    if not zones:
        return Reply(say.no_such_clock(voice, quoted(time)))
    shown = [Button(_place(voice, zone, now), buttons.SettingChoice(buttons.Setting.ZONE, zone)) for zone in zones]
    back = (Button(setting_labels.settings(voice), buttons.ShowSettings()),)
    return Reply(say.which_place(voice, quoted(time)), (*in_fitting_rows(shown, 2), back), question=True)


def setting_usage(voice: Voice) -> Reply:
    """Say how a setting is written."""
    return Reply(say.usage(voice, "\n".join(f"<code>{say.change(voice, setting)}</code>" for setting in say.CHANGES)))


def ask_to_relabel(voice: Voice, money: Money, to: Currency, sample: int | None) -> Reply:
    """Ask whether all amounts were in another currency all along; ``sample`` is one that stands, in minor units."""
    was, code = money.currency.code, to.code
    said = say.were_they(voice, was, code)
    if sample is not None:
        new, rest = divmod(sample * 10**to.exponent, 10**money.currency.exponent)
        if not rest:
            said += f"\n{say.numbers_stay(voice, money.written(sample), Money(to, money.locale).written(new))}"
    yes = Button(setting_labels.they_were(voice, code), buttons.Relabel(was, code))
    return Reply(
        said, ((yes,), (Button(setting_labels.keep_currency(voice, was), buttons.ShowSettings()),)), question=True
    )
