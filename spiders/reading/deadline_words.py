"""What the words around a date say it is: the last day to apply, or something else."""

import re

from spiders.reading.deadline_phrases import CUE_OF, Cue
from spiders.reading.words import listed, whole

_CUES = re.compile(whole(CUE_OF))
_BEHIND = """
is the last day|is the last date|is the final|is the deadline|is the closing|last day to apply|deadline|closing date
close
closes|left to apply|days left|dagar kvar|days remaining|tage verbleib|jours restants|días restantes
application deadline|will not be considered|will not be accepted
cannot be considered|not be considered|ist bewerbungsschluss|werden nicht berücksichtigt|est la date limite
ne seront pas
es la fecha límite|no serán|beaktas ej|beaktas inte
"""
_AFTER = re.compile(whole(listed(_BEHIND)))
#: A limit that stands behind its date.
_LIMIT_AFTER = re.compile(
    r"\s?(?:,\s)?(?:(?:klo|kl\.?|at)\s?[\d.:]{1,5}\s)?(?:mennessä|asti|saakka|at the latest|latest)(?!\w)"
)
#: "Apply statistics to": what does not follow the verb where applying for a job is meant.
_OBJECT = re.compile(
    r"\s{1,3}(?!(?:by|for|to|before|until|till|on|online|now|via|through|with|at|here|no|not|in|please|directly|and|or|as"
    r"|today|using|if|is|are|must|should|can|the|this|early|soon|prior|within|latest|between|from)\b)[^\W\d_]"
)


_TELLING = (Cue.DEADLINE, Cue.OPENING, Cue.PREFERRED, Cue.SOFT)


class Cues:
    """The phrases of a stretch of words before a date, by kind: where the last of each ends."""

    def __init__(self, words: str) -> None:
        self.words = words
        #: By kind: start and end of the last.
        self.last: dict[Cue, tuple[int, int]] = {}
        for found in _CUES.finditer(words):
            if found[0] in {"apply", "applying"} and _OBJECT.match(words, found.end()):
                continue
            self.last[CUE_OF[" ".join(found[0].split())]] = found.span()

    @property
    def tells(self) -> bool:
        """Whether the words alone say what the date is."""
        return any(cue in self.last for cue in _TELLING)

    def end(self, cue: Cue) -> int:
        """Where the last phrase of that kind ends; -1 where there is none."""
        return self.last.get(cue, (-1, -1))[1]

    def is_only(self, cue: Cue) -> bool:
        """Whether the words are one phrase of that kind and nothing else, as a label's are: "Application:"."""
        start, end = self.last.get(cue, (0, 0))
        return end > start and not (self.words[:start] + self.words[end:]).strip(" \n:¦|-*")

    def start(self, cue: Cue) -> int:
        """Where the last phrase of that kind begins; -1 where there is none."""
        return self.last.get(cue, (-1, -1))[0]


def closes_after(words: str) -> int | None:
    """Where in the words after a date the phrase ends that makes it the last to apply: "(close)", "mennessä"."""
    found = _AFTER.search(words)
    return found.end() if found else None


def prefers(words: str) -> bool:
    """Whether the words after a date say that it only brings preference: "will receive full consideration"."""
    return Cue.PREFERRED in Cues(words).last


def limits_after(words: str) -> bool:
    """Whether a limit stands right behind a date: "15.3. mennessä"."""
    return _LIMIT_AFTER.match(words) is not None


def begins_as_deadline(label: str) -> bool:
    """Whether a label begins with a phrase for the last day to apply: "Closing date", "Hakuaika päättyy"."""
    found = _CUES.match(label.lower())
    return found is not None and CUE_OF[" ".join(found[0].split())] is Cue.DEADLINE


def is_about_applying(words: str) -> bool:
    """Whether the words speak of applying or of a deadline for it."""
    cues = Cues(words)
    return Cue.APPLYING in cues.last or Cue.DEADLINE in cues.last
