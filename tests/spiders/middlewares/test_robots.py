"""robots.txt is obeyed."""

import pytest

from spiders.observation import Result


@pytest.fixture
def crawl(crawling):
    return crawling(obey_robots=True)


@pytest.fixture
def site(site):
    site.answer("/posting", "<h1>Here</h1>")
    site.answer("/private/x", "<h1>Here</h1>")
    return site


def test_what_it_forbids_is_disallowed(crawl, site):
    site.answer("/robots.txt", "User-agent: *\nDisallow: /private/")
    forbidden, allowed = crawl.checks([{"url": site.url("/private/x")}, {"url": site.url("/posting")}])
    assert forbidden.result is Result.DISALLOWED
    assert forbidden.reason == (f"robots.txt of {site.netloc} does not allow posting-monitor to fetch this page")
    assert allowed.result is Result.READ
    assert site.asked("/private/x") == []


def test_rules_for_us_by_name_come_first(crawl, site):
    site.answer("/robots.txt", "User-agent: *\nDisallow:\n\nUser-agent: Posting-Monitor\nDisallow: /")
    assert crawl.check(site.url("/posting")).result is Result.DISALLOWED


def test_where_a_redirect_leads_is_asked_for_as_well(crawl, site, sites):
    other = sites("127.0.0.14")
    other.answer("/robots.txt", "User-agent: *\nDisallow: /")
    other.answer("/y", "<h1>Here</h1>")
    site.answer("/posting", status=302, headers={"Location": other.url("/y")})
    seen = crawl.check(site.url("/posting"))
    assert seen.result is Result.DISALLOWED
    assert other.asked("/y") == []


def test_it_is_asked_for_once(crawl, site):
    site.answer("/robots.txt", "User-agent: *\nDisallow: /private/")
    crawl.checks([{"url": site.url("/posting")}] * 3)
    crawl.check(site.url("/posting"))
    assert len(site.asked("/robots.txt")) == 1


@pytest.mark.parametrize("status", [404, 401, 403, 410])
def test_a_site_without_one_forbids_nothing(crawl, site, status):
    site.answer("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    assert crawl.check(site.url("/posting")).result is Result.READ


@pytest.mark.parametrize("status", [500, 503, 429])
def test_one_that_cannot_be_read_fails_for_now(crawl, site, status):
    site.answer("/robots.txt", status=status)
    seen = crawl.check(site.url("/posting"))
    assert seen.result is Result.FAILED
    assert seen.reason == f"robots.txt of {site.netloc} cannot be read for now: HTTP {status}"
    assert site.asked("/posting") == []


def test_a_site_that_is_down_is_told_as_such(crawl, sites):
    site = sites()
    site.answer("/robots.txt", reset=True)
    seen = crawl.check(site.url("/posting"))
    assert seen.reason == f"{site.netloc} closed the connection before it answered"


def test_its_crawl_delay_holds_and_is_told(crawl, sites):
    site = sites("127.0.0.15")
    site.answer("/robots.txt", "User-agent: *\nCrawl-delay: 0.6")
    site.answer("/x", "<h1>Here</h1>")
    seen = crawl.checks([{"url": site.url("/x")}] * 2)
    assert [it.crawl_delay for it in seen] == [0.6, 0.6]
    first, second = (hit.at for hit in site.asked("/x"))
    assert second - first >= 0.6


def test_only_its_first_500_kib_are_read(crawl, site):
    rules = "User-agent: *\nDisallow: /private/\n" + "# padding\n" * 52_000 + "Disallow: /posting\n"
    site.answer("/robots.txt", rules)
    forbidden, allowed = crawl.checks([{"url": site.url("/private/x")}, {"url": site.url("/posting")}])
    assert (forbidden.result, allowed.result) == (Result.DISALLOWED, Result.READ)


def test_one_that_is_made_to_exhaust_us_is_not_read(crawl, site):
    site.answer("/robots.txt", "".join(f"User-agent: a{n}\n" for n in range(9000)) + "Disallow: /a\n" * 9000)
    seen = crawl.check(site.url("/posting"))
    assert seen.result is Result.FAILED
    assert seen.reason == f"{site.netloc}: robots.txt has more agents and rules than can be read"


def test_it_is_not_asked_for_where_the_user_says_so(crawling, site):
    site.answer("/robots.txt", "User-agent: *\nDisallow: /")
    assert crawling(obey_robots=False).check(site.url("/posting")).result is Result.READ
    assert site.asked("/robots.txt") == []
