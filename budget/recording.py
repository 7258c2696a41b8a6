"""What recording a message does, over an open transaction: read its lines, record them, and say what came of it."""

from datetime import timedelta
from functools import partial

from budget.budgets import Budget
from budget.categories import compared
from budget.characters import bounded_name
from budget.correcting import brought_back, is_undo_that, once_more, right_behind, undone_right_before
from budget.first_currency import other_currency
from budget.following import may_follow, says_again
from budget.grammar import About, Question, Reading, Unreadable
from budget.grammar.bill_orders import BillChange, bill_change_said
from budget.grammar.commands import undoes_that
from budget.grammar.dues import OFFERING_BILLS, bills_due
from budget.grammar.limit_said import limit_said
from budget.grammar.lines import ends_in_question
from budget.grammar.listing import listing_said
from budget.grammar.numbered import numbered_message
from budget.ledger import BudgetTransaction, BudgetView, MessageTransaction
from budget.message_readings import Readings, in_currency, in_first_currency, read_message, scope_of, storable
from budget.messages import Message
from budget.receipts import Receipt
from budget.recorded_readings import recorded_as
from budget.states import MessageState, Status
from budget.submissions import tell
from budget.timed import timed_message

LONGEST_TITLE = 40
"""Characters that are kept of a group's title."""
_LATEST = 6  # entries of which one may be what names a bill, too


def _bill_change(message: Message, budget: Budget) -> BillChange | None:
    if not message.may_order or not budget.bill_names:
        return None
    return bill_change_said(message.text.strip(), scope_of(message, budget), budget.bill_names)


def _bill_changed(message: Message, tx: MessageTransaction) -> Receipt | None:
    """Return the receipt of a message that changes a bill; None for any other, and where an entry of the last days is so called."""
    said = _bill_change(message, tx.budget)
    if said is None:
        return None
    today = tx.budget.day_of(message.sent_at)
    latest, since = tx.recent(_LATEST), today - timedelta(days=1)
    if any(one.entry.day >= since and compared(one.entry.note) == said.bill for one in latest):
        return None
    return Receipt(tx.budget, message.number, today, MessageState(Status.DONE), command=said.command)


def _limit_shown(message: Message, budget: Budget, readings: Readings) -> Receipt | None:
    """Return the receipt of what sets a limit by a keyword: the category's is shown, for it holds for more than the keyword says.

    None for any other message.
    """
    match readings:
        case [(text, Question(About.SPENDING))] if message.may_order:
            said = limit_said(text, budget.language, budget.money, budget.category_meant)
        case _:
            return None
    name = next(
        (one.name for one in budget.current if said is not None and said.startswith(f"/limits {one.name} ")), None
    )
    if name is None:
        return None
    today = budget.day_of(message.sent_at)
    return Receipt(budget, message.number, today, MessageState(Status.DONE), command=f"/limits {name}")


def recorded(message: Message, tx: MessageTransaction) -> Receipt:
    """Read a message against its budget, and record what it says: the act of `Bookkeeper.record`."""
    if _new_title(message.title, tx.budget):
        tx.change(partial(titled, message.title))
    if is_undo_that(message, tx.budget) and undone_right_before(message, tx) and (back := brought_back(message, tx)):
        return back
    if (command := _command_said(message, tx.budget)) is not None:
        return command
    again = None if message.may_be_talk else once_more(message, tx, message.right_before)
    if again is not None:
        return recorded_as(message, tx, again)
    readings, treatments = read_message(message, tx, tx.budget, tx.message if message.edited else None)
    receipt = _bill_changed(message, tx) or right_behind(message, tx, readings)
    if receipt is not None:
        return receipt
    if (limit := _limit_shown(message, tx.budget, readings)) is not None:
        return limit
    readings, treatments = in_first_currency(message, tx, readings) or (readings, treatments)
    return recorded_as(message, tx, readings, treatments)


def unrecorded(message: Message, view: BudgetView) -> Receipt | None:
    """Return the receipt of a message of which a budget would hold nothing; None for one that begins one that is not there yet.

    What offers a bill begins it, for a tap begins none.
    """
    budget = view.budget
    if (command := _command_said(message, budget)) is not None:
        return command
    readings, treatments = read_message(message, view, budget)
    currency = other_currency(readings, budget.money.locale)
    if currency is not None and in_currency(message, view, currency) is not None:
        return None
    told = tell(readings, None, view.taught)
    if any(told.lines) or any(_offers_bill(*one, message, budget) for one in readings):
        return None
    today, status = budget.day_of(message.sent_at), Status.REPEATED if message.edited else Status.DONE
    return Receipt(budget, message.number, today, MessageState(status), told.readings, treatments, message.edited)


def may_record_nothing(message: Message) -> bool:
    """Whether a message is worth reading before the budget is locked: a question, or a line without a digit."""
    text = message.text
    if not message.may_order or "\n" in text:
        return False
    return ends_in_question(text) or not any(map(str.isdecimal, text))


def leaving(message: Message, view: BudgetView) -> Receipt | None:
    """Return the receipt of a message that leaves a budget as it is; None for one that may change it."""
    if (
        _new_title(message.title, view.budget)
        or is_undo_that(message, view.budget)
        or _bill_change(message, view.budget)
    ):
        return None
    unchanged, words = unrecorded(message, view), view.budget.words
    if unchanged is None or may_follow(message, unchanged.readings, words) or says_again(message.text, words):
        return None
    return unchanged


def _offers_bill(line: str, reading: Reading, message: Message, budget: Budget) -> bool:
    if not isinstance(reading, Unreadable) or reading.why not in OFFERING_BILLS:
        return False
    return bool(bills_due(line, scope_of(message, budget)))


def _command_said(message: Message, budget: Budget) -> Receipt | None:
    """Return the receipt of a message that asks for a command with a number; None for one that is read."""
    if not message.may_order:
        return None
    text, language = message.text.strip(), budget.language
    command = limit_said(text, language, budget.money, budget.category_called)
    command = command or numbered_message(text, language, budget.has_name)
    command = command or ("/undo" if undoes_that(text, language) else None)
    scope = partial(scope_of, message, budget)
    command = command or timed_message(text, language, scope) or listing_said(text, language, scope)
    if command is None:
        return None
    today = budget.day_of(message.sent_at)
    return Receipt(budget, message.number, today, MessageState(Status.DONE), command=command)


def titled(title: str, tx: BudgetTransaction) -> None:
    """Note the title of a budget's group, where it is another one."""
    if seen := _new_title(title, tx.budget):
        tx.set_title(seen)


def _new_title(title: str, budget: Budget) -> str:
    """Return a group's title as it is kept, which may be less than all of it; empty where the budget has that one."""
    if title in {"", budget.title}:
        return ""
    seen = bounded_name(storable(title), LONGEST_TITLE)
    return seen if seen != budget.title else ""
