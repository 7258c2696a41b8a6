"""What every answer gets and every request passes: headers, a request id, the access log, and slowness for who guesses.

The log and the metrics know a request by its route's template: a path may hold a token.
"""

import logging
import secrets
import time
from collections import OrderedDict
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Protocol

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from budget.sharing import hashed
from web.limits import RateLimit

log = logging.getLogger("web")
access = logging.getLogger("web.access")

Network = IPv4Network | IPv6Network

MOST_ADDRESS = 2048
"""Characters of a path and its query."""
_MOST_FORWARDED = 20
"""Addresses of `X-Forwarded-For` that are read, the last ones: there is hardly a chain of more proxies."""

REQUEST_ID = "request_id"
"""Where a request's id is found in its scope."""

CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
_HEADERS = {
    "Content-Security-Policy": CSP,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",  # for what does not know frame-ancestors
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
    "Vary": "Accept",
}
_HSTS = ("Strict-Transport-Security", "max-age=31536000")
_ASKED_BY_MACHINES = frozenset(
    {"/livez", "/readyz", "/metrics"}
)  # every few seconds, so the log says it only when it listens


class Watch(Protocol):
    """Is told of every answer."""

    def answered(self, method: str, route: str, status: int, seconds: float) -> None: ...


class Guard:
    """Wraps the HTTP side; ``broken`` answers a request that failed, ``too_long`` one whose address is beyond the bound."""

    def __init__(self, app: ASGIApp, *, https: bool, broken: ASGIApp, too_long: ASGIApp, watch: Watch) -> None:
        self._app = app
        self._broken = broken
        self._too_long = too_long
        self._watch = watch
        headers = dict([*_HEADERS.items(), *([_HSTS] if https else [])])
        self._headers = [(name.lower().encode(), value.encode()) for name, value in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = time.perf_counter()
        scope[REQUEST_ID] = request_id = secrets.token_hex(8)
        status = 0
        is_head = scope["method"] == "HEAD"

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                given = list(message.get("headers", ()))
                names = {name for name, _ in given}
                given += [header for header in self._headers if header[0] not in names]
                if status >= 400:
                    given.append((b"x-request-id", request_id.encode()))
                message = {**message, "headers": given}
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        try:
            app = self._app if len(scope["path"]) + len(scope["query_string"]) <= MOST_ADDRESS else self._too_long
            await app(scope, receive, answer)
        except Exception:
            log.exception("Request %s failed", request_id)
            if status:  # the answer has begun: it can only be broken off
                raise
            await self._broken(scope, receive, answer)
        finally:
            seconds = time.perf_counter() - begun
            route = getattr(scope.get("route"), "path", "-")
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._watch.answered(method, route, status, seconds)
            level = logging.DEBUG if route in _ASKED_BY_MACHINES and status < 400 else logging.INFO
            if access.isEnabledFor(level):
                which = f" request {request_id}" if status >= 400 or not status else ""
                access.log(level, "%s %s %d %.1f ms%s", method, route, status, seconds * 1000, which)


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})


class Guesses:
    """Slows those down who guess a secret: ten wrong ones from an address, then one a minute.

    The right one is always let in, unless it ``is_weak``: what could be found out by trying is not even looked at from an address
    that has no guess left and has never known it.
    """

    def __init__(self, visitors: "Visitors", patience: RateLimit, *, is_weak: bool = False) -> None:
        self._visitors = visitors
        self._patience = patience
        self._is_weak = is_weak
        self._knowing = RecentTokens()

    def wait(self, request: Request, *, right: bool) -> int | None:
        """Take a secret that is ``right`` or not; return None to let it in, else the seconds until the next guess, 0 for none."""
        if right and not self._is_weak:
            return None
        visitor = self._visitors.of(request)
        wait = self._patience.take(visitor)
        if not right or (wait and not self._knowing.has(visitor)):
            return wait
        if not wait:
            self._patience.give_back(visitor)
        self._knowing.add(visitor)
        return None


class RecentTokens:
    """The latest of some tokens, by their hashes."""

    def __init__(self, most: int = 1000) -> None:
        self._most = most
        self._hashes: OrderedDict[str, None] = OrderedDict()

    def has(self, token: str) -> bool:
        """Whether a token is remembered."""
        return hashed(token) in self._hashes

    def add(self, token: str) -> None:
        """Remember a token; the one that was added first is forgotten where there are too many."""
        self._hashes[hashed(token)] = None
        if len(self._hashes) > self._most:
            self._hashes.popitem(last=False)

    def remove(self, token: str) -> None:
        """Forget a token."""
        self._hashes.pop(hashed(token), None)


class Visitors:
    """Tells visitors apart by address; behind proxies that are trusted, by the address that they say."""

    def __init__(self, trusted: Sequence[str]) -> None:
        self._trusted = [ip_network(each, strict=False) for each in trusted]

    def of(self, request: Request) -> str:
        """Return the address of a request's client, of IPv6 the network of a household (/64)."""
        address = _address(request.client.host if request.client else "")
        if address is not None and self._trusts(address):
            said = ",".join(request.headers.getlist("x-forwarded-for")).rsplit(",", _MOST_FORWARDED)[-_MOST_FORWARDED:]
            # Each proxy adds whom it spoke to at the end: the last that is not ours is the client, all before it hearsay.
            for each in reversed(said):
                further = _address(each.strip())
                if further is None:
                    break
                address = further
                if not self._trusts(address):
                    break
        if isinstance(address, IPv6Address):
            return str(ip_network((address, 64), strict=False))
        return str(address)

    def _trusts(self, address: IPv4Address | IPv6Address) -> bool:
        return any(address in network for network in self._trusted if network.version == address.version)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """Read an address, with or without a port; an IPv4 address in IPv6 clothes is one."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address
