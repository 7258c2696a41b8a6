"""What is exported adds up to what the chat says: in hledger, in ledger and in Beancount, week by week and for the pay period."""

import csv
import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from beancount import loader
from beancount.core.data import Transaction

from budget.categories import LAST_RESORT
from budget.summary import Summary
from tests.chat import Say

Balances = Callable[[Path, date, date], Counter[str]]
"""Adds up a file: what went to each account from a day to another one, without the latter."""

WEEKS = 5


def run(program: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed: apt-get install {program}")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def in_hledger(path: Path, start: date, end: date) -> Counter[str]:
    period = ["-b", f"{start}", "-e", f"{end}"]
    rows = csv.reader(io.StringIO(run("hledger", "-f", str(path), "bal", "--flat", "-N", "-O", "csv", *period)))
    next(rows)
    return Counter({account: _minor(amount) for account, amount in rows})


def in_ledger(path: Path, start: date, end: date) -> Counter[str]:
    line = "%(account)\t%(display_total)\n"
    period = ["-b", f"{start}", "-e", f"{end}"]
    said = run("ledger", "-f", str(path), "--pedantic", "bal", "--flat", "--no-total", "--format", line, *period)
    return Counter({account: _minor(amount) for account, amount in (row.split("\t") for row in said.splitlines())})


def in_beancount(path: Path, start: date, end: date) -> Counter[str]:
    entries, problems, _ = loader.load_file(str(path))
    assert problems == []
    sums: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry, Transaction) and start <= entry.date < end:
            for posting in entry.postings:
                account = posting.account.lower().replace("-", "_")
                sums[account.replace("c_", "")] += _minor(f"{posting.units}")
    return sums


def _minor(amount: str) -> int:
    number, _, currency = amount.partition(" ")
    assert currency == "USD" or amount == "0"
    return int(Decimal(number) * 100)


@pytest.fixture
def filled(say: Say) -> Say:
    """A chat with five weeks of every kind of entry: refunds that outweigh, undone ones, bills, three paychecks."""
    say("/categories add 食費 60")
    say("/bill rent 900 monthly 1")
    for week in range(WEEKS):
        day = say.now.date() - timedelta(days=7 * week)
        for n, text in enumerate(
            ("12.50 fun tacos", "8.05 食費 rice; soy", "3x2.35 groceries", "0.99 app", "-5.10 fun back")
        ):
            say(f"{text.partition(';')[0]} {day - timedelta(days=n):%Y-%m-%d}")
        if week % 2 == 0:
            say(f"paid 1500.07 {day - timedelta(days=2):%Y-%m-%d}")
            say(f"+40 from mum {day - timedelta(days=1):%Y-%m-%d}")
        say(f"77 fun mistake {day:%Y-%m-%d}")
        say.tap("Undo")
    say("paid rent 900")
    say("-30 fun returned 2026-11-03")
    return say


def summaries(say: Say) -> list[Summary]:
    ask = say.app.bookkeeper.summary
    return [say.runner.run(ask(say.owner, say.now, weeks_back=n)) for n in range(WEEKS + 1)]


@pytest.mark.parametrize(
    ("form", "balances"), [("hledger", in_hledger), ("ledger", in_ledger), ("beancount", in_beancount)]
)
def test_the_sums_are_those_of_the_chat(filled: Say, tmp_path: Path, form: str, balances: Balances) -> None:
    filled(f"/export {form}")
    assert filled.reply is not None
    assert filled.reply.document is not None
    path = tmp_path / f"book.{form}"
    path.write_bytes(filled.reply.document.content)

    for summary in summaries(filled):
        found = balances(path, summary.week.start, summary.week.end)
        said = {f"expenses:{line.category.key}": line.spent for line in summary.lines}
        assert {account: found[account] for account in said} == said
        assert found["expenses:bills"] == summary.bills_paid
    period = summaries(filled)[0].pay_period
    assert period is not None
    found = balances(path, period.paid_on, filled.now.date() + timedelta(days=1))
    assert found["income:paycheck"] == -period.paycheck
    assert found["income:extra"] == -period.extra
    assert sum(amount for account, amount in found.items() if account.startswith("expenses:")) == period.spent


def test_the_filled_book_has_something_of_everything(filled: Say) -> None:
    first, *before = summaries(filled)
    assert {line.category.key for line in first.lines if line.spent} >= {"fun", "食費", LAST_RESORT}
    assert sum(one.bills_paid for one in (first, *before)) == 90_000
    assert any(line.spent < 0 for one in before for line in one.lines)


LONG = (65, 160)
"""Days ago of two paychecks: two pay periods that are longer than five weeks."""


@pytest.fixture
def long(say: Say) -> Say:
    """A chat with half a year of entries and two paychecks: refunds, undone ones, a bill, a file, and some spread over weeks."""
    today = say.now.date()
    say("/bill rent 900 monthly 1")
    for ago in LONG:
        say(f"paid 4200.37 {today - timedelta(days=ago):%Y-%m-%d}")
        say(f"+40.01 from mum {today - timedelta(days=ago - 40):%Y-%m-%d}")
        say(f"210 fun boots {today - timedelta(days=ago - 10):%Y-%m-%d}")
        say.tap("Spread over weeks…")
        say.tap("4 weeks")
    for ago in range(0, 170, 3):
        day = today - timedelta(days=ago)
        text = ("12.50 fun tacos", "8.05 groceries", "-5.10 fun back", "0.99 app", "77 doctor")[ago % 5]
        say(f"{text} {day:%Y-%m-%d}")
        if ago % 7 == 0:
            say.tap("Undo")
    say("paid rent 900")
    rows = "".join(f"{today - timedelta(days=ago)},expense,{ago}.25,USD,fun,ticket {ago}\n" for ago in range(1, 168, 9))
    say.import_(f"day,kind,amount,currency,category,note\n{rows}")
    return say


@pytest.mark.parametrize(
    ("form", "balances"), [("hledger", in_hledger), ("ledger", in_ledger), ("beancount", in_beancount)]
)
def test_a_pay_period_of_months_is_what_the_chat_says(long: Say, tmp_path: Path, form: str, balances: Balances) -> None:
    long(f"/export {form}")
    assert long.reply is not None
    assert long.reply.document is not None
    path = tmp_path / f"book.{form}"
    path.write_bytes(long.reply.document.content)
    now = long.now
    present = long.runner.run(long.app.bookkeeper.summary(long.owner, now)).pay_period
    _, before = long.runner.run(long.app.bookkeeper.earlier_pay_period(long.owner, now))
    assert present is not None
    assert before is not None
    today = now.date() + timedelta(days=1)

    for period, end in ((present, today), (before, before.next_payday)):
        assert end - period.paid_on > timedelta(weeks=9)
        found = balances(path, period.paid_on, end)
        assert (found["income:paycheck"], found["income:extra"]) == (-period.paycheck, -period.extra)
        assert sum(amount for account, amount in found.items() if account.startswith("expenses:")) == period.spent
        assert found["expenses:bills"] == (90_000 if period is present else 0)
        assert found["assets:wallet"] == period.paycheck + period.extra - period.spent
    assert f"Spent since: ${present.spent / 100:,.2f}" in long("/period")
