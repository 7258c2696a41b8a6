"""The API keeps its description: schemathesis tries it with a valid link and with generated requests."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import uvicorn

from app.build import App, http_app
from tests.chat import SUNDAY
from tests.web.doors import door_in
from tests.web.visitors import share

COUNTS = "metrics-token-16+"
SECRET = "webhook-secret"
CONFIG = f"""
[parameters]
"path.token" = "TOKEN"

[auth.openapi.telegram]
api_key = "{SECRET}"

[auth.openapi.metrics]
bearer = "{COUNTS}"

[auth.openapi.door]
bearer = "DOOR"

# A body that is not an update is answered with 200, because Telegram would repeat it and block its chat.
[[operations]]
include-path = "/telegram"
checks.negative_data_rejection.enabled = false

# What can be read but says no entry is answered with 422, as in the chat.
[[operations]]
include-path = "/entries"
checks.positive_data_acceptance.enabled = false
"""


@contextmanager
def served(app: App) -> Iterator[str]:
    """Serve a budget on a free port."""
    config = uvicorn.Config(http_app(app), log_config=None, access_log=False, lifespan="off", ws="none")
    server = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def test_the_api_does_what_its_description_promises(tmp_path: Path) -> None:
    settings = {
        "METRICS_TOKEN": COUNTS,
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
    }
    with door_in(tmp_path, SUNDAY, **settings) as door:
        say = door.say
        say("12.50 fun tacos\npaid 1500")
        token = share(say, "365d").removeprefix("/s/")
        (tmp_path / "schemathesis.toml").write_text(CONFIG.replace("TOKEN", token).replace("DOOR", door.token))
        minutes = count()
        hurried = replace(
            say.app, now=lambda: SUNDAY + timedelta(minutes=next(minutes))
        )  # no request meets a rate limit
        with served(hurried) as address:
            done = subprocess.run(
                [
                    Path(sys.executable).parent / "schemathesis",
                    "run",
                    f"{address}/openapi.json",
                    f"--url={address}",
                    "--max-examples=15",
                    "--seed=4",
                    "--no-color",
                    "--warnings=off",
                    "--phases=examples,coverage,fuzzing",
                ],
                cwd=tmp_path,
                env={**os.environ, "NO_COLOR": "1"},
                capture_output=True,
                text=True,
                timeout=900,
                check=False,
            )

    assert done.returncode == 0, done.stdout + done.stderr
