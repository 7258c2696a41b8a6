"""Rows for every table of any revision, and how to read them back: what a migration or a copy must not lose."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Engine, LargeBinary, MetaData, Table, insert, select

from storage.engine import for_reading
from storage.schema import version_of
from tests.ledgers import OWNER

_AT = datetime(2026, 11, 16, 12, 0, 0, 5, tzinfo=UTC)
_BIG = 2**62 + 1  # beyond what 53 bits of a float hold

Rows = dict[str, list[dict[str, Any]]]

ROWS: Rows = {
    "budgets": [
        {"owner": owner, "currency": "KWD", "exponent": 3, "locale": "de_CH", "time_zone": "Asia/Kolkata", "week_starts_on": 3,
         "language": "en", "name": "Home", "title": "The Joneses", "digest_offered": True}
        for owner in (OWNER, _BIG)
    ],
    "categories": [
        {"number": 7, "owner": OWNER, "key": "fun", "name": "Spaß 🎈", "weekly_limit": _BIG, "position": 0, "removed": False},
        {"number": 9, "owner": OWNER, "key": "pets", "name": "Pets", "weekly_limit": 0, "position": 1, "removed": True},
    ],
    "limits": [
        {"owner": OWNER, "category": category, "since": date(2026, 11, day), "amount": amount, "removed": amount == 0}
        for category, day, amount in ((7, 16, _BIG), (7, 23, None), (9, 2, 0))
    ],
    "carries": [{"owner": OWNER, "category": 7, "since": date(2026, 11, 16), "carry": "both"}],
    "bills": [
        {
            "number": 4, "owner": OWNER, "name": "Miete & <b>", "schedule": "monthly 1", "since": date(2026, 11, 22),
            "category": None, "ahead": None, "removed": False, "freed_on": None, "freed_used": None, "freed": None,
        },
        {
            "number": 6, "owner": OWNER, "name": "Gym", "schedule": "days 7 2026-11-20 before", "since": date(2026, 11, 22),
            "category": 7, "ahead": date(2026, 11, 23), "removed": True,
            "freed_on": date(2026, 11, 24), "freed_used": 1, "freed": -_BIG,
        },
    ],
    "bill_rates": [
        {"owner": OWNER, "bill": 4, "since": date(2026, 11, 22), "amount": _BIG, "about": False},
        {"owner": OWNER, "bill": 6, "since": date(2026, 11, 22), "amount": 1, "about": True},
    ],
    "bill_decisions": [
        {"owner": OWNER, "bill": 4, "planned": planned, "message": message, "line": line, "moved_to": to, "skipped": skipped}
        for planned, message, line, to, skipped in (
            (date(2026, 12, 1), _BIG, 2, None, False), (date(2027, 1, 1), None, None, date(2027, 1, 3), False),
            (date(2027, 2, 1), None, None, None, True),
        )
    ],
    "spreads": [{"owner": OWNER, "message": 1, "line": 0, "weeks": 4}],
    "imports": [
        {
            "owner": OWNER, "message": _BIG, "format": "OFX", "rows": 2, "first_day": date(2024, 2, 29),
            "last_day": date(2024, 2, 29), "recorded_at": _AT,
        }
    ],
    "import_rows": [
        {
            "owner": OWNER, "message": _BIG, "line": line, "kind": kind, "amount": _BIG, "day": date(2024, 2, 29),
            "note": "tacos '; --", "bank_id": bank_id,
        }
        for line, kind, bank_id in ((0, "paycheck", "FIT 1"), (1, "extra", None))
    ],
    "import_headings": [{"owner": OWNER, "heading": "ab", "answers": '{"sign": "spent"}', "used_at": _AT}],
    "notifications": [
        {
            "owner": OWNER, "bot": _BIG, "chat": _BIG, "next_at": _AT, "digest_weekday": 0, "digest_minutes": 480,
            "reminder_minutes": 1200, "empty_digests": 3, "unanswered": 2, "last_said": date(2026, 11, 22),
            "last_digest": date(2026, 11, 16), "nothing_spent": None, "stopped": True,
        }
    ],
    "quiet_days": [{"owner": OWNER, "day": date(2026, 11, 22)}],
    "cards": [
        {
            "owner": owner, "bot": 123456, "chat": OWNER, "card": card, "before": card, "bars": not off, "off": off, "asked": card,
            "drawn": "ab", "draw_at": None if off else _AT, "free_at": _AT,
        }
        for owner, card, off in ((OWNER, _BIG, False), (_BIG, None, True))
    ],
    "keywords": [{"owner": OWNER, "word": "kaffee", "category": 7}],
    "lessons": [{"owner": OWNER, "note": "tacos & <b>", "category": 9}],
    "messages": [
        {"owner": OWNER, "message": n, "author": _BIG, "sent_at": _AT, "edited_at": n, "update_number": _BIG,
         "author_name": "Ann" if n == 1 else None} for n in (1, _BIG)
    ],
    "entries": [
        {
            "owner": OWNER, "message": message, "line": line, "kind": kind, "amount": amount, "day": date(2024, 2, 29),
            "category": None if kind in {"paycheck", "extra"} else 7, "note": "tacos '; --", "working": "2x3.50",
            "undone": undone, "removed_by": _BIG if undone else None, "currency": "KWD" if undone else None,
        }
        for message, line, kind, amount, undone in (
            (1, 0, "expense", 1, False), (1, 1, "refund", _BIG, False), (1, 19, "expense", 5, True),
            (_BIG, 0, "paycheck", 150000, False), (_BIG, 1, "extra", 1, False),
        )
    ],
    "entry_changes": [
        {
            "owner": OWNER, "place": 999, "number": _BIG, "message": _BIG, "line": 2, "author": _BIG, "name": "Ana <b>",
            "changed_at": _AT,
            "was_kind": "expense", "was_amount": _BIG, "was_day": date(2026, 11, 16), "was_category": 7, "was_note": "tacos",
            "was_undone": False,
            "kind": "paycheck", "amount": 1, "day": date(2026, 11, 17), "category": None, "note": "", "undone": True,
            "was_weeks": None, "weeks": 52, "currency": "KWD",
        }
    ],
    "questions": [{"owner": OWNER, "message": 1, "line": 2, "about": "3 beers 18", "choices": "[]"}],
    "limit_notices": [{"owner": OWNER, "category": 7, "week_start": date(2026, 11, 12), "message": 1}],
    "applied_acts": [{"owner": OWNER, "act": "u:1:0", "message": 1}, {"owner": OWNER, "act": "/undo", "message": None}],
    "guests": [
        {"user": 2, "seat": None, "invited_by": _BIG, "since": _AT}, {"user": _BIG, "seat": 1, "invited_by": None, "since": _AT},
    ],
    "invitations": [{"code_hash": "ab", "made_by": _BIG, "expires_at": _AT, "taken_by": None}],
    "admissions": [{"user": _BIG, "after": 2**40}],
    "forget_requests": [{"owner": OWNER, "nonce": "abc", "asker": _BIG, "asked_at": _AT, "confirmed": False}],
    "answers": [{"owner": OWNER, "message": 1, "answer": _BIG}],
    "offered_files": [{"owner": OWNER, "message": 1, "file": "BQACAgIAAx", "offered_at": _AT}],
    "share_links": [
        {
            "number": 5, "owner": OWNER, "message": 1, "sent_at": _AT, "token_hash": "cd", "salt": b"\x00\xff", "extent": "totals",
            "expires_at": _AT, "revoked_at": None, "opened": _BIG, "opened_days": 3, "last_opened_at": _AT, "polled_at": _AT,
        }
    ],
    "write_doors": [
        {
            "number": 8, "owner": OWNER, "chat": _BIG, "message": 1, "sent_at": _AT, "author": _BIG, "label": "Apple Pay <b>",
            "token_hash": "ef", "salt": b"\xff\x00", "closed_at": None, "used": _BIG, "last_used_at": _AT, "name": "Ana <b>",
        }
    ],
    "door_posts": [
        {
            "owner": OWNER, "message": 2**47 + n, "door": 8, "key_hash": f"key {n}", "body_hash": "ab", "state": "recorded",
            "answer": '{"said": "é"}', "content": content, "posted_at": _AT, "tell_at": _AT if content else None,
        }
        for n, content in ((0, None), (1, '{"text": "12.50 tacos"}'))
    ],
    "duties": [{"name": "webhook", "what": "ef", "claimed_at": _AT, "done_at": None}],
    "moves": [{"chat": _BIG, "owner": OWNER, "shift": 2**48, "merged": 3, "delta": 2**48}],
    "bots": [{"bot": 123456, "slot": 0}, {"bot": _BIG, "slot": 1}],
    "waiting_updates": [
        {"owner": OWNER, "bot": 123456, "update_number": n, "body": '{"é": "\\u0000"}', "since": _AT, "tries": 2, "next_at": _AT}
        for n in (7, _BIG)
    ],
    "suspects": [{"bot": 123456, "update_number": _BIG, "begun": 2, "since": _AT}],
}  # fmt: skip
"""Every column that has no default, by today's names; each revision gets those of its tables."""

