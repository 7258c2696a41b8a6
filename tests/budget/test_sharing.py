"""Share links in the chat: made, listed, revoked; and what the database keeps of them."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from app.serve import openings_written
from bot.reply import Button
from budget.bookkeeper import Bookkeeper
from budget.budgets import Beginnings
from budget.entries import Kind
from budget.errors import NotFound
from budget.ledger_values import DaySum
from budget.periods import Week
from budget.share_links import Extent, NewLink, ShareLink, Visitor, hashed, read_wish, token_of
from budget.sharing import Sharing
from storage.engine import make_engine
from storage.share_links import _MOST_CLOSED, SqlShares, _Openings
from storage.tables import metadata
from tests.chat import Say, chat
from tests.ledgers import BEGINNINGS, MONDAY, NOON, OWNER, Book, expense, paycheck, refund, slip
from tests.web.visitors import BROWSER, share, visitor

pytest_plugins = ["tests.databases"]


def token_in(reply: str) -> str:
    (address,) = (word for word in reply.split() if "/s/" in word)
    return address.rpartition("/")[2]


def test_share_says_what_sharing_means_and_gives_the_link_once(say: Say) -> None:
    reply = say("/share")

    assert reply.startswith("Whoever has this link can look, without Telegram, and can't change anything.")
    assert "every entry with its note" in reply
    assert "works until Tue 22 Dec" in reply
    assert len(token_in(reply)) == 43
    assert say.buttons == ["Copy", "Revoke"]
    assert token_in(reply) not in say("/links")


def test_the_copy_button_copies_the_whole_address(tmp_path: Path) -> None:
    with chat(tmp_path, PUBLIC_URL="https://budget.example.org") as say:
        address = f"https://budget.example.org/s/{token_in(say('/share'))}"
        assert say.reply is not None
        assert say.reply.buttons[0][0] == Button("Copy", copy=address)


def test_an_address_too_long_for_telegram_to_copy_has_no_copy_button(tmp_path: Path) -> None:
    with chat(tmp_path, PUBLIC_URL=f"https://{'b' * 220}.example.org") as say:
        say("/share")
        assert say.buttons == ["Revoke"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/share 7d", "works until Sun 29 Nov"),
        ("/share 2w totals", "works until Sun 6 Dec"),
        ("/share 365d", "works until Mon 22 Nov 2027"),
        ("/share totals", "sums only"),
        ("/share TOTALS 1D", "works until Mon 23 Nov"),
        ("/share full", "every entry with its note"),
        ("/share 366d", "A link lives from one day to a year, and “366d” is neither."),
        ("/share 53w", "A link lives from one day to a year"),
        ("/share 0d", "A link lives from one day to a year"),
        ("/share 7", "I don't know “7” there. Write /share, /share 7d or /share 2w totals"),
        ("/share <b>", "I don't know “<b>” there."),
    ],
)
def test_a_link_has_the_life_and_the_extent_that_were_asked_for(say: Say, command: str, said: str) -> None:
    assert said in say(command)


def test_a_wish_is_read_in_any_order() -> None:
    assert read_wish(["totals", "3weeks"]) == (timedelta(weeks=3), Extent.TOTALS)
    assert read_wish([]) == (timedelta(days=30), Extent.FULL)


def test_a_repeat_of_the_message_says_the_same_link_and_makes_no_second(say: Say) -> None:
    first = say("/share")

    assert say("/share", number=1) == first
    assert say("/links").count("made") == 1


def test_an_edit_changes_what_the_link_shows_and_makes_no_second(say: Say) -> None:
    token = token_in(say("/share"))

    edited = say.edit("/share 7d totals")

    assert token_in(edited) == token
    assert "sums only" in edited
    assert say("/links").count("sums only") == 1


def test_another_message_makes_another_link(say: Say) -> None:
    assert token_in(say("/share")) != token_in(say("/share"))
    assert say("/links").count("made") == 2


def test_after_a_restart_a_terminal_numbers_its_messages_anew_and_makes_another_link(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        first = token_in(say("/share"))
    with chat(tmp_path, datetime(2026, 11, 22, 11, tzinfo=UTC)) as say:
        assert token_in(say("/share")) != first
        assert say("/links").count("made") == 2


def test_a_repeat_with_another_key_says_that_the_link_cannot_be_shown_again(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("/share")
    with chat(tmp_path) as say:  # the same message, and another key
        assert say("/share") == (
            "That link was made already, and can't be shown again. /share makes another, /links shows what is open."
        )


def test_links_tell_when_they_were_opened_and_how_often(say: Say) -> None:
    path = share(say)
    assert say("/links") == "Open links\n1. everything, made Sun 22 Nov, works until Tue 22 Dec: never opened"

    say.wait(hours=1)
    visitor(say).get(f"{path}.json")
    assert say("/links").endswith(": polled by a program, last Sun 22 Nov at 11:00")

    for _ in range(2):
        visitor(say).get(path, headers={"Accept": BROWSER})
    say.wait(days=1)
    visitor(say).get(path, headers={"Accept": BROWSER})
    assert say("/links").endswith(
        ": opened on 2 days, last Mon 23 Nov at 11:00 (browser); polled by a program, last Sun 22 Nov at 11:00"
    )


def test_the_moment_of_the_last_opening_is_said_in_the_budgets_zone(tmp_path: Path) -> None:
    with chat(tmp_path, TIMEZONE="Asia/Tokyo") as say:
        visitor(say).get(share(say), headers={"Accept": BROWSER})
        assert "opened on 1 day, last Sun 22 Nov at 19:00 (browser)" in say("/links")


def test_a_link_is_revoked_where_it_was_given(say: Say) -> None:
    path = share(say)

    say.tap("Revoke")
    assert visitor(say).get(path).status_code == 200, "it asks first"
    say.reply = say.asked
    assert say.tap("Revoke").startswith("This link is revoked")
    assert visitor(say).get(path).status_code == 404
    assert say("/links") == "There are no open links. /share makes one."


def test_a_revoked_link_stays_revoked_when_its_message_comes_again(say: Say) -> None:
    path = share(say)
    say.tap("Revoke")
    say.reply = say.asked
    say.tap("Revoke")

    assert say("/share ", number=1).startswith("That link was made already")
    assert visitor(say).get(path).status_code == 404


def test_one_of_several_links_is_revoked_in_the_list(say: Say) -> None:
    first, second = share(say), share(say, "totals")
    say("/links")

    assert say.tap("Revoke 1").startswith("Revoke the link made Sun 22 Nov?")
    assert "2. sums only" in say.tap("Keep")
    say.tap("Revoke 1")
    assert "1. sums only" in say.tap("Revoke")
    assert visitor(say).get(first).status_code == 404
    assert visitor(say).get(second).status_code == 200


def test_nobody_revokes_another_budgets_link(say: Say) -> None:
    path = share(say)
    say("/links")
    assert say.reply is not None
    data = say.reply.buttons[0][0].data
    say.owner += 1
    say("/week")

    assert "settled" in say.tap_data(data, "theirs")
    assert visitor(say).get(path).status_code == 200


def test_a_budget_has_at_most_twenty_open_links(say: Say) -> None:
    for _ in range(20):
        share(say)

    assert say("/share") == "There are 20 open links already. /links shows them; revoke one first."
    assert token_in(say("/share", number=20)), "a repeat is no twenty-first"
    say.wait(days=31)
    assert token_in(say("/share")), "those that have ended do not count"


def test_the_database_holds_no_token_and_no_key(say: Say, tmp_path: Path) -> None:
    tokens = [share(say).removeprefix("/s/") for _ in range(3)]
    visitor(say).get(f"/s/{tokens[0]}")

    held = b"".join(file.read_bytes() for file in tmp_path.glob("budget.db*"))
    for token in tokens:
        assert token.encode() not in held
        assert hashed(token).encode() in held
    with closing(sqlite3.connect(tmp_path / "budget.db")) as db:
        salts = [salt for (salt,) in db.execute("SELECT salt FROM share_links")]
    assert len(set(salts)) == 3
    assert not {token_of(b"", salt) for salt in salts} & set(tokens), "the salt alone makes no token"


def test_chart_says_the_weeks_numbers_where_no_picture_can_be_shown(say: Say) -> None:
    say("12.50 fun tacos")

    assert say("/chart") == (
        say("/week") + "\n\nThe picture is on the web: /share gives a link; open it, or with .png at its end."
    )


# --- the shelf ------------------------------------------------------------------------------------------------------------


def new_link(message: int, days: int = 30, extent: Extent = Extent.FULL, sent_at: datetime = NOON) -> NewLink:
    salt = f"salt {message}".encode()
    return NewLink(OWNER, message, sent_at, extent, sent_at + timedelta(days=days), salt, hashed(token_of(b"", salt)))


async def opened(shares: SqlShares, token_hash: str, now: datetime, *, count: bool) -> ShareLink | None:
    by = Visitor.PERSON if count else None
    return await shares.look(token_hash, now, lambda link, _: link, count=by)


async def test_a_link_opens_until_it_expires(ledger: Book) -> None:
    shares, new = SqlShares(ledger.database), new_link(1)
    await shares.add_link(new, 20)

    first = await opened(shares, new.token_hash, NOON, count=True)
    again = await opened(shares, new.token_hash, new.expires - timedelta(seconds=1), count=False)

    assert first is not None
    assert again == first
    assert (first.opened, first.last_opened, first.created, first.expires) == (1, NOON, NOON, new.expires)
    assert await opened(shares, new.token_hash, new.expires, count=True) is None
    assert await shares.links(OWNER, new.expires) == []


async def test_the_page_has_one_link_as_long_as_its_key_is_there(ledger: Book) -> None:
    bookkeeper, shares = Bookkeeper(ledger, BEGINNINGS), SqlShares(ledger.database)
    one, other = (Sharing(bookkeeper, shares, key) for key in (b"one", b"other"))
    token = await one.page(OWNER, 5, NOON, b"salt")

    assert await one.page(OWNER, 6, NOON + timedelta(days=1), b"more") == token
    assert await one.page(OWNER, 6, NOON + timedelta(days=24), b"more") != token, "it ends within a week"
    assert await other.page(OWNER, 7, NOON + timedelta(days=24), b"other") != token
    assert len(await shares.links(OWNER, NOON + timedelta(days=24))) == 3


@contextmanager
def the_writers_lock_held(url: str) -> Iterator[None]:
    """Hold the lock that every write to a budget waits for, as another program does."""
    engine = make_engine(url)
    with engine.connect() as db, db.begin():  # of SQLite the file's
        if engine.dialect.name == "postgresql":
            db.execute(text("LOCK TABLE budgets, share_links IN SHARE MODE"))
        yield
    engine.dispose()


async def test_a_look_waits_for_no_writer(ledger: Book, url: str) -> None:
    shares, new = SqlShares(ledger.database), new_link(1)
    await shares.add_link(new, 20)

    with the_writers_lock_held(url):
        writes = [
            asyncio.ensure_future(ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_limit(1, 1, MONDAY)))
            for n in range(1, 10)
        ]
        await asyncio.sleep(0.1)
        looks = [await opened(shares, new.token_hash, NOON, count=True) for _ in range(3)]
        assert await shares.opens(new.token_hash, NOON)
        assert not any(write.done() for write in writes)
    await asyncio.gather(*writes, return_exceptions=True)

    assert [link.opened for link in looks if link is not None] == [1, 2, 3]


async def test_openings_are_added_up_over_all_replicas(ledger: Book, url: str) -> None:
    new, later = new_link(1), NOON + timedelta(hours=1)
    async with Book(url) as another:
        here, there = SqlShares(ledger.database), SqlShares(another.database)
        await here.add_link(new, 20)
        for shares, now, times in ((here, later, 2), (there, NOON, 3)):
            for _ in range(times):
                await opened(shares, new.token_hash, now, count=True)
        assert [link.opened for link in await here.links(OWNER, NOON)] == [2], "what is not written yet, its own alone"

        await asyncio.gather(here.write_openings(), there.write_openings())
        await here.write_openings()
        await opened(there, new.token_hash, NOON, count=False)

        for shares in (here, there):
            (link,) = await shares.links(OWNER, NOON)
            assert (link.opened, link.last_opened) == (5, later)


async def test_the_days_of_people_are_counted_apart_from_what_programs_look_at(ledger: Book, url: str) -> None:
    """A day is one of the budget's calendar, which is New York's here."""
    await ledger.changed(
        OWNER, BEGINNINGS, lambda sheet: sheet.set_settings(replace(BEGINNINGS, time_zone="America/New_York"))
    )
    new = new_link(1)
    midnight = datetime(2026, 11, 24, 5, tzinfo=UTC)
    minute, day = timedelta(minutes=1), timedelta(days=1)
    async with Book(url) as another:
        here, there = SqlShares(ledger.database), SqlShares(another.database)
        await here.add_link(new, 20)
        for shares, now in (
            (here, midnight - minute),
            (here, midnight - 2 * minute),
            (there, midnight),
            (there, midnight + day),
        ):
            await opened(shares, new.token_hash, now, count=True)
        polled = await here.look(new.token_hash, midnight + 2 * day, lambda link, _: link, count=Visitor.PROGRAM)
        assert polled is not None
        assert (polled.opened, polled.opened_days, polled.last_polled) == (3, 1, midnight + 2 * day), "of this replica"

        await here.write_openings()
        await there.write_openings()
        for shares in (here, there):
            (link,) = await shares.links(OWNER, NOON)
            assert (link.opened, link.opened_days) == (5, 3)
            assert (link.last_opened, link.last_polled) == (midnight + day, midnight + 2 * day)


async def test_openings_that_can_not_be_written_now_are_written_later(url: str) -> None:
    async with Book(url, timeout=2) as ledger:
        await ledger.open_budget(OWNER, BEGINNINGS)
        shares, new = SqlShares(ledger.database), new_link(1)
        await shares.add_link(new, 20)
        await opened(shares, new.token_hash, NOON, count=True)
        with the_writers_lock_held(url):
            await shares.write_openings()
            await opened(shares, new.token_hash, NOON, count=True)
        await shares.write_openings()

        (link,) = await SqlShares(ledger.database).links(OWNER, NOON)
        assert link.opened == 2


async def test_what_is_counted_beside_the_looks_is_bounded(ledger: Book) -> None:
    shares = SqlShares(ledger.database)
    for n in range(10_001):
        shares._count(str(n), None, _Openings(1, NOON))
    shares._count("0", None, _Openings(1, NOON))

    assert len(shares._counted) == 10_000
    assert shares._counted["0"] == {None: _Openings(2, NOON)}


def test_openings_are_written_down_every_few_seconds_and_on_leaving(say: Say, tmp_path: Path) -> None:
    path, sharing = share(say), say.app.sharing
    app = visitor(say)

    def held() -> int:
        with closing(sqlite3.connect(tmp_path / "budget.db")) as db:
            (number,) = db.execute("SELECT opened FROM share_links").fetchone()
        return int(number)

    async def a_while() -> None:
        async with asyncio.timeout(30), openings_written(sharing, every=0.01):
            while held() < 2:  # noqa: ASYNC110 - another's database can only be looked at
                await asyncio.sleep(0.01)

    async def a_moment() -> None:
        async with openings_written(sharing, every=3600):
            assert held() == 2

    browser = {"accept": "text/html"}  # a program that polls counts once in ten minutes
    for _ in range(2):
        assert app.get(path, headers=browser).status_code == 200
    assert app.head(path, headers=browser).status_code == 200
    assert held() == 0, "a look writes nothing"
    say.runner.run(a_while())
    app.get(path, headers=browser)
    say.runner.run(a_moment())
    assert held() == 3


async def test_links_that_ended_long_ago_are_forgotten(ledger: Book) -> None:
    shares = SqlShares(ledger.database)
    await shares.add_link(new_link(1, days=1), 20)
    later = NOON + timedelta(days=32)
    await shares.add_link(new_link(2, sent_at=later), 20)

    assert [link.created for link in await shares.links(OWNER, NOON)] == [later]


async def test_a_link_follows_its_budget_to_another_chat(ledger: Book) -> None:
    shares, new = SqlShares(ledger.database), new_link(1)
    await shares.add_link(new, 20)

    await ledger.move(OWNER, OWNER - 1)

    link = await opened(shares, new.token_hash, NOON, count=True)
    assert link is not None
    assert link.owner == OWNER
    await shares.revoke_link(OWNER - 1, link.number, NOON)
    await shares.revoke_link(OWNER - 1, link.number, NOON)
    with pytest.raises(NotFound):
        await shares.revoke_link(OWNER - 2, link.number, NOON)


async def test_days_are_added_up_in_the_database(ledger: Book, fun: int) -> None:
    def days(back: int) -> timedelta:
        return timedelta(days=back)

    entries = [
        expense(500, fun, day=MONDAY),
        expense(7, fun, day=MONDAY),
        refund(200, fun, day=MONDAY + days(6)),
        expense(70, fun, day=MONDAY - days(1)),
        expense(9, fun, day=MONDAY - days(14)),
        expense(1, fun, day=MONDAY - days(15)),
        expense(2, fun, day=MONDAY + days(7)),
        paycheck(900),
    ]
    await ledger.record(slip(1, *entries))
    found = await ledger.look(OWNER, lambda view: view.day_sums(MONDAY - days(14), MONDAY + days(7)))

    assert sorted(found or (), key=lambda one: one.day) == [
        DaySum(MONDAY - days(14), Kind.EXPENSE, fun, 9),
        DaySum(MONDAY - days(1), Kind.EXPENSE, fun, 70),
        DaySum(MONDAY, Kind.EXPENSE, fun, 507),
        DaySum(MONDAY + days(6), Kind.REFUND, fun, 200),
    ]
    assert await ledger.look(OWNER, lambda view: view.first_day()) == MONDAY - days(15)


async def test_a_weeks_entries_come_the_latest_day_first_without_undone_ones(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun, "a"), paycheck(2, MONDAY + timedelta(days=6))))
    await ledger.record(slip(2, expense(3, fun, "b"), expense(4, fun, day=MONDAY + timedelta(days=7))))
    await ledger.record(slip(3, expense(5, fun)))
    await ledger.set_undone(OWNER, 3, 0, "undo", undone=True)

    held = await ledger.look(OWNER, lambda view: view.entries_in(Week(MONDAY), 10))
    two = await ledger.look(OWNER, lambda view: view.entries_in(Week(MONDAY), 2))

    assert [one.entry.amount for one in held or ()] == [2, 3, 1]
    assert two == (held or ())[:2]


async def test_every_budget_has_its_own_links(ledger: Book) -> None:
    await ledger.open_budget(5, Beginnings(BEGINNINGS.money, "UTC", 0))
    await SqlShares(ledger.database).add_link(new_link(1), 20)

    assert await SqlShares(ledger.database).links(5, NOON) == []
    assert len(await SqlShares(ledger.database).links(OWNER, NOON)) == 1


async def test_who_shares_and_revokes_all_day_piles_up_no_rows(ledger: Book, engine: Engine) -> None:
    shares, numbers = SqlShares(ledger.database), []
    for n in range(150):
        new = NewLink(
            OWNER, n, NOON + timedelta(microseconds=n), Extent.FULL, NOON + timedelta(days=1), b"", f"hash {n}"
        )
        kept = await shares.add_link(new, 20)
        assert kept is not None
        numbers.append(kept.link.number)
        await shares.revoke_link(OWNER, kept.link.number, NOON)
    other = NewLink(OWNER, 999, NOON, Extent.FULL, NOON + timedelta(days=1), b"", "open")
    assert await shares.add_link(other, 20) is not None

    with engine.connect() as db:
        left = db.scalars(select(metadata.tables["share_links"].c.number)).all()
    assert len(left) == _MOST_CLOSED + 1
    assert all(a < b for a, b in pairwise(numbers)), "no number is given twice: a button names one link"
    with pytest.raises(NotFound):
        await shares.add_link(
            NewLink(OWNER, 149, NOON + timedelta(microseconds=149), Extent.FULL, NOON + timedelta(days=1), b"", "x"), 20
        )
