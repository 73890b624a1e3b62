"""When notices go, from the record of a check to a server: digests, quiet hours, bursts, limits, outages, clocks."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from monitor.notify import timing
from monitor.notify.sender import Sender, drain
from monitor.vocabulary import Severity
from monitor.zones import zone_named
from storage import bulletins as kept_bulletins
from storage import checks, outbox, watches
from storage.rows import CheckRecord, NewBulletin, NewChange, NewNotice, NewWatch

ZONE = "Europe/London"
SECOND, MINUTE, HOUR, DAY = (timedelta(**{unit: 1}) for unit in ("seconds", "minutes", "hours", "days"))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.fixture
def clock():
    class Clock:
        at = at("2026-02-05 17:00")

        def __call__(self):
            return self.at

    return Clock()


@pytest.fixture
def found(database, clock):
    """Records a check with changes of one watch, and the notices to one target that its rules make due."""
    known, count, last = {}, {}, {}

    def make(number, target, severity="medium", *, host="jobs.example.org", changes=1):
        if last.get(number) == clock.at:
            clock.at += timedelta(microseconds=1)  # two checks at one instant are one
        last[number] = clock.at
        with database.writing() as c:
            if number not in known:
                new = NewWatch(url=f"https://{host}/{number}", host=host, kind="posting")
                known[number] = watches.add(c, new, now=clock(), first_check_at=clock())[0]
            watch = watches.find(c, known[number])
            count[number] = count.get(number, 0) + 1
            due_at = timing.due_at(clock(), target, Severity(severity), zone_named(ZONE))
            names = [f"{number}-{count[number]}-{it}" for it in range(changes)]
            checks.record(
                c,
                CheckRecord(
                    watch_id=watch.id,
                    expected_version=watch.version,
                    checked_at=clock(),
                    outcome="unchanged",
                    reason=None,
                    status="open",
                    kind="posting",
                    next_check_at=clock() + HOUR,
                    changes=tuple(
                        NewChange(kind="title_changed", field=name, summary=f"Edit {name}.", severity=severity)
                        for name in names
                    ),
                    notices=tuple(
                        NewNotice(change=it, target=target.name, due_at=due_at, message_id=f"{name}@test")
                        for it, name in enumerate(names)
                    ),
                    last_good_at=clock(),
                    etag=None,
                    last_modified=None,
                    body_hash=None,
                    record_hash=None,
                    reader_version=1,
                ),
            )

    return make


@pytest.fixture
def worker(database, settings, clock):
    """The worker of a daemon's sender for one target, as it is after a start."""

    def make(target, *others, **given):
        sender = Sender(database, settings(target, *others, **given), woken=asyncio.Event(), now=clock)
        return sender._workers[0]

    return make


@pytest.fixture
def run(worker):
    """Lets a worker deliver what it may now."""

    def make(one):
        asyncio.run(one.drain(until_empty=True))

    return make


@pytest.fixture
def waiting(database):
    def make():
        with database.reading() as c:
            return outbox.waiting(c)

    return make


def url(server):
    return f"json://127.0.0.1:{server.port}/"


def told(server):
    """The changes of each message, in the order in which it tells them."""
    lines = ([line for line in taken.json["message"].splitlines() if "Edit " in line] for taken in server.taken)
    return [[line.partition("Edit ")[2].partition(".")[0] for line in message] or [None] for message in lines]


def numbers(server):
    return [len(taken) for taken in told(server)]


def ids(server):
    return [taken.headers["Idempotency-Key"] for taken in server.taken]


