"""The front door: start-up, the command line, and a log without secrets."""

import io
import json
import logging
import os
import re
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import doctor
from app.build import build_app, http_app
from app.logs import log_to
from app.serve import open_listener
from main import main
from storage.schema import EXPECTED
from tests.chat import chat, settings_for

ROOT = Path(__file__).parent.parent.parent
TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture(autouse=True)
def a_umask_of_ones_own() -> Iterator[None]:
    """Give the mask for new files back as it was."""
    mask = os.umask(0o022)
    yield
    os.umask(mask)


def imported_by(module: str) -> set[str]:
    """The modules that importing one brings along, in a process of its own."""
    code = f"import {module}, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_program_brings_nothing_that_the_path_does_not_use() -> None:
    heavy = {"alembic", "telegram", "httpx", "starlette", "uvicorn", "resvg_py", "psycopg", "babel", "segno"}

    assert not heavy & imported_by("main")


def test_the_webhooks_path_builds_no_client_before_the_first_call(tmp_path: Path) -> None:
    code = (
        "import ssl, sys; made = []; new = ssl.SSLContext.__new__\n"
        "ssl.SSLContext.__new__ = lambda *a, **k: (made.append(1), new(*a, **k))[1]\n"
        "from pathlib import Path; from tests.chat import settings_for; from app.build import build_app, http_app\n"
        f"http_app(build_app(settings_for(Path({str(tmp_path)!r}), TELEGRAM_BOT_TOKEN={TOKEN!r},\n"
        " PUBLIC_URL='https://budget.example', TELEGRAM_WEBHOOK_SECRET='s')))\n"
        "print(len(made), 'alembic' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout == "0 False\n"


def test_the_webhook_is_there_in_webhook_mode_only(tmp_path: Path) -> None:
    with chat(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN) as say:
        assert "/telegram" not in [getattr(route, "path", "") for route in http_app(say.app).routes]
    url = "https://budget.example"
    with chat(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, PUBLIC_URL=url, TELEGRAM_WEBHOOK_SECRET="s") as say:
        assert "/telegram" in [getattr(route, "path", "") for route in http_app(say.app).routes]


def test_help_lists_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])

    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert all(verb in shown for verb in ("run", "chat", "migrate"))


@pytest.mark.parametrize("format_", ["console", "json"])
def test_the_log_holds_no_secret(tmp_path: Path, format_: str) -> None:
    out = io.StringIO()
    url = "postgresql://bot:hunter2@db.example/budget"
    settings = settings_for(
        tmp_path,
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_WEBHOOK_SECRET="canary-secret",
        DATABASE_URL=url,
        LOG_FORMAT=format_,
    )
    log_to(out, settings)
    log = logging.getLogger("somewhere")

    log.warning("POST https://api.telegram.org/bot%s/sendMessage canary-secret %s", TOKEN, url)
    log.warning("GET /s/%s", "a" * 43)
    try:
        raise RuntimeError(TOKEN)
    except RuntimeError:
        log.exception("failed")

    assert not [secret for secret in (TOKEN, "canary-secret", "hunter2", "a" * 43) if secret in out.getvalue()]
    assert "sendMessage" in out.getvalue()
    if format_ == "json":
        assert [json.loads(line)["level"] for line in out.getvalue().splitlines()] == ["warning", "warning", "error"]


