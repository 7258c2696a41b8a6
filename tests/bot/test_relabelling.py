"""The currency is changed while nothing stands in the book, and else only where all was in the other one all along."""

import asyncio
from threading import Event

import pytest
from sqlalchemy import Connection, insert

from bot.events import Answer, Tapped
from storage.rescaling import MOST_REWRITTEN
from storage.tables import entries
from tests.chat import Say


def plain(said: str) -> str:
    return said.replace("\xa0", " ")


def test_what_is_undone_does_not_keep_the_currency(say: Say) -> None:
    say("12.50 fun tacos")
    say("/undo")
    receipt = say.reply

    assert "Currency: JPY (Japanese yen)" in say("/settings currency yen")
    say.reply = receipt
    assert say.tap("Restore").startswith("$12.50 is not in this budget's currency"), "no amount gets another one"


@pytest.mark.parametrize(
    ("text", "to", "sample", "week"),
    [
        ("12.50 fun tacos", "EUR", "Then $12.50 becomes €12.50: nothing is converted.", ("€12.50", "€150")),
        ("12 fun tacos", "JPY", "Then $12.00 becomes ¥12: nothing is converted.", ("¥12", "¥150")),
        (
            "12.50 fun tacos",
            "KWD",
            "Then $12.50 becomes KWD 12.500: nothing is converted.",
            ("KWD 12.500", "KWD 12.500 of 150"),
        ),
    ],
)
def test_amounts_are_relabelled_and_not_converted(
    say: Say, text: str, to: str, sample: str, week: tuple[str, str]
) -> None:
    say(text)
    say("/bill rent 900 on the 1st")
    assert plain(say(f"/settings currency {to}")) == f"There are entries in USD. Were they {to} all along?\n{sample}"
    question = say.reply

    assert f"Currency: {to}" in say.tap(f"Yes, they were {to}")
    said = plain(say("/week"))
    assert all(amount in said for amount in week)
    assert "900" in say("/bills all")
    say.reply = question
    assert f"Currency: {to}" in say.tap(f"Yes, they were {to}"), "a second tap changes nothing"
    assert plain(say("/week")) == said


def test_a_question_that_waits_is_relabelled_too(say: Say) -> None:
    say("3 beers 18")
    question = say.reply
    say("/settings currency KWD")
    say.tap("Yes, they were KWD")
    say.reply = question

    assert "KWD 18.000" in plain(say.tap("$18.00"))


def test_a_question_that_is_closed_while_its_answer_is_refused_is_settled(say: Say) -> None:
    """Two taps may come at once: what to ask about the currency was looked for in a question that was there no more."""
    say("€12 fun tacos")
    assert say.reply is not None
    (yes, no), *_ = say.reply.buttons
    say("5 fun")
    database, begun, writes, looks = say.app.database, Event(), Event(), Event()

    def held(_db: Connection) -> None:
        begun.set()
        writes.wait()

    async def tapped(data: str) -> Answer:
        return await say.app.bot.tapped(Tapped(say.owner, say.owner, data, data))

    async def waiting(number: int) -> None:
        """Return when so many writes wait: what a tap looks at before it writes is over after some looks of others."""
        seen = 0
        while seen < 5:
            await database.read(lambda _db: None)
            seen = seen + 1 if database.load().waiting >= number else 0

    async def both() -> Answer:
        writing = asyncio.create_task(database.write(held))
        await asyncio.to_thread(begun.wait)
        answered = asyncio.create_task(tapped(yes.data))
        await waiting(1)
        declined = asyncio.create_task(tapped(no.data))
        await waiting(2)
        looking = asyncio.create_task(database.read(lambda _db: looks.wait()))  # the next look waits for the No
        writes.set()
        await declined
        looks.set()
        await asyncio.gather(writing, looking)
        return await answered

    assert say.runner.run(both()).notice.startswith("That is settled already")


def test_a_file_is_known_again(say: Say) -> None:
    """Its rows were kept in cents, and none of them was that of a row in fils."""
    table = "Date,Description,Amount\n2026-11-20,Coffee,-3.50\n2026-11-19,Lunch,-12.00\n"
    say.import_(table)
    say("/settings currency KWD")
    say.tap("Yes, they were KWD")

    assert "2 are in the book already." in say.file(table)


def test_limits_of_all_weeks_come_along(say: Say) -> None:
    say("/limits fun 200")
    say("10 fun")
    say("/settings currency JPY")
    say.tap("Yes, they were JPY")

    assert "¥200" in say("/week")
    assert "¥150" in say("/week last")


@pytest.mark.parametrize("text", ["12.50 fun tacos", "lunch 12.50 13", "/bill rent 900.50 on the 1st"])
def test_no_decimals_are_lost(say: Say, text: str) -> None:
    say(text)
    say("/settings currency JPY")

    assert "can't be written in that currency without losing its decimals" in say.tap("Yes, they were JPY")
    assert "Currency: USD" in say("/settings")


def test_no_amount_becomes_more_than_an_entry_can_be(say: Say) -> None:
    say("/settings currency IDR")
    say("5000000 fun boat")
    say("/settings currency USD")

    assert "is more than an entry can be in that currency" in say.tap("Yes, they were USD")
    assert "Currency: IDR" in say("/settings")


def test_a_button_of_another_currency_changes_nothing(say: Say) -> None:
    say("5 fun")

    assert "settled" in say.tap_data("s:r:GBP:EUR", "1")
    assert "Currency: USD" in say("/settings")


def test_on_the_card_of_the_first_minute_it_is_asked_too(say: Say) -> None:
    say("/start")
    card = say.reply
    say("5 fun")
    say.reply = card
    say.tap("Currency")

    assert say.tap("euro, EUR").startswith("There are entries in USD. Were they EUR all along?")


def hold_entries(say: Say, most: int) -> None:
    """Let a budget that holds one entry hold as many as that, all like the first."""

    def work(db: Connection) -> None:
        first = db.execute(entries.select().where(entries.c.owner == say.owner)).mappings().one()
        db.execute(insert(entries), [{**first, "line": 1000 * n} for n in range(1, most)])

    say.runner.run(say.app.database.write(work))


@pytest.mark.parametrize(("most", "is_taken"), [(MOST_REWRITTEN, True), (MOST_REWRITTEN + 1, False)])
def test_no_more_than_twenty_thousand_entries_are_written_anew_at_once(say: Say, most: int, is_taken: bool) -> None:
    say("12 fun tacos")
    hold_entries(say, most)
    say("/settings currency EUR")
    assert "Currency: EUR" in say.tap("Yes, they were EUR"), "no amount is another one in cents"
    say("/settings currency JPY")
    said = say.tap("Yes, they were JPY")

    assert ("Currency: JPY" in said) == is_taken
    assert ("There are entries in EUR, so the currency stays." in said) != is_taken


@pytest.mark.parametrize(("most", "is_empty"), [(MOST_REWRITTEN, True), (MOST_REWRITTEN + 1, False)])
def test_a_chat_with_more_undone_entries_than_that_is_not_empty(say: Say, most: int, is_empty: bool) -> None:
    say("12.50 fun tacos")
    say("/export json")
    assert say.reply is not None
    assert say.reply.document is not None
    book = say.reply.document.content
    say("/undo")
    hold_entries(say, most)

    assert ("There are entries, questions or bills in this chat already" in say.file(book)) != is_empty
    assert ("Currency: JPY" in say("/settings currency JPY")) == is_empty
