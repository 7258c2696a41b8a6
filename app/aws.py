"""What all calls of AWS share: the region, and what botocore's errors mean in plain words, without secrets."""

import logging
import os
from collections.abc import Mapping

_SAID = {
    "NoRegionError": "no AWS region is set, e.g. AWS_REGION=eu-central-1",
    "NoCredentialsError": "there are no AWS credentials: give the program a role, or set AWS_PROFILE",
    "PartialCredentialsError": "the AWS credentials are not whole",
    "ProfileNotFound": "there is no such AWS profile: look at AWS_PROFILE",
    "UnrecognizedClientException": "AWS does not know the credentials",
    "InvalidSignatureException": "AWS does not know the credentials, or this machine's clock is wrong",
    "ExpiredTokenException": "the AWS credentials have run out",
    "ResourceNotFoundException": "there is no such secret in this region",
    "EndpointConnectionError": "AWS can't be reached; a function inside a VPC needs an endpoint or a NAT gateway",
    "ConnectTimeoutError": "AWS can't be reached; a function inside a VPC needs an endpoint or a NAT gateway",
    "ReadTimeoutError": "AWS does not answer",
}
"""What an error of botocore means, by its class or by AWS's code."""


def region() -> str | None:
    """Return the region that AWS_REGION names; botocore itself reads only AWS_DEFAULT_REGION."""
    return os.environ.get("AWS_REGION") or None


def quieten(*loggers: str) -> None:
    """Let these loggers say no more than warnings: botocore's debug lines quote what it reads and signs."""
    for name in ("botocore", "urllib3", *loggers):
        logging.getLogger(name).setLevel(logging.WARNING)


def plainly(problem: Exception, denied: str, own: Mapping[str, str] | None = None) -> str:
    """Return what an error of botocore means. ``denied`` says what to allow; ``own`` are a service's words, by class or code."""
    words = _SAID | dict(own or {})
    response = getattr(problem, "response", None)
    if response is None:  # not an answer of AWS
        kind = type(problem).__name__
        return words.get(kind, f"it can't be read ({kind})")
    code = str(response.get("Error", {}).get("Code", ""))
    if "AccessDenied" in code or "NotAuthorized" in code or code == "403":
        return denied
    return words.get(code, f"AWS refuses it ({code})")
