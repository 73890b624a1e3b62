"""The visible text of a posting, as HTML or as plain text, to claims: labels, the lines of the head, sentences."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from spiders.claims import Claims, Origin
from spiders.pages.visible_days import Days, claim_days, claim_posted
from spiders.posting import PlaceDeadline, PlacePay, Status
from spiders.reading import duration, employment, place, place_prose, requisition, workplace
from spiders.reading.deadline import find_closing
from spiders.reading.document import Document
from spiders.reading.head import HeadLine, find_head
from spiders.reading.labels import Labelled, field_of, find_labels
from spiders.reading.noise import is_noise_line
from spiders.reading.organization import names_in_metadata, names_in_text
from spiders.reading.organization_words import has_legal_form, is_department, is_name
from spiders.reading.pay import find_pay, pays_by_place
from spiders.reading.pay_extras import find_extras
from spiders.reading.place_forms import has_form_of_place
from spiders.reading.scope import Scope
from spiders.reading.status import find_status
from spiders.reading.terms import find_terms
from spiders.reading.title import metadata_titles, of_heading
from spiders.reading.title_place import hero_of, place_beside_title, place_in_title
from spiders.reading.weekly_hours import find_weekly_hours

_MOST_PLACES = 12
_NAMED_AGAIN = 2
_ADDRESS_LINES = 5
#: Elements that hold a label, whose value is the next one.
_LABEL_TAGS = frozenset({"dt", "th"})
_DIGIT = re.compile(r"\d")
_TITLE_ENDS = re.compile(r"[-–—(|,/]\s*(?P<how>(?:100 ?% |fully )?(?:remote|hybrid|on-?site))\)?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Context:
    """What helps to read money and dates: where, in which language, and seen when."""

    language: str | None
    seen_on: date
    country: str | None = None
    zone: str | None = None
    posted_on: date | None = None
    #: The posting's places.
    places: tuple[str, ...] = ()


def claim_fields(doc: Document, scope: Scope, claims: Claims, seen: datetime) -> None:
    """All fields but pay, deadline and status, which are read with the help of what these have found.

    `seen` is when the page was fetched, in UTC.
    """
    days = Days.of(doc, claims, seen)
    _claim_title(doc, scope, claims)
    for labelled in sorted(find_labels(scope.blocks), key=lambda it: it.field == "region"):
        _claim_label(labelled, claims, scope, days)
    _claim_from_title(doc, claims)
    named = {text.casefold() for claim in claims.of("locations") for text in claim.value}
    for it in names_in_metadata(doc, claims.first("title") or "", scope):
        if it.name.casefold() in named:
            continue
        origin = Origin.META if it.sure else Origin.SITE
        claims.add("organization", it.name, origin, it.text, _place_of_name(it.text, doc, claims))
    for name, span in names_in_text(scope):
        claims.add("organization", name, Origin.PROSE, scope.text[slice(*span)], chars(*span))
    _claim_head(list(find_head(scope)), scope, claims)
    _claim_prose(scope, claims)
    claim_days(scope, claims, days)


def claim_terms(scope: Scope, context: Context, claims: Claims) -> None:
    """Pay, deadline and status, from the posting's own text."""
    _claim_closing(scope.terms, context, claims)
    _claim_pay(scope.terms, context, claims)
    status = find_status(scope.said, head_length=scope.head_length, seen_on=context.seen_on)
    if status and status.value is not Status.UNKNOWN:
        claims.add("status", status.value, Origin.HEAD, status.text, chars(status.start, status.end))


def _claim_closing(text: str, context: Context, claims: Claims) -> None:
    """The deadline, alone and by place, and what the page says beside it or in its place."""
    closing = find_closing(
        text,
        language=context.language,
        posted_on=context.posted_on,
        seen_on=context.seen_on,
        place_zone=context.zone,
        country=context.country,
        places=context.places,
    )
    for name, found in (
        ("deadline", closing.deadline),
        ("soft_deadline", closing.soft),
        ("opens_at", closing.opening),
        ("deadline_terms", find_terms(text)),
    ):
        if found:
            claims.add(name, found.value, Origin.PROSE, found.text, chars(found.start, found.end))
    for _, first in closing.by_place[:1]:
        by_place = tuple(PlaceDeadline(place=name, deadline=it.value) for name, it in closing.by_place)
        claims.add("deadlines_by_place", by_place, Origin.PROSE, first.text, chars(first.start, first.end))


