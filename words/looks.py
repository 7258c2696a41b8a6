"""What only shows something: a week, its picture, the pay period, the latest entries."""

from words.voice import Voice


def current_week(voice: Voice, week: str, days: int) -> str:
    """Head the current week, with the days left."""
    return voice.count(
        "<b>This week</b> · {week} · {n} day left", "<b>This week</b> · {week} · {n} days left", days, week=week
    )


def other_week(voice: Voice, week: str) -> str:
    """Head any other week."""
    return voice.say("<b>Week</b> · {week}", week=week)


def removed(voice: Voice, name: str) -> str:
    """Name a category that is removed."""
    return voice.say("{name} (removed)", name=name)


def category(voice: Voice, name: str, sums: str) -> str:
    """Say where a category stands."""
    return voice.say("{name}: {sums}", name=name, sums=sums)


def total(voice: Voice, sums: str) -> str:
    """Say where the whole week stands."""
    return voice.say("<b>Total</b>: {sums}", sums=sums)


def no_paycheck(voice: Voice) -> str:
    """Say that there is no pay period, and how one begins."""
    return voice.say("No paycheck yet. <code>paid 1500</code> starts a pay period, and shows what is left of it.")


def paycheck(voice: Voice, day: str, amount: str) -> str:
    """Say what came in."""
    return voice.say("<b>Since the paycheck</b> of {day}: {amount}", day=day, amount=amount)


def paycheck_and_extra(voice: Voice, day: str, amount: str, extra: str) -> str:
    """Say what came in, extra cash too."""
    return voice.say(
        "<b>Since the paycheck</b> of {day}: {amount} + {extra} extra", day=day, amount=amount, extra=extra
    )


def spent_since(voice: Voice, amount: str) -> str:
    """Say what is spent since the paycheck."""
    return voice.say("Spent since: {amount}", amount=amount)


def recent(voice: Voice) -> str:
    """Head the latest entries."""
    return voice.say("<b>Recent</b>")


def numbered(voice: Voice, n: int, entry: str) -> str:
    """Say the entry of a number."""
    return voice.say("{n}. {entry}", n=n, entry=entry)


def nothing_recorded(voice: Voice, example: str) -> str:
    """Say that there are no entries yet."""
    return voice.say("Nothing is recorded yet. Write your first one: <code>{example}</code>", example=example)


def where_the_picture_is(voice: Voice) -> str:
    """Say where a picture can be seen where this chat shows none."""
    return voice.say("The picture is on the web: /share gives a link; open it, or with <code>.png</code> at its end.")
