"""Write doors on both databases: what comes in is recorded once, whoever repeats it and whichever program dies."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select

from budget import acts, undoing
from budget.bookkeeper import Bookkeeper, Message
from budget.entries import Kind
from budget.errors import InvalidChoice, NotFound, Why
from budget.forgetting import Forgetting
from budget.grammar.given import Given
from budget.posting import Content, GivenEntry
from budget.write_doors import (
    GIVE_UP,
    LONGEST_LABEL,
    MOST_DOORS,
    MOST_POSTS,
    TELL_WITHIN,
    Done,
    Doorkeeper,
    KeyReused,
    Post,
    State,
)
from storage.forgetting import SqlForgetting
from storage.places import POSTED, SPAN
from storage.tables import door_posts, entries, write_doors
from storage.write_doors import SqlWriteDoors
from tests.ledgers import BEGINNINGS, NOON, OWNER, Book

pytest_plugins = ["tests.databases"]

ANN = 7_000_000_001
KEY = b"k" * 32


class Program:
    """One program on the database: its ledger, and its doors."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.bookkeeper = Bookkeeper(book, BEGINNINGS)
        self.out: set[int] = set()
        self.keeper = Doorkeeper(self.bookkeeper, SqlWriteDoors(book.database), KEY, self._may_use)

    async def _may_use(self, user: int) -> bool:
        return user not in self.out

    async def opened(self, label: str = "Apple Pay", *, number: int = 1, chat: int = OWNER) -> str:
        message = Message(chat, number, ANN, f"/door {label}", NOON)
        return (await self.keeper.make(message, label, f"salt {number} {chat}".encode()))[1]

    async def post(
        self, token: str, content: Content, key: str = "", *, body: str = "b", at: datetime = NOON, answer: str = "ok"
    ) -> Done:
        Program.posts += 1
        post = Post(content, key or f"random {Program.posts}", body, at)
        return await self.keeper.post(token, post, lambda _posted: answer)

    posts = 0


@pytest.fixture
async def programs(url: str) -> AsyncIterator[tuple[Program, Program]]:
    """Two programs on one database."""
    async with Book(url) as one, Book(url) as two:
        yield Program(one), Program(two)


@pytest.fixture
async def program(programs: tuple[Program, Program]) -> Program:
    return programs[0]


async def amounts(program: Program) -> list[int]:
    return [one.entry.amount for one in await program.book.recent(OWNER, 100)]


# --- doors ----------------------------------------------------------------------------------------------------------------


async def test_a_token_is_kept_by_its_hash_alone(program: Program, engine: Engine) -> None:
    token = await program.opened()

    with engine.connect() as db:
        row = db.execute(select(write_doors)).one()
    assert token not in str(row)
    assert len(token) == 43
    assert await program.keeper.opens(token)
    assert not await program.keeper.opens(f"{token[:-1]}_")


async def test_a_repeat_of_the_message_shows_the_same_token(program: Program) -> None:
    token = await program.opened("Apple Pay")

    assert await program.opened("Home") == token
    _, (door,) = await program.keeper.doors(OWNER)
    assert (door.label, door.used, door.last_used) == ("Home", 0, None)


async def test_a_token_of_another_key_is_not_shown_again(program: Program) -> None:
    await program.opened()
    other = Doorkeeper(program.bookkeeper, SqlWriteDoors(program.book.database), b"another", program.keeper._may_use)

    with pytest.raises(NotFound):
        await other.make(Message(OWNER, 1, ANN, "/door", NOON), "", b"salt")


async def test_a_closed_door_stays_closed(program: Program) -> None:
    token = await program.opened()
    _, (door,) = await program.keeper.doors(OWNER)

    for _ in range(2):
        await program.keeper.close(OWNER, door.number, NOON)

    assert (await program.keeper.doors(OWNER))[1] == []
    assert not await program.keeper.opens(token)
    with pytest.raises(NotFound):
        await program.post(token, "12.50 fun tacos")
    with pytest.raises(NotFound):
        await program.opened()  # the message again
    with pytest.raises(NotFound):
        await program.keeper.close(OWNER, door.number + 1, NOON)


