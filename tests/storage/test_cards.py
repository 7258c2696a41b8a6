"""Who draws a card, and when: the rows of cards, on both databases."""

import asyncio
from datetime import datetime, timedelta

import pytest

from budget.budgets import Budget
from budget.card import LEASE, PACE, Card, digest_of
from budget.cards import CardChange, Cards, Claim, StoredCard
from budget.entries import Entry
from budget.errors import NotFound
from budget.forgetting import Step
from budget.schedules import monthly
from storage.cards import SqlCards
from storage.forgetting import SqlForgetting
from storage.tables import cards
from tests.ledgers import BEGINNINGS, MONDAY, NOON, OWNER, Book, expense, slip

pytest_plugins = ["tests.databases"]

BOT = 7
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
MIDNIGHT = NOON + timedelta(hours=12)


def cards_of(book: Book, bot: int = BOT) -> Cards:
    return Cards(SqlCards(book.database, bot), book, BEGINNINGS)


async def claimed(of: Cards, owner: int = OWNER, now: datetime = NOON) -> Claim:
    claim = await of.claim(owner, now)
    assert claim is not None
    return claim


async def draw(of: Cards, number: int = 70, now: datetime = NOON, owner: int = OWNER) -> Claim:
    """Do what a process does that sends or edits a card."""
    claim = await claimed(of, owner, now)
    card = await of.look(claim, now)
    assert card is not None
    if claim.card.message is None:
        assert await of.sent(claim, number)
    await of.drawn(claim, now, card, "ab", edited=True)
    return claim


def tacos(budget: Budget, amount: int = 500) -> Entry:
    return expense(amount, budget.categories[0].number)


