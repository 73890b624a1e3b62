"""What docs/adding-a-site.md says is done: a page is recorded, its expectation corrected, its reader written."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from monitor.demo.board import Board
from spiders.pages.site import Call, Site
from spiders.posting import Page, Verdict

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "adding-a-site.md").read_text(encoding="utf-8")
RECORD, LOOK, TEST = re.findall(r"^\$ (.*)$", TEXT, re.MULTILINE)
EXAMPLE = "https://board.example"


@pytest.fixture
def checkout(tmp_path):
    """A checkout without any recording."""
    (tmp_path / "tests" / "spiders").mkdir(parents=True)
    for name in ("pyproject.toml", "tests/spiders/test_recorded.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def run(line, folder):
    """One line of the page, as a shell runs it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")} | {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "MONITOR_FETCH__ALLOW_PRIVATE_ADDRESSES": "true",
        "MONITOR_FETCH__PER_DOMAIN_DELAY_SECONDS": "0",
    }
    done = subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout + done.stderr


def test_a_recording_names_the_field_that_is_read_otherwise_until_it_is_corrected(checkout):
    with Board() as board:
        code, said = run(RECORD.replace(EXAMPLE, board.url), checkout)
        assert code == 0, said
        code, explained = run(LOOK.replace(EXAMPLE, board.url), checkout)
        assert code == 0, explained
    [title] = re.findall(r"title: +(.*?)  \(", explained)
    expected = checkout / "tests" / "spiders" / "recorded" / "audio-intern" / "expected.json"
    right = json.loads(expected.read_text("utf-8"))
    assert right["title"] == title
    assert run(TEST, checkout)[0] == 0

    expected.write_text(json.dumps(right | {"title": "Lamp Keeper"}), "utf-8")
    code, said = run(TEST, checkout)
    assert code == 1
    assert "1 failed" in said
    assert f"audio-intern: title is {title!r}, expected 'Lamp Keeper'" in said

    expected.write_text(json.dumps({"title": title}), "utf-8")
    code, said = run(TEST, checkout)
    assert (code, "1 passed" in said) == (0, True)


@pytest.fixture
def lanternhire():
    """The page's reader as a module, and its row of the table."""
    reader, row = re.findall(r"^```python\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
    module = ModuleType("lanternhire")
    exec(compile(reader, "docs/adding-a-site.md", "exec"), vars(module))
    return module, eval(row, {"Site": Site, "Call": Call, "lanternhire": module})


def answer(module, value):
    page = Page(url="https://api.lanternhire.example/kelp/7", body=b"", fetched_at=datetime(2026, 1, 20, tzinfo=UTC))
    return module.read(value, page)


def test_the_reader_of_the_page_reads_a_posting_and_a_board(lanternhire):
    reader, _ = lanternhire
    value = {
        "lantern_id": 7,
        "role": "Wick Trimmer",
        "place": "Cork",
        "body": "<p>Trim wicks. Apply by 5 March 2026.</p>",
    }
    posting = answer(reader, value).posting
    assert (posting.title, posting.locations) == ("Wick Trimmer", ("Cork",))
    assert posting.evidence["title"].where == "$.role"
    assert posting.deadline.at.date() == datetime(2026, 3, 5, tzinfo=UTC).date()
    board = answer(reader, [value])
    assert (board.verdict, [it.title for it in board.roles]) == (Verdict.LISTING, ["Wick Trimmer"])
    assert answer(reader, {"message": "down for a moment"}) is None


@pytest.mark.parametrize(
    ("public", "call"),
    [
        ("jobs.lanternhire.example/kelp/7", "https://api.lanternhire.example/kelp/7"),
        ("jobs.lanternhire.example/kelp", "https://api.lanternhire.example/kelp"),
    ],
)
def test_the_row_of_the_page_leads_to_the_call(lanternhire, public, call):
    _, site = lanternhire
    assert next(found for it in site.calls if (found := it.filled(public, {}))) == call
    assert site.lives_at("api.lanternhire.example")
