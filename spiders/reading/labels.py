"""Labels with their values: "Location: London", <dt>/<dd>, a small heading over one line, in several languages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spiders.reading.document import BOLD_LEVEL, Block
from spiders.reading.employment import is_only_employment

#: Field → the words that label it, in lower case, without colon.
_WORDS: dict[str, str] = {
    "location": "location|locations|job location|work location|office location|city|place of work|place|workplace "
    "location|office|standort|arbeitsort|einsatzort|ort|lieu|lieu de travail|localisation|ubicación"
    "|localidad|sede|luogo|sede di lavoro"
    "|locatie|standplaats|plaats|ort|arbetsort|arbejdssted|lokation|placering|arbeidssted|sted|sijainti"
    "|paikka|lokalizacja|miejsce pracy"
    "|místo výkonu práce|místo práce|lokalita|adresa|localização|local|local de trabalho|based in|job locations",
    "region": "area|work area|region|town|county|job location area",
    "organization": "company|company name|employer|organisation|organization|recruiter|hiring organization"
    "|hiring company"
    "|advertiser|agency"
    "|unternehmen|firma|arbeitgeber|entreprise|société|employeur|empresa|compañía|azienda|società|bedrijf"
    "|werkgever|företag|arbetsgivare"
    "|virksomhed|arbejdsgiver|arbeidsgiver|bedrift|yritys|työnantaja|pracodawca|společnost|zaměstnavatel"
    "|school|school name|institution|client",
    "employment_type": "employment type|job type|type|contract type|contract|type of contract|type of employment"
    "|employment"
    "|position type|hours"
    "|working hours|weekly working hours|employment form|form of employment|typ zaměstnání|forma "
    "zaměstnání|pracovní úvazek|work hours|working time|schedule|work schedule|commitment|work type|time "
    "type|job types|contract hours|employment status"
    "|anstellungsart|beschäftigungsart|arbeitszeit|vertragsart|type de contrat|contrat|temps de travail"
    "|tipo de contrato|contrato|jornada"
    "|tipo de empleo|tipo di contratto|contratto|dienstverband|contractvorm|anställningsform|omfattning"
    "|ansættelsesform|arbejdstid|stillingstype"
    "|ansettelsesform|työsuhde|rodzaj umowy|wymiar pracy|typ úvazku|pracovní poměr|typ pracovního poměru"
    "|úvazek|plný/částečný úvazek|forma spolupráce"
    "|typ smluvního vztahu|tipo de emprego|regime|druh práce|druh zaměstnání|tipo de empleo|tipo di "
    "impiego|soort dienstverband|anställningstyp|ansættelsestype",
    "workplace": "workplace|workplace type|work model|work mode|remote work|work arrangement|working model"
    "|arbeitsmodell|télétravail"
    "|teletrabajo|modalidad|location type|on-site/remote|remote status|remote policy",
    "posted_on": "posted|posted on|date posted|posting date|published|published on|publication date|created|job posted"
    "|listed|listed on|opening date"
    "|advertised|date|post date|advertisement publish date|publish date|job posted on|posting start date"
    "|first posted|open date|veröffentlicht|veröffentlicht am|online seit|publié le|date de publication"
    "|publicado|fecha de publicación"
    "|pubblicato il|data di pubblicazione|geplaatst|gepubliceerd|publicerad|publiceringsdatum|oprettet"
    "|offentliggjort|publisert|julkaistu"
    "|opublikowano|data publikacji|zveřejněno|datum zveřejnění|publicado em|posted date",
    "requisition_id": "job id|requisition id|requisition|req id|requisition number|job number|job reference|reference"
    "|reference number|ref|ref no"
    "|ref. no|ref no.|reference no|job posting id|vacancy no|stillingsnummer|opslagsnummer|quick nr|job "
    "ref|vacancy id|vacancy reference|posting id|position number|job code|id|job req id|job requisition "
    "id"
    "|referenznummer|kennziffer|stellennummer|référence|referencia|riferimento|referentie|vacaturenummer"
    "|referens|referensnummer|reference id"
    "|referencenummer|jobnummer|referanse|numer referencyjny|číslo nabídky|referência|work in denmark id"
    "|post reference|vacancy number|quick reference",
    "deadline": "deadline|application deadline|closing date|apply by|applications close|closes|closing|closing on"
    "|deadline for applications"
    "|application closing date|application due|applications due|due date|last date to apply|deadline for "
    "application|expires|expiry date|end date|application"
    "|application date|bewerbungsfrist|bewerbungsschluss|frist|date limite|date limite de candidature"
    "|fecha límite|plazo|scadenza|termine"
    "|sluitingsdatum|reageer voor|sista ansökningsdag|ansök senast|ansøgningsfrist|frist for ansøgning"
    "|søknadsfrist|søk senest|hakuaika"
    "|haku päättyy|termin składania|termin nadsyłania|uzávěrka|prazo|prazo de candidatura|close date|advert end date",
    "pay": "salary|pay|compensation|rate of pay|pay rate|salary range|pay range|wage|wages|hourly rate"
    "|remuneration|base pay|base salary|stipend"
    "|annual salary|starting salary|gehalt|vergütung|salaire|rémunération|salario|retribución|sueldo"
    "|stipendio|retribuzione|ral|salaris|lön"
    "|løn|lønn|palkka|wynagrodzenie|plat|mzda|salário|remuneração",
    "starts_on": "start date|starting date|start|starts|commencement date|eintrittsdatum|beginn|date de début|fecha "
    "de inicio|startdatum|tiltrædelse"
    "|tillträde|nástup|data de início|starting",
    "duration": "duration|contract length|length|length of contract|internship duration|term|contract duration|dauer"
    "|durée|duración|durata|duur"
    "|varighed|varaktighet|délka|czas trwania|duração",
}
_FIELD_OF = {word: name for name, words in _WORDS.items() for word in words.split("|")}
_LONGEST_LABEL = 40
_LONGEST_VALUE = 160
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
        found = _inside(block, index) or _over_next(blocks, index)
        if found:
            yield found


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
    if index + 1 == len(blocks) or not (name := field_of(block.text)):
        return None
    following = blocks[index + 1]
    if 0 < following.level < BOLD_LEVEL or len(following.text) > _LONGEST_VALUE:
        return None
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
