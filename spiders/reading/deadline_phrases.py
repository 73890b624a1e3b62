"""Phrases around a date that say whether it is the last day to apply, or something else; in thirteen languages."""

from collections.abc import Mapping
from enum import Enum, auto

from spiders.reading.words import listed


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
    #: The last day was moved to the date.
    EXTENDED = auto()
    #: Applications until the date are preferred; later ones count, whatever the date is called.
    PREFERRED = auto()
    #: "ideally", "erwünscht": a last day or limit beside it is only hoped for.
    HOPED = auto()
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
online until|published until
closing time|closure date|cut-off date|cutoff date|cut off date|posting period|advertising period|announcement period
open period|filing period|filing deadline|submission deadline|submission date|last date of|latest date for
latest date of|closes at|applications to be in by|reach us by|vacancy ends|ad ends|advert ends|ad expires|post ends
posting valid until|recruitment closes|recruiting until|open for applications until|closing day|end of posting
no applications after|not be accepted after|not accept applications after|not be considered after
posting dates|open and closing dates|open & closing dates|applications in by|competition closes|call closes
final closing date
date limite|date limite de candidature|date limite de dépôt|date de clôture|clôture|clôture des candidatures
limite de candidature|postuler avant|postuler avant le|postuler jusqu'au|candidater avant|candidater avant le
candidatez avant|postulez avant|candidature avant|candidature jusqu'au|candidatures jusqu'au|dépôt des candidatures
date de fin de candidature|date de fin de publication|fin de publication|fin de parution|fin de validité
date de fin de l'offre|fin des candidatures
fin de candidature|date limite pour|limite de dépôt|fin de dépôt|réponse avant le
date de fermeture|fermeture des candidatures|répondre avant le|à adresser avant le|à envoyer avant le
date d'échéance|échéance|valable jusqu'au|offre valable jusqu'au
bewerbungsfrist|ausschreibungsfrist|bewerbungsschluss|bewerbungsende|bewerbungsdeadline|bewerbung bis|bewerbungen bis
bewerben bis
bewerben sie sich bis|bewirb dich bis|bewirb dich bis zum|einsendeschluss|anmeldeschluss|ende der bewerbungsfrist
frist|meldefrist|anmeldefrist|einreichungsfrist|abgabefrist|abgabetermin|abgabeschluss|bewerbungstermin
ende der ausschreibung|ausschreibung bis|gültig bis|gültig bis zum|online bis|aktiv bis|bewerbung möglich bis
bewerbungen möglich bis|bewerbungsschlusstermin|schlusstermin|einsendefrist|letzter bewerbungstag|ausschreibungsende
bewerbungszeitraum|bewerbungsfrist endet|bewerbbar bis|ausschreibung endet
fecha límite|fecha limite|fecha de cierre|plazo de presentación|plazo de solicitud|plazo de inscripción
plazo de candidatura|plazo|fin del plazo|cierre de inscripciones|cierre de la convocatoria|cierre de candidaturas
cierre|vence|inscripciones hasta|inscripción hasta|candidaturas hasta|solicitudes hasta|postular hasta
postulaciones hasta|válida hasta|fecha de vencimiento|fecha fin de inscripción|fecha fin|fin de inscripción
fecha tope|último día|último día para|finaliza el|cierra el|abierta hasta|abierto hasta|vigente hasta|vigencia hasta
oferta válida hasta|fecha de finalización|caduca|caduca el|fecha de caducidad
scadenza|data di scadenza|scade|scade il|termine per|termine ultimo|entro il|entro e non oltre|entro e non oltre il
candidature entro|candidarsi entro|candidature fino al|termine di presentazione|chiusura delle candidature
data di chiusura|scadenza candidature|data scadenza|data limite|scadenza presentazione|scadono|scadono il
valido fino al|valida fino al|ultimo giorno|chiusura bando|aperta fino al|aperte fino al|data fine pubblicazione
sluitingsdatum|sluit op|reageren kan tot|reageer voor|reageren voor|reageer uiterlijk|solliciteren kan tot
solliciteren tot|solliciteren tot en met|solliciteer voor|solliciteer vóór|solliciteer uiterlijk|solliciteer tot
solliciteerbaar tot|reageer tot|reageer t/m|reageren t/m|reageren kan t/m|solliciteren kan t/m|inschrijven tot
open tot|openstaand tot|geldig tot|publicatie tot|laatste dag|einddatum|solliciteren kan uiterlijk
sollicitatiedeadline
sollicitatietermijn|uiterste sollicitatiedatum|uiterste datum|reactietermijn|vacature sluit|sluiting
sista ansökningsdag|sista ansökningsdatum|sista ansökan|sista dag för ansökan|sista dag att söka
sista dagen att söka|ansök senast|ansök senast den|sök senast|sök senast den|sök tjänsten senast|ansökan senast
sista ansökningsdagen|sista svarsdag|sista dag|sista dagen|ansökningsfrist|ansökan stänger|ansökan stänger den
ansökningar senast|publiceras till|publicerad till|sök jobbet senast|sök före|ansök före|ansök innan|går ut|stänger
ansökningstid|ansökningstiden går ut|ansökningsdag|sista datum|ansökningsperiod
ansøgningsfrist|ansøgningsfristen|ansøgningsfristen er|ansøg senest|ansøgning senest|ansøgningsdato
ansøgning inden|ansøgninger senest|ansøgningsperiode|søg jobbet senest|sidste dag|deadline for ansøgning
udløber|udløber den|opslået til|frist for ansøgning|søg senest|frist for at søge|sidste frist|søg inden|ansøg inden
sidste ansøgningsdag
søknadsfrist|søknadsfristen|søknadsfristen er|frist for å søke|søk innen|søk senest|søk før|søknad innen
søknad sendes innen|søknader sendes innen|søk på jobben innen|søk på stillingen innen|siste frist|siste søknadsdag
siste dag|søkefrist|påmeldingsfrist|søknadsperiode|utløper|annonsen utløper|søk på stilling innen
hakuaika|hakuaika päättyy|haku päättyy|haku on auki|haku sulkeutuu|hae viimeistään|hakemukset viimeistään
viimeinen hakupäivä|hakemusten jättöaika|hakuaikaa on|hakemuksen viimeinen|hakemus viimeistään
jätä hakemuksesi viimeistään|jätä hakemus viimeistään|hakuaika loppuu|haku loppuu|hakuaika umpeutuu|hakuaika on
hakeminen päättyy|ilmoitus päättyy|viimeinen hakuaika|haku avoinna|haettavissa|voimassa
hakemusten viimeinen|hakemukset tulee jättää viimeistään
termin składania|termin składania ofert|termin składania dokumentów|termin aplikowania|termin nadsyłania
termin nadsyłania zgłoszeń|termin aplikacji|termin zgłoszeń|termin przyjmowania|aplikuj do|aplikacje do
zgłoszenia do|ważne do|ważna do|oferta ważna do|ostateczny termin|data zakończenia|data ważności|wygasa
ważna jeszcze|ważne jeszcze|oferta ważna|aktualna do|aktualne do|data zakończenia rekrutacji|termin rekrutacji
zakończenie naboru|zakończenie rekrutacji|termin przesyłania|przesyłać do|nadsyłać do|składać do|składać do dnia
zgłoszenia przyjmujemy do|aplikacje przyjmujemy do|data wygaśnięcia|rekrutacja do|nabór do|rekrutacja trwa do
nabór trwa do
uzávěrka|uzávěrka přihlášek|termín podání|termín podání přihlášek|termín přihlášek|přihlášky do
přihlášky zasílejte do|přihlášky zasílejte nejpozději do|hlaste se do|přihlaste se do|životopis do|životopisy do
datum uzávěrky|uzávěrky|konec přihlášek|přihlášky přijímáme do|přihlášky přijímáme nejpozději do|konec platnosti
platnost nabídky do|datum ukončení|ukončení příjmu|do kdy|posílejte do|posílejte nejpozději do|zašlete do
zasílejte do|zasílejte nejpozději do|zašlete nejpozději do|nejpozději do konce|nabídka platí do|nabídka je platná do
uzávěrka výběrového řízení|termín odevzdání|termín pro přihlášení|platnost inzerátu do|platnost do|platí do
termín pro podání|lhůta|lhůta pro podání|odpovídejte do|reagujte do
prazo|prazo de candidatura|prazo para candidaturas|prazo de inscrição|prazo final|data limite|data-limite
data limite de candidatura|candidaturas até|candidatura até|inscrições até|candidate-se até|inscreva-se até
encerramento|data de encerramento|encerra|encerra em|encerram|encerram em|encerram-se|término das inscrições
período de inscrições|período de inscrição|período de candidatura|período de candidaturas|data final|último dia
prazo de inscrições|prazo de candidaturas|fim das inscrições|válido até|expira em|vaga aberta até
data de fecho|fecha em|data de expiração|termina em|submissão até|válida até|candidaturas abertas até
inscrições abertas até
aberta até
""",
    Cue.LIMIT: """