async def test_another_chat_closes_no_door_of_this_one(program: Program) -> None:
    token = await program.opened()
    _, (door,) = await program.keeper.doors(OWNER)
    await program.bookkeeper.budget(ANN)

    with pytest.raises(NotFound):
        await program.keeper.close(ANN, door.number, NOON)
    assert await program.keeper.opens(token)


async def test_two_programs_open_ten_doors_at_most(programs: tuple[Program, Program]) -> None:
    async def opened(n: int) -> Why | None:
        try:
            await programs[n % 2].opened(number=n)
        except InvalidChoice as refused:
            return refused.why
        return None

    await programs[0].bookkeeper.budget(OWNER)
    said = await asyncio.gather(*(opened(n) for n in range(1, MOST_DOORS + 4)))

    assert said.count(None) == MOST_DOORS
    assert said.count(Why.TOO_MANY_DOORS) == 3
    assert len((await programs[0].keeper.doors(OWNER))[1]) == MOST_DOORS


@pytest.mark.parametrize("more", [0, 1])
async def test_the_latest_closed_doors_are_kept(program: Program, engine: Engine, more: int) -> None:
    await program.opened()
    row = {"owner": OWNER, "chat": OWNER, "author": ANN, "label": "", "salt": b"", "closed_at": NOON, "used": 0}
    with engine.begin() as db:
        rows = [
            row | {"message": n, "sent_at": NOON, "token_hash": f"{n}", "closed_at": NOON}
            for n in range(100, 150 + more)
        ]
        db.execute(insert(write_doors), rows)

    await program.opened(number=2)

    with engine.connect() as db:
        left = db.scalars(select(write_doors.c.message).order_by(write_doors.c.message)).all()
    assert left == [1, 2, *range(100 + more, 150 + more)]


@pytest.mark.parametrize("late", [False, True])
async def test_a_closed_door_is_kept_for_a_month(program: Program, engine: Engine, late: bool) -> None:
    await program.opened()
    _, (door,) = await program.keeper.doors(OWNER)
    await program.keeper.close(OWNER, door.number, NOON)
    at = NOON + timedelta(days=30, seconds=late)

    await program.keeper.make(Message(OWNER, 2, ANN, "/door", at), "", b"salt 2")

    with engine.connect() as db:
        assert db.scalar(select(func.count()).select_from(write_doors)) == (1 if late else 2)


@pytest.mark.parametrize("length", [LONGEST_LABEL, LONGEST_LABEL + 1])
async def test_a_label_is_cut(program: Program, length: int) -> None:
    await program.opened("x" * length)

    _, (door,) = await program.keeper.doors(OWNER)
    assert door.label == "x" * LONGEST_LABEL


async def test_who_may_not_use_the_bot_any_more_has_no_door(program: Program) -> None:
    token = await program.opened()
    program.out.add(ANN)

    assert not await program.keeper.opens(token)


# --- what comes in --------------------------------------------------------------------------------------------------------


async def test_what_comes_in_is_a_message_of_its_own(program: Program) -> None:
    token = await program.opened()

    done = await program.post(token, "12.50 fun tacos\n3 beers 18", answer='{"said": "…"}')

    assert (done.state, done.answer, done.post.number) == (State.RECORDED, '{"said": "…"}', POSTED)
    (held,) = await program.book.recent(OWNER, 10)
    assert (held.message, held.author, held.entry.kind, held.entry.amount) == (POSTED, ANN, Kind.EXPENSE, 1250)
    assert (await program.post(token, "3 beers 18")).state is State.ASKED
    assert (await program.post(token, "hello")).state is State.REFUSED
    _, (door,) = await program.keeper.doors(OWNER)
    assert (door.used, door.last_used) == (3, NOON)


async def test_in_a_group_what_comes_in_is_of_who_made_the_door(program: Program) -> None:
    await program.bookkeeper.budget(OWNER)
    await program.bookkeeper.entitle(OWNER, "The Joneses")
    _, token = await program.keeper.make(Message(OWNER, 1, ANN, "/door", NOON, name="Ana"), "Apple Pay", b"salt")

    await program.post(token, "12.50 fun tacos")

    (held,) = await program.book.recent(OWNER, 10)
    assert (held.author, held.author_name) == (ANN, "Ana")


