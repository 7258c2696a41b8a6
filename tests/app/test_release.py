"""A release: the wheel runs in an empty environment, the same commit gives the same bytes, and a tag must be the version."""

import hashlib
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml

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


NUMBERED = ["app/version.py", "Dockerfile", "deploy/home_assistant/config.yaml", "deploy/home_assistant/Dockerfile"]


def test_a_new_number_is_written_wherever_the_version_stands(tmp_path: Path) -> None:
    """In a checkout of its own, for the script works on the one that it lies in."""
    for name in [*NUMBERED, "CHANGELOG.md", "deploy/release.sh"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    before = {name: (tmp_path / name).read_text() for name in [*NUMBERED, "CHANGELOG.md"]}

    for wrong in ("v12.0.3", "12.0"):
        assert subprocess.run([tmp_path / "deploy/release.sh", "number", wrong], check=False).returncode == 1
    subprocess.run([tmp_path / "deploy/release.sh", "number", "12.0.3"], check=True)

    for name in NUMBERED:
        assert before[name].count(VERSION) == 1, name
        assert (tmp_path / name).read_text() == before[name].replace(VERSION, "12.0.3"), name
    changelog = before["CHANGELOG.md"].replace("## Unreleased\n", "## 12.0.3\n")
    assert (tmp_path / "CHANGELOG.md").read_text() == changelog


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


def joined(folder: Path, inspected: str) -> "subprocess.CompletedProcess[str]":
    """Join two images, by a stand-in for docker that says this digest and notes what it was asked."""
    (folder / "docker").write_text(
        f'#!/bin/sh\necho "$@" >>"{folder}/asked"\ncase $3 in inspect) echo "{inspected}" ;; esac\n'
    )
    (folder / "docker").chmod(0o755)
    for machine in ("x86_64", "aarch64"):
        (folder / f"image-{machine}").write_text(f"registry.example.org/owner/budgetbot@sha256:{machine}\n")
    (folder / "notes.md").write_text("- A line of the changelog.\n")
    return subprocess.run(
        ["deploy/release.sh", "join", "registry.example.org/owner/budgetbot", "1.2.3"],
        cwd=ROOT,
        env=os.environ
        | {
            "DIST": str(folder),
            "PATH": f"{folder}:{os.environ['PATH']}",
            "GITHUB_OUTPUT": str(folder / "output"),
            "GITHUB_REPOSITORY": "owner/budgetbot",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_notes_name_the_image_by_its_digest_and_tell_how_it_is_verified(tmp_path: Path) -> None:
    digest = f"sha256:{'5f' * 32}"
    done = joined(tmp_path, digest)

    assert done.returncode == 0, done.stderr
    created, _ = (tmp_path / "asked").read_text().splitlines()
    assert created.startswith("buildx imagetools create --tag registry.example.org/owner/budgetbot:1.2.3 registry")
    assert created.count("@sha256:") == 2
    assert (tmp_path / "output").read_text() == f"digest={digest}\n"
    notes = (tmp_path / "notes.md").read_text()
    assert notes.startswith("- A line of the changelog.\n\n### The image\n")
    assert f"\n    BUDGETBOT_IMAGE=registry.example.org/owner/budgetbot:1.2.3@{digest}\n" in notes
    verified = f"    gh attestation verify oci://registry.example.org/owner/budgetbot@{digest} --repo owner/budgetbot"
    assert notes.count(verified) == 2


def test_an_image_without_a_digest_is_not_announced(tmp_path: Path) -> None:
    done = joined(tmp_path, "<no value>")

    assert (done.returncode, (tmp_path / "notes.md").read_text()) == (1, "- A line of the changelog.\n")
    assert "says no digest" in done.stderr


def test_the_image_is_attested_by_the_digest_that_was_joined_before_anything_is_announced() -> None:
    steps = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text())["jobs"]["publish"]["steps"]
    names = [step.get("name") for step in steps]
    attested = [step["with"] for step in steps if step.get("uses", "").startswith("actions/attest@")]

    assert names.index("join") < names.index("attest-image") < names.index("attest-contents") < names.index("release")
    assert [one.get("subject-digest") for one in attested] == [None, *["${{ steps.join.outputs.digest }}"] * 2]
    assert [one.get("sbom-path") for one in attested] == [None, None, "dist/sbom.json"]
    assert steps[names.index("release")]["run"].split()[-1] == "compose.yaml"


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
