"""The handlers of what programs poll behind a share link: `/s/{token}.ics`, a calendar, and `/s/{token}.prom`, gauges."""

import re

from starlette.requests import Request
from starlette.responses import Response

from budget.shared import SharedView, Wanted
from web.conditional import tagged
from web.dependencies import Dependencies
from web.errors import Problem, error_response, nothing_here
from web.links import LinkRequest, SharedLinks, is_counted
from web.metrics import CONTENT_TYPE
from web.negotiation import Format
from web.summary import wanted_by
from words import errors as say

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


async def link_calendar(dependencies: Dependencies, links: SharedLinks, request: Request) -> Response:
    """Answer with a link's bills and paydays; a link for totals, which names no bill, has no calendar."""
    from web.calendar import MEDIA_TYPE, Head, calendar_ics  # imported where it is asked for, to keep start-up short

    try:
        wanted_by(request.query_params)  # a calendar has all days: what can't be read is refused as everywhere
        view = await links.calendar(_asked(dependencies, request, Wanted()))
        if view.calendar is None:
            raise Problem(404, say.no_calendar, say.sums_have_no_calendar)
    except Problem as problem:
        return error_response(request, problem)
    head = Head(view.budget.name, dependencies.now(), f"{dependencies.public_url}/{view.link.number}")
    content = calendar_ics(dependencies.voices(view.budget.language), view.calendar, view.budget.money, head)
    return tagged(request, content, MEDIA_TYPE)


async def link_gauges(dependencies: Dependencies, links: SharedLinks, request: Request) -> Response:
    """Answer with a link's current week, or the one of `?week=`, and its pay period."""
    from web.gauges import summary_prom

    try:
        wanted = Wanted(wanted_by(request.query_params).day)
        view = await links.open(_asked(dependencies, request, wanted))
    except Problem as problem:
        return error_response(request, problem)
    assert isinstance(view, SharedView)  # noqa: S101 - a week is always there
    return tagged(request, summary_prom(view.summary), CONTENT_TYPE)


def _asked(dependencies: Dependencies, request: Request, wanted: Wanted) -> LinkRequest:
    """Return the request for what is behind a token. Raises `Problem` for what can't be a token."""
    token = request.path_params["token"]
    if _TOKEN.fullmatch(token) is None:
        raise nothing_here()
    visitor = dependencies.visitors.of(request)
    return LinkRequest(visitor, token, wanted, Format.TEXT, is_counted=is_counted(request))
