"""What writes files of entries."""

import asyncio
from typing import BinaryIO

from bot import replies
from bot.handlers.context import Call, Dependencies
from bot.reply import Reply
from budget.exports.forms import FORMS
from words.voice import Voice


async def export(deps: Dependencies, call: Call) -> Reply:
    """Hand out all entries as a file, in the form that is named: CSV without one."""
    name = call.rest.lower() or "csv"
    if name not in FORMS:
        return replies.unknown_form(call.voice, call.rest, tuple(FORMS))
    file, entries = await deps.bookkeeper.export(call.owner, form=name)
    marked = "budget" if name == "csv" else f"budget-{name}"
    called = f"{marked}-{call.message.sent_at:%Y-%m-%d}.{FORMS[name].ending}"
    if FORMS[name].whole and await deps.bookkeeper.known(call.owner) is not None:
        return await whole_budget(call.voice, called, file, entries)
    return replies.exported(call.voice, called, file, entries)


async def whole_budget(voice: Voice, called: str, file: BinaryIO, entries: int) -> Reply:
    """Hand out a whole budget, in a ZIP where it could not be sent back otherwise. Raises `Refused` where not even so."""
    from budget.exports.packing import packed_book  # imported when it is needed: hardly ever

    packed = await asyncio.to_thread(packed_book, file, called)
    if packed is None:
        return replies.whole_exported(voice, called, file, entries)
    return replies.whole_exported(voice, f"{called}.zip", packed, entries)
