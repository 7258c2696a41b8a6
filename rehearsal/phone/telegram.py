"""The Telegram that a script is played on: one chat, kept as an app would show it. It is the program's network edge.

HTML that the simulated Telegram of the tests refuses is refused here by the same code. An unknown call is refused and kept in
``refused``, so that a picture never hides one.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import escape, unescape
from typing import Any

from telegram.request import BaseRequest, RequestData

from rehearsal.phone.files import Document, document_in, picture_in, size_of
from rehearsal.phone.script import BOT, ScriptError
from tests.telegram.simulated import NAME, Refusal, read_html

Json = dict[str, Any]

BOT_NUMBER = 123456
_HOME = -1_001_234_567_890
_FIRST_PERSON = 7_000_000_001  # needs 64 bits
_LONGEST_TEXT = 4096  # UTF-16 units, as Telegram counts
_LONGEST_CAPTION = 1024
_LINK = re.compile(r'<a href="([^"]+)">')
_LONGEST_PINNED = 30  # letters of a pinned message that are said


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    label: str
    data: str = ""
    opens: str = ""
    """The address of a link."""
    copies: str = ""
    """The text that a tap puts into the clipboard."""
    style: str = ""
    """What the Bot API calls it: danger, success, primary."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands now."""

    number: int
    sender: str
    """A person's key, `BOT`, or empty for what the app itself says."""
    at: datetime
    html: str = ""
    """The text, or what stands under the picture or file, in Telegram's own HTML."""
    reply_to: int | None = None
    rows: tuple[tuple[Button, ...], ...] = ()
    photo: bytes | None = None
    document: Document | None = None
    edited: bool = False
    quiet: bool = False
    """Whether it came without a sound."""
    reactions: tuple[str, ...] = ()
    cause: int | None = None
    """The person's message that a message of the bot answers, directly or through taps on answers."""

    @property
    def text(self) -> str:
        """The text without its marks."""
        return read_html(self.html)

    @property
    def labels(self) -> list[list[str]]:
        """What stands on the buttons, row by row."""
        return [[button.label for button in row] for row in self.rows]


@dataclass
class Chat:
    """A chat with the bot, as it stands now."""

    title: str
    people: dict[str, str]
    group: bool
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    asks: tuple[int, str] | None = None
    """The message that the app is about to reply to (ForceReply), and what stands in the empty line."""
    notice: str = ""
    """The notice that the latest tap showed over the chat."""
    alert: bool = False
    """Whether the notice waits for an OK."""

    @property
    def in_order(self) -> list[Message]:
        """All messages, oldest first."""
        return [self.messages[number] for number in sorted(self.messages)]

    def name_of(self, sender: str) -> str:
        """Return the name over a sender's messages."""
        return self.people.get(sender, "Budget")


