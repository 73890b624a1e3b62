"""What of a page is the posting's: its text, the lines that may state its terms, and what a site put behind it."""

import pytest

from spiders.posting import SectionKind
from spiders.reading.document import parse_html
from spiders.reading.headings import kind_of
from spiders.reading.scope import Scope, find_scope
from spiders.reading.sections import find_parts
from spiders.reading.title import find_title

LONG = (
    "Kelp Foundry casts bells for ships and churches, and has done so since the harbour was dug in 1821. We look for "
    "somebody who wants to learn the trade from the last three who know it, in a warm hall by the sea."
)
SECTIONS = "<h2>Your tasks</h2><ul><li>Melt the bronze of old ships</li></ul><h2>Requirements</h2><p>Patience.</p>"


def scope(body: str) -> Scope:
    doc = parse_html(f"<!doctype html><html><head><title>Bell Founder</title></head><body>{body}</body></html>")
    return find_scope(doc, find_title(doc))


def sections(body: str) -> list[tuple[str | None, str]]:
    return [(it.section.heading, it.section.text) for it in find_parts(scope(body).body, "Bell Founder")]


def test_short_lines_beside_one_long_paragraph_are_the_postings():
    body = f"<main><h1>Bell Founder</h1><div><p>{LONG}</p><div>Melt bronze</div><div>Pour it slowly</div></div></main>"
    assert sections(body) == [(None, f"{LONG}\nMelt bronze\nPour it slowly")]


def test_lists_of_definitions_and_details_are_sections():
    definitions = f"<dl><dt>The workshop</dt><dd>{LONG}</dd><dt>Requirements</dt><dd>You have burnt fingers.</dd></dl>"
    details = f"<details><summary>Our hall</summary><p>{LONG}</p></details>"
    headings = [heading for heading, _ in sections(f"<main><h1>Bell Founder</h1>{definitions}{details}</main>")]
    assert headings == ["The workshop", "Requirements", "Our hall"]


def test_a_short_posting_keeps_all_its_sections():
    parts = (("Tasks", "Melt"), ("Requirements", "Ears"), ("Benefits", "Boots"))
    lists = "".join(f"<div><h2>{it}</h2><ul><li>{said}</li><li>{said}</li></ul></div>" for it, said in parts)
    said = sections(f"<main><h1>Bell Founder</h1>{lists}<div><h2>About us</h2><p>{LONG}</p></div></main>")
    assert [heading for heading, _ in said] == ["Tasks", "Requirements", "Benefits", "About us"]


@pytest.mark.parametrize("heading", ["Roles & Responsibilities", "Role and Responsibilities", "Das machst Du"])
def test_headings_of_duties_are_known(heading):
    assert kind_of(heading) is SectionKind.RESPONSIBILITIES


@pytest.mark.parametrize("line", ["This website uses cookies", "We use cookies."])
def test_a_line_about_cookies_announces_nothing(line):
    page = f"<main><h1>Bell Founder</h1><p>{LONG}</p>{SECTIONS}</main>"
    assert sections(f"<p>{line}</p>{page}") == sections(page)


def test_what_a_site_puts_behind_the_last_section_is_not_the_postings():
    appended = f"<section><h2>Ten things about bells</h2><p>{LONG}</p></section>"
    page = "<main><h1>Bell Founder</h1><article>{}</article></main>"
    posting = f"<p>{LONG}</p>{SECTIONS}"
    assert sections(page.format(posting + appended)) == sections(page.format(posting))
    own = "<section><h2>Ten things to know</h2><p>Salary: £30,000 a year</p><p>Location: Leith</p></section>"
    assert "£30,000" in scope(page.format(posting + own)).terms


def test_links_behind_the_text_are_not_the_postings():
    links = "<p><a href='/1'>Our other openings</a></p><p><a href='/2'>Smith - closed</a></p>"
    page = "<main><h1>Bell Founder</h1><article>{}</article></main>"
    posting = f"<p>{LONG}</p>{SECTIONS}"
    assert sections(page.format(posting + links)) == sections(page.format(posting))


