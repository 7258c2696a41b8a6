"""Starts a command with the options of Home Assistant as its settings, and the book in a folder of the bot's own user.

start.py FOLDER COMMAND...      FOLDER holds options.json; as root the command runs as user 10001, as otherwise in the image.
"""

import json
import os
import sys
from pathlib import Path

_USER = 10001


def main(folder: Path, command: list[str]) -> None:
    """Become the command. Raises OSError if the folder can't be read or written."""
    options = json.loads((folder / "options.json").read_text(encoding="utf-8"))
    book = folder / "budgetbot"
    book.mkdir(mode=0o700, exist_ok=True)
    settings = {"DATABASE_URL": f"sqlite:///{book / 'budget.db'}", "STATE_DIR": str(book)}
    if "TZ" in os.environ:
        settings["TIMEZONE"] = os.environ["TZ"]
    settings |= {name.upper(): str(value) for name, value in options.items() if value not in {None, ""}}
    if os.getuid() == 0:
        for path in (book, *book.iterdir()):
            os.chown(path, _USER, _USER, follow_symlinks=False)
        os.setgroups([])
        os.setgid(_USER)
        os.setuid(_USER)
    os.execvpe(command[0], command, os.environ | settings)  # noqa: S606 - the command is that of the Dockerfile


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
