"""What others are paid, or a site guesses: salary widgets, averages, statistics, readers' reports. Never the pay.

"Estimated" alone proves nothing: employers write "the estimated base salary for this role". It needs words for whose
estimate it is, what it was made of, or that it is of other postings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from spiders.reading import near
from spiders.reading.document import Block

_LONGEST = 320
_SHORT = 60
_DIGIT = re.compile(r"\d")
#: One of these is in every line of the patterns below.
_STEMS = (
    "similar", "comparable", "estimate", "average", "median", "typical", "told us", "report", "market ", "benchmark",
    "ähnliche", "vergleichbare", "schätz", "durchschnitt", "im schnitt", "üblich",
    "similaire", "comparable", "estim", "moyen", "médian", "stima", "simili", "medi", "parecid",
    "vergelijkbare", "soortgelijke", "schatting", "geschat", "gemiddeld", "mediaan",
    "liknande", "uppskatt", "medel", "genomsnitt", "lignende", "skøn", "gennemsnit", "anslag", "gjennomsnitt",
    "vastaav", "samankaltai", "arvio", "keskipalk", "keskimäär", "mediaani",
    "podobn", "szacun", "średni", "mediana", "odhad", "průměr", "medián", "semelhante", "estimativa", "médi",
)  # fmt: skip
#: Others' jobs, and that they pay; for texts in lower case.
_OTHERS = (
    r"(?:similar|comparable|such|these|other) (?:\w+ ){0,2}(?:roles?|jobs?|positions?|openings|postings) (?:\w+ ){0,3}?"
    r"(?:pays?|paid|earns?|makes?|offers?|ranges?|averages?)(?!\w)|(?:similar|comparable) (?:roles|jobs|positions):"
    r"|(?:ähnliche|vergleichbare) (?:\w+ )?(?:stellen\w*|jobs|positionen)(?: \w+)?(?: zahlen| verdienen|:)"
    r"|(?:postes|emplois|offres) (?:similaires|comparables)(?: \w+){0,2} ?(?:paient|paie|gagnent|offrent|:)"
    r"|(?:puestos|empleos|trabajos|ofertas) (?:similares|parecid[oa]s)(?: \w+){0,2} ?(?:pagan|ofrecen|ganan|:)"
    r"|(?:posizioni|ruoli|lavori|offerte) simili(?: \w+){0,2} ?(?:pagano|offrono|:)"
    r"|(?:vergelijkbare|soortgelijke) (?:banen|functies|vacatures)(?: \w+){0,2} ?(?:betalen|verdienen|bieden|:)"
    r"|liknande (?:jobb|tjänster|roller)(?: \w+){0,2} ?(?:betalar|ger|tjänar|:)"
    r"|lignende (?:job|jobber|stillinger)(?: \w+){0,2} ?(?:betaler|giver|gir|:)"
    r"|(?:vastaav\w+|samankaltai\w+) (?:työ\w*|tehtäv\w*)(?: \w+){0,2} ?(?:maksetaan|maksavat|palkka|:)"
    r"|podobn\w (?:stanowisk\w*|ofert\w|prac\w|pozice|místa|nabídky)(?: \w+){0,2} ?(?:płacą|oferują|platí|nabízejí|:)"
    r"|(?:vagas|funções|empregos) (?:semelhantes|similares)(?: \w+){0,2} ?(?:pagam|oferecem|:)"
)
#: Whose guess it is, or that it is no word of the employer's.
_GUESSES = (
    r"(?:our|market|site|board|user|third[- ]party) (?:salary |pay )?estimates?|(?:salary|pay) estimates? (?:from|by)"
    r"|estimates? (?:from|based on|of|using) \d|not (?:provided|given|stated) by the employer|estimated by"
    r"|^estimated:? ?(?=[$£€])|(?:market|going) rates?:|market (?:average|median)"
    r"|(?:unsere|eigene) schätzung|schätzung (?:aus|auf|von|des|anhand)|^geschätzte\w? (?:gehalt|verdienst)"
    r"|(?:notre|selon notre) estimation|estimation (?:de|d'après|sur|du site)|salaires? estimés?|selon nos données"
    r"|nuestra estimación|estimación (?:de|según|basada)|(?:salario|sueldo) estimado"
    r"|nostra stima|stima (?:di|da|basata)"
    r"|onze schatting|schatting (?:uit|van|op basis)|geschat salaris|vår uppskattning|uppskattning av"
    r"|vores (?:skøn|estimat)|vårt (?:anslag|estimat)|estimert lønn|arviomme|arvioitu palkka"
    r"|nasz szacunek|szacunek z|szacowane zarobki|náš odhad|odhad (?:z|ze|podle|platu|mzdy)|nossa estimativa"
    r"|estimativa (?:de|com base)"
)
#: What it was made of: others' words on what they are paid.
_MADE_OF = (
    r"(?:based on|from|of|using) (?:over |more than )?\d[\d.,]{0,9}[k+]? (?:\w+ ){0,2}?(?:salar(?:ies|y)|reports?"
    r"|data points|submissions|pay)(?!\w)"
    r"|(?:readers?|users?|members?|employees|people) (?:have )?(?:told us|reported|report|tell us)(?!\w)"
    r"|(?:aus|von|basis von|auf|anhand von) \d[\d.,]{0,9} (?:\w+ )?(?:gehältern|gehaltsangaben|angaben|berichten)"
    r"|(?:d'après|sur|de) \d[\d., ]{0,9} (?:salaires|avis|déclarations)|\(\d[\d., ]{0,9} (?:avis|salaires)\)"
    r"|(?:de|en|su|da|uit|van|op|av|af|z|ze|na podstawie) \d[\d., ]{0,9} (?:salarios|sueldos|opiniones|stipendi"
    r"|salarissen|opgaven|löner|lønninger|lønnede|zarobków|wynagrodzeń|pensji|mezd|platů|salários)"
    r"|\d[\d., ]{0,9} palkkatiedon perusteella"
)
#: Averages that a line is about.
_AVERAGES = (
    r"^\W{0,3}(?:the |le |el |lo |il |la |de |het |o |a |das |der )?(?:"
    r"(?:average|median|typical) (?:(?:base|annual|market|hourly|monthly|yearly|advertised) ){0,2}"
    r"(?:salary|pay|wage|compensation)"
    r"|durchschnitts(?:gehalt|lohn|verdienst)|(?:durchschnittliche\w?|mittlere\w?|übliche\w?) (?:\w+)?(?:gehalt|lohn)"
    r"|salaire (?:moyen|médian)|(?:salario|sueldo) (?:medio|mediano|promedio)|stipendio (?:medio|mediano)"
    r"|gemiddelde? (?:\w+)?(?:salaris|loon)|(?:medel|median|genomsnitts)lön\w{0,2}|(?:gennemsnits|median)løn\w{0,3}"
    r"|(?:gjennomsnitts|median)lønn\w{0,3}|keskipalk\w{1,6}|mediaanipalk\w{1,6}"
    r"|(?:średni\w{0,2}|mediana) (?:wynagrodze\w+|pensj\w|zarobk\w+)|(?:průměrn\w|medián) (?:\w+ )?(?:mzd\w|plat\w?)"
    r"|salário (?:médio|mediano))(?!\w)"
    r"|(?:is|was) the (?:average|median|typical) (?:\w+ )?(?:salary|pay|wage)"
    r"|verdien\w{1,3} (?:\w+ ){0,3}?im (?:schnitt|durchschnitt)|gagnent en moyenne|ganan de media|guadagnano in media"
    r"|verdienen gemiddeld|tjänar i (?:snitt|genomsnitt)|tjener i (?:snit|gennemsnit|snitt|gjennomsnitt)"
    r"|zarabiaj\w+ średnio|vydělávají v průměru|ganham em média"
)
_ESTIMATE = re.compile(rf"{_AVERAGES}|(?<!\w)(?:{_OTHERS}|{_MADE_OF})|(?:^|(?<!\w))(?:{_GUESSES})(?!\w)")
#: Headings of what sites say of pay in general.
ANNOUNCING = (
    r"(?:salary|pay|wage|compensation) (?:insights?|guide|comparison|estimates?|statistics|data|trends|calculator"
    r"|explorer|check(?:er)?)(?: .{1,40})?|compare (?:salaries|pay)(?: .{1,40})?|market (?:pay|rates?|salar\w+)"
    r"|(?:estimated|average|typical) (?:salar(?:y|ies)|pay|earnings) (?:for|in|at|near|of) [^:\d]{1,60}"
    r"|(?:what|how much) (?:do|does|will|could|can|would) .{1,50} (?:earn|make|get paid|take home)(?: .{1,30})?"
    r"|(?:salary|pay) trends|trends|gehalts(?:vergleich|spiegel|rechner|check|übersicht|statistik)(?: .{1,40})?"
    r"|was verdien\w{1,3} .{1,50}"
    r"|(?:comparer|estimation|simulateur|statistiques) (?:de |du |des |les )?salaires?.{0,40}"
    r"|(?:comparador|calculadora|estadísticas) (?:de )?(?:salarios|sueldos?).{0,40}|confronta (?:gli )?stipendi.{0,40}"
    r"|(?:salaris(?:check|vergelijker|wijzer))|lönestatistik|lönekoll|lønstatistik|lønnsstatistikk|palkkatilastot"
    r"|(?:kalkulator|porównaj|statystyki) (?:wynagrodze\w+|zarobk\w+)|raport płacowy"
    r"|(?:srovnání|statistiky) (?:mezd|platů)"
    r"|(?:platová|mzdová) (?:kalkulačka|statistika)|(?:comparar|simulador de) salários?"
)


def lines(blocks: Sequence[Block]) -> Iterator[int]:
    """The numbers of such lines of a page, and of amounts right before a line that only says what they are."""
    stems = near.occurring(near.lowered("\n".join(it.text for it in blocks)), _STEMS)
    for index, block in enumerate(blocks):
        if stems and is_estimate(block.text, stems):
            yield index
            if index and not block.level and not _DIGIT.search(block.text) and _is_amount(blocks[index - 1]):
                yield index - 1


def _is_amount(block: Block) -> bool:
    """Whether a block is a short line with a number, of its own."""
    return len(block.text) <= _SHORT and not block.item and not block.level and _DIGIT.search(block.text) is not None


def is_estimate(text: str, stems: Iterable[str] = _STEMS) -> bool:
    """Whether a line gives what others are paid or what a site guesses; `stems` are those that the page has."""
    if len(text) > _LONGEST:
        return False
    lower = text.lower()
    return any(it in lower for it in stems) and _ESTIMATE.search(lower) is not None
