"""The crawler program as a child, spoken to by its own lines."""

import itertools
import os
import queue
import subprocess
import sys
import threading
from datetime import UTC, datetime

import pytest

from config.settings import FetchSettings
from spiders import wire
from spiders.observation import CheckRequest, Instructions, Observation
from spiders.posting import Page

_QUICK = {
    "allow_private_addresses": True,
    "obey_robots": False,
    "retries": 0,
    "per_domain_delay_seconds": 0,
    "timeout_seconds": 5,
    "contact": "mailto:us@example.org",
}


class Child:
    """A running `python -P -m spiders.crawl`."""

    def __init__(self, fetch, environ, prelude):
        program = ["-c", f"{prelude}\nfrom spiders.crawl import main\nmain()"] if prelude else ["-m", "spiders.crawl"]
        self.process = subprocess.Popen(
            [sys.executable, "-P", *program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | environ,
        )
        self.lines = []
        self._answers = queue.SimpleQueue()
        self._numbers = itertools.count(1)
        self._write(wire.instructions_to_line(Instructions(fetch=fetch)))
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def check(self, url, **fields):
        """The observation of one page."""
        return self.checks([{"url": url} | fields])[0]

    def checks(self, requests):
        """The observations of several pages, asked at once; in the order of the requests."""
        numbers = [self.ask(**fields) for fields in requests]
        answers = {}
        while len(answers) < len(numbers):
            answer = self.next()
            answers[answer.id] = answer
        assert set(answers) == set(numbers)
        return [answers[number] for number in numbers]

    def ask(self, **fields):
        number = next(self._numbers)
        self._write(wire.request_to_line(CheckRequest(id=number, **fields)))
        return number

    def next(self):
        answer = self._answers.get(timeout=120)
        assert answer is not None, "the crawler ended"
        return answer

    def end(self):
        """Ends its input; its exit code."""
        self.process.stdin.close()
        code = self.process.wait(timeout=120)
        self._listener.join(timeout=120)
        self.process.stdout.close()
        return code

    def _write(self, line):
        self.process.stdin.write(line)
        self.process.stdin.flush()

    def _listen(self):
        for line in self.process.stdout:
            answer = wire.answer_from_line(line)
            self.lines.append(answer)
            if isinstance(answer, Observation):
                self._answers.put(answer)
        self._answers.put(None)


@pytest.fixture(scope="session")
def _children():
    children = {}
    yield children
    for child in children.values():
        child.end()


@pytest.fixture
def fetch_settings():
    """Quick settings and the given ones, as the crawler gets them."""

    def fetch(**given):
        return FetchSettings(**_QUICK | given).model_dump(mode="json")

    return fetch


@pytest.fixture
def crawling(_children, fetch_settings):
    """A crawler with quick settings and the given ones: `crawling(retries=2)`. One child for equal settings.

    `environ` is added to its environment, `prelude` is Python that it runs first; `fresh=True` gives a child of one's
    own, which ends with the test.
    """
    fresh_ones = []

    def child(*, environ=None, prelude="", fresh=False, **fetch):
        settings = fetch_settings(**fetch)
        if fresh:
            fresh_ones.append(Child(settings, environ or {}, prelude))
            return fresh_ones[-1]
        key = repr((sorted(settings.items()), environ, prelude))
        if key not in _children:
            _children[key] = Child(settings, environ or {}, prelude)
        return _children[key]

    yield child
    for it in fresh_ones:
        it.process.kill()
        it.end()


@pytest.fixture
def saved_page():
    """Makes pages that were fetched on 2 November 2026."""

    def page(url, text):
        return Page(
            url=url,
            body=text.encode(),
            headers={"content-type": "text/html; charset=utf-8"},
            fetched_at=datetime(2026, 11, 2, 10, 0, tzinfo=UTC),
        )

    return page
