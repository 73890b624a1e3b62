"""Which dates of a text are about applying, by the words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spiders.reading.dates import DateMention
from spiders.reading.deadline_phrases import Cue
from spiders.reading.deadline_words import Cues, closes_after, is_about_applying, limits_after, prefers
from spiders.reading.mentioned_places import place_in
from spiders.reading.passages import label_start, sentence_end, sentence_start

#: Characters of a sentence before and behind a date that say what it is.
_BEFORE, _BEHIND = 160, 70
#: Between a limit ("by") and its date there is at most a time of day.
_LIMIT_REACH = 36
#: A value so short, in a line of its own, may have its label in the line before.
_SHORT = 30
#: How surely a date is about applying; see `Candidate.strength`.
_EXTENDED, _BY_WORDS_BEFORE, _BY_WORDS_BEHIND, _BY_LIMIT = 4, 3, 2, 1
#: Between "ideally" and the "by" that it belongs to.
_HOPED_REACH = 36
_IN_BRACKETS = re.compile(r"\s?\([^()\n]{2,40}\)")
_FIRST_DAY = re.compile(
    r"(?<![\w.,/:-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s{0,2}"
    r"(?:-|(?:to|until|through|bis|bis zum|au|al|tot|t/m|till|til|do|až|a|e)\s)"
    r"\s?(?:the |den |el |il |le )?\Z"
)
#: A label in the date's own line: "End date: ".
_LABEL = re.compile(r"[^\W\d_]{3}\s?:\s")
#: Between "applications:" and a window.
_LABEL_REACH = 4
#: Between the last days for two places of a list.
_LISTED_REACH = 80
#: What a window's first date begins with: "from 4 June to 8 June".
_FROM = re.compile(
    r"(?<!\w)(?:from|between|vom|ab|ab dem|du|à partir du|del|desde el|dal|van|vanaf|från|från och med|fra|od|od dnia"
    r"|ode dne|de|a partir de|entre)(?:\s{1,2}(?:the|den|dem|el|il|le|dnia|dne))?\s{0,2}\Z"
)
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
    #: 4 it was extended to, 3 a phrase before it says so, 2 one behind it does, 1 a limit in a sentence about applying.
    strength: int
    #: Where the words begin and end that say so, the date included.
    start: int
    end: int
    #: A time of day before the date stands no earlier than this.
    floor: int
    #: The words before and behind the date, as far as they are its own.
    before: str
    behind: str

    @property
    def place(self) -> str | None:
        """The place that its words name, as the page names it; None where they name none."""
        bracket = _IN_BRACKETS.match(self.behind)
        return (bracket and place_in(bracket[0])) or place_in(self.before) or place_in(self.behind)


def candidates(text: str, flat: str, mentions: Sequence[DateMention]) -> Iterator[Candidate]:
    """Of the dates of a text (`flat` is it, plain) those that the words around them make about applying."""
    used: dict[Cue, int] = {}
    last: Candidate | None = None
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        if following and _is_window(flat, mention, following):
            continue
        opening = mentions[index - 1] if index and _is_window(flat, mentions[index - 1], mention) else None
        opening = opening or _same_month(flat, mention) or mention
        end = sentence_end(text, mention.end, reach=_BEHIND)
        own = (mentions[index - 1].end if index else 0, min(end, following.start) if following else end)
        made = _candidate(text, flat, opening, mention, own)
        if made is None and last:
            made = _listed(text, flat, mention, last, own)
        if made and (made.start > used.get(made.cue, -1) or (last and last.place and made.place)):
            if made.strength > _BY_LIMIT:
                used[made.cue] = made.start
            last = made
            yield made
            if opening is not mention and made.cue is Cue.DEADLINE:
                yield replace(made, mention=opening, cue=Cue.OPENING, end=opening.end)


def _same_month(flat: str, last: DateMention) -> DateMention | None:
    """The first day of a window that names its month once: "from 1 to 28 February"."""
    found = _FIRST_DAY.search(flat, max(0, last.start - _SHORT), last.start)
    if not found or not 0 < int(found["day"]) < last.day:
        return None
    return replace(last, start=found.start(), end=last.end, day=int(found["day"]), weekday=None, ambiguous=False)


def _is_window(flat: str, first: DateMention, last: DateMention) -> bool:
    """Whether two dates are the ends of a window: "from 4 June to 8 June 2026"."""
    gap = flat[first.end : last.start]
    return "\n" not in gap and bool(_WINDOW.fullmatch(gap))


def _candidate(
    text: str, flat: str, first: DateMention, mention: DateMention, own: tuple[int, int]
) -> Candidate | None:
    """The mention, if the words around it (of window's `first` day on) say so; `own` words are no other date's."""
    behind = flat[mention.end : own[1]]
    start, cues = _words_before(text, flat, first, is_window=first is not mention, own=own[0])
    found = _by_cues(cues, behind) or (_window(cues) if first is not mention else None)
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


def _listed(text: str, flat: str, mention: DateMention, last: Candidate, own: tuple[int, int]) -> Candidate | None:
    """The mention, right after a place's last day, for another place: "UK: 15 May", next line "Spain: 30 May"."""
    gap = flat[last.mention.end : mention.start]
    if last.cue is not Cue.DEADLINE or len(gap) > _LISTED_REACH or gap.count("\n") > 1 or not last.place:
        return None
    before, behind = text[own[0] : mention.start], text[mention.end : own[1]]
    if Cues(gap).last or not place_in(before):
        return None
    return replace(last, mention=mention, start=own[0], end=mention.end, floor=own[0], before=before, behind=behind)


def _words_before(text: str, flat: str, first: DateMention, *, is_window: bool, own: int) -> tuple[int, Cues]:
    """Where the words begin that say what a date is, and their cues: its own if they say so, else the sentence's."""
    end = _window_start(flat, first) if is_window else first.start
    start = sentence_start(text, first.start, reach=_BEFORE)
    if own > start:
        cues = Cues(flat[own:end])
        if cues.tells:
            return own, cues
    cues = Cues(flat[start:end])
    is_labelled = Cue.DEADLINE in cues.last or (_LABEL.search(cues.words) and not place_in(text[start:end]))
    if first.start - start <= _SHORT and not is_labelled:
        start = label_start(text, start)
        cues = Cues(flat[start:end])
    return start, cues


def _window_start(flat: str, first: DateMention) -> int:
    """Where a window begins: at its "from", unless that belongs to a phrase of its own ("open from")."""
    around = max(0, first.start - _SHORT)
    found = _FROM.search(flat, around, first.start)
    if not found or around + Cues(flat[around : first.start]).end(Cue.OPENING) > found.start():
        return first.start
    return found.start()


def _by_cues(cues: Cues, behind: str) -> tuple[Cue, int, int] | None:
    """What the words before and behind a date make it, how surely, and where that begins (-1: at the date)."""
    found = _hard_or_soft(cues, behind)
    if found and found[0] is Cue.DEADLINE and (_is_hoped(cues) or prefers(behind)):
        return Cue.SOFT, found[1], found[2]
    return found


def _is_hoped(cues: Cues) -> bool:
    """Whether "ideally" or the like stands right before the words that make a date the last day."""
    hoped = cues.end(Cue.HOPED)
    by = max(cues.start(Cue.LIMIT), cues.start(Cue.DEADLINE))
    return hoped >= 0 and (by < 0 or hoped <= by + 1 <= hoped + _HOPED_REACH or cues.start(Cue.DEADLINE) < hoped >= by)


def _hard_or_soft(cues: Cues, behind: str) -> tuple[Cue, int, int] | None:
    other = cues.end(Cue.OTHER)
    if cues.end(Cue.EXTENDED) > other and (Cue.DEADLINE in cues.last or Cue.APPLYING in cues.last):
        return Cue.DEADLINE, _EXTENDED, cues.start(Cue.EXTENDED)
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
    if other < 0 and limits_after(behind) and Cue.APPLYING in cues.last:
        return Cue.DEADLINE, _BY_LIMIT, cues.start(Cue.APPLYING)
    return _limit(cues, behind) if other < limit else None


def _window(cues: Cues) -> tuple[Cue, int, int] | None:
    """A window right behind words about applying: "applications can be submitted between …"."""
    near = 0 <= len(cues.words) - cues.end(Cue.APPLYING) <= _LABEL_REACH
    if near and cues.end(Cue.APPLYING) > cues.end(Cue.OTHER):
        return Cue.DEADLINE, _BY_LIMIT, cues.start(Cue.APPLYING)
    return None


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
