"""The employer's own number of an opening, from a label's value or a line such as "Job ID: R-12263"."""

import re

from spiders.reading.near import matches, windows

_ID = r"(?P<id>(?:[A-Z]{1,6}[-_ /]?){0,2}\d[\w./-]{1,24})"
_SAYS = re.compile(
    r"\b(?:job|offre|offer|anzeige|annonce|vacature|oferta|annuncio|req(?:uisition)?|posting|vacancy|position"
    r"|reference|ref|stellen|kenn|job requisition)[ -]?"
    r"(?:id|no|n°|nr|number|code|nummer|ziffer|ref|reference)?\.?\s?(?:#|:|n°|№|\bid\b:?)\s?#?\s?" + _ID,
    re.IGNORECASE,
)
_PLAIN = re.compile(rf"^#?\s?{_ID}$", re.IGNORECASE)
_IN_TITLE = re.compile(
    r"[(\[](?:(?:job |req )?id|ref|ref\.|no\.|#)?:?\s?(?P<id>[A-Z]{0,5}-?\d{2,10}[-/]?\d{2,10})[)\]]$", re.IGNORECASE
)
_FEWEST_DIGITS = 5
_WORDS = (
    "job",
    "offre",
    "offer",
    "anzeige",
    "annonce",
    "vacature",
    "oferta",
    "annuncio",
    "req",
    "posting",
    "vacancy",
    "position",
    "ref",
    "stellen",
    "kenn",
)
_AFTER = 60
_HAS_DIGIT = re.compile(r"\d")


def from_label(value: str) -> str | None:
    """The number that stands as a label's value; None where the value is no number ("n/a", a sentence)."""
    match = _PLAIN.match(value.strip())
    return match["id"].strip() if match else None


def in_title(title: str) -> str | None:
    """The number that a title ends with in brackets: "Baker (24-10077)"; no year, share or short number."""
    match = _IN_TITLE.search(title)
    return match["id"] if match and sum(it.isdigit() for it in match["id"]) >= _FEWEST_DIGITS else None


def in_prose(text: str, lower: str) -> tuple[str, re.Match[str]] | None:
    """A number that a line of the text names as the posting's; `lower` as `near.lowered` gives it."""
    match = next(matches(_SAYS, text, windows(lower, _WORDS, before=0, after=_AFTER)), None)
    return (match["id"].rstrip(".-/"), match) if match and _HAS_DIGIT.search(match["id"]) else None
