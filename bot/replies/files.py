"""What is said of files: those that are exported, and those that can't be read."""

from collections.abc import Sequence
from typing import BinaryIO

from bot import buttons
from bot.replies.wording import standings_said
from bot.reply import Button, Document, Reply, quoted
from budget.bookkeeper import Receipt
from words import days, labels
from words import files as say
from words.voice import Voice


def unknown_form(voice: Voice, word: str, forms: Sequence[str]) -> Reply:
    """Say that there is no such form of export, and which there are."""
    return Reply(say.unknown_form(voice, quoted(word), voice.listed(f"<code>/export {form}</code>" for form in forms)))


def exported(voice: Voice, name: str, file: BinaryIO, entries: int) -> Reply:
    """Hand all entries out as a file."""
    if not entries:
        return Reply(say.nothing_to_export(voice))
    return Reply(say.exported(voice, entries), document=Document(name, file, say.no_file_here(voice)))


def imported(voice: Voice, receipt: Receipt) -> Reply:
    """Say what an import has recorded; one tap takes all of it back, or brings back what is undone."""
    held, today = receipt.state.entries, receipt.today
    of_entries = sorted(one.entry.day for one in held)
    of_days = days.day_span(voice, of_entries[0], of_entries[-1], today)
    undone = sum(one.undone for one in held)
    if undone == len(held):
        said = [say.import_undone(voice, len(held), of_days)]
    elif undone:
        said = [say.partly_undone(voice, len(held), of_days, undone)]
    else:
        said = [say.imported(voice, len(held), of_days)]
    this_week = receipt.budget.week_of(today)
    said += standings_said(
        voice, [one for one in receipt.state.standings if one.week == this_week], receipt.budget, today
    )
    offered = []
    if undone < len(held):
        offered.append(Button(labels.undo_all(voice), buttons.UndoLines(receipt.message)))
    if undone:
        offered.append(Button(labels.restore_all(voice), buttons.RestoreLines(receipt.message)))
    return Reply("\n".join(said), (tuple(offered),))
