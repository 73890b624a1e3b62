"""What two records say differently, field by field, for people: words, not judgements (those are changes)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from difflib import SequenceMatcher
from typing import Any

from monitor.notify.escaping import clean
from monitor.notify.marking import Piece, marked
from monitor.notify.phrases import value

#: Characters of one value that are shown.
_LIMIT = 20_000
#: Lines of a section that are compared; the rest is left out.
_MOST_LINES = 400
#: Neither values of their own nor words of the posting.
_BESIDE = frozenset({"sections", "evidence", "conflicts"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A field, or a section, that two versions word differently."""

    field: str
    #: JSON values; of sections the text.
    before: Any
    after: Any
    #: In words, the differing ones marked.
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


def differences_of(old: Mapping[str, Any], new: Mapping[str, Any], zone: tzinfo) -> list[Difference]:
    """The fields, roles and sections that differ between two records, in the order of the record."""
    before, after = old.get("posting") or {}, new.get("posting") or {}
    found = [
        _difference(name, before.get(name), after.get(name), zone)
        for name in dict.fromkeys((*before, *after))
        if name not in _BESIDE and before.get(name) != after.get(name)
    ]
    if old.get("roles") != new.get("roles"):
        found.append(_texts("postings", _roles(old), _roles(new)))
    return [*found, *_sections(before, after)]


def _difference(name: str, before: Any, after: Any, zone: tzinfo) -> Difference:
    words = [clean(value(it, zone), _LIMIT) for it in (before, after)]
    old, new = marked(*words)
    return Difference(field=name, before=before, after=after, old=old, new=new)


def _sections(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    old, new = _texts_by_heading(before), _texts_by_heading(after)
    for heading in dict.fromkeys((*old, *new)):
        if old.get(heading) != new.get(heading):
            yield _texts(heading, old.get(heading, ""), new.get(heading, ""))


def _texts_by_heading(posting: Mapping[str, Any]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for section in posting.get("sections") or ():
        heading = clean(section["heading"] or section["kind"], _LIMIT)
        texts[heading] = f"{texts[heading]}\n{section['text']}" if heading in texts else section["text"]
    return texts


def _roles(record: Mapping[str, Any]) -> str:
    return "\n".join(role["title"] for role in record.get("roles") or ())


def _texts(field: str, before: str, after: str) -> Difference:
    """Two texts of many lines: only the lines that differ, their words marked."""
    old, new = (clean(text, _LIMIT).split("\n")[:_MOST_LINES] for text in (before, after))
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            pieces = marked("\n".join(old[a:b]), "\n".join(new[c:d]))
            left += [*pieces[0], Piece("\n", changed=False)] if a < b else []
            right += [*pieces[1], Piece("\n", changed=False)] if c < d else []
    return Difference(field=field, before=before, after=after, old=tuple(left), new=tuple(right))
