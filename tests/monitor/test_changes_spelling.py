"""Values that a text names in another spelling than the field, or inside of one another, and addresses of frames."""

from dataclasses import replace

import pytest

from monitor.changes.differ import differences
from monitor.changes.links import leads_alike, link
from monitor.vocabulary import Kind

from .postings import POSTING, section


def told(before, after, text):
    """The kinds of change between two titles that the text names, too."""
    one, other = (
        replace(POSTING, title=title, sections=(section("about", text.format(title)),)) for title in (before, after)
    )
    return [it.kind for it in differences(one, other)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("M&A Analyst", "Treasury Analyst"),
        ("Analyst, R & D", "Analyst, Treasury"),
        ("Kiln Operator | $60/hr", "Kiln Lead | $60/hr"),
    ],
)
def test_a_sentence_that_names_the_title_only_says_it_again(before, after):
    assert told(before, after, "As {} you will sit with the team by the harbour.") == [Kind.TITLE_CHANGED]


def test_the_address_of_what_a_frame_shows_is_that_of_its_page():
    assert link("https://kelp.example/jobs/8214/job?in_iframe=1") == link("https://kelp.example/jobs/8214/job")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("https://kelp.example/3830?t=0wmn98jy45ndat3hdt", "https://kelp.example/3830?t=rubsbrukkwakvgxuch", True),
        ("https://kelp.example/3830?t=0wmn98jy45ndat3hdt", "https://kelp.example/3831?t=0wmn98jy45ndat3hdt", False),
        ("https://kelp.example/3830?to=0wmn98jy45ndat3hdt", "https://kelp.example/3830?to=harbour-crew", False),
        ("https://kelp.example/3830?to=harbour", "https://kelp.example/3830?to=office", False),
        ("https://kelp.example/go?t=0wmn98jy45ndat3hdt", "https://kelp.example/go?t=rubsbrukkwakvgxuch", False),
    ],
)
def test_a_parameter_that_has_a_token_in_one_address_has_one_in_the_other(one, other, alike):
    assert leads_alike(one, other) is alike
    assert leads_alike(other, one) is alike
