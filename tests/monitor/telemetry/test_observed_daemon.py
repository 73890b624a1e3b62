"""What is seen of a running daemon from outside: metrics, traces, its log."""

import gzip
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from storage.database import Database

PATIENCE = 60.0
PAGE = """<!doctype html><html lang="en"><body><main><h1>Welder, night shift</h1><p>Ironside Yards</p>
<a href="/apply">Apply now</a><h2>What you will do</h2><ul><li>Weld hull plates.</li></ul>
<h2>Requirements</h2><ul><li>A valid welding certificate.</li></ul></main></body></html>"""
GONE = PAGE.replace('<a href="/apply">Apply now</a>', "<p>Applications closed. This position has been filled.</p>")
CONFIG = """
[database]
url = "{url}"
[fetch]
allow_private_addresses = true
per_domain_delay_seconds = 0
[schedule]
default_interval = "1s"
min_interval = "1s"
[[notify.targets]]
name = "team"
url = "json://{hook}/s3cr3t"
[log]
format = "json"
"""


class Collector(BaseHTTPRequestHandler):
    """Takes spans as an OTLP collector does."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.got.append((self.path, gzip.decompress(body) if self.headers.get("Content-Encoding") else body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *arguments):
        """Nobody reads it."""


@pytest.fixture
def collector():
    with ThreadingHTTPServer(("127.0.0.1", 0), Collector) as server:
        server.got = []
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def daemon(tmp_path, sqlite_url, site):
    """Starts the daemon on one watch; gives the process, whose log is a file."""
    site.answer("/welder", PAGE)
    site.answer("/s3cr3t", "ok")
    config = tmp_path / "monitor.toml"
    config.write_text(CONFIG.format(url=sqlite_url, hook=site.netloc))
    Database.open(sqlite_url, create=True).close()
    running = []

    def start(more="", before="pass", **variables):
        config.write_text(config.read_text() + more)
        environment = {name: it for name, it in os.environ.items() if not name.startswith(("MONITOR_", "OTEL_"))}
        command = [
            sys.executable,
            "-c",
            f"{before}; import sys; sys.argv[0] = 'monitor'; from monitor.cli.main import main; main()",
        ]
        command += ["--config", str(config)]
        subprocess.run([*command, "add", site.url("/welder")], env=environment, check=True, capture_output=True)
        with (tmp_path / "log").open("wb") as log:
            process = subprocess.Popen([*command, "run"], env=environment | variables, stderr=log)
        process.log = tmp_path / "log"
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.wait()


def wait_for(look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError, AssertionError):
            if found := look():
                return found
        time.sleep(0.1)
    return pytest.fail("waited in vain")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def scraped(port):
    """The metrics, by name and labels."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if not line.startswith("#")}


def ended(process):
    """Ends the daemon; gives the lines of its log."""
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0
    return process.log.read_text().splitlines()


def test_metrics_count_what_happens_and_say_what_is_so(daemon, site):
    port = free_port()
    process = daemon(f'[metrics]\nbind = "127.0.0.1:{port}"\n')
    wait_for(lambda: scraped(port).get('monitor_checks_total{outcome="changed"}'))
    site.answer("/welder", GONE)
    found = wait_for(lambda: (it := scraped(port)).get('monitor_deliveries_total{result="sent",target="team"}') and it)
    assert found['monitor_changes_total{kind="closed"}'] == 1
    assert found["monitor_fetch_duration_seconds_count"] >= 2
    assert found["monitor_record_duration_seconds_count"] >= 2
    assert found["monitor_crawler_starts_total"] == 1
    assert found["monitor_database_up"] == 1
    assert found['monitor_watches{state="active"}'] == 1
    assert found["monitor_database_bytes"] > 0
    assert any(name.startswith("monitor_build_info{") and 'schema="' in name for name in found)
    assert not any("127.0.0.1" in name or "welder" in name for name in found)
    ended(process)
    with pytest.raises(OSError, match="refused"):
        scraped(port)


def test_every_line_of_the_log_is_an_object_of_one_run_without_secrets(daemon, site):
    process = daemon()
    wait_for(lambda: site.asked("/welder"))
    site.answer("/welder", GONE)
    wait_for(lambda: site.asked("/s3cr3t"))
    wait_for(lambda: "told team" in process.log.read_text())
    lines = [json.loads(line) for line in ended(process)]
    assert len({line["run"] for line in lines}) == 1
    checked = [line for line in lines if line["message"].startswith("checked")]
    assert {(line["watch"], line["host"]) for line in checked} == {(1, site.netloc)}
    assert {line["watch"] for line in lines if line["message"].startswith("told")} == {1}
    assert "s3cr3t" not in json.dumps(lines)


