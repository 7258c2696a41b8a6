"""Why something can't be done: a sentence for each reason, which says what to write instead."""

from budget.categories import MOST_CATEGORIES, MOST_EVER, MOST_KEYWORDS
from budget.errors import Why
from budget.examples import amount_like, spent_like
from budget.grammar import MOST_LINES
from budget.imports.bounds import LONGEST_CELL, LONGEST_ROW, MOST_COLUMNS, MOST_ROWS
from budget.money import Money
from budget.schedules import MOST_EVERY
from words.voice import Voice, marked

_AMOUNTS = {
    "plain": "1234.50",
    "small": "12.50",
    "limit": "80",
    "paycheck": "1500",
    "extra": "40",
    "rent": "900",
    "cents": "0.50",
    "thousands": "5000",
    "whole": "1250",
    "part": "1.25",
}
"""The amounts of examples, in US dollars."""

_OF_AMOUNTS = {
    Why.NO_AMOUNT: marked("I see no amount there. Write it like this: <code>{example}</code>"),
    Why.GROUPING: marked(
        "{it} is not grouped by three digits, so I can't be sure of it. Write it plainly, like {plain}."
    ),
    Why.EXPONENT: marked("{it} has an exponent. Write the number out."),
    Why.NOT_A_NUMBER: marked("{it} is no amount that I can read. Write it plainly, like {plain}."),
    Why.NO_LIMIT: marked("{it} is no weekly limit. Write an amount from zero up, like {limit} or {small}."),
    Why.NO_CELL: marked("{it} is no amount of a table. Write digits, with a point before the decimals: 1234.50."),
    Why.PERCENT: marked("{it} is a percentage, not an amount."),
    Why.SUBTRACTION: marked("I don't subtract: {it}. Write the result."),
    Why.DIVISION: marked("I don't divide: {it}. Write the result; 3/14 is read as a day."),
    Why.UNFINISHED_SUM: marked("A part of {it} is missing."),
    Why.LEADING_ZERO: marked("{it} starts with a zero, so I can't be sure that it is an amount."),
    Why.RAISED_DIGITS: marked(
        "There are raised, circled or fraction digits, which are easily misread. Write plain digits."
    ),
    Why.ZERO: marked("Zero is nothing to record."),
    Why.OVER_CAP: marked("That is more than {cap}, the most that one amount may be."),
    Why.OTHER_CURRENCY: marked(
        "{it} is not in {currency}, the currency of this budget. Write what it was in {currency}."
    ),
    Why.TWO_SIGNS: marked("{it} has two signs."),
    Why.GIVEN_SIGN: marked(
        "{it} has a sign. Give the amount without one, and say by <code>kind</code> what it was: expense, refund, paycheck or "
        "extra."
    ),
    Why.TOO_LONG: marked("That number is too long to be money."),
    Why.UNIT: marked("{it} is not an amount that I read. Write it as one number: {cents}, {thousands}."),
    Why.TWO_WAYS: marked("{it} can be read in two ways. Write it plainly, like {whole} or {part}."),
    Why.TWO_ENTRIES: marked("I see two entries in {it}. Write one on each line."),
    Why.TALK: marked("That sounds like talk, so it is not recorded. If it was spent, write the amount and a category."),
    Why.NO_MONEY: marked("I take “{word}” for a time, a reference or part of a name. Write the amount with its cents."),
    Why.NUMBER_WORD: marked(
        "I read amounts in digits only: write {digits} instead of the word, for example “{digits} lunch”."
    ),
    Why.PLAN: marked("That sounds like a question or a plan, so nothing is recorded."),
    Why.COMMAND: marked("{it} is a command. Commands are messages of their own, written in the chat."),
    Why.TOO_MANY_NUMBERS: marked(
        "There are too many numbers in it to tell which is the amount. Write one entry on each line."
    ),
}

