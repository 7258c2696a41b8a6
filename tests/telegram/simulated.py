"""A Telegram of our own at the network edge: a Bot API server on loopback, seeded, with people in chats and faults on demand.

It keeps Telegram's promises and no others: an update is repeated until a 2xx; messages and edits of a chat come one after another,
taps in a queue of their own, chats side by side; what Telegram refuses is refused here. Its seconds are milliseconds.
"""

import asyncio
import json
import random
import re
from collections import Counter, deque
from collections.abc import AsyncIterable, Callable, Coroutine, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email import message_from_bytes
from html import unescape
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qsl, urlsplit

from bot.buttons import decode
from tests.telegram import wire

TOKEN = "123456:AAHsimulatedTelegram-simulatedTelegram"
NAME = "budget_test_bot"
SECRET = "a-secret_of-the-webhook"
SECOND = 0.001
"""How long a second of Telegram's takes here."""

_LONGEST_TEXT = 4096
_LONGEST_COPY = 256  # characters
_LONGEST_DATA = 64
_MOST_BUTTONS = 100
_LARGEST_FILE = 20_000_000
_WORDS = frozenset({
    "callback_query_id", "caption", "description", "file_id", "language_code", "parse_mode", "secret_token",
    "photo", "short_description", "text", "url",
})  # fmt: skip
_TAGS = frozenset({"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote"})
_AGAIN = 6  # seconds in which what is tried again on a slow machine is done
_REACTIONS = frozenset("👍👎🔥🎉🤔👌👀")
"""Some of the emoji that a bot may react with."""
_TOKEN = re.compile(r"<(/?)([a-z]+)(?: [^<>]*)?>|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);|[^<>&]+|(.)", re.DOTALL)

Json = dict[str, Any]


class Refusal(Exception):
    """A call that Telegram refuses: the status, what it says, and its parameters."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.answer: Json = {"ok": False, "error_code": status, "description": description}
        if parameters:
            self.answer["parameters"] = parameters


@dataclass
class Faults:
    """How likely each fault is, from 0 to 1."""

    again: float = 0
    """An update that was acknowledged comes once more."""
    hang_up: float = 0
    """Telegram hangs up on the webhook before it has answered, and repeats."""
    lost_answer: float = 0
    """The webhook's answer does not arrive, and the update is repeated."""
    too_many: float = 0
    """A call is answered 429."""
    broken: float = 0
    """A call is answered 500."""
    refused: float = 0
    """A call's connection is cut before anything is done."""
    lost: float = 0
    """A call's connection is cut after all is done, as in a time-out after delivery."""


def with_plain_spaces(said: str) -> str:
    """Return a text with plain spaces in place of those at which no line breaks."""
    return said.replace("\xa0", " ").replace("\u202f", " ")


@dataclass(frozen=True)
class Shown:
    """A message as a person sees it."""

    number: int
    said: str
    html: str = ""
    buttons: Mapping[str, str] = field(default_factory=dict)
    """What stands on each button -> its data."""
    reply_to: int | None = None
    of_bot: bool = False
    answers: int | None = None
    """The message of a person that it answers without quoting it."""

    @property
    def text(self) -> str:
        """What was said, as tests are written."""
        return with_plain_spaces(self.said)


