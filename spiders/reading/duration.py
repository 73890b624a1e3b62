"""How long the work lasts: "10 weeks", "6-month contract", "befristet auf 2 Jahre", "stage de 6 mois"."""

import re
from collections.abc import Iterator

from spiders.reading.characters import plain
from spiders.reading.counted import NUMBER
from spiders.reading.found import Found
from spiders.reading.near import matches, windows

_UNIT = (
    r"(?:weeks?|months?|years?|wochen?|monat(?:e|en|s)?|jahr(?:e|en)?|semaines?|mois|ans?|semanas?|mes(?:es)?|años?"
    r"|mesi|mese|settiman[ae]"
    r"|ann[io]|weken|week|maand(?:en)?|jaar|veckors?|månad(?:er)?s?|års?|uger?s?|uker?s?|måned(?:er)?s?|viik(?:koa|on)"
    r"|kuukau(?:tta|den)|kk"
    r"|vuo(?:den|tta)|tygodni\w{0,2}|miesi[ęą]c\w{0,3}|rok|lata|lat|měsíc\w{0,2}|týdn\w{0,2}|roky?|let|mês|anos?)"
)
_LONG = (
    r"(?:[- ]?(?:monatige[srnm]?|wöchige[srnm]?|jährige[srnm]?|miesięczn\w{1,3}|tygodniow\w{1,3}|měsíční\w{0,3}"
    r"|týdenní\w{0,3}|maands[et]?\b"
    r"|månaders|måneders|ukers|ugers|veckors))"
)
_TO = r"(?:-|to|or|bis|oder|à|ou|a|o|tot|of|till|til|eller|do|až|nebo|lub|tai)"
_SPAN = rf"(?P<span>(?<![\w.,/-])(?:{NUMBER}(?:\s?{_TO}\s?{NUMBER})?)(?:[ -]{_UNIT}|{_LONG}))(?!\w)"
#: Work that ends.
_WORK = (
    r"(?:intern(?:ship)?s?\b|placement|contract(?! manager)|fixed[- ]term|assignment|secondment|fellowship|traineeship"
    r"|co-?op\b|maternity cover"
    r"|praktikum\w*|befrist\w*|vertrag\w*|elternzeitvertretung|werkstudenten\w*|cdd\b"
    r"|contrat\b|intérim|alternance"
    r"|contrato|prácticas|beca\b|tirocinio|contratto|tempo determinato|stage\b|stageplek|jaarcontract|vikariat\w*"
    r"|visstidsanställning\w*"
    r"|tidsbegränsad\w*|praktik\w*|barselsvikariat|tidsbegrænset|engasjement\w*|midlertidig\w*|harjoittelu\w*"
    r"|määräaikai\w*|sijaisuu\w*"
    r"|staż\w*|umow\w+|praktyk\w*|stáž\w*|smlouv\w+|doba určit\w+|dobu určitou|estágio\w*)"
)
#: Words that mean the work only before its span: "the position is for 24 months".
_ANY_WORK = r"(?:programme|program|positions?|role|stelle)"
_LASTS = (
    r"(?:duration|length|lasts|last(?= (?:for|approx|about|around|up to|between))|lasting|runs? for|term"
    r"|dauer\w*|laufzeit|durée|duración|durata|duur|looptijd"
    r"|varaktighet|längd|varighed|varighet"
    r"|kesto\w*|czas trwania|na okres|okres|délka|doba trvání|duração)"
)
_BEFORE = re.compile(rf"(?<!\w)(?:{_LASTS}|{_WORK}|{_ANY_WORK})(?P<between>[^\d.;!?\n]{{0,30}}?)[\s(]{_SPAN}")
_AFTER = re.compile(rf"{_SPAN}(?P<between>[\s(-]{{1,2}}(?:[\w-]{{2,20}}\s){{0,2}}?)(?:{_WORK})")
_LABELLED = re.compile(rf"\W{{0,3}}(?:(?:ca\.?|approx\.?|about|min\.?|up to|bis zu)\s)?{_SPAN}")
#: Spans that are none of the work's: trials, notice, what lies behind, what is paid for.
_OTHER = re.compile(
    r"neurčit|unbefrist|indefini|indétermin|indeterminato|onbepaald|tillsvidare|toistaiseksi|nieokreśl|sem termo"
    r"|dovolen|holiday|vacation|vacaciones|congés|urlop|férias|vakantie|semester|lomaa"
    r"|probation|trial|notice|experience|qualifying|probezeit|kündigung|essai|préavis|prueba|prova\b|preavviso"
    r"|proeftijd|opzeg|provanst|uppsäg"
    r"|prøve|opsig|oppsig|koeaika|próbn|wypowiedz|zkušebn|výpověd|período de experiência|experien|erfahrung|expérien"
    r"|esperien|ervaring|erfaren|erfaring"
    r"|kokemu|doświadcz|prax|every|within|alle\b|tous les|cada|ogni|elke|warranty|garantie|leave|urlaub|pay\b|salary"
    r"|gehalt|old\b|ago\b|\bthe (?:last|past)|letzten|dernier|últimos|ultimi|laatste|senaste|seneste|siste\b|viimeis"
    r"|ostatnich|posledních"
)
_BEHIND = re.compile(
    r"['’]?\s(?:of (?:experience|age|paid|parental|leave|pay|salary|service)|ago|old|notice|paid|parental"
    r"|maternity leave|paternity|experience|vacation|leave"
    r"|before|after|from|prior|probation|erfahrung|berufserfahrung|d'expérience|de experiencia|di esperienza|ervaring"
    r"|erfarenhet|erfaring|doświadczeni|praxe|elternzeit)"
)
_STEMS = (
    "week",
    "month",
    "monat",
    "woche",
    "wöch",
    "mois",
    "semain",
    "semana",
    "meses",
    " mes",
    "mese",
    "mesi",
    "settiman",
    "maand",
    "weken",
    "veck",
    "månad",
    "uger",
    "uker",
    "måned",
    "viik",
    "kuukau",
    " kk",
    "miesi",
    "tygod",
    "měsíc",
    "týdn",
    "týden",
    "mês",
    "year",
    "jahr",
    " ans",
    "años",
    " anni",
    " anno",
    "jaar",
    " år",
    "vuo",
    " rok",
    " lat ",
    " let ",
    "anos",
)
_REACH = 80


def find_duration(text: str, lower: str) -> Found[str] | None:
    """How long the work lasts, as the text words it ("10 weeks"); `lower` as `near.lowered`."""
    flat = plain(text)
    spans = windows(lower, _STEMS, before=_REACH, after=_REACH // 2)
    found = min(_all(flat, spans), key=lambda it: it.start(), default=None)
    return Found.of(text[slice(*found.span("span"))], text, *found.span()) if found else None


def read_duration(value: str) -> str | None:
    """The span that a label's value begins with ("6 months (extension possible)"); None for any other value."""
    found = _LABELLED.match(plain(value))
    return value[slice(*found.span("span"))] if found else None


def _all(flat: str, spans: list[tuple[int, int]]) -> Iterator[re.Match[str]]:
    for pattern in (_BEFORE, _AFTER):
        for found in matches(pattern, flat, spans):
            before = flat[max(0, found.start() - _REACH // 2) : found.start()].rsplit("\n", 1)[-1]
            others = _OTHER.search(before) or _OTHER.search(found["between"])
            if not others and not _BEHIND.match(flat, found.end("span")):
                yield found
