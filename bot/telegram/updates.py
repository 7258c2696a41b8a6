"""Reads Telegram's updates: JSON in, events of the conversation out.

Telegram's facts used here: chat and user ids need 64 bits; (chat, message) is for ever; an edit keeps the message's own `date` and
adds `edit_date` (seconds), and `edited_message` also comes for changes that do not touch the text; a group that becomes a
supergroup gets another id, and says so in both chats.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

import telegram
from telegram import CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Update
from telegram.error import TelegramError

from bot.buttons import TryAgain, encode
from bot.events import EMPTY_LINE, Tapped
from bot.telegram.delivery import PROMPT, refused_in
from bot.telegram.incoming import Faceless, Incoming, Joined, Media, Moved, Retry, fits, is_sound
from budget.bookkeeper import Message
from budget.grammar import looks_meant
from budget.states import Version

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that are asked for (`allowed_updates`). They are sent at every registration: Telegram keeps the last list."""

_INSIDE = frozenset({ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER})


_LATEST = 253_402_300_800  # seconds: the year 10000


def read(raw: Any) -> Incoming | None:
    """Return what an update's JSON value holds for this bot, None for nothing.

    Raises ValueError, which does not quote the value, if Telegram would not send it.
    """
    return _plain(raw) or _wordless(raw) or incoming(read_update(raw))


def _plain(raw: Any) -> Incoming | None:
    """Read the most frequent kind of update: a person's plain text. Return None for others, which python-telegram-bot reads.

    It reads only the fields that this bot uses, which takes a twentieth of the time. A property test compares both readers.
    """
    match raw:
        case {
            "update_id": int(update),
            "message": {
                "message_id": int(number),
                "from": {"id": int(user), "is_bot": False, "first_name": str(name)} as sender,
                "chat": {"id": int(chat), "type": Chat.PRIVATE | Chat.GROUP | Chat.SUPERGROUP as kind} as place,
                "date": int(date),
                "text": str(text),
            } as message,
        } if len(raw) == 2 and len(message) == 5 and text and 0 < date < _LATEST:
            sent_at = datetime.fromtimestamp(date, UTC)
            group = kind != Chat.PRIVATE
            language = _language(sender.get("language_code"))
            event = Message(
                chat,
                number,
                user,
                _whole(text),
                sent_at,
                Version(0, update),
                group=group,
                title=_title(place.get("title"), group=group),
                language=language,
                name=_whole(name),
            )
            found = Incoming(chat, user, event, not group, number, name=name, update=update)
            return found if is_sound(found) and not isinstance(date, bool) else None
        case _:
            return None


def _title(title: object, *, group: bool) -> str:
    """Return the title of a group, empty for what has none."""
    return _whole(title) if group and isinstance(title, str) else ""


_MEDIA = (
    "animation", "audio", "document", "photo", "sticker", "story", "video", "video_note", "voice", "contact", "dice", "game",
    "poll", "venue", "location", "paid_media", "checklist",
)  # fmt: skip
"""Fields of a message that are no text. An animation is a document too, and a venue a location: those come first."""
_SAYS_MORE = frozenset({"text", "caption", "edit_date", "sender_chat"})
_TABLE_NAMES = tuple(
    ".csv .tsv .tab .txt .ofx .qfx .qbo .qif .mt940 .940 .sta .xml .json .zip .xlsx .xls .ods .numbers".split()
)
"""How files are called that are tables or may hold one; a spreadsheet's own file is told what to save instead."""
_TABLE_TYPES = frozenset(
    "text/csv text/comma-separated-values text/tab-separated-values application/x-ofx text/xml application/xml application/zip "
    "application/json".split()
)
_ALBUMS = 2**47
"""Albums get numbers at or above this, which no message of Telegram's has."""


def _wordless(raw: Any) -> Incoming | None:
    """Read what a person sent without a word in private. None for any other update.

    python-telegram-bot would want every field of a poll or a story, which are others with each version of the Bot API.
    """
    match raw:
        case {
            "update_id": int(update),
            "message": {
                "message_id": int(number),
                "from": {"id": int(user), "is_bot": False, "first_name": str(name)},
                "chat": {"id": int(chat), "type": Chat.PRIVATE},
                "date": int(date),
            } as message,
        } if len(raw) == 2 and 0 < date < _LATEST and not message.keys() & _SAYS_MORE:
            kind = next((field for field in _MEDIA if message.get(field)), None)
        case _:
            return None
    if kind is None or isinstance(date, bool):
        return None
    file = ""
    if kind == "document" and _is_table(message[kind]) and isinstance(message[kind].get("file_id"), str):
        file, kind = message[kind]["file_id"], "table"
    album = _album(message.get("media_group_id"))
    language = message["from"].get("language_code")
    event = Media(number, kind, datetime.fromtimestamp(date, UTC), album, _language(language))
    found = Incoming(chat, user, event, private=True, reply_to=number, file=file, name=name, update=update)
    return found if is_sound(found) else None


