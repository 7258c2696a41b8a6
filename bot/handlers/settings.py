"""What shows and changes settings."""

from bot import buttons, replies
from bot.buttons import Setting
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.budgets import Budget
from budget.errors import InvalidChoice, Why
from budget.locales import Locale
from budget.settings_said import AUTO, currency_of, currency_said, setting_named
from budget.zones import zones_showing
from languages import spoken
from words.currency_names import code_by_word, code_called
from words.voice import Voice


async def settings(deps: Dependencies, call: Call) -> Reply:
    """Show the settings or the values of one, or change one."""
    budget = await deps.bookkeeper.shown_budget(call.owner, call.message.language)
    if not call.rest:
        return replies.settings(call.voice, budget, deps.now())
    word, _, called = call.rest.partition(" ")
    if word.lower() == "name" and called.strip():
        budget = await deps.bookkeeper.change_settings(call.owner, name=called)
        return replies.settings(call.voice, budget, deps.now())
    name, value = setting_named(call.rest)
    if not name:
        return replies.setting_usage(call.voice)
    setting = Setting(name)
    if not value:
        return replies.setting_choices(call.voice, budget, setting, deps.now())
    if setting is Setting.ZONE:
        zones = zones_showing(value, deps.now())
        if zones is not None and len(zones) != 1:
            if zones:
                await deps.bookkeeper.budget(call.owner)  # a tap on one of them begins none
            return replies.which_place(call.voice, zones, deps.now(), value)
        value = zones[0] if zones else value
    if setting is Setting.CURRENCY:
        value = code_called(call.voice, value) or _code_by_word(call.voice, value, budget.money.locale) or value
    if setting is Setting.LANGUAGE and value.lower() == AUTO:
        value = spoken(call.message.language)
    try:
        budget = await changed(deps, call.owner, setting, value, tapped=False)
    except InvalidChoice as problem:
        return await in_use(deps, call.voice, call.owner, value, problem)
    return replies.settings(deps.voices(budget.language), budget, deps.now())


def _code_by_word(voice: Voice, value: str, own: Locale) -> str | None:
    """Return the currency of which a single word of the language says enough; None where it is known without that."""
    try:
        currency_said(value, own)
    except InvalidChoice:
        return code_by_word(voice, value, currency_of(own))
    return None


async def in_use(deps: Dependencies, voice: Voice, owner: int, value: str, problem: InvalidChoice) -> Reply:
    """Ask whether all was in the other currency all along, where entries keep the currency from being changed.

    Raises any other ``problem`` again.
    """
    if problem.why is not Why.CURRENCY_IN_USE:
        raise problem
    money = await deps.bookkeeper.money(owner)
    _, latest = await deps.bookkeeper.recent(owner, 1)
    sample = latest[0].entry.amount if latest else None
    return replies.ask_to_relabel(voice, money, currency_said(value, money.locale), sample)


async def changed(deps: Dependencies, owner: int, setting: Setting, value: str, *, tapped: bool) -> Budget:
    """Change a setting to what somebody says, or a button. Raises `InvalidChoice`, `NotFound`."""
    change = deps.bookkeeper.change_settings
    match setting:
        case Setting.WEEK:
            return await change(owner, week_starts_on=value, tapped=tapped)
        case Setting.ZONE:
            return await change(owner, time_zone=value, tapped=tapped)
        case Setting.NUMBERS:
            return await change(owner, locale=value, tapped=tapped)
        case Setting.CURRENCY:
            return await change(owner, currency=value, tapped=tapped)
        case Setting.LANGUAGE:
            return await change(owner, language=value, tapped=tapped)


async def _show(deps: Dependencies, _button: buttons.ShowSettings, tap: Tap) -> Answer:
    return Answer(replies.settings(tap.voice, await deps.bookkeeper.budget_of_tap(tap.owner), tap.now))


async def _choices(deps: Dependencies, button: buttons.SettingChoices, tap: Tap) -> Answer:
    budget = await deps.bookkeeper.budget_of_tap(tap.owner)
    return Answer(replies.setting_choices(tap.voice, budget, button.setting, tap.now))


async def _choice(deps: Dependencies, button: buttons.SettingChoice, tap: Tap) -> Answer:
    try:
        budget = await changed(deps, tap.owner, button.setting, button.value, tapped=True)
    except InvalidChoice as problem:
        return Answer(await in_use(deps, tap.voice, tap.owner, button.value, problem))
    return Answer(replies.settings(deps.voices(budget.language), budget, tap.now))


async def _relabel(deps: Dependencies, button: buttons.Relabel, tap: Tap) -> Answer:
    budget = await deps.bookkeeper.relabel(tap.owner, button.was, button.to)
    return Answer(replies.settings(tap.voice, budget, tap.now))


TAPS: TapHandlers = {
    buttons.ShowSettings: _show,
    buttons.SettingChoices: _choices,
    buttons.SettingChoice: _choice,
    buttons.Relabel: _relabel,
}