by|until|till|before|close|and close|and closing|no later than|not later than|on or before|prior to|through|up to
at the latest by|latest|latest by|due|available until|up until|up to and including|until and including|not after
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
apply|applying|application|applications|submit|submitted|submitting|submission
submissions|submit your|cv|cvs|resume|resumes|résumé|cover letter|candidacy|letter of interest
expression of interest|send your|received|we must receive|announcement|posting|vacancy|register your interest
materials
bewerbung|bewerbungen|bewerben|bewirb|bewerbungsunterlagen|unterlagen|lebenslauf|bewerbungs
anschreiben|einsenden|bewerbungsportal
candidature|candidatures|postuler|postulez|candidater|candidatez|dossier|dossiers|lettre de motivation|cv et
candidatura|candidaturas|solicitud|solicitudes|solicitar|inscripción|inscripciones|postular|postulación
postulaciones|currículum|inscribirse|inscribirte|inscríbete|postúlate|apúntate|aplicar|presentar
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
    Cue.EXTENDED: """
extended to|extended until|extended through|extending the deadline to|extend the deadline to|verlängert bis
verlängert bis zum
prolongée jusqu'au|prolongé jusqu'au|prorogée jusqu'au|reportée au|repoussée au|ampliado hasta|ampliado hasta el
ampliada hasta el|prorrogado hasta el|prorogata al|prorogato al|prorogata fino al|prorogati al
verlengd tot|verlengd t/m|verlengd tot en met|förlängd till|förlängt till|förlängs till|forlænget til|forlenget til
utsatt til|jatkettu|pidennetty|przedłużony do|przedłużono do|wydłużony do|prodlouženo do|prodloužena do
prodloužen do|prorrogado até|prorrogada até|prolongado até|alargado até
""",
    Cue.OPENING: """
applications will open|applications are open|applications opened|accepting applications on
start accepting applications
opens for applications|open for applications from|opening date for|recruitment opens|window opens
bewerbungen möglich ab|bewerbung möglich ab|bewerbung ab dem|bewerbungen ab dem|bewerben ab
candidatures ouvertes|candidature ouverte|inscriptions ouvertes|ouverture le|candidaturas abiertas
inscripciones abiertas|abierto del|abierta del|candidature aperte|iscrizioni aperte|solliciteren vanaf
solliciteren kan vanaf
reageren vanaf|ansökan öppen|ansökan är öppen|ansökan öppnas|ansøgning åbner|søknad åpner|åpner|haku aukeaa
haku avautuu|nabór od|rekrutacja od|przyjmujemy zgłoszenia od|aplikacje od|přihlášky od|příjem přihlášek od
přihlášky přijímáme od|candidaturas abertas|inscrições abertas|inscrições a partir de|candidaturas a partir de
abertura das inscrições|abertura das candidaturas
opens|opening date|opening on|open from|open on|opened on|applications open|application opens
start date for applications|will open|accepting applications from|accepting applications starting
accepting applications beginning|soon be accepting applications|apply from|opens on|open date
bewerbungsstart|bewerbungsbeginn|bewerbungen ab|bewerbung ab|ouverture des candidatures|apertura|fecha de apertura
abertura|apertura delle candidature|ansökan öppnar|haku alkaa|hakuaika alkaa
""",
    Cue.PREFERRED: """
full consideration|priority consideration|best consideration|first consideration|early consideration|priority deadline
preferred deadline|priority date|priority application|priority review|guaranteed consideration|for consideration by
preference will be given|priority will be given|priority is given|preference given|early applications
priority screening|priority application date|early deadline|early bird deadline|earlybird deadline
receive full consideration|ensure full consideration|ensure consideration|assured consideration
assured of consideration|fullest consideration|deadline for priority|priority consideration date|target date
preferred application date|preferred closing date|preferred by|desired by
""",
    Cue.HOPED: """
ideally|preferably|prefer|would prefer|preferred|idealerweise|vorzugsweise|möglichst|nach möglichkeit|erwünscht
gewünscht|de préférence|idéalement|souhaitée|souhaitées|preferiblemente|preferentemente|idealmente|preferibilmente
possibilmente|bij voorkeur|liefst|helst|mieluiten|mieluummin|najlepiej|ideálně|nejlépe|de preferência
preferencialmente
""",
    Cue.SOFT: """
first review|initial review|review of applications|review of applications will begin|screening of applications
screening of candidates|screening will begin|screening will commence|screening begins|review begins
review will commence
review of candidates|applications will be reviewed|consideration of applications|begin review|begin screening
sichtung der bewerbungen|sichtung beginnt|examen des candidatures
evaluation of applications|initial screening|first screening|application review begins|review date|next review
considered from|reviewed from|reviewed beginning|reviewed starting|reviewing candidates
begin reviewing|application review|reviewing applications|review will begin|evaluated from|first round
""",
    Cue.OTHER: """
start|starts|starting|start date|starting date|begin|begins|beginning|commence|commences|commencing|commencement
interview|interviews|interviewed|interviewing|shortlist|shortlisting|shortlisted|assessment|assessment centre|posted
posted on|published|publication date|publish date|date posted|created|updated|last updated|reviewed
graduate|graduates|graduating|graduation|graduated|available from|availability|available|contract end|contract ends
contract till|contract until|contract|fixed-term|fixed term|temporary until|term of|employment until|employed until
must hold|holds a|hold a|have obtained|obtained a|have completed|has completed|complete their|complete your
will complete|enrolled|enrolment|enrollment|hired before|employees hired|years of age|heard from|heard back|not heard
contacted|get back to|offices are closed|office is closed|office will be closed|offices will be closed|we are closed
closed on weekends|closed for|closed from|closed between|closed on sundays|closed on mondays|public holidays
launch deadline|project deadline|deliver by|delivered by|delivery date|go-live|go live|migration|tax deadline
compliance deadline|grant deadline|old deadline|previous deadline|original deadline|initial deadline|posting date
course registration|registration for the|conference deadline|early bird|abstract
maintenance|downtime|unavailable|newsletter|giveaway|competition entries|warranty|offer valid for new customers
reply|replies|respond|response|notified|informed|hear from|hear back|decision|onboard|onboarding|webinar
information session|info session|open day
open house|event|visit|conference|holiday|effective|established|founded|since|born|as of|dated|version|valid from
training|onwards|tenure|appointment until|appointed until|appointment|funded until|funding until|duration
end of project|project ends|program ends|program runs|internship|runs|policy|act of|law of|copyright|certification
discharge|vaccinated|license|session|semester|ends|assignment|questions|contact|call us
stellenbesetzung|dienstantritt|besetzungstermin|rückfragen bis|auskünfte|auskunft|eintritt|eintrittsdatum
eintrittstermin|beginn|arbeitsbeginn|startdatum|stellenantritt|vorstellungsgespräche
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

#: "Review of applications will begin on": what is looked at, and the verb that would else be another event's.
_REVIEWS = {
    f"{noun}{of} {verb}": Cue.SOFT
    for noun in ("review", "screening", "evaluation", "consideration", "reviewing", "assessment")
    for of in (
        "",
        " of applications",
        " of candidates",
        " of applicants",
        " of candidacies",
        " of submissions",
        " of complete applications",
    )
    for verb in ("will begin", "begins", "will commence", "commences", "will start", "starts", "to begin")
}
#: "Enrolment closes on", "the licence expires": what else than applications ends.
_ENDINGS = {
    f"{noun} {verb}": Cue.OTHER
    for noun in listed(
        "enrollment|enrolment|registration|office|offices|store|stores|shop|shops|sale|sales|survey|round|market|deal"
        "|contract|contracts|licence|license|certificate|visa|permit|grant|fund|project|quarter|warranty|subscription|membership|lease"
        "|passport|library|campus|museum|branch|funding|financing|tender|ticket sales|financial year|fiscal year|term"
    )
    for verb in listed(
        "closes|closes on|close|close on|will close|will close on|closed|closed on|closing|closing on|expires"
        "|expires on|ends|ends on|will expire|deadline|deadlines|is closed|are closed|will be closed"
    )
}
#: Every phrase, in lower case.
CUE_OF: Mapping[str, Cue] = (
    {phrase: cue for cue, phrases in _PHRASES.items() for phrase in listed(phrases)} | _REVIEWS | _ENDINGS
)
