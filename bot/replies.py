"""Every sentence that the bot says. A reply is a value: text in Telegram's HTML, and buttons; doors deliver it as they can.

Whatever came from a person goes through `escape`. Amounts are minor units until here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape as _escape
from html import unescape

from budget.bookkeeper import Receipt
from budget.categories import LAST_RESORT, Category
from budget.entries import PARTS, Entry, Held, Kind
from budget.errors import NotFound, Refused, Why
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
from budget.ledger import Asked, Budget, Standing, Status
from budget.money import Money
from budget.periods import WEEKDAYS, Week, zone_named
from budget.sharing import Extent, ShareLink
from budget.summary import Line, PayPeriod, Summary

EXAMPLE = "12.50 fun tacos"


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what stands on it, and what comes back when it is tapped (64 bytes at most), or what it copies."""

    label: str
    data: str
    copy: str = ""


Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, and the words that stand for it where none can be shown."""

    png: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file to hand out."""

    name: str
    content: bytes


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


def escape(text: str) -> str:
    """Return a text safe inside Telegram's HTML, which needs `& < >` replaced and nothing else."""
    return _escape(text, quote=False)


_QUOTED = 60


def quoted(text: str) -> str:
    """Return somebody's words for quoting them back: safe, and not longer than it takes to know them again."""
    return escape(text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…")


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
    """Say what was understood and what is left."""
    budget, today = receipt.budget, receipt.today
    if len(receipt.written.held) > MOST_LINES:  # no message has so many: they come from a file
        return imported(receipt)
    held = {one.line: one for one in receipt.written.held}
    asked = {one.line: one for one in receipt.written.asked}
    lines = range(len(receipt.readings)) if receipt.readings else sorted(held.keys() | asked.keys())
    many = len(lines) > 1
    said: list[str] = []
    rows: list[Row] = []
    corrects = any(isinstance(reading, Understood) for _, reading in receipt.readings)
    if receipt.edited and receipt.written.status is not Status.STALE and held and corrects:
        said.append("Corrected:")
    for line in lines:
        text, reading = receipt.readings[line] if receipt.readings else ("", None)
        said.append(_line_said(text, reading, held.get(line), asked.get(line), receipt))
        rows += _line_buttons(reading, held.get(line), asked.get(line), receipt, many=many)
    said += [_entry_said(held[line], budget, today) for line in sorted(held.keys() - set(lines))]
    said += [_standing_said(standing, budget, today) for standing in receipt.written.standings]
    if receipt.pay_period is not None and any(
        not one.entry.kind.is_spending and not one.undone for one in held.values()
    ):
        said.append(_left_to_spend(receipt.pay_period, budget.money, today))
    rows += _undo_buttons(receipt.message, list(held.values()))
    return Reply("\n".join(said), tuple(rows), question=bool(asked))


def _line_said(text: str, reading: Reading | None, held: Held | None, asked: Asked | None, receipt: Receipt) -> str:
    budget, today = receipt.budget, receipt.today
    match reading:
        case Unreadable(why, word):
            sentence = refusal(why, word, budget.money)
            if len(receipt.readings) > 1:
                sentence = f"✗ “{quoted(text)}”: {sentence}"
            if held is not None:
                sentence += f"\nSo this stays as it was: {_entry_said(held, budget, today)}"
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
        still = f"\nUntil then this counts: {_entry_said(held, budget, today)}" if held and not held.undone else ""
        return question(asked, text, budget) + still
    if held is not None:
        said = _entry_said(held, budget, today)
        taught = isinstance(reading, Understood) and reading.offer is Offer.TAUGHT and not receipt.edited
        return f"{said}, as last time" if taught and not held.undone else said
    return "This line is not recorded any more."


def _entry_said(held: Held, budget: Budget, today: date) -> str:
    said = entry_written(held.entry, budget, today)
    return f"<s>{said}</s> undone" if held.undone else f"✓ {said}"


def entry_written(entry: Entry, budget: Budget, today: date) -> str:
    """Write an entry on one line: kind, amount with its working, category, note, and the day unless it is today."""
    amount = budget.money.written(entry.amount)
    if entry.working:
        amount = f"{entry.working} = {amount}"
    kind = {Kind.EXPENSE: "", Kind.REFUND: "Refund ", Kind.PAYCHECK: "Paycheck ", Kind.EXTRA: "Extra cash "}[entry.kind]
    parts = [kind + amount]
    if entry.category is not None:
        parts.append(escape(budget.category(entry.category).name))
    if entry.note:
        parts.append(escape(entry.note))
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
    reading: Reading | None, held: Held | None, asked: Asked | None, receipt: Receipt, *, many: bool
) -> list[Row]:
    message = receipt.message
    if asked is not None:
        return question_buttons(
            asked, message, receipt.budget, receipt.today, f"{_number(asked.line)}: " if many else ""
        )
    if held is None or held.undone:
        return []
    at = f"{message}:{held.line}"
    of_line = f"{_number(held.line)}: " if many else ""
    if reading is None and held.entry.category == _last_resort(receipt.budget):
        return category_buttons(held, receipt.budget, prefix=of_line)  # a tap settled the amount, no word the category
    if not isinstance(reading, Understood):
        return []
    match reading.offer:
        case Offer.CATEGORIES if held.entry.category == reading.entry.category:
            return category_buttons(held, receipt.budget, prefix=of_line)
        case Offer.TAUGHT | Offer.BUILT_IN:
            return [(Button(f"{of_line}Other category…", f"p:{at}"),)]
        case Offer.INCOME if held.entry.kind is Kind.EXPENSE:
            return [(Button(f"{of_line}It was income", f"i:{at}"),)]
        case _:
            return []


