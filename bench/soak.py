"""The daemon and its crawler child through many checks, their memory sampled: `python bench/soak.py --checks 100000`.

One server on loopback is as many sites as wanted, an address each, without delays. Every third page says something
new that is none of the posting's, so that it is read again; every hundredth fetch finds the pay raised, which is told
to a target on loopback. Ends with 1 where the memory of either at the end is more than 1.15 of that after the first
5,000, and tells the slope once everything has been seen: what still grows then, grows for years.
"""

import argparse
import asyncio
import contextlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import linear_regression, median

from storage import watches
from storage.database import Database

_CONFIG = """\
[database]
url = "sqlite:///{folder}/monitor.sqlite3"

[fetch]
allow_private_addresses = true
concurrency = 64
per_domain_concurrency = 4
per_domain_delay_seconds = 0.0
retries = 0
recycle_after_checks = {recycle}

[schedule]
default_interval = "1s"
min_interval = "1s"
jitter = 0.0

[[notify.targets]]
name = "script"
url = "json://127.0.0.1:{port}/"
"""
_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<script>window.t="{token}"</script></head>
<body><header><nav><a href="/">Home</a> <a href="/jobs">Jobs</a></nav></header>
<main><h1>{title}</h1><p>Ironside Yards · Tromvik, Norway</p><a href="/apply/{number}">Apply now</a>
<h2>About us</h2><p>Ironside Yards repairs ferries and trawlers on the north coast.</p>
<h2>What you will do</h2><ul><li>Weld hull plates by the drawings.</li><li>Keep dock {number} safe.</li>
<li>Report faulty seams to the lead.</li></ul>
<h2>Requirements</h2><ul><li>A valid welding certificate.</li><li>Two years in a shipyard.</li></ul>
<p>The hourly rate for this position is ${rate} USD.</p></main></body></html>"""

#: "After the first 5,000", and the most that the end may be of that.
_FIRST = 5000
_MOST = 1.15
#: Where the memory is told: then, and after every so many more. After these, everything that is kept has been kept.
_EVERY, _SETTLED = 10_000, 20_000
_NOISE_EVERY, _RAISE_EVERY = 3, 100
_MIB = 1024


class Sites:
    """Every address of 127.0.0.0/8 is a site with a posting; what is posted to them is counted."""

    def __init__(self) -> None:
        self.requests = self.messages = self.raises = 0
        self.port = 0
        self._rates: dict[str, int] = {}
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_until_complete, args=(self._serve(),), daemon=True).start()
        self._ready.wait()

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._handle, "0.0.0.0", 0, backlog=512)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await server.serve_forever()

    async def _handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                status, body = await self._answer(head, reader, writer.get_extra_info("sockname")[0])
                kind = "text/html; charset=utf-8" if head.startswith("GET") else "text/plain"
                fields = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
                writer.write(f"HTTP/1.1 {status}\r\n{fields}".encode() + body)
                await writer.drain()
        writer.close()

    async def _answer(self, head: str, reader: asyncio.StreamReader, host: str) -> tuple[str, bytes]:
        if head.startswith("POST"):
            length = next(line for line in head.split("\r\n") if line.lower().startswith("content-length:"))
            await reader.readexactly(int(length.partition(":")[2]))
            self.messages += 1
            return "200 OK", b"ok"
        if " /robots.txt " in head:
            return "404 Not Found", b""
        return "200 OK", self._page(host, int(head.split(" ")[1].rpartition("/")[2]))

    def _page(self, host: str, number: int) -> bytes:
        self.requests += 1
        key = f"{host}/{number}"
        if self.requests % _RAISE_EVERY == 0:
            self._rates[key] = self._rates.get(key, 20) + 1
            self.raises += 1
        token = self.requests if self.requests % _NOISE_EVERY == 0 else 0
        rate = self._rates.get(key, 20)
        return _PAGE.format(title=f"Marine Welder {number}", token=token, number=number, rate=rate).encode()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """The memory of a process after so many checks: resident and proportional, KiB."""

    checks: int
    pid: int
    rss: int
    pss: int


@dataclass(kw_only=True, slots=True)
class Samples:
    """Of the daemon and of its children, in the order in which they were taken."""

    daemon: list[Sample] = field(default_factory=list)
    child: list[Sample] = field(default_factory=list)

    def lives(self) -> Iterator[list[Sample]]:
        """The samples of each child that lived."""
        for pid in dict.fromkeys(it.pid for it in self.child):
            yield [it for it in self.child if it.pid == pid]


def sample(pid: int, checks: int) -> Sample | None:
    """Now; None where the process is gone."""
    with contextlib.suppress(OSError, ValueError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()[1:]
        sizes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
        return Sample(checks=checks, pid=pid, rss=sizes["Rss"], pss=sizes["Pss"])
    return None


def children(pid: int) -> list[int]:
    """The processes that a process started (proc(5))."""
    with contextlib.suppress(OSError):
        return [int(it) for path in Path(f"/proc/{pid}/task").glob("*/children") for it in path.read_text().split()]
    return []


def looks(database: Database) -> int:
    """How many checks were recorded."""
    with database.reading() as connection:
        return sum(it.revision for it in watches.listed(connection))


def soak(options: argparse.Namespace, folder: Path, sites: Sites) -> Samples:
    """Run the daemon until it has made the checks."""
    config = folder / "monitor.toml"
    config.write_text(_CONFIG.format(folder=folder, recycle=options.recycle, port=sites.port), "utf-8")
    command = [sys.executable, "-m", "monitor", "--config", str(config), "-q"]
    wanted = folder / "wanted.csv"
    rows = [f"http://{_host(it % options.hosts)}:{sites.port}/jobs/{it}" for it in range(options.watches)]
    wanted.write_text("\n".join(["url", *rows]) + "\n", "utf-8")
    for words in (("init",), ("add", "--from", str(wanted))):
        subprocess.run([*command, *words], check=True, stdout=subprocess.DEVNULL)
    database = Database.open(f"sqlite:///{folder}/monitor.sqlite3")
    daemon = subprocess.Popen([*command, "run"])
    try:
        return _watched(daemon, database, options)
    finally:
        daemon.send_signal(signal.SIGTERM)
        if daemon.wait(60):
            print(f"the daemon ended with {daemon.returncode}")
        database.close()


def _host(number: int) -> str:
    return f"127.{60 + number // 250}.{number % 250}.1"


def _watched(daemon: subprocess.Popen[bytes], database: Database, options: argparse.Namespace) -> Samples:
    taken, begun, told = Samples(), time.monotonic(), 0
    while (checks := looks(database)) < options.checks:
        if daemon.poll() is not None:
            raise SystemExit(f"the daemon ended with {daemon.returncode} after {checks} checks")
        for pid, kept in [(daemon.pid, taken.daemon), *((it, taken.child) for it in children(daemon.pid))]:
            if found := sample(pid, checks):
                kept.append(found)
        if checks >= told + _FIRST:
            told = checks - checks % _FIRST
            _tell(taken, time.monotonic() - begun)
        time.sleep(options.apart)
    _tell(taken, time.monotonic() - begun)
    return taken


def _tell(taken: Samples, seconds: float) -> None:
    last = taken.daemon[-1]
    child = taken.child[-1].rss / _MIB if taken.child else 0
    rate = last.checks / max(seconds, 0.1)
    print(
        f"{last.checks:7} checks, {rate:5.1f}/s: daemon {last.rss / _MIB:6.1f} MiB"
        f" ({last.pss / _MIB:.1f} its own share), child {child:6.1f} MiB",
        flush=True,
    )


def _about(samples: Sequence[Sample], checks: int) -> float:
    """The resident memory after so many checks, MiB: the median of the samples about it."""
    near = sorted(samples, key=lambda it: abs(it.checks - checks))[:9]
    return median(it.rss for it in near) / _MIB


def _slope(samples: Sequence[Sample]) -> float:
    """KiB that the memory grows with each thousand checks."""
    if len({it.checks for it in samples}) < 2:  # noqa: PLR2004 - a line
        return 0.0
    return linear_regression([it.checks for it in samples], [it.rss for it in samples]).slope * 1000


def report(taken: Samples, end: int) -> bool:
    """Print what the memory did; tells whether it stayed flat."""
    first = min(_FIRST, end // 4)
    print(f"\n{'checks':>8} {'daemon':>12} {'child':>12}")
    for mark in (first, *range(_EVERY, end, _EVERY), end):
        print(f"{mark:8} {_about(taken.daemon, mark):8.1f} MiB {_about(taken.child, mark):8.1f} MiB")
    return max(_of_daemon(taken.daemon, first, end), _of_child(taken, first, end)) <= _MOST


def _of_daemon(samples: Sequence[Sample], first: int, end: int) -> float:
    begin, finish = _about(samples, first), _about(samples, end)
    print(f"daemon: {begin:.1f} MiB after {first}, {finish:.1f} MiB after {end}: {finish / begin:.3f}")
    for start in (first, _SETTLED):
        later = [it for it in samples if it.checks >= start]
        if start + first <= end:
            most = max(it.rss for it in later) / _MIB
            print(f"  after {start}: {_slope(later):+.1f} KiB a thousand checks; most {most:.1f} MiB")
    settled = [it for it in samples if it.checks >= first]
    grown = [(b.checks, b.rss - a.rss) for a, b in pairwise(settled) if b.rss - a.rss > 2 * _MIB]
    print(f"  steps of more than 2 MiB: {grown[:20]}")
    return finish / begin


def _of_child(taken: Samples, first: int, end: int) -> float:
    lives = [it for it in taken.lives() if it[-1].checks - it[0].checks >= first / 2]
    for number, life in enumerate(lives, 1):
        warm = [it for it in life if it.checks - life[0].checks >= first / 5]
        print(
            f"child {number:3}, checks {life[0].checks:6} to {life[-1].checks:6}: most"
            f" {max(it.rss for it in life) / _MIB:6.1f} MiB, {_slope(warm):+7.1f} KiB a thousand checks once warm"
        )
    most = [max(it.rss for it in life) / _MIB for life in lives]
    child = most[-1] / most[0] if len(most) > 1 else _about(taken.child, end) / _about(taken.child, first)
    lived = f"the most of its last whole life against its first, {len(most)} lives"
    print(f"child: {child:.3f} ({lived if len(most) > 1 else f'at the end against after {first}, one life'})")
    return child


def main() -> int:
    """Soak, report; 1 where memory grew."""
    reading = argparse.ArgumentParser(description="The memory of the daemon and its child through many checks.")
    reading.add_argument("--checks", type=int, default=100_000)
    reading.add_argument("--watches", type=int, default=500)
    reading.add_argument("--hosts", type=int, default=250)
    reading.add_argument("--recycle", type=int, default=5000, help="checks of one child; the program's own default")
    reading.add_argument("--apart", type=float, default=2.0, help="seconds between samples")
    options = reading.parse_args()
    sites = Sites()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        taken = soak(options, Path(folder), sites)
    flat = report(taken, taken.daemon[-1].checks)
    print(f"{sites.requests} pages served, {sites.raises} raises, {sites.messages} messages")
    print("memory stayed flat" if flat else "memory GREW")
    return 0 if flat else 1


if __name__ == "__main__":
    sys.exit(main())
