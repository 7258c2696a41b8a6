"""What can't be read: pictures, voice messages, places, files without a word."""

from bot.reply import Reply, escape
from words import media as say
from words.voice import Voice


def unread(voice: Voice, kind: str, example: str) -> Reply:
    """Say what can't be read, and that a reply to it with an amount, like the ``example``, is the entry."""
    return Reply(voice.sentences(say.unread(voice, kind), say.reply_with_amount(voice, escape(example))))
