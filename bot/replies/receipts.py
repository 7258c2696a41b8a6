"""The answer to a message with entries: what was understood, what is left, and the buttons under it."""

from contextlib import suppress
from typing import TypedDict, Unpack

from bot.buttons import AskFor
from bot.replies.changes import prompt
from bot.replies.files import imported
from bot.replies.offers import offers_said
from bot.replies.questions import ask_correction, declined, question
from bot.replies.receipt_buttons import buttons_under
from bot.replies.refusals import advice, refusal
from bot.replies.shown_lines import Shown
from bot.replies.wording import (
    LONGEST,
    entry_said,
    item_written,
    left_to_spend,
    standing_said,
    standings_said,
    with_author,
)
from bot.reply import Reply, are_longer, escape, quoted, units
from budget.bookkeeper import Receipt
from budget.completing import with_amount
from budget.entries import Kind, RecordedEntry
from budget.errors import NotFound, Why
from budget.examples import amount_like
from budget.grammar import (
    MOST_LINES,
    About,
    Afford,
    CheckedTotal,
    DayHeading,
    NameAlone,
    Offer,
    Understood,
    Unreadable,
)
from budget.money import Money
from budget.prompts import Prompt
from budget.states import Status
from words import changes as of_changes
from words import days
from words import entries as of_entries
from words import receipts as say
from words.plan import spread_over, was_paid
from words.refusals import advised
from words.voice import Voice


class _Told(TypedDict, total=False):
    """What a reply is, beside what it says: fields of `Reply`."""

    fresh: bool
    celebrates: bool
    nothing_new: bool
    corrects: int | None


def receipt(voice: Voice, receipt: Receipt, **told: Unpack[_Told]) -> Reply:
    """Say what was understood and what is left, in two messages of Telegram's at most."""
    budget, today = receipt.budget, receipt.today
    if not receipt.state.order and len(receipt.state.entries) > MOST_LINES:  # no text has so many: they are of a file
        return imported(voice, receipt)._replace(**told)
    if any(one.about is About.CORRECTION for one in receipt.state.questions):
        return ask_correction(voice, receipt)._replace(**told)
    shown = Shown.of(receipt)
    held = shown.held
    corrects = any(isinstance(reading, Understood) for _, reading in receipt.readings)
    changed = receipt.state.status is not Status.STALE and not receipt.unchanged
    corrected = receipt.corrected or (receipt.edited and changed and held and corrects and not receipt.begins)
    first = [say.corrected(voice)] if corrected else []
    last = []
    if receipt.pay_period is not None and any(
        not one.entry.kind.is_spending and not one.undone for one in held.values()
    ):
        last.append(left_to_spend(voice, receipt.pay_period, budget.money, today))
    paid = [(bill.name, entry.amount, entry.day) for bill, entry in receipt.state.instead]
    paid += [(bill.name, by.amount, by.day) for bill, by in receipt.state.before.values()]
    last += [
        was_paid(voice, escape(name), budget.money.written(amount), days.day(voice, day, today))
        for name, amount, day in paid
    ]
    last += offers_said(voice, receipt)
    standings = standings_said(voice, receipt.state.standings, budget, today)
    if standings and _is_taught(shown, receipt):
        standings[0] = say.as_last_time(voice, standings[0])
    first += _heading(voice, shown, budget.money)
    said = first + _lines_said(voice, shown, receipt, short=False)
    if are_longer([*said, *standings, *last], LONGEST):
        said = first + _lines_said(voice, shown, receipt, short=True)
        said = _cut_lines(voice, said, shown, LONGEST - units(last))
        standings = _cut_standings(voice, receipt, LONGEST - units([*said, *last]))
    text = "\n".join([*said, *standings, *last])
    return Reply(text, buttons_under(voice, shown, receipt), question=bool(shown.asked), **told)


def nothing_undone(voice: Voice, done: Receipt) -> Reply:
    """Say that what a message asked is closed, and what of it stands."""
    now = receipt(voice, done)
    return now._replace(text=f"{of_changes.nothing_changes(voice)}\n{now.text}")


