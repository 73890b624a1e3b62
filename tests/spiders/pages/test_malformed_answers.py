"""Answers that lost their shape: whatever stands where, nothing raises and no field has a value of another type."""

import copy
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders.pages import (
    ashby,
    bamboohr,
    breezy,
    eightfold,
    greenhouse,
    lever,
    neogov,
    oracle,
    paylocity,
    personio,
    pinpoint,
    recruitee,
    rippling,
    smartrecruiters,
    teamtailor,
    workable,
    workday,
    xml_answers,
)
from spiders.posting import Deadline, EmploymentType, Page, Pay, PayUnit, Status, Verdict, Workplace
from spiders.reader import read
from spiders.record import reading_from_json, reading_to_json, record_hash

ANSWERS = Path(__file__).with_name("answers")
NOW = datetime(2026, 1, 15, tzinfo=UTC)
#: By folder: the reader, where the answers come from, and a posting that a list is asked for.
READERS = {
    "ashby": (ashby, "https://api.ashbyhq.com/posting-api/job-board/x", "5b1f0c9e-7d61-4c0a-9a53-0f2f6f7b1a01"),
    "bamboohr": (bamboohr, "https://x.bamboohr.com/careers/86/detail", ""),
    "breezy": (breezy, "https://x.breezy.hr/json", "abababababab"),
    "eightfold": (eightfold, "https://x.eightfold.ai/api/apply/v2/jobs", ""),
    "greenhouse": (greenhouse, "https://boards-api.greenhouse.io/v1/boards/x/jobs", ""),
    "lever": (lever, "https://api.lever.co/v0/postings/x", ""),
    "neogov": (neogov, "https://www.governmentjobs.com/SearchEngine/JobsFeed?agency=x", "5100001"),
    "oracle": (oracle, "https://x.oraclecloud.com/hcmRestApi/resources/latest/x?finder=y;siteNumber=CX", ""),
    "paylocity": (paylocity, "https://recruiting.paylocity.com/recruiting/v2/api/feed/jobs/x", "3300101"),
    "personio": (personio, "https://x.jobs.personio.de/xml", "1834171"),
    "pinpoint": (
        pinpoint,
        "https://x.pinpointhq.com/postings.json",
        "0b6d2f14-3f1e-4c55-9d1a-52f0f9f1a101",
    ),
    "recruitee": (recruitee, "https://x.recruitee.com/api/offers", ""),
    "rippling": (rippling, "https://api.rippling.com/platform/api/ats/v1/board/x/jobs", ""),
    "smartrecruiters": (smartrecruiters, "https://api.smartrecruiters.com/v1/companies/x/postings", ""),
    "teamtailor": (teamtailor, "https://x.teamtailor.com/jobs.json", "7167985"),
    "workable": (workable, "https://apply.workable.com/api/v2/accounts/x/jobs/1", ""),
    "workday": (workday, "https://x.wd3.myworkdayjobs.com/wday/cxs/x/y/jobs", ""),
}
TYPES = {
    "title": str,
    "organization": str,
    "status": Status,
    "pay": Pay,
    "deadline": Deadline,
    "workplace": Workplace,
    "employment_type": EmploymentType,
    "posted_on": date,
    "requisition_id": str,
    "apply_url": str,
    "language": str,
}
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["2026-02-15", "1970-01-01", "9999-12-31T23:59:59Z", "12e999", "https://[::1", "<p>", "http://x", "remote"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def answers():
    for path in sorted(path for system in READERS for path in ANSWERS.glob(f"{system}/*.*")):
        text = path.read_text(encoding="utf-8")
        answer = xml_answers.parse(text) if path.suffix == ".xml" else json.loads(text)
        if answer is not None:
            yield pytest.param(path.parent.name, answer, id=f"{path.parent.name}-{path.stem}")


def places(answer):
    """The path of every value in an answer."""
    pending, found = [()], []
    while pending:
        path = pending.pop()
        found.append(path)
        value = answer
        for step in path:
            value = value[step]
        if isinstance(value, dict | list):
            steps = value if isinstance(value, dict) else range(len(value))
            pending.extend((*path, step) for step in steps)
    return found


def changed(answer, path, value):
    if not path:
        return value
    other = copy.deepcopy(answer)
    inner = other
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return other


def check(reading):
    assert reading_from_json(reading_to_json(reading)) == reading
    assert (reading.posting is not None) is (reading.verdict is Verdict.POSTING)
    for role in reading.roles or ():
        assert role.title
        assert role.url is None or role.url.startswith(("http://", "https://"))
    posting = reading.posting
    if posting is None:
        return
    assert all(isinstance(it, str) and it for it in posting.locations)
    for name, kind in TYPES.items():
        assert getattr(posting, name) is None or type(getattr(posting, name)) is kind, name
    if posting.pay:
        assert posting.pay.unit is None or type(posting.pay.unit) is PayUnit
        assert posting.pay.min is None or posting.pay.max is None or posting.pay.min <= posting.pay.max


@pytest.mark.parametrize(("system", "answer"), list(answers()))
@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_values_in_the_place_of_others_never_raise_and_never_change_a_type(system, answer, data):
    path = data.draw(st.sampled_from(places(answer)))
    other = changed(answer, path, data.draw(JSON))
    reader, call, wanted = READERS[system]
    assert reader.is_answer(other) in {True, False}
    for url in (call, f"{call}#posting={wanted}", "https://kelp.example/x"):
        if reading := reader.read(other, Page(url=url, body=b"", fetched_at=NOW)):
            check(reading)


@pytest.mark.parametrize("system", READERS)
@given(answer=JSON)
@settings(max_examples=30, deadline=None)
def test_any_json_is_refused_or_read_and_never_raises(system, answer):
    reader, call, _ = READERS[system]
    assert reader.is_answer(answer) in {True, False}
    if reading := reader.read(answer, Page(url=call, body=b"", fetched_at=NOW)):
        check(reading)


@pytest.mark.parametrize("half", [r"\ud83d", r"\udc4d", r"\udc4d\ud83d"])
def test_half_a_character_is_none_and_a_whole_one_stays(half):
    said = (
        f'{{"offer": {{"title": "Deck {half} hand \\ud83d\\udc4d", "careers_url": "https://kelp.example/o/{half}"}}}}'
    )
    page = Page(url="https://kelp.example/api/offers/1", body=said.encode(), fetched_at=NOW)
    posting = read(page).posting
    assert posting.title.endswith("hand 👍")
    assert len(record_hash(read(page))) == 64
