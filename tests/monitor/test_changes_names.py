"""Titles and names of organizations: what is another one, and what only looks like it."""

import pytest

from monitor.changes import differences
from spiders.posting import SectionKind, Status

from .postings import POSTING, edited, section


def kinds(before, after):
    return [it.kind for it in differences(before, after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Bauleiter Tiefbau", "Bauleiter Tiefbau (m/w/d)"),
        ("Bauleiter (m/w/d) Tiefbau", "Bauleiter Tiefbau w/m/x"),
        ("Conducteur de tramway F/H", "Conducteur de tramway (H/F)"),
        ("Bauleiter (gn)", "Bauleiter (all genders)"),
    ],
)
def test_whom_a_title_is_for_is_no_part_of_it(before, after):
    assert kinds(edited(title=before), edited(title=after)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [("H/W Engineer", "S/W Engineer"), ("Engineer", "Engineer (C/C++)"), ("Clerk (day)", "Clerk (night)")],
)
def test_other_strokes_and_brackets_are(before, after):
    assert kinds(edited(title=before), edited(title=after)) == ["title_changed"]


@pytest.mark.parametrize(
    "form", ["GmbH & Co. KG", "S.p.A.", "A/S", "Sp. z o.o.", "s.r.o.", "Oy", "Lda.", "e.V.", "Inc."]
)
def test_legal_forms_of_every_country_are_no_other_employer(form):
    assert kinds(edited(organization="Nordkanal"), edited(organization=f"Nordkanal {form}")) == []


def test_what_a_page_says_in_addition_while_it_is_closed_is_no_edit():
    why = section(SectionKind.OTHER, "Why?", "The employer may be reviewing applications. Look at our other jobs.")
    closed = edited(status=Status.CLOSED, sections=(*POSTING.sections, why))
    assert kinds(POSTING, closed) == ["closed"]
    assert kinds(closed, POSTING) == ["reopened"]
    asked = section(SectionKind.REQUIREMENTS, "Also", "- A pilot certificate for drones")
    edited_too = edited(status=Status.CLOSED, sections=(*POSTING.sections, asked))
    assert kinds(POSTING, edited_too) == ["closed", "description_changed"]
