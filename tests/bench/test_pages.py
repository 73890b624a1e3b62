"""Saved pages changed: noise that leaves what a person reads, edits in the form in which a thing is written."""

from decimal import Decimal
from random import Random

import pytest
from pages import amounts, days, measuring, places
from pages.edits import EDITS, Saved
from pages.markup import end_of, html_of, places_of, text_within, tokens
from pages.noise import PASSES, noisy
from pages.substitution import exchanged, substituted

from spiders.posting import Verdict

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Kiln Operator | Kelp &amp; Anchor</title>
<meta name="description" content="Kiln Operator in Leeds"><link rel="canonical" href="/jobs/71">
<style>.a{color:red}</style><script>var page = 1;</script>
<script type="application/ld+json">{"@type": "JobPosting", "title": "Kiln Operator", "datePosted": "2031-03-01",
"hiringOrganization": {"name": "Kelp \\u0026 Anchor"}}</script></head>
<body class="page"><main id="job"><h1 class="t" id="top">Kiln Operator</h1>
<p>Kelp &amp; Anchor · Leeds · Full-time · £31,000 - £36,500 a year</p>
<p>Apply by Tuesday 11 March 2031. Posted 3 days ago, 12 applicants.</p>
<h2>What you will do</h2><ul><li>Fire the kiln – at café hours<br>and at night</li>
<li>Write to jobs@leeds.example</li></ul>
<p>Kelp &amp; Anchor’s kilns are the oldest in Leeds, and whoever tends them learns the craft from those who
built them.</p><form action="/apply"><input type="text" name="who">
<a class="btn" href="https://kelp.example/apply?id=71">Apply now</a></form>
</main><aside><ul><li><a href="/jobs/1">Baker</a></li><li><a href="/jobs/2">Miller</a></li>
<li><a href="/jobs/3">Cook</a></li><li><a href="/jobs/4">Potter</a></li></ul></aside></body></html>"""
LABEL = {
    "file": "html/kiln.html", "lang": "en", "is_posting": True, "title": "Kiln Operator",
    "organization": "Kelp & Anchor", "locations": ["Leeds"], "workplace_type": None, "status": "open",
    "status_text": None, "pay": {"min": 31000, "max": 36500, "text": "£31,000 - £36,500 a year"},
    "deadline": {"date": "2031-03-11"}, "posted": None, "employment_type": ["Full-time"], "requisition_id": None,
}  # fmt: skip
#: Passes that put words on a page, or move what moves by itself.
WITH_WORDS = {"related", "cookie_banner", "newsletter", "counters", "articles", "ages", "rotation"}


@pytest.fixture(scope="module")
def kiln():
    return measuring.LabelledPage(label=LABEL, html=PAGE, reading=measuring.reading_of(PAGE, measuring.FETCHED))


def seen(html):
    return text_within(tokens(html))


def once(name, seeds=range(9)):
    """The page after a pass that changed it; what comes about by chance is tried a few times."""
    made = (noisy(PAGE, [name], seed=str(seed), language="en") for seed in seeds)
    return next(html for html in made if html != PAGE)


@pytest.mark.parametrize(
    "html", [PAGE, "", "a < b", "<p class='x", "<a b=c d>x</a", "<script>if (a < b) </p>", "<!-- x"]
)
def test_the_tokens_of_a_page_are_the_page(html):
    assert html_of(tokens(html)) == html


def test_an_element_ends_where_its_own_end_tag_is():
    page = tokens("<div><div>x</div>y</div><br>z")
    assert html_of(page[: end_of(page, 0) + 1]) == "<div><div>x</div>y</div>"
    assert end_of(tokens("<p>x"), 0) is None


@pytest.mark.parametrize("name", sorted(PASSES.keys() - WITH_WORDS))
def test_noise_in_the_markup_leaves_the_words(name):
    assert seen(once(name)) == seen(PAGE)


@pytest.mark.parametrize("name", sorted(WITH_WORDS))
def test_noise_that_brings_words_brings_them(name):
    assert seen(once(name)) != seen(PAGE)


@pytest.mark.parametrize("name", sorted(PASSES))
def test_noise_is_the_same_by_seed(name):
    one, other = (noisy(PAGE, [name], seed="4", language="cs") for _ in range(2))
    assert one == other


def test_names_are_exchanged_the_same_everywhere_and_what_machines_read_stays():
    html = noisy(
        PAGE.replace("<p>Apply", '<p><a class="t" href="#top">Up</a> Apply'), ["names"], seed="1", language="en"
    )
    page = tokens(html)
    heading, link = page[places_of(page, "h1")[0]], page[places_of(page, "a")[0]]
    assert heading.get("class") == link.get("class") != "t"
    assert link.get("href") == f"#{heading.get('id')}" != "#top"
    assert 'name="description"' in html
    assert '"datePosted": "2031-03-01"' in html


def test_nothing_is_told_of_a_page_with_noise_and_each_edit_as_what_it_is(kiln):
    assert kiln.reading.verdict is Verdict.POSTING
    noise, edits = list(measuring.noises(kiln, "1", composed=2)), list(measuring.edits(kiln, "1"))
    assert len(noise) >= len(PASSES)
    assert [it for it in noise if it.found] == []
    assert [it.what for it in edits if it.skipped is None] == [it for it in EDITS if LABEL[it]]
    assert [it for it in edits if not it.right] == []


def test_an_edit_that_is_not_told_is_missed_and_one_told_beside_it_is_too_much(kiln):
    untold = measuring.Told(page="kiln", what="title", expected=(("title_changed", None),), found=())
    beside = measuring.Told(page="kiln", what="names", expected=(), found=(("pay_changed", "cut"),))
    assert (untold.missed, untold.too_much, untold.right) == (True, False, False)
    assert (beside.missed, beside.too_much, beside.right) == (False, True, False)


@pytest.mark.parametrize(
    ("written", "least", "most", "expected"),
    [
        ("£31,000 - £36,500", 31000, 36500, "£34,100 - £40,150"),
        ("50 000 – 80 000 Kč", 50000, 80000, "55 000 – 88 000 Kč"),
        ("DKK 440.935", None, 440935, "DKK 485.029"),
        ("$75k - 125k", 75000, 125000, "$83k - 138k"),
        ("$9.50/hour", 9.5, None, "$10.45/hour"),
        ("1400 EUR (full time) / 700 EUR (part time)", 1400, None, "1540 EUR (full time) / 700 EUR (part time)"),
    ],
)
def test_pay_is_raised_in_its_own_form(written, least, most, expected):
    known = {"text": written, "min": least and Decimal(str(least)), "max": most and Decimal(str(most))}
    change = amounts.raised(known)
    assert change(written) == expected
    said = "aged 75, 9.50 metres, room 50"
    assert change(said) == said


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("by March 9th, 2031", "by March 12th, 2031"),
        ("2031-03-09T23:59", "2031-03-12T23:59"),
        ("09/03/2031", "12/03/2031"),
        ("9. März 2031", "12. März 2031"),
        ("on 9 April 2031 or 9 March 2032", "on 9 April 2031 or 9 March 2032"),
    ],
)
def test_a_day_is_moved_in_its_own_form(written, expected):
    assert days.moved("2031-03-09", "2031-03-12", "en")(written) == expected


def test_a_day_with_its_weekday_moves_by_weeks_and_never_into_another_month():
    assert days.has_weekday("Apply by Tuesday 11 March 2031", "2031-03-11")
    assert days.move("2031-03-11", Random(1), weekly=True) in {"2031-03-18", "2031-03-04"}
    assert days.move("2031-03-30", Random(1), weekly=False) in {"2031-03-31", "2031-03-29"}


def test_words_are_exchanged_wherever_the_page_says_them_but_in_no_address_or_longer_name():
    page = tokens(PAGE.replace("Posted 3 days", "Leeds Weekly"))
    html = html_of(substituted(page, exchanged("Leeds", "Bristol", but=("Leeds Weekly",))))
    assert "Kiln Operator in Bristol" in html
    assert "jobs@leeds.example" in html
    assert "Leeds Weekly" in html
    other = html_of(substituted(page, exchanged("Kelp & Anchor", "Norvell")))
    assert "Anchor" not in other
    assert '"name": "Norvell"' in other


def test_another_place_is_one_of_the_same_country():
    assert set(places.others(["Prague, Czechia", "Remote"], Random(1))) == {"Prague"}
    assert places.others(["Anywhere"], Random(1)) == {}


def test_a_closed_posting_loses_its_notice(kiln):
    html = PAGE.replace("<h2>", "<p>No longer accepting applications</p><h2>", 1)
    label = {**LABEL, "status": "closed", "status_text": "No longer accepting applications"}
    reading = measuring.reading_of(html, measuring.FETCHED)
    saved = Saved(label=label, page=tokens(html), posting=reading.posting)
    assert "No longer" not in EDITS["status"](saved, Random(1)).html
