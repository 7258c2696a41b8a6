"""Rehearses the pipeline on this machine: the workflow's own steps, in its order, against stand-ins for everything in the cloud.

    .venv-road/bin/python -m deploy.rehearse                        # green, from nothing to production
    .venv-road/bin/python -m deploy.rehearse --fail-at accept-qa    # ... and then one that fails at that step
    .venv-road/bin/python -m deploy.rehearse --all                  # a failure at every step, without and with a production

Each rehearsal is held to what must be: nothing after a failing step runs, what the run had made is gone, production is untouched,
the pull request is told why, and only a green one is merged. It needs podman and docker-registry, and works on loopback (and on
podman's own bridge, which containers alone reach).
"""

import argparse
import contextlib
import hashlib
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from deploy.stand_in_cloud import DEPLOYED, Cloud, free_port
from deploy.stand_ins import REGION, STAGES, settings_of

WORKFLOW = Path(".github/workflows/prod-pipeline.yml")
REPOSITORY = "somebody/budgetbot"
PULL_REQUEST = f"https://github.com/{REPOSITORY}/pull/7"
TELLING = "push deploy-qa deploy-prod".split()
"""Where the short form fails, over a production: the tag must go; QA must be refused; the hook must refuse, and QA go back."""
NOT_HERE = {
    "CloudFormation": "that it takes the template, and makes, changes and rolls back what is in it",
    "CodeDeploy": "a canary over five minutes, and its alarm",
    "IAM and OIDC": "that the roles allow what is needed, and nothing else",
    "ECR": "immutable tags and the scan of a pushed image",
    "API Gateway": "its throttling, its limits and its access log",
    "GitHub": "its events, runners, concurrency, branch rules, and that a status check blocks a merge",
    "Telegram": "that it delivers to the webhook that was registered",
}


DOCKER = """#!/bin/sh
[ "$1" = build ] || exec podman "$@"
shift
podman build --format docker --pull=never "$@" || exit
# Podman takes a label from its cache, whatever the argument is by now: each pull request has an image of its own.
echo FROM budgetbot-lambda | podman build --quiet --format docker --pull=never --no-cache --tag budgetbot-lambda \
  --label "org.opencontainers.image.revision=$GITHUB_SHA" --file - "$(mktemp -d)"
"""


class Wrong(Exception):
    """What a rehearsal shows and must not be."""


# --- the world that the pipeline meets ------------------------------------------------------------------------------------


@dataclass
class World:
    """The stand-ins, all answering. ``environment`` is what every step gets; credentials come later, as they do on GitHub."""

    folder: Path
    cloud: Cloud
    repository: str
    environment: dict[str, str]
    credentials: dict[str, str]
    runs: int = 0

    def asked_of_github(self) -> list[list[str]]:
        """Return the command lines that `gh` was called with."""
        log = self.folder / "gh.log"
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


@contextlib.contextmanager
def world() -> Iterator[World]:
    """Start everything, and end it; what is left then is a mistake and said."""
    before = containers()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rehearsal-")))
        environment = _tools(folder)
        os.environ.update(environment)
        stack.callback(_forget_images)
        registry = _registry(stack, folder, environment)
        socket_ = folder / "podman.sock"
        _process(stack, ["podman", "system", "service", "--time", "0", f"unix://{socket_}"], folder / "podman.log")
        os.environ["DOCKER_HOST"] = environment["DOCKER_HOST"] = f"unix://{socket_}"
        addresses = _stand_ins(stack, folder)
        host = _output("podman", "network", "inspect", "podman", "--format", "{{(index .Subnets 0).Gateway}}")
        cloud = Cloud(f"http://{registry}", host, folder / "stacks", say=lambda line: print(f"      · {line}"))
        stack.enter_context(cloud.server.serving())
        stack.callback(cloud.close)
        databases = {stage: addresses[f"{stage.upper()}_DATABASE_URL"] for stage in STAGES}
        reached = (addresses["TELEGRAM_API_URL"], cloud.server.url, *databases.values())
        for port in {int(url.rpartition(":")[2].partition("/")[0]) for url in reached}:
            _bridge(stack, host, port)
        for stage in STAGES:
            there = [url.replace("127.0.0.1", host) for url in (addresses["TELEGRAM_API_URL"], databases[stage])]
            for name, value in settings_of(stage, *there).items():
                cloud.parameters[f"/budgetbot/{stage}/{name}"] = value
        credentials = {
            "AWS_ENDPOINT_URL": cloud.server.url,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "stand-in",
            "AWS_SECRET_ACCESS_KEY": "stand-in",
        }
        wait(socket_.exists, "podman's service")
        yield World(folder, cloud, f"{registry}/budgetbot", environment, credentials)
    left = containers() - before
    if left:
        raise Wrong(f"containers are left: {', '.join(sorted(left))}")


