"""Answers and pages of no known make that lost their shape: nothing raises, no field has a value of another type."""

import copy
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spiders.pages import any_answer, xml_answers
from spiders.posting import Deadline, EmploymentType, Page, Pay, Status, Verdict, Workplace
from spiders.reader import read
from spiders.record import reading_from_json, reading_to_json

FEEDS = sorted(Path(__file__).with_name("answers").glob("feeds/*.*"))
NOW = datetime(2026, 1, 15, tzinfo=UTC)
URL = "https://kelp.example/careers/9107"
TYPES = {
    "title": str,
    "organization": str,
    "status": Status,
    "pay": Pay,
    "deadline": Deadline,
    "workplace": Workplace,
    "employment_type": EmploymentType,
    "posted_on": date,
    "starts_on": str,
    "requisition_id": str,
    "apply_url": str,
    "language": str,
}
WORDS = [
    "2026-02-15",
    "0001-01-01T00:00:00",
    "Fri, 28 Aug 2026 25:61:00 GMT",
    "99999999999999999999",
    "12e999",
    "https://[::1",
    "<p>",
    "&lt;p&gt;" * 9,
    "remote",
    "$1 - $2",
    "\ud83d",
]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**24), 10**24)
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(max_size=8)
            | st.sampled_from(["title", "jobTitle", "name", "location", "salary", "min", "#text", "@domain", "@graph"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


def answer_of(path):
    text = path.read_text(encoding="utf-8")
    return xml_answers.parse(text) if path.suffix == ".xml" else json.loads(text)


def places(answer):
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
    assert not any("the reader failed" in reason for reason in reading.reasons)
    assert reading_from_json(reading_to_json(reading)) == reading
    for role in reading.roles or ():
        assert role.title
        assert role.url is None or role.url.startswith(("http://", "https://"))
    if reading.posting:
        assert all(isinstance(it, str) and it for it in reading.posting.locations)
        for name, kind in TYPES.items():
            assert getattr(reading.posting, name) is None or type(getattr(reading.posting, name)) is kind, name


@pytest.mark.parametrize("path", FEEDS, ids=lambda it: it.name)
@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_values_in_the_place_of_others_never_raise_and_never_change_a_type(path, data):
    answer = answer_of(path)
    other = changed(answer, data.draw(st.sampled_from(places(answer))), data.draw(JSON))
    for url in (URL, f"{URL}#posting=HS-118"):
        if reading := any_answer.read(other, Page(url=url, body=b"", fetched_at=NOW)):
            check(reading)


@given(answer=JSON)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_json_is_refused_or_read(answer):
    if reading := any_answer.read(answer, Page(url=URL, body=b"", fetched_at=NOW)):
        check(reading)


@given(state=JSON, cut=st.integers(0, 40))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_state_in_a_page_is_refused_or_read(state, cut):
    job = {"title": "Bell Founder", "description": "x " * 300, "location": state, "status": state, "salary": state}
    text = json.dumps({"job": job, "more": state})
    text = text[: len(text) - cut] if cut > 20 else text
    html = (
        "<!doctype html><html><head><title>Bell Founder</title></head><body>"
        f"<script>phApp.ddo = {text}; window.pageData = {text}</script>"
        f'<script type="application/json">{text}</script></body></html>'
    )
    body = html.encode("utf-8", "replace")
    reading = read(Page(url=URL, body=body, headers={"content-type": "text/html; charset=utf-8"}, fetched_at=NOW))
    check(reading)
    assert reading.verdict in {Verdict.POSTING, Verdict.SHELL, Verdict.CLOSED_NOTICE, Verdict.HUB, Verdict.LISTING}


@pytest.mark.parametrize("path", [it for it in FEEDS if it.suffix == ".xml"], ids=lambda it: it.name)
@given(at=st.integers(0, 3_000), junk=st.binary(max_size=12))
@settings(max_examples=60, deadline=None)
def test_bytes_in_the_middle_of_xml_never_raise(path, at, junk):
    body = path.read_bytes()
    check(read(Page(url=URL, body=body[:at] + junk + body[at:], fetched_at=NOW)))
