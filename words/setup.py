"""The first minute: who the bot is for, what it guessed, and the first entry."""

from words.voice import Voice


def claimed(voice: Voice, name: str) -> str:
    """Greet who claimed the bot; the name is empty where it is not known."""
    if name:
        return voice.say("<b>This bot is yours, {name}.</b>", name=name)
    return voice.say("<b>This bot is yours.</b>")


def let_in(voice: Voice, inviter: str) -> str:
    """Greet who came by an invitation; the inviter is empty where that one's name is not known."""
    if inviter:
        return voice.say(
            "<b>{inviter} let you in.</b> This chat is your own budget; nobody else sees it.", inviter=inviter
        )
    return voice.say("<b>You are in.</b> This chat is your own budget; nobody else sees it.")


def group(voice: Voice) -> str:
    """Greet a group."""
    return voice.say("<b>This group has a budget now.</b> Everyone who may use me shares it.")


def greeting(voice: Voice) -> str:
    """Say what the bot does."""
    return voice.say("I keep track of what you spend, and of what is left since your last paycheck.")


def not_begun(voice: Voice) -> str:
    """Say of what a look shows that it is kept nowhere yet, and how it is begun."""
    return voice.say("Nothing is kept here yet: this is what a budget starts with. /start begins it.")


def is_this_right(voice: Voice) -> str:
    """Ask whether the settings fit."""
    return voice.say("Is this right?")


def currency(voice: Voice, name: str, sample: str) -> str:
    """Say which currency, and how an amount is written in it."""
    return voice.say("Currency: <b>{name}, {sample}</b>", name=name, sample=sample)


def time(voice: Voice, clock: str, place: str) -> str:
    """Say what time it is for the person, if the time zone is right."""
    return voice.say("Time: <b>{clock}</b> ({place})", clock=clock, place=place)


def week(voice: Voice, weekday: str) -> str:
    """Say when the week starts."""
    return voice.say("Week starts <b>{weekday}</b>", weekday=weekday)


def write_something(voice: Voice, spent: str, paid: str) -> str:
    """Show the first thing to do, with examples to tap or to type."""
    return voice.say(
        "Now write something you bought today, as you would say it:\n<code>{spent}</code>\nPaid lately? <code>{paid}</code>",
        spent=spent,
        paid=paid,
    )


def paid_on_friday(voice: Voice, amount: str) -> str:
    """Write a paycheck with its day, as the language's grammar reads it."""
    return voice.typed("paid {amount} friday", amount=amount)
