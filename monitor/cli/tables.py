"""Tables that fit the terminal: the least important columns are shortened first."""

import sys
from collections.abc import Iterable, Sequence

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from monitor.cli.terminal import Column, marked_text, rich_text
from monitor.notify.marking import Piece, joined

Cell = str | tuple[str, str]

#: Between two columns.
_GAP = 2
#: Of the first column of a comparison.
_NAME_WIDTH = 18


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], *, width: int, colourful: bool) -> None:
    """Print a table of one line a row, no line longer than `width`."""
    filled = [list(row) for row in rows]
    widths = fitted(columns, filled, width)
    table = Table(box=None, padding=(0, _GAP, 0, 0), pad_edge=False, header_style="bold", show_edge=False)
    shown = [at for at, size in enumerate(widths) if size]
    for at in shown:
        table.add_column(columns[at].heading, width=widths[at], no_wrap=True, overflow="ellipsis")
    for row in filled:
        table.add_row(*(rich_text(row[at]) for at in shown))
    _console(width, colourful=colourful).print(table)


def print_side_by_side(
    headings: Sequence[str],
    rows: Iterable[tuple[str, Sequence[Piece], Sequence[Piece]]],
    *,
    width: int,
    colourful: bool,
) -> None:
    """Print a name and two texts a row, folded to `width`."""
    table = Table(box=SIMPLE, pad_edge=False, header_style="bold", show_lines=True)
    table.add_column("", no_wrap=False, max_width=_NAME_WIDTH, overflow="fold")
    for heading in headings:
        table.add_column(Text(heading), ratio=1, overflow="fold")
    for name, old, new in rows:
        table.add_row(Text(name, style="bold"), _pieces(old, "-", colourful), _pieces(new, "+", colourful))
    _console(width, colourful=colourful).print(table)


def _pieces(pieces: Sequence[Piece], prefix: str, colourful: bool) -> Text:  # noqa: FBT001 - two places call it
    if not colourful:
        return Text(marked_text(pieces, prefix))
    style = "red" if prefix == "-" else "green"
    return Text.assemble(*((it.text, f"bold underline {style}" if it.changed else "") for it in joined(pieces)))


def _console(width: int, *, colourful: bool) -> Console:
    # Our own answer to "is it a terminal?": rich would also colour for FORCE_COLOR and inside of notebooks.
    return Console(
        file=sys.stdout,
        width=width,
        color_system="standard" if colourful else None,
        force_terminal=colourful,
        highlight=False,
        markup=False,
        emoji=False,
    )


def fitted(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int) -> list[int]:
    """The width of each column (0: left out), so that they and the gaps between take no more than `width`."""
    widths = [max([_length(column.heading), *(_length(row[at]) for row in rows)]) for at, column in enumerate(columns)]
    excess = sum(widths) + _GAP * (len(widths) - 1) - width
    for at in sorted(range(len(columns)), key=lambda at: -columns[at].rank):
        if excess > 0 and columns[at].rank > 0:
            kept = _kept(columns[at], widths[at], excess)
            excess -= widths[at] - kept + (0 if kept else _GAP)
            widths[at] = kept
    return widths


def _kept(column: Column, size: int, excess: int) -> int:
    """What is left of a column that has to give."""
    return 0 if column.least is None else max(size - excess, min(size, column.least))


def _length(part: Cell) -> int:
    return rich_text(part).cell_len
