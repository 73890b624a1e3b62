"""Postings as boards, applicant systems and employers in thirteen languages show them: the fields that are read.

`shown/postings.jsonl` has one page a line, in the image of a kind of site, with what a person reads on it; what it has
for `{prose:h3}` is the text of `shown/prose.json` in its language, with headings of that element.
"""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.posting import Page, Verdict
from spiders.reader import read
from spiders.reading import place

SHOWN = Path(__file__).parent / "shown"
ROWS = [json.loads(line) for line in (SHOWN / "postings.jsonl").read_text("utf-8").splitlines()]
PROSE = json.loads((SHOWN / "prose.json").read_text("utf-8"))


def prose(language: str, heading: str | None) -> str:
    """A posting's text, plain lines where there is no element for its headings."""
    words = PROSE[language]
    parts = [(words["duties"], words["tasks"]), (words["wanted"], words["skills"])]
    if heading is None:
        return f"<div>{words['about']}</div>" + "".join(
            f"<div><b>{over}</b></div>" + "".join(f"<div>- {it}</div>" for it in items) for over, items in parts
        )
    return f"<p>{words['about']}</p>" + "".join(
        f"<{heading}>{over}</{heading}><ul>{''.join(f'<li>{it}</li>' for it in items)}</ul>" for over, items in parts
    )


def page(row: dict) -> Page:
    body = re.sub(r"{prose(?::(\w+))?}", lambda found: prose(row["language"], found[1]), row["body"])
    html = (
        f'<!DOCTYPE html><html lang="{row["declared"]}"><head><title>{row["title_tag"]}</title>{row["head"]}</head>'
        f"<body><main>{body}</main></body></html>"
    )
    return Page(url="https://example.com/posting", body=html.encode(), fetched_at=datetime(2025, 11, 21, tzinfo=UTC))


def same_place(one: str, other: str) -> bool:
    return (
        place.key(one) == place.key(other) or one.casefold() in other.casefold() or other.casefold() in one.casefold()
    )


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_page_is_read_as_a_person_reads_it(row):
    reading = read(page(row))
    assert reading.verdict is Verdict.POSTING
    posting = reading.posting
    assert (posting.title, posting.organization, posting.requisition_id, posting.language) == (
        row["title"],
        row["organization"],
        row["requisition_id"],
        row["language"],
    )
    assert posting.workplace == row["workplace"]
    assert posting.employment_type in (row["employment_type"] or [None])
    for expected in row["locations"]:
        assert any(same_place(expected, it) for it in posting.locations), posting.locations
    for found in posting.locations:
        assert any(same_place(found, it) for it in row["locations"])


def test_every_language_has_a_posting():
    assert {row["language"] for row in ROWS} == set(PROSE)


def test_the_address_to_apply_at_is_that_of_a_page_and_not_of_a_script_or_mailbox():
    links = "".join(
        f'<a href="{href}">Apply now</a>'
        for href in ("javascript:open()", "mailto:jobs@metro.example", "/apply?id=88&utm_source=board&gh_src=1#form")
    )
    row = {
        **ROWS[0],
        "body": f"<h1>Tram Driver</h1><p>Metroline Vale</p>{{prose:h3}}{links}",
        "title_tag": "Tram Driver",
    }
    assert read(page(row)).posting.apply_url == "https://example.com/apply?id=88"
