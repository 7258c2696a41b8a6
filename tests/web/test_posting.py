"""`POST /entries`: what a phone or a program records through a write door."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.build import http_app
from budget.errors import LedgerUnavailable
from budget.write_doors import GIVE_UP, TELL_WITHIN
from storage.places import POSTED
from storage.write_doors import SqlWriteDoors
from tests.chat import OWNER
from tests.web.doors import ADDRESS, Door, door_in
from web.posting import LARGEST, LONGEST_KEY
from web.rate_limits import GUESSES, POSTS

UNREAD = "Apple Pay\nSomething came in that I can't read as an entry, so nothing is recorded: "


@pytest.fixture
def door(tmp_path: Path) -> Iterator[Door]:
    with door_in(tmp_path) as door:
        yield door


def lines(answer: Any) -> list[tuple[str, str]]:
    return [(line["state"], line["sentence"]) for line in answer.json()["lines"]]


# --- what is recorded -----------------------------------------------------------------------------------------------------


def test_lines_are_recorded_as_in_the_chat(door: Door) -> None:
    answer = door.post("12.50 fun tacos\n3 beers 18\nhello\nyesterday 4 gas")

    assert answer.status_code == 201
    assert answer.headers["content-type"] == "application/json"
    first, *others = answer.json()["lines"]
    assert first == {
        "text": "12.50 fun tacos",
        "state": "recorded",
        "sentence": "✓ $12.50 tacos · Fun",
        "entry": {
            "id": f"{POSTED}.0",
            "kind": "expense",
            "amount": "12.50",
            "currency": "USD",
            "category": "fun",
            "day": "2026-11-22",
            "note": "tacos",
        },
    }
    assert [(line["state"], line["entry"] is None) for line in others] == [
        ("asked", True), ("refused", True), ("recorded", False),
    ]  # fmt: skip
    assert answer.json()["said"].split("\n") == [line["sentence"] for line in answer.json()["lines"]]


ENTRIES: list[tuple[dict[str, Any], int, str]] = [
    ({"amount": "$12.50", "note": "Blue Bottle 42", "category": "fun"}, 201, "✓ $12.50 Blue Bottle 42 · Fun"),
    ({"amount": 12.5, "note": "tacos", "category": "Fun", "day": "2026-11-21"}, 201, "✓ $12.50 tacos · Fun · Sat 21 Nov"),
    ({"amount": 12.50, "note": None, "category": None, "day": None, "kind": None}, 201, "✓ $12.50 · Other"),
    ({"amount": "1500", "kind": "paycheck"}, 201, "✓ Paycheck $1,500.00"),
    ({"amount": "40", "kind": "extra", "note": "gift"}, 201, "✓ Extra cash $40.00 gift"),
    ({"amount": "5", "kind": "refund", "category": "fun"}, 201, "✓ Refund $5.00 · Fun"),
    ({"amount": "2x3.50", "note": "beer"}, 201, "✓ 2 × $3.50 = $7.00 beer · Fun"),
    ({"text": "12.50 fun tacos"}, 201, "✓ $12.50 tacos · Fun"),
    ({"amount": "1.250", "note": "x"}, 202, "Which is the amount in “1.250 x”?"),
    ({"amount": "3.456", "note": "x"}, 202,
     "Is the amount in “3.456 x” $3,456.00? Tap, or write it with its decimals."),
    ({"amount": "9", "category": "zoo"}, 202,
     ("Did you spend $9.00 in “9”? Tap where it went; if not, nothing is recorded. "
     "No category is called “zoo”. A program gives a category's name, its key, one of its keywords, or none.")),
    ({"amount": "9", "category": "z" * 99}, 202,
     ("Did you spend $9.00 in “9”? Tap where it went; if not, nothing is recorded. "
     f"No category is called “{'z' * 40}”. A program gives a category's name, its key, one of its keywords, or none.")),
    ({"amount": "9", "kind": "extra", "category": "zoo"}, 201, "✓ Extra cash $9.00"),
    ({"amount": "", "note": "Chevron"}, 422, "Something was paid at “Chevron”, but its amount did not come along."),
    ({"amount": "0.00", "note": "Chevron"}, 422, "Something was paid at “Chevron”, but its amount did not come along."),
    ({"note": "Chevron"}, 422, "Something was paid at “Chevron”, but its amount did not come along."),
    ({"amount": None}, 422, "Something was paid, but neither its amount nor its name came along."),
    ({"amount": "5", "day": "tomorrow"}, 422,
     "“tomorrow” is no date. Give the day as 2026-03-14, or as a moment like 2026-03-14T18:30:00+01:00; without one it is today."),
    ({"amount": "5", "day": "yesterday"}, 422,
     "“yesterday” is no date. Give the day as 2026-03-14, or as a moment like 2026-03-14T18:30:00+01:00; without one it is today."),
    ({"amount": "-5"}, 422,
     "“-5” has a sign. Give the amount without one, and say by kind what it was: expense, refund, paycheck or extra."),
    ({"amount": -5}, 422,
     "“-5” has a sign. Give the amount without one, and say by kind what it was: expense, refund, paycheck or extra."),
    ({"amount": "5 apples"}, 422, "“5 apples” is not an amount that I read. Write it as one number: 0.50, 5000."),
    ({"text": " "}, 422, "Something was paid, but neither its amount nor its name came along."),
    ({"text": "fun"}, 422, "I see no amount there. Write it like this: 12.50 fun tacos"),
    ({"text": "can I afford 600?"}, 422, "That sounds like a question or a plan, so nothing is recorded."),
    ({"text": "/week"}, 422, "“/week” is a command. Commands are messages of their own, written in the chat."),
    ({"text": "/afford 80"}, 422, "“/afford” is a command. Commands are messages of their own, written in the chat."),
    ({"text": "/spent 8 coffee"}, 201, "✓ $8.00 coffee · Fun"),
    ({"text": "5 <b>x"}, 201, "✓ $5.00 <b>x · Other"),
    ({"text": "5 a\n6 b\ntotal 11"}, 201, "✓ $5.00 a · Other\n✓ $6.00 b · Other\n✓ Together $11.00."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "status", "said"), ENTRIES)
def test_an_answer_says_what_was_understood(door: Door, body: dict[str, Any], status: int, said: str) -> None:
    answer = door.post(body)

    assert (answer.status_code, answer.json()["said"].replace("\xa0", " ")) == (status, said)
    plain = door.post(body, Accept="text/plain")
    assert (plain.status_code, plain.text.replace("\xa0", " ")) == (status, f"{said}\n")
    assert plain.headers["content-type"] == "text/plain; charset=utf-8"


def test_an_answer_shows_nothing_of_the_budget(door: Door) -> None:
    door.say("100 fun boat")
    door.say("paid 1500")

    answer = door.post("12.50 fun tacos")

    assert "12.50" in answer.text
    assert not [figure for figure in ("100", "112", "150", "37.50", "left", "boat") if figure in answer.text]


def test_a_group_takes_every_line_for_an_entry(tmp_path: Path) -> None:
    """What a program posts is meant for the bot, wherever it is told."""
    with door_in(tmp_path, ALLOWED_USERS="*") as door:
        door.say.owner = -1001
        door.say.group = True
        token = door.opened("Home")

        assert door.post("12 lunch", token).status_code == 201
        ((_, params),) = door.telegram.made
        assert params["chat_id"] == -1001


# --- the chat is told -----------------------------------------------------------------------------------------------------


def test_the_receipt_comes_silently_with_the_label_and_undo(door: Door) -> None:
    answer = door.post("12.50 fun tacos")

    assert answer.status_code == 201
    ((method, params),) = door.telegram.made
    assert method == "sendMessage"
    assert door.telegram.said == ["Apple Pay\n✓ $12.50 tacos\n$137.50 left of $150 · Fun"]
    assert params["disable_notification"] is True
    assert "reply_parameters" not in params
    undo = params["reply_markup"]["inline_keyboard"][0][0]
    assert undo["text"] == "Undo"
    assert "undone" in door.say.tap_data(undo["callback_data"], "tap1")
    assert door.recent()[0].startswith("Nothing")


TOLD = [
    ({"amount": "", "note": "Chevron"}, "Something was paid at “Chevron”, but its amount did not come along."),
    ("0 Chevron", "✗ “0 Chevron”: Zero is nothing to record. Write the amount like 12.50."),
    ("Chevron", "✗ “Chevron”: I see no amount there. Write it like this: 12.50 fun tacos"),
    ({"amount": "1e3", "note": "x"}, "✗ “1e3 x”: “1e3” has an exponent. Write the number out."),
    ("3 beers 18", "Which is the amount in “3 beers 18”?"),
    ({"amount": "9", "category": "zoo"},
     ("Did you spend $9.00 in “9”? Tap where it went; if not, nothing is recorded.\n"
     "No category is called “zoo”. A program gives a category's name, its key, one of its keywords, or none.")),
]  # fmt: skip


@pytest.mark.parametrize("body", ["", " \n", "\0", ";", " ; \n;", {"text": "\0;"}, {"amount": "\0"}])
def test_a_post_of_nothing_is_told_in_a_sentence(door: Door, body: Any) -> None:
    said = "Something was paid, but neither its amount nor its name came along."
    answer = door.post(body)

    assert (answer.status_code, lines(answer)) == (422, [("refused", said)])
    assert door.telegram.said == [f"Apple Pay\n{said}"]


def test_a_category_of_nothing_is_none(door: Door) -> None:
    assert lines(door.post({"amount": "5", "note": "tea", "category": "\0 "})) == [("recorded", "✓ $5.00 tea · Other")]


def test_a_door_of_the_bots_own_computer_says_that_no_phone_reaches_it(tmp_path: Path) -> None:
    with door_in(tmp_path, PUBLIC_URL="http://localhost:8000", TELEGRAM_MODE="polling") as home:
        said = home.say("/door iPhone").split("\n")
    assert said[2] == "http://localhost:8000/entries"
    assert said[3].startswith("This address opens only on the computer that runs the bot.")
    with door_in(tmp_path) as outside:
        assert "opens only on" not in outside.say("/door iPhone")


@pytest.mark.parametrize(("body", "told"), TOLD)
def test_money_that_is_not_recorded_is_told_too(door: Door, body: Any, told: str) -> None:
    door.post(body)

    assert door.telegram.said == [f"Apple Pay\n{told}"]


def test_a_question_waits_in_the_chat(door: Door) -> None:
    assert door.post("3 beers 18").status_code == 202

    ((_, params),) = door.telegram.made
    choices = {one["text"]: one["callback_data"] for row in params["reply_markup"]["inline_keyboard"] for one in row}
    assert door.say.tap_data(choices["$18.00"], "tap1").startswith("✓ $18.00")


def test_a_reply_to_the_receipt_corrects_what_came_in(door: Door) -> None:
    door.post("12.50 fun tacos")

    said = door.say.reply_to("13.50", 501)

    assert "13.50" in said
    assert "12.50" not in "".join(door.recent())


def test_the_same_amount_by_hand_is_told_and_not_left_out(door: Door) -> None:
    door.say("12.50 fun tacos")
    door.say.wait(minutes=30)

    assert door.post({"amount": "12.50", "note": "Taqueria"}).status_code == 201

    assert door.telegram.said[-1].split("\n")[-1] == (
        "The same amount was written here shortly before: $12.50 tacos · Fun. If it is the same, undo one of them."
    )
    door.say.wait(seconds=1)
    door.post({"amount": "12.50", "note": "Taqueria"})
    assert "shortly before" not in door.telegram.said[-1]


def test_what_telegram_did_not_take_is_told_later(door: Door) -> None:
    posts = door.posts
    door.telegram.is_down = True
    assert door.post("12.50 fun tacos").status_code == 201
    door.say.wait(seconds=TELL_WITHIN.total_seconds())
    assert door.say.runner.run(posts.tick()) == 0
    door.telegram.is_down = False
    assert door.say.runner.run(posts.tick()) == 0  # claimed a moment ago
    door.say.wait(seconds=TELL_WITHIN.total_seconds())

    assert [door.say.runner.run(posts.tick()) for _ in range(2)] == [1, 0]

    assert door.telegram.said == ["Apple Pay\n✓ $12.50 tacos\n$137.50 left of $150 · Fun"]


def test_what_was_told_is_not_told_again_where_only_that_could_not_be_noted(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chat saw the same expense come in twice, as if it were recorded twice."""

    async def ended(_self: object, _post: object) -> None:
        raise LedgerUnavailable("as asked for")

    with monkeypatch.context() as patched:
        patched.setattr(SqlWriteDoors, "told", ended)
        assert door.post("12.50 fun tacos").status_code == 201
    door.say.wait(seconds=TELL_WITHIN.total_seconds())
    assert [door.say.runner.run(door.posts.tick()) for _ in range(2)] == [1, 0]

    assert door.telegram.said == ["Apple Pay\n✓ $12.50 tacos\n$137.50 left of $150 · Fun"]


