"""The simulated boards: the same by seed, true to their facts, noisy, and faulty when they should be."""

import gzip
import http.client
import re
from dataclasses import replace
from datetime import date
from html import unescape
from random import Random

import pytest
from boards import edits, inventing
from boards.facts import Expected, HubFacts
from boards.families import FAMILIES
from boards.faults import FAULTS
from boards.scoring import Tally, as_expected
from boards.server import Server
from boards.watched import hub_edit
from boards.wordings import LANGUAGES, day_text, deadline_text, pay_text
from boards.world import World

TODAY = date(2026, 3, 2)
POSTINGS = [it for it in FAMILIES if it.posting]
HUBS = [it for it in FAMILIES if it.hub]


def world(*families, seed=3, storm=False):
    made = World(seed=seed, postings=len(families), domains=len(families), today=TODAY, storm=storm, families=families)
    made.port = 80
    return made


def ask(made, watched):
    return made.answer(watched.host, watched.path)


def words(body):
    """What a person reads, scripts, styles and the site's own blocks left out; as the sentences and lines of it."""
    text = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", body.decode(), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split())


@pytest.mark.parametrize("family", FAMILIES, ids=lambda it: it.name)
def test_the_same_seed_gives_the_same_pages(family):
    one, other = world(family), world(family)
    assert ask(one, one.watched[0]).body == ask(other, other.watched[0]).body


@pytest.mark.parametrize("family", FAMILIES, ids=lambda it: it.name)
def test_another_seed_gives_other_pages(family):
    one, other = world(family, seed=1), world(family, seed=2)
    assert ask(one, one.watched[0]).body != ask(other, other.watched[0]).body


@pytest.mark.parametrize("family", FAMILIES, ids=lambda it: it.name)
def test_two_fetches_of_one_page_differ_in_bytes(family):
    made = world(family)
    assert ask(made, made.watched[0]).body != ask(made, made.watched[0]).body


@pytest.mark.parametrize("family", [it for it in FAMILIES if not it.api], ids=lambda it: it.name)
def test_pages_have_the_weight_of_real_ones(family):
    made = world(family)
    assert 40_000 < len(ask(made, made.watched[0]).body) < 250_000


@pytest.mark.parametrize("storm", [False, True])
@pytest.mark.parametrize(
    "family", [it for it in POSTINGS if not it.api and it.name != "next-data"], ids=lambda it: it.name
)
def test_a_page_says_its_posting_however_it_is_worded(family, storm):
    made = world(family, storm=storm)
    facts = made.watched[0].facts
    for _ in range(4):
        said = words(ask(made, made.watched[0]).body)
        assert facts.title in said
        assert all(" ".join(bullet.split()) in said for part in facts.sections for bullet in part.bullets)


@pytest.mark.parametrize("name", [name for name in edits.EDITS if name not in {"open", "remove", "contradict"}])
def test_an_edit_changes_what_a_page_says_and_names_one_change(name):
    made = world(POSTINGS[0])
    watched = made.watched[0]
    editor = edits.Editor(random=Random(1), language=watched.family.language, today=TODAY)
    facts = replace(
        watched.facts,
        status="open",
        pay=None if name == "add_pay" else inventing.Pay(low=50_000, high=70_000, currency="USD", unit="year"),
        deadline=None if name == "add_deadline" else inventing.Deadline(day=date(2026, 9, 1), zone="America/New_York"),
        start=(2026, 10),
    )
    edit = next(filter(None, (edits.EDITS[name][0](editor, facts) for _ in range(20))))
    assert len(edit.expected) == 1
    assert edit.facts != facts
    pages = []
    for said in (facts, edit.facts):
        look = made._look(made.domains[watched.host], "fixed")
        pages.append(watched.family.posting(said, look).body)
    assert pages[0] != pages[1]


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda it: it.tag)
def test_wordings_of_a_fact_differ_but_not_its_numbers(language):
    pay = inventing.Pay(low=50_000, high=70_000, currency=language.currency, unit="year")
    said = {pay_text(pay, language, variant) for variant in range(12)}
    assert len(said) > 2
    plain = [re.sub(r"(?<=\d)K\b(?!r)", "000", re.sub(r"\.00\b", "", it)) for it in said]
    assert {"".join(re.findall(r"\d", it)) for it in plain} == {"5000070000"}


def test_a_moment_is_told_in_its_zone_and_in_utc():
    us = LANGUAGES["en-US"]
    deadline = inventing.Deadline(day=date(2026, 7, 1), at=inventing.time(12), zone=us.zone)
    assert deadline_text(deadline, us, 0, today=TODAY) == "July 1, 2026 at 12:00 PM ET"
    assert deadline_text(deadline, us, 3, today=TODAY) == "Jul 1, 2026, 16:00 UTC"


def test_a_year_is_left_out_only_of_days_that_are_near():
    gb = LANGUAGES["en-GB"]
    assert "5 April" in {day_text(date(2026, 4, 5), gb, variant, today=TODAY) for variant in range(12)}
    assert "5 April" not in {day_text(date(2027, 4, 5), gb, variant, today=TODAY) for variant in range(12)}


@pytest.mark.parametrize("family", HUBS, ids=lambda it: it.name)
def test_a_hub_edit_names_the_role_that_it_is_about(family):
    hub = world(family).watched[0].facts
    assert isinstance(hub, HubFacts)
    for seed in range(12):
        if edit := hub_edit(Random(seed), family, hub):
            titles = {it.title for it in (*hub.roles, *edit.facts.roles)}
            assert edit.facts != hub
            assert {it.field for it in edit.expected} <= titles


