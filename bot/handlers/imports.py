"""What shows and records the files that people send."""

from bot import buttons, replies
from bot.events import Answer
from bot.handlers.context import Call, Dependencies, Tap, TapHandlers
from bot.reply import Reply
from budget.bookkeeper import Message
from budget.errors import NotEmpty, Refused
from budget.imports.bounds import RowRefused
from budget.imports.own_json import book_in
from budget.imports.proposals import Proposal, Shown


async def import_(deps: Dependencies, call: Call) -> Reply:
    """Say what the file that came with the message holds; nothing is recorded before a tap."""
    if call.message.table is None:
        return replies.usage_import(call.voice)
    if (book := _book_in(call.message.table)) is not None:
        offer = await deps.importer.books.begin(call.message, book, deps.now())
        return replies.book_offer(call.voice, offer, call.message.number)
    try:
        shown = await deps.importer.begin(call.message, call.message.table, deps.now())
    except RowRefused as problem:
        return replies.row_refused(call.voice, problem.line, problem, await deps.bookkeeper.money(call.owner))
    return replies.proposal(call.voice, shown, call.message.number, shown.budget.day_of(call.now))


async def imports(deps: Dependencies, call: Call) -> Reply:
    """List the latest files that were recorded."""
    budget, files = await deps.importer.imports(call.owner)
    return replies.imports(call.voice, files, budget.day_of(call.now))


async def _of_file(deps: Dependencies, button: buttons.FileButton, tap: Tap) -> Answer:
    """Do what a button says of a file, which its door has fetched again."""
    table = tap.tapped.table
    try:
        if table is None:  # it is recorded already, or waits no more
            done = await deps.importer.recorded(tap.owner, button.message, tap.now)
            return Answer(replies.receipt(tap.voice, done) if done.state.entries else replies.offer_is_over(tap.voice))
        return Answer(await _with_file(deps, button, tap, table))
    except RowRefused as problem:
        money = await deps.bookkeeper.money(tap.owner)
        return Answer(replies.row_refused(tap.voice, problem.line, problem, money))
    except Refused as problem:
        return Answer(replies.refused(tap.voice, problem, await deps.bookkeeper.money(tap.owner)))


async def _with_file(deps: Dependencies, button: buttons.FileButton, tap: Tap, table: bytes) -> Reply:
    at = tap.owner, button.message, table
    match button:
        case buttons.RecordFile():
            return await _recorded(deps, button, tap, table)
        case buttons.OldRecordFile():  # the currency may be another one since: a tap on what it is now records it
            shown = await deps.importer.proposal(*at, tap.now)
            return replies.proposal_changed(tap.voice, shown, button.message, shown.budget.day_of(tap.now), None)
        case buttons.Want(wish=wish) | buttons.NoLongerWant(wish=wish):
            on = isinstance(button, buttons.Want)
            shown = await deps.importer.wish(*at, wish, tap.now, on=on)
        case buttons.AnswerFile(topic=topic, option=option):
            shown = await deps.importer.answer(*at, topic, option, tap.now)
        case buttons.MapCategory(place=place, category=category):
            shown = await deps.importer.map_category(*at, place, category, tap.now)
        case _:
            shown = await deps.importer.proposal(*at, tap.now)
    today = shown.budget.day_of(tap.now)
    if isinstance(button, buttons.ShowRows) and not shown.preview.questions:
        return replies.file_rows(tap.voice, shown, button.rows, button.message, today)
    if isinstance(button, buttons.AskCategory | buttons.MapCategory) and not shown.preview.questions:
        asked = _to_ask(button, shown)
        if asked is not None:
            return replies.file_category(tap.voice, shown, asked, button.message)
    return replies.proposal(tap.voice, shown, button.message, today)


async def _recorded(deps: Dependencies, button: buttons.RecordFile, tap: Tap, table: bytes) -> Reply:
    """Record a file as it was shown; where it is another one by now, show that."""
    number, name = button.message, tap.tapped.name
    seen = Shown(button.currency, button.rows)
    message = Message(tap.owner, number, tap.author, "/import", tap.now, table=table, group=tap.group, name=name)
    done = await deps.importer.record(message, table, seen)
    if isinstance(done, Proposal):
        return replies.proposal_changed(tap.voice, done, number, done.budget.day_of(tap.now), seen)
    return replies.receipt(tap.voice, done) if done.state.entries else replies.nothing_recorded(tap.voice)


def _to_ask(button: buttons.AskCategory | buttons.MapCategory, shown: Proposal) -> int | None:
    """Return the place of the category of a file that is asked about: the one that is wanted, or the next that goes nowhere yet."""
    if isinstance(button, buttons.AskCategory):
        return button.place if button.place < len(shown.categories) else None
    return next((n for n, called in enumerate(shown.categories) if called in shown.unmapped and n > button.place), None)


def _book_in(table: str | bytes) -> bytes | None:
    """Return the whole book that a file holds, None for any other file."""
    return book_in(table if isinstance(table, bytes) else table.encode("utf-8", "replace"))


async def _restore_book(deps: Dependencies, button: buttons.RestoreBook, tap: Tap) -> Answer:
    """Put a whole book, which the door has fetched again, into its chat."""
    book = None if tap.tapped.table is None else _book_in(tap.tapped.table)
    if book is None:
        return Answer(replies.offer_is_over(tap.voice))
    try:
        whole = await deps.importer.books.restore(tap.owner, button.message, book, tap.now)
    except NotEmpty:
        return Answer(replies.book_not_empty(tap.voice))
    return Answer(replies.book_restored(deps.voices(whole.book.budget.language), whole))


async def _drop_file(_deps: Dependencies, _button: buttons.DropFile, tap: Tap) -> Answer:
    return Answer(replies.file_dropped(tap.voice))


TAPS: TapHandlers = {
    buttons.ImportFile: _of_file,
    buttons.RecordFile: _of_file,
    buttons.OldRecordFile: _of_file,
    buttons.ShowRows: _of_file,
    buttons.Want: _of_file,
    buttons.NoLongerWant: _of_file,
    buttons.AnswerFile: _of_file,
    buttons.AskCategory: _of_file,
    buttons.MapCategory: _of_file,
    buttons.DropFile: _drop_file,
    buttons.RestoreBook: _restore_book,
}