def _tools(folder: Path) -> dict[str, str]:
    """Put stand-ins for `docker` and `gh` on the PATH, and give podman settings of its own."""
    tools = folder / "bin"
    tools.mkdir()
    (folder / "auth.json").write_text("{}")
    (tools / "docker").write_text(DOCKER)
    (tools / "gh").write_text(
        f"""#!{sys.executable}
import json, pathlib, sys
folder, asked = pathlib.Path({str(folder)!r}), sys.argv[1:]
with (folder / "gh.log").open("a") as log:
    log.write(json.dumps(asked) + "\\n")
if asked[0] == "api":
    print((folder / "main").read_text())
if asked[:2] == ["pr", "merge"] and (folder / "head-moved").exists():
    sys.exit("the head of the pull request is not what was tested")
"""
    )
    for tool in tools.iterdir():
        tool.chmod(0o755)
    return {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "CONTAINERS_CONF": str(Path("deploy/containers.conf").resolve()),
        "CONTAINERS_REGISTRIES_CONF": str(folder / "registries.conf"),
        "REGISTRY_AUTH_FILE": str(folder / "auth.json"),
        "SAM_CLI_TELEMETRY": "0",
        "SAM_CLI_POLL_DELAY": "0.5",
        "ALREADY": os.environ.get("ALREADY", ""),
    }


def _registry(stack: contextlib.ExitStack, folder: Path, environment: Mapping[str, str]) -> str:
    """Start a registry on loopback, and tell podman that it speaks plain HTTP; return its host and port."""
    address = f"127.0.0.1:{free_port()}"
    settings = {
        "version": "0.1",
        "http": {"addr": address},
        "storage": {"filesystem": {"rootdirectory": str(folder / "registry")}, "delete": {"enabled": True}},
    }
    (folder / "registry.yml").write_text(yaml.safe_dump(settings))
    Path(environment["CONTAINERS_REGISTRIES_CONF"]).write_text(
        f'[[registry]]\nlocation = "{address}"\ninsecure = true\n'
    )
    # (Podman's REGISTRY_AUTH_FILE would be a setting of this program, too.)
    serve = ["env", "-u", "REGISTRY_AUTH_FILE", "docker-registry", "serve", str(folder / "registry.yml")]
    _process(stack, serve, folder / "registry.log")
    wait(lambda: answers(f"http://{address}/v2/"), "the registry")
    return address


def _stand_ins(stack: contextlib.ExitStack, folder: Path) -> dict[str, str]:
    """Start PostgreSQL and Telegram's stand-in, in the bot's own environment; return their addresses."""
    file = folder / "stand-ins.env"
    _process(stack, [".venv/bin/python", "deploy/stand_ins.py", str(file)], folder / "stand-ins.log")
    wait(file.exists, "PostgreSQL and Telegram's stand-in")
    return dict(line.split("=", 1) for line in file.read_text().splitlines())


