"""Real databases for tests, as a plugin (``pytest_plugins = ["tests.databases"]``): SQLite files and a PostgreSQL server.

The server starts once for each worker, in about a second; ``TEST_DATABASE_URL`` names another one, and a superuser: databases are
made and dropped there, and emptied with no regard to foreign keys.
"""

import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url, text

from storage.engine import make_engine
from storage.schema import upgrade
from tests.emptying import emptied
from tests.ledgers import BEGINNINGS, OWNER, Book, number_of
from tests.servers import PARTS, server_in


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give ``url`` once of each kind that a module names in ``DATABASES``: a SQLite file and PostgreSQL, unless it says more."""
    own = [mark.args[0] for mark in metafunc.definition.iter_markers("parametrize")]
    if "url" in metafunc.fixturenames and not any("url" in names for names in own):
        kinds = getattr(metafunc.module, "DATABASES", ("sqlite", "postgresql"))
        metafunc.parametrize("url", kinds, indirect=True)


_OFF = "fsync", "full_page_writes", "synchronous_commit", "autovacuum", "jit"
"""Nothing here must outlive a power cut, and statistics are made where a test asks for them, not where there is time."""


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server."""
    if "TEST_DATABASE_URL" in os.environ:
        yield os.environ["TEST_DATABASE_URL"]
        return
    with server_in(tmp_path_factory.mktemp("postgresql")) as server:
        for name in _OFF:
            server.psql(f"ALTER SYSTEM SET {name} = off")
        server.psql("SELECT pg_reload_conf()")
        yield server.get_uri()


@pytest.fixture(scope="session")
def new_postgresql(postgresql: str) -> Iterator[Callable[[], str]]:
    """Make databases without tables on the server."""
    with _making(postgresql, "template1") as make:
        yield make


@contextmanager
def _making(server: str, template: str) -> Iterator[Callable[[], str]]:
    """Make databases on a server like the one of a name; drop them where it is not our own, which goes with all of them."""
    made: list[str] = []

    def make() -> str:
        made.append(f"test_{os.getpid()}_{next(_NUMBERS)}")
        with _ordering(server) as db:
            db.execute(text(f"CREATE DATABASE {made[-1]} TEMPLATE {template}"))
        return make_url(server).set(database=made[-1]).render_as_string(hide_password=False)

    yield make
    if "TEST_DATABASE_URL" in os.environ:
        with _ordering(server) as db:
            for name in made:
                db.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


_NUMBERS = count()


@contextmanager
def _ordering(server: str) -> Iterator[Connection]:
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as db:
        yield db
    engine.dispose()


@pytest.fixture(scope="session")
def migrated_copies(new_postgresql: Callable[[], str]) -> Iterator[Callable[[], str]]:
    """Make migrated databases, in a third of the time that migrating takes: copies of one that nobody connects to."""
    original = new_postgresql()
    upgrade(original)
    with _making(original, make_url(original).database or "") as make:
        yield make


@pytest.fixture(scope="session")
def migrated_postgresql(migrated_copies: Callable[[], str]) -> str:
    """A migrated database; it is emptied for each test, in a tenth of the time that a new one takes."""
    return migrated_copies()


@pytest.fixture(scope="session")
def divided_postgresql(migrated_copies: Callable[[], str]) -> str:
    """A migrated database whose large tables are divided."""
    url = migrated_copies()
    upgrade(url, parts=PARTS)
    return url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/budget.db"
    make: Callable[[], str] = request.getfixturevalue("new_postgresql")
    return make()


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """The address of a migrated SQLite file."""
    shutil.copy(migrated_file, tmp_path / "budget.db")
    return f"sqlite:///{tmp_path}/budget.db"


@pytest.fixture
def postgresql_url(migrated_postgresql: str) -> str:
    """The address of a migrated PostgreSQL database without rows."""
    return emptied(migrated_postgresql)


@pytest.fixture
def divided_url(divided_postgresql: str) -> str:
    """The address of a migrated PostgreSQL database whose large tables are divided, without rows."""
    return emptied(divided_postgresql)


@pytest.fixture(scope="module")
def divided_url_of_a_module(divided_postgresql: str) -> str:
    """The same for all tests of a module, which share what is written there first."""
    return emptied(divided_postgresql)


@pytest.fixture
def url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated database, once of each kind."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """Plain connections to a migrated database, once of each kind."""
    engine = make_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
async def ledger(url: str) -> AsyncIterator[Book]:
    """A ledger with one budget."""
    async with Book(url) as ledger:
        await ledger.open_budget(OWNER, BEGINNINGS)
        yield ledger


@pytest.fixture
async def fun(ledger: Book) -> int:
    """The number of the category Fun, with a weekly limit of $150."""
    return await number_of(ledger, "fun")


@pytest.fixture
async def other(ledger: Book) -> int:
    """The number of the category Other, with a weekly limit of $100."""
    return await number_of(ledger, "other")
