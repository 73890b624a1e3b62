"""The parts of the harness of faults: its plan, its clock, its names, and that its proofs see what is wrong."""

import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from urllib.parse import urlsplit

import pytest
from chaos.board import Board
from chaos.clock import Clock
from chaos.faults import FAULTS
from chaos.history import History, Notice, Version
from chaos.names import NameServer
from chaos.plan import planned
from chaos.proofs import INVARIANTS, Evidence
from chaos.services import Ended
from chaos.sites import Facts, ListSite, PostingSite, made

from spiders.posting import Page
from spiders.reader import read
from storage.rows import StoredChange

URL = "http://yard-0.example/jobs/welder"
NOW = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
KINDS = [fault.kind for fault in FAULTS]


def test_the_plan_is_the_same_for_a_seed_and_has_every_kind_within_the_time():
    plan = planned(KINDS, seed=3, seconds=120)
    assert plan == planned(KINDS, seed=3, seconds=120) != planned(KINDS, seed=4, seconds=120)
    begun = Counter(it.name for it in plan if it.begins)
    assert set(begun) == {it.name for it in KINDS}
    assert max(it.at for it in plan) <= 120
    assert Counter(it.name for it in plan if not it.begins) == {it.name: begun[it.name] for it in KINDS if it.most}


def test_most_kinds_find_a_place_in_a_short_time():
    for seed in range(20):
        plan = planned(KINDS, seed=seed, seconds=45)
        assert len({it.name for it in plan}) >= len(KINDS) - 2


def test_faults_of_one_group_never_meet():
    lasting = {it.name: it.group for it in KINDS if it.group}
    under_way = set()
    for moment in planned(KINDS, seed=5, seconds=600):
        if group := lasting.get(moment.name):
            assert not moment.begins or group not in under_way
            if next(it for it in KINDS if it.name == moment.name).most:
                (under_way.add if moment.begins else under_way.discard)(group)


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler")
def test_the_clock_leaps_for_a_process_and_for_what_it_starts_without_its_environment(tmp_path):
    clock = Clock(tmp_path)
    clock.jump(timedelta(days=2))
    clock.jump(-timedelta(days=4, microseconds=1))
    asked = "import time; print(time.time())"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {asked!r}], env={{}}); {asked}"
    said = subprocess.run(
        [sys.executable, "-c", program], env=dict(clock.environment), check=True, capture_output=True, text=True
    ).stdout
    ahead = [datetime.fromtimestamp(float(it), UTC) - datetime.now(UTC) for it in said.split()]
    assert len(ahead) == 2
    assert all(abs(it + timedelta(days=2)) < timedelta(minutes=5) for it in ahead)


@pytest.mark.parametrize(
    ("mood", "name", "flags", "answers"),
    [
        ("answers", "yard-1.example", 0x8180, 1),
        ("answers", "other.example", 0x8183, 0),
        ("nxdomain", "yard-1.example", 0x8183, 0),
        ("servfail", "yard-1.example", 0x8182, 0),
    ],
)
def test_the_name_server_answers_by_its_mood(mood, name, flags, answers):
    addresses = {"yard-1.example": "127.30.0.2"}
    with NameServer(addresses.get, port=0) as server, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        server.mood = mood
        asker.settimeout(30)
        labels = b"".join(bytes([len(it)]) + it.encode() for it in name.split("."))
        asker.sendto(b"\x12\x34\x01\x00\x00\x01\0\0\0\0\0\0" + labels + b"\0\0\x01\0\x01", ("127.0.0.1", server.port))
        answer = asker.recv(512)
    assert answer[:2] == b"\x12\x34"
    assert int.from_bytes(answer[2:4]) == flags
    assert int.from_bytes(answer[6:8]) == answers
    assert answer.endswith(bytes([127, 30, 0, 2])) == bool(answers)