async def test_an_entry_in_parts_is_recorded(program: Program) -> None:
    token = await program.opened()
    day = (NOON - timedelta(days=2)).date()

    await program.post(token, GivenEntry(Given("12.50", "Blue Bottle 42", "fun"), day.isoformat()))

    (held,) = await program.book.recent(OWNER, 10)
    assert (held.entry.amount, held.entry.note, held.entry.day) == (1250, "Blue Bottle 42", day)


async def test_each_post_without_a_key_is_new(program: Program) -> None:
    token = await program.opened()

    done = [await program.post(token, "3.50 coffee") for _ in range(2)]

    assert [one.post.number for one in done] == [POSTED, POSTED + 1]
    assert await amounts(program) == [350, 350]


async def test_a_repeat_gives_the_same_answer_and_changes_nothing(programs: tuple[Program, Program]) -> None:
    """The first program dies between the commit and its answer; the repeat comes to another one."""
    one, two = programs
    token = await one.opened()
    await one.post(token, "3.50 coffee", "key", answer="first")

    again = await two.post(token, "3.50 coffee", "key", answer="second")

    assert (again.answer, again.posted, again.post.number) == ("first", None, POSTED)
    assert await amounts(two) == [350]
    with pytest.raises(KeyReused):
        await two.post(token, "4.50 coffee", "key", body="other")
    assert await amounts(one) == [350]
    _, (door,) = await one.keeper.doors(OWNER)
    assert door.used == 1


async def test_a_key_belongs_to_its_door(program: Program) -> None:
    doors = [await program.opened(number=n) for n in (1, 2)]

    for token in doors:
        await program.post(token, "3.50 coffee", "key")

    assert await amounts(program) == [350, 350]


async def test_posts_of_one_key_that_come_at_once_are_one(programs: tuple[Program, Program]) -> None:
    token = await programs[0].opened()

    done = await asyncio.gather(*(programs[n % 2].post(token, "3.50 coffee", "key") for n in range(16)))

    assert sum(one.posted is not None for one in done) == 1
    assert {one.post.message for one in done} == {POSTED}
    assert await amounts(programs[0]) == [350]


async def test_posts_that_come_at_once_get_numbers_of_their_own(programs: tuple[Program, Program]) -> None:
    token = await programs[0].opened()

    done = await asyncio.gather(*(programs[n % 2].post(token, f"{n}.50 coffee") for n in range(1, 17)))

    assert {one.post.number for one in done} == set(range(POSTED, POSTED + 16))
    assert sorted(await amounts(programs[0])) == [n * 100 + 50 for n in range(1, 17)]


@pytest.mark.parametrize("more", [0, 1])
async def test_the_latest_keys_are_known(program: Program, engine: Engine, more: int) -> None:
    token = await program.opened()
    await program.post(token, "3.50 coffee", "key")
    _, (door,) = await program.keeper.doors(OWNER)
    row: dict[str, Any] = {
        "owner": OWNER, "door": door.number, "body_hash": "b", "state": "refused", "answer": "", "posted_at": NOON,
    }  # fmt: skip
    with engine.begin() as db:
        rows = [row | {"message": POSTED + n, "key_hash": f"{n}"} for n in range(1, MOST_POSTS - 1 + more)]
        db.execute(insert(door_posts), rows)

    await program.post(token, "hello")

    with engine.connect() as db:
        assert db.scalar(select(func.count()).select_from(door_posts)) == MOST_POSTS
    again = await program.post(token, "3.50 coffee", "key")
    assert (again.posted is None) == (not more)


async def test_numbers_go_on_after_what_came_in_is_known_no_more(program: Program, engine: Engine) -> None:
    token = await program.opened()
    await program.post(token, "3.50 coffee")
    with engine.begin() as db:
        db.execute(door_posts.delete())

    await program.post(token, "4.50 coffee")

    assert await amounts(program) == [450, 350]


async def test_what_somebody_wrote_with_the_same_amount_is_told(program: Program) -> None:
    token = await program.opened()
    wrote = NOON - timedelta(minutes=30)
    await program.bookkeeper.record(Message(OWNER, 1, ANN, "12.50 fun tacos", wrote))
    await program.bookkeeper.record(Message(OWNER, 2, ANN, "refund 12.50 fun", wrote))
    await program.post(token, "12.50 fun by program")

    told = (await program.post(token, "12.50 other Taqueria")).posted
    late = (await program.post(token, "12.50 other Taqueria", at=NOON + timedelta(seconds=1))).posted
    other = (await program.post(token, "12.51 other Taqueria")).posted

    assert told is not None
    assert told.same is not None
    assert told.same.entry.note == "tacos"
    assert [one and one.same for one in (late, other)] == [None, None]
    assert len(await amounts(program)) == 6


