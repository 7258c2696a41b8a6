"""What all tables share: how numbers and references are declared, and names for constraints."""

from typing import Any

from sqlalchemy import BigInteger, ForeignKeyConstraint, Integer, MetaData, func
from sqlalchemy.ext.declarative import DeferredReflection
from sqlmodel import Field, SQLModel

# Chat, user and message numbers need 64 bits. SQLite numbers rows by itself only where the type is exactly INTEGER.
ROW_NUMBER = BigInteger().with_variant(Integer, "sqlite")
# The rules have no clock, so the database stores when a row was made: for pruning, and for a person who looks into it.
WHEN_MADE: dict[str, Any] = {"server_default": func.current_timestamp()}


def big(*, key: bool = False, of: str | None = None) -> Any:
    """Declare a 64-bit number that the database never assigns by itself (``autoincrement`` is off)."""
    numbers: dict[str, Any] = {"autoincrement": False}
    if of is None:
        return Field(sa_type=BigInteger, primary_key=key, sa_column_kwargs=numbers)
    return Field(sa_type=BigInteger, primary_key=key, foreign_key=of, ondelete="RESTRICT", sa_column_kwargs=numbers)


def of_message() -> ForeignKeyConstraint:
    """Declare that a row belongs to a message."""
    return ForeignKeyConstraint(["owner", "message"], ["messages.owner", "messages.message"], ondelete="RESTRICT")


def of_category() -> ForeignKeyConstraint:
    """Declare that a row belongs to a category."""
    # The owner is part of the key: without it, deleting a category would scan the rows of all chats for references to it.
    return ForeignKeyConstraint(["owner", "category"], ["categories.owner", "categories.number"], ondelete="RESTRICT")


class Table(DeferredReflection, SQLModel):
    """The base of all tables. Constraints have names, so that a migration can change them on any database.

    No row is ever an object, so no class needs a mapper or a validator, which are a third of what the tables cost at start:
    `DeferredReflection` leaves mappers until they are asked for, and pydantic does so with validators.
    """

    model_config = {"defer_build": True}
    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )
