"""The degree that a posting asks for, from the words of its requirements."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from spiders.posting import Degree
from spiders.reading.found import Found
from spiders.reading.requirements_degree_words import LEVELS, NO_DEGREE, OF_LANGUAGE, STEMS, UNIVERSITY
from spiders.reading.requirements_passages import AHEAD, PREFERRED, Passage, by_weight, found_in, is_employers, sentence

_RANK = {level: rank for rank, level in enumerate(Degree)}


def _alternatives(words: str) -> Iterator[str]:
    """The patterns of a list that has bars and line ends between them, bars in parentheses left alone."""
    depth, start = 0, 0
    for index, character in enumerate(words):
        if words[index - 1 : index] != "\\":
            depth += (character == "(") - (character == ")")
        if depth == 0 and character in "|\n":
            yield words[start:index]
            start = index + 1
    yield words[start:]


def _whole(*lists: str) -> re.Pattern[str]:
    """A pattern for whole words of lists; those with one first letter stand together, so that few are tried."""
    words = sorted({it for one in lists for it in _alternatives(one) if it}, key=lambda it: (it[0], it))
    groups = ["|".join(it[1:] for it in same) for first, same in groupby(words, lambda it: it[0]) if first.isalnum()]
    letters = sorted({it[0] for it in words if it[0].isalnum()})
    others = [it for it in words if not it[0].isalnum()]
    branches = [f"{letter}(?:{group})" for letter, group in zip(letters, groups, strict=True)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join([*branches, *others])})(?!\w)")


_LEVELS = {level: _whole(words) for level, words in LEVELS.items()}
_UNIVERSITY = _whole(UNIVERSITY)
_NO_DEGREE = _whole(NO_DEGREE)
_ANY = _whole(*LEVELS.values(), UNIVERSITY, NO_DEGREE)
_STEMS = {language: tuple(stems.split("|")) for language, stems in STEMS.items()}
_ALL_STEMS = tuple(dict.fromkeys(stem for stems in _STEMS.values() for stem in stems))
_OF_LANGUAGE = {
    language: tuple((re.compile(rf"(?<![\w-])(?:{words})(?!\w)"), level) for words, level in listed)
    for language, listed in OF_LANGUAGE.items()
}
#: Abbreviations that are words of their own in lower case, or towns and states: "BS/MS in Computer Science".
_SHORT = re.compile(
    r"(?P<level>[BM](?<![\w/.,-][BM])(?:Sc?|A))(?:\s?/\s?(?:BA|BS|MS|MA|MSc|PhD|Ph\.D\.?))*(?=\s(?:degree|in\s[A-Z]"
    r"|or\s(?:MS|MA|PhD|BA|BS|higher"
    r"|equivalent)|and\s(?:MS|PhD)|required|preferred)|/|\s?\()"
)
#: No degree of the applicant's: the study that the employer offers, a role's name, a pupil's or student's job.
_NOT_ASKED = re.compile(
    r"\b(?:duales?\w* studium|dual\w+ studi\w+|tuition|reimburs\w+|(?:fund|pay for|support) your|sponsor\w* your|scrum"
    r"|alternance|weiterbildung\w*|fortbildung\w*|stipendi\w+ (?:for|für)|degrees? of (?:freedom|autonomy|independence)"
    r"|high degree|\d\s?degrees?|360)\b"
)
#: Behind a doctorate: the opening itself, or those whom one works with.
_AS_ROLE = re.compile(
    r"['s]{0,2}[\s-](?:students?|positions?|projects?|program(?:me)?s?|fellow\w*|candidates?|scholar\w*|stipend\w*"
    r"|thes[ie]s"
    r"|supervis\w+|or postdoc\w*|studerende|stelle|researchers?|level research\w*)"
)
#: Words by which a sentence outside the requirements asks for a degree.
_HELD = re.compile(
    r"\b(?:have|has|hold\w*|possess\w*|earned|completed?|achieved|obtained|pursu\w+|enrolled|working towards?|studying"
    r"|minimum"
    r"|at least|must|need\w*|requir\w+|qualif\w+|education|educated|prefer\w+|equivalent|degree|candidates?"
    r"|applicants?|you"
    r"|your|abgeschlossen\w*|verfüg\w+|bringst|bringen|voraus\w+|mindestens|hast|ausbildung|studium|titulaire|formation"
    r"|diplômée?|niveau|minimum|vous|exigée?|requise?|título|titulad\w+|formación|estudios|nivel|mínim\w+|requ\w+"
    r"|possesso"
    r"|titolo|richiest\w+|almeno|opleiding|diploma|minimaal|beschikt|hebt|denkniveau|utbildning|examen|krävs|har"
    r"|uddannelse|uddannet"
    r"|utdanning|krav|kreves|koulutus|tutkinto\w*|vaaditaan|edellyt\w+|wykształceni\w+|wymag\w+|min\.|posiadasz"
    r"|vzdělání"
    r"|požad\w+|ukončen\w+|formação|habilitações|escolaridade|exig\w+)\b"
)
_AT_START = 25
#: What may stand between two degrees of which either will do.
_OR = re.compile(
    r"[\s/,|()+'-]{0,4}(?:or|and|and/or|oder|und|bzw\.?|ou|et|o|y|e|u|of|en|eller|och|og|tai|ja|lub|i|albo|nebo|a|či)?"
    r"(?:\s(?:an?|ein(?:e|en)?|une?|una?|uno|een|et|en|um|uma|d'un|de|bij|higher"
    r"|a higher)\b)?[\s/,()'-]{0,3}(?:degree\s)?"
)
#: What stands in for a degree.
_INSTEAD = re.compile(
    r"\b(?:or|oder|ou|o|eller|tai|lub|nebo|of(?= (?:vergelijkbare|gelijkwaardige|relevante|aantoonbare)))\s(?:(?!with"
    r"|field|mit|avec|con\b|met\b|med\b|com\b)[^\W\d]{1,30}\s){0,3}(?:experience|berufserfahrung|erfahrung|kenntnisse"
    r"|qualifikation"
    r"|expérience|experiencia|esperienza|(?:werk)?ervaring|erfarenhet|(?:\w*)?erfaring|kokemus\w*|doświadczeni\w+|praxe"
    r"|zkušenost\w*|experiência)\b"
)
_REQUIRED = re.compile(
    r"\b(?:required|must|mandatory|essential|erforderlich|voraussetzung|zwingend|exigée?|requise?|obligatoire"
    r"|imprescindible|requerid[oa]|obbligatori[oa]|richiest[oa]|vereist|krävs|krav|kræves|påkrevd|kreves|vaaditaan"
    r"|edellytetään|wymagane|požadováno|podmínkou|nutné|obrigatóri[oa]|exigid[oa])\b"
)
_TAIL = 110
_BEFORE, _AFTER = 60, 60


@dataclass(frozen=True, slots=True)
class _Mention:
    level: Degree
    start: int
    end: int
    general: bool = False


def find_degree(
    text: str, words: str, passages: Sequence[Passage], language: str | None = None
) -> Found[tuple[Degree, bool]] | None:
    """The least degree that is required, or where none is, the least that is preferred; and whether it is required.

    Args:
        text: The posting's text.
        words: The text as `characters.plain` gives it.
        passages: Its parts.
        language: ISO 639-1; some words are degrees in one language only.
    """
    mentions = _mentions(text, words, passages, language)
    found: list[tuple[Found[tuple[Degree, bool]], Passage]] = []
    for passage, its in groupby(mentions, lambda it: it[1]):
        found += [(it, passage) for it in _in_passage(words, passage, [mention for mention, _ in its])]
    asked, others = by_weight(found)
    least = asked or others
    required = [it for it in least if it.value[1]]
    return min(required or least, key=lambda it: _RANK[it.value[0]], default=None)


def _in_passage(words: str, passage: Passage, mentions: Sequence[_Mention]) -> Iterator[Found[tuple[Degree, bool]]]:
    for mention in mentions:
        if mention.level is Degree.NONE:
            yield Found.of((Degree.NONE, True), words, mention.start, mention.end)
    mentions = [it for it in mentions if it.level is not Degree.NONE]
    mentions = [it for it in mentions if not (it.general and _named_beside(it, mentions, words, passage))]
    for group, next_start in _grouped(mentions, words, passage):
        first, last = sentence(words, passage, group[0].start, group[-1].end)
        if _NOT_ASKED.search(words, max(first, group[0].start - 40), min(last, group[-1].end + 30)):
            continue
        if is_employers(words, passage, group[0].start, group[-1].end):
            continue
        if not passage.asks and group[0].start - first > _AT_START and not _HELD.search(words, first, last):
            continue
        lowest = min(group, key=lambda it: _RANK[it.level])
        end = min(next_start, last, group[-1].end + _TAIL)
        required = not _is_wish(words, first, group, end, passage)
        yield Found.of((lowest.level, required), words, group[0].start, _quote_end(words, group[-1].end, end))


def _mentions(
    text: str, words: str, passages: Sequence[Passage], language: str | None
) -> list[tuple[_Mention, Passage]]:
    """The degrees named, in order, none within another."""
    found = [
        (_mention(words, match), passage)
        for match, passage in found_in(_ANY, words, _stems(language), passages, before=_BEFORE, after=_AFTER)
    ]
    for passage in passages:
        for pattern, level in _OF_LANGUAGE.get(language or "", ()):
            found += [
                (_Mention(level, *it.span()), passage) for it in pattern.finditer(words, passage.start, passage.end)
            ]
        for match in _SHORT.finditer(text, passage.start, passage.end):
            level = Degree.MASTER if match["level"].startswith("M") else Degree.BACHELOR
            found.append((_Mention(level, *match.span()), passage))
    kept: list[tuple[_Mention, Passage]] = []
    for mention, passage in sorted(found, key=lambda it: (it[0].start, it[0].general, -it[0].end)):
        as_role = mention.level is Degree.DOCTORATE and _AS_ROLE.match(words, mention.end)
        if not as_role and (not kept or mention.start >= kept[-1][0].end):
            kept.append((mention, passage))
    return kept


def _stems(language: str | None) -> tuple[str, ...]:
    """Those of English, which any page may use, and of the text's own language; all where that is not known."""
    return _ALL_STEMS if language is None else (*_STEMS["en"], *(_STEMS.get(language, ()) if language != "en" else ()))


