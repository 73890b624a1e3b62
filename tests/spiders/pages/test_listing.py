"""Which links of a page are roles of its list, and what stands in the list's place."""

from datetime import UTC, datetime

from spiders.posting import Page, Verdict
from spiders.reader import read


def reading(main, title="Open positions at Kelp"):
    body = f"<html><head><title>{title}</title></head><body><h1>Open positions</h1>{main}</body></html>"
    return read(Page(url="https://kelp.example/jobs", body=body.encode(), fetched_at=datetime(2026, 1, 15, tzinfo=UTC)))


def links(*texts, first=101):
    items = "".join(f"<li><a href='/jobs/{number}'>{text}</a></li>" for number, text in enumerate(texts, first))
    return f"<ul>{items}</ul>"


ROLES = links("Tram Driver", "Night Baker", "Port Electrician")


def titles(page):
    return [role.title for role in page.roles]


def test_links_to_towns_and_searches_are_no_roles():
    page = reading(f"{ROLES}<h2>Around you</h2>{links('Leeds', 'Hull', 'York', first=201)}")
    assert titles(page) == ["Tram Driver", "Night Baker", "Port Electrician"]


def test_an_empty_list_has_no_roles_though_similar_jobs_are_shown():
    page = reading(f"<p>There are no open positions at the moment.</p><h2>Similar jobs</h2>{ROLES}")
    assert (page.verdict, titles(page)) == (Verdict.HUB, [])


def test_a_list_that_could_not_be_had_is_an_error_whatever_else_is_linked():
    page = reading(f"<p>We could not load the positions.</p><h2>Similar jobs</h2>{ROLES}")
    assert (page.verdict, page.roles) == (Verdict.ERROR, None)
    assert "could not load the positions" in page.reasons[0]


def test_a_list_beside_a_widget_that_failed_is_a_list():
    page = reading(f"{ROLES}<p>Something went wrong while we loaded the map.</p>")
    assert titles(page) == ["Tram Driver", "Night Baker", "Port Electrician"]


def test_short_numbers_in_addresses_are_postings_numbers_as_long_ones_are():
    named = ("Dock Painter", "Night Baker", "Rower", "Stoker", "Purser")
    assert titles(reading(links(*named, first=3))) == titles(reading(links(*named))) == list(named)
