"""Oracle's answers: a board's requisitions, one requisition, one that is not posted any more."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from spiders.pages.sites import fetch_url
from spiders.posting import EmploymentType, PayUnit, Status, Verdict, Workplace

API = "https://halyard.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisition"
BOARD = f"{API}s?onlyData=true&finder=findReqs;siteNumber=CX_2,limit=200"
ONE = f'{API}Details?expand=all&onlyData=true&finder=ById;Id="4108",siteNumber=CX_2'
PUBLIC = "https://halyard.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_2/job"


def test_a_board_lists_its_requisitions_at_the_addresses_that_a_visitor_sees(recorded):
    reading = recorded("oracle/board.json", BOARD)
    assert reading.verdict is Verdict.LISTING
    assert "2 of 12" in reading.reasons[0]
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Bridge Tender", f"{PUBLIC}/4107"),
        ("Swing Bridge Electrician", f"{PUBLIC}/4108"),
    ]


def test_a_requisition_is_read_field_by_field(recorded):
    posting = recorded("oracle/posting.json", ONE).posting
    assert posting.title == "Swing Bridge Electrician"
    assert posting.locations == ("CORK, Ireland", "LIMERICK, Ireland")
    assert (posting.workplace, posting.employment_type) == (Workplace.ONSITE, EmploymentType.FULL_TIME)
    assert posting.posted_on == date(2026, 1, 6)
    assert posting.deadline.at == datetime(2026, 2, 20, 23, 59, tzinfo=UTC)
    assert (posting.requisition_id, posting.apply_url) == ("4108", f"{PUBLIC}/4108")
    assert posting.status is Status.OPEN
    assert [it.heading for it in posting.sections] == [None, "Responsibilities", "Qualifications"]
    assert posting.evidence["deadline"].where == "$.items[0].ExternalPostedEndDate"


def test_pay_is_read_from_the_employer_s_own_field(recorded):
    pay = recorded("oracle/posting.json", ONE).posting.pay
    assert (pay.min, pay.max, pay.currency, pay.unit) == (Decimal(41_000), Decimal(48_000), "EUR", PayUnit.YEAR)


def test_a_requisition_without_envelope_is_one_too(recorded):
    reading = recorded("oracle/posting.json", "https://jobs.halyard.example/one")
    assert reading.verdict is Verdict.POSTING
    assert reading.posting.apply_url is None


def test_a_list_of_none_is_gone_for_one_and_an_empty_board_for_all(recorded):
    assert recorded("oracle/gone.json", ONE).verdict is Verdict.GONE
    board = recorded("oracle/gone.json", BOARD)
    assert (board.verdict, board.roles) == (Verdict.LISTING, ())


def test_an_outage_is_neither(recorded):
    assert recorded("oracle/outage.json", ONE).verdict is Verdict.ERROR


@pytest.mark.parametrize(
    ("public", "call"),
    [
        (f"{PUBLIC}/4108?keyword=bridge", ONE),
        (f"{PUBLIC}/4108/apply/email", ONE),
        (PUBLIC.removesuffix("/job") + "/requisitions", f"{API}s?onlyData=true&expand=requisitionList"),
        (
            "https://work.halyard.example/hcmUI/CandidateExperience/en/sites/jobs/job/7",
            "https://work.halyard.example/hcm",
        ),
    ],
)
def test_public_addresses_become_calls_also_on_an_employer_s_own_domain(public, call):
    assert fetch_url(public).startswith(call)
