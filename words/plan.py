"""What is really left: bills, paydays, whether something can be afforded."""

from budget.money import Money
from budget.summary import Line
from words.voice import Voice


def affordable(voice: Voice, left: str, per_day: str, until: str, now: str) -> str:
    """Say that an amount can be afforded, and what would be left until the payday."""
    return voice.say(
        "Yes. {left} would be left after the bills, {per_day} a day until {until} (now {now}).",
        left=left,
        per_day=per_day,
        until=until,
        now=now,
    )


def not_affordable(voice: Voice, missing: str, until: str) -> str:
    """Say that the bills leave less than an amount until the payday."""
    return voice.say("No: that is {missing} more than the bills leave until {until}.", missing=missing, until=until)


def would_be(voice: Voice, money: Money, name: str, line: Line) -> str:
    """Say where a category would stand this week; ``line`` has the amount in what is spent."""
    spent = money.written(line.spent)
    if line.is_watched:
        return voice.say("{name} this week would be {spent}.", name=name, spent=spent)
    available = money.written(line.available, short=True)
    if line.over:
        over = money.written(-line.left)
        return voice.say(
            "{name} this week would be {spent} of {limit}, {over} over.",
            name=name,
            spent=spent,
            limit=available,
            over=over,
        )
    left = money.written(line.left)
    return voice.say(
        "{name} this week would be {spent} of {limit}, {left} left.", name=name, spent=spent, limit=available, left=left
    )


def affordable_by_limits(voice: Voice, left: str, category: str) -> str:
    """Say that an amount is within the week's limit of a category, or within all limits: nothing else is known yet."""
    if category:
        return voice.say("Yes. {left} of this week's limit for {category} would be left.", left=left, category=category)
    return voice.say("Yes. {left} of this week's limits would be left.", left=left)


def not_affordable_by_limits(voice: Voice, missing: str, category: str) -> str:
    """Say that the week's limit of a category, or all limits, leave less than an amount."""
    if category:
        return voice.say(
            "No: that is {missing} more than this week's limit for {category} leaves.",
            missing=missing,
            category=category,
        )
    return voice.say("No: that is {missing} more than this week's limits leave.", missing=missing)
