"""What can't be read: pictures, voice messages, places, files without a word."""

from bot.reply import Reply
from budget.examples import spent_like
from budget.money import Money
from words import media as say
from words.voice import Voice


def unread(voice: Voice, kind: str, money: Money) -> Reply:
    """Say what can't be read, and that a reply to it with an amount is the entry."""
    return Reply(f"{say.unread(voice, kind)} {say.reply_with_amount(voice, spent_like(money, voice.language))}")
