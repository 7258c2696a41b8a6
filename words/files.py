"""Tables that are exported and imported. Why a file is refused stands in `words.refusals`."""

from budget.categories import MOST_CATEGORIES
from budget.imports.rows import Topic
from words.voice import Voice, marked


def nothing_to_export(voice: Voice) -> str:
    """Say that there are no entries."""
    return voice.say("There is nothing to export yet.")


def unknown_form(voice: Voice, word: str, commands: str) -> str:
    """Say that there is no such form of export; ``commands`` are those that there are."""
    return voice.say("I can't write entries as “{word}”. These I can: {commands}", word=word, commands=commands)


def exported(voice: Voice, n: int) -> str:
    """Say how many entries a file holds."""
    return voice.count("All your entries: {n} row.", "All your entries: {n} rows.", n)


def no_file_here(voice: Voice) -> str:
    """Say that the platform takes no file for this chat, and what opens the way for one."""
    return voice.say("I can't send files here. Allow it in the group's permissions, and ask again.")


def imported(voice: Voice, n: int, of_days: str) -> str:
    """Say what is recorded of a file."""
    return voice.count(
        "{n} imported entry, {of_days}, is recorded.",
        "{n} imported entries, {of_days}, are recorded.",
        n,
        of_days=of_days,
    )


def import_undone(voice: Voice, n: int, of_days: str) -> str:
    """Say that all of an import is undone."""
    return voice.count(
        "{n} imported entry, {of_days}, is undone.",
        "{n} imported entries, {of_days}, are undone.",
        n,
        of_days=of_days,
    )


def partly_undone(voice: Voice, n: int, of_days: str, undone: int) -> str:
    """Say that some of an import is undone."""
    return voice.count(
        "{n} imported entry, {of_days}: {recorded} are recorded, {undone} undone.",
        "{n} imported entries, {of_days}: {recorded} are recorded, {undone} undone.",
        n,
        of_days=of_days,
        recorded=voice.number(n - undone),
        undone=voice.number(undone),
    )


def row_refused(voice: Voice, n: int, why: str) -> str:
    """Say which line of a file can't be an entry."""
    return voice.say("Line {n}: {why}\nNothing of the table is recorded.", n=voice.number(n), why=why)


def this_is(voice: Voice, of: str, n: int, of_days: str, currency: str) -> str:
    """Say what a file is and what can be read of it; ``of`` is its format, empty where nobody knows its program."""
    if not of:
        return voice.count(
            "This is a table, {n} row, {of_days}, {currency}.",
            "This is a table, {n} rows, {of_days}, {currency}.",
            n,
            of_days=of_days,
            currency=currency,
        )
    return voice.count(
        "This is {format}, {n} row, {of_days}, {currency}.",
        "This is {format}, {n} rows, {of_days}, {currency}.",
        n,
        format=of,
        of_days=of_days,
        currency=currency,
    )


def nothing_in_it(voice: Voice, of: str) -> str:
    """Say that no row of a file can be recorded."""
    if not of:
        return voice.say("I find nothing to record in this table.")
    return voice.say("This is {format}, and I find nothing to record in it.", format=of)


def our_own_csv(voice: Voice) -> str:
    """Name the table that `/export` writes."""
    return voice.say("my own CSV")


def in_the_book(voice: Voice, n: int) -> str:
    """Say how many rows of a file are recorded already."""
    return voice.count("{n} is in the book already.", "{n} are in the book already.", n)


def looks_typed(voice: Voice, n: int) -> str:
    """Say how many rows look like entries that somebody wrote."""
    return voice.count("{n} looks like what you wrote yourself.", "{n} look like what you wrote yourself.", n)


def not_read(voice: Voice, n: int, lines: str) -> str:
    """Say how many rows of a file can't be read, and in which lines they stand."""
    return voice.count("{n} can't be read (line {lines}).", "{n} can't be read (lines {lines}).", n, lines=lines)


