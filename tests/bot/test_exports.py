"""`/export` in the forms of other programs, through the whole bot."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from budget.exports.forms import FORMS
from tests.chat import Say

pytest_plugins = ["tests.databases"]

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def file_of(say: Say, command: str) -> tuple[str, str]:
    """Return the name and the content of the file that a command hands out."""
    say(command)
    assert say.reply is not None
    assert say.reply.document is not None
    return say.reply.document.name, say.reply.document.content.decode()


@pytest.fixture
def busy(say: Say) -> Say:
    """A chat with an entry of each kind."""
    for text in ("paid 1500", "+40 from mum", "12.50 fun tacos; two", "-5 fun", "900 rent 11/2"):
        say(text)
    return say


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("/export", "budget-2026-11-22.csv"),
        ("/export csv", "budget-2026-11-22.csv"),
        ("/export json", "budget-json-2026-11-22.json"),
        ("/export hledger", "budget-hledger-2026-11-22.journal"),
        ("/export LEDGER", "budget-ledger-2026-11-22.ledger"),
        ("/export beancount", "budget-beancount-2026-11-22.beancount"),
        ("/export ynab", "budget-ynab-2026-11-22.csv"),
        ("/export actual", "budget-actual-2026-11-22.csv"),
        ("/export firefly", "budget-firefly-2026-11-22.csv"),
        ("/export lunchmoney", "budget-lunchmoney-2026-11-22.csv"),
    ],
)
def test_each_form_has_a_file_of_its_own(busy: Say, command: str, name: str) -> None:
    named, content = file_of(busy, command)
    assert named == name
    assert "12.50" in content
    assert "900.00" in content


def test_an_unknown_form_is_refused_with_those_that_there_are(busy: Say) -> None:
    said = busy("/export xlsx")
    assert said.startswith("I can't write entries as “xlsx”.")
    assert all(f"/export {form}" in said for form in FORMS)


def test_nothing_is_exported_from_an_empty_book(say: Say) -> None:
    assert say("/export hledger") == "There is nothing to export yet."
    say("5 fun")
    say.tap("Undo")
    assert say("/export beancount") == "There is nothing to export yet."


def test_hledger_adds_up_what_the_chat_says(busy: Say, tmp_path: Path) -> None:
    program = shutil.which("hledger")
    if program is None:
        pytest.skip("hledger is not installed")
    path = tmp_path / "book.journal"
    path.write_text(file_of(busy, "/export hledger")[1], encoding="utf-8")
    subprocess.run([program, "-f", str(path), "check", "--strict"], check=True)
    asked = [program, "-f", str(path), "balance", "expenses", "-N", "--output-format=csv"]
    sums = subprocess.run(asked, check=True, capture_output=True, text=True).stdout
    assert '"expenses:fun","7.50 USD"' in sums
    assert '"expenses:predictable_necessities","900.00 USD"' in sums
    assert busy("fun") == "$142.50 left · Fun\n▰▱▱▱▱▱▱▱▱▱ $7.50 of $150"
