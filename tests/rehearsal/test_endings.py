"""However a run ends, its pull request is told what is so: the workflow's own conditions and scripts, on each ending."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from rehearsal.workflow import Rehearsal

JOBS = yaml.safe_load(Path(".github/workflows/prod-pipeline.yml").read_text())["jobs"]
WELL = {"result": "success", "outputs": {}}
SKIPPED = {"result": "skipped", "outputs": {}}
TESTED = {"result": "success", "outputs": {"attempt": "1"}}
GONE = {"result": "failure", "outputs": {}}
"""A job whose runner was lost, or whose environment nobody approved: it says nothing."""
CANCELLED = {"result": "cancelled", "outputs": {}}
CLEANED = {"result": "failure", "outputs": {"is": "as-it-was", "why": "deploy: no"}}
FAILED = {"result": "failure", "outputs": {"why": "accept: 1 failed"}}
STUCK = {"result": "failure", "outputs": {"is": "stuck", "why": "deploy: no"}}
NOTHING = {"result": "success", "outputs": {"merged": "no", "qa": "untouched", "prod": "untouched"}}
QA_BEGUN = {"result": "success", "outputs": {"merged": "no", "qa": "begun", "prod": "untouched"}}
BOTH_BEGUN = {"result": "success", "outputs": {"merged": "no", "qa": "begun", "prod": "begun"}}
MERGED = {"result": "success", "outputs": {"merged": "yes", "qa": "begun", "prod": "begun"}}


def run(**needs: Any) -> Rehearsal:
    github = {
        "repository": "somebody/budgetbot",
        "server_url": "https://github.com",
        "run_id": "9",
        "run_attempt": "1",
        "token": "stand-in",
        "event": {"pull_request": {"head": {"repo": {"full_name": "somebody/budgetbot"}}}},
    }
    named = {name.replace("_", "-"): job for name, job in needs.items()}
    return Rehearsal(cast("Any", None), contexts={"github": github, "needs": named})


def told(ended: Rehearsal, folder: Path) -> str:
    """Run the script of `tell`, and return the comment."""
    (step,) = JOBS["tell"]["steps"]
    (folder / "gh").write_text('#!/bin/sh\nprintf "%s" "$5"\n')
    (folder / "gh").chmod(0o755)
    environment = {
        **ended._written(step["env"]),
        "PULL_REQUEST": "https://x/pull/7",
        "PATH": f"{folder}:{os.environ['PATH']}",
    }
    script = ["bash", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(script, env=environment, capture_output=True, text=True, check=True).stdout


AS_THEY_WERE = "Both stacks are as they were."
ENDINGS = [  # test, qa, accept, production, merge, aftermath; whether production and QA are put back; what is said
    (
        TESTED,
        WELL,
        WELL,
        GONE,
        SKIPPED,
        BOTH_BEGUN,
        True,
        True,
        "Not merged: the job production failed and says no more",
    ),
    (TESTED, WELL, WELL, GONE, SKIPPED, QA_BEGUN, False, True, "its runner was lost, or nobody approved it"),
    (
        TESTED,
        WELL,
        WELL,
        CANCELLED,
        SKIPPED,
        QA_BEGUN,
        False,
        True,
        "the run was cancelled, or took too long, at the job production",
    ),
    (TESTED, WELL, WELL, CLEANED, SKIPPED, BOTH_BEGUN, False, True, "Not merged: deploy: no"),
    (TESTED, WELL, WELL, STUCK, SKIPPED, BOTH_BEGUN, True, True, "Not merged: deploy: no"),
    (TESTED, GONE, SKIPPED, SKIPPED, SKIPPED, QA_BEGUN, False, True, "Not merged: the job qa failed and says no more"),
    (TESTED, CLEANED, SKIPPED, SKIPPED, SKIPPED, QA_BEGUN, False, False, "Not merged: deploy: no"),
    (TESTED, WELL, WELL, WELL, GONE, BOTH_BEGUN, True, True, "Not merged: the merge was refused"),
    (
        TESTED,
        WELL,
        WELL,
        WELL,
        CANCELLED,
        BOTH_BEGUN,
        True,
        True,
        "the run was cancelled, or took too long, at the job merge",
    ),
    (CLEANED, SKIPPED, SKIPPED, SKIPPED, SKIPPED, NOTHING, False, False, "Not merged: deploy: no"),
    (CANCELLED, SKIPPED, SKIPPED, SKIPPED, SKIPPED, SKIPPED, False, False, "at the job test"),
    (TESTED, WELL, FAILED, SKIPPED, SKIPPED, QA_BEGUN, False, True, "Not merged: accept: 1 failed"),
    (TESTED, WELL, GONE, SKIPPED, SKIPPED, QA_BEGUN, False, True, "Not merged: the job accept failed and says no more"),
]


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_was_begun_is_put_back_and_the_reason_is_the_one(tmp_path: Path, ending: Any) -> None:
    *jobs, prod_back, qa_back, said = ending
    merge = jobs[4]
    ended = run(**dict(zip(("test", "qa", "accept", "production", "merge", "aftermath"), jobs, strict=True)))
    assert ended._holds(JOBS["put-back-prod"]["if"], "failure") is prod_back
    ended.contexts["needs"]["put-back-prod"] = WELL if prod_back else SKIPPED
    assert ended._holds(JOBS["put-back-qa"]["if"], "failure") is qa_back
    ended.contexts["needs"]["put-back-qa"] = WELL if qa_back else SKIPPED

    comment = told(ended, tmp_path)
    assert said in comment
    assert AS_THEY_WERE in comment
    assert ("the merge was refused" in comment) is (merge is GONE)


@pytest.mark.parametrize(("back", "production_is"), [(GONE, "failure"), (CANCELLED, "cancelled"), (SKIPPED, "")])
def test_a_stack_that_nobody_put_back_is_not_said_to_be_as_it_was(
    tmp_path: Path, back: Any, production_is: str
) -> None:
    needs = {"test": TESTED, "qa": WELL, "accept": WELL, "production": GONE, "merge": SKIPPED, "aftermath": BOTH_BEGUN}
    ended = run(**needs, put_back_prod=back, put_back_qa=WELL)
    comment = told(ended, tmp_path)

    assert AS_THEY_WERE not in comment
    assert "A stack could NOT be put back (QA: true, production: false)" in comment
    asked = JOBS["put-back-qa"]["steps"][-1]["env"]
    assert ended._written(asked) == {"PRODUCTION_IS": production_is}


def test_where_github_does_not_say_what_became_of_it_nothing_is_touched_and_nothing_claimed(tmp_path: Path) -> None:
    ended = run(test=TESTED, qa=WELL, accept=WELL, production=WELL, merge=GONE, aftermath=GONE)
    for job in ("put-back-prod", "put-back-qa"):
        assert not ended._holds(JOBS[job]["if"], "failure")
        ended.contexts["needs"][job] = SKIPPED

    assert AS_THEY_WERE not in told(ended, tmp_path)


@pytest.mark.parametrize("merge", [GONE, CANCELLED])
def test_a_merge_that_took_place_keeps_its_deployment_however_its_job_ended(tmp_path: Path, merge: Any) -> None:
    ended = run(test=TESTED, qa=WELL, accept=WELL, production=WELL, merge=merge, aftermath=MERGED)
    for job in ("put-back-prod", "put-back-qa"):
        assert not ended._holds(JOBS[job]["if"], "failure")
        ended.contexts["needs"][job] = SKIPPED

    comment = told(ended, tmp_path)
    assert comment.startswith("Merged, though ")
    assert "Not merged" not in comment


def test_of_a_run_that_is_run_again_in_part_nothing_else_is_claimed(tmp_path: Path) -> None:
    ended = run(
        test=TESTED,
        qa=WELL,
        accept=WELL,
        production=WELL,
        merge=GONE,
        aftermath=SKIPPED,
        put_back_prod=SKIPPED,
        put_back_qa=SKIPPED,
    )
    ended.contexts["github"]["run_attempt"] = "2"
    assert not ended._holds(JOBS["aftermath"]["if"], "failure")

    comment = told(ended, tmp_path)
    assert "only some jobs of the run were run again" in comment
    assert AS_THEY_WERE not in comment


@pytest.mark.skipif(shutil.which("jq") is None, reason="jq is missing, which GitHub's machines have")
@pytest.mark.parametrize(
    ("state", "kept", "found"),
    [
        ("OPEN", ["kept-qa-1"], {"qa=begun", "prod=untouched", "merged=no"}),
        ("MERGED", ["kept-qa-1", "kept-prod-1"], {"qa=begun", "prod=begun", "merged=yes"}),
        ("CLOSED", ["kept-prod-2", "other"], {"qa=untouched", "prod=untouched", "merged=no"}),
    ],
)
def test_what_a_run_kept_and_whether_it_is_merged_is_asked_of_github(
    tmp_path: Path, state: str, kept: list[str], found: set[str]
) -> None:
    (step,) = JOBS["aftermath"]["steps"]
    names = ",".join(f'{{"name":"{name}"}}' for name in kept)
    (tmp_path / "gh").write_text(
        f"""#!/bin/sh
