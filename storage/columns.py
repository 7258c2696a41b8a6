"""What all tables share: how columns and references are declared, and names for constraints."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
    func,
)
from sqlalchemy.types import TypeEngine

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)
"""All tables. Constraints have names, so that a migration can change them on any database."""

# The rules have no clock, so the database stores when a row was made: for pruning, and for a person who looks into it.
NOW: Any = func.current_timestamp()


class Moment(TypeDecorator[datetime]):
    """An aware moment, in UTC. SQLite stores no time zone."""

    impl = DateTime
    cache_ok = True

    def __init__(self) -> None:
        super().__init__(timezone=True)

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is not None and value.utcoffset() is None:
            raise ValueError("a moment without its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.utcoffset() is None else value.astimezone(UTC)


def row_number(name: str) -> Column[Any]:
    """Declare the number by which the database numbers rows."""
    # SQLite numbers rows by itself only where the type is exactly INTEGER.
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), primary_key=True)


def big(
    name: str, *, key: bool = False, null: bool = False, of: str | None = None, default: str | None = None
) -> Column[Any]:
    """Declare a number of 64 bits, which chats, users and messages need, and which the database never assigns by itself.

    ``of`` is the column of another table that it references.
    """
    references = [ForeignKey(of, ondelete="RESTRICT")] if of is not None else []
    return Column(
        name,
        BigInteger,
        *references,
        primary_key=key,
        nullable=null,
        autoincrement=False,
        server_default=default,
    )


def whole(name: str, *, key: bool = False, null: bool = False) -> Column[Any]:
    """Declare a number of 32 bits."""
    return _column(name, Integer(), key=key, null=null)


def text(name: str, *, key: bool = False, null: bool = False, default: str | None = None) -> Column[Any]:
    """Declare a text."""
    return _column(name, String(), key=key, null=null, default=default)


def day(name: str, *, key: bool = False, null: bool = False) -> Column[Any]:
    """Declare a local day."""
    return _column(name, Date(), key=key, null=null)


def moment(name: str, *, null: bool = False, default: Any = None) -> Column[Any]:
    """Declare a `Moment`."""
    return _column(name, Moment(), null=null, default=default)


def flag(name: str, *, default: Any = None) -> Column[Any]:
    """Declare what is true or false."""
    return _column(name, Boolean(), default=default)


def raw(name: str) -> Column[Any]:
    """Declare bytes."""
    return _column(name, LargeBinary())


def of_message() -> ForeignKeyConstraint:
    """Declare that a row belongs to a message."""
    return ForeignKeyConstraint(["owner", "message"], ["messages.owner", "messages.message"], ondelete="RESTRICT")


def of_category() -> ForeignKeyConstraint:
    """Declare that a row belongs to a category."""
    # The owner is part of the key: without it, deleting a category would scan the rows of all chats for references to it.
    return ForeignKeyConstraint(["owner", "category"], ["categories.owner", "categories.number"], ondelete="RESTRICT")


def _column(
    name: str, type_: TypeEngine[Any], *, key: bool = False, null: bool = False, default: Any = None
) -> Column[Any]:
    return Column(name, type_, primary_key=key, nullable=null, server_default=default)
