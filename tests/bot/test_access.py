"""Who may use the bot: a claim code for the first, invitations for partners, an honest word for strangers, and who is taken out."""

import asyncio
import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.build import App, build_app
from app.serve import renew_claims
from bot.access import CLAIM_LIVES, MOST_ANSWERS, WAIT, Access, Claim, code_in
from budget.people import Admission
from settings import AllowedUsers
from storage.guests import SqlGuests
from tests.chat import SUNDAY, open_book, settings_for
from tests.ledgers import Book
from tests.telegram.running import ANN, BOB, HOME, STRANGER, bot_on, held_in, rows_in, store_down
from tests.telegram.simulated import NAME, TOKEN, SimulatedTelegram

pytest_plugins = ["tests.telegram.fixtures", "tests.databases"]

MOMENT = timedelta(microseconds=1)
CARL, DANA = 900, 901
WRONG = "0123456789abcdef"


def code_of(app: App) -> str:
    assert app.access.claim is not None
    return app.access.claim.code


# --- the claim ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["webhook", "polling"])
async def test_the_claim_code_lets_one_person_in(
    telegram: SimulatedTelegram, tmp_path: Path, capsys: pytest.CaptureFixture[str], mode: str
) -> None:
    async with bot_on(telegram, tmp_path, mode, ALLOWED_USERS="") as app:
        await telegram.until(lambda: telegram.profile.get("commands"))
        code = code_of(app)
        for user in (ANN, BOB):
            telegram.say(user, f"/start {code}")
            number = telegram.say(user, "5 fun")
            await telegram.settled()

    assert f"https://t.me/{NAME}?start={code}" in capsys.readouterr().out
    assert held_in(tmp_path) == {(ANN, number, 0): 500}
    assert [shown.text.split(".")[0] for shown in telegram.said(BOB)] == [
        "I don't know this code, or it has run out",
        "This bot is private",
    ]


async def test_before_somebody_has_the_bot_whoever_writes_is_told_where_its_link_is(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    unclaimed = "Nobody may use this bot yet. If you run it, open the link that it shows where it runs."
    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS="") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        assert await says(telegram, ANN, "hello") == unclaimed
        assert telegram.tap_data(ANN, 1, "u:1:0")
        await telegram.settled()
        assert telegram.made("answerCallbackQuery")[-1]["text"] == unclaimed
        await says(telegram, ANN, f"/start {code_of(app)}")
        assert (await says(telegram, BOB, "hello")).startswith("This bot is private.")


async def test_strangers_are_answered_in_the_language_of_their_app(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    sender = {"id": STRANGER, "is_bot": False, "first_name": "Jo", "language_code": "de-AT"}
    async with bot_on(telegram, tmp_path, "webhook"):
        for text in ("hello", "/start abcdefgh"):
            telegram.say(STRANGER, text, more={"from": sender})
        await telegram.settled()

    assert [shown.text.split(".")[0] for shown in telegram.said(STRANGER)] == [
        "Dieser Bot ist privat",
        "Diesen Code kenne ich nicht, oder er ist abgelaufen",
    ]


async def test_whatever_strangers_write_the_claim_code_works(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS="") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        for text in ("/categories", "/settings zone", "12.50 fun tacos", "responsibilities", *[f"/start {WRONG}"] * 9):
            telegram.say(STRANGER, text)
        for text in ("/categories", "/week", "/recent", "/export", "/forget", "hello-there"):
            telegram.say(ANN, text)
        telegram.say(ANN, f"/start {code_of(app)}")
        await telegram.settled()

        assert telegram.said(ANN)[-1].text.startswith("This bot is yours, Ann.\nIs this right?\n")
        assert [guest.name for guest in await SqlGuests(app.database).guests()] == ["Ann"]


async def test_a_claim_is_not_lost_where_the_store_fails_in_its_middle(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS="") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        real = app.access._guests
        app.access._guests = Failing(app.database)
        telegram.say(ANN, f"/start {code_of(app)}")
        await telegram.until(lambda: 503 in telegram.answers)
        app.access._guests = real
        await telegram.settled()

        assert await real.is_guest(ANN)
        assert app.access.claim is None


class Failing(SqlGuests):
    """Guests that can be read and not be written."""

    async def add_first_guest(self, user: int, name: str, at: datetime) -> bool:
        with store_down():
            return await super().add_first_guest(user, name, at)


def test_the_claim_code_lives_ten_minutes() -> None:
    claim = Claim(SUNDAY)

    assert claim.matches(claim.code, SUNDAY + CLAIM_LIVES - MOMENT)
    assert not claim.matches(claim.code, SUNDAY + CLAIM_LIVES)
    assert not claim.matches(WRONG, SUNDAY)
    assert timedelta(minutes=10) == CLAIM_LIVES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"/start {WRONG}", WRONG),
        (f"  /start   {WRONG} ", WRONG),
        ("/start abcdefgh", "abcdefgh"),
        (WRONG, WRONG),
        ("x" * 22, "x" * 22),
        ("/start", None),
        ("/start abc", None),
        ("/start two words-of-it", None),
        ("/categories", None),
        ("12.50 fun tacos", None),
        ("x" * 17, None),
        ("x" * 15 + "é", None),
        ("/start " + "x" * 65, None),
    ],
)
def test_only_what_looks_like_a_code_is_tried(text: str, code: str | None) -> None:
    assert code_in(text) == code


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = SUNDAY

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
async def place(url: str) -> Any:
    async with Book(url) as ledger:
        clock = Clock()
        access = Access(AllowedUsers(), SqlGuests(ledger.database), clock)
        await access.open_claim()
        yield access, clock, ledger


