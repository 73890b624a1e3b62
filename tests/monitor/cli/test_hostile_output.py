"""Hostile words of a page in what commands print and log: a table of commands, each tried with every payload.

A new verb that shows words of pages is one row of `VERBS`.
"""

import csv
import io
import json
import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given

from monitor.cli.export import _cell
from monitor.cli.logs import Harmless
from monitor.journal import _field
from monitor.vocabulary import Kind
from spiders.posting import (
    Deadline,
    EmploymentType,
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
)
from storage import watches
from storage.database import Database
from storage.rows import NewChange, NewWatch
from tests.monitor.cli.conftest import START, _look
from tests.monitor.hostile import PAYLOADS, hostile, is_harmless_on_a_terminal, specimen_with

#: Arguments of commands that show words of pages; 1 is a posting, 2 a board, and changes are numbered from 1.
VERBS = {
    "list": ("list",),
    "list with removed": ("list", "--json"),
    "show": ("show", 1),
    "show where each word stands": ("show", 1, "--explain"),
    "show a board": ("show", 2),
    "show as JSON": ("show", 1, "--json"),
    "history": ("history", 1),
    "history of a board": ("history", 2),
    "history as JSON": ("history", 1, "--json"),
    "diff": ("diff", 1),
    "changes": ("changes",),
    "changes as JSON": ("changes", "--json"),
    "explain a change": ("explain", 1),
    "explain a watch": ("explain", 1, "--since", "2026-01-01"),
    "explain as JSON": ("explain", 1, "--json"),
    "why": ("notify", "why", 1),
    "preview": ("notify", "preview", 1),
    "preview of a board": ("notify", "preview", 3),
    "preview as JSON": ("notify", "preview", 1, "--json"),
    "pending": ("notify", "pending"),
    "backtest": ("notify", "backtest"),
    "export": ("export",),
    "export as CSV": ("export", "--format", "csv"),
}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@pytest.fixture
def holding(installed, sqlite_url):
    """Fills the database with watches whose pages hold these words in every field."""
    installed.write_text(f"{installed.read_text()}\n[[notify.targets]]\nname = 'team'\nurl = 'json://127.0.0.1:9/'\n")

    def fill(words):
        database = Database.open(sqlite_url)
        with database.writing() as c:
            for name in ("words", "board"):
                url = f"https://jobs.example.org/{name}"
                watches.add(c, NewWatch(url=url, host="jobs.example.org", kind=None), now=START, first_check_at=START)
        first, second = (_posting(words, suffix) for suffix in ("", " more"))
        _look(database, 0, first, ())
        _look(database, 1, second, (_change(Kind.TITLE_CHANGED, words), _change(Kind.LOCATION_CHANGED, words)))
        roles = (Role(title=words or "x", url=f"https://jobs.example.org/{words}"), Role(title=words or "y", url=words))
        board = Reading(verdict=Verdict.HUB, reasons=(words,), roles=roles)
        _look(database, 0, board, (_change(Kind.POSTING_ADDED, words),), watch_id=2)
        database.close()

    return fill


def _change(kind, words):
    told, _ = specimen_with(words, kind, START)
    names = NewChange.__dataclass_fields__.keys() - {"since"}
    return NewChange(**{name: getattr(told, name) for name in names})


def _posting(words, suffix):
    text = f"{words}{suffix}"
    quote = Evidence(source=Source.TEXT, text=text, where=words)
    return Posting(
        title=text,
        organization=text,
        locations=(text, "Paris"),
        status=Status.OPEN,
        pay=Pay(min=None, max=None, currency="USD", unit=PayUnit.HOUR, text=text),
        deadline=Deadline(at=datetime(2027, 2, 5, 17, tzinfo=UTC), date_only=False, zone=words, text=text),
        employment_type=EmploymentType.INTERNSHIP,
        requisition_id=text,
        apply_url=f"https://a.example/{text}",
        sections=(Section(kind=SectionKind.REQUIREMENTS, heading=text, text=f"{words}\n{text}"),),
        evidence=dict.fromkeys(("title", "pay", "deadline", "status", "locations"), quote),
        conflicts={"deadline": replace(quote, text=words)},
    )


def assert_harmless(monitor, *, colours=False):
    for name, arguments in VERBS.items():
        ran = monitor(*arguments, noted=True)
        for stream in (ran.out, ran.err):
            if "--format" not in arguments:
                assert is_harmless_on_a_terminal(stream, colours=colours), f"{name}: {stream!r}"
        if "--json" in arguments:
            json.loads(ran.out)


@pytest.mark.parametrize("number", range(8))
def test_no_payload_has_a_meaning_in_what_a_command_prints(number, monitor, holding):
    holding(" ".join(PAYLOADS[number::8]))
    assert_harmless(monitor)


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "\t=1", "\n=1", "＝1", "\r=1"])
def test_no_cell_of_a_table_is_a_formula(words, monitor, holding):
    holding(words)
    rows = list(csv.reader(io.StringIO(monitor("export", "--format", "csv").out, newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]


@given(hostile)
def test_no_text_is_a_formula(words):
    assert not _cell(words).startswith(FORMULA)
    assert not _cell([words]).startswith(FORMULA)


@pytest.mark.parametrize("number", range(2))
def test_no_payload_has_a_meaning_on_a_terminal_with_colours(number, monitor, holding, terminal):
    holding(" ".join(PAYLOADS[number::2]))
    assert_harmless(monitor, colours=True)


@given(hostile)
def test_no_text_has_a_meaning_in_a_line_of_the_log_or_a_field_of_the_journal(words):
    failure = (ValueError, ValueError(words), None)
    record = logging.LogRecord("monitor", logging.WARNING, "", 1, "read %s: %r", (words, words), failure)
    line = Harmless("%(levelname)s %(name)s: %(message)s").format(record)
    assert is_harmless_on_a_terminal(line)
    first, *traceback = line.split("\n")
    assert first.startswith("WARNING monitor: read ")
    assert traceback[0].startswith("ValueError")
    field = _field("MESSAGE", words)
    assert not field.startswith(b"MESSAGE=") or field.count(b"\n") == 1
