"""Every recorded page is read as its author expects: one test a field. A new folder needs no code."""

import functools
from pathlib import Path

import pytest

from spiders.pages.sites import SITES
from spiders.reader import read
from spiders.recorded import agrees, expected_in, page_in, said

FOLDERS = sorted(it for it in Path(__file__).with_name("recorded").glob("*") if it.is_dir())
FIELDS = [
    pytest.param(folder, field, id=f"{folder.name}-{field}") for folder in FOLDERS for field in expected_in(folder)
]


@functools.cache
def read_in(folder):
    return said(read(page_in(folder)))


@pytest.mark.parametrize(("folder", "field"), FIELDS)
def test_a_recorded_page_is_read_as_expected(folder, field):
    expected = expected_in(folder)[field]
    found = read_in(folder).get(field)
    assert agrees(expected, found), f"{folder.name}: {field} is {found!r}, expected {expected!r}"


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_every_system_that_is_known_by_name_has_a_recorded_folder(site):
    name = site.name.split()[0].lower()
    assert any(folder.name.partition("-")[0] == name for folder in FOLDERS)
