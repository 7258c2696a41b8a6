"""What a message does that corrects one: a reply, or what is typed right behind it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from budget import acts
from budget.answers import Labels
from budget.budgets import Budget
from budget.entries import Entry, Kind, RecordedEntry
from budget.following import (
    may_follow,
    of_line,
    paycheck_corrected,
    said_among_others,
    said_further_behind,
    said_right_behind,
    says_again,
    says_to_restore,
    says_what_was,
    undone_last,
    undone_named,
)
from budget.grammar import MOST_LINES, Question, Understood
from budget.grammar.commands import says_no, undoes_that
from budget.grammar.numbered import names_command
from budget.ledger import MessageTransaction
from budget.message_readings import Readings, scope_of, storable
from budget.messages import Message
from budget.prompts import Prompt, gives_up
from budget.receipts import Receipt, receipt_of
from budget.recorded_readings import recorded_as
from budget.removals import Removal, amount_to_remove
from budget.replying import (
    Found,
    Outcome,
    answer_said,
    asks_one,
    asks_something,
    no_said,
    part_said,
    reply,
    target_of,
    words_said,
)
from budget.states import OpenQuestion, Status, StoredMessage, Submission

LabelsIn = Callable[[Budget, date, OpenQuestion], Labels]
"""Tells what the buttons of a question in a budget say on a day."""


def corrected(
    message: Message,
    to: int | None,
    about: int | None,
    asked_for: Prompt | None,
    labels: LabelsIn,
    tx: MessageTransaction,
) -> Receipt | None:
    """Do what a reply says: the act of `Bookkeeper.correct`."""
    replied = asks_one(tx, message.right_before) if to is None else tx.replied(to, about)
    scope = scope_of(message, tx.budget)
    text = storable(message.text)
    read: Callable[[StoredMessage], Found]
    labels_of = partial(labels, tx.budget, scope.today)
    if to is None:
        read = no_said if says_no(text, scope.vocabulary) else partial(answer_said, text, scope, labels_of)
    elif asked_for is None:
        read = partial(
            words_said, text, scope, labels_of, group=message.may_be_talk, asks=asks_something(text, scope, tx.budget)
        )
    else:
        read = partial(part_said, asked_for, text, scope)
    if to is not None and asked_for is None and (again := once_more(message, tx, replied)) is not None:
        return recorded_as(message, tx, again)
    done = reply(tx, _reply_of(message, tx), replied, read)
    if done is None:
        return None
    receipt = _receipt_of_reply(message, tx, done)
    changed = receipt.corrects is not None
    gave_up = asked_for is not None and gives_up(text, asked_for.part, scope.vocabulary)
    # Also with what stands already.
    answered = asked_for is not None and changed and not gave_up and done.state.status is Status.DONE
    return receipt._replace(corrected=done.corrected or answered)


def _reply_of(message: Message, tx: MessageTransaction) -> Submission:
    name = tx.budget.author_name(message.name)
    return Submission(message.author, message.version, message.sent_at, (), message.edited, author_name=name)


def _receipt_of_reply(message: Message, tx: MessageTransaction, done: Outcome) -> Receipt:
    """Return the receipt of what came of a reply, or of what corrects the message before it."""
    receipt = receipt_of(done.tx, done.state, message.sent_at)
    changed = done.tx is not tx and done.problem is None and not done.which
    corrects = done.tx.message if changed else None
    return receipt._replace(corrects=corrects, corrected=done.corrected, problem=done.problem, which=done.which)


def _followed(message: Message, tx: MessageTransaction, done: Outcome | None) -> Receipt | None:
    """Return the receipt of what came of a message that is no reply; None where it corrected nothing."""
    return None if done is None else _receipt_of_reply(message, tx, done)._replace(follows=True)


def right_behind(message: Message, tx: MessageTransaction, readings: Readings) -> Receipt | None:
    """Correct the message right before this one, as a reply would; None where it is no correction, or nothing stands there."""
    if message.may_be_talk:
        return _said_in_group(message, tx, readings)
    if not may_follow(message, readings, tx.budget.words) or (message.edited and acts.replied_to(tx) is None):
        return None
    by_amount = amount_to_remove(message.text, tx.budget.words)  # `delete the 25`, but not `undo last 2`
    if not by_amount and names_command(message.text.strip(), tx.budget.language, tx.budget.has_name):
        return None
    if says_to_restore(message.text, tx.budget.words):
        return brought_back(message, tx)
    named = undone_named(message.text, partial(tx.entry_changes, MOST_LINES), tx.budget.words)
    if named is not None:
        return _restored(message, tx, *named)
    scope = scope_of(message, tx.budget)
    read = partial(said_right_behind, storable(message.text), scope)
    paycheck = paycheck_corrected(message.text, readings[0][1], scope, tx.recent)
    target = target_of(tx, message.right_before) if paycheck is not None else None
    is_behind = paycheck is None or (target is not None and target.message == paycheck[0].message)
    done = reply(tx, _reply_of(message, tx), message.right_before, read) if is_behind else None
    found = None
    if done is None:
        found = paycheck or said_further_behind(message.text, readings[0][1], scope, tx.recent)
    if found is not None:
        one, said = found
        done = reply(tx, _reply_of(message, tx), (one.message,), partial(of_line, one.line, said))
    return _followed(message, tx, done)


def _said_in_group(message: Message, tx: MessageTransaction, readings: Readings) -> Receipt | None:
    """Ask whether a group's message says what an entry of today was; None where it says nothing of the kind, or is only talk."""
    match readings:
        case [(text, Understood() | Question())] if says_what_was(text, tx.budget.words):
            named = said_among_others(text, scope_of(message, tx.budget), tx.recent)
        case _:
            return None
    if message.forwarded or message.edited or (named is None and acts.replied_to(tx) is None):
        return None
    if named is None:  # a repeat says what came of it
        done = reply(tx, _reply_of(message, tx), (), lambda _stored: None)
    else:
        done = reply(tx, _reply_of(message, tx), (named[0].message,), partial(of_line, named[0].line, named[1]))
    return _followed(message, tx, done)


