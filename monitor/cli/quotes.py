"""The text of a page with the words marked that its fields were read from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from monitor.cli.terminal import cell

_CHARS = "chars:"

#: Where a mark stands, what sorts marks of one place (ends before begins, the inner one inside), and the mark.
_Mark = tuple[int, int, int, str]


def marked_lines(text: str, evidence: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The lines that hold words which a field was read from: "Pay: [£13 to £15 per hour]{pay}".

    Args:
        text: The posting's text (`spiders.reader.text_of`).
        evidence: Of a posting document.
    """
    spans = _spans(evidence)
    marks = sorted(mark for start, end, name in spans for mark in _marks(start, end, name))
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        if any(start <= end and stop >= begin for start, stop, _ in spans):
            yield cell(_marked(line, begin, marks))
        begin = end + 1


def _spans(evidence: Mapping[str, Mapping[str, Any]]) -> list[tuple[int, int, str]]:
    """Where the quotes stand in the text, with their fields."""
    found = []
    for name, it in evidence.items():
        where = it["where"] or ""
        if where.startswith(_CHARS):
            start, _, end = where.removeprefix(_CHARS).partition("-")
            found.append((int(start), int(end), name))
    return found


def _marks(start: int, end: int, name: str) -> tuple[_Mark, _Mark]:
    return (start, 1, -end, "["), (end, 0, -start, f"]{{{name}}}")


def _marked(line: str, begin: int, marks: Sequence[_Mark]) -> str:
    parts, at = [], 0
    for place, _, _, mark in marks:
        if begin <= place <= begin + len(line):
            parts += [line[at : place - begin], mark]
            at = place - begin
    return "".join([*parts, line[at:]])
