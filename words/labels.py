"""What stands on the buttons of entries, questions, weeks, lists and links. Labels are plain text, not HTML.

Each docstring says what a tap on the label does.
"""

from collections.abc import Sequence

from budget.entries import Kind
from words import entries as entries_words
from words.voice import Voice


def of_line(voice: Voice, n: int | None, label: str) -> str:
    """Say which line of several a button is for; None where there is one line."""
    return label if n is None else voice.say("{n}: {label}", n=n, label=label)


def answer(voice: Voice) -> str:
    """Lead to a line's question."""
    return voice.say("Answer…")


def category(voice: Voice) -> str:
    """Lead to the categories of a line that has none yet."""
    return voice.say("Category…")


def change(voice: Voice) -> str:
    """Lead to what can be changed of an entry."""
    return voice.say("Change…")


def number(voice: Voice, n: int) -> str:
    """Choose the entry of a number."""
    return voice.say("{n}", n=n)


def category_alone(voice: Voice) -> str:
    """Lead to the categories that an entry could move to."""
    return voice.say("Category")


def amount(voice: Voice) -> str:
    """Ask for an entry's amount."""
    return voice.say("Amount")


def day(voice: Voice) -> str:
    """Ask for an entry's day."""
    return voice.say("Day")


def note(voice: Voice) -> str:
    """Ask for an entry's note."""
    return voice.say("Note")


def delete(voice: Voice) -> str:
    """Undo an entry."""
    return voice.say("Delete")


def more(voice: Voice) -> str:
    """Lead to the categories that there is no room for."""
    return voice.say("More…")


def was_income(voice: Voice) -> str:
    """Make an expense income."""
    return voice.say("It was income")


def change_to(voice: Voice, entry: str) -> str:
    """Change an entry as a reply says."""
    return voice.say("To {entry}", entry=entry)


def new_entry(voice: Voice, entry: str) -> str:
    """Record a reply as an entry of its own."""
    return voice.say("New entry: {entry}", entry=entry)


def leave_it(voice: Voice) -> str:
    """Let a reply change nothing."""
    return voice.say("No, leave it")


def undo(voice: Voice, *numbers: int) -> str:
    """Undo an entry, or the entries of some numbers."""
    return voice.say("Undo {n}", n=_and(numbers)) if numbers else voice.say("Undo")


def restore(voice: Voice, *numbers: int) -> str:
    """Restore an entry, or the entries of some numbers."""
    return voice.say("Restore {n}", n=_and(numbers)) if numbers else voice.say("Restore")


def _and(numbers: Sequence[int]) -> str:
    """Say numbers of entries in a few characters; of many the first and the last."""
    return "+".join(map(str, numbers)) if len(numbers) <= 3 else f"{numbers[0]}…{numbers[-1]}"


def restore_named(voice: Voice, name: str) -> str:
    """Restore what has a name."""
    return voice.say("Restore {name}", name=name)


def undo_all(voice: Voice) -> str:
    """Undo all entries of a message."""
    return voice.say("Undo all")


def restore_all(voice: Voice) -> str:
    """Restore all entries of a message."""
    return voice.say("Restore all")


def all_lines(voice: Voice) -> str:
    """Go back to all lines of a message."""
    return voice.say("‹ All lines")


def kind(voice: Voice, of: Kind, amount: str) -> str:
    """Take an amount as one kind of entry."""
    if of is Kind.EXPENSE:
        return voice.say("Spent {amount}", amount=amount)
    return entries_words.amount(voice, of, amount)


def in_category(voice: Voice, what: str, category: str) -> str:
    """Take an amount for a category."""
    return voice.say("{what}, {category}", what=what, category=category)


def on_day(voice: Voice, what: str, day: str) -> str:
    """Take an amount for a day."""
    return voice.say("{what} on {day}", what=what, day=day)


def entries(voice: Voice, n: int, amount: str) -> str:
    """Record several entries."""
    return voice.count("{n} entry, {amount}", "{n} entries, {amount}", n, amount=amount)


def in_all(voice: Voice, amount: str) -> str:
    """Record all amounts as one."""
    return voice.say("{amount} in all", amount=amount)


def only(voice: Voice, amount: str) -> str:
    """Record one amount of several."""
    return voice.say("Only {amount}", amount=amount)


def my_share(voice: Voice, amount: str) -> str:
    """Record one's share of a bill."""
    return voice.say("{amount}, my share", amount=amount)


def came_in(voice: Voice) -> str:
    """Take an amount as extra cash."""
    return voice.say("It came in")


def new_period(voice: Voice) -> str:
    """Begin a pay period."""
    return voice.say("New pay period")


def adds(voice: Voice) -> str:
    """Add a paycheck to the present pay period."""
    return voice.say("Adds to this one")


def with_note(voice: Voice, label: str, note: str) -> str:
    """Tell two choices apart by their notes."""
    return voice.say("{label} “{note}”", label=label, note=note)


def try_again(voice: Voice) -> str:
    """Have a message tried once more."""
    return voice.say("Try again")


def nothing(voice: Voice) -> str:
    """Record nothing."""
    return voice.say("No, nothing")


def not_spending(voice: Voice) -> str:
    """Record none of several readings."""
    return voice.say("Not spending")


def picture(voice: Voice) -> str:
    """Send the week as a picture."""
    return voice.say("Picture")


def page(voice: Voice) -> str:
    """Give the address of the page."""
    return voice.say("Page")


def open_page(voice: Voice) -> str:
    """Open the page."""
    return voice.say("Open the page")


def week_before(voice: Voice, week: str) -> str:
    """Show the week before."""
    return voice.say("‹ {week}", week=week)


def week_after(voice: Voice, week: str) -> str:
    """Show the week after."""
    return voice.say("{week} ›", week=week)


def copy(voice: Voice) -> str:
    """Copy a link."""
    return voice.say("Copy")


def revoke(voice: Voice, n: int | None = None) -> str:
    """Revoke a link, or the link of a number."""
    return voice.say("Revoke") if n is None else voice.say("Revoke {n}", n=n)


def tag_as_category(voice: Voice, tag: str) -> str:
    """Make a category of a tag."""
    return voice.say("#{tag} as a category", tag=tag)


def forget(voice: Voice, n: int) -> str:
    """Forget the rule of a number."""
    return voice.say("Forget {n}", n=n)


def newer(voice: Voice) -> str:
    """Show the page before."""
    return voice.say("‹ Newer")


def older(voice: Voice) -> str:
    """Show the next page."""
    return voice.say("Older ›")


def back(voice: Voice) -> str:
    """Go back to where this came from."""
    return voice.say("‹ Back")
