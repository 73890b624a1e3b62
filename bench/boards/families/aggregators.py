"""Sites that publish many employers' postings in HTML: with JSON-LD, without, with their own commentary."""

import json
from datetime import timedelta
from random import Random
from typing import Any

from boards import layout
from boards.answers import Answer
from boards.facts import Facts, Pay
from boards.families.family import ONE_SOURCE, Family
from boards.languages import GB, US
from boards.languages_eu import DE, FR, SV
from boards.look import Look
from boards.prose import sentence
from boards.wordings import short

_TYPES = {"full_time": "FULL_TIME", "part_time": "PART_TIME", "contract": "CONTRACTOR", "internship": "INTERN"}


def _plain(facts: Facts, look: Look) -> Answer:
    if facts.status == "closed" and facts.placing >> 12 & 1:
        return _notice(facts, look)
    return Answer(body=layout.page(look, title=_title(facts, look), main=layout.main_html(facts, look)))


def _title(facts: Facts, look: Look) -> str:
    return f"{facts.title} - {facts.organization} | {look.template.prefix.title()}"


def _notice(facts: Facts, look: Look) -> Answer:
    """A closed posting of which only its title and the notice are left."""
    main = f'<h1 class="{look.classes("title")}">{look.text(facts.title)}</h1>{layout.control_html(facts, look)}'
    return Answer(body=layout.page(look, title=_title(facts, look), main=main))


def _with_json_ld(facts: Facts, look: Look) -> Answer:
    withdrawn = facts.status == "closed" and facts.placing >> 11 & 1
    head = "" if withdrawn else json_ld_html(facts, look)
    return Answer(body=layout.page(look, title=_title(facts, look), main=layout.main_html(facts, look), head=head))


def _with_commentary(facts: Facts, look: Look) -> Answer:
    main = layout.main_html(facts, look) + _commentary(facts, look)
    return Answer(body=layout.page(look, title=_title(facts, look), main=main))


def _commentary(facts: Facts, look: Look) -> str:
    """What the site's editors say: always the same of one posting, with sums and dates that are not the posting's."""
    own = Random(facts.key)
    titles = look.language.furniture["commentary"]
    parts = []
    for _ in range(2):
        text = " ".join(sentence(own, short(look.language), "about") for _ in range(4))
        parts.append(f"<h3>{look.text(titles[own.randrange(len(titles))])}</h3><p>{look.text(text)}</p>")
    sums = f"In {look.today.year - 1} readers told us of $64,000 to $91,000 a year, and of 1 March as the busiest day."
    return f'<section class="{look.classes("editorial")}">{"".join(parts)}<p>{look.text(sums)}</p></section>'


def json_ld_html(facts: Facts, look: Look) -> str:
    """The posting as schema.org has it; the order of the keys and the day of the last edit are noise."""
    entries = list(json_ld(facts, look).items())
    if look.random.random() < 0.5:  # noqa: PLR2004 - either
        look.random.shuffle(entries)
    text = json.dumps(dict(entries), ensure_ascii=False, indent=look.random.choice((None, 2)))
    safe = text.replace("</", "<\\/")
    return f'<script type="application/ld+json" nonce="{look.token(8)}">{safe}</script>'


def json_ld(facts: Facts, look: Look) -> dict[str, Any]:
    """The posting as schema.org has it."""
    city = look.language.places[facts.place][0].split(",")[0]
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": facts.title,
        "description": layout.text_html(facts, look, plain=True),
        "datePosted": facts.posted.isoformat(),
        "dateModified": f"{look.today.isoformat()}T{look.random.randint(0, 23):02}:00:00Z",
        "hiringOrganization": {"@type": "Organization", "name": facts.organization, "logo": f"/l/{look.token(6)}.png"},
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": city, "addressCountry": look.language.country},
        },
        "employmentType": _TYPES[facts.employment],
        "identifier": {"@type": "PropertyValue", "name": facts.organization, "value": facts.number},
        "validThrough": _valid_through(facts),
        "url": look.link(f"/jobs/{facts.key}").replace("&amp;", "&"),
    }
    if facts.workplace == "remote":
        made["jobLocationType"] = "TELECOMMUTE"
    if pay := facts.declared_pay or facts.pay:
        made["baseSalary"] = _base_salary(pay)
    return made


def _valid_through(facts: Facts) -> str:
    """The deadline; boards make one up where there is none."""
    if facts.deadline:
        return facts.deadline.instant.isoformat()
    return (facts.posted + timedelta(days=180)).isoformat()


def _base_salary(pay: Pay) -> dict[str, Any]:
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": pay.unit.upper()}
    if pay.low == pay.high:
        value["value"] = pay.low
    if pay.low != pay.high and pay.low is not None:
        value["minValue"] = pay.low
    if pay.low != pay.high and pay.high is not None:
        value["maxValue"] = pay.high
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


FAMILIES = (
    Family(name="aggregator-json-ld", language=US, posting=_with_json_ld, without=frozenset()),
    Family(name="aggregator-plain", language=US, posting=_plain),
    Family(name="aggregator-commentary", language=US, posting=_with_commentary),
    Family(name="british", language=GB, posting=_plain, path="/vacancies/{}"),
    Family(name="german", language=DE, posting=_with_json_ld, without=ONE_SOURCE, path="/stellenangebote/{}"),
    Family(name="french", language=FR, posting=_plain, path="/offres/{}"),
    Family(name="swedish", language=SV, posting=_plain, path="/annonser/{}"),
)
