"""How entries that pay bills are stored: settled before they are put, noted after that."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from budget.bills import Bills, Decision, Payment, State
from budget.categories import as_compared, folded, last_resort
from budget.entries import Entry, Kind, RecordedEntry
from budget.ledger import BudgetView, MessageTransaction
from budget.payments import Match, PaidBefore, around, as_payment, bill_among, fits, match, paid_before, sought
from budget.sums import bills_of
from languages.vocabulary import spelled

_MOST_NEAR = 500  # entries of a month that are looked through for one that pays


class Settled(NamedTuple):
    """Entries as they are to be stored, and what they pay: bill and planned day, by line."""

    entries: Mapping[int, RecordedEntry]
    pays: Mapping[int, tuple[int, date]]


def settled(
    tx: MessageTransaction,
    entries: Mapping[int, RecordedEntry],
    before: Iterable[RecordedEntry] = (),
    *,
    corrected: bool = False,
) -> Settled:
    """Match entries with the bills of the budget. An undone entry keeps what it paid, for it may be restored.

    ``before`` are the entries that they replace: what these paid they go on paying, unless something contradicts it (`_stays`).
    ``corrected`` are entries of which a reply has changed a part.
    """
    were = {one.line: one for one in before if not one.undone and one.entry.kind.is_money_out}
    if not _names_a_bill(tx, [*entries.values(), *were.values()]):
        return Settled(entries, {})
    bills, mine = _bills(tx, [*entries.values(), *were.values()])
    beside = tx.budget.words.bill_words
    found, pays = dict(entries), dict[int, tuple[int, date]]()
    for line, one in entries.items():
        if one.undone:
            continue
        held = mine.get(line)
        matched = match(one.entry, bills, paying=_occurrence(mine, line), beside=beside)
        if held is not None and _stays(tx, one, held, bills, corrected=corrected):
            pays[line] = _occurrence_of(held, one, matched)
        elif matched is not None and matched.fits:
            pays[line] = matched.due.bill.number, matched.due.planned
        else:
            continue
        bill = next(bill for bill in bills.bills if bill.number == pays[line][0])
        was = were[line].entry if held is not None and held.bill == bill.number and line in were else None
        if not (corrected and line in were and _is_moved(one.entry, were[line].entry)):
            found[line] = replace(one, entry=_placed(one.entry, was, tx.budget.category_of(bill)))
        payment = Payment(tx.message, line, one.entry.amount, one.entry.day)
        decisions = dict(bills.decisions) | {pays[line]: Decision(*pays[line], payment)}
        bills = replace(bills, decisions=decisions)  # two lines of a message do not pay the same occurrence
    return Settled(found, pays)


def told_act(message: int, line: int) -> str:
    """Return the name of the act that notes that a tap said what an entry pays."""
    return f"it was {message} {line}"


def _stays(tx: MessageTransaction, one: RecordedEntry, held: Decision, bills: Bills, *, corrected: bool) -> bool:
    """Whether an entry goes on paying what it paid, though its amount, its day or its note is another one now.

    Its note may not name another bill. What was matched by itself is matched again where amount, day or note are others; what a
    tap said holds while the note has the bill's name in it. A reply changes a part of an entry, and leaves what that is.
    """
    named = bill_among([one.entry.note], bills, tx.budget.words.bill_words)
    if held.payment is None or not one.entry.kind.is_money_out or (named is not None and named.number != held.bill):
        return False
    as_before = (held.payment.amount, held.payment.day) == (one.entry.amount, one.entry.day)
    if corrected or (named is not None and as_before):
        return True
    bill = next(bill for bill in bills.bills if bill.number == held.bill)
    if not _has_in_it(one.entry.note, bill.name):
        return False
    fitted = fits(bill.rate_of(held.planned).amount, held.payment.amount)
    return not fitted or tx.message_of(told_act(tx.message, one.line)) is not None


def _occurrence_of(held: Decision, one: RecordedEntry, matched: Match | None) -> tuple[int, date]:
    """Return what an entry pays that pays the bill of before: on another day what is nearest, else the same."""
    same_day = held.payment is not None and held.payment.day == one.entry.day
    if same_day or matched is None or matched.due.bill.number != held.bill:
        return held.bill, held.planned
    return held.bill, matched.due.planned


def _placed(entry: Entry, was: Entry | None, category: int | None) -> Entry:
    """Return an entry as the payment of a bill of a ``category``; ``was`` is what it was where it has paid that bill already.

    It goes on counting where it did, though the bill counts elsewhere.
    """
    if was is None or was.category == category:
        return as_payment(entry, category)
    return entry if was.category is not None else as_payment(entry, None)


def _is_moved(entry: Entry, was: Entry) -> bool:
    """Whether an entry has a category that it had not before: then it counts there, and not where its bill does."""
    return entry.category is not None and entry.category != was.category


def _has_in_it(note: str, name: str) -> bool:
    return f" {as_compared(name)} " in f" {as_compared(note)} "


def settled_again(tx: MessageTransaction, restored: Mapping[int, RecordedEntry]) -> Settled:
    """Match entries that were restored just now, and whose bill something else has paid meanwhile; only those are returned.

    They pay an occurrence that is open. Where the one that is near is not, a payment is an expense as any other.
    """
    if not _names_a_bill(tx, restored.values()):
        return Settled({}, {})
    payments = (one.payment for one in tx.decisions(date.min) if one.payment is not None)
    paying = {payment.line for payment in payments if payment.message == tx.message}
    found, pays = settled(tx, {line: one for line, one in restored.items() if line not in paying})
    changed = {line: one if line in pays else _ordinary(tx, one) for line, one in found.items()}
    return Settled({line: one for line, one in changed.items() if line in pays or one != restored[line]}, pays)


def _ordinary(tx: MessageTransaction, one: RecordedEntry) -> RecordedEntry:
    """Return a payment whose occurrence is taken as an expense of the category that its note names, else of the last resort."""
    undecided = Bills(tx.budget.bills)
    if one.entry.kind is not Kind.BILL or match(one.entry, undecided, beside=tx.budget.words.bill_words) is None:
        return one
    named = tx.budget.names.own(folded(one.entry.note).split())
    category = named.category if named is not None else last_resort(tx.budget.categories)
    return replace(one, entry=replace(one.entry, kind=Kind.EXPENSE, category=category.number))


def noted(
    tx: MessageTransaction,
    entries: Mapping[int, RecordedEntry],
    pays: Mapping[int, tuple[int, date]],
    *,
    new: bool = False,
) -> None:
    """Note what entries pay that were stored just now. Those of a ``new`` message paid nothing before."""
    if not tx.budget.bills:
        return
    nothing = [
        line for line, one in entries.items() if line not in pays and not one.undone and one.entry.kind is not Kind.BILL
    ]
    if nothing and not new:
        tx.pay_nothing(nothing)
    for line, (bill, planned) in pays.items():
        tx.pay_bill(line, bill, planned)


def paid_by(tx: MessageTransaction, entries: Iterable[RecordedEntry]) -> dict[int, tuple[int, date]]:
    """Return which occurrences (bill, planned day) entries of the message pay, by line."""
    counting = [one for one in entries if not one.undone and one.entry.kind.is_money_out]
    if not tx.budget.bills or not counting:
        return {}
    _, mine = _bills(tx, counting)
    found = ((one.line, _occurrence(mine, one.line)) for one in counting)
    return {line: occurrence for line, occurrence in found if occurrence is not None}


def next_payer(tx: BudgetView, bill: int, planned: date) -> RecordedEntry | None:
    """Return the first entry of any message that would have paid an occurrence, had it been open; None where it is paid.

    It is an expense that pays nothing, and whose note and amount say that it is the bill.
    """
    bills = bills_of(tx, planned)
    due = bills.occurrence(bill, planned, planned)
    if due is None or due.state is State.PAID:
        return None
    paying = {(one.payment.message, one.payment.line) for one in bills.decisions.values() if one.payment is not None}
    beside = tx.budget.words.bill_words
    near = tx.entries_in(around(due.day), _MOST_NEAR)
    for one in sorted(near, key=lambda one: (one.message, one.line)):
        if one.entry.kind is Kind.EXPENSE and (one.message, one.line) not in paying:
            found = match(one.entry, bills, beside=beside)
            if found is not None and found.fits and (found.due.bill.number, found.due.planned) == (bill, planned):
                return one
    return None


def matches_of(tx: MessageTransaction, entries: Iterable[RecordedEntry]) -> Mapping[int, Match]:
    """Return which occurrences the entries of a message pay, or may pay by a tap. Those that it pays are in the state of paid."""
    return matched(tx, entries).matches


class Matched(NamedTuple):
    """What the entries of a message pay, or may pay by a tap, and what has paid before them what they look like, by line."""

    matches: Mapping[int, Match] = MappingProxyType({})
    before: Mapping[int, PaidBefore] = MappingProxyType({})


def matched(tx: MessageTransaction, entries: Iterable[RecordedEntry]) -> Matched:
    """Match the entries of a message with the occurrences of bills, as they are stored."""
    counting = [one for one in entries if not one.undone]
    if not _names_a_bill(tx, counting):
        return Matched()
    bills, mine = _bills(tx, counting)
    beside = tx.budget.words.bill_words
    found, before = dict[int, Match | None](), dict[int, PaidBefore | None]()
    for one in counting:
        held = mine.get(one.line)
        due = bills.occurrence(held.bill, held.planned, one.entry.day) if held is not None else None
        found[one.line] = Match(due, fits=True) if due is not None else match(one.entry, bills, beside=beside)
        before[one.line] = None if found[one.line] is not None else paid_before(one.entry, bills, beside)
    return Matched(
        {line: one for line, one in found.items() if one is not None},
        {line: one for line, one in before.items() if one is not None},
    )


def _names_a_bill(tx: MessageTransaction, entries: Iterable[RecordedEntry]) -> bool:
    """Whether an entry is a bill, or its note has the name of one in it: else no decision needs to be read."""
    names = [sought(name) for name in tx.budget.bill_names]
    if not names:
        return False
    notes = [None if one.entry.kind is Kind.BILL else f" {spelled(as_compared(one.entry.note))} " for one in entries]
    return any(note is None or any(name in note for name in names) for note in notes)


def _occurrence(mine: Mapping[int, Decision], line: int) -> tuple[int, date] | None:
    decision = mine.get(line)
    return (decision.bill, decision.planned) if decision is not None else None


def _bills(tx: MessageTransaction, entries: Iterable[RecordedEntry]) -> tuple[Bills, dict[int, Decision]]:
    """Return the bills around some entries, and which occurrences the message pays already, by line."""
    bills = bills_of(tx, min(one.entry.day for one in entries))
    mine = {
        one.payment.line: one
        for one in bills.decisions.values()
        if one.payment is not None and one.payment.message == tx.message
    }
    return bills, mine