def test_undoing_an_edit_tells_the_opposite():
    made = world(POSTINGS[0])
    facts = replace(made.watched[0].facts, pay=inventing.Pay(low=50_000, high=70_000, currency="USD", unit="year"))
    editor = edits.Editor(random=Random(1), language=LANGUAGES["en-US"], today=TODAY)
    edit = edits.raise_pay(editor, facts)
    back = edits.undone(edit, facts)
    assert back.facts == facts
    assert back.expected == (Expected(kind="pay_changed", direction="cut"),)


def test_a_run_of_rounds_is_the_same_by_seed():
    one, other = world(*FAMILIES), world(*FAMILIES)
    for made in (one, other):
        for _ in range(8):
            made.advance()
    assert [it.facts for it in one.watched] == [it.facts for it in other.watched]
    assert [it.expected for it in one.watched] == [it.expected for it in other.watched]


def test_what_a_lasting_fault_hides_is_expected_a_round_later():
    made = world(*FAMILIES * 6)
    hidden = {}
    for _ in range(12):
        made.advance()
        for number, watched in enumerate(made.watched):
            if number in hidden:
                assert watched.expected == hidden.pop(number)
            if watched.hidden:
                assert not watched.expected
                hidden[number] = watched.hidden


def faulty(name, family=POSTINGS[0]):
    made = world(family)
    made.watched[0].fault = FAULTS[name]
    return made, ask(made, made.watched[0])


def test_a_challenge_carries_the_validator_of_the_page_behind_it():
    lever = next(it for it in POSTINGS if it.name == "lever")
    made, answer = faulty("challenge 200", lever)
    made.watched[0].fault = None
    assert "human" in words(answer.body)
    assert answer.headers["ETag"] == ask(made, made.watched[0]).headers["ETag"]


def test_a_bomb_is_small_on_the_wire_and_large_behind():
    _, answer = faulty("gzip bomb")
    assert len(answer.body) < 200_000
    assert len(gzip.decompress(answer.body)) > 50 * 1024 * 1024


def test_a_cut_page_ends_inside_its_text():
    _, answer = faulty("HTML cut")
    assert b"</html>" not in answer.body
    assert b"<h1" in answer.body


def test_a_fault_of_one_fetch_is_over_at_the_second_look():
    made, answer = faulty("404 once")
    made.turn = 1
    assert answer.status == 404
    assert ask(made, made.watched[0]).status == 200


def served(made, watched, headers=()):
    with Server(made):
        connection = http.client.HTTPConnection(watched.host, made.port, timeout=5)
        try:
            connection.request("GET", watched.path, headers=dict(headers))
            response = connection.getresponse()
            return response.status, response.headers, response.read()
        finally:
            connection.close()


def test_the_server_answers_on_the_address_of_each_site():
    made = world(*POSTINGS[:3])
    status, headers, body = served(made, made.watched[2])
    assert status == 200
    assert int(headers["Content-Length"]) == len(body)
    assert made.watched[2].facts.title.encode() in body


def test_the_server_honours_a_validator():
    made = world(next(it for it in POSTINGS if it.name == "greenhouse"))
    tag = ask(made, made.watched[0]).headers["ETag"]
    assert served(made, made.watched[0], {"If-None-Match": tag})[0] == 304


@pytest.mark.parametrize(
    ("name", "error"),
    [("reset", ConnectionError), ("truncated", http.client.IncompleteRead)],
)
def test_the_network_fails_as_told(name, error):
    made = world(POSTINGS[0])
    made.watched[0].fault = FAULTS[name]
    with pytest.raises(error):
        served(made, made.watched[0])


def change(kind, direction=None, field=None, after=None):
    return {"kind": kind, "direction": direction, "field": field, "before": None, "after": after, "summary": kind}


def test_the_score_tells_right_from_missed_from_false():
    made = world(POSTINGS[0])
    watched = made.watched[0]
    watched.expected = (Expected(kind="closed"), Expected(kind="pay_changed", direction="raised"))
    tally = Tally(checks=1000)
    tally.note(1, 7, watched, [change("closed"), change("closed"), change("deadline_soon")], "http://x/")
    assert (tally.total.right, tally.total.missed, tally.total.false) == (1, 1, 1)
    assert tally.by_kind["pay_changed raised"].recall == 0
    assert tally.false_in_a_thousand == 1
    assert [(it.miss, it.what.kind) for it in tally.wrong] == [(False, "closed"), (True, "pay_changed")]
    assert not tally.good_enough()


def test_a_description_counts_by_section_and_a_role_by_title():
    assert as_expected(change("description_changed", field="benefits"), hub=False).field == "benefits"
    assert as_expected(change("posting_added", field="http://x/1", after={"title": "Cook"}), hub=True).field == "Cook"
    assert as_expected(change("title_changed", field="title", after="Cook"), hub=False).field == ""


def test_a_run_without_fault_is_good_enough():
    watched = world(POSTINGS[0]).watched[0]
    watched.expected = (Expected(kind="closed"),)
    tally = Tally(checks=10)
    tally.note(1, 7, watched, [change("closed")], "http://x/")
    assert tally.good_enough()
    tally.baselines_lost.append("one")
    assert not tally.good_enough()


def test_visits_of_pages_that_nobody_watches_change_no_later_round():
    one, other = world(*FAMILIES), world(*FAMILIES)
    one.answer(one.watched[0].host, "/jobs")
    for made in (one, other):
        for _ in range(20):
            made.advance()
    assert [it.template for it in one.domains.values()] == [it.template for it in other.domains.values()]