def _last_resort(budget: Budget) -> int:
    return next(category.number for category in budget.categories if category.key == LAST_RESORT)


def category_buttons(held: Held, budget: Budget, prefix: str = "") -> list[Row]:
    """One button for each category that an entry could move to, two in a row."""
    buttons = [
        Button(prefix + category.name, f"c:{held.message}:{held.line}:{category.number}")
        for category in budget.current
        if category.number != held.entry.category
    ]
    return _in_rows(buttons, 2)


def _in_rows(buttons: Sequence[Button], width: int) -> list[Row]:
    return [tuple(buttons[at : at + width]) for at in range(0, len(buttons), width)]


def _number(line: int) -> int:
    """Return the number that a line has for people; the entries of one line share it."""
    return line % PARTS + 1


def _undo_buttons(message: int, held: Sequence[Held]) -> list[Row]:
    held = [one for one in held if one.line < PARTS]  # the entries of one line are undone together
    if len(held) == 1:
        (one,) = held
        return [(_undo_button("Restore" if one.undone else "Undo", one),)]
    buttons = [_undo_button(f"{'Restore' if one.undone else 'Undo'} {_number(one.line)}", one) for one in held]
    if sum(not one.undone for one in held) > 1:
        buttons.append(Button("Undo all", f"u:{message}:*"))
    return _in_rows(buttons, 4)


def _undo_button(label: str, held: Held) -> Button:
    return Button(label, f"{'r' if held.undone else 'u'}:{held.message}:{held.line}")


# --- questions ------------------------------------------------------------------------------------------------------------


def question(asked: Asked, text: str, budget: Budget) -> str:
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


def question_buttons(asked: Asked, message: int, budget: Budget, today: date, prefix: str = "") -> list[Row]:
    """One button for each choice, and a No where the choices do not exclude one another."""
    chosen = [(n, choice) for n, choice in enumerate(asked.choices) if choice.entries]
    labels = [_choice_label(asked, choice, budget, today) for _, choice in chosen]
    if len(set(labels)) < len(labels):  # `4 fun 4.00`: only the notes differ
        labels = [f"{label} “{choice.entries[0].note}”" for label, (_, choice) in zip(labels, chosen, strict=True)]
    buttons = [
        Button(prefix + label, f"a:{message}:{asked.line}:{n}") for label, (n, _) in zip(labels, chosen, strict=True)
    ]
    rows = _in_rows(buttons, 2)
    if len(chosen) < len(asked.choices) or asked.about is About.SPENDING or len(asked.choices) == 1:
        no = "No, nothing" if asked.about is About.SPENDING or len(asked.choices) == 1 else "Not spending"
        rows.append((Button(prefix + no, f"n:{message}:{asked.line}"),))
    return rows


