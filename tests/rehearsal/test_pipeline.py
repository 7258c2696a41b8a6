"""The road's papers fit each other: workflows, steps, template. What needs the road's tools is in rehearsal/test_template.py."""

import re
import subprocess
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from rehearsal.workflow import Rehearsal
from settings import KNOBS

WORKFLOWS = sorted(Path(".github/workflows").glob("*.yml"))
PIPELINE = yaml.safe_load(Path(".github/workflows/prod-pipeline.yml").read_text())
SCRIPT = Path("deploy/pipeline.sh").read_text()


def steps(workflow: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(name, step) for name, job in workflow["jobs"].items() for step in job["steps"]]


def every(workflow: Path) -> list[dict[str, Any]]:
    return [step for _, step in steps(yaml.safe_load(workflow.read_text()))]


each_workflow = pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)


def test_the_parameters_and_resources_that_the_page_names_are_the_templates() -> None:
    page, template = Path("docs/deploying.md").read_text(), Path("deploy/sam_template.yaml").read_text()
    asked = set(re.findall(r"\b(Stage|Shift|Image|[A-Z][a-z]+(?:[A-Z][a-z]+)+)=", page)) - {
        "CertificateArn",
        "EndpointType",
    }
    of_bootstrap = {"OwnerId", "RepositoryId"}

    assert {"PublicUrl", "AlarmTopic", "ReservedConcurrency", "Shift", "Image"} <= asked
    assert (
        asked - of_bootstrap
        == set(re.findall(r"^  (\w+):\n    Type: (?:String|Number)$", template, re.MULTILINE)) & asked
    )
    (api,) = re.findall(r"--logical-resource-id (\w+)", page)
    assert f"\n  {api}:\n    Type: AWS::ApiGatewayV2::Api\n" in template


@each_workflow
def test_no_expression_stands_inside_a_script(workflow: Path) -> None:
    """What a stranger calls his branch would be run there."""
    assert [step["run"] for step in every(workflow) if "${{" in step.get("run", "")] == []


@each_workflow
def test_every_action_is_pinned_to_a_commit_and_says_its_version(workflow: Path) -> None:
    used = re.findall(r"\buses: (.*)", workflow.read_text())

    assert used
    assert [each for each in used if not re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40} # v[0-9.]+", each)] == []


