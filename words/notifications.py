"""What the bot says by itself: due bills, the digest of a week, the reminder; and when they come."""

from words.voice import Voice


def due(voice: Voice, name: str, amount: str) -> str:
    """Say that a bill is due today."""
    return voice.say("{name}, {amount}, is due today.", name=name, amount=amount)


def due_about(voice: Voice, name: str, amount: str) -> str:
    """Say that a bill is due today whose amount is an estimate."""
    return voice.say("{name}, about {amount}, is due today.", name=name, amount=amount)


def let_go(voice: Voice, name: str, day: str) -> str:
    """Say that a bill is a month late, and counts no longer."""
    return voice.say("{name} of {day} was not paid for a month: it counts as due no longer.", name=name, day=day)


def pay_another(voice: Voice, name: str, amount: str) -> str:
    """Say how another amount is paid, by the bill's own amount: who sends the example as it is pays the bill."""
    return voice.say("Write what you paid with its name, like <code>{name} {amount}</code>", name=name, amount=amount)


def moved(voice: Voice, name: str, day: str) -> str:
    """Say that a bill falls due on another day."""
    return voice.say("{name} is due on {day}.", name=name, day=day)


def skipped(voice: Voice, name: str, day: str) -> str:
    """Say that a bill of a day is not to be paid."""
    return voice.say("{name} of {day} is skipped.", name=name, day=day)


def the_most(voice: Voice, name: str, amount: str) -> str:
    """Say what the most was spent on."""
    return voice.say("The most: {name}, {amount}", name=name, amount=amount)


def the_week_before(voice: Voice, amount: str) -> str:
    """Say what was spent in the week before the one that is told of."""
    return voice.say("The week before: {amount}", amount=amount)


def quiet_days(voice: Voice, days: list[str]) -> str:
    """Say on which days nothing was spent, as somebody noted."""
    return voice.say("Nothing spent on {days}", days=voice.listed(days))


def last_digest(voice: Voice) -> str:
    """Say that the digest comes no more."""
    return voice.say("Four weeks without an entry: the weekly digest is off. /digest switches it on again.")


def reminder(voice: Voice) -> str:
    """Ask for what was spent today."""
    return voice.say("Nothing is recorded for today yet.")


def last_reminder(voice: Voice) -> str:
    """Ask for what was spent today, for the last time."""
    return voice.say("Nothing is recorded for today yet. This reminder is the last one: /remind switches it on again.")


def reminder_of(voice: Voice, day: str) -> str:
    """Ask for what was spent on a day that is over."""
    return voice.say("Nothing is recorded for {day} yet.", day=day)


def last_reminder_of(voice: Voice, day: str) -> str:
    """Ask for what was spent on a day that is over, for the last time."""
    return voice.say(
        "Nothing is recorded for {day} yet. This reminder is the last one: /remind switches it on again.", day=day
    )


def nothing_spent(voice: Voice, day: str) -> str:
    """Say that it is noted that nothing was spent on a day."""
    return voice.say("Nothing spent on {day}: noted.", day=day)


def remind_later(voice: Voice) -> str:
    """Say that the next reminder comes tomorrow."""
    return voice.say("Then later. The next reminder comes tomorrow, if nothing is recorded.")


def weekday_and_time(voice: Voice, weekday: str, time: str) -> str:
    """Write a weekday with a time."""
    return voice.say("{weekday} {time}", weekday=weekday, time=time)


def digest_offered(voice: Voice) -> str:
    """Offer the digest."""
    return voice.say("Shall I look back at each week by myself?")


def digest(voice: Voice, at: str) -> str:
    """Say when the digest comes."""
    return voice.say("The weekly digest comes on {at}.", at=at)


def no_digest(voice: Voice) -> str:
    """Say that no digest comes, and how one does."""
    return voice.say("No weekly digest. Tap a time, or write <code>/digest monday 8:00</code>")


def remind_at(voice: Voice, at: str) -> str:
    """Say when the reminder comes."""
    return voice.say("On days without an entry a reminder comes at {at}.", at=at)


def no_reminder(voice: Voice) -> str:
    """Say that no reminder comes, and how one does."""
    return voice.say("No reminder. Tap a time, or write <code>/remind 20:00</code>")


def not_here(voice: Voice) -> str:
    """Say that a terminal is told nothing by itself."""
    return voice.say("I say nothing by myself in a terminal; on Telegram I do.")


def digest_blurb(voice: Voice) -> str:
    """Say what /digest is for."""
    return voice.say("a look back at the week, by itself")


def remind_blurb(voice: Voice) -> str:
    """Say what /remind is for."""
    return voice.say("a reminder on days without an entry")
