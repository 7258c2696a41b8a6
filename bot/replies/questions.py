"""What the bot asks before it records a line, and the choices as buttons."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from bot import buttons
from bot.replies.shown_lines import to_receipt
from bot.replies.wording import entry_written
from bot.reply import Button, Reply, Row, in_fitting_rows, in_rows, quoted
from budget.bookkeeper import Receipt
from budget.budgets import Budget
from budget.currencies import currency_named
from budget.errors import NotFound
from budget.grammar import About, Choice, Label
from budget.money import Money
from budget.receipts import MOST_LIKELY
from budget.states import OpenQuestion
from words import days, labels, setting_labels
from words import questions as say
from words.markup import plain
from words.voice import Voice, Voices

_OF_NUMBERS = {About.AMOUNT, About.CURRENCY, About.ENTRIES, About.DAY}
"""Questions about the numbers of a line: its note has none of them."""


def question(voice: Voice, asked: OpenQuestion, text: str, budget: Budget, *, among: bool = False) -> str:
    """Ask about a line; nothing is recorded until a choice is tapped.

    Where its ``text`` is not known any more, its note tells it from those ``among`` which it stands.
    """
    first = next(choice for choice in asked.choices if choice.entries)
    entry = first.entries[0]
    if first.currency not in {None, budget.money.currency.code}:
        return say.shall_it_be_in(voice, quoted(text), str(first.currency), budget.money.currency.code)
    note = entry.note if among or asked.about not in _OF_NUMBERS else ""
    words, amount = quoted(text or note), budget.money.written(first.total)
    if asked.about in {About.AMOUNT, About.CURRENCY} and len(asked.choices) == 1:
        return say.is_it_the_amount(voice, words, amount, budget.money)
    return say.question(voice, asked.about, entry.kind, words, amount)


_T = TypeVar("_T")


def likeliest(choices: Sequence[_T], receipt: Receipt, category_of: Callable[[_T], int | None]) -> list[_T]:
    """Return the choices; of more than a receipt has room for those of the likeliest categories, the likeliest first."""
    if len(choices) <= MOST_LIKELY or not receipt.likely:
        return list(choices)
    places: dict[int | None, int] = {category: n for n, category in enumerate(receipt.likely)}
    return sorted(choices, key=lambda one: places.get(category_of(one), len(places)))[:MOST_LIKELY]


def _likeliest_of(choices: Sequence[tuple[int, Choice]], receipt: Receipt) -> list[tuple[int, Choice]]:
    """Return the choices, of those that name a category the likeliest."""
    named = [one for one in choices if one[1].label is Label.CATEGORY]
    others = [one for one in choices if one[1].label is not Label.CATEGORY]
    return likeliest(named, receipt, lambda one: one[1].entries[0].category) + others


def question_buttons(
    voice: Voice, asked: OpenQuestion, receipt: Receipt, line: int | None = None, *, whole: bool = True
) -> list[Row]:
    """One button for each choice, and a No where the choices do not exclude one another. ``line`` is named where there are many.

    Of many categories the likeliest are shown, and a button that leads to the ``whole`` of them.
    """
    message, budget, today = receipt.message, receipt.budget, receipt.today
    choices = [(n, choice) for n, choice in enumerate(asked.choices) if choice.entries]
    cut = not whole and asked.about is About.SPENDING
    chosen = _likeliest_of(choices, receipt) if cut else choices
    said = [_choice_label(voice, asked, choice, budget, today) for _, choice in chosen]
    if len(set(said)) < len(said):  # `4 fun 4.00`: only the notes differ
        said = [
            labels.with_note(voice, label, choice.entries[0].note)
            for label, (_, choice) in zip(said, chosen, strict=True)
        ]
    shown = [
        Button(labels.of_line(voice, line, label), buttons.Answer(message, asked.line, n))
        for label, (n, _) in zip(said, chosen, strict=True)
    ]
    if len(chosen) < len(choices):
        shown.append(Button(labels.of_line(voice, line, labels.more(voice)), buttons.ShowLine(message, asked.line)))
    alone = asked.about in {About.SPENDING, About.EXTRA} or len(asked.choices) == 1
    if asked.about is About.CURRENCY:
        no = setting_labels.keep_currency(voice, budget.money.currency.code)
        shown.append(Button(labels.of_line(voice, line, no), buttons.Decline(message, asked.line)))
    elif alone or len(choices) < len(asked.choices):
        no = labels.nothing(voice) if alone else labels.not_spending(voice)
        shown.append(Button(labels.of_line(voice, line, no), buttons.Decline(message, asked.line)))
    return in_fitting_rows(shown, 3)


def question_labels(
    voices: Voices, budget: Budget, today: date, asked: OpenQuestion
) -> Sequence[tuple[int | None, str]]:
    """Return what the buttons of a question say, with their amounts and without them, and the number of each choice.

    None stands beside those that record nothing.
    """
    voice = voices(budget.language)
    nothing = labels.nothing(voice), labels.not_spending(voice), labels.leave_it(voice)
    said: list[tuple[int | None, str]] = [(None, one) for one in nothing]
    if asked.about is About.CURRENCY:
        said.append((None, setting_labels.keep_currency(voice, budget.money.currency.code)))
    for n, choice in enumerate(asked.choices):
        if asked.about is About.CORRECTION:
            said.append((n, _correction_label(voice, choice, budget, today)))
            said += [(n, labels.new_entry(voice, ""))] if choice.label is Label.NEW_ENTRY else []
        elif choice.entries:
            amount = _money(choice, budget).written(choice.total)
            said += [(n, _choice_label(voice, asked, choice, budget, today, one)) for one in (amount, "")]
    return said


def _choice_label(
    voice: Voice, asked: OpenQuestion, choice: Choice, budget: Budget, today: date, amount: str | None = None
) -> str:
    entry = choice.entries[0]
    amount = _money(choice, budget).written(choice.total) if amount is None else amount
    match choice.label:
        case Label.CURRENCY:
            return setting_labels.begin_in(voice, str(choice.currency))
        case Label.AMOUNT:
            return _amount_label(voice, asked, choice, budget, today)
        case Label.DAY:
            said = labels.kind(voice, entry.kind, amount) if _are_of_kinds(asked) else amount
            return labels.on_day(voice, said, days.asked_day(voice, entry.day, today))
        case Label.CATEGORY:
            return _category_name(choice, budget)
        case Label.ENTRIES:
            return labels.entries(voice, len(choice.entries), _each_way(choice, budget) or amount)
        case Label.IN_ALL:
            return labels.in_all(voice, amount)
        case Label.ONLY:
            return labels.only(voice, amount)
        case Label.SHARE:
            return labels.my_share(voice, amount)
        case Label.CAME_IN:
            return labels.came_in(voice)
        case Label.NEW_PERIOD:
            return labels.new_period(voice)
        case Label.ADDS:
            return labels.adds(voice)
        case _:
            return labels.kind(voice, entry.kind, amount)


def _each_way(choice: Choice, budget: Budget) -> str:
    """Return the amounts of entries that went different ways, each with its sign; empty where all went one way."""
    if not choice.is_mixed:
        return ""
    written = _money(choice, budget).written
    return " ".join(f"{'−' if one.kind.is_money_out else '+'}{written(one.amount)}" for one in choice.entries)


def _are_of_kinds(asked: OpenQuestion) -> bool:
    """Whether choices differ in whether, or how, the money came in."""
    return len({one.entries[0].kind for one in asked.choices if one.entries}) > 1


def _amount_label(voice: Voice, asked: OpenQuestion, choice: Choice, budget: Budget, today: date) -> str:
    """Name an amount, and of kind, category and day what tells the choices apart."""
    entry, said = choice.entries[0], _money(choice, budget).written(choice.total)
    entries = [one.entries[0] for one in asked.choices if one.entries]
    if len({(one.kind, one.category) for one in entries}) > 1:
        said, category = labels.kind(voice, entry.kind, said), _category_name(choice, budget)
        said = labels.in_category(voice, said, category) if category else said
    if len({one.day for one in entries}) > 1:
        return labels.on_day(voice, said, days.day(voice, entry.day, today))
    return said


def _money(choice: Choice, budget: Budget) -> Money:
    """Return how a choice's amounts are written."""
    code = choice.currency
    return budget.money if code is None else replace(budget.money, currency=currency_named(code))


