"""A stand-in for API Gateway: makes an HTTP API's event of each request, and answers with what the function at an emulator answers.

`python rehearsal/gateway.py PORT EMULATOR` serves on loopback until it is told to stop.
"""

import argparse
import base64
import http.client
import http.server
import json
import signal
import sys
import threading
from typing import Any, ClassVar
from urllib.parse import unquote, urlsplit

Json = dict[str, Any]

INVOCATIONS = "/2015-03-31/functions/function/invocations"
_TIMEOUT = 60  # seconds: the program ends what takes longer


def event_of(method: str, target: str, headers: list[tuple[str, str]], body: bytes, address: str) -> Json:
    """Return the event that an HTTP API (payload format 2.0) makes of a request from an address."""
    parts = urlsplit(target)
    named: dict[str, str] = {}
    for name, value in headers:
        named[name.lower()] = f"{named[name.lower()]},{value}" if name.lower() in named else value
    named["x-forwarded-for"] = f"{named['x-forwarded-for']}, {address}" if "x-forwarded-for" in named else address
    named |= {"x-forwarded-proto": "https", "x-forwarded-port": "443"}
    host = named.get("host", "").partition(":")[0]
    path = unquote(parts.path)
    event: Json = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": parts.query,
        "headers": named | {"host": host},
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "stand-in",
            "domainName": host,
            "http": {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": address, "userAgent": ""},
            "requestId": "1",
            "routeKey": "$default",
            "stage": "$default",
        },
        "isBase64Encoded": False,
    }
    try:
        return event | ({"body": body.decode()} if body else {})
    except UnicodeDecodeError:
        return event | {"body": base64.b64encode(body).decode(), "isBase64Encoded": True}


class Gateway(http.server.BaseHTTPRequestHandler):
    """Answers a request by invoking the function; the emulator takes one invocation at a time."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # otherwise the body waits 40 ms until the head is confirmed
    emulator: ClassVar[str]
    one_at_a_time: ClassVar[threading.Lock] = threading.Lock()

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        event = event_of(self.command, self.path, self.headers.items(), body, self.client_address[0])
        with self.one_at_a_time:
            emulator = http.client.HTTPConnection(self.emulator, timeout=_TIMEOUT)
            try:
                emulator.request("POST", INVOCATIONS, json.dumps(event))
                answer = json.loads(emulator.getresponse().read())
            finally:
                emulator.close()
        if "statusCode" not in answer:  # the function failed, or ran out of time
            answer = {"statusCode": 502, "headers": {}, "body": '{"message":"Internal Server Error"}'}
        content = answer.get("body", "").encode()
        if answer.get("isBase64Encoded"):
            content = base64.b64decode(content)
        self.send_response(answer["statusCode"])
        for name, value in answer["headers"].items():
            if name != "content-length":
                self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_POST = do_HEAD = do_PUT = do_DELETE = do_GET  # noqa: N815 - the base class's names

    def log_message(self, *_: object) -> None:
        pass


def main() -> int:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("port", type=int)
    parser.add_argument("emulator", help="host:port of the runtime interface emulator")
    asked = parser.parse_args()
    Gateway.emulator = asked.emulator
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    http.server.ThreadingHTTPServer(("127.0.0.1", asked.port), Gateway).serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