class TestQuietHours:
    @pytest.fixture
    def night(self, hook, target):
        self.server = hook()
        return target(url=url(self.server), quiet_hours="22:00-07:00")

    def test_hold_back_all_but_what_is_critical_and_then_deliver_one_message(self, night, found, run, worker, clock):
        one = worker(night)
        clock.at = at("2026-02-05 23:00")
        for number in range(3):
            found(number, night)
        found(9, night, "critical")
        run(one)
        assert told(self.server) == [["9-1-0"]]
        clock.at = at("2026-02-06 06:59")
        run(one)
        assert len(self.server.taken) == 1
        clock.at = at("2026-02-06 07:00")
        run(one)
        assert numbers(self.server) == [1, 3]

    def test_what_is_critical_takes_along_what_its_watch_had_before(self, night, found, run, worker, clock):
        clock.at = at("2026-02-05 23:00")
        found(1, night)
        found(2, night)
        found(1, night, "critical")
        run(worker(night))
        assert told(self.server) == [["1-1-0", "1-2-0"]]

    def test_hold_back_what_failed_before_they_began(self, night, found, run, worker, clock, waiting):
        self.server.answers.append((500, {}, "", 0))
        one = worker(night)
        clock.at = at("2026-02-05 21:59")
        found(1, night)
        run(one)
        assert len(self.server.taken) == 1
        for text in ("2026-02-05 22:05", "2026-02-06 03:00"):
            clock.at = at(text)
            run(one)
        assert len(self.server.taken) == 1
        assert [it.due_at for it in waiting()] == [at("2026-02-06 07:00")]
        clock.at = at("2026-02-06 07:00")
        run(one)
        assert ids(self.server) == ["1-1-0@test"] * 2

    def test_hold_back_what_was_due_while_nobody_sent(self, night, found, run, worker, clock):
        clock.at = at("2026-02-05 21:00")
        found(1, night)
        found(2, night, "critical")
        clock.at = at("2026-02-06 02:00")
        run(worker(night))
        assert told(self.server) == [["2-1-0"]]
        clock.at = at("2026-02-06 07:00")
        run(worker(night))
        assert told(self.server)[1:] == [["1-1-0"]]


class TestBurst:
    @pytest.fixture
    def mine(self, hook, target):
        self.server = hook()
        return target(url=url(self.server))

    def test_of_one_check_of_a_board_is_exactly_one_message(self, mine, found, run, worker):
        found(1, mine, changes=20)
        run(worker(mine))
        assert told(self.server) == [[f"1-1-{it}" for it in range(20)]]

    def test_of_twenty_watches_of_a_host_that_change_at_once_is_one_message(self, mine, found, run, worker):
        for number in range(20):
            found(number, mine)
        run(worker(mine))
        assert numbers(self.server) == [20]

    def test_that_trickles_in_waits_for_its_minute(self, mine, found, run, worker, clock):
        one = worker(mine)
        for number in range(20):
            found(number, mine)
            run(one)
            clock.at += 2 * SECOND
        assert numbers(self.server) == [1, 1, 1, 1]
        assert one._look_at == at("2026-02-05 17:01")
        clock.at = at("2026-02-05 17:01")
        run(one)
        assert numbers(self.server) == [1, 1, 1, 1, 16]

    def test_holds_up_no_other_host_and_goes_on_after_a_restart(self, mine, found, run, worker, clock):
        for number in range(6):
            found(number, mine)
            run(worker(mine))
            clock.at += SECOND
        found(7, mine, host="other.example")
        run(worker(mine))
        assert numbers(self.server) == [1, 1, 1, 1, 1]
        clock.at = at("2026-02-05 17:01")
        run(worker(mine))
        assert numbers(self.server) == [1, 1, 1, 1, 1, 2]

    def test_is_not_waited_for_by_a_program_that_ends(self, mine, found, database, settings, clock):
        for number in range(6):
            found(number, mine)
            asyncio.run(drain(database, settings(mine), now=clock))
        assert numbers(self.server) == [1] * 6

    def test_keeps_the_order_of_each_watch(self, mine, found, run, worker):
        for _ in range(3):
            for number in range(8):
                found(number, mine)
        run(worker(mine))
        [message] = told(self.server)
        for number in range(8):
            assert [it for it in message if it.startswith(f"{number}-")] == [f"{number}-{it}-0" for it in (1, 2, 3)]


