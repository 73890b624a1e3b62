"""Answers that real applicant systems gave, where they are at hand: the right reader reads each, and sensibly."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.posting import Page, Verdict
from spiders.reader import read

SHARED = Path(os.environ.get("MONITOR_SHARED") or Path(__file__).resolve().parents[3].parent / "shared")
FOLDER = SHARED / "corpus" / "ats"
#: Part of the file's name → the system's name and how many postings the board has.
BOARDS = {
    "lever": ("Lever", 2),
    "greenhouse": ("Greenhouse", 2),
    "ashby": ("Ashby", 2),
    "smartrecruiters": ("SmartRecruiters", 1),
    "workable": ("Workable", 1),
    "recruitee": ("Recruitee", 2),
    "workday": ("Workday", 2),
    "personio": ("Personio", 1),
    "teamtailor": ("Teamtailor", 2),
    "bamboohr": ("BambooHR", 2),
    "rippling": ("Rippling", 1),
}


def recorded(pattern):
    found = sorted(FOLDER.glob(pattern))
    if not found:
        pytest.skip("no recorded answers here: they are not part of the project")
    return found


def reading(path, url="https://careers.example/answer"):
    return read(Page(url=url, body=path.read_bytes(), fetched_at=datetime(2026, 8, 20, tzinfo=UTC)))


@pytest.mark.parametrize("part", BOARDS)
def test_a_board_is_read_by_its_own_system_s_reader_without_the_help_of_its_host(part):
    name, count = BOARDS[part]
    for path in recorded(f"careerkit_{part}.*"):
        read_as = reading(path)
        assert read_as.verdict is Verdict.LISTING
        assert read_as.reasons[0].startswith(f"the API of {name} lists {count} ")
        assert all(2 < len(role.title) < 120 for role in read_as.roles)
        assert all(role.url is None or role.url.startswith("https://") for role in read_as.roles)


@pytest.mark.parametrize(
    ("part", "url", "first"),
    [
        (
            "bamboohr",
            "https://acme.bamboohr.com/careers/list",
            "https://acme.bamboohr.com/careers/86",
        ),
        (
            "workday",
            "https://acme.wd12.myworkdayjobs.com/wday/cxs/acme/External/jobs",
            "https://acme.wd12.myworkdayjobs.com/External/job/",
        ),
        ("personio", "https://acme.jobs.personio.de/xml", "https://acme.jobs.personio.de/job/1834171"),
    ],
)
def test_addresses_that_the_answer_leaves_out_are_made_of_where_it_came_from(part, url, first):
    for path in recorded(f"careerkit_{part}.*"):
        assert reading(path, url).roles[0].url.startswith(first)


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        ("ashby", "90fb3621-899e-4b59-925d-25080ec91e18"),
        ("personio", "1834171"),
        ("teamtailor", "7167985"),
    ],
)
def test_a_posting_is_picked_from_its_board(part, wanted):
    for path in recorded(f"careerkit_{part}.*"):
        posting = reading(path, f"https://careers.example/answer#posting={wanted}").posting
        assert posting.title
        assert posting.locations
        assert posting.posted_on.year in {2024, 2026}


def test_a_board_of_greenhouse_with_one_posting_is_still_a_board():
    for path in recorded("*greenhouse_stripe*.json"):
        read_as = reading(path)
        assert read_as.verdict is Verdict.LISTING
        assert read_as.roles[0].url.startswith("https://job-boards.greenhouse.io/")
