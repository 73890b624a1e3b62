"""The server behind the address of metrics: what callers do to it."""

import socket
from contextlib import ExitStack
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from monitor.telemetry import answering, metrics

pytest.importorskip("prometheus_client")

#: Seconds; nothing that is right takes a part of it.
PATIENCE = 60


@pytest.fixture
def address(database):
    metrics.serve("127.0.0.1:0", database)
    yield metrics._now.address
    metrics.serve("", database)


def asked(address, **headers):
    host, port = address
    with urlopen(Request(f"http://{host}:{port}/metrics", headers=headers), timeout=PATIENCE) as answer:
        return answer.status


def caller(address):
    return socket.create_connection(address, timeout=PATIENCE)


def test_a_question_that_cannot_be_read_is_a_line_of_the_log(address, caplog, capfd):
    with pytest.raises(HTTPError, match="500"):
        asked(address, Accept="text/plain;version==")
    assert asked(address) == 200
    assert [it.exc_info for it in caplog.records] == [None]
    assert "metrics could not be answered: TypeError" in caplog.text
    assert "Traceback" not in capfd.readouterr().err


def test_who_takes_too_long_is_hung_up_on(address, monkeypatch):
    monkeypatch.setattr(answering, "PATIENCE", 0.0)
    with caller(address) as slow:
        slow.sendall(b"GET /metrics HTTP/1.1\r\nX: ")
        assert slow.recv(1) == b""
    monkeypatch.undo()
    assert asked(address) == 200


def test_who_comes_when_very_many_wait_is_hung_up_on_and_answered_later(address, monkeypatch):
    monkeypatch.setattr(answering, "PATIENCE", 10.0 * PATIENCE)
    with ExitStack() as waiting:
        for _ in range(answering.MOST_CALLERS):
            waiting.enter_context(caller(address))
        late = waiting.enter_context(caller(address))
        assert late.recv(1) == b""
    for _ in range(10_000):
        with caller(address) as again:
            again.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
            try:
                answer = again.recv(12)
            except ConnectionError:
                continue
            if answer:
                assert answer == b"HTTP/1.0 200"
                return
    pytest.fail("never answered again")


def test_one_that_hangs_up_is_no_news(address, caplog, capfd):
    for sent in (b"", b"GET /metrics HTTP/1.1\r\nX: "):
        with caller(address) as gone:
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            gone.sendall(sent)
    assert asked(address) == 200
    assert caplog.text == capfd.readouterr().err == ""
