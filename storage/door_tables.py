"""The tables of write doors; `storage.tables` has them all."""

from sqlalchemy import BigInteger, CheckConstraint, Connection, Index, Table, UniqueConstraint, bindparam, update

from storage.columns import big, metadata, moment, raw, row_number, text

write_doors = Table(
    "write_doors",
    metadata,
    row_number("number"),
    big("owner", of="budgets.owner"),
    big("chat"),
    big("message"),
    moment("sent_at"),
    big("author"),
    text("label"),
    text("token_hash"),
    raw("salt"),
    moment("closed_at", null=True),
    big("used"),
    moment("last_used_at", null=True),
    # The first name of who made it.
    text("name", default=""),
    UniqueConstraint("token_hash"),
    UniqueConstraint("owner", "message", "sent_at"),
)
"""A door through which entries come without the chat. Only its token's hash is kept, and the salt that makes the token.

A message makes one, in ``chat``, which is told of what comes in. ``author`` is who made it, whose entries these are.
"""

door_posts = Table(
    "door_posts",
    metadata,
    big("owner", key=True, of="budgets.owner"),
    big("message", key=True),
    big("door"),
    text("key_hash"),
    text("body_hash"),
    text("state"),
    text("answer"),
    text("content", null=True),
    moment("posted_at"),
    moment("tell_at", null=True),
    UniqueConstraint("owner", "door", "key_hash"),
    Index(None, "tell_at"),
    CheckConstraint("state IN ('recorded', 'asked', 'refused')", "state"),
)
"""What came in through a door, under the number of its message, and how it was answered: a repeat is answered so again.

``content`` (JSON) is there until the chat is told of it; then ``tell_at`` is None. No door is referenced: a deletion would look
for it here.
"""


_FOLLOW = (
    update(write_doors)
    .where(write_doors.c.owner == bindparam("owner_"), write_doors.c.chat == bindparam("from_", type_=BigInteger))
    .values(chat=bindparam("to_", type_=BigInteger))
)


def tell_of_posts_in(db: Connection, owner: int, chat: int, to: int) -> None:
    """Let a budget's doors tell of what comes in where their group is now."""
    db.execute(_FOLLOW, {"owner_": owner, "from_": chat, "to_": to})
