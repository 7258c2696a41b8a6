"""The chat in the terminal: as a class, and as the program from a pipe."""

import asyncio
import io
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.terminal import Terminal, lines_of
from languages import ENGLISH
from tests.chat import chat
from words.voice import voice_of

ROOT = Path(__file__).parent.parent.parent


class Screen:
    """Types lines into a terminal, and reads what it prints."""

    def __init__(self, terminal: Terminal, out: io.StringIO, runner: asyncio.Runner) -> None:
        self._terminal = terminal
        self._out = out
        self._runner = runner

    def type(self, line: str) -> str:
        start = self._out.tell()
        self._runner.run(self._terminal.line(line))
        return self._out.getvalue()[start:]

    def run(self, *lines: str, prompt: bool) -> str:
        async def feed() -> AsyncIterator[str]:
            for line in lines:
                yield line

        self._runner.run(self._terminal.run(feed(), prompt=prompt))
        return self._out.getvalue()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    out = io.StringIO()
    with chat(tmp_path) as say:
        yield Screen(Terminal(say.app.bot, say.app.now, out, voice_of(ENGLISH)), out, say.runner)


def test_buttons_have_numbers(screen: Screen) -> None:
    assert screen.type("12.50 tacos").endswith("[1] Fun  [2] Predictable  [3] Unpredictable  [4] Undo  [5] Change…\n")
    assert screen.type("[1]").startswith("✓ $12.50 tacos")


def test_a_line_may_correct_the_one_before(screen: Screen) -> None:
    screen.type("12.50 fun tacos")
    assert screen.type("make it 15").startswith("Corrected:\n✓ $15.00 tacos\n")
    assert screen.type("same again").startswith("✓ $15.00 tacos\n")
    screen.type("split it with Sam")
    assert screen.type("no").startswith("✓ $15.00 tacos\n")
    assert screen.type("edit 2: make it 16").startswith("Corrected:\n✓ $16.00 tacos\n")


def test_an_answer_that_cannot_be_read_is_asked_for_again(screen: Screen) -> None:
    screen.type("12.50 fun tacos")
    screen.type("[2]")
    assert screen.type("2").endswith("What is the amount?\n")

    assert screen.type("abc").endswith("What is the amount?\n")
    assert screen.type("13.50").startswith("Corrected:\n✓ $13.50 tacos\n")
    assert screen.type("14 fun").startswith("✓ $14.00\n"), "what was asked for is answered"


def test_another_language_is_spoken_at_once(screen: Screen) -> None:
    assert screen.type("/settings language de").endswith("(tippe die Nummer)\n")


def test_after_a_question_a_bare_number_answers_it(screen: Screen) -> None:
    assert screen.type("3 beers 18").endswith("[1] $18.00  [2] $3.00  (type the number)\n")
    assert screen.type("1").startswith("✓ $18.00 3 beers")


def test_after_a_receipt_a_bare_number_without_a_button_is_money(screen: Screen) -> None:
    screen.type("12.50 fun")

    assert screen.type("5").startswith("✓ $5.00")


@pytest.mark.parametrize(
    ("menu", "number", "said"),
    [
        ("/settings", "1", "Week start: Monday\nTap one, or write /settings week"),
        ("/settings currency", "2", "Settings"),
        ("/limits", "1", "Fun: $150 a week. Tap a new limit"),
        ("/limits fun", "1", "Fun: $"),
    ],
)
def test_after_a_menu_a_bare_number_is_its_button(screen: Screen, menu: str, number: str, said: str) -> None:
    screen.type("/start")
    assert screen.type(menu).endswith("(type the number)\n")
    assert screen.type(number).startswith(said)


