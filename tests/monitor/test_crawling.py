"""The crawler child from the hub's side: one answer a request, whatever happens to the child."""

import asyncio
import itertools
import logging
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from config.settings import FetchSettings
from monitor import crawler_process, crawling
from monitor.crawler_process import CrawlerProcess
from monitor.crawling import Crawler
from monitor.errors import CrawlerClosed, CrawlerMissing
from spiders.observation import CheckRequest, Result
from spiders.posting import Page

#: A child whose reader hangs or crashes on some pages.
_FRAIL = """
import os
import signal
from spiders import reader
real = reader.read
def read(page):
    if b"HANG" in page.body:
        os.write(2, b"hanging\\n")
        while True:
            pass
    if b"CRASH" in page.body:
        os.kill(os.getpid(), signal.SIGSEGV)
    return real(page)
reader.read = read
from spiders.crawl import main
main()
"""


def _crawler(**fetch):
    quick = {"allow_private_addresses": True, "obey_robots": False, "retries": 0, "per_domain_delay_seconds": 0}
    return Crawler(FetchSettings(**quick | fetch))


def _page(text, number=1):
    page = Page(url="https://quaylight.example/x", body=text.encode(), fetched_at=datetime(2026, 11, 2, tzinfo=UTC))
    return CheckRequest(id=number, url=page.url, saved=page)


async def _all(crawler, requests):
    return [observation async for observation in crawler.observe(requests)]


async def _until(happened):
    for _ in range(5000):
        if happened():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it did not happen")


def _is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _environ(pid):
    pairs = Path(f"/proc/{pid}/environ").read_bytes().decode().split("\0")
    return {pair.partition("=")[0] for pair in pairs if pair}


@pytest.fixture
def frail(monkeypatch):
    monkeypatch.setattr(crawler_process, "PROGRAM", ("-P", "-c", _FRAIL))


def test_each_request_is_answered_under_its_own_id_and_url(site):
    site.answer("/x", "<h1>Here</h1>")

    async def use():
        async with _crawler() as crawler:
            requests = [CheckRequest(id=id_, url=site.url(path)) for id_, path in [(7, "/x"), (7, "/gone"), (2, "/x")]]
            return await _all(crawler, requests)

    seen = asyncio.run(use())
    assert sorted((it.id, it.url, it.result) for it in seen) == [
        (2, site.url("/x"), Result.READ),
        (7, site.url("/gone"), Result.MISSING),
        (7, site.url("/x"), Result.READ),
    ]


def test_one_child_serves_batch_after_batch():
    async def use():
        async with _crawler() as crawler:
            assert crawler.pid is None
            await _all(crawler, [_page("one")])
            first = crawler.pid
            await _all(crawler, [_page("two")])
            assert await _all(crawler, []) == []
            return first, crawler.pid

    first, second = asyncio.run(use())
    assert first == second
    assert not _is_running(first)


def test_more_than_the_child_holds_at_a_time_is_answered_all_the_same(monkeypatch):
    monkeypatch.setattr(crawling, "WINDOW", 3)

    async def use():
        async with _crawler() as crawler:
            return await _all(crawler, [_page("some", number) for number in range(20)])

    assert sorted(it.id for it in asyncio.run(use())) == list(range(20))


def test_bodies_that_are_larger_than_any_buffer_come_back():
    body = "<p>" + "word " * 200_000

    async def use():
        async with _crawler() as crawler:
            return await _all(crawler, [_page(body, number) for number in range(2)])

    assert [len(it.body) for it in asyncio.run(use())] == [len(body)] * 2


