"""What a posting's own words say about taking applications: closed, not yet open, open, or nothing.

A page is full of the word "closed". It counts as a statement about the posting only where it is a whole
statement ("No longer accepting applications"), is said of the posting ("this position has been filled"), or is
a line of its own in the head; never after "if", "until", "will" and their like.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from spiders.posting import Status
from spiders.reading.characters import plain
from spiders.reading.dates import dates
from spiders.reading.found import Found
from spiders.reading.moments import Setting, day_of
from spiders.reading.passages import sentence_start
from spiders.reading.status_words import WORDINGS, Wording
from spiders.reading.words import alternation, listed, whole

#: Characters of a sentence before a statement in which its subject and a condition are looked for.
_REACH = 90


@dataclass(frozen=True, slots=True)
class _Sayings:
    """What a phrase may say, by language: the same words can be in several."""

    #: (status, language, needs a subject)
    says: tuple[tuple[Status, str, bool], ...]


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
        rf"(?<!\w){alternation(listed(wording.things))}(?!\w)(?!\s{other}\b)(?:(?!\b{other}\b)[^,;:.!?\n|]){{0,60}}\Z"
    )


def _condition(wording: Wording) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(listed(wording.conditions))}(?!\w)[^.!?\n|]{{0,60}}\Z")


_PHRASES = _phrases()
_STATEMENT = re.compile(whole(_PHRASES))
_SUBJECTS = {language: _subject(wording) for language, wording in WORDINGS.items()}
_CONDITIONS = {language: _condition(wording) for language, wording in WORDINGS.items()}
_LINE_WORDS = [line for wording in WORDINGS.values() for line in listed(wording.lines)]
_LINE = re.compile(
    rf"(?:^|(?<=[\n|•·¦])|(?<=\s[-:]))[^\w\n]{{0,4}}(?:(?:\w{{1,20}} )?status\W{{1,3}})?{alternation(_LINE_WORDS)}"
    r"[^\w\n]{0,4}(?=\Z|[\n|•·¦])"
)
_TAG = re.compile(rf"[\[(]\s?{alternation(_LINE_WORDS)}\s?[\])]")
#: After a statement these take it back: "is filled with", "is closed if:", "is closed on Mondays".
_TAKEN_BACK = re.compile(
    r"\s{1,2}(?:with|by|if|when|once|unless|on (?:mon|tue|wed|thu|fri|sat|sun|public|bank)"
    r"|to the public|wenn|si|se|als|om)(?!\w)"
    r"|(?<=available)\s(?:for|to|in|at|as)\s|(?<=closed)\sto\s(?!(?:new )?applic)"
)
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
    flat = plain(text)
    said = list(_statements(text, flat, head_length))
    said += [(Status.CLOSED, it.start(), it.end()) for it in _lines(flat, head_length)]
    if not said:
        return None
    status, start, end = max(said, key=lambda it: _WEIGHT[it[0]])
    if status is Status.UPCOMING and seen_on and (day := _announced(flat, end, seen_on)):
        end, status = day.end, Status.OPEN if day.value <= seen_on else Status.UPCOMING
    return Found.of(status, text, start, end)


def _announced(flat: str, position: int, seen_on: date) -> Found[date] | None:
    """The day that follows "applications open"."""
    setting = Setting(language=None, country=None, place_zone=None, posted_on=None, seen_on=seen_on)
    mentions = dates(flat[position : position + _DAY_REACH])
    day = day_of(mentions[0], mentions, setting, zone=None) if mentions else None
    return Found.of(day, flat, position + mentions[0].start, position + mentions[0].end) if day else None


def _statements(text: str, flat: str, head_length: int) -> Iterator[tuple[Status, int, int]]:
    for found in _STATEMENT.finditer(flat):
        start = sentence_start(text, found.start(), reach=_REACH)
        before = flat[start : found.start()]
        for status, language, needs_thing in _PHRASES[" ".join(found[0].split())].says:
            if status is Status.OPEN and found.start() >= head_length:
                continue
            subject = _SUBJECTS[language].search(before) if needs_thing else None
            if needs_thing and not subject:
                continue
            if _CONDITIONS[language].search(before) or _TAKEN_BACK.match(flat, found.end()):
                continue
            yield status, start + subject.start() if subject else found.start(), found.end()


def _lines(flat: str, head_length: int) -> Iterator[re.Match[str]]:
    head = flat[:head_length]
    yield from _LINE.finditer(head)
    yield from _TAG.finditer(head)
