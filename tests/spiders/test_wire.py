"""The protocol's lines: what goes in comes out, hostile text included."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders import wire
from spiders.observation import CheckRequest, Instructions, Observation, Result
from spiders.posting import Page, Posting, Reading, Role, Verdict
from spiders.wire import Alive, WireError

TEXTS = st.text(st.characters(exclude_categories=[]), max_size=20)
MAYBE = st.none() | TEXTS
INSTANTS = st.integers(0, 10**9).map(lambda seconds: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds))
HEADERS = st.dictionaries(TEXTS, TEXTS, max_size=2)
PAGES = st.builds(Page, url=TEXTS, body=st.binary(max_size=30), headers=HEADERS, fetched_at=INSTANTS)
READINGS = st.builds(
    Reading,
    verdict=st.sampled_from(Verdict),
    reasons=st.lists(TEXTS, max_size=2).map(tuple),
    posting=st.none() | st.builds(Posting, title=MAYBE),
    roles=st.none() | st.lists(st.builds(Role, title=TEXTS, url=MAYBE), max_size=2).map(tuple),
)


@given(st.builds(CheckRequest, id=st.integers(), url=TEXTS, etag=MAYBE, crawl_delay=st.none(), saved=st.none() | PAGES))
def test_requests_come_back_as_they_were(request_):
    line = wire.request_to_line(request_)
    assert line.count(b"\n") == 1
    assert wire.request_from_line(line) == request_


@given(
    st.builds(
        Observation,
        id=st.integers(),
        url=TEXTS,
        result=st.sampled_from(Result),
        fetched_at=INSTANTS,
        reason=MAYBE,
        reading=st.none() | READINGS,
        body=st.none() | st.binary(max_size=30),
        headers=st.none() | HEADERS,
        retry_after=st.none() | st.floats(0, 1e6),
    )
)
def test_observations_come_back_as_they_were(observation):
    line = wire.observation_to_line(observation)
    assert line.count(b"\n") == 1
    assert wire.answer_from_line(line) == observation


@pytest.mark.parametrize("alive", [Alive(), Alive(reading=0), Alive(reading=17)])
def test_signs_of_life_come_back_as_they_were(alive):
    assert wire.answer_from_line(wire.alive_to_line(alive)) == alive


def test_instructions_come_back_as_they_were():
    instructions = Instructions(fetch={"retries": 2, "contact": "ü"})
    assert wire.instructions_from_line(wire.instructions_to_line(instructions)) == instructions


def test_a_request_needs_no_more_than_an_id_and_a_url():
    assert wire.request_from_line(b'{"id": 1, "url": "http://x"}') == CheckRequest(id=1, url="http://x")


@pytest.mark.parametrize("line", [b"", b"hello", b"[]", b"\xff", b"{}", b'{"id": "x", "url": 1}', b'{"result": "odd"}'])
def test_other_lines_are_refused(line):
    for read in (wire.request_from_line, wire.answer_from_line, wire.instructions_from_line):
        with pytest.raises(WireError):
            read(line)
