"""The words that are put on saved pages: furniture, notices of closing, and other values, by language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What a site of one language says."""

    #: Headings over other postings.
    related: tuple[str, ...]
    #: Badges of other postings: closed, a deadline, pay.
    badges: tuple[str, ...]
    roles: tuple[str, ...]
    cookies: tuple[str, ...]
    newsletter: tuple[str, ...]
    counters: tuple[str, ...]
    articles: tuple[str, ...]
    #: A posting's own notice that it takes no more applications.
    closed: tuple[str, ...]


_EN = Words(
    related=("Similar jobs", "Related jobs", "People also viewed", "More jobs like this", "You might also like"),
    badges=("Applications closed", "Closes 4 March", "£31,000 - £36,500 a year", "Apply by 12 Sep 2031", "$48 an hour"),
    roles=("Night Baker", "Kiln Operator", "Ferry Engineer", "Junior Archivist", "Head of Looms", "Beekeeper"),
    cookies=("We use cookies to make this site work. Accept all or choose yourself.",),
    newsletter=("Get new jobs by e-mail every Monday. Your address stays with us.",),
    counters=("1,204 people have viewed this page", "Viewed 87 times today", "Seen 3 hours ago"),
    articles=("How to write a letter that is read", "Five questions to ask in an interview"),
    closed=("Applications for this role are now closed.", "No longer accepting applications", "This job has expired."),
)
_CS = Words(
    related=("Podobné nabídky", "Další nabídky práce", "Mohlo by vás zajímat"),
    badges=("Nabídka již není aktuální", "Uzávěrka 4. března", "31 000 – 36 500 Kč", "Přihlaste se do 12. 9. 2031"),
    roles=("Noční pekař", "Obsluha pece", "Lodní mechanik", "Archivář", "Vedoucí tkalcovny", "Včelař"),
    cookies=("Používáme cookies, aby web fungoval. Přijmout vše nebo vybrat.",),
    newsletter=("Nové nabídky e-mailem každé pondělí.",),
    counters=("Zobrazeno 1 204krát", "Dnes zobrazilo 87 lidí"),
    articles=("Jak napsat motivační dopis", "Na co se ptát u pohovoru"),
    closed=("Nabídka již není aktuální.", "Pozice byla obsazena.", "Nabídka práce byla ukončena."),
)
_DE = Words(
    related=("Ähnliche Stellen", "Weitere Stellenangebote", "Das könnte Sie auch interessieren"),
    badges=("Bewerbungsfrist abgelaufen", "Bewerbung bis 4. März", "31.000 € - 36.500 €", "bis 12.09.2031"),
    roles=("Nachtbäcker (m/w/d)", "Ofenwart (m/w/d)", "Fährmechaniker (m/w/d)", "Archivarin", "Imker (m/w/d)"),
    cookies=("Wir verwenden Cookies. Alle akzeptieren oder auswählen.",),
    newsletter=("Neue Stellen jeden Montag per E-Mail.",),
    counters=("1.204-mal angesehen", "Heute 87 Besucher"),
    articles=("So schreiben Sie ein Anschreiben", "Fünf Fragen für das Gespräch"),
    closed=("Die Bewerbungsfrist ist abgelaufen.", "Diese Stelle ist nicht mehr verfügbar."),
)
_DA = Words(
    related=("Lignende job", "Flere job", "Andre har også set"),
    badges=("Stillingen er besat", "Ansøgningsfrist 4. marts", "31.000 - 36.500 kr.", "Søg inden 12. september 2031"),
    roles=("Natbager", "Ovnpasser", "Færgemaskinist", "Arkivar", "Biavler"),
    cookies=("Vi bruger cookies. Accepter alle eller vælg selv.",),
    newsletter=("Få nye job på e-mail hver mandag.",),
    counters=("Vist 1.204 gange", "87 har set siden i dag"),
    articles=("Sådan skriver du en ansøgning", "Fem spørgsmål til samtalen"),
    closed=("Ansøgningsfristen er udløbet.", "Stillingen er besat."),
)
_BY_LANGUAGE: Mapping[str, Words] = {"en": _EN, "cs": _CS, "de": _DE, "da": _DA}


def words_of(language: str) -> Words:
    """The words of a language; the English ones where there are none."""
    return _BY_LANGUAGE.get(language, _EN)
