"""The last moment to apply in a posting's own text, told apart from every other date and from words that name none."""

import re
from collections.abc import Sequence
from datetime import date

from spiders.posting import Deadline
from spiders.reading.characters import folded, plain
from spiders.reading.dates import dates
from spiders.reading.deadline_candidates import Candidate, candidates
from spiders.reading.deadline_words import Cue
from spiders.reading.found import Found
from spiders.reading.mentioned_places import countries_in
from spiders.reading.moments import Setting, TimeOfDay, clock_in, day_of, instant, time_around
from spiders.reading.passages import sentence_end, sentence_start
from spiders.reading.words import whole

_REACH = 120
#: Sentences that give the time of day for a date elsewhere speak of it so.
_TIME_RULE = re.compile(whole(("closing date", "deadline", "closing day", "deadline day", "last day", "due date")))


def find_deadline(
    text: str,
    *,
    seen_on: date,
    language: str | None = None,
    posted_on: date | None = None,
    place_zone: str | None = None,
    country: str | None = None,
) -> Found[Deadline] | None:
    """The deadline that a posting's own `text` states, or None. "Rolling" and "until filled" are none.

    Args:
        text: The posting's own text, lines and cells separated by newlines. Similar postings must be left out.
        seen_on: When the page was seen (UTC): where a missing year is read from if `posted_on` is not known.
        language: ISO 639-1 code of the text.
        posted_on: The posting's date: a deadline without a year is the next such date from it on.
        place_zone: IANA name of the posting's place: the zone of a time of day that names none.
        country: ISO 3166 alpha-2 code of the place: order of "05/10/2026", meaning of "CET" and "IST", and which
            of several deadlines by country is meant.

    Returns:
        The deadline; `zone` is what the page names, or `place_zone` where it names a time of day but no zone.
    """
    setting = Setting(language=language, country=country, place_zone=place_zone, posted_on=posted_on, seen_on=seen_on)
    page = _Page(text, setting)
    closing = page.candidates(Cue.DEADLINE)
    if not closing:
        return None
    return page.read(max(_of_place(closing, country), key=lambda it: it.strength))


def find_opening(
    text: str, *, seen_on: date, language: str | None = None, posted_on: date | None = None, country: str | None = None
) -> Found[date] | None:
    """The day from which applications are taken ("applications open on 3 March"), or None; arguments as above."""
    setting = Setting(language=language, country=country, place_zone=None, posted_on=posted_on, seen_on=seen_on)
    page = _Page(text, setting)
    for opening in page.candidates(Cue.OPENING):
        day = day_of(opening.mention, page.mentions, setting, zone=None)
        if day:
            return Found.of(day, text, opening.start, opening.end)
    return None


def _of_place(closing: Sequence[Candidate], country: str | None) -> Sequence[Candidate]:
    """Where there is a deadline for the posting's country, those; else those that name no other country."""
    if country is None or len(closing) == 1:
        return closing
    named = [(it, countries_in(it.before) or countries_in(it.behind)) for it in closing]
    own = [it for it, countries in named if country.upper() in countries]
    return own or [it for it, countries in named if not countries] or closing


class _Page:
    """A text with its dates."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = text
        self.flat = plain(text)
        self.setting = setting
        self.mentions = dates(self.flat, language=setting.language)

    def candidates(self, cue: Cue) -> list[Candidate]:
        return [it for it in candidates(self.text, self.flat, self.mentions) if it.cue is cue]

    def read(self, candidate: Candidate) -> Found[Deadline] | None:
        mention = candidate.mention
        when = time_around(self.text, self.flat, mention, self.setting, floor=candidate.floor)
        start, end = candidate.start, candidate.end
        if when:
            start, end = min(start, when.start), max(end, when.end)
        if not when or not when.at:
            when = self._time_elsewhere() or when
        at, zone = (when.at, when.zone) if when else (None, None)
        day = day_of(mention, self.mentions, self.setting, zone=zone)
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
