"""What a posting's own words say about taking applications: closed, not yet open, open, or nothing.

A page is full of the word "closed". It counts as a statement about the posting only where it is a whole
statement ("No longer accepting applications"), is said of the posting ("this position has been filled"), or is
a line of its own in the head; never after "if", "until", "will" and their like.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from spiders.posting import Status
from spiders.reading.characters import plain
from spiders.reading.dates import dates
from spiders.reading.found import Found
from spiders.reading.moments import Setting, day_of
from spiders.reading.near import holds
from spiders.reading.passages import sentence_start
from spiders.reading.status_paused import paused_lines
from spiders.reading.status_words import SOFTENING, WORDINGS
from spiders.reading.wording import Wording
from spiders.reading.words import alternation, listed, whole

#: Characters of a sentence before a statement in which its subject and a condition are looked for.
_REACH = 90


@dataclass(frozen=True, slots=True)
class _Sayings:
    """What a phrase may say, by language: the same words can be in several."""

    #: (status, language, needs a subject)
    says: tuple[tuple[Status, str, bool], ...]


#: Before a statement these make it one about another posting, or about some applications only.
_OTHERS = re.compile(
    r"(?<!\w)(?:previous|earlier|prior|former|preceding|late|last (?:round|time|year|call|intake|cohort))\b[^.!?\n"
    r"|]{0,60}\Z"
)


def _phrases() -> Mapping[str, _Sayings]:
    table: dict[str, list[tuple[Status, str, bool]]] = {}
    for language, wording in WORDINGS.items():
        for status, needs_thing, words in (
            (Status.CLOSED, True, wording.done),
            (Status.CLOSED, False, wording.closed),
            (Status.UPCOMING, False, wording.upcoming),
            (Status.OPEN, False, wording.open),
        ):
            for phrase in listed(words):
                table.setdefault(phrase, []).append((status, language, needs_thing))
    return {phrase: _Sayings(tuple(says)) for phrase, says in table.items()}


def _subject(wording: Wording) -> re.Pattern[str]:
    """The posting as the subject of what follows; not its form, its first sale or the office it is in."""
    other = r"(?:forms?|offices?|sales?|loops?|deals?|accounts?|rounds?|cases?|tickets?|gaps?|formul\w+)"
    return re.compile(
        rf"(?<!\w)(?<!other )(?<!another )"
        rf"{alternation(listed(wording.things))}(?!\w)(?!\s{other}\b)(?:(?!\b{other}\b)[^,;:.!?\n|]){{0,60}}\Z"
    )


def _condition(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(listed(wording.conditions))}(?!\w)[^.!?\n|]{{0,60}}\Z")


#: How many spaces may stand between two words of a statement: as many as a softening word and its own take.
_GAP = r"\s{1,24}"
_PHRASES = _phrases()
#: With the character before it, which is a plain one to look for: Python skips to it faster than it looks behind.
_STATEMENT = re.compile(rf"\W{alternation(_PHRASES)}(?!\w)".replace(r"\s{1,3}", _GAP))
_SOFTENED = re.compile(whole(SOFTENING))
_SUBJECTS = {language: _subject(wording) for language, wording in WORDINGS.items()}
_VERBLESS = {
    language: re.compile(rf"(?<!\w){alternation(listed(wording.things))}\s{{1,3}}\w{{1,30}}\Z")
    for language, wording in WORDINGS.items()
}
#: What may follow "position closed": an end, a day, or more of the statement.
_ENDS = re.compile(
    r"\W{0,2}(?:\Z|[\n|.!?;:,)\]•·–—-]|(?:on|since|at|as|and|to|until|for|am|seit|zum|und|le|depuis|et|el|desde|y|il|dal"
    r"|e|op|sinds|en|den|sedan|och|og|siden|ja|dnia|od|i|dne|a|em|desde)(?!\w)|\d)"
)
_CONDITIONS = {language: _condition(wording) for language, wording in WORDINGS.items()}
_LINE_WORDS = [line for wording in WORDINGS.values() for line in listed(wording.lines)]
_LINE = re.compile(
    rf"(?:^|(?<=[\n|•·¦])|(?<=\s[-:]))[^\w\n]{{0,4}}(?:(?:\w{{1,20}} )?status\W{{1,3}})?{alternation(_LINE_WORDS)}"
    r"[^\w\n]{0,4}(?=\Z|[\n|•·¦])"
)
#: A line that gives the day: "Expired on: 14 Oct 2026".
_DATED_LINE = re.compile(
    rf"(?:^|(?<=[\n|•·¦]))[^\w\n]{{0,4}}{alternation(_LINE_WORDS)}"
    r"(?:\s(?:on|since|am|seit|le|depuis|el|il|op|den|dnia|em|od))?\s?[: ]\s?(?=\d|[a-z]{3,9}\s\d)"
)
_TAG = re.compile(rf"[\[(]\s?{alternation(_LINE_WORDS)}\s?[\])]")
#: After a statement, in its line, these take it back: "is filled with", "is closed if:", "is closed on Mondays".
_TAKEN_BACK = re.compile(
    r"-(?=\w)| {1,2}(?:with|by|met|from|without|in person|via|if|when|once|unless|for (?:the last|\w+ funding)"
    r"|on (?:mon|tue|wed|thu|fri|sat|sun|public|bank)"
    r"|to the public|par (?:voie|contrat|concours|des|un|une)|wenn|si|se|als|om|al público|(?:af|av"
    r"|door)(?!\s(?:de[nt]?\s)?(?:arb|werkg|annon|virks|företag)))(?!\w)"
    r"|(?<=available) (?:for(?!\s(?:new )?applic)|to|in|at|as) |(?<=closed) to (?!(?:new )?applic)"
    r"|(?<=cerrad[ao]) a (?!(?:nuev|más|candid|inscri|solicit|postul))"
)
#: "It", alone before what is said, stands for what the sentence before begins with.
_IT = re.compile(
    r"\W{0,4}(?:it|sie|er|es|elle|il|ella|él|esta|ela|ele|hij|ze|het|den|det|se|ona|ono|on)\s"
    r"(?:(?:is|ist|wurde|er|är|est|è|é|on|nu|now)\s){0,2}\Z"
)
_THE = (
    r"(?:this|the|our|diese[rs]?|die|der|das|cette|cet|ce|la|le|el|il|est[ae]|quest[ao]|deze|dit|de|het|o|a)\s"
    r"(?:\w+\s)?"
)
#: Languages whose nouns need no article.
_WITHOUT_ARTICLE = frozenset({"sv", "da", "no", "fi", "pl", "cs"})
_BEGINS = {
    language: re.compile(
        rf"(?:{_THE}){'?' if language in _WITHOUT_ARTICLE else ''}{alternation(listed(wording.things))}(?!\w)"
    )
    for language, wording in WORDINGS.items()
}
#: How far behind "applications open" its day stands.
_DAY_REACH = 40
#: A statement of more weight is believed over one of less, wherever they stand.
_WEIGHT = {Status.CLOSED: 3, Status.UPCOMING: 2, Status.OPEN: 1}


def find_status(text: str, *, head_length: int, seen_on: date | None = None) -> Found[Status] | None:
    """What `text`, a posting's own text or a notice in its place, says about taking applications; None: nothing.

    Args:
        text: The posting's own text; similar postings and articles must be left out.
        head_length: How many characters of it are head (title, facts, notice): there a line "Closed" says it,
            and only there "Actively recruiting" does.
        seen_on: When the page was seen (UTC): an opening announced for a day that has come is `open`.
    """
    said = _said_of(text, head_length)
    if said is None:
        return None
    status, start, end = said
    if status is Status.UPCOMING and seen_on and (day := _announced(_flat(text), end, seen_on)):
        end, status = day.end, Status.OPEN if day.value <= seen_on else Status.UPCOMING
    return Found.of(status, text, start, end)


@lru_cache(maxsize=16)  # of one page it is asked more than once
def _said_of(text: str, head_length: int) -> tuple[Status, int, int] | None:
    """The statement of most weight, and where it stands."""
    flat = _flat(text)
    said = list(_statements(text, flat, head_length))
    said += [(Status.CLOSED, it.start(), it.end()) for it in _lines(flat, head_length)]
    return max(said, key=lambda it: _WEIGHT[it[0]], default=None)


def _flat(text: str) -> str:
    return _without_softening(plain(text))


def _without_softening(flat: str) -> str:
    """The text with spaces for "unfortunately", "leider" and the like, so that statements read on."""
    if not holds(flat, SOFTENING):
        return flat
    return _SOFTENED.sub(lambda found: " " * len(found[0]), flat)


def _announced(flat: str, position: int, seen_on: date) -> Found[date] | None:
    """The day that follows "applications open"."""
    setting = Setting(language=None, country=None, place_zone=None, posted_on=None, seen_on=seen_on)
    mentions = dates(flat[position : position + _DAY_REACH])
    day = day_of(mentions[0], mentions, setting, zone=None) if mentions else None
    return Found.of(day, flat, position + mentions[0].start, position + mentions[0].end) if day else None


def _statements(text: str, flat: str, head_length: int) -> Iterator[tuple[Status, int, int]]:
    for found in _STATEMENT.finditer(f"\n{flat}"):
        begin, end = found.start(), found.end() - 1
        start = sentence_start(text, begin, reach=_REACH)
        before = flat[start:begin]
        for status, language, needs_thing in _PHRASES[" ".join(found[0][1:].split())].says:
            if status is Status.OPEN and begin >= head_length:
                continue
            subject = _SUBJECTS[language].search(before) if needs_thing else None
            if needs_thing and not subject and not _is_of_it(text, start, before, language):
                continue
            if status is Status.CLOSED and not _is_whole(flat, before + found[0][1:], language, end):
                continue
            if _CONDITIONS[language].search(before) or _OTHERS.search(before) or _TAKEN_BACK.match(flat, end):
                continue
            yield status, start + subject.start() if subject else begin, end


def _is_whole(flat: str, said: str, language: str, end: int) -> bool:
    """Whether a statement without a verb ("Position closed") ends there; "position closed valves" is no statement."""
    return not _VERBLESS[language].search(said[-_REACH // 2 :]) or _ENDS.match(flat, end) is not None


def _is_of_it(text: str, start: int, before: str, language: str) -> bool:
    """Whether what is said is said of "it", and the sentence before begins with the posting."""
    if not _IT.match(before):
        return False
    end = start - 1
    while end > 0 and not text[end - 1].isalnum():
        end -= 1
    first = sentence_start(text, end, reach=_REACH)
    return _BEGINS[language].match(plain(text[first:end])) is not None


def _lines(flat: str, head_length: int) -> Iterator[re.Match[str]]:
    head = flat[:head_length]
    yield from _LINE.finditer(head)
    yield from (it for it in _DATED_LINE.finditer(head) if ":" in it[0] or len(it[0].split()) > 1)
    yield from _TAG.finditer(head)
    yield from paused_lines(head)
