"""What the words around a date say it is: the last day to apply, or something else; in thirteen languages."""

import re
from enum import Enum, auto

from spiders.reading.words import listed, whole


class Cue(Enum):
    """What a phrase says of a date near it."""

    #: The date is the last to apply, whatever else is said.
    DEADLINE = auto()
    #: "by", "until": so it is if the sentence is about applying.
    LIMIT = auto()
    #: The sentence is about applying.
    APPLYING = auto()
    #: Applying begins on the date.
    OPENING = auto()
    #: Applications until the date are preferred; later ones count, whatever the date is called.
    PREFERRED = auto()
    #: Something is first looked at on the date.
    SOFT = auto()
    #: The date is another event's.
    OTHER = auto()


_PHRASES = {
    Cue.DEADLINE: """
deadline|deadlines|closing date|closing deadline|closing dates|closing on|closing at|closing|closes|closes on
close on|close date|will close|closed on|is expected to close|expected to close|anticipated to close
scheduled to close
applications close|application close|application closing|closing of the announcement|closing of applications
apply by|apply before|apply until|apply no later than|apply on or before|apply prior to|application due
applications due|applications are due
due date|due by|due on|last day to apply|last date to apply|last day for applying|last day of application
last date for|last day for|last day to submit|last application date|final date|final day|final application date
applications accepted until|applications accepted through
accepting applications until|accepting applications through|accept applications until|accept applications through
accepted until|accepted through|accepted till|be accepted by|posting end date|posting ends|posting expires
posting expiration|job expires|job posting end date|end date of application
application end date|expiry date|expiration date|expires|expires on|expiring|open until|open till|open through
valid until|valid through|valid till|apply latest|apply latest by|application latest|application window
application period|application date|application deadline|unposting date
posted until|posted through|posted until at least|open until at least|remain open until|remain posted until
advertised until
online until|available until|published until
date limite|date limite de candidature|date limite de dépôt|date de clôture|clôture|clôture des candidatures
limite de candidature|postuler avant|postuler avant le|postuler jusqu'au|candidater avant|candidater avant le
candidatez avant|postulez avant|candidature avant|candidature jusqu'au|candidatures jusqu'au|dépôt des candidatures
date d'échéance|échéance|valable jusqu'au|offre valable jusqu'au
bewerbungsfrist|ausschreibungsfrist|bewerbungsschluss|bewerbungsende|bewerbungsdeadline|bewerbung bis|bewerbungen bis
bewerben bis
bewerben sie sich bis|bewirb dich bis|bewirb dich bis zum|einsendeschluss|anmeldeschluss|ende der bewerbungsfrist
frist|meldefrist|ausschreibungsende|bewerbungszeitraum|bewerbungsfrist endet|bewerbbar bis|ausschreibung endet
fecha límite|fecha limite|fecha de cierre|plazo de presentación|plazo de solicitud|plazo de inscripción
plazo de candidatura|plazo|fin del plazo|cierre de inscripciones|cierre de la convocatoria|cierre de candidaturas
cierre|vence|inscripciones hasta|inscripción hasta|candidaturas hasta|solicitudes hasta|postular hasta
postulaciones hasta|válida hasta|fecha de vencimiento
scadenza|data di scadenza|scade|scade il|termine per|termine ultimo|entro il|entro e non oltre|entro e non oltre il
candidature entro|candidarsi entro|candidature fino al|termine di presentazione|chiusura delle candidature
data di chiusura|scadenza candidature
sluitingsdatum|sluit op|reageren kan tot|reageer voor|reageren voor|reageer uiterlijk|solliciteren kan tot
solliciteren tot|solliciteren tot en met|solliciteer voor|solliciteer vóór|solliciteer uiterlijk|solliciteer tot
sollicitatietermijn|uiterste sollicitatiedatum|uiterste datum|reactietermijn|vacature sluit|sluiting
sista ansökningsdag|sista ansökningsdatum|sista ansökan|sista dag för ansökan|sista dag att söka
sista dagen att söka|ansök senast|ansök senast den|sök senast|sök senast den|sök tjänsten senast|ansökan senast
ansökningstid|ansökningstiden går ut|ansökningsdag|sista datum|ansökningsperiod
ansøgningsfrist|ansøgningsfristen|ansøgningsfristen er|ansøg senest|ansøgning senest|ansøgningsdato
frist for ansøgning|søg senest|frist for at søge|sidste frist|søg inden|ansøg inden|sidste ansøgningsdag
søknadsfrist|søknadsfristen|søknadsfristen er|frist for å søke|søk innen|søk senest|søk før|søknad innen
søknad sendes innen|søknader sendes innen
hakuaika|hakuaika päättyy|haku päättyy|haku on auki|haku sulkeutuu|hae viimeistään|hakemukset viimeistään
viimeinen hakupäivä|hakemusten jättöaika|hakuaikaa on|hakemuksen viimeinen|hakemus viimeistään|viimeinen hakuaika
jätä hakemuksesi viimeistään|jätä hakemus viimeistään
termin składania|termin składania ofert|termin składania dokumentów|termin aplikowania|termin nadsyłania
termin nadsyłania zgłoszeń|termin aplikacji|termin zgłoszeń|termin przyjmowania|aplikuj do|aplikacje do
zgłoszenia do|ważne do|ważna do|oferta ważna do|ostateczny termin|data zakończenia|data ważności|wygasa
rekrutacja do|nabór do|rekrutacja trwa do|nabór trwa do
uzávěrka|uzávěrka přihlášek|termín podání|termín podání přihlášek|termín přihlášek|přihlášky do
přihlášky zasílejte do|přihlášky zasílejte nejpozději do|hlaste se do|přihlaste se do|životopis do|životopisy do
platnost inzerátu do|platnost do|platí do|termín pro podání|lhůta|lhůta pro podání|odpovídejte do|reagujte do
prazo|prazo de candidatura|prazo para candidaturas|prazo de inscrição|prazo final|data limite|data-limite
data limite de candidatura|candidaturas até|candidatura até|inscrições até|candidate-se até|inscreva-se até
encerramento|data de encerramento|encerra|encerra em|válida até|candidaturas abertas até|inscrições abertas até
aberta até
""",
    Cue.LIMIT: """
by|until|till|before|close|and close|and closing|no later than|not later than|on or before|prior to|through|up to
at the latest by|latest|latest by|due|extended to|extended until|to
bis|bis zum|bis spätestens|spätestens|spätestens am|spätestens bis|spätestens bis zum|bis einschließlich
bis inklusive|vor dem
avant|avant le|jusqu'au|jusqu'à|au plus tard|au plus tard le|d'ici le|d'ici au
hasta|hasta el|antes del|antes de|a más tardar|a más tardar el|hasta el día
entro|fino al|fino a|prima del|non oltre il
tot|tot en met|t/m|uiterlijk|voor|vóór|uiterlijk op|tot uiterlijk|voor of op
senast|senast den|före|till och med|t.o.m.|tom|innan|fram till|fram till den
senest|senest den|inden|inden den|til og med|t.o.m|før
innen|innen den|seinest|til
viimeistään|asti|ennen
do|do dnia|najpóźniej do|nie później niż|nie później niż do|nejpozději|nejpozději do|nejpozději dne|do konce|do data
até|até ao dia|até dia|até ao|até o dia|o mais tardar
""",
    Cue.APPLYING: """
apply|applying|applicant|applicants|application|applications|applicant's|submit|submitted|submitting|submission
submissions|submit your|cv|cvs|resume|resumes|résumé|cover letter|candidates|candidacy|letter of interest
expression of interest|send your|received|we must receive|announcement|posting|vacancy|register your interest
materials
bewerbung|bewerbungen|bewerben|bewirb|bewerbungsunterlagen|unterlagen|lebenslauf|bewerberinnen|bewerbungs
anschreiben|einsenden|bewerbungsportal
candidature|candidatures|postuler|postulez|candidater|candidatez|dossier|dossiers|lettre de motivation|cv et
candidat
candidatura|candidaturas|solicitud|solicitudes|solicitar|inscripción|inscripciones|postular|postulación
postulaciones|currículum|inscribirse|aplicar|presentar
candidarsi|candidati|domanda|domande|curriculum|inviare
solliciteren|solliciteer|sollicitatie|sollicitaties|reageren|reactie|motivatiebrief|reageer
ansökan|ansök|ansökningar|söka|sök|ansökningshandlingar|söker|personligt brev|välkommen med din ansökan
ansøgning|ansøgninger|ansøg|ansøge|ansøgningen|søg|søge|søges
søknad|søknader|søknaden|søk|søke|sende søknad
hakemus|hakemukset|hakemuksesi|hakea|hae|hakemuksen|hakemuksia|jätä|työhakemus|cv:n
aplikacja|aplikacje|aplikuj|aplikować|zgłoszenia|zgłoszenie|dokumenty|aplikacyjne|oferty|nadsyłać|przesyłać|składać
życiorys
přihláška|přihlášky|přihlášku|přihlaste|životopis|životopisy|zašlete|zasílejte|hlaste|žádost|motivační dopis
reagujte|strukturovaný
candidatar|candidate-se|inscrição|inscrições|inscrever|currículo|currículos|enviar
""",
    Cue.OPENING: """
opens|opening date|opening on|open from|open on|opened on|applications open|application opens
start date for applications|will open|accepting applications from|accepting applications starting
accepting applications beginning|soon be accepting applications|apply from|opens on|open date|posting date
bewerbungsstart|bewerbungsbeginn|bewerbungen ab|bewerbung ab|ouverture des candidatures|apertura|fecha de apertura
abertura|apertura delle candidature|ansökan öppnar|haku alkaa|hakuaika alkaa
""",
    Cue.PREFERRED: """
full consideration|priority consideration|best consideration|first consideration|early consideration|priority deadline
preferred deadline|priority date|priority application|priority review|guaranteed consideration|for consideration by
preference will be given|priority will be given|priority is given|preference given|ideally by|idealerweise bis
vorzugsweise bis|early applications
""",
    Cue.SOFT: """
first review|initial review|review of applications|review of applications will begin|screening of applications
begin reviewing|application review|reviewing applications|review will begin|evaluated from|first round
""",
    Cue.OTHER: """
start|starts|starting|start date|starting date|begin|begins|beginning|commence|commences|commencing|commencement
interview|interviews|interviewed|interviewing|shortlist|shortlisting|shortlisted|assessment|assessment centre|posted
posted on|published|publication date|publish date|date posted|created|updated|last updated|reviewed
graduate|graduates|graduating|graduation|graduated|available from|availability|available|contract end|contract ends
contract till|contract until|contract|fixed-term|fixed term|temporary until|term of|employment until|employed until
reply|replies|respond|response|notified|informed|hear from|hear back|decision|onboard|onboarding|webinar
information session|info session|open day
open house|event|visit|conference|holiday|effective|established|founded|since|born|as of|dated|version|valid from
training|onwards|tenure|appointment until|appointed until|appointment|funded until|funding until|duration
end of project|project ends|program ends|program runs|internship|runs|policy|act of|law of|copyright|certification
discharge|vaccinated|license|session|semester|ends|assignment|questions|contact|call us|reach us
eintritt|eintrittsdatum|eintrittstermin|beginn|arbeitsbeginn|startdatum|stellenantritt|vorstellungsgespräche
vorstellungsgespräch|auswahlgespräche|befristet|befristung|befristet bis|befristet bis zum|veröffentlicht
online seit|ab dem|ab|vom|seit|stand|vertrag|laufzeit|rückfragen|elternzeit|elternzeitvertretung|projektlaufzeit
tätigkeitsbeginn|einstellung
début|prise de poste|à partir du|entretien|entretiens|publiée|publiée le|publié le|cdd|contrat|depuis|durée
à compter du|dès le|date de début|inicio|incorporación|fecha de inicio|entrevista|entrevistas|publicado|publicada
contrato|desde|duración
inizio|decorrenza|colloquio|colloqui|pubblicato|pubblicata|contratto|dal|durata|assunzione|ingangsdatum|gesprekken
sollicitatiegesprekken|geplaatst|contract tot|vanaf|sinds|indiensttreding
tillträde|intervju|intervjuer|publicerad|publicerat|vikariat|visstid|tidsbegränsad|från|från och med|fr.o.m.
tiltrædelse|tiltræder|tiltrædelsesdato|samtaler|jobsamtaler|samtalerne|opslået|oprettet|publiceret|tidsbegrænset|fra
start den|ansættelse|ansættelsen|ansættelsessamtaler|tiltredelse|oppstart|publisert|engasjement|lagt ut|tiltræde
alkaa|alkaen|aloitus|työ alkaa|haastattelut|haastattelu|julkaistu|määräaikainen|saakka määräaikainen|rozpoczęcie
data rozpoczęcia|rozmowy|rozmowa|opublikowano|dodano|umowa|od|od dnia|nástup|nástup od|datum nástupu|termín nástupu
pohovor|pohovory|zveřejněno|vloženo|smlouva|na dobu určitou|dobu určitou|od 1|aktualizováno
início|data de início|publicado em|publicada em|a partir de|duração|vigência
""",
}