def _choice_label(asked: Asked, choice: Choice, budget: Budget, today: date) -> str:
    entry, amount = choice.entries[0], budget.money.written(choice.total)
    category = budget.category(entry.category).name if entry.category is not None else ""
    match choice.label:
        case Label.AMOUNT:
            entries = [one.entries[0] for one in asked.choices if one.entries]
            same = len({(one.kind, one.category) for one in entries}) == 1
            return amount if same else f"{_KINDS[entry.kind]} {amount}" + (f", {category}" if category else "")
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
                f"{it} can't be a name: 1 to 40 characters, a letter first, and no word that means something else here."
            )
        case Why.NAME_TAKEN:
            return f"{it} already means a category."
        case Why.LAST_RESORT:
            return f"{it} has to stay: it takes what names no category. You can rename it."
        case Why.TOO_MANY:
            return "That would be more than a budget holds."
        case Why.NO_TABLE:
            return "I need a table as CSV, with a heading: day,kind,amount,currency,category,note. /export writes one."
        case Why.TOO_MANY_ROWS:
            return f"Those are {escape(word)} rows; I take 5,000 at a time."
        case Why.UNKNOWN_KIND:
            return f"{it} is no kind of entry: expense, refund, paycheck or extra, with an amount above zero."
        case Why.UNKNOWN_CATEGORY:
            return f"There is no category {it}. Add it first: <code>/categories add {escape(word)} 40</code>"
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
    buttons = [Button("‹ Week before", f"w:{summary.week.previous.start.isoformat()}")]
    if not current and summary.week.end <= today:
        buttons.append(Button("Week after ›", f"w:{summary.week.end.isoformat()}"))
    return Reply("\n".join(said), (tuple(buttons),))


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
    if period.next_payday < today:
        return f"Left to spend: {money.written(period.remaining)} (payday was expected {day_written(period.next_payday, today)})"
    return (
        f"Left to spend: {money.written(period.remaining)}, {per_day} a day "
        f"until the payday expected {day_written(period.next_payday, today)}"
    )


def period(summary: Summary) -> Reply:
    """Show the pay period alone."""
    return Reply(pay_period(summary.pay_period, summary.money, summary.today))


def exported(name: str, content: bytes, entries: int) -> Reply:
    """Hand all entries out as a file."""
    if not entries:
        return Reply("There is nothing to export yet.")
    return Reply(
        f"All your entries: {entries:,} {'row' if entries == 1 else 'rows'}.", document=Document(name, content)
    )


def imported(receipt: Receipt) -> Reply:
    """Say what an import has recorded; one tap takes all of it back."""
    held = receipt.written.held
    undone = all(one.undone for one in held)
    days = sorted(one.entry.day for one in held)
    span = f"{day_written(days[0], receipt.today)} to {day_written(days[-1], receipt.today)}"
    button = Button("Restore all", f"r:{receipt.message}:*") if undone else Button("Undo all", f"u:{receipt.message}:*")
    said = [f"{len(held):,} imported entries, {span}, {'are undone' if undone else 'are recorded'}."]
    said += [_standing_said(standing, receipt.budget, receipt.today) for standing in receipt.written.standings]
    return Reply("\n".join(said), ((button,),))


def row_refused(row: int, problem: Refused, money: Money) -> Reply:
    """Say which row of a table can't be an entry; nothing of the table is recorded."""
    return Reply(f"Row {row}: {refusal(problem.why, problem.word, money)}\nNothing of the table is recorded.")


def file_too_large() -> Reply:
    """Say that a file is larger than any that can be imported."""
    return Reply("That file is too large: I take up to 5,000 rows at a time.")


def usage_import() -> Reply:
    """Say how a table is sent."""
    return Reply(
        "Send me a CSV file with the caption /import (in the terminal: <code>/import file.csv</code>). Its heading names the "
        "columns: day,kind,amount,currency,category,note. /export writes such a file; only day and amount are needed."
    )


def forget() -> Reply:
    """Ask before everything is deleted."""
    return Reply(
        "This deletes everything that I keep of this chat: entries, categories, settings and share links. It can't be undone; "
        "/export first, if you may want it again.",
        ((Button("Delete everything", "f:yes"), Button("Keep it", "f:no")),),
        question=True,
    )


def forgotten() -> Reply:
    """Say that everything is deleted."""
    return Reply("Everything of this chat is deleted.")


def kept() -> Reply:
    """Say that nothing is deleted."""
    return Reply("Nothing is deleted.")


def standing(summary: Summary, category: Category) -> Reply:
    """Show where one category stands this week."""
    line = next(line for line in summary.lines if line.category.number == category.number)
    return Reply(f"{escape(category.name)} this week: {_spent_of(line, summary.money)}\n{bar(line)}")


def recent(budget: Budget, held: Sequence[Held], today: date) -> Reply:
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
    for held in receipt.written.held:
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
    return Reply("\n".join(said), tuple(_in_rows([Button(one.name, f"l:{one.number}") for one in budget.current], 2)))


