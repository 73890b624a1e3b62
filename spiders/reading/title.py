"""The posting's title: which of the page's blocks it is, and what <title> and og:title leave of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spiders.reading.document import BOLD_LEVEL, Block, Document
from spiders.reading.employment import is_only_employment
from spiders.reading.headings import kind_of, not_of_the_posting
from spiders.reading.noise import is_noise_line
from spiders.reading.place import looks_like_place
from spiders.reading.roles import reads_as_role
from spiders.reading.workplace import is_only_workplace

#: For texts in lower case.
_GENERIC = re.compile(
    r"^(?:work with us|join (?:us|our team)|we.re hiring.*|we are hiring.*|nous recrutons.*|trabaja con nosotros"
    r"|lavora con noi|werken bij.*|jobba hos.*|jobb hos oss|jobs?|careers?|stilling|stelle|position|role|vacancy"
    r"|job og karriere.*|karriere.*|jobportal"
    r"|vacanc(?:y|ies)|(?:job |vacancy "
    r")?(?:details?|information|summary|overview|description|posting|advert|annonce|opening|opportunity)|job search"
    r"|search(?: "
    r"results)?|home|welcome.*|apply.*"
    r"|application(?: form)?|job ?annonce|stellenangebot|stellenanzeige|offre d.emploi|open (?:positions"
    r"|roles|jobs)|current (?:openings|vacancies)|about (?:the )?(?:job|role|us).*"
    r"|find .{0,30}jobs?.*|.{0,40}: find .*|your (?:session|browser).*|sign in.*|log ?in.*"
    r"|.{0,20}\bjobs? (?:board|online|in schools)\b.*|karriere|jobbeskrivelse|workday|detail nabídky"
    r"|thanks?\b.*|vielen dank.*|merci\b.*|gracias\b.*|grazie\b.*|bedankt\b.*|(?:tack|tak|takk|kiitos)\b.*|dzięk.*"
    r"|děkuj.*"
    r"|obrigad[oa].*|start(?:seite|sida)?|home ?page|accueil|hem|hjem|forside|etusivu|strona główna|domů|úvod|inicio"
    r"|início"
    r"|página inicial|willkommen.*|bienvenue.*|bienvenid.*|benvenut.*|bem-vind.*|välkommen.*|velkommen.*|welkom.*"
    r"|tervetuloa.*|witamy.*|vítejte.*)$",
)
_SEPARATOR = re.compile(r"\s{1,3}[|–—·•»>:-]\s{1,3}|\s{0,3}[|»]\s{0,3}|:\s{1,3}")
_BEHIND = re.compile(r"\s[-–]\sjob post(?:ing)?$")
_LONGEST = 160
_PROSE = 120
_FIRST_LINES = 12
_ENOUGH = 4
#: Texts of one page that are asked about again; a page has a few hundred.
_REMEMBERED = 1_024


@dataclass(frozen=True, slots=True)
class _Candidate:
    block: Block
    score: int


def find_title(doc: Document, known: Sequence[str] = ()) -> Block | None:
    """The block that is the posting's title; `known` are titles that structured data names."""
    said = " \n ".join(text.casefold() for text in (*metadata_titles(doc), *known))
    exact = {text.casefold() for text in known}
    best = max(_candidates(doc, said, exact), key=lambda it: it.score, default=None)
    if best is not None and best.score >= _ENOUGH:
        return best.block
    return _first_line(doc)


def metadata_titles(doc: Document) -> tuple[str, ...]:
    """What <title>, og:title and twitter:title say, as they are."""
    said = (doc.metas.get("og:title"), doc.title, doc.metas.get("twitter:title"))
    return tuple(dict.fromkeys(text for text in said if text))


@lru_cache(maxsize=_REMEMBERED)
def is_generic(text: str) -> bool:
    """Whether a heading is the page's ("Job details", "Careers"), not the posting's."""
    return _GENERIC.match(text.lower()) is not None


def without_furniture(text: str) -> str:
    """A title without what boards put behind it ("Cook - job post")."""
    return _BEHIND.sub("", text)


def of_heading(block: Block, said: Sequence[str]) -> tuple[str, str]:
    """A heading's title, and the name that stands behind it in the same element where <title> has that apart."""
    text = without_furniture(block.text)
    last = block.pieces[-1] if len(block.pieces) > 1 else ""
    if not last or reads_as_role(last) or not text.endswith(last) or any(text in it for it in said):
        return text, ""
    apart = {part.casefold() for it in said for part in title_parts(it)}
    return (text.removesuffix(last).rstrip(" -–|·,"), last) if last.casefold() in apart else (text, "")


def title_parts(text: str) -> tuple[str, ...]:
    """A <title> cut at its separators."""
    return tuple(part.strip() for part in _SEPARATOR.split(text) if part.strip())


def _candidates(doc: Document, said: str, exact: set[str]) -> Iterator[_Candidate]:
    prose = 0
    for block in doc.blocks:
        if len(block.text) >= _PROSE and not block.furniture:
            prose += 1
        if not 0 < block.level < BOLD_LEVEL and not (len(block.text) <= len(said) and block.text.casefold() in said):
            continue
        if score := _score(block, said, exact, prose):
            yield _Candidate(block, score)


def _score(block: Block, said: str, exact: set[str], prose: int) -> int:
    text = block.text
    if not _may_be_title(text) or (block.furniture not in {None, "header"}):
        return 0
    folded = text.casefold()
    score = {1: 6, 2: 4, 3: 2}.get(block.level, 1)
    score += 8 * (folded in exact) + 5 * (folded in said) + 2 * (said.startswith(folded)) + 3 * reads_as_role(text)
    return score - 2 * min(prose, 2)


def _may_be_title(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST
        and any(letter.isalpha() for letter in text)
        and not is_generic(text)
        and kind_of(text) is None
        and not_of_the_posting(text) is None
        and not is_noise_line(text)
    )


def _first_line(doc: Document) -> Block | None:
    """In a text without headings: of the short lines before the first prose, one that names a role, else the first."""
    lines = []
    for block in [it for it in doc.blocks if it.furniture in {None, "header"}][:_FIRST_LINES]:
        if len(block.text) >= _PROSE or block.item:
            break
        lines.append(block)
    if len(lines) < 2:  # noqa: PLR2004 - a lone short line over prose is a heading, of whatever
        return None
    usable = [it for it in lines if _may_be_title(it.text) and not _is_field(it.text)]
    return next((it for it in usable if reads_as_role(it.text)), None)


def _is_field(text: str) -> bool:
    return is_only_employment(text) or is_only_workplace(text) or (looks_like_place(text) and not reads_as_role(text))
