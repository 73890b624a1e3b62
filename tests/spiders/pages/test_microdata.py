"""Microdata and RDFa as JSON-LD's shape, and as a page's posting."""

from datetime import date
from decimal import Decimal

import pytest
from lxml import html

from spiders.pages import json_ld, microdata
from spiders.posting import EmploymentType, PayUnit, Source, Verdict

RDFA = """<div vocab="https://schema.org/" typeof="{type}"><h1 property="{p}title">Weir Keeper</h1>
<div property="{p}hiringOrganization" typeof="{p}Organization"><span property="{p}name">Northwind Water</span></div>
<div property="{p}jobLocation" typeof="{p}Place"><span property="{p}address" typeof="{p}PostalAddress">
<span property="{p}addressLocality">Ghent</span> <meta property="{p}addressCountry" content="BE"></span></div>
<div property="{p}jobLocation" typeof="{p}Place"><span property="{p}address" typeof="{p}PostalAddress">
<span property="{p}addressLocality">Bruges</span></span></div>
<link property="{p}employmentType" href="https://schema.org/PART_TIME">
<time property="{p}datePosted" datetime="2026-01-05">Monday</time>
<div property="{p}baseSalary" typeof="{p}MonetaryAmount"><meta property="{p}currency" content="EUR">
<span property="{p}value" typeof="{p}QuantitativeValue"><data property="{p}value" value="3100">3.100</data>
<meta property="{p}unitText" content="MONTH"></span></div>
<div property="{p}description"><h2>Your tasks</h2>
<ul><li>Open the weir before the rain and close it after, every day of the year</li></ul>
<h2>Requirements</h2><p>Boots, and a boat licence if you have one.</p></div></div>"""
RDFA_FORMS = [
    {"type": "JobPosting", "p": ""},
    {"type": "schema:JobPosting", "p": "schema:"},
    {"type": "http://schema.org/JobPosting", "p": "http://schema.org/"},
    {"type": "Thing JobPosting", "p": ""},
]
MICRODATA = (
    RDFA.replace('vocab="https://schema.org/" typeof="{type}"', 'itemscope itemtype="http://schema.org/JobPosting"')
    .replace("property=", "itemprop=")
    .replace("{p}", "")
    .replace("typeof=", "itemscope itemtype=")
)


@pytest.mark.parametrize("markup", [*(RDFA.format(**form) for form in RDFA_FORMS), MICRODATA])
def test_both_syntaxes_say_the_same(html_page, markup):
    reading = html_page("https://x.example/jobs/weir-keeper", f"<!doctype html><html><body>{markup}</body></html>")
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert (posting.title, posting.organization) == ("Weir Keeper", "Northwind Water")
    assert posting.employment_type is EmploymentType.PART_TIME
    assert posting.posted_on == date(2026, 1, 5)
    assert (posting.pay.min, posting.pay.currency, posting.pay.unit) == (Decimal(3100), "EUR", PayUnit.MONTH)
    assert posting.evidence["organization"].source is Source.MICRODATA


@pytest.mark.parametrize("markup", [*(RDFA.format(**form) for form in RDFA_FORMS), MICRODATA])
def test_several_places_are_a_list(markup):
    assert json_ld.locations(posting(markup)["jobLocation"]) == ("Ghent, Belgium", "Bruges")


def posting(markup):
    return microdata.posting(html.fromstring(f"<html><body>{markup}</body></html>"))


SCOPE = '<div itemscope itemtype="https://schema.org/JobPosting" {}><b itemprop="title">{}</b>{}</div>'


def test_of_several_the_only_one_with_a_text_is_the_page_s_own():
    own = SCOPE.format("", "Weir Keeper", '<p itemprop="description">Long</p>')
    other = SCOPE.format("", "Sluice Hand", "")
    assert posting(other + own + other)["title"] == "Weir Keeper"
    assert posting(other + other) is None
    assert posting(own + own) is None


def test_what_stands_elsewhere_on_the_page_is_referred_to():
    scope = SCOPE.format('itemref="where self"', "Weir Keeper", "")
    found = posting(f'<p id="where" itemprop="jobLocation">Ghent</p><div id="self">{scope}</div>')
    assert (found["title"], found["jobLocation"]) == ("Weir Keeper", "Ghent")


@pytest.mark.parametrize("type_", ["https://schema.org/JobPostings", "NoJobPosting", "http://evil.example/JobPosting"])
def test_other_types_are_none(type_):
    assert posting(f'<div itemscope itemtype="{type_}"><b itemprop="title">x</b></div>') is None
