"""Reads settings from where AWS keeps secrets: parameters of Systems Manager (SSM), or a secret of Secrets Manager.

It is called where SECRETS_FROM is set, when the program starts; a function on Lambda calls it again (`app/aws_lambda.py`).
Errors are sentences without secrets.
"""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from app.aws import plainly, quieten, region
from settings import SettingsError

_TIMEOUT = 5  # seconds to connect, and as many to read
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
    quieten()
    service, _, place = source.partition(":")
    limits = Config(
        connect_timeout=_TIMEOUT, read_timeout=_TIMEOUT, retries={"mode": "standard", "total_max_attempts": 2}
    )
    try:
        client = botocore.session.get_session().create_client(service, region(), config=limits)
        found = _parameters(client, place) if service == "ssm" else _secret(client, place, partial(_wrong, source))
    except (BotoCoreError, ClientError) as problem:
        raise _wrong(source, plainly(problem, f"the role may not read it: allow {_ALLOW[service]}")) from None
    if not found:
        raise _wrong(source, "nothing is there; each setting is a parameter, e.g. /budgetbot/qa/DATABASE_URL")
    return found


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
