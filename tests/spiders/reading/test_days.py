"""When a posting was put up and when the work begins, in thirteen languages."""

from datetime import date
from pathlib import Path

import pytest

from spiders.reading.near import lowered
from spiders.reading.posted import read_date, read_line
from spiders.reading.start import find_start, read_start

SEEN_ON = date(2026, 1, 20)


def cases(name):
    lines = (Path(__file__).parent / "phrases" / name).read_text(encoding="utf-8").splitlines()
    said = [line.rpartition("=>") for line in lines if not line.startswith("#")]
    return [(*(it.strip() for it in before.split("|", 1)), after.strip()) for before, _, after in said]


@pytest.mark.parametrize(("language", "line", "expected"), cases("posted.txt"))
def test_a_line_says_when_it_was_posted(language, line, expected):
    found = read_line(line, seen_on=SEEN_ON, language=language[:2])
    assert (found.isoformat() if found else "-") == expected


@pytest.mark.parametrize(("language", "phrase", "expected"), cases("starts.txt"))
def test_a_sentence_says_when_the_work_begins(language, phrase, expected):
    text = f"About the work.\n{phrase}\nWe offer coffee."
    found = find_start(text, lowered(text), language=language[:2], month_first=language == "en-US")
    assert (found.value if found else "-") == expected
    assert found is None or found.text == text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("01/12/2026", {"seen_on": SEEN_ON}, date(2026, 1, 12)),
        ("12/01/2026", {"seen_on": SEEN_ON}, date(2026, 1, 12)),
        ("03/01/2026", {"seen_on": SEEN_ON, "month_first": True}, date(2026, 1, 3)),
        ("01/03/2026", {"seen_on": SEEN_ON, "month_first": True}, date(2026, 1, 3)),
        ("03/04/2025", {"seen_on": SEEN_ON, "month_first": True}, date(2025, 3, 4)),
        ("12 December", {"seen_on": SEEN_ON}, date(2025, 12, 12)),
        ("12 December", {}, None),
    ],
)
def test_no_posting_is_from_the_future(text, known, expected):
    assert read_date(text, **known) == expected


@pytest.mark.parametrize(
    ("value", "known", "expected"),
    [
        ("1 March 2026", {}, "2026-03-01"),
        ("from 1 March 2026 or by agreement", {}, "2026-03-01"),
        ("03/04/2026", {}, "2026-04-03"),
        ("03/04/2026", {"month_first": True}, "2026-03-04"),
        ("mars 2026", {"language": "fr"}, "2026-03"),
        ("as soon as possible", {}, None),
        ("5 years", {}, None),
    ],
)
def test_a_label_s_value_says_when_the_work_begins(value, known, expected):
    assert read_start(value, **known) == expected
