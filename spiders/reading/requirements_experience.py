"""Years of experience: "3+ years of experience", "3–5 Jahre Berufserfahrung", "au moins deux ans d'expérience"."""

import re
from collections.abc import Iterator, Sequence

from spiders.posting import YearsExperience
from spiders.reading.counted import NUMBER, NUMBERS
from spiders.reading.found import Found
from spiders.reading.requirements_passages import (
    PREFERRED,
    Passage,
    by_weight,
    found_in,
    is_employers,
    sentence,
)

#: The beginnings of words that hold their number: "dreijährige", "dwuletnie", "tříletá", "tvåårig", "driejarige".
_COMPOUNDS = {
    "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "zehn": 10,
    "twee": 2, "drie": 3, "vijf": 5, "två": 2, "tre": 3, "to": 2, "fem": 5,
    "dwu": 2, "trzy": 3, "trzech": 3, "cztero": 4, "pięcio": 5,
    "jedno": 1, "dvou": 2, "tří": 3, "čtyř": 4, "pěti": 5,
}  # fmt: skip
_MORE = (
    r"(?:\s?\+|\s(?:or more|plus|oder mehr|ou plus|o más|o più|of meer|eller mer|eller flere|tai enemmän|lub więcej"
    r"|nebo více|ou mais))"
)
_TO = (
    r"(?:\s?(?:-|/)\s?|\s(?:to|bis|à|a|al?|y|e|tot|till|til|ja|do|až|or|oder|ou|o|of|eller|tai|lub|nebo|and|und|et|en|och"
    r"|og|i)\s)"
)
_YEAR = (
    r"(?:years?'?|yrs?\.?'?|jahren?|jahre|jahr|ans?|années?|años?|ann[io]|jaar|jaren|års?|vuotta|vuoden|vuosien"
    r"|vuosi|vuodet|lata|lat|rok|roku|roky|roků|roczne\w{0,3}|let|anos?)"
)
_JOINED = r"(?:jährige?\w?|letni\w{0,3}|let[áéoíýuou]\w{0,2}|jarige?|årigt?a?|ročn[íě]\w{0,2})"
_SPAN = re.compile(
    rf"(?<![\w.,€$£%-])(?:(?P<low>{NUMBER})(?:\s?\(\d{{1,2}}\))?{_MORE}?"
    rf"(?:{_TO}(?P<high>{NUMBER})(?:\s?\(\d{{1,2}}\))?)?{_MORE}?"
    rf"(?:\s?-?\s?{_JOINED}|[\s-]{{1,2}}(?:full |solid |volle |good |celé |pełne )?{_YEAR}"
    rf"|(?<=\d){_YEAR})(?!\w)(?P<more>\s?\+)?"
    rf"|(?P<compound>{'|'.join(_COMPOUNDS)})-?{_JOINED}\b"
    r"|(?P<one>a year|rok|roku|roczn\w{1,3}|roční|vuoden)(?=\s(?:\w{2,30}\s)?(?:of|experience|doświadcz|praxe|prax"
    r"|kokemu|työkok)))"
)
_EXPERIENCE = (
    "experien", "erfahr", "expérien", "esperien", "ervaring", "erfaren", "erfaring", "kokemu", "doświadcz", "praxe",
    "praxi", "praxí", "zkušenost", "experiên", "background", "praktyk", "stażu",
)  # fmt: skip
_SAYS_EXPERIENCE = re.compile("|".join(_EXPERIENCE))
#: What may follow years where the word for experience is left out, under a heading that asks.
_AT_WORK = re.compile(
    r"\s(?:in|as|of|with|within|working|building|leading|managing|developing|designing|writing|selling|at|doing"
    r"|als|im|dans|en tant que|comme|sur un|en (?:un )?puest\w+|como|come|nel|som|inom|inden for|innen|jako"
    r"|na podobn\w+)\s"
)
_YOU_HAVE = re.compile(r"\b(?:you (?:have|bring|need|will have)|you've|you'll (?:have|need|bring))\b")
_LEAST = re.compile(
    r"(?:at least|min(?:imum|\.)?(?: of)?:?|minimum|least|mindestens|mind\.|moins|minim[oa]|menos|almeno|minimaal"
    r"|minst|mindst|vähintään|najmniej|alespoň|minimálně|aspoň|mínim[oa]|more than|over|mehr als|plus de|más de"
    r"|meer dan)"
    r"\s(?:of |de |di |von )?$"
)
_MOST = re.compile(
    r"(?:up to|less than|under|fewer than|max(?:imum|\.)?(?: of)?|bis zu|maximal|weniger als|höchstens|jusqu'à"
    r"|moins de|maximum|hasta|menos de|máximo(?: de)?|fino a|meno di|tot|maximaal|minder dan|upp till|högst|op til"
    r"|opp til|jopa|enintään|alle|do|maksymalnie|až|méně než|até|no máximo)\s$"
)
#: Years of something else: of a study, a contract, a guarantee, an age, the past.
_OF_SOMETHING_ELSE = re.compile(
    r"[\s-]{1,2}(?:degree|college|university|program(?:me)?|course|contract|fixed|commitment|term|warranty|visa|old\b"
    r"|of (?:age|college|university|study|studies|school|schooling|education)|ago|studium|ausbildung|vertrag|alt\b"
    r"|befrist"
    r"|d'études|de contrat|d'âge|de edad|de estudios|de contrato|di età|di contratto|oud|contract|gammal|gammel"
    r"|avtal|kontrakt|määräaik|umow|studi|smlouv|starší|de idade|de contrato|in a row|running|fa\b|sedan\b|siden\b"
    r"|sitten|temu|atrás|geleden)"
)
_OF_THE_PAST = re.compile(
    r"(?:last|past|previous|every|next|within|for the|first|after|letzten|nächsten|ersten|nach|dernières|derniers"
    r"|premières|tous les|últimos|próximos|ultimi|prossimi|laatste|komende|senaste|seneste|siste|kommande|viimeisen"
    r"|ostatnich|posledních|últimos|po|age of|aged|alter von|depuis|desde hace|il y a|hace|tras|après|dopo|na|efter"
    r"|etter|jälkeen|da oltre|sinds|seit|sedan|siden|sedan"
    r"|od)(?: (?:over|mehr als|plus de|más de|meer dan|více než|ponad))?\s$"
)
_NONE = re.compile(
    r"\b(?:no (?:prior |previous |relevant |work |professional )?experience (?:is |at all )?(?:required|necessary"
    r"|needed)"
    r"|experience (?:is )?not (?:required|necessary|needed)"
    r"|(?:keine|ohne) (?:vorkenntnisse oder )?(?:berufs)?erfahrung (?:ist )?(?:erforderlich|nötig|notwendig)"
    r"|(?:sans|aucune) expérience (?:n'est )?(?:requise|exigée|nécessaire)|débutants? acceptés?"
    r"|no (?:se )?(?:requiere|necesita|es necesaria) experiencia|sin experiencia previa"
    r"|non è (?:richiesta|necessaria) (?:alcuna )?esperienza|geen (?:werk)?ervaring (?:nodig|vereist)"
    r"|ingen (?:tidigare )?erfarenhet krävs|ingen (?:arbeids)?erfaring (?:nødvendig|er nødvendig|kreves|kræves"
    r"|påkrævet)"
    r"|(?:aiempaa )?(?:työ)?kokemusta ei (?:vaadita|tarvita|edellytetä)|doświadczenie nie jest wymagane"
    r"|brak wymaganego doświadczenia|praxe není (?:nutná|podmínkou|potřeba)|bez praxe"
    r"|não é (?:necessária|exigida) experiência|sem experiência (?:prévia|anterior))"
)
_STEMS = (*_EXPERIENCE, "year", "yrs")
_NONE_STEMS = (*_EXPERIENCE, "débutant")
_CONTRACT = re.compile(r"\b(?:contra[ct]\w*|vertrag\w*|umow\w+|smlouv\w+|kontrakt\w*|avtal\w*|\w*sopimu\w+|cdd|cdi)\b")
_BEFORE, _AFTER, _BETWEEN = 90, 130, 75
_MOST_YEARS = 25
_SENTENCE = re.compile(r";|(?<!min)(?<!mind)(?<!ca)(?<!m\.in)\.\s")