def read_update(raw: Any) -> Update:
    """Read an update's JSON value. Raises ValueError, which does not quote the value, if it is not an update."""
    try:
        update = Update.de_json(raw, None)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError, TelegramError) as problem:
        # All errors that python-telegram-bot was seen to raise for malformed input.
        raise ValueError(type(problem).__name__) from None
    if not fits(update.update_id):
        raise ValueError("no update number")
    return update


def incoming(update: Update) -> Incoming | None:
    """Return what an update holds for this bot, None for nothing. Raises ValueError if Telegram would not send it."""
    message = update.message or update.edited_message
    try:
        if message is not None:
            found = _service(message) or _message(update.update_id, message)
        elif update.callback_query is not None:
            found = _tap(update.callback_query)
        elif update.my_chat_member is not None:
            found = _membership(update.my_chat_member)
        else:
            return None
        if found is not None and not is_sound(found):
            raise ValueError("a number or a text of the wrong kind")
        return found and found._replace(update=update.update_id)
    except (TypeError, AttributeError, OverflowError) as problem:  # a wrong type inside an update that was read
        raise ValueError(type(problem).__name__) from None


def _message(update: int, message: telegram.Message) -> Incoming | None:
    text, user = message.text or message.caption, message.from_user
    if message.sender_chat is not None:
        return _faceless(message, message.sender_chat, text)
    if text is None or user is None or user.is_bot:
        return None
    if not isinstance(message.date, datetime):
        raise TypeError("no date")
    private = message.chat.type == Chat.PRIVATE
    if not private and message.chat.type not in {Chat.GROUP, Chat.SUPERGROUP}:
        return None
    version = Version(int(message.edit_date.timestamp()) if message.edit_date else 0, update)
    to = message.reply_to_message
    if to is not None and to.chat.id != message.chat.id:
        to = None  # its number says nothing here
    event = Message(
        message.chat.id,
        message.message_id,
        user.id,
        _whole(text),
        message.date,
        version,
        group=not private,
        title=_title(message.chat.title, group=not private),
        forwarded=message.forward_origin is not None,
        reply_to=_replied(to, user),
        reply_buttons=_buttons_of(to),
        reply_text=_text_of(to, user),
        language=_language(user.language_code),
        name=_whole(user.first_name),
    )
    file = message.document.file_id if message.document and event.text.lower().startswith("/import") else ""
    album = _album(message.media_group_id)
    bot = to.from_user if to is not None and to.from_user is not None and to.from_user.is_bot else None
    replied = (bot.username or "", bot.id) if bot is not None else ("", 0)
    at = (message.chat.id, user.id, event, private, message.message_id)
    return Incoming(*at, file, user.first_name, update, album, *replied)


def _is_table(document: object) -> bool:
    """Whether a file is a table or a bank's, by its name or its announced type."""
    match document:
        case {"file_name": str(name)} if name.lower().endswith(_TABLE_NAMES):
            return True
        case {"mime_type": str(kind)}:
            return kind in _TABLE_TYPES
        case _:
            return False


def _album(name: object) -> int | None:
    """Return the number of the album that a message belongs to: of Telegram's name for it, which may be any text."""
    if not isinstance(name, str) or not name:
        return None
    return _ALBUMS + int.from_bytes(hashlib.sha256(_whole(name).encode()).digest()[:5])


_LONGEST_TAG = 35
"""Characters of a language tag, as BCP 47 wants them to be bearable."""


def _language(tag: object) -> str:
    """Return the language of a person's app, an empty text where it is not told."""
    return tag if isinstance(tag, str) and len(tag) <= _LONGEST_TAG and tag.isascii() else ""


def _replied(to: telegram.Message | None, user: telegram.User) -> int | None:
    """Return the message that is replied to, where a bot wrote it, or the person who replies."""
    sender = to.from_user if to is not None else None
    return to.message_id if to is not None and sender is not None and (sender.is_bot or sender.id == user.id) else None


