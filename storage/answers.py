"""The bot's answer to each message of a person: it is replaced when that message is edited."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    and_,
    bindparam,
    case,
    cast,
    exists,
    func,
    select,
    union_all,
)

from storage.database import Database
from storage.places import SPAN, Place
from storage.prepared import fetch
from storage.tables import answers, applied_acts, moves
from storage.upserts import insert as insert_or

MOST_REPLIES = 5
"""Replies to one message whose answers follow what becomes of its entries, the latest."""
_CHAT: BindParameter[int] = bindparam("chat_", type_=BigInteger)
_OWNER: BindParameter[int] = bindparam("owner_", type_=BigInteger)
_MESSAGE: BindParameter[int] = bindparam("message_", type_=BigInteger)
_NEW_ANSWER = insert_or(answers).from_select(
    ["owner", "message", "answer"],
    # Not where the chat is known to have moved meanwhile: looked up here, because every answer needs it.
    select(_OWNER, _MESSAGE, bindparam("answer_", type_=BigInteger)).where(
        ~exists().where(moves.c.chat == _CHAT, moves.c.owner != _OWNER)
    ),
)
_REMEMBER = _NEW_ANSWER.on_conflict_do_update(
    index_elements=["owner", "message"], set_={"answer": _NEW_ANSWER.excluded.answer}
).returning(answers.c.owner)
_BASE: BindParameter[int] = bindparam("base_", type_=BigInteger)
# Of a message by its stored number: another chat of the budget has messages of its own under the numbers of its answers.
_is_of_the_chat = answers.c.message.between(_BASE, _BASE + (SPAN - 1))
_to_itself = select(answers.c.answer).where(answers.c.owner == _OWNER, answers.c.message == _MESSAGE, _is_of_the_chat)
# What a message did is named by its number (`budget.replying`): a reply, or `/undo`. A tap or a version has another name.
_by_a_message = and_(applied_acts.c.act.like("message %"), applied_acts.c.act.not_like("message % %"))
_replying = case((_by_a_message, cast(func.substr(applied_acts.c.act, len("message ") + 1), BigInteger)))
_to_replies = (
    select(answers.c.answer)
    .join_from(applied_acts, answers, and_(answers.c.owner == _OWNER, answers.c.message == _replying))
    .where(applied_acts.c.owner == _OWNER, applied_acts.c.message == _MESSAGE, _is_of_the_chat)
    .order_by(answers.c.message.desc())
    .limit(MOST_REPLIES)
    .subquery()
)
_ANSWERS_TO_STORED = union_all(_to_itself, select(_to_replies.c.answer))
_ANSWER = select(answers.c.answer).where(answers.c.owner == _OWNER, answers.c.message == _MESSAGE)


class SqlAnswers:
    """The `bot.telegram.sender.Answers` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remember(self, owner: int, message: int, answer: int) -> None:
        def work(db: Connection, place: Place) -> Sequence[Any]:
            number = self._number(db, message, place)
            where = {"chat_": owner, "owner_": place.owner, "message_": number, "answer_": answer}
            return fetch(db, _REMEMBER, where)

        await self._database.write(lambda db: self._placed(db, owner, work))

    async def answer_to(self, owner: int, message: int) -> int | None:
        def work(db: Connection, place: Place) -> Sequence[Any]:
            return fetch(db, _ANSWER, {"owner_": place.owner, "message_": self._number(db, message, place)})

        found = await self._database.read(lambda db: self._placed(db, owner, work))
        return int(found[0].answer) if found else None

    async def answers_to_stored(self, owner: int, message: int) -> Sequence[int]:
        def work(db: Connection, place: Place) -> Sequence[Any]:
            where = {"owner_": place.owner, "message_": message, "base_": self._number(db, 0, place)}
            return fetch(db, _ANSWERS_TO_STORED, where)

        found = await self._database.read(lambda db: self._placed(db, owner, work))
        return list(dict.fromkeys(answer for (answer,) in found))

    def _number(self, db: Connection, message: int, place: Place) -> int:
        # Added without the bound of `Places.number`: what has no number in a span is looked for, and not found.
        return self._database.budgets.places.of_bot(db, message) + place.shift

    def _placed(self, db: Connection, chat: int, work: Callable[[Connection, Place], Sequence[Any]]) -> Sequence[Any]:
        """Return the rows that ``work`` gets where a chat's messages are stored; only what finds nothing asks whether it moved."""
        places = self._database.budgets.places
        place = places.remembered(chat)
        rows = work(db, place)
        if not rows and (now := places.of(db, chat)) != place:
            return work(db, now)
        return rows
