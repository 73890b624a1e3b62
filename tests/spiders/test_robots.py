"""robots.txt as rules."""

import pytest

from spiders.robots import parsed
from spiders.user_agent import robots_token, user_agent

DAY = 24 * 3600


def test_a_request_rate_is_a_delay_too():
    rules = parsed(b"User-agent: *\nCrawl-delay: 2\nRequest-rate: 1/5s")
    assert rules.crawl_delay("posting-monitor") == 5


def test_without_a_delay_there_is_none():
    assert parsed(b"User-agent: *\nDisallow: /x").crawl_delay("posting-monitor") is None


def test_bytes_that_are_no_text_are_no_rules():
    assert parsed(b"\xff\xfe\0\0<html>").allow("https://x.example/", "posting-monitor")


def test_the_mark_of_utf_8_hides_no_rule():
    assert not parsed(b"\xef\xbb\xbfUser-agent: *\nDisallow: /").allow("https://x.example/", "posting-monitor")


def test_the_agent_names_product_version_and_contact():
    agent = user_agent("", "mailto:us@example.org")
    assert agent.startswith("posting-monitor/")
    assert agent.endswith(" (+mailto:us@example.org)")
    assert user_agent("OurBot/2 (+https://x.example)", "https://x.example") == "OurBot/2 (+https://x.example)"


def test_robots_know_us_by_the_product_name_alone():
    assert robots_token("OurBot/2 (+https://x.example)") == "OurBot"
    assert robots_token("") == "posting-monitor"


@pytest.mark.parametrize(
    ("wish", "seconds"),
    [
        ("Crawl-delay: inf", None),
        ("Crawl-delay: " + "9" * 400, None),
        ("Crawl-delay: 86401", DAY),
        ("Crawl-delay: -5", None),
        ("Crawl-delay: nan", None),
        ("Request-rate: 1/" + "9" * 400 + "d", DAY),
        ("Request-rate: 0/5s", None),
        ("Request-rate: 0/0", None),
    ],
)
def test_no_site_asks_for_more_than_a_day(wish, seconds):
    assert parsed(f"User-agent: *\n{wish}".encode()).crawl_delay("posting-monitor") == seconds
