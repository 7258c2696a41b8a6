"""Budgets that are being forgotten, on both databases: closed at once, gone a day later, restored until then."""

import asyncio
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select

from budget.bookkeeper import Bookkeeper
from budget.budgets import Beginnings
from budget.currencies import currency_named
from budget.errors import BeingForgotten, NotFound
from budget.forgetting import ANSWER_WITHIN, GRACE, Forgetting, Request, Step, step
from budget.locales import locale_named
from budget.money import Money
from budget.share_links import Extent, NewLink
from budget.states import SetApart, Status
from storage.forgetting import SqlForgetting
from storage.moves import forget_some
from storage.share_links import SqlShares
from storage.tables import entries, messages, metadata, moves
from tests.ledgers import BEGINNINGS, MONDAY, NOON, OWNER, WEEK, Book, expense, slip, spent, taught
from tests.rows import ROWS, write_everywhere

pytest_plugins = ["tests.databases"]
DATABASES = "sqlite", "postgresql", "divided"

ANN, BOB, CARL = 1, 2, 3
MOMENT = timedelta(microseconds=1)
SUPERGROUP = -1_009_999_999_999


@pytest.fixture
async def filled(ledger: Book, fun: int) -> Book:
    await ledger.record(slip(1, expense(500, fun, "tacos")))
    return ledger


@pytest.fixture
def forgetting(filled: Book) -> Forgetting:
    return Forgetting(SqlForgetting(filled.database))


async def closed(forgetting: Forgetting) -> None:
    assert await forgetting.ask(OWNER, "nonce", ANN, NOON)
    found = await forgetting.answer(OWNER, "nonce", ANN, NOON, group=False, administrates=False)
    assert found is Step.CLOSE


# --- the question ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("user", "group", "administrates", "confirmed", "found"),
    [
        (ANN, False, False, False, Step.CLOSE),
        (BOB, False, False, False, Step.NOT_YOURS),
        (BOB, False, False, True, Step.NOT_YOURS),
        (ANN, True, False, False, Step.ASK_ANOTHER),
        (ANN, True, False, True, Step.ASK_ANOTHER),
        (ANN, True, True, False, Step.CLOSE),
        (BOB, True, False, False, Step.NOT_YOURS),
        (BOB, True, True, False, Step.NOT_YOURS),
        (BOB, True, False, True, Step.CLOSE),
    ],
)
def test_a_question_is_its_askers_and_in_a_group_a_second_persons_too(
    user: int, group: bool, administrates: bool, confirmed: bool, found: Step
) -> None:
    request = Request(ANN, NOON, confirmed)
    last = NOON + ANSWER_WITHIN - MOMENT

    assert step(request, user, last, group=group, administrates=administrates) is found
    assert step(request, user, last + MOMENT, group=group, administrates=administrates) is Step.TOO_LATE


async def test_a_question_counts_once_and_the_latest_alone(filled: Book, forgetting: Forgetting) -> None:
    await forgetting.ask(OWNER, "older", ANN, NOON)
    await forgetting.ask(OWNER, "newer", ANN, NOON)

    with pytest.raises(NotFound):
        await forgetting.answer(OWNER, "older", ANN, NOON, group=False, administrates=False)
    await forgetting.keep(OWNER, "newer")
    for nonce in ("newer", "yes"):
        with pytest.raises(NotFound):
            await forgetting.answer(OWNER, nonce, ANN, NOON, group=False, administrates=False)
        with pytest.raises(NotFound):
            await forgetting.keep(OWNER, nonce)
    assert await filled.budget(OWNER) is not None


async def test_a_second_member_confirms_in_a_group(filled: Book, forgetting: Forgetting) -> None:
    await forgetting.ask(OWNER, "nonce", ANN, NOON)

    async def answer(user: int) -> Step:
        return await forgetting.answer(OWNER, "nonce", user, NOON, group=True, administrates=False)

    assert [await answer(BOB), await answer(ANN), await answer(ANN)] == [
        Step.NOT_YOURS,
        Step.ASK_ANOTHER,
        Step.ASK_ANOTHER,
    ]
    assert await filled.budget(OWNER) is not None
    assert await answer(BOB) is Step.CLOSE
    with pytest.raises(BeingForgotten):
        await filled.budget(OWNER)


