"""Places as languages call them, and the time zone of each: `Köln`, `Варшава`, `القاهرة`, `Frankreich`.

A person may write in any language. All of them are read only for a place that English and the database do not know.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from budget.errors import InvalidChoice, Why
from budget.territories import TERRITORIES, Territory
from languages import ENGLISH, SPOKEN, places_of
from languages.cities import CITIES
from languages.vocabulary import without_marks

_NEAR = 0.86  # of 1: `Warschu` is `Warschau`, `Mars` is not `Paris`
_SHORTEST = 5  # letters of a name that may be mistyped


def zone_called(text: str, language: str) -> str | None:
    """Return the zone of a place by its name in the budget's language, or in any; None for what is none.

    A name with a letter mistyped is taken for the one that it is like, where no place of another zone is as like it. Raises
    `InvalidChoice` for a country that has several zones.
    """
    said, everywhere = _compared(text), dict[str, str]()
    for name, place in _places(language):
        zone = place.zone if isinstance(place, Territory) else place
        if name == said and isinstance(place, Territory) and not place.one_zone:
            raise InvalidChoice(Why.SEVERAL_ZONES, text)
        if name == said:
            return zone
        everywhere.setdefault(name, zone)
    near = get_close_matches(said, everywhere, n=3, cutoff=_NEAR) if len(said) >= _SHORTEST else []
    zones = {everywhere[name] for name in near}
    return zones.pop() if len(zones) == 1 else None


def territory_called(text: str, language: str) -> Territory | None:
    """Return the country of a name in the budget's language, or in any; None for what is none."""
    said = _compared(text)
    found = (place for name, place in _places(language) if name == said and isinstance(place, Territory))
    return next(found, None)


def _places(language: str) -> Iterator[tuple[str, str | Territory]]:
    """The names of all places as they are compared, with their zone or country: first in a language, then in the others."""
    for zone, names in CITIES.items():
        yield from ((_compared(name), zone) for name in names.split(","))
    for tag in dict.fromkeys((language, *SPOKEN)):
        if tag == ENGLISH:
            continue
        called = places_of(tag)
        # Of `Europe/Kiev` and `Europe/Kyiv` the newer name stands later.
        yield from ((_compared(name), zone) for zone, name in sorted(called.cities.items(), reverse=True))
        yield from ((_compared(name), TERRITORIES[code]) for code, name in called.territories.items())


def _compared(name: str) -> str:
    """Return a name as it is compared: small letters, without diacritics, one blank between words."""
    return " ".join(without_marks(name.casefold()).replace("-", " ").split())
