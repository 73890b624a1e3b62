"""Relative ages in thirteen languages: "3 weeks ago", "vor 2 Tagen", "Posted 30+ days ago", "publiée hier".

An age drifts from fetch to fetch, so it is furniture of the page; of when a posting was put up it tells a range.
"""

import re
from datetime import date, datetime, timedelta

from spiders.reading.characters import plain
from spiders.reading.words import alternation, listed

_POSTED = """
posted|reposted|job posted|published|listed|added|advertised|first published|veröffentlicht|online|online seit
erschienen|eingestellt|inseriert|publié|publiée|mis en ligne|mise en ligne|publicado|publicada|publicado hace
pubblicato|pubblicata|inserito|inserita|geplaatst|gepubliceerd|publicerad|publicerades|upplagd|opslået|indrykket
oprettet|publisert|lagt ut|julkaistu|ilmoitus julkaistu|opublikowana|opublikowano|opublikowany|dodana|dodano
zveřejněno|zveřejněna|přidáno|přidána|vloženo|anunciado|anunciada
"""
_OTHER = """
updated|last updated|active|last active|seen|last seen|viewed|last viewed|aktualisiert|zuletzt aktualisiert|gesehen
zuletzt gesehen|zuletzt angesehen|actualizado|actualizada|visto|vista|vu|vue|consultée|mis à jour|mise à jour|aggiornato
bekeken|laatst bekeken|bijgewerkt|sedd|uppdaterad|set|sett|oppdatert|opdateret|nähty|katsottu|päivitetty|zaktualizowano
wyświetlono|aktualizováno|zobrazeno|naposledy zobrazeno|atualizado|atualizada
"""
_AGO_BEFORE = "vor|il y a|hace|há|ha|för|for|før|før i|før|před|przed|sedan|siden"
_AGO_AFTER = "ago|fa|geleden|sedan|siden|sitten|temu|atrás|zpět|tilbage"
_MORE = """
over|more than|mehr als|über|plus de|más de|più di|oltre|meer dan|mer än|över|mere end|mer enn|yli|ponad|více než
mais de
"""
_ROUGHLY = "about|almost|around|approx|approximately|environ|etwa|ca|circa|cerca de|noin|około|asi|omkring|ungefär"
_TODAY = """
today|just now|just posted|heute|gerade eben|aujourd'hui|à l'instant|hoy|ahora|oggi|adesso|vandaag|zojuist|idag|i dag
tänään|dziś|dzisiaj|dnes|hoje|agora|nyss|netop nu
"""
_YESTERDAY = "yesterday|gestern|hier|ayer|ieri|gisteren|igår|i går|eilen|wczoraj|včera|ontem"
_ONE = "a|an|one|ein|einem|einer|une|un|una|uno|een|en|ett|et|yksi|jeden|jedna|jednym|jedním|um|uma"
_FEW = """
few|a few|several|několika|ein paar|einigen|quelques|algunos|unos|alcuni|enkele|några|nogle|noen|muutama|kilka|alguns
"""
_UNITS = {
    timedelta(minutes=1): """
        s|sec|secs|second|seconds|m|min|mins|minute|minutes|sekunden|minuten|minuto|minutos|minuti|minuut|minuter
        minutter|minuuttia|minut|minuty|minutami|minutami temu|minutę
    """,
    timedelta(hours=1): """
        h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas|ora|ore|uur|uren|timme|timmar|time|timer
        tunti|tuntia|godzina|godziny|godzin|godzinę|hodina|hodiny|hodin|hodinou|hodinami
    """,
    timedelta(days=1): """
        d|day|days|tag|tage|tagen|jour|jours|día|días|dia|dias|giorno|giorni|dag|dage|dagen|dagar|dager|päivä
        päivää|dzień|dni|dnia|dniami|den|dny|dnem|dní|dnů
    """,
    timedelta(days=7): """
        w|wk|wks|week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|weken|vecka|veckor
        uge|uger|uke|uker|viikko|viikkoa|tydzień|tygodnie|tygodni|týden|týdny|týdnem|týdnů
    """,
    timedelta(days=31): """
        mo|mos|month|months|monat|monate|monaten|mois|mes|meses|mese|mesi|maand|maanden|månad|månader|måned|måneder
        kk|kuukausi|kuukautta|miesiąc|miesiące|miesięcy|měsíc|měsíce|měsíci|měsícem|měsíců|mês
    """,
    timedelta(days=366): """
        y|yr|yrs|year|years|jahr|jahre|jahren|ans|an|año|años|anno|anni|jaar|år|vuosi|vuotta|rok|lat|lata|rokem
        roky|let|ano|anos
    """,
}
#: Months and years are not all as long; the lengths above are the longest.
_SHORTEST = {timedelta(days=31): timedelta(days=28), timedelta(days=366): timedelta(days=365)}
_UNIT_OF = {word: unit for unit, words in _UNITS.items() for word in listed(words)}
_AGE = re.compile(
    rf"\W{{0,10}}(?:(?:(?P<posted>{alternation(listed(_POSTED))})|(?P<other>{alternation(listed(_OTHER))}))(?!\w)[\s:·-]{{0,4}})?"
    rf"(?:(?P<before>{alternation(listed(_AGO_BEFORE))})\s{{1,2}})?(?:{alternation(listed(_ROUGHLY))}\.?\s{{1,2}})?"
    rf"(?:(?P<more>{alternation(listed(_MORE))})\s{{1,2}})?"
    rf"(?:(?P<today>{alternation(listed(_TODAY))})|(?P<yesterday>{alternation(listed(_YESTERDAY))})"
    rf"|(?:(?P<count>\d{{1,3}})\s?(?P<plus>\+)?|(?P<few>{alternation(listed(_FEW))})|(?P<one>{alternation(listed(_ONE))}))"
    rf"\s?(?P<unit>{alternation(_UNIT_OF)})(?!\w))"
    rf"(?:\s{{1,2}}(?P<after>{alternation(listed(_AGO_AFTER))})(?!\w))?"
    rf"(?:\s{{1,2}}(?P<posted_too>{alternation(listed(_POSTED))})(?!\w))?\W{{0,10}}"
)
_PARTS = re.compile(r"\s{0,3}[·•|]\s{0,3}")
_LONGEST = 80
_ROUNDED = 0.5


