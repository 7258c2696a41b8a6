"""Starts what the pipeline uses on this machine instead of the cloud: a registry, PostgreSQL, Telegram, GitHub's ``gh``, AWS.

All of it listens on loopback, and on podman's own bridge, which only containers reach.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from rehearsal.cloud import Cloud
from rehearsal.sam import DEPLOYED, free_port
from rehearsal.stand_ins import REGION, STAGES, settings_of

DOCKER = """#!/bin/sh
[ "$1" = build ] || exec podman "$@"
shift
podman build --format docker --pull=never --from docker.io/library/python:3.13-slim-trixie "$@" || exit
# Podman takes a label from its cache even if the argument has changed, but each pull request must have its own image.
echo FROM budgetbot-lambda | podman build --quiet --format docker --pull=never --no-cache --tag budgetbot-lambda \
  --label "org.opencontainers.image.revision=$GITHUB_SHA" --file - "$(mktemp -d)"
"""


class Wrong(Exception):
    """A rehearsal that did not end as it must."""


_CONTAINERS = Path("rehearsal/containers.conf").resolve()
_PASSES = 4
"""How often images are looked for and deleted: each pass may bring others to light."""
_DATABASE = "database"
"""PostgreSQL's name in containers. Without a dot it is known in their network alone, so no certificate is asked for."""


@dataclass
class World:
    """The running stand-ins. Every step gets ``environment``; credentials come with a later step, as on GitHub."""

    folder: Path
    cloud: Cloud
    repository: str
    environment: dict[str, str]
    credentials: dict[str, str]
    runs: int = 0

    def artifacts(self, run: str) -> Path:
        """Return the folder of what a run keeps."""
        return self.folder / "artifacts" / run

    def asked_of_github(self) -> list[list[str]]:
        """Return the command lines that `gh` was called with."""
        log = self.folder / "gh.log"
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


