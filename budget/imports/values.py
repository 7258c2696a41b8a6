"""The values in a file of JSON, each checked as if a stranger had written it."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, NoReturn

from budget.errors import Refused, Why

_INTEGERS = 2**63
MOST_LINES = 2**31
"""The numbers of lines are below it: what a database holds."""
_FIRST_YEAR, _LAST_YEAR = 1900, 9900


def refuse() -> NoReturn:
    """Raise what every value raises that cannot be."""
    raise Refused(Why.NO_TABLE)


_NONE: frozenset[str] = frozenset()


def object_of(value: object, names: frozenset[str], added: frozenset[str] = _NONE) -> Mapping[str, Any]:
    """Return an object that has these members, and of those that were ``added`` later any: one that is not known could be lost."""
    if not isinstance(value, dict) or not names <= value.keys() <= names | added:
        refuse()
    return value


def objects_of(value: object, names: frozenset[str], added: frozenset[str] = _NONE) -> list[Mapping[str, Any]]:
    return [object_of(one, names, added) for one in list_of(value)]


def list_of(value: object) -> list[Any]:
    if not isinstance(value, list):
        refuse()
    return value


def text_of(value: object, longest: int) -> str:
    """Return a text that every database holds: no zero character, no half of a pair."""
    if (
        not isinstance(value, str)
        or len(value) > longest
        or "\0" in value
        or (not value.isascii() and not _is_whole(value))
    ):
        refuse()
    return value


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def whole_of(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not -_INTEGERS <= value < _INTEGERS:
        refuse()
    return value


def flag_of(value: object) -> bool:
    if not isinstance(value, bool):
        refuse()
    return value


def day_of(value: object) -> date:
    """Return an ISO date, with room for the weeks and months around it."""
    if not isinstance(value, str):
        refuse()
    day = date.fromisoformat(value)
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        refuse()
    return day


def some_day_of(value: object) -> date | None:
    """Return an ISO date, or none."""
    return None if value is None else day_of(value)


def instant_of(value: object) -> datetime:
    """Return an ISO instant that says its distance from UTC."""
    if not isinstance(value, str):
        refuse()
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None or not 1970 <= moment.year <= 9998:
        refuse()
    return moment


def time_of(value: object) -> time:
    """Return a local time of whole minutes."""
    if not isinstance(value, str) or len(value) != len("08:00"):
        refuse()
    return time.fromisoformat(value)
