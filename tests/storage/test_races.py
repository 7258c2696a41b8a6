"""What is checked and then changed is checked and changed in one transaction: two at once never pass both; on both databases."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from budget.bills import MOST_BILLS
from budget.bookkeeper import Bookkeeper, Message
from budget.categories import MOST_CATEGORIES, MOST_EVER, MOST_KEYWORDS, STARTERS
from budget.errors import BeingForgotten, InvalidChoice, LedgerUnavailable, NotFound, Why
from budget.forgetting import Forgetting
from budget.planning import Planner
from budget.share_links import MOST_LINKS
from budget.sharing import Sharing
from budget.states import Version
from storage.forgetting import SqlForgetting
from storage.share_links import SqlShares
from storage.tables import budgets, metadata
from tests.ledgers import BEGINNINGS, MONDAY, NOON, OWNER, Book

pytest_plugins = ["tests.databases"]
DATABASES = "sqlite", "postgresql", "divided"


@pytest.fixture
async def ledgers(url: str) -> AsyncIterator[tuple[Book, Book]]:
    """Two programs on one database."""
    async with Book(url) as one, Book(url) as two:
        await one.open_budget(OWNER, BEGINNINGS)
        yield one, two


@pytest.fixture
def bookkeepers(ledgers: tuple[Book, Book]) -> tuple[Bookkeeper, Bookkeeper]:
    one, two = ledgers
    return Bookkeeper(one, BEGINNINGS), Bookkeeper(two, BEGINNINGS)


async def refusals(acts: Iterable[Awaitable[object]]) -> list[Why]:
    """Do all at once, and return why some were refused."""

    async def tried(act: Awaitable[object]) -> Why | None:
        try:
            await act
        except InvalidChoice as refused:
            return refused.why
        return None

    return [why for why in await asyncio.gather(*(tried(act) for act in acts)) if why is not None]


async def test_an_entry_is_in_the_currency_that_its_receipt_says(bookkeepers: tuple[Bookkeeper, Bookkeeper]) -> None:
    """`/settings currency JPY` beside `12.50 fun x` made ¥1,250 of $12.50."""
    one, two = bookkeepers

    async def changed(owner: int) -> None:
        with suppress(InvalidChoice):  # the currency is in use already
            await two.change_settings(owner, currency="JPY")

    async def recorded(owner: int) -> str:
        receipt = await one.record(Message(owner, 1, owner, "12 fun x", NOON))
        (held,) = receipt.state.entries
        return receipt.budget.money.written(held.entry.amount)

    owners = range(1, 41)
    said = await asyncio.gather(*(recorded(owner) for owner in owners), *(changed(owner) for owner in owners))

    for owner, receipt in zip(owners, said, strict=False):
        budget, (held,) = await one.recent(owner, 1)
        assert budget.money.written(held.entry.amount) == receipt


async def test_a_limit_that_is_tapped_is_in_the_currency_of_its_button(
    bookkeepers: tuple[Bookkeeper, Bookkeeper],
) -> None:
    """A tap on `$77.77` beside `/settings currency JPY` must not set ¥7,777."""
    one, two = bookkeepers
    owners = range(1, 41)
    fun = {owner: (await one.budget(owner)).categories[0].number for owner in owners}

    await asyncio.gather(
        *(one.set_limit_of(owner, fun[owner], 7777, "USD", NOON) for owner in owners),
        *(two.change_settings(owner, currency="JPY") for owner in owners),
    )
    limits = {(await one.budget(owner)).categories[0].limit for owner in owners}

    assert limits <= {77, 15_000}, "the tap came first, or the currency with the limits that are usual in it"
    assert await one.set_limit_of(1, fun[1], 7777, "USD", NOON) is None
    with pytest.raises(NotFound):
        await one.set_limit_of(41, fun[1], 7777, "USD", NOON)


async def test_no_more_categories_are_added_than_a_budget_holds(bookkeepers: tuple[Bookkeeper, Bookkeeper]) -> None:
    refused = await refusals(
        bookkeepers[n % 2].add_category(OWNER, f"Category {chr(97 + n // 26)}{chr(97 + n % 26)}", "5", NOON)
        for n in range(1, 35)
    )

    budget = await bookkeepers[0].budget(OWNER)
    assert len(budget.current) == MOST_CATEGORIES
    assert refused == [Why.TOO_MANY] * (34 - (MOST_CATEGORIES - len(STARTERS)))


async def test_a_name_is_taken_once(bookkeepers: tuple[Bookkeeper, Bookkeeper]) -> None:
    refused = await refusals(bookkeepers[n % 2].add_category(OWNER, "Pets", "5", NOON) for n in range(6))
    budget = await bookkeepers[0].budget(OWNER)
    renamed = await refusals(
        bookkeepers[n % 2].rename_category(OWNER, name, "Home") for n, name in enumerate(("Fun", "Pets", "Predictable"))
    )

    assert refused == [Why.NAME_TAKEN] * 5
    assert [one.name for one in budget.current].count("Pets") == 1
    assert renamed == [Why.NAME_TAKEN] * 2


async def test_a_keyword_means_one_category(bookkeepers: tuple[Bookkeeper, Bookkeeper]) -> None:
    names = ("Fun", "Predictable", "Unpredictable")
    refused = await refusals(bookkeepers[n % 2].set_keywords(OWNER, name, ["+zoo"]) for n, name in enumerate(names))
    many = await refusals(
        bookkeepers[n % 2].set_keywords(OWNER, "Fun", [f"+zz{chr(97 + n % 26)}{n // 26}"]) for n in range(60)
    )

    budget = await bookkeepers[0].budget(OWNER)
    assert refused == [Why.NAME_TAKEN] * 2
    assert [one.key for one in budget.current if "zoo" in one.keywords] != []
    assert len(budget.categories[0].keywords) == MOST_KEYWORDS
    assert set(many) == {Why.TOO_MANY}


async def test_a_bill_is_in_the_currency_that_it_was_read_in(ledgers: tuple[Book, Book]) -> None:
    """`/settings currency JPY` right behind `/bill rent 900` made ¥90,000 of $900.00."""
    planner, other = Planner(ledgers[0], BEGINNINGS), Bookkeeper(ledgers[1], BEGINNINGS)
    text = "rent 900 on the 1st"
    said = await planner.bill_said(OWNER, text, NOON)
    await other.change_settings(OWNER, currency="JPY")

    with pytest.raises(LedgerUnavailable):
        await planner.set_bill(OWNER, said, NOON)
    with pytest.raises(LedgerUnavailable):
        await planner.add_bill(OWNER, said, NOON, MONDAY)

    assert (await other.budget(OWNER)).bills == ()
    change = await planner.set_bill(OWNER, await planner.bill_said(OWNER, text, NOON), NOON)
    assert change.bill.rate.amount == 900


async def test_no_more_bills_are_added_than_a_budget_has_and_a_name_is_taken_once(ledgers: tuple[Book, Book]) -> None:
    planners = [Planner(ledger, BEGINNINGS) for ledger in ledgers]

    async def added(n: int, name: str) -> None:
        planner = planners[n % 2]
        await planner.set_bill(OWNER, await planner.bill_said(OWNER, f"{name} 5 on the 1st", NOON), NOON)

    assert await refusals(added(n, "Gym") for n in range(6)) == []
    refused = await refusals(added(n, f"Club {'x' * (n % 8 + 1)}{'y' * (n // 8 + 1)}") for n in range(MOST_BILLS + 9))

    budget = await Bookkeeper(ledgers[0], BEGINNINGS).budget(OWNER)
    assert [one.name for one in budget.bills].count("Gym") == 1
    assert len(budget.bills) == MOST_BILLS
    assert refused == [Why.TOO_MANY_BILLS] * 10


async def test_no_more_links_are_open_than_a_budget_has(
    bookkeepers: tuple[Bookkeeper, Bookkeeper], ledgers: tuple[Book, Book]
) -> None:
    sharing = [
        Sharing(bookkeeper, SqlShares(ledger.database), b"key")
        for bookkeeper, ledger in zip(bookkeepers, ledgers, strict=True)
    ]
    refused = await refusals(
        sharing[n % 2].share(OWNER, n, NOON + timedelta(seconds=n), [], bytes([n])) for n in range(30)
    )

    _, links = await sharing[0].links(OWNER, NOON + timedelta(minutes=1))
    assert (len(links), refused) == (MOST_LINKS, [Why.TOO_MANY_LINKS] * 10)


Act = Callable[[Bookkeeper], Awaitable[Any]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            lambda bookkeeper: bookkeeper.remove_category(OWNER, "Fun", NOON),
            lambda bookkeeper: bookkeeper.set_limit(OWNER, ["fun", "7"], NOON),
        ),
        (
            lambda bookkeeper: bookkeeper.remove_category(OWNER, "Fun", NOON),
            lambda bookkeeper: bookkeeper.set_keywords(OWNER, "Fun", ["+zoo"]),
        ),
        (
            lambda bookkeeper: bookkeeper.remove_category(OWNER, "Fun", NOON),
            lambda bookkeeper: bookkeeper.rename_category(OWNER, "Fun", "Joy"),
        ),
        (
            lambda bookkeeper: bookkeeper.rename_category(OWNER, "Fun", "Joy"),
            lambda bookkeeper: bookkeeper.remove_category(OWNER, "Fun", NOON),
        ),
    ],
    ids=["its limit", "its keywords", "its name", "it itself"],
)
async def test_what_is_named_is_there_when_it_is_changed(
    bookkeepers: tuple[Bookkeeper, Bookkeeper], first: Act, second: Act
) -> None:
    """Whichever comes first, the other is refused or done on what is left: nothing is changed that is not there any more."""

    async def tried(act: Act, bookkeeper: Bookkeeper) -> bool:
        try:
            await act(bookkeeper)
        except NotFound:
            return False
        return True

    await asyncio.gather(
        *(tried(act, bookkeeper) for act, bookkeeper in zip((first, second), bookkeepers, strict=True))
    )

    budget = await bookkeepers[0].budget(OWNER)
    fun = budget.categories[0]
    assert "zoo" not in fun.keywords if fun.removed else True
    assert fun.name in {"Fun", "Joy"}


async def test_removed_categories_count_too(ledgers: tuple[Book, Book]) -> None:
    bookkeeper = Bookkeeper(ledgers[0], BEGINNINGS)
    for n in range(MOST_EVER - len(STARTERS)):
        await bookkeeper.add_category(OWNER, f"Category {'x' * (n % 30)}{'y' * (n // 30)}", "5", NOON)
        await bookkeeper.remove_category(OWNER, f"Category {'x' * (n % 30)}{'y' * (n // 30)}", NOON)

    with pytest.raises(InvalidChoice) as refused:
        await bookkeeper.add_category(OWNER, "One more", "5", NOON)
    assert refused.value.why is Why.TOO_MANY_EVER
    budget, again = await bookkeeper.add_category(OWNER, "Category xx", "6", NOON)
    assert (len(budget.categories), again.removed, again.limit) == (MOST_EVER, False, 600)


async def test_many_edits_of_one_message_at_once_leave_the_latest(bookkeepers: tuple[Bookkeeper, Bookkeeper]) -> None:
    async def told(n: int) -> None:
        while True:
            try:
                await bookkeepers[n % 2].record(Message(OWNER, 1, OWNER, f"{n} fun", NOON, Version(n, n)))
            except LedgerUnavailable:
                continue
            return

    await bookkeepers[0].record(Message(OWNER, 1, OWNER, "99 fun", NOON))
    await asyncio.gather(*(told(n) for n in range(1, 21)))

    _, (held,) = await bookkeepers[0].recent(OWNER, 10)
    assert held.entry.amount == 2000


# --- what is read without the lock ----------------------------------------------------------------------------------------

UNRECORDED = "nice weather", "fun", "what did I spend on tacos?", "is rent paid?"
"""Texts of which nothing is recorded: they are read before a budget is locked."""


async def _other_currency(ledger: Book, chat: int) -> None:
    await Bookkeeper(ledger, BEGINNINGS).change_settings(chat, currency="JPY")


async def _moved(ledger: Book, chat: int) -> None:
    await ledger.move(chat, _upgraded(chat))
    await ledger.move(chat, _upgraded(chat))


async def _merged(ledger: Book, chat: int) -> None:
    await ledger.open_budget(_upgraded(chat), BEGINNINGS)
    await ledger.move(chat, _upgraded(chat))


async def _forgotten(ledger: Book, chat: int) -> None:
    forgetting = Forgetting(SqlForgetting(ledger.database))
    assert await forgetting.ask(chat, "nonce", chat, NOON)
    await forgetting.answer(chat, "nonce", chat, NOON, group=False, administrates=False)
    await forgetting.delete_now(chat, "nonce", chat, NOON)


async def _removed(ledger: Book, chat: int) -> None:
    await Bookkeeper(ledger, BEGINNINGS).remove_category(chat, "Fun", NOON)


def _upgraded(chat: int) -> int:
    return chat - 10**12


@pytest.mark.parametrize("beside", [_other_currency, _moved, _merged, _forgotten, _removed])
async def test_what_records_nothing_leaves_nothing_whatever_is_done_beside_it(
    ledgers: tuple[Book, Book], beside: Callable[[Book, int], Awaitable[None]]
) -> None:
    """It takes no lock, so a change may be committed while it is read: it is answered as of before or after, and begins nothing."""
    one, two = ledgers
    chats = range(-40, -32)
    for chat in chats:
        await one.open_budget(chat, BEGINNINGS)
    begun = await _begun_by_owner(one)

    async def asked(chat: int, number: int, text: str) -> None:
        with suppress(BeingForgotten):
            said = Message(chat, number, 7, text, NOON, Version(0, number), group=True, addressed=True)
            receipt = await Bookkeeper(one, BEGINNINGS).record(said)
            assert not receipt.holds
            assert receipt.budget.money.currency.code in {"USD", "JPY"}

    places = [lambda chat: chat, _upgraded] if beside in {_moved, _merged} else [lambda chat: chat]
    for again in (False, True):  # each message comes twice
        asks = [
            asked(place(chat), n, text) for place in places for chat in chats for n, text in enumerate(UNRECORDED, 1)
        ]
        acts = [] if again else [beside(two, chat) for chat in chats]
        await asyncio.gather(*asks[::2], *acts, *asks[1::2])

    left = await _begun_by_owner(one)
    assert left == ({OWNER: begun[OWNER]} if beside is _forgotten else begun)
    assert await _rows_of_messages(one) == 0


async def _begun_by_owner(ledger: Book) -> dict[int, datetime]:
    """Return when each budget that a chat has was made, by its owner."""
    return await ledger.database.read(
        lambda db: {row.owner: row.created_at for row in db.execute(select(*budgets.c["owner", "created_at"]))}
    )


async def _rows_of_messages(ledger: Book) -> int:
    """Count what is stored of messages, in all tables."""
    held = [table for table in metadata.sorted_tables if "message" in table.c]
    return await ledger.database.read(
        lambda db: sum(db.scalar(select(func.count()).select_from(table)) or 0 for table in held)
    )