def _category_name(choice: Choice, budget: Budget) -> str:
    category = choice.entries[0].category
    return budget.button_name(category) if category is not None else ""


def ask_again(voice: Voice, receipt: Receipt, line: int) -> Reply:
    """Ask about one line of a message that has many. Raises `NotFound` where nothing is open there."""
    for asked in receipt.state.questions:
        if asked.line == line:
            rows = question_buttons(voice, asked, receipt)
            back = (to_receipt(voice, receipt),)
            return Reply(question(voice, asked, "", receipt.budget), (*rows, back), question=True)
    raise NotFound(str(line))


def ask_correction(voice: Voice, receipt: Receipt) -> Reply:
    """Ask whether a reply changes an entry, and which one."""
    budget, today, message = receipt.budget, receipt.today, receipt.message
    asked = receipt.state.questions
    of_lines = {one.line: n if len(asked) > 1 else None for n, one in enumerate(asked, 1)}
    shown: list[Button] = []
    old = [entry_written(voice, one.choices[0].entries[1], budget, today) for one in asked]
    for one in asked:
        for n, choice in enumerate(one.choices):
            label = _correction_label(voice, choice, budget, today)
            does = buttons.Answer(message, one.line, n)
            line = of_lines[one.line] if choice.label is Label.CHANGE else None
            shown.append(Button(labels.of_line(voice, line, label), does))
    said = say.shall_i_change(voice, old[0]) if len(old) == 1 else say.which_entry(voice, old)
    no = Button(labels.leave_it(voice), buttons.Decline(message, asked[0].line))
    return Reply(said, (*in_rows(shown, 1), (no,)), question=True)


def _correction_label(voice: Voice, choice: Choice, budget: Budget, today: date) -> str:
    """Name what a correction makes of an entry, or what the reply is by itself."""
    new = plain(entry_written(voice, choice.entries[0], budget, today, short=True))
    if choice.label is Label.CHANGE:
        return labels.change_to(voice, new)
    if len(choice.entries) > 1:
        return labels.entries(voice, len(choice.entries), budget.money.written(choice.total))
    return labels.new_entry(voice, new)


def declined(voice: Voice) -> Reply:
    """Say that a question was answered with No."""
    return Reply(say.declined(voice))


def settled(voice: Voice) -> str:
    """Say that a button has nothing left to do."""
    return say.settled(voice)
