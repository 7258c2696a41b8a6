"""What shows and changes what is really left: whether something can be afforded."""

from bot import replies
from bot.handlers.context import Call, Dependencies
from bot.reply import Reply


async def afford(deps: Dependencies, call: Call) -> Reply:
    """Say whether something can be afforded; nothing is recorded."""
    answer, summary = await deps.bookkeeper.afford_said(call.owner, call.words, call.now)
    return replies.afford(call.voice, answer, summary)
