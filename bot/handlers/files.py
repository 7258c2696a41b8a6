"""What writes and reads tables of entries."""

from bot import replies
from bot.handlers.context import Call, Dependencies
from bot.reply import Reply
from budget.imports.own_csv import RowRefused


async def export(deps: Dependencies, call: Call) -> Reply:
    """Hand out all entries as a file."""
    file, entries = await deps.bookkeeper.export(call.owner)
    return replies.exported(call.voice, f"budget-{call.message.sent_at:%Y-%m-%d}.csv", file, entries)


async def import_(deps: Dependencies, call: Call) -> Reply:
    """Record the entries of the file that came with the message."""
    if call.message.table is None:
        return replies.usage_import(call.voice)
    try:
        return replies.imported(call.voice, await deps.bookkeeper.bring_in(call.message, call.message.table))
    except RowRefused as problem:
        budget = await deps.bookkeeper.budget(call.owner)
        return replies.row_refused(call.voice, problem.line, problem, budget.money)
