"""No statement of the program looks through rows of other chats: each is EXPLAINed on a filled book, on both databases.

Where the large tables are divided by owner, each statement reads one part of them.

A join without the owner is invisible with 40 chats and takes seconds with 100,000 (SQLite: 702 updates a second became 7).
"""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import CompoundSelect, Connection, Delete, Engine, Insert, Select, Update, event, insert, text

import storage
from budget import acts, undoing
from budget.bills import Bill, Rate
from budget.bookkeeper import Bookkeeper, Message, Receipt
from budget.cards import Cards
from budget.currencies import currency_named
from budget.entry_changes import Actor, Shown
from budget.errors import NotFound
from budget.forgetting import Step
from budget.grammar import About
from budget.importing import Importer
from budget.imports.proposals import Wish
from budget.keeping import done_by
from budget.limits import Carry
from budget.notifier import Notifier
from budget.periods import Days, Week
from budget.schedules import monthly
from budget.share_links import Extent, NewLink, Visitor
from budget.states import OpenQuestion
from budget.write_doors import TELL_WITHIN, Doorkeeper, Post
from storage import several_bots
from storage.answers import SqlAnswers
from storage.cards import SqlCards
from storage.duties import SqlDuties
from storage.forgetting import SqlForgetting
from storage.guests import SqlGuests
from storage.notifications import SqlNotifications
from storage.offers import SqlOffers
from storage.parts import PARTED
from storage.places import OF_A_BOT
from storage.share_links import SqlShares
from storage.tables import (
    bill_decisions,
    bill_rates,
    bills,
    budgets,
    cards,
    carries,
    categories,
    entries,
    import_headings,
    import_rows,
    imports,
    keywords,
    lessons,
    limit_notices,
    limits,
    messages,
    metadata,
    notifications,
    quiet_days,
    spreads,
)
from storage.taps import SqlTaps
from storage.waiting import SqlUpdates
from storage.write_doors import SqlWriteDoors
from tests.emptying import leave_no_pages
from tests.ledgers import BEGINNINGS, MONDAY, NOON, WEEK, Book, choices, expense, paycheck, slip

pytest_plugins = ["tests.databases"]
DATABASES = "sqlite", "postgresql", "divided"

CHATS, WORDS = 300, 17
ANN, BEN, CLOE = 1, 2, 3

Seen = dict[str, Any]


