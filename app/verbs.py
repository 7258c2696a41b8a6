"""The verbs of the command line that look after a book: doctor, backup, restore, verify, copy, export."""

import argparse
import asyncio
import json
import os
import shutil
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from budget.currencies import currency_named
from budget.errors import LedgerUnavailable, Refused
from budget.locales import locale_named
from budget.money import Money
from settings import Settings, SettingsError, load

if TYPE_CHECKING:
    from typing import BinaryIO

    from storage.care import Admitted, Sums

from app.build import utc_now
from app.console import complain


def doctor(settings: Settings, *, as_json: bool) -> int:
    """Print whether everything that the bot needs is well; return 1 if something is not."""
    from app import doctor

    findings = doctor.run(settings)
    if as_json:
        print(json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False))
    else:
        for finding in findings:
            print(f"{'ok    ' if finding.well else 'WRONG '} {finding.what}: {finding.seen}")
            if not finding.well:
                print(f"       type next: {finding.next}")
    return 0 if all(finding.well for finding in findings) else 1


def care_for(settings: Settings, asked: argparse.Namespace) -> int:
    """Look after the book: back up, restore, verify or copy it."""
    from storage import care

    url = settings.database_url.get_secret_value()
    try:
        match asked.verb:
            case "backup":
                return _back_up(url, asked.file, asked.keep)
            case "restore":
                with _named(asked.file, url) as file:
                    held, former = care.restore(file, url)
                _show_sums(held)
                print("Restored." + (f" The former book is in {former}." if former else ""))
                _show_admitted(care.admitted(url, utc_now()))
            case "verify":
                return _verify(url, asked.since) if asked.file is None else _verify_backup(asked.file, url)
            case _:
                from storage.schema import upgrade

                to = _other_database(asked.to)
                upgrade(to)
                _show_sums(care.copy(url, to, _show_progress))
                print("Copied: the sums are equal.")
    except care.CareError as problem:
        return complain(str(problem), status=1)
    except BrokenPipeError:
        raise
    except OSError as problem:  # a folder that may not be entered, a name that is too long
        return complain(f"{problem.filename}: {problem.strerror}.", status=1)
    except SettingsError as mistakes:
        return complain(*(line.replace("DATABASE_URL", "The other database", 1) for line in mistakes.lines))
    return 0


_STREAM = "-"


def _back_up(url: str, to: str, keep: int | None) -> int:
    """Back the book up into a file, a folder, a bucket or the standard output. Raises `CareError`."""
    from app.backups import back_up_to
    from app.bucket import named
    from storage import care

    many = named(to) is not None or Path(to).is_dir()
    if to.startswith("s3:") and not many:
        return complain(f"{to} is no place: write s3://bucket/prefix")
    if keep is not None and (keep < 1 or not many):
        return complain("--keep is for a folder, and at least 1.")
    if to == _STREAM:
        with care.room_for(url) as folder:
            copy = folder / "budget.db"
            care.backup(url, copy)
            with copy.open("rb") as file:
                return _pour(file, "backup")
    made, held = back_up_to(url, to, utc_now(), keep) if many else (to, care.backup(url, Path(to)))
    _show_sums(held)
    print(f"It is in {made}, whole and checked.")
    return 0


def _pour(file: "BinaryIO", what: str) -> int:
    """Write a file to the standard output; say it of ``what`` where there is no room."""
    try:
        shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as problem:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left in its buffer goes nowhere
        return complain(f"The {what} can't be written to the standard output: {problem.strerror}.", status=1)
    return 0


@contextmanager
def _named(file: str, url: str) -> Iterator[Path]:
    """Give the backup's file; what comes out of a bucket or by the standard input is one as long as this lasts.

    In a container a file of the host's may not be read by the container's user, but may be poured in. Raises `CareError`.
    """
    from app.backups import fetched
    from storage import care

    if file != _STREAM:
        with fetched(file, url) as held:
            yield held
        return
    with care.room_for(url) as folder:
        with care.said_plainly(), (folder / "poured.db").open("xb") as poured:
            shutil.copyfileobj(sys.stdin.buffer, poured)
        yield folder / "poured.db"


_LONGEST_URL = 4096


