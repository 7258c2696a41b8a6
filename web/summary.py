"""The handler of `/s/{token}`: a week, a pay period, a month or a category as JSON, HTML, plain text or PNG."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response

from budget.history import History
from budget.overview import Overview, Span
from budget.share_links import Extent
from budget.shared import NothingToShow, Shared, SharedHistory, SharedOverview, SharedView, Wanted
from budget.summary import Summary
from web.agents import is_preview_agent
from web.conditional import tagged
from web.dependencies import Dependencies
from web.errors import Problem, error_response, nothing_here, too_many
from web.frames import Frame, wanted_frame
from web.json import history_json, overview_json, summary_json
from web.links import LinkRequest, SharedLinks, is_counted
from web.negotiation import Format, preferred_format
from web.renderer import Busy, Renderer
from web.text import history_text, overview_text, summary_text
from words import errors as say
from words.voice import Voice

Shows = SharedView | SharedOverview | SharedHistory
Sentence = Callable[[Voice], str]

_TOKEN = re.compile(r"([A-Za-z0-9_-]{43})(?:\.(json|txt|html|png))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


async def shared_summary(dependencies: Dependencies, links: SharedLinks, request: Request) -> Response:
    """Answer with the current week, or with what `?week=`, `?month=`, `?period=pay` or `?category=` asks for."""
    name = request.path_params["token"]
    suffix = name.rpartition(".")[2]
    format_ = Format(suffix) if suffix in set(Format) else preferred_format(request.headers.get("accept", ""))
    try:
        token = _TOKEN.fullmatch(name)
        if token is None:
            raise nothing_here()
        visitor = dependencies.visitors.of(request)
        plain = _uncounted(visitor, token[1])
        if not token[2] and is_preview_agent(request.headers.get("user-agent", "")):
            return await _preview(dependencies, links, plain)
        try:
            wanted = wanted_by(request.query_params)
            frame = wanted_frame(request.query_params) if format_ is Format.PNG else None
        except Problem as problem:
            problem.voice = dependencies.voices((await links.budget(plain)).language)
            raise
        asked = LinkRequest(visitor, token[1], wanted, format_, is_counted=is_counted(request))
        view = await links.open(asked)
        content, headers = await _content(
            dependencies.voices(view.budget.language), view, asked, dependencies.renderer, frame
        )
        return tagged(request, content, format_.media_type, headers)
    except Problem as problem:
        return error_response(request, problem, format_)


async def link_manifest(dependencies: Dependencies, links: SharedLinks, request: Request) -> Response:
    """Answer with what a home screen needs of a link that opens: its budget's name. That is no opening of the link."""
    from web.home_screen import manifest  # imported where it is asked for, to keep start-up short

    try:
        token = _TOKEN.fullmatch(request.path_params["token"])
        if token is None or token[2]:
            raise nothing_here()
        visitor = dependencies.visitors.of(request)
        budget = await links.budget(_uncounted(visitor, token[1]))
    except Problem as problem:
        return error_response(request, problem, Format.JSON)
    content = manifest(dependencies.voices(budget.language), token[1], budget.name)
    return Response(content, media_type="application/manifest+json")


def _uncounted(visitor: str, token: str) -> LinkRequest:
    """Return the request for a link's budget alone, which is no opening of the link."""
    return LinkRequest(visitor, token, Wanted(), Format.JSON, is_counted=False)


async def _preview(dependencies: Dependencies, links: SharedLinks, request: LinkRequest) -> Response:
    """Answer an agent that draws a card of the link, where it opens: words without figures."""
    from web.page import csp
    from web.previews import preview_html

    budget = await links.budget(request)
    html = preview_html(dependencies.voices(budget.language))
    return Response(html, headers={"Content-Security-Policy": csp(Format.HTML)}, media_type=Format.HTML.media_type)


async def _content(
    voice: Voice, view: Shared, request: LinkRequest, renderer: Renderer, frame: Frame | None
) -> tuple[bytes | str, Mapping[str, str]]:
    """Return what a request gets, and the headers that it has beside its type."""
    if isinstance(view, NothingToShow):
        renderer.give_back(*request.picture_keys)
        if view.wanted.category is not None:
            raise Problem(404, say.no_such_category, say.where_categories_are, voice=voice)
        raise Problem(404, say.no_pay_period, say.how_a_pay_period_begins, voice=voice)
    match request.format:
        case Format.JSON:
            return _json(view), {}
        case Format.TEXT:
            return _text(view), {}
        case Format.PNG:
            try:
                return await renderer.png(voice, pictured(view), *request.picture_keys, frame=frame), {}
            except Busy as busy:
                raise too_many(busy.wait) from None
        case Format.HTML:
            from web.page import csp, page_html  # imported with the first page or error, to keep start-up short

            page = page_html(voice, view, request.token)
            return page.content, {"Content-Security-Policy": csp(request.format), "ETag": page.tag}


def _json(view: Shows) -> str:
    totals = view.link.extent is Extent.TOTALS
    match view:
        case SharedView():
            return summary_json(view.summary, totals=totals)
        case SharedOverview():
            return overview_json(view.overview, totals=totals)
        case SharedHistory():
            return history_json(view.history)


def _text(view: Shows) -> str:
    match view:
        case SharedView():
            return summary_text(view.summary)
        case SharedOverview():
            return overview_text(view.overview)
        case SharedHistory():
            return history_text(view.history)


def pictured(view: Shows) -> Summary | Overview | History:
    """Return what a picture shows of what a link shows."""
    match view:
        case SharedView():
            return view.summary
        case SharedOverview():
            return view.overview
        case SharedHistory():
            return view.history


def wanted_by(query: QueryParams) -> Wanted:
    """Return what a query asks for. Raises `Problem` for what can't be read."""
    period = _only(query.getlist("period"), say.no_such_period, say.which_periods)
    if period not in {None, Span.PAY}:
        raise Problem(400, say.no_such_period, say.which_periods)
    return Wanted(
        _requested_day(query.getlist("week")),
        _requested_month(query.getlist("month")),
        period is not None,
        _only(query.getlist("category"), say.no_such_category, say.where_categories_are),
    )


def _only(values: Sequence[str], title: Sentence, sentence: Sentence) -> str | None:
    """Return the one value of a parameter, None without any. Raises `Problem` for several."""
    if len(values) > 1:
        raise Problem(400, title, sentence)
    return values[0] if values else None


def _requested_month(values: Sequence[str]) -> date | None:
    """Parse the values of `?month=`, like ``2026-11``. Return its first day, None without one. Raises `Problem`."""
    text = _only(values, say.no_such_month, say.how_to_write_a_month)
    if text is None:
        return None
    month = _date(f"{text}-01")
    if month is None:
        raise Problem(400, say.no_such_month, say.how_to_write_a_month)
    return month


def _requested_day(values: Sequence[str]) -> date | None:
    """Parse the values of `?week=`, like ``2026-03-14``. Return None without one. Raises `Problem`."""
    text = _only(values, say.no_such_week, say.how_to_write_a_week)
    if text is None:
        return None
    day = _date(text)
    if day is None:
        raise Problem(400, say.no_such_week, say.how_to_write_a_week)
    return day


def _date(text: str) -> date | None:
    """Return a day from 1970 to 9998 that is written in ISO 8601."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day is not None and 1970 <= day.year < 9999 else None