def is_age(text: str) -> bool:
    """Whether a line is a relative age and nothing else ("Posted 3 days ago", "1 month ago", "vor 2 Tagen")."""
    return len(text) < _LONGEST and _AGE.fullmatch(plain(text)) is not None


def posted_between(text: str, seen: datetime, *, labelled: bool = False) -> tuple[date | None, date] | None:
    """The earliest and latest day on which a posting of this age was put up; the earliest is None for "30+ days ago".

    Sites round ages down or to the nearest, and both are allowed for.

    Args:
        text: A line, or parts of one between dots and bars ("Lisbon · 3 days ago").
        seen: When the page was fetched, in the zone of the days (UTC).
        labelled: Whether a label says what the age is of; else the words themselves must.
    """
    if len(text) > 2 * _LONGEST:
        return None
    flat = plain(text)
    for part in _PARTS.split(flat) if any(it in flat for it in "·•|") else (flat,):
        found = _AGE.fullmatch(part) if len(part) < _LONGEST else None
        if found and _is_of_posting(found, labelled=labelled) and (days := _range(found, seen)):
            return days
    return None


def _is_of_posting(found: re.Match[str], *, labelled: bool) -> bool:
    said = any(found[name] for name in ("posted", "posted_too", "before", "after")) or found["today"] == "just posted"
    return not found["other"] and (labelled or said)


def _range(found: re.Match[str], seen: datetime) -> tuple[date | None, date] | None:
    if found["today"] or found["yesterday"]:
        day = seen.date() - timedelta(days=1 if found["yesterday"] else 0)
        return day, day
    if found["few"]:
        return None
    count, unit = int(found["count"] or 1), _UNIT_OF[found["unit"]]
    shortest = _SHORTEST.get(unit, unit)
    if found["more"] or found["plus"]:
        return None, (seen - count * shortest).date()
    return (seen - (count + 1) * unit).date(), (seen - max(0, count - _ROUNDED) * shortest).date()
