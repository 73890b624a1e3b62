"""A site's footer, without a class or element that says so."""

import pytest

from spiders.reading.document import parse_html
from spiders.reading.page_footer import footer

TEXT = "You keep the books of the harbour and tell its masters what they can spend in the coming year. " * 3
PAGE = """<body><div><h1>Book-keeper</h1><div><p>{text}</p><h2>Requirements</h2><p>Patience with numbers.</p></div>
<div class="x1"><p>Kontor Nord helps ports to find people.</p><div>Hire somebody</div>
<div><a href="/p">{legal}</a> | <a href="/c">Contact us</a></div></div></div></body>"""


def left_out(html):
    doc = parse_html(html)
    title = next((it for it in doc.blocks if it.level == 1), None)
    numbers = set(footer(doc, title))
    return [block.text for number, block in enumerate(doc.blocks) if number in numbers]


@pytest.mark.parametrize(
    "legal", ["Privacy policy", "Datenschutz", "Mentions légales", "Integritetspolicy", "Ochrana osobních údajů", "©"]
)
def test_a_footer_is_known_by_its_legal_links(legal):
    found = left_out(PAGE.format(text=TEXT, legal=legal))
    assert found[:2] == ["Kontor Nord helps ports to find people.", "Hire somebody"]
    assert len(found) == 3


def test_other_links_make_no_footer():
    assert left_out(PAGE.format(text=TEXT, legal="Our boats")) == []


def test_the_text_of_the_posting_is_never_a_footer():
    page = PAGE.format(text=TEXT, legal="Privacy policy").replace("<div>Hire somebody</div>", f"<p>{TEXT * 3}</p>")
    assert TEXT.strip() not in " ".join(left_out(page))


def test_a_privacy_line_right_under_the_text_takes_nothing_with_it():
    page = f"<body><h1>Book-keeper</h1><p>{TEXT}</p><h2>Requirements</h2><p>Zeal.</p><a href='/p'>Privacy</a></body>"
    assert left_out(page) in ([], ["Privacy"])


def test_a_page_without_a_title_has_no_footer_of_ours():
    assert left_out(PAGE.format(text=TEXT, legal="Privacy policy").replace("h1", "p")) == []