def brought_back(message: Message, tx: MessageTransaction) -> Receipt | None:
    """Restore what the latest change of an entry undid; None where it undid nothing."""
    undone = undone_last(tx.entry_changes(MOST_LINES))
    if undone is None and acts.replied_to(tx) is None:
        return None
    of, line = undone or (tx.message, -1)  # a repeat says what came of it
    return _restored(message, tx, of, line)


def _restored(message: Message, tx: MessageTransaction, of: int, line: int) -> Receipt | None:
    done = reply(tx, _reply_of(message, tx), (of,), lambda _stored: [(line, Removal(undone=False))])
    return _followed(message, tx, done)


def undone_right_before(message: Message, tx: MessageTransaction) -> bool:
    """Whether the message right before this one undid what the latest change of an entry undid; a repeat says so again."""
    if (done := acts.replied_to(tx)) is not None:
        return not any(one.undone for one in done.stored().entries)
    undone = undone_last(tx.entry_changes(MOST_LINES))
    for before in map(tx.at, message.right_before):
        done = acts.replied_to(before)
        if done is not None or before.stored().version is not None:
            return done is not None and undone is not None and done.message == undone[0]
    return False


def once_more(message: Message, tx: MessageTransaction, before: Sequence[int]) -> Readings | None:
    """Read `same again` as the one expense of the first message that is stored, today; None for anything else."""
    if message.forwarded or not says_again(message.text, tx.budget.words):
        return None
    target = target_of(tx, before)
    stored = target.stored() if target is not None else StoredMessage()
    match stored.entries:
        case [RecordedEntry(entry=Entry(kind=Kind.EXPENSE) as entry, undone=False)] if not stored.questions:
            return ((message.text, Understood(replace(entry, day=tx.budget.day_of(message.sent_at)))),)
        case _:
            return None


def is_undo_that(message: Message, budget: Budget) -> bool:
    """Whether a message says `undo that`: after what undid an entry it means that, else the entry."""
    return message.may_order and undoes_that(message.text, budget.language)
