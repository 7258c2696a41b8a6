"""Time zones as people say them: `berlin`, `new york`, `GMT+2`, `Варшава`, or what their clock shows now."""

import re
from datetime import datetime

from budget.errors import InvalidChoice, Why
from budget.periods import zone_named
from budget.settings_said import plain
from budget.territories import CALLED
from languages import ENGLISH

# Abbreviations of clocks that are put forward in summer, though the database has some of them without their summers.
_CLOCKS = {
    "America/New_York": "eastern, et, est, edt",
    "America/Chicago": "central, ct, cdt",
    "America/Denver": "mountain, mt, mst, mdt",
    "America/Los_Angeles": "pacific, pt, pst, pdt",
    "America/Anchorage": "alaska, akst, akdt",
    "Pacific/Honolulu": "hawaii, hst",
    "America/Halifax": "atlantic",
    "Europe/London": "bst",
    "Europe/Lisbon": "wet, west",
    "Europe/Berlin": "cet, cest, mez, mesz",
    "Europe/Athens": "eet, eest",
    "Europe/Moscow": "msk",
    "Asia/Tokyo": "jst",
    "Asia/Seoul": "kst",
    "Asia/Manila": "pht",
    "Australia/Sydney": "aest, aedt",
    "Australia/Adelaide": "acst, acdt",
    "Australia/Perth": "awst",
    "Pacific/Auckland": "nzst, nzdt",
    "UTC": "utc, gmt, z, zulu, greenwich, universal",
}
# Cities that give no zone its name; where a name is of several, the one that is meant by most.
_CITIES = {
    "America/New_York": "nyc, boston, miami, atlanta, washington, washington dc, philadelphia, orlando, charlotte, cleveland, "
    "florida, massachusetts, georgia usa, ohio, new jersey, virginia, pittsburgh, baltimore",
    "America/Chicago": "dallas, houston, austin, san antonio, minneapolis, new orleans, st louis, nashville, milwaukee, "
    "texas, illinois, kansas city, wisconsin, minnesota",
    "America/Denver": "salt lake city, colorado, utah, albuquerque",
    "America/Los_Angeles": "la, sf, san francisco, seattle, san diego, las vegas, california, portland, san jose, "
    "washington state, oakland, sacramento",
    "America/Phoenix": "arizona, tucson",
    "America/Toronto": "montreal, ottawa, quebec, ontario",
    "America/Vancouver": "victoria bc, british columbia",
    "America/Edmonton": "calgary, alberta",
    "America/Sao_Paulo": "rio, rio de janeiro, brasilia, são paulo, brasília, belo horizonte, curitiba, porto alegre",
    "America/Mexico_City": "guadalajara, cdmx, puebla",
    "America/Argentina/Buenos_Aires": "buenos aires",
    "America/Bogota": "bogotá, medellin, medellín, cali",
    "Europe/London": "manchester, birmingham, liverpool, edinburgh, glasgow, leeds, bristol, cardiff",
    "Europe/Berlin": "munich, münchen, hamburg, cologne, köln, frankfurt, stuttgart, düsseldorf, dusseldorf, leipzig, dresden",
    "Europe/Paris": "lyon, marseille, toulouse, nice, bordeaux, lille",
    "Europe/Madrid": "barcelona, valencia, seville, sevilla, malaga, bilbao",
    "Europe/Rome": "milan, milano, roma, naples, napoli, turin, torino, florence, firenze, venice",
    "Europe/Zurich": "zürich, geneva, basel, bern, genève, lausanne",
    "Europe/Vienna": "wien, graz, salzburg, linz",
    "Europe/Amsterdam": "rotterdam, the hague, utrecht, hague",
    "Europe/Brussels": "antwerp, ghent, bruges",
    "Europe/Lisbon": "lisboa, porto",
    "Europe/Warsaw": "warszawa, krakow, kraków, gdansk, gdańsk, wroclaw, wrocław, poznan, łódź, lodz",
    "Europe/Prague": "praha, brno",
    "Europe/Stockholm": "gothenburg, göteborg, malmö, malmo",
    "Europe/Copenhagen": "københavn, aarhus",
    "Europe/Athens": "thessaloniki",
    "Europe/Bucharest": "bucurești, cluj",
    "Europe/Istanbul": "ankara, izmir",
    "Europe/Kyiv": "kiev, lviv, odesa, odessa, kharkiv, dnipro",
    "Europe/Moscow": "st petersburg, saint petersburg, petersburg",
    "Asia/Jerusalem": "tel aviv, haifa",
    "Asia/Dubai": "abu dhabi, sharjah",
    "Asia/Riyadh": "jeddah, mecca",
    "Asia/Kolkata": "calcutta, mumbai, bombay, delhi, new delhi, bangalore, bengaluru, chennai, madras, hyderabad, pune",
    "Asia/Karachi": "lahore, islamabad",
    "Asia/Shanghai": "beijing, peking, shenzhen, guangzhou, chengdu, hangzhou",
    "Asia/Tokyo": "osaka, kyoto, yokohama, nagoya, sapporo, fukuoka",
    "Asia/Seoul": "busan",
    "Asia/Ho_Chi_Minh": "saigon, hanoi, ho chi minh city",
    "Asia/Jakarta": "bandung, surabaya",
    "Asia/Makassar": "bali, denpasar",
    "Australia/Melbourne": "victoria",
    "Australia/Sydney": "canberra, nsw",
    "Australia/Brisbane": "queensland, gold coast",
    "Pacific/Auckland": "wellington, christchurch",
    "Africa/Johannesburg": "cape town, durban, pretoria",
    "Africa/Lagos": "abuja",
    "Africa/Cairo": "alexandria, giza",
}
_SAID = {
    word.strip(): zone for table in (_CLOCKS, _CITIES) for zone, words in table.items() for word in words.split(",")
}
# Hours off UTC that no zone named by hours has, and a place that keeps them all year.
_HALF_HOURS = {
    "+3:30": "Asia/Tehran", "+4:30": "Asia/Kabul", "+5:30": "Asia/Kolkata", "+5:45": "Asia/Kathmandu", "+6:30": "Asia/Yangon",
    "+8:45": "Australia/Eucla", "+9:30": "Australia/Darwin", "-9:30": "Pacific/Marquesas",
}  # fmt: skip
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*([0-9]{1,2})(?::?(00|30|45))?(?:\s*h(?:ours)?)?")
_FARTHEST = {"+": 14, "-": 12}
_ENDINGS = re.compile(r"\s+(?:time\s?zone|zone|time|standard time|daylight time|city)$")


