"""The API's description in OpenAPI, written by hand. It is imported with the first request for it, to keep start-up short."""

from functools import cache
from typing import Any

from web.icon_sizes import ICON_SIZES

Json = dict[str, Any]

_MONEY = {"type": "string", "pattern": r"^-?\d+(\.\d+)?$", "examples": ["12.50"]}
_DAY = {"type": "string", "format": "date"}
_FROM_1970_TO_9998 = "^(19[7-9][0-9]|[2-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])-[0-9]{2}-[0-9]{2}$"
_MONTHS = "^(19[7-9][0-9]|[2-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])-(0[1-9]|1[0-2])$"


def _object(added: Json | None = None, **properties: Json) -> Json:
    """Describe an object. Of what was ``added`` later nothing is required: answers of earlier versions stay valid."""
    return {"type": "object", "properties": properties | (added or {}), "required": list(properties)}


def _or_null(schema: Json) -> Json:
    return {"oneOf": [{"type": "null"}, schema]}


_AMOUNTS: dict[str, Json] = {"spent": _MONEY, "limit": _MONEY, "remaining": _MONEY}
_AMOUNTS_ADDED: dict[str, Json] = {"carried": _MONEY, "available": _MONEY}
_OF_CATEGORY: dict[str, Json] = {"spent": _MONEY, "limit": _or_null(_MONEY), "remaining": _or_null(_MONEY)}
_BILL = _object(
    {
        "ahead": {"type": "boolean", "description": "Whether each pay period sets its share of it aside."},
        "takes": _MONEY
        | {"description": "What it takes of this pay period: all of it, or what of it is not set aside yet."},
    },
    name={"type": "string"},
    amount=_MONEY,
    about={"type": "boolean"},
    due_on=_DAY,
    state={"type": "string", "examples": ["open", "moved", "overdue"]},
    category=_or_null({"type": "string"}),
)
_HEAD: dict[str, Json] = {
    "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
    "as_of": {"type": "string", "format": "date-time"},
}
_CATEGORIES = {
    "type": "array",
    "items": _object(
        {name: _or_null(schema) for name, schema in _AMOUNTS_ADDED.items()},
        key={"type": "string"},
        name={"type": "string"},
        **_OF_CATEGORY,
    ),
}
_PAY_PERIOD = {
    "oneOf": [
        {"type": "null"},
        _object(
            {
                "next_payday_from": {"type": "string", "examples": ["said", "gaps", "two_weeks"]},
                "bills_due": _MONEY,
                "remaining_after_bills": _MONEY,
                "per_day_after_bills": _MONEY,
                "set_aside": _MONEY | {"description": "What of `bills_due` is set aside for bills with `ahead`."},
                "set_aside_before": _MONEY
                | {
                    "description": "What earlier pay periods set aside that is spent or free in this one: "
                    "`remaining_after_bills` is `remaining` with it and without `bills_due`."
                },
                "overdue": {
                    "type": "boolean",
                    "description": "Whether the next payday is past and no paycheck came: then what is a day's is all of it.",
                },
            },
            paid_on=_DAY,
            paycheck=_MONEY,
            extra=_MONEY,
            spent=_MONEY,
            remaining=_MONEY,
            next_payday=_DAY,
            per_day=_MONEY,
        ),
    ]
}
_BILLS = _or_null({"type": "array", "items": _BILL})
_SCHEMAS: Json = {
    "Summary": _object(
        {"bills": _BILLS, "bills_paid": _MONEY, "nothing_spent_on": {"type": "array", "items": _DAY}},
        **_HEAD,
        week=_object(start=_DAY, end=_DAY, days_left={"type": "integer", "minimum": 0, "maximum": 7}),
        categories=_CATEGORIES,
        total=_object(**_AMOUNTS),
        pay_period=_PAY_PERIOD,
    ),
    "Overview": _object(
        **_HEAD,
        period=_object(
            kind={"type": "string", "examples": ["pay", "month"]},
            start=_DAY,
            end=_DAY,
            days_left={"type": "integer", "minimum": 0},
        ),
        categories=_CATEGORIES,
        total=_object(**_AMOUNTS),
        days={"type": "array", "items": _object(day=_DAY, spent=_MONEY)},
        pay_period=_PAY_PERIOD,
        bills=_BILLS,
        bills_paid=_MONEY,
    ),
    "History": _object(
        **_HEAD,
        category=_object(key={"type": "string"}, name={"type": "string"}),
        weeks={
            "type": "array",
            "items": _object(
                start=_DAY, end=_DAY, carried=_or_null(_MONEY), available=_or_null(_MONEY), **_OF_CATEGORY
            ),
        },
    ),
    "Error": _object(
        error={"type": "string"},
        detail={"type": "string"},
        status={"type": "integer"},
        request_id={"type": "string"},
    ),
}
_TOKEN: Json = {
    "name": "token",
    "in": "path",
    "required": True,
    "description": "The secret part of a share link.",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"},
}
_ERROR_CONTENT = {
    "application/json": {"schema": {"$ref": "#/components/schemas/Error"}},
    "text/html": {"schema": {"type": "string"}},
    "text/plain": {"schema": {"type": "string"}},
}
_RETRY_AFTER = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds to wait."}}

