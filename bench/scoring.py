"""Readings against labels: precision and recall by field, by language and by where the page comes from."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from spiders.posting import Posting, Reading, Verdict
from spiders.reading import employment, place, workplace
from spiders.reading.document import fold

#: What each kind of page of the labels is to us.
KINDS = {
    "listing": {Verdict.LISTING, Verdict.HUB},
    "company_hub": {Verdict.HUB, Verdict.LISTING},
    "spa_shell": {Verdict.SHELL},
    "empty_posting": {Verdict.SHELL},
    "server_error": {Verdict.ERROR},
    "soft_404": {Verdict.GONE},
    "closed_notice": {Verdict.CLOSED_NOTICE, Verdict.GONE},
    "maintenance": {Verdict.MAINTENANCE},
    "interstitial": {Verdict.CHALLENGE, Verdict.LOGIN},
    "other": {Verdict.ERROR},
}


@dataclass
class Score:
    """True and false positives and false negatives of one field."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    misses: list[str] = field(default_factory=list)

    def row(self) -> str:
        """Precision, recall, F1 and the counts, as one line."""
        precision = self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"{precision:9.3f} {recall:7.3f} {f1:7.3f}   {self.right:5d} {self.wrong:5d} {self.missed:6d}"

    def tally(self, right: bool | None, expected: Any, found: Any, file: str) -> None:  # noqa: FBT001 - one row
        """Counts one comparison; None where there is nothing to read and nothing was read."""
        if right is None:
            return
        self.right += right
        self.wrong += not right and bool(found)
        self.missed += not right and bool(expected)
        if not right:
            self.misses.append(f"{file}: {expected} read {found}")


def words(text: str | None) -> str:
    return fold(text or "").casefold().replace("’", "'")


def same_place(label: str, ours: str) -> bool:
    one, other = words(label), words(ours)
    return place.key(label) == place.key(ours) or one in other or other in one


def kinds_of(labels: list[str]) -> set[Any]:
    return {kind for label in labels if (kind := employment.from_words(label))} | (
        {kind for label in labels for part in label.split(",") if (kind := employment.from_words(part))}
    )


def pay_of(label: dict[str, Any]) -> tuple[Any, ...]:
    amounts = (None if label[it] is None else Decimal(str(label[it])) for it in ("min", "max"))
    return (*amounts, label["currency"], label["unit"] or label.get("unit_implied"))


def deadline_of(posting: Posting) -> tuple[str, str | None] | None:
    deadline = posting.deadline
    if deadline is None:
        return None
    zone: Any = UTC
    if deadline.zone and "/" in deadline.zone:
        zone = ZoneInfo(deadline.zone)
    elif deadline.zone:
        zone = datetime.fromisoformat(f"2000-01-01T00:00{deadline.zone}").tzinfo
    local = deadline.at.astimezone(zone)
    return local.date().isoformat(), None if deadline.date_only else local.strftime("%H:%M")


def compare(label: dict[str, Any], posting: Posting) -> Iterator[tuple[str, bool | None, Any, Any]]:
    """(field, right or None for both absent, expected, read)."""
    for name, one, other in (
        ("title", words(label["title"]), words(posting.title)),
        ("organization", words(label["organization"]), words(posting.organization)),
        ("posted", label["posted"] or "", posting.posted_on.isoformat() if posting.posted_on else ""),
    ):
        yield name, (one == other if one or other else None), one, other
    yield "status", label["status"] == posting.status.value, label["status"], posting.status.value
    expected_place = workplace.from_words(label["workplace_type"] or "")
    yield "workplace", _equal(expected_place, posting.workplace), expected_place, posting.workplace
    kinds = kinds_of(label["employment_type"] or [])
    same = posting.employment_type in kinds if kinds or posting.employment_type else None
    yield "employment type", same, "/".join(sorted(kinds)), posting.employment_type
    expected_pay = pay_of(label["pay"]) if label["pay"] else None
    pay = posting.pay and (posting.pay.min, posting.pay.max, posting.pay.currency, posting.pay.unit)
    if pay and expected_pay and expected_pay[2] is None and posting.pay and "currency" in posting.pay.implied:
        pay = (*pay[:2], None, pay[3])
    yield (
        "pay",
        _equal(expected_pay, pay),
        label["pay"] and (*map(str, expected_pay or ()), label["pay"]["text"]),
        pay and (*map(str, pay), posting.pay and posting.pay.text),
    )
    dated = label["deadline"] and (label["deadline"]["date"], label["deadline"]["time"])
    found = deadline_of(posting)
    right = _equal(dated and dated[0], found and found[0])
    if right and dated and dated[1] and found:
        right = found[1] == dated[1][:5]
    yield "deadline", right, dated, found
    numbers = label["requisition_id"]
    if numbers:
        yield "requisition", posting.requisition_id == numbers, numbers, posting.requisition_id


def _equal(one: Any, other: Any) -> bool | None:
    return None if one is None and other is None else one == other


def places(label: dict[str, Any], posting: Posting, score: Score, file: str) -> None:
    expected = [part for it in label["locations"] for part in place.split_list(it) or (it,)]
    ours = list(posting.locations)
    missed = [it for it in expected if not any(same_place(it, one) for one in ours)]
    extra = [it for it in ours if not any(same_place(one, it) for one in expected)]
    score.right += len(expected) - len(missed)
    score.missed += len(missed)
    score.wrong += len(extra)
    if missed or extra:
        score.misses.append(f"{file}: {expected} read {ours}")


class Scores:
    """The scores of one reader over all pages."""

    def __init__(self) -> None:
        self.by_field: dict[str, Score] = defaultdict(Score)
        self.by_language: dict[tuple[str, str], Score] = defaultdict(Score)
        self.by_family: dict[str, Score] = defaultdict(Score)
        self.pages: dict[str, int] = defaultdict(int)

    def note(self, label: dict[str, Any], reading: Reading) -> None:
        """Counts one page: its verdict, and its fields where it is labelled a posting."""
        file = Path(label["file"]).name
        expected = {Verdict.POSTING} if label["is_posting"] else KINDS[label["page_kind"]]
        self.pages[family(file)] += 1
        said = f"{reading.verdict} {reading.reasons[:2]}"
        for score in self._of("verdict", label):
            score.tally(reading.verdict in expected, label.get("page_kind") or "posting", said, file)
        self.note_fields(label, reading.posting or Posting())

    def note_fields(self, label: dict[str, Any], posting: Posting, only: Collection[str] = ()) -> None:
        """Counts the fields of one page that is labelled a posting, or `only` those named."""
        if not label["is_posting"]:
            return
        file = Path(label["file"]).name
        if not only or "location" in only:
            for score in self._of("location", label):
                places(label, posting, score, file)
        for name, right, one, other in compare(label, posting):
            if not only or name in only:
                for score in self._of(name, label):
                    score.tally(right, one, other, file)

    def _of(self, name: str, label: dict[str, Any]) -> tuple[Score, ...]:
        source = self.by_family[family(Path(label["file"]).name)]
        return self.by_field[name], self.by_language[name, label["lang"]], source


def family(file: str) -> str:
    """Where a page comes from, by its name: the collection, and the site in the collection of many sites."""
    parts = file.split("_")
    return "_".join(parts[:2]) if parts[0] == "jg" else parts[0]