async def test_the_days_of_an_entry_in_parts(program: Program) -> None:
    token = await program.opened()

    async def said(day: str) -> object:
        posted = (await program.post(token, GivenEntry(Given("1", "x"), day))).posted
        assert posted is not None
        ((_, reading),) = posted.receipt.readings
        return getattr(reading, "why", None) or posted.receipt.state.entries[0].entry.day.isoformat()

    assert [
        await said(day)
        for day in ("", "2026-11-16", "2026-11-15T23:59:00", "2026-11-15T23:59:00-05:00", "2026-11-17", "2026-02-30",
                    "1969-12-31", "friday", "2026-11-15T25:00", "9999-12-31T23:59:59-05:00")
    ] == ["2026-11-16", "2026-11-16", "2026-11-15", "2026-11-16", Why.FUTURE_DAY, Why.IMPOSSIBLE_DAY, Why.LONG_AGO,
          Why.GIVEN_DAY, Why.IMPOSSIBLE_DAY, Why.IMPOSSIBLE_DAY]  # fmt: skip


async def test_nothing_at_all_is_told(program: Program) -> None:
    token = await program.opened()

    done = await program.post(token, " \n ")

    assert done.state is State.REFUSED
    assert done.posted is not None
    ((_, reading),) = done.posted.receipt.readings
    assert getattr(reading, "why", None) is Why.NOTHING_CAME


async def test_a_lesson_of_the_chat_holds_for_a_program(program: Program) -> None:
    token = await program.opened()
    first = await program.post(token, GivenEntry(Given("5", "Blue Bottle")))
    fun = next(one.number for one in (await program.bookkeeper.budget(OWNER)).categories if one.key == "fun")
    await program.bookkeeper.tap(OWNER, first.post.message, NOON, lambda tx: acts.recategorise(tx, 0, fun, "tap 1"))

    await program.post(token, GivenEntry(Given("6", "Blue Bottle")))

    assert [one.entry.category for one in await program.book.recent(OWNER, 10)] == [fun, fun]


# --- what a chat does with it ---------------------------------------------------------------------------------------------


async def test_what_came_in_is_undone_by_a_tap_and_by_undo(program: Program) -> None:
    token = await program.opened()
    done = await program.post(token, "3.50 coffee")

    await program.bookkeeper.tap(
        OWNER, done.post.message, NOON, lambda tx: undoing.set_undone(tx, None, "tap 1", undone=True)
    )
    assert await amounts(program) == []
    await program.bookkeeper.tap(
        OWNER, done.post.message, NOON, lambda tx: undoing.set_undone(tx, None, "tap 2", undone=False)
    )
    await program.bookkeeper.undo_latest(OWNER, 5, NOON)
    assert await amounts(program) == []


async def test_doors_move_with_their_group(program: Program) -> None:
    token = await program.opened()
    await program.post(token, "3.50 coffee", "key")
    new = OWNER - 1

    await program.book.move(OWNER, new)

    again = await program.post(token, "3.50 coffee", "key")
    done = await program.post(token, "4.50 coffee")
    assert (again.posted, again.post.number) == (None, None)
    assert (done.post.door.chat, done.post.message, done.post.number) == (new, SPAN + POSTED, POSTED)
    assert [one.label for one in (await program.keeper.doors(new))[1]] == ["Apple Pay"]
    assert sorted(one.entry.amount for one in await program.book.recent(new, 10)) == [350, 450]


async def test_doors_of_two_budgets_that_come_together_stay_open(program: Program) -> None:
    new = OWNER - 1
    tokens = [await program.opened(chat=OWNER), await program.opened(chat=new)]
    for token in tokens:
        await program.post(token, "3.50 coffee", "key")

    await program.book.move(OWNER, new)

    for token in tokens:
        assert (await program.post(token, "3.50 coffee", "key")).posted is None
        done = await program.post(token, "4.50 coffee")
        assert done.post.door.chat == new
    assert sorted(one.entry.amount for one in await program.book.recent(new, 10)) == [350, 350, 450, 450]


