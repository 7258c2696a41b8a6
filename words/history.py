"""What was changed of entries, by whom, and whether everything adds up."""

from collections.abc import Sequence

from words.markup import BETWEEN
from words.voice import Voice


def changes(voice: Voice) -> str:
    """Head the latest changes."""
    return voice.say("<b>Latest changes</b>")


def changes_of(voice: Voice, entry: str) -> str:
    """Head the changes of one entry."""
    return voice.say("<b>Changes of one entry</b>: {entry}", entry=entry)


def nothing_changed(voice: Voice) -> str:
    """Say that no entry was changed yet."""
    return voice.say("Nothing was changed yet. <b>Change…</b> under a receipt changes an entry.")


def never_changed(voice: Voice, entry: str) -> str:
    """Say that an entry is as it was recorded."""
    return voice.say("This entry is as it was recorded: {entry}", entry=entry)


def from_to(voice: Voice, was: str, now: str) -> str:
    """Say what a part of an entry was, and what it is."""
    return voice.say("{was} → {now}", was=was, now=now)


def change(voice: Voice, parts: Sequence[str], entry: str) -> str:
    """Say what was changed of an entry."""
    said = BETWEEN.join(parts)
    return voice.say("{changes}, {entry}", changes=said, entry=entry) if entry else said


def restored(voice: Voice, entry: str) -> str:
    """Say that an entry counts again."""
    return voice.say("{entry} restored", entry=entry)


def spread(voice: Voice, entry: str, n: int) -> str:
    """Say that an expense counts over several weeks."""
    return voice.count("{entry} spread over {n} week", "{entry} spread over {n} weeks", n, entry=entry)


def spread_no_more(voice: Voice, entry: str) -> str:
    """Say that an expense counts in its own week again."""
    return voice.say("{entry} spread no more", entry=entry)


def by(voice: Voice, name: str, change: str) -> str:
    """Say who changed something."""
    return voice.say("{name}: {change}", name=name, change=change)


def no_entry(voice: Voice, nth: int) -> str:
    """Say that there are not so many entries."""
    return voice.say("There is no entry {nth}: /recent shows what there is.", nth=nth)


def note_never_changed(voice: Voice, note: str) -> str:
    """Say that no entry with a note was changed, be there one or not."""
    return voice.say("Nothing with “{note}” was changed. /recent shows what there is.", note=note)


def adds_up(voice: Voice, n: int) -> str:
    """Say that all entries were added up again, and that every sum is right."""
    return voice.count(
        "✓ Added up again: {n} entry comes to what every week and the pay period show.",
        "✓ Added up again: {n} entries come to what every week and the pay period show.",
        n,
    )


def does_not_add_up(voice: Voice, n: int) -> str:
    """Say that sums are wrong, and who can help."""
    return voice.count(
        "✗ {n} sum is not what the entries come to. Nothing is lost: who runs this bot can <code>verify</code> it.",
        "✗ {n} sums are not what the entries come to. Nothing is lost: who runs this bot can <code>verify</code> it.",
        n,
    )


def nothing_to_add_up(voice: Voice) -> str:
    """Say that there are no entries."""
    return voice.say("Nothing is recorded yet, so there is nothing to add up.")


def too_many_to_add_up(voice: Voice, most: int) -> str:
    """Say who adds up so many entries."""
    return voice.say(
        "I add up {most} entries at most. The person who runs this bot can <code>verify</code> all of them.",
        most=voice.number(most),
    )


def history_blurb(voice: Voice) -> str:
    """Say what /history is for."""
    return voice.say("who changed what")