def evidence(**given):
    """All is well: a posting's pay was raised twice, which two targets were told."""
    raises = [("pay_changed", 21), ("pay_changed", 22)]
    site = PostingSite(number=0, host="127.30.0.1", facts=Facts(rate=22), edits=raises)
    notices = [
        Notice(change_id=change, target=target, state="sent", message=f"{change}@{target}", own=f"{change}@{target}")
        for change in (1, 2)
        for target in ("mail", "script")
    ]
    known = History(
        versions={URL: [Version(seq=seq, rate=19 + seq, status="open") for seq in (1, 2, 3)]},
        changes={URL: [raised(1), raised(2)]},
        notices=notices,
        bulletins={},
        bulletins_waiting=0,
    )
    arrived = {target: Counter({f"{change}@{target}": 1 for change in (1, 2)}) for target in ("mail", "script")}
    ends = [Ended(code=-9, wanted=True, words=""), Ended(code=1, wanted=False, words="monitor: no room\n")]
    usual = {"goodbye": 0, "checked": (0, ""), "hung": 0, "strays": [], "left": [], "daemon": 7, "holder": 7}
    return Evidence(**({"sites": {URL: site}, "history": known, "arrived": arrived, "ends": ends} | usual | given))


def raised(number, **given):
    values = {
        "id": number,
        "watch_id": 1,
        "url": URL,
        "kind": "pay_changed",
        "direction": "raised",
        "field": "pay",
        "before": {"min": str(19 + number)},
        "after": {"min": str(20 + number)},
        "summary": "",
        "severity": "high",
        "detected_at": NOW,
        "since": None,
        "from_version": number,
        "to_version": number + 1,
    }
    return StoredChange(**(values | given))


def turn(kind, number=1):
    return raised(1, id=10 + number, kind=kind, before=None, after=None, from_version=3, to_version=3)


def page(*kinds, gone=None, made=None):
    """A page that went and came back as it was told, or as it was `made` to."""
    site = PostingSite(number=1, host="127.30.0.2", facts=Facts(gone=gone), edits=[(it, None) for it in made or kinds])
    known = replace(
        evidence().history,
        versions={URL: [Version(seq=1, rate=20, status="open")]},
        changes={URL: [turn(kind, number) for number, kind in enumerate(kinds)]},
        notices=[],
    )
    return {"sites": {URL: site}, "history": known, "arrived": {}}


def entry(kind, path, version=2):
    address = f"http://dock-0.example{path}"
    return raised(1, kind=kind, field=address, before=None, after=None, from_version=version - 1, to_version=version)


def listed(*told, versions=({"/jobs/4100", "/jobs/4101"}, {"/jobs/4100"}), entries=(0,)):
    """A list that one posting was taken off, and what was told of it."""
    site = ListSite(number=0, host="127.30.1.1", entries=frozenset(entries), edits=[("posting_removed", "/jobs/4101")])
    known = replace(
        evidence().history,
        versions={URL: [Version(seq=seq, paths=frozenset(it)) for seq, it in enumerate(versions, 1)]},
        changes={URL: list(told)},
        notices=[],
    )
    return {"sites": {URL: site}, "history": known, "arrived": {}}


GONE = entry("posting_removed", "/jobs/4101")


def history(**given):
    return {"history": replace(evidence().history, **given)}


def versions(*pairs):
    return {URL: [Version(seq=seq, rate=rate, status="open") for seq, rate in pairs]}


