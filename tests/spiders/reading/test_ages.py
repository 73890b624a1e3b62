from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.reading.ages import is_age, posted_between

SEEN = datetime(2026, 1, 20, 12, tzinfo=UTC)


def read(text, **known):
    found = posted_between(text, SEEN, **known)
    return found and tuple(it and it.isoformat() for it in found)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Posted 3 weeks ago", ("2025-12-23", "2026-01-03")),
        ("Reposted 3 weeks ago", ("2025-12-23", "2026-01-03")),
        ("Posted today", ("2026-01-20", "2026-01-20")),
        ("Just posted", ("2026-01-20", "2026-01-20")),
        ("Posted Yesterday", ("2026-01-19", "2026-01-19")),
        ("2 hours ago", ("2026-01-20", "2026-01-20")),
        ("14 hours ago", ("2026-01-19", "2026-01-19")),
        ("an hour ago", ("2026-01-20", "2026-01-20")),
        ("1 month ago", ("2025-11-19", "2026-01-06")),
        ("Posted 30+ Days Ago", (None, "2025-12-21")),
        ("Posted more than 30 days ago", (None, "2025-12-21")),
        ("Lisbon · 3 days ago · 12 applicants", ("2026-01-16", "2026-01-18")),
        ("vor 2 Tagen", ("2026-01-17", "2026-01-19")),
        ("Gestern veröffentlicht", ("2026-01-19", "2026-01-19")),
        ("vor 1 Woche", ("2026-01-06", "2026-01-17")),
        ("il y a 3 jours", ("2026-01-16", "2026-01-18")),
        ("Publiée hier", ("2026-01-19", "2026-01-19")),
        ("hace 2 días", ("2026-01-17", "2026-01-19")),
        ("Publicada hace más de 30 días", (None, "2025-12-21")),
        ("2 giorni fa", ("2026-01-17", "2026-01-19")),
        ("3 dagen geleden", ("2026-01-16", "2026-01-18")),
        ("för 3 dagar sedan", ("2026-01-16", "2026-01-18")),
        ("for 3 dage siden", ("2026-01-16", "2026-01-18")),
        ("Publisert for 3 dager siden", ("2026-01-16", "2026-01-18")),
        ("3 päivää sitten", ("2026-01-16", "2026-01-18")),
        ("2 tygodnie temu", ("2025-12-30", "2026-01-10")),
        ("Opublikowana wczoraj", ("2026-01-19", "2026-01-19")),
        ("před 2 dny", ("2026-01-17", "2026-01-19")),
        ("há 2 dias", ("2026-01-17", "2026-01-19")),
    ],
)
def test_an_age_leaves_a_range_of_days(text, days):
    assert read(text) == days


@pytest.mark.parametrize(
    "text",
    ["Updated 2 days ago", "a few days ago", "3 days", "We were founded 12 years ago", "Today", "5 years ago we moved"],
)
def test_what_is_no_age_of_the_posting_leaves_none(text):
    assert read(text) is None


def test_a_label_says_what_an_age_is_of():
    assert read("3 days", labelled=True) == ("2026-01-16", "2026-01-18")


@pytest.mark.parametrize(
    "text", ["3 days", "5 h", "Updated 2 days ago", "a few days ago", "Posted 30+ days ago", "30d+ ago"]
)
def test_a_line_of_an_age_alone_is_one(text):
    assert is_age(text) is (text != "30d+ ago")


def test_a_sentence_with_an_age_is_none():
    assert not is_age("We moved here 3 days ago because of you")


@given(st.integers(1, 60), st.sampled_from(["hours", "days", "weeks", "months"]), st.floats(0, 0.99))
def test_the_true_day_is_in_the_range_whether_a_site_rounds_down_or_to_the_nearest(count, unit, over):
    lengths = {"hours": timedelta(hours=1), "days": timedelta(1), "weeks": timedelta(7), "months": timedelta(30.4)}
    for posted in (SEEN - (count + over) * lengths[unit], SEEN - (count - 0.49) * lengths[unit]):
        earliest, latest = posted_between(f"{count} {unit} ago", SEEN)
        assert earliest <= posted.date() <= latest
        assert isinstance(earliest, date)
