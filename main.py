"""The command line, and the entry points of AWS Lambda.

Importing this module only changes the garbage collector, and on Lambda it opens everything. A verb imports what it alone needs.
"""

import os
import sys


def _end_at_once(_signal: int, _frame: object) -> None:
    """End the process. Nothing is in flight before the event loop takes over, and the database undoes a migration that is killed.

    An exception would not do: Python ignores exceptions in weak references' callbacks and finalizers, which imports run many
    of. One start in a hundred went on for ever.
    """
    os._exit(0)


if __name__ == "__main__":  # before any import that takes time; `_signal` is there from the start, `signal` is not
    _early = sys.modules["_signal"]
    if sys.argv[1:2] in (["run"], ["chat"]):
        for _number in (_early.SIGTERM, _early.SIGINT):
            _early.signal(_number, _end_at_once)
    else:
        _early.signal(_early.SIGINT, _early.SIG_DFL)  # no traceback; code that must clean up sets it back

import gc

# Objects that imports make stay. Searching them for garbage takes a twelfth of a start (`make bench`, G7), so the collector is off
# until the imports are done, and never searches these objects.
_COLLECTS = gc.isenabled()
gc.disable()

import argparse
import logging
import signal
from collections.abc import Sequence
from functools import cache
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.console import complain
from app.environment import CHECKS, read_secrets
from app.logs import log_handler, log_to
from app.serve import migrate, run
from app.version import VERSION
from budget.errors import LedgerUnavailable
from settings import Settings, SettingsError, load
from storage.schema import SchemaError

if TYPE_CHECKING:
    from app.aws_lambda import Function

gc.freeze()
if _COLLECTS:
    gc.enable()

_VERBS = {
    "run": "start the bot; without TELEGRAM_BOT_TOKEN, a chat in the terminal",
    "chat": "start a chat in the terminal, whatever the settings",
    "migrate": "bring the database up to date",
    "doctor": "look at everything the bot stands on, and say what to type next",
    "backup": "copy the book, in use or not, into a new file that is checked; into a folder or a bucket by its moment",
    "restore": "give the book, in use or not, the content of a backup; what it held is kept beside it",
    "verify": "add everything up, entry by entry, and compare it with every summary",
    "copy": "copy the whole book into another database",
    "export": "write all entries of one chat to the standard output, in a form of `/export`",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="budgetbot", description="Budget Tracker: text an expense, see the week.")
    parser.add_argument("--version", action="version", version=f"budgetbot {VERSION}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    parsers = {name: verbs.add_parser(name, help=what, description=what) for name, what in _VERBS.items()}
    for name in ("backup", "restore"):
        parsers[name].add_argument("file", help="a file, s3://bucket/prefix, or - for the standard output or input")
    parsers["verify"].add_argument("file", nargs="?", help="a backup, as for restore, in the place of the book")
    parsers["backup"].add_argument(
        "--keep", type=int, metavar="N", help="in a folder or a bucket: let the latest N backups stay"
    )
    parsers["migrate"].add_argument(
        "--parts", type=int, default=0, metavar="N", help="divide the large tables of a PostgreSQL book by chat, into N"
    )
    parsers["verify"].add_argument(
        "--from", dest="since", type=int, metavar="CHAT", help="begin with this chat's number"
    )
    parsers["copy"].add_argument(
        "--to",
        default="",
        metavar="URL",
        help="its database, like DATABASE_URL; one with a password is typed when asked for",
    )
    parsers["export"].add_argument(
        "--owner", type=int, default=0, metavar="CHAT", help="its number; 0 is the terminal's"
    )
    parsers["export"].add_argument("--as", dest="form", default="csv", metavar="FORM", help="csv, hledger, beancount …")
    parsers["doctor"].add_argument("--json", action="store_true", help="for programs")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; return the exit status: 0, 1 for a failure, 2 for wrong settings."""
    asked = _parser().parse_args(arguments)
    try:
        settings = load(os.environ, env_file=Path(".env"), checks=CHECKS, fetch=read_secrets)
    except SettingsError as mistakes:
        return complain(*mistakes.lines)
    log_to(sys.stderr, settings)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a receipt must be printed on any terminal
    os.umask(0o077)  # a book, its backups and exports are its owner's alone
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _do(settings, asked)
    except LedgerUnavailable as problem:
        return complain(f"The ledger can't be opened: {problem}", status=1)
    except SchemaError as problem:
        return complain(str(problem), status=1)
    except KeyboardInterrupt:
        return complain("Broken off.", status=130)
    except BrokenPipeError:  # the reader of the replies has gone; what was recorded stays
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _do(settings: Settings, asked: argparse.Namespace) -> int:
    match asked.verb:
        case "run" | "chat":
            return _run(settings, chat=asked.verb == "chat")
        case "migrate":
            return migrate(settings, asked.parts)
        case "doctor":
            from app.verbs import doctor

            return doctor(settings, as_json=asked.json)
        case "export":
            from app.verbs import export

            return export(settings, asked.owner, asked.form)
        case _:
            from app.verbs import care_for

            return care_for(settings, asked)


def _run(settings: Settings, *, chat: bool) -> int:
    try:
        return run(settings, chat=chat)
    finally:
        if __name__ == "__main__":
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # asyncio has restored the handler that prints a traceback


# --- AWS Lambda ---


def handler(event: Any, context: Any) -> Any:
    """Answer an event of AWS Lambda: an HTTP request, a task or a schedule (`app/aws_lambda.py`)."""
    return _function().answer(event, context)


def pre_traffic(event: Any, context: Any) -> Any:
    """Try the version of the function that NEW_VERSION names, and tell CodeDeploy whether it may have traffic."""
    from app.aws_hook import try_out

    logging.basicConfig(level=logging.INFO, handlers=[log_handler(sys.stdout, "json", ())], force=True)
    return try_out(event, os.environ["NEW_VERSION"], context.get_remaining_time_in_millis() / 1000)


@cache
def _function() -> "Function":
    """Return this process's function."""
    from app.aws_lambda import function

    return function(os.environ)


if __name__ == "__main__":
    sys.exit(main())
elif "AWS_LAMBDA_RUNTIME_API" in os.environ and sys.argv[1:] == ["main.handler"]:
    # While Lambda starts a process it gives it a whole core, and for an event only the share that is paid for.
    _function().get_ready()
