"""Limits, categories and settings: what they are, and how they are changed."""

from bot import buttons
from bot.replies.wording import LONGEST
from bot.reply import Button, Reply, escape, in_rows, units
from budget.budgets import Budget
from budget.categories import LONGEST_NAME, Category
from budget.periods import WEEKDAYS


def limits(budget: Budget) -> Reply:
    """Show the weekly limits, a button for each."""
    said = ["<b>Weekly limits</b>"]
    said += [f"{escape(one.name)}: {budget.money.written(one.limit, short=True)}" for one in budget.current]
    said.append("Tap one to change it, or write <code>/limits fun 150</code>")
    return Reply(
        "\n".join(said), tuple(in_rows([Button(one.name, buttons.LimitOf(one.number)) for one in budget.current], 2))
    )


def limit_choices(budget: Budget, category: Category) -> Reply:
    """Offer round limits around the present one."""
    unit = 10**budget.money.currency.exponent
    step = max(1, 10 ** max(0, len(str(category.limit // unit)) - 2)) * 5 * unit
    base = category.limit // step * step
    around = [value for value in (base + n * step for n in range(-4, 8)) if value > 0 and value != category.limit][:8]
    shown = [
        Button(
            budget.money.written(value, short=True),
            buttons.SetLimit(category.number, value, budget.money.currency.code),
        )
        for value in around
    ]
    said = (
        f"{escape(category.name)}: {budget.money.written(category.limit, short=True)} a week. "
        f"Tap a new limit, or write <code>/limits {escape(category.name.lower())} 150</code>"
    )
    return Reply(said, tuple(in_rows(shown, 4)), question=True)


def limit_set(budget: Budget, category: Category) -> Reply:
    """Say what a category's limit is now."""
    return Reply(f"{escape(category.name)}: {budget.money.written(category.limit, short=True)} a week from now on.")


def categories(budget: Budget) -> Reply:
    """Show the categories, their keywords, and how to change them; of keywords that are too many in all, the first."""
    end = [
        "",
        "<code>/categories add Pets 40</code>",
        "<code>/categories rename fun = Play</code>",
        "<code>/categories remove pets</code>",
        "<code>/categories fun +cinema -bar</code>",
    ]
    said = [f"{escape(one.name)}: {_keywords_said(one, LONGEST)}" for one in budget.current]
    if units([*said, *end]) > LONGEST:
        room = (LONGEST - units(end)) // len(said) - 2 * LONGEST_NAME - _LONGEST_REST
        said = [f"{escape(one.name)}: {_keywords_said(one, room)}" for one in budget.current]
        end.insert(0, "<code>/categories fun</code> shows the keywords of one.")
    return Reply("\n".join(["<b>Categories</b>, and the words that mean them", *said, *end]))


_LONGEST_REST = 20  # units: `, and 50 more`


def _keywords_said(category: Category, room: int) -> str:
    """Return a category's keywords, those that there is room for, and how many more there are."""
    fits, words = 0, category.keywords
    while fits < len(words) and (size := units([words[fits]]) + 1) <= room:
        room -= size
        fits += 1
    rest = f", and {len(words) - fits} more" if fits < len(words) else ""
    return escape(", ".join(words[:fits])) + rest if words else "no keywords"


def category_changed(category: Category, budget: Budget) -> Reply:
    """Say how a category is now."""
    if category.removed:
        return Reply(f"{escape(category.name)} is removed. What was spent there still counts in its weeks.")
    limit = budget.money.written(category.limit, short=True)
    return Reply(f"{escape(category.name)}: {limit} a week; {_keywords_said(category, _LONGEST_KEYWORDS)}.")


_LONGEST_KEYWORDS = 3_500  # units, in one line


SETTINGS = tuple(buttons.Setting)


def settings(budget: Budget) -> Reply:
    """Show the budget's settings, a button for each."""
    sample = budget.money.written(123450 * 10**budget.money.currency.exponent // 100)
    said = [
        "<b>Settings</b>",
        f"Week starts on: {WEEKDAYS[budget.week_starts_on].capitalize()}",
        f"Time zone: {escape(budget.time_zone)}",
        f"Numbers: {budget.money.locale.name}, {sample}",
        f"Currency: {budget.money.currency.code}",
        "Tap one to change it.",
    ]
    labels = zip(("Week start", "Time zone", "Numbers", "Currency"), SETTINGS, strict=True)
    return Reply(
        "\n".join(said), tuple(in_rows([Button(label, buttons.SettingChoices(name)) for label, name in labels], 2))
    )


_USUAL = {
    buttons.Setting.WEEK: [name.capitalize() for name in WEEKDAYS],
    buttons.Setting.ZONE: [
        "UTC",
        "America/New_York",
        "America/Chicago",
        "America/Los_Angeles",
        "America/Sao_Paulo",
        "Europe/London",
        "Europe/Berlin",
        "Europe/Kyiv",
        "Asia/Dubai",
        "Asia/Kolkata",
        "Asia/Tokyo",
        "Australia/Sydney",
    ],
    buttons.Setting.NUMBERS: [
        "en_US",
        "en_GB",
        "de_DE",
        "de_CH",
        "fr_FR",
        "es_ES",
        "pt_BR",
        "sv_SE",
        "pl_PL",
        "en_IN",
        "ja_JP",
        "uk_UA",
    ],
    buttons.Setting.CURRENCY: ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "INR", "BRL", "SEK", "PLN", "UAH"],
}


_EXAMPLES: dict[str, str] = {"week": "thursday", "zone": "Europe/Berlin", "numbers": "de_DE", "currency": "EUR"}


def setting_choices(name: buttons.Setting) -> Reply:
    """Offer the usual values of a setting, and say how to write any other."""
    shown = [Button(value, buttons.SettingChoice(name, value)) for value in _USUAL[name]]
    said = f"Tap one, or write <code>/settings {name} {_EXAMPLES[name]}</code>"
    if name == "zone":
        said += "\nEntries keep their days when the time zone changes."
    return Reply(said, tuple(in_rows(shown, 2)), question=True)


def setting_usage() -> Reply:
    """Say how a setting is written."""
    usage = "\n".join(f"<code>/settings {name} {_EXAMPLES[name]}</code>" for name in SETTINGS)
    return Reply(f"Write a setting like one of these:\n{usage}")


def usage_limits() -> Reply:
    """Say how a limit is written."""
    return Reply("Write the category and its weekly limit: <code>/limits fun 150</code>")


def usage_categories() -> Reply:
    """Say how categories are changed."""
    return Reply(
        "Write it like one of these:\n<code>/categories add Pets 40</code>\n<code>/categories rename fun = Play</code>\n"
        "<code>/categories remove pets</code>\n<code>/categories fun +cinema -bar</code>"
    )
