"""The functions of a stack on this machine: containers of the pushed image behind SAM's local gateway."""

import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from rehearsal.stand_ins import REGION, Json, Server

DEPLOYED = "deployed-by-the-stand-in"
_STARTS = 60  # seconds that SAM's gateway may take to answer


class Failed(Exception):
    """Why a stack could not be made or changed."""


def free_port() -> int:
    """Return a free port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@dataclass
class Running:
    """The functions of a stack, behind SAM's gateway (``api``) and SAM's Lambda (``invoker``), both addresses on loopback."""

    functions: frozenset[str]
    api: str
    invoker: str
    processes: tuple[int, ...]

    def stop(self) -> None:
        """End all processes; SAM removes its containers when it is told to end."""
        for process in self.processes:
            _signalled(process, signal.SIGTERM)
        deadline = time.monotonic() + 30
        while any(_signalled(process, 0) for process in self.processes):
            if time.monotonic() > deadline:
                for process in self.processes:
                    _signalled(process, signal.SIGKILL)
            time.sleep(0.05)

    def invoke(self, name: str, payload: bytes) -> tuple[bytes, str | None]:
        """Invoke a function; return its answer, and the kind of its error if it fails."""
        asked = urllib.request.Request(  # noqa: S310 - SAM on this machine
            f"{self.invoker}/2015-03-31/functions/{name}/invocations", payload, {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(asked, timeout=910) as answered:  # noqa: S310 - likewise
                answer = answered.read()
                failed = answer.startswith(b"{") and {"errorMessage", "errorType"} <= json.loads(answer).keys()
                return answer, "Unhandled" if failed else None  # SAM does not mark every error
        except urllib.error.HTTPError as problem:
            return json.dumps({"errorMessage": problem.read().decode("utf-8", "replace")}).encode(), "Unhandled"


class Sam:
    """Starts functions. ``cloud`` answers their calls to AWS; ``host`` is the address at which containers reach this machine."""

    def __init__(self, cloud: Server, host: str, folder: Path) -> None:
        self._cloud, self._host, self._folder = cloud, host, folder
        self._numbers = itertools.count(1)
        self._forking = threading.Lock()
        self._gateways = subprocess.Popen(
            [sys.executable, "-m", "rehearsal.gateways"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def close(self) -> None:
        """End the process that starts others; what it has started is ended by `Running.stop`."""
        self._gateways.communicate()

    def started(self, stack: str, wanted: Json) -> Running:
        """Start the functions of a template that is resolved, behind SAM's local gateway; return once it answers."""
        folder = self._folder / f"{stack}-{next(self._numbers)}"
        folder.mkdir(parents=True)
        template, functions = self._as_sam_reads_it(wanted)
        (folder / "template.json").write_text(json.dumps(template))
        ports = (free_port(), free_port())
        processes = []
        for verb, port in zip(("start-api", "start-lambda"), ports, strict=True):
            arguments = ["local", verb, "--template", str(folder / "template.json"), "--port", str(port)]
            arguments += "--container-host 127.0.0.1 --skip-pull-image --warm-containers LAZY".split()
            processes.append(self._forked(arguments, folder / f"{verb}.log"))
        api, invoker = (f"http://127.0.0.1:{port}" for port in ports)
        running = Running(frozenset(functions), api, invoker, tuple(processes))
        deadline = time.monotonic() + _STARTS
        while not all(map(_listens, ports)):
            if time.monotonic() > deadline or not all(_signalled(process, 0) for process in processes):
                running.stop()
                raise Failed(f"SAM's gateway did not start; its log is {folder}")
            time.sleep(0.1)
        return running

    def _forked(self, arguments: list[str], log: Path) -> int:
        """Run a command of SAM's, and return the process's id."""
        asked = {"arguments": arguments, "environment": self._environment(), "log": str(log)}
        with self._forking:
            assert self._gateways.stdin is not None  # noqa: S101 - both are pipes
            assert self._gateways.stdout is not None  # noqa: S101 - likewise
            self._gateways.stdin.write(f"{json.dumps(asked)}\n")
            self._gateways.stdin.flush()
            return int(self._gateways.stdout.readline())

    def _environment(self) -> dict[str, str]:
        """Return what SAM needs of this process's environment; a setting in it would win over the template's."""
        kept = ("PATH", "HOME", "TMPDIR", "DOCKER_HOST", "SAM_CLI_TELEMETRY")
        return {name: os.environ[name] for name in kept if name in os.environ} | {
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "stand-in",
            "AWS_SECRET_ACCESS_KEY": "stand-in",
            "AWS_ENDPOINT_URL_STS": self._cloud.url,  # SAM asks whose account this is
        }

    def _as_sam_reads_it(self, wanted: Json) -> tuple[Json, list[str]]:
        """Return the functions and the API of a resolved template, for SAM, and the functions' names."""
        resources: Json = {}
        names = []
        for name, resource in wanted.items():
            if resource["Type"] == "AWS::Lambda::Function":
                properties = json.loads(json.dumps(resource["Properties"]))
                properties["Code"] = {"ImageUri": self._pulled(properties["Code"]["ImageUri"])}
                at = f"http://{self._host}:{self._cloud.server_address[1]}"
                properties["Environment"]["Variables"] |= {"AWS_ENDPOINT_URL": at}
                del properties["LoggingConfig"], properties["Role"]
                resources[name] = {"Type": resource["Type"], "Properties": properties}
                names.append(properties["FunctionName"])
            elif resource["Type"] in {"AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Stage"}:
                resources[name] = {"Type": resource["Type"], "Properties": dict(resource["Properties"])}
        integration = {
            "IntegrationUri": {
                "Fn::Sub": "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${App.Arn}/invocations"
            }
        }
        route = {"Target": {"Fn::Join": ["/", ["integrations", {"Ref": "ApiIntegration"}]]}}
        for name, more in {"ApiIntegration": integration, "ApiRoute": route, "ApiStage": {}}.items():
            properties = wanted[name]["Properties"] | {"ApiId": {"Ref": "Api"}} | more
            resources[name] = {"Type": wanted[name]["Type"], "Properties": properties}
        return {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}, names

    def _pulled(self, image: str) -> str:
        """Fetch an image by its digest, as Lambda does, and return a name that SAM can read."""
        # SAM keeps its variant of an image under the name before the tag: one that two images share would be mixed up.
        name = f"budgetbot-{image[-12:]}:{DEPLOYED}"
        for command in (["podman", "pull", "--quiet", image], ["podman", "tag", image, f"docker.io/library/{name}"]):
            done = subprocess.run(command, capture_output=True, check=False, text=True)
            if done.returncode:
                raise Failed(f"Source image {image} does not exist ({done.stderr.strip()})")
        return name


def _signalled(process: int, number: int) -> bool:
    """Send a signal (0: none); whether the process is there."""
    try:
        os.kill(process, number)
    except ProcessLookupError:
        return False
    return True


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
