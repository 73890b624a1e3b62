"""Pages that were not believed, and words that do not count: what a person is shown of them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.changes.blocks import block
from monitor.changes.words import words
from monitor.learning import explained
from spiders.posting import Section, SectionKind
from storage import captures, learning, watches
from storage.database import Database
from storage.rows import NewCapture, NewWatch

from .conftest import FIRST, POSTING_URL, START

BODY = b"<!doctype html><title>Just a moment...</title>\x1b]0;gotcha\x07\xff"


@pytest.fixture
def captured(filled, sqlite_url):
    """Watch 1 has two captures."""
    database = Database.open(sqlite_url)
    with database.writing() as c:
        for number, body in enumerate((b"<p>older", BODY)):
            new = NewCapture(
                outcome="blocked",
                reason="a challenge \x1b[31m",
                quality=10,
                http_status=200,
                final_url=None,
                headers={},
                body=body,
            )
            captures.keep(c, 1, new, taken_at=START + timedelta(hours=number))
    database.close()
    return filled


def test_explain_lists_the_pages_that_were_not_believed_and_how_to_see_them(captured, monitor):
    told = monitor("explain", "1", "--since", "2026-01-01").out
    assert "blocked: a challenge" in told
    assert "believed 10 of 100" in told
    assert "monitor show 1 --capture 2 > page.html" in told
    assert "\x1b" not in told
    document = monitor("explain", "1", "--since", "2026-01-01", "--json").json
    assert [it["quality"] for it in document["watch"]["captures"]] == [10, 10]


def test_a_capture_is_written_byte_for_byte(captured, capsysbinary):
    from monitor.cli import program  # noqa: PLC0415 - `monitor` reads text, a page is bytes

    assert program.run(["show", "1", "--capture", "1"]) == 0
    assert capsysbinary.readouterr().out == BODY


def test_a_terminal_gets_no_page(captured, monitor, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert "> page.html" in monitor("show", "1", "--capture", "1", code=1).err


@pytest.mark.parametrize("option", [["--json"], ["--explain"], ["--at", "1d"]])
def test_a_page_as_it_came_goes_with_no_other_option(captured, monitor, option):
    assert "--capture" in monitor("show", "1", "--capture", "1", *option, code=2).err


@pytest.mark.parametrize(("watch", "number"), [(1, 3), (1, 0), (2, 1)])
def test_a_capture_that_is_not_there_is_refused_with_what_there_is(captured, monitor, watch, number):
    err = monitor("show", watch, "--capture", number, code=2).err
    assert f"watch {watch} has" in err


def test_show_explains_which_words_are_not_the_postings(filled, monitor, sqlite_url):
    database = Database.open(sqlite_url)
    with database.writing() as c:
        tip = "Tip of the day: \x1b[31m be early."
        learning.noted_passing(c, 1, "", {block(words(tip)): tip}, now=START)
    database.close()
    told = monitor("show", "1", "--explain").out
    assert "not the posting's: “Tip of the day:" in told
    assert "differs between two fetches" in told
    assert "\x1b" not in told
    assert "not the posting's" not in monitor("show", "1").out


def test_words_on_two_other_pages_of_a_site_are_explained_and_those_on_one_are_not(filled, sqlite_url):
    sentence = "We have made lamps since 1911."
    posting = replace(FIRST, sections=(Section(kind=SectionKind.ABOUT, heading=None, text=sentence),))
    others = [f"https://jobs.lumen.example/other-{number}" for number in range(2)]
    database = Database.open(sqlite_url)
    with database.writing() as c:
        for url in others:
            watches.add(c, NewWatch(url=url, host="jobs.lumen.example"), now=START, first_check_at=START)
        watch, *elsewhere = (watches.find(c, url) for url in (POSTING_URL, *others))
        told = []
        for other in elsewhere:
            learning.remember(c, other.id, [block(words(sentence))])
            told.append(explained(c, watch, posting, ""))
    database.close()
    assert told == [[], [(sentence, "stands on 2 other pages of jobs.lumen.example")]]
