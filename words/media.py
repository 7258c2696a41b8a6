"""What is said of what can't be read: pictures, voice messages, places, files without a word."""

from words.voice import Voice, marked

_UNREAD = {
    "animation": marked("I can't see what is in an animation."),
    "audio": marked("I can't listen to music or recordings."),
    "checklist": marked("I don't read checklists."),
    "contact": marked("I don't read contacts."),
    "dice": marked("I don't count dice."),
    "document": marked("I can't read this file: entries come in as CSV, OFX, QFX, QIF, CAMT.053, MT940."),
    "game": marked("I don't play games."),
    "location": marked("I don't read places."),
    "paid_media": marked("I can't see what is in a picture or a video."),
    "photo": marked("I can't see what is in a picture."),
    "poll": marked("I don't read polls."),
    "sticker": marked("I can't see what is on a sticker."),
    "story": marked("I don't read stories."),
    "venue": marked("I don't read places."),
    "video": marked("I can't see what is in a video."),
    "video_note": marked("I can't see or hear a video message."),
    "voice": marked("I can't listen to voice messages."),
}


def unread(voice: Voice, kind: str) -> str:
    """Say what can't be read; ``kind`` is Telegram's name of the field."""
    return voice.say(_UNREAD[kind])


def reply_with_amount(voice: Voice, example: str) -> str:
    """Say that a reply with an amount is the entry."""
    return voice.say(
        "Nothing is recorded: reply to it with the amount, like <code>{example}</code>, and I record that.",
        example=example,
    )