class TestAChildThatDies:
    def test_is_replaced_and_asked_again(self, site):
        site.answers("/x", site.make(silent=True), site.make("<h1>Here</h1>"))

        async def use():
            async with _crawler() as crawler:
                seen = asyncio.create_task(_all(crawler, [CheckRequest(id=1, url=site.url("/x"))]))
                await _until(lambda: site.hits)
                os.kill(crawler.pid, signal.SIGKILL)
                return await seen

        assert [it.result for it in asyncio.run(use())] == [Result.READ]

    def test_twice_over_the_same_requests_answers_them(self, site):
        site.answer("/x", silent=True)

        async def use():
            async with _crawler() as crawler:
                seen = asyncio.create_task(_all(crawler, [CheckRequest(id=1, url=site.url("/x"))]))
                for times in (1, 2):
                    await _until(lambda times=times: len(site.hits) == times)
                    os.kill(crawler.pid, signal.SIGKILL)
                return await seen

        (seen,) = asyncio.run(use())
        assert (seen.result, seen.reason) == (Result.FAILED, "the crawler crashed (signal 9), 2 times")

    def test_while_it_reads_costs_that_page_alone(self, frail):
        async def use():
            async with _crawler() as crawler:
                return await _all(crawler, [_page("good", 1), _page("CRASH", 2), _page("good", 3), _page("CRASH", 4)])

        seen = {it.id: it for it in asyncio.run(use())}
        assert [seen[number].result for number in (1, 2, 3, 4)] == [
            Result.READ,
            Result.FAILED,
            Result.READ,
            Result.FAILED,
        ]
        assert seen[2].reason == "the crawler crashed (signal 11) while it read this page"

    def test_at_once_each_time_is_an_answer_too(self, monkeypatch):
        monkeypatch.setattr(crawler_process, "PROGRAM", ("-c", "raise SystemExit(3)"))

        async def use():
            async with _crawler() as crawler:
                return await _all(crawler, [_page("one", 1), _page("two", 2)])

        assert {it.reason for it in asyncio.run(use())} == {"the crawler crashed (exit code 3), 2 times"}

    def test_is_written_to_no_more_without_a_warning(self, monkeypatch, caplog):
        monkeypatch.setattr(crawler_process, "PROGRAM", ("-c", "raise SystemExit(3)"))

        async def use():
            process = await CrawlerProcess.start(FetchSettings())
            await _until(lambda: not _is_running(process.pid))
            for number in range(50):
                process.send(_page("some", number))
            said = await process.next_answer(60)
            await process.end(at_once=True)
            return said

        assert asyncio.run(use()) == "crashed (exit code 3)"
        assert [it for it in caplog.records if it.levelno >= logging.WARNING] == []

    def test_or_talks_nonsense_is_replaced(self, monkeypatch):
        monkeypatch.setattr(crawler_process, "PROGRAM", ("-c", "print('hello', flush=True); input(); input()"))

        async def use():
            async with _crawler() as crawler:
                return await _all(crawler, [_page("one")])

        (seen,) = asyncio.run(use())
        assert seen.reason == "the crawler wrote nonsense: not a line of JSON: 'hello', 2 times"


class TestAChildThatHangs:
    def test_while_it_reads_costs_that_page_alone(self, frail):
        async def use():
            async with _crawler(hang_seconds=2) as crawler:
                return await _all(crawler, [_page("good", 1), _page("HANG", 2), _page("good", 3)])

        seen = {it.id: it for it in asyncio.run(use())}
        assert [seen[number].result for number in (1, 2, 3)] == [Result.READ, Result.FAILED, Result.READ]
        assert seen[2].reason == "the crawler hung: it said nothing for 2 s while it read this page"

    def test_without_a_word_is_replaced_and_asked_again(self, site):
        site.answers("/x", site.make(silent=True), site.make("<h1>Here</h1>"))

        async def use():
            async with _crawler(hang_seconds=2) as crawler:
                seen = asyncio.create_task(_all(crawler, [CheckRequest(id=1, url=site.url("/x"))]))
                await _until(lambda: site.hits)
                stopped = crawler.pid
                os.kill(stopped, signal.SIGSTOP)
                return stopped, await seen

        stopped, seen = asyncio.run(use())
        assert [it.result for it in seen] == [Result.READ]
        assert not _is_running(stopped)

    def test_is_not_one_that_waits_for_a_slow_site(self, site):
        site.answer("/x", "<p>abc", drip=0.5)

        async def use():
            async with _crawler(hang_seconds=2) as crawler:
                return await _all(crawler, [CheckRequest(id=1, url=site.url("/x"))])

        assert [it.result for it in asyncio.run(use())] == [Result.READ]