@each_workflow
def test_nothing_is_permitted_but_what_a_job_asks_for(workflow: Path) -> None:
    found = yaml.safe_load(workflow.read_text())

    assert found["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in found["jobs"].values())


@each_workflow
def test_no_checkout_leaves_the_token_behind(workflow: Path) -> None:
    checkouts = [step for step in every(workflow) if step.get("uses", "").startswith("actions/checkout@")]

    assert checkouts
    assert {step["with"]["persist-credentials"] for step in checkouts} == {False}


def test_the_status_check_is_the_job_build_deploy_and_it_can_not_be_skipped() -> None:
    """A job that is skipped counts as a success: it always runs, and looks what became of all before it."""
    job = PIPELINE["jobs"]["build-deploy"]
    whole, step = job["steps"]

    assert (job["name"], job["if"]) == ("build-deploy", "${{ always() }}")
    assert whole["name"] == "whole-run"
    assert all(f"needs.{name}.result" in step["env"]["RESULTS"] for name in job["needs"])
    assert step["run"] == 'test "$RESULTS" = "success success success success"'
    assert job["needs"] == ["test", "qa", "accept", "production"]


def test_every_job_that_needs_the_tests_refuses_to_run_in_part_and_by_one_text() -> None:
    """GitHub knows anchors, and no merge keys."""
    text = Path(".github/workflows/prod-pipeline.yml").read_text()
    first = [job["steps"][0]["name"] for job in PIPELINE["jobs"].values() if "test" in job.get("needs", ())]

    assert text.count("Choose Re-run all jobs.") == text.count("&whole-run\n") == 1
    assert text.count("- *whole-run\n") + 1 == first.count("whole-run") == 5
    assert "<<:" not in text


def test_only_the_merge_may_write_to_the_repository_and_runs_nothing_of_the_branch() -> None:
    writers = {name for name, job in PIPELINE["jobs"].items() if job["permissions"].get("contents") == "write"}
    step = PIPELINE["jobs"]["merge"]["steps"][-1]

    assert writers == {"merge"}
    assert named("merge") == ["whole-run", "merge"]
    assert PIPELINE["jobs"]["merge"]["needs"] == ["test", "build-deploy"]
    assert step["run"] == 'gh pr merge "$PULL_REQUEST" --squash --match-head-commit "$HEAD_SHA"'
    assert not [each for name, each in steps(PIPELINE) if name in {"build-deploy", "merge", "tell"} and "uses" in each]


def test_a_run_is_never_broken_off() -> None:
    assert not PIPELINE["concurrency"]["cancel-in-progress"]


def test_runs_that_wait_are_kept_and_a_fork_s_waits_with_none() -> None:
    """Without `queue: max` GitHub cancels the one that waits for each that comes, before a job of it starts that could say so."""
    concurrency = PIPELINE["concurrency"]

    def group(repository: str, run: str) -> str:
        event = {"pull_request": {"head": {"repo": {"full_name": repository}}}}
        github = {"event": event, "repository": "somebody/budgetbot", "run_id": run}
        return Rehearsal(cast("Any", None), contexts={"github": github})._written(concurrency)["group"]

    assert concurrency["queue"] == "max"
    assert group("somebody/budgetbot", "1") == group("somebody/budgetbot", "2") == "prod-pipeline"
    assert len({group("stranger/budgetbot", "1"), group("stranger/budgetbot", "2"), "prod-pipeline"}) == 3


def named(job: str) -> list[str]:
    return [step["name"] for name, step in steps(PIPELINE) if name == job]


def test_every_step_of_the_workflow_is_one_of_the_script() -> None:
    jobs = {"test", "qa", "accept", "production", "put-back-prod", "put-back-qa"}
    called = [step["run"] for name, step in steps(PIPELINE) if name in jobs and "run" in step]
    known = {name.replace("_", "-") for name in re.findall(r"^(\w+)\(\) \{", SCRIPT, re.MULTILINE)}
    called = [each for each in called if "fork" not in each and "TESTED_IN" not in each]

    matched = [re.fullmatch(r"deploy/pipeline\.sh ([\w-]+)(?: (?:qa|prod))?", each) for each in called]
    assert all(matched)
    assert {found[1] for found in matched if found} <= known


def test_the_order_is_the_road() -> None:
    assert named("test") == "refuse-forks checkout mergeable install check lint unit report".split()
    assert (
        named("qa")
        == "whole-run checkout install build credentials push remember-qa keep-qa deploy-qa clean report".split()
    )
    assert (
        named("production")
        == (
            "whole-run checkout fetch resume install still-fresh still-mergeable credentials remember-prod keep-prod "
            "deploy-prod smoke-prod "
            "clean-prod report"
        ).split()
    )
    assert named("accept") == "whole-run checkout install accept-qa report".split()
    assert [PIPELINE["jobs"][job].get("needs") for job in ("qa", "accept", "production")] == [
        "test",
        ["test", "qa"],
        ["test", "qa", "accept"],
    ]


def test_a_run_that_is_run_again_in_part_deploys_merges_and_puts_back_nothing() -> None:
    """What the jobs deployed that are not run again is put back by then, and may be another pull request's."""
    jobs = PIPELINE["jobs"]
    assert jobs["test"]["outputs"]["attempt"] == "${{ github.run_attempt }}"
    for name in ("qa", "accept", "production", "build-deploy", "merge"):
        assert "test" in jobs[name]["needs"]
        first = jobs[name]["steps"][0]
        assert first["env"] == {"TESTED_IN": "${{ needs.test.outputs.attempt }}"}
        for tested, refused in (("2", 0), ("1", 1), ("", 1)):
            environment = {"TESTED_IN": tested, "GITHUB_RUN_ATTEMPT": "2"}
            done = subprocess.run(["bash", "-c", first["run"]], env=environment, capture_output=True, check=False)
            assert done.returncode == refused
    assert "test" in jobs["aftermath"]["needs"]
    assert "needs.test.outputs.attempt == github.run_attempt" in jobs["aftermath"]["if"]
    for name in ("put-back-prod", "put-back-qa"):
        assert "aftermath" in jobs[name]["needs"]
        assert "needs.aftermath.outputs.merged == 'no'" in jobs[name]["if"]


def test_what_runs_the_tests_of_a_branch_has_no_way_to_credentials() -> None:
    tokens = {name for name, job in PIPELINE["jobs"].items() if "id-token" in job["permissions"]}
    assert tokens == {"qa", "production", "put-back-prod", "put-back-qa"}
    assert {name: job.get("environment") for name, job in PIPELINE["jobs"].items() if name in tokens} == {
        "qa": "qa",
        "production": "production",
        "put-back-prod": "production",
        "put-back-qa": "qa",
    }
    run = {name for name, step in steps(PIPELINE) if re.search(r" (unit|accept)$", step.get("run", ""))}
    assert run == {"test", "accept"}
    for name in run:
        assert not [step for step in PIPELINE["jobs"][name]["steps"] if "aws-actions" in step.get("uses", "")]


def test_after_a_failure_or_a_cancelled_run_and_only_then_it_is_undone_and_reported() -> None:
    after = {step["name"]: step["if"] for _, step in steps(PIPELINE) if "if" in step}

    assert after.keys() == {"clean", "clean-prod", "report"}
    assert set(after.values()) == {"${{ (failure() || cancelled()) && steps.checkout.outcome == 'success' }}"}
    for job in ("qa", "production"):
        (clean,) = [step["id"] for step in PIPELINE["jobs"][job]["steps"] if step["name"].startswith("clean")]
        assert PIPELINE["jobs"][job]["outputs"]["is"] == f"${{{{ steps.{clean}.outputs.is }}}}"


def test_the_functions_variables_are_settings() -> None:
    """(Its short forms, such as !Ref and !If, are read as what follows them.)"""

    class Loader(yaml.SafeLoader):
        pass

    def plain(loader: Any, _tag: str, node: Any) -> Any:
        match node:
            case yaml.MappingNode():
                return loader.construct_mapping(node, deep=True)
            case yaml.SequenceNode():
                return loader.construct_sequence(node, deep=True)
            case _:
                return loader.construct_scalar(node)

    Loader.add_multi_constructor("!", plain)
    template = yaml.load(Path("deploy/sam_template.yaml").read_text(), Loader)  # noqa: S506 - it is a SafeLoader
    variables = template["Resources"]["App"]["Properties"]["Environment"]["Variables"]

    assert variables.keys() == {"SECRETS_FROM", "PUBLIC_URL", "TELEGRAM_MODE", "LOG_FORMAT"}
    assert variables.keys() <= KNOBS.keys()


def test_every_release_waits_a_week_before_it_is_taken_up() -> None:
    updates = yaml.safe_load(Path(".github/dependabot.yml").read_text())["updates"]

    assert {each["package-ecosystem"] for each in updates} == {"pip", "github-actions", "docker", "docker-compose"}
    assert all(each["cooldown"]["default-days"] >= 7 for each in updates)


def test_the_road_s_lock_has_hashes_and_names_no_registry() -> None:
    lock = Path("deploy/requirements.lock").read_text()

    assert lock.count("--hash=sha256:") > 100
    assert "://" not in lock
