"""`POST /entries`: what a phone or a program records through a write door. It answers what it understood, and shows nothing else.

A door's token is a bearer token. Guessing is slowed as for share links, and never shuts a right token out. Without CORS headers no
page elsewhere posts here.
"""

import asyncio
import json
import re
import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from budget.entries import Kind
from budget.errors import LedgerUnavailable, NotFound
from budget.grammar.given import KINDS, Given
from budget.posting import Content, GivenEntry, Unread
from budget.share_links import hashed
from budget.write_doors import Done, Doorkeeper, KeyReused, Post, State
from web.dependencies import Dependencies
from web.errors import Problem, problem_response, too_many, unavailable, wants_text
from web.posted import answer_of
from web.rate_limits import GUESSES, POSTS, GuessLimit, RateLimit, RecentTokens
from words import errors as say

LARGEST = 4096
"""Bytes of a body."""
LONGEST_KEY = 255
"""Characters of an idempotency key."""

_BEARER = re.compile(r"Bearer +([A-Za-z0-9_-]{43}) *", re.IGNORECASE)
_KEY = re.compile(rf'"([ !#-\[\]-~]{{1,{LONGEST_KEY}}})"|([!#-\[\]-~][ !#-\[\]-~]{{0,{LONGEST_KEY - 1}}})')
_PARTS = frozenset({"amount", "note", "category", "day", "kind"})
_KINDS = {kind.value: kind for kind in KINDS}
_SHOWN = 200  # bytes of a body that can't be read which its chat is shown
_MOST_TOKENS = 1000  # wrong tokens in memory
_NEW = {State.RECORDED: 201, State.ASKED: 202, State.REFUSED: 422}


class _Decimal(str):
    """A number of JSON as it is written: its point is the decimal one."""

    __slots__ = ()


class _Malformed(ValueError):
    """A body that is neither lines nor an entry."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a body says: the content to record, and its own idempotency key, if it has one."""

    content: Content
    key: str | None = None


class PostedEntries:
    """The handler of the route. ``tell`` says in the chat what came in, and never fails."""

    def __init__(self, dependencies: Dependencies, keeper: Doorkeeper, tell: Callable[[Done], Awaitable[None]]) -> None:
        self._keeper = keeper
        self._tell = tell
        self._now = dependencies.now
        self._answer = partial(answer_of, dependencies.voices)
        self._guesses = GuessLimit(dependencies.visitors, RateLimit(*GUESSES, dependencies.now))
        self._posts = RateLimit(*POSTS, dependencies.now)
        self._valid = RecentTokens()
        # Not for ever: a person who was taken out may come back.
        self._invalid = RecentTokens(_MOST_TOKENS, GUESSES.seconds, lambda: dependencies.now().timestamp())
        self._check_lock = asyncio.Lock()
        self._running: set[tuple[str, str]] = set()

    async def respond(self, request: Request) -> Response:
        """Answer a request."""
        try:
            return await self._answered(request)
        except Problem as problem:
            return problem_response(request, problem)
        except LedgerUnavailable:
            return problem_response(request, unavailable())
        except ClientDisconnect:
            return Response(status_code=400)

    async def _answered(self, request: Request) -> Response:
        token = await self._token(request)
        if wait := self._posts.take(hashed(token)):
            raise too_many(wait)
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        raw = bytearray()
        try:
            body, key = await _read(request, media_type, raw)
        except Problem:
            post = _post(Unread(_begins(raw)), _known_by(request, raw), media_type, raw, self._now())
            with suppress(Problem):  # a key that came before is told, too
                await self._done(token, post, _begins(raw))
            raise
        post = _post(body.content, key, media_type, raw, self._now())
        return _response(request, await self._done(token, post, _begins(raw)))

    async def _done(self, token: str, post: Post, begins: str) -> Done:
        """Record what came in, and tell the chat unless it is a repeat. Raises `Problem`.

        ``begins`` is told of a post whose key was another post's, once for a key: a program may try it again and again.
        """
        try:
            return await self._told(await self._recorded(token, post))
        except KeyReused:
            key_hash = _key_hash(f"before {post.key_hash}")
            await self._told(await self._recorded(token, Post(Unread(begins, True), key_hash, key_hash, post.at)))
            raise Problem(422, say.not_possible, say.key_reused) from None

    async def _told(self, done: Done) -> Done:
        if done.posted is not None:
            await self._tell(done)
        return done

    async def _recorded(self, token: str, post: Post) -> Done:
        """Record what came in. Raises `Problem`, `KeyReused`."""
        running = hashed(token), post.key_hash
        if running in self._running:
            raise Problem(409, say.not_just_now, say.still_running, {"Retry-After": "1"})
        self._running.add(running)
        try:
            return await self._keeper.post(token, post, self._answer)
        except NotFound:  # closed since it was checked
            raise _not_allowed() from None
        finally:
            self._running.discard(running)

    async def _token(self, request: Request) -> str:
        """Return the token of an open door. Raises `Problem`; a wrong one costs its visitor a guess."""
        found = _BEARER.fullmatch(request.headers.get("authorization", ""))
        token = found[1] if found is not None else ""
        is_open = bool(token) and not self._invalid.has(token) and await self._opens(token)
        wait = self._guesses.wait(request, right=is_open)
        if wait:
            raise too_many(wait)
        if wait is not None:
            raise _not_allowed()
        return token

    async def _opens(self, token: str) -> bool:
        """Whether a token opens a door. Of tokens that are not known to, one is checked at a time."""
        if self._valid.has(token):
            is_open = await self._keeper.opens(token)
        else:
            async with self._check_lock:
                is_open = await self._keeper.opens(token)
        (self._valid if is_open else self._invalid).add(token)
        if not is_open:
            self._valid.remove(token)
        return is_open


