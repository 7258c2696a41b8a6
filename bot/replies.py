"""Every sentence that the bot says. A reply is a value: text in Telegram's HTML, and buttons; doors deliver it as they can.

Whatever came from a person goes through `escape`. Amounts are minor units until here.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from html import escape as _escape
from html import unescape
from typing import BinaryIO

from bot import buttons
from bot.access import Members
from budget.bookkeeper import Receipt
from budget.budgets import Budget
from budget.categories import LAST_RESORT, LONGEST_NAME, MOST_EVER, Category
from budget.characters import visible
from budget.entries import PARTS, Entry, Kind, RecordedEntry
from budget.errors import NotFound, Refused, Why
from budget.exchange import LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS
from budget.grammar import (
    MOST_LINES,
    About,
    CheckedTotal,
    Choice,
    DayHeading,
    Label,
    NameAlone,
    Offer,
    Reading,
    Understood,
    Unreadable,
)
from budget.money import Money
from budget.people import MOST_INVITATIONS, Admission, Guest, may_remove
from budget.periods import WEEKDAYS, Week, zone_named
from budget.sharing import Extent, ShareLink
from budget.states import OpenQuestion, SetApart, Standing, Status
from budget.summary import Line, PayPeriod, Summary

EXAMPLE = "12.50 fun tacos"


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what stands on it, and what a tap does, or what it copies."""

    label: str
    does: buttons.Button | None = None
    copy: str = ""

    @property
    def data(self) -> str:
        """What comes back when it is tapped."""
        return "" if self.does is None else buttons.encode(self.does)


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, and the words that stand for it where none can be shown."""

    png: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand out: open, for it may be larger than what fits into memory."""

    name: str
    file: BinaryIO

    @property
    def content(self) -> bytes:
        """All of it."""
        self.file.seek(0)
        return self.file.read()


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says: HTML text and rows of buttons. ``question`` where it waits for a tap.

    Under a picture the text is the caption.
    """

    text: str
    buttons: tuple[Row, ...] = ()
    question: bool = False
    picture: Picture | None = None
    document: Document | None = None
    look: bool = False
    """It only shows something that can be asked for again: nothing is lost where it does not arrive."""
    fresh: bool = False
    """It tells of what was recorded just now, for the first time: no earlier answer can be there."""
    nothing_new: bool = False
    """An edit changed nothing, and all of it was understood: an earlier answer says the same."""


def escape(text: str) -> str:
    """Return a text safe inside Telegram's HTML, which needs `& < >` replaced and nothing else."""
    return _escape(text, quote=False)


_QUOTED = 60


def quoted(text: str) -> str:
    """Return somebody's words for quoting them back: safe, and not longer than it takes to know them again."""
    return escape(_shortened(visible(text, joiners=True)))


def _shortened(text: str) -> str:
    """Return a text cut after a word, so that it holds 60 characters at most."""
    if len(text) <= _QUOTED:
        return text
    start = text[: _QUOTED - 1]
    words = start if text[_QUOTED - 1].isspace() else start.rpartition(" ")[0]
    return f"{(words if len(words) > _QUOTED // 2 else start).rstrip()}…"


def plain(html: str) -> str:
    """Return a reply's text without its tags, as a terminal or a notice shows it."""
    return unescape(_TAG.sub("", html))


_TAG = re.compile(r"</?(?:b|i|s|code|pre)>")


# --- days and amounts -----------------------------------------------------------------------------------------------------

_DAYS = tuple(name[:3].capitalize() for name in WEEKDAYS)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_written(day: date, today: date) -> str:
    """Write ``Sat 21 Nov``, with the year where it is not today's."""
    year = f" {day.year}" if day.year != today.year else ""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def week_written(week: Week, today: date) -> str:
    """Write ``Mon 16 – Sun 22 Nov``."""
    first, last = day_written(week.start, today), day_written(week.last, today)
    if week.start.month == week.last.month and week.start.year == week.last.year:
        first = f"{_DAYS[week.start.weekday()]} {week.start.day}"
    return f"{first} – {last}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


# --- receipts -------------------------------------------------------------------------------------------------------------


def receipt(receipt: Receipt) -> Reply:
    """Say what was understood and what is left, in two messages of Telegram's at most."""
    budget, today = receipt.budget, receipt.today
    if len(receipt.state.entries) > MOST_LINES:  # no message has so many: they come from a file
        return imported(receipt)
    held = {one.line: one for one in receipt.state.entries}
    asked = {one.line: one for one in receipt.state.questions}
    lines = range(len(receipt.readings)) if receipt.readings else sorted(held.keys() | asked.keys())
    corrects = any(isinstance(reading, Understood) for _, reading in receipt.readings)
    changed = receipt.state.status is not Status.STALE and not receipt.unchanged
    corrected = receipt.edited and changed and held and corrects
    first = ["Corrected:"] if corrected else []
    last = []
    if receipt.pay_period is not None and any(
        not one.entry.kind.is_spending and not one.undone for one in held.values()
    ):
        last.append(_left_to_spend(receipt.pay_period, budget.money, today))
    standings = [_standing_said(one, budget, today) for one in receipt.state.standings]
    said = first + _lines_said(lines, held, asked, receipt, short=False)
    if _units([*said, *standings, *last]) > _LONGEST:
        said = first + _lines_said(lines, held, asked, receipt, short=True)
        said = _cut_lines(said, lines, held, asked, _LONGEST - _units(last))
        standings = _cut_standings(receipt, _LONGEST - _units([*said, *last]))
    text = "\n".join([*said, *standings, *last])
    return Reply(text, _buttons_under(lines, held, asked, receipt), question=bool(asked))


_LONGEST = 7_400  # UTF-16 units: two messages of 4,096, parted at a line end
_MOST_BUTTONS = 60  # under one answer: where there would be more, a line has one that leads to its own