def test_a_book_is_backed_up_verified_restored_and_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        say("paid 1500")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///budget.db")
    held = "2 entries in 1 chat\n  expense               12.50 USD\n  paycheck            1500.00 USD\n"

    assert main(["backup", "copy.db"]) == 0
    assert capsys.readouterr().out == f"{held}It is in copy.db, whole and checked.\n"
    assert main(["backup", "copy.db"]) == 1
    assert capsys.readouterr().err == "copy.db exists already; name a new file, or a folder.\n"
    (tmp_path / "folder").mkdir()
    assert main(["backup", "folder", "--keep", "2"]) == 0
    assert re.fullmatch(
        rf"{held}It is in folder/budget-\d{{8}}T\d{{6}}Z\.db, whole and checked\.\n", capsys.readouterr().out
    )
    assert main(["backup", "other.db", "--keep", "2"]) == main(["backup", "folder", "--keep", "0"]) == 2
    assert capsys.readouterr().err == "--keep is for a folder, and at least 1.\n" * 2
    assert main(["verify"]) == 0
    assert capsys.readouterr().out == f"{held}Everything adds up.\n"
    assert main(["restore", "copy.db"]) == 0
    assert capsys.readouterr().out == f"{held}Restored. The former book is in budget-before-restore-1.db.\n"
    assert main(["copy", "--to", "sqlite:///other.db"]) == 0
    assert capsys.readouterr().out == f"{held}Copied: the sums are equal.\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO("sqlite:///another.db\n"))
    assert main(["copy"]) == 0, "the address may come by the standard input"
    assert capsys.readouterr().out == f"{held}Copied: the sums are equal.\n"


def test_a_backup_is_poured_from_one_machine_into_another(tmp_path: Path) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")

    def run(book: str, *verb: str, poured: bytes = b"") -> bytes:
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path / book}"}
        command = [sys.executable, str(ROOT / "main.py"), *verb]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, input=poured, capture_output=True, check=True
        ).stdout

    assert b"Restored." in run("new.db", "restore", "-", poured=run("budget.db", "backup", "-"))
    assert run("new.db", "verify").startswith(b"1 entries in 1 chat")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full on this system")
@pytest.mark.parametrize("what", ["backup", "export"])
def test_a_file_that_finds_no_room_says_so(tmp_path: Path, what: str) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
    verb = {"backup": ["backup", "-"], "export": ["export", "--owner", str(say.owner)]}[what]
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path / 'budget.db'}"}
    command = [sys.executable, str(ROOT / "main.py"), *verb]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    said = f"The {what} can't be written to the standard output: No space left on device.\n"
    assert (done.returncode, done.stderr) == (1, said)


