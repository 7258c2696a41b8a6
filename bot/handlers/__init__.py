"""What a command and a tap do: a function each, a module a topic. `bot/commands.py` and `TAPS` lead to them."""

from bot.handlers import (
    card,
    choices,
    doors,
    forgetting,
    imports,
    links,
    looks,
    notifications,
    offers,
    people,
    plan,
    receipts,
    recent,
    rules,
    settings,
    setup,
    topics,
)
from bot.handlers.context import TapHandlers

TAPS: TapHandlers = {
    **receipts.TAPS,
    **looks.TAPS,
    **recent.TAPS,
    **choices.TAPS,
    **settings.TAPS,
    **setup.TAPS,
    **rules.TAPS,
    **imports.TAPS,
    **links.TAPS,
    **doors.TAPS,
    **notifications.TAPS,
    **offers.TAPS,
    **forgetting.TAPS,
    **people.TAPS,
    **plan.TAPS,
    **card.TAPS,
    **topics.TAPS,
}
"""What each kind of button does. Every kind of `bot.buttons` is here."""
