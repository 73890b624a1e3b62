"""The dates that an object of a posting's shape states: posted, first day of work, deadline, ends of other kinds."""

from collections.abc import Iterator
from datetime import date

from spiders.pages.answers import Part
from spiders.pages.keys import folded
from spiders.pages.shape_values import Moment, Setting, as_deadline, moment, words
from spiders.pages.shapes import Shaped
from spiders.posting import Deadline, Page
from spiders.reading import ages
from spiders.reading.deadline import find_deadline

_LONGEST = 300
_MONTH_FIRST = frozenset({"US", "PH"})


class Dates:
    """The dates of one object."""

    def __init__(self, one: Shaped, setting: Setting) -> None:
        """Reads what the object says when it was posted; the rest is read when asked for."""
        self._one = one
        self._setting = setting
        self._month_first = setting.country in _MONTH_FIRST
        self._posted = next(self._moments("posted_on"), None)

    def posted(self) -> tuple[date, Part] | None:
        """When it was posted."""
        return (self._posted[1].day, self._posted[0]) if self._posted else None

    def posted_between(self, page: Page) -> tuple[tuple[date | None, date], Part] | None:
        """The range of days that an age ("Posted 3 Days Ago") leaves, where no date says more."""
        parts = self._one.every("posted_on") if self._posted is None else ()
        found = (
            (days, part)
            for part in parts
            if (days := ages.posted_between(words(part.value), page.fetched_at, labelled=True))
        )
        return next(found, None)

    def starts(self) -> tuple[str, Part] | None:
        """The first day of work; a "start" that is the posting's own is none."""
        part, at = next(self._moments("starts_on"), (None, None))
        own = part and self._posted and part.path == self._posted[0].path
        return (at.day.isoformat(), part) if part and at and not own else None

    def deadline(self, page: Page) -> tuple[Deadline, Part] | None:
        """The last moment to apply, as the object itself calls it."""
        found = ((it, part) for part in self._one.every("deadline") if (it := self._deadline(part, page)))
        return next(found, None)

    def expiry(self) -> tuple[Deadline | None, date, Part] | None:
        """When its time ends: as a deadline, and as a day; no deadline where a machine made it."""
        for name in ("expiry", "valid_through", "ends_on"):
            for part, at in self._moments(name):
                if name != "ends_on" or self._ends_the_posting(at):
                    made = name == "valid_through" or self._is_made(at)
                    said = words(part.value)
                    return None if made else as_deadline(at, said, self._setting.zone), at.day, part
        return None

    def _moments(self, name: str) -> Iterator[tuple[Part, Moment]]:
        for part in self._one.every(name):
            if at := moment(part.value, month_first=self._month_first):
                yield part, at

    def _deadline(self, part: Part, page: Page) -> Deadline | None:
        said = words(part.value)
        if at := moment(part.value, month_first=self._month_first):
            in_utc = folded(part.path).endswith("utc") and at.offset is None
            return as_deadline(at, said, "+00:00" if in_utc else self._setting.zone)
        if not said or len(said) > _LONGEST:
            return None
        found = find_deadline(
            f"Application deadline: {said}",
            seen_on=page.fetched_at.date(),
            language=self._setting.language,
            posted_on=self._posted[1].day if self._posted else None,
            place_zone=self._setting.zone,
            country=self._setting.country,
        )
        return found.value if found else None

    def _ends_the_posting(self, end: Moment) -> bool:
        """Whether an "end date" is the posting's, not the work's: a feed's, with a time of day, or before the work."""
        start = next(self._moments("starts_on"), None)
        return start is None or "pubdate" in self._one.index or end.clock is not None or end.day <= start[1].day

    def _is_made(self, end: Moment) -> bool:
        """Whether an end was made by a machine: at the posting's own second of a day, or years later to the day."""
        if self._posted is None:
            return False
        posted = self._posted[1]
        to_the_second = end.clock is not None and end.clock == posted.clock and bool(end.clock.second)
        same_day = (end.day.month, end.day.day) == (posted.day.month, posted.day.day)
        return to_the_second or (same_day and end.day.year > posted.day.year)
