"""`/forget` on Telegram: who may, what is sent first, and what happens until the rows are gone."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.build import App, keep
from bot.events import Tapped
from tests.chat import SUNDAY, Say
from tests.telegram.running import ANN, BOB, HOME, STRANGER, bot_on, held_in, rows_in
from tests.telegram.simulated import Shown, SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures"]


async def asked(telegram: SimulatedTelegram, chat: int = HOME, user: int = ANN) -> Shown:
    """Write an entry and `/forget`, and return the question."""
    telegram.say(chat, "5 fun", user=user)
    telegram.say(chat, "/forget", user=user)
    await telegram.settled()
    return telegram.said(chat)[-1]


async def tap(telegram: SimulatedTelegram, question: Shown, label: str, user: int = ANN, chat: int = HOME) -> str:
    """Tap a button of a question as it was asked; return what stands there then."""
    telegram.tap_data(chat, question.number, question.buttons[label], user=user)
    await telegram.settled()
    return telegram.chats[chat][question.number].text


@pytest.mark.usefixtures("bot")
async def test_in_a_group_a_second_member_confirms(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    question = await asked(telegram)
    held = held_in(tmp_path)

    assert question.text.endswith("Only the person who asked can say yes, within ten minutes; anybody here can say no.")
    for user in (BOB, STRANGER):
        assert await tap(telegram, question, "Delete everything", user) == question.text
    assert (await tap(telegram, question, "Delete everything")).startswith("This deletes everything of this group.")
    assert (await tap(telegram, question, "Delete everything")).startswith("This deletes everything of this group.")
    assert held_in(tmp_path) == held
    assert telegram.documents == []

    second = telegram.chats[HOME][question.number]
    text = await tap(telegram, second, "Confirm: delete everything", BOB)
    assert text.startswith("This budget is closed")
    assert [(chat, b"5.00" in file) for chat, file in telegram.documents] == [(HOME, True), (HOME, True)]
    assert list(telegram.chats[HOME][question.number].buttons) == ["Restore"]


@pytest.mark.usefixtures("webhook")
async def test_anybody_who_may_use_it_can_say_no(telegram: SimulatedTelegram) -> None:
    question = await asked(telegram)

    assert await tap(telegram, question, "Keep it", STRANGER) == question.text
    assert await tap(telegram, question, "Keep it", BOB) == "Nothing is deleted."


@pytest.mark.usefixtures("webhook")
async def test_an_administrator_needs_nobody_else(telegram: SimulatedTelegram) -> None:
    telegram.administrators.add((HOME, ANN))

    question = await asked(telegram)
    assert await tap(telegram, question, "Delete everything", BOB) == question.text
    assert (await tap(telegram, question, "Delete everything")).startswith("This budget is closed")


@pytest.mark.parametrize("status", [400, 404, 500])
async def test_where_telegram_does_not_say_who_administrates_nobody_does(
    telegram: SimulatedTelegram, tmp_path: Path, status: int
) -> None:
    telegram.administrators.add((HOME, ANN))
    telegram.unknown["getChatMember"] = status
    async with bot_on(telegram, tmp_path, "webhook"):
        await telegram.until(lambda: telegram.webhook["url"])
        question = await asked(telegram)
        text = await tap(telegram, question, "Delete everything")
    assert text.startswith("This deletes everything of this group.")


@pytest.mark.usefixtures("webhook")
@pytest.mark.parametrize("data", ["f:yes", "f:no", "f:y:forged", "f:n:forged", "f:r", "f:d:forged", "f", "f:y:a:b"])
async def test_a_forged_or_old_tap_changes_nothing(telegram: SimulatedTelegram, tmp_path: Path, data: str) -> None:
    await asked(telegram)
    held = held_in(tmp_path)

    taps = [telegram.tap_data(HOME, 1, data, user=user) for user in (ANN, BOB, STRANGER)]
    await telegram.settled()

    assert held_in(tmp_path) == held
    assert all(telegram.taps[each] for each in taps)
    assert (await asked(telegram)).text.startswith("This deletes everything that I keep")


class Clock:
    def __init__(self) -> None:
        self.now = SUNDAY

    def __call__(self) -> datetime:
        return self.now


async def test_a_question_counts_for_ten_minutes(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    telegram.now = clock = Clock()
    telegram.administrators.add((HOME, ANN))
    async with bot_on(telegram, tmp_path, "webhook"):
        await telegram.until(lambda: telegram.webhook["url"])
        question = await asked(telegram)
        clock.now += timedelta(minutes=10)
        assert (await tap(telegram, question, "Delete everything")).startswith("That was more than ten minutes ago.")
    assert len(held_in(tmp_path)) == 1


async def test_a_closed_group_says_so_and_is_restored_or_begins_anew_a_day_later(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    telegram.now = clock = Clock()
    telegram.administrators.add((HOME, ANN))
    async with bot_on(telegram, tmp_path, "polling") as app:
        question = await asked(telegram)
        before = held_in(tmp_path)
        await tap(telegram, question, "Delete everything")

        for text in ("hello", "see you at 7"):
            number = telegram.say(HOME, text, user=BOB)
            await telegram.settled()
            assert telegram.answers_to(HOME, number) == [], "chatter is left alone"
        for text in ("6 fun", "/week", "/start", "/forget", "/settings currency EUR"):
            number = telegram.say(HOME, text, user=BOB)
            await telegram.settled()
            (answer,) = telegram.answers_to(HOME, number)
            assert answer.text.startswith("This budget is closed and will be deleted in 24 hours")
        await tap(telegram, answer, "Restore", BOB)
        assert held_in(tmp_path) == before

        await tap(telegram, question, "Delete everything")
        assert held_in(tmp_path) == before, "the question was used"
        telegram.say(HOME, "/week", user=BOB)
        await telegram.settled()
        assert "$5.00 of $150" in telegram.said(HOME)[-1].text
        again = await asked(telegram)
        await tap(telegram, again, "Delete everything")
        clock.now += timedelta(days=1)
        number = telegram.say(HOME, "9 fun", user=BOB)
        await telegram.settled()
        assert held_in(tmp_path) == {(HOME, number, 0): 900}, "the first message after the day begins anew"
        assert await keep(app) == 0


@pytest.mark.parametrize("is_swept", [False, True])
async def test_a_day_later_restore_says_what_brings_the_budget_back(
    telegram: SimulatedTelegram, tmp_path: Path, is_swept: bool
) -> None:
    telegram.now = clock = Clock()
    telegram.administrators.add((HOME, ANN))
    async with bot_on(telegram, tmp_path, "webhook") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        question = await asked(telegram)
        await tap(telegram, question, "Delete everything")
        closed = telegram.chats[HOME][question.number]
        clock.now += timedelta(days=1)
        if is_swept:
            assert await keep(app) == 1

        said = await tap(telegram, closed, "Restore", BOB)

        assert said.startswith("There is nothing to restore here: it is restored already, or its day is over.")
        assert said.endswith(
            "Then the whole budget, which I sent as a file, brings it back: send it to me in an empty chat."
        )
        assert not telegram.chats[HOME][question.number].buttons, "a button that does nothing any more goes"


async def test_a_budget_that_is_restored_beside_one_in_another_currency_is_told(
    telegram: SimulatedTelegram, webhook: App
) -> None:
    supergroup = HOME - 1
    telegram.administrators.add((HOME, ANN))
    question = await asked(telegram)
    await tap(telegram, question, "Delete everything")
    closed = telegram.chats[HOME][question.number]
    for text in ("/settings currency EUR", "7 fun"):
        telegram.say(supergroup, text, user=ANN)
        await telegram.settled()
    await webhook.bot.moved(HOME, supergroup)

    text = await tap(telegram, closed, "Restore", BOB)
    assert text.startswith("It is restored, but this chat's budget is in another currency by now")
    assert text.endswith("It held:\n$5.00")


async def test_the_rows_go_though_nobody_writes_any_more(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    telegram.now = clock = Clock()
    async with bot_on(telegram, tmp_path, "webhook") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        question = await asked(telegram, ANN)
        assert (await tap(telegram, question, "Delete everything", chat=ANN)).startswith("This budget is closed")
        assert await keep(app) == 0
        rows = rows_in(tmp_path)
        clock.now += timedelta(days=1)
    async with bot_on(telegram, tmp_path, "webhook"):  # the sweep of a start
        async with asyncio.timeout(60):
            while rows_in(tmp_path) == rows:  # noqa: ASYNC110 - nobody tells when
                await asyncio.sleep(0.01)
    assert held_in(tmp_path) == {}
    assert rows_in(tmp_path) <= 3, "the bot, and what is no chat's"


@pytest.mark.usefixtures("bot")
async def test_in_private_its_person_may_delete_it_at_once(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    question = await asked(telegram, ANN)
    await tap(telegram, question, "Delete everything", chat=ANN)
    shown = telegram.chats[ANN][question.number]
    assert list(shown.buttons) == ["Restore", "Delete now"]

    assert all(params.get("disable_notification") for params in telegram.made("sendDocument")), "who taps is there"

    assert await tap(telegram, shown, "Delete now", chat=ANN) == "Everything of this chat is deleted."
    telegram.tap_data(ANN, question.number, shown.buttons["Restore"])
    await telegram.settled()
    assert held_in(tmp_path) == {}


async def test_a_tap_that_is_repeated_while_telegram_is_away_hands_the_file_out_after_all(
    telegram: SimulatedTelegram, webhook: App
) -> None:
    question = await asked(telegram, ANN)
    telegram.next_faults.append(("sendDocument", 500))

    assert (await tap(telegram, question, "Delete everything", chat=ANN)).startswith("This budget is closed")
    assert len(telegram.documents) == 2
    assert webhook.access.everyone is False


async def test_taps_at_the_same_moment_all_say_that_it_is_closed(telegram: SimulatedTelegram, webhook: App) -> None:
    """While the first made the file, the others failed, and nobody was told that the budget was closed."""
    question = await asked(telegram, ANN)
    data = question.buttons["Delete everything"]

    answers = await asyncio.gather(*(webhook.bot.tapped(Tapped(ANN, ANN, data, f"{n}")) for n in range(3)))

    assert all(answer.reply and answer.reply.text.startswith("This budget is closed") for answer in answers)
    assert [bool(answer.before and answer.before.document) for answer in answers].count(True) == 1
    assert all(answer.before for answer in answers)


def test_the_terminal_forgets_restores_and_deletes(say: Say) -> None:
    assert say("/forget") == "I keep nothing of this chat."
    say("12.50 fun tacos")
    say("/forget")
    old = [button.data for row in say.reply.buttons for button in row] if say.reply else []
    assert say.tap("Delete everything").startswith("This budget is closed")
    assert say("13 fun").startswith("This budget is closed and will be deleted in 24 hours")
    assert "is deleted in 24 hours" in say.tap_data(old[0], "t0")
    say.wait(hours=23, minutes=30)
    assert "is deleted in 1 hour," in say.tap_data(old[0], "t0"), "a repeat says what is left"
    assert say("13 fun").startswith("This budget is closed and will be deleted in 1 hour,")
    assert say.tap_data("u:1:0", "t1").startswith("This budget is closed")
    assert say.tap("Restore").startswith("It is restored, as it was.")
    assert "1 $12.50 tacos · Fun" in say("/recent")
    for n, data in enumerate(old):
        assert say.tap_data(data, f"old{n}").startswith("That is settled already")

    say("/forget")
    say.tap("Delete everything")
    say.wait(days=1)
    assert say.tap_data("u:1:0", "t2").startswith("That is settled already")
    assert say("/recent").startswith("Nothing is recorded yet.")
