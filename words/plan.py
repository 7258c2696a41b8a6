"""What is really left: bills, paydays, whether something can be afforded."""

from budget.money import Money
from budget.summary import Line
from words import days
from words.voice import Voice, marked

CARRY = marked("fun carry")
"""What is shown to stand behind `/limits` for a limit that remembers."""
NEXT_WEEK = marked("fun 150 next week")
"""What is shown to stand behind `/limits` for a limit that begins with the next week."""
BILL = marked("rent 900 on the 1st")
"""What is shown as a bill to write, as the language's grammar reads it; every budget reads the English one."""


def affordable(voice: Voice, left: str, per_day: str, until: str, now: str) -> str:
    """Say that an amount can be afforded, and what would be left until the payday."""
    return voice.say(
        "Yes. {left} would be left after the bills, {per_day} a day until {until} (now {now}).",
        left=left,
        per_day=per_day,
        until=until,
        now=now,
    )


def affordable_without_bills(voice: Voice, left: str, per_day: str, until: str, now: str) -> str:
    """Say that an amount can be afforded, where no bill is due before the payday."""
    return voice.say(
        "Yes. {left} would be left, {per_day} a day until {until} (now {now}).",
        left=left,
        per_day=per_day,
        until=until,
        now=now,
    )


def affordable_on_payday(voice: Voice, left: str, *, bills: bool) -> str:
    """Say that an amount can be afforded, and what would be left, on the day of the expected payday."""
    if bills:
        return voice.say("Yes. {left} would be left after the bills (payday today).", left=left)
    return voice.say("Yes. {left} would be left (payday today).", left=left)


def affordable_after_payday(voice: Voice, left: str, payday: str, *, bills: bool) -> str:
    """Say that an amount can be afforded, and what would be left, where the expected payday is past."""
    if bills:
        return voice.say(
            "Yes. {left} would be left after the bills (payday was expected {payday}).", left=left, payday=payday
        )
    return voice.say("Yes. {left} would be left (payday was expected {payday}).", left=left, payday=payday)


def not_affordable_without_bills(voice: Voice, missing: str, until: str, *, late: bool) -> str:
    """Say that less than an amount is left until the payday, where no bill is due before it; it may be ``late``."""
    if late:
        return voice.say(
            "No: that is {missing} more than is left (payday was expected {payday}).", missing=missing, payday=until
        )
    return voice.say("No: that is {missing} more than is left until {until}.", missing=missing, until=until)


def not_affordable(voice: Voice, missing: str, until: str, *, late: bool) -> str:
    """Say that the bills leave less than an amount until the payday, which may be ``late``."""
    if late:
        return voice.say(
            "No: that is {missing} more than the bills leave (payday was expected {payday}).",
            missing=missing,
            payday=until,
        )
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


def usage_afford(voice: Voice, example: str) -> str:
    """Say how it is asked whether something can be afforded."""
    return voice.say("Write the amount, and a category if you like: <code>/afford {example}</code>", example=example)


# --- bills ----------------------------------------------------------------------------------------------------------------


def about(voice: Voice, amount: str) -> str:
    """Say that an amount is an estimate."""
    return voice.say("about {amount}", amount=amount)


def bill_outside(voice: Voice, name: str, amount: str, when: str) -> str:
    """Say what a bill is whose payments count in no week's limit."""
    return voice.say(
        "✓ Bill: {name} · {amount} · {when}, outside the weekly limits", name=name, amount=amount, when=when
    )


def bill_inside(voice: Voice, name: str, amount: str, when: str, category: str) -> str:
    """Say what a bill is whose payments are expenses of a category."""
    return voice.say(
        "✓ Bill: {name} · {amount} · {when}, in {category}", name=name, amount=amount, when=when, category=category
    )


def stays_in_its_week(voice: Voice, entry: str) -> str:
    """Say below a bill the ``entry`` of a week that is over: it pays the bill, and counts in no other place by that."""
    return voice.say("{entry}\nIt pays this bill, and counts where it did: its week is over.", entry=entry)


def next_due(voice: Voice, day: str) -> str:
    """Say when a bill is due next."""
    return voice.say("Next: {day}", day=day)


def next_paydays(voice: Voice, days: str, n: int) -> str:
    """Say on which ``n`` days paychecks are expected next. A bill's next day is said by `next_due`: it may have another gender."""
    return voice.count("Next payday: {days}", "Next paydays: {days}", n, days=days)


