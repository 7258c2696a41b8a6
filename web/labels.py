"""Text shared by the page, the chart and the plain text: labels of days and weeks, and people's words made safe to show."""

import re
import unicodedata
from datetime import date

from budget.periods import WEEKDAYS, Week
from budget.summary import Summary

_MONTHS = "January February March April May June July August September October November December".split()
_CHART_LABEL_WIDTH = 30  # in letters of usual width; leaves room for a percentage beside the label on a narrow phone
_WIDEST_LETTER = 2
_NOT_PRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # Unicode's categories Cc and Cs


def weekday_name(day: date) -> str:
    """Return the day's weekday, like ``Monday``."""
    return WEEKDAYS[day.weekday()].capitalize()


def day_label(day: date) -> str:
    """Return the day without its year, like ``16 November``."""
    return f"{day.day} {_MONTHS[day.month - 1]}"


def dated_label(day: date) -> str:
    """Return the day with its year, like ``16 November 2026``."""
    return f"{day_label(day)} {day.year}"


def short_day_label(day: date, today: date) -> str:
    """Return the day like ``Mon 16 Nov``, with its year if that is not today's year."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{weekday_name(day)[:3]} {_short(day)}{year}"


def week_label(week: Week, today: date) -> str:
    """Return the week like ``16 – 22 November``, with its year if that is not today's year."""
    year = f" {week.last.year}" if week.last.year != today.year else ""
    return _range_label(week, day_label(week.start), day_label(week.last)) + year


def short_week_label(week: Week) -> str:
    """Return the week like ``16 – 22 Nov``."""
    return _range_label(week, _short(week.start), _short(week.last))


def _short(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][:3]}"


def _range_label(week: Week, first: str, last: str) -> str:
    """Join two days. The first day is shown without its month if both are in the same month."""
    return f"{week.start.day} – {last}" if week.start.month == week.last.month else f"{first} – {last}"


def heading(summary: Summary) -> str:
    """Return the heading of a week: ``This week`` for the current one, otherwise ``Week``."""
    return "This week" if summary.today in summary.week else "Week"


def days_left_label(summary: Summary) -> str:
    """Return how many days are left of the current week, like ``3 days left``; an empty string for any other week."""
    if summary.today not in summary.week:
        return ""
    return "last day" if summary.days_left == 1 else f"{summary.days_left} days left"


def printable(text: str) -> str:
    """Return the text with each control character and each lone surrogate replaced by U+FFFD."""
    return _NOT_PRINTABLE.sub("\ufffd", text)


def chart_label(text: str) -> str:
    """Return the text for an SVG: without characters that turn the writing direction, and cut to the label's width."""
    # Category Cf holds the direction marks. The zero-width joiner is in it too, but emoji and some scripts need it.
    plain = "".join(letter for letter in printable(text) if unicodedata.category(letter) != "Cf" or letter == "\u200d")
    plain = plain.replace("\ufffe", "").replace("\uffff", "")  # XML does not allow these two
    if len(plain) * _WIDEST_LETTER <= _CHART_LABEL_WIDTH:
        return plain
    width = 0.0
    for n, letter in enumerate(plain):
        width += _letter_width(letter)
        if width > _CHART_LABEL_WIDTH:
            return f"{plain[:n]}…"
    return plain


def _letter_width(letter: str) -> float:
    """Return about how wide a letter is drawn; 1 is the usual width."""
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDEST_LETTER
    if letter in "mwMW@%":
        return 1.8
    return 1.2 if letter.isupper() else 1
