"""Greenhouse's answers: a posting with pay ranges and a deadline, a board, one that is no longer there."""

import html
import json
from datetime import UTC, date, datetime
from decimal import Decimal

from spiders.posting import EmploymentType, Page, PayUnit, Status, Verdict
from spiders.reader import read

CONTENT = """<p>Northwind Grid runs the wires of three small countries.</p><h3>What you'll do</h3>
<ul><li>Forecast the load</li></ul><h3>Requirements</h3><ul><li>Patience with weather</li></ul>"""
POSTING = {
    "id": 4711,
    "title": "Load Forecaster",
    "absolute_url": "https://job-boards.greenhouse.io/northwind/jobs/4711?gh_src=abc",
    "company_name": "Northwind Grid ",
    "location": {"name": "New York, NY; Remote (US)"},
    "first_published": "2026-01-12T09:00:00-05:00",
    "updated_at": "2026-01-14T09:00:00-05:00",
    "requisition_id": "R-12",
    "language": "en",
    "application_deadline": "2026-02-05T12:00:00-05:00",
    "content": html.escape(CONTENT),
    "metadata": [{"id": 1, "name": "Employment Type", "value": "Full-time", "value_type": "single_select"}],
    "pay_input_ranges": [
        {
            "min_cents": 12_000_000,
            "max_cents": 15_000_000,
            "currency_type": "USD",
            "title": "NYC annual salary",
            "blurb": "",
        },
        {
            "min_cents": 10_000_000,
            "max_cents": 13_000_000,
            "currency_type": "USD",
            "title": "US annual salary",
            "blurb": "",
        },
    ],
}
URL = "https://boards-api.greenhouse.io/v1/boards/northwind/jobs/4711"


def answer(value, url=URL):
    return read(Page(url=url, body=json.dumps(value).encode(), fetched_at=datetime(2026, 1, 15, tzinfo=UTC)))


def test_a_posting_is_read_field_by_field():
    reading = answer(POSTING)
    posting = reading.posting
    assert reading.verdict is Verdict.POSTING
    assert (posting.title, posting.organization) == ("Load Forecaster", "Northwind Grid")
    assert posting.locations == ("New York, NY", "Remote (US)")
    assert posting.employment_type is EmploymentType.FULL_TIME
    assert posting.posted_on == date(2026, 1, 12)
    assert posting.requisition_id == "R-12"
    assert posting.apply_url == "https://job-boards.greenhouse.io/northwind/jobs/4711"
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "What you'll do", "Requirements"]


def test_pay_ranges_by_place_become_one_that_spans_them():
    pay = answer(POSTING).posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(100_000), Decimal(150_000), "USD", PayUnit.YEAR)


def test_the_unit_of_a_range_is_read_from_its_title_or_marked_as_implied():
    hourly = {"min_cents": 2_000, "max_cents": 2_500, "currency_type": "USD", "title": "Hourly rate", "blurb": ""}
    assert answer(POSTING | {"pay_input_ranges": [hourly]}).posting.pay.unit is PayUnit.HOUR
    bare = {"min_cents": 12_000_000, "max_cents": 15_000_000, "currency_type": "USD", "title": "", "blurb": ""}
    assert answer(POSTING | {"pay_input_ranges": [bare]}).posting.pay.implied == ("unit",)


def test_application_deadline_is_an_instant_with_its_offset():
    deadline = answer(POSTING).posting.deadline
    assert (deadline.at, deadline.date_only, deadline.zone) == (datetime(2026, 2, 5, 17, tzinfo=UTC), False, "-05:00")


def test_application_deadline_without_time_lasts_to_the_end_of_the_day():
    deadline = answer(POSTING | {"application_deadline": "2026-02-05"}).posting.deadline
    assert (deadline.at, deadline.date_only) == (datetime(2026, 2, 5, 23, 59, 59, tzinfo=UTC), True)


def test_updated_at_is_noise():
    assert answer(POSTING).posting == answer(POSTING | {"updated_at": "2026-01-15T09:00:00-05:00"}).posting


def test_a_board_is_a_listing_with_addresses_free_of_tracking():
    reading = answer(
        {"jobs": [POSTING], "meta": {"total": 1}}, url="https://boards-api.greenhouse.io/v1/boards/northwind/jobs"
    )
    assert reading.verdict is Verdict.LISTING
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Load Forecaster", "https://job-boards.greenhouse.io/northwind/jobs/4711")
    ]


def test_a_posting_that_is_no_longer_there_is_gone():
    assert answer({"status": 404, "error": "Job not found"}).verdict is Verdict.GONE


def test_json_of_nobody_we_know_is_an_error():
    assert answer({"hello": "world"}, url="https://kelp.example/api").verdict is Verdict.ERROR
