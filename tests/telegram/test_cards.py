"""The card on Telegram: one pinned message that is kept true, whatever Telegram, the clock and other processes do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select

from app.build import App, build_app
from budget.card import PACE
from storage.tables import cards
from tests.chat import settings_for
from tests.scale import LONG
from tests.telegram.running import ANN, HOME, bot_on
from tests.telegram.simulated import TOKEN, Shown, SimulatedTelegram

START = datetime(2026, 11, 22, 10, tzinfo=UTC)  # a Sunday
MIDNIGHT = datetime(2026, 11, 23, tzinfo=UTC)
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
SUPERGROUP = -1_009_999_999_999


class Clock:
    """The moment for Telegram and the bot."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def telegram(clock: Clock) -> AsyncIterator[SimulatedTelegram]:
    """Telegram with a clock that can be set."""
    async with SimulatedTelegram(now=clock) as telegram:
        yield telegram


@pytest.fixture(params=["webhook", "polling"])
async def bot(request: pytest.FixtureRequest, telegram: SimulatedTelegram, tmp_path: Path) -> AsyncIterator[App]:
    async with bot_on(telegram, tmp_path, request.param) as app:
        yield app


@pytest.fixture
async def polling(telegram: SimulatedTelegram, tmp_path: Path) -> AsyncIterator[App]:
    async with bot_on(telegram, tmp_path, "polling") as app:
        yield app


async def tick(app: App) -> None:
    assert app.wire is not None
    await app.wire.card_keeper.tick()


async def rest(app: App) -> None:
    """Wait until no card is being drawn: who draws one has it for longer than its pace."""
    while await app.database.read(lambda db: any(at > app.now() + PACE for at in db.scalars(select(cards.c.free_at)))):  # noqa: ASYNC110 - the database tells nobody
        await asyncio.sleep(0.02)


async def pass_time(app: App, clock: Clock, time: timedelta = PACE) -> None:
    """Let time pass once no card is being drawn, so that the next one may be drawn then."""
    await rest(app)
    clock.now += time


def card_in(telegram: SimulatedTelegram, chat: int = ANN) -> Shown | None:
    """Return the card that is pinned in a chat."""
    pinned = telegram.pinned.get(chat, [])
    return telegram.chats[chat][pinned[-1]] if pinned else None


async def card_says(telegram: SimulatedTelegram, text: str, chat: int = ANN) -> Shown:
    """Wait until a chat's card says a text."""
    await telegram.until(lambda: (card := card_in(telegram, chat)) is not None and text in card.text)
    card = card_in(telegram, chat)
    assert card is not None
    return card


def edits(telegram: SimulatedTelegram, number: int, chat: int = ANN) -> int:
    """Return how often a message was edited."""
    made = telegram.made("editMessageText")
    return sum((params["chat_id"], params["message_id"]) == (chat, number) for params in made)


async def card_made(app: App, telegram: SimulatedTelegram, chat: int = ANN) -> int:
    """Ask for a card, and return its number."""
    telegram.say(chat, "/card", user=ANN)
    await telegram.until(lambda: telegram.pinned.get(chat))
    await telegram.settled()
    await rest(app)
    return telegram.pinned[chat][-1]


async def test_a_card_is_pinned_and_every_entry_makes_it_true_after_its_receipt(
    bot: App, telegram: SimulatedTelegram, clock: Clock
) -> None:
    telegram.say(ANN, "paid 1500")
    number = await card_made(bot, telegram)
    assert (await card_says(telegram, "Left $1,500.00 · $107.14 a day to 6 Dec")).number == number
    assert [name for name, params in telegram.calls if name == "sendMessage" and "disable_notification" in params]
    pin = telegram.made("pinChatMessage")
    assert pin == [{"chat_id": ANN, "message_id": number, "disable_notification": True}]
    await pass_time(bot, clock)
    telegram.say(ANN, "12.50 fun tacos")
    await card_says(telegram, "Left $1,487.50 · $106.25 a day to 6 Dec")
    drawn = {"sendMessage", "editMessageText"}
    names = [(name, params.get("message_id")) for name, params in telegram.calls if name in drawn]
    assert names[-2:] == [("sendMessage", None), ("editMessageText", number)]  # the reply first
    receipt = telegram.said(ANN)[-1]
    await pass_time(bot, clock)
    telegram.tap(ANN, receipt.number, "Undo")
    await card_says(telegram, "Left $1,500.00")
    assert edits(telegram, number) == 2


