"""What GitHub would refuse to merge is refused before it is deployed: pipeline.sh with a `gh` that tells of a pull request."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(shutil.which("jq") is None, reason="jq is missing, which GitHub's machines have")

FINE = {
    "state": "OPEN",
    "isDraft": False,
    "mergeable": "MERGEABLE",
    "reviewDecision": "",
    "headRefOid": "abc",
    "files": [{"path": "bot/reply.py"}],
}
WORKFLOW = {"files": [{"path": "README.md"}, {"path": ".github/workflows/check.yml"}]}


def refused(folder: Path, changed: dict[str, Any], **environment: str) -> str:
    """Return why the step refuses a pull request, nothing where it does not."""
    (folder / "deploy").mkdir()
    shutil.copy("deploy/pipeline.sh", folder / "deploy")
    (folder / "pull-request.json").write_text(json.dumps(FINE | changed))
    (folder / "gh").write_text(f"#!/bin/sh\ncat '{folder}/pull-request.json'\n")
    (folder / "gh").chmod(0o755)
    known = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PULL_REQUEST": "https://x/pull/7",
        "HEAD_SHA": "abc",
        "PATIENCE": "0",
    }
    done = subprocess.run(
        [folder / "deploy/pipeline.sh", "mergeable"],
        env=known | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode == 0) is (done.stdout == ""), done.stderr
    return done.stdout


YES = {"MAY_CHANGE_WORKFLOWS": "yes", "STARTED_BY": "somebody"}
DEPENDABOT = {"MAY_CHANGE_WORKFLOWS": "yes", "STARTED_BY": "dependabot[bot]"}


@pytest.mark.parametrize(
    ("changed", "environment", "why"),
    [
        ({"state": "CLOSED"}, {}, "not open"),
        ({"isDraft": True}, {}, "a draft"),
        ({"headRefOid": "def"}, {}, "newer commit"),
        ({"mergeable": "CONFLICTING"}, {}, "(conflicting)"),
        ({"mergeable": "UNKNOWN"}, {}, "(unknown)"),
        ({"reviewDecision": "REVIEW_REQUIRED"}, {}, "lacks a review"),
        (WORKFLOW, {"STARTED_BY": "somebody"}, "docs/deploying.md tells how MERGE_TOKEN may"),
        (WORKFLOW, DEPENDABOT, "a run that Dependabot starts gets no MERGE_TOKEN"),
        (WORKFLOW, {"STARTED_BY": "dependabot[bot]"}, "a run that Dependabot starts gets no MERGE_TOKEN"),
    ],
)
def test_what_could_not_be_merged_is_refused_with_the_reason(
    tmp_path: Path, changed: dict[str, Any], environment: dict[str, str], why: str
) -> None:
    assert why in refused(tmp_path, changed, **environment)


@pytest.mark.parametrize(
    ("changed", "environment"), [({}, {}), ({}, DEPENDABOT), (WORKFLOW, YES), ({"reviewDecision": "APPROVED"}, {})]
)
def test_what_can_be_merged_goes_on(tmp_path: Path, changed: dict[str, Any], environment: dict[str, str]) -> None:
    assert refused(tmp_path, changed, **environment) == ""


def test_both_looks_know_who_started_the_run() -> None:
    workflow = Path(".github/workflows/prod-pipeline.yml").read_text()
    assert workflow.count("pipeline.sh mergeable\n") == workflow.count("STARTED_BY: ${{ github.actor }}") == 2
