"""Boards of several pages through the crawler: all of them are read within one check, or what was read is a part."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from spiders import paging
from spiders.observation import Result
from spiders.pages import joined
from spiders.posting import Page, Reading, Role, Verdict
from spiders.reader import READER_VERSION, read

JSON = {"Content-Type": "application/json"}


@pytest.fixture
def crawl(crawling):
    return crawling()


def entry(number):
    return {
        "id": f"74400{number}",
        "name": f"Kelp Farmer {number}",
        "company": {"identifier": "Larkspur", "name": "Larkspur Kelp"},
        "releasedDate": "2026-01-05T08:00:00.000Z",
    }


def board(numbers, *, total, offset=0):
    """A page of a SmartRecruiters board."""
    content = [entry(number) for number in numbers]
    return json.dumps({"offset": offset, "limit": 2, "totalFound": total, "content": content})


def three_pages(site):
    """A board of five postings, two a page."""
    for offset, numbers in ((0, (1, 2)), (2, (3, 4)), (4, (5,))):
        path = f"/postings?limit=2&offset={offset}" if offset else "/postings?limit=2"
        site.answer(path, board(numbers, total=5, offset=offset), headers=JSON | {"ETag": f'"{offset}"'})
    return site.url("/postings?limit=2")


def titles(reading):
    return [role.title.removeprefix("Kelp Farmer ") for role in reading.roles]


def test_all_pages_are_read_in_their_order(crawl, site):
    seen = crawl.check(three_pages(site))
    assert seen.result is Result.READ
    assert titles(seen.reading) == ["1", "2", "3", "4", "5"]
    assert seen.reading.whole
    assert seen.reading.reasons == ("its 3 pages list 5 postings",)
    assert [parse_qs(urlsplit(hit.path).query).get("offset") for hit in site.hits] == [None, ["2"], ["4"]]


def test_what_is_stored_reads_the_same_again(crawl, site):
    seen = crawl.check(three_pages(site))
    saved = Page(url=seen.final_url, body=seen.body, headers=seen.headers, fetched_at=seen.fetched_at)
    assert read(saved) == seen.reading
    again = crawl.check(seen.url, saved=saved)
    assert (again.result, again.reading, again.record_hash) == (Result.READ, seen.reading, seen.record_hash)


def test_a_board_of_several_pages_has_no_validators(crawl, site):
    seen = crawl.check(three_pages(site))
    assert (seen.etag, seen.last_modified) == (None, None)


def test_a_change_on_a_later_page_is_seen_although_the_first_is_the_same(crawl, site):
    url = three_pages(site)
    before = crawl.check(url)
    known = {"body_hash": before.body_hash, "record_hash": before.record_hash, "reader_version": READER_VERSION}
    assert crawl.check(url, **known).result is Result.SAME_BODY
    site.answer("/postings?limit=2&offset=4", board((6,), total=5, offset=4), headers=JSON)
    after = crawl.check(url, **known)
    assert after.result is Result.READ
    assert titles(after.reading) == ["1", "2", "3", "4", "6"]


def test_the_same_roles_in_other_bytes_are_the_same_record(crawl, site):
    url = three_pages(site)
    before = crawl.check(url)
    site.answer("/postings?limit=2&offset=4", board((5,), total=5, offset=4) + " ", headers=JSON)
    after = crawl.check(url, record_hash=before.record_hash, reader_version=READER_VERSION)
    assert (after.result, after.reading, after.body) == (Result.SAME_RECORD, None, None)


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ({"status": 500}, "HTTP 500 (Internal Server Error)"),
        ({"status": 404}, "HTTP 404 (Not Found)"),
        ({"status": 403}, "HTTP 403 (Forbidden)"),
        ({"reset": True}, "closed the connection"),
        ({"body": '{"content": [{"na', "headers": JSON}, "cut in the middle"),
        ({"body": "<h1>Down for maintenance</h1>"}, "it is no list"),
    ],
)
def test_a_fault_on_a_later_page_makes_it_a_part(crawl, site, fault, why):
    url = three_pages(site)
    site.answer("/postings?limit=2&offset=4", **fault)
    seen = crawl.check(url)
    assert seen.result is Result.READ
    assert titles(seen.reading) == ["1", "2", "3", "4"]
    assert not seen.reading.whole
    assert why in seen.reading.reasons[1]
    assert why in joined.not_read(seen.reading)
    saved = Page(url=seen.final_url, body=seen.body, headers=seen.headers, fetched_at=seen.fetched_at)
    assert read(saved) == seen.reading


def test_a_part_is_read_on_at_the_next_check(crawl, site):
    url = three_pages(site)
    site.answers("/postings?limit=2&offset=2", site.make(status=500), site.make(board((3, 4), total=5), headers=JSON))
    part = crawl.check(url)
    assert (titles(part.reading), part.reading.whole) == (["1", "2"], False)
    known = {"body_hash": part.body_hash, "record_hash": part.record_hash, "reader_version": READER_VERSION}
    assert titles(crawl.check(url, **known).reading) == ["1", "2", "3", "4", "5"]


def test_a_role_that_stands_on_two_pages_counts_once(crawl, site):
    url = three_pages(site)
    site.answer("/postings?limit=2&offset=2", board((2, 3), total=5, offset=2), headers=JSON)
    assert titles(crawl.check(url).reading) == ["1", "2", "3", "5"]


def test_a_board_that_grows_while_it_is_read_is_a_part(crawl, site):
    url = three_pages(site)
    site.answer("/postings?limit=2&offset=4", board((4, 5), total=6, offset=4), headers=JSON)
    assert not crawl.check(url).reading.whole


def test_pages_that_end_before_their_number_is_reached_are_a_part(crawl, site):
    url = three_pages(site)
    site.answer("/postings?limit=2&offset=4", board((), total=5, offset=4), headers=JSON)
    seen = crawl.check(url)
    assert (titles(seen.reading), seen.reading.whole) == (["1", "2", "3", "4"], False)


def linked(numbers, following=None):
    """A page of a board of no known make that names the next one."""
    jobs = [{"jobTitle": f"Kelp Farmer {it}", "url": f"/jobs/{it}", "location": "Bergen"} for it in numbers]
    return json.dumps({"jobs": jobs, "links": {"next": following}})


def test_the_next_page_that_an_answer_names_is_followed(crawl, site):
    site.answer("/api/jobs", linked((1, 2), "/api/jobs?after=b"), headers=JSON)
    site.answer("/api/jobs?after=b", linked((3,)), headers=JSON)
    seen = crawl.check(site.url("/api/jobs"))
    assert (titles(seen.reading), seen.reading.whole) == (["1", "2", "3"], True)


def test_pages_that_go_round_in_a_circle_end(crawl, site):
    site.answer("/api/jobs", linked((1,), "/api/jobs?after=b"), headers=JSON)
    site.answer("/api/jobs?after=b", linked((2,), "/api/jobs"), headers=JSON)
    seen = crawl.check(site.url("/api/jobs"))
    assert (titles(seen.reading), seen.reading.whole) == (["1", "2"], False)
    assert seen.reading.reasons[1] == "it goes on: its pages go round in a circle"


def test_pages_that_show_nothing_new_end(crawl, site):
    site.answer("/api/jobs", linked((1,), "/api/jobs?after=b"), headers=JSON)
    site.answer("/api/jobs?after=b", linked((1,), "/api/jobs?after=c"), headers=JSON)
    seen = crawl.check(site.url("/api/jobs"))
    assert (titles(seen.reading), seen.reading.whole) == (["1"], False)
    assert len(site.hits) == 2


def test_pages_without_end_are_read_up_to_a_bound(crawl, site):
    site.answer("/api/jobs", linked((0,), "/api/jobs?after=1"), headers=JSON)
    for number in range(1, joined.MOST_PAGES + 2):
        site.answer(f"/api/jobs?after={number}", linked((number,), f"/api/jobs?after={number + 1}"), headers=JSON)
    seen = crawl.check(site.url("/api/jobs"))
    assert (len(seen.reading.roles), seen.reading.whole) == (joined.MOST_PAGES, False)
    assert len(site.hits) == joined.MOST_PAGES


def test_pages_that_are_too_large_together_are_read_as_far_as_there_is_room(crawling, site):
    jobs = [{"jobTitle": f"Kelp Farmer {it}", "url": f"/jobs/{it}", "location": "Bergen"} for it in range(9)]
    for number in range(4):
        jobs[0] |= {"jobTitle": f"Kelp Farmer A{number}", "url": f"/jobs/A{number}"}
        links = {"next": f"/api/jobs?after={number + 1}"}
        body = json.dumps({"jobs": jobs, "links": links, "ballast": "x" * 400_000})
        site.answer(f"/api/jobs?after={number}", body, headers=JSON)
    seen = crawling(max_body_mib=1).check(site.url("/api/jobs?after=0"))
    assert (len(seen.reading.roles), seen.reading.whole) == (10, False)
    assert seen.reading.reasons[1] == "it goes on: its pages are too large"


@pytest.mark.parametrize("other", ["http://127.0.0.2:9/api/jobs?after=b", "file:///etc/passwd", "//evil.example/jobs"])
def test_a_next_page_on_another_host_is_not_asked_for(crawl, site, other):
    site.answer("/api/jobs", linked((1,), other), headers=JSON)
    seen = crawl.check(site.url("/api/jobs"))
    assert titles(seen.reading) == ["1"]
    assert len(site.hits) == 1
    assert seen.reading.whole is other.startswith("file")
    assert other.startswith("file") or seen.reading.reasons[1] == "it goes on: its next page is on another host"


def test_a_next_page_that_redirects_to_another_host_is_not_taken(crawl, site, sites):
    elsewhere = sites("127.0.0.2")
    elsewhere.answer("/jobs", linked((2,)), headers=JSON)
    site.answer("/api/jobs", linked((1,), "/api/jobs?after=b"), headers=JSON)
    site.answer("/api/jobs?after=b", status=302, headers={"Location": elsewhere.url("/jobs")})
    seen = crawl.check(site.url("/api/jobs"))
    assert (titles(seen.reading), seen.reading.whole) == (["1"], False)


def test_robots_txt_holds_for_every_page(crawling, site):
    site.answer("/robots.txt", "User-agent: *\nDisallow: /api/jobs?after\n", headers={"Content-Type": "text/plain"})
    site.answer("/api/jobs", linked((1,), "/api/jobs?after=b"), headers=JSON)
    seen = crawling(obey_robots=True).check(site.url("/api/jobs"))
    assert (titles(seen.reading), seen.reading.whole) == (["1"], False)
    assert "robots.txt" in seen.reading.reasons[1]
    assert not site.asked("/api/jobs?after=b")


def test_what_ended_too_early_is_a_part_whatever_its_last_page_says():
    page = Reading(verdict=Verdict.LISTING, roles=(Role(title="Deckhand", url=None),))
    assert joined.merged([page], None).whole
    assert not joined.merged([page], "HTTP 500").whole


def test_a_list_that_a_posting_led_to_is_not_read_on(crawl, site):
    seen = crawl.check(three_pages(site), pages=False)
    assert (titles(seen.reading), seen.reading.whole) == (["1", "2"], False)
    assert len(site.hits) == 1


def test_the_wait_that_a_later_page_asks_for_is_handed_on(crawl, site):
    url = three_pages(site)
    site.answer("/postings?limit=2&offset=2", status=429, headers={"Retry-After": "120"})
    assert crawl.check(url).retry_after == 120


NAMES = ("Deckhand", "Harbour Pilot", "Marine Biologist", "Kelp Farmer", "Net Engineer", "Accountant")


def html_list(names, pages=""):
    rows = "".join(
        f'<li><a href="/jobs/{4000 + NAMES.index(it)}">{it}</a> <span>Bergen, Norway</span></li>' for it in names
    )
    return f"""<!doctype html><html lang="en"><head><title>Jobs at Larkspur Kelp</title></head><body><main>
