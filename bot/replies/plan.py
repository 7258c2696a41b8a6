"""What is said of what is really left: bills, paydays, whether something can be afforded."""

from collections.abc import Iterator
from datetime import date

from bot import buttons
from bot.replies.wording import entry_said, left_to_spend, with_own_examples
from bot.reply import Button, Reply, Row, escape, in_rows
from budget.afford import Affordable
from budget.bill_changes import BillChange, BillDone
from budget.bills import Bill, Due, Payment, State
from budget.budgets import Budget
from budget.categories import Category
from budget.examples import amount_like, in_budget
from budget.grammar.orders import BillSaid
from budget.limits import Carry
from budget.looks import PaydaysLook
from budget.money import Money
from budget.planning import BillsLook
from budget.schedules import Schedule
from budget.set_aside import GivenBack, Taken
from budget.summary import Summary
from words import days, labels, plan_labels
from words import notifications as of_notifications
from words import plan as say
from words.looks import no_paycheck
from words.markup import BETWEEN, plain
from words.page import more_bills, payday_was_expected
from words.schedules import schedule
from words.voice import Voice

_MOST_LISTED = 100
"""Occurrences that `/bills` lists, of a long pay period with bills that come each day."""


def afford(voice: Voice, answer: Affordable, summary: Summary) -> Reply:
    """Say whether an amount can be afforded, and what would be left."""
    money, today, line = summary.money, summary.today, answer.line
    missing, left = money.written(answer.missing), money.written(answer.left)
    if answer.until is None and (summary.is_watched or (line is not None and line.is_watched)):
        told = [say.would_be(voice, money, escape(line.category.name), line)] if line is not None else []
        return Reply("\n".join([*told, no_paycheck(voice, amount_like(money, "1500"))]), look=True)
    if answer.until is None:
        category = escape(line.category.name) if line is not None else ""
        if answer.fits:
            return Reply(say.affordable_by_limits(voice, left, category), look=True)
        return Reply(say.not_affordable_by_limits(voice, missing, category), look=True)
    until = days.day(voice, answer.until, today)
    bills = summary.pay_period is not None and summary.pay_period.bills_due > 0
    late = answer.until < today
    if not answer.fits:
        no = say.not_affordable if bills else say.not_affordable_without_bills
        return Reply(no(voice, missing, until, late=late), look=True)
    if answer.per_day is None or answer.per_day_now is None:
        said = [
            say.affordable_after_payday(voice, left, until, bills=bills)
            if late
            else say.affordable_on_payday(voice, left, bills=bills)
        ]
    else:
        yes = say.affordable if bills else say.affordable_without_bills
        said = [yes(voice, left, money.written(answer.per_day), until, money.written(answer.per_day_now))]
    if line is not None:
        said.append(say.would_be(voice, money, escape(line.category.name), line))
    return Reply("\n".join(said), look=True)


def usage_afford(voice: Voice, budget: Budget) -> Reply:
    """Say how it is asked whether something can be afforded."""
    return Reply(say.usage_afford(voice, escape(in_budget(budget, "80 fun"))))


# --- bills ----------------------------------------------------------------------------------------------------------------


def bill_changed(
    voice: Voice, change: BillChange, summary: Summary, said: BillSaid | None = None, was_in: int | None = None
) -> Reply:
    """Say what a bill is now, when it is due next, and what is left. Where the first day is open, it is asked for.

    One of a category can be let out of it by a tap, and back into the one that it ``was_in``.
    """
    bill, budget, today = change.bill, change.budget, summary.today
    name = escape(bill.name)
    if change.done is BillDone.OFF:
        off = bill_off(voice, bill)
        return off._replace(text="\n".join([off.text, *_freed(voice, change, summary)]))
    amount, when = _rate(voice, bill, budget.money), schedule(voice, bill.schedule, today)
    held = budget.category_of(bill)
    if held is None:
        lines = [say.bill_outside(voice, name, amount, when)]
    else:
        category = escape(budget.category(held).name)
        lines = [say.bill_inside(voice, name, amount, when, category)]
    lines += _paid_by(voice, change, held, today)
    due = change.due
    lines.append(say.next_due(voice, days.day(voice, due.day, today)) if due is not None else say.never_due(voice))
    if bill.ahead is not None:
        lines += [say.borne_ahead(voice), *_aside_of(voice, bill, summary), say.how_to_end_ahead(voice, name)]
    elif change.done is BillDone.NOT_AHEAD:
        lines.append(say.not_borne_ahead(voice))
    lines += _freed(voice, change, summary)
    if summary.pay_period is not None and not change.freed:
        lines.append(left_to_spend(voice, summary.pay_period, budget.money, today))
    rows = _first_days(voice, bill, said, today)
    if rows:
        lines.append(say.first_day(voice))
    return Reply("\n".join(lines), rows or _counts_elsewhere(voice, change, held, was_in), question=bool(rows))


