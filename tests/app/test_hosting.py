"""docs/hosting.md is true of the image and of the settings; the app of Home Assistant starts the program with its options."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import yaml

from app.version import VERSION
from settings import KNOBS, WEEKDAYS, load

ROOT = Path(__file__).parent.parent.parent
DOCKERFILE = (ROOT / "Dockerfile").read_text()
SERVER = DOCKERFILE.rpartition("\nFROM ")[2]
PAGE = (ROOT / "docs/hosting.md").read_text()
APP = ROOT / "deploy/home_assistant"
CONFIG = yaml.safe_load((APP / "config.yaml").read_text())
OF_THE_HOSTS = {"RAILWAY_RUN_UID"}


def test_every_setting_that_the_page_names_is_one() -> None:
    named = set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", PAGE)) | set(re.findall(r"`([A-Z]{3,})`", PAGE))

    assert {"TELEGRAM_BOT_TOKEN", "PORT", "DATABASE_URL"} <= named
    assert named - OF_THE_HOSTS <= KNOBS.keys()


def test_the_page_says_of_the_image_what_is_so() -> None:
    table = dict(re.findall(r"^\| (.+?) \| (.+?) \|", PAGE, re.MULTILINE))

    assert SERVER.startswith("runtime AS server"), "the last stage is the server's"
    assert "`server`" in table["the image, or this repository's `Dockerfile`"]
    assert re.findall(r"^EXPOSE (\d+)$", SERVER, re.MULTILINE) == [KNOBS["PORT"].default]
    assert table["port"].startswith(f"{KNOBS['PORT'].default}, or the one that `PORT` names")
    assert "/data" in re.findall(r"^VOLUME (.+)$", SERVER, re.MULTILINE)[0].split()
    assert "sqlite:////data/budget.db" in SERVER
    assert "the image runs as user 10001" in PAGE
    assert "USER 10001:10001" in SERVER
    assert json.loads(re.findall(r"^CMD (.+)$", SERVER, re.MULTILINE)[-1]) == ["run"]


def test_every_path_of_the_page_is_there() -> None:
    paths = re.findall(r"\]\((?!https?:)([^)#]+)\)", PAGE)

    assert len(paths) > 3
    assert [path for path in paths if not (ROOT / "docs" / path).exists()] == []


def test_a_databases_address_as_hosts_give_it_is_taken() -> None:
    environ = {"DATABASE_URL": "postgres://user:password@host.internal:5432/railway?sslmode=disable", "PORT": "10000"}
    settings = load(environ, env_file=None, checks={})

    assert settings.database_url.get_secret_value().startswith("postgresql://user:password@host.internal")
    assert settings.port == 10000


def test_each_option_of_home_assistant_is_a_setting() -> None:
    assert {name.upper() for name in CONFIG["schema"]} <= KNOBS.keys()
    assert [name for name, kind in CONFIG["schema"].items() if not kind.endswith("?")] == list(CONFIG["options"])
    weekdays = re.findall(r"\w+", CONFIG["schema"]["week_starts_on"])[1:]
    assert weekdays == [day.lower() for day in WEEKDAYS]
    assert CONFIG["version"] == VERSION
    assert f"budgetbot:{VERSION}\n" in (APP / "Dockerfile").read_text()
    port = KNOBS["PORT"].default
    assert CONFIG["watchdog"] == f"http://[HOST]:[PORT:{port}]/livez"
    assert CONFIG["ports"].keys() == CONFIG["ports_description"].keys() == {f"{port}/tcp"}


def test_the_options_of_home_assistant_start_the_program(tmp_path: Path) -> None:
    options = {"telegram_bot_token": "123456:ABC", "week_starts_on": "sunday", "currency": "", "locale": None}
    (tmp_path / "options.json").write_text(json.dumps(options))
    show = "import json, os, sys; json.dump({'uid': os.getuid(), **os.environ}, sys.stdout)"
    for _ in range(2):  # the second time the book is there
        done = subprocess.run(
            [sys.executable, str(APP / "start.py"), str(tmp_path), "/usr/bin/env", "python3", "-c", show],
            env={"PATH": os.environ["PATH"], "TZ": "Europe/Zurich", "CURRENCY": "CHF"},
            capture_output=True,
            text=True,
            check=True,
        )
        seen = json.loads(done.stdout)
        (tmp_path / "budgetbot/budget.db").touch()
    as_root = os.getuid() == 0
    settings = load({name: str(text) for name, text in seen.items() if name in KNOBS}, env_file=None, checks={})

    assert seen["uid"] == (10001 if as_root else os.getuid())
    assert settings.database_url.get_secret_value() == f"sqlite:///{tmp_path}/budgetbot/budget.db"
    assert (settings.timezone, settings.week_starts_on, settings.currency) == ("Europe/Zurich", 6, "CHF")
    assert (tmp_path / "budgetbot").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "budgetbot").stat().st_uid == seen["uid"]


def test_the_app_runs_the_program_as_the_image_does() -> None:
    dockerfile = (APP / "Dockerfile").read_text()
    entry, command = (json.loads(found) for found in re.findall(r"^(?:ENTRYPOINT|CMD) (.+)$", dockerfile, re.MULTILINE))
    own = json.loads(re.findall(r"^ENTRYPOINT (.+)$", SERVER, re.MULTILINE)[0])

    assert entry == ["python", "/start.py", "/data", *own]
    assert command == ["run"]
    assert re.findall(r"^COPY (.+) /start.py$", dockerfile, re.MULTILINE) == ["start.py"]
