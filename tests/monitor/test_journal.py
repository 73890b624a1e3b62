"""What the journal is sent, as its protocol wants it."""

import logging
import os
import socket

import pytest

from monitor import journal
from monitor.journal import JournalHandler, about, is_ours


@pytest.fixture
def sent(tmp_path):
    """Logs one record; gives the fields of the datagram that the journal gets."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(tmp_path / "socket"))
        listening.settimeout(5)
        handler = JournalHandler(tmp_path / "socket", run="run1")
        log = logging.Logger("monitor.daemon")  # noqa: LOG001 - of this test alone
        log.addHandler(handler)

        def sending(level, *message, **extra):
            log.log(level, *message, **extra)
            return fields_of(listening.recv(1 << 20))

        yield sending
        handler.close()


def fields_of(datagram):
    """Name and value of each field, as journald reads them."""
    found = []
    while datagram:
        line, _, rest = datagram.partition(b"\n")
        name, equals, value = line.partition(b"=")
        if not equals:
            length = int.from_bytes(rest[:8], "little")
            value, rest = rest[8 : 8 + length], rest[8 + length :].removeprefix(b"\n")
        found.append((name.decode(), value.decode()))
        datagram = rest
    return found


def test_a_message_says_which_watch_it_is_about_and_in_which_run(sent):
    fields = sent(logging.WARNING, "checked %d", 7, extra=about(7, outcome="failed"))
    assert ("MESSAGE", "checked 7") in fields
    assert ("PRIORITY", "4") in fields
    assert ("MONITOR_WATCH", "7") in fields
    assert ("MONITOR_OUTCOME", "failed") in fields
    assert ("MONITOR_RUN", "run1") in fields
    assert ("LOGGER", "monitor.daemon") in fields


def test_a_message_about_many_watches_is_found_by_each(sent):
    fields = sent(logging.INFO, "told", extra=about(1, 2, target="team"))
    assert [value for name, value in fields if name == "MONITOR_WATCH"] == ["1", "2"]
    assert ("MONITOR_TARGET", "team") in fields


def test_a_message_about_nothing_has_no_such_field(sent):
    names = {name for name, _ in sent(logging.ERROR, "the disk is full")}
    assert names == {"MESSAGE", "PRIORITY", "SYSLOG_IDENTIFIER", "LOGGER", "MONITOR_RUN"}


def test_a_page_cannot_forge_a_field(sent):
    fields = sent(logging.INFO, "read %s", "x\nMONITOR_WATCH=9\nPRIORITY=0")
    assert dict(fields)["MESSAGE"].endswith("PRIORITY=0")
    assert "MONITOR_WATCH" not in dict(fields)


def test_a_traceback_and_a_text_without_end_fit(sent):
    assert len(dict(sent(logging.INFO, "x" * 1_000_000))["MESSAGE"]) < 100_000
    error = ZeroDivisionError("by nothing")
    assert "by nothing" in dict(sent(logging.ERROR, "went wrong", exc_info=error))["MESSAGE"]


def test_a_journal_that_is_gone_loses_no_message(tmp_path, capsys):
    handler = JournalHandler(tmp_path / "nowhere")
    log = logging.Logger("monitor")  # noqa: LOG001 - of this test alone
    log.addHandler(handler)
    log.error("the disk is full")
    handler.close()
    assert "ERROR monitor: the disk is full" in capsys.readouterr().err


def test_only_a_stream_that_systemd_connected_is_the_journals(tmp_path, monkeypatch):
    monkeypatch.setattr(journal, "SOCKET", tmp_path)
    with (tmp_path / "log").open("w") as file:
        found = os.fstat(file.fileno())
        ours = {"JOURNAL_STREAM": f"{found.st_dev}:{found.st_ino}"}
        assert is_ours(ours, file.fileno())
        assert not is_ours({"JOURNAL_STREAM": "1:2"}, file.fileno())
        assert not is_ours({}, file.fileno())
    assert not is_ours(ours, 99_999)
