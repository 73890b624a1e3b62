"""Sites built by scripts: what they show stands as JSON in the page."""

import json
from typing import Any

from boards import layout
from boards.answers import Answer
from boards.facts import Facts
from boards.families.family import Family
from boards.languages import US
from boards.look import Look
from boards.wordings import pay_text


def _next(facts: Facts, look: Look) -> Answer:
    """Every other site sends the finished HTML too; the others a frame that scripts fill."""
    finished = look.template.labels % 2 == 0
    frame = f'<div id="__next"><h1>{look.text(facts.title)}</h1><p>{look.text(layout.place(facts, look))}</p></div>'
    main = layout.main_html(facts, look, labelled=False) if finished else frame
    state = json.dumps({"props": {"pageProps": _state(facts, look)}, "buildId": look.token(12), "page": "/jobs/[id]"})
    safe = state.replace("</", "<\\/")
    script = f'<script id="__NEXT_DATA__" type="application/json">{safe}</script>'
    return Answer(body=layout.page(look, title=facts.title, main=main + script))


def _state(facts: Facts, look: Look) -> dict[str, Any]:
    job: dict[str, Any] = {
        "id": facts.key,
        "title": facts.title,
        "company": {"name": facts.organization, "followers": look.random.randint(100, 9000)},
        "location": layout.place(facts, look),
        "employmentType": look.language.employment[facts.employment][0],
        "workplaceType": facts.workplace,
        "requisitionId": facts.number,
        "description": layout.text_html(facts, look, labelled=False, plain=True),
        "status": facts.status,
        "viewCount": look.random.randint(1, 9999),
        "publishedAt": facts.posted.isoformat(),
    }
    if facts.status == "open":
        job["applyUrl"] = look.away(facts.apply)
    if facts.status == "upcoming":
        job["applicationsOpenAt"] = facts.opens.isoformat()
    if facts.pay:
        job["salary"] = pay_text(facts.pay, look.language, look.variant)
    return {"job": job, "similar": [{"id": look.token(5), "salary": "$45 an hour"}], "session": look.token(20)}


FAMILIES = (
    Family(name="next-data", language=US, posting=_next, without=frozenset({"contradict"}), path="/careers/{}"),
)
