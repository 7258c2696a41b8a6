"""Backups in a bucket, against a server that speaks S3: made, rotated, restored and verified on a new machine, and each failure."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from app import bucket
from app.backups import back_up_when_due
from app.bucket import Bucket
from app.doctor import examine
from app.environment import CHECKS
from main import main
from settings import SettingsError, load
from storage.care import CareError
from tests.chat import Say, chat, settings_for
from tests.s3_server import HIDDEN, KEY, s3_server

pytest_plugins = ["tests.databases"]

ROOT = Path(__file__).parent.parent.parent
AT = datetime(2026, 11, 26, 3, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def s3() -> Iterator[dict[str, str]]:
    with s3_server() as variables:
        yield variables


@pytest.fixture
def reached(s3: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What this process's environment says of S3."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, text in s3.items():
        monkeypatch.setenv(name, text)


@pytest.fixture
def place(reached: None, request: pytest.FixtureRequest) -> Bucket:  # noqa: ARG001 - it is reached first
    """A new bucket, and a prefix in it."""
    made = bucket.named(f"s3://test-{os.getpid()}-{id(request)}/home/budget")
    assert made is not None
    client_of().create_bucket(Bucket=made.bucket)
    return made


def client_of() -> Any:
    import botocore.session

    make = cast("Callable[..., Any]", botocore.session.get_session().create_client)
    return make("s3", "us-east-1")


def keys(place: Bucket) -> list[str]:
    return [each["Key"] for each in client_of().list_objects_v2(Bucket=place.bucket).get("Contents", ())]


def run(where: Path, url: str, *verb: str, **more: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"DATABASE_URL": url, "LOG_LEVEL": "debug"} | more
    command = [sys.executable, str(ROOT / "main.py"), *verb]
    return subprocess.run(command, cwd=where, env=environment, capture_output=True, text=True, check=False)


def looks(bot: Say, at: datetime) -> datetime | None:
    app = bot.app
    return bot.runner.run(back_up_when_due(app.settings, app.duties, lambda: at))


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("s3://budget", "s3://budget"),
        ("s3://budget/", "s3://budget"),
        ("s3://my.budget-1/home/me", "s3://my.budget-1/home/me"),
        ("s3://my.budget-1/home/me/", "s3://my.budget-1/home/me"),
        ("s3://b", None),
        ("s3://Budget", None),
        ("s3://budget//x", None),
        ("s3://budget/a b", None),
        ("s3://bud..get/a", None),
        ("s3://budget/" + "a" * 900, None),
        ("gs://budget", None),
        ("/var/backups", None),
    ],
)
def test_an_address_names_a_bucket_or_none(address: str, names: str | None) -> None:
    found = bucket.named(address)
    assert (found.address() if found else None) == names


@pytest.mark.parametrize("address", ["s3://Budget", "s3:///budget", "gs://budget/x", "https://budget.s3.amazonaws.com"])
def test_backup_to_names_a_folder_or_a_bucket(address: str) -> None:
    with pytest.raises(SettingsError, match="it must be a folder, or s3://bucket/prefix"):
        load({"BACKUP_TO": address}, env_file=None, checks=CHECKS)
    assert load({"BACKUP_TO": "s3://budget/home"}, env_file=None, checks=CHECKS).backup_to == "s3://budget/home"


@pytest.mark.parametrize(("kind", "new_kind"), [("sqlite", "postgresql"), ("postgresql", "sqlite")])
def test_the_book_is_drilled_from_a_bucket_on_a_new_machine(
    kind: str, new_kind: str, place: Bucket, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Made by the verb, restored into an empty database of each kind, and verified there; no line holds a secret."""
    url: str = request.getfixturevalue(f"{kind}_url")
    with chat(tmp_path, DATABASE_URL=url) as say:
        say("12.50 fun tacos")
        say("paid 1500")
    machine = tmp_path / "machine"
    machine.mkdir()
    there: str = f"sqlite:///{machine}/new.db"
    if new_kind == "postgresql":
        there = request.getfixturevalue("new_postgresql")()
    held = "2 entries in 1 chat\n  expense               12.50 USD\n  paycheck            1500.00 USD\n"

    made = run(tmp_path, url, "backup", place.address())
    (key,) = keys(place)
    address = f"s3://{place.bucket}/{key}"
    assert re.fullmatch(r"home/budget/budget-(\d+-)?\d{8}T\d{6}Z\.db", key)
    assert made.stdout == f"{held}It is in {address}, whole and checked.\n"
    verified = run(machine, there, "verify", address)
    assert verified.stdout == f"{held}Everything in the backup adds up.\n"
    restored = run(machine, there, "restore", address)
    assert restored.stdout.startswith(f"{held}Restored.")
    again = run(machine, there, "verify")
    assert again.stdout == f"{held}Everything adds up.\n"
    said = "".join(done.stdout + done.stderr for done in (made, verified, restored, again))
    assert HIDDEN not in said
    assert KEY not in said
    left = {one.name for folder in (tmp_path, machine) for one in folder.iterdir()}
    assert {name for name in left if not name.startswith("budget.db")} <= {"machine", "new.db", "state"}, (
        "no copy is left"
    )


