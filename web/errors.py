"""Errors as answers: each has a status, a title and a sentence that says what to do, in the format that was asked for."""

import json
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from budget.errors import LedgerUnavailable
from languages import ENGLISH
from web.guard import MOST_TARGET, REQUEST_ID
from web.negotiation import ERROR_FORMATS, Format, preferred_format
from words import errors as say
from words.voice import Voice, voice_of

Sentence = Callable[[Voice], str]

ENTRIES = "/entries"
"""Where programs write: each of its errors is a problem as RFC 9457 has it."""
RETRY_SECONDS = 5
"""`Retry-After` of an answer that says the database is not available."""


class Problem(Exception):
    """Ends a request with an error: its status, its title and the sentence that explains it, in any voice.

    ``voice`` is the one of a link that opens but has not what it was asked for: its page leads back to the week.
    """

    def __init__(
        self,
        status: int,
        title: Sentence,
        sentence: Sentence,
        headers: Mapping[str, str] | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__(status)
        self.voice = voice
        self.status = status
        self.title = title
        self.sentence = sentence
        self.headers = dict(headers or {})


def too_many(wait: int) -> Problem:
    """Return the error of a client that must wait for some seconds."""
    return Problem(429, say.too_many_requests, partial(say.wait, seconds=wait), {"Retry-After": str(wait)})


def nothing_here() -> Problem:
    """Return the error of an unknown path, or of a token that is unknown, expired or revoked."""
    return Problem(404, say.nothing_here, say.leads_nowhere)


def problem_response(request: Request, problem: Problem, **members: Any) -> Response:
    """Return an error as RFC 9457 says, with the members that all errors have here; as its sentence where text is wanted."""
    english = voice_of(ENGLISH)
    title, sentence = problem.title(english), problem.sentence(english)
    if wants_text(request):
        return Response(f"{sentence}\n", problem.status, problem.headers, "text/plain")
    content = {
        "type": "about:blank",
        "title": title,
        "status": problem.status,
        "detail": sentence,
        "error": title,
        "request_id": request.scope.get(REQUEST_ID, ""),
        **members,
    }
    return Response(json.dumps(content), problem.status, problem.headers, "application/problem+json")


def wants_text(request: Request) -> bool:
    """Whether a client of `ENTRIES` prefers a sentence to JSON."""
    return preferred_format(request.headers.get("accept", ""), (Format.JSON, Format.TEXT)) is Format.TEXT


def error_response(request: Request, problem: Problem, format_: Format | None = None) -> Response:
    """Return an error in a format, or in the one that `Accept` prefers. There is no picture of an error."""
    from web.page import csp  # imported with the first page or error, to keep start-up short

    if format_ not in ERROR_FORMATS:
        format_ = preferred_format(request.headers.get("accept", ""), ERROR_FORMATS)
    if request.scope["path"] == ENTRIES and format_ is not Format.HTML:
        return problem_response(request, problem)
    body = error_body(problem.voice or voice_of(ENGLISH), format_, problem, request.scope.get(REQUEST_ID, ""))
    headers = {**problem.headers, "Content-Security-Policy": csp(format_)}
    return Response(body, problem.status, headers, format_.media_type)


def error_body(voice: Voice, format_: Format, problem: Problem, request_id: str) -> str:
    """Return an error as text of a format; JSON is English. The request's id is the one that the log shows."""
    if format_ is Format.JSON:
        english = voice_of(ENGLISH)
        content = {"error": problem.title(english), "detail": problem.sentence(english), "status": problem.status}
        return json.dumps({**content, "request_id": request_id})
    title, sentence = problem.title(voice), problem.sentence(voice)
    if format_ is Format.HTML:
        from web.page import error_html

        return error_html(voice, title, sentence, request_id, leads_back=problem.voice is not None)
    return f"{title}\n{sentence}\n{say.request(voice, request_id)}\n"


async def on_http_error(request: Request, error: Exception) -> Response:
    """Answer a path without a route, or a method that the route does not have."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = error.headers if isinstance(error, HTTPException) else None
    if status == 405:
        takes_post = "POST" in (headers or {}).get("Allow", "")
        sentence = say.only_written if takes_post else say.only_read
        return error_response(request, Problem(405, say.not_possible, sentence, headers))
    if status == 404:
        return error_response(request, nothing_here())
    return error_response(request, Problem(status, say.not_possible, say.not_answered, headers))


def unavailable() -> Problem:
    """Return what is answered while the database is not available."""
    return Problem(503, say.not_just_now, say.ledger_unavailable, {"Retry-After": str(RETRY_SECONDS)})


async def on_unavailable(request: Request, _error: Exception) -> Response:
    """Answer while the database is not available."""
    return error_response(request, unavailable())


async def broken(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request that failed. The answer says no more than the request's id, which leads to the failure in the log."""
    await error_response(Request(scope), Problem(500, say.went_wrong, say.it_is_logged))(scope, receive, send)


async def too_long(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request whose target is longer than `MOST_TARGET`."""
    problem = Problem(414, say.nothing_here, partial(say.address_too_long, most=MOST_TARGET))
    await error_response(Request(scope), problem)(scope, receive, send)


exception_handlers: Mapping[Any, Callable[[Request, Exception], Awaitable[Response]]] = {
    HTTPException: on_http_error,
    LedgerUnavailable: on_unavailable,
}
