"""Lines for the lesser fields of a posting, and the page's text with the words marked that fields were read from."""

from datetime import UTC

import pytest

from monitor.cli.details import details
from monitor.cli.quotes import marked_lines

PAY = {"min": "60", "max": "70", "currency": "USD", "unit": "hour"}
DEADLINE = {"at": "2026-02-05T23:59:59Z", "date_only": True, "zone": None, "text": "5 February"}
ASKED = {
    "degree": None,
    "degree_required": None,
    "graduation_years": [],
    "work_authorization": [],
    "years_experience": None,
}


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ({"pay_by_place": [{"place": "Gdynia", "pay": PAY}]}, ("pay, Gdynia", "$60–70 an hour", "pay_by_place")),
        ({"pay_extras": [{"kind": "bonus", "text": "15% bonus"}]}, ("bonus", "15% bonus", "pay_extras")),
        (
            {"deadlines_by_place": [{"place": "Cork", "deadline": DEADLINE}]},
            ("deadline, Cork", "Thu 5 February 2026, end of the day", "deadlines_by_place"),
        ),
        ({"deadline_terms": "until_filled"}, ("deadline terms", "until filled", "deadline_terms")),
        ({"opens_at": "2026-02-05"}, ("opens", "Thu 5 February 2026", "opens_at")),
        (
            {"posted_between": ["2026-02-05", "2026-02-06"]},
            ("posted", "Thu 5 February 2026 to Fri 6 February 2026", "posted_between"),
        ),
        ({"posted_between": [None, "2026-02-05"]}, ("posted", "until Thu 5 February 2026", "posted_between")),
        (
            {"requirements": ASKED | {"degree": "bachelor", "degree_required": False}},
            ("degree", "bachelor, not strictly required", "requirements.degree"),
        ),
        (
            {"requirements": ASKED | {"degree": "none"}},
            ("degree", "none needed", "requirements.degree"),
        ),
        (
            {"requirements": ASKED | {"graduation_years": [2026, 2027]}},
            ("graduation", "2026, 2027", "requirements.graduation_years"),
        ),
        (
            {"requirements": ASKED | {"work_authorization": ["required", "no_sponsorship"]}},
            (
                "authorization",
                "applicants need permission to work; no visa is sponsored",
                "requirements.work_authorization",
            ),
        ),
    ],
)
def test_a_lesser_field_is_a_line_of_its_own(document, line):
    assert list(details(document, UTC)) == [line]


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [(3, 5, "3–5 years"), (3, None, "3+ years"), (None, 2, "up to 2 years"), (0, None, "none needed")],
)
def test_years_of_experience_are_said_with_the_ends_that_are_given(least, most, words):
    asked = ASKED | {"years_experience": {"min": least, "max": most}}
    assert [said for _, said, _ in details({"requirements": asked}, UTC)] == [words]


def test_a_posting_without_them_has_no_lines():
    assert list(details({"requirements": None, "pay_extras": [], "posted_between": None}, UTC)) == []


def quote(start, end):
    return {"source": "text", "text": "", "where": f"chars:{start}-{end}"}


def test_quotes_are_marked_with_their_fields_one_within_another_too():
    text = "Baker\nNothing here\nPay: £13 to £15 per hour, in Cork"
    evidence = {"title": quote(0, 5), "status": quote(0, 5), "pay": quote(24, 43), "hours": quote(39, 43)}
    assert list(marked_lines(text, evidence)) == [
        "[[Baker]{status}]{title}",
        "Pay: [£13 to £15 per [hour]{hours}]{pay}, in Cork",
    ]


def test_a_quote_over_two_lines_is_marked_in_both():
    assert list(marked_lines("Apply by\n5 March\nSoon", {"deadline": quote(0, 16)})) == [
        "[Apply by",
        "5 March]{deadline}",
    ]


def test_what_stands_beside_the_text_is_not_marked():
    evidence = {"title": {"source": "api", "text": "Baker", "where": "$.title"}, "pay": quote(0, 0) | {"where": None}}
    assert list(marked_lines("Baker", evidence)) == []
