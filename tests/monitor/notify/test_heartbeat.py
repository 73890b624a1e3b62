"""Calls to a dead-man's-switch service on loopback."""

import asyncio
import logging

import pytest

from config.settings import HeartbeatSettings
from monitor.notify import heartbeat as made
from monitor.notify.heartbeat import Heartbeat, call

SECRET = "/ping/s3cr3t-t0ken"


@pytest.fixture
def beating(monkeypatch):
    """Beats so often, waits until each call has ended; a minute passes between two beats unless said otherwise."""

    def run(url, times=1, *, every=0.0):
        monkeypatch.setattr(made, "EVERY_SECONDS", every)

        async def beats():
            it = Heartbeat(HeartbeatSettings(url=url))
            for _ in range(times):
                it.beat()
                await it._call

        asyncio.run(beats())

    return run


def test_a_beat_is_a_get(site, beating):
    site.answer(SECRET, "ok")
    beating(site.url(SECRET))
    assert len(site.asked(SECRET)) == 1


def test_beats_are_a_minute_apart(site, beating):
    site.answer(SECRET, "ok")
    beating(site.url(SECRET), 3, every=60)
    assert len(site.asked(SECRET)) == 1


def test_without_an_url_nobody_is_called_and_nothing_is_wrong():
    assert call(HeartbeatSettings()) == ""


def test_a_beat_does_not_wait_for_a_service_that_is_silent(site, monkeypatch):
    monkeypatch.setattr(made, "_TIMEOUT_SECONDS", 0.5)
    monkeypatch.setattr(made, "EVERY_SECONDS", 0.0)
    site.answer(SECRET, silent=True)

    async def beats():
        it = Heartbeat(HeartbeatSettings(url=site.url(SECRET)))
        it.beat()
        call = it._call
        it.beat()
        assert it._call is call
        assert not call.done()
        await call

    asyncio.run(beats())
    assert len(site.asked(SECRET)) <= 1


def test_a_failure_is_logged_once_until_it_is_over_and_without_the_secret(site, beating, caplog):
    caplog.set_level(logging.DEBUG)
    bad, good = site.make("no s3cr3t-t0ken", status=500), site.make("ok")
    site.answers(SECRET, bad, bad, good, good, bad)
    beating(site.url(SECRET), 5)
    said = [it.getMessage() for it in caplog.records if it.name == made.__name__]
    assert said == [
        "the heartbeat is not heard: HTTP 500",
        "the heartbeat is heard again",
        "the heartbeat is not heard: HTTP 500",
    ]
    assert "s3cr3t" not in caplog.text


def test_no_redirect_takes_the_secret_elsewhere(site):
    site.answer(SECRET, status=302, headers={"Location": site.url("/elsewhere")})
    assert call(HeartbeatSettings(url=site.url(SECRET))) == "HTTP 302"
    assert site.asked("/elsewhere") == []


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://no-such-host.invalid/s3cr3t-t0ken", "host not found: no-such-host.invalid"),
        ("http://127.0.0.1:9/s3cr3t-t0ken", "connection refused by 127.0.0.1:9"),
    ],
)
def test_a_failure_says_what_to_look_at(url, said):
    assert call(HeartbeatSettings(url=url)) == said


def test_a_secret_that_cannot_be_read_is_a_failure():
    assert "NO_SUCH_VARIABLE" in call(HeartbeatSettings(url_env="NO_SUCH_VARIABLE"))


def test_a_certificate_is_checked(hook, tls):
    server = hook(context=tls())
    answer = call(HeartbeatSettings(url=f"https://127.0.0.1:{server.port}{SECRET}"))
    assert f"the certificate of 127.0.0.1:{server.port} was refused" in answer
