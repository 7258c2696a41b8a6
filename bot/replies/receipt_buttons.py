"""The buttons under a receipt: of each line what its reading offers, then Undo and Restore."""

from collections.abc import Iterable, Mapping, Sequence

from bot import buttons
from bot.replies.offers import (
    bill_button,
    due_bill_asked,
    due_bills,
    income_button,
    offer_buttons,
    standing_offers,
    tag_button,
)
from bot.replies.questions import likeliest, question_buttons
from bot.replies.shown_lines import Shown, back
from bot.replies.spreads import leads_to_weeks
from bot.replies.wording import entry_said
from bot.reply import Button, Reply, Row, Style, in_fitting_rows
from budget.bookkeeper import Receipt
from budget.budgets import Budget
from budget.categories import LAST_RESORT, Category
from budget.entries import PARTS, RecordedEntry
from budget.errors import NotFound
from budget.grammar import Offer, Understood, Unreadable
from budget.grammar.dues import OFFERING_BILLS
from budget.offering import Offers
from words import labels, plan_labels
from words import receipts as say
from words.voice import Voice

_MOST_BUTTONS = 60  # under one answer: where there would be more, a line has one that leads to its own
_MOST_WITH_CATEGORIES = 3  # lines whose likeliest categories stand under the receipt; of more, each has one button
_MOST_UNDO_ROWS = 2  # where the lines' own take more, each is undone behind [Change…]


def buttons_under(voice: Voice, shown: Shown, receipt: Receipt) -> tuple[Row, ...]:
    """Return the buttons of all lines. Where they are too many, some lines have one that leads to theirs; questions come first.

    Where many lines have no category, each has one button that leads to the categories.
    """
    undo = _undo_buttons(voice, shown, receipt)
    largest = _largest_to_spread(shown, receipt)
    whole = {line: _line_buttons(voice, line, shown, receipt, spread=line == largest) for line in shown.lines}
    folded = _folded(whole)
    whole |= {line: _without_categories(whole[line]) for line in folded}
    spare = _MOST_BUTTONS - sum(map(len, undo)) - len(folded) - sum(bool(rows) for rows in whole.values())
    rows: list[Row] = []
    single = [_to_categories(voice, line, shown, receipt) for line in folded]
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
        elif line not in folded:
            single.append(_to_categories(voice, line, shown, receipt))
    return (*rows, *in_fitting_rows(single, 3), *offer_buttons(voice, receipt), *undo)


def _folded(whole: Mapping[int, Sequence[Row]]) -> list[int]:
    """Return the lines that have no category, where they are many."""
    found = [line for line, rows in whole.items() if any(_is_category(one) for row in rows for one in row)]
    return found if len(found) > _MOST_WITH_CATEGORIES else []


def _is_category(button: Button) -> bool:
    return isinstance(button.does, buttons.SetCategory | buttons.PickCategory)


def _without_categories(rows: Iterable[Row]) -> list[Row]:
    kept = (tuple(one for one in row if not _is_category(one)) for row in rows)
    return [row for row in kept if row]


def _to_categories(voice: Voice, line: int, shown: Shown, receipt: Receipt) -> Button:
    label = labels.of_line(voice, shown.number(line), labels.category(voice))
    return Button(label, buttons.PickCategory(receipt.message, line))


def _largest_to_spread(shown: Shown, receipt: Receipt) -> int | None:
    """Return the line whose expense is offered to be spread; the others' are spread behind [Change…]."""
    could_be = [one for line, one in shown.held.items() if line not in shown.asked and leads_to_weeks(one, receipt)]
    return max(could_be, key=lambda one: one.entry.amount).line if could_be else None


def _line_buttons(voice: Voice, line: int, shown: Shown, receipt: Receipt, *, spread: bool) -> list[Row]:
    of_line = shown.number_of(line)
    rows = _reading_buttons(voice, line, shown, receipt)
    if not spread:
        return rows
    label = labels.of_line(voice, of_line, plan_labels.spread(voice))
    over_weeks = Button(label, buttons.PickWeeks(receipt.message, line))
    if rows and len(rows[-1]) == 1:
        return [*rows[:-1], *in_fitting_rows([*rows[-1], over_weeks], 2)]
    return [*rows, (over_weeks,)]


def _reading_buttons(voice: Voice, line: int, shown: Shown, receipt: Receipt) -> list[Row]:
    message, of_line = receipt.message, shown.number_of(line)
    text, reading = shown.readings.get(line, ("", None))
    held, asked = shown.held.get(line), shown.asked.get(line)
    if asked is not None:
        bill = due_bill_asked(voice, asked, text, receipt, of_line)
        return [*question_buttons(voice, asked, receipt, of_line, whole=False), *bill]
    if held is None and isinstance(reading, Unreadable) and reading.why in OFFERING_BILLS:
        return due_bills(voice, text, receipt, of_line)
    if held is None or held.undone:
        return []
    may_pay = receipt.state.matches.get(line)
    if may_pay is not None and may_pay.due.state.is_open:
        label = labels.of_line(voice, of_line, plan_labels.it_was(voice, may_pay.due.bill.name))
        return [(Button(label, buttons.ItWasBill(message, line)),)]
    if may_pay is not None:
        return []  # it counts where its bill does
    if reading is None and held.entry.category == _last_resort(receipt.budget):
        # A tap settled the amount, no word the category.
        return [*standing_offers(voice, held, receipt, of_line), *_category_buttons(voice, held, receipt, of_line)]
    if not isinstance(reading, Understood):
        return standing_offers(voice, held, receipt, of_line)
    return [
        *(tag_button(voice, held, receipt.budget, of_line) if reading.tag else []),
        *bill_button(voice, text, held, receipt, of_line),
        *_offered(voice, reading, held, receipt, of_line),
    ]


