"""Signs that a posting ended, as `explain` and `show --explain` print them."""

from monitor.cli.signs import sign_lines, signs_of

MARKUP = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
"title": "Night Baker", "validThrough": "2036-09-01"}</script>"""
PAGE = """<!doctype html><html lang="en"><head><title>Night Baker</title>%s</head><body><main><h1>Night Baker</h1>
<p>Employer: Crust</p><p>Location: York</p><button>Apply now</button><h2>Your tasks</h2>
<ul><li>You bake the bread that the town eats in the morning, by hand and in a wood oven.</li>
<li>You keep the sourdough alive, and the oven at its heat through the night.</li></ul>
<h2>Requirements</h2><ul><li>A journeyman's certificate as a baker.</li></ul></main></body></html>"""


def test_signs_are_lines_with_source_place_and_words():
    evidence = {
        "markup_withdrawn": {"source": "json-ld", "where": "$.title", "text": "Night\x1b Baker"},
        "noindex_added": {"source": "markup", "where": "markup:meta", "text": "noindex"},
        "title": {"source": "text", "where": None, "text": "Night Baker"},
    }
    assert sign_lines(signs_of({"posting": {"evidence": evidence}})) == [
        'sign of an end: JobPosting markup withdrawn, json-ld $.title: "Night Baker"',
        'sign of an end: noindex added, markup:meta: "noindex"',
    ]


def test_a_record_without_a_posting_has_no_signs():
    assert signs_of(None) == signs_of({"posting": None}) == {}


def test_a_withdrawn_markup_that_decides_nothing_is_explained_all_the_same(installed, site, monitor):
    installed.write_text(
        installed.read_text() + "[fetch]\nallow_private_addresses = true\nper_domain_delay_seconds = 0\n"
    )
    site.answer("/7", PAGE % MARKUP)
    monitor("add", site.url("/7"))
    monitor("check", 1)
    site.answer("/7", PAGE % "")
    monitor("check", 1)
    line = 'JobPosting markup withdrawn, json-ld $.title: "Night Baker"'
    assert line in monitor("explain", site.url("/7")).out
    assert monitor("explain", site.url("/7"), "--json").json["watch"]["signs"]["markup_withdrawn"]["where"] == "$.title"
    assert "markup_withdrawn:" in monitor("show", site.url("/7"), "--explain").out
