"""GitHub's part of a rehearsal: the workflow's jobs, steps and conditions, run as GitHub runs them."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rehearsal.expand import bootstrapped
from rehearsal.stand_ins import REGION
from rehearsal.world import World, Wrong, output, wait

WORKFLOW = Path(".github/workflows/prod-pipeline.yml")
REPOSITORY = "somebody/budgetbot"
PULL_REQUEST = f"https://github.com/{REPOSITORY}/pull/7"
ROLE = "arn:aws:iam::123456789012:role/budgetbot-deploy-{}"
BOUNDARY = "arn:aws:iam::123456789012:policy/budgetbot-boundary-{}"
_ENDED = {"FAILED": "failure", "CANCELLED": "cancelled"}


@dataclass
class Rehearsal:
    """One run of the workflow. ``rows`` tells of each step: its job, name, outcome, seconds.

    ``fail_at``, ``cancel_at`` and ``lose_at`` name a step as `job/step`. One that is cancelled is interrupted in its middle; with
    one that is lost goes its runner: nothing of the job runs any more, and it has no outputs. ``merged`` is a merge that takes
    place although the step that asks for it fails. Steps named in ``already`` are not run again.
    """

    world: World
    fail_at: str | None = None
    cancel_at: str | None = None
    fork: bool = False
    already: str = ""
    lose_at: str | None = None
    merged: bool = False
    rows: list[tuple[str, str, str, float]] = field(default_factory=list)
    contexts: dict[str, Any] = field(default_factory=dict)
    identity: str = field(default_factory=lambda: str(time.time_ns()))
    attempt: int = 1
    _needed: frozenset[str] | None = None

    def run(self) -> None:
        """Run all jobs, in the order in which they need each other."""
        self.world.runs += 1
        self.contexts = {"github": self._github(), "vars": self._vars(), "needs": {}, "secrets": self._secrets()}
        (self.world.folder / "pull-request.json").write_text(json.dumps(self._pull_request()))
        self._run(_workflow()["jobs"])

    def run_failed_again(self) -> None:
        """Run what "Re-run failed jobs" runs: failed and cancelled jobs, and those that need them. Others keep their outputs."""
        jobs, results = _workflow()["jobs"], self.contexts["needs"]
        again = {name for name in jobs if results[name]["result"] in _ENDED.values()}
        while more := {name for name, job in jobs.items() if again & set(_listed(job.get("needs")))} - again:
            again |= more
        self.attempt += 1
        self.contexts["github"]["run_attempt"] = str(self.attempt)
        self.fail_at = self.cancel_at = self.lose_at = None
        self.rows.clear()
        self._run({name: jobs[name] for name in jobs if name in again})

    def _run(self, jobs: Mapping[str, Any]) -> None:
        waiting, env = dict(jobs), _workflow().get("env", {})
        while waiting:
            name = next(name for name, job in waiting.items() if not set(_listed(job.get("needs"))) & waiting.keys())
            self._needed = frozenset(_listed(waiting[name].get("needs")))
            self._job(name, waiting.pop(name), env)

    def outcome(self, step: str) -> str:
        """Return how a step, `job/step`, ended."""
        return next(outcome for job, name, outcome, _ in self.rows if f"{job}/{name}" == step)

    @property
    def ended_at(self) -> str | None:
        """The step at which the run is to end, one way or the other."""
        return "test/refuse-forks" if self.fork else self.fail_at or self.cancel_at or self.lose_at

    def _pull_request(self) -> dict[str, Any]:
        """Return what `gh pr view --json` tells of the pull request."""
        head = self.contexts["github"]["event"]["pull_request"]["head"]["sha"]
        return {
            "state": "OPEN",
            "isDraft": self.fail_at == "test/mergeable",
            "mergeable": "MERGEABLE",
            "mergeStateStatus": "BLOCKED",
            "reviewDecision": "",
            "headRefOid": head,
            "changedFiles": 1,
        }

    def _github(self) -> dict[str, Any]:
        number = self.world.runs
        head = {"repo": {"full_name": "stranger/budgetbot" if self.fork else REPOSITORY}, "sha": _sha(f"head {number}")}
        return {
            "event": {"pull_request": {"head": head, "html_url": PULL_REQUEST}},
            "repository": REPOSITORY,
            "actor": "somebody",
            "server_url": "https://github.com",
            "run_id": self.identity,
            "run_attempt": str(self.attempt),
            "token": "stand-in",
        }

    def _secrets(self) -> dict[str, str]:
        held = self.world.cloud.parameters
        return {
            "MERGE_TOKEN": "",
            "WEBHOOK_SECRET": held["/budgetbot/qa/TELEGRAM_WEBHOOK_SECRET"],
            "ACCEPTANCE_USER": held["/budgetbot/qa/ALLOWED_USERS"],
        }

    def _vars(self) -> dict[str, str]:
        return {
            "AWS_REGION": REGION,
            "IMAGE_REPOSITORY": self.world.repository,
            **{f"{stage}_PERMISSIONS_BOUNDARY": BOUNDARY.format(stage.lower()) for stage in ("QA", "PROD")},
            **{f"{stage}_CLOUDFORMATION_ROLE_ARN": "" for stage in ("QA", "PROD")},
            **{f"{stage}_DEPLOY_ROLE_ARN": ROLE.format(stage.lower()) for stage in ("QA", "PROD")},
            "MERGE_TOKEN_MAY_CHANGE_WORKFLOWS": "",
            "QA_PARAMETERS": "LogRetentionDays=7",
            "PROD_PARAMETERS": "ReservedConcurrency=10",
        }

    def _job(self, name: str, job: Mapping[str, Any], env: Mapping[str, str]) -> None:
        before = [self.contexts["needs"][each]["result"] for each in _listed(job.get("needs"))]
        status = next((one for one in ("failure", "cancelled", "skipped") if one in before), "success")
        if not self._holds(job.get("if"), status):
            self.contexts["needs"][name] = {"result": "skipped", "outputs": {}}
            self.rows.append((name, "(job)", "skipped", 0.0))
            return
        shutil.rmtree(f".road/{self.identity}-{self.attempt}", ignore_errors=True)  # each job has a machine of its own
        base = self.world.environment | self._written(env) | self._written(job.get("env", {})) | self._runner()
        self.contexts["steps"] = {
            each["id"]: {"outcome": "skipped", "outputs": {}} for each in job["steps"] if "id" in each
        }
        status = "success"
        for step in job["steps"]:
            self.contexts["job"] = {"status": status}
            if not self._holds(step.get("if"), status):
                self.rows.append((name, step["name"], "not run", 0.0))
                continue
            begin = time.monotonic()
            if "uses" in step:
                outcome, outputs = "stood in", dict[str, str]()
                self._carry_artifact(step)
                if step["uses"].startswith("aws-actions/configure-aws-credentials@"):
                    self._hold_trusted(job, self._written(step["with"])["role-to-assume"])
                    base |= self.world.credentials
            else:
                outcome, outputs = self._step(name, step, base)
            if "id" in step:
                ended = _ENDED.get(outcome, "success")
                self.contexts["steps"][step["id"]] = {"outcome": ended, "outputs": outputs}
            status = _ENDED.get(outcome, status)
            self.rows.append((name, step["name"], outcome, time.monotonic() - begin))
            if outcome == "LOST":
                self.contexts["needs"][name] = {"result": "failure", "outputs": {}}
                return
        outputs = self._written(job.get("outputs", {}))
        self.contexts["needs"][name] = {"result": status, "outputs": outputs}

    def _carry_artifact(self, step: Mapping[str, Any]) -> None:
        """Keep a file of a job with the run, or fetch it."""
        wanted = self._written(step.get("with", {}))
        if step["uses"].startswith("actions/upload-artifact@"):
            kept = self.world.artifacts(self.identity) / wanted["name"]
            kept.mkdir(parents=True)
            shutil.copy(wanted["path"], kept)
        elif step["uses"].startswith("actions/download-artifact@"):
            shutil.copytree(self.world.artifacts(self.identity) / wanted["name"], wanted["path"], dirs_exist_ok=True)

    def _runner(self) -> dict[str, str]:
        """Return the variables that a runner sets for every step."""
        number = self.world.runs
        return {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SHA": _sha(f"merged {number}"),
            "GITHUB_RUN_ID": self.identity,
            "GITHUB_RUN_ATTEMPT": str(self.attempt),
        }

    def _hold_trusted(self, job: Mapping[str, Any], role: str) -> None:
        """Check that deploy/bootstrap.yaml lets a job take on a role, by both forms of GitHub's subject, and no other job."""
        if "id-token" not in job.get("permissions", {}):
            raise Wrong("a job without id-token asks for credentials")
        trusted = subjects_of(role)
        for form in (f"repo:{REPOSITORY}", "repo:somebody@123/budgetbot@456"):
            if f"{form}:environment:{job['environment']}" not in trusted:
                raise Wrong(f"{role} is not for {form} in the environment {job['environment']}: {trusted}")

    def _step(self, job: str, step: Mapping[str, Any], base: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        script = step["run"]
        if "${{" in script:
            raise Wrong(f"{step['name']}: an expression inside a script can be an injection; it belongs in env")
        own = self._written(step.get("env", {}))
        with tempfile.NamedTemporaryFile("r+") as output, tempfile.NamedTemporaryFile("r+") as summary:
            environment = {
                **_harmless(os.environ),
                **base,
                **own,
                **self._fault(job, step),
                "ALREADY": f"{base['ALREADY']} {self.already}",
                "GITHUB_OUTPUT": output.name,
                "GITHUB_STEP_SUMMARY": summary.name,
            }
            log = self.world.folder / f"{self.world.runs}-{job}-{step['name']}.log"
            with (
                log.open("wb") as said,
                subprocess.Popen(
                    ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=said,
                    start_new_session=True,
                ) as running,
            ):
                if f"{job}/{step['name']}" in {self.cancel_at, self.lose_at}:
                    self._interrupt(running)
                failed = running.wait() != 0
            outputs = dict(line.split("=", 1) for line in Path(output.name).read_text().splitlines())
        if f"{job}/{step['name']}" == self.cancel_at:
            return "CANCELLED", outputs
        if f"{job}/{step['name']}" == self.lose_at:
            return "LOST", {}
        if failed and f"{job}/{step['name']}" != self.fail_at:
            print("".join(f"      | {line}\n" for line in log.read_text(errors="replace").splitlines()[-25:]), end="")
        return "FAILED" if failed else "ok", outputs

    def _interrupt(self, running: "subprocess.Popen[bytes]") -> None:
        """Cancel a step as GitHub does, once CloudFormation is at work: SIGINT, and soon after it an end that nobody can refuse.

        With a runner that is lost everything ends at once.
        """
        wait(self.world.cloud.is_changing, "a change")
        os.killpg(running.pid, signal.SIGKILL if self.lose_at else signal.SIGINT)
        try:
            running.wait(7.5)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)

    def _fault(self, job: str, step: Mapping[str, Any]) -> dict[str, str]:
        """Break something if this step is to fail: really, where that is cheap; else by a variable that pipeline.sh reads."""
        (self.world.folder / "main").write_text(output("git", "rev-parse", "HEAD"))
        if f"{job}/{step['name']}" != self.fail_at:
            return {}
        match step["name"]:
            case "mergeable":
                pass  # it is a draft
            case "still-mergeable":
                changed = self._pull_request() | {"mergeable": "CONFLICTING"}
                (self.world.folder / "pull-request.json").write_text(json.dumps(changed))
            case "still-fresh":
                (self.world.folder / "main").write_text(_sha("somebody else's"))
            case "merge":
                (self.world.folder / ("merged-yet-failed" if self.merged else "head-moved")).touch()
            case "deploy-qa":
                for tag in self.world.cloud.registry.tags():
                    if tag.startswith(_sha(f"merged {self.world.runs}")[:12]):
                        self.world.cloud.registry.forget(tag)
            case "deploy-prod":
                held = "/budgetbot/prod/DATABASE_URL"
                self.world.cloud.parameters[held] = "postgresql://nobody@127.0.0.1:9/nothing"
            case _:
                return {"FAIL_AFTER": step["run"].partition("pipeline.sh ")[2]}
        return {}

    def _written(self, values: Mapping[str, str]) -> dict[str, str]:
        def text(found: re.Match[str]) -> str:
            value = self._value(found[1])
            return str(value).lower() if isinstance(value, bool) else str(value)

        return {name: re.sub(r"\$\{\{(.*?)\}\}", text, str(value)) for name, value in values.items()}

    def _holds(self, condition: str | None, status: str) -> bool:
        text = (condition or "success()").strip()
        text = text.removeprefix("${{").removesuffix("}}")
        asks = re.search(r"\b(success|failure|always|cancelled)\(", text)
        return bool(self._value(text, status)) and (asks is not None or status == "success")

    def _value(self, text: str, status: str = "success") -> Any:
        """Evaluate an expression of GitHub: contexts, strings, == != && || !, and the status functions."""
        names: dict[str, Any] = {}
        functions = {
            "success()": status == "success",
            "failure()": status == "failure",
            "always()": True,
            "cancelled()": status == "cancelled",
        }

        def written(found: re.Match[str]) -> str:
            token = found[0]
            if token in {"&&", "||", "!"}:
                return {"&&": " and ", "||": " or ", "!": " not "}[token]
            if token.startswith("'") or token in {"==", "!=", "(", ")"}:
                return token
            names[f"n{len(names)}"] = functions[token] if token in functions else self._looked_up(token)
            return f" n{len(names) - 1} "

        tokens = r"'[^']*'|==|!=|&&|\|\||!|[a-z_]+\(\)|[()]|[a-zA-Z_][\w.-]*"
        rest = re.sub(tokens, "", text).strip()
        if rest:
            raise Wrong(f"this expression is beyond the rehearsal: {text}")
        return eval(re.sub(tokens, written, text).strip(), {"__builtins__": {}}, names)  # noqa: S307 - made of known tokens only

    def _looked_up(self, path: str) -> Any:
        """Follow a path into the contexts. Only an output that was not set is empty; any other unknown name is a mistake."""
        found: Any = self.contexts
        parts = path.split(".")
        if parts[0] == "needs" and self._needed is not None and parts[1] not in self._needed:
            raise Wrong(f"the workflow asks for {path}, and the job does not need it")
        for at, part in enumerate(parts):
            if part not in found:
                if "outputs" in parts[:at]:
                    return ""
                raise Wrong(f"the workflow asks for {path}, which is not there")
            found = found[part]
        return found


def subjects_of(role: str) -> list[str]:
    """Return the subjects of GitHub's tokens that may take on a role, an ARN, as deploy/bootstrap.yaml says."""
    (trust,) = (
        one["Properties"]["AssumeRolePolicyDocument"]["Statement"][0]
        for one in bootstrapped(REPOSITORY)["Resources"].values()
        if one["Properties"].get("RoleName") == role.rpartition("/")[2]
    )
    subjects: list[str] = trust["Condition"]["StringEquals"]["token.actions.githubusercontent.com:sub"]
    return subjects


def _workflow() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text())
    return found


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def _sha(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def _harmless(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables without those that a runner would not have: credentials, and those of an outer make."""
    return {
        name: value for name, value in environ.items() if not name.startswith(("AWS_", "MAKE", "MFLAGS", "GITHUB_"))
    }


def steps() -> list[tuple[str, dict[str, Any]]]:
    """Return the workflow's steps that run something, each with the name of its job."""
    jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"]
    return [(name, step) for name, job in jobs.items() for step in job["steps"] if "run" in step]