def bill_off(voice: Voice, bill: Bill) -> Reply:
    """Say that a bill is off, with the button that restores it."""
    restore = Button(labels.restore(voice), buttons.RestoreBill(bill.number))
    return Reply(say.bill_off(voice, escape(bill.name)), ((restore,),))


def _paid_by(voice: Voice, change: BillChange, held: int | None, today: date) -> list[str]:
    """Say which entry pays a bill of the category ``held``, and where it counts that stays in its week."""
    if change.paid is None:
        return []
    said = entry_said(voice, change.paid, change.budget, today)
    return [said if change.paid.entry.category == held else say.stays_in_its_week(voice, said)]


def _counts_elsewhere(voice: Voice, change: BillChange, held: int | None, was_in: int | None) -> tuple[Row, ...]:
    """Return the button that lets a bill count outside the weekly limits, or in the category that it was in until now.

    Before it stands one for the payment that counts elsewhere.
    """
    number, budget, paid = change.bill.number, change.budget, change.paid
    rows: list[Row] = []
    if paid is not None and paid.entry.category != held:
        rows.append((Button(plan_labels.count_with_bill(voice), buttons.CountWithBill(paid.message, paid.line)),))
    if held is not None:
        rows.append((Button(plan_labels.outside(voice), buttons.BillCounts(number, None)),))
    elif was_in is not None:
        label = plan_labels.inside(voice, budget.category(was_in).name)
        rows.append((Button(label, buttons.BillCounts(number, was_in)),))
    return tuple(rows)


def _freed(voice: Voice, change: BillChange, summary: Summary) -> list[str]:
    """Say how much of what was set aside for a bill is left to spend again, and what is left then; nothing where none is."""
    if not change.freed or summary.pay_period is None:
        return []
    amount = summary.money.written(change.freed)
    return [say.is_freed(voice, amount), left_to_spend(voice, summary.pay_period, summary.money, summary.today)]


def _aside_of(voice: Voice, bill: Bill, summary: Summary) -> list[str]:
    """Say what this pay period sets aside for a bill."""
    taken = summary.bills.taken if summary.bills is not None else ()
    aside = [one for one in taken if one.due.bill.number == bill.number and one.due.is_borne]
    return [_taken(voice, one, summary.money, summary.today) for one in aside]


def _taken(voice: Voice, one: Taken, money: Money, today: date) -> str:
    """Say what a pay period takes for an occurrence of a bill."""
    due = one.due
    if not due.is_borne:
        return _due(voice, due, money, today)
    parts, amount = (days.day(voice, due.day, today), escape(due.bill.name)), _amount(voice, due, money)
    late = due.state is State.OVERDUE
    if one.amount:
        aside = say.overdue_and_set_aside_for if late else say.set_aside_for
        return aside(voice, *parts, money.written(one.amount), amount)
    return (say.overdue_and_set_aside if late else say.due_and_set_aside)(voice, *parts, amount)


def _given_back(voice: Voice, one: GivenBack, money: Money) -> Iterator[str]:
    """Say what became of what was set aside for a bill in the pay periods before."""
    name = escape(one.bill.name)
    if one.used:
        yield say.was_set_aside(voice, name, money.written(one.used))
    if one.free:
        yield say.is_free_again(voice, name, money.written(one.free))


