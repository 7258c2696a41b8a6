"""The answer to a message with entries: what was understood, what is left, and the buttons under it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from bot import buttons
from bot.replies.files import imported
from bot.replies.questions import ask_correction, declined, question, question_buttons
from bot.replies.refusals import refusal
from bot.replies.spreads import weeks_for
from bot.replies.wording import LONGEST, entry_said, left_to_spend, standing_said
from bot.reply import Button, Reply, Row, in_rows, quoted, units
from budget.bookkeeper import Receipt
from budget.budgets import Budget
from budget.categories import LAST_RESORT, new_category
from budget.entries import PARTS, Kind, RecordedEntry
from budget.errors import InvalidChoice, NotFound, Why
from budget.grammar import (
    MOST_LINES,
    About,
    Afford,
    CheckedTotal,
    DayHeading,
    NameAlone,
    Offer,
    Reading,
    Understood,
    Unreadable,
    tag_in,
)
from budget.money import Money
from budget.states import OpenQuestion, Status
from words import days, labels
from words import receipts as say
from words.voice import Voice


def receipt(voice: Voice, receipt: Receipt) -> Reply:
    """Say what was understood and what is left, in two messages of Telegram's at most."""
    budget, today = receipt.budget, receipt.today
    if not receipt.state.order and len(receipt.state.entries) > MOST_LINES:  # no text has so many: they are of a file
        return imported(voice, receipt)
    if any(one.about is About.CORRECTION for one in receipt.state.questions):
        return ask_correction(voice, receipt)
    shown = _Shown.of(receipt)
    held = shown.held
    corrects = any(isinstance(reading, Understood) for _, reading in receipt.readings)
    changed = receipt.state.status is not Status.STALE and not receipt.unchanged
    corrected = receipt.corrected or (receipt.edited and changed and held and corrects)
    first = [say.corrected(voice)] if corrected else []
    last = []
    if receipt.pay_period is not None and any(
        not one.entry.kind.is_spending and not one.undone for one in held.values()
    ):
        last.append(left_to_spend(voice, receipt.pay_period, budget.money, today))
    standings = [standing_said(voice, one, budget, today) for one in receipt.state.standings]
    said = first + _lines_said(voice, shown, receipt, short=False)
    if units([*said, *standings, *last]) > LONGEST:
        said = first + _lines_said(voice, shown, receipt, short=True)
        said = _cut_lines(voice, said, shown, LONGEST - units(last))
        standings = _cut_standings(voice, receipt, LONGEST - units([*said, *last]))
    text = "\n".join([*said, *standings, *last])
    return Reply(text, _buttons_under(voice, shown, receipt), question=bool(shown.asked))


def corrected(voice: Voice, done: Receipt) -> Reply:
    """Say what came of a reply to a receipt or a question."""
    if not done.state.entries and not done.state.questions:
        return declined(voice)
    now = receipt(voice, done)
    if done.problem is not None:
        why = refusal(voice, done.problem.why, done.problem.word, done.budget.money)
        return replace(now, text=say.reply_refused(voice, why, now.text))
    return replace(now, text=say.which_line(voice, now.text)) if done.which else now


class _Shown(NamedTuple):
    """What a receipt shows: addresses in the order of the text, and what is known of each. Lines that are gone come last."""

    lines: tuple[int, ...]
    numbers: Mapping[int, int]
    readings: Mapping[int, tuple[str, Reading]]
    held: Mapping[int, RecordedEntry]
    asked: Mapping[int, OpenQuestion]

    @classmethod
    def of(cls, receipt: Receipt) -> "_Shown":
        held = {one.line: one for one in receipt.state.entries}
        asked = {one.line: one for one in receipt.state.questions}
        order = receipt.state.order or tuple(range(len(receipt.readings)))
        bases = {line % PARTS for line in (*held, *asked)}
        numbers = {address: n for n, address in enumerate(order, 1)}
        gone = sorted(bases - numbers.keys())
        # Where lines have no order of their own, an address is a place.
        numbers |= {address: n if order else address + 1 for n, address in enumerate(gone, len(order) + 1)}
        readings = dict(zip(order, receipt.readings, strict=False))
        lines = sorted({*readings, *held, *asked}, key=lambda line: (numbers[line % PARTS], line))
        return cls(tuple(lines), numbers, readings, held, asked)

    def number(self, line: int) -> int:
        """Return the number that a line has for people; the entries of one line share it."""
        return self.numbers[line % PARTS]

    def number_of(self, line: int) -> int | None:
        """Return the number that stands before the labels of a line's buttons, None where there is one line alone."""
        return self.number(line) if len(self.lines) > 1 else None


