"""The webhook, from a simulated Telegram and from whoever else finds it."""

import asyncio
import json
import signal
import sqlite3
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.build import App
from tests.chat import SUNDAY
from tests.telegram import wire
from tests.telegram.running import ANN, BOB, bot_on, held_in, rows_in, store_down
from tests.telegram.simulated import SECRET, SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST = 256 * 1024


def said(text: Any = "5 fun", **message: Any) -> dict[str, object]:
    """Return an update as JSON."""
    chat, sender = {"id": ANN, "type": "private"}, {"id": ANN, "is_bot": False, "first_name": "Ann"}
    return {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": text} | message,
    }


BODY = json.dumps(said()).encode()


async def status_of(telegram: SimulatedTelegram, body: bytes, headers: dict[str, str]) -> int:
    """Post to the webhook with these headers alone; return the answer's status."""
    answer = await wire.post(telegram.ports[0], "/telegram", body, headers)
    assert answer is not None
    return answer.status


async def post(telegram: SimulatedTelegram, body: bytes) -> int:
    """Post to the webhook with its secret; return the answer's status."""
    return await status_of(telegram, body, {HEADER: SECRET})


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "wrong"}, {HEADER: f"{SECRET}x"}, {HEADER: "\xe9\xff"}])
async def test_a_wrong_secret_is_refused_and_the_body_not_read(
    telegram: SimulatedTelegram, tmp_path: Path, headers: dict[str, str]
) -> None:
    assert await status_of(telegram, BODY, headers) == 403
    assert await status_of(telegram, b"", headers | {"Content-Length": "1000"}) == 403, "not a byte of it was sent"
    assert rows_in(tmp_path) == 0


@pytest.mark.usefixtures("webhook")
async def test_wrong_secrets_are_slowed_and_the_right_one_never_is(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    wrong = [await wire.post(telegram.ports[0], "/telegram", BODY, {HEADER: f"wrong-{n}"}) for n in range(12)]

    assert [answer.status for answer in wrong if answer is not None] == [403] * 10 + [429] * 2
    assert wrong[-1] is not None
    assert int(wrong[-1].headers["retry-after"]) > 0
    assert await post(telegram, BODY) == 200
    assert held_in(tmp_path) == {(ANN, 1, 0): 500}


async def test_a_secret_that_could_be_guessed_is_not_even_compared_where_too_much_was_guessed(tmp_path: Path) -> None:
    secret = {HEADER: "s"}
    guesses = [{HEADER: letter} for letter in "abcdefghijklm"]
    async with SimulatedTelegram() as telegram, bot_on(telegram, tmp_path, "webhook", TELEGRAM_WEBHOOK_SECRET="s"):
        statuses = [await status_of(telegram, BODY, guess) for guess in guesses]
        assert statuses == [403] * 10 + [429] * 3
        assert await status_of(telegram, BODY, secret) == 429
        assert rows_in(tmp_path) == 0


async def test_an_address_that_has_known_the_secret_is_let_in_whatever_else_comes_from_it(tmp_path: Path) -> None:
    async with SimulatedTelegram() as telegram, bot_on(telegram, tmp_path, "webhook", TELEGRAM_WEBHOOK_SECRET="s"):
        assert await status_of(telegram, BODY, {HEADER: "s"}) == 200
        assert {await status_of(telegram, BODY, {HEADER: "x"}) for _ in range(15)} == {403, 429}
        assert await status_of(telegram, BODY, {HEADER: "s"}) == 200


@pytest.mark.usefixtures("webhook")
async def test_a_large_body_is_refused_unread_where_it_is_announced(telegram: SimulatedTelegram) -> None:
    assert await status_of(telegram, b"", {HEADER: SECRET, "Content-Length": str(LARGEST + 1)}) == 413


@pytest.mark.usefixtures("webhook")
async def test_a_large_body_is_refused_where_it_turns_out_to_be(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    chunked = {HEADER: SECRET, "Transfer-Encoding": "chunked"}
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    ours = b"%x\r\n%b\r\n" % (len(BODY), BODY)

    assert await status_of(telegram, 5 * chunk + ours + b"0\r\n\r\n", chunked) == 413
    assert rows_in(tmp_path) == 0
    assert await status_of(telegram, 2 * chunk + ours + b"0\r\n\r\n", chunked) == 200
    assert held_in(tmp_path) == {(ANN, 1, 0): 500}


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize(("more", "status"), [(0, 200), (1, 413)])
async def test_a_body_has_256_kib_at_most(telegram: SimulatedTelegram, tmp_path: Path, more: int, status: int) -> None:
    body = BODY + b" " * (LARGEST - len(BODY) + more)
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(one), one) for one in (body[:9_999], body[9_999:])) + b"0\r\n\r\n"

    assert await status_of(telegram, chunks, {HEADER: SECRET, "Transfer-Encoding": "chunked"}) == status
    assert await post(telegram, body) == status
    assert len(held_in(tmp_path)) == (not more)


