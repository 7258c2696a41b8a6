"""A household's fortnight: rent, two paydays and a car repair, beside a spreadsheet that knows nothing of the program.

On each evening chat, page, picture and JSON say what the spreadsheet says, to the cent.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rehearsal.phone.play import play
from rehearsal.phone.script import BOT, SCRIPTS, Step, Tap, read
from rehearsal.phone.script import Say as Said
from tests.chat import Say, breaking, chat
from tests.web.test_summary import page, words
from tests.web.visitors import share, visitor
from web.chart import week_svg
from words.voice import voice_of

FUN, NEEDS, REPAIRS, OTHER, BILL, PAID, EXTRA = "FNROBPE"
SHORT = {FUN: "Fun", NEEDS: "Predictable…", REPAIRS: "Unpredictable…", OTHER: "Other"}
"""As they stand on a line of the card."""
NAMES = {FUN: "Fun", NEEDS: "Predictable Necessities", REPAIRS: "Unpredictable Necessities", OTHER: "Other"}
LIMITS = {FUN: 150_00, NEEDS: 100_00, REPAIRS: 50_00, OTHER: 100_00}
PLAN = (
    "/payday every friday",
    "/bill rent 900 on the 1st",
    "/bill netflix 15.49 on the 28th",
    "/bill gym 29.99 on the 22nd",
)
DAYS = 14
FIRST = date(2026, 11, 20)  # a Friday; the week begins on Monday
# What was written on which day of November (31 is 1 December), where it counts, and cents; what brought money back is negative.
SHEET = (
    (20, "paid 1500", PAID, 1500_00),
    (20, "12.50 fun tacos", FUN, 12_50),
    (21, "84.17 groceries", NEEDS, 84_17),
    (22, "2x3.50 fun beers", FUN, 7_00),
    (23, "coffee 4.20", FUN, 4_20),
    (24, "gym 29.99", BILL, 29_99),
    (24, "38.40 gas", NEEDS, 38_40),
    (25, "640 car repair", REPAIRS, 640_00),
    (25, "19.99 other soap", OTHER, 19_99),
    (26, "-19.99 other", OTHER, -19_99),
    (27, "paid 1250.50", PAID, 1250_50),
    (27, "61.35 restaurant", FUN, 61_35),
    (28, "netflix 15.49", BILL, 15_49),
    (29, "+40", EXTRA, 40_00),
    (29, "101.01 groceries yesterday", NEEDS, 101_01),
    (30, "33.33 fun gift", FUN, 33_33),
    (31, "paid rent", BILL, 900_00),
    (32, "7.77 other stamps", OTHER, 7_77),
    (33, "150 fun boots", FUN, 150_00),
)
DUE = ((22, "Gym", 29_99, 24), (28, "Netflix", 15_49, 28), (31, "Rent", 900_00, 31))
"""A bill's day, its name, cents, and the day on which it was paid."""


class Evening(NamedTuple):
    """What the spreadsheet has at the end of a day, in cents."""

    spent: dict[str, int]
    paid_on: date
    paycheck: int
    extra: int
    out: int
    due: int
    days: int

    @property
    def left(self) -> int:
        return self.paycheck + self.extra - self.out - self.due


def day_of(number: int) -> date:
    return date(2026, 11, 1) + timedelta(days=number - 1)


def counts_on(day: int, text: str) -> date:
    return day_of(day) - timedelta(days="yesterday" in text)


def evening(day: date) -> Evening:
    rows = [(counts_on(at, text), where, cents) for at, text, where, cents in SHEET if day_of(at) <= day]
    monday = day - timedelta(days=day.weekday())
    spent = {key: sum(cents for on, where, cents in rows if where == key and on >= monday) for key in NAMES}
    paid_on = max(on for on, where, _ in rows if where == PAID)
    period = [(where, cents) for on, where, cents in rows if on >= paid_on]
    payday = paid_on + timedelta(days=7)
    total = {one: sum(cents for where, cents in period if where == one) for one in (PAID, EXTRA)}
    out = sum(cents for where, cents in period if where not in {PAID, EXTRA})
    due = sum(cents for on, _, cents, paid in DUE if day_of(on) < payday and day_of(paid) > day)
    return Evening(spent, paid_on, total[PAID], total[EXTRA], out, due, (payday - day).days)


def money(cents: int) -> str:
    return f"${cents // 100:,}.{cents % 100:02}"


