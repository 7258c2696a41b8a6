"""What Citus, Aurora and a pooler in front of a server demand, held against every statement that the program executes.

- A pooler in transaction mode keeps nothing between two transactions: no SET, no prepared statement, no LISTEN, no lock of a
  session (pgbouncer.org/features.html, "SQL feature map for pooling modes"). RDS Proxy then ties the connection to one client
  (docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-pinning.html).
- Citus supports every statement that one shard answers, and of others neither row locks nor correlated subqueries
  (docs.citusdata.com/en/stable/develop/reference_workarounds.html); it moves no row to another owner
  (github.com/citusdata/citus/issues/722, "modifying the partition value of rows is not allowed"). Aurora Limitless divides by a key
  likewise (docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/limitless-reference.DML-limitations.html).

That a statement is answered by one shard is that it reads one part of each divided table: `tests/storage/test_plans.py`.
"""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, PrimaryKeyConstraint, UniqueConstraint, event, text

from storage import care
from storage.database import Database
from storage.engine import make_engine
from storage.parts import PARTED
from storage.tables import metadata
from tests.ledgers import BEGINNINGS, OWNER, Book, expense, slip
from tests.storage.test_plans import bring_files, carry_over, fill, post_through_doors, use_everything

pytest_plugins = ["tests.databases"]

Transactions = list[list[tuple[str, Any]]]

_OF_A_SESSION = re.compile(
    r"^\s*(SET(?! LOCAL| TRANSACTION)|RESET|PREPARE|EXECUTE|DEALLOCATE|DISCARD|LISTEN|UNLISTEN|NOTIFY|LOAD|DECLARE|LOCK)\b"
    r"|\bTEMP(ORARY)?\b|\bpg_(try_)?advisory_(lock|unlock)|\b(currval|lastval|setval|set_config)\(",
    re.IGNORECASE,
)
_MOVES_ROWS = re.compile(r"^UPDATE (\w+) SET (?:[^;]*, )?owner=")
_WITHOUT_OWNER = {"share_links", "write_doors", "moves"}
"""Tables that stay whole wherever the book is: found by a token's hash, or by a chat. A chat that moves takes its rows along."""


@contextmanager
def transactions_of(*engines: Engine) -> Iterator[Transactions]:
    """Collect the statements of each transaction, with their parameters."""
    seen: Transactions = []

    def begun(_db: Any) -> None:
        seen.append([])

    def executed(_db: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        seen[-1].extend((statement, one) for one in (parameters if many else [parameters]))

    listeners: list[tuple[str, Any]] = [("begin", begun), ("before_cursor_execute", executed)]
    for engine in engines:
        for name, listener in listeners:
            event.listen(engine, name, listener)
    yield seen
    for engine in engines:
        for name, listener in listeners:
            event.remove(engine, name, listener)


@pytest.fixture(scope="module")
def transactions(divided_url_of_a_module: str) -> Transactions:
    """Whatever a chat, a link or a duty can do, as transactions; they come one after another."""
    engine = make_engine(divided_url_of_a_module)
    fill(engine)
    engine.dispose()
    return asyncio.run(_done_in(divided_url_of_a_module))


async def _done_in(url: str) -> Transactions:
    async with Book(url, bot=7) as book:
        with transactions_of(book.database.engine) as written, transactions_of(book.database.reading) as read:
            await use_everything(book)
            await bring_files(book)
            await carry_over(book)
            await post_through_doors(book)
    return [*written, *read]


def owners_in(statement: str, parameters: Any) -> set[int]:
    """Return the owners that a statement binds; one that merges budgets calls the second ``to_``."""
    names = r"(owner|to)_?\d*" if "AS owner" in statement else r"owner_?\d*"
    return {value for name, value in parameters.items() if re.fullmatch(names, name)}


async def test_no_statement_leaves_anything_in_a_session(transactions: Transactions) -> None:
    statements = {statement for transaction in transactions for statement, _ in transaction}
    assert len(statements) > 200
    assert [one for one in statements if _OF_A_SESSION.search(one)] == []


async def test_no_subquery_takes_its_owner_from_the_rows_outside_of_it(transactions: Transactions) -> None:
    """PostgreSQL may plan it for all parts, as its statistics suggest, and Citus refuses it where it is of two shards."""
    large = "|".join(table.name for table in PARTED)
    correlated = re.compile(rf"EXISTS \(SELECT[^()]*\b(?:{large})\.owner = \w+\.owner")
    statements = {statement for transaction in transactions for statement, _ in transaction}
    assert [one for one in statements if correlated.search(one)] == []


async def test_no_row_gets_another_owner_by_an_update(transactions: Transactions) -> None:
    statements = {statement for transaction in transactions for statement, _ in transaction}
    moved = {found[1] for one in statements if (found := _MOVES_ROWS.match(one))}
    assert moved == _WITHOUT_OWNER


async def test_only_a_chat_that_moves_needs_a_transaction_of_two_owners(transactions: Transactions) -> None:
    """Citus commits such a one in two phases. (A budget that is forgotten takes along what was set apart from it.)"""
    large = re.compile(rf"\b({'|'.join(table.name for table in PARTED)})\b")
    several: list[list[tuple[str, Any]]] = []
    for transaction in transactions:
        owners = {owner for one, named in transaction if large.search(one) for owner in owners_in(one, named)}
        if len(owners) > 1:
            several.append(transaction)
    assert several, "the move of a chat is one"
    assert [
        one
        for one in several
        if not any(re.match(r"(INSERT INTO|UPDATE|DELETE FROM) moves\b", said) for said, _ in one)
    ] == []


def test_which_keys_a_distributed_table_could_not_have() -> None:
    """Citus demands the owner in each unique key. docs/scale.md names these tables; the divided ones are not among them."""
    lacking = {
        table.name
        for table in metadata.tables.values()
        if "owner" in table.c
        for key in table.constraints
        if isinstance(key, PrimaryKeyConstraint | UniqueConstraint) and "owner" not in key.columns
    }
    assert lacking == {"categories", "bills", "share_links", "write_doors", "moves"}
    page = (Path(__file__).parents[2] / "docs" / "scale.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in lacking)


async def test_behind_a_pooler_nothing_is_left_in_a_connection(divided_url: str) -> None:
    async def found(url: str) -> dict[str, str]:
        async with Book(url) as book:
            fun = (await book.open_budget(OWNER, BEGINNINGS)).categories[0].number
            for number in range(1, 9):
                await book.record(slip(number, *(expense(n, fun) for n in range(1, 8))))
            assert len(await book.recent(OWNER, 10)) == 10
            return await left_in(book.database)

    async def left_in(database: Database) -> dict[str, str]:
        def look(db: Any) -> dict[str, str]:
            return {
                "prepared": str(db.scalar(text("SELECT count(*) FROM pg_prepared_statements"))),
                "lock_timeout": db.scalar(text("SHOW lock_timeout")),
                "locks": str(db.scalar(text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))),
            }

        return await database.write(look)

    assert await found(f"{divided_url}&pgbouncer=true") == {"prepared": "0", "lock_timeout": "0", "locks": "0"}
    assert (await found(divided_url))["lock_timeout"] == "1min"
    assert care.sums(f"{divided_url}&pgbouncer=true").entries == 56