def _first_days(voice: Voice, bill: Bill, said: BillSaid | None, today: date) -> tuple[Row, ...]:
    """Return a button for each day on which a bill could begin, where what was said leaves that open."""
    anchors = [one.anchor for one in said.schedules if one.anchor is not None] if said is not None else []
    if len(anchors) < 2:
        return ()
    labels_of = (plan_labels.from_day(voice, days.day(voice, day, today)) for day in anchors)
    return (
        tuple(Button(label, buttons.BillFrom(bill.number, day)) for label, day in zip(labels_of, anchors, strict=True)),
    )


def bills(voice: Voice, look: BillsLook, today: date) -> Reply:
    """Show what is due until the payday, and the first bill after it."""
    money = look.budget.money
    if not look.bills.current and not look.due.back:
        return no_bills(voice, look.budget)
    lines = []
    if look.until is not None:
        late, amount = look.until < today, money.written(look.due.amount)
        lines.append(say.bills_until(voice, days.day(voice, look.until, today), amount, late=late))
        shown = [_taken(voice, one, money, today) for one in look.due.taken[:_MOST_LISTED]]
        if len(look.due.taken) > _MOST_LISTED:
            shown.append(more_bills(voice, len(look.due.taken) - _MOST_LISTED))
        shown += [said for one in look.due.back for said in _given_back(voice, one, money)]
        lines += shown or [say.nothing_due(voice)] * (not late)
    else:
        lines += [
            say.all_bills(voice),
            *(_due(voice, one, money, today) for one in look.due.dues),
            no_paycheck(voice, amount_like(money, "1500")),
        ]
    after = look.due.after
    if after is not None:
        day = days.day(voice, after.day, today)
        lines.append(say.after_payday(voice, day, escape(after.bill.name), _amount(voice, after, money)))
    return Reply("\n".join(lines))


def all_bills(voice: Voice, look: BillsLook, today: date) -> Reply:
    """Show all bills, and in which category one counts; those that are off too, with a button to restore each of these."""
    if not look.bills.bills:
        return no_bills(voice, look.budget)
    lines, money = [say.all_bills(voice)], look.budget.money
    for bill in look.bills.bills:
        parts = escape(bill.name), _rate(voice, bill, money), schedule(voice, bill.schedule, today)
        said = say.bill_of_all_off(voice, *parts) if bill.removed else say.bill_of_all(voice, *parts)
        number = look.budget.category_of(bill)
        lines.append(said if number is None else f"{said}{BETWEEN}{escape(look.budget.category(number).name)}")
    off = [bill for bill in look.bills.bills if bill.removed]
    shown = [Button(labels.restore_named(voice, one.name), buttons.RestoreBill(one.number)) for one in off]
    return Reply("\n".join(lines), tuple(in_rows(shown, 2)))


def no_bills(voice: Voice, budget: Budget) -> Reply:
    """Say that there are no bills, and how one is made."""
    return Reply(with_own_examples(budget, say.no_bills(voice)))


def due_now(
    voice: Voice, due: Due, money: Money, today: date, message: int | None = None, last: Payment | None = None
) -> Reply:
    """Say when a bill is due next; with a ``message`` (as its chat numbers it), ask whether it is paid.

    Where it is not late and its ``last`` payment is given, that is said before, and the button names the day that it pays.
    """
    name, day, amount = escape(due.bill.name), days.day(voice, due.day, today), money.written(due.amount)
    parts, late = (name, _amount(voice, due, money), day), due.state in {State.OVERDUE, State.LET_GO}
    text = say.was_due(voice, *parts) if late else say.is_due(voice, *parts)
    if due.day == today:
        text = due_today(voice, due, money)
    label = plan_labels.paid(voice, amount)
    if last is not None and not late:
        text = f"{_was_paid(voice, due.bill, last, money, today)}\n{text}"
        label = plan_labels.of_bill(voice, day, label)
    if message is None:
        return Reply(text)
    paid = Button(label, buttons.PayBill(message, due.bill.number, due.planned, due.amount))
    no = Button(plan_labels.not_paid(voice), buttons.LeaveBill(due.bill.number))
    return Reply(text, ((paid, no),), question=True)


