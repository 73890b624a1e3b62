"""Whatever stands around a posting, in whichever place of the page: the posting is read as without it.

`noise/postings.json` has a posting in each language, `noise/blocks.json` what sites put around postings, by its kind;
the text is that of `pages/shown/prose.json`. Each block is put into each place of each layout.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from spiders.posting import Page, Posting, Verdict
from spiders.reader import read

HERE = Path(__file__).parent
POSTINGS = json.loads((HERE / "noise" / "postings.json").read_text("utf-8"))
BLOCKS = json.loads((HERE / "noise" / "blocks.json").read_text("utf-8"))
PROSE = json.loads((HERE / "pages" / "shown" / "prose.json").read_text("utf-8"))
LANGUAGES = {"us": "en"}
PLACES = ("top", "before", "inside", "after", "side", "below")
#: Around the posting, its head and its text.
LAYOUTS = (
    (
        "{top}<header><a href='/'>Greenboard</a></header><main>{before}<article>{head}{text}{inside}</article>"
        "{after}</main><aside>{side}</aside>{below}"
    ),
    (
        "{top}<div><aside>{side}</aside><main>{before}{head}<div class='text'>{text}</div>{inside}{after}</main></div>"
        "{below}"
    ),
    (
        "<div id='app'>{top}<div>{before}<div><div>{head}</div><div>{text}</div>{inside}</div>{after}</div>"
        "<div class='sidebar'>{side}</div></div>{below}"
    ),
)
#: Nothing tells this line from one of the employer's where it stands at the end of the employer's text.
TYPED = {("minimum wage", "inside")}
#: How the facts are given: labelled in the head, in sentences of the text, not at all.
FACTS = ("labels", "sentences", "none")


def page(name: str, layout: str, facts: str, block: str = "", place: str = "top") -> Page:
    posting, tag = POSTINGS[name], LANGUAGES.get(name, name)
    prose = PROSE[tag]
    labels = [posting["pay"], posting["deadline"]] if facts == "labels" else []
    said = posting["said"] if facts == "sentences" else []
    lines = "".join(f"<p>{it}</p>" for it in (posting["organization"], posting["place"], *labels))
    parts = ((prose["duties"], prose["tasks"]), (prose["wanted"], prose["skills"]))
    text = "".join(f"<h2>{over}</h2><ul>{''.join(f'<li>{it}</li>' for it in items)}</ul>" for over, items in parts)
    body = layout.format(
        **dict.fromkeys(PLACES, "") | {place: block},
        head=f"<h1>{posting['title']}</h1>{lines}<a href='/apply/7'>{posting['apply']}</a>",
        text=f"<p>{prose['about']}</p>{text}{''.join(f'<p>{it}</p>' for it in said)}",
    )
    html = f"<!doctype html><html lang='{tag}'><head><title>{posting['title']}</title></head><body>{body}</body></html>"
    return Page(url="https://board.example/j/7", body=html.encode(), fetched_at=datetime(2026, 11, 21, tzinfo=UTC))


def read_posting(page: Page) -> Posting:
    reading = read(page)
    assert reading.verdict is Verdict.POSTING, reading.reasons
    assert reading.posting
    return reading.posting


def facts_of(posting: Posting) -> dict:
    """What must not change with what stands around."""
    return {
        "title": posting.title,
        "organization": posting.organization,
        "pay": posting.pay,
        "deadline": posting.deadline,
        "status": posting.status,
        "locations": posting.locations,
        "sections": [(it.kind, it.heading, it.text) for it in posting.sections],
    }


def cases() -> list[tuple[str, str]]:
    return [(name, kind) for name, blocks in BLOCKS.items() for kind in blocks]


@pytest.mark.parametrize("name", POSTINGS)
@pytest.mark.parametrize("layout", LAYOUTS, ids=range(len(LAYOUTS)))
def test_a_posting_alone_is_read_whole(name, layout):
    said = [read_posting(page(name, layout, facts)) for facts in FACTS]
    assert [it.pay is not None for it in said] == [True, True, False]
    assert [it.deadline is not None for it in said] == [True, True, False]
    assert (said[0].pay.min, said[0].pay.max) == (said[1].pay.min, said[1].pay.max)
    assert said[0].deadline.at == said[1].deadline.at


@pytest.mark.parametrize(("name", "kind"), cases())
def test_what_stands_around_a_posting_changes_nothing(name, kind):
    for layout in LAYOUTS:
        for facts in FACTS:
            alone = facts_of(read_posting(page(name, layout, facts)))
            for place in PLACES:
                if (kind, place) in TYPED:
                    continue
                beside = facts_of(read_posting(page(name, layout, facts, BLOCKS[name][kind], place)))
                assert beside == alone, (place, facts, layout)
