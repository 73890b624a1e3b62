"""Kinds of one field: told where the meaning changed, and only then; each edit by exactly one kind."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.changes import differences
from monitor.changes.wording import LONGEST
from monitor.vocabulary import Direction, Kind, Severity
from spiders.posting import EmploymentType, PayUnit, Posting, Section, SectionKind, Status, Workplace

from .noises import NOISES
from .postings import POSTING, dated, edited, pay, quote, reworded, section, timed

QUICK = settings(max_examples=60, deadline=None)


def kinds(before, after):
    return [change.kind for change in differences(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("open", "closed", Kind.CLOSED),
        ("upcoming", "closed", Kind.CLOSED),
        ("unknown", "closed", Kind.CLOSED),
        ("upcoming", "open", Kind.OPENED),
        ("upcoming", "unknown", Kind.OPENED),
        ("closed", "open", Kind.REOPENED),
        ("closed", "unknown", Kind.REOPENED),
        ("closed", "upcoming", None),
        ("open", "upcoming", None),
        ("open", "unknown", None),
        ("unknown", "open", None),
        ("unknown", "upcoming", None),
        *((status.value, status.value, None) for status in Status),
    ],
)
def test_every_pair_of_statuses_is_told_as_the_table_says(before, after, told):
    changes = differences(edited(status=Status(before)), edited(status=Status(after)))
    assert [change.kind for change in changes] == [kind for kind in [told] if kind]
    assert all((it.severity, it.before, it.after) == (Severity.CRITICAL, before, after) for it in changes)


EDITS = {
    Kind.TITLE_CHANGED: {"title": "Machine Listening Engineer"},
    Kind.ORGANIZATION_CHANGED: {"organization": "Harbour Light"},
    Kind.LOCATION_CHANGED: {"locations": ("Boston, MA",)},
    Kind.WORKPLACE_CHANGED: {"workplace": Workplace.REMOTE},
    Kind.EMPLOYMENT_TYPE_CHANGED: {"employment_type": EmploymentType.CONTRACT},
    Kind.START_CHANGED: {"starts_on": "2026-07"},
    Kind.APPLY_CHANGED: {"apply_url": "https://jobs.harboursound.example/apply/1008"},
    Kind.REPOSTED: {"requisition_id": "R-2044"},
    Kind.CLOSED: {"status": Status.CLOSED},
    Kind.PAY_CHANGED: {"pay": pay(70)},
    Kind.DEADLINE_CHANGED: {"deadline": timed(2026, 2, 9, 12)},
    Kind.DESCRIPTION_CHANGED: {
        "sections": (*POSTING.sections[:-1], section("other", "The office has a harbour view."))
    },
}


@pytest.mark.parametrize("kind", EDITS, ids=str)
def test_an_edit_of_one_field_is_told_by_one_kind(kind):
    before = edited(sections=()) if "sections" not in EDITS[kind] else edited(pay=None, deadline=None)
    assert kinds(before, replace(before, **EDITS[kind])) == [kind]


@pytest.mark.parametrize(
    "field", ["title", "organization", "locations", "workplace", "employment_type", "starts_on", "apply_url"]
)
def test_a_field_that_vanishes_or_appears_is_unknown_and_not_told(field):
    without = edited(**{field: () if field == "locations" else None})
    assert kinds(POSTING, without) == []
    assert kinds(without, POSTING) == []


SAME = [
    {"title": "  machine  listening\u00a0intern "},
    {"title": "Machine-Listening Intern"},
    {"organization": "Harbour Sound, Inc."},
    {"organization": "HARBOUR SOUND GmbH"},
    {"locations": ("New York City",)},
    {"locations": ("NYC",)},
    {"locations": ("New York, New York, United States",)},
    {"locations": ("New York, NY (Hybrid)",)},
    {"starts_on": "2026-06-15"},
    {"apply_url": "https://jobs.harboursound.example/apply/1007/?utm_source=board&gh_src=a8f#top"},
    {"apply_url": "http://www.jobs.harboursound.example:80/apply/1007"},
    {"apply_url": "https://jobs.harboursound.example/apply/1007?t=l2khuopgmbv80qd2hn"},
    {"apply_url": "https://jobs.harboursound.example/apply/1007?t=zhkaihelstzeygrl18"},
    {"apply_url": "https://jobs.harboursound.example/apply/1007?v=QmFzZTY0IGlzIG5vd5&k=9f86d081884c7d659a2f"},
    {"requisition_id": "r 1007"},
    {"posted_on": None, "language": "de", "duration": "ten weeks"},
]


@pytest.mark.parametrize("fields", SAME, ids=str)
def test_another_spelling_of_the_same_value_is_no_change(fields):
    assert kinds(POSTING, edited(**fields)) == []
    assert kinds(edited(**fields), POSTING) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("London",), ("London, UK",)),
        (("London, England",), ("London, United Kingdom",)),
        (("Munich, Germany",), ("München, DE",)),
        (("Zürich",), ("Zurich, Switzerland",)),
        (("Toronto, CA",), ("Toronto, Canada",)),
        (("San Diego, CA",), ("San Diego, California",)),
        (("Washington, D.C.",), ("Washington, DC",)),
        (("Berlin", "Paris"), ("Paris", "Berlin")),
        (("Berlin; Paris",), ("Berlin", "Paris")),
        (("London", "London, UK"), ("London",)),
        (("Remote - US",), ("United States",)),
        (("Nantes",), ("44000 Nantes",)),
        (("44 - Nantes",), ("Nantes, France",)),
        (("Nanterre",), ("92000 Nanterre Cedex 9",)),
        (("München",), ("80331 München",)),
        (("Munich, Germany",), ("D-80331 München, Deutschland",)),
        (("Wien",), ("A-1010 Vienna, Austria",)),
        (("Zürich",), ("CH-8001 Zürich",)),
        (("London",), ("London SW1A 1AA",)),
        (("London, UK",), ("London, EC1",)),
        (("Amsterdam",), ("1012 AB Amsterdam",)),
        (("Göteborg",), ("411 05 Göteborg",)),
        (("Oslo",), ("0150 Oslo, Norge",)),
        (("København",), ("DK-2100 Copenhagen",)),
        (("Greve",), ("DK 2670 Greve",)),
        (("Helsinki",), ("00100 Helsinki, Finland",)),
        (("Warszawa",), ("00-950 Warszawa",)),
        (("Praha",), ("110 00 Praha 1",)),
        (("Lisboa",), ("1000-001 Lisboa",)),
        (("Madrid",), ("28013 Madrid",)),
        (("Milano",), ("20121 Milano, Italia",)),
        (("Austin, Texas",), ("Austin, TX 78701-1234",)),
        (("Toronto, Ontario",), ("Toronto, ON M5V 2T6",)),
        (("Sydney",), ("Sydney NSW 2000",)),
        (("Bengaluru",), ("Bangalore 560001, India",)),
        (("東京",), ("〒100-0001 東京",)),
    ],
)
def test_the_same_places_in_other_words_are_no_change(before, after):
    assert kinds(edited(locations=before), edited(locations=after)) == []
    assert kinds(edited(locations=after), edited(locations=before)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("London",), ("London", "Paris")),
        (("London, UK",), ("London, Ontario",)),
        (("Portland, OR",), ("Portland, ME",)),
        (("United States",), ("Austin, Texas, United States",)),
        (("Paris", "Berlin"), ("Paris", "Rome")),
        (("20095 Hamburg",), ("80331 München",)),
        (("Praha 4",), ("Praha 8",)),
        (("SW1A 1AA",), ("EC1A 4JQ",)),
        (("Vancouver WA",), ("Vancouver BC",)),
    ],
)
def test_other_places_are_told(before, after):
    assert kinds(edited(locations=before), edited(locations=after)) == [Kind.LOCATION_CHANGED]


def test_remote_that_becomes_hybrid_is_one_change_also_where_the_location_says_it():
    before = edited(workplace=Workplace.REMOTE, locations=("Remote, New York",))
    after = edited(workplace=Workplace.HYBRID, locations=("New York (Hybrid)",))
    assert kinds(before, after) == [Kind.WORKPLACE_CHANGED]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://a.example/apply?id=1", "https://a.example/apply?id=2"),
        ("https://a.example/#/jobs/1", "https://a.example/#/jobs/2"),
        ("mailto:jobs@a.example?subject=1", "mailto:people@a.example?subject=1"),
        ("https://a.example/apply?job=8d7f6a5b4c3d2e1f", "https://a.example/apply?job=1e2d3c4b5a6f7d8a"),
        ("https://a.example/apply?t=l2khuopgmbv80qd2hn", "https://a.example/apply?t=ywtmhvk5j1h1ccsmo2"),
        ("https://a.example/jobs/8d7f6a5b4c3d2e1f", "https://a.example/jobs/1e2d3c4b5a6f7d8a"),
        ("https://a.example/10?p=machine-learning-engineer", "https://a.example/10?p=head-of-ferry-operations"),
        (
            "https://a.example/10?x=9b2e7c1a-0b1c-4f7d-9a55-0123456789ab",
            "https://a.example/10?x=0c3e8c1a-0b1c-4f7d-9a55-0123456789ab",
        ),
    ],
)
def test_another_address_to_apply_at_is_told(before, after):
    assert kinds(edited(apply_url=before), edited(apply_url=after)) == [Kind.APPLY_CHANGED]


def test_an_address_that_cannot_be_parsed_is_compared_as_it_stands():
    assert kinds(edited(apply_url="http://[broken"), edited(apply_url="http://[broken")) == []
    assert kinds(edited(apply_url="http://[broken"), edited(apply_url="http://x:99999999/")) == [Kind.APPLY_CHANGED]


def test_another_number_with_another_text_or_title_is_not_reposted():
    other_text = edited(requisition_id="R-9", sections=(section("about", "Something else altogether is wanted here."),))
    assert Kind.REPOSTED not in kinds(POSTING, other_text)
    assert kinds(POSTING, edited(requisition_id="R-9", title="Head of Ferries")) == [Kind.TITLE_CHANGED]


def test_several_edits_at_once_are_all_told():
    after = edited(reworded(POSTING, "3 years", "5 years"), status=Status.CLOSED, pay=pay(50), title="Listening Intern")
    assert set(kinds(POSTING, after)) == {
        Kind.CLOSED, Kind.PAY_CHANGED, Kind.TITLE_CHANGED, Kind.DESCRIPTION_CHANGED,
    }  # fmt: skip


def test_sources_that_begin_to_disagree_are_told_and_that_they_agree_again():
    disagreeing = edited(conflicts={"deadline": quote("1 March 2026")})
    (begun,) = differences(POSTING, disagreeing)
    (ended,) = differences(disagreeing, POSTING)
    assert (begun.kind, begun.field, begun.severity) == (Kind.SOURCES_DISAGREE, "deadline", Severity.HIGH)
    assert (begun.before, begun.after) == ("February 5, 2026 at 12:00 PM ET", "1 March 2026")
    assert (ended.kind, ended.field, ended.severity) == (Kind.SOURCES_AGREE, "deadline", Severity.LOW)
    assert differences(disagreeing, disagreeing) == ()


def test_a_conflict_that_comes_with_a_change_of_its_field_is_told_by_that_change():
    after = edited(pay=pay(70), conflicts={"pay": quote("$60")})
    assert kinds(POSTING, after) == [Kind.PAY_CHANGED]


def test_a_conflict_with_a_made_up_validthrough_or_on_another_field_is_not_told():
    made_up = quote("2027-01-01", where="$.validThrough")
    assert kinds(POSTING, edited(conflicts={"deadline": made_up, "title": quote("Intern")})) == []


def test_page_text_in_sentences_is_shortened_and_of_one_line():
    hostile = "A" * 5000 + "\x1b[31m\n\u202e"
    (change,) = differences(POSTING, edited(title=hostile))
    assert change.summary.endswith("…")
    assert len(change.summary) < 2 * LONGEST + 50
    assert change.summary.isprintable()


# Properties

line = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)
maybe_line = st.none() | line
amount = st.decimals(0, 10**6, places=2)
pays = st.builds(
    pay,
    st.just("open") | amount,
    amount,
    unit=st.none() | st.sampled_from(["hour", "year"]).map(PayUnit),
    currency=st.sampled_from([None, "USD", "EUR"]),
    text=line,
)
moments = st.datetimes(
    min_value=dated(2025, 1, 1).at.replace(tzinfo=None), max_value=dated(2027, 1, 1).at.replace(tzinfo=None)
)
deadlines = st.builds(
    lambda moment, zone, only: (
        dated(moment.year, moment.month, moment.day, zone=zone) if only else timed(*moment.timetuple()[:5], zone=zone)
    ),
    moments,
    st.sampled_from([None, "America/New_York", "Asia/Tokyo"]),
    st.booleans(),
)
sections = st.builds(
    lambda kind, heading, lines: Section(kind=kind, heading=heading, text="\n".join(lines)),
    st.sampled_from(SectionKind),
    maybe_line,
    st.lists(line, max_size=4),
)
quotes = st.dictionaries(st.sampled_from(["pay", "deadline", "status", "title"]), line.map(quote), max_size=3)
postings = st.builds(
    Posting,
    title=maybe_line,
    organization=maybe_line,
    locations=st.lists(line, max_size=3).map(tuple),
    status=st.sampled_from(Status),
    pay=st.none() | pays,
    deadline=st.none() | deadlines,
    workplace=st.none() | st.sampled_from(Workplace),
    employment_type=st.none() | st.sampled_from(EmploymentType),
    starts_on=st.sampled_from([None, "2026-06", "2026-06-15"]),
    requisition_id=maybe_line,
    apply_url=maybe_line,
    sections=st.lists(sections, max_size=3).map(tuple),
    commentary=maybe_line,
    evidence=quotes,
    conflicts=quotes,
)


@QUICK
@given(postings)
def test_a_posting_does_not_differ_from_itself(posting):
    assert differences(posting, posting) == ()


@QUICK
@given(postings, postings)
def test_any_two_postings_can_be_compared_and_no_change_is_said_twice(before, after):
    changes = differences(before, after)
    assert len({(it.kind, it.field) for it in changes}) == len(changes)
    assert all(it.summary and "\n" not in it.summary for it in changes)


@QUICK
@given(postings, postings)
def test_what_is_told_one_way_is_told_the_other_way(before, after):
    there, back = differences(before, after), differences(after, before)
    fields = {it.field for it in there if it.kind not in _ONE_WAY}
    assert fields == {it.field for it in back if it.kind not in _ONE_WAY}


#: Told one way only by their nature: statuses without a kind for the way back, what only says again what was told.
_ONE_WAY = {
    Kind.CLOSED, Kind.OPENED, Kind.REOPENED, Kind.DEADLINE_CHANGED, Kind.DESCRIPTION_CHANGED, Kind.REPOSTED,
    Kind.SOURCES_AGREE, Kind.SOURCES_DISAGREE,
}  # fmt: skip


@pytest.mark.parametrize("noise", NOISES)
def test_one_noise_is_no_change(noise):
    assert kinds(POSTING, edited(sections=NOISES[noise](POSTING.sections))) == []


@QUICK
@given(st.permutations(sorted(set(NOISES) - {"one section", "a heading by the board", "paragraphs run together"})))
def test_noise_in_any_order_is_no_change(order):
    noisy = POSTING.sections
    for name in order[:5]:
        noisy = NOISES[name](noisy)
    assert kinds(POSTING, edited(sections=noisy)) == []


@QUICK
@given(st.sampled_from(sorted(NOISES)), st.sampled_from(sorted(set(EDITS) - {Kind.DESCRIPTION_CHANGED, Kind.REPOSTED})))
def test_an_edit_is_told_through_noise(noise, kind):
    after = edited(sections=NOISES[noise](POSTING.sections), **EDITS[kind])
    assert kinds(POSTING, after) == [kind]


def test_closing_is_told_without_a_direction_and_pay_with_one():
    changes = differences(POSTING, edited(status=Status.CLOSED, pay=pay(55)))
    assert [(it.kind, it.direction) for it in changes] == [(Kind.CLOSED, None), (Kind.PAY_CHANGED, Direction.CUT)]
    assert [it.summary for it in changes] == ["Applications closed", "Pay cut: $60 → $55 an hour"]
