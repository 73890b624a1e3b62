"""Whole documents and pages through the one reader: what they say, and what of them is noise."""

import json
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.pages import markup
from spiders.pages.plain import parse_text
from spiders.posting import EmploymentType, Page, PayUnit, Reading, SectionKind, Status, Verdict, Workplace
from spiders.reader import read
from spiders.reading import document as documents
from spiders.reading.document import parse_html
from spiders.reading.scope import find_scope
from spiders.reading.title import find_title
from spiders.record import record_hash

DOCUMENTS = Path(__file__).with_name("documents")
SHARED = Path(os.environ.get("MONITOR_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
NOON_IN_NEW_YORK = datetime(2026, 2, 5, 17, tzinfo=UTC)


def read_bytes(body, url="https://kelp.example/jobs/load-forecaster-4711", **more):
    return read(Page(url=url, body=body, fetched_at=datetime(2026, 1, 15, tzinfo=UTC), **more))


def document(name):
    return read_bytes((DOCUMENTS / name).read_bytes())


def seed(number):
    if not SEEDS:
        pytest.skip("the shared seeds are not beside this clone")
    return read_bytes(next(it for it in SEEDS if it.name.startswith(number)).read_bytes())


@pytest.fixture(params=["our own document", "the seed"])
def internship(request):
    return document("internship.txt") if request.param == "our own document" else seed("000")


@pytest.fixture(params=["our own document", "the seed"])
def closed(request):
    return document("closed.txt") if request.param == "our own document" else seed("001")


@pytest.fixture(params=["our own document", "the seed"])
def untitled(request):
    return document("untitled.txt") if request.param == "our own document" else seed("003")


def test_an_internship_in_plain_text_is_read(internship):
    posting = internship.posting
    assert internship.verdict is Verdict.POSTING
    assert (posting.pay.min, posting.pay.max, posting.pay.currency, posting.pay.unit) == (
        Decimal(60),
        Decimal(60),
        "USD",
        PayUnit.HOUR,
    )
    assert (posting.deadline.at, posting.deadline.date_only) == (NOON_IN_NEW_YORK, False)
    assert posting.deadline.zone == "America/New_York"
    assert posting.locations == ("New York City",)
    assert posting.employment_type is EmploymentType.INTERNSHIP
    assert posting.workplace is Workplace.HYBRID
    assert (posting.starts_on, posting.duration) == ("2026-06", "10 weeks")
    assert posting.status is Status.UNKNOWN
    assert posting.language == "en"


def test_sections_keep_their_headings_and_bullets(internship):
    by_heading = {section.heading: section for section in internship.posting.sections}
    assert by_heading["What You'll Do"].kind is SectionKind.RESPONSIBILITIES
    assert by_heading["Who You Are"].kind is SectionKind.REQUIREMENTS
    assert by_heading["Where You'll Be"].kind is SectionKind.LOCATION
    assert all(line.startswith("- ") for line in by_heading["What You'll Do"].text.splitlines())
    assert "hourly rate" not in by_heading["Where You'll Be"].text


def test_editorial_commentary_is_kept_apart(internship):
    posting = internship.posting
    assert posting.commentary.startswith("Why This Job is Featured on")
    assert "The section above is editorial commentary" in posting.commentary
    assert not any(line in section.text for section in posting.sections for line in posting.commentary.splitlines())


def test_commentary_never_gives_pay_deadline_or_status():
    text = (DOCUMENTS / "internship.txt").read_text("utf-8")
    own = (
        text[: text.index("Job Description")] + "Job Description\nNorthwind Grid runs wires.\nWho You Are\n- You read."
    )
    posting = read_bytes(own.encode()).posting
    assert posting is not None
    assert (posting.pay, posting.deadline, posting.status) == (None, None, Status.UNKNOWN)


def test_a_closed_posting_is_closed_by_its_header(closed):
    posting = closed.posting
    assert posting.status is Status.CLOSED
    assert posting.evidence["status"].text == "Applications closed"
    assert posting.title.startswith("2026 Summer Internship,")
    assert posting.locations == ("London",)
    assert posting.pay is None
    assert posting.posted_on is None


def test_two_zones_name_the_same_instant(internship, closed):
    assert closed.posting.deadline.at == internship.posting.deadline.at == NOON_IN_NEW_YORK


def test_related_jobs_newsletters_and_articles_are_no_part_of_a_posting(closed):
    words = "\n".join(f"{section.heading}\n{section.text}" for section in closed.posting.sections)
    for foreign in ("Related Jobs", "Placement", "Subscribe to", "privacy policy", "Insights", "How Many"):
        assert foreign not in words


def test_the_seed_names_its_organization():
    assert seed("001").posting.organization == "Spotify"


def test_a_hub_in_plain_text_lists_its_roles():
    assert [role.title for role in document("hub.txt").roles] == [
        "Load Forecaster",
        "ML Engineer",
        "Research Scientist",
        "Grid Data Engineer",
        "Podcast Producer",
        "Substation Technician",
    ]


def test_the_seed_hub_has_eight_roles():
    reading = seed("002")
    assert reading.verdict is Verdict.HUB
    assert len(reading.roles) == 8
    assert reading.posting is None


def test_what_a_text_does_not_give_is_never_guessed(untitled):
    posting = untitled.posting
    assert untitled.verdict is Verdict.POSTING
    assert (posting.title, posting.pay, posting.deadline) == (None, None, None)
    assert posting.locations == ("North America",)
    assert posting.workplace is Workplace.HYBRID
    assert posting.status is Status.UNKNOWN


def test_a_page_with_broken_json_ld_is_read():
    reading = document("posting.html")
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert (posting.title, posting.organization) == ("Load Forecaster", "Northwind Grid")
    assert posting.locations == ("Lisbon, Portugal",)
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert (posting.pay.min, posting.pay.max, posting.pay.currency) == (Decimal(52000), Decimal(61000), "EUR")
    assert posting.deadline.at.date() == date(2026, 3, 1)
    assert posting.deadline.date_only
    assert posting.status is Status.OPEN
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.requisition_id == "NG-4711"
    assert posting.apply_url == "https://apply.kelp.example/4711?lang=en"
    assert [(section.kind.value, section.heading) for section in posting.sections] == [
        ("about", None),
        ("responsibilities", "What you’ll do"),
        ("requirements", "Requirements"),
        ("pay", "Pay"),
        ("other", "How to apply"),
    ]
    assert posting.sections[2].text == "- Five years with time series\n- Patience with weather"


def test_valid_through_is_a_claim_of_its_own_and_never_the_deadline():
    page = (DOCUMENTS / "posting.html").read_text("utf-8").replace("by 1 March 2026", "soon")
    posting = read_bytes(page.encode()).posting
    assert posting.deadline is None
    assert posting.evidence["valid_through"].text == "2036-01-12"


def test_a_page_in_its_head_closed_is_closed_although_structured_data_offers_it():
    page = (DOCUMENTS / "posting.html").read_text("utf-8")
    shut = page.replace(
        '<a class="btn" href="https://apply.kelp.example/4711?utm_campaign=x&amp;lang=en">Apply now</a>',
        "<p>No longer accepting applications</p>",
    )
    assert read_bytes(shut.encode()).posting.status is Status.CLOSED


def test_sources_that_disagree_are_kept():
    page = (DOCUMENTS / "posting.html").read_text("utf-8").replace("€52,000 - €61,000", "€55,000 - €65,000")
    posting = read_bytes(page.encode()).posting
    assert posting.pay.min == Decimal(55000)
    assert "52000" in posting.conflicts["pay"].text


ADVERT = '<div class="advert"><p>Buy our kettles, now only £5,000 a year!</p></div>'
NOISE = {
    "relative age": lambda page: page.replace("3 days ago", "2 weeks ago"),
    "counter": lambda page: page.replace("41 applicants", "over 200 applicants"),
    "related jobs": lambda page: page.replace("Wind Analyst", "Solar Analyst").replace("€90,000", "€20,000"),
    "no related jobs": lambda page: re.sub(r'<section class="related">.*?</section>', "", page, flags=re.DOTALL),
    "related jobs without class": lambda page: page.replace(' class="related"', ""),
    "article": lambda page: page.replace("Why so many offices", "How 1,000 offices"),
    "newsletter": lambda page: page.replace("Subscribe to our newsletter", "Never miss a job again"),
    "cookie banner": lambda page: re.sub(r'<div class="cookie.*?</div>', "", page, flags=re.DOTALL),
    "cookie banner without class": lambda page: page.replace(' class="cookie-banner"', ""),
    "advert": lambda page: page.replace("<h1>", f"{ADVERT}<h1>"),
    "token": lambda page: page.replace("</head>", '<meta name="csrf-token" content="9f2c"></head>'),
    "class names": lambda page: page.replace("page-7f3a", "page-99bc").replace('class="desc"', 'class="css-1x2y3z"'),
    "sidebar first": lambda page: page.replace("<main>", "<aside><h3>From our blog</h3><p>Closed.</p></aside><main>"),
    "white space": lambda page: page.replace("</p>", "\n  </p>").replace("<li>", "<li>\n   "),
    "entities": lambda page: page.replace("&rsquo;", "’").replace("€", "&euro;"),
    "bullets": lambda page: page.replace(
        "<p>&bull; Five years with time series<br>&bull; Patience with weather</p>",
        "<ul><li>Five years with time series</li><li>Patience with weather</li></ul>",
    ),
    "wrapper": lambda page: page.replace("<main>", '<div data-ab="B"><main>').replace("</main>", "</main></div>"),
    "tracking": lambda page: page.replace("utm_campaign=x", "utm_campaign=y&amp;gclid=77"),
    "canonical tracking": lambda page: page.replace("utm_source=feed", "utm_source=mail"),
}


@pytest.mark.parametrize("name", NOISE)
def test_noise_never_changes_a_reading(name):
    page = (DOCUMENTS / "posting.html").read_text("utf-8")
    noisy = NOISE[name](page)
    assert noisy != page
    before, after = read_bytes(page.encode()), read_bytes(noisy.encode())
    assert after.posting == _with_evidence_of(before, after)
    assert record_hash(after) == record_hash(before)


def _with_evidence_of(before, after):
    """The posting of `before` with the evidence of `after`: only where words stand may differ."""
    assert set(before.posting.evidence) == set(after.posting.evidence)
    return replace(before.posting, evidence=after.posting.evidence, conflicts=after.posting.conflicts)


def test_sections_in_another_order_are_the_same_sections():
    page = (DOCUMENTS / "posting.html").read_text("utf-8")
    first, second = page.index("<h2>Requirements"), page.index("<h2>Pay")
    third = page.index("<h2>How to apply")
    turned = page[:first] + page[second:third] + page[first:second] + page[third:]
    before, after = read_bytes(page.encode()).posting, read_bytes(turned.encode()).posting
    assert set(after.sections) == set(before.sections)
    assert [it.heading for it in after.sections] != [it.heading for it in before.sections]


@pytest.mark.parametrize("name", ["internship.txt", "closed.txt", "untitled.txt", "posting.html"])
def test_evidence_stands_where_it_says(name):
    posting = document(name).posting
    text = _text_of(name)
    for field, evidence in posting.evidence.items():
        if evidence.where and evidence.where.startswith("chars:") and ";" not in evidence.text:
            start, end = map(int, evidence.where.removeprefix("chars:").split("-"))
            assert " ".join(text[start:end].split()) == evidence.text, field


def _text_of(name):
    raw = (DOCUMENTS / name).read_text("utf-8")
    doc = parse_html(raw) if name.endswith("html") else parse_text(raw)
    return find_scope(doc, find_title(doc)).text


def failed(reading):
    return any("the reader failed" in reason for reason in reading.reasons)


TORN = [
    *(
        "<html>",
        "<body>",
        "<div",
        "<h1>",
        "</h1>",
        "<p>",
        "Apply",
        "</script>",
        "<a href='x:/[",
        "'>",
        "$60",
        "\x00",
        "&#xD800;",
    ),
    *(
        "<script type='application/ld+json'>",
        "{",
        '"@type":"JobPosting"',
        "<ul><li>",
        "\\u12",
        "]",
        "closed",
        "2026-02-05",
        "<form>",
    ),
]
KEYS = [
    *(
        "title",
        "text",
        "jobs",
        "absolute_url",
        "categories",
        "location",
        "content",
        "pay_input_ranges",
        "lists",
        "createdAt",
    ),
    *("@type", "hiringOrganization", "jobLocation", "baseSalary", "value", "name", "metadata", "application_deadline"),
]
LEAVES = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8)
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
)


