"""The HTTP side that only reads: is it alive, is it ready, and the API's description."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from budget.errors import LedgerUnavailable


def routes(ready: Callable[[], Awaitable[None]]) -> list[Route]:
    """Return the routes; ``ready`` raises `LedgerUnavailable` naming what is not."""

    async def livez(_request: Request) -> Response:
        return JSONResponse({"status": "alive"})

    async def readyz(_request: Request) -> Response:
        try:
            await ready()
        except LedgerUnavailable as problem:
            return JSONResponse({"status": "not ready", "not_ready": str(problem)}, 503, {"Retry-After": "5"})
        return JSONResponse({"status": "ready"})

    return [Route("/livez", livez), Route("/readyz", readyz)]
