"""Delivers replies to Telegram: the one place that knows how a `Reply` becomes calls of the Bot API."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
    TelegramObject,
)
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, Forbidden

from bot.budget_bot import Answer
from bot.replies import Reply, Row, plain

log = logging.getLogger(__name__)

_NOTICE = 200  # characters that a notice over the chat holds
_LABEL = 64  # longer labels are cut by Telegram's apps anyway


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API: the method's name in snake case, and its parameters."""

    method: str
    params: dict[str, Any]
    receipt_for: int | None = None
    """The person's message that it answers: the result says which message to change when that one is edited."""
    otherwise: "Call | None" = None
    """What to call instead where Telegram refuses this one."""

    def as_webhook_answer(self) -> dict[str, Any]:
        """Return the JSON with which a webhook's answer makes this call."""
        name, *rest = self.method.split("_")
        params = {
            key: value.to_dict() if isinstance(value, TelegramObject) else value for key, value in self.params.items()
        }
        return {"method": name + "".join(part.capitalize() for part in rest), **params}

    async def make(self, bot: Bot) -> Any:
        """Make the call. What no repeat can cure (a bad request, a bot that was blocked) is logged; the rest raises."""
        try:
            return await getattr(bot, self.method)(**self.params)
        except BadRequest as problem:
            if "message is not modified" in str(problem).lower():
                return None
            if self.otherwise is not None:
                return await self.otherwise.make(bot)
            log.warning("Telegram refuses %s: %s", self.method, problem)
        except Forbidden:
            log.warning("The bot may not write to a chat any more")
        return None


def to_send(reply: Reply, chat: int, reply_to: int | None) -> list[Call]:
    """Return the calls that send a reply, threaded to a message; a long one goes in several parts, buttons under the last."""
    parts = list(split(reply.text))
    calls = []
    for n, part in enumerate(parts):
        params: dict[str, Any] = {"chat_id": chat, **_content(part, reply.buttons if n == len(parts) - 1 else ())}
        if reply_to is not None and n == 0:
            params["reply_parameters"] = ReplyParameters(reply_to, allow_sending_without_reply=True)
        calls.append(Call("send_message", params, receipt_for=reply_to if n == 0 else None))
    return calls


def to_replace(reply: Reply, chat: int, message: int) -> list[Call]:
    """Return the calls that put a reply in the place of a message of the bot's; what is too long follows in new ones."""
    first, *others = split(reply.text)
    edit = {"chat_id": chat, "message_id": message, **_content(first, () if others else reply.buttons)}
    if not reply.buttons or others:
        edit["reply_markup"] = InlineKeyboardMarkup([])  # else the old buttons would stay
    following = [Call("send_message", {"chat_id": chat, **_content(part, ())}) for part in others[:-1]]
    following += [Call("send_message", {"chat_id": chat, **_content(part, reply.buttons)}) for part in others[-1:]]
    return [Call("edit_message_text", edit), *following]


def to_answer(tap: str, answer: Answer) -> Call:
    """Return the call that ends a tap's spinning circle, with a notice where there is one."""
    params: dict[str, Any] = {"callback_query_id": tap}
    if answer.notice:
        params["text"] = answer.notice[:_NOTICE]
        params["show_alert"] = True
    return Call("answer_callback_query", params)


def _content(text: str, buttons: tuple[Row, ...]) -> dict[str, Any]:
    content: dict[str, Any] = {
        "text": text,
        "parse_mode": ParseMode.HTML.value,
        "link_preview_options": LinkPreviewOptions(is_disabled=True),
    }
    if buttons:
        content["reply_markup"] = InlineKeyboardMarkup(
            [
                [InlineKeyboardButton(button.label[:_LABEL], callback_data=button.data) for button in row]
                for row in buttons
            ]
        )
    return content


def split(html: str) -> Iterator[str]:
    """Split a text at its lines so that each part holds at most 4096 UTF-16 units once its tags are read.

    No tag of ours goes over a line, and no line of ours is that long: notes and quotes are short.
    """
    part, size = "", 0
    for line in html.split("\n"):
        length = units(plain(line)) + 1
        if part and size + length > MessageLimit.MAX_TEXT_LENGTH:
            yield part
            part, size = "", 0
        part, size = (f"{part}\n{line}" if part else line), size + length
    yield part


def units(text: str) -> int:
    """Count UTF-16 units, as Telegram does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