class PhoneTelegram(BaseRequest):
    """The Bot API for one bot in one chat."""

    def __init__(self, people: dict[str, str], group: str, language: str, now: Callable[[], datetime]) -> None:
        self.chat = Chat(group or "Budget", people, bool(group))
        self.refused: list[str] = []
        self.cause: int | None = None
        """The person's message that is being answered."""
        self.numbers = {key: _FIRST_PERSON + n for n, key in enumerate(people)}
        self.number = _HOME if group else _FIRST_PERSON
        self._language = language
        self._now = now
        self._latest = 0

    # --- what python-telegram-bot asks for ---

    @property
    def read_timeout(self) -> float | None:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the HTTP method
        request_data: RequestData | None = None,
        *_timeouts: Any,
        **_timeouts_by_name: Any,
    ) -> tuple[int, bytes]:
        params: Json = {}
        if request_data is not None:
            params = dict(request_data.parameters)
            if request_data.contains_files:
                params |= request_data.multipart_data or {}
        try:
            return 200, json.dumps({"ok": True, "result": self.call(url.rsplit("/", 1)[-1], params)}).encode()
        except Refusal as refusal:
            return refusal.status, json.dumps(refusal.answer).encode()

    # --- the Bot API ---

    def call(self, method: str, params: Json) -> Any:
        """Do what the bot asks for; return the result. Raises `Refusal`."""
        try:
            return self._called(method, params)
        except Refusal as refusal:
            self.refused.append(f"{method}: {refusal}")
            raise

    def _called(self, method: str, params: Json) -> Any:
        if params.get("chat_id", self.number) != self.number:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        match method:
            case "getMe":
                return {"id": BOT_NUMBER, "is_bot": True, "first_name": "Budget", "username": NAME}
            case "sendMessage" | "sendPhoto" | "sendDocument":
                return self._send(params)
            case "editMessageText" | "editMessageCaption" | "editMessageReplyMarkup" | "editMessageMedia":
                return self._edit(method, params)
            case "deleteMessage" | "deleteMessages":
                for number in params.get("message_ids") or [params["message_id"]]:
                    self.delete(number)
            case "setMessageReaction":
                marks = tuple(each["emoji"] for each in params.get("reaction", []) if "emoji" in each)
                self._put(replace(self._known(params["message_id"]), reactions=marks))
            case "pinChatMessage" | "unpinChatMessage" | "unpinAllChatMessages":
                self._change_pins(method, params)
            case "answerCallbackQuery":
                self.chat.notice, self.chat.alert = params.get("text", ""), params.get("show_alert", False)
            case "getChatMember":
                return self._member(params["user_id"])
            case "sendChatAction":
                pass
            case _:
                raise Refusal(404, "Not Found: method not found")
        return True

    def _change_pins(self, method: str, params: Json) -> None:
        pinned = self.chat.pinned
        match method:
            case "pinChatMessage":
                self._pin(params["message_id"])
            case "unpinChatMessage" if pinned:
                pinned.remove(params.get("message_id", pinned[-1]))
            case "unpinAllChatMessages":
                pinned.clear()
            case _:
                pass  # nothing is pinned

    def _send(self, params: Json) -> Json:
        reply = params.get("reply_parameters", {})
        reply_to = reply.get("message_id")
        if reply_to is not None and reply_to not in self.chat.messages:
            if not reply.get("allow_sending_without_reply"):
                raise Refusal(400, "Bad Request: message to be replied not found")
            reply_to = None
        markup = params.get("reply_markup", {})
        message = self._new(
            BOT,
            _html(params),
            reply_to=reply_to,
            rows=_rows(markup),
            photo=picture_in(params["photo"]) if "photo" in params else None,
            document=document_in(params["document"]) if "document" in params else None,
            quiet=bool(params.get("disable_notification")),
            cause=self.cause,
        )
        if markup.get("force_reply"):
            self.chat.asks = (message.number, markup.get("input_field_placeholder", ""))
        return self.json_of(message)

    def _edit(self, method: str, params: Json) -> Json:
        before = self._known(params["message_id"])
        if before.sender != BOT:
            raise Refusal(400, "Bad Request: message can't be edited")
        # A keyboard that is not sent again is taken away.
        after = replace(before, rows=_rows(params.get("reply_markup", {})))
        if method == "editMessageMedia":
            media = params["media"]
            after = replace(after, photo=picture_in(params[media["media"].removeprefix("attach://")]))
            params = media
        if method != "editMessageReplyMarkup":
            after = replace(after, html=_html(params))
        if after == before:
            raise Refusal(400, "Bad Request: message is not modified: specified new message content is the same")
        return self.json_of(self._put(after))

    def _pin(self, number: int) -> None:
        message = self._known(number)
        if number not in self.chat.pinned:
            self.chat.pinned.append(number)
            text = message.text.strip()
            words = text.partition("\n")[0][:_LONGEST_PINNED]
            words += "…" if words != text else ""
            self._new("", f"Budget pinned “{escape(words)}”", cause=self.cause)

    def _member(self, user: int) -> Json:
        keys = [key for key, number in self.numbers.items() if number == user]
        if not keys:
            raise Refusal(400, "Bad Request: user not found")
        if user == _FIRST_PERSON:
            return {"status": "creator", "is_anonymous": False, "user": self.person(keys[0])}
        return {"status": "member", "user": self.person(keys[0])}

    # --- what people do: each returns the update that tells the bot ---

    def said(self, user: str, text: str, reply_to: int | None) -> tuple[Message, Json]:
        """A person sends a text."""
        if reply_to is None and self.chat.asks is not None:
            reply_to = self.chat.asks[0]  # the app has opened the reply by itself
        self.chat.asks = None
        message = self._new(user, escape(text, quote=False), reply_to=reply_to)
        return message, {"message": self.json_of(message)}

    def edited(self, number: int, text: str) -> Json:
        """A person edits a message."""
        message = self._put(replace(self.chat.messages[number], html=escape(text, quote=False), edited=True))
        return {"edited_message": self.json_of(message) | {"edit_date": int(self._now().timestamp())}}

    def tapped(self, user: str, message: Message, button: Button, tap: int) -> Json | None:
        """A person taps a button; None where only the app answers."""
        if button.opens:
            raise ScriptError(f"[{button.label}] opens {button.opens}, which is not part of the chat")
        if button.copies:
            self.chat.notice, self.chat.alert = "Copied", False
            return None
        query = {"id": str(tap), "from": self.person(user), "chat_instance": "1", "data": button.data}
        return {"callback_query": query | {"message": self.json_of(message)}}

    def joined(self, user: str) -> Json:
        """A person adds the bot to the group."""
        self._new("", f"{escape(self.chat.people[user])} added Budget")
        me = {"id": BOT_NUMBER, "is_bot": True, "first_name": "Budget", "username": NAME}
        return {
            "my_chat_member": {
                "chat": self._place(),
                "from": self.person(user),
                "date": int(self._now().timestamp()),
                "old_chat_member": {"status": "left", "user": me},
                "new_chat_member": {"status": "member", "user": me},
            }
        }

    def delete(self, number: int) -> None:
        """A message is gone; nobody is told."""
        if self.chat.messages.pop(number, None) is None:
            raise Refusal(400, "Bad Request: message to delete not found")
        if number in self.chat.pinned:
            self.chat.pinned.remove(number)
        if self.chat.asks is not None and self.chat.asks[0] == number:
            self.chat.asks = None

    def person(self, key: str) -> Json:
        """Return a person, or the bot, as updates name them."""
        if key == BOT:
            return {"id": BOT_NUMBER, "is_bot": True, "first_name": "Budget", "username": NAME}
        name = self.chat.people[key]
        return {"id": self.numbers[key], "is_bot": False, "first_name": name, "language_code": self._language}

    # --- its own ---

    def json_of(self, message: Message) -> Json:
        """Return a message as updates and results hold it."""
        found: Json = {
            "message_id": message.number,
            "date": int(message.at.timestamp()),
            "chat": self._place(),
            "from": self.person(message.sender),
        }
        text = message.text
        found |= {"text": text} if message.photo is None and message.document is None else {"caption": text}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            found["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        if links := _LINK.findall(message.html):  # where they stand tells a bot nothing
            found["entities"] = [{"type": "text_link", "offset": 0, "length": 1, "url": unescape(url)} for url in links]
        if message.rows:
            rows = [[{"text": one.label, "callback_data": one.data} for one in row if one.data] for row in message.rows]
            found["reply_markup"] = {"inline_keyboard": rows}
        if message.photo is not None:
            width, height = size_of(message.photo)
            size = {"file_id": "photo", "file_unique_id": "photo", "width": width, "height": height}
            found["photo"] = [size]
        if message.document is not None:
            found["document"] = {"file_id": "file", "file_unique_id": "file", "file_name": message.document.name}
        if message.reply_to in self.chat.messages:
            found["reply_to_message"] = self.json_of(replace(self.chat.messages[message.reply_to], reply_to=None))
        return found

    def _place(self) -> Json:
        if self.chat.group:
            return {"id": self.number, "type": "supergroup", "title": self.chat.title}
        return {"id": self.number, "type": "private", "first_name": next(iter(self.chat.people.values()))}

    def _known(self, number: int) -> Message:
        if number not in self.chat.messages:
            raise Refusal(400, "Bad Request: message to edit not found")
        return self.chat.messages[number]

    def _new(self, sender: str, html: str, **more: Any) -> Message:
        self._latest += 1
        return self._put(Message(self._latest, sender, self._now(), html, **more))

    def _put(self, message: Message) -> Message:
        self.chat.messages[message.number] = message
        return message


def _html(params: Json) -> str:
    """Return a text or caption in Telegram's HTML; refuse what Telegram refuses."""
    with_file = params.keys() & {"photo", "document", "media"}
    words = params.get("caption" if "caption" in params or with_file else "text", "")
    html = (words if params.get("parse_mode") == "HTML" else escape(words, quote=False)).strip()
    text = read_html(html)
    if not text.strip() and not with_file:
        raise Refusal(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > (_LONGEST_CAPTION if with_file else _LONGEST_TEXT):
        raise Refusal(400, "Bad Request: message is too long")
    return html


def _rows(markup: Json) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(_button(button) for button in row) for row in markup.get("inline_keyboard", ()))


def _button(button: Json) -> Button:
    return Button(
        button["text"],
        button.get("callback_data", ""),
        button.get("url", "") or button.get("web_app", {}).get("url", ""),
        button.get("copy_text", {}).get("text", ""),
        button.get("style", ""),
    )