def test_a_chat_that_takes_no_more_keeps_no_other_waiting(tmp_path: Path) -> None:
    with door_in(tmp_path, ALLOWED_USERS="*") as door:
        posts = door.posts
        door.telegram.is_down = True
        assert [door.post(f"{n} fun flood").status_code for n in range(1, 4)] == [201] * 3
        door.telegram.full = {door.say.owner}
        door.say.owner += 1
        assert door.post("12.50 fun tacos", door.opened()).status_code == 201
        door.telegram.is_down = False
        door.say.wait(seconds=TELL_WITHIN.total_seconds())

        assert door.say.runner.run(posts.tick()) == 1

        assert "✓ $12.50 tacos" in door.telegram.said[-1]


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
def test_more_posts_than_one_look_takes_keep_no_other_chat_waiting(tmp_path: Path) -> None:
    """Sixty posts of a chat that takes none came first in each look, which takes fifty."""
    with door_in(tmp_path, ALLOWED_USERS="*") as door:
        posts, flooded = door.posts, door.say.owner
        door.telegram.is_down = True
        for token in (door.token, door.opened()):
            assert {door.post(f"{n} fun flood", token).status_code for n in range(1, POSTS.burst + 1)} == {201}
        door.say.owner += 1
        assert door.post("12.50 fun tacos", door.opened()).status_code == 201
        door.telegram.is_down, door.telegram.full = False, {flooded}
        door.say.wait(seconds=TELL_WITHIN.total_seconds())

        assert door.say.runner.run(posts.tick()) == 1

        assert "✓ $12.50 tacos" in door.telegram.said[-1]
        assert door.say.runner.run(posts.tick()) == 0, "Telegram's pause is kept"
        door.telegram.full = set()
        door.say.wait(seconds=TELL_WITHIN.total_seconds())
        assert door.say.runner.run(posts.tick()) == 2 * POSTS.burst
        assert "$1.00" in door.telegram.said[-2 * POSTS.burst], "in their order"


