"""A server that speaks S3, moto's, as a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

KEY, HIDDEN = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI-hunter2-bPxRfiCYEXAMPLEKEY"


@contextmanager
def s3_server(**more: str) -> Iterator[dict[str, str]]:
    """Start a server on a free port; give the variables by which programs of AWS find it, with a key."""
    quiet = {name: text for name, text in os.environ.items() if not name.startswith("AWS_")}
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    with subprocess.Popen(command, env=quiet | more, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            said = ""
            while (found := re.search(r"Running on (http://\S+)", said)) is None:
                line = server.stderr.readline()
                assert line, said
                said += line
            yield {
                "AWS_ENDPOINT_URL_S3": found[1],
                "AWS_ACCESS_KEY_ID": KEY,
                "AWS_SECRET_ACCESS_KEY": HIDDEN,
                "AWS_CONFIG_FILE": os.devnull,
                "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
                "AWS_EC2_METADATA_DISABLED": "true",
            }
        finally:
            server.terminate()
            server.stderr.read()