async def test_a_chat_without_a_budget_has_nothing_to_forget(forgetting: Forgetting) -> None:
    assert not await forgetting.ask(OWNER + 1, "nonce", ANN, NOON)
    with pytest.raises(NotFound):
        await forgetting.answer(OWNER + 1, "nonce", ANN, NOON, group=False, administrates=False)
    with pytest.raises(NotFound):
        await forgetting.restore(OWNER + 1, NOON)


# --- a closed budget ------------------------------------------------------------------------------------------------------


async def test_a_closed_budget_takes_nothing_in_and_shows_nothing(
    filled: Book, forgetting: Forgetting, fun: int
) -> None:
    await closed(forgetting)

    def work(ledger: Book) -> list[Any]:
        shares = SqlShares(ledger.database)
        link = NewLink(OWNER, 5, NOON, Extent.FULL, NOON + GRACE, b"", "hash")
        return [
            ledger.budget(OWNER),
            ledger.open_budget(OWNER, BEGINNINGS),
            ledger.record(slip(2, expense(700, fun))),
            ledger.write_down(OWNER, 3, BEGINNINGS, lambda tx: tx.stored()),
            ledger.set_undone(OWNER, 1, None, "tap", undone=True),
            ledger.undo_latest(OWNER, 4),
            ledger.recategorise(OWNER, 1, 0, fun, "tap"),
            ledger.make_income(OWNER, 1, 0, "tap"),
            ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_limit(fun, 1, MONDAY)),
            ledger.look(OWNER, lambda view: view.spent(WEEK)),
            shares.add_link(link, 20),
            shares.links(OWNER, NOON),
            forgetting.ask(OWNER, "another", BOB, NOON),
        ]

    async with Book(filled.url) as replica:
        for each in [*work(filled), *work(replica)]:
            with pytest.raises(BeingForgotten) as refused:
                await each
            assert refused.value.until == NOON + GRACE

    await forgetting.restore(OWNER, NOON + GRACE - MOMENT)
    assert await spent(filled, OWNER, WEEK) == {fun: 500}, "it is as it was"
    with pytest.raises(NotFound):
        await forgetting.restore(OWNER, NOON)


async def test_links_close_at_once_and_stay_so(filled: Book, forgetting: Forgetting) -> None:
    shares = SqlShares(filled.database)
    await shares.add_link(NewLink(OWNER, 5, NOON, Extent.FULL, NOON + 9 * GRACE, b"", "hash"), 20)

    async def opens() -> bool:
        return await shares.look("hash", NOON, lambda _link, _view: True, count=None) or False

    assert await opens()
    await closed(forgetting)
    assert not await opens()
    await forgetting.restore(OWNER, NOON)
    assert not await opens()


async def test_all_entries_are_handed_out_of_the_closed_budget(filled: Book, forgetting: Forgetting) -> None:
    await closed(forgetting)

    file, entries = await Bookkeeper(filled, BEGINNINGS).export(OWNER, closed=True)
    nothing, none = await Bookkeeper(filled, BEGINNINGS).export(OWNER + 1, closed=True)

    with file, nothing:
        file.seek(0)
        assert (entries, b"tacos" in file.read()) == (1, True)
        assert (none, nothing.read()) == (0, b"")


async def test_a_repeat_of_the_tap_that_closed_it_closes_it_again(forgetting: Forgetting) -> None:
    await closed(forgetting)
    again = forgetting.answer(OWNER, "nonce", ANN, NOON + 2 * ANSWER_WITHIN, group=False, administrates=False)
    assert await again is Step.CLOSE

    await forgetting.restore(OWNER, NOON)
    with pytest.raises(NotFound):
        await forgetting.answer(OWNER, "nonce", ANN, NOON, group=False, administrates=False)


