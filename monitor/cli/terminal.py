"""What the user sees: lines, tables and JSON on standard output, notes on standard error.

Texts of pages are cleaned of control characters by whoever prints them (`monitor.notify.escaping`); nothing here reads
markup into a text. Colours are for terminals, and not where NO_COLOR is set (https://no-color.org).
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from monitor.notify.escaping import one_line
from monitor.notify.marking import Piece, joined

if TYPE_CHECKING:
    from rich.text import Text

#: Where the output is no terminal and $COLUMNS does not say.
_WIDTH = 120
_HEIGHT = 40
#: A cell of a table holds no more than this, however wide the terminal is.
_CELL_LIMIT = 300

#: Control characters beyond those that JSON escapes, line separators, directions, what is invisible, half characters.
_ACTED_ON = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\U000e0000-\U000e0fff]"
)

#: SGR codes (ECMA-48, 8.3.117), and what rich calls them.
STYLES = {"strong": "1", "faint": "2", "old": "31", "new": "32", "alarm": "1;31", "good": "32", "bad": "31"}
_RICH_STYLES = {
    "strong": "bold",
    "faint": "dim",
    "old": "red",
    "new": "green",
    "alarm": "bold red",
    "good": "green",
    "bad": "red",
}
_MARKED = "1;4"


def is_colourful(stream: TextIO) -> bool:
    """Whether colours are wanted on a stream."""
    return is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody looks at a stream."""
    return stream.isatty()


def say(*parts: str | tuple[str, str]) -> None:
    """Print a line of plain texts and (text, style) pairs."""
    colourful = is_colourful(sys.stdout)
    shown = [part if isinstance(part, str) else _painted(part[0], STYLES[part[1]], colourful) for part in parts]
    _write("".join(shown))


def say_marked(prefix: str, pieces: Sequence[Piece], style: str, *, indent: str) -> None:
    """Print a text of several lines after "-" or "+", changed words marked also without colours.

    Args:
        prefix: "-" or "+".
        pieces: the text, as `monitor.notify.marking` cut it.
        style: "old" or "new".
        indent: stands before every line.
    """
    text = marked_text(pieces, prefix)
    if is_colourful(sys.stdout):
        codes = {False: STYLES[style], True: f"{STYLES[style]};{_MARKED}"}
        text = "".join(_painted(it.text, codes[it.changed]) for it in joined(pieces))
    for line in text.splitlines() or [""]:
        _write(f"{indent}{prefix} {line}")


def marked_text(pieces: Sequence[Piece], prefix: str) -> str:
    """The text with changed words in [-...-] or {+...+}; without marks where all of it changed."""
    if all(piece.changed or not piece.text.strip() for piece in pieces) or not any(piece.changed for piece in pieces):
        return "".join(piece.text for piece in pieces)
    begin, end = ("[-", "-]") if prefix == "-" else ("{+", "+}")
    return "".join(_bracketed(piece, begin, end) for piece in joined(pieces))


def note(text: str) -> None:
    """Print a line about what is going on, beside the answer."""
    sys.stderr.write(f"{text}\n")


def say_json(document: Any) -> None:
    """Print one JSON document; what a terminal would act on is written as an escape of JSON, which means the same."""
    text = json.dumps(document, ensure_ascii=not _takes_any_letter(), indent=2)
    _write(_ACTED_ON.sub(lambda match: json.dumps(match[0])[1:-1], text))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, and what becomes of it where the terminal is too narrow for all."""

    heading: str
    #: 0 always stays whole; of the others the highest numbers give way first.
    rank: int
    #: It can be made this narrow; None: it is shown whole or not at all (a time, a number).
    least: int | None = None


def say_table(columns: Sequence[Column], rows: Iterable[Sequence[str | tuple[str, str]]]) -> None:
    """Print a table that fits the terminal; a cell is a text, plain or with a style."""
    # A fifth of a short command's cost, so those that print no table do without.
    from monitor.cli.tables import print_table  # noqa: PLC0415 - see above

    print_table(columns, rows, width=width(), colourful=is_colourful(sys.stdout))


def say_side_by_side(headings: Sequence[str], rows: Iterable[tuple[str, Sequence[Piece], Sequence[Piece]]]) -> None:
    """Print texts beside each other, changed words marked also without colours.

    Args:
        headings: of the left and the right text.
        rows: a name, the left and the right text.
    """
    from monitor.cli.tables import print_side_by_side  # noqa: PLC0415 - as in `say_table`

    print_side_by_side(headings, rows, width=width(), colourful=is_colourful(sys.stdout))


def width() -> int:
    """How many columns there are to write in."""
    return max(shutil.get_terminal_size((_WIDTH, _HEIGHT)).columns, 20)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number of things: "1 check", "2 checks", "3 watches"."""
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def cell(text: str) -> str:
    """A text of a page, in one line, fit for a table."""
    return one_line(text, _CELL_LIMIT)


def rich_text(part: str | tuple[str, str]) -> "Text":
    """A cell as rich takes it: never read as markup."""
    from rich.text import Text  # noqa: PLC0415 - as in `say_table`

    return Text(part) if isinstance(part, str) else Text(part[0], style=_RICH_STYLES[part[1]])


def _bracketed(piece: Piece, begin: str, end: str) -> str:
    """Marks go around words, not around the white space beside them."""
    words = piece.text.strip()
    return piece.text.replace(words, f"{begin}{words}{end}", 1) if piece.changed and words else piece.text


def _painted(text: str, code: str, colourful: bool = True) -> str:  # noqa: FBT001, FBT002 - one place calls it
    return "\n".join(f"\x1b[{code}m{line}\x1b[0m" if line else "" for line in text.split("\n")) if colourful else text


def _takes_any_letter() -> bool:
    return (sys.stdout.encoding or "ascii").lower().replace("-", "") == "utf8"


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")
