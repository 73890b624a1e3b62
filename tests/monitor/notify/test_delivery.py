"""Delivery to real servers on loopback: what arrives, and what is said when it does not."""

import asyncio
import logging
import socket
import threading
import time

import pytest

from monitor.notify.delivery import deliver, send_sample
from monitor.notify.rendering import compose, sample
from monitor.zones import zone_named

LONDON = zone_named("Europe/London")
MESSAGE_ID = "0123456789abcdef0123456789abcdef01234567@posting-monitor"


@pytest.fixture
def message(watch, change):
    return compose([(change(), watch())], LONDON, MESSAGE_ID)


@pytest.fixture
def attempt(target, message, now):
    def make(url, *, seconds=5.0):
        return asyncio.run(deliver(target(url=url), message, seconds=seconds, now=now))

    return make


def mail_url(server, scheme="mailto", **options):
    given = {"from": "monitor@example.org", "to": "you@example.org"} | options
    return f"{scheme}://127.0.0.1:{server.port}?{'&'.join(f'{name}={value}' for name, value in given.items())}"


def secure_mail_url(server, **options):
    return mail_url(server, scheme="mailtos", **options)


class TestMail:
    def test_arrives_as_text_and_html_with_the_notices_own_id(self, post, attempt, message):
        server = post()
        result = attempt(mail_url(server))
        [mail] = server.mails
        assert result.ok, result.answer
        assert mail["Message-ID"] == f"<{MESSAGE_ID}>"
        assert mail["Subject"] == "Pay raised: Welder, night shift – Ironside Yards"
        assert mail["Date"].datetime.isoformat() == "2026-02-05T17:00:00+00:00"
        assert mail.get_content_type() == "multipart/alternative"
        assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
        assert mail.get_body(("plain",)).get_content().splitlines() == message.text.splitlines()
        assert "<!DOCTYPE html>" in mail.get_body(("html",)).get_content()

    def test_goes_once_to_all_recipients(self, post, attempt):
        server = post()
        url = mail_url(server, to="a@example.org,b@example.org", cc="c@example.org", bcc="d@example.org")
        assert attempt(url).ok
        [envelope] = server.envelopes
        assert sorted(envelope.rcpt_tos) == [f"{name}@example.org" for name in "abcd"]
        assert "d@example.org" not in str(server.mails[0])

    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_goes_over_tls_with_a_certificate_that_is_trusted(self, mode, post, tls, trusted, attempt):
        server = post(mode=mode, context=tls())
        result = attempt(secure_mail_url(server, mode=mode))
        assert result.ok, result.answer
        assert len(server.mails) == 1

    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_goes_nowhere_when_the_certificate_is_not_trusted(self, mode, post, tls, attempt):
        server = post(mode=mode, context=tls())
        result = attempt(secure_mail_url(server, mode=mode))
        assert not result.ok
        assert f"the certificate of 127.0.0.1:{server.port} was refused" in result.answer
        assert server.mails == []

    def test_goes_nowhere_when_the_certificate_is_for_another_host(self, post, tls, trusted, attempt):
        server = post(mode="ssl", context=tls("mail.example.org"))
        assert "was refused: IP address mismatch" in attempt(secure_mail_url(server, mode="ssl")).answer
        assert server.mails == []

    def test_says_that_a_server_offers_no_starttls(self, post, attempt):
        server = post()
        assert "offers no STARTTLS" in attempt(secure_mail_url(server)).answer

    def test_gives_the_servers_words_for_a_wrong_password(self, post, tls, trusted, attempt):
        server = post(mode="starttls", context=tls(), password="right")
        url = secure_mail_url(server).replace("://", "://jo:wrong-password@")
        result = attempt(url)
        assert result.answer.startswith("535 5.7.8")
        assert "wrong-password" not in result.answer

    def test_goes_with_the_right_password(self, post, tls, trusted, attempt):
        server = post(mode="starttls", context=tls(), password="right")
        assert attempt(secure_mail_url(server).replace("://", "://jo:right@")).ok

    def test_says_that_a_server_does_not_speak(self, attempt):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            url = f"mailto://127.0.0.1:{silent.getsockname()[1]}?from=a@example.org&to=b@example.org"
            result = attempt(url, seconds=4)
        assert (result.unknown, "did not answer in time" in result.answer) == (False, True)

    def test_gives_the_servers_words_for_a_refused_recipient(self, post, attempt):
        server = post(refuse={"you@example.org": "550 5.1.1 no such mailbox"})
        result = attempt(mail_url(server))
        assert (result.ok, result.unknown) == (False, False)
        assert result.answer == "you@example.org: 550 5.1.1 no such mailbox"

    def test_gives_the_servers_words_for_a_refused_message(self, post, attempt):
        server = post(before_answer=lambda: "451 4.7.1 greylisted, come back")
        assert attempt(mail_url(server)).answer == "451 4.7.1 greylisted, come back"

    def test_is_unknown_when_the_server_falls_silent_after_the_message(self, post, attempt):
        over = threading.Event()
        server = post(before_answer=lambda: "250 late" if over.wait() else "")
        result = attempt(mail_url(server), seconds=1.5)
        over.set()
        assert (result.ok, result.unknown) == (False, True)
        assert "it may have arrived" in result.answer

    def test_refuses_to_leave_out_the_encryption_that_the_url_asks_for(self, post, attempt):
        server = post()
        assert "pgp" in attempt(mail_url(server, pgp="encrypt")).answer
        assert server.mails == []