def other_currencies(voice: Voice, n: int) -> str:
    """Say how many rows are left out because of their currency."""
    return voice.count("{n} is in another currency and left out.", "{n} are in other currencies and left out.", n)


def left_out(voice: Voice, n: int) -> str:
    """Say how many rows are left out because the file says that they are no payment."""
    return voice.count(
        "{n} is a transfer, a total or no payment, and left out.",
        "{n} are transfers, totals or no payments, and left out.",
        n,
    )


def spent(voice: Voice, amount: str, n: int, known: int) -> str:
    """Say what would be recorded as spent, and in how many rows the category is known."""
    return voice.count(
        "Spent {amount} ({n} row, {known} of a known category).",
        "Spent {amount} ({n} rows, {known} of a known category).",
        n,
        amount=amount,
        known=voice.number(known),
    )


def money_in(voice: Voice, amount: str, extra: int, paychecks: int) -> str:
    """Say what would be recorded as money in."""
    if not paychecks:
        return voice.say("Money in {amount} ({n} extra, no paycheck).", amount=amount, n=voice.number(extra))
    return voice.say(
        "Money in {amount} ({n} extra, {paychecks} of a paycheck).",
        amount=amount,
        n=voice.number(extra),
        paychecks=voice.number(paychecks),
    )


def unknown_categories(voice: Voice, names: str, other: str) -> str:
    """Say which categories of a file the budget does not have."""
    return voice.say("Not among your categories, so they go to {other}: {names}", other=other, names=names)


def new_categories(voice: Voice, names: str) -> str:
    """Say which categories would be added."""
    return voice.say("To be added to your categories: {names}", names=names)


def not_added(voice: Voice, names: str, other: str) -> str:
    """Say which categories of a file can't be added."""
    return voice.say(
        "These can't be added and go to {other}: {names}. A budget has {most} categories at most, with names that lines can have.",
        most=voice.number(MOST_CATEGORIES),
        other=other,
        names=names,
    )


def where_does_it_go(voice: Voice, called: str) -> str:
    """Ask to which category of the budget one of a file goes."""
    return voice.say("Where does “{name}” of the file go?", name=called)


def look_like_transfers(voice: Voice, n: int) -> str:
    """Say how many pairs of rows look like transfers."""
    return voice.count(
        "{n} pair looks like a transfer between accounts of yours.",
        "{n} pairs look like transfers between accounts of yours.",
        n,
    )


def western(voice: Voice) -> str:
    """Say that the encoding was guessed."""
    return voice.say("It is no UTF-8; I read it as Western European (cp1252).")


def guessed(voice: Voice, encoding: str) -> str:
    """Say that another encoding was guessed."""
    return voice.say("The file is no UTF-8: I take it for {encoding}.", encoding=encoding)


def shown_in_other(voice: Voice, before: str, now: str) -> str:
    """Say that a file was shown in the currency that the budget had then."""
    return voice.say(
        "This was shown in {before}, and your budget is in {now} by now. Nothing of it is recorded: look at it again.",
        before=before,
        now=now,
    )


def shown_otherwise(voice: Voice) -> str:
    """Say that a file is read in another way than it was shown."""
    return voice.say(
        "Since this was shown, a setting or what you said of the file has changed. Nothing of it is recorded: look at it again."
    )


def nothing_new(voice: Voice) -> str:
    """Say that a file has nothing to be recorded."""
    return voice.say("Nothing of it is new.")


def what_means(voice: Voice, line: int, example: str) -> str:
    """Ask what an amount or a day of a file means."""
    return voice.say("Line {n}: what does “{example}” mean?", n=voice.number(line), example=example)


def come_to(voice: Voice, way: str, amount: str) -> str:
    """Say what the amounts of a file come to where they are read in one way."""
    return voice.say("{way}: all amounts come to {amount}.", way=way, amount=amount)


def spent_or_in(voice: Voice, line: int, example: str) -> str:
    """Ask which way the money went."""
    return voice.say("Line {n}: was “{example}” spent, or did it come in?", n=voice.number(line), example=example)


