"""The page that tells users what counts: every kind is on it, with the sentence and severity that the code gives."""

import importlib.util
from pathlib import Path

import pytest

from monitor.changes.described import DESCRIBED
from monitor.changes.differ import normalized
from monitor.changes.registry import POSTING_KINDS
from monitor.vocabulary import Direction, Kind

from .postings import POSTING

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "changes.md").read_text("utf-8")


@pytest.fixture(scope="module")
def kinds():
    """The command that writes the table."""
    spec = importlib.util.spec_from_file_location("kinds", DOCS / "kinds.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_has_the_table_that_the_command_writes(kinds):
    assert kinds.with_table(PAGE) == PAGE, "run: python docs/kinds.py"


def test_every_kind_has_an_example_that_is_told_and_words_for_what_does_not_count(kinds):
    assert {change.kind for change in kinds.examples()} == set(Kind) == set(DESCRIBED)
    assert all(it.when and it.not_counted for it in DESCRIBED.values())


def test_no_text_breaks_the_table(kinds):
    assert not any("|" in text or "\n" in text for it in DESCRIBED.values() for text in (it.when, it.not_counted))
    assert all("|" not in change.summary for change in kinds.examples())


def test_every_direction_is_explained():
    directions = PAGE.split("## Directions")[1]
    assert all(direction.value in directions for direction in Direction)


def test_every_field_that_a_kind_tells_of_is_compared():
    assert {field for kind in POSTING_KINDS for field in kind.fields} == set(normalized(POSTING))