@pytest.mark.slow  # see tests/storage/test_ledger_machine.py
def test_posts_of_a_day_ago_keep_no_other_chat_waiting(tmp_path: Path) -> None:
    with door_in(tmp_path, ALLOWED_USERS="*") as door:
        door.telegram.is_down = True
        for token in (door.token, door.opened()):
            for n in range(1, POSTS.burst + 1):
                door.post(f"{n} fun flood", token)
        door.say.wait(seconds=GIVE_UP.total_seconds())
        door.say.owner += 1
        door.post("12.50 fun tacos", door.opened())
        door.telegram.is_down = False
        door.say.wait(seconds=TELL_WITHIN.total_seconds())

        assert door.say.runner.run(door.posts.tick()) == 1


def test_a_budget_that_is_being_forgotten_is_told_nothing(door: Door) -> None:
    posts = door.posts
    door.telegram.is_down = True
    door.post("12.50 fun tacos")
    door.telegram.is_down = False
    door.say("/forget")
    door.say.tap("Delete everything")

    door.say.wait(minutes=5)
    assert [door.say.runner.run(posts.tick()) for _ in range(2)] == [0, 0]
    assert door.telegram.made == []


def test_a_chat_that_blocked_the_bot_is_told_once(door: Door) -> None:
    posts = door.posts
    door.telegram.blocks = True

    assert door.post("12.50 fun tacos").status_code == 201

    door.say.wait(minutes=5)
    assert door.say.runner.run(posts.tick()) == 0
    assert any("tacos" in line for line in door.recent())