_UNCHANGED: Json = {
    "description": "Nothing changed since the answer whose `ETag` the header `If-None-Match` names.",
    "headers": {"ETag": {"schema": {"type": "string"}}},
}


def _error(meaning: str, **more: Any) -> Json:
    return {"description": meaning, "content": _ERROR_CONTENT, **more}


_SIZE: tuple[Json, ...] = (
    {
        "name": "size",
        "in": "query",
        "description": "The picture's width and height in pixels, from 100 to 1600 each.",
        "schema": {
            "type": "string",
            "pattern": "^(1[0-5][0-9]{2}|1600|[1-9][0-9]{2})x(1[0-5][0-9]{2}|1600|[1-9][0-9]{2})$",
        },
    },
    {
        "name": "ink",
        "in": "query",
        "description": "1 for a picture of that size in black and white alone.",
        "schema": {"type": "string", "enum": ["0", "1"]},
    },
)
_FORMATS: dict[str, tuple[str, Json]] = {
    ".json": (
        "application/json",
        {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in ("Summary", "Overview", "History")]},
    ),
    ".txt": ("text/plain", {"type": "string"}),
    ".html": ("text/html", {"type": "string"}),
    ".png": ("image/png", {"type": "string", "contentMediaType": "image/png"}),
}


def _query(name: str, meaning: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "description": meaning, "schema": schema}


_WEEK = _query(
    "week",
    "A day of the week to show; without it, today.",
    {**_DAY, "pattern": _FROM_1970_TO_9998, "examples": ["2026-03-14"]},
)


def _summary(suffix: str) -> Json:
    formats = [_FORMATS[suffix]] if suffix else list(_FORMATS.values())
    how = f"as {formats[0][0]}" if suffix else "in the form that `Accept` asks for, JSON where it does not matter"
    return {
        "get": {
            "operationId": f"summary{suffix.replace('.', '_')}",
            "summary": f"A week of a budget against its limits, its pay period, a month, or a category, {how}",
            "parameters": [
                _TOKEN,
                _WEEK,
                _query(
                    "month",
                    "A month to show in place of a week: an `Overview`, with limits in their share for its days.",
                    {"type": "string", "pattern": _MONTHS, "examples": ["2026-11"]},
                ),
                _query(
                    "period",
                    "The pay period of now in place of a week: an `Overview`.",
                    {"type": "string", "enum": ["pay"]},
                ),
                _query(
                    "category",
                    "The key of a category: its `History`, the twelve weeks up to the one of `week`. It goes before `period`, "
                    "that before `month`.",
                    {"type": "string", "examples": ["fun"]},
                ),
                *(_SIZE if suffix == ".png" else ()),
            ],
            "responses": {
                "200": {
                    "description": "The summary.",
                    "content": {media_type: {"schema": schema} for media_type, schema in formats},
                },
                "304": _UNCHANGED,
                "400": _error(
                    "`week` or `month` is not one that a calendar has, from 1970 to 9998, or there is no such period or size."
                ),
                "404": _error(
                    "The token is unknown, expired or revoked; or the budget has no such category, or no paycheck yet."
                ),
                "414": _error("The address has more than 2,048 characters."),
                "429": _error("Too many requests from one address, or pictures of one link.", headers=_RETRY_AFTER),
                "503": _error("The database can't be reached now.", headers=_RETRY_AFTER),
            },
        }
    }


