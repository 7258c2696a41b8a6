"""Guests and invitations on both databases: who is let in, who is kept out, and what happens when two do it at once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from budget.errors import NotFound
from budget.people import (
    INVITATION_KEPT,
    INVITATION_LIVES,
    MOST_ENDED_INVITATIONS,
    MOST_INVITATIONS,
    Admission,
    may_remove,
)
from storage.guests import SqlGuests
from storage.tables import invitations
from tests.ledgers import NOON, Book

pytest_plugins = ["tests.databases"]

ANN, BOB, CARL, DANA = 7_000_000_001, 7_000_000_002, 7_000_000_003, 7_000_000_004
NAMED = frozenset({ANN})
NOBODY: frozenset[int] = frozenset()


@pytest.fixture
async def book(url: str) -> AsyncIterator[Book]:
    async with Book(url) as ledger:
        yield ledger


@pytest.fixture
def people(book: Book) -> SqlGuests:
    return SqlGuests(book.database)


async def rows(book: Book) -> int:
    return await book.database.read(lambda db: len(db.execute(invitations.select()).all()))


async def let_in(people: SqlGuests, user: int, by: int = ANN, named: frozenset[int] = NAMED) -> None:
    code = f"{user:032x}{by:032x}"
    assert await people.add_invitation(code, by, NOON, named)
    assert await people.redeem(code, user, "Guest", NOON, named) is Admission.WELCOME


async def test_of_all_who_claim_the_bot_at_once_one_wins(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        replicas = [SqlGuests(one.database), SqlGuests(two.database)] * 4
        assert not await replicas[0].any_guest()

        claims = (each.add_first_guest(user, f"P{user}", NOON) for user, each in enumerate(replicas, 1))
        won = await asyncio.gather(*claims)

        assert sum(won) == 1
        winner = won.index(True) + 1
        assert [user for user in range(1, 9) if await replicas[0].is_guest(user)] == [winner]
        assert await replicas[1].add_first_guest(winner, "", NOON), "the winner's repeat wins again"
        assert await replicas[1].first_guest() == winner
        assert [(guest.name, guest.first) for guest in await replicas[0].guests()] == [(f"P{winner}", True)]


async def test_an_invitation_lets_one_person_in_until_it_expires(people: SqlGuests) -> None:
    assert await people.add_invitation("code", ANN, NOON, NAMED)

    assert await people.redeem("other", BOB, "Bob", NOON, NAMED) is Admission.UNKNOWN
    assert await people.redeem("code", BOB, "Bob", NOON + INVITATION_LIVES, NAMED) is Admission.EXPIRED
    assert await people.redeem("code", BOB, "Bob", NOON, NAMED) is Admission.WELCOME
    assert await people.redeem("code", BOB, "Bob", NOON, NAMED) is Admission.WELCOME, "its answer may have been lost"
    assert await people.redeem("code", CARL, "Carl", NOON, NAMED) is Admission.TAKEN
    (bob,) = await people.guests()
    assert (bob.user, bob.name, bob.invited_by, bob.since, bob.first) == (BOB, "Bob", ANN, NOON, False)
    assert not await people.is_guest(CARL)


async def test_a_code_that_many_redeem_at_once_lets_one_in(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        replicas = [SqlGuests(one.database), SqlGuests(two.database)] * 4
        assert await replicas[0].add_invitation("code", ANN, NOON, NAMED)

        each = (place.redeem("code", 100 + n, "", NOON, NAMED) for n, place in enumerate(replicas))
        found = await asyncio.gather(*each)

        assert sorted(found) == sorted([Admission.WELCOME, *[Admission.TAKEN] * 7])
        assert len(await replicas[0].guests()) == 1


async def test_a_removed_guest_does_not_return_by_the_code_that_was_spent(people: SqlGuests) -> None:
    assert await people.add_invitation("code", ANN, NOON, NAMED)
    await people.redeem("code", BOB, "Bob", NOON, NAMED)
    await people.remove(BOB, ANN, NOON, NAMED)

    assert await people.redeem("code", BOB, "Bob", NOON, NAMED) is Admission.TAKEN
    assert not await people.is_guest(BOB)


async def test_a_removed_guest_returns_by_a_new_invitation_alone(people: SqlGuests) -> None:
    await let_in(people, BOB)
    await people.add_invitation("before", ANN, NOON, NAMED)
    await people.remove(BOB, ANN, NOON, NAMED)
    await people.add_invitation("after", ANN, NOON, NAMED)

    assert await people.redeem("before", BOB, "", NOON, NAMED) is Admission.MADE_BEFORE_REMOVAL
    assert await people.redeem("before", CARL, "", NOON, NAMED) is Admission.WELCOME, "it is nobody else's bar"
    assert await people.redeem("after", BOB, "", NOON, NAMED) is Admission.WELCOME


@pytest.mark.parametrize("noted", ["at a start", "with an invitation"])
async def test_who_was_taken_out_of_the_settings_does_not_return_by_an_older_invitation(
    people: SqlGuests, noted: str
) -> None:
    both = frozenset({ANN, BOB})
    if noted == "at a start":
        await people.add_invitation("before", ANN, NOON, NAMED)
        await people.note_named(both)
    else:
        await people.add_invitation("before", ANN, NOON, both)
    await people.note_named(NOBODY)

    assert await people.redeem("before", BOB, "", NOON, NAMED) is Admission.MADE_BEFORE_REMOVAL
    await people.add_invitation("after", ANN, NOON, NAMED)
    assert await people.redeem("after", BOB, "", NOON, NAMED) is Admission.WELCOME


async def test_numbers_go_on_where_old_invitations_were_pruned(people: SqlGuests, book: Book) -> None:
    await let_in(people, BOB)
    await people.remove(BOB, ANN, NOON, NAMED)
    later = NOON + INVITATION_LIVES + INVITATION_KEPT + timedelta(days=1)
    await people.add_invitation("after", ANN, later, NAMED)
    assert await rows(book) == 1

    assert await people.redeem("after", BOB, "", later, NAMED) is Admission.WELCOME


async def test_an_invitation_of_somebody_who_is_out_lets_nobody_in(people: SqlGuests) -> None:
    await let_in(people, BOB)
    await people.add_invitation("bobs", BOB, NOON, NAMED)
    await people.add_invitation("anns", ANN, NOON, NAMED)
    await people.remove(BOB, ANN, NOON, NAMED)

    assert await people.redeem("bobs", CARL, "", NOON, NAMED) is Admission.WITHDRAWN
    assert await people.redeem("anns", CARL, "", NOON, frozenset({DANA})) is Admission.MAKER_IS_OUT
    with pytest.raises(NotFound):
        await people.add_invitation("more", BOB, NOON, NAMED)
    await people.add_invitation("again", ANN, NOON, NAMED)
    assert await people.redeem("again", BOB, "Bob", NOON, NAMED) is Admission.WELCOME
    assert await people.redeem("bobs", CARL, "", NOON, NAMED) is Admission.WITHDRAWN, "also when its maker is back"


async def test_a_guest_is_removed_while_the_guests_invitation_is_used(url: str) -> None:
    """Whichever comes first: the newcomer is in and known to the remover, or is not in."""
    async with Book(url) as one, Book(url) as two:
        here, there = SqlGuests(one.database), SqlGuests(two.database)
        for n in range(10):
            guest, newcomer = 1000 + n, 2000 + n
            await let_in(here, guest)
            await here.add_invitation(f"code{n}", guest, NOON, NAMED)

            removed, admission = await asyncio.gather(
                here.remove(guest, ANN, NOON, NAMED), there.redeem(f"code{n}", newcomer, "", NOON, NAMED)
            )

            told = [each.user for each in removed[1]]
            assert told == ([newcomer] if admission is Admission.WELCOME else [])
            assert await here.is_guest(newcomer) == (admission is Admission.WELCOME)


async def test_ten_invitations_of_one_person_are_open_at_most_even_if_made_at_once(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        replicas = [SqlGuests(one.database), SqlGuests(two.database)]
        await let_in(replicas[0], BOB)

        made = await asyncio.gather(*(replicas[n % 2].add_invitation(f"c{n}", ANN, NOON, NAMED) for n in range(25)))

        assert sum(made) == MOST_INVITATIONS
        assert len(await replicas[0].invitations(NOON, by=ANN)) == MOST_INVITATIONS
        assert await replicas[0].add_invitation("bobs", BOB, NOON, NAMED), "the limit is each one's own"
        assert len(await replicas[0].invitations(NOON)) == MOST_INVITATIONS + 1


async def test_three_hundred_invitations_leave_few_rows(people: SqlGuests, book: Book) -> None:
    for n in range(300):
        code = f"{n:064x}"
        assert await people.add_invitation(code, ANN, NOON, NAMED)
        await people.withdraw(code[:16], ANN, NOON, NAMED)

    assert await rows(book) <= MOST_ENDED_INVITATIONS + 1
    assert await people.redeem(f"{299:064x}", BOB, "", NOON, NAMED) is Admission.WITHDRAWN, "the latest are known"


async def test_an_invitation_is_withdrawn_by_its_maker_or_by_who_runs_the_bot(people: SqlGuests) -> None:
    await people.add_first_guest(DANA, "Dana", NOON)
    await let_in(people, BOB)
    await let_in(people, CARL)
    codes = [letter * 64 for letter in "abc"]
    for code in codes:
        await people.add_invitation(code, BOB, NOON, NAMED)
    assert [one.id for one in await people.invitations(NOON, by=BOB)] == [code[:16] for code in codes]

    with pytest.raises(NotFound):
        await people.withdraw(codes[0][:16], CARL, NOON, NAMED)
    for code, by in zip(codes, (BOB, ANN, DANA), strict=True):
        await people.withdraw(code[:16], by, NOON, NAMED)
        with pytest.raises(NotFound):
            await people.withdraw(code[:16], by, NOON, NAMED)
        assert await people.redeem(code, 99, "", NOON, NAMED) is Admission.WITHDRAWN


async def test_a_guest_is_removed_only_by_who_runs_the_bot(people: SqlGuests) -> None:
    await people.add_first_guest(DANA, "Dana", NOON)
    await let_in(people, BOB)
    await let_in(people, CARL, by=BOB)

    for by, user in ((BOB, CARL), (CARL, BOB), (BOB, DANA), (DANA, DANA), (BOB, BOB), (DANA, 99)):
        with pytest.raises(NotFound):
            await people.remove(user, by, NOON, NOBODY)
    guest, invited = await people.remove(BOB, DANA, NOON, NOBODY)
    assert (guest.user, [each.user for each in invited]) == (BOB, [CARL])
    assert await people.is_guest(CARL), "who came by that one stays"
    with pytest.raises(NotFound):
        await people.remove(BOB, DANA, NOON, NOBODY)

    first = await people.guest(DANA)
    assert first is not None
    assert may_remove(first, ANN, named=True, first=False)
    assert not may_remove(first, BOB, named=False, first=True)
    await people.remove(DANA, ANN, NOON, NAMED)
    assert await people.first_guest() is None


async def test_at_somebodys_word_a_guest_comes_in_once_and_not_by_a_question_from_before_a_removal(
    people: SqlGuests,
) -> None:
    before = await people.latest_number()
    words = [people.let_in(BOB, "Bob", by, before, NOON, NAMED | {CARL}) for by in (ANN, CARL, ANN)]
    assert await asyncio.gather(*words) == [Admission.WELCOME] * 3
    (guest,) = await people.guests()
    assert (guest.user, guest.name) == (BOB, "Bob")
    assert guest.invited_by in {ANN, CARL}
    assert await people.invitations(NOON) == [], "it is no open invitation"

    await people.remove(BOB, ANN, NOON, NAMED)
    assert await people.let_in(BOB, "Bob", ANN, before, NOON, NAMED) is Admission.MADE_BEFORE_REMOVAL
    again = await people.latest_number()
    assert await people.let_in(BOB, "Bob", ANN, again, NOON, NAMED) is Admission.WELCOME

    await people.remove(BOB, ANN, NOON, NAMED)
    assert await people.let_in(BOB, "Bob", ANN, again, NOON, NAMED) is Admission.MADE_BEFORE_REMOVAL
    with pytest.raises(NotFound):
        await people.let_in(CARL, "Carl", BOB, await people.latest_number(), NOON, NAMED)


async def test_who_came_by_an_invitation_does_not_return_by_a_question_from_before_a_removal(people: SqlGuests) -> None:
    """No number grew between the question and the removal: the question counted as one of after it."""
    await people.add_invitation("a" * 64, ANN, NOON, NAMED)
    before = await people.latest_number()
    await people.redeem("a" * 64, BOB, "Bob", NOON, NAMED)
    await people.remove(BOB, ANN, NOON, NAMED)

    assert await people.let_in(BOB, "Bob", ANN, before, NOON, NAMED) is Admission.MADE_BEFORE_REMOVAL

    after = await people.latest_number()
    assert await people.let_in(BOB, "Bob", ANN, after, NOON, NAMED) is Admission.WELCOME


async def test_of_those_let_in_by_a_tap_few_rows_are_kept(book: Book, people: SqlGuests) -> None:
    for user in range(1, MOST_ENDED_INVITATIONS + 6):
        await people.let_in(user, "", ANN, await people.latest_number(), NOON + timedelta(seconds=user), NAMED)

    assert await rows(book) == MOST_ENDED_INVITATIONS
