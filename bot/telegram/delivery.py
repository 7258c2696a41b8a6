"""Turns replies into calls of the Bot API."""

import logging
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator
from typing import Any, NamedTuple

from telegram import Bot, InputFile
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, Forbidden
from telegram.request import BaseRequest

from bot.buttons import encode
from bot.events import Answer
from bot.reply import Button, Picture, Reply, Row, escape
from budget.completing import is_completable
from words.markup import plain

log = logging.getLogger(__name__)
_NO_CHAT = "chat not found"  # of what Telegram says where no other call to the chat would do better

Json = dict[str, Any]

_NOTICE = 200  # characters of a notice over the chat
_LABEL = 64  # characters; Telegram's apps cut longer labels
_BUTTONS = 100  # of one message
_PLACEHOLDER = 64  # characters
PROMPT = "https://t.me/#"
"""Begins the link in a question for one part of an entry; the data of its button follows. Who taps it sees nothing."""

REFUSED = "https://t.me/#="
"""Begins the link in an answer to a text of which nothing was recorded; the text follows, as base64 for addresses."""
_UNSEEN = "\u200b"
"""What bears that link: no app shows it."""


class Call(NamedTuple):
    """One call of the Bot API: the method's name in snake case, and its parameters as JSON has them.

    A picture is bytes, a document an open file.
    """

    method: str
    params: dict[str, Any]
    receipt_for: int | None = None
    """The person's message that it answers. The result says which message to replace when the person edits theirs."""
    otherwise: "Call | None" = None
    """The call to make instead if Telegram refuses this one."""
    rides: bool = False
    """Whether nobody needs its result. Then a webhook's answer may make it, of which Telegram never reports the result."""
    rings: bool = False
    """Whether it makes a sound in a group too."""
    once: int | None = None
    """The update that it answers, where no row may be stored of it. Once it was made, a repeat does not make it again."""
    optional: bool = False
    """Whether it may fail: it is tried once."""
    unasked: bool = False
    """Whether nobody asked for it: `Forbidden` is raised, so that nothing more is said."""
    strict: bool = False
    """Whether refusals are raised, too."""
    also_for: int | None = None
    """Another number for which its message is stored as the answer."""
    shows: bool = False
    """Whether it answers a look: its number is remembered in memory alone, because a look waits for no lock of the store."""

    @property
    def fits_an_answer(self) -> bool:
        """Whether a webhook's answer can make the call: without a file, and without a call that a refusal would need."""
        return self.fits_json and self.otherwise is None

    @property
    def fits_json(self) -> bool:
        """Whether its parameters are JSON, without the bytes of a file."""
        return not self.params.keys() & {"photo", "document"}

    def as_webhook_answer(self) -> dict[str, Any]:
        """Return the JSON with which a webhook's answer makes this call."""
        name, *rest = self.method.split("_")
        return {"method": name + "".join(part.capitalize() for part in rest), **self.params}

    async def make(self, bot: Bot) -> Any:
        """Make the call, and return its result as JSON.

        Errors that no repeat can cure (a bad request, a blocked bot) are logged; others are raised.
        """
        try:
            return await called(bot, self.method, self.params if self.fits_json else _with_file(self.params))
        except BadRequest as problem:
            if "message is not modified" in str(problem).lower():
                return None
            if self.otherwise is not None and _NO_CHAT not in str(problem).lower():
                return await self.otherwise.make(bot)
            if self.strict:
                raise
            log.warning("Telegram refuses %s: %s", self.method, problem)
        except Forbidden:
            if self.unasked or self.strict:
                raise
            log.warning("The bot may not write to a chat any more")
        return None


async def called(bot: Bot, method: str, params: Json, read_timeout: float | None = None) -> Any:
    """Make a call with JSON's values and files, and return its result as JSON: python-telegram-bot builds no object of either.

    ``method`` is in snake case. Raises `TelegramError`.
    """
    # python-telegram-bot warns of the names of its own methods, such as `send_message`; `send_Message` is none and means the same.
    first, _, rest = method.partition("_")
    longest = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
    return await bot.do_api_request(f"{first}_{rest.title()}", params, read_timeout=longest)


def _with_file(params: Json) -> Json:
    """Return a call's parameters with its picture or document as python-telegram-bot takes a file."""
    if "photo" in params:
        return params | {"photo": InputFile(params["photo"])}
    document, name = params["document"], params["filename"]
    document.seek(0)  # a call that failed may have read some of it
    return {key: value for key, value in params.items() if key != "filename"} | {
        "document": InputFile(document, name, read_file_handle=False)
    }


