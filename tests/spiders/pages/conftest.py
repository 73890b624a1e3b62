"""Answers of applicant systems, read as if they had just come from an address."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.posting import Page
from spiders.reader import read

ANSWERS = Path(__file__).with_name("answers")


class Answers:
    """Answers as they are recorded in `answers/`, or changed a little."""

    def __call__(self, name, url, *, status=200, **changes):
        """The reading of an answer with some of its values changed ({"offer.status": …} as offer__status=…)."""
        body = (ANSWERS / name).read_bytes()
        if changes:
            body = json.dumps(self._changed(json.loads(body), changes)).encode()
        now = datetime(2026, 1, 15, 12, tzinfo=UTC)
        return read(Page(url=url, body=body, status=status, fetched_at=now))

    @staticmethod
    def _changed(answer, changes):
        for path, value in changes.items():
            *steps, last = path.split("__")
            inner = answer
            for step in steps:
                inner = inner[step]
            inner[last] = value
        return answer


@pytest.fixture
def recorded():
    """Reads a recorded answer: recorded("ashby/board.json", url)."""
    return Answers()


@pytest.fixture
def answers_changed():
    """Reads a recorded answer with some of its text replaced: answers_changed("x/y.xml", (old, new))(url)."""

    def changed(name, *replacements):
        text = (ANSWERS / name).read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        now = datetime(2026, 1, 15, 12, tzinfo=UTC)
        return lambda url: read(Page(url=url, body=text.encode(), fetched_at=now))

    return changed


@pytest.fixture
def html_page():
    """Reads an HTML page: html_page(url, "<h1>…")."""

    def page(url, html):
        headers = {"content-type": "text/html; charset=utf-8"}
        now = datetime(2026, 1, 15, 12, tzinfo=UTC)
        return read(Page(url=url, body=html.encode(), headers=headers, fetched_at=now))

    return page
