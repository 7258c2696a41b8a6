"""What stands on buttons. Labels are plain text, not HTML."""

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


def undo(voice: Voice, n: int | None = None) -> str:
    """Undo an entry, or the entry of a number."""
    return voice.say("Undo") if n is None else voice.say("Undo {n}", n=n)


def restore(voice: Voice, n: int | None = None) -> str:
    """Restore an entry, or the entry of a number."""
    return voice.say("Restore") if n is None else voice.say("Restore {n}", n=n)


def restore_named(voice: Voice, name: str) -> str:
    """Restore what has a name."""
    return voice.say("Restore {name}", name=name)


def paid(voice: Voice, amount: str) -> str:
    """Record that a bill is paid."""
    return voice.say("Paid {amount}", amount=amount)


def not_paid(voice: Voice) -> str:
    """Leave a bill as it is."""
    return voice.say("No")


def it_was(voice: Voice, name: str) -> str:
    """Let an expense pay a bill."""
    return voice.say("It was {name}", name=name)


def fresh_start(voice: Voice, category: str) -> str:
    """Let a category carry nothing of the weeks before."""
    return voice.say("Fresh start: {category}", category=category)


def spread(voice: Voice) -> str:
    """Lead to the weeks over which an expense could be spread."""
    return voice.say("Spread over weeks…")


def weeks(voice: Voice, n: int) -> str:
    """Spread an expense over some weeks."""
    return voice.count("{n} week", "{n} weeks", n)


def from_day(voice: Voice, day: str) -> str:
    """Let something begin on a day."""
    return voice.say("From {day}", day=day)


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


def week_before(voice: Voice, week: str) -> str:
    """Show the week before."""
    return voice.say("‹ {week}", week=week)


def week_after(voice: Voice, week: str) -> str:
    """Show the week after."""
    return voice.say("{week} ›", week=week)


def week_start(voice: Voice) -> str:
    """Change the week's first day."""
    return voice.say("Week start")


def time_zone(voice: Voice) -> str:
    """Change the time zone."""
    return voice.say("Time zone")


def numbers(voice: Voice) -> str:
    """Change how numbers are written."""
    return voice.say("Numbers")


def currency(voice: Voice) -> str:
    """Change the currency."""
    return voice.say("Currency")


def copy(voice: Voice) -> str:
    """Copy a link."""
    return voice.say("Copy")


def revoke(voice: Voice, n: int | None = None) -> str:
    """Revoke a link, or the link of a number."""
    return voice.say("Revoke") if n is None else voice.say("Revoke {n}", n=n)


def delete_everything(voice: Voice) -> str:
    """Delete a chat's budget."""
    return voice.say("Delete everything")


def confirm_deletion(voice: Voice) -> str:
    """Be the second person who has a group's budget deleted."""
    return voice.say("Confirm: delete everything")


def keep_it(voice: Voice) -> str:
    """Keep a budget."""
    return voice.say("Keep it")


def restore_budget(voice: Voice) -> str:
    """Bring a closed budget back."""
    return voice.say("Restore")


def delete_now(voice: Voice) -> str:
    """Delete a closed budget at once."""
    return voice.say("Delete now")


def remove(voice: Voice, name: str | None = None) -> str:
    """Take somebody out, or the person of a name."""
    return voice.say("Remove") if name is None else voice.say("Remove {name}", name=name)


def let_in(voice: Voice, person: str) -> str:
    """Let somebody use the bot."""
    return voice.say("Let {person} in", person=person)


def record_rows(voice: Voice, n: int) -> str:
    """Record the rows of a file."""
    return voice.count("Record {n}", "Record {n}", n)


def since_paycheck(voice: Voice) -> str:
    """Record only what a file has since the latest paycheck."""
    return voice.say("Only since the paycheck")


def show_rows(voice: Voice, n: int) -> str:
    """Show some rows of a file."""
    return voice.count("Show the {n}", "Show the {n}", n)


def columns(voice: Voice) -> str:
    """Choose the columns of a table."""
    return voice.say("Columns…")


def turn_signs(voice: Voice) -> str:
    """Take what a file has as spent for money in, and the other way round."""
    return voice.say("Turn the signs round")


def are_paychecks(voice: Voice, amount: str) -> str:
    """Take the money in of an amount for paychecks."""
    return voice.say("The {amount} rows are paychecks", amount=amount)


def no_transfers(voice: Voice) -> str:
    """Leave out what looks like transfers between own accounts."""
    return voice.say("Leave out the transfers")


def add_categories(voice: Voice) -> str:
    """Add the categories of a file to those of the budget."""
    return voice.say("Add them")


def chosen(voice: Voice, label: str) -> str:
    """Mark a button that is on."""
    return entries_words.recorded(voice, label)


