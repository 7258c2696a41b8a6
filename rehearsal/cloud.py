"""A stand-in for the part of AWS that a deployment calls: CloudFormation, ECR, Lambda, CodeDeploy, parameters.

It answers the calls that SAM and deploy/cloud.py make. A stack is SAM's own transform of the template, run as containers of the
pushed image behind SAM's local gateway; its hook is called as CodeDeploy calls it. docs/deploying.md says what it can't show: IAM's
permissions, a canary over minutes, and whether the real CloudFormation accepts the template.
"""

import base64
import json
import re
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from rehearsal.registry import Registry
from rehearsal.sam import Failed, Sam
from rehearsal.stacks import NUMBERS, Refused, Stack, now, pairs, resolved, xml_answer, xml_error
from rehearsal.stand_ins import Aws, Json


class Cloud(Aws):
    """AWS, as far as a deployment sees it. ``say`` gets a line for each change of a stack.

    ``host`` is the address at which containers reach this machine. Stacks that are there when it closes are ended.
    """

    def __init__(self, registry: str, host: str, folder: Path, say: Callable[[str], None]) -> None:
        super().__init__(self._invoked)
        self.stacks: dict[str, Stack] = {}
        self.registry = Registry(registry)
        self._say = say
        self._deleted: dict[str, Stack] = {}  # CloudFormation shows a deleted stack by its id
        self._change_sets: dict[str, tuple[Stack, str, dict[str, str], str]] = {}
        self._lock = threading.RLock()
        self._sam = Sam(self.server, host, folder)

    def close(self) -> None:
        """End every stack."""
        for stack in self.stacks.values():
            for each in (stack.running, stack.candidate):
                if each is not None:
                    each.stop()
        self.stacks.clear()
        self._sam.close()

    def leave(self, name: str, status: str) -> None:
        """Leave a stack that could never be made, as an earlier run may have."""
        self.stacks[name] = Stack(name, status=status)

    def is_changing(self) -> bool:
        """Whether CloudFormation is at work on a stack."""
        return any(one.began and one.status.endswith("_IN_PROGRESS") for one in self.stacks.values())

    # --- the endpoint: each service has its own protocol -----------------------------------------------------------------------

    def answer(self, path: str, headers: Any, body: bytes) -> tuple[int, bytes, dict[str, str]]:
        """Answer a call of any service."""
        if body.startswith(b"Action=") or b"&Action=" in body:
            asked = dict(parse_qsl(body.decode()))
            try:
                with self._lock:
                    result = getattr(self, f"_{asked['Action']}", self._unknown)(asked)
            except Refused as refused:
                return 400, xml_error(refused), {"Content-Type": "text/xml"}
            return 200, xml_answer(asked["Action"], result), {"Content-Type": "text/xml"}
        match str(headers.get("x-amz-target", "")).rpartition(".")[2]:
            case "GetAuthorizationToken":
                token = base64.b64encode(b"AWS:stand-in").decode()
                found = {"authorizationToken": token, "expiresAt": 4102444800, "proxyEndpoint": self.registry.url}
                return 200, json.dumps({"authorizationData": [found]}).encode(), {}
            case "DescribeImages":
                asked = json.loads(body)
                digest = self.registry.digest(asked["repositoryName"], asked["imageIds"][0]["imageTag"])
                if digest is None:
                    return self._error("ImageNotFoundException", "The image with that tag does not exist")
                return 200, json.dumps({"imageDetails": [{"imageDigest": digest}]}).encode(), {}
            case "BatchDeleteImage":
                return 200, json.dumps(self.registry.batch_delete(json.loads(body))).encode(), {}
            case _:
                pass
        return super().answer(path, headers, body)

    # --- Lambda -----------------------------------------------------------------------------------------------------------

    def _invoked(self, name: str, payload: bytes) -> tuple[bytes, str | None]:
        found = re.fullmatch(r"(?:arn:aws:lambda:[^:]+:\d+:function:)?([^:]+)(?::([^:]+))?", unquote(name))
        if found is not None:
            for stack in list(self.stacks.values()):
                # A version number means the newest version; the alias means the version that has the traffic.
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
        if wanted in self._deleted:
            return self._deleted[wanted]
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
                    "CreationTime": now(),
                    "Parameters": pairs(stack.parameters, "Parameter"),
                    "Outputs": pairs(outputs, "Output"),
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
        stack = self._idle(asked)
        parameters = self._accepted(asked)
        identity = f"{stack.id}/{asked['ChangeSetName']}"
        self._change_sets[identity] = (stack, asked["TemplateBody"], parameters, kind)
        return {"Id": identity, "StackId": stack.id}

    def _accepted(self, asked: Mapping[str, str]) -> dict[str, str]:
        """Return the parameters of a call. Raises `Refused` if CloudFormation would not take them, or the template."""
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
        self._idle({"StackName": stack.name})
        kept = asked.get("DisableRollback") == "true"
        self._begin(stack, template, parameters, kind, kept=kept)
        return {}

    def _UpdateStack(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack, parameters = self._idle(asked), self._accepted(asked)
        if (asked["TemplateBody"], parameters) == (stack.template, stack.parameters):
            raise Refused("ValidationError", "No updates are to be performed.")
        self._begin(stack, asked["TemplateBody"], parameters, "UPDATE", kept=False)
        return {"StackId": stack.id}

    def _idle(self, asked: Mapping[str, str]) -> Stack:
        """Return a stack that can be changed now. Raises `Refused` as CloudFormation does for any other."""
        stack = self._found(asked)
        changeable = {"REVIEW_IN_PROGRESS", "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE"}
        if stack.status not in changeable:
            raise Refused("ValidationError", f"Stack:{stack.id} is in {stack.status} state and can not be updated.")
        return stack

    def _CancelUpdateStack(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack = self._found(asked)
        if stack.status != "UPDATE_IN_PROGRESS":
            raise Refused("ValidationError", "CancelUpdateStack cannot be called from current stack status")
        stack.cancelled = True
        return {}

    def _ContinueUpdateRollback(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack = self._found(asked)
        if stack.status != "UPDATE_ROLLBACK_FAILED":
            raise Refused("ValidationError", f"Stack:{stack.id} is in {stack.status} state")
        stack.becomes("UPDATE_ROLLBACK_COMPLETE")
        return {}

    def _RollbackStack(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        stack = self._found(asked)
        stack.becomes("UPDATE_ROLLBACK_COMPLETE")
        return {"StackId": stack.id}

    def _DeleteStack(self, asked: Mapping[str, str]) -> Json:  # noqa: N802 - AWS's own name
        named = [one.name for one in self.stacks.values() if asked["StackName"] in {one.name, one.id}]
        if not named:  # deleting what is not there succeeds
            return {}
        stack = self.stacks.pop(named[0])
        stack.cancelled = True
        self._deleted[stack.id] = stack
        stack.becomes("DELETE_COMPLETE")
        for each in (stack.running, stack.candidate):
            if each is not None:
                each.stop()
        self._say(f"{stack.name}: deleted")
        return {}

    def _begin(self, stack: Stack, template: str, parameters: dict[str, str], kind: str, *, kept: bool) -> None:
        stack.began, stack.cancelled = True, False
        stack.becomes(f"{kind}_IN_PROGRESS")
        threading.Thread(target=self._carry_out, args=(stack, template, parameters, kind, kept), daemon=True).start()

    def _carry_out(self, stack: Stack, template: str, parameters: dict[str, str], kind: str, kept: bool) -> None:
        wanted = resolved(template, parameters)["Resources"]
        try:
            stack.candidate = self._sam.started(stack.name, wanted)
            self._ask_hook(stack, wanted, kind)
            if stack.cancelled:
                raise Failed("Resource update cancelled")
        except Exception as problem:  # noqa: BLE001 - any error is the reason why a stack failed
            if stack.candidate is not None:
                stack.candidate.stop()
                stack.candidate = None
            self._say(f"{stack.name}: {problem}")
            if stack.status == "DELETE_COMPLETE":
                return
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
        """Call the hook as CodeDeploy does before a version gets traffic; not for a new stack, which has no traffic to move."""
        update = wanted["AppAliaslive"].get("UpdatePolicy", {}).get("CodeDeployLambdaAliasUpdate", {})
        if kind == "CREATE" or "BeforeAllowTrafficHook" not in update or stack.candidate is None:
            return
        self.reported.clear()
        hook = {"DeploymentId": f"d-{next(NUMBERS)}", "LifecycleEventHookExecutionId": "1"}
        answer, _ = stack.candidate.invoke(update["BeforeAllowTrafficHook"], json.dumps(hook).encode())
        status = [each["status"] for each in self.reported if each["deploymentId"] == hook["DeploymentId"]]
        self._say(f"{stack.name}: the hook says {status or answer.decode(errors='replace')}")
        if status != ["Succeeded"]:
            raise Failed("CodeDeploy: the BeforeAllowTraffic hook failed; the traffic stays where it was")