def test_the_program_makes_them_when_due_and_the_latest_stay(place: Bucket, tmp_path: Path) -> None:
    known = {"BACKUP_TO": place.address(), "BACKUP_EVERY": "12", "BACKUP_KEEP": "2", "ALLOWED_USERS": "*"}
    strange = [f"{place.prefix}budget-notes.db", f"{place.prefix}old/budget-20200101T000000Z.db", "elsewhere.db"]
    for key in strange:
        client_of().put_object(Bucket=place.bucket, Key=key, Body=b"")
    with ExitStack() as stack:
        bots = []
        for number in (5, 77):
            folder = tmp_path / str(number)
            folder.mkdir()
            bots.append(stack.enter_context(chat(folder, AT, TELEGRAM_BOT_TOKEN=f"{number}:ABC", **known)))
            bots[-1]("5 coffee")
        for hours in (0, 1, 12, 24, 36):
            assert looks(bots[0], AT + timedelta(hours=hours)) == AT + timedelta(hours=hours // 12 * 12)
        assert looks(bots[1], AT) == AT, "of two books each keeps its own"
    mine = [f"{place.prefix}budget-5-2026112{moment}Z.db" for moment in ("7T030000", "7T150000")]
    assert sorted(keys(place)) == sorted([*strange, *mine, f"{place.prefix}budget-77-20261126T030000Z.db"])


def test_a_large_book_goes_in_parts(place: Bucket, tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(os.urandom(9 * 2**20))
    place.put(large, "budget-20261126T030000Z.db")
    place.fetch("budget-20261126T030000Z.db", tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == large.read_bytes()
    assert (tmp_path / "back").stat().st_mode & 0o777 == 0o600
    tag = client_of().head_object(Bucket=place.bucket, Key=f"{place.prefix}budget-20261126T030000Z.db")["ETag"]
    assert tag.endswith('-2"'), "two parts"


def test_what_is_there_is_never_replaced(place: Bucket, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Two books without a bot, due in one second, have one name."""
    with ExitStack() as stack:
        bots = []
        for name in ("one", "two"):
            folder = tmp_path / name
            folder.mkdir()
            bots.append(stack.enter_context(chat(folder, BACKUP_TO=place.address())))
            bots[-1]("5 coffee")
        assert looks(bots[0], AT) == AT
        looks(bots[1], AT)
        assert f"The backup failed: {place.address('budget-20261126T030000Z.db')} exists already." in caplog.text
        looks(bots[1], AT + timedelta(hours=1))
    assert len(keys(place)) == 2


def test_a_place_is_no_backup_and_the_latest_there_is_named(
    place: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["restore", place.address()]) == 1
    assert capsys.readouterr().err == f"{place.address()}: there is no backup.\n"
    for name in ("budget-9-20261120T000000Z.db", "budget-20261126T000000Z.db"):
        client_of().put_object(Bucket=place.bucket, Key=place.prefix + name, Body=b"no book")
    latest = place.address("budget-20261126T000000Z.db")
    assert main(["verify", place.address()]) == 1
    assert capsys.readouterr().err == f"{place.address()} is no backup; of 2 there the latest is {latest}\n"
    assert main(["restore", latest]) == 1
    assert "is no book" in capsys.readouterr().err
    assert main(["backup", "s3://Budget"]) == main(["backup", "s3:bucket"]) == 2
    assert capsys.readouterr().err.startswith("s3://Budget is no place: write s3://bucket/prefix\n")
    assert main(["backup", f"{place.address()}", "--keep", "0"]) == 2


def test_without_the_packages_extra_it_is_said() -> None:
    code = (
        "import sys; sys.modules['s3transfer.exceptions'] = None\n"
        "from app import bucket\ntry:\n    bucket.named('s3://budget').names()\nexcept Exception as said: print(said)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "s3://budget: it needs the package's extra `s3`: budgetbot[s3].\n"


FAILURES = {
    "no bucket": ({}, "s3://nowhere-at-all", "there is no such bucket."),
    "no credentials": (
        {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""},
        "",
        "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.",
    ),
    "half of them": ({"AWS_SECRET_ACCESS_KEY": ""}, "", "the AWS credentials are not whole."),
    "no profile": ({"AWS_PROFILE": "nobody"}, "", "there is no such AWS profile: look at AWS_PROFILE."),
    "no server": (
        {"AWS_ENDPOINT_URL_S3": "http://127.0.0.1:9"},
        "",
        "S3 can't be reached; AWS_ENDPOINT_URL_S3 names a server",
    ),
    "no address": ({"AWS_ENDPOINT_URL_S3": "nonsense"}, "", "AWS_ENDPOINT_URL_S3 or AWS_REGION is wrong: no address"),
}


@pytest.mark.parametrize("failure", FAILURES)
async def test_each_failure_is_a_sentence(
    failure: str, place: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables, address, said = FAILURES[failure]
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    findings = [
        one
        async for one in examine(settings_for(tmp_path, BACKUP_TO=address or place.address()))
        if one.what == "backups"
    ]
    (found,) = findings
    assert not found.well
    assert said in found.seen
    assert HIDDEN not in found.seen


def test_a_key_that_the_server_does_not_know_and_one_that_may_not(
    place: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "budget.db"
    file.touch()
    with s3_server(INITIAL_NO_AUTH_ACTION_COUNT="1") as strict:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", strict["AWS_ENDPOINT_URL_S3"])
        client_of().create_bucket(Bucket=place.bucket)
        for ask in (place.names, lambda: place.put(file, "a.db"), lambda: place.fetch("a.db", tmp_path / "b")):
            with pytest.raises(
                CareError, match=r"the server does not know AWS_ACCESS_KEY_ID|the credentials may not do it"
            ):
                ask()
