"""The employer's own number of an opening, from a label's value or a line such as "Job ID: R-12263"."""

import re

from spiders.reading.near import matches, windows

_ID = r"(?P<id>[A-Z]{0,6}[-_ /]?\d[\w./-]{1,24})"
_SAYS = re.compile(
    r"\b(?:job|req(?:uisition)?|posting|vacancy|position|reference|ref|stellen|kenn|job requisition)[ -]?"
    r"(?:id|no|nr|number|code|nummer|ziffer|ref|reference)?\.?\s?(?:#|:|\bid\b:?)\s?#?\s?" + _ID,
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"^#?\s?{_ID}$", re.IGNORECASE)
_WORDS = ("job", "req", "posting", "vacancy", "position", "ref", "stellen", "kenn")
_AFTER = 60
_HAS_DIGIT = re.compile(r"\d")


def from_label(value: str) -> str | None:
    """The number that stands as a label's value; None where the value is no number ("n/a", a sentence)."""
    match = _PLAIN.match(value.strip())
    return match["id"].strip() if match else None


def in_prose(text: str, lower: str) -> tuple[str, re.Match[str]] | None:
    """A number that a line of the text names as the posting's; `lower` as `near.lowered` gives it."""
    match = next(matches(_SAYS, text, windows(lower, _WORDS, before=0, after=_AFTER)), None)
    return (match["id"].rstrip(".-/"), match) if match and _HAS_DIGIT.search(match["id"]) else None