def never_due(voice: Voice) -> str:
    """Say that nothing of a bill is to be paid any more."""
    return voice.say("Nothing of it is due any more.")


def borne_ahead(voice: Voice) -> str:
    """Say that the pay periods share a bill."""
    return voice.say("Each pay period bears its share of it.")


def not_borne_ahead(voice: Voice) -> str:
    """Say that a bill counts whole in the pay period in which it is due."""
    return voice.say("It counts whole when it is due: nothing is set aside for it before.")


def how_to_end_ahead(voice: Voice, name: str) -> str:
    """Say how it ends that the pay periods share a bill."""
    return voice.say("<code>/bill {name} ahead off</code> ends that.", name=name)


def set_aside_for(voice: Voice, day: str, name: str, share: str, amount: str) -> str:
    """Say what a pay period sets aside for a bill that is due on a day."""
    return voice.say(
        "{day} · {name} · {share} set aside of {amount}", day=days.opening(day), name=name, share=share, amount=amount
    )


def overdue_and_set_aside_for(voice: Voice, day: str, name: str, share: str, amount: str) -> str:
    """Say what a pay period sets aside for a bill that is late."""
    return voice.say(
        "{day} · {name} · {share} set aside of {amount}, overdue",
        day=days.opening(day),
        name=name,
        share=share,
        amount=amount,
    )


def overdue_and_set_aside(voice: Voice, day: str, name: str, amount: str) -> str:
    """Say that a bill is late for which all was set aside before."""
    return voice.say(
        "{day} · {name} · {amount}, overdue, set aside before", day=days.opening(day), name=name, amount=amount
    )


def due_and_set_aside(voice: Voice, day: str, name: str, amount: str) -> str:
    """Say when a bill is due for which all was set aside before."""
    return voice.say("{day} · {name} · {amount}, set aside before", day=days.opening(day), name=name, amount=amount)


def is_freed(voice: Voice, amount: str) -> str:
    """Say below a change of a bill how much was set aside for it and is to be spent now."""
    return voice.say("{amount} that was set aside for it is left to spend again.", amount=amount)


def is_free_again(voice: Voice, name: str, amount: str) -> str:
    """Say how much was set aside for a bill in the pay periods before and is to be spent now."""
    return voice.say("{name}: {amount} that was set aside before is free again", name=name, amount=amount)


def was_set_aside(voice: Voice, name: str, amount: str) -> str:
    """Say how much of a bill that is paid was set aside in the pay periods before."""
    return voice.say("{name} is paid: {amount} of it was set aside before", name=name, amount=amount)


def bill_off(voice: Voice, name: str) -> str:
    """Say that a bill is switched off."""
    return voice.say("{name} is off. What was paid stays.", name=name)


def is_due(voice: Voice, name: str, amount: str, day: str) -> str:
    """Say when a bill is due next."""
    return voice.say("{name}, {amount}, is due {day}.", name=name, amount=amount, day=day)


def was_paid(voice: Voice, name: str, amount: str, day: str) -> str:
    """Say what paid a bill last."""
    return voice.say("{name} was paid {day}: {amount}.", name=name, amount=amount, day=day)


def was_due(voice: Voice, name: str, amount: str, day: str) -> str:
    """Say that a bill is late."""
    return voice.say("{name}, {amount}, was due {day}.", name=name, amount=amount, day=day)


def no_bills(voice: Voice) -> str:
    """Say that there are no bills, and how one is made."""
    return voice.say("There are no bills. <code>/bill {bill}</code> makes one.", bill=voice.typed(BILL))


def bills_until(voice: Voice, until: str, amount: str, *, late: bool) -> str:
    """Head what is due until the payday, or, where that is ``late``, what is due by now."""
    if late:
        return voice.say(
            "<b>Bills due so far</b>: {amount} (payday was expected {payday})", payday=until, amount=amount
        )
    return voice.say("<b>Bills until {until}</b>: {amount}", until=until, amount=amount)


def all_bills(voice: Voice) -> str:
    """Head the list of all bills."""
    return voice.say("<b>Bills</b>")


def nothing_due(voice: Voice) -> str:
    """Say that no bill is due until the payday."""
    return voice.say("Nothing is due until then.")