_TABLES = {"receipts": "answers", "notices": "limit_notices", "acts": "applied_acts"}
_COLUMNS = {("entries", "taken_out_by"): "removed_by", ("receipts", "receipt"): "answer"}
"""What revision 0009 renamed: the names before it -> the names since."""


def _name(table: Table, column: str) -> str:
    return _COLUMNS.get((table.name, column), column)


def tables_of(db: Connection) -> list[Table]:
    """Return the tables of what a database holds, those that others point at first. (Two hold what its schema is.)"""
    found = MetaData()
    found.reflect(db)  # with the parts of divided tables, at which PostgreSQL lets references point, too
    return [
        table
        for table in found.sorted_tables
        if table.schema is None and table.name not in {"alembic_version", "schema_info"}
    ]


def write_everywhere(engine: Engine) -> None:
    """Write rows into every table."""
    with engine.begin() as db:
        for table in tables_of(db):
            for row in ROWS[_TABLES.get(table.name, table.name)]:
                names = {_name(table, column.name): column.name for column in table.c}
                db.execute(insert(table), {names[name]: value for name, value in row.items() if name in names})


def read_everywhere(engine: Engine, like: Rows | None = None) -> Rows:
    """Return all rows of all tables by today's names, or of the tables and columns of others."""
    with engine.connect() as db:
        tables = {_TABLES.get(table.name, table.name): table for table in tables_of(db)}
        return {
            name: [
                {
                    _name(table, column): _plain(table, column, row[column])
                    for column in row
                    if like is None or _name(table, column) in like[name][0]
                }
                for row in db.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            ]
            for name, table in tables.items()
            if like is None or name in like
        }


def _plain(table: Table, column: str, value: Any) -> Any:
    """Return a value as every database gives it: SQLite gives instants without their zone."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
    return bytes(value) if isinstance(table.c[column].type, LargeBinary) else value


def version_in(engine: Engine) -> str | None:
    """Return the revision of a database, None for one without tables."""
    with for_reading(engine).connect() as db:
        return version_of(db)
