"""Tables that are exported and imported."""

from words.voice import Voice


def nothing_to_export(voice: Voice) -> str:
    """Say that there are no entries."""
    return voice.say("There is nothing to export yet.")


def unknown_form(voice: Voice, word: str, commands: str) -> str:
    """Say that there is no such form of export; ``commands`` are those that there are."""
    return voice.say("I can't write entries as “{word}”. These I can: {commands}", word=word, commands=commands)


def exported(voice: Voice, n: int) -> str:
    """Say how many entries a file holds."""
    return voice.count("All your entries: {n} row.", "All your entries: {n} rows.", n)


def imported(voice: Voice, n: int, first: str, last: str) -> str:
    """Say what is recorded of a file."""
    return voice.count(
        "{n} imported entry, {first} to {last}, are recorded.",
        "{n} imported entries, {first} to {last}, are recorded.",
        n,
        first=first,
        last=last,
    )


def import_undone(voice: Voice, n: int, first: str, last: str) -> str:
    """Say that all of an import is undone."""
    return voice.count(
        "{n} imported entry, {first} to {last}, are undone.",
        "{n} imported entries, {first} to {last}, are undone.",
        n,
        first=first,
        last=last,
    )


def partly_undone(voice: Voice, n: int, first: str, last: str, undone: int) -> str:
    """Say that some of an import is undone."""
    return voice.count(
        "{n} imported entry, {first} to {last}: {recorded} are recorded, {undone} undone.",
        "{n} imported entries, {first} to {last}: {recorded} are recorded, {undone} undone.",
        n,
        first=first,
        last=last,
        recorded=voice.number(n - undone),
        undone=voice.number(undone),
    )


def row_refused(voice: Voice, n: int, why: str) -> str:
    """Say which line of a file can't be an entry."""
    return voice.say("Line {n}: {why}\nNothing of the table is recorded.", n=voice.number(n), why=why)


def offer(voice: Voice) -> str:
    """Ask whether a file without a name is to be imported."""
    return voice.say("Shall I import this file? Nothing of it is recorded yet; I keep it in mind for a day.")


def offer_named(voice: Voice, name: str) -> str:
    """Ask whether a file is to be imported."""
    return voice.say("Shall I import “{name}”? Nothing of it is recorded yet; I keep it in mind for a day.", name=name)


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
        "That file is larger than 5 MiB, the most that I take. Nothing of it is recorded: send it in parts."
    )


def not_fetched(voice: Voice) -> str:
    """Say that a file can't be had from Telegram."""
    return voice.say("I could not get that file from Telegram. Nothing of it is recorded: please send it again.")


def usage_import(voice: Voice) -> str:
    """Say how a table is sent."""
    return voice.say(
        "Send me a CSV file with the caption /import (in the terminal: <code>/import file.csv</code>). Its heading names the "
        "columns: day,kind,amount,currency,category,note. /export writes such a file; only day and amount are needed."
    )
