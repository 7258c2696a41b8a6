"""Keeps backups in a bucket of S3, of Amazon's or of any server that speaks it (`AWS_ENDPOINT_URL_S3` names that).

Credentials, region and the rest are found as every program of AWS finds them: in the environment, in `~/.aws`, in the machine's
role. An object appears whole or not at all, and its checksum is compared by the server. Errors are `CareError`, sentences without
secrets. An upload that a kill broke off leaves parts that no list shows: a rule of the bucket's (`AbortIncompleteMultipartUpload`)
takes them away.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from app.aws import plainly, quieten, region
from storage.care import CareError, said_plainly

_ADDRESS = re.compile(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:/[\w!.*'()+=@-]+)*)/?", re.ASCII)
"""A bucket's name and a key of letters that need no escape; Amazon's *bucket naming rules* and *safe characters* of keys."""
_LONGEST_KEY = 900  # of 1,024 bytes that S3 allows; a backup's name comes to it
_CONNECT, _READ = 5, 60  # seconds
_TRIES = 4  # of one request
_CLOCK = "the credentials are wrong, or this machine's clock is"
_GONE = "S3 can't be reached; AWS_ENDPOINT_URL_S3 names a server that is not Amazon's"
_SAID = {
    "NoSuchBucket": "there is no such bucket",
    "NoSuchKey": "there is no such backup",
    "404": "there is no such backup",
    "NoCredentialsError": "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
    "InvalidAccessKeyId": "the server does not know AWS_ACCESS_KEY_ID",
    "SignatureDoesNotMatch": _CLOCK,
    "RequestTimeTooSkewed": _CLOCK,
    "ExpiredToken": "the credentials have run out",
    "PermanentRedirect": "the bucket is in another region: set AWS_REGION",
    "AuthorizationHeaderMalformed": "the bucket is in another region: set AWS_REGION",
    "SlowDown": "the server has too much to do",
    "EndpointConnectionError": _GONE,
    "ConnectTimeoutError": _GONE,
    "ReadTimeoutError": "S3 does not answer",
    "RetriesExceededError": "what comes breaks off again and again",
}


def named(address: str) -> "Bucket | None":
    """Return the bucket of an address, `s3://bucket/prefix`; None for what is none, a file or a folder."""
    found = _ADDRESS.fullmatch(address)
    if found is None or len(found[2]) > _LONGEST_KEY or ".." in found[1]:
        return None
    return Bucket(found[1], f"{found[2][1:]}/" if found[2] else "")


@dataclass(frozen=True, slots=True)
class Bucket:
    """A bucket, and the beginning of the keys in it: empty, or ending in a slash."""

    bucket: str
    prefix: str

    def address(self, name: str = "") -> str:
        """Return how a person names an object, or the place of all."""
        return f"s3://{self.bucket}/{self.prefix}{name}".rstrip("/")

    def names(self) -> list[str]:
        """Return the names of all that looks like a backup. Raises `CareError`."""
        with self._asked("s3:ListBucket") as client:
            pages = client.get_paginator("list_objects_v2").paginate(
                Bucket=self.bucket, Prefix=f"{self.prefix}budget-", Delimiter="/"
            )
            return [each["Key"].removeprefix(self.prefix) for page in pages for each in page.get("Contents", ())]

    def put(self, file: Path, name: str) -> None:
        """Put a file there, in parts where it is large. Raises `CareError`."""
        with self._asked("s3:PutObject", name) as client, _transfers(client) as transfers:
            transfers.upload(str(file), self.bucket, self.prefix + name).result()

    def fetch(self, name: str, to: Path) -> None:
        """Fetch an object into a new file. Raises `CareError`."""
        with self._asked("s3:GetObject", name) as client, said_plainly(), _transfers(client) as transfers:
            transfers.download(self.bucket, self.prefix + name, str(to)).result()
            to.chmod(0o600)

    def delete(self, name: str) -> None:
        """Delete an object; one that is gone is deleted. Raises `CareError`."""
        with self._asked("s3:DeleteObject", name) as client:
            client.delete_object(Bucket=self.bucket, Key=self.prefix + name)

    @contextmanager
    def _asked(self, action: str, name: str = "") -> Iterator[Any]:
        """Give a client, whose methods come from data and have no type; turn its errors into sentences."""
        try:
            import botocore.session
            from botocore.config import Config
            from botocore.exceptions import BotoCoreError, ClientError
            from s3transfer.exceptions import RetriesExceededError
        except ImportError:
            raise CareError(f"{self.address()}: it needs the package's extra `s3`: budgetbot[s3].") from None
        quieten("s3transfer")
        limits = Config(
            connect_timeout=_CONNECT, read_timeout=_READ, retries={"mode": "standard", "total_max_attempts": _TRIES}
        )
        try:
            make = cast("Callable[..., Any]", botocore.session.get_session().create_client)
            yield make("s3", region(), config=limits)
        except (BotoCoreError, ClientError, RetriesExceededError) as problem:
            said = plainly(problem, f"the credentials may not do it: allow {action}", _SAID)
            raise CareError(f"{self.address(name)}: {said}.") from None
        except ValueError:
            raise CareError("AWS_ENDPOINT_URL_S3 or AWS_REGION is wrong: no address comes of it.") from None


@contextmanager
def _transfers(client: Any) -> Iterator[Any]:
    """Give boto3's transfers: parts of 8 MiB, each with a checksum and tried again. They run in the calling thread."""
    from s3transfer.futures import NonThreadedExecutor
    from s3transfer.manager import TransferConfig, TransferManager

    with TransferManager(
        client, TransferConfig(num_download_attempts=_TRIES), executor_cls=NonThreadedExecutor
    ) as made:
        yield made