class TestHook:
    def url(self, server, scheme="mmosts"):
        return f"{scheme}://127.0.0.1:{server.port}/s3cr3t-t0ken"

    def test_posts_slack_compatible_json_over_https(self, hook, tls, trusted, attempt):
        server = hook(context=tls())
        result = attempt(self.url(server))
        assert (result.ok, result.answer) == (True, "HTTP 200 OK: ok")
        [taken] = server.taken
        assert taken.path == "/hooks/s3cr3t-t0ken"
        assert "Pay raised: $55 → $60 an hour" in taken.json["text"]
        assert "Notice 0123456789ab" in taken.json["text"]

    def test_names_the_id_to_webhooks_of_ones_own(self, hook, attempt):
        server = hook()
        assert attempt(self.url(server, "json")).ok
        [taken] = server.taken
        assert taken.headers["Idempotency-Key"] == MESSAGE_ID
        assert taken.json["title"] == "Pay raised: Welder, night shift – Ironside Yards"

    def test_refuses_a_certificate_that_is_not_trusted(self, hook, tls, attempt):
        server = hook(context=tls())
        result = attempt(self.url(server))
        assert not result.ok
        assert f"the certificate of 127.0.0.1:{server.port} was refused" in result.answer
        assert server.taken == []

    def test_gives_the_answer_of_a_bad_token_without_the_token(self, hook, attempt):
        server = hook()
        server.usual = (403, {}, "invalid_token: s3cr3t-t0ken", 0)
        result = attempt(self.url(server, "mmost"))
        assert result.answer == "HTTP 403 Forbidden: invalid_token: ***"

    @pytest.mark.parametrize(
        ("header", "seconds"), [("120", 120.0), ("Thu, 05 Feb 2026 17:02:00 GMT", 120.0), ("soon", None)]
    )
    def test_heeds_retry_after_in_both_forms(self, header, seconds, hook, attempt):
        server = hook()
        server.usual = (429, {"Retry-After": header, "Date": "Thu, 05 Feb 2026 17:00:00 GMT"}, "slow down", 0)
        result = attempt(self.url(server, "mmost"))
        assert (result.ok, result.retry_after, result.unknown) == (False, seconds, False)
        assert result.answer == "HTTP 429 Too Many Requests: slow down"

    def test_says_that_a_server_broke(self, hook, attempt):
        server = hook()
        server.usual = (500, {}, "oh no", 0)
        result = attempt(self.url(server, "mmost"))
        assert (result.answer, result.about_message) == ("HTTP 500 Internal Server Error: oh no", False)

    def test_tells_a_refused_message_from_a_broken_target(self, hook, attempt):
        server = hook()
        server.usual = (400, {}, "too long", 0)
        assert attempt(self.url(server, "mmost")).about_message

    def test_follows_no_redirect(self, hook, attempt):
        elsewhere, server = hook(), hook()
        server.usual = (307, {"Location": f"http://127.0.0.1:{elsewhere.port}/hooks/x"}, "", 0)
        assert not attempt(self.url(server, "mmost")).ok
        assert elsewhere.taken == []

    def test_is_unknown_when_the_server_falls_silent_after_the_message(self, hook, attempt):
        server = hook()
        server.usual = None
        result = attempt(self.url(server, "mmost"), seconds=1.5)
        assert (result.ok, result.unknown) == (False, True)
        assert "it may have arrived" in result.answer
        assert len(server.taken) == 1

    def test_is_a_failure_when_the_server_hangs_up(self, attempt):
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]

            def hang_up():
                server.accept()[0].close()

            closer = threading.Thread(target=hang_up)
            closer.start()
            result = attempt(f"mmost://127.0.0.1:{port}/s3cr3t-t0ken")
            closer.join()
        assert (result.ok, result.unknown) == (False, False)
        assert result.answer == f"127.0.0.1:{port} closed the connection without an answer"

    def test_is_a_failure_when_the_server_does_not_finish_its_handshake(self, attempt):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            port = silent.getsockname()[1]
            result = attempt(f"mmosts://127.0.0.1:{port}/s3cr3t-t0ken", seconds=1.5)
        assert (result.answer, result.unknown) == (f"time-out while connecting to 127.0.0.1:{port}", False)

    def test_is_a_failure_when_the_name_server_falls_silent(self, attempt, unused_port, monkeypatch):
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(0.6) or [])
        result = attempt(f"mmost://127.0.0.1:{unused_port}/s3cr3t-t0ken", seconds=0.3)
        assert (result.answer, result.unknown) == ("hook could not be reached (0.3 s)", False)

    def test_is_over_in_time_whatever_the_target_does(self, hook, attempt):
        server = hook()
        server.usual = None
        result = attempt(self.url(server, "mmost") + "?retry=5&rto=30", seconds=1.5)
        assert result.unknown
        assert len(server.taken) == 1

    def test_says_that_a_connection_was_refused(self, unused_port, attempt):
        result = attempt(f"mmost://127.0.0.1:{unused_port}/s3cr3t-t0ken")
        assert (result.answer, result.unknown) == (f"connection refused by 127.0.0.1:{unused_port}", False)

    def test_says_that_a_host_was_not_found(self, attempt):
        assert attempt("mmost://no-such-host.invalid/s3cr3t-t0ken").answer == "host not found: no-such-host.invalid"