def due(voice: Voice, day: str, name: str, amount: str) -> str:
    """Say when a bill is due."""
    return voice.say("{day} · {name} · {amount}", day=days.opening(day), name=name, amount=amount)


def overdue(voice: Voice, day: str, name: str, amount: str) -> str:
    """Say that a bill is late."""
    return voice.say("{day} · {name} · {amount}, overdue", day=days.opening(day), name=name, amount=amount)


def after_payday(voice: Voice, day: str, name: str, amount: str) -> str:
    """Name the first bill after the payday."""
    return voice.say("The first one after that: {name}, {amount}, {day}", day=day, name=name, amount=amount)


def bill_of_all(voice: Voice, name: str, amount: str, when: str) -> str:
    """Say what a bill is, in the list of all."""
    return voice.say("{name} · {amount} · {when}", name=name, amount=amount, when=when)


def bill_of_all_off(voice: Voice, name: str, amount: str, when: str) -> str:
    """Say what a bill was that is off, in the list of all."""
    return voice.say("{name} · {amount} · {when}, off", name=name, amount=amount, when=when)


def usage_bill(voice: Voice) -> str:
    """Say how a bill is written."""
    return voice.say(
        "Write a name, an amount and when it is due: <code>/bill {bill}</code>. Then also "
        "<code>/bill rent 950</code>, <code>/bill rent on the 3rd</code>, <code>/bill rent ahead</code>, "
        "<code>/bill rent off</code>. /bills shows them.",
        bill=voice.typed(BILL),
    )


# --- paydays --------------------------------------------------------------------------------------------------------------


def payday_set(voice: Voice, when: str) -> str:
    """Say when paychecks are expected."""
    return voice.say("Paydays: {when}.", when=when)


def payday_auto(voice: Voice) -> str:
    """Say that paydays follow from the paychecks so far."""
    return voice.say("Paydays follow from your paychecks: the usual gap between them, else two weeks.")


def first_day(voice: Voice) -> str:
    """Ask for the first day of a bill or of paydays."""
    return voice.say("From which day on?")


def usage_payday(voice: Voice) -> str:
    """Say how paydays are written."""
    return voice.say(
        "Write when paychecks come: <code>/payday every 2 weeks</code>, <code>/payday 1st and 15th</code>, "
        "<code>/payday last before weekends</code>. <code>/payday auto</code> goes by the paychecks so far."
    )


# --- limits that remember -------------------------------------------------------------------------------------------------


def carries_both(voice: Voice, name: str) -> str:
    """Say that a category carries what is left and makes up what is over."""
    return voice.say(
        "{name} carries from this week on: what is left is added to the next weeks, what is over is made up.", name=name
    )


def carries_up(voice: Voice, name: str) -> str:
    """Say that a category carries what is left."""
    return voice.say("{name} carries from this week on: what is left is added to the next weeks.", name=name)


def carries_down(voice: Voice, name: str) -> str:
    """Say that a category makes up what is over."""
    return voice.say("{name} carries from this week on: what is over is made up in the next weeks.", name=name)


def carries_nothing(voice: Voice, name: str) -> str:
    """Say that each week of a category stands alone."""
    return voice.say("{name} carries nothing: each week stands alone.", name=name)


# --- spread expenses ------------------------------------------------------------------------------------------------------


def spread_over_what(voice: Voice, entry: str) -> str:
    """Ask over how many weeks an expense is spread."""
    return voice.say("{entry}\nOver how many weeks?", entry=entry)


def spread_over(voice: Voice, receipt: str, n: int) -> str:
    """Say below an expense's line of a ``receipt`` that it counts over several weeks, and whole in the pay period."""
    return voice.count(
        "{receipt}\nSpread over {n} week; the pay period sees all of it on its day.",
        "{receipt}\nSpread over {n} weeks; the pay period sees all of it on its day.",
        n,
        receipt=receipt,
    )


def afford_blurb(voice: Voice) -> str:
    """Say what /afford is for."""
    return voice.say("whether money is there for something")


def bill_blurb(voice: Voice) -> str:
    """Say what /bill is for."""
    return voice.say("what is due again and again: make or change it")


def bills_blurb(voice: Voice) -> str:
    """Say what /bills is for."""
    return voice.say("the bills until payday")


def payday_blurb(voice: Voice) -> str:
    """Say what /payday is for."""
    return voice.say("when paychecks come")
