"""[Change…] through the front door: the question opens a field for a reply, and the reply is known by the question alone."""

from pathlib import Path

import pytest

from tests.telegram.running import ANN, BOB, HOME, held_in
from tests.telegram.simulated import SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize(("chat", "user"), [(ANN, ANN), (HOME, BOB)])
async def test_the_reply_to_a_question_changes_the_entry_and_its_receipt(
    telegram: SimulatedTelegram, tmp_path: Path, chat: int, user: int
) -> None:
    number = telegram.say(chat, "12.50 fun tacos", user=ANN)
    await telegram.settled()
    (receipt,) = telegram.said(chat)
    telegram.tap(chat, receipt.number, "Change…", user=user)
    await telegram.settled()
    telegram.tap(chat, receipt.number, "Amount", user=user)
    await telegram.settled()
    question = telegram.said(chat)[-1]
    who = "" if chat == ANN else ", Ann"  # a group has several people
    assert question.text.startswith(f"✎ $12.50 tacos{who} · Fun\nWhat is the amount?")
    assert telegram.chats[chat][receipt.number].text.startswith("✓ $12.50 tacos"), "the receipt is shown again"
    asked = telegram.made("sendMessage")[-1]["reply_markup"]
    assert asked == {"force_reply": True, "selective": True, "input_field_placeholder": "$12.50"}

    telegram.say(chat, "13.50", user=user, more={"reply_to_message": telegram.shown_message(chat, question.number)})
    await telegram.settled()

    assert held_in(tmp_path) == {(chat, number, 0): 1350}
    assert telegram.chats[chat][receipt.number].text.startswith("Corrected:\n✓ $13.50 tacos")


async def test_the_answer_to_a_reply_follows_its_entry(telegram: SimulatedTelegram) -> None:
    number = telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    (receipt,) = telegram.said(ANN)
    telegram.say(ANN, "15", more={"reply_to_message": telegram.shown_message(ANN, receipt.number)})
    await telegram.settled()
    answer = telegram.said(ANN)[-1]
    assert answer.number != receipt.number

    def shown() -> set[str]:
        return {
            telegram.chats[ANN][one.number].text.removeprefix("Corrected:\n").split("\n")[0]
            for one in (receipt, answer)
        }

    assert shown() == {"✓ $15.00 tacos"}
    for at, label, said in (
        (receipt, "Undo", "$15.00 tacos undone"),
        (answer, "Restore", "✓ $15.00 tacos"),
    ):
        telegram.tap(ANN, at.number, label)
        await telegram.settled()
        assert shown() == {said}
    telegram.edit(ANN, number, "16 fun nachos")
    await telegram.settled()
    assert shown() == {"✓ $16.00 nachos"}
    telegram.say(ANN, "17", more={"reply_to_message": telegram.shown_message(ANN, answer.number)})
    await telegram.settled()
    assert shown() == {"✓ $17.00 nachos"}


async def test_of_a_double_tap_nothing_is_sent_twice(telegram: SimulatedTelegram) -> None:
    telegram.say(ANN, "12.50 fun tacos")
    await telegram.settled()
    (receipt,) = telegram.said(ANN)
    telegram.tap(ANN, receipt.number, "Change…")
    await telegram.settled()
    amount = telegram.chats[ANN][receipt.number].buttons["Amount"]
    taps = [telegram.tap_data(ANN, receipt.number, amount) for _ in range(2)]
    await telegram.settled()

    assert all(telegram.taps[each] for each in taps)
    assert [shown.text.split("\n")[-1] for shown in telegram.said(ANN)].count("What is the amount?") == 1
