"""Pages are hostile: no pattern may take more than linear time on any of them."""

import importlib
import math
import pkgutil
import re
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from types import MappingProxyType

import pytest

import spiders

_SIZES = (256, 2_048, 16_384)
#: A linear pattern grows by 1, a quadratic one by 2; less than this much time says nothing about growth.
_MOST_GROWTH, _FROM_SECONDS = 1.7, 0.005
_TIMINGS = 3
_DEEPEST = 4
_MOST_MARKS = 4
_COMMON = (" ", "\n", "1", "a", "-", ".", ",", "a ", "1 ", "a1", "1,", "a.", "A ")


def patterns_in(value: object, depth: int = 0) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < _DEEPEST:
        held = ()
        if isinstance(value, dict | MappingProxyType):
            held = value.values()
        elif isinstance(value, list | tuple | set | frozenset):
            held = value
        elif is_dataclass(value) and not isinstance(value, type):
            held = [getattr(value, it.name) for it in fields(value)]
        for inner in held:
            yield from patterns_in(inner, depth + 1)


def all_patterns() -> dict[str, dict[str, re.Pattern]]:
    """By module, by name; one that a module imports belongs to the module that is imported first."""
    found, seen = {}, set()
    for info in pkgutil.walk_packages(spiders.__path__, "spiders."):
        try:
            module = importlib.import_module(info.name)
        except ModuleNotFoundError as error:
            if error.name != "scrapy_playwright":  # an optional extra
                raise
            continue
        for name, value in vars(module).items():
            for number, pattern in enumerate(patterns_in(value)):
                if id(pattern) not in seen:
                    seen.add(id(pattern))
                    found.setdefault(info.name, {})[f"{name}[{number}]"] = pattern
    return found


PATTERNS = all_patterns()


def repeats(pattern: re.Pattern) -> list[str]:
    """What to repeat for a pattern: common characters, its own punctuation and words, alone and among spaces."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    plain = re.sub(r"\\[a-zA-Z]|\{[\d,]+\}|\(\?P<\w+>", "|", source)
    words = sorted(set(re.findall(r"[^\W\d_]{2,}(?: [^\W\d_]{2,})*", plain)), key=lambda it: (-len(it), it))
    marks = sorted({it for it in plain if not it.isalnum()})
    own = [*marks, *(f"{word} " for word in words[:4]), *words[-2:], " ".join(words) + " "]
    return list(dict.fromkeys([*_COMMON, *(f"{words[0]}{it}" for it in (" a", "1") if words), *own]))


def openings(pattern: re.Pattern, repeated: str) -> list[tuple[str, str]]:
    """What stands before and behind a run of one character: a letter; of spaces, also marks of the pattern itself."""
    if len(repeated) > 1:
        return []
    if repeated != " ":
        return [("x", "x")]
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    marks = sorted(set(re.findall(r"(?<![\\(])[-<>/!=&\"':;,@#]{2,4}", source)))
    return [("x", "x"), *((it, "x") for it in marks[:_MOST_MARKS])]


def seconds(pattern: re.Pattern, text: str | bytes, times: int) -> float:
    """Processor time of all matches in a text: the least of several."""
    least = math.inf
    for _ in range(times):
        begun = time.process_time()
        for _match in pattern.finditer(text):
            pass
        pattern.fullmatch(text)
        least = min(least, time.process_time() - begun)
    return least


def grows(pattern: re.Pattern, shorter: str | bytes, longer: str | bytes) -> bool:
    """Whether the time grows clearly faster than the text, each time that it is measured."""
    for times in (1, _TIMINGS, _TIMINGS, _TIMINGS):
        taken = seconds(pattern, longer, times)
        if taken < _FROM_SECONDS:
            return False
        growth = math.log(taken / max(seconds(pattern, shorter, times), 1e-9), len(longer) / len(shorter))
        if growth <= _MOST_GROWTH:
            return False
    return True


def worse_than_linear(pattern: re.Pattern, repeated: str) -> int | None:
    """The length of a text that repeats it at which the pattern is; None for a linear one."""
    for before, behind in [("", "\x01"), *openings(pattern, repeated)]:
        shorter = None
        for size in _SIZES:
            text = f"{before}{(repeated * (size // len(repeated) + 1))[:size]}{behind}"
            given = text.encode() if isinstance(pattern.pattern, bytes) else text
            if shorter is not None:
                if seconds(pattern, shorter, 1) * (len(given) / len(shorter)) ** 2 < _FROM_SECONDS:
                    shorter = given
                    continue  # even a quadratic one would not be slow
                if grows(pattern, shorter, given):
                    return size
            shorter = given
    return None


@pytest.mark.parametrize("module", PATTERNS)
def test_every_pattern_takes_linear_time(module):
    slow = [
        f"{name} is not linear on {size} characters of {repeated[:60]!r}: {pattern.pattern[:200]!r}"
        for name, pattern in PATTERNS[module].items()
        for repeated in repeats(pattern)
        if (size := worse_than_linear(pattern, repeated))
    ]
    assert not slow, "\n".join(slow)


@pytest.mark.parametrize(
    ("source", "repeated"), [(r"\s+$", " "), (r"a.*b", "a"), (r"\d+[,.]\d+x", "1"), (r"-->\s*;?\s*$", " ")]
)
def test_a_pattern_that_is_not_linear_is_found(source, repeated):
    assert worse_than_linear(re.compile(source), repeated)


@pytest.mark.parametrize(("source", "repeated"), [(r"\s{1,3}$", " "), (r"a.{0,40}b", "a"), (r"(?<!\d)\d+x", "1")])
def test_a_linear_pattern_is_not(source, repeated):
    assert worse_than_linear(re.compile(source), repeated) is None
