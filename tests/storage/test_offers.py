"""Files that are offered and notes that were taught, on both databases."""

from datetime import timedelta

from storage.offers import MOST_OFFERS, OFFER_LIVES, SqlOffers
from tests.ledgers import BEGINNINGS, NOON, OWNER, Book

pytest_plugins = ["tests.databases"]


async def test_a_file_is_kept_for_a_day_and_a_chat_has_few(url: str) -> None:
    async with Book(url) as book:
        offers = SqlOffers(book.database)
        for number in range(1, MOST_OFFERS + 3):
            await offers.offer(OWNER, number, f"file{number}", NOON + timedelta(seconds=number))
        await offers.offer(OWNER, MOST_OFFERS, "another", NOON)  # a repeat
        await offers.offer(OWNER + 1, 1, "other chat", NOON)

        later = NOON + timedelta(minutes=1)
        assert [await offers.offered(OWNER, number, later) for number in (1, 2, 3)] == [None, None, "file3"]
        assert await offers.offered(OWNER, MOST_OFFERS, later) == f"file{MOST_OFFERS}"
        await offers.withdraw(OWNER, 3)
        await offers.withdraw(OWNER, 3)
        assert await offers.offered(OWNER, 3, later) is None
        assert await offers.offered(OWNER, 4, NOON + OFFER_LIVES + timedelta(seconds=5)) is None
        assert await offers.offered(OWNER + 1, 1, later) == "other chat"


async def test_what_one_tap_taught_is_one_rule_the_latest_first(url: str) -> None:
    async with Book(url) as book:
        budget = await book.open_budget(OWNER, BEGINNINGS)
        first, second = (one.number for one in budget.current[:2])

        await book.write(OWNER, 1, lambda tx: tx.teach(["at gizmo", "gizmo"], first))
        await book.write(OWNER, 2, lambda tx: tx.teach(["doohickey"], second))
        rules = await book.read(OWNER, lambda view: view.rules(10)) or []
        assert [(rule.note, rule.category) for rule in rules] == [("doohickey", second), ("at gizmo", first)]

        await book.change(OWNER, lambda tx: tx.forget_rule(rules[1].taught))
        assert await book.write(OWNER, 3, lambda tx: dict(tx.taught(["gizmo", "at gizmo", "doohickey"]))) == {
            "doohickey": second
        }
