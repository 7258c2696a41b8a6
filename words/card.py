"""What stands on the card, and what is said of it. Its first line is plain: a pinned message shows no bold text."""

from words.voice import Voice

# --- the first line: the longer forms are left out where they have too many characters -------------------------------------


def left_until(voice: Voice, left: str, per_day: str, day: str) -> str:
    """Say what is left of the pay period, and how much a day."""
    return voice.say("Left {left} · {per_day} a day to {day}", left=left, per_day=per_day, day=day)


def left_a_day(voice: Voice, left: str, per_day: str) -> str:
    """Say the same without the payday."""
    return voice.say("Left {left} · {per_day} a day", left=left, per_day=per_day)


def left(voice: Voice, left: str) -> str:
    """Say what is left of the pay period."""
    return voice.say("Left {left}", left=left)


def left_since(voice: Voice, left: str, day: str) -> str:
    """Say what is left where the payday has passed."""
    return voice.say("Left {left} · payday was {day}", left=left, day=day)


def bills_take_more(voice: Voice, missing: str) -> str:
    """Say that the bills take more than is left."""
    return voice.say("Nothing left · bills take {missing} more", missing=missing)


def more_spent(voice: Voice, over: str) -> str:
    """Say that more was spent than came in."""
    return voice.say("Nothing left · {over} over", over=over)


def nothing_left(voice: Voice) -> str:
    """Say that nothing is left."""
    return voice.say("Nothing left")


def left_this_week(voice: Voice, left: str, days: int) -> str:
    """Say what the limits leave, where no paycheck came in yet."""
    return voice.count("Left {left} this week · {n} day", "Left {left} this week · {n} days", days, left=left)


def left_in_week(voice: Voice, left: str) -> str:
    """Say the same without the days."""
    return voice.say("Left {left} this week", left=left)


def over_this_week(voice: Voice, over: str) -> str:
    """Say that the week's limits are passed."""
    return voice.say("{over} over this week", over=over)


def spent_this_week(voice: Voice, spent: str) -> str:
    """Say what is spent where there is no limit."""
    return voice.say("Spent {spent} this week", spent=spent)


def percent_left(voice: Voice, percent: int, days: int, day: str) -> str:
    """Say how much of the pay period's money is left, without an amount."""
    return voice.count(
        "{percent} % left · {n} day to {day}", "{percent} % left · {n} days to {day}", days, percent=percent, day=day
    )


def percent_left_on_payday(voice: Voice, percent: int) -> str:
    """Say the same on the day of the payday."""
    return voice.say("{percent} % left · payday today", percent=percent)


def percent_left_since(voice: Voice, percent: int, day: str) -> str:
    """Say the same where the payday has passed."""
    return voice.say("{percent} % left · payday was {day}", percent=percent, day=day)


def percent_left_this_week(voice: Voice, percent: int, days: int) -> str:
    """Say how much of the week's limits is left, without an amount."""
    return voice.count(
        "{percent} % left this week · {n} day", "{percent} % left this week · {n} days", days, percent=percent
    )


def limits_passed(voice: Voice) -> str:
    """Say without an amount that the week's limits are passed."""
    return voice.say("Over this week's limits")


def no_limits(voice: Voice) -> str:
    """Say without an amount that there is nothing to compare with."""
    return voice.say("No limits this week")


# --- what follows ---------------------------------------------------------------------------------------------------------


def category_left(voice: Voice, bar: str, name: str, left: str) -> str:
    """Say what a category's limit leaves."""
    return voice.say("{bar} {left} left · {name}", bar=bar, name=name, left=left)


def category_over(voice: Voice, bar: str, name: str, over: str) -> str:
    """Say by how much a category's limit is passed."""
    return voice.say("{bar} {over} over · {name}", bar=bar, name=name, over=over)


def category_watched(voice: Voice, name: str, spent: str) -> str:
    """Say what is spent in a category without a limit."""
    return voice.say("{spent} spent · {name}", name=name, spent=spent)


def category(voice: Voice, bar: str, name: str) -> str:
    """Show a category without an amount."""
    return voice.say("{bar} {name}", bar=bar, name=name)


def category_passed(voice: Voice, bar: str, name: str) -> str:
    """Show without an amount a category whose limit is passed."""
    return voice.say("{bar} over · {name}", bar=bar, name=name)


def next_bill(voice: Voice, name: str, amount: str, day: str) -> str:
    """Say which bill is due next."""
    return voice.say("Next bill: {name} · {amount} · {day}", name=name, amount=amount, day=day)


def next_bill_named(voice: Voice, name: str, day: str) -> str:
    """Say the same without the amount."""
    return voice.say("Next bill: {name} · {day}", name=name, day=day)


def overdue_bill(voice: Voice, name: str, amount: str, day: str) -> str:
    """Say which bill is overdue."""
    return voice.say("Overdue: {name} · {amount} · {day}", name=name, amount=amount, day=day)


def overdue_bill_named(voice: Voice, name: str, day: str) -> str:
    """Say the same without the amount."""
    return voice.say("Overdue: {name} · {day}", name=name, day=day)


def after_payday(voice: Voice, name: str, amount: str, day: str) -> str:
    """Say which bill comes first after the payday."""
    return voice.say("After payday: {name} · {amount} · {day}", name=name, amount=amount, day=day)


def after_payday_named(voice: Voice, name: str, day: str) -> str:
    """Say the same without the amount."""
    return voice.say("After payday: {name} · {day}", name=name, day=day)


def as_of(voice: Voice, day: str, time: str) -> str:
    """Say when the card was drawn."""
    return voice.say("<i>{day}, {time}</i>", day=day, time=time)


# --- what is said of the card ---------------------------------------------------------------------------------------------


def made(voice: Voice) -> str:
    """Say that a card comes."""
    return voice.say(
        "Here comes the card. I keep it true after every entry; pinned, its first line stands over the chat. "
        "<code>/card bars</code> shows no amounts, <code>/card off</code> takes it down."
    )


def moved(voice: Voice) -> str:
    """Say that the card becomes the latest message."""
    return voice.say("The card moves down here.")


def without_amounts(voice: Voice) -> str:
    """Say that the card shows bars alone."""
    return voice.say("The card shows no amounts now. /card shows them again.")


def with_amounts(voice: Voice) -> str:
    """Say that the card shows amounts."""
    return voice.say("The card shows amounts now. <code>/card bars</code> hides them.")


def switched_off(voice: Voice) -> str:
    """Say that the card is taken down."""
    return voice.say("The card is switched off. /card makes a new one.")


def is_off(voice: Voice) -> str:
    """Say that there is no card."""
    return voice.say("There is no card here. /card makes one.")


def usage(voice: Voice) -> str:
    """Say what may follow the command."""
    return voice.say(
        "/card keeps one message true that says what is left, <code>/card bars</code> without amounts; "
        "<code>/card off</code> takes it down."
    )


def further_down(voice: Voice) -> str:
    """Stand in place of a card that has moved."""
    return voice.say("The card is further down now.")


def was_here(voice: Voice) -> str:
    """Stand in place of a card that is switched off."""
    return voice.say("The card was here; it is switched off. /card makes a new one.")


def gone(voice: Voice) -> str:
    """Say once that a card was deleted, or can't be edited any more."""
    return voice.say("The card is gone, so I no longer keep one. /card makes a new one.")


def more_categories(voice: Voice, n: int) -> str:
    """Say how many categories are left out."""
    return voice.count("… and {n} more category", "… and {n} more categories", n)


def card_blurb(voice: Voice) -> str:
    """Say what /card is for."""
    return voice.say("one pinned message that says what is left")
