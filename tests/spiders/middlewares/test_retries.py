"""What fails in passing is tried again; what a site asks for is honoured."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from spiders.observation import Result


@pytest.fixture
def crawl(crawling):
    return crawling(retries=2)


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 503}, {"reset": True}, {"body": "<p>half", "cut": 2}])
def test_what_passes_is_tried_again(crawl, site, fault):
    site.answers("/x", site.make(**fault), site.make("<h1>Here</h1>"))
    assert crawl.check(site.url("/x")).result is Result.READ
    assert len(site.hits) == 2


def test_as_often_as_is_set_and_later_each_time(crawl, site):
    site.answer("/x", status=500)
    seen = crawl.check(site.url("/x"))
    assert (seen.result, seen.reason) == (Result.FAILED, "HTTP 500 (Internal Server Error)")
    first, second, third = (hit.at for hit in site.hits)
    assert second - first >= 0.25
    assert third - second >= 0.5


@pytest.mark.parametrize("status", [404, 403, 400, 429])
def test_what_stays_is_not_tried_again(crawl, site, status):
    site.answer("/x", status=status)
    crawl.check(site.url("/x"))
    assert len(site.hits) == 1


def test_a_certificate_is_not_tried_again(crawl, sites, authority):
    secure = sites(certificate=authority.issue_cert("127.0.0.1"))
    elapsed = crawl.check(secure.url("/x"))
    assert elapsed.result is Result.FAILED


@pytest.mark.parametrize("status", [429, 503])
def test_a_short_retry_after_is_waited_for(crawl, site, status):
    site.answers("/x", site.make(status=status, headers={"Retry-After": "1"}), site.make("<h1>Here</h1>"))
    assert crawl.check(site.url("/x")).result is Result.READ
    first, second = (hit.at for hit in site.hits)
    assert second - first >= 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_long_retry_after_is_given_back(crawl, site, status):
    site.answer("/x", status=status, headers={"Retry-After": "120"})
    seen = crawl.check(site.url("/x"))
    assert (seen.result, seen.retry_after) == (Result.FAILED, 120)
    assert len(site.hits) == 1


def test_a_date_is_understood_as_well(crawl, site):
    at = datetime.now(UTC) + timedelta(hours=1)
    site.answer("/x", status=429, headers={"Retry-After": format_datetime(at, usegmt=True)})
    assert 3500 < crawl.check(site.url("/x")).retry_after <= 3600


def test_other_domains_do_not_wait_meanwhile(crawl, sites):
    slow, quick = sites("127.0.0.6"), sites("127.0.0.7")
    slow.answers("/x", slow.make(status=503, headers={"Retry-After": "2"}), slow.make("<h1>Here</h1>"))
    quick.answer("/x", "<h1>Here</h1>")
    crawl.ask(url=slow.url("/x"))
    crawl.ask(url=quick.url("/x"))
    assert [crawl.next().url, crawl.next().url] == [quick.url("/x"), slow.url("/x")]
