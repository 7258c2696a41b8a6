"""What a question in words is answered with: `how much is left?`, `is rent paid?`, `what did I spend on tacos?`."""

from collections.abc import Mapping
from functools import partial

from bot import replies
from bot.handlers import looks, plan
from bot.handlers.context import Call, CommandHandler, Dependencies
from bot.handlers.recent import LISTED
from bot.handlers.topics import about_command
from bot.reply import Reply
from budget.afford import affordable
from budget.asked_spending import entries_asked, spending_asked
from budget.bookkeeper import Message
from budget.grammar import Afford, Asked, NameAlone, Stretch
from budget.grammar.commands import is_courtesy
from budget.grammar.listing import Listed
from budget.grammar.pointing import Pointed, asks_of_bills, pointed
from budget.looks import as_read
from budget.receipts import Receipt, asked_in, corrects_something, is_unread
from words.voice import Voice

_SHOWN: Mapping[Pointed, CommandHandler] = {Pointed("bills"): plan.bills, Pointed("payday"): plan.payday}
"""What is shown at once to who writes about it: it can be asked for in too many ways."""


async def looked_for(deps: Dependencies, voice: Voice, receipt: Receipt, message: Message, bot: str) -> Reply | None:
    """Answer a question about what is left, spent or paid by the look that it asks for. In a group people ask each other."""
    if message.may_be_talk or message.forwarded:
        return None
    asked = asked_in(receipt)
    if asked is None:
        return await _led_to(deps, voice, receipt, message, bot)
    is_of_none = asked._replace(stretch=None, day=None, last=None) == Asked()
    if is_of_none and is_unread(receipt) and asks_of_bills(message.text, receipt.budget.language):
        return (await plan.bills(deps, Call("bills", "", message, voice, bot)))._replace(look=True)
    if asked.stretch is Stretch.UNCLEAR:
        return replies.days_unclear(voice)
    if asked.bill and asked.stretch is None:
        return await plan.asked_about_bill(deps, voice, message, asked.bill)
    if asked.stretch is not None or asked.earned or asked.thing:
        return (await _spent_over(deps, voice, receipt, message, asked))._replace(look=True)
    if asked.category is not None:
        summary = await deps.bookkeeper.summary_as_read(message.owner, receipt.budget, message.sent_at)
        return replies.standing(voice, summary, asked.category, of_week=True)._replace(look=True)
    name, look = ("period", looks.period) if asked.paycheck else ("week", looks.week)
    return (await look(deps, Call(name, "", message, voice, bot)))._replace(look=True)


async def _led_to(deps: Dependencies, voice: Voice, receipt: Receipt, message: Message, bot: str) -> Reply | None:
    """Do what a message in which nothing is read says of a bill, or show the command that it is about; None for any other one.

    Of bills and paydays they are shown themselves. What corrects an entry is asked which one.
    """
    call, is_open = Call("bill", "", message, voice, bot), is_unread(receipt) and not receipt.holds
    for act in (plan.bill_left_out, plan.bill_brought_back) if is_open else ():
        if (done := await act(deps, call, receipt)) is not None:
            return done
    if corrects_something(receipt):
        return replies.which_entry(voice)
    if is_open and asks_of_bills(message.text, receipt.budget.language):
        return (await plan.bills(deps, call))._replace(look=True)
    about = pointed(message.text, receipt.budget.language) if is_open else None
    if about is None:
        return await _thanked(deps, receipt, message) if is_open else None
    shown = _SHOWN.get(about)
    return (await shown(deps, call))._replace(look=True) if shown else await about_command(deps, call, about)


async def _thanked(deps: Dependencies, receipt: Receipt, message: Message) -> Reply | None:
    """Answer thanks and praise with a thumb up; None for anything else, and where a question waits: it would look like a Yes."""
    if not is_courtesy(message.text, receipt.budget.words) or await deps.bookkeeper.is_asked(message):
        return None
    return replies.glad()


async def asked_of_week(
    deps: Dependencies, voice: Voice, receipt: Receipt, message: Message, asks: NameAlone | Afford
) -> Reply:
    """Say where a category stands that is named alone, or whether an amount can be afforded."""
    summary = await deps.bookkeeper.summary_as_read(message.owner, receipt.budget, message.sent_at)
    if isinstance(asks, NameAlone):
        return replies.standing(voice, summary, asks.category)._replace(look=True)
    return replies.afford(voice, affordable(summary, asks.amount, asks.category), summary)


async def _by_whom(deps: Dependencies, voice: Voice, receipt: Receipt, message: Message, asked: Asked) -> Reply:
    """List a group's entries of some days, each with who spent it: what one member spent is not added up."""
    listed = Listed(asked._replace(thing="", who=False))
    look = partial(as_read, receipt.budget, partial(entries_asked, now=message.sent_at, listed=listed, most=LISTED))
    return replies.entries_over(voice, listed, await deps.bookkeeper.seen(message.owner, look), receipt.budget)


async def _spent_over(deps: Dependencies, voice: Voice, receipt: Receipt, message: Message, asked: Asked) -> Reply:
    """Say what was spent over some days, or came in."""
    look = partial(as_read, receipt.budget, partial(spending_asked, now=message.sent_at, asked=asked))
    through_all = bool(asked.thing or asked.bill)  # their entries are known by their notes alone
    seen = await deps.bookkeeper.seen(message.owner, look, long=through_all)
    if asked.thing and seen.of_thing is None and asked.category is None:
        if asked.who and message.group:
            return await _by_whom(deps, voice, receipt, message, asked)
        return replies.not_found(voice, asked.thing, receipt.budget)
    return replies.spent_over(voice, asked, seen)
