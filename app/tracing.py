"""Traces of updates, by choice: OTEL_EXPORTER_OTLP_ENDPOINT names a collector that speaks OTLP over HTTP.

A span is an update, its dispatch, a transaction, an act in it, and each call of the Bot API. Its attributes are the numbers of the
update and of the request, as in the log; it holds no text, no chat and no secret, not even in an error, of which the kind alone is
told. Sampling and all else are OpenTelemetry's own variables (`OTEL_TRACES_SAMPLER`, `OTEL_EXPORTER_OTLP_HEADERS`, …).
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from app.version import VERSION
from trail import current, trace_by

log = logging.getLogger("main")

_TIMEOUT = 5  # seconds for one batch of spans
_PATIENCE = 3.0  # seconds that a stop waits for the last batch


@contextmanager
def traced(endpoint: str) -> Iterator[None]:
    """Send the spans of what is done inside to a collector, in a thread of its own; on leaving, the last of them."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import SERVICE_NAME, SERVICE_VERSION, OTELResourceDetector, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
        from opentelemetry.trace import StatusCode
    except ImportError:
        log.warning(
            "OTEL_EXPORTER_OTLP_ENDPOINT needs the package's extra `otel`, so there are no traces: budgetbot[otel]"
        )
        yield
        return
    what = Resource.create({SERVICE_NAME: "budgetbot", SERVICE_VERSION: VERSION}).merge(OTELResourceDetector().detect())
    provider = TracerProvider(resource=what)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(f"{endpoint}/v1/traces", timeout=_TIMEOUT)))
    tracer = provider.get_tracer("budgetbot", VERSION)

    @contextmanager
    def opened(name: str) -> Iterator[None]:
        of = current()
        told = {"budgetbot.update": of.update, "budgetbot.request": of.request}
        attributes = {key: value for key, value in told.items() if value is not None}
        # The library would write down an error's words and its traceback.
        with tracer.start_as_current_span(
            name, attributes=attributes, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield
            except BaseException as problem:
                span.set_status(StatusCode.ERROR, type(problem).__name__)
                raise

    trace_by(opened)
    log.info("Traces go to %s", urlsplit(endpoint).hostname)  # an address may bear a password
    try:
        yield
    finally:
        trace_by(None)
        ending = threading.Thread(target=provider.shutdown, daemon=True)
        ending.start()
        ending.join(_PATIENCE)
