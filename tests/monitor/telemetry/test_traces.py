"""What traces do by themselves; what a daemon sends is in `test_observed_daemon`."""

import pytest

from monitor.telemetry import traces

pytest.importorskip("opentelemetry.sdk")


@pytest.fixture
def tracing(monkeypatch):
    """Traces to an address where nobody is."""
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(traces, "_FAREWELL", 0.01)
    traces.start()
    yield traces._now
    traces.stop()


def test_nothing_is_traced_unless_the_environment_says_where_to(monkeypatch):
    traces.start({"OTEL_SERVICE_NAME": "monitor"})
    assert traces._now is None
    with traces.span("round", due=1):
        traces.note(ok=True)
        traces.ended("fetch", seconds=1.0)
        traces.found([1])
    traces.stop()


def test_a_delivery_joins_the_check_that_found_its_first_change(tracing):
    with traces.span("check"):
        traces.found([7])
        check = current()
    with traces.span("deliver", causes=[6, 7]):
        assert (current().trace_id, current().span_id != check.span_id) == (check.trace_id, True)
    with traces.span("deliver", causes=[6]):
        assert current().trace_id != check.trace_id


def test_no_more_changes_are_remembered_than_there_is_room_for(tracing, monkeypatch):
    monkeypatch.setattr(traces, "_REMEMBERED", 3)
    traces.found(range(10))
    assert list(tracing.found_in) == [7, 8, 9]


def test_a_span_that_began_before_its_block_says_so(tracing):
    from opentelemetry import trace  # noqa: PLC0415 - an extra

    with traces.span("check", seconds_ago=60, watch=7, host=None):
        known = trace.get_current_span()
        traces.note(outcome="failed")
    assert known.end_time - known.start_time >= 60_000_000_000
    assert dict(known.attributes) == {"monitor.watch": 7, "monitor.outcome": "failed"}


def current():
    from opentelemetry import trace  # noqa: PLC0415 - an extra

    return trace.get_current_span().get_span_context()
