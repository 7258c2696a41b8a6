"""What the bot says by itself, when it does, and what becomes of it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from bot import buttons
from bot.events import EMPTY_LINE
from bot.replies.looks import week
from bot.replies.offers import no
from bot.replies.plan import due_now, due_today
from bot.replies.wording import left_to_spend
from bot.reply import Button, Reply, Row, escape, in_fitting_rows, in_rows
from budget.bills import Due, State
from budget.examples import typed
from budget.grammar.command_tables import words_of
from budget.money import Money
from budget.notifications import DigestTime, Notification, Notifications, Topic
from budget.notifier import Digest, Told
from budget.offering import Answerable
from budget.plan_acts import Decided
from languages.vocabulary import Vocabulary
from words import days, labels, plan_labels
from words import notifications as say
from words.plan import is_freed, next_due
from words.voice import Voice

_DIGESTS = (DigestTime(0, time(8)), DigestTime(6, time(18)))
"""Times of a digest that buttons offer."""
_REMINDERS = (time(20), time(21, 30))


def told(voice: Voice, told: Told) -> Reply:
    """Say what is due: bills, the digest or the reminder."""
    said = told.notification
    if said.topic is Topic.REMINDER:
        later = () if said.farewell else (Button(plan_labels.later(voice), buttons.RemindLater()),)
        return Reply(_reminder(voice, said), ((_nothing_spent(voice, told.today), *later),))
    lines = [due_today(voice, due, told.budget.money) for due in said.due]
    lines += [say.let_go(voice, escape(one.bill.name), days.day(voice, one.day, told.today)) for one in said.let_go]
    parts = ["\n".join(lines)]
    if said.farewell:
        parts.append(say.last_digest(voice))
    if told.digest is not None:
        parts.append("\n".join(_digest(voice, told, told.digest)))
    quiet = None
    if said.reminder is not None:
        quiet = told.today
        parts.append(_reminder(voice, said.reminder))
    return Reply(_apart(*parts), _under(voice, said.due, told.budget.money, quiet), rings=said.rings)


def still_due(
    voice: Voice, dues: Sequence[Due], money: Money, today: date, below: str, quiet: date | None = None
) -> Reply:
    """Say which bills of a message are still to be paid, when one of them is answered; what stood ``below`` stays (HTML).

    ``quiet`` is the day of which the message's reminder asks whether nothing was spent.
    """
    lines = [due_now(voice, due, money, today).text for due in dues]
    return Reply(_apart("\n".join(lines), _with_day(voice, below, quiet, today)), _under(voice, dues, money, quiet))


def _with_day(voice: Voice, below: str, quiet: date | None, today: date) -> str:
    """Return what stays of a message, whose reminder comes last, with the reminder's day where that is over: it said "today"."""
    if quiet is None or quiet == today:
        return below
    above, apart, reminder = below.rpartition(EMPTY_LINE)
    of_day = say.last_reminder_of if reminder == say.last_reminder(voice) else say.reminder_of
    return f"{above}{apart}{of_day(voice, days.day(voice, quiet, today))}"


def quiet_beside(voice: Voice, dues: Sequence[Due], money: Money, above: str, noted: str) -> Reply:
    """Say below what stood ``above`` a reminder (HTML) what is ``noted`` in its place; ``dues`` are still to be paid."""
    return Reply(_apart(above, noted), _of_bills(voice, dues, money))


def _apart(*parts: str) -> str:
    return EMPTY_LINE.join(filter(None, parts))


def _reminder(voice: Voice, said: Notification) -> str:
    return say.last_reminder(voice) if said.farewell else say.reminder(voice)


def _nothing_spent(voice: Voice, day: date) -> Button:
    return Button(plan_labels.nothing_spent(voice), buttons.NothingSpent(day))


def _under(voice: Voice, dues: Sequence[Due], money: Money, quiet: date | None) -> tuple[Row, ...]:
    """Return the buttons of due bills, and below them the reminder's for a day."""
    return (*_of_bills(voice, dues, money), *(((_nothing_spent(voice, quiet),),) if quiet is not None else ()))


def _digest(voice: Voice, told: Told, digest: Digest) -> Iterator[str]:
    summary, money = digest.summary, told.budget.money
    yield week(voice, summary).text
    most = max(summary.lines, key=lambda line: line.spent, default=None)
    if most is not None and most.spent > 0:
        yield say.the_most(voice, escape(most.category.name), money.written(most.spent))
    if summary.nothing_spent_on:
        yield say.quiet_days(voice, [days.day(voice, day, told.today) for day in summary.nothing_spent_on])
    yield say.the_week_before(voice, money.written(digest.before))
    if summary.pay_period is not None:
        yield left_to_spend(voice, summary.pay_period, money, told.today)


def _of_bills(voice: Voice, dues: Sequence[Due], money: Money) -> tuple[Row, ...]:
    """Return the buttons of due bills; of several each label names its bill."""
    return tuple(row for due in dues for row in _of_bill(voice, due, money, several=len(dues) > 1))


def _of_bill(voice: Voice, due: Due, money: Money, *, several: bool) -> list[Row]:
    at, name = (due.bill.number, due.planned), due.bill.name
    amount = money.written(due.amount)
    paid = plan_labels.paid_bill(voice, name, amount) if several else plan_labels.paid(voice, amount)
    others: list[tuple[str, buttons.Button]] = [
        (plan_labels.another_amount(voice), buttons.PayAnother(*at)),
        (plan_labels.tomorrow(voice), buttons.MoveToTomorrow(*at)),
        (plan_labels.skip(voice), buttons.SkipBill(*at)),
    ]
    if several:
        others = [(plan_labels.of_bill(voice, name, label), does) for label, does in others]
    shown = [Button(paid, buttons.PayDue(*at, due.amount)), *(Button(label, does) for label, does in others)]
    return in_fitting_rows(shown, 2) if several else in_rows(shown, 2)


