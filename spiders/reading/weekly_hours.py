"""The hours of work a week that a posting states, in thirteen languages: "37.5 hours per week", "40-Stunden-Woche".

Only one plain figure counts. Of a span ("20-30 hours"), a bound ("up to 30 hours a week") or several figures none is
the posting's working time; hours of travel, study or overtime are no working time at all.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from spiders.reading.characters import plain
from spiders.reading.found import Found
from spiders.reading.near import windows
from spiders.reading.passages import clause_start
from spiders.reading.words import alternation, listed

#: Every pattern below has one of these in or right beside it.
_SIGNS = (
    *("week", "wk", "woche", "/wo", "wöchent", "semaine", "hebdo", "seman", "settiman", "veck", "uge", "uke", "viik"),
    *("vko", "tydz", "tygod", "týd", "p.w", "p/w", " pw", "hours:", "hours (", "time (", "time, ", "zeit (", "zeit, "),
)
_REACH = 70
_LEAST, _MOST = 8, 60

_NUMBER = r"(?P<{}>[0-9]{{1,2}}(?:[.,][0-9]{{1,2}})?)(?![0-9])"
_WORK = alternation(listed("working|work|contracted|contractual|contract|paid|scheduled|total|standard|basic"))
_HOURS = alternation(
    listed(
        """
        hours|hour|hrs|hr|h|std|std.|stunden|stunde|heures|horas|ore|uur|uren|urige|timmar|timmars|tim|tim.|timer|timers
        t|tuntia|tunnin|godzin|godziny|godz|godz.|hod|hod.|hodin|hodiny|hodinový
        """
    )
)
_WEEK = alternation(
    listed(
        """
        week|weekly|wk|workweek|work week|working week|woche|wo|wöchentlich|semaine|hebdomadaires|hebdomadaire|hebdo
        semana|semanales|semanais|settimana|settimanali|werkweek|vecka|veckan|uge|ugen|ugentligt|ugentlig|arbejdsuge|uke
        uken|ukentlig|viikossa|viikko|vko|tydzień|tydz|tydz.|tygodniowo|tygodniu|týdně|týden|týdnu|pracovní týden|p.w
        p/w|pw
        """
    )
)
_PER = alternation(
    listed("per|a|an|each|every|in the|pro|in der|die|je|par|à la|a la|por|al|alla|i|om|pr|pr.|w|za|na|of work per|p")
)
_UNIT_FIRST = alternation(
    listed(
        """
        hours per week|hours a week|hours/week|hours each week|weekly hours|weekly working hours|weekly contracted hours
        working hours per week|wochenarbeitszeit|wöchentliche arbeitszeit|arbeitszeit pro woche|wochenstunden
        stunden pro woche|durée hebdomadaire|temps de travail hebdomadaire|heures par semaine|semaine de|horas semanales
        horas semanais|horas por semana|jornada semanal|orario settimanale|ore settimanali|uren per week|werkweek van
        ugentlig arbejdstid|ugentligt timetal|timer pr. uge|timer per uke|ukentlig arbeidstid|veckoarbetstid
        timmar per vecka|viikkotyöaika|tygodniowy wymiar|godzin tygodniowo|týdenní pracovní doba|hodin týdně
        """
    )
)
_KIND = alternation(
    listed("full-time|full time|fulltime|part-time|part time|vollzeit|teilzeit|temps plein|temps partiel|hours:|hours")
)
_SPAN_BEFORE = re.compile(
    r"[0-9](?:\s?(?:hours|hrs|h|std\.?|uur|timer))?\s?"
    r"(?:-|/|to|or|and|bis|oder|und|à|ou|et|a|o|y|e|tot|of|en|till|och|til|og|do|až|i|ja)\s?\Z"
)
_SPAN_AFTER = re.compile(r"\s?(?:hours |hrs |h )?(?:-|/|to|or|bis|oder|à|tot|till|til|do|až)\s?[0-9]|\s?\+")
_HOURS_OF_WEEK = re.compile(
    rf"(?<![\w.,:$€£]){_NUMBER.format('first')}"
    rf"(?:\s?-?\s?(?:{_WORK} )?{_HOURS}(?!\w)[\s./-]{{0,3}}(?:{_PER} )?[/(]?{_WEEK}(?!\w)"
    r"|\s?wochenstunden(?!\w))"
    rf"|(?<!\w){_UNIT_FIRST}(?:\s(?:is|are|of|von|beträgt|er|är|on|:))?[^\w]{{0,4}}{_NUMBER.format('second')}"
    rf"|(?<!\w)hours\W{{1,3}}{_NUMBER.format('third')} (?:per|a|each) week"
    rf"|(?<!\w){_KIND}[\s,(:]{{1,3}}{_NUMBER.format('fourth')}(?:\s?{_HOURS}(?=[^\w/]|\Z)|(?=\s?\n"
    rf"|\Z))(?! ?(?:per day|a day))"
)
_NOT_WORK = re.compile(
    r"(?<!\w)(?:overtime|on[- ]call|study|studying|train\w{0,4}|volunteer\w{0,3}|learn\w{0,3}|travel\w{0,4}"
    r"|sav\w{1,3}|free"
    r"|support\w{0,3}|homework|meetings?|überstunden|ehrenamt\w{0,6}|formation|övertid|overtid|ylityö\w{0,2}"
    r"|nadgodzin\w?)(?!\w)"
)
_BOUND = re.compile(
    r"(?<!\w)(?:up to|upto|at least|min(?:imum|\.)?(?: of)?|max(?:imum|\.)?(?: of)?|no more than|more than|less than"
    r"|over|under"
    r"|about|approx\.?|approximately|average|around|ca\.?|circa|etwa|rund|bis zu|mind(?:estens|\.)?|höchstens|ab"
    r"|environ"
    r"|jusqu'à|minimum de|au moins|hasta|al menos|mínimo|fino a|almeno|minimaal|maximaal|minstens|vanaf|minst|upp till"
    r"|mindst|op til|fra|inntil|vähintään|enintään|do|od|alespoň|až|min|até|pelo menos)\W{0,3}\Z"
)


def find_weekly_hours(text: str) -> Found[Decimal] | None:
    """The hours of work a week that a posting's own `text` states; None where it states none or several."""
    flat = plain(text)
    found = list(_stated(flat))
    if len({hours for hours, _ in found}) != 1:
        return None
    hours, match = found[0]
    return None if hours is None else Found.of(hours, text, *match.span())


def _stated(flat: str) -> Iterator[tuple[Decimal | None, re.Match[str]]]:
    """The figures that are plainly of working time; None for a span of them."""
    for start, end in windows(flat, _SIGNS, before=_REACH, after=_REACH):
        for match in _HOURS_OF_WEEK.finditer(flat, start, end):
            at = match.start(match.lastgroup or 0)
            before = flat[clause_start(flat, at, reach=_REACH) : at]
            if (
                _NOT_WORK.search(before)
                or _NOT_WORK.search(flat[match.end() : match.end() + 20])
                or _BOUND.search(before)
            ):
                continue
            hours = Decimal(match[match.lastgroup or 0].replace(",", "."))
            if _SPAN_BEFORE.search(before) or _SPAN_AFTER.match(flat, match.end(match.lastgroup or 0)):
                yield None, match
            elif _LEAST <= hours <= _MOST and not (match["fourth"] and hours < _LEAST * 2):
                yield hours, match
