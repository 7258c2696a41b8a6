"""What is no text, and what a group hears: one sentence in private, a reaction or nothing in a group, and no sound."""

import asyncio
from pathlib import Path

import pytest

from tests.telegram.running import ANN, HOME, STRANGER, bot_on, held_in
from tests.telegram.simulated import Json, SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

EXAMPLE = "1250 play tacos"
FILE: Json = {"file_id": "f", "file_unique_id": "f"}
PLACE: Json = {"longitude": 13.4, "latitude": 52.5}
SIZED = FILE | {"width": 90, "height": 90}
MEDIA: dict[str, Json] = {
    "animation": {"animation": SIZED | {"duration": 1}, "document": FILE},
    "audio": {"audio": FILE | {"duration": 3}},
    "contact": {"contact": {"phone_number": "+1555", "first_name": "Mo"}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "document": {"document": FILE | {"file_name": "bill.pdf", "mime_type": "application/pdf"}},
    "location": {"location": PLACE},
    "photo": {"photo": [SIZED]},
    "poll": {
        "poll": {
            "id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
            "type": "regular", "allows_multiple_answers": False,
        }
    },
    "sticker": {"sticker": SIZED | {"type": "regular", "is_animated": False, "is_video": False}},
    "story": {"story": {"id": 1, "chat": {"id": 5, "type": "private"}}},
    "venue": {"venue": {"location": PLACE, "title": "Bar", "address": "Here"}, "location": PLACE},
    "video": {"video": SIZED | {"duration": 3}},
    "video note": {"video_note": FILE | {"length": 9, "duration": 3}},
    "voice": {"voice": FILE | {"duration": 3}},
}  # fmt: skip


@pytest.mark.usefixtures("bot")
async def test_an_example_is_one_of_the_chats_own_budget(telegram: SimulatedTelegram) -> None:
    for chat in (ANN, HOME):
        for text in ("/settings currency yen", "/categories rename fun = Play"):
            telegram.say(chat, text, user=ANN)
    await telegram.settled()
    number = telegram.send_media(ANN, MEDIA["photo"])
    user = {"id": 123456, "is_bot": True, "first_name": "Budget", "username": "budget_bot"}
    telegram.push(
        HOME,
        my_chat_member={
            "chat": telegram.group(HOME, upgraded=False),
            "from": {"id": ANN, "is_bot": False, "first_name": "Ann"},
            "date": 1,
            "old_chat_member": {"user": user, "status": "left"},
            "new_chat_member": {"user": user, "status": "member"},
        },
    )
    await telegram.settled()

    (unread,) = telegram.answers_to(ANN, number)
    assert f"like {EXAMPLE}, and" in unread.text
    assert f"Write what was spent: {EXAMPLE}, then /week." in telegram.said(HOME)[-1].text


@pytest.mark.usefixtures("bot")
async def test_what_can_not_be_read_gets_one_sentence_each_in_private(telegram: SimulatedTelegram) -> None:
    numbers = [telegram.send_media(ANN, media) for media in MEDIA.values()]
    await telegram.settled()

    said = [telegram.answers_to(ANN, number) for number in numbers]
    assert [len(one) for one in said] == [1] * len(MEDIA)
    assert all("reply to it with the amount" in one.text for (one,) in said)
    assert "animation" in said[0][0].text
    assert len({one.text for (one,) in said}) == len(MEDIA) - 1, "only a venue is what a location is"


@pytest.mark.usefixtures("bot")
async def test_it_is_silence_in_a_group_and_of_what_no_person_sends(telegram: SimulatedTelegram) -> None:
    for media in MEDIA.values():
        telegram.send_media(HOME, media, user=ANN)
    number = telegram.send_media(ANN, {"new_chat_title": "x"})
    moved = telegram.shown_message(ANN, number) | {"edit_date": 1_795_341_660, "location": PLACE}
    del moved["text"]
    telegram.push(ANN, edited_message=moved)  # a live location tells each step as an edit
    await telegram.settled()

    assert telegram.said(HOME) == telegram.said(ANN) == []


@pytest.mark.usefixtures("bot")
async def test_a_caption_is_a_text_and_a_reply_with_an_amount_is_the_entry(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    first = telegram.send_media(ANN, MEDIA["photo"] | {"caption": "12.50 fun"})
    voice = telegram.send_media(ANN, MEDIA["voice"])
    reply = telegram.say(ANN, "7 fun", more={"reply_to_message": telegram.shown_message(ANN, voice)})
    await telegram.settled()

    assert held_in(tmp_path) == {(ANN, first, 0): 1250, (ANN, reply, 0): 700}


@pytest.mark.usefixtures("bot")
async def test_an_album_is_answered_once_however_its_updates_come(telegram: SimulatedTelegram) -> None:
    telegram.faults.again = 0.7
    for album in ("g1", "g2"):
        for _ in range(4):
            telegram.send_media(ANN, MEDIA["photo"], album=album)
    telegram.send_media(ANN, MEDIA["photo"] | {"caption": "5 fun"}, album="g3")
    telegram.send_media(ANN, MEDIA["photo"], album="g3")
    await telegram.settled()

    texts = [one.text for one in telegram.said(ANN)]
    assert [text.startswith("I can't see") for text in texts] == [True, True, False]


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("at", [1, 2, 3])
async def test_a_captions_answer_replaces_what_was_said_of_its_album(
    telegram: SimulatedTelegram, tmp_path: Path, at: int
) -> None:
    telegram.faults.again = 0.5
    numbers = [
        telegram.send_media(ANN, MEDIA["photo"] | ({"caption": "5 fun"} if n == at else {}), album="g1")
        for n in range(4)
    ]
    await telegram.settled()
    (said,) = telegram.said(ANN)
    assert said.text.startswith("✓ $5.00")

    telegram.edit(ANN, numbers[at], "6 fun", more=MEDIA["photo"] | {"media_group_id": "g1"})
    await telegram.settled()
    (said,) = telegram.said(ANN)
    assert "$6.00" in said.text
    assert held_in(tmp_path) == {(ANN, numbers[at], 0): 600}


@pytest.mark.usefixtures("bot")
async def test_each_caption_of_an_album_is_answered(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    captions = ["", "5 fun", "", "7 fun"]
    numbers = [
        telegram.send_media(ANN, MEDIA["photo"] | ({"caption": one} if one else {}), album="g1") for one in captions
    ]
    await telegram.settled()

    assert [one.text.split("\n")[0] for one in telegram.said(ANN)] == ["✓ $5.00", "✓ $7.00"]
    assert held_in(tmp_path) == {(ANN, numbers[1], 0): 500, (ANN, numbers[3], 0): 700}


async def test_an_album_is_answered_once_wherever_its_caption_stands_and_whoever_answers(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    captions = {"g1": ["", "5 fun", ""], "g2": ["6 fun", "", ""], "g3": ["", "", "7 fun"]}
    for n in range(3):  # each by another process, which remembers nothing
        async with bot_on(telegram, tmp_path, "webhook" if n % 2 else "polling"):
            for album, texts in captions.items():
                telegram.send_media(ANN, MEDIA["photo"] | ({"caption": texts[n]} if texts[n] else {}), album=album)
            await telegram.settled()

    assert [one.text.split("\n")[0] for one in telegram.said(ANN)] == ["✓ $5.00", "✓ $6.00", "✓ $7.00"]


async def test_an_album_is_answered_once_although_the_bot_is_started_again(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    for mode in ("webhook", "polling"):
        async with bot_on(telegram, tmp_path, mode):
            telegram.send_media(ANN, MEDIA["photo"], album="g1")
            await telegram.settled()

    assert len(telegram.said(ANN)) == 1


@pytest.mark.usefixtures("bot")
async def test_a_stranger_with_a_picture_is_told_once_that_the_bot_is_private(telegram: SimulatedTelegram) -> None:
    for _ in range(3):
        telegram.send_media(STRANGER, MEDIA["photo"])
    await telegram.settled()

    (said,) = telegram.said(STRANGER)
    assert said.text.startswith("This bot is private.")


@pytest.mark.usefixtures("bot")
async def test_talk_with_a_number_gets_a_reaction_and_no_message(telegram: SimulatedTelegram) -> None:
    number = telegram.say(HOME, "the meeting is at 7 in the big room today", user=ANN)
    await telegram.settled()
    await telegram.until(lambda: telegram.reactions)

    assert telegram.reactions == {(HOME, number): ["🤔"]}
    assert telegram.said(HOME) == []


@pytest.mark.parametrize("status", [400, 403, 404, 429, 500, 501, 0])
async def test_where_no_reaction_can_be_set_nothing_happens(
    telegram: SimulatedTelegram, tmp_path: Path, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with bot_on(telegram, tmp_path, "polling"):
        telegram.unknown["setMessageReaction"] = status
        telegram.say(HOME, "the meeting is at 7 in the big room today", user=ANN)
        number = telegram.say(HOME, "5 fun", user=ANN)
        await telegram.settled()
        await telegram.until(lambda: telegram.answers_to(HOME, number))

    assert len(telegram.said(HOME)) == 1
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.usefixtures("bot")
async def test_what_answers_makes_no_sound(telegram: SimulatedTelegram) -> None:
    for text in ("5 fun", "luigi 58", "/week", "/chart", "/export", "fun"):
        telegram.say(HOME, text, user=ANN)
        telegram.say(ANN, text)
    await telegram.settled()
    await asyncio.sleep(0.05)

    sent = [params for name, params in telegram.calls if name.startswith("send")]
    assert {int(params["chat_id"]) for params in sent} == {HOME, ANN}
    assert all(params.get("disable_notification") for params in sent)
