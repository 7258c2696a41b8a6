"""When bills and paydays come again, in words."""

from datetime import date

from budget.schedules import LAST_DAY, Schedule, Step, Weekends
from words import days
from words.voice import Voice


def schedule(voice: Voice, of: Schedule, today: date) -> str:
    """Say when a schedule comes again: ``on the 1st and 15th``, ``every Friday``, ``once on Thu 24 Dec``."""
    said = _on_days(voice, of) if of.anchor is None else _from_anchor(voice, of, of.anchor, today)
    match of.weekends:
        case Weekends.BEFORE:
            return voice.say("{when}, before weekends", when=said)
        case Weekends.AFTER:
            return voice.say("{when}, after weekends", when=said)
        case Weekends.STAY:
            return said


def _on_days(voice: Voice, of: Schedule) -> str:
    *others, last = (_ordinal(voice, day) for day in of.days)
    if not others:
        return voice.say("on the {day}", day=last)
    return voice.say("on the {days} and {last}", days=voice.listed(others), last=last)


def _ordinal(voice: Voice, day: int) -> str:
    match day:
        case _ if day == LAST_DAY:
            return voice.say("last day")
        case 1:
            return voice.say("1st")
        case 21:
            return voice.say("{n}st", n=day)
        case 2 | 22:
            return voice.say("{n}nd", n=day)
        case 3 | 23:
            return voice.say("{n}rd", n=day)
        case _:
            return voice.say("{n}th", n=day)


def _from_anchor(voice: Voice, of: Schedule, anchor: date, today: date) -> str:
    day = days.day(voice, anchor, today)
    if of.step is Step.ONCE:
        return voice.say("once on {day}", day=day)
    if of.step is Step.DAYS:
        if of.every == 7:
            return voice.say("every {weekday}", weekday=days.every_weekday(voice, anchor.weekday()))
        if of.every % 7 == 0:
            return voice.count("every week from {day}", "every {n} weeks from {day}", of.every // 7, day=day)
        return voice.count("every day from {day}", "every {n} days from {day}", of.every, day=day)
    if of.every == 12:
        return voice.say("every year from {day}", day=day)
    return voice.count("every month from {day}", "every {n} months from {day}", of.every, day=day)
