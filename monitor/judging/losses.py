"""Whether a page that calls itself the posting has lost so much that it cannot be trusted."""

from monitor.changes.description import own_text
from monitor.changes.units import Unit
from spiders.posting import Posting

#: Texts of fewer words say too little by their length.
_FEWEST_WORDS = 60
_LEAST_SHARE = 0.3
_FEWESTFIELDS_LOST = 3
#: So many units at the end have to be missing, and so much of the start be there, where a page stopped in the middle.
_FEWEST_UNITS_CUT = 2
_LEAST_START_KEPT = 0.8
#: What a posting gives.
FIELDS = (
    "title",
    "organization",
    "locations",
    "pay",
    "deadline",
    "workplace",
    "employment_type",
    "apply_url",
    "sections",
)


def loss(before: Posting, after: Posting) -> str | None:
    """Why `after` is not an edit of `before` but what is left of it, in one line; None where it may be an edit."""
    old, new = own_text(before), own_text(after)
    had, has = _length(old), _length(new)
    if had >= _FEWEST_WORDS and has < had * _LEAST_SHARE:
        return f"the page has {has} words of text, it had {had}"
    given = [name for name in FIELDS if getattr(before, name)]
    lost = [name for name in given if not getattr(after, name)]
    if len(lost) >= _FEWESTFIELDS_LOST and len(lost) * 2 > len(given):
        return f"the page no longer gives {', '.join(lost)}"
    if _cut(old, new):
        return "the page stops in the middle of its text"
    return None


def _length(units: list[Unit]) -> int:
    return sum(len(unit.words) for unit in units)


def _cut(old: list[Unit], new: list[Unit]) -> bool:
    """Whether the new text is the beginning of the old one and ends inside a sentence."""
    if not new or len(old) <= _FEWEST_UNITS_CUT:
        return False
    last = new[-1].words
    for index in range(len(old) - _FEWEST_UNITS_CUT + 1):
        whole = old[index].words
        if len(last) < len(whole) and whole[: len(last)] == last:
            return _is_start(old[:index], old[index:], new)
    return False


def _is_start(start: list[Unit], rest: list[Unit], new: list[Unit]) -> bool:
    has = {unit.words for unit in new}
    kept = sum(unit.words in has for unit in start)
    return kept >= _LEAST_START_KEPT * len(start) and not any(unit.words in has for unit in rest)
