"""Answers that real systems and feeds gave, where they are at hand: pages, state, XML, and answers of no known make."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.pages import any_answer, shapes, xml_answers
from spiders.posting import EmploymentType, Page, PayUnit, Status, Verdict, Workplace
from spiders.reader import read

SHARED = Path(os.environ.get("MONITOR_SHARED") or Path(__file__).resolve().parents[3].parent / "shared")
FOLDER = SHARED / "corpus" / "ats"
ORACLE = "https://x.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisition"
#: File → where its like comes from, how many postings it lists, and the beginning of the first one's address.
BOARDS = {
    "careerkit_icims.html": (
        "https://x.icims.com/jobs/search?in_iframe=1",
        2,
        "https://careers-wipfli.icims.com/jobs/8214/",
    ),
    "careerkit_jobvite.html": ("https://jobs.jobvite.com/x/search", 2, "https://jobs.jobvite.com/feedingamerica/job/o"),
    "careerkit_hrmdirect.html": (
        "https://x.hrmdirect.com/employment/y.php",
        2,
        "https://x.hrmdirect.com/employment/job-",
    ),
    "careerkit_paylocity.html": (
        "https://recruiting.paylocity.com/x",
        2,
        "https://recruiting.paylocity.com/Recruiting/Jobs/Details/4",
    ),
    "careerkit_phenom.html": ("https://x.example/global/en/search-results", 2, "https://x.example/global/en/job/PHENA"),
    "careerkit_pinpoint.json": (
        "https://x.pinpointhq.com/postings.json",
        2,
        "https://acme.pinpointhq.com/en/postings/",
    ),
    "careerkit_eightfold.json": (
        "https://x.eightfold.ai/api/apply/v2/jobs",
        2,
        "https://albemarle.eightfold.ai/careers/job/1",
    ),
    "careerkit_oracle_orc.json": (f"{ORACLE}s?finder=findReqs;siteNumber=CX", 2, "https://x.oraclecloud.com/hcmUI/"),
    "careerkit_neogov.xml": ("https://www.governmentjobs.com/x", 2, "https://www.governmentjobs.com/careers/"),
}
NOW = datetime(2022, 5, 1, tzinfo=UTC)


def path(name):
    found = FOLDER / name
    if not found.exists():
        pytest.skip("no recorded answers here: they are not part of the project")
    return found


def reading(name, url="https://feed.example/answer"):
    return read(Page(url=url, body=path(name).read_bytes(), fetched_at=NOW))


def every(pattern):
    found = sorted(FOLDER.glob(pattern))
    if not found:
        pytest.skip("no recorded answers here: they are not part of the project")
    return found


def postings(file):
    """Each posting of an answer, read as if it had been asked for."""
    text = file.read_text(encoding="utf-8-sig")
    answer = json.loads(text) if text.lstrip()[0] in "{[" else xml_answers.parse(text.lstrip())
    page = Page(url="https://feed.example/answer", body=b"", fetched_at=NOW)
    return [any_answer.read_one(one, page) for one in shapes.find(answer, page.url)]


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_lists_its_postings(name):
    url, count, first = BOARDS[name]
    read_as = reading(name, url)
    assert read_as.verdict is Verdict.LISTING
    assert len(read_as.roles) == count
    assert read_as.roles[0].url.startswith(first)
    assert all("utm_" not in it.url and "in_iframe" not in it.url for it in read_as.roles)


def test_the_postings_of_boards_that_hold_them_whole_are_read():
    pinpoint = reading("careerkit_pinpoint.json", "https://x.pinpointhq.com/postings.json#posting=post-001").posting
    assert (int(pinpoint.pay.min), int(pinpoint.pay.max), pinpoint.pay.unit) == (135_000, 198_000, PayUnit.YEAR)
    assert (pinpoint.workplace, pinpoint.requisition_id) == (Workplace.REMOTE, "REQ-001")
    assert pinpoint.deadline.at == datetime(2026, 8, 29, 3, 59, 59, tzinfo=UTC)
    neogov = reading("careerkit_neogov.xml", "https://www.governmentjobs.com/x#posting=410001").posting
    assert (int(neogov.pay.min), neogov.locations) == (135_000, ("Atlanta, Georgia",))
    assert neogov.deadline.at == datetime(2026, 9, 20, 4, 59, tzinfo=UTC)
    oracle = reading("careerkit_oracle_orc_detail.json", f"{ORACLE}Details?finder=ById;Id=1,siteNumber=CX").posting
    assert (oracle.locations, oracle.workplace) == (("Atlanta, GA",), Workplace.HYBRID)
    assert (oracle.posted_on.isoformat(), len(oracle.sections)) == ("2026-08-19", 3)


def test_every_feed_of_schools_is_a_list_with_a_deadline_of_each_posting():
    for file in every("dfe_*"):
        if "udf" in file.name:
            continue
        read_as = reading(file.name)
        assert read_as.verdict is Verdict.LISTING, file.name
        assert all(it.url for it in read_as.roles), file.name
        for posting in postings(file):
            assert posting.title, file.name
            assert posting.deadline, file.name
            assert posting.employment_type, file.name


def test_every_posting_of_the_danish_job_bank_is_read():
    for file in every("jobnet_*Extended*"):
        posting = reading(file.name).posting
        assert posting.deadline.at.year in {2021, 2022}, file.name
        assert posting.posted_on.year == 2021, file.name
        assert posting.organization, file.name
        assert posting.locations, file.name
        assert posting.employment_type in {EmploymentType.FULL_TIME, EmploymentType.PART_TIME}, file.name
        assert posting.sections, file.name


def test_every_page_of_the_danish_job_bank_lists_twenty():
    for file in every("jobnet_*JobPage0[12].json.txt"):
        roles = reading(file.name).roles
        assert len(roles) == 20
        assert all(it.url.startswith(("https://", "http://")) for it in roles)


def test_an_end_thirty_days_after_the_posting_to_the_second_is_no_deadline():
    for file in every("dobrysef_*"):
        for posting in postings(file):
            assert posting.organization
            assert posting.posted_on.year == 2021
            assert posting.deadline is None
            assert "valid_through" in posting.evidence


def test_the_feeds_of_public_agencies_are_read():
    for file in every("gsa_*"):
        read_as = reading(file.name)
        assert read_as.verdict in {Verdict.LISTING, Verdict.POSTING}, file.name
        if file.suffix == ".xml":
            assert all(it.organization and it.requisition_id and it.posted_on for it in postings(file)), file.name
            inactive = ">Inactive<" in file.read_text(encoding="utf-8")
            assert (postings(file)[0].status is Status.CLOSED) is inactive, file.name
        else:
            assert read_as.reasons[0].startswith("the API of NEOGOV"), file.name
            assert all("jobid=" in it.url for it in read_as.roles), file.name


def test_what_is_no_posting_is_not_read_as_one():
    for file in every("govcz_*actor.json"):
        assert reading(file.name).verdict is Verdict.ERROR