DEEP = '{"a":' * 40_000 + "1" + "}" * 40_000
NESTED = "".join(
    '{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"reply_to_message":' * 300
)


UNREADABLE = [
    b"",
    b"\x00",
    b"\xff\xfe{",
    b"{",
    b"[]",
    b"null",
    b"12",
    b'"x"',
    b"NaN",
    b"[" * 100_000,
    DEEP.encode(),
    NESTED.encode(),
    b"9" * 5000,
    *(
        json.dumps(update).encode()
        for update in [
            {},
            {"update_id": None},
            {"update_id": "1"},
            {"update_id": 1e300, "message": {}},
            said() | {"update_id": 10**20},
            {"update_id": 1, "message": []},
            {"update_id": 1, "message": {"text": "5 fun"}},
            {"update_id": 1, "unheard_of": {"text": "5 fun"}},
            {"update_id": 1, "callback_query": {"id": 1, "from": {"id": ANN, "is_bot": False, "first_name": "A"}}},
            {"update_id": 1, "my_chat_member": {"chat": None}},
            said(message_id=10**20),
            said(message_id=None),
            said(message_id="1"),
            said(date=10**20),
            said(date=None),
            said(date="today"),
            said(date=float("inf")),
            said(chat={"id": 10**20, "type": "private"}),
            said(chat={"id": True, "type": "private"}),
            said(chat=7),
            said(text=7),
            said(text=["5 fun"]),
            said(text={"5": "fun"}),
            said(**{"from": None}),
            said(**{"from": {"id": 10**20, "is_bot": False, "first_name": "A"}}),
            said(edit_date=10**20),
        ]
    ),
]


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize("body", UNREADABLE, ids=range(len(UNREADABLE)))
async def test_what_can_not_be_read_is_let_go_and_leaves_nothing(
    telegram: SimulatedTelegram, tmp_path: Path, body: bytes
) -> None:
    assert await post(telegram, body) == 200
    assert rows_in(tmp_path) == 0


