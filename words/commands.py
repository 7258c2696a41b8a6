"""What is shown to stand behind commands. What a command is for says its blurb, beside what it answers: `week_blurb`."""

from words.voice import Voice, marked

LAST = marked("last")
ALL = marked("all")
AUTO = marked("auto")
BARS = marked("bars")
OFF = marked("off")
AFFORD = marked("80 fun")
FUN = marked("fun")
LIMIT = marked("fun 150")
DIGEST = marked("monday 8:00")
SUMS = marked("2w totals")
"""What is shown to stand behind commands; every budget reads the English one."""


def example(voice: Voice, words: str) -> str:
    """Say in a language what is shown to stand behind a command; digits and names of programs stay."""
    return voice.typed(words)
