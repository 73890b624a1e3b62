"""Each saved page is judged as the folder it lies in says."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.posting import Page, Verdict
from spiders.reader import read

FOLDER = Path(__file__).with_name("verdicts")
PAGES = sorted(FOLDER.glob("*/*.html"))


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


def test_a_closed_notice_carries_its_status():
    reading = read_page(FOLDER / "closed_notice" / "notice.html")
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
