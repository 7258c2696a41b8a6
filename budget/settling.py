"""How entries that pay bills are stored: settled before they are put, noted after that."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from budget.bills import Bills, Decision, Payment, State
from budget.categories import folded, last_resort
from budget.entries import Kind, RecordedEntry
from budget.grammar.naming import names_of
from budget.ledger import MessageTransaction
from budget.payments import Match, around, as_payment, match, names_in
from budget.sums import bills_of

_MOST_NEAR = 500  # entries of a month that are looked through for one that pays


class Settled(NamedTuple):
    """Entries as they are to be stored, and what they pay: bill and planned day, by line."""

    entries: Mapping[int, RecordedEntry]
    pays: Mapping[int, tuple[int, date]]


def settled(tx: MessageTransaction, entries: Mapping[int, RecordedEntry]) -> Settled:
    """Match entries with the bills of the budget. An undone entry keeps what it paid, for it may be restored."""
    if not _names_a_bill(tx, entries.values()):
        return Settled(entries, {})
    bills, mine = _bills(tx, entries.values())
    beside = tx.budget.words.bill_words
    found, pays = dict(entries), dict[int, tuple[int, date]]()
    for line, one in entries.items():
        matched = match(one.entry, bills, paying=_occurrence(mine, line), beside=beside) if not one.undone else None
        if matched is None or not (matched.fits or _is_as_before(one, mine.get(line))):
            continue
        due = matched.due
        pays[line] = due.bill.number, due.planned
        found[line] = replace(one, entry=as_payment(one.entry, tx.budget.category_of(due.bill)))
        payment = Payment(tx.message, line, one.entry.amount, one.entry.day)
        decisions = dict(bills.decisions) | {pays[line]: Decision(*pays[line], payment)}
        bills = replace(bills, decisions=decisions)  # two lines of a message do not pay the same occurrence
    return Settled(found, pays)


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
    named = names_of(tx.budget.categories, tx.budget.words).own(folded(one.entry.note).split())
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
    return {one.line: (mine[one.line].bill, mine[one.line].planned) for one in counting if one.line in mine}


def next_payer(tx: MessageTransaction, bill: int, planned: date) -> RecordedEntry | None:
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


def matches_of(tx: MessageTransaction, entries: Iterable[RecordedEntry]) -> dict[int, Match]:
    """Return which occurrences the entries of a message pay, or may pay by a tap."""
    counting = [one for one in entries if not one.undone]
    if not _names_a_bill(tx, counting):
        return {}
    bills, mine = _bills(tx, counting)
    beside = tx.budget.words.bill_words
    found = {one.line: match(one.entry, bills, paying=_occurrence(mine, one.line), beside=beside) for one in counting}
    return {line: one for line, one in found.items() if one is not None}


def _names_a_bill(tx: MessageTransaction, entries: Iterable[RecordedEntry]) -> bool:
    """Whether the note of any entry names a bill: else no decision needs to be read."""
    names = tx.budget.bill_names
    if not names:
        return False
    beside = tx.budget.words.bill_words
    return any(name in names for one in entries for name in names_in(one.entry.note, beside))


def _is_as_before(one: RecordedEntry, decision: Decision | None) -> bool:
    """Whether an entry of the same amount paid a bill before: a tap said so, whatever the amount is."""
    return decision is not None and decision.payment is not None and decision.payment.amount == one.entry.amount


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
