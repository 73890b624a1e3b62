"""No domain is asked faster than it or we wish; none waits for another."""

import itertools
import time

import pytest
from scrapy.core.downloader import Slot

from spiders.middlewares import politeness
from spiders.middlewares.politeness import slot_delay
from spiders.observation import Result

_SLOW = {"per_domain_delay_seconds": 0.5, "concurrency": 2}
#: Requests are sent with the delay between them, but a busy machine accepts the first of two late.
_LATE = 0.2


def _gaps(site):
    times = [hit.at for hit in site.hits]
    return [after - before for before, after in itertools.pairwise(times)]


def test_a_domain_is_asked_once_in_a_while(crawling, sites):
    site = sites("127.0.0.8")
    site.answer("/x", "<h1>Here</h1>")
    crawling(**_SLOW).checks([{"url": site.url("/x")}] * 4)
    assert min(_gaps(site)) >= 0.5 - _LATE


def test_delays_are_spread_but_never_shorter_than_asked():
    slot = Slot(1, slot_delay(10), politeness.JITTER)
    drawn = [slot.download_delay() for _ in range(1000)]
    assert 10 <= min(drawn) < 10.5
    assert 14.5 < max(drawn) <= 15


def test_domains_do_not_wait_for_each_other(crawling, sites):
    busy, idle = sites("127.0.0.9"), sites("127.0.0.10")
    busy.answer("/x", "<h1>Here</h1>")
    idle.answer("/x", "<h1>Here</h1>")
    crawl = crawling(**_SLOW)
    for _ in range(5):
        crawl.ask(url=busy.url("/x"))
    crawl.ask(url=idle.url("/x"))
    order = [crawl.next().url for _ in range(6)]
    assert order.index(idle.url("/x")) <= 1


def test_no_more_than_so_many_exchanges_at_a_time(crawling, sites):
    hosts = [sites(f"127.0.1.{number}") for number in range(1, 7)]
    for host in hosts:
        host.answer("/x", "<p>abcd", drip=0.05)
    crawling(**_SLOW).checks([{"url": host.url("/x")} for host in hosts])
    starts = sorted(host.hits[0].at for host in hosts)
    assert starts[2] - starts[0] >= 0.25
    assert starts[4] - starts[2] >= 0.25


def test_one_exchange_at_a_time_with_one_domain(crawling, sites):
    site = sites("127.0.0.11")
    site.answer("/x", "<p>abcd", drip=0.05)
    crawling().checks([{"url": site.url("/x")}] * 3)
    assert min(_gaps(site)) >= 0.3


def test_the_delay_that_the_host_was_known_to_ask_for_holds_from_the_first_request(crawling, sites):
    site = sites("127.0.0.12")
    site.answer("/x", "<h1>Here</h1>")
    crawling().checks([{"url": site.url("/x"), "crawl_delay": 0.7}] * 2)
    assert _gaps(site)[0] >= 0.7 - _LATE


def test_a_turn_that_is_far_away_is_given_back(crawling, sites):
    site = sites("127.0.0.13")
    site.answer("/x", "<h1>Here</h1>")
    first, second = crawling().checks([{"url": site.url("/x"), "crawl_delay": 3600}] * 2)
    assert first.result is Result.READ
    assert second.result is Result.FAILED
    assert second.retry_after == pytest.approx(slot_delay(3600), abs=20)
    assert second.reason.startswith("its turn would be in ")
    assert len(site.hits) == 1


def test_a_machine_that_just_started_does_not_wait_for_its_first_request(crawling, sites):
    just_started = "import time\nclock, start = time.monotonic, time.monotonic()\n"
    just_started += "time.monotonic = lambda: clock() - start + 5"
    site = sites("127.0.0.16")
    site.answer("/x", "<h1>Here</h1>")
    child = crawling(fresh=True, prelude=just_started)
    seen = child.check(site.url("/x"), crawl_delay=3600)
    child.end()
    assert seen.result is Result.READ


def test_slots_that_are_idle_are_forgotten_only_after_their_delay():
    """Scrapy's own rule; politeness leans on it, and a crawler that lives for weeks on there being one."""
    slot = Slot(1, slot_delay(100), politeness.JITTER)
    slot.lastseen = time.monotonic() - 100
    downloader = type("Downloader", (), {"slots": {"slow.example": slot}})()
    from scrapy.core.downloader import Downloader  # noqa: PLC0415 - beside its use

    Downloader._slot_gc(downloader, age=0)
    assert "slow.example" in downloader.slots
    slot.lastseen = time.monotonic() - 200
    Downloader._slot_gc(downloader, age=60)
    assert downloader.slots == {}
