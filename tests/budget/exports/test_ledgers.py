"""Journals and ledgers, held to the programs that read them: hledger, ledger and Beancount."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from budget.budgets import Budget
from budget.categories import STARTERS, Category
from budget.currencies import currency_named
from budget.entries import Entry, Kind, RecordedEntry
from budget.exports import beancount, hledger
from budget.locales import locale_named
from budget.money import Money

DAY = date(2026, 11, 22)
NOTES = [
    "tacos",
    "",
    "(an aside) * ! and ; a comment | a payee",
    "* starred",
    "! pending",
    "= 2026-01-01",
    "two\nlines\r\nand  blanks",
    'quotes "and" \\backslashes\\',
    "@ 5 USD  12.00 USD",
    "食費 🍕 ümläut",
    "tag: value, :tag:",
    "；full width",
    "x" * 200,
    "; all comment",
    "%abc #tag ^link",
    "\u202eturned\x1b[31m",
]
NAMES = [
    ("食費", "食費"), ("été", "été"), ("c_2", "C 2"), ("c_2_2", "c 2 2"), ("4x4", "4x4"), ("ß", "ß"), ("हिन्दी", "हिन्दी"),
    ("bills", "Bills"),
]  # fmt: skip


def budget_in(code: str) -> Budget:
    starters = [(new.key, new.name) for new in STARTERS]
    categories = tuple(Category(n, key, name, (), 0) for n, (key, name) in enumerate([*starters, *NAMES], 1))
    return Budget(1, Money(currency_named(code), locale_named("de_DE")), "UTC", 0, categories)


def book(budget: Budget) -> list[RecordedEntry]:
    """Every kind, note and category, an undone entry among them."""
    entries = [Entry(Kind.EXPENSE, 1250 + n, DAY, 1 + n % len(budget.categories), note) for n, note in enumerate(NOTES)]
    entries += [
        Entry(Kind.REFUND, 399, DAY, 2, "back"),
        Entry(Kind.PAYCHECK, 150_000, date(2026, 1, 1), None, ""),
        Entry(Kind.EXTRA, 4_000, DAY, None, "(found)"),
        Entry(Kind.BILL, 90_000, DAY, None, "rent"),
        Entry(Kind.EXPENSE, budget.money.cap, DAY, 3, "the most"),
    ]
    held = [RecordedEntry(-5 + n, n, entry, 7) for n, entry in enumerate(entries)]
    return [*held, RecordedEntry(99, 0, Entry(Kind.EXPENSE, 777, DAY, 1, "undone"), 7, undone=True)]


def spent(held: Iterable[RecordedEntry]) -> int:
    """What is spent in all, in minor units."""
    signs = {Kind.EXPENSE: 1, Kind.REFUND: -1, Kind.BILL: 1, Kind.PAYCHECK: 0, Kind.EXTRA: 0}
    return sum(signs[one.entry.kind] * one.entry.amount for one in held if not one.undone)


@pytest.fixture
def program() -> Callable[..., str]:
    """Run a program that has to end well; returns what it prints."""

    def run(name: str, *arguments: str | Path) -> str:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed: apt-get install {name}")
        done = subprocess.run([name, *arguments], capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
        assert not done.stderr.strip(), done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("code", ["USD", "JPY", "KWD"])
def test_hledger_and_ledger_take_the_same_file(code: str, tmp_path: Path, program: Callable[..., str]) -> None:
    budget = budget_in(code)
    path = tmp_path / "book.journal"
    path.write_text("".join(hledger.lines(budget, book(budget))), encoding="utf-8")
    total = budget.money.plain(spent(book(budget)))

    program("hledger", "-f", path, "check", "--strict")
    assert program("hledger", "-f", path, "bal", "expenses", "--depth", "1", "-N", "--format", "%(total)").strip() == (
        f"{total} {code}"
    )
    assert program("ledger", "-f", path, "--pedantic", "bal", "expenses", "--depth", "1", "-n").split()[:2] == [
        total,
        code,
    ]
    codes = program("hledger", "-f", path, "codes").split()
    assert codes == sorted((f"{one.message}.{one.line}" for one in book(budget) if not one.undone), key=codes.index)


def test_a_journal_reads_well() -> None:
    held = [
        RecordedEntry(12, 0, Entry(Kind.EXPENSE, 1250, DAY, 1, "(tacos; two)\nal pastor"), 7),
        RecordedEntry(12, 1, Entry(Kind.REFUND, 399, DAY, 2), 7),
        RecordedEntry(13, 0, Entry(Kind.PAYCHECK, 150_000, DAY), 7),
        RecordedEntry(14, 0, Entry(Kind.BILL, 90_000, DAY), 7),
    ]
    budget = budget_in("USD")

    written = "".join(hledger.lines(budget, held))

    assert written.startswith("commodity USD\n    format 1000.00 USD\n\naccount expenses:fun\n")
    assert written.endswith(
        "\n2026-11-22 (12.0) (tacos, two) al pastor\n    expenses:fun  12.50 USD\n    assets:wallet\n"
        "\n2026-11-22 (12.1) Predictable Necessities\n    expenses:predictable_necessities  -3.99 USD\n    assets:wallet\n"
        "\n2026-11-22 (13.0) paycheck\n    income:paycheck  -1500.00 USD\n    assets:wallet\n"
        "\n2026-11-22 (14.0) bill\n    expenses:bills_2  900.00 USD\n    assets:wallet\n"
    )
    assert "format" not in "".join(hledger.lines(budget_in("JPY"), []))


def test_beancount_accounts_are_shaped_as_it_wants_them() -> None:
    accounts = beancount.accounts_of(budget_in("USD"))

    assert list(accounts.values()) == [
        "Expenses:Fun",
        "Expenses:Predictable-Necessities",
        "Expenses:Unpredictable-Necessities",
        "Expenses:Other",
        "Expenses:C-食費",
        "Expenses:Été",
        "Expenses:C-2",
        "Expenses:C-2-2",
        "Expenses:4x4",
        "Expenses:C-ß",
        "Expenses:C-ह-न-द",
        "Expenses:Bills",
    ]


def test_two_keys_never_share_an_account() -> None:
    keys = ("a़b", "a_b", "़", "_")
    categories = tuple(Category(n, key, key, (), 0) for n, key in enumerate(keys))
    budget = Budget(1, budget_in("USD").money, "UTC", 0, categories)

    accounts = beancount.accounts_of(budget)

    assert list(accounts.values()) == ["Expenses:A-B", "Expenses:A-B-2", "Expenses:C", "Expenses:C-2"]


@pytest.mark.parametrize("code", ["USD", "JPY", "KWD"])
def test_beancount_reads_its_ledger(code: str, tmp_path: Path) -> None:
    budget = budget_in(code)
    path = tmp_path / "book.beancount"
    path.write_text("".join(beancount.lines(budget, book(budget), date(2026, 1, 1))), encoding="utf-8")

    check = [sys.executable, "-m", "beancount.scripts.check", str(path)]
    done = subprocess.run(check, capture_output=True, text=True, check=False, timeout=60)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_ledger_reads_well() -> None:
    held = [
        RecordedEntry(12, 0, Entry(Kind.EXPENSE, 1250, DAY, 1, 'tacos "al pastor" \\'), 7),
        RecordedEntry(13, 0, Entry(Kind.EXTRA, 4000, DAY), 7),
    ]

    written = "".join(beancount.lines(budget_in("USD"), held, DAY))

    assert written.startswith('option "operating_currency" "USD"\n\n2026-11-21 open Expenses:Fun USD\n')
    assert written.endswith(
        '\n2026-11-22 * "tacos \\"al pastor\\" \\\\"\n  entry: "12.0"\n  Expenses:Fun  12.50 USD\n  Assets:Wallet  -12.50 USD\n'
        '\n2026-11-22 * "extra"\n  entry: "13.0"\n  Income:Extra  -40.00 USD\n  Assets:Wallet  40.00 USD\n'
    )
