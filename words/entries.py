"""An entry on one line, and what several topics say of amounts."""

from functools import partial
from typing import Protocol

from budget.entries import Kind
from budget.money import Money
from words.voice import Voice


class Standing(Protocol):
    """Spending against a limit, in minor units: of a category, of a week or of several categories together."""

    @property
    def spent(self) -> int:
        """What is spent, refunds taken off."""

    @property
    def limit(self) -> int:
        """The limit by itself."""

    @property
    def carried(self) -> int:
        """What the weeks before add to the limit, or take from it."""

    @property
    def available(self) -> int:
        """The limit with what is carried."""

    @property
    def left(self) -> int:
        """What is left of all that is available."""

    @property
    def is_watched(self) -> bool:
        """Whether there is no limit."""


def amount(voice: Voice, kind: Kind, written: str) -> str:
    """Write an amount with its kind; spending is the usual, and stands alone."""
    match kind:
        case Kind.EXPENSE:
            return written
        case Kind.REFUND:
            return voice.say("Refund {amount}", amount=written)
        case Kind.PAYCHECK:
            return voice.say("Paycheck {amount}", amount=written)
        case Kind.EXTRA:
            return voice.say("Extra cash {amount}", amount=written)
        case Kind.BILL:
            return voice.say("Bill {amount}", amount=written)


def recorded(voice: Voice, entry: str) -> str:
    """Say that an entry is recorded."""
    return voice.say("✓ {entry}", entry=entry)


def undone(voice: Voice, entry: str) -> str:
    """Say that an entry is undone."""
    return voice.say("<s>{entry}</s> undone", entry=entry)


def spent_of(voice: Voice, money: Money, of: Standing) -> str:
    """Say what is spent of a limit, and what is left of it; without a limit, what is spent alone.

    Of several categories the watched ones take nothing of the limit: theirs is said apart.
    """
    if of.is_watched:
        return money.written(of.spent)
    return with_unlimited(voice, money, of, _spent_of(voice, money, of, money.written(of.available - of.left)))


def with_unlimited(voice: Voice, money: Money, of: Standing, sums: str) -> str:
    """Say behind what is spent of the limits what is spent without one."""
    watched = of.spent - (of.available - of.left)
    return voice.say("{sums} · {amount} without a limit", sums=sums, amount=money.written(watched)) if watched else sums


def _spent_of(voice: Voice, money: Money, of: Standing, shown: str) -> str:
    most = available(voice, money, of)
    if of.left < 0:
        return voice.say("{spent} of {limit}, {over} over", spent=shown, limit=most, over=money.written(-of.left))
    if of.left == 0:
        return voice.say("{spent} of {limit}, nothing left", spent=shown, limit=most)
    return voice.say("{spent} of {limit}, {left} left", spent=shown, limit=most, left=money.written(of.left))


def available(voice: Voice, money: Money, of: Standing, *, bare: bool = False) -> str:
    """Say what may be spent, and how the weeks before changed the limit; ``bare`` without the currency."""
    written = partial(money.written, short=True, bare=bare)
    shown = written(of.available)
    if not of.carried:
        return shown
    limit, carried = written(of.limit), written(abs(of.carried))
    if of.carried > 0:
        return voice.say("{available} ({limit} + {carried} carried)", available=shown, limit=limit, carried=carried)
    return voice.say("{available} ({limit} − {carried} made up)", available=shown, limit=limit, carried=carried)


def _behind_amount(voice: Voice, money: Money, of: Standing) -> str:
    """Say what may be spent right behind an amount: a currency without a sign of its own is not named twice in a line."""
    return available(voice, money, of, bare=money.currency.symbol == money.currency.code)


def with_note(voice: Voice, amount: str, note: str) -> str:
    """Write an amount and what it was for."""
    return voice.say("{amount} {note}", amount=amount, note=note)


def spent_by(voice: Voice, entry: str, name: str) -> str:
    """Write an entry and who wrote it, in a group."""
    return voice.say("{entry}, {name}", entry=entry, name=name)


