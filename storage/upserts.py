"""INSERT … ON CONFLICT, which both databases write alike.

SQLAlchemy has it once for each database, in the package of that dialect, and refuses SQLite's on PostgreSQL. PostgreSQL's takes a
thirtieth of a start and 2 MiB, which a book in a SQLite file would pay for nothing.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Self

from sqlalchemy import ColumnElement, Table, alias, literal
from sqlalchemy import Insert as PlainInsert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import ClauseElement, SyntaxExtension
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal


class Insert(PlainInsert):
    """An INSERT of rows that may be there already."""

    inherit_cache = True

    @cached_property
    def excluded(self) -> Any:
        """The columns of the row that was to be inserted."""
        return alias(self.table, name="excluded").columns

    def on_conflict_do_nothing(self) -> Self:
        """Leave the row that is there, whichever unique key found it."""
        return self.ext(_OnConflict((), {}, None))

    def on_conflict_do_update(
        self, index_elements: Iterable[str], set_: Mapping[str, Any], where: ColumnElement[bool] | None = None
    ) -> Self:
        """Change the row that has the same key (``index_elements``), where a condition holds of it."""
        columns = self.table.c
        values = {
            name: value if isinstance(value, ClauseElement) else literal(value, columns[name].type)
            for name, value in set_.items()
        }
        return self.ext(_OnConflict(tuple(index_elements), values, where))


def insert(table: Table) -> Insert:
    """Return an INSERT into a table."""
    return Insert(table)


class _OnConflict(SyntaxExtension, ClauseElement):
    """The clause; without ``values`` the row that is there stays as it is."""

    # By these SQLAlchemy tells two statements apart, and compiles each once.
    _traverse_internals = [  # noqa: RUF012 - declared so by SQLAlchemy
        ("keys", InternalTraversal.dp_string_list),
        ("values", InternalTraversal.dp_string_clauseelement_dict),
        ("where", InternalTraversal.dp_clauseelement),
    ]

    def __init__(self, keys: tuple[str, ...], values: dict[str, Any], where: ColumnElement[bool] | None) -> None:
        self.keys, self.values, self.where = keys, values, where

    def apply_to_insert(self, insert_stmt: Any) -> None:
        insert_stmt.apply_syntax_extension_point(self.append_replacing_same_type, "post_values")


@compiles(_OnConflict)
def _written(clause: _OnConflict, compiler: SQLCompiler, **options: Any) -> str:
    quoted = compiler.preparer.quote
    target = f" ({', '.join(map(quoted, clause.keys))})" if clause.keys else ""
    if not clause.values:
        return f"ON CONFLICT{target} DO NOTHING"
    set_ = (
        f"{quoted(name)} = {compiler.process(value.self_group(), **options)}" for name, value in clause.values.items()
    )
    where = "" if clause.where is None else f" WHERE {compiler.process(clause.where, **options)}"
    return f"ON CONFLICT{target} DO UPDATE SET {', '.join(set_)}{where}"
