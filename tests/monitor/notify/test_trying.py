"""`monitor notify test` against real servers that are wrong in every way: the user reads what to look at, exactly."""

import socket
import threading
from datetime import UTC, datetime, timedelta

import pytest

from monitor.cli import program

NO_HOST = "no-such-host.invalid"
TOKEN = "s3cr3t-t0ken"
ADDRESSES = "from=a@example.org&to=b@example.org"


@pytest.fixture
def tried(tmp_path, monkeypatch, capsys):
    """Tries a target of an URL; gives the line about it, without its name, and insists that the exit code fits."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def trying(url, seconds=10):
        config = tmp_path / "monitor.toml"
        config.write_text(f'[notify]\ntimeout_seconds = {seconds}\n[[notify.targets]]\nname = "it"\nurl = "{url}"\n')
        code = program.run(["--config", str(config), "notify", "test", "it"])
        out, err = capsys.readouterr()
        assert (code, err) == ((0, "") if out.startswith("it: taken") else (1, "monitor: not taken by it\n"))
        assert TOKEN not in out
        return out.removeprefix("it: ").rstrip("\n")

    return trying


@pytest.fixture
def silent():
    """A port where somebody listens and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def mail_url(port, *, scheme="mailtos", host="127.0.0.1", user="", mode="starttls"):
    return f"{scheme}://{user}{host}:{port}?mode={mode}&{ADDRESSES}"


def expired(authority):
    past = datetime(2020, 1, 1, tzinfo=UTC)
    return authority.issue_cert("127.0.0.1", not_before=past, not_after=past + timedelta(days=1))


@pytest.fixture
def expired_tls(tls, authority):
    context = tls()
    expired(authority).configure_cert(context)
    return context


# The test server cannot know that all of its connections are TLS.
@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
class TestMail:
    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_taken(self, mode, post, tls, trusted, tried):
        server = post(mode=mode, context=tls(), password="right")
        said = tried(mail_url(server.port, user="jo:right@", mode=mode))
        assert said == f"taken: accepted by 127.0.0.1:{server.port}"
        assert len(server.mails) == 1

    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_bad_token(self, mode, post, tls, trusted, tried):
        server = post(mode=mode, context=tls(), password="right")
        said = tried(mail_url(server.port, user=f"jo:{TOKEN}@", mode=mode))
        assert said == "not taken: 535 5.7.8 Authentication credentials invalid"
        assert server.mails == []

    def test_wrong_host(self, tried):
        assert tried(mail_url(587, host=NO_HOST)) == f"not taken: host not found: {NO_HOST}:587"

    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_refused_connection(self, mode, unused_port, tried):
        said = tried(mail_url(unused_port, mode=mode))
        assert said == f"not taken: connection refused by 127.0.0.1:{unused_port}"

    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_certificate_of_nobody_we_trust(self, mode, post, tls, tried):
        server = post(mode=mode, context=tls())
        said = tried(mail_url(server.port, mode=mode))
        where = f"127.0.0.1:{server.port}"
        assert said.startswith(f"not taken: the certificate of {where} was refused: unable to get local issuer")
        assert server.mails == []

    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_certificate_of_another_host(self, mode, post, tls, trusted, tried):
        server = post(mode=mode, context=tls("mail.example.org"))
        assert "was refused: IP address mismatch" in tried(mail_url(server.port, mode=mode))
        assert server.mails == []

    @pytest.mark.parametrize("mode", ["starttls", "ssl"])
    def test_certificate_that_has_expired(self, mode, post, expired_tls, trusted, tried):
        server = post(mode=mode, context=expired_tls)
        assert tried(mail_url(server.port, mode=mode)).endswith("was refused: certificate has expired")
        assert server.mails == []

    def test_no_tls_where_tls_is_asked_for(self, post, tried):
        server = post()
        assert "offers no STARTTLS" in tried(mail_url(server.port))
        assert server.mails == []

    def test_time_out_before_the_message(self, silent, tried):
        said = tried(mail_url(silent), seconds=3)
        assert said == f"not taken: 127.0.0.1:{silent} did not answer in time"

    def test_time_out_of_the_handshake(self, silent, tried):
        said = tried(mail_url(silent, mode="ssl"), seconds=3)
        assert said == f"not taken: time-out while connecting to 127.0.0.1:{silent}"

    def test_time_out_after_the_message(self, post, tls, trusted, tried):
        over = threading.Event()
        server = post(mode="ssl", context=tls(), before_answer=lambda: "250 late" if over.wait() else "")
        said = tried(mail_url(server.port, mode="ssl"), seconds=3)
        over.set()
        assert said.startswith("not taken: no answer from")
        assert "it may have arrived" in said


class TestHttps:
    def url(self, port, host="127.0.0.1"):
        return f"mmosts://{host}:{port}/{TOKEN}"

    def test_taken(self, hook, tls, trusted, tried):
        server = hook(context=tls())
        assert tried(self.url(server.port)) == "taken: HTTP 200 OK: ok"
        assert len(server.taken) == 1

    @pytest.mark.parametrize(("status", "reason"), [(401, "Unauthorized"), (403, "Forbidden"), (404, "Not Found")])
    def test_bad_token(self, status, reason, hook, tls, trusted, tried):
        server = hook(context=tls())
        server.usual = (status, {}, f"invalid_token {TOKEN}", 0)
        assert tried(self.url(server.port)) == f"not taken: HTTP {status} {reason}: invalid_token ***"

    def test_wrong_host(self, tried):
        assert tried(self.url(8443, NO_HOST)) == f"not taken: host not found: {NO_HOST}:8443"

    def test_refused_connection(self, unused_port, tried):
        assert tried(self.url(unused_port)) == f"not taken: connection refused by 127.0.0.1:{unused_port}"

    def test_certificate_of_nobody_we_trust(self, hook, tls, tried):
        server = hook(context=tls())
        where = f"127.0.0.1:{server.port}"
        said = tried(self.url(server.port))
        assert said.startswith(f"not taken: the certificate of {where} was refused: unable to get local issuer")

    def test_certificate_of_another_host(self, hook, tls, trusted, tried):
        server = hook(context=tls("chat.example.org"))
        assert "was refused: IP address mismatch" in tried(self.url(server.port))

    def test_certificate_that_has_expired(self, hook, expired_tls, trusted, tried):
        server = hook(context=expired_tls)
        assert tried(self.url(server.port)).endswith("was refused: certificate has expired")

    def test_no_tls_where_tls_is_asked_for(self, hook, tried):
        server = hook()
        assert f"TLS with 127.0.0.1:{server.port} failed" in tried(self.url(server.port))

    def test_time_out_of_the_handshake(self, silent, tried):
        said = tried(self.url(silent), seconds=3)
        assert said == f"not taken: time-out while connecting to 127.0.0.1:{silent}"

    def test_time_out_after_the_message(self, hook, tls, trusted, tried):
        server = hook(context=tls())
        server.usual = None
        said = tried(self.url(server.port), seconds=3)
        assert said.startswith(f"not taken: no answer from 127.0.0.1:{server.port} after the message had left")
