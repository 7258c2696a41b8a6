"""The values in a file of JSON, each checked as if a stranger had written it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, NoReturn, TypeVar

from budget.errors import BudgetError, Refused, Why
from budget.money import Amount, Money

_INTEGERS = 2**63
MOST_LINES = 2**31
"""The numbers of lines are below it: what a database holds."""
_FIRST_YEAR, _LAST_YEAR = 1900, 9900


def refuse() -> NoReturn:
    """Raise what every value raises that cannot be."""
    raise Refused(Why.NO_TABLE)


_WRONG = (BudgetError, ValueError, KeyError, TypeError)
_PLACED = frozenset({Why.NO_TABLE, Why.ZERO, Why.OVER_CAP, Why.BOOK_PLACE})
_LONGEST_SHOWN = 24
"""Characters of a value that is refused."""
_LONGEST_AMOUNT = 40

_T = TypeVar("_T")
_R = TypeVar("_R")


def _placed(place: str, wrong: Exception) -> Refused:
    """Return what is refused with its place, and the place within that where it is known."""
    if not isinstance(wrong, Refused):
        return Refused(Why.BOOK_PLACE, place)
    if wrong.why not in _PLACED:
        return wrong
    return Refused(Why.BOOK_PLACE, f"{place}{wrong.word if wrong.why is Why.BOOK_PLACE else ''}")


@contextmanager
def within(place: str) -> Iterator[None]:
    """Say of what is refused where it stands. Raises `Refused`."""
    try:
        yield
    except _WRONG as wrong:
        raise _placed(place, wrong) from None


def each(place: str, values: Iterable[_T], read: Callable[[_T], _R]) -> Iterator[_R]:
    """Read values one by one, and say of one that is refused which it is, counted from 0. Raises `Refused`."""
    for n, one in enumerate(values):
        try:
            found = read(one)
        except _WRONG as wrong:
            raise _placed(f"{place}[{n}]", wrong) from None
        yield found


def member_of(one: Mapping[str, Any], name: str, read: Callable[[Any], _R]) -> _R:
    """Read a member that changes sums: where it is refused, it is said with its value. Raises `Refused`."""
    try:
        return read(one[name])
    except _WRONG:
        raise Refused(Why.BOOK_PLACE, f".{name} = {one.get(name)!s:.{_LONGEST_SHOWN}}") from None


def amount_of(value: object, money: Money) -> int:
    """Return an amount that an entry may have, in minor units."""
    return money.checked(Amount(money.read_plain(text_of(value, _LONGEST_AMOUNT)))).minor


def limit_of(value: object, money: Money) -> int:
    """Return a weekly limit in minor units, which may be zero."""
    return money.checked_limit(money.read_plain(text_of(value, _LONGEST_AMOUNT)))


_NONE: frozenset[str] = frozenset()


def object_of(value: object, names: frozenset[str], added: frozenset[str] = _NONE) -> Mapping[str, Any]:
    """Return an object that has these members, and of those that were ``added`` later any: one that is not known could be lost."""
    if not isinstance(value, dict) or not names <= value.keys() <= names | added:
        refuse()
    return value


def objects_of(value: object, names: frozenset[str], added: frozenset[str] = _NONE) -> list[Mapping[str, Any]]:
    """Return a list of objects, each checked by `object_of`. Raises as it does."""
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