async def test_a_fresh_claim_code_follows_one_that_ran_out_until_somebody_comes(place: Any) -> None:
    access, clock, ledger = place
    first = access.claim.code
    assert await access.renew_claim() is None, "it lives"

    clock.now += CLAIM_LIVES
    assert await access.admit(ANN, "Ann", first) is Admission.UNKNOWN
    second = await access.renew_claim()
    assert second not in {None, first}
    assert await access.admit(ANN, "Ann", second) is Admission.WELCOME
    assert access.claim is None
    assert await access.renew_claim() is None

    claim = Claim(clock.now)
    replica = Access(AllowedUsers(), SqlGuests(ledger.database), clock, claim)
    assert await replica.admit(BOB, "Bob", claim.code) is Admission.CLAIMED
    replica = Access(AllowedUsers(), SqlGuests(ledger.database), clock, claim)
    clock.now += CLAIM_LIVES
    assert await replica.renew_claim() is None
    assert replica.claim is None, "another replica's code was used"
    await replica.open_claim()
    assert replica.claim is None


@pytest.mark.parametrize("name", [NAME, ""])
async def test_the_fresh_code_is_shown_where_the_bot_runs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    clock = Clock()
    settings = settings_for(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN)
    open_book(settings)
    app = build_app(settings, now=clock)
    app.bot.name = name
    async with app.database:
        await app.access.open_claim()
        renewing = asyncio.ensure_future(renew_claims(app, 0))
        first = code_of(app)
        clock.now += CLAIM_LIVES
        async with asyncio.timeout(60):
            while code_of(app) == first:  # noqa: ASYNC110 - nobody tells when
                await asyncio.sleep(0)
        assert await app.access.admit(ANN, "Ann", code := code_of(app)) is Admission.WELCOME
        await renewing

    said = capsys.readouterr().out
    assert (f"https://t.me/{NAME}?start={code}" if name else f"/start {code}") in said
    assert said.count("Nobody may use the bot yet.") == 1


async def test_wrong_codes_make_their_sender_wait_and_nobody_else(place: Any) -> None:
    access, clock, _ = place

    tried = [await access.admit(STRANGER, "", f"{n:016}") for n in range(7)]
    assert tried == [*[Admission.UNKNOWN] * 5, Admission.WAIT, Admission.WAIT]
    assert await access.admit(STRANGER, "", access.claim.code) is Admission.WAIT
    clock.now += WAIT
    assert await access.admit(STRANGER, "", WRONG) is Admission.UNKNOWN
    assert await access.admit(STRANGER, "", WRONG) is Admission.WAIT, "each further one costs a wait"
    assert await access.admit(ANN, "Ann", access.claim.code) is Admission.WELCOME


