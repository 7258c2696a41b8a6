"""How updates are read: real ones whole, half ones not at all."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.events import Tapped
from bot.telegram.incoming import Faceless, Incoming, Moved
from bot.telegram.updates import _plain, incoming, read, read_update
from budget.bookkeeper import Message
from budget.states import Version
from tests.telegram.crashing import ANN, message, tap


def event_of(update: dict[str, Any]) -> object:
    """Return the event in an update, None for nothing."""
    found = read(update)
    return None if found is None else found.event


def test_a_message_is_read() -> None:
    event = event_of({"update_id": 9, "message": message(4, "5 fun")})

    assert isinstance(event, Message)
    assert (event.owner, event.number, event.author, event.text, event.version) == (ANN, 4, ANN, "5 fun", Version(0, 9))
    assert not event.group


@pytest.mark.parametrize(
    ("sender", "replied"),
    [
        ({"id": 5, "is_bot": True, "first_name": "Bot"}, 3),
        ({"id": ANN, "is_bot": False, "first_name": "Ann"}, 3),
        ({"id": 6, "is_bot": False, "first_name": "Ben"}, None),
        (None, None),
    ],
)
def test_a_reply_to_a_bot_or_to_oneself_is_known(sender: dict[str, Any] | None, replied: int | None) -> None:
    event = event_of(
        {"update_id": 9, "message": message(4, "15", reply_to_message=message(3, "5 fun") | {"from": sender})}
    )

    assert isinstance(event, Message)
    assert event.reply_to == replied


def test_an_edit_keeps_the_moment_of_the_message() -> None:
    event = event_of({"update_id": 9, "edited_message": message(4, "5 fun", edit_date=1_795_341_660)})

    assert isinstance(event, Message)
    assert int(event.sent_at.timestamp()) == 1_795_341_600
    assert event.version == Version(1_795_341_660, 9)
    assert event.edited


@pytest.mark.parametrize(("more", "language"), [("", "x" * 35), ("x", "")])
def test_a_language_has_thirty_five_characters_at_most(more: str, language: str) -> None:
    said = message(4, "5 fun")
    said["from"] = said["from"] | {"language_code": "x" * 35 + more}
    event = event_of({"update_id": 9, "message": said})

    assert isinstance(event, Message)
    assert event.language == language


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
        {"sender_chat": {"id": -1005, "type": "channel", "title": "News"}, "is_automatic_forward": True},
        {"sender_chat": {"id": -1005, "type": "channel", "title": "News"}},
        {
            "sender_chat": {"id": -100, "type": "supergroup", "title": "Us"},
            "chat": {"id": -100, "type": "supergroup"},
            "text": "hi",
        },
    ],
)
def test_what_is_for_nobody_is_nothing(more: dict[str, Any]) -> None:
    assert event_of({"update_id": 9, "message": message(4, "5 fun") | more}) is None


@pytest.mark.parametrize("wrong", ["", [], {}, 0.0, True, -1, 2**63, "5", [5]])
def test_a_message_whose_number_is_none_is_not_read(wrong: Any) -> None:
    """An empty text or list stood for no number at all until the database refused it."""
    replied: Any = {"update_id": 9, "message": message(4, "no, 13") | {"reply_to_message": message(3, "5 fun")}}
    tapped = tap("u:1:0")
    read(replied)
    read(tapped)
    replied["message"]["reply_to_message"]["message_id"] = wrong
    tapped["callback_query"]["message"]["message_id"] = wrong

    for raw in (replied, tapped, {"update_id": 9, "message": message(4, "5 fun") | {"message_id": wrong}}):
        with pytest.raises(ValueError, match=r"wrong kind|Error"):
            read(raw)


GROUP = {"id": -100, "type": "supergroup", "title": "Us"}
CHANNEL = {"id": -1005, "type": "channel", "title": "News"}


@pytest.mark.parametrize(
    ("sender", "text", "event"),
    [
        (GROUP, "5 fun", Faceless(channel=False)),
        (GROUP, "/week", Faceless(channel=False)),
        (CHANNEL, "hello\n5 fun", Faceless(channel=True)),
        (GROUP, "good morning", None),
    ],
)
def test_what_is_written_in_the_name_of_a_chat_is_nobodys(sender: Any, text: str, event: object) -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    update = {"update_id": 9, "message": message(4, text) | {"chat": GROUP, "sender_chat": sender, "from": anonymous}}

    assert event_of(update) == event


def test_what_a_channel_forwards_to_its_group_is_for_nobody() -> None:
    telegram = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    forward = {"chat": GROUP, "from": telegram, "sender_chat": CHANNEL, "is_automatic_forward": True}

    assert event_of({"update_id": 9, "message": message(4, "12.50 fun tacos") | forward}) is None


# --- the short way and the long one ---------------------------------------------------------------------------------------

_ODD = st.one_of(
    st.none(), st.booleans(), st.integers(), st.just(2**63), st.just(-(2**63) - 1), st.floats(), st.text(), st.just({}), st.just([])
)  # fmt: skip
_NUMBERS = st.integers(-(2**63), 2**63 - 1)
_TEXTS = st.one_of(st.text(), st.sampled_from(["12.50 fun tacos", "/week", "/import", "5 fun \ud83d"]))


def _object(
    fields: dict[str, st.SearchStrategy[Any]], more: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[Any]:
    """Draw an object as Telegram sends it; now and then a field of it is missing, or odd, or one is there more."""
    whole = st.fixed_dictionaries(fields, optional=more)
    names = st.sampled_from(sorted(fields))
    missing = st.tuples(whole, names).map(
        lambda drawn: {key: each for key, each in drawn[0].items() if key != drawn[1]}
    )
    odd = st.tuples(whole, names, _ODD).map(lambda drawn: drawn[0] | {drawn[1]: drawn[2]})
    return st.one_of(whole, whole, whole, missing, odd)


_SENDER = _object(
    {"id": _NUMBERS, "is_bot": st.sampled_from([False, False, True]), "first_name": st.text()},
    {"username": st.text(), "language_code": st.just("en")},
)
_CHAT = _object(
    {"id": _NUMBERS, "type": st.sampled_from(["private", "private", "group", "supergroup", "channel", "sender"])},
    {"title": st.text(), "first_name": st.text(), "is_forum": st.booleans()},
)
_MESSAGE = _object(
    {
        "message_id": _NUMBERS,
        "from": _SENDER,
        "chat": _CHAT,
        "date": st.one_of(st.integers(1, 4 * 10**9), st.sampled_from([0, -1, 10**9, 253_402_300_800, 10**15])),
        "text": _TEXTS,
    },
    {
        "edit_date": st.integers(1, 4 * 10**9),
        "caption": _TEXTS,
        "entities": st.just([{"type": "bot_command", "offset": 0, "length": 5}]),
        "migrate_to_chat_id": _NUMBERS,
        "sender_chat": _CHAT,
        "is_automatic_forward": st.booleans(),
        "document": st.just({"file_id": "x", "file_unique_id": "y"}),
    },
)
_UPDATE = _object(
    {"update_id": _NUMBERS, "message": _MESSAGE}, {"edited_message": _MESSAGE, "callback_query": st.just(tap("u:1:0"))}
)


def outcome(reads: Callable[[Any], Incoming | None], raw: Any) -> object:
    """Return what an update is read as; all that can't be read is alike."""
    try:
        return reads(raw)
    except ValueError:
        return "unreadable"


@given(_UPDATE)
def test_both_ways_of_reading_an_update_agree(raw: Any) -> None:
    assert outcome(read, raw) == outcome(lambda raw: incoming(read_update(raw)), raw)


def test_a_plain_text_takes_the_short_way() -> None:
    update = {"update_id": 9, "message": message(4, "12.50 fun tacos")}

    assert _plain(update) == incoming(read_update(update)) is not None
    assert _plain(update | {"message": message(4, "", caption="x")}) is None
