"""Runs the statements of every record and every look on the driver's own connection: SQLAlchemy compiles each of them once.

What SQLAlchemy's own execution adds is a sixth of recording, a quarter of a summary as JSON and a fifth of a page: a context, a
result and its events for each statement. The text, the order of its parameters and how values go in and come out are as it says.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import ExecutableReturnsRows as Statement

Values = Mapping[str, Any]
_Convert = Callable[[Any], Any]
_T = TypeVar("_T")

_prepared: dict[tuple[str, Statement, tuple[str, ...]], "_Prepared | None"] = {}


def fetch(db: Connection, statement: Statement, values: Values, most: int | None = None) -> Sequence[Any]:
    """Run a statement inside a transaction, and return its rows as named tuples, the first ``most``; none where it returns no rows.

    Raises what `Connection.execute` raises. A statement is kept for good, so it must be one of a module, not built for one call.
    """
    prepared = _of(db, statement, values)
    if prepared is None:
        result = db.execute(statement, values)
        return _taken(result, most) if result.returns_rows else ()

    def run(driver: Any) -> Sequence[Any]:
        cursor = driver.execute(prepared.text, prepared.given(values))
        return prepared.rows(_taken(cursor, most)) if prepared.returns_rows else ()

    return _by_driver(db, run)


def _taken(result: Any, most: int | None) -> Any:
    if most is None:
        return result.fetchall()
    found = result.fetchmany(most)
    result.close()  # what is left of it is read by nobody
    return found


def fetch_raw(
    db: Connection, statement: Statement, values: Values
) -> tuple[Sequence[Sequence[Any]], Callable[[Iterable[Sequence[Any]]], Sequence[Any]]]:
    """Run a statement as `fetch`. Return its rows as the driver gives them, and what makes named tuples of them, at any time."""
    prepared = _of(db, statement, values)
    if prepared is None:
        made: Any = _named([str(column.key) for column in statement.exported_columns])
        return [tuple(row) for row in db.execute(statement, values)], lambda found: list(map(made._make, found))
    return _by_driver(
        db, lambda driver: (driver.execute(prepared.text, prepared.given(values)).fetchall(), prepared.rows)
    )


def fetch_first(db: Connection, statement: Statement, values: Values) -> Any:
    """Return the first row of a statement as `fetch`, None without any."""
    return next(iter(fetch(db, statement, values)), None)


def change(db: Connection, statement: Statement, values: Values) -> int:
    """Run a statement that returns no rows as `fetch`, and return how many rows it changed."""
    prepared = _of(db, statement, values)
    if prepared is None:
        return db.execute(statement, values).rowcount
    return _by_driver(db, lambda driver: int(driver.execute(prepared.text, prepared.given(values)).rowcount))


def execute_each(db: Connection, statement: Statement, values: Sequence[Values]) -> None:
    """Run a statement that returns no rows once for each of some values, which have the same names. Raises as `fetch`."""
    if not values:
        return
    prepared = _of(db, statement, values[0])
    if prepared is None:
        db.execute(statement, values)
        return
    _by_driver(db, lambda driver: driver.cursor().executemany(prepared.text, list(map(prepared.given, values))))


def begin_by(db: Connection, text: str) -> None:
    """Send the driver what begins a transaction that SQLAlchemy has just announced."""
    if _is_watched(db):
        db.exec_driver_sql(text)
        return
    _by_driver(db, lambda driver: driver.execute(text))


def _by_driver(db: Connection, run: Callable[[Any], _T]) -> _T:
    """Run something on the driver's own connection; its errors are raised as SQLAlchemy raises them."""
    try:
        return run(_driver(db))
    except db.dialect.loaded_dbapi.Error as problem:
        raise _as_sqlalchemy(db, problem) from problem


class _Prepared:
    """A statement as a driver takes it."""

    def __init__(self, compiled: SQLCompiler, statement: Statement, dialect: Dialect) -> None:
        self.text = str(compiled)
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        self._names = compiled.positiontup
        into = {name: _into(bind.type, dialect) for bind, name in compiled.bind_names.items()}
        self._into = {name: convert for name, convert in into.items() if convert is not None}
        columns = tuple(statement.exported_columns)
        self.returns_rows = bool(columns)
        row: Any = _named([str(column.key) for column in columns])
        self._made: Callable[[Iterable[Any]], Any] = row._make
        outof = ((n, _outof(column.type, dialect)) for n, column in enumerate(columns))
        self._outof = [(n, convert) for n, convert in outof if convert is not None]

    def given(self, values: Values) -> Any:
        """Return values as the driver takes them: in the order of their places, or by name."""
        merged: Values = values
        if self._fixed or self._into:
            merged = {**self._fixed, **values}
            for name, convert in self._into.items():
                merged[name] = convert(merged[name])
        return merged if self._names is None else [merged[name] for name in self._names]

    def rows(self, found: Iterable[Sequence[Any]]) -> Sequence[Any]:
        """Return rows of the driver with their values converted."""
        if not self._outof:
            return list(map(self._made, found))
        made = []
        for one in found:
            converted = list(one)
            for n, convert in self._outof:
                converted[n] = convert(converted[n])
            made.append(self._made(converted))
        return made


def _of(db: Connection, statement: Statement, values: Values) -> _Prepared | None:
    """Return a statement prepared; None where SQLAlchemy must execute it: somebody watches, or its text depends on its values."""
    if _is_watched(db):
        return None
    dialect = db.dialect
    key = dialect.name, statement, tuple(values)
    found = _prepared.get(key)
    if found is None and key not in _prepared:
        compiled = statement.compile(dialect=dialect, column_keys=list(values))
        is_fixed = not compiled.post_compile_params
        found = _Prepared(compiled, statement, dialect) if is_fixed else None
        _prepared[key] = found
    return found


def _is_watched(db: Connection) -> bool:
    """Whether somebody listens to SQLAlchemy's events of statements: then it executes them, and tells."""
    return bool(db.engine.dispatch.before_cursor_execute or db.dialect.dispatch.do_execute)


def _named(columns: list[str]) -> Any:
    return namedtuple("Row", columns, rename=True)  # noqa: PYI024 - a statement's columns are known when it is compiled


def _driver(db: Connection) -> Any:
    return db.connection.dbapi_connection


def _into(type_: Any, dialect: Dialect) -> _Convert | None:
    convert: _Convert | None = type_.dialect_impl(dialect).bind_processor(dialect)
    return convert


def _outof(type_: Any, dialect: Dialect) -> _Convert | None:
    convert: _Convert | None = type_.dialect_impl(dialect).result_processor(dialect, None)
    return convert


def _as_sqlalchemy(db: Connection, problem: Exception) -> BaseException:
    """Return a driver's error as SQLAlchemy raises it; a connection that is lost is not used again."""
    lost = db.dialect.is_disconnect(problem, _driver(db), None)  # type: ignore[arg-type]
    if lost:
        db.invalidate(problem)
    return DBAPIError.instance(
        None,
        None,
        problem,
        db.dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=lost,
        dialect=db.dialect,
    )
