"""The ledger on both databases: a real SQLite file and a real PostgreSQL server."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, text

from budget.bookkeeper import Bookkeeper
from budget.categories import STARTERS
from budget.currencies import Currency, currency_named
from budget.entries import Entry, Held, Kind
from budget.errors import LedgerUnavailable, NotFound
from budget.grammar import About, Choice, Label
from budget.ledger import Asked, Beginnings, Budget, Pay, Slip, Standing, Status, Written
from budget.locales import locale_named
from budget.money import Money
from storage.budgets import renew
from storage.sql_ledger import SqlLedger
from storage.sql_notebook import SqlNotebook
from tests.ledgers import (
    BEGINNINGS,
    MONDAY,
    NOON,
    OWNER,
    WEEK,
    expense,
    extra,
    number_of,
    pay,
    paycheck,
    refund,
    slip,
    spent,
    taught,
    weeks,
)

pytest_plugins = ["tests.databases"]

STRANGER = 42


def live(written: Written) -> dict[int, int]:
    """Return the amounts that count, by line."""
    return {held.line: held.entry.amount for held in written.held if not held.undone}


def choices(*entries: Entry) -> tuple[Choice, ...]:
    return tuple(Choice(Label.AMOUNT, (entry,)) for entry in entries)


def beers(fun: int, line: int = 0) -> Asked:
    """Return the question about `3 beers 18`."""
    return Asked(line, About.AMOUNT, choices(expense(300, fun, "beers 18"), expense(1800, fun, "3 beers")))


# --- budgets and categories ---


async def test_a_chat_without_a_budget_has_none(ledger: SqlLedger) -> None:
    assert await ledger.budget(STRANGER) is None


async def test_a_new_budget_starts_with_the_starting_categories(ledger: SqlLedger) -> None:
    budget = await ledger.budget(OWNER)

    assert budget is not None
    assert (budget.money, budget.time_zone, budget.week_starts_on) == (BEGINNINGS.money, "UTC", 0)
    assert [(one.key, one.name, set(one.keywords), one.limit) for one in budget.categories] == [
        (new.key, new.name, set(new.keywords), new.limit * 100) for new in STARTERS
    ]


async def test_opening_a_budget_again_changes_nothing(ledger: SqlLedger, fun: int) -> None:
    await ledger.set_limit(OWNER, fun, 1)

    again = await ledger.open_budget(OWNER, replace(BEGINNINGS, time_zone="Europe/Zurich"))

    assert again == await ledger.budget(OWNER)
    assert (again.time_zone, again.category(fun).limit) == ("UTC", 1)


async def test_one_budget_comes_of_many_who_open_it_at_once(url: str) -> None:
    async with SqlLedger(url) as one, SqlLedger(url) as two:
        opened = await asyncio.gather(*(ledger.open_budget(OWNER, BEGINNINGS) for ledger in [one, two] * 10))

    assert all(budget == opened[0] for budget in opened)
    assert len(opened[0].categories) == len(STARTERS)


async def test_limits_are_in_the_minor_units_of_the_currency(ledger: SqlLedger) -> None:
    yen = Money(currency_named("JPY"), locale_named("ja_JP"))

    budget = await ledger.open_budget(STRANGER, Beginnings(yen, "Asia/Tokyo", 6))

    assert budget.categories[0].limit == 150


async def test_a_budget_keeps_the_exponent_it_began_with(ledger: SqlLedger) -> None:
    dinar = Money(Currency("IQD", 0, "IQD"), locale_named("en_US"))  # as CLDR has it, against ISO 4217

    await ledger.open_budget(STRANGER, Beginnings(dinar, "UTC", 0))

    budget = await ledger.budget(STRANGER)
    assert budget is not None
    assert budget.money == dinar


async def test_settings_change_and_entries_keep_their_days(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun)), weeks)
    euro = Beginnings(Money(currency_named("EUR"), locale_named("de_DE")), "Europe/Berlin", 3)

    await ledger.change_settings(OWNER, euro)

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert (budget.money, budget.time_zone, budget.week_starts_on) == (euro.money, "Europe/Berlin", 3)
    assert [held.entry.day for held in await ledger.recent(OWNER, 1)] == [MONDAY]


async def test_a_category_changes_its_limit_and_name_but_not_its_key(ledger: SqlLedger, fun: int) -> None:
    await ledger.set_limit(OWNER, fun, 2**62)
    await ledger.rename_category(OWNER, fun, "Spaß")

    budget = await ledger.budget(OWNER)
    assert budget is not None
    changed = budget.category(fun)
    assert (changed.key, changed.name, changed.limit) == ("fun", "Spaß", 2**62)


async def test_a_new_category_stands_at_the_end(ledger: SqlLedger) -> None:
    await ledger.add_category(OWNER, "pets", "Pets", 2000)
    await ledger.add_category(OWNER, "pets", "Other pets", 1)

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert (budget.categories[-1].name, budget.categories[-1].limit, len(budget.categories)) == ("Pets", 2000, 5)


async def test_a_removed_category_comes_back_by_its_number_or_its_key(ledger: SqlLedger, fun: int) -> None:
    await ledger.remove_category(OWNER, fun)
    removed = await ledger.budget(OWNER)
    await ledger.remove_category(OWNER, fun, removed=False)
    by_number = await ledger.budget(OWNER)
    await ledger.remove_category(OWNER, fun)
    await ledger.add_category(OWNER, "fun", "More Fun", 7)
    by_key = await ledger.budget(OWNER)

    assert removed is not None
    assert by_number is not None
    assert by_key is not None
    assert fun not in {one.number for one in removed.current}
    assert by_number.category(fun) in by_number.current
    assert by_key.current[-1] == replace(by_number.category(fun), name="More Fun", limit=7)


async def test_a_keyword_means_one_category_at_a_time(ledger: SqlLedger, fun: int, other: int) -> None:
    await ledger.set_keywords(OWNER, other, {"coffee": True})
    await ledger.set_keywords(OWNER, other, {"bar": False})  # never meant Other: nothing changes
    await ledger.set_keywords(OWNER, fun, {"movie": False})

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert set(budget.category(fun).keywords) == {"dining", "restaurant", "entertainment", "bar"}
    assert set(budget.category(other).keywords) == {"other", "coffee"}


async def test_a_category_without_keywords_is_still_there(ledger: SqlLedger, other: int) -> None:
    await ledger.set_keywords(OWNER, other, {"other": False})

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert budget.category(other).keywords == ()


async def test_what_is_not_the_budgets_own_is_not_found(ledger: SqlLedger, fun: int) -> None:
    await ledger.open_budget(STRANGER, BEGINNINGS)
    for change in (
        ledger.set_limit(STRANGER, fun, 1),
        ledger.rename_category(STRANGER, fun, "Mine"),
        ledger.remove_category(STRANGER, fun),
        ledger.set_keywords(STRANGER, fun, {"mine": True}),
        ledger.change_settings(43, BEGINNINGS),
    ):
        with pytest.raises(NotFound):
            await change


# --- recording ---


async def test_a_message_holds_an_entry_for_each_line_that_reads(ledger: SqlLedger, fun: int) -> None:
    tacos = Entry(Kind.EXPENSE, 700, MONDAY, fun, "tacos 🌮", "2 × $3.50")

    written = await ledger.record(slip(1, tacos, None, beers(fun, 2), paycheck(150_000)), weeks)

    assert written == Written(
        Status.DONE,
        (Held(1, 0, tacos, 7), Held(1, 3, paycheck(150_000), 7)),
        (beers(fun, 2),),
        (Standing(fun, WEEK, 700, tell_over=False),),
    )


async def test_a_repeat_changes_nothing_and_says_the_same(ledger: SqlLedger, fun: int) -> None:
    said = slip(1, expense(1250, fun, "tacos"), beers(fun, 1))

    first = await ledger.record(said, weeks)
    again = await ledger.record(said, weeks)

    assert again == replace(first, status=Status.REPEATED)


async def test_the_same_message_under_another_update_is_a_repeat(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun), update=5), weeks)

    assert (await ledger.record(slip(1, expense(99, fun), update=6), weeks)).status is Status.REPEATED
    assert await spent(ledger, OWNER, WEEK) == {fun: 1250}


async def test_two_messages_of_the_same_words_are_two_entries(ledger: SqlLedger, fun: int) -> None:
    for message in (1, 2):
        await ledger.record(slip(message, expense(350, fun, "coffee")), weeks)

    assert await spent(ledger, OWNER, WEEK) == {fun: 700}


async def test_a_message_without_anything_to_hold_leaves_no_trace(ledger: SqlLedger) -> None:
    assert await ledger.record(slip(1, None), weeks) == Written(Status.DONE)
    assert await ledger.is_empty(OWNER)
    assert (await ledger.message(OWNER, 1, weeks)).held == ()


async def test_a_message_delivered_many_times_at_once_is_held_once(url: str) -> None:
    async with SqlLedger(url) as one, SqlLedger(url) as two:
        await one.open_budget(OWNER, BEGINNINGS)
        fun = await number_of(one, "fun")
        said = slip(1, expense(1250, fun), expense(50, fun), beers(fun, 2))

        written = await asyncio.gather(*(ledger.record(said, weeks) for ledger in [one, two] * 20))

        assert sorted(one.status for one in written) == [Status.DONE] + [Status.REPEATED] * 39
        assert all(live(one) == {0: 1250, 1: 50} and len(one.asked) == 1 for one in written)
        assert await spent(two, OWNER, WEEK) == {fun: 1300}


async def test_no_entry_is_lost_where_two_programs_write_at_once(url: str) -> None:
    async with SqlLedger(url) as one, SqlLedger(url) as two:
        await one.open_budget(OWNER, BEGINNINGS)
        fun = await number_of(one, "fun")

        await asyncio.gather(*((one, two)[n % 2].record(slip(n, expense(n, fun)), weeks) for n in range(1, 101)))

        assert await spent(one, OWNER, WEEK) == {fun: 5050}


async def test_a_task_that_stops_waiting_leaves_nothing_half_done(ledger: SqlLedger, fun: int) -> None:
    tasks = [asyncio.create_task(ledger.record(slip(n, expense(1, fun), expense(2, fun)), weeks)) for n in range(1, 31)]
    await asyncio.sleep(0.01)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    for n in range(1, 31):  # Telegram delivers again what it got no answer to
        assert live(await ledger.record(slip(n, expense(1, fun), expense(2, fun)), weeks)) == {0: 1, 1: 2}
    assert await spent(ledger, OWNER, WEEK) == {fun: 90}


async def test_numbers_of_64_bits_are_held(ledger: SqlLedger) -> None:
    owner = 2**62
    await ledger.open_budget(owner, BEGINNINGS)
    fun = await number_of(ledger, "fun", owner)
    big = replace(slip(2**62, expense(1, fun), owner=owner, update=2**62), author=2**62)

    written = await ledger.record(big, weeks)

    assert written.held == (Held(2**62, 0, expense(1, fun), 2**62),)


Change = Callable[[SqlLedger, int], Awaitable[object]]
CHANGES: dict[str, Change] = {
    "settings": lambda ledger, _: ledger.change_settings(OWNER, replace(BEGINNINGS, time_zone="Asia/Tokyo")),
    "limit": lambda ledger, fun: ledger.set_limit(OWNER, fun, 1),
    "name": lambda ledger, fun: ledger.rename_category(OWNER, fun, "Joy"),
    "a category more": lambda ledger, _: ledger.add_category(OWNER, "pets", "Pets", 1),
    "a category less": lambda ledger, fun: ledger.remove_category(OWNER, fun),
    "keywords": lambda ledger, fun: ledger.set_keywords(OWNER, fun, {"zoo": True, "bar": False}),
    "another chat's budget": lambda ledger, _: SqlNotebook(ledger).move(STRANGER, OWNER),
    "forgotten and begun anew": lambda ledger, _: begun_anew(ledger),
}


async def begun_anew(ledger: SqlLedger) -> None:
    await ledger.forget(OWNER)
    await ledger.open_budget(OWNER, replace(BEGINNINGS, time_zone="Asia/Tokyo"))


@pytest.mark.parametrize("change", CHANGES)
async def test_what_one_replica_changes_the_others_see_at_once(url: str, change: str) -> None:
    async with SqlLedger(url) as one, SqlLedger(url) as two:
        await one.open_budget(STRANGER, replace(BEGINNINGS, week_starts_on=3))
        before = await two.open_budget(OWNER, BEGINNINGS)
        assert await one.budget(OWNER) == before, "both remember it"

        await CHANGES[change](one, before.categories[0].number)

        after = await two.budget(OWNER)
        assert after != before
        assert after == await one.budget(OWNER)
        assert await two.write_down(OWNER, 1, BEGINNINGS, lambda sheet: sheet.budget) == after


async def test_a_change_that_was_rolled_back_is_not_remembered(ledger: SqlLedger, fun: int) -> None:
    before = await ledger.budget(OWNER)

    def change_and_fail(db: Connection) -> None:
        db.execute(text("UPDATE categories SET name = 'Joy', weekly_limit = 1"))
        renew(db, OWNER)
        seen = ledger.budgets.of(db, OWNER)
        assert seen is not None
        assert seen.category(fun).name == "Joy"
        raise NotFound("as asked for")

    with pytest.raises(NotFound):
        await ledger.write(change_and_fail, OWNER)
    assert await ledger.budget(OWNER) == before


async def test_only_so_many_budgets_are_remembered(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.budgets._MOST", 3)
    for owner in range(1, 6):
        await ledger.open_budget(owner, BEGINNINGS)

    assert list(ledger.budgets._known) == [3, 4, 5]
    assert (await ledger.budget(1)) == await ledger.budget(1)


async def test_budgets_know_nothing_of_each_other(ledger: SqlLedger, fun: int) -> None:
    await ledger.open_budget(STRANGER, BEGINNINGS)
    await ledger.record(slip(1, expense(1, fun), paycheck(5)), weeks)

    assert await ledger.is_empty(STRANGER)
    assert await spent(ledger, STRANGER, WEEK) == {}
    assert await pay(ledger, STRANGER, MONDAY) is None
    assert await ledger.recent(STRANGER, 10) == []
    assert (await ledger.message(STRANGER, 1, weeks)).held == ()


async def test_an_entry_that_cannot_be_is_a_mistake_and_not_hidden(ledger: SqlLedger) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await ledger.record(slip(1, expense(1, 999_999)), weeks)

    assert await ledger.is_empty(OWNER)


# --- edits ---


async def test_an_edit_corrects_the_entry_in_place(ledger: SqlLedger, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1250, fun)), weeks)
    earlier = expense(1350, other, "late", MONDAY - timedelta(days=1))

    written = await ledger.record(slip(1, earlier, edited_at=100), weeks)

    assert written.status is Status.DONE
    assert [held.entry for held in written.held] == [earlier]
    assert written.standings == (
        Standing(other, WEEK.previous, 1350, tell_over=False),
        Standing(fun, WEEK, 0, tell_over=False),  # where the money was taken from
    )


async def test_an_edit_that_comes_again_changes_nothing_and_says_the_same(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun), expense(50, fun)), weeks)
    edit = slip(1, expense(1350, fun), edited_at=100)

    first = await ledger.record(edit, weeks)
    again = await ledger.record(edit, weeks)

    assert first.removed == {1}
    assert again == replace(first, status=Status.REPEATED)


async def test_an_older_state_of_a_message_changes_nothing(ledger: SqlLedger, fun: int) -> None:
    original = slip(1, expense(1, fun))
    first = slip(1, expense(2, fun), edited_at=100)
    second = slip(1, expense(3, fun), edited_at=200)
    for said in (original, first, second):
        await ledger.record(said, weeks)

    for stale in (original, first):
        written = await ledger.record(stale, weeks)
        assert (written.status, live(written)) == (Status.STALE, {0: 3})


async def test_of_two_edits_in_one_second_the_later_update_counts(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), update=900), weeks)
    await ledger.record(slip(1, expense(3, fun), edited_at=100, update=12), weeks)

    stale = await ledger.record(slip(1, expense(2, fun), edited_at=100, update=11), weeks)

    assert (stale.status, live(stale)) == (Status.STALE, {0: 3})


async def test_an_edit_of_an_unknown_message_is_recorded(ledger: SqlLedger, fun: int) -> None:
    written = await ledger.record(slip(1, expense(2, fun), edited_at=100), weeks)
    original = await ledger.record(slip(1, expense(1, fun), expense(1, fun)), weeks)

    assert (written.status, live(written)) == (Status.DONE, {0: 2})
    assert (original.status, live(original)) == (Status.STALE, {0: 2})


async def test_a_line_that_no_longer_reads_leaves_its_entry(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun), beers(fun, 2)), weeks)

    written = await ledger.record(slip(1, None, expense(3, fun), None, edited_at=100), weeks)

    assert live(written) == {0: 1, 1: 3}
    assert written.asked == (beers(fun, 2),)


async def test_lines_that_are_gone_are_undone_and_come_back_with_the_line(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun), beers(fun, 2)), weeks)

    fewer = await ledger.record(slip(1, expense(1, fun), edited_at=100, update=10), weeks)
    later = await ledger.record(slip(1, expense(4, fun), edited_at=200, update=11), weeks)
    more = await ledger.record(slip(1, expense(4, fun), expense(5, fun), expense(6, fun), edited_at=300), weeks)

    assert (live(fewer), fewer.asked) == ({0: 1}, ())
    assert fewer.removed == {1}
    assert live(later) == {0: 4}
    assert later.removed == set()  # it was not this edit that took line 1 out
    assert live(more) == {0: 4, 1: 5, 2: 6}
    assert more.removed == set()


async def test_an_edit_leaves_undone_what_a_person_undid(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun)), weeks)
    await ledger.set_undone(OWNER, 1, None, "tap", weeks, undone=True)

    fewer = await ledger.record(slip(1, expense(3, fun), edited_at=100), weeks)
    more = await ledger.record(slip(1, expense(3, fun), expense(4, fun), edited_at=200), weeks)

    assert live(fewer) == {}
    assert fewer.removed == set()
    assert live(more) == {}
    assert [held.entry.amount for held in more.held] == [3, 4]


# --- questions ---


async def test_an_answer_records_the_choice_as_its_author_sent_it(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)), weeks)

    written = await ledger.answer(OWNER, 1, 0, 1, "tap", weeks)

    assert written.held == (Held(1, 0, expense(1800, fun, "3 beers"), 7),)
    assert (written.status, written.asked) == (Status.DONE, ())
    assert written.standings == (Standing(fun, WEEK, 1800, tell_over=False),)


async def test_the_same_tap_again_changes_nothing(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)), weeks)

    first = await ledger.answer(OWNER, 1, 0, 1, "tap", weeks)

    assert await ledger.answer(OWNER, 1, 0, 1, "tap", weeks) == replace(first, status=Status.REPEATED)


async def test_of_many_taps_at_once_one_answers(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)), weeks)

    taps = (ledger.answer(OWNER, 1, 0, n % 2, f"tap {n}", weeks) for n in range(20))
    results = await asyncio.gather(*taps, return_exceptions=True)

    assert sum(isinstance(result, Written) for result in results) == 1
    assert sum(isinstance(result, NotFound) for result in results) == 19
    assert len((await ledger.message(OWNER, 1, weeks)).held) == 1


@pytest.mark.parametrize(("message", "line", "choice"), [(1, 0, 2), (1, 0, -1), (1, 1, 0), (2, 0, 0)])
async def test_an_answer_to_no_question_is_not_found(
    ledger: SqlLedger, fun: int, message: int, line: int, choice: int
) -> None:
    await ledger.record(slip(1, beers(fun)), weeks)

    with pytest.raises(NotFound):
        await ledger.answer(OWNER, message, line, choice, "tap", weeks)
    assert (await ledger.answer(OWNER, 1, 0, 0, "tap", weeks)).status is Status.DONE  # the tap was not used up


async def test_an_edit_that_asks_leaves_the_entry_until_it_is_answered(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun)), weeks)

    asked = await ledger.record(slip(1, beers(fun), edited_at=100), weeks)
    answered = await ledger.answer(OWNER, 1, 0, 0, "tap", weeks)

    assert (live(asked), asked.asked) == ({0: 1}, (beers(fun),))
    assert (live(answered), answered.asked) == ({0: 300}, ())


async def test_an_edit_that_reads_closes_the_question(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, beers(fun), beers(fun, 1)), weeks)

    written = await ledger.record(slip(1, beers(fun), expense(1800, fun), edited_at=100), weeks)

    assert (live(written), written.asked) == ({1: 1800}, (beers(fun),))


async def test_an_edit_may_ask_something_else(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)), weeks)
    other_question = Asked(0, About.INCOME, choices(paycheck(900), expense(900, fun)))

    assert (await ledger.record(slip(1, other_question, edited_at=100), weeks)).asked == (other_question,)
    assert live(await ledger.answer(OWNER, 1, 0, 0, "tap", weeks)) == {0: 900}


# --- undo ---


async def test_undone_entries_do_not_count_until_they_are_restored(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun), paycheck(5000)), weeks)

    undone = await ledger.set_undone(OWNER, 1, None, "undo", weeks, undone=True)
    nothing, no_pay = await spent(ledger, OWNER, WEEK), await pay(ledger, OWNER, MONDAY)
    restored = await ledger.set_undone(OWNER, 1, None, "redo", weeks, undone=False)

    assert (live(undone), undone.standings) == ({}, (Standing(fun, WEEK, 0, tell_over=False),))
    assert (nothing, no_pay) == ({}, None)
    assert live(restored) == {0: 1250, 1: 5000}
    assert await spent(ledger, OWNER, WEEK) == {fun: 1250}


async def test_one_line_is_undone_by_itself(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun)), weeks)

    written = await ledger.set_undone(OWNER, 1, 1, "undo", weeks, undone=True)

    assert live(written) == {0: 1}
    assert [held.undone for held in written.held] == [False, True]


async def test_a_repeated_undo_does_not_undo_what_was_restored_since(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun)), weeks)
    await ledger.set_undone(OWNER, 1, 0, "undo", weeks, undone=True)
    await ledger.set_undone(OWNER, 1, 0, "redo", weeks, undone=False)

    again = await ledger.set_undone(OWNER, 1, 0, "undo", weeks, undone=True)

    assert (again.status, live(again)) == (Status.REPEATED, {0: 1})


async def test_a_line_taken_out_by_an_edit_comes_back_by_its_own_button_only(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun)), weeks)
    await ledger.record(slip(1, expense(1, fun), edited_at=100), weeks)
    await ledger.set_undone(OWNER, 1, None, "undo", weeks, undone=True)

    by_all = await ledger.set_undone(OWNER, 1, None, "redo", weeks, undone=False)
    by_line = await ledger.set_undone(OWNER, 1, 1, "redo line", weeks, undone=False)

    assert live(by_all) == {0: 1}
    assert live(by_line) == {0: 1, 1: 2}


async def test_there_is_nothing_to_undo_where_nothing_is_held(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun)), weeks)

    for message, line in ((1, 1), (2, None)):
        with pytest.raises(NotFound):
            await ledger.set_undone(OWNER, message, line, "undo", weeks, undone=True)


async def test_undo_takes_the_latest_message_that_still_has_an_entry(ledger: SqlLedger, fun: int) -> None:
    for message in (1, 2, 3):
        await ledger.record(slip(message, expense(message, fun), expense(10, fun)), weeks)
    await ledger.set_undone(OWNER, 3, None, "undo 3", weeks, undone=True)
    await ledger.set_undone(OWNER, 2, 0, "undo a line of 2", weeks, undone=True)

    second = await ledger.undo_latest(OWNER, "undo a", weeks)
    first = await ledger.undo_latest(OWNER, "undo b", weeks)

    assert [(held.message, held.undone) for held in second.held] == [(2, True), (2, True)]
    assert [held.message for held in first.held] == [1, 1]
    with pytest.raises(NotFound):
        await ledger.undo_latest(OWNER, "undo c", weeks)


async def test_a_repeated_undo_of_the_latest_shows_the_same_message_again(ledger: SqlLedger, fun: int) -> None:
    for message in (1, 2):
        await ledger.record(slip(message, expense(message, fun)), weeks)
    await ledger.undo_latest(OWNER, "undo", weeks)
    await ledger.set_undone(OWNER, 2, None, "redo", weeks, undone=False)

    again = await ledger.undo_latest(OWNER, "undo", weeks)

    assert (again.status, again.held[0].message, live(again)) == (Status.REPEATED, 2, {0: 2})
    assert await spent(ledger, OWNER, WEEK) == {fun: 3}


# --- corrections by a tap ---


async def test_a_tap_moves_an_entry_and_teaches_its_note(ledger: SqlLedger, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1250, other, "Tacos  al Pastor")), weeks)

    written = await ledger.recategorise(OWNER, 1, 0, fun, "tap", weeks)

    assert written.status is Status.DONE
    assert written.held[0].entry == expense(1250, fun, "Tacos  al Pastor")
    assert [(at.category, at.spent) for at in written.standings] == [(fun, 1250), (other, 0)]
    assert await taught(ledger, OWNER, ["tacos al pastor", "pizza"]) == {"tacos al pastor": fun}


async def test_a_repeated_tap_does_not_move_it_back(ledger: SqlLedger, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1250, other)), weeks)
    await ledger.recategorise(OWNER, 1, 0, fun, "to fun", weeks)
    await ledger.recategorise(OWNER, 1, 0, other, "to other", weeks)

    again = await ledger.recategorise(OWNER, 1, 0, fun, "to fun", weeks)

    assert (again.status, again.held[0].entry.category) == (Status.REPEATED, other)


async def test_the_last_lesson_counts_and_an_empty_note_teaches_nothing(
    ledger: SqlLedger, fun: int, other: int
) -> None:
    await ledger.record(slip(1, expense(1, other, "tacos"), expense(2, other)), weeks)
    for act, line, category in (("a", 0, fun), ("b", 0, other), ("c", 1, fun)):
        await ledger.recategorise(OWNER, 1, line, category, act, weeks)

    assert await taught(ledger, OWNER, ["tacos", ""]) == {"tacos": other}
    assert await taught(ledger, OWNER, []) == {}


async def test_what_was_taught_for_a_removed_category_is_not_told(ledger: SqlLedger, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1, other, "tacos")), weeks)
    await ledger.recategorise(OWNER, 1, 0, fun, "tap", weeks)

    await ledger.remove_category(OWNER, fun)

    assert await taught(ledger, OWNER, ["tacos"]) == {}


async def test_only_spending_moves_and_only_to_a_current_category(ledger: SqlLedger, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1, other), paycheck(2)), weeks)
    await ledger.remove_category(OWNER, fun)

    for line, category in ((0, fun), (0, 999_999), (1, other), (2, other)):
        with pytest.raises(NotFound):
            await ledger.recategorise(OWNER, 1, line, category, "tap", weeks)


async def test_an_expense_becomes_a_paycheck_of_the_same_day(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, expense(90_000, fun, "rent")), weeks)

    first = await ledger.make_income(OWNER, 1, 0, "tap", weeks)
    again = await ledger.make_income(OWNER, 1, 0, "tap", weeks)

    assert first.held[0].entry == Entry(Kind.PAYCHECK, 90_000, MONDAY, None, "rent")
    assert first.standings == (Standing(fun, WEEK, 0, tell_over=False),)
    assert (again.status, again.held) == (Status.REPEATED, first.held)
    assert await pay(ledger, OWNER, MONDAY) == Pay((MONDAY,), 90_000, 0, 0)


async def test_only_an_expense_becomes_a_paycheck(ledger: SqlLedger, fun: int) -> None:
    await ledger.record(slip(1, refund(1, fun)), weeks)

    for line in (0, 1):
        with pytest.raises(NotFound):
            await ledger.make_income(OWNER, 1, line, "tap", weeks)


# --- limits ---


async def test_exactly_the_limit_is_not_over(ledger: SqlLedger, fun: int) -> None:
    at = await ledger.record(slip(1, expense(15_000, fun)), weeks)
    over = await ledger.record(slip(2, expense(1, fun)), weeks)

    assert at.standings == (Standing(fun, WEEK, 15_000, tell_over=False),)
    assert over.standings == (Standing(fun, WEEK, 15_001, tell_over=True),)


async def test_going_over_is_told_once_and_told_again_by_a_repeat(ledger: SqlLedger, fun: int) -> None:
    first, second = slip(1, expense(15_001, fun)), slip(2, expense(1, fun))

    told = [(await ledger.record(said, weeks)).standings[0].tell_over for said in (first, second, first, second)]

    assert told == [True, False, True, False]
    next_week = await ledger.record(slip(3, expense(15_001, fun, day=MONDAY + timedelta(days=7))), weeks)
    assert next_week.standings[0].tell_over


async def test_of_many_messages_at_once_one_tells_of_the_limit(ledger: SqlLedger, fun: int) -> None:
    written = await asyncio.gather(*(ledger.record(slip(n, expense(1000, fun)), weeks) for n in range(1, 31)))

    assert sum(one.standings[0].tell_over for one in written) == 1
    assert sorted(one.standings[0].spent for one in written) == [n * 1000 for n in range(1, 31)]


async def test_answers_and_taps_tell_of_a_limit_too(ledger: SqlLedger, fun: int, other: int) -> None:
    await ledger.record(slip(1, Asked(0, About.AMOUNT, choices(expense(15_001, fun), expense(1, fun)))), weeks)
    await ledger.record(slip(2, expense(10_000, other), expense(1, fun)), weeks)

    answered = await ledger.answer(OWNER, 1, 0, 0, "answer", weeks)
    moved = await ledger.recategorise(OWNER, 2, 1, other, "move", weeks)

    assert [at.tell_over for at in answered.standings] == [True]
    assert [(at.category, at.tell_over) for at in moved.standings] == [(other, True), (fun, False)]


async def test_undo_and_a_lowered_limit_claim_no_notice(ledger: SqlLedger, fun: int) -> None:
    said = slip(1, expense(500, fun), expense(500, fun))
    await ledger.record(said, weeks)
    await ledger.set_limit(OWNER, fun, 100)

    undone = await ledger.set_undone(OWNER, 1, 0, "undo", weeks, undone=True)
    repeated = await ledger.record(said, weeks)
    next_one = await ledger.record(slip(2, expense(1, fun)), weeks)

    assert [one.standings[0].tell_over for one in (undone, repeated, next_one)] == [False, False, True]


async def test_a_removed_category_has_no_limit_to_tell_of(ledger: SqlLedger, fun: int) -> None:
    await ledger.remove_category(OWNER, fun)

    assert not (await ledger.record(slip(1, expense(15_001, fun)), weeks)).standings[0].tell_over


# --- sums and lists ---


async def test_a_week_is_half_open_and_refunds_lower_it(ledger: SqlLedger, fun: int, other: int) -> None:
    sunday = MONDAY + timedelta(days=6)
    days = (MONDAY - timedelta(days=1), MONDAY, sunday, sunday + timedelta(days=1))
    await ledger.record(slip(1, *(expense(10**n, fun, day=day) for n, day in enumerate(days))), weeks)
    await ledger.record(slip(2, refund(7, other), extra(50), paycheck(60)), weeks)

    assert await spent(ledger, OWNER, WEEK) == {fun: 110, other: -7}


async def test_sums_of_the_largest_amounts_are_exact(ledger: SqlLedger, fun: int) -> None:
    most = 10**9  # a million with three decimals
    for message in range(1, 11):
        await ledger.record(slip(message, *[expense(most, fun)] * 19, paycheck(most)), weeks)

    sums = await spent(ledger, OWNER, WEEK)
    assert sums == {fun: 190 * most}
    assert type(sums[fun]) is int
    assert await pay(ledger, OWNER, MONDAY) == Pay((MONDAY,), 10 * most, 0, 190 * most)


async def test_a_pay_period_runs_from_the_latest_paycheck_until_the_next(ledger: SqlLedger, fun: int) -> None:
    first, second = date(2026, 11, 6), date(2026, 11, 20)
    before, last = first - timedelta(days=1), second - timedelta(days=1)
    await ledger.record(slip(1, paycheck(1000, first), paycheck(500, first), extra(40, first)), weeks)
    await ledger.record(slip(2, expense(1, fun, day=before), expense(10, fun, day=first)), weeks)
    await ledger.record(slip(3, refund(3, fun, last), expense(100, fun, day=second)), weeks)
    await ledger.record(slip(4, paycheck(2000, second)), weeks)

    assert await pay(ledger, OWNER, before) is None
    assert await pay(ledger, OWNER, first) == Pay((first,), 1500, 40, 7)
    assert await pay(ledger, OWNER, second) == Pay((first, second), 2000, 0, 100)


async def test_only_the_newest_fifty_paydays_are_told(ledger: SqlLedger) -> None:
    days = [MONDAY - timedelta(days=n) for n in range(60)]
    for message, day in enumerate(days, 1):
        await ledger.record(slip(message, paycheck(1, day), paycheck(2, day)), weeks)

    now = await pay(ledger, OWNER, MONDAY)

    assert now is not None
    assert now.paydays == tuple(reversed(days[:50]))


async def test_recent_entries_come_newest_first_without_undone_ones(ledger: SqlLedger, fun: int) -> None:
    for message in (2, 1, 3):
        await ledger.record(slip(message, expense(message, fun), expense(message * 10, fun)), weeks)
    await ledger.set_undone(OWNER, 3, 1, "undo", weeks, undone=True)

    assert [held.entry.amount for held in await ledger.recent(OWNER, 4)] == [3, 20, 2, 10]


async def test_a_question_counts_as_held_even_when_it_is_answered_or_undone(ledger: SqlLedger, fun: int) -> None:
    assert await ledger.is_empty(OWNER)

    await ledger.record(slip(5, beers(fun)), weeks)
    await ledger.record(slip(6, beers(fun), edited_at=100), weeks)

    assert not await ledger.is_empty(OWNER)


async def test_the_book_is_the_same_after_a_restart(url: str) -> None:
    async with SqlLedger(url) as before:
        budget = await before.open_budget(OWNER, BEGINNINGS)
        said: Slip = slip(1, expense(1250, budget.categories[0].number, "tacos"), beers(budget.categories[0].number, 1))
        written = await before.record(said, weeks)

    async with SqlLedger(url) as after:
        assert await after.budget(OWNER) == budget
        assert await after.record(said, weeks) == replace(written, status=Status.REPEATED)


async def test_a_budget_that_is_forgotten_while_it_is_looked_at_asks_for_a_repeat(url: str) -> None:
    class Forgetting(SqlLedger):
        async def open_budget(self, owner: int, beginnings: Beginnings) -> Budget:
            budget = await super().open_budget(owner, beginnings)
            await self.forget(owner)
            return budget

    async with Forgetting(url) as ledger:
        with pytest.raises(LedgerUnavailable, match="forgotten meanwhile"):
            await Bookkeeper(ledger, BEGINNINGS).summary(OWNER, NOON)
