"""Fetches the labelled pages again with noise and with edits: `python bench/real_pages.py` (`make bench-real`).

Every pass of noise alone and all of them composed in random orders: nothing may be told. Every labelled field edited
wherever the page says it: exactly that has to be told. Prints both by kind, and each failure with its page.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from pages.measuring import Told, edits, labelled_page, labels, noises

CORPUS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus"


def main() -> int:
    asked = _arguments()
    if not asked.corpus.is_dir():
        print(f"skipped: no corpus at {asked.corpus}")
        return 0
    begun, noisy, edited = time.monotonic(), list[Told](), list[Told]()
    for label in labels(asked.corpus):
        if asked.only not in label["file"]:
            continue
        page = labelled_page(asked.corpus, label)
        noisy += noises(page, asked.seed, composed=asked.composed)
        edited += edits(page, asked.seed)
    print_noise(noisy)
    print_edits(edited)
    for told in (*noisy, *edited):
        if not told.right:
            print(f"  {told.what:<16} {told.page}: told {_list(told.found)}; expected {_list(told.expected)}")
            print("".join(f"      {it}\n" for it in told.said), end="")
    print(f"{time.monotonic() - begun:.0f} s")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--composed", type=int, default=3, help="orders of all passes for each page")
    parser.add_argument("--only", default="", help="only pages with this in their names")
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    return parser.parse_args()


def print_noise(found: Sequence[Told]) -> None:
    """By pass: variants, and those of which something was told."""
    print(f"{'noise':<24}{'variants':>9}{'alerts':>8}")
    for name, group in _grouped(found, lambda it: "composed" if "+" in it.what else it.what):
        print(f"{name:<24}{len(group):9d}{sum(it.too_much for it in group):8d}")
    print(f"{'all':<24}{len(found):9d}{sum(it.too_much for it in found):8d}\n")


def print_edits(found: Sequence[Told]) -> None:
    """By field: edits, those that were told exactly, missed, told with something else; and why others have none."""
    print(f"{'edited':<24}{'edits':>9}{'right':>8}{'missed':>8}{'more':>8}  without an edit")
    for name, group in _grouped(found, lambda it: it.what):
        print(_row(name, group))
    print(f"{_row('all', found)}\n")


def _row(name: str, group: Sequence[Told]) -> str:
    made = [it for it in group if it.skipped is None]
    counts = [len(made), *(sum(getattr(it, which) for it in made) for which in ("right", "missed", "too_much"))]
    why = Counter(it.skipped for it in group if it.skipped)
    reasons = "; ".join(f"{count} {reason}" for reason, count in why.most_common())
    return f"{name:<24}{counts[0]:9d}{counts[1]:8d}{counts[2]:8d}{counts[3]:8d}  {reasons}"


def _grouped(found: Iterable[Told], key: Callable[[Told], str]) -> list[tuple[str, list[Told]]]:
    groups: dict[str, list[Told]] = {}
    for it in found:
        groups.setdefault(key(it), []).append(it)
    return list(groups.items())


def _list(kinds: Sequence[tuple[str, str | None]]) -> str:
    return ", ".join(" ".join(filter(None, it)) for it in kinds) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