def _claim_pay(text: str, context: Context, claims: Claims) -> None:
    """The pay, what it is for each place, what comes on top of it, and the weekly hours that it is for."""
    pay = find_pay(text, country=context.country, language=context.language)
    if pay:
        claims.add("pay", pay.value, Origin.PROSE, pay.text, chars(pay.start, pay.end))
    placed = pays_by_place(text, country=context.country, language=context.language)
    spans = [(it.start, it.end) for it in ([pay] if pay else []) + [it for _, it in placed]]
    extras = find_extras(text, spans)
    for _, first in placed[:1]:
        by_place = tuple(PlacePay(place=place, pay=it.value) for place, it in placed)
        claims.add("pay_by_place", by_place, Origin.PROSE, first.text, chars(first.start, first.end))
    for one in extras[:1]:
        claims.add("pay_extras", tuple(it.value for it in extras), Origin.PROSE, one.text, chars(one.start, one.end))
    if hours := find_weekly_hours(text):
        claims.add("hours_per_week", hours.value, Origin.PROSE, hours.text, chars(hours.start, hours.end))


def _place_of_name(said: str, doc: Document, claims: Claims) -> str | None:
    """Where the words stand that a name is from: in the page's head, as its title, or as the words for its logo."""
    title = next((it.evidence for it in claims.of("title") if it.evidence.text == said), None)
    return doc.place_in_head(said) or (title.where if title else "markup:img@alt")


def chars(start: int, end: int) -> str:
    """An evidence's place in the posting's text."""
    return f"chars:{start}-{end}"


def _claim_title(doc: Document, scope: Scope, claims: Claims) -> None:
    if scope.title is not None:
        block = scope.blocks[scope.title]
        origin = Origin.HEADING if block.level else Origin.HEAD
        where = scope.where(scope.title)
        if hero := hero_of(block.text):
            claims.add("organization", hero[1], Origin.HEAD, block.text, where)
            claims.add("locations", (hero[2],), Origin.HEAD, block.text, where)
        title, name = of_heading(block, metadata_titles(doc))
        claims.add("organization", name if is_name(name) else None, Origin.HEAD, block.text, where)
        claims.add("title", hero[0] if hero else title, origin, block.text, where)
    elif not claims.by_field.get("title"):
        for said in metadata_titles(doc)[:1]:
            claims.add("title", said, Origin.META, said, doc.place_in_head(said))


def _claim_label(labelled: Labelled, claims: Claims, scope: Scope, days: Days) -> None:
    value, text, name, where = labelled.value, labelled.text, labelled.field, _place_of(labelled, scope)
    # Within the text, "Location: …" is a sentence like others; what stands at the head of the page outweighs it.
    origin = Origin.PROSE if labelled.inline and labelled.index >= scope.body_start else Origin.LABEL
    if name in {"location", "region"}:
        named = place.split_list(value)
        ways = {workplace.from_words(it) for it in named}
        claims.add("workplace", ways.pop() if len(ways) == 1 else None, origin, text, where)
        somewhere = tuple(it for it in named if not workplace.is_only_workplace(it) or workplace.is_remote(it))
        claims.add("locations", somewhere, origin, text, where)
    elif name == "organization":
        claims.add("organization", None if is_noise_line(value) else value, origin, text, where)
        _claim_address(labelled, claims, scope)
    elif name == "employment_type":
        claims.add("employment_type", employment.from_words(value), Origin.LABEL, text, where)
        if workplace.is_only_workplace(value):
            claims.add("workplace", workplace.from_words(value), Origin.LABEL, text, where)
    elif name == "workplace":
        claims.add("workplace", workplace.from_words(value), Origin.LABEL, text, where)
    elif name == "posted_on":
        claim_posted(claims, Origin.LABEL, days.posted(value), text, where)
    elif name == "starts_on":
        claims.add("starts_on", days.start(value), Origin.LABEL, text, where)
    elif name == "requisition_id":
        claims.add("requisition_id", requisition.from_label(value), Origin.LABEL, text, where)
    elif name == "duration":
        claims.add("duration", duration.read_duration(value), Origin.LABEL, text, where)