@cache
def description(public_url: str, *, metrics: bool, doors: bool = False) -> Json:
    """Return the API's description for its public address; ``metrics`` and ``doors`` are whether they exist."""
    paths: Json = {f"/s/{{token}}{suffix}": _summary(suffix) for suffix in ("", *_FORMATS)}
    paths["/s/{token}.webmanifest"] = _manifest()
    paths["/s/{token}.ics"] = _feed(
        "calendar", "text/calendar", "Bills and paydays as iCalendar; full links alone have it"
    )
    paths["/s/{token}.prom"] = _feed("gauges", "text/plain", "A week and its pay period in Prometheus' text format")
    paths |= {"/telegram": _telegram(), **_health(), **_static()}
    if metrics:
        paths["/metrics"] = _metrics()
    if doors:
        from web.openapi_entries import SCHEMAS, entries

        paths["/entries"] = entries(_RETRY_AFTER)
        schemas = _SCHEMAS | SCHEMAS
    else:
        schemas = _SCHEMAS
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Budget Tracker",
            "version": "1",
            "description": "Reads what a share link shows. Anyone with the link can read it; nothing can be changed by it. "
            "What a write door's token records is posted to `/entries`. "
            "Keys are only ever added: ignore what you don't know.",
        },
        "servers": [{"url": public_url}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "telegram": {"type": "apiKey", "in": "header", "name": "X-Telegram-Bot-Api-Secret-Token"},
                "metrics": {"type": "http", "scheme": "bearer"},
                "door": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def _feed(operation: str, media_type: str, summary: str) -> Json:
    answer = {"description": "The feed.", "content": {media_type: {"schema": {"type": "string"}}}}
    missing = "The token is unknown, expired or revoked, or its link does not show that."
    wrong = _error("`week`, `month` or `period` is not one that can be shown.")
    feed = _of_link(operation, summary, answer, missing, {"304": _UNCHANGED, "400": wrong})
    feed["get"]["parameters"] += [_WEEK] if operation == "gauges" else []
    return feed


def _manifest() -> Json:
    meaning = "The manifest, with the budget's name and the link as its `start_url`. It is no opening of the link."
    content = {"application/manifest+json": {"schema": {"type": "object"}}}
    answer = {"description": meaning, "content": content}
    return _of_link(
        "manifest", "What a home screen needs of a link's page", answer, "The token is unknown, expired or revoked."
    )


def _of_link(operation: str, summary: str, answer: Json, missing: str, more: Json | None = None) -> Json:
    """Return a GET of what a link's token opens; ``missing`` says when there is nothing, ``more`` are further answers."""
    responses = {
        "200": answer,
        **(more or {}),
        "404": _error(missing),
        "414": _error("The address has more than 2,048 characters."),
        "429": _error("Too many requests from one address.", headers=_RETRY_AFTER),
        "503": _error("The database can't be reached now.", headers=_RETRY_AFTER),
    }
    return _get(operation, summary, responses, parameters=[_TOKEN])


def _telegram() -> Json:
    update = {
        "type": "object",
        "properties": {"update_id": {"type": "integer"}},
        "required": ["update_id"],
    }
    return {
        "post": {
            "operationId": "telegram",
            "summary": "Telegram's webhook, if updates come by webhook",
            "security": [{"telegram": []}],
            "requestBody": {
                "required": True,
                "description": "An Update of the Bot API, of 256 KiB at most.",
                "content": {"application/json": {"schema": update}},
            },
            "responses": {
                "200": {
                    # Without "content": a body, if there is one, is JSON, but often there is none.
                    "description": "The update's effect is committed. The body is empty, or a call of the Bot API as JSON.",
                },
                "403": {"description": "The secret is wrong; the body was not read."},
                "404": _error("Updates do not come by webhook."),
                "413": {"description": "The body is too large."},
                "429": {"description": "Too many wrong secrets from one address.", "headers": _RETRY_AFTER},
                "503": {"description": "A temporary failure; send the update again.", "headers": _RETRY_AFTER},
            },
        }
    }


def _health() -> Json:
    return {
        "/livez": _get("livez", "Whether the program is alive", {"200": _json("The program is alive.")}),
        "/readyz": _get(
            "readyz",
            "Whether the database answers and has the schema that the program needs",
            {"200": _json("The database is ready."), "503": _json("The part that is not ready.", headers=_RETRY_AFTER)},
        ),
    }


def _static() -> Json:
    return {
        "/openapi.json": _get("openapi", "This description", {"200": _json("The description, in OpenAPI 3.1.")}),
        **{
            f"/icon-{size}.png": _get(
                f"icon_{size}", f"The icon of pages on a home screen, {size} pixels wide", {"200": _png("The icon.")}
            )
            for size in ICON_SIZES
        },
        "/robots.txt": _get("robots", "Rules for search engines", {"200": _text("The rules: nothing may be indexed.")}),
    }


def _metrics() -> Json:
    return _get(
        "metrics",
        "Counts in Prometheus' text format",
        {
            "200": _text("The counts."),
            "401": _error("The bearer token is missing or wrong."),
            "429": _error("Too many wrong tokens from one address.", headers=_RETRY_AFTER),
        },
        security=[{"metrics": []}],
    )


def _get(operation: str, summary: str, responses: Json, **more: Any) -> Json:
    return {"get": {"operationId": operation, "summary": summary, **more, "responses": responses}}


def _json(meaning: str, **more: Any) -> Json:
    return {"description": meaning, "content": {"application/json": {"schema": {"type": "object"}}}, **more}


def _png(meaning: str) -> Json:
    return {
        "description": meaning,
        "content": {"image/png": {"schema": {"type": "string", "contentMediaType": "image/png"}}},
    }


def _text(meaning: str) -> Json:
    return {"description": meaning, "content": {"text/plain": {"schema": {"type": "string"}}}}