def recorded(voice: Voice, done: Receipt) -> Reply:
    """Say what came of a message, or why its edit changed nothing."""
    fresh = done.state.status is Status.DONE and not done.edited and done.holds
    now = receipt(
        voice,
        done,
        fresh=fresh,
        celebrates=fresh and any(one.entry.kind is Kind.PAYCHECK for one in done.state.entries),
        nothing_new=_says_nothing_new(done),
        corrects=done.message if done.edited else None,  # replies to it say the same from then on
    )
    if done.problem is None:
        return now
    why = advice(voice, done.problem.why, done.problem.word, done.budget)
    if not done.state.entries:  # it was a question, which is closed
        return Reply(why)
    return now._replace(text=say.reply_refused(voice, why, now.text))


def _says_nothing_new(done: Receipt) -> bool:
    """Whether an edit left all as it was, and every line of it is understood: then there is nothing to say."""
    refused = any(isinstance(reading, Unreadable | NameAlone) for _, reading in done.readings)
    return done.unchanged and not refused


def corrected(voice: Voice, done: Receipt, asked_for: Prompt | None = None) -> Reply:
    """Say what came of a reply to a receipt or a question.

    An answer to a question for one part that can't be read is asked for again: the next try would be a new entry else.
    """
    if not done.holds:
        return declined(voice)
    if done.problem is not None and asked_for is not None:
        with suppress(NotFound):  # the entry is undone
            again = prompt(voice, done, AskFor(asked_for.message, asked_for.line, asked_for.part))
            return again._replace(text=f"{_why_not(voice, done.problem, done.budget.money)}\n{again.text}")
    now = receipt(voice, done)
    if done.problem is not None:
        return now._replace(text=say.reply_refused(voice, _why_not(voice, done.problem, done.budget.money), now.text))
    if not done.which or len(Shown.of(done).lines) == 1:
        return now
    return now._replace(text=say.which_line(voice, amount_like(done.budget.money, "15"), now.text))


def _why_not(voice: Voice, problem: Unreadable, money: Money) -> str:
    """Say why a reply changed nothing: it is of an entry, so that an example is a part of one."""
    if problem.why is Why.NO_DAY:
        return of_changes.no_day_there(voice)
    said = refusal(voice, problem.why, problem.word, money, example=amount_like(money, "12.50"))
    return advised(voice, problem.why, said, money)


def _heading(voice: Voice, shown: Shown, money: Money) -> list[str]:
    """Head several lines with what their entries come to, how many there are, and whose they are."""
    held = [one for one in shown.held.values() if not one.undone]
    counting = [one.entry for one in held]
    if len(shown.lines) == 1 or not counting:
        return []
    if len({one.kind for one in counting}) > 1:
        said = say.counted(voice, len(counting))
    else:
        total = f"<b>{money.written(sum(one.amount for one in counting))}</b>"
        said = say.together(voice, len(counting), of_entries.amount(voice, counting[0].kind, total))
    return [with_author(voice, said, held[0].author_name)]


def _is_said_below(line: int, shown: Shown, receipt: Receipt) -> bool:
    """Whether where an entry's category stands is said under it: it is the only one, and its standing comes first."""
    held = shown.held.get(line)
    if held is None or len(shown.lines) > 1 or not receipt.state.standings or line in shown.asked:
        return False
    first = receipt.state.standings[0]
    return (first.category, first.week) == (held.entry.category, receipt.budget.week_of(held.entry.day))


def _is_taught(shown: Shown, receipt: Receipt) -> bool:
    """Whether the only entry has the category that was taught, which is said where that stands."""
    line = shown.lines[0] if shown.lines else -1
    return _is_said_below(line, shown, receipt) and _as_last_time(line, shown, receipt)


def _as_last_time(line: int, shown: Shown, receipt: Receipt) -> bool:
    _, reading = shown.readings.get(line, ("", None))
    held = shown.held[line]
    pays = receipt.state.matches.get(line)
    if (
        held.undone or receipt.edited or (pays is not None and not pays.due.state.is_open)
    ):  # it counts where its bill does
        return False
    return isinstance(reading, Understood) and reading.offer is Offer.TAUGHT


def _lines_said(voice: Voice, shown: Shown, receipt: Receipt, *, short: bool) -> list[str]:
    return [_line_said(voice, line, shown, receipt, short=short) for line in shown.lines]


