"""The days in a posting's visible text that are not about applying: when it was put up, when the work begins."""

from dataclasses import dataclass
from datetime import date, datetime

from spiders.claims import Claims, Origin
from spiders.reading import ages, place, posted, start
from spiders.reading.document import Document
from spiders.reading.scope import Scope

_MONTH_FIRST = frozenset({"US", "PH"})
#: An age stands no farther from the title than so many lines.
_AROUND = 16

#: A day; a range of them, from a relative age.
Posted = tuple[date | None, tuple[date | None, date] | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """What helps to read days: when they were seen, in which language, and in which order numbers are."""

    #: In UTC.
    seen: datetime
    language: str | None
    month_first: bool

    @classmethod
    def of(cls, doc: Document, claims: Claims, seen: datetime) -> "Days":
        """As far as the page's own word for its language and the places of other sources tell."""
        declared = (doc.language or "").lower()
        places = claims.first("locations") or ()
        countries = {country for it in places if (country := place.country_of(it))}
        return cls(
            seen=seen,
            language=declared[:2] or None,
            month_first=bool(countries & _MONTH_FIRST) or (not countries and declared == "en-us"),
        )

    def posted(self, value: str) -> Posted:
        """The day that a label's value says, or the range of its age."""
        if found := ages.posted_between(value, self.seen, labelled=True):
            return None, found
        return self._date(value), None

    def posted_in(self, line: str) -> Posted:
        """As `posted`, of a line that has to say itself that it is about posting."""
        if found := ages.posted_between(line, self.seen):
            return None, found
        day = posted.read_line(line, month_first=self.month_first, seen_on=self.seen.date(), language=self.language)
        return day, None

    def start(self, value: str) -> str | None:
        """The day or month that a label's value says."""
        return start.read_start(value, language=self.language, month_first=self.month_first)

    def _date(self, value: str) -> date | None:
        return posted.read_date(value, month_first=self.month_first, seen_on=self.seen.date(), language=self.language)


def claim_posted(claims: Claims, origin: Origin, said: Posted, text: str, where: str | None) -> None:
    """A day, or the range of an age."""
    day, between = said
    claims.add("posted_on", day, origin, text, where)
    claims.add("posted_between", between, origin, text, where)


def claim_days(scope: Scope, claims: Claims, days: Days) -> None:
    """When it was posted, by a line around the title; when the work begins, by a sentence."""
    for index in _around_title(scope):
        text = scope.blocks[index].text
        said = days.posted_in(text)
        if any(said):
            claim_posted(claims, Origin.HEAD, said, text, scope.where(index))
            break
    found = start.find_start(scope.text, scope.lower, language=days.language, month_first=days.month_first)
    if found:
        where = f"chars:{found.start}-{found.end}"
        claims.add("starts_on", found.value, Origin.PROSE, found.text, where)


def _around_title(scope: Scope) -> range:
    if scope.title is None:
        return range(min(_AROUND, len(scope.blocks)))
    return range(scope.head_start, min(len(scope.blocks), scope.title + _AROUND))
