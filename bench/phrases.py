"""How well the labelled phrases of the shared corpus are read: `python bench/phrases.py [pay|deadline|status]...`.

Prints precision and recall by kind and every miss. Skips with a word where the corpus is absent.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from spiders.posting import Deadline
from spiders.reading.deadline import find_deadline
from spiders.reading.pay import find_pay
from spiders.reading.status import find_status
from spiders.reading.zones import as_tzinfo

SHARED = Path(os.environ.get("MONITOR_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
SEEN_ON = date(2026, 6, 1)


@dataclass
class Tally:
    """What was labelled, what was read, what of it was right."""

    labelled: int = 0
    read: int = 0
    right: int = 0
    phrases: int = 0
    agreed: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, phrase: str, expected: Any, got: Any) -> None:
        """Count one phrase; None means nothing to read, or nothing read."""
        self.phrases += 1
        self.labelled += expected is not None
        self.read += got is not None
        self.right += expected is not None and expected == got
        self.agreed += expected == got
        if expected != got:
            self.misses.append(f"  {phrase!r}\n    expected {expected}\n    read     {got}")

    def __str__(self) -> str:
        precision = self.right / self.read if self.read else 1.0
        recall = self.right / self.labelled if self.labelled else 1.0
        return (
            f"{self.phrases} phrases, right on {self.agreed / max(1, self.phrases):.3f}; "
            f"precision {precision:.3f}, recall {recall:.3f}"
        )


def phrases(name: str) -> Iterator[dict[str, Any]]:
    with (SHARED / "corpus" / "text" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def pay() -> Tally:
    tally = Tally()
    for phrase in phrases("pay"):
        label, found = phrase["pay"], find_pay(phrase["text"])
        expected = label and (_amount(label["min"]), _amount(label["max"]), label["currency"], label["unit"])
        value = found and found.value
        got = value and (_amount(value.min), _amount(value.max), value.currency, value.unit and value.unit.value)
        tally.add(phrase["text"], expected, got)
    return tally


def _amount(number: Any) -> str | None:
    return None if number is None else format(Decimal(str(number)).normalize(), "f")


_STATUS = {
    "closed": "closed",
    "not_yet_open": "upcoming",
    "open_reposted": "open",
    "not_a_status_statement": None,
}


def status() -> Tally:
    tally = Tally()
    for phrase in phrases("status"):
        found = find_status(phrase["text"], head_length=1_000)
        tally.add(phrase["text"], _STATUS[phrase["label"]], found and found.value.value)
    return tally


#: In the label's zones, what a reader should name; every other kind of label is no deadline.
_ZONES = {
    "EDT": "America/New_York",
    "EST": "America/New_York",
    "ET": "America/New_York",
    "Eastern": "America/New_York",
    "Eastern Time": "America/New_York",
    "Danish time": "Europe/Copenhagen",
    "CET": "Europe/Brussels",
}
_DATED = ("deadline", "window", "partial")


def deadline() -> Tally:
    """Dates without a year are labelled without a date: of those only time and zone are compared."""
    tally = Tally()
    for phrase in phrases("deadlines"):
        label = phrase["label"]
        found = find_deadline(phrase["text"], seen_on=SEEN_ON)
        got = _deadline(found.value, dated=bool(label["date"])) if found else None
        clock = "23:59" if label["time"] == "11:59" else label["time"]
        expected = (label["date"], clock, _ZONES.get(label["tz"], label["tz"])) if label["kind"] in _DATED else None
        tally.add(phrase["text"], expected, got)
    return tally


def _deadline(value: Deadline, *, dated: bool) -> tuple[str | None, str | None, str | None]:
    local = value.at.astimezone(as_tzinfo(value.zone))
    day = local.date().isoformat() if dated else None
    return day, None if value.date_only else local.strftime("%H:%M"), value.zone


MEASURED = {"pay": pay, "deadline": deadline, "status": status}


def main(names: list[str]) -> None:
    if not (SHARED / "corpus" / "text").is_dir():
        print(f"skipped: no corpus at {SHARED}")
        return
    for name in names or MEASURED:
        tally = MEASURED[name]()
        print(f"{name}: {tally}", *tally.misses, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