# --- repeats --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("again", ["abc", '"abc"'])
def test_a_repeat_of_a_key_is_answered_as_before(door: Door, again: str) -> None:
    first = door.post("12.50 fun tacos", Idempotency_Key="abc")

    second = door.post("12.50 fun tacos", Idempotency_Key=again)

    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json() == first.json()
    assert len(door.telegram.made) == 1
    assert sum("tacos" in line for line in door.recent()) == 1


def test_the_id_of_an_entry_is_its_key(door: Door) -> None:
    entry = {"amount": "5", "note": "x", "id": "é 1"}

    assert [door.post(entry).status_code for _ in range(2)] == [201, 200]
    assert door.post(entry | {"amount": "6"}).status_code == 422
    assert door.post(entry, Idempotency_Key="other").status_code == 400
    assert door.post({"text": "7 x", "id": "k"}, Idempotency_Key="k").status_code == 201


def test_a_question_and_a_refusal_are_repeated_too(door: Door) -> None:
    asked = [door.post("3 beers 18", Idempotency_Key="a") for _ in range(2)]
    refused = [door.post("hello", Idempotency_Key="b") for _ in range(2)]

    assert [one.status_code for one in asked + refused] == [202, 200, 422, 422]
    assert refused[0].json()["lines"] == refused[1].json()["lines"]
    assert len(door.telegram.made) == 2


