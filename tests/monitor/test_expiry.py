"""Signs that a posting ended: kept, weighed together, and never enough alone."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.settings import Settings
from monitor import clock
from monitor.checks import check_watches
from monitor.judging import JudgingRules, judge
from monitor.learning import is_doubtful
from monitor.vocabulary import Kind, Known, Outcome, WatchStatus
from spiders.observation import Observation, Result
from spiders.posting import Page
from spiders.reader import read
from spiders.record import record_hash
from storage import changes, versions, watches
from storage.rows import NewWatch

from .postings import NOW

RULES = JudgingRules(confirm_after=timedelta(minutes=15), blind_after_checks=3, blind_after=timedelta(hours=6))
MARKUP = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
"title": "Lock Keeper", "hiringOrganization": {"@type": "Organization", "name": "Severn Locks"},
"datePosted": "2026-01-05", "validThrough": "%s"}</script>"""
FUTURE, PAST = "2026-03-31", "2026-01-21"
NOINDEX = '<meta name="robots" content="noindex">'
BUTTON = "<button>Apply now</button>"
LINES = (
    "The keeper opens the gates for barges and pleasure boats from April to October, by hand where the motor fails.",
    "You keep the log of all passages and report the level of the water to the district office every evening.",
    "You grease the gates, clear the weed from the screens and mow the towpath between the two lower locks.",
    "A steady head in a flood and a boatmaster's licence for inland waters are needed from the first day.",
)


def page(markup=MARKUP % FUTURE, *, robots="", control=BUTTON, notice="", wrap="main", more=""):
    tasks = "".join(f"<li>{line}</li>" for line in LINES[:3])
    paragraphs = f"<h2>Your tasks</h2><ul>{tasks}</ul><h2>Requirements</h2><ul><li>{LINES[3]}</li></ul>"
    return f"""<!doctype html><html lang="en"><head><title>Lock Keeper</title>{robots}{markup}</head><body>
<{wrap}><h1>Lock Keeper</h1>{notice}<p>Employer: Severn Locks</p>
<p>Location: Upton</p>{control}{paragraphs}{more}</{wrap}></body></html>"""


def saw(html, days=1):
    at = NOW + timedelta(days=days)
    url = "https://locks.example/jobs/7"
    body = Page(url=url, body=html.encode(), headers={"content-type": "text/html; charset=utf-8"}, fetched_at=at)
    return Observation(
        id=1, url=url, final_url=url, result=Result.READ, fetched_at=at, reading=read(body), reader_version=2,
        http_status=200, body=body.body,
    )  # fmt: skip


def known(html=None):
    return judge(Known(), saw(html or page(), days=0), RULES, NOW).after


def look(before, html, days=1, again=None):
    seen = saw(html, days)
    return judge(before, seen, RULES, seen.fetched_at, again=again and saw(again, days))


def kinds(judgement):
    return [change.kind for change in judgement.changes]


BARE = page(markup="")


@pytest.mark.parametrize(
    ("before", "after", "decides"),
    [
        (page(), page(markup="", robots=NOINDEX, control=""), "noindex_added"),
        (page(control=""), page(markup="", robots=NOINDEX, control=""), "noindex_added"),
        (page(MARKUP % PAST, control=""), page(markup="", control=""), "valid_through"),
        (page(), page(markup="", control=""), "apply_withdrawn"),
    ],
)
def test_withdrawn_markup_with_another_sign_closes_and_both_are_kept(before, after, decides):
    judgement = look(known(before), after, days=3)
    assert kinds(judgement) == [Kind.CLOSED]
    evidence = judgement.after.posting.evidence
    assert evidence["status"] == evidence[decides]
    assert (evidence["markup_withdrawn"].source, evidence["markup_withdrawn"].text) == ("json-ld", "Lock Keeper")
    assert is_doubtful(judgement)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (page(), page(robots=NOINDEX)),
        (page(), page(control="")),
        (page(), page(control="", robots=NOINDEX)),
        (page(), page(MARKUP % PAST, control="")),
        (page(markup=""), page(markup="", control="", robots=NOINDEX)),
        (page(control="", robots=NOINDEX), page(markup="", control="", robots=NOINDEX)),
    ],
)
def test_no_other_signs_close_without_withdrawn_markup_and_old_ones_not_with_it(before, after):
    assert kinds(look(known(before), after, days=3)) == []


@pytest.mark.parametrize("robots", ["", NOINDEX])
def test_a_page_that_can_be_applied_to_stays_open(robots):
    judgement = look(known(page(MARKUP % PAST)), page(markup="", robots=robots), days=3)
    assert (kinds(judgement), judgement.after.status) == ([], WatchStatus.OPEN)


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        ("<p>Applications are open.</p>", []),
        ("<p>Applications will open on 1 June 2026.</p>", []),
        ("<p>This position has been filled.</p>", [Kind.CLOSED]),
    ],
)
def test_what_the_page_says_itself_is_believed(notice, told):
    judgement = look(known(page(MARKUP % PAST)), page(markup="", robots=NOINDEX, control="", notice=notice), days=3)
    assert kinds(judgement) == told


