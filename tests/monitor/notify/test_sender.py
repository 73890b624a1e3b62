"""Draining the outbox against real servers, on both databases."""

import asyncio
import threading
from datetime import timedelta

import pytest

from monitor.notify.sender import Sender, drain
from storage import outbox

LATER = timedelta(days=2)


@pytest.fixture
def clock(now):
    """A clock that is moved by hand."""

    class Clock:
        at = now

        def __call__(self):
            return self.at

    return Clock()


@pytest.fixture
def deliver(database, clock):
    def make(settings, **options):
        return asyncio.run(drain(database, settings, now=clock, **options))

    return make


@pytest.fixture
def states(database):
    def make(state=None):
        with database.reading() as c:
            return [it for it in outbox.waiting(c) if state in {None, it.state}]

    return make


def url(server, scheme="json"):
    return f"{scheme}://127.0.0.1:{server.port}/"


async def taken_by(server):
    while not server.taken:  # noqa: ASYNC110 - the server lives in threads
        await asyncio.sleep(0.01)


def ids(server):
    return [taken.headers["Idempotency-Key"].partition("@")[0] for taken in server.taken]


def test_tells_each_change_once_in_the_order_of_its_watch(hook, target, settings, tell, deliver, states):
    server = hook()
    for number in (1, 2, 1):
        tell(number, "hook", count=2)
    summary = deliver(settings(target(url=url(server), burst=0)))
    assert summary.sent == {"hook": 6}
    of_first = [it for it in ids(server) if it.startswith("1-")]
    assert of_first == ["1-1-0-hook", "1-1-1-hook", "1-2-0-hook", "1-2-1-hook"]
    assert sorted(ids(server)) == sorted({*of_first, "2-1-0-hook", "2-1-1-hook"})
    assert states() == []


def test_sends_nothing_before_it_is_due(hook, target, settings, tell, deliver, clock, now):
    server = hook()
    tell(1, "hook", due_at=now + timedelta(hours=1))
    given = settings(target(url=url(server)))
    assert not deliver(given).sent
    clock.at += timedelta(hours=1)
    assert deliver(given).sent == {"hook": 1}


def test_one_batch_is_the_limit_where_asked(hook, target, settings, tell, deliver):
    server = hook()
    tell(1, "hook", count=2)
    assert deliver(settings(target(url=url(server))), until_empty=False).sent == {"hook": 1}


def test_a_target_that_hangs_delays_no_other(hook, target, settings, tell, deliver):
    well, hanging = hook(), hook()
    all_told = threading.Event()
    waited = []

    class UntilAllTold:
        def __iter__(self):
            waited.append(all_told.wait(10))
            return iter((200, {}, "ok", 0))

    class Watched(list):
        def append(self, it):
            super().append(it)
            if len(self) == 6:
                all_told.set()

    hanging.usual, well.taken = UntilAllTold(), Watched()
    for number in range(3):
        tell(number, "well", "hanging", count=2)
    targets = target("well", url(well), burst=0), target("hanging", url(hanging), burst=0)
    summary = deliver(settings(*targets, timeout_seconds=30))
    assert waited[0]
    assert summary.sent == {"well": 6, "hanging": 6}


def test_a_failed_notice_is_tried_again_later_with_the_same_id(
    hook, target, settings, tell, deliver, states, clock, now
):
    server = hook()
    server.answers.append((500, {}, "oh no", 0))
    tell(1, "hook")
    given = settings(target(url=url(server)))
    summary = deliver(given)
    assert (summary.postponed, summary.answers) == ({"hook": 1}, {"hook": "HTTP 500 Internal Server Error: oh no"})
    [notice] = states("waiting")
    assert notice.last_error == "HTTP 500 Internal Server Error: oh no"
    assert notice.due_at > now
    assert not deliver(given).sent
    clock.at = notice.due_at
    assert deliver(given).sent == {"hook": 1}
    assert ids(server) == ["1-1-0-hook"] * 2


