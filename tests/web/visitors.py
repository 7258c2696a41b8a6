"""Visitors who open a chat's share links on the HTTP side."""

from starlette.testclient import TestClient

from app.build import http_app
from tests.chat import Say

BROWSERS = {
    "Chrome": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
    "application/signed-exchange;v=b3;q=0.7",
    "Firefox": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8",
    "Safari": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
}
BROWSER = BROWSERS["Chrome"]


def visitor(say: Say, address: str = "203.0.113.7") -> TestClient:
    """Return a client with an IP address and without an `Accept` header."""
    client = TestClient(http_app(say.app), "http://budget.test", client=(address, 50000), raise_server_exceptions=False)
    del client.headers["accept"]
    return client


def share(say: Say, how: str = "") -> str:
    """Ask for a link in the chat; return its path."""
    (address,) = (word for word in say(f"/share {how}").split() if "/s/" in word)
    return address[address.index("/s/") :]
