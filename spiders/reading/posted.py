"""When a posting was put up.

Relative ages ("3 days ago") drift from fetch to fetch: they are known, and give no date.
"""

import re
from datetime import date

#: For texts in lower case.
_AGE = re.compile(
    r"^\W*(?:(?:re)?posted:?|updated|active|published|listed|added|veröffentlicht|publi[ée]e?|zveřejněno|opslået)?:?\s?"
    r"(?:(?:about|over|more than|almost|vor|il y a|hace|før|for|před|sedan|geleden)\s)?"
    r"(?:just (?:now|posted)|today|yesterday|heute|gestern|dnes|včera|i dag|i går|aujourd.hui|hier|hoy|ayer"
    r"|(?:\d{1,3}\+?|an?|one|few|a few|několika|einem|einer)\s?"
    r"(?:s|sec\w*|m|min\w*|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?|stunden?"
    r"|tag(?:en?)?|wochen?"
    r"|monat(?:en?)?|heures?|jours?|semaines?|mois|horas?|d[ií]as?|semanas?|mes(?:es)?|dage?|uger?|måneder?|timer?"
    r"|dn[yůí]|hodin\w*|týdn\w*|měsíc\w*|dagar?|veckor?|månader?)(?:\s(?:ago|geleden|siden|sedan|fa))?"
    r")\W*$",
)
_NAMES = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio januari leden ledna stycznia janeiro tammikuuta",
            "february feb februar février febrero febbraio februari únor února lutego fevereiro helmikuuta",
            "march mar märz mars marzo maart marts březen března marca março maaliskuuta",
            "april apr avril abril aprile duben dubna kwietnia huhtikuuta",
            "may mai mayo maggio mei maj květen května maja maio toukokuuta",
            "june jun juni juin junio giugno červen června czerwca junho kesäkuuta",
            "july jul juli juillet julio luglio červenec července lipca julho heinäkuuta",
            "august aug août agosto augustus augusti srpen srpna sierpnia elokuuta",
            "september sep sept septembre septiembre settembre září września setembro syyskuuta",
            "october oct oktober okt octobre octubre ottobre říjen října października outubro lokakuuta",
            "november nov novembre noviembre listopad listopadu listopada novembro marraskuuta",
            "december dec dezember dez décembre diciembre dicembre prosinec prosince grudnia dezembro joulukuuta",
        ),
        start=1,
    )
    for name in names.split()
}
_WORD = r"(?P<name>[^\W\d_]{3,12})\.?"
_FORMS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s(?:de\s|of\s)?{_WORD},?\s(?:de\s)?(?P<year>(?:19"
        r"|20)\d\d)(?!\d)"
    ),
    re.compile(rf"\b{_WORD}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(rf"\b{_WORD}\s(?P<day>\d{{1,2}})\s\d\d:\d\d:\d\d\s[A-Z]{{2,5}}\s(?P<year>(?:19|20)\d\d)(?!\d)"),
)
_LONGEST = 80


def is_age(text: str) -> bool:
    """Whether a line is a relative age and nothing else ("Posted 3 days ago", "1 month ago", "vor 2 Tagen")."""
    return len(text) < _LONGEST and _AGE.match(text.lower()) is not None


def read_date(text: str, *, month_first: bool = False) -> date | None:
    """The first full date in a short text; slashes are day first unless said or unless only the other way fits."""
    short = text[:_LONGEST]
    for form in _FORMS:
        for match in form.finditer(short):
            if found := _date(match.groupdict(), month_first=month_first):
                return found
    return None


def _date(parts: dict[str, str], *, month_first: bool) -> date | None:
    if "first" in parts:
        day, month = int(parts["first"]), int(parts["second"])
        if (month_first and day <= 12) or month > 12:  # noqa: PLR2004 - months of a year
            day, month = month, day
    else:
        day = int(parts["day"])
        month = int(parts["month"]) if "month" in parts else _NAMES.get(parts["name"].lower(), 0)
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None
