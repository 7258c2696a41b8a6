"""The routes of the HTTP side: the shared summary, health checks, the API's description and metrics, which are read-only, and the
write door.
"""

import hmac
from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from budget.errors import LedgerUnavailable
from web.dependencies import Dependencies
from web.errors import ENTRIES, RETRY_SECONDS, Problem, error_response, too_many
from web.feeds import link_calendar, link_gauges
from web.icon_sizes import ICON_SIZES
from web.links import SharedLinks
from web.metrics import CONTENT_TYPE
from web.rate_limits import GUESSES, GuessLimit, RateLimit
from web.summary import link_manifest, shared_summary
from words import errors as say


def routes(dependencies: Dependencies) -> list[Route]:
    """Return the routes. `/metrics` is among them if its token is set."""
    links = SharedLinks(dependencies)
    found = [
        Route("/s/{token}.webmanifest", partial(link_manifest, dependencies, links)),
        Route("/s/{token}.ics", partial(link_calendar, dependencies, links)),
        Route("/s/{token}.prom", partial(link_gauges, dependencies, links)),
        Route("/s/{token}", partial(shared_summary, dependencies, links)),
        Route("/livez", livez),
        Route("/readyz", partial(readyz, dependencies)),
        Route("/openapi.json", partial(openapi, dependencies)),
        Route("/robots.txt", robots),
        *(Route(f"/icon-{size}.png", partial(icon_png, size)) for size in ICON_SIZES),
    ]
    if dependencies.metrics_token is not None:
        guesses = GuessLimit(dependencies.visitors, RateLimit(*GUESSES, dependencies.now))
        found.append(Route("/metrics", partial(metrics, dependencies, dependencies.metrics_token, guesses)))
    if dependencies.doors is not None:
        from web.posting import PostedEntries  # imported where there are doors, to keep start-up short

        posted = PostedEntries(dependencies, dependencies.doors.keeper, dependencies.doors.tell)
        found.append(Route(ENTRIES, posted.respond, methods=["POST"]))
    return found


async def livez(_request: Request) -> Response:
    """Answer that the program is alive."""
    return JSONResponse({"status": "alive"})


async def readyz(dependencies: Dependencies, _request: Request) -> Response:
    """Answer whether the program can do its work; if not, name the part that is not ready."""
    try:
        await dependencies.ready()
    except LedgerUnavailable as problem:
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return JSONResponse({"status": "not ready", "not_ready": str(problem)}, 503, headers)
    return JSONResponse({"status": "ready"})


async def openapi(dependencies: Dependencies, _request: Request) -> Response:
    """Answer with the API's description in OpenAPI."""
    from web.openapi import description  # imported with the first request, to keep start-up short

    has_metrics, has_doors = dependencies.metrics_token is not None, dependencies.doors is not None
    return JSONResponse(description(dependencies.public_url, metrics=has_metrics, doors=has_doors))


async def robots(_request: Request) -> Response:
    """Answer that search engines may index nothing."""
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


async def icon_png(size: int, _request: Request) -> Response:
    """Answer with the icon of pages on a home screen."""
    from web.home_screen import icon

    return Response(icon(size), headers={"Cache-Control": "public, max-age=604800"}, media_type="image/png")


async def metrics(dependencies: Dependencies, token: str, guesses: GuessLimit, request: Request) -> Response:
    """Answer with the metrics if the request has their bearer token."""
    given = request.headers.get("authorization", "").encode("utf-8", "surrogateescape")
    # None: accepted; 0: wrong, and the visitor may try again at once.
    wait = guesses.wait(request, right=hmac.compare_digest(given, f"Bearer {token}".encode()))
    if wait:
        return error_response(request, too_many(wait))
    if wait is not None:
        headers = {"WWW-Authenticate": "Bearer"}
        problem = Problem(401, say.not_allowed, say.needs_the_token, headers)
        return error_response(request, problem)
    try:
        await dependencies.ready()
        ready = True
    except LedgerUnavailable:
        ready = False
    return Response(dependencies.metrics.exposition(ready=ready), headers={"Content-Type": CONTENT_TYPE})
