"""Labels with their values: "Location: London", <dt>/<dd>, a small heading over one line, in several languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spiders.reading.document import BOLD_LEVEL, Block
from spiders.reading.employment import is_only_employment
from spiders.reading.workplace import is_only_workplace

#: Field → the words that label it, in lower case, without colon.
_WORDS: dict[str, str] = {
    "location": (
        "location|locations|job location|work location|office location|city|place of work|place"
        "|workplace location|office|standort|arbeitsort|einsatzort|ort|lieu|lieu de travail|localisation"
        "|ubicación|localidad|sede|luogo|sede di lavoro|locatie|standplaats|plaats|arbetsort|arbejdssted"
        "|lokation|placering|arbeidssted|sted|sijainti|paikka|lokalizacja|miejsce pracy|místo výkonu práce"
        "|místo práce|místo|lokalita|adresa|localização|local|local de trabalho|based in|job locations|lieux"
        "|lieu du poste|ville|werklocatie|werkplek|zona|local do trabalho|localidade|município|kommun"
        "|toimipiste|paikkakunta|työskentelypaikka|työpaikan sijainti|miejscowość|lokalizacje"
        "|stationeringsort|placeringsort|adresse|anschrift|einsatzorte|standorte|dienstort|arbeitsorte"
        "|luogo di lavoro|città|lugar de trabajo|lugar|población|ciudad|primary location|work site|worksite"
        "|duty station|site|campus|job site|address|where|town/city|job location(s)|location(s)|město"
        "|pracoviště|local de prestação|vestiging|tjänsteställe|arbejdssteder|toimipaikka|místo pracoviště"
        "|místo výkonu|work address|työskentelypaikkakunta|kaupunki|ort/plz|plz / ort|plz/ort|einsatzort(e)"
        "|arbeitsort(e)|dienstsitz|beschäftigungsort|tätigkeitsort|lieu d'affectation|lieu d'exercice"
        "|affectation|commune|localisation du poste|destino|municipio|comune|sede di servizio"
        "|tjänstgöringsort|tjenestested|lokasjon|miejsce|miejsce zatrudnienia|oddział|city/location"
        "|location/s|based at|based|workplace address|store location|duty location|location of work|lieu(x)"
        "|paikkakunnat|sijaintipaikka|standort(e)|arbeitsplatz"
    ),
    "region": (
        "area|work area|region|town|county|job location area|country|pays|land|país|paese|city/town|state"
        "|bundesland|kraj|distrito|regio|provincia|province|state/province|département|région|región|regione"
        "|län|fylke|maakunta|województwo"
    ),
    "organization": (
        "company|company name|employer|organisation|organization|recruiter|hiring organization|hiring company"
        "|advertiser|agency|unternehmen|firma|arbeitgeber|entreprise|société|employeur|empresa|compañía"
        "|azienda|società|bedrijf|werkgever|företag|arbetsgivare|virksomhed|arbejdsgiver|arbeidsgiver|bedrift"
        "|yritys|työnantaja|pracodawca|společnost|zaměstnavatel|school|school name|institution|client"
        "|organisation/company|organization/company|organisation name|employer name|institution name|ente"
        "|entidad|organismo|institución|instituição|entité|établissement|organisme|collectivité|firmanavn"
        "|organisaatio|organizacja|instytucja|firm|agency name|council|college|university|hospital|trust"
        "|business|nom de l'entreprise|organisatie|bedrijfsnaam|opdrachtgever|uppdragsgivare|oppdragsgiver"
        "|selskap|entidade|datore di lavoro|název firmy|nazwa firmy|posted by|anbieter|einrichtung"
        "|dienststelle|arbetsplats|behörde|arbeitgeber/in|auftraggeber|träger|company/organisation"
        "|hiring organisation|employing organisation|työnantajan nimi|institute|institut|site name"
        "|hiring agency|employer/company|nom de l'établissement|raison sociale|firma/instytucja"
        "|ragione sociale|nome azienda|nome da empresa|nombre de la empresa|arbetsgivarens namn"
        "|virksomhedsnavn|bedriftsnavn"
    ),
    "employment_type": (
        "employment type|job type|type|contract type|contract|type of contract|type of employment|employment"
        "|position type|hours|working hours|weekly working hours|employment form|form of employment"
        "|typ zaměstnání|forma zaměstnání|pracovní úvazek|work hours|working time|schedule|work schedule"
        "|commitment|work type|time type|job types|contract hours|employment status|anstellungsart"
        "|beschäftigungsart|arbeitszeit|vertragsart|type de contrat|contrat|temps de travail|tipo de contrato"
        "|contrato|jornada|tipo de empleo|tipo di contratto|contratto|dienstverband|contractvorm"
        "|anställningsform|omfattning|ansættelsesform|arbejdstid|stillingstype|ansettelsesform|työsuhde"
        "|rodzaj umowy|wymiar pracy|typ úvazku|pracovní poměr|typ pracovního poměru|úvazek"
        "|plný/částečný úvazek|forma spolupráce|typ smluvního vztahu|tipo de emprego|regime|druh práce"
        "|druh zaměstnání|tipo di impiego|soort dienstverband|anställningstyp|ansættelsestype|type d'emploi"
        "|type d’emploi|durée du travail|quotité|beschäftigungsverhältnis|beschäftigungsumfang|umfang"
        "|arbeitszeitmodell|stellenumfang|arbeitsumfang|befristung|anstellung|tipo de jornada|jornada laboral"
        "|tipo de oferta|modalidad de contrato|orario|orario di lavoro|tipologia contrattuale"
        "|tipologia di contratto|contract type(s)|soort contract|soort baan|type dienstverband|uren"
        "|anställning|sysselsättningsgrad|arbetstid|arbetsomfattning|heltid / deltid|heltid/deltid|arbeidstid"
        "|omfang|ansættelse|jobtype|stillingsform|työaika|työsuhteen tyyppi|työsuhteen kesto|työn kesto"
        "|wymiar etatu|etat|umowa|typ umowy|forma zatrudnienia|forma współpracy|druh pracovního poměru"
        "|druh pracovního vztahu|typ smlouvy|horário|regime de trabalho|tipo|carga horária|vínculo|job status"
        "|working pattern|appointment type|time commitment|full time/part time|full/part time"
        "|full-time/part-time|fte|type of job|type of position|position status|assignment type|vacancy type"
        "|tenure|engagement type|contract status|hours of work|pattern|type d'offre|type ansettelse|pensum"
        "|teilzeit / vollzeit|vollzeit / teilzeit|vollzeit/teilzeit|voll-/teilzeit|voll- / teilzeit"
        "|smluvní vztah|rodzaj zatrudnienia|typ zatrudnienia|employment category|worker type|worker sub-type"
        "|employee type|staff type|anställningsvillkor|ansettelse|stillingsstørrelse|beschäftigung"
        "|anstellungsverhältnis|art der anstellung|art der beschäftigung|arbeitsverhältnis|nature du contrat"
        "|régime de travail|jornada de trabajo|tipo contrato|dedicación|tipo rapporto|rapporto di lavoro"
        "|tipo di rapporto|impegno|contractduur|type contract|työsuhdemuoto|palvelussuhde"
        "|palvelussuhteen laatu|perm/temp|job basis|basis|work pattern|types of contract|employment basis"
        "|arbeitszeiten"
    ),
    "workplace": (
        "workplace|workplace type|work model|work mode|remote work|work arrangement|working model"
        "|arbeitsmodell|télétravail|teletrabajo|modalidad|location type|on-site/remote|remote status"
        "|remote policy|work setting|working arrangement|work location type|onsite/remote"
        "|modalidad de trabajo|modalità di lavoro|werkvorm|arbetsform|tryb pracy|modelo de trabalho"
        "|arbeitsort-modell|work environment|mode de travail|rythme de télétravail|hjemmekontor|etätyö"
        "|home office|homeoffice|smart working|lavoro da remoto|práce z domova|arbejdsform|arbeidsform"
        "|työskentelytapa|work format|work style|remote working|remote options|presencialidad|smartworking"
        "|arbetsmodell|arbetssätt|distansarbete|modalità|modalidade|režim práce|forma práce|forma pracy|työmuoto"
        "|werkmodel|arbeidsmodell|arbejdsmodel|arbeitsweise|fjernarbejde"
        "|telelavoro|thuiswerken|place of work type|hybrid working|modelo de trabajo"
    ),
    "posted_on": (
        "posted|posted on|date posted|posting date|published|published on|publication date|created|job posted"
        "|listed|listed on|opening date|advertised|date|post date|advertisement publish date|publish date"
        "|job posted on|posting start date|first posted|open date|veröffentlicht|veröffentlicht am"
        "|online seit|publié le|date de publication|publicado|fecha de publicación|pubblicato il"
        "|data di pubblicazione|geplaatst|gepubliceerd|publicerad|publiceringsdatum|oprettet|offentliggjort"
        "|publisert|julkaistu|opublikowano|data publikacji|zveřejněno|datum zveřejnění|publicado em"
        "|posted date|published at|date listed|date published|placed on|first published|date advertised"
        "|issued on|erschienen|erschienen am|erscheinungsdatum|veröffentlichungsdatum|eingestellt am|publié"
        "|publiée le|publiée|date de mise en ligne|mise en ligne|publicada|publicado el|publicada el"
        "|fecha publicación|pubblicato|data pubblicazione|inserito il|geplaatst op|gepubliceerd op"
        "|publicatiedatum|publicerad den|publicerades|upplagd|indrykket|opslået|oprettet den|publisert den"
        "|lagt ut|ilmoitus julkaistu|julkaisupäivä|opublikowana|dodano|data dodania|zveřejněna|přidáno"
        "|vloženo|datum vložení|publicada em|data de publicação"
    ),
    "requisition_id": (
        "job id|requisition id|requisition|req id|requisition number|job number|job reference|reference"
        "|reference number|ref|ref no|ref. no|ref no.|reference no|job posting id|vacancy no|stillingsnummer"
        "|opslagsnummer|quick nr|job ref|vacancy id|vacancy reference|posting id|position number|job code|id"
        "|job req id|job requisition id|referenznummer|kennziffer|stellennummer|référence|referencia"
        "|riferimento|referentie|vacaturenummer|referens|referensnummer|reference id|referencenummer"
        "|jobnummer|referanse|numer referencyjny|číslo nabídky|referência|work in denmark id|post reference"
        "|vacancy number|quick reference|ref. apec|announcement number|jobbnorge id|jobbnorge-id|offer number"
        "|reference code|ref number|posting number|job no|job opening id|opening id|vacancy ref|vacancy code"
        "|tracking code|kennnummer|ausschreibungsnummer|job-id|stellen-id|referenz|referenznr.|numéro d'offre"
        "|numéro de référence|réf|réf.|n° de l'offre|offre n°|referencia de la oferta|número de oferta"
        "|codice annuncio|codice|rif|rif.|vacature-id|referentienummer|annonsnummer|annons-id|diarienummer"
        "|dnr|sagsnummer|jobnr|jobnr.|job-nr.|finn-kode|finnkode|saksnummer|tunnus|nr ref.|nr ref"
        "|numer oferty|nr referencyjny|numer ogłoszenia|referenční číslo|číslo inzerátu|číslo pozice"
        "|código da vaga|nº de oferta|ref. interna|requisition #|req #|job #|job id #|job ref.|post ref"
        "|post number|advert reference|kennung|referansenr.|referansenr|referansenummer|työavain"
        "|ilmoitusnumero|ref.nr|ref.nr.|ref-nr|ref-nr.|ref. nr.|referenz-nr.|referenz-nr|stellenkennzeichen"
        "|aktenzeichen|n° d'annonce|id annonce|id offre|code poste|expediente|nº de referencia"
        "|id de la oferta|codice posizione|id annuncio|vacaturecode|jobb-id|jobid|job identification"
        "|opportunity id|campaign reference|advert id|recruitment id|position id|requisition no"
        "|requisition no.|requisition code|job advert reference|listing id|numero di riferimento"
        "|número de referencia|número de referência|referenční kód|kod oferty"
    ),
    "deadline": (
        "deadline|application deadline|closing date|apply by|applications close|closes|closing|closing on"
        "|deadline for applications|application closing date|application due|applications due|due date"
        "|last date to apply|deadline for application|expires|expiry date|end date|application"
        "|application date|bewerbungsfrist|bewerbungsschluss|frist|date limite|date limite de candidature"
        "|fecha límite|plazo|scadenza|termine|sluitingsdatum|reageer voor|sista ansökningsdag|ansök senast"
        "|ansøgningsfrist|frist for ansøgning|søknadsfrist|søk senest|hakuaika|haku päättyy|termin składania"
        "|termin nadsyłania|uzávěrka|prazo|prazo de candidatura|close date|advert end date"
    ),
    "pay": (
        "salary|pay|compensation|rate of pay|pay rate|salary range|pay range|wage|wages|hourly rate"
        "|remuneration|base pay|base salary|stipend|annual salary|starting salary|gehalt|vergütung|salaire"
        "|rémunération|salario|retribución|sueldo|stipendio|retribuzione|ral|salaris|lön|løn|lønn|palkka"
        "|wynagrodzenie|plat|mzda|salário|remuneração"
    ),
    "starts_on": (
        "start date|starting date|start|starts|commencement date|eintrittsdatum|beginn|date de début"
        "|fecha de inicio|startdatum|tiltrædelse|tillträde|nástup|data de início|starting|expected start date"
        "|anticipated start date|offer starting date|job start date|date of joining|joining date"
        "|earliest start date|start date of the position|eintrittstermin|arbeitsbeginn|eintritt"
        "|stellenantritt|starttermin|ausbildungsbeginn|dienstbeginn|beschäftigungsbeginn|besetzungstermin"
        "|prise de poste|début|date de prise de poste|date de démarrage|fecha de incorporación|incorporación"
        "|inicio|data di inizio|data inizio|decorrenza|inizio|ingangsdatum|datum indiensttreding"
        "|indiensttreding|tillträdesdag|tillträdesdatum|anställningsstart|tiltrædelsesdato|startdato|oppstart"
        "|oppstartsdato|tiltredelse|työ alkaa|aloituspäivä|työn aloitus|aloitus|data rozpoczęcia"
        "|rozpoczęcie pracy|data rozpoczęcia pracy|datum nástupu|termín nástupu|nástup možný|início"
        "|data prevista de início"
    ),
    "duration": (
        "duration|contract length|length|length of contract|internship duration|term|contract duration|dauer"
        "|durée|duración|durata|duur|varighed|varaktighet|délka|czas trwania|duração"
    ),
}
_FIELD_OF = {word: name for name, words in _WORDS.items() for word in words.split("|")}
_LONGEST_LABEL = 40
_LONGEST_VALUE = 160
_LONGEST_LINE = 300
_BARS = re.compile(r"\s[|•·]\s")
_CELLS = frozenset({"dt", "th", "td", "label", "li", "div", "p", "dd", "span", "line"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """One label and its value."""

    field: str
    value: str
    #: The words of both, as evidence.
    text: str
    #: The place of the value's block in the list that was read.
    index: int
    #: The label and the value stand in one block ("Location: London").
    inline: bool


def field_of(label: str) -> str | None:
    """The field that a label's words name ("Closing date" → "deadline"), or None."""
    if len(label) > _LONGEST_LABEL:
        return None
    return _FIELD_OF.get(label.strip(" \t:：*•-–").casefold())


