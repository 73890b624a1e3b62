"""The command line within the test's own process, and an installation with something in it."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from monitor.cli import program
from spiders.posting import (
    Deadline,
    Evidence,
    Pay,
    PayUnit,
    Posting,
    Reading,
    Role,
    Section,
    SectionKind,
    Source,
    Status,
    Verdict,
    Workplace,
)
from spiders.record import pay_to_json, reading_to_json
from storage import checks, watches
from storage.database import Database
from storage.rows import CheckRecord, NewChange, NewNotice, NewVersion, NewWatch

START = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
POSTING_URL = "https://jobs.lumen.example/audio-intern"
BOARD_URL = "https://careers.lumen.example/research"
UNREAD_URL = "https://jobs.other.example/7?ref=x"

PAY = Pay(min=Decimal(55), max=Decimal(55), currency="USD", unit=PayUnit.HOUR, text="$55/hr")
RAISED = replace(PAY, min=Decimal(60), max=Decimal(60), text="$60.00 USD per hour")
#: Says something to terminals, to rich and to spreadsheets.
HOSTILE = "Audio [bold]Intern[/bold]\x1b]0;gotcha\x07 \u202egnp"

FIRST = Posting(
    title=HOSTILE,
    organization="Lumen Audio",
    locations=("New York City",),
    status=Status.OPEN,
    pay=PAY,
    deadline=Deadline(
        at=datetime(2026, 2, 5, 17, 0, tzinfo=UTC), date_only=False, zone="America/New_York", text="Feb 5, 12 PM ET"
    ),
    workplace=Workplace.HYBRID,
    sections=(
        Section(
            kind=SectionKind.REQUIREMENTS, heading="What you bring", text="- Python\n- two years of audio research"
        ),
    ),
    evidence={
        "pay": Evidence(source=Source.TEXT, text="Pay: $55/hr"),
        "status": Evidence(source=Source.MARKUP, text="Open"),
    },
)
SECOND = replace(
    FIRST,
    pay=RAISED,
    sections=(
        Section(kind=SectionKind.REQUIREMENTS, heading="What you bring", text="- Python\n- one year of audio research"),
    ),
    evidence={"pay": Evidence(source=Source.TEXT, text="Pay: $60.00 USD per hour")},
)
THIRD = replace(
    SECOND, status=Status.CLOSED, evidence={"status": Evidence(source=Source.TEXT, text="Applications closed")}
)
HUB = Reading(
    verdict=Verdict.HUB,
    reasons=("eight links to roles",),
    roles=(Role(title="Ranking", url="https://careers.lumen.example/1"), Role(title="Audio ML", url=None)),
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """An empty folder to stand in, without any configuration of the machine; the clock of Berlin."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("MONITOR_CONFIG", "STATE_DIRECTORY", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def installed(home, sqlite_url):
    """A configuration and an empty database; gives the configuration's path, to be extended."""
    config = home / "monitor.toml"
    config.touch(0o600)
    config.write_text(f'zone = "Europe/Berlin"\n[database]\nurl = "{sqlite_url}"\n')
    return config


class Ran:
    """How one command ended."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return self.out.splitlines()


@pytest.fixture
def monitor(capsys):
    """Runs a command line; insists that a failure is told in lines that begin with the program's name."""

    def running(*arguments, code=0, traced=False, noted=False):
        capsys.readouterr()
        ended = program.run([str(it) for it in arguments])
        out, err = capsys.readouterr()
        if code is None:
            return Ran(ended, out, err)
        assert (ended, "" if ended == code else err) == (code, "")
        if not (traced or noted):
            assert bool(err) == bool(code)
            assert all(line.startswith("monitor: ") for line in err.splitlines())
        return Ran(ended, out, err)

    return running


@pytest.fixture
def terminal(monkeypatch):
    """Standard output claims to be a terminal with colours."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("monitor.cli.terminal.is_terminal", lambda _: True)


@pytest.fixture
def filled(installed, sqlite_url):
    """Watch 1 has three versions and two told changes, 2 is a board, 3 was never read."""
    database = Database.open(sqlite_url)
    with database.writing() as c:
        for url, kind, tags in (
            (POSTING_URL, "posting", ("audio", "ny")),
            (BOARD_URL, "board", ()),
            (UNREAD_URL, None, ()),
        ):
            host = url.split("/")[2]
            watches.add(c, NewWatch(url=url, host=host, kind=kind, tags=tags), now=START, first_check_at=START)
    _look(database, 0, FIRST, ())
    _look(
        database,
        1,
        SECOND,
        (
            NewChange(
                kind="pay_changed",
                direction="raised",
                field="pay",
                before=pay_to_json(PAY),
                after=pay_to_json(RAISED),
                summary="Pay raised from $55 to $60 an hour",
                severity="high",
                since=START,
            ),
            NewChange(
                kind="description_changed",
                field="requirements",
                before="- two years of audio research",
                after="- one year of audio research",
                summary="Requirements: “two years” became “one year”",
                severity="medium",
                since=START,
            ),
        ),
        notices=(NewNotice(change=0, target="team", due_at=START, message_id="1@test"),),
    )
    _look(
        database,
        2,
        THIRD,
        (
            NewChange(
                kind="closed", field="status", before="open", after="closed", summary="Closed", severity="critical"
            ),
        ),
    )
    _look(database, 0, HUB, (), watch_id=2)
    database.close()
    return installed


def _look(database, version, posting, changes, notices=(), watch_id=1):
    """Record one check that made a version, a day after the one before."""
    reading = posting
    if isinstance(posting, Posting):
        reading = Reading(verdict=Verdict.POSTING, posting=posting)
    at = START + timedelta(days=version)
    record = CheckRecord(
        watch_id=watch_id,
        expected_version=version,
        checked_at=at,
        outcome="changed",
        reason="read",
        status="unknown" if reading.posting is None else reading.posting.status.value,
        kind="board" if reading.posting is None else "posting",
        next_check_at=at + timedelta(days=1),
        version=NewVersion(record=reading_to_json(reading), body=f"<p>{version}".encode(), reader_version=1),
        changes=changes,
        notices=notices,
        last_good_at=at,
        etag=None,
        last_modified=None,
        body_hash=None,
        record_hash=None,
        reader_version=1,
    )
    with database.writing() as c:
        checks.record(c, record)


def rows_of(url: str) -> dict[str, list]:
    """All rows of an SQLite database, to prove that nothing was changed."""
    import sqlite3  # noqa: PLC0415 - for this only

    path = Path(url.removeprefix("sqlite:///"))
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        tables = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        ]
        return {table: connection.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}
    finally:
        connection.close()


@pytest.fixture
def unchanged(sqlite_url):
    """Afterwards, the database holds what it held before."""
    before = rows_of(sqlite_url)
    yield
    assert rows_of(sqlite_url) == before
