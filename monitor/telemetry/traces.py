"""Traces by OpenTelemetry: round → check → fetch, judge, record → deliver. The only home of its library.

Configured by the standard variables (https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/)
and off unless they name an endpoint and the extra `tracing` is installed; else nothing of it is loaded. Spans carry
numbers, host names and outcomes, no words of pages, no URLs.
"""

import logging
import os
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

_log = logging.getLogger(__name__)

_ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
#: Seconds that the last spans may take to leave.
_FAREWELL = 2.0
#: Changes whose spans are known, so that what is told of them joins their trace.
_REMEMBERED = 10_000
_NANOSECONDS = 1_000_000_000

Attribute = str | int | float | bool


class _Tracing:
    """A running exporter, and the spans that changes were found in."""

    def __init__(self) -> None:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - an extra
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - an extra
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - an extra
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - an extra

        named = "OTEL_SERVICE_NAME" in os.environ or "service.name" in os.environ.get("OTEL_RESOURCE_ATTRIBUTES", "")
        resource = Resource.create({} if named else {"service.name": "monitor"})
        self.provider = TracerProvider(resource=resource, shutdown_on_exit=False)
        self.provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        self.tracer = self.provider.get_tracer("monitor")
        self.found_in: OrderedDict[int, Any] = OrderedDict()


_now: _Tracing | None = None


def start(environ: Mapping[str, str] = os.environ) -> None:
    """Begin to trace, where the environment says where to; says so where the extra is missing."""
    global _now  # noqa: PLW0603 - one process, one exporter
    if _now is not None or not any(environ.get(name) for name in _ENDPOINTS):
        return
    try:
        _now = _Tracing()
    except ModuleNotFoundError:
        _log.warning("no traces: OTEL_EXPORTER_OTLP_ENDPOINT asks for them, and the extra `tracing` is not installed")
    else:
        # A collector that is away is an error once a batch, not a warning for each try.
        logging.getLogger("opentelemetry").setLevel(logging.ERROR)
        _log.info("traces go to where OTEL_EXPORTER_OTLP_ENDPOINT says")


def stop() -> None:
    """Let the last spans leave, for a moment, and trace no more."""
    global _now
    ending, _now = _now, None
    if ending is not None:
        # An endpoint that does not answer is not waited for.
        leaving = threading.Thread(target=ending.provider.shutdown, daemon=True, name="traces")
        leaving.start()
        leaving.join(_FAREWELL)


@contextmanager
def span(
    name: str, *, seconds_ago: float = 0.0, causes: Iterable[int] = (), **attributes: Attribute | None
) -> Iterator[None]:
    """What happens in this block, also in threads that it waits for.

    Args:
        name: what it is.
        seconds_ago: it began so long before the block.
        causes: numbers of changes; it joins the trace of the check that found the first that is remembered.
        attributes: numbers and names; None is left out.
    """
    if _now is None:
        yield
        return
    with _now.tracer.start_as_current_span(
        name, context=_context_of(_now, causes), start_time=_past(seconds_ago), attributes=_given(attributes)
    ):
        yield


def ended(name: str, *, seconds: float, **attributes: Attribute | None) -> None:
    """Something that took so long until now, within the span of now."""
    if _now is not None:
        _now.tracer.start_span(name, start_time=_past(seconds), attributes=_given(attributes)).end()


def note(**attributes: Attribute | None) -> None:
    """Say more of the span of now."""
    if _now is not None:
        from opentelemetry import trace  # noqa: PLC0415 - an extra

        trace.get_current_span().set_attributes(_given(attributes))


def found(changes: Iterable[int]) -> None:
    """Remember that these changes were found in the span of now."""
    if _now is None:
        return
    from opentelemetry import context  # noqa: PLC0415 - an extra

    for change in changes:
        _now.found_in[change] = context.get_current()
    while len(_now.found_in) > _REMEMBERED:
        _now.found_in.popitem(last=False)


def _context_of(tracing: _Tracing, causes: Iterable[int]) -> Any:
    return next((tracing.found_in[it] for it in causes if it in tracing.found_in), None)


def _past(seconds: float) -> int | None:
    from time import time_ns  # noqa: PLC0415 - OpenTelemetry's own clock; nothing is decided by it

    return time_ns() - int(seconds * _NANOSECONDS) if seconds else None


def _given(attributes: Mapping[str, Attribute | None]) -> dict[str, Attribute]:
    return {f"monitor.{name}": value for name, value in attributes.items() if value is not None}