def pay_another(voice: Voice, due: Due, money: Money) -> Reply:
    """Say how another amount is paid: as an entry with the bill's name. In reply the amount alone is enough."""
    amount = typed(money, due.amount)
    said = say.pay_another(voice, escape(due.bill.name), amount)
    return Reply(said, opens=True, placeholder=amount, refused=due.bill.name)


def bill_moved(voice: Voice, decided: Decided, now: datetime) -> Reply:
    """Say that a bill falls due on another day, with a button that takes it back."""
    day = days.day(voice, decided.due.day, decided.budget.day_of(now))
    return Reply(say.moved(voice, escape(decided.due.bill.name), day), (_undo(voice, decided),))


def bill_skipped(voice: Voice, decided: Decided, now: datetime, following: Due | None = None) -> Reply:
    """Say that a bill is not paid this time, and which one comes then, with a button that takes it back.

    What was taken back meanwhile is asked about as it is now.
    """
    today = decided.budget.day_of(now)
    if decided.due.state is not State.SKIPPED:
        return still_due(voice, [decided.due], decided.budget.money, today, "")
    said = [say.skipped(voice, escape(decided.due.bill.name), days.day(voice, decided.due.day, today))]
    if decided.freed > 0:
        said.append(is_freed(voice, decided.budget.money.written(decided.freed)))
    if following is not None:
        said.append(next_due(voice, days.day(voice, following.day, today)))
    return Reply("\n".join(said), (_undo(voice, decided),))


def _undo(voice: Voice, decided: Decided) -> Row:
    reopen = buttons.ReopenBill(decided.due.bill.number, decided.due.planned, decided.before)
    return (Button(labels.undo(voice), reopen),)


def day_of_nothing_spent(voice: Voice, text: str, words: Vocabulary, today: date) -> date | None:
    """Return on which day nothing was spent, as a text says in the words of the reminder's button; None for any other."""
    said, label = words_of(text), sorted(words_of(plan_labels.nothing_spent(voice)))
    if sorted(said) == label:
        return today
    for phrase, days_on in words.relative_days.items():
        day = words_of(" ".join(phrase))
        first, last = said[: len(day)] == day, said[-len(day) :] == day
        is_it = (first and sorted(said[len(day) :]) == label) or (last and sorted(said[: -len(day)]) == label)
        if is_it and days_on <= 0:
            return today + timedelta(days=days_on)
    return None


def answered_reminder(voice: Voice, nothing_on: date | None = None, today: date | None = None) -> Reply:
    """Say what was noted: that nothing was spent on a day, or nothing."""
    if nothing_on is None or today is None:
        return Reply(say.remind_later(voice))
    return Reply(say.nothing_spent(voice, days.day(voice, nothing_on, today)))


def digest_wanted(voice: Voice, wanted: Notifications) -> Reply:
    """Say when the digest comes, with the usual times to choose from."""
    shown = [
        Button(_digest_time(voice, at), buttons.SetDigest(at.weekday, _minutes(at.at)))
        for at in _DIGESTS
        if at != wanted.digest
    ]
    if wanted.digest is None:
        return Reply(say.no_digest(voice), (tuple(shown),))
    shown.append(Button(plan_labels.off(voice), buttons.NoDigest()))
    return Reply(say.digest(voice, _digest_time(voice, wanted.digest)), (tuple(shown),))


def usual_digest(weekday: int) -> buttons.SetDigest:
    """Return the button for a digest on a weekday, at the time that is offered."""
    return buttons.SetDigest(weekday, _minutes(_DIGESTS[0].at))


def with_digest_offered(voice: Voice, reply: Reply, message: int, weekday: int) -> Reply:
    """Return the receipt of a message with the digest offered, on the first day of the budget's week."""
    at = _digest_time(voice, DigestTime(weekday, _DIGESTS[0].at))
    yes = Button(plan_labels.digest_on(voice, at), buttons.TakeDigest(message, weekday))
    text = f"{reply.text}\n{say.digest_offered(voice)}"
    return reply._replace(text=text, buttons=(*reply.buttons, (yes, no(voice, message, Answerable.DIGEST))))


def reminder_wanted(voice: Voice, wanted: Notifications) -> Reply:
    """Say when the reminder comes, with the usual times to choose from."""
    shown = [Button(_clock(at), buttons.SetReminder(_minutes(at))) for at in _REMINDERS if at != wanted.reminder]
    if wanted.reminder is None:
        return Reply(say.no_reminder(voice), (tuple(shown),))
    shown.append(Button(plan_labels.off(voice), buttons.NoReminder()))
    return Reply(say.remind_at(voice, _clock(wanted.reminder)), (tuple(shown),))


def not_told_here(voice: Voice) -> Reply:
    """Say that a terminal is told nothing by itself."""
    return Reply(say.not_here(voice))


def digest_typed(button: buttons.SetDigest) -> str:
    """Return what is written behind `/digest` to set what a button offers: `monday 8:00`."""
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return f"{names[button.weekday]} {time_typed(button.minutes)}"


def time_typed(minutes: int) -> str:
    """Return what is written behind `/remind` to set a time, in minutes from midnight."""
    return _clock(time(*divmod(minutes, 60)))


def _digest_time(voice: Voice, at: DigestTime) -> str:
    return say.weekday_and_time(voice, days.weekday(voice, at.weekday), _clock(at.at))


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