def _bridge(stack: contextlib.ExitStack, host: str, port: int) -> None:
    """Let containers reach a loopback port under podman's own address, which is on no other network."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_IP, 15, 1)  # IP_FREEBIND: the bridge comes up with the first container
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    listener.listen()
    stack.callback(listener.close)

    def pour(source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        for each in (source, sink):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def serve() -> None:
        with contextlib.suppress(OSError):
            while True:
                inside, _ = listener.accept()
                outside = socket.create_connection(("127.0.0.1", port))
                for pair in ((inside, outside), (outside, inside)):
                    threading.Thread(target=pour, args=pair, daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()


def _process(stack: contextlib.ExitStack, command: list[str], log: Path) -> None:
    """Start a process that is ended with the world."""
    with log.open("wb") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file, stdin=subprocess.DEVNULL)

    def end() -> None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    stack.callback(end)


def wait(ready: Callable[[], bool], what: str) -> None:
    """Wait until something is so; raise `Wrong` after a minute."""
    deadline = time.monotonic() + 60
    while not ready():
        if time.monotonic() > deadline:
            raise Wrong(f"{what} did not start")
        time.sleep(0.1)


def answers(url: str) -> bool:
    """Whether an address answers 200."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answered:  # noqa: S310 - loopback
            return bool(answered.status == 200)
    except OSError:
        return False


def containers() -> set[str]:
    """Return the names of SAM's containers: it gives their images the tag `rapid-…`."""
    listed = _output("podman", "ps", "--all", "--format", "{{.Names}} {{.Image}}").splitlines()
    return {line.split()[0] for line in listed if ":rapid-" in line}


def _forget_images() -> None:
    """Delete what rehearsals have named and made of the image; its layers are whoever's they were."""
    listed = _output(
        "podman", "images", "--format", "{{.Repository}}:{{.Tag}} {{.Repository}}@{{.Digest}}"
    ).splitlines()
    names = [line.split()[0] for line in listed]
    deployed = tuple(name.removesuffix(DEPLOYED) for name in names if name.endswith(f":{DEPLOYED}"))
    ours = [
        digest if name.endswith(":<none>") else name  # what was pulled by its digest has no tag
        for name, digest in (line.split() for line in listed)
        if name.startswith(("127.0.0.1:", *deployed))
    ]
    if ours:
        subprocess.run(["podman", "rmi", "--force", *ours], capture_output=True, check=False)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


# --- GitHub's part: jobs, steps, conditions -------------------------------------------------------------------------------


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
        """How a step ended, of whichever job."""
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
        """Return what a runner sets for every step."""
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
        """Break something, where this step is to fail: for real where that is cheap, else by a word to pipeline.sh."""
        (self.world.folder / "main").write_text(_output("git", "rev-parse", "HEAD"))
        if step["name"] != self.fail_at:
            return {}
        match step["name"]:
            case "still-fresh":
                (self.world.folder / "main").write_text(_sha("somebody else's"))
            case "merge":
                (self.world.folder / "head-moved").touch()
            case "deploy-qa":
                for tag in self.world.cloud.tags():
                    if tag.startswith(_sha(f"merged {self.world.runs}")[:12]):
                        self.world.cloud.forget(tag)
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
        """Work out one of GitHub's expressions: contexts, strings, == != && || !, and the functions of a status."""
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
        return eval(re.sub(tokens, written, text).strip(), {"__builtins__": {}}, names)  # noqa: S307 - of tokens that are known

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
    """Leave out what a runner would not have: credentials that a step has not got yet, and an outer make's wishes."""
    return {
        name: value for name, value in environ.items() if not name.startswith(("AWS_", "MAKE", "MFLAGS", "GITHUB_"))
    }


# --- what must be so afterwards -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Picture:
    """What stands: per stack its image and template, the very processes that serve it, and the pushed tags."""

    stacks: dict[str, tuple[str, str]]
    serving: dict[str, int]
    tags: frozenset[str]

    @classmethod
    def of(cls, world: World) -> "Picture":
        """Take it."""
        made = {name: each for name, each in world.cloud.stacks.items() if each.running is not None}
        stacks = {name: (each.parameters["Image"], each.template) for name, each in made.items()}
        serving = {name: id(each.running) for name, each in made.items()}
        return cls(stacks, serving, frozenset(world.cloud.tags()))


