"""Real servers on loopback that take messages, and makers of watches and changes."""

import socket
import ssl
from datetime import UTC, datetime, timedelta

import pytest
import trustme

from config.settings import Settings
from config.targets import NotifySettings, TargetSettings
from monitor.notify import delivery
from storage import checks, watches
from storage.rows import CheckRecord, NewChange, NewNotice, NewVersion, NewWatch, StoredChange, Watch

from .servers import Hook, Post

NOW = datetime(2026, 2, 5, 17, 0, tzinfo=UTC)


@pytest.fixture(scope="session", autouse=True)
def _services():
    """apprise looks for its services once, and takes its time; no test is to pay for it with its own."""
    delivery.apprise.Apprise.instantiate("json://127.0.0.1")


@pytest.fixture(scope="session")
def authority():
    return trustme.CA()


@pytest.fixture
def trusted(authority, tmp_path, monkeypatch):
    """Makes this process trust the test authority, the way a user with a private one does."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(file))


@pytest.fixture
def tls(authority):
    """Makes a server's TLS context with a certificate for a name."""

    def make(name="127.0.0.1"):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        return context

    return make


@pytest.fixture
def post():
    """Makes SMTP servers; they end with the test."""
    made = []

    def make(**options):
        made.append(Post(**options))
        return made[-1]

    yield make
    for server in made:
        server.controller.stop()


@pytest.fixture
def hook():
    """Makes HTTP endpoints; they end with the test."""
    made = []

    def make(**options):
        made.append(Hook(**options))
        return made[-1]

    yield make
    for server in made:
        server.close()


def record_of(title="Welder, night shift", organization="Ironside Yards", evidence=None):
    return {
        "verdict": "posting",
        "reasons": [],
        "roles": None,
        "posting": {
            "title": title,
            "organization": organization,
            "evidence": {name: {"source": "text", "text": text} for name, text in (evidence or {}).items()},
        },
    }


@pytest.fixture
def watch():
    """Makes a watch as storage gives it."""

    def make(*, record=None, **given):
        names = Watch.__dataclass_fields__
        values = dict.fromkeys(names) | {
            "id": 12,
            "url": "https://jobs.example.org/welder",
            "host": "jobs.example.org",
            "kind": "posting",
            "paused": False,
            "tags": (),
            "added_at": NOW - timedelta(days=9),
            "status": "open",
            "version": 2,
            "revision": 2,
            "failures": 0,
            "record": record or record_of(),
        }
        return Watch(**(values | given))

    return make


def pay_of(amount):
    return {
        "min": amount,
        "max": amount,
        "currency": "USD",
        "unit": "hour",
        "implied": [],
        "annual_min": None,
        "annual_max": None,
        "text": f"${amount}/hr",
    }


@pytest.fixture
def change():
    """Makes a change as storage gives it."""

    def make(**given):
        values = {
            "id": 1,
            "watch_id": 12,
            "url": "https://jobs.example.org/welder",
            "kind": "pay_changed",
            "direction": "raised",
            "field": "pay",
            "before": pay_of("55"),
            "after": pay_of("60"),
            "summary": "Pay raised: $55 → $60 an hour",
            "severity": "high",
            "detected_at": NOW,
            "since": NOW - timedelta(hours=6),
            "from_version": 1,
            "to_version": 2,
        }
        return StoredChange(**(values | given))

    return make


@pytest.fixture
def target():
    """Makes a target's settings."""

    def make(name="hook", url="json://127.0.0.1:9/", **given):
        return TargetSettings(name=name, url=url, **given)

    return make


@pytest.fixture
def settings():
    """Makes settings with these targets."""

    def make(*targets, zone="Europe/London", **given):
        return Settings(zone=zone, notify=NotifySettings(targets=targets, **given))

    return make


@pytest.fixture
def tell(database):
    """Records a check with changes of one watch, and a notice of each for each target."""
    versions = {}

    def add(number):
        new = NewWatch(url=f"https://jobs.example.org/{number}", host="jobs.example.org", kind="posting")
        with database.writing() as c:
            return watches.add(c, new, now=NOW, first_check_at=NOW)[0]

    def make(number, *targets, count=1, now=NOW, due_at=None, takes_over=()):
        watch_id, version = versions.get(number) or (add(number), 0)
        versions[number] = (watch_id, version + 1)
        changes = tuple(
            NewChange(kind="title_changed", field=f"title{it}", summary=f"Edit {version + 1}.{it}", severity="medium")
            for it in range(count)
        )
        notices = tuple(
            NewNotice(
                change=it,
                target=name,
                due_at=due_at or now,
                held_until=due_at,
                message_id=f"{number}-{version + 1}-{it}-{name}@posting-monitor",
                takes_over=takes_over,
            )
            for it in range(count)
            for name in targets
        )
        check = CheckRecord(
            watch_id=watch_id,
            expected_version=version,
            checked_at=now,
            outcome="changed",
            reason="test",
            status="open",
            kind="posting",
            next_check_at=now + timedelta(hours=6),
            version=NewVersion(record=record_of(), body=None, reader_version=1),
            changes=changes,
            notices=notices,
            last_good_at=now,
            etag=None,
            last_modified=None,
            body_hash=None,
            record_hash=None,
            reader_version=1,
        )
        with database.writing() as c:
            return checks.record(c, check)

    return make


@pytest.fixture
def unused_port():
    """A port of 127.0.0.1 on which nobody listens while the test runs."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.fixture
def now():
    return NOW
