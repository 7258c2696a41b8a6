"""What places are called: `python -m tests.languages.places` writes it for each language from Unicode CLDR, as Babel has it.

Territories are those of the locales that a budget can have. Of the cities that name time zones only those stand there that are
not called as in the zone's own name.
"""

import json
from importlib.resources import files

from babel import Locale

from budget.locales import LOCALES
from budget.zones import zone_label
from languages import SPOKEN, places_file

_FORMER = {
    "Africa/Asmara": "Africa/Asmera",
    "America/Argentina/Buenos_Aires": "America/Buenos_Aires",
    "America/Argentina/Catamarca": "America/Catamarca",
    "America/Argentina/Cordoba": "America/Cordoba",
    "America/Argentina/Jujuy": "America/Jujuy",
    "America/Argentina/Mendoza": "America/Mendoza",
    "America/Atikokan": "America/Coral_Harbour",
    "America/Indiana/Indianapolis": "America/Indianapolis",
    "America/Kentucky/Louisville": "America/Louisville",
    "America/Nuuk": "America/Godthab",
    "Asia/Ho_Chi_Minh": "Asia/Saigon",
    "Asia/Kathmandu": "Asia/Katmandu",
    "Asia/Kolkata": "Asia/Calcutta",
    "Asia/Yangon": "Asia/Rangoon",
    "Atlantic/Faroe": "Atlantic/Faeroe",
    "Europe/Kyiv": "Europe/Kiev",
    "Pacific/Chuuk": "Pacific/Truk",
    "Pacific/Kanton": "Pacific/Enderbury",
    "Pacific/Pohnpei": "Pacific/Ponape",
}
"""Zones of the IANA database whose first name is the one that CLDR keeps."""
_AREAS = frozenset("Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split())


def places_of(tag: str) -> str:
    """Return the file of a language's places."""
    locale = Locale.parse(tag, sep="-")
    territories = {code: locale.territories[code] for code in sorted({name.rpartition("_")[2] for name in LOCALES})}
    zones = (
        files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    )  # a machine's own may be older or newer
    called = {zone: _city(locale, zone) for zone in sorted(zones) if zone.partition("/")[0] in _AREAS}
    cities = {zone: city for zone, city in called.items() if city and city != zone_label(zone)}
    return json.dumps({"territories": territories, "cities": cities}, ensure_ascii=False, indent=0) + "\n"


def _city(locale: Locale, zone: str) -> str:
    """Return what a zone's city is called, empty where CLDR does not say that it has another name."""
    return str(locale.time_zones.get(_FORMER.get(zone, zone), {}).get("city", ""))


if __name__ == "__main__":
    for tag in SPOKEN:
        places_file(tag).write_text(places_of(tag), encoding="utf-8")
