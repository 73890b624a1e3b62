"""Folders of recorded pages: written, read back, compared; what is wrong with one is said."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from spiders.posting import Page, Reading, Role, Verdict
from spiders.reader import read
from spiders.recorded import BadRecording, agrees, expected_in, page_in, said, suffix_of, write

PAGE = Page(
    url="https://kelp.example/jobs/7",
    body=b"\xef\xbb\xbf<html><h1>Baker</h1>\r\n\xff</html>",
    headers={"content-type": "text/html; charset=utf-8"},
    status=200,
    fetched_at=datetime(2026, 1, 20, 9, tzinfo=UTC),
)


def test_a_recorded_page_comes_back_byte_by_byte(tmp_path):
    write(tmp_path / "baker", PAGE, read(PAGE))
    assert page_in(tmp_path / "baker") == PAGE
    assert expected_in(tmp_path / "baker") == said(read(PAGE))


def test_what_is_said_of_a_list_has_whether_it_is_whole():
    board = Reading(verdict=Verdict.LISTING, roles=(Role(title="Baker", url=None),), whole=False)
    assert said(board)["whole"] is False
    assert said(replace(board, whole=True))["whole"] is True


def test_a_folder_that_is_there_is_not_written_into(tmp_path):
    with pytest.raises(FileExistsError):
        write(tmp_path, PAGE, read(PAGE))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "body", "suffix"),
    [
        ("text/html", b"{", ".html"),
        ("application/xhtml+xml", b"<?xml version='1.0'?>", ".html"),
        ("application/ld+json", b"x", ".json"),
        ("text/xml", b"<jobs/>", ".xml"),
        ("", b' [{"text": 1}]', ".json"),
        ("", b"\xef\xbb\xbf<?xml version='1.0'?><jobs/>", ".xml"),
        ("", b"<!-- x --><p>", ".html"),
        ("text/plain", b"Baker", ".txt"),
    ],
)
def test_a_page_is_kept_as_the_kind_of_file_that_it_is(kind, body, suffix):
    page = Page(url="", body=body, headers={"content-type": kind} if kind else {}, fetched_at=PAGE.fetched_at)
    assert suffix_of(page) == suffix


def test_parts_of_a_pay_that_are_not_expected_are_not_compared():
    pay = {"min": "55", "max": "60", "currency": "USD", "unit": "hour"}
    assert agrees({"min": "55", "unit": "hour"}, pay)
    assert not agrees({"min": "55", "unit": "day"}, pay)
    assert not agrees({"least": "55"}, pay)
    assert not agrees({"min": "55"}, None)
    assert not agrees(None, pay)


def test_what_is_wrong_with_a_folder_is_said(tmp_path):
    folder = tmp_path / "baker"
    write(folder, PAGE, read(PAGE))
    (folder / "expected.json").write_text("{")
    with pytest.raises(BadRecording, match=r"expected\.json cannot be read"):
        expected_in(folder)
    (folder / "request.json").write_text(json.dumps({"url": "x"}))
    with pytest.raises(BadRecording, match=r"request\.json needs url, status, headers and fetched_at"):
        page_in(folder)
    (folder / "page.json").write_text("{}")
    with pytest.raises(BadRecording, match="has 2 files page"):
        page_in(folder)
