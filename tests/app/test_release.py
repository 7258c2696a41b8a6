"""A release: the wheel runs in an empty environment, the same commit gives the same bytes, and a tag must be the version."""

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from app.version import VERSION
from settings import load

ROOT = Path(__file__).parent.parent.parent


def release(dist: Path, *step: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["deploy/release.sh", *step],
        cwd=ROOT,
        env=os.environ | {"DIST": str(dist)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_runs_in_an_empty_environment_and_is_the_same_each_time(tmp_path: Path) -> None:
    built = []
    for name in ("one", "other"):
        done = release(tmp_path / name, "build")
        assert done.returncode == 0, done.stderr
        built.append(
            {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in (tmp_path / name).glob("budget*")}
        )
    assert built[0] == built[1]
    assert built[0].keys() == {f"budgetbot-{VERSION}-py3-none-any.whl", f"budgetbot-{VERSION}.tar.gz"}

    names = zipfile.ZipFile(tmp_path / f"one/budgetbot-{VERSION}-py3-none-any.whl").namelist()
    assert not [name for name in names if name.startswith(("tests", "rehearsal", "bench", "deploy"))]
    assert {"languages/de/messages.mo", "web/style.css", "storage/migrations/env.py"} <= set(names)

    tried = release(tmp_path / "one", "try")
    assert tried.returncode == 0, tried.stderr
    assert tried.stdout.startswith(f"budgetbot {VERSION}\n✓ $12.50 tacos\n")
    assert "WRONG" not in tried.stdout


def test_a_tag_that_is_not_the_version_is_refused(tmp_path: Path) -> None:
    done = release(tmp_path, "notes", "v99.0.0")
    assert (done.returncode, done.stderr) == (1, f"The tag is v99.0.0, and app/version.py says {VERSION}\n")


def test_a_release_has_notes(tmp_path: Path) -> None:
    done = release(tmp_path, "notes", f"v{VERSION}")
    has_heading = re.search(rf"^## {re.escape(VERSION)}\b", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    if has_heading:
        assert (tmp_path / "notes.md").read_text().strip()
    else:
        assert (done.returncode, done.stderr) == (1, f'CHANGELOG.md has no "## {VERSION}"\n')


def test_the_unit_starts_what_its_head_installs_and_may_write_where_it_says() -> None:
    text = (ROOT / "deploy/budgetbot.service").read_text()
    said = dict(re.findall(r"(UV_\w+)=(\S+)", text))
    unit = dict(re.findall(r"^(\w+)=(.*)$", text, re.MULTILINE))
    environment = dict(pair.split("=", 1) for pair in unit["Environment"].split())

    assert unit["ExecStart"] == f"{said['UV_TOOL_BIN_DIR']}/budgetbot run"
    assert unit["ProtectHome"] == "yes"
    assert not [path for path in said.values() if path.startswith(("/root", "/home"))]
    assert unit["ProtectSystem"] == "strict"
    states = {f"/var/lib/{name}" for name in unit["StateDirectory"].split()}
    assert {environment["STATE_DIR"], environment["BACKUP_TO"]} == states
    settings = load(environment, env_file=None, checks={})
    assert settings.database_url.get_secret_value() == f"sqlite:///{environment['STATE_DIR']}/budget.db"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
def test_systemd_takes_the_unit_and_finds_it_well_shut_in(tmp_path: Path) -> None:
    unit = tmp_path / "budgetbot.service"
    text = (ROOT / "deploy/budgetbot.service").read_text()
    unit.write_text(text.replace("/usr/local/bin/budgetbot", "/bin/true"))
    for verb in (["verify", "--recursive-errors=no"], ["security", "--offline=true", "--threshold=30"]):
        done = subprocess.run(["systemd-analyze", *verb, str(unit)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
