"""What taps taught."""

from words.voice import Voice


def nothing_taught(voice: Voice) -> str:
    """Say that no tap taught anything yet, and how one does."""
    return voice.say(
        "You have taught me nothing yet. Tap a category under a receipt, and the same note goes there by itself from then on."
    )


def taught(voice: Voice) -> str:
    """Head what taps taught."""
    return voice.say("<b>What your taps taught me</b>")


def rule(voice: Voice, n: int, note: str, category: str) -> str:
    """Say to which category a note belongs."""
    return voice.say("{n}. “{note}” → {category}", n=n, note=note, category=category)


def rules_blurb(voice: Voice) -> str:
    """Say what /rules is for."""
    return voice.say("what your taps taught me; forget one")