_MOST_BUTTONS = 60  # under one answer: where there would be more, a line has one that leads to its own


def _lines_said(voice: Voice, shown: _Shown, receipt: Receipt, *, short: bool) -> list[str]:
    return [_line_said(voice, line, shown, receipt, short=short) for line in shown.lines]


def _cut_lines(voice: Voice, said: list[str], shown: _Shown, room: int) -> list[str]:
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
    said: list[str] = []
    for standing in standings:
        text = standing_said(voice, standing, receipt.budget, receipt.today)
        room -= units([text])
        if room < 0:
            return [*said, say.other_categories(voice)]
        said.append(text)
    return said


def _buttons_under(voice: Voice, shown: _Shown, receipt: Receipt) -> tuple[Row, ...]:
    """Return the buttons of all lines. Where they are too many, some lines have one that leads to theirs; questions come first."""
    undo = _undo_buttons(voice, shown, receipt)
    whole = {line: _line_buttons(voice, line, shown, receipt) for line in shown.lines}
    spare = _MOST_BUTTONS - sum(map(len, undo)) - sum(bool(rows) for rows in whole.values())
    rows: list[Row] = []
    single: list[Button] = []
    fits: set[int] = set()
    for line in sorted(whole, key=lambda line: line not in shown.asked):
        more = sum(map(len, whole[line])) - 1
        if more <= spare:
            spare -= max(0, more)
            fits.add(line)
    for line, under in whole.items():
        if line in fits:
            rows += under
        elif line in shown.asked:
            label = labels.of_line(voice, shown.number(line), labels.answer(voice))
            single.append(Button(label, buttons.ShowLine(receipt.message, line)))
        else:
            label = labels.of_line(voice, shown.number(line), labels.category(voice))
            single.append(Button(label, buttons.PickCategory(receipt.message, line)))
    return (*rows, *in_rows(single, 3), *undo)


def _line_said(voice: Voice, line: int, shown: _Shown, receipt: Receipt, *, short: bool) -> str:
    text, reading = shown.readings.get(line, ("", None))
    held, asked = shown.held.get(line), shown.asked.get(line)
    budget, today = receipt.budget, receipt.today
    match reading:
        case Unreadable(why, word):
            return _refusal_said(voice, (text, why, word), held, receipt, short=short)
        case NameAlone():
            return say.refused_line(voice, quoted(text), refusal(voice, Why.NO_AMOUNT, "", budget.money))
        case Afford():
            return say.refused_line(voice, quoted(text), refusal(voice, Why.PLAN, "", budget.money))
        case DayHeading(day):
            return say.day_of_lines(voice, days.day(voice, day, today))
        case CheckedTotal(total, summed):
            return _total_said(voice, total, summed, budget.money)
        case _:
            pass
    if asked is not None:
        asks = question(voice, asked, text, budget)
        if held is None or held.undone:
            return asks
        return f"{asks}\n{say.counts_until_then(voice, entry_said(voice, held, budget, today, short=short))}"
    if held is None:
        return say.not_recorded_any_more(voice)
    said = entry_said(voice, held, budget, today, short=short)
    taught = isinstance(reading, Understood) and reading.offer is Offer.TAUGHT and not receipt.edited
    return say.as_last_time(voice, said) if taught and not held.undone else said


def _refusal_said(
    voice: Voice, line: tuple[str, Why, str], held: RecordedEntry | None, receipt: Receipt, *, short: bool
) -> str:
    text, why, word = line
    said = refusal(voice, why, word, receipt.budget.money)
    if len(receipt.readings) > 1:
        said = say.refused_line(voice, quoted(text), said)
    if held is None:
        return said
    return f"{said}\n{say.stays(voice, entry_said(voice, held, receipt.budget, receipt.today, short=short))}"


def _total_said(voice: Voice, total: int, summed: int, money: Money) -> str:
    if total == summed:
        return say.total_agrees(voice, money.written(total))
    return say.total_differs(voice, money.written(summed), money.written(total))


def _line_buttons(voice: Voice, line: int, shown: _Shown, receipt: Receipt) -> list[Row]:
    held, of_line = shown.held.get(line), shown.number_of(line)
    rows = _reading_buttons(voice, line, shown, receipt)
    if held is None or line in shown.asked or not weeks_for(held, receipt):
        return rows
    label = labels.of_line(voice, of_line, labels.spread(voice))
    return [*rows, (Button(label, buttons.PickWeeks(receipt.message, line)),)]