def test_retry_after_is_waited_for_and_the_target_left_alone(hook, target, settings, tell, deliver, states, now):
    server = hook()
    server.usual = (429, {"Retry-After": "900"}, "slow down", 0)
    for number in range(4):
        tell(number, "hook")
    deliver(settings(target(url=url(server))))
    assert len(server.taken) == 1
    tried = [it for it in states("waiting") if it.attempts]
    assert [it.due_at >= now + timedelta(seconds=900) for it in tried] == [True]
    assert [it.attempts for it in states("waiting") if it not in tried] == [0, 0, 0]


def test_a_notice_is_parked_after_the_last_attempt_and_stays_visible(
    unused_port, target, settings, tell, deliver, states, clock
):
    tell(1, "hook")
    given = settings(target(url=f"json://127.0.0.1:{unused_port}/"), max_attempts=3)
    for _ in range(2):
        assert deliver(given).postponed == {"hook": 1}
        clock.at += LATER
    assert deliver(given).parked == {"hook": 1}
    [notice] = states("failed")
    assert notice.last_error == f"connection refused by 127.0.0.1:{unused_port}"
    clock.at += LATER
    assert not deliver(given).parked


def test_twelve_attempts_outlast_a_day(unused_port, target, settings, tell, deliver, states, clock, now):
    tell(1, "hook")
    given = settings(target(url=f"json://127.0.0.1:{unused_port}/"))
    while not states("failed"):
        deliver(given)
        clock.at = max([clock.at, *(it.due_at for it in states("waiting"))])
    assert clock.at - now > timedelta(days=1)


def test_a_parked_change_lets_the_next_of_its_watch_pass(hook, target, settings, tell, deliver):
    server = hook()
    server.answers.append((500, {}, "", 0))
    tell(1, "hook", count=2)
    given = settings(target(url=url(server)), max_attempts=1)
    assert deliver(given).parked == {"hook": 1}
    assert deliver(given).sent == {"hook": 1}


def test_silence_after_the_message_is_asked_once_more_with_the_same_id(
    hook, target, settings, tell, deliver, states, clock
):
    server = hook()
    server.usual = None
    tell(1, "hook")
    given = settings(target(url=url(server)), timeout_seconds=2)
    assert deliver(given).postponed == {"hook": 1}
    assert states("waiting")[0].last_error.startswith("unknown: no answer")
    clock.at += LATER
    assert deliver(given).parked == {"hook": 1}
    assert ids(server) == ["1-1-0-hook"] * 2


def test_a_refused_message_does_not_hold_up_the_others(hook, target, settings, tell, deliver):
    server = hook()
    server.answers.append((400, {}, "too long", 0))
    for number in range(3):
        tell(number, "hook")
    summary = deliver(settings(target(url=url(server))))
    assert (summary.sent, summary.postponed) == ({"hook": 2}, {"hook": 1})


def test_a_change_that_cannot_be_worded_does_not_hold_up_the_others(
    hook, target, settings, tell, deliver, states, monkeypatch
):
    server = hook()
    tell(1, "hook")
    tell(2, "hook")
    from monitor.notify import parcels  # noqa: PLC0415 - to break it

    compose = parcels.compose

    def broken(told, zone, message_id, folds, **given):
        if message_id.startswith("1-"):
            raise KeyError("title")
        return compose(told, zone, message_id, folds, **given)

    monkeypatch.setattr(parcels, "compose", broken)
    assert deliver(settings(target(url=url(server)))).sent == {"hook": 1}
    assert "no message could be made" in states("waiting")[0].last_error