def test_a_key_with_another_body_is_refused(door: Door) -> None:
    door.post("12.50 fun tacos", Idempotency_Key="abc")

    answer = door.post("12.51 fun tacos", Idempotency_Key="abc")

    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("This idempotency key came before")


@pytest.mark.parametrize("bodies", [["12.51 fun tacos", "13 lunch"], [b"\xff", b"\xfe"]], ids=["entries", "no text"])
def test_a_key_with_another_body_is_told_in_the_chat_once(door: Door, bodies: list[str | bytes]) -> None:
    """A shortcut with one key for all payments lost each but the first without a word."""
    door.post("12.50 fun tacos", Idempotency_Key="abc")

    for body in [*bodies, *bodies]:
        door.post(body, Idempotency_Key="abc")

    _, told = door.telegram.said
    assert "This idempotency key came before, with another body. Take a new key for each entry." in told
    assert ("“12.51 fun tacos”" in told) == (bodies[0] == "12.51 fun tacos")
    assert sum("tacos" in line for line in door.recent()) == 1


def test_a_key_that_came_before_is_told_once_telegram_is_there_again(door: Door) -> None:
    door.post("12.50 fun tacos", Idempotency_Key="abc")
    door.telegram.is_down = True
    assert door.post("12.51 fun tacos", Idempotency_Key="abc").status_code == 422

    door.telegram.is_down = False
    door.say.wait(minutes=10)
    door.say.runner.run(door.posts.tick())
    assert "This idempotency key came before" in door.telegram.said[-1]


@pytest.mark.parametrize("key", ["x" * LONGEST_KEY, f'"{"x" * LONGEST_KEY}"', "a b", "~"])
def test_a_key_is_any_text(door: Door, key: str) -> None:
    assert door.post("5 x", Idempotency_Key=key).status_code == 201


@pytest.mark.parametrize("key", ["", '""', "x" * (LONGEST_KEY + 1), '"x', 'x"y', "a\\b"])
def test_a_key_that_is_none_is_refused(door: Door, key: str) -> None:
    assert door.post("5 x", Idempotency_Key=key).status_code == 400
    assert door.telegram.said == [f"{UNREAD}“5 x”."]


@pytest.mark.parametrize(("length", "status"), [(0, 400), (1, 201), (LONGEST_KEY, 201), (LONGEST_KEY + 1, 400)])
def test_an_id_has_255_characters_at_most(door: Door, length: int, status: int) -> None:
    assert door.post({"amount": "5", "id": "x" * length}).status_code == status


@pytest.mark.parametrize(("length", "told"), [(LONGEST_KEY, 1), (LONGEST_KEY + 1, 2)])
def test_an_unread_body_is_known_by_an_id_of_that_length(door: Door, length: int, told: int) -> None:
    for more in (1, 2):
        assert door.post({"nonsense": more, "id": "x" * length}).status_code == 400

    assert len([said for said in door.telegram.said if said.startswith(UNREAD)]) == told