def to_send(reply: Reply, chat: int, reply_to: int | None, *, threads: bool = True) -> list[Call]:
    """Return the calls that send a reply to a message, and that ``threads`` to it: an app quotes the message above the reply then.

    A long one is several messages; buttons are under the last.
    """
    if reply.picture is not None:
        return _to_send_picture(reply, reply.picture, chat, reply_to, threads=threads)
    if reply.document is not None:
        file = {"document": reply.document.file, "filename": reply.document.name}
        caption = {"caption": reply.text, "parse_mode": ParseMode.HTML.value}
        (refused,) = to_send(Reply(reply.document.refused), chat, reply_to, threads=threads)
        return [Call("send_document", {"chat_id": chat, **file, **caption}, otherwise=refused, rings=reply.rings)]
    calls = []
    for n, (part, buttons) in enumerate(_parts(_with_refused(reply))):
        params: dict[str, Any] = {"chat_id": chat, **_content(part, buttons, chat)}
        if reply.prompt is not None:
            asked = (
                f'<a href="{PROMPT}{encode(reply.prompt)}">✎</a> {part}'  # the link comes back with each reply to it
            )
            params |= {"text": asked, **_opening(reply)}
        elif reply.opens:
            params |= _opening(reply)
        if reply_to is not None and n == 0 and threads:
            params["reply_parameters"] = _threaded(reply_to)
        calls.append(Call("send_message", params, receipt_for=reply_to if n == 0 else None, rings=reply.rings))
    return _celebrating(calls) if reply.celebrates and _is_private(chat) else calls


def _is_private(chat: int) -> bool:
    return chat > 0  # groups and channels have negative numbers


_PARTY = "5046509860389126442"  # Telegram's effect 🎉, one of those that need no Premium


def _celebrating(calls: list[Call]) -> list[Call]:
    """Return the calls with 🎉 over the first message, which only a private chat shows. Without it where that is refused."""
    first, *others = calls
    return [first._replace(params=first.params | {"message_effect_id": _PARTY}, otherwise=first), *others]


def _to_send_picture(reply: Reply, picture: Picture, chat: int, reply_to: int | None, *, threads: bool) -> list[Call]:
    """Return the calls that send a picture, or its words in a chat that takes none.

    A text that is too long for its caption follows the picture, and says the same.
    """
    params: dict[str, Any] = {"chat_id": chat, "photo": picture.png}
    if reply_to is not None and threads:
        params["reply_parameters"] = _threaded(reply_to)
    if units(plain(reply.text)) > MessageLimit.CAPTION_LENGTH:
        words = to_send(reply._replace(picture=None), chat, None)
        return [Call("send_photo", params, receipt_for=reply_to), *words]
    params |= {"caption": reply.text, "parse_mode": ParseMode.HTML.value}
    if reply.buttons:
        params["reply_markup"] = _keyboard(reply.buttons, chat)
    in_words = reply._replace(text=escape(picture.words), picture=None)
    first, *_ = to_send(in_words, chat, reply_to, threads=threads)
    return [Call("send_photo", params, receipt_for=reply_to, otherwise=first)]


def to_replace(reply: Reply, chat: int, message: int) -> list[Call]:
    """Return the calls that replace a message of the bot's by a reply; what is too long follows in new messages.

    A text can't become a picture: a picture comes as a new message.
    """
    if reply.picture is not None:
        return to_send(reply, chat, None)
    (first, buttons), *others = _parts(_with_refused(reply))
    edit = {"chat_id": chat, "message_id": message, **_content(first, buttons, chat)}
    if not buttons:
        edit["reply_markup"] = {"inline_keyboard": []}  # else the old buttons would stay
    following = [Call("send_message", {"chat_id": chat, **_content(part, rows, chat)}) for part, rows in others]
    return [Call("edit_message_text", edit), *following]


def to_react(emoji: str, chat: int, message: int) -> Call:
    """Return the call that sets a reaction. Not every chat allows one, and an old Bot API server knows no such method."""
    params = {"chat_id": chat, "message_id": message, "reaction": [{"type": "emoji", "emoji": emoji}]}
    return Call("set_message_reaction", params, rides=True, optional=True)


def without_receipt(calls: list[Call]) -> list[Call]:
    """Return the calls so that their results are not stored: an answer to a stranger leaves no row."""
    return [call._replace(receipt_for=None) for call in calls]


def without_sound(call: Call) -> Call:
    """Return a call that sends its message without a sound, unless it must ring."""
    otherwise = without_sound(call.otherwise) if call.otherwise is not None else None
    if call.rings or not call.method.startswith("send_"):
        return call._replace(otherwise=otherwise)
    return call._replace(params=call.params | {"disable_notification": True}, otherwise=otherwise)


def in_place(calls: list[Call], message: int) -> list[Call]:
    """Return the calls with the first text among them replacing a message of the bot's."""
    if not calls or calls[0].method != "send_message":
        return calls
    first = calls[0]
    params = {key: value for key, value in first.params.items() if key != "reply_parameters"}
    edit = {"reply_markup": {"inline_keyboard": []}, **params, "message_id": message}
    return [Call("edit_message_text", edit, otherwise=first), *calls[1:]]