def _reading_buttons(voice: Voice, line: int, shown: _Shown, receipt: Receipt) -> list[Row]:
    message, of_line = receipt.message, shown.number_of(line)
    _, reading = shown.readings.get(line, ("", None))
    held, asked = shown.held.get(line), shown.asked.get(line)
    if asked is not None:
        return question_buttons(voice, asked, message, receipt.budget, receipt.today, of_line)
    if held is None or held.undone:
        return []
    if (may_pay := receipt.state.matches.get(line)) is not None and not may_pay.fits and may_pay.due.state.is_open:
        label = labels.of_line(voice, of_line, labels.it_was(voice, may_pay.due.bill.name))
        return [(Button(label, buttons.ItWasBill(message, line)),)]
    if reading is None and held.entry.category == _last_resort(receipt.budget):
        return category_buttons(voice, held, receipt.budget, of_line)  # a tap settled the amount, no word the category
    if not isinstance(reading, Understood):
        return []
    return [
        *_tag_buttons(voice, reading, held, receipt.budget, of_line),
        *_offered(voice, reading, held, receipt, of_line),
    ]


def _offered(
    voice: Voice, reading: Understood, held: RecordedEntry, receipt: Receipt, of_line: int | None
) -> list[Row]:
    """Return the buttons of what a line's reading offers."""
    message = receipt.message
    match reading.offer:
        case Offer.CATEGORIES if held.entry.category == reading.entry.category:
            return category_buttons(voice, held, receipt.budget, of_line)
        case Offer.TAUGHT | Offer.BUILT_IN:
            label = labels.of_line(voice, of_line, labels.other_category(voice))
            return [(Button(label, buttons.PickCategory(message, held.line)),)]
        case Offer.INCOME if held.entry.kind is Kind.EXPENSE:
            label = labels.of_line(voice, of_line, labels.was_income(voice))
            return [(Button(label, buttons.MakeIncome(message, held.line)),)]
        case _:
            return []


def _tag_buttons(
    voice: Voice, reading: Understood, held: RecordedEntry, budget: Budget, of_line: int | None
) -> list[Row]:
    """Offer the `#tag` that names no category as a new one, where that could be."""
    tag = tag_in(held.entry.note)
    if not reading.tag or not tag or not held.entry.kind.is_spending:
        return []
    try:
        new_category(tag, budget.categories, budget.money)
    except InvalidChoice:
        return []
    label = labels.of_line(voice, of_line, labels.tag_as_category(voice, tag))
    return [(Button(label, buttons.MoveToTag(held.message, held.line)),)]


def _last_resort(budget: Budget) -> int:
    return next(category.number for category in budget.categories if category.key == LAST_RESORT)


def category_buttons(voice: Voice, held: RecordedEntry, budget: Budget, line: int | None = None) -> list[Row]:
    """One button for each category that an entry could move to, two in a row."""
    shown = [
        Button(
            labels.of_line(voice, line, category.name), buttons.SetCategory(held.message, held.line, category.number)
        )
        for category in budget.current
        if category.number != held.entry.category
    ]
    return in_rows(shown, 2)


def _undo_buttons(voice: Voice, shown: _Shown, receipt: Receipt) -> list[Row]:
    first: dict[int, RecordedEntry] = {}
    for line in shown.lines:  # the entries of one line are undone together
        if line in shown.held:
            first.setdefault(line % PARTS, shown.held[line])
    held = list(first.values())
    if len(held) == 1:
        return [(undo_button(voice, held[0]),)]
    offered = [undo_button(voice, one, shown.number(one.line)) for one in held]
    if sum(not one.undone for one in held) > 1:
        offered.append(Button(labels.undo_all(voice), buttons.UndoLines(receipt.message)))
    if sum(one.undone and one.removed_by is None for one in held) > 1:
        offered.append(Button(labels.restore_all(voice), buttons.RestoreLines(receipt.message)))
    return in_rows(offered, 4)


def undo_button(voice: Voice, held: RecordedEntry, number: int | None = None) -> Button:
    """Return the button that undoes or restores an entry; ``number`` is its number among others."""
    if held.undone:
        return Button(labels.restore(voice, number), buttons.RestoreLines(held.message, held.line))
    return Button(labels.undo(voice, number), buttons.UndoLines(held.message, held.line))


def pick_category(voice: Voice, receipt: Receipt, line: int) -> Reply:
    """Offer all other categories for one entry of a message. Raises `NotFound` where there is none."""
    for held in receipt.state.entries:
        if held.line == line and not held.undone and held.entry.category is not None:
            said = say.where_it_belongs(voice, entry_said(voice, held, receipt.budget, receipt.today))
            rows = (*category_buttons(voice, held, receipt.budget), (undo_button(voice, held),))
            return Reply(said, rows, question=True)
    raise NotFound(str(line))
