"""Settings: what they are, and how they are changed."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from words.voice import Voice, marked

CHANGES: Mapping[str, str] = MappingProxyType(
    {
        "week": marked("week thursday"),
        "zone": marked("zone berlin"),
        "numbers": marked("numbers german"),
        "currency": marked("currency euro"),
        "language": marked("language german"),
        "name": marked("name home"),
    }
)
"""How settings are changed: what follows the command, by the setting."""


def change(voice: Voice, setting: str) -> str:
    """Say how a setting is changed, as a whole command."""
    return f"/settings {voice.typed(CHANGES[setting])}"


class Values(NamedTuple):
    """What the settings are, as people read it: a city with its clock, an amount with a country, a code with its name."""

    weekday: str
    time: str
    numbers: str
    currency: str
    language: str
    name: str
    """Empty for a budget without one."""


def settings(voice: Voice, now: Values) -> str:
    """Show the settings."""
    return "\n".join(
        [
            voice.say("<b>Settings</b>"),
            *([voice.say("Name: {name}", name=now.name)] if now.name else []),
            voice.say("Week starts on: {weekday}", weekday=now.weekday),
            voice.say("Time zone: {time}", time=now.time),
            voice.say("Numbers: {numbers}", numbers=now.numbers),
            voice.say("Currency: {currency}", currency=now.currency),
            voice.say("Language: {language}", language=now.language),
        ]
    )


def tap_one(voice: Voice) -> str:
    """Say how a setting is changed by a tap."""
    return voice.say("Tap one to change it.")


def currency(voice: Voice, code: str, name: str) -> str:
    """Name a currency by its code and its name; where it has no name, by its code."""
    return voice.say("{code} ({name})", code=code, name=name) if name != code else code


def with_clock(voice: Voice, city: str, clock: str) -> str:
    """Say which time zone is set, by its city and what its clocks show."""
    return voice.say("{city}, {clock}", city=city, clock=clock)


def like_in(voice: Voice, sample: str, country: str) -> str:
    """Say how numbers are written: by an amount, and the country that writes it so."""
    return voice.say("{sample} ({country})", sample=sample, country=country)


def week_now(voice: Voice, weekday: str) -> str:
    """Head the weekdays on which the week may start."""
    return voice.say("<b>Week start</b>: {weekday}", weekday=weekday)


def zone_now(voice: Voice, zone: str, clock: str) -> str:
    """Head the clocks, and ask for the person's own."""
    return voice.say("<b>Time</b>: {clock} ({zone})\nWhat time is it for you?", clock=clock, zone=zone)


def numbers_now(voice: Voice, country: str, sample: str) -> str:
    """Head the ways to write numbers."""
    return voice.say("<b>Numbers</b>: {sample} ({country})", sample=sample, country=country)


def currency_now(voice: Voice, currency: str) -> str:
    """Head the currencies."""
    return voice.say("<b>Currency</b>: {currency}", currency=currency)


def language_now(voice: Voice, language: str) -> str:
    """Head the languages."""
    return voice.say("<b>Language</b>: {language}", language=language)


def how_to_set(voice: Voice, command: str) -> str:
    """Say how a value is set that has no button."""
    return voice.say("Tap one, or write <code>{command}</code>", command=command)


def days_stay(voice: Voice) -> str:
    """Say what another time zone does not change."""
    return voice.say("Entries keep their days when the time zone changes.")


def no_such_clock(voice: Voice, time: str) -> str:
    """Say that no usual time zone has a time now."""
    return voice.say(
        "No large city has {time} now. Write one that has your time, or the hours from UTC: <code>/settings zone berlin</code>, "
        "<code>/settings zone GMT+2</code>",
        time=time,
    )


def which_place(voice: Voice, time: str) -> str:
    """Ask which of several places with the same clock is meant."""
    return voice.say("Several places have {time} now. Which one is yours?", time=time)


def usage(voice: Voice, examples: str) -> str:
    """Say how settings are written."""
    return voice.say("Write a setting like one of these:\n{examples}", examples=examples)


def were_they(voice: Voice, was: str, to: str) -> str:
    """Ask whether amounts were in another currency all along."""
    return voice.say("There are entries in {was}. Were they {to} all along?", was=was, to=to)


def numbers_stay(voice: Voice, old: str, new: str) -> str:
    """Say what becomes of an amount: it is renamed, not converted."""
    return voice.say("Then {old} becomes {new}: nothing is converted.", old=old, new=new)


def settings_blurb(voice: Voice) -> str:
    """Say what /settings is for."""
    return voice.say("week start, time zone, numbers, currency")