def limit_choices(budget: Budget, category: Category) -> Reply:
    """Offer round limits around the present one."""
    unit = 10**budget.money.currency.exponent
    step = max(1, 10 ** max(0, len(str(category.limit // unit)) - 2)) * 5 * unit
    base = category.limit // step * step
    around = [value for value in (base + n * step for n in range(-4, 8)) if value > 0 and value != category.limit][:8]
    buttons = [
        Button(budget.money.written(value, short=True), f"l:{category.number}:{budget.money.plain(value)}")
        for value in around
    ]
    said = (
        f"{escape(category.name)}: {budget.money.written(category.limit, short=True)} a week. "
        f"Tap a new limit, or write <code>/limits {escape(category.name.lower())} 150</code>"
    )
    return Reply(said, tuple(_in_rows(buttons, 4)), question=True)


def limit_set(budget: Budget, category: Category) -> Reply:
    """Say what a category's limit is now."""
    return Reply(f"{escape(category.name)}: {budget.money.written(category.limit, short=True)} a week from now on.")


def categories(budget: Budget) -> Reply:
    """Show the categories, their keywords, and how to change them."""
    said = ["<b>Categories</b>, and the words that mean them"]
    said += [f"{escape(one.name)}: {escape(', '.join(one.keywords)) or 'no keywords'}" for one in budget.current]
    said += [
        "",
        "<code>/categories add Pets 40</code>",
        "<code>/categories rename fun = Play</code>",
        "<code>/categories remove pets</code>",
        "<code>/categories fun +cinema -bar</code>",
    ]
    return Reply("\n".join(said))


def category_changed(category: Category, budget: Budget) -> Reply:
    """Say how a category is now."""
    if category.removed:
        return Reply(f"{escape(category.name)} is removed. What was spent there still counts in its weeks.")
    keywords = escape(", ".join(category.keywords)) or "no keywords"
    limit = budget.money.written(category.limit, short=True)
    return Reply(f"{escape(category.name)}: {limit} a week; {keywords}.")


SETTINGS = ("week", "zone", "numbers", "currency")


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
    return Reply("\n".join(said), tuple(_in_rows([Button(label, f"s:{name}") for label, name in labels], 2)))


_USUAL = {
    "week": [name.capitalize() for name in WEEKDAYS],
    "zone": [
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
    "numbers": [
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
    "currency": ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "JPY", "INR", "BRL", "SEK", "PLN", "UAH"],
}
_EXAMPLES = {"week": "thursday", "zone": "Europe/Berlin", "numbers": "de_DE", "currency": "EUR"}


def setting_choices(name: str) -> Reply:
    """Offer the usual values of a setting, and say how to write any other."""
    buttons = [Button(value, f"s:{name}:{value}") for value in _USUAL[name]]
    said = f"Tap one, or write <code>/settings {name} {_EXAMPLES[name]}</code>"
    if name == "zone":
        said += "\nEntries keep their days when the time zone changes."
    return Reply(said, tuple(_in_rows(buttons, 2)), question=True)


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
    copy = (Button("Copy", "", copy=address),) if len(address) <= _LONGEST_COPY else ()
    return Reply(
        f"Whoever has this link can look, without Telegram, and can't change anything. It shows {what}.\n"
        f"{escape(address)}\n"
        f"It works until {until}. Copy it now: I keep only its fingerprint, so /links can't show it again.",
        ((*copy, Button("Revoke", f"x:{link.number}")),),
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
    buttons = [Button(f"Revoke {n}", f"x:{link.number}:list") for n, link in enumerate(open_, 1)]
    return Reply("\n".join(said), tuple(_in_rows(buttons, 4)))


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
    """Say that there is no such command."""
    return Reply(f"I don't know /{escape(name)}. /help shows what I do.")


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


def broken() -> Reply:
    """Say honestly that something went wrong and that nothing was recorded."""
    return Reply(
        "Something went wrong on my side, and this was not recorded. It is logged. Please write it another way."
    )


def stranger(user: int) -> Reply:
    """Refuse somebody who may not use the bot, and say what its owner would need to know."""
    return Reply(
        "This bot is private. Ask the person who runs it for an invitation (/invite makes one), "
        f"or to allow your number: <code>{user}</code>"
    )


def invitation(code: str, bot: str) -> Reply:
    """Give an invitation out; the link is shown once."""
    way = f"https://t.me/{bot}?start={code}" if bot else f"<code>/start {code}</code>"
    return Reply(
        f"Send this to your partner. It lets one person use this bot, once, within seven days:\n{way}\n"
        "To share one budget, write to me in a group that both of you are in."
    )


def invite_in_private() -> Reply:
    """Say where an invitation is made: in a group, everybody could use it."""
    return Reply("Write /invite to me in private: here, anybody could take the invitation.")


def no_invitations() -> Reply:
    """Say that there is nobody to invite into a terminal."""
    return Reply("Invitations are for the bot on Telegram.")


def group_greeting(bot: str) -> Reply:
    """Greet a group, and say what the bot can and can't see there."""
    return Reply(
        "This group has a budget now; everyone who may use me shares it. Write what was spent: "
        f"<code>{EXAMPLE}</code>, then /week.\n"
        "If I don't answer plain messages, Telegram hides them from me: reply to one of mine, make me an administrator, "
        f"or turn privacy mode off at @BotFather{f' for @{bot}' if bot else ''}."
    )
