"""The visible text of a posting, as HTML or as plain text, to claims: labels, the lines of the head, sentences."""

import re
from dataclasses import dataclass
from datetime import date

from spiders.claims import Claims, Origin
from spiders.posting import Status
from spiders.reading import employment, place, posted, requisition, start, workplace
from spiders.reading.deadline import find_deadline
from spiders.reading.document import Document
from spiders.reading.head import HeadLine, find_head
from spiders.reading.labels import Labelled, find_labels
from spiders.reading.organization import has_legal_form, names_in_metadata, names_in_text
from spiders.reading.pay import find_pay
from spiders.reading.scope import Scope
from spiders.reading.status import find_status
from spiders.reading.title import metadata_titles

_MOST_PLACES = 12
_NAMED_AGAIN = 2
_TITLE_ENDS = re.compile(r"[-–—(|,/]\s*(?P<how>(?:100 ?% |fully )?(?:remote|hybrid|on-?site))\)?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What helps to read money and dates: where, in which language, and seen when."""

    language: str | None
    seen_on: date
    country: str | None = None
    zone: str | None = None
    posted_on: date | None = None


def claim_fields(doc: Document, scope: Scope, claims: Claims, *, month_first: bool = False) -> None:
    """All fields but pay, deadline and status, which are read with the help of what these have found."""
    _claim_title(doc, scope, claims)
    for labelled in sorted(find_labels(scope.blocks), key=lambda it: it.field == "region"):
        _claim_label(labelled, claims, scope, month_first=month_first)
    _claim_from_title(claims)
    for name, words in names_in_metadata(doc, claims.first("title") or ""):
        claims.add("organization", name, Origin.META, words)
    for name, span in names_in_text(scope):
        claims.add("organization", name, Origin.PROSE, scope.text[slice(*span)], chars(*span))
    _claim_head(list(find_head(scope)), scope, claims)
    _claim_prose(scope, claims)


def claim_terms(scope: Scope, context: Context, claims: Claims) -> None:
    """Pay, deadline and status, from the posting's own text."""
    text = scope.text
    deadline = find_deadline(
        text,
        language=context.language,
        posted_on=context.posted_on,
        seen_on=context.seen_on,
        place_zone=context.zone,
        country=context.country,
    )
    if deadline:
        claims.add("deadline", deadline.value, Origin.PROSE, deadline.text, chars(deadline.start, deadline.end))
    if pay := find_pay(text, country=context.country, language=context.language):
        claims.add("pay", pay.value, Origin.PROSE, pay.text, chars(pay.start, pay.end))
    status = find_status(text, head_length=scope.head_length)
    if status and status.value is not Status.UNKNOWN:
        claims.add("status", status.value, Origin.HEAD, status.text, chars(status.start, status.end))


def chars(start: int, end: int) -> str:
    """An evidence's place in the posting's text."""
    return f"chars:{start}-{end}"


def _claim_title(doc: Document, scope: Scope, claims: Claims) -> None:
    if scope.title is not None:
        block = scope.blocks[scope.title]
        origin = Origin.HEADING if block.level else Origin.HEAD
        claims.add("title", block.text, origin, block.text, scope.where(scope.title))
    elif not claims.by_field.get("title"):
        for said in metadata_titles(doc)[:1]:
            claims.add("title", said, Origin.META, said)


def _claim_label(labelled: Labelled, claims: Claims, scope: Scope, *, month_first: bool) -> None:
    value, text, name, where = labelled.value, labelled.text, labelled.field, _place_of(labelled, scope)
    # Within the text, "Location: …" is a sentence like others; what stands at the head of the page outweighs it.
    origin = Origin.PROSE if labelled.inline and labelled.index >= scope.body_start else Origin.LABEL
    if name in {"location", "region"}:
        remote = workplace.from_words(value) if workplace.is_only_workplace(value) else None
        claims.add("workplace", remote, origin, text, where)
        claims.add("locations", place.split_list(value), origin, text, where)
    elif name == "organization":
        claims.add("organization", value, origin, text, where)
    elif name == "employment_type":
        claims.add("employment_type", employment.from_words(value), Origin.LABEL, text, where)
    elif name == "workplace":
        claims.add("workplace", workplace.from_words(value), Origin.LABEL, text, where)
    elif name == "posted_on":
        claims.add("posted_on", posted.read_date(value, month_first=month_first), Origin.LABEL, text, where)
    elif name == "requisition_id":
        claims.add("requisition_id", requisition.from_label(value), Origin.LABEL, text, where)
    elif name == "duration" and (length := start.find_duration(words := f"duration: {value}", words.lower())):
        claims.add("duration", length[0], Origin.LABEL, text, where)


def _place_of(labelled: Labelled, scope: Scope) -> str:
    """Where a label and its value stand, which may be two blocks."""
    first = labelled.index - (not labelled.inline)
    return chars(scope.offsets[first], scope.offsets[labelled.index] + len(scope.blocks[labelled.index].text))


def _claim_from_title(claims: Claims) -> None:
    """The workplace that a title ends with: "Support Engineer - Remote"."""
    title = claims.first("title") or ""
    if match := _TITLE_ENDS.search(title):
        claims.add("workplace", workplace.from_words(match["how"]), Origin.HEAD, title)


def _claim_head(lines: list[HeadLine], scope: Scope, claims: Claims) -> None:
    places = [line for line in lines if line.field == "location"]
    if places:
        near = _side_by_side(places)
        named = tuple(dict.fromkeys(part for line in near for part in place.split_list(line.text)))[:_MOST_PLACES]
        words, spot = scope.span((near[0].index, near[0].text), (near[-1].index, near[-1].text))
        claims.add("locations", named, Origin.HEAD, words, spot)
        ways = {workplace.from_words(it) for it in named}
        claims.add("workplace", ways.pop() if len(ways) == 1 else None, Origin.HEAD, words, spot)
    for line in lines:
        where = scope.where(line.index, line.text)
        if line.field == "employment_type":
            claims.add(line.field, employment.from_words(line.text), Origin.HEAD, line.text, where)
        elif line.field == "workplace":
            claims.add(line.field, workplace.from_words(line.text), Origin.HEAD, line.text, where)
        elif line.field == "organization" and _is_organization(line, scope, claims):
            claims.add(line.field, line.text, Origin.HEAD, line.text, where)


def _side_by_side(places: list[HeadLine]) -> list[HeadLine]:
    """The first place and those in its line or the lines right after it."""
    near = places[:1]
    for line in places[1:]:
        if 0 <= line.index - near[-1].index <= 1:
            near.append(line)
    return near


def _is_organization(line: HeadLine, scope: Scope, claims: Claims) -> bool:
    """Whether a line that may be a name is one: right beside the title, in legal form, or named again elsewhere."""
    if (line.distance == 1 and line.first) or has_legal_form(line.text):
        return True
    named = {claim.value for claim in claims.of("organization")}
    return line.text in named or (" " in line.text and scope.text.count(line.text) > _NAMED_AGAIN)


def _claim_prose(scope: Scope, claims: Claims) -> None:
    text, lower = scope.text, scope.lower
    places = list(place.in_prose(text, lower))
    if named := tuple(dict.fromkeys(match["place"] for match in places))[:_MOST_PLACES]:
        claims.add("locations", named, Origin.PROSE, named[0], chars(*places[0].span("place")))
    for name, found in (
        ("workplace", workplace.in_prose(text, lower)),
        ("employment_type", employment.in_prose(text, lower)),
        ("requisition_id", requisition.in_prose(text, lower)),
        ("starts_on", start.find_start(text, lower)),
        ("duration", start.find_duration(text, lower)),
    ):
        if found:
            claims.add(name, found[0], Origin.PROSE, found[1][0], chars(*found[1].span()))
