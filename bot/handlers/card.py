"""The card: one message that says what is left and is kept true."""

from functools import partial

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.handlers.offers import shown
from bot.reply import Reply
from budget.card import card_of
from budget.cards import CardChange

_BARS, _OFF = "bars", "off"


async def card(deps: Dependencies, call: Call) -> Reply:
    """Make the card, change it or take it down. A chat whose messages can't be edited is shown what it would say."""
    word = call.rest
    if word not in {"", _BARS, _OFF}:
        return replies.usage_card(call.voice)
    if deps.cards is None and word == _OFF:
        return replies.card_changed(call.voice, CardChange.NONE)
    if deps.cards is None:
        shown = await deps.bookkeeper.seen(call.owner, partial(card_of, now=call.now))
        return Reply(replies.card(call.voice, shown, bars=word == _BARS).text)
    if word == _OFF:
        change = await deps.cards.switch_off(call.owner)
    else:
        change = await deps.cards.ask(call.owner, call.message.number, bars=word == _BARS)
    return replies.card_changed(call.voice, change)


async def _make(deps: Dependencies, button: buttons.MakeCard, tap: Tap) -> Answer:
    """Make the card that is offered under a receipt. The receipt offers it no more."""
    receipt = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
    if deps.cards is not None:
        await deps.cards.make(tap.owner)
    return Answer(shown(tap, receipt))


TAPS: TapHandlers = {buttons.MakeCard: _make}
