"""Ashby's public job posting API: a whole board (`{"jobs": [...], "apiVersion": "1"}`), texts and pay included.

Source of the shape: developers.ashbyhq.com/docs/public-job-posting-api. There is no call for one posting: the board's
is asked, and the posting picked by its id. `isListed: false` keeps a posting off the board, not from applicants.
"""

from collections.abc import Iterator
from typing import Any

from spiders.claims import Claims
from spiders.pages.answers import (
    Field,
    Part,
    add,
    chosen,
    claim,
    day,
    first_html,
    flag,
    gone,
    kind,
    link,
    listed,
    missing,
    named_place,
    one_of,
    pay,
    posting,
    shown,
    spanning,
    text,
    where,
)
from spiders.pages.pay_parts import claim_extras, claim_places
from spiders.posting import Page, Pay, Posting, Reading, Role, Workplace

_NAME = "Ashby"


def is_answer(answer: Any) -> bool:
    """Whether an answer is Ashby's."""
    jobs = Part(answer).at("jobs").value
    return isinstance(jobs, list) and (all(map(_is_posting, jobs[:5])) if jobs else "apiVersion" in answer)


def read(answer: Any, page: Page) -> Reading | None:
    """The reading of an answer of Ashby's API."""
    root = Part(answer)
    if not isinstance(root.at("jobs").value, list):
        said = missing(root)
        return gone(_NAME, said) if said else None
    items = [it for it in root.at("jobs").items() if _is_posting(it.value)]
    if not chosen(page):
        public = [it for it in items if it.at("isListed").value is not False]
        return listed(_NAME, (Role(title=it.at("title").text, url=link(it.at("jobUrl").value)) for it in public))
    item = one_of(_NAME, items, page, lambda it: (it.at("id").text,))
    return item if isinstance(item, Reading) else shown(_NAME, _posting(item, page))


def _is_posting(value: Any) -> bool:
    return isinstance(value, dict) and isinstance(value.get("title"), str) and "jobUrl" in value


def _posting(item: Part, page: Page) -> Posting:
    claims = Claims()
    claim(item, _FIELDS, claims)
    add(claims, "locations", tuple(dict.fromkeys(_places(item))), item.at("location"))
    flag(claims, "workplace", Workplace.REMOTE, item.at("isRemote"))
    if item.at("shouldDisplayCompensationOnJobPostings").value is not False:
        _claim_pay(item.at("compensation"), claims)
    return posting(first_html(item, "descriptionHtml", "descriptionPlain"), claims, page)


def _places(item: Part) -> Iterator[str]:
    for it in (item, *item.at("secondaryLocations").items()):
        address = it.at("address.postalAddress")
        parts = (address.at(f"address{part}").value for part in ("Locality", "Region", "Country"))
        if said := it.at("location").text or named_place(*parts):
            yield said


def _claim_pay(compensation: Part, claims: Claims) -> None:
    """The salary, spanning the tiers (places, levels); bonus, commission and equity are components of other types."""
    tiers = [
        (tier.at("title").text, it)
        for tier in compensation.at("compensationTiers").items()
        for it in tier.at("components").items()
    ]
    ranges = [(title, found) for title, it in tiers if (found := _salary(it, title))]
    summary = list(compensation.at("summaryComponents").items())
    pay = spanning([it for _, it in ranges]) or spanning([found for it in summary if (found := _salary(it))])
    add(claims, "pay", pay, compensation)
    claim_places(claims, ranges, compensation)
    extras = ((it.at("compensationType").text, it.at("summary").text) for it in (*summary, *(it for _, it in tiers)))
    claim_extras(claims, extras, compensation)


def _salary(component: Part, title: str = "") -> Pay | None:
    if component.at("compensationType").value != "Salary":
        return None
    low, high, currency, interval = (
        component.at(key).value for key in ("minValue", "maxValue", "currencyCode", "interval")
    )
    words = [f"{title}:" if title else "", component.at("summary").text, text(interval)]
    return pay(low, high, currency, interval, " ".join(words) if words[1] else "")


_FIELDS: tuple[Field, ...] = (
    ("title", "title", text),
    ("workplace", "workplaceType", where),
    ("employment_type", "employmentType", kind),
    ("posted_on", "publishedAt", day),
    ("apply_url", "applyUrl", link),
)