# --- and when its day is over ---------------------------------------------------------------------------------------------


async def test_its_rows_go_a_day_later_and_not_before(filled: Book, forgetting: Forgetting) -> None:
    await closed(forgetting)

    assert await forgetting.sweep(NOON + GRACE - MOMENT) == 0
    assert not await forgetting.delete_if_due(OWNER, NOON + GRACE - MOMENT)
    with pytest.raises(NotFound):
        await forgetting.restore(OWNER, NOON + GRACE)
    assert await forgetting.sweep(NOON + GRACE) == 1
    assert await forgetting.sweep(NOON + GRACE) == 0
    assert await filled.budget(OWNER) is None


async def test_it_is_deleted_at_once_by_its_asker_alone(filled: Book, forgetting: Forgetting) -> None:
    with pytest.raises(NotFound):
        await forgetting.delete_now(OWNER, "nonce", ANN, NOON)
    await closed(forgetting)
    for nonce, user in (("other", ANN), ("nonce", BOB)):
        with pytest.raises(NotFound):
            await forgetting.delete_now(OWNER, nonce, user, NOON)
    with pytest.raises(BeingForgotten):
        await filled.budget(OWNER)

    await forgetting.delete_now(OWNER, "nonce", ANN, NOON)

    assert await filled.budget(OWNER) is None


async def test_no_row_of_any_table_with_an_owner_stays(url: str, engine: Engine) -> None:
    write_everywhere(engine)
    owned = [table for table in metadata.sorted_tables if "owner" in table.c and table is not moves]
    assert {table.name for table in owned} <= ROWS.keys()
    async with Book(url) as ledger:
        forgetting = Forgetting(SqlForgetting(ledger.database))
        await closed(forgetting)

        assert await forgetting.sweep(NOON + GRACE) == 1

    with engine.connect() as db:
        left = {table.name: db.execute(select(table).where(table.c.owner == OWNER)).all() for table in owned}
    assert {name: rows for name, rows in left.items() if rows} == {}


# --- at the same moment ---------------------------------------------------------------------------------------------------