def find_labels(blocks: Sequence[Block]) -> Iterator[Labelled]:
    """All labels with values, in the page's order."""
    for index, block in enumerate(blocks):
        if several := list(_in_bars(block, index)):
            yield from several
        elif found := _inside(block, index) or _over_next(blocks, index):
            yield found


def _in_bars(block: Block, index: int) -> Iterator[Labelled]:
    """The labels of one line: "Springfield | Full-time | ID: 14167"."""
    if len(block.text) > _LONGEST_LINE or ":" not in block.text or not _BARS.search(block.text):
        return
    for part in _BARS.split(block.text):
        head, _, rest = part.partition(":")
        if (name := field_of(head)) and (value := rest.strip()):
            yield Labelled(name, value, part, index, inline=True)


def _inside(block: Block, index: int) -> Labelled | None:
    head, colon, rest = block.text.partition(":")
    if colon and rest and (name := field_of(head)):
        value = rest.strip()
        return Labelled(name, value, block.text, index, inline=True) if 0 < len(value) <= _LONGEST_VALUE else None
    if len(block.pieces) > 1 and block.level != BOLD_LEVEL and (name := field_of(block.pieces[0])):
        value = " ".join(block.pieces[1:]).strip(" :")
        return Labelled(name, value, block.text, index, inline=True) if 0 < len(value) <= _LONGEST_VALUE else None
    return None