def test_what_the_crawler_says_is_a_line_of_the_log_too(daemon, site):
    says = (
        "import asyncio.subprocess as s, asyncio; real = asyncio.create_subprocess_exec\n"
        "async def create(program, *given, **options):\n"
        "    shell = ['-c', 'echo \"out of the child\" >&2; exec \"$@\"', 'sh', program, *given]\n"
        "    return await real('/bin/sh', *shell, **options)\n"
        "asyncio.create_subprocess_exec = create\n"
    )
    process = daemon(before=f"exec({says!r})")
    wait_for(lambda: "out of the child" in process.log.read_text())
    [line] = [json.loads(line) for line in ended(process) if "out of the child" in line]
    assert (line["level"], line["logger"]) == ("warning", "monitor.crawler_process")


def spans_of(collector):
    request = pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2").ExportTraceServiceRequest
    assert {path for path, _ in collector.got} <= {"/v1/traces"}
    messages = [request.FromString(body) for _, body in tuple(collector.got)]
    return [
        (span, {it.key: it.value for it in resource.resource.attributes})
        for message in messages
        for resource in message.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]


def test_a_trace_leads_from_the_round_to_the_delivery(daemon, collector, site):
    site.answers("/welder", *(site.make(page) for page in (PAGE, GONE)))
    endpoint = f"http://127.0.0.1:{collector.server_port}"
    process = daemon(OTEL_EXPORTER_OTLP_ENDPOINT=endpoint, OTEL_BSP_SCHEDULE_DELAY="200")
    wait_for(lambda: "deliver" in {span.name for span, _ in spans_of(collector)})
    log = ended(process)
    spans = [span for span, _ in spans_of(collector)]
    by_id = {span.span_id: span for span in spans}

    def path(span):
        above = by_id.get(span.parent_span_id)
        return (*path(above), span.name) if above else (span.name,)

    paths = {path(span) for span in spans}
    assert {
        ("round",),
        ("round", "check"),
        ("round", "check", "fetch"),
        ("round", "check", "judge"),
        ("round", "check", "record"),
        ("round", "check", "deliver"),
    } <= paths
    check = next(span for span in spans if span.name == "check")
    attributes = {it.key: it.value for it in check.attributes}
    assert attributes["monitor.watch"].int_value == 1
    assert attributes["monitor.host"].string_value == site.netloc
    assert {it["service.name"].string_value for _, it in spans_of(collector)} == {"monitor"}
    sent = b"".join(body for _, body in collector.got)
    assert b"s3cr3t" not in sent
    assert b"Welder" not in sent
    assert not any("ERROR" in line for line in log)


def test_a_collector_that_is_not_there_keeps_nobody_from_watching(daemon, site):
    process = daemon(OTEL_EXPORTER_OTLP_ENDPOINT=f"http://127.0.0.1:{free_port()}", OTEL_BSP_SCHEDULE_DELAY="200")
    wait_for(lambda: len(site.asked("/welder")) > 1)
    began = time.monotonic()
    ended(process)
    assert time.monotonic() - began < 12  # the promise of docs/guarantees.md, not a measurement


@pytest.mark.parametrize(
    ("module", "more", "variables", "said"),
    [
        ("prometheus_client", '[metrics]\nbind = "127.0.0.1:9"\n', {}, "the extra `metrics` is not installed"),
        ("opentelemetry", "", {"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9"}, "`tracing` is not installed"),
    ],
)
def test_an_extra_that_is_missing_is_named_and_the_daemon_watches(daemon, site, module, more, variables, said):
    process = daemon(more, f"import sys; sys.modules[{module!r}] = None", **variables)
    wait_for(lambda: site.asked("/welder"))
    assert any(said in line for line in ended(process))


def test_an_address_that_is_taken_is_named_and_the_daemon_watches(daemon, site):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        where = f"127.0.0.1:{taken.getsockname()[1]}"
        process = daemon(f'[metrics]\nbind = "{where}"\n')
        wait_for(lambda: site.asked("/welder"))
        assert any(f"no metrics: {where} cannot be listened at" in line for line in ended(process))


def test_a_daemon_that_is_not_asked_loads_neither(daemon, site):
    tell = (
        "import atexit, sys; atexit.register(lambda: sys.stderr.write("
        "str([it for it in ('prometheus_client', 'opentelemetry') if it in sys.modules])))"
    )
    process = daemon(before=tell)
    wait_for(lambda: site.asked("/welder"))
    assert ended(process)[-1].endswith("[]")
