"""What writes files of entries."""

from bot import replies
from bot.handlers.context import Call, Dependencies
from bot.reply import Reply
from budget.exports.forms import FORMS

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
