"""Stands in for the part of AWS that a deployment talks to, on this machine: CloudFormation, ECR, Lambda, CodeDeploy, parameters.

It answers the very calls that SAM and deploy/cloud.py make. A stack is SAM's own transform of the template, carried out on
containers of the pushed image behind SAM's local gateway; its hook is run as CodeDeploy would. What it can't show is said in
docs/deploying.md: whether IAM lets anything happen, a canary over minutes, and what the real CloudFormation thinks of the template.
"""

import base64
import functools
import http.client
import itertools
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit
from xml.sax.saxutils import escape

from deploy.expand import expand, resolve
from deploy.stand_ins import REGION, Aws, Json

DEPLOYED = "deployed-by-the-stand-in"
_STARTS = 60  # seconds that SAM's gateway may take to answer
_NUMBERS = itertools.count(1)


class Failed(Exception):
    """Why a stack could not be made or changed."""


class Refused(Exception):
    """An answer that is an error: its code, and a message."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@functools.cache
def _resolved(template: str, *parameters: tuple[str, str]) -> Json:
    return resolve(expand(template, dict(parameters)), dict(parameters))


def resolved(template: str, parameters: Mapping[str, str]) -> Json:
    """Return what a template comes to, each only once worked out. Raises ValueError, KeyError."""
    return _resolved(template, *sorted(parameters.items()))


def free_port() -> int:
    """Return a port that nobody listens at."""
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
        """End it all; SAM takes its containers away when it is asked to end."""
        for process in self.processes:
            _signalled(process, signal.SIGTERM)
        deadline = time.monotonic() + 30
        while any(_signalled(process, 0) for process in self.processes):
            if time.monotonic() > deadline:
                for process in self.processes:
                    _signalled(process, signal.SIGKILL)
            time.sleep(0.05)

    def invoke(self, name: str, payload: bytes) -> tuple[bytes, str | None]:
        """Invoke a function: what it answers, and the kind of its error where it fails."""
        asked = urllib.request.Request(  # noqa: S310 - SAM on this machine
            f"{self.invoker}/2015-03-31/functions/{name}/invocations", payload, {"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(asked, timeout=300) as answered:  # noqa: S310 - likewise
                answer = answered.read()
                failed = answer.startswith(b"{") and {"errorMessage", "errorType"} <= json.loads(answer).keys()
                return answer, "Unhandled" if failed else None  # which SAM does not tell of every error
        except urllib.error.HTTPError as problem:
            return json.dumps({"errorMessage": problem.read().decode("utf-8", "replace")}).encode(), "Unhandled"


@dataclass
class Stack:
    """A stack: what it was made from, how it is, and what runs of it."""

    name: str
    template: str = ""
    parameters: dict[str, str] = field(default_factory=dict)
    status: str = "REVIEW_IN_PROGRESS"
    reason: str = ""
    events: list[Json] = field(default_factory=list)
    running: Running | None = None
    candidate: Running | None = None
    id: str = ""

    def __post_init__(self) -> None:
        self.id = f"arn:aws:cloudformation:eu-central-1:123456789012:stack/{self.name}/{next(_NUMBERS)}"

    def becomes(self, status: str, reason: str = "") -> None:
        """Take a status, and tell of it."""
        self.status, self.reason = status, reason
        self.events.insert(
            0,
            {
                "EventId": str(next(_NUMBERS)),
                "StackId": self.id,
                "StackName": self.name,
                "LogicalResourceId": self.name,
                "PhysicalResourceId": self.id,
                "ResourceType": "AWS::CloudFormation::Stack",
                "ResourceStatus": status,
                "ResourceStatusReason": reason or "-",
                "Timestamp": _now(),
            },
        )


class Cloud(Aws):
    """AWS, as far as a deployment sees it. ``said`` gets a line for each thing of weight that happens.

    ``host`` is how containers reach this machine. Stacks that are there when it closes are ended.
    """

    def __init__(self, registry: str, host: str, folder: Path, say: Callable[[str], None]) -> None:
        super().__init__(self._invoked)
        self.stacks: dict[str, Stack] = {}
        self._registry, self._host, self._folder, self._say = registry, host, folder, say
        self._change_sets: dict[str, tuple[Stack, str, dict[str, str], str]] = {}
        self._lock, self._forking = threading.RLock(), threading.Lock()
        self._gateways = subprocess.Popen(
            [sys.executable, "-m", "deploy.gateways"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def close(self) -> None:
        """End every stack."""
        for stack in self.stacks.values():
            for each in (stack.running, stack.candidate):
                if each is not None:
                    each.stop()
        self.stacks.clear()
        self._gateways.communicate()

    # --- the doors: each service in its own dialect -----------------------------------------------------------------------

    def answer(self, path: str, headers: Any, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        """Answer a call of any service."""
        if body.startswith(b"Action=") or b"&Action=" in body:
            asked = dict(parse_qsl(body.decode()))
            try:
                with self._lock:
                    result = getattr(self, f"_{asked['Action']}", self._unknown)(asked)
            except Refused as refused:
                return 400, _xml_error(refused), {"Content-Type": "text/xml"}
            return 200, _xml_answer(asked["Action"], result), {"Content-Type": "text/xml"}
        match str(headers.get("x-amz-target", "")).rpartition(".")[2]:
            case "GetAuthorizationToken":
                token = base64.b64encode(b"AWS:stand-in").decode()
                found = {"authorizationToken": token, "expiresAt": 4102444800, "proxyEndpoint": self._registry}
                return 200, json.dumps({"authorizationData": [found]}).encode(), {}
            case "DescribeImages":
                return self._described(json.loads(body))
            case "BatchDeleteImage":
                return 200, json.dumps(self._deleted(json.loads(body))).encode(), {}
            case "GetParameters":
                names = json.loads(body)["Names"]
                held = [{"Name": name, "Value": self.parameters[name]} for name in names if name in self.parameters]
                return 200, json.dumps({"Parameters": held, "InvalidParameters": []}).encode(), {}
            case _:
                pass
        return super().answer(path, headers, body)

    # --- the registry -----------------------------------------------------------------------------------------------------

    def tags(self, repository: str = "budgetbot") -> list[str]:
        """Return the tags that the registry holds."""
        status, _, body = self._asked("GET", f"/v2/{repository}/tags/list")
        return json.loads(body).get("tags") or [] if status == 200 else []

    def forget(self, tag: str, repository: str = "budgetbot") -> None:
        """Delete an image, whoever may need it."""
        self._deleted({"repositoryName": repository, "imageIds": [{"imageTag": tag}]})

    def _described(self, asked: Json) -> tuple[int, bytes, dict[str, str]]:
        digest = self._digest(asked["repositoryName"], asked["imageIds"][0]["imageTag"])
        if digest is None:
            return self._error("ImageNotFoundException", "The image with that tag does not exist")
        return 200, json.dumps({"imageDetails": [{"imageDigest": digest}]}).encode(), {}

    def _deleted(self, asked: Json) -> Json:
        name, tag = asked["repositoryName"], asked["imageIds"][0]["imageTag"]
        digest = self._digest(name, tag)
        if digest is None:
            return {"failures": [{"failureCode": "ImageNotFound", "failureReason": tag}]}
        self._asked("DELETE", f"/v2/{name}/manifests/{digest}")
        return {"imageIds": [{"imageTag": tag, "imageDigest": digest}], "failures": []}

    def _digest(self, name: str, tag: str) -> str | None:
        status, headers, _ = self._asked("HEAD", f"/v2/{name}/manifests/{tag}")
        return headers["docker-content-digest"] if status == 200 else None

    def _asked(self, method: str, path: str) -> tuple[int, Mapping[str, str], bytes]:
        kinds = "application/vnd.docker.distribution.manifest.v2+json, application/vnd.oci.image.manifest.v1+json"
        connection = http.client.HTTPConnection(urlsplit(self._registry).netloc, timeout=10)
        try:
            connection.request(method, path, headers={"Accept": kinds})
            answered = connection.getresponse()
            return answered.status, {name.lower(): value for name, value in answered.getheaders()}, answered.read()
        finally:
            connection.close()

    # --- Lambda -----------------------------------------------------------------------------------------------------------

    def _invoked(self, name: str, payload: bytes) -> tuple[bytes, str | None]:
        found = re.fullmatch(r"(?:arn:aws:lambda:[^:]+:\d+:function:)?([^:]+)(?::([^:]+))?", unquote(name))
        if found is not None:
            for stack in list(self.stacks.values()):
                # What has a number is the newest version; the alias stays with what has the traffic.
                newest = stack.candidate or stack.running
                running = newest if (found[2] or "").isdecimal() else stack.running or newest
                if running is not None and found[1] in running.functions:
                    return running.invoke(found[1], payload)
        return json.dumps({"errorMessage": f"Function not found: {name}"}).encode(), "ResourceNotFound"

    def _GetCallerIdentity(self, _asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        return {"Account": "123456789012", "UserId": "stand-in", "Arn": "arn:aws:iam::123456789012:role/stand-in"}

    def _unknown(self, asked: Mapping[str, str]) -> Json:
        raise Refused("InvalidAction", f"the stand-in knows no {asked['Action']}")

    # --- CloudFormation: reading ------------------------------------------------------------------------------------------

    def _found(self, asked: Mapping[str, str]) -> Stack:
        wanted = asked["StackName"]
        for stack in self.stacks.values():
            if wanted in {stack.name, stack.id}:
                return stack
        raise Refused("ValidationError", f"Stack with id {wanted} does not exist")

    def _DescribeStacks(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack = self._found(asked)
        outputs = {}
        if stack.running is not None:
            outputs = dict(resolved(stack.template, stack.parameters)["Outputs"])
            outputs["ApiUrl"] = stack.running.api
        return {
            "Stacks": [
                {
                    "StackName": stack.name,
                    "StackId": stack.id,
                    "StackStatus": stack.status,
                    "StackStatusReason": stack.reason,
                    "CreationTime": _now(),
                    "Parameters": _pairs(stack.parameters, "Parameter"),
                    "Outputs": _pairs(outputs, "Output"),
                }
            ]
        }

    def _DescribeStackEvents(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        return {"StackEvents": list(self._found(asked).events)}

    def _GetTemplate(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        return {"TemplateBody": self._found(asked).template}

    def _GetTemplateSummary(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        return {"Parameters": [{"ParameterKey": name} for name in self._found(asked).parameters]}

    # --- CloudFormation: changing -----------------------------------------------------------------------------------------

    def _CreateChangeSet(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        kind, name = asked["ChangeSetType"], asked["StackName"]
        if kind == "CREATE":
            self.stacks.setdefault(name, Stack(name)).becomes("REVIEW_IN_PROGRESS")
        stack = self._found(asked)
        parameters = self._accepted(asked)
        identity = f"{stack.id}/{asked['ChangeSetName']}"
        self._change_sets[identity] = (stack, asked["TemplateBody"], parameters, kind)
        return {"Id": identity, "StackId": stack.id}

    def _accepted(self, asked: Mapping[str, str]) -> dict[str, str]:
        """Return the parameters of a call once the template and they are what CloudFormation would take."""
        if "CAPABILITY_IAM" not in asked.values():
            raise Refused("InsufficientCapabilitiesException", "Requires capabilities : [CAPABILITY_IAM]")
        numbers = (re.fullmatch(r"Parameters\.member\.(\d+)\.ParameterKey", name) for name in asked)
        keys = [found[1] for found in numbers if found]
        earlier = self._found(asked).parameters
        given = {}
        for number in keys:
            key = asked[f"Parameters.member.{number}.ParameterKey"]
            value = asked.get(f"Parameters.member.{number}.ParameterValue")
            if value is not None:
                given[key] = value
            elif key in earlier:  # UsePreviousValue
                given[key] = earlier[key]
        try:
            resolved(asked["TemplateBody"], given)
        except (ValueError, KeyError) as problem:
            raise Refused("ValidationError", f"Template error: {problem}") from None
        return given

    def _DescribeChangeSet(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack, template, parameters, kind = self._change_sets[asked["ChangeSetName"]]
        if kind == "UPDATE" and (template, parameters) == (stack.template, stack.parameters):
            return {"Status": "FAILED", "StatusReason": "The submitted information didn't contain changes."}
        wanted = resolved(template, parameters)["Resources"]
        changes = [
            {
                "Type": "Resource",
                "ResourceChange": {
                    "Action": "Add" if kind == "CREATE" else "Modify",
                    "LogicalResourceId": name,
                    "ResourceType": resource["Type"],
                },
            }
            for name, resource in wanted.items()
        ]
        return {"Status": "CREATE_COMPLETE", "StackId": stack.id, "Changes": changes}

    def _ExecuteChangeSet(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack, template, parameters, kind = self._change_sets[asked["ChangeSetName"]]
        kept = asked.get("DisableRollback") == "true"
        self._begin(stack, template, parameters, kind, kept=kept)
        return {}

    def _UpdateStack(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack, parameters = self._found(asked), self._accepted(asked)
        if (asked["TemplateBody"], parameters) == (stack.template, stack.parameters):
            raise Refused("ValidationError", "No updates are to be performed.")
        self._begin(stack, asked["TemplateBody"], parameters, "UPDATE", kept=False)
        return {"StackId": stack.id}

    def _RollbackStack(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack = self._found(asked)
        stack.becomes("UPDATE_ROLLBACK_COMPLETE")
        return {"StackId": stack.id}

    def _DeleteStack(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack = self.stacks.pop(self._found(asked).name)
        for each in (stack.running, stack.candidate):
            if each is not None:
                each.stop()
        self._say(f"{stack.name}: deleted")
        return {}

    def _begin(self, stack: Stack, template: str, parameters: dict[str, str], kind: str, *, kept: bool) -> None:
        stack.becomes(f"{kind}_IN_PROGRESS")
        threading.Thread(target=self._carry_out, args=(stack, template, parameters, kind, kept), daemon=True).start()

    def _carry_out(self, stack: Stack, template: str, parameters: dict[str, str], kind: str, kept: bool) -> None:
        wanted = resolved(template, parameters)["Resources"]
        try:
            stack.candidate = self._started(stack, wanted)
            self._ask_hook(stack, wanted, kind)
        except Exception as problem:  # noqa: BLE001 - whatever it is, a stack says it and has failed
            if stack.candidate is not None:
                stack.candidate.stop()
                stack.candidate = None
            self._say(f"{stack.name}: {problem}")
            stack.becomes(f"{kind}_FAILED", str(problem))
            if kind == "UPDATE" and not kept:
                stack.becomes("UPDATE_ROLLBACK_COMPLETE", str(problem))
            return
        former, stack.running, stack.candidate = stack.running, stack.candidate, None
        stack.template, stack.parameters = template, parameters
        if former is not None:
            former.stop()
        self._say(f"{stack.name}: {'made' if kind == 'CREATE' else 'changed'}, image …{parameters['Image'][-8:]}")
        stack.becomes(f"{kind}_COMPLETE")

    def _ask_hook(self, stack: Stack, wanted: Json, kind: str) -> None:
        """Ask what CodeDeploy asks before a version gets traffic. A stack that is new has none to move: there it does not ask."""
        update = wanted["AppAliaslive"].get("UpdatePolicy", {}).get("CodeDeployLambdaAliasUpdate", {})
        if kind == "CREATE" or "BeforeAllowTrafficHook" not in update or stack.candidate is None:
            return
        self.reported.clear()
        hook = {"DeploymentId": f"d-{next(_NUMBERS)}", "LifecycleEventHookExecutionId": "1"}
        answer, _ = stack.candidate.invoke(update["BeforeAllowTrafficHook"], json.dumps(hook).encode())
        status = [each["status"] for each in self.reported if each["deploymentId"] == hook["DeploymentId"]]
        self._say(f"{stack.name}: the hook says {status or answer.decode(errors='replace')}")
        if status != ["Succeeded"]:
            raise Failed("CodeDeploy: the BeforeAllowTraffic hook failed; the traffic stays where it was")

    # --- a stack's containers ---------------------------------------------------------------------------------------------

    def _started(self, stack: Stack, wanted: Json) -> Running:
        """Start the functions of a template that is resolved, behind SAM's local gateway; return once it answers."""
        folder = self._folder / f"{stack.name}-{next(_NUMBERS)}"
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
        kept = ("PATH", "HOME", "DOCKER_HOST", "SAM_CLI_TELEMETRY")
        return {name: os.environ[name] for name in kept if name in os.environ} | {
            "AWS_DEFAULT_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "stand-in",
            "AWS_SECRET_ACCESS_KEY": "stand-in",
            "AWS_ENDPOINT_URL_STS": self.server.url,  # SAM asks whose account this is
        }

    def _as_sam_reads_it(self, wanted: Json) -> tuple[Json, list[str]]:
        """Return the functions and the API of a resolved template, for SAM, and the functions' names."""
        resources: Json = {}
        names = []
        for name, resource in wanted.items():
            if resource["Type"] == "AWS::Lambda::Function":
                properties = json.loads(json.dumps(resource["Properties"]))
                properties["Code"] = {"ImageUri": self._pulled(properties["Code"]["ImageUri"])}
                at = f"http://{self._host}:{self.server.server_address[1]}"
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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _pairs(values: Mapping[str, Any], kind: str) -> list[Json]:
    return [{f"{kind}Key": name, f"{kind}Value": str(value)} for name, value in values.items()]


def _xml(value: Any) -> str:
    match value:
        case dict():
            return "".join(f"<{name}>{_xml(each)}</{name}>" for name, each in value.items())
        case list():
            return "".join(f"<member>{_xml(each)}</member>" for each in value)
        case _:
            return escape(str(value))


def _xml_answer(action: str, result: Json) -> bytes:
    return f"<{action}Response><{action}Result>{_xml(result)}</{action}Result></{action}Response>".encode()


def _xml_error(refused: Refused) -> bytes:
    said = {"Type": "Sender", "Code": refused.code, "Message": str(refused)}
    return f"<ErrorResponse><Error>{_xml(said)}</Error></ErrorResponse>".encode()