async def test_what_is_remembered_of_strangers_has_an_end(place: Any) -> None:
    access, _, _ = place
    for user in range(10_050):
        access.answers(user, 1, code=False)

    assert len(access._strangers) == 10_000
    assert access.answers(1, 2, code=False), "the longest unseen is forgotten"


# --- strangers ------------------------------------------------------------------------------------------------------------


async def test_a_stranger_is_told_once_a_day_and_of_codes_a_few_times(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    clock = Clock()
    telegram.now = clock
    async with bot_on(telegram, tmp_path, "webhook") as app:
        await telegram.until(lambda: telegram.webhook["url"])
        told = []
        for _ in range(2):
            before = len(telegram.said(STRANGER))
            for text in ("5 fun", "6 fun", *[f"/start {WRONG}"] * 9):
                telegram.say(STRANGER, text)
            await telegram.settled()
            told.append(len(telegram.said(STRANGER)) - before)
            clock.now += timedelta(days=1)

        assert told == [1 + MOST_ANSWERS] * 2
        assert app.access.everyone is False
    assert rows_in(tmp_path) == 0


@pytest.mark.parametrize("everyone", ["*", str(ANN)])
async def test_nothing_that_nobody_wrote_is_booked(telegram: SimulatedTelegram, tmp_path: Path, everyone: str) -> None:
    channel = {"id": -1005, "type": "channel", "title": "News"}
    service = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS=everyone):
        await telegram.until(lambda: telegram.webhook["url"])
        forward = {"from": service, "sender_chat": channel, "is_automatic_forward": True}
        telegram.say(HOME, "12.50 fun tacos", more=forward)
        await telegram.settled()
        assert telegram.said(HOME) == []
        for sender in (telegram.group(HOME), channel):
            telegram.say(HOME, "5 fun", more={"from": anonymous, "sender_chat": sender})
            telegram.say(HOME, "/week", more={"from": anonymous, "sender_chat": sender})
        await telegram.settled()

    (told,) = telegram.said(HOME)
    assert told.text.startswith("You write in the name of the group, as an anonymous administrator")
    assert held_in(tmp_path) == {}


# --- invitations ----------------------------------------------------------------------------------------------------------


async def invite(telegram: SimulatedTelegram, by: int) -> str:
    telegram.say(by, "/invite")
    await telegram.settled()
    found = re.search(r"start[= ]([\w-]+)", telegram.said(by)[-1].text)
    assert found is not None
    return found[1]


async def says(telegram: SimulatedTelegram, user: int, text: str) -> str:
    """Return the latest answer to what somebody writes; the empty text for none."""
    before = len(telegram.said(user))
    telegram.say(user, text)
    await telegram.settled()
    return " ".join(shown.text for shown in telegram.said(user)[before:])


