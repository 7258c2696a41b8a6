"""What makes, lists and closes write doors."""

import secrets

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.errors import NotFound

PATH = "/entries"
"""Where a door's entries are posted, under the public address."""


async def door(deps: Dependencies, call: Call) -> Reply:
    """Make a door, whose token a repeat of the message shows again."""
    if deps.doors is None:
        return replies.doors_not_here(call.voice)
    message = call.message
    await deps.bookkeeper.entitle(call.owner, message.title)
    try:
        made, token = await deps.doors.make(message, call.rest, secrets.token_bytes(32))
    except NotFound:
        return replies.door_shown_before(call.voice)
    return replies.door_made(call.voice, made, token, deps.public_url + PATH)


async def doors(deps: Dependencies, call: Call) -> Reply:
    """List the open doors."""
    if deps.doors is None:
        return replies.doors_not_here(call.voice)
    return replies.doors(call.voice, *await deps.doors.doors(call.owner), call.message.sent_at)


async def _ask(deps: Dependencies, button: buttons.CloseDoor, tap: Tap) -> Answer:
    """Ask first. Below a token that was just shown the question is a message of its own: the token can't be shown again."""
    await deps.bookkeeper.budget_of_tap(tap.owner)
    if deps.doors is None:
        raise NotFound(str(button.door))
    _, open_ = await deps.doors.doors(tap.owner)
    door = next((one for one in open_ if one.number == button.door), None)
    if door is None:
        return Answer(notice=replies.settled(tap.voice), alert=False)
    question = replies.ask_to_close(tap.voice, door, listed=button.listed)
    return Answer(question) if button.listed else Answer(before=question)


async def _show(deps: Dependencies, _button: buttons.ShowDoors, tap: Tap) -> Answer:
    await deps.bookkeeper.budget_of_tap(tap.owner)
    if deps.doors is None:
        return Answer(replies.doors_not_here(tap.voice))
    return Answer(replies.doors(tap.voice, *await deps.doors.doors(tap.owner), tap.now))


async def _close(deps: Dependencies, button: buttons.CloseNow, tap: Tap) -> Answer:
    if deps.doors is None:
        raise NotFound(str(button.door))
    await deps.doors.close(tap.owner, button.door, tap.now)
    if button.listed:
        return Answer(replies.doors(tap.voice, *await deps.doors.doors(tap.owner), tap.now))
    return Answer(replies.door_closed(tap.voice))


TAPS: TapHandlers = {buttons.CloseDoor: _ask, buttons.CloseNow: _close, buttons.ShowDoors: _show}