def to_other_chat(call: Call, chat: int) -> Call:
    """Return the same call for the chat that a group has become.

    The new chat numbers its messages from 1. So a call that answered or replaced a message of the old chat sends a new message.
    """
    params = {key: value for key, value in call.params.items() if key not in {"message_id", "reply_parameters"}}
    if not params.get("reply_markup", {}).get("inline_keyboard", True):
        del params["reply_markup"]
    method = "send_message" if call.method == "edit_message_text" else call.method
    return Call(method, params | {"chat_id": chat}, unasked=call.unasked)


def to_answer(tap: str, answer: Answer) -> Call:
    """Return the call that answers a tap, so that its button stops spinning. A notice must arrive, so it is sent by a call."""
    params: dict[str, Any] = {"callback_query_id": tap}
    if answer.notice:
        params["text"] = answer.notice[:_NOTICE]
        if answer.alert:
            params["show_alert"] = True
    return Call("answer_callback_query", params, rides=not answer.notice)


def _with_refused(reply: Reply) -> Reply:
    """Return an answer that bears the text that it refuses: it comes back with each reply to the answer."""
    if not is_completable(reply.refused):
        return reply
    text = urlsafe_b64encode(reply.refused.encode(errors="replace")).decode().rstrip("=")
    return reply._replace(text=f'{reply.text}<a href="{REFUSED}{text}">{_UNSEEN}</a>')


def refused_in(url: str) -> str:
    """Return the text that a link of `_with_refused` bears, an empty one for any other link."""
    if not url.startswith(REFUSED):
        return ""
    text = url.removeprefix(REFUSED)
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return ""


def _content(text: str, buttons: tuple[Row, ...], chat: int) -> dict[str, Any]:
    content: dict[str, Any] = {
        "text": text,
        "parse_mode": ParseMode.HTML.value,
        "link_preview_options": {"is_disabled": True},
    }
    if buttons:
        content["reply_markup"] = _keyboard(buttons, chat)
    return content


def _opening(reply: Reply) -> Json:
    """Return the parameter with which an app opens its field for a reply."""
    shown = {"input_field_placeholder": reply.placeholder[:_PLACEHOLDER]} if reply.placeholder else {}
    return {"reply_markup": {"force_reply": True, "selective": True, **shown}}


def to_prompt(reply: Reply, chat: int, person: tuple[int, str] | None) -> list[Call]:
    """Return the calls that ask for something; in a group the field opens for the ``person`` alone, who is named."""
    calls = to_send(reply, chat, None)
    if (reply.prompt is not None or reply.opens) and person is not None:
        user, name = person
        calls[0].params["text"] += f'\n<a href="tg://user?id={user}">{escape(name or "…")}</a>'
    return calls


def _threaded(message: int) -> Json:
    """Return the parameter that threads a message to another. If the other was deleted, the message is sent all the same."""
    return {"message_id": message, "allow_sending_without_reply": True}


def _keyboard(rows: tuple[Row, ...], chat: int) -> Json:
    return {"inline_keyboard": [[_button(button, chat) for button in row] for row in rows]}


def _button(button: Button, chat: int) -> Json:
    shown: Json = {"text": button.label[:_LABEL]}
    if button.style is not None:
        shown["style"] = button.style.value
    if button.copy:
        return shown | {"copy_text": {"text": button.copy}}
    if (
        button.inside and _is_private(chat) and button.url.startswith("https://")
    ):  # Telegram takes no other for a Web App
        return shown | {"web_app": {"url": button.url}}
    if button.url:
        return shown | {"url": button.url}
    return shown | {"callback_data": button.data}


def _parts(reply: Reply) -> list[tuple[str, tuple[Row, ...]]]:
    """Cut a reply into messages that Telegram takes: the text first, then the buttons that do not fit under its last part."""
    keyboards: list[tuple[Row, ...]] = [()]
    for row in reply.buttons:
        if sum(map(len, keyboards[-1])) + len(row) > _BUTTONS:
            keyboards.append(())
        keyboards[-1] += (row,)
    *before, last = split(reply.text)
    under, *more = keyboards
    return [*((part, ()) for part in before), (last, under), *((reply.more_choices, rows) for rows in more)]


def split(html: str) -> Iterator[str]:
    """Split a text at its lines so that each part holds at most 4096 UTF-16 units after its tags are read.

    It relies on this: no tag goes over a line end, and no line is that long, because notes and quotes are short.
    """
    if 2 * len(html) <= MessageLimit.MAX_TEXT_LENGTH:  # no text has more units than that
        yield html
        return
    part, size = "", 0
    for line in html.split("\n"):
        length = units(plain(line)) + 1
        if part and size + length - 1 > MessageLimit.MAX_TEXT_LENGTH:
            yield part
            part, size = "", 0
        part, size = (f"{part}\n{line}" if part else line), size + length
    yield part


def units(text: str) -> int:
    """Count UTF-16 units, as Telegram does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
