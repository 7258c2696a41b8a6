"""Every statement that the ledger runs, built once, so that SQLAlchemy compiles each a single time.

``ON CONFLICT`` is built with PostgreSQL's `insert` for both databases: SQLite has the same clause. A unique key decides whether a
row is new, so that two programs can't both find it missing and insert it.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Select,
    Table,
    and_,
    bindparam,
    case,
    cast,
    delete,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    true,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert

from budget.entries import Kind
from budget.entry_changes import MOST_KEPT
from budget.ledger_values import MOST_PAYDAYS
from storage.standing import STANDS
from storage.tables import (
    answers,
    applied_acts,
    bots,
    budgets,
    cards,
    categories,
    entries,
    entry_changes,
    keywords,
    lessons,
    limit_notices,
    messages,
    moves,
    questions,
    spreads,
)
from storage.upserts import Insert, insert

# Parameters end in an underscore: the plain names are the columns that an INSERT or UPDATE fills.
_OWNER: BindParameter[int] = bindparam("owner_")
_MESSAGE: BindParameter[int] = bindparam("message_")
_LINE: BindParameter[int] = bindparam("line_")
_LINES: BindParameter[int] = bindparam("lines_", expanding=True)
_CATEGORY: BindParameter[int] = bindparam("category_")
_TODAY: BindParameter[date] = bindparam("today_")


def _kind(kind: Kind) -> ColumnElement[str]:
    return literal_column(f"'{kind.value}'")  # one of our own words, so it need not be a bound parameter


def _unless_there(table: Table) -> ReturningInsert[tuple[int]]:
    """Insert a row and return its owner. If its key exists, insert nothing and return nothing."""
    return insert(table).on_conflict_do_nothing().returning(table.c.owner)


def replacing(statement: Insert, *key: str, where: ColumnElement[bool] | None = None, **values: Any) -> Insert:
    """Let an INSERT replace the row of the same key: by the row that it inserts, and by ``values`` where they are given."""
    fresh = {column.name: statement.excluded[column.name] for column in statement.table.c if column.name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=fresh | values, where=where)


# --- whose budget a chat's messages belong to --------------------------------------------------------------------------------

MOVE_OF = select(*moves.c["owner", "shift", "merged", "delta"]).where(moves.c.chat == bindparam("chat_"))
LOCK_OWNER = select(func.pg_advisory_xact_lock(cast(_OWNER, BigInteger)))
SLOT_OF = select(bots.c.slot).where(bots.c.bot == bindparam("bot_"))
NEW_BOT = (
    insert(bots)
    .from_select(
        ["bot", "slot"],
        select(cast(bindparam("bot_"), BigInteger), func.coalesce(func.max(bots.c.slot) + 1, 0)).where(true()),
    )
    .on_conflict_do_nothing()
)

# --- budgets and categories -----------------------------------------------------------------------------------------------

REVISION = select(budgets.c.revision, budgets.c.forget_at).where(budgets.c.owner == _OWNER)
# FOR NO KEY UPDATE; SQLite has no such clause and needs none.
LOCK_BUDGET = REVISION.with_for_update(key_share=True)
NEW_REVISION = update(budgets).where(budgets.c.owner == _OWNER)

BUDGET = (
    select(
        *budgets.c["currency", "exponent", "locale", "time_zone", "week_starts_on", "payday", "language", "title"],
        budgets.c.name.label("called"),
        budgets.c.digest_offered,
        exists().where(spreads.c.owner == _OWNER).label("has_spreads"),
        select(cards.c.off).where(cards.c.owner == _OWNER).correlate(None).scalar_subquery().label("card_off"),
        *categories.c["number", "key", "name", "weekly_limit", "removed"],
        keywords.c.word,
    )
    .join_from(budgets, categories, categories.c.owner == budgets.c.owner)
    .outerjoin(
        keywords,
        # The owner first: by the category alone the join would scan the keywords of all chats. Removed categories need none.
        and_(
            keywords.c.owner == _OWNER,
            keywords.c.category == categories.c.number,
            ~categories.c.removed,
        ),
    )
    .where(budgets.c.owner == _OWNER, categories.c.owner == _OWNER)
    .order_by(categories.c.position, categories.c.number, keywords.c.word)
)
NEW_BUDGET = _unless_there(budgets)
CHANGE_BUDGET = update(budgets).where(budgets.c.owner == _OWNER)

NEW_CATEGORY = insert(categories).returning(categories.c.number)
ADD_CATEGORY = replacing(
    insert(categories).values(
        position=select(func.coalesce(func.max(categories.c.position), 0) + 1)
        .where(categories.c.owner == _OWNER)
        .correlate(None)
        .scalar_subquery()
    ),
    "owner",
    "key",
    number=categories.c.number,
    where=categories.c.removed,
)
CHANGE_CATEGORY = update(categories).where(categories.c.owner == _OWNER, categories.c.number == _CATEGORY)
NEW_KEYWORD = replacing(insert(keywords), "owner", "word")
NO_KEYWORD = delete(keywords).where(
    keywords.c.owner == _OWNER, keywords.c.word == bindparam("word_"), keywords.c.category == _CATEGORY
)
NEW_LESSON = replacing(insert(lessons), "owner", "note")
LATEST_LESSON = select(func.coalesce(func.max(lessons.c.taught), 0)).where(lessons.c.owner == _OWNER)
ALL_LESSONS = (
    select(*lessons.c["taught", "note", "category"])
    .join_from(
        lessons,
        categories,
        and_(categories.c.owner == lessons.c.owner, categories.c.number == lessons.c.category),
    )
    .where(lessons.c.owner == _OWNER, ~categories.c.removed)
    .order_by(lessons.c.taught.desc(), func.length(lessons.c.note).desc(), lessons.c.note)
    .limit(bindparam("most_"))
)
NO_LESSON = delete(lessons).where(lessons.c.owner == _OWNER, lessons.c.taught == bindparam("taught_"))
LESSONS = (
    select(lessons.c.note, lessons.c.category)
    .join_from(
        lessons,
        categories,
        and_(categories.c.owner == lessons.c.owner, categories.c.number == lessons.c.category),
    )
    .where(lessons.c.owner == _OWNER, lessons.c.note.in_(bindparam("notes_", expanding=True)), ~categories.c.removed)
)

# --- messages, their entries and questions --------------------------------------------------------------------------------

NEW_ACT = _unless_there(applied_acts)
MESSAGE_OF_ACT = select(applied_acts.c.message).where(
    applied_acts.c.owner == _OWNER, applied_acts.c.act == bindparam("act_")
)

NEW_MESSAGE = _unless_there(messages)
NEW_VERSION = update(messages).where(messages.c.owner == _OWNER, messages.c.message == _MESSAGE)

_ENTRY = entries.c["line", "kind", "amount", "day", "category", "note", "working", "undone", "removed_by", "currency"]
RECORDED = messages.c.message, *_ENTRY, *messages.c["author", "author_name"]
"""All columns that make an entry with its address and its author."""

PUT_ENTRY = replacing(insert(entries), "owner", "message", "line")
PUT_QUESTION = replacing(insert(questions), "owner", "message", "line")
_this_question = and_(questions.c.owner == _OWNER, questions.c.message == _MESSAGE)
REMOVE_QUESTIONS = delete(questions).where(_this_question, questions.c.line.in_(_LINES))

_stored = messages.c["author", "author_name", "edited_at", "update_number", "layout"]
_this_message = and_(messages.c.owner == _OWNER, messages.c.message == _MESSAGE)
_no_entry = [cast(null(), column.type).label(column.name) for column in _ENTRY if column.name != "line"]
# The version, the entries and the questions of a message in one statement: a row each, and one of nulls where there are none.
MESSAGE = (
    select(*_stored, *_ENTRY, *(cast(null(), questions.c[name].type).label(name) for name in ("about", "choices")))
    .join_from(messages, entries, isouter=True)
    .where(_this_message)
    .union_all(
        select(*_stored, questions.c.line, *_no_entry, *questions.c["about", "choices"])
        .join_from(messages, questions)
        .where(_this_message)
    )
    .order_by("line")
)

# Which message of a person's one of the bot's answered. Its number is the chat's own, so it is looked for in the chat's span.
ANSWERED = (
    select(answers.c.message)
    .where(
        answers.c.owner == _OWNER,
        answers.c.answer == bindparam("answer_"),
        answers.c.message >= bindparam("from_"),
        answers.c.message < bindparam("to_"),
    )
    .order_by(answers.c.message.desc())
    .limit(1)
)
_newest = messages.c.sent_at.desc(), messages.c.message.desc()
_latest_with_entry = (
    select(*messages.c["message", "sent_at"])
    .where(
        messages.c.owner == _OWNER,
        exists().where(entries.c.owner == _OWNER, entries.c.message == messages.c.message, STANDS),
    )
    .order_by(*_newest)
    .limit(1)
).subquery()
_latest_asked = (
    select(*messages.c["message", "sent_at"])
    .join_from(questions, messages)
    .where(questions.c.owner == _OWNER)
    .order_by(*_newest)
    .limit(1)
).subquery()
_either = union_all(select(_latest_with_entry), select(_latest_asked)).subquery()
# Each by itself: where either of two things may exist, PostgreSQL reads all entries of the budget.
LATEST_MESSAGE = select(_either.c.message).order_by(_either.c.sent_at.desc(), _either.c.message.desc()).limit(1)
# By the moment SQLite goes from the latest message on; it sorted all entries of the budget.
_AT_ANY_TIME = messages.c.sent_at > literal_column("'0001-01-01'")
RECENT = (
    select(*RECORDED)
    .join_from(messages, entries)
    .where(messages.c.owner == _OWNER, _AT_ANY_TIME, STANDS)
    .order_by(messages.c.sent_at.desc(), messages.c.message.desc(), entries.c.line.desc())
    .limit(bindparam("most_"))
)
RECENT_IN = RECENT.where(entries.c.category == _CATEGORY)
LATEST_CATEGORIES = RECENT.with_only_columns(entries.c.category)
_AT: BindParameter[datetime] = bindparam("at_", type_=messages.c.sent_at.type)
# The history has at most `MOST_KEPT` rows of a budget.
_since = (
    select(*entry_changes.c["message", "line", "was_undone", "undone"])
    .where(entry_changes.c.owner == _OWNER, entry_changes.c.changed_at >= _AT)
    .order_by(entry_changes.c.number)
    .limit(MOST_KEPT)
    .offset(bindparam("before_"))
    .subquery()
)
_undone_since = select(_since.c.message, _since.c.line).where(_since.c.undone, ~_since.c.was_undone)
_restored_since = select(_since.c.message, _since.c.line).where(~_since.c.undone, _since.c.was_undone)
_address = tuple_(entries.c.message, entries.c.line)
LISTED = (
    select(*RECORDED)
    .join_from(messages, entries)
    .where(
        messages.c.owner == _OWNER,
        messages.c.sent_at < bindparam("until_", type_=messages.c.sent_at.type),
        # What was undone before and restored since was not there.
        or_(_address.in_(_undone_since), and_(~entries.c.undone, _address.not_in(_restored_since))),
    )
    .order_by(messages.c.sent_at.desc(), messages.c.message.desc(), entries.c.line.desc())
    .limit(bindparam("most_"))
    .offset(bindparam("skip_"))
)
LISTED_IN = LISTED.where(entries.c.category == _CATEGORY)

ENTRIES_AFTER = (
    select(*RECORDED)
    .join_from(messages, entries)
    .where(
        messages.c.owner == _OWNER,
        ~entries.c.undone,
        # Compared as a pair, both databases find the place in the key; by `or` they looked at all that stands before it.
        tuple_(entries.c.message, entries.c.line) > tuple_(_MESSAGE, _LINE),
    )
    .order_by(entries.c.message, entries.c.line)
    .limit(bindparam("most_"))
)

# --- the history ----------------------------------------------------------------------------------------------------------

_next_change = (
    select(func.coalesce(func.max(entry_changes.c.number), 0) + 1)
    .where(entry_changes.c.owner == _OWNER)
    .correlate(None)
    .scalar_subquery()
)
NEW_CHANGE = replacing(
    insert(entry_changes).values(number=_next_change, place=_next_change % MOST_KEPT), "owner", "place"
)
CHANGES = (
    select(entry_changes)
    .where(entry_changes.c.owner == _OWNER)
    .order_by(entry_changes.c.number.desc())
    .limit(bindparam("most_"))
)
CHANGES_OF = CHANGES.where(entry_changes.c.message == _MESSAGE, entry_changes.c.line == _LINE)

# --- sums: of all these columns the index ix_entries_sums is made ---------------------------------------------------------

COUNTS = and_(entries.c.owner == _OWNER, ~entries.c.undone)
# The first of each kind is found in the index; over all kinds at once all entries of the budget would be looked through.
_firsts = union_all(
    *(select(func.min(entries.c.day).label("day")).where(COUNTS, entries.c.kind == _kind(kind)) for kind in Kind)
).subquery()
FIRST_DAY = select(func.min(_firsts.c.day).label("first"))
SIGNED = case((entries.c.kind == _kind(Kind.REFUND), -entries.c.amount), else_=entries.c.amount)
# PostgreSQL adds up 64-bit numbers to a NUMERIC, which would come back as a Decimal.
TOTAL = cast(func.sum(SIGNED), BigInteger)

IS_SPENDING = entries.c.kind.in_([_kind(kind) for kind in Kind if kind.is_spending])
IS_NO_INCOME = entries.c.kind.in_([_kind(kind) for kind in Kind if not kind.is_money_in])
# Always true, but the index of sums needs this condition.
IS_OF_ANY_KIND = entries.c.kind.in_([_kind(kind) for kind in Kind])

SPENT = (
    select(entries.c.category, TOTAL.label("spent"))
    .where(
        COUNTS,
        IS_SPENDING,
        entries.c.day >= bindparam("start_"),
        entries.c.day < bindparam("end_"),
    )
    .group_by(entries.c.category)
)


def _with_told(sums: Select[Any]) -> Select[Any]:
    """Return a week's sums with the message, if any, that told that the week's limit is passed."""
    spent = sums.subquery()
    told = and_(
        limit_notices.c.owner == _OWNER,
        limit_notices.c.category == spent.c.category,
        limit_notices.c.week_start == bindparam("start_"),
    )
    return select(spent, limit_notices.c.message.label("told_by")).outerjoin_from(spent, limit_notices, told)


SPENT_AND_TOLD = _with_told(SPENT)
# Of one category nothing is sorted: most records need no other, and of a week with 70 entries it takes half.
SPENT_AND_TOLD_OF = _with_told(SPENT.where(entries.c.category == _CATEGORY))

# What a page shows of some weeks, in one pass over the index of sums and in its order.
DAY_SUMS = (
    select(entries.c.kind, entries.c.day, entries.c.category, cast(func.sum(entries.c.amount), BigInteger))
    .where(
        COUNTS,
        IS_NO_INCOME,
        entries.c.day >= bindparam("start_"),
        entries.c.day < bindparam("end_"),
    )
    .group_by(entries.c.kind, entries.c.day, entries.c.category)
)

_is_paycheck = and_(COUNTS, entries.c.kind == _kind(Kind.PAYCHECK))
PAYDAYS = (
    select(entries.c.day)
    .distinct()
    .where(_is_paycheck, entries.c.day <= _TODAY)
    .order_by(entries.c.day.desc())
    .limit(MOST_PAYDAYS)
)
# The week's entries as a page lists them.
ENTRIES_IN = (
    select(*RECORDED)
    .join_from(entries, messages)
    .where(COUNTS, IS_OF_ANY_KIND, entries.c.day >= bindparam("start_"), entries.c.day < bindparam("end_"))
    .order_by(entries.c.day.desc(), messages.c.sent_at.desc(), messages.c.message.desc(), entries.c.line.desc())
    .limit(bindparam("most_"))
)
ENTRIES_OF = ENTRIES_IN.where(entries.c.category == _CATEGORY)
# In the order of the index, which has the amount too, so that few more rows are read than asked for: in a chat with 200,000 entries
# a year, to sort those of a category by the moments of their messages took ten times as long as recording.
LATEST_EXPENSES = (
    select(*RECORDED)
    .join_from(entries, messages)
    .where(COUNTS, entries.c.kind == _kind(Kind.EXPENSE), entries.c.category == _CATEGORY)
    .where(entries.c.day >= bindparam("start_"), entries.c.day < bindparam("end_"))
    .where(entries.c.amount >= bindparam("least_"), entries.c.amount < bindparam("largest_"))
    .order_by(entries.c.day.desc(), entries.c.message.desc(), entries.c.line.desc())
    .limit(bindparam("most_"))
)
_WENT_OUT = entries.c.kind.in_([_kind(kind) for kind in Kind if kind.is_money_out])
EXPENSES_IN = (
    select(*RECORDED)
    .join_from(entries, messages)
    .where(COUNTS, IS_OF_ANY_KIND, _WENT_OUT, entries.c.amount >= bindparam("over_"))
    .where(entries.c.day >= bindparam("start_"), entries.c.day < bindparam("end_"))
    .order_by(entries.c.amount.desc(), entries.c.day.desc(), messages.c.message.desc(), entries.c.line.desc())
    .limit(bindparam("most_"))
)
EXPENSES_OF = EXPENSES_IN.where(entries.c.category == _CATEGORY)

_next_payday = (
    select(func.min(entries.c.day)).where(_is_paycheck, entries.c.day > _TODAY).correlate(None).scalar_subquery()
)
PAY_PERIOD = (
    select(entries.c.kind, TOTAL.label("total"))
    .where(
        COUNTS,
        IS_OF_ANY_KIND,
        entries.c.day >= bindparam("start_"),
        entries.c.day < func.coalesce(_next_payday, bindparam("never_", type_=entries.c.day.type)),
    )
    .group_by(entries.c.kind)
)

# --- who told that a limit is passed --------------------------------------------------------------------------------------

CLAIM_NOTICE = _unless_there(limit_notices)
