"""The pipeline's calls to AWS, one verb each. An answer is a line; a failure is a sentence and status 1.

It runs in the road's own environment, whose SAM brings boto3. Credentials and region come from the environment.
"""

import argparse
import base64
import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

CAPABILITIES = ["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"]  # the second is for SAM's transform without a change set
_AS_IT_WAS = "No updates are to be performed"
_WELL = frozenset({"CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "IMPORT_COMPLETE"})
"""Statuses of a stack that serves and can be changed."""
_NEVER_MADE = frozenset(
    {"REVIEW_IN_PROGRESS", "CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED"}
)
"""Statuses of a stack that never served, or that was being deleted: nothing is lost with it."""
_LONGEST_CHANGE = 1800  # seconds
_PAUSE = 5  # seconds between two looks at a stack
_MOST_MENDED = 3

Client = Callable[[str], Any]
"""Returns boto3's client of a service."""


class Refused(Exception):
    """A request that can't be done; its text is a sentence for the run's log."""


def password(client: Client) -> str:
    """Return the password of the user AWS for `docker login`."""
    found = client("ecr").get_authorization_token()["authorizationData"][0]["authorizationToken"]
    return base64.b64decode(found).decode().partition(":")[2]


def digest(client: Client, repository: str, tag: str) -> str:
    """Return the address of a pushed image by its digest, which can't change."""
    asked = {"repositoryName": _name(repository), "imageIds": [{"imageTag": tag}]}
    return f"{repository}@{client('ecr').describe_images(**asked)['imageDetails'][0]['imageDigest']}"


def forget_image(client: Client, repository: str, tag: str) -> str:
    """Delete a pushed image, if it exists."""
    asked = {"repositoryName": _name(repository), "imageIds": [{"imageTag": tag}]}
    wrong = [
        each
        for each in client("ecr").batch_delete_image(**asked).get("failures", [])
        if each.get("failureCode") != "ImageNotFound"
    ]
    if wrong:
        raise Refused(f"The image {tag} stays: {wrong[0].get('failureReason')}")
    return f"The image {tag} is deleted."


def output(client: Client, stack: str, key: str) -> str:
    """Return an output of a stack."""
    found = _stack(client, stack) or {}
    for each in found.get("Outputs", []):
        if each["OutputKey"] == key:
            return str(each["OutputValue"])
    raise Refused(f"The stack {stack} has no output {key}.")


def reason(client: Client, stack: str) -> str:
    """Return the first failure of the latest change of a stack. (SAM's last line says only that the change failed.)"""
    first = f"{stack} is gone; SAM's table of events says why"
    if _stack(client, stack) is None:
        return first
    for event in client("cloudformation").describe_stack_events(StackName=stack)["StackEvents"]:  # the newest first
        status, root = event["ResourceStatus"], event["LogicalResourceId"] == stack
        if root and status in {"CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS"}:
            break
        if status.endswith("FAILED"):
            first = f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', status)}"
    return first


def tasks(client: Client, stack: str, *names: str) -> str:
    """Let the bot that has the traffic do tasks, one after another, and return its lines."""
    live, functions, said = output(client, stack, "LiveAlias"), client("lambda"), []
    for name in names:
        answer: dict[str, Any] = {"more": True}
        while answer.get("more"):  # each time it has come further
            answered = functions.invoke(FunctionName=live, Payload=json.dumps({"task": name}).encode())
            answer = json.loads(answered["Payload"].read())
            if "FunctionError" in answered or "said" not in answer:
                raise Refused(f"{stack}: {answer.get('errorMessage', answer)}")
            said += [f"{name}: {line}" for line in answer["said"]]
    return "\n".join(said)


def ready(client: Client, stack: str) -> str:
    """Wait until nobody changes a stack, and mend what an earlier run left, so that it can be deployed.

    A stack that could never be made is deleted, one that could not go back is helped to. Raises `Refused` for any other that
    can't be changed: a stack that has served is never deleted here.
    """
    said: list[str] = []
    for _ in range(_MOST_MENDED):
        found = _settled(client, stack)
        status = found["StackStatus"] if found else None
        service = client("cloudformation")
        if found is None or status in _WELL:
            return "\n".join([*said, f"{stack} can be deployed."])
        if status == "UPDATE_ROLLBACK_FAILED":
            service.continue_update_rollback(StackName=found["StackId"])
            said.append(f"{stack} could not go back ({found.get('StackStatusReason', status)}); it tries again.")
        elif status in _NEVER_MADE:
            _delete(client, found)
            said.append(f"{stack} could never be made ({status}), and is deleted.")
        else:
            break
    raise Refused(f"{stack} can't be mended ({status}): look at its events.")


def remember(client: Client, stack: str, file: str) -> str:
    """Write the stack's present template and parameters into a file, for `put_back`."""
    now = _now(client, stack)
    Path(file).write_text(json.dumps(now))
    return f"{stack} is remembered as it is." if now else f"{stack} is not there yet."


def put_back(client: Client, stack: str, file: str) -> str:
    """Restore a stack from the file of `remember`: the same template with the same parameters, or no stack.

    A change that goes on, because the run was cancelled in the middle of it, is cancelled first.
    Traffic goes back at once: without a canary, and without the hook, which would check the former version against a newer schema.
    """
    before, service = json.loads(Path(file).read_text()), client("cloudformation")
    found = _stack(client, stack)
    if found is not None and found["StackStatus"] == "UPDATE_IN_PROGRESS":
        service.cancel_update_stack(StackName=found["StackId"])
    if before is None:
        if found is None:
            return f"{stack} is as it was: it is not there."
        _delete(client, found)
        return f"{stack} is deleted: it was not there before."
    ready(client, stack)
    now = _now(client, stack)
    if before == now:
        return f"{stack} is as it was."
    parameters = before["parameters"] | ({"Shift": "at-once"} if "Shift" in before["parameters"] else {})
    try:
        service.update_stack(
            StackName=stack,
            TemplateBody=before["template"],
            Parameters=[{"ParameterKey": name, "ParameterValue": value} for name, value in parameters.items()],
            Capabilities=CAPABILITIES,
        )
    except service.exceptions.ClientError as problem:
        if _AS_IT_WAS in str(problem):
            return f"{stack} is as it was."
        raise
    service.get_waiter("stack_update_complete").wait(StackName=stack, WaiterConfig={"Delay": _PAUSE})
    return f"{stack} is put back: the template and the image that it had."


def _now(client: Client, stack: str) -> dict[str, Any] | None:
    found = _settled(client, stack)
    if found is None or found["StackStatus"] not in _WELL:
        return None
    template = client("cloudformation").get_template(StackName=stack, TemplateStage="Original")["TemplateBody"]
    return {
        "template": template if isinstance(template, str) else json.dumps(template),
        "parameters": {each["ParameterKey"]: each["ParameterValue"] for each in found.get("Parameters", [])},
    }


def _stack(client: Client, stack: str) -> dict[str, Any] | None:
    service = client("cloudformation")
    try:
        found: dict[str, Any] = service.describe_stacks(StackName=stack)["Stacks"][0]
    except service.exceptions.ClientError as problem:
        if "does not exist" in str(problem):
            return None
        raise
    return None if found["StackStatus"] == "DELETE_COMPLETE" else found


def _settled(client: Client, stack: str) -> dict[str, Any] | None:
    """Return a stack once nobody changes it any more, None where there is none. Raises `Refused` after half an hour."""
    deadline = time.monotonic() + _LONGEST_CHANGE
    while True:
        found = _stack(client, stack)
        status = found["StackStatus"] if found else ""
        # A stack in review is what a change set left that was never carried out.
        if found is None or not status.endswith("IN_PROGRESS") or status == "REVIEW_IN_PROGRESS":
            return found
        if time.monotonic() > deadline:
            raise Refused(f"{stack} is still being changed ({status}): another deployment, or somebody by hand.")
        time.sleep(_PAUSE)


def _delete(client: Client, found: dict[str, Any]) -> None:
    service = client("cloudformation")
    service.delete_stack(StackName=found["StackId"])
    service.get_waiter("stack_delete_complete").wait(StackName=found["StackId"], WaiterConfig={"Delay": _PAUSE})


def _name(repository: str) -> str:
    return repository.partition("/")[2]


VERBS: Mapping[str, Callable[..., str]] = {
    verb.__name__.replace("_", "-"): verb
    for verb in (password, digest, forget_image, output, reason, tasks, ready, remember, put_back)
}


def main() -> int:
    """Do one verb."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("verb", choices=VERBS)
    parser.add_argument("arguments", nargs="*")
    asked = parser.parse_args()
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError, ClientError

    # An invocation is not repeated, and may take as long as a function may run: so long networks forget a silent connection.
    once = Config(read_timeout=910, retries={"total_max_attempts": 1}, tcp_keepalive=True)

    def client(service: str) -> Any:
        return boto3.client(service, config=once if service == "lambda" else None)

    try:
        print(VERBS[asked.verb](client, *asked.arguments))
    except (Refused, BotoCoreError, ClientError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
