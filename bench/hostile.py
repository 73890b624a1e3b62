"""What hostile inputs cost: processor time and growth of memory of each, at its whole size.

    python bench/hostile.py [--scale 1] [--kind pages] [--seconds 2] [--mib 200]

Pages and heads are served on loopback and asked of a real crawler, one child for all: the processor time that it took,
and the most that it held meanwhile above what it held before. Everything else is tried in a process of its own: answers
of applicant systems by the crawler's way from the last byte to the line that goes out; calls by the address of the
metrics; configurations, lists, command lines and archives by the command that takes them, which must end in a line, and
with database and configuration as they were.

Prints each kind with its worst, then the worst of all, and ends with 1 where one is over a limit or ends badly.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import chdir
from datetime import UTC, datetime
from pathlib import Path

from scrapy.http import Request, TextResponse

sys.path.insert(0, str(Path(__file__).parents[1]))

from monitor.cli.verbs import VERBS, loaded
from spiders.content import text_of
from spiders.endings import FetchEnded
from spiders.observation import CheckRequest, Observation, Result
from spiders.observing import _page, compared
from spiders.reader import read
from spiders.record import record_hash
from spiders.wire import observation_to_line
from tests.hostile.corpus import FETCHED, corpus
from tests.hostile.crawling import Crawl
from tests.hostile.inputs import Hostile, Sent
from tests.hostile.measuring import Cost, cost
from tests.hostile.trying import Installation, tried

_LIMIT = 10 * 1024 * 1024
_NOW = datetime(2026, 1, 15, tzinfo=UTC)
_WORST = 10


def read_on(sent: Sent) -> bytes | None:
    """An answer's way through the crawler, from the last byte that came to the line that goes out."""
    url = sent.path or "https://kelp.example/jobs/7"
    response = TextResponse(
        url, status=sent.status, headers=list(sent.headers), body=sent.body, request=Request(url), encoding="utf-8"
    )
    headers = {name.lower(): value[:4096] for name, value in sent.headers}
    seen = Observation(
        id=1, url=url, result=Result.READ, fetched_at=_NOW, final_url=url, http_status=sent.status, headers=headers
    )
    try:
        body = text_of(response, limit=_LIMIT)
    except FetchEnded:
        return None
    reading = read(_page(seen, body))
    whole = Observation(
        id=1, url=url, result=Result.READ, fetched_at=_NOW, reading=reading, record_hash=record_hash(reading), body=body
    )
    return observation_to_line(compared(CheckRequest(id=1, url=url), whole))


def work_of(one: Hostile, scale: float, installation: Installation) -> Callable[[], object]:
    """What is measured; the input is made before."""
    given = one.make(scale)
    return (lambda: read_on(given)) if isinstance(given, Sent) else (lambda: _well_tried(one, given, installation))


def _well_tried(one: Hostile, given: object, installation: Installation) -> None:
    it = tried(one, given, installation)
    assert it.code in {0, 1, 2}, it
    assert "Traceback" not in it.said, it
    assert it.same or (one.kind == "command lines" and it.code == 0), it


def warm(installation: Installation) -> None:
    """Loads what is loaded once."""
    for name in VERBS:
        loaded(name)
    read_on(Sent(body=b"<h1>Here</h1>"))
    read_on(Sent(body=b'{"title": "x"}'))
    installation.run("list")


async def costs(kinds: Sequence[str], scale: float, folder: Path, crawl: Crawl) -> AsyncIterator[tuple[Hostile, Cost]]:
    """Each input of these kinds, and what it cost."""
    inputs = [it for it in corpus() if it.kind in kinds]
    installation = Installation(folder)
    warm(installation)
    for one in inputs:
        if one.kind not in FETCHED:
            yield one, cost(work_of(one, scale, installation))
    if fetched := [it for it in inputs if it.kind in FETCHED]:
        async for each in crawl.of(fetched, scale):
            yield each


async def run(given: argparse.Namespace) -> int:
    """The exit code."""
    found: list[tuple[Hostile, Cost]] = []
    over, crawl = 0, Crawl()
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        async for one, it in costs(given.kind or KINDS, given.scale, Path(folder), crawl):
            found.append((one, it))
            if it.seconds > given.seconds or it.growth > given.mib or it.ended:
                over += 1
                print(f"OVER {_line(one, it)}{f'  ended with {it.ended}' if it.ended else ''}", flush=True)
    print(f"\n{'kind':16}{'inputs':>8}{'worst s':>10}{'worst MiB':>12}")
    by_kind = defaultdict(list)
    for one, it in found:
        by_kind[one.kind].append(it)
    for kind, of_kind in by_kind.items():
        seconds, growth = max(it.seconds for it in of_kind), max(it.growth for it in of_kind)
        print(f"{kind:16}{len(of_kind):>8}{seconds:>10.2f}{growth:>12.0f}")
    if crawl.most:
        held = f"{crawl.began:.0f} MiB before, {crawl.most:.0f} MiB at most, {crawl.left:.0f} MiB after"
        print(f"\nthe crawler held {held}")
    for by in ("seconds", "growth"):
        print(f"\nworst by {by}:")
        for one, it in sorted(found, key=lambda pair: -getattr(pair[1], by))[:_WORST]:
            print(f"  {_line(one, it)}")
    print(f"\n{len(found)} inputs, {over} over {given.seconds:g} s or {given.mib:g} MiB, or ended badly")
    return 1 if over else 0


def _line(one: Hostile, it: Cost) -> str:
    return f"{it.seconds:6.2f} s {it.growth:6.0f} MiB  {one.kind}: {one.name}"


KINDS = tuple(dict.fromkeys(it.kind for it in corpus()))


def main() -> int:
    parser = argparse.ArgumentParser(description="Costs of hostile inputs.")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--mib", type=float, default=200.0)
    return asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
