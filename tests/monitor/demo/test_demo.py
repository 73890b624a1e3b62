"""The demo is the main job: run whole, as `make demo ARGS=--once` runs it."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from monitor.changes import differences, role_differences
from monitor.demo.pages import CLOSING, HUB, RAISED, BoardState, page
from spiders.posting import Page, Status, Verdict
from spiders.reader import read
from spiders.record import record_hash

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
FIRST = BoardState()


def seen(path, state=FIRST, fetch=1):
    body = page(path, state, fetch).encode()
    headers = {"content-type": "text/html; charset=utf-8"}
    return read(Page(url=f"http://127.0.0.1:8000{path}", body=body, headers=headers, fetched_at=NOW))


@pytest.mark.parametrize("path", [RAISED, CLOSING, HUB])
def test_the_noise_of_the_board_never_changes_what_is_read(path):
    assert len({page(path, FIRST, fetch) for fetch in range(1, 60)}) == 59
    assert len({record_hash(seen(path, fetch=fetch)) for fetch in range(1, 60)}) == 1


def test_the_edits_of_the_board_are_what_the_demo_expects():
    raised = differences(seen(RAISED).posting, seen(RAISED, BoardState(hourly_rate=60)).posting)
    assert [(it.kind, it.direction) for it in raised] == [("pay_changed", "raised")]
    moved = differences(seen(RAISED).posting, seen(RAISED, BoardState(last_day="March 12, 2027")).posting)
    assert [(it.kind, it.direction) for it in moved] == [("deadline_changed", "extended")]
    assert seen(CLOSING).posting.status is Status.OPEN
    assert seen(CLOSING, BoardState(closed=True)).posting.status is Status.CLOSED
    hub = seen(HUB)
    more = seen(HUB, replace(FIRST, roles=(*FIRST.roles, "Podcast ML Engineer")))
    assert (hub.verdict, len(hub.roles)) == (Verdict.HUB, 5)
    assert [it.kind for it in role_differences(hub.roles, more.roles)] == ["posting_added"]


@pytest.mark.timeout(180)
def test_the_demo_shows_the_main_job_and_ends_by_itself():
    done = subprocess.run(
        [sys.executable, "-P", "-m", "monitor", "demo", "--once"],
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for shown in (
        "$ monitor add",
        "Applications closed",
        "Pay raised: $55 → $60 an hour",
        "Deadline extended by 7 days",
        "New posting: Podcast ML Engineer",
        "mail to you@demo.example",
        "$ monitor history 3",
        "4 edits, 4 alerts",
    ):
        assert shown in done.stdout
