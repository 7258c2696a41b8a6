"""Entity tags (RFC 9110 §8.8.3): who polls is told in a few bytes that nothing changed since the answer that it has."""

import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from web.markup import tag_of

_MOMENT = re.compile(rb'"as_of": "[^"]*"|^DTSTAMP:\w*', re.MULTILINE)
"""What differs from one answer to the next, though nothing changed."""
_OPAQUE = re.compile(r'"[^"]*"')


def tagged(
    request: Request, content: bytes | str, media_type: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return an answer with its tag, that of its ``headers`` if they have one; 304 where the request names it (§13.1.2).

    Tags are weak: one without `W/` is the same.
    """
    body = content.encode() if isinstance(content, str) else content
    own = dict(headers or {})
    tag = own.get("ETag") or tag_of(_MOMENT.sub(b"", body))
    own["ETag"] = tag
    named = ",".join(request.headers.getlist("if-none-match"))
    if named.strip() == "*" or tag.removeprefix("W/") in _OPAQUE.findall(named):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(body, headers=own, media_type=media_type)