def zone_said(text: str, language: str = ENGLISH) -> str:
    """Return the name of the IANA time zone that a person names: `Europe/Berlin`, `berlin`, `new york`, `GMT+2`, `Варшава`.

    Raises `InvalidChoice`, with `SEVERAL_ZONES` for a country that has several.
    """
    said = " ".join(plain(text).replace("_", " ").replace("\N{MINUS SIGN}", "-").split())
    for words in dict.fromkeys((said, _ENDINGS.sub("", said))):
        zone = _of_tables(words, text) or _of_database(words)
        if zone is not None:
            return zone
    from budget.place_names import zone_called  # reads all languages: only for what no table has

    zone = zone_called(said, language) if said else None
    if zone is None:
        raise InvalidChoice(Why.UNKNOWN_ZONE, text)
    return zone


def _of_tables(said: str, text: str) -> str | None:
    """Return the zone that hours, an abbreviation, a city or a country say. Raises `InvalidChoice`."""
    offset = _OFFSET.fullmatch(said)
    if offset is not None:
        return _zone_at(offset[1], int(offset[2]), offset[3] or "00", text)
    territory = CALLED.get(said)
    if territory is not None and not territory.one_zone and said not in _SAID:
        raise InvalidChoice(Why.SEVERAL_ZONES, text)
    return _SAID.get(said) or (territory.zone if territory is not None else None)


