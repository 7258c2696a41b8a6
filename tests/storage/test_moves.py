"""A chat that moves keeps its one budget, in whatever order the news of the move, messages and taps come; on both databases."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, select, text

from budget import acts
from budget.bills import MOST_BILLS, MOST_BILLS_EVER, Bill, Payment, Rate
from budget.budgets import Beginnings
from budget.categories import MOST_CATEGORIES, MOST_EVER
from budget.currencies import currency_named
from budget.entries import Entry, Kind
from budget.entry_changes import Actor
from budget.errors import LedgerUnavailable, NotFound
from budget.grammar import About
from budget.keeping import done_by
from budget.ledger import BudgetTransaction, MessageTransaction
from budget.limits import Carry
from budget.locales import locale_named
from budget.money import Money
from budget.schedules import monthly
from budget.share_links import MOST_LINKS, Extent, NewLink
from budget.spreads import Spread
from budget.states import OpenQuestion, OutOfUse, SetApart, Status
from budget.write_doors import MOST_DOORS, NewDoor
from storage.answers import SqlAnswers
from storage.merges import MERGED
from storage.places import SPAN, Place, TooManyMoves
from storage.share_links import SqlShares
from storage.tables import entries, metadata
from storage.write_doors import SqlWriteDoors
from tests.ledgers import BEGINNINGS, MONDAY, NOON, WEEK, Book, choices, expense, paycheck, slip, spent, taught

pytest_plugins = ["tests.databases"]
DATABASES = "sqlite", "postgresql", "divided"

GROUP, SUPERGROUP, OTHER, ANN = -4_000_000_001, -1_002_000_000_001, -4_000_000_002, 7_000_000_001
EUROS = Beginnings(Money(currency_named("EUR"), locale_named("de_DE")), "Europe/Berlin", 0)


@pytest.fixture
async def book(url: str) -> AsyncIterator[Book]:
    async with Book(url) as ledger:
        yield ledger


async def categories_of(book: Book, chat: int) -> Mapping[str, int]:
    budget = await book.budget(chat)
    assert budget is not None
    return {one.key: one.number for one in budget.categories}


async def counted(book: Book) -> dict[str, int]:
    """Return the rows of each table."""

    def work(db: Connection) -> dict[str, int]:
        return {table.name: len(db.execute(select(table)).all()) for table in metadata.sorted_tables}

    return await book.database.read(work)


async def test_both_chats_have_the_one_budget_with_all_its_history(book: Book) -> None:
    budget = await book.open_budget(GROUP, EUROS)
    fun, other = budget.categories[0].number, budget.categories[3].number
    await book.record(slip(1, expense(15001, fun, "tacos"), owner=GROUP))
    await book.record(slip(2, paycheck(150000), owner=GROUP))
    choice = Entry(Kind.EXPENSE, 300, MONDAY, other)
    await book.record(slip(3, OpenQuestion(0, About.AMOUNT, choices(choice, choice)), owner=GROUP))
    await book.recategorise(GROUP, 1, 0, fun, "tap")

    assert await book.move(GROUP, SUPERGROUP) is None
    assert await book.move(GROUP, SUPERGROUP) is None

    assert await book.budget(SUPERGROUP) == await book.budget(GROUP) == budget
    assert await spent(book, SUPERGROUP, WEEK) == {fun: 15001}
    assert await taught(book, SUPERGROUP, ["tacos"]) == {"tacos": fun}
    await book.answer(SUPERGROUP, 3, 0, 1, "tap on an old button in the new chat")
    await book.set_undone(GROUP, 1, None, "tap in the old chat", undone=True)
    assert await spent(book, SUPERGROUP, WEEK) == {other: 300}


async def test_messages_of_the_new_chat_are_others_than_those_of_the_old(book: Book) -> None:
    fun = (await book.open_budget(GROUP, EUROS)).categories[0].number
    await book.record(slip(1, expense(100, fun), owner=GROUP))
    await book.move(GROUP, SUPERGROUP)

    written = await book.record(slip(1, expense(20, fun), owner=SUPERGROUP))
    again = await book.record(slip(1, expense(20, fun), owner=SUPERGROUP))
    late = await book.record(slip(1, expense(100, fun), owner=GROUP))
    await book.record(slip(2, expense(3, fun), owner=GROUP))

    assert [one.status for one in (written, again, late)] == [Status.DONE, Status.REPEATED, Status.REPEATED]
    assert written.entries[0].message == SPAN + 1
    assert await spent(book, GROUP, WEEK) == {fun: 123}
    await book.set_undone(SUPERGROUP, SPAN + 1, None, "tap", undone=True)
    assert await spent(book, GROUP, WEEK) == {fun: 103}
    undone = await book.undo_latest(SUPERGROUP, 2)
    assert await book.undo_latest(GROUP, 2) != undone, "message 2 of the old chat asks for another"


@pytest.mark.parametrize("late", ["message", "tap", "look", "settings"])
async def test_what_comes_late_from_the_old_chat_opens_no_budget_there(book: Book, late: str) -> None:
    """A late message between the two pieces of news opened a default budget, which won: EUR became USD."""
    fun = (await book.open_budget(GROUP, EUROS)).categories[0].number
    await book.changed(GROUP, EUROS, lambda sheet: sheet.set_limit(fun, 9900, MONDAY))
    await book.record(slip(1, expense(100, fun, "kino"), owner=GROUP))
    budget = await book.budget(GROUP)

    await book.move(GROUP, SUPERGROUP)
    match late:
        case "message":
            await book.write_down(
                GROUP, 7, BEGINNINGS, lambda tx: acts.record(tx, slip(7, expense(20, fun)).submission)
            )
        case "tap":
            await book.set_undone(GROUP, 1, 0, "old button", undone=True)
        case "look":
            await book.look(GROUP, lambda view: view.budget)
        case _:
            await book.open_budget(GROUP, BEGINNINGS)
    await book.move(GROUP, SUPERGROUP)

    assert await book.budget(SUPERGROUP) == await book.budget(GROUP) == budget
    assert (await counted(book))["budgets"] == 1


async def test_a_budget_that_was_begun_in_the_new_chat_becomes_part_of_the_older_one(book: Book) -> None:
    old = await book.open_budget(GROUP, BEGINNINGS)
    fun, unpredictable = old.categories[0].number, old.categories[2].number
    await book.changed(GROUP, BEGINNINGS, lambda sheet: sheet.set_limit(fun, 99, MONDAY))
    await book.changed(GROUP, BEGINNINGS, lambda sheet: sheet.set_keywords(fun, {"bar": False}))
    await book.record(slip(1, expense(100, fun), owner=GROUP))
    new = await book.open_budget(SUPERGROUP, BEGINNINGS)
    await book.changed(SUPERGROUP, BEGINNINGS, lambda sheet: sheet.add_category("pets", "Pets", 7, MONDAY))
    new_fun, pets = new.categories[0].number, (await categories_of(book, SUPERGROUP))["pets"]
    await book.changed(SUPERGROUP, BEGINNINGS, lambda sheet: sheet.set_keywords(pets, {"vet": True}))
    await book.record(slip(1, expense(20, new_fun, "a"), expense(3, pets), owner=SUPERGROUP))
    await book.recategorise(SUPERGROUP, 1, 0, new.categories[2].number, "tap")
    await book.undo_latest(SUPERGROUP, 4)
    await book.record(
        slip(2, OpenQuestion(0, About.AMOUNT, choices(expense(5, new_fun), expense(6, pets))), owner=SUPERGROUP)
    )

    assert await book.move(GROUP, SUPERGROUP) is None

    budget = await book.budget(SUPERGROUP)
    assert budget is not None
    assert budget.category(fun).limit == 99
    assert "bar" not in budget.category(fun).keywords, "what was set in the real budget holds"
    moved = next(one for one in budget.categories if one.key == "pets")
    assert (moved.name, moved.limit, moved.keywords) == ("Pets", 7, ("vet",))
    assert (await book.undo_latest(SUPERGROUP, 4)).status is Status.REPEATED
    await book.set_undone(SUPERGROUP, SPAN + 1, None, "redo", undone=False)
    await book.answer(SUPERGROUP, SPAN + 2, 0, 1, "answer")
    assert await spent(book, GROUP, WEEK) == {fun: 100, unpredictable: 20, moved.number: 9}
    assert await taught(book, GROUP, ["a"]) == {"a": unpredictable}


async def test_two_full_budgets_make_one_with_no_more_in_use_than_one_has(book: Book) -> None:
    def filled(name: str, sheet: BudgetTransaction) -> None:
        for n in range(MOST_CATEGORIES - 4):
            sheet.add_category(f"{name}_{n}", f"{name} {n}", 5, MONDAY)
        for n in range(MOST_BILLS - 1):
            sheet.add_bill(Bill(0, f"{name} {n}", monthly(1), MONDAY, (Rate(MONDAY, 5),)))

    for chat, name in ((GROUP, "old"), (SUPERGROUP, "new")):
        await book.changed(chat, BEGINNINGS, partial(filled, name))
    last = (await categories_of(book, SUPERGROUP))["new_15"]
    await book.record(slip(1, expense(7, last), owner=SUPERGROUP))

    said = await book.move(GROUP, SUPERGROUP)

    over = [f"new {n}" for n in range(MOST_CATEGORIES - 4)], [f"new {n}" for n in range(1, MOST_BILLS - 1)]
    assert said == OutOfUse((*over[0], *over[1]), 0)
    budget = await book.budget(GROUP)
    assert budget is not None
    assert len(budget.current) == MOST_CATEGORIES
    assert {one.key for one in budget.categories if one.removed} == {f"new_{n}" for n in range(MOST_CATEGORIES - 4)}
    assert sum(not bill.removed for bill in budget.bills) == MOST_BILLS
    assert len(budget.bills) == 2 * (MOST_BILLS - 1)
    assert await spent(book, GROUP, WEEK) == {(await categories_of(book, GROUP))["new_15"]: 7}


async def test_what_finds_no_row_beside_a_hundred_categories_is_told(book: Book) -> None:
    def full(sheet: BudgetTransaction) -> None:
        for n in range(MOST_EVER - len(sheet.budget.categories)):
            sheet.add_category(f"off_{n}", f"Off {n}", 5, MONDAY)
            sheet.remove_category(sheet.budget.categories[-1].number)

    await book.changed(GROUP, BEGINNINGS, full)
    await book.changed(SUPERGROUP, BEGINNINGS, lambda sheet: sheet.add_category("pets", "Pets", 7, MONDAY))
    await book.record(slip(1, expense(3, (await categories_of(book, SUPERGROUP))["pets"]), owner=SUPERGROUP))

    assert await book.move(GROUP, SUPERGROUP) == OutOfUse(("Pets",), 0)

    budget = await book.budget(GROUP)
    assert budget is not None
    assert len(budget.categories) == MOST_EVER
    assert await spent(book, GROUP, WEEK) == {(await categories_of(book, GROUP))["other"]: 3}


async def test_however_many_budgets_become_one_it_holds_no_more_than_one_does(book: Book) -> None:
    shares, doors = SqlShares(book.database), SqlWriteDoors(book.database)

    def filled(n: int, tx: BudgetTransaction) -> None:
        for k in range(MOST_CATEGORIES - len(tx.budget.current)):
            tx.add_category(f"key_{n}_{k}", f"Name {n} {k}", 5, MONDAY)
        for k in range(MOST_BILLS):
            tx.add_bill(Bill(0, f"off {n} {k}", monthly(1), MONDAY, (Rate(MONDAY, 5),), removed=True))
            tx.add_bill(Bill(0, f"on {n} {k}", monthly(1), MONDAY, (Rate(MONDAY, 5),)))

    chats = [GROUP - n for n in range(8)]
    for n, chat in enumerate(chats):
        await book.changed(chat, BEGINNINGS, partial(filled, n))
        await book.changed(chat, BEGINNINGS, lambda tx: tx.decide(tx.budget.bills[0].number, MONDAY, skipped=True))
        for k in range(MOST_LINKS):
            expires = NOON + timedelta(days=n, minutes=k)
            await shares.add_link(NewLink(chat, k, NOON, Extent.FULL, expires, b"s", f"{n} {k}"), MOST_LINKS)
        for k in range(MOST_DOORS):
            await doors.add_door(NewDoor(chat, k, NOON + timedelta(days=n), 7, "", "", b"s", f"{n} {k}"), MOST_DOORS)
    await backdate(book, GROUP)  # it stays, whichever second the others were made in
    for chat in chats[1:]:
        said = await book.move(chat, GROUP)
        assert isinstance(said, OutOfUse)
        assert (len(said.names), said.closed) == (MOST_CATEGORIES - 4 + MOST_BILLS, MOST_LINKS + MOST_DOORS)

    budget = await book.budget(GROUP)
    assert budget is not None
    assert (len(budget.current), len(budget.categories)) == (MOST_CATEGORIES, MOST_EVER)
    assert [one.name for one in budget.bills if not one.removed] == [f"on 0 {k}" for k in range(MOST_BILLS)]
    assert len(budget.bills) == MOST_BILLS_EVER
    assert {one.name for one in budget.bills} >= {f"off {n} 0" for n in range(8)}, "of these something was decided"
    assert {one.name for one in budget.bills} >= {f"on 7 {k}" for k in range(MOST_BILLS)}, (
        "the oldest of the others went"
    )
    links = await shares.links(GROUP, NOON)
    assert {one.expires.day for one in links} == {NOON.day + 7}, "the latest stay open"
    assert (len(links), len(await doors.doors(GROUP))) == (MOST_LINKS, MOST_DOORS)


async def test_the_history_is_merged_behind_that_of_the_older_budget(book: Book) -> None:
    old, new = [await book.open_budget(owner, BEGINNINGS) for owner in (GROUP, SUPERGROUP)]
    for owner, budget, name in ((SUPERGROUP, new, "Ben"), (GROUP, old, "Ana")):
        fun, predictable = (one.number for one in budget.categories[:2])
        await book.record(slip(1, expense(100, fun, "kino"), owner=owner))
        to_another = partial(acts.recategorise, line=0, category=predictable, act="tap")
        await book.tap(owner, 1, done_by(Actor(8, name, NOON), to_another))

    await book.move(GROUP, SUPERGROUP)

    changes = await book.look(SUPERGROUP, lambda view: view.entry_changes(9))
    assert changes is not None
    assert [(one.by.name, one.message) for one in changes] == [("Ben", SPAN + 1), ("Ana", 1)]
    fun, predictable = (one.number for one in old.categories[:2])
    assert {(one.was.entry.category, one.now.entry.category) for one in changes} == {(fun, predictable)}


async def test_what_is_left_is_merged_too(book: Book) -> None:
    """Bills, what was decided of them, dated limits of new categories and spread expenses become part of the older budget."""
    rent = Bill(0, "Rent", monthly(1), MONDAY, (Rate(MONDAY, 90000),))
    old = await book.open_budget(GROUP, BEGINNINGS)
    await book.changed(GROUP, BEGINNINGS, lambda tx: tx.add_bill(rent))
    new = await book.open_budget(SUPERGROUP, BEGINNINGS)
    fun = new.categories[0].number

    def planned(tx: BudgetTransaction) -> int:
        tx.add_category("pets", "Pets", 7, MONDAY)
        pets = next(one.number for one in tx.budget.categories if one.key == "pets")
        tx.set_limit(pets, None, MONDAY)
        tx.set_carry(pets, Carry.UP, MONDAY)
        tx.set_payday(monthly(15))
        tx.add_bill(rent)
        number = tx.add_bill(
            replace(rent, name="Gym", category=pets, rates=(Rate(MONDAY, 5), Rate(date(2026, 12, 1), 6)))
        )
        tx.decide(number, date(2027, 1, 1), skipped=True)
        return number

    gym = await book.changed(SUPERGROUP, BEGINNINGS, planned)
    await book.record(slip(1, expense(5, fun, "gym", date(2026, 11, 30)), expense(800, fun), owner=SUPERGROUP))
    await book.write_down(SUPERGROUP, 1, BEGINNINGS, lambda tx: tx.set_spread(1, 4))

    assert await book.move(GROUP, SUPERGROUP) is None

    budget = await book.budget(SUPERGROUP)
    assert budget is not None
    pets = next(one for one in budget.categories if one.key == "pets")
    assert (pets.is_watched, [one.carry for one in pets.carries]) == (True, [Carry.UP])
    held = {(bill.name, bill.removed): bill for bill in budget.bills}
    assert held.keys() == {("Rent", False), ("Rent", True), ("Gym", False)}  # a name that is taken is off
    moved = held["Gym", False]
    assert moved.number != gym
    assert (moved.category, [rate.amount for rate in moved.rates]) == (pets.number, [5, 6])
    decided = await book.look(GROUP, lambda view: view.decisions(MONDAY))
    assert decided is not None
    paid, skipped = sorted(decided, key=lambda one: one.planned)
    assert (paid.bill, paid.planned, paid.payment) == (
        moved.number, date(2026, 12, 1), Payment(SPAN + 1, 0, 5, date(2026, 11, 30)),
    )  # fmt: skip
    assert (skipped.bill, skipped.skipped) == (moved.number, True)
    spreads = await book.look(GROUP, lambda view: view.spreads())
    assert [one._replace(message=0, line=0) for one in spreads or ()] == [
        Spread(old.categories[0].number, 800, MONDAY, 4)
    ]
    assert (budget.payday, budget.has_spreads) == (None, True)


async def test_a_button_of_before_a_merge_finds_its_message_or_nothing(book: Book) -> None:
    fun = (await book.open_budget(GROUP, BEGINNINGS)).categories[0].number
    new = (await book.open_budget(SUPERGROUP, BEGINNINGS)).categories[0].number
    await book.record(slip(1, expense(100, fun), owner=GROUP))
    await book.record(slip(1, expense(20, new), owner=SUPERGROUP))
    await book.record(slip(2, expense(3, new), owner=SUPERGROUP))
    await book.move(GROUP, SUPERGROUP)

    with pytest.raises(NotFound):  # message 1 of either chat
        await book.set_undone(SUPERGROUP, 1, None, "tap 1", undone=True)
    await book.set_undone(SUPERGROUP, 2, None, "tap 2", undone=True)

    assert await spent(book, GROUP, WEEK) == {fun: 120}


@pytest.mark.parametrize("real_is_in_the_new_chat", [False, True])
async def test_entries_in_another_currency_are_neither_relabelled_nor_lost(
    book: Book, *, real_is_in_the_new_chat: bool
) -> None:
    real, other = (SUPERGROUP, GROUP) if real_is_in_the_new_chat else (GROUP, SUPERGROUP)
    euros = await book.open_budget(real, EUROS)
    await backdate(book, real)
    fun = euros.categories[0].number
    await book.record(slip(1, expense(100, fun), owner=real))
    dollars = await book.open_budget(other, BEGINNINGS)
    await book.record(slip(1, expense(1250, dollars.categories[0].number, "tacos"), owner=other))
    before = await counted(book)

    apart = await book.move(GROUP, SUPERGROUP)

    assert isinstance(apart, SetApart)
    assert (apart.money.currency.code, apart.number) == ("USD", 1)
    assert [(one.amount, one.note) for one in apart.entries] == [(1250, "tacos")]
    for chat in (GROUP, SUPERGROUP):
        assert await book.budget(chat) == euros
        assert await spent(book, chat, WEEK) == {fun: 100}
    after = await counted(book)
    assert {name: after[name] for name in ("budgets", "entries", "messages")} == {
        name: before[name] for name in ("budgets", "entries", "messages")
    }
    await book.forget(SUPERGROUP)
    assert {name: rows for name, rows in (await counted(book)).items() if rows} == {"moves": 1, "schema_info": 1}


async def backdate(book: Book, owner: int) -> None:
    """Let a budget be older than those that the test opens."""
    statement = text("UPDATE budgets SET created_at = '2020-01-01 00:00:00+00:00' WHERE owner = :owner")
    await book.database.write(lambda db: db.execute(statement, {"owner": owner}))


async def test_a_budget_that_moved_with_an_earlier_program_is_found_from_the_old_chat(book: Book) -> None:
    fun = (await book.open_budget(SUPERGROUP, EUROS)).categories[0].number
    await book.record(slip(-5, expense(100, fun), owner=SUPERGROUP))

    with pytest.raises(NotFound):
        await book.set_undone(GROUP, 5, None, "a tap opens no budget", undone=True)
    await book.move(GROUP, SUPERGROUP)

    assert await book.budget(GROUP) == await book.budget(SUPERGROUP)
    assert await spent(book, GROUP, WEEK) == {fun: 100}


async def test_chats_that_move_in_a_row_or_in_a_circle_have_one_budget(book: Book) -> None:
    fun = (await book.open_budget(GROUP, BEGINNINGS)).categories[0].number
    for chat, to in ((GROUP, SUPERGROUP), (SUPERGROUP, OTHER), (OTHER, GROUP), (GROUP, OTHER), (GROUP, GROUP)):
        await book.move(chat, to)
    for n, chat in enumerate((GROUP, SUPERGROUP, OTHER)):
        await book.record(slip(1, expense(10**n, fun), owner=chat))

    assert await spent(book, OTHER, WEEK) == {fun: 111}
    assert (await counted(book))["budgets"] == 1


async def test_a_budget_with_moves_of_its_own_can_be_merged(book: Book) -> None:
    theirs = (await book.open_budget(OTHER, BEGINNINGS)).categories[0].number
    fun = (await book.open_budget(GROUP, BEGINNINGS)).categories[0].number
    await backdate(book, GROUP)
    await book.move(OTHER, SUPERGROUP)
    await book.record(slip(1, expense(1, theirs), owner=OTHER))
    await book.record(slip(1, expense(20, theirs), owner=SUPERGROUP))

    await book.move(GROUP, SUPERGROUP)
    for chat in (GROUP, OTHER, SUPERGROUP):
        await book.record(slip(2, expense(100, fun), owner=chat))
        await book.record(slip(1, expense(1, fun), owner=chat))

    assert await spent(book, OTHER, WEEK) == {fun: 1 + 20 + 300 + 1}
    assert await book.database.read(lambda db: book.budgets.places.of(db, SUPERGROUP)) == Place(
        GROUP, 2 * SPAN, SPAN + 1, SPAN
    )


async def test_a_button_of_what_was_set_apart_finds_nothing_after_another_move_either(book: Book) -> None:
    theirs = (await book.open_budget(OTHER, EUROS)).categories[0].number
    await backdate(book, OTHER)
    await book.record(slip(2, expense(50, theirs), owner=OTHER))
    fun = (await book.open_budget(GROUP, EUROS)).categories[0].number
    await book.record(slip(1, expense(1, fun), owner=GROUP))
    dollars = (await book.open_budget(SUPERGROUP, BEGINNINGS)).categories[0].number
    await book.record(slip(2, expense(7, dollars), owner=SUPERGROUP))
    assert await book.move(GROUP, SUPERGROUP) is not None, "it is in another currency"

    await book.move(GROUP, OTHER)

    with pytest.raises(NotFound):
        await book.set_undone(SUPERGROUP, 2, None, "tap", undone=True)
    assert await spent(book, OTHER, WEEK) == {theirs: 51}


async def test_there_are_only_so_many_spans(book: Book) -> None:
    await book.open_budget(GROUP, BEGINNINGS)
    for chat in range(1, 255):
        await book.move(GROUP, chat)

    with pytest.raises(TooManyMoves):
        await book.move(GROUP, 255)


async def test_many_moves_and_messages_at_once_leave_one_budget(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        fun = (await one.open_budget(GROUP, BEGINNINGS)).categories[0].number

        async def written(book: Book, chat: int, number: int) -> None:
            def act(tx: MessageTransaction) -> None:
                acts.record(tx, slip(number, expense(1, tx.budget.categories[0].number)).submission)

            while True:
                try:
                    await book.write_down(chat, number, BEGINNINGS, act)
                except LedgerUnavailable:  # PostgreSQL ends one of two that wait for each other; a repeat cures it
                    continue
                return

        await asyncio.gather(
            *(written(book, chat, n) for n in range(1, 9) for book in (one, two) for chat in (GROUP, SUPERGROUP)),
            one.move(GROUP, SUPERGROUP),
            two.move(GROUP, SUPERGROUP),
        )

        assert (await counted(one))["budgets"] == 1
        for book in (one, two):
            for chat in (GROUP, SUPERGROUP):
                assert await spent(book, chat, WEEK) == {fun: 16}, "each message once, whoever was told of it twice"


async def test_answers_and_links_stay_with_the_budget(book: Book) -> None:
    answers, shares = SqlAnswers(book.database), SqlShares(book.database)
    await book.open_budget(GROUP, BEGINNINGS)
    await answers.remember(GROUP, 1, 10)
    await shares.add_link(NewLink(GROUP, 5, NOON, Extent.FULL, NOON + timedelta(days=1), b"salt", "hash"), 20)

    await book.move(GROUP, SUPERGROUP)
    await answers.remember(SUPERGROUP, 1, 99)

    assert (await answers.answer_to(GROUP, 1), await answers.answer_to(SUPERGROUP, 1)) == (10, 99)
    assert len(await shares.links(SUPERGROUP, NOON)) == 1
    await book.forget(SUPERGROUP)
    assert {name: rows for name, rows in (await counted(book)).items() if rows} == {"moves": 1, "schema_info": 1}


def test_a_merge_knows_what_to_do_with_every_table_that_has_an_owner() -> None:
    assert {table.name for table in metadata.sorted_tables if "owner" in table.c} == set(MERGED)


async def test_bots_that_share_a_book_do_not_take_each_others_messages_for_their_own(url: str) -> None:
    async with Book(url, bot=111) as one, Book(url, bot=222) as two, Book(url, bot=111) as restarted:
        fun = (await one.open_budget(GROUP, BEGINNINGS)).categories[0].number
        await one.record(slip(1, expense(500, fun, "of the old bot"), owner=GROUP))

        another = slip(1, expense(5500, fun), owner=GROUP)
        later = another.submission._replace(sent_at=NOON + timedelta(hours=1))
        other = await two.record(replace(another, submission=later))
        again = await restarted.record(slip(1, expense(500, fun), owner=GROUP))

        assert (other.status, again.status) == (Status.DONE, Status.REPEATED)
        assert await spent(one, GROUP, WEEK) == {fun: 6000}
        assert await two.number_of(GROUP, 1) == other.entries[0].message
        await SqlAnswers(two.database).remember(GROUP, 1, 7)
        assert await SqlAnswers(one.database).answer_to(GROUP, 1) is None
        with pytest.raises(ValueError, match="beyond its span"):
            await two.record(slip(SPAN, expense(1, fun), owner=GROUP))


async def test_bots_that_come_at_the_same_moment_get_slots_of_their_own(url: str) -> None:
    books = [Book(url, bot=bot) for bot in range(1, 9)]
    for book in books:
        await book.__aenter__()
    fun = (await books[0].open_budget(ANN, BEGINNINGS)).categories[0].number
    await asyncio.gather(*(book.record(slip(1, expense(1, fun), owner=ANN)) for book in books))

    assert await spent(books[0], ANN, WEEK) == {fun: 8}
    for book in books:
        await book.__aexit__(None, None, None)


async def test_no_entry_is_deleted_by_a_move(book: Book) -> None:
    for chat in (GROUP, SUPERGROUP, OTHER):
        number = (await book.open_budget(chat, BEGINNINGS)).categories[1].number
        await book.record(slip(1, expense(7, number), owner=chat))
    await book.move(GROUP, SUPERGROUP)
    await book.move(OTHER, SUPERGROUP)

    held = await book.database.read(lambda db: db.execute(select(entries.c.owner, entries.c.amount)).all())
    assert [amount for _, amount in held] == [7, 7, 7]
    assert len({owner for owner, _ in held}) == 1
