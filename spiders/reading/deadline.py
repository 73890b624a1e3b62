"""The last moment to apply in a posting's own text, told apart from every other date and from words that name none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spiders.posting import Deadline
from spiders.reading.characters import folded, plain
from spiders.reading.dates import dates
from spiders.reading.deadline_candidates import Candidate, candidates
from spiders.reading.deadline_phrases import Cue
from spiders.reading.deadline_places import by_place, of_place, own
from spiders.reading.found import Found
from spiders.reading.moments import Setting, TimeOfDay, clock_in, day_of, instant, time_around, zone_before
from spiders.reading.passages import sentence_end, sentence_start
from spiders.reading.words import whole

_REACH = 120
#: Sentences that give the time of day for a date elsewhere speak of it so.
_TIME_RULE = re.compile(whole(("closing date", "deadline", "closing day", "deadline day", "last day", "due date")))


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """What a text says of the time in which applications are taken."""

    deadline: Found[Deadline] | None = None
    #: The deadlines for each of several places, as the text names them; else empty.
    by_place: tuple[tuple[str, Found[Deadline]], ...] = ()
    #: A day until which applications are preferred, or on which they are first looked at; later ones count too.
    soft: Found[Deadline] | None = None
    #: The day from which applications are taken.
    opening: Found[date] | None = None


def find_closing(
    text: str,
    *,
    seen_on: date,
    language: str | None = None,
    posted_on: date | None = None,
    place_zone: str | None = None,
    country: str | None = None,
    places: Sequence[str] = (),
) -> Closing:
    """The deadline that a posting's own `text` states, those by place, the soft one, and the opening.

    "Rolling" and "until filled" are no deadlines (see `spiders.reading.terms`).

    Args:
        text: The posting's own text, lines and cells separated by newlines. Similar postings must be left out.
        seen_on: When the page was seen (UTC): where a missing year is read from if `posted_on` is not known.
        language: ISO 639-1 code of the text.
        posted_on: The posting's date: a deadline without a year is the next such date from it on.
        place_zone: IANA name of the posting's place: the zone of a time of day that names none.
        country: ISO 3166 alpha-2 code of the place: order of "05/10/2026", meaning of "CET" and "IST", and which
            of several deadlines by country is meant.
        places: The posting's places, which decide before `country` which of several deadlines is meant.

    Returns:
        In each deadline, `zone` is what the page names, or `place_zone` where it names a time of day but no zone.
        Of several by place, `deadline` is the posting's own place's, or else the earliest: whoever applies by it is
        in time everywhere.
    """
    setting = Setting(language=language, country=country, place_zone=place_zone, posted_on=posted_on, seen_on=seen_on)
    return _Page(text, setting, places).closing()


def find_deadline(
    text: str,
    *,
    seen_on: date,
    language: str | None = None,
    posted_on: date | None = None,
    place_zone: str | None = None,
    country: str | None = None,
) -> Found[Deadline] | None:
    """The deadline alone; arguments as of `find_closing`."""
    return find_closing(
        text, seen_on=seen_on, language=language, posted_on=posted_on, place_zone=place_zone, country=country
    ).deadline


def find_opening(
    text: str, *, seen_on: date, language: str | None = None, posted_on: date | None = None, country: str | None = None
) -> Found[date] | None:
    """The day from which applications are taken ("applications open on 3 March"); arguments as of `find_closing`."""
    return find_closing(text, seen_on=seen_on, language=language, posted_on=posted_on, country=country).opening


class _Page:
    """A text with its dates."""

    def __init__(self, text: str, setting: Setting, places: Sequence[str]) -> None:
        self.text = text
        self.flat = plain(text)
        self.setting = setting
        self.places = places
        self.mentions = dates(self.flat, language=setting.language)

    def closing(self) -> Closing:
        """All that the text says of closing and opening."""
        found = list(candidates(self.text, self.flat, self.mentions))
        last_days = [it for it in found if it.cue is Cue.DEADLINE]
        placed = [(place, read) for place, it in by_place(last_days) if (read := self.read(it))]
        deadline = self._own(placed, last_days)
        soft = self._first_soft([it for it in found if it.cue is Cue.SOFT])
        return Closing(
            deadline=deadline,
            by_place=tuple(placed),
            soft=None if soft and deadline and soft.value.at == deadline.value.at else soft,
            opening=self._opening([it for it in found if it.cue is Cue.OPENING]),
        )

    def _own(self, placed: Sequence[tuple[str, Found[Deadline]]], last_days: list[Candidate]) -> Found[Deadline] | None:
        """The posting's own deadline, of all."""
        if mine := own(placed, self.places, self.setting.country):
            return min(mine, key=lambda it: it.value.at)
        if placed and all(it.place for it in last_days):
            return min((it for _, it in placed), key=lambda it: it.value.at)
        closing = of_place(last_days, self.setting.country)
        return self.read(max(closing, key=lambda it: it.strength)) if closing else None

    def _first_soft(self, soft: Sequence[Candidate]) -> Found[Deadline] | None:
        return next((read for it in soft if (read := self.read(it))), None)

    def _opening(self, openings: Sequence[Candidate]) -> Found[date] | None:
        for it in openings:
            day = day_of(it.mention, self.mentions, self.setting, zone=None)
            if day:
                return Found.of(day, self.text, it.start, it.end)
        return None

    def read(self, candidate: Candidate) -> Found[Deadline] | None:
        """The deadline that a candidate names; None where its day does not exist."""
        start, end = candidate.start, candidate.end
        when = time_around(self.text, self.flat, candidate.mention, self.setting, floor=candidate.floor)
        if when:
            start, end = min(start, when.start), max(end, when.end)
        if not when or not when.at:
            when = self._time_elsewhere() or when
        at, zone = (when.at, when.zone) if when else (None, None)
        zone = zone or zone_before(self.text, self.flat, candidate.start, candidate.mention.start, self.setting)
        day = day_of(candidate.mention, self.mentions, self.setting, zone=zone)
        if day is None:
            return None
        zone = zone or (self.setting.place_zone if at else None)
        words = folded(self.text[start:end])
        return Found.of(
            Deadline(at=instant(day, at, zone), date_only=at is None, zone=zone, text=words), self.text, start, end
        )

    def _time_elsewhere(self) -> TimeOfDay | None:
        """The time of day that a sentence without a date gives: "11:59 pm Eastern Time on the closing date"."""
        for rule in _TIME_RULE.finditer(self.flat):
            start = sentence_start(self.text, rule.start(), reach=_REACH)
            end = sentence_end(self.text, rule.end(), reach=_REACH)
            if not dates(self.flat[start:end]):
                when = clock_in(self.text, self.flat, start, end, self.setting)
                if when and when.zone:
                    return when
        return None
