"""Pages that only lead a browser elsewhere, and those that only look like it."""

from datetime import UTC, datetime

import pytest

from spiders.observation import Result
from spiders.pages.refresh import target_of
from spiders.posting import Page, Reading, Verdict

SHELL = Reading(verdict=Verdict.SHELL, reasons=("it has hardly any text of its own",))
URL = "https://board.example/jobs/7"


def page(head, body=""):
    html = f"<!doctype html><html><head><title>Redirecting</title>{head}</head><body>{body}</body></html>"
    return of_bytes(html.encode())


def of_bytes(body):
    return Page(url=URL, body=body, fetched_at=datetime(2026, 11, 2, 10, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/", "https://board.example/"),
        ("0;URL='../companies/kelp'", "https://board.example/companies/kelp"),
        ("3, https://other.example/x#top", "https://other.example/x"),
        ("1.5; url=list?page=1", "https://board.example/jobs/list?page=1"),
        ("0; url=/jobs/7", None),
        ("0", None),
        ("30; url=/", None),
        ("0; url=javascript:alert(1)", None),
        ("0; url=http://[", None),
        ("soon; url=/", None),
    ],
)
def test_a_page_without_content_leads_where_its_markup_says(content, target):
    assert target_of(page(f'<meta http-equiv="Refresh" content="{content}">'), SHELL) == target


def test_what_is_for_browsers_without_scripts_or_stands_on_a_page_with_content_leads_nowhere():
    meta = '<meta http-equiv="refresh" content="0; url=/">'
    assert target_of(page(f"<noscript>{meta}</noscript>"), SHELL) is None
    assert target_of(page(meta), Reading(verdict=Verdict.POSTING, reasons=("a posting",))) is None
    assert target_of(page(meta, "x" * 100_000), SHELL) is None
    assert target_of(of_bytes(b""), SHELL) is None


def test_the_crawler_goes_on_to_the_page_behind(crawling, site):
    crawl = crawling()
    leads = '<!doctype html><html><head><meta http-equiv="refresh" content="0; url=/jobs/8"></head><body></body></html>'
    site.answer("/jobs/7", leads, headers={"ETag": '"leads"'})
    site.answer("/jobs/8", leads.replace("/jobs/8", "/jobs/9"))
    seen = crawl.check(site.url("/jobs/7"))
    assert (seen.result, seen.final_url, seen.etag) == (Result.READ, site.url("/jobs/8"), None)
    assert [hit.path for hit in site.hits] == ["/jobs/7", "/jobs/8"]
