"""Under which expenses it is offered to spread them over several weeks, and what is said then."""

from bot import buttons
from bot.replies.shown_lines import to_receipt
from bot.replies.wording import entry_said, line_of
from bot.reply import Button, Reply, in_rows
from budget.entries import Kind, RecordedEntry
from budget.errors import NotFound
from budget.receipts import Receipt
from budget.spreads import share, weeks_offered
from words import plan as say
from words import plan_labels
from words.voice import Voice


def weeks_for(held: RecordedEntry, receipt: Receipt) -> tuple[int, ...]:
    """Return over how many weeks an expense may be spread; nothing where its week's limit holds it, or it pays a bill."""
    entry, state = held.entry, receipt.state
    if entry.kind is not Kind.EXPENSE or held.undone or held.line in state.matches:
        return ()
    week = receipt.budget.week_of(entry.day)
    for one in state.standings:
        if (one.category, one.week) == (entry.category, week):
            line = line_of(one, receipt.budget)
            if not line.is_watched:
                borne = share(entry.amount, 0, state.spreads.get(held.line, 1))
                return weeks_offered(entry.amount, line.left + borne, line.limit)
    return ()


def leads_to_weeks(held: RecordedEntry, receipt: Receipt) -> bool:
    """Whether an expense may be spread, or is: what is spread can always be put into its own week, whatever the limit holds."""
    return (held.line in receipt.state.spreads and not held.undone) or bool(weeks_for(held, receipt))


def pick_weeks(voice: Voice, receipt: Receipt, line: int) -> Reply:
    """Offer weeks over which to spread an expense, one that is spread also its own week alone.

    Raises `NotFound` where there is nothing to spread.
    """
    found = next((one for one in receipt.state.entries if one.line == line), None)
    offered = weeks_for(found, receipt) if found is not None else ()
    if found is None or not leads_to_weeks(found, receipt):
        raise NotFound(f"line {line}")
    now = receipt.state.spreads.get(line)
    choices = [(plan_labels.weeks(voice, n), n) for n in offered if n != now]
    own = [(plan_labels.own_week(voice), None)] if now is not None else []
    shown = [Button(label, buttons.SpreadOver(receipt.message, line, n)) for label, n in (*choices, *own)]
    back = to_receipt(voice, receipt)
    said = say.spread_over_what(voice, entry_said(voice, found, receipt.budget, receipt.today))
    return Reply(said, (*in_rows(shown, 3), (back,)), question=True)
