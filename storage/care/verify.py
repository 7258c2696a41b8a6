"""Proves that a book adds up: entry by entry against every week's summary and every pay period, and its history."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine, func, make_url, select

from storage.audit import wrong_history, wrong_pay_period, wrong_weeks
from storage.care.books import BATCH, Sums, copied, folder_beside, opened, path_of, said_plainly
from storage.duties import VERIFIED
from storage.engine import for_reading, url_of
from storage.files import open_file
from storage.rebuild import damage, foreign_objects
from storage.tables import budgets, duties, entries
from storage.upserts import insert

_MOST_SAID = 100  # things that are wrong with a book


@dataclass(slots=True)
class _Account:
    """What was found so far while a book is added up, chat by chat."""

    chats: int = 0
    entries: int = 0
    totals: dict[tuple[str, str], int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    told: Callable[[str], None] = lambda _: None

    def complain(self, what: str) -> None:
        if len(self.wrong) <= _MOST_SAID:
            self.wrong.append(what if len(self.wrong) < _MOST_SAID else "and more")
            self.told(self.wrong[-1])

    def held(self) -> Sums:
        totals = tuple((currency, kind, minor) for (currency, kind), minor in sorted(self.totals.items()))
        return Sums(self.chats, self.entries, totals)


def verify(
    url: str,
    since: int | None = None,
    begun: Callable[[int], None] = lambda _: None,
    told: Callable[[str], None] = lambda _: None,
) -> tuple[Sums, list[str]]:
    """Add everything up entry by entry, and compare it with every week's summary and every pay period; return what differs.

    Each change of the history must be of an entry, and in categories that the budget has had.

    Summaries come from SQL over an index, the sums here from single rows: they share no code but the rules. Each chat is read in
    one state of the book. It begins with the chat ``since``. ``begun`` is called with each chat before that is read, so that a
    run that was broken off can be resumed there; ``told`` is called with each difference when it is found. The sums that are
    returned are those of the chats that were read.
    """
    account = _Account(told=told)
    with _one_state_a_chat(url, account) as engine:
        for owner in _owners(engine, since):
            begun(owner)
            _add_up(engine, owner, account)
    return account.held(), account.wrong


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a book that was added up: its sums, what differs, and whether it reaches the end of the book."""

    held: Sums
    wrong: Sequence[str]
    since: int | None
    """The chat that it began with, None for the first chat."""
    is_last: bool


_NEXT = {"name": "verify"}
"""The duty whose ``what`` is the chat that the next slice begins with, "" for the first chat."""


def verify_a_slice(url: str, enough: Callable[[], bool]) -> Slice:
    """Add up chats until ``enough`` returns True, one at least; the next slice continues there.

    Where it stopped is stored in the database. After the last chat the next slice begins with the first.
    """
    account = _Account()
    with opened(url) as engine, for_reading(engine).connect() as db:
        kept = db.scalar(select(duties.c.what).filter_by(**_NEXT)) or None
    since = int(kept) if kept is not None else None
    following: int | None = None
    with _one_state_a_chat(url, account) as engine:
        for owner in _owners(engine, since):
            if account.chats and enough():
                following = owner
                break
            _add_up(engine, owner, account)
    _go_on_from(url, following)
    return Slice(account.held(), account.wrong, since, following is None)


def _go_on_from(url: str, owner: int | None) -> None:
    now = func.current_timestamp()
    row = {"what": "" if owner is None else str(owner), "claimed_at": now, "done_at": now if owner is None else None}
    with opened(url) as engine, engine.begin() as db:
        db.execute(insert(duties).values(**_NEXT, **row).on_conflict_do_update(index_elements=["name"], set_=row))


def note_verified(url: str, at: datetime) -> None:
    """Note that the whole book was added up at a moment, and agreed. Raises `LedgerUnavailable`."""
    row = {"what": "", "claimed_at": at, "done_at": at}
    with opened(url) as engine, engine.begin() as db:
        db.execute(insert(duties).values(name=VERIFIED, **row).on_conflict_do_update(index_elements=["name"], set_=row))


@contextmanager
def _one_state_a_chat(url: str, account: _Account) -> Iterator[Engine]:
    """Open a book so that each transaction sees one state of it, and none blocks writers, however long it takes.

    A SQLite file in rollback mode can't be written while it is read, so a copy of it is read. Damage of the file is reported to
    the account.
    """
    with ExitStack() as stack:
        if make_url(url).get_backend_name() == "sqlite":
            path = path_of(url)
            stack.enter_context(said_plainly())
            copy_ = copied(path, stack.enter_context(folder_beside(path)))
            with closing(open_file(copy_)) as db:
                for what in damage(db):
                    account.complain(what)
                for what in foreign_objects(db):
                    account.complain(f"file: it has {what}, which no book has")
            yield for_reading(stack.enter_context(opened(url_of(copy_))))
        else:
            yield for_reading(stack.enter_context(opened(url)))


def _owners(engine: Engine, since: int | None) -> Iterator[int]:
    """Yield the chats in the order of their numbers, read in pages; no transaction stays open in between."""
    page = select(budgets.c.owner).order_by(budgets.c.owner).limit(BATCH)
    asked = page if since is None else page.where(budgets.c.owner >= since)
    while True:
        with engine.connect() as db:
            owners = db.scalars(asked).all()
        if not owners:
            return
        yield from owners
        asked = page.where(budgets.c.owner > owners[-1])


def _add_up(engine: Engine, owner: int, account: _Account) -> None:
    """Compare a chat's entries with its summaries, in one state of the book."""
    with engine.connect() as db:
        budget = db.execute(select(*budgets.c["currency", "week_starts_on"]).where(budgets.c.owner == owner)).first()
        if budget is None:  # forgotten meanwhile
            return
        account.chats += 1
        weeks, pay = wrong_weeks(db, owner, budget.week_starts_on), wrong_pay_period(db, owner)
        for what in (*weeks, *pay, *wrong_history(db, owner)):
            account.complain(what)
        counted = select(entries.c.kind, func.count(), func.sum(entries.c.amount)).group_by(entries.c.kind)
        for kind, number, minor in db.execute(counted.where(entries.c.owner == owner, ~entries.c.undone)):
            account.entries += number
            key = budget.currency, kind
            account.totals[key] = account.totals.get(key, 0) + int(minor)
