"""What hostile inputs cost: processor time and growth of memory of each, at its whole size, in a process of its own.

    python bench/hostile.py [--scale 1] [--kind pages] [--seconds 2] [--mib 200]

Pages and answers go through all that the crawler does with them: decompressed, decoded, read, hashed, written as a
line of its protocol. Configurations, lists, command lines and archives go through the command that takes them. Prints
the worst ten by time and by memory, and ends with 1 where one is over a limit or crashes.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
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
from tests.hostile.corpus import corpus
from tests.hostile.inputs import Hostile, Sent
from tests.hostile.measuring import Cost, cost
from tests.hostile.trying import Installation, tried

_LIMIT = 10 * 1024 * 1024
_NOW = datetime(2026, 1, 15, tzinfo=UTC)


def crawled(sent: Sent) -> bytes | None:
    """A response's way through the crawler, from the last byte that came to the line that goes out."""
    url = sent.path or "https://kelp.example/jobs/7"
    response = TextResponse(
        url, status=sent.status, headers=list(sent.headers), body=sent.body, request=Request(url), encoding="utf-8"
    )
    headers = {name.lower(): value[:4096] for name, value in sent.headers}
    seen = Observation(
        id=1, url=url, result=Result.READ, fetched_at=_NOW, final_url=url, http_status=sent.status, headers=headers
    )
    if len(sent.body) > _LIMIT:  # Scrapy hangs up
        return None
    try:
        body = text_of(response, limit=_LIMIT)
    except FetchEnded:
        return None
    reading = read(_page(seen, body))
    whole = Observation(
        id=1, url=url, result=Result.READ, fetched_at=_NOW, reading=reading, record_hash=record_hash(reading), body=body
    )
    return observation_to_line(compared(CheckRequest(id=1, url=url), whole))


def work_of(one: Hostile, scale: float, installation: Installation) -> Callable[[], object] | None:
    """What is measured; the input is made before."""
    given = one.make(scale)
    if isinstance(given, Sent):
        return None if given.raw is not None else lambda: crawled(given)
    return lambda: tried(one, given, installation)


def warm(installation: Installation) -> None:
    """Loads what is loaded once."""
    for name in VERBS:
        loaded(name)
    crawled(Sent(body=b"<h1>Here</h1>"))
    crawled(Sent(body=b'{"title": "x"}'))
    installation.run("list")


def table(costs: list[tuple[Hostile, Cost]], by: str) -> None:
    """The worst ten."""
    print(f"\nworst by {by}:")
    for one, it in sorted(costs, key=lambda pair: -getattr(pair[1], by))[:10]:
        print(f"  {it.seconds:6.2f} s  {it.growth:6.0f} MiB  {one.kind}: {one.name}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Costs of hostile inputs.")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--kind", action="append")
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--mib", type=float, default=200.0)
    given = parser.parse_args()
    costs: list[tuple[Hostile, Cost]] = []
    elsewhere = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        installation = Installation(Path(folder))
        warm(installation)
        for one in corpus():
            if given.kind and one.kind not in given.kind:
                continue
            work = work_of(one, given.scale, installation)
            if work is None:
                elsewhere += 1
                continue
            costs.append((one, cost(work)))
            it = costs[-1][1]
            if it.seconds > given.seconds or it.growth > given.mib or it.ended:
                print(
                    f"OVER  {it.seconds:.2f} s  {it.growth:.0f} MiB  ended {it.ended}  {one.kind}: {one.name}",
                    flush=True,
                )
        os.chdir("/")
    print("\n".join(f"{kind:15} {count}" for kind, count in Counter(one.kind for one, _ in costs).items()))
    print(f"{elsewhere} raw responses that never become a page are tried by tests/hostile alone")
    table(costs, "seconds")
    table(costs, "growth")
    over = [it for _, it in costs if it.seconds > given.seconds or it.growth > given.mib or it.ended]
    print(f"\n{len(costs)} measured, {len(over)} over {given.seconds:g} s or {given.mib:g} MiB, or ended badly")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