def _mention(words: str, match: re.Match[str]) -> _Mention:
    """The level of the words that are matched: that whose words reach farthest."""
    if none := _NO_DEGREE.match(words, match.start()):
        return _Mention(Degree.NONE, *none.span())
    ends = [(it.end(), level) for level, pattern in _LEVELS.items() if (it := pattern.match(words, match.start()))]
    general = _UNIVERSITY.match(words, match.start())
    end, level = max(ends, key=lambda it: it[0], default=(0, Degree.BACHELOR))
    if general and general.end() > end:
        return _Mention(Degree.BACHELOR, match.start(), general.end(), general=True)
    return _Mention(level, match.start(), end or match.end())


def _named_beside(mention: _Mention, mentions: Sequence[_Mention], words: str, passage: Passage) -> bool:
    first, last = sentence(words, passage, mention.start, mention.end)
    higher = (Degree.BACHELOR, Degree.MASTER, Degree.DOCTORATE)
    return any(not it.general and it.level in higher and first <= it.start < last for it in mentions)


def _grouped(mentions: Sequence[_Mention], words: str, passage: Passage) -> Iterator[tuple[list[_Mention], int]]:
    """Mentions of which either will do, together, and where the next begin."""
    groups: list[list[_Mention]] = []
    for mention in mentions:
        if groups and _OR.fullmatch(words, groups[-1][-1].end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    for number, group in enumerate(groups, start=1):
        yield group, groups[number][0].start if number < len(groups) else passage.end


def _is_wish(words: str, first: int, group: Sequence[_Mention], end: int, passage: Passage) -> bool:
    """Whether the words before or after say that a degree is only a wish, or that experience will do."""
    after = words[group[-1].end : end]
    wishes = (it for it in PREFERRED.finditer(after) if not AHEAD.match(it[0]))
    wish, must = next(wishes, None), _REQUIRED.search(after)
    if must and not (wish and wish.start() < must.start()):
        return False
    if wish or _INSTEAD.search(after):
        return True
    before = words[max(first, group[0].start - 60) : group[0].start]
    said = PREFERRED.search(before[before.rfind(",") + 1 :]) or PREFERRED.search(before[:20])
    return passage.wishes or said is not None


def _quote_end(words: str, end: int, last: int) -> int:
    """Where the clause that names a degree ends."""
    return end + len(re.split(r"[;(]|[,.]\s", words[end:last], maxsplit=1)[0].rstrip(" ,.-"))
