"""What the bot says by itself on Telegram: due bills, the digest, the reminder; each once, whatever clock and network do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.build import App, build_app, tell
from bot.events import EMPTY_LINE
from bot.replies.notifications import still_due
from bot.reply import Reply
from budget import notifications, notifier
from budget.bills import State
from budget.currencies import currency_named
from budget.errors import LedgerUnavailable
from budget.locales import locale_named
from budget.money import Money
from budget.notifications import Moment, Notification, Notifications
from budget.notifier import MOST_AT_ONCE, Notifier, Told
from budget.planning import Planner
from storage.ledger import SqlLedger
from storage.schema import upgrade
from tests.chat import breaking, settings_for
from tests.ledgers import BEGINNINGS
from tests.telegram.running import ANN, BOB, HOME, bot_on, held_in, store_down
from tests.telegram.simulated import TOKEN, Shown, SimulatedTelegram
from words.notifications import last_reminder
from words.voice import voice_of

pytest_plugins = ["tests.databases"]

EVERY = 0.02
START = datetime(2026, 11, 30, 12, tzinfo=UTC)  # a Monday
NINE = datetime(2026, 12, 1, 9, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


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
async def told_by(clock: Clock) -> AsyncIterator[SimulatedTelegram]:
    """Telegram with a clock that can be set."""
    async with SimulatedTelegram(now=clock) as telegram:
        yield telegram


@pytest.fixture(params=["webhook", "polling"])
async def bot(request: pytest.FixtureRequest, told_by: SimulatedTelegram, tmp_path: Path) -> AsyncIterator[App]:
    async with bot_on(told_by, tmp_path, request.param, EVERY) as app:
        yield app


async def rent(app: App, chat: int = ANN, text: str = "rent 900 on the 1st") -> None:
    planner = Planner(SqlLedger(app.database), BEGINNINGS)
    await planner.set_bill(chat, await planner.bill_said(chat, text, START), START)


async def ticks(app: App) -> None:
    """Let the bot tick a few times, until nothing is due."""
    notifier = app.bot
    for _ in range(3):
        await asyncio.sleep(3 * EVERY)
        while await notifier.due(app.now()):  # noqa: ASYNC110 - the bot itself decides
            await asyncio.sleep(EVERY)


def told(telegram: SimulatedTelegram, chat: int = ANN) -> list[str]:
    return [shown.text for shown in telegram.said(chat)]


async def said_by(telegram: SimulatedTelegram, text: str, chat: int = ANN) -> Shown:
    await telegram.until(lambda: any(text in shown.text for shown in telegram.said(chat)))
    return next(shown for shown in telegram.said(chat) if text in shown.text)


async def rent_due(bot: App, told_by: SimulatedTelegram, clock: Clock) -> Shown:
    """Return the message with which a rent is due."""
    await rent(bot)
    clock.now = NINE
    return await said_by(told_by, "is due today")


async def test_a_due_bill_is_told_once_and_paid_by_a_tap(
    bot: App, told_by: SimulatedTelegram, clock: Clock, tmp_path: Path
) -> None:
    await rent(bot)
    await ticks(bot)
    assert told(told_by) == []
    clock.now = NINE
    shown = await said_by(told_by, "is due today")
    assert shown.text == "Rent, $900.00, is due today."
    assert list(shown.buttons) == ["Paid $900.00", "Another amount", "Tomorrow", "Skip this one"]
    assert "disable_notification" not in told_by.made("sendMessage")[-1]
    for moment in (NINE + HOUR, NINE - HOUR, NINE - DAY, NINE):  # the clock jumps
        clock.now = moment
        await ticks(bot)
    assert told(told_by) == ["Rent, $900.00, is due today."]
    pay = shown.buttons["Paid $900.00"]
    for _ in range(2):  # a double tap
        told_by.tap_data(ANN, shown.number, pay)
    await told_by.settled()
    assert held_in(tmp_path) == {(ANN, shown.number, 0): 90_000}
    assert "Rent" in told(told_by)[0]
    assert "Undo" in told_by.said(ANN)[0].buttons
    told_by.tap(ANN, shown.number, "Undo")
    await told_by.settled()
    assert held_in(tmp_path) == {}


async def test_the_other_buttons_of_a_bill(bot: App, told_by: SimulatedTelegram, clock: Clock, tmp_path: Path) -> None:
    shown = await rent_due(bot, told_by, clock)
    told_by.tap(ANN, shown.number, "Another amount")
    await said_by(told_by, "like Rent 900")
    told_by.tap(ANN, shown.number, "Tomorrow")
    await said_by(told_by, "Rent is due on Wed 2 Dec.")
    clock.now = NINE + DAY
    again = await said_by(told_by, "is due today")
    told_by.tap(ANN, again.number, "Skip this one")
    await said_by(told_by, "Rent of Wed 2 Dec is skipped.")
    clock.now = NINE + 2 * DAY
    await ticks(bot)
    assert held_in(tmp_path) == {}
    assert not any("is due today" in text for text in told(told_by))


@pytest.mark.parametrize(
    ("answer", "receipt"),
    [
        ("905", "✓ Bill $905.00 Rent"),
        ("905 yesterday", "✓ Bill $905.00 Rent · Mon 30 Nov"),
        ("Rent 905", "✓ Bill $905.00 Rent"),
        ("300", "✓ $300.00 Rent"),  # less than half: its button says that it was Rent
    ],
)
async def test_another_amount_is_written_in_reply(
    bot: App, told_by: SimulatedTelegram, clock: Clock, answer: str, receipt: str
) -> None:
    """The field opens for it, so an amount alone is what people write: it was recorded as spent on nothing known."""
    shown = await rent_due(bot, told_by, clock)
    told_by.tap(ANN, shown.number, "Another amount")
    asked = await said_by(told_by, "like Rent 900")
    field = told_by.made("sendMessage")[-1]["reply_markup"]
    assert field == {"force_reply": True, "selective": True, "input_field_placeholder": "900"}
    number = told_by.say(ANN, answer, more={"reply_to_message": told_by.shown_message(ANN, asked.number)})
    await told_by.settled()
    (said,) = told_by.answers_to(ANN, number)
    assert said.text.split("\n")[0] == receipt
    assert "It was Rent" in said.buttons or "Bill" in receipt


@pytest.mark.parametrize(
    ("label", "said"), [("Tomorrow", "Rent is due on Wed 2 Dec."), ("Skip this one", "Rent of Tue 1 Dec is skipped.")]
)
async def test_what_was_skipped_or_moved_is_taken_back(
    bot: App, told_by: SimulatedTelegram, clock: Clock, label: str, said: str
) -> None:
    shown = await rent_due(bot, told_by, clock)
    for _ in range(2):  # a double tap
        told_by.tap_data(ANN, shown.number, shown.buttons[label])
    await told_by.settled()
    decided = told_by.chats[ANN][shown.number]
    assert (decided.text, list(decided.buttons)) == (said, ["Undo"])

    for _ in range(2):
        told_by.tap_data(ANN, shown.number, decided.buttons["Undo"])
    await told_by.settled()
    again = told_by.chats[ANN][shown.number]
    assert (again.text, again.buttons) == (shown.text, shown.buttons)
    told_by.tap(ANN, shown.number, "Paid $900.00")
    await told_by.settled()
    told_by.tap_data(ANN, shown.number, decided.buttons["Undo"])
    await told_by.settled()
    assert told_by.made("answerCallbackQuery")[-1]["text"] == "Rent was paid Tue\xa01\xa0Dec: $900.00."
    look = await Planner(SqlLedger(bot.database), BEGINNINGS).bills(ANN, clock.now)
    assert look is not None
    due = look.bills.occurrence(1, NINE.date(), NINE.date())
    assert due is not None
    assert (due.state, due.day) == (State.PAID, NINE.date())


ANSWERS = {
    "Paid Rent, $900.00": "Rent",
    "Rent: Tomorrow": "Rent is due on Wed 2 Dec.",
    "Rent: Skip this one": "Rent of Tue 1 Dec is skipped.",
}


@pytest.mark.parametrize(("label", "said"), ANSWERS.items())
async def test_a_tap_on_one_of_several_bills_leaves_the_others(
    bot: App, told_by: SimulatedTelegram, clock: Clock, tmp_path: Path, label: str, said: str
) -> None:
    for text in ("rent 900 on the 1st", "phone 20 on the 1st", "gym ~30 on the 1st"):
        await rent(bot, text=text)
    clock.now = NINE
    shown = await said_by(told_by, "Rent, $900.00, is due today.")
    each = ("Another amount", "Tomorrow", "Skip this one")
    of_phone, of_gym = (
        [f"Paid {name}, ${amount}.00", *(f"{name}: {one}" for one in each)]
        for name, amount in (("Phone", 20), ("Gym", 30))
    )
    assert list(shown.buttons)[4:] == [*of_phone, *of_gym]
    for _ in range(2):
        told_by.tap_data(ANN, shown.number, shown.buttons[label])
    await told_by.settled()
    left, beside = told_by.said(ANN)  # one receipt, though it was a double tap
    assert left.text == "Phone, $20.00, is due today.\nGym, about $30.00, is due today."
    assert list(left.buttons) == [*of_phone, *of_gym]
    assert said in beside.text
    clock.now = NINE + DAY - HOUR
    told_by.tap(ANN, shown.number, of_gym[0])
    await told_by.settled()
    left = told_by.said(ANN)[0]
    assert left.text == "Phone, $20.00, was due Tue 1 Dec."
    assert list(left.buttons) == ["Paid $20.00", *each]
    told_by.tap(ANN, shown.number, "Paid $20.00")
    await told_by.settled()
    assert "is due" not in told_by.said(ANN)[0].text
    paid = [90_000, 3000, 2000] if label.startswith("Paid") else [3000, 2000]
    assert held_in(tmp_path) == {(ANN, shown.number, line): amount for line, amount in enumerate(paid)}
    first = next(one for one in told_by.said(ANN) if "Undo" in one.buttons and "✓" in one.text)
    told_by.tap(ANN, first.number, "Undo")
    await told_by.settled()
    assert list(held_in(tmp_path).values()) == paid[1:]  # what else was paid stays


async def test_a_digest_stays_where_a_bill_of_its_message_is_paid(
    bot: App, told_by: SimulatedTelegram, clock: Clock
) -> None:
    for text in ("/digest monday 9:00", "3 fun gum"):
        told_by.say(ANN, text)
    await told_by.settled()
    for text in ("rent 900 on the 7th", "phone 20 on the 7th"):
        await rent(bot, text=text)
    clock.now = NINE + 6 * DAY  # the Monday after
    shown = await said_by(told_by, "is due today")
    due, digest = shown.text.split("\n\n", 1)
    assert due.startswith("Rent, $900.00, is due today.")
    assert "The week before" in digest

    told_by.tap(ANN, shown.number, "Paid Rent, $900.00")
    await told_by.settled()
    assert told_by.chats[ANN][shown.number].text == f"Phone, $20.00, is due today.\n\n{digest}"
    told_by.tap(ANN, shown.number, "Paid $20.00")
    await told_by.settled()
    left = told_by.chats[ANN][shown.number]
    assert (left.text, left.buttons) == (digest, {})
    assert [text.split("\n")[0] for text in told(told_by)[-2:]] == [
        "✓ Bill $900.00 Rent",
        "✓ Bill $920.00 in 2 entries",
    ]


REMINDER = "Nothing is recorded for today yet."


async def told_at_nine(bot: App, told_by: SimulatedTelegram, clock: Clock, *bills: str) -> Shown:
    """Return the message about bills of today that a reminder for the same hour stands below."""
    clock.now = NINE - DAY - HOUR
    told_by.say(ANN, "/remind 9:00")
    await said_by(told_by, "comes at 9:00")
    for text in bills:
        await rent(bot, text=text)
    clock.now = NINE
    return await said_by(told_by, "is due today")


async def test_a_reminder_is_folded_into_a_due_bill(bot: App, told_by: SimulatedTelegram, clock: Clock) -> None:
    shown = await told_at_nine(bot, told_by, clock, "rent 900 on the 1st", "phone 20 on the 1st")
    assert shown.text == f"Rent, $900.00, is due today.\nPhone, $20.00, is due today.\n\n{REMINDER}"
    assert list(shown.buttons)[-1] == "Nothing spent"
    told_by.tap(ANN, shown.number, "Rent: Skip this one")
    await told_by.settled()
    left = told_by.chats[ANN][shown.number]
    assert left.text == f"Phone, $20.00, is due today.\n\n{REMINDER}"
    of_phone = ["Paid $20.00", "Another amount", "Tomorrow", "Skip this one"]
    assert list(left.buttons) == [*of_phone, "Nothing spent"]
    for _ in range(2):
        told_by.tap_data(ANN, shown.number, shown.buttons["Nothing spent"])
        await told_by.settled()
        noted = told_by.chats[ANN][shown.number]
        assert noted.text == "Phone, $20.00, is due today.\n\nNothing spent on Tue 1 Dec: noted."
        assert list(noted.buttons) == of_phone


async def test_a_late_tap_leaves_what_the_message_tells_by_then(
    bot: App, told_by: SimulatedTelegram, clock: Clock
) -> None:
    shown = await told_at_nine(bot, told_by, clock, "rent 900 on the 1st", "phone 20 on the 1st")
    told_by.tap(ANN, shown.number, "Rent: Skip this one")
    await told_by.settled()
    left = told_by.chats[ANN][shown.number].text
    said = len(told(told_by))
    told_by.tap_data(ANN, shown.number, shown.buttons["Rent: Skip this one"])
    await told_by.settled()

    assert told_by.chats[ANN][shown.number].text == left == f"Phone, $20.00, is due today.\n\n{REMINDER}"
    assert len(told(told_by)) == said


async def test_a_paid_bill_answers_the_reminder_of_its_message(
    bot: App, told_by: SimulatedTelegram, clock: Clock
) -> None:
    shown = await told_at_nine(bot, told_by, clock, "rent 900 on the 1st")
    told_by.tap(ANN, shown.number, "Paid $900.00")
    await told_by.settled()
    left = told_by.chats[ANN][shown.number]
    assert left.text.startswith("✓ Bill $900.00 Rent")
    assert "Nothing spent" not in left.buttons
    assert not any(REMINDER in text for text in told(told_by))


async def test_a_bill_that_is_paid_a_day_late_leaves_the_reminder_of_the_day_before(
    bot: App, told_by: SimulatedTelegram, clock: Clock
) -> None:
    shown = await told_at_nine(bot, told_by, clock, "rent 900 on the 1st")
    clock.now = NINE + DAY
    told_by.tap(ANN, shown.number, "Paid $900.00")
    await told_by.settled()
    left = told_by.chats[ANN][shown.number]
    of_its_day = "Nothing is recorded for Tue 1 Dec yet."  # it said "for today"
    assert (left.text, list(left.buttons)) == (of_its_day, ["Nothing spent"])
    assert any(text.startswith("✓ Bill $900.00 Rent") for text in told(told_by))
    told_by.tap(ANN, shown.number, "Nothing spent")
    await told_by.settled()
    assert told_by.chats[ANN][shown.number].text == "Nothing spent on Tue 1 Dec: noted."


def test_a_last_reminder_that_stays_names_its_day() -> None:
    voice, money = voice_of("en"), Money(currency_named("USD"), locale_named("en_US"))
    below = f"Last week: $5.00{EMPTY_LINE}{last_reminder(voice)}"
    kept = still_due(voice, [], money, date(2026, 12, 2), below, date(2026, 12, 1))

    assert breaking(kept.text) == (
        f"Last week: $5.00{EMPTY_LINE}Nothing is recorded for Tue 1 Dec yet. "
        "This reminder is the last one: /remind switches it on again."
    )


@pytest.mark.usefixtures("bot")
async def test_nothing_spent_is_noted_as_it_is_said(told_by: SimulatedTelegram, clock: Clock) -> None:
    for text in (
        "12.50 fun tacos",
        "/remind 20:00",
        "Nothing spent.",
        "spent nothing yesterday",
        "nothing spent on gum",
    ):
        told_by.say(ANN, text)
    await said_by(told_by, "Nothing spent on Mon 30 Nov: noted.")
    await said_by(told_by, "Nothing spent on Sun 29 Nov: noted.")
    await told_by.settled()
    assert "noted" not in told(told_by)[-1]
    clock.now = NINE + 11 * HOUR
    shown = await said_by(told_by, "Nothing is recorded for today yet.")
    clock.now += 6 * HOUR
    told_by.say(ANN, "nothing", more={"reply_to_message": told_by.shown_message(ANN, shown.number)})
    await said_by(told_by, "Nothing spent on Tue 1 Dec: noted.")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    ("language", "text", "noted"),
    [
        ("german", "Heute nichts ausgegeben", "Nichts ausgegeben am Mo., 30. Nov.: vermerkt."),
        ("russian", "вчера трат не было", "вс, 29 нояб.: трат не было, так и отмечу."),
    ],
)
async def test_nothing_spent_is_said_in_the_budgets_language(
    told_by: SimulatedTelegram, language: str, text: str, noted: str
) -> None:
    told_by.say(ANN, f"/settings language {language}")
    await told_by.settled()
    told_by.say(ANN, text)
    await told_by.settled()
    assert breaking(told(told_by)[-1]) == noted


@pytest.mark.usefixtures("bot")
async def test_a_reminder_is_folded_into_the_digest(told_by: SimulatedTelegram, clock: Clock) -> None:
    clock.now = NINE - DAY - 2 * HOUR  # Monday
    for text in ("/digest monday 8:00", "/remind 8:00", "3 fun gum"):
        told_by.say(ANN, text)
    await told_by.settled()
    clock.now += 7 * DAY + HOUR
    shown = await said_by(told_by, "The week before")
    digest, _, reminder = shown.text.rpartition("\n\n")
    assert (reminder, list(shown.buttons)) == (REMINDER, ["Nothing spent"])
    assert told_by.made("sendMessage")[-1]["disable_notification"] is True
    told_by.tap(ANN, shown.number, "Nothing spent")
    await told_by.settled()
    left = told_by.chats[ANN][shown.number]
    assert (left.text, left.buttons) == (f"{digest}\n\nNothing spent on Mon 7 Dec: noted.", {})


async def test_a_last_digest_stays_below_a_due_bill(bot: App, told_by: SimulatedTelegram, clock: Clock) -> None:
    told_by.say(ANN, "/digest tuesday 8:00")
    await said_by(told_by, "comes on Tuesday 8:00")
    for text in ("rent 900 every tuesday from 1 dec", "phone 20 on the 22nd"):
        await rent(bot, text=text)
    off = "Four weeks without an entry: the weekly digest is off. /digest switches it on again."
    for week in range(4):
        clock.now = NINE + 7 * week * DAY
        await ticks(bot)
    assert len(told(told_by)) == 5
    last = told_by.said(ANN)[-1]
    assert last.text == f"Rent, $900.00, is due today.\nPhone, $20.00, is due today.\n\n{off}"
    told_by.tap(ANN, last.number, "Rent: Tomorrow")
    await told_by.settled()
    assert told_by.chats[ANN][last.number].text == f"Phone, $20.00, is due today.\n\n{off}"


@pytest.mark.usefixtures("bot")
async def test_a_digest_on_the_last_day_of_the_week_tells_of_that_week(
    told_by: SimulatedTelegram, clock: Clock
) -> None:
    for text in ("/digest sunday 18:00", "7 fun tea"):
        told_by.say(ANN, text)
    await told_by.settled()
    clock.now = (clock.now + timedelta(days=6 - clock.now.weekday())).replace(hour=18, minute=0)
    shown = await said_by(told_by, "The week before")
    assert "$7.00 of $150" in shown.text
    assert "The week before: $0.00" in shown.text


@pytest.mark.parametrize("label", ["Paid $900.00", "Another amount", "Tomorrow", "Skip this one"])
async def test_an_old_button_of_a_paid_bill_changes_nothing(
    bot: App, told_by: SimulatedTelegram, clock: Clock, tmp_path: Path, label: str
) -> None:
    shown = await rent_due(bot, told_by, clock)
    told_by.say(ANN, "rent 900")
    await told_by.settled()
    before, held = told(told_by), held_in(tmp_path)
    told_by.tap(ANN, shown.number, label)
    await told_by.settled()
    assert told_by.made("answerCallbackQuery")[-1]["text"] == "Rent was paid Tue\xa01\xa0Dec: $900.00."
    assert (told(told_by), held_in(tmp_path)) == (before, held)
    look = await Planner(SqlLedger(bot.database), BEGINNINGS).bills(ANN, clock.now)
    assert look is not None
    due = look.bills.occurrence(1, NINE.date(), NINE.date())
    assert due is not None
    assert due.state is State.PAID


@pytest.mark.usefixtures("bot")
async def test_the_digest_and_the_reminder(told_by: SimulatedTelegram, clock: Clock) -> None:
    for text in ("/digest", "/remind", "/digest monday 8:00", "/remind 20:00", "/remind 3:00", "12.50 fun tacos"):
        told_by.say(ANN, text)
    await said_by(told_by, "No weekly digest.")
    await said_by(told_by, "is at night")
    await said_by(told_by, "tacos")
    clock.now = NINE.replace(hour=20)
    reminder = await said_by(told_by, "Nothing is recorded for today yet.")
    assert told_by.made("sendMessage")[-1]["disable_notification"] is True
    told_by.tap(ANN, reminder.number, "Nothing spent")
    await said_by(told_by, "Nothing spent on Tue 1 Dec: noted.")
    clock.now += DAY
    reminder = await said_by(told_by, "Nothing is recorded for today yet.")
    told_by.tap(ANN, reminder.number, "Later")
    await said_by(told_by, "Then later.")
    clock.now = NINE + 6 * DAY  # a Monday
    digest = await said_by(told_by, "The week before")
    assert "The most: Fun, $12.50" in digest.text
    assert "Nothing spent on Tue 1 Dec" in digest.text
    told_by.say(ANN, "/digest")
    shown = await said_by(told_by, "The weekly digest comes on Monday 8:00")
    told_by.tap(ANN, shown.number, "Off")
    await told_by.settled()
    told_by.say(ANN, "/remind")
    shown = await said_by(told_by, "comes at 20:00")
    told_by.tap(ANN, shown.number, "21:30")
    await said_by(told_by, "comes at 21:30")


@pytest.mark.usefixtures("bot")
async def test_what_is_noted_of_the_last_day_of_a_year_is_said_by_the_budgets_own_clock(
    told_by: SimulatedTelegram, clock: Clock
) -> None:
    for text in ("/settings timezone Los Angeles", "/remind 20:00"):
        told_by.say(ANN, text)
    await said_by(told_by, "comes at 20:00")
    clock.now = datetime(2027, 1, 1, 4, tzinfo=UTC)  # there it is 20:00 on 31 December
    reminder = await said_by(told_by, "Nothing is recorded for today yet.")
    told_by.tap(ANN, reminder.number, "Nothing spent")
    await said_by(told_by, "Nothing spent on Thu 31 Dec: noted.")


async def test_the_last_reminder_is_the_last_one(bot: App, told_by: SimulatedTelegram, clock: Clock) -> None:
    told_by.say(ANN, "/remind 20:00")
    await said_by(told_by, "comes at 20:00")
    for day in range(3):
        clock.now = NINE.replace(hour=20) + day * DAY
        await ticks(bot)
    first, _, last = (
        shown for shown in told_by.said(ANN) if shown.text.startswith("Nothing is recorded for today yet.")
    )
    assert list(last.buttons) == ["Nothing spent"]
    assert "This reminder is the last one" in last.text
    told_by.tap(ANN, first.number, "Later")
    await said_by(told_by, "No reminder. Tap a time")
    clock.now += DAY
    told_by.say(ANN, "12.50 fun tacos")
    await ticks(bot)
    before = told(told_by)
    clock.now += DAY
    await ticks(bot)
    assert told(told_by) == before


OFFER = "Shall I look back at each week by myself?"


async def answered(telegram: SimulatedTelegram, chat: int, text: str) -> Shown:
    number = telegram.say(chat, text)
    await telegram.settled()
    return telegram.answers_to(chat, number)[0]


@pytest.mark.usefixtures("bot")
async def test_the_digest_is_not_offered_beside_another_offer(told_by: SimulatedTelegram, clock: Clock) -> None:
    await answered(told_by, ANN, "paid 1500")
    clock.now = START + 7 * DAY

    paid = await answered(told_by, ANN, "paid 1500")
    later = await answered(told_by, ANN, "3 fun gum")

    assert "were left of the last period" in paid.text
    assert list(paid.buttons) == ["Carry it over", "Undo", "Change…"]
    assert OFFER in later.text


@pytest.mark.usefixtures("bot")
async def test_the_digest_is_offered_once_after_the_first_full_week(told_by: SimulatedTelegram, clock: Clock) -> None:
    """The first week that is whole is that of START, a Monday, for who begins then."""
    assert OFFER not in (await answered(told_by, ANN, "12.50 fun tacos")).text
    await answered(told_by, BOB, "12.50 fun tacos")
    for days in (1, 6):
        clock.now = START + days * DAY
        assert OFFER not in (await answered(told_by, ANN, "3 fun gum")).text
    clock.now = START + 7 * DAY
    no = await answered(told_by, ANN, "3 fun gum")
    yes = await answered(told_by, BOB, "3 fun gum")
    assert no.text.endswith(f"\n{OFFER}")
    assert list(no.buttons)[-2:] == ["Yes, Monday 8:00", "No"]
    told_by.tap(ANN, no.number, "No")
    take = yes.buttons["Yes, Monday 8:00"]
    for _ in range(2):  # a double tap
        told_by.tap_data(BOB, yes.number, take)
    await said_by(told_by, "The weekly digest comes on Monday 8:00.", BOB)
    await told_by.settled()
    for chat, shown in ((ANN, no), (BOB, yes)):
        text = told_by.chats[chat][shown.number].text
        assert OFFER not in text
        assert "gum" in text
        for days in (7, 8, 14, 21):
            clock.now = START + days * DAY
            assert OFFER not in (await answered(told_by, chat, "4 fun gum")).text
    await said_by(told_by, "The week before", BOB)


@pytest.mark.usefixtures("bot")
async def test_a_digest_and_a_card_stand_offered_until_they_are_answered(
    told_by: SimulatedTelegram, clock: Clock
) -> None:
    await answered(told_by, ANN, "12.50 fun tacos")
    clock.now = START + 7 * DAY
    gum = (await answered(told_by, ANN, "3 fun gum")).number
    for label in ("Undo", "Restore", "No"):
        left = told_by.chats[ANN][gum]
        assert (left.text.endswith(f"\n{OFFER}"), list(left.buttons)[-2:]) == (True, ["Yes, Monday 8:00", "No"])
        told_by.tap(ANN, gum, label)
        await told_by.settled()
    assert list(told_by.chats[ANN][gum].buttons) == ["Undo", "Change…"]

    for text in ("3 fun gum", "3 fun gum"):
        await answered(told_by, ANN, text)
    card = "📌 Money left"
    fifth = (await answered(told_by, ANN, "netflix 15.49 monthly")).number
    for label, stands in (("Make it a bill…", True), ("‹ Back", True), (card, False)):
        assert card in told_by.chats[ANN][fifth].buttons
        told_by.tap(ANN, fifth, label)
        await told_by.settled()
        assert (card in told_by.chats[ANN][fifth].buttons) == stands
    assert "Make it a bill…" in told_by.chats[ANN][fifth].buttons


@pytest.mark.usefixtures("bot")
async def test_no_digest_is_offered_where_one_was_set_and_after_an_empty_week(
    told_by: SimulatedTelegram, clock: Clock
) -> None:
    for text in ("/digest off", "12.50 fun tacos"):
        await answered(told_by, ANN, text)
    await answered(told_by, BOB, "12.50 fun tacos")
    clock.now = START + 14 * DAY
    assert OFFER not in (await answered(told_by, ANN, "3 fun gum")).text
    assert OFFER not in (await answered(told_by, BOB, "3 fun gum")).text  # the week before is empty
    clock.now = START + 21 * DAY
    for text in ("3 fun gum\n4 fun gum", "3 fun gum"):  # several entries; the fifth, under which a card is offered
        assert OFFER not in (await answered(told_by, BOB, text)).text
    assert OFFER in (await answered(told_by, BOB, "3 fun gum")).text


@pytest.mark.parametrize("fault", [0, 500])
async def test_an_outcome_that_is_not_known_is_not_repeated(
    bot: App, told_by: SimulatedTelegram, clock: Clock, fault: int
) -> None:
    await rent(bot)
    told_by.next_faults.append(("sendMessage", fault))
    clock.now = NINE
    await told_by.until(lambda: not told_by.next_faults)
    await ticks(bot)
    assert told(told_by) == []


async def test_429_is_waited_for(bot: App, told_by: SimulatedTelegram, clock: Clock) -> None:
    await rent(bot)
    told_by.next_faults.append(("sendMessage", 429))
    clock.now = NINE
    await said_by(told_by, "is due today")
    await ticks(bot)
    assert len(told(told_by)) == 1


async def test_a_chat_whose_calls_hang_keeps_no_other_waiting(
    bot: App, told_by: SimulatedTelegram, clock: Clock
) -> None:
    for chat in (ANN, BOB, ANN + 100):  # whichever of them comes first
        await rent(bot, chat)
    await ticks(bot)
    told_by.slow[ANN] = told_by.slow[ANN + 100] = asyncio.Event()
    clock.now = NINE
    await said_by(told_by, "is due today", BOB)
    told_by.slow[ANN].set()
    await said_by(told_by, "is due today", ANN)


async def test_a_chat_that_blocks_the_bot_is_told_nothing_until_start(
    bot: App, told_by: SimulatedTelegram, clock: Clock
) -> None:
    await rent(bot)
    await rent(bot, BOB)
    told_by.blocked.add(ANN)
    clock.now = NINE
    await said_by(told_by, "is due today", BOB)
    await told_by.until(lambda: told_by.refused)
    told_by.blocked.clear()
    clock.now = datetime(2027, 1, 1, 9, tzinfo=UTC)
    await told_by.until(lambda: len(told(told_by, BOB)) == 2)
    await ticks(bot)
    assert told(told_by) == []
    told_by.say(ANN, "/start")
    await said_by(told_by, "is due today")


async def test_a_group_that_became_a_supergroup_is_told_there(
    bot: App, told_by: SimulatedTelegram, clock: Clock
) -> None:
    await rent(bot, HOME + 1)
    told_by.migrated[HOME + 1] = HOME
    clock.now = NINE
    await said_by(told_by, "is due today", HOME)
    clock.now = datetime(2027, 1, 1, 9, tzinfo=UTC)
    await told_by.until(lambda: len(told(told_by, HOME)) == 2)


async def test_a_process_that_ends_between_commit_and_sending_says_nothing_twice(
    told_by: SimulatedTelegram, clock: Clock, tmp_path: Path
) -> None:
    async with bot_on(told_by, tmp_path, "polling") as app:
        await told_by.until(lambda: told_by.made("deleteWebhook"))  # it runs
        await rent(app)
        clock.now = NINE
        assert await app.bot.told(ANN, clock.now) is not None  # committed; the process ends here
    async with bot_on(told_by, tmp_path, "polling", EVERY) as app:
        await told_by.until(lambda: len(told_by.made("deleteWebhook")) == 2)
        await ticks(app)
    assert told(told_by) == []


async def test_three_replicas_that_tick_at_once_say_each_word_once(
    told_by: SimulatedTelegram, clock: Clock, tmp_path: Path, postgresql_url: str
) -> None:
    upgrade(postgresql_url)
    chats = range(ANN, ANN + 6)
    environ = {"DATABASE_URL": postgresql_url, "TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": told_by.url}
    environ["STATE_DIR"] = str(tmp_path)
    replicas = [
        build_app(settings_for(tmp_path, **environ, ALLOWED_USERS="*", TELEGRAM_MODE="polling"), now=clock)
        for _ in range(3)
    ]
    for app in replicas:
        await app.database.__aenter__()
    try:
        for chat in chats:
            await rent(replicas[0], chat)
        for day in range(40):
            clock.now = NINE + day * DAY
            await asyncio.gather(*(tell(app) for app in replicas))
    finally:
        for app in replicas:
            assert app.wire is not None
            await app.wire.telegram.close()
            await app.database.__aexit__(None, None, None)
    assert {chat: len(told(told_by, chat)) for chat in chats} == dict.fromkeys(chats, 2)


async def test_a_tick_tells_all_chats_however_many_there_are(
    told_by: SimulatedTelegram, clock: Clock, tmp_path: Path
) -> None:
    """At 21:30 a schedule that comes every five minutes has no time for a hundred chats each."""
    chats = range(ANN, ANN + MOST_AT_ONCE + 5)
    async with bot_on(told_by, tmp_path, "polling", 3600) as app:
        await told_by.until(lambda: told_by.made("deleteWebhook"))  # it runs
        for chat in chats:
            await rent(app, chat)
        clock.now = NINE
        assert await tell(app) == len(chats)
        assert await tell(app) == 0
    assert {chat: len(told(told_by, chat)) for chat in chats} == dict.fromkeys(chats, 1)


async def test_a_chat_of_which_nothing_can_be_said_keeps_no_other_waiting(
    bot: App, told_by: SimulatedTelegram, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = notifications.decide

    def wrong(wanted: Notifications, moment: Moment) -> tuple[Notification | None, Notifications]:
        if any(due.bill.name == "Odd" for due in moment.due):
            raise OverflowError("date value out of range")
        return decided(wanted, moment)

    monkeypatch.setattr(notifier, "decide", wrong)
    await rent(bot, ANN, "odd 5 on the 1st")  # due before Bob's
    await rent(bot, BOB)
    clock.now = NINE
    await said_by(told_by, "Rent, $900.00, is due today.", BOB)
    await ticks(bot)  # nothing stays due
    monkeypatch.undo()
    clock.now = NINE + 2 * HOUR
    await said_by(told_by, "Odd, $5.00, is due today.")


async def test_what_is_decided_is_told_though_the_database_is_away_then(
    bot: App, told_by: SimulatedTelegram, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was stored as said, and the chat's language was looked up only then: the word was lost."""
    decide = Notifier.decide
    with ExitStack() as away:

        async def decided(self: Notifier, owner: int, now: datetime) -> Told | None:
            found = await decide(self, owner, now)
            if found is not None:
                away.enter_context(store_down())
            return found

        monkeypatch.setattr(Notifier, "decide", decided)
        await rent_due(bot, told_by, clock)


async def test_a_group_is_told_though_the_database_is_away_when_it_is_found_to_have_moved(
    bot: App, told_by: SimulatedTelegram, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, failures, moved = -4321, [LedgerUnavailable("as asked for")], bot.bot.moved

    async def fails_once(owner: int, to: int) -> Reply | None:
        if failures:
            raise failures.pop()
        return await moved(owner, to)

    told_by.say(old, "5 fun", user=ANN, more={"chat": told_by.group(old, upgraded=False)})
    await told_by.settled()
    await rent(bot, old)
    monkeypatch.setattr(bot.bot, "moved", fails_once)
    told_by.migrated[old] = HOME
    clock.now = NINE

    await said_by(told_by, "is due today", HOME)
