"""What hands out, lists and revokes share links."""

import secrets

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.addresses import opens_here_alone
from budget.errors import NotFound


async def share(deps: Dependencies, call: Call) -> Reply:
    """Hand out a link, which a repeat of the message can't show again."""
    message = call.message
    try:
        made = await deps.sharing.share(
            call.owner, message.number, message.sent_at, call.words, secrets.token_bytes(32)
        )
    except NotFound:
        return replies.link_shown_before(call.voice)
    await deps.bookkeeper.entitle(call.owner, message.title)
    budget, link, token = made
    address = f"{deps.public_url}/s/{token}"
    if not opens_here_alone(deps.public_url):
        return replies.shared(call.voice, budget, link, address)
    summary = await deps.bookkeeper.summary(call.owner, call.now)
    drawn = await deps.draw(call.voice, call.owner, summary) if deps.draw is not None else None
    shown = replies.shared(call.voice, budget, link, address)
    return replies.shared_here(call.voice, shown, drawn.png if drawn is not None else None)


async def links(deps: Dependencies, call: Call) -> Reply:
    """List the open links."""
    now = call.message.sent_at
    return replies.links(call.voice, *await deps.sharing.links(call.owner, now), now)


async def _ask(deps: Dependencies, button: buttons.RevokeLink, tap: Tap) -> Answer:
    """Ask first. Below a link that was just given out the question is a message of its own: its address can't be shown again."""
    await deps.bookkeeper.budget_of_tap(tap.owner)
    budget, open_ = await deps.sharing.links(tap.owner, tap.now)
    link = next((one for one in open_ if one.number == button.link), None)
    if link is None:
        return Answer(notice=replies.settled(tap.voice), alert=False)
    question = replies.ask_to_revoke(tap.voice, budget, link, tap.now, listed=button.listed)
    return Answer(question) if button.listed else Answer(before=question)


async def _show(deps: Dependencies, _button: buttons.ShowLinks, tap: Tap) -> Answer:
    await deps.bookkeeper.budget_of_tap(tap.owner)
    return Answer(replies.links(tap.voice, *await deps.sharing.links(tap.owner, tap.now), tap.now))


async def _revoke(deps: Dependencies, button: buttons.RevokeNow, tap: Tap) -> Answer:
    await deps.sharing.revoke(tap.owner, button.link, tap.now)
    if button.listed:
        return Answer(replies.links(tap.voice, *await deps.sharing.links(tap.owner, tap.now), tap.now))
    return Answer(replies.link_revoked(tap.voice))


TAPS: TapHandlers = {buttons.RevokeLink: _ask, buttons.RevokeNow: _revoke, buttons.ShowLinks: _show}
