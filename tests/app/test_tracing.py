"""Traces of updates: a collector decodes what the running bot sends, and finds no secret and nothing of a person in it."""

import http.server
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from app.tracing import traced
from tests.telegram.running import ANN, ROOT, bot_on
from tests.telegram.simulated import SECRET, TOKEN, SimulatedTelegram
from trail import of_request, of_update, span


class Collector:
    """A collector of OpenTelemetry: OTLP as protobuf over HTTP."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        held = self.bodies

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                if self.path == "/v1/traces" and self.headers["content-type"] == "application/x-protobuf":
                    held.append(body)
                self.send_response(200)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    @contextmanager
    def serving(self) -> Iterator[None]:
        thread = threading.Thread(target=self._server.serve_forever)
        thread.start()
        yield
        self._server.shutdown()
        thread.join()
        self._server.server_close()

    def spans(self) -> list[Any]:
        return [
            span
            for body in self.bodies
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


@pytest.fixture
def collector() -> Iterator[Collector]:
    collector = Collector()
    with collector.serving():
        yield collector


def paths(spans: list[Any]) -> set[str]:
    """Each span by its name, after those that it is in."""
    by_id = {span.span_id: span for span in spans}

    def path(span: Any) -> str:
        return f"{path(by_id[span.parent_span_id])} > {span.name}" if span.parent_span_id in by_id else str(span.name)

    return {path(span) for span in spans}


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_an_update_is_a_trace_through_everything(collector: Collector, tmp_path: Path, mode: str) -> None:
    async with (
        SimulatedTelegram() as telegram,
        bot_on(telegram, tmp_path, mode, 0.05, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url),
    ):
        telegram.say(ANN, "12.50 fun tacos")
        await telegram.settled()
    spans = collector.spans()
    within = "update > dispatch > transaction"
    assert {"update", "update > dispatch", within, f"{within} > act", "update > call sendMessage"} <= paths(spans)
    (update,) = [span for span in spans if span.name == "update"]
    (number,) = [each.value.int_value for each in update.attributes if each.key == "budgetbot.update"]
    assert number > 0
    assert "call getUpdates" not in paths(spans)
    assert len({span.trace_id for span in spans if span.name in {"update", "act"}}) == 1
    sent = b"".join(collector.bodies)
    assert not [text for text in (TOKEN, SECRET, "tacos", "12.50", str(ANN)) if text.encode() in sent]
    assert b"budgetbot" in sent


def test_of_an_error_the_kind_alone_is_told(collector: Collector) -> None:
    failing = pytest.raises(ValueError, match="hunter2")
    with traced(collector.url), of_request("00ff00ff00ff00ff"), failing, of_update(7), span("act"):
        raise ValueError("hunter2")
    assert paths(collector.spans()) == {"update", "update > act"}
    assert {each.status.message for each in collector.spans()} == {"ValueError"}
    assert b"hunter2" not in b"".join(collector.bodies)
    assert b"00ff00ff00ff00ff" in b"".join(collector.bodies)


def test_a_collector_that_is_away_holds_nothing_up(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with traced("http://me:hunter2@127.0.0.1:9"), of_update(7):
        pass
    assert "Traces go to 127.0.0.1" in caplog.text
    assert "hunter2" not in caplog.text
    with of_update(8):
        pass


def test_without_the_packages_extra_it_is_said_and_all_else_goes_on() -> None:
    code = (
        "import logging, sys; logging.basicConfig(); sys.modules['opentelemetry.sdk.trace'] = None\n"
        "from app.tracing import traced\nwith traced('http://127.0.0.1:9'): print('goes on')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "goes on\n"
    assert "OTEL_EXPORTER_OTLP_ENDPOINT needs the package's extra `otel`, so there are no traces" in done.stderr


def test_without_an_endpoint_nothing_of_it_is_imported(tmp_path: Path) -> None:
    code = "import main, sys; print(main.main(['chat'])); print(*(n for n in sys.modules if n.startswith('opentelemetry')))"
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PORT": "0"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        input="5 fun\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-2:] == ["0", ""]
