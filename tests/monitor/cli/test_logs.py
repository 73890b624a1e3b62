"""How the lines of the log look, and where they go."""

import asyncio
import json
import logging
from datetime import UTC, datetime

import pytest

from monitor.cli.logs import AsJson, handler_of
from monitor.journal import Concerned, JournalHandler, about, concerning, run_id


@pytest.fixture
def logged(capsys):
    """A logger whose handler is as the settings want it; what was written to standard error."""
    made = []

    def logging_as(wanted="json", **environ):
        handler = handler_of(wanted, environ)
        log = logging.Logger("monitor.daemon")  # noqa: LOG001 - of this test alone
        log.addHandler(handler)
        made.append(handler)
        return log

    logging_as.lines = lambda: capsys.readouterr().err.splitlines()  # noqa: PLW0108 - read when it is called
    yield logging_as
    for handler in made:
        handler.close()


def test_json_has_an_object_a_line_with_what_it_is_about(logged):
    log = logged()
    log.info("checked %d: %s", 7, "failed", extra=about(7, outcome="failed", host="jobs.example"))
    log.warning("told", extra=about(1, 2, target="team"))
    log.error("the disk is full")
    first, second, third = map(json.loads, logged.lines())
    at = datetime.fromisoformat(first.pop("time"))
    assert abs((datetime.now(UTC) - at).total_seconds()) < 60
    assert first == {
        "level": "info",
        "logger": "monitor.daemon",
        "message": "checked 7: failed",
        "run": run_id(),
        "watch": 7,
        "host": "jobs.example",
        "outcome": "failed",
    }
    assert (second["watches"], second["target"]) == ([1, 2], "team")
    assert third.keys() == {"time", "level", "logger", "message", "run"}


def test_words_of_a_page_neither_end_a_line_nor_add_a_key(logged):
    log = logged()
    log.info("read %s", 'x"}\n{"level": "critical"}\x1b[2J\u202e\u2028\ud800')
    [line] = logged.lines()
    assert line.isascii()
    assert line.isprintable()
    assert json.loads(line)["message"].startswith('read x"}\n{"level"')


def test_a_traceback_is_a_part_of_its_line(logged):
    log = logged()
    log.error("went wrong", exc_info=ZeroDivisionError("by nothing"), extra=about(7))
    [line] = logged.lines()
    told = json.loads(line)
    assert told["message"] == "went wrong"
    assert told["error"].splitlines()[-1] == "ZeroDivisionError: by nothing"


def test_whatever_is_logged_while_a_watch_is_worked_on_names_it(logged):
    log = logged()

    async def work():
        with concerning(7):
            await asyncio.to_thread(log.info, "deep within")
        log.info("afterwards")

    asyncio.run(work())
    within, afterwards = map(json.loads, logged.lines())
    assert within["watch"] == 7
    assert "watch" not in afterwards


def test_what_a_line_says_itself_counts_more_than_where_it_was_said(logged):
    log = logged()
    with concerning(7):
        log.info("told", extra=about(8))
    assert json.loads(logged.lines()[0])["watch"] == 8


@pytest.mark.parametrize("wanted", ["auto", "text"])
def test_people_get_text(logged, wanted):
    logged(wanted).info("checked %d", 7, extra=about(7))
    assert logged.lines() == ["INFO monitor.daemon: checked 7"]


def test_the_journal_gets_fields_where_it_is_asked_for(logged):
    [handler] = logged("journal").handlers
    assert isinstance(handler, JournalHandler)
    assert any(isinstance(it, Concerned) for it in handler.filters)


def test_a_run_has_one_name_and_systemds_own_where_it_has_one(monkeypatch):
    run_id.cache_clear()
    monkeypatch.setenv("INVOCATION_ID", "abc")
    assert run_id() == "abc"
    run_id.cache_clear()
    monkeypatch.delenv("INVOCATION_ID")
    assert run_id() == run_id() != "abc"


def test_the_form_of_the_log_is_a_setting(installed, monitor, monkeypatch):
    installed.write_text(installed.read_text() + '[log]\nformat = "json"\n')
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monitor("check")
    [handler] = root.handlers
    assert isinstance(handler.formatter, AsJson)


def test_another_form_is_refused(installed, monitor):
    installed.write_text(installed.read_text() + '[log]\nformat = "jsn"\n')
    said = monitor("list", code=2).err
    assert 'log.format: found "jsn"; did you mean "json"? allowed: auto, text, json, journal' in said