def rehearse(world: World, *, fail_at: str | None = None, fork: bool = False, already: str = "") -> None:
    """Run the workflow once, and hold what came of it to what must be; steps that are done ``already`` say so. Raises `Wrong`."""
    what = "a fork" if fork else f"failing at {fail_at}" if fail_at else "green"
    over = "over a production that stands" if "budgetbot-prod" in world.cloud.stacks else "from nothing"
    print(f"\n== {what}, {over}")
    before, begin, held = Picture.of(world), time.monotonic(), dict(world.cloud.parameters)
    (world.folder / "gh.log").unlink(missing_ok=True)
    (world.folder / "head-moved").unlink(missing_ok=True)
    run = Rehearsal(world, fail_at, fork, already)
    run.run()
    world.cloud.parameters.update(held)
    shutil.rmtree(f".road/{run.identity}-1", ignore_errors=True)
    for job, step, outcome, seconds in run.rows:
        print(
            f"   {job:<13} {step:<14} {outcome:<9} {seconds:5.1f} s"
            if seconds >= 0.05
            else f"   {job:<13} {step:<14} {outcome}"
        )
    after = Picture.of(world)
    failing = "refuse-forks" if fork else fail_at
    _hold_order(run, failing)
    if failing in {None, "merge"}:
        _hold_deployed(world, before, after)
    else:
        _hold_undone(world, before, after, untouched=failing not in {"deploy-prod", "smoke-prod"})
    _hold_told(world, run, failing, fork=fork)
    left = marked(run.identity)
    _hold(not left, f"processes are left: {', '.join(left)}")
    print(f"   as it must be, {time.monotonic() - begin:.1f} s")


def _hold(so: bool, otherwise: str) -> None:
    if not so:
        raise Wrong(otherwise)


def _hold_order(run: Rehearsal, failing: str | None) -> None:
    """Everything before the failing step was done, it failed, and nothing after it ran but the cleaning up."""
    job_of = {step: job for job, step, _, _ in run.rows}
    _hold(failing is None or run.outcome(failing) == "FAILED", f"{failing} did not fail")
    reached = False
    for job, step, outcome, _ in run.rows:
        if step == failing:
            reached = True
        elif step in {"clean", "report"}:
            wanted = "ok" if failing and job_of[failing] == job and failing != "refuse-forks" else "not run"
            _hold(outcome == wanted, f"{step}: {outcome}, and not {wanted}")
        elif job != "tell":
            wanted_ = {"not run", "skipped"} if reached else {"ok", "stood in"}
            _hold(outcome in wanted_, f"{step}: {outcome}")


def _hold_deployed(world: World, before: Picture, after: Picture) -> None:
    images = {name: image for name, (image, _) in after.stacks.items()}
    _hold(images.keys() == {"budgetbot-qa", "budgetbot-prod"}, f"the stacks are {sorted(images)}")
    _hold(len(set(images.values())) == 1, "production has another image than QA")
    _hold(images != {name: image for name, (image, _) in before.stacks.items()}, "the image is the former one")
    _hold(len(after.tags - before.tags) == 1, f"not one tag was pushed: {sorted(after.tags - before.tags)}")
    for name, stack in world.cloud.stacks.items():
        _hold(stack.parameters["Shift"] == "gradual", f"{name} would not move gradually")
        _hold(stack.running is not None and answers(f"{stack.running.api}/readyz"), f"{name} is not ready")


def _hold_undone(world: World, before: Picture, after: Picture, *, untouched: bool) -> None:
    _hold(after.stacks == before.stacks, f"stacks: {_short(before)} before, {_short(after)} after")
    _hold(after.tags == before.tags, f"a pushed tag is left: {sorted(after.tags - before.tags)}")
    if untouched:
        name = "budgetbot-prod"
        _hold(before.serving.get(name) == after.serving.get(name), "production was touched")
    for name, stack in world.cloud.stacks.items():
        _hold(stack.running is not None and answers(f"{stack.running.api}/readyz"), f"{name} is not ready any more")


