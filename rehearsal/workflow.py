"""GitHub's part of a rehearsal: the workflow's jobs, steps and conditions, run as GitHub runs them."""

import hashlib
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from rehearsal.stand_ins import REGION
from rehearsal.world import World, Wrong, output

WORKFLOW = Path(".github/workflows/prod-pipeline.yml")
REPOSITORY = "somebody/budgetbot"
PULL_REQUEST = f"https://github.com/{REPOSITORY}/pull/7"


@dataclass
class Rehearsal:
    """One run of the workflow. ``rows`` tells of each step: its job, name, outcome, seconds."""

    world: World
    fail_at: str | None = None
    fork: bool = False
    already: str = ""
    rows: list[tuple[str, str, str, float]] = field(default_factory=list)
    contexts: dict[str, Any] = field(default_factory=dict)
    identity: str = field(default_factory=lambda: str(time.time_ns()))

    def run(self) -> None:
        """Run all jobs, in the order in which they need each other."""
        self.world.runs += 1
        workflow = yaml.safe_load(WORKFLOW.read_text())
        self.contexts = {"github": self._github(), "vars": self._vars(), "needs": {}}
        waiting = dict(workflow["jobs"])
        while waiting:
            name = next(name for name, job in waiting.items() if not set(_listed(job.get("needs"))) & waiting.keys())
            self._job(name, waiting.pop(name), workflow.get("env", {}))

    def outcome(self, step: str) -> str:
        """Return how a step of any job ended."""
        return next(outcome for _, name, outcome, _ in self.rows if name == step)

    def _github(self) -> dict[str, Any]:
        number = self.world.runs
        head = {"repo": {"full_name": "stranger/budgetbot" if self.fork else REPOSITORY}, "sha": _sha(f"head {number}")}
        return {
            "event": {"pull_request": {"head": head, "html_url": PULL_REQUEST}},
            "repository": REPOSITORY,
            "server_url": "https://github.com",
            "run_id": self.identity,
            "token": "stand-in",
        }

    def _vars(self) -> dict[str, str]:
        return {
            "AWS_REGION": REGION,
            "IMAGE_REPOSITORY": self.world.repository,
            "DEPLOY_ROLE_ARN": "arn:aws:iam::123456789012:role/deploy",
            "CLOUDFORMATION_ROLE_ARN": "",
            "QA_PARAMETERS": "LogRetentionDays=7",
            "PROD_PARAMETERS": "ReservedConcurrency=10",
        }

    def _job(self, name: str, job: Mapping[str, Any], env: Mapping[str, str]) -> None:
        before = [self.contexts["needs"][each]["result"] for each in _listed(job.get("needs"))]
        status = "failure" if "failure" in before else "success" if set(before) <= {"success"} else "skipped"
        if not self._holds(job.get("if"), status):
            self.contexts["needs"][name] = {"result": "skipped", "outputs": {}}
            self.rows.append((name, "(job)", "skipped", 0.0))
            return
        base = self.world.environment | self._written(env) | self._runner()
        self.contexts["steps"] = {
            each["id"]: {"outcome": "skipped", "outputs": {}} for each in job["steps"] if "id" in each
        }
        status = "success"
        for step in job["steps"]:
            if not self._holds(step.get("if"), status):
                self.rows.append((name, step["name"], "not run", 0.0))
                continue
            begin = time.monotonic()
            if "uses" in step:
                outcome, outputs = "stood in", dict[str, str]()
                if step["uses"].startswith("aws-actions/configure-aws-credentials@"):
                    base |= self.world.credentials
            else:
                outcome, outputs = self._step(step, base)
            if "id" in step:
                ended = "failure" if outcome == "FAILED" else "success"
                self.contexts["steps"][step["id"]] = {"outcome": ended, "outputs": outputs}
            if outcome == "FAILED":
                status = "failure"
            self.rows.append((name, step["name"], outcome, time.monotonic() - begin))
        outputs = self._written(job.get("outputs", {}))
        self.contexts["needs"][name] = {"result": status, "outputs": outputs}

    def _runner(self) -> dict[str, str]:
        """Return the variables that a runner sets for every step."""
        number = self.world.runs
        return {
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_SHA": _sha(f"merged {number}"),
            "GITHUB_RUN_ID": self.identity,
            "GITHUB_RUN_ATTEMPT": "1",
        }

    def _step(self, step: Mapping[str, Any], base: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        script = step["run"]
        if "${{" in script:
            raise Wrong(f"{step['name']}: an expression inside a script can be an injection; it belongs in env")
        own = self._written(step.get("env", {}))
        with tempfile.NamedTemporaryFile("r+") as output, tempfile.NamedTemporaryFile("r+") as summary:
            environment = {
                **_harmless(os.environ),
                **base,
                **own,
                **self._fault(step),
                "ALREADY": f"{base['ALREADY']} {self.already}",
                "GITHUB_OUTPUT": output.name,
                "GITHUB_STEP_SUMMARY": summary.name,
            }
            log = self.world.folder / f"{self.world.runs}-{step['name']}.log"
            with log.open("wb") as said:
                done = subprocess.run(
                    ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=said,
                    stderr=said,
                    check=False,
                )
            outputs = dict(line.split("=", 1) for line in Path(output.name).read_text().splitlines())
        if done.returncode and step["name"] != self.fail_at:
            print("".join(f"      | {line}\n" for line in log.read_text(errors="replace").splitlines()[-25:]), end="")
        return "FAILED" if done.returncode else "ok", outputs

    def _fault(self, step: Mapping[str, Any]) -> dict[str, str]:
        """Break something if this step is to fail: really, where that is cheap; else by a variable that pipeline.sh reads."""
        (self.world.folder / "main").write_text(output("git", "rev-parse", "HEAD"))
        if step["name"] != self.fail_at:
            return {}
        match step["name"]:
            case "still-fresh":
                (self.world.folder / "main").write_text(_sha("somebody else's"))
            case "merge":
                (self.world.folder / "head-moved").touch()
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
        return {
            name: re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(self._value(found[1])), str(value))
            for name, value in values.items()
        }

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
            "cancelled()": False,
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
        for at, part in enumerate(parts):
            if part not in found:
                if "outputs" in parts[:at]:
                    return ""
                raise Wrong(f"the workflow asks for {path}, which is not there")
            found = found[part]
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
