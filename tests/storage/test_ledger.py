"""The ledger on both databases: a real SQLite file and a real PostgreSQL server."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, text

from budget import acts, undoing
from budget.bookkeeper import Bookkeeper, Message
from budget.budgets import Beginnings, Budget
from budget.categories import STARTERS
from budget.currencies import Currency, currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.errors import NotFound
from budget.grammar import About, Choice, Label
from budget.ledger_values import Pay
from budget.limits import DatedLimit
from budget.locales import locale_named
from budget.money import Money
from budget.periods import Week
from budget.states import MessageState, OpenQuestion, Standing, Status
from storage.budgets import renew
from tests.ledgers import (
    BEGINNINGS,
    MONDAY,
    NOON,
    OWNER,
    WEEK,
    Book,
    Sent,
    choices,
    expense,
    extra,
    number_of,
    pay,
    paycheck,
    refund,
    slip,
    spent,
    taught,
)

pytest_plugins = ["tests.databases"]
DATABASES = "sqlite", "postgresql", "divided"

STRANGER = 42


def live(written: MessageState) -> dict[int, int]:
    """Return the amounts that count, by line."""
    return {held.line: held.entry.amount for held in written.entries if not held.undone}


def beers(fun: int, line: int = 0) -> OpenQuestion:
    """Return the question about `3 beers 18`."""
    return OpenQuestion(line, About.AMOUNT, choices(expense(300, fun, "beers 18"), expense(1800, fun, "3 beers")))


# --- budgets and categories ---


async def test_a_chat_without_a_budget_has_none(ledger: Book) -> None:
    assert await ledger.budget(STRANGER) is None


async def test_a_new_budget_starts_with_the_starting_categories(ledger: Book) -> None:
    budget = await ledger.budget(OWNER)

    assert budget is not None
    assert (budget.money, budget.time_zone, budget.week_starts_on) == (BEGINNINGS.money, "UTC", 0)
    assert [(one.key, one.name, set(one.keywords), one.limit) for one in budget.categories] == [
        (new.key, new.name, set(new.keywords), new.limit * 100) for new in STARTERS
    ]


async def test_opening_a_budget_again_changes_nothing(ledger: Book, fun: int) -> None:
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_limit(fun, 1, MONDAY))

    again = await ledger.open_budget(OWNER, replace(BEGINNINGS, time_zone="Europe/Zurich"))

    assert again == await ledger.budget(OWNER)
    assert (again.time_zone, again.category(fun).limit) == ("UTC", 1)


async def test_one_budget_comes_of_many_who_open_it_at_once(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        opened = await asyncio.gather(*(ledger.open_budget(OWNER, BEGINNINGS) for ledger in [one, two] * 10))

    assert all(budget == opened[0] for budget in opened)
    assert len(opened[0].categories) == len(STARTERS)


async def test_limits_are_in_the_minor_units_of_the_currency(ledger: Book) -> None:
    yen = Money(currency_named("JPY"), locale_named("ja_JP"))

    budget = await ledger.open_budget(STRANGER, Beginnings(yen, "Asia/Tokyo", 6))

    assert budget.categories[0].limit == 15_000


async def test_a_budget_keeps_the_exponent_it_began_with(ledger: Book) -> None:
    dinar = Money(Currency("IQD", 0, "IQD"), locale_named("en_US"))  # as CLDR has it, against ISO 4217

    await ledger.open_budget(STRANGER, Beginnings(dinar, "UTC", 0))

    budget = await ledger.budget(STRANGER)
    assert budget is not None
    assert budget.money == dinar


async def test_settings_change_and_entries_keep_their_days(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun)))
    euro = Beginnings(Money(currency_named("EUR"), locale_named("de_DE")), "Europe/Berlin", 3)

    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_settings(euro))

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert (budget.money, budget.time_zone, budget.week_starts_on) == (euro.money, "Europe/Berlin", 3)
    assert [held.entry.day for held in await ledger.recent(OWNER, 1)] == [MONDAY]


async def test_a_category_changes_its_limit_and_name_but_not_its_key(ledger: Book, fun: int) -> None:
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_limit(fun, 2**62, MONDAY))
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.rename_category(fun, "Spaß"))

    budget = await ledger.budget(OWNER)
    assert budget is not None
    changed = budget.category(fun)
    assert (changed.key, changed.name, changed.limit) == ("fun", "Spaß", 2**62)


async def test_a_new_category_stands_at_the_end(ledger: Book) -> None:
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.add_category("pets", "Pets", 2000, MONDAY))
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.add_category("pets", "Other pets", 1, MONDAY))

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert (budget.categories[-1].name, budget.categories[-1].limit, len(budget.categories)) == ("Pets", 2000, 5)


async def test_a_removed_category_comes_back_by_its_number_or_its_key(ledger: Book, fun: int) -> None:
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.remove_category(fun))
    removed = await ledger.budget(OWNER)
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.remove_category(fun, removed=False))
    by_number = await ledger.budget(OWNER)
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.remove_category(fun))
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.add_category("fun", "More Fun", 7, MONDAY))
    by_key = await ledger.budget(OWNER)

    assert removed is not None
    assert by_number is not None
    assert by_key is not None
    assert fun not in {one.number for one in removed.current}
    assert by_number.category(fun) in by_number.current
    since = DatedLimit(MONDAY - timedelta(days=7), 0, removed=True), DatedLimit(MONDAY, 7)
    assert by_key.current[-1] == replace(by_number.category(fun), name="More Fun", limit=7, limits=since)


async def test_a_keyword_means_one_category_at_a_time(ledger: Book, fun: int, other: int) -> None:
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_keywords(other, {"coffee": True}))
    await ledger.changed(
        OWNER, BEGINNINGS, lambda sheet: sheet.set_keywords(other, {"bar": False})
    )  # never meant Other: nothing changes
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_keywords(fun, {"movie": False}))

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert set(budget.category(fun).keywords) == {"dining", "restaurant", "entertainment", "bar"}
    assert set(budget.category(other).keywords) == {"other", "coffee"}


async def test_a_category_without_keywords_is_still_there(ledger: Book, other: int) -> None:
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_keywords(other, {"other": False}))

    budget = await ledger.budget(OWNER)
    assert budget is not None
    assert budget.category(other).keywords == ()


async def test_what_is_not_the_budgets_own_is_not_found(ledger: Book, fun: int) -> None:
    await ledger.open_budget(STRANGER, BEGINNINGS)
    for change in (
        ledger.changed(STRANGER, BEGINNINGS, lambda sheet: sheet.set_limit(fun, 1, MONDAY)),
        ledger.changed(STRANGER, BEGINNINGS, lambda sheet: sheet.rename_category(fun, "Mine")),
        ledger.changed(STRANGER, BEGINNINGS, lambda sheet: sheet.remove_category(fun)),
        ledger.changed(STRANGER, BEGINNINGS, lambda sheet: sheet.set_keywords(fun, {"mine": True})),
    ):
        with pytest.raises(NotFound):
            await change


# --- recording ---


async def test_a_message_holds_an_entry_for_each_line_that_reads(ledger: Book, fun: int) -> None:
    tacos = Entry(Kind.EXPENSE, 700, MONDAY, fun, "tacos 🌮", "2 × $3.50")

    written = await ledger.record(slip(1, tacos, None, beers(fun, 2), paycheck(150_000)))

    assert written == MessageState(
        Status.DONE,
        (RecordedEntry(1, 0, tacos, 7), RecordedEntry(1, 3, paycheck(150_000), 7)),
        (beers(fun, 2),),
        (Standing(fun, WEEK, 700, tell_over=False),),
    )


async def test_a_repeat_changes_nothing_and_says_the_same(ledger: Book, fun: int) -> None:
    said = slip(1, expense(1250, fun, "tacos"), beers(fun, 1))

    first = await ledger.record(said)
    again = await ledger.record(said)

    assert again == first._replace(status=Status.REPEATED)


async def test_the_same_message_under_another_update_is_a_repeat(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun), update=5))

    assert (await ledger.record(slip(1, expense(99, fun), update=6))).status is Status.REPEATED
    assert await spent(ledger, OWNER, WEEK) == {fun: 1250}


async def test_two_messages_of_the_same_words_are_two_entries(ledger: Book, fun: int) -> None:
    for message in (1, 2):
        await ledger.record(slip(message, expense(350, fun, "coffee")))

    assert await spent(ledger, OWNER, WEEK) == {fun: 700}


async def test_a_message_without_anything_to_hold_leaves_no_trace(ledger: Book) -> None:
    assert await ledger.record(slip(1, None)) == MessageState(Status.DONE)
    assert await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.is_empty())
    assert (await ledger.message(OWNER, 1)).entries == ()


async def test_a_message_delivered_many_times_at_once_is_held_once(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        await one.open_budget(OWNER, BEGINNINGS)
        fun = await number_of(one, "fun")
        said = slip(1, expense(1250, fun), expense(50, fun), beers(fun, 2))

        written = await asyncio.gather(*(ledger.record(said) for ledger in [one, two] * 20))

        assert sorted(one.status for one in written) == [Status.DONE] + [Status.REPEATED] * 39
        assert all(live(one) == {0: 1250, 1: 50} and len(one.questions) == 1 for one in written)
        assert await spent(two, OWNER, WEEK) == {fun: 1300}


async def test_no_entry_is_lost_where_two_programs_write_at_once(url: str) -> None:
    async with Book(url) as one, Book(url) as two:
        await one.open_budget(OWNER, BEGINNINGS)
        fun = await number_of(one, "fun")

        await asyncio.gather(*((one, two)[n % 2].record(slip(n, expense(n, fun))) for n in range(1, 101)))

        assert await spent(one, OWNER, WEEK) == {fun: 5050}


async def test_a_task_that_stops_waiting_leaves_nothing_half_done(ledger: Book, fun: int) -> None:
    tasks = [asyncio.create_task(ledger.record(slip(n, expense(1, fun), expense(2, fun)))) for n in range(1, 31)]
    await asyncio.sleep(0.01)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    for n in range(1, 31):  # Telegram delivers again what it got no answer to
        assert live(await ledger.record(slip(n, expense(1, fun), expense(2, fun)))) == {0: 1, 1: 2}
    assert await spent(ledger, OWNER, WEEK) == {fun: 90}


async def test_numbers_of_64_bits_are_held(ledger: Book) -> None:
    owner = 2**62
    await ledger.open_budget(owner, BEGINNINGS)
    fun = await number_of(ledger, "fun", owner)
    sent = slip(2**62, expense(1, fun), owner=owner, update=2**62)
    big = replace(sent, submission=sent.submission._replace(author=2**62))

    written = await ledger.record(big)

    assert written.entries == (RecordedEntry(2**62, 0, expense(1, fun), 2**62),)


Change = Callable[[Book, int], Awaitable[object]]
CHANGES: dict[str, Change] = {
    "settings": lambda ledger, _: ledger.changed(
        OWNER, BEGINNINGS, lambda sheet: sheet.set_settings(replace(BEGINNINGS, time_zone="Asia/Tokyo"))
    ),
    "limit": lambda ledger, fun: ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_limit(fun, 1, MONDAY)),
    "name": lambda ledger, fun: ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.rename_category(fun, "Joy")),
    "a category more": lambda ledger, _: ledger.changed(
        OWNER, BEGINNINGS, lambda sheet: sheet.add_category("pets", "Pets", 1, MONDAY)
    ),
    "a category less": lambda ledger, fun: ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.remove_category(fun)),
    "keywords": lambda ledger, fun: ledger.changed(
        OWNER, BEGINNINGS, lambda sheet: sheet.set_keywords(fun, {"zoo": True, "bar": False})
    ),
    "another chat's budget": lambda ledger, _: ledger.move(STRANGER, OWNER),
    "forgotten and begun anew": lambda ledger, _: begun_anew(ledger),
}


async def begun_anew(ledger: Book) -> None:
    await ledger.forget(OWNER)
    await ledger.open_budget(OWNER, replace(BEGINNINGS, time_zone="Asia/Tokyo"))


@pytest.mark.parametrize("change", CHANGES)
async def test_what_one_replica_changes_the_others_see_at_once(url: str, change: str) -> None:
    async with Book(url) as one, Book(url) as two:
        await one.open_budget(STRANGER, replace(BEGINNINGS, week_starts_on=3))
        before = await two.open_budget(OWNER, BEGINNINGS)
        assert await one.budget(OWNER) == before, "both remember it"

        await CHANGES[change](one, before.categories[0].number)

        after = await two.budget(OWNER)
        assert after != before
        assert after == await one.budget(OWNER)
        assert await two.write_down(OWNER, 1, BEGINNINGS, lambda sheet: sheet.budget) == after


async def test_a_change_that_was_rolled_back_is_not_remembered(ledger: Book, fun: int) -> None:
    before = await ledger.budget(OWNER)

    def change_and_fail(db: Connection) -> None:
        db.execute(text("UPDATE categories SET name = 'Joy', weekly_limit = 1"))
        renew(db, OWNER)
        seen = ledger.budgets.of(db, OWNER)
        assert seen is not None
        assert seen.category(fun).name == "Joy"
        raise NotFound("as asked for")

    with pytest.raises(NotFound):
        await ledger.database.write(change_and_fail)
    assert await ledger.budget(OWNER) == before


async def test_only_so_many_budgets_are_remembered(ledger: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.budgets._MOST", 3)
    for owner in range(1, 6):
        await ledger.open_budget(owner, BEGINNINGS)

    assert list(ledger.budgets._known) == [3, 4, 5]
    assert (await ledger.budget(1)) == await ledger.budget(1)


async def test_budgets_know_nothing_of_each_other(ledger: Book, fun: int) -> None:
    await ledger.open_budget(STRANGER, BEGINNINGS)
    await ledger.record(slip(1, expense(1, fun), paycheck(5)))

    assert await ledger.changed(STRANGER, BEGINNINGS, lambda sheet: sheet.is_empty())
    assert await spent(ledger, STRANGER, WEEK) == {}
    assert await pay(ledger, STRANGER, MONDAY) is None
    assert await ledger.recent(STRANGER, 10) == []
    assert (await ledger.message(STRANGER, 1)).entries == ()


async def test_an_entry_that_cannot_be_is_a_mistake_and_not_hidden(ledger: Book) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        await ledger.record(slip(1, expense(1, 999_999)))

    assert await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.is_empty())


# --- edits ---


async def test_an_edit_corrects_the_entry_in_place(ledger: Book, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1250, fun)))
    earlier = expense(1350, other, "late", MONDAY - timedelta(days=1))

    written = await ledger.record(slip(1, earlier, edited_at=100))

    assert written.status is Status.DONE
    assert [held.entry for held in written.entries] == [earlier]
    assert written.standings == (
        Standing(other, WEEK.previous, 1350, tell_over=False),
        Standing(fun, WEEK, 0, tell_over=False),  # where the money was taken from
    )


async def test_an_edit_that_comes_again_changes_nothing_and_says_the_same(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun), expense(50, fun)))
    edit = slip(1, expense(1350, fun), edited_at=100)

    first = await ledger.record(edit)
    again = await ledger.record(edit)

    assert first.removed == {1}
    assert again == first._replace(status=Status.REPEATED)


async def test_an_older_state_of_a_message_changes_nothing(ledger: Book, fun: int) -> None:
    original = slip(1, expense(1, fun))
    first = slip(1, expense(2, fun), edited_at=100)
    second = slip(1, expense(3, fun), edited_at=200)
    for said in (original, first, second):
        await ledger.record(said)

    for stale in (original, first):
        written = await ledger.record(stale)
        assert (written.status, live(written)) == (Status.STALE, {0: 3})


async def test_of_two_edits_in_one_second_the_later_update_counts(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), update=900))
    await ledger.record(slip(1, expense(3, fun), edited_at=100, update=12))

    stale = await ledger.record(slip(1, expense(2, fun), edited_at=100, update=11))

    assert (stale.status, live(stale)) == (Status.STALE, {0: 3})


async def test_an_edit_of_an_unknown_message_is_recorded(ledger: Book, fun: int) -> None:
    written = await ledger.record(slip(1, expense(2, fun), edited_at=100))
    original = await ledger.record(slip(1, expense(1, fun), expense(1, fun)))

    assert (written.status, live(written)) == (Status.DONE, {0: 2})
    assert (original.status, live(original)) == (Status.STALE, {0: 2})


async def test_a_line_that_no_longer_reads_leaves_its_entry_and_asks_nothing(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun), beers(fun, 2)))

    written = await ledger.record(slip(1, None, expense(3, fun), None, edited_at=100))

    assert live(written) == {0: 1, 1: 3}
    assert written.questions == ()


async def test_lines_that_are_gone_are_undone_and_come_back_with_the_line(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun), beers(fun, 2)))

    fewer = await ledger.record(slip(1, expense(1, fun), edited_at=100, update=10))
    later = await ledger.record(slip(1, expense(4, fun), edited_at=200, update=11))
    more = await ledger.record(slip(1, expense(4, fun), expense(5, fun), expense(6, fun), edited_at=300))

    assert (live(fewer), fewer.questions) == ({0: 1}, ())
    assert fewer.removed == {1}
    assert live(later) == {0: 4}
    assert later.removed == set()  # it was not this edit that took line 1 out
    assert live(more) == {0: 4, 3: 5, 4: 6}, "new lines have addresses of their own"
    assert more.removed == set()


async def test_an_edit_leaves_undone_what_a_person_undid_unless_it_says_something_else(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun)))
    await ledger.set_undone(OWNER, 1, None, "tap", undone=True)

    fewer = await ledger.record(slip(1, expense(2, fun), edited_at=100))
    more = await ledger.record(slip(1, expense(3, fun), expense(2, fun), edited_at=200))

    assert live(fewer) == {}
    assert fewer.removed == set()
    assert live(more) == {2: 3}
    assert [held.entry.amount for held in more.entries] == [1, 2, 3]
    assert live(await ledger.record(slip(1, expense(3, fun), expense(4, fun), edited_at=300))) == {1: 4, 2: 3}


# --- questions ---


async def test_an_answer_records_the_choice_as_its_author_sent_it(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)))

    written = await ledger.answer(OWNER, 1, 0, 1, "tap")

    assert written.entries == (RecordedEntry(1, 0, expense(1800, fun, "3 beers"), 7),)
    assert (written.status, written.questions) == (Status.DONE, ())
    assert written.standings == (Standing(fun, WEEK, 1800, tell_over=False),)


async def test_the_same_tap_again_changes_nothing(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)))

    first = await ledger.answer(OWNER, 1, 0, 1, "tap")

    assert await ledger.answer(OWNER, 1, 0, 1, "tap") == first._replace(status=Status.REPEATED)


async def test_of_many_taps_at_once_one_answers(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)))

    taps = (ledger.answer(OWNER, 1, 0, n % 2, f"tap {n}") for n in range(20))
    results = await asyncio.gather(*taps, return_exceptions=True)

    assert sum(isinstance(result, MessageState) for result in results) == 1
    assert sum(isinstance(result, NotFound) for result in results) == 19
    assert len((await ledger.message(OWNER, 1)).entries) == 1


@pytest.mark.parametrize(("message", "line", "choice"), [(1, 0, 2), (1, 0, -1), (1, 1, 0), (2, 0, 0)])
async def test_an_answer_to_no_question_is_not_found(
    ledger: Book, fun: int, message: int, line: int, choice: int
) -> None:
    await ledger.record(slip(1, beers(fun)))

    with pytest.raises(NotFound):
        await ledger.answer(OWNER, message, line, choice, "tap")
    assert (await ledger.answer(OWNER, 1, 0, 0, "tap")).status is Status.DONE  # the tap was not used up


async def test_an_edit_that_asks_leaves_the_entry_until_it_is_answered(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun)))

    asked = await ledger.record(slip(1, beers(fun), edited_at=100))
    answered = await ledger.answer(OWNER, 1, 0, 0, "tap")

    assert (live(asked), asked.questions) == ({0: 1}, (beers(fun),))
    assert (live(answered), answered.questions) == ({0: 300}, ())


async def test_an_edit_that_reads_closes_the_question(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, beers(fun), beers(fun, 1)))

    written = await ledger.record(slip(1, beers(fun), expense(1800, fun), edited_at=100))

    assert (live(written), written.questions) == ({1: 1800}, (beers(fun),))


async def test_a_change_of_nothing_is_no_change(ledger: Book, fun: int) -> None:
    change = Choice(Label.CHANGE, (expense(2, fun), expense(1, fun)))
    await ledger.record(slip(1, OpenQuestion(0, About.CORRECTION, (change,))))

    with pytest.raises(NotFound):
        await ledger.answer(OWNER, 1, 0, 0, "tap")


async def test_an_edit_may_ask_something_else(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, beers(fun)))
    other_question = OpenQuestion(0, About.INCOME, choices(paycheck(900), expense(900, fun)))

    assert (await ledger.record(slip(1, other_question, edited_at=100))).questions == (other_question,)
    assert live(await ledger.answer(OWNER, 1, 0, 0, "tap")) == {0: 900}


# --- undo ---


async def test_undone_entries_do_not_count_until_they_are_restored(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1250, fun), paycheck(5000)))

    undone = await ledger.set_undone(OWNER, 1, None, "undo", undone=True)
    nothing, no_pay = await spent(ledger, OWNER, WEEK), await pay(ledger, OWNER, MONDAY)
    restored = await ledger.set_undone(OWNER, 1, None, "redo", undone=False)

    assert (live(undone), undone.standings) == ({}, (Standing(fun, WEEK, 0, tell_over=False),))
    assert (nothing, no_pay) == ({}, None)
    assert live(restored) == {0: 1250, 1: 5000}
    assert await spent(ledger, OWNER, WEEK) == {fun: 1250}


async def test_one_line_is_undone_by_itself(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun)))

    written = await ledger.set_undone(OWNER, 1, 1, "undo", undone=True)

    assert live(written) == {0: 1}
    assert [held.undone for held in written.entries] == [False, True]


async def test_a_repeated_undo_does_not_undo_what_was_restored_since(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun)))
    await ledger.set_undone(OWNER, 1, 0, "undo", undone=True)
    await ledger.set_undone(OWNER, 1, 0, "redo", undone=False)

    again = await ledger.set_undone(OWNER, 1, 0, "undo", undone=True)

    assert (again.status, live(again)) == (Status.REPEATED, {0: 1})


async def test_a_line_taken_out_by_an_edit_comes_back_by_its_own_button_only(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun), expense(2, fun)))
    await ledger.record(slip(1, expense(1, fun), edited_at=100))
    await ledger.set_undone(OWNER, 1, None, "undo", undone=True)

    by_all = await ledger.set_undone(OWNER, 1, None, "redo", undone=False)
    by_line = await ledger.set_undone(OWNER, 1, 1, "redo line", undone=False)

    assert live(by_all) == {0: 1}
    assert live(by_line) == {0: 1, 1: 2}


async def test_there_is_nothing_to_undo_where_nothing_is_held(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(1, fun)))

    for message, line in ((1, 1), (2, None)):
        with pytest.raises(NotFound):
            await ledger.set_undone(OWNER, message, line, "undo", undone=True)


async def test_undo_takes_the_latest_message_that_still_has_an_entry(ledger: Book, fun: int) -> None:
    for message in (1, 2, 3):
        await ledger.record(slip(message, expense(message, fun), expense(10, fun)))
    await ledger.set_undone(OWNER, 3, None, "undo 3", undone=True)
    await ledger.set_undone(OWNER, 2, 0, "undo a line of 2", undone=True)

    second = await ledger.undo_latest(OWNER, 91)
    first = await ledger.undo_latest(OWNER, 92)

    assert [(held.message, held.undone) for held in second.entries] == [(2, True), (2, True)]
    assert [held.message for held in first.entries] == [1, 1]
    with pytest.raises(NotFound):
        await ledger.undo_latest(OWNER, 93)


async def test_a_repeated_undo_of_the_latest_shows_the_same_message_again(ledger: Book, fun: int) -> None:
    for message in (1, 2):
        await ledger.record(slip(message, expense(message, fun)))
    await ledger.undo_latest(OWNER, 90)
    await ledger.set_undone(OWNER, 2, None, "redo", undone=False)

    again = await ledger.undo_latest(OWNER, 90)

    assert (again.status, again.entries[0].message, live(again)) == (Status.REPEATED, 2, {0: 2})
    assert await spent(ledger, OWNER, WEEK) == {fun: 3}


# --- corrections by a tap ---


async def test_a_tap_moves_an_entry_and_teaches_its_note(ledger: Book, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1250, other, "Tacos  al Pastor")))

    written = await ledger.recategorise(OWNER, 1, 0, fun, "tap")

    assert written.status is Status.DONE
    assert written.entries[0].entry == expense(1250, fun, "Tacos  al Pastor")
    assert [(at.category, at.spent) for at in written.standings] == [(fun, 1250), (other, 0)]
    assert await taught(ledger, OWNER, ["tacos al pastor", "pizza"]) == {"tacos al pastor": fun}


async def test_a_repeated_tap_does_not_move_it_back(ledger: Book, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1250, other)))
    await ledger.recategorise(OWNER, 1, 0, fun, "to fun")
    await ledger.recategorise(OWNER, 1, 0, other, "to other")

    again = await ledger.recategorise(OWNER, 1, 0, fun, "to fun")

    assert (again.status, again.entries[0].entry.category) == (Status.REPEATED, other)


async def test_the_last_lesson_counts_and_an_empty_note_teaches_nothing(ledger: Book, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1, other, "tacos"), expense(2, other)))
    for act, line, category in (("a", 0, fun), ("b", 0, other), ("c", 1, fun)):
        await ledger.recategorise(OWNER, 1, line, category, act)

    assert await taught(ledger, OWNER, ["tacos", ""]) == {"tacos": other}
    assert await taught(ledger, OWNER, []) == {}


async def test_what_was_taught_for_a_removed_category_is_not_told(ledger: Book, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1, other, "tacos")))
    await ledger.recategorise(OWNER, 1, 0, fun, "tap")

    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.remove_category(fun))

    assert await taught(ledger, OWNER, ["tacos"]) == {}


async def test_only_spending_moves_and_only_to_a_current_category(ledger: Book, fun: int, other: int) -> None:
    await ledger.record(slip(1, expense(1, other), paycheck(2)))
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.remove_category(fun))

    for line, category in ((0, fun), (0, 999_999), (1, other), (2, other)):
        with pytest.raises(NotFound):
            await ledger.recategorise(OWNER, 1, line, category, "tap")


async def test_an_expense_becomes_a_paycheck_of_the_same_day(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, expense(90_000, fun, "rent")))

    first = await ledger.make_income(OWNER, 1, 0, "tap")
    again = await ledger.make_income(OWNER, 1, 0, "tap")

    assert first.entries[0].entry == Entry(Kind.PAYCHECK, 90_000, MONDAY, None, "rent")
    assert first.standings == (Standing(fun, WEEK, 0, tell_over=False),)
    assert (again.status, again.entries) == (Status.REPEATED, first.entries)
    assert await pay(ledger, OWNER, MONDAY) == Pay((MONDAY,), 90_000, 0, 0)


async def test_only_an_expense_becomes_a_paycheck(ledger: Book, fun: int) -> None:
    await ledger.record(slip(1, refund(1, fun)))

    for line in (0, 1):
        with pytest.raises(NotFound):
            await ledger.make_income(OWNER, 1, line, "tap")


# --- limits ---


@pytest.mark.parametrize("weeks", [1, 2, 104])
async def test_what_some_weeks_hold_is_added_up_by_week(ledger: Book, fun: int, weeks: int) -> None:
    some = [Week(MONDAY - timedelta(days=7 * n)) for n in reversed(range(weeks))]
    await ledger.record(slip(1, expense(1250, fun), expense(250, fun, day=some[0].start)))

    spent = await ledger.look(OWNER, lambda view: view.spent_in(some))

    assert spent == {fun: {WEEK.start: 1500} if weeks == 1 else {some[0].start: 250, WEEK.start: 1250}}


async def test_exactly_the_limit_is_not_over(ledger: Book, fun: int) -> None:
    at = await ledger.record(slip(1, expense(15_000, fun)))
    over = await ledger.record(slip(2, expense(1, fun)))

    assert at.standings == (Standing(fun, WEEK, 15_000, tell_over=False),)
    assert over.standings == (Standing(fun, WEEK, 15_001, tell_over=True),)


async def test_going_over_is_told_once_and_told_again_by_a_repeat(ledger: Book, fun: int) -> None:
    first, second = slip(1, expense(15_001, fun)), slip(2, expense(1, fun))

    told = [(await ledger.record(said)).standings[0].tell_over for said in (first, second, first, second)]

    assert told == [True, False, True, False]
    next_week = await ledger.record(slip(3, expense(15_001, fun, day=MONDAY + timedelta(days=7))))
    assert next_week.standings[0].tell_over


async def test_of_many_messages_at_once_one_tells_of_the_limit(ledger: Book, fun: int) -> None:
    written = await asyncio.gather(*(ledger.record(slip(n, expense(1000, fun))) for n in range(1, 31)))

    assert sum(one.standings[0].tell_over for one in written) == 1
    assert sorted(one.standings[0].spent for one in written) == [n * 1000 for n in range(1, 31)]


async def test_answers_and_taps_tell_of_a_limit_too(ledger: Book, fun: int, other: int) -> None:
    await ledger.record(slip(1, OpenQuestion(0, About.AMOUNT, choices(expense(15_001, fun), expense(1, fun)))))
    await ledger.record(slip(2, expense(10_000, other), expense(1, fun)))

    answered = await ledger.answer(OWNER, 1, 0, 0, "answer")
    moved = await ledger.recategorise(OWNER, 2, 1, other, "move")

    assert [at.tell_over for at in answered.standings] == [True]
    assert [(at.category, at.tell_over) for at in moved.standings] == [(other, True), (fun, False)]


async def test_undo_and_a_lowered_limit_claim_no_notice(ledger: Book, fun: int) -> None:
    said = slip(1, expense(500, fun), expense(500, fun))
    await ledger.record(said)
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.set_limit(fun, 100, MONDAY))

    undone = await ledger.set_undone(OWNER, 1, 0, "undo", undone=True)
    repeated = await ledger.record(said)
    next_one = await ledger.record(slip(2, expense(1, fun)))

    assert [one.standings[0].tell_over for one in (undone, repeated, next_one)] == [False, False, True]


async def test_a_removed_category_has_no_limit_to_tell_of(ledger: Book, fun: int) -> None:
    await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.remove_category(fun))

    assert not (await ledger.record(slip(1, expense(15_001, fun)))).standings[0].tell_over


# --- sums and lists ---


async def test_a_week_is_half_open_and_refunds_lower_it(ledger: Book, fun: int, other: int) -> None:
    sunday = MONDAY + timedelta(days=6)
    days = (MONDAY - timedelta(days=1), MONDAY, sunday, sunday + timedelta(days=1))
    await ledger.record(slip(1, *(expense(10**n, fun, day=day) for n, day in enumerate(days))))
    await ledger.record(slip(2, refund(7, other), extra(50), paycheck(60)))

    assert await spent(ledger, OWNER, WEEK) == {fun: 110, other: -7}


async def test_sums_of_the_largest_amounts_are_exact(ledger: Book, fun: int) -> None:
    most = 10**9  # a million with three decimals
    for message in range(1, 11):
        await ledger.record(slip(message, *[expense(most, fun)] * 19, paycheck(most)))

    sums = await spent(ledger, OWNER, WEEK)
    assert sums == {fun: 190 * most}
    assert type(sums[fun]) is int
    assert await pay(ledger, OWNER, MONDAY) == Pay((MONDAY,), 10 * most, 0, 190 * most)


async def test_a_pay_period_runs_from_the_latest_paycheck_until_the_next(ledger: Book, fun: int) -> None:
    first, second = date(2026, 11, 6), date(2026, 11, 20)
    before, last = first - timedelta(days=1), second - timedelta(days=1)
    await ledger.record(slip(1, paycheck(1000, first), paycheck(500, first), extra(40, first)))
    await ledger.record(slip(2, expense(1, fun, day=before), expense(10, fun, day=first)))
    await ledger.record(slip(3, refund(3, fun, last), expense(100, fun, day=second)))
    await ledger.record(slip(4, paycheck(2000, second)))

    assert await pay(ledger, OWNER, before) is None
    assert await pay(ledger, OWNER, first) == Pay((first,), 1500, 40, 7)
    assert await pay(ledger, OWNER, second) == Pay((first, second), 2000, 0, 100)


async def test_only_the_newest_fifty_paydays_are_told(ledger: Book) -> None:
    days = [MONDAY - timedelta(days=n) for n in range(60)]
    for message, day in enumerate(days, 1):
        await ledger.record(slip(message, paycheck(1, day), paycheck(2, day)))

    now = await pay(ledger, OWNER, MONDAY)

    assert now is not None
    assert now.paydays == tuple(reversed(days[:50]))


async def test_recent_entries_come_newest_first_without_undone_ones(ledger: Book, fun: int) -> None:
    for message in (2, 1, 3):
        await ledger.record(slip(message, expense(message, fun), expense(message * 10, fun)))
    await ledger.set_undone(OWNER, 3, 1, "undo", undone=True)

    assert [held.entry.amount for held in await ledger.recent(OWNER, 4)] == [3, 20, 2, 10]


async def test_a_question_counts_as_held_even_when_it_is_answered_or_undone(ledger: Book, fun: int) -> None:
    assert await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.is_empty())

    await ledger.record(slip(5, beers(fun)))
    await ledger.record(slip(6, beers(fun), edited_at=100))

    assert not await ledger.changed(OWNER, BEGINNINGS, lambda sheet: sheet.is_empty())


async def test_the_book_is_the_same_after_a_restart(url: str) -> None:
    async with Book(url) as before:
        budget = await before.open_budget(OWNER, BEGINNINGS)
        said: Sent = slip(1, expense(1250, budget.categories[0].number, "tacos"), beers(budget.categories[0].number, 1))
        written = await before.record(said)

    async with Book(url) as after:
        assert await after.budget(OWNER) == budget
        assert await after.record(said) == written._replace(status=Status.REPEATED)


async def test_who_only_looks_or_taps_opens_no_budget(url: str) -> None:
    async with Book(url) as ledger:
        bookkeeper = Bookkeeper(ledger, BEGINNINGS)
        summary = await bookkeeper.summary(OWNER, NOON)
        assert [(line.category.key, line.spent, line.limit) for line in summary.lines] == [
            (new.key, 0, new.limit * 100) for new in STARTERS
        ]
        assert (summary.pay_period, await bookkeeper.recent(OWNER, 10)) == (None, (await unopened(bookkeeper), ()))
        for tap in (
            bookkeeper.tap(OWNER, 1, NOON, lambda tx: acts.answer(tx, 0, 0, "tap")),
            bookkeeper.tap(OWNER, 1, NOON, lambda tx: acts.decline(tx, 0, "tap")),
            bookkeeper.tap(OWNER, 1, NOON, lambda tx: undoing.set_undone(tx, None, "tap", undone=True)),
            bookkeeper.tap(OWNER, 1, NOON, lambda tx: acts.recategorise(tx, 0, 1, "tap")),
            bookkeeper.tap(OWNER, 1, NOON, lambda tx: acts.make_income(tx, 0, "tap")),
            bookkeeper.receipt(OWNER, 1, NOON),
            bookkeeper.undo_latest(OWNER, 1, NOON),
        ):
            with pytest.raises(NotFound):
                await tap
        assert not await bookkeeper.holds_something(Message(OWNER, 1, 7, "x", NOON))
        assert await ledger.budget(OWNER) is None


async def unopened(bookkeeper: Bookkeeper) -> Budget:
    budget, _ = await bookkeeper.recent(OWNER, 1)
    return budget


@pytest.mark.parametrize("line", [2**31, 2**63 - 1])
async def test_what_a_forged_button_names_is_not_there_however_large_its_numbers(ledger: Book, line: int) -> None:
    await ledger.record(slip(1, expense(500, await number_of(ledger, "fun"))))
    large, acts = 2**63 - 1, iter(range(100))

    def act() -> str:
        return f"tap {next(acts)}"

    for message in (1, large):
        for asked in (
            ledger.set_undone(OWNER, message, line, act(), undone=True),
            ledger.answer(OWNER, message, line, large, act()),
            ledger.decline(OWNER, message, line, act()),
            ledger.recategorise(OWNER, message, line, await number_of(ledger, "other"), act()),
            ledger.make_income(OWNER, message, line, act()),
        ):
            with pytest.raises(NotFound):
                await asked


@pytest.mark.parametrize("weeks", [40, 41])
async def test_of_an_act_the_latest_forty_weeks_are_added_up(ledger: Book, fun: int, weeks: int) -> None:
    lines = [expense(1, fun, day=MONDAY - timedelta(weeks=n)) for n in range(weeks)]

    state = await ledger.record(slip(1, *lines))

    assert sorted(one.week.start for one in state.standings) == [MONDAY - timedelta(weeks=n) for n in range(39, -1, -1)]
