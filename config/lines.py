"""On which line of a TOML text a key stands, for messages."""

import re
from collections.abc import Iterator

#: A key's path: names, and positions in arrays of tables ("notify", "targets", 1, "url").
KeyPath = tuple[str | int, ...]

_LONGEST_NAME = 60

_TABLE = re.compile(r"\s{0,80}(\[\[?)\s{0,8}([^\]\n]{1,200})\]")
_NAME = r"(?:[A-Za-z0-9_-]{1,80}|\"[^\"\n]{0,80}\"|'[^'\n]{0,80}')"
_KEY = re.compile(rf"\s{{0,80}}({_NAME}(?:\s{{0,8}}\.\s{{0,8}}{_NAME}){{0,8}})\s{{0,80}}=")


def key_text(path: KeyPath) -> str:
    """The path as people write it: "notify.targets[1].url"."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            # Quoted keys may hold anything; a message is one line.
            name = (part if part.isprintable() else ascii(part))[:_LONGEST_NAME]
            text += f".{name}" if text else name
    return text


class Lines:
    """Where each key of a text stands.

    A text with keys inside multi-line strings can mislead it: it serves messages only.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[KeyPath, int] = {}
        for number, written in _written(text):
            self._lines.setdefault(written, number)

    def of(self, path: KeyPath) -> int | None:
        """The line (counted from 1) of a key, or of the nearest table around it; None where none of them is written."""
        around = (path[:length] for length in range(len(path), 0, -1))
        return next((self._lines[it] for it in around if it in self._lines), None)


def _written(text: str) -> Iterator[tuple[int, KeyPath]]:
    """Each table header and key with its line and full path."""
    table: KeyPath = ()
    counts: dict[KeyPath, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TABLE.match(line):
            table = _names(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield number, table
        elif key := _KEY.match(line):
            yield number, (*table, *_names(key[1]))


def _names(dotted: str) -> KeyPath:
    return tuple(name.strip().strip("\"'") for name in dotted.split("."))