def test_says_that_a_mail_host_was_not_found(attempt):
    url = "mailto://no-such-host.invalid:2525?from=a@example.org&to=b@example.org"
    assert attempt(url).answer == "host not found: no-such-host.invalid:2525"


def test_says_that_a_mail_host_refused_the_connection(attempt, unused_port):
    url = f"mailto://127.0.0.1:{unused_port}?from=a@example.org&to=b@example.org"
    assert attempt(url).answer == f"connection refused by 127.0.0.1:{unused_port}"


def test_says_that_apprise_cannot_use_an_url_without_showing_it(attempt):
    result = attempt("slack://not-a-token-at-all")
    assert not result.ok
    assert result.answer.startswith("apprise cannot use the URL of this target")
    assert "not-a-token-at-all" not in result.answer


def test_says_that_a_secret_cannot_be_read(target, now):
    given = target(url="", url_env="MONITOR_NO_SUCH_VARIABLE")
    result = asyncio.run(send_sample(given, LONDON, seconds=5, now=now))
    assert "MONITOR_NO_SUCH_VARIABLE" in result.answer


def test_the_sample_names_its_target(post, target, now):
    server = post()
    result = asyncio.run(send_sample(target(name="me", url=mail_url(server)), LONDON, seconds=5, now=now))
    assert result.ok
    assert server.mails[0]["Subject"] == "Test: notices for me arrive"
    assert "Thu 5 February 2026, 17:00 GMT" in server.mails[0].get_body(("plain",)).get_content()


def test_two_samples_are_two_messages(now):
    assert sample("me", LONDON, now).id != sample("me", LONDON, now.replace(second=1)).id


def test_nothing_of_the_url_is_logged(hook, attempt, caplog):
    caplog.set_level(logging.DEBUG)
    server = hook()
    server.usual = (500, {}, "", 0)
    attempt(f"mmost://127.0.0.1:{server.port}/s3cr3t-t0ken")
    assert "s3cr3t-t0ken" not in caplog.text
