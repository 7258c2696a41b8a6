"""The condition that an entry is not undone, for statements that find entries by their message.

SQLite knows no numbers of rows and takes the index of sums for it, which begins with the owner and what is undone: all entries of a
budget were looked through for each message. A plus before the column keeps that index out of it; PostgreSQL needs no word.
"""

from typing import Any

from sqlalchemy import Boolean
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from storage.tables import entries


class _Stands(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


@compiles(_Stands)
def _written(clause: _Stands, compiler: SQLCompiler, **options: Any) -> str:
    return f"NOT {compiler.process(clause.clauses, **options)}"


@compiles(_Stands, "sqlite")
def _written_for_sqlite(clause: _Stands, compiler: SQLCompiler, **options: Any) -> str:
    return f"+{compiler.process(clause.clauses, **options)} = 0"


STANDS = _Stands(entries.c.undone)
