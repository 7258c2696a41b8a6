"""Both ways that lead to the bot, through the front door against a simulated Telegram."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.build import App
from bot.telegram.api import Telegram
from tests.telegram.running import ANN, BOB, HOME, STRANGER, held_in, rows_in
from tests.telegram.simulated import NAME, TOKEN, SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_receipt_answers_the_persons_message(telegram: SimulatedTelegram) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()

    (receipt,) = telegram.answers_to(ANN, number)
    assert receipt.text == "✓ $12.50 tacos\n$137.50 left of $150 · Fun"
    assert receipt.buttons == {"Undo": f"u:{number}:0", "Change…": f"v:{number}:0"}


async def test_a_mention_is_known_before_the_bot_has_learned_its_name(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(HOME, f"@{NAME} 12.50 fun tacos", user=ANN)
    await telegram.settled()

    (said,) = telegram.said(HOME)
    assert said.text.startswith("✓ $12.50 tacos, Ann\n")
    telegram.edit(HOME, number, f"@{NAME} 13.50 fun tacos", user=ANN)
    await telegram.settled()
    assert held_in(tmp_path) == {(HOME, number, 0): 1350}


async def test_an_edit_changes_the_receipt_in_place(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    telegram.edit(ANN, number, "13.50 fun tacos")
    await telegram.settled()

    (receipt,) = telegram.said(ANN)
    assert receipt.text.startswith("Corrected:\n✓ $13.50")
    assert held_in(tmp_path) == {(ANN, number, 0): 1350}


async def test_an_edit_is_answered_anew_where_the_receipt_is_gone_and_that_is_the_receipt_then(
    telegram: SimulatedTelegram,
) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    del telegram.chats[ANN][number + 1]
    for amount in ("13.50", "14.50"):
        telegram.edit(ANN, number, f"{amount} fun tacos")
        await telegram.settled()

    (receipt,) = telegram.answers_to(ANN, number)
    assert receipt.text.startswith("Corrected:\n✓ $14.50")


def reply(telegram: SimulatedTelegram, chat: int, to: int, text: str, user: int | None = None) -> int:
    """Reply to a message of a chat."""
    return telegram.say(chat, text, user=user, more={"reply_to_message": telegram.shown_message(chat, to)})


async def test_a_reply_is_answered_and_the_old_receipt_says_the_same(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    (receipt,) = telegram.said(ANN)
    first = reply(telegram, ANN, receipt.number, "15")
    await telegram.settled()
    answer = telegram.said(ANN)[-1]
    assert answer.number > first
    reply(telegram, ANN, answer.number, "yesterday")
    await telegram.settled()

    old, *others = telegram.said(ANN)
    assert old.text.startswith("Corrected:\n✓ $15.00 tacos · ")
    assert old.text == others[-1].text
    assert old.buttons == {"Undo": f"u:{number}:0", "Change…": f"v:{number}:0"}
    assert held_in(tmp_path) == {(ANN, number, 0): 1500}


async def test_a_receipt_follows_what_is_tapped_under_an_undo(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    telegram.say(ANN, "/undo")
    await telegram.settled()
    undone = telegram.said(ANN)[-1]
    assert [one.text.split("\n")[0] for one in telegram.said(ANN)] == ["$12.50 tacos undone"] * 2
    telegram.tap(ANN, undone.number, "Restore")
    await telegram.settled()

    assert [one.text.split("\n")[0] for one in telegram.said(ANN)] == ["✓ $12.50 tacos"] * 2
    assert held_in(tmp_path) == {(ANN, number, 0): 1250}
    edits = len(telegram.made("editMessageText"))
    telegram.tap(ANN, telegram.said(ANN)[0].number, "Undo")
    await telegram.settled()
    assert len(telegram.made("editMessageText")) == edits + 2, "the receipt and the answer to /undo, each once"
    assert [one.text.split("\n")[0] for one in telegram.said(ANN)] == ["$12.50 tacos undone"] * 2


async def test_a_list_stays_and_the_receipt_follows(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    telegram.say(ANN, "5 fun coffee")
    telegram.say(ANN, "/recent")
    await telegram.settled()
    listed = telegram.said(ANN)[-1].number
    for label in ("2", "Delete"):
        telegram.tap(ANN, listed, label)
        await telegram.settled()

    (receipt,) = telegram.answers_to(ANN, number)
    assert receipt.text.startswith("$12.50 tacos undone\n")
    assert receipt.buttons == {"Restore": f"r:{number}:0"}
    shown = telegram.chats[ANN][listed]
    assert shown.text.split("\n")[1:] == ["1 $5.00 coffee · Fun", "2 $12.50 tacos · Fun undone"]
    assert list(shown.buttons) == ["1", "Restore 2"]
    assert list(held_in(tmp_path).values()) == [500]
    telegram.tap(ANN, listed, "Restore 2")
    await telegram.settled()
    (receipt,) = telegram.answers_to(ANN, number)
    assert receipt.text.startswith("✓ $12.50 tacos\n")


async def test_an_answer_that_nobody_noted_is_known_by_its_buttons(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    with closing(sqlite3.connect(tmp_path / "budget.db")) as db, db:
        db.execute("DELETE FROM answers")
    reply(telegram, ANN, telegram.said(ANN)[0].number, "15")
    await telegram.settled()
    telegram.say(ANN, "5 fun")
    telegram.say(ANN, "/recent")
    await telegram.settled()
    reply(telegram, ANN, telegram.said(ANN)[-1].number, "7")
    await telegram.settled()

    assert held_in(tmp_path).pop((ANN, number, 0)) == 1500
    assert sorted(held_in(tmp_path).values()) == [500, 700, 1500], "a list is about several messages"


async def test_another_member_of_a_group_corrects_by_a_reply_to_the_receipt_alone(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(HOME, "12.50 fun tacos", user=ANN)
    await telegram.settled()
    (receipt,) = telegram.said(HOME)
    reply(telegram, HOME, receipt.number, "15", user=BOB)
    reply(telegram, HOME, receipt.number, "wow", user=BOB)
    reply(telegram, HOME, number, "16 fun", user=BOB)
    await telegram.settled()

    held = held_in(tmp_path)
    assert held.pop((HOME, number, 0)) == 1500
    assert list(held.values()) == [1600], "a reply to what somebody else wrote is a message of its own"


async def test_an_edited_reply_changes_its_answer_and_the_receipt(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    own = telegram.shown_message(ANN, number)
    first = reply(telegram, ANN, number, "15")
    await telegram.settled()
    telegram.push(ANN, edited_message=telegram.shown_message(ANN, first) | own_edit(telegram, own, "16"))
    await telegram.settled()

    assert [one.text.split("\n")[:2] for one in telegram.said(ANN)] == [["Corrected:", "✓ $16.00 tacos"]] * 2
    assert held_in(tmp_path) == {(ANN, number, 0): 1600}


def own_edit(telegram: SimulatedTelegram, to: dict[str, object], text: str) -> dict[str, object]:
    return {"text": text, "edit_date": int(telegram.now().timestamp()), "reply_to_message": to}


@pytest.mark.parametrize(
    "text", ["12.50 fun tacos", "5 fun\n6 gas", "3 beers 18", "12.5.5 fun", "5 fun\nwhat", "paid 1500", "hello"]
)
async def test_an_edit_that_changes_nothing_says_nothing(telegram: SimulatedTelegram, text: str) -> None:
    number = telegram.say(ANN, text)
    await telegram.settled()
    before = telegram.said(ANN)
    for _ in range(3):
        telegram.edit(ANN, number, text)
    await telegram.settled()

    assert telegram.said(ANN) == before


async def test_an_edit_that_changes_nothing_but_spelling_says_nothing(telegram: SimulatedTelegram) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    (before,) = telegram.said(ANN)
    telegram.edit(ANN, number, "$12.5  fun tacos")
    await telegram.settled()

    assert telegram.said(ANN) == [before]


async def test_what_a_tap_undid_stays_undone_through_an_edit_that_changes_nothing(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    telegram.tap(ANN, number + 1, "Undo")
    await telegram.settled()
    before = telegram.said(ANN)
    telegram.edit(ANN, number, "12.50 fun tacos")
    await telegram.settled()

    assert telegram.said(ANN) == before
    assert held_in(tmp_path) == {}


async def test_an_update_that_comes_again_is_answered_once(telegram: SimulatedTelegram) -> None:
    telegram.faults.again = 0.7
    numbers = [telegram.say(ANN, text) for text in ("5 fun", "3 beers 18", "12.5.5 fun", "/limits fun 80", "/undo")]
    await telegram.settled()

    assert sum(telegram.deliveries.values()) > len(numbers)
    assert [len(telegram.answers_to(ANN, number)) for number in numbers] == [1] * len(numbers)


async def test_undo_strikes_the_receipt_through_and_offers_to_restore(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    (receipt,) = telegram.answers_to(ANN, number)

    undo = telegram.tap(ANN, receipt.number, "Undo")
    await telegram.settled()
    undone = telegram.chats[ANN][receipt.number]
    assert undone.html.startswith("<s>$12.50 tacos</s> undone")
    assert held_in(tmp_path) == {}

    restore = telegram.tap(ANN, receipt.number, "Restore")
    await telegram.settled()
    assert telegram.chats[ANN][receipt.number].text.startswith("✓ $12.50 tacos")
    assert held_in(tmp_path) == {(ANN, number, 0): 1250}
    assert telegram.taps == {undo: True, restore: True}


async def test_old_buttons_go_where_there_are_no_new_ones(telegram: SimulatedTelegram) -> None:
    number = telegram.say(ANN, "see you at 7")
    await telegram.settled()
    telegram.tap(ANN, number + 1, "No, nothing")
    await telegram.settled()

    assert telegram.chats[ANN][number + 1].text == "Fine, nothing is recorded."
    assert telegram.chats[ANN][number + 1].buttons == {}


@pytest.mark.parametrize("data", ["u:99:0", "nonsense", "💥", "a:1:0:0", "s:zone:Mars", "w:9999-12-31", "w:0001-01-01"])
async def test_every_tap_is_answered(telegram: SimulatedTelegram, data: str) -> None:
    telegram.say(ANN, "/start")
    await telegram.settled()

    tap = telegram.tap_data(ANN, 2, data)
    await telegram.settled()

    assert telegram.taps == {tap: True}
    assert telegram.refused == []


async def test_what_people_write_is_escaped(telegram: SimulatedTelegram) -> None:
    number = telegram.say(ANN, "5 fun <b>&amp</i> \u202etacos\u202c")
    await telegram.settled()

    (receipt,) = telegram.answers_to(ANN, number)
    assert "<b>&amp</i>" in receipt.text
    assert telegram.refused == []


async def test_link_previews_are_off(telegram: SimulatedTelegram) -> None:
    telegram.say(ANN, "5 fun https://example.org")
    await telegram.settled()

    (sent,) = telegram.made("sendMessage")
    assert sent["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize(
    "text",
    [
        "/week " + "x" * 4090,
        "/limits " + "&" * 4000 + " 5",
        "/categories add " + "<" * 4000 + " 5",
        "/settings zone " + "x" * 4000,
        "\n".join(["💥" * 95] * 20),
        "\n".join(["5 " + "<&>" * 60] * 20),
        "1" * 4096,
        "/limits \0\ud800 5",
        "/week \ud83d",
        "/week \0",
        "\u200d",
        "\n",
    ],
)
async def test_whatever_is_written_the_reply_is_one_that_telegram_takes(telegram: SimulatedTelegram, text: str) -> None:
    number = telegram.say(ANN, text)
    await telegram.settled()

    assert telegram.refused == []
    assert telegram.answers_to(ANN, number)


async def test_twenty_lines_in_twenty_categories_have_no_more_buttons_than_telegram_takes(
    telegram: SimulatedTelegram,
) -> None:
    for name in ("Ant Bee Cat Dog Elk Fox Gnu Hen Ibis Jay Kiwi Lark Mole Newt Owl Pig").split():
        telegram.say(ANN, f"/categories add {name}s 40")
    notes = telegram.say(ANN, "\n".join(f"{n + 1}.50 thing{n}" for n in range(20)))
    questions = telegram.say(ANN, "\n".join(f"see you at {n + 1}" for n in range(20)))
    await telegram.settled()

    assert telegram.refused == []
    assert "Undo all" in [label for shown in telegram.said(ANN) for label in shown.buttons]
    assert telegram.answers_to(ANN, notes)
    assert telegram.answers_to(ANN, questions)


async def test_an_order_within_a_chat_is_kept(telegram: SimulatedTelegram) -> None:
    for n in range(1, 31):
        telegram.say(ANN, f"{n} fun")
        telegram.say(BOB, f"{n} gas")
    await telegram.settled()

    for chat in (ANN, BOB):
        assert [shown.text.split()[1] for shown in telegram.said(chat)] == [f"${n}.00" for n in range(1, 31)]


async def test_a_poisonous_update_does_not_block_its_chat(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    beyond = {"id": 2**70, "type": "private"}
    sender = {"id": ANN, "is_bot": False, "first_name": "Ann"}
    message = {"message_id": 2**65, "date": 10**17, "chat": beyond, "from": sender, "text": "5 fun"}
    telegram.push(ANN, message=message)
    telegram.push(ANN, message=message | {"date": 1, "chat": {"id": ANN, "type": "private"}})
    telegram.push(ANN, new_kind_of_update={"id": 1})
    telegram.push(ANN, poll={"id": 5})
    number = telegram.say(ANN, "7 fun")
    await telegram.settled()

    assert held_in(tmp_path) == {(ANN, number, 0): 700}


async def test_a_message_that_can_not_be_dated_is_answered_honestly(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    number = telegram.say(ANN, "5 fun", more={"date": 253402300799})  # the calendar's last second: its week has no end
    await telegram.settled()

    assert held_in(tmp_path) == {}
    assert [shown.text.split(",")[0] for shown in telegram.said(ANN)] == ["Something went wrong on my side"]
    assert number == 1


async def test_a_tap_that_can_not_be_handled_is_answered_too(
    telegram: SimulatedTelegram, bot: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    telegram.say(ANN, "/start")
    await telegram.settled()
    monkeypatch.setattr(bot.bot, "_now", None)  # as broken as can be
    tap = telegram.tap_data(ANN, 2, "u:1:0")
    await telegram.settled()

    assert telegram.taps == {tap: True}


async def test_a_slow_telegram_in_one_chat_does_not_hold_up_another(telegram: SimulatedTelegram) -> None:
    telegram.say(ANN, "/help")
    await telegram.settled()
    telegram.slow[ANN] = asyncio.Event()
    telegram.tap_data(ANN, 2, "s:week")
    telegram.say(ANN, "\n".join(["💥" * 95] * 20))
    telegram.say(BOB, "5 fun")

    await telegram.until(lambda: telegram.said(BOB))
    assert len(telegram.said(ANN)) == 1
    telegram.slow[ANN].set()
    await telegram.settled()
    assert len(telegram.said(ANN)) > 1


async def test_many_calls_that_hang_leave_room_for_others(telegram: SimulatedTelegram) -> None:
    api = Telegram(TOKEN, telegram.url)
    chats = range(1000, 1150)  # more than are handled at once: those whose updates are kept hang on
    released = asyncio.Event()
    telegram.slow |= dict.fromkeys(chats, released)
    hanging = [asyncio.create_task(api.bot.send_message(chat, "Hello")) for chat in chats]
    try:
        await asyncio.sleep(0)  # they begin
        await api.bot.send_message(BOB, "Hello")

        assert not any(call.done() for call in hanging)
        released.set()
        await asyncio.gather(*hanging)
    finally:
        await api.close()


# --- groups ---


async def test_a_group_shares_one_budget_and_who_spent_is_kept(telegram: SimulatedTelegram, bot: App) -> None:
    telegram.say(HOME, "5 fun", user=ANN)
    telegram.say(HOME, "6 fun", user=BOB)
    telegram.say(HOME, f"/week@{NAME}", user=BOB)
    await telegram.settled()

    assert "$11.00 of $150" in telegram.said(HOME)[-1].text
    assert {one.author for one in (await bot.bookkeeper.recent(HOME, 9))[1]} == {ANN, BOB}


@pytest.mark.parametrize("text", ["see you at 7", "hello", "/week@another_bot", "lunch?"])
async def test_chatter_in_a_group_is_left_alone(telegram: SimulatedTelegram, text: str) -> None:
    telegram.say(HOME, text, user=ANN)
    await telegram.settled()

    assert telegram.said(HOME) == []


async def test_a_group_is_greeted_when_the_bot_comes(telegram: SimulatedTelegram) -> None:
    user = {"id": 123456, "is_bot": True, "first_name": "Budget"}
    sender = {"id": ANN, "is_bot": False, "first_name": "Ann"}
    came = {
        "chat": telegram.group(HOME),
        "from": sender,
        "date": 1,
        "old_chat_member": {"user": user, "status": "left"},
        "new_chat_member": {"user": user, "status": "member"},
    }
    left = came | {"old_chat_member": came["new_chat_member"], "new_chat_member": came["old_chat_member"]}
    telegram.push(HOME, my_chat_member=came)
    telegram.push(HOME, my_chat_member=left)
    telegram.push(HOME, my_chat_member=came | {"from": sender | {"id": STRANGER}})
    await telegram.settled()

    (greeting,) = telegram.said(HOME)
    assert greeting.text.startswith("This group has a budget now")


async def test_a_group_is_greeted_in_the_language_of_who_adds_the_bot(telegram: SimulatedTelegram) -> None:
    user = {"id": 123456, "is_bot": True, "first_name": "Budget"}
    came = {
        "chat": telegram.group(HOME),
        "from": {"id": ANN, "is_bot": False, "first_name": "Ann", "language_code": "de-AT"},
        "date": 1,
        "old_chat_member": {"user": user, "status": "left"},
        "new_chat_member": {"user": user, "status": "member"},
    }
    telegram.push(HOME, my_chat_member=came)
    await telegram.settled()

    (greeting,) = telegram.said(HOME)
    assert greeting.text.startswith("Diese Gruppe hat jetzt ein Budget")
    assert "12,50 spaß Tacos" in greeting.text


def moved(telegram: SimulatedTelegram, old: int, new: int) -> tuple[dict[str, object], dict[str, object]]:
    """Return the two service messages of a group that becomes a supergroup."""
    sender = {"id": ANN, "is_bot": False, "first_name": "Ann"}
    there = {"message_id": 900, "date": 1, "from": sender, "chat": telegram.group(old, upgraded=False)}
    here = {"message_id": 1, "date": 1, "from": sender, "chat": telegram.group(new)}
    return there | {"migrate_to_chat_id": new}, here | {"migrate_from_chat_id": old}


@pytest.mark.parametrize("first", [0, 1])
async def test_a_group_that_becomes_a_supergroup_keeps_its_history(telegram: SimulatedTelegram, first: int) -> None:
    old = -4321
    telegram.say(old, "5 fun", user=ANN, more={"chat": telegram.group(old, upgraded=False)})
    await telegram.settled()

    both = moved(telegram, old, HOME)
    telegram.push((old, HOME)[first], message=both[first])
    await telegram.settled()
    telegram.push((HOME, old)[first], message=both[1 - first])
    telegram.say(HOME, "6 fun", user=BOB)
    telegram.say(HOME, "/week", user=BOB)
    await telegram.settled()

    assert "$11.00 of $150" in telegram.said(HOME)[-1].text


@pytest.mark.usefixtures("bot")
async def test_what_is_set_apart_is_told_though_the_first_call_fails(telegram: SimulatedTelegram) -> None:
    """A move tells it once, and by webhook the repeat found nothing left to tell."""
    old = -4321
    telegram.say(old, "/settings currency EUR", user=ANN, more={"chat": telegram.group(old, upgraded=False)})
    await telegram.until(lambda: telegram.said(old))  # the older budget is the one that is kept
    telegram.say(HOME, "4 fun", user=BOB)
    await telegram.until(lambda: telegram.said(HOME))  # the fault is for what follows
    await telegram.settled()

    telegram.next_faults.append(("sendMessage", 500))
    telegram.push(HOME, message=moved(telegram, old, HOME)[1])
    await telegram.until(lambda: any("in USD" in shown.text for shown in telegram.said(HOME)))
    await telegram.settled()

    (told,) = [shown.text for shown in telegram.said(HOME) if "in USD" in shown.text]
    assert "$4.00" in told


@pytest.mark.usefixtures("bot")
async def test_what_answers_in_a_group_that_has_moved_changes_and_quotes_no_other_message(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    """The new chat numbers its messages anew: an answer to an old button was written over another entry's receipt."""
    old, here = -4321, {"chat": telegram.group(-4321, upgraded=False)}
    telegram.say(old, "5 fun", user=ANN, more=here)
    telegram.say(HOME, "50 gas", user=BOB)
    await telegram.settled()
    receipts = telegram.said(HOME)
    telegram.migrated[old] = HOME

    (shown,) = telegram.said(old)
    telegram.tap(old, shown.number, "Undo", user=ANN)
    await telegram.settled()
    telegram.edit(old, 1, "7 fun", user=ANN)
    await telegram.settled()
    telegram.say(old, "6 fun", user=ANN, more=here)
    await telegram.settled()

    assert telegram.said(HOME)[:1] == receipts
    assert [one.text.split("\n")[0] for one in telegram.said(HOME)[1:]] == [
        "$5.00, Ann undone", "Corrected:", "✓ $6.00, Ann"
    ]  # fmt: skip
    assert [one.reply_to for one in telegram.said(HOME)[1:]] == [None, None, None]
    assert sorted(held_in(tmp_path).values()) == [600, 700, 5000], "an edit brings an undone entry back"