def in_round_figures(left: int) -> str:
    """What is left as the picture says it: whole dollars from ten on, never more than there is; what is over never less."""
    if left == 0:
        return "Nothing left"
    dollars = left // 100 if left > 0 else -(left // 100)
    amount = f"${dollars:,}" if abs(left) >= 10_00 else money(abs(left)).removesuffix(".00")
    return f"{amount} {'left' if left > 0 else 'over'}"


def plain(cents: int) -> str:
    return f"{'-' * (cents < 0)}{abs(cents) // 100}.{abs(cents) % 100:02}"


def written(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b}"


@pytest.fixture(scope="module")
def say(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Say]:
    path = tmp_path_factory.mktemp("fortnight")
    with chat(path, datetime(FIRST.year, FIRST.month, FIRST.day, 20, tzinfo=UTC)) as found:
        yield found


@pytest.fixture(scope="module")
def evenings(say: Say) -> list[dict[str, Any]]:
    """What the four doors say at the end of each day."""
    for text in PLAN:
        say(text)
    path = share(say, "30d")
    found = []
    for n in range(DAYS):
        day = FIRST + timedelta(days=n)
        for at, text, _, _ in SHEET:
            if day_of(at) == day:
                say(text)
                if text == "paid rent":
                    say.tap("Paid $900.00")
        summary = say.runner.run(say.app.bookkeeper.summary(say.owner, say.now))
        found.append(
            {
                "week": say("/week"),
                "period": say("/period"),
                "card": say("/card"),
                "afford": say("/afford 10"),
                "page": words(page(say, path)),
                "picture": re.findall(r">([^<>]+)<", week_svg(voice_of("en"), summary)),
                "json": visitor(say).get(f"{path}.json").json(),
            }
        )
        say.wait(days=1)
    return found