@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_fail(body):
    reading = read_bytes(body)
    assert isinstance(reading, Reading)
    assert not failed(reading)


@given(st.lists(st.sampled_from(TORN), max_size=40))
def test_no_torn_markup_makes_the_reader_fail(parts):
    assert not failed(read_bytes("".join(parts).encode("utf-8", "surrogatepass")))


@given(JSON)
def test_json_of_any_shape_is_read_without_failing(value):
    reading = read_bytes(json.dumps(value).encode(), url="https://boards-api.greenhouse.io/v1/boards/a/jobs/1")
    assert not failed(reading)
    embedded = json.dumps({"@type": "JobPosting", "title": "Baker", **(value if isinstance(value, dict) else {})})
    page = f"<html><body><h1>Baker</h1><script type='application/ld+json'>{embedded}</script></body></html>"
    assert not failed(read_bytes(page.encode()))


def test_an_image_is_an_error_with_its_reason():
    reading = read_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert (reading.verdict, reading.reasons) == (Verdict.ERROR, ("the body is not text",))


def test_json_cut_in_the_middle_is_an_error():
    reading = read_bytes(b'{"title": "Baker", "absolute_url": "htt', headers={"content-type": "application/json"})
    assert reading.verdict is Verdict.ERROR
    assert "cut in the middle" in reading.reasons[0]


def test_a_list_of_more_links_than_are_looked_at_is_not_whole(monkeypatch):
    links = "".join(f"<li><a href='/jobs/{it}'>Baker in shift {it}</a></li>" for it in range(1, 9))
    page = f"<html><body><h1>Open positions</h1><ul>{links}</ul></body></html>".encode()
    whole = read_bytes(page, "https://kelp.example/jobs")
    for module in (markup, documents):
        monkeypatch.setattr(module, "MOST_ANCHORS", 6)
    part = read_bytes(page, "https://kelp.example/jobs")
    assert (len(whole.roles), whole.whole, len(part.roles), part.whole) == (8, True, 6, False)
