"""Redirects are followed, within reason."""

import itertools

import pytest

from spiders.observation import Result


@pytest.fixture
def crawl(crawling):
    return crawling()


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_the_final_url_is_kept(crawl, site, status):
    site.answer("/old", status=status, headers={"Location": "new?id=1#apply"})
    site.answer("/new?id=1", "<h1>Here</h1>")
    seen = crawl.check(site.url("/old"))
    assert seen.result is Result.READ
    assert seen.url == site.url("/old")
    assert seen.final_url == site.url("/new?id=1")


def test_ten_are_followed_and_no_more(crawl, site):
    for at in range(12):
        site.answer(f"/{at}", status=302, headers={"Location": f"/{at + 1}"})
    site.answer("/12", "<h1>Here</h1>")
    assert crawl.check(site.url("/2")).result is Result.READ
    seen = crawl.check(site.url("/1"))
    assert (seen.result, seen.reason) == (Result.FAILED, f"more than 10 redirects, the last to {site.url('/12')}")


def test_a_circle_fails_at_once(crawl, site):
    site.answer("/a", status=302, headers={"Location": "/b"})
    site.answer("/b", status=302, headers={"Location": "/a"})
    seen = crawl.check(site.url("/a"))
    assert (seen.result, seen.reason) == (Result.FAILED, f"redirects in a circle, back to {site.url('/a')}")
    assert len(site.hits) == 2


@pytest.mark.parametrize("location", ["ftp://host/x", "javascript:alert(1)", "file:///etc/passwd"])
def test_only_web_pages_are_followed(crawl, site, location):
    site.answer("/x", status=302, headers={"Location": location})
    seen = crawl.check(site.url("/x"))
    assert (seen.result, seen.reason) == (Result.FAILED, f"redirects to what is not a web page: {location}")


def test_a_location_that_is_no_url_fails(crawl, site):
    site.answer("/x", status=302, headers={"Location": "http://[::1"})
    seen = crawl.check(site.url("/x"))
    assert seen.result is Result.FAILED
    assert "defect" not in seen.reason


def test_without_a_location_the_status_is_the_reason(crawl, site):
    site.answer("/x", status=302)
    assert crawl.check(site.url("/x")).reason == "HTTP 302 (Found)"


def test_to_another_domain_takes_the_turn_of_that_domain(crawling, sites):
    here, there = sites("127.0.0.4"), sites("127.0.0.5")
    here.answer("/x", status=302, headers={"Location": there.url("/y")})
    there.answer("/y", "<h1>Here</h1>")
    crawl = crawling(per_domain_delay_seconds=0.5, concurrency=2)
    crawl.checks([{"url": there.url("/y")}] * 3 + [{"url": here.url("/x")}])
    times = [hit.at for hit in there.hits]
    assert len(times) == 4
    gaps = [after - before for before, after in itertools.pairwise(times)]
    assert min(gaps) >= 0.3  # sent 0.5 s apart; a busy machine may accept one late