def test_a_key_that_is_being_handled_is_sent_away(door: Door) -> None:
    """While another program holds the book, the first of two requests waits for it; the second is not kept waiting."""
    path = door.say.app.database.engine.url.database
    headers = {"Authorization": f"Bearer {door.token}", "Content-Type": "text/plain", "Idempotency-Key": "key"}

    async def both() -> list[int]:
        transport = httpx.ASGITransport(http_app(door.say.app))
        async with httpx.AsyncClient(transport=transport, base_url=ADDRESS) as client:
            with closing(sqlite3.connect(str(path), isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                posts = [
                    asyncio.ensure_future(client.post("/entries", content="5 x", headers=headers)) for _ in range(2)
                ]
                (sent_away,), _ = await asyncio.wait(posts, return_when=asyncio.FIRST_COMPLETED)
                assert sent_away.result().headers["retry-after"] == "1"
                other.execute("ROLLBACK")
            return sorted([(await post).status_code for post in posts])

    assert door.say.runner.run(both()) == [201, 409]


# --- who may post ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Basic abc", "Bearer x", f"Bearer {'x' * 43}", f"Bearer {'é' * 43}", "TOKEN"]
)
def test_without_a_token_nothing_comes_in(door: Door, authorization: str) -> None:
    authorization = authorization.replace("TOKEN", door.token)

    headers = [(b"authorization", authorization.encode()), (b"content-type", b"text/plain")]
    answer = door.client.post("/entries", content="5 x", headers=headers)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
    assert door.telegram.made == []


def test_a_share_link_never_writes_and_a_door_never_reads(door: Door) -> None:
    (address,) = (word for word in door.say("/share").split() if "/s/" in word)

    assert door.post("5 x", address.rpartition("/")[2]).status_code == 401
    assert door.client.get(f"/s/{door.token}").status_code == 404


def test_a_closed_door_is_shut_at_once(door: Door) -> None:
    assert door.post("5 x").status_code == 201
    door.say("/doors")
    assert door.say.tap("Close 1") == (
        "Close “Apple Pay”? Whoever has its token can't record anything through it any more then."
    )
    assert door.say.tap("Keep").startswith("Open doors\n1. Apple Pay")
    assert door.post("5 x").status_code == 201
    door.say.tap("Close 1")
    assert door.say.tap("Close") == "There are no open doors. /door makes one."

    assert door.post("5 x").status_code == 401


def test_below_a_token_it_is_asked_in_a_message_of_its_own(door: Door) -> None:
    """The token can't be shown again, so its message stays as it is."""
    token = door.opened("Phone")
    door.say.tap("Close")
    assert door.say.answer.reply is None
    assert door.say.asked is not None
    door.say.reply = door.say.asked
    assert door.post("5 x", token).status_code == 201

    assert door.say.tap("Close").startswith("This door is closed")

    assert door.post("5 x", token).status_code == 401
    (data,) = (button.data for row in door.say.asked.buttons for button in row if button.label == "Close")
    assert door.say.tap_data(data.replace(":y:", ":"), "tap9").startswith("That is settled already")


def test_who_was_taken_out_posts_no_more(tmp_path: Path) -> None:
    with door_in(tmp_path) as door:
        token = door.token
    with door_in(tmp_path, ALLOWED_USERS="5") as door:
        assert door.post("5 x", token).status_code == 401


def test_guessing_is_slowed_and_never_shuts_a_right_token_out(door: Door) -> None:
    statuses = [door.post("5 x", f"{n:043}").status_code for n in range(GUESSES.burst + 1)]

    assert statuses == [401] * GUESSES.burst + [429]
    assert door.post("5 x").status_code == 201
    wrong = door.post("5 x", "y" * 43)
    assert (wrong.status_code, wrong.headers["retry-after"]) == (429, "60")
    door.client = door.from_address("203.0.113.8")
    assert door.post("5 x", "y" * 43).status_code == 401


# --- bounds ---------------------------------------------------------------------------------------------------------------


def test_a_door_takes_thirty_at_once_and_then_one_each_two_seconds(door: Door) -> None:
    other = door.opened("Other")
    statuses = [door.post("hello").status_code for _ in range(POSTS.burst + 1)]

    assert statuses == [422] * POSTS.burst + [429]
    assert door.post("hello").headers["retry-after"] == "2"
    assert door.post("hello", other).status_code == 422
    door.say.wait(seconds=2)
    assert [door.post("hello").status_code for _ in range(2)] == [422, 429]


@pytest.mark.parametrize(("length", "status"), [(LARGEST, 422), (LARGEST + 1, 413)])
@pytest.mark.parametrize("announced", [True, False])
def test_a_body_has_four_kibibytes_at_most(door: Door, length: int, status: int, announced: bool) -> None:
    body = b"x" * length

    def pieces() -> Iterator[bytes]:
        yield body[:2000]
        yield body[2000:]

    headers = {"Authorization": f"Bearer {door.token}", "Content-Type": "text/plain"}
    answer = door.client.post("/entries", content=body if announced else pieces(), headers=headers)

    assert answer.status_code == status
    assert len(door.telegram.made) == 1, "what passed is told"


BAD: list[tuple[bytes, str]] = [
    (b"\xff", "text/plain"),
    (b"{", "application/json"),
    (b"[]", "application/json"),
    (b"{}", "application/json"),
    (b'{"text": 5}', "application/json"),
    (b'{"text": null}', "application/json"),
    (b'{"text": "5 x", "amount": "5"}', "application/json"),
    (b'{"amount": true}', "application/json"),
    (b'{"amount": [5]}', "application/json"),
    (b'{"amount": NaN}', "application/json"),
    (b'{"amount": "5", "note": 5}', "application/json"),
    (b'{"amount": "5", "kind": "bill"}', "application/json"),
    (b'{"amount": "5", "categroy": "fun"}', "application/json"),
    (b'{"amount": "5", "amount": "6"}', "application/json"),
    (b'{"amount": "5", "id": 5}', "application/json"),
    (b'{"amount": ' + b"[" * 2000 + b"]" * 2000 + b"}", "application/json"),
]


@pytest.mark.parametrize(("body", "media_type"), BAD)
def test_a_body_that_is_none_is_refused(door: Door, body: bytes, media_type: str) -> None:
    answer = door.post(body, Content_Type=media_type)

    assert answer.status_code == 400
    (said,) = door.telegram.said
    assert said.startswith("Apple Pay\nSomething came in that I can't read as an entry, so nothing is recorded: “")


@pytest.mark.parametrize("media_type", ["", "application/x-www-form-urlencoded", "text/html", "application/xml"])
def test_other_media_types_are_refused(door: Door, media_type: str) -> None:
    assert door.post("5 x", Content_Type=media_type).status_code == 415
    assert door.telegram.said == [f"{UNREAD}“5 x”."]


def test_what_cant_be_read_is_told_once_for_a_key(door: Door) -> None:
    """A payment passed without a word where its shortcut wrote an empty kind."""
    body = {"amount": "5", "note": "<b>", "kind": "", "id": "a"}

    assert [door.post(body).status_code for _ in range(2)] == [400, 400]
    assert door.telegram.said == [f'{UNREAD}“{{"amount": "5", "note": "<b>", "kind": "", "id": "a"}}”.']
    assert door.post(body | {"kind": "PAYCHECK"}, Idempotency_Key="a").status_code == 400, "the key came before"
    assert "This idempotency key came before" in door.telegram.said[-1]
    assert len(door.telegram.made) == 2
    assert door.post(b"{", Content_Type="application/json").status_code == 400
    assert door.post(b"{", Content_Type="application/json").status_code == 400
    assert len(door.telegram.made) == 4, "without a key each may be a payment of its own"
    assert door.recent() == ["Nothing is recorded yet. Write your first one: 12.50 fun tacos"]


def test_what_cant_be_read_is_told_once_telegram_is_there_again(door: Door) -> None:
    door.telegram.is_down = True
    assert door.post(b"{", Content_Type="application/json").status_code == 400

    door.telegram.is_down = False
    door.say.wait(minutes=10)
    door.say.runner.run(door.posts.tick())
    assert door.telegram.said == [f"{UNREAD}“{{”."]


def test_with_a_wrong_token_nothing_is_told(door: Door) -> None:
    assert door.post(b"{", Content_Type="application/json", Authorization=f"Bearer {'x' * 43}").status_code == 401
    assert door.telegram.made == []


def test_the_rate_of_a_door_bounds_what_is_told(door: Door) -> None:
    posted = [door.post(b"{", Content_Type="application/json").status_code for _ in range(POSTS.burst + 2)]

    assert posted == [400] * POSTS.burst + [429] * 2
    assert len(door.telegram.made) == POSTS.burst


def test_a_charset_beside_the_media_type_is_fine(door: Door) -> None:
    assert door.post("5 x", Content_Type="Text/Plain; charset=utf-8").status_code == 201


def test_an_error_is_a_problem_with_the_members_of_all_errors(door: Door) -> None:
    answer = door.post("hello")

    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Nothing is recorded",
        "status": 422,
        "detail": "I see no amount there. Write it like this: 12.50 fun tacos",
        "error": "Nothing is recorded",
        "request_id": answer.headers["x-request-id"],
        "lines": answer.json()["lines"],
        "said": "I see no amount there. Write it like this: 12.50 fun tacos",
    }