def _other_database(named: str) -> str:
    """Return the address of the database that a book is copied to: as it was ``named``, or else as the standard input says.

    Whoever is on this machine may read the command line of a program, so no password stands there.
    Raises `CareError` for one with a password, `SettingsError` for what is no address.
    """
    from storage.care import CareError

    if urlsplit(named).password:
        raise CareError(
            "Everybody on this machine could read the password: leave --to away, and type the address when asked."
        )
    if not named and sys.stdin is not None and sys.stdin.isatty():
        named = getpass("The other database, like DATABASE_URL (it is not shown): ")
    elif not named and sys.stdin is not None:
        named = sys.stdin.readline(_LONGEST_URL)
    if not named.strip():
        raise CareError("No other database was named.")
    return load({"DATABASE_URL": named}, env_file=None, checks={}).database_url.get_secret_value()


def export(settings: Settings, owner: int, form: str) -> int:
    """Write all entries of one chat to the standard output; return 2 for a form that there is not."""
    from budget.exports.forms import FORMS

    if form not in FORMS:
        return complain(f"--as {form}: there is no such form. These there are: {', '.join(FORMS)}")
    try:
        file, entries = asyncio.run(_exported(settings, owner, form))
    except Refused:
        return complain("There is no room for the file: set TMPDIR to a folder that has.", status=1)
    if not entries:
        return complain(f"The chat {owner} has no entries.", status=1)
    with file:
        file.seek(0)
        return _pour(file, "export")


async def _exported(settings: Settings, owner: int, form: str) -> "tuple[BinaryIO, int]":
    from budget.bookkeeper import Bookkeeper
    from budget.budgets import Beginnings
    from storage.database import Database
    from storage.ledger import SqlLedger

    money = Money(currency_named(settings.currency), locale_named(settings.locale))
    beginnings = Beginnings(money, settings.timezone, settings.week_starts_on)
    async with Database(settings.database_url.get_secret_value()) as database:
        await database.ready()
        # As of one that is being forgotten: a budget that is not there is not opened.
        return await Bookkeeper(SqlLedger(database), beginnings).export(owner, sys.maxsize, form=form, closed=True)


def _verify(url: str, since: int | None) -> int:
    """Add everything up, and print each difference as soon as it is found."""
    from storage import care

    looked_at: deque[int] = deque(maxlen=1)
    try:
        held, wrong = care.verify(url, since, looked_at.append, print)
    except (KeyboardInterrupt, LedgerUnavailable) as problem:
        if looked_at:
            complain(f"Broken off. To go on: python main.py verify --from {looked_at[0]}")
        if isinstance(problem, KeyboardInterrupt):
            return 130
        raise
    _show_sums(held)
    if not wrong:
        print("Everything adds up.")
        if since is None:
            with suppress(LedgerUnavailable):  # a book that can't be written can be verified, too
                care.note_verified(url, utc_now())
    return 1 if wrong else 0


def _verify_backup(file: str, url: str) -> int:
    """Restore a backup into a book of its own, beside the present one, and add that up. Raises `CareError`."""
    from storage import care
    from storage.engine import url_of

    with _named(file, url) as backup, care.room_for(url) as folder:
        tried = url_of(folder / "tried.db").render_as_string()
        care.restore(backup, tried)
        held, wrong = care.verify(tried, None, lambda _: None, print)
    _show_sums(held)
    if not wrong:
        print("Everything in the backup adds up.")
    return 1 if wrong else 0


def _show_admitted(admitted: "Admitted") -> None:
    """Print who else may use a restored book: the person who restores it may not know."""
    if admitted.guests:
        users = ", ".join(map(str, admitted.users))
        more = f" and {admitted.guests - len(admitted.users)} more" if admitted.guests > len(admitted.users) else ""
        print(f"Guests whom it lets in, by Telegram user id ({admitted.guests}): {users}{more}")
    if admitted.links:
        extents = ", ".join(f"{number} {extent}" for extent, number in admitted.links)
        print(f"Share links that are open: {extents}")
    if admitted.doors:
        print(f"Write doors that are open: {admitted.doors}")


def _show_sums(sums: "Sums") -> None:
    print(f"{sums.entries} entries in {sums.chats} {'chat' if sums.chats == 1 else 'chats'}")
    for code, kind, minor in sums.totals:
        amount = Money(currency_named(code), locale_named("en_US")).plain(minor)
        print(f"  {kind:<10} {amount:>16} {code}")


def _show_progress(table: str, done: int, number: int) -> None:
    """Draw a progress bar on a terminal; elsewhere print each finished table."""
    if sys.stderr.isatty():
        cells = 30 * done // max(1, number)
        bar = f"{'#' * cells}{'.' * (30 - cells)}"
        print(f"\r{table:<12} {bar} {done}/{number} ", end="\n" if done == number else "", file=sys.stderr, flush=True)
    elif done == number:
        print(f"{table}: {done}", file=sys.stderr)
