"""Embedded state of no known make: the posting that a page shows, one behind an empty page, the roles of a board."""

import json

import pytest

from spiders.posting import EmploymentType, Source, Status, Verdict

URL = "https://kelp.example/careers/9107-bell-founder"
JOB = {
    "id": 9107,
    "title": "Bell Founder",
    "description": "<p>Kelp Foundry casts bells for ships.</p><h3>Your tasks</h3><ul><li>Melt the bronze</li></ul>" * 6,
    "company": {"name": "Kelp Foundry"},
    "locations": [{"city": "Tartu", "country": "Estonia"}],
    "employmentType": "PART_TIME",
    "publishedAt": "2026-01-05T08:00:00Z",
    "salary": {"min": 2100, "max": 2600, "currency": "EUR", "interval": "month"},
}
SHOWN = """<h1>Bell Founder</h1><h2>Your tasks</h2>
<ul><li>Melt the bronze of old ships and pour it before it thinks again</li>
<li>Listen to what comes out, and say so</li></ul><h2>Requirements</h2>
<p>You have burnt your fingers at least once in a foundry and came back the next day. You can tell a fifth from a fourth
with the furnace on. You write to us in any language at all.</p>{}<a>Apply now</a>"""
EMPTY = """<!doctype html><html><head><title>{}</title></head><body><div id="root"></div>
<script{} type="application/json">{}</script></body></html>"""


def page(body, job, title="Bell Founder | Kelp Foundry", **beside):
    state = json.dumps({"props": {"pageProps": {"job": job, **beside}}})
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body>{body}"
        f'<script id="__NEXT_DATA__" type="application/json">{state}</script></body></html>'
    )


def test_the_object_titled_as_the_page_is_says_what_the_text_leaves_out(html_page):
    reading = html_page(URL, page(SHOWN, JOB))
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert (posting.organization, posting.locations) == ("Kelp Foundry", ("Tartu, Estonia",))
    assert posting.employment_type is EmploymentType.PART_TIME
    assert posting.posted_on.isoformat() == "2026-01-05"
    assert posting.evidence["locations"].source is Source.API
    assert posting.evidence["locations"].where == "__NEXT_DATA__.props.pageProps.job.locations"


def test_amounts_that_the_page_does_not_show_are_not_the_posting_s_pay(html_page):
    assert html_page(URL, page(SHOWN, JOB)).posting.pay is None
    shown = html_page(URL, page(SHOWN.format("<p>2 100 – 2 600</p>"), JOB)).posting.pay
    assert (int(shown.min), int(shown.max), shown.currency) == (2100, 2600, "EUR")


def test_words_of_the_page_about_pay_and_deadline_count_before_state(html_page):
    body = SHOWN.format("<p>Salary: €2,200 per month</p><p>Apply by 1 February 2026</p>")
    posting = html_page(URL, page(body, {**JOB, "deadline": "2026-03-01"})).posting
    assert (int(posting.pay.min), posting.deadline.at.date().isoformat()) == (2200, "2026-02-01")


def test_an_end_in_state_is_no_deadline(html_page):
    posting = html_page(URL, page(SHOWN, {**JOB, "expiresAt": "2026-02-20"})).posting
    assert posting.deadline is None
    assert posting.evidence["valid_through"].text == "2026-02-20"


def test_other_objects_than_the_page_s_own_say_nothing(html_page):
    other = {**JOB, "title": "Rope Walker", "locations": [{"city": "Narva"}]}
    assert html_page(URL, page(SHOWN, other)).posting.locations == ()


def test_of_two_with_one_title_the_one_that_the_address_names_counts(html_page):
    twin = {**JOB, "id": 44, "locations": [{"city": "Narva"}]}
    posting = html_page(URL, page(SHOWN, twin, latest=[JOB, twin])).posting
    assert posting.locations == ("Tartu, Estonia",)


@pytest.mark.parametrize("said", [{"status": "closed"}, {"isActive": False}, {"state": "Expired"}])
def test_an_object_that_says_that_it_is_closed_closes_the_posting(html_page, said):
    assert html_page(URL, page(SHOWN, {**JOB, **said})).posting.status is Status.CLOSED


def test_a_page_that_shows_nothing_is_read_from_its_state(html_page):
    reading = html_page(URL, page('<div id="root"></div>', JOB, title="Kelp Foundry"))
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert posting.title == "Bell Founder"
    assert any("Melt the bronze" in it.text for it in posting.sections)


def test_a_board_that_shows_nothing_is_read_from_its_state(html_page):
    names = ("Bell Founder", "Clapper Smith", "Sexton")
    jobs = [{"title": name, "url": f"/careers/{n}", "location": "Tartu"} for n, name in enumerate(names)]
    reading = html_page("https://kelp.example/careers", EMPTY.format("Open positions", "", json.dumps({"jobs": jobs})))
    assert reading.verdict in {Verdict.LISTING, Verdict.HUB}
    assert [it.url for it in reading.roles] == [f"https://kelp.example/careers/{n}" for n in range(3)]


def test_state_that_holds_itself_ends(html_page):
    posting = {"title": 2, "description": 3, "location": 4, "self": 1, "list": 5}
    flat = [["Reactive", 1], posting, "Bell Founder", "We cast bells. " * 40, "Tartu", [1, 5]]
    html = EMPTY.format("Bell Founder", ' id="__NUXT_DATA__"', json.dumps(flat))
    assert html_page(URL, html).posting.locations == ("Tartu",)


NOISE = (
    "",
    "<p>{}</p>".format("We list jobs by the sea since 2009, and we answer every letter that reaches us. " * 6),
    "<h2>Career advice</h2>"
    + "<p>Three founders tell how they learnt the trade, and what they would do again.</p>" * 5,
    (
        '<h2>Similar jobs</h2><ul><li><a href="/1">Smith</a></li><li><a href="/2">Welder</a></li>'
        '<li><a href="/3">Baker</a></li><li><a href="/4">Turner</a></li></ul>'
    ),
    (
        '<section><ul><li><a href="/careers/1">Smith</a> Riga</li><li><a href="/careers/2">Welder</a> Tartu</li>'
        '<li><a href="/careers/3">Baker</a> Narva</li></ul></section><p>Try premium for $9 a month</p>'
    ),
)


@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("title", ["Bell Founder | Kelp Foundry", "Kelp Foundry"])
def test_a_posting_that_scripts_have_yet_to_show_is_read_whatever_else_stands_there(html_page, noise, title):
    shown = f"<h1>Bell Founder</h1><p>Tartu</p>{noise}"
    reading = html_page(URL, page(shown, JOB, title, others=[{"id": 9100 + it, "title": "Smith"} for it in range(5)]))
    alone = html_page(URL, page("<h1>Bell Founder</h1><p>Tartu</p>", JOB, title))
    assert reading.verdict is Verdict.POSTING
    assert reading.posting.sections == alone.posting.sections
    assert "Melt the bronze" in reading.posting.text