@pytest.mark.parametrize(
    ("to", "typed", "status", "said"),
    [
        ("mysql://db/x", "", 2, "The other database is wrong: it must be sqlite:///path or postgresql://"),
        (
            "",
            "mysql://bot:hunter2@db/x\n",
            2,
            "The other database is wrong: it must be sqlite:///path or postgresql://",
        ),
        ("postgresql://bot:hunter2@db/x", "", 1, "Everybody on this machine could read the password: leave --to away"),
        ("", "", 1, "No other database was named."),
    ],
)
def test_a_database_to_copy_to_is_named_without_showing_its_password(  # noqa: PLR0913 - the table's columns and three fixtures
    to: str,
    typed: str,
    status: int,
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///budget.db")
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main(["copy", *(["--to", to] if to else [])]) == status
    shown = capsys.readouterr().err
    assert shown.startswith(said)
    assert "hunter2" not in shown


def test_the_entries_of_a_chat_are_written_to_the_standard_output(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'budget.db'}")
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
        say("/export")
        assert say.reply is not None
        assert say.reply.document is not None
        csv, owner = say.reply.document.content, str(say.owner)

    assert main(["export", "--owner", owner]) == 0
    assert capsysbinary.readouterr().out == csv
    assert main(["export", "--owner", owner, "--as", "hledger"]) == 0
    assert b"expenses:fun" in capsysbinary.readouterr().out
    assert main(["export", "--owner", owner, "--as", "paper"]) == 2
    assert b"These there are: csv, json, hledger" in capsysbinary.readouterr().err
    assert main(["export"]) == 1, "no such chat, and none is opened"
    assert capsysbinary.readouterr().err.strip() == b"The chat 0 has no entries."
    with closing(sqlite3.connect(tmp_path / "budget.db")) as db:
        assert db.execute("SELECT count(*) FROM budgets").fetchone() == (1,)


def test_who_restores_a_book_is_told_whom_it_lets_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with chat(tmp_path, at=datetime.now(UTC)) as say:
        say("12.50 fun tacos")
        say("/share")
        say("/share totals")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///budget.db")
    with closing(sqlite3.connect("budget.db")) as db, db:
        db.executemany(
            "INSERT INTO guests (user, invited_by, since) VALUES (?, 1, '2026-01-01')", [(n,) for n in range(101, 124)]
        )
        db.execute(
            "INSERT INTO write_doors (owner, chat, message, sent_at, author, label, token_hash, salt, used) "
            "SELECT owner, owner, 9, '2026-01-01', 1, 'Phone', 'hash', x'00', 0 FROM budgets"
        )
        secrets = [*db.execute("SELECT token_hash, hex(salt) FROM share_links").fetchall()[0]]
    assert main(["backup", "what?.db"]) == 0
    capsys.readouterr()

    assert main(["restore", "what?.db"]) == 0

    said = capsys.readouterr().out
    assert "Guests whom it lets in, by Telegram user id (23): 101, 102, " in said
    assert ", 120 and 3 more\n" in said
    assert "Share links that are open: 1 full, 1 totals\n" in said
    assert "Write doors that are open: 1\n" in said
    assert not [secret for secret in secrets if secret in said]


def test_a_strange_backup_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with chat(tmp_path) as say:
        say("12.50 fun tacos")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///budget.db")
    assert main(["backup", "copy.db"]) == 0
    with closing(sqlite3.connect("copy.db")) as db:
        db.execute("CREATE TRIGGER cheap AFTER INSERT ON entries BEGIN UPDATE entries SET amount = 1; END")
    capsys.readouterr()

    assert main(["restore", "copy.db"]) == 1

    assert capsys.readouterr() == (
        "",
        "copy.db is not restored, for it has what no book has: the trigger cheap.\n",
    )


def test_a_verification_goes_on_from_a_chat(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with chat(tmp_path) as say:
        for owner in (-100, 100, 200):
            say.owner = owner
            say("1 fun")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///budget.db")

    assert main(["verify", "--from", "100"]) == 0
    assert capsys.readouterr().out.startswith("2 entries in 2 chats\n")
    assert main(["verify", "--from", "-100"]) == 0
    assert capsys.readouterr().out.startswith("3 entries in 3 chats\n")


def test_an_older_program_goes_on_with_a_newer_book_that_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORT", "0")
    assert main(["migrate"]) == 0
    with closing(sqlite3.connect("budget.db")) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '0999'")
        db.execute("UPDATE schema_info SET revision = '0999'")
        db.execute("CREATE TABLE envelopes (owner BIGINT)")
    clean = {"PATH": os.environ["PATH"], "PORT": "0"}
    program = [sys.executable, str(ROOT / "main.py"), "run"]
    ran = subprocess.run(
        program, cwd=tmp_path, env=clean, input="5 fun\n", check=True, capture_output=True, text=True, timeout=60
    )

    assert ran.stdout.startswith("✓ $5.00")
    assert f"The database has schema 0999; this program is older ({EXPECTED}), and may use it" in ran.stderr
    capsys.readouterr()
    for verb in (["migrate"], ["verify"], ["backup", "copy.db"]):
        assert main(verb) == 0
    assert main(["doctor"]) == 0
    assert f"its schema is 0999, which this older program ({EXPECTED}) may use" in capsys.readouterr().out
    assert main(["restore", "copy.db"]) == 1
    assert f"schema 0999; this program knows {EXPECTED} at most" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["run", "migrate", "chat"])
def test_with_the_book_of_a_newer_program_it_does_not_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, verb: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["migrate"]) == 0
    with closing(sqlite3.connect("budget.db")) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    capsys.readouterr()

    assert main([verb]) == 1

    assert capsys.readouterr().err == (
        f"The database has schema 9999; this program knows {EXPECTED} at most. Run a newer one.\n"
    )


