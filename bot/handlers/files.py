"""What writes and reads tables of entries."""

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.bookkeeper import Message
from budget.errors import Refused
from budget.exports.forms import FORMS
from budget.imports.own_csv import RowRefused
from words.voice import Voice

FORMS_OFFERED = tuple(name for name in FORMS if name != "json")
"""The forms that may stand behind `/export`. JSON is for a whole book, and this hands out its entries."""


async def export(deps: Dependencies, call: Call) -> Reply:
    """Hand out all entries as a file, in the form that is named: CSV without one."""
    name = call.rest.lower() or "csv"
    if name not in FORMS_OFFERED:
        return replies.unknown_form(call.voice, call.rest, FORMS_OFFERED)
    file, entries = await deps.bookkeeper.export(call.owner, form=name)
    marked = "budget" if name == "csv" else f"budget-{name}"
    ending = FORMS[name].ending
    return replies.exported(call.voice, f"{marked}-{call.message.sent_at:%Y-%m-%d}.{ending}", file, entries)


async def import_(deps: Dependencies, call: Call) -> Reply:
    """Record the entries of the file that came with the message."""
    if call.message.table is None:
        return replies.usage_import(call.voice)
    return await _imported(deps, call.voice, call.message, call.message.table)


async def _imported(deps: Dependencies, voice: Voice, message: Message, table: str | bytes) -> Reply:
    try:
        return replies.imported(voice, await deps.bookkeeper.bring_in(message, table))
    except RowRefused as problem:
        budget = await deps.bookkeeper.budget(message.owner)
        return replies.row_refused(voice, problem.line, problem, budget.money)


async def _import_file(deps: Dependencies, button: buttons.ImportFile, tap: Tap) -> Answer:
    """Import a file that was offered, once: as the message with which it came."""
    table = tap.tapped.table
    if table is None:  # it is imported already, or not offered any more
        done = await deps.bookkeeper.receipt(tap.owner, button.message, tap.now)
        return Answer(replies.receipt(tap.voice, done) if done.state.entries else replies.offer_is_over(tap.voice))
    message = Message(tap.owner, button.message, tap.author, "/import", tap.now, table=table, group=tap.group)
    try:
        return Answer(await _imported(deps, tap.voice, message, table))
    except Refused as problem:
        return Answer(replies.refused(tap.voice, problem, await deps.bookkeeper.money(tap.owner)))


async def _drop_file(_deps: Dependencies, _button: buttons.DropFile, tap: Tap) -> Answer:
    return Answer(replies.file_dropped(tap.voice))


TAPS: TapHandlers = {buttons.ImportFile: _import_file, buttons.DropFile: _drop_file}
