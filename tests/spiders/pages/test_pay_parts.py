"""What stands beside the pay on a page: weekly hours, pay for each place, and what comes on top."""

import json
from datetime import UTC, datetime
from decimal import Decimal

from spiders.posting import Page, PayExtraKind, PayUnit
from spiders.reader import read, text_of

TERMS = """
<h1>Barista</h1><p>Kelp Coffee</p>
<h2>What you will do</h2><ul><li>Make coffee</li><li>Talk to guests</li><li>Keep the bar clean</li></ul>
<h2>Requirements</h2><ul><li>A steady hand</li></ul>
<h2>Terms</h2><p>{}</p><a href="/apply">Apply now</a>
"""


def posting_with(html_page, terms):
    return html_page("https://kelp.example/jobs/7", f"<html><body>{TERMS.format(terms)}</body></html>").posting


def test_hourly_pay_is_made_a_year_with_the_hours_that_the_page_states(html_page):
    pay = posting_with(html_page, "Pay: $20 - $24 per hour.</p><p>Full time, 37.5 hours per week.").pay
    assert (pay.unit, pay.hours_per_week) == (PayUnit.HOUR, Decimal("37.5"))
    assert (pay.annual_min, pay.annual_max) == (Decimal(39_000), Decimal(46_800))


def test_without_stated_hours_a_year_has_2080(html_page):
    pay = posting_with(html_page, "Pay: $20 - $24 per hour, 20 to 30 hours per week.").pay
    assert (pay.hours_per_week, pay.annual_min) == (None, Decimal(41_600))


def test_pay_for_several_places_is_kept_by_place_and_spanned(html_page):
    terms = "38 hours per week. In New York the pay is $20 - $24 per hour. In Texas the pay is $16 - $19 per hour."
    posting = posting_with(html_page, terms)
    assert (posting.pay.min, posting.pay.max) == (16, 24)
    assert [(it.place, it.pay.min, it.pay.max) for it in posting.pay_by_place] == [
        ("New York", 20, 24),
        ("Texas", 16, 19),
    ]
    assert {it.pay.hours_per_week for it in posting.pay_by_place} == {Decimal(38)}


def test_what_comes_on_top_is_noted_with_the_words_of_the_page(html_page):
    posting = posting_with(html_page, "Pay: $20 per hour plus a 5% annual bonus. Overtime at 1.5x.")
    assert (posting.pay.min, posting.pay.max) == (20, 20)
    assert [(it.kind, it.text) for it in posting.pay_extras] == [
        (PayExtraKind.BONUS, "5% annual bonus"),
        (PayExtraKind.OVERTIME, "Overtime at 1.5x"),
    ]


def test_their_evidence_stands_where_it_says():
    body = TERMS.format("37.5 hours per week. Texas: $20 an hour; Ohio: $22 an hour. 10% bonus.").encode()
    page = Page(url="https://kelp.example/jobs/7", body=body, fetched_at=datetime(2026, 1, 15, tzinfo=UTC))
    posting, text = read(page).posting, text_of(page)
    for name in ("pay_by_place", "pay_extras", "hours_per_week"):
        evidence = posting.evidence[name]
        start, end = map(int, evidence.where.removeprefix("chars:").split("-"))
        assert " ".join(text[start:end].split()) == evidence.text


def test_structured_data_gives_hours_and_extras_where_the_text_does_not(html_page):
    data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Barista",
        "workHours": "30 hours per week",
        "incentiveCompensation": "Up to 10% quarterly bonus",
    }
    page = f'<script type="application/ld+json">{json.dumps(data)}</script>{TERMS.format("Pay: $20 per hour")}'
    posting = html_page("https://kelp.example/jobs/7", f"<html><body>{page}</body></html>").posting
    assert posting.pay.hours_per_week == Decimal(30)
    assert [it.text for it in posting.pay_extras] == ["Up to 10% quarterly bonus"]
    assert posting.evidence["pay_extras"].where == "$.incentiveCompensation"


def test_ranges_of_an_answer_are_kept_by_the_places_that_their_titles_name():
    ranges = [("NYC pay range", 90), ("Denver pay range", 80), ("Apprentices", 40)]
    job = {
        "id": 7,
        "title": "Glazier",
        "absolute_url": "https://boards.greenhouse.io/kelp/jobs/7",
        "content": "<p>Glaze.</p>",
        "pay_input_ranges": [
            {"min_cents": low * 100_000, "max_cents": low * 110_000, "currency_type": "USD", "title": title}
            for title, low in ranges
        ],
    }
    url = "https://boards-api.greenhouse.io/v1/boards/kelp/jobs/7?pay_transparency=true"
    page = Page(url=url, body=json.dumps(job).encode(), fetched_at=datetime(2026, 1, 15, tzinfo=UTC))
    posting = read(page).posting
    assert [(it.place, it.pay.min) for it in posting.pay_by_place] == [
        ("NYC pay range", Decimal(90_000)),
        ("Denver pay range", Decimal(80_000)),
    ]