def _hold_told(world: World, run: Rehearsal, failing: str | None, *, fork: bool) -> None:
    asked = world.asked_of_github()
    merges = [each for each in asked if each[:2] == ["pr", "merge"]]
    comments = [each for each in asked if each[:2] == ["pr", "comment"]]
    head = run.contexts["github"]["event"]["pull_request"]["head"]["sha"]
    wanted = [["pr", "merge", PULL_REQUEST, "--squash", "--match-head-commit", head]]
    _hold(merges == (wanted if failing in {None, "merge"} else []), f"merges: {merges}")
    _hold(len(comments) == (1 if failing and not fork else 0), f"comments: {comments}")
    if comments:
        said = comments[0][comments[0].index("--body") + 1]
        script = next(each["run"] for _, each in steps() if each["name"] == failing)
        step = script.partition("pipeline.sh ")[2]
        _hold(
            said.startswith(f"Not merged: {step}:" if step else "Not merged: production has it"), f"it was told: {said}"
        )
        print(f"      · told: {said.splitlines()[0]}")


def steps() -> list[tuple[str, dict[str, Any]]]:
    """Return the workflow's steps that run something, each with the name of its job."""
    jobs = yaml.safe_load(WORKFLOW.read_text())["jobs"]
    return [(name, step) for name, job in jobs.items() for step in job["steps"] if "run" in step]


def _short(picture: Picture) -> str:
    return ", ".join(f"{name} …{image[-8:]}" for name, (image, _) in sorted(picture.stacks.items())) or "none"


def marked(identity: str) -> list[str]:
    """Return the processes that a run's steps have left behind: all of theirs have its number in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"GITHUB_RUN_ID={identity}".encode() in (folder / "environ").read_bytes():
                found.append((folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")[:100])
    return found


def main() -> int:
    """Rehearse what is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--fail-at", action="append", default=[], metavar="STEP", help="after the green one; repeatable"
    )
    parser.add_argument("--quick", action="store_true", help=f"fail at {', '.join(TELLING)}")
    parser.add_argument("--all", action="store_true", help="fail at every step, from nothing and over a production")
    parser.add_argument("--fork", action="store_true", help="a fork's pull request, too")
    asked = parser.parse_args()
    can_fail = [
        step["name"]
        for job, step in steps()
        if job != "tell" and step["name"] not in {"refuse-forks", "clean", "report"}
    ]
    unknown = set(asked.fail_at) - set(can_fail)
    if unknown:
        parser.error(f"no step is named {', '.join(unknown)}; there are {', '.join(can_fail)}")
    for tool in ("podman", "docker-registry"):
        if shutil.which(tool) is None:
            print(f"{tool} is missing: install it (on Debian and Ubuntu: apt install {tool}).", file=sys.stderr)
            return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ... and on the way out everything is ended
    begin = time.monotonic()
    try:
        with world() as here:
            if asked.all:
                for step in can_fail:
                    if step not in {"merge", "smoke-prod"}:
                        rehearse(here, fail_at=step)
            rehearse(here)
            for step in can_fail if asked.all else asked.fail_at:
                rehearse(here, fail_at=step)
            for step in TELLING if asked.quick else []:
                rehearse(here, fail_at=step, already="accept")  # what is the same but for a label was accepted
            if asked.fork or asked.all:
                rehearse(here, fork=True)
            number = here.runs
    except Wrong as wrong:
        print(f"\nNOT AS IT MUST BE: {wrong}")
        return 1
    print(f"\n{number} rehearsals, each as it must be, {time.monotonic() - begin:.0f} s; nothing is left behind.")
    print(f"NOT TO BE HAD HERE, {len(NOT_HERE)}: " + "; ".join(f"{name} ({what})" for name, what in NOT_HERE.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
