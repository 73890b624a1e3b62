"""Changes as the user reads them: what, how grave, before and after."""

from datetime import tzinfo

from monitor.cli.terminal import cell, say, say_marked
from monitor.notify.escaping import clean
from monitor.notify.marking import Piece, marked, unmarked
from monitor.notify.phrases import value
from storage.rows import StoredChange

#: Words of one value that are shown; `--json` has all.
_LIMIT = 4000
_ALARMING = frozenset({"critical", "high"})


def severity_style(severity: str) -> str:
    """How a change of this severity looks."""
    return "alarm" if severity == "critical" else "strong" if severity in _ALARMING else "faint"


def headline_of(change: StoredChange) -> str:
    """What changed, in the words of the vocabulary: "pay_changed raised", "description_changed (requirements)"."""
    direction = f" {change.direction}" if change.direction else ""
    field = f" ({cell(change.field)})" if change.field and change.kind == "description_changed" else ""
    return f"{change.kind}{direction}{field}"


def say_change(change: StoredChange, zone: tzinfo, *, indent: str) -> None:
    """Print a change with its words before and after."""
    style = severity_style(change.severity)
    say(indent, (headline_of(change), style), f"  {cell(change.summary)}  ", (f"[{change.severity}]", "faint"))
    if change.before is None and change.after is None:
        return
    old, new = pieces_of(change, zone)
    say_marked("-", old, "old", indent=f"{indent}    ")
    say_marked("+", new, "new", indent=f"{indent}    ")


def pieces_of(change: StoredChange, zone: tzinfo) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Before and after in words, cleaned, the differing words of texts marked."""
    before, after = (clean(value(it, zone), _LIMIT) for it in (change.before, change.after))
    if isinstance(change.before, str) and isinstance(change.after, str):
        return marked(before, after)
    return unmarked(before), unmarked(after)
