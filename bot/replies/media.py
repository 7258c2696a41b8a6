"""What can't be read: pictures, voice messages, places, files without a word."""

from bot.replies.wording import EXAMPLE
from bot.reply import Reply

_UNREAD = {
    "animation": "I can't see what is in an animation.",
    "audio": "I can't listen to music or recordings.",
    "checklist": "I don't read checklists.",
    "contact": "I don't read contacts.",
    "dice": "I don't count dice.",
    "document": "I can't read this file: entries come in as CSV.",
    "game": "I don't play games.",
    "location": "I don't read places.",
    "paid_media": "I can't see what is in a picture or a video.",
    "photo": "I can't see what is in a picture.",
    "poll": "I don't read polls.",
    "sticker": "I can't see what is on a sticker.",
    "story": "I don't read stories.",
    "venue": "I don't read places.",
    "video": "I can't see what is in a video.",
    "video_note": "I can't see or hear a video message.",
    "voice": "I can't listen to voice messages.",
}


def unread(kind: str) -> Reply:
    """Say what can't be read, and that a reply to it with an amount is the entry."""
    return Reply(
        f"{_UNREAD[kind]} Nothing is recorded: reply to it with the amount, like <code>{EXAMPLE}</code>, and I record that."
    )