async def test_a_flood_of_entries_edits_the_card_once_in_three_seconds(
    bot: App, telegram: SimulatedTelegram, clock: Clock
) -> None:
    telegram.say(ANN, "paid 1500")
    number = await card_made(bot, telegram)
    await pass_time(bot, clock)
    for _ in range(30):
        telegram.say(ANN, "1 fun gum")
    await telegram.settled()
    await telegram.until(lambda: edits(telegram, number) == 1)
    for _ in range(3):
        await tick(bot)  # no look is a way around it
    assert edits(telegram, number) == 1
    await pass_time(bot, clock)
    await card_says(telegram, "Left $1,470.00")  # by itself, without a look
    await pass_time(bot, clock)
    await tick(bot)
    assert edits(telegram, number) == 2


async def test_equal_text_is_not_sent_and_after_midnight_the_card_is_drawn_once(
    polling: App, telegram: SimulatedTelegram, clock: Clock
) -> None:
    telegram.say(ANN, "paid 1500")
    number = await card_made(polling, telegram)
    clock.now += 60 * SECOND
    for text in ("/categories fun +zoo", "/categories fun -zoo", "/week"):
        telegram.say(ANN, text)
    await telegram.settled()
    await tick(polling)
    assert edits(telegram, number) == 0
    clock.now = MIDNIGHT - SECOND
    await tick(polling)
    assert edits(telegram, number) == 0
    clock.now = MIDNIGHT
    for _ in range(3):
        await tick(polling)
        clock.now += 60 * SECOND
    assert edits(telegram, number) == 1
    assert "Mon\xa023\xa0Nov, 00:00" in (await card_says(telegram, "Left $1,500.00 · $115.38 a day to 6 Dec")).said


async def test_a_429_waits_as_long_as_it_says(polling: App, telegram: SimulatedTelegram, clock: Clock) -> None:
    telegram.say(ANN, "paid 1500")
    number = await card_made(polling, telegram)
    telegram.retry_after = 30
    telegram.next_faults.append(("editMessageText", 429))
    clock.now = MIDNIGHT
    await tick(polling)
    clock.now += 29 * SECOND
    await tick(polling)
    assert not telegram.next_faults
    assert edits(telegram, number) == 0
    clock.now += SECOND
    await tick(polling)
    assert edits(telegram, number) == 1


@pytest.mark.parametrize("status", [0, 500])
async def test_an_edit_whose_outcome_is_not_known_is_made_again(
    polling: App, telegram: SimulatedTelegram, clock: Clock, status: int
) -> None:
    number = await card_made(polling, telegram)
    telegram.next_faults.append(("editMessageText", status))
    clock.now = MIDNIGHT
    await tick(polling)
    clock.now += 10 * SECOND
    await tick(polling)
    assert edits(telegram, number) == 1


async def test_a_chat_that_has_shut_the_bot_out_is_left_alone_until_something_happens_there(
    polling: App, telegram: SimulatedTelegram, clock: Clock
) -> None:
    telegram.say(ANN, "paid 1500")
    number = await card_made(polling, telegram)
    telegram.blocked.add(ANN)
    for day in range(3):
        clock.now = MIDNIGHT + day * DAY
        await tick(polling)
    assert [method for method, params, _ in telegram.refused if params.get("message_id") == number] == [
        "editMessageText"
    ]
    telegram.blocked.clear()
    telegram.say(ANN, "12.50 fun tacos")
    assert (await card_says(telegram, "Left $1,487.50")).number == number