class TestRecycling:
    def test_after_so_many_checks(self):
        async def use():
            async with _crawler(recycle_after_checks=2) as crawler:
                return [crawler.pid async for _ in crawler.observe([_page("some", number) for number in range(5)])]

        pids = asyncio.run(use())
        assert [len(list(group)) for _, group in itertools.groupby(pids)] == [2, 2, 1]

    def test_when_the_machine_resolves_names_by_another_file(self, monkeypatch, tmp_path):
        resolver = tmp_path / "resolv.conf"
        resolver.write_text("nameserver 192.0.2.1\n")
        monkeypatch.setattr(crawler_process, "NAMES", (str(resolver), str(tmp_path / "hosts")))
        pids = []

        async def use():
            async with _crawler() as crawler:
                for number in range(3):
                    await _all(crawler, [_page("some", number)])
                    pids.append(crawler.pid)
                    if number == 1:
                        (tmp_path / "new").write_text("nameserver 192.0.2.2\n")
                        (tmp_path / "new").rename(resolver)

        asyncio.run(use())
        assert [len(list(group)) for _, group in itertools.groupby(pids)] == [2, 1]

    def test_above_so_much_memory(self, monkeypatch):
        hungry = "ballast = b'x' * 200_000_000\nfrom spiders.crawl import main\nmain()"
        monkeypatch.setattr(crawler_process, "PROGRAM", ("-P", "-c", hungry))
        pids = []

        async def use():
            async with _crawler(max_memory_mib=128) as crawler:
                for number in range(12):
                    await _all(crawler, [_page("some", number)])
                    pids.append(crawler.pid)

        asyncio.run(use())
        assert [len(list(group)) for _, group in itertools.groupby(pids)] == [10, 2]


class TestTheEnd:
    def test_comes_also_in_the_middle_of_a_batch(self, site):
        site.answer("/x", silent=True)

        async def use():
            crawler = _crawler()
            seen = asyncio.create_task(_all(crawler, [CheckRequest(id=1, url=site.url("/x")), _page("good", 2)]))
            await _until(lambda: site.hits)
            pid = crawler.pid
            await crawler.close()
            return pid, await seen

        pid, seen = asyncio.run(use())
        assert not _is_running(pid)
        assert 1 not in {it.id for it in seen}

    def test_is_final(self):
        async def use():
            crawler = _crawler()
            await crawler.close()
            await _all(crawler, [_page("one")])

        with pytest.raises(CrawlerClosed):
            asyncio.run(use())

    def test_a_batch_that_was_left_early_gives_nothing_to_the_next(self):
        async def use():
            async with _crawler() as crawler:
                first = crawler.observe([_page("one", number) for number in range(5)])
                await anext(first)
                await first.aclose()
                return await _all(crawler, [_page("two", number) for number in range(5)])

        assert [(it.id, it.body) for it in asyncio.run(use())] == [(number, b"two") for number in range(5)]


def test_the_child_sees_no_secret_and_has_a_session_of_its_own(monkeypatch):
    monkeypatch.setenv("MONITOR_DATABASE__URL", "postgresql://user:secret@db/x")
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("LC_TIME", "C.UTF-8")

    async def use():
        async with _crawler() as crawler:
            await _all(crawler, [_page("one")])
            return _environ(crawler.pid), os.getsid(crawler.pid) == crawler.pid

    names, is_leader = asyncio.run(use())
    assert names <= crawler_process._PASSED | {name for name in os.environ if name.startswith("LC_")}
    assert {"PATH", "LC_TIME"} <= names
    assert is_leader


def test_the_child_dies_with_its_parent_even_while_its_reader_hangs():
    parent = f"""
import asyncio
from datetime import UTC, datetime
from config.settings import FetchSettings
from monitor import crawler_process
from monitor.crawling import Crawler
from spiders.observation import CheckRequest
from spiders.posting import Page
crawler_process.PROGRAM = ("-P", "-c", {_FRAIL!r})
async def use():
    crawler = Crawler(FetchSettings())
    page = Page(url="https://quaylight.example/x", body=b"good", fetched_at=datetime(2026, 11, 2, tzinfo=UTC))
    async for _ in crawler.observe([CheckRequest(id=1, url=page.url, saved=page)]):
        print(crawler.pid, flush=True)
    page = Page(url="https://quaylight.example/x", body=b"HANG", fetched_at=datetime(2026, 11, 2, tzinfo=UTC))
    async for _ in crawler.observe([CheckRequest(id=1, url=page.url, saved=page)]):
        pass
asyncio.run(use())
"""
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        child = int(process.stdout.readline())
        while b"hanging" not in process.stderr.readline():
            assert _is_running(child)
        process.kill()
        process.stderr.close()
    asyncio.run(_until(lambda: not _is_running(child)))


def test_a_python_that_is_not_there_is_said_in_one_line(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    async def use():
        async with _crawler() as crawler:
            await _all(crawler, [_page("one")])

    with pytest.raises(CrawlerMissing, match=r"cannot start the crawler with /nowhere/python: No such file"):
        asyncio.run(use())