async def test_a_message_that_comes_again_after_its_group_moved_is_not_counted_twice(
    telegram: SimulatedTelegram,
) -> None:
    old = -4321
    telegram.say(old, "5 fun", user=ANN, more={"chat": telegram.group(old, upgraded=False)})
    await telegram.settled()
    there, here = moved(telegram, old, HOME)

    telegram.push(HOME, message=here)
    await telegram.settled()
    again = {"message_id": 1, "date": 1, "chat": telegram.group(old), "text": "5 fun"}
    telegram.push(old, message=again | {"from": {"id": ANN, "is_bot": False, "first_name": "Ann"}})
    telegram.push(old, message=there)
    await telegram.settled()
    telegram.say(HOME, "/week", user=BOB)
    await telegram.settled()

    assert "$5.00 of $150" in telegram.said(HOME)[-1].text


# --- who may ---


async def test_a_stranger_is_refused_once_and_leaves_no_row(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    telegram.say(STRANGER, "5 fun")
    telegram.say(STRANGER, "6 fun")
    telegram.say(HOME, "7 fun", user=STRANGER)
    tap = telegram.tap_data(ANN, 1, "u:1:0", user=STRANGER)
    await telegram.settled()

    (refusal,) = telegram.said(STRANGER)
    assert "This bot is private" in refusal.text
    (asked,) = telegram.said(HOME)
    assert asked.text.startswith("Ann, you may not use me yet")
    assert telegram.taps[tap]
    assert rows_in(tmp_path) == 0


async def test_a_tap_is_authorised_by_who_taps(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    number = telegram.say(ANN, "5 fun")
    await telegram.settled()

    telegram.tap(ANN, number + 1, "Undo", user=STRANGER)
    telegram.say(BOB, "/start")
    telegram.tap_data(BOB, 1, f"u:{number}:0")
    await telegram.settled()

    assert held_in(tmp_path) == {(ANN, number, 0): 500}
    assert all(telegram.taps.values())