@pytest.mark.parametrize("n", range(DAYS))
def test_the_chat_says_what_the_spreadsheet_says(evenings: list[dict[str, Any]], n: int) -> None:
    day, said = FIRST + timedelta(days=n), evenings[n]
    sheet = evening(day)
    payday, per_day = written(day + timedelta(days=sheet.days)), money(sheet.left // sheet.days)
    extra = f" + {money(sheet.extra)} extra" if sheet.extra else ""
    after = f" after {money(sheet.due)} of bills" if sheet.due else ""

    sentence = f"Left to spend: {money(sheet.left)}{after}, {per_day} a day until the payday expected {payday}"
    assert said["period"].split("\n") == [
        f"Since the paycheck of {written(sheet.paid_on)}: {money(sheet.paycheck)}{extra}",
        f"Spent since: {money(sheet.out)}",
        sentence,
    ]
    assert said["card"].startswith(f"Left {money(sheet.left)} · {per_day} a day to {payday.partition(' ')[2]}\n")
    rest = sheet.left - 10_00
    after = " after the bills" if sheet.due else ""
    assert said["afford"].split("\n")[0] == (
        f"Yes. {money(rest)} would be left{after}, {money(rest // sheet.days)} a day until {payday} (now {per_day})."
    )
    for key, spent in sheet.spent.items():
        left = LIMITS[key] - spent
        state = f"{money(left)} left" if left >= 0 else f"{money(-left)} over"
        assert f"{state} · {SHORT[key]}" in said["card"]
        if spent:
            assert f"{state} · {NAMES[key]}\n" in said["week"]
            assert f" {money(spent)} of ${LIMITS[key] // 100}" in said["week"]


@pytest.mark.parametrize("n", range(DAYS))
def test_page_and_picture_say_what_the_spreadsheet_says(evenings: list[dict[str, Any]], n: int) -> None:
    said, sheet = evenings[n], evening(FIRST + timedelta(days=n))
    for key, spent in sheet.spent.items():
        left, limit = LIMITS[key] - spent, f"${LIMITS[key] // 100}"
        over = " over" if left < 0 else ""
        assert f"{NAMES[key]} {money(spent)} {limit} {money(abs(left))}{over}" in said["page"]
        at = said["picture"].index(NAMES[key])
        assert said["picture"][at + 1 : at + 3] == [in_round_figures(left), f"{money(spent)} of {limit}"]
    total, limits = sum(sheet.spent.values()), sum(LIMITS.values())
    exact = f"{money(abs(limits - total))} {'over' if total > limits else 'left'}"
    assert said["picture"][2:4] == [exact, f"{money(total)} of ${limits // 100}"]
    assert f"Left to spend {money(sheet.left)}" in said["page"]
    assert f"Spent since {money(sheet.out)}" in said["page"]
    assert (f"Bills until payday {money(sheet.due)}" in said["page"]) == (sheet.due > 0)


@pytest.mark.parametrize("n", range(DAYS))
def test_the_json_says_what_the_spreadsheet_says(evenings: list[dict[str, Any]], n: int) -> None:
    day = FIRST + timedelta(days=n)
    said, sheet = evenings[n]["json"], evening(day)
    assert [(one["name"], one["spent"], one["limit"], one["remaining"]) for one in said["categories"]] == [
        (NAMES[key], plain(spent), plain(LIMITS[key]), plain(LIMITS[key] - spent)) for key, spent in sheet.spent.items()
    ]
    assert said["total"]["spent"] == plain(sum(sheet.spent.values()))
    assert said["pay_period"] == {
        "paid_on": sheet.paid_on.isoformat(),
        "paycheck": plain(sheet.paycheck),
        "extra": plain(sheet.extra),
        "spent": plain(sheet.out),
        "remaining": plain(sheet.left + sheet.due),
        "next_payday": (day + timedelta(days=sheet.days)).isoformat(),
        "per_day": plain((sheet.left + sheet.due) // sheet.days),
        "next_payday_from": "said",
        "bills_due": plain(sheet.due),
        "remaining_after_bills": plain(sheet.left),
        "per_day_after_bills": plain(sheet.left // sheet.days),
        "overdue": False,
        "set_aside": "0.00",
        "set_aside_before": "0.00",
    }
    assert sorted(one["name"] for one in said["bills"]) == sorted(
        name for on, name, _, paid in DUE if day_of(on) < sheet.paid_on + timedelta(days=7) and day_of(paid) > day
    )


def written_in(steps: Iterable[Step]) -> Iterator[tuple[int, str]]:
    """Yield what a script has a person write or tap, with the day, as `SHEET` has it."""
    day = FIRST
    for step in steps:
        day = step.day or day
        match step.act:
            case Said(text) if not text.startswith("/"):
                yield (day - day_of(1)).days + 1, text
            case Tap():
                yield (day - day_of(1)).days + 1, "paid rent"
            case _:
                pass


async def test_a_phone_shows_what_the_spreadsheet_says(tmp_path: Path) -> None:
    """The same fortnight as `make phone` draws it: with what the bot says by itself, a tap, and the card."""
    script = read(SCRIPTS / "fortnight.toml")
    assert list(written_in(script.steps)) == [(at, text) for at, text, _, _ in SHEET]
    found = await play(script, tmp_path)
    assert found.refused == ()
    said = [message for message in found.chat.in_order if message.sender == BOT]
    texts = [breaking(message.text) for message in said]

    # A due bill stands as it was told until something answers it; the rent was, by a tap.
    assert [text for text in texts if "is due today" in text] == [
        f"{name}, {money(cents)}, is due today." for _, name, cents, _ in DUE if name != "Rent"
    ]
    digests = [one for one, text in zip(said, texts, strict=True) if "The week before" in text]
    assert [one.at.date() for one in digests] == [day_of(23), day_of(30)]
    before = 0
    for one in digests:
        monday, text = one.at.date(), breaking(one.text)
        sheet = evening(monday - timedelta(days=1))
        spent, days = sum(sheet.spent.values()), sheet.days - 1
        left = sum(LIMITS.values()) - spent
        assert text.startswith(f"{money(abs(left))} {'left of' if left >= 0 else 'over'} $400 · ")
        most = max(sheet.spent, key=lambda key: sheet.spent[key])
        payday = written(monday + timedelta(days=days))
        assert text.split("\n")[-3:-1] == [
            f"The most: {NAMES[most]}, {money(sheet.spent[most])}",
            f"The week before: {money(before)}",
        ]
        assert text.endswith(
            f"\nLeft to spend: {money(sheet.left)} after {money(sheet.due)} of bills, {money(sheet.left // days)} a day "
            f"until the payday expected {payday}"
        )
        before = spent

    sheet = evening(FIRST + timedelta(days=DAYS - 1))
    last = FIRST + timedelta(days=DAYS)
    card = f"Left {money(sheet.left)} · {money(sheet.left // sheet.days)} a day to {last.day} {last:%b}\n"
    assert any(text.startswith(card) for text in texts)
    assert any(f"\nSpent since: {money(sheet.out)}\nLeft to spend: {money(sheet.left)}, " in text for text in texts)
    assert any(text.startswith(f"No: that is {money(80_00 - sheet.left)} more than is left") for text in texts)
    assert f"Left to spend {money(sheet.left)}" in words(found.page)
    assert any(one.photo for one in said)