class SimulatedTelegram:
    """Telegram with one bot; ``now`` is its clock, and ``ports`` are where it finds the webhook, whatever address it is told.

    Several ports are replicas: each update goes to any of them, as through a proxy.
    """

    def __init__(  # noqa: PLR0915 - what a test may look at or set, each with its meaning
        self, seed: int = 0, *, now: Callable[[], datetime] | None = None, faults: Faults | None = None
    ) -> None:
        self.random = random.Random(seed)  # noqa: S311 - for faults that can be repeated, not for secrets
        self.now = now or (lambda: datetime.now(UTC))
        self.faults = faults or Faults()
        self.ports: tuple[int, ...] = ()
        self.webhook: Json = {"url": ""}
        self.profile: dict[str, Any] = {}
        self.chats: dict[int, dict[int, Shown]] = {}
        self.calls: list[tuple[str, Json]] = []
        """What the bot did, calls in a webhook's answer too; refused ones are in ``refused``."""
        self.refused: list[tuple[str, Json, str]] = []
        self.answers: list[int] = []
        """The status of each of the webhook's answers that arrived."""
        self.deliveries: Counter[int] = Counter()
        self.taps: dict[str, bool] = {}
        """Each tap -> whether it was answered."""
        self.next_faults: deque[tuple[str, int]] = deque()
        """A method and the status with which its next call is answered; 0 cuts the connection."""
        self.retry_after = 1
        """What such a 429 asks for, seconds."""
        self.unknown: dict[str, int] = {}
        """Methods that this server does not know, and the status with which it says so."""
        self.reachable = True
        self.cut = 0
        """Calls that were not reached."""
        self.blocked: set[int] = set()
        self.migrated: dict[int, int] = {}
        self.pinned: dict[int, list[int]] = {}
        """The messages that are pinned in a chat, in the order in which they were."""
        self.may_not_pin: set[int] = set()
        """Groups where the bot has no right to pin."""
        self.administrators: set[tuple[int, int]] = set()
        """Chats and who administrates them."""
        self.documents: list[tuple[int, bytes]] = []
        """Files that the bot sent: to which chat, and the whole form that they came in."""
        self.reactions: dict[tuple[int, int], list[str]] = {}
        """The bot's reactions, by chat and message."""
        self.failing: dict[int, int] = {}
        """Chats to which every call fails, and with which status."""
        self.slow: dict[int, asyncio.Event] = {}
        """Calls to such a chat wait until the event is set."""
        # First names of users (the others are called Ann), and who sent a message, by chat and message.
        self.names, self.authors = dict[int, str](), dict[tuple[int, int], int]()
        self.pending: dict[int, Json] = {}
        self.latest: Json = {}
        """The update that was queued last."""
        self.files: dict[str, bytes | AsyncIterable[bytes]] = {}
        """What people sent, by file id; a stream comes as it comes."""
        self.acknowledged = 0
        """How many updates are done with."""
        self._update = self.random.randrange(10**8, 10**9)
        self._queues: dict[tuple[int, bool], deque[Json]] = {}
        self._delivering: set[tuple[int, bool]] = set()
        self._busy = 0
        self._changed: set[asyncio.Event] = set()
        self.polls = 0
        """How often updates were asked for."""
        self.holds: Callable[[], bool] = lambda: False
        """Whether the bot has an update that is not done, acknowledged or not."""
        self.connections: set[asyncio.Task[None]] = set()
        """What serves the calls that come by each connection of the bot's."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(40)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        tasks = [*self._tasks, *self.connections]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    @property
    def url(self) -> str:
        """The root of the Bot API server."""
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    # --- what people do ---

    def say(self, chat: int, text: str, *, user: int | None = None, more: Json | None = None) -> int:
        """Send a message into a chat, with ``more`` fields of Telegram's; return its number."""
        number = self._show(chat, text)
        self.authors[chat, number] = user or abs(chat)
        self.push(chat, message=self._message(chat, number, user or abs(chat), text) | (more or {}))
        return number

    def send_file(
        self,
        chat: int,
        content: bytes | AsyncIterable[bytes],
        caption: str = "/import",
        *,
        announced: int | None = None,
        name: str | None = None,
    ) -> int:
        """Send a file with a caption, of a size that is ``announced`` or not; return the message's number."""
        number = self._show(chat, caption)
        file = f"file-{len(self.files)}"
        self.files[file] = content
        message = self._message(chat, number, abs(chat), caption)
        del message["text"]
        document: Json = {"file_id": file, "file_unique_id": file}
        if name is not None:
            document["file_name"] = name
        if announced is not None:
            document["file_size"] = announced
        more = {"caption": caption} if caption else {}
        self.push(chat, message=message | {**more, "document": document})
        return number

    def send_media(self, chat: int, media: Json, *, album: str | None = None, user: int | None = None) -> int:
        """Send what is no text (a voice message, a sticker); return the message's number."""
        number = self._show(chat, "")
        message = self._message(chat, number, user or abs(chat), "")
        del message["text"]
        self.push(chat, message=message | media | ({"media_group_id": album} if album else {}))
        return number

    def shown_message(self, chat: int, number: int) -> Json:
        """Return a message that is shown in a chat, as an update names the one that is replied to."""
        shown = self.chats[chat][number]
        keyboard = [[{"text": label, "callback_data": data}] for label, data in shown.buttons.items()]
        markup: Json = {"reply_markup": {"inline_keyboard": keyboard}} if keyboard else {}
        sender = 123456 if shown.of_bot else self.authors.get((chat, number), abs(chat))
        links = [
            {"type": "text_link", "offset": 0, "length": 1, "url": unescape(url)}
            for url in re.findall(r'<a href="([^"]+)">', shown.html)
        ]
        entities: Json = {"entities": links} if links else {}
        return self._message(chat, number, sender, shown.said, is_bot=shown.of_bot) | markup | entities

    def edit(
        self, chat: int, number: int, text: str, *, user: int | None = None, ago: int = 0, more: Json | None = None
    ) -> None:
        """Edit a message, with ``more`` fields of Telegram's; the edit was made some seconds ``ago``."""
        self.chats[chat][number] = Shown(number, text)
        edited = {"edit_date": int(self.now().timestamp()) - ago}
        self.push(chat, edited_message=self._message(chat, number, user or abs(chat), text) | edited | (more or {}))

    def tap(self, chat: int, number: int, label: str, *, user: int | None = None) -> str:
        """Tap a button of a message; return the tap's id."""
        return self.tap_data(chat, number, self.chats[chat][number].buttons[label], user=user)

    def tap_data(self, chat: int, number: int, data: str, *, user: int | None = None) -> str:
        """Tap a button that bears these data, be it there or not."""
        tap = str(self.random.getrandbits(62))
        self.taps[tap] = False
        tapped = self.chats.get(chat, {}).get(number)
        bears = self._message(chat, number, 123456, "a receipt", is_bot=True)
        message = bears if tapped is None else self.shown_message(chat, number) | {"from": bears["from"]}
        if tapped is not None and tapped.reply_to is not None:
            message["reply_to_message"] = self.shown_message(chat, tapped.reply_to)
        sender = {"id": user or abs(chat), "is_bot": False, "first_name": self.names.get(user or abs(chat), "Ann")}
        query = {"id": tap, "from": sender, "message": message, "chat_instance": "1", "data": data}
        self.push(chat, tap=True, callback_query=query)
        return tap

    def push(self, chat: int, *, tap: bool = False, **update: Any) -> int:
        """Queue an update of any kind; return its number."""
        self._update += 1
        self.push_again(chat, {"update_id": self._update, **update}, tap=tap)
        return self._update

    def push_again(self, chat: int, whole: Json, *, tap: bool = False) -> None:
        """Queue an update, which may have been delivered before."""
        self.pending[whole["update_id"]] = self.latest = whole
        self._queues.setdefault((chat, tap), deque()).append(whole)
        self._change()
        self._deliver_pending()

    def group(self, chat: int, *, upgraded: bool = True) -> Json:
        """Return a group as updates name it."""
        return {"id": chat, "type": "supergroup" if upgraded else "group", "title": "Home"}

    # --- what people see ---

    def said(self, chat: int) -> list[Shown]:
        """Return the bot's messages in a chat, as they stand now."""
        return [shown for shown in self.chats.get(chat, {}).values() if shown.of_bot]

    def answers_to(self, chat: int, number: int) -> list[Shown]:
        """Return the bot's messages that are threaded to a message, or come below it as its answer."""
        return [shown for shown in self.said(chat) if number in {shown.reply_to, shown.answers}]

    def _below(self, chat: int, data: Iterable[str]) -> int | None:
        """Return what an answer without a quote is taken for: what its buttons are about.

        Without such it is the first message in private that has no answer, else the last.
        """
        named = set[int]()
        for one in data:
            with suppress(ValueError):
                named.add(getattr(decode(one), "message", 0))
        named &= self.chats.get(chat, {}).keys()
        if chat > 0 and len(named) == 1:
            return named.pop()
        shown = self.chats.get(chat, {}).values()
        answered = {number for one in shown for number in (one.reply_to, one.answers)}
        said = [one.number for one in shown if not one.of_bot] if chat > 0 else []
        return next((number for number in said if number not in answered), said[-1] if said else None)

    def made(self, method: str) -> list[Json]:
        """Return the parameters of all calls of a method."""
        return [params for name, params in self.calls if name == method]

    async def until(self, true: Callable[[], object], seconds: float = 60) -> None:
        """Wait until something is true; ``seconds`` only keep a broken test from waiting for ever."""
        event = asyncio.Event()
        self._changed.add(event)
        try:
            async with asyncio.timeout(seconds):
                while not true():
                    event.clear()
                    await event.wait()
        finally:
            self._changed.discard(event)

    async def settled(self, seconds: float = 60) -> None:
        """Wait until every update is acknowledged, and for a while until the bot holds none that it tries again.

        By polling it acknowledges what it keeps to be tried again: on a slow machine also what only has to be repeated once.
        """
        await self.until(lambda: not self.pending and not self._busy, seconds)
        with suppress(TimeoutError):
            async with asyncio.timeout(_AGAIN):
                while self.holds():  # noqa: ASYNC110 - the bot tells nobody
                    await asyncio.sleep(0.05)

    # --- delivery to the webhook ---

    def deliver_to(self, *ports: int) -> None:
        """Say where the webhook listens."""
        self.ports = ports
        self._deliver_pending()

    def _deliver_pending(self) -> None:
        if self.webhook["url"] and self.ports:
            for key in self._queues.keys() - self._delivering:
                self._delivering.add(key)
                self._start(self._deliver_queue(key))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver_queue(self, key: tuple[int, bool]) -> None:
        queue = self._queues[key]
        pause = 1.0
        while queue and self.webhook["url"]:  # without one the rest waits: it is polled for, or a webhook comes back
            update = queue[0]
            if update["update_id"] not in self.pending:  # it was polled for
                queue.popleft()
                continue
            later = await self._deliver(update)
            if later is not None:
                pause = min(2 * pause, 60.0)
                await asyncio.sleep((later or pause) * SECOND)
                continue
            pause = 1.0
            queue.popleft()
            self._done(update["update_id"])
            if self.random.random() < self.faults.again:
                self._busy += 1
                self._start(self._deliver_again(update))
        self._delivering.discard(key)

    async def _deliver_again(self, update: Json) -> None:
        """Deliver an acknowledged update once more, at any time after, beside whatever else is delivered."""
        try:
            while True:
                await asyncio.sleep(self.random.random() * 200 * SECOND)
                if await self._deliver(update) is None and self.random.random() >= self.faults.again:
                    break
        finally:
            self._busy -= 1
            self._change()

    async def _deliver(self, update: Json) -> float | None:
        """Deliver an update; None once it is acknowledged, else the seconds to wait that the bot asks for, 0 for none."""
        async with self._places:
            self.deliveries[update["update_id"]] += 1
            answer = await self.post(json.dumps(update).encode(), hang_up=self._happens(self.faults.hang_up))
        if answer is None or self._happens(self.faults.lost_answer):
            return 0
        self.answers.append(answer.status)
        self._change()
        if answer.status // 100 != 2:
            return float(answer.headers.get("retry-after", 0))
        if answer.body:
            params = json.loads(answer.body)
            with suppress(Refusal):  # its errors are never reported
                await self._call(params.pop("method"), params)
        return None

    async def post(self, body: bytes, *, hang_up: bool = False, **headers: str) -> wire.Wire | None:
        """Post a body to the webhook as Telegram does."""
        if not self.ports:
            return None
        sent = {"Content-Type": "application/json"}
        if "secret_token" in self.webhook:
            sent["X-Telegram-Bot-Api-Secret-Token"] = self.webhook["secret_token"]
        path = urlsplit(self.webhook["url"]).path or "/telegram"
        return await wire.post(self.random.choice(self.ports), path, body, sent | headers, hang_up=hang_up)

    # --- the Bot API ---

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self._serve(reader, writer))
        self.connections.add(task)  # before it begins, so that nobody finds a task that is none of these
        task.add_done_callback(self.connections.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while (request := await wire.read(reader)) is not None:
                if request.path.startswith("/file/"):
                    await self._hand_out(request.path.rpartition("/")[2], writer)
                    break
                answer = await self._answer(request)
                if answer is None:
                    break
                writer.write(answer)
                await writer.drain()
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _hand_out(self, file: str, writer: asyncio.StreamWriter) -> None:
        """Send a file's bytes as long as the bot takes them."""
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        content = self.files[file]
        if isinstance(content, bytes):
            writer.write(content)
        else:
            async for chunk in content:
                writer.write(chunk)
                await writer.drain()
        await writer.drain()

    async def _answer(self, request: wire.Wire) -> bytes | None:
        """Answer a call; None cuts the connection."""
        _, bot, method = request.path.split("/", 2)
        if not self.reachable or self._happens(self.faults.refused):
            self.cut += 1
            self._change()
            return None
        status, result = 200, {"ok": True}
        try:
            if bot != f"bot{TOKEN}":
                raise Refusal(401, "Unauthorized")
            self._may_fail(method)
            result["result"] = await self._call(method, _params(request))
        except Refusal as refusal:
            if refusal.status == 0:
                return None
            status, result = refusal.status, refusal.answer
        if method != "getUpdates" and self._happens(self.faults.lost):
            return None
        return wire.answer(status, json.dumps(result).encode(), {"Content-Type": "application/json"})

    def _may_fail(self, method: str) -> None:
        if self.next_faults and self.next_faults[0][0] == method:
            _, status = self.next_faults.popleft()
            self._change()
            raise Refusal(status, "As asked for", **({"retry_after": self.retry_after} if status == 429 else {}))
        if method in self.unknown:
            raise Refusal(self.unknown[method], "Not known")
        if self._happens(self.faults.too_many):
            raise Refusal(429, "Too Many Requests: retry after 0", retry_after=0)
        if self._happens(self.faults.broken):
            raise Refusal(500, "Internal Server Error")

    async def _call(self, method: str, params: Json) -> Any:
        if (event := self.slow.get(params.get("chat_id", 0))) is not None:
            await event.wait()
        if (status := self.failing.get(params.get("chat_id", 0))) is not None:
            raise Refusal(status, "As asked for", **({"retry_after": self.retry_after} if status == 429 else {}))
        try:
            result = await self._get_updates(**params) if method == "getUpdates" else self._done_by(method, params)
        except Refusal as refusal:
            self.refused.append((method, params, str(refusal)))
            self._change()
            raise
        if method != "getUpdates":
            self.calls.append((method, params))
            self._change()
        return result

    def _done_by(self, method: str, params: Json) -> Any:
        match method:
            case "sendMessage":
                return self._send(params)
            case "editMessageText":
                return self._change_text(params)
            case "answerCallbackQuery":
                return self._answer_tap(params)
            case "pinChatMessage" | "unpinChatMessage":
                return self._pin(method == "pinChatMessage", **params)
            case "getFile":
                return self._get_file(params["file_id"])
            case "sendPhoto" | "sendDocument":
                return self._send_file(params)
            case "setMessageReaction":
                return self._react(**params)
            case "getChatMember":
                return self._member(params["chat_id"], params["user_id"])
            case _:
                return self._profile(method, params)

    def _send_file(self, params: Json) -> Json:
        if "document" in params:
            self.documents.append((params["chat_id"], params["document"]))
        number = self._show(params["chat_id"], _caption(params), of_bot=True)
        return self._message(params["chat_id"], number, 123456, "", is_bot=True)

    def _member(self, chat: int, user: int) -> Json:
        member = {"user": {"id": user, "is_bot": False, "first_name": "Ann"}, "status": "member"}
        if (chat, user) not in self.administrators:
            return member
        rights = (
            "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
            "can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
        )
        return member | {"status": "administrator"} | dict.fromkeys(rights.split(), True)

    def _profile(self, method: str, params: Json) -> Any:
        match method:
            case "getMe":
                return {"id": 123456, "is_bot": True, "first_name": "Budget", "username": NAME}
            case "setWebhook":
                self.webhook = params
                self._places = asyncio.Semaphore(params.get("max_connections", 40))
                self._deliver_pending()
            case "deleteWebhook":
                self.webhook = {"url": ""}
            case "getWebhookInfo":
                info = {"has_custom_certificate": False, "pending_update_count": len(self.pending)}
                return self.webhook | info
            case "getMyCommands":
                return self.profile.get(_menu(params), [])
            case "getMyDescription" | "getMyShortDescription":
                name = "description" if method == "getMyDescription" else "short_description"
                return {name: self.profile.get(_in_language(name, params), "")}
            case "setMyCommands":
                self.profile[_menu(params)] = params["commands"]
            case "setMyDescription" | "setMyShortDescription":
                name = next(name for name in ("description", "short_description") if name in params)
                self.profile[_in_language(name, params)] = params[name]
            case "getUserProfilePhotos":
                return {"total_count": int("photo" in self.profile), "photos": []}
            case "setMyProfilePhoto":
                photo = json.loads(params["photo"])
                file = params[photo["photo"].removeprefix("attach://")]
                if photo["type"] != "static" or not file.startswith(b"\xff\xd8\xff"):
                    raise Refusal(400, "Bad Request: PHOTO_INVALID")
                self.profile["photo"] = file
            case _:
                raise Refusal(404, "Not Found: method not found")
        return True

    async def _get_updates(self, offset: int = 0, limit: int = 100, timeout: float = 0, **_: Any) -> list[Json]:  # noqa: ASYNC109 - Telegram's own parameter
        if self.webhook["url"]:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        self.polls += 1
        self._change()
        for number in [number for number in self.pending if number < offset]:
            if not self._happens(self.faults.again):
                self._done(number)
        if not self.pending:
            with suppress(TimeoutError):
                await self.until(lambda: self.pending, max(0.2, timeout * SECOND))
        found = [self.pending[number] for number in sorted(self.pending)[:limit]]
        self.deliveries.update(update["update_id"] for update in found)
        self._change()
        return found

    def _send(self, params: Json) -> Json:
        chat = params["chat_id"]
        self._refuse_migrated(chat)
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        text, buttons = _checked(params)
        reply = params.get("reply_parameters", {})
        reply_to = reply.get("message_id")
        if reply_to is not None and reply_to not in self.chats.get(chat, {}):
            if not reply.get("allow_sending_without_reply"):
                raise Refusal(400, "Bad Request: message to be replied not found")
            reply_to = None
        below = self._below(chat, buttons.values()) if reply_to is None else None
        content = {"html": params["text"], "buttons": buttons, "reply_to": reply_to, "answers": below}
        number = self._show(chat, text, of_bot=True, **content)
        return self._message(chat, number, 123456, text, is_bot=True)

    def _react(self, chat_id: int, message_id: int, reaction: list[Json]) -> bool:
        if message_id not in self.chats.get(chat_id, {}):
            raise Refusal(400, "Bad Request: message to react not found")
        if any(set(one) != {"type", "emoji"} or one["emoji"] not in _REACTIONS for one in reaction):
            raise Refusal(400, "Bad Request: REACTION_INVALID")
        self.reactions[chat_id, message_id] = [one["emoji"] for one in reaction]
        return True

    def _pin(self, pins: bool, chat_id: int, message_id: int, **_: Any) -> bool:
        self._refuse_migrated(chat_id)
        if chat_id in self.may_not_pin:
            raise Refusal(400, "Bad Request: not enough rights to manage pinned messages in the chat")
        if message_id not in self.chats.get(chat_id, {}):
            raise Refusal(400, "Bad Request: message to pin not found")
        pinned = [one for one in self.pinned.get(chat_id, []) if one != message_id]
        self.pinned[chat_id] = [*pinned, message_id] if pins else pinned
        return True

    def _refuse_migrated(self, chat: int) -> None:
        if chat in self.migrated:
            new = self.migrated[chat]
            raise Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=new)

    def _change_text(self, params: Json) -> Json:
        chat, number = params["chat_id"], params["message_id"]
        self._refuse_migrated(chat)
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        before = self.chats.get(chat, {}).get(number)
        if before is None or not before.of_bot:
            raise Refusal(400, "Bad Request: message to edit not found")
        text, buttons = _checked(params)
        after = Shown(number, text, params["text"], buttons, before.reply_to, of_bot=True, answers=before.answers)
        if (after.html, after.buttons) == (before.html, before.buttons):
            raise Refusal(400, "Bad Request: message is not modified: specified new message content is the same")
        self.chats[chat][number] = after
        return self._message(chat, number, 123456, text, is_bot=True)

    def _answer_tap(self, params: Json) -> bool:
        tap = params["callback_query_id"]
        if tap not in self.taps:
            raise Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        if len(params.get("text", "")) > 200:
            raise Refusal(400, "Bad Request: MESSAGE_TOO_LONG")
        self.taps[tap] = True
        return True

    def _get_file(self, file: str) -> Json:
        content = self.files.get(file)
        if content is None:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if isinstance(content, bytes) and len(content) > _LARGEST_FILE:
            raise Refusal(400, "Bad Request: file is too big")
        return {"file_id": file, "file_unique_id": file, "file_path": f"documents/{file}"}

    # --- its own ---

    def _show(self, chat: int, text: str, **more: Any) -> int:
        shown = self.chats.setdefault(chat, {})
        number = max(shown, default=0) + 1
        shown[number] = Shown(number, text, **more)
        return number

    def _message(self, chat: int, number: int, user: int, text: str, *, is_bot: bool = False) -> Json:
        place = {"id": chat, "type": "private", "first_name": "Ann"} if chat > 0 else self.group(chat)
        sender = {"id": user, "is_bot": is_bot, "first_name": self.names.get(user, "Ann")}
        if is_bot:
            sender["username"] = NAME
        date = int(self.now().timestamp())
        return {"message_id": number, "date": date, "chat": place, "from": sender, "text": text}

    def _done(self, number: int) -> None:
        if self.pending.pop(number, None) is not None:  # it may have been polled for while it was delivered
            self.acknowledged += 1
        self._change()

    def _happens(self, chance: float) -> bool:
        return chance > 0 and self.random.random() < chance

    def _change(self) -> None:
        for event in self._changed:
            event.set()