_OF_LINES = {
    Why.UNCLEAR_DAY: marked("Is {it} a day? I read days like yesterday, friday, 3 days ago, 3/14 and 2026-03-14."),
    Why.GIVEN_DAY: marked(
        "{it} is no date. Give the day as 2026-03-14, or as a moment like 2026-03-14T18:30:00+01:00; without one it is today."
    ),
    Why.TWO_ORDERS: marked(
        "{it} can be two days, for this file writes days before months and months before days. Write it as 2026-03-14."
    ),
    Why.ONLY_A_DAY: marked("I read {it} as a day, and see no amount beside it."),
    Why.TO_COME: marked(
        "That says when something is due, not that it was paid, so nothing is recorded. If it was paid, write it without "
        "“{word}”; if it comes again, /bill makes it a bill."
    ),
    Why.FUTURE_DAY: marked("{it} has not come yet. I record what has happened."),
    Why.IMPOSSIBLE_DAY: marked("There is no day {it}."),
    Why.LONG_AGO: marked("{it} is too long ago."),
    Why.TWO_DAYS: marked("There are two days in it. Write one entry for each."),
    Why.LONG_NOTE: marked("The note is longer than 200 characters. Shorten it and send it again."),
    Why.INCOME_SIGNED: marked(
        "A paycheck has no sign. Write <code>paid {paycheck}</code>, or <code>+{extra}</code> for extra cash."
    ),
    Why.NO_AMOUNT_CAME: marked("Something was paid at {it}, but its amount did not come along."),
    Why.NOTHING_CAME: marked("Something was paid, but neither its amount nor its name came along."),
    Why.UNREAD_CAME: marked("Something came in that I can't read as an entry, so nothing is recorded: {it}."),
    Why.KEY_CAME_BEFORE: marked("This idempotency key came before, with another body. Take a new key for each entry."),
    Why.TOO_MANY_LINES: marked(
        "Those are {number} lines; I take {most_lines} at a time. Nothing of it is recorded: send it in parts."
    ),
}

_OF_CHOICES = {
    Why.BAD_NAME: marked(
        "{it} can't be a name: 1 to 40 characters with a letter among them, every character visible, and no word that "
        "means something else here."
    ),
    Why.BAD_BUDGET_NAME: marked("{it} can't be a budget's name: 1 to 40 characters, each of them visible."),
    Why.NAME_TAKEN: marked("{it} already means a category."),
    Why.LAST_RESORT: marked("{it} has to stay: it takes what names no category. You can rename it."),
    Why.TOO_MANY: marked(
        "That would be more than a budget holds: {most_current} categories, each with {most_keywords} keywords. "
        "Remove one first: /categories shows how."
    ),
    Why.TOO_MANY_EVER: marked(
        "With the removed ones that would be more than {most_categories} categories, and a budget keeps them for their entries. "
        "Rename one, or add a removed one again."
    ),
    Why.UNKNOWN_KEYWORD: marked("There is no keyword {it} there. /categories shows them."),
    Why.UNKNOWN_CURRENCY: marked("I don't know the currency {it}. Write its name or its code: euro, USD."),
    Why.SEVERAL_CURRENCIES: marked("{it} can be several currencies. Say whose, or write the code: Mexican peso, MXN."),
    Why.UNKNOWN_LANGUAGE: marked("I don't speak “{word}”. /settings language shows what I speak."),
    Why.UNKNOWN_LOCALE: marked(
        "I don't know the number style {it}. Write a language, a country or a sample: german, de_DE, 1.234,50."
    ),
    Why.UNKNOWN_ZONE: marked(
        "I don't know the time zone {it}. Write a large city that has your time, or the hours from UTC: berlin, new york, GMT+2."
    ),
    Why.SEVERAL_ZONES: marked("There are several time zones in {it}. Write a large city that has your time."),
    Why.UNKNOWN_WEEKDAY: marked("{it} is no weekday. Write one, like monday."),
    Why.NO_BILL_NAME: marked("Give the bill a name first: <code>/bill rent {rent} on the 1st</code>"),
    Why.BAD_BILL_NAME: marked(
        "{it} can't name a bill: a name begins with a letter, and has no number in it that could be the amount."
    ),
    Why.BILL_TAKEN: marked("There is a bill {it} already. /bills shows it."),
    Why.UNKNOWN_BILL: marked("There is no bill {it}. /bills shows them."),
    Why.TOO_MANY_BILLS: marked("There are {number} bills already, the most that a budget holds. Switch one off first."),
    Why.TOO_MANY_BILLS_EVER: marked(
        "With those that are off that would be more than {number} bills, and a budget keeps them for their payments. "
        "Change one, or switch one on again: /bills all."
    ),
    Why.NO_WHEN: marked(
        "When is it due? Like <code>on the 1st</code>, <code>every friday</code> or <code>once on 12/24</code>."
    ),
    Why.UNKNOWN_WHEN: marked(
        "I can't read {it} as days. Write <code>on the 1st</code> or <code>every 2 weeks from 4 dec</code>."
    ),
    Why.TOO_MANY_DAYS: marked("A bill has up to four days a month. Write a second bill for the others."),
    Why.EVERY: marked("{it} is no interval for a bill: every 1 to {most_every} days, weeks, months or years."),
    Why.TWICE_A_MONTH: marked("On which days of the month? Like <code>on the 1st and 15th</code>."),
    Why.WEEKDAY_OF_MONTH: marked(
        "Only days of the month or one weekday can come again, not {it}. "
        "Write <code>on the 15th</code> or <code>every friday</code>."
    ),
    Why.TWO_WEEKDAYS: marked(
        "One weekday at a time, like <code>every friday</code>. Write a second bill for the other one."
    ),
    Why.PAST_DAY: marked("{it} is past, so nothing would ever be due."),
    Why.FAR_PAYDAY: marked("{it} is too far away: a payday is at most a year ahead."),
    Why.NIGHT: marked("{it} is at night: I say nothing between 23:00 and 5:00."),
    Why.UNKNOWN_TIME: marked("{it} is no time of a day. Write one, like 20:00."),
    Why.UNKNOWN_CARRY: marked(
        "I can't read {it}. Write <code>/limits fun carry</code>, <code>carry up</code>, <code>carry down</code>, "
        "<code>carry off</code> or <code>fresh</code>."
    ),
    Why.LOSES_DECIMALS: marked(
        "{number} can't be written in that currency without losing its decimals, so the currency stays as it is."
    ),
    Why.LARGE_IN_OTHER: marked(
        "{number} is more than an entry can be in that currency, so the currency stays as it is."
    ),
    Why.UNDONE_IN_OTHER: marked("{number} is not in this budget's currency, so it stays undone. Write it anew."),
    Why.CURRENCY_IN_USE: marked(
        "There are entries in {number}, so the currency stays. A new budget (another chat) can have another."
    ),
    Why.UNKNOWN_SHARE: marked(
        "I don't know {it} there. Write <code>/share</code>, <code>/share 7d</code> or <code>/share 2w totals</code>"
    ),
    Why.LINK_LIFE: marked("A link lives from one day to a year, and {it} is neither."),
    Why.TOO_MANY_LINKS: marked("There are {number} open links already. /links shows them; revoke one first."),
    Why.TOO_MANY_DOORS: marked("There are {number} open doors already. /doors shows them; close one first."),
}