async def test_a_card_that_is_gone_is_forgotten_and_that_is_said_once(
    polling: App, telegram: SimulatedTelegram, clock: Clock
) -> None:
    number = await card_made(polling, telegram)
    del telegram.chats[ANN][number]
    telegram.pinned.clear()
    clock.now = MIDNIGHT
    for n in range(3):
        await tick(polling)
        telegram.say(ANN, f"{n + 1} fun gum")
        await telegram.settled()
        clock.now += DAY
    gone = "The card is gone, so I no longer keep one. /card makes a new one."
    assert [shown.text for shown in telegram.said(ANN)].count(gone) == 1
    assert [method for method, params, _ in telegram.refused if params.get("message_id") == number] == [
        "editMessageText"
    ]
    assert await card_made(polling, telegram) > number


async def test_bars_off_and_asking_again(polling: App, telegram: SimulatedTelegram, clock: Clock) -> None:
    telegram.say(ANN, "paid 1500")
    first = await card_made(polling, telegram)

    async def say(text: str) -> str:
        await pass_time(polling, clock)
        number = telegram.say(ANN, text)
        await telegram.settled()
        return telegram.answers_to(ANN, number)[0].text

    assert await say("/card bars") == "The card shows no amounts now. /card shows them again."
    assert (await card_says(telegram, "100 % left · 14 days to 6 Dec")).number == first
    assert await say("/card") == "The card shows amounts now. /card bars hides them."
    assert (await card_says(telegram, "Left $1,500.00")).number == first
    assert await say("/card") == "The card moves down here."
    await telegram.until(lambda: telegram.pinned[ANN] and telegram.pinned[ANN][-1] != first)
    await telegram.until(lambda: telegram.chats[ANN][first].text == "The card is further down now.")
    await telegram.until(lambda: first not in telegram.pinned[ANN])
    (second,) = telegram.pinned[ANN]
    assert await say("/card off") == "The card is switched off. /card makes a new one."
    await telegram.until(lambda: not telegram.pinned[ANN])
    assert telegram.chats[ANN][second].text == "The card was here; it is switched off. /card makes a new one."
    assert await say("/card off") == "There is no card here. /card makes one."
    assert "Here comes the card" in await say("/card")
    await card_says(telegram, "Left $1,500.00")


@pytest.mark.usefixtures("bot")
async def test_a_card_is_offered_once_after_the_fifth_entry(telegram: SimulatedTelegram) -> None:
    label = "📌 Money left"
    receipts = []
    for n in range(1, 9):
        receipts.append(telegram.say(ANN, f"{n} fun gum"))
        await telegram.settled()
    offered = [telegram.answers_to(ANN, number)[0] for number in receipts]
    assert [label in shown.buttons for shown in offered] == [False] * 4 + [True] + [False] * 3
    telegram.tap(ANN, offered[4].number, label)
    await card_says(telegram, "Left $364.00 this week · 1 day")
    await telegram.until(lambda: label not in telegram.answers_to(ANN, receipts[4])[0].buttons)


async def test_in_a_group_a_card_is_pinned_where_the_bot_may(
    polling: App, telegram: SimulatedTelegram, clock: Clock
) -> None:
    telegram.may_not_pin.add(HOME)
    telegram.say(HOME, "/card", user=ANN)
    await telegram.until(lambda: any("this week" in shown.text for shown in telegram.said(HOME)))
    await telegram.until(lambda: any(method == "pinChatMessage" for method, _, _ in telegram.refused))
    card = next(shown for shown in telegram.said(HOME) if "this week" in shown.text)
    await pass_time(polling, clock)
    telegram.say(HOME, "12.50 fun tacos", user=ANN)
    await telegram.until(lambda: "Left $387.50 this week" in telegram.chats[HOME][card.number].text)


