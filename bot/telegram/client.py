"""The HTTP client for calls of the Bot API: aiohttp, behind python-telegram-bot's own interface.

Its parser is written in C: by polling an update takes two fifths fewer instructions than by httpx. Files go by httpx, which streams
them and is loaded in any case. Certificates are verified by the same context, and the same environment names proxies (HTTPS_PROXY,
HTTP_PROXY, ALL_PROXY, NO_PROXY). An error tells no address, because the address holds the token.
"""

import json
import ssl
from functools import cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

_CONNECT = 5.0  # seconds
_PLACE = 10.0
"""Seconds that a call waits for one of the connections."""
_WRITE = 5.0  # seconds
_HEADERS = {
    "Accept-Encoding": "identity",  # a compressed answer could unpack to any size
    "Content-Type": "application/json",
    "User-Agent": BaseRequest.USER_AGENT,
}


class Client(BaseRequest):
    """Makes calls over kept connections, ``connections`` of them at once."""

    def __init__(self, connections: int, read_timeout: float) -> None:
        self._connections = connections
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None
        self._uploads: HTTPXRequest | None = None
        self._proxies: dict[str, str | None] = {}

    @property
    def read_timeout(self) -> float:
        return self._read_timeout

    async def initialize(self) -> None:
        connector = aiohttp.TCPConnector(limit=self._connections, ssl=verifying())
        self._session = aiohttp.ClientSession(
            connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers=_HEADERS, trust_env=False
        )

    async def shutdown(self) -> None:
        if self._uploads is not None:
            await self._uploads.shutdown()
            self._uploads = None
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        *_timeouts: Any,
        **timeouts: Any,
    ) -> tuple[int, bytes]:
        if request_data is not None and request_data.contains_files:
            return await self._upload(url, method, request_data, read_timeout=read_timeout, **timeouts)
        if self._session is None:
            raise NetworkError("the client is closed")
        body = json.dumps(request_data.parameters).encode() if request_data is not None else None
        longest = _timeouts_for(self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout)
        try:
            async with self._session.request(
                method, url, data=body, timeout=longest, allow_redirects=False, proxy=self._proxy_to(url)
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError, ValueError) as problem:  # the last for an address that is none
            raise NetworkError(type(problem).__name__) from None

    async def _upload(self, url: str, method: str, data: RequestData, **timeouts: Any) -> tuple[int, bytes]:
        if self._uploads is None:
            self._uploads = HTTPXRequest(
                self._connections,
                read_timeout=self._read_timeout,
                pool_timeout=_PLACE,
                httpx_kwargs={"verify": verifying()},
            )
        return await self._uploads.do_request(url, method, data, **timeouts)

    def _proxy_to(self, url: str) -> str | None:
        """Return the proxy that the environment names for an address; looked up once for each server."""
        server = url[: url.find("/", 8)]
        if server not in self._proxies:
            self._proxies[server] = proxy_to(server)
        return self._proxies[server]


@cache
def verifying() -> ssl.SSLContext:
    """Return httpx's context: the authorities of certifi, or of SSL_CERT_FILE and SSL_CERT_DIR."""
    context = httpx.create_ssl_context()
    context.set_alpn_protocols(["http/1.1"])
    return context


def proxy_to(server: str) -> str | None:
    """Return the proxy that the environment names for a server, None for no proxy."""
    to = urlsplit(server)
    if to.hostname is None or proxy_bypass(to.hostname):
        return None
    proxies = getproxies()
    proxy = proxies.get(to.scheme) or proxies.get("all")
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"


@cache
def _timeouts_for(read: float | None) -> aiohttp.ClientTimeout:
    """Return the bounds of a call. Writing has none of its own in aiohttp, so the whole call has one."""
    whole = _PLACE + _CONNECT + _WRITE + read if read is not None else None
    return aiohttp.ClientTimeout(total=whole, connect=_PLACE + _CONNECT, sock_connect=_CONNECT, sock_read=read)
