"""What a file holds is said, with a caption, without one, and forwarded; a tap records it once."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.build import App
from budget.imports.bounds import LARGEST_TABLE
from storage.offers import MOST_OFFERS
from tests.chat import SUNDAY
from tests.telegram.running import ANN, HOME, bot_on, held_in
from tests.telegram.simulated import Json, SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

TABLE = b"day,kind,amount,currency,category,note\n2026-11-20,expense,12.50,USD,fun,tacos\n2026-11-21,expense,3,USD,fun,tea\n"
FORWARDED: Json = {"type": "hidden_user", "sender_user_name": "Bank", "date": 1_795_341_600}


def files_kept(path: Path) -> int:
    with closing(sqlite3.connect(path / "budget.db")) as db:
        count: int = db.execute("SELECT count(*) FROM offered_files").fetchone()[0]
        return count


@pytest.mark.usefixtures("bot")
async def test_it_is_offered_and_imported_once_however_often_it_is_tapped(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    telegram.faults.again = 0.5
    number = telegram.send_file(ANN, TABLE, "", name="<bank>.CSV")
    await telegram.settled()
    (asked,) = telegram.answers_to(ANN, number)
    assert asked.text.startswith("This is my own CSV, 2 rows, Fri 20 Nov – Sat 21 Nov, USD.")
    assert list(asked.buttons) == ["Record 2", "No"]
    assert held_in(tmp_path) == {}

    for _ in range(3):
        telegram.tap_data(ANN, asked.number, asked.buttons["Record 2"])
    await telegram.settled()
    assert held_in(tmp_path) == {(ANN, number, 0): 1250, (ANN, number, 1): 300}
    assert telegram.chats[ANN][asked.number].text.startswith("✓ $15.50 in 2 entries")
    assert "Undo all" in telegram.chats[ANN][asked.number].buttons


async def test_the_bot_may_be_started_again_between_the_question_and_the_tap(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "webhook"):
        number = telegram.send_file(ANN, TABLE, "", name="bank.csv")
        await telegram.settled()
    async with bot_on(telegram, tmp_path, "polling"):
        telegram.tap(ANN, number + 1, "Record 2")
        await telegram.settled()

    assert held_in(tmp_path) == {(ANN, number, 0): 1250, (ANN, number, 1): 300}


@pytest.mark.usefixtures("bot")
async def test_no_forgets_the_file(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.send_file(ANN, TABLE, "", name="bank.csv")
    await telegram.settled()
    imports = telegram.chats[ANN][number + 1].buttons["Record 2"]
    telegram.tap(ANN, number + 1, "No")
    await telegram.settled()
    assert telegram.chats[ANN][number + 1].text == "Fine, nothing of the file is recorded."
    assert files_kept(tmp_path) == 0

    telegram.say(ANN, "/limits fun 80")  # there is a budget
    telegram.tap_data(ANN, number + 1, imports)
    await telegram.settled()
    assert telegram.chats[ANN][number + 1].text.startswith("That was more than a day ago")
    assert held_in(tmp_path) == {}


@pytest.mark.usefixtures("polling")
async def test_what_can_not_be_read_is_said_at_once_and_what_is_gone_after_the_tap(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    bad = [b"a,b\n1,2\n", b"x" * (LARGEST_TABLE + 1)]
    numbers = [telegram.send_file(ANN, content, "", name="a.csv") for content in bad]
    gone = telegram.send_file(ANN, TABLE, "", name="gone.csv")
    await telegram.settled()
    said = [telegram.answers_to(ANN, number)[0].text for number in numbers]
    assert said[0].startswith("I need a table")
    assert said[1].startswith("That file is larger than 5 MiB")

    telegram.files.popitem()
    (asked,) = telegram.answers_to(ANN, gone)
    telegram.tap(ANN, asked.number, "Record 2")
    await telegram.settled()
    assert telegram.chats[ANN][asked.number].text.startswith("I could not get that file from Telegram.")
    assert held_in(tmp_path) == {}


@pytest.mark.usefixtures("polling")
async def test_a_file_of_another_kind_without_a_word_is_read_or_named(telegram: SimulatedTelegram) -> None:
    files = Path(__file__).parents[1] / "budget" / "imports" / "files"
    camt = telegram.send_file(ANN, (files / "statement.camt053.xml").read_bytes(), "", name="camt.xml")
    excel = telegram.send_file(ANN, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "", name="bank.xls")
    await telegram.settled()

    assert telegram.answers_to(ANN, camt)[0].text.startswith("This is CAMT")
    assert telegram.answers_to(ANN, excel)[0].text.startswith("This file is Excel (XLS), which I can't read.")


@pytest.mark.usefixtures("bot")
async def test_a_forwarded_file_asks_although_its_caption_says_import(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    telegram.files["bank"] = TABLE
    for chat in (ANN, HOME):
        number = telegram.say(chat, "", user=ANN)
        document = {"file_id": "bank", "file_unique_id": "b", "file_name": "b.csv"}
        message = telegram.shown_message(chat, number) | {"document": document, "forward_origin": FORWARDED}
        del message["text"]
        telegram.push(chat, message=message | {"caption": "/import"})
    await telegram.settled()
    assert held_in(tmp_path) == {}
    (asked,) = telegram.said(HOME)
    telegram.tap(HOME, asked.number, "Record 2", user=ANN)
    await telegram.settled()

    assert set(held_in(tmp_path).values()) == {1250, 300}


@pytest.mark.parametrize(
    ("name", "kind", "offered"),
    [
        ("bank.csv", None, True), ("BANK.OFX", "x/y", True), ("x.qif", None, True), ("x.sta", None, True), (None, "text/csv", True),
        ("camt053.xml", "text/xml", True), ("register.ZIP", None, True), ("budget.json", "application/json", True),
        ("x.940", None, True), ("x.txt", "text/plain", True), ("x.qbo", None, True), ("x.xlsx", None, True),
        (None, "application/zip", True),
        ("bill.pdf", "application/pdf", False), ("photo.jpg", None, False), (None, None, False),
    ],
)  # fmt: skip
async def test_what_looks_like_a_table_is_offered(
    telegram: SimulatedTelegram, webhook: App, name: str | None, kind: str | None, *, offered: bool
) -> None:
    assert webhook.wire is not None
    document = {"file_id": "f", "file_unique_id": "f", "file_name": name, "mime_type": kind}
    number = telegram.send_media(ANN, {"document": {key: value for key, value in document.items() if value}})
    await telegram.settled()

    (said,) = telegram.answers_to(ANN, number)
    assert said.text.startswith("I could not get that file") is offered


async def test_few_files_are_kept_and_none_longer_than_a_day(tmp_path: Path) -> None:
    clock: list[datetime] = [SUNDAY]
    async with SimulatedTelegram(now=lambda: clock[0]) as telegram, bot_on(telegram, tmp_path, "polling"):
        first = telegram.send_file(ANN, TABLE, "", name="a.csv")
        for _ in range(MOST_OFFERS + 3):
            telegram.send_file(ANN, TABLE, "", name="a.csv")
        telegram.say(ANN, "5 fun")
        await telegram.settled()
        assert files_kept(tmp_path) == MOST_OFFERS

        asked = telegram.answers_to(ANN, first)[0]
        telegram.tap(ANN, asked.number, "Record 2")
        await telegram.settled()
        assert telegram.chats[ANN][asked.number].text.startswith("That was more than a day ago, or there were many")

        clock[0] += timedelta(days=1, seconds=1)
        telegram.send_file(ANN, TABLE, "", name="b.csv")
        await telegram.settled()
        assert files_kept(tmp_path) == 1
