"""What the monitor tells of a saved page that is fetched again with noise, or with an edit."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from monitor.changes.boards import role_differences
from monitor.changes.differ import differences
from monitor.judging import JudgingRules, judge
from monitor.vocabulary import Change, Known
from pages.edits import EDITS, NoEdit, Saved
from pages.markup import tokens
from pages.noise import PASSES, noisy
from spiders.observation import Observation, Result
from spiders.posting import Page, Reading, Verdict
from spiders.reader import READER_VERSION, read
from spiders.reading.decoding import decode

URL = "https://example.com/posting"
FETCHED = datetime(2021, 5, 10, tzinfo=UTC)
AGAIN = FETCHED + timedelta(hours=6)
RULES = JudgingRules(confirm_after=timedelta(minutes=15), blind_after_checks=3, blind_after=timedelta(hours=6))
#: Other postings on a list are postings of the list, and in a page that scripts fill there is nothing but them.
ONLY_ON_POSTINGS = frozenset({"related"})
_GOOD = frozenset({Verdict.POSTING, Verdict.CLOSED_NOTICE, Verdict.LISTING, Verdict.HUB})
_LISTS = frozenset({Verdict.LISTING, Verdict.HUB})


@dataclass(frozen=True, kw_only=True, slots=True)
class LabelledPage:
    """One page of the corpus."""

    label: Mapping[str, Any]
    html: str
    reading: Reading

    @property
    def name(self) -> str:
        """The file's name, without folder and suffix."""
        return Path(self.label["file"]).stem


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What came of one variant of a page."""

    page: str
    #: Passes joined by "+", or the field that was edited.
    what: str
    #: What should have been told, and what was, each kind with its direction; a verdict that changed is told, too.
    expected: tuple[tuple[str, str | None], ...]
    found: tuple[tuple[str, str | None], ...]
    #: The changes in words.
    said: tuple[str, ...] = ()
    #: Why there was no such variant.
    skipped: str | None = None

    @property
    def missed(self) -> bool:
        """Whether something that changed was not told."""
        return not set(self.expected) <= set(self.found)

    @property
    def too_much(self) -> bool:
        """Whether something was told that did not change, or twice."""
        return not set(self.found) <= set(self.expected) or len(self.found) > len(set(self.found))

    @property
    def right(self) -> bool:
        """Whether exactly that was told which should be."""
        return not self.missed and not self.too_much


def labels(corpus: Path) -> list[dict[str, Any]]:
    """What a person reads on each page of the corpus."""
    return [json.loads(line) for line in (corpus / "labels.jsonl").read_text("utf-8").splitlines()]


def labelled_page(corpus: Path, label: Mapping[str, Any]) -> LabelledPage:
    """A page of the corpus, as it is read."""
    html = decode((corpus / label["file"]).read_bytes(), {})
    return LabelledPage(label=label, html=html, reading=reading_of(html, FETCHED))


def reading_of(html: str, at: datetime) -> Reading:
    """The reading of a text, in whatever charset it says that it is."""
    return read(Page(url=URL, body=html.encode("utf-8", "replace"), fetched_at=at))


def noise(page: LabelledPage, chosen: Sequence[str], seed: str) -> Told | None:
    """What is told of the page after some passes; None where they change nothing on it."""
    if not page.label["is_posting"]:
        chosen = [name for name in chosen if name not in ONLY_ON_POSTINGS]
    html = noisy(page.html, chosen, seed=f"{seed} {page.name}", language=page.label["lang"])
    return None if html == page.html else _told(page, "+".join(chosen), html, ())


def noises(page: LabelledPage, seed: str, *, composed: int) -> Iterator[Told]:
    """Every pass alone, and so many times all of them in a random order."""
    random = Random(f"{seed} {page.name} order")
    orders = [random.sample(list(PASSES), k=len(PASSES)) for _ in range(composed)]
    for number, chosen in enumerate([*([name] for name in PASSES), *orders]):
        told = noise(page, chosen, f"{seed} {number}")
        if told:
            yield told


def edits(page: LabelledPage, seed: str, *, only: Collection[str] = frozenset(EDITS)) -> Iterator[Told]:
    """Every labelled field of a posting edited, or `only` some."""
    if not page.label["is_posting"] or page.reading.posting is None:
        return
    saved = Saved(label=page.label, page=tokens(page.html), posting=page.reading.posting)
    for field, edit in EDITS.items():
        if field not in only or not page.label[field] or page.label[field] == "unknown":
            continue
        try:
            made = edit(saved, Random(f"{seed} {page.name} {field}"))
        except NoEdit as reason:
            yield Told(page=page.name, what=field, expected=(), found=(), skipped=str(reason))
        else:
            yield _told(page, field, made.html, made.tells)


def _told(page: LabelledPage, what: str, html: str, expected: tuple[tuple[str, str | None], ...]) -> Told:
    after = reading_of(html, AGAIN)
    changes = judged(page.reading, after)
    found = [(it.kind.value, it.direction.value if it.direction else None) for it in changes]
    found += [("verdict", str(after.verdict))] if _is_another(page.reading.verdict, after.verdict) else []
    found += [
        ("differs", it.kind.value) for it in compared(page.reading, after) if it.kind not in {c.kind for c in changes}
    ]
    said = tuple(f"{it.summary} [{it.field}: {it.before!r} → {it.after!r}]"[:400] for it in changes)
    return Told(page=page.name, what=what, expected=expected, found=tuple(found), said=said)


def _is_another(before: Verdict, after: Verdict) -> bool:
    """Whether a page is taken for something else; all that cannot be used is one, and so are lists."""
    return (before in _GOOD) != (after in _GOOD) or (before in _LISTS) != (after in _LISTS)


def compared(before: Reading, after: Reading) -> tuple[Change, ...]:
    """What the differ makes of the two readings alone."""
    if before.posting and after.posting:
        return differences(before.posting, after.posting)
    return role_differences(before.roles or (), after.roles or ()) if before.roles and after.roles else ()


def judged(before: Reading, after: Reading) -> tuple[Change, ...]:
    """What is told by a watch that saw the one and then the other."""
    first = judge(Known(), _observed(before, FETCHED), RULES, now=FETCHED)
    return judge(first.after, _observed(after, AGAIN), RULES, now=AGAIN).changes


def _observed(reading: Reading, at: datetime) -> Observation:
    return Observation(
        id=1,
        url=URL,
        final_url=URL,
        result=Result.READ,
        fetched_at=at,
        reading=reading,
        reader_version=READER_VERSION,
    )
