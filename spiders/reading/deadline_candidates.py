"""Which dates of a text are about applying, by the words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spiders.reading.dates import DateMention
from spiders.reading.deadline_words import Cue, Cues, closes_after, is_about_applying
from spiders.reading.passages import label_start, sentence_end, sentence_start

#: Characters of a sentence before and behind a date that say what it is.
_BEFORE, _BEHIND = 160, 70
#: Between a limit ("by") and its date there is at most a time of day.
_LIMIT_REACH = 36
#: A value so short, in a line of its own, may have its label in the line before.
_SHORT = 30
#: How surely a date is about applying; see `Candidate.strength`.
_BY_WORDS_BEFORE, _BY_WORDS_BEHIND, _BY_LIMIT = 3, 2, 1
#: Words between the two dates of a window.
_WINDOW = re.compile(
    r"(?:[^\w\n]|\d|am|pm|a\.m|p\.m|uhr|kl|klo|h|noon|et|est|edt|cet|gmt|at|r\.){0,16}?"
    r"(?:-{1,2}|\s(?:to|until|till|through|and|bis|bis zum|au|al|tot|tot en met|t/m|till|til|do|až|až do|até|a|i))"
    r"\s{0,2}(?:the |den |dem |el |il |le |dnia )?"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A date that has to do with applying."""

    mention: DateMention
    cue: Cue
    #: 3 a phrase before it says so, 2 one behind it does, 1 a limit in a sentence about applying.
    strength: int
    #: Where the words begin and end that say so, the date included.
    start: int
    end: int
    #: A time of day before the date stands no earlier than this.
    floor: int
    #: The words before and behind the date, as far as they are its own.
    before: str
    behind: str


def candidates(text: str, flat: str, mentions: Sequence[DateMention]) -> Iterator[Candidate]:
    """Of the dates of a text (`flat` is it, plain) those that the words around them make about applying."""
    used = -1
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if following and _is_window(flat, mention, following):
            continue
        opening = mentions[index - 1] if index and _is_window(flat, mentions[index - 1], mention) else mention
        end = sentence_end(text, mention.end, reach=_BEHIND)
        own = (mentions[index - 1].end if index else 0, min(end, following.start) if following else end)
        made = _candidate(text, flat, opening, mention, own)
        if made and made.start > used:
            used = made.start if made.strength > _BY_LIMIT else used
            yield made
            if opening is not mention and made.cue is Cue.DEADLINE:
                yield replace(made, mention=opening, cue=Cue.OPENING, end=opening.end)


def _is_window(flat: str, first: DateMention, last: DateMention) -> bool:
    """Whether two dates are the ends of a window: "from 4 June to 8 June 2026"."""
    gap = flat[first.end : last.start]
    return "\n" not in gap and bool(_WINDOW.fullmatch(gap))


def _candidate(
    text: str, flat: str, first: DateMention, mention: DateMention, own: tuple[int, int]
) -> Candidate | None:
    """The mention, if the words around it (of window's `first` day on) say so; `own` words are no other date's."""
    behind = flat[mention.end : own[1]]
    start = sentence_start(text, first.start, reach=_BEFORE)
    cues = Cues(flat[start : first.start])
    if first.start - start <= _SHORT and Cue.DEADLINE not in cues.last:
        start = label_start(text, start)
        cues = Cues(flat[start : first.start])
    found = _by_cues(cues, behind)
    if not found:
        return None
    cue, strength, begins = found
    if cue is Cue.OPENING and first is not mention:
        cue = Cue.DEADLINE
    after = closes_after(behind) if strength == _BY_WORDS_BEHIND else None
    return Candidate(
        mention=mention,
        cue=cue,
        strength=strength,
        start=start + begins if begins >= 0 else first.start,
        end=mention.end + (after or 0),
        floor=start,
        before=text[max(start, own[0]) : mention.start],
        behind=text[mention.end : own[1]],
    )


def _by_cues(cues: Cues, behind: str) -> tuple[Cue, int, int] | None:
    """What the words before and behind a date make it, how surely, and where that begins (-1: at the date)."""
    other = cues.end(Cue.OTHER)
    limit = cues.end(Cue.LIMIT) if _is_limit(cues) else -1
    for cue, meaning, nearer in (
        (Cue.PREFERRED, Cue.SOFT, other),
        (Cue.SOFT, Cue.SOFT, max(other, cues.start(Cue.DEADLINE))),
        (Cue.OPENING, Cue.OPENING, max(other, cues.end(Cue.DEADLINE), limit)),
        (Cue.DEADLINE, Cue.DEADLINE, other),
    ):
        if cues.end(cue) > nearer:
            return meaning, _BY_WORDS_BEFORE, cues.start(cue)
    if closes_after(behind) is not None and other < 0:
        return Cue.DEADLINE, _BY_WORDS_BEHIND, -1
    if cues.is_only(Cue.APPLYING):
        return Cue.DEADLINE, _BY_LIMIT, cues.start(Cue.APPLYING)
    return _limit(cues, behind) if other < limit else None


def _is_limit(cues: Cues) -> bool:
    return 0 <= len(cues.words) - cues.end(Cue.LIMIT) <= _LIMIT_REACH and cues.end(Cue.LIMIT) >= 0


def _limit(cues: Cues, behind: str) -> tuple[Cue, int, int] | None:
    """A limit, "by 5 March", in a sentence about applying, which no other event comes between."""
    kind = max(Cue.APPLYING, Cue.OPENING, key=cues.end)
    if cues.end(kind) > cues.end(Cue.OTHER):
        return Cue.DEADLINE, _BY_LIMIT, cues.start(kind)
    if cues.end(Cue.OTHER) < 0 and is_about_applying(behind):
        return Cue.DEADLINE, _BY_LIMIT, cues.start(Cue.LIMIT)
    return None
