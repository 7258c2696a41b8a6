"""The line of a page: what was spent day by day, against an even pace."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from budget.money import Money
from budget.pace import Pace
from web.markup import text
from words import days as say_days
from words import page as say
from words.voice import Voice

_TOP, _FLOOR = 8.0, 80.0  # percent of the drawing's height: the highest point, and the base line
_LETTER = 2.2  # percent of the width that a letter of the label takes on a phone
_ROOM = 0.24  # share of the width between today and an end that has a label


class _Side(NamedTuple):
    """Where a drawing begins: on the right, where the language is written from there. An anchor follows the text's direction."""

    is_right: bool

    def x(self, percent: float) -> float:
        """Return a place, counted from where the drawing begins."""
        return round(100 - percent, 1) if self.is_right else percent

    def dx(self, pixels: int) -> int:
        """Return a distance in the direction of the drawing."""
        return -pixels if self.is_right else pixels


class Spending(NamedTuple):
    """What was spent on each day from ``start`` on, minor units, of what is ``available`` for all of these days."""

    start: date
    each: Sequence[int]
    available: int


def line(voice: Voice, spending: Spending, today: date, money: Money, pace: Pace | None) -> str:
    """Return the line as HTML. Days after today have no point; ``pace`` is None where there is no even pace today."""
    side = _Side(voice.direction == "rtl")
    length = len(spending.each)
    past = min(length, max(0, (today - spending.start).days + 1))
    sums = list(accumulate(spending.each[:past]))
    top = max(spending.available, *sums, 1) if sums else max(spending.available, 1)

    def height(amount: int) -> float:
        return round(_FLOOR - (_FLOOR - _TOP) * max(0, amount) / top, 1)

    origin = f"M{side.x(0):g} {_FLOOR}"
    shapes = [f'<path class="base" d="M0 {_FLOOR}H100"/>']
    if spending.available > 0:
        shapes.append(f'<path class="even" d="{origin}L{side.x(100):g} {height(spending.available)}"/>')
    if sums:
        points = "".join(f"L{side.x(round(100 * n / length, 1))} {height(amount)}" for n, amount in enumerate(sums, 1))
        end = round(100 * past / length, 1)
        shapes.append(f'<path class="area" d="{origin}{points}V{_FLOOR}Z"/><path class="spent" d="{origin}{points}"/>')
    marks, is_beside = "", False
    is_open = bool(sums) and spending.start <= today < spending.start + timedelta(days=length)
    if is_open:
        marks = f'<circle class="dot" cx="{side.x(end)}%" cy="{height(sums[-1])}%" r="5"/>'
        if pace is not None:
            crossed = 100 * sums[-1] / max(1, spending.available)  # where the even pace is as high as the end
            at = end, height(sums[-1])
            label = _label(say.pace_label(voice, pace, money), side, at, crossed, is_under=pace.ahead >= 0)
            marks, is_beside = marks + label, bool(label)
    said = say.line(voice, [_said(voice, spending.start, n, amount, money) for n, amount in enumerate(sums)])
    below = ""
    if is_open and pace is not None:
        kind = "pace-below beside" if is_beside else "pace-below"
        below = f'<p class="{kind}">{text(say.pace_label(voice, pace, money))}</p>'
    return (
        f'<figure class="line"><svg role="img" aria-label="{text(said)}">'
        f'<svg viewBox="0 0 100 100" preserveAspectRatio="none">{"".join(shapes)}</svg>'
        f"{marks}{_axis(voice, spending, side, past - 1 if is_open else None)}</svg>{below}</figure>"
    )


def _label(said: str, side: _Side, at: tuple[float, float], crossed: float, *, is_under: bool) -> str:
    """Return the label of the line's end, on the side where neither the line nor the pace is; nothing where both have one.

    Over the pace that is before the end, where the label has room there: behind it the pace rises through the label. Under it
    that is behind the end: before it the pace is as high as the end where it is ``crossed``.
    """
    x, y = at
    width = _LETTER * (len(said) + 2)
    if is_under and x + width > 100 and crossed > x - width:
        return ""
    back = x + width > 100 or (not is_under and x > width)
    anchor, dx = (' class="pace end"', -12) if back else (' class="pace"', 12)
    dy = (-10 if back else 5) if is_under else -8
    return (
        f'<text{anchor} x="{side.x(x)}%" y="{y}%" dx="{side.dx(dx)}" dy="{dy}" aria-hidden="true">{text(said)}</text>'
    )


def _axis(voice: Voice, spending: Spending, side: _Side, now: int | None) -> str:
    """Return the first and the last day below the line, and today, where they have room."""
    length = len(spending.each)
    place = (now + 1) / length if now is not None else 0.0
    labels = []
    if now is None or place > _ROOM:
        labels.append(_tick(_day(voice, spending.start, length), side.x(0), " edge"))
    if now is None or place < 1 - _ROOM:
        labels.append(_tick(_day(voice, spending.start + timedelta(days=length - 1), length), side.x(100), " edge end"))
    if now is not None:
        said = say.fixed(voice)["today"]
        near = _LETTER * len(said) / 100  # half its width where the reader's letters are twice as large
        anchor = "" if place < near else " end" if place > 1 - near else " mid"
        at = {"": 0.0, " end": 100.0}.get(anchor, round(100 * place, 1))
        labels.append(_tick(said, side.x(at), f" now{anchor}"))
    return "".join(labels)


def _tick(said: str, x: float, more: str) -> str:
    return f'<text class="axis{more}" x="{x:g}%" y="98%" aria-hidden="true">{text(said)}</text>'


def _day(voice: Voice, day: date, length: int) -> str:
    return say_days.short_weekday(voice, day) if length <= 7 else say_days.number_and_month(voice, day)


def _said(voice: Voice, start: date, n: int, amount: int, money: Money) -> str:
    return f"{say_days.number_and_month(voice, start + timedelta(days=n))} {money.written(amount)}"