def test_where_a_bare_number_may_be_money_or_a_button_it_asks(screen: Screen) -> None:
    asked = "Is 2 an amount, or the button “Predictable”?\n[1] The amount 2  [2] Predictable"
    screen.type("12.50 tacos")
    assert screen.type("2").startswith(asked)
    assert screen.type("2").startswith("✓ $12.50 tacos")

    screen.type("6 thing")
    screen.type("2")
    assert screen.type("1").startswith("✓ $2.00")

    screen.type("6 thing more")
    screen.type("2")
    assert screen.type("7").startswith("There is no button 7.\n[1] The amount 7  [2] No"), "two choices were shown"
    assert screen.type("2").startswith("✓ $6.00 thing more")

    screen.type("7 some thing")
    screen.type("[4]")
    screen.type("8 thing again")
    screen.type("2")
    assert screen.type("9 fun").startswith("✓ $9.00"), "any other line lets the question go"
    assert screen.type("1").startswith("Is 1 an amount, or the button “Undo”?")
    assert screen.type("1").startswith("✓ $1.00")
    assert "$355.50 left this week" in screen.type("/week")


@pytest.mark.parametrize(("before", "number"), [("3 beers 18", "7"), ("/limits fun", "18")])
def test_under_a_question_or_a_menu_a_number_without_a_button_is_asked_about(
    screen: Screen, before: str, number: str
) -> None:
    screen.type("/start")
    shown = screen.type(before)
    asked = f"There is no button {number}.\n[1] The amount {number}  [2] No  (type the number)\n"
    assert screen.type(number) == asked
    assert screen.type("2") == shown
    screen.type("99")
    assert screen.type(number) == asked, "another number is asked about, too"
    assert screen.type("1").startswith(f"✓ ${number}.00")


@pytest.mark.parametrize(
    ("before", "number", "said"),
    [
        (["/limits fun"], "200", "Fun: $200 a week from now on."),
        (["2 beers 9"], "9", "✓ $9.00 2 beers"),
        (["see you at 7"], "3", "✓ $7.00 see you"),
        (["/settings numbers de_DE", "/settings currency EUR", "3 Betten 1.500"], "1500", "✓ 1.500,00 € 3 Betten"),
        (["2 beers 9"], "9.00", "✓ $9.00 2 beers"),
        (["2 beers 9"], "9.50", "✓ $9.50"),
        (["2 beers 9"], "1234", "There is no button 1234."),
        (["rent 900 12/1"], "2025", "There is no button 2025."),
        (["coffee 5, lunch 12.50, gas 40"], "1250", "There is no button 1250."),
        (["coffee 5, lunch 12.50, gas 40"], "1,250", "✓ $1,250.00"),
        (["coffee 5, lunch 12.50, gas 40"], "12,5", "✓ $12.50"),
        (["coffee 5, lunch 40"], "2", "✓ $5.00 coffee"),
        (["3 beers 2"], "2", "Is 2 an amount, or the button “$3.00”?\n[1] $2.00  [2] $3.00  (type the number)\n"),
    ],
)
def test_the_amount_on_a_button_is_the_button(screen: Screen, before: list[str], number: str, said: str) -> None:
    screen.type("/start")
    for line in before:
        screen.type(line)
    assert screen.type(number).replace("\xa0", " ").startswith(said)


@pytest.mark.parametrize(("number", "amount"), [("1", "$2.00"), ("2", "$3.00")])
def test_an_amount_that_is_another_buttons_number_is_asked_about(screen: Screen, number: str, amount: str) -> None:
    screen.type("/start")
    screen.type("3 beers 2")
    screen.type("2")
    assert screen.type(number).startswith(f"✓ {amount}")


def test_a_label_that_is_a_number_names_its_button_alone(screen: Screen) -> None:
    for n in range(12):
        screen.type(f"{n + 1}.50 fun")
    assert "[10]  [11] Older ›" in screen.type("/recent")
    assert screen.type("11").rstrip().endswith("[11]  [12]  [13] ‹ Newer  (type the number)")
    assert "[10]  [11] Older ›" in screen.type("13")

    def number_of(label: str, shown: str) -> str:
        found = re.search(rf"\[(\d+)\] {label}", shown)
        assert found is not None, shown
        return found[1]

    shown = screen.type(number_of("Delete", screen.type("2")))
    assert "[1]  [3]" in shown
    assert "[2]  [3]" in screen.type(number_of("Restore 2", shown))