def _cut_lines(voice: Voice, said: list[str], shown: Shown, room: int) -> list[str]:
    """Return what fits of what is said of the lines, and how many more there are: each still has its buttons."""
    room -= _LONGEST_TAIL
    fits = 0
    while fits < len(said) and (size := units([said[fits]])) <= room:
        room -= size
        fits += 1
    if fits == len(said):
        return said
    rest = shown.lines[len(shown.lines) - (len(said) - fits) :]
    waiting = sum(line in shown.asked for line in rest)
    counted = sum(line in shown.held and line not in shown.asked for line in rest)
    unread = len(rest) - waiting - counted
    return [*said[:fits], say.more_lines(voice, len(rest), waiting, counted, unread)]


_LONGEST_TAIL = 200  # units: the line that says how many more there are


def _cut_standings(voice: Voice, receipt: Receipt, room: int) -> list[str]:
    """Return what fits of where the categories stand, those whose limit is passed now first."""
    room -= _LONGEST_TAIL
    standings = sorted(receipt.state.standings, key=lambda one: not one.tell_over)
    over = [of_entries.over_now(voice)] if any(one.tell_over for one in standings) else []
    room -= units(over)
    said: list[str] = []
    for standing in standings:
        text = standing_said(voice, standing, receipt.budget, receipt.today)
        room -= units([text])
        if room < 0:
            return [*said, say.other_categories(voice), *over]
        said.append(text)
    return [*said, *over]


def _line_said(voice: Voice, line: int, shown: Shown, receipt: Receipt, *, short: bool) -> str:
    text, reading = shown.readings.get(line, ("", None))
    held, asked = shown.held.get(line), shown.asked.get(line)
    budget, today = receipt.budget, receipt.today
    match reading:
        case Unreadable(why, word):
            return _refusal_said(voice, (text, why, word), held, receipt, short=short)
        case NameAlone():
            return _refusal_said(voice, (text, Why.NO_AMOUNT, ""), held, receipt, short=short)
        case Afford():
            return _refusal_said(voice, (text, Why.PLAN, ""), held, receipt, short=short)
        case DayHeading(day):
            return say.day_of_lines(voice, days.day(voice, day, today))
        case CheckedTotal(total, summed):
            return _total_said(voice, total, summed, budget.money)
        case _:
            pass
    if asked is not None:
        asks = question(voice, asked, text, budget, among=len(shown.lines) > 1)
        if held is None or held.undone:
            return asks
        return f"{asks}\n{say.counts_until_then(voice, entry_said(voice, held, budget, today, short=short))}"
    if held is None:
        return say.not_recorded_any_more(voice)
    below = _is_said_below(line, shown, receipt)
    weeks = receipt.state.spreads.get(line) if not held.undone else None
    if len(shown.lines) == 1:
        said = entry_said(voice, held, budget, today, short=short, named=not below)
    else:
        said = _item_said(voice, shown.number(line), held, receipt, short=short)
    said = say.as_last_time(voice, said) if not below and _as_last_time(line, shown, receipt) else said
    return spread_over(voice, said, weeks) if weeks is not None else said


def _item_said(voice: Voice, n: int, held: RecordedEntry, receipt: Receipt, *, short: bool) -> str:
    """Say one entry of several, with its number."""
    said = item_written(voice, held, receipt.budget, receipt.today, short=short)
    said = of_entries.undone(voice, said) if held.undone else said
    return say.numbered(voice, n, said)


def _refusal_said(
    voice: Voice, line: tuple[str, Why, str], held: RecordedEntry | None, receipt: Receipt, *, short: bool
) -> str:
    text, why, word = line
    budget = receipt.budget
    example = with_amount(text, budget, receipt.today) if why is Why.NO_AMOUNT else ""
    said = advice(voice, why, word, budget, example)
    if len(receipt.readings) > 1:
        said = say.refused_line(voice, quoted(text), said)
    if held is None:
        return said
    return f"{said}\n{say.stays(voice, entry_said(voice, held, budget, receipt.today, short=short))}"


def _total_said(voice: Voice, total: int, summed: int, money: Money) -> str:
    if total == summed:
        return say.total_agrees(voice, money.written(total))
    return say.total_differs(voice, money.written(summed), money.written(total))
