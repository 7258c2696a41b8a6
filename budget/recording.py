"""What recording a message does, over an open transaction: read its lines, record them, and say what came of it."""

import operator
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from budget import acts
from budget.answers import Labels
from budget.beginning import in_other_currency, other_currency
from budget.budgets import Budget
from budget.categories import compared
from budget.characters import bounded_name
from budget.currencies import Currency
from budget.entries import PARTS, Entry, Kind, RecordedEntry
from budget.entry_changes import MOST_KEPT, is_other
from budget.errors import KeptByAnother, Why
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
from budget.grammar import (
    MOST_LINES,
    About,
    Question,
    Reading,
    Scope,
    Treatment,
    Understood,
    Unreadable,
    as_question,
    read,
    text_in_group,
)
from budget.grammar.bill_orders import BillChange, bill_change_said
from budget.grammar.commands import says_no, undoes_that
from budget.grammar.dues import OFFERING_BILLS, bills_due
from budget.grammar.limit_said import limit_said
from budget.grammar.lines import ends_in_question
from budget.grammar.listing import listing_said
from budget.grammar.numbered import asked_of_command, names_command, numbered_message, sets_to
from budget.keeping import close_questions
from budget.ledger import BudgetTransaction, BudgetView, MessageTransaction
from budget.messages import Message
from budget.offering import offers_of
from budget.paydays import Source, next_payday
from budget.periods import Days
from budget.prompts import Prompt, gives_up
from budget.receipts import Receipt, likely_categories, pay_period_of, receipt_of
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
from budget.standings import with_this_week
from budget.states import Layout, MessageState, OpenQuestion, Status, StoredMessage, Submission
from budget.submissions import tell
from budget.timed import timed_message

LONGEST_TITLE = 40
"""Characters that are kept of a group's title."""
_LATEST = 6  # entries of which one may be what names a bill, too
_MOST_ON_A_DAY = 500
"""Entries of a day that are looked through for paychecks of other messages; of more it is not known whose they are."""


_Readings = tuple[tuple[str, Reading], ...]
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
    scope = _scope_of(message, tx.budget)
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
    if to is not None and asked_for is None and (again := _once_more(message, tx, replied)) is not None:
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


def _right_behind(message: Message, tx: MessageTransaction, readings: _Readings) -> Receipt | None:
    """Correct the message right before this one, as a reply would; None where it is no correction, or nothing stands there."""
    if message.may_be_talk:
        return _said_in_group(message, tx, readings)
    if not may_follow(message, readings, tx.budget.words) or (message.edited and acts.replied_to(tx) is None):
        return None
    by_amount = amount_to_remove(message.text, tx.budget.words)  # `delete the 25`, but not `undo last 2`
    if not by_amount and names_command(message.text.strip(), tx.budget.language, tx.budget.has_name):
        return None
    if says_to_restore(message.text, tx.budget.words):
        return _brought_back(message, tx)
    named = undone_named(message.text, partial(tx.entry_changes, MOST_LINES), tx.budget.words)
    if named is not None:
        return _restored(message, tx, *named)
    scope = _scope_of(message, tx.budget)
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
    return None if done is None else _receipt_of_reply(message, tx, done)._replace(follows=True)


def _said_in_group(message: Message, tx: MessageTransaction, readings: _Readings) -> Receipt | None:
    """Ask whether a group's message says what an entry of today was; None where it says nothing of the kind, or is only talk."""
    match readings:
        case [(text, Understood() | Question())] if says_what_was(text, tx.budget.words):
            named = said_among_others(text, _scope_of(message, tx.budget), tx.recent)
        case _:
            return None
    if message.forwarded or message.edited or (named is None and acts.replied_to(tx) is None):
        return None
    if named is None:  # a repeat says what came of it
        done = reply(tx, _reply_of(message, tx), (), lambda _stored: None)
    else:
        done = reply(tx, _reply_of(message, tx), (named[0].message,), partial(of_line, named[0].line, named[1]))
    return None if done is None else _receipt_of_reply(message, tx, done)._replace(follows=True)


def _brought_back(message: Message, tx: MessageTransaction) -> Receipt | None:
    """Restore what the latest change of an entry undid; None where it undid nothing."""
    undone = undone_last(tx.entry_changes(MOST_LINES))
    if undone is None and acts.replied_to(tx) is None:
        return None
    of, line = undone or (tx.message, -1)  # a repeat says what came of it
    return _restored(message, tx, of, line)


def _restored(message: Message, tx: MessageTransaction, of: int, line: int) -> Receipt | None:
    done = reply(tx, _reply_of(message, tx), (of,), lambda _stored: [(line, Removal(undone=False))])
    return None if done is None else _receipt_of_reply(message, tx, done)._replace(follows=True)


def _bill_change(message: Message, budget: Budget) -> BillChange | None:
    if message.may_be_talk or message.forwarded or message.edited or not budget.bill_names:
        return None
    return bill_change_said(message.text.strip(), _scope_of(message, budget), budget.bill_names)