@contextlib.contextmanager
def world() -> Iterator[World]:
    """Start everything, and end it on leaving. Raises `Wrong` if containers or images are left."""
    before = containers()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rehearsal-")))
        environment = _tools(folder)
        stack.callback(
            os.environ.__setitem__, "CONTAINERS_CONF", str(_CONTAINERS)
        )  # the one of this world goes with its folder
        stack.callback(os.environ.update, {"TMPDIR": tempfile.gettempdir()})
        os.environ.update(environment)
        stack.callback(_forget_images)
        registry = _registry(stack, folder, environment)
        socket_ = folder / "podman.sock"
        _process(stack, ["podman", "system", "service", "--time", "0", f"unix://{socket_}"], folder / "podman.log")
        os.environ["DOCKER_HOST"] = environment["DOCKER_HOST"] = f"unix://{socket_}"
        addresses = _stand_ins(stack, folder)
        host = output("podman", "network", "inspect", "podman", "--format", "{{(index .Subnets 0).Gateway}}")
        (folder / "hosts").write_text(f"{host} {_DATABASE}\n")
        cloud = Cloud(f"http://{registry}", host, folder / "stacks", say=lambda line: print(f"      · {line}"))
        stack.enter_context(cloud.server.serving())
        stack.callback(cloud.close)
        databases = {stage: addresses[f"{stage.upper()}_DATABASE_URL"] for stage in STAGES}
        reached = (addresses["TELEGRAM_API_URL"], cloud.server.url, *databases.values())
        for port in {int(url.rpartition(":")[2].partition("/")[0]) for url in reached}:
            _bridge(stack, host, port)
        for stage in STAGES:
            there = addresses["TELEGRAM_API_URL"].replace("127.0.0.1", host)
            book = databases[stage].replace("127.0.0.1", _DATABASE)
            for name, value in settings_of(stage, there, book).items():
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
    tools, temporary = folder / "bin", folder / "tmp"
    tools.mkdir()
    temporary.mkdir()
    (folder / "auth.json").write_text("{}")
    (tools / "docker").write_text(DOCKER)
    (tools / "gh").write_text(
        f"""#!{sys.executable}
import json, pathlib, sys
folder, asked = pathlib.Path({str(folder)!r}), sys.argv[1:]
with (folder / "gh.log").open("a") as log:
    log.write(json.dumps(asked) + "\\n")
if asked[0] == "api" and asked[1].endswith("/artifacts"):
    kept = folder / "artifacts" / asked[1].split("/")[-2]
    print(json.dumps({{"artifacts": [{{"name": each.name}} for each in kept.glob("*")]}}))
elif asked[0] == "api" and asked[1].endswith("/rules/branches/main"):
    print("[]")
elif asked[:2] == ["api", "--paginate"]:
    print(json.dumps(["bot/reply.py"]))
elif asked[0] == "api":
    print((folder / "main").read_text())
if asked[:2] == ["repo", "view"]:
    print(json.dumps({{"squashMergeAllowed": True}}))
if asked[:2] == ["pr", "checks"]:
    sys.exit("no required checks reported on the 'branch' branch")
if asked[:2] == ["pr", "view"]:
    print((folder / "pull-request.json").read_text())
if asked[:2] == ["pr", "merge"] and (folder / "head-moved").exists():
    sys.exit("the head of the pull request is not what was tested")
if asked[:2] == ["pr", "merge"] and (folder / "merged-yet-failed").exists():
    told = json.loads((folder / "pull-request.json").read_text())
    (folder / "pull-request.json").write_text(json.dumps(told | {{"state": "MERGED"}}))
    sys.exit("the answer was lost")
"""
    )
    for tool in tools.iterdir():
        tool.chmod(0o755)
    settings = _CONTAINERS.read_text()
    hosts = f'[containers]\nbase_hosts_file = "{folder / "hosts"}"'
    (folder / "containers.conf").write_text(settings.replace("[containers]", hosts, 1))
    return {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "CONTAINERS_CONF": str(folder / "containers.conf"),
        "CONTAINERS_REGISTRIES_CONF": str(folder / "registries.conf"),
        "REGISTRY_AUTH_FILE": str(folder / "auth.json"),
        "TMPDIR": str(temporary),  # what a tool leaves there goes with the folder
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
    # (docker-registry would read podman's REGISTRY_AUTH_FILE as a setting of its own.)
    serve = ["env", "-u", "REGISTRY_AUTH_FILE", "docker-registry", "serve", str(folder / "registry.yml")]
    _process(stack, serve, folder / "registry.log")
    wait(lambda: answers(f"http://{address}/v2/"), "the registry")
    return address


def _stand_ins(stack: contextlib.ExitStack, folder: Path) -> dict[str, str]:
    """Start PostgreSQL and Telegram's stand-in with the bot's own Python environment; return their addresses."""
    file = folder / "stand-ins.env"
    _process(stack, [".venv/bin/python", "rehearsal/stand_ins.py", str(file)], folder / "stand-ins.log")
    wait(file.exists, "PostgreSQL and Telegram's stand-in")
    return dict(line.split("=", 1) for line in file.read_text().splitlines())


def _bridge(stack: contextlib.ExitStack, host: str, port: int) -> None:
    """Let containers reach a loopback port at podman's own address, which no other network has."""
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
    """Start a process, and end it when the stack is left."""
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
    """Wait until ``ready`` returns True. Raises `Wrong` after a minute."""
    deadline = time.monotonic() + 60
    while not ready():
        if time.monotonic() > deadline:
            raise Wrong(f"{what} did not start")
        time.sleep(0.1)


def answers(url: str) -> bool:
    """Whether an address answers 200."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answered:  # noqa: S310 - loopback; a busy machine starts slowly
            return bool(answered.status == 200)
    except OSError:
        return False


def containers() -> set[str]:
    """Return the names of SAM's containers: it gives their images the tag `rapid-…`."""
    listed = output("podman", "ps", "--all", "--format", "{{.Names}} {{.Image}}").splitlines()
    return {line.split()[0] for line in listed if ":rapid-" in line}


def _forget_images() -> None:
    """Delete the names and images that rehearsals made. Layers of other images stay. Raises `Wrong` if any is left.

    Not by an image's number, which would take its other names with it: `make image` has one. With a tag goes a name, and only then
    podman lists what was pulled under it by its digest, without a tag.
    """
    said = ""
    for _ in range(_PASSES):
        ours = _made_here()
        if not ours:
            return
        done = subprocess.run(["podman", "rmi", "--force", *ours], capture_output=True, check=False, text=True)
        said = done.stderr.strip()
    if left := _made_here():
        raise Wrong(f"images are left: {', '.join(left)} ({said})")


def _made_here() -> list[str]:
    """Return the names of the images that rehearsals made; of one without a tag, its repository and digest."""
    listed = output("podman", "images", "--format", "{{.Repository}}:{{.Tag}} {{.Repository}}@{{.Digest}}").splitlines()
    names = [line.split()[0] for line in listed]
    deployed = tuple(name.removesuffix(DEPLOYED) for name in names if name.endswith(f":{DEPLOYED}"))
    return [
        digest if name.endswith(":<none>") else name
        for name, digest in (line.split() for line in listed)
        if name.startswith(("127.0.0.1:", *deployed))
    ]


def output(*command: str) -> str:
    """Return what a command prints. Raises CalledProcessError where it fails."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
