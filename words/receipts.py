"""The answer to a message with entries, line by line."""

from words import days
from words.voice import Voice


def corrected(voice: Voice) -> str:
    """Head the receipt of an edit."""
    return voice.say("Corrected:")


def together(voice: Voice, n: int, total: str) -> str:
    """Head several entries of one kind with what they come to."""
    return voice.count("✓ {total} in {n} entry", "✓ {total} in {n} entries", n, total=total)


def counted(voice: Voice, n: int) -> str:
    """Head several entries of different kinds."""
    return voice.count("✓ {n} entry", "✓ {n} entries", n)


def numbered(voice: Voice, n: int, entry: str) -> str:
    """Say the entry of a line among several."""
    return voice.say("{n} {entry}", n=n, entry=entry)


def refused_line(voice: Voice, text: str, why: str) -> str:
    """Say why one line of several is no entry."""
    return voice.say("✗ “{text}”: {why}", text=text, why=why)


def stays(voice: Voice, entry: str) -> str:
    """Say that an edit that can't be read leaves the entry."""
    return voice.say("So this stays as it was: {entry}", entry=entry)


def reply_refused(voice: Voice, why: str, receipt: str) -> str:
    """Say why a reply changes nothing, and what stands."""
    return voice.say("{why}\nSo this stays as it was:\n{receipt}", why=why, receipt=receipt)


def which_line(voice: Voice, amount: str, receipt: str) -> str:
    """Say that a reply could change several lines, and how one is named."""
    return voice.say(
        "I can't tell what that changes. Reply with the number of its line first, like <code>2: {amount}</code>, or tap."
        "\n{receipt}",
        amount=amount,
        receipt=receipt,
    )


def counts_until_then(voice: Voice, entry: str) -> str:
    """Say that the entry counts until the question is answered."""
    return voice.say("Until then this counts: {entry}", entry=entry)


def as_last_time(voice: Voice, entry: str) -> str:
    """Say that the category is the one that was taught."""
    return voice.say("{entry}, as last time", entry=entry)


def not_recorded_any_more(voice: Voice) -> str:
    """Say that a line has no entry now."""
    return voice.say("This line is not recorded any more.")


def day_of_lines(voice: Voice, day: str) -> str:
    """Head the lines of a day."""
    return voice.say("{day}:", day=days.opening(day))


def total_agrees(voice: Voice, total: str) -> str:
    """Say that a written total is what the entries add up to."""
    return voice.say("✓ Together {total}.", total=total)


def total_differs(voice: Voice, total: str, written: str) -> str:
    """Say what the entries add up to where another total is written."""
    return voice.say("Together these are {total}, not {written}.", total=total, written=written)


def more_lines(voice: Voice, n: int, waiting: int, counted: int, unread: int) -> str:
    """Say what became of the lines that a message has no room for."""
    what = [
        voice.count("{n} waits for an answer", "{n} wait for an answer", waiting) if waiting else "",
        voice.say("{n}: see the buttons below", n=voice.number(counted)) if counted else "",
        voice.say("{n} can't be read: send them again in a shorter message", n=voice.number(unread)) if unread else "",
    ]
    what_of_them = "; ".join(part for part in what if part)
    return voice.count("… and {n} more line: {what}.", "… and {n} more lines: {what}.", n, what=what_of_them)


def other_categories(voice: Voice) -> str:
    """Say where the categories are shown that there is no room for."""
    return voice.say("/week shows where the other categories stand.")


def where_it_belongs(voice: Voice, entry: str) -> str:
    """Ask for an entry's category."""
    return voice.say("{entry}\nWhere does it belong?", entry=entry)
