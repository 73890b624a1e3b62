"""One labelled field of a saved page edited wherever the page says it, as its employer would edit it.

Each edit gives the page and what has to be told of it, or says why there is no consistent edit of that field there.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from pages import amounts, days, places
from pages.markup import Token, end_of, html_of, places_of, text_within, tokens
from pages.substitution import Change, exchanged, substituted, words_pattern
from pages.words import words_of
from spiders.posting import Posting, Status
from spiders.reading import employment, workplace
from spiders.reading.gazetteer import COUNTRIES

Label = Mapping[str, Any]
#: Words that say what an organization is, and stay when it is another.
_KINDS_TEXT = """
university universitet school college academy centre center group bank ltd pte llc inc inc. gmbh ag a/s aps a.s.
s.r.o. s.r.o community primary high sixth form
"""
_KINDS_OF_ORGANIZATION = frozenset(_KINDS_TEXT.split())
_OTHER_NAMES = ("Kestrel", "Norvell", "Harbour", "Larkspur", "Ambrose", "Tannery", "Millrace")
_OTHER_ROLES = ("Data Analyst", "Warehouse Clerk", "Account Manager", "Laboratory Technician")
_WORKPLACES = {"remote": "On-site", "hybrid": "On-site", "on-site": "Hybrid"}
_EMPLOYMENT = (
    (r"full([ -]?)time", r"part\1time"), (r"fulltime", "parttime"), (r"part([ -]?)time", r"full\1time"),
    (r"na plný úvazek", "na zkrácený úvazek"), (r"plný úvazek", "částečný úvazek"), (r"částečný úvazek", "plný úvazek"),
    (r"fuldtid", "deltid"), (r"vollzeit", "teilzeit"), (r"contract", "full-time"), (r"internship", "full-time"),
)  # fmt: skip
_BLOCKS = frozenset({"div", "p", "td", "tr", "li", "section", "header"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """A page with one field edited, and the kinds of change (with their directions) that this is."""

    html: str
    tells: tuple[tuple[str, str | None], ...]


class NoEdit(Exception):
    """There is no consistent edit of the field on the page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """A saved page: its label, its tokens, and what is read of it."""

    label: Label
    page: list[Token]
    posting: Posting

    def with_change(self, change: Change, *tells: tuple[str, str | None]) -> Edit:
        """The page with its words changed.

        Raises:
            NoEdit: nothing on the page is changed by it.
        """
        made = html_of(substituted(self.page, change))
        if made == html_of(self.page):
            raise NoEdit("not written in one piece")
        return Edit(html=made, tells=tells)

    def others(self, *but: str) -> tuple[str, ...]:
        """Labelled words of the fields that are not edited: an edit leaves them as they are."""
        known = {name: self.label[name] or "" for name in ("title", "organization") if name not in but}
        if "pay" not in but and self.label["pay"]:
            known["pay"] = self.label["pay"]["text"]
        return tuple(known.values())


def title(saved: Saved, random: Random) -> Edit:
    """Another grade of the same role, or another role."""
    old = saved.label["title"]
    grade = re.match(r"(?:senior|junior)\s", old, re.IGNORECASE)
    new = random.choice(
        (
            f"Principal {old[grade.end() :] if grade else old}",
            f"{random.choice(_OTHER_ROLES)} {_in_brackets(old)}".strip(),
        )
    )
    return saved.with_change(exchanged(old, new), ("title_changed", None))


def _in_brackets(text: str) -> str:
    found = re.search(r"\([^)]*\)", text)
    return found[0] if found else ""


def organization(saved: Saved, random: Random) -> Edit:
    """Another name; what says the kind of organization stays."""
    old = saved.label["organization"]
    if not set(old.casefold().split()) & set((saved.posting.organization or "").casefold().split()):
        raise NoEdit("not read as labelled")
    new = _renamed(old.split(), random.choice(_OTHER_NAMES))
    if words_pattern(old).search(saved.label["title"]):
        return saved.with_change(exchanged(old, new), ("title_changed", None), ("organization_changed", None))
    return saved.with_change(exchanged(old, new), ("organization_changed", None))


def _renamed(old: list[str], name: str) -> str:
    """Another name before the words at the end, or behind "University of", that say what an organization is."""
    if old[1:2] == ["of"]:
        return f"{old[0]} of {name}"
    last = next((at for at in range(len(old), 0, -1) if old[at - 1].lower() not in _KINDS_OF_ORGANIZATION), 0)
    return " ".join([name, *old[last:]])


def locations(saved: Saved, random: Random) -> Edit:
    """Other towns (regions, countries) of the same kind."""
    pairs = places.others(saved.label["locations"], random)
    if not pairs:
        raise NoEdit("names no place")
    read = " ".join(saved.posting.locations).casefold()
    if not all(old.casefold() in read for old in pairs):
        raise NoEdit("not read as labelled")
    if (
        saved.posting.pay
        and "currency" in saved.posting.pay.implied
        and any(it.casefold() in COUNTRIES for it in pairs)
    ):
        raise NoEdit("another country is another currency")
    changes = [exchanged(old, new, but=saved.others()) for old, new in pairs.items()]

    def change(text: str) -> str:
        for one in changes:
            text = one(text)
        return text

    return saved.with_change(change, ("location_changed", None))


def pay(saved: Saved, _random: Random) -> Edit:
    """A tenth more."""
    change = amounts.raised(saved.label["pay"])
    old = saved.label["title"]
    if change(old) != old:
        return saved.with_change(change, ("pay_changed", "raised"), ("title_changed", None))
    if re.search(r"\d[\d.]*\s?(?:Kč|CZK|EUR|k\b)", old):
        raise NoEdit("said twice in different words")
    return saved.with_change(change, ("pay_changed", "raised"))


