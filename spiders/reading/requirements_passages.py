"""Where requirements may stand in a posting's text, and how binding what stands there is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from spiders.posting import SectionKind
from spiders.reading.near import matches, windows
from spiders.reading.passages import sentence_end, sentence_start
from spiders.reading.scope import Scope
from spiders.reading.sections import Part

#: Words that make of a requirement a wish.
PREFERRED = re.compile(
    r"\b(?:prefer(?:red|ence|ably|able)|nice[ -]to[ -]haves?|(?:is |are |would be |as |be |considered )?an? "
    r"(?:strong |big |huge |definite |real )?(?:plus|bonus|asset|advantage|advantageous)\b|plus\)|desir(?:ed|able)"
    r"|ideally|ideal\b|advantageous|bonus points?|not (?:required|essential|necessary|mandatory|a must)"
    r"|optional(?:ly)?|beneficial|welcome(?:d)?|would be great|favou?red"
    r"|von vorteil|vorteilhaft|wünschenswert|gewünscht|idealerweise|gern(?:e)? (?:auch|mit|gesehen)|vorzugsweise"
    r"|bevorzugt|optimalerweise|kein muss|pluspunkt|nicht (?:zwingend|erforderlich|notwendig)"
    r"|(?:est|serait|sera|constitue(?:rait)?) un (?:plus|atout)|un (?:vrai |réel )?(?:plus|atout)\b|souhaité\w*"
    r"|idéalement|de préférence|apprécié\w*|souhaitable|facultatif"
    r"|valorable|se valorar[áa]\w*|valoramos|deseable\w*|preferible\w*|preferentemente|idealmente|un plus\b"
    r"|preferibilmente|preferibile|gradit[oaie]|titolo preferenziale|costituis\w+ (?:un )?(?:plus|titolo)"
    r"|een pré\b|is een plus|bij voorkeur|gewenst|wenselijk|mooi meegenomen"
    r"|meriterande|merit\b|önskvär[td]|gärna|med fördel|en fordel|fordel\b|gerne (?:med|en)|gjerne|ønskelig|ønskeligt"
    r"|eduksi|etu\b|eduksesi|plussaa|mielellään|toivottava\w*|arvostamme|arvostetaan"
    r"|mile widzian\w*|atut\w*|preferowan\w*|dodatkowym plusem|będzie plusem"
    r"|výhodou|výhoda|uvítáme|ideálně|plusem|vítán\w*"
    r"|preferencial\w*|preferível|será (?:uma )?(?:mais[- ]valia|valorizad\w+|diferencial)|diferencial|desejável"
    r"|desejáveis|mais[- ]valia|valoriza(?:-se|mos|do|da)|valorizad[oa])"
)
#: Those of them that stand before what is wished for, and say nothing of what stands before them.
AHEAD = re.compile(
    r"preferably|ideally|idealerweise|vorzugsweise|optimalerweise|gern|idéalement|de préférence|preferentemente"
    r"|idealmente|preferibilmente|bij voorkeur|gärna|gjerne|mielellään|ideálně"
)
#: Words by which a text speaks of the employer and not of who applies.
_EMPLOYER = re.compile(
    r"\b(?:our|we|we've|we're|wir|nous|wij|firm|company|agency|unternehmen|firma|empresa|azienda|bedrijf|företag|créée"
    r"|fondée"
    r"|fundada|gegründet|opgericht|grundat|founded|combined|collective\w*"
    r"|co-?founders?|established|unsere?\w*"
    r"|notre|forte?s? d|contamos con|somos una?|nuestr\w+|nostr\w+|abbiamo|siamo|con oltre|onze?"
    r"|vi har|vi är|vi er|vår\w*|vores|meillä|olemme|nasz\w*|jesteśmy|mamy|máme|jsme|naš\w*|naší\w*|temos|somos"
    r"|noss[ao]\w*)\b"
)
#: Words by which a sentence that speaks of the employer asks for somebody all the same.
_ASKS = re.compile(
    r"\b(?:looking for|look for|we (?:require|seek|need|expect|ask|want)|you (?:have|bring|need|should|must|will)"
    r"|you've"
    r"|your|candidates?|applicants?|required?|must|suchen|erwarten|sie\b|du\b|dein\w*|ihr profil|recherchons"
    r"|cherchons|vous|buscamos|requerimos|cerchiamo|ricerchiamo|zoeken|vragen|je\b|jij|söker|du\b|søger|etsimme"
    r"|odotamme|szukamy|oczekujemy|poszukujemy|hledáme|požadujeme|očekáváme|procuramos|buscamos)\b"
)
_REACH = 240

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the posting's own text."""

    start: int
    end: int
    #: Under a heading that announces requirements.
    asks: bool = False
    #: Under a heading that announces wishes ("Nice to have").
    wishes: bool = False
    #: Under a heading that announces the employer, or what it gives.
    theirs: bool = False


def passages_of(scope: Scope, parts: Sequence[Part]) -> tuple[Passage, ...]:
    """The parts of a posting's body, with their places in the scope's text, in its order."""
    return tuple(_passage(scope, part) for part in parts)


def _passage(scope: Scope, part: Part) -> Passage:
    first, last = scope.body_start + part.first, scope.body_start + part.last
    heading, kind = (part.section.heading or "").lower(), part.section.kind
    return Passage(
        scope.offsets[first],
        scope.offsets[last] + len(scope.blocks[last].text),
        asks=kind is SectionKind.REQUIREMENTS,
        wishes=PREFERRED.search(heading) is not None,
        theirs=bool(heading) and kind in {SectionKind.ABOUT, SectionKind.BENEFITS, SectionKind.PAY},
    )


def by_weight(found: Iterable[tuple[T, Passage]]) -> tuple[list[T], list[T]]:
    """What was found in passages that ask, and what in the others that are not the employer's own."""
    listed = list(found)
    asked = [it for it, passage in listed if passage.asks]
    return asked, [it for it, passage in listed if not passage.asks and not passage.theirs]


def found_in(
    pattern: re.Pattern[str],
    words: str,
    stems: Iterable[str],
    passages: Sequence[Passage],
    *,
    before: int,
    after: int,
) -> Iterator[tuple[re.Match[str], Passage]]:
    """The matches of a pattern around stems, each with the passage that it lies in; in the order of the text.

    Args:
        pattern: For text as `characters.plain` gives it.
        words: The posting's text, as `characters.plain` gives it.
        stems: One of them is in or near every match.
        passages: In their order.
        before: How many characters before a stem a match begins at most.
        after: How many characters after a stem's beginning a match ends at most.
    """
    near = windows(words, stems, before=before, after=after) if passages else ()
    at = 0
    for match in matches(pattern, words, near):
        while passages[at].end < match.end() and at + 1 < len(passages):
            at += 1
        if passages[at].start <= match.start() and match.end() <= passages[at].end:
            yield match, passages[at]


def sentence(words: str, passage: Passage, start: int, end: int) -> tuple[int, int]:
    """The sentence or line around a match, within its passage."""
    first = max(passage.start, sentence_start(words, start, reach=_REACH))
    return first, min(passage.end, sentence_end(words, end, reach=_REACH))


def is_employers(words: str, passage: Passage, start: int, end: int) -> bool:
    """Whether a match stands in a sentence about the employer, in which nothing is asked of anybody."""
    first, _ = sentence(words, passage, start, end)
    said = words[first:start]
    return _EMPLOYER.search(said) is not None and _ASKS.search(said) is None