case $1 in pr) echo '{{"state":"{state}"}}' ;; api) echo '{{"artifacts":[{names}]}}' ;; esac
"""
    )
    (tmp_path / "gh").chmod(0o755)
    environment = {
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
        "GITHUB_OUTPUT": str(tmp_path / "out"),
        "PULL_REQUEST": "https://x/pull/7",
        "GITHUB_REPOSITORY": "somebody/budgetbot",
        "GITHUB_RUN_ID": "9",
        "GITHUB_RUN_ATTEMPT": "1",
    }
    subprocess.run(["bash", "-eo", "pipefail", "-c", step["run"]], env=environment, check=True)

    assert set((tmp_path / "out").read_text().split()) == found


@pytest.mark.parametrize(
    ("status", "failed", "why"),
    [
        ("cancelled", None, "the run was cancelled, or took too long, after or in the step deploy prod"),
        ("failure", "deploy prod: no room", "deploy prod: no room"),
        ("failure", None, "a step outside of pipeline.sh failed, see the run"),
    ],
)
def test_a_step_that_is_cancelled_is_not_one_that_failed(
    tmp_path: Path, status: str, failed: str | None, why: str
) -> None:
    kept = tmp_path / ".road/9-1"
    kept.mkdir(parents=True)
    (tmp_path / "deploy").mkdir()
    shutil.copy("deploy/pipeline.sh", tmp_path / "deploy")
    (kept / "at").write_text("deploy prod\n")
    if failed:
        (kept / "failed").write_text(failed)
    told_in = {"GITHUB_OUTPUT": str(tmp_path / "out"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary")}
    environment = {
        "PATH": os.environ["PATH"],
        "GITHUB_RUN_ID": "9",
        "GITHUB_RUN_ATTEMPT": "1",
        "STATUS": status,
        **told_in,
    }
    subprocess.run([tmp_path / "deploy/pipeline.sh", "report"], env=environment, check=True)

    assert (tmp_path / "out").read_text() == f"why={why}\n"
    assert why in (tmp_path / "summary").read_text()
