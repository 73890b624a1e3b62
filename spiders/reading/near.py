"""Where words stand in a text, so that a pattern reads a few hundred characters around them and never a whole page.

Finding fixed words costs a tenth of what a pattern with alternatives costs on the same text.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spiders.reading.vocabulary import Vocabulary

_VOCABULARY = Vocabulary()


def windows(lower: str, words: Iterable[str], *, before: int, after: int) -> list[tuple[int, int]]:
    """The spans around every occurrence of `words`, in order, those that touch joined to one.

    Args:
        lower: The text in lower case; of the same length as the text that the spans are for.
        words: In lower case.
        before: How many characters before an occurrence belong to its span.
        after: How many characters after its beginning.
    """
    found: list[int] = []
    for word in _VOCABULARY.occurring(lower, words):
        at = lower.find(word)
        while at >= 0:
            found.append(at)
            # The last one within the span counts as well: what it reaches is further on.
            last = lower.rfind(word, at + 1, at + after + len(word) - 1)
            at = last if last >= 0 else lower.find(word, at + after)
    spans: list[tuple[int, int]] = []
    for at in sorted(found):
        start, end = max(0, at - before), min(len(lower), at + after)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def holds(lower: str, words: Iterable[str]) -> bool:
    """Whether any of `words` is in a text, both in lower case."""
    return any(word in lower for word in _VOCABULARY.occurring(lower, words))


def occurring(lower: str, words: Iterable[str]) -> list[str]:
    """Those of `words` that are in a text, both in lower case."""
    return list(_VOCABULARY.occurring(lower, words))


def matches(pattern: re.Pattern[str], text: str, spans: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches of a pattern within spans; `^` and `$` mean the text's, not the spans'."""
    for start, end in spans:
        yield from pattern.finditer(text, start, end)


def lowered(text: str) -> str:
    """The text in lower case, as long as the text itself (letters whose lower case is longer stay)."""
    return _lowered_once(text) if len(text) > _LINE else _lowered(text)


def _lowered(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(it.lower() if len(it.lower()) == 1 else it for it in text)


#: No text of a page is asked for as often as its whole; a line is not worth remembering.
_LINE = 200
_lowered_once = lru_cache(maxsize=4)(_lowered)
