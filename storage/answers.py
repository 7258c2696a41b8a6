"""The bot's answer to each message of a person: it is replaced when that message is edited."""

from collections.abc import Sequence

from sqlalchemy import BigInteger, BindParameter, Connection, and_, bindparam, case, cast, func, select, true, union_all

from storage.database import Database
from storage.places import SPAN
from storage.prepared import fetch, fetch_first
from storage.tables import answers, applied_acts, moves
from storage.upserts import insert as insert_or

MOST_REPLIES = 5
"""Replies to one message whose answers follow what becomes of its entries, the latest."""
_CHAT: BindParameter[int] = bindparam("chat_", type_=BigInteger)
_MESSAGE: BindParameter[int] = bindparam("message_", type_=BigInteger)
_moved = select(*moves.c["owner", "shift"]).where(moves.c.chat == _CHAT).subquery()
# A chat that moved has its messages in another budget. Looked up in the same statement, because every answer needs it.
_its_owner = func.coalesce(select(_moved.c.owner).scalar_subquery(), _CHAT)
_its_number = _MESSAGE + func.coalesce(select(_moved.c.shift).scalar_subquery(), 0)
_NEW_ANSWER = insert_or(answers).from_select(
    ["owner", "message", "answer"],
    select(_its_owner, _its_number, bindparam("answer_", type_=BigInteger)).where(true()),
)
_REMEMBER = _NEW_ANSWER.on_conflict_do_update(
    index_elements=["owner", "message"], set_={"answer": _NEW_ANSWER.excluded.answer}
)
_base = bindparam("base_", type_=BigInteger) + func.coalesce(select(_moved.c.shift).scalar_subquery(), 0)
# Of a message by its stored number: another chat of the budget has messages of its own under the numbers of its answers.
_is_of_the_chat = answers.c.message.between(_base, _base + (SPAN - 1))
_to_itself = select(answers.c.answer).where(
    answers.c.owner == _its_owner, answers.c.message == _MESSAGE, _is_of_the_chat
)
# What a message did is named by its number (`budget.replying`): a reply, or `/undo`. A tap or a version has another name.
_by_a_message = and_(applied_acts.c.act.like("message %"), applied_acts.c.act.not_like("message % %"))
_replying = case((_by_a_message, cast(func.substr(applied_acts.c.act, len("message ") + 1), BigInteger)))
_to_replies = (
    select(answers.c.answer)
    .join_from(applied_acts, answers, and_(answers.c.owner == applied_acts.c.owner, answers.c.message == _replying))
    .where(applied_acts.c.owner == _its_owner, applied_acts.c.message == _MESSAGE, _is_of_the_chat)
    .order_by(answers.c.message.desc())
    .limit(MOST_REPLIES)
    .subquery()
)
_ANSWERS_TO_STORED = union_all(_to_itself, select(_to_replies.c.answer))
_ANSWER = select(answers.c.answer).where(answers.c.owner == _its_owner, answers.c.message == _its_number)


class SqlAnswers:
    """The `bot.telegram.sender.Answers` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remember(self, owner: int, message: int, answer: int) -> None:
        def work(db: Connection) -> None:
            number = self._database.budgets.places.of_bot(db, message)
            fetch(db, _REMEMBER, {"chat_": owner, "message_": number, "answer_": answer})

        await self._database.write(work)

    async def answer_to(self, owner: int, message: int) -> int | None:
        def work(db: Connection) -> int | None:
            number = self._database.budgets.places.of_bot(db, message)
            found = fetch_first(db, _ANSWER, {"chat_": owner, "message_": number})
            return None if found is None else int(found.answer)

        return await self._database.read(work)

    async def answers_to_stored(self, owner: int, message: int) -> Sequence[int]:
        def work(db: Connection) -> Sequence[int]:
            where = {"chat_": owner, "message_": message, "base_": self._database.budgets.places.of_bot(db, 0)}
            return list(dict.fromkeys(answer for (answer,) in fetch(db, _ANSWERS_TO_STORED, where)))

        return await self._database.read(work)
