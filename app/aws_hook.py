"""The hook of a deployment on AWS, before a new version of the function gets traffic."""

import json
import logging
import time
from typing import Any

from app.aws_tasks import TaskFailed

log = logging.getLogger(__name__)

Json = dict[str, Any]

_CHECKS = 150  # seconds that the hook leaves of its own time for the checks after a migration

_READYZ: Json = {
    "version": "2.0",
    "routeKey": "$default",
    "rawPath": "/readyz",
    "rawQueryString": "",
    "headers": {"host": "pre-traffic"},
    "requestContext": {
        "stage": "$default",
        "http": {"method": "GET", "path": "/readyz", "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": ""},
    },
    "isBase64Encoded": False,
}


def try_out(event: Json, version: str, seconds: float) -> Json:
    """Try a new version of the function, and report to CodeDeploy whether it may have traffic. It takes ``seconds`` at most.

    The new version migrates the database itself (the old version still runs beside it: expand first, contract later), then must be
    ready, then must find nothing wrong. Where the migrations take longer than there is time, it gets no traffic, and the next
    deployment goes on with them. The webhook is not checked: the first deployment registers it after the traffic has moved.
    Raises what botocore raises if the report itself fails; CodeDeploy takes no report for a failure.
    """
    import botocore.session
    from botocore.config import Config

    from app.aws import region

    session = botocore.session.get_session()
    patient = Config(read_timeout=seconds, retries={"total_max_attempts": 1}, tcp_keepalive=True)
    # Its methods come from data, so it has no type.
    functions: Any = session.create_client("lambda", region(), config=patient)
    deadline = time.monotonic() + seconds - _CHECKS

    def ask(payload: Json) -> Json:
        answered = functions.invoke(FunctionName=version, Payload=json.dumps(payload).encode())
        answer: Json = json.loads(answered["Payload"].read())
        if "FunctionError" in answered or answer.get("statusCode", 200) != 200:
            raise TaskFailed(str(answer.get("errorMessage") or answer.get("body")))
        return answer

    status, said = "Failed", ""
    try:
        migrated: Json = {"more": True, "said": ["There is no time for migrations."]}
        while migrated.get("more"):
            left = int(deadline - time.monotonic())
            if left < 1:
                raise TaskFailed(f"{migrated['said'][-1]} Deploy again.")
            migrated = ask({"task": "migrate", "seconds": left})
        for payload in (_READYZ, {"task": "doctor", "but": ["updates"]}):
            ask(payload)
        status, said = "Succeeded", "It is migrated and ready, and nothing is wrong."
    except Exception as problem:
        said = str(problem)
        log.exception("The new version gets no traffic")
    deployments: Any = session.create_client("codedeploy", region())
    deployments.put_lifecycle_event_hook_execution_status(
        deploymentId=event["DeploymentId"],
        lifecycleEventHookExecutionId=event["LifecycleEventHookExecutionId"],
        status=status,
    )
    log.info("%s: %s", status, said)
    return {"status": status, "said": said}