def deadline(saved: Saved, random: Random) -> Edit:
    """A few days later or earlier within the month, in the same written form; whole weeks where a weekday stands by."""
    known = saved.label["deadline"]
    moved = days.move(known["date"], random, weekly=days.has_weekday(html_of(saved.page), known["date"]))
    change = days.moved(known["date"], moved, saved.label["lang"])
    direction = "extended" if moved > known["date"] else "brought_forward"
    return saved.with_change(change, ("deadline_changed", direction))


def posted(saved: Saved, _random: Random) -> Edit:
    """Put up a day earlier, which is no kind of change."""
    known = saved.label["posted"]
    moved = days.day_before(known)
    return saved.with_change(days.moved(known, moved, saved.label["lang"]))


def status(saved: Saved, random: Random) -> Edit:
    """A notice of closing at the posting's head, or in place of the control to apply; or such a notice taken away."""
    if saved.label["status"] == "closed":
        said = saved.label["status_text"]
        if not words_pattern(said).search(text_within(saved.page)):
            raise NoEdit("only said in state")
        return saved.with_change(exchanged(said, "Be an early applicant"), ("reopened", None))
    if saved.posting.status is not Status.OPEN:
        raise NoEdit("not known to be open")
    notice = tokens(f"<p>{random.choice(words_of(saved.label['lang']).closed)}</p>")
    places = _controls(saved) if random.random() < 0.5 else []  # noqa: PLR2004 - either
    places = places or list(filter(None, [_heading(saved)]))
    if not places:
        raise NoEdit("no place for a notice")
    page = saved.page
    for start, end in reversed(places):
        page = [*page[:start], *notice, *page[end:]]
    return Edit(html=html_of(page), tells=(("closed", None),))


def _heading(saved: Saved) -> tuple[int, int] | None:
    """Behind the chief heading that is the title; where none is, behind the first block that is."""
    title = words_pattern(saved.label["title"])
    for name in ("h1", "h2", "h3", "h4"):
        for number in places_of(saved.page, name):
            end = end_of(saved.page, number)
            if end and title.search(text_within(saved.page[number:end])):
                return end + 1, end + 1
    bodies = places_of(saved.page, "body")
    for number in range(bodies[0] if bodies else 0, len(saved.page)):
        if title.fullmatch(text_within(saved.page[number : number + 1])):
            ends = (at for at in range(number, len(saved.page)) if saved.page[at].kind == "end")
            at = next((at for at in ends if saved.page[at].name in _BLOCKS), None)
            return (at + 1, at + 1) if at else None
    return None


def _controls(saved: Saved) -> list[tuple[int, int]]:
    """The links and buttons whose words were read as asking to apply."""
    asks = saved.posting.evidence.get("apply_url")
    found = []
    for number in places_of(saved.page, "a", "button") if asks else ():
        end = end_of(saved.page, number)
        if end and asks and text_within(saved.page[number:end]) == asks.text:
            found.append((number, end + 1))
    return found


def workplace_type(saved: Saved, _random: Random) -> Edit:
    """On site becomes hybrid; hybrid and remote, on site."""
    old = workplace.from_words(saved.label["workplace_type"])
    said = saved.label["workplace_type"]
    fields = f"{saved.label['title']} {saved.label['locations']}"
    if old is None or re.search(r"remote|office|anywhere", fields, re.IGNORECASE):
        raise NoEdit("the word is also part of its title or place")
    if re.search("TELECOMMUTE", html_of(saved.page)):
        raise NoEdit("said twice in different words")
    new = _WORKPLACES[said.casefold()]
    return saved.with_change(exchanged(said, new), ("workplace_changed", None))


def employment_type(saved: Saved, _random: Random) -> Edit:
    """Full time becomes part time, and the other way; contracts and internships, full time."""
    said = ", ".join(saved.label["employment_type"])
    found = [(old, new) for old, new in _EMPLOYMENT if re.search(old, said.casefold())]
    kinds = {it for part in re.split(r", ", said) if (it := employment.from_words(part))}
    if saved.posting.employment_type is None:
        raise NoEdit("not read as labelled")
    if len({old[:4] for old, _ in found}) != 1 or len(kinds) > 1:
        raise NoEdit("several kinds, or none, are said")
    old, new = found[0]
    if re.search(old.replace("ship", ""), saved.label["title"], re.IGNORECASE):
        raise NoEdit("the word is also part of its title or place")
    pattern = re.compile(rf"(?<!\w){old}(?![^\W_])", re.IGNORECASE)

    def change(text: str) -> str:
        return pattern.sub(lambda it: it.expand(new).capitalize(), text).replace("FULL_TIME", "PART_TIME")

    return saved.with_change(change, ("employment_type_changed", None))


def requisition_id(saved: Saved, random: Random) -> Edit:
    """The same text under another number."""
    old = saved.label["requisition_id"]
    new = re.sub(r"\d(?=\d?$)", lambda it: str((int(it[0]) + random.randint(1, 8)) % 10), old)
    if old in saved.label["title"]:
        return saved.with_change(exchanged(old, new), ("title_changed", None))
    return saved.with_change(exchanged(old, new), ("reposted", None))


#: By the name of the label's field.
EDITS: Mapping[str, Callable[[Saved, Random], Edit]] = {
    "title": title,
    "organization": organization,
    "locations": locations,
    "pay": pay,
    "deadline": deadline,
    "status": status,
    "workplace_type": workplace_type,
    "employment_type": employment_type,
    "posted": posted,
    "requisition_id": requisition_id,
}