@pytest.mark.parametrize("before", ["12.50 fun tacos", "/history"])
def test_a_number_in_brackets_is_a_button_or_nothing(screen: Screen, before: str) -> None:
    screen.type(before)
    assert screen.type("[9]").strip() == "There is no button 9."
    assert "9.00" not in screen.type("/recent")


def test_edits_correct_the_latest_message_or_a_numbered_one(screen: Screen) -> None:
    screen.type("12.50 fun tacos")
    screen.type("6 gas")

    assert screen.type("edit: 7 gas").startswith("Corrected:\n✓ $7.00")
    assert screen.type("edit 1: 13.50 fun tacos").startswith("Corrected:\n✓ $13.50 tacos")
    assert screen.type("edit 9: 5 fun").startswith("There is no such message")


def test_an_edit_after_a_command_corrects_the_entry_before_it(screen: Screen) -> None:
    screen.type("5 fun")
    screen.type("/week")

    assert screen.type("edit: 6 fun").startswith("Corrected:\n✓ $6.00")
    assert "$394.00 left this week" in screen.type("/week")


def test_two_terminals_on_one_book_take_nothing_from_each_other(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, ROOT / "main.py", "run"],
            cwd=tmp_path,
            env=os.environ | {"PORT": "0"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        for _ in range(3)
    ]
    for n, program in enumerate(programs):
        assert program.stdin is not None
        program.stdin.write("".join(f"{n + 1} fun\n" for _ in range(20)))
        program.stdin.flush()
    for program in programs:
        program.communicate(timeout=60)

    assert "$280.00 left this week" in run(tmp_path, "/week\n").stdout


def test_a_question_of_the_bot_takes_a_bare_number(screen: Screen) -> None:
    screen.type("5 fun")
    screen.type("/forget")

    assert screen.type("2") == "Nothing is deleted.\n"


def test_a_damaged_book_is_said_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "budget.db").write_bytes(b"no book at all" * 500)

    done = run(tmp_path, "5 fun\n")

    assert done.returncode == 1
    assert done.stderr.startswith("The database's file is damaged, or no database.")


def test_what_is_recorded_is_told_on_any_terminal(tmp_path: Path) -> None:
    done = run(tmp_path, "5 fun\n", PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stdout[:7]) == (0, "? $5.00")


