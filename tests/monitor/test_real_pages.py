"""Saved pages of real sites, fetched again: noise is told to nobody, and the edit of a field is told as that.

Every page with all noise in one order, and some of its fields edited; `make bench-real` takes every pass alone, more
orders, and every field.
"""

import sys
from functools import cache
from pathlib import Path
from random import Random

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench"))

from pages import measuring  # noqa: E402 - the measurements are no package that is installed
from pages.edits import EDITS  # noqa: E402 - as above
from pages.noise import PASSES  # noqa: E402 - as above

CORPUS = ROOT.parent / "shared" / "corpus"
if not CORPUS.is_dir():
    pytest.skip("the shared corpus of saved pages is not there", allow_module_level=True)

SEED = "a fixed one"
#: Fields of one page that are edited.
MOST = 3
LABELS = {Path(it["file"]).stem: it for it in measuring.labels(CORPUS)}
POSTINGS = [name for name, label in LABELS.items() if label["is_posting"]]


@cache
def page(name):
    return measuring.labelled_page(CORPUS, LABELS[name])


@pytest.mark.parametrize("name", LABELS)
def test_noise_on_a_real_page_is_told_to_nobody(name):
    order = list(PASSES)
    Random(f"{SEED} {name}").shuffle(order)
    told = measuring.noise(page(name), order, SEED)
    assert told is not None
    assert told.found == (), told.said


@pytest.mark.parametrize("name", POSTINGS)
def test_the_edit_of_a_field_of_a_real_page_is_told_as_that_and_nothing_else(name):
    fields = [field for field in EDITS if LABELS[name][field]]
    chosen = Random(f"{SEED} {name}").sample(fields, k=min(MOST, len(fields)))
    for told in measuring.edits(page(name), SEED, only=chosen):
        assert sorted(told.found) == sorted(told.expected), (told.what, told.said)