def test_markup_that_is_withdrawn_alone_is_kept_in_a_version_that_is_told_to_nobody():
    judgement = look(known(), BARE)
    assert (judgement.outcome, judgement.changes) == (Outcome.CHANGED, ())
    assert "JobPosting markup was withdrawn" in judgement.reason
    assert judgement.after.posting.evidence["markup_withdrawn"].where == "$.title"
    again = look(judgement.after, BARE, days=2)
    assert (again.outcome, again.after.version) == (Outcome.UNCHANGED, 2)


def test_signs_that_come_one_after_the_other_are_weighed_together():
    first = look(known(), BARE)
    second = look(first.after, page(markup="", robots=NOINDEX), days=2)
    third = look(second.after, page(markup="", robots=NOINDEX, control=""), days=3)
    assert [kinds(it) for it in (first, second, third)] == [[], [], [Kind.CLOSED]]


def test_a_posting_closed_by_signs_stays_closed_through_a_redesign_until_its_markup_is_back():
    gone = page(markup="", robots=NOINDEX, control="")
    closed = look(known(), gone).after
    assert kinds(look(closed, gone, days=2)) == []
    assert kinds(look(closed, gone.replace("<main>", "<main><div>").replace("</main>", "</div></main>"), days=2)) == []
    assert kinds(look(closed, page(), days=2)) == [Kind.REOPENED]
    assert kinds(look(closed, page(markup="", robots=NOINDEX), days=2)) == [Kind.REOPENED]


def test_a_second_look_that_shows_the_markup_denies_the_end():
    gone = page(markup="", control="")
    assert kinds(look(known(), gone, again=page())) == []
    assert kinds(look(known(), gone, again=gone)) == [Kind.CLOSED]


def test_pages_that_differ_in_signs_only_are_not_the_same_record():
    readings = [page(), BARE, page(robots=NOINDEX), page(control="")]
    assert len({record_hash(saw(it).reading) for it in readings}) == len(readings)


wrappers = st.lists(st.sampled_from(["div", "section", "article"]), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(wrappers, st.booleans(), st.sampled_from(["", NOINDEX]), st.sampled_from(["", BUTTON]))
def test_another_template_without_markup_tells_nothing(tags, sidebar, robots, control):
    made = page(markup="", robots=robots, control=control)
    opening, closing = "".join(f"<{it}>" for it in tags), "".join(f"</{it}>" for it in reversed(tags))
    made = made.replace("<main>", f"<main>{opening}").replace("</main>", f"{closing}</main>")
    made = made.replace("</body>", "<aside><p>Ferries run late today.</p></aside></body>") if sidebar else made
    judgement = look(known(), made, days=90)
    assert kinds(judgement) == []


def test_a_page_that_has_lost_most_of_its_text_is_no_end_whatever_it_asks_of_search_engines():
    html = page(markup="", robots=NOINDEX, control="")
    for line in LINES:
        html = html.replace(line, "")
    judgement = look(known(), html)
    assert judgement.outcome in {Outcome.FAILED, Outcome.BLOCKED}
    assert judgement.changes == ()


@pytest.fixture
def lock(site, database):
    """A watched page; `show` puts it, `check` looks and gives what was told."""
    given = {"fetch": {"allow_private_addresses": True, "per_domain_delay_seconds": 0.0, "retries": 0}}
    url = site.url("/jobs/7")

    class Lock:
        def check(self, *pages):
            site.answers("/jobs/7", *(site.make(it) for it in pages))
            with database.reading() as c:
                wanted = watches.listed(c, with_record=True)
            told = []
            asyncio.run(check_watches(database, Settings.model_validate(given), wanted, on_result=told.append))
            return [change.kind for it in told for change in it.changes]

    with database.writing() as c:
        watches.add(c, NewWatch(url=url, host=url.split("/")[2]), now=clock.now(), first_check_at=clock.now())
    assert Lock().check(page()) == []
    return Lock()


def test_signs_are_seen_through_a_crawl_though_nothing_else_on_the_page_changed(lock, database):
    assert lock.check(BARE) == []
    assert lock.check(page(markup="", control="")) == ["closed"]
    with database.reading() as c:
        assert [it.kind for it in changes.stored(c)] == ["closed"]
        evidence = versions.one(c, 1, 3).record["posting"]["evidence"]
    assert {"markup_withdrawn", "apply_withdrawn"} <= evidence.keys()


def test_a_page_made_without_markup_once_is_not_closed(lock):
    assert lock.check(page(markup="", control=""), page()) == []


def test_a_closed_reading_is_weighed_anew_from_what_was_known():
    closed = look(known(), page(markup="", control="")).after
    assert kinds(look(replace(closed, template="h1@9"), page(markup="", control=""), days=2)) == []
