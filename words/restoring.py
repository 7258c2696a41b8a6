"""Whole budgets: handed out as a file, and put back."""

from budget.bills import MOST_BILLS
from budget.categories import MOST_CATEGORIES
from words.voice import Voice


def whole_exported(voice: Voice, n: int) -> str:
    """Say that a file holds a whole budget."""
    return voice.count(
        "Your whole budget: {n} entry, settings, categories, limits and bills. Sent to me in an empty chat, it is there again.",
        "Your whole budget: {n} entries, settings, categories, limits and bills. Sent to me in an empty chat, it is there again.",
        n,
    )


def whole_budget(voice: Voice, n: int, currency: str) -> str:
    """Say what a file of a whole budget holds, before it is restored."""
    return voice.count(
        "This is a whole budget: {n} entry in {currency}, with its settings, categories, limits and bills.",
        "This is a whole budget: {n} entries in {currency}, with their settings, categories, limits and bills.",
        n,
        currency=currency,
    )


def links_stay_behind(voice: Voice) -> str:
    """Say that share links are not restored."""
    return voice.say("Its share links don't come along: make new ones with /share.")


def out_of_use(voice: Voice, names: str) -> str:
    """Say which categories and bills, of a file or of another budget, a budget has no room for."""
    return voice.say(
        "A budget has {categories} categories and {bills} bills in use at most. These keep their entries and are out of use: "
        "{names}",
        categories=voice.number(MOST_CATEGORIES),
        bills=voice.number(MOST_BILLS),
        names=names,
    )


def not_empty(voice: Voice) -> str:
    """Say that a whole budget can't be restored beside another one."""
    return voice.say(
        "There are entries, questions or bills in this chat already, and two budgets can't be mixed. Send the file to me in a new "
        "chat or group, or empty this one with /forget first."
    )


def restored(voice: Voice, n: int) -> str:
    """Say that a whole budget is restored."""
    return voice.count(
        "✓ The budget is here: {n} entry, with settings, categories, limits and bills.",
        "✓ The budget is here: {n} entries, with settings, categories, limits and bills.",
        n,
    )
