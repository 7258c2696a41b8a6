"""What countries and cities are called, by Unicode CLDR."""

from budget.zones import zone_label
from languages import ENGLISH, SPOKEN, Places, places_of
from words.voice import Voice


def country(voice: Voice, locale: str) -> str:
    """Return what the country of a locale (`de_DE`) is called."""
    return _places(voice).territories[locale.rpartition("_")[2]]


def city(voice: Voice, zone: str) -> str:
    """Return a time zone as people read it: by its city, or by its hours from UTC."""
    return _places(voice).cities.get(zone) or zone_label(zone)


def _places(voice: Voice) -> Places:
    return places_of(voice.language if voice.language in SPOKEN else ENGLISH)