def _response(request: Request, done: Done) -> Response:
    status = _NEW[done.state] if done.posted is not None or done.state is State.REFUSED else 200
    answer = json.loads(done.answer)
    said = answer["said"]
    if status != 422:
        content = f"{said}\n" if wants_text(request) else done.answer
        return Response(content, status, media_type="text/plain" if wants_text(request) else "application/json")
    return problem_response(request, Problem(422, say.nothing_recorded, lambda _voice: said), **answer)


def _not_allowed() -> Problem:
    return Problem(401, say.not_allowed, say.needs_a_door, {"WWW-Authenticate": "Bearer"})


async def _read(request: Request, media_type: str, raw: bytearray) -> tuple[Body, str | None]:
    """Return what a request says, and its idempotency key; ``raw`` takes its bytes. Raises `Problem` for one that can't be read."""
    await _read_bytes(request, raw)
    if media_type not in {"text/plain", "application/json"}:
        raise Problem(415, say.not_possible, say.how_to_post)
    try:
        body = _body_of(bytes(raw), media_type)
        return body, _key_of(request, body)
    except ValueError:  # UnicodeDecodeError and JSONDecodeError too
        raise Problem(400, say.not_possible, say.how_to_post) from None


def _post(content: Content, key: str | None, media_type: str, raw: bytearray, at: datetime) -> Post:
    return Post(content, _key_hash(key), sha256(f"{media_type} ".encode() + raw).hexdigest(), at)


def _begins(raw: bytearray) -> str:
    """Return how a body begins, for a person to know it by; three dots for one of which nothing was read."""
    return " ".join(bytes(raw[:_SHOWN]).decode("utf-8", "replace").split()) or "…"


def _known_by(request: Request, raw: bytearray) -> str | None:
    """Return the idempotency key of a post that can't be read, where at least that can: of the header, else of the body."""
    with suppress(ValueError, RecursionError):
        if "idempotency-key" in request.headers:
            return _header_key(request)
        value = json.loads(bytes(raw))
        key = value.get("id") if isinstance(value, dict) else None
        return key if isinstance(key, str) and 0 < len(key) <= LONGEST_KEY else None
    return None


async def _read_bytes(request: Request, body: bytearray) -> None:
    """Read a body. Raises `Problem` for one that is too large; one that is announced as such is not read."""
    too_large = Problem(413, say.not_possible, partial(say.post_too_large, most=LARGEST))
    length = request.headers.get("content-length", "0")
    if not length.isdecimal() or int(length[:12]) > LARGEST:
        raise too_large
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise too_large


def _body_of(raw: bytes, media_type: str) -> Body:
    """Return what a body says. Raises ValueError for one that is neither lines in UTF-8 nor a JSON object as described."""
    text = raw.decode("utf-8")
    if media_type == "text/plain":
        return Body(text)
    try:
        value = json.loads(
            text, parse_float=_Decimal, parse_int=_Decimal, parse_constant=_refused, object_pairs_hook=_object
        )
    except RecursionError:
        raise _Malformed from None
    if not isinstance(value, dict) or not value.keys() <= _PARTS | {"text", "id"}:
        raise _Malformed
    key = value.pop("id", None)
    if key is not None and not (type(key) is str and 0 < len(key) <= LONGEST_KEY):
        raise _Malformed
    if "text" in value:
        if len(value) > 1 or type(value["text"]) is not str:
            raise _Malformed
        return Body(value["text"], key)
    return Body(_entry_of(value), key)


def _entry_of(parts: dict[str, Any]) -> GivenEntry:
    """Return an entry in parts; what is null is as what is left out. Raises ValueError."""
    said = {name: value for name, value in parts.items() if value is not None}
    amount = said.pop("amount", "")
    if not parts or not isinstance(amount, str) or any(type(value) is not str for value in said.values()):
        raise _Malformed
    kind = _KINDS.get(said.pop("kind", Kind.EXPENSE.value))
    if kind is None:
        raise _Malformed
    given = Given(
        str(amount), said.get("note", ""), said.get("category", ""), kind, decimal=isinstance(amount, _Decimal)
    )
    return GivenEntry(given, said.get("day", "").strip())


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of JSON. Raises ValueError for a name that comes twice."""
    if len(dict(pairs)) < len(pairs):
        raise _Malformed
    return dict(pairs)


def _refused(_constant: str) -> Any:
    raise _Malformed


def _key_of(request: Request, body: Body) -> str | None:
    """Return the idempotency key of the header, quoted or not, or of the body. Raises ValueError for a bad one, or for two."""
    if "idempotency-key" not in request.headers:
        return body.key
    key = _header_key(request)
    if body.key not in {None, key}:
        raise _Malformed
    return key


def _header_key(request: Request) -> str:
    """Return the idempotency key of the header. Raises ValueError for a bad one, or for two."""
    headers = request.headers.getlist("idempotency-key")
    found = _KEY.fullmatch(headers[0].strip())
    if found is None or len(headers) > 1:
        raise _Malformed
    return found[1] or found[2]


def _key_hash(key: str | None) -> str:
    return f"none {secrets.token_hex(16)}" if key is None else sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
