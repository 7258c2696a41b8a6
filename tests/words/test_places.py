"""What places are called."""

import pytest

from budget.zones import USUAL_ZONES
from languages import SPOKEN, places_file
from tests.languages.places import places_of
from words.places import city, country
from words.voice import voice_of


@pytest.mark.parametrize("tag", SPOKEN)
def test_places_are_called_as_in_cldr(tag: str) -> None:
    assert places_file(tag).read_text(encoding="utf-8") == places_of(tag), "make messages"


@pytest.mark.parametrize(
    ("tag", "locale", "called"),
    [
        ("en", "de_DE", "Germany"),
        ("de", "fr_CH", "Schweiz"),
        ("ja", "ja_JP", "日本"),
        ("pt-BR", "en_US", "Estados Unidos"),
    ],
)
def test_a_way_of_writing_numbers_is_called_by_its_country(tag: str, locale: str, called: str) -> None:
    assert country(voice_of(tag), locale) == called


@pytest.mark.parametrize(
    ("tag", "zone", "called"),
    [
        ("en", "America/Los_Angeles", "Los Angeles"),
        ("de", "Europe/Kyiv", "Kiew"),
        ("ru", "Asia/Kolkata", "Калькутта"),
        ("ja", "Europe/Berlin", "ベルリン"),
        ("ar", "Etc/GMT-2", "GMT+2"),
        ("uk", "UTC", "UTC"),
    ],
)
def test_a_time_zone_is_called_by_its_city(tag: str, zone: str, called: str) -> None:
    assert city(voice_of(tag), zone) == called


@pytest.mark.parametrize("tag", ["ar", "ru", "uk"])
def test_a_language_of_another_script_calls_each_usual_city_in_it(tag: str) -> None:
    assert not [zone for zone in USUAL_ZONES if zone != "UTC" and city(voice_of(tag), zone).isascii()]
