"""What writes files of entries."""

import asyncio

from bot import replies
from bot.handlers.context import Call, Dependencies
from bot.reply import Reply
from budget.exports.forms import FORMS


async def export(deps: Dependencies, call: Call) -> Reply:
    """Hand out all entries as a file, in the form that is named: CSV without one."""
    name = call.rest.lower() or "csv"
    if name not in FORMS:
        return replies.unknown_form(call.voice, call.rest, tuple(FORMS))
    if FORMS[name].whole:
        await deps.bookkeeper.budget(call.owner)  # one that was not begun has nothing in it
    file, entries = await deps.bookkeeper.export(call.owner, form=name)
    marked = "budget" if name == "csv" else f"budget-{name}"
    called = f"{marked}-{call.message.sent_at:%Y-%m-%d}.{FORMS[name].ending}"
    if FORMS[name].whole:
        from budget.exports.packing import packed_book  # imported when it is needed: hardly ever

        if (packed := await asyncio.to_thread(packed_book, file, called)) is not None:
            called, file = f"{called}.zip", packed
        return replies.whole_exported(call.voice, called, file, entries)
    return replies.exported(call.voice, called, file, entries)
