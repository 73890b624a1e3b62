"""JSON-LD as it stands in real pages: in graphs and arrays, broken in a dozen ways."""

import json

import pytest

ITEM = """"title": "Weir Keeper", "datePosted": "2026-01-05", "hiringOrganization": "Northwind Water",
"jobLocation": [{"@type": "Place", "address": {"addressLocality": "Ghent", "addressCountry": "BE"}},
{"@type": "Place", "address": "Bruges, Belgium"}]"""
POSTING = f'{{"@type": "JobPosting", {ITEM}}}'
FORMS = {
    "plain": POSTING,
    "in a graph": f'{{"@context": "https://schema.org", "@graph": [{{"@type": "WebSite", "name": "x"}}, {POSTING}]}}',
    "in an array": f'[{{"@type": "BreadcrumbList"}}, {POSTING}]',
    "what a page is about": f'{{"@type": "WebPage", "about": {POSTING}}}',
    "of several types": POSTING.replace('"JobPosting"', '["JobPosting", "Thing"]'),
    "of a full type": POSTING.replace('"JobPosting"', '"http://schema.org/JobPosting"'),
    "with a comma too many": POSTING[:-1] + ",}",
    "with a semicolon": POSTING + ";",
    "with raw newlines and tabs": POSTING[:-1] + ', "x": "a\nb\tc"}',
    "with control characters": POSTING[:-1] + ', "x": "a\x0b\x01"}',
    "with bad escapes": POSTING[:-1] + ', "x": "it\\\'s \\q"}',
    "with quotes in a text": POSTING[:-1] + ', "x": "an <a href="https://x.example">old</a> "weir" of ours"}',
    "with entities": POSTING.replace('"', "&quot;"),
    "in CDATA": f"//<![CDATA[\n{POSTING}\n//]]>",
    "in a comment": f"<!-- {POSTING} -->",
    "with comments": POSTING.replace('"title"', '/* the title */ "title"') + " // end",
    "coded twice": json.dumps(POSTING),
    "behind another": f'{{"@type": "WebSite"}}\n{POSTING}',
}


@pytest.mark.parametrize("form", FORMS)
def test_a_posting_is_read_whatever_its_form(html_page, form):
    html = f"""<!doctype html><html><head><title>Weir Keeper</title>
<script type="application/ld+json">{FORMS[form]}</script></head><body><h1>Weir Keeper</h1>
<p>{"Open the weir before the rain. " * 20}</p></body></html>"""
    posting = html_page("https://x.example/jobs/weir-keeper", html).posting
    assert posting.organization == "Northwind Water"
    assert posting.locations == ("Ghent, Belgium", "Bruges, Belgium")
    assert posting.posted_on.isoformat() == "2026-01-05"
