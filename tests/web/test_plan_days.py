"""Two months of bills, paydays and limits, day by day: no money comes or goes, closed weeks stay, and every door says the same.

Twice; with `make chaos` twenty times.
"""

import re
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from tests.chat import Say
from tests.scale import LONG
from tests.web.test_summary import page, words
from tests.web.visitors import share, visitor

_DAYS, _PAY = 56, 14
_BILLS = (
    "rent 900 on the 1st",
    "water ~60 on the 5th and 20th",
    "gym 20 in fun every friday from 4 dec",
    "tax 400 every 2 months from 10 dec",
    "fine 66 once on 12/24",
)
_LIMITS = ("fun 80", "fun none", "fun 0", "groceries 130 next week", "other carry", "fun carry down", "other fresh")
_CATEGORIES = ("add Pets 40", "add Garden 25", "remove pets")


def _act(chance: Random) -> str:
    """Return what is written on a day."""
    name, amount = chance.choice(_BILLS).split()[0], chance.randint(1, 90)
    return chance.choice(
        [
            f"{amount}.{amount:02} fun", f"{amount} groceries", f"-{amount} other", f"+{amount}", f"{name} {amount}",
            "rent 900", "water 60", "water 45", "gym 20", "tax 400", "fine 66", "fine 40",
            f"/bill {name} ahead", f"/bill {name} ahead", f"/bill {name} ahead off", f"/bill {name} off",
            f"/bill {name} skip",
            f"/bill {name} {amount * 3}", f"/bill {name} on the {chance.randint(1, 31)}th",
            "/bills all", f"/limits {chance.choice(_LIMITS)}", f"/categories {chance.choice(_CATEGORIES)}",
        ]
    )  # fmt: skip


class _Purse:
    """What a person has who writes to the bot, from what JSON shows."""

    def __init__(self, say: Say) -> None:
        self.say, self.path = say, share(say, "90 days")
        self.in_jars = Decimal(0)
        """What the pay periods before have set aside."""
        self.last: dict[str, Decimal] | None = None
        """The pay period as it was on the day before."""

    def json(self, query: str = "") -> Any:
        return visitor(self.say).get(f"{self.path}.json{query}").json()

    def period(self) -> dict[str, Decimal]:
        found = self.json()["pay_period"]
        return {name: Decimal(value) for name, value in found.items() if re.fullmatch(r"-?[0-9.]+", str(value))}

    def closed(self, week: str) -> Any:
        """Return the figures of a week, without a category that was removed in it and was added again later."""
        shown = self.json(f"?week={week}")
        lines = [one for one in shown["categories"] if (one["spent"], one["limit"]) != ("0.00", "0.00")]
        return lines, shown["total"], shown["bills_paid"]


@pytest.mark.parametrize("seed", range(20 if LONG else 2))
def test_day_by_day_no_money_comes_or_goes_and_every_door_says_the_same(say: Say, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same days each time
    say("1 fun")
    purse, closed = _Purse(say), dict[str, Any]()
    for bill in _BILLS:
        say(f"/bill {bill}")
        if chance.random() < 0.7:
            say(f"/bill {bill.split()[0]} ahead")
    for day in range(_DAYS):
        if day % _PAY == 0:
            _paid(purse)
        for _ in range(2):
            _say(say, chance)
            _check_doors(purse)
        purse.last = purse.period()
        say.wait(days=1)
        if day and say.now.weekday() == 0:
            ended = say.now.date() - timedelta(days=1)
            closed[ended.isoformat()] = purse.closed(ended.isoformat())
        assert {week: purse.closed(week) for week in closed} == closed


def _say(say: Say, chance: Random) -> None:
    """Write something, and now and then take at once back that a bill was skipped, or switch one on again.

    No entry is undone: what it paid may be handed to an entry of a closed week.
    """
    said = say(_act(chance))
    assert "Something went wrong" not in said
    labels = [one for one in say.buttons if one.startswith("Restore") or (one == "Undo" and "skipped" in said)]
    if labels and chance.random() < 0.4:
        say.tap(labels[0])


def _paid(purse: _Purse) -> None:
    """Get a paycheck, and carry over what is left: all that is not set aside."""
    purse.say("paid 1500")
    left = Decimal(0)
    if purse.last is not None:
        change = purse.last["set_aside"] - purse.last["set_aside_before"]
        purse.in_jars += change
        left = max(Decimal(0), purse.last["remaining"] - change)
        if left:
            purse.say.tap("Carry it over")
    now = purse.period()
    assert (now["paycheck"], now["extra"]) == (Decimal(1500), left)


def _check_doors(purse: _Purse) -> None:
    """Compare what each door says of the pay period, and that nothing is given back that was not set aside."""
    say, period = purse.say, purse.period()
    left, due = period["remaining_after_bills"], period["bills_due"]
    assert left == period["remaining"] + period["set_aside_before"] - due
    assert min(due, period["set_aside"], due - period["set_aside"]) >= 0
    assert 0 <= period["set_aside_before"] <= purse.in_jars
    gauges = visitor(say).get(f"{purse.path}.prom").text
    for name in ("bills_due", "set_aside_before"):
        assert f'budget_pay_{name}{{currency="USD"}} {period[name]}\n' in gauges
    assert f'budget_pay_left_after_bills{{currency="USD"}} {left}\n' in gauges
    if left >= 0:
        assert f"Left to spend: ${left:,}" in say("/period")
        assert f"Left to spend ${left:,}" in words(page(say, purse.path))
    bills = say("/bills")
    if "There are no bills" not in bills:
        assert bills.split("\n")[0].endswith(f": ${due:,}")