def _zone_at(sign: str, hours: int, minutes: str, text: str) -> str:
    """Return the zone so many hours before (+) or after UTC. `Etc/GMT-2` is two hours *before* it: POSIX counts the other way."""
    if hours > _FARTHEST[sign]:
        raise InvalidChoice(Why.UNKNOWN_ZONE, text)
    if minutes != "00":
        zone = _HALF_HOURS.get(f"{sign}{hours}:{minutes}")
        if zone is None:
            raise InvalidChoice(Why.UNKNOWN_ZONE, text)
        return zone
    return "UTC" if hours == 0 else f"Etc/GMT{'-' if sign == '+' else '+'}{hours}"


_OF_PLACES = frozenset("Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split())


def _of_database(said: str) -> str | None:
    """Return the zone of a whole name, or of the city that it ends with."""
    from zoneinfo import available_timezones  # reads the whole database: only for what no table has

    whole = said.replace(" ", "_")
    names = sorted(available_timezones())
    for name in names:
        if name.lower() == whole:
            return name
    cities = [one for one in names if one.partition("/")[0] in _OF_PLACES and one.lower().endswith(f"/{whole}")]
    return min(cities, key=len) if whole and cities else None


def zone_label(zone: str) -> str:
    """Return a zone as people read it: `Los Angeles`, `GMT+2`, `UTC`."""
    if zone.startswith("Etc/GMT") and len(zone) > len("Etc/GMT"):
        sign, hours = zone[len("Etc/GMT")], zone[len("Etc/GMT") + 1 :]
        return f"GMT{'-' if sign == '+' else '+'}{hours}"
    return zone.rpartition("/")[2].replace("_", " ")


USUAL_ZONES = (
    "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York",
    "America/Sao_Paulo", "UTC", "Europe/London", "Europe/Berlin", "Europe/Kyiv", "Europe/Istanbul", "Asia/Dubai", "Asia/Karachi",
    "Asia/Kolkata", "Asia/Dhaka", "Asia/Jakarta", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
"""The zones that are offered, by their clocks from west to east. A city stands for all that have its clock."""

_OTHER_ZONES = (
    "Pacific/Pago_Pago", "Pacific/Marquesas", "Pacific/Gambier", "America/Phoenix", "America/Costa_Rica", "America/Bogota",
    "America/Halifax", "America/Caracas", "America/St_Johns", "America/Nuuk", "America/Noronha", "Atlantic/Azores",
    "Atlantic/Cape_Verde", "Africa/Lagos", "Africa/Johannesburg", "Asia/Tehran", "Asia/Kabul", "Asia/Kathmandu", "Asia/Yangon",
    "Australia/Eucla", "Australia/Darwin", "Australia/Adelaide", "Australia/Brisbane", "Australia/Lord_Howe", "Pacific/Noumea",
    "Pacific/Fiji", "Pacific/Chatham", "Pacific/Tongatapu", "Pacific/Kiritimati",
)  # fmt: skip
# Clocks that no usual zone shows all year: `Australia/Brisbane` has its own while Sydney is on summer time.

_CLOCK = re.compile(r"([0-9]{1,2})[:.h]([0-9]{2})\s*(am|pm)?|([0-9]{1,2})\s*(am|pm)")


def zones_showing(text: str, now: datetime) -> tuple[str, ...] | None:
    """Return the usual zones whose clocks show a time now, within ten minutes, else the other ones that do.

    None for a text that is no time.
    """
    said = _CLOCK.fullmatch(plain(text))
    if said is None:
        return None
    hour, minute, half = int(said[1] or said[4]), int(said[2] or 0), said[3] or said[5]
    if half is not None and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    shown = hour * 60 + minute
    found = (
        tuple(zone for zone in zones if _apart(shown, now.astimezone(zone_named(zone))) <= _NEAR)
        for zones in (USUAL_ZONES, _OTHER_ZONES)
    )
    return next(filter(None, found), ())


_NEAR = 10  # minutes: a person's clock may be wrong, and a minute passes while one writes


def _apart(minutes: int, moment: datetime) -> int:
    """Return how many minutes a time of the day and the clock of a moment are apart, over midnight too."""
    apart = abs(minutes - (moment.hour * 60 + moment.minute))
    return min(apart, 24 * 60 - apart)
