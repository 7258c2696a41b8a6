"""Why something can't be done: a sentence for each reason."""

from bot.replies.wording import EXAMPLE
from bot.reply import Reply, escape, quoted
from budget.budgets import Budget
from budget.categories import MOST_EVER
from budget.errors import Refused, Why
from budget.grammar import MOST_LINES
from budget.imports.own_csv import LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS
from budget.money import Money
from budget.schedules import MOST_EVERY


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
            return f"{it} is no kind of entry: expense, refund, paycheck, extra or bill, with an amount above zero."
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
        case Why.NO_BILL_NAME:
            return "Give the bill a name first: <code>/bill rent 900 on the 1st</code>"
        case Why.BILL_TAKEN:
            return f"There is a bill {it} already. /bills shows it."
        case Why.UNKNOWN_BILL:
            return f"There is no bill {it}. /bills shows them."
        case Why.TOO_MANY_BILLS:
            return f"There are {escape(word)} bills already, the most that a budget holds. Switch one off first."
        case Why.NO_WHEN:
            return (
                "When is it due? Like <code>on the 1st</code>, <code>every friday</code> or <code>once on 12/24</code>."
            )
        case Why.UNKNOWN_WHEN:
            return f"I can't read {it} as days. Write <code>on the 1st</code> or <code>every 2 weeks from 4 dec</code>."
        case Why.TOO_MANY_DAYS:
            return "A bill has up to four days a month. Write a second bill for the others."
        case Why.EVERY:
            return f"{it} is no interval for a bill: every 1 to {MOST_EVERY} days, weeks, months or years."
        case Why.PAST_DAY:
            return f"{it} is past, so nothing would ever be due."
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