_OF_FILES = {
    Why.NO_TABLE: marked(
        "I need a table as CSV, with a heading, or OFX, QFX, QIF, CAMT.053 or MT940, or one of them in a ZIP. Save the file as one "
        "of these and send it again."
    ),
    Why.OTHER_FORM: marked(
        "This file is {form}, which I can't read. Save or download the payments as CSV and send me that file; OFX, QFX, QIF, "
        "CAMT.053 and MT940 I read, too."
    ),
    Why.SEVERAL_FILES: marked(
        "There are several files in that ZIP: {word}. I take one at a time: send them one by one."
    ),
    Why.PLAN_FILE: marked(
        "This is YNAB's plan, and it has no payments in it. Send the other file of that export: its name ends in Register.csv."
    ),
    Why.BOTH_WAYS: marked("Money out and money in stand in one row, {it}, so I can't tell which of them was paid."),
    Why.NO_BOOK: marked(
        "This is one of my whole budgets, but it was changed or cut, or a newer program wrote it. Nothing is restored."
    ),
    Why.BOOK_PLACE: marked(
        "In this whole budget {it} can't be: it was changed or cut, or a newer program wrote it. Nothing is restored."
    ),
    Why.LARGE_TABLE: marked("That file is larger than 5 MiB, the most that I take. Send it in parts."),
    Why.TOO_MANY_ROWS: marked(
        "There are more than {most_rows} rows, the most that I take at a time. Nothing of it is recorded: send them in parts."
    ),
    Why.TOO_MANY_COLUMNS: marked("There are more than {most_columns} columns, the most that I take."),
    Why.COLUMN_TWICE: marked(
        "The heading names one column twice: {it}. I can't tell which one counts; leave one of them."
    ),
    Why.MORE_CELLS: marked("There are more cells than the heading has columns, so I can't tell which is which."),
    Why.LONG_CELL: marked("A cell has more than {longest_cell} characters."),
    Why.LONG_ROW: marked("There are more than {longest_row} characters in one row."),
    Why.QUOTES: marked(
        'Its quotes don\'t match: what begins with " has to end with ", and a " inside is written twice.'
    ),
    Why.NO_TEXT: marked("I can't read that as text. Save the table as CSV in UTF-8 and send it again."),
    Why.NO_DAY: marked("There is no day in it."),
    Why.NO_WHOLE_DAY: marked("{it} is no whole day: in a file a day has its year, like 2026-03-14."),
    Why.NO_SHARE: marked(
        "One person's part of {it} can't be told: for that one person has paid all of it, and the parts add up to it."
    ),
    Why.UNKNOWN_KIND: marked(
        "{it} is no kind of entry: expense, refund, paycheck, extra or bill, with an amount above zero."
    ),
    Why.UNKNOWN_CATEGORY: marked(
        "There is no category {it}. Add it first: <code>/categories add {word} {extra}</code>"
    ),
    Why.EXPORTING: marked("An export is under way already; it comes in a moment."),
    Why.LARGE_EXPORT: marked(
        "All your entries are more than 50 MB as CSV, the most that a bot may send. Nothing is lost: whoever runs "
        "this bot can hand them out from a backup."
    ),
    Why.NO_ROOM: marked("There is no room for the file just now. Nothing is lost: try /export again later."),
}

