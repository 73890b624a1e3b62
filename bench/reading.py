"""Reads the labelled pages and says how well and how fast: `python bench/reading.py [CORPUS]` (`make bench-reading`).

Prints precision, recall and F1 by field, beside what general tools make of the same pages; then by language and by
where the pages come from (a family that is read worse than the others shows rules that were fitted to those); the time
of a reading against lxml's parsing of the same bytes in the same run; and every miss with its page.
"""

import json
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from baselines import Baseline, available
from lxml import etree
from scoring import Scores

from spiders.posting import Page
from spiders.reader import read

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"
FETCHED = datetime(2021, 5, 10, tzinfo=UTC)
ROUNDS = 5
HEAD = f"{'precision':>9} {'recall':>7} {'F1':>7}   right wrong missed"


def times(pages: Sequence[Page], files: Sequence[str]) -> list[tuple[float, float, str]]:
    """(reading / parsing, seconds of reading, file) of each page: the least of several rounds over all pages.

    Processor time, so that a busy machine counts for neither; rounds over all pages, so that no cache is warm.
    """
    parsing, reading = [float("inf")] * len(pages), [float("inf")] * len(pages)
    for _ in range(ROUNDS):
        for number, page in enumerate(pages):
            begun = time.process_time()
            etree.fromstring(page.body, etree.HTMLParser(encoding="utf-8"))
            parsed = time.process_time()
            read(page)
            parsing[number] = min(parsing[number], parsed - begun)
            reading[number] = min(reading[number], time.process_time() - parsed)
    return [(took / parse, took, file) for took, parse, file in zip(reading, parsing, files, strict=True)]


def main() -> int:
    corpus = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    if not corpus.is_dir():
        print(f"skipped: no corpus at {corpus}")
        return 0
    labels = [json.loads(line) for line in (corpus / "labels.jsonl").read_text("utf-8").splitlines()]
    pages = [
        Page(url="https://example.com/posting", body=(corpus / label["file"]).read_bytes(), fetched_at=FETCHED)
        for label in labels
    ]
    ours, others = Scores(), {baseline: Scores() for baseline in available()}
    for label, page in zip(labels, pages, strict=True):
        ours.note(label, read(page))
        for baseline, scores in others.items():
            if label["is_posting"]:
                scores.note_fields(label, baseline.read(page, label), baseline.fields)
    print_scores(ours, others)
    print_times(times(pages, [label["file"] for label in labels]))
    for name, score in ours.by_field.items():
        for miss in score.misses:
            print(f"  {name:<16} {miss}")
    return 0


def print_scores(ours: Scores, others: Mapping[Baseline, Scores]) -> None:
    """By field with the baselines, by language, by family."""
    print(f"{'field':<24}{HEAD}")
    for name, score in ours.by_field.items():
        print(f"{name:<24}{score.row()}")
        for baseline, scores in others.items():
            if name in baseline.fields:
                print(f"  {baseline.name:<22}{scores.by_field[name].row()}")
    print(f"\n{'by language':<24}{HEAD}")
    for (name, language), score in sorted(ours.by_language.items()):
        print(f"{name:<16}{language:<8}{score.row()}")
    print(f"\n{'by source, all fields':<24}{HEAD}  pages misses")
    for name, score in sorted(ours.by_family.items()):
        print(f"{name:<24}{score.row()}  {ours.pages[name]:5d} {len(score.misses):6d}")


def print_times(ratios: Sequence[tuple[float, float, str]]) -> None:
    """The median and the 99th percentile of reading against parsing, and the milliseconds."""
    ordered = sorted(ratios)
    last = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    median = statistics.median(ratio for ratio, _, _ in ratios)
    print(
        f"\ntime of a reading against lxml parsing the same bytes: median {median:.1f}, p99 {last[0]:.1f} ({last[2]})"
    )
    milliseconds = [took * 1e3 for _, took, _ in ratios]
    print(f"milliseconds: median {statistics.median(milliseconds):.1f}, most {max(milliseconds):.1f}")


if __name__ == "__main__":
    sys.exit(main())
