"""A headless Chromium, spoken to over a pipe (the DevTools protocol), so that nothing but it and Python is needed.

`CHROMIUM` names one; without it those that are usual are looked for on the path. It shows files and fetches nothing.
"""

import base64
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import F_DUPFD_CLOEXEC, fcntl
from itertools import count
from pathlib import Path
from typing import Any

WIDTH, HEIGHT = 390, 844
"""CSS pixels of the screen."""
_SHARPNESS = 2  # pixels of a picture to a CSS pixel
_TIMEOUT = 60.0  # seconds: a busy machine starts it slowly
_FLAGS = (
    "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --disable-default-apps --disable-dev-shm-usage --hide-scrollbars --remote-debugging-pipe"
).split()

NO_BROWSER = (
    "NO BROWSER: the chat is not drawn, only written as HTML. `make phone` installs one as root on Debian and Ubuntu; elsewhere "
    "install Chromium, or name it in CHROMIUM."
)


class BrowserError(Exception):
    """The browser fails or does not answer."""


def chromium() -> str | None:
    """Return the path of an installed Chromium, None without one."""
    usual = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, usual)), None)


@contextmanager
def browser(program: str, profile: Path) -> Iterator["Browser"]:
    """Start a Chromium with a new profile, and end it."""
    # Above 9, so that none of them is 3 or 4, which the browser reads and writes.
    to_read, to_send, to_receive, to_write = (_high(each) for each in (*os.pipe(), *os.pipe()))
    actions = [
        (os.POSIX_SPAWN_DUP2, to_read, 3),
        (os.POSIX_SPAWN_DUP2, to_write, 4),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
    ]
    arguments = [program, *_FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}"]
    process = os.posix_spawn(program, arguments, os.environ, file_actions=actions, setpgroup=0)
    os.close(to_read)
    os.close(to_write)
    try:
        yield Browser(to_send, to_receive)
    finally:
        os.close(to_send)  # Chromium ends when its pipe closes
        _end(process)
        os.close(to_receive)


def _high(number: int) -> int:
    high = fcntl(number, F_DUPFD_CLOEXEC, 10)
    os.close(number)
    return high


def _end(process: int) -> None:
    end = time.monotonic() + 5
    while time.monotonic() < end:
        if os.waitpid(process, os.WNOHANG) != (0, 0):
            break
        time.sleep(0.02)
    else:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
    with suppress(ProcessLookupError):  # its process group, with all that it started
        os.killpg(process, signal.SIGKILL)


class Browser:
    """One page of a Chromium, as large as a phone."""

    def __init__(self, to_send: int, to_receive: int) -> None:
        self._to_send, self._to_receive = to_send, to_receive
        self._numbers = count(1)
        self._unread = b""
        self._session: str | None = None
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")

    def open(self, page: Path, theme: str) -> None:
        """Open a file, in a theme."""
        self._size(HEIGHT)
        self._call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": theme}])
        self._call("Page.navigate", url=page.resolve().as_uri())
        self.ask(
            "new Promise(done => document.readyState == 'complete' ? done() : addEventListener('load', done))"
            ".then(() => document.fonts.ready).then(() => document.readyState)"
        )

    def ask(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        found = self._call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in found:
            raise BrowserError(found["exceptionDetails"]["text"])
        return found["result"].get("value")

    def screen(self, *, top: bool = False) -> bytes:
        """Return a picture of the end of the page, or of its ``top``, as much as a phone shows."""
        self._size(HEIGHT)
        self.ask(f"scrollTo(0, {0 if top else 'document.documentElement.scrollHeight'})")
        return self._picture()

    def whole(self) -> bytes:
        """Return a picture of the whole page."""
        self._size(HEIGHT)
        self._size(self.ask("document.documentElement.scrollHeight"))
        return self._picture()

    def _size(self, height: int) -> None:
        self._call(
            "Emulation.setDeviceMetricsOverride", width=WIDTH, height=height, deviceScaleFactor=_SHARPNESS, mobile=True
        )

    def _picture(self) -> bytes:
        return base64.b64decode(self._call("Page.captureScreenshot", format="png", optimizeForSpeed=False)["data"])

    def _call(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        try:
            os.write(self._to_send, json.dumps(message).encode() + b"\0")
        except BrokenPipeError:
            raise BrowserError("it has ended") from None
        end = time.monotonic() + _TIMEOUT
        while True:
            answer = self._next(end)
            if answer.get("id") == number:
                break
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def _next(self, end: float) -> Any:
        """Return the next message: the answer to a call, or an event."""
        while b"\0" not in self._unread:
            ready, _, _ = select.select([self._to_receive], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                raise BrowserError(f"it says nothing for {_TIMEOUT:.0f} s")
            read = os.read(self._to_receive, 1 << 20)
            if not read:
                raise BrowserError("it has ended")
            self._unread += read
        message, _, self._unread = self._unread.partition(b"\0")
        return json.loads(message)