class TestLimit:
    @pytest.fixture
    def mine(self, hook, target):
        self.server = hook()
        return target(url=url(self.server), messages_per_hour=3, burst=0)

    def test_is_kept_over_restarts_and_what_is_beyond_comes_as_one_message(self, mine, found, run, worker, clock):
        for number in range(3):
            found(number, mine)
            run(worker(mine))
            clock.at += 10 * MINUTE
        for number in range(3, 9):
            found(number, mine)
            run(worker(mine))
            clock.at += MINUTE
        assert numbers(self.server) == [1, 1, 1]
        clock.at = at("2026-02-05 18:00")
        run(worker(mine))
        assert numbers(self.server) == [1, 1, 1, 6]

    def test_more_at_once_than_there_is_room_for_is_one_message(self, mine, found, run, worker):
        for number in range(5):
            found(number, mine)
        run(worker(mine))
        assert numbers(self.server) == [5]

    def test_says_when_to_look_again(self, mine, found, run, worker, clock):
        one = worker(mine)
        for number in range(4):
            found(number, mine)
            run(one)
            clock.at += SECOND
        assert one._look_at == at("2026-02-05 18:00")

    @pytest.mark.parametrize("jump", [-2 * DAY, 2 * DAY])
    def test_is_not_upset_by_a_clock_that_jumps(self, mine, found, run, worker, clock, jump):
        one = worker(mine)
        for number in range(4):
            found(number, mine)
            run(one)
        assert len(self.server.taken) == 3
        clock.at += jump
        run(one)
        assert told(self.server)[3:] == [["3-1-0"]]
        clock.at -= jump
        run(one)
        assert len(self.server.taken) == 4


class TestOutage:
    @pytest.fixture
    def mine(self, hook, target):
        self.server = hook()
        return target(url=url(self.server))

    def test_of_a_day_is_followed_by_digests_in_order(self, mine, found, run, worker, clock, waiting):
        self.server.usual = (503, {}, "", 0)
        one = worker(mine)
        for _ in range(24):
            for number in range(10):
                found(number, mine, host=f"{number}.example")
            run(one)
            clock.at += HOUR
        self.server.usual = (200, {}, "ok", 0)
        before = len(self.server.taken)
        for _ in range(3):
            run(one)
            clock.at += 5 * MINUTE
        assert waiting() == []
        after = told(self.server)[before:]
        assert len(after) < 24
        for number in range(10):
            mine = [it for message in after for it in message if it.startswith(f"{number}-")]
            assert mine == [f"{number}-{hour}-0" for hour in range(1, 25)]

    def test_that_ends_is_noticed_within_minutes_and_probing_uses_up_no_attempts(
        self, mine, found, run, worker, clock, waiting
    ):
        self.server.usual = (503, {}, "", 0)
        one = worker(mine)
        found(1, mine)
        for _ in range(12 * 4):
            run(one)
            clock.at += 5 * MINUTE
        assert [it.attempts < 9 for it in waiting()] == [True]
        assert len(self.server.taken) > 40
        self.server.usual = (200, {}, "ok", 0)
        run(one)
        assert waiting() == []
        assert set(ids(self.server)) == {"1-1-0@test"}

    def test_is_probed_for_by_programs_that_end_but_not_at_once(self, mine, found, database, settings, clock):
        self.server.answers.append((503, {}, "", 0))
        found(1, mine)
        for passed, tries in ((0, 1), (10, 1), (300, 2)):
            clock.at = at("2026-02-05 17:00") + passed * SECOND
            if passed == 10:
                with database.writing() as c:
                    [it] = outbox.waiting(c)
                    outbox.failed(c, it.id, now=clock(), error="503", retry_at=clock() + HOUR)
            asyncio.run(drain(database, settings(mine), now=clock))
            assert len(self.server.taken) == tries

    def test_leaves_together_what_was_tried_together(self, mine, found, run, worker, clock, waiting):
        self.server.usual = (503, {}, "", 0)
        one = worker(mine)
        found(1, mine, changes=7)
        run(one)
        clock.at += 10 * SECOND
        found(2, mine, changes=9)
        run(one)
        self.server.usual = (200, {}, "ok", 0)
        clock.at += 10 * SECOND
        found(3, mine)
        run(one)
        assert waiting() == []
        assert sorted(numbers(self.server)) == [1, 7, 7, 9, 9]
        assert len(set(ids(self.server))) == 3

    def test_an_asked_pause_is_kept_to_the_second_over_a_restart(self, mine, found, run, worker, clock):
        self.server.answers.append((429, {"Retry-After": "90"}, "", 0))
        found(1, mine)
        run(worker(mine))
        clock.at += 89 * SECOND
        found(2, mine)
        run(worker(mine))
        assert len(self.server.taken) == 1
        clock.at += SECOND
        run(worker(mine))
        assert told(self.server) == [["1-1-0"], ["1-1-0"], ["2-1-0"]]

    def test_an_asked_pause_does_not_outlast_a_clock_that_is_set_back(self, mine, found, run, worker, clock, waiting):
        self.server.answers.append((429, {"Retry-After": "90"}, "", 0))
        found(1, mine)
        run(worker(mine))
        clock.at -= 2 * DAY
        run(worker(mine))
        clock.at += 2 * MINUTE
        run(worker(mine))
        assert waiting() == []

    def test_a_clock_that_was_ahead_between_two_looks_delays_nothing(self, mine, found, run, worker, clock, waiting):
        one = worker(mine)
        run(one)
        clock.at += 2 * DAY
        found(1, mine)
        clock.at -= 2 * DAY
        run(one)
        assert told(self.server) == [["1-1-0"]]
        assert waiting() == []

    def test_silence_is_borne_with_once_whatever_came_between(self, mine, found, run, worker, clock, waiting):
        self.server.answers.extend([None, (500, {}, "", 0), None])
        one = worker(mine, timeout_seconds=2)
        found(1, mine)
        for _ in range(5):
            run(one)
            clock.at += DAY
        assert [it.state for it in waiting()] == ["failed"]
        assert ids(self.server) == ["1-1-0@test"] * 3