def due_today(voice: Voice, due: Due, money: Money) -> str:
    """Say that a bill is due today."""
    said = of_notifications.due_about if due.about else of_notifications.due
    return said(voice, escape(due.bill.name), money.written(due.amount))


def paid_notice(voice: Voice, bill: Bill, paid: Payment, money: Money, today: date) -> str:
    """Say, above the chat, what has paid an occurrence that a button is about."""
    return plain(_was_paid(voice, bill, paid, money, today))


def _was_paid(voice: Voice, bill: Bill, paid: Payment, money: Money, today: date) -> str:
    return say.was_paid(voice, escape(bill.name), money.written(paid.amount), days.day(voice, paid.day, today))


def bill_asked(voice: Voice, bill: Bill, paid: Payment | None, due: Due | None, money: Money, today: date) -> Reply:
    """Say what paid a bill last, unless it is late, and when it is due next."""
    if due is not None:
        return due_now(voice, due, money, today, last=paid)._replace(look=True)
    said = _was_paid(voice, bill, paid, money, today) if paid is not None else say.never_due(voice)
    return Reply(said, look=True)


def never_due(voice: Voice) -> Reply:
    """Say that nothing of a bill is to be paid any more."""
    return Reply(say.never_due(voice))


def usage_bill(voice: Voice, budget: Budget) -> Reply:
    """Say how a bill is written."""
    return Reply(with_own_examples(budget, say.usage_bill(voice)))


def _due(voice: Voice, due: Due, money: Money, today: date) -> str:
    parts = days.day(voice, due.day, today), escape(due.bill.name), _amount(voice, due, money)
    return say.overdue(voice, *parts) if due.state is State.OVERDUE else say.due(voice, *parts)


def _amount(voice: Voice, due: Due, money: Money) -> str:
    return say.about(voice, money.written(due.amount)) if due.about else money.written(due.amount)


def _rate(voice: Voice, bill: Bill, money: Money) -> str:
    amount = money.written(bill.rate.amount)
    return say.about(voice, amount) if bill.rate.about else amount


# --- paydays, and limits that remember ------------------------------------------------------------------------------------


def payday(voice: Voice, rules: tuple[Schedule, ...], today: date) -> Reply:
    """Say when paychecks are expected; of two rules ask which, for nothing is set yet."""
    if len(rules) < 2:
        return Reply(say.payday_set(voice, schedule(voice, rules[0], today)) if rules else say.payday_auto(voice))
    shown = [
        Button(
            plan_labels.from_day(voice, days.day(voice, rule.anchor, today)),
            buttons.PaydayFrom(rule.anchor, rule.every),
        )
        for rule in rules
        if rule.anchor is not None
    ]
    return Reply(say.first_day(voice), (tuple(shown),), question=True)


def paydays(voice: Voice, look: PaydaysLook | None) -> Reply:
    """Say when paychecks are expected, the next days of it, and how that is written."""
    if look is None:
        return Reply("\n".join([say.payday_auto(voice), say.usage_payday(voice)]))
    lines = [say.payday_set(voice, schedule(voice, look.rule, look.today)) if look.rule else say.payday_auto(voice)]
    if look.late is not None:
        lines.append(payday_was_expected(voice, days.day(voice, look.late, look.today)))
    if look.days:
        listed = voice.listed(days.day(voice, day, look.today) for day in look.days)
        lines.append(say.next_paydays(voice, listed, len(look.days)))
    return Reply("\n".join([*lines, say.usage_payday(voice)]))


def carry_set(voice: Voice, category: Category) -> Reply:
    """Say what a category carries from week to week."""
    name, carry = escape(category.name), category.carries[-1].carry
    if carry is Carry.OFF:
        return Reply(say.carries_nothing(voice, name))
    said = {Carry.BOTH: say.carries_both, Carry.UP: say.carries_up, Carry.DOWN: say.carries_down}[carry]
    return Reply(said(voice, name))
