"""Backups that the program makes by itself: one at a time of all replicas, again after a failure, and a drill from the file."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.backups import back_up_when_due
from app.doctor import Finding, examine
from app.serve import keep_on_time
from budget.errors import LedgerUnavailable
from budget.forgetting import Forgetting
from main import main
from storage import care
from tests.chat import Say, chat, settings_for

AT = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


@pytest.fixture
def bot(tmp_path: Path, folder: Path) -> Iterator[Say]:
    with chat(tmp_path, BACKUP_TO=str(folder), BACKUP_EVERY="12", BACKUP_KEEP="2") as say:
        say("12.50 fun tacos")
        yield say


def looks(bot: Say, at: datetime) -> datetime | None:
    app = bot.app
    return bot.runner.run(back_up_when_due(app.settings, app.duties, lambda: at))


def names(folder: Path) -> list[str]:
    return [one.name[7:-6] for one in care.backups_in(folder)]


def test_one_is_made_when_it_is_due_and_the_latest_stay(bot: Say, folder: Path) -> None:
    made = [looks(bot, AT + timedelta(hours=hours)) for hours in range(37)]
    assert names(folder) == ["20261127T1200", "20261127T0000"]
    assert (made[0], made[1], made[-1]) == (AT, AT, AT + timedelta(hours=33))


def test_one_is_made_although_closed_budgets_can_not_be_deleted(bot: Say, folder: Path) -> None:
    class Failing(Forgetting):
        def __init__(self) -> None:
            pass

        async def sweep(self, now: datetime) -> int:
            raise LedgerUnavailable(f"as asked for at {now}")

    async def kept() -> None:
        keeping = asyncio.ensure_future(keep_on_time(replace(bot.app, forgetting=Failing())))
        async with asyncio.timeout(60):
            while not names(folder):  # noqa: ASYNC110 - the job tells nobody
                await asyncio.sleep(0.01)
        keeping.cancel()

    bot.runner.run(kept())


def test_of_replicas_one_makes_it(tmp_path: Path, folder: Path) -> None:
    with ExitStack() as stack:
        bots = [stack.enter_context(chat(tmp_path, BACKUP_TO=str(folder))) for _ in range(3)]
        bots[0]("5 coffee")
        for n, bot in enumerate(bots):
            looks(bot, AT + timedelta(minutes=n))
    assert names(folder) == ["20261126T0300"]


def test_two_books_in_one_folder_keep_their_own(tmp_path: Path, folder: Path, bot: Say) -> None:
    """They deleted each other's, and of two that were due in one second the later one failed."""
    looks(bot, AT)
    known = {"BACKUP_TO": str(folder), "BACKUP_KEEP": "2", "TELEGRAM_MODE": "polling", "ALLOWED_USERS": "*"}
    with ExitStack() as stack:
        others = []
        for number in (77, 5):
            place = tmp_path / str(number)
            place.mkdir()
            others.append(stack.enter_context(chat(place, AT, TELEGRAM_BOT_TOKEN=f"{number}:ABC", **known)))
            others[-1]("5 coffee")
        for days in range(1, 5):
            made = {looks(one, AT + timedelta(days=days)) for one in (bot, *others)}
            assert made == {AT + timedelta(days=days)}
        assert looks(bot, AT + timedelta(days=9)) == AT + timedelta(days=9)
        assert looks(others[0], AT + timedelta(days=4)) == AT + timedelta(days=9), "one of before is any book's"

    assert [one.name[7:22] for one in care.backups_in(folder)] == ["20261205T030000", "20261130T030000"]
    for number in (77, 5):
        made_by = [one.name for one in care.backups_in(folder, number)]
        assert made_by == [f"budget-{number}-202611{day}T030000Z.db" for day in (30, 29)]
        assert all(care.first_bot(f"sqlite:///{folder / name}") == number for name in made_by)


def test_after_a_failure_the_next_look_tries_again(bot: Say, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder.rmdir()
    assert looks(bot, AT) is None
    assert "The backup failed" in caplog.text
    folder.mkdir()
    assert looks(bot, AT + timedelta(minutes=10)) is None, "a moment later it is still the first one's"
    assert looks(bot, AT + timedelta(hours=1)) == AT + timedelta(hours=1)


def test_a_new_machine_gets_the_book_back(
    bot: Say, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    looks(bot, AT)
    (file,) = care.backups_in(folder)
    machine = tmp_path / "machine"
    machine.mkdir()
    monkeypatch.chdir(machine)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///budget.db")
    assert main(["restore", str(file)]) == 0
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.endswith("Everything adds up.\n")
    with chat(machine) as say:
        assert "tacos" in say("/recent")


@pytest.mark.parametrize(
    ("age", "well", "seen"),
    [
        (None, True, "none is made yet: the first one is made when the program runs"),
        (timedelta(hours=20), True, "the latest is 20 hours old"),
        (timedelta(hours=90), False, "the latest is 90 hours old"),
        (datetime.now(UTC) - datetime(9998, 12, 31, tzinfo=UTC), False, "the latest is of the future: 31 Dec 9998"),
    ],
)
async def test_the_doctor_says_how_old_the_latest_is(
    age: timedelta | None, well: bool, seen: str, tmp_path: Path, folder: Path
) -> None:
    if age is not None:
        moment = datetime.now(UTC) - age
        (folder / f"budget-{moment:%Y%m%dT%H%M%SZ}.db").touch()
    assert await found(settings_for(tmp_path, BACKUP_TO=str(folder))) == (well, seen)
    folder_gone = settings_for(tmp_path, BACKUP_TO=str(tmp_path / "nowhere"))
    assert await found(folder_gone) == (False, "BACKUP_TO: No such file or directory")


async def found(settings: object) -> tuple[bool, str]:
    findings: list[Finding] = [one async for one in examine(settings) if one.what == "backups"]  # type: ignore[arg-type]
    return findings[0].well, findings[0].seen
