"""The topics of the help: what stands on their buttons and heads their pages. They are plain text, not HTML."""

from words.voice import Voice


def left(voice: Voice) -> str:
    return voice.say("What is left")


def plan(voice: Voice) -> str:
    return voice.say("Bills and paydays")


def entries(voice: Voice) -> str:
    return voice.say("Look back and correct")


def limits(voice: Voice) -> str:
    return voice.say("Limits and categories")


def sharing(voice: Voice) -> str:
    return voice.say("Share and invite")


def files(voice: Voice) -> str:
    return voice.say("Import and export")


def settings(voice: Voice) -> str:
    return voice.say("Settings and reminders")


def back(voice: Voice) -> str:
    """Go back to the help."""
    return voice.say("‹ Help")


def help_blurb(voice: Voice) -> str:
    """Say what /help is for."""
    return voice.say("how to write to me")
