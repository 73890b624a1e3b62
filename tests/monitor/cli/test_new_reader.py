"""`monitor new-reader` records a page for its author to correct; `monitor read --explain` says where words stand."""

import json
import os

import pytest

from spiders.reader import read
from spiders.recorded import expected_in, page_in, said

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Night Baker - Brown Crust</title>
<script type="application/ld+json">{"@type": "JobPosting", "title": "Night Baker", "hiringOrganization": "Brown Crust",
"validThrough": "2026-09-01", "jobLocation": "Leeds"}</script></head>
<body><h1>Night Baker</h1><p>York | Full-time</p><h2>What you'll do</h2>
<ul><li>Bake two hundred loaves while others sleep</li><li>Carry them to the market before six</li></ul>
<p>Apply by 5 March 2026.</p></body></html>"""
URL = "https://brown-crust.example/jobs/7"
#: 20 January 2026, 9:00 UTC.
SAVED = 1768899600


@pytest.fixture
def saved(home):
    path = home / "baker.html"
    path.write_text(PAGE)
    os.utime(path, (SAVED, SAVED))
    return path


@pytest.fixture
def checkout(home):
    """What makes a folder a checkout."""
    test = home / "tests" / "spiders" / "test_recorded.py"
    test.parent.mkdir(parents=True)
    test.touch()
    return home


def test_a_saved_page_becomes_a_folder_that_reads_as_expected(installed, saved, checkout, monitor):
    out = monitor("new-reader", saved, "night-baker", "--url", URL).out
    folder = checkout / "tests" / "spiders" / "recorded" / "night-baker"
    assert sorted(it.name for it in folder.iterdir()) == ["expected.json", "page.html", "request.json"]
    assert (folder / "page.html").read_text() == PAGE
    assert json.loads((folder / "request.json").read_text()) == {
        "url": URL,
        "status": 200,
        "headers": {},
        "fetched_at": "2026-01-20T09:00:00Z",
    }
    assert expected_in(folder) == said(read(page_in(folder)))
    assert expected_in(folder)["title"] == "Night Baker"
    assert "Recorded in tests/spiders/recorded/night-baker" in out
    assert "python -m pytest tests/spiders/test_recorded.py -k night-baker" in out


def test_a_live_page_is_recorded_with_what_its_server_said(installed, site, home, monitor):
    installed.write_text(installed.read_text() + "[fetch]\nallow_private_addresses = true\n")
    answer = json.dumps(
        {"id": "7", "text": "Night Baker", "hostedUrl": "https://jobs.lever.co/crust/7", "categories": {}}
    )
    site.answer("/postings/7", answer, headers={"Content-Type": "application/json", "X-Served-By": "oven"})
    monitor("new-reader", site.url("/postings/7"), "crust", "--into", "pages")
    request = json.loads((home / "pages" / "crust" / "request.json").read_text())
    assert (request["url"], request["status"]) == (site.url("/postings/7"), 200)
    assert request["headers"] == {"content-type": "application/json"}
    assert (home / "pages" / "crust" / "page.json").read_text() == answer
    assert expected_in(home / "pages" / "crust")["title"] == "Night Baker"


def test_a_page_that_cannot_be_read_is_not_recorded(installed, site, home, monitor):
    installed.write_text(installed.read_text() + "[fetch]\nallow_private_addresses = true\nretries = 0\n")
    site.answer("/7", "<p>sorry", status=500)
    err = monitor("new-reader", site.url("/7"), "crust", "--into", "pages", code=1).err
    assert "HTTP 500" in err
    assert "nothing was recorded" in err
    assert not (home / "pages").exists()


def test_the_checkout_is_found_from_a_folder_within_it(installed, saved, checkout, monitor, monkeypatch):
    monkeypatch.chdir(checkout / "tests")
    monitor("--config", installed, "new-reader", saved, "crust")
    assert (checkout / "tests" / "spiders" / "recorded" / "crust" / "expected.json").is_file()


def test_a_recording_is_never_overwritten(installed, saved, home, monitor):
    kept = home / "pages" / "crust" / "expected.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}")
    assert "pages/crust is there already" in monitor("new-reader", saved, "crust", "--into", "pages", code=2).err
    assert [it.name for it in kept.parent.iterdir()] == ["expected.json"]
    assert kept.read_text() == "{}"


@pytest.mark.parametrize("name", ["", "../crust", "Crust", "a/b", "a b", "crüst", "a" * 65])
def test_a_name_that_is_none_is_refused(installed, saved, home, monitor, name):
    assert "is no name for a recording" in monitor("new-reader", saved, name, "--into", "pages", code=2).err
    assert not (home / "pages").exists()


def test_outside_a_checkout_a_folder_has_to_be_named(installed, saved, monitor):
    assert "name a folder with --into" in monitor("new-reader", saved, "crust", code=2).err


def test_a_folder_that_cannot_be_written_is_told(installed, saved, home, monitor):
    (home / "pages").write_text("no folder")
    assert "pages/crust cannot be written" in monitor("new-reader", saved, "crust", "--into", "pages", code=1).err


def test_explaining_shows_source_place_and_words_and_what_contradicts_them(installed, saved, monitor):
    lines = [" ".join(it.split()) for it in monitor("read", saved, "--url", URL, "--explain").lines]
    assert 'title: Night Baker (json-ld $.title: "Night Baker")' in lines
    place = lines.index('locations: York (text chars:12-16: "York")')
    assert lines[place + 1] == 'but json-ld $.jobLocation: "Leeds"'
    assert 'valid_through: (json-ld $.validThrough: "2026-09-01")' in lines
    assert 'language: en (markup:html@lang: "en")' in lines
    assert lines[lines.index("On the page") + 1 :][:2] == [
        "[York]{locations} | [Full-time]{employment_type}",
        "[Apply by 5 March 2026]{deadline}.",
    ]


def test_without_explaining_only_the_values_are_shown(installed, saved, monitor):
    out = monitor("read", saved, "--url", URL).out
    assert "Night Baker" in out
    assert "json-ld" not in out