def _offered(
    voice: Voice, reading: Understood, held: RecordedEntry, receipt: Receipt, of_line: int | None
) -> list[Row]:
    """Return the buttons of what a line's reading offers."""
    match reading.offer:
        case Offer.CATEGORIES if held.entry.category == reading.entry.category:
            return _category_buttons(voice, held, receipt, of_line)
        case Offer.INCOME:
            return income_button(voice, held, of_line)
        case _:
            return []


def _last_resort(budget: Budget) -> int:
    return next(category.number for category in budget.categories if category.key == LAST_RESORT)


def _category_buttons(voice: Voice, held: RecordedEntry, receipt: Receipt, line: int | None) -> list[Row]:
    """One button for each category that an entry could move to; of many the likeliest, and one that leads to all."""
    could_be = [one for one in receipt.budget.current if one.number != held.entry.category]
    budget = receipt.budget
    shown = [
        _move_button(voice, held, one, budget, line) for one in likeliest(could_be, receipt, lambda one: one.number)
    ]
    if len(shown) < len(could_be):
        shown[0] = shown[0]._replace(style=Style.PRIMARY)  # the likeliest
        label = labels.of_line(voice, line, labels.more(voice))
        shown.append(Button(label, buttons.PickCategory(held.message, held.line)))
    return in_fitting_rows(shown, 3)


def _move_button(
    voice: Voice, held: RecordedEntry, category: Category, budget: Budget, line: int | None = None
) -> Button:
    label = labels.of_line(voice, line, budget.button_name(category.number))
    return Button(label, buttons.SetCategory(held.message, held.line, category.number))


def _undo_buttons(voice: Voice, shown: Shown, receipt: Receipt) -> list[Row]:
    of_line: dict[int, list[RecordedEntry]] = {}
    for line in shown.lines:  # the entries of one line are undone together
        if line in shown.held:
            of_line.setdefault(line % PARTS, []).append(shown.held[line])
    of_line = {at: [one for one in parts if one.removed_by is None] or parts for at, parts in of_line.items()}
    held = [parts[0] for parts in of_line.values()]
    counting = [one for one in shown.held.values() if not one.undone]
    only = counting[0].line if len(counting) == 1 else None
    change = [Button(labels.change(voice), buttons.ChangeLine(receipt.message, only))] if counting else []
    if len(held) == 1:
        return [(undo_button(voice, receipt, held[0]), *change)]
    offered = {
        at: undo_button(voice, receipt, parts[0], *(shown.number(one.line) for one in parts))
        for at, parts in of_line.items()
    }
    whole = []
    if sum(not one.undone for one in held) > 1:
        whole.append(Button(labels.undo_all(voice), buttons.UndoLines(receipt.message)))
    if sum(one.undone and one.removed_by is None for one in held) > 1:
        whole.append(Button(labels.restore_all(voice), buttons.RestoreLines(receipt.message)))
    rows = in_fitting_rows([*offered.values(), *whole, *change], 4)
    if len(rows) <= _MOST_UNDO_ROWS:
        return rows
    undone = [offered[at] for at, parts in of_line.items() if parts[0].undone]
    return in_fitting_rows([*undone, *whole, *change], 4)


def undo_button(voice: Voice, receipt: Receipt, held: RecordedEntry, *numbers: int) -> Button:
    """Return the button that undoes or restores the entries of a line; ``numbers`` are theirs among others.

    What restores an entry offers again what stood offered for it.
    """
    if not held.undone:
        return Button(labels.undo(voice, *numbers), buttons.UndoLines(held.message, held.line))
    return Button(labels.restore(voice, *numbers), _restoring(receipt.offers, held.message, held.line))


def _restoring(offers: Offers, message: int, line: int) -> buttons.Button:
    bill = next((one for one in offers.bills if one.line == line), None)
    if bill is not None and bill.suggested:
        return buttons.RestoreSuggesting(message, line, bill.place, bill.when.days[-1])
    if bill is not None:
        return buttons.RestoreOffering(message, line, bill.place, buttons.when_of(bill.when, about=bill.about))
    said = (line in offers.income) + 2 * (line in offers.tags)
    return buttons.RestoreSaying(message, line, said) if said else buttons.RestoreLines(message, line)


def pick_category(voice: Voice, receipt: Receipt, line: int) -> Reply:
    """Offer all other categories for one entry of a message. Raises `NotFound` where there is none."""
    for held in receipt.state.entries:
        if held.line == line and not held.undone and held.entry.category is not None:
            said = say.where_it_belongs(voice, entry_said(voice, held, receipt.budget, receipt.today))
            others = (one for one in receipt.budget.current if one.number != held.entry.category)
            rows = (
                *in_fitting_rows([_move_button(voice, held, one, receipt.budget) for one in others], 3),
                (back(voice, held.message),),
            )
            return Reply(said, rows, question=True)
    raise NotFound(str(line))
