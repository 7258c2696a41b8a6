"""What GitHub would refuse to merge is refused before it is deployed: pipeline.sh with a `gh` that tells of a pull request."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.skipif(shutil.which("jq") is None, reason="jq is missing, which GitHub's machines have")

FINE: dict[str, Any] = {
    "state": "OPEN",
    "isDraft": False,
    "mergeable": "MERGEABLE",
    "mergeStateStatus": "BLOCKED",
    "reviewDecision": "",
    "headRefOid": "abc",
    "changedFiles": 1,
    "files": [["bot/reply.py"]],
}
"""`files` is what the list of files says, by pages of a hundred; the rest is of `gh pr view`."""
WORKFLOW = {"files": [["README.md"], [".github/workflows/check.yml"]], "changedFiles": 2}
MANY: list[list[str]] = [[f"docs/{n}.md"] for n in range(150)]


GH = """#!/bin/sh
case "$1 $2" in
'pr view') cat pull-request.json ;;
'pr checks') [ -s checks.json ] || { echo "no required checks reported on the 'x' branch" >&2; exit 1; }; cat checks.json; exit 8 ;;
'api --paginate') [ "$3" = 'repos/a/b/pulls/7/files?per_page=100' ] && cat files.jsonl ;;
'repo view') echo '{"squashMergeAllowed": '"${SQUASH:-true}"'}' ;;
'api repos/a/b/rules/branches/main') cat rules.json ;;
'api repos/a/b/compare/main...abc') echo '{"behind_by": '"${BEHIND:-0}"'}' ;;
*) exit 9 ;;
esac
"""


def refused(folder: Path, changed: dict[str, Any], checks: Any = None, rules: Any = (), **environment: str) -> str:
    """Return why the step refuses a pull request, nothing where it does not."""
    (folder / "deploy").mkdir()
    shutil.copy("deploy/pipeline.sh", folder / "deploy")
    told = FINE | changed
    (folder / "files.jsonl").write_text("".join(f"{json.dumps(names)}\n" for names in told["files"]))
    (folder / "pull-request.json").write_text(json.dumps({name: told[name] for name in told if name != "files"}))
    (folder / "checks.json").write_text(json.dumps(checks) if checks is not None else "")
    (folder / "rules.json").write_text(json.dumps(rules))
    (folder / "gh").write_text(GH)
    (folder / "gh").chmod(0o755)
    known = {
        "PATH": f"{folder}:{os.environ['PATH']}",
        "PULL_REQUEST": "https://x/pull/7",
        "GITHUB_REPOSITORY": "a/b",
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
        ({"files": [*MANY, [".github/workflows/x.yml"]], "changedFiles": 151}, {}, "MERGE_TOKEN may"),
        ({"files": [["x.yml", ".github/workflows/x.yml"]]}, {}, "MERGE_TOKEN may"),
        ({"files": MANY, "changedFiles": 3001}, YES, "changes 3001 files, and GitHub lists 150 of them"),
        (WORKFLOW, DEPENDABOT, "a run that Dependabot starts gets no MERGE_TOKEN"),
        (WORKFLOW, {"STARTED_BY": "dependabot[bot]"}, "a run that Dependabot starts gets no MERGE_TOKEN"),
    ],
)
def test_what_could_not_be_merged_is_refused_with_the_reason(
    tmp_path: Path, changed: dict[str, Any], environment: dict[str, str], why: str
) -> None:
    assert why in refused(tmp_path, changed, **environment)


@pytest.mark.parametrize(
    ("changed", "environment"),
    [
        ({}, {}),
        ({"files": MANY, "changedFiles": 150}, {}),
        ({}, DEPENDABOT),
        (WORKFLOW, YES),
        ({"reviewDecision": "APPROVED"}, {}),
    ],
)
def test_what_can_be_merged_goes_on(tmp_path: Path, changed: dict[str, Any], environment: dict[str, str]) -> None:
    assert refused(tmp_path, changed, **environment) == ""


def test_both_looks_know_who_started_the_run() -> None:
    workflow = Path(".github/workflows/prod-pipeline.yml").read_text()
    assert workflow.count("pipeline.sh mergeable\n") == workflow.count("STARTED_BY: ${{ github.actor }}") == 2


def check(name: str, bucket: str) -> dict[str, str]:
    return {"name": name, "bucket": bucket}


UP_TO_DATE = [{"type": "required_status_checks", "parameters": {"strict_required_status_checks_policy": True}}]
REBASE_ALONE = [{"type": "pull_request", "parameters": {"allowed_merge_methods": ["rebase"]}}]
SQUASH_TOO = [
    {"type": "pull_request", "parameters": {"allowed_merge_methods": ["rebase", "squash"]}},
    {"type": "deletion"},
]


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"rules": [{"type": "merge_queue", "parameters": {}}]}, "main has a merge queue"),
        ({"rules": REBASE_ALONE}, "a squash merge is not allowed"),
        ({"SQUASH": "false"}, "a squash merge is not allowed"),
        ({"rules": UP_TO_DATE, "BEHIND": "2"}, "main has moved on"),
        ({"changed": {"mergeStateStatus": "BEHIND"}}, "main has moved on"),
        (
            {"checks": [check("lint", "pass"), check("check (3.11)", "fail")]},
            "the check check (3.11), which has failed",
        ),
        ({"checks": [check("lint", "cancel")]}, "the check lint, which has failed"),
        ({"checks": [check("lint", "pending")], "EVERY_CHECK": "ended"}, "the check lint, which has not ended"),
    ],
)
def test_what_the_rules_of_main_would_refuse_is_refused_before_it_is_deployed(
    tmp_path: Path, about: dict[str, Any], why: str
) -> None:
    assert why in refused(tmp_path, **({"changed": {}} | about))


@pytest.mark.parametrize(
    "about",
    [
        {"rules": SQUASH_TOO},
        {"rules": UP_TO_DATE},
        {"checks": [check("build-deploy", "pending"), check("lint", "pass")], "EVERY_CHECK": "ended"},
        {"checks": [check("build-deploy", "fail"), check("lint", "pending")]},
    ],
)
def test_what_they_allow_goes_on_and_the_pipeline_does_not_wait_for_itself(
    tmp_path: Path, about: dict[str, Any]
) -> None:
    assert refused(tmp_path, changed={}, **about) == ""


def test_before_production_every_check_must_have_ended() -> None:
    jobs = yaml.safe_load(Path(".github/workflows/prod-pipeline.yml").read_text())["jobs"]
    (asked,) = [step["env"] for step in jobs["production"]["steps"] if step["name"] == "still-mergeable"]
    assert asked["EVERY_CHECK"] == "ended"
    for name in ("test", "production"):
        assert {"checks", "pull-requests", "statuses"} <= jobs[name]["permissions"].keys()
