"""The program as `main.py run` starts it, with a SQLite journal that is given: `python -m tests.journal_program WAL`.

WAL is used only where SQLite is free of a bug, which most distributions have; here nothing is kept that it could corrupt.
"""

import asyncio
import os
import sys

from app.build import build_app
from app.environment import CHECKS
from app.logs import log_to
from app.serve import migrate, open_listener, run_until_stopped
from settings import load


def main() -> int:
    """Run the bot."""
    settings = load(os.environ, env_file=None, checks=CHECKS)
    log_to(sys.stderr, settings)
    migrate(settings)
    listener = open_listener(settings)
    if listener is None:
        return 2
    app = build_app(settings, journal="WAL" if sys.argv[1] == "WAL" else "DELETE")
    return asyncio.run(run_until_stopped(app, listener, chat=False))


if __name__ == "__main__":
    sys.exit(main())
