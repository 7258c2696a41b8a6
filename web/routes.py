"""The HTTP side that only reads: the shared summary, whether the program is alive and ready, the API's description, and counts."""

import asyncio
import hmac
import json
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from budget.errors import LedgerUnavailable, NotFound
from budget.sharing import SharedView, Sharing, hashed
from web import metrics
from web.guard import MOST_ADDRESS, REQUEST_ID, Guesses, RecentTokens, Visitors
from web.json import summary_json
from web.limits import RateLimit
from web.metrics import Metrics
from web.negotiation import ERROR_FORMATS, Format, preferred_format
from web.renderer import Busy, Renderer
from web.text import summary_text

_TOKEN = re.compile(r"([A-Za-z0-9_-]{43})(?:\.(json|txt|html|png))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RETRY_AFTER = 5  # seconds


@dataclass(frozen=True, slots=True)
class Window:
    """All that the routes need. ``ready`` raises `LedgerUnavailable` naming what is not; without a ``metrics_token`` no counts."""

    ready: Callable[[], Awaitable[None]]
    sharing: Sharing
    now: Callable[[], datetime]
    public_url: str
    metrics: Metrics
    renderer: Renderer
    metrics_token: str | None = None
    trusted_proxies: Sequence[str] = ()
    guesses: tuple[int, float] = (10, 60.0)
    """How many wrong tokens an address may try at once, and after how many seconds it may try one more."""
    openings: tuple[int, float] = (300, 0.1)
    """The same for right ones: opening has its own measure."""


class Problem(Exception):
    """An answer that is none: its status, and what is said about it."""

    def __init__(self, status: int, title: str, sentence: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.sentence = sentence
        self.headers = dict(headers or {})


def routes(window: Window) -> list[Route]:
    """Return the routes."""
    desk = _Desk(window)
    found = [
        Route("/s/{token}", desk.shared),
        Route("/livez", desk.livez),
        Route("/readyz", desk.readyz),
        Route("/openapi.json", desk.openapi),
        Route("/robots.txt", desk.robots),
    ]
    if window.metrics_token is not None:
        found.append(Route("/metrics", desk.counts))
    return found


class _Desk:
    def __init__(self, window: Window) -> None:
        self._window = window
        self._visitors = Visitors(window.trusted_proxies)
        self._guesses = RateLimit(*window.guesses, window.now)
        self._openings = RateLimit(*window.openings, window.now)
        # Neither can change back: a link that is revoked or has run out stays so, and a token that is none can't be made one.
        self._right, self._wrong = RecentTokens(), RecentTokens()
        self._one_check = asyncio.Lock()
        self._count_guesses = Guesses(self._visitors, RateLimit(*window.guesses, window.now))
        self._description: dict[str, Any] | None = None

    # --- the shared summary ---

    async def shared(self, request: Request) -> Response:
        name = request.path_params["token"]
        suffix = name.rpartition(".")[2]
        form = Format(suffix) if suffix in set(Format) else preferred_format(request.headers.get("accept", ""))
        try:
            day = _day_asked(request.query_params.getlist("week"))
            return await self._look(request, name, day, form)
        except Problem as problem:
            return _error(request, problem, form if form in ERROR_FORMATS else None)

    async def _look(self, request: Request, name: str, day: date | None, form: Format) -> Response:
        """Look a token up. A wrong one costs its visitor a guess; a right one is found, however many were wrong before."""
        visitor, token = self._visitors.of(request), _TOKEN.fullmatch(name)
        if token is None or self._wrong.has(token[1]):  # no token, or one that never will be: nothing is looked up
            raise _nothing_there()
        is_guess = not self._right.has(token[1])
        if is_guess and (wait := self._guesses.take(visitor)):
            if not await self._opens(token[1]):
                raise _too_many(wait)
            is_guess = False
        if wait := self._openings.take(visitor):
            if is_guess:
                self._guesses.give_back(visitor)
            raise _too_many(wait)
        drawn_for = (f"from {visitor}", f"link {hashed(token[1])}") if form is Format.PNG else ()
        try:
            self._window.renderer.admit(*drawn_for)
        except Busy as busy:
            if is_guess:
                self._guesses.give_back(visitor)
            raise _too_many(busy.wait) from None
        count, page = request.method != "HEAD", form is Format.HTML
        try:
            glance = await self._window.sharing.look(token[1], self._window.now(), day, count=count, page=page)
        except (NotFound, LedgerUnavailable) as problem:
            self._window.renderer.give_back(*drawn_for)
            if isinstance(problem, LedgerUnavailable):
                if is_guess:
                    self._guesses.give_back(visitor)
                raise
            self._openings.give_back(visitor)  # what is wrong takes nothing from those who open what is right
            self._wrong.add(token[1])
            self._right.remove(token[1])
            raise _nothing_there() from None
        if is_guess:
            self._guesses.give_back(visitor)
        self._right.add(token[1])
        return await self._represented(glance, form, drawn_for)

    async def _opens(self, token: str) -> bool:
        """Whether a token opens a link, for a visitor without guesses left: asked one at a time, no more is read."""
        async with self._one_check:
            found = await self._window.sharing.opens(token, self._window.now())
        if not found:
            self._wrong.add(token)
        return found

    async def _represented(self, glance: SharedView, form: Format, drawn_for: Sequence[str]) -> Response:
        match form:
            case Format.JSON:
                return Response(summary_json(glance.summary), media_type=form.media_type)
            case Format.TEXT:
                return PlainTextResponse(summary_text(glance.summary))
            case Format.PNG:
                try:
                    picture = await self._window.renderer.png(glance.summary, *drawn_for)
                except Busy as busy:
                    raise _too_many(busy.wait) from None
                return Response(picture, media_type=form.media_type)
            case Format.HTML:
                from web.page import csp, page_html  # imported with the first page, to keep start-up short

                headers = {"Content-Security-Policy": csp(form)}
                return Response(page_html(glance), headers=headers, media_type=form.media_type)

    # --- the program ---

    async def livez(self, _request: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def readyz(self, _request: Request) -> Response:
        try:
            await self._window.ready()
        except LedgerUnavailable as problem:
            headers = {"Retry-After": str(_RETRY_AFTER)}
            return JSONResponse({"status": "not ready", "not_ready": str(problem)}, 503, headers)
        return JSONResponse({"status": "ready"})

    async def openapi(self, _request: Request) -> Response:
        if self._description is None:
            from web.openapi import description

            self._description = description(self._window.public_url, metrics=self._window.metrics_token is not None)
        return JSONResponse(self._description)

    async def robots(self, _request: Request) -> Response:
        return PlainTextResponse("User-agent: *\nDisallow: /\n")

    async def counts(self, request: Request) -> Response:
        expected = f"Bearer {self._window.metrics_token}".encode()
        given = request.headers.get("authorization", "").encode("utf-8", "surrogateescape")
        wait = self._count_guesses.wait(request, right=hmac.compare_digest(given, expected))
        if wait:
            return _error(request, _too_many(wait))
        if wait is not None:
            headers = {"WWW-Authenticate": "Bearer"}
            problem = Problem(401, "Not allowed", "This needs the token that METRICS_TOKEN sets.", headers)
            return _error(request, problem)
        try:
            await self._window.ready()
            ready = True
        except LedgerUnavailable:
            ready = False
        return Response(self._window.metrics.written(ready=ready), headers={"Content-Type": metrics.CONTENT_TYPE})


def _too_many(wait: int) -> Problem:
    sentence = f"Please wait {_seconds(wait)} and try again."
    return Problem(429, "Too many requests", sentence, {"Retry-After": str(wait)})


def _nothing_there() -> Problem:
    return Problem(
        404,
        "Nothing here",
        "This link does not lead anywhere: it may have run out or been revoked, or be incomplete. Ask for a new one.",
    )


def _day_asked(given: Sequence[str]) -> date | None:
    """Read `?week=2026-03-14`; None without one."""
    if not given:
        return None
    try:
        (text,) = given
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not 1970 <= day.year < 9999:
        raise Problem(400, "No such week", "Write the week as one day of it, like ?week=2026-03-14.")
    return day


def _seconds(number: int) -> str:
    return "a second" if number == 1 else f"{number} seconds"


# --- errors ---------------------------------------------------------------------------------------------------------------


def _error(request: Request, problem: Problem, form: Format | None = None) -> Response:
    """Return an error in the form that was asked for; as a picture there is none."""
    from web.page import csp

    form = form or preferred_format(request.headers.get("accept", ""), ERROR_FORMATS)
    body = error_body(form, problem, request.scope.get(REQUEST_ID, ""))
    headers = {**problem.headers, "Content-Security-Policy": csp(form)}
    return Response(body, problem.status, headers, form.media_type)


def error_body(form: Format, problem: Problem, request_id: str) -> str:
    """Return an error in one of its forms: what happened, what to do, and the request's id in the log."""
    if form is Format.JSON:
        content = {"error": problem.title, "detail": problem.sentence, "status": problem.status}
        return json.dumps({**content, "request_id": request_id})
    if form is Format.HTML:
        from web.page import error_html

        return error_html(problem.title, problem.sentence, request_id)
    return f"{problem.title}\n{problem.sentence}\nRequest {request_id}\n"


async def on_http_error(request: Request, error: Exception) -> Response:
    """Answer where no route is, or a route without the method."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    if status == 405:
        return _error(request, Problem(405, "Not possible", "This address can only be read.", headers))
    if status == 404:
        return _error(request, _nothing_there())
    return _error(request, Problem(status, "Not possible", "This request can't be answered.", headers))


async def on_unavailable(request: Request, _problem: Exception) -> Response:
    """Answer where the ledger is away."""
    sentence = "The ledger can't be reached just now. Please try again in a moment."
    return _error(request, Problem(503, "Not just now", sentence, {"Retry-After": str(_RETRY_AFTER)}))


async def broken(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request that failed: nothing is told but the number under which the log knows it."""
    sentence = "Something went wrong here. It is logged, and trying again later may help."
    await _error(Request(scope), Problem(500, "Something went wrong", sentence))(scope, receive, send)


async def too_long(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request whose path and query are longer than any that leads anywhere."""
    problem = Problem(414, "Nothing here", f"An address here has {MOST_ADDRESS} characters at most.")
    await _error(Request(scope), problem)(scope, receive, send)


exception_handlers: Mapping[Any, Callable[[Request, Exception], Awaitable[Response]]] = {
    HTTPException: on_http_error,
    LedgerUnavailable: on_unavailable,
}
