"""Parts: the large tables of a PostgreSQL book, each divided by its owner (``PARTITION BY HASH (owner)``).

An option of the migration (``main.py migrate --parts 64``); without it, and in a SQLite file, every table is whole. All large
tables have as many parts. So what a chat wrote is in the parts of one number, and a statement, which names its owner, reads one
part of each table. The parts have a schema of their own (`SCHEMA`): the book's schema looks the same with them and without.

PostgreSQL demands that each unique key of a divided table holds what it is divided by. The owner is the first column of each key of
the large tables, so a message is recorded once as before. Nothing else about them changes: columns, references and indexes stay.
"""

from sqlalchemy import Connection, MetaData, Table, text
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable, DropConstraint

from storage.tables import (
    answers,
    applied_acts,
    entries,
    entry_changes,
    import_rows,
    keywords,
    lessons,
    limit_notices,
    messages,
    metadata,
    questions,
)

PARTED = (
    messages,
    entries,
    answers,
    applied_acts,
    entry_changes,
    import_rows,
    limit_notices,
    questions,
    lessons,
    keywords,
)
"""The tables that grow with what is written in a chat. All others have few rows a chat, or are of no chat."""

SCHEMA = "parts"
FEWEST, MOST = 2, 256
"""How many parts there may be. Each is a table with indexes of its own, which a connection that uses it keeps in memory."""

_NUMBERS = text(
    "SELECT c.relname AS name, count(*) AS number FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid "
    "JOIN pg_inherits i ON i.inhparent = c.oid WHERE c.relnamespace = current_schema()::regnamespace GROUP BY c.relname"
)


def parts_of(db: Connection) -> dict[str, int]:
    """Return the tables that are divided, with how many parts each has; none in a SQLite file."""
    if db.dialect.name != "postgresql":
        return {}
    return {row.name: row.number for row in db.execute(_NUMBERS)}


def divide(db: Connection, table: Table, number: int) -> None:
    """Divide a table of the present schema, inside a transaction: it gets another one's rows, and its name.

    References from and to it are checked anew when they are made again. Nobody else reads or writes it meanwhile.
    """
    references = [
        reference
        for other in metadata.sorted_tables
        for reference in other.foreign_key_constraints
        if table in {other, reference.referred_table}
    ]
    for reference in references:
        db.execute(DropConstraint(reference))
    divided = table.to_metadata(MetaData())
    divided.dialect_options["postgresql"]["partition_by"] = "HASH (owner)"
    name, columns = table.name, ", ".join(f'"{column.name}"' for column in table.c)
    db.execute(text(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}"))
    db.execute(text(f"ALTER TABLE {name} SET SCHEMA {SCHEMA}"))  # with its indexes, whose names are free then
    db.execute(CreateTable(divided, include_foreign_key_constraints=[]))
    for n in range(number):
        part = f"CREATE TABLE {SCHEMA}.{name}_{n} PARTITION OF {name} FOR VALUES WITH (MODULUS {number}, REMAINDER {n})"
        db.execute(text(part))
    db.execute(text(f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {SCHEMA}.{name}"))  # noqa: S608 - names of ours
    db.execute(text(f"DROP TABLE {SCHEMA}.{name}"))
    for index in divided.indexes:
        db.execute(CreateIndex(index))
    for reference in references:
        db.execute(AddConstraint(reference))
    db.execute(text(f"ANALYZE {name}"))  # no autovacuum does so for a divided table