SPOILT = {
    "every edit is told, once": [
        history(changes={URL: [raised(1)]}),
        history(changes={URL: [raised(1)] * 2}),
        page("removed", "removed", gone=404, made=["removed"]),
        page("removed", gone=410, made=["removed", "restored", "removed"]),
        listed(),
        listed(GONE, GONE),
        listed(entry("posting_removed", "/jobs/4102")),
    ],
    "changes are the steps between versions": [
        history(versions=versions((1, 20), (2, 22))),
        listed(),
        listed(GONE, GONE),
        listed(GONE, entry("posting_added", "/jobs/4107")),
    ],
    "a page goes and comes in turns": [page("removed", "removed", gone=404), page("restored")],
    "versions are strictly ordered": [
        history(versions=versions((1, 20), (3, 21), (4, 22))),
        history(versions=versions((1, 20), (2, 22), (3, 21))),
        history(changes={URL: [raised(2), raised(1)]}),
    ],
    "the last version is the truth": [
        history(versions=versions((1, 20), (2, 21))),
        page("removed"),
        page("removed", "restored", gone=404),
        listed(GONE, entries=(0, 1)),
    ],
    "no notice is lost": [
        history(notices=evidence().history.notices[1:]),
        history(notices=[replace(it, state="waiting") for it in evidence().history.notices]),
        {"arrived": evidence().arrived | {"mail": Counter(["1@mail"])}},
    ],
    "none is doubled but under its id": [{"arrived": {"mail": Counter(["1@mail", "2@mail", "other"]), "script": {}}}],
    "snapshots are readable (db check)": [{"checked": (1, "a snapshot cannot be read")}],
    "references hold (foreign keys)": [{"strays": ["1 rows of notice"]}],
    "the daemon holds its database": [{"holder": None}, {"holder": 8}, {"daemon": None, "holder": None}],
    "the daemon lives, or says why not": [
        {"ends": [Ended(code=1, wanted=False, words="Traceback (most recent call last):\nmonitor: oh\n")]},
        {"ends": [Ended(code=1, wanted=False, words="")]},
        {"ends": [Ended(code=-11, wanted=False, words="monitor: well\n")]},
        {"ends": [Ended(code=0, wanted=False, words="")]},
        {"hung": 1},
        {"goodbye": -9},
        {"left": [77]},
    ],
}


@pytest.mark.parametrize("given", [{}, page("removed", "restored", "removed", gone=410), listed(GONE)])
def test_every_invariant_holds_where_all_is_well(given):
    assert {name: list(proof(evidence(**given))) for name, proof in INVARIANTS.items()} == {name: [] for name in SPOILT}


def test_sites_are_edited_in_every_way_and_keep_count_of_it():
    random = Random(3)
    sites = made()
    assert len({it.host for it in sites}) == len({it.name for it in sites}) == len(sites)
    for site in sites:
        for _ in range(40):
            before = site.page()
            site.edit(random)
            assert site.page() != before
        assert len(site.edits) == 40
    kinds = {"pay_changed", "closed", "reopened", "removed", "restored", "posting_added", "posting_removed"}
    assert {kind for site in sites for kind, _ in site.edits} == kinds
    assert {it.is_paced for it in sites if isinstance(it, ListSite)} == {True, False}


def test_every_state_of_a_list_is_read_as_what_it_is():
    random = Random(4)
    for site in (it for it in made() if isinstance(it, ListSite)):
        for _ in range(40):
            site.edit(random)
            reading = read(Page(url=f"http://{site.name}/jobs", body=site.page(), fetched_at=NOW))
            assert {urlsplit(it.url).path for it in reading.roles} == site.paths


def test_the_board_answers_as_each_site_is_now():
    with Board() as board:
        site = next(it for it in board.sites if it.number == 1)
        (url,) = (url for url, it in board.urls(named=False).items() if it is site)
        with urllib.request.urlopen(url, timeout=60) as answer:
            assert answer.read() == site.page()
        site.facts = replace(site.facts, gone=410)
        with pytest.raises(urllib.error.HTTPError, match="410") as gone:
            urllib.request.urlopen(url, timeout=60)
        gone.value.close()


@pytest.mark.parametrize(("name", "given"), [(name, given) for name, several in SPOILT.items() for given in several])
def test_an_invariant_is_broken_by_what_contradicts_it(name, given):
    assert list(INVARIANTS[name](evidence(**given)))