@pytest.mark.parametrize(
    ("line", "states"),
    [
        ("<p>Salary: £30,000 a year</p>", True),
        ("<p><b>Pay</b> £30,000 a year</p>", True),
        ("<dl><dt>Salary</dt><dd>£30,000 a year</dd></dl>", True),
        ("<p>Closing date: 14 January 2027</p>", True),
        ("<p>Gardeners earned £30,000 a year in 2025</p>", False),
        ("<p>Register for our fair before 14 January 2027</p>", False),
    ],
)
@pytest.mark.parametrize("place", ["{}<main>{{}}</main>", "<main>{{}}</main>{}"])
def test_around_the_posting_only_labels_state_its_terms(line, states, place):
    posting = f"<h1>Bell Founder</h1><div><p>{LONG}</p>{SECTIONS}</div>"
    terms = scope(place.format(line).format(posting)).terms
    assert any(it in terms for it in ("£30,000", "14 January")) is states


def test_links_state_terms_in_the_head_alone_and_headings_of_articles_nowhere():
    link = "<p><a href='/x'>Apply by 14 January 2027</a></p>"
    article = "<article><h3><a href='/a'>Ask for £100,000</a></h3></article>"
    text = f"<div><p>{LONG}</p>{SECTIONS}</div>"
    assert "14 January" in scope(f"<main><h1>Bell Founder</h1>{link}{text}</main>").terms
    assert "14 January" not in scope(f"<main><h1>Bell Founder</h1>{text}{link}</main>").terms
    assert "100,000" not in scope(f"<main><h1>Bell Founder</h1>{article}{text}</main>").terms
    linked = (
        f"<main><a href='/x'><h1>Bell Founder</h1><div><p>{LONG}</p><p>We pay £30,000</p>{SECTIONS}</div></a></main>"
    )
    assert "£30,000" in scope(linked).terms


def test_terms_have_the_texts_length_so_that_places_in_them_are_the_texts():
    made = scope(f"<p>Readers earn more</p><main><h1>Bell Founder</h1><div><p>{LONG}</p>{SECTIONS}</div></main>")
    assert len(made.terms) == len(made.text)
    assert made.terms != made.text


def test_the_length_of_a_name_does_not_decide_where_the_text_begins():
    page = (
        "<main><h1>Bell Founder</h1><ul><li><b>Employer:</b><br>{}</li><li><b>Location:</b><br>Leith</li></ul>"
        f"<div><h2>The foundry</h2><p>{LONG[:90]}</p></div></main>"
    )
    short = sections(page.format("Kelp"))
    assert short == sections(page.format("Kelp Foundry of Bells, Gongs and Chimes for Ships and Churches"))
    assert [heading for heading, _ in short] == ["The foundry"]


def test_lines_of_links_are_no_text_and_do_not_weigh_as_such():
    links = (
        "<div><a href='/1.pdf'>Form for those who apply</a> <a href='/2.pdf'>Description of the work in full</a></div>"
    )
    page = "<main><h1>Bell Founder</h1><article>{}<p>{}</p>{}<p>Ask for Ida: <a href='/i'>Ida</a></p></article></main>"
    assert sections(page.format(links, LONG, links)) == sections(page.format("", LONG, ""))
    kept = "<ul><li><a href='/l'>Love of bells</a></li></ul><p><a href='mailto:i@k.example'>i@k.example</a></p>"
    assert [text for _, text in sections(page.format("", LONG, kept))] == [
        f"{LONG}\n- Love of bells\ni@k.example\nAsk for Ida: Ida"
    ]


def test_a_banner_above_the_title_is_not_its_text():
    banner = f"<p>{LONG}</p>"
    found = scope(f"<body>{banner}<div><h1>Bell Founder</h1><p>Leith</p></div></body>")
    assert LONG not in [it.text for it in found.body]
