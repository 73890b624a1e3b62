"""Eightfold's answers in both of its generations: a board, one position, one that is gone."""

from datetime import date

import pytest

from spiders.pages.sites import fetch_url
from spiders.posting import EmploymentType, Status, Verdict, Workplace

URL = "https://halyard.eightfold.ai/api/apply/v2/jobs"


def test_a_board_lists_its_positions_and_says_how_many_there_are(recorded):
    reading = recorded("eightfold/board.json", f"{URL}?domain=halyard.example")
    assert reading.verdict is Verdict.LISTING
    assert "2 of 37" in reading.reasons[0]
    assert [(it.title, it.url) for it in reading.roles] == [
        ("Tide Analyst", "https://halyard.eightfold.ai/careers/job/790300100101"),
        ("Quay Surveyor", "https://halyard.eightfold.ai/careers/job/790300100102"),
    ]


def test_a_position_is_read_field_by_field(recorded):
    posting = recorded("eightfold/posting.json", f"{URL}/790300100101").posting
    assert posting.title == "Tide Analyst"
    assert posting.locations == ("Vlissingen, Zeeland, Netherlands", "Ostend, Belgium")
    assert (posting.workplace, posting.employment_type) == (Workplace.HYBRID, EmploymentType.FULL_TIME)
    assert posting.posted_on == date(2026, 1, 1)
    assert posting.requisition_id == "R-20417"
    assert posting.apply_url == "https://halyard.eightfold.ai/careers/job/790300100101"
    assert posting.status is Status.OPEN
    assert posting.deadline.at.date() == date(2026, 2, 20)
    assert posting.evidence["posted_on"].where == "$.t_create"


def test_the_newer_api_is_read_as_well(recorded):
    board = recorded("eightfold/newer_board.json", "https://halyard.eightfold.ai/api/pcsx/search")
    assert [it.url for it in board.roles] == [
        "https://halyard.eightfold.ai/careers/job/790300100201",
        "https://halyard.eightfold.ai/careers/job/790300100202",
    ]
    posting = recorded("eightfold/newer_posting.json", "https://halyard.eightfold.ai/api/pcsx/position_details").posting
    assert (posting.title, posting.workplace) == ("Rope Maker", Workplace.ONSITE)
    assert posting.posted_on == date(2026, 1, 1)
    assert posting.evidence["title"].where == "$.data.name"


def test_a_position_without_an_id_is_gone_and_a_refusal_is_not(recorded):
    assert recorded("eightfold/gone.json", f"{URL}/1").verdict is Verdict.GONE
    assert recorded("eightfold/outage.json", f"{URL}/1").verdict is Verdict.ERROR


def test_an_answer_is_known_on_an_employer_s_own_domain(recorded):
    reading = recorded("eightfold/board.json", "https://jobs.halyard.example/api/apply/v2/jobs")
    assert reading.reasons[0].startswith("the API of Eightfold")
    assert reading.roles[1].url == "https://jobs.halyard.example/careers/job/790300100102"


@pytest.mark.parametrize(
    ("public", "call"),
    [
        ("/careers/job/7903?domain=halyard.example", f"{URL}/7903?domain=halyard.example"),
        ("/careers/job/7903-tide-analyst-vlissingen", f"{URL}/7903"),
        ("/careers?pid=7903&domain=halyard.example", f"{URL}/7903?domain=halyard.example"),
        ("/careers?pid=7903", f"{URL}/7903"),
        ("/careers?query=tide&domain=halyard.example", f"{URL}?domain=halyard.example"),
        ("/careers", URL),
    ],
)
def test_public_addresses_become_calls(public, call):
    assert fetch_url(f"https://halyard.eightfold.ai{public}") == call
