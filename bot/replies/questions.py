"""What the bot asks before it records a line, and the choices as buttons."""

from datetime import date

from bot import buttons
from bot.replies.wording import KINDS, day_written
from bot.reply import Button, Reply, Row, in_rows, quoted
from budget.bookkeeper import Receipt
from budget.budgets import Budget
from budget.entries import Kind
from budget.errors import NotFound
from budget.grammar import About, Choice, Label
from budget.states import OpenQuestion


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
    rows = in_rows(shown, 2)
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
            said = amount if same else f"{KINDS[entry.kind]} {amount}" + (f", {category}" if category else "")
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
            return f"{KINDS[entry.kind]} {amount}"


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
