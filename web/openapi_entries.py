"""The description of `POST /entries`."""

from typing import Any

from budget.grammar.given import KINDS
from web.posting import LARGEST, LONGEST_KEY

Json = dict[str, Any]

_TEXT = {"type": ["string", "null"]}
_ENTRY = {
    "type": "object",
    "properties": {
        "id": {"type": "string", "description": "`message.line`, as exports have it."},
        "kind": {"type": "string"},
        "amount": {"type": "string", "examples": ["12.50"]},
        "currency": {"type": "string"},
        "category": {"type": ["string", "null"], "description": "Its key."},
        "day": {"type": "string", "format": "date"},
        "note": {"type": "string"},
    },
    "required": ["id", "kind", "amount", "currency", "category", "day", "note"],
}
_LINES = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "text": {"type": "string"},
            "state": {"type": "string", "examples": ["recorded", "asked", "refused", "read"]},
            "sentence": {"type": "string"},
            "entry": {"oneOf": [{"type": "null"}, _ENTRY]},
        },
        "required": ["text", "state", "sentence", "entry"],
    },
}
_PROBLEM = {
    "type": {"type": "string"},
    "title": {"type": "string"},
    "status": {"type": "integer"},
    "detail": {"type": "string"},
    "error": {"type": "string"},
    "request_id": {"type": "string"},
}
SCHEMAS: Json = {
    "Posted": {
        "type": "object",
        "properties": {"lines": _LINES, "said": {"type": "string"}},
        "required": ["lines", "said"],
    },
    "Problem": {
        "type": "object",
        "properties": {**_PROBLEM, "lines": _LINES, "said": {"type": "string"}},
        "required": list(_PROBLEM),
    },
}
_ID = {"type": ["string", "null"], "minLength": 1, "maxLength": LONGEST_KEY, "description": "As `Idempotency-Key`."}
_BODY: Json = {
    "anyOf": [
        {
            "type": "object",
            "description": "Lines as in the chat.",
            "properties": {"text": {"type": "string", "examples": ["12.50 fun tacos"]}, "id": _ID},
            "required": ["text"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "description": "One entry. An amount that is empty or zero is told in the chat, and answered 422.",
            "properties": {
                "amount": {
                    "type": ["string", "number", "null"],
                    "description": "One number token, with or without the budget's currency. A JSON number has a decimal point.",
                    "examples": ["$12.50", 12.5],
                },
                "note": {**_TEXT, "description": "At most 200 characters. It is never searched for numbers or days."},
                "category": {
                    **_TEXT,
                    "description": "A name, key, keyword or unique prefix. An unknown one is asked about.",
                },
                "day": {
                    **_TEXT,
                    "description": "A date or a moment in ISO 8601; without it, today.",
                    "examples": ["2026-11-22"],
                },
                "kind": {"type": ["string", "null"], "enum": [*(kind.value for kind in KINDS), None]},
                "id": _ID,
            },
            "required": ["amount"],
            "additionalProperties": False,
        },
    ]
}


def entries(retry_after: Json) -> Json:
    """Return the description of the path."""
    again = {"headers": retry_after}
    return {
        "post": {
            "operationId": "entries",
            "summary": "Record entries through a write door; its token is what `/door` shows in the chat",
            "security": [{"door": []}],
            "parameters": [
                {
                    "name": "Idempotency-Key",
                    "in": "header",
                    "description": "The same key with the same body records nothing more, and is answered as before.",
                    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY},
                }
            ],
            "requestBody": {
                "required": True,
                "description": f"At most {LARGEST:,} bytes.",
                "content": {
                    "text/plain": {"schema": {"type": "string"}, "example": "12.50 fun tacos"},
                    "application/json": {"schema": _BODY},
                },
            },
            "responses": {
                "200": _answer("A repeat: the answer is the one of the first time."),
                "201": _answer("At least one entry is recorded."),
                "202": _answer("Nothing is recorded yet: the chat has a question."),
                "400": _problem("The body or the key is none as described."),
                "401": _problem(
                    "The token opens no door.", headers={"WWW-Authenticate": {"schema": {"type": "string"}}}
                ),
                "409": _problem("The first request with this key is still being handled.", **again),
                "413": _problem("The body is too large."),
                "415": _problem("The body is neither text/plain nor application/json."),
                "422": _problem("Nothing is recorded, and `lines` say why; or the key came before with another body."),
                "429": _problem("Too many posts of one door, or wrong tokens of one address.", **again),
                "503": _problem("The database can't be reached now.", **again),
            },
        }
    }


def _answer(meaning: str) -> Json:
    schema = {"$ref": "#/components/schemas/Posted"}
    return {
        "description": meaning,
        "content": {"application/json": {"schema": schema}, "text/plain": {"schema": {"type": "string"}}},
    }


def _problem(meaning: str, **more: Any) -> Json:
    schema = {"$ref": "#/components/schemas/Problem"}
    content = {"application/problem+json": {"schema": schema}, "text/plain": {"schema": {"type": "string"}}}
    return {"description": meaning, "content": content, **more}