def _over_next(blocks: Sequence[Block], index: int) -> Labelled | None:
    block = blocks[index]
    if (
        index + 1 == len(blocks)
        or block.tag == "dd"
        or (is_only_workplace(block.text) and not is_only_workplace(blocks[index + 1].text))
        or not (name := field_of(block.text))
    ):
        return None
    following = blocks[index + 1]
    if 0 < following.level < BOLD_LEVEL or len(following.text) > _LONGEST_VALUE:
        return None
    if block.is_link() and following.is_link():
        return None  # two entries of a menu
    if field_of(following.text) and not (name == "employment_type" and is_only_employment(following.text)):
        return None
    value = following.text
    if name in {"location", "employment_type"}:
        value = "; ".join([value, *_more_values(blocks, index + 2, following)])
    return Labelled(name, value, f"{block.text} {following.text}", index + 1, inline=False)


def _more_values(blocks: Sequence[Block], start: int, first: Block) -> Iterator[str]:
    """Further bullets or cells of the same make right after the first value."""
    for block in blocks[start : start + 8]:
        same = block.tag == first.tag and block.tag in {"li", "dd"} and block.item == first.item and not block.level
        if not same or len(block.text) > _LONGEST_LABEL or field_of(block.text) or ":" in block.text:
            return
        yield block.text