def _params(request: wire.Wire) -> Json:
    """Read a call's JSON, or its form: words stay words, a file stays bytes, all else is JSON."""
    kind = request.headers.get("content-type", "")
    if kind == "application/json":
        params: Json = json.loads(request.body or b"{}")
        return params
    if kind.startswith("multipart/"):
        form = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + request.body)
        pairs: Json = {}
        for part in form.walk():
            name, content = part.get_param("name", header="content-disposition"), part.get_payload(decode=True)
            if isinstance(content, bytes):
                pairs[str(name)] = content if part.get_filename() else content.decode()
    else:
        pairs = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
    return {
        key: value if key in _WORDS or isinstance(value, bytes) else json.loads(value) for key, value in pairs.items()
    }


def _file_of(fields: Json) -> Json:
    """Return the file of a form: it comes in a part of its own, which `document` names."""
    name = str(fields["document"]).removeprefix("attach://")
    return {"document": fields.get(name, fields["document"])}


def _caption(params: Json) -> str:
    """Return the text that is shown under a picture."""
    caption: str = params.get("caption", "")
    return read_html(caption) if params.get("parse_mode") == "HTML" else caption


def _checked(params: Json) -> tuple[str, dict[str, str]]:
    """Return the text that is shown and the buttons under it, or refuse them as Telegram does."""
    text = read_html(params["text"]) if params.get("parse_mode") == "HTML" else params["text"]
    text = text.strip()
    if not text:
        raise Refusal(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > _LONGEST_TEXT:
        raise Refusal(400, "Bad Request: message is too long")
    rows = params.get("reply_markup", {}).get("inline_keyboard", [])
    if not isinstance(rows, list) or sum(map(len, rows)) > _MOST_BUTTONS or any(not 1 <= len(row) <= 8 for row in rows):
        raise Refusal(400, "Bad Request: reply markup is wrong")
    buttons: dict[str, str] = {}
    for button in (button for row in rows for button in row):
        if button.get("style", "primary") not in {"danger", "success", "primary"}:
            raise Refusal(400, "Bad Request: can't parse inline keyboard button")
        what = button.keys() - {"text", "style"}
        if what not in ({"callback_data"}, {"url"}, {"copy_text"}, {"web_app"}) or not button["text"].strip():
            raise Refusal(400, "Bad Request: can't parse inline keyboard button")
        if "web_app" in what and (params["chat_id"] < 0 or not button["web_app"]["url"].startswith("https://")):
            raise Refusal(400, "Bad Request: BUTTON_TYPE_INVALID")
        copied = button.get("copy_text", {"text": "x"})["text"]
        if not 1 <= len(copied) <= _LONGEST_COPY:
            raise Refusal(400, "Bad Request: COPY_TEXT_INVALID")
        if not 1 <= len(button.get("callback_data", "url").encode()) <= _LONGEST_DATA:
            raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
        buttons[button["text"]] = button.get("callback_data", button.get("web_app", button).get("url", copied))
    return text, buttons


def _menu(params: Json) -> str:
    """Return under which name a menu of commands is kept: that of one scope beside the default's."""
    scope = params.get("scope", {}).get("type", "default")
    return _in_language("commands" if scope == "default" else f"commands {scope}", params)


def _in_language(name: str, params: Json) -> str:
    """Return under which name what is in one language is kept: beside what everybody else reads."""
    return " ".join([name, *filter(None, [params.get("language_code")])])


def read_html(html: str) -> str:
    """Return the text of Telegram's HTML; refuse unknown and open tags, and (more strictly) every `& < >` left as it is."""
    open_tags: list[str] = []
    for match in _TOKEN.finditer(html):
        closes, tag, stray = match.groups()
        if stray or (tag and tag not in _TAGS) or (closes and (not open_tags or open_tags.pop() != tag)):
            raise Refusal(400, f"Bad Request: can't parse entities: at offset {match.start()}")
        if tag and not closes:
            open_tags.append(tag)
    if open_tags:
        raise Refusal(400, f"Bad Request: can't parse entities: {open_tags} not closed")
    return unescape(re.sub(r"</?[a-z]+(?: [^<>]*)?>", "", html))