def spent_alone(voice: Voice, spent: str) -> str:
    """Say what is spent, of which no more is said here than beside what or over which days."""
    return voice.say("<b>{spent} spent</b>", spent=spent)


def left_of(voice: Voice, money: Money, of: Standing) -> str:
    """Say first what is left of a limit, then the limit; without a limit, what is spent."""
    if of.is_watched:
        return spent_alone(voice, money.written(of.spent))
    most = _behind_amount(voice, money, of)
    if of.left < 0:
        return voice.say("<b>{over} over</b> {limit}", over=money.written(-of.left), limit=most)
    if of.left == 0:
        return voice.say("<b>Nothing left</b> of {limit}", limit=most)
    return voice.say("<b>{left} left</b> of {limit}", left=money.written(of.left), limit=most)


def left_alone(voice: Voice, money: Money, of: Standing) -> str:
    """Say what is left of a limit that is said beside it; without a limit, what is spent."""
    if of.is_watched:
        return spent_alone(voice, money.written(of.spent))
    if of.left < 0:
        return voice.say("<b>{over} over</b>", over=money.written(-of.left))
    return voice.say("<b>{left} left</b>", left=money.written(of.left))


def spent_and_limit(voice: Voice, money: Money, of: Standing) -> str:
    """Say what is spent, and of what; as `spent_of`."""
    spent = money.written(of.available - of.left)
    sums = voice.say("{spent} of {limit}", spent=spent, limit=_behind_amount(voice, money, of))
    return with_unlimited(voice, money, of, sums)


def standing(voice: Voice, sums: str, category: str) -> str:
    """Say where a category stands in this week."""
    return voice.say("{sums} · {category}", sums=sums, category=category)


def standing_in(voice: Voice, sums: str, category: str, week: str) -> str:
    """Say where a category stands in another week."""
    return voice.say("{sums} · {category}, {week}", sums=sums, category=category, week=week)


def over_now(voice: Voice) -> str:
    """Say kindly that a limit is passed."""
    return voice.say("That is over the limit now. Limits are soft: nothing stops.")


def nothing_left_to_spend(voice: Voice, over: str) -> str:
    """Say that more is spent than came in."""
    return voice.say("Left to spend: nothing, {over} more is spent than came in", over=over)


def bills_take_more(voice: Voice, missing: str, payday: str, *, late: bool) -> str:
    """Say that the bills until the payday, or until today where that is ``late``, take more than is left."""
    if late:
        return voice.say(
            "Left to spend: nothing; the bills take {missing} more than there is (payday was expected {payday}).",
            missing=missing,
            payday=payday,
        )
    return voice.say(
        "Left to spend: nothing; the bills until {payday} take {missing} more than there is.",
        missing=missing,
        payday=payday,
    )


def left_after_bills(voice: Voice, left: str, bills: str, per_day: str, payday: str) -> str:
    """Say what is left of a pay period after the bills that are due in it."""
    return voice.say(
        "Left to spend: {left} after {bills} of bills, {per_day} a day until the payday expected {payday}",
        left=left,
        bills=bills,
        per_day=per_day,
        payday=payday,
    )


def left_after_bills_and_payday(voice: Voice, left: str, bills: str, payday: str) -> str:
    """Say what is left after bills of a pay period whose end has passed."""
    return voice.say(
        "Left to spend: {left} after {bills} of bills (payday was expected {payday})",
        left=left,
        bills=bills,
        payday=payday,
    )


def left_after_payday(voice: Voice, left: str, payday: str) -> str:
    """Say what is left of a pay period whose end has passed."""
    return voice.say("Left to spend: {left} (payday was expected {payday})", left=left, payday=payday)


def left_to_spend(voice: Voice, left: str, per_day: str, payday: str) -> str:
    """Say what is left of a pay period."""
    return voice.say(
        "Left to spend: {left}, {per_day} a day until the payday expected {payday}",
        left=left,
        per_day=per_day,
        payday=payday,
    )


def recent_blurb(voice: Voice) -> str:
    """Say what /recent is for."""
    return voice.say("the latest entries")


def undo_blurb(voice: Voice) -> str:
    """Say what /undo is for."""
    return voice.say("take the latest entry back")
