"""The place that a posting's title ends with ("Site Manager - Swansea"), or that <title> has beside it."""

import re
from collections.abc import Sequence

from spiders.reading.place import is_town, looks_like_place
from spiders.reading.roles import reads_as_role
from spiders.reading.workplace import is_only_workplace

_LONGEST = 300
_ENDS = (
    re.compile(r"\((?P<place>[^()]{2,60})\)$"),
    re.compile(r"(?:\s[-–—|]\s|\bin\s|,\s|@\s)(?P<place>[^-–—|()]{2,60})$"),
)
_CUT = re.compile(r"\s[|–—·•-]\s")
_IN = re.compile(
    r"TITLE(?: job)?(?: \([^()]{1,20}\))?,? (?:in|i|en|em|a|à|w|v|te) (?P<place>[^|()]{2,60}?)(?: at .{2,80}|$)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"TITLE \((?P<place>[^()]{2,60})\)")
_HERO = re.compile(r"\s{1,3}[|–—·•-]\s{1,3}")


def place_in_title(title: str) -> str | None:
    """The place at the end of a posting's own title."""
    if len(title) > _LONGEST:
        return None
    found = (match["place"].strip() for end in _ENDS if (match := end.search(title)))
    return next((it for it in found if _is_place(it)), None)


def place_beside_title(said: Sequence[str], title: str) -> tuple[str, str] | None:
    """The place that metadata name beside the posting's title, and the words that it stands in."""
    for text in said:
        start = text.casefold().find(title.casefold()) if title else -1
        if start >= 0 and len(text) <= _LONGEST and (found := _beside(text, start, start + len(title))):
            return found, text
    return None


def hero_of(text: str) -> tuple[str, str, str] | None:
    """Role, organization and place of a heading that has all three: "Cook | Acme | Graz"."""
    parts = [part.strip() for part in _HERO.split(text)]
    if len(parts) != 3 or not reads_as_role(parts[0]) or not _is_place(parts[2]) or _is_place(parts[1]):  # noqa: PLR2004
        return None
    return parts[0], parts[1], parts[2]


def _beside(text: str, start: int, end: int) -> str | None:
    marked = f"{text[:start]}TITLE{text[end:]}"
    for part in _CUT.split(marked):
        if "TITLE" not in part:
            if _is_place(part.strip()):
                return _town_of(part.strip())
            continue
        found = (match["place"].strip(" ,") for form in (_IN, _BRACKETED) if (match := form.search(part)))
        if place := next((it for it in found if _is_place(it)), None):
            return place
    tails = (part.rpartition(", ")[2].strip() for part in _CUT.split(marked) if "TITLE" not in part)
    return next((it for it in tails if _is_place(it)), None)


def _town_of(part: str) -> str:
    """The town alone where a name stands before it: towns have regions and countries behind them, names have towns."""
    name, comma, town = part.rpartition(", ")
    return town if comma and is_town(town) and not looks_like_place(name) else part


def _is_place(text: str) -> bool:
    return looks_like_place(text) and not is_only_workplace(text) and not reads_as_role(text)