def fill(engine: Engine, number: int = CHATS) -> None:
    """Give many chats a budget with keywords, messages, entries, lessons and notices each."""
    with engine.begin() as db:
        chats = range(1, number + 1)
        settings = {"currency": "USD", "exponent": 2, "locale": "en_US", "time_zone": "UTC", "week_starts_on": 0}
        db.execute(insert(budgets), [{"owner": chat, "revision": chat} | settings for chat in chats])
        keys = ("fun", "predictable_necessities", "unpredictable_necessities", "other")
        db.execute(
            insert(categories),
            [
                {
                    "number": 4 * chat + n,
                    "owner": chat,
                    "key": key,
                    "name": key,
                    "weekly_limit": 1,
                    "position": n,
                    "removed": False,
                }
                for chat in chats
                for n, key in enumerate(keys)
            ],
        )
        for table, column in ((keywords, "word"), (lessons, "note")):
            rows = [
                {"owner": chat, column: f"word{n}", "category": 4 * chat + n % 4}
                for chat in chats
                for n in range(WORDS)
            ]
            db.execute(insert(table), rows)
        sent = {"author": 1, "edited_at": 0, "update_number": 1}
        db.execute(
            insert(messages),
            [
                {"owner": chat, "message": n, "sent_at": NOON + timedelta(minutes=n)} | sent
                for chat in chats
                for n in range(1, 31)
            ],
        )
        entry = {"line": 0, "kind": "expense", "amount": 5, "note": "x", "working": "", "undone": False}
        db.execute(
            insert(entries),
            [
                {"owner": chat, "message": n, "day": MONDAY, "category": 4 * chat + n % 4} | entry
                for chat in chats
                for n in range(1, 31)
            ],
        )
        planned(db, chats)
        filed(db, chats)
        card = {
            "bot": 7,
            "bars": False,
            "off": False,
            "drawn": "",
            "draw_at": NOON + timedelta(days=1),
            "free_at": NOON,
        }
        db.execute(insert(cards), [{"owner": chat, "chat": chat} | card for chat in chats if chat % 10])
        db.execute(
            insert(limit_notices),
            [{"owner": chat, "category": 4 * chat, "week_start": MONDAY, "message": 1} for chat in chats],
        )
        if engine.dialect.name == "postgresql":
            for numbered in ("categories", "bills"):
                db.execute(text(f"SELECT setval(pg_get_serial_sequence('{numbered}', 'number'), 100000)"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as db:
        db.execute(text("ANALYZE"))


def planned(db: Connection, chats: range) -> None:
    """Give many chats dated limits, bills that were paid, and spread expenses."""
    dated: dict[str, Any] = {"since": MONDAY}
    db.execute(insert(limits), [{"owner": chat, "category": 4 * chat, "amount": 5} | dated for chat in chats])
    db.execute(insert(carries), [{"owner": chat, "category": 4 * chat, "carry": "both"} | dated for chat in chats])
    bill: dict[str, Any] = {"name": "Rent", "schedule": "monthly 1", "removed": False} | dated
    db.execute(insert(bills), [{"number": 2 * chat + n, "owner": chat} | bill for chat in chats for n in range(2)])
    rate: dict[str, Any] = {"amount": 5, "about": False} | dated
    db.execute(insert(bill_rates), [{"owner": chat, "bill": 2 * chat + n} | rate for chat in chats for n in range(2)])
    decision: dict[str, Any] = {"planned": MONDAY, "line": 0, "skipped": False}
    db.execute(
        insert(bill_decisions),
        [{"owner": chat, "bill": 2 * chat + n, "message": n + 1} | decision for chat in chats for n in range(2)],
    )
    told: dict[str, Any] = {"next_at": NOON + timedelta(days=9), "empty_digests": 0, "unanswered": 0, "stopped": False}
    db.execute(insert(notifications), [{"owner": chat, "bot": 7, "chat": chat} | told for chat in chats])
    db.execute(insert(quiet_days), [{"owner": chat, "day": MONDAY} for chat in chats])
    db.execute(insert(spreads), [{"owner": chat, "message": 5, "line": 0, "weeks": 4} for chat in chats])


def filed(db: Connection, chats: range) -> None:
    """Give many chats files that were recorded."""
    file: dict[str, Any] = {"format": "OFX", "rows": 1, "first_day": MONDAY, "last_day": MONDAY, "recorded_at": NOON}
    row: dict[str, Any] = {"line": 0, "kind": "expense", "amount": 5, "day": MONDAY, "note": "x"}
    db.execute(insert(imports), [{"owner": chat, "message": n} | file for chat in chats for n in range(1, 21)])
    db.execute(
        insert(import_rows),
        [{"owner": chat, "message": n, "bank_id": f"{n}"} | row for chat in chats for n in range(1, 21)],
    )
    db.execute(
        insert(import_headings),
        [{"owner": chat, "heading": f"{n}", "answers": "{}", "used_at": NOON} for chat in chats for n in range(20)],
    )


@contextmanager
def watched(engine: Engine) -> Iterator[Seen]:
    """Collect every statement that is executed, with the parameters it had first."""
    seen: Seen = {}

    def note(_db: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, executemany: bool) -> None:
        seen.setdefault(statement, parameters[0] if executemany else parameters)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


@contextmanager
def executed_by(*engines: Engine) -> Iterator[set[int]]:
    """Collect the statements, as their modules hold them, that are executed: the `id` of each."""
    seen = set[int]()

    def note(_db: Any, statement: Any, *_rest: Any) -> None:
        seen.add(id(statement))

    for engine in engines:
        event.listen(engine, "before_execute", note)
    yield seen
    for engine in engines:
        event.remove(engine, "before_execute", note)


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements that are executed, each as often as it is."""
    seen: list[str] = []

    def note(_db: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
async def book(url: str, engine: Engine) -> AsyncIterator[Book]:
    if engine.dialect.name == "postgresql":
        leave_no_pages(engine)
    fill(engine)
    async with Book(url, bot=7) as ledger:
        yield ledger


@pytest.fixture
async def small_book(url: str, engine: Engine) -> AsyncIterator[Book]:
    """A book of a few chats, where statements are counted and not explained."""
    fill(engine, 30)
    async with Book(url, bot=7) as ledger:
        yield ledger


async def use_everything(book: Book) -> None:
    """Do whatever a chat, a link or a duty can do."""
    answers = SqlAnswers(book.database)
    fun = 4 * ANN
    question = OpenQuestion(1, About.AMOUNT, choices(expense(3, fun), expense(18, fun)))
    for owner in (ANN, BEN, 10_001):
        budget = await book.open_budget(owner, BEGINNINGS)
        fun = budget.categories[0].number
        question = OpenQuestion(1, About.AMOUNT, choices(expense(3, fun), expense(18, fun)))
        await book.record(slip(101, expense(500, fun, "tacos"), question, owner=owner))
        await book.record(slip(101, expense(600, fun, "tacos"), question, owner=owner, edited_at=9))
        await book.record(slip(102, expense(500, fun), paycheck(5), owner=owner))
        await book.write_down(
            owner, 103, BEGINNINGS, lambda tx: (tx.stored(), tx.taught(["tacos", "x"]), tx.latest_categories(50))
        )
        number = await book.number_of(owner, 101)
        await book.message(owner, number)
        await book.answer(owner, number, 1, 0, "a")
        await book.record(slip(104, question, owner=owner))
        await book.decline(owner, await book.number_of(owner, 104), 1, "d")
        await book.set_undone(owner, number, None, "u", undone=True)
        await book.set_undone(owner, number, None, "r", undone=False)
        await book.recategorise(owner, number, 0, fun + 1, "c")
        await noted_in_history(book, owner, number)
        await book.make_income(owner, number, 0, "i")
        await book.undo_latest(owner, 105)
        await book.write_down(owner, 106, BEGINNINGS, lambda tx: (tx.replied(9), tx.message_of("message 105")))
        await book.write_down(owner, 107, BEGINNINGS, lambda tx: undoing.undo_recent(tx, 2))
        await book.look(
            owner,
            lambda view: (
                view.spent(WEEK),
                view.quiet_days(WEEK),
                view.pay(MONDAY),
                view.entries_in(WEEK, 100),
                view.entries_in(WEEK, 100, 1),
                view.expenses_in(Days(MONDAY, WEEK.end), 6, 0),
                view.expenses_in(Days(MONDAY, WEEK.end), 6, 2000, 1),
                view.expenses_of(1, Days(MONDAY, WEEK.end), range(100, 5000), 6),
                view.spent_in([Week(MONDAY - timedelta(days=7)), WEEK]),
                view.day_sums(MONDAY - timedelta(days=84), WEEK.end),
                view.spreads(),
                view.came_in(Days(MONDAY, WEEK.end)),
                list(view.spendings(Days(MONDAY, WEEK.end))),
                view.decisions(MONDAY),
                view.entry_changes(20),
                view.listed(Shown(NOON, 1, 10), 11),
                view.listed(Shown(NOON, 1, 10), 11, 4 * ANN),
                view.entry_changes(20, (101, 0)),
            ),
        )
        await book.write_down(owner, number, BEGINNINGS, lambda tx: planned_changed(tx, tx.budget.bills))
        await book.recent(owner, 10)
        await book.look(owner, lambda view: (view.recent(10, 4 * ANN), view.rules(10)))
        await book.entries(owner, (0, 0), 100)
        await book.read(owner, lambda view: view.first_day())
        await book.changed(owner, BEGINNINGS, everything_changed)
        await answers.remember(owner, 101, 9)
        await answers.answer_to(owner, 101)
        await answers.answers_to_stored(owner, number)
        await share(book, owner)
    await book.record(slip(108, question, owner=BEN))
    await book.changed(BEN, BEGINNINGS, lambda sheet: sheet.rescale(1, 1, 10**9))
    await book.changed(10_003, BEGINNINGS, lambda sheet: sheet.is_empty())
    await book.move(ANN, BEN)
    with suppress(NotFound):  # message 1 of either chat: it is looked for, and not found
        await book.set_undone(BEN, 1, None, "u", undone=True)
    await book.changed(CLOE, BEGINNINGS, lambda sheet: sheet.add_category("new", "New", 1, MONDAY))
    await book.changed(4, BEGINNINGS, lambda sheet: sheet.add_category("more", "More", 1, MONDAY))
    await book.move(CLOE, 4)
    await book.forget(10_001)
    await forget_some(book)
    await let_in(book)
    await tell(book)
    await keep_cards(book)
    await keep_updates(book)


async def hear(book: Book) -> None:
    """Keep a message of a group, and carry out a command, that another bot may get, too."""
    row = {
        "owner": 200,
        "message": 900,
        "author": 5,
        "author_name": None,
        "sent_at": NOON,
        "edited_at": 0,
        "update_number": 1,
    }
    actor = Actor(5, "Ann", NOON)

    def work(db: Connection) -> None:
        assert several_bots.add_message(db, row | {"layout": None})
        assert several_bots.kept_by_others(db, 200, 900 + OF_A_BOT, 5, NOON) == [900]
        assert 900 not in several_bots.other_bases(db, 900)
        several_bots.carry_out_once(db, 200, 900, actor)

    await book.database.write(work)


async def share(book: Book, owner: int) -> None:
    shares = SqlShares(book.database)
    new = NewLink(owner, 5, NOON, Extent.FULL, NOON + timedelta(days=1), b"salt", f"hash {owner}")
    await shares.add_link(new, 20)
    assert [await shares.links(owner, NOON), await shares.latest_full(owner, NOON)]
    for count in (*Visitor, None):
        await shares.look(new.token_hash, NOON, lambda _link, view: view.spent(WEEK), count=count)
    assert await shares.opens(new.token_hash, NOON)
    await shares.write_openings()
    await shares.revoke_link(owner, (await shares.links(owner, NOON))[0].number, NOON)


async def carry_over(book: Book) -> None:
    """Write a whole budget down, and restore it into another chat."""
    found = await book.snapshot(BEN, lambda view: (view.book(), list(view.whole_entries()), list(view.entries())))
    assert found is not None
    whole, held = found[:2]
    await book.write_down(10_002, 1, BEGINNINGS, lambda tx: tx.restore(whole, held, NOON))
    await book.open_budget(10_003, BEGINNINGS)
    staged, left = [await book.stage(10_003, whole, held, NOON) for _ in range(2)]
    await book.write_down(10_003, 1, BEGINNINGS, lambda tx: tx.adopt(whole, staged))
    await book.drop(left)


async def bring_files(book: Book) -> None:
    offers = SqlOffers(book.database)
    bookkeeper = Bookkeeper(book, BEGINNINGS)
    importer = Importer(bookkeeper, book, offers)
    table = "Datum;Betrag;Text\n03.04.2026;-12,50;Rewe\n"
    message = Message(BEN, 120, BEN, "/import", NOON, table=table, file="file")
    await importer.begin(message, table)
    await book.look(BEN, lambda view: view.heading_answers("1"))
    await importer.wish(BEN, 120, table, Wish.NO_TYPED, NOON, on=True)
    recorded = await importer.record(message, table)
    assert isinstance(recorded, Receipt)
    assert recorded.state.entries
    await book.write(BEN, 120, lambda tx: tx.identify({(120, 0): "ofx 7"}))
    bank = (
        "OFXHEADER:100\n<OFX><CURDEF>USD<BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261101<TRNAMT>-5"
        "<FITID>7<NAME>x</STMTTRN></BANKTRANLIST></OFX>"
    )
    await importer.begin(message._replace(number=121), bank)
    await importer.recorded(BEN, 120, NOON)
    await importer.imports(BEN)
    await offers.offered(BEN, 120, NOON)
    await offers.withdraw(BEN, 120)


async def post_through_doors(book: Book) -> None:
    async def may_use(_user: int) -> bool:
        return True

    keeper = Doorkeeper(Bookkeeper(book, BEGINNINGS), SqlWriteDoors(book.database), b"key", may_use)
    door, token = await keeper.make(Message(BEN, 130, BEN, "/door", NOON), "", b"salt")
    assert await keeper.opens(token)
    for _ in range(2):
        done = await keeper.post(token, Post("12.50 fun tacos", "key", "body", NOON), lambda _posted: "")
    await keeper.untold(NOON + TELL_WITHIN)
    await keeper.put_off(done.post, NOON, TELL_WITHIN)
    await keeper.again(done.post)
    await keeper.told(done.post)
    await keeper.doors(BEN)
    await keeper.close(BEN, door.number, NOON)


async def noted_in_history(book: Book, owner: int, number: int) -> None:
    assert await book.audit(owner, 100) is not None
    for name, undone in (("h", True), ("g", False)):
        act = partial(undoing.set_undone, line=0, act=name, undone=undone)
        await book.tap(owner, number, done_by(Actor(8, "Ana", NOON), act))


async def forget_some(book: Book) -> None:
    requests = SqlForgetting(book.database)
    for owner in (5, 6):
        await requests.ask(owner, "nonce", ANN, NOON)
        await requests.answer(owner, "nonce", NOON, lambda _request: Step.ASK_ANOTHER)
        await requests.drop(owner, "nonce")
        await requests.ask(owner, "nonce", ANN, NOON)
        await requests.answer(owner, "nonce", NOON, lambda _request: Step.CLOSE)
    await requests.restore(5, NOON)
    for owner in (7, 8):  # closed, and each moves into a chat with a budget: one is brought back, one deleted
        await requests.ask(owner, "nonce", ANN, NOON)
        await requests.answer(owner, "nonce", NOON, lambda _request: Step.CLOSE)
        await book.record(slip(1, expense(5, 4 * owner), owner=owner + 10))
        await book.move(owner, owner + 10)
    await requests.restore(17, NOON)
    later = NOON + timedelta(days=2)
    due = await requests.due(later, 10)
    assert 6 in due
    assert len(due) == 2
    for owner in due:
        assert await requests.delete(owner, later)


async def tell(book: Book) -> None:
    notifier = Notifier(SqlNotifications(book.database, 7), BEGINNINGS)
    await notifier.set_digest(4, "monday 8:00")
    await book.changed(4, BEGINNINGS, lambda sheet: sheet.set_settings(replace(BEGINNINGS, time_zone="Asia/Tokyo")))
    await notifier.answer_reminder(4, MONDAY)
    due = await notifier.due(NOON)
    assert due
    for owner in due:
        await notifier.decide(owner, NOON)


async def keep_cards(book: Book) -> None:
    of = Cards(SqlCards(book.database, 7), book, BEGINNINGS)
    assert await of.offer(20)
    await of.ask(10, 1, bars=False)
    claim = await of.claim(10, NOON)
    assert claim is not None
    card = await of.look(claim, NOON)
    assert card is not None
    await of.sent(claim, 5)
    await of.taken_down(claim)
    await of.drawn(claim, NOON, card, "ab", edited=True)
    await book.record(slip(109, expense(5, 40), owner=10))
    await of.retry(claim, NOON)
    await of.drop(claim)
    await of.due(NOON)


async def let_in(book: Book) -> None:
    people = SqlGuests(book.database)
    await people.add_first_guest(ANN, "Ann", NOON)
    for code in ("a" * 64, "b" * 64):
        await people.add_invitation(code, ANN, NOON, [BEN])
    await people.redeem("a" * 64, CLOE, "Cloe", NOON, [])
    await people.note_named([BEN])
    assert await people.any_guest()
    await people.add_invitation("c" * 64, CLOE, NOON, [])
    await people.invitations(NOON, by=CLOE)
    await people.withdraw("c" * 16, CLOE, NOON, [])
    await people.invitations(NOON)
    await people.withdraw("b" * 16, ANN, NOON, [])
    await people.guests()
    await people.remove(CLOE, ANN, NOON, [])


async def keep_updates(book: Book) -> None:
    await hear(book)
    updates, duties = SqlUpdates(book.database, 7), SqlDuties(book.database)
    for begun in ([1, 2], []):
        await updates.count_begun(begun, NOON)
    await updates.begin_suspect(1, NOON, [timedelta(seconds=1)])
    await updates.begin_suspect(1, NOON + timedelta(seconds=2), [timedelta(seconds=1)])
    await updates.clear_suspect(1)
    await updates.keep([(ANN, 5, "{}", 0)], NOON)
    await updates.kept([5])
    await updates.chats()
    await updates.first(ANN)
    await updates.postpone(ANN, 5, 1, NOON)
    await updates.done(ANN, 5)
    assert await duties.claim_duty("backup", "1", NOON, NOON)
    await duties.duty_done("backup", "1", NOON)
    assert await duties.is_done("backup", "1")
    assert await duties.last_done("backup") == NOON
    assert await SqlTaps(book.database).is_first("1", "2", NOON, timedelta(seconds=3))


def planned_changed(tx: Any, held: tuple[Bill, ...]) -> None:
    tx.set_spread(0, 4)
    tx.set_spread(0, None)
    tx.pay_nothing([0])
    for bill in held[:1]:
        tx.pay_bill(0, bill.number, MONDAY)


def everything_changed(sheet: Any) -> None:
    sheet.is_empty()
    sheet.forget_rule(1)
    sheet.odd_amount(100)
    sheet.largest_amount()
    sheet.leave_undone()
    sheet.rescale(1, 1, 10**9)
    yen = replace(sheet.budget.money, currency=currency_named("JPY"))
    sheet.set_settings(replace(BEGINNINGS, money=yen))
    number = sheet.add_bill(Bill(0, "Gym", monthly(1), MONDAY, (Rate(MONDAY, 5),)))
    sheet.set_bill(Bill(number, "Gym", monthly(2), MONDAY, (Rate(MONDAY, 5), Rate(MONDAY + timedelta(days=9), 6))))
    sheet.decide(number, MONDAY, skipped=True)
    sheet.decisions(MONDAY)
    sheet.set_carry(sheet.budget.categories[0].number, Carry.BOTH, MONDAY)
    sheet.set_payday(monthly(1, 15))
    fun = sheet.budget.categories[0].number
    sheet.set_settings(BEGINNINGS)
    sheet.set_limit(fun, 1, MONDAY)
    sheet.rename_category(fun, "Joy")
    sheet.set_keywords(fun, {"zoo": True, "word0": False})
    sheet.add_category("pets", "Pets", 1, MONDAY)
    sheet.remove_category(fun, removed=True)
    sheet.remove_category(fun, removed=False)


async def test_no_statement_looks_through_rows_of_other_chats(book: Book, engine: Engine) -> None:
    reading, writing = book.database.reading, book.database.engine
    with watched(writing) as seen, watched(reading) as looked, executed_by(writing, reading) as executed:
        await use_everything(book)
        await bring_files(book)
        await carry_over(book)
        await post_through_doors(book)
    statements = {statement: seen.get(statement, looked.get(statement)) for statement in {*seen, *looked}}
    with engine.connect() as db:
        if engine.dialect.name == "postgresql":
            for way in ("seqscan", "hashjoin", "mergejoin"):  # a small table is read whole though it has an index
                db.execute(text(f"SET enable_{way} = off"))
        found = {statement: scans(db, statement, parameters) for statement, parameters in statements.items()}
    parts = (
        _PARTS if engine.dialect.name == "postgresql" else _PARTS | {"statements.LOCK_BUDGET", "statements.LOCK_OWNER"}
    )
    assert {name for name, one in declared().items() if id(one) not in executed} == parts
    assert {statement: scanned for statement, scanned in found.items() if scanned} == {}


_PARTS = frozenset({
    "audit._SOME", "answers._NEW_ANSWER", "answers._to_itself", "cards._NEW", "duties._NEW_DUTY", "forgetting._NEW_REQUEST",
    "guests._NEW_BAR", "guests._WITHDRAW", "imports._HELD", "imports._latest_headings", "moves._BESIDE", "notifications._NEW",
    "offers._newest", "plan_statements._decision", "share_links._NEW_LINK", "statements._restored_since",
    "statements._undone_since", "taps._NEW_TAP", "waiting._NEW_SUSPECT", "write_doors._NEW",
})  # fmt: skip
"""Statements that are only parts of others. Every other one that a module of `storage` holds is executed, and explained."""


def declared() -> dict[str, Any]:
    """Return every statement that a module of `storage` holds."""
    found: dict[int, tuple[str, Any]] = {}
    for path in sorted(Path(storage.__file__).parent.glob("*.py")):
        module = import_module(f"storage.{path.stem}" if path.stem != "__init__" else "storage")
        for name, value in vars(module).items():
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, Select | CompoundSelect | Insert | Update | Delete):
                    found.setdefault(id(one), (f"{path.stem}.{name}", one))
    return dict(found.values())


OWNED = frozenset(table.name for table in metadata.sorted_tables if "owner" in table.c)
_EXPLAINABLE = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b")


def scans(db: Any, statement: str, parameters: Any) -> list[str]:
    """Return where a statement's plan goes through a table that has an owner without asking for one."""
    if not _EXPLAINABLE.match(statement):
        return []
    if db.dialect.name == "sqlite":
        plan = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
        return [row[3] for row in plan if (scan := re.match(r"SCAN (\w+)", row[3])) and scan[1] in OWNED]
    (plan,) = db.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalars()
    read = {int(found[2]) for node in _nodes_of(plan[0]["Plan"]) if (found := _part(node))}
    return [*_scans_of(plan[0]["Plan"]), *([f"parts {sorted(read)}"] if len(read) > 1 else [])]


def _nodes_of(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for each in node.get("Plans", ()):
        yield from _nodes_of(each)


def _part(node: dict[str, Any]) -> re.Match[str] | None:
    """Return the table and the number of the part that a node reads or writes."""
    return re.fullmatch(rf"({'|'.join(table.name for table in PARTED)})_(\d+)", node.get("Relation Name", ""))


_BY_KEY = (
    "owner",
    "chat",
    "draw_at",
    "token_hash",
    "number =",
    "forget_at",
    "next_at",
    "offered_at",
    "tell_at",
    "bot =",
)


def _scans_of(node: dict[str, Any]) -> Iterator[str]:
    conditions = " ".join(str(node.get(name, "")) for name in ("Index Cond", "Recheck Cond"))
    reads = node["Node Type"] != "ModifyTable"
    table = part[1] if (part := _part(node)) else node.get("Relation Name")
    if reads and table in OWNED and not any(key in conditions for key in _BY_KEY):
        yield f"{node['Node Type']} {node['Relation Name']} {conditions}"
    for each in node.get("Plans", ()):
        if each["Node Type"] != "Bitmap Index Scan":
            yield from _scans_of(each)


def test_a_row_that_others_point_at_is_found_by_its_owner() -> None:
    """Both databases look for rows that point at a deleted one: by an index, where its first column is the key's first."""
    for table in metadata.sorted_tables:
        for constraint in table.foreign_key_constraints:
            columns = list(constraint.columns)
            assert columns[0].name == "owner", constraint
            firsts = {next(iter(index.columns)).name for index in table.indexes} | {
                next(iter(unique.columns)).name
                for unique in table.constraints
                if hasattr(unique, "columns") and len(list(unique.columns)) > 0
            }
            assert "owner" in firsts, table


async def test_a_card_adds_one_statement_to_an_act_and_none_where_there_is_no_card(small_book: Book) -> None:
    """The card itself is drawn after the reply."""
    of = Cards(SqlCards(small_book.database, 7), small_book, BEGINNINGS)

    async def executed(owner: int, number: int) -> list[str]:
        fun = (await small_book.open_budget(owner, BEGINNINGS)).categories[0].number
        for again in range(2):  # the second time the budget is known
            with counted(small_book.database.engine) as seen:
                await small_book.record(slip(number + again, expense(5, fun), owner=owner))
            with counted(small_book.database.engine) as tapped:
                await small_book.set_undone(
                    owner, await small_book.number_of(owner, number), 0, f"u{again}", undone=not again
                )
        return [*seen, "", *tapped]

    await of.ask(11, 1, bars=False)
    without = await executed(10, 201)
    assert len(await executed(11, 201)) == len(without) + 2
    assert not any("cards" in statement for statement in without)


async def test_an_expense_whose_note_names_no_bill_reads_no_decision(small_book: Book) -> None:
    fun = (await small_book.open_budget(12, BEGINNINGS)).categories[0].number
    seen = []
    for number, note in ((201, "tacos"), (202, "rent")):
        with counted(small_book.database.engine) as statements:
            await small_book.record(slip(number, expense(5, fun, note), owner=12))
        seen.append(sum("bill_decisions" in statement for statement in statements))
    assert seen[0] == 0
    assert seen[1] > 0


async def test_an_expense_of_a_category_that_carries_nothing_reads_no_weeks_before(small_book: Book) -> None:
    carries, other = (one.number for one in (await small_book.open_budget(12, BEGINNINGS)).categories[:2])
    later = MONDAY + timedelta(days=14)
    executed = []
    for number, category in enumerate((other, carries), 201):
        with counted(small_book.database.engine) as seen:
            await small_book.record(slip(number, expense(5, category, day=later), owner=12))
        executed.append(sum("CASE WHEN (entries.day <" in statement for statement in seen))
    assert executed == [0, 1]


async def test_the_history_adds_one_statement_to_what_changes_entries_and_none_to_what_records_them(
    small_book: Book,
) -> None:
    ana, executed = Actor(8, "Ana", NOON), dict[str, int]()
    fun = (await small_book.open_budget(10_002, BEGINNINGS)).categories[0].number
    lines = [expense(n, fun) for n in range(1, 21)]
    others = [expense(n + 30, fun) for n in range(1, 21)]
    for number, by in enumerate((None, None, ana), 301):  # the second time the budget is known
        first, edited = slip(number, *lines, owner=10_002), slip(number, *others, owner=10_002, edited_at=9)
        for what, sent in (("record", first), ("edit", edited)):
            with counted(small_book.database.engine) as seen:
                await small_book.write(
                    10_002, number, done_by(by, partial(acts.record, submission=sent.submission)), BEGINNINGS
                )
            executed[f"{what} {by is None}"] = sum(bool(_EXPLAINABLE.match(one)) for one in seen)
        kept = await small_book.number_of(10_002, number)
        with counted(small_book.database.engine) as seen:
            await small_book.tap(
                10_002, kept, done_by(by, partial(undoing.set_undone, line=None, act=f"u {number}", undone=True))
            )
        executed[f"tap {by is None}"] = sum(bool(_EXPLAINABLE.match(one)) for one in seen)
    assert executed["record False"] == executed["record True"]
    assert executed["edit False"] == executed["edit True"] + 1
    assert executed["tap False"] == executed["tap True"] + 1
    assert executed["tap False"] <= 6
    assert executed["edit False"] <= 9