def _bill_changed(message: Message, tx: MessageTransaction) -> Receipt | None:
    """Return the receipt of a message that changes a bill; None for any other, and where an entry of the last days is so called."""
    scope = _scope_of(message, tx.budget)
    said = _bill_change(message, tx.budget)
    if said is None:
        return None
    latest, since = tx.recent(_LATEST), scope.today - timedelta(days=1)
    if any(one.entry.day >= since and compared(one.entry.note) == said.bill for one in latest):
        return None
    return Receipt(tx.budget, message.number, scope.today, MessageState(Status.DONE), command=said.command)


def _limit_shown(message: Message, budget: Budget, readings: _Readings) -> Receipt | None:
    """Return the receipt of what sets a limit by a keyword: the category's is shown, for it holds for more than the keyword says.

    None for any other message.
    """
    match readings:
        case [(text, Question(About.SPENDING))] if not (message.may_be_talk or message.forwarded or message.edited):
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


def _undoes_that(message: Message, budget: Budget) -> bool:
    """Whether a message says `undo that`: after what undid an entry it means that, else the entry."""
    if message.may_be_talk or message.forwarded or message.edited:
        return False
    return undoes_that(message.text, budget.language)


def _undone_right_before(message: Message, tx: MessageTransaction) -> bool:
    """Whether the message right before this one undid what the latest change of an entry undid; a repeat says so again."""
    if (done := acts.replied_to(tx)) is not None:
        return not any(one.undone for one in done.stored().entries)
    undone = undone_last(tx.entry_changes(MOST_LINES))
    for before in map(tx.at, message.right_before):
        done = acts.replied_to(before)
        if done is not None or before.stored().version is not None:
            return done is not None and undone is not None and done.message == undone[0]
    return False


def _once_more(message: Message, tx: MessageTransaction, before: Sequence[int]) -> _Readings | None:
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


def recorded(message: Message, tx: MessageTransaction) -> Receipt:
    """Read a message against its budget, and record what it says: the act of `Bookkeeper.record`."""
    if _new_title(message.title, tx.budget):
        tx.change(partial(titled, message.title))
    if _undoes_that(message, tx.budget) and _undone_right_before(message, tx) and (back := _brought_back(message, tx)):
        return back
    if (command := _command_said(message, tx.budget)) is not None:
        return command
    again = None if message.may_be_talk else _once_more(message, tx, message.right_before)
    if again is not None:
        return recorded_as(message, tx, again)
    readings, treatments = _read(message, tx, tx.budget, tx.message if message.edited else None)
    receipt = _bill_changed(message, tx) or _right_behind(message, tx, readings)
    if receipt is not None:
        return receipt
    if (limit := _limit_shown(message, tx.budget, readings)) is not None:
        return limit
    readings, treatments = _in_first_currency(message, tx, readings) or (readings, treatments)
    return recorded_as(message, tx, readings, treatments)


def unrecorded(message: Message, view: BudgetView) -> Receipt | None:
    """Return the receipt of a message of which a budget would hold nothing; None for one that begins one that is not there yet.

    What offers a bill begins it, for a tap begins none.
    """
    budget = view.budget
    if (command := _command_said(message, budget)) is not None:
        return command
    readings, treatments = _read(message, view, budget)
    currency = other_currency(readings, budget.money.locale)
    if currency is not None and _in_currency(message, view, currency) is not None:
        return None
    told = tell(readings, None, view.taught)
    if any(told.lines) or any(_offers_bill(*one, message, budget) for one in readings):
        return None
    today, status = budget.day_of(message.sent_at), Status.REPEATED if message.edited else Status.DONE
    return Receipt(budget, message.number, today, MessageState(status), told.readings, treatments, message.edited)


def may_record_nothing(message: Message) -> bool:
    """Whether a message is worth reading before the budget is locked: a question, or a line without a digit."""
    text = message.text
    if message.edited or message.forwarded or message.may_be_talk or "\n" in text:
        return False
    return ends_in_question(text) or not any(map(str.isdecimal, text))


