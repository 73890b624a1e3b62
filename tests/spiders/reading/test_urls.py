"""Addresses that stay the same between visits."""

import pytest

from spiders.reading.urls import absolute, host_of


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/jobs/1?utm_source=x&id=7#top", "https://kelp.example/jobs/1?id=7"),
        ("HTTPS://Kelp.Example:443/a?gclid=1&trk=2", "https://kelp.example/a"),
        ("//other.example", "https://other.example/"),
        ("?page=2", "https://kelp.example/board?page=2"),
        ("http://kelp.example:8080/a", "http://kelp.example:8080/a"),
        ("/a b/apply", "https://kelp.example/a%20b/apply"),
    ],
)
def test_an_address_is_absolute_and_free_of_tracking(href, expected):
    assert absolute(href, "https://kelp.example/board?utm_medium=mail") == expected


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "mailto:a@b.example", "http://[::1", "https://", "data:text/html,x"]
)
def test_what_is_no_web_address_is_none(href):
    assert absolute(href, "about:blank") is None


def test_the_host_without_www():
    assert (host_of("https://www.kelp.example/x"), host_of("http://[")) == ("kelp.example", "")