def test_a_target_that_is_well_again_gets_what_waited(hook, target, settings, tell, deliver, states, database, clock):
    server = hook()
    server.answers.extend([(500, {}, "", 0)] * 2)
    tell(1, "hook")
    given = settings(target(url=url(server)))

    async def serve_until_told():
        sender = Sender(database, given, woken=asyncio.Event(), now=clock)
        [worker] = sender._workers
        for _ in range(2):
            await worker.drain(until_empty=True)
            clock.at += timedelta(minutes=3)
        tell(2, "hook", now=clock.at)
        tell(1, "hook", now=clock.at)
        with database.writing() as c:
            outbox.failed(c, states("waiting")[0].id, now=clock.at, error="500", retry_at=clock.at + LATER)
        await worker.drain(until_empty=True)

    asyncio.run(serve_until_told())
    assert states() == []
    assert ids(server)[2:] == ["2-1-0-hook", "1-1-0-hook", "1-2-0-hook"]


class TestGathered:
    """What is due together for a target with a digest or quiet hours is one message."""

    def test_is_one_message_and_all_of_it_is_sent(self, hook, target, settings, tell, deliver, states):
        server = hook()
        tell(1, "hook", count=2)
        tell(2, "hook")
        summary = deliver(settings(target(url=url(server), digest="daily")))
        assert summary.sent == {"hook": 3}
        [taken] = server.taken
        assert taken.json["title"] == "3 changes on 2 watches"
        assert [f"Edit {it}" in taken.json["message"] for it in ("1.0", "1.1", "1.0")] == [True] * 3
        assert states() == []

    def test_alone_is_an_ordinary_message(self, hook, target, settings, tell, deliver):
        server = hook()
        tell(1, "hook")
        deliver(settings(target(url=url(server), quiet_hours="22:00-07:00")))
        assert ids(server) == ["1-1-0-hook"]

    def test_stays_the_same_message_after_a_crash(
        self, hook, target, settings, tell, deliver, database, clock, now, monkeypatch
    ):
        server = hook()
        tell(1, "hook", count=2)
        given = settings(target(url=url(server), digest="daily"))
        with monkeypatch.context() as broken:
            broken.setattr(outbox, "sent", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                deliver(given)
        clock.at += LATER
        tell(1, "hook", now=clock.at)
        tell(2, "hook", now=clock.at)
        assert deliver(given).sent == {"hook": 4}
        first, again, rest = ids(server)
        assert first == again != rest
        assert server.taken[2].json["title"] == "2 changes on 2 watches"

    def test_stays_the_same_message_after_silence(self, hook, target, settings, tell, deliver, clock):
        server = hook()
        server.answers.append(None)
        tell(1, "hook", count=2)
        given = settings(target(url=url(server), digest="daily"), timeout_seconds=2)
        assert deliver(given).postponed == {"hook": 2}
        clock.at += LATER
        tell(1, "hook", now=clock.at)
        assert deliver(given).sent == {"hook": 3}
        assert ids(server)[0] == ids(server)[1] != ids(server)[2]


def test_what_is_for_a_target_that_is_not_configured_is_kept(tell, settings, deliver, states):
    tell(1, "gone")
    deliver(settings())
    assert [it.target for it in states("waiting")] == ["gone"]


def test_the_daemons_sender_is_woken_by_news_and_ends_when_told(database, hook, target, settings, tell, clock):
    server = hook()
    woken = asyncio.Event()

    async def live():
        serving = asyncio.create_task(
            Sender(database, settings(target(url=url(server))), woken=woken, now=clock).serve()
        )
        await asyncio.sleep(0.2)
        await asyncio.to_thread(tell, 1, "hook")
        woken.set()
        await taken_by(server)
        serving.cancel()
        await asyncio.wait([serving], timeout=10)
        return serving.cancelled()

    assert asyncio.run(live())


def test_what_is_being_sent_when_the_daemon_ends_is_recorded(database, hook, target, settings, tell, states, clock):
    server = hook()
    server.usual = (200, {}, "ok", 0.4)
    tell(1, "hook")

    async def live():
        serving = asyncio.create_task(
            Sender(database, settings(target(url=url(server))), woken=asyncio.Event(), now=clock).serve()
        )
        await taken_by(server)
        serving.cancel()
        await asyncio.wait([serving], timeout=10)

    asyncio.run(live())
    assert states() == []