def leaving(message: Message, view: BudgetView) -> Receipt | None:
    """Return the receipt of a message that leaves a budget as it is; None for one that may change it."""
    if (
        _new_title(message.title, view.budget)
        or _undoes_that(message, view.budget)
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
    return bool(bills_due(line, _scope_of(message, budget)))


def _command_said(message: Message, budget: Budget) -> Receipt | None:
    """Return the receipt of a message that asks for a command with a number; None for one that is read."""
    if message.may_be_talk or message.forwarded or message.edited:
        return None
    text, language = message.text.strip(), budget.language
    command = limit_said(text, language, budget.money, budget.category_called)
    command = command or numbered_message(text, language, budget.has_name)
    command = command or ("/undo" if undoes_that(text, language) else None)
    scope = partial(_scope_of, message, budget)
    command = command or timed_message(text, language, scope) or listing_said(text, language, scope)
    if command is None:
        return None
    today = budget.day_of(message.sent_at)
    return Receipt(budget, message.number, today, MessageState(Status.DONE), command=command)


def _scope_of(message: Message, budget: Budget) -> Scope:
    return budget.scope(budget.day_of(message.sent_at), lambda _note: None)


def recorded_as(
    message: Message,
    tx: MessageTransaction,
    readings: _Readings,
    treatments: tuple[Treatment, ...] = (),
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


_Read = tuple[_Readings, tuple[Treatment, ...]]


def _in_first_currency(message: Message, tx: MessageTransaction, readings: _Readings) -> _Read | None:
    """Read a message that is in another currency in that one, as questions, where nothing stands in the budget."""
    currency = other_currency(readings, tx.budget.money.locale)
    if currency is None or not tx.change(lambda settings: settings.is_empty()):
        return None
    return _in_currency(message, tx, currency)


def _in_currency(message: Message, view: BudgetView, currency: Currency) -> _Read | None:
    """Read a message in another currency, as questions; None where it asks none."""
    money = replace(view.budget.money, currency=currency)
    read, treatments = _read(message, view, replace(view.budget, money=money))
    asked = tuple(in_other_currency(read, currency))
    return (asked, treatments) if any(isinstance(one, Question) for _, one in asked) else None


def _read(message: Message, view: BudgetView, budget: Budget, edits: int | None = None) -> _Read:
    """Read a message, first without what was taught; its notes are looked up where that could tell more.

    ``edits`` is the number of the message that it is the new text of: its own paychecks are no others.
    In a group each line is treated by what shows that money is meant; what only gets a reaction is read as nothing.
    """
    text = storable(message.text)
    today = budget.day_of(message.sent_at)
    notes: set[str] = set()
    scope = budget.scope(today, notes.add, forwarded=message.forwarded, shared=message.may_be_talk)
    readings = read(text, scope)
    lessons = view.taught(notes) if notes else {}
    paid = any(isinstance(one, Understood) and one.entry.kind is Kind.PAYCHECK for _, one in readings)
    if lessons or paid or message.may_be_talk:
        scope = budget.scope(today, lessons.get, forwarded=message.forwarded, shared=message.may_be_talk)
    if lessons or paid:
        scope = _with_paydays(scope, view, today, edits) if paid else scope
        readings = read(text, scope)
    language = budget.language
    is_command = partial(_asks_for_command, budget, among_others=message.may_be_talk or len(readings) > 1)
    readings = [
        (line, asked_of_command(line, one, scope, language) if is_command(line) else one) for line, one in readings
    ]
    if not message.may_be_talk:
        return tuple(readings), ()
    treatments = tuple(text_in_group(readings, scope))
    treated = (
        (line, _treated(reading, treatment, scope))
        for (line, reading), treatment in zip(readings, treatments, strict=True)
    )
    return tuple(treated), treatments


def _asks_for_command(budget: Budget, line: str, *, among_others: bool) -> bool:
    """Whether a line asks for a command, which is not done ``among_others`` or in a group's talk."""
    language = budget.language
    if names_command(line, language, budget.has_name) or sets_to(line, language):
        return True
    return among_others and limit_said(line, language, budget.money, budget.category_called) is not None


def _with_paydays(scope: Scope, view: BudgetView, today: date, edits: int | None) -> Scope:
    """Return the scope with what tells a second paycheck from a new one; a message that it ``edits`` tells nothing."""
    pay = view.pay(today)
    paydays = list(pay.paydays) if pay is not None else []
    while edits is not None and paydays and _is_payday_of(edits, view, paydays[-1]):
        del paydays[-1]
    if not paydays:
        return scope
    last = paydays[-1]
    expected = next_payday(paydays, view.budget.payday)
    gap = (expected.day - last).days if expected.source is not Source.TWO_WEEKS else None
    return replace(scope, last_paycheck=last, usual_gap=gap)


def _is_payday_of(message: int, view: BudgetView, day: date) -> bool:
    """Whether all paychecks of a day are a message's own."""
    of_day = view.entries_in(Days(day, day + timedelta(days=1)), _MOST_ON_A_DAY)
    paid_by = {one.message for one in of_day if one.entry.kind is Kind.PAYCHECK}
    return paid_by <= {message} and len(of_day) < _MOST_ON_A_DAY


def _treated(reading: Reading, treatment: Treatment, scope: Scope) -> Reading:
    match reading, treatment:
        case ((Understood() | Question()), Treatment.REACT):
            return Unreadable(Why.TALK)
        case _, Treatment.SILENT:
            return Unreadable(Why.NO_AMOUNT)
        case Understood(), Treatment.ASK:
            return as_question(reading, scope)
        case _:
            return reading


def storable(text: str) -> str:
    """Return a text that every database takes: no NUL, and a question mark for half a surrogate pair."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
