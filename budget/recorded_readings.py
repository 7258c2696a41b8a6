"""Records what a message was read as, over an open transaction."""

import operator
from collections.abc import Sequence

from budget import acts
from budget.entries import PARTS
from budget.entry_changes import MOST_KEPT, is_other
from budget.errors import KeptByAnother, Why
from budget.grammar import MOST_LINES, Reading, Treatment, Unreadable
from budget.keeping import close_questions
from budget.ledger import MessageTransaction
from budget.message_readings import Readings
from budget.messages import Message
from budget.offering import offers_of
from budget.receipts import Receipt, likely_categories, pay_period_of
from budget.standings import with_this_week
from budget.states import Layout, MessageState, Status, StoredMessage, Submission
from budget.submissions import tell


def recorded_as(
    message: Message, tx: MessageTransaction, readings: Readings, treatments: tuple[Treatment, ...] = ()
) -> Receipt:
    """Record what a message was read as."""
    budget = tx.budget
    today = budget.day_of(message.sent_at)
    stored = tx.stored() if message.edited else None
    elsewhere = None
    if stored is not None and stored.version is None:
        elsewhere = tx.kept_by_another(message.author, message.sent_at)
    if elsewhere is not None:
        tx = tx.at(elsewhere)
        stored = tx.stored()
    told = tell(readings, stored, tx.taught)
    # What has no layout and more entries than lines came from a file: its caption corrects none of them.
    if any(told.lines) and (stored is None or stored.layout is not None or len(stored.entries) <= MOST_LINES):
        submission = Submission(
            message.author,
            message.version,
            message.sent_at,
            told.lines,
            message.edited,
            layout=told.layout,
            named=told.named,
            moved=told.moved,
            author_name=budget.author_name(message.name),
        )
        state = acts.record(tx, submission, stored)
    elif stored is not None:
        state = close_questions(tx, message.version, stored)
    else:
        state = MessageState(Status.DONE)
    if elsewhere is not None and state.status is not Status.DONE:
        raise KeptByAnother(f"{elsewhere}")
    # Of a repeat nobody can tell whether it changed something when it came first.
    done = state.status is Status.DONE
    as_before = stored is not None and done and _is_same(stored, state) and _same_layout(stored, told.layout)
    pay_period = pay_period_of(tx, state, message.sent_at)
    is_latest = state.order in {(), told.layout.addresses}  # else the readings are of another text than what is stored
    problem = None if is_latest or any(told.lines) or stored is None else _unread(message, stored, told.readings)
    readings = told.readings if is_latest else ()
    likely = likely_categories(tx, state)
    state = with_this_week(tx, state, today)
    return Receipt(
        budget,
        tx.message,
        today,
        state,
        readings,
        treatments,
        message.edited,
        pay_period,
        as_before,
        _begins(tx, stored, state),
        likely,
        problem=problem,
        closed=done and not any(told.lines) and stored is not None and bool(stored.questions),
        offers=offers_of(tx, state, begins=not message.edited),
    )


def _begins(tx: MessageTransaction, stored: StoredMessage | None, state: MessageState) -> bool:
    """Whether an edit corrects no entry. When it comes again its own entries stand there, so their changes tell."""
    if stored is None or state.status is not Status.REPEATED or len(stored.entries) > MOST_LINES:
        return stored is None or not stored.entries
    return not any(
        is_other(change) for one in state.entries for change in tx.entry_changes(MOST_KEPT, (one.message, one.line))
    )


def _unread(message: Message, stored: StoredMessage, readings: Sequence[tuple[str, Reading]]) -> Unreadable | None:
    """Return why an edit of which no line reads has changed nothing; None for one that is older than what is stored."""
    if stored.version is None or message.version < stored.version:
        return None
    return next((one for _, one in readings if isinstance(one, Unreadable)), Unreadable(Why.NO_AMOUNT))


def _is_same(stored: StoredMessage, state: MessageState) -> bool:
    in_text = ([one for one in entries if one.removed_by is None] for entries in (stored.entries, state.entries))
    return operator.eq(*in_text) and stored.questions == state.questions


def _same_layout(stored: StoredMessage, layout: Layout) -> bool:
    """Whether each line keeps its number, and the lines that record nothing are the same as before, by their digests."""
    stood = stored.layout or layout  # what was recorded before messages had layouts has none
    holding = {one.line % PARTS for one in stored.entries} | {one.line for one in stored.questions}
    before, now = (
        [(one.address, None if one.address in holding else one.digest) for one in lines]
        for lines in (stood.lines, layout.lines)
    )
    return before == now