def test_a_reader_that_goes_away_ends_the_chat_quietly(tmp_path: Path) -> None:
    program = f"{sys.executable} {ROOT / 'main.py'} run"

    done = subprocess.run(
        ["bash", "-c", f"yes '1 fun' | head -n 200 | {program} | head -n 1"],
        cwd=tmp_path,
        env=os.environ | {"PORT": "0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout == "✓ $1.00\n"
    assert "Traceback" not in done.stderr


def test_a_tap_that_comes_too_late_gets_a_notice(screen: Screen) -> None:
    screen.type("3 beers 18")
    shown = screen._terminal._shown
    screen.type("1")
    screen._terminal._shown = shown

    assert "settled already" in screen.type("2")


@pytest.mark.parametrize(
    "character", "\x07\x08\x1b\x7f\x9b\u061c\u200b\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\U000e0041"
)
def test_notes_cannot_steer_the_terminal(screen: Screen, character: str) -> None:
    said = screen.type(f"5 fun {character}[2Jtacos")
    said += screen.type("/recent") + screen.type(f"/week {character}") + screen.type(f"/nonsense{character}")
    said += screen.type(f"/import {character}.csv") + screen.type(f"/categories add {character} 5")

    assert character not in said
    assert "tacos" in said


@pytest.mark.parametrize("typed", ["{}", "'{}'", '"{}"', "{escaped}"])
def test_a_file_that_is_dropped_on_the_terminal_is_found(screen: Screen, tmp_path: Path, typed: str) -> None:
    path = tmp_path / "my file.csv"
    path.write_text("Date,Description,Amount\n2026-11-20,tea,-5.00\n")
    typed = typed.format(path, escaped=str(path).replace(" ", "\\ "))

    assert "Spent $5.00" in screen.type(f"/import {typed}")
    assert "can't read" in screen.type("/import 'not closed.csv")


def test_a_bad_name_of_an_older_program_is_shown_safely(tmp_path: Path) -> None:
    out = io.StringIO()
    with chat(tmp_path) as say:
        screen = Screen(Terminal(say.app.bot, say.app.now, out, voice_of(ENGLISH)), out, say.runner)
        screen.type("5 fun")
        with sqlite3.connect(tmp_path / "budget.db") as db:
            db.execute("UPDATE categories SET name = 'F\u202eun\x1b[2J' WHERE key = 'fun'")
            db.execute("UPDATE budgets SET revision = revision + 1")
        db.close()
        said = screen.type("/week") + screen.type("/limits") + screen.type("7 fun x") + screen.type("/categories")
        assert screen.type("/categories rename fun = Joy").startswith("Joy: $150")

    assert not {"\u202e", "\x1b"} & set(said)
    assert "F\ufffdun\ufffd[2J" in said


def test_what_is_written_from_the_right_is_shown_without_marks(screen: Screen) -> None:
    said = screen.type("12 fun قهوة") + screen.type("/settings language arabic") + screen.type("12 قهوة")

    assert said.count("$12.00 قهوة") == 2
    assert not {"\ufffd", "\u2068", "\u200f"} & set(said)


def test_a_person_is_prompted_and_a_pipe_is_not(screen: Screen) -> None:
    piped = screen.run("12.50 fun\n", "\n", prompt=False)
    assert piped.startswith("✓ $12.50")
    assert "> " not in piped

    assert "> ✓ $5.00" in screen.run("5 fun\n", prompt=True)


async def test_the_lines_of_a_stream_end_with_it() -> None:
    assert [line async for line in lines_of(io.StringIO("a\nb"))] == ["a\n", "b"]


def run(folder: Path, lines: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a folder of its own, with lines typed into it."""
    clean = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    return subprocess.run(
        [sys.executable, ROOT / "main.py", "run"],
        cwd=folder,
        env=clean | {"PORT": "0", "PYTHONWARNINGS": "error"} | environ,
        input=lines,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_program_answers_a_pipe_line_by_line_and_ends_with_it(tmp_path: Path) -> None:
    done = run(tmp_path, "12.50 fun tacos\n/week\n")

    assert done.returncode == 0
    assert done.stdout.startswith(
        "✓ $12.50 tacos\n$137.50 left of $150\xa0· Fun\n[1] Undo  [2] Change…\n$387.50 left this week"
    )
    again = run(tmp_path, "/recent\n")
    assert "1 $12.50 tacos\xa0· Fun" in again.stdout


def test_wrong_settings_are_all_said_at_once_without_secrets_or_a_traceback(tmp_path: Path) -> None:
    wrong = {
        "WEEK_STARTS_ON": "someday",
        "CURRENCY": "gold",
        "LOCALE": "xx",
        "TELEGRAM_BOT_TOKEN": "s3cr3t",
        "PORT": "99999",
    }

    done = run(tmp_path, "", **wrong)

    assert done.returncode == 2
    assert {line.split(" ")[0] for line in done.stderr.splitlines()} == set(wrong)
    assert "e.g. WEEK_STARTS_ON=monday" in done.stderr
    assert "s3cr3t" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_a_database_that_cannot_be_opened_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = run(tmp_path, "5 fun\n", DATABASE_URL=f"sqlite:///{tmp_path}/no/such/folder/budget.db")

    assert done.returncode == 1
    assert done.stderr.startswith("The ledger can't be opened: database")
    assert "Traceback" not in done.stderr


def test_a_book_of_a_newer_program_is_left_alone_and_said_in_one_sentence(tmp_path: Path) -> None:
    run(tmp_path, "5 fun\n")
    with sqlite3.connect(tmp_path / "budget.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.close()

    done = run(tmp_path, "5 fun\n")

    assert done.returncode == 1
    assert done.stderr.startswith("The database has schema 9999")
    assert "Traceback" not in done.stderr


def test_the_readme_shows_what_the_bot_really_says(tmp_path: Path) -> None:
    shown = re.search(r"```text\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert shown is not None
    lines = shown[1].splitlines()
    typed = [line.removeprefix("> ") for line in lines if line.startswith("> ")]
    out = io.StringIO()
    with chat(tmp_path) as say:
        screen = Screen(Terminal(say.app.bot, say.app.now, out, voice_of(ENGLISH)), out, say.runner)
        said = [line for typed_line in typed for line in screen.type(typed_line).splitlines()]

    assert [line for line in lines if not line.startswith("> ")] == [
        line.replace("\xa0", " ") for line in said if not line.startswith("[")
    ]


def test_the_readmes_commands_are_those_of_the_makefile() -> None:
    readme, makefile = (ROOT / "README.md").read_text(), (ROOT / "Makefile").read_text()
    named = set(re.findall(r"(?:`|^|\| )make ([a-z-]+)", readme, re.MULTILINE))

    assert {"run", "test", "check"} <= named
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in named)


def test_the_readmes_pipe_works_as_it_is_written(tmp_path: Path) -> None:
    (command,) = re.findall(r"Try it without typing: `([^`]*)`", (ROOT / "README.md").read_text())
    assert command.endswith(" | make run")
    program = f"{sys.executable} {ROOT / 'main.py'} run"

    done = subprocess.run(
        ["bash", "-c", command.replace("make run", program)],
        cwd=tmp_path,
        env=os.environ | {"PORT": "0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert "$12.50 of $150" in done.stdout


def test_quit_ends_and_help_helps(screen: Screen) -> None:
    said = screen.run("help", "quit", "12.50 fun", prompt=True)

    assert "Spent: 12.50 fun tacos" in said
    assert "✓" not in said


def test_a_person_is_told_where_the_page_is(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        out = io.StringIO()
        terminal = Terminal(say.app.bot, say.app.now, out, voice_of(ENGLISH))

        async def nothing() -> AsyncIterator[str]:
            for line in list[str]():
                yield line

        say.runner.run(terminal.run(nothing(), prompt=True, edited=True, address="http://localhost:8000"))

        first, second, *_ = out.getvalue().split("\n")
        assert first.startswith("The page is at http://localhost:8000")
        assert second.startswith("Write what you spent")
        assert {"/week", "/settings", "fun", "predictable necessities"} <= set(terminal.words)


def test_in_colour_what_counts_stands_out_and_a_note_steers_nothing(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        out = io.StringIO()
        screen = Screen(Terminal(say.app.bot, say.app.now, out, voice_of(ENGLISH), colour=True), out, say.runner)

        assert screen.type("12.50 fun \x1b[31mtacos").startswith("\x1b[32m✓\x1b[0m ")
        assert "\x1b[31m" not in out.getvalue()
        assert "\x1b[1mWeekly limits\x1b[0m" in screen.type("/limits")


def test_a_person_edits_lines_and_completes_words(tmp_path: Path) -> None:
    """On a terminal of its own: what Tab completes is answered, and `quit` ends the program."""
    pty = pytest.importorskip("pty")
    environ = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm",
        "PORT": "0",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'budget.db'}",
    }
    here, there = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "chat"],
        cwd=tmp_path,
        env=environ,
        stdin=there,
        stdout=there,
        stderr=there,
    )
    os.close(there)
    seen = b""

    def until(text: bytes) -> None:
        nonlocal seen
        while text not in seen:
            seen += os.read(here, 4096)
        seen = seen.partition(text)[2]

    try:
        until(b"The page is at http://localhost:")
        until(b"1> ")
        os.write(here, b"12.50 fu\t tacox\x7fs\n")
        until(b"\x1b[32m")
        until(b"tacos")
        until(b"2> ")
        os.write(here, b"\x1b[A\n")  # the line before
        until(b"tacos")
        until(b"3> ")
        os.write(here, b"/lim\t\n")
        until(b"Weekly limits")
        until(b"3> ")
        os.write(here, b"quit\n")
        assert program.wait(60) == 0
    finally:
        program.kill()
        program.wait()
        os.close(here)