async def test_of_two_confirmations_and_a_restore_at_once_nothing_is_half_done(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        here, there = Forgetting(SqlForgetting(one.database)), Forgetting(SqlForgetting(two.database))
        for n in range(8):
            owner = OWNER - n
            await one.open_budget(owner, BEGINNINGS)
            await here.ask(owner, "nonce", ANN, NOON)
            await here.answer(owner, "nonce", ANN, NOON, group=True, administrates=False)

            found = await asyncio.gather(
                *(
                    place.answer(owner, "nonce", user, NOON, group=True, administrates=False)
                    for place, user in ((here, BOB), (there, CARL))
                )
            )

            assert found == [Step.CLOSE, Step.CLOSE], "both see it closed, once"
            restored, swept = await asyncio.gather(
                here.restore(owner, NOON + GRACE - MOMENT), there.sweep(NOON + GRACE), return_exceptions=True
            )
            gone = await one.budget(owner) is None
            assert (swept == 1) == gone
            assert isinstance(restored, NotFound) == gone


async def test_of_replicas_that_sweep_at_once_each_budget_is_deleted_once(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        here, there = Forgetting(SqlForgetting(one.database)), Forgetting(SqlForgetting(two.database))
        for owner in range(1, 13):
            await one.open_budget(owner, BEGINNINGS)
            await here.ask(owner, "nonce", ANN, NOON)
            await here.answer(owner, "nonce", ANN, NOON, group=False, administrates=False)

        assert sum(await asyncio.gather(*(each.sweep(NOON + GRACE) for each in (here, there, here)))) == 12


def with_many_messages(engine: Engine, category: int, number: int) -> None:
    """Write so many messages of an entry each."""
    message = {"owner": OWNER, "author": ANN, "sent_at": NOON, "edited_at": 0, "update_number": 0, "layout": None}
    entry = {"owner": OWNER, "line": 0, "kind": "expense", "amount": 5, "day": MONDAY, "category": category}
    entry |= {"note": "", "working": "", "undone": False}
    with engine.begin() as db:
        db.execute(insert(messages), [message | {"message": n} for n in range(1, number + 1)])
        db.execute(insert(entries), [entry | {"message": n} for n in range(1, number + 1)])


@pytest.mark.parametrize("number", [999, 1_000, 2_500])
async def test_a_large_budget_goes_in_parts_and_does_not_come_back_between_them(
    url: str, engine: Engine, number: int
) -> None:
    async with Book(url) as one, Book(url) as two:
        budget = await one.open_budget(OWNER, BEGINNINGS)
        with_many_messages(engine, budget.categories[0].number, number)
        here, there = Forgetting(SqlForgetting(one.database)), Forgetting(SqlForgetting(two.database))
        await closed(here)

        deleted, *restored = await asyncio.gather(
            here.delete_now(OWNER, "nonce", ANN, NOON),
            *(there.restore(OWNER, NOON) for _ in range(4)),
            return_exceptions=True,
        )

        is_back = any(not isinstance(each, BaseException) for each in restored)
        assert is_back == isinstance(deleted, NotFound)
        assert len(amounts_in(engine)) == (number if is_back else 0)


async def test_a_large_budget_of_which_some_is_deleted_goes_on_to_be(url: str, engine: Engine) -> None:
    async with Book(url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        with_many_messages(engine, budget.categories[0].number, 1_500)
        forgetting = Forgetting(SqlForgetting(ledger.database))
        await closed(forgetting)
        assert await ledger.database.write(lambda db: forget_some(db, OWNER))
        assert 500 <= len(amounts_in(engine)) < 1_500

        assert await forgetting.sweep(NOON + GRACE) == 1
        assert amounts_in(engine) == []
        assert await ledger.budget(OWNER) is None


async def test_of_a_few_large_messages_a_thousand_rows_are_deleted_at_once(url: str, engine: Engine) -> None:
    async with Book(url) as ledger:
        budget = await ledger.open_budget(OWNER, BEGINNINGS)
        fun = budget.categories[0].number
        for number in (1, 2):
            await ledger.record(slip(number, *(expense(1, fun) for _ in range(900))))
        await closed(Forgetting(SqlForgetting(ledger.database)))

        left = [1_800]
        while await ledger.database.write(lambda db: forget_some(db, OWNER)):
            left.append(len(amounts_in(engine)))

    assert all(before - after <= 1_000 for before, after in pairwise([*left, 0]))
    assert len(left) >= 2
    assert amounts_in(engine) == []


async def test_what_is_written_while_it_is_closed_is_either_in_it_or_refused(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        budget = await one.open_budget(OWNER, BEGINNINGS)
        fun = budget.categories[0].number
        forgetting = Forgetting(SqlForgetting(one.database))
        await forgetting.ask(OWNER, "nonce", ANN, NOON)

        answer = forgetting.answer(OWNER, "nonce", ANN, NOON, group=False, administrates=False)
        writes = [(one, two)[n % 2].record(slip(n + 1, expense(1, fun))) for n in range(20)]
        done = await asyncio.gather(*writes[:10], answer, *writes[10:], return_exceptions=True)

        kept = sum(not isinstance(each, BaseException) for each in done) - 1
        assert all(isinstance(each, BeingForgotten) for each in done if isinstance(each, BaseException))
        _, entries = await Bookkeeper(one, BEGINNINGS).export(OWNER, closed=True)
        assert entries == kept, "the file holds all that was acknowledged"


# --- a group that moves meanwhile -----------------------------------------------------------------------------------------


async def test_a_closed_budget_is_found_from_the_supergroup_too(filled: Book, forgetting: Forgetting) -> None:
    await closed(forgetting)
    await filled.move(OWNER, SUPERGROUP)

    with pytest.raises(BeingForgotten):
        await filled.open_budget(SUPERGROUP, BEGINNINGS)
    await forgetting.restore(SUPERGROUP, NOON)
    assert await filled.budget(SUPERGROUP) is not None


async def test_a_closed_budget_is_not_merged_into_one_that_is_used(
    filled: Book, forgetting: Forgetting, engine: Engine
) -> None:
    await closed(forgetting)
    new = await filled.open_budget(SUPERGROUP, BEGINNINGS)
    await filled.record(slip(1, expense(3, new.categories[0].number), owner=SUPERGROUP))

    await filled.move(OWNER, SUPERGROUP)

    for chat in (OWNER, SUPERGROUP):
        assert sum((await spent(filled, chat, WEEK) or {}).values()) == 3
    assert await forgetting.sweep(NOON + GRACE) == 1, "what was to be forgotten still is"
    assert amounts_in(engine) == [3]


async def moved_while_closed(filled: Book, forgetting: Forgetting, beginnings: Beginnings = BEGINNINGS) -> int:
    """Close a group's budget, and let the group become a supergroup that has one; return a category of that."""
    await closed(forgetting)
    new = await filled.open_budget(SUPERGROUP, beginnings)
    number = new.categories[0].number
    await filled.record(slip(1, expense(3, number), owner=SUPERGROUP))
    await filled.move(OWNER, SUPERGROUP)
    return number


async def total(ledger: Book, chat: int) -> int:
    return sum((await spent(ledger, chat, WEEK) or {}).values())


@pytest.mark.parametrize("chat", [OWNER, SUPERGROUP])
async def test_a_closed_budget_is_restored_into_the_one_that_is_used_by_then(
    filled: Book, forgetting: Forgetting, fun: int, chat: int
) -> None:
    await filled.recategorise(OWNER, 1, 0, fun, "teach it")
    await moved_while_closed(filled, forgetting)

    with pytest.raises(NotFound):
        await forgetting.restore(chat, NOON + GRACE)
    assert await forgetting.restore(chat, NOON + GRACE - MOMENT) == []
    with pytest.raises(NotFound):
        await forgetting.restore(chat, NOON)

    assert await total(filled, OWNER) == await total(filled, SUPERGROUP) == 503
    assert await taught(filled, SUPERGROUP, ["tacos"]) != {}
    assert await forgetting.sweep(NOON + 2 * GRACE) == 0
    assert [held.entry.amount for held in await filled.recent(chat, 9)] == [500, 3]
    again = await filled.record(slip(1, expense(500, fun, "tacos")))
    assert again.status is Status.REPEATED, "a late repeat of what is restored is no other message"


async def test_what_came_again_while_it_was_closed_counts_once(filled: Book, forgetting: Forgetting) -> None:
    number = await moved_while_closed(filled, forgetting)
    await filled.record(slip(1, expense(500, number, "tacos")))

    await forgetting.restore(OWNER, NOON)

    assert await total(filled, OWNER) == 503


async def test_a_closed_budget_in_another_currency_is_restored_beside_the_one_that_is_used(
    filled: Book, forgetting: Forgetting, engine: Engine
) -> None:
    euros = Beginnings(Money(currency_named("EUR"), locale_named("de_DE")), "Europe/Berlin", 0)
    await moved_while_closed(filled, forgetting, euros)

    (apart,) = await forgetting.restore(SUPERGROUP, NOON)

    assert isinstance(apart, SetApart)
    assert (apart.money.currency.code, [entry.amount for entry in apart.entries]) == ("USD", [500])
    assert await total(filled, SUPERGROUP) == 3
    assert await forgetting.sweep(NOON + 2 * GRACE) == 0
    assert amounts_in(engine) == [3, 500]
    with pytest.raises(NotFound):
        await forgetting.restore(SUPERGROUP, NOON)


@pytest.mark.parametrize("first", ["the used one", "the closed one"])
async def test_of_two_that_are_closed_each_has_its_own_day(
    filled: Book, forgetting: Forgetting, engine: Engine, first: str
) -> None:
    await moved_while_closed(filled, forgetting)
    later = NOON + GRACE / 2
    await forgetting.ask(SUPERGROUP, "another", ANN, later)
    await forgetting.answer(SUPERGROUP, "another", ANN, later, group=False, administrates=False)

    if first == "the closed one":
        assert await forgetting.sweep(NOON + GRACE) == 1
        assert amounts_in(engine) == [3]
        await forgetting.restore(OWNER, NOON + GRACE)
        assert await total(filled, OWNER) == 3
        return
    await forgetting.delete_now(SUPERGROUP, "another", ANN, later)
    assert amounts_in(engine) == [500]
    assert await filled.budget(SUPERGROUP) is None
    await forgetting.restore(SUPERGROUP, later)
    assert await total(filled, OWNER) == await total(filled, SUPERGROUP) == 500


async def test_the_used_one_is_restored_before_the_one_beside_it(filled: Book, forgetting: Forgetting) -> None:
    await moved_while_closed(filled, forgetting)
    await forgetting.ask(SUPERGROUP, "another", ANN, NOON)
    await forgetting.answer(SUPERGROUP, "another", ANN, NOON, group=False, administrates=False)

    await forgetting.restore(SUPERGROUP, NOON)
    assert await total(filled, SUPERGROUP) == 3
    await forgetting.restore(SUPERGROUP, NOON)
    assert await total(filled, SUPERGROUP) == 503


async def test_what_was_set_apart_from_a_closed_budget_goes_and_returns_with_it(
    filled: Book, forgetting: Forgetting, engine: Engine
) -> None:
    before, yen = -77, Beginnings(Money(currency_named("JPY"), locale_named("ja_JP")), "Asia/Tokyo", 0)
    other = await filled.open_budget(before, yen)
    await filled.record(slip(1, expense(9, other.categories[0].number), owner=before))
    await filled.move(before, OWNER)
    await moved_while_closed(filled, forgetting)

    async with asyncio.timeout(60):
        await forgetting.sweep(NOON + GRACE)
    assert amounts_in(engine) == [3]


async def test_a_chat_that_moves_on_takes_its_closed_budget_along(filled: Book, forgetting: Forgetting) -> None:
    await moved_while_closed(filled, forgetting)
    third = SUPERGROUP - 1
    with_some = await filled.open_budget(third, BEGINNINGS)
    await filled.record(slip(1, expense(40, with_some.categories[0].number), owner=third))
    await filled.move(SUPERGROUP, third)

    await forgetting.restore(third, NOON)

    assert await total(filled, OWNER) == await total(filled, third) == 543


async def test_of_a_restore_and_a_sweep_at_once_neither_is_half_done(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        here, there = Forgetting(SqlForgetting(one.database)), Forgetting(SqlForgetting(two.database))
        for n in range(8):
            chat, to = OWNER - n, SUPERGROUP - n
            for each in (chat, to):
                budget = await one.open_budget(each, BEGINNINGS)
                await one.record(slip(1, expense(5, budget.categories[0].number), owner=each))
            await here.ask(chat, "nonce", ANN, NOON)
            await here.answer(chat, "nonce", ANN, NOON, group=False, administrates=False)
            await one.move(chat, to)

            found = await asyncio.gather(
                here.restore(chat, NOON), there.restore(to, NOON), there.sweep(NOON + GRACE), return_exceptions=True
            )

            restored = [each for each in found[:2] if not isinstance(each, BaseException)]
            assert len(restored) + int(found[2] == 1) == 1, found
            assert await total(two, to) == (10 if restored else 5)


def amounts_in(engine: Engine) -> list[int]:
    with engine.connect() as db:
        return sorted(db.scalars(select(metadata.tables["entries"].c.amount)))