@pytest.mark.parametrize(("length", "is_well"), [(1, False), (15, False), (16, True), (256, True)])
def test_a_webhook_secret_that_can_be_guessed_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, length: int, *, is_well: bool
) -> None:
    given = {"TELEGRAM_WEBHOOK_SECRET": "s" * length, "PUBLIC_URL": "https://budget.example"}
    settings = settings_for(tmp_path, TELEGRAM_BOT_TOKEN=TOKEN, **given)
    http_app(build_app(settings))

    finding = doctor._webhook_secret(settings)

    assert finding.well == is_well
    assert finding.next.startswith("openssl rand -hex 32")
    assert ("TELEGRAM_WEBHOOK_SECRET is short enough to be guessed" in caplog.text) == (not is_well)


def test_the_doctor_says_what_is_wrong_and_what_to_type_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", f"http://127.0.0.1:{port}")
    (tmp_path / ".env").write_text("CURRENCY=USD\n")
    (tmp_path / ".env").chmod(0o644)

    assert main(["doctor"]) == 1

    said = capsys.readouterr().out
    assert "WRONG  database: schema: it is missing" in said
    assert "type next: python main.py migrate" in said
    assert "WRONG  file .env: mode 644\n       type next: chmod 600 .env" in said
    assert "WRONG  Telegram: it can't be reached" in said
    assert TOKEN not in said
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN")
    (tmp_path / ".env").chmod(0o600)
    assert main(["migrate"]) == 0
    assert (tmp_path / "budget.db").stat().st_mode & 0o077 == 0, "a book is its owner's alone"
    capsys.readouterr()
    assert main(["doctor", "--json"]) == 0
    assert {finding["what"] for finding in json.loads(capsys.readouterr().out)} >= {
        "Python",
        "SQLite",
        "disk",
        "database",
    }


def test_a_port_that_is_taken_is_said_and_the_chat_goes_on(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        common = {"cwd": tmp_path, "capture_output": True, "text": True, "timeout": 60}
        clean = {"PATH": os.environ["PATH"], "PORT": port}
        program = [sys.executable, str(ROOT / "main.py"), "run"]

        chatting = subprocess.run(program, env=clean, input="5 fun\n", check=False, **common)  # type: ignore[call-overload]  # a dict of keywords
        bot = subprocess.run(program, env=clean | {"TELEGRAM_BOT_TOKEN": TOKEN}, check=False, **common)  # type: ignore[call-overload]  # likewise

    assert chatting.returncode == 0
    assert chatting.stdout.startswith("✓ $5.00")
    assert f"Port {port} is taken" in chatting.stderr
    assert bot.returncode == 2
    assert bot.stderr == f"Port {port} is taken: end what uses it, or set another, e.g. PORT={int(port) + 1}\n"


def test_no_answer_waits_for_the_other_end_to_confirm_its_head(tmp_path: Path) -> None:
    listener = open_listener(settings_for(tmp_path))
    assert listener is not None

    with listener, socket.create_connection(listener.getsockname()):
        connection, _ = listener.accept()
        with connection:
            assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 1


@pytest.mark.parametrize(
    "verb", [["doctor"], ["backup", "x.db"], ["backup", "-"], ["verify"], ["migrate"], ["restore", "x.db"]]
)
@pytest.mark.parametrize("name", [f"{300 * 'a'}.db", "locked/budget.db"])
def test_a_book_that_can_not_be_looked_for_is_a_sentence(
    tmp_path: Path, verb: list[str], name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is too long; a folder that may not be entered, as in a container that runs as another user."""
    if name.startswith("locked") and os.getuid() == 0:
        pytest.skip("root enters each folder")
    (tmp_path / "locked").mkdir(mode=0)
    (tmp_path / "x.db").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / name}")
    if verb[0] == "backup":
        verb = [verb[0], verb[1].replace("x.db", "new.db")]

    assert main(verb) == 1

    said = "".join(capsys.readouterr())
    assert "WRONG" in said or said.count("\n") == 1
    assert str(tmp_path) in said or "the file can't be opened" in said
