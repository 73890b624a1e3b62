"""Kinds of one field each: title, organization, location, workplace, employment type, start, address to apply.

None of them is told where the page gave nothing before or gives nothing now: unknown is not a meaning, and a field
that appears or vanishes while the posting stays is nearly always a page that was laid out anew.
"""

import re
from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from monitor.changes import wording
from monitor.changes.comparison import Comparison, PostingKind
from monitor.changes.links import leads_alike
from monitor.changes.places import place, same_places
from monitor.changes.words import words
from monitor.vocabulary import Change, Kind, Severity
from spiders.posting import Posting

#: Without dots and strokes ("S.p.A.", "A/S", "Sp. z o.o."); "and" is that of "GmbH & Co. KG".
_LEGAL_FORMS_TEXT = """
inc incorporated llc llp lp ltd limited gmbh mbh ggmbh ag corp corporation co company plc bv nv sa sas sasu sarl srl spa
ab oy oyj as asa aps se kg kgaa ohg ug ev sl slu sro lda sp z oo zoo and
"""
_LEGAL_FORMS = frozenset(_LEGAL_FORMS_TEXT.split())
_MARKS_OF_FORMS = str.maketrans("", "", "./")
#: That everybody may apply, or both sexes: "(m/w/d)", "H/F", "(all genders)". Two letters without brackets are only
#: taken for it where they are nothing else: "H/W" is hardware.
_FOR_EVERYBODY = re.compile(
    r"[(\[](?:[a-zž](?:\s?[/|*:,.]\s?[a-zž*]){1,3}|gn|all genders?|alle geschlechter|divers)[*)\]]{1,2}"
    r"|(?<![\w/])(?:[mwfdx](?:[/|][mwfdx*]){2,3}|h/f|f/h|m/f|f/m|m/w|w/m|v/m|m/v|m/k|k/m|m/ž|ž/m)(?![\w/])",
    re.IGNORECASE,
)


class FieldKind(PostingKind):
    """A kind that tells of one field, as text."""

    #: What a sentence calls the field.
    name: ClassVar[str]

    @classmethod
    def tell(cls, seen: Comparison) -> Iterator[Change]:
        """One change, or none where a side gives nothing or both mean the same."""
        before, after = cls.text(seen.before), cls.text(seen.after)
        if before and after and not cls.same(seen.before, seen.after):
            yield Change(
                kind=cls.kind,
                severity=Severity.MEDIUM,
                field=cls.fields[0],
                summary=wording.moved(cls.name, before, after),
                before=before,
                after=after,
            )

    @classmethod
    @abstractmethod
    def text(cls, posting: Posting) -> str | None:
        """The field as text; None or "" where the page does not give it."""

    @classmethod
    def same(cls, before: Posting, after: Posting) -> bool:
        """Whether both mean the same; by default, the same words."""
        return words(cls.text(before) or "") == words(cls.text(after) or "")


class TitleChanged(FieldKind):
    """Another title; case, white space, punctuation and "(m/w/d)" do not count."""

    kind = Kind.TITLE_CHANGED
    fields = ("title",)
    name = "Title"

    @classmethod
    def text(cls, posting: Posting) -> str | None:
        """The title."""
        return posting.title

    @classmethod
    def same(cls, before: Posting, after: Posting) -> bool:
        """Whether both name the same role, for whomever it is said to be."""
        return title(before.title or "") == title(after.title or "")


class OrganizationChanged(FieldKind):
    """Another employer; "Inc.", "GmbH" and the like do not count."""

    kind = Kind.ORGANIZATION_CHANGED
    fields = ("organization",)
    name = "Organization"

    @classmethod
    def text(cls, posting: Posting) -> str | None:
        """The organization's name."""
        return posting.organization

    @classmethod
    def same(cls, before: Posting, after: Posting) -> bool:
        """Whether both name the same organization."""
        return organization(before.organization or "") == organization(after.organization or "")


class LocationChanged(FieldKind):
    """Other places; order, spelling and exactness do not count ("NYC" is "New York, NY")."""

    kind = Kind.LOCATION_CHANGED
    fields = ("locations",)
    name = "Location"

    @classmethod
    def text(cls, posting: Posting) -> str | None:
        """The locations that name a place, on one line."""
        return "; ".join(location for location in posting.locations if place(location))

    @classmethod
    def same(cls, before: Posting, after: Posting) -> bool:
        """Whether both name the same places."""
        return same_places(before.locations, after.locations)


class WorkplaceChanged(FieldKind):
    """On site, hybrid or remote."""

    kind = Kind.WORKPLACE_CHANGED
    fields = ("workplace",)
    name = "Workplace"

    @classmethod
    def text(cls, posting: Posting) -> str | None:
        """The value of the enumeration."""
        return posting.workplace and posting.workplace.value


class EmploymentTypeChanged(FieldKind):
    """Another kind of employment."""

    kind = Kind.EMPLOYMENT_TYPE_CHANGED
    fields = ("employment_type",)
    name = "Employment type"

    @classmethod
    def text(cls, posting: Posting) -> str | None:
        """The value of the enumeration."""
        return posting.employment_type and posting.employment_type.value


class StartChanged(FieldKind):
    """Another start; a day in the month that was given before is the same start, only more exact."""

    kind = Kind.START_CHANGED
    fields = ("starts_on",)
    name = "Start"

    @classmethod
    def text(cls, posting: Posting) -> str | None:
        """The date or month."""
        return posting.starts_on

    @classmethod
    def same(cls, before: Posting, after: Posting) -> bool:
        """Whether one is the other or its month."""
        ours, theirs = before.starts_on or "", after.starts_on or ""
        return ours.startswith(theirs) or theirs.startswith(ours)


class ApplyChanged(FieldKind):
    """Another address to apply at; tracking parameters and tokens do not count."""

    kind = Kind.APPLY_CHANGED
    fields = ("apply_url",)
    name = "Address to apply"

    @classmethod
    def text(cls, posting: Posting) -> str | None:
        """The address."""
        return posting.apply_url

    @classmethod
    def same(cls, before: Posting, after: Posting) -> bool:
        """Whether both lead to the same page."""
        return leads_alike(before.apply_url or "", after.apply_url or "")


def title(said: str) -> tuple[str, ...]:
    """A title as it compares: its words without those that say that everybody may apply."""
    return words(_FOR_EVERYBODY.sub(" ", said)) or words(said)


def organization(name: str) -> tuple[str, ...]:
    """An organization's name as it compares: its words without the legal form at the end."""
    kept = words(name.translate(_MARKS_OF_FORMS))
    while len(kept) > 1 and kept[-1] in _LEGAL_FORMS:
        kept = kept[:-1]
    return kept