def _claim_address(labelled: Labelled, claims: Claims, scope: Scope) -> None:
    """The town of the address under an employer's name: where the work is, if nothing else says so."""
    first = scope.blocks[labelled.index]
    for index in range(labelled.index + 1, min(len(scope.blocks), labelled.index + _ADDRESS_LINES)):
        line = scope.blocks[index]
        if line.container != first.container:
            return
        if has_form_of_place(line.text):
            claims.add("locations", (line.text,), Origin.SITE, line.text, scope.where(index))
            return


def _place_of(labelled: Labelled, scope: Scope) -> str:
    """Where a label and its value stand, which may be two blocks."""
    first = labelled.index - (not labelled.inline)
    return chars(scope.offsets[first], scope.offsets[labelled.index] + len(scope.blocks[labelled.index].text))


def _claim_from_title(doc: Document, claims: Claims) -> None:
    """What a title ends with, or has beside it in <title>: workplace, place, number."""
    title = next(claims.of("title"), None)
    if title is None:
        return
    said = title.evidence
    if match := _TITLE_ENDS.search(title.value):
        claims.add("workplace", workplace.from_words(match["how"]), Origin.HEAD, said.text, said.where)
    if named := place_in_title(title.value):
        origin = Origin.META if place.has_town(named) else Origin.SITE
        claims.add("locations", place.split_list(named), origin, said.text, said.where)
    elif beside := place_beside_title(metadata_titles(doc), title.value):
        claims.add("locations", place.split_list(beside[0]), Origin.META, beside[1], doc.place_in_head(beside[1]))
    if number := requisition.in_title(title.value):
        claims.add("requisition_id", number, Origin.META, said.text, said.where)


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
        if scope.blocks[line.index].tag in _LABEL_TAGS:
            continue
        where = scope.where(line.index, line.text)
        if line.field == "employment_type":
            claims.add(line.field, employment.from_words(line.text), Origin.HEAD, line.text, where)
        elif line.field == "workplace":
            claims.add(line.field, workplace.from_words(line.text), Origin.HEAD, line.text, where)
        elif line.field == "organization" and _is_organization(line, lines, scope, claims):
            claims.add(line.field, line.text, Origin.HEAD, line.text, where)


def _side_by_side(places: list[HeadLine]) -> list[HeadLine]:
    """The first place and those in its line or the lines right after it."""
    near = places[:1]
    for line in places[1:]:
        if 0 <= line.index - near[-1].index <= 1:
            near.append(line)
    return near


def _is_organization(line: HeadLine, lines: list[HeadLine], scope: Scope, claims: Claims) -> bool:
    """Whether a line that may be a name is one.

    It is right beside the title with nothing but the posting's facts between, in legal form, or named again elsewhere.
    """
    if is_department(line.text) or not is_name(line.text) or scope.blocks[line.index].tag in _LABEL_TAGS:
        return False
    if find_status(line.text, head_length=len(line.text)):
        return False  # a notice right beside the title
    if has_legal_form(line.text) or (line.first and line.distance == 1):
        return True
    named = {claim.value for claim in claims.of("organization")}
    if line.first and not named and _is_beside_title(line, lines, scope):
        return True
    return line.text in named or (" " in line.text and scope.text.count(line.text) > _NAMED_AGAIN)


def _is_beside_title(line: HeadLine, lines: list[HeadLine], scope: Scope) -> bool:
    facts = {it.index for it in lines if it.field != "organization"}
    between = range((scope.title or 0) + 1, line.index)
    return bool(between) and all(
        it in facts or _DIGIT.search(scope.blocks[it].text) or field_of(scope.blocks[it].text) for it in between
    )


def _claim_prose(scope: Scope, claims: Claims) -> None:
    text, lower = scope.text, scope.lower
    places = list(place_prose.in_prose(text, lower))
    if named := tuple(dict.fromkeys(match["place"] for match in places))[:_MOST_PLACES]:
        claims.add("locations", named, Origin.PROSE, named[0], chars(*places[0].span("place")))
    for name, found in (
        ("workplace", workplace.in_prose(text, lower)),
        ("employment_type", employment.in_prose(text, lower)),
        ("requisition_id", requisition.in_prose(text, lower)),
    ):
        if found:
            claims.add(name, found[0], Origin.PROSE, found[1][0], chars(*found[1].span()))
    if length := duration.find_duration(text, lower):
        claims.add("duration", length.value, Origin.PROSE, length.text, chars(length.start, length.end))