def _buttons_of(to: telegram.Message | None) -> tuple[str, ...]:
    """Return the data of the buttons under a message of a bot's: they say what it is about where nobody noted it."""
    if to is None or to.from_user is None or not to.from_user.is_bot:
        return ()
    links = (one.url for one in to.entities if isinstance(one.url, str))
    prompts = tuple(url.removeprefix(PROMPT) for url in links if url.startswith(PROMPT))
    if to.reply_markup is None:
        return prompts
    data = (button.callback_data for row in to.reply_markup.inline_keyboard for button in row)
    return (*prompts, *(one for one in data if isinstance(one, str)))


def _text_of(to: telegram.Message | None, user: telegram.User) -> str:
    """Return the text that is replied to: the person's own, or the one that an answer of a bot's refuses."""
    if to is None or to.from_user is None:
        return ""
    if to.from_user.is_bot:
        return next(filter(None, (refused_in(one.url) for one in to.entities if isinstance(one.url, str))), "")
    return _whole(to.text or "") if to.from_user.id == user.id else ""


def _faceless(message: telegram.Message, sender: Chat, text: str | None) -> Incoming | None:
    """Return a message to the bot that a chat wrote, not a person. What a channel forwards automatically is ignored."""
    if message.is_automatic_forward or text is None or message.chat.type not in {Chat.GROUP, Chat.SUPERGROUP}:
        return None
    text = _whole(text)
    if not text.startswith("/") and not any(map(looks_meant, text.split("\n"))):
        return None
    event = Faceless(channel=sender.type == Chat.CHANNEL)
    return Incoming(message.chat.id, 0, event, private=False, reply_to=message.message_id)


def _service(message: telegram.Message) -> Incoming | None:
    chat = message.chat.id
    if message.migrate_to_chat_id:
        moved = Moved(chat, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id:
        moved = Moved(message.migrate_from_chat_id, chat)
    else:
        return None
    return Incoming(chat, 0, moved, private=False, reply_to=None)


def _tap(query: CallbackQuery) -> Incoming | None:
    if query.message is None:  # not a button of this bot, but every tap waits for an answer
        user = query.from_user.id
        return Incoming(user, user, Tapped(user, user, "", _whole(query.id)), private=True, reply_to=None)
    again = _again(query, query.message)
    if again is not None:
        return again
    chat = query.message.chat
    group = chat.type != Chat.PRIVATE
    answered = getattr(query.message, "reply_to_message", None)
    person = answered.from_user if answered is not None else None
    asked_about = (person.id, person.first_name) if person is not None and not person.is_bot else None
    data, tap = _whole(query.data or ""), _whole(query.id)
    bears = query.message.message_id
    shown = _buttons_of(query.message) if isinstance(query.message, telegram.Message) else ()
    who = query.from_user
    at = (chat.id, who.id, data, tap, group, _whole(who.first_name), asked_about)
    above, below = _around_empty_lines(query.message)
    language = _language(who.language_code)
    event = Tapped(*at, message=bears, buttons=shown, below=below, above=above, language=language)
    return Incoming(chat.id, query.from_user.id, event, not group, query.message.message_id)


def _around_empty_lines(bearer: telegram.MaybeInaccessibleMessage) -> tuple[str, str]:
    """Return the HTML of what stands in a message above its last empty line, and of what stands below its first one."""
    if not isinstance(bearer, telegram.Message) or EMPTY_LINE not in (bearer.text or ""):
        return "", ""
    html = _whole(bearer.text_html)
    return html.rpartition(EMPTY_LINE)[0], html.partition(EMPTY_LINE)[2]


def _again(query: CallbackQuery, bearer: telegram.MaybeInaccessibleMessage) -> Incoming | None:
    """Return the message that its own author has tried again. Telegram keeps it, and sends it along with the tap.

    Its version is the lowest: what was recorded of it meanwhile stays as it is.
    """
    message = bearer.reply_to_message if isinstance(bearer, telegram.Message) else None
    if query.data != encode(TryAgain()) or message is None or message.from_user != query.from_user:
        return None
    found = _message(0, message)
    if found is None or found.chat != bearer.chat.id:
        return None
    return found._replace(retry=Retry(_whole(query.id), bearer.message_id))


def _membership(change: ChatMemberUpdated) -> Incoming | None:
    came = change.new_chat_member.status in _INSIDE and change.old_chat_member.status not in _INSIDE
    if not came or change.chat.type not in {Chat.GROUP, Chat.SUPERGROUP}:
        return None
    joined = Joined(_language(change.from_user.language_code))
    return Incoming(change.chat.id, change.from_user.id, joined, private=False, reply_to=None)


def _whole(text: str) -> str:
    """Return a text with a question mark for half a surrogate pair, which no answer could carry."""
    return text.encode("utf-8", "replace").decode()