def test_no_page_elsewhere_posts_here(door: Door) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}

    for answer in (door.client.options("/entries", headers=asked), door.client.get("/entries")):
        assert answer.status_code == 405
        assert answer.headers["allow"] == "POST"
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["detail"] == "This address takes POST alone."
        assert answer.json().keys() == {"type", "title", "status", "detail", "error", "request_id"}
    for answer in (door.client.options("/entries", headers=asked), door.post("5 x", Origin="https://evil.example")):
        assert not [name for name in answer.headers if name.startswith("access-control")]


def test_without_a_public_address_there_is_no_door(tmp_path: Path) -> None:
    with door_in(tmp_path, PUBLIC_URL="", TELEGRAM_WEBHOOK_SECRET="", TELEGRAM_MODE="polling") as door:
        needed = "A door needs the bot on Telegram, and an address that is reached from outside"
        assert door.say("/door Apple Pay").startswith(needed)
        assert door.say("/doors").startswith(needed)
        assert door.post("5 x").status_code == 404
        assert "/entries" not in door.client.get("/openapi.json").json()["paths"]


def test_a_book_that_is_out_of_reach_is_told(door: Door) -> None:
    path = door.say.app.database.engine.url.database
    assert path is not None
    assert door.post("5 x").status_code == 201
    Path(path).unlink()
    Path(path).mkdir()

    answer = door.post("5 x")

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "5"
    assert answer.json()["title"] == "Not just now"


