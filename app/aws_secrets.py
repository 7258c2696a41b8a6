"""Reads settings from where AWS keeps secrets: parameters of Systems Manager (SSM), or a secret of Secrets Manager.

It is called where SECRETS_FROM is set, once for each process: after a secret has changed the program must be started again. Errors
are sentences without secrets.
"""

import json
import logging
import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from settings import SettingsError

_TIMEOUT = 5  # seconds to connect, and as many to read
_SAID = {
    "NoRegionError": "no AWS region is set, e.g. AWS_REGION=eu-central-1",
    "NoCredentialsError": "there are no AWS credentials: give the program a role, or set AWS_PROFILE",
    "PartialCredentialsError": "the AWS credentials are not whole",
    "UnrecognizedClientException": "AWS does not know the credentials",
    "InvalidSignatureException": "AWS does not know the credentials, or this machine's clock is wrong",
    "ExpiredTokenException": "the AWS credentials have run out",
    "ResourceNotFoundException": "there is no such secret in this region",
    "EndpointConnectionError": "AWS can't be reached; a function inside a VPC needs an endpoint or a NAT gateway",
    "ConnectTimeoutError": "AWS can't be reached; a function inside a VPC needs an endpoint or a NAT gateway",
    "ReadTimeoutError": "AWS does not answer",
}
"""What an error of botocore means, by its class or by AWS's code."""
_ALLOW = {
    "ssm": "ssm:GetParametersByPath on that path (and kms:Decrypt, for a key of your own)",
    "secretsmanager": "secretsmanager:GetSecretValue on that secret (and kms:Decrypt, for a key of your own)",
}


def read(source: str) -> Mapping[str, str]:
    """Return the variables that a source holds, `ssm:/path/` or `secretsmanager:name`. Raises SettingsError."""
    try:
        import botocore.session
        from botocore.config import Config
        from botocore.exceptions import BotoCoreError, ClientError
    except ImportError:
        raise _wrong(source, "it needs botocore, which is not installed; the image has it") from None
    logging.getLogger("botocore").setLevel(logging.WARNING)  # its debug lines quote what it reads
    service, _, place = source.partition(":")
    limits = Config(
        connect_timeout=_TIMEOUT, read_timeout=_TIMEOUT, retries={"mode": "standard", "total_max_attempts": 2}
    )
    try:
        client = botocore.session.get_session().create_client(service, region(), config=limits)
        found = _parameters(client, place) if service == "ssm" else _secret(client, place, partial(_wrong, source))
    except ClientError as problem:
        code = str(problem.response.get("Error", {}).get("Code", ""))
        denied = "AccessDenied" in code or "NotAuthorized" in code
        said = (
            f"the role may not read it: allow {_ALLOW[service]}"
            if denied
            else _SAID.get(code, f"AWS refuses it ({code})")
        )
        raise _wrong(source, said) from None
    except BotoCoreError as problem:
        kind = type(problem).__name__
        raise _wrong(source, _SAID.get(kind, f"it can't be read ({kind})")) from None
    if not found:
        raise _wrong(source, "nothing is there; each setting is a parameter, e.g. /budgetbot/qa/DATABASE_URL")
    return found


def region() -> str | None:
    """Return the region that AWS_REGION names; botocore itself reads only AWS_DEFAULT_REGION."""
    return os.environ.get("AWS_REGION") or None


def _parameters(client: Any, path: str) -> dict[str, str]:
    pages = client.get_paginator("get_parameters_by_path").paginate(Path=path.rstrip("/") or "/", WithDecryption=True)
    return {each["Name"].rpartition("/")[2]: each["Value"] for page in pages for each in page["Parameters"]}


def _secret(client: Any, name: str, wrong: Callable[[str], SettingsError]) -> dict[str, str]:
    try:
        held = json.loads(client.get_secret_value(SecretId=name).get("SecretString", ""))
    except ValueError:
        held = None
    if not isinstance(held, dict) or not all(isinstance(each, str | int) for each in held.values()):
        raise wrong('it must be a JSON object of variables, e.g. {"DATABASE_URL": "postgresql://…"}')
    return {variable: str(text) for variable, text in held.items()}


def _wrong(source: str, said: str) -> SettingsError:
    return SettingsError((f"SECRETS_FROM={source}: {said}",))