_CUE_OF = {phrase: cue for cue, phrases in _PHRASES.items() for phrase in listed(phrases)}
_CUES = re.compile(whole(_CUE_OF))
_BEHIND = """
is the last day|is the last date|is the final|is the deadline|is the closing|last day to apply|deadline|closing date
close
closes|mennessä|asti|saakka|at the latest|application deadline|will not be considered|will not be accepted
cannot be considered|not be considered|ist bewerbungsschluss|werden nicht berücksichtigt|est la date limite
ne seront pas
es la fecha límite|no serán|beaktas ej|beaktas inte
"""
_AFTER = re.compile(whole(listed(_BEHIND)))


class Cues:
    """The phrases of a stretch of words before a date, by kind: where the last of each ends."""

    def __init__(self, words: str) -> None:
        self.words = words
        #: By kind: start and end of the last.
        self.last: dict[Cue, tuple[int, int]] = {}
        for found in _CUES.finditer(words):
            self.last[_CUE_OF[" ".join(found[0].split())]] = found.span()

    def end(self, cue: Cue) -> int:
        """Where the last phrase of that kind ends; -1 where there is none."""
        return self.last.get(cue, (-1, -1))[1]

    def is_only(self, cue: Cue) -> bool:
        """Whether the words are one phrase of that kind and nothing else, as a label's are: "Application:"."""
        start, end = self.last.get(cue, (0, 0))
        return end > start and not (self.words[:start] + self.words[end:]).strip(" \n:¦|-*")

    def start(self, cue: Cue) -> int:
        """Where the last phrase of that kind begins; -1 where there is none."""
        return self.last.get(cue, (-1, -1))[0]


def closes_after(words: str) -> int | None:
    """Where in the words after a date the phrase ends that makes it the last to apply: "(close)", "mennessä"."""
    found = _AFTER.search(words)
    return found.end() if found else None


def is_about_applying(words: str) -> bool:
    """Whether the words speak of applying or of a deadline for it."""
    cues = Cues(words)
    return Cue.APPLYING in cues.last or Cue.DEADLINE in cues.last