def test_a_post_is_logged_without_its_token(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        door.post("5 secretnote")

    assert "POST /entries 201" in caplog.text
    assert door.token not in caplog.text
    assert "secretnote" not in "".join(record.getMessage() for record in caplog.records if record.name == "web.access")


def test_the_latest_use_is_listed(door: Door) -> None:
    assert door.say("/doors") == "Open doors\n1. Apple Pay, made Sun 22 Nov: never used"
    for _ in range(2):
        door.post("5 x")

    assert door.say("/doors") == "Open doors\n1. Apple Pay, made Sun 22 Nov: used 2 times, last Sun 22 Nov at 10:00"
    door.say.wait(seconds=timedelta(days=1).total_seconds())
    assert door.say("/doors").endswith("used 2 times, last Sun 22 Nov at 10:00")
    assert door.say.buttons == ["Close 1"]


def test_what_came_in_is_in_every_export_and_comes_back_with_a_whole_budget(tmp_path: Path) -> None:
    with door_in(tmp_path, ALLOWED_USERS="*") as door:
        door.post("12.50 fun tacos")
        door.post("3 beers 18")
        written = {}
        for form in ("", "hledger", "json"):
            door.say(f"/export {form}")
            assert door.say.reply is not None
            assert door.say.reply.document is not None
            written[form] = door.say.reply.document.content
            assert b"tacos" in written[form], form
        assert f"({POSTED}.0)".encode() in written["hledger"]

        door.say.owner = OWNER + 1
        door.say.file(written["json"])
        assert "The budget is here" in door.say.tap("Put it here")
        token = door.opened("Phone")
        assert [door.post("4 fun tea", token, Idempotency_Key="k").status_code for _ in range(2)] == [201, 200]
        assert len([line for line in door.recent() if "tacos" in line or "tea" in line]) == 2