@pytest.mark.usefixtures("webhook")
async def test_an_update_is_repeated_while_the_store_is_down_and_recorded_after(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    with store_down():
        number = telegram.say(ANN, "5 fun")
        await telegram.until(lambda: len(telegram.answers) >= 3)
        assert set(telegram.answers) == {503}
        answer = await telegram.post(BODY)
        assert answer is not None
        assert int(answer.headers["retry-after"]) > 0
        assert held_in(tmp_path) == {}
    await telegram.settled()

    assert held_in(tmp_path) == {(ANN, number, 0): 500}
    assert len(telegram.answers_to(ANN, number)) == 1


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize(("fault", "repeated"), [(429, False), (500, True), (0, True), (400, False), (403, False)])
async def test_only_what_a_repeat_can_cure_is_repeated(
    telegram: SimulatedTelegram, tmp_path: Path, fault: int, *, repeated: bool
) -> None:
    number = telegram.say(ANN, "5 fun")
    await telegram.settled()

    telegram.next_faults.append(("editMessageText", fault))
    tap = telegram.tap(ANN, number + 1, "Undo")
    await telegram.settled()

    assert telegram.answers == [200, 503, 200] if repeated else [200, 200]
    assert telegram.taps[tap]
    assert telegram.chats[ANN][number + 1].buttons == {"Restore": f"r:{number}:0"}, (
        "what was refused rides in the answer"
    )
    assert held_in(tmp_path) == {}


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize("text", ["5 fun", "3 beers 18", "12.5.5 fun", "/limits fun 80", "/undo"])
@pytest.mark.parametrize(("fault", "statuses"), [(429, [200]), (500, [503, 200]), (0, [503, 200])])
async def test_what_answers_a_message_is_not_lost_with_a_call_that_fails(
    telegram: SimulatedTelegram, text: str, fault: int, statuses: list[int]
) -> None:
    telegram.next_faults.append(("sendMessage", fault))
    number = telegram.say(ANN, text)
    await telegram.settled()

    assert len(telegram.answers_to(ANN, number)) == 1
    assert telegram.answers == statuses


@pytest.mark.parametrize(
    ("command", "said_then"),
    [
        ("/categories add Gym 40", "Gym: $40 a week"),
        ("/categories rename fun = Play", "Play: $150 a week"),
        ("/categories remove fun", "Fun is removed"),
        ("/categories fun -bar", "Fun: $150 a week"),
    ],
)
@pytest.mark.usefixtures("webhook")
async def test_a_command_that_is_repeated_for_its_answer_is_not_carried_out_again(
    telegram: SimulatedTelegram, command: str, said_then: str
) -> None:
    """It was answered "“Gym” already means a category", as if it had not been done."""
    telegram.next_faults.append(("sendMessage", 500))
    telegram.say(ANN, command)
    await telegram.settled()

    (answer,) = telegram.said(ANN)
    assert answer.text.startswith(said_then)


@pytest.mark.usefixtures("webhook")
async def test_an_invitation_that_is_repeated_is_one(telegram: SimulatedTelegram) -> None:
    telegram.next_faults += [("sendMessage", 500), ("sendMessage", 500)]
    telegram.say(ANN, "/invite")
    telegram.say(ANN, "/members")
    await telegram.settled()

    invitation, members = telegram.said(ANN)
    assert "?start=" in invitation.text
    assert members.text.count("made by you") == 1


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize("seconds", [5, 40])
async def test_a_receipt_that_is_asked_to_wait_long_is_left_to_a_repeat(
    telegram: SimulatedTelegram, seconds: int
) -> None:
    telegram.retry_after = seconds
    telegram.next_faults.append(("sendMessage", 429))
    answer = await telegram.post(BODY)

    assert answer is not None
    assert (answer.status, answer.headers["retry-after"]) == (503, f"{seconds + 1}")
    again = await telegram.post(BODY)
    assert again is not None
    assert again.status == 200
    assert len(telegram.said(ANN)) == 1


@pytest.mark.usefixtures("webhook")
async def test_a_repeat_after_the_receipt_came_sends_no_second_one(telegram: SimulatedTelegram) -> None:
    for _ in range(3):
        answer = await telegram.post(BODY)
        assert answer is not None
        assert answer.status == 200

    assert len(telegram.said(ANN)) == 1


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize("text", ["/week", "/help", "/limits", "/recent"])
async def test_what_only_shows_something_rides_in_the_answer(telegram: SimulatedTelegram, text: str) -> None:
    answer = await telegram.post(json.dumps(said(text)).encode())

    assert answer is not None
    assert json.loads(answer.body)["method"] == "sendMessage"
    assert telegram.made("sendMessage") == []


OLD = {"date": int(SUNDAY.timestamp()) - 3600}


@pytest.mark.usefixtures("webhook")
async def test_an_old_message_that_is_recorded_holds_up_its_chat_no_longer(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    telegram.failing[ANN] = 500
    body = json.dumps(said(**OLD)).encode()
    for _ in range(3):
        answer = await telegram.post(body)
        assert answer is not None
        assert answer.status == 503
    answer = await telegram.post(body)

    assert answer is not None
    assert answer.status == 200
    assert json.loads(answer.body)["text"].startswith("✓ <b>$5.00</b>"), (
        "the answer itself may arrive where calls do not"
    )
    assert held_in(tmp_path) == {(ANN, 1, 0): 500}


@pytest.fixture
async def later(tmp_path: Path) -> AsyncIterator[tuple[SimulatedTelegram, App, list[datetime]]]:
    """Telegram with the bot by webhook, and a clock that a test sets."""
    clock = [SUNDAY]
    async with SimulatedTelegram(now=lambda: clock[0]) as telegram, bot_on(telegram, tmp_path, "webhook") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        yield telegram, app, clock


async def test_an_old_message_is_recorded_after_a_short_outage(
    later: tuple[SimulatedTelegram, App, list[datetime]], tmp_path: Path
) -> None:
    """It is old because the bot was down for a day: a database that comes up last must not cost it."""
    telegram, _, clock = later
    body = json.dumps(said(date=int(SUNDAY.timestamp()) - 86_000)).encode()
    with store_down():
        for _ in range(10):
            clock[0] += timedelta(seconds=10)
            answer = await telegram.post(body)
            assert answer is not None
            assert answer.status == 503
    answer = await telegram.post(body)

    assert answer is not None
    assert answer.status == 200
    assert held_in(tmp_path) == {(ANN, 1, 0): 500}


async def test_a_file_that_can_not_be_fetched_for_a_day_is_given_up_with_a_sentence(
    later: tuple[SimulatedTelegram, App, list[datetime]], tmp_path: Path
) -> None:
    telegram, app, clock = later
    document = {"file_id": "x", "file_unique_id": "x", "file_size": 9, "file_name": "entries.csv"}
    first = said(date=int(SUNDAY.timestamp()) - 23 * 3600)
    message = first["message"]
    assert isinstance(message, dict)
    del message["text"]
    message |= {"caption": "/import", "document": document}
    telegram.unknown["getFile"] = 500
    for _ in range(3):
        answer = await telegram.post(json.dumps(first).encode())
        assert answer is not None
        assert answer.status == 503
    clock[0] += timedelta(minutes=2)
    assert app.metrics.oldest_open() == 120
    answer = await telegram.post(json.dumps(first).encode())

    assert answer is not None
    assert answer.status == 200
    (sentence,) = telegram.said(ANN)
    assert "I tried for a day" in sentence.text
    assert "it was not recorded" in sentence.text
    assert held_in(tmp_path) == {}
    assert app.metrics.oldest_open() == 0


@pytest.mark.usefixtures("webhook")
async def test_a_receipt_that_came_and_could_not_be_noted_is_not_sent_again(telegram: SimulatedTelegram) -> None:
    def fail(_cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO answers"):
            problem = sqlite3.OperationalError("as asked for")
            problem.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise problem

    event.listen(Engine, "do_execute", fail)
    try:
        number = telegram.say(ANN, "5 fun")
        await telegram.until(lambda: telegram.answers.count(503) >= 2)
    finally:
        event.remove(Engine, "do_execute", fail)
    await telegram.settled()
    assert len(telegram.answers_to(ANN, number)) == 1

    telegram.edit(ANN, number, "6 fun")
    await telegram.settled()
    (receipt,) = telegram.said(ANN)
    assert receipt.text.startswith("Corrected:")


@pytest.mark.usefixtures("webhook")
async def test_while_the_answer_to_one_chat_hangs_another_is_served(telegram: SimulatedTelegram) -> None:
    telegram.slow[ANN] = asyncio.Event()
    telegram.say(ANN, "5 fun")
    number = telegram.say(BOB, "6 fun")
    await telegram.until(lambda: telegram.answers_to(BOB, number))
    telegram.slow[ANN].set()
    await telegram.settled()


async def test_a_call_that_hangs_has_an_end(telegram: SimulatedTelegram, webhook: App) -> None:
    assert webhook.wire is not None
    webhook.wire.dispatcher.sender.longest_call = 0.05
    telegram.slow[ANN] = asyncio.Event()
    answer = await telegram.post(BODY)

    assert answer is not None
    assert answer.status == 503
    telegram.slow[ANN].set()


@pytest.mark.usefixtures("webhook")
async def test_it_registers_itself_and_drops_nothing(telegram: SimulatedTelegram) -> None:
    await telegram.until(lambda: "short_description" in telegram.profile)

    (asked,) = telegram.made("setWebhook")
    assert asked["url"] == "https://bot.example.org/telegram"
    assert asked["secret_token"] == SECRET
    assert set(asked["allowed_updates"]) == {"message", "edited_message", "callback_query", "my_chat_member"}
    assert asked.get("drop_pending_updates", False) is False
    assert {"week", "undo", "help"} <= {command["command"] for command in telegram.profile["commands"]}


async def test_it_records_while_telegram_can_not_be_reached_and_registers_when_it_returns(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    telegram.reachable = False
    async with bot_on(telegram, tmp_path, "webhook"):
        telegram.webhook = {"url": "https://bot.example.org/telegram", "secret_token": SECRET}  # of an earlier start
        number = telegram.say(ANN, "5 fun")
        await telegram.until(lambda: telegram.answers)
        assert held_in(tmp_path) == {(ANN, number, 0): 500}
        assert telegram.made("setWebhook") == []

        telegram.reachable = True
        await telegram.until(lambda: telegram.made("setWebhook"))
        await telegram.settled()
        assert len(telegram.answers_to(ANN, number)) == 1


@pytest.mark.usefixtures("webhook")
async def test_all_is_recorded_while_calls_fail_for_half_an_hour_and_told_afterwards(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(ANN, "5 fun")
    await telegram.settled()
    telegram.reachable = False

    tap = telegram.tap(ANN, number + 1, "Undo")
    many = [telegram.say(chat, "\n".join(["6 fun " + "x" * 199] * 20)) for chat in (ANN, BOB)]
    # A thousandth of Telegram's time: three queues, each repeated after 1, 2, 4 … 60, 60 … seconds for half an hour.
    await telegram.until(lambda: telegram.answers.count(503) >= 3 * 34)
    assert len(held_in(tmp_path)) == 40
    telegram.reachable = True
    await telegram.settled()

    assert telegram.taps[tap]
    assert len(held_in(tmp_path)) == 40
    assert telegram.answers_to(ANN, many[0])
    assert telegram.answers_to(BOB, many[1])


@pytest.mark.usefixtures("webhook")
async def test_a_body_that_is_not_posted_is_no_update(telegram: SimulatedTelegram) -> None:
    for path in ("/telegram/", "/"):
        answer = await wire.post(telegram.ports[0], path, BODY, {HEADER: SECRET})
        assert answer is not None
        assert answer.status in {307, 404, 405}


async def test_told_to_stop_it_answers_what_is_in_flight_even_where_that_takes_a_call(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "webhook", 60, 60):
        await telegram.until(lambda: telegram.webhook["url"])
        telegram.slow[ANN] = asyncio.Event()
        long = "\n".join(f"5 fun {'x' * 199}" for _ in range(20))  # its receipt takes two messages
        answer = asyncio.ensure_future(telegram.post(json.dumps(said(long)).encode()))
        async with asyncio.timeout(60):
            while not held_in(tmp_path):  # noqa: ASYNC110 - another's database can only be looked at
                await asyncio.sleep(0.01)

        signal.raise_signal(signal.SIGTERM)
        await asyncio.sleep(0.3)
        assert not answer.done()
        telegram.slow[ANN].set()
        arrived = await answer

    assert arrived is not None
    assert arrived.status == 200
    assert len(telegram.made("sendMessage")) == 2