def _units(said: Sequence[str]) -> int:
    return sum(len(plain(text).encode("utf-16-le", "surrogatepass")) // 2 + 1 for text in said)


def _lines_said(
    lines: Sequence[int],
    held: Mapping[int, RecordedEntry],
    asked: Mapping[int, OpenQuestion],
    receipt: Receipt,
    *,
    short: bool,
) -> list[str]:
    said = []
    for line in lines:
        text, reading = receipt.readings[line] if receipt.readings else ("", None)
        said.append(_line_said(text, reading, held.get(line), asked.get(line), receipt, short=short))
    others = sorted(held.keys() - set(lines))
    return said + [_entry_said(held[line], receipt.budget, receipt.today, short=short) for line in others]


def _cut_lines(
    said: list[str],
    lines: Sequence[int],
    held: Mapping[int, RecordedEntry],
    asked: Mapping[int, OpenQuestion],
    room: int,
) -> list[str]:
    """Return what fits of what is said of the lines, and how many more there are: each still has its buttons."""
    room -= _LONGEST_TAIL
    fits = 0
    while fits < len(said) and (size := _units([said[fits]])) <= room:
        room -= size
        fits += 1
    if fits == len(said):
        return said
    of_lines = [*lines, *sorted(held.keys() - set(lines))]
    rest = of_lines[len(of_lines) - (len(said) - fits) :]
    waiting = sum(line in asked for line in rest)
    counted = sum(line in held and line not in asked for line in rest)
    unread = len(rest) - waiting - counted
    parts = [
        f"{waiting} {'waits' if waiting == 1 else 'wait'} for an answer" if waiting else "",
        f"{counted} stand as under the buttons" if counted else "",
        f"{unread} can't be read: send them again in a shorter message" if unread else "",
    ]
    return [*said[:fits], f"… and {_count(len(rest), 'more line')}: {'; '.join(part for part in parts if part)}."]


_LONGEST_TAIL = 200  # units: the line that says how many more there are


def _cut_standings(receipt: Receipt, room: int) -> list[str]:
    """Return what fits of where the categories stand, those whose limit is passed now first."""
    room -= _LONGEST_TAIL
    standings = sorted(receipt.state.standings, key=lambda one: not one.tell_over)
    said: list[str] = []
    for standing in standings:
        text = _standing_said(standing, receipt.budget, receipt.today)
        room -= _units([text])
        if room < 0:
            return [*said, "/week shows where the other categories stand."]
        said.append(text)
    return said


def _buttons_under(
    lines: Sequence[int], held: Mapping[int, RecordedEntry], asked: Mapping[int, OpenQuestion], receipt: Receipt
) -> tuple[Row, ...]:
    """Return the buttons of all lines. Where they are too many, some lines have one that leads to theirs; questions come first."""
    undo = _undo_buttons(receipt.message, list(held.values()))
    whole: dict[int, list[Row]] = {}
    for line in lines:
        reading = receipt.readings[line][1] if receipt.readings else None
        whole[line] = _line_buttons(reading, held.get(line), asked.get(line), receipt, many=len(lines) > 1)
    spare = _MOST_BUTTONS - sum(map(len, undo)) - sum(bool(rows) for rows in whole.values())
    rows: list[Row] = []
    single: list[Button] = []
    fits: set[int] = set()
    for line in sorted(whole, key=lambda line: (line not in asked, line)):
        more = sum(map(len, whole[line])) - 1
        if more <= spare:
            spare -= max(0, more)
            fits.add(line)
    for line, under in whole.items():
        if line in fits:
            rows += under
        elif line in asked:
            single.append(Button(f"{line + 1}: Answer…", buttons.ShowLine(receipt.message, line)))
        else:
            single.append(Button(f"{line + 1}: Category…", buttons.PickCategory(receipt.message, line)))
    return (*rows, *_in_rows(single, 3), *undo)


def _line_said(
    text: str,
    reading: Reading | None,
    held: RecordedEntry | None,
    asked: OpenQuestion | None,
    receipt: Receipt,
    *,
    short: bool,
) -> str:
    budget, today = receipt.budget, receipt.today
    match reading:
        case Unreadable(why, word):
            sentence = refusal(why, word, budget.money)
            if len(receipt.readings) > 1:
                sentence = f"✗ “{quoted(text)}”: {sentence}"
            if held is not None:
                sentence += f"\nSo this stays as it was: {_entry_said(held, budget, today, short=short)}"
            return sentence
        case NameAlone():
            return f"✗ “{quoted(text)}”: {refusal(Why.NO_AMOUNT, '', budget.money)}"
        case DayHeading(day):
            return f"{day_written(day, today)}:"
        case CheckedTotal(total, summed):
            if total == summed:
                return f"✓ Together {budget.money.written(total)}."
            return f"Together these are {budget.money.written(summed)}, not {budget.money.written(total)}."
        case _:
            pass
    if asked is not None:
        still = ""
        if held is not None and not held.undone:
            still = f"\nUntil then this counts: {_entry_said(held, budget, today, short=short)}"
        return question(asked, text, budget) + still
    if held is not None:
        said = _entry_said(held, budget, today, short=short)
        taught = isinstance(reading, Understood) and reading.offer is Offer.TAUGHT and not receipt.edited
        return f"{said}, as last time" if taught and not held.undone else said
    return "This line is not recorded any more."


def _entry_said(held: RecordedEntry, budget: Budget, today: date, *, short: bool = False) -> str:
    said = entry_written(held.entry, budget, today, short=short)
    return f"<s>{said}</s> undone" if held.undone else f"✓ {said}"


def entry_written(entry: Entry, budget: Budget, today: date, *, short: bool = False) -> str:
    """Write an entry on one line: kind, amount with its working, category, note, and the day unless it is today."""
    amount = budget.money.written(entry.amount)
    if entry.working:
        amount = f"{entry.working} = {amount}"
    kind = {Kind.EXPENSE: "", Kind.REFUND: "Refund ", Kind.PAYCHECK: "Paycheck ", Kind.EXTRA: "Extra cash "}[entry.kind]
    parts = [kind + amount]
    if entry.category is not None:
        parts.append(escape(budget.category(entry.category).name))
    if entry.note:
        parts.append(quoted(entry.note) if short else escape(entry.note))
    if entry.day != today:
        parts.append(day_written(entry.day, today))
    return " · ".join(parts)


def _standing_said(standing: Standing, budget: Budget, today: date) -> str:
    category = budget.category(standing.category)
    line = Line(category, standing.spent)
    current = standing.week == budget.week_of(today)
    when = "this week" if current else f"in the week of {week_written(standing.week, today)}"
    said = f"{escape(category.name)} {when}: {_spent_of(line, budget.money)}"
    if standing.tell_over:
        said += "\nThat is over the limit now. Limits are soft, so nothing stops; just so you know."
    return said


def _spent_of(line: Line, money: Money) -> str:
    said = f"{money.written(line.spent)} of {money.written(line.limit, short=True)}"
    if line.over:
        return f"{said}, {money.written(-line.remaining)} over"
    return f"{said}, {money.written(line.remaining)} left" if line.remaining else f"{said}, nothing left"


def _line_buttons(
    reading: Reading | None, held: RecordedEntry | None, asked: OpenQuestion | None, receipt: Receipt, *, many: bool
) -> list[Row]:
    message = receipt.message
    if asked is not None:
        return question_buttons(
            asked, message, receipt.budget, receipt.today, f"{_number(asked.line)}: " if many else ""
        )
    if held is None or held.undone:
        return []
    of_line = f"{_number(held.line)}: " if many else ""
    if reading is None and held.entry.category == _last_resort(receipt.budget):
        return category_buttons(held, receipt.budget, prefix=of_line)  # a tap settled the amount, no word the category
    if not isinstance(reading, Understood):
        return []
    match reading.offer:
        case Offer.CATEGORIES if held.entry.category == reading.entry.category:
            return category_buttons(held, receipt.budget, prefix=of_line)
        case Offer.TAUGHT | Offer.BUILT_IN:
            return [(Button(f"{of_line}Other category…", buttons.PickCategory(message, held.line)),)]
        case Offer.INCOME if held.entry.kind is Kind.EXPENSE:
            return [(Button(f"{of_line}It was income", buttons.MakeIncome(message, held.line)),)]
        case _:
            return []


def _last_resort(budget: Budget) -> int:
    return next(category.number for category in budget.categories if category.key == LAST_RESORT)


def category_buttons(held: RecordedEntry, budget: Budget, prefix: str = "") -> list[Row]:
    """One button for each category that an entry could move to, two in a row."""
    shown = [
        Button(prefix + category.name, buttons.SetCategory(held.message, held.line, category.number))
        for category in budget.current
        if category.number != held.entry.category
    ]
    return _in_rows(shown, 2)


def _in_rows(shown: Sequence[Button], width: int) -> list[Row]:
    return [tuple(shown[at : at + width]) for at in range(0, len(shown), width)]


def _number(line: int) -> int:
    """Return the number that a line has for people; the entries of one line share it."""
    return line % PARTS + 1


def _undo_buttons(message: int, held: Sequence[RecordedEntry]) -> list[Row]:
    held = [one for one in held if one.line < PARTS]  # the entries of one line are undone together
    if len(held) == 1:
        (one,) = held
        return [(_undo_button("Restore" if one.undone else "Undo", one),)]
    shown = [_undo_button(f"{'Restore' if one.undone else 'Undo'} {_number(one.line)}", one) for one in held]
    if sum(not one.undone for one in held) > 1:
        shown.append(Button("Undo all", buttons.UndoLines(message)))
    if sum(one.undone and one.removed_by is None for one in held) > 1:
        shown.append(Button("Restore all", buttons.RestoreLines(message)))
    return _in_rows(shown, 4)


def _undo_button(label: str, held: RecordedEntry) -> Button:
    return Button(label, (buttons.RestoreLines if held.undone else buttons.UndoLines)(held.message, held.line))


# --- questions ------------------------------------------------------------------------------------------------------------


def question(asked: OpenQuestion, text: str, budget: Budget) -> str:
    """Ask about a line; nothing is recorded until a choice is tapped."""
    first = next(choice for choice in asked.choices if choice.entries)
    entry = first.entries[0]
    text = text or entry.note
    where = f" in “{quoted(text)}”" if text else ""
    amount = budget.money.written(first.total)
    match asked.about:
        case About.AMOUNT if len(asked.choices) == 1:
            return f"Is the amount{where} {amount}? Tap, or write it with its decimals."
        case About.AMOUNT:
            return f"Which is the amount{where}?"
        case About.ENTRIES:
            return f"There are several amounts{where}. What shall I record?"
        case About.INCOME:
            return f"Is the {amount}{where} a paycheck, or was it spent?"
        case About.PERIOD:
            return f"There was a paycheck not long ago. Does the {amount}{where} begin a new pay period?"
        case About.REFUND:
            return f"Did the {amount}{where} come back to you, or was it spent?"
        case About.EXTRA:
            return f"Which way did the {amount}{where} go?"
        case About.CATEGORY:
            return f"Which category is the {amount}{where} for?"
        case About.DAY:
            return f"Which is the day{where}?"
        case _ if entry.kind is Kind.REFUND:
            return f"Did {amount} come back to you{where}? Tap where it belongs; if not, nothing is recorded."
        case _:
            return f"Did you spend {amount}{where}? Tap where it went; if not, nothing is recorded."


def question_buttons(asked: OpenQuestion, message: int, budget: Budget, today: date, prefix: str = "") -> list[Row]:
    """One button for each choice, and a No where the choices do not exclude one another."""
    chosen = [(n, choice) for n, choice in enumerate(asked.choices) if choice.entries]
    labels = [_choice_label(asked, choice, budget, today) for _, choice in chosen]
    if len(set(labels)) < len(labels):  # `4 fun 4.00`: only the notes differ
        labels = [f"{label} “{choice.entries[0].note}”" for label, (_, choice) in zip(labels, chosen, strict=True)]
    shown = [
        Button(prefix + label, buttons.Answer(message, asked.line, n))
        for label, (n, _) in zip(labels, chosen, strict=True)
    ]
    rows = _in_rows(shown, 2)
    if len(chosen) < len(asked.choices) or asked.about is About.SPENDING or len(asked.choices) == 1:
        no = "No, nothing" if asked.about is About.SPENDING or len(asked.choices) == 1 else "Not spending"
        rows.append((Button(prefix + no, buttons.Decline(message, asked.line)),))
    return rows


def _choice_label(asked: OpenQuestion, choice: Choice, budget: Budget, today: date) -> str:
    entry, amount = choice.entries[0], budget.money.written(choice.total)
    category = budget.category(entry.category).name if entry.category is not None else ""
    match choice.label:
        case Label.AMOUNT:
            entries = [one.entries[0] for one in asked.choices if one.entries]
            same = len({(one.kind, one.category) for one in entries}) == 1
            said = amount if same else f"{_KINDS[entry.kind]} {amount}" + (f", {category}" if category else "")
            one_day = len({one.day for one in entries}) == 1
            return said if one_day else f"{said} on {day_written(entry.day, today)}"
        case Label.DAY:
            return f"{amount} on {day_written(entry.day, today)}"
        case Label.CATEGORY:
            return category
        case Label.ENTRIES:
            return f"{len(choice.entries)} entries, {amount}"
        case Label.IN_ALL:
            return f"{amount} in all"
        case Label.ONLY:
            return f"Only {amount}"
        case Label.SHARE:
            return f"{amount}, my share"
        case Label.CAME_IN:
            return "It came in"
        case Label.NEW_PERIOD:
            return "New pay period"
        case Label.ADDS:
            return "Adds to this one"
        case _:
            return f"{_KINDS[entry.kind]} {amount}"


_KINDS = {
    Kind.EXPENSE: "Spent",
    Kind.REFUND: "Refund",
    Kind.PAYCHECK: "Paycheck",
    Kind.EXTRA: "Extra cash",
}


def ask_again(receipt: Receipt, line: int) -> Reply:
    """Ask about one line of a message that has many. Raises `NotFound` where nothing is open there."""
    for asked in receipt.state.questions:
        if asked.line == line:
            rows = question_buttons(asked, receipt.message, receipt.budget, receipt.today)
            back = (Button("‹ All lines", buttons.ShowLine(receipt.message)),)
            return Reply(question(asked, "", receipt.budget), (*rows, back), question=True)
    raise NotFound(str(line))


def declined() -> Reply:
    """Say that a question was answered with No."""
    return Reply("Fine, nothing is recorded.")


def settled() -> str:
    """Say that a button has nothing left to do."""
    return "That is settled already. To change an entry, edit your message."


MORE_CHOICES = "More choices:"
"""What stands over the buttons that one message could not hold."""


# --- refusals -------------------------------------------------------------------------------------------------------------


def _no_entry(why: Why, word: str) -> str:
    """Say why a line with a number is no entry."""
    match why:
        case Why.NO_MONEY:
            return (
                f"I take “{quoted(word)}” for a time, a reference or part of a name. Write the amount with its cents."
            )
        case Why.NUMBER_WORD:
            return f"I read amounts in digits only: write {word} instead of the word, for example “{word} lunch”."
        case Why.PLAN:
            return "That sounds like a question or a plan, so nothing is recorded."
        case _:  # Why.TO_COME
            return "That day is still to come, so nothing is recorded. Write it again once it is paid."


def refusal(why: Why, word: str, money: Money) -> str:  # noqa: PLR0915 - a sentence for each reason
    """Put the reason of a refusal into a sentence that says what to write instead."""
    it = f"“{quoted(word)}”" if word else "That"
    match why:
        case Why.NO_AMOUNT:
            return f"I see no amount there. Write it like this: <code>{EXAMPLE}</code>"
        case Why.MORE_DECIMALS if money.currency.exponent:
            return f"{it} has more than the {money.currency.exponent} decimals of {money.currency.code}."
        case Why.MORE_DECIMALS:
            return f"{it} has decimals, and {money.currency.code} has none."
        case Why.GROUPING:
            return f"{it} is not grouped by three digits, so I can't be sure of it. Write it plainly, like 1234.50."
        case Why.EXPONENT:
            return f"{it} has an exponent. Write the number out."
        case Why.NOT_A_NUMBER:
            return f"{it} is no amount."
        case Why.PERCENT:
            return f"{it} is a percentage, not an amount."
        case Why.SUBTRACTION:
            return f"I don't subtract: {it}. Write the result."
        case Why.DIVISION:
            return f"I don't divide: {it}. Write the result; 3/14 is read as a day."
        case Why.UNFINISHED_SUM:
            return f"A part of {it} is missing."
        case Why.LEADING_ZERO:
            return f"{it} starts with a zero, so I can't be sure that it is an amount."
        case Why.RAISED_DIGITS:
            return "There are raised, circled or fraction digits, which are easily misread. Write plain digits."
        case Why.ZERO:
            return "Zero is nothing to record."
        case Why.OVER_CAP:
            return f"That is more than {money.written(money.cap, short=True)}, the most that one entry takes."
        case Why.OTHER_CURRENCY:
            return f"{it} is not in {money.currency.code}, the currency of this budget. Write what it was in {money.currency.code}."
        case Why.TWO_SIGNS:
            return f"{it} has two signs."
        case Why.TOO_LONG:
            return "That number is too long to be money."
        case Why.UNIT:
            return f"{it} is not an amount that I read. Write it as one number: 0.50, 5000."
        case Why.TWO_WAYS:
            return f"{it} can be read in two ways. Write it plainly, like 1250 or 1.25."
        case Why.TWO_ENTRIES:
            return f"I see two entries in {it}. Write one on each line."
        case Why.UNCLEAR_DAY:
            return f"Is {it} a day? I read days like yesterday, friday, 3 days ago, 3/14 and 2026-03-14."
        case Why.ONLY_A_DAY:
            return f"I read {it} as a day, and see no amount beside it."
        case Why.NO_MONEY | Why.NUMBER_WORD | Why.PLAN | Why.TO_COME:
            return _no_entry(why, word)
        case Why.TOO_MANY_NUMBERS:
            return "There are too many numbers in it to tell which is the amount. Write one entry on each line."
        case Why.FUTURE_DAY:
            return f"{it} has not come yet. I record what has happened."
        case Why.IMPOSSIBLE_DAY:
            return f"There is no day {it}."
        case Why.LONG_AGO:
            return f"{it} is too long ago."
        case Why.TWO_DAYS:
            return "There are two days in it. Write one entry for each."
        case Why.LONG_NOTE:
            return "The note is longer than 200 characters. Shorten it and send it again."
        case Why.INCOME_SIGNED:
            return "A paycheck has no sign. Write <code>paid 1500</code>, or <code>+40</code> for extra cash."
        case Why.TOO_MANY_LINES:
            return f"Those are {escape(word)} lines; I take {MOST_LINES} at a time. Nothing of it is recorded: send it in parts."
        case Why.BAD_NAME:
            return (
                f"{it} can't be a name: 1 to 40 characters, a letter first, every character visible, and no word that "
                "means something else here."
            )
        case Why.NAME_TAKEN:
            return f"{it} already means a category."
        case Why.LAST_RESORT:
            return f"{it} has to stay: it takes what names no category. You can rename it."
        case Why.TOO_MANY:
            return "That would be more than a budget holds."
        case Why.TOO_MANY_EVER:
            return (
                f"With the removed ones that would be more than {MOST_EVER} categories, and a budget keeps them for their entries. "
                "Rename one, or add a removed one again."
            )
        case Why.UNKNOWN_KIND:
            return f"{it} is no kind of entry: expense, refund, paycheck or extra, with an amount above zero."
        case Why.UNKNOWN_CATEGORY:
            return f"There is no category {it}. Add it first: <code>/categories add {quoted(word)} 40</code>"
        case Why.UNKNOWN_KEYWORD:
            return f"There is no keyword {it} there. /categories shows them."
        case Why.UNKNOWN_CURRENCY:
            return f"I don't know the currency {it}. Write its code, like USD or EUR."
        case Why.UNKNOWN_LOCALE:
            return f"I don't know the number style {it}. Write a language and a country, like en_US or de_DE."
        case Why.UNKNOWN_ZONE:
            return f"I don't know the time zone {it}. Write it like Europe/Berlin."
        case Why.UNKNOWN_WEEKDAY:
            return f"{it} is no weekday. Write one, like monday."
        case Why.UNKNOWN_SHARE:
            return f"I don't know {it} there. Write <code>/share</code>, <code>/share 7d</code> or <code>/share 2w totals</code>"
        case Why.LINK_LIFE:
            return f"A link lives from one day to a year, and {it} is neither."
        case Why.TOO_MANY_LINKS:
            return f"There are {escape(word)} open links already. /links shows them; revoke one first."
        case Why.CURRENCY_IN_USE:
            return f"There are entries in {escape(word)}, so the currency stays. A new budget (another chat) can have another."
        case _:
            return _OF_FILES[why].format(it=it)


_OF_FILES = {
    Why.NO_TABLE: "I need a table as CSV, with a heading: day,kind,amount,currency,category,note. /export writes one.",
    Why.LARGE_TABLE: "That file is larger than 5 MiB, the most that I take. Send it in parts.",
    Why.TOO_MANY_ROWS: f"There are more than {MOST_ROWS:,} rows, the most that I take at a time. Nothing of it is recorded: "
    "send them in parts.",
    Why.TOO_MANY_COLUMNS: f"There are more than {MOST_COLUMNS} columns, the most that I take.",
    Why.COLUMN_TWICE: "The heading names one column twice: {it}. I can't tell which one counts; leave one of them.",
    Why.MORE_CELLS: "There are more cells than the heading has columns, so I can't tell which is which.",
    Why.LONG_CELL: f"A cell has more than {LONGEST_CELL} characters.",
    Why.LONG_ROW: f"There are more than {LONGEST_ROW:,} characters in one row.",
    Why.QUOTES: 'Its quotes don\'t match: what begins with " has to end with ", and a " inside is written twice.',
    Why.NO_TEXT: "I can't read that as text. Save the table as CSV in UTF-8 and send it again.",
    Why.NO_DAY: "There is no day in it.",
    Why.EXPORTING: "An export is under way already; it comes in a moment.",
    Why.LARGE_EXPORT: "All your entries are more than 50 MB as CSV, the most that a bot may send. Nothing is lost: whoever runs "
    "this bot can hand them out from a backup.",
    Why.NO_ROOM: "There is no room for the file just now. Nothing is lost: try /export again later.",
}


def refused(problem: Refused, money: Money) -> Reply:
    """Say why something can't be done."""
    return Reply(refusal(problem.why, problem.word, money))


def unknown_category(word: str, budget: Budget) -> Reply:
    """Say that a word names no category, and which there are."""
    names = ", ".join(escape(category.name) for category in budget.current)
    return Reply(f"There is no category “{quoted(word)}”. There are: {names}.")


# --- looks ----------------------------------------------------------------------------------------------------------------

_BAR = 10


def bar(line: Line) -> str:
    """Draw what is spent of a limit as text: ten cells, and the percentage rounded down (so 100 % is never early)."""
    if line.limit <= 0:
        return "▓" * _BAR if line.spent > 0 else "░" * _BAR
    percent = max(0, line.spent * 100 // line.limit)
    filled = min(_BAR, percent * _BAR // 100 + (0 < percent < _BAR))
    return f"{'▓' * filled}{'░' * (_BAR - filled)} {percent} %"


def week(summary: Summary) -> Reply:
    """Show a week: each category against its limit, the total, the days left, and the pay period in the current week."""
    money, today = summary.money, summary.today
    current = today in summary.week
    head = "This week" if current else "Week"
    left = f" · {_count(summary.days_left, 'day')} left" if current else ""
    said = [f"<b>{head}</b> · {week_written(summary.week, today)}{left}", ""]
    for line in summary.lines:
        removed = " (removed)" if line.category.removed else ""
        said.append(f"{escape(line.category.name)}{removed}: {_spent_of(line, money)}")
        said.append(bar(line))
    said += ["", f"<b>Total</b>: {_total(summary)}"]
    if current:
        said += ["", pay_period(summary.pay_period, money, today)]
    shown = []
    if summary.week.previous.start.year >= 1970:  # before that there are no days to record on
        shown.append(Button("‹ Week before", buttons.Week(summary.week.previous.start)))
    if not current and summary.week.end <= today:
        shown.append(Button("Week after ›", buttons.Week(summary.week.end)))
    return Reply("\n".join(said), (tuple(shown),) if shown else ())


def _total(summary: Summary) -> str:
    money = summary.money
    said = f"{money.written(summary.spent)} of {money.written(summary.limit, short=True)}"
    if summary.remaining < 0:
        return f"{said}, {money.written(-summary.remaining)} over"
    return f"{said}, {money.written(summary.remaining)} left"


def pay_period(period: PayPeriod | None, money: Money, today: date) -> str:
    """Say what came in with the latest paycheck, what is spent since, and what is left."""
    if period is None:
        return "No paycheck yet. <code>paid 1500</code> starts a pay period, and shows what is left of it."
    extra = f" + {money.written(period.extra)} extra" if period.extra else ""
    return (
        f"<b>Since the paycheck</b> of {day_written(period.paid_on, today)}: {money.written(period.paycheck)}{extra}\n"
        f"Spent since: {money.written(period.spent)}\n{_left_to_spend(period, money, today)}"
    )


def _left_to_spend(period: PayPeriod, money: Money, today: date) -> str:
    if period.remaining < 0:
        return f"Left to spend: nothing, {money.written(-period.remaining)} more is spent than came in"
    per_day = money.written(period.per_day(today))
    if period.is_overdue(today):
        return f"Left to spend: {money.written(period.remaining)} (payday was expected {day_written(period.next_payday, today)})"
    return (
        f"Left to spend: {money.written(period.remaining)}, {per_day} a day "
        f"until the payday expected {day_written(period.next_payday, today)}"
    )


def period(summary: Summary) -> Reply:
    """Show the pay period alone."""
    return Reply(pay_period(summary.pay_period, summary.money, summary.today))


def exported(name: str, file: BinaryIO, entries: int) -> Reply:
    """Hand all entries out as a file."""
    if not entries:
        return Reply("There is nothing to export yet.")
    return Reply(f"All your entries: {entries:,} {'row' if entries == 1 else 'rows'}.", document=Document(name, file))


def imported(receipt: Receipt) -> Reply:
    """Say what an import has recorded; one tap takes all of it back, or brings back what is undone."""
    held = receipt.state.entries
    days = sorted(one.entry.day for one in held)
    span = f"{day_written(days[0], receipt.today)} to {day_written(days[-1], receipt.today)}"
    undone = sum(one.undone for one in held)
    state = "are undone" if undone == len(held) else "are recorded"
    said = [f"{len(held):,} imported {'entry' if len(held) == 1 else 'entries'}, {span}, {state}."]
    if 0 < undone < len(held):
        said[0] = f"{len(held):,} imported entries, {span}: {len(held) - undone:,} are recorded, {undone:,} undone."
    this_week = receipt.budget.week_of(receipt.today)
    said += [
        _standing_said(one, receipt.budget, receipt.today) for one in receipt.state.standings if one.week == this_week
    ]
    offered = []
    if undone < len(held):
        offered.append(Button("Undo all", buttons.UndoLines(receipt.message)))
    if undone:
        offered.append(Button("Restore all", buttons.RestoreLines(receipt.message)))
    return Reply("\n".join(said), (tuple(offered),))


def row_refused(line: int, problem: Refused, money: Money) -> Reply:
    """Say which line of a table's file can't be an entry; nothing of the table is recorded."""
    return Reply(f"Line {line:,}: {refusal(problem.why, problem.word, money)}\nNothing of the table is recorded.")


def file_too_large() -> Reply:
    """Say that a file is larger than any that can be imported."""
    return Reply("That file is larger than 5 MiB, the most that I take. Nothing of it is recorded: send it in parts.")


def file_not_fetched() -> Reply:
    """Say that a file can't be had from Telegram."""
    return Reply("I could not get that file from Telegram. Nothing of it is recorded: please send it again.")


def usage_import() -> Reply:
    """Say how a table is sent."""
    return Reply(
        "Send me a CSV file with the caption /import (in the terminal: <code>/import file.csv</code>). Its heading names the "
        "columns: day,kind,amount,currency,category,note. /export writes such a file; only day and amount are needed."
    )


def forget(nonce: str, *, group: bool) -> Reply:
    """Ask before everything is deleted."""
    another = (
        "Unless you are an administrator here, another member who may use me has to confirm it, too.\n" if group else ""
    )
    return Reply(
        "This deletes everything that I keep of this chat: entries, categories, settings and share links. First I send all "
        "entries as a file. Links close at once; the rest goes a day later, and until then it can be restored.\n"
        f"{another}Only the person who asked can answer, within ten minutes.",
        ((Button("Delete everything", buttons.ConfirmForget(nonce)), Button("Keep it", buttons.KeepAll(nonce))),),
        question=True,
    )


def another_must_confirm(nonce: str) -> Reply:
    """Ask for a second person's word, in a group whose administrator has not asked."""
    return Reply(
        "This deletes everything of this group. Another member who may use me has to confirm it, within ten minutes of "
        "/forget. (If I know that an administrator wrote /forget, nobody else is needed.)",
        (
            (
                Button("Confirm: delete everything", buttons.ConfirmForget(nonce)),
                Button("Keep it", buttons.KeepAll(nonce)),
            ),
        ),
        question=True,
    )


def closed(nonce: str, *, group: bool) -> Reply:
    """Say that everything is closed, and goes in a day."""
    now = () if group else (Button("Delete now", buttons.DeleteNow(nonce)),)
    return Reply(
        "This budget is closed: everything of this chat is deleted in 24 hours, and its share links open nothing any more. "
        "Until then I record nothing here, and anybody who may use me here can restore it.",
        ((Button("Restore", buttons.RestoreBudget()), *now),),
        question=True,
    )


def being_forgotten(until: datetime, now: datetime) -> Reply:
    """Say that nothing is recorded because the budget goes, and how to keep it."""
    hours = max(1, -int((now - until).total_seconds() // 3600))
    return Reply(
        f"This budget is closed and will be deleted in {_count(hours, 'hour')}, so nothing is recorded. "
        "After that a new one can begin here. Restore brings it back as it was.",
        ((Button("Restore", buttons.RestoreBudget()),),),
        question=True,
    )


def restored() -> Reply:
    """Say that the budget is as it was."""
    return Reply("It is restored, as it was. Its share links stay closed: /share makes new ones.")


def usage_undo() -> Reply:
    """Say that /undo takes the latest back, and no other."""
    return Reply("/undo takes back the latest message alone. For any other entry, /recent has a button for each.")


def forgotten() -> Reply:
    """Say that everything is deleted."""
    return Reply("Everything of this chat is deleted.")


def kept() -> Reply:
    """Say that nothing is deleted."""
    return Reply("Nothing is deleted.")


def nothing_kept() -> Reply:
    """Say that there is nothing to forget."""
    return Reply("I keep nothing of this chat.")


def not_your_question() -> str:
    """Say that somebody else has to answer."""
    return "Only the person who wrote /forget can answer this. Nothing is deleted."


def forget_too_late() -> Reply:
    """Say that a question has run out."""
    return Reply("That was more than ten minutes ago. Nothing is deleted; /forget asks again.")


def question_is_old() -> str:
    """Say that a button of another time does nothing."""
    return "This question is old. Nothing is deleted; /forget asks again."


def standing(summary: Summary, category: Category) -> Reply:
    """Show where one category stands this week."""
    line = next(line for line in summary.lines if line.category.number == category.number)
    return Reply(f"{escape(category.name)} this week: {_spent_of(line, summary.money)}\n{bar(line)}")


def recent(budget: Budget, held: Sequence[RecordedEntry], today: date) -> Reply:
    """Show the latest entries, each with a button to undo it."""
    if not held:
        return Reply(f"Nothing is recorded yet. Write your first one: <code>{EXAMPLE}</code>")
    said = ["<b>Recent</b>"]
    said += [f"{n}. {entry_written(one.entry, budget, today)}" for n, one in enumerate(held, 1)]
    return Reply("\n".join(said), tuple(_in_rows([_undo_button(f"Undo {n}", one) for n, one in enumerate(held, 1)], 4)))


def empty() -> Reply:
    """Answer a message without any text."""
    return Reply(f"I read text only. Write it like this: <code>{EXAMPLE}</code>")


def pick_category(receipt: Receipt, line: int) -> Reply:
    """Offer all other categories for one entry of a message. Raises `NotFound` where there is none."""
    for held in receipt.state.entries:
        if held.line == line and not held.undone and held.entry.category is not None:
            said = f"{_entry_said(held, receipt.budget, receipt.today)}\nWhere does it belong?"
            rows = (*category_buttons(held, receipt.budget), *_undo_buttons(receipt.message, [held]))
            return Reply(said, rows, question=True)
    raise NotFound(str(line))


def nothing_to_undo() -> Reply:
    """Say that there is nothing to undo."""
    return Reply("There is nothing to undo.")


# --- choices --------------------------------------------------------------------------------------------------------------


def limits(budget: Budget) -> Reply:
    """Show the weekly limits, a button for each."""
    said = ["<b>Weekly limits</b>"]
    said += [f"{escape(one.name)}: {budget.money.written(one.limit, short=True)}" for one in budget.current]
    said.append("Tap one to change it, or write <code>/limits fun 150</code>")
    return Reply(
        "\n".join(said), tuple(_in_rows([Button(one.name, buttons.LimitOf(one.number)) for one in budget.current], 2))
    )


def limit_choices(budget: Budget, category: Category) -> Reply:
    """Offer round limits around the present one."""
    unit = 10**budget.money.currency.exponent
    step = max(1, 10 ** max(0, len(str(category.limit // unit)) - 2)) * 5 * unit
    base = category.limit // step * step
    around = [value for value in (base + n * step for n in range(-4, 8)) if value > 0 and value != category.limit][:8]
    shown = [
        Button(
            budget.money.written(value, short=True),
            buttons.SetLimit(category.number, value, budget.money.currency.code),
        )
        for value in around
    ]
    said = (
        f"{escape(category.name)}: {budget.money.written(category.limit, short=True)} a week. "
        f"Tap a new limit, or write <code>/limits {escape(category.name.lower())} 150</code>"
    )
    return Reply(said, tuple(_in_rows(shown, 4)), question=True)


def limit_set(budget: Budget, category: Category) -> Reply:
    """Say what a category's limit is now."""
    return Reply(f"{escape(category.name)}: {budget.money.written(category.limit, short=True)} a week from now on.")


def categories(budget: Budget) -> Reply:
    """Show the categories, their keywords, and how to change them; of keywords that are too many in all, the first."""
    end = [
        "",
        "<code>/categories add Pets 40</code>",
        "<code>/categories rename fun = Play</code>",
        "<code>/categories remove pets</code>",
        "<code>/categories fun +cinema -bar</code>",
    ]
    said = [f"{escape(one.name)}: {_keywords_said(one, _LONGEST)}" for one in budget.current]
    if _units([*said, *end]) > _LONGEST:
        room = (_LONGEST - _units(end)) // len(said) - 2 * LONGEST_NAME - _LONGEST_REST
        said = [f"{escape(one.name)}: {_keywords_said(one, room)}" for one in budget.current]
        end.insert(0, "<code>/categories fun</code> shows the keywords of one.")
    return Reply("\n".join(["<b>Categories</b>, and the words that mean them", *said, *end]))


_LONGEST_REST = 20  # units: `, and 50 more`


def _keywords_said(category: Category, room: int) -> str:
    """Return a category's keywords, those that there is room for, and how many more there are."""
    fits, words = 0, category.keywords
    while fits < len(words) and (size := _units([words[fits]]) + 1) <= room:
        room -= size
        fits += 1
    rest = f", and {len(words) - fits} more" if fits < len(words) else ""
    return escape(", ".join(words[:fits])) + rest if words else "no keywords"


def category_changed(category: Category, budget: Budget) -> Reply:
    """Say how a category is now."""
    if category.removed:
        return Reply(f"{escape(category.name)} is removed. What was spent there still counts in its weeks.")
    limit = budget.money.written(category.limit, short=True)
    return Reply(f"{escape(category.name)}: {limit} a week; {_keywords_said(category, _LONGEST_KEYWORDS)}.")


_LONGEST_KEYWORDS = 3_500  # units, in one line


SETTINGS = tuple(buttons.Setting)


def settings(budget: Budget) -> Reply:
    """Show the budget's settings, a button for each."""
    sample = budget.money.written(123450 * 10**budget.money.currency.exponent // 100)
    said = [
        "<b>Settings</b>",
        f"Week starts on: {WEEKDAYS[budget.week_starts_on].capitalize()}",
        f"Time zone: {escape(budget.time_zone)}",
        f"Numbers: {budget.money.locale.name}, {sample}",
        f"Currency: {budget.money.currency.code}",
        "Tap one to change it.",
    ]
    labels = zip(("Week start", "Time zone", "Numbers", "Currency"), SETTINGS, strict=True)
    return Reply(
        "\n".join(said), tuple(_in_rows([Button(label, buttons.SettingChoices(name)) for label, name in labels], 2))
    )


_USUAL = {
    buttons.Setting.WEEK: [name.capitalize() for name in WEEKDAYS],
    buttons.Setting.ZONE: [
        "UTC",
        "America/New_York",
        "America/Chicago",
        "America/Los_Angeles",
        "America/Sao_Paulo",
        "Europe/London",
        "Europe/Berlin",
        "Europe/Kyiv",
        "Asia/Dubai",
        "Asia/Kolkata",
        "Asia/Tokyo",
        "Australia/Sydney",
    ],
    buttons.Setting.NUMBERS: [
        "en_US",
        "en_GB",
        "de_DE",
        "de_CH",
        "fr_FR",
        "es_ES",
        "pt_BR",
        "sv_SE",
        "pl_PL",
        "en_IN",
        "ja_JP",
        "uk_UA",
    ],
    buttons.Setting.CURRENCY: ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "INR", "BRL", "SEK", "PLN", "UAH"],
}
_EXAMPLES: dict[str, str] = {"week": "thursday", "zone": "Europe/Berlin", "numbers": "de_DE", "currency": "EUR"}


def setting_choices(name: buttons.Setting) -> Reply:
    """Offer the usual values of a setting, and say how to write any other."""
    shown = [Button(value, buttons.SettingChoice(name, value)) for value in _USUAL[name]]
    said = f"Tap one, or write <code>/settings {name} {_EXAMPLES[name]}</code>"
    if name == "zone":
        said += "\nEntries keep their days when the time zone changes."
    return Reply(said, tuple(_in_rows(shown, 2)), question=True)


def setting_usage() -> Reply:
    """Say how a setting is written."""
    usage = "\n".join(f"<code>/settings {name} {_EXAMPLES[name]}</code>" for name in SETTINGS)
    return Reply(f"Write a setting like one of these:\n{usage}")


# --- the window -----------------------------------------------------------------------------------------------------------


def chart(summary: Summary, png: bytes | None) -> Reply:
    """Show the week as a picture, with a caption that says the same numbers; without one, as text."""
    said = week(summary).text.split("\n")
    if png is None:
        return Reply("\n".join([*said, "", _WHERE_THE_PICTURE_IS]))
    words = "\n".join([*said, "", _WHERE_THE_PICTURE_IS])
    caption = [line for line in said if line[:1] not in {"▓", "░"}]
    return Reply("\n".join(caption), picture=Picture(png, words))


_WHERE_THE_PICTURE_IS = "The picture is on the web: /share gives a link; open it, or with <code>.png</code> at its end."


def shared(budget: Budget, link: ShareLink, address: str) -> Reply:
    """Give a share link out, and say what it means. It can't be shown again."""
    what = (
        "the week's categories and limits, the pay period, and every entry with its note"
        if link.extent is Extent.FULL
        else "sums only: the week's categories and limits, and the pay period; no single entry"
    )
    until = day_written(budget.day_of(link.expires), budget.day_of(link.created))
    copy = (Button("Copy", copy=address),) if len(address) <= _LONGEST_COPY else ()
    return Reply(
        f"Whoever has this link can look, without Telegram, and can't change anything. It shows {what}.\n"
        f"{escape(address)}\n"
        f"It works until {until}. Copy it now: I keep only its fingerprint, so /links can't show it again.",
        ((*copy, Button("Revoke", buttons.RevokeLink(link.number))),),
    )


_LONGEST_COPY = 256  # characters that a button of Telegram copies


def links(budget: Budget, open_: Sequence[ShareLink], now: datetime) -> Reply:
    """List the open links with their use, each with a button to revoke it."""
    if not open_:
        return Reply("There are no open links. /share makes one.")
    today = budget.day_of(now)
    said = ["<b>Open links</b>"]
    for n, link in enumerate(open_, 1):
        made, until = (day_written(budget.day_of(day), today) for day in (link.created, link.expires))
        what = "everything" if link.extent is Extent.FULL else "sums only"
        seen = "never opened"
        if link.last_opened is not None:
            moment = link.last_opened.astimezone(zone_named(budget.time_zone))
            seen = f"opened {_count(link.opened, 'time')}, last {day_written(moment.date(), today)} at {moment:%H:%M}"
        said.append(f"{n}. {what}, made {made}, works until {until}: {seen}")
    shown = [Button(f"Revoke {n}", buttons.RevokeLink(link.number, listed=True)) for n, link in enumerate(open_, 1)]
    return Reply("\n".join(said), tuple(_in_rows(shown, 4)))


def link_revoked() -> Reply:
    """Say that a link is closed for good."""
    return Reply("This link is revoked: it opens nothing any more. /share makes another.")


def link_shown_before() -> Reply:
    """Say that the link of a repeated message can't be shown again."""
    return Reply(
        "That link was made already, and can't be shown again. /share makes another, /links shows what is open."
    )


# --- conversation ---------------------------------------------------------------------------------------------------------

COMMANDS = {
    "week": "this week against its limits",
    "chart": "this week as a picture",
    "period": "what is left since the last paycheck",
    "recent": "the latest entries",
    "undo": "take the latest entry back",
    "limits": "see and change weekly limits",
    "categories": "see and change categories",
    "settings": "week start, time zone, numbers, currency",
    "share": "a link to look at this budget",
    "links": "the open links; revoke them",
    "export": "all entries as a CSV file",
    "import": "entries from a CSV file",
    "forget": "delete everything of this chat",
    "invite": "let a partner use this bot",
    "members": "who may use this bot; remove somebody",
    "help": "how to write to me",
}


SHORT_DESCRIPTION = "Text what you spent; see what is left of the week and of the paycheck."
DESCRIPTION = (
    "Text what you spent, like “12.50 fun tacos”, or “paid 1500” when you are paid. "
    "I keep it, show the week against your soft limits, and tell what is left until the next payday."
)


def start(budget: Budget) -> Reply:
    """Greet, and show the first thing to do."""
    names = ", ".join(escape(category.name) for category in budget.current)
    return Reply(
        "I keep track of what you spend, and of what is left since your last paycheck.\n"
        f"Write what you spent, as you would say it: <code>{EXAMPLE}</code>\n"
        "When you are paid: <code>paid 1500</code>\n"
        f"Your categories: {names}. /week shows them, /help tells more."
    )


def help_() -> Reply:
    """Say how to write entries, and list the commands."""
    commands = "\n".join(f"/{name}: {what}" for name, what in COMMANDS.items())
    return Reply(
        "<b>Spent</b>: <code>12.50 fun tacos</code>, <code>coffee 3</code>, <code>2x3.50 fun beers yesterday</code>\n"
        "<b>Paid</b>: <code>paid 1500</code>, extra cash <code>+40</code>, refund <code>-12.50 fun</code>\n"
        "A day stands first or last: <code>yesterday</code>, <code>friday</code>, <code>3 days ago</code>, "
        "<code>2026-03-14</code>\n"
        "Several entries: one on each line. To correct one, edit your message.\n\n"
        f"{commands}"
    )


def unknown_command(name: str) -> Reply:
    """Say that there is no such command, and which one is written almost like it."""
    nearest = get_close_matches(name, COMMANDS, n=1)
    return Reply(
        f"I don't know /{escape(name)}. " + (f"Did you mean /{nearest[0]}?" if nearest else "/help shows what I do.")
    )


def entry_missing(name: str) -> Reply:
    """Say what belongs behind a command that records."""
    return Reply(f"Write it behind the command: <code>/{name} {'1500' if name == 'paid' else EXAMPLE}</code>")


def unknown_week(word: str) -> Reply:
    """Say how a week is asked for."""
    return Reply(
        f"I can't find the week “{quoted(word)}”. Write /week, <code>/week last</code> or <code>/week 2026-03-14</code>"
    )


def usage_limits() -> Reply:
    """Say how a limit is written."""
    return Reply("Write the category and its weekly limit: <code>/limits fun 150</code>")


def usage_categories() -> Reply:
    """Say how categories are changed."""
    return Reply(
        "Write it like one of these:\n<code>/categories add Pets 40</code>\n<code>/categories rename fun = Play</code>\n"
        "<code>/categories remove pets</code>\n<code>/categories fun +cinema -bar</code>"
    )


def set_apart(apart: SetApart) -> Reply:
    """Say that a group's budget came along, and what could not become part of it."""
    code = apart.money.currency.code
    what = "One entry was" if apart.number == 1 else f"{apart.number} entries were"
    head = (
        f"This group's budget has come along. {what} written down meanwhile in {code}, which is not its currency: kept apart, "
        "and counted nowhere. Write it again in the budget's currency:"
    )
    lines = [head]
    lines += [f"{apart.money.written(entry.amount)} {quoted(entry.note)}".rstrip() for entry in apart.entries]
    if apart.number > len(apart.entries):
        lines.append(f"… and {apart.number - len(apart.entries)} more")
    return Reply("\n".join(lines))


def broken() -> Reply:
    """Say honestly that something went wrong and that nothing was recorded."""
    return Reply(
        "Something went wrong on my side, and this was not recorded. It is logged. Please write it another way."
    )


def let_go(*, recorded: bool) -> Reply:
    """Say that a message ended the program each time it was tried."""
    why = "Something went wrong with this message each time I tried it, so I let it go"
    return Reply(f"{why}. {_IN_PART}" if recorded else f"{why}: it was not recorded. Please write it another way.")


def given_up(*, recorded: bool) -> Reply:
    """Say that a message could not be done for a day."""
    why = "I tried for a day to do this, and could not, so I let it go"
    return Reply(f"{why}. {_IN_PART}" if recorded else f"{why}: it was not recorded. Please write it again.")


_IN_PART = "Something of it is recorded: /recent shows what, and editing the message corrects it."


def stranger(user: int) -> Reply:
    """Refuse somebody who may not use the bot, and say what its owner would need to know."""
    return Reply(
        "This bot is private. Ask the person who runs it for an invitation (/invite makes one), "
        f"or to allow your number: <code>{user}</code>"
    )


_ADMISSIONS = {
    Admission.CLAIMED: "Somebody else was faster: this bot has been claimed. Ask that person for an invitation.",
    Admission.UNKNOWN: "I don't know this code, or it has run out. A claim code lives ten minutes, and is shown where the "
    "bot runs; an invitation lives seven days.",
    Admission.TAKEN: "This invitation was used already; each lets one person in, once. Ask for a new one.",
    Admission.WITHDRAWN: "This invitation was withdrawn. Ask for a new one.",
    Admission.EXPIRED: "This invitation is more than seven days old, and has run out. Ask for a new one.",
    Admission.MAKER_IS_OUT: "This invitation comes from somebody who may not use this bot any more. Ask for another one.",
    Admission.MADE_BEFORE_REMOVAL: "You were taken out after this invitation was made. Ask for a new one.",
    Admission.WAIT: "Those were too many wrong codes. Wait a minute, then try again.",
}


def not_admitted(admission: Admission) -> Reply:
    """Say what is wrong with a code."""
    return Reply(_ADMISSIONS[admission])


def faceless(*, channel: bool) -> Reply:
    """Say why nothing is recorded of what is written in the name of a chat."""
    who = "a channel" if channel else "the group, as an anonymous administrator"
    return Reply(
        f"You write in the name of {who}, so I can't tell who you are, and record nothing of it. "
        "Write as yourself: choose your own name beside the line you type in, or stop being anonymous in this group."
    )


def invitation(code: str, bot: str) -> Reply:
    """Give an invitation out; the link is shown once."""
    way = f"https://t.me/{bot}?start={code}" if bot else f"<code>/start {code}</code>"
    return Reply(
        f"Send this to your partner. It lets one person use this bot, once, within seven days:\n{way}\n"
        "That person gets a budget of their own. To share one, write to me in a group that both of you are in. "
        "/members shows open invitations, and withdraws them."
    )


def too_many_invitations() -> Reply:
    """Say that no more can be open."""
    return Reply(
        f"You have {MOST_INVITATIONS} open invitations, and no more can be open at once. /members shows them; withdraw one."
    )


def everyone_may(bot: str) -> Reply:
    """Say that nobody needs an invitation."""
    way = f": https://t.me/{bot}" if bot else "."
    return Reply(f"Everybody may use this bot, so nobody needs an invitation. Send its address{way}")


def in_private(command: str) -> Reply:
    """Say where people are let in and out: in a group everybody could take an invitation, or read who is in."""
    why = "anybody could take the invitation" if command == "invite" else "everybody would see who may use me"
    return Reply(f"Write /{command} to me in private: here, {why}.")


def no_invitations() -> Reply:
    """Say that there is nobody to invite into a terminal."""
    return Reply("Invitations are for the bot on Telegram.")


def members(found: Members, me: int, now: datetime) -> Reply:
    """Show who may use the bot, and open invitations, with a button to take each back."""
    if found.everyone:
        return Reply("Everybody may use this bot: ALLOWED_USERS is *. There is nobody to remove.")
    names = {guest.user: guest.name for guest in found.guests}
    said: list[str] = []
    rows: list[Row] = []
    if found.owner:
        said.append("<b>Who may use this bot</b>")
        said += [f"• <code>{user}</code>{_you(user, me)}, by ALLOWED_USERS" for user in found.named[:_MOST_NAMED]]
        if len(found.named) > _MOST_NAMED:
            said.append(f"… and {len(found.named) - _MOST_NAMED} more, by ALLOWED_USERS")
        for guest in found.guests:
            how = "claimed the bot" if guest.first else f"invited by {_person(guest.invited_by or 0, names, me)}"
            said.append(f"• {_guest(guest)}{_you(guest.user, me)}, {how}, since {_date(guest.since)}")
            if may_remove(guest, me, named=me in found.named, first=True):
                rows.append(_remove_row(guest))
    else:
        said.append("Who may use this bot is shown to the person who runs it.")
    if found.invitations:
        said.append("<b>Open invitations</b>" if found.owner else "<b>Your open invitations</b>")
    else:
        said.append("There are no open invitations. /invite makes one.")
    for n, one in enumerate(found.invitations, 1):
        by = f", made by {_person(one.made_by, names, me)}" if found.owner else ""
        said.append(f"{n}. {_count(max(1, -((now - one.expires).days)), 'day')} left{by}")
        rows.append((Button(f"Withdraw {n}", buttons.WithdrawInvitation(one.id)),))
    return Reply("\n".join(said), tuple(rows))


_MOST_NAMED = 50  # users of the settings that are listed


def _you(user: int, me: int) -> str:
    return " (you)" if user == me else ""


def _guest(guest: Guest) -> str:
    return f"{escape(guest.name)} (<code>{guest.user}</code>)" if guest.name else f"<code>{guest.user}</code>"


def _person(user: int, names: Mapping[int, str], me: int) -> str:
    if user == me:
        return "you"
    return escape(names[user]) if names.get(user) else f"<code>{user}</code>"


def _date(moment: datetime) -> str:
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def _remove_row(guest: Guest) -> Row:
    return (Button(f"Remove {guest.name or guest.user}", buttons.AskToRemove(guest.user)),)


def ask_to_remove(guest: Guest) -> Reply:
    """Ask before somebody is taken out."""
    return Reply(
        f"Remove {_guest(guest)}? From then on I neither record nor answer what that person writes or taps, in any chat. "
        "Open invitations of that person are withdrawn, and no invitation made so far lets that person in again.",
        ((Button("Remove", buttons.RemoveMember(guest.user)), Button("Keep", buttons.ShowMembers())),),
        question=True,
    )


def removed(guest: Guest, invited: Sequence[Guest]) -> Reply:
    """Say who is out and what stays, and offer to take out the people whom that one has let in."""
    said = (
        f"{_guest(guest)} is out. What that person recorded stays. So do share links, for they belong to a budget and not to a "
        "person: /links in its chat closes them."
    )
    if invited:
        said += f"\nStill in, and invited by that person: {', '.join(map(_guest, invited))}."
    return Reply(said, (*map(_remove_row, invited), (Button("‹ Members", buttons.ShowMembers()),)))


def group_greeting(bot: str) -> Reply:
    """Greet a group, and say what the bot can and can't see there."""
    return Reply(
        "This group has a budget now; everyone who may use me shares it. Write what was spent: "
        f"<code>{EXAMPLE}</code>, then /week.\n"
        "If I don't answer plain messages, Telegram hides them from me: reply to one of mine, make me an administrator, "
        f"or turn privacy mode off at @BotFather{f' for @{bot}' if bot else ''}."
    )