async def test_a_budget_that_is_set_apart_has_no_doors(program: Program) -> None:
    new = OWNER - 1
    await program.opened(chat=OWNER)
    token = await program.opened(chat=new)
    await program.bookkeeper.change_settings(new, currency="EUR")

    await program.book.move(OWNER, new)

    assert not await program.keeper.opens(token)


async def test_a_budget_that_is_forgotten_has_no_doors_then_nor_when_it_is_restored(program: Program) -> None:
    token = await program.opened()
    await program.post(token, "3.50 coffee", "key")
    forgetting = Forgetting(SqlForgetting(program.book.database))
    await forgetting.ask(OWNER, "nonce", ANN, NOON)
    await forgetting.answer(OWNER, "nonce", ANN, NOON, group=False, administrates=False)

    assert not await program.keeper.opens(token)
    with pytest.raises(NotFound):
        await program.post(token, "3.50 coffee")
    await forgetting.restore(OWNER, NOON)
    assert not await program.keeper.opens(token)


async def test_nothing_of_a_door_is_left_of_a_forgotten_budget(program: Program, engine: Engine) -> None:
    await program.post(await program.opened(), "3.50 coffee", "key")

    await program.book.forget(OWNER)

    with engine.connect() as db:
        for table in (write_doors, door_posts, entries):
            assert db.scalar(select(func.count()).select_from(table)) == 0


# --- until the chat is told -----------------------------------------------------------------------------------------------


async def test_a_post_that_was_not_told_is_told_by_one_program_later(programs: tuple[Program, Program]) -> None:
    one, two = programs
    token = await one.opened()
    content = GivenEntry(Given("3.50", "coffee", "fun", Kind.REFUND, decimal=True), "2026-11-15")
    for said in (content, "4.50 coffee\nhello"):
        await one.post(token, said)
    due = NOON + TELL_WITHIN

    assert await one.keeper.untold(due - timedelta(seconds=1)) == []
    found = [post for some in await asyncio.gather(*(each.keeper.untold(due) for each in programs)) for post in some]

    assert {post.number for post in found} == {POSTED, POSTED + 1}
    assert len(found) == 2
    posted = {post.number: await two.keeper.again(post) for post in found}
    assert [len(posted[POSTED + n].receipt.readings) for n in range(2)] == [1, 2]
    assert [one.content for one in sorted(found, key=lambda post: post.message)] == [content, "4.50 coffee\nhello"]
    assert await amounts(one) == [450, 350]
    await two.keeper.told(found[0])
    (again,) = await one.keeper.untold(due + TELL_WITHIN)
    assert again.message == found[1].message


async def test_what_was_told_is_kept_no_longer(program: Program, engine: Engine) -> None:
    done = await program.post(await program.opened(), "3.50 coffee")

    await program.keeper.told(done.post)

    with engine.connect() as db:
        assert db.execute(select(door_posts.c.content, door_posts.c.tell_at)).one() == (None, None)
    assert await program.keeper.untold(NOON + GIVE_UP) == []


@pytest.mark.parametrize("late", [False, True])
async def test_a_post_is_given_up_after_a_day(program: Program, late: bool) -> None:
    await program.post(await program.opened(), "3.50 coffee")

    found = await program.keeper.untold(NOON + GIVE_UP + timedelta(seconds=late))

    assert len(found) == (not late)
    assert await program.keeper.untold(NOON + 2 * GIVE_UP) == []


async def test_another_bot_tells_nothing_of_it(url: str) -> None:
    async with Book(url, bot=1) as one, Book(url, bot=2) as two:
        first, second = Program(one), Program(two)
        await first.post(await first.opened(), "3.50 coffee")
        await second.post(await second.opened(number=2), "4.50 coffee")
        due = NOON + TELL_WITHIN

        assert [[post.content for post in await each.keeper.untold(due)] for each in (first, second)] == [
            ["3.50 coffee"],
            ["4.50 coffee"],
        ]


async def test_a_bot_that_has_written_nothing_has_nothing_to_tell(url: str) -> None:
    """It has no slot yet, and the numbers that stand for one end at the greatest of 64 bits."""
    async with Book(url, bot=77) as book:
        assert await Program(book).keeper.untold(NOON) == []
