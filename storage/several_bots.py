"""What several bots of one database, in one group, keep or carry out once.

A supergroup numbers a message once for all; in any other group each bot has numbers of its own for the same messages, so they are
known by who wrote them and when. A person's messages of one second belong to the bot that keeps the first of them: bots get a
chat's messages in their order, so no other one keeps a later one of them.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BigInteger, Connection, and_, bindparam, exists, literal_column, or_, select

from budget.entry_changes import Actor
from budget.errors import KeptByAnother
from storage import statements as sql
from storage.places import MOST_BOTS, OF_A_BOT, POSTED, SPAN
from storage.prepared import Values, fetch
from storage.tables import applied_acts, bots, messages
from storage.upserts import insert

_RESTORED = literal_column(str(MOST_BOTS * OF_A_BOT), BigInteger)
"""From here on messages are of no bot: they are restored ones."""

# What came in through write doors is of one bot alone.
_OF_THAT_SECOND = and_(
    messages.c.owner == bindparam("owner"),
    messages.c.sent_at == bindparam("sent_at", type_=messages.c.sent_at.type),
    messages.c.author == bindparam("author"),
    messages.c.message < _RESTORED,
    messages.c.message % literal_column(str(SPAN)) < literal_column(str(POSTED)),
)
_OF_ANOTHER_BOT = or_(
    messages.c.message < bindparam("from_"),
    messages.c.message >= bindparam("from_") + literal_column(str(OF_A_BOT)),
)
_ADD = (
    insert(messages)
    .from_select(
        messages.c.keys(),
        select(*(bindparam(column.name, type_=column.type) for column in messages.c)).where(
            ~exists().where(_OF_THAT_SECOND, _OF_ANOTHER_BOT)
        ),
    )
    .on_conflict_do_nothing()
    .returning(messages.c.owner)
)
_KEPT = select(messages.c.message).where(_OF_THAT_SECOND)
_CARRIED_OUT = select(applied_acts.c.act).where(
    applied_acts.c.owner == bindparam("owner_"), applied_acts.c.act.in_(bindparam("acts_", expanding=True))
)


def add_message(db: Connection, row: Values) -> bool:
    """Store a message of a group; False where it is there already. Raises `KeptByAnother`."""
    if fetch(db, _ADD, {**row, "from_": row["message"] - row["message"] % OF_A_BOT}):
        return True
    if kept_by_others(db, row["owner"], row["message"], row["author"], row["sent_at"]):
        raise KeptByAnother(f"{row['message']}")
    return False


def kept_by_others(db: Connection, owner: int, message: int, author: int, sent_at: datetime) -> Sequence[int]:
    """Return a person's messages of a second that other bots keep; none where this one keeps this message."""
    kept = [number for (number,) in fetch(db, _KEPT, {"owner": owner, "author": author, "sent_at": sent_at})]
    slot = message // OF_A_BOT
    return [] if message in kept else [number for number in kept if number // OF_A_BOT != slot]


_SLOTS = select(bots.c.slot).order_by(bots.c.slot)


def other_bases(db: Connection, base: int) -> Sequence[int]:
    """Return where the numbers of a chat's messages begin that other bots keep; ``base`` is where those of this one do."""
    own = base // OF_A_BOT
    return [base + (slot - own) * OF_A_BOT for slot in db.scalars(_SLOTS) if slot != own]


def carry_out_once(db: Connection, owner: int, message: int, actor: Actor) -> None:
    """Note which bot carries out a command of a group that keeps no message. Raises `KeptByAnother` where another one has."""
    acts = [f"heard {actor.author} {int(actor.at.timestamp())} {slot}" for slot in range(MOST_BOTS)]
    own = acts.pop(message // OF_A_BOT)
    if db.scalars(_CARRIED_OUT, {"owner_": owner, "acts_": acts}).first() is not None:
        raise KeptByAnother(f"{message}")
    fetch(db, sql.NEW_ACT, {"owner": owner, "message": None, "act": own})