@pytest.mark.parametrize("told", [True, False])
async def test_a_card_moves_with_its_group(
    polling: App, telegram: SimulatedTelegram, clock: Clock, *, told: bool
) -> None:
    """Telegram tells of the move by an update, and where that is late by the answer to a call."""
    telegram.say(HOME, "12.50 fun tacos", user=ANN)
    number = await card_made(polling, telegram, HOME)
    telegram.migrated[HOME] = SUPERGROUP
    if told:
        message = telegram.shown_message(HOME, number) | {"migrate_to_chat_id": SUPERGROUP}
        telegram.push(HOME, message=message)
        await telegram.settled()
    clock.now = MIDNIGHT
    await tick(polling)
    card = await card_says(telegram, "Left $400.00 this week · 7 days", SUPERGROUP)
    await pass_time(polling, clock)
    telegram.say(SUPERGROUP, "5 fun gum", user=ANN)
    assert (await card_says(telegram, "Left $395.00 this week", SUPERGROUP)).number == card.number
    assert edits(telegram, number, HOME) == 0


@pytest.mark.usefixtures("polling")
async def test_a_card_that_is_asked_for_in_the_old_chat_comes_into_the_new_one(telegram: SimulatedTelegram) -> None:
    telegram.say(HOME, "12.50 fun tacos", user=ANN)
    await telegram.settled()
    telegram.migrated[HOME] = SUPERGROUP
    telegram.say(HOME, "/card", user=ANN)
    await card_says(telegram, "Left $387.50 this week", SUPERGROUP)


REPLICAS = 3


async def test_replicas_draw_each_change_once_and_never_an_older_one_over_a_later(
    polling: App, telegram: SimulatedTelegram, clock: Clock, tmp_path: Path
) -> None:
    telegram.say(ANN, "paid 1500")
    number = await card_made(polling, telegram)
    settings = settings_for(
        tmp_path,
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL=telegram.url,
        TELEGRAM_MODE="webhook",
        TELEGRAM_WEBHOOK_SECRET="s",
        PUBLIC_URL="https://bot.example.org",
    )
    async with AsyncExitStack() as stack:
        replicas = [build_app(settings, now=clock) for _ in range(REPLICAS)]
        for app in replicas:
            await stack.enter_async_context(app.database)
            assert app.wire is not None
            stack.push_async_callback(app.wire.telegram.close)
        for n in range(1, 11):
            clock.now = START + n * DAY
            telegram.say(ANN, "10 fun gum")
            await asyncio.gather(*(tick(app) for app in [polling, *replicas] for _ in range(2)))
            await telegram.settled()
            await pass_time(polling, clock)
            await asyncio.gather(*(tick(app) for app in [polling, *replicas]))
            await card_says(telegram, f"Left ${1500 - 10 * n:,}.00")
    shown = [
        params["text"]
        for params in telegram.made("editMessageText")
        if (params["chat_id"], params["message_id"]) == (ANN, number)
    ]
    assert 10 <= len(shown) <= 20  # midnight and the entry may be drawn together
    assert len(set(shown)) == len(shown), "the same was drawn twice"
    left = [Decimal(text.split()[1].removeprefix("$").replace(",", "")) for text in shown]
    assert left == sorted(left, reverse=True)


DAYS = 365 if LONG else 60


async def test_a_year_of_ticks_edits_a_card_once_a_day(polling: App, telegram: SimulatedTelegram, clock: Clock) -> None:
    number = await card_made(polling, telegram)
    for day in range(DAYS):
        clock.now = MIDNIGHT + day * DAY
        for _ in range(2):
            await tick(polling)
    assert edits(telegram, number) == DAYS
    assert len([name for name, _ in telegram.calls if name == "sendMessage"]) == 2  # the answer, and the card


async def test_what_was_marked_before_a_start_is_drawn_after_it(
    telegram: SimulatedTelegram, clock: Clock, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "polling") as app:
        telegram.say(ANN, "paid 1500")
        number = await card_made(app, telegram)
    clock.now = MIDNIGHT
    async with bot_on(telegram, tmp_path, "polling"):
        await telegram.until(lambda: edits(telegram, number) == 1)
