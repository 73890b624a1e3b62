"""When a posting was put up, as a day."""

import re
from datetime import date, timedelta

from spiders.reading.characters import plain
from spiders.reading.dates import DateMention, dates
from spiders.reading.words import alternation, listed

_LONGEST = 80
#: What begins a line that is a posting's date and nothing else.
_WORDS = """
posted|posted on|job posted|job posted on|date posted|placed on|published|published on|first published|first posted
listed|listed on|date listed|advertised|advertised on|added|added on|issued on|publication date|posting date
veröffentlicht|veröffentlicht am|online seit|erschienen|erschienen am|eingestellt am|inseriert am|ausgeschrieben am
publié|publié le|publiée|publiée le|mise en ligne|mise en ligne le|mis en ligne le|date de publication|parue le
publicado|publicado el|publicada|publicada el|fecha de publicación|pubblicato|pubblicato il|pubblicata il
data di pubblicazione|inserito il|geplaatst|geplaatst op|gepubliceerd|gepubliceerd op|geplaatst sinds|publicerad
publicerad den|publicerades|publiceringsdatum|upplagd|indrykket|indrykket den|oprettet|opslået|opslået den
offentliggjort|publisert|publisert den|lagt ut|julkaistu|ilmoitus julkaistu|julkaisupäivä|opublikowano|opublikowana
opublikowany|dodano|dodana|data publikacji|data dodania|zveřejněno|zveřejněna|datum zveřejnění|přidáno|vloženo
publicado em|publicada em|data de publicação|anunciado em|anunciada em
"""
_LINE = re.compile(
    rf"\W{{0,4}}{alternation(listed(_WORDS))}(?!\w)[\s:·-]{{0,4}}(?:(?:the|den|am|le|el|il|d\.)\s)?(?=[\w])"
)
#: Words that may follow the date in such a line: a time of day, a zone.
_REST = re.compile(
    r"[\s,.()-]{0,4}(?:[^\W\d_]{0,10}\.?\s?)?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?\s?(?:[^\W_]{1,12}[\s.]?){0,5}\W{0,3}"
)
_EARLY = timedelta(days=1)


def read_date(
    text: str, *, month_first: bool = False, seen_on: date | None = None, language: str | None = None
) -> date | None:
    """The first full date in a short text; slashes are day first unless said or unless only the other way fits.

    Args:
        text: Of which the first 80 characters are read.
        month_first: Whether "01/12/2026" is in January where nothing else tells.
        seen_on: When the page was seen: no posting's date is later, and one without a year is the last before it.
        language: ISO 639-1, for names of months that mean other things elsewhere.
    """
    for mention in dates(plain(text[:_LONGEST]), language=language):
        if mention.year is None and seen_on is None:
            continue
        if day := _day(mention, month_first=month_first, seen_on=seen_on):
            return day
    return None


def read_line(
    text: str, *, month_first: bool = False, seen_on: date | None = None, language: str | None = None
) -> date | None:
    """The date of a line that says when the posting was put up and nothing else ("Veröffentlicht am 12.01.2026")."""
    flat = plain(text)
    begins = _LINE.match(flat) if len(text) <= _LONGEST else None
    if begins is None:
        return None
    mention = next(iter(dates(flat, language=language)), None)
    if mention is None or mention.start != begins.end() or not _REST.fullmatch(flat, mention.end):
        return None
    return read_date(text[mention.start :], month_first=month_first, seen_on=seen_on, language=language)


def _day(mention: DateMention, *, month_first: bool, seen_on: date | None) -> date | None:
    readings = [mention.swapped(), mention] if mention.ambiguous else [mention]
    if not month_first:
        readings.reverse()
    last = seen_on + _EARLY if seen_on else date.max
    found = [day for it in readings if (day := _in_year(it, last))]
    return next((day for day in found if day <= last), found[0] if found else None)


def _in_year(mention: DateMention, last: date) -> date | None:
    if mention.year:
        return mention.on(mention.year)
    days = (mention.on(last.year - back) for back in range(9))  # 29 February: up to 8 years
    return next((day for day in days if day and day <= last), None)