async def test_a_card_is_drawn_at_once_then_after_an_act_and_at_midnight(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        assert await of.due(NOON) == []
        assert await of.ask(OWNER, 1, bars=False) is CardChange.MADE
        assert await of.due(NOON) == [OWNER]
        claim = await draw(of)
        assert claim.card == StoredCard(OWNER, asked=claim.card.asked)
        assert await of.due(MIDNIGHT - SECOND) == []
        assert await of.due(MIDNIGHT) == [OWNER]

        budget = await book.open_budget(OWNER, BEGINNINGS)
        assert budget.card is True
        await book.record(slip(2, tacos(budget)))
        assert await of.claim(OWNER, NOON + PACE - SECOND) is None  # one edit in three seconds
        again = await claimed(of, now=NOON + PACE)
        assert again.card == StoredCard(OWNER, message=70, asked=claim.card.asked, drawn="ab")


async def test_every_act_that_changes_a_number_marks_the_card_and_no_other_one_does(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        await of.ask(OWNER, 1, bars=False)
        budget = await book.open_budget(OWNER, BEGINNINGS)
        fun = budget.categories[0].number
        now = NOON

        async def is_marked() -> bool:
            nonlocal now
            now += PACE
            if not await of.due(now):
                return False
            await draw(of, now=now)
            return True

        assert await is_marked()
        record = slip(2, tacos(budget))
        await book.record(record)
        assert await is_marked()
        await book.record(record)  # a repeat
        assert not await is_marked()
        number = await book.number_of(OWNER, 2)
        await book.message(OWNER, number)
        await book.read(OWNER, lambda view: view.recent(5))
        assert not await is_marked()
        for act in (
            book.set_undone(OWNER, number, None, "u", undone=True),
            book.set_undone(OWNER, number, None, "r", undone=False),
            book.recategorise(OWNER, number, 0, fun + 1, "c"),
            book.tap(OWNER, number, lambda tx: tx.set_spread(0, 4)),
            book.tap(OWNER, number, lambda tx: tx.pay_nothing([0])),
            book.change(OWNER, lambda tx: tx.set_limit(fun, 1, MONDAY)),
            book.change(OWNER, lambda tx: tx.set_payday(monthly(1))),
            book.change(OWNER, lambda tx: tx.rename_category(fun, "Joy")),
            book.change(OWNER, lambda tx: tx.set_settings(BEGINNINGS)),
            book.undo_latest(OWNER, 9),
        ):
            await act
            assert await is_marked()
        await book.change(OWNER, lambda tx: tx.forget_rule(1))
        assert not await is_marked()


async def test_of_many_processes_one_draws_a_card(url: str) -> None:
    async with Book(url, bot=BOT) as one, Book(url, bot=BOT) as two, Book(url, bot=BOT) as three:
        of = [cards_of(book) for book in (one, two, three)]
        await of[0].ask(OWNER, 1, bars=False)
        for n in range(5):
            now = NOON + n * DAY
            claims = await asyncio.gather(*(each.claim(OWNER, now) for each in of for _ in range(3)))
            (claim,) = [claim for claim in claims if claim is not None]
            card = await of[0].look(claim, now)
            assert card is not None
            await of[0].drawn(claim, now, card, "ab", edited=True)


async def test_what_changes_while_a_card_is_drawn_is_drawn_after_it(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        await of.ask(OWNER, 1, bars=False)
        await draw(of)
        budget = await book.open_budget(OWNER, BEGINNINGS)
        await book.record(slip(2, tacos(budget)))
        now = NOON + PACE
        claim = await claimed(of, now=now)
        card = await of.look(claim, now)
        assert isinstance(card, Card)
        assert card.summary.spent == 500
        await book.record(slip(3, tacos(budget)))
        assert await of.claim(OWNER, now + LEASE - SECOND) is None  # it is being drawn, however long that takes
        await of.drawn(claim, now, card, digest_of("then"), edited=True)
        assert (await claimed(of, now=now + PACE)).card.drawn == digest_of("then")


async def test_the_card_of_a_process_that_ended_is_drawn_by_another(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        await of.ask(OWNER, 1, bars=False)
        lost = await claimed(of)
        assert await of.due(NOON + LEASE - SECOND) == []
        found = await claimed(of, now=NOON + LEASE)
        # The first one was only slow: what it says now counts no more.
        assert not await of.sent(lost, 69)
        assert not await of.drop(lost)
        await of.retry(lost, NOON)
        assert await of.claim(OWNER, NOON + LEASE) is None
        assert await of.sent(found, 70)


async def test_what_can_not_be_drawn_waits_stops_or_is_forgotten(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        await of.ask(OWNER, 1, bars=False)
        await draw(of)
        budget = await book.open_budget(OWNER, BEGINNINGS)
        await book.record(slip(2, tacos(budget)))

        now = NOON + PACE
        await of.retry(await claimed(of, now=now), now + 30 * SECOND)
        assert await of.due(now + 29 * SECOND) == []
        now += 30 * SECOND
        await of.stop(await claimed(of, now=now), now)
        assert await of.due(now + 400 * DAY) == []
        await book.record(slip(3, tacos(budget)))  # the chat is there again
        claim = await claimed(of, now=now)
        assert claim.card.drawn == ""
        await of.ask(OWNER, 4, bars=False)
        assert not await of.drop(claim)  # that card is another one
        await of.retry(claim, now)
        claim = await claimed(of, now=now)
        assert (claim.card.message, claim.card.before) == (None, 70)
        await of.taken_down(claim)
        assert await of.sent(claim, 71)
        await of.retry(claim, now)
        claim = await claimed(of, now=now)
        assert (claim.card.message, claim.card.before) == (71, None)
        assert await of.drop(claim)
        assert await of.due(now + 400 * DAY) == []
        assert (await book.open_budget(OWNER, BEGINNINGS)).card is False
        await book.record(slip(5, tacos(budget)))
        assert await of.due(now + 400 * DAY) == []


async def test_a_card_is_switched_off_and_made_again(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        assert await of.switch_off(OWNER) is CardChange.NONE
        await of.ask(OWNER, 1, bars=True)
        await draw(of)
        assert await of.switch_off(OWNER) is CardChange.OFF
        assert await of.switch_off(OWNER) is CardChange.NONE
        assert await of.ask(OWNER, 1, bars=True) is CardChange.KNOWN  # a repeat of the message
        claim = await claimed(of, now=NOON + PACE)
        assert (claim.card.off, claim.card.message) == (True, 70)
        assert await of.drop(claim)
        assert await of.due(NOON + DAY) == []
        assert await of.ask(OWNER, 2, bars=False) is CardChange.MADE
        assert (await claimed(of, now=NOON + PACE)).card.message is None
        await of.switch_off(OWNER)
        await of.make(OWNER)  # by a button
        assert await of.ask(OWNER, 3, bars=True) is CardChange.BARS
        await of.make(OWNER)
        assert (await of.ask(OWNER, 4, bars=True)) is CardChange.MOVED


async def test_a_card_is_offered_once_after_the_fifth_entry(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        assert not await of.offer(OWNER)
        budget = await book.open_budget(OWNER, BEGINNINGS)
        assert budget.card is None
        for number in range(1, 6):
            assert not await of.offer(OWNER)
            await book.record(slip(number, tacos(budget)))
        assert sorted(await asyncio.gather(*(of.offer(OWNER) for _ in range(4)))) == [False, False, False, True]
        assert (await book.open_budget(OWNER, BEGINNINGS)).card is False
        assert await of.due(NOON + 400 * DAY) == []
        with pytest.raises(NotFound):
            await of.make(OWNER + 1)
        await of.make(OWNER)
        assert await of.due(NOON) == [OWNER]


async def test_a_card_belongs_to_the_bot_that_was_asked_last(url: str) -> None:
    async with Book(url, bot=BOT) as book, Book(url, bot=8) as other:
        first, second = cards_of(book), cards_of(other, 8)
        await first.ask(OWNER, 1, bars=False)
        await draw(first)
        assert await second.ask(OWNER, 1, bars=False) is CardChange.MADE
        assert (await first.due(NOON + DAY), await second.due(NOON + DAY)) == ([], [OWNER])
        assert await first.claim(OWNER, NOON + DAY) is None
        assert (await claimed(second, now=NOON + DAY)).card.before is None


NEW_CHAT = -1_009_999_999_999


async def test_a_card_moves_with_its_group(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        await of.ask(OWNER, 1, bars=True)
        lost = await draw(of)
        await book.move(OWNER, NEW_CHAT)
        assert await of.due(NOON) == [OWNER]
        claim = await claimed(of)
        assert claim.card == StoredCard(NEW_CHAT, bars=True, asked=lost.card.asked)
        assert await of.sent(claim, 3)
        await book.move(OWNER, NEW_CHAT)  # a repeat
        await of.retry(claim, NOON)
        assert (await claimed(of)).card.message == 3


async def test_a_card_that_is_drawn_while_its_group_moves_stays_in_the_old_chat(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        await of.ask(OWNER, 1, bars=True)
        claim = await claimed(of)
        await book.move(OWNER, NEW_CHAT)
        assert not await of.sent(claim, 70)
        assert (await claimed(of)).card.chat == NEW_CHAT


@pytest.mark.parametrize("asker", [OWNER, NEW_CHAT])
async def test_of_two_budgets_that_become_one_a_card_stays(url: str, asker: int) -> None:
    async with Book(url, bot=BOT) as book:
        of = cards_of(book)
        for chat in (OWNER, NEW_CHAT):
            await book.open_budget(chat, BEGINNINGS)
        await of.ask(asker, 1, bars=False)
        await draw(of, owner=asker)
        await book.move(OWNER, NEW_CHAT)
        (owner,) = await of.due(NOON + PACE)
        claim = await claimed(of, owner, NOON + PACE)
        assert claim.card.chat == NEW_CHAT
        assert claim.card.message == (70 if asker == NEW_CHAT else None)


async def test_a_closed_budget_is_not_drawn_and_one_that_is_deleted_has_no_card(url: str) -> None:
    async with Book(url, bot=BOT) as book:
        of, requests = cards_of(book), SqlForgetting(book.database)
        await of.ask(OWNER, 1, bars=False)
        claim = await claimed(of)
        await requests.ask(OWNER, "nonce", 1, NOON)
        await requests.answer(OWNER, "nonce", NOON, lambda _request: Step.CLOSE)
        assert await of.look(claim, NOON) is None
        await of.rest(claim, NOON)
        assert await of.due(NOON + 2 * DAY) == []
        await requests.restore(OWNER, NOON)
        assert await of.due(NOON + DAY) == [OWNER]
        await book.forget(OWNER)
        assert await of.due(NOON + 2 * DAY) == []
        assert await of.look(claim, NOON) is None
        rows = await book.database.read(lambda db: db.execute(cards.select()).all())
        assert rows == []
