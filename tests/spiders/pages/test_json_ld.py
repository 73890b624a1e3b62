"""JSON-LD as it stands in real pages: broken, nested, with strings for objects."""

from decimal import Decimal

import pytest
from lxml import etree

from spiders.pages import json_ld, microdata
from spiders.posting import PayUnit
from spiders.reading.lenient_json import loads


def postings(*scripts):
    body = "".join(f'<script type="application/ld+json">{text}</script>' for text in scripts)
    return json_ld.postings(json_ld.items(etree.HTML(f"<html><head>{body}</head><body>x</body></html>").iter("script")))


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"JobPosting","title":"Baker"}',
        '[{"@type":"WebSite"},{"@type":"JobPosting","title":"Baker"}]',
        '{"@graph":[{"@type":["JobPosting","Thing"],"title":"Baker"}]}',
        '{"@type":"http://schema.org/JobPosting","title":"Baker"}',
        '{"@type":"JobPosting","title":"Baker","description":"one\ntwo"}',
        r'{"@type":"JobPosting","title":"Baker","description":"a \d bad \escape, a good \" one"}',
        '{"@type":"JobPosting","title":"Baker",}',
        '{"@type":"JobPosting", /* who */ "title":"Baker", "x":[1,2,],}',
        '<!-- {"@type":"JobPosting","title":"Baker"} -->',
        '{"@type":"JobPosting","title":"Baker"};',
        "{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Baker&quot;}",
        '{"@type":"JobPosting","title":"B&#97;ker"}',
    ],
)
def test_a_posting_is_found_however_it_is_written(text):
    assert [json_ld.text_of(it["title"]) for it in postings(text)] == ["Baker"]


def test_a_comma_before_a_bracket_within_a_string_stays():
    assert loads('{"a": "x,]", "b": 1,}') == {"a": "x,]", "b": 1}


def test_what_cannot_be_mended_is_left_out():
    assert postings('{"@type":"JobPosting","title":', '{"@type":"JobPosting","title":"Baker"}')[0]["title"] == "Baker"
    assert loads("[" * 100_000) is None


def test_the_same_posting_written_twice_counts_once():
    assert len(postings('{"@type":"JobPosting","title":"Baker"}', '{"@type":"JobPosting","title":"Baker"}')) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"@type": "Place", "address": {"addressLocality": "Lisbon", "addressCountry": "PT"}}, ("Lisbon, Portugal",)),
        (
            [{"address": "Berlin"}, {"address": {"addressLocality": "Bonn", "addressCountry": {"name": "DE"}}}],
            ("Berlin", "Bonn, Germany"),
        ),
        ({"address": {"addressLocality": "13000", "addressRegion": "Praha"}}, ("Praha",)),
        ("Lisbon", ("Lisbon",)),
        ({"name": "Porto"}, ("Porto",)),
        (None, ()),
        ([[]], ()),
    ],
)
def test_places_in_every_shape(value, expected):
    assert json_ld.locations(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            {"currency": "USD", "value": {"minValue": 75000, "maxValue": 125000, "unitText": "YEAR"}},
            (75000, 125000, "USD", PayUnit.YEAR),
        ),
        ({"currency": "EUR", "value": {"value": "22.50", "unitText": "hour"}}, ("22.5", "22.5", "EUR", PayUnit.HOUR)),
        ({"currency": "GBP", "value": "30,000"}, (30000, 30000, "GBP", None)),
        ({"currency": "$", "minValue": 10}, (10, None, None, None)),
    ],
)
def test_salaries_in_every_shape(value, expected):
    pay = json_ld.base_salary(value)
    low, high, currency, unit = expected
    amounts = tuple(None if it is None else Decimal(it) for it in (low, high))
    assert (pay.min, pay.max, pay.currency, pay.unit) == (*amounts, currency, unit)


@pytest.mark.parametrize(
    "value", [None, {}, {"value": 0}, {"value": "competitive"}, {"value": {"value": True}}, {"value": "NaN"}, 7]
)
def test_what_is_no_amount_is_no_salary(value):
    assert json_ld.base_salary(value) is None


def test_microdata_has_the_same_shape():
    tree = etree.HTML(
        '<div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Baker</h1>'
        '<span itemprop="hiringOrganization" itemscope><b itemprop="name">Brown Crust</b></span>'
        '<div itemprop="jobLocation" itemscope><p itemprop="address" itemscope>'
        '<i itemprop="addressLocality">Leeds</i></p></div>'
        '<meta itemprop="datePosted" content="2026-01-12"><a itemprop="url" href="/x">here</a></div>'
    )
    item = microdata.posting(tree)
    assert json_ld.text_of(item["title"]) == "Baker"
    assert json_ld.text_of(item["hiringOrganization"]) == "Brown Crust"
    assert json_ld.locations(item["jobLocation"]) == ("Leeds",)
    assert item["datePosted"] == "2026-01-12"


def test_several_microdata_postings_are_a_list_and_no_posting():
    assert microdata.posting(etree.HTML('<i itemtype="https://schema.org/JobPosting"></i>' * 2)) is None