def find_experience(words: str, passages: Sequence[Passage]) -> Found[YearsExperience] | None:
    """The years of experience that the posting asks for first; wishes are none.

    Args:
        words: The posting's text as `characters.plain` gives it.
        passages: Its parts.
    """
    asked, others = by_weight((it, passage) for it, passage in _all(words, passages) if not passage.wishes)
    return next(iter((*asked, *others)), None)


def _all(words: str, passages: Sequence[Passage]) -> Iterator[tuple[Found[YearsExperience], Passage]]:
    for match, passage in found_in(_SPAN, words, _STEMS, passages, before=_BEFORE, after=_AFTER):
        years = _years(match, words)
        if years is None or not _is_asked(match, words, passage):
            continue
        start, end = _quote(match, words, passage)
        yield Found.of(years, words, start, end), passage
    for match, passage in found_in(_NONE, words, _NONE_STEMS, passages, before=30, after=60):
        yield Found.of(YearsExperience(min=0, max=None), words, *match.span()), passage


def _years(match: re.Match[str], words: str) -> YearsExperience | None:
    if match["one"]:
        return YearsExperience(min=1, max=None)
    if match["compound"]:
        return YearsExperience(min=_COMPOUNDS[match["compound"]], max=None)
    low, high = _number(match["low"]), _number(match["high"])
    if low is None or low > _MOST_YEARS or (high is not None and not low < high <= _MOST_YEARS):
        return None
    if high is None and _MOST.search(words[max(0, match.start() - 20) : match.start()]):
        return YearsExperience(min=None, max=low)
    return YearsExperience(min=low, max=high)


