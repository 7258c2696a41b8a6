"""The buttons behind [Change…]: what of an entry is to be changed, and the question for one part of it."""

from bot import buttons
from bot.replies.shown_lines import Shown, back
from bot.replies.spreads import leads_to_weeks
from bot.replies.wording import entry_written
from bot.reply import Button, Reply, Style, in_fitting_rows, in_rows
from budget.bookkeeper import Receipt
from budget.entries import RecordedEntry
from budget.errors import NotFound
from budget.prompts import Part
from words import changes as say
from words import labels, plan_labels
from words.voice import Voice


def pick_line(voice: Voice, receipt: Receipt) -> Reply:
    """Ask which entry of a message is to be changed, by the receipt's numbers. Raises `NotFound` where none counts."""
    shown = Shown.of(receipt)
    counting = [line for line in shown.lines if line in shown.held and not shown.held[line].undone]
    if not counting:
        raise NotFound(f"message {receipt.message}")
    if len(counting) == 1:
        return pick_part(voice, receipt, counting[0])
    said = [
        say.numbered(
            voice,
            shown.number(line),
            entry_written(voice, shown.held[line].entry, receipt.budget, receipt.today, short=True),
        )
        for line in counting
    ]
    numbers = [
        Button(labels.number(voice, shown.number(line)), buttons.ChangeLine(receipt.message, line)) for line in counting
    ]
    rows = (*in_rows(numbers, 5), (back(voice, receipt.message),))
    return Reply("\n".join([say.which_one(voice), *said]), rows, question=True)


def pick_part(voice: Voice, receipt: Receipt, line: int) -> Reply:
    """Ask what of an entry is to be changed. Raises `NotFound` where it does not count."""
    held = _entry(receipt, line)
    message = held.message
    shown = [
        Button(labels.amount(voice), buttons.AskFor(message, line, Part.AMOUNT)),
        Button(labels.day(voice), buttons.AskFor(message, line, Part.DAY)),
        Button(labels.note(voice), buttons.AskFor(message, line, Part.NOTE)),
        Button(labels.delete(voice), buttons.UndoLines(message, line), style=Style.DANGER),
    ]
    if held.entry.category is not None:
        shown.insert(0, Button(labels.category_alone(voice), buttons.PickCategory(message, line)))
    if leads_to_weeks(held, receipt):
        shown.append(Button(plan_labels.spread(voice), buttons.PickWeeks(message, line)))
    said = say.what_to_change(voice, _written(voice, held, receipt))
    return Reply(said, tuple(in_fitting_rows([*shown, back(voice, message)], 3)), question=True)


def prompt(voice: Voice, receipt: Receipt, asked: buttons.AskFor) -> Reply:
    """Ask for one part of an entry; the answer is a reply to this. Raises `NotFound` where the entry does not count."""
    held = _entry(receipt, asked.line)
    entry = _written(voice, held, receipt, short=True)
    money = receipt.budget.money
    match asked.part:
        case Part.AMOUNT:
            return Reply(say.ask_amount(voice, entry), prompt=asked, placeholder=money.written(held.entry.amount))
        case Part.DAY:
            return Reply(say.ask_day(voice, entry), prompt=asked, placeholder=say.like_yesterday(voice))
        case Part.NOTE:
            return Reply(say.ask_note(voice, entry), prompt=asked, placeholder=held.entry.note)


def prompt_is_over(voice: Voice) -> Reply:
    """Say that what was asked about is not there any more."""
    return Reply(say.prompt_is_over(voice))


def nothing_changes(voice: Voice) -> Reply:
    """Say that a No changes nothing."""
    return Reply(say.nothing_changes(voice))


def which_entry(voice: Voice) -> Reply:
    """Say how an entry is corrected where a message does not say which."""
    return Reply(say.which_entry(voice, labels.change(voice)))


def _entry(receipt: Receipt, line: int) -> RecordedEntry:
    for held in receipt.state.entries:
        if held.line == line and not held.undone:
            return held
    raise NotFound(f"line {line}")


def _written(voice: Voice, held: RecordedEntry, receipt: Receipt, *, short: bool = False) -> str:
    author = held.author_name
    return entry_written(voice, held.entry, receipt.budget, receipt.today, short=short, author_name=author)
