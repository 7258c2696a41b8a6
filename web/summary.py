"""The handler of `/s/{token}`: the shared summary of a week as JSON, HTML, plain text or PNG."""

import re
from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from budget.sharing import Extent, SharedView
from web.dependencies import Dependencies
from web.errors import Problem, error_response, nothing_here, too_many
from web.json import summary_json
from web.links import LinkRequest, SharedLinks
from web.negotiation import Format, preferred_format
from web.renderer import Busy, Renderer
from web.text import summary_text
from words import errors as say
from words.voice import Voice

_TOKEN = re.compile(r"([A-Za-z0-9_-]{43})(?:\.(json|txt|html|png))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


async def shared_summary(dependencies: Dependencies, links: SharedLinks, request: Request) -> Response:
    """Answer with the summary of the week that `?week=` names, by default the current one."""
    name = request.path_params["token"]
    suffix = name.rpartition(".")[2]
    format_ = Format(suffix) if suffix in set(Format) else preferred_format(request.headers.get("accept", ""))
    try:
        day = _requested_day(request.query_params.getlist("week"))
        token = _TOKEN.fullmatch(name)
        if token is None:
            raise nothing_here()
        visitor = dependencies.visitors.of(request)
        wanted = LinkRequest(visitor, token[1], day, format_, is_counted=request.method != "HEAD")
        view = await links.open(wanted)
        return await _response(await dependencies.voice_for(view.budget.owner), view, wanted, dependencies.renderer)
    except Problem as problem:
        return error_response(request, problem, format_)


async def _response(voice: Voice, view: SharedView, request: LinkRequest, renderer: Renderer) -> Response:
    media_type = request.format.media_type
    match request.format:
        case Format.JSON:
            return Response(summary_json(view.summary, totals=view.link.extent is Extent.TOTALS), media_type=media_type)
        case Format.TEXT:
            return PlainTextResponse(summary_text(view.summary))
        case Format.PNG:
            try:
                png = await renderer.png(voice, view.summary, *request.picture_keys)
            except Busy as busy:
                raise too_many(busy.wait) from None
            return Response(png, media_type=media_type)
        case Format.HTML:
            from web.page import csp, page_html  # imported with the first page or error, to keep start-up short

            headers = {"Content-Security-Policy": csp(request.format)}
            return Response(page_html(voice, view), headers=headers, media_type=media_type)


def _requested_day(values: Sequence[str]) -> date | None:
    """Parse the values of `?week=`, like ``2026-03-14``. Return None without one. Raises `Problem`."""
    if not values:
        return None
    try:
        (text,) = values
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not 1970 <= day.year < 9999:
        raise Problem(400, say.no_such_week, say.how_to_write_a_week)
    return day