_SENTENCES = {**_OF_AMOUNTS, **_OF_LINES, **_OF_CHOICES, **_OF_FILES}


def refusal(voice: Voice, why: Why, quoted: str, exact: str, money: Money, example: str = "") -> str:
    """Say why something can't be done.

    The reason's word comes twice, escaped: ``quoted`` is cut to a length that is good to read, ``exact`` is whole.
    ``example`` is an entry to write.
    """
    if why is Why.NO_CELL and not quoted:
        return voice.say(
            "The cell for the amount is empty: that is no amount of a table. Write digits, with a point before the "
            "decimals: 1234.50."
        )
    if why is Why.MORE_DECIMALS:
        return _more_decimals(voice, quoted, money)
    if why is Why.NO_MONEY and not money.currency.exponent:
        return voice.say(
            "I take “{word}” for a time, a reference or part of a name. Write the amount with its currency, like {sample}.",
            word=quoted,
            sample=money.written(money.cap // 1000),
        )
    return voice.say(
        _SENTENCES[why],
        it=_it(voice, quoted),
        word=quoted,
        form=exact,
        number=exact,
        digits=exact,
        example=example or spent_like(money, voice.language),
        **{name: amount_like(money, amount) for name, amount in _AMOUNTS.items()},
        currency=money.currency.code,
        cap=money.written(money.cap, short=True),
        most_lines=MOST_LINES,
        most_current=MOST_CATEGORIES,
        most_keywords=MOST_KEYWORDS,
        most_categories=MOST_EVER,
        most_rows=voice.number(MOST_ROWS),
        most_columns=MOST_COLUMNS,
        longest_cell=LONGEST_CELL,
        longest_row=voice.number(LONGEST_ROW),
        most_every=voice.number(MOST_EVERY),
    )


_OF_AN_AMOUNT = {
    Why.PERCENT, Why.UNFINISHED_SUM, Why.LEADING_ZERO, Why.ZERO, Why.TWO_SIGNS, Why.TOO_LONG, Why.MORE_DECIMALS, Why.ONLY_A_DAY,
}  # fmt: skip
_OF_A_DAY = {Why.FUTURE_DAY, Why.IMPOSSIBLE_DAY, Why.LONG_AGO}


def advised(voice: Voice, why: Why, said: str, money: Money) -> str:
    """Add what to write in a chat to a reason that says nothing of it. Rows of a file are not written there."""
    if why in _OF_AN_AMOUNT:
        advice = voice.say("Write the amount like {small}.", small=amount_like(money, _AMOUNTS["small"]))
    elif why in _OF_A_DAY:
        advice = voice.say("Write a day like yesterday, friday, 3 days ago or 2026-03-14.")
    elif why is Why.PLAN:
        advice = voice.say("/help shows what I do.")
    else:
        return said
    return voice.sentences(said, advice)


def _more_decimals(voice: Voice, word: str, money: Money) -> str:
    it, code, decimals = _it(voice, word), money.currency.code, money.currency.exponent
    if decimals:
        return voice.say("{it} has more than the {n} decimals of {currency}.", it=it, n=decimals, currency=code)
    return voice.say("{it} has decimals, and {currency} has none.", it=it, currency=code)


def _it(voice: Voice, word: str) -> str:
    """Quote the word that is refused, or point at the whole text."""
    return voice.say("“{word}”", word=word) if word else voice.say("That")


def not_found(voice: Voice, word: str, names: str) -> str:
    """Say that no entry of the days that were asked about has a word in its note, and no category is called so."""
    return voice.say(
        "Nothing is found by “{word}”: no entry of those days, and no category. There are: {names}.",
        word=word,
        names=names,
    )


def unknown_category(voice: Voice, word: str, names: str) -> str:
    """Say that a word names no category, and which there are."""
    return voice.say("There is no category “{word}”. There are: {names}.", word=word, names=names)
