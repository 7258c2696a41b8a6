"""The answer to a message with entries: what was understood, what is left, and the buttons under it."""

from collections.abc import Mapping, Sequence

from bot import buttons
from bot.replies.files import imported
from bot.replies.questions import question, question_buttons
from bot.replies.refusals import refusal
from bot.replies.wording import LONGEST, count, day_written, entry_said, left_to_spend, standing_said
from bot.reply import Button, Reply, Row, in_rows, quoted, units
from budget.bookkeeper import Receipt
from budget.budgets import Budget
from budget.categories import LAST_RESORT
from budget.entries import PARTS, Kind, RecordedEntry
from budget.errors import NotFound, Why
from budget.grammar import MOST_LINES, CheckedTotal, DayHeading, NameAlone, Offer, Reading, Understood, Unreadable
from budget.states import OpenQuestion, Status


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
        last.append(left_to_spend(receipt.pay_period, budget.money, today))
    standings = [standing_said(one, budget, today) for one in receipt.state.standings]
    said = first + _lines_said(lines, held, asked, receipt, short=False)
    if units([*said, *standings, *last]) > LONGEST:
        said = first + _lines_said(lines, held, asked, receipt, short=True)
        said = _cut_lines(said, lines, held, asked, LONGEST - units(last))
        standings = _cut_standings(receipt, LONGEST - units([*said, *last]))
    text = "\n".join([*said, *standings, *last])
    return Reply(text, _buttons_under(lines, held, asked, receipt), question=bool(asked))


_MOST_BUTTONS = 60  # under one answer: where there would be more, a line has one that leads to its own


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
    return said + [entry_said(held[line], receipt.budget, receipt.today, short=short) for line in others]


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
    while fits < len(said) and (size := units([said[fits]])) <= room:
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
    return [*said[:fits], f"… and {count(len(rest), 'more line')}: {'; '.join(part for part in parts if part)}."]


_LONGEST_TAIL = 200  # units: the line that says how many more there are


def _cut_standings(receipt: Receipt, room: int) -> list[str]:
    """Return what fits of where the categories stand, those whose limit is passed now first."""
    room -= _LONGEST_TAIL
    standings = sorted(receipt.state.standings, key=lambda one: not one.tell_over)
    said: list[str] = []
    for standing in standings:
        text = standing_said(standing, receipt.budget, receipt.today)
        room -= units([text])
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
    return (*rows, *in_rows(single, 3), *undo)


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
                sentence += f"\nSo this stays as it was: {entry_said(held, budget, today, short=short)}"
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
            still = f"\nUntil then this counts: {entry_said(held, budget, today, short=short)}"
        return question(asked, text, budget) + still
    if held is not None:
        said = entry_said(held, budget, today, short=short)
        taught = isinstance(reading, Understood) and reading.offer is Offer.TAUGHT and not receipt.edited
        return f"{said}, as last time" if taught and not held.undone else said
    return "This line is not recorded any more."


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
    return in_rows(shown, 2)


def _number(line: int) -> int:
    """Return the number that a line has for people; the entries of one line share it."""
    return line % PARTS + 1


def _undo_buttons(message: int, held: Sequence[RecordedEntry]) -> list[Row]:
    held = [one for one in held if one.line < PARTS]  # the entries of one line are undone together
    if len(held) == 1:
        (one,) = held
        return [(undo_button("Restore" if one.undone else "Undo", one),)]
    shown = [undo_button(f"{'Restore' if one.undone else 'Undo'} {_number(one.line)}", one) for one in held]
    if sum(not one.undone for one in held) > 1:
        shown.append(Button("Undo all", buttons.UndoLines(message)))
    if sum(one.undone and one.removed_by is None for one in held) > 1:
        shown.append(Button("Restore all", buttons.RestoreLines(message)))
    return in_rows(shown, 4)


def undo_button(label: str, held: RecordedEntry) -> Button:
    return Button(label, (buttons.RestoreLines if held.undone else buttons.UndoLines)(held.message, held.line))


def pick_category(receipt: Receipt, line: int) -> Reply:
    """Offer all other categories for one entry of a message. Raises `NotFound` where there is none."""
    for held in receipt.state.entries:
        if held.line == line and not held.undone and held.entry.category is not None:
            said = f"{entry_said(held, receipt.budget, receipt.today)}\nWhere does it belong?"
            rows = (*category_buttons(held, receipt.budget), *_undo_buttons(receipt.message, [held]))
            return Reply(said, rows, question=True)
    raise NotFound(str(line))
