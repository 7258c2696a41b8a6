"""The largest words of a page: what is left, and of what."""

from datetime import date
from typing import NamedTuple

from budget.money import Money
from budget.pace import per_day
from budget.periods import Days
from web.markup import text
from words import page as say
from words.looks import without_limit
from words.markup import BETWEEN
from words.voice import Voice

_LONG = 12  # characters of a headline that fit a narrow phone in large letters


class Headline(NamedTuple):
    """What is left of what is available, minor units, in some days; ``days_left`` is 0 where these are over.

    ``unlimited`` is what of all that is ``spent`` takes nothing of what is available, ``bills`` what bills to come take off.
    """

    when: str
    left: int
    available: int
    spent: int
    days_left: int
    unlimited: int = 0
    bills: int = 0


def other_days(voice: Voice, that: str, of: Days, today: date, first_day: date | None) -> str:
    """Return of which days a headline is where today is none of them: ``that`` for days that are over and have a book."""
    if today < of.start:
        return say.not_begun(voice)
    return say.before_the_first_entry(voice) if first_day is not None and of.end <= first_day else that


def headline(voice: Voice, of: Headline, money: Money) -> str:
    """Return the headline as HTML. Without anything available it says what is spent."""
    has_limit = of.available > 0
    hero = say.headline(voice, of.left, money) if has_limit else money.brief(max(0, of.spent))
    parts = [text(of.when), *([text(say.after_bills(voice, money.brief(of.bills)))] if of.bills > 0 else [])]
    rate = per_day(of.left, of.days_left) if has_limit else None
    if rate is not None:
        parts.append(f"<b>{text(say.days_and_rate(voice, of.days_left, money.brief(rate)))}</b>")
    elif of.days_left:
        parts.append(text(say.days_left(voice, of.days_left)))
    if has_limit:
        limit = money.written(of.available, short=True)
        parts.append(text(say.spent_of(voice, money.written(of.spent - of.unlimited), limit)))
        parts += [text(without_limit(voice, money.written(of.unlimited)))] if of.unlimited else []
    else:
        parts.append(text(say.spent_alone(voice, money.written(of.spent))))
    over = " over" if has_limit and of.left < 0 else ""
    long = " long" if len(hero) > _LONG else ""
    return f'<p class="hero{over}{long}">{text(hero)}</p>\n<p class="quiet sub">{BETWEEN.join(parts)}</p>\n'
