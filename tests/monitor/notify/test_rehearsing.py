"""What rules and times would have made of the history: who is told what, in which messages."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from monitor.notify.asthen import AsThen
from monitor.notify.gathering import FULL as MOST
from monitor.notify.rehearsing import rehearse
from monitor.notify.timing import due_at
from monitor.vocabulary import Severity

LONDON = ZoneInfo("Europe/London")
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def shown(target, watch, change, now):
    """Numbers of the changes in each message, with the time after the first change; changes are given by their time."""

    def make(*times, hosts=(), severities=(), **rules):
        told = [
            (
                change(id=number, detected_at=now + after, severity=severities[number] if severities else "high"),
                watch(host=hosts[number] if hosts else "jobs.example.org"),
            )
            for number, after in enumerate(times)
        ]
        (rehearsal,) = rehearse(told, [target(**rules)], LONDON)
        return [([line.change_id for line in message.lines], message.at - now) for message in rehearsal.messages]

    return make


def test_each_change_is_a_message_where_nothing_gathers(shown):
    times = (0 * HOUR, 1 * HOUR, 2 * HOUR)
    assert shown(*times) == [([0], times[0]), ([1], times[1]), ([2], times[2])]


def test_what_is_seen_at_once_on_one_host_is_one_message(shown):
    assert shown(*[0 * HOUR] * 20) == [(list(range(20)), 0 * HOUR)]


def test_fewer_than_a_burst_are_single_messages(shown):
    assert len(shown(*[0 * HOUR] * 4, burst=5)) == 4
    assert len(shown(*[0 * HOUR] * 5, burst=5)) == 1
    assert len(shown(*[0 * HOUR] * 5, burst=0)) == 5


def test_what_comes_one_after_the_other_within_a_minute_is_a_few_messages(shown):
    times = [number * SECOND for number in range(20)]
    assert shown(*times, burst=3) == [([0], 0 * HOUR), ([1], SECOND), (list(range(2, 20)), MINUTE)]


def test_the_minute_ends(shown):
    times = [0 * SECOND, 10 * SECOND, 20 * SECOND, 70 * SECOND, 200 * SECOND]
    assert shown(*times, burst=3) == [
        ([0], 0 * SECOND),
        ([1], 10 * SECOND),
        ([2], 60 * SECOND),
        ([3], 70 * SECOND),
        ([4], 200 * SECOND),
    ]


def test_hosts_are_bursts_of_their_own(shown):
    assert len(shown(*[0 * HOUR] * 8, hosts="abababab", burst=5)) == 8
    assert len(shown(*[0 * HOUR] * 10, hosts="ababababab", burst=5)) == 2


def test_a_backlog_of_many_hosts_is_one_message(shown):
    assert len(shown(*[0 * HOUR] * 21, hosts=[str(it) for it in range(21)])) == 1


def test_a_digest_gathers_all_into_messages_of_bearable_length(shown):
    times = [number * MINUTE for number in range(MOST + 1)]
    messages = shown(*times, hosts=[str(it) for it in range(MOST + 1)], digest="daily")
    assert [len(numbers) for numbers, _ in messages] == [MOST, 1]
    assert {at for _, at in messages} == {15 * HOUR}


def test_quiet_hours_let_the_gravest_pass_and_hold_the_rest_for_one_message(shown):
    times = [0 * HOUR, 1 * HOUR, 2 * HOUR]
    severities = ("high", "critical", "low")
    messages = shown(*times, severities=severities, quiet_hours="16:30-23:00", burst=2)
    assert messages == [([1], 1 * HOUR), ([0, 2], 6 * HOUR)]


def test_no_more_messages_an_hour_than_the_target_may_get(shown):
    times = [number * 10 * MINUTE for number in range(8)]
    assert shown(*times, messages_per_hour=2) == [
        ([0], 0 * HOUR),
        ([1], 10 * MINUTE),
        ([2, 3, 4, 5, 6], 60 * MINUTE),
        ([7], 70 * MINUTE),
    ]


@pytest.mark.parametrize("digest", ["none", "hourly", "daily", "weekly", "30 7,19 * * 1-5"])
@pytest.mark.parametrize("quiet_hours", ["", "22:00-07:45"])
def test_each_line_is_due_when_its_notice_would_have_been(target, watch, change, now, digest, quiet_hours):
    asked = target(digest=digest, quiet_hours=quiet_hours, burst=0)
    severities = list(Severity)
    told = [
        (change(id=number, detected_at=now + number * 37 * MINUTE, severity=severities[number % 4]), watch())
        for number in range(600)
    ]
    (rehearsal,) = rehearse(told, [asked], LONDON)
    lines = {line.change_id: line for message in rehearsal.messages for line in message.lines}
    for it, _ in told:
        assert lines[it.id].due_at == due_at(it.detected_at, asked, Severity(it.severity), LONDON)


def test_what_is_left_out_is_counted_by_the_rule_that_decided(target, watch, change):
    told = [(change(id=it, kind=kind), watch()) for it, kind in enumerate(("closed", "opened", "pay_changed"))]
    strict, open_to_all = rehearse(
        told, [target("a", kinds=("pay_changed", "closed"), min_severity="critical"), target("b")], LONDON
    )
    assert (strict.target, strict.changes, strict.left_out) == ("a", 0, {"kinds": 1, "min_severity": 2})
    assert (open_to_all.target, open_to_all.changes, open_to_all.left_out) == ("b", 3, {})


def test_a_line_says_what_the_change_was_about(target, watch, change):
    role = change(id=2, kind="posting_added", before=None, after={"title": "Painter", "url": None})
    unread = watch(record={"posting": None})
    (rehearsal,) = rehearse([(change(), watch()), (role, watch()), (change(id=3), unread)], [target()], LONDON)
    names = [line.name for message in rehearsal.messages for line in message.lines]
    assert names == ["Welder, night shift – Ironside Yards", "Painter – Ironside Yards", unread.url]


class TestAsThen:
    @pytest.fixture
    def titles(self, watch, change):
        def make(*changes):
            as_then = AsThen([it for it in changes if it.kind in {"title_changed", "organization_changed"}])
            now_called = watch(record={"posting": {"title": "C", "organization": "Z", "sections": ["long"]}})
            found = [as_then.watch_at(it, replace(now_called, id=it.watch_id)).record["posting"] for it in changes]
            return [(it["title"], it["organization"]) for it in found]

        return make

    def test_a_posting_is_called_as_it_was_after_each_change(self, titles, change):
        assert titles(
            change(id=1),
            change(id=2, kind="title_changed", before="A", after="B"),
            change(id=3),
            change(id=4, kind="organization_changed", before="Y", after="Z"),
            change(id=5, kind="title_changed", before="B", after="C"),
            change(id=6),
        ) == [("A", "Y"), ("B", "Y"), ("B", "Y"), ("B", "Z"), ("C", "Z"), ("C", "Z")]

    def test_other_watches_are_called_as_they_are(self, titles, change):
        renamed = change(id=1, watch_id=1, kind="title_changed", before="A", after="C")
        assert titles(renamed, change(id=2, watch_id=2)) == [("C", "Z"), ("C", "Z")]

    def test_the_role_of_a_board_is_not_the_boards_name(self, titles, change):
        role = change(id=1, kind="title_changed", before={"title": "A"}, after={"title": "B"})
        assert titles(role, change(id=2)) == [("C", "Z"), ("C", "Z")]
