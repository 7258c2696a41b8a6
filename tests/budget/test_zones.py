"""Time zones in people's words."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from budget.errors import InvalidChoice, Why
from budget.zones import zone_label, zone_said, zones_showing
from languages.cities import CITIES
from tests.batches import at_once

WITHOUT_SUMMER = {"EST", "MST", "HST", "CET", "MET", "EET", "WET", "Factory"}
"""Zones of the database with names that people give to clocks which are put forward in summer, or that are no zone."""


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        ("Berlin time", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("nyc", "America/New_York"),
        ("New York City", "America/New_York"),
        ("los angeles", "America/Los_Angeles"),
        ("LA", "America/Los_Angeles"),
        ("san francisco", "America/Los_Angeles"),
        ("pacific time", "America/Los_Angeles"),
        ("PST", "America/Los_Angeles"),
        ("est", "America/New_York"),
        ("CET", "Europe/Berlin"),
        ("eastern standard time", "America/New_York"),
        ("munich", "Europe/Berlin"),
        ("germany", "Europe/Berlin"),
        ("uk", "Europe/London"),
        ("in Ukraine", "Europe/Kyiv"),
        ("kiev", "Europe/Kyiv"),
        ("india", "Asia/Kolkata"),
        ("mumbai", "Asia/Kolkata"),
        ("tokyo", "Asia/Tokyo"),
        ("GMT+2", "Etc/GMT-2"),
        ("utc-5", "Etc/GMT+5"),
        ("+3", "Etc/GMT-3"),
        ("UTC +05:30", "Asia/Kolkata"),
        ("gmt+0", "UTC"),
        ("gmt", "UTC"),
        ("UTC", "UTC"),
        ("GMT \N{MINUS SIGN}3", "Etc/GMT+3"),
        ("-9:30", "Pacific/Marquesas"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("são paulo", "America/Sao_Paulo"),
        ("port-au-prince", "America/Port-au-Prince"),
        ("Etc/GMT-2", "Etc/GMT-2"),
        ("perth", "Australia/Perth"),
        ("mexico city", "America/Mexico_City"),
        ("knox", "America/Indiana/Knox"),
    ],
)
def test_a_time_zone_is_a_city_a_country_or_hours(text: str, zone: str) -> None:
    assert zone_said(text) == zone


@pytest.mark.parametrize(
    ("language", "text", "zone"),
    [
        ("de", "Köln", "Europe/Berlin"),
        ("de", "koeln", "Europe/Berlin"),
        ("de", "Warschau", "Europe/Warsaw"),
        ("de", "Mailand", "Europe/Rome"),
        ("de", "Frankreich", "Europe/Paris"),
        ("ru", "Варшава", "Europe/Warsaw"),
        ("ru", "санкт петербург", "Europe/Moscow"),
        ("ru", "Киев", "Europe/Kyiv"),
        ("uk", "Львів", "Europe/Kyiv"),
        ("it", "Roma", "Europe/Rome"),
        ("it", "Londra", "Europe/London"),
        ("pl", "Kraków", "Europe/Warsaw"),
        ("tr", "İzmir", "Europe/Istanbul"),
        ("ar", "القاهرة", "Africa/Cairo"),
        ("ar", "القاهره", "Africa/Cairo"),
        ("ar", "جدة", "Asia/Riyadh"),
        ("ja", "大阪", "Asia/Tokyo"),
        ("ja", "ニューヨーク", "America/New_York"),
        ("en", "Москва", "Europe/Moscow"),
        ("de", "Warschu", "Europe/Warsaw"),
        ("es", "Ciudad de México", "America/Mexico_City"),
    ],
)
def test_a_place_is_called_as_in_any_language(language: str, text: str, zone: str) -> None:
    assert zone_said(text, language) == zone


@pytest.mark.parametrize(
    ("language", "text", "why"),
    [
        ("ru", "Россия", Why.SEVERAL_ZONES),
        ("de", "Castrop", Why.UNKNOWN_ZONE),
        ("de", "Rim", Why.UNKNOWN_ZONE),
        ("de", "", Why.UNKNOWN_ZONE),
    ],
)
def test_a_place_that_no_language_knows_is_not_guessed(language: str, text: str, why: Why) -> None:
    with pytest.raises(InvalidChoice) as refused:
        zone_said(text, language)
    assert refused.value.why is why


@pytest.mark.parametrize("zone", CITIES)
def test_cities_are_of_zones_that_there_are(zone: str) -> None:
    assert zone in available_timezones()
    assert all(name.strip() for name in CITIES[zone].split(","))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Mars", Why.UNKNOWN_ZONE),
        ("", Why.UNKNOWN_ZONE),
        ("gmt+15", Why.UNKNOWN_ZONE),
        ("gmt-13", Why.UNKNOWN_ZONE),
        ("gmt+2:30", Why.UNKNOWN_ZONE),
        ("2", Why.UNKNOWN_ZONE),
        ("../etc/passwd", Why.UNKNOWN_ZONE),
        ("us", Why.SEVERAL_ZONES),
        ("brazil", Why.SEVERAL_ZONES),
        ("russia", Why.SEVERAL_ZONES),
        ("ist", Why.UNKNOWN_ZONE),
    ],
)
def test_a_time_zone_is_never_guessed(text: str, why: Why) -> None:
    with pytest.raises(InvalidChoice) as refused:
        zone_said(text)
    assert refused.value.why is why


ZONES = sorted(available_timezones() - WITHOUT_SUMMER - {"GMT"})


@pytest.mark.slow
@pytest.mark.parametrize("zones", at_once("zones", ZONES))
def test_every_zone_of_the_database_is_said_by_its_name(zones: Sequence[str]) -> None:
    """Also where a part of it is a country's name or a clock's."""
    moments = [datetime(2026, month, 1, 12, tzinfo=UTC) for month in range(1, 13)]

    def offsets(zone: str) -> list[timedelta | None]:
        return [moment.astimezone(ZoneInfo(zone)).utcoffset() for moment in moments]

    assert [zone for zone in zones if offsets(zone_said(zone)) != offsets(zone)] == []


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        ("America/Los_Angeles", "Los Angeles"),
        ("Etc/GMT-2", "GMT+2"),
        ("Etc/GMT+5", "GMT-5"),
        ("UTC", "UTC"),
        ("Etc/GMT", "GMT"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires"),
    ],
)
def test_a_zone_is_named_by_its_city(zone: str, label: str) -> None:
    assert zone_label(zone) == label


NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("12:00", ("UTC", "Europe/London")),
        ("13:03", ("Europe/Berlin",)),
        ("1 pm", ("Europe/Berlin",)),
        ("1:05 PM", ("Europe/Berlin",)),
        ("4 am", ("America/Los_Angeles",)),
        ("04.00", ("America/Los_Angeles",)),
        ("09:30", ()),
        ("08:00", ("America/Halifax", "America/Caracas")),  # no usual zone shows it in winter
        ("22:00", ("Australia/Brisbane",)),
        ("17:45", ("Asia/Kathmandu",)),
        ("00:55", ("Pacific/Auckland",)),
        ("berlin", None),
        ("25:00", None),
        ("12:61", None),
        ("12", None),
        ("13 pm", ("Europe/Berlin",)),
    ],
)
def test_a_clock_tells_the_zones_that_show_it(text: str, zones: tuple[str, ...] | None) -> None:
    assert zones_showing(text, NOON) == zones


def test_a_clock_near_midnight_is_near_on_both_sides() -> None:
    late = datetime(2026, 11, 26, 23, 58, tzinfo=UTC)
    assert zones_showing("00:02", late) == ("UTC", "Europe/London")
    assert zones_showing("12 am", datetime(2026, 11, 26, 0, 0, tzinfo=UTC)) == ("UTC", "Europe/London")
