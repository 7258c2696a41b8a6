"""How updates are read: real ones whole, half ones not at all."""

from typing import Any

import pytest

from bot.budget_bot import Tapped
from bot.updates import Moved, incoming, read_update
from budget.bookkeeper import Message
from budget.ledger import Version
from tests.crashing import ANN, message, tap


def event_of(update: dict[str, Any]) -> object:
    """Return the event in an update, None for nothing."""
    found = incoming(read_update(update))
    return None if found is None else found.event


def test_a_message_is_read() -> None:
    event = event_of({"update_id": 9, "message": message(4, "5 fun")})

    assert isinstance(event, Message)
    assert (event.owner, event.number, event.author, event.text, event.version) == (ANN, 4, ANN, "5 fun", Version(0, 9))
    assert not event.group


def test_an_edit_keeps_the_moment_of_the_message() -> None:
    event = event_of({"update_id": 9, "edited_message": message(4, "5 fun", edit_date=1_795_341_660)})

    assert isinstance(event, Message)
    assert int(event.sent_at.timestamp()) == 1_795_341_600
    assert event.version == Version(1_795_341_660, 9)
    assert event.edited


def test_a_caption_is_a_text() -> None:
    event = event_of({"update_id": 9, "message": message(4, "", caption="5 fun")})

    assert isinstance(event, Message)
    assert event.text == "5 fun"


def test_half_a_surrogate_pair_becomes_a_question_mark() -> None:
    event = event_of({"update_id": 9, "message": message(4, "5 fun \ud83d")})

    assert isinstance(event, Message)
    assert event.text == "5 fun ?"


def test_a_tap_without_its_message_is_still_a_tap() -> None:
    update = tap("u:1:0")
    del update["callback_query"]["message"]

    assert event_of(update) == Tapped(ANN, ANN, "", "4711")


@pytest.mark.parametrize("words", [{"migrate_to_chat_id": -100}, {"migrate_from_chat_id": -100}])
def test_a_move_is_told_by_both_chats(words: dict[str, int]) -> None:
    event = event_of({"update_id": 9, "message": message(4, "") | words})

    assert event == (Moved(ANN, -100) if "migrate_to_chat_id" in words else Moved(-100, ANN))


@pytest.mark.parametrize(
    "more",
    [
        {"from": {"id": 1, "is_bot": True, "first_name": "A bot"}},
        {"chat": {"id": -100, "type": "channel", "title": "News"}},
        {"from": None},
        {"text": None},
    ],
)
def test_what_is_for_nobody_is_nothing(more: dict[str, Any]) -> None:
    assert event_of({"update_id": 9, "message": message(4, "5 fun") | more}) is None