@pytest.mark.usefixtures("bot")
async def test_an_invitation_lets_one_person_in_once(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    code = await invite(telegram, ANN)

    for user in (CARL, STRANGER):
        telegram.say(user, f"/start {code}")
        number = telegram.say(user, "5 fun")
        await telegram.settled()

    assert held_in(tmp_path) == {(CARL, number, 0): 500}
    assert telegram.said(STRANGER)[0].text.startswith("This invitation was used already")


async def test_who_is_taken_out_of_the_settings_stays_out(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    async with bot_on(telegram, tmp_path, "webhook"):
        await telegram.until(lambda: telegram.webhook["url"])
        anns, bobs = await invite(telegram, ANN), await invite(telegram, BOB)

    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS=str(ANN)):
        assert (await says(telegram, BOB, f"/start {anns}")).startswith("You were taken out after this invitation")
        assert (await says(telegram, BOB, f"/start {bobs}")).startswith("This invitation comes from somebody who may")
        assert (await says(telegram, CARL, f"/start {bobs}")).startswith("This invitation comes from somebody who may")
        telegram.say(BOB, "5 fun")
        await telegram.settled()
        assert held_in(tmp_path) == {}

        fresh = await invite(telegram, ANN)
        assert (await says(telegram, BOB, f"/start {fresh}")).startswith("You are in. This chat is your own budget")


async def test_who_comes_back_to_a_budget_is_told_so(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    async with bot_on(telegram, tmp_path, "webhook"):
        await telegram.until(lambda: telegram.webhook["url"])
        await says(telegram, BOB, "5 fun")

    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS=str(ANN)):
        code = await invite(telegram, ANN)
        back = await says(telegram, BOB, f"/start {code}")
        assert back.startswith("You are in. This chat is your own budget; nobody else sees it.\nI keep track of what")


@pytest.mark.usefixtures("webhook")
async def test_an_invitation_says_what_it_gives_and_leads_into_a_group(telegram: SimulatedTelegram) -> None:
    said = await says(telegram, CARL, f"/start {await invite(telegram, ANN)}")

    assert said.startswith("You are in. This chat is your own budget; nobody else sees it.\nIs this right?\n")
    card = telegram.said(CARL)[-1]
    assert card.buttons["Make a group with me"] == f"https://t.me/{NAME}?startgroup=start"
    invited = await says(telegram, DANA, f"/start {await invite(telegram, CARL)}")
    assert invited.startswith("Ann let you in. This chat is your own budget"), (
        "Carl is a guest, and every first name is Ann there"
    )
    telegram.tap(CARL, card.number, "Week")
    await telegram.settled()
    telegram.tap(CARL, card.number, "Friday")
    await telegram.settled()
    assert telegram.chats[CARL][card.number].text.startswith("You are in. This chat is your own budget")


@pytest.mark.usefixtures("bot")
async def test_a_guest_who_is_removed_is_out_at_once_and_stays_so(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    code, other = await invite(telegram, ANN), await invite(telegram, ANN)
    await says(telegram, CARL, f"/start {code}")
    first = telegram.say(CARL, "5 fun")
    await telegram.settled()
    carls = await invite(telegram, CARL)
    (receipt,) = telegram.answers_to(CARL, first)

    listed = await says(telegram, ANN, "/members")
    assert f"{CARL}), invited by you, since 22 Nov 2026" in listed.replace("\xa0", " ")
    menu = telegram.said(ANN)[-1].number
    telegram.tap(ANN, menu, "Remove Ann")  # every person's first name is Ann there
    await telegram.settled()
    assert telegram.chats[ANN][menu].text.startswith(f"Remove Ann ({CARL})?")
    telegram.tap(ANN, menu, "Remove")
    await telegram.settled()
    assert "is out. What that person recorded stays. So do share links" in telegram.chats[ANN][menu].text

    assert (await says(telegram, CARL, f"/start {code}")).startswith("This invitation was used already")
    assert (await says(telegram, CARL, f"/start {other}")).startswith("You were taken out after this invitation")
    assert (await says(telegram, STRANGER, f"/start {carls}")).startswith("This invitation was withdrawn")
    telegram.say(CARL, "6 fun")
    telegram.say(HOME, "7 fun", user=CARL)
    tap = telegram.tap(CARL, receipt.number, "Undo")
    await telegram.settled()
    assert telegram.taps[tap]
    assert held_in(tmp_path) == {(CARL, first, 0): 500}

    fresh = await invite(telegram, ANN)
    assert "Write what you spent" in await says(telegram, CARL, f"/start {fresh}")


@pytest.mark.usefixtures("webhook")
async def test_whom_a_removed_guest_has_let_in_is_said_and_can_be_removed_too(telegram: SimulatedTelegram) -> None:
    await says(telegram, CARL, f"/start {await invite(telegram, ANN)}")
    await says(telegram, DANA, f"/start {await invite(telegram, CARL)}")
    await says(telegram, ANN, "/members")
    menu = telegram.said(ANN)[-1].number

    telegram.tap_data(ANN, menu, f"m:r:{CARL}")
    await telegram.settled()
    shown = telegram.chats[ANN][menu]
    assert f"Still in, and invited by that person: Ann ({DANA})." in shown.text
    telegram.tap(ANN, menu, "Remove Ann")
    await telegram.settled()
    telegram.tap(ANN, menu, "Remove")
    await telegram.settled()
    telegram.tap(ANN, menu, "‹ Members")
    await telegram.settled()

    assert str(DANA) not in telegram.chats[ANN][menu].text
    assert (await says(telegram, DANA, "/week")).startswith("This bot is private")


@pytest.mark.usefixtures("webhook")
async def test_who_does_not_run_the_bot_sees_and_removes_nobody(telegram: SimulatedTelegram) -> None:
    for user in (CARL, DANA):
        await says(telegram, user, f"/start {await invite(telegram, ANN)}")
    own = await invite(telegram, CARL)

    listed = await says(telegram, CARL, "/members")
    assert listed.startswith("Who may use this bot is shown to the person who runs it.")
    assert str(DANA) not in listed
    assert list(telegram.said(CARL)[-1].buttons) == ["Withdraw 1"]
    for data in (f"m:a:{DANA}", f"m:r:{DANA}", f"m:r:{CARL}", "m:r:-1", "m:w:0000", "m:?", "m"):
        telegram.tap_data(CARL, 1, data)
        telegram.tap_data(HOME, 1, data, user=ANN)
    await telegram.settled()
    assert (await says(telegram, DANA, "/week")).startswith("$400.00 left this week")

    telegram.tap(CARL, telegram.said(CARL)[-1].number, "Withdraw 1")
    await telegram.settled()
    assert (await says(telegram, STRANGER, f"/start {own}")).startswith("This invitation was withdrawn")
    telegram.say(HOME, "/members", user=ANN)
    await telegram.settled()
    assert telegram.said(HOME)[-1].text.startswith("Write /members to me in private")


@pytest.mark.usefixtures("webhook")
async def test_no_more_than_ten_invitations_are_open(telegram: SimulatedTelegram, tmp_path: Path) -> None:
    answers = [await says(telegram, ANN, "/invite") for _ in range(13)]

    assert [answer[:4] for answer in answers] == [*["Send"] * 10, *["You "] * 3]
    assert rows_in(tmp_path, "answers", "bots") == 10 + 2, "and who was named then"
    assert (await says(telegram, ANN, "/members")).count("7 days left, made by you") == 10


async def test_where_everybody_may_use_it_there_is_nobody_to_invite_or_remove(
    telegram: SimulatedTelegram, tmp_path: Path
) -> None:
    async with bot_on(telegram, tmp_path, "webhook", ALLOWED_USERS="*"):
        await telegram.until(lambda: telegram.webhook["url"])
        assert f"https://t.me/{NAME}" in await says(telegram, STRANGER, "/invite")
        assert (await says(telegram, STRANGER, "/members")).startswith("Everybody may use this bot")
        telegram.tap_data(STRANGER, 1, f"m:r:{ANN}")
        await telegram.settled()
    assert rows_in(tmp_path, "answers", "bots") == 0


@pytest.mark.usefixtures("webhook")
async def test_names_are_kept_short_and_harmless(telegram: SimulatedTelegram) -> None:
    code = await invite(telegram, ANN)
    bad = {"id": CARL, "is_bot": False, "first_name": "\u202e<b>\u200bMallory\x1b[2J" + "x" * 90}
    telegram.say(CARL, f"/start {code}", more={"from": bad})
    await telegram.settled()

    listed = await says(telegram, ANN, "/members")
    assert f"• <b>Mallory[2J{'x' * 27} ({CARL})" in listed
    assert telegram.refused == []


@pytest.mark.usefixtures("bot")
async def test_guests_of_one_name_have_buttons_that_tell_them_apart(telegram: SimulatedTelegram) -> None:
    for user in (CARL, STRANGER):  # every person's first name is Ann there
        code = await invite(telegram, ANN)
        await says(telegram, user, f"/start {code}")

    await says(telegram, ANN, "/members")
    menu = telegram.said(ANN)[-1]
    assert menu.buttons == {f"Remove Ann ({CARL})": f"m:a:{CARL}", f"Remove Ann ({STRANGER})": f"m:a:{STRANGER}"}