def _number(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdigit() else NUMBERS[written]


def _is_asked(match: re.Match[str], words: str, passage: Passage) -> bool:
    """Whether years are ones of experience, required, and not the employer's own."""
    before, after = words[max(passage.start, match.start() - 40) : match.start()], words[match.end() : match.end() + 24]
    if _OF_SOMETHING_ELSE.match(after) or _OF_THE_PAST.search(before):
        return False
    if not _experience_near(match, words, passage) or is_employers(words, passage, *match.span()):
        return False
    return not _is_wish(match, words, passage)


def _is_wish(match: re.Match[str], words: str, passage: Passage) -> bool:
    first, last = sentence(words, passage, *match.span())
    before = words[first : match.start()]
    cut = max(before.rfind(it) for it in (",", ";", "("))
    after = words[match.end() : last]
    following = _SPAN.search(after)
    after = re.split(r"[;,]|\b(?:but|and)\b", after[: following.start()] if following else after, maxsplit=1)[0]
    return any(PREFERRED.search(it) is not None for it in (before[cut + 1 :], after))


def _experience_near(match: re.Match[str], words: str, passage: Passage) -> bool:
    after = words[match.end() : min(passage.end, match.end() + _BETWEEN)].partition("\n")[0]
    said = _SAYS_EXPERIENCE.search(_SENTENCE.split(after, maxsplit=1)[0])
    if said:
        return True
    before = words[max(passage.start, match.start() - _BETWEEN) : match.start()].rpartition("\n")[2]
    if (said := _SAYS_EXPERIENCE.search(clause := _SENTENCE.split(before)[-1])) and not _CONTRACT.search(
        clause, said.end()
    ):
        return True
    is_least = bool(match["more"]) or "+" in match[0] or bool(match["high"]) or _LEAST.search(before) is not None
    is_yours = passage.asks or _YOU_HAVE.search(before) is not None
    return is_yours and is_least and _AT_WORK.match(after) is not None


def _quote(match: re.Match[str], words: str, passage: Passage) -> tuple[int, int]:
    """The years with the word for experience beside them."""
    _, last = sentence(words, passage, *match.span())
    said = _SAYS_EXPERIENCE.search(words, match.end(), min(last, match.end() + _BETWEEN))
    end = match.end()
    if said:
        end = said.end()
        while end < last and words[end].isalpha():
            end += 1
    return match.start(), end
