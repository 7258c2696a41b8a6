"""What stands on the buttons under a file. Labels are plain text, not HTML."""

from words import entries as entries_words
from words.voice import Voice


def record_rows(voice: Voice, n: int) -> str:
    """Record the rows of a file."""
    return voice.count("Record {n}", "Record {n}", n)


def since_paycheck(voice: Voice) -> str:
    """Record only what a file has since the latest paycheck."""
    return voice.say("Only since the paycheck")


def show_rows(voice: Voice, n: int) -> str:
    """Show some rows of a file."""
    return voice.count("Show the {n}", "Show the {n}", n)


def without_rows(voice: Voice, n: int) -> str:
    """Leave out the rows that look like what somebody wrote."""
    return voice.count("Without the {n}", "Without the {n}", n)


def columns(voice: Voice) -> str:
    """Choose the columns of a table."""
    return voice.say("Columns…")


def turn_signs(voice: Voice) -> str:
    """Take what a file has as spent for money in, and the other way round."""
    return voice.say("Turn the signs round")


def are_paychecks(voice: Voice, n: int, amounts: str) -> str:
    """Take some rows of money in for paychecks; ``amounts`` are theirs, each once."""
    return voice.count("The {amount} row is a paycheck", "The {amount} rows are paychecks", n, amount=amounts)


def no_transfers(voice: Voice) -> str:
    """Leave out what looks like transfers between own accounts."""
    return voice.say("Leave out the transfers")


def add_categories(voice: Voice) -> str:
    """Add the categories of a file to those of the budget."""
    return voice.say("Add them")


def map_categories(voice: Voice) -> str:
    """Say where the categories of a file go."""
    return voice.say("Say where they go…")


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


def neither(voice: Voice) -> str:
    """Answer that neither of two words is meant."""
    return voice.say("Neither")


def whole_cost(voice: Voice) -> str:
    """Answer that the whole of a shared expense counts."""
    return voice.say("All of it")


def file_back(voice: Voice) -> str:
    """Show again what is in a file."""
    return voice.say("‹ The file")


def no(voice: Voice) -> str:
    """Leave a file alone."""
    return voice.say("No")


def restore(voice: Voice) -> str:
    """Name the button that puts a whole budget into its chat."""
    return voice.say("Put it here")
