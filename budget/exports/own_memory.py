"""What a budget remembers, as JSON of a whole book: `budget.imports.own_memory` reads it back."""

from collections.abc import Mapping
from datetime import UTC, datetime, time

from budget.entries import money_in
from budget.entry_changes import EntryChange, Stand
from budget.exports.books import Memory, RecordedFile
from budget.money import Money


def memory_of(memory: Memory, money: Money, keys: Mapping[int, str]) -> dict[str, object]:
    """Return the section; ``keys`` are the categories' by number."""
    digest = memory.digest
    return {
        "quiet_days": [day.isoformat() for day in memory.quiet_days],
        "digest": None if digest is None else {"weekday": digest.weekday, "at": _time(digest.at)},
        "reminder": None if memory.reminder is None else _time(memory.reminder),
        "told": [
            {"category": keys[one.category], "week": one.week_start.isoformat(), "message": one.message}
            for one in memory.told
        ],
        "files": [_file(one) for one in memory.files],
        "headings": {heading: dict(answers) for heading, answers in memory.headings.items()},
        "changes": [_change(one, money, keys) for one in memory.changes],
        "links": [{"extent": one.extent, "expires_at": instant(one.expires_at)} for one in memory.links],
    }


def instant(moment: datetime) -> str:
    """Return an aware instant as ISO text in UTC, with all its digits."""
    return moment.astimezone(UTC).isoformat()


def _time(at: time) -> str:
    return at.isoformat("minutes")


def _file(one: RecordedFile) -> dict[str, object]:
    file = one.file
    return {
        "message": file.message,
        "format": file.format,
        "rows": file.rows,
        "first": file.first.isoformat(),
        "last": file.last.isoformat(),
        "at": instant(one.at),
    }


def _change(one: EntryChange, money: Money, keys: Mapping[int, str]) -> dict[str, object]:
    money = money_in(one.currency, money)
    return {
        "message": one.message,
        "line": one.line,
        "was": _stand(one.was, money, keys),
        "now": _stand(one.now, money, keys),
        "author": one.by.author,
        "name": one.by.name,
        "at": instant(one.by.at),
    } | ({} if one.currency is None else {"currency": one.currency})


def _stand(stand: Stand, money: Money, keys: Mapping[int, str]) -> dict[str, object]:
    entry = stand.entry
    return {
        "kind": entry.kind.value,
        "amount": money.plain(entry.amount),
        "day": entry.day.isoformat(),
        "category": None if entry.category is None else keys[entry.category],
        "note": entry.note,
        "undone": stand.undone,
        "weeks": stand.weeks,
    }
