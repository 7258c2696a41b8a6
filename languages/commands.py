"""What people type of commands in a language: messages without a slash, and the words behind a command."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class CommandWords:
    """One language's ways to say commands, by what they are in English; several are parted by commas.

    They are compared in small letters, without diacritics and without punctuation. `tests/languages/test_commands.py` says which
    keys every language needs.
    """

    names: Mapping[str, str]
    """What a command is called: `Woche`, `/woche`."""
    messages: Mapping[str, str]
    """Whole messages that ask for a command with its English words: `week last` is said `letzte Woche`."""
    words: Mapping[str, str]
    """Words behind a command: `none` in `/limits fun none`."""
    languages: str
    """The names of all languages, as `languages.NAMES` has them."""
    fillers: frozenset[str]
    """Words that add nothing to a message: `wie viel ist *noch* übrig`."""
    unslashed: frozenset[str] = frozenset()
    """Names that are known without a slash alone: behind one they are near misses, which are told the command's own."""
    verb_endings: frozenset[str] = frozenset()
    """Second parts of verbs, which end an order: `benenne Spaß in Freizeit *um*`."""
