"""What stands on the buttons of bills, paydays, spreads, the card, and of what the bot says by itself.

Labels are plain text, not HTML.
"""

from words.voice import Voice


def paid(voice: Voice, amount: str) -> str:
    """Record that a bill is paid."""
    return voice.say("Paid {amount}", amount=amount)


def not_paid(voice: Voice) -> str:
    """Leave a bill as it is."""
    return voice.say("No")


def it_was(voice: Voice, name: str) -> str:
    """Let an expense pay a bill."""
    return voice.say("It was {name}", name=name)


def count_with_bill(voice: Voice) -> str:
    """Let a payment count where its bill does."""
    return voice.say("Count it with the bill")


def fresh_start(voice: Voice, category: str) -> str:
    """Let a category carry nothing of the weeks before."""
    return voice.say("Fresh start: {category}", category=category)


def spread(voice: Voice) -> str:
    """Lead to the weeks over which an expense could be spread."""
    return voice.say("Spread over weeks…")


def weeks(voice: Voice, n: int) -> str:
    """Spread an expense over some weeks."""
    return voice.count("{n} week", "{n} weeks", n)


def own_week(voice: Voice) -> str:
    """Let an expense that is spread count in the week of its day alone again."""
    return voice.say("In its own week")


def from_day(voice: Voice, day: str) -> str:
    """Let something begin on a day."""
    return voice.say("From {day}", day=day)


def paid_bill(voice: Voice, name: str, amount: str) -> str:
    """Record the payment of one of several due bills."""
    return voice.say("Paid {name}, {amount}", name=name, amount=amount)


def of_bill(voice: Voice, name: str, label: str) -> str:
    """Do with one of several due bills what a label says."""
    return voice.say("{name}: {change}", name=name, change=label)


def another_amount(voice: Voice) -> str:
    """Pay another amount than the bill's."""
    return voice.say("Another amount")


def tomorrow(voice: Voice) -> str:
    """Let a bill fall due tomorrow."""
    return voice.say("Tomorrow")


def skip(voice: Voice) -> str:
    """Skip a bill this time."""
    return voice.say("Skip this one")


def nothing_spent(voice: Voice) -> str:
    """Note that nothing was spent today."""
    return voice.say("Nothing spent")


def digest_on(voice: Voice, at: str) -> str:
    """Let the digest come at a time of the week."""
    return voice.say("Yes, {at}", at=at)


def later(voice: Voice) -> str:
    """Answer a reminder without anything to record."""
    return voice.say("Later")


def off(voice: Voice) -> str:
    """Switch the digest or the reminder off."""
    return voice.say("Off")


def make_card(voice: Voice) -> str:
    """Make a card."""
    return voice.say("📌 Money left")


def make_bill(voice: Voice) -> str:
    """Make an expense that comes again a bill."""
    return voice.say("Make it a bill…")


def outside(voice: Voice) -> str:
    """Let a bill's payments count in no weekly limit."""
    return voice.say("Outside the weekly limits")


def inside(voice: Voice, category: str) -> str:
    """Let a bill's payments count in a category."""
    return voice.say("In {category}", category=category)


def carry_over(voice: Voice) -> str:
    """Record what was left of the last pay period as extra cash."""
    return voice.say("Carry it over")


def expect(voice: Voice, when: str) -> str:
    """Expect paychecks by a rule."""
    return voice.say("Expect them {when}", when=when)


def estimate(voice: Voice, name: str, amount: str) -> str:
    """Let a bill cost about an amount."""
    return voice.say("{name}: about {amount}", name=name, amount=amount)