def by_their_minus(voice: Voice, without: str, with_minus: str) -> str:
    """Say what the amounts come to whose sign is asked about."""
    return voice.say(
        "Amounts without a minus come to {without} in all, those with one to {with_minus}.",
        without=without,
        with_minus=with_minus,
    )


def which_word(voice: Voice, column: str) -> str:
    """Ask which word of a column says that money went out."""
    return voice.say("Which word in the column “{column}” means money out?", column=column)


def which_column(voice: Voice, topic: Topic) -> str:
    """Ask for a column of a table, or whose part of shared expenses counts."""
    return voice.say(_COLUMNS[topic])


_COLUMNS = {
    Topic.DAY_COLUMN: marked("Which column is the day?"),
    Topic.AMOUNT_COLUMN: marked("Which column is the amount?"),
    Topic.OUT_COLUMN: marked("Which column is money out?"),
    Topic.IN_COLUMN: marked("Which column is money in?"),
    Topic.NOTE_COLUMN: marked("Which column is the note?"),
    Topic.SHARE: marked("Whose part counts?"),
}


def refused_line(voice: Voice, line: int, why: str) -> str:
    """Say why a row can't be read."""
    return voice.say("Line {n}: {why}", n=voice.number(line), why=why)


def twin(voice: Voice, line: int, row: str, entry: str) -> str:
    """Put a row beside the entry that somebody wrote."""
    return voice.say("Line {n}: {row} — in the book: {entry}", n=voice.number(line), row=row, entry=entry)


def waits(voice: Voice) -> str:
    """Say that a file waits for a tap."""
    return voice.say("Nothing of it is recorded yet; I keep it in mind for a day.")


def imports(voice: Voice) -> str:
    """Head the list of files that were recorded."""
    return voice.say("The latest files:")


def no_imports(voice: Voice) -> str:
    """Say that no file was recorded."""
    return voice.say("No file was recorded yet. Send me one from your bank or from another program.")


def one_import(voice: Voice, of: str, n: int, of_days: str) -> str:
    """Name a file that was recorded."""
    return voice.count(
        "{format}, {n} row, {of_days}",
        "{format}, {n} rows, {of_days}",
        n,
        format=of,
        of_days=of_days,
    )


def a_table(voice: Voice) -> str:
    """Name a table of no known program."""
    return voice.say("a table")


def dropped(voice: Voice) -> str:
    """Say that a file is left alone."""
    return voice.say("Fine, nothing of the file is recorded.")


def offer_is_over(voice: Voice) -> str:
    """Say that a file can't be imported by the button any more."""
    return voice.say(
        "That was more than a day ago, or there were many files since. Nothing is recorded: send the file again."
    )


def too_large(voice: Voice) -> str:
    """Say that a file is larger than any that can be imported."""
    return voice.say(
        "That file is larger than 5 MiB, the most that I take. Nothing of it is recorded: send it in parts, or a whole budget in a "
        "ZIP."
    )


def not_fetched(voice: Voice) -> str:
    """Say that a file can't be had from Telegram."""
    return voice.say("I could not get that file from Telegram. Nothing of it is recorded: please send it again.")


def usage_import(voice: Voice) -> str:
    """Say how a table is sent."""
    return voice.say(
        "Send me a file from your bank or another program (in the terminal: <code>/import file.csv</code>): CSV, OFX, QFX, QIF, "
        "CAMT.053, MT940, or one of them in a ZIP. I show what is in it, and record nothing before your tap."
    )


def export_blurb(voice: Voice) -> str:
    """Say what /export is for."""
    return voice.say("all entries as a CSV file")


def import_blurb(voice: Voice) -> str:
    """Say what /import is for."""
    return voice.say("entries from a file of a bank or another program")


def imports_blurb(voice: Voice) -> str:
    """Say what /imports is for."""
    return voice.say("files that were recorded, to be undone")