class TestOtherRules:
    """A daemon that is told other rules, by a new file and SIGHUP, goes by them for what waits."""

    def rule(self, target, server, **rules):
        return target(url=url(server), **rules)

    @pytest.mark.parametrize(
        ("before", "after", "due"),
        [
            ({"digest": "daily"}, {}, "2026-02-05 17:00"),
            ({"digest": "daily"}, {"digest": "hourly"}, "2026-02-05 18:00"),
            ({"digest": "hourly"}, {"digest": "weekly"}, "2026-02-09 08:00"),
            ({"digest": "weekly"}, {"digest": "30 17 * * *"}, "2026-02-05 17:30"),
            ({"quiet_hours": "16:00-19:00"}, {}, "2026-02-05 17:00"),
            ({"quiet_hours": "16:00-19:00"}, {"quiet_hours": "16:00-18:00"}, "2026-02-05 18:00"),
            ({"quiet_hours": "16:00-19:00"}, {"digest": "daily"}, "2026-02-06 08:00"),
            ({"quiet_hours": "16:00-19:00"}, {"quiet_hours": "16:00-19:00", "quiet_lets_through": "low"}, None),
        ],
    )
    def test_hold_for_what_waits(self, before, after, due, hook, target, found, run, worker, waiting, clock):
        server = hook()
        found(1, self.rule(target, server, **before))
        if due in {None, "2026-02-05 17:00"}:
            run(worker(self.rule(target, server, **after)))
            assert (len(server.taken), waiting()) == (1, [])
            return
        one = worker(self.rule(target, server, **after))
        clock.at += MINUTE
        run(one)
        assert [it.due_at for it in waiting()] == [at(due)]
        clock.at = at(due)
        run(one)
        assert (len(server.taken), waiting()) == (1, [])

    def test_do_not_shorten_what_a_flapping_field_waits_for(self, hook, tell, target, run, worker, clock, waiting):
        server = hook()
        tell(1, "hook", now=clock(), due_at=clock() + HOUR)
        run(worker(self.rule(target, server)))
        assert [it.due_at for it in waiting()] == [clock() + HOUR]

    def test_a_target_that_comes_back_has_everything_in_order(self, hook, target, found, run, worker, clock):
        server = hook()
        mine = self.rule(target, server, digest="daily")
        for _ in range(3):
            found(1, mine)
            clock.at += HOUR
        run(worker(target("other", url(server))))
        assert server.taken == []
        clock.at += 3 * DAY
        run(worker(self.rule(target, server)))
        assert [it for message in told(server) for it in message] == [f"1-{it}-0" for it in (1, 2, 3)]


