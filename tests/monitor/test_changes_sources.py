"""Sources that disagree, from pages: told once, only where both are definite, and not by another kind too."""

import json

import pytest

from monitor.changes import differences
from monitor.vocabulary import Kind
from spiders.posting import Page
from spiders.reader import read

from .postings import NOW

ABOUT = (
    "Quayside Audio builds instruments that listen to harbours, and to the people who work in them. "
    "You will sit with the team that designs the synthesis engine, and ship what you build to two hundred boats."
)


def page(
    *, salary="$60,000", markup=60000, unit="YEAR", currency="USD", top=None, closed=False, deadline="5 March 2026"
):
    """A posting's page; `markup` is the JSON-LD's amount, None for a page without JSON-LD."""
    value = {"@type": "QuantitativeValue", "minValue": markup, "maxValue": top or markup}
    paid = {"@type": "MonetaryAmount", "value": value | ({"unitText": unit} if unit else {})}
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Tuner of Bells",
        "description": f"<p>{ABOUT}</p>",
        "datePosted": "2026-01-10",
        "hiringOrganization": {"@type": "Organization", "name": "Quayside Audio"},
        "baseSalary": paid | ({"currency": currency} if currency else {}),
    }
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if markup else ""
    notice = "<p>Applications are closed.</p>" if closed else '<p><a href="/apply/7">Apply now</a></p>'
    body = (
        f"<html lang='en'><head><title>Tuner of Bells</title>{script}</head><body><main><h1>Tuner of Bells</h1>{notice}"
        f"<p>{ABOUT}</p><p>The salary is {salary} a year.</p><p>The last day to apply is {deadline}.</p>"
        "<h2>Requirements</h2><ul><li>A good ear</li><li>Steady hands</li></ul></main></body></html>"
    )
    return read(Page(url="https://quay.example/jobs/7", body=body.encode(), fetched_at=NOW)).posting


def told(before, after):
    return [(it.kind, it.field) for it in differences(before, after)]


def test_a_markup_that_begins_to_give_another_pay_is_told_once_and_so_is_its_end():
    assert told(page(), page(markup=70000)) == [(Kind.SOURCES_DISAGREE, "pay")]
    assert told(page(markup=70000), page(markup=75000)) == []
    assert told(page(markup=70000), page()) == [(Kind.SOURCES_AGREE, "pay")]


@pytest.mark.parametrize(
    "fields",
    [
        {"unit": None},
        {"currency": None},
        {"markup": 5000, "unit": "MONTH"},
        {"markup": 60300},
        {"markup": 55000, "top": 65000},
    ],
    ids=str,
)
def test_a_markup_that_says_less_rounds_or_gives_the_range_is_no_disagreement(fields):
    assert told(page(), page(**fields)) == []
    assert told(page(**fields), page()) == []


def test_a_text_that_changes_its_pay_before_the_markup_does_is_told_by_the_pay():
    assert told(page(), page(salary="$66,000")) == [(Kind.PAY_CHANGED, "pay")]


def test_a_source_that_is_gone_does_not_agree():
    assert told(page(markup=70000), page(markup=None)) == []


def test_the_notice_of_a_posting_whose_markup_still_stands_is_told_by_closed():
    assert told(page(), page(closed=True)) == [(Kind.CLOSED, "status")]
    assert told(page(closed=True), page()) == [(Kind.REOPENED, "status")]


def test_a_deadline_that_moves_in_the_text_is_told_by_the_deadline():
    assert told(page(), page(deadline="12 March 2026")) == [(Kind.DEADLINE_CHANGED, "deadline")]
