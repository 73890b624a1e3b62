"""Each saved page is judged as the folder it lies in says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.posting import Page, Status, Verdict
from spiders.reader import read

FOLDER = Path(__file__).with_name("verdicts")
PAGES = sorted(FOLDER.glob("*/*.html"))
STATUSES = Path(__file__).with_name("statuses")
STATUS_PAGES = sorted(STATUSES.glob("*/*.html"))


def read_page(path, **more):
    return read(
        Page(
            url="https://kelp.example/jobs/load-forecaster-4711",
            body=path.read_bytes(),
            fetched_at=datetime(2026, 1, 15, tzinfo=UTC),
            **more,
        )
    )


@pytest.mark.parametrize("path", PAGES, ids=[f"{it.parent.name}/{it.stem}" for it in PAGES])
def test_a_page_is_judged_as_its_folder_says(path):
    reading = read_page(path)
    assert reading.verdict.value == path.parent.name, reading.reasons
    assert reading.reasons


@pytest.mark.parametrize("path", STATUS_PAGES, ids=[f"{it.parent.name}/{it.stem}" for it in STATUS_PAGES])
def test_a_posting_has_the_status_that_its_folder_says(path):
    reading = read_page(path)
    assert reading.verdict is Verdict.POSTING, reading.reasons
    assert reading.posting.status.value == path.parent.name


def test_every_status_that_a_page_can_say_has_pages():
    assert {it.parent.name for it in STATUS_PAGES} == {"open", "closed", "upcoming"}


def test_every_verdict_has_pages():
    assert {it.parent.name for it in PAGES} == {it.value for it in Verdict}


@pytest.mark.parametrize("path", sorted((FOLDER / "error").glob("cut_*.html")), ids=lambda it: it.stem)
def test_a_page_that_stops_before_its_end_says_that_it_was_cut(path):
    reading = read_page(path)
    assert "cut in the middle" in reading.reasons[0]
    assert reading.posting is None


def test_end_tags_that_html_lets_out_are_no_cut():
    body = (
        b"<!doctype html><html><head><title>Baker</title><body><h1>Baker</h1>"
        b"<p>We bake at night, and look for a baker who does.<p>Apply now"
    )
    reading = read(Page(url="https://a.example/1", body=body, fetched_at=datetime(2026, 1, 15, tzinfo=UTC)))
    assert reading.verdict is not Verdict.ERROR


@pytest.mark.parametrize(
    ("status", "verdict"),
    [
        (404, "gone"),
        (410, "gone"),
        (401, "login"),
        (403, "challenge"),
        (429, "challenge"),
        (500, "error"),
        (503, "error"),
    ],
)
def test_a_status_that_refuses_is_judged_without_reading(status, verdict):
    path = Path(__file__).parent / "documents" / "posting.html"
    assert read_page(path, status=status).verdict.value == verdict


def test_503_with_words_of_maintenance_is_maintenance():
    assert read_page(FOLDER / "maintenance" / "planned.html", status=503).verdict is Verdict.MAINTENANCE


@pytest.mark.parametrize("path", sorted((FOLDER / "closed_notice").glob("*.html")), ids=lambda it: it.stem)
def test_a_closed_notice_carries_its_status(path):
    reading = read_page(path)
    assert reading.posting is not None
    assert reading.posting.status.value == "closed"


def test_hub_roles_are_absolute_and_free_of_tracking():
    reading = read_page(FOLDER / "hub" / "links.html")
    assert [(role.title, role.url) for role in reading.roles] == [
        ("Load Forecaster", "https://kelp.example/jobs/101-load-forecaster"),
        ("Grid Engineer", "https://kelp.example/jobs/102-grid-engineer"),
        ("Control Room Operator", "https://northwind.example/jobs/103-control-room-operator"),
    ]


def test_roles_that_are_headings_are_listed_without_addresses():
    reading = read_page(FOLDER / "hub" / "headings.html")
    assert [role.title for role in reading.roles] == [
        "Lastprognostiker (m/w/d)",
        "Netzingenieur (m/w/d)",
        "Werkstudent Daten (m/w/d)",
    ]
    assert {role.url for role in reading.roles} == {None}


def posting_page(*, head="", tail=""):
    text = (
        "We bake four hundred loaves a night in a wood oven, and look for a baker who likes quiet hours and hot stone."
    )
    return (
        f"<!doctype html><html><head><title>Baker</title>{head}</head><body><h1>Baker</h1><p>{text}</p>"
        f"<h2>Requirements</h2><ul><li>Two years at an oven</li></ul>{tail}</body></html>"
    ).encode()


def read_body(body, **headers):
    return read(
        Page(url="https://a.example/1", body=body, headers=headers, fetched_at=datetime(2026, 1, 15, tzinfo=UTC))
    )


@pytest.mark.parametrize(
    ("head", "headers"),
    [
        ('<meta name="robots" content="noindex, nofollow">', {}),
        ('<meta name="googlebot" content="NOINDEX">', {}),
        ("", {"x-robots-tag": "noindex"}),
    ],
)
def test_a_wish_not_to_be_indexed_is_evidence_and_decides_nothing_alone(head, headers):
    posting = read_body(posting_page(head=head), **headers).posting
    assert "noindex" in posting.evidence["noindex"].text.lower()
    assert posting.status is Status.OPEN


def test_a_page_that_may_be_indexed_has_no_such_evidence():
    assert "noindex" not in read_body(posting_page()).posting.evidence


def expired(tail="", robots="noindex"):
    data = '{"@type": "JobPosting", "title": "Baker", "validThrough": "2025-11-01"}'
    head = f'<meta name="robots" content="{robots}"><script type="application/ld+json">{data}</script>'
    return read_body(posting_page(head=head, tail=tail)).posting


def test_a_posting_that_is_hidden_past_its_last_day_and_offers_no_way_to_apply_is_not_called_open():
    assert expired().status is Status.UNKNOWN


def test_a_last_day_in_structured_data_that_has_passed_closes_nothing():
    assert expired(robots="all").status is Status.OPEN
    assert expired(tail="<a href='/apply'>Apply now</a>").status is Status.OPEN


def test_the_word_closed_on_a_button_counts_only_where_nothing_asks_to_apply():
    closed = "<button disabled>Closed</button>"
    assert read_body(posting_page(tail=closed)).posting.status is Status.CLOSED
    assert read_body(posting_page(tail=f"{closed}<a href='/apply'>Apply now</a>")).posting.status is Status.OPEN


def test_a_list_that_stands_where_a_posting_was_tells_what_it_says_of_it():
    reasons = read_page(FOLDER / "listing" / "redirected_to_board.html").reasons
    assert reasons == ("it lists 3 roles", "the page says “job you are looking for is no longer open”")


def test_a_list_of_rows_that_each_can_be_applied_to_names_the_roles():
    roles = read_page(FOLDER / "hub" / "list_internships.html").roles
    assert (roles[0].title, roles[0].url) == ("Software Engineering Intern", "https://firm0.test/apply/0")
    assert len(roles) == 6


def read_text(text):
    return read_body(text.encode(), **{"content-type": "text/plain"}).posting


def test_a_plain_text_that_says_how_to_apply_is_open_until_its_deadline():
    text = "# Baker\n\n**Kelp Bread** - Oslo\n\n## Requirements\n\n- Two years at an oven\n\n"
    assert read_text(text).status is Status.UNKNOWN
    assert read_text(f"{text}To apply, send your CV to a@kelp.example by 1 March 2026.").status is Status.OPEN
    assert read_text(f"{text}To apply, send your CV to a@kelp.example by 1 January 2026.").status is Status.UNKNOWN


def test_the_marks_of_markdown_are_not_read_as_words():
    posting = read_text("# Baker\n\n**Kelp Bread** - Oslo\n\n## Requirements\n\n- Two years at an oven\n")
    assert posting.title == "Baker"
    assert [it.heading for it in posting.sections if it.heading] == ["Requirements"]
