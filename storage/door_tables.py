"""The tables of write doors; `storage.tables` has them all."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, Connection, Index, UniqueConstraint, bindparam, update
from sqlmodel import Field

from storage.columns import ROW_NUMBER, Table, big


class WriteDoorRow(Table, table=True):
    """A door through which entries come without the chat. Only its token's hash is kept, and the salt that makes the token.

    A message makes one, in ``chat``, which is told of what comes in. ``author`` is who made it, whose entries these are.
    """

    __tablename__ = "write_doors"
    __table_args__ = (UniqueConstraint("token_hash"), UniqueConstraint("owner", "message", "sent_at"))

    number: int = Field(sa_type=ROW_NUMBER, primary_key=True)
    owner: int = big(of="budgets.owner")
    chat: int = big()
    message: int = big()
    sent_at: datetime
    author: int = big()
    label: str
    token_hash: str
    salt: bytes
    closed_at: datetime | None
    used: int = big()
    last_used_at: datetime | None
    name: str = Field(sa_column_kwargs={"server_default": ""})
    """The first name of who made it."""


class DoorPostRow(Table, table=True):
    """What came in through a door, under the number of its message, and how it was answered: a repeat is answered so again.

    ``content`` (JSON) is there until the chat is told of it; then ``tell_at`` is None. No door is referenced: a deletion would look
    for it here.
    """

    __tablename__ = "door_posts"
    __table_args__ = (
        UniqueConstraint("owner", "door", "key_hash"),
        Index(None, "tell_at"),
        CheckConstraint("state IN ('recorded', 'asked', 'refused')", "state"),
    )

    owner: int = big(key=True, of="budgets.owner")
    message: int = big(key=True)
    door: int = big()
    key_hash: str
    body_hash: str
    state: str
    answer: str
    content: str | None
    posted_at: datetime
    tell_at: datetime | None


_doors = Table.metadata.tables["write_doors"]
_FOLLOW = (
    update(_doors)
    .where(_doors.c.owner == bindparam("owner_"), _doors.c.chat == bindparam("from_", type_=BigInteger))
    .values(chat=bindparam("to_", type_=BigInteger))
)


def tell_of_posts_in(db: Connection, owner: int, chat: int, to: int) -> None:
    """Let a budget's doors tell of what comes in where their group is now."""
    db.execute(_FOLLOW, {"owner_": owner, "from_": chat, "to_": to})
