"""What taps taught: listed, and forgotten by a tap."""

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply


async def rules(deps: Dependencies, call: Call) -> Reply:
    """Show what taps taught, the latest first."""
    return replies.rules(call.voice, *await deps.bookkeeper.rules(call.owner))


async def _show(deps: Dependencies, button: buttons.ShowRules, tap: Tap) -> Answer:
    return Answer(replies.rules(tap.voice, *await deps.bookkeeper.rules(tap.owner), button.page))


async def _forget(deps: Dependencies, button: buttons.ForgetRule, tap: Tap) -> Answer:
    await deps.bookkeeper.forget_rule(tap.owner, button.taught)
    return await _show(deps, buttons.ShowRules(button.page), tap)


TAPS: TapHandlers = {buttons.ShowRules: _show, buttons.ForgetRule: _forget}