def was_spent(voice: Voice) -> str:
    """Answer that money went out."""
    return voice.say("Spent")


def two_columns(voice: Voice) -> str:
    """Answer that money out and money in have a column each."""
    return voice.say("Two columns, out and in")


def no_note(voice: Voice) -> str:
    """Answer that no column is the note."""
    return voice.say("No note")


def whole_cost(voice: Voice) -> str:
    """Answer that the whole of a shared expense counts."""
    return voice.say("All of it")


def file_back(voice: Voice) -> str:
    """Show again what is in a file."""
    return voice.say("‹ The file")


def no(voice: Voice) -> str:
    """Leave a file alone."""
    return voice.say("No")


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


def keep(voice: Voice) -> str:
    """Leave somebody in."""
    return voice.say("Keep")


def withdraw(voice: Voice, n: int) -> str:
    """Withdraw the invitation of a number."""
    return voice.say("Withdraw {n}", n=n)


def members(voice: Voice) -> str:
    """Go back to who may use the bot."""
    return voice.say("‹ Members")


def settings(voice: Voice) -> str:
    """Go back to the settings."""
    return voice.say("‹ Settings")


def place_and_time(voice: Voice, time: str, place: str) -> str:
    """Choose the time zone of a place by its clock."""
    return voice.say("{time} {place}", time=time, place=place)


def numbers_like(voice: Voice, sample: str, style: str) -> str:
    """Choose how numbers are written by a sample."""
    return voice.say("{sample} · {style}", sample=sample, style=style)


def currency_called(voice: Voice, name: str, code: str) -> str:
    """Choose a currency by its name and code."""
    return voice.say("{name}, {code}", name=name, code=code)


def paid_bill(voice: Voice, name: str, amount: str) -> str:
    """Record the payment of one of several due bills."""
    return voice.say("Paid {name}, {amount}", name=name, amount=amount)


def another_amount(voice: Voice) -> str:
    """Pay another amount than the bill's."""
    return voice.say("Another amount")


def tomorrow(voice: Voice) -> str:
    """Let a bill fall due tomorrow."""
    return voice.say("Tomorrow")


def skip(voice: Voice) -> str:
    """Skip a bill this time."""
    return voice.say("Skip this one")


def nothing_spent(voice: Voice) -> str:
    """Note that nothing was spent today."""
    return voice.say("Nothing spent")


def later(voice: Voice) -> str:
    """Answer a reminder without anything to record."""
    return voice.say("Later")


def off(voice: Voice) -> str:
    """Switch the digest or the reminder off."""
    return voice.say("Off")


def yes_start(voice: Voice) -> str:
    """Begin with the settings as they are."""
    return voice.say("Yes, start")


def time(voice: Voice) -> str:
    """Set the time right."""
    return voice.say("Time")


def week(voice: Voice) -> str:
    """Set the first day of the week."""
    return voice.say("Week")


def back(voice: Voice) -> str:
    """Go back to where this came from."""
    return voice.say("‹ Back")


def make_a_group(voice: Voice) -> str:
    """Add the bot to a group, whose budget both share."""
    return voice.say("Make a group with me")


def language(voice: Voice) -> str:
    """Change the language."""
    return voice.say("Language")


def they_were(voice: Voice, code: str) -> str:
    """Let all amounts have been in a currency all along."""
    return voice.say("Yes, they were {currency}", currency=code)


def begin_in(voice: Voice, code: str) -> str:
    """Let a budget be in the currency of its first amount."""
    return voice.say("Yes, {currency}", currency=code)


def keep_currency(voice: Voice, code: str) -> str:
    """Leave the currency as it is."""
    return voice.say("No, keep {currency}", currency=code)


def make_card(voice: Voice) -> str:
    """Make a card."""
    return voice.say("Pin a card of what is left")


def make_bill(voice: Voice) -> str:
    """Make an expense that comes again a bill."""
    return voice.say("Make it a bill…")


def outside(voice: Voice) -> str:
    """Let a bill's payments count in no weekly limit."""
    return voice.say("Outside the weekly limits")


def inside(voice: Voice, category: str) -> str:
    """Let a bill's payments count in a category."""
    return voice.say("In {category}", category=category)


def carry_over(voice: Voice) -> str:
    """Record what was left of the last pay period as extra cash."""
    return voice.say("Carry it over")


def expect(voice: Voice, when: str) -> str:
    """Expect paychecks by a rule."""
    return voice.say("Expect them {when}", when=when)


def estimate(voice: Voice, name: str, amount: str) -> str:
    """Let a bill cost about an amount."""
    return voice.say("{name}: about {amount}", name=name, amount=amount)
