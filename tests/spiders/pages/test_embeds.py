"""A page that only holds an applicant system's widget: the call behind it."""

from datetime import UTC, datetime

import pytest

from spiders.pages import embeds
from spiders.posting import Page, Reading, Role, Verdict

ID = "0a1b2c3d-0000-4000-8000-0123456789ab"
GREENHOUSE = "https://boards-api.greenhouse.io/v1/boards/kelp/jobs"
SHELL = Reading(verdict=Verdict.SHELL)


def call(url, widget, reading=SHELL):
    html = f"<!doctype html><html><body><h1>Careers at Kelp Farms</h1><div id='x'></div>{widget}</body></html>"
    page = Page(url=url, body=html.encode(), fetched_at=datetime(2026, 1, 15, tzinfo=UTC))
    return embeds.call_of(page, reading)


@pytest.mark.parametrize(
    ("query", "widget", "expected"),
    [
        (
            "?gh_jid=4711&utm_source=x",
            '<script src="https://boards.greenhouse.io/embed/job_board/js?for=kelp"></script>',
            f"{GREENHOUSE}/4711?pay_transparency=true",
        ),
        ("", '<script src="https://boards.greenhouse.io/embed/job_board/js?for=kelp"></script>', GREENHOUSE),
        (
            "",
            '<iframe src="//job-boards.eu.greenhouse.io/embed/job_app?for=kelp&amp;token=4711"></iframe>',
            f"{GREENHOUSE}/4711?pay_transparency=true",
        ),
        (
            f"?ashby_jid={ID}",
            '<script src="https://jobs.ashbyhq.com/kelp/embed?version=2"></script>',
            f"https://api.ashbyhq.com/posting-api/job-board/kelp?includeCompensation=true#posting={ID}",
        ),
        (
            "",
            '<iframe data-src="https://kelp.jobs.personio.de/?language=de"></iframe>',
            "https://kelp.jobs.personio.de/xml?language=de",
        ),
        ("", '<script src="https://kelp.bamboohr.com/js/embed.js"></script>', "https://kelp.bamboohr.com/careers/list"),
    ],
)
def test_the_widget_names_the_board_and_the_page_the_posting(query, widget, expected):
    assert call(f"https://kelp.example/careers{query}", widget) == expected


@pytest.mark.parametrize(
    "widget",
    [
        '<script src="/app.js"></script>',
        '<script src="https://boards.greenhouse.io.evil.example/embed/job_board/js?for=kelp"></script>',
        '<iframe src="https://[::1"></iframe>',
        '<a href="https://boards.greenhouse.io/kelp">Jobs</a><script></script>',
    ],
)
def test_other_scripts_frames_and_links_are_no_widgets(widget):
    assert call("https://kelp.example/careers?gh_jid=4711", widget) is None


WIDGET = '<script src="https://boards.greenhouse.io/embed/job_board/js?for=kelp"></script>'


@pytest.mark.parametrize("verdict", [Verdict.POSTING, Verdict.CLOSED_NOTICE, Verdict.GONE, Verdict.CHALLENGE])
def test_a_page_that_says_something_itself_counts(verdict):
    assert call("https://kelp.example/careers?gh_jid=4711", WIDGET, Reading(verdict=verdict)) is None


def test_a_list_on_the_page_counts_unless_the_address_names_a_posting():
    reading = Reading(verdict=Verdict.HUB, roles=(Role(title="Deckhand", url=None),))
    assert call("https://kelp.example/careers", WIDGET, reading) is None
    assert (
        call("https://kelp.example/careers?gh_jid=4711", WIDGET, reading) == f"{GREENHOUSE}/4711?pay_transparency=true"
    )