<h1>Open positions</h1><ul>{rows}</ul><nav class="pages">{pages}</nav></main></body></html>"""


@pytest.mark.parametrize(
    ("first", "pages", "second"),
    [
        ("/jobs", '<a href="/jobs">1</a> <a href="?page=2">2</a> <a href="?page=3">3</a>', "/jobs?page=2"),
        ("/jobs", '<a href="?page=0">1</a> <a href="?page=1">2</a>', "/jobs?page=1"),
        ("/jobs?q=kelp", '<a href="?q=kelp&amp;page=2" aria-label="Next page"><i></i></a>', "/jobs?q=kelp&page=2"),
        ("/jobs", '<a rel="next" href="/jobs?cursor=8a">More</a>', "/jobs?cursor=8a"),
        ("/jobs/", '<a href="/jobs/page/2/">2</a>', "/jobs/page/2/"),
    ],
)
def test_a_page_that_links_to_the_next_one_is_followed(crawl, site, first, pages, second):
    site.answer(first, html_list(NAMES[:3], pages))
    site.answer(second, html_list(NAMES[3:]))
    seen = crawl.check(site.url(first))
    assert tuple(role.title for role in seen.reading.roles) == NAMES
    assert seen.reading.whole


@pytest.mark.parametrize(
    "pages",
    [
        '<link rel="next" href="/blog/2026/kelp">',
        '<a href="?sort=2">2</a>',
        '<a href="/news?page=2">2</a>',
        '<a href="?page=2">Two years of kelp</a>',
        '<a href="?page=7">7</a>',
    ],
)
def test_other_links_of_a_list_are_no_next_page(crawl, site, pages):
    site.answer("/jobs", html_list(NAMES[:3], pages))
    seen = crawl.check(site.url("/jobs"))
    assert seen.reading.whole
    assert len(site.hits) == 1


def test_reading_on_takes_no_longer_than_its_bound(crawling, site):
    site.answer("/api/jobs", linked((1,), "/api/jobs?after=b"), headers=JSON)
    child = crawling(prelude="from spiders import paging\npaging.MOST_SECONDS = -1")
    seen = child.check(site.url("/api/jobs"))
    assert (titles(seen.reading), seen.reading.whole) == (["1"], False)
    assert seen.reading.reasons[1] == "it goes on: the others take too long"
    assert paging.MOST_SECONDS > 0