class TestClock:
    """A clock that jumps by two days, either way and back, neither skips nor repeats."""

    @pytest.mark.parametrize("rules", [{}, {"digest": "daily"}, {"quiet_hours": "16:00-19:00"}, {"burst": 2}])
    @pytest.mark.parametrize("jump", [-2 * DAY, 2 * DAY])
    def test_that_jumps(self, rules, jump, hook, target, found, run, worker, clock, waiting):
        server = hook()
        mine = target(url=url(server), **rules)
        one = worker(mine)
        for offset in (timedelta(), jump, timedelta()):
            clock.at = at("2026-02-05 17:00") + offset
            found(1, mine)
            found(2, mine)
            run(one)
            clock.at += MINUTE
            run(one)
        clock.at = at("2026-02-06 08:00")
        run(one)
        assert waiting() == []
        assert len(set(ids(server))) == len(ids(server))
        everything = [it for message in told(server) for it in message]
        for number in (1, 2):
            assert [it for it in everything if it[0] == str(number)] == [f"{number}-{it}-0" for it in (1, 2, 3)]

    def test_that_goes_back_does_not_keep_a_failed_or_leased_one_waiting(
        self, hook, target, found, run, worker, clock, waiting, database
    ):
        server = hook()
        server.answers.append((500, {}, "", 0))
        mine = target(url=url(server))
        found(1, mine)
        one = worker(mine)
        run(one)
        found(2, mine)
        with database.writing() as c:
            [ready] = outbox.ready(c, target="hook", now=clock(), limit=9)
            outbox.take(c, [ready.id], told_as=ready.message_id, until=clock() + MINUTE)
        clock.at -= 2 * DAY
        run(one)
        assert waiting() == []


class TestBulletins:
    @pytest.fixture
    def mine(self, hook, target):
        self.server = hook()
        return target(url=url(self.server))

    @pytest.fixture
    def word(self, database, clock):
        def make(number):
            with database.writing() as c:
                new = NewBulletin(
                    target="hook",
                    kind="was_down",
                    message_id=f"word-{number}@test",
                    title=f"Word {number}",
                    text="It was down.",
                    severity="high",
                )
                kept_bulletins.add(c, new, now=clock())

        return make

    def test_go_before_notices_and_in_order(self, mine, found, word, run, worker):
        found(1, mine)
        word(1)
        word(2)
        run(worker(mine))
        assert ids(self.server) == ["word-1@test", "word-2@test", "1-1-0@test"]

    def test_are_tried_again_with_the_same_id_and_are_parked(self, mine, word, run, worker, clock, database):
        self.server.usual = (500, {}, "", 0)
        word(1)
        one = worker(mine, max_attempts=2)
        for _ in range(3):
            run(one)
            clock.at += DAY
        assert ids(self.server) == ["word-1@test"] * 2
        with database.reading() as c:
            assert [it.state for it in kept_bulletins.waiting(c)] == ["failed"]

    def test_of_a_sender_that_was_killed_are_sent_again(self, mine, word, run, worker, clock, database):
        word(1)
        with database.writing() as c:
            assert kept_bulletins.claim(c, now=clock(), lease=MINUTE, limit=9, target="hook")
        run(worker(mine))
        assert self.server.taken == []
        clock.at += MINUTE
        run(worker(mine))
        assert ids(self.server) == ["word-1@test"]

    def test_tell_the_fallback_of_a_target_that_fails(self, mine, hook, target, found, run, worker, clock):
        broken = hook()
        broken.usual = (500, {}, "", 0)
        failing = target("broken", url(broken), fallback="hook")
        found(1, failing)
        one = worker(failing, mine)
        for _ in range(3):
            run(one)
            clock.at += HOUR
        run(worker(mine, failing))
        assert [taken.json["title"] for taken in self.server.taken] == ["The target broken is failing"]


def test_a_target_that_answers_again_after_retries_by_hand_has_the_same_messages(
    hook, target, found, run, worker, clock, database
):
    server = hook()
    server.usual = (400, {}, "", 0)
    mine = target(url=url(server))
    found(1, mine, changes=6)
    run(worker(mine, max_attempts=1))
    server.usual = (200, {}, "ok", 0)
    found(1, mine)
    found(2, mine)
    with database.writing() as c:
        assert outbox.retry(c, now=clock()) == 6
    run(worker(mine))
    assert ids(server)[0] == ids(server)[1]
    assert [it for message in told(server)[1:] for it in message if it[0] == "1"] == [
        *(f"1-1-{it}" for it in range(6)),
        "1-2-0",
    ]
