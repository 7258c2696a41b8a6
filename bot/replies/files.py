"""Tables that are exported and imported."""

from typing import BinaryIO

from bot import buttons
from bot.replies.refusals import refusal
from bot.replies.wording import day_written, standing_said
from bot.reply import Button, Document, Reply
from budget.bookkeeper import Receipt
from budget.errors import Refused
from budget.money import Money


def exported(name: str, file: BinaryIO, entries: int) -> Reply:
    """Hand all entries out as a file."""
    if not entries:
        return Reply("There is nothing to export yet.")
    return Reply(f"All your entries: {entries:,} {'row' if entries == 1 else 'rows'}.", document=Document(name, file))


def imported(receipt: Receipt) -> Reply:
    """Say what an import has recorded; one tap takes all of it back, or brings back what is undone."""
    held = receipt.state.entries
    days = sorted(one.entry.day for one in held)
    span = f"{day_written(days[0], receipt.today)} to {day_written(days[-1], receipt.today)}"
    undone = sum(one.undone for one in held)
    state = "are undone" if undone == len(held) else "are recorded"
    said = [f"{len(held):,} imported {'entry' if len(held) == 1 else 'entries'}, {span}, {state}."]
    if 0 < undone < len(held):
        said[0] = f"{len(held):,} imported entries, {span}: {len(held) - undone:,} are recorded, {undone:,} undone."
    this_week = receipt.budget.week_of(receipt.today)
    said += [
        standing_said(one, receipt.budget, receipt.today) for one in receipt.state.standings if one.week == this_week
    ]
    offered = []
    if undone < len(held):
        offered.append(Button("Undo all", buttons.UndoLines(receipt.message)))
    if undone:
        offered.append(Button("Restore all", buttons.RestoreLines(receipt.message)))
    return Reply("\n".join(said), (tuple(offered),))


def row_refused(line: int, problem: Refused, money: Money) -> Reply:
    """Say which line of a table's file can't be an entry; nothing of the table is recorded."""
    return Reply(f"Line {line:,}: {refusal(problem.why, problem.word, money)}\nNothing of the table is recorded.")


def file_too_large() -> Reply:
    """Say that a file is larger than any that can be imported."""
    return Reply("That file is larger than 5 MiB, the most that I take. Nothing of it is recorded: send it in parts.")


def file_not_fetched() -> Reply:
    """Say that a file can't be had from Telegram."""
    return Reply("I could not get that file from Telegram. Nothing of it is recorded: please send it again.")


def usage_import() -> Reply:
    """Say how a table is sent."""
    return Reply(
        "Send me a CSV file with the caption /import (in the terminal: <code>/import file.csv</code>). Its heading names the "
        "columns: day,kind,amount,currency,category,note. /export writes such a file; only day and amount are needed."
    )
